"""What a page says of its article outside the text: JSON-LD, meta tags, marked bylines and dates."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dateline.reading import html
from dateline.reading.sidecar import Sidecar

DAY = date(2014, 6, 10)
TEXT = (
    "<p>Fiji and Tonga signed a fishing accord in Suva on 4 June 2014, and the navies withdrew in a week.</p>"
)


def known(head: str, body: str = "", title: str = "The Sugar Truce") -> Sidecar:
    top = f"<html lang='en-FJ'><head><title>{title}</title>{head}</head>"
    return html.read(f"{top}<body><h1>The Sugar Truce</h1>{body}{TEXT}{TEXT}</body></html>".encode()).known


def linked(data: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def test_json_ld_of_an_article() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "The Sugar Truce",
        "datePublished": "2014-06-10T23:30:00-12:00",
        "author": {"@type": "Person", "name": "Mere Vula", "url": "https://example.org/mere"},
        "publisher": {"@type": "Organization", "name": "Pacific Review"},
    }
    found = known(linked(data))
    assert (found.title, found.author, found.published) == ("The Sugar Truce", "Mere Vula", DAY)
    assert (found.publisher, found.language) == ("Pacific Review", "en")


@pytest.mark.parametrize(
    "data",
    [
        {
            "@graph": [
                {"@type": "WebSite", "name": "PR"},
                {"@type": ["Article", "BlogPosting"], "datePublished": "2014-06-10"},
            ]
        },
        [{"@type": "BreadcrumbList"}, {"@type": "OpinionNewsArticle", "datePublished": "2014-06-10"}],
        {"@type": "WebPage", "mainEntity": {"@type": "Report", "datePublished": "2014-06-10"}},
    ],
)
def test_the_article_is_found_in_graphs_and_lists(data: Any) -> None:
    assert known(linked(data)).published == DAY


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Mere Vula", "Mere Vula"),
        (["Mere Vula", "Tom Kava", "Ana Sipu"], "Mere Vula, Tom Kava and Ana Sipu"),
        ([{"name": "Mere Vula"}, {"name": "Tom Kava"}], "Mere Vula and Tom Kava"),
        ({"name": ["Mere Vula"]}, "Mere Vula"),
        ("https://example.org/mere", None),
        (None, None),
    ],
)
def test_authors_come_in_many_forms(author: Any, expected: str | None) -> None:
    assert known(linked({"@type": "Article", "author": author})).author == expected


def test_broken_json_ld_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{oops</script><meta name='author' content='By Mere Vula'>"
    assert known(head).author == "Mere Vula"


def test_deeply_nested_json_ld_does_no_harm() -> None:
    head = (
        f"<script type='application/ld+json'>{'[' * 50_000}</script><meta name='author' content='Mere Vula'>"
    )
    assert known(head).author == "Mere Vula"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2014-06-10T00:00:00Z'>",
        "<meta name='DC.date.issued' content='2014-06-10'>",
        "<meta name='date' content='10 June 2014'>",
        "<meta name='parsely-pub-date' content='2014-06-10T08:00:00Z'>",
        "<meta name='pubdate' content='20140610'>",
        "<meta itemprop='datePublished' content='2014-06-10'>",
        "<meta name='citation_publication_date' content='2014/06/10'>",
    ],
)
def test_the_date_in_meta_tags(head: str) -> None:
    assert known(head).published == DAY


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='date' content='03/04/2014'>",
        "<meta name='date' content='2014-13-45'>",
        "<meta name='date' content='June 2014'>",
        "<meta property='article:modified_time' content='2014-06-10'>",
    ],
)
def test_no_day_is_guessed(head: str) -> None:
    assert known(head).published is None


@pytest.mark.parametrize(
    "body",
    [
        "<time datetime='2014-06-10'>Tuesday</time>",
        "<time class='updated' datetime='2015-01-01'></time><time pubdate datetime='2014-06-10'></time>",
        "<div class='date'>10 June 2014</div>",
        "<p class='meta'>Published on June 10, 2014</p>",
    ],
)
def test_the_date_that_the_page_prints(body: str) -> None:
    assert known("", body).published == DAY


@pytest.mark.parametrize(
    "body",
    [
        "<time datetime='2014-06-10'>a</time><time datetime='2014-07-10'>b</time>",
        "<div class='updated-date'>Updated 10 June 2014</div>",
        "<div class='date'>Updated 10 June 2014</div>",
    ],
)
def test_a_date_that_may_be_another_is_none(body: str) -> None:
    assert known("", body).published is None


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("<span class='byline'>By Mere Vula, Foreign Editor</span>", "Mere Vula"),
        ("<a rel='author' href='/mere'>Mere Vula</a>", "Mere Vula"),
        ("<span itemprop='author'>Mere Vula</span>", "Mere Vula"),
        (
            "<a class='author-name'>Mere Vula</a> <a class='author-name'>Tom Kava</a>",
            "Mere Vula and Tom Kava",
        ),
    ],
)
def test_the_author_that_the_page_prints(body: str, author: str) -> None:
    assert known("", body).author == author


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='author' content='admin'>",
        "<meta name='author' content='Pacific Review'><meta name='publisher' content='Pacific Review'>",
        "<meta property='article:author' content='https://example.org/people/mere'>",
    ],
)
def test_a_placeholder_or_the_site_is_no_author(head: str) -> None:
    assert known(head).author is None


@pytest.mark.parametrize(
    "title",
    ["The Sugar Truce | Pacific Review", "The Sugar Truce - Pacific Review", "The Sugar Truce"],
)
def test_the_sites_name_is_no_part_of_the_title(title: str) -> None:
    assert known("", title=title).title == "The Sugar Truce"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("The Sugar Truce: How Two Navies Went Home", "The Sugar Truce"),
        ("How the Sugar Truce Was Made", "The Sugar Truce"),
        ("Two Navies Go Home", "Two Navies Go Home"),
    ],
)
def test_the_headline_on_the_page_goes_before_one_for_sharing(told: str, title: str) -> None:
    assert known(f"<meta property='og:title' content='{told}'>", title="x").title == title


def test_another_heading_that_begins_like_the_title_is_not_the_title() -> None:
    assert known("", "<h3>The</h3><h2>The Sugar</h2>").title == "The Sugar Truce"


def test_the_address_is_the_canonical_one_or_where_it_was_saved_from() -> None:
    assert known("<link rel='canonical' href='https://example.org/a'>").source == "https://example.org/a"
    saved = f"<!-- saved from url=(0021)https://example.org/b --><html><body>{TEXT}</body></html>"
    assert html.read(saved.encode()).known.source == "https://example.org/b"


def test_the_section_may_be_the_genre() -> None:
    assert known("<meta property='article:section' content='Opinion'>").genre == "Opinion"
    assert known("<meta property='article:section' content='Oceania'>").genre is None


def test_a_box_about_the_author_is_a_note() -> None:
    box = "<div class='author-bio'><p>Mere Vula is a fellow at the Reef Institute.</p></div>"
    assert known("", box).author_note == "Mere Vula is a fellow at the Reef Institute."
