"""The dateline that opens a dispatch: ``BOGOTA, March 4 (Reuters) -``, ``KABUL, Afghanistan —``.

It says where and when the dispatch was filed and who sent it, and is no part of the sentence that it
stands before: left there, the place would pass for who acted and the day for when.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dateline.codebook import rows, settings
from dateline.codebook.chapters import CHAPTERS
from dateline.reading import stated

_LONGEST = 110
_END = re.compile(r"\s(?:[-–—_]|--)\s+|\s?(?:—|–|--)\s?|:\s+")
_BRACKETS = re.compile(r"\([^()]{2,40}\)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_DAY = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)?)\b")
_SMALL = frozenset("of the and de del la el al da do of on in".split())  # noqa: SIM905


def split(text: str, *, opening: bool) -> int:
    """How long the dateline is that ``text`` begins with, dash and space included; 0 where there is none.

    ``opening``: the paragraph is the article's first. Of a later one, only a dateline with an agency or a day
    is sure to be one.
    """
    for end in _END.finditer(text[:_LONGEST]):
        head, rest = text[: end.start()], text[end.end() : end.end() + 2]
        if not rest or not (rest[0].isupper() or rest[0] in "\"“'‘" or rest[0].isdigit()):
            continue
        signed = _agency().search(head) is not None
        dated = _dated(head)
        if ":" in end.group() and not (signed or dated):
            continue
        if _is_head(head) and (signed or dated or (opening and _is_place(head))):
            return end.end()
    return 0


def day(text: str) -> date | None:
    """The day that the dateline of ``text`` states, where it has a year."""
    found = stated.pattern().search(text[: split(text, opening=True)])
    return stated.day(found) if found else None


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in settings("layout")["publication"]["agencies"])
    return re.compile(rf"\((?:{names})\b[^()]{{0,25}}\)|^(?:{names})$")


@cache
def _months() -> re.Pattern[str]:
    names = settings("layout")["publication"]["months"]
    return re.compile(rf"\b(?:{'|'.join(name[:3] for name in names)})[a-z]*\b\.?", re.IGNORECASE)


def _dated(head: str) -> bool:
    """Whether it has a day with its month, behind a place in capitals."""
    month = _months().search(head)
    return bool(month and _DAY.search(head) and re.match(r"[^\W\d_a-z]{3}", head))


def _is_head(head: str) -> bool:
    """Nothing but capitalised words, a day, and an agency in brackets."""
    bare = _BRACKETS.sub("", head).strip()
    words = _WORD.findall(stated.pattern().sub("", bare))
    return len(words) <= 8 and all(word[0].isupper() or word in _SMALL or word[0].isdigit() for word in words)


def _is_place(head: str) -> bool:
    """A place in capitals: before a comma and its country, or a city that stands alone in datelines."""
    place, comma, country = head.partition(",")
    if not place.isupper() or len(place.split()) > 4:
        return False
    named = country.strip().strip(".")
    return (bool(comma) and named[:1].isupper()) or place.strip().casefold() in _alone()


@cache
def _alone() -> frozenset[str]:
    capitals = (row["capital"] for row in rows("countries", CHAPTERS["countries"].columns))
    return frozenset(
        name.casefold() for name in [*capitals, *settings("layout")["dateline"]["alone"]] if name
    )
