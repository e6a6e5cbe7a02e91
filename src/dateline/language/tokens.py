"""Words and sentences of a stretch of text, with offsets.

One regular expression does the cutting: the offset contract forbids a tokeniser that rewrites
what it cuts, and the libraries that keep offsets bring a start-up time many times that of all the
rest (importing spaCy alone takes longer than a whole ``dateline parse``). Every alternative starts
with a distinct class of character and none nests a repetition, so it is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from dateline.codebook import settings
from dateline.language import printed

_APOSTROPHE = "['’ʼ]"
_PATTERN = rf"""
    [A-Za-z]+(?=[\s,;)])                                              # most words: nothing to weigh
  | [,;()]
  | (?:https?://|www\.)[^\s<>"”’)\]]+                                # an address
  | (?:[A-Za-z]\.){{2,}}                                             # U.S., a.m.
  | [A-Z]\.(?=\s?[A-Z])                                              # an initial
  | (?=[A-Za-z.-]{{1,9}}\.)(?:ABBREVIATIONS)\.(?!\w)                   # Lt-Gen.
  | n{_APOSTROPHE}t\b                                                # do|n't
  | {_APOSTROPHE}(?:s|S|re|ve|ll|d|m)\b                              # Iran|'s
  | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s|m|bn|km|kg)\b)?(?:[-–]\d+(?:[.,]\d+)*)*(?:-[A-Za-z]+)*
  | (?=[^\W\d_]+{_APOSTROPHE}t\b)[^\W\d_]+?(?=n{_APOSTROPHE}t\b)       # do|n't
  | [^\W\d_]+-(?=\s(?:and|or|to)\s)                                    # Greek- and Turkish-Cypriot
  | [^\W_]+(?:(?:{_APOSTROPHE}(?!(?:s|S|re|ve|ll|d|m)\b)|[-‐‑/]|&(?=\w))[^\W_]+)*   # O'Neill, al-Qaida
  | \.{{2,}}|…|--+|[^\w\s]|_
"""

# What runs on for so many words without a stop is a table or a list and not prose. It is cut, at a
# comma if there is one, so that work which grows with the square of a sentence stays linear in the text.
LONG, LONGEST = 300, 400

_MAY_END = frozenset(".!?…。\"'”’)]»")
_CLOSERS = frozenset("\"'”’)]»")
_ENDERS = frozenset({".", "!", "?", "…", "...", "....", "。"})
_OPENERS = "\"'“‘([«"


class Token(NamedTuple):
    text: str
    start: int
    end: int


# Token(text, start, end) without the detour over its keyword arguments, which a text takes a thousand times.
_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)


@cache
def _token_re() -> re.Pattern[str]:
    words = settings("language")
    abbreviations = {*words["leading"].split(), *words["trailing"].split()}
    # The longest first, so that "Lt-Gen" is not cut at "Lt".
    alternatives = "|".join(re.escape(word) for word in sorted(abbreviations, key=lambda w: (-len(w), w)))
    return re.compile(_PATTERN.replace("ABBREVIATIONS", rf"(?<!\w)(?:{alternatives})"), re.VERBOSE)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    words = settings("language")
    return (
        frozenset(word + "." for word in words["leading"].split()),
        frozenset(words["starters"].split()),
    )


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``; everything but white space is in exactly one."""
    stretch = text[start:end]
    if (not stretch.isascii() or "\n" in stretch or "\r" in stretch) and printed.is_odd(stretch):
        return _undone(stretch, start)
    return [_token((m.group(), *m.span())) for m in _token_re().finditer(text, start, end)]


def _undone(stretch: str, start: int) -> list[Token]:
    """The tokens of ``stretch`` as it would be without soft hyphens and the like, where they stand in it."""
    words, places = printed.undone(stretch)
    found = [(m.group(), m.start(), m.end()) for m in _token_re().finditer(words)]
    return [Token(word, start + places[first], start + places[last - 1] + 1) for word, first, last in found]


def _ends_sentence(tokens: list[Token], i: int, text: str) -> bool:
    """Whether a sentence ends after token ``i``, which is not the last one."""
    token, following = tokens[i], tokens[i + 1]
    if following.start == token.end:
        return False
    ender = token.text
    if ender in _CLOSERS and i and tokens[i - 1].end == token.start:
        ender = tokens[i - 1].text  # "…," he said. / "… ." He
    first = following.text[0] if following.text[0] not in _OPENERS else _after_opener(tokens, i + 1)
    if ender in _ENDERS:
        return not first.islower() and (first.isalnum() or first in _OPENERS or first in "$€£•–—-")
    leading, starters = _lists()
    if token.text[-1] == "." and len(token.text) > 1:
        if token.text in leading or (len(token.text) == 2 and token.text[0].isupper()):
            return False
        return following.text in starters
    return False


def _after_opener(tokens: list[Token], i: int) -> str:
    return tokens[i + 1].text[0] if i + 1 < len(tokens) else tokens[i].text[0]


def sentences(text: str, start: int, end: int) -> list[list[Token]]:
    """The tokens of ``text[start:end]``, a list a sentence."""
    tokens = tokenize(text, start, end)
    found: list[list[Token]] = []
    first = 0
    for i, (word, _, _) in enumerate(tokens[:-1]):
        is_end = word[-1] in _MAY_END and _ends_sentence(tokens, i, text)
        if is_end or (i - first >= LONG and (i - first >= LONGEST or word in ",;")):
            found.append(tokens[first : i + 1])
            first = i + 1
    if tokens:
        found.append(tokens[first:])
    return found
