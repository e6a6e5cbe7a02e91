"""The Bureau of Investigative Journalism's strikes, workbook and CSV. All rows are invented."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dateline.checks import sources
from dateline.errors import InputError

#: As published; the column before the last has no name.
COLUMNS = [
    "Strike ID",
    "Date",
    "Location",
    "Area",
    "Minimum total people killed",
    "Maximum total people killed",
    "Minimum civilians reported killed",
    "Maximum civilians reported killed",
    "Minimum children reported killed",
    "Maximum children reported killed",
    "Minimum reported injured",
    "Maximum reported injured",
    "Strike link",
    None,
    "Index",
]


def strike(
    code: str, day: object, *figures: object, place: tuple[str, str] = ("Zar", "Upper Agency")
) -> list:
    """A row of the sheet; the figures are killed and civilians, lowest and highest."""
    return [code, day, *place, *(figures or (3, 5, 0, 1)), 0, 0, 1, 2, "=$N$2&$A2", None, 1]


@pytest.fixture
def workbook(tmp_path: Path):
    def read(*rows: list, sheet: str = "Drone strikes data", columns=COLUMNS) -> pd.DataFrame:
        book = openpyxl.Workbook()
        notes = book.worksheets[0]
        notes.title = "Notes"
        notes.append(["How the strikes were counted"])
        sums = book.create_sheet("Summary tables and casualty rat")
        sums.append(["Year", "US Drone Strikes", "Minimum people killed"])
        sums.append([datetime(2031, 1, 1), "=COUNTIFS('Drone strikes data'!B:B,1)", "=SUM(E:E)"])
        data = book.create_sheet(sheet)
        for row in (columns, *rows):
            data.append(row)
        path = tmp_path / "strikes.xlsx"
        book.save(path)
        return sources.read(path)

    return read


@pytest.fixture
def export(tmp_path: Path):
    def read(*rows: list) -> pd.DataFrame:
        path = tmp_path / "strikes.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([COLUMNS, *rows])
        return sources.read(path)

    return read


def test_a_strike_of_the_workbook(workbook) -> None:
    [row] = workbook(strike("Ob901", datetime(2031, 3, 17), 3, 5, 0, 1)).to_dict("records")
    assert row["incident_id"] == "tbij-Ob901"
    assert row["date_start"] == row["date_end"] == pd.Timestamp("2031-03-17")
    assert row["date_precision"] == "day"
    assert (row["country"], row["place"]) == ("PAK", "Zar|Upper Agency")
    assert (row["actor"], row["actor_country"]) == ("United States|CIA drones", "USA")
    assert (row["killed_low"], row["killed_high"]) == (3, 5)
    assert (row["civilians_low"], row["civilians_high"]) == (0, 1)
    assert (row["event_type"], row["event_mode"]) == ("ASSAULT", "drone")
    assert row["source"] == "TBIJ"
    assert row["citation"] == "The Bureau of Investigative Journalism, US strikes, Ob901 (strikes.xlsx)"


def test_a_range_has_no_best_estimate(workbook) -> None:
    rows = workbook(strike("B901", datetime(2031, 3, 17)))
    assert rows[["killed_best", "civilians_best", "unknown_low"]].isna().all().all()


def test_sums_whose_formulas_are_lost_are_not_read(workbook) -> None:
    rows = workbook(strike("B901", datetime(2031, 3, 17)), strike("B902", datetime(2031, 3, 18)))
    assert rows["incident_id"].tolist() == ["tbij-B901", "tbij-B902"]


def test_the_sheet_is_known_by_its_columns(workbook) -> None:
    assert len(workbook(strike("B901", datetime(2031, 3, 17)), sheet="Sheet7")) == 1


@pytest.mark.parametrize("written", ["17/03/2031", "2031-03-17", "2031-03-17 00:00:00"])
def test_days_of_a_csv_in_each_form(export, written: str) -> None:
    assert export(strike("T901", written))["date_start"].tolist() == [pd.Timestamp("2031-03-17")]


def test_days_have_the_day_before_the_month(export) -> None:
    assert export(strike("T901", "03/04/2031"))["date_start"].tolist() == [pd.Timestamp("2031-04-03")]


def test_a_day_with_the_month_first_is_refused(export) -> None:
    with pytest.raises(InputError) as error:
        export(strike("T901", "17/03/2031"), strike("T902", "3/17/2031"))
    assert error.value.reason == "row 3, column Date: '3/17/2031', expected a day as 17/03/2011 or 2011-03-17"


def test_csv_and_workbook_give_the_same_rows(export, workbook) -> None:
    from_csv = export(strike("Ob901", "17/03/2031"), strike("Ob902", "18/03/2031"))
    from_book = workbook(strike("Ob901", datetime(2031, 3, 17)), strike("Ob902", datetime(2031, 3, 18)))
    pd.testing.assert_frame_equal(from_csv.drop(columns="citation"), from_book.drop(columns="citation"))


def test_an_unclear_place_is_no_place(workbook) -> None:
    day = datetime(2031, 3, 17)
    rows = workbook(
        strike("T901", day, place=("Unknown", "Upper Agency")),
        strike("T902", day, place=("Unclear ", "Unclear ")),
    )
    assert rows["place"].tolist() == ["Upper Agency", pd.NA]


@pytest.mark.parametrize(
    ("code", "country"),
    [("B901", "PAK"), ("T901", "PAK"), ("YEM901", "YEM"), ("SOM901", "SOM"), ("AFG901", "AFG")],
)
def test_the_country_is_in_the_code(workbook, code: str, country: str) -> None:
    assert workbook(strike(code, datetime(2031, 3, 17)))["country"].tolist() == [country]


def test_a_code_of_another_kind_leaves_country_and_mode_open(workbook) -> None:
    rows = workbook(strike("X901", datetime(2031, 3, 17)))
    assert rows[["country", "event_mode"]].isna().all().all()
    assert rows["actor"].tolist() == ["United States"]


def test_two_strikes_on_one_place_and_day_are_two_unless_all_figures_agree(workbook) -> None:
    day = datetime(2031, 3, 17)
    rows = workbook(
        strike("Ob901", day, 3, 5, 0, 1), strike("Ob902", day, 4, 6, 0, 1), strike("Ob903", day, 3, 5, 0, 1)
    )
    assert rows["duplicate_of"].tolist() == [pd.NA, pd.NA, "tbij-Ob901"]


def test_a_wrong_cell_is_told_with_its_sheet(workbook) -> None:
    with pytest.raises(InputError) as error:
        workbook(strike("B901", datetime(2031, 3, 17)), strike("B902", datetime(2031, 3, 18), "six", 8, 0, 0))
    assert error.value.reason == (
        "sheet 'Drone strikes data', row 3, column Minimum total people killed: 'six', "
        "expected a whole number, 0 or more"
    )


def test_a_code_that_comes_twice_names_both_rows(workbook) -> None:
    with pytest.raises(InputError) as error:
        workbook(strike("B901", datetime(2031, 3, 17)), strike("B901", datetime(2031, 3, 18)))
    assert error.value.reason == (
        "sheet 'Drone strikes data', row 3: tbij-B901 once more, expected one row a record; "
        "it is in sheet 'Drone strikes data', row 2"
    )


def test_a_missing_column_is_named(workbook) -> None:
    columns = ["Highest" if name == "Maximum total people killed" else name for name in COLUMNS]
    with pytest.raises(InputError) as error:
        workbook(strike("B901", datetime(2031, 3, 17)), columns=columns)
    assert error.value.reason == (
        "sheet 'Drone strikes data', row 1: no column Maximum total people killed, expected in a file of "
        "TBIJ (https://www.thebureauinvestigates.com/projects/drone-war/)"
    )
