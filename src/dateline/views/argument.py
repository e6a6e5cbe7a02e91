"""What is said of the focus, what the argument rests on, and what lies ahead: for notebook 03."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dateline import focus as central
from dateline import wording
from dateline.ahead import ahead
from dateline.arguments import arguments, premise_spans
from dateline.excerpts import each
from dateline.judged import Judged, judged
from dateline.ledger import names, party
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.evidence import evidence
from dateline.views.findings import sources, values, verdict
from dateline.views.marks import corrected, in_force
from dateline.views.passages import by_offset, passages
from dateline.views.view import Safe, View, join, lines, note, small, table, tag
from dateline.wording import text

_AUTHOR = "the author"


def said_of(tables: Tables, focus: str | None = None) -> View:
    """Every sentence on the focus, with whose voice it is and how sure the implications drawn in it are."""
    place = central.focus(tables, focus)
    ids = central.sentences_on(tables, place)
    name = wording.country(place)
    if not ids:
        return note(
            "The article names no country or place that its argument could be about."
            if not place
            else f"No sentence speaks of {name}."
        )
    where, data = passages(tables), _on(tables, ids, place)
    rows = [
        [where.get(row.sentence_id, ""), _spoken_of(tables, row.sentence_id, place), row.voice, row.modality]
        for row in each(data)
    ]
    own = int((data["voice"] == _AUTHOR).sum())
    lead = (
        f"{wording.count(len(rows), 'sentence').capitalize()} on {name}, {own} in the author's voice alone."
    )
    return table(
        ["where", "sentence", "voice", "how sure"],
        rows,
        data=data,
        lead=lead,
        widths=["6em", "", "11em", "8em"],
        label=f"Sentences on {name}",
    )


def _on(tables: Tables, ids: list[str], place: str | None) -> pd.DataFrame:
    sentences = tables.sentences.set_index("sentence_id")
    rows = [
        (
            name,
            text(sentences["role"][name]),
            " ".join(text(sentences["text"][name]).split()),
            _voices(tables, name) or _AUTHOR,
            _modality(tables, name) or "states",
        )
        for name in ids
    ]
    return pd.DataFrame(rows, columns=["sentence_id", "where", "sentence", "voice", "modality"])


def _spoken_of(tables: Tables, sentence_id: str, place: str | None) -> Safe:
    """The sentence with what it says of the focus marked: the focus itself, or somebody or a place in it."""
    of = tables.entities.loc[(tables.entities["country"] == place).fillna(False), "entity_id"]
    rows = tables.mentions[tables.mentions["entity_id"].isin(of)]
    rows = rows[(rows["sentence_id"] == sentence_id).fillna(False)].sort_values(["start", "end"])
    whole = tables.sentences[tables.sentences["sentence_id"] == sentence_id].iloc[0]
    at_, pieces = int(whole["start"]), []
    for mention in each(rows):
        if mention.start >= at_:
            pieces += [tables.text[at_ : mention.start], tag("b", tables.text[mention.start : mention.end])]
            at_ = int(mention.end)
    return join([*pieces, tables.text[at_ : int(whole["end"])]], "")


def _voices(tables: Tables, sentence_id: str) -> str:
    known = names(tables)
    rows = tables.statements[(tables.statements["sentence_id"] == sentence_id).fillna(False)]
    said = [party(known, row.source_id, row.source_text, None) or "nobody named" for row in each(rows)]
    return wording.listing(dict.fromkeys(said))


def _modality(tables: Tables, sentence_id: str) -> str:
    rows = tables.implications[(tables.implications["sentence_id"] == sentence_id).fillna(False)]
    return wording.listing(dict.fromkeys(f"{row.kind}: {row.modality}" for row in each(rows)))


def premises(tables: Tables) -> View:
    """For each implication: what it rests on, whether the article reports an event for that or only asserts
    it, and what checking found on the sentences of both."""
    data = arguments(tables)
    if data.empty:
        return note("The article draws no implication that was found.")
    found = judged(tables)
    held = [_on_record(tables, found, row, spans) for row, spans in premise_spans(tables)]
    data["record"] = ["; ".join(f"{one.verdict}: {one.stated}" for one in own) for own in held]
    rows, at = [], by_offset(tables)
    for row, own in zip(each(data), held, strict=True):
        claim = tables.implications.iloc[row.number - 1]
        what = lines([evidence(tables, (claim["start"], claim["end"])), small(f"{row.kind}, {row.modality}")])
        number = join([tag("b", row.number), corrected(tables, claim["implication_id"])])
        where = small(at(claim["start"]))
        rows.append(
            [
                lines([number, where]),
                what,
                row.voice or _AUTHOR,
                row.premise or small("not stated"),
                _support(row),
                _says(own),
            ]
        )
    stated, backed = int((data["premise"] != "").sum()), int((data["events"] != "").sum())
    near = int(((data["events"] == "") & (data["own_events"] != "")).sum())
    reviewed = in_force(tables, "implications")
    lead = (
        f"Of {wording.count(len(data), 'implication')}, {stated} come with a premise in words, "
        f"{backed} of these with a coded event in it; {near} more have an event in the same sentence. "
        f"Checking found something on the sentences of {sum(map(bool, held))}. {reviewed}"
    ).strip()
    heads = [
        "no.",
        "what is said to follow",
        "voice",
        "because",
        "what supports that",
        "what checking found",
    ]
    widths = ["4em", "27%", "6em", "15%", "13%"]
    data = data.drop(columns="premises")
    return table(heads, rows, data=data, lead=lead, widths=widths, tall=620, label="Implications, premises")


def _on_record(tables: Tables, found: list[Judged], row: Any, spans: list[tuple[int, int]]) -> list[Judged]:
    """What was verified in the sentences of an implication and of its premises."""
    at = [int(row.start), *(start for start, _ in spans)]
    rows = each(tables.sentences)
    around = [(one.start, one.end) for one in rows if any(one.start <= start < one.end for start in at)]
    return [
        one
        for one in found
        if one.sources and any(start <= one.start < end for start, end in around if one.start is not None)
    ]


def _says(found: list[Judged]) -> Safe:
    """Each verdict with what it is on and who says so; a rule that the article breaks by itself, as such."""
    if not found:
        return small("not in the record")
    parts = []
    for one in found:
        name, said = values(one)
        told = "; ".join(f"{value} ({wording.shorten(sources(held), 60)})" for value, held in said.items())
        parts.append(
            join([verdict(one), one.stated, small(": ".join(part for part in (name, told) if part))])
        )
    return lines(parts)


def _support(row: Any) -> str:
    """Which events of the ledger stand behind an implication, and how near to it."""
    if row.events:
        return f"in its premise: {_events(row.events)}"
    if row.own_events:
        return f"in the same sentence: {_events(row.own_events)}"
    return f"asserted: {'its premise is no coded event' if row.premise else 'no premise, no event beside it'}"


def _events(listed: str) -> str:
    return f"{'event' if listed.isdigit() else 'events'} {listed}"


def open_events(tables: Tables) -> View:
    """What is planned, asked for or imagined without a date."""
    _, data = ahead(tables)
    if data.empty:
        return note("Every open event has a date, or there is none.")
    rows, at = [], by_offset(tables)
    for row in each(data):
        event = tables.events.iloc[int(row.number) - 1]
        number = join([tag("b", row.number), corrected(tables, event["event_id"])])
        style = f"border-bottom: 3px solid {colours.quad(event['quad_class'])}"
        trigger = (event["trigger_start"], event["trigger_end"])
        words = evidence(tables, (event["start"], event["end"]), trigger, style)
        rows.append([lines([number, small(at(event["start"]))]), row.what, row.kind, words])
    lead = (
        f"{wording.count(len(data), 'event').capitalize()} planned, asked for or imagined, for which "
        "the article gives no date."
    )
    heads, widths = ["no.", "what", "how", "in the article's words"], ["4em", "16em", "7em"]
    return table(heads, rows, data=data, lead=lead, widths=widths, label="Open events without a date")


def sides_of(tables: Tables, sides: tuple[str, str] | None = None, focus: str | None = None) -> View:
    """The two sides and the focus, as found or as given, with how often they act and are acted upon."""
    own = central.sides(tables, sides)
    place = central.focus(tables, focus, own)
    codes = [*own, *([place] if place and place not in own else [])]
    if not codes:
        return note("The article names no country.")
    events = tables.events
    rows = []
    for code in codes:
        acts, suffers = (
            int((events["source_country"] == code).sum()),
            int((events["target_country"] == code).sum()),
        )
        part = "a side" if code in own else "the focus"
        rows.append(
            [
                part if code != place else "the focus",
                tag("span", wording.country(code), colours.chip(code, own)),
                code,
                acts,
                suffers,
                len(central.sentences_on(tables, code)),
            ]
        )
    data = pd.DataFrame(
        [[str(cell) for cell in row] for row in rows],
        columns=["part", "country", "code", "acts", "target", "sentences"],
    )
    return table(
        ["part", "country", "code", "events as actor", "events as target", "sentences"],
        rows,
        data=data,
        label="The sides and the focus",
    )
