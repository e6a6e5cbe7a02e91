"""The public record that articles are held against: `data/reference/`, validated when it is read.

`datapackage.json` there describes the tables (a Frictionless Data Package, https://datapackage.org): columns,
types, vocabularies, keys, and groups of columns that must not fall (``ordered``). Every row carries a
``source``, the short name of whoever says so, and a ``citation``. Incidents from downloaded files
(:mod:`dateline.checks.sources`) join the compiled ones.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError
from dateline.files import sha256
from dateline.project import reference_folder

if TYPE_CHECKING:
    import pandas as pd

_DESCRIPTOR = "datapackage.json"
Span = tuple[date, date]  # the first and the last day that a date of some precision can mean
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class War:
    """A war, or one party's part in it."""

    war_id: str
    war: str
    names: Names
    country: Names
    party: str | None
    start: Span
    end: Span | None
    source: str
    citation: str


@dataclass(frozen=True, slots=True)
class Office:
    office_id: str
    office: str
    titles: Names
    country: str | None
    organisation: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held an office from when to when."""

    holding_id: str
    office_id: str
    holder: str
    variants: Names
    start: Span
    end: Span | None
    source: str
    citation: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One source's record of an incident; the sources on one incident share ``incident``.

    Rows from a downloaded file have no ``incident`` of their own: their source lists whatever it counts.
    """

    incident_id: str
    incident: str | None
    name: str | None
    date_start: date
    date_end: date
    date_precision: str
    event_type: Names
    event_mode: str | None
    actor: Names
    actor_country: Names
    target: Names
    target_country: Names
    country: Names
    place: Names
    latitude: float | None
    longitude: float | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    civilians_low: int | None
    civilians_best: int | None
    civilians_high: int | None
    unknown_low: int | None
    unknown_high: int | None
    none_since: date | None
    source: str
    citation: str
    suspect: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened, as one source dates it; the sources on one thing share ``entry``."""

    entry_id: str
    entry: str
    name: str
    date_start: date
    date_end: date
    date_precision: str
    event_type: Names
    event_mode: str | None
    actor: Names
    actor_country: Names
    target: Names
    target_country: Names
    country: Names
    place: Names
    first: bool | None
    source: str
    citation: str
    suspect: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted a period, and by which statements of a text it is meant."""

    series_id: str
    title: str
    unit: str
    measure: str
    of: str
    event_type: str | None
    event_mode: str | None
    actor_country: Names
    country: Names
    topic: str


@dataclass(frozen=True, slots=True)
class Observation:
    """A source's value of a series for a period."""

    observation_id: str
    series_id: str
    start: date
    end: date
    low: float | None
    best: float | None
    high: float | None
    source: str
    citation: str
    suspect: str | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that went into the reference: its name, what it held, and a digest of its bytes."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True)
class Reference:
    """The record: one tuple of rows a table. ``frame`` gives a table as a DataFrame."""

    wars: tuple[War, ...] = ()
    offices: tuple[Office, ...] = ()
    holders: tuple[Holding, ...] = ()
    incidents: tuple[Incident, ...] = ()
    chronology: tuple[Entry, ...] = ()
    series: tuple[Series, ...] = ()
    observations: tuple[Observation, ...] = ()
    files: tuple[FileRead, ...] = field(default=(), compare=False)

    def frame(self, table: str) -> pd.DataFrame:
        """The rows of a table, a column a field; cells of several values are joined by ``|``."""
        import pandas as pd

        rows = getattr(self, table)
        names = [item.name for item in fields(_ROWS[table])]
        return pd.DataFrame(
            {name: [_cell(getattr(row, name)) for row in rows] for name in names}, columns=names
        ).convert_dtypes()


_ROWS: dict[str, type] = {
    "wars": War,
    "offices": Office,
    "holders": Holding,
    "incidents": Incident,
    "chronology": Entry,
    "series": Series,
    "observations": Observation,
}
_SPANS = frozenset({"wars", "holders"})  # tables whose start and end are as precise as they are known


def load_reference(folder: str | Path | None = None, sources: Sequence[str | Path] = ()) -> Reference:
    """The tables in ``folder`` (by default the project's ``data/reference``), with incidents of ``sources``.

    ``sources`` are files as UCDP, ACLED, TBIJ, New America, GDELT and ICEWS publish them. A folder may leave
    tables out, and a project may have no folder: then there is nothing to hold an article against.
    Raises :class:`dateline.InputError` naming file, row, column and what is expected.
    """
    place = reference_folder() if folder is None else Path(folder)
    if place is None:
        return with_sources(Reference(), sources)
    if not place.is_dir():
        raise InputError(place, "there is no such folder")
    files = tuple((path.name, sha256(path)) for path in sorted(place.iterdir()) if path.is_file())
    return with_sources(_load(str(place), files), sources)


def with_sources(
    reference: Reference,
    paths: Iterable[str | Path],
    *,
    countries: Iterable[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Reference:
    """The reference with the incidents of downloaded files added; the filters keep a large file small."""
    from dateline.checks import sources

    added, read = [], []
    for path in map(Path, paths):
        rows = sources.read(path, countries=countries, since=since, until=until)
        added += [_incident(row) for row in rows.to_dict("records")]
        read.append(FileRead(path.name, len(rows), sha256(path)))
    return replace(reference, incidents=(*reference.incidents, *added), files=(*reference.files, *read))


@lru_cache(maxsize=8)
def _load(place: str, files: tuple[tuple[str, str], ...]) -> Reference:
    """``files`` is every file's name and digest, so that a changed file is read anew."""
    from frictionless import FrictionlessException, Package

    folder, digests = Path(place), dict(files)
    if _DESCRIPTOR not in digests:
        raise InputError(folder / _DESCRIPTOR, "there is no such file, and it says what the tables hold")
    try:
        package = Package(str(folder / _DESCRIPTOR))
    except FrictionlessException as error:
        raise InputError(
            folder / _DESCRIPTOR, _plain(error.reasons[0] if error.reasons else error.error)
        ) from None
    tables: dict[str, tuple[Any, ...]] = {}
    read = []
    for resource in package.resources:
        if resource.name in _ROWS:
            path = folder / str(resource.path)
            if path.name not in digests:
                raise InputError(path, "there is no such file")
            tables[resource.name] = _table(resource, path)
            read.append(FileRead(path.name, len(tables[resource.name]), digests.get(path.name, "")))
    return Reference(**tables, files=tuple(read))


def _table(resource: Any, path: Path) -> tuple[Any, ...]:
    """The rows of one file, every one of them valid."""
    from frictionless import FrictionlessException

    rows, problems = [], []
    try:
        with resource:
            if not resource.labels:
                raise InputError(
                    path, f"is empty, and needs a header: {', '.join(resource.schema.field_names)}"
                )
            problems += resource.header.errors
            ordered = resource.schema.to_descriptor().get("ordered", [])
            for row in resource.row_stream:
                problems += row.errors
                if not problems:
                    cells = row.to_dict()
                    _check_order(path, row.row_number, cells, ordered)
                    rows.append(_row(resource.name, path, row.row_number, cells))
    except FrictionlessException as error:
        problems.append(error.error)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise InputError(path, _told(problems[0], resource) + more)
    return tuple(rows)


def _told(problem: Any, resource: Any) -> str:
    """What is wrong and what is expected, in the words that every error of dateline uses."""
    row, column = getattr(problem, "row_number", None), getattr(problem, "field_name", None)
    where = ", ".join(
        part for part in (f"row {row}" if row else "", f"column {column}" if column else "") if part
    )
    return f"{where}: {_reason(problem, resource)}" if where else _reason(problem, resource)


def _reason(problem: Any, resource: Any) -> str:
    cell = getattr(problem, "cell", None)
    match problem.type:
        case "missing-label":
            return "is missing"
        case "incorrect-label" | "extra-label" | "duplicate-label":
            expected = ", ".join(resource.schema.field_names)
            return f"the header has {problem.label!r} here; the columns are {expected}"
        case "type-error":
            kind = resource.schema.get_field(problem.field_name).type
            return f"{cell!r} is no {_KINDS.get(kind, kind)}"
        case "constraint-error":
            return _constraint(cell, resource.schema.get_field(problem.field_name).constraints)
        case "primary-key":
            return (
                f"another row has this {' and '.join(resource.schema.primary_key)} already; it must be unique"
            )
        case "foreign-key":
            key = resource.schema.foreign_keys[0]
            names = ", ".join(key["fields"])
            return f"{names} is no row of {key['reference']['resource']}.csv"
        case "encoding-error":
            return f"is not UTF-8 text ({problem.note})"
        case _:
            return _plain(problem)


_KINDS = {"date": "date (YYYY-MM-DD)", "integer": "whole number", "boolean": "true or false"}


def _constraint(cell: object, rules: Mapping[str, Any]) -> str:
    if cell in (None, ""):
        return "is empty, and must be given"
    if "enum" in rules and cell not in rules["enum"]:
        return f"{cell!r} is none of {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], str(cell)):
        return f"{cell!r} does not read as {rules['pattern']}"
    return f"{cell!r} is not within {rules.get('minimum', '')} to {rules.get('maximum', '')}"


def _plain(error: Any) -> str:
    return str(getattr(error, "note", error)) or str(error)


def _check_order(path: Path, row: int, cells: Mapping[str, Any], groups: Sequence[Sequence[str]]) -> None:
    """Low before best before high, start before end: an error names the two that are reversed."""
    for group in groups:
        known = [(name, cells[name]) for name in group if cells.get(name) is not None]
        for (name, value), (other, later) in pairwise(known):
            # "1955" may be before or after "1955-11": only what is certainly later is an error
            dates = isinstance(value, str)
            low, high = (str(value)[: len(str(later))], str(later)) if dates else (value, later)
            if low > high:
                raise InputError(path, f"row {row}: {name} {value} exceeds {other} {later}")


def _row(table: str, path: Path, number: int, cells: Mapping[str, Any]) -> Any:
    kind = _ROWS[table]
    values: dict[str, Any] = {}
    for item in fields(kind):
        value = cells.get(item.name)
        if item.type == "Names":
            value = _names(value)
        elif item.type == "float | None" and value is not None:
            value = float(value)
        elif table in _SPANS and item.name in ("start", "end") and value is not None:
            try:
                value = span(value)
            except ValueError:
                raise InputError(path, f"row {number}, column {item.name}: {value!r} is no date") from None
        values[item.name] = value
    return kind(**values)


def _names(cell: object) -> Names:
    return tuple(part.strip() for part in str(cell).split("|") if part.strip()) if cell is not None else ()


def span(value: str) -> Span:
    """The days that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` can mean: ``"2011-04"`` is all of that April."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    year, month, day = parts
    return date(year, month, day), date(year, month, day)


def _incident(row: Mapping[Any, Any]) -> Incident:
    """A row of the readers' frame; what only the compiled table has is missing."""
    import pandas as pd

    values: dict[str, Any] = {}
    for item in fields(Incident):
        value = row.get(item.name)
        if item.type == "Names":
            value = () if value is None or pd.isna(value) else _names(value)
        elif value is None or pd.isna(value):
            value = None
        elif item.type == "date":
            value = pd.Timestamp(value).date()
        elif item.type == "int | None":
            value = int(value)
        elif item.type == "float | None":
            value = float(value)
        values[item.name] = value
    return Incident(**values)


def _cell(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if value and isinstance(value[0], date):
        return (
            value[0].isoformat()
            if value[0] == value[-1]
            else f"{value[0].isoformat()}/{value[-1].isoformat()}"
        )
    return "|".join(value) or None
