"""What differs in two rows that are one: cell by cell, and without what only follows from a change elsewhere.

Offsets that shifted, ids and digests of words that changed are no difference. A column that names a row of
another table differs where that row is another one. A long piece of text (what an event's clause says, a
statement's content) differs where it begins or ends at other words: that words inside it were rewritten is
told once, by the table of sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dateline import schema
from dateline.compare.pairing import Pairs, Row, anchor
from dateline.tables import Tables

# Follow from the article's file or from where a row stands among the others.
_FOLLOWING: dict[str, frozenset[str]] = {
    "articles": frozenset({"source", "sha256", "codebook"}),
    "sections": frozenset({"position"}),
    "sentences": frozenset({"position", "paragraph"}),
}
# Pieces of text that hold other columns' words, to the offsets that bound them; where no column has the
# words, they are told under the offsets' name.
_PIECES: dict[str, dict[str, str]] = {
    "events": {"text": ""},
    "statements": {"content": "content_"},
    "links": {"from_start": "from_", "to_start": "to_"},
    "implications": {"text": "", "because_start": "because_"},
}
# How a row is told in a few words.
_LABELS: dict[str, Callable[[Row], list[str | None]]] = {
    "articles": lambda row: [row["title"]],
    "sections": lambda row: [row["heading"]],
    "sentences": lambda row: [row["text"]],
    "entities": lambda row: [row["name"], _in(row["kind"])],
    "mentions": lambda row: [row["text"]],
    "places": lambda row: [row["name"], _in(row["kind"])],
    "times": lambda row: [row["text"], _in(row["value"])],
    "figures": lambda row: [row["text"], row["of"]],
    "events": lambda row: [_doing(row), _in(row["event_type"])],
    "statements": lambda row: [row["source_text"], row["cue"]],
    "links": lambda row: [row["kind"], row["cue"] and f"“{row['cue']}”"],
    "implications": lambda row: [row["text"], _in(row["kind"])],
    "findings": lambda row: [row["check"].replace("_", " "), _in(row["verdict"]), row["stated"]],
}


def _in(word: str | None) -> str | None:
    return f"({word})" if word else None


def _doing(row: Row) -> str:
    """Who does what to whom."""
    said = (row["source_text"], row["trigger"], row["target_text"])
    return " | ".join(part for part in said if part)


class Cell(NamedTuple):
    """One column of a row, as it was and as it is; None is missing."""

    column: str
    old: str | None
    new: str | None


class Evidence(NamedTuple):
    """A sentence on one line, and which of its words tell of a row."""

    before: str
    words: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}[{self.words}]{self.after}" if self.words else self.before


class Side:
    """One of the two: its rows by id, and how they are told."""

    def __init__(self, tables: Tables) -> None:
        self.text = tables.text
        self.rows = {
            name: {row[schema.key(name)]: row for row in tables.rows(name)} for name in tables.sizes()
        }
        self._table = {row_id: name for name, found in self.rows.items() for row_id in found}
        self._sentences = list(self.rows["sentences"].values())

    def label(self, row_id: str | None) -> str | None:
        """A row in a few words: an actor's name, who does what to whom."""
        if row_id is None:
            return None
        table = self._table.get(row_id)
        if table is None:
            return row_id
        row = self.rows[table][row_id]
        said = [*_LABELS[table](row), *self._further(table, row)]
        return folded(" ".join(part for part in said if part)) or row_id

    def _further(self, table: str, row: Row) -> list[str | None]:
        """What a label takes from the rows that its own names."""
        if table == "mentions":
            meant = self.rows["entities"].get(row["entity_id"])
            return [_in(meant["name"])] if meant and meant["name"] != row["text"] else []
        if table == "links":
            ends = [self.rows["events"].get(row[column]) for column in ("from_id", "to_id")]
            first, last = (end["trigger"] if end else "…" for end in ends)
            return [f"{first} → {last}"] if any(ends) else []
        return []

    def evidence(self, table: str, row: Row) -> Evidence | None:
        """The sentence that a row comes from, and the words that tell of it."""
        if table == "sentences":
            return Evidence(folded(row["text"]))
        start, end = anchor(table, row)
        if start is None or end is None or table in ("articles", "sections"):
            return None
        around = self._around(start) or (start, end)
        first, last = min(around[0], start), max(around[1], end)
        pieces = (self.text[first:start], self.text[start:end], self.text[end:last])
        return Evidence(*(re.sub(r"\s+", " ", piece) for piece in pieces))

    def _around(self, offset: int) -> tuple[int, int] | None:
        at = bisect_right(self._sentences, offset, key=lambda row: row["start"]) - 1
        return (self._sentences[at]["start"], self._sentences[at]["end"]) if at >= 0 else None


def folded(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def differences(table: str, old: Row, new: Row, sides: tuple[Side, Side], pairs: Pairs) -> list[Cell]:
    """The cells in which two rows differ."""
    return [cell for cell in _each(table, old, new, sides, pairs) if cell.old != cell.new]


def _each(table: str, old: Row, new: Row, sides: tuple[Side, Side], pairs: Pairs) -> Iterator[Cell]:
    """All cells that may differ; those that do not have the same text on both sides."""
    pieces = _PIECES.get(table, {})
    yield from _pieces(pieces, old, new, sides, pairs)
    if table == "sentences" and new["sentence_id"] in pairs.aligned.moved:
        yield Cell("position", str(old["position"]), str(new["position"]))
    pointing = schema.references(table)
    offsets = {column for pair in schema.spans(table) for column in pair}
    for column in schema.dtypes(table):
        if column == schema.key(table) or column in offsets or column in pieces:
            continue
        if column in _FOLLOWING.get(table, ()):
            continue
        before, after = old[column], new[column]
        if column in pointing:
            if pairs.ids.get(before, before) != after:
                yield _pointing(column, before, after, sides)
        elif column == "evidence":
            yield from _elsewhere(before, after, sides, pairs)
        elif column != "aliases" or _listed(before) != _listed(after):
            yield Cell(column, shown(before), shown(after))


def _pieces(
    pieces: dict[str, str], old: Row, new: Row, sides: tuple[Side, Side], pairs: Pairs
) -> Iterator[Cell]:
    for name, stem in pieces.items():
        before, after = ((row[f"{stem}start"], row[f"{stem}end"]) for row in (old, new))
        missing = None in before or None in after
        if before != after if missing else not pairs.aligned.same(before, after):
            yield Cell(name, _cut(sides[0], before), _cut(sides[1], after))


def _cut(side: Side, span: tuple[int | None, int | None]) -> str | None:
    return None if None in span else folded(side.text[slice(*span)])


def _pointing(column: str, before: str | None, after: str | None, sides: tuple[Side, Side]) -> Cell:
    old, new = sides[0].label(before), sides[1].label(after)
    if old == new:  # two rows of one name: only their ids tell them apart
        old, new = f"{old} {before}", f"{new} {after}"
    return Cell(column, old, new)


def _elsewhere(
    before: str | None, after: str | None, sides: tuple[Side, Side], pairs: Pairs
) -> Iterator[Cell]:
    """Where else an event is told: spans of offsets."""
    old, new = _spans(before), _spans(after)
    same = pairs.aligned.same
    if len(old) != len(new) or not all(same(a, b) for a, b in zip(old, new, strict=True)):
        said = (
            "; ".join(folded(side.text[slice(*span)]) for span in spans) or None
            for side, spans in zip(sides, (old, new), strict=True)
        )
        yield Cell("evidence", *said)


def _spans(cell: str | None) -> list[tuple[int, int]]:
    found = [part.split(":") for part in cell.split("|")] if cell else []
    return [(int(start), int(end)) for start, end in found]


def _listed(cell: str | None) -> frozenset[str]:
    return frozenset(cell.split("; ")) if cell else frozenset()


def shown(value: Any) -> str | None:
    """A cell as a reader has it: whole measures without a decimal point, ISO dates, text on one line."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, date):
        return value.isoformat()
    return folded(str(value))
