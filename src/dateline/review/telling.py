"""What became of the corrections of a review, in words: for the command line and for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.review.corrections import Correction
from dateline.review.results import Applied, Cleared, Stale, Unmatched
from dateline.terminal import plain


def said(one: Correction) -> str:
    """A correction on one line, without its evidence."""
    return f"{one.table} {plain(one.row_id)}: {decision(one)}"


def decision(one: Correction) -> str:
    """What it does, who says so, when and why."""
    what = {"change": f"change {one.column} to", "add": f"add {one.column}"}.get(one.action, one.action)
    value = f" {plain(one.value)}" if one.value is not None else ""
    cell = f" {one.column}" if one.action == "accept" and one.column else ""
    was = f" (was {plain(one.machine)})" if one.action == "change" and one.machine else ""
    return f"{what}{cell}{value}{was}; {_by(one)}"


def status(path: Path, corrections: Sequence[Correction], done: Applied) -> Iterator[str]:
    """Lines that tell what is in force, what asks for another look, and what has no place any more."""
    if not corrections:
        yield f"{path}: nobody has corrected anything yet"
        return
    reviewers = sorted({one.reviewer for one in corrections})
    yield (
        f"{path}: {count(len(corrections), 'correction')} by {plain(', '.join(reviewers))}; "
        f"{len(done.corrections)} in force, {len(done.stale)} to look at again, "
        f"{len(done.needless)} no longer needed, {len(done.unmatched)} without a place"
    )
    yield from _block("In force:", done.corrections)
    yield from again(done.stale)
    yield from _block("No longer needed, for the machine has it so by itself now:", done.needless)
    yield from lost(done.unmatched)
    yield from emptied(done.cleared)


def _block(head: str, corrections: Sequence[Correction]) -> Iterator[str]:
    if corrections:
        yield f"\n{head}"
        for group in _rows(corrections):
            yield from _with_evidence(*group)


def _rows(corrections: Iterable[Correction]) -> Iterator[list[Correction]]:
    """Corrections one by one, but those that make a new row together."""
    new: dict[tuple[str, str], list[Correction]] = {}
    found: list[list[Correction]] = []
    for one in corrections:
        at = one.table, one.row_id
        if one.action == "add" and at in new:
            new[at].append(one)
            continue
        found.append([one])
        if one.action == "add":
            new[at] = found[-1]
    return iter(found)


def _with_evidence(*group: Correction) -> Iterator[str]:
    first = group[0]
    if first.action == "add":
        cells = ", ".join(f"{one.column} {plain(one.value)}" for one in group)
        yield f"  {first.table} {plain(first.row_id)}: add {cells}; {_by(first)}"
    else:
        yield f"  {said(first)}"
    if first.evidence:
        yield f"      {plain(first.evidence)}"


def _by(one: Correction) -> str:
    return f"{plain(one.reviewer)}, {one.date}: {plain(one.reason)}"


def again(stale: Iterable[Stale]) -> Iterator[str]:
    """Corrections of what the machine has otherwise now; they hold all the same."""
    found = list(stale)
    if found:
        yield "\nTo look at again (in force), for the machine has it otherwise now:"
    for one in found:
        yield from _with_evidence(one.correction)
        yield f"      then: {plain(one.correction.machine)}"
        yield f"      now:  {plain(one.now)}"


def lost(unmatched: Iterable[Unmatched]) -> Iterator[str]:
    """Corrections that are kept in the file, and have no place in the tables."""
    found = {id(one.correction): one for one in unmatched}
    if found:
        yield "\nWithout a place (kept in the file, not in force):"
    for group in _rows(one.correction for one in found.values()):
        yield from _with_evidence(*group)
        first = found[id(group[0])]
        yield f"      why: {first.reason}"
        if first.suggestion:
            yield f"      perhaps now {first.suggestion}; if so: --move {group[0].row_id} {first.suggestion}"


def emptied(cleared: Iterable[Cleared]) -> Iterator[str]:
    """Cells that named a row which was dropped."""
    found = list(cleared)
    if found:
        yield "\nEmptied, for the row that they named was dropped:"
    for one in found:
        yield f"  {one.table} {one.row_id}: {one.column} (was {one.was})"


def count(number: int, one: str) -> str:
    """``1 correction``, ``12 corrections``: in digits, for lines that are compared at a glance."""
    return f"{number} {one if number == 1 else one + 's'}"
