"""Files of UCDP GED: releases, candidates, the forms they come in. All rows are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from dateline.checks import sources
from dateline.checks.sources import ucdp
from dateline.errors import InputError

#: A fight in Sri Lanka that nobody fought.
FIGHT = {
    "id": "900001",
    "relid": "SRI-2007-1-9-1",
    "year": "2007",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "conflict_name": "Sri Lanka: Uva",
    "side_a": "Government of Sri Lanka",
    "side_b": "Uva Front",
    "number_of_sources": "1",
    "source_article": '"Island Wire,2007-03-17,Nine ""rebels"" dead; army says"',
    "where_prec": "1",
    "where_coordinates": "Ella town",
    "adm_1": "Uva province",
    "adm_2": "Badulla district",
    "latitude": "6.866700",
    "longitude": "81.046600",
    "country": "Sri Lanka",
    "region": "Asia",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2007-03-16 00:00:00.000",
    "date_end": "2007-03-16 00:00:00.000",
    "deaths_a": "2",
    "deaths_b": "5",
    "deaths_civilians": "1",
    "deaths_unknown": "1",
    "best": "9",
    "high": "11",
    "low": "7",
}


@pytest.fixture
def release(tmp_path: Path):
    """Writes a file whose rows are the fight with other cells, and reads it."""

    def read(
        *rows: dict[str, str],
        columns=ucdp.POSITIONS,
        header: bool = True,
        name: str = "events.csv",
        **options,
    ) -> pd.DataFrame:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore")
            if header:
                writer.writeheader()
            for number, cells in enumerate(rows):
                writer.writerow({**FIGHT, "id": str(900001 + number), **cells})
        return sources.read(path, **options)

    return read


@pytest.fixture
def refused(release):
    """What is said of a file whose second event has these cells."""

    def told(cells: dict[str, str]) -> str:
        with pytest.raises(InputError) as error:
            release({}, cells)
        return error.value.reason

    return told


def test_an_event(release) -> None:
    [row] = release({}).to_dict("records")
    assert row["incident_id"] == "ucdp-900001"
    assert (row["date_start"], row["date_end"]) == (pd.Timestamp("2007-03-16"), pd.Timestamp("2007-03-16"))
    assert row["date_precision"] == "day"
    assert row["country"] == "LKA"
    assert row["place"] == "Ella town|Badulla district|Uva province"
    assert (row["latitude"], row["longitude"]) == (6.8667, 81.0466)
    assert (row["actor"], row["target"]) == ("Government of Sri Lanka", "Uva Front")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (7, 9, 11)
    assert (row["event_type"], row["source"]) == ("ASSAULT", "UCDP GED")


def test_one_number_of_civilians_is_a_best_estimate_without_bounds(release) -> None:
    row = release({"deaths_civilians": "3"}).iloc[0]
    assert row["civilians_best"] == 3
    assert row[["civilians_low", "civilians_high"]].isna().all()


def test_those_of_whom_nobody_knows_whether_they_were_civilians(release) -> None:
    assert release({"deaths_unknown": "4"})[["unknown_low", "unknown_high"]].iloc[0].tolist() == [4, 4]


@pytest.mark.parametrize(
    ("stated", "start", "end", "precision"),
    [
        ("1", "2007-03-16", "2007-03-16", "day"),
        ("1", "2007-03-16", "2007-03-17", "range"),
        ("2", "2007-03-16", "2007-03-18", "range"),
        ("3", "2007-03-12", "2007-03-18", "range"),
        ("4", "2007-02-01", "2007-02-28", "month"),
        ("4", "2007-02-03", "2007-02-28", "range"),
        ("5", "2007-01-01", "2007-12-31", "year"),
        ("5", "2007-01-01", "2007-06-30", "range"),
    ],
)
def test_month_and_year_only_where_the_days_are_theirs(release, stated, start, end, precision) -> None:
    rows = release({"date_prec": stated, "date_start": start, "date_end": end})
    assert rows["date_precision"].tolist() == [precision]


@pytest.mark.parametrize(
    "written", ["2007-03-16", "2007-03-16 00:00:00.000", "2007-03-16 00:00:00", "2007-03-16T00:00:00"]
)
def test_days_with_and_without_a_time(release, written: str) -> None:
    assert release({"date_start": written})["date_start"].tolist() == [pd.Timestamp("2007-03-16")]


def test_one_sided_violence_is_against_civilians(release) -> None:
    rows = release({"type_of_violence": "3", "side_a": "Uva Front", "side_b": "Civilians"})
    assert rows[["actor", "target"]].iloc[0].tolist() == ["Uva Front", "civilians"]


def test_governments_are_of_a_country_and_others_are_not(release) -> None:
    rows = release({"side_a": "Government of DR Congo (Zaire)", "side_b": "Government of Rwanda"}, {})
    assert rows["actor_country"].tolist() == ["COD", "LKA"]
    assert rows["target_country"].tolist() == ["RWA", pd.NA]


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("DR Congo (Zaire)", "COD"),
        ("Congo", "COG"),
        ("Yemen (North Yemen)", "YEM"),
        ("Russia (Soviet Union)", "RUS"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Kingdom of eSwatini (Swaziland)", "SWZ"),
        ("Myanmar (Burma)", "MMR"),
    ],
)
def test_ucdp_names_of_countries(release, country: str, code: str) -> None:
    assert release({"country": country})["country"].tolist() == [code]


def test_a_district_is_the_place_where_no_town_is_known(release) -> None:
    rows = release({"where_coordinates": "Badulla district"}, {"where_coordinates": "", "adm_2": ""})
    assert rows["place"].tolist() == ["Badulla district|Uva province", "Uva province"]


def test_figures_stay_as_published_though_low_exceeds_best(release) -> None:
    rows = release({"low": "10", "best": "9", "high": "8"})
    assert rows[["killed_low", "killed_best", "killed_high"]].iloc[0].tolist() == [10, 9, 8]


def test_a_row_of_hxl_tags_is_no_event(release) -> None:
    tags = dict.fromkeys(FIGHT, "") | {"id": "", "date_start": "#date+start", "best": "#affected+killed"}
    columns = [*ucdp.POSITIONS[:34], "iso3", *ucdp.POSITIONS[34:]]
    rows = release(tags, {"iso3": "LKA"}, columns=columns)
    assert rows["incident_id"].tolist() == ["ucdp-900002"]


def test_rows_are_counted_with_the_row_of_tags(release) -> None:
    tags = dict.fromkeys(FIGHT, "") | {"best": "#affected+killed"}
    with pytest.raises(InputError, match="row 3, column best: 'many'"):
        release(tags, {"best": "many"})


def test_a_candidate_file_without_a_header(release) -> None:
    rows = release({}, {"side_b": "Badulla Front"}, header=False)
    assert rows["incident_id"].tolist() == ["ucdp-900001", "ucdp-900002"]
    assert rows["target"].tolist() == ["Uva Front", "Badulla Front"]


def test_rows_without_a_header_count_from_one(release) -> None:
    with pytest.raises(InputError, match="row 2, column latitude: '968'"):
        release({}, {"latitude": "968"}, header=False)


def test_49_columns_of_something_else_are_not_a_file_without_a_header(release) -> None:
    with pytest.raises(InputError, match="not a file of incidents that is known here"):
        release({"date_start": "spring"}, header=False)


def test_the_names_of_older_releases(release) -> None:
    older = {"best": "best_est", "high": "high_est", "low": "low_est"}
    columns = [older.get(name, name) for name in ucdp.POSITIONS]
    rows = release({"best_est": "4", "high_est": "6", "low_est": "3"}, columns=columns)
    assert rows[["killed_low", "killed_best", "killed_high"]].iloc[0].tolist() == [3, 4, 6]


def test_the_citation_has_release_record_and_file_but_no_folder(release, tmp_path: Path) -> None:
    rows = release({}, name="GEDEvent_v23_1.csv")
    assert rows["citation"].tolist() == [
        "UCDP Georeferenced Event Dataset 23.1, event 900001 (GEDEvent_v23_1.csv)"
    ]


@pytest.mark.parametrize(
    ("name", "release_"),
    [
        ("ged231.csv", " 23.1"),
        ("GEDEvent_v24_0_3.csv", " 24.0.3"),
        ("managed2310.csv", ""),
        ("events.csv", ""),
    ],
)
def test_a_release_is_cited_where_the_file_name_tells_it(release, name: str, release_: str) -> None:
    [citation] = release({}, name=name)["citation"]
    assert citation == f"UCDP Georeferenced Event Dataset{release_}, event 900001 ({name})"


def test_the_citation_says_that_an_event_is_not_cleared_yet(release) -> None:
    [citation] = release({"code_status": "Check deaths"})["citation"]
    assert citation == "UCDP Georeferenced Event Dataset, event 900001, status: Check deaths (events.csv)"


def test_the_same_fight_in_a_town_and_in_its_district_is_flagged(release) -> None:
    rows = release(
        {"best": "4", "low": "4", "high": "6"}, {"where_coordinates": "Badulla district", "best": "6"}
    )
    assert rows["duplicate_of"].tolist() == [pd.NA, "ucdp-900001"]
    assert rows["killed_best"].tolist() == [4, 6]


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("id", "", "row 3, column id: empty, expected a whole number, 0 or more"),
        ("best", "9 or so", "row 3, column best: '9 or so', expected a whole number, 0 or more"),
        ("best", "8.5", "row 3, column best: '8.5', expected a whole number, 0 or more"),
        (
            "deaths_civilians",
            "-1",
            "row 3, column deaths_civilians: '-1', expected a whole number, 0 or more",
        ),
        ("latitude", "968", "row 3, column latitude: '968', expected a number from -90 to 90"),
        ("longitude", "east", "row 3, column longitude: 'east', expected a number from -180 to 180"),
        ("date_prec", "6", "row 3, column date_prec: '6', expected a whole number from 1 to 5"),
        ("type_of_violence", "4", "row 3, column type_of_violence: '4', expected a whole number from 1 to 3"),
        ("date_start", "16/03/2007", "row 3, column date_start: '16/03/2007', expected a day as 2011-03-17"),
        ("date_start", "2007-02-30", "row 3, column date_start: '2007-02-30', expected a day as 2011-03-17"),
        ("date_end", "", "row 3, column date_end: empty, expected a day as 2011-03-17"),
        ("country", "Atlantis", "row 3, column country: 'Atlantis', expected the name of a country"),
        ("side_b", "", "row 3, column side_b: empty, expected the name of side B"),
    ],
)
def test_a_wrong_cell(refused, column: str, cell: str, told: str) -> None:
    assert refused({column: cell}) == told


def test_an_end_before_the_start(refused) -> None:
    assert refused({"date_end": "2007-03-01"}) == (
        "row 3, column date_end: '2007-03-01', expected no less than date_start (2007-03-16 00:00:00.000)"
    )


def test_one_id_twice_names_both_rows(refused) -> None:
    assert (
        refused({"id": "900001"}) == "row 3: ucdp-900001 once more, expected one row a record; it is in row 2"
    )


def test_numbers_that_r_writes_as_missing(release) -> None:
    assert release({"low": "NA", "latitude": "NA"})[["killed_low", "latitude"]].isna().all().all()
