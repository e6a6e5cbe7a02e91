"""Tables: typed from the records, in text order, valid, and the same after writing and reading back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import schema
from dateline.article import Article
from dateline.errors import InputError
from dateline.records import TABLES, Figure, SectionRow, SentenceRow, Statement, Time
from dateline.storage import FORMATS, escape, unescape
from dateline.tables import Tables
from dateline.validation import TableError

TEXT = 'On 3 May 1998 Japan\'s envoy said: "=SUM(A1) talks, or –\r\nnone." At least 12 men were hurt.'


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def sentence(name: str, words: str, position: int) -> SentenceRow:
    return SentenceRow(name, "a_1", "sec_1", 1, position, "body", *span(words), words)


def time(name: str, words: str, **more: object) -> Time:
    row = Time(name, "s_1", *span(words), words, "DATE", None, None, None, None, None)
    return replace(row, **more)


ARTICLE_ROW = [None] * len(schema.dtypes("articles"))
ARTICLE_ROW[0] = "a_1"
RECORDS = {
    "articles": [TABLES["articles"](*ARTICLE_ROW)],
    "sections": [SectionRow("sec_1", "a_1", 1, None, 0, len(TEXT))],
    "sentences": [
        sentence("s_2", "At least 12 men were hurt.", 2),
        sentence("s_1", TEXT[: TEXT.index(" At least")], 1),
    ],
    "times": [
        time("t_1", "3 May 1998", value="1998-05-03", earliest=date(1998, 5, 3), latest=date(1998, 5, 3)),
        time("t_2", "May 1998", value="1998-05", earliest=date(1857, 5, 10)),
    ],
    "figures": [
        Figure("f_1", "s_2", *span("12 men"), "12 men", 12.0, None, True, "people", "injured", None, None),
        Figure("f_2", "s_2", *span("12"), "12", 0.1, 1e22, False, None, None, "-", None),
    ],
    "statements": [
        Statement(
            "st_1",
            "s_1",
            *span("Japan's envoy said"),
            None,
            "Japan's envoy",
            *span("Japan's envoy"),
            "said",
            *span("said"),
            "=SUM(A1) talks, or –\r\nnone.",
            *span("=SUM(A1) talks, or –\r\nnone."),
            "direct",
            None,
        )
    ],
}


@pytest.fixture
def tables() -> Tables:
    return Tables.from_records(RECORDS, Article(TEXT, (), ()))


def test_every_table_of_the_data_model_is_there(tables: Tables) -> None:
    assert [name for name, _ in tables] == list(TABLES)


def test_an_empty_table_has_all_its_columns_and_types(tables: Tables) -> None:
    assert len(tables.events) == 0
    assert {name: str(dtype) for name, dtype in tables.events.dtypes.items()} == schema.dtypes("events")


def test_rows_are_the_columns_cell_by_cell(tables: Tables) -> None:
    rows, columns = tables.rows("times"), tables.columns("times")
    assert [list(row) for row in rows] == [list(columns)] * tables.sizes()["times"]
    assert [row["text"] for row in rows] == columns["text"]


def test_columns_follow_the_record_in_order_and_type(tables: Tables) -> None:
    assert {name: str(dtype) for name, dtype in tables.figures.dtypes.items()} == {
        "figure_id": "string",
        "sentence_id": "string",
        "start": "Int64",
        "end": "Int64",
        "text": "string",
        "low": "Float64",
        "high": "Float64",
        "approximate": "boolean",
        "unit": "string",
        "measure": "string",
        "of": "string",
        "event_id": "string",
    }


def test_missing_is_na(tables: Tables) -> None:
    assert tables.times["anchor"].iloc[0] is pd.NA
    assert tables.times["latest"].iloc[1] is pd.NaT
    assert tables.figures["high"].isna().sum() == 1


def test_rows_are_in_text_order(tables: Tables) -> None:
    assert tables.sentences["sentence_id"].tolist() == ["s_1", "s_2"]
    assert tables.figures["figure_id"].tolist() == ["f_2", "f_1"]


def test_a_table_is_an_attribute_and_an_item(tables: Tables) -> None:
    assert tables["times"] is tables.times


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(KeyError, match="no such table: event; there are articles"):
        Tables.from_records({"event": []}, Article("", (), ()))


def test_sizes_need_no_frames(tables: Tables) -> None:
    assert tables.sizes()["times"] == 2
    assert "times" not in vars(tables)


def test_these_tables_are_valid(tables: Tables) -> None:
    tables.validate()


@pytest.mark.parametrize("format", FORMATS)
def test_tables_read_back_equal_those_written(tables: Tables, tmp_path: Path, format: str) -> None:
    tables.write(tmp_path, format)
    assert Tables.read(tmp_path) == tables


@pytest.mark.parametrize("format", FORMATS)
def test_tables_of_an_empty_text_read_back(tmp_path: Path, format: str) -> None:
    empty = Tables.from_records({}, Article("", (), ()))
    empty.write(tmp_path, format)
    assert Tables.read(tmp_path, format) == empty


@pytest.mark.parametrize("format", FORMATS)
def test_writing_twice_gives_the_same_bytes(tables: Tables, tmp_path: Path, format: str) -> None:
    first = tables.write(tmp_path / "1", format)
    second = tables.write(tmp_path / "2", format)
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_an_edited_frame_is_what_is_written(tables: Tables, tmp_path: Path) -> None:
    tables.times.loc[0, "value"] = "1998-05-04"
    tables.write(tmp_path)
    assert Tables.read(tmp_path).times["value"].tolist() == ["1998-05-04", "1998-05"]


def test_csv_has_iso_dates_plain_floats_and_bare_line_ends(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path)
    times = (tmp_path / "times.csv").read_bytes()
    assert b",1998-05-03,1998-05-03,," in times
    assert b"\r\n" not in times
    start, end = span("12 men")
    figures = (tmp_path / "figures.csv").read_text().splitlines()
    assert figures[2] == f"f_1,s_2,{start},{end},12 men,12,,true,people,injured,,"


def test_a_formula_in_csv_is_text_to_a_spreadsheet(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path)
    with (tmp_path / "statements.csv").open(newline="", encoding="utf-8") as file:
        assert next(csv.DictReader(file))["content"].startswith("'=SUM(A1)")


def test_a_formula_in_excel_is_a_string(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path, "xlsx")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "tables.xlsx")["statements"] for cell in row]
    assert [c.data_type for c in cells if str(c.value).startswith("'=SUM")] == ["s"]
    assert not [c for c in cells if c.data_type == "f"]


def test_excel_gets_dates_as_dates(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "tables.xlsx")["times"]
    assert [cell.is_date for cell in sheet["H"]] == [False, True, False]  # 1857 is before Excel's calendar


def test_excel_leaves_out_what_its_files_cannot_hold(tmp_path: Path) -> None:
    rows = {"articles": RECORDS["articles"], "sections": [SectionRow("x", "a_1", 1, "a\x07b\x0bc", 0, 1)]}
    Tables.from_records(rows, Article("x", (), ())).write(tmp_path, "xlsx")
    assert Tables.read(tmp_path).sections["heading"].tolist() == ["abc"]


def test_json_keeps_text_readable(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path, "json")
    text = (tmp_path / "statements.json").read_text(encoding="utf-8")
    assert "or –" in text
    assert json.loads(text)[0]["audience_id"] is None


@given(st.text())
def test_escaping_can_be_undone(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text(alphabet="'=+-@\t\r\n ab", max_size=6))
def test_escaped_text_never_starts_a_formula(text: str) -> None:
    assert not escape(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unescape(escape(text)) == text


def test_a_failed_writing_leaves_what_was_there(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    tables.times.loc[0, "type"] = "DAY"
    with pytest.raises(TableError):
        tables.write(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there are no tables here"):
        Tables.read(tmp_path)


def test_a_bad_cell_is_named_by_file_row_and_column(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path)
    path = tmp_path / "times.csv"
    path.write_text(path.read_text().replace("DATE,1998-05-03,1998-05-03", "DATE,1998-05-03,1998-05-33"))
    with pytest.raises(InputError, match=r"times.csv: row 0, column earliest: '1998-05-33' is no datetime64"):
        Tables.read(tmp_path)


def test_a_missing_column_is_named(tables: Tables, tmp_path: Path) -> None:
    tables.write(tmp_path)
    path = tmp_path / "links.csv"
    path.write_text(path.read_text().replace(",basis", ""))
    with pytest.raises(InputError, match=r"links.csv: column basis is missing"):
        Tables.read(tmp_path)


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "reason"),
    [
        ("times", 0, "type", "DAY", "'DAY' is none of DATE, DURATION, SET, TIME"),
        ("times", 1, "time_id", "t_1", "'t_1' is the id of row 0 already"),
        ("times", 0, "time_id", pd.NA, "a row needs an id"),
        ("times", 0, "sentence_id", "s_9", "'s_9' is no row of sentences"),
        ("times", 0, "anchor_id", "s_1", "'s_1' is no row of times or events or articles"),
        ("times", 0, "latest", pd.Timestamp(1990, 1, 1), "1998-05-03 exceeds latest 1990-01-01"),
        ("times", 0, "text", "4 May 1998", "'4 May 1998' is not the text at 3 to 13, '3 May 1998'"),
        ("times", 0, "value", "", "is empty text; missing is <NA>"),
        ("times", 0, "end", 3, "3 to 3 is no stretch of"),
        ("times", 0, "end", pd.NA, "start and end must both be there or both be missing"),
        ("figures", 1, "low", 13.5, None),
        ("figures", 0, "low", 1e23, "1e+23 exceeds high 1e+22"),
        ("statements", 0, "cue", "says", "'says' is not the text at"),
    ],
)
def test_validation_names_table_row_and_column(
    tables: Tables, table: str, row: int, column: str, value: object, reason: str | None
) -> None:
    tables[table].loc[row, column] = value
    if reason is None:
        tables.validate()
        return
    with pytest.raises(TableError) as caught:
        tables.validate()
    assert (caught.value.problem.table, caught.value.problem.row) == (table, row)
    assert reason in str(caught.value)


def test_a_column_of_another_type_is_named(tables: Tables) -> None:
    tables.times = tables.times.astype({"start": "float64"})
    with pytest.raises(TableError, match="times, column start: is float64, and should be Int64"):
        tables.validate()


def test_a_lost_column_is_named(tables: Tables) -> None:
    tables.times = tables.times.drop(columns="value")
    with pytest.raises(TableError, match="times, column value: is missing"):
        tables.validate()


def test_a_record_of_the_wrong_type_is_named() -> None:
    wrong = replace(RECORDS["times"][0], value=1998)
    tables = Tables.from_records({**RECORDS, "times": [wrong]}, Article(TEXT, (), ()))
    with pytest.raises(TableError, match="times, row 0, column value: 1998 is no string"):
        tables.validate()
