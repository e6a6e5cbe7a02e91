"""What the article says lies ahead of the day it was published: dates, plans, deadlines and threats."""

from __future__ import annotations

import pandas as pd

from dateline import wording
from dateline.excerpts import each, sentence
from dateline.ledger import arrow, ledger
from dateline.tables import Tables

COLUMNS = ["what", "kind", "number", "earliest", "latest", "when", "sentence"]
_OPEN = frozenset({"planned", "requested", "hypothetical"})


def published(tables: Tables) -> pd.Timestamp:
    """The day of publication, or the last day it can have been; NaT where neither is known."""
    if tables.articles.empty:
        return pd.NaT  # type: ignore[return-value]
    row = tables.articles.iloc[0]
    return row["published"] if not wording.missing(row["published"]) else row["published_latest"]


def ahead(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What has a date after publication, soonest first, and the open events without one; columns in
    :data:`COLUMNS`.

    ``kind``: the event's status in words, or "date" for a date that no event is placed at.
    """
    day = published(tables)
    rows = ledger(tables).merge(
        tables.events[["event_id", "sentence_id", "time_id"]], on="event_id", how="left"
    )
    open_ones = rows[rows["status"].isin(_OPEN)]
    later = (
        rows["date_end"].notna()
        & (rows["date_end"] > day)
        & (rows["date_start"].isna() | (rows["date_start"] >= day))
    )
    dated = rows[later & (rows["status"] != "denied")]
    found = [_event(tables, row) for row in each(dated)] + _dates(
        tables, day, set(dated["time_id"].dropna()), set(dated["sentence_id"])
    )
    undated = open_ones[open_ones["date_start"].isna() & open_ones["date_end"].isna()]
    frames = [_frame(found).sort_values(["earliest", "latest", "what"], ignore_index=True)]
    return frames[0], _frame([_event(tables, row) for row in each(undated)])


def _event(tables: Tables, row) -> tuple:
    who = arrow(pd.Series({"who": row.who, "whom": row.whom}))
    start = row.date_end if wording.missing(row.date_start) else row.date_start
    return (
        f"{who}: {row.what.lower()}",
        wording.status(row.status),
        row.number,
        start,
        row.date_end,
        row.when,
        sentence(tables, row.sentence_id),
    )


def _dates(tables: Tables, day: pd.Timestamp, used: set, spoken: set) -> list[tuple]:
    """Dates after publication in sentences of which no event has one."""
    rows = tables.times[
        tables.times["type"].isin(["DATE", "TIME"])
        & (tables.times["latest"] > day)
        & (tables.times["earliest"] >= day)
    ]
    rows = rows[~rows["time_id"].isin(used) & ~rows["sentence_id"].isin(spoken)]
    return [
        (
            f"“{row.text}”",
            "date",
            pd.NA,
            row.earliest,
            row.latest,
            wording.when(row.earliest, row.latest),
            sentence(tables, row.sentence_id),
        )
        for row in each(rows)
    ]


def _frame(found: list[tuple]) -> pd.DataFrame:
    dates = {"earliest": "datetime64[us]", "latest": "datetime64[us]", "number": "Int64"}
    return pd.DataFrame(found, columns=COLUMNS).astype(dates)
