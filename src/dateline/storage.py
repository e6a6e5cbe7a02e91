"""Tables on disk, for analysts: CSV, Parquet, JSON and Excel, each read back to the same tables.

A folder holds one file a table (Excel: one sheet a table in ``tables.xlsx``) and ``article.txt``, the
text that the offsets point into. Excel holds no control characters: they are left out there. Files are
written beside their place and moved there when all are whole.

Spreadsheets run a cell that starts with ``=``, ``+``, ``-`` or ``@`` as a formula, so text that does
gets an apostrophe before it in CSV and Excel, which reading takes away again
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from dateline import schema
from dateline.errors import InputError
from dateline.records import TABLES
from dateline.tables import Columns, Tables

_TEXT = "article.txt"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")  # with their full-width twins
_ESCAPED = re.compile(r"''*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_ILLEGAL_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_EXCEL_CELL = 32_767  # characters that a cell of Excel holds
_EXCEL_FIRST_DAY = date(1900, 3, 1)  # its calendar has a 29 February 1900, and readers disagree before it


def escape(text: str) -> str:
    """Text that a spreadsheet takes for text. Apostrophes that stand there are kept, so it can be undone."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescape(text: str) -> str:
    """The text that :func:`escape` was given."""
    return text[1:] if _ESCAPED.match(text) else text


def excel_text(text: str) -> str:
    """Text as a cell of Excel holds it: what XML cannot say is left out, and what is too long is cut."""
    text = escape(_ILLEGAL_IN_XML.sub("", text))
    return text if len(text) <= _EXCEL_CELL else text[: _EXCEL_CELL - 1] + "…"


def write(tables: Tables, folder: Path, format: str) -> list[Path]:
    """Validate and write; the files appear in ``folder`` together, or none does."""
    form = _format(format)
    tables.validate()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=folder, ignore_cleanup_errors=True) as name:
        beside = Path(name)
        (beside / _TEXT).write_text(tables.text, encoding="utf-8", newline="")
        form.write(tables, beside)
        return [path.replace(folder / path.name) for path in sorted(beside.iterdir())]


def read(folder: Path, format: str | None) -> Tables:
    """The tables in ``folder``, validated; :class:`InputError` names the file at fault."""
    form = _format(format) if format else _found(folder)
    try:
        text = (folder / _TEXT).read_bytes().decode("utf-8")
        tables = Tables(dict(form.read(folder)), text)
    except FileNotFoundError as error:
        raise InputError(error.filename or folder, "there is no such file") from None
    tables.validate()
    return tables


def _cell(value: Any) -> str:
    """A value as CSV has it: ISO dates, whole measures without a decimal point, floats at their shortest."""
    if value is None:
        return ""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def _quoted(value: Any) -> str:
    """A CSV cell; Python's own writer leaves a lone carriage return bare, and readers then see two rows."""
    cell = _cell(value)
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _flag(value: Any) -> bool:
    words = {"true": True, "false": False}
    return value if isinstance(value, bool) else words[str(value).lower()]


def _day(value: Any) -> date:
    return value.date() if isinstance(value, datetime) else date.fromisoformat(value)


_PARSE: dict[str, Callable[[Any], Any]] = {
    "string": str,
    "Int64": int,
    "Float64": float,
    "boolean": _flag,
    "datetime64[us]": _day,
}


def _typed(path: Path, table: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Columns:
    """Columns from cells that came out of a file; :class:`InputError` names a bad one's row and column."""
    columns: dict[str, list[Any]] = {name: [] for name in schema.dtypes(table)}
    missing = [name for name in columns if name not in header]
    if missing:
        raise InputError(path, f"column {missing[0]} is missing")
    for number, row in enumerate(rows):
        cells = dict(zip(header, row, strict=False))
        for name, dtype in schema.dtypes(table).items():
            cell = cells.get(name)
            try:
                columns[name].append(None if cell is None or cell == "" else _PARSE[dtype](cell))
            except (ValueError, KeyError, TypeError):
                raise InputError(path, f"row {number}, column {name}: {cell!r} is no {dtype}") from None
    return columns


def _write_csv(tables: Tables, folder: Path) -> None:
    for name in TABLES:
        columns = tables.columns(name)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            for part in ([list(columns)], zip(*columns.values(), strict=True)):
                file.writelines(",".join(map(_quoted, cells)) + "\n" for cells in part)


def _read_csv(folder: Path) -> Iterator[tuple[str, Columns]]:
    for name in TABLES:
        path = folder / f"{name}.csv"
        limit = csv.field_size_limit(2**31 - 1)  # a standfirst has no limit, and Python's is 128 KB
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:  # Excel saves CSV with a mark in front
                header, *rows = csv.reader(file) or [[]]
        finally:
            csv.field_size_limit(limit)
        yield name, _typed(path, name, header, ([unescape(cell) for cell in row] for row in rows))


def _write_parquet(tables: Tables, folder: Path) -> None:
    for name, rows in tables:
        rows.to_parquet(folder / f"{name}.parquet", index=False)


def _read_parquet(folder: Path) -> Iterator[tuple[str, Columns]]:
    import pyarrow.parquet

    for name in TABLES:
        path = folder / f"{name}.parquet"
        rows = pyarrow.parquet.read_table(path)
        cells = zip(*(column.to_pylist() for column in rows.columns), strict=True)
        yield name, _typed(path, name, rows.column_names, cells)


def _write_json(tables: Tables, folder: Path) -> None:
    for name in TABLES:
        text = json.dumps(tables.rows(name), ensure_ascii=False, indent=1, default=str)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="")


def _read_json(folder: Path) -> Iterator[tuple[str, Columns]]:
    for name in TABLES:
        path = folder / f"{name}.json"
        records = json.loads(path.read_text(encoding="utf-8"))
        header = list(records[0]) if records else list(schema.dtypes(name))
        yield name, _typed(path, name, header, ([record.get(c) for c in header] for record in records))


def _write_excel(tables: Tables, folder: Path) -> None:
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(folder / "tables.xlsx"), options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # the same tables give the same bytes
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name in TABLES:
            columns = tables.columns(name)
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(columns), bold)
            sheet.freeze_panes(1, 0)
            for at, values in enumerate(columns.values()):
                for row, value in enumerate(values, start=1):
                    _write_cell(sheet, row, at, value, day)


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, excel_text(value))
    elif isinstance(value, date):
        if value < _EXCEL_FIRST_DAY:
            sheet.write_string(row, column, value.isoformat())
        else:
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def _read_excel(folder: Path) -> Iterator[tuple[str, Columns]]:
    import openpyxl

    path = folder / "tables.xlsx"
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        for name in TABLES:
            header, *rows = book[name].iter_rows(values_only=True)
            yield name, _typed(path, name, [str(c) for c in header], (_from_excel(row) for row in rows))
    finally:
        book.close()


def _from_excel(row: Iterable[Any]) -> list[Any]:
    """Cells as they were written; Excel's files spell a carriage return out, and openpyxl leaves it so."""
    return [unescape(cell.replace("_x000D_", "\r")) if isinstance(cell, str) else cell for cell in row]


class _Format(NamedTuple):
    marker: str  # the file by which a folder shows that it has this format
    write: Callable[[Tables, Path], None]
    read: Callable[[Path], Iterator[tuple[str, Columns]]]


#: In the order in which a folder is searched: what keeps most types by itself comes first.
FORMATS: dict[str, _Format] = {
    "parquet": _Format("articles.parquet", _write_parquet, _read_parquet),
    "csv": _Format("articles.csv", _write_csv, _read_csv),
    "json": _Format("articles.json", _write_json, _read_json),
    "xlsx": _Format("tables.xlsx", _write_excel, _read_excel),
}


def _format(name: str) -> _Format:
    if name not in FORMATS:
        raise ValueError(f"no such format: {name}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def _found(folder: Path) -> _Format:
    for form in FORMATS.values():
        if (folder / form.marker).is_file():
            return form
    raise InputError(folder, "there are no tables here, as `dateline parse --out` writes them")
