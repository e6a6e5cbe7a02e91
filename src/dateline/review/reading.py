"""Corrections out of a file, each line checked; whoever wrote it is told of every mistake at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from dateline.errors import InputError
from dateline.review import files, values
from dateline.review.corrections import (
    ACTIONS,
    CHANGEABLE,
    COLUMNS,
    NEEDED,
    NOTHING,
    PLACED,
    REQUIRED,
    Correction,
    addable,
    mistakes,
    no_table,
    refusal,
)
from dateline.review.files import Line

_FILLED = ("action", "column", "value", "reason")  # what makes a line of a sheet one that somebody filled in
_NEW = ("text", "start", "end", "trigger", "sentence_id")
_Mistake = tuple[int | None, str]


class _Wrong(ValueError):
    """What is wrong with a line: its column, and what would be right."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"column {column}: {reason}")


def read(path: str | Path) -> list[Correction]:
    """The corrections of a review, in the order of the file.

    Raises :class:`dateline.InputError` with all that is wrong: the line, the column, what would be right.
    """
    path = Path(path)
    found = files.lines(path)
    unknown = dict.fromkeys(name for line in found for name in line.cells if name not in COLUMNS)
    if unknown:  # it would be lost when the file is next written
        what = f"{', '.join(map(repr, unknown))} is no column of a review; expected {', '.join(COLUMNS)}"
        raise InputError(path, what, 1)
    return _checked(path, [(line, line.cells) for line in found])


def read_sheet(
    path: Path, reviewer: str | None, day: date | None, stored: Sequence[Correction] = ()
) -> list[Correction]:
    """The corrections in a sheet that was filled in; its other lines are left aside.

    ``reviewer`` and ``day`` count where a line says nothing of them; ``stored`` are those in force, which
    the sheet was prefilled with.
    """
    given = {"reviewer": reviewer, "date": day.isoformat() if day else None}
    given = {name: value for name, value in given.items() if value}
    filled = [line for line in files.lines(path) if is_filled(line)]
    known = {one.says(): one for one in stored}
    told, kept = [], []
    for line in filled:
        cells = {**given, **line.cells}
        same = known.get(tuple(cells.get(name) for name in NEEDED[:-1]))
        if same is not None:  # as it was prefilled, whatever a spreadsheet made of its date
            kept.append(same)
        else:
            told.append((line, cells))
    if any("reviewer" not in cells for _, cells in told):
        raise InputError(path, "no reviewer is named; say who decides with --reviewer NAME")
    return [*kept, *_checked(path, told)]


def read_lines(path: Path, lines: Sequence[Line]) -> list[Correction]:
    """Corrections of lines that were not read from a file."""
    return _checked(path, [(line, line.cells) for line in lines])


def is_filled(line: Line) -> bool:
    """Whether somebody wrote a decision, or the beginning of one, into a line of a sheet."""
    return any(name in line.cells for name in _FILLED)


def _checked(path: Path, lines: Sequence[tuple[Line, dict[str, str]]]) -> list[Correction]:
    found: list[Correction] = []
    wrong: list[_Mistake] = []
    for line, cells in lines:
        try:
            found.append(_correction(path, line.number, cells))
        except _Wrong as error:
            wrong.append((line.number, f"sheet {line.sheet}, {error}" if line.sheet else str(error)))
    if not wrong:
        wrong = [*contradictions(found), *_unfinished(found)]
    if wrong:
        raise mistakes(path, wrong)
    return found


def _correction(path: Path, number: int, cells: dict[str, str]) -> Correction:
    for name in NEEDED:
        if name not in ("column", "value") and not cells.get(name):
            raise _Wrong(name, _MISSING[name])
    table, action = cells["table"], cells["action"].lower()
    if action not in ACTIONS:
        raise _Wrong("action", f"{cells['action']!r} is no action; expected one of {', '.join(ACTIONS)}")
    if table not in CHANGEABLE:
        raise _Wrong("table", no_table(table))
    column, value = cells.get("column"), cells.get("value")
    if action in ("change", "add"):
        value = _value(table, action, column, value)
    else:
        _word_on_a_row(table, action, column, value)
    try:
        day = values.day(cells["date"])
    except values.Wrong as error:
        raise _Wrong("date", str(error)) from None
    told = (cells["reason"], cells["reviewer"], day, cells.get("evidence"), cells.get("machine"))
    return Correction(table, cells["row_id"], action, column, value, *told, path=str(path), line=number)


_MISSING = {
    "table": f"is empty; expected one of {', '.join(CHANGEABLE)}",
    "row_id": "is empty; expected the row's id, or for a new row a name such as new1",
    "action": f"is empty; expected one of {', '.join(ACTIONS)}",
    "reason": "is empty; say in a few words why",
    "reviewer": "is empty; say who decides",
    "date": "is empty; say when, such as 2026-01-31",
}


def _value(table: str, action: str, column: str | None, value: str | None) -> str:
    """The value in the one way to write it."""
    known = addable(table) if action == "add" else CHANGEABLE[table]
    if not known:
        raise _Wrong("action", f"no row can be added to {table}, which follow from the checks")
    if not column:
        raise _Wrong("column", f"is empty; expected one of {', '.join(known)}")
    if column not in known:
        if action == "add":
            raise _Wrong("column", f"{column!r} is nothing to say of a new row; expected {', '.join(known)}")
        raise _Wrong("column", refusal(table, column))
    if column in _NEW and value in (None, NOTHING):
        raise _Wrong("value", f"is empty; a new row stands somewhere: give the {column}")
    if not value:
        raise _Wrong("value", f"is empty; give the {column}, or {NOTHING} where there is none")
    try:
        if column in ("start", "end"):
            return values.text(values.parse("events", column, value))
        return value if column in _NEW else values.text(values.parse(table, column, value))
    except values.Wrong as error:
        raise _Wrong("value", str(error)) from None


def _word_on_a_row(table: str, action: str, column: str | None, value: str | None) -> None:
    if value:
        raise _Wrong("value", f"{action} takes no value; to give another one, write change")
    if column and action == "drop":
        raise _Wrong("column", f"drop takes no column; to empty a cell, write change and {NOTHING}")
    if column and column not in CHANGEABLE[table]:
        raise _Wrong("column", refusal(table, column))


def contradictions(corrections: Iterable[Correction]) -> Iterator[tuple[int | None, str]]:
    """Where corrections cannot both hold, as (line of the later one, what)."""
    rows: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for one in corrections:
        earlier = rows[one.table, one.row_id]
        for other in earlier:
            if contradict(one, other):
                yield one.line, f"{_named(one)} contradicts {_named(other)}; one of the two must go"
                break
        earlier.append(one)


def contradict(one: Correction, other: Correction) -> bool:
    """Whether two corrections of the same row cannot both hold."""
    if one.cell[:2] != other.cell[:2]:
        return False
    actions = {one.action, other.action}
    if "add" in actions and actions != {"add"}:
        return "drop" in actions
    if "drop" in actions:
        return actions != {"drop"}
    if one.column is None or one.column != other.column:
        return False
    return one.value != other.value or len(actions) > 1


def _named(one: Correction) -> str:
    what = f"{one.action} {one.column}" if one.column else one.action
    value = f" → {one.value}" if one.value is not None else ""
    place = f", line {one.line}" if one.line else ""
    return f"{one.table} {one.row_id}: {what}{value} ({one.reviewer}{place})"


def _unfinished(corrections: Iterable[Correction]) -> Iterator[tuple[int | None, str]]:
    """New rows that lack what makes them a row."""
    rows: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for one in corrections:
        if one.action == "add":
            rows[one.table, one.row_id].append(one)
    for (table, row_id), said in rows.items():
        columns = {one.column for one in said}
        missing = [name for name in REQUIRED[table] if name not in columns]
        if not ("text" in columns or {"start", "end"} <= columns or table in PLACED):
            missing.insert(0, "text (the article's words)")
        if missing:
            yield said[0].line, f"the new row {row_id} of {table} lacks {', '.join(missing)}: a line each"


def located(article: str | Path) -> Path:
    """Where the corrections of an article's file are kept, whether or not there are any.

    In ``reviews/NAME.csv`` of the project whose article it is; else in ``NAME.review.csv`` beside it.
    """
    from dateline.project import around

    path = Path(article)
    here = around(path.resolve().parent)
    if here is not None and path.resolve().is_relative_to(here.articles.resolve()):
        return _from_here(here.reviews / f"{path.stem}.csv")
    return path.with_name(f"{path.stem}.review.csv")


def _from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def kept(path: Path) -> list[Correction]:
    """The corrections in a file that need not be there yet. Raises InputError as :func:`read` does."""
    return read(path) if path.exists() else []


def of(article: str | Path) -> list[Correction]:
    """The corrections of an article's file; none where it has not been reviewed."""
    return kept(located(article))
