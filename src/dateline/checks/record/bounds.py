"""Numbers with bounds, a source's and the article's, and what the ones make of the others."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.checks.found import Verdict
from dateline.records import Figure

#: The lowest and the highest; an end is missing where it is open ("at least", "up to").
Bounds = tuple[float | None, float | None]

_ROUGH = 0.1  # how far an approximate figure reaches
_FAR = float("inf")


def bounds(low: float | None, best: float | None, high: float | None) -> Bounds:
    """The lowest and highest of a source's figures; an end stays open where it says "at least" or "up to".

    Some published rows have a best estimate beyond their own bounds: it counts as one of them.
    """
    ends = (best if low is None else low), (best if high is None else high)
    known = [value for value in (low, best, high) if value is not None]
    return None if ends[0] is None else min(known), None if ends[1] is None else max(known)


def holds(known: Bounds, low: float, high: float) -> bool:
    """Whether a source's bounds and the stated ones share a number; ``False`` where it gives none."""
    bottom, top = known
    if bottom is None and top is None:
        return False
    return (top is None or low <= top) and (bottom is None or high >= bottom)


def reach(figure: Figure) -> tuple[float, float]:
    """What the article's figure can mean: "about 40" reaches from 36 to 44, "at least 40" without end."""
    low = 0.0 if figure.low is None else figure.low
    high = _FAR if figure.high is None else figure.high
    return (low * (1 - _ROUGH), high * (1 + _ROUGH)) if figure.approximate else (low, high)


def verdict(figure: Figure, known: Sequence[Bounds]) -> Verdict:
    """`agrees` where every source's bounds hold the figure, `disagrees` where it lies outside of all."""
    low, high = reach(figure)
    if all(holds(each, low, high) for each in known):
        return "agrees"
    least, most = lowest(known), max(_FAR if top is None else top for _, top in known)
    return "contested" if low <= most and high >= least else "disagrees"


def lowest(known: Sequence[Bounds]) -> float:
    """The lowest figure of all sources."""
    return min(bottom or 0.0 for bottom, _ in known)
