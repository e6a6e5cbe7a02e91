"""Whether tables keep the data model's rules, for those who write, read back or edit them.

Each check yields what is wrong as (table, row, column, reason); the first one is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline import schema
from dateline.records import TABLES

if TYPE_CHECKING:
    from dateline.tables import Columns, Tables

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "Int64": (int,),
    "Float64": (float, int),
    "boolean": (bool,),
    "datetime64[us]": (date,),
}


class Problem(NamedTuple):
    """A cell that breaks a rule; ``row`` is its position, missing if the whole column is at fault."""

    table: str
    row: int | None
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.table}, " + ("" if self.row is None else f"row {self.row}, ")
        return f"{where}column {self.column}: {self.reason}"


class TableError(ValueError):
    """Tables that break the data model's rules; the message names table, row and column."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def validate(tables: Tables) -> None:
    """Raise :class:`TableError` for the first problem, if there is one."""
    for problem in problems(tables):
        raise TableError(problem)


def problems(tables: Tables) -> Iterator[Problem]:
    """Everything that is wrong with the tables, table by table."""
    columns = {name: tables.columns(name) for name in TABLES}
    ids = {name: set(columns[name].get(schema.key(name), ())) for name in TABLES}
    for name, rows in columns.items():
        wrong = [*_dtypes(tables, name), *_types(name, rows)]
        yield from wrong
        if not wrong:  # the further checks rely on names and types
            yield from _ids(name, rows)
            yield from _words(name, rows)
            yield from _bounds(name, rows)
            yield from _references(name, rows, ids)
            yield from _evidence(name, rows, tables.text)


def _dtypes(tables: Tables, name: str) -> Iterator[Problem]:
    """Of a DataFrame that somebody has had in hand; plain columns have no dtype yet."""
    frame = vars(tables).get(name)
    for column, dtype in schema.dtypes(name).items():
        if frame is not None and column in frame and str(frame[column].dtype) != dtype:
            yield Problem(name, None, column, f"is {frame[column].dtype}, and should be {dtype}")


def _types(name: str, rows: Columns) -> Iterator[Problem]:
    for column, dtype in schema.dtypes(name).items():
        if column not in rows:
            yield Problem(name, None, column, "is missing")
            continue
        allowed = _TYPES[dtype]
        for at, value in enumerate(rows[column]):
            flag_as_number = isinstance(value, bool) and bool not in allowed
            if value is not None and (flag_as_number or not isinstance(value, allowed)):
                yield Problem(name, at, column, f"{value!r} is no {dtype}")


def _ids(name: str, rows: Columns) -> Iterator[Problem]:
    key = schema.key(name)
    seen: dict[str, int] = {}
    for at, value in enumerate(rows[key]):
        if value is None:
            yield Problem(name, at, key, "a row needs an id")
        elif value in seen:
            yield Problem(name, at, key, f"{value!r} is the id of row {seen[value]} already")
        else:
            seen[value] = at


def _words(name: str, rows: Columns) -> Iterator[Problem]:
    for column, dtype in schema.dtypes(name).items():
        allowed = schema.VOCABULARIES.get((name, column))
        pattern = schema.PATTERNS.get((name, column))
        if dtype != "string" and not allowed:
            continue
        for at, value in _present(rows[column]):
            if value == "":
                yield Problem(name, at, column, "is empty text; missing is <NA>")
            elif allowed and str(value) not in allowed:
                yield Problem(name, at, column, f"{value!r} is none of {', '.join(sorted(allowed))}")
            elif pattern and not re.fullmatch(pattern, value):
                yield Problem(name, at, column, f"{value!r} does not read as {pattern}")


def _bounds(name: str, rows: Columns) -> Iterator[Problem]:
    for low, high in schema.BOUNDS.get(name, ()):
        for at, (a, b) in enumerate(zip(rows[low], rows[high], strict=True)):
            if a is not None and b is not None and a > b:
                yield Problem(name, at, low, f"{a} exceeds {high} {b}")


def _references(name: str, rows: Columns, ids: dict[str, set[Any]]) -> Iterator[Problem]:
    for column, tables in schema.references(name).items():
        for at, value in _present(rows[column]):
            if not any(value in ids[table] for table in tables):
                place = "any table" if len(tables) == len(TABLES) else " or ".join(tables)
                yield Problem(name, at, column, f"{value!r} is no row of {place}")


def _evidence(name: str, rows: Columns, text: str) -> Iterator[Problem]:
    for start, end in schema.spans(name):
        for at, (a, b) in enumerate(zip(rows[start], rows[end], strict=True)):
            if (a is None) != (b is None):
                yield Problem(name, at, start, f"{start} and {end} must both be there or both be missing")
            elif a is not None and not 0 <= a < b <= len(text):
                yield Problem(name, at, start, f"{a} to {b} is no stretch of {len(text)} characters")
    for column, start, end in schema.evidence(name):
        for at, (value, a, b) in enumerate(zip(rows[column], rows[start], rows[end], strict=True)):
            if None not in (value, a, b) and text[a:b] != value:
                yield Problem(name, at, column, f"{value!r} is not the text at {a} to {b}, {text[a:b]!r}")


def _present(values: list[Any]) -> Iterator[tuple[int, Any]]:
    return ((at, value) for at, value in enumerate(values) if value is not None)
