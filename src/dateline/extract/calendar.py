"""Interval arithmetic for the time extractor: calendar units as pairs of days, and their TIMEX3 values.

A ``Span`` is a TIMEX3 value with the first and last day it stands for. Weeks are ISO weeks (Monday
to Sunday), seasons those of the northern hemisphere's meteorologists (spring is March to May;
winter belongs to the year of its December), decades and centuries are counted from the zero year,
as newspapers do.
"""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta
from typing import NamedTuple

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month


class Span(NamedTuple):
    """A calendar unit: its TIMEX3 value, first and last day, and unit (D, W, M, Y, …)."""

    value: str
    earliest: date
    latest: date
    unit: str = "D"


def day(when: date) -> Span:
    return Span(when.isoformat(), when, when, "D")


def week(when: date) -> Span:
    """The ISO week in which ``when`` falls."""
    monday = when - timedelta(when.weekday())
    year, number, _ = when.isocalendar()
    return Span(f"{year}-W{number:02}", monday, monday + timedelta(6), "W")


def weekend(when: date) -> Span:
    """Saturday and Sunday of the ISO week in which ``when`` falls."""
    saturday = week(when).earliest + timedelta(5)
    return Span(week(when).value + "-WE", saturday, saturday + timedelta(1), "W")


def month(year_: int, number: int) -> Span:
    last = _calendar.monthrange(year_, number)[1]
    return Span(f"{year_:04}-{number:02}", date(year_, number, 1), date(year_, number, last), "M")


def months(year_: int, first: int, length: int, value: str, unit: str) -> Span:
    """``length`` months from month ``first`` of a year, under a given value."""
    return Span(
        value, date(year_, first, 1), shift_months(date(year_, first, 1), length) - timedelta(1), unit
    )


def year(number: int) -> Span:
    return Span(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "Y")


def years(first: int, last: int, value: str, unit: str) -> Span:
    return Span(value, date(first, 1, 1), date(last, 12, 31), unit)


def decade(first: int) -> Span:
    return years(first, first + 9, f"{first // 10:03}", "10Y")


def century(number: int) -> Span:
    return years((number - 1) * 100, (number - 1) * 100 + 99, f"{number - 1:02}", "100Y")


def quarter(year_: int, number: int) -> Span:
    return months(year_, 3 * number - 2, 3, f"{year_:04}-Q{number}", "3M")


def half(year_: int, number: int) -> Span:
    return months(year_, 6 * number - 5, 6, f"{year_:04}-H{number}", "6M")


def season(year_: int, name: str) -> Span:
    return months(year_, SEASONS[name], 3, f"{year_:04}-{name}", "3M")


def shift_months(when: date, count: int) -> date:
    """``when`` moved by whole months; the day is cut to the month's length."""
    year_, index = divmod(when.year * 12 + when.month - 1 + count, 12)
    return date(year_, index + 1, min(when.day, _calendar.monthrange(year_, index + 1)[1]))


def shift(when: date, count: int, unit: str) -> date:
    """``when`` moved by ``count`` units (D, W, M, Y, 10Y, 100Y, TH, TM)."""
    if unit in ("D", "W", "2W"):
        return when + timedelta(count * {"D": 1, "W": 7, "2W": 14}[unit])
    if unit.startswith("T"):
        return when + timedelta(hours=count) if unit == "TH" else when
    return shift_months(when, count * {"M": 1, "3M": 3, "Y": 12, "10Y": 120, "100Y": 1200}[unit])


def unit_of(when: date, unit: str) -> Span:
    """The calendar unit in which ``when`` falls."""
    if unit in ("W", "2W"):
        return week(when)
    if unit == "M":
        return month(when.year, when.month)
    if unit == "3M":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "Y":
        return year(when.year)
    if unit == "10Y":
        return decade(when.year // 10 * 10)
    if unit == "100Y":
        return century(when.year // 100 + 1)
    return day(when)


def coarser(unit: str) -> str:
    """The unit to which a count of ``unit`` is precise: "a decade ago" names a year, not a decade."""
    return {"10Y": "Y", "100Y": "10Y", "2W": "W"}.get(unit, unit)


def part(span: Span, which: str) -> Span:
    """The early, mid or late third of a span; months fall into tens of days, years into four months."""
    first, last = span.earliest, span.latest
    if span.unit == "M":
        cuts = [first, first + timedelta(10), first + timedelta(20)]
    elif span.unit.endswith(("M", "Y")):
        length = (last.year - first.year) * 12 + last.month - first.month + 1
        cuts = [first, shift_months(first, length // 3), shift_months(first, length - length // 3)]
    else:
        length = (last - first).days + 1
        cuts = [first, first + timedelta(length // 3), first + timedelta(length - length // 3)]
    ends = [cuts[1] - timedelta(1), cuts[2] - timedelta(1), last]
    index = ("early", "mid", "late").index(which)
    return Span(span.value, cuts[index], max(cuts[index], ends[index]), span.unit)


def portion(span: Span, number: int, of: int) -> Span:
    """The ``number``-th of ``of`` equal portions of a span of whole months (quarters, halves, …)."""
    length = (span.latest.year - span.earliest.year) * 12 + span.latest.month - span.earliest.month + 1
    first = shift_months(span.earliest, length * (number - 1) // of)
    last = shift_months(span.earliest, length * number // of) - timedelta(1)
    mark = {2: "H", 4: "Q"}[of]
    value = f"{span.value}-{mark}{number}" if span.unit == "Y" else span.value
    return Span(value, first, last, f"{length // of}M")


def join(first: Span, last: Span) -> Span:
    """From the first day of one span to the last of another."""
    return Span(f"{first.value}/{last.value}", first.earliest, last.latest, "R")
