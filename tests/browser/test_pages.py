"""The checks see what they are for: each is shown a page that is wrong in its way, and one that is right."""

from __future__ import annotations

import pytest
from browser import pages
from playwright.sync_api import Page

# As in JupyterLab: what is looked at lies far down in a box that scrolls.
_FRAME = """<!DOCTYPE html><html lang="en"><title>A page</title><body style="margin: 0"><main><h1>A page</h1>
<div id="box" tabindex="0" style="height: 500px; overflow-y: auto; overflow-x: hidden">
<div style="height: 5000px">Above.</div><div class="output">{}</div></div></main></body></html>"""

_TABLE = '<div tabindex="0" style="overflow: auto"><div style="width: {}px">wide</div></div>'


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('<p style="color: #999; background: #fff">pale</p>', '<p style="color: #555">not pale</p>'),
        ('<p style="opacity: .5">thin</p>', "<p>not thin</p>"),
        ("<h2></h2>", "<h2>A part</h2>"),
        ("<h4>Two steps down</h4>", "<h2>One step down</h2>"),
        ('<img src="data:,">', '<img src="data:," alt="A map">'),
        ('<input type="checkbox">', '<label><input type="checkbox"> Code</label>'),
    ],
    ids=["contrast", "opacity", "empty-heading", "heading-order", "alternative", "label"],
)
def test_what_cannot_be_used_by_everybody_is_found(page: Page, wrong: str, right: str) -> None:
    page.set_content(_FRAME.format(wrong))
    assert len(pages.violations(page)) == 1
    page.set_content(_FRAME.format(right))
    assert pages.violations(page) == []


def test_a_rule_can_be_held_against_a_part_of_a_page(page: Page) -> None:
    page.set_content(_FRAME.format('<p style="color: #aaa">pale</p>'))
    assert len(pages.violations(page, ".output", ["color-contrast"])) == 1
    assert pages.violations(page, "h1", ["color-contrast"]) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (_TABLE.format(2000), _TABLE.format(300)),
        (
            '<img alt="" width="2000" height="9" src="data:,">',
            '<img alt="" width="200" height="9" src="data:,">',
        ),
        (f"<p>{'long' * 900}</p>", f"<p>{'long ' * 900}</p>"),
    ],
    ids=["scrolling", "picture", "word"],
)
def test_what_does_not_fit_is_found(page: Page, wrong: str, right: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_content(_FRAME.format(wrong))
    assert len(pages.too_wide(page.locator("main"))) >= 1
    page.set_content(_FRAME.format(right))
    assert pages.too_wide(page.locator("main")) == []


def test_a_picture_that_says_nothing_is_found(page: Page) -> None:
    page.set_content(
        _FRAME.format('<img src="data:,"><img src="data:," alt=" "><img src="data:," alt="A map">')
    )
    assert len(pages.without_alternative(page.locator("main"))) == 2


def test_a_request_and_an_error_are_heard(page: Page) -> None:
    heard = pages.listen(page, "file:")
    page.set_content('<img src="http://elsewhere.invalid/a.png" alt="A map"><script>nothing()</script>')
    assert heard.requests == ["http://elsewhere.invalid/a.png"]
    assert any("nothing is not defined" in one for one in heard.complaints)
