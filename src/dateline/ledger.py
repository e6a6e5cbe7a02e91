"""The events as a reader follows them: numbered in text order, with names, words and dates said plainly.

Charts, views and sentences all number and name events through here, so that "7" is the same event
in the marked text, in the ledger and on the timeline.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dateline import wording
from dateline.excerpts import each
from dateline.tables import Tables
from dateline.wording import missing, text

COLUMNS = [
    "number",
    "event_id",
    "who",
    "whom",
    "who_country",
    "whom_country",
    "who_sector",
    "whom_sector",
    "side",
    "what",
    "type",
    "code",
    "status",
    "when",
    "date_start",
    "date_end",
    "basis",
    "place",
    "deaths",
    "goldstein",
    "score",
    "quad_class",
    "speaker",
    "trigger",
    "evidence",
]


def short_name(name: str, aliases: object = None) -> str:
    """The name, or its acronym where the name is long and it has one."""
    if len(name) <= 18:
        return name
    for alias in text(aliases).split("; "):
        if 2 <= len(alias) <= 6 and alias.isupper():
            return alias
    return name


def names(tables: Tables) -> dict[str, str]:
    """Entity id to the name to show."""
    rows = tables.entities
    return {
        str(name_id): short_name(text(name), aliases)
        for name_id, name, aliases in zip(rows["entity_id"], rows["name"], rows["aliases"], strict=True)
    }


def country_of(tables: Tables) -> dict[str, Any]:
    """Entity id to its country's code, missing where it has none."""
    return dict(zip(tables.entities["entity_id"], tables.entities["country"], strict=True))


def numbers(tables: Tables) -> dict[str, int]:
    """Event id to its number in the ledger: 1, 2, … in text order."""
    return {str(name): n for n, name in enumerate(tables.events["event_id"], 1)}


def party(names: dict[str, str], entity: object, words: object, code: object) -> str:
    """Who it is: the entity's name, else the article's words, else the country's name."""
    if not missing(entity) and str(entity) in names:
        return names[str(entity)]
    return text(words) or wording.country(code)


def _side(code: object, sides: tuple[str, ...]) -> str:
    return text(code) if text(code) in sides else "other"


def ledger(tables: Tables, sides: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row an event, in text order; columns in :data:`COLUMNS`.

    ``when``, ``deaths``, ``what`` are words; ``side`` is the source's country where it is one of
    ``sides``, else "other"; ``score`` is PLOVER's; ``speaker`` who reports it, empty for the author.
    """
    known = names(tables)
    places = {
        str(p): text(name) for p, name in zip(tables.places["place_id"], tables.places["name"], strict=True)
    }
    speakers = _speakers(tables, known)
    rows = []
    for n, event in enumerate(each(tables.events), 1):
        mode = (text(event.event_type), text(event.event_mode))
        rows.append(
            {
                "number": n,
                "event_id": event.event_id,
                "who": party(known, event.source_id, event.source_text, event.source_country),
                "whom": party(known, event.target_id, event.target_text, event.target_country),
                "who_country": text(event.source_country),
                "whom_country": text(event.target_country),
                "who_sector": text(event.source_sector),
                "whom_sector": text(event.target_sector),
                "side": _side(event.source_country, sides),
                "what": wording.cameo(event.cameo) or wording.noun(event.event_type).capitalize(),
                "type": text(event.event_type),
                "code": text(event.cameo),
                "status": text(event.status),
                "when": wording.when(event.date_start, event.date_end, event.date_precision),
                "date_start": event.date_start,
                "date_end": event.date_end,
                "basis": text(event.date_basis),
                "place": places.get(text(event.place_id), ""),
                "deaths": wording.span(event.deaths_low, event.deaths_high),
                "goldstein": event.goldstein,
                "score": wording.scores().get(mode, wording.scores().get((mode[0], ""))),
                "quad_class": event.quad_class,
                "speaker": speakers.get(text(event.statement_id), ""),
                "trigger": text(event.trigger),
                "evidence": text(event.text),
            }
        )
    return _typed(pd.DataFrame(rows, columns=COLUMNS))


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    kinds = {"goldstein": "Float64", "score": "Float64", "quad_class": "Int64", "number": "Int64"}
    dates = {"date_start": "datetime64[us]", "date_end": "datetime64[us]"}
    return rows.astype({**kinds, **dates})


def _speakers(tables: Tables, known: dict[str, str]) -> dict[str, str]:
    rows = tables.statements
    return {
        str(name): party(known, source, words, None) or "an unnamed source"
        for name, source, words in zip(
            rows["statement_id"], rows["source_id"], rows["source_text"], strict=True
        )
    }


def arrow(row: pd.Series, width: int = 60) -> str:
    """``who → whom``; only who acts where nobody is named as the target."""
    who = row["who"] or "somebody"
    return wording.shorten(f"{who} → {row['whom']}" if row["whom"] else who, width)


def undated(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without a date at either end."""
    return rows[rows["date_start"].isna() & rows["date_end"].isna()]


def dated(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a date; an open end is closed with the other one."""
    kept = rows[rows["date_start"].notna() | rows["date_end"].notna()].copy()
    kept["date_start"] = kept["date_start"].fillna(kept["date_end"])
    kept["date_end"] = kept["date_end"].fillna(kept["date_start"])
    return kept
