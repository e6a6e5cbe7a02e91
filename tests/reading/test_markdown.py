"""Markdown files: the words of the rendered page, with what the markup says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.article import Article
from dateline.errors import InputError
from dateline.reading import read

FIRST = (
    "Fiji and Tonga signed a fishing accord in Suva on 4 June 2014, and the navies withdrew from the reef."
)
SECOND = "The minister said that no ship would be sent there again before the court had been heard."


def article_of(tmp_path: Path, source: str) -> Article:
    (tmp_path / "truce.md").write_bytes(source.encode())
    return read(tmp_path / "truce.md")


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def test_title_headings_and_paragraphs(tmp_path: Path) -> None:
    top = f"# The Reef\n\nBy Mere Vula\n\n{FIRST}\n\n"
    article = article_of(tmp_path, f"{top}## The navies\n\n{SECOND}\n\nThe law\n-------\n\n{SECOND}\n")
    assert blocks(article) == [
        ("headline", "The Reef"),
        ("byline", "By Mere Vula"),
        ("body", FIRST),
        ("heading", "The navies"),
        ("body", SECOND),
        ("heading", "The law"),
        ("body", SECOND),
    ]
    assert (article.title, article.author) == ("The Reef", "Mere Vula")
    assert [section.heading for section in article.sections] == [None, "The navies", "The law"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('Fiji and [Tonga](https://example.org/killed "raid") met.', "Fiji and Tonga met."),
        ("Fiji **and** _Tonga_ met ~~twice~~ `once`.", "Fiji and Tonga met twice once."),
        ("Fiji and Tonga\nmet in  \nSuva.", "Fiji and Tonga met in Suva."),
        ("Fiji[^1] and Tonga met.\n\n[^1]: Note.", "Fiji and Tonga met."),
        ("Fiji ![a raid](x.png)and Tonga met.", "Fiji and Tonga met."),
        ("Fiji <b>and</b> Tonga met.<!-- killed -->", "Fiji and Tonga met."),
        ("Fiji \\*and\\* Tonga &amp; Samoa met.", "Fiji *and* Tonga & Samoa met."),
        ("[Fiji][1] and Tonga met.\n\n[1]: https://example.org", "Fiji and Tonga met."),
        ("> Fiji and Tonga\n> met.", "Fiji and Tonga met."),
    ],
)
def test_only_the_words_are_text(tmp_path: Path, source: str, text: str) -> None:
    article = article_of(tmp_path, source)
    assert [words for role, words in blocks(article) if role != "note"] == [text]


def test_items_of_a_list_are_body(tmp_path: Path) -> None:
    article = article_of(
        tmp_path, f"{FIRST}\n\n- Fiji keeps the reef.\n- Tonga keeps\n  the fish.\n\n1. First, survey it.\n"
    )
    items = ["Fiji keeps the reef.", "Tonga keeps the fish.", "First, survey it."]
    assert blocks(article) == [("body", text) for text in [FIRST, *items]]


def test_footnotes_are_notes_at_the_end(tmp_path: Path) -> None:
    article = article_of(tmp_path, f"{FIRST}[^a]\n\n[^a]: Pacific Review, 5 June 2014.\n\n{SECOND}\n")
    assert blocks(article) == [("body", FIRST), ("body", SECOND), ("note", "Pacific Review, 5 June 2014.")]


def test_code_and_tables_of_data_are_no_prose(tmp_path: Path) -> None:
    article = article_of(
        tmp_path,
        f"{FIRST}\n\n```\nprint('war')\n```\n\n| Year | Ships |\n|---|---|\n| 2012 | 4 |\n\n{SECOND}\n",
    )
    assert [role for role, _ in blocks(article)] == ["body", *["boilerplate"] * 3, "body"]


def test_a_bold_line_is_a_heading(tmp_path: Path) -> None:
    article = article_of(
        tmp_path, f"# The Reef\n\n{FIRST}\n\n**What next?**\n\n{SECOND}\n\n**Fiji won.** {SECOND}\n"
    )
    assert [section.heading for section in article.sections] == [None, "What next?"]


HEADERS = [
    '---\ntitle: "The Reef"\nauthor: Mere Vula\ndate: 2014-06-10\n---\n\n',
    "---\ntitle: The Reef\nauthor:\n  - Mere Vula\ndate: June 10, 2014\ntags: [a, b]\n---\n",
    '+++\ntitle = "The Reef"\nauthor = "Mere Vula"\ndate = 2014-06-10T08:00:00Z\n+++\n',
    "---\r\ntitle: The Reef\r\nauthor: Mere Vula\r\ndate: 10 June 2014\r\n---\r\n",
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("heading", ["", "# The Reef\n\n"])
def test_a_header_is_metadata(tmp_path: Path, header: str, heading: str) -> None:
    article = article_of(tmp_path, f"{header}{heading}{FIRST}\n")
    assert (article.title, article.author, article.published) == ("The Reef", "Mere Vula", date(2014, 6, 10))
    assert article.published_basis == "stated"
    assert blocks(article) == [("headline", "The Reef"), ("body", FIRST)]


def test_an_article_between_two_rules_is_no_header(tmp_path: Path) -> None:
    assert blocks(article_of(tmp_path, f"---\n\n{FIRST}\n\n---\n")) == [("body", FIRST)]


def test_line_ends_of_other_systems(tmp_path: Path) -> None:
    assert blocks(article_of(tmp_path, f"# The Reef\r\r{FIRST}\r")) == [
        ("headline", "The Reef"),
        ("body", FIRST),
    ]


def test_no_depth_of_quotation_is_too_deep(tmp_path: Path) -> None:
    assert article_of(tmp_path, f"{FIRST}\n\n{'>' * 10_000} Tonga left.\n").text.startswith(FIRST)


def test_a_file_of_pictures_is_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"truce\.md: empty: there is no text in it"):
        article_of(tmp_path, "![a raid](x.png)\n\n<!-- nothing -->\n")
