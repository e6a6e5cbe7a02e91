"""When a row is what a case says, attribute by attribute: numbers, days, actors, words.

For ``comparing``. Each check takes one expected value, the row, and what else was found in the text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

MISSING = "-"  # TOML has no null
_CODE = re.compile(r"(?P<country>[A-Z]{3}|-)?(?:/(?P<sector>[A-Z]{3}))?")
_DAYS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_NEAR = 0.75  # degrees


@dataclass
class Found:
    """The records of a text, and what their ids stand for."""

    text: str
    tables: dict[str, list[Any]]
    said: dict[str, list[str]]  # an entity's id to its names
    triggers: dict[str, str]  # an event's id to its trigger

    def words(self, start: int | None, end: int | None) -> str:
        return "" if start is None or end is None else self.text[start:end]


#: Expected value, row, what else was found.
Check = Callable[[Any, Any, Found], bool]


def plain(words: str | None) -> str:
    """Lower case, single spaces; no possessive ending, quotes, article or final stop."""
    kept = re.sub(r"['’]s\b|[\"“”‘’']", "", (words or "").lower())
    return re.sub(r"^(the|a|an) ", "", re.sub(r"\s+", " ", kept).strip(" .,:;"))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    parts = (re.escape(part.strip()) for part in words.split("[…]"))
    return re.compile(r"(?<!\w)" + r"\W.*?\W".join(parts) + r"(?!\w)")


def alike(one: str | None, other: str | None) -> bool:
    """One of the two phrases holds the other, whole words only ("civilians", "45 civilians")."""
    first, second = plain(one), plain(other)
    if not first or not second:
        return False
    return bool(_pattern(first).search(second) or _pattern(second).search(first))


def same(column: str) -> Check:
    return lambda value, row, _: getattr(row, column) == (None if value == MISSING else value)


def phrase(column: str) -> Check:
    def check(value: Any, row: Any, _: Found) -> bool:
        got = getattr(row, column)
        return got is None if value == MISSING else alike(value, got)

    return check


def spoken(id_column: str, text_column: str | None = None) -> Check:
    """An entity by one of its names, or by the words it stands there with."""

    def check(value: Any, row: Any, found: Found) -> bool:
        names = list(found.said.get(getattr(row, id_column), []))
        names += [getattr(row, text_column)] if text_column and getattr(row, text_column) else []
        return not names if value == MISSING else any(alike(value, name) for name in names)

    return check


def actor(side: str) -> Check:
    """A code ("TUR", "TUR/MIL", "/MIL", "-/MIL" for no country) or, where it is none, a name."""
    by_name = spoken(f"{side}_id", f"{side}_text")

    def check(value: Any, row: Any, found: Found) -> bool:
        code = _CODE.fullmatch(value)
        if not code or value == MISSING:
            return by_name(value, row, found)
        country, sector = getattr(row, f"{side}_country"), getattr(row, f"{side}_sector")
        return code["country"] in (None, country or MISSING) and code["sector"] in (None, sector)

    return check


def days(start: str, end: str) -> Check:
    def check(value: Any, row: Any, _: Found) -> bool:
        first, last = getattr(row, start), getattr(row, end)
        return first is None and last is None if value == MISSING else interval(value) == (first, last)

    return check


def interval(words: str) -> tuple[date, date]:
    """The first and last day of "2011-03-17", "2010-12", "2010" or of two of them with a stroke."""
    first, _, last = words.partition("/")
    begin, end = _DAYS.fullmatch(first), _DAYS.fullmatch(last or first)
    if not begin or not end:
        raise ValueError(f"{words!r} is no date")
    year, month = int(end[1]), int(end[2] or 12)
    return (
        date(int(begin[1]), int(begin[2] or 1), int(begin[3] or 1)),
        date(year, month, int(end[3] or monthrange(year, month)[1])),
    )


def bounds(value: Any) -> tuple[float | None, float | None]:
    """What "23", "300..350", "40+" (at least) and "-600" (at most) stand for."""
    words = str(value)
    if ".." in words:
        low, high = words.split("..")
        return float(low), float(high)
    if words.endswith("+"):
        return float(words[:-1]), None
    return (None, float(words[1:])) if words.startswith("-") else (float(words), float(words))


def counted(low: str, high: str) -> Check:
    def close(one: float | None, other: float | None) -> bool:
        if one is None or other is None:
            return one is other
        return abs(one - other) <= abs(other) / 1000

    def check(value: Any, row: Any, _: Found) -> bool:
        got = getattr(row, low), getattr(row, high)
        wanted = (None, None) if value == MISSING else bounds(value)
        return close(got[0], wanted[0]) and close(got[1], wanted[1])

    return check


def standing(start: str, end: str) -> Check:
    """The row's words hold those of the case, or are held by them."""

    def check(value: Any, row: Any, found: Found) -> bool:
        got = found.words(getattr(row, start), getattr(row, end))
        return not got if value == MISSING else alike(value, got)

    return check


def linked(side: str) -> Check:
    """The linked span holds the word, or the event linked is told by it."""
    by_words = standing(f"{side}_start", f"{side}_end")

    def check(value: Any, row: Any, found: Found) -> bool:
        trigger = found.triggers.get(getattr(row, f"{side}_id") or "")
        return by_words(value, row, found) or alike(value, trigger)

    return check


def near(value: Any, row: Any, _: Found) -> bool:
    if row.latitude is None or row.longitude is None:
        return False
    latitude, longitude = (float(part) for part in value.split(","))
    return abs(row.latitude - latitude) <= _NEAR and abs(row.longitude - longitude) <= _NEAR


def _place(value: Any, row: Any, found: Found) -> bool:
    names = {place.place_id: place.name for place in found.tables["places"]}
    return alike(value, names.get(row.place_id))


def _said(value: Any, row: Any, found: Found) -> bool:
    sources = {said.statement_id: said for said in found.tables["statements"]}
    statement = sources.get(row.statement_id)
    if value == MISSING or statement is None:
        return value == MISSING and statement is None
    return CHECKS["statements"]["source"](value, statement, found)


def _counted_of(value: Any, row: Any, found: Found) -> bool:
    return alike(value, found.triggers.get(row.event_id or ""))


def _parent(value: Any, row: Any, found: Found) -> bool:
    return any(alike(value, name) for name in found.said.get(row.parent_id, []))


CHECKS: dict[str, dict[str, Check]] = {
    "events": {
        "type": same("event_type"),
        "cameo": same("cameo"),
        "mode": same("event_mode"),
        "source": actor("source"),
        "target": actor("target"),
        "status": same("status"),
        "date": days("date_start", "date_end"),
        "precision": same("date_precision"),
        "basis": same("date_basis"),
        "deaths": counted("deaths_low", "deaths_high"),
        "injured": counted("injured_low", "injured_high"),
        "place": _place,
        "said": _said,
        "trigger": phrase("trigger"),
    },
    "times": {
        "text": phrase("text"),
        "value": same("value"),
        "type": same("type"),
        "days": days("earliest", "latest"),
        "anchor": same("anchor"),
    },
    "figures": {
        "text": phrase("text"),
        "number": counted("low", "high"),
        "measure": same("measure"),
        "of": phrase("of"),
        "unit": same("unit"),
        "approximate": lambda value, row, _: bool(row.approximate) is value,
        "event": _counted_of,
    },
    "statements": {
        "source": spoken("source_id", "source_text"),
        "cue": phrase("cue"),
        "content": phrase("content"),
        "type": same("type"),
        "audience": spoken("audience_id"),
    },
    "links": {
        "kind": same("kind"),
        "from": linked("from"),
        "to": linked("to"),
        "cue": phrase("cue"),
        "basis": same("basis"),
    },
    "implications": {
        "text": phrase("text"),
        "kind": same("kind"),
        "modality": same("modality"),
        "source": spoken("source_id"),
        "because": standing("because_start", "because_end"),
    },
    "places": {
        "name": phrase("name"),
        "country": same("country"),
        "kind": same("kind"),
        "near": near,
    },
    "entities": {
        "name": phrase("name"),
        "kind": same("kind"),
        "country": same("country"),
        "sector": same("sector"),
        "role": phrase("role"),
        "parent": _parent,
    },
    "mentions": {
        "text": phrase("text"),
        "entity": spoken("entity_id"),
        "form": same("form"),
    },
}
#: What a row is recognised by.
KEYS = {
    "events": ("type",),
    "times": ("text",),
    "figures": ("text",),
    "statements": ("content",),
    "links": ("kind",),
    "implications": ("text",),
    "places": ("name",),
    "entities": ("name",),
    "mentions": ("text",),
}


def agrees(table: str, attribute: str, value: Any, row: Any, found: Found) -> bool:
    """Whether one of the alternatives holds."""
    check = CHECKS[table][attribute]
    return any(check(one, row, found) for one in (value if isinstance(value, list) else [value]))
