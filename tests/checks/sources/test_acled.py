"""Exports of ACLED: the shapes they come in, and what a wrong cell is told as. All rows are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from dateline.checks import sources
from dateline.checks.sources import acled
from dateline.checks.sources.codes import table
from dateline.codebook import frames
from dateline.errors import InputError

BATTLE = {
    "event_id_cnty": "ZZL1201",
    "event_date": "17 March 2011",
    "year": "2011",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Chad (1990-2021)",
    "inter1": "State forces",
    "actor2": "Unidentified Armed Group (Sudan)",
    "inter2": "Political militia",
    "interaction": "State forces-Political militia",
    "iso": "148",
    "region": "Middle Africa",
    "country": "Chad",
    "admin1": "Ennedi Est",
    "admin2": "Am-Djarass",
    "location": "Kariari",
    "latitude": "16.08",
    "longitude": "22.91",
    "geo_precision": "1",
    "source": "Lac Hebdo; Radio Ennedi",
    "source_scale": "National",
    "fatalities": "14",
    "timestamp": "1650000000",
}


@pytest.fixture
def export(tmp_path: Path):
    """Writes an export whose rows are the battle with other cells, and reads it."""

    def read(*rows: dict[str, str], columns=acled.COLUMNS, encoding="utf-8") -> pd.DataFrame:
        path = tmp_path / "chad.csv"
        with path.open("w", encoding=encoding, newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore")
            writer.writeheader()
            for number, cells in enumerate(rows):
                writer.writerow({**BATTLE, "event_id_cnty": f"ZZL{1201 + number}", **cells})
        return sources.read(path)

    return read


def only(rows: pd.DataFrame) -> dict:
    assert len(rows) == 1
    return rows.astype(object).where(rows.notna(), None).iloc[0].to_dict()


def error(export, cells: dict[str, str]) -> str:
    """What is said of a second row with these cells."""
    with pytest.raises(InputError) as told:
        export({}, cells)
    return str(told.value).partition("chad.csv: ")[2]


def test_an_export_has_31_columns() -> None:
    assert len(acled.COLUMNS) == len(set(acled.COLUMNS)) == 31


def test_an_event_becomes_an_incident(export) -> None:
    assert only(export({})) == {
        "incident_id": "acled-ZZL1201",
        "date_start": pd.Timestamp("2011-03-17"),
        "date_end": pd.Timestamp("2011-03-17"),
        "date_precision": "day",
        "country": "TCD",
        "place": "Kariari|Am-Djarass|Ennedi Est",
        "latitude": 16.08,
        "longitude": 22.91,
        "actor": "Military Forces of Chad (1990-2021)",
        "target": "Unidentified Armed Group (Sudan)",
        "killed_low": None,
        "killed_best": 14,
        "killed_high": None,
        "civilians_low": None,
        "civilians_best": None,
        "civilians_high": None,
        "source": "ACLED",
        "citation": "ACLED, event ZZL1201, version of 2022-04-15; Lac Hebdo; Radio Ennedi (chad.csv)",
        "event_type": "ASSAULT",
        "event_mode": None,
        "actor_country": "TCD",
        "target_country": "SDN",
        "unknown_low": None,
        "unknown_high": None,
        "duplicate_of": None,
    }


def test_it_is_known_by_its_columns_and_not_by_its_name() -> None:
    assert acled.matches(acled.COLUMNS)
    assert acled.matches(["\ufeffEVENT_ID_CNTY", "EVENT_DATE", "SUB_EVENT_TYPE"])
    assert not acled.matches(["event_id", "event_date", "type"])


def test_a_byte_order_mark_before_the_header(export) -> None:
    assert only(export({}, encoding="utf-8-sig"))["incident_id"] == "acled-ZZL1201"


def test_columns_of_population_change_nothing(export) -> None:
    wide = export({}, columns=(*acled.COLUMNS, *acled.POPULATION))
    pd.testing.assert_frame_equal(wide, export({}))


def test_columns_that_acled_has_given_up_change_nothing(export) -> None:
    old = ("data_id", "iso3", "event_id_no_cnty", *acled.COLUMNS)
    pd.testing.assert_frame_equal(export({}, columns=old), export({}))


@pytest.mark.parametrize("written", ["17 March 2011", "17-March-2011", "2011-03-17", "17-Mar-2011"])
def test_days_in_the_forms_of_all_exports(export, written: str) -> None:
    assert only(export({"event_date": written}))["date_start"] == pd.Timestamp("2011-03-17")


def test_precision_2_is_the_week_around_the_day(export) -> None:
    row = only(export({"time_precision": "2", "event_date": "2011-03-02"}))
    days = row["date_start"], row["date_end"], row["date_precision"]
    assert days == (pd.Timestamp("2011-02-27"), pd.Timestamp("2011-03-05"), "range")


@pytest.mark.parametrize("day", ["1 February 2012", "15 February 2012", "29 February 2012"])
def test_precision_3_is_the_month_of_the_day(export, day: str) -> None:
    row = only(export({"time_precision": "3", "event_date": day}))
    days = row["date_start"], row["date_end"], row["date_precision"]
    assert days == (pd.Timestamp("2012-02-01"), pd.Timestamp("2012-02-29"), "month")


def test_where_only_the_region_is_known_no_point_is_given(export) -> None:
    row = only(export({"geo_precision": "3"}))
    assert (row["place"], row["latitude"], row["longitude"]) == ("Am-Djarass|Ennedi Est", None, None)


def test_actor_types_as_numbers(export) -> None:
    numbered = export({"inter1": "1", "inter2": "3", "interaction": "13"})
    pd.testing.assert_frame_equal(numbered, export({}))


def test_forces_abroad_are_their_state_s(export) -> None:
    abroad = {"actor1": "Military Forces of the United States (2009-2017)", "inter1": "External/Other forces"}
    assert only(export(abroad))["actor_country"] == "USA"


def test_a_unit_of_the_forces_is_its_state_s(export) -> None:
    unit = {"actor1": "Police Forces of Kenya (2002-2013) Administration Police"}
    assert only(export(unit))["actor_country"] == "KEN"


def test_rebels_who_call_themselves_a_government_are_no_state(export) -> None:
    rebels = {"actor1": "Government of Chad", "inter1": "Rebel group"}
    assert only(export(rebels))["actor_country"] is None


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Protesters (Thailand)", "THA"),
        ("Civilians (International)", None),
        ("Northern Dawn Front", None),
        ("NDP: National Dawn Party (PA)", None),
        ("Lakeside Communal Militia (Nigeria)", "NGA"),
    ],
)
def test_people_are_of_the_state_in_brackets(export, name: str, state: str | None) -> None:
    assert only(export({"actor2": name}))["target_country"] == state


def test_no_second_actor(export) -> None:
    row = only(export({"actor2": "", "inter2": "0"}))
    assert (row["target"], row["target_country"]) == (None, None)


def test_of_those_killed_in_an_attack_on_civilians_all_may_be_civilians(export) -> None:
    row = only(export({"civilian_targeting": "Civilian targeting"}))
    civilians = [row[f"civilians_{bound}"] for bound in ("low", "best", "high")]
    assert (row["killed_best"], civilians) == (14, [None, None, 14])


def test_exports_before_2023_tell_such_attacks_by_their_type_only(export) -> None:
    columns = [name for name in acled.COLUMNS if name != "civilian_targeting"]
    attack = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
    assert export({}, attack, columns=columns)["civilians_high"].tolist() == [pd.NA, 14]


@pytest.mark.parametrize(
    ("kind", "sub", "expected"),
    [
        ("Explosions/Remote violence", "Air/drone strike", ("ASSAULT", "aerial")),
        ("Explosions/Remote violence", "Suicide bomb", ("ASSAULT", "suicide-attack")),
        ("Explosions/Remote violence", "Shelling/artillery/missile attack", ("ASSAULT", "heavy-weapons")),
        ("Protests", "Peaceful protest", ("PROTEST", "demo")),
        ("Riots", "Violent demonstration", ("PROTEST", "riot")),
        ("Violence against civilians", "Abduction/forced disappearance", ("ASSAULT", "abduct")),
        ("Strategic developments", "Arrests", ("COERCE", "arrest")),
        ("Strategic developments", "Other", (None, None)),
    ],
)
def test_event_types_as_plover_s(export, kind: str, sub: str, expected: tuple) -> None:
    row = only(export({"event_type": kind, "sub_event_type": sub}))
    assert (row["event_type"], row["event_mode"]) == expected


def test_a_new_sub_event_type_has_the_type_of_its_event_type(export) -> None:
    row = only(export({"event_type": "Riots", "sub_event_type": "Barricades"}))
    assert (row["event_type"], row["event_mode"]) == ("PROTEST", "riot")


def test_the_table_of_types_has_only_types_of_plover() -> None:
    modes = frames.load().modes
    pairs = {(row["plover_type"], row["plover_mode"]) for row in table("acled_types")}
    assert {pair for pair in pairs if pair != ("", "") and pair not in modes} == set()


def test_a_country_without_a_number_is_known_by_its_name(export) -> None:
    assert only(export({"iso": "0", "country": "Kosovo"}))["country"] == "XKX"


def test_a_territory_without_a_code_has_none(export) -> None:
    assert only(export({"iso": "0", "country": "Akrotiri and Dhekelia"}))["country"] is None


def test_the_same_clash_entered_twice_is_marked(export) -> None:
    assert export({}, {"event_date": "2011-03-18"}, {})["duplicate_of"].tolist() == [
        pd.NA,
        pd.NA,
        "acled-ZZL1201",
    ]


def test_a_missing_column(export) -> None:
    with pytest.raises(
        InputError, match=r"chad.csv: row 1: no column fatalities, expected in a file of ACLED"
    ):
        export({}, columns=[name for name in acled.COLUMNS if name != "fatalities"])


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("event_date", "31 June 2011", "'31 June 2011', expected a day such as 17 March 2011 or 2011-03-17"),
        ("event_date", "", "empty, expected a day such as 17 March 2011 or 2011-03-17"),
        ("time_precision", "4", "'4', expected a whole number from 1 to 3"),
        ("iso", "999", "'999', expected a number of ISO 3166-1 such as 586, or 0"),
        ("fatalities", "several", "'several', expected a whole number, 0 or more"),
        ("fatalities", "-1", "'-1', expected a whole number, 0 or more"),
        ("latitude", "91", "'91', expected a number from -90 to 90"),
        ("longitude", "east", "'east', expected a number from -180 to 180"),
        ("geo_precision", "0", "'0', expected a whole number from 1 to 3"),
    ],
)
def test_a_wrong_cell_is_told_with_row_column_and_what_is_expected(
    export, column: str, cell: str, expected: str
) -> None:
    assert error(export, {column: cell}) == f"row 3, column {column}: {expected}"


def test_an_unknown_event_type(export) -> None:
    assert error(export, {"event_type": "Battle"}) == (
        "row 3, column event_type: 'Battle', expected an event type of ACLED: Battles, Explosions/Remote "
        "violence, Protests, Riots, Strategic developments, Violence against civilians"
    )


def test_an_unknown_actor_type(export) -> None:
    assert error(export, {"inter1": "9"}).startswith(
        "row 3, column inter1: '9', expected an actor type of ACLED: 0 to 8, or State forces, Rebel group"
    )


def test_an_export_by_actor_has_each_event_twice_and_is_refused(export) -> None:
    told = error(export, {"event_id_cnty": "ZZL1201"})
    assert told.startswith("row 3") and "row 2" in told and "acled-ZZL1201" in told
