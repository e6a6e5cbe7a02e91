"""From a downloaded file to the frame: which format it is, then some rows at a time.

For ``sources.read``. Only the columns that a reader asks for are kept, and what the caller does not want is
dropped before the next rows are read, so that memory goes with what is asked for and not with the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from operator import itemgetter
from os import PathLike, fspath
from pathlib import Path

import pandas as pd

from dateline.errors import InputError

from . import acled, duplicates, files, gdelt, icews, new_america, repeats, tbij, ucdp
from .frame import Chunk, Format, empty, plain

#: The formats that are known, in the order in which they are tried.
FORMATS: tuple[Format, ...] = (
    *(ucdp.FORMAT, tbij.FORMAT, new_america.FORMAT),
    *(acled.FORMAT, gdelt.FORMAT, icews.FORMAT),
)

_ROWS_AT_ONCE = 10_000


def read(
    path: str | PathLike[str],
    *,
    countries: Iterable[str] | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    rows_at_once: int = _ROWS_AT_ONCE,
) -> pd.DataFrame:
    """The incidents of a downloaded file, in its order, as :data:`.frame.COLUMNS` describes them.

    ``countries`` (ISO 3166-1 alpha-3) keeps what happened in one of them, ``since`` and ``until`` what may
    have happened from the one day to the other. Every row is checked all the same. Raises
    :class:`InputError` for a file of no known format and for a cell that cannot be what its column says.
    """
    wanted = _Wanted(countries, since, until)
    ids = _Ids(fspath(path))
    kept = [empty()]
    with files.sheets(Path(path)) as sheets:
        for chunk, form in _chunks(fspath(path), sheets, rows_at_once):
            rows = form.convert(chunk)
            rows["incident_id"] = ids.numbered(rows) if form.numbered else ids.seen(rows, chunk.where)
            kept.append(rows[wanted.among(rows)])
    ids.check()
    rows = pd.concat(kept, ignore_index=True)
    kept.clear()  # or a whole data set would be held twice
    return repeats.flag(duplicates.flag(rows))


class _Wanted:
    """What the caller asked for."""

    def __init__(
        self, countries: Iterable[str] | None, since: str | date | None, until: str | date | None
    ) -> None:
        named = [countries] if isinstance(countries, str) else countries
        self.countries = None if named is None else {code.upper() for code in named}
        self.since = None if since is None else pd.Timestamp(since)
        self.until = None if until is None else pd.Timestamp(until)

    def among(self, rows: pd.DataFrame) -> pd.Series:
        """Which rows are wanted: a row on the border of two countries is in both."""
        wanted = pd.Series(True, index=rows.index)
        if self.countries is not None:
            codes = {
                cell: not self.countries.isdisjoint(cell.split("|"))
                for cell in rows["country"].dropna().unique()
            }
            wanted &= rows["country"].map(codes).fillna(False).astype(bool)
        if self.since is not None:
            wanted &= rows["date_end"] >= self.since
        if self.until is not None:
            wanted &= rows["date_start"] <= self.until
        return wanted


class _Ids:
    """The ids of all rows, wanted or not: one that occurs twice is an error, or gets a number."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._times: Counter[str] = Counter()
        self._seen: list[pd.DataFrame] = []

    def numbered(self, rows: pd.DataFrame) -> pd.Series:
        """The ids, a number added to each that was there before."""
        found = []
        for own in rows["incident_id"]:
            self._times[own] += 1
            found.append(own if self._times[own] == 1 else f"{own}-{self._times[own]}")
        return pd.Series(found, index=rows.index, dtype="string")

    def seen(self, rows: pd.DataFrame, where: str | None) -> pd.Series:
        """The ids as they are, remembered in little room."""
        place = pd.Categorical([where or ""] * len(rows))
        self._seen.append(pd.DataFrame({"id": rows["incident_id"], "where": place, "row": rows.index}))
        return rows["incident_id"]

    def check(self) -> None:
        """Raise for the first id that two rows have."""
        if not self._seen:
            return
        ids = pd.concat(self._seen, ignore_index=True)
        again = ids["id"].duplicated()
        if not again.any():
            return
        second = ids[again].iloc[0]
        first = ids[ids["id"].eq(second["id"])].iloc[0]
        raise InputError(
            self._path,
            f"{_told(second)}: {second['id']} once more, expected one row a record; it is in {_told(first)}",
        )


def _told(row: pd.Series) -> str:
    sheet = f"sheet {row['where']!r}, " if row["where"] else ""
    return f"{sheet}row {row['row']}"


def _chunks(path: str, sheets: Iterable[files.Sheet], size: int) -> Iterator[tuple[Chunk, Format]]:
    """The rows of each sheet of a known format; the other sheets of a workbook are notes and sums."""
    strange: list[list[str]] = []
    known = False
    for sheet in sheets:
        number, cells = next(sheet.rows, (1, []))
        found = _format_of(cells)
        if found is None:
            strange.append(cells)
            continue
        known = True
        form, names, has_header = found
        rows = sheet.rows if has_header else chain([(number, cells)], sheet.rows)
        columns = _positions(path, sheet.name, form, names)
        for chunk in _of_size(_cut(path, sheet.name, rows, len(names), columns), size):
            numbers, cut = zip(*chunk, strict=True)
            by_column = dict(zip(columns, zip(*cut, strict=True), strict=True))
            yield Chunk(path, numbers, by_column, sheet.name), form
    if not known:
        raise InputError(path, _unrecognised(strange))


def _format_of(cells: Sequence[str]) -> tuple[Format, Sequence[str], bool] | None:
    """The format, the columns' names, and whether the first row is a header."""
    for form in FORMATS:
        if form.matches(cells):
            return form, form.columns(cells), True
    for form in FORMATS:
        if form.headerless and (names := form.headerless(cells)):
            return form, form.columns(names), False
    return None


def _positions(path: str, where: str | None, form: Format, names: Sequence[str]) -> dict[str, int]:
    """Where the columns are that the format reads; an error for one that is missing or there twice."""
    sheet = f"sheet {where!r}, " if where else ""
    if missing := [name for name in form.needed if plain(name) not in names]:
        told = ", ".join(missing)
        raise InputError(
            path, f"{sheet}row 1: no column {told}, expected in a file of {form.name} ({form.codebook})"
        )
    read_ = [name for name in (*form.needed, *form.optional) if plain(name) in names]
    if twice := [name for name in read_ if names.count(plain(name)) > 1]:
        raise InputError(path, f"{sheet}row 1: column {twice[0]} is there twice, expected once")
    return {name: names.index(plain(name)) for name in read_}


def _cut(
    path: str, where: str | None, rows: Iterable[files.Row], width: int, columns: dict[str, int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The cells of the columns wanted. Empty cells at a row's end may be missing or too many."""
    cells_of = itemgetter(*columns.values())
    least = max(columns.values()) + 1
    for number, cells in rows:
        if len(cells) != width and (len(cells) < least or any(cells[width:])):
            if where is None:
                raise InputError(path, f"row {number}: {len(cells)} cells, expected {width} as in the header")
            cells = [*cells, *[""] * (least - len(cells))]
        cut = cells_of(cells)
        if number == 2 and _is_hxl(cells):
            continue
        yield number, cut


def _is_hxl(cells: Sequence[str]) -> bool:
    """Whether this is the row of tags that data on HDX has under the header (https://hxlstandard.org)."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(cell.lstrip().startswith("#") for cell in filled)


def _of_size(rows: Iterable, size: int) -> Iterator[list]:
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk


def _unrecognised(headers: Sequence[Sequence[str]]) -> str:
    """Which formats there are, and which comes closest to the first row that was found."""
    there = ", ".join(form.name for form in FORMATS)
    closest, share, header = None, 0.0, []
    for cells in headers:
        for form in FORMATS:
            names = set(form.columns(cells))
            has = sum(plain(name) in names for name in form.needed) / len(form.needed)
            if has > share:
                closest, share, header = form, has, names
    opening = f"not a file of incidents that is known here; expected one of {there}"
    if closest is None:
        return f"{opening}, and row 1 has no column of any"
    missing = [name for name in closest.needed if plain(name) not in header]
    return (
        f"{opening}. Row 1 comes closest to {closest.name}: of {len(closest.needed)} columns needed it has "
        f"{len(closest.needed) - len(missing)}, but not {', '.join(missing)} ({closest.codebook})"
    )
