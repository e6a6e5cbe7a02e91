"""Whether a text is in English, the one language that is read."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import settings

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters; more does not change the answer


@cache
def _english() -> tuple[frozenset[str], float]:
    chapter = settings("layout")["language"]
    return frozenset(chapter["english"]), chapter["share"]


def language(text: str) -> str | None:
    """``"en"``, or None where too few of the words are English function words to say so."""
    english, share = _english()
    words = _WORD.findall(text[:_SAMPLE].lower())
    common = sum(map(english.__contains__, words))
    return "en" if words and common >= share * len(words) else None
