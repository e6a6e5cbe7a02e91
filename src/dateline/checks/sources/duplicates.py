"""Which rows of one source look like the same incident entered twice.

For ``sources.read``. A mark for the analyst and for those who compare: no row is merged or dropped.

Compilers work from several reports of one incident, and one of them may locate it to a village and another
to the district only. So rows are alike that have the same days and parties, whose places are the same or
one inside the other, and whose ranges of the killed meet. Precision first: an incident known to the month,
without a known place or without a figure cannot be told from another; and where the source names no
target, the figures have to be the very same, for two strikes on one place and day are as likely.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import NamedTuple

import pandas as pd

_ALIKE = ["source", "date_start", "date_end", "country", "actor", "target"]
_READ = ["incident_id", "place", "latitude", "longitude", "target"]
_KILLED = ["killed_low", "killed_best", "killed_high"]
#: A place that may hold another is at least a district of a province: in a province too much happens.
_HOLDER = 2
_ROWS_AT_ONCE = 10_000


class _Row(NamedTuple):
    incident_id: str
    place: str
    latitude: float
    longitude: float
    target: str
    low: int
    high: int


def flag(rows: pd.DataFrame) -> pd.DataFrame:
    """``rows`` with ``duplicate_of``: the id of the first earlier row that looks like the same incident."""
    found: dict[str, str] = {}
    low, high = rows[_KILLED].min(axis="columns"), rows[_KILLED].max(axis="columns")
    told = rows["place"].notna() & rows["date_precision"].isin(["day", "range"]) & high.gt(0).fillna(False)
    candidates = rows.loc[told, _ALIKE]
    candidates = candidates[candidates.duplicated(keep=False)]
    group = candidates.groupby(_ALIKE, sort=False, dropna=False).ngroup().sort_values(kind="stable")
    last, seen = -1, {}
    for number, row in zip(group, _rows(rows, low, high, group.index), strict=True):
        if number != last:
            last, seen = number, {}
        if (earlier := _earlier(row, seen)) is not None:
            found[row.incident_id] = found.get(earlier.incident_id, earlier.incident_id)
        for place in _known_as(row):
            seen.setdefault(place, []).append(row)
    return rows.assign(duplicate_of=rows["incident_id"].map(found).astype("string"))


def _rows(rows: pd.DataFrame, low: pd.Series, high: pd.Series, order: pd.Index) -> Iterator[_Row]:
    """Plain rows in the order given, some at a time: Python values take ten times the room of a column."""
    for start in range(0, len(order), _ROWS_AT_ONCE):
        chosen = order[start : start + _ROWS_AT_ONCE]
        columns = [rows.loc[chosen, name].tolist() for name in _READ]
        yield from map(_Row, *columns, low[chosen].tolist(), high[chosen].tolist())


def _earlier(row: _Row, seen: dict[Hashable, list[_Row]]) -> _Row | None:
    """The first of the rows seen that looks like the same incident, in the narrowest of the places."""
    for place in _looked_up(row):
        for other in seen.get(place, ()):
            if _figures_agree(row, other):
                return other
    return None


def _holders(row: _Row) -> Iterator[Hashable]:
    """The districts and the like that the place lies in, the narrowest first."""
    parts = row.place.split("|")
    return (("in", *parts[start:]) for start in range(1, len(parts) - _HOLDER + 1))


def _itself(row: _Row) -> Hashable:
    # Two villages may share a name; and one point may be written in two ways.
    located = not (pd.isna(row.latitude) or pd.isna(row.longitude))
    return (row.latitude, row.longitude) if located else row.place


def _known_as(row: _Row) -> Iterator[Hashable]:
    yield ("at", _itself(row))
    yield ("whole", *row.place.split("|"))
    yield from _holders(row)


def _looked_up(row: _Row) -> Iterator[Hashable]:
    yield ("at", _itself(row))
    parts = row.place.split("|")
    if len(parts) >= _HOLDER:
        yield ("in", *parts)
    yield from (("whole", *holder[1:]) for holder in _holders(row) if isinstance(holder, tuple))


def _figures_agree(row: _Row, other: _Row) -> bool:
    if pd.isna(row.target):
        return (row.low, row.high) == (other.low, other.high)
    return row.low <= other.high and other.low <= row.high
