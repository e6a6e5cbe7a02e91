"""Days, weeks and months beside their dates, and what has lasted until publication."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.durations import duration_against_dates

RIGHT = [
    ("The ten-day siege from 3 to 12 May 1982 ended the war.", "ten-day siege from 3 to 12 May 1982", "9 to 10 days"),
    ("On 12 May 1982 the navy struck. The next day, 13 May, the army did.", "The next day, 13 May", "1 day"),
    ("On 3 March 1969 China shelled the island. Twelve days later, on 15 March, it did so again.", "Twelve days later, on 15 March", "12 days"),
    ("Museveni has ruled for 25 years, since 1986.", "25 years, since 1986", "24 to 25 years"),
    ("In the 20 years since the war of 1991 nothing changed.", "20 years since the war of 1991", "19 to 20 years"),
    ("The curfew lasted 18 months, from January 1990 to June 1991.", "18 months, from January 1990 to June 1991", "16 to 18 months"),
]  # fmt: skip

WRONG = [
    ("The fort fell within three days, between 3 and 12 May 1982.", "within three days, between 3 and 12 May 1982", "9 to 10 days (3 and 12 May 1982)"),
    ("The five-day siege from 3 to 12 May 1982 ended the war.", "five-day siege from 3 to 12 May 1982", "9 to 10 days (3 to 12 May 1982)"),
    ("On 12 May 1982 the navy struck. The next day, 14 May, the army did.", "The next day, 14 May", "2 days (12 May 1982 and 14 May)"),
    ("On 12 May 1982 the navy struck. Two days later, on 10 May, the army did.", "Two days later, on 10 May", "in the wrong order (12 May 1982 and 10 May)"),
    ("Museveni has ruled for 35 years, since 1986.", "35 years, since 1986", "24 to 25 years (from 1986 to publication)"),
    ("In the 30 years since 1991 nothing changed in Somalia.", "30 years since 1991", "19 to 20 years (from 1991 to publication)"),
    ("Museveni has ruled since 1986, thirty-five years in which he has grown old.", "1986, thirty-five years", "24 to 25 years (from 1986 to publication)"),
    ("For two decades, since 1979, the border has been closed.", "two decades, since 1979", "31 to 32 years (from 1979 to publication)"),
    ("The curfew lasted six months, from January 1990 to June 1991.", "six months, from January 1990 to June 1991", "16 to 18 months (January 1990 to June 1991)"),
]  # fmt: skip

SILENT = [
    "He had ruled for ten years, since 1961, when he fell.",
    "Qasim was in power for five years since 1958 until he died.",
    "The fort fell in three days of May 1982.",
    "The talks took three days between 3 and 12 May 1982.",
    "On 12 May 1982 the navy struck and withdrew. Two days later, on 20 May, the army landed.",
    "On 12 May 1982 the navy struck.\n\nTwo days later, on 20 May, the army landed.",
    "On 12 May 1982 the navy struck. In June it rained. Two days later, on 20 July, the army landed.",
    "It was the bloodiest day since protests began on March 15. A day earlier, on April 21, the decree was signed.",
    "The siege ended on 9 November 1989, long after the summer of 1 June 1988. A week later, on 8 June 1989, Prague rose and fell.",
    "In May 1982 the navy struck. Two days later, on 10 April, the army landed.",  # of what day?
    "Since 1991 Somalia has had 14 governments in 30 years.",
    "The six-day war of June 1967 changed the map.",
    "He spent three days in Cairo, and from 3 to 12 May 1982 he was in Rome.",
    "A three-day visit is planned for 3 to 12 May 2011.",
    "“For 40 years, since 1961, we have waited,” the exile said.",
    "Two days before the vote of 12 May 1982 the navy struck.",
]


@pytest.mark.parametrize(("text", "stated", "against"), RIGHT)
def test_dates_that_fit_bear_the_duration_out(found, text, stated, against):
    (row,) = found(duration_against_dates, text)
    assert (row.verdict, row.stated, row.note) == ("agrees", stated, None)
    assert row.found.startswith(against)
    assert text[row.start : row.end] == stated


@pytest.mark.parametrize(("text", "stated", "against"), WRONG)
def test_dates_that_do_not_fit_refute_it(found, text, stated, against):
    (row,) = found(duration_against_dates, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, against)
    assert (row.table, row.source) == ("times", "the article itself")


@pytest.mark.parametrize("text", SILENT)
def test_what_the_dates_leave_open_is_left_alone(found, text):
    assert found(duration_against_dates, text) == []


def test_the_citation_quotes_the_sentence_of_the_other_date(found):
    (row,) = found(
        duration_against_dates, "On 12 May 1982 the navy struck. The next day, 14 May, the army did."
    )
    assert row.citation == "“On 12 May 1982 the navy struck.”"


LASTED = [
    ("disagrees", "The siege began on 5 April 1992. It lasted 60 months, until 29 February 1996."),
    ("disagrees", "The blockade began on 24 June 1948. It lasted fifteen months, until 12 May 1949."),
    ("disagrees", "The strike began on 6 March 1984. It ended on 3 March 1985 after eighteen months."),
    (
        "disagrees",
        "The conference opened on 5 September 1978. It lasted 20 days and ended on 17 September 1978.",
    ),
    (
        "disagrees",
        "The curfew was imposed on 12 July 1990. It was lifted on 12 August 1990, after ten weeks.",
    ),
    (
        "disagrees",
        "The trial, which began on 20 November 1945, lasted 18 months and ended on 1 October 1946.",
    ),
    ("agrees", "The siege began on 5 April 1992. Snow fell. It lasted 47 months, until 29 February 1996."),
]

LASTED_OTHERWISE = [
    "The siege began on 5 April 1992. The truce of May 1993 lasted two weeks.",
    "The siege began on 5 April 1992. It could have lasted 60 months, until 29 February 1996.",
    "The siege began on 5 April 1992. The strike lasted two months, until 3 March 1994.",
    "The talks opened in 1991. The negotiations began on 3 May 1993. They lasted four months, until 13 July 1995.",
    "The trial began on 20 November 1945. It was interrupted and lasted two months, until 1 October 1946.",
    "The siege began on 5 April 1992.\n\nIt lasted 60 months, until 29 February 1996.",
    "The siege began on 5 April 1992. It lasted 60 months.",
]


@pytest.mark.parametrize(("verdict", "text"), LASTED)
def test_beginning_length_and_end_may_stand_in_neighbouring_sentences(found, verdict, text):
    (row,) = found(duration_against_dates, text)
    assert row.verdict == verdict


@pytest.mark.parametrize("text", LASTED_OTHERWISE)
def test_the_length_of_something_else_or_without_an_end_is_left_alone(found, text):
    assert found(duration_against_dates, text) == []
