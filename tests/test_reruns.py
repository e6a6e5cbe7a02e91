"""One number of the record, one date of the article, one line of a review: verify names the cell that no
longer follows, refresh mends it, and compare shows just that change.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import london
import nbformat
import pytest
from click.testing import CliRunner, Result
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from dateline import analysis
from dateline.cli import main

ARTICLE = """London: What The Bombs Changed

By Nora Quill

On 7 July 2005 al-Qaeda killed 54 commuters in London. On 21 July 2005 Britain condemned the attack.
"""
CELLS = [
    "article = 'articles/london.txt'",
    "from dateline import notebooks\n\ntables, record = notebooks.load(article)",
    "print(tables.times[['text', 'value']].to_string())",
    "print(tables.events[['trigger', 'status']].to_string())",
    "print(tables.findings[['check', 'verdict', 'found', 'source']].to_string())",
]
HEADINGS = {3: "Days", 4: "Deeds", 5: "What the record says"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A project with an article, two sources on what it tells, a review, a refreshed notebook, and tables."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("articles", "reference", "reviews", "notebooks"):
        (folder / name).mkdir()
    (folder / "articles" / "london.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "london.toml").write_text("published = 2005-08-01\n", encoding="utf-8")
    london.write(root / "data" / "reference", folder / "reference")
    cells = [new_markdown_cell("# The bombs", id="title")]
    for at, source in enumerate(CELLS, start=1):
        cells += [new_markdown_cell(f"## {HEADINGS[at]}", id=f"head-{at}")] if at in HEADINGS else []
        cells.append(new_code_cell(source, id=f"cell-{at}"))
    cells[1].metadata["tags"] = ["parameters"]
    nbformat.write(new_notebook(cells=cells), folder / "notebooks" / "00_small.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        review("actual")
        done = run("refresh")
        assert (done.exit_code, done.stdout) == (
            0,
            "notebooks/00_small.ipynb: has its outputs now, 3 of them\n",
        )
        analysis.analyse("articles/london.txt")[0].write("build/tables/london")
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, as the working folder."""
    folder = shutil.copytree(made, tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def review(status: str) -> None:
    """A review with one line: what became of the condemnation."""
    from dateline import review as reviewing

    tables = analysis.analyse("articles/london.txt")[0]
    events = tables.events
    event = events.loc[events["trigger"] == "condemned", "event_id"].iloc[0]
    line = ("events", event, "change", "status", status, "so the embassy says", "N. Quill", "2026-01-02")
    header = ",".join(reviewing.COLUMNS[:8])
    Path("reviews/london.csv").write_text(f"{header}\n{','.join(line)}\n", encoding="utf-8")


def number(project: Path) -> None:
    change(project / "reference" / "incidents.csv", ",52,", ",53,")


def day(project: Path) -> None:
    change(project / "articles" / "london.txt", "21 July", "22 July")


def line(project: Path) -> None:
    change(project / "reviews" / "london.csv", ",actual,", ",denied,")


@pytest.mark.parametrize(
    ("edit", "cells", "words", "tables", "changes"),
    [
        (
            number,
            ["[5] cell-5 under “What the record says”: print(tables.findings"],
            ("[52]", "[53]"),
            {"findings"},
            {("findings", "found_low", "52", "53"), ("findings", "found_high", "52", "53")},
        ),
        (
            day,
            ["[3] cell-3 under “Days”: print(tables.times"],
            ("[21]", "[22]"),
            {"sentences", "times", "events", "findings"},  # a finding tells of the day that was looked for
            {
                ("times", "value", "2005-07-21", "2005-07-22"),
                ("events", "date_start", "2005-07-21", "2005-07-22"),
            },
        ),
        (
            line,
            ["[4] cell-4 under “Deeds”: print(tables.events", "[5] cell-5"],  # what is denied is not checked
            ("[actual]", "[denied]"),
            {"events", "findings"},
            {("events", "status", "actual", "denied")},
        ),
    ],
)
def test_one_change_is_named_mended_and_told(
    project: Path,
    edit: Callable[[Path], None],
    cells: list[str],
    words: tuple[str, str],
    tables: set[str],
    changes: set[tuple[str, str, str, str]],
) -> None:
    edit(project)
    many = "1 output" if len(cells) == 1 else f"{len(cells)} outputs"

    verified = run("verify")
    assert verified.exit_code == 1
    assert f"notebooks/00_small.ipynb: {many} no longer as stored" in verified.stdout
    assert all(said in verified.stdout for said in (*cells, *words))
    assert "`make refresh`" in verified.stderr and "accepts it" in verified.stderr

    compared = run("compare", "build/tables/london", "articles/london.txt", "--format", "json")
    assert compared.exit_code == 1
    rows = json.loads(compared.stdout)
    assert {row["table"] for row in rows} == tables
    assert changes <= {(row["table"], row["column"], row["old"], row["new"]) for row in rows}
    assert {row["change"] for row in rows if row["table"] != "findings"} <= {"changed"}

    refreshed = run("refresh")
    assert refreshed.exit_code == 0
    assert f"notebooks/00_small.ipynb: {many} changed" in refreshed.stdout
    assert "build/tables/london → articles/london.txt" in refreshed.stdout
    assert run("verify").exit_code == 0
