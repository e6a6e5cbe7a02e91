"""The article as a careful reader would mark it: who, when, how many, what happened, who says so. For
notebook 00.

Every sentence has its id as an anchor, to which the tables of the other notebooks link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from dateline import focus, wording
from dateline.excerpts import each
from dateline.ledger import country_of, names, numbers, party
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.marks import corrected, in_force
from dateline.views.passages import SHOWN, anchor, numbered
from dateline.views.view import SOFT, Safe, View, note, plain, safe, scrolling, small, tag, unseen
from dateline.wording import missing, text

_HEADINGS = frozenset({"headline", "heading"})
_WHEN = "border-bottom: 2px dotted rgb(128,128,128)"
_SAID = "font-style: italic"
_BESIDE = "display: inline-block; width: 2.6em; margin-left: -2.6em"
_RAISED = "vertical-align: super; font-size: 75%; font-style: normal; line-height: 1"
_FIRST = 6  # words of a paragraph that is only listed


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with the style it gets, and what stands before and after it.

    ``chip``: a coloured background, rounded at the mark's own ends. ``sign``: what stands behind all numbers.
    """

    start: int
    end: int
    style: str
    element: str = "span"
    before: str = ""
    after: str = ""
    sign: str = ""
    chip: bool = False


def marked(tables: Tables, section: int | str | None = None, sides: tuple[str, str] | None = None) -> View:
    """One section, by its position (from 1) or heading; "all" for the whole text.

    Without ``section``, the one with most events. The other sections are listed, a line a paragraph.
    """
    kept = _sentences(tables, section)
    if kept.empty:
        return note("The article has no section of that position or heading.")
    own = focus.sides(tables, sides)
    marks = sorted(_marks(tables, own), key=lambda mark: (mark.start, -mark.end))
    number = numbered(tables)
    blocks = [_block(tables, rows, marks, number) for _, rows in kept.groupby("paragraph", sort=False)]
    copy = tag("div", Safe("\n" + "\n".join(blocks) + "\n"), "margin-left: 2.8em")
    said = in_force(tables)
    parts = [_legend(own), *([tag("p", said)] if said else []), copy, _others(tables, kept, number)]
    shown = Safe("".join(f"{part}\n" for part in parts if part))
    html = str(tag("div", shown, "max-width: 46em; line-height: 1.75"))
    return View(html, "\n\n".join(plain(block) for block in blocks))


def _sentences(tables: Tables, section: int | str | None) -> pd.DataFrame:
    read = _read(tables)
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


def _read(tables: Tables) -> pd.DataFrame:
    return tables.sentences[tables.sentences["role"].isin(SHOWN)]


def _marks(tables: Tables, own: tuple[str, ...]) -> Iterator[Mark]:
    countries = country_of(tables)
    for row in each(tables.mentions):
        colour = colours.paint(countries.get(row.entity_id), own)
        yield Mark(int(row.start), int(row.end), colour, chip=True)
    for row in each(tables.times):
        yield Mark(int(row.start), int(row.end), _WHEN)
    for row in each(tables.figures):
        yield Mark(int(row.start), int(row.end), "font-weight: bold", "b")
    number = numbers(tables)
    for row in each(tables.events):
        after, sign = str(number[str(row.event_id)]), corrected(tables, row.event_id)
        style = f"border-bottom: 3px solid {colours.quad(row.quad_class)}"
        yield Mark(int(row.trigger_start), int(row.trigger_end), style, "span", after=after, sign=sign)
    known = names(tables)
    for row in each(tables.statements):
        if not missing(row.content_start):
            speaker = party(known, row.source_id, row.source_text, None) or "nobody named"
            before = tag("span", f"{wording.shorten(speaker, 24)}: ", _RAISED)
            yield Mark(int(row.content_start), int(row.content_end), _SAID, "i", before=before)


def _block(tables: Tables, rows: pd.DataFrame, marks: list[Mark], number: dict) -> Safe:
    """A paragraph, its number beside it; each sentence is an anchor."""
    start, end = int(rows["start"].min()), int(rows["end"].max())
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    pieces, at = [], start
    for row in each(rows):
        pieces.append(safe(tables.text[at : row.start]))
        pieces.append(anchor(_paint(tables.text, row.start, row.end, inside), row.sentence_id))
        at = int(row.end)
    words = Safe("".join(pieces) + safe(tables.text[at:end]))
    first = rows.iloc[0]
    if first["role"] in _HEADINGS:
        return tag("p", tag("b", words))
    n = number.get(first["paragraph"]) if first["role"] == "body" else None
    beside = tag("small", f"¶\u00a0{n}", f"{_BESIDE}; {SOFT}") if n else Safe("")
    return tag("p", Safe(f"{beside} {words}" if beside else words))


def _paint(words: str, start: int, end: int, marks: list[Mark]) -> Safe:
    """The text between two offsets, cut wherever a mark begins or ends, each piece with the styles of its
    marks."""
    cuts = sorted({start, end, *(c for mark in marks for c in (mark.start, mark.end) if start < c < end)})
    out = []
    for first, last in pairwise(cuts):
        here = [mark for mark in marks if mark.start <= first and mark.end >= last]
        out += [mark.before for mark in marks if mark.start == first]
        piece = safe(words[first:last])
        if here:
            elements = [mark.element for mark in here if mark.element != "span"]
            piece = tag(elements[0] if elements else "span", piece, _style(here, first, last))
        out.append(piece)
        behind = [mark.after for mark in marks if mark.after and mark.end == last]
        out += [tag("b", "·".join(behind), _RAISED)] if behind else []
        out += [Safe(f" {mark.sign}") for mark in marks if mark.sign and mark.end == last]
    return Safe("".join(out))


def _style(here: list[Mark], first: int, last: int) -> str:
    """The styles of all marks on a piece; of backgrounds the innermost, rounded at the outermost ends."""
    chips = [mark for mark in here if mark.chip]
    kept = [mark.style for mark in here if not mark.chip]
    if chips:
        left = "3px" if any(mark.start == first for mark in chips) else "0px"
        right = "3px" if any(mark.end == last for mark in chips) else "0px"
        inner = min(chips, key=lambda mark: mark.end - mark.start)
        kept.append(f"{inner.style}; border-radius: {left} {right} {right} {left}")
        kept.append(f"padding-left: {left}; padding-right: {right}")
    return "; ".join(dict.fromkeys(kept))


def _others(tables: Tables, kept: pd.DataFrame, number: dict) -> Safe:
    """The sections that are not shown: of each paragraph the first words and what was found in it."""
    rows = _read(tables)
    rest = rows[~rows["sentence_id"].isin(kept["sentence_id"])]
    if rest.empty:
        return Safe("")
    found = _counts(tables)
    lines = [_line(part, number, found) for _, part in rest.groupby("paragraph", sort=False)]
    head = tag("p", tag("b", "The rest of the article, a line a paragraph"))
    listed = tag("div", Safe("\n" + "\n".join(lines) + "\n"), "margin-left: 2.8em; font-size: 90%")
    return scrolling(Safe(head + listed), "The rest of the article", 460)


def _line(rows: pd.DataFrame, number: dict, found: dict[str, dict[str, list[str]]]) -> Safe:
    """A paragraph that is not shown, with the anchors of its sentences."""
    first = rows.iloc[0]
    goals = "".join(anchor("", name) for name in rows["sentence_id"][1:])
    words = " ".join(text(first["text"]).split())
    if first["role"] in _HEADINGS:
        return tag(
            "p", Safe(anchor(tag("b", words), first["sentence_id"]) + goals), "margin: 6px 0px 0px 0px"
        )
    n = number.get(first["paragraph"]) if first["role"] == "body" else None
    beside = tag("small", f"¶\u00a0{n}" if n else "", f"{_BESIDE}; {SOFT}")
    begins = " ".join(words.split()[:_FIRST]) + " …"
    counts = [_counted(found, rows["sentence_id"], what) for what in ("event", "statement", "figure")]
    told = small(f"({'; '.join(part for part in counts if part) or 'nothing taken'})")
    line = Safe(f"{beside} {anchor(begins, first['sentence_id'])}{goals} {told}")
    return tag("p", line, "margin: 0px")


def _counts(tables: Tables) -> dict[str, dict[str, list[str]]]:
    """By kind, the rows of each sentence: events by number, the others by id."""
    number = numbers(tables)
    found: dict[str, dict[str, list[str]]] = {"event": {}, "statement": {}, "figure": {}}
    for what, by_sentence in found.items():
        frame = tables[f"{what}s"]
        for row_id, sentence in zip(frame[f"{what}_id"], frame["sentence_id"], strict=True):
            said = str(number[row_id]) if what == "event" else str(row_id)
            by_sentence.setdefault(text(sentence), []).append(said)
    return found


def _counted(found: dict[str, dict[str, list[str]]], sentences: pd.Series, what: str) -> str:
    rows = [row for sentence in sentences for row in found[what].get(str(sentence), ())]
    if not rows:
        return ""
    if what == "event":
        return f"{'event' if len(rows) == 1 else 'events'} {wording.listing(rows)}"
    return wording.count(len(rows), what)


def _legend(own: tuple[str, ...]) -> Safe:
    """How each thing is marked, on an example of itself."""
    who = [tag("span", wording.country(code), colours.chip(code, own)) for code in own]
    who.append(tag("span", "anybody else", colours.chip("", own)))
    raised = tag("b", "7", _RAISED)
    event = [
        Safe(tag("span", wording.quad(n), f"border-bottom: 3px solid {colours.quad(n)}") + raised)
        for n in (1, 2, 3, 4)
    ]
    said = Safe(tag("span", "speaker: ", _RAISED) + tag("i", "what he or she says, in the article's words"))
    lines = [
        ("who", Safe(" ".join(who))),
        ("when", tag("span", "underlined with dots", _WHEN)),
        ("how many", tag("b", "in bold")),
        ("what happened", Safe(", ".join(event) + ": underlined by class, with its number in the ledger")),
        ("who says so", said),
    ]
    cell = "text-align: left; vertical-align: top; padding: 3px 12px 4px 4px; line-height: 1.6"
    body = "".join(
        f"\n<tr>{tag('th', name, f'{cell}; font-weight: normal; {SOFT}', scope='row')}"
        f"{tag('td', shown, cell)}</tr>"
        for name, shown in lines
    )
    caption = tag("caption", unseen("How the copy is marked"))
    return Safe(
        '<table style="border-collapse: collapse; margin: 0px 0px 14px 0px; font-size: 85%; '
        f'border-left: 3px solid rgba(128,128,128,.5)">{caption}<tbody>{body}\n</tbody></table>'
    )
