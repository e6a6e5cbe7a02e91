"""The day a text says it was published on: full dates in publication lines and datelines.

Only what names day, month and year beyond doubt counts; ``03/04/2009`` is two days, so it is none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dateline.codebook import settings

_WORD = re.compile(r"[^\W_][\w.'’-]*")


@cache
def _months() -> dict[str, int]:
    names = settings("layout")["publication"]["months"]
    return {name[:3]: number for number, name in enumerate(names, 1)}


@cache
def pattern() -> re.Pattern[str]:
    """A full date: 4 March 2009, 4th of March, 2009, March 4th, 2009, 2009-03-04, 25/04/2011."""
    names = settings("layout")["publication"]["months"]
    month = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in names).replace("sep(", "sept?(", 1)
    return re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<m1>{month})\b\.?,?[ -](?P<y1>\d{{4}})"
        rf"|(?P<m2>{month})\b\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
        r"|(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>\d{4}))(?!\d)",
        re.IGNORECASE,
    )


def day(match: re.Match[str]) -> date | None:
    """The day a match of :func:`pattern` names; None where there is no such day, or two of them."""
    parts = match.groupdict()
    form = next(n for n in "1234" if parts[f"y{n}"])
    year, month_text, number = int(parts[f"y{form}"]), parts[f"m{form}"], int(parts[f"d{form}"])
    month = _months()[month_text[:3].lower()] if form in "12" else int(month_text)
    if form == "4" and month != number:
        if month <= 12 and number <= 12:
            return None
        month, number = min(month, number), max(month, number)
    try:
        return date(year, month, number)
    except ValueError:
        return None


@cache
def _small() -> frozenset[str]:
    return frozenset(settings("layout")["publication"]["small"])


def leftover(line: str, found: re.Match[str]) -> list[str] | None:
    """The words of ``line`` beside the date, if they are only names, clock times and small words.

    None where one of them makes the line a sentence.
    """
    words = _WORD.findall(f"{line[: found.start()]} {line[found.end() :]}")
    rest = [word for word in words if word.lower() not in _small() and not word[0].isdecimal()]
    return rest if all(word[0].isupper() for word in rest) else None
