"""Title and genre, bylines, publication lines: one line at a time."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading import front


@pytest.mark.parametrize(
    ("line", "title", "genre"),
    [
        ("The Price of Oil – Analysis", "The Price of Oil", "Analysis"),
        ("The Price of Oil - OpEd", "The Price of Oil", "OpEd"),
        ("The Price of Oil | Opinion", "The Price of Oil", "Opinion"),
        ("The Price of Oil | OPINION | The Herald", "The Price of Oil", "Opinion"),
        ("The Price of Oil [Op-Ed]", "The Price of Oil", "Op-Ed"),
        ("Commentary: The Price of Oil", "The Price of Oil", "Commentary"),
        ("OPINION | The Price of Oil", "The Price of Oil", "Opinion"),
        ("## The Price of Oil", "The Price of Oil", None),
        ("Interview: minister says the war is over", "Interview: minister says the war is over", None),
        ("Iran-Iraq: A War Without Analysis", "Iran-Iraq: A War Without Analysis", None),
        ("The Price of Oil – And Who Pays", "The Price of Oil – And Who Pays", None),
    ],
)
def test_the_genre_is_no_part_of_the_title(line: str, title: str, genre: str | None) -> None:
    assert front.title_and_genre(line) == (title, genre)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Sajida Khan", "Sajida Khan"),
        ("BY JANE DOE", "JANE DOE"),
        ("by Abd ul-Haq", "Abd ul-Haq"),
        ("By Maria Lopez and J. R. van der Berg", "Maria Lopez and J. R. van der Berg"),
        ("By Ann Poe, Li Wei and Omar Said, Reuters", "Ann Poe, Li Wei and Omar Said"),
        ("By Maria Lopez, Foreign Editor", "Maria Lopez"),
        ("By Maria Lopez in Quito", "Maria Lopez"),
        ("By Maria Lopez (@mlopez) | March 4, 2009", "Maria Lopez"),
        ("Written by Martin Luther King Jr.", "Martin Luther King Jr."),
        ("*By Noor Haddad*", "Noor Haddad"),
        ("By Monday, the army had left", None),
        ("By 2010 the war was over", None),
        ("By all accounts the truce holds", None),
        ("Maria Lopez", None),
    ],
)
def test_a_byline_names_its_author(line: str, author: str | None) -> None:
    assert front.byline(line) == author


def test_a_title_may_begin_with_by() -> None:
    assert front.byline("By Land and Sea", titled=False) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 4 March 2009", date(2009, 3, 4)),
        ("March 4, 2009", date(2009, 3, 4)),
        ("Wednesday, March 4th, 2009 10:15 AM GMT", date(2009, 3, 4)),
        ("Updated 4 Mar. 2009", date(2009, 3, 4)),
        ("Dawn, March 4th, 2009", date(2009, 3, 4)),
        ("No. 63/2009 dated 4 March 2009", date(2009, 3, 4)),
        ("2009-03-04T10:00:00Z", date(2009, 3, 4)),
        ("Posted on 25/03/2009", date(2009, 3, 25)),
        ("Published: 03/04/2009", None),
    ],
)
def test_a_publication_line_states_a_day_beyond_doubt_or_none(line: str, day: date | None) -> None:
    published = front.publication(line, alone=False)
    assert published is not None
    assert published.day == day


@pytest.mark.parametrize(
    "line",
    [
        "Published on 4 March 2009, the report condemned both governments.",
        "The attack of 4 March 2009 killed nine",
        "March was quiet.",
    ],
)
def test_a_sentence_with_a_date_is_no_publication_line(line: str) -> None:
    assert front.publication(line, alone=False) is None


def test_a_title_with_a_date_in_it_is_no_publication_line() -> None:
    assert front.publication("The September 11, 2001 Attacks", alone=True) is None
