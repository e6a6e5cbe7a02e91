"""Event files of GDELT: their widths and codes, and what a wrong cell is told as. All rows are invented."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pandas as pd
import pycountry
import pytest

from dateline.checks import sources
from dateline.checks.sources import gdelt
from dateline.checks.sources.codes import scheme
from dateline.errors import InputError

#: Ghana's police seize something of Togo's in a town of Ghana: CAMEO 171.
EVENT = {
    "GLOBALEVENTID": "199900001",
    "SQLDATE": "20110317",
    "MonthYear": "201103",
    "Year": "2011",
    "FractionDate": "2011.2110",
    "Actor1Code": "GHACOP",
    "Actor1Name": "GHANA",
    "Actor1CountryCode": "GHA",
    "Actor1Type1Code": "COP",
    "Actor2Code": "TGO",
    "Actor2Name": "TOGO",
    "Actor2CountryCode": "TGO",
    "IsRootEvent": "1",
    "EventCode": "171",
    "EventBaseCode": "171",
    "EventRootCode": "17",
    "QuadClass": "4",
    "GoldsteinScale": "-9.2",
    "NumMentions": "4",
    "NumSources": "1",
    "NumArticles": "4",
    "AvgTone": "-3.71",
    "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Aflao, Volta, Ghana",
    "ActionGeo_CountryCode": "GH",
    "ActionGeo_ADM1Code": "GH08",
    "ActionGeo_Lat": "6.11861",
    "ActionGeo_Long": "1.19528",
    "ActionGeo_FeatureID": "-2070001",
    "DATEADDED": "20130402",
    "SOURCEURL": "http://news.example/4.html",
}


def lines(rows: tuple[dict[str, str], ...], columns=gdelt.COLUMNS) -> str:
    """The rows as GDELT writes them, each the event with other cells and a number of its own."""
    texts = []
    for number, cells in enumerate(rows):
        row = {**EVENT, "GLOBALEVENTID": str(199900001 + number), **cells}
        texts.append("\t".join(row.get(name, "") for name in columns) + "\n")
    return "".join(texts)


@pytest.fixture
def day(tmp_path: Path):
    """Writes and reads the file of a day."""

    def read(*rows: dict[str, str], columns=gdelt.COLUMNS, **options) -> pd.DataFrame:
        path = tmp_path / "20130402.export.CSV"
        path.write_text(lines(rows, columns), encoding="utf-8")
        return sources.read(path, **options)

    return read


def only(rows: pd.DataFrame) -> dict:
    assert len(rows) == 1
    return rows.astype(object).where(rows.notna(), None).iloc[0].to_dict()


def error(day, cells: dict[str, str]) -> str:
    """What is said of a second row with these cells."""
    with pytest.raises(InputError) as told:
        day({}, cells)
    return str(told.value).partition("CSV: ")[2]


def test_the_columns_of_the_three_widths() -> None:
    assert (len(gdelt.COLUMNS), len(gdelt.COLUMNS_2)) == (58, 61)
    assert gdelt.COLUMNS[26] == "EventCode" and gdelt.COLUMNS[49] == "ActionGeo_Type"
    assert gdelt.COLUMNS[-2:] == ("DATEADDED", "SOURCEURL")


def test_an_event_becomes_an_incident_without_figures(day) -> None:
    assert only(day({})) == {
        "incident_id": "gdelt-199900001",
        "date_start": pd.Timestamp("2011-03-17"),
        "date_end": pd.Timestamp("2011-03-17"),
        "date_precision": "day",
        "country": "GHA",
        "place": "Aflao|Volta",
        "latitude": 6.11861,
        "longitude": 1.19528,
        "actor": "GHANA",
        "target": "TOGO",
        "killed_low": None,
        "killed_best": None,
        "killed_high": None,
        "civilians_low": None,
        "civilians_best": None,
        "civilians_high": None,
        "source": "GDELT",
        "citation": "GDELT, event 199900001, CAMEO 171: http://news.example/4.html (20130402.export.CSV)",
        "event_type": "COERCE",
        "event_mode": "seize",
        "actor_country": "GHA",
        "target_country": "TGO",
        "unknown_low": None,
        "unknown_high": None,
        "duplicate_of": None,
    }


def test_files_until_march_2013_name_no_page(day) -> None:
    row = only(day({}, columns=gdelt.COLUMNS[:-1]))
    assert row["citation"] == "GDELT, event 199900001, CAMEO 171 (20130402.export.CSV)"


def test_version_2_has_columns_between(day) -> None:
    pd.testing.assert_frame_equal(day({}, columns=gdelt.COLUMNS_2), day({}))


def test_a_file_to_which_somebody_added_the_header(day, tmp_path: Path) -> None:
    path = tmp_path / "named.tsv"
    path.write_text("\t".join(gdelt.COLUMNS) + "\n" + lines(({},)), encoding="utf-8")
    named = sources.read(path)
    pd.testing.assert_frame_equal(named.drop(columns="citation"), day({}).drop(columns="citation"))


def test_the_first_row_is_an_event_and_row_1(day) -> None:
    with pytest.raises(InputError, match=r"row 1, column ActionGeo_Lat: 'north', expected a number"):
        day({"ActionGeo_Lat": "north"})


def test_an_archive_as_published(day, tmp_path: Path) -> None:
    path = tmp_path / "20130402.export.CSV.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("20130402.export.CSV", lines(({}, {})))
    assert sources.read(path)["incident_id"].tolist() == ["gdelt-199900001", "gdelt-199900002"]


def test_a_year_packed_with_gzip(tmp_path: Path) -> None:
    path = tmp_path / "1979.csv.gz"
    path.write_bytes(gzip.compress(lines(({"SQLDATE": "19790101"},), gdelt.COLUMNS[:-1]).encode()))
    assert only(sources.read(path))["date_start"] == pd.Timestamp("1979-01-01")


@pytest.mark.parametrize(
    "cells", [["1"] * 58, [*["199900001", "17 March"], *["x"] * 56], ["199900001", "20110317"]]
)
def test_other_files_without_a_header_are_not_taken_for_gdelt_s(cells: list[str]) -> None:
    assert not gdelt.matches(cells)


def test_a_file_is_known_by_its_first_event_or_its_header() -> None:
    assert gdelt.matches(lines(({},)).rstrip("\n").split("\t"))
    assert gdelt.matches(gdelt.COLUMNS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1952", ("ASSAULT", "drone")),
        ("042", ("CONSULT", "visit")),
        ("0841", ("RETREAT", "release")),
        ("141", ("PROTEST", "demo")),
        ("036", ("AGREE", None)),
        ("011", (None, None)),
    ],
)
def test_cameo_s_codes_as_plover_s_types_and_modes(day, code: str, expected: tuple) -> None:
    row = only(day({"EventCode": code, "EventRootCode": code[:2]}))
    assert (row["event_type"], row["event_mode"]) == expected


def test_a_code_that_cameo_does_not_list_is_read_as_its_class(day) -> None:
    row = only(day({"EventCode": "1419", "EventRootCode": "14"}))
    assert (row["event_type"], row["event_mode"]) == ("PROTEST", "demo")


def test_an_event_without_a_code_has_no_type(day) -> None:
    row = only(day({"EventCode": "---", "EventRootCode": "--"}))
    assert (row["event_type"], row["citation"].partition(": ")[0]) == (None, "GDELT, event 199900001")


@pytest.mark.parametrize(
    ("code", "state"),
    [("AU", "AUT"), ("AS", "AUS"), ("NI", "NGA"), ("GZ", "PSE"), ("KV", "XKX"), ("UK", "GBR"), ("OC", None)],
)
def test_places_are_of_fips_countries(day, code: str, state: str | None) -> None:
    assert only(day({"ActionGeo_CountryCode": code}))["country"] == state


def test_every_code_stands_for_a_country_of_iso_3166() -> None:
    known = {state.alpha_3 for state in (*pycountry.countries, *pycountry.historic_countries)} | {"XKX"}
    assert {iso3 for name in ("fips", "cameo", "name") for iso3 in scheme(name).values()} <= known


def test_every_country_has_a_code_of_fips() -> None:
    without = {"ALA", "BES"}  # parts of Finland and of the Netherlands to FIPS 10-4
    assert {state.alpha_3 for state in pycountry.countries} - set(scheme("fips").values()) == without


@pytest.mark.parametrize(
    ("code", "state"),
    [("ROM", "ROU"), ("TMP", "TLS"), ("WSB", "PSE"), ("AFR", None), ("WST", None), ("", None)],
)
def test_actors_are_of_cameo_s_countries(day, code: str, state: str | None) -> None:
    assert only(day({"Actor1CountryCode": code}))["actor_country"] == state


@pytest.mark.parametrize(
    ("kind", "name", "place"), [("1", "Ghana", None), ("5", "Volta, Ghana", "Volta"), ("0", "", None)]
)
def test_the_middle_of_a_country_or_province_is_no_point(
    day, kind: str, name: str, place: str | None
) -> None:
    row = only(day({"ActionGeo_Type": kind, "ActionGeo_FullName": name}))
    assert (row["place"], row["latitude"], row["longitude"]) == (place, None, None)


def test_an_event_without_actors_or_place(day) -> None:
    nothing = dict.fromkeys([name for name in EVENT if name.startswith(("Actor", "ActionGeo"))], "")
    row = only(day({**nothing, "ActionGeo_Type": "0"}))
    told = ("actor", "target", "actor_country", "country", "place", "latitude")
    assert [row[name] for name in told] == [None] * 6


def test_what_several_reports_tell_is_marked(day) -> None:
    other = {"SQLDATE": "20110318"}
    assert day({}, other, {}, {})["duplicate_of"].tolist() == [
        *[pd.NA, pd.NA],
        *["gdelt-199900001", "gdelt-199900001"],
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"EventCode": "173"},
        {"SQLDATE": "20110318"},
        {"Actor2Name": "BENIN"},
        {"ActionGeo_FullName": "Lome, Maritime, Togo"},
    ],
)
def test_another_act_day_party_or_place_is_another_event(day, cells: dict[str, str]) -> None:
    assert day({}, cells)["duplicate_of"].isna().all()


@pytest.mark.parametrize(
    "cells", [{"Actor2Name": ""}, {"ActionGeo_Type": "1"}, {"EventCode": "010", "EventRootCode": "01"}]
)
def test_two_events_with_a_party_place_or_type_unknown_are_left_alone(day, cells: dict[str, str]) -> None:
    assert day(cells, cells)["duplicate_of"].isna().all()


def test_repeats_are_found_across_the_rows_read_at_once(day) -> None:
    rows = day(
        *[{"SQLDATE": f"201103{number:02}"} for number in range(1, 8)],
        {"SQLDATE": "20110301"},
        rows_at_once=3,
    )
    assert rows["duplicate_of"].dropna().to_dict() == {7: "gdelt-199900001"}


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("GLOBALEVENTID", "", "empty, expected GDELT's number of the event"),
        ("SQLDATE", "20110230", "'20110230', expected a day as YYYYMMDD"),
        ("EventCode", "42", "'42', expected a CAMEO code with its leading zero, such as 042 or 190"),
        ("EventCode", "", "empty, expected a CAMEO code with its leading zero, such as 042 or 190"),
        ("EventRootCode", "4", "'4', expected two digits from 01 to 20; a leading zero may have been lost"),
        ("ActionGeo_Type", "6", "'6', expected a whole number from 0 to 5"),
        ("ActionGeo_CountryCode", "GHA", "'GHA', expected a code of 2 letters (FIPS 10-4)"),
        ("Actor1CountryCode", "GH", "'GH', expected a code of 3 letters (CAMEO)"),
        ("ActionGeo_Lat", "95", "'95', expected a number from -90 to 90"),
        ("ActionGeo_Long", "west", "'west', expected a number from -180 to 180"),
    ],
)
def test_a_wrong_cell_is_told_with_row_column_and_what_is_expected(
    day, column: str, cell: str, expected: str
) -> None:
    assert error(day, {column: cell}) == f"row 2, column {column}: {expected}"


def test_a_row_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "20130402.export.CSV"
    path.write_text(lines(({},)) + "199900002\t20110317\t201103\n", encoding="utf-8")
    with pytest.raises(InputError, match="row 2: 3 cells, expected 58"):
        sources.read(path)


def test_the_same_number_twice(day) -> None:
    told = error(day, {"GLOBALEVENTID": "199900001"})
    assert told.startswith("row 2") and "row 1" in told and "gdelt-199900001" in told


def test_only_what_is_asked_for_is_kept(day) -> None:
    rows = day(
        {}, {"ActionGeo_CountryCode": "TO"}, {"SQLDATE": "20120101"}, countries=["GHA"], until="2011-12-31"
    )
    assert rows["incident_id"].tolist() == ["gdelt-199900001"]
