"""Datelines: where a dispatch was filed and when, apart from its first sentence."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.article import Article
from dateline.reading import datelines, from_text

SENTENCE = "Ecuador broke off ties with Colombia on Monday."


def roles(article: Article) -> list[tuple[str, str]]:
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "dateline",
    [
        "BOGOTA, March 4, 2008 (Reuters) -",
        "BOGOTA, March 4 (Reuters) -",
        "MOSCOW, 4 Sept. 1983 (TASS) —",
        "MOSCOW, 3 March (TASS):",
        "LONDON (Reuters) -",
        "WASHINGTON —",
        "GENEVA -",
        "KABUL, Afghanistan —",
        "Nairobi, Kenya (CNN) --",
        "UNITED NATIONS, Sept 12 (Xinhua) --",
        "JERUSALEM/GAZA, Jan 3 (Reuters) -",
        "SANTIAGO DE CHILE, Sept. 12, 1973 (UPI) --",
        "QUITO, Ecuador (AP) _",
        "(Reuters) -",
    ],
)
def test_a_dateline_is_parted_from_its_sentence(dateline: str) -> None:
    assert roles(from_text(f"{dateline} {SENTENCE}")) == [("byline", dateline), ("body", SENTENCE)]


@pytest.mark.parametrize(
    "text",
    [
        "NATO — The alliance met in Bonn on Friday.",
        "UNICEF - Children are at risk in Sudan.",
        "MODERATOR: Welcome, minister.",
        "Moscow — Few would have thought so then.",
        "On March 4, 2009 — A day to remember — the talks failed.",
        "The talks of March 4 - Their last - failed.",
        "PARIS — the city, not the man.",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(text: str) -> None:
    assert datelines.split(text, opening=True) == 0


def test_a_later_paragraph_needs_an_agency_or_a_day() -> None:
    assert datelines.split(f"ATHENS — {SENTENCE}", opening=False) == 0
    assert datelines.split(f"ATHENS, May 2 — {SENTENCE}", opening=False) == len("ATHENS, May 2 — ")
    assert datelines.split(f"ATHENS (AFP) — {SENTENCE}", opening=False) == len("ATHENS (AFP) — ")


def test_a_roundup_has_a_dateline_a_dispatch() -> None:
    article = from_text(f"ATHENS (AFP) — {SENTENCE}\n\nNICOSIA (AFP) — {SENTENCE}")
    assert [role for role, _ in roles(article)] == ["byline", "body", "byline", "body"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("BOGOTA, March 4, 2008 (Reuters) - Ecuador broke off ties.", date(2008, 3, 4)),
        ("MOSCOW, 4 Sept. 1983 (TASS) — The plane was warned.", date(1983, 9, 4)),
        ("ISLAMABAD, March 4 (AP) - The talks failed.", None),
        ("On March 4, 2009 — a Wednesday — the talks failed.", None),
        ("The talks of March 4, 2009 - the last ones - failed.", None),
    ],
)
def test_a_dateline_states_a_day_where_it_has_a_year(opening: str, day: date | None) -> None:
    assert datelines.day(opening) == day


def test_the_day_of_the_dateline_is_the_day_of_publication() -> None:
    article = from_text(f"BOGOTA, March 4, 2008 (Reuters) - {SENTENCE}")
    assert (article.published, article.published_basis) == (date(2008, 3, 4), "stated")


def test_a_publication_line_goes_before_the_dateline() -> None:
    text = f"Ties Cut\n\nPublished: March 6, 2008\n\nBOGOTA, March 4, 2008 (AP) — {SENTENCE}\n\n{SENTENCE}"
    assert from_text(text).published == date(2008, 3, 6)


def test_a_writers_affiliation_is_no_title() -> None:
    article = from_text(
        f"By JOHN SMITH\nAssociated Press Writer\n\nQUITO, Ecuador (AP) _ {SENTENCE}\n\n{SENTENCE}"
    )
    assert (article.title, article.author) == (None, "JOHN SMITH")
    assert [role for role, _ in roles(article)] == ["byline", "byline", "byline", "body", "body"]
