"""What became of the corrections of a review, for those who apply, show and tell them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.review.corrections import Correction
from dateline.tables import Tables


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A correction that these tables have no place for; ``suggestion`` is the row that it may mean now."""

    correction: Correction
    reason: str
    suggestion: str | None = None

    @property
    def is_gone(self) -> bool:
        """Whether there is no such row, rather than no room for the correction in it."""
        return self.reason == gone(self.correction.table)


@dataclass(frozen=True, slots=True)
class Stale:
    """A correction that holds, but of a value or row that the machine now has otherwise: ``now``."""

    correction: Correction
    now: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """A cell that named a dropped row, and is now missing."""

    table: str
    row_id: str
    column: str
    was: str


@dataclass(frozen=True)
class Applied:
    """Tables with the corrections in them, and what became of each.

    ``corrections`` are in force, with evidence and machine's value where the file has none
    (``tables.corrections`` are the same, with the ids that new rows have in the tables). Of them, ``stale``
    and ``needless`` ask for another look.
    """

    tables: Tables
    corrections: tuple[Correction, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    stale: tuple[Stale, ...] = ()
    needless: tuple[Correction, ...] = ()
    cleared: tuple[Cleared, ...] = ()


def gone(table: str) -> str:
    """The reason of a correction whose row is not there."""
    return f"no row of {table} has this id"
