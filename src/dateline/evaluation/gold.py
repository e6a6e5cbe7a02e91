"""Gold files: sentences and articles that people have coded, one JSON object a line.

``docs/evaluation.md`` documents the fields. Which fields a line has decides what it is scored for. A line
that cannot be scored raises :class:`~dateline.errors.InputError` with file, line and what is expected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline import schema
from dateline.codebook import settings
from dateline.codebook.frames import load
from dateline.errors import InputError

TYPES = tuple(sorted(schema.VOCABULARIES["events", "event_type"]))
STATUSES = schema.VOCABULARIES["events", "status"]
_KINDS = ("event_type", "cameo", "causal", "times")
# CAMEO has these where the country stands, for those who are of none.
_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "MNC", "INT"})
_COUNTRY = re.compile(r"[A-Z]{3}")

Span = tuple[int, int]


class _Wrong(ValueError):
    """What is wrong with a line."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as worded, with country and sector where the coder gave one that can be scored."""

    text: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression and the days that it stands for; None where the coder gave no interval."""

    start: int
    end: int
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """The parts of a text that state a cause, its effect, and the cue between them."""

    cause: tuple[Span, ...]
    effect: tuple[Span, ...]
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A coded text. What was not coded is None, which is not the same as coded with nothing."""

    path: Path
    line: int
    id: str | None
    text: str
    published: date | None
    types: tuple[str, ...] | None = None
    mode: str | None = None
    cameo: tuple[str, ...] | None = None
    words: str | None = None
    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    status: str | None = None
    dead: int | None = None
    injured: int | None = None
    place: str | None = None
    causal: bool | None = None
    pairs: tuple[Pair, ...] = ()
    times: tuple[Expression, ...] | None = None


def read(path: Path) -> list[Gold]:
    """The lines of a gold file; :class:`InputError` where one cannot be scored, or there is none."""
    lines = list(_lines(path))
    if not lines:
        raise InputError(path, "there is no line in it; expected one JSON object a line")
    return [_line(path, number, words) for number, words in lines]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, (error.strerror or "cannot be read").lower()) from error
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            words = raw.decode("utf-8").strip()
        except UnicodeDecodeError:
            raise InputError(path, "is not UTF-8", number) from None
        if words:
            yield number, words


def _line(path: Path, number: int, words: str) -> Gold:
    try:
        fields = json.loads(words)
    except (ValueError, RecursionError):
        raise InputError(path, "is not JSON; expected one JSON object a line", number) from None
    try:
        return _gold(path, number, fields)
    except _Wrong as error:
        raise InputError(path, str(error), number) from None


def _gold(path: Path, number: int, fields: Any) -> Gold:
    if not isinstance(fields, dict):
        raise _Wrong("is no JSON object; expected fields such as text and event_type")
    if not any(fields.get(name) is not None for name in _KINDS):
        raise _Wrong(f"there is nothing to score; expected one of the fields {', '.join(_KINDS)}")
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _Wrong("text is missing; expected the sentence or article that was coded")
    types = _types(fields.get("event_type"))
    return Gold(
        path=path,
        line=number,
        id=_id(fields.get("id")),
        text=text,
        published=_day(fields.get("published"), "published"),
        types=types,
        mode=_mode(_word(fields, "event_mode"), types),
        cameo=_cameo(fields.get("cameo")),
        words=_word(fields, "event_text"),
        sources=_actors(fields.get("source"), "source"),
        targets=_actors(fields.get("target"), "target"),
        status=_status(_word(fields, "status")),
        dead=_whole(fields.get("dead"), "dead"),
        injured=_whole(fields.get("injured"), "injured"),
        place=_place(fields.get("eventLoc")),
        causal=_flag(fields.get("causal")),
        pairs=_pairs(fields.get("pairs"), text),
        times=_times(fields.get("times"), text),
    )


# -- fields ------------------------------------------------------------------------------------


def _word(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _Wrong(f"{name} is {_shown(value)}; expected text")
    return value or None


def _id(value: Any) -> str | None:
    if isinstance(value, dict | list | bool):
        raise _Wrong(f"id is {_shown(value)}; expected text or a number")
    return None if value is None or value == "" else str(value)


def _types(value: Any) -> tuple[str, ...] | None:
    if value is None:
        return None
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list):
        raise _Wrong(f"event_type is {_shown(value)}; expected a list of PLOVER types")
    for one in found:
        if one not in TYPES:
            raise _Wrong(f"unknown event_type {_shown(one)}; expected one of {', '.join(TYPES)}")
    return tuple(dict.fromkeys(found))


def _mode(value: str | None, types: tuple[str, ...] | None) -> str | None:
    """The mode, if the manual of 2021 has it for one of the types; older ones cannot be scored."""
    if value is None or not types:
        return None
    return value if any((one, value) in load().modes for one in types) else None


def _cameo(value: Any) -> tuple[str, ...] | None:
    if value is None:
        return None
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list):
        raise _Wrong(f'cameo is {_shown(value)}; expected a code as text, such as "0251"')
    for one in found:
        if not isinstance(one, str) or one not in load().codes:
            raise _Wrong(f'unknown cameo {_shown(one)}; expected a CAMEO code as text, such as "0251"')
    return tuple(dict.fromkeys(found))


def _actors(value: Any, name: str) -> tuple[Actor, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Wrong(f"{name} is {_shown(value)}; expected a list of objects with text, country and sector")
    return tuple(_actor(one, name) for one in value)


def _actor(fields: dict[str, Any], name: str) -> Actor:
    text, country, sector = (_word(fields, key) for key in ("text", "country", "sector"))
    if country is not None and not _COUNTRY.fullmatch(country):
        raise _Wrong(f"{name} has the country {_shown(country)}; expected three capital letters (ISO 3166-1)")
    known = settings("wording")["sectors"]
    return Actor(
        text=text or "",
        country=None if country in _NO_COUNTRY else country,
        sector=sector[:3] if sector and sector[:3] in known else None,
    )


def _status(value: str | None) -> str | None:
    if value is not None and value not in STATUSES:
        raise _Wrong(f"unknown status {_shown(value)}; expected one of {', '.join(sorted(STATUSES))}")
    return value


def _whole(value: Any, name: str) -> int | None:
    if value is None or value == "":
        return None
    text = str(value)
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 12:
        raise _Wrong(f"{name} is {_shown(value)}; expected a whole number")
    return int(text)


def _place(value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _Wrong(f"eventLoc is {_shown(value)}; expected an object with a name")
    return _word(value, "name")


def _flag(value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise _Wrong(f"causal is {_shown(value)}; expected true or false")
    return value


def _day(value: Any, name: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _Wrong(f"{name} is {_shown(value)}; expected a date such as 2009-03-04") from None


def _pairs(value: Any, text: str) -> tuple[Pair, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Wrong(f"pairs is {_shown(value)}; expected a list of objects with cause, effect and cue")
    return tuple(
        Pair(*(_parts(one.get(key), key, text) for key in ("cause", "effect", "cue"))) for one in value
    )


def _parts(value: Any, name: str, text: str) -> tuple[Span, ...]:
    found = []
    for part in [value] if isinstance(value, str) else value or []:
        start = text.find(part) if isinstance(part, str) and part else -1
        if start < 0:
            raise _Wrong(f"the {name} {_shown(part)} is not in the text; expected its very words")
        found.append((start, start + len(part)))
    return tuple(found)


def _times(value: Any, text: str) -> tuple[Expression, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Wrong(
            f"times is {_shown(value)}; expected a list of objects with start, end, earliest, latest"
        )
    return tuple(_expression(one, text) for one in value)


def _expression(fields: dict[str, Any], text: str) -> Expression:
    start, end = fields.get("start"), fields.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise _Wrong(f"a time is at {_shown(start)} to {_shown(end)}; expected offsets into the text")
    worded = fields.get("text")
    if worded is not None and text[start:end] != worded:
        raise _Wrong(f"a time is worded {_shown(worded)}, but the text has {_shown(text[start:end])} there")
    earliest, latest = (_day(fields.get(name), name) for name in ("earliest", "latest"))
    if earliest is not None and latest is not None and earliest > latest:
        raise _Wrong(f"a time begins on {earliest} and ends on {latest}; expected earliest before latest")
    return Expression(start, end, earliest, latest)


def _shown(value: Any) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 60 else words[:59] + "…"
