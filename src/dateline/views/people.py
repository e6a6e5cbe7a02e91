"""Persons with their office, and who says what: for notebook 01."""

from __future__ import annotations

from typing import Any

from dateline import focus, wording
from dateline.excerpts import each
from dateline.ledger import country_of, names, party
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.evidence import evidence
from dateline.views.marks import corrected, in_force
from dateline.views.passages import by_offset
from dateline.views.view import View, join, lines, note, small, table, tag
from dateline.wording import text


def people(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """The persons named: office, country and sector, how often spoken of."""
    own = focus.sides(tables, sides)
    data = tables.entities[tables.entities["kind"] == "person"].sort_values(
        ["mentions", "start"], ascending=[False, True]
    )
    if data.empty:
        return note("The article names no person.")
    known, at = names(tables), by_offset(tables)
    rows = [
        [
            lines(
                [
                    join(
                        [
                            tag("span", row.name, colours.chip(row.country, own)),
                            corrected(tables, row.entity_id),
                        ]
                    ),
                    small(join(["first in", at(row.start)])),
                ]
            ),
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
    heads = ["who", "office", "country", "sector", "mentions"]
    return table(heads, rows, data=data, lead=lead, widths=["16em"], label="Persons and their offices")


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
    known, at = names(tables), by_offset(tables)
    countries = country_of(tables)
    rows = [
        [
            tag(
                "span",
                party(known, row.source_id, row.source_text, None) or "nobody named",
                colours.chip(countries.get(row.source_id), own),
            ),
            lines([row.cue, small(at(row.start)), corrected(tables, row.statement_id)]),
            evidence(tables, (row.content_start, row.content_end)) or evidence(tables, (row.start, row.end)),
            {"direct": "word for word", "mixed": "partly quoted"}.get(text(row.type), "reported"),
        ]
        for row in each(data)
    ]
    heads, lead = ["who", "says it how", "what is said", "given"], in_force(tables, "statements")
    widths = ["12em", "8em", "", "8em"]
    return table(heads, rows, data=data, lead=lead, widths=widths, tall=620, label="Statements")
