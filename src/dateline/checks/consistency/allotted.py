"""A total's parts that are told apart by where or when each was ("29 men, 21 in May and eight in June")."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.checks.consistency.amounts import Parts, Told, listed
from dateline.checks.scene import Scene

_MEASURES = frozenset({"count", "killed", "injured", "detained", "displaced", "missing"})
#: "… in two raids", "over three nights": as many parts are to be told.
_CONTAINER = re.compile(
    r"\b(?:in|over|during|at|on|across|from|by|inside|within)(?: (?:the|its|his|their|just|only))?\s$",
    re.IGNORECASE,
)
#: What may stand between a total and its first part: what befell them, and where.
_BETWEEN = re.compile(
    r"(?: (?:were|was|had been|have been|[a-z]+ed|dead|died|lost))*"
    r"(?: (?:in|on|at|near|off|over|during|across|that|this|last) [^,;:()“”\"—–]{1,60})?"
    r"(?:,|:| —| –| -| \(|—|–)\s?"
)
_PART = re.compile(
    r"(?: (?:people|men|women|others|dead|more))?"
    r" (?P<where>in|on|at|near|off|outside|inside|during|to|by) (?P<what>[^,;:.()“”\"?!—–]{2,60}?)"
    r"(?P<joint>,? and |,? plus |; |, |(?=[.,;)—–]| — )|$)"
)
_PLACES = frozenset({"in", "on", "at", "near", "off", "outside", "inside", "during"})
_WITHIN = re.compile(
    r"\b(?:village|town|city|capital|district|quarter|suburb|province|state|country|area|region)\b"
)
_OVERLAP = re.compile(
    r"\b(?:alone|including|of (?:them|whom|these|those)|each|respectively|that|which|who|was|were|than|per)\b"
)
_OTHERS = re.compile(r"^(?:,? (?:and|plus|as well as)\b|;? ?, (?:an?|one|some|several|others?|the rest)\b)")


class Allotted(NamedTuple):
    """The parts, and whether as many are told as the text announces ("in two raids")."""

    parts: Parts
    announced: bool


def allotted(scene: Scene, total: Told, figures: list[Told]) -> Allotted | None:
    """The parts of ``total`` that follow it, each with its own place or day; ``None`` where none are.

    The parts repeat the total's noun, have none, or only the first has one. Parts of days are not set beside
    parts of places, which may overlap, nor those of a village beside those of a land.
    """
    if total.figure.measure not in _MEASURES or total.noun is None:
        return None
    before = [one for one in figures if one.start < total.start]
    behind = [one for one in figures if one.start >= total.end]
    holders = [one for one in (*before, *behind[:1]) if _is_container(scene, one)]
    behind = [one for one in behind if one not in holders]
    if len(holders) > 1 or any(one not in holders for one in before) or len(behind) < 2:
        return None
    gap = scene.text[total.end : behind[0].start]
    if not _BETWEEN.fullmatch(gap) or _OVERLAP.search(gap.replace(" were ", " ").replace(" was ", " ")):
        return None
    parts, closed = _parts(scene, behind)
    if len(parts) < 2 or not _are_of(total, parts, announced=bool(holders)):
        return None
    announced = bool(holders) and holders[0].exact and holders[0].low == len(parts)
    return Allotted(Parts(parts, 0, closed and (announced or not holders)), announced)


def _is_container(scene: Scene, one: Told) -> bool:
    """Whether a figure counts what the total is spread over: deeds, days, places, but no persons."""
    if one.figure.unit == "people" or one.noun is None or one.figure.measure not in ("count", "duration"):
        return False
    return _CONTAINER.search(scene.text[one.sentence.start or 0 : one.start]) is not None


def _parts(scene: Scene, behind: list[Told]) -> tuple[list[Told], bool]:
    """The list that begins with the first figure, and whether it is whole to its end."""
    times = [(row.start, row.end) for row in scene.beside(behind[0].figure, "times")]
    parts: list[Told] = []
    kinds: set[tuple[str, bool, bool]] = set()
    at = behind[0].start
    for one in behind:
        if one.start != at:
            break
        match = _PART.match(scene.text[: one.sentence.end or one.end], one.end)
        if match is None or _OVERLAP.search(match["what"]):
            return [], False
        parts.append(one)
        where = "in" if match["where"] in _PLACES else match["where"]
        dated = any(start is not None and match.start() <= start < match.end() for start, _ in times)
        within = _WITHIN.search(match["what"]) is not None
        kinds.add((where, dated, within))
        at = match.end()
        if not match["joint"]:
            break
    if len(kinds) != 1 or (scene.text[at - 1 : at] == " "):
        return [], False  # of two kinds, or the list goes on without a number
    rest = scene.text[at : behind[0].sentence.end or at]
    return parts, not _OTHERS.match(rest)


def _are_of(total: Told, parts: list[Told], *, announced: bool) -> bool:
    """Whether the parts can be of what is counted: the same noun or none, after the first at least."""
    first, *rest = parts
    if any(part.noun not in (None, first.noun, total.noun) for part in rest):
        return False
    if any(part.figure.measure in ("share", "duration", "distance", "money") for part in parts):
        return False
    if first.noun in (None, total.noun):
        return True
    persons = total.figure.unit == first.figure.unit == "people"
    bare = all(part.noun is None for part in rest)
    return persons and bare and (announced or total.noun in listed("generic"))
