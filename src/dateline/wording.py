"""Codes in words: dates, countries, event types and counts as a person would say them.

For the tables, charts and sentences that people read; the data tables keep the codes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pandas as pd

from dateline.codebook import derived, rows, settings

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
# Unions, republics, islands and plurals; the rest of those that English gives an article.
_WITH_ARTICLE = re.compile(
    r"^United |\b(?:Union|Republic|Islands|Emirates|Territory|Territories)$|"
    r"^(?:Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Vatican)$"
)
_COUNTRY = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")
_CAMEO = ("code", "name", "goldstein", "quad_class", "event_type", "event_mode", "also", "reference")
_PLOVER = ("event_type", "event_mode", "quad_class", "score", "reference")


@cache
def _words() -> dict[str, Any]:
    return settings("wording")


@derived
def _countries() -> dict[str, str]:
    # of the states that share a code, the first listed is the one of today
    return {row["iso3"]: row["name"] for row in reversed(rows("countries", _COUNTRY))}


@derived
def _cameo() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("cameo", _CAMEO)}


@derived
def scores() -> dict[tuple[str, str], float]:
    """PLOVER's own score of each (event type, mode); mode "" is the type itself."""
    scored = [row for row in rows("plover", _PLOVER) if row["score"]]
    return {(row["event_type"], row["event_mode"]): float(row["score"]) for row in scored}


def missing(value: object) -> bool:
    """Whether a cell holds nothing."""
    return value is None or value is pd.NA or value is pd.NaT or value != value


def text(value: object, otherwise: str = "") -> str:
    """A cell as text; ``otherwise`` where it is missing."""
    return otherwise if missing(value) else str(value)


def country(code: object) -> str:
    """The country's common name; the code itself where the codebook has none."""
    return _countries().get(text(code), text(code))


def the_country(code: object) -> str:
    """The country's name as it stands in a sentence: ``Peru``, ``the Netherlands``."""
    name = country(code)
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def sector(code: object) -> str:
    """A PLOVER sector in words."""
    return _words()["sectors"].get(text(code), text(code).lower())


def status(code: object) -> str:
    return _words()["statuses"].get(text(code), text(code))


def quad(number: object) -> str:
    """The quad class in words."""
    return _words()["quads"].get(text(number), "not classed")


def basis(code: object) -> str:
    """Where a date comes from, in words."""
    return _words()["bases"].get(text(code), "")


def verdict(code: object) -> str:
    """What checking made of a statement, in words."""
    return _words()["verdicts"].get(text(code), text(code))


def verdicts(code: object, n: int) -> str:
    """The verdict as said of ``n`` statements: ``disagree``, ``are contested``."""
    return _words()["verdicts_of_one" if n == 1 else "verdicts_of_many"].get(text(code), text(code))


def check(name: object) -> str:
    """What was held against what, in words; the rule's name where it has none."""
    return _words()["checks"].get(text(name), text(name).replace("_", " "))


def verb(event_type: object) -> str:
    """A PLOVER type as a verb that takes the target as its object."""
    return _words()["types"].get(text(event_type), {}).get("verb", text(event_type).lower())


def noun(event_type: object) -> str:
    return _words()["types"].get(text(event_type), {}).get("noun", text(event_type).lower())


def definition(event_type: object) -> str:
    """What PLOVER means by the type, in a sentence."""
    return _words()["types"].get(text(event_type), {}).get("definition", "")


def cameo(code: object) -> str:
    """The name of a CAMEO code, or of the code it refines; empty where neither is known."""
    code = text(code)
    while code and code not in _cameo():
        code = code[:-1]
    name = _cameo().get(code, "").removesuffix(", not specified below").removesuffix(" not specified below")
    return name[:1].upper() + name[1:].lower() if name.isupper() else name


def day(value: object) -> str:
    """``17 March 2011``; empty where there is none."""
    if missing(value):
        return ""
    moment = pd.Timestamp(value)  # type: ignore[arg-type]
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def month(value: object) -> str:
    moment = pd.Timestamp(value)  # type: ignore[arg-type]
    return f"{_MONTHS[moment.month - 1]} {moment.year}"


def when(start: object, end: object, precision: object = None) -> str:
    """A date only as precise as it is: ``17 March 2011``, ``March 2011``, ``2011``, ``undated``."""
    if missing(start) and missing(end):
        return "undated"
    if missing(start):
        return f"until {day(end)}"
    if missing(end):
        return f"from {day(start)}"
    first, last = pd.Timestamp(start), pd.Timestamp(end)  # type: ignore[arg-type]
    if first == last:
        return day(first)
    if precision == "year" or (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole = first.day == 1 and (last + pd.Timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return month(first)
    if whole:
        return f"{month(first)} – {month(last)}"
    return f"{day(first)} – {day(last)}"


def short_day(value: object) -> str:
    """``17 Mar`` with the year: for chart labels."""
    moment = pd.Timestamp(value)  # type: ignore[arg-type]
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]} {moment.year}"


def span(low: object, high: object) -> str:
    """A number or a range: ``45``, ``300–350``, ``at least 40``, ``up to 12``."""
    if missing(low) and missing(high):
        return ""
    if missing(high):
        return f"at least {number(low)}"
    if missing(low):
        return f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def number(value: Any) -> str:
    """A number without a needless decimal point, thousands apart by a comma."""
    return f"{float(value):,.10g}" if float(value) == int(value) else f"{float(value):,.4g}"


def signed(value: float) -> str:
    """One decimal with its sign: ``+3.4``, ``−10.0``, ``0.0``."""
    rounded = round(float(value), 1) or 0.0
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def possessive(name: str) -> str:
    """``Peru's``, ``United States'``."""
    return name + ("'" if name.endswith("s") else "'s")


def count(n: int, one: str, many: str | None = None) -> str:
    """``no events``, ``one event``, ``12 events``."""
    return f"{_NUMBERS[n] if n <= 10 else format(n, ',')} {one if n == 1 else many or one + 's'}"


def listing(items: Iterable[str], most: int | None = None) -> str:
    """``a, b and c``; past ``most`` the rest is counted."""
    names = list(items)
    if most is not None and len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def sentence(words: str) -> str:
    """``words`` with a capital at the front and a full stop behind."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!")) else words + "."


def shorten(words: str, width: int) -> str:
    """``words`` on one line of at most ``width`` characters, cut between words."""
    plain = " ".join(words.split())
    if len(plain) <= width:
        return plain
    cut = plain[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return (cut or plain[: width - 1]) + "…"


def wrap(words: str, width: int, lines: int | None = None) -> str:
    """``words`` broken into lines of ``width`` characters, the last of at most ``lines`` with an ellipsis."""
    broken: Sequence[str] = textwrap.wrap(" ".join(words.split()), width) or [""]
    if lines is not None and len(broken) > lines:
        rest = shorten(" ".join(broken[lines - 1 :]), width)
        broken = [*broken[: lines - 1], rest if rest.endswith("…") else rest + "…"]
    return "\n".join(broken)
