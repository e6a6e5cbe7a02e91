"""A browser, JupyterLab on a copy of the project, and a report made of it. All end with the tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, lab, processes
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "data/articles/2011-04-25_ashraf_us-pakistan.txt"
# Another dispute, another decade's way of writing, another kind of file.
OTHER = "mine/galwan_2020.md"
_COPIED = ("data", "notebooks")


@pytest.fixture(scope="session", autouse=True)
def nothing_stays() -> Iterator[None]:
    """The check after all tests, whatever became of them: what they started has ended."""
    processes.adopt_orphans()
    processes.end_on_terminate()
    before = processes.family()
    yield
    left = processes.left(before)
    names = [f"{one.pid} {' '.join(one.cmdline())[:120]}" for one in left]
    processes.kill(left)
    assert names == [], "still running after the tests"


@pytest.fixture(scope="session")
def browser(nothing_stays: None) -> Iterator[Browser]:
    program = chromium.find()
    assert program, "no Chrome or Chromium on PATH; `make test-browser` installs one"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=chromium.arguments())
        yield started
        close(started)


def close(opened: Browser | BrowserContext) -> None:
    """Close it, unless an interrupt, which goes to all processes of a terminal, has closed it before."""
    with contextlib.suppress(Error):
        opened.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where screenshots go."""
    folder = ROOT / "build" / "screenshots"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's articles, record and notebooks, and one article more: the files here stay untouched."""
    folder = tmp_path_factory.mktemp("project")
    for name in _COPIED:
        ignored = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    (folder / OTHER).parent.mkdir()
    shutil.copy(ROOT / "tests" / "articles" / "texts" / Path(OTHER).name, folder / OTHER)
    return folder


@pytest.fixture(scope="session")
def running(nothing_stays: None, copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Lab]:
    """JupyterLab on the copy."""
    started = lab.start(copy, tmp_path_factory.mktemp("jupyter"))
    try:
        yield started
    finally:
        started.stop()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own, which knows nothing of other tests' windows."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    yield context.new_page()
    close(context)


@pytest.fixture(scope="session")
def report(nothing_stays: None, copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the bundled article: its index."""
    out = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "dateline", "run", ARTICLE, "--out", str(out)]
    made = subprocess.run(command, cwd=copy, env=dict(os.environ), capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return out / "report" / "index.html"
