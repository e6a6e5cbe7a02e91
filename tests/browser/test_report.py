"""The report, opened from disk: read on a desk and on a phone, by day and by night, followed to its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from browser import lab, pages
from browser.conftest import close
from playwright.sync_api import Browser, Locator, Page, expect

PHONE, DESK = 390, 1280


@dataclass
class Report:
    """The report in a window, and all of its pages by the address that leads to them."""

    page: Page
    index: str
    heard: pages.Heard
    links: dict[str, list[str]] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)

    def read(self, address: str, width: int = DESK) -> Locator:
        """A page of it; what is on it."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(address)
        lab.settle(self.page)
        return self.page.locator("html")

    def name(self, address: str) -> str:
        return unquote(address).removeprefix(unquote(self.index).removesuffix("index.html"))


@pytest.fixture(scope="module")
def site(browser: Browser, report: Path) -> Iterator[Report]:
    """Every page that can be reached from the index, read once."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    found = Report(page, report.as_uri(), pages.listen(page, report.parent.as_uri()))
    waiting = [found.index]
    while waiting:
        address = waiting.pop()
        if address not in found.links:
            body = found.read(address)
            found.links[address] = body.evaluate(
                "one => [...one.querySelectorAll('a[href]')].map(a => a.href)"
            )
            ids = body.evaluate("one => [...one.querySelectorAll('[id]')].map(other => other.id)")
            found.anchors[address] = {"", "top", *ids}
            waiting += [to for link in found.links[address] if (to := urldefrag(link).url).endswith(".html")]
    yield found
    close(context)


def test_it_has_a_page_for_every_notebook(site: Report, copy: Path) -> None:
    written = {Path(unquote(urlsplit(address).path)).stem for address in site.links}
    # A notebook that holds several articles side by side has nothing to say of one.
    books = {path.stem for path in (copy / "notebooks").glob("*.ipynb") if "comparison" not in path.stem}
    assert books | {"index"} <= written


def test_every_link_leads_somewhere(site: Report) -> None:
    lost = []
    for address, links in site.links.items():
        for link in links:
            to, anchor = urldefrag(link)
            if urlsplit(to).scheme in ("http", "https", "mailto"):
                continue  # a citation; nothing is fetched unless a reader asks
            path = Path(unquote(urlsplit(to).path))
            known = site.anchors.get(to, {""})
            if not path.is_file() or unquote(anchor) not in known:
                lost.append(f"{site.name(address)} -> {site.name(link)}")
    assert lost == []


def test_a_reader_gets_from_the_index_to_a_page_and_on_to_the_next(site: Report) -> None:
    site.read(site.index)
    first = next(to for to in site.links[site.index] if to.endswith("00_article.html"))
    href = site.page.evaluate(
        "to => [...document.links].find(a => a.href === to).getAttribute('href')", first
    )
    site.page.locator(f'a[href="{href}"]:visible').first.click()
    expect(site.page).to_have_url(first)
    expect(site.page.get_by_role("heading", level=1)).to_be_visible()
    site.page.locator('a[href$="01_context.html"]:visible').last.click()
    expect(site.page).to_have_url(re.compile("01_context"))
    expect(site.page.get_by_role("heading", level=1)).to_be_visible()


def test_code_is_out_of_the_way_until_it_is_asked_for(site: Report) -> None:
    """By mouse and by keyboard: the switch is a check box."""
    books = [address for address in site.links if address != site.index]
    for address in books:
        site.read(address)
        code = site.page.get_by_text("from dateline import").first
        switch = site.page.get_by_role("checkbox", name=re.compile("code", re.IGNORECASE))
        expect(code, f"{site.name(address)} hides code").to_be_hidden()
        switch.focus()
        site.page.keyboard.press("Space")
        expect(code, f"{site.name(address)} shows code").to_be_visible()
        wide = pages.too_wide(site.page.locator("html"))
        assert wide == [], site.name(address)
        site.page.locator("label", has_text=re.compile("code", re.IGNORECASE)).click()
        expect(code, f"{site.name(address)} hides code again").to_be_hidden()


def test_pictures_can_be_read_aloud(site: Report) -> None:
    silent = {
        site.name(at): found for at in site.links if (found := pages.without_alternative(site.read(at)))
    }
    assert silent == {}


@pytest.mark.parametrize("width", [PHONE, 768, DESK, 1920])
def test_it_fits_every_screen(site: Report, width: int, pictures: Path) -> None:
    """Down to a phone's, where a table may be pushed sideways, but never the page."""
    wide = {}
    for address in site.links:
        body = site.read(address, width)
        if width != 768:
            picture(site, address, width, pictures)
        beyond = [line for line in pages.too_wide(body) if width >= DESK or " scrolls: " not in line]
        if body.evaluate("one => one.scrollWidth > one.clientWidth"):
            beyond.append("the page")
        if beyond:
            wide[site.name(address)] = beyond
    assert wide == {}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_it_is_accessible(site: Report, width: int) -> None:
    """By axe-core, with its code shown; nothing serious, and nothing else that pa11y would name."""
    found = {}
    for address in site.links:
        site.read(address, width)
        for box in site.page.get_by_role("checkbox").all():
            box.check()
        if wrong := pages.violations(site.page):
            found[site.name(address)] = wrong
    assert found == {}


def test_it_can_be_read_by_night(site: Report, pictures: Path) -> None:
    found = {}
    site.page.emulate_media(color_scheme="dark")
    try:
        for address in site.links:
            site.read(address)
            picture(site, address, "dark", pictures)
            if wrong := pages.violations(site.page, rules=["color-contrast", "link-in-text-block"]):
                found[site.name(address)] = wrong
    finally:
        site.page.emulate_media(color_scheme=None)
    assert found == {}


def test_ids_are_given_once_and_headings_in_order(site: Report) -> None:
    """What axe leaves to other checkers."""
    wrong = {}
    for address in site.links:
        body = site.read(address)
        twice = body.evaluate("""one => [...one.querySelectorAll('[id]')].map(other => other.id)
          .filter((id, at, ids) => ids.indexOf(id) !== at)""")
        untold = body.evaluate("""one => [...one.querySelectorAll('th:not([scope]), a:not([href])')]
          .map(other => other.outerHTML.slice(0, 80))""")
        if twice or untold:
            wrong[site.name(address)] = [*twice, *untold[:5]]
    assert wrong == {}


def test_it_prints_on_a_sheet(site: Report) -> None:
    """A4 with margins of 2 cm is 643 px wide."""
    site.page.emulate_media(media="print")
    try:
        wide = {site.name(at): found for at in site.links if (found := pages.too_wide(site.read(at, 643)))}
    finally:
        site.page.emulate_media(media=None)
    assert wide == {}


def test_it_asks_nothing_of_the_network_and_complains_of_nothing(site: Report) -> None:
    assert site.heard.requests == []
    assert site.heard.complaints == []


def picture(site: Report, address: str, kind: object, folder: Path) -> None:
    """The whole page, from top to bottom."""
    name = Path(unquote(urlsplit(address).path)).stem
    site.page.screenshot(path=folder / f"report-{name}-{kind}.png", full_page=True)
