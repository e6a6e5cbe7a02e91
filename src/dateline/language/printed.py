"""Words as they are meant, in a text with soft hyphens, ligatures and words broken at line ends.

``article.text`` keeps these, for its offsets are a contract; only the tokens' words are without them.
"""

from __future__ import annotations

import re

from dateline.language.lexicon import usual_tags

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARK = re.compile(f"[{_INVISIBLE}{''.join(_LIGATURES)}]")
#: A word broken at a line's end, and what it goes on with.
_BROKEN = re.compile(r"([-\u00ad\u2010](?<=[^\W\d_].)[ \t]*(?:\r\n?|\n)[ \t]*)(?=[^\W\d_A-Z])")
_BEFORE = re.compile(r"[^\W\d_]+$")
_BEHIND = re.compile(r"[^\W\d_]+")


def is_odd(text: str) -> bool:
    """Whether ``text`` has any such mark."""
    return _MARK.search(text) is not None or _BROKEN.search(text) is not None


def undone(text: str) -> tuple[str, list[int]]:
    """``text`` without the marks, and for each of its characters the place in ``text`` that it comes from."""
    words: list[str] = []
    places: list[int] = []
    at = 0
    for broken in _BROKEN.finditer(text):
        _take(text, at, broken.start(), words, places)
        if _keeps_hyphen(text, broken):
            words.append("-")
            places.append(broken.start())
        at = broken.end()
    _take(text, at, len(text), words, places)
    return "".join(words), places


def _take(text: str, start: int, end: int, words: list[str], places: list[int]) -> None:
    for at in range(start, end):
        inside = text[at] in _INVISIBLE and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
        meant = "" if inside else _LIGATURES.get(text[at], text[at])
        words += meant
        places += [at] * len(meant)


def _keeps_hyphen(text: str, broken: re.Match[str]) -> bool:
    """Whether the hyphen is the word's own: both parts are words, and together they are none."""
    first = _BEFORE.search(text[max(0, broken.start() - 30) : broken.start()])
    second = _BEHIND.match(text[broken.end() : broken.end() + 30])
    if first is None or second is None or broken[1][0] == "\u00ad":
        return False
    known = usual_tags()
    whole = f"{first.group()}{second.group()}"
    return whole.lower() not in known and first.group().lower() in known and second.group() in known
