"""What the scorers share: a coded text beside what was emitted for it, and tables of figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dateline.evaluation.gold import Gold
from dateline.evaluation.measures import share

NONE = "none"  # what stands for nothing emitted, and for a text coded as without an event


@dataclass(frozen=True, slots=True)
class Case:
    """A coded text, and the records that the pipeline made of it."""

    gold: Gold
    records: dict[str, list[Any]]

    @property
    def events(self) -> list[Any]:
        return self.records["events"]

    @property
    def emitted(self) -> set[str]:
        """The types of the emitted events."""
        return {event.event_type for event in self.events}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of figures; shares are between 0 and 1, None where nothing was asked."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    note: str = ""

    def as_dicts(self) -> list[dict[str, Any]]:
        """The rows by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Tally:
    """Right ones of all, by figure, in the order in which the figures were first asked."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def note(self, figure: str, is_right: bool) -> None:
        counts = self._counts.setdefault(figure, [0, 0])
        counts[0] += is_right
        counts[1] += 1

    def rows(self) -> list[tuple[str, int, int, float | None]]:
        """Figure, right, of, share."""
        return [(figure, right, of, share(right, of)) for figure, (right, of) in self._counts.items()]
