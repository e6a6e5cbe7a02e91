"""PDF files: lines become paragraphs again, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from fpdf import FPDF

from dateline.article import Article
from dateline.errors import InputError
from dateline.reading import read

PAGE_WIDTH, LINE = 210, 5  # mm
TITLE = "A Truce on the Chaco"
PARAGRAPHS = [
    "Bolivia and Paraguay fought for the Chaco from 1932 to 1935. Some 90,000 soldiers died there, most of "
    "them of thirst and fever, and the armies stopped where they stood on 14 June 1935.",
    "The mediators met in Buenos Aires. Argentina, whose foreign minister presided, was suspected in La Paz "
    "of favouring the other side, and the delegates of Bolivia walked out of the conference twice.",
    "A peace was signed on 21 July 1938. Paraguay kept three quarters of the land that both had claimed, "
    "and Bolivia was given a corridor to the river, on which no ship of any size can sail.",
    "The oil for which the war was said to have been fought was never found. Historians in both countries "
    "now agree that the companies had less to do with it than the generals of both armies had.",
]


def document(*, title: bool = True) -> FPDF:
    made = FPDF()
    made.set_margin(20)
    made.add_page()
    if title:
        made.set_font("Times", size=20, style="B")
        made.multi_cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    made.set_font("Times", size=11)
    return made


def write(made: FPDF, texts: Sequence[str], gap: float = 3) -> None:
    for text in texts:
        made.multi_cell(0, LINE, text, new_x="LMARGIN", new_y="NEXT")
        made.ln(gap)


def lines(made: FPDF, texts: Sequence[str], left: float = 20, top: float = 60) -> None:
    """One line of type each, placed by hand."""
    for n, text in enumerate(texts):
        made.text(left, top + n * LINE, text)


def article_of(tmp_path: Path, made: FPDF) -> Article:
    made.output(str(tmp_path / "chaco.pdf"))
    return read(tmp_path / "chaco.pdf")


def texts(article: Article, role: str = "body") -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.role == role]


def test_paragraphs_with_white_between_them(tmp_path: Path) -> None:
    made = document()
    write(made, PARAGRAPHS)
    article = article_of(tmp_path, made)
    assert texts(article) == PARAGRAPHS
    assert (article.title, texts(article, "headline")) == (TITLE, [TITLE])


def test_indented_paragraphs_without_white(tmp_path: Path) -> None:
    made = document()
    with made.text_columns(ncols=1, text_align="J") as column:
        for text in PARAGRAPHS:
            with column.paragraph(first_line_indent=8) as paragraph:
                paragraph.write(text)
    assert texts(article_of(tmp_path, made)) == PARAGRAPHS


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    made = document()
    with made.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for text in PARAGRAPHS * 4:
            with columns.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(text)
        made.set_font("Times", size=11)
    assert texts(article_of(tmp_path, made)) == PARAGRAPHS * 4


def test_columns_that_are_written_row_by_row_are_read_column_by_column(tmp_path: Path) -> None:
    made = document(title=False)
    left = [f"The left column has line {n} of its text and" for n in range(1, 9)]
    right = [f"the right column has line {n} of the text and" for n in range(1, 9)]
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        made.text(20, 60 + n * LINE, one)
        made.text(110, 60 + n * LINE, two)
    assert article_of(tmp_path, made).text == " ".join(left + right)


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    made = document()
    write(made, PARAGRAPHS * 5)
    assert made.pages_count > 1
    assert texts(article_of(tmp_path, made)) == PARAGRAPHS * 5


class Journal(FPDF):
    def header(self) -> None:
        self.set_font("Times", size=9, style="I")
        head = "LATIN AMERICAN REVIEW" if self.page_no() % 2 else "The Chaco War"
        self.cell(0, 5, head, new_x="LMARGIN", new_y="NEXT", align="C")
        self.ln(6)
        self.set_font("Times", size=11)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", size=9)
        self.cell(0, 5, f"Page {self.page_no()}", align="C")


@pytest.mark.parametrize("times", [5, 20])  # on two pages each head stands but once
def test_running_heads_and_page_numbers_go(tmp_path: Path, times: int) -> None:
    made = Journal()
    made.set_margin(20)
    made.add_page()
    write(made, PARAGRAPHS * times)
    article = article_of(tmp_path, made)
    assert [article.text[b.start : b.end] for b in article.blocks] == PARAGRAPHS * times


def test_what_stands_over_the_headline_is_no_body(tmp_path: Path) -> None:
    made = document(title=False)
    for line in ["POLICY BRIEF", "9 August 1938", "Institute of Boundary Studies"]:
        made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    made.set_font("Times", size=20)
    made.cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    made.set_font("Times", size=11)
    write(made, PARAGRAPHS)
    article = article_of(tmp_path, made)
    assert (article.title, article.published) == (TITLE, date(1938, 8, 9))
    assert (article.genre, texts(article)) == ("Policy brief", PARAGRAPHS)
    assert texts(article, "boilerplate") == ["Institute of Boundary Studies"]


def test_headings_are_known_by_their_type(tmp_path: Path) -> None:
    made = document()
    for heading, text in zip(["The desert", "The table", "The line", "The oil"], PARAGRAPHS, strict=True):
        made.set_font("Times", size=13, style="B")
        made.multi_cell(0, 8, heading, new_x="LMARGIN", new_y="NEXT")
        made.set_font("Times", size=11)
        write(made, [text])
    article = article_of(tmp_path, made)
    assert [s.heading for s in article.sections] == [None, "The desert", "The table", "The line", "The oil"]
    assert texts(article) == PARAGRAPHS


def test_a_title_of_two_lines_is_one(tmp_path: Path) -> None:
    made = document(title=False)
    made.set_font("Times", size=20, style="B")
    made.multi_cell(
        0, 9, "A Truce on the Chaco\nand What Came of It", align="C", new_x="LMARGIN", new_y="NEXT"
    )
    made.set_font("Times", size=11)
    write(made, ["By Luis Roa", "9 August 1938", *PARAGRAPHS])
    article = article_of(tmp_path, made)
    assert (article.title, article.author) == ("A Truce on the Chaco and What Came of It", "Luis Roa")
    assert (article.published, article.published_basis) == (date(1938, 8, 9), "stated")


def test_footnotes_stand_behind_the_body_and_their_marks_go(tmp_path: Path) -> None:
    made = document()
    made.write(LINE, PARAGRAPHS[0])
    made.char_vpos = "SUP"
    made.write(LINE, "1")
    made.char_vpos = "LINE"
    made.ln(LINE + 3)
    write(made, PARAGRAPHS[1:])
    made.set_y(-40)
    made.set_font("Times", size=8)
    notes = ["1 Zook, The Conduct of the Chaco War, 1960.", "2 Interview with a veteran, Asuncion, 1971."]
    for note in notes:
        made.cell(0, 4, note, new_x="LMARGIN", new_y="NEXT")
    article = article_of(tmp_path, made)
    assert (texts(article), texts(article, "note")) == (PARAGRAPHS, notes)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            ["The mediators asked the govern-", "ment of Bolivia for an answer in the last week of June."],
            "government",
        ),
        (
            [
                "Both armies wanted the state-",
                "owned railway that the neutral powers had built there in 1927.",
            ],
            "state-owned",
        ),
        (
            [
                "The talks failed because the Anglo-",
                "American companies wanted no part in them at that time.",
            ],
            "Anglo-American",
        ),
        (
            ["A line of demarc\xad", "ation was drawn through the swamps by three officers in July."],
            "demarcation",
        ),
        (
            [
                "The demilitarised zone was small. A demilita-",
                "rised zone is not a border, the colonel told them.",
            ],
            "demilitarised",
        ),
    ],
)
def test_broken_words_are_whole_again(tmp_path: Path, broken: list[str], whole: str) -> None:
    made = document(title=False)
    lines(made, broken)
    text = article_of(tmp_path, made).text
    assert whole in text
    assert text.split() == [word for word in text.split() if not word.endswith("-")]
    assert "\n" not in text


def test_bullets_are_no_words(tmp_path: Path) -> None:
    made = document()
    write(made, PARAGRAPHS[:1])
    write(made, ["· The railway stays.", "· The river is open."], gap=0)
    assert texts(article_of(tmp_path, made)) == [PARAGRAPHS[0], "The railway stays.", "The river is open."]


def test_the_files_own_date_is_not_the_day_of_publication(tmp_path: Path) -> None:
    made = document()
    made.set_title("Microsoft Word - chaco_final2.doc")
    made.set_author("jroa")
    write(made, PARAGRAPHS)
    article = article_of(tmp_path, made)
    assert (article.published, article.title, article.author) == (None, TITLE, None)


def test_author_and_title_of_the_file_count_where_the_text_has_them(tmp_path: Path) -> None:
    made = document(title=False)
    made.set_title("A Truce on the Chaco")
    made.set_author("Luis Roa")
    write(made, ["A TRUCE ON THE CHACO", *PARAGRAPHS, "Luis Roa teaches history in Asuncion."])
    article = article_of(tmp_path, made)
    assert (article.author, article.author_note) == ("Luis Roa", "Luis Roa teaches history in Asuncion.")


def refusal(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "chaco.pdf").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(tmp_path / "chaco.pdf")
    return str(caught.value).removeprefix(f"{tmp_path / 'chaco.pdf'}: ")


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    made = document()
    made.set_encryption("owner", "user")
    assert (
        refusal(tmp_path, bytes(made.output()))
        == "the PDF cannot be read: it is encrypted and needs a password"
    )


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    data = bytes(document().output())
    assert refusal(tmp_path, data[: len(data) // 2]) == "the PDF cannot be read: it is damaged or cut off"
    assert refusal(tmp_path, b"%PDF-1.7\n") == "the PDF cannot be read: it is damaged or cut off"


def test_a_scan_is_refused(tmp_path: Path) -> None:
    made = FPDF()
    made.add_page()
    made.rect(20, 20, 100, 100, style="F")
    assert refusal(tmp_path, bytes(made.output())).startswith("no text in this PDF: its pages are pictures")


def test_another_file_with_the_suffix_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"The armies stopped.") == "not a PDF file, whatever its name says"
