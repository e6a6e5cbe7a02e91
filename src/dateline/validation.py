"""Whether tables keep the data model's rules, for those who write, read back or edit them.

Each check yields what is wrong as (table, row, column, reason); the first one is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from dateline import schema

if TYPE_CHECKING:
    from dateline.tables import Tables


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
    ids = {name: set(rows[schema.key(name)].dropna()) for name, rows in tables if schema.key(name) in rows}
    for name, rows in tables:
        wrong = list(_columns(name, rows))
        yield from wrong
        if wrong:  # the further checks read the columns by name and type
            continue
        yield from _ids(name, rows)
        yield from _words(name, rows)
        yield from _bounds(name, rows)
        yield from _references(name, rows, ids)
        yield from _evidence(name, rows, tables.text)


def _columns(name: str, rows: pd.DataFrame) -> Iterator[Problem]:
    for column, dtype in schema.dtypes(name).items():
        if column not in rows:
            yield Problem(name, None, column, "is missing")
        elif str(rows[column].dtype) != dtype:
            yield Problem(name, None, column, f"is {rows[column].dtype}, and should be {dtype}")


def _ids(name: str, rows: pd.DataFrame) -> Iterator[Problem]:
    key = schema.key(name)
    seen: dict[str, int] = {}
    for at, value in enumerate(rows[key]):
        if value is pd.NA:
            yield Problem(name, at, key, "a row needs an id")
        elif value in seen:
            yield Problem(name, at, key, f"{value!r} is the id of row {seen[value]} already")
        else:
            seen[value] = at


def _words(name: str, rows: pd.DataFrame) -> Iterator[Problem]:
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
            elif pattern and not re.fullmatch(pattern, str(value)):
                yield Problem(name, at, column, f"{value!r} does not read as {pattern}")


def _bounds(name: str, rows: pd.DataFrame) -> Iterator[Problem]:
    for low, high in schema.BOUNDS.get(name, ()):
        for at, (a, b) in enumerate(zip(rows[low], rows[high], strict=True)):
            if not (pd.isna(a) or pd.isna(b)) and a > b:
                yield Problem(name, at, low, f"{_shown(a)} exceeds {high} {_shown(b)}")


def _references(name: str, rows: pd.DataFrame, ids: dict[str, set]) -> Iterator[Problem]:
    for column, tables in schema.references(name).items():
        for at, value in _present(rows[column]):
            if not any(value in ids.get(table, ()) for table in tables):
                place = "any table" if len(tables) > 4 else " or ".join(tables)
                yield Problem(name, at, column, f"{value!r} is no row of {place}")


def _evidence(name: str, rows: pd.DataFrame, text: str) -> Iterator[Problem]:
    for start, end in schema.spans(name):
        for at, (a, b) in enumerate(zip(rows[start], rows[end], strict=True)):
            if (a is pd.NA) != (b is pd.NA):
                yield Problem(name, at, start, f"{start} and {end} must both be there or both be missing")
            elif a is not pd.NA and not 0 <= a < b <= len(text):
                yield Problem(
                    name, at, start, f"{a} to {b} is no stretch of the text's {len(text)} characters"
                )
    for column, start, end in schema.evidence(name):
        for at, (value, a, b) in enumerate(zip(rows[column], rows[start], rows[end], strict=True)):
            if value is not pd.NA and a is not pd.NA and b is not pd.NA and text[a:b] != value:
                yield Problem(name, at, column, f"{value!r} is not the text at {a} to {b}, {text[a:b]!r}")


def _present(column: pd.Series) -> list[tuple[int, object]]:
    return [(at, value) for at, value in enumerate(column) if value is not pd.NA]


def _shown(value: object) -> object:
    return value.date() if isinstance(value, pd.Timestamp) else value
