"""Whether a text is in English, the one language that is read."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import settings

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters; more does not change the answer


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], float]:
    chapter = settings("layout")["language"]
    return frozenset(chapter["english"]), frozenset(chapter["other"]), chapter["share"]


def language(text: str) -> str | None:
    """``"en"``, or None where too few of the words are English function words to say so.

    "In", "was" and "on" are words of other languages too, so the function words of those are weighed
    against them.
    """
    english, other, share = _lists()
    words = _WORD.findall(text[:_SAMPLE].lower())
    common = sum(map(english.__contains__, words))
    foreign = sum(map(other.__contains__, words))
    return "en" if words and common >= share * len(words) and common > 2 * foreign else None
