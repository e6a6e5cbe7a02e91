"""Tables as text for a terminal: the columns that tell most, wrapped, and nothing that it would obey."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from dateline.judged import Judged, how_many, judged
from dateline.tables import Tables

#: What is shown of a table; the last column is the evidence or the longest text and gets what room is left.
COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": ("published", "published_basis", "words", "author", "publisher", "title"),
    "sections": ("position", "start", "end", "heading"),
    "sentences": ("position", "role", "start", "end", "text"),
    "entities": ("kind", "country", "sector", "mentions", "role", "name"),
    "mentions": ("entity_id", "form", "start", "end", "text"),
    "places": ("kind", "country", "latitude", "longitude", "name"),
    "times": ("type", "value", "earliest", "latest", "anchor", "text"),
    "figures": ("low", "high", "measure", "unit", "of", "text"),
    "events": ("date_start", "source_text", "event_type", "target_text", "status", "text"),
    "statements": ("source_text", "cue", "type", "content"),
    "links": ("kind", "basis", "cue", "from_id", "to_id"),
    "implications": ("kind", "modality", "text"),
    "findings": ("check", "verdict", "stated", "found", "note"),
}

_NARROW = 18  # characters of a column before it is wrapped, but for the last one
_LEAST = 24  # of the last column, however narrow the terminal
# Control characters (C0, DEL, C1) steer a terminal, and those of writing direction turn a line round.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def screen() -> int:
    """How many characters a line of the terminal holds."""
    return shutil.get_terminal_size((100, 24)).columns


def plain(value: object) -> str:
    """A cell on one line: missing is empty, white space is folded, control characters are shown as �."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return _CONTROL.sub("\ufffd", re.sub(r"[ \t\r\n\f\v]+", " ", str(value))).strip()


def overview(tables: Tables, width: int) -> str:
    """The article in a few lines, and the number of rows of each table."""
    row = tables.columns("articles")
    known = [(name, plain(row[name][0])) for name in ("title", "author", "publisher", "published", "words")]
    card = [f"{name:<10} {value}" for name, value in known if value]
    lines = [line for text in card for line in wrapped(text, width, indent=11)]
    sizes = tables.sizes().items()
    counts = [f"{name:<13}{size:>5}  {_first(tables, name)}" for name, size in sizes if name != "articles"]
    return "\n".join([*lines, "", *(line[:width].rstrip() for line in counts)])


def _first(tables: Tables, name: str) -> str:
    """The first few rows in a word each, to show what the table is about."""
    telling = tables.columns(name)[COLUMNS[name][-1]]
    return "; ".join([plain(value) for value in telling if value is not None][:3])


def table(tables: Tables, name: str, width: int) -> str:
    """The telling columns of a table, one below the other where a cell is longer than its column."""
    columns = COLUMNS[name]
    values = tables.columns(name)
    cells = [[plain(cell) for cell in row] for row in zip(*(values[c] for c in columns), strict=True)]
    if not cells:
        return f"{name}: the article has none"
    widths = _widths(columns, cells, width)
    lines = [_line(columns, widths), "  ".join("─" * size for size in widths)]
    for row in cells:
        parts = [wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
        lines += [_line(line, widths) for line in zip_longest(*parts, fillvalue="")]
    return "\n".join(lines)


def findings(tables: Tables, width: int) -> str:
    """The findings, worst first: the sentence, the words at issue in brackets, the verdict, who says so."""
    found = judged(tables)
    if not found:
        return "Nothing in this article could be checked."
    counts = [f"{number} {verdict}" for verdict, number in how_many(found).items() if number]
    blocks = [", ".join(counts)]
    blocks += [_finding(tables, one, width) for one in found if one.verdict in ("disagrees", "contested")]
    held = [one for one in found if one.verdict == "agrees"]
    if held:
        lines = [line for one in held for line in wrapped(f"  {_briefly(one)}", width, indent=4)]
        blocks.append("\n".join(["Borne out:", *lines]))
    left = [one for one in found if one.verdict == "unverified"]
    if left:
        lines = [line for one in left for line in wrapped(f"  {_briefly(one)}", width, indent=4)]
        blocks.append("\n".join(["Not verified, since nothing here speaks of it:", *lines]))
    return "\n\n".join(blocks)


def _finding(tables: Tables, one: Judged, width: int) -> str:
    lines = wrapped(_marked(tables, one), width)
    lines += wrapped(f"  {one.verdict.upper()}: {plain(one.stated)} ({_check(one)})", width, indent=4)
    for held in one.sources:
        words = f"  {plain(held.source)}: {plain(held.found)}"
        lines += wrapped(words, width, indent=4)
        lines += wrapped(f"      {plain(held.citation)}", width, indent=6) if held.citation else []
    for remark in one.notes:
        lines += wrapped(f"  Note: {plain(remark)}", width, indent=4)
    return "\n".join(lines)


def _marked(tables: Tables, one: Judged) -> str:
    """The sentence, the words at issue in brackets."""
    if None in (one.start, one.end, one.sentence_start, one.sentence_end):
        return plain(one.stated)
    text, last = tables.text, max(one.end or 0, one.sentence_end or 0)
    before, words = text[one.sentence_start : one.start], text[one.start : one.end]
    return plain(f"{before}[{words}]{text[one.end : last]}")


def _briefly(one: Judged) -> str:
    names = list(dict.fromkeys(plain(held.source) for held in one.sources if held.source))
    who = f": {', '.join(names)}" if names else ""
    return f"{plain(one.stated)} ({_check(one)}){who}"


def _check(one: Judged) -> str:
    return one.check.replace("_", " ")


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    needed = [max(len(name), *(len(row[at]) for row in cells)) for at, name in enumerate(columns)]
    narrow = [min(size, _NARROW) for size in needed[:-1]]
    room = width - sum(narrow) - 2 * len(narrow)
    return [*narrow, max(_LEAST, min(needed[-1], room))]


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """The lines of a text, those after the first set in; one that is empty where there is no text."""
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_on_hyphens=False) or [""]


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{part:<{size}}" for part, size in zip(parts, widths, strict=True)).rstrip()
