"""What is packaged: dateline without its repository reads an article, and starts a project that runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ARTICLE = """<!DOCTYPE html>
<!-- saved from url=(0036)https://review.example/talks-at-sea -->
<html lang="en"><head><title>Talks at sea | The Example Review</title></head><body>
<nav><a href="/">Home</a> <a href="/opinion">Opinion</a></nav>
<article><h1>Talks at sea</h1><p class="byline">By Anna Lind</p><time datetime="1998-05-12">12 May 1998</time>
<p>On 4 May 1998 Iranian guards arrested two Iraqi fishermen in the Gulf. A day later Iraq summoned the
Iranian ambassador and demanded their release. Iran rejected the demand on 7 May.</p>
<p>If the two governments do not return to talks, trade in the Gulf could suffer.</p>
</article><footer>© 1998 The Example Review</footer></body></html>
"""


def build(kind: str, project: Path, out: Path) -> Path:
    """The file that the build back end makes of a project, without a download."""
    code = f"import sys; from setuptools import build_meta; print(build_meta.build_{kind}(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(out)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return out / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build reads, apart from the repository, in which it would leave things behind."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(root / name, folder)
    for name in ("src/dateline", "notebooks", "data", "docs"):
        unwanted = shutil.ignore_patterns("__pycache__", "*.part", ".ipynb_checkpoints")
        shutil.copytree(root / name, folder / name, ignore=unwanted)
    return folder


@pytest.fixture(scope="module")
def source(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", copy, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", copy, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel in it; all else it borrows from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    found = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(found), "install", "--quiet", "--no-index"]
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    tell = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([found, "-c", tell], capture_output=True, text=True, check=True).stdout.strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(site) / "borrowed.pth").write_text("".join(f"{path}\n" for path in sorted(borrowed)))
    (folder / "share").symlink_to(Path(sys.prefix) / "share")  # nbconvert's templates
    return found


@pytest.fixture(scope="module")
def places(python: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An empty folder in which an article is run, and a new project, run by its Makefile.

    The project keeps one notebook, for the folder shows that all of them run.
    """
    folder = tmp_path_factory.mktemp("places")
    article = folder / "Gespräche auf See.html"
    article.write_text(ARTICLE, encoding="utf-8")
    (folder / "elsewhere").mkdir()
    dateline = [python, "-m", "dateline"]
    subprocess.run([*dateline, "init", "my-project", article], cwd=folder, check=True, capture_output=True)
    for book in (folder / "my-project" / "notebooks").iterdir():
        if book.stem != "03_implications":
            book.unlink()
    started = [
        subprocess.Popen(command, cwd=folder / place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for place, command in (
            ("my-project", ["make", "run", f"PYTHON={python}"]),
            ("elsewhere", [*dateline, "run", article]),
        )
    ]
    for process in started:
        errors = process.communicate()[1]
        assert process.returncode == 0, errors.decode()
    return {"my-project": folder / "my-project", "elsewhere": folder / "elsewhere"}


def told(python: Path, statement: str, folder: Path) -> str:
    """What a statement prints where there is no repository."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [python, "-c", statement]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_environment_has_the_wheel_and_not_the_repository(python: Path, tmp_path: Path) -> None:
    place = told(python, "import dateline; print(dateline.__file__)", tmp_path)
    assert Path(place).is_relative_to(python.parents[1])


def pages(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "build" / "report").rglob("*.html")}


def test_a_project_has_a_page_for_its_notebook(places: dict[str, Path]) -> None:
    assert pages(places["my-project"]) >= {"03_implications", "index"}


def test_without_a_project_there_is_a_page_for_each_packaged_notebook_on_an_article(
    places: dict[str, Path], root: Path
) -> None:
    books = {path.stem for path in (root / "notebooks").glob("*.ipynb")}
    on_one = books - {"03_afghanistan", "04_comparison"} | {"03_implications"}
    assert pages(places["elsewhere"]) == on_one | {"index"}


@pytest.mark.parametrize("place", ["my-project", "elsewhere"])
def test_the_article_was_read_and_held_against_the_record(places: dict[str, Path], place: str) -> None:
    tables = places[place] / "build" / "tables" / "Gespräche auf See"
    events = (tables / "events.csv").read_text(encoding="utf-8")
    assert "arrested" in events and "summoned" in events
    assert (tables / "findings.csv").is_file()


def test_both_read_the_same(places: dict[str, Path]) -> None:
    found = [
        {path.name: path.read_bytes() for path in (place / "build" / "tables").rglob("*.csv")}
        for place in places.values()
    ]
    assert found[0] == found[1]


def test_nothing_is_written_beside_the_report(places: dict[str, Path]) -> None:
    assert [path.name for path in places["elsewhere"].iterdir()] == ["build"]


def test_an_upgrade_to_the_same_version_changes_nothing(places: dict[str, Path], python: Path) -> None:
    command = ["make", "upgrade", f"PYTHON={python}"]
    project = places["my-project"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    told = [line.split()[0] for line in done.stdout.splitlines() if line.startswith(("new", "up", "kept"))]
    assert told == []
    assert done.stdout.count("you deleted it") >= 3


def contents(archive: Path) -> dict[str, str]:
    """The text of each file in a wheel or a source distribution."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}
    with tarfile.open(archive) as packed:
        members = [member for member in packed.getmembers() if member.isfile()]
        return {m.name: packed.extractfile(m).read().decode("utf-8", "replace") for m in members}


@pytest.mark.parametrize("kind", ["wheel", "source"])
def test_no_article_is_packaged(kind: str, request: pytest.FixtureRequest, root: Path) -> None:
    packed = contents(request.getfixturevalue(kind))
    words = {name: " ".join(text.split()) for name, text in packed.items()}
    for article in (root / "data" / "articles").glob("*.txt"):
        text = article.read_text(encoding="utf-8-sig")
        sentences = [" ".join(sentence.split()) for sentence in re.split(r"[.?!]\s|\n\s*\n", text)]
        long = [sentence for sentence in sentences if len(sentence) > 80]
        assert len(long) > 10
        assert [(name, s) for s in long for name, text in words.items() if s in text] == []


@pytest.mark.parametrize("kind", ["wheel", "source"])
def test_packaged_notebooks_have_no_outputs(kind: str, request: pytest.FixtureRequest) -> None:
    packed = contents(request.getfixturevalue(kind))
    books = [json.loads(text) for name, text in packed.items() if name.endswith(".ipynb")]
    assert len(books) >= 4
    assert [c for book in books for c in book["cells"] if c.get("outputs") or c.get("execution_count")] == []


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path, copy: Path) -> None:
    package = copy / "src" / "dateline"
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    assert files - set(contents(wheel)) == set()


def test_a_wheel_from_the_source_distribution_holds_the_same(
    source: Path, wheel: Path, tmp_path: Path
) -> None:
    shutil.unpack_archive(source, tmp_path)
    (tmp_path / "out").mkdir()
    again = build("wheel", tmp_path / source.name.removesuffix(".tar.gz"), tmp_path / "out")
    assert contents(again) == contents(wheel)
