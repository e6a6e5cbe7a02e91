"""What is told as done after the day of publication."""

from __future__ import annotations

import pytest

from dateline.checks.consistency.foretold import published_before_narrated

WRONG = [
    ("On 5 June 2012 Chinese troops attacked Vietnam.", "attacked, 5 June 2012"),
    ("Serbian forces shelled Sarajevo on 12 May 2011.", "shelled, 12 May 2011"),
    ("France met Mali on 5 June 2012 in Dakar.", "met, 5 June 2012"),
    ("President Obama visited India in November 2011.", "visited, November 2011"),
]

SILENT = [
    "On 5 June 2009 Chinese troops attacked Vietnam.",
    "On 25 April 2011 Chinese troops attacked Vietnam.",
    "Elections on 5 June 2012 brought hope to Libya.",
    "Britain agreed on 3 April 2011 to meet Spain on 5 June 2012.",
    "France will meet Mali on 5 June 2012.",
    "France meets Mali on 5 June 2012.",
    "The army planned attacks on 5 June 2012.",
    "The talks were postponed to 5 June 2012.",
    "NATO attacked Serbia in 1999 and hopes for peace in 2012.",
    "If China attacked Vietnam on 5 June 2012, nobody would come.",
    "Rebels attacked Kigali on 5 June.",  # of which year?
    "In the novel Mars attacked Earth on 5 June 2050.",
    "Somalia called a conference on 5 June 2012.",
]


@pytest.mark.parametrize(("text", "stated"), WRONG)
def test_what_is_told_as_done_cannot_lie_ahead(found, text, stated):
    (row,) = found(published_before_narrated, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, "published 25 April 2011")
    assert (row.table, row.source) == ("events", "the article itself")


@pytest.mark.parametrize("text", SILENT)
def test_what_is_past_planned_or_open_is_left_alone(found, text):
    assert found(published_before_narrated, text) == []


def test_without_a_day_of_publication_nothing_lies_ahead(found):
    assert found(published_before_narrated, "On 5 June 2012 Chinese troops attacked Vietnam.", None) == []
