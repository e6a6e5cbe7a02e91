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
    candidates = rows[rows["place"].notna() & rows["date_precision"].isin(["day", "range"])]
    candidates = candidates.assign(
        low=candidates[_KILLED].min(axis="columns"), high=candidates[_KILLED].max(axis="columns")
    )
    candidates = candidates[candidates["high"].gt(0).fillna(False)]
    candidates = candidates[candidates.duplicated(_ALIKE, keep=False)]
    group = candidates.groupby(_ALIKE, sort=False, dropna=False).ngroup().tolist()
    columns = (candidates[name].tolist() for name in (*_READ, "low", "high"))
    seen: dict[Hashable, list[_Row]] = {}
    for number, row in zip(group, map(_Row, *columns), strict=True):
        earlier = next((other for place in _looked_up(row) for other in seen.get((number, place), ())
                        if _figures_agree(row, other)), None)  # fmt: skip
        if earlier is not None:
            found[row.incident_id] = found.get(earlier.incident_id, earlier.incident_id)
        for place in _known_as(row):
            seen.setdefault((number, place), []).append(row)
    return rows.assign(duplicate_of=rows["incident_id"].map(found).astype("string"))


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
