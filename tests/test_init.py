"""``dateline init``: a project of one's own, and how it upgrades without losing what was changed in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml
from click.testing import CliRunner, Result

from dateline import __version__, files, starting
from dateline.cli import main
from dateline.errors import InputError
from dateline.starting import blank, contents

ARTICLE = "Talks on the Strait\n\nEnvoys of Iran and Iraq met on 3 May 1998.\n"
CONTEXT = "notebooks/01_context.ipynb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a new project is to be."""
    return tmp_path / "my-project"


@pytest.fixture
def project(folder: Path) -> Path:
    """A project as it was just made."""
    starting.init(folder)
    return folder


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch):
    """Stands in for a later version of dateline, in which some files say something else."""

    def install(**changed: str | None) -> None:
        wanted = contents.wanted()
        for name, text in changed.items():
            path = next((path for path in wanted if path.split("/")[-1] == name), name)
            wanted[path] = (text or "").encode()
            if text is None:
                del wanted[path]
        monkeypatch.setattr(contents, "wanted", lambda: wanted)

    return install


def rewritten(path: str, **cells: str) -> str:
    """A notebook that comes with dateline, with other text in its first cell of a kind: ``markdown`` …"""
    book = json.loads(contents.wanted()[path])
    for kind, text in cells.items():
        cell = next(c for c in book["cells"] if c["cell_type"] == kind or kind in blank.tags(c))
        cell["source"] = text
    return blank.written(book)


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["init", *map(str, arguments)])


def done(folder: Path) -> dict[str, str]:
    """What another ``init`` does with each file, where it does something."""
    return {step.path: step.action for step in starting.init(folder) if step.action != "as it was"}


def below(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# What a new project has


def test_a_project_has_all_that_a_run_needs(project: Path) -> None:
    found = [path for path in below(project) if not path.startswith(("notebooks/", "reference/"))]
    assert sorted(found) == [
        ".dateline.json",
        ".gitignore",
        "Makefile",
        "README.md",
        "articles/README.md",
        "environment.yml",
        "requirements.txt",
        "reviews/README.md",
    ]


def test_the_notebooks_are_those_that_come_with_dateline(project: Path, root: Path) -> None:
    names = sorted(path.name for path in (root / "notebooks").glob("*.ipynb"))
    found = sorted(path.name for path in (project / "notebooks").iterdir())
    assert found == [name.replace("03_afghanistan", "03_implications") for name in names]


def test_the_notebooks_name_no_article_and_have_no_outputs(project: Path) -> None:
    for path in (project / "notebooks").iterdir():
        book = nbformat.read(path, as_version=4)
        nbformat.validate(book)
        code = [cell for cell in book.cells if cell.cell_type == "code"]
        assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []
        parameters = next(cell.source for cell in code if "parameters" in blank.tags(cell))
        assert re.match(r"articles? = None\n", parameters), path


def test_the_notebooks_call_folders_by_their_names_here(project: Path) -> None:
    for path in (project / "notebooks").iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"data/(articles|reference|reviews)|src/dateline|bundled", text)


def test_a_blank_notebook_stays_as_it_is(project: Path) -> None:
    for path in (project / "notebooks").iterdir():
        text = path.read_text(encoding="utf-8")
        assert blank.blank(text) == text


def test_the_record_is_a_copy_of_the_one_that_comes_with_dateline(project: Path, root: Path) -> None:
    for path in (root / "data" / "reference").iterdir():
        assert (project / "reference" / path.name).read_bytes() == path.read_bytes()


def test_nothing_in_it_names_a_machine(project: Path) -> None:
    for path, content in below(project).items():
        for place in (sys.prefix, str(Path.home()), str(project), "file:"):
            assert place.encode() not in content, path


def test_two_projects_are_the_same(project: Path, tmp_path: Path) -> None:
    starting.init(tmp_path / "another")
    assert below(tmp_path / "another") == below(project)


def test_packages_stand_in_one_place(project: Path) -> None:
    conda = yaml.safe_load((project / "environment.yml").read_text(encoding="utf-8"))
    assert conda["dependencies"][1:] == ["pip", {"pip": ["-r requirements.txt"]}]
    lines = (project / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert f"dateline=={__version__}" in lines


def make(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """make as a user calls it, also where make runs these tests and would tell its child so."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["make", *words], cwd=project, capture_output=True, text=True, env=own)


def test_make_lists_what_there_is_to_make(project: Path) -> None:
    targets = [line.split()[1] for line in make(project).stdout.splitlines()]
    assert targets == ["help", "run", "lab", "refresh", "verify", "upgrade"]


def test_make_runs_the_dateline_of_the_python_it_is_given(project: Path) -> None:
    done = make(project, "upgrade", f"PYTHON={sys.executable}")
    assert done.stdout.startswith("as it was ")


def test_make_says_where_dateline_is_missing(project: Path) -> None:
    done = make(project, "run", "PYTHON=/bin/false")
    assert done.returncode == 2
    assert "dateline is not installed for /bin/false: activate the environment that has it" in done.stderr


def test_a_run_without_an_article_says_what_to_do(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 2
    assert result.stderr == (
        f"dateline: {project / 'articles'}: there is no article here: "
        "put one in, as .txt, .md, .html or .pdf\n"
    )


# Articles that are brought


def test_articles_are_copied_with_what_is_said_of_them(folder: Path, tmp_path: Path) -> None:
    article = tmp_path / "Frühling am Golf.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    article.with_suffix(".toml").write_text("published = 1998-05-04\n", encoding="utf-8")
    starting.init(folder, [article])
    assert (folder / "articles" / "Frühling am Golf.txt").read_text(encoding="utf-8") == ARTICLE
    assert (folder / "articles" / "Frühling am Golf.toml").is_file()


def test_one_that_cannot_be_read_is_refused_before_anything_is_written(folder: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("\n")
    result = invoke(folder, article)
    assert result.exit_code == 2
    assert result.stderr == f"dateline: {article}: empty: there is no text in it\n"
    assert not folder.exists()


def test_an_article_can_be_brought_later(project: Path, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(ARTICLE)
    assert invoke(project, tmp_path / "article.md").exit_code == 0
    assert (project / "articles" / "article.md").is_file()


def test_another_article_of_that_name_is_not_overwritten(project: Path, tmp_path: Path) -> None:
    (project / "articles" / "article.txt").write_text(ARTICLE)
    (tmp_path / "article.txt").write_text(ARTICLE + "They left.\n")
    with pytest.raises(InputError, match=r"would have the same name as .*articles/article\.txt"):
        starting.init(project, [tmp_path / "article.txt"])


def test_two_articles_of_a_name_would_have_the_same_report(folder: Path, tmp_path: Path) -> None:
    for name in ("article.txt", "article.md"):
        (tmp_path / name).write_text(ARTICLE)
    with pytest.raises(InputError, match="and so the same report"):
        starting.init(folder, [tmp_path / "article.txt", tmp_path / "article.md"])


def test_what_is_said_of_an_article_is_not_overwritten(project: Path, tmp_path: Path) -> None:
    for place in (project / "articles", tmp_path):
        (place / "article.txt").write_text(ARTICLE)
    (project / "articles" / "article.toml").write_text("published = 1998-05-04\n")
    (tmp_path / "article.toml").write_text("published = 1998-05-05\n")
    with pytest.raises(InputError, match="is there already, and differs from"):
        starting.init(project, [tmp_path / "article.txt"])


# A folder with something in it


def test_a_folder_with_other_files_becomes_a_project(folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    starting.init(folder)
    assert (folder / "notes.txt").read_text() == "mine"
    assert (folder / "Makefile").is_file()


def test_a_file_that_would_be_overwritten_is_a_reason_to_refuse(folder: Path) -> None:
    folder.mkdir()
    (folder / "README.md").write_text("mine")
    result = invoke(folder)
    assert result.exit_code == 2
    assert "is not empty, and its README.md is not dateline's; name a new or empty folder" in result.stderr
    assert below(folder) == {"README.md": b"mine"}


def test_the_repository_itself_is_refused(root: Path) -> None:
    result = invoke(root, "--dry-run")
    assert result.exit_code == 2
    assert "is not dateline's" in result.stderr


@pytest.mark.parametrize("path", ["", "notebooks"])
def test_a_file_in_the_place_of_a_folder_is_told(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("mine")
    with pytest.raises(InputError, match="is a file, and a folder of that name has to be there"):
        starting.init(folder)


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path) -> None:
    (folder / "Makefile").mkdir(parents=True)
    with pytest.raises(InputError, match="is not a file, and a file of that name has to go there"):
        starting.init(folder)


def test_what_was_interrupted_is_finished_by_the_next_call(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, calls = files.write, iter(range(7))

    def interrupted(path: Path, content: str | bytes) -> bool:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            starting.init(folder)
    assert len(below(folder)) == 7
    starting.init(folder)
    starting.init(tmp_path / "another")
    assert below(folder) == below(tmp_path / "another")


# A newer dateline


def test_where_nothing_is_new_nothing_is_written(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    assert done(project) == {}
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before


def test_a_file_that_was_left_alone_is_replaced(project: Path, newer) -> None:
    newer(Makefile="run:\n")
    assert done(project) == {"Makefile": "upgraded"}
    assert (project / "Makefile").read_text() == "run:\n"


def test_a_changed_file_stays_and_the_new_one_is_put_beside(project: Path, newer) -> None:
    (project / "Makefile").write_text("mine:\n")
    newer(Makefile="run:\n")
    assert done(project) == {"Makefile": "kept"}
    assert (project / "Makefile").read_text() == "mine:\n"
    assert (project / "Makefile.new").read_text() == "run:\n"


def test_a_new_version_is_put_beside_only_once(project: Path, newer) -> None:
    (project / "Makefile").write_text("mine:\n")
    newer(Makefile="run:\n")
    starting.init(project)
    (project / "Makefile.new").unlink()
    starting.init(project)
    assert not (project / "Makefile.new").exists()


def test_the_new_version_of_a_notebook_can_be_opened(project: Path, newer) -> None:
    (project / CONTEXT).write_text(rewritten(CONTEXT, markdown="# Mine"), encoding="utf-8")
    newer(**{"01_context.ipynb": rewritten(CONTEXT, markdown="# New")})
    assert done(project) == {CONTEXT: "kept"}
    book = nbformat.read(project / "notebooks" / "01_context.new.ipynb", as_version=4)
    assert book.cells[0].source == "# New"


def test_what_lies_beside_already_is_not_overwritten(project: Path, newer) -> None:
    (project / "README.md").write_text("mine")
    (project / "README.new.md").write_text("half merged")
    newer(**{"requirements.txt": "dateline\n", "README.md": "new"})
    starting.init(project)
    assert (project / "README.new.md").read_text() == "half merged"
    assert (project / "README.2.new.md").read_text() == "new"


def test_a_notebook_put_beside_is_not_run(project: Path) -> None:
    from dateline import notebooks

    (project / CONTEXT).rename(project / "notebooks" / "01_context.new.ipynb")
    names = [path.name for path in notebooks.stored(project / "notebooks")]
    assert names[:2] == ["00_article.ipynb", "02_incidents.ipynb"]


def test_taking_the_new_version_over_ends_the_matter(project: Path, newer) -> None:
    (project / "Makefile").write_text("mine:\n")
    newer(Makefile="run:\n")
    starting.init(project)
    (project / "Makefile.new").replace(project / "Makefile")
    assert done(project) == {}


def test_a_changed_file_of_which_nothing_is_new_stays(project: Path) -> None:
    (project / "README.md").write_text("mine")
    assert done(project) == {"README.md": "kept"}
    assert not (project / "README.new.md").exists()


def test_a_deleted_file_stays_deleted(project: Path, newer) -> None:
    (project / "environment.yml").unlink()
    newer(**{"environment.yml": "name: new\n"})
    assert done(project) == {"environment.yml": "left out"}
    assert done(project) == {"environment.yml": "left out"}
    assert not (project / "environment.yml").exists()


def test_a_file_that_no_longer_comes_with_dateline_is_told_and_left(project: Path, newer) -> None:
    newer(Makefile=None)
    assert done(project) == {"Makefile": "outdated"}
    assert (project / "Makefile").is_file()
    assert done(project) == {}


def test_a_file_that_is_new_and_that_the_user_has_already_stays_his(project: Path, newer) -> None:
    (project / "PINS.txt").write_text("mine")
    newer(**{"PINS.txt": "new"})
    assert done(project) == {"PINS.txt": "kept"}
    assert (project / "PINS.new.txt").read_text() == "new"


def test_the_record_is_renewed_as_a_whole_or_waits_as_a_whole(project: Path, newer) -> None:
    wars = project / "reference" / "wars.csv"
    wars.write_text(wars.read_text(encoding="utf-8") + "mine\n", encoding="utf-8")
    newer(**{"wars.csv": "new wars", "holders.csv": "new holders", "Makefile": "run:\n"})
    expected = {"reference/wars.csv": "kept", "reference/holders.csv": "kept"}
    assert done(project) == expected | {"Makefile": "upgraded"}
    assert (project / "reference" / "holders.new.csv").read_text() == "new holders"
    assert done(project) == expected


def test_rows_of_ones_own_are_no_hindrance_to_other_tables(project: Path, newer) -> None:
    wars = project / "reference" / "wars.csv"
    wars.write_text(wars.read_text(encoding="utf-8") + "mine\n", encoding="utf-8")
    newer(**{"holders.csv": "new holders"})
    assert done(project) == {"reference/wars.csv": "kept", "reference/holders.csv": "upgraded"}


def test_other_line_ends_are_no_change(project: Path, newer) -> None:
    for name in ("Makefile", CONTEXT):
        text = (project / name).read_bytes().replace(b"\n", b"\r\n")
        (project / name).write_bytes(text)
    newer(Makefile="run:\n")
    assert done(project) == {"Makefile": "upgraded"}


def executed(path: Path, number: int = 3) -> None:
    """As JupyterLab saves a notebook that was run to its end: outputs, numbers, an empty cell."""
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.execution_count = number
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="7 events\n")]
            cell.metadata["execution"] = {"shell.execute_reply": "2031-01-01"}
    book.cells.append(nbformat.v4.new_code_cell(""))
    nbformat.write(book, path)


def test_a_notebook_that_was_only_executed_was_left_alone(project: Path, newer) -> None:
    executed(project / CONTEXT)
    newer(**{"01_context.ipynb": rewritten(CONTEXT, markdown="# New")})
    assert done(project) == {CONTEXT: "upgraded"}
    assert (project / CONTEXT).read_text(encoding="utf-8") == rewritten(CONTEXT, markdown="# New")


def test_where_nothing_is_new_a_notebook_keeps_its_outputs(project: Path) -> None:
    executed(project / CONTEXT)
    before = (project / CONTEXT).read_bytes()
    assert done(project) == {}
    assert (project / CONTEXT).read_bytes() == before


def test_parameters_are_kept_and_the_rest_is_renewed(project: Path, newer) -> None:
    chosen = 'article = "data/articles/mine.html"\nsides = ["IRN", "IRQ"]\nsources = []'
    (project / CONTEXT).write_text(rewritten(CONTEXT, parameters=chosen), encoding="utf-8")
    offered = rewritten(CONTEXT, markdown="# New", parameters="article = None\nwidth = 7\nsides = None")
    newer(**{"01_context.ipynb": offered})
    assert done(project) == {CONTEXT: "upgraded"}
    book = nbformat.read(project / CONTEXT, as_version=4)
    assert book.cells[0].source == "# New"
    assert book.cells[1].source == chosen + "\nwidth = 7"
    assert done(project) == {}


def test_parameters_alone_are_no_reason_to_write(project: Path) -> None:
    text = rewritten(CONTEXT, parameters='article = "articles/mine.html"\nsides = None\nsources = []')
    (project / CONTEXT).write_text(text, encoding="utf-8")
    assert done(project) == {}
    assert (project / CONTEXT).read_text(encoding="utf-8") == text


def test_parameters_that_are_no_python_are_kept_too(project: Path, newer) -> None:
    (project / CONTEXT).write_text(rewritten(CONTEXT, parameters='article = "'), encoding="utf-8")
    newer(**{"01_context.ipynb": rewritten(CONTEXT, markdown="# New")})
    assert done(project) == {CONTEXT: "upgraded"}
    assert nbformat.read(project / CONTEXT, as_version=4).cells[1].source == 'article = "'


def test_a_notebook_without_its_cell_of_parameters_is_a_changed_one(project: Path, newer) -> None:
    book = json.loads((project / CONTEXT).read_text(encoding="utf-8"))
    book["cells"] = [cell for cell in book["cells"] if "parameters" not in blank.tags(cell)]
    (project / CONTEXT).write_text(blank.written(book), encoding="utf-8")
    assert done(project) == {CONTEXT: "kept"}
    newer(**{"01_context.ipynb": rewritten(CONTEXT, markdown="# New")})
    assert done(project) == {CONTEXT: "kept"}
    assert json.loads((project / CONTEXT).read_text(encoding="utf-8")) == book


def test_a_notebook_that_is_none_any_more_is_kept(project: Path, newer) -> None:
    (project / CONTEXT).write_text("<<<<<<< HEAD\n")
    newer(**{"01_context.ipynb": rewritten(CONTEXT, markdown="# New")})
    assert done(project) == {CONTEXT: "kept"}
    assert (project / CONTEXT).read_text() == "<<<<<<< HEAD\n"


def test_an_older_dateline_leaves_a_newer_project_alone(project: Path) -> None:
    told = json.loads((project / ".dateline.json").read_text())
    (project / ".dateline.json").write_text(json.dumps(told | {"version": "99.10.0"}))
    with pytest.raises(InputError, match=rf"written by dateline 99\.10\.0, and this is {__version__}"):
        starting.init(project)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 3, "files": {}}', '{"files": {}}', '{"version": "0"}']
)
def test_a_spoilt_memory_is_told(project: Path, text: str) -> None:
    (project / ".dateline.json").write_text(text)
    with pytest.raises(InputError, match="not as `dateline init` wrote it"):
        starting.init(project)


# What it says


def test_it_lists_what_was_written_and_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("my project")
    assert result.exit_code == 0
    assert result.stdout.startswith("new       .gitignore\nnew       Makefile\n")
    assert result.stdout.endswith(
        "\nNext:\n  cd 'my project'\n  put an article into articles/: .txt, .md, .html or .pdf\n"
        "  make run       (or: dateline run)\n"
    )


def test_it_lists_what_was_kept(project: Path, newer) -> None:
    (project / "README.md").write_text("mine")
    (project / "environment.yml").unlink()
    newer(**{"README.md": "new", "Makefile": "run:\n"})
    lines = invoke(project).stdout.splitlines()
    assert lines[:3] == [
        "upgraded  Makefile",
        "kept      README.md (yours; the new version is README.new.md)",
        "left out  environment.yml (you deleted it)",
    ]
    assert re.fullmatch(r"as it was \d+ files", lines[3])


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    result = invoke(folder, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("new       .gitignore\n")
    assert result.stdout.endswith("Nothing was written.\n")
    assert not folder.exists()
