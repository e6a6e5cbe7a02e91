"""Pieces of the article by their offsets, and the sentence that a row comes from: for views and charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dateline.tables import Tables
from dateline.wording import missing


def excerpt(tables: Tables, start: object, end: object) -> str:
    """``text[start:end]`` on one line; empty where an offset is missing."""
    if missing(start) or missing(end):
        return ""
    return " ".join(tables.text[int(start) : int(end)].split())  # type: ignore[call-overload]


def sentence(tables: Tables, sentence_id: object) -> str:
    """The words of the sentence with that id; empty where there is none."""
    rows = tables.sentences.loc[(tables.sentences["sentence_id"] == sentence_id).fillna(False), "text"]
    return " ".join(str(rows.iloc[0]).split()) if len(rows) else ""


def holding(tables: Tables, start: object) -> Any:
    """The sentence's row in which that offset lies; None where there is none."""
    rows = tables.sentences
    if missing(start):
        return None
    i = int(rows["start"].searchsorted(start, side="right")) - 1  # type: ignore[arg-type]
    if i < 0 or int(rows["end"].iloc[i]) <= start:  # type: ignore[operator]
        return None
    return rows.iloc[i]


def each(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples, a field a column."""
    return iter(rows.itertuples())
