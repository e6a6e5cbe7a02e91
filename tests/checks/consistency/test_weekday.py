"""Weekdays beside dates: what the calendar bears out, what it refutes, and what is left alone."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.weekday import weekday_against_date

RIGHT = [
    ("He was killed on Tuesday, 12 April 2011.", "Tuesday, 12 April 2011", "12 April 2011 was a Tuesday"),
    ("Talks opened in Doha on Monday (April 11).", "Monday (April 11)", "11 April 2011 was a Monday"),
    ("It was signed on 10 April 1998, a Friday.", "10 April 1998, a Friday", "10 April 1998 was a Friday"),
    ("Black Friday, 8 September 1978, changed Iran.", "Friday, 8 September 1978", "8 September 1978 was a Friday"),
    ("On Wed., April 20, the minister resigned.", "Wed., April 20", "20 April 2011 was a Wednesday"),
    ("Lima votes on Sunday the 5th of June 2011.", "Sunday the 5th of June 2011", "5 June 2011 was a Sunday"),
]  # fmt: skip

WRONG = [
    ("He was killed on Wednesday, 12 April 2011.", "Wednesday, 12 April 2011", "12 April 2011 was a Tuesday"),
    ("Talks opened in Doha on Sunday (April 11).", "Sunday (April 11)", "11 April 2011 was a Monday"),
    ("Troops landed on 6 June 1944 (Wednesday).", "6 June 1944 (Wednesday)", "6 June 1944 was a Tuesday"),
    ("The wall fell on Friday, November 9, 1989.", "Friday, November 9, 1989", "9 November 1989 was a Thursday"),
    ("On Monday, April 12, the port was shelled.", "Monday, April 12", "12 April 2011 was a Tuesday"),
    ("The file is of 2010-03-01 (Tuesday).", "2010-03-01 (Tuesday)", "1 March 2010 was a Monday"),
    ("It was signed on 11 April 1998, which was a Friday, in Belfast.", "11 April 1998, which was a Friday", "11 April 1998 was a Saturday"),
]  # fmt: skip

SILENT = [
    "Workers were shot in Petersburg on Sunday, 9 January 1905.",  # a Sunday in the calendar of the place
    "William landed on Monday, 5 November 1688.",
    "The army said on Thursday, April 20 would be a holiday.",
    "Talks on Monday and Tuesday, 11 and 12 April 2011, failed.",
    "The ministers met from Friday to Sunday, April 15-17, 2011.",
    "The ministers met on Friday-Saturday, 16 April 2011.",
    "In April 2010 the talks failed. On Monday, April 12, the army struck.",
    "The Sunday Times, 12 April 2011, has the letter.",
    "Prayers are held every Friday, 12 April being no exception.",
    "He spoke on Tuesday. 13 April was quiet.",
    "The mon 12 April 2011 edition of the list names him.",
    "Their Friday dinner and the vote of 12 April 2011 had nothing in common.",
    "On Sunday, 31 April 2011, nothing happened.",
    "On Thursday, 8 May, Berlin fell silent.",  # of which year?
]


@pytest.mark.parametrize(("text", "stated", "day"), RIGHT)
def test_a_weekday_that_is_right_is_borne_out(found, text, stated, day):
    (row,) = found(weekday_against_date, text)
    assert (row.verdict, row.stated, row.found, row.note) == ("agrees", stated, day, None)
    assert (row.source, row.citation) == ("calendar", "Gregorian calendar")
    assert text[row.start : row.end] == stated


@pytest.mark.parametrize(("text", "stated", "day"), WRONG)
def test_a_weekday_that_is_wrong_is_refuted(found, text, stated, day):
    (row,) = found(weekday_against_date, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, day)
    assert row.table == "times"
    assert row.row_id


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_right_is_left_alone(found, text):
    assert found(weekday_against_date, text) == []


def test_the_date_line_is_read_too(found):
    text = "By Eleni Markou\nPublished: Monday, February 11, 1996\n\nGreece and Turkey met in Geneva."
    (row,) = found(weekday_against_date, text, None)
    assert (row.verdict, row.stated, row.found) == (
        "disagrees", "Monday, February 11, 1996", "11 February 1996 was a Sunday",
    )  # fmt: skip


def test_the_note_names_who_is_quoted(found):
    (row,) = found(
        weekday_against_date, 'General Okafor said: "We crossed the river on Monday, 12 July 1967."'
    )
    assert row.verdict == "disagrees"
    assert row.note == "Either the weekday or the date is wrong. General Okafor is quoted for it."
