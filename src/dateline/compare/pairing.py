"""Which row of the new tables is which of the old ones.

By id first. An id depends on the words of its sentence, so that after an edit all rows of the sentence have
new ones: rows left over are paired where they stand in the same place of the aligned texts and are of one
kind, then by the place alone, then by what they say. No row has two partners.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline import schema
from dateline.compare import words
from dateline.compare.alignment import Alignment, Sentence
from dateline.records import TABLES
from dateline.tables import Tables

Row = Mapping[str, Any]
Key = tuple[Hashable, ...] | None  # a row without a key takes no part

#: Where a row stands: the first of these pairs that it has; ``start``/``end`` for all others.
ANCHORS: dict[str, tuple[str, ...]] = {
    "events": ("trigger_",),
    "statements": ("cue_", "content_"),
    "links": ("to_",),
}
# What tells a row from others in the same place; ids are followed to the new tables.
_KIND: dict[str, tuple[str, ...]] = {
    "entities": ("kind", "name"),
    "places": ("entity_id", "name"),
    "mentions": ("entity_id", "form"),
    "times": ("type",),
    "figures": ("measure",),
    "events": ("event_type", "source_id", "target_id"),
    "statements": ("type", "source_id"),
    "links": ("kind", "from_id", "to_id"),
    "implications": ("kind",),
}
# What a row says: the last resort, for what went to another sentence near by,
_WORDS = {
    **{"mentions": "text", "times": "text", "figures": "text", "links": "cue"},
    **{"events": "text", "statements": "content", "implications": "text"},
}
# or in full, with as many words as are enough to know a row by wherever it stands.
_WHOLE = frozenset({"events", "statements", "implications"})
_TELLING = 4
_FINDING = (
    ("check", "row_id", "stated", "source", "citation"),
    ("check", "row_id", "source", "citation"),
    ("check", "row_id", "source"),
    ("check", "row_id"),
    ("check", "stated", "source"),
)


class Pairs(NamedTuple):
    """What :func:`pair` found."""

    aligned: Alignment
    #: Old id to new id, of the rows of all tables that have a partner; ids of two tables never meet.
    ids: dict[str, str]


def anchor(table: str, row: Row) -> tuple[int | None, int | None]:
    """Where the words stand that tell of a row."""
    for stem in (*ANCHORS.get(table, ()), ""):
        if row.get(f"{stem}start") is not None:
            return row[f"{stem}start"], row[f"{stem}end"]
    return None, None


def pair(old: Tables, new: Tables) -> Pairs:
    """The partners of all rows."""
    aligned = Alignment(old.text, new.text, _sentences(old), _sentences(new))
    ids = dict(aligned.ids)
    for table in TABLES:
        if table == "sentences":
            continue
        own = schema.key(table)
        before, after = ({row[own]: row for row in side.rows(table)} for side in (old, new))
        same = before.keys() & after.keys()
        ids.update((name, name) for name in before if name in same)
        left = [row for name, row in before.items() if name not in same]
        right = [row for name, row in after.items() if name not in same]
        for a, b in _left_over(table, left, right, aligned, ids):
            ids[a[own]] = b[own]
    return Pairs(aligned, ids)


def _sentences(tables: Tables) -> list[Sentence]:
    columns = tables.columns("sentences")
    found = zip(columns["sentence_id"], columns["start"], columns["end"], strict=True)
    return [Sentence(*cells) for cells in found]


def _left_over(
    table: str, old: Sequence[Row], new: Sequence[Row], aligned: Alignment, ids: Mapping[str, str]
) -> Iterator[tuple[Row, Row]]:
    """Pairs among the rows that share no id, round by round: the surest likeness first."""
    if table == "articles":  # a folder has one, and its id is of the whole text
        yield from zip(old, new, strict=False)
        return
    before, after = _Terms(table, aligned, ids), _Terms(table, aligned, None)
    for of_old, of_new in zip(before.rounds(), after.rounds(), strict=True):
        where: dict[Key, list[Row]] = defaultdict(list)
        for row in new:
            where[of_new(row)].append(row)
        where.pop(None, None)
        taken: set[int] = set()
        rest = []
        for row in old:
            found = where.get(of_old(row))
            if found:
                taken.add(id(found[0]))
                yield row, found.pop(0)
            else:
                rest.append(row)
        old, new = rest, [row for row in new if id(row) not in taken]
        if not old or not new:
            return


@dataclass(frozen=True)
class _Terms:
    """What two rows of a table can have in common, in the terms of the new tables.

    With ``ids`` the rows are old ones: their places are looked up in the new text and the ids they name are
    followed. Without, they are new.
    """

    table: str
    aligned: Alignment
    ids: Mapping[str, str] | None

    def rounds(self) -> list[Callable[[Row], Key]]:
        """What they must have in common to be one row, one round after another."""
        table, begin, end = self.table, self.begin, self.end
        if table == "findings":
            return [_key(self.of(*columns)) for columns in _FINDING]
        own = self.of(*_KIND.get(table, ()))
        # A person whose country turned out, a group that is an organisation now: the name is the same.
        named = [_key(own), _key(self.of("name"))] if table == "entities" else []
        places = [_key(own, begin, end), _key(begin, end), _key(begin), _key(end)]
        told = [_key(own, self.said, self.near)] if table in _WORDS else []
        whole = [_key(own, self.said, self.much)] if table in _WHOLE else []
        return [*named, *places, *told, *whole]

    def of(self, *columns: str) -> Callable[[Row], Hashable]:
        pointing = schema.references(self.table)
        followed = self.ids or {}

        def value(row: Row, column: str) -> Hashable:
            cell = row[column]
            return followed.get(cell, cell) if column in pointing else cell

        return lambda row: tuple(value(row, column) for column in columns)

    def begin(self, row: Row) -> Hashable:
        at = anchor(self.table, row)[0]
        return at if self.ids is None else self.aligned.begin(at)

    def end(self, row: Row) -> Hashable:
        at = anchor(self.table, row)[1]
        return at if self.ids is None else self.aligned.end(at)

    def near(self, row: Row) -> Hashable:
        return self.aligned.near(anchor(self.table, row)[0], new=self.ids is None)

    def said(self, row: Row) -> tuple[str, ...] | None:
        return tuple(token for token, *_ in words.tokens(row[_WORDS[self.table]] or "")) or None

    def much(self, row: Row) -> Hashable:
        return len(self.said(row) or ()) >= _TELLING or None


def _key(*parts: Callable[[Row], Hashable]) -> Callable[[Row], Key]:
    def made(row: Row) -> Key:
        found = tuple(part(row) for part in parts)
        return None if None in found else found

    return made
