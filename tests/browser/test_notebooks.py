"""Every notebook in JupyterLab: opened, run, measured in both widths and themes, run on another article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from browser import lab, pages
from browser.conftest import OTHER, ROOT
from playwright.sync_api import Page

from dateline.notebooks import parameter_names

BOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@dataclass
class Read:
    """A notebook that was opened and run, and what was seen on the way."""

    name: str
    book: lab.Notebook
    heard: pages.Heard
    questions: list[str]
    silent_when_opened: list[str]


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.stem)
def read(request: pytest.FixtureRequest, page: Page, running: lab.Lab, pictures: Path) -> Iterator[Read]:
    heard = pages.listen(page, running.url, running.url.replace("http", "ws"))
    lab.set_window(page, 1280)
    book = lab.open_notebook(page, running, f"notebooks/{request.param.name}")
    questions, silent = book.questions(), pages.without_alternative(book.panel)
    book.run_all()
    book.pictures(pictures, f"{request.param.stem}-light-1280")
    yield Read(request.param.stem, book, heard, questions, silent)
    running.shut_down_kernels()


def test_it_opens_without_a_question(read: Read) -> None:
    assert read.questions == []


def test_all_cells_run(read: Read) -> None:
    assert read.book.errors() == []
    assert read.book.questions() == []


def test_a_picture_can_be_read_aloud(read: Read) -> None:
    """In the outputs that are stored, shown before the notebook is trusted, and in its own."""
    assert read.silent_when_opened == []
    assert pages.without_alternative(read.book.panel) == []


@pytest.mark.parametrize("width", [1280, 1920])
def test_it_fits_the_window(read: Read, width: int, pictures: Path) -> None:
    read.book.resize(width)
    if width != 1280:
        read.book.pictures(pictures, f"{read.name}-light-{width}")
    assert pages.too_wide(read.book.panel) == []


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_it_can_be_read_by_day_and_by_night(read: Read, theme: str, pictures: Path) -> None:
    read.book.resize(1280)
    lab.set_theme(read.book.page, theme)
    if theme == "Dark":
        read.book.pictures(pictures, f"{read.name}-dark-1280")
    outputs = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
    assert pages.violations(read.book.page, outputs, ["color-contrast", "link-in-text-block"]) == []


def test_it_asks_nothing_of_the_network(read: Read) -> None:
    assert read.heard.requests == []


def test_it_runs_on_another_article(read: Read, pictures: Path) -> None:
    stored = nbformat.read(ROOT / "notebooks" / f"{read.name}.ipynb", as_version=4)
    if "articles" in parameter_names(stored):
        read.book.set_parameter("articles", ["data/articles/*", OTHER])
    else:
        read.book.set_parameter("article", OTHER)
    before = read.book.outputs.all_inner_texts()
    read.book.run_all()
    read.book.pictures(pictures, f"{read.name}-other-1280")
    assert read.book.errors() == []
    assert read.book.outputs.all_inner_texts() != before
    assert pages.without_alternative(read.book.panel) == []
    assert pages.too_wide(read.book.panel) == []
