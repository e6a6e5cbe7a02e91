"""Files of corrections as lines of cells: CSV as people and spreadsheets save it, and workbooks.

Spreadsheets put a mark in front, separate by semicolons or tabs, pad lines with empty cells and save UTF-16
as "Unicode text": all of that is read. What is written is always UTF-8 with commas, a line a correction.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.errors import InputError
from dateline.files import write as write_file
from dateline.review.corrections import CHANGEABLE, COLUMNS, NEEDED, Correction
from dateline.review.words import folded
from dateline.storage import escape, unescape

_SEPARATORS = ",;\t"
_CODE = re.compile(r"0\d+")
_LONGEST = 2**31 - 1  # of a cell: an article's sentence has no limit


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its cells by column, without those that are empty. ``sheet`` is its workbook's."""

    number: int
    cells: dict[str, str]
    sheet: str | None = None


def lines(path: Path) -> list[Line]:
    """The lines of a file of corrections that have anything in them; InputError where it is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(path, "there is no such file") from None
    except OSError as error:
        raise InputError(path, (error.strerror or "cannot be read").lower()) from error
    if data.startswith(b"PK\x03\x04"):
        return list(_workbook(path))
    return list(_csv(path, _decoded(path, data)))


def write(path: Path, corrections: Iterable[Correction]) -> bool:
    """Write ``reviews/NAME.csv`` in one step; whether that changed the file."""
    rows = [[_cell(getattr(one, column)) for column in COLUMNS] for one in corrections]
    return write_file(path, as_csv([list(COLUMNS), *rows]))


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as CSV whose text no spreadsheet runs."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([escape(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(code: str) -> str:
    """A code of digits so that a spreadsheet leaves its zeros, when it opens CSV."""
    return f"'{code}" if _CODE.fullmatch(code) else code


def _text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _CODE.fullmatch(cell[1:]) else unescape(cell)


def _cell(value: str | date | None) -> str:
    return "" if value is None else str(value)


def _decoded(path: Path, data: bytes) -> str:
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path, "is not UTF-8; save it as “CSV UTF-8”, or as a workbook", line) from None


def _csv(path: Path, text: str) -> Iterator[Line]:
    separator = None
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], "\n" + rest  # Excel's own way to say it; the line still counts
    header = next((line for line in text.split("\n") if line.strip()), "")
    separator = separator or max(_SEPARATORS, key=header.count)
    limit = csv.field_size_limit(_LONGEST)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        yield from _lines(path, _numbered(reader))
    except csv.Error as error:
        raise InputError(path, f"is no CSV: {error}") from None
    finally:
        csv.field_size_limit(limit)


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins."""
    begun = 1
    for row in reader:
        yield begun, row
        begun = reader.line_num + 1


def _workbook(path: Path) -> Iterator[Line]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises what its parsers raise
        raise InputError(
            path, "is no workbook that can be read; save it as .xlsx, or as “CSV UTF-8”"
        ) from error
    try:
        found = [name for name in book.sheetnames if name in CHANGEABLE] or book.sheetnames[:1]
        for name in found:
            rows = ([_from_excel(cell) for cell in row] for row in book[name].iter_rows(values_only=True))
            yield from _lines(path, enumerate(rows, start=1), name)
    finally:
        book.close()


def _from_excel(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("_x000D_", "\r")


def _lines(path: Path, rows: Iterable[tuple[int, list[str]]], sheet: str | None = None) -> Iterator[Line]:
    header: list[str] | None = None
    for number, row in rows:
        cells = [folded(cell) for cell in row]
        if not any(cells):
            continue
        if header is None:
            header = _header(path, cells, number, sheet)
            continue
        if any(cells[len(header) :]):
            more = f"has {len(cells)} cells, and the header {len(header)}"
            raise InputError(path, f"{more}; a cell with a separator in it needs quotes", number)
        found = {name: _text(cell) for name, cell in zip(header, cells, strict=False) if name and cell}
        if sheet in CHANGEABLE:
            found.setdefault("table", sheet or "")
        yield Line(number, found, sheet)
    if header is None and sheet not in CHANGEABLE:
        raise InputError(path, f"is empty; expected the columns {', '.join(NEEDED)}")


def _header(path: Path, cells: list[str], number: int, sheet: str | None) -> list[str]:
    names = [cell.lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    needed = [name for name in NEEDED if name != "table" or sheet not in CHANGEABLE]
    missing = [name for name in needed if name not in names and name not in ("reviewer", "date")]
    if missing:
        where = f"sheet {sheet}: " if sheet else ""
        raise InputError(path, f"{where}column {missing[0]} is missing; expected {', '.join(needed)}", number)
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise InputError(path, f"column {twice[0]} stands twice", number)
    return names
