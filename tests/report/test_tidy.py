"""A notebook's HTML on a page of its own: nothing runs, everything can be reached and is in order."""

from __future__ import annotations

import pytest

from dateline.report.tidy import fragment, tidy

TABLE = (
    "<table><thead><tr><th scope='col'></th><th>when</th></tr></thead>"
    "<tbody><tr><th>talks</th><td>1998</td></tr></tbody></table>"
)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<iframe src="https://example.org"></iframe>',
        "<svg><script>alert(1)</script></svg>",
        '<meta http-equiv="refresh" content="0; url=https://example.org">',
        '<base href="https://example.org">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        "<style>@import 'https://example.org/a.css'</style>",
        "<form action='https://example.org'><input name=a></form>",
        "<object data='a.swf'></object>",
    ],
)
def test_what_runs_or_fetches_goes(html: str) -> None:
    assert fragment(f"<p>before</p>{html}<p>after</p>") == "<p>before</p><p>after</p>"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JaVa\tScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "../a.md",
        "//[x",
    ],
)
def test_a_link_that_leads_out_of_the_report_and_the_web_has_no_target(href: str) -> None:
    assert fragment(f'<p><a href="{href}">here</a></p>') == "<p><a>here</a></p>"


@pytest.mark.parametrize("href", ["https://example.org/a?b=1", "mailto:a@example.org", "#part-1"])
def test_links_of_the_web_and_of_the_page_stay(href: str) -> None:
    assert fragment(f'<p><a href="{href}">here</a></p>') == f'<p><a href="{href}">here</a></p>'


def test_a_link_to_a_notebook_leads_to_its_page() -> None:
    asked = []

    def resolve(path: str, name: str) -> str:
        asked.append((path, name))
        return "00_article.html#s_1"

    html = fragment('<p><a href="00_article.ipynb#s_1">no. 4</a></p>', resolve)
    assert (html, asked) == ('<p><a href="00_article.html#s_1">no. 4</a></p>', [("00_article", "s_1")])


def test_attributes_that_run_go_and_those_that_tell_stay() -> None:
    html = '<p onclick="alert(1)" style="color: red" aria-label="a">b</p>'
    assert fragment(html) == '<p style="color: red" aria-label="a">b</p>'


def test_a_table_scrolls_by_itself_and_takes_the_focus() -> None:
    html = tidy(f"<h1>When?</h1><h2>The ledger</h2>{TABLE}").html
    assert (
        '<div class="dateline-scroll" tabindex="0" role="group" aria-label="Table: The ledger"><table>'
        in html
    )


def test_what_scrolls_already_is_not_put_into_another_box() -> None:
    html = fragment(f'<div style="overflow-x: auto" aria-label="Events">{TABLE}</div>')
    assert html.count("<div") == 1
    assert 'class="dateline-scroll" tabindex="0" role="group"' in html and 'aria-label="Events"' in html


def test_header_cells_say_what_they_head_and_a_corner_heads_nothing() -> None:
    html = fragment(TABLE)
    assert '<th scope="col">when</th>' in html
    assert '<th scope="row">talks</th>' in html
    assert "<tr><td></td>" in html


def test_a_table_of_many_columns_is_wide() -> None:
    assert '<table class="wide">' in fragment("<table><tr><td>1<td>2<td>3<td>4</table>")
    assert "wide" not in fragment("<table><tr><td>1<td>2<td>3</table>")


def test_a_picture_scrolls_and_has_a_text_for_those_who_do_not_see_it() -> None:
    html = fragment('<figure><img src="data:image/png;base64,AA"><figcaption>a</figcaption></figure>')
    assert 'aria-label="Figure"><img src="data:image/png;base64,AA" alt=""></div><figcaption>' in html


def test_headings_are_in_order_below_one_first() -> None:
    told = tidy("<h1>One</h1><h4>Two</h4><h1>Three</h1><h2>Four</h2>")
    assert told.heading == "One"
    assert told.contents == (("part-1", "Two"), ("part-2", "Three"), ("part-3", "Four"))
    assert "<h1" not in told.html


def test_an_id_is_there_once() -> None:
    assert fragment('<p id="a">1</p><p id="a">2</p><p id="main">3</p>') == '<p id="a">1</p><p>2</p><p>3</p>'


def test_characters_that_no_page_can_hold_are_replaced() -> None:
    assert fragment("<p>a\x00b\ud800c</p>") == "<p>a\ufffdb\ufffdc</p>"
