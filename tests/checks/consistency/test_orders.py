"""The order in which things are told against the dates told for them."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.orders import order_against_dates

WRONG = [
    ("On 3 May 1994 Hutu militias attacked Kigali after the summit of 5 June 1994.", "3 May 1994 told as after 5 June 1994"),
    ("On 5 June 1994 Hutu militias attacked Kigali before the summit of 3 May 1994.", "5 June 1994 told as before 3 May 1994"),
    ("After the raid of 17 March 2011, Pakistan, on 12 March 2011, summoned the US ambassador.", "12 March 2011 told as after 17 March 2011"),
    ("Following the raid of 17 March 2011, Indian troops withdrew on 12 March 2011.", "12 March 2011 told as after 17 March 2011"),
    ("On 5 June 1994 the army shelled Kigali. Later, on 3 May 1994, rebels attacked Butare.", "3 May 1994 told as after 5 June 1994"),
    ("On 5 June 1994 the army shelled Kigali. Earlier, on 7 July 1994, rebels attacked Butare.", "7 July 1994 told as before 5 June 1994"),
    ("Pakistan retaliated on 1 May 1999 after India bombed Lahore on 3 May 1999.", "retaliated (1 May 1999) as the answer to bombed (3 May 1999)"),
    ("Russia expelled four diplomats on 3 March 2010 because Britain had expelled its envoy on 9 March 2010.", "expelled (3 March 2010) as the effect of expelled (9 March 2010)"),
]  # fmt: skip

RIGHT = [
    ("On 3 May 1994 Hutu militias attacked Kigali after the summit of 5 April 1994.", "3 May 1994 told as after 5 April 1994"),
    ("On 5 June 1994 the army shelled Kigali. Earlier, on 3 May 1994, rebels attacked Butare.", "3 May 1994 told as before 5 June 1994"),
]  # fmt: skip

SILENT = [
    "On 3 May 1994 Israel announced a withdrawal after the elections of 5 June 1994.",
    "On 3 May 1994 they agreed to withdraw after the elections of 5 June 1994.",
    "On 3 May 1994 Hutu militias attacked Kigali after the summit of May 1994.",  # may touch
    "The treaty of 3 May 1994 collapsed after the election of 5 June 1994.",  # the treaty's date
    "The men arrested on 3 May 1994 fled after the raid of 5 June 1994.",
    "After the raid of 17 March 2011, Pakistan denounced the vote on 12 March 2011.",
    "After the raid of 17 March 2011, Pakistan recalled the envoy sent on 12 March 2011.",
    "On 5 June 1994 the army shelled Kigali and fled. Later, on 3 May 1995, rebels attacked Butare and won.",
    "On 5 June 1994 the army shelled Kigali.\n\nLater, on 3 May 1994, rebels attacked Butare.",
    "On 5 December the army shelled Kigali. Later, on 3 May, rebels attacked Butare.",  # of the next year
    "Pakistan retaliated on 5 May 1999 after India bombed Lahore on 3 May 1999.",
    "Pakistan closed its ports on 1 May 1999 for fear that India would bomb Lahore on 3 May 1999.",
    "Workers marched on 1 May 1978 over the visit that the Shah would make on 3 May 1978.",
    "On 3 May 1994 the minister said that rebels attacked Kigali after the summit of 5 June 1994.",
]


@pytest.mark.parametrize(("text", "stated"), WRONG)
def test_dates_that_run_the_other_way_refute_the_order(found, text, stated):
    (row,) = found(order_against_dates, text)
    assert (row.verdict, row.stated) == ("disagrees", stated)
    assert row.source == "the article itself"
    assert row.note == "The dates as told run the other way."


@pytest.mark.parametrize(("text", "stated"), RIGHT)
def test_dates_that_run_as_told_bear_it_out(found, text, stated):
    (row,) = found(order_against_dates, text)
    assert (row.verdict, row.stated, row.note) == ("agrees", stated, None)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_in_order_is_left_alone(found, text):
    assert [row for row in found(order_against_dates, text) if row.verdict == "disagrees"] == []


def test_the_citation_quotes_the_other_date(found):
    (row,) = found(
        order_against_dates,
        "On 5 June 1994 the army shelled Kigali. Later, on 3 May 1994, rebels attacked Butare.",
    )
    assert row.citation == "“On 5 June 1994 the army shelled Kigali.”"
    assert row.found == "3 May 1994 comes before 5 June 1994"
