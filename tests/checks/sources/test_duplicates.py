"""Which rows look like the same incident, and which do not. All incidents are invented."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.checks.sources import duplicates
from dateline.checks.sources.frame import COLUMNS

RAID = {
    "date_start": pd.Timestamp("2031-03-17"),
    "date_end": pd.Timestamp("2031-03-17"),
    "date_precision": "day",
    "country": "TCD",
    "place": "Mao|Kanem department|Kanem region",
    "latitude": 14.12,
    "longitude": 15.31,
    "actor": "Lowland Guard",
    "target": "Ridge Militia",
    "killed_low": 3,
    "killed_best": 4,
    "killed_high": 5,
    "source": "X",
}
DISTRICT = {"place": "Kanem department|Kanem region", "latitude": 14.5, "longitude": 15.9}
REGION = {"place": "Kanem region", "latitude": 14.9, "longitude": 15.9}


def flagged(*rows: dict[str, object]) -> list[object]:
    """``duplicate_of`` of the raid with other values, as numbers of rows."""
    whole = [{**RAID, "incident_id": str(number), **row} for number, row in enumerate(rows)]
    table = pd.DataFrame(whole, columns=list(COLUMNS)).astype(COLUMNS)
    return [None if pd.isna(own) else int(own) for own in duplicates.flag(table)["duplicate_of"]]


def test_the_same_days_place_and_parties() -> None:
    assert flagged({}, {}) == [None, 0]


@pytest.mark.parametrize(
    "other",
    [
        {"date_start": pd.Timestamp("2031-03-16")},
        {"date_end": pd.Timestamp("2031-03-18")},
        {"country": "NER"},
        {"place": "Ati|Batha", "latitude": 13.2, "longitude": 18.3},
        {"actor": "Ridge Militia", "target": "Lowland Guard"},
        {"target": "civilians"},
        {"source": "Y"},
    ],
)
def test_another_day_place_party_or_source(other: dict[str, object]) -> None:
    assert flagged({}, other) == [None, None]


def test_a_third_row_names_the_first() -> None:
    assert flagged({}, {}, {}) == [None, 0, 0]


def test_one_place_inside_the_other() -> None:
    assert flagged({}, DISTRICT) == [None, 0]
    assert flagged(DISTRICT, {}) == [None, 0]


def test_a_whole_province_is_too_wide_to_be_the_same_place() -> None:
    assert flagged({}, REGION) == [None, None]


def test_two_towns_of_one_district_are_two_places() -> None:
    other = {"place": "Nokou|Kanem department|Kanem region", "latitude": 14.6, "longitude": 14.8}
    assert flagged({}, other) == [None, None]


def test_one_point_under_two_spellings_is_one_place() -> None:
    assert flagged({}, {"place": "Maw"}) == [None, 0]


def test_two_villages_of_one_name_are_two_places() -> None:
    assert flagged({}, {"latitude": 13.9}) == [None, None]


def test_the_name_has_to_do_where_there_is_no_point() -> None:
    nowhere = {"latitude": None, "longitude": None}
    assert flagged(nowhere, nowhere) == [None, 0]


@pytest.mark.parametrize(
    ("killed", "same"), [((5, 6, 9), True), ((1, 2, 3), True), ((6, 7, 9), False), ((1, 1, 2), False)]
)
def test_ranges_of_the_killed_have_to_meet(killed: tuple[int, int, int], same: bool) -> None:
    other = dict(zip(("killed_low", "killed_best", "killed_high"), killed, strict=True))
    assert flagged({}, other) == [None, 0 if same else None]


def test_without_a_target_the_figures_have_to_be_the_very_same() -> None:
    assert flagged({"target": None}, {"target": None, "killed_high": 6}, {"target": None}) == [None, None, 0]


@pytest.mark.parametrize(
    "vague",
    [
        {"place": None},
        {"date_precision": "month"},
        {"killed_low": None, "killed_best": None, "killed_high": None},
        {"killed_low": 0, "killed_best": 0, "killed_high": 0},
    ],
)
def test_what_is_too_vague_to_tell_apart_is_left_alone(vague: dict[str, object]) -> None:
    assert flagged(vague, vague) == [None, None]


def test_no_row_is_merged_or_changed() -> None:
    table = pd.DataFrame([{**RAID, "incident_id": own} for own in "ab"], columns=list(COLUMNS)).astype(
        COLUMNS
    )
    found = duplicates.flag(table)
    pd.testing.assert_frame_equal(found.drop(columns="duplicate_of"), table.drop(columns="duplicate_of"))
