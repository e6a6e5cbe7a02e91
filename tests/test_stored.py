"""`dateline verify` and `dateline refresh`: which cell differs, in which words, and what mends it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from dateline import nbval_outputs, notebooks, outputs, stored

ARTICLE = """Belgrano: What the Sinking Changed

By Nora Quill

British forces attacked the cruiser General Belgrano on 2 May 1982, killing 323 sailors. Argentina condemned \
the attack. On 4 May 1982 Argentina attacked HMS Sheffield, killing 20 sailors.
"""


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A project with one article, the record's empty tables, and one notebook of four cells."""
    for name in ("articles", "reference", "reviews", "notebooks"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "belgrano.txt").write_text(ARTICLE, encoding="utf-8")
    record = root / "data" / "reference"
    shutil.copy(record / "datapackage.json", tmp_path / "reference")
    for path in record.glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / "reference" / path.name).write_text(header + "\n", encoding="utf-8")
    return tmp_path


def notebook(project: Path, *sources: str) -> Path:
    cells: list[NotebookNode] = [new_markdown_cell("# A question", id="title")]
    cells += [new_code_cell(source, id=f"cell-{at}") for at, source in enumerate(sources)]
    cells.insert(2, new_markdown_cell("Some prose.\n\n## What it says", id="heading"))
    cells[1].metadata["tags"] = ["parameters"]
    path = project / "notebooks" / "00_small.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def dateline(project: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")


def said(held: Sequence[stored.Held]) -> list[list[str]]:
    """What is told of each notebook, cell by cell."""
    return [[f"{one.place}\n{chr(10).join(one.lines)}" for one in book.differences] for book in held]


def stream(text: str) -> NotebookNode:
    return new_output("stream", name="stdout", text=text)


def result(plain: str, html: str | None = None) -> NotebookNode:
    data = {"text/plain": plain} if html is None else {"text/plain": plain, "text/html": html}
    return new_output("execute_result", data=data, execution_count=1)


# What differs in two outputs


def test_the_words_that_differ_are_in_brackets() -> None:
    lines = outputs.difference([stream("killed | 45\n")], [stream("killed | 54\n")])
    assert lines == ["- killed | [45]", "+ killed | [54]"]


def test_lines_that_are_the_same_are_not_shown() -> None:
    before, now = [stream("one\ntwo\nthree\n")], [stream("one\nthree\nfour\n")]
    assert outputs.difference(before, now) == ["- two", "+ four"]


def test_the_same_outputs_do_not_differ() -> None:
    assert outputs.difference([result("12", "<b>12</b>")], [result("12", "<b>12</b>")]) == []


def test_pixels_are_no_difference() -> None:
    before = result("chart", '<img src="data:image/png;base64,AAAA">')
    now = result("chart", '<img src="data:image/png;base64,BBBB">')
    assert outputs.difference([before], [now]) == []


def test_where_the_text_is_the_same_the_markup_is_shown() -> None:
    lines = outputs.difference([result("12", "<b>12</b>")], [result("12", "<i>12</i>")])
    assert lines == ["the text is the same, its form is not:", "- <[b]>12</[b]>", "+ <[i]>12</[i]>"]


def test_an_output_that_went_is_shown_line_by_line() -> None:
    assert outputs.difference([stream("one\n")], []) == ["- one"]


def test_an_output_that_was_never_stored_says_so() -> None:
    assert outputs.difference([], [stream("one\n")]) == ["no output was stored", "+ one"]


def test_a_long_difference_is_cut() -> None:
    before, now = ("".join(f"{word} {n}\n" for n in range(30)) for word in ("old", "new"))
    lines = outputs.difference([stream(before)], [stream(now)])
    assert (len(lines), lines[-1]) == (13, "… and 48 more lines")


def test_a_long_line_is_cut_around_the_words_that_differ() -> None:
    left, right = "war " * 60, "peace " * 60
    lines = outputs.difference([stream(f"{left}45 {right}")], [stream(f"{left}54 {right}")])
    assert lines[0].startswith("- …") and lines[0].endswith("…") and "[45]" in lines[0]
    assert max(map(len, lines)) < 140


def test_nothing_in_an_output_steers_the_terminal() -> None:
    lines = outputs.difference([stream("one\n")], [stream("one \x1b[2J\u202etwo\n")])
    assert not {"\x1b", "\u202e"} & set("".join(lines))


def test_a_cell_is_found_by_its_number_its_id_the_heading_above_it_and_its_first_line(project: Path) -> None:
    book = nbformat.read(notebook(project, "number = 1", "# say it\nnumber"), as_version=4)
    assert [str(place) for place in outputs.places(book).values()] == [
        "[1] cell-0 under “A question”: number = 1",
        "[2] cell-1 under “What it says”: # say it …",
    ]


def test_what_nbval_leaves_out_is_what_is_left_out_here(root: Path) -> None:
    regex, replace = outputs.PIXELS
    own = (root / "tests" / "sanitize.cfg").read_text(encoding="utf-8")
    assert f"regex: {regex}\nreplace: {replace}\n" in own


# What nbval found


def failed(index: int, fresh: list[NotebookNode] | None, reason: str) -> dict[str, object]:
    return {"index": index, "outputs": fresh, "reason": reason}


def test_a_cell_that_fails_is_told_and_those_after_it_are_counted(project: Path) -> None:
    book = nbformat.read(notebook(project, "number = 1", "number", "number + 1"), as_version=4)
    error = new_output("error", ename="NameError", evalue="name 'number' is not defined", traceback=[])
    reason = "Cell execution caused an exception"
    told = stored._told(book, [failed(3, [error], reason), failed(4, [error], reason)])
    assert [one.lines for one in told] == [
        ("the cell fails: NameError: name 'number' is not defined", "and 1 cell after it differs or fails")
    ]


def test_a_kernel_that_was_lost_is_told(project: Path) -> None:
    book = nbformat.read(notebook(project, "number = 1", "number"), as_version=4)
    told = stored._told(book, [failed(3, None, "Timed out waiting for idle kernel!")])
    assert [one.lines for one in told] == [("Timed out waiting for idle kernel!",)]


def test_the_comparison_is_nbvals_and_strict(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(stored.subprocess, "run", run)
    path = notebook(project, "number = 1")
    change(path, '"execution_count": null', '"execution_count": 1')
    assert stored.verify(project, [path]) == [stored.Held(path, [])]
    assert {"--nbval", "--nbval-current-env", "--nbval-sanitize-with"} <= set(calls[0])
    assert nbval_outputs.__name__ in calls[0] and "--nbval-lax" not in calls[0]


def test_a_notebook_that_nbval_cannot_read_is_an_error(project: Path) -> None:
    path = project / "notebooks" / "00_small.ipynb"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(notebooks.NotebookError, match="nbval could not compare it"):
        stored.verify(project, [path])


def test_a_notebook_that_was_never_executed_is_not_as_stored(project: Path) -> None:
    path = notebook(project, "article = None", "print(7)", "print(8)")
    assert said(stored.verify(project, [path])) == [
        [
            "[1] cell-0 under “A question”: article = None\n"
            "never executed, like 2 more cells: nothing is stored to compare with"
        ]
    ]


# With kernels


def test_refreshing_tells_what_changed_and_a_second_time_nothing(project: Path) -> None:
    path = notebook(project, "number = 20", "number + 1")
    (first,) = stored.refresh([path])
    assert first.rewritten and first.first
    assert said([first]) == [["[2] cell-1 under “What it says”: number + 1\nno output was stored\n+ 21"]]
    assert stored.refresh([path]) == [stored.Held(path, [], False)]


def test_a_failing_notebook_leaves_all_as_they_are(project: Path) -> None:
    path = notebook(project, "number = 20", "number / 0")
    before = path.read_bytes()
    with pytest.raises(notebooks.NotebookError, match="ZeroDivisionError"):
        stored.refresh([path])
    assert path.read_bytes() == before
