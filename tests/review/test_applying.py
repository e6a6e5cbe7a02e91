"""Corrections over the machine's tables: what becomes of each, and what no longer fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import dateline
from dateline import review
from dateline.review import Correction
from dateline.tables import Tables

Correct = Callable[..., Correction]
Find = Callable[[Tables, str], str]
Cells = Callable[..., dict[str, Any]]


def changed(tables: Tables, *corrections: Correction) -> Tables:
    """The tables with corrections of which each has a place."""
    done = review.apply(tables, corrections)
    assert done.unmatched == ()
    done.tables.validate()
    return done.tables


# -- the four actions ----------------------------------------------------------------------------


def test_a_changed_cell_is_the_reviewers(bosnia: Tables, event: Find, correct: Correct, cells: Cells) -> None:
    sent = event(bosnia, "sent")
    now = changed(bosnia, correct("events", sent, "change", "status", "planned"))
    assert cells(now, "events", sent)["status"] == "planned"


def test_the_machines_tables_stay_as_they_are(bosnia: Tables, event: Find, correct: Correct) -> None:
    before = bosnia.columns("events")["status"][:]
    sent, bombed = event(bosnia, "sent"), event(bosnia, "bombed")
    changed(bosnia, correct("events", sent, "change", "status", "planned"), correct("events", bombed, "drop"))
    assert bosnia.columns("events")["status"] == before
    assert bosnia.corrections == ()


def test_frames_that_somebody_looked_at_stay_as_they_are(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    frame = bosnia.events.copy()
    now = changed(bosnia, correct("events", event(bosnia, "sent"), "drop"))
    assert bosnia.events.equals(frame)
    assert len(now.events) == len(frame) - 1


def test_without_corrections_the_tables_are_the_very_same(bosnia: Tables) -> None:
    assert review.apply(bosnia, []).tables is bosnia


def test_an_accepted_row_is_marked_and_kept(bosnia: Tables, event: Find, correct: Correct) -> None:
    one = correct("events", event(bosnia, "sent"), "accept")
    now = changed(bosnia, one)
    assert now == bosnia
    assert [marked.row_id for marked in now.corrections] == [one.row_id]


def test_a_dropped_row_is_gone_and_what_named_it_is_empty(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    bombed = event(bosnia, "bombed")
    done = review.apply(bosnia, [correct("events", bombed, "drop")])
    figures = done.tables.columns("figures")
    dead = figures["figure_id"][figures["text"].index("12")]
    assert bombed not in done.tables.columns("events")["event_id"]
    assert figures["event_id"] == [None] * len(figures["text"])
    assert [(one.table, one.row_id, one.column, one.was) for one in done.cleared] == [
        ("figures", dead, "event_id", bombed)
    ]


def test_a_dropped_entity_leaves_the_words_of_its_events(
    quito: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    expelled = event(quito, "expelled")
    ecuador = cells(quito, "events", expelled)["source_id"]
    now = changed(quito, correct("entities", ecuador, "drop"))
    row = cells(now, "events", expelled)
    assert (row["source_id"], row["source_text"], row["source_country"]) == (None, "Ecuador", "ECU")


def test_a_change_to_nothing_empties_the_cell(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    bombed = event(bosnia, "bombed")
    now = changed(bosnia, correct("events", bombed, "change", "place_id", review.NOTHING))
    assert cells(now, "events", bombed)["place_id"] is None


def test_a_row_may_be_named_by_what_it_is_called(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    bombed, places = event(bosnia, "bombed"), bosnia.columns("places")
    now = changed(bosnia, correct("events", bombed, "change", "place_id", "Gorazde"))
    assert cells(now, "events", bombed)["place_id"] == places["place_id"][places["name"].index("Gorazde")]


def test_only_the_named_tables_are_corrected(bosnia: Tables, event: Find, correct: Correct) -> None:
    one = correct("events", event(bosnia, "sent"), "drop")
    other = correct("findings", "f_1", "drop")
    done = review.apply(bosnia, [one, other], only=review.CODED)
    assert [kept.table for kept in done.corrections] == ["events"]
    assert done.unmatched == ()


# -- what follows from a change --------------------------------------------------------------------


def test_a_code_brings_type_weight_and_class(
    quito: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    expelled = event(quito, "expelled")
    row = cells(changed(quito, correct("events", expelled, "change", "cameo", "111")), "events", expelled)
    assert [row[name] for name in ("event_type", "event_mode", "goldstein", "quad_class", "code_rule")] == [
        "ACCUSE",
        "disapprove",
        -2.0,
        3,
        "review",
    ]


def test_a_code_keeps_the_type_that_goes_with_it(
    ussuri: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    accused = event(ussuri, "accused")
    row = cells(changed(ussuri, correct("events", accused, "change", "cameo", "111")), "events", accused)
    assert (row["event_type"], row["event_mode"]) == ("ACCUSE", "disapprove")


def test_a_type_that_does_not_go_with_the_code_has_no_place(
    quito: Tables, event: Find, correct: Correct
) -> None:
    done = review.apply(quito, [correct("events", event(quito, "expelled"), "change", "event_type", "AID")])
    assert "change cameo and event_type together" in done.unmatched[0].reason
    assert done.tables == quito


def test_an_actors_words_bring_who_he_is(bosnia: Tables, event: Find, correct: Correct, cells: Cells) -> None:
    sent = event(bosnia, "sent")
    now = changed(bosnia, correct("events", sent, "change", "target_text", "Bosnian Serb forces"))
    row = cells(now, "events", sent)
    assert row["target_text"] == now.text[row["target_start"] : row["target_end"]] == "Bosnian Serb forces"
    assert (row["target_country"], row["target_sector"], row["target_slot"]) == ("BIH", "MIL", "review")
    assert cells(now, "entities", row["target_id"])["name"] == "Bosnian Serb forces"


def test_an_actor_who_is_taken_away_leaves_nothing(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    sent = event(bosnia, "sent")
    row = cells(
        changed(bosnia, correct("events", sent, "change", "target_text", review.NOTHING)), "events", sent
    )
    left = {value for name, value in row.items() if name.startswith("target_")}
    assert left == {None}


def test_what_the_reviewer_says_himself_counts_before_what_follows(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    sent = event(bosnia, "sent")
    now = changed(
        bosnia,
        correct("events", sent, "change", "target_text", "Bosnian Serb forces"),
        correct("events", sent, "change", "target_sector", "REB"),
    )
    assert cells(now, "events", sent)["target_sector"] == "REB"


def test_words_that_are_not_the_articles_have_no_place(bosnia: Tables, event: Find, correct: Correct) -> None:
    one = correct("events", event(bosnia, "sent"), "change", "source_text", "Her Majesty's Government")
    (left,) = review.apply(bosnia, [one]).unmatched
    assert left.reason == (
        "the words “Her Majesty's Government” do not stand in the article; copy them from the article"
    )


def test_typed_quotation_marks_are_the_articles() -> None:
    tables = dateline.parse(dateline.from_text("Peru’s army shelled the Ecuadorian post on 28 January 1981."))
    (name,) = tables.columns("events")["event_id"]
    one = Correction("events", name, "change", "source_text", "Peru's  army", "r", "A", date(2026, 1, 1))
    assert changed(tables, one).columns("events")["source_text"] == ["Peru’s army"]


def test_a_day_is_a_whole_date(bosnia: Tables, event: Find, correct: Correct, cells: Cells) -> None:
    bombed = event(bosnia, "bombed")
    now = changed(bosnia, correct("events", bombed, "change", "date_start", "1995-05-25"))
    row = cells(now, "events", bombed)
    dates = [row[f"date_{name}"] for name in ("start", "end", "precision", "basis")]
    assert dates == [date(1995, 5, 25), date(1995, 5, 25), "day", "resolved"]
    assert row["time_id"] is None


def test_a_month_is_given_by_its_ends(bosnia: Tables, event: Find, correct: Correct, cells: Cells) -> None:
    sent = event(bosnia, "sent")
    now = changed(
        bosnia,
        correct("events", sent, "change", "date_start", "1995-06-01"),
        correct("events", sent, "change", "date_end", "1995-06-30"),
    )
    assert cells(now, "events", sent)["date_precision"] == "month"


def test_a_time_expression_brings_its_days(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    sent = event(bosnia, "sent")
    now = changed(bosnia, correct("events", sent, "change", "time_id", "28 May 1995"))
    row = cells(now, "events", sent)
    dates = [row[f"date_{name}"] for name in ("start", "end", "precision", "basis")]
    assert dates == [date(1995, 5, 28), date(1995, 5, 28), "day", "stated"]


def test_a_date_that_is_taken_away_leaves_nothing(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    bombed = event(bosnia, "bombed")
    row = cells(
        changed(bosnia, correct("events", bombed, "change", "date_start", review.NOTHING)), "events", bombed
    )
    left = ("date_start", "date_end", "date_precision", "date_basis", "time_id")
    assert {row[name] for name in left} == {None}


def test_another_status_has_no_cue_of_the_machines(correct: Correct, event: Find, cells: Cells) -> None:
    text = "On 2 May 1982 Argentina threatened to attack the British fleet."
    tables = dateline.parse(dateline.from_text(text))
    threat = event(tables, "threatened")
    row = cells(changed(tables, correct("events", threat, "change", "status", "denied")), "events", threat)
    assert (row["status"], row["status_cue"]) == ("denied", None)


def test_an_entitys_country_follows_into_its_events(
    quito: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    expelled = event(quito, "expelled")
    envoy = cells(quito, "events", expelled)["target_id"]
    now = changed(quito, correct("entities", envoy, "change", "country", "VEN"))
    assert cells(now, "events", expelled)["target_country"] == "VEN"


def test_a_number_of_dead_follows_into_its_event(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    figures = bosnia.columns("figures")
    dead = figures["figure_id"][figures["text"].index("12")]
    now = changed(
        bosnia,
        correct("figures", dead, "change", "low", "10"),
        correct("figures", dead, "change", "high", "14"),
    )
    row = cells(now, "events", event(bosnia, "bombed"))
    assert (row["deaths_low"], row["deaths_high"]) == (10, 14)


def test_a_mention_that_goes_is_no_longer_counted(quito: Tables, correct: Correct, cells: Cells) -> None:
    mentions = quito.columns("mentions")
    at = mentions["text"].index("Ecuador")
    before = cells(quito, "entities", mentions["entity_id"][at])["mentions"]
    now = changed(quito, correct("mentions", mentions["mention_id"][at], "drop"))
    assert cells(now, "entities", mentions["entity_id"][at])["mentions"] == before - 1


# -- what no longer fits ---------------------------------------------------------------------------


def test_a_row_that_is_not_there_is_told_and_the_rest_applied(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    lost = correct("events", "e_0", "drop")
    done = review.apply(bosnia, [lost, correct("events", event(bosnia, "sent"), "drop")])
    assert [(one.correction, one.reason) for one in done.unmatched] == [
        (lost, "no row of events has this id")
    ]
    assert [one.action for one in done.corrections] == ["drop"]
    assert done.tables.unmatched == done.unmatched


def test_a_correction_that_would_break_a_rule_is_left_out(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    bombed = event(bosnia, "bombed")
    done = review.apply(
        bosnia,
        [
            correct("events", bombed, "change", "deaths_low", "20"),
            correct("events", bombed, "change", "status", "denied"),
        ],
    )
    assert [one.reason for one in done.unmatched] == ["deaths_low 20 exceeds deaths_high 12"]
    assert [one.column for one in done.corrections] == ["status"]


def test_a_name_that_several_rows_have_is_no_name(bosnia: Tables, event: Find, correct: Correct) -> None:
    bosnia.columns("places")["name"][:2] = ["Pale", "Pale"]
    one = correct("events", event(bosnia, "bombed"), "change", "place_id", "Pale")
    (left,) = review.apply(bosnia, [one]).unmatched
    assert left.reason.startswith("2 rows are called 'Pale'; expected the id of one: p_")


def test_a_name_that_no_row_has_is_told(bosnia: Tables, event: Find, correct: Correct) -> None:
    one = correct("events", event(bosnia, "bombed"), "change", "place_id", "Tuzla")
    (left,) = review.apply(bosnia, [one]).unmatched
    assert left.reason == "'Tuzla' is no row of places; expected an id, or a name that one row has"


def edited(tables: Tables, old: str, new: str) -> Tables:
    assert old in tables.text
    return dateline.parse(dateline.from_text(tables.text.replace(old, new)))


def reviewed(tables: Tables, one: Correction) -> Correction:
    """The correction as the file keeps it, with what the reviewer had before him."""
    (kept,) = review.apply(tables, [one]).corrections
    return kept


def test_a_correction_keeps_what_the_reviewer_saw(bosnia: Tables, event: Find, correct: Correct) -> None:
    kept = reviewed(bosnia, correct("events", event(bosnia, "sent"), "change", "status", "planned"))
    assert (kept.evidence, kept.machine) == ("Britain then [[sent]] 5,000 soldiers to Bosnia.", "actual")


def test_an_edit_elsewhere_leaves_a_correction_alone(bosnia: Tables, event: Find, correct: Correct) -> None:
    kept = reviewed(bosnia, correct("events", event(bosnia, "sent"), "change", "status", "planned"))
    now = edited(bosnia, "Two days later", "Three days later")
    done = review.apply(now, [kept])
    assert (done.unmatched, done.stale, done.needless) == ((), (), ())


def test_after_an_edit_of_its_sentence_the_row_it_may_mean_is_told(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    kept = reviewed(bosnia, correct("events", event(bosnia, "sent"), "change", "status", "planned"))
    now = edited(bosnia, "5,000 soldiers", "6,000 soldiers")
    (left,) = review.apply(now, [kept]).unmatched
    assert left.suggestion == event(now, "sent")
    assert now.columns("events")["status"] == review.apply(now, [kept]).tables.columns("events")["status"]


def test_another_sentence_with_the_word_is_no_suggestion(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    kept = reviewed(bosnia, correct("events", event(bosnia, "sent"), "change", "status", "planned"))
    now = edited(bosnia, "Britain then sent 5,000 soldiers", "Weeks after that Italy and Spain sent planes")
    (left,) = review.apply(now, [kept]).unmatched
    assert left.suggestion is None


def test_a_change_that_the_machine_has_made_by_itself_is_no_longer_needed(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    one = correct("events", event(bosnia, "sent"), "change", "status", "actual", machine="planned")
    done = review.apply(bosnia, [one])
    assert [needless.row_id for needless in done.needless] == [one.row_id]
    assert done.corrections == (replace(one, evidence="Britain then [[sent]] 5,000 soldiers to Bosnia."),)


def test_a_change_of_what_is_something_else_now_asks_for_another_look(
    bosnia: Tables, event: Find, correct: Correct, cells: Cells
) -> None:
    sent = event(bosnia, "sent")
    one = correct("events", sent, "change", "status", "denied", machine="planned")
    done = review.apply(bosnia, [one])
    assert [(stale.correction.row_id, stale.now) for stale in done.stale] == [(sent, "actual")]
    assert cells(done.tables, "events", sent)["status"] == "denied"


@pytest.mark.parametrize("action", ["accept", "drop"])
def test_a_word_on_a_row_that_is_otherwise_now_asks_for_another_look(
    bosnia: Tables, event: Find, correct: Correct, action: str
) -> None:
    one = correct("events", event(bosnia, "sent"), action, machine="cameo=073; status=actual")
    assert len(review.apply(bosnia, [one]).stale) == 1


# -- findings ---------------------------------------------------------------------------------------


def test_findings_are_corrected_after_checking(correct: Correct) -> None:
    text = "On Monday 3 March 2004 Chile recalled its ambassador from Bolivia."  # it was a Wednesday
    tables = dateline.parse(dateline.from_text(text))
    found = dateline.check(tables)
    (alarm,) = found["finding_id"][found["check"] == "weekday_against_date"]
    done = review.overlay(tables, [correct("findings", alarm, "drop")], dateline.check)
    assert (len(done.tables.findings), done.unmatched) == (len(found) - 1, ())
    assert [one.evidence for one in done.corrections] == [
        "On [[Monday 3 March 2004]] Chile recalled its ambassador from Bolivia."
    ]


def test_what_is_checked_is_corrected_already(bosnia: Tables, event: Find, correct: Correct) -> None:
    held: list[Tables] = []

    def check(tables: Tables) -> Any:
        held.append(tables)
        return tables.findings

    done = review.overlay(bosnia, [correct("events", event(bosnia, "sent"), "drop")], check)
    assert held[0] == done.tables != bosnia
