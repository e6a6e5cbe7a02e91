"""Which format a file is of, what is kept of it, and that reading it bit by bit changes nothing."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dateline.checks import sources
from dateline.checks.sources.frame import COLUMNS
from dateline.errors import InputError

HEADER = (
    *("id", "type_of_violence", "side_a", "side_b", "where_coordinates", "adm_1", "latitude", "longitude"),
    *("country", "date_prec", "date_start", "date_end", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low"),
)


def fight(number: int, **cells: str) -> dict[str, str]:
    """An event nobody fought, in the columns of UCDP GED that are needed."""
    event = dict.fromkeys(HEADER, "0") | {
        "id": str(number),
        "type_of_violence": "2",
        "side_a": "Lowland Guard",
        "side_b": "Ridge Militia",
        "where_coordinates": f"Hamlet {number}",
        "adm_1": "Ridge province",
        "country": "Chad",
        "date_prec": "1",
        "date_start": f"2006-05-{number:02}",
        "best": str(number),
    }
    event["date_end"] = event["date_start"]
    return event | cells


@pytest.fixture
def file(tmp_path: Path):
    def write(rows: list[dict[str, str]], columns=HEADER, name: str = "download.csv") -> Path:
        path = tmp_path / name
        lines = [columns, *([row.get(name, "") for name in columns] for row in rows)]
        path.write_text("\n".join(",".join(line) for line in lines) + "\n", "utf-8")
        return path

    return write


def ids(rows: pd.DataFrame) -> list[int]:
    return [int(own.removeprefix("ucdp-")) for own in rows["incident_id"]]


def test_columns_and_types_are_those_of_the_frame(file) -> None:
    rows = sources.read(file([fight(1)]))
    assert {name: str(dtype) for name, dtype in rows.dtypes.items()} == COLUMNS


def test_a_file_of_a_header_gives_a_frame_without_rows(file) -> None:
    rows = sources.read(file([]))
    assert len(rows) == 0
    assert {name: str(dtype) for name, dtype in rows.dtypes.items()} == COLUMNS


def test_the_name_of_a_file_says_nothing(file) -> None:
    assert len(sources.read(file([fight(1)], name="us-pakistan-strikes.txt"))) == 1


def test_the_order_of_the_columns_says_nothing(file) -> None:
    columns = list(HEADER)
    random.Random(3).shuffle(columns)
    pd.testing.assert_frame_equal(
        sources.read(file([fight(1), fight(2)], columns)), sources.read(file([fight(1), fight(2)]))
    )


def test_columns_that_nobody_asked_for_may_be_there(file) -> None:
    path = file([fight(1, mood="sombre", weather="rain")], ["mood", *HEADER, "weather"])
    assert ids(sources.read(path)) == [1]


def test_case_and_blanks_of_a_column_name_say_nothing(file) -> None:
    path = file([fight(1)])
    path.write_text(path.read_text("utf-8").replace("side_a", " Side_A "), "utf-8")
    assert ids(sources.read(path)) == [1]


def test_a_missing_column_is_named(file) -> None:
    columns = [name for name in HEADER if name not in ("low", "adm_1")]
    with pytest.raises(InputError) as error:
        sources.read(file([fight(1)], columns))
    assert error.value.reason == (
        "row 1: no column adm_1, low, expected in a file of UCDP GED (https://ucdp.uu.se/downloads/)"
    )


def test_an_unknown_file_says_what_is_known_and_what_comes_closest(file) -> None:
    columns = [name for name in HEADER if name not in ("side_a", "best")]
    with pytest.raises(InputError) as error:
        sources.read(file([fight(1)], columns))
    assert error.value.reason == (
        "not a file of incidents that is known here; expected one of UCDP GED, TBIJ, New America, ACLED, "
        "GDELT, ICEWS. Row 1 comes closest to UCDP GED: of 16 columns needed it has 14, but not side_a, best "
        "(https://ucdp.uu.se/downloads/)"
    )


def test_a_file_of_something_else_altogether(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("commodity,price\nwheat,7\n", "utf-8")
    with pytest.raises(InputError) as error:
        sources.read(path)
    assert error.value.reason == (
        "not a file of incidents that is known here; expected one of UCDP GED, TBIJ, New America, ACLED, "
        "GDELT, ICEWS, and row 1 has no column of any"
    )


def test_the_error_names_the_file_as_it_was_given(file, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file([fight(1, best="x")])
    monkeypatch.chdir(path.parent)
    with pytest.raises(InputError, match=r"^download\.csv: row 2, column best: 'x'"):
        sources.read("download.csv")


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_reading_bit_by_bit_changes_nothing(file, size: int) -> None:
    path = file([fight(number) for number in range(1, 12)])
    pd.testing.assert_frame_equal(sources.read(path, rows_at_once=size), sources.read(path))


def test_reading_twice_gives_the_same(file) -> None:
    path = file([fight(number) for number in range(1, 12)])
    pd.testing.assert_frame_equal(sources.read(path), sources.read(path))


def test_rows_keep_the_order_of_the_file(file) -> None:
    assert ids(sources.read(file([fight(3), fight(1), fight(2)]), rows_at_once=2)) == [3, 1, 2]


def test_only_the_countries_asked_for(file) -> None:
    path = file([fight(1), fight(2, country="Sudan"), fight(3, country="Niger"), fight(4)])
    assert ids(sources.read(path, countries=["TCD", "NER"], rows_at_once=3)) == [1, 3, 4]
    assert ids(sources.read(path, countries="sdn", rows_at_once=3)) == [2]


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2006-05-03", None, [3, 4, 5]),
        (None, "2006-05-03", [1, 2, 3]),
        (date(2006, 5, 2), date(2006, 5, 4), [2, 3, 4]),
        ("2007-01-01", None, []),
    ],
)
def test_only_the_days_asked_for(file, since, until, kept: list[int]) -> None:
    path = file([fight(number) for number in range(1, 6)])
    assert ids(sources.read(path, since=since, until=until, rows_at_once=3)) == kept


def test_an_incident_that_reaches_into_the_days_asked_for_is_kept(file) -> None:
    path = file([fight(1, date_prec="2", date_end="2006-05-06")])
    assert ids(sources.read(path, since="2006-05-06", until="2006-05-09")) == [1]
    assert ids(sources.read(path, since="2006-05-07")) == []


def test_a_wrong_cell_in_a_row_that_nobody_asked_for_is_told(file) -> None:
    with pytest.raises(InputError, match="row 3, column best: 'x'"):
        sources.read(file([fight(1), fight(2, best="x", country="Sudan")]), countries=["TCD"])


def test_an_id_that_two_distant_rows_have(file) -> None:
    path = file([*(fight(number) for number in range(1, 9)), fight(9, id="2")])
    with pytest.raises(InputError) as error:
        sources.read(path, rows_at_once=3, until="2006-05-01")
    assert error.value.reason == "row 10: ucdp-2 once more, expected one row a record; it is in row 3"


def test_a_duplicate_in_another_bit_of_the_file_is_flagged(file) -> None:
    again = fight(9, date_start="2006-05-01", date_end="2006-05-01", where_coordinates="Hamlet 1", best="1")
    path = file([*(fight(number) for number in range(1, 9)), again])
    rows = sources.read(path, rows_at_once=3)
    assert rows["duplicate_of"].tolist() == [*[pd.NA] * 8, "ucdp-1"]


def test_a_row_with_a_cell_too_many(file) -> None:
    path = file([fight(1), fight(2)])
    path.write_text(path.read_text("utf-8").replace("Hamlet 2", "Hamlet 2, west"), "utf-8")
    with pytest.raises(InputError, match="row 3: 18 cells, expected 17 as in the header"):
        sources.read(path)


def test_a_row_cut_short(file) -> None:
    path = file([fight(1), fight(2)])
    path.write_text(path.read_text("utf-8").rsplit(",", 4)[0], "utf-8")
    with pytest.raises(InputError, match="row 3: 13 cells, expected 17 as in the header"):
        sources.read(path)


def test_empty_cells_at_the_end_of_a_row_may_be_left_out(file) -> None:
    path = file([fight(1, gwnoa="", gwnob="")], [*HEADER, "gwnoa", "gwnob"])
    path.write_text(path.read_text("utf-8").replace(",,\n", "\n"), "utf-8")
    assert ids(sources.read(path)) == [1]
