"""What changed between two sets of tables: after an edit of the article, with another codebook, against
newer reference data.

>>> compare(Tables.read("build/tables/old"), Tables.read("build/tables/new")).frame

For who reviews a change and wants to see it and nothing that merely follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline import schema
from dateline.compare import words
from dateline.compare.cells import Cell, Evidence, Side, differences
from dateline.compare.pairing import Pairs, Row, anchor, pair
from dateline.records import TABLES
from dateline.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CHANGES", "COLUMNS", "Cell", "Changed", "Comparison", "compare", "pair"]

Kind = Literal["added", "removed", "changed"]
#: In the order in which they are counted.
CHANGES: tuple[Kind, ...] = ("added", "removed", "changed")
#: Of the frame that a comparison gives.
COLUMNS = ("table", "row_id", "change", "column", "old", "new", "evidence_old", "evidence_new")


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that was added, removed or changed.

    ``row_id`` is the new one, but of a row that was removed; ``old_id`` differs from it where the words of
    the row's sentence did. The labels tell the row in a few words. Evidence is its sentence, with the words
    that tell of the row, or in the table of sentences those that changed, in brackets.
    """

    table: str
    change: Kind
    row_id: str
    old_id: str | None
    label_old: str | None
    label_new: str | None
    source: str | None  # of a finding: whose figure it is
    cells: tuple[Cell, ...]
    evidence_old: Evidence | None
    evidence_new: Evidence | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows that differ, by table and in text order."""

    rows: tuple[Changed, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.rows)

    def only(self, tables: Iterable[str]) -> Comparison:
        """What differs in these tables."""
        wanted = set(tables)
        return replace(self, rows=tuple(row for row in self.rows if row.table in wanted))

    def counts(self) -> dict[str, dict[Kind, int]]:
        """How many rows of each table were added, removed and changed; tables without any are left out."""
        found: dict[str, dict[Kind, int]] = {}
        for row in self.rows:
            of_table = found.setdefault(row.table, dict.fromkeys(CHANGES, 0))
            of_table[row.change] += 1
        return found

    def records(self) -> Iterator[tuple[str | None, ...]]:
        """The rows of ``frame``."""
        for row in self.rows:
            whole = (Cell("", _with_source(row, row.label_old), _with_source(row, row.label_new)),)
            for cell in row.cells or whole:
                evidence = (str(said) if said else None for said in (row.evidence_old, row.evidence_new))
                yield row.table, row.row_id, row.change, cell.column or None, cell.old, cell.new, *evidence

    @property
    def frame(self) -> pd.DataFrame:
        """A row a cell that changed; a row that was added or removed has one, without a column, that tells
        it in a few words: ``table, row_id, change, column, old, new, evidence_old, evidence_new``."""
        import pandas as pd

        return pd.DataFrame(list(self.records()), columns=list(COLUMNS), dtype="string")


def compare(old: Tables, new: Tables) -> Comparison:
    """The rows added, removed and changed from ``old`` to ``new``.

    Rows are paired by id, and where the words of their sentence changed, by where they stand
    (:mod:`dateline.compare.pairing`); what counts as a change of a cell is in :mod:`dateline.compare.cells`.
    """
    pairs = pair(old, new)
    sides = Side(old), Side(new)
    return Comparison(tuple(row for table in TABLES for row in _of_table(table, sides, pairs)))


def _of_table(table: str, sides: tuple[Side, Side], pairs: Pairs) -> list[Changed]:
    before, after = sides[0].rows[table], sides[1].rows[table]
    back = {pairs.ids[row_id]: row_id for row_id in before if row_id in pairs.ids}
    found: list[tuple[float, int, Changed]] = []
    for at, (row_id, row) in enumerate(after.items()):
        rank = float(anchor(table, row)[0] or 0)
        changed = _new_row(table, row, before.get(back.get(row_id, "")), sides, pairs)
        if changed:
            found.append((rank, at, changed))
    for at, (row_id, row) in enumerate(before.items()):
        if pairs.ids.get(row_id) not in after:
            rank = pairs.aligned.rank(anchor(table, row)[0])
            found.append((rank, at - len(before), _gone(table, row_id, row, sides[0])))
    return [changed for _, _, changed in sorted(found, key=lambda one: one[:2])]


def _gone(table: str, row_id: str, row: Row, side: Side) -> Changed:
    said = (side.label(row_id), None, _source(table, row))
    return Changed(table, "removed", row_id, row_id, *said, (), side.evidence(table, row), None)


def _new_row(
    table: str, row: Row, partner: Row | None, sides: tuple[Side, Side], pairs: Pairs
) -> Changed | None:
    """A row of the new tables, if there is something to tell of it."""
    cells = tuple(differences(table, partner, row, sides, pairs)) if partner else ()
    if partner and not cells:
        return None
    row_id, source = row[schema.key(table)], _source(table, row)
    label, evidence = sides[1].label(row_id), sides[1].evidence(table, row)
    if partner is None:
        return Changed(table, "added", row_id, None, None, label, source, (), None, evidence)
    was, old_id = sides[0].evidence(table, partner), partner[schema.key(table)]
    if table == "sentences":
        was, evidence = map(Evidence, words.marked(str(was), str(evidence)))
    was_label = sides[0].label(old_id)
    return Changed(table, "changed", row_id, old_id, was_label, label, source, cells, was, evidence)


def _source(table: str, row: Row) -> str | None:
    return row["source"] if table == "findings" else None


def _with_source(row: Changed, label: str | None) -> str | None:
    return f"{label}, {row.source}" if label and row.source else label
