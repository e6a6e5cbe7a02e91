"""A reader puts a row right in JupyterLab: it is kept in the project's reviews, and the ledger says so."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import lab, pages
from browser.conftest import ARTICLE
from playwright.sync_api import Locator, Page, expect

REVIEWER, REASON = "R. Eader", "the text says which part of it acts"


@pytest.fixture
def reviews(copy: Path) -> Iterator[Path]:
    """Where the article's corrections go; what the test wrote goes again."""
    path = copy / "data" / "reviews" / f"{Path(ARTICLE).stem}.csv"
    before = path.read_bytes() if path.exists() else None
    yield path
    path.unlink(missing_ok=True)
    if before is not None:
        path.write_bytes(before)


def test_a_row_is_put_right(page: Page, running: lab.Lab, reviews: Path, pictures: Path) -> None:
    book = lab.open_notebook(page, running, "notebooks/02_incidents.ipynb")
    cell = book.add_cell('from dateline.reviewing import review\n\nreview(article, "events")')
    book.run_all()
    assert book.errors() == []

    panel = cell.locator(".jp-OutputArea-output").filter(has=page.get_by_role("button", name="Save"))
    panel.scroll_into_view_if_needed()
    panel.get_by_role("button", name="Next").click()
    panel.get_by_role("button", name="Back").click()
    panel.get_by_role("button", name="change", exact=True).click()
    fill(panel, "Reviewer", REVIEWER)
    choose(panel, "Column", "source_sector")
    choose(panel, "Value", "MIL")
    fill(panel, "Reason", REASON)
    page.screenshot(path=pictures / "review-panel.png")
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_role("status"), "it is saved").to_contain_text("1 correction")
    page.screenshot(path=pictures / "review-saved.png")
    assert pages.too_wide(panel) == []

    with reviews.open(encoding="utf-8", newline="") as file:
        kept = [row for row in csv.DictReader(file) if row["reviewer"] == REVIEWER]
    assert [(row["table"], row["action"], row["column"], row["value"], row["reason"]) for row in kept] == [
        ("events", "change", "source_sector", "MIL", REASON)
    ]

    book.run_all()
    assert book.errors() == []
    row = book.outputs.locator("tr").filter(has_text=re.compile("corrected")).filter(has_text=REVIEWER)
    expect(row, "the ledger marks the row").not_to_have_count(0)
    row.first.scroll_into_view_if_needed()
    page.screenshot(path=pictures / "review-ledger.png")
    running.shut_down_kernels()


def test_what_cannot_be_saved_says_why(page: Page, running: lab.Lab, reviews: Path) -> None:
    book = lab.open_notebook(page, running, "notebooks/02_incidents.ipynb")
    cell = book.add_cell(f'from dateline.reviewing import review\n\nreview("{ARTICLE}", "events")')
    book.run(cell)
    panel = cell.locator(".jp-OutputArea-output").filter(has=page.get_by_role("button", name="Save"))
    panel.get_by_role("button", name="drop", exact=True).click()
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_role("alert"), "it says why").to_contain_text(
        re.compile("review|reason", re.IGNORECASE)
    )
    assert not reviews.exists() or REVIEWER not in reviews.read_text(encoding="utf-8")
    running.shut_down_kernels()


def fill(panel: Locator, label: str, text: str) -> None:
    """Write into a field, and leave it, which is when a widget takes it over."""
    box = panel.get_by_label(label, exact=True).locator("visible=true")
    box.fill(text)
    box.press("Tab")


def choose(panel: Locator, label: str, value: str) -> None:
    """Choose from a list, as soon as there is one: the panel offers lists for what was chosen before."""
    box = panel.get_by_label(label, exact=True).and_(panel.locator("select:visible"))
    box.select_option(label=value)
