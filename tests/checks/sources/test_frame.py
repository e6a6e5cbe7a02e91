"""From cells to columns: what a chunk gives, and what it says of a cell that is wrong."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.checks.sources.frame import COLUMNS, Chunk, Format, empty, frame, places
from dateline.errors import InputError


def chunk(**columns: list[str | None]) -> Chunk:
    """Rows 2, 3, 5 …: row 4 of the file was empty."""
    size = len(next(iter(columns.values())))
    return Chunk("data/raw/file.csv", [2, 3, 5, 6, 7][:size], columns)


def test_cells_are_stripped_and_empty_ones_are_missing() -> None:
    assert chunk(town=[" Mao ", "", None]).text("town").tolist() == ["Mao", pd.NA, pd.NA]


def test_a_column_that_is_not_there_is_missing_throughout() -> None:
    rows = chunk(town=["Mao", "Ati"])
    assert "village" not in rows
    assert rows.text("village").isna().all()


def test_whole_numbers() -> None:
    assert chunk(killed=["7", "7.0", ""]).integers("killed").tolist() == [7, 7, pd.NA]


@pytest.mark.parametrize("word", ["NA", "NaN", "nan", "NULL", "<NA>"])
def test_what_programmes_write_for_a_missing_number(word: str) -> None:
    assert chunk(killed=["7", word]).integers("killed").tolist() == [7, pd.NA]


@pytest.mark.parametrize("cell", ["many", "1,000", "inf", "0x10", "--"])
def test_what_is_no_number(cell: str) -> None:
    with pytest.raises(InputError) as error:
        chunk(killed=["7", "", cell]).numbers("killed")
    assert error.value.reason == f"row 5, column killed: {cell!r}, expected a number"


def test_bounds_of_a_number() -> None:
    with pytest.raises(InputError, match="row 3, column level: '9', expected a whole number from 1 to 5"):
        chunk(level=["5", "9"]).integers("level", low=1, high=5)


@pytest.mark.parametrize(("cell", "told"), [("", "empty"), ("NA", "'NA'")])
def test_a_number_that_is_needed(cell: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        chunk(killed=["7", cell]).integers("killed", needed=True)
    assert error.value.reason == f"row 3, column killed: {told}, expected a whole number, 0 or more"


def test_days_in_the_first_form_that_fits() -> None:
    days = chunk(day=["2031-03-17", "17/03/2031"]).dates("day", ["%Y-%m-%d", "%d/%m/%Y"], expected="a day")
    assert days.tolist() == [pd.Timestamp("2031-03-17")] * 2
    assert str(days.dtype) == "datetime64[us]"


def test_a_time_of_day_is_cut_off() -> None:
    days = chunk(day=["2031-03-17 23:59"]).dates("day", ["%Y-%m-%d %H:%M"], expected="a day")
    assert days.tolist() == [pd.Timestamp("2031-03-17")]


def test_a_day_that_does_not_exist() -> None:
    with pytest.raises(InputError, match="row 2, column day: '2031-02-29', expected a day of the calendar"):
        chunk(day=["2031-02-29"]).dates("day", ["%Y-%m-%d"], expected="a day of the calendar")


def test_words_of_a_closed_list() -> None:
    rows = chunk(kind=["Air", "ground", ""])
    assert rows.words("kind", {"air": "drone", "Ground": "raid"}, expected="Air or Ground").tolist() == [
        "drone",
        "raid",
        pd.NA,
    ]
    with pytest.raises(InputError, match="row 3, column kind: 'ground', expected Air"):
        rows.words("kind", {"Air": "drone"}, expected="Air")


def test_the_first_wrong_row_is_told_with_its_sheet() -> None:
    rows = Chunk("data/raw/book.xlsx", [4, 9], {"killed": ["x", "y"]}, where="2031")
    with pytest.raises(InputError) as error:
        rows.integers("killed")
    assert str(error.value) == (
        "data/raw/book.xlsx: sheet '2031', row 4, column killed: 'x', expected a whole number, 0 or more"
    )


def test_a_file_is_cited_without_its_folder() -> None:
    assert chunk(town=["Mao"]).file == "file.csv"


def test_a_frame_has_every_column_in_its_type() -> None:
    rows = chunk(town=["Mao", "Ati"])
    made = frame(rows, {"place": rows.text("town"), "source": "X", "killed_low": 3})
    assert {name: str(dtype) for name, dtype in made.dtypes.items()} == COLUMNS
    assert made[["place", "source", "killed_low"]].to_numpy().tolist() == [["Mao", "X", 3], ["Ati", "X", 3]]
    assert made.drop(columns=["place", "source", "killed_low"]).isna().all().all()
    assert made.index.tolist() == [2, 3]


def test_a_column_that_the_frame_does_not_have() -> None:
    with pytest.raises(KeyError, match="no column of the frame: injured"):
        frame(chunk(town=["Mao"]), {"injured": 3})


def test_the_empty_frame_has_the_same_columns_and_types() -> None:
    assert empty().dtypes.equals(frame(chunk(town=["Mao"]), {}).dtypes)


def test_places_from_the_narrowest_to_the_widest() -> None:
    rows = chunk(town=["Mao", "Unknown", "Kanem", "a|b"], region=["Kanem", "Kanem", "kanem", ""])
    assert places(rows.text("town"), rows.text("region")).tolist() == ["Mao|Kanem", "Kanem", "Kanem", "a/b"]


def test_no_place_is_missing() -> None:
    rows = chunk(town=["n/a"], region=[""])
    assert places(rows.text("town"), rows.text("region")).isna().all()


def test_a_format_is_known_by_its_signs_under_any_of_their_names() -> None:
    known = Format(
        name="X",
        codebook="https://example.org",
        needed=("id", "best", "town"),
        signs=frozenset({"id", "best"}),
        renamed={"best_est": "best"},
        convert=lambda rows: frame(rows, {}),
    )
    assert known.matches(["ID", "Best_Est", "remarks"])
    assert not known.matches(["id", "town"])
    assert known.columns(["\ufeffID", "Best_Est"]) == ["id", "best"]
