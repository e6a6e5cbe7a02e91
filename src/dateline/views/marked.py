"""The article as a careful reader would mark it: who, when, how many, what happened, who says so. For
notebook 00."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from dateline import focus, wording
from dateline.excerpts import each
from dateline.ledger import names, numbers, party
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.view import Safe, View, note, plain, safe, tag
from dateline.wording import missing

_ROLES = ("headline", "standfirst", "heading", "body")
_WHEN = "border-bottom: 2px dotted rgb(128,128,128)"
_MANY = "font-weight: bold"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with the style it gets, and what stands before and after it."""

    start: int
    end: int
    style: str
    element: str = "span"
    before: str = ""
    after: str = ""


def marked(tables: Tables, section: int | str | None = None, sides: tuple[str, str] | None = None) -> View:
    """One section, by its position (from 1) or heading; "all" for the whole text.

    Without ``section``, the one with most events.
    """
    kept = _sentences(tables, section)
    if kept.empty:
        return note("The article has no section of that position or heading.")
    own = focus.sides(tables, sides)
    marks = sorted(_marks(tables, own), key=lambda mark: (mark.start, -mark.end))
    blocks = []
    for _, rows in kept.groupby("paragraph", sort=False):
        start, end = int(rows["start"].min()), int(rows["end"].max())
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        heading = rows["role"].iloc[0] in {"headline", "heading"}
        blocks.append(
            tag(
                "p",
                tag("b", _paint(tables.text, start, end, inside))
                if heading
                else _paint(tables.text, start, end, inside),
            )
        )
    lines = "\n".join([_legend(own), *blocks])
    html = f'<div style="max-width: 46em; line-height: 1.75">{lines}</div>'
    return View(html, "\n\n".join(plain(block) for block in blocks))


def _sentences(tables: Tables, section: int | str | None) -> pd.DataFrame:
    read = tables.sentences[tables.sentences["role"].isin(_ROLES)]
    if section == "all":
        return read
    sections = tables.sections
    if section is None:
        counts = tables.events.merge(read[["sentence_id", "section_id"]], on="sentence_id")[
            "section_id"
        ].value_counts()
        best = sections["section_id"].map(counts).fillna(0)
        chosen = sections[best == best.max()].head(1)
    elif isinstance(section, str):
        chosen = sections[sections["heading"].fillna("").str.casefold() == section.casefold()]
    else:
        chosen = sections[sections["position"] == section]
    return read[read["section_id"].isin(chosen["section_id"])]


def _marks(tables: Tables, own: tuple[str, ...]) -> Iterator[Mark]:
    countries = dict(zip(tables.entities["entity_id"], tables.entities["country"], strict=True))
    for row in each(tables.mentions):
        yield Mark(int(row.start), int(row.end), colours.chip(countries.get(row.entity_id), own))
    for row in each(tables.times):
        yield Mark(int(row.start), int(row.end), _WHEN)
    for row in each(tables.figures):
        yield Mark(int(row.start), int(row.end), _MANY, "b")
    number = numbers(tables)
    for row in each(tables.events):
        after = str(number[str(row.event_id)])
        style = f"border-bottom: 3px solid {colours.quad(row.quad_class)}"
        yield Mark(int(row.trigger_start), int(row.trigger_end), style, "span", after=after)
    known = names(tables)
    for row in each(tables.statements):
        if not missing(row.content_start):
            speaker = party(known, row.source_id, row.source_text, None) or "nobody named"
            before = tag("sup", f"{wording.shorten(speaker, 24)}: ")
            yield Mark(int(row.content_start), int(row.content_end), "font-style: italic", "i", before=before)


def _paint(words: str, start: int, end: int, marks: list[Mark]) -> Safe:
    """The text between two offsets, cut wherever a mark begins or ends, each piece with the styles of its
    marks."""
    cuts = sorted({start, end, *(c for mark in marks for c in (mark.start, mark.end) if start < c < end)})
    out = []
    for first, last in pairwise(cuts):
        here = [mark for mark in marks if mark.start <= first and mark.end >= last]
        out += [mark.before for mark in marks if mark.start == first]
        piece = safe(words[first:last])
        styles = "; ".join(dict.fromkeys(mark.style for mark in here))
        if here:
            elements = [mark.element for mark in here if mark.element != "span"]
            piece = tag(elements[0] if elements else "span", piece, styles)
        out.append(piece)
        behind = [mark.after for mark in marks if mark.after and mark.end == last]
        out += [tag("sup", tag("b", "·".join(behind)))] if behind else []
    return Safe("".join(out))


def _legend(own: tuple[str, ...]) -> Safe:
    parts = [tag("span", wording.country(code), colours.chip(code, own)) for code in own]
    parts += [
        tag("span", "others", colours.chip("", own)),
        tag("span", "when", _WHEN),
        tag("b", "how many"),
        *(tag("span", wording.quad(n), f"border-bottom: 3px solid {colours.quad(n)}") for n in (1, 2, 3, 4)),
        Safe(f"an event{tag('sup', tag('b', 'its number'))}"),
        Safe(f"{tag('sup', 'speaker:')} {tag('i', 'what is said')}"),
    ]
    return tag("p", tag("small", Safe(" · ".join(parts))))
