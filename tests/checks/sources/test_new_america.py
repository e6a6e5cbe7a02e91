"""New America's strikes in Pakistan as downloaded. All rows are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from dateline.checks import sources
from dateline.errors import InputError

#: As downloaded: the last seven columns share a name, for they have none of their own.
COLUMNS = [
    *("strikes", "date", "village", "region", "year", "leaders_killed", "leader_names"),
    *("leader_description", "militants_low", "militants_high", "militants_avg", "unknown_low"),
    *("unknown_high", "unknown_avg", "civilians_low", "civilians_high", "civilians_avg", "total_low"),
    *("total_high", "total_avg", "president_name", "president_number", "target_type"),
    *("target_description", "target_organization_name", "target_group", "geo_lat", "geo_lon"),
    *("province", "strike_type"),
    *["Source"] * 7,
]
STRIKE = {
    "strikes": "1",
    "date": "3/17/2031",
    "village": "Zar Kalay",
    "region": "Upper Agency",
    "year": "2031",
    "unknown_low": "1",
    "unknown_high": "2",
    "civilians_low": "0",
    "civilians_high": "3",
    "total_low": "5",
    "total_high": "8",
    "total_avg": "6.5",
    "target_organization_name": "Zar Front",
    "geo_lat": "33.5",
    "geo_lon": "70.25",
    "province": "Hill Province",
}


@pytest.fixture
def download(tmp_path: Path):
    """Writes a file whose rows are the strike with other cells, in Latin-1 as published, and reads it."""

    def read(*rows: dict[str, str], columns=COLUMNS, encoding: str = "latin-1") -> pd.DataFrame:
        path = tmp_path / "strikes.csv"
        with path.open("w", encoding=encoding, newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows([{**STRIKE, **cells}.get(name, "") for name in columns] for cells in rows)
        return sources.read(path)

    return read


def test_a_strike(download) -> None:
    [row] = download({}).to_dict("records")
    assert row["incident_id"] == "na-2031-03-17-zar-kalay"
    assert row["date_start"] == row["date_end"] == pd.Timestamp("2031-03-17")
    assert (row["country"], row["place"]) == ("PAK", "Zar Kalay|Upper Agency|Hill Province")
    assert (row["latitude"], row["longitude"]) == (33.5, 70.25)
    assert (row["actor"], row["actor_country"], row["target"]) == ("United States", "USA", "Zar Front")
    assert (row["killed_low"], row["killed_high"]) == (5, 8)
    assert (row["civilians_low"], row["civilians_high"]) == (0, 3)
    assert (row["unknown_low"], row["unknown_high"]) == (1, 2)
    assert (row["event_type"], row["event_mode"]) == ("ASSAULT", "drone")
    assert row["source"] == "New America"
    assert row["citation"] == (
        "New America, Counterterrorism Wars: Pakistan, strike of 2031-03-17 (strikes.csv)"
    )


def test_the_middle_of_a_range_is_no_best_estimate(download) -> None:
    assert download({})[["killed_best", "civilians_best"]].isna().all().all()


def test_an_empty_figure_is_missing_and_not_nought(download) -> None:
    rows = download({"civilians_low": "", "civilians_high": ""}, {"village": "Tor", "civilians_low": "0"})
    assert rows["civilians_low"].tolist() == [pd.NA, 0]


def test_days_have_the_month_first(download) -> None:
    assert download({"date": "4/3/2031"})["date_start"].tolist() == [pd.Timestamp("2031-04-03")]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_encodings(download, encoding: str) -> None:
    rows = download({"village": "Château-Café near Zürich"}, encoding=encoding)
    assert rows["place"].tolist() == ["Château-Café near Zürich|Upper Agency|Hill Province"]
    assert rows["incident_id"].tolist() == ["na-2031-03-17-chateau-cafe-near-zurich"]


def test_strikes_on_one_village_and_day_are_numbered(download) -> None:
    rows = download({"total_low": "1"}, {"total_low": "2"}, {"village": "Tor"}, {"total_low": "3"})
    assert rows["incident_id"].tolist() == [
        "na-2031-03-17-zar-kalay",
        "na-2031-03-17-zar-kalay-2",
        "na-2031-03-17-tor",
        "na-2031-03-17-zar-kalay-3",
    ]


def test_an_id_does_not_depend_on_the_rows_of_other_days(download) -> None:
    alone = download({})["incident_id"].iloc[-1]
    assert download({"date": "3/16/2031"}, {"date": "3/15/2031"}, {})["incident_id"].iloc[-1] == alone


def test_the_region_names_a_strike_without_a_village(download) -> None:
    assert download({"village": ""})["incident_id"].tolist() == ["na-2031-03-17-upper-agency"]


def test_an_unclear_target_is_none(download) -> None:
    assert download({"target_organization_name": "Unclear"})["target"].isna().all()


def test_what_may_have_been_an_aeroplane_is_not_called_a_drone(download) -> None:
    assert download({"strike_type": "Drone or Air Strike"})["event_mode"].isna().all()


def test_a_wrong_cell(download) -> None:
    with pytest.raises(InputError) as error:
        download({}, {"geo_lat": "33,5 N"})
    assert error.value.reason == "row 3, column geo_lat: '33,5 N', expected a number from -90 to 90"


def test_a_day_with_the_day_first_is_refused(download) -> None:
    with pytest.raises(InputError) as error:
        download({"date": "17/3/2031"})
    assert error.value.reason == (
        "row 2, column date: '17/3/2031', expected a day as 3/17/2011 (month first)"
    )


def test_a_needed_column_that_is_there_twice(download) -> None:
    with pytest.raises(InputError, match="row 1: column total_low is there twice, expected once"):
        download({}, columns=[*COLUMNS, "total_low"])
