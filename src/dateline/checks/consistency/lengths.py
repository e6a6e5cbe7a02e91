"""Stated lengths of time ("twelve years", "nearly two decades", "three-day") against the days they span.

For the rules that count. A length is what its words allow ("nearly", "more than"); a span is the least and
the most that may lie between two dates, each as precise as it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.checks.consistency.days import Interval, any_of
from dateline.extract import numbers, scan
from dateline.records import Time

#: The longest first, so that "six" does not end "sixteen".
_ONES = (
    "seventeen|thirteen|fourteen|eighteen|nineteen|fifteen|sixteen|eleven|twelve|three|seven|eight|four|five|nine|"
    "one|two|six|ten"
)
_TENS = "(?:seventy|twenty|thirty|eighty|ninety|forty|fifty|sixty)"
_SMALL = rf"(?:{_TENS}(?:[\s-](?:{_ONES}))?|{_ONES})"
_LENGTH = re.compile(
    rf"(?<![\w.,/$€£-])(?P<count>\d{{1,3}}|half\s+an?|the(?=\s+\w+\s+(?:after|before)\b)"
    rf"|(?:an?|{_ONES})\s+hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL}|an?)"
    r"(?P<half>\s+and\s+a\s+half)?(?P<link>\s+|-)(?P<unit>day|week|fortnight|month|year|decade|century|centurie)s?"
    r"(?P<owner>[’'])?(?![\w-])",
    re.IGNORECASE,
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}
_MANY = {
    "decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100), "fortnight": ("week", 2),
}  # fmt: skip
_MORE, _LESS, _ABOUT = (
    re.compile(rf"\b(?:{any_of(chapter)})\s+$", re.IGNORECASE) for chapter in ("more", "less", "about")
)
_ROUGHLY = 0.2  # what "about" and round decades leave open, as a share of the count
_DECADE = 3.0  # years by which what is called a decade may miss ten


class Length(NamedTuple):
    """A stated length at ``[start, end)`` of its sentence: at least ``low`` and at most ``high`` units."""

    start: int
    end: int
    count: float
    low: float
    high: float
    unit: str  # day, week, month, year
    attributive: bool  # "a ten-year war"
    strict: bool = False  # "the next day" is one day, not two


class Held(NamedTuple):
    """How a length compares with a span of days."""

    fits: bool
    telling: bool  # whether fitting bears it out ("more than ten" does not bear out ninety)
    low: float
    high: float


def lengths(text: str) -> Iterator[Length]:
    """The lengths that a sentence states, modifiers such as "nearly" taken into them."""
    for match in _LENGTH.finditer(text):
        count = _count(match["count"])
        if count is None or count == 0:
            continue
        unit, times = _MANY.get(match["unit"].lower(), (match["unit"].lower(), 1))
        value = (count + 0.5 * bool(match["half"])) * times
        before = text[: match.start()]
        start, low, high = _bounds(before, match.start(), value, times)
        attributive = match["link"] == "-" or match["owner"] is not None
        strict = match["count"].lower() == "the" and unit == "day"
        yield Length(start, match.end("unit") + _plural(match), value, low, high, unit, attributive, strict)


def _plural(match: re.Match[str]) -> int:
    return int(match.string[match.end("unit") : match.end("unit") + 1] == "s")


def _count(words: str) -> float | None:
    lower = words.lower()
    if lower in ("a", "an", "the"):
        return 1.0
    if lower.startswith("half"):
        return 0.5
    found = numbers.amount(scan.scan(lower), 0)
    return found.value if found is not None else None


def _bounds(before: str, start: int, value: float, times: int) -> tuple[int, float, float]:
    """Where the length begins with its modifier, and what it may be."""
    slack = max(_DECADE, _ROUGHLY * value) if times >= 10 else 0.0
    if about := _ABOUT.search(before):
        rough = max(1.0, _ROUGHLY * value, slack)
        return about.start(), value - rough, value + rough
    if more := _MORE.search(before):
        return more.start(), value - slack / 2, float("inf")
    if less := _LESS.search(before):
        return less.start(), 0.0, value + slack / 2
    return start, value - slack, value + slack


def held(length: Length, first: Interval, last: Interval, *, both: bool = False) -> Held:
    """The length against what lies between the two dates; counting may be out by one unit either way.

    ``both``: the first and the last day may both be counted in ("from 3 to 12 May": ten days).
    """
    size = _DAYS[length.unit]
    least = (last.earliest - first.latest).days / size
    most = ((last.latest - first.earliest).days + both) / size
    middle = (least + most) / 2
    slack = 0.0 if length.strict else 1.0
    low, high = min(least, middle - slack) - 0.05, max(most, middle + slack) + 0.05
    fits = length.high >= low and length.low <= high
    return Held(
        fits, length.high < float("inf") or least <= 2 * length.count, max(0.0, least), max(0.0, most)
    )


def ends(time: Time) -> tuple[Interval, Interval] | None:
    """The first and the last date of a range, each as precise as it is told ("1980/1988")."""
    first, mark, last = (time.value or "").partition("/")
    if not mark:
        return None
    one, two = _interval(first), _interval(last)
    return (one, two) if one is not None and two is not None and one.latest <= two.latest else None


def _interval(value: str) -> Interval | None:
    """The days of a TIMEX3 year, month or day."""
    parts = value.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    year, *rest = map(int, parts)
    try:
        if not rest:
            return Interval(date(year, 1, 1), date(year, 12, 31))
        if len(rest) == 1:
            after = date(year + rest[0] // 12, rest[0] % 12 + 1, 1)
            return Interval(date(year, rest[0], 1), date.fromordinal(after.toordinal() - 1))
        day = date(year, *rest)
        return Interval(day, day)
    except ValueError:
        return None


def span_of(low: float, high: float, unit: str) -> str:
    """ "3 to 5 years", "9 days", for a reader."""
    least, most = round(low), round(high)
    told = f"{least}" if least == most else f"{least} to {most}"
    return f"{told} {unit}{'' if told == '1' else 's'}"
