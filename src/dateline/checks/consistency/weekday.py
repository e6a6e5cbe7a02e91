"""A weekday beside a date: the plainest check that there is, and a common slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.checks.consistency import days
from dateline.checks.found import Found
from dateline.checks.scene import Scene
from dateline.records import SentenceRow, Time

_ROLES = frozenset({"headline", "byline", "standfirst", "heading", "body", "note"})

_DAY = rf"(?:the\s+)?\d{{1,2}}{days.ORDINAL}?"
_DATE = (
    rf"(?:{_DAY}(?:\s+of)?\s+(?:{days.MONTH})(?:,?\s+{days.YEAR})?"
    rf"|(?:{days.MONTH})\s+{_DAY}(?:,?\s+{days.YEAR})?"
    rf"|{days.YEAR}-\d\d-\d\d)(?![\w%]|[.,]\d|\s*(?:[-–—/]|to|and|or)\s*\d)"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<weekday>{days.WEEKDAY})"
    rf"(?:(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?P<plain>{_DATE})|\s+\((?P<inside>{_DATE})(?=[),]))"
)
_AFTER = re.compile(
    rf"(?<![\w/.-])(?P<plain>{_DATE})(?:,?\s+\(|,\s+(?:which\s+was\s+)?an?\s+|\s+was\s+a\s+)"
    rf"(?P<weekday>{days.WEEKDAY})(?=[),.;:]|\s*$)"
)
#: Several days are named, or none in particular: which weekday belongs to the date is then open.
_SEVERAL = re.compile(rf"(?:\b(?:{days.WEEKDAY})\s*(?:-|–|—|/|,|to|and|or|through)|\b(?:every|each))\s*$")
#: "Said on Tuesday, 12 April would be too late": the date opens what was said.
_SUBJECT = re.compile(r"\s+(?:will|would|is|was|has|had|may|might|must|should|shall|marks|marked)\b")

_FORTNIGHT = timedelta(days=14)
_HALF_A_YEAR = timedelta(days=183)
_REFORM = 1753  # Britain and its colonies reckoned by the Julian calendar before
_LAST_JULIAN = 1923  # Greece, the last state to change
_JULIAN_LAG = {17: 11, 18: 12, 19: 13}  # days by century


def weekday_against_date(scene: Scene) -> Iterator[Found]:
    """A weekday that stands beside a date, and the weekday that the calendar gives for that date.

    Only the two words side by side count ("Tuesday, 12 April 2011", "Monday (April 11)", "12 April 2011, a
    Tuesday"), in the text and in its date line; where several days are listed, none does. A date of before
    1924 is wrong only if it is wrong by the Julian calendar too; one of before 1753 is not looked at. A date
    without its year is wrong only if it lies within a fortnight before publication and nothing in its
    paragraph is dated to another year: "Monday, April 12" can be any year's.
    """
    for sentence in scene.sentences:
        if sentence.role not in _ROLES or sentence.start is None or not sentence.text:
            continue
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(sentence.text):
                if _SEVERAL.search(sentence.text[: match.start()]):
                    continue
                found = _held(scene, sentence, match)
                if found is not None:
                    yield found


def _held(scene: Scene, sentence: SentenceRow, match: re.Match[str]) -> Found | None:
    group = "plain" if match["plain"] else "inside"
    row = _row(scene, sentence, match.start(group), match.end(group))
    if _YEAR_IN.search(match[group]) is None:
        if _SUBJECT.match(sentence.text or "", match.end()):
            return None
        day, sure = _undated(scene, row, match[group], days.weekday_of(match["weekday"]))
    else:
        day, sure = _day(match[group], None), True
    if day is None or not sure or day.year < _REFORM:
        return None
    told = days.weekday_of(match["weekday"])
    if told != day.weekday() and _julian(day, told):
        return None
    start = sentence.start or 0
    end = match.end() + (sentence.text or "").startswith(")", match.end())
    return Found(
        table="times" if row is not None else "sentences",
        row_id=row.time_id if row is not None else sentence.sentence_id,
        start=start + match.start(),
        end=start + end,
        verdict="agrees" if told == day.weekday() else "disagrees",
        stated=" ".join((sentence.text or "")[match.start() : end].split()),
        found=f"{days.written(day)} was a {days.weekday_name(day)}",
        source="calendar",
        citation="Gregorian calendar",
        note=None if told == day.weekday() else _note(scene, row),
    )


_YEAR_IN = re.compile(rf"(?<!\d){days.YEAR}(?!\d)")
_MONTH_IN = re.compile(rf"\b(?:{days.MONTH})")
_DAY_IN = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def _note(scene: Scene, row: Time | None) -> str:
    quoted = scene.quoted_for(row) if row is not None else ""
    return "Either the weekday or the date is wrong." + quoted


def _day(text: str, year: int | None) -> date | None:
    """The day that the words name; with ``year`` where they name none."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
        month, number = _MONTH_IN.search(text), _DAY_IN.search(text)
        own = _YEAR_IN.search(text)
        told = int(own[0]) if own else year
        if month is None or number is None or told is None:
            return None
        return date(told, days.month_of(month[0]), int(number[0]))
    except ValueError:
        return None  # a day that is in no calendar: another rule's


def _row(scene: Scene, sentence: SentenceRow, start: int, end: int) -> Time | None:
    """The row of `times` over the date's words."""
    first, last = (sentence.start or 0) + start, (sentence.start or 0) + end
    for time in scene.beside(sentence, "times"):
        if time.start is not None and time.end is not None and time.start < last and time.end > first:
            return time
    return None


def _undated(scene: Scene, row: Time | None, text: str, told: int) -> tuple[date | None, bool]:
    """The day that a date without its year stands for, and whether that is sure."""
    published = scene.published
    if row is None or published is None:
        return None, False
    near = _day(text, published.year)
    if near is not None and timedelta(0) <= published - near <= _FORTNIGHT:
        return near, near.weekday() == told or days.years_told(scene, row) <= {published.year}
    around = scene.get(row.anchor_id).earliest if scene.get(row.anchor_id) is not None else published
    day = row.earliest
    if day is None or day != row.latest or around is None:
        return None, False
    return day, day.weekday() == told and abs(day - around) <= _HALF_A_YEAR


def _julian(day: date, told: int) -> bool:
    """Whether the weekday is right if the date is of the old style."""
    if day.year > _LAST_JULIAN:
        return False
    lag = _JULIAN_LAG[day.year // 100]
    lags = {lag, lag - 1} if day.year % 100 == 0 else {lag}
    return any((day + timedelta(days=by)).weekday() == told for by in lags)
