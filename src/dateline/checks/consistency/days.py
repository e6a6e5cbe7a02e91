"""Dates as they are written, for the rules that hold them against the calendar: months, weekdays, years.

The rows of `times` hold what an expression stands for; here is what its letters say, which may be a day
that no calendar has.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateline.checks import words
from dateline.checks.scene import Scene
from dateline.codebook import settings
from dateline.records import Time

_MONTHS = [name.lower() for name in calendar.month_name[1:]]
_WEEKDAYS = [name.lower() for name in calendar.day_name]

#: Month and weekday names; capitals only, because "march" and "may" are verbs.
MONTH = "|".join(
    [name.capitalize() for name in _MONTHS] + [r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"]
)
WEEKDAY = "|".join(
    [name.capitalize() for name in _WEEKDAYS] + [r"(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"]
)
YEAR = r"(?:1[0-9]|20)\d\d"
ORDINAL = r"(?:st|nd|rd|th)"

_YEAR = re.compile(rf"(?<![\d.,/]){YEAR}(?!\d)")


def any_of(chapter: str) -> str:
    """A pattern of the words listed under ``chapter`` of `checks_time.toml`, the longest first."""
    return words.any_of(settings("checks_time")[chapter])


def uncapitalised(text: str) -> str:
    """The sentence with its first letter small, unless a month opens it."""
    return text if re.match(rf"(?:{MONTH})\b", text) else text[:1].lower() + text[1:]


def month_of(name: str) -> int:
    """The number of a month's name or abbreviation."""
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def weekday_of(name: str) -> int:
    """The number of a weekday's name or abbreviation, Monday being 0."""
    return next(n for n, full in enumerate(_WEEKDAYS) if full.startswith(name.lower().rstrip(".")[:3]))


def month_name(month: int) -> str:
    return _MONTHS[month - 1].capitalize()


def weekday_name(day: date) -> str:
    return _WEEKDAYS[day.weekday()].capitalize()


def written(day: date) -> str:
    """ "12 April 2011", the same on every machine."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def days_in(month: int, year: int | None) -> int:
    """How many days the month has; February has 29 where the year is not told."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def is_past(word: str | None) -> bool:
    """Whether the word (the first of several) is a verb in the simple past."""
    import lemminflect

    first = (word or "").lower().partition(" ")[0]
    return bool(first) and any(
        first in lemminflect.getInflection(lemma, "VBD") and lemma != first
        for lemma in lemminflect.getLemma(first, "VERB")
    )


class Interval(NamedTuple):
    """The days that something lies between, both included."""

    earliest: date
    latest: date


def spelt(span: Interval) -> str:
    """ "12 April 2011", or the first and the last day."""
    if span.earliest == span.latest:
        return written(span.earliest)
    return f"{written(span.earliest)} to {written(span.latest)}"


def interval(time: Time) -> Interval | None:
    """The days that the row stands for, where it stands for any."""
    if time.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None:
        return None
    return Interval(time.earliest, time.latest) if time.earliest <= time.latest else None


def states_year(time: Time) -> bool:
    """Whether the row's own words give its year, so that nothing had to be worked out."""
    return time.anchor in (None, "none") and _YEAR.search(time.text or "") is not None


@lru_cache(maxsize=2)  # several rules ask for the same article's, one after another
def dated(scene: Scene) -> tuple[Time, ...]:
    """The article's dates in the order in which they end."""
    rows = [row for row in scene.times if row.end is not None and interval(row) is not None]
    return tuple(sorted(rows, key=lambda row: (row.end or 0, -(row.start or 0))))


def dated_before(scene: Scene, offset: int) -> tuple[Time, ...]:
    """The last dozen dates told before the offset; nothing is counted from what was told longer ago."""
    rows = dated(scene)
    at = bisect_right(rows, offset, key=lambda row: row.end or 0)
    return rows[max(0, at - 12) : at]


def years_told(scene: Scene, time: Time) -> set[int]:
    """The years of all else that is dated in the paragraph of the row, and of the publication."""
    told = {day.year for day in scene.written if day is not None}
    own = scene.sentence(time)
    for other in dated(scene):
        there = scene.sentence(other)
        if other is time or own is None or there is None or there.paragraph != own.paragraph:
            continue
        if (span := interval(other)) is not None:
            told |= {span.earliest.year, span.latest.year}
    return told
