"""Days that no calendar has, and numbers beside months that are no days."""

from __future__ import annotations

import pytest

from dateline.checks.consistency.impossible import impossible_date

IMPOSSIBLE = [
    ("He died on 31 April 2011.", "31 April 2011", "April has 30 days"),
    ("The vote was held on February 30.", "February 30", "February has 29 days"),
    ("Born on 29 February 2011, she is the oldest.", "29 February 2011", "2011 was no leap year"),
    ("On the 32nd of March the king fled.", "32nd of March", "March has 31 days"),
    ("The cable is dated 2011-13-05.", "2011-13-05", "there is no month 13"),
    ("The cable is dated 2011-06-31.", "2011-06-31", "June has 30 days"),
    ("It was signed on 31/11/2010 in Rome.", "31/11/2010", "November has 30 days"),
    ("It was signed on 30.02.2011 in Bern.", "30.02.2011", "February has 28 days"),
    ("On June 31 soldiers crossed the Drina.", "June 31", "June has 30 days"),
    ("Talks went on between 28 and 31 September.", "31 September", "September has 30 days"),
    ("Israel struck on 29-31 June 1967.", "29-31 June 1967", "June has 30 days"),
    ("By the thirty-first of June 1985 Beirut was cut off.", "thirty-first of June 1985", "June has 30 days"),
    ("Peru closed its ports on Sept. 31, 1962.", "Sept. 31, 1962", "September has 30 days"),
    ("February 29, 2050 will not be a holiday.", "February 29, 2050", "2050 was no leap year"),
]

POSSIBLE = [
    "In April 31 soldiers died near Kandahar.",
    "By June 31 soldiers had died.",
    "In June 31 of them left Angola.",
    "Resolution 31 April was a slip of the clerk.",
    "29 February 2008 was a Friday.",
    "On 29 February the strike began.",
    "The tsar's mail of 29 February 1900 is lost.",
    "Of 31 April graduates, thirty joined the police.",
    "The paper is No. 2011-13-05 of the ministry.",
    "They counted 1,031 April visitors.",
    "See page 31, April 2011.",
    "See page 31 April 2011.",
    "Section 31.11.2 of the treaty and case 45/99/2010 are cited.",
    "The court fell to a 31/11 vote.",
    "Flight 31 June passengers waited.",
    "Between 28 and 31 October the Dutch withdrew.",
    "On December 31, 1999, Yeltsin resigned.",
    "It was dated 31/12/1999 and 12/31/1999.",
    "They may 31 times refuse.",
    "Some 31 April arrivals were turned back at Lampedusa.",
    "The army will march 32 miles.",
]


@pytest.mark.parametrize(("text", "stated", "why"), IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_found(found, text, stated, why):
    (row,) = found(impossible_date, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, why)
    assert (row.table, row.source) == ("sentences", "calendar")
    assert text[row.start : row.end] == stated


@pytest.mark.parametrize("text", POSSIBLE)
def test_other_numbers_beside_months_are_left_alone(found, text):
    assert found(impossible_date, text) == []
