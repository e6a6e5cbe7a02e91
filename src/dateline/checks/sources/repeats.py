"""Which rows of coded event data tell the same event again.

For ``sources.read``. GDELT and ICEWS code reports, and what many newspapers report is many rows. They have no
figures by which :mod:`.duplicates` could tell rows apart; here rows are alike that have the same source, day,
actor, target, place, and type and mode of event. What lacks one of the two parties, the place or the type is
left alone: it cannot be told from another. Rows with figures are not for here.
"""

from __future__ import annotations

import pandas as pd

_EVENT = ["event_type", "event_mode"]
_KEYS = ["source", "date_start", "date_end", "country", "place", "actor", "target", *_EVENT]
_TOLD = ["place", "actor", "target", "event_type"]
_FIGURES = ["killed_low", "killed_best", "killed_high"]


def flag(rows: pd.DataFrame) -> pd.DataFrame:
    """``rows`` with the id of the first row that tells the same event in ``duplicate_of``."""
    bare = rows[_FIGURES].isna().all(axis="columns") & rows[_TOLD].notna().all(axis="columns")
    if not bare.any():
        return rows
    events = rows.loc[bare, [*_KEYS, "incident_id"]]
    events = events[events.duplicated(_KEYS, keep=False)]
    first = events.groupby(_KEYS, sort=False, dropna=False)["incident_id"].transform("first")
    repeats = first.where(first.ne(events["incident_id"])).reindex(rows.index)
    return rows.assign(duplicate_of=rows["duplicate_of"].fillna(repeats))
