"""Whole texts of many layouts: every line gets the role that a reader would give it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article import Article
from dateline.reading import from_text

LAYOUTS = Path(__file__).parent / "layouts"


def text_of(name: str) -> str:
    return (LAYOUTS / name).read_text("utf-8")


OPED = text_of("op_ed.txt")
WIRE = text_of("wire.txt")
NUMBERED = text_of("numbered.txt")
PLAIN = text_of("plain.txt")
MARKDOWN = text_of("markdown.md")
WRAPPED = text_of("wrapped.txt")
LINES = text_of("lines.txt")
PAGE = text_of("page.txt")

LONG = (
    "The army said on Friday that it had stopped the convoy at the border, "
    "and that nobody had been hurt in what followed."
)


def roles(article: Article) -> list[tuple[str, str]]:
    """Each block's role and first two words."""
    return [(b.role, " ".join(article.text[b.start : b.end].split()[:2])) for b in article.blocks]


def headings(article: Article) -> list[str | None]:
    return [section.heading for section in article.sections]


def test_an_op_ed_of_a_think_tank() -> None:
    article = from_text(OPED)
    assert roles(article) == [
        ("byline", "OPINION"),
        ("headline", "The Dam"),
        ("standfirst", "Turkey fills"),
        ("byline", "By Leyla"),
        ("byline", "Published: 4"),
        ("body", "Ankara began"),
        ("heading", "A quarrel"),
        ("body", "The ministers"),
        ("boilerplate", "Share this"),
        ("boilerplate", "Facebook Twitter"),
        ("heading", "What comes"),
        ("body", "If the"),
        ("note", "Leyla Karam"),
        ("boilerplate", "The views"),
    ]
    assert article.title == "The Dam That Two Rivers Could Not Share"
    assert article.standfirst == "Turkey fills its reservoirs while Syria counts its wells."
    assert (article.genre, article.author) == ("Opinion", "Leyla Karam and Tom Ashdown")
    assert (article.published, article.published_basis) == (date(2009, 3, 4), "stated")
    assert headings(article) == [None, "A quarrel over gates", "What comes next?"]


def test_wire_copy_has_a_dateline_and_no_title() -> None:
    article = from_text(WIRE)
    assert [role for role, _ in roles(article)] == ["byline", "body", "body", "body"]
    assert (article.title, article.published) == (None, date(2008, 3, 4))


def test_a_dateline_without_a_year_states_no_date() -> None:
    assert from_text(WIRE.replace("March 4, 2008", "March 4")).published is None


def test_numbered_paragraphs_are_body_under_headings_in_capitals() -> None:
    article = from_text(NUMBERED)
    assert [role for role, _ in roles(article)] == [
        "headline",
        "heading",
        "body",
        "body",
        "heading",
        "body",
        "body",
    ]
    assert headings(article) == [None, "I. INTRODUCTION", "II. FINDINGS"]


def test_plain_paragraphs_are_body() -> None:
    article = from_text(PLAIN)
    assert [role for role, _ in roles(article)] == ["body", "body"]
    assert headings(article) == [None]


def test_markdown_headings() -> None:
    article = from_text(MARKDOWN)
    assert (article.title, article.genre, article.author) == (
        "Who Guards the Strait?",
        "Commentary",
        "Noor Haddad",
    )
    assert headings(article) == [None, "The navies", "The law"]


def test_a_markdown_header_is_metadata() -> None:
    header = '---\ntitle: "Who Guards the Strait?"\nauthor: Noor Haddad\ndate: 2009-03-04\n---\n\n'
    article = from_text(f"{header}{LONG}\n\n{LONG}")
    assert (article.title, article.author, article.published) == (
        "Who Guards the Strait?",
        "Noor Haddad",
        date(2009, 3, 4),
    )
    assert [text for role, text in roles(article) if role != "boilerplate"] == ["The army", "The army"]


def test_an_article_between_two_rules_is_no_header() -> None:
    assert roles(from_text(f"---\n\n{LONG}\n\n---"))[1] == ("body", "The army")


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    article = from_text(WRAPPED)
    assert [role for role, _ in roles(article)] == ["headline", "byline", "body", "body"]
    first = article.blocks[2]
    assert article.text[first.start : first.end].endswith("and agreed to meet again.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    article = from_text(LINES)
    assert [role for role, _ in roles(article)] == [
        "headline",
        "byline",
        "body",
        "body",
        "body",
        "note",
        "boilerplate",
    ]
    assert (article.title, article.genre, article.author) == ("Why Seoul Waits", "OpEd", "Han Ji-woo")
    assert article.author_note == "The writer is a former diplomat."


def test_a_web_page_loses_its_furniture_and_its_comments() -> None:
    article = from_text(PAGE)
    assert [text for role, text in roles(article) if role == "body"] == [
        "Ethiopia and",
        "The mediators",
        "Neither army",
    ]
    assert (article.title, article.published) == ("The Long Road From Asmara", date(1999, 10, 2))
    assert roles(article)[-1] == ("boilerplate", "I was")


def test_a_comment_link_above_the_body_does_not_end_the_article() -> None:
    article = from_text(f"The Price of Oil\n\nBy Maria Lopez\n\nLeave a comment\n\n{LONG}\n\n{LONG}")
    assert [role for role, _ in roles(article)] == ["headline", "byline", "boilerplate", "body", "body"]


def test_one_word_is_body() -> None:
    article = from_text("Kashmir")
    assert (roles(article), article.title, article.language) == ([("body", "Kashmir")], None, None)


def test_no_text_has_no_blocks() -> None:
    article = from_text(" \n")
    assert (article.blocks, article.sections) == ((), ())


def test_a_chronicle_keeps_its_dates() -> None:
    article = from_text(
        f"A War in Dates\n\nFrom the first shot.\n\n4 March 2009\n\n{LONG}\n\n6 March 2009\n\n{LONG}"
    )
    assert article.published is None
    assert headings(article) == [None, "4 March 2009", "6 March 2009"]


def test_a_list_of_short_lines_is_no_row_of_headings() -> None:
    article = from_text(f"What They Want\n\n{LONG}\n\nLand\n\nWater\n\nOil\n\n{LONG}")
    assert headings(article) == [None]


@pytest.mark.parametrize(
    "last",
    [
        "The resolution does not reflect the position of the government in Khartoum.",
        "Consent must be obtained from parliament first. Opinions here are divided.",
        "Richard Holbrooke is a veteran diplomat and the author of two books.",
        "The writer was arrested in 1989 and has not been seen since.",
    ],
)
def test_a_last_paragraph_in_the_words_of_a_notice_is_still_body(last: str) -> None:
    article = from_text(f"The Envoy\n\nHolbrooke met the writer on Monday. {LONG}\n\n{last}")
    assert [role for role, _ in roles(article)] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "last",
    [
        "© 1998 The Harbour Review. All rights reserved.",
        "This article is republished from a daily under a Creative Commons licence.",
        "Views are personal.",
        "The opinions expressed herein do not necessarily reflect the policy of the Institute.",
        "Disclaimer: the Herald takes no responsibility for the content of external sites.",
        "Requests to reprint this commentary need the written permission of the Centre.",
    ],
)
def test_rights_and_disclaimers_behind_the_body_are_boilerplate(last: str) -> None:
    article = from_text(f"The Envoy\n\n{LONG}\n\n{last}")
    assert [role for role, _ in roles(article)] == ["headline", "body", "boilerplate"]


def test_a_note_names_the_author_where_no_byline_does() -> None:
    article = from_text(f"The Envoy\n\n{LONG}\n\n*Dr Amina Yusuf is Senior Fellow at the Lake Institute.*")
    assert article.author == "Dr Amina Yusuf"
    assert article.author_note == "Dr Amina Yusuf is Senior Fellow at the Lake Institute."


def test_a_note_may_have_its_own_line_above_it_and_links_below() -> None:
    article = from_text(
        f"Oil\n\n{LONG}\n\nAbout the Author\n\nMaria Lopez teaches in Quito.\n\n"
        "Related Posts\n\nGas Is Cheap\n\nCoal"
    )
    assert [role for role, _ in roles(article)] == ["headline", "body", "note", "note", *["boilerplate"] * 3]
    assert (article.author, article.author_note) == ("Maria Lopez", "Maria Lopez teaches in Quito.")


def test_a_list_of_references_is_a_note() -> None:
    article = from_text(f"The Envoy\n\n{LONG}\n\nNotes\n\n[1] Lopez, Oil (1991).\n\n[2] Ibid.")
    assert [role for role, _ in roles(article)] == ["headline", "body", "note", "note", "note"]
    assert article.author_note is None


def test_the_publication_line_may_come_last() -> None:
    article = from_text(f"The Envoy\n\nBy Maria Lopez\n\n{LONG}\n\nPublished in Dawn, March 4th, 2009")
    assert article.published == date(2009, 3, 4)


def test_a_known_author_helps_to_find_his_line() -> None:
    article = from_text(f"The Envoy\n\nMaria Lopez\n\n{LONG}\n\n{LONG}", author="Maria Lopez")
    assert [role for role, _ in roles(article)] == ["headline", "byline", "body", "body"]


PIECES = [
    *OPED.split("\n"),
    *PAGE.split("\n"),
    *WIRE.split(" "),
    "\r\n",
    "\x0c",
    "\x85",
    "\u200b",
    "\ufeff",
    "***",
    "#",
    "By A B",
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30),
    st.sampled_from(["\n", "\n\n", " ", "\r"]),
)
@settings(max_examples=150, deadline=None)
def test_every_character_is_in_exactly_one_block(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    article = from_text(text)
    at = 0
    for number, block in enumerate(article.blocks, 1):
        assert block.paragraph == number
        assert not text[at : block.start].strip()
        assert (
            block.start < block.end and text[block.start : block.end].strip() == text[block.start : block.end]
        )
        section = article.sections[block.section]
        assert section.start <= block.start and block.end <= section.end
        at = block.end
    assert not text[at:].strip()
