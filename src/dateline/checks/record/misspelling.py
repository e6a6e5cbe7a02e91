"""Whether a family name is a holder's misspelt: a letter or two off, with his given name and in his office.

For the rules over offices. A name that is written in Latin letters at home has one spelling, accents aside.
Others reach English by several systems, which differ in vowels, in sibilants and gutturals, and in how long a
consonant is ("Yeltsin", "Jelzin"); only what no system exchanges tells ("Ahmadinejat" for "Ahmadinejad").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from dateline.codebook import settings

_WORDS = settings("checks_offices")
_LATIN = frozenset(_WORDS["latin_letters"])
_FAMILY_FIRST = frozenset(_WORDS["family_first"])
_LONG = 4  # shorter names are too often another's
_TWO_OFF = 8  # of so many letters two may be wrong
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s"), ("y", "i"))
# Spellings of one sound or of none: what is left are the consonants that no system exchanges.
_EXCHANGED = re.compile(r"t(?=s|z|c|h)|d(?=j|z|h)|[aeiouyjhwsczxkgqfv]|b(?=e?h)")

Name = tuple[str, ...]


def is_of(told: Name, forms: list[Name], country: str | None, alike: Callable[[str, str], bool]) -> bool:
    """Whether the name as told is one of the forms with the family name misspelt."""
    if country is None or country in _FAMILY_FIRST or len(told) < 2 or len(told[0]) < 2:
        return False
    if any(_plain(told[-1]) == _plain(word) for form in forms for word in form):
        return False
    fixed = country in _LATIN
    return any(
        len(form) > 1
        and _is_off(told[-1], form[-1], fixed)
        and alike(told[0], form[0])
        and (fixed or _hard(told[-1]) != _hard(form[-1]))
        for form in forms
    ) and not any(not fixed and _hard(told[-1]) == _hard(form[-1]) for form in forms)


def _is_off(one: str, other: str, fixed: bool) -> bool:
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    off = _distance(_plain(one), _plain(other))
    return 0 < off <= (2 if fixed or min(len(one), len(other)) >= _TWO_OFF else 1)


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word without doubled letters, umlauts written out, and y for i."""
    for letters, letter in _DIGRAPHS:
        word = word.replace(letters, letter)
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=4096)
def _hard(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", _EXCHANGED.sub("", word))


@lru_cache(maxsize=4096)
def _distance(one: str, other: str) -> int:
    """How many letters to put in, leave out or change (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        left, row[0] = row[0], i
        for j, letter_there in enumerate(other, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (letter != letter_there))
    return row[-1]
