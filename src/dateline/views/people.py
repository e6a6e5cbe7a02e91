"""Persons with their office, and who says what: for notebook 01."""

from __future__ import annotations

from typing import Any

from dateline import focus, wording
from dateline.excerpts import each
from dateline.ledger import names, party
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.view import View, join, note, small, table, tag
from dateline.wording import text


def people(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """The persons named: office, country and sector, how often spoken of."""
    own = focus.sides(tables, sides)
    data = tables.entities[tables.entities["kind"] == "person"].sort_values(
        ["mentions", "start"], ascending=[False, True]
    )
    if data.empty:
        return note("The article names no person.")
    known = names(tables)
    rows = [
        [
            tag("span", row.name, colours.chip(row.country, own)),
            join([row.role, small(_body(known, row))]),
            wording.country(row.country),
            wording.sector(row.sector),
            row.mentions,
        ]
        for row in each(data)
    ]
    without = int(data["role"].isna().sum())
    lead = (
        f"{wording.count(len(data), 'person', 'people').capitalize()}, {len(data) - without} with an office."
    )
    return table(["who", "office", "country", "sector", "mentions"], rows, data=data, lead=lead)


def _body(known: dict[str, str], row: Any) -> str:
    """The body a person belongs to, where the office does not say it already."""
    body = known.get(text(row.parent_id), "")
    return "" if body in text(row.role) else body


def statements(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """Each statement: who says it, with which words, what, and how it is given."""
    own = focus.sides(tables, sides)
    data = tables.statements
    if data.empty:
        return note("Nobody is quoted or reported in this article.")
    known, countries = (
        names(tables),
        dict(zip(tables.entities["entity_id"], tables.entities["country"], strict=True)),
    )
    rows = [
        [
            tag(
                "span",
                party(known, row.source_id, row.source_text, None) or "nobody named",
                colours.chip(countries.get(row.source_id), own),
            ),
            row.cue,
            row.content,
            {"direct": "word for word", "mixed": "partly quoted"}.get(text(row.type), "reported"),
        ]
        for row in each(data)
    ]
    return table(["who", "cue", "what is said", "how"], rows, data=data, widths=["12em", "7em", "", "7em"])
