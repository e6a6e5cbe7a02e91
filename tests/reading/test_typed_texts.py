"""Plain texts as people type, wrap, mail and transcribe them."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from dateline.article import Article
from dateline.reading import from_text

FIRST = (
    "Somali gunmen seized a Greek freighter off Eyl on Tuesday, and the owners began to bargain with them."
)
SECOND = "A Danish frigate followed the ship for two days and then turned away, its captain told Athens."


def roles(article: Article) -> list[str]:
    return [block.role for block in article.blocks]


def bodies(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.role == "body"]


def test_a_newspaper_column_has_its_lines_on_top() -> None:
    article = from_text(
        f"The Coast Nobody Owns\nBy Nikos Petrou\nPublished: April 9, 2009\n\n{FIRST}\n\n{SECOND}"
    )
    assert roles(article) == ["headline", "byline", "byline", "body", "body"]
    assert (article.title, article.author) == ("The Coast Nobody Owns", "Nikos Petrou")
    assert article.published == date(2009, 4, 9)


def test_a_mail_header_is_metadata() -> None:
    header = "From: Nikos Petrou <np@example.org>\nTo: desk@example.org\n"
    header += "Date: Thu, 9 Apr 2009 10:00:00 +0300\nSubject: Re: The Coast Nobody Owns\n\n"
    article = from_text(f"{header}{FIRST}\n\n{SECOND}")
    assert (article.title, article.author) == ("The Coast Nobody Owns", "Nikos Petrou")
    assert (article.published, bodies(article)) == (date(2009, 4, 9), [FIRST, SECOND])


def test_one_line_of_a_mail_header_is_none() -> None:
    article = from_text(f"From: A Coast Nobody Owns\n\n{FIRST}\n\n{SECOND}")
    assert article.title == "From: A Coast Nobody Owns"


def test_the_speakers_of_a_transcript_are_no_headings() -> None:
    article = from_text(
        f"An Interview\n\nHOST: Who was it?\n\nCAPTAIN: {FIRST}\n\nHOST: And then?\n\nCAPTAIN: {SECOND}"
    )
    assert roles(article) == ["headline", "body", "body", "body", "body"]


def test_a_heading_with_a_colon_stays_one() -> None:
    article = from_text(f"The Coast\n\n{FIRST}\n\nSOMALIA: THE NEXT STEP\n\n{SECOND}\n\n{FIRST}")
    assert [section.heading for section in article.sections] == [None, "SOMALIA: THE NEXT STEP"]


@pytest.mark.parametrize("indent", ["", "    "])
def test_lines_wrapped_at_72_columns_are_one_paragraph(indent: str) -> None:
    wrapped = [textwrap.fill(text, 72, initial_indent=indent) for text in (FIRST, SECOND)]
    article = from_text("\n\n".join(["The Coast Nobody Owns", "By Nikos Petrou", *wrapped]))
    assert [" ".join(body.split()) for body in bodies(article)] == [FIRST, SECOND]


def test_indented_paragraphs_need_no_blank_line() -> None:
    wrapped = "\n".join(textwrap.fill(text, 72, initial_indent="    ") for text in (FIRST, SECOND))
    article = from_text(f"The Coast Nobody Owns\n\nBy Nikos Petrou\n\n{wrapped}")
    assert [" ".join(body.split()) for body in bodies(article)] == [FIRST, SECOND]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\n\n\n"])
def test_every_line_end_ends_a_line(end: str) -> None:
    article = from_text(end.join(["The Coast Nobody Owns", "By Nikos Petrou", FIRST, SECOND]))
    assert roles(article) == ["headline", "byline", "body", "body"]
