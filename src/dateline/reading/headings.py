"""What a heading looks like: a short line without a final stop, in capitals, title case or plain."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dateline.codebook import settings
from dateline.reading import front

#: ``marked``: "## Heading"; ``styled``: capitals, title case or a number; ``plain``: sentence case.
Form = Literal["marked", "styled", "plain"]

_LONGEST, _MOST_WORDS, _PLAIN_WORDS = 90, 12, 6
#: A heading stands above a paragraph of at least so many words; a plain one above a longer one.
_UNDER_STYLED, _UNDER_PLAIN = 8, 15
_MARK = re.compile(r"#{1,6}\s+\S")
_BOLD = re.compile(r"(\*\*|__)[^*_].*[^*_]\1")
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[A-H][.)])\s+")
_FINAL = ".,;!…-–—"
_ENDS_SENTENCE = tuple('.?!:;"”’)]*_…')


@cache
def _small() -> frozenset[str]:
    return frozenset(settings("layout")["heading"]["small"])


def form(text: str) -> Form | None:
    """Which form of a heading ``text`` has, if any."""
    if len(text) > _LONGEST or "\n" in text or "\r" in text:
        return None
    if _MARK.match(text) or _BOLD.fullmatch(text):
        return "marked"
    bare = _NUMBER.sub("", text, count=1)
    if not bare or not (bare[0].isupper() or bare[0] in "‘“\"'") or bare[-1] in _FINAL:
        return None
    parts = bare.split()
    if len(parts) > _MOST_WORDS or front.is_two_sentences(bare):
        return None
    styled = bare.isupper() or all(map(_is_capitalised, parts))
    if bare[-1] == ":":
        return "styled" if styled and len(parts) <= 5 else None
    if styled:
        return "styled"
    # A plain line with a number is an item of a list, one with quotation marks is somebody's words.
    if len(parts) > _PLAIN_WORDS or bare is not text or bare[0] in "‘“\"'" or bare[-1] in "”\"’'":
        return None
    return "plain"


def _is_capitalised(word: str) -> bool:
    bare = word.strip("‘’“”\"'(),:?")
    return len(bare) <= 3 or not bare[0].islower() or bare in _small()


def holds(found: Form, before: str, under: str, lines: int) -> bool:
    """Whether the form makes a heading, given the paragraphs before and under it, and how many
    such ``lines`` follow on each other."""
    if found == "marked":
        return True
    words = front.words(under)
    if lines > 2 or words < _UNDER_STYLED:
        return False
    return found == "styled" or (words >= _UNDER_PLAIN and before.endswith(_ENDS_SENTENCE))


def wording(text: str) -> str:
    """The heading without the marks of Markdown and a final colon."""
    return front.plain(text).rstrip(":").rstrip() or text
