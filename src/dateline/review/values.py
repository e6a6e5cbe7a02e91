"""What a reviewer wrote in a cell, as the table's type: numbers, days, words of the closed vocabularies.

Spreadsheets rewrite what is typed into them: a day in the manner of the country, "TRUE" for "true". What can
only mean one thing is taken; what can mean two is refused with what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any

from dateline import schema
from dateline.codebook import derived, settings
from dateline.codebook.codes import Refusals, read_codes, read_modes
from dateline.codebook.entries import Code, Mode
from dateline.review.corrections import NOTHING, REQUIRED

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_WHOLE = re.compile(r"(-?\d{1,15})(?:\.0+)?")


class Wrong(ValueError):
    """What is wrong with a value, and what would be right."""


@derived
def modes() -> dict[tuple[str, str], Mode]:
    """PLOVER's (type, mode) pairs of the codebook in force."""
    return read_modes(Refusals())


@derived
def codes() -> dict[str, Code]:
    """The CAMEO codes of the codebook in force."""
    return read_codes(modes(), Refusals())


def meaning(code: str) -> str:
    """What a CAMEO code stands for; empty where there is no such code."""
    name = codes()[code].name.lower() if code in codes() else ""
    return name.removesuffix("not specified below").rstrip(", ")


def parse(table: str, column: str, text: str) -> Any:
    """The value that ``text`` means in that column; ``None`` for :data:`NOTHING`. Raises :class:`Wrong`."""
    if text == NOTHING:
        if column in REQUIRED.get(table, ()) or column == "event_type":
            raise Wrong(f"a row of {table} cannot be without {column}; drop the row if it should go")
        return None
    value = _TYPES[schema.dtypes(table)[column]](text)
    allowed = schema.VOCABULARIES.get((table, column))
    if allowed and str(value) not in allowed:
        raise Wrong(f"{text!r} is no {column} of {table}; expected one of {', '.join(sorted(allowed))}")
    further = _FURTHER.get(column)
    if further is not None:
        further(text)
    return value


def text(value: Any) -> str:
    """A value as the files of a review have it."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def day(words: str) -> date:
    """The day that is meant, however a spreadsheet wrote it. Raises :class:`Wrong`."""
    if found := _ISO.fullmatch(words):
        year, month, number = map(int, found.groups())
    elif found := _POINTS.fullmatch(words):
        number, month, year = map(int, found.groups())
    elif found := _SLASHES.fullmatch(words):
        first, second, year = map(int, found.groups())
        if first != second and first <= 12 and second <= 12:
            one, other = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
            raise Wrong(f"{words!r} may be two days; write {one} or {other}")
        month, number = (first, second) if second > 12 or first == second else (second, first)
    else:
        raise Wrong(f"{words!r} is no day; write year-month-day, such as 2011-03-17")
    try:
        return date(year, month, number)
    except ValueError:
        raise Wrong(
            f"{words!r} is no day of the calendar; write year-month-day, such as 2011-03-17"
        ) from None


def _whole(words: str) -> int:
    found = _WHOLE.fullmatch(words)
    if not found:
        raise Wrong(f"{words!r} is no whole number; write digits only, such as 45")
    return int(found[1])


def _measure(words: str) -> float:
    if not _NUMBER.fullmatch(words):
        hint = "a decimal point, no comma" if "," in words else "digits, such as 3.5"
        raise Wrong(f"{words!r} is no number; write {hint}")
    return float(words)


def _flag(words: str) -> bool:
    if words.lower() not in ("true", "false"):
        raise Wrong(f"{words!r} is neither true nor false")
    return words.lower() == "true"


_TYPES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "Int64": _whole,
    "Float64": _measure,
    "boolean": _flag,
    "datetime64[us]": day,
}


def _country(words: str) -> None:
    if not re.fullmatch(r"[A-Z]{3}", words):
        raise Wrong(f"{words!r} is no country; write its three letters (ISO 3166-1), such as PAK")


def _sector(words: str) -> None:
    known = settings("wording")["sectors"]
    if words not in known:
        raise Wrong(f"{words!r} is no sector; expected one of {', '.join(known)}")


def _cameo(words: str) -> None:
    found = codes().get(words)
    if found is None:
        zero = f"0{words}"
        near = [zero] if zero in codes() else get_close_matches(words, codes(), 3, 0.5)
        hint = " (spreadsheets take a leading zero away: make the cell text)" if near == [zero] else ""
        told = f"near are {', '.join(near)}{hint}" if near else "`dateline codebook show cameo` lists them"
        raise Wrong(f"{words!r} is no CAMEO code; {told}")
    if not found.modes:
        raise Wrong(f"{words} ({meaning(words)}) is no event in PLOVER; drop the row if it should go")


def _mode(words: str) -> None:
    known = sorted({mode for _, mode in modes() if mode})
    if words not in known:
        raise Wrong(f"{words!r} is no event_mode; expected one of {', '.join(known)}, or {NOTHING}")


_FURTHER: dict[str, Callable[[str], None]] = {
    "country": _country,
    "source_country": _country,
    "target_country": _country,
    "sector": _sector,
    "source_sector": _sector,
    "target_sector": _sector,
    "cameo": _cameo,
    "event_mode": _mode,
}


def choices(table: str, column: str) -> list[str]:
    """The words that a column may hold, where they are few enough to choose from; else none."""
    allowed = schema.VOCABULARIES.get((table, column))
    if allowed:
        return sorted(allowed)
    if column.endswith("sector"):
        return sorted(settings("wording")["sectors"])
    if column == "event_mode":
        return sorted({mode for _, mode in modes() if mode})
    return ["false", "true"] if schema.dtypes(table).get(column) == "boolean" else []
