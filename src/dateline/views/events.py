"""The ledger of events, and one event followed back to the words: for notebooks 00 and 02."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dateline import balance, focus, wording
from dateline.excerpts import each, excerpt, sentence
from dateline.ledger import ledger as ledger_rows
from dateline.requests import requests as request_rows
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.view import Safe, View, facts, join, lines, note, safe, small, table, tag
from dateline.wording import missing, text

_PLAIN = ["actual", "ongoing"]


def ledger(tables: Tables, sides: tuple[str, str] | None = None, *, happened: bool | None = None) -> View:
    """Every event, numbered: when, who to whom, what, status, deaths, and the words with the trigger marked.

    ``happened``: only those that did (True) or only those planned, asked for, imagined or denied (False).
    """
    own = focus.sides(tables, sides)
    data = ledger_rows(tables, own)
    if happened is not None:
        data = data[data["status"].isin(_PLAIN) == happened]
    if data.empty:
        kind = {
            None: "reports no event",
            True: "reports no event that happened",
            False: "reports no event that did not happen",
        }
        return note(f"The article {kind[happened]}.")
    spans = tables.events.set_index("event_id")
    rows = [_row(tables, row, spans.loc[row.event_id], own) for row in each(data)]
    heads = ["no.", "when", "who → whom", "what", "status", "deaths", "in the article's words"]
    widths = ["2em", "6em", "10em", "8em", "5em", "4em"]
    return table(heads, rows, data=data, lead=_lead(data), widths=widths, tall=620)


def _lead(data: pd.DataFrame) -> str:
    counts = data["status"].value_counts()
    listed = wording.listing(f"{n} {wording.status(code)}" for code, n in counts.items())
    dated = int((data["when"] != "undated").sum())
    return f"{wording.count(len(data), 'event').capitalize()}: {listed}; {dated} with a date."


def _row(tables: Tables, row, event: pd.Series, own: tuple[str, ...]) -> list[object]:
    basis = {"resolved": "worked out", "context": "from context", "publication": "by publication"}.get(
        row.basis, ""
    )
    whom = tag("span", row.whom, colours.chip(row.whom_country, own)) if row.whom else ""
    who = tag("span", row.who or "somebody", colours.chip(row.who_country, own))
    return [
        row.number,
        join([row.when, small(basis)]),
        join([who, "→" if whom else "", whom]),
        join([row.what, small(f"{row.type} {row.code}".strip())]),
        wording.status(row.status),
        row.deaths,
        _evidence(tables, event, row.speaker),
    ]


def _evidence(tables: Tables, event: pd.Series, speaker: str) -> Safe:
    """The event's words with its trigger marked, and who says so."""
    start, end = int(event["start"]), int(event["end"])
    first, last = max(start, int(event["trigger_start"])), min(end, int(event["trigger_end"]))
    style = f"border-bottom: 3px solid {colours.quad(event['quad_class'])}"
    pieces = [
        safe(tables.text[start:first]),
        tag("b", tables.text[first:last], style),
        safe(tables.text[last:end]),
    ]
    said = f" <small>(says {safe(speaker)})</small>" if speaker else ""
    return Safe("".join(pieces) + said)


def row(tables: Tables, event_id: str | None = None) -> View:
    """One event, explained field by field: the one with the most links unless another is asked for."""
    if tables.events.empty:
        return note("The article reports no event, so there is no row to follow home.")
    data = ledger_rows(tables, focus.sides(tables)).set_index("event_id")
    chosen = event_id or _most_linked(tables)
    if chosen not in data.index:
        return note("There is no event of that id.")
    shown: Any = data.loc[chosen]
    event: Any = tables.events.set_index("event_id").loc[chosen]
    own = focus.sides(tables)
    return facts(
        [
            ("the event", join([tag("b", f"no. {shown['number']}"), small(chosen)])),
            ("its sentence", sentence(tables, event["sentence_id"])),
            ("its own words", _evidence(tables, event, shown["speaker"])),
            (
                "what fired",
                join([tag("b", event["trigger"]), "by the codebook entry", tag("code", event["rule"])]),
            ),
            ("who", _party(tables, event, "source", shown["who"], own)),
            (
                "to whom",
                _party(tables, event, "target", shown["whom"], own) if shown["whom"] else "nobody named",
            ),
            ("what kind", _code(shown)),
            ("how heavy", _weight(shown)),
            ("did it happen", f"{wording.status(event['status'])} ({text(event['status'])})"),
            ("when", _when(tables, event, shown)),
            ("where", shown["place"] or "not stated"),
            ("deaths", join([shown["deaths"], event["deaths_of"]]) if shown["deaths"] else ""),
            ("who says so", shown["speaker"] or "the author, in his or her own voice"),
            ("linked to", _links(tables, chosen, data)),
        ]
    )


def _most_linked(tables: Tables) -> str:
    """The event in most links; the first of them in the text, and the first event where there is no link."""
    counts = pd.concat([tables.links["from_id"], tables.links["to_id"]]).value_counts()
    linked = tables.events["event_id"].map(counts).fillna(0)
    return str(tables.events["event_id"][linked == linked.max()].iloc[0])


def _party(tables: Tables, event: pd.Series, role: str, name: str, own: tuple[str, ...]) -> Safe:
    country, sector = event[f"{role}_country"], event[f"{role}_sector"]
    words = text(event[f"{role}_text"])
    mention = tables.mentions[
        (tables.mentions["entity_id"] == event[f"{role}_id"]).fillna(False)
        & (tables.mentions["sentence_id"] == event["sentence_id"])
    ]
    forms = wording.listing(sorted({f"“{m.text}” ({m.form})" for m in each(mention)}))
    what = ", ".join(part for part in (wording.country(country), wording.sector(sector)) if part)
    said = forms or (f"“{words}”" if words else "")
    tail = f"read from {said}" if said else "carried over from the sentence before"
    return join([tag("span", name, colours.chip(country, own)), what and f"({what}),", tail])


def _code(shown: pd.Series) -> Safe:
    plover, cameo = shown["type"], f"{shown['code']} {shown['what']}"
    return lines(
        [
            join([tag("b", plover), f"(PLOVER): {wording.definition(plover)}"]),
            join([tag("b", cameo), "(CAMEO)"]),
        ]
    )


def _weight(shown: pd.Series) -> str:
    if missing(shown["goldstein"]):
        return "no value"
    value = wording.signed(float(shown["goldstein"]))
    return f"{value} on Goldstein's scale from −10 to +10: {wording.quad(shown['quad_class'])}"


def _when(tables: Tables, event: pd.Series, shown: pd.Series) -> Safe:
    if shown["when"] == "undated":
        return Safe("undated: the text gives no date for it, and none is guessed")
    times = tables.times[(tables.times["time_id"] == event["time_id"]).fillna(False)]
    said = f"“{times['text'].iloc[0]}”" if len(times) else ""
    return join(
        [shown["when"], small(", ".join(part for part in (wording.basis(event["date_basis"]), said) if part))]
    )


def _links(tables: Tables, chosen: str, data: pd.DataFrame) -> Safe:
    """What it answers or leads to, each with the cue that says so."""
    said = []
    for link in each(tables.links):
        ends = (text(link.from_id), text(link.to_id))
        if chosen not in ends:
            continue
        other = ends[1] if ends[0] == chosen else ends[0]
        start, end = (link.to_start, link.to_end) if ends[0] == chosen else (link.from_start, link.from_end)
        number = f"no. {data.loc[other, 'number']}: " if other in data.index else ""
        way = {"response": ("answered by", "answers"), "cause": ("leads to", "follows from")}
        words = way.get(text(link.kind), (f"{link.kind} of", f"{link.kind}:"))[0 if ends[0] == chosen else 1]
        cue = f"“{link.cue}”" if text(link.cue) else text(link.basis)
        said.append(join([words, f"{number}{wording.shorten(excerpt(tables, start, end), 80)}", small(cue)]))
    return lines(said)


def requests(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """Each demand with its answer, in full."""
    own = focus.sides(tables, sides)
    data = request_rows(tables, own)
    if data.empty:
        return note("The article reports no request or demand.")
    rows = [
        [
            row.number,
            row.when,
            tag("span", row.by, colours.chip(row.by_country, own)),
            tag("span", row.of, colours.chip(row.of_country, own)),
            row.what,
            join([tag("b", row.answered), row.answer, small(f"({row.basis})" if row.basis else "")]),
        ]
        for row in each(data)
    ]
    heads = ["no.", "when", "who asks", "whom", "in the article's words", "answer"]
    return table(heads, rows, data=data, widths=["2em", "7em", "11em", "11em", "", "14em"])


def weights(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """The balance under each way of counting, dated events and undated ones."""
    own = focus.sides(tables, sides)
    data = balance.totals(tables, own)
    if data.empty or not data["events"].sum():
        return note(balance.leaning(tables, own))
    directions = list(dict.fromkeys(data["direction"]))
    heads = ["way of counting", *(f"{_said(d)}" for d in directions)]
    rows = []
    for variant in dict.fromkeys(data["variant"]):
        cells = []
        for direction in directions:
            cell = next(each(data[(data["variant"] == variant) & (data["direction"] == direction)]))
            total, n = float(cell.total), int(cell.events)
            cells.append(join([wording.signed(total), small(f"in {wording.count(n, 'event')}")]))
        rows.append([variant, *cells])
    return table(heads, rows, data=data, lead=balance.leaning(tables, own))


def _said(direction: str) -> str:
    return " → ".join(wording.country(code) for code in direction.split(" → "))
