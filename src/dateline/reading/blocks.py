"""Where paragraphs begin and end: by blank lines, by line ends, or, in hard-wrapped text, by neither.

Nothing is dropped: every character that is not white space lies in exactly one span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

#: Lines shorter than this say nothing about wrapping, longer ones are whole paragraphs.
_NARROW, _WIDE = 25, 160
#: Of the line ends in wrapped prose, two thirds fall before a lower-case word; between paragraphs hardly any.
_WRAPPED_SHARE = 0.3
#: A typist breaks the line a little before the margin.
_RAGGED = 14

_MARKER = re.compile(r"[-*•·▪◦]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\[\d{1,3}\]|>\s")
_BYLINE = re.compile(r"(?:By|BY|by) [A-Z][^\s,]*(?: [^\s,]+){0,5}$")
_STOPS = tuple(".?!:;\"”’')]…*")


@dataclass(slots=True)
class Line:
    """A line without its outer white space; ``gap``: it stands after a blank line or at the start."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool


def split(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs, headings and single lines of ``text``, in order."""
    lines = _lines(text)
    width = _width(lines)
    spans: list[tuple[int, int]] = []
    before: Line | None = None
    for line in lines:
        if before is not None and not line.gap and _continues(before, line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        before = line
    return spans


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            found.append(Line(at + indent, at + indent + len(bare), bare, indent, gap))
        gap = not bare
        at += len(raw)
    return found


def _width(lines: list[Line]) -> int | None:
    """The column at which the text is hard-wrapped; None where lines are paragraphs."""
    pairs, wrapped, width = 0, 0, 0
    for line, following in pairwise(lines):
        length = line.end - line.start
        if following.gap or not _NARROW <= length <= _WIDE:
            continue
        pairs += 1
        if following.text[0].islower():
            wrapped += 1
            width = max(width, length)
    return width if wrapped and wrapped >= _WRAPPED_SHARE * pairs else None


def _continues(line: Line, following: Line, width: int | None) -> bool:
    """Whether ``following`` goes on with the paragraph that ``line`` is part of."""
    length = line.end - line.start
    if line.text[0] == "#" or following.text[0] == "#" or length > _WIDE:
        return False
    if _no_words(line.text) or _no_words(following.text):
        return False
    stopped = line.text.endswith(_STOPS)
    if following.text[0].islower() and not _MARKER.match(following.text):
        return not stopped or width is not None
    if width is None or _BYLINE.match(following.text):
        return False
    if stopped and (_MARKER.match(following.text) or following.indent > line.indent):
        return False
    first_word = following.text.split(maxsplit=1)[0]
    return length + 1 + len(first_word) > width - _RAGGED


def _no_words(text: str) -> bool:
    """A rule, an underline, a row of stars."""
    return len(text) <= _WIDE and not any(map(str.isalnum, text))
