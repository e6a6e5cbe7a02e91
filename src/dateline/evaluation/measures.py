"""Precision, recall, F1 and Matthews' correlation from counts; undefined is ``None``, never 0."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


def share(part: int, whole: int) -> float | None:
    """``part / whole``; None of nothing."""
    return part / whole if whole else None


@dataclass(slots=True)
class Counts:
    """What was found (``right``), found but not there (``extra``), there but not found (``missed``).

    ``neither`` counts what was rightly left out, where that can be counted.
    """

    right: int = 0
    extra: int = 0
    missed: int = 0
    neither: int = 0

    def note(self, is_there: bool, is_found: bool) -> None:
        """Counts one case."""
        if is_there:
            self.right += is_found
            self.missed += not is_found
        else:
            self.extra += is_found
            self.neither += not is_found

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.extra + other.extra,
            self.missed + other.missed,
            self.neither + other.neither,
        )

    @property
    def support(self) -> int:
        """How many there are in the gold."""
        return self.right + self.missed

    @property
    def emitted(self) -> int:
        return self.right + self.extra

    @property
    def precision(self) -> float | None:
        return share(self.right, self.emitted)

    @property
    def recall(self) -> float | None:
        return share(self.right, self.support)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing is there and nothing was found."""
        return share(2 * self.right, 2 * self.right + self.extra + self.missed)

    @property
    def matthews(self) -> float | None:
        """The correlation of what is there with what was found (Matthews 1975): 1 perfect, 0 by chance."""
        sides = (
            (self.right + self.extra)
            * (self.right + self.missed)
            * (self.neither + self.extra)
            * (self.neither + self.missed)
        )
        return (self.right * self.neither - self.extra * self.missed) / sqrt(sides) if sides else None
