"""Reads a user's codebook files into entries: TOML with a table for each chapter, or a chapter's CSV.

Nothing is merged here. What is wrong with a file is collected, all of it, so that a user mends it once;
each :class:`Problem` names the file, the entry and what would be right.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from math import isfinite
from pathlib import Path
from typing import Any

from . import packaged, values
from .chapters import CALLED, CHAPTERS, FLAGS, Chapter, sectors, vocabulary

_YES = {True: "yes", False: "no"}
_NUMBERS = {"latitude": 90.0, "longitude": 180.0, "goldstein": 10.0, "score": 10.0}
_CAMEO = re.compile(r"[0-9]{2,4}")
_ISO3 = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry of a codebook, and what would be right."""

    file: str
    entry: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a user's file: the cells that it gives, and what it says of those that stand there."""

    file: str
    chapter: Chapter
    place: str  # "entry 2", "row 5"
    cells: dict[str, str]
    replaces: bool = False
    removes: bool = False

    @property
    def name(self) -> str:
        """The entry as a message names it."""
        first = values(self.cells.get(self.chapter.key[0], ""))
        return f"{self.chapter.name} {first[0]!r}" if first else f"{self.chapter.name} {self.place}"

    def problem(self, reason: str) -> Problem:
        return Problem(self.file, self.name, reason)


def read(path: Path, content: bytes) -> tuple[list[Entry], list[Problem]]:
    """The entries of one file and what is wrong with it; entries with a problem are left out."""
    file = str(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [Problem(file, "", f"byte {error.start} is not UTF-8; save the file as UTF-8")]
    problems: list[Problem] = []
    try:
        if path.suffix.lower() == ".csv":
            found = list(_from_csv(path, text, problems))
        else:
            found = list(_from_toml(file, text, problems))
    except tomllib.TOMLDecodeError as error:
        return [], [Problem(file, "", f"is not TOML: {error}")]
    except csv.Error as error:
        return [], [Problem(file, "", f"is not CSV: {error}")]
    good: list[Entry] = []
    for entry in found:
        wrong = [entry.problem(reason) for reason in _wrong(entry)]
        problems += wrong
        if not wrong:
            good.append(entry)
    return good, problems


def suggestion(word: str, known: list[str] | tuple[str, ...]) -> str:
    """What a word may have been meant for, else all that there is."""
    close = get_close_matches(word, known, 1, 0.6)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(map(repr, known))}"


def _from_toml(file: str, text: str, problems: list[Problem]) -> Iterator[Entry]:
    for name, tables in tomllib.loads(text).items():
        if name not in CALLED:
            problems.append(
                Problem(file, name, f"there is no such chapter; {suggestion(name, tuple(CALLED))}")
            )
        elif not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            problems.append(Problem(file, name, f"is not a list of entries; open each with [[{name}]]"))
        else:
            for number, table in enumerate(tables, 1):
                yield from _entry(file, CHAPTERS[CALLED[name]], f"entry {number}", table, problems)


def _from_csv(path: Path, text: str, problems: list[Problem]) -> Iterator[Entry]:
    file, name = str(path), path.stem
    if name not in CALLED:
        hint = suggestion(name, tuple(CALLED))
        problems.append(
            Problem(file, "", f"a CSV is named after its chapter, and there is no {name!r}; {hint}")
        )
        return
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    reader = csv.reader(StringIO("\n".join(line for _, line in lines)), strict=True)
    header = [column.strip() for column in next(reader, [])]
    for (number, _), cells in zip(lines[1:], reader, strict=False):
        if len(cells) != len(header):
            reason = f"{len(cells)} cells, and the first row has {len(header)}"
            problems.append(Problem(file, f"row {number}", reason))
            continue
        given: dict[str, Any] = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
        for flag in FLAGS:
            if given.get(flag, "") in ("", "no"):
                given.pop(flag, None)
            elif given[flag] == "yes":
                given[flag] = True
        yield from _entry(file, CHAPTERS[CALLED[name]], f"row {number}", given, problems)


def _entry(
    file: str, chapter: Chapter, place: str, table: dict[str, Any], problems: list[Problem]
) -> Iterator[Entry]:
    """The entry of a table, or its problems: unknown keys, and values of the wrong type."""
    cells: dict[str, str] = {}
    reasons: list[str] = []
    for key, value in table.items():
        if key in FLAGS:
            if not isinstance(value, bool):
                reasons.append(f"{key} is true or false, not {value!r}")
        elif key not in chapter.columns:
            hint = suggestion(key, (*chapter.columns, *FLAGS))
            reasons.append(f"unknown key {key!r}; {hint}")
        else:
            cell, reason = _cell(chapter, key, value)
            cells[key] = cell
            reasons += [reason] if reason else []
    entry = Entry(file, chapter, place, cells, table.get("replaces") is True, table.get("removes") is True)
    if reasons:
        problems += [entry.problem(reason) for reason in reasons]
    else:
        yield entry


def _cell(chapter: Chapter, column: str, value: Any) -> tuple[str, str]:
    """A value as the CSV would have it, and what is wrong with it."""
    if column == "with" and chapter.name == "verbs" and isinstance(value, dict):
        parts = {
            preposition: _cell(CHAPTERS["classes"], "words", words) for preposition, words in value.items()
        }
        return ";".join(f"{p}:{cell}" for p, (cell, _) in parts.items()), "".join(
            r for _, r in parts.values()
        )
    if isinstance(value, list):
        if column not in chapter.lists:
            return "", f"{column} has one value, not a list"
        if not all(isinstance(item, str) for item in value):
            return "", f"{column} is a list of words in quotes"
        if any("|" in item for item in value):
            return "", f'{column} has "|" inside a word; a list has a word an item'
        return "|".join(item.strip() for item in value), ""
    if isinstance(value, bool):
        return (_YES[value], "") if column in _FLAGGED else ("", f"{column} is a word in quotes")
    if isinstance(value, (int, float)) and (column in _NUMBERS or column in ("quad_class", "value")):
        return str(value), ""
    if not isinstance(value, str):
        return "", f'{column} is a word in quotes: "{value}"'
    if "|" in value and column not in chapter.lists and column not in ("with", "complement"):
        return "", f'{column} has one value, without "|"'
    return " ".join(value.split()), ""


_FLAGGED = frozenset({"reciprocal", "alone", "coref", "instrument"})


def _wrong(entry: Entry) -> Iterator[str]:
    """What an entry by itself cannot say; what it needs of others is for merging."""
    chapter, cells = entry.chapter, entry.cells
    missing = [column for column in chapter.key[:1] if not cells.get(column)]
    if missing:
        yield f"{missing[0]} is missing: it names the entry"
    if entry.removes and entry.replaces:
        yield "it either replaces or removes"
    for column, value in cells.items():
        if value:
            yield from wrong_value(chapter, column, value)
    if "class" in cells and "value" in chapter.columns and not entry.removes:
        yield from _wrong_worth(chapter, cells["class"], cells.get("value", ""))


def _wrong_worth(chapter: Chapter, name: str, value: str) -> Iterator[str]:
    """A value that is no number, in a class of which all words are worth one."""
    known = [row["value"] for row in packaged(chapter.name, chapter.columns) if row["class"] == name]
    if known and all(map(_is_number, known)) and not _is_number(value):
        yield f"value is a number in the class {name!r}, as {known[0]!r}, and not {value!r}"


def _is_number(value: str) -> bool:
    try:
        return isfinite(float(value))
    except ValueError:
        return False


def wrong_value(chapter: Chapter, column: str, value: str) -> Iterator[str]:
    if column in _NUMBERS:
        if not _is_number(value) or abs(float(value)) > _NUMBERS[column]:
            yield f"{column} {value!r} is not a number from -{_NUMBERS[column]:g} to {_NUMBERS[column]:g}"
    elif column == "sector" and value not in sectors():
        yield f"unknown sector {value!r}; {suggestion(value, sorted(sectors()))}"
    elif column == "iso3" and not _ISO3.fullmatch(value):
        yield f"iso3 {value!r} is not three capital letters"
    elif chapter.name == "cameo" and column == "code" and not _CAMEO.fullmatch(value):
        yield f"code {value!r} is not two to four digits in quotes"
    elif chapter.name == "classes" and column == "class" and not value.startswith("@"):
        yield f"a class starts with @: '@{value}'"
    elif column in chapter.closed:
        known = vocabulary(chapter, column)
        for one in values(value):
            if one not in known:
                yield f"unknown {column} {one!r}; {suggestion(one, [word for word in known if word])}"
