"""What a notebook found, in sentences that hold for any article."""

from __future__ import annotations

import pytest
from invented import dispute

from dateline import summaries

ALL = [summaries.article, summaries.context, summaries.incidents, summaries.implications]


@pytest.mark.parametrize("summary", ALL)
@pytest.mark.parametrize("count", [0, 1, 3, 300])
def test_every_summary_is_whole_sentences(summary, count: int) -> None:
    lines = repr(summary(dispute(count))).splitlines()
    assert len(lines) >= 4
    for line in lines:
        assert line.startswith("- ")
        assert line.endswith(".")
        assert line[2].isupper() or line[2].isdigit()


def test_the_article_is_summed_up_by_what_was_found() -> None:
    said = repr(summaries.article(dispute(14)))
    assert "gave 14 events, four statements, 14 figures and one date or duration" in said
    assert (
        "10 of 14 events are told as having happened or under way; 12 have a date, 3 of these to the day."
        in said
    )


def test_the_context_says_between_whom_and_in_whose_voice() -> None:
    said = repr(summaries.context(dispute(14)))
    assert "12 of 14 events run between Ecuador and Peru: Ecuador acts in 6, Peru in 6." in said
    assert "Four statements: 2 from Ecuador, 0 from Peru and 2 of nobody named" in said


def test_incidents_are_summed_up_in_chains_demands_and_harm() -> None:
    said = repr(summaries.incidents(dispute(14)))
    assert "the longest chain runs no. 1 → no. 2" in said
    assert "Two demands: 2 open as far as the article tells." in said
    assert "the largest is 15–17 people" in said


def test_implications_are_summed_up_by_what_they_rest_on() -> None:
    said = repr(summaries.implications(dispute(14)))
    assert "Two sentences speak of Colombia, and carry two implications." in said
    assert "1 come with a premise, and 0 of these rest on a coded event" in said
