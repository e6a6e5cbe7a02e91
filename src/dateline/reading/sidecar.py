"""What is known about an article beside its text: ``NAME.toml`` next to ``NAME.txt``.

It holds what the text does not say, or says wrongly, and overrules what was found in the text. Every key
may be left out; ``data/README.md`` documents them. A mistake is an error with file, key and line,
because a misspelt ``publised`` would otherwise silently leave the article without a date.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.errors import InputError

_DATES = frozenset({"published"})
_TOML_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_TOML_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The sidecar's keys; the field names are the key names."""

    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    series: str | None = None
    genre: str | None = None
    language: str | None = None
    published: date | None = None
    source: str | None = None  # the address it was published under
    rights: str | None = None
    obtained: str | None = None  # where the text came from; for the reader of the file, no column


KEYS = tuple(field.name for field in fields(Sidecar))


def beside(path: Path) -> Sidecar:
    """The sidecar of the article at ``path``; an empty one where there is no file.

    Raises InputError, naming file, key and line, where the sidecar is malformed.
    """
    sidecar = path.with_suffix(".toml")
    try:
        data = sidecar.read_bytes()
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        raise InputError(sidecar, (error.strerror or "cannot be read").lower()) from error
    return parse(data, sidecar)


def parse(data: bytes, path: Path) -> Sidecar:
    """The sidecar in ``data``; ``path`` is named in errors."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path, "not UTF-8 text, which TOML must be", line) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, text, error) from error
    values: dict[str, Any] = {key: _value(key, value, path, text) for key, value in table.items()}
    return Sidecar(**values)


def _value(key: str, value: object, path: Path, text: str) -> str | date:
    if key not in KEYS:
        reason = f"unknown key `{key}`; known are {', '.join(KEYS)}"
    elif key in _DATES:
        day = _day(value)
        if day is not None:
            return day
        reason = f"key `{key}`: expected a date like 2009-03-04, found {value!r}"
    elif not isinstance(value, str):
        reason = f"key `{key}`: expected text in quotes, found {type(value).__name__} {value!r}"
    elif not value.strip():
        reason = f"key `{key}` is empty: leave the key out"
    else:
        return value.strip()
    raise InputError(path, reason, _line_of(key, text))


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None


def _line_of(key: str, text: str) -> int | None:
    """The line on which ``key`` is set, or opens a table."""
    set_here = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if set_here.match(line)), None)


def _syntax_error(path: Path, text: str, error: tomllib.TOMLDecodeError) -> InputError:
    message = str(error)
    lines = text.splitlines()
    found = _TOML_LINE.search(message)
    number = int(found.group(1)) if found else len(lines)  # "at end of document" has no line
    reason = _TOML_LINE.sub("", message).replace(" (at end of document)", " at the end of the file")
    key = _TOML_KEY.match(lines[number - 1]) if 0 < number <= len(lines) else None
    where = f"key `{key.group(1)}`: " if key else ""
    return InputError(path, f"{where}not valid TOML: {reason[:1].lower()}{reason[1:]}", number or None)
