"""Days that no calendar has: the extractor of times makes no rows of them, so sentences are read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.checks.consistency import days
from dateline.checks.found import Found
from dateline.checks.scene import Scene
from dateline.records import SentenceRow

_ROLES = frozenset({"headline", "byline", "standfirst", "heading", "body", "note"})
_APART = (
    r"(?<![\w/.,:$€£¥#§-])(?<!\d\s)"  # no part of a figure, a section, a ratio or a name ("1,031", "F-31")
)
_YEAR = rf"(?:,?\s+(?P<year>{days.YEAR})(?!\d|-\d|,\d))?"

_DAY_FIRST = re.compile(
    rf"{_APART}(?:\d{{1,2}}\s*[-–]\s*)?(?P<day>\d\d)(?P<ordinal>{days.ORDINAL})?"
    rf"(?P<of>\s+of)?\s+(?P<month>{days.MONTH})(?![\w-]){_YEAR}"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-])(?P<month>{days.MONTH})\s+(?:the\s+)?(?P<day>\d\d)(?P<ordinal>{days.ORDINAL})?"
    rf"(?![\w%/:]|[.,]\d|-\w){_YEAR}"
)
_SPELT = re.compile(
    rf"\b(?P<day>twenty-ninth|thirtieth|thirty-first|thirty-second)\s+(?:day\s+)?of\s+"
    rf"(?P<month>{days.MONTH})(?![\w-]){_YEAR}",
)
_SPELT_DAYS = {"twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31, "thirty-second": 32}
_ISO = re.compile(r"(?<![\w./-])(?P<year>19\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-]|\.\d)")
_SLASHED = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>19\d\d|20\d\d)"
    r"(?![\w/-]|\.\d)"
)

#: What stands before a number that counts or names something rather than a day.
_NO_DAY = re.compile(rf"(?:\b(?:{days.any_of('no_day')}|^of)\.?|[$€£¥#§])\s*$", re.IGNORECASE)
_PLAIN_DAY = re.compile(
    r"\b(?:on|the|since|until|till|by|from|before|after|of|dated|between|and|to)\s+$", re.IGNORECASE
)
_SET_IN = re.compile(r"\b(?:in|during|since|early|late|mid|by)[\s-]*$", re.IGNORECASE)
_ON = re.compile(r"\bon\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;:)\]!?”]|$)")
_LAST_JULIAN = 1923


class _Day(NamedTuple):
    day: int
    month: int
    year: int | None


def impossible_date(scene: Scene) -> Iterator[Found]:
    """A day that no calendar has: "31 April", "February 30", "29 February 2011", "2011-13-05".

    Figures, sections, ratios and names are told apart by what stands around them: "31 April" needs the
    month's capital and no word that counts or numbers before it ("page 31"), "April 31" a year, an ordinal,
    "on" or the end of the phrase ("In April 31 soldiers" is a count). The 29th of February is wrong only in
    a year that is stated; in digits, a day is wrong only if it is so whichever of the two comes first.
    """
    for sentence in scene.sentences:
        if sentence.role not in _ROLES or sentence.start is None or not sentence.text:
            continue
        for start, end, why in sorted(_impossible(sentence.text)):
            yield _found(sentence, start, end, why)


def _found(sentence: SentenceRow, start: int, end: int, why: str) -> Found:
    offset = sentence.start or 0
    return Found(
        table="sentences",
        row_id=sentence.sentence_id,
        start=offset + start,
        end=offset + end,
        verdict="disagrees",
        stated=" ".join((sentence.text or "")[start:end].split()),
        found=why,
        source="calendar",
        citation="Gregorian calendar",
        note="The date as written does not exist.",
    )


def _impossible(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _DAY_FIRST.finditer(text):
        if _names_day(text, match) and (why := _why(_Day(int(match["day"]), *_month(match)))):
            yield match.start(), match.end(), why
    for match in _MONTH_FIRST.finditer(text):
        if _follows_month(text, match) and (why := _why(_Day(int(match["day"]), *_month(match)))):
            yield match.start(), match.end(), why
    for match in _SPELT.finditer(text):
        if why := _why(_Day(_SPELT_DAYS[match["day"]], *_month(match))):
            yield match.start(), match.end(), why
    yield from _digits(text)


def _month(match: re.Match[str]) -> tuple[int, int | None]:
    return days.month_of(match["month"]), int(match["year"]) if match["year"] else None


def _names_day(text: str, match: re.Match[str]) -> bool:
    """Whether the number before the month is a day of it."""
    before = text[: match.start()]
    if match["ordinal"]:
        return True
    if _NO_DAY.search(before):
        return False
    if int(match["day"]) <= 31:
        return True
    return match["month"] not in ("May", "March") and _PLAIN_DAY.search(before) is not None


def _follows_month(text: str, match: re.Match[str]) -> bool:
    """Whether the number after the month is a day of it rather than a count or a short year."""
    if match["ordinal"]:
        return True
    before = text[: match.start()]
    if int(match["day"]) > 31 or (_SET_IN.search(before) and not match["year"]):
        return False
    return bool(match["year"] or _ON.search(before) or _ENDS.match(text, match.end()))


def _digits(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ISO.finditer(text):
        day = _Day(int(match["day"]), int(match["month"]), int(match["year"]))
        if not (0 < day.day <= 31 and 0 < day.month <= 31) or _NO_DAY.search(text[: match.start()]):
            continue
        if why := _why(day):
            yield match.start(), match.end(), why
    for match in _SLASHED.finditer(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        if not (0 < min(one, two) <= 12 and max(one, two) <= 31) or _NO_DAY.search(text[: match.start()]):
            continue
        if (why := _why(_Day(one, two, year))) and _why(_Day(two, one, year)):
            yield match.start(), match.end(), why if two <= 12 else _why(_Day(two, one, year)) or why


def _why(date: _Day) -> str | None:
    """Why there is no such day; ``None`` where there is one."""
    if date.month > 12:
        return f"there is no month {date.month}"
    if date.day <= days.days_in(date.month, date.year):
        return None
    if date.month == 2 and date.day == 29:
        old = date.year is not None and date.year <= _LAST_JULIAN and date.year % 4 == 0
        return None if old else f"{date.year} was no leap year"
    return f"{days.month_name(date.month)} has {days.days_in(date.month, date.year)} days"
