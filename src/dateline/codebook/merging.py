"""A user's entries put into the packaged chapters: what they add, complete, replace and take away.

The rules, as README.md tells them to a user: an entry of a new name is added; one of a known name completes
the entry that stands there, as long as the two do not contradict each other; with ``replaces`` it stands
in the place of whatever goes by its words; ``removes`` takes that away. Everything else is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from . import packaged, values
from .chapters import CHAPTERS, FRAMES, GROWING, Chapter, of_realm
from .user import Entry, Problem

PACKAGED = "the packaged codebook"


@dataclass(slots=True, eq=False)
class Row:
    """A row of a merged chapter, which file it is from, and which one had a word in it last."""

    cells: dict[str, str]
    origin: str = PACKAGED
    touched: str = PACKAGED


@dataclass(slots=True)
class Merged:
    """Chapters with a user's entries in them; a chapter is read when it is first asked for."""

    chapters: dict[str, list[Row]] = field(default_factory=dict)
    names: dict[str, dict[tuple[str, ...], list[Row]]] = field(default_factory=dict)
    forms: dict[str, dict[str, list[tuple[Row, str, Chapter]]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)

    def rows(self, chapter: Chapter) -> list[Row]:
        if chapter.name not in self.chapters:
            self.chapters[chapter.name] = [Row(cells) for cells in packaged(chapter.name, chapter.columns)]
        return self.chapters[chapter.name]

    def named(self, chapter: Chapter, cells: dict[str, str]) -> list[Row]:
        """The rows that have the name of ``cells``; of rows of many words, those with any of its words."""
        if chapter.name not in self.names:
            index = self.names[chapter.name] = {}
            for row in self.rows(chapter):
                for name in _names(chapter, row.cells):
                    index.setdefault(name, []).append(row)
        index = self.names[chapter.name]
        return list(dict.fromkeys(row for name in _names(chapter, cells) for row in index.get(name, ())))

    def realm(self, chapter: Chapter) -> dict[str, list[tuple[Row, str, Chapter]]]:
        """The words of the chapter's realm with the rows that have them, the column and the chapter."""
        if chapter.realm not in self.forms:
            found: dict[str, list[tuple[Row, str, Chapter]]] = {}
            for other in of_realm(chapter.realm):
                for row in self.rows(other):
                    for form, column in other.forms_of(row.cells):
                        found.setdefault(form, []).append((row, column, other))
            self.forms[chapter.realm] = found
        return self.forms[chapter.realm]

    def own(self) -> dict[str, int]:
        """How many rows of each chapter a user's entries have made or completed."""
        found = {name: sum(row.touched != PACKAGED for row in rows) for name, rows in self.chapters.items()}
        return {name: count for name, count in found.items() if count}

    def cells(self) -> dict[str, list[dict[str, str]]]:
        """The chapters that differ from the packaged ones, as their readers want them."""
        return {name: [row.cells for row in self.chapters[name]] for name in sorted(self.changed)}


def merge(entries: list[Entry]) -> Merged:
    """All entries in their order put into the packaged chapters."""
    merged = Merged()
    for entry in entries:
        found = list(_conflicts(entry, merged))
        if found:
            merged.problems += [entry.problem(reason) for reason in found]
        else:
            _put(entry, merged)
    _check_countries(entries, merged)
    return merged


def _names(chapter: Chapter, cells: dict[str, str]) -> list[tuple[str, ...]]:
    """What names a row; each word of a row of many words does."""
    first, *rest = chapter.key_of(cells)
    return [(word, *rest) for word in (values(first) if chapter.many else (first,))]


def _others(entry: Entry, merged: Merged) -> Iterator[tuple[str, Row, str, Chapter]]:
    """The rows of other names that are found by one of the entry's words."""
    chapter = entry.chapter
    if not chapter.realm:
        return
    own = {id(row) for row in merged.named(entry.chapter, entry.cells)}
    for form, column in chapter.forms_of(entry.cells):
        for row, its_column, other in merged.realm(chapter).get(form, ()):
            if id(row) not in own and not may_share(
                chapter, column, entry.cells, other, its_column, row.cells
            ):
                yield form, row, its_column, other


def may_share(
    one: Chapter, column: str, cells: dict[str, str], other: Chapter, its_column: str, its: dict[str, str]
) -> bool:
    """Whether two entries may have a word in common.

    A capital may be that of the state before; bodies of different countries may go by one name, and the
    text tells which is meant.
    """
    if column == its_column == "capital":
        return True
    if not one.name == other.name == "organisations" or cells["name"] == its["name"]:
        return False
    countries = {cells.get("country"), its["country"]}
    return len(countries) == 2 and countries.isdisjoint({"", None})


def _conflicts(entry: Entry, merged: Merged) -> Iterator[str]:
    named, others = merged.named(entry.chapter, entry.cells), list(_others(entry, merged))
    if not entry.chapter.many and any(row.touched == entry.file for row in named):
        yield "stands twice in this file"
        return
    if entry.removes:
        if not named:
            yield f"there is nothing of this name to remove{_near(entry, merged)}"
        return
    if entry.replaces:
        if not named and not others:
            yield f"there is nothing of this name to replace{_near(entry, merged)}"
        yield from _missing(entry, {})
        return
    for form, row, column, other in others:
        yield (
            f"{form!r} is already {_described(other, row, column)} in {row.touched}; "
            "leave the word out, or say replaces = true to take it from there"
        )
    if not named:
        yield from _missing(entry, {})
    for row in named:
        for column, value in entry.cells.items():
            there = row.cells[column]
            if value and there and not _agrees(entry.chapter, column, value, there):
                yield (
                    f"{column} is {there!r} in {row.touched}, and {value!r} here; "
                    "leave it out to complete that entry, or say replaces = true"
                )


def _agrees(chapter: Chapter, column: str, value: str, there: str) -> bool:
    is_name = chapter.many and column == chapter.key[0]
    return value == there or is_name or column in GROWING or column == "reference"


def _missing(entry: Entry, base: dict[str, str]) -> Iterator[str]:
    for column in entry.chapter.needed:
        if not (entry.cells.get(column) or base.get(column)):
            yield f"{column} is missing"


def _described(chapter: Chapter, row: Row, column: str) -> str:
    name = row.cells[chapter.key[0]]
    if chapter.many or column == chapter.key[0]:
        return f"an entry of {chapter.name}"
    return f"among the {column} of {name!r} ({chapter.name})"


def _near(entry: Entry, merged: Merged) -> str:
    """What the entry may have meant: one of its word in another reading, or of a word like it."""
    chapter = entry.chapter
    known = dict.fromkeys(name for row in merged.rows(chapter) for name in _names(chapter, row.cells))
    words = {name[0] for name in _names(chapter, entry.cells)}
    same = [name for name in known if name[0] in words]
    if same:
        keys = ", ".join(chapter.key)
        return f"; an entry is named by {keys}, and there is {' and '.join(map(', '.join, same))}"
    close = get_close_matches(min(words), dict.fromkeys(name[0] for name in known), 1, 0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def _put(entry: Entry, merged: Merged) -> None:
    chapter, rows = entry.chapter, merged.rows(entry.chapter)
    merged.changed.add(chapter.name)
    named = merged.named(entry.chapter, entry.cells)
    at = next((n for n, row in enumerate(rows) if named and row is named[0]), None)
    if entry.removes:
        _take_away(entry, named, merged)
        return
    base = dict(named[0].cells) if named and not entry.replaces else {}
    if base and not chapter.many:
        _complete(named[0], entry, merged)
        return
    if entry.replaces:
        _take_away(entry, named, merged)
        for form, row, column, other in list(_others(entry, merged)):
            _strip(row, form, column, other, merged)
    cells = {column: entry.cells.get(column) or base.get(column, "") for column in chapter.columns}
    if chapter.many:
        known = {word for row in named if not entry.replaces for word in chapter.words_of(row.cells)}
        fresh = [word for word in chapter.words_of(entry.cells) if word not in known]
        if not fresh:
            return
        cells[chapter.key[0]] = "|".join(fresh)
    for column, value in chapter.usual.items():
        cells[column] = cells[column] or value
    row = Row(cells, entry.file, entry.file)
    rows.insert(_position(chapter, rows, at if entry.replaces else None), row)
    _index(row, chapter, merged)


def _position(chapter: Chapter, rows: list[Row], at: int | None) -> int:
    """Frames of a user go before the packaged ones, behind his own; others at the end, or where one stood."""
    if chapter.name in FRAMES:
        return next((n for n, row in enumerate(rows) if row.origin == PACKAGED), len(rows))
    return len(rows) if at is None else min(at, len(rows))


def _complete(row: Row, entry: Entry, merged: Merged) -> None:
    _unindex(row, entry.chapter, merged)
    for column, value in entry.cells.items():
        if column in GROWING:
            value = "|".join(dict.fromkeys([*values(row.cells[column]), *values(value)]))
        row.cells[column] = value or row.cells[column]
    row.touched = entry.file
    _index(row, entry.chapter, merged)


def _take_away(entry: Entry, named: list[Row], merged: Merged) -> None:
    """Without the rows of the entry's name; of a row of many words, without these."""
    chapter, rows = entry.chapter, merged.rows(entry.chapter)
    gone = set(chapter.words_of(entry.cells)) if chapter.many else set()
    for row in named:
        kept = [word for word in chapter.words_of(row.cells) if word not in gone] if chapter.many else []
        _unindex(row, chapter, merged)
        if kept:
            row.cells[chapter.key[0]] = "|".join(kept)
            _index(row, chapter, merged)
        else:
            rows.remove(row)


def _strip(row: Row, form: str, column: str, chapter: Chapter, merged: Merged) -> None:
    """Takes a word from a row of another name; one that it is named by takes the row with it."""
    merged.changed.add(chapter.name)
    _unindex(row, chapter, merged)
    kept = [word for word in values(row.cells[column]) if word.replace("’", "'") != form]
    if kept or column != chapter.key[0]:
        row.cells[column] = "|".join(kept)
        _index(row, chapter, merged)
    else:
        merged.rows(chapter).remove(row)


def _index(row: Row, chapter: Chapter, merged: Merged) -> None:
    """Makes a row found by what it is named now; :func:`_unindex` goes before it is changed."""
    names, forms = merged.names.get(chapter.name), merged.forms.get(chapter.realm)
    if names is not None:
        for name in _names(chapter, row.cells):
            names.setdefault(name, []).append(row)
    if forms is not None:
        for form, column in chapter.forms_of(row.cells):
            forms.setdefault(form, []).append((row, column, chapter))


def _unindex(row: Row, chapter: Chapter, merged: Merged) -> None:
    names, forms = merged.names.get(chapter.name, {}), merged.forms.get(chapter.realm, {})
    for name in _names(chapter, row.cells):
        names[name] = [found for found in names.get(name, ()) if found is not row]
    for form, _ in chapter.forms_of(row.cells):
        forms[form] = [found for found in forms.get(form, ()) if found[0] is not row]


def _check_countries(entries: list[Entry], merged: Merged) -> None:
    """Every country that an entry names must be one of the codebook's, or of the user's own."""
    used = [(entry, entry.cells["country"]) for entry in entries if entry.cells.get("country")]
    if not used:
        return
    known = {row.cells["iso3"] for row in merged.rows(CHAPTERS["countries"])}
    for entry, code in used:
        if code not in known:
            merged.problems.append(entry.problem(f"unknown country {code!r}; {_country_hint(code, merged)}"))


def _country_hint(said: str, merged: Merged) -> str:
    """The code of the country that was named instead of coded, else where codes are from."""
    plain = re.sub(r"^the ", "", said, flags=re.IGNORECASE).lower()
    for row in merged.rows(CHAPTERS["countries"]):
        for column in ("name", "aliases", "adjectives"):
            if plain in [form.lower() for form in values(row.cells[column])]:
                return f"did you mean {row.cells['iso3']!r}?"
    return "countries are ISO 3166-1 alpha-3 codes, those of countries.csv or your own"
