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


TOLD_BY_A_VERB = [
    ("On 19 January 2011 the two sides met in Abidjan.", "met, 19 January 2011"),
    ("On 19 January 2011, the talks brokered by Norway resumed in Oslo.", "resumed, 19 January 2011"),
    ("But on 14 February 2011 the envoys, who had waited for weeks, left Nairobi.", "left, 14 February 2011"),
    ("The mediator arrived in Maputo on January 23, 2011, for talks.", "arrived, January 23, 2011"),
    ("On 12 May 2011 rebels took the port of Brega.", "took, 12 May 2011"),
    ("In March 2011 parliament ratified the treaty by 210 votes to 12.", "ratified, March 2011"),
    ("The peace treaty was signed in Khartoum on 12 May 2011 by all parties.", "was signed, 12 May 2011"),
    ("The border has been closed since 4 February 2011.", "has been closed, 4 February 2011"),
    ("On 2 February 2011 Peru agreed to talks, which were to begin at once.", "agreed, 2 February 2011"),
    ("The army crossed the river on 3 November 2010. On 28 December the two sides met.", "met, 28 December"),
]

LEFT_OPEN = [
    "On 19 January 2011 the two sides were to meet in Abidjan.",
    "On 19 January 2011 troops stationed in Kosovo leave for home.",
    "On 19 January 2011 the agreement reached in Oslo expires.",
    "In June 2012 the ships ordered from Italy enter service.",
    "Parliament passed a law that takes effect on 1 January 2012.",
    "The minister announced elections on 5 June 2011.",
    "Brazil won the right to host the games in June 2014.",
    "He was summoned to court on 5 June 2011.",
    "The rebels boycotted the vote on 9 January 2011.",
    "The talks had been scheduled on 19 January 2011.",
    "“On 19 January 2011 we met,” says the ghost in his book.",
    "If on 19 January 2011 the two sides met, nobody would believe it.",
    "The army crossed the river on 3 November 2010. On 28 December last year the two sides had met.",
    "The army crossed the river in 2010. On 28 December the two sides met.",  # of which year?
    "On 23 December 2010 the two sides met in Fiji.",  # where it is tomorrow already
]


@pytest.mark.parametrize(("text", "stated"), TOLD_BY_A_VERB)
def test_a_day_told_by_a_verb_in_the_past_needs_no_event(found, text, stated):
    (row,) = found(published_before_narrated, text, "2010-12-22")
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, "published 22 December 2010")


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_a_day_that_may_be_that_of_something_else_is_left_alone(found, text):
    assert found(published_before_narrated, text, "2010-12-22") == []
