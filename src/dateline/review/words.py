"""Where the words that a reviewer wrote stand in the article, and what a row's evidence is.

Words are found whatever the white space between them, and whichever quotation marks and dashes a
spreadsheet made of the typed ones; what goes into the table is always the article's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from dateline import schema
from dateline.records import TABLES
from dateline.tables import Tables

Row = dict[str, Any]
Span = tuple[int, int]

_ALIKE = ("'’‘ʼ`", '"“”„«»', "-–—‑−")
_CLASS = {mark: f"[{re.escape(marks)}]" for marks in _ALIKE for mark in marks}
_MARKED = re.compile(r"\[\[(.*?)\]\]")
_TRIGGERS = {"events": "trigger", "statements": "cue", "links": "cue"}  # what a row is known by


class Misfit(ValueError):
    """Why a correction cannot be applied to these tables; ``column`` is the one at fault, where it is one."""

    def __init__(self, reason: str, column: str | None = None) -> None:
        super().__init__(reason)
        self.column = column


@lru_cache(maxsize=512)
def _pattern(words: str) -> re.Pattern[str]:
    parts = ["".join(_CLASS.get(mark, re.escape(mark)) for mark in word) for word in words.split()]
    return re.compile(r"\s+".join(parts))


def places(text: str, words: str, within: Span) -> Iterator[Span]:
    """Each place in ``text[within]`` where the words stand whole."""
    for found in _pattern(words).finditer(text, *within):
        start, end = found.span()
        cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        cut_behind = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        if start < end and not cut_before and not cut_behind:
            yield start, end


def only(text: str, words: str, within: Span, where: str) -> Span:
    """The one place where the words stand; :class:`Misfit` where there is none, or several."""
    found = list(places(text, words, within))
    if len(found) == 1:
        return found[0]
    if not found:
        raise Misfit(f"the words “{words}” do not stand in {where}; copy them from the article", "text")
    hint = "give more of them, or the sentence_id, or start and end"
    raise Misfit(f"the words “{words}” stand {len(found)} times in {where}: {hint}", "text")


def nearest(text: str, words: str, around: Sequence[Span], column: str) -> Span:
    """The first place in the narrowest of the spans that has the words; the last span must have them once."""
    for within in around[:-1]:
        for found in places(text, words, within):
            return found
    try:
        return only(text, words, around[-1], "the article")
    except Misfit as error:
        raise Misfit(str(error), column) from None


class Scene:
    """The tables as rows by id, and the sentences that they stand in."""

    def __init__(self, tables: Tables) -> None:
        self.text = tables.text
        self.rows: dict[str, dict[str, Row]] = {
            name: {row[schema.key(name)]: row for row in tables.rows(name)} for name in TABLES
        }
        self._sentences = sorted(self.rows["sentences"].values(), key=lambda row: row["start"])
        self._starts = [row["start"] for row in self._sentences]

    def get(self, table: str, row_id: str | None) -> Row | None:
        return None if row_id is None else self.rows[table].get(row_id)

    def sentence_at(self, start: int, end: int) -> Row | None:
        """The sentence that holds the span whole."""
        at = bisect_right(self._starts, start) - 1
        return self._sentences[at] if at >= 0 and end <= self._sentences[at]["end"] else None

    def sentence_of(self, row: Row) -> Row | None:
        """The sentence that a row stands in."""
        if row.get("sentence_id") is not None:
            return self.get("sentences", row["sentence_id"])
        start, end = row.get("start"), row.get("end")
        return None if start is None or end is None else self.sentence_at(start, end)

    def told(self, table: str, column: str, value: Any) -> str:
        """A value for people: of an id also what the row is called, of a code what it means."""
        from dateline.review.values import meaning, text

        if column == "cameo" and meaning(value):
            return f"{value} ({meaning(value)})"
        for other in schema.references(table).get(column, ()):
            row = self.get(other, value)
            if row is not None and called(row):
                return f"{called(row)} ({value})"
        return folded(text(value))

    def around(self, row: Row) -> list[Span]:
        """The row's own words, its sentence, the article: where words about it are looked for."""
        found = [row] if row.get("start") is not None else []
        sentence = self.sentence_of(row)
        found += [sentence] if sentence is not None else []
        return [*((one["start"], one["end"]) for one in found), (0, len(self.text))]

    def evidence(self, table: str, row: Row) -> str:
        """The row's sentence on one line, the words that it is known by in ``[[ ]]``."""
        span = mark(table, row)
        sentence = self.sentence_of(row)
        if span is None:
            return "" if sentence is None else folded(self.text[sentence["start"] : sentence["end"]])
        start, end = span
        first, last = (sentence["start"], sentence["end"]) if sentence is not None else span
        first, last = min(first, start), max(last, end)
        before, words, behind = self.text[first:start], self.text[start:end], self.text[end:last]
        return folded(f"{before}[[{words}]]{behind}")


def called(row: Row) -> str:
    """What a row is called: its name, or its first words."""
    words = folded(str(row.get("name") or row.get("trigger") or row.get("text") or row.get("content") or ""))
    return words if len(words) <= 40 else words[:39] + "…"


def mark(table: str, row: Row) -> Span | None:
    """The words that a row is known by: an event's trigger, a statement's cue, else all of its own."""
    stem = _TRIGGERS.get(table)
    for start, end in ((f"{stem}_start", f"{stem}_end"), ("start", "end")):
        if row.get(start) is not None and row.get(end) is not None:
            return row[start], row[end]
    return None


def folded(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def marked(evidence: str) -> tuple[str, str]:
    """Of what :meth:`Scene.evidence` gave, the sentence and the marked words."""
    found = _MARKED.search(evidence)
    return evidence.replace("[[", "").replace("]]", ""), found[1] if found else ""
