"""New corrections among those that are kept: all of them or none, and no other reviewer's line is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.review.applying import machine, overlay
from dateline.review.corrections import Correction, mistakes
from dateline.review.reading import contradict, contradictions
from dateline.review.results import Applied, Unmatched
from dateline.review.words import Scene
from dateline.tables import Tables

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Taken:
    """A review with new corrections in it. ``otherwise``: those whose row is not what their sheet showed."""

    corrections: tuple[Correction, ...]
    applied: Applied
    added: int
    revised: int
    known: int
    otherwise: tuple[Correction, ...] = ()


def take(
    tables: Tables,
    stored: Sequence[Correction],
    new: Sequence[Correction],
    check: Callable[[Tables], pd.DataFrame],
) -> Taken:
    """The review with ``new`` in it, applied to the machine's ``tables``.

    A reviewer's newer word replaces his own older one. Raises :class:`dateline.InputError` with
    all that is wrong where a new correction contradicts another's, or has no place in the tables.
    """
    known = {one.says() for one in stored}
    fresh = [replace(one, evidence=None, machine=None) for one in new if one.says() not in known]
    kept, revised = _revised(stored, fresh)
    _refuse(fresh, [(one.line, what) for one, what in _new_names(stored, fresh)])
    _refuse(fresh, contradictions([*kept, *fresh]))
    done = overlay(tables, [*kept, *fresh], check)
    _refuse_unmatched(fresh, done)
    completed = {one.says(): one for one in done.corrections}
    told = [*kept, *(completed.get(one.says(), one) for one in fresh)]
    scene = Scene(tables)
    otherwise = tuple(one for one in new if one.says() not in known and _is_otherwise(one, scene))
    return Taken(tuple(told), done, len(fresh) - revised, revised, len(new) - len(fresh), otherwise)


def move(
    tables: Tables, stored: Sequence[Correction], old: str, new: str, check: Callable[[Tables], pd.DataFrame]
) -> tuple[list[Correction], Applied]:
    """The review with the corrections of row ``old`` given to row ``new``, and that review applied.

    Raises :class:`dateline.InputError` where there are none, or one does not fit the new row.
    """
    moved = {
        at: replace(one, row_id=new, evidence=None, machine=None)
        for at, one in enumerate(stored)
        if one.row_id == old and one.action != "add"
    }
    if not moved:
        raise InputError(_path(stored), f"there is no correction of a row {old}")
    told = [moved.get(at, one) for at, one in enumerate(stored)]
    fresh = list(moved.values())
    _refuse(fresh, contradictions(told))
    done = overlay(tables, told, check)
    _refuse_unmatched(fresh, done)
    completed = {one.says(): one for one in done.corrections}
    return [completed[one.says()] if at in moved else one for at, one in enumerate(told)], done


def _revised(stored: Sequence[Correction], fresh: Sequence[Correction]) -> tuple[list[Correction], int]:
    """The stored corrections without those that their own reviewer takes back by a new one."""
    by_row: dict[tuple[str, str, str], list[Correction]] = {}
    for one in fresh:
        by_row.setdefault((one.table, one.row_id, one.reviewer), []).append(one)
    kept = []
    replaced = 0
    for old in stored:
        now = by_row.get((old.table, old.row_id, old.reviewer), [])
        if any(contradict(old, one) or _is_same_cell(old, one) for one in now):
            replaced += 1
        else:
            kept.append(old)
    return kept, min(replaced, len(fresh))


def _is_same_cell(old: Correction, one: Correction) -> bool:
    """The same decision with another reason."""
    return (old.action, *old.cell, old.value) == (one.action, *one.cell, one.value)


def _new_names(stored: Sequence[Correction], fresh: Iterable[Correction]) -> Iterable[tuple[Correction, str]]:
    """New rows under the name that another new row has already."""
    words = {one.cell: one.value for one in stored if one.action == "add" and one.column in ("text", "start")}
    for one in fresh:
        if one.action == "add" and words.get(one.cell, one.value) != one.value:
            was = words[one.cell]
            yield one, f"column row_id: {one.row_id} is the new row of “{was}” already; take another name"


def _told(unmatched: Unmatched) -> str:
    one = unmatched.correction
    return f"column {'row_id' if unmatched.is_gone else 'value'}: {unmatched.reason} ({one.row_id})"


def _is_otherwise(one: Correction, scene: Scene) -> bool:
    """Whether the row has changed since the sheet was written."""
    row = scene.get(one.table, one.row_id)
    if row is None or not one.machine or one.table == "findings":
        return False
    return one.machine not in (machine(one.table, row), machine(one.table, row, one.column))


def _refuse(fresh: Sequence[Correction], wrong: Iterable[tuple[int | None, str]]) -> None:
    found = list(wrong)
    if found:
        raise mistakes(_path(fresh), found)


def _refuse_unmatched(fresh: Sequence[Correction], done: Applied) -> None:
    own = {id(one) for one in fresh}
    _refuse(fresh, [(one.correction.line, _told(one)) for one in done.unmatched if id(one.correction) in own])


def _path(corrections: Sequence[Correction]) -> str:
    return next((one.path for one in corrections if one.path), "the review")
