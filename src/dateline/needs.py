"""Who needs what from whom: demands, stated needs and aims, by the parties to a dispute."""

from __future__ import annotations

import re

import pandas as pd

from dateline import wording
from dateline.excerpts import each, excerpt
from dateline.ledger import country_of
from dateline.requests import requests
from dateline.tables import Tables
from dateline.wording import text

COLUMNS = ["who", "whom", "kind", "what", "number"]
BOTH, EACH, OTHERS, NOBODY = "both sides", "each other", "others", "nobody named"
_MUTUAL = re.compile(r"\b(?:each other|one another|mutual(?:ly)?|between)\b", re.I)


def needs(tables: Tables, sides: tuple[str, ...], focus: str | None) -> pd.DataFrame:
    """``who, whom, kind, what, number``: ``kind`` is demand, need or aim; parties are country codes or words.

    A demand comes from the requests, an aim from links of kind purpose, a need from implications of
    kind necessity that is no demand already; ``number`` is the event's in the ledger, missing for a need.
    """
    parties = [*sides, *([focus] if focus and focus not in sides else [])]
    found = [*_demands(tables, sides), *_aims(tables), *_needs(tables, parties)]
    rows = pd.DataFrame(found, columns=COLUMNS)
    for name in ("who", "whom"):
        rows[name] = [
            code if code in {*parties, BOTH, EACH} else OTHERS if code else NOBODY for code in rows[name]
        ]
    return rows.astype({"number": "Int64"})


def _demands(tables: Tables, sides: tuple[str, ...]) -> list[tuple]:
    rows = each(requests(tables, sides))
    return [(row.by_country, row.of_country, "demand", row.what, row.number) for row in rows]


def _aims(tables: Tables) -> list[tuple]:
    """What something is done for: the actor of what is done has the aim, toward whom it is done."""
    events = tables.events.reset_index(drop=True)
    place = {name: i for i, name in enumerate(events["event_id"])}
    found = []
    for link in each(tables.links[tables.links["kind"] == "purpose"]):
        at = place.get(text(link.to_id))
        who, whom = (
            ("", "")
            if at is None
            else (text(events["source_country"][at]), text(events["target_country"][at]))
        )
        number = pd.NA if at is None else at + 1
        found.append((who, whom, "aim", excerpt(tables, link.from_start, link.from_end), number))
    return found


def _needs(tables: Tables, parties: list[str]) -> list[tuple]:
    countries = country_of(tables)
    events = tables.events
    asked = events.loc[
        (events["event_type"] == "REQUEST") | (events["status"] == "requested"), "trigger_start"
    ]
    found = []
    for row in each(tables.implications[tables.implications["kind"] == "necessity"]):
        if asked.between(row.start, row.end).any():
            continue
        spoken = tables.mentions[tables.mentions["sentence_id"] == row.sentence_id].sort_values("start")
        named = list(dict.fromkeys(text(countries.get(entity)) for entity in spoken["entity_id"]))
        sides = [code for code in named if code in parties[:2]]
        about = text(countries.get(row.about_id))
        who = BOTH if len(sides) == 2 else sides[0] if sides else about
        both = who == BOTH and _MUTUAL.search(text(row.text)) is not None
        whom = about if about and about != who and about not in sides else EACH if both else ""
        found.append((who, whom, "need", " ".join(text(row.text).split()), pd.NA))
    return found


def said(rows: pd.DataFrame) -> str:
    """How many of each kind there are, in a sentence."""
    counts = rows["kind"].value_counts()
    parts = [
        wording.count(int(counts[kind]), kind) for kind in ("demand", "need", "aim") if kind in counts.index
    ]
    return wording.listing(parts)
