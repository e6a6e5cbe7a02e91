"""Scores as text for a terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.evaluation.misses import Miss
from dateline.evaluation.sheets import Sheet
from dateline.storage import escape
from dateline.terminal import plain

_NUMBERS = {"precision": "P", "recall": "R", "f1": "F1", "matthews": "MCC"}
_SHORT = 4  # letters of a type at the head of a column


def text(sheets: Mapping[str, Sheet], misses: Sequence[Miss] | None) -> str:
    """The sheets one below the other, then the misses."""
    parts = [_sheet(sheet) for sheet in sheets.values()]
    if misses is not None:
        parts.append("\n\n".join([f"Misses: {len(misses)}", *map(_miss, misses)]))
    return "\n\n".join(parts)


def as_json(sheets: Mapping[str, Sheet], misses: Sequence[Miss] | None) -> str:
    """An object with a list of rows a sheet, and ``misses``."""
    found: dict[str, Any] = {
        name: [{column: _rounded(value) for column, value in row.items()} for row in sheet.as_dicts()]
        for name, sheet in sheets.items()
    }
    if misses is not None:
        found["misses"] = [miss.as_dict() for miss in misses]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_csv(sheets: Mapping[str, Sheet], misses: Sequence[Miss] | None) -> str:
    """One long table: ``sheet, row, column, value``; a row goes by its first cell, a miss by its number."""
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\n")
    out.writerow(("sheet", "row", "column", "value"))
    for name, sheet in sheets.items():
        for row in sheet.rows:
            for column, value in zip(sheet.columns[1:], row[1:], strict=True):
                out.writerow((name, escape(str(row[0])), column, "" if value is None else _rounded(value)))
    for number, miss in enumerate(misses or (), 1):
        for column, value in miss.as_dict().items():
            told = "; ".join(value) if isinstance(value, list) else value
            out.writerow(("misses", number, column, escape(str(told)) if told is not None else ""))
    return stream.getvalue().rstrip("\n")


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


def _sheet(sheet: Sheet) -> str:
    heads = [_head(column) for column in sheet.columns]
    cells = [[_cell(value) for value in row] for row in sheet.rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    is_text = [any(isinstance(row[at], str) for row in sheet.rows) for at in range(len(heads))]
    lines = []
    for row in (heads, *cells):
        padded = (
            f"{c:<{w}}" if left else f"{c:>{w}}" for c, w, left in zip(row, widths, is_text, strict=True)
        )
        lines.append("  ".join(padded).rstrip())
    note = textwrap.wrap(sheet.note, 100)
    return "\n".join([sheet.title, "", *lines, *note])


def _head(column: str) -> str:
    if column.isupper():
        return column[:_SHORT]
    name = column.removeprefix("reported_")
    return _NUMBERS.get(name, name.replace("_", " ")) + ("*" if column.startswith("reported") else "")


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else plain(value)


def _miss(miss: Miss) -> str:
    where = f"{miss.file}, line {miss.line}" + (f" {miss.id}" if miss.id else "")
    told = textwrap.wrap(plain(miss.text), 110, initial_indent="  ", subsequent_indent="  ")
    emitted = [
        f"    expected: {plain(miss.expected)}",
        *(f"    emitted: {plain(one)}" for one in miss.emitted),
    ]
    return "\n".join([f"{plain(where)}: {'; '.join(map(plain, miss.wrong))}", *told, *emitted])
