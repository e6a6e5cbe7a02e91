"""A comparison as text for a terminal, as CSV, and as JSON.

Findings that say the same of one statement for several sources are told once, with the sources' names.
"""

from __future__ import annotations

import csv as csv_format
import io
import json as json_format
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline import storage
from dateline.compare import CHANGES, COLUMNS, Cell, Changed, Comparison, Kind, words
from dateline.terminal import plain, wrapped

_MISSING = "—"
EQUAL = "No row differs."


class Told(NamedTuple):
    """One change as a reader follows it, and whose findings it is of."""

    row: Changed
    sources: tuple[str, ...]


def told(comparison: Comparison) -> dict[str, list[Told]]:
    """What differs, by table; rows that say the same for several sources are one."""
    found: dict[str, dict[object, list[Changed]]] = {}
    for row in comparison.rows:
        said = (row.change, row.label_old, row.label_new, row.cells, row.evidence_old, row.evidence_new)
        key = said if row.table == "findings" else row.row_id, row.change
        found.setdefault(row.table, {}).setdefault(key, []).append(row)
    return {table: [_together(rows) for rows in groups.values()] for table, groups in found.items()}


def _together(rows: Sequence[Changed]) -> Told:
    return Told(rows[0], tuple(dict.fromkeys(row.source for row in rows if row.source)))


def tally(comparison: Comparison) -> str:
    """How many rows differ, in a sentence."""
    if not comparison:
        return EQUAL
    counts = comparison.counts()
    whole: dict[Kind, int] = {
        change: sum(of_table[change] for of_table in counts.values()) for change in CHANGES
    }
    return f"{_counted(whole)}, in {len(counts)} {'table' if len(counts) == 1 else 'tables'}."


def counted(comparison: Comparison) -> dict[str, str]:
    """Of each table that differs, how many rows do."""
    return {table: _counted(counts) for table, counts in comparison.counts().items()}


def _counted(counts: Mapping[Kind, int]) -> str:
    (first, number), *rest = [(change, counts[change]) for change in CHANGES if counts[change]]
    rows = "row" if number == 1 else "rows"
    return ", ".join([f"{number} {rows} {first}", *(f"{more} {change}" for change, more in rest)])


def text(comparison: Comparison, width: int, old: str = "OLD", new: str = "NEW") -> str:
    """For a terminal: the tally, then each table's rows with what they were and are, and their sentence."""
    head = [*wrapped(f"{old} → {new}", width, 2), *wrapped(tally(comparison), width)]
    sizes = [f"  {table:<13}{said}" for table, said in counted(comparison).items()]
    blocks = ["\n".join([*head, *sizes])]
    for table, rows in told(comparison).items():
        blocks.append(f"{table}\n{'─' * min(width, 60)}")
        blocks += ["\n".join(_block(one, width)) for one in rows]
    return "\n\n".join(blocks)


def _block(one: Told, width: int) -> list[str]:
    row = one.row
    if row.table == "sentences":
        return _sentence(row, width)
    label = row.label_old if row.label_new is None else row.label_new
    whose = f": {', '.join(one.sources)}" if one.sources else ""
    lines = wrapped(f"{row.change} {row.row_id}  {plain(label)}{whose}", width, 4)
    for cell in row.cells:
        lines += _cell(cell, width)
    evidence = row.evidence_old if row.change == "removed" else row.evidence_new
    if evidence:
        lines += wrapped(f"  “{plain(evidence)}”", width, 3)
    return lines


def _sentence(row: Changed, width: int) -> list[str]:
    lines = [f"{row.change} {row.row_id}"]
    rewritten = any(cell.column == "text" for cell in row.cells)
    for sign, said in (("-", row.evidence_old), ("+", row.evidence_new)):
        if said is not None and (rewritten or not row.cells):
            lines += wrapped(f"  {sign} {plain(said)}", width, 4)
    for cell in row.cells:
        lines += _cell(cell, width) if cell.column != "text" else []
    return lines


def _cell(cell: Cell, width: int) -> list[str]:
    """``column: old → new`` on a line, or one below the other where they are long."""
    old, new = (_MISSING if value is None else plain(value) for value in (cell.old, cell.new))
    line = f"  {cell.column}: {old} → {new}"
    if len(line) <= width:
        return [line]
    if cell.old is not None and cell.new is not None:
        old, new = words.clipped(old, new)
    said = [*wrapped(f"    - {old}", width, 6), *wrapped(f"    + {new}", width, 6)]
    return [f"  {cell.column}:", *said]


def csv(comparison: Comparison) -> str:
    """One line a cell that changed, as :attr:`Comparison.frame` has them; safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv_format.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_safe(record) for record in comparison.records())
    return out.getvalue().removesuffix("\n")


def _safe(record: Iterable[str | None]) -> list[str]:
    return ["" if value is None else storage.escape(value) for value in record]


def json(comparison: Comparison) -> str:
    """A list of objects with the columns of :attr:`Comparison.frame`."""
    rows = [dict(zip(COLUMNS, record, strict=True)) for record in comparison.records()]
    return json_format.dumps(rows, ensure_ascii=False, indent=2)
