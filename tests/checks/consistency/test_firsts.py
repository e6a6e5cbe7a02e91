"""What is called a first, and what the same article tells of earlier."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.firsts import first_against_earlier

WRONG = [
    ("India bombed Pakistan for the first time on 3 May 1999. Indian jets had bombed Pakistan on 5 March 1999.", "for the first time: bombed", "bombed, 5 March 1999"),
    ("On 17 March 2011 the US carried out its first drone strike on Pakistan. Earlier, on 3 February 2011, US drones had struck Pakistan.", "its first: strike", "struck, 3 February 2011"),
    ("Indonesia expelled the Australian ambassador for the first time on 3 May 1999. Indonesia had expelled the Australian ambassador on 4 April 1995.", "for the first time: expelled", "expelled, 4 April 1995"),
    ("On 3 May 1999 Kenya, for the first time, condemned Uganda. On 2 March 1998 Kenya condemned Uganda.", "for the first time: condemned", "condemned, 2 March 1998"),
    ("India and Nepal met for the first time on 3 May 1999. On 2 March 1998 India and Nepal met in Kathmandu.", "for the first time: met", "met, 2 March 1998"),
    ("Libya bombed Chad for the first time in history on 3 May 1983. Libya had bombed Chad on 4 June 1981.", "for the first time: bombed", "bombed, 4 June 1981"),
]  # fmt: skip

SILENT = [
    "India bombed Pakistan for the first time since 1971 on 3 May 1999. Indian jets had bombed Pakistan on 5 March 1999.",
    "India bombed Pakistan at night for the first time on 3 May 1999. Indian jets had bombed Pakistan on 5 March 1999.",
    "India bombed Pakistan for the first time this year on 3 May 1999. India had bombed Pakistan on 5 March 1998.",
    "India bombed Pakistan for the first time on 3 May 1999. India bombed Pakistan on 5 June 1999.",  # a later one
    "India bombed Pakistan for the first time on 3 May 1999. China had bombed Pakistan on 5 March 1999.",
    "India bombed Pakistan for the first time on 3 May 1999. India had bombed Nepal on 5 March 1999.",
    "India bombed Pakistan for the first time on 3 May 1999. India had condemned Pakistan on 5 March 1999.",
    "Indian jets bombed Pakistan for the first time on 3 May 1999. India had bombed Pakistan on 5 March 1999.",  # how?
    "India bombed Karachi for the first time on 3 May 1999. India had bombed Lahore on 5 March 1999.",
    "At first India bombed Pakistan on 3 May 1999. India had bombed Pakistan on 5 March 1999.",
    "The First Army bombed Tobruk on 3 May 1942. The First Army had bombed Tobruk on 5 March 1942.",
    "On 3 May 1999 India bombed Pakistan. First, on 5 March 1999, India had bombed Pakistan.",
    "The first of three raids came when India bombed Pakistan on 3 May 1999. India had bombed Pakistan on 5 March 1999.",
    "Unprecedented anger followed when India bombed Pakistan on 3 May 1999. India had bombed Pakistan on 5 March 1999.",
    "India bombed Pakistan for the first time on 3 May 1999. India threatened to bomb Pakistan on 5 March 1999.",
    "India bombed Pakistan for the first time. India had bombed Pakistan on 5 March 1999.",  # when?
    "Delhi admitted for the first time bombing Pakistan on 3 May 1999. India had bombed Pakistan on 5 March 1999.",
]


@pytest.mark.parametrize(("text", "stated", "earlier"), WRONG)
def test_an_earlier_one_of_the_same_kind_refutes_a_first(found, text, stated, earlier):
    (row,) = found(first_against_earlier, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, earlier)
    assert (row.table, row.source) == ("events", "the article itself")
    assert row.citation.startswith("“")


@pytest.mark.parametrize("text", SILENT)
def test_another_kind_scope_or_time_does_not(found, text):
    assert found(first_against_earlier, text) == []
