"""Event files of ICEWS: what they are known for, and what a wrong cell is told as. All rows are invented."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dateline.checks import sources
from dateline.checks.sources import icews
from dateline.errors import InputError

VISIT = {
    "Event ID": "31000001",
    "Event Date": "2011-03-17",
    "Source Name": "Foreign Affairs (Peru)",
    "Source Sectors": "Foreign Ministry,Executive,Government",
    "Source Country": "Peru",
    "Event Text": "Make a visit",
    "CAMEO Code": "042",
    "Intensity": "1.9",
    "Target Name": "Bolivia",
    "Target Sectors": "NULL",
    "Target Country": "Bolivia",
    "Story ID": "44000001",
    "Sentence Number": "3",
    "Publisher": "Lago",
    "City": "La Paz",
    "District": "Provincia Murillo",
    "Province": "Departamento de La Paz",
    "Country": "Bolivia",
    "Latitude": "-16.5",
    "Longitude": "-68.15",
}


@pytest.fixture
def year(tmp_path: Path):
    """Writes and reads a file whose rows are the visit with other cells."""

    def read(*rows: dict[str, str], columns=icews.COLUMNS) -> pd.DataFrame:
        path = tmp_path / "events.2011.tab"
        texts = ["\t".join(columns)]
        for number, cells in enumerate(rows):
            row = {**VISIT, "Event ID": str(31000001 + number), **cells}
            texts.append("\t".join(row[name] for name in columns))
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return sources.read(path)

    return read


def only(rows: pd.DataFrame) -> dict:
    assert len(rows) == 1
    return rows.astype(object).where(rows.notna(), None).iloc[0].to_dict()


def error(year, cells: dict[str, str]) -> str:
    """What is said of a second event with these cells."""
    with pytest.raises(InputError) as told:
        year({}, cells)
    return str(told.value).partition("tab: ")[2]


def test_the_columns_are_those_of_the_published_files() -> None:
    assert len(icews.COLUMNS) == 20
    assert icews.matches(icews.COLUMNS)
    assert not icews.matches(["Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name"])


def test_an_event_becomes_an_incident_without_figures(year) -> None:
    assert only(year({})) == {
        "incident_id": "icews-31000001-20110317",
        "date_start": pd.Timestamp("2011-03-17"),
        "date_end": pd.Timestamp("2011-03-17"),
        "date_precision": "day",
        "country": "BOL",
        "place": "La Paz|Provincia Murillo|Departamento de La Paz",
        "latitude": -16.5,
        "longitude": -68.15,
        "actor": "Foreign Affairs (Peru)",
        "target": "Bolivia",
        "killed_low": None,
        "killed_best": None,
        "killed_high": None,
        "civilians_low": None,
        "civilians_best": None,
        "civilians_high": None,
        "source": "ICEWS",
        "citation": "ICEWS, event 31000001, CAMEO 042, story 44000001, sentence 3, Lago (events.2011.tab)",
        "event_type": "CONSULT",
        "event_mode": "visit",
        "actor_country": "PER",
        "target_country": "BOL",
        "unknown_low": None,
        "unknown_high": None,
        "duplicate_of": None,
    }


def test_null_is_nothing(year) -> None:
    cells = ("Target Name", "Target Country", "City", "District", "Publisher")
    row = only(year(dict.fromkeys(cells, "NULL")))
    assert (row["target"], row["target_country"], row["place"]) == (None, None, "Departamento de La Paz")
    assert row["citation"].endswith("sentence 3 (events.2011.tab)")


def test_without_a_city_the_point_is_nobody_s(year) -> None:
    row = only(year({"City": "NULL"}))
    assert (row["latitude"], row["longitude"]) == (None, None)


def test_a_number_is_used_again_on_another_day(year) -> None:
    rows = year({}, {"Event ID": "31000001", "Event Date": "2011-03-18"})
    assert rows["incident_id"].tolist() == ["icews-31000001-20110317", "icews-31000001-20110318"]


def test_the_file_of_2017_writes_the_month_first(year) -> None:
    assert only(year({"Event Date": "3/17/2017"}))["date_start"] == pd.Timestamp("2017-03-17")


def test_the_file_of_2017_has_no_codes_but_the_names_of_the_events(year) -> None:
    columns = [name for name in icews.COLUMNS if name != "CAMEO Code"]
    rows = year({}, {"Event Text": '"Conduct suicide, car, or other non-military bombing"'}, columns=columns)
    assert rows["event_mode"].tolist() == ["visit", "suicide-attack"]


def test_a_name_that_no_code_has_gives_no_type(year) -> None:
    assert only(year({"CAMEO Code": "NULL", "Event Text": "Fly a kite"}))["event_type"] is None


def test_a_code_that_cameo_does_not_list_is_read_as_its_class(year) -> None:
    row = only(year({"CAMEO Code": "13y", "Event Text": "Threaten with repression"}))
    assert (row["event_type"], row["event_mode"]) == ("THREATEN", None)


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("42", "Make a visit", ("CONSULT", "visit")),
        ("14", "Consider policy option", (None, None)),
        ("14", "Engage in political dissent", ("PROTEST", None)),
    ],
)
def test_a_zero_that_was_cut_off_is_restored_by_the_event_s_name(
    year, code: str, name: str, expected: tuple
) -> None:
    row = only(year({"CAMEO Code": code, "Event Text": name}))
    assert (row["event_type"], row["event_mode"]) == expected


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Russian Federation", "RUS"),
        ("Occupied Palestinian Territory", "PSE"),
        ("Moldova, Republic of", "MDA"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Congo", "COG"),
        ("Democratic Republic of Congo", "COD"),
        ("International", None),
    ],
)
def test_countries_as_icews_writes_them(year, name: str, state: str | None) -> None:
    assert only(year({"Source Country": name}))["actor_country"] == state


def test_what_several_stories_tell_is_marked(year) -> None:
    rows = year({}, {"Target Name": "Chile"}, {"Story ID": "44000002", "Sentence Number": "1"})
    assert rows["duplicate_of"].dropna().to_dict() == {2: "icews-31000001-20110317"}


def test_a_missing_column(year) -> None:
    with pytest.raises(InputError, match="row 1: no column Target Name, expected in a file of ICEWS"):
        year({}, columns=[name for name in icews.COLUMNS if name != "Target Name"])


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("Event ID", "NULL", "empty, expected ICEWS's number of the event"),
        ("Event Date", "17.3.2011", "'17.3.2011', expected a day such as 2011-03-17 or 3/17/2011"),
        ("Latitude", "-100", "'-100', expected a number from -90 to 90"),
        ("Longitude", "68 W", "'68 W', expected a number from -180 to 180"),
    ],
)
def test_a_wrong_cell_is_told_with_row_column_and_what_is_expected(
    year, column: str, cell: str, expected: str
) -> None:
    assert error(year, {column: cell}) == f"row 3, column {column}: {expected}"


def test_a_code_of_nothing(year) -> None:
    assert error(year, {"CAMEO Code": "99", "Event Text": "Fly a kite"}) == (
        "row 3, column CAMEO Code: '99', expected a CAMEO code with its leading zero, such as 042 or 190"
    )


def test_the_same_number_twice_on_a_day(year) -> None:
    told = error(year, {"Event ID": "31000001"})
    assert told.startswith("row 3") and "row 2" in told
