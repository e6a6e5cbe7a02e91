"""What a notebook found, in sentences that hold for any article."""

from __future__ import annotations

from datetime import date

import pytest
from invented import LAST, RECORD, build, dispute

from dateline import summaries
from dateline.checks.reference import Reference
from dateline.review import Correction

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


def test_the_article_is_summed_up_by_who_its_author_served_and_who_corrected_its_tables() -> None:
    tables = build(3, LAST)
    assert "The author has" not in repr(summaries.article(tables))
    tables.articles["author_note"] = "A former Peruvian ambassador."
    change = ("events", "e_1", "change", "status", "denied", "misread", "R. Lopez", date(2026, 5, 3))
    tables.corrections = (Correction(*change),)
    said = repr(summaries.article(tables))
    assert "The author has held office for Peru, one of the two sides" in said
    assert "Corrections in force (✎): one row corrected, by R. Lopez." in said


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
    assert "Two sentences speak of Colombia, with two implications." in said
    assert "1 come with a premise, and 0 of these rest on a coded event" in said


def test_incidents_end_with_what_was_checked() -> None:
    assert (
        "Of 14 statements held against the article itself and the record, "
        "three disagree, four are contested, four are borne out and three are not verified; "
        "most is said against “4 people killed” "
        "(Red <b>Cross</b>: 2–3 killed in all for Shelling no. 2)."
    ) in repr(summaries.incidents(dispute(14)))


def test_where_nothing_disagrees_only_the_verdicts_are_counted() -> None:
    assert "Of one statement held against the article itself and the record, one is borne out." in repr(
        summaries.incidents(dispute(1))
    )


def test_where_nothing_was_checked_it_says_so() -> None:
    assert "Nothing in it could be held against itself or the record." in repr(
        summaries.incidents(dispute(0))
    )


def test_the_context_says_what_the_record_has_and_how_it_stood_at_publication() -> None:
    said = repr(summaries.context(dispute(14), record=RECORD))
    assert (
        "The record has one series around it, 1993–1995; in the last period that had passed at publication: "
        "Soldiers killed 25–40 by two sources (1994)."
    ) in said
    assert "The record here has no series" in repr(summaries.context(dispute(14), record=Reference()))


def test_a_record_that_is_all_later_says_nothing_of_publication() -> None:
    later = Reference(series=RECORD.series, observations=RECORD.observations[2:3])
    assert "none of its years can be said to have passed" in repr(
        summaries.context(dispute(14), record=later)
    )


def test_implications_are_summed_up_by_what_came_after_too() -> None:
    said = repr(summaries.implications(dispute(14), record=RECORD))
    assert (
        "Not in the article: after 20 March 1995 the record has two happenings; 2 of 2 implications" in said
    )
    said = repr(summaries.implications(dispute(14), record=Reference()))
    assert "The record here has nothing on these countries after 20 March 1995." in said


def test_without_a_record_nothing_is_said_of_one() -> None:
    for summary in (summaries.context, summaries.implications):
        assert "record" not in repr(summary(dispute(14)))
