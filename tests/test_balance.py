"""Conflict and cooperation added up, under several conventions at once."""

import pandas as pd
from invented import dispute

from dateline import balance

SIDES = ("PER", "ECU")


def total(variant: str, direction: str) -> float:
    sums = balance.totals(dispute(14), SIDES).set_index(["variant", "direction"])
    return float(sums.loc[(variant, direction), "total"])


def test_goldstein_values_of_what_happened_are_added_by_direction() -> None:
    assert total("Goldstein values", "PER → ECU") == 2 * -10 + 2 * 1.9
    assert total("Goldstein values", "ECU → PER") == 2 * (-2 - 5 - 6.5)


def test_plover_scores_are_another_scale() -> None:
    assert total("PLOVER scores", "PER → ECU") == 2 * -9.5 + 2 * 4.0


def test_weighing_all_the_same_keeps_the_signs() -> None:
    assert round(total("every event weighs the same", "PER → ECU"), 2) == 0.0


def test_the_authors_own_voice_leaves_out_what_others_report() -> None:
    assert total("the author's own voice only", "ECU → PER") > total("Goldstein values", "ECU → PER")


def test_an_uncertain_date_counts_evenly_over_its_days() -> None:
    curve = balance.balance(dispute(2), SIDES)
    mine = curve[curve["direction"] == "ECU → PER"].set_index("day")["value"]
    assert mine[pd.Timestamp("1995-01-31")] == 0
    assert mine[pd.Timestamp("1995-02-14")] == -1
    assert mine[pd.Timestamp("1995-02-28")] == -2


def test_the_band_spans_first_and_last_day() -> None:
    curve = balance.balance(dispute(2), SIDES)
    mine = curve[curve["direction"] == "ECU → PER"].set_index("day")
    assert mine.loc[pd.Timestamp("1995-02-14"), ["low", "high"]].tolist() == [-2, 0]


def test_without_events_between_the_sides_there_is_nothing_to_add() -> None:
    assert balance.balance(dispute(14), ("CHL", "BOL")).empty
    assert balance.leaning(dispute(14), ("CHL", "BOL")).startswith("No event runs from one side")
    assert balance.balance(dispute(14), ("PER",)).empty


def test_a_sign_is_certain_only_if_all_ways_of_counting_agree() -> None:
    said = balance.leaning(dispute(14), SIDES)
    assert "what Ecuador does to Peru is conflictual" in said
    assert "What Peru does to Ecuador is of no certain sign" in said
