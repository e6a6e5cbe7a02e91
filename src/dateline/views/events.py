"""The ledger of events, and one event followed back to the words: for notebooks 00 and 02."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dateline import balance, focus, wording
from dateline.excerpts import each, excerpt
from dateline.ledger import ledger as ledger_rows
from dateline.requests import requests as request_rows
from dateline.schema import HAPPENED
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.evidence import evidence
from dateline.views.marks import corrected, in_force
from dateline.views.passages import passages
from dateline.views.view import Safe, View, facts, join, lines, note, safe, small, table, tag
from dateline.wording import missing, text


def ledger(tables: Tables, sides: tuple[str, str] | None = None, *, happened: bool | None = None) -> View:
    """Every event, numbered: when, who to whom, what, status, deaths, and the words with the trigger marked.

    ``happened``: only those that did (True) or only those planned, asked for, imagined or denied (False).
    """
    own = focus.sides(tables, sides)
    data = ledger_rows(tables, own)
    if happened is not None:
        data = data[data["status"].isin(HAPPENED) == happened]
    if data.empty:
        kind = {
            None: "reports no event",
            True: "reports no event that happened",
            False: "reports no event that did not happen",
        }
        return note(f"The article {kind[happened]}.")
    events = tables.events.set_index("event_id")
    where, mixed = passages(tables), data["status"].nunique() > 1
    rows = [_row(row, tables, events.loc[row.event_id], own, where, mixed) for row in each(data)]
    heads = ["no.", "when", "who → whom", "what", *(["status"] if mixed else []), "in the article's words"]
    widths = ["4em", "7em", "12em", "11em", *(["6em"] if mixed else [])]
    lead = join([_lead(data), in_force(tables, "events")])
    return table(heads, rows, data=data, lead=lead, widths=widths, tall=620, label="The ledger of events")


def _lead(data: pd.DataFrame) -> str:
    counts = data["status"].value_counts()
    listed = wording.listing(f"{n} {wording.status(code)}" for code, n in counts.items())
    dated = int((data["when"] != "undated").sum())
    return f"{wording.count(len(data), 'event').capitalize()}: {listed}; {dated} with a date."


def _row(
    row: Any, tables: Tables, event: pd.Series, own: tuple[str, ...], where: Mapping[str, Safe], mixed: bool
) -> list[object]:
    basis = {"resolved": "worked out", "context": "from context", "publication": "by publication"}.get(
        row.basis, ""
    )
    whom = tag("span", row.whom, colours.chip(row.whom_country, own)) if row.whom else ""
    who = tag("span", row.who or "somebody", colours.chip(row.who_country, own))
    stands = where.get(text(event["sentence_id"]), "")
    deaths = f"{row.deaths} killed" if row.deaths else ""
    return [
        lines([join([tag("b", row.number), corrected(tables, row.event_id)]), small(stands)]),
        lines([_date(row.when), small(basis)]),
        join([who, "→" if whom else "", whom]),
        lines(
            [join([row.what, deaths and tag("b", f"({deaths})")]), small(f"{row.type} {row.code}".strip())]
        ),
        *([wording.status(row.status)] if mixed else []),
        _evidence(tables, event, row.speaker),
    ]


def _date(when: str) -> Safe:
    """The date as it is known; that there is none is said softly."""
    return small(when) if when == "undated" else safe(when)


def _evidence(tables: Tables, event: pd.Series, speaker: str) -> Safe:
    """The event's words in their sentence with the trigger marked, and who says so."""
    style = f"border-bottom: 3px solid {colours.quad(event['quad_class'])}"
    span, trigger = (event["start"], event["end"]), (event["trigger_start"], event["trigger_end"])
    return join([evidence(tables, span, trigger, style), small(f"(says {speaker})" if speaker else "")])


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
            (
                "the event",
                join([tag("b", f"no. {shown['number']}"), small(chosen), corrected(tables, chosen)]),
            ),
            ("stands in", passages(tables).get(text(event["sentence_id"]), "")),
            ("its words", _marked(tables, event)),
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


def _marked(tables: Tables, event: pd.Series) -> Safe:
    """The whole sentence, the trigger marked."""
    rows = tables.sentences[(tables.sentences["sentence_id"] == event["sentence_id"]).fillna(False)]
    span = (rows["start"].iloc[0], rows["end"].iloc[0]) if len(rows) else (event["start"], event["end"])
    style = f"border-bottom: 3px solid {colours.quad(event['quad_class'])}"
    return evidence(tables, span, (event["trigger_start"], event["trigger_end"]), style)


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
    known = [wording.country(country), wording.sector(sector)]
    what = ", ".join(part for part in known if part and part != name)
    said = forms or (f"“{words}”" if words else "")
    tail = f"read from {said}" if said else "carried over from the sentence before"
    return join([tag("span", name, colours.chip(country, own)), what and f"({what})", tail])


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
    where, rows, dated = passages(tables), [], bool((data["when"] != "undated").any())
    for row in each(data):
        event = tables.events.iloc[int(row.number) - 1]
        rows.append(
            [
                lines(
                    [
                        join([tag("b", row.number), corrected(tables, event["event_id"])]),
                        small(where.get(text(event["sentence_id"]), "")),
                    ]
                ),
                *([_date(row.when)] if dated else []),
                tag("span", row.by, colours.chip(row.by_country, own)),
                tag("span", row.of, colours.chip(row.of_country, own)),
                _evidence(tables, event, ""),
                lines(
                    [tag("b", row.answered), join([row.answer, small(f"({row.basis})" if row.basis else "")])]
                ),
            ]
        )
    heads = ["no.", *(["when"] if dated else []), "who asks", "whom", "in the article's words", "answer"]
    widths = ["4em", *(["7em"] if dated else []), "11em", "11em", "", "12em"]
    lead = in_force(tables, "events")
    return table(heads, rows, data=data, lead=lead, widths=widths, label="Demands and their answers")


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
    lead = balance.leaning(tables, own)
    return table(heads, rows, data=data, lead=lead, label="The balance, counted in other ways")


def _said(direction: str) -> str:
    return " → ".join(wording.country(code) for code in direction.split(" → "))
