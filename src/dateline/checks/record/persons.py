"""Whether two ways of writing a person's name can be the same person's, for the rules over offices.

Names reach English by many ways: transliterations ("Muammar", "Moammar"), short forms ("Bill"), initials,
either order, with or without particles. All of these are one name here; what is left over is a slip
("Hassan" for "Hosni"), a family name misspelt ("Braun" for "Brown") or another name altogether.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain
from typing import Literal

from dateline.checks.record import misspelling
from dateline.checks.reference import Holding
from dateline.codebook import settings

Likeness = Literal["same", "slip", "misspelt", "other"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "ð": "d", "þ": "th"})
_DROPPED = re.compile(r"['’‘ʼ`ʻ]s?\b|['’‘ʼ`ʻ]")
_WORD = re.compile(r"[^\W\d_]+\.?")
_WORDS = settings("checks_offices")
_PARTICLES = frozenset(_WORDS["particles"])
_HONORIFICS = frozenset(_WORDS["honorifics"])
_SHORT = frozenset(_WORDS["short_forms"])
_VOWELS = re.compile(r"[aeiou]+")
_SOUNDS = (
    ("ph", "f"), ("sch", "s"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("ch", "k"), ("th", "t"), ("dh", "d"),
    ("sh", "s"), ("zh", "s"), ("x", "ks"), ("q", "k"), ("c", "k"), ("g", "k"), ("w", "v"),
    ("z", "s"), ("j", "y"), ("h", ""), ("y", ""),
)  # fmt: skip


def compare(name: str, holding: Holding, country: str | None = None) -> Likeness | None:
    """How a name as told relates to a holder's; ``None`` where not even the family name is his.

    ``country`` is that of the office: where names are written in Latin letters there is one spelling of them.
    """
    told = words(name)
    forms = [form for form in map(words, (holding.holder, *holding.variants)) if form]
    if not told or not forms:
        return None
    if misspelling.is_of(told, forms, country, _stands_for):
        return "misspelt"
    if any(_fits(told, form) for form in forms):
        return "same"
    if len(told) < 2 or any(_family_first(form) for form in (told, forms[0])):
        return None
    if told[-1] not in {form[-1] for form in forms}:
        return None
    given = [word for word in told[:-1] if len(word) > 1]
    known = list(dict.fromkeys(chain.from_iterable(form[:-1] for form in forms)))
    if not given or not known:
        return None
    if any(_is_his(word, holding, forms, known) for word in given):
        return "same"
    return "slip" if any(_nearly(word, other) for word in given for other in known) else "other"


def is_plain_given(name: str) -> bool:
    """Whether every word before the family name is an ordinary given name and no short form of another."""
    names = words(name)[:-1]
    return bool(names) and all(len(w) > 3 and w not in _SHORT and w in _given_names() for w in names)


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, titles and particles; an initial is one letter."""
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", name).casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = [match[0].rstrip(".") for match in _WORD.finditer(plain)]
    while len(found) > 1 and found[-1] in ("jr", "sr", "ii", "iii", "iv"):
        found.pop()
    kept = [word for word in found if word not in _PARTICLES and word not in _HONORIFICS]
    return tuple(kept or found)


def _fits(told: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Whether all words of one are words of the other, the family name among them."""
    if len(told) == 1:
        ends = (form[0], form[-1])
        return told[0] in ends or (len(skeleton(told[0])) > 2 and any(alike(told[0], word) for word in ends))
    short, long = (told, form) if len(told) <= len(form) else (form, told)
    if len(short) == 1:
        return False  # a form of one word says nothing of the other words
    left, spelt = list(long), False
    for word in short:
        hit = next((other for other in left if _stands_for(word, other)), None)
        if hit is None:
            return False
        left.remove(hit)
        spelt = spelt or min(len(word), len(hit)) > 1
    return spelt  # "Vladimir Putin" is not "V. P. Singh"


def _stands_for(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return alike(word, other)


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name: the same consonants, vowels that do not clash."""
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or len(skeleton(one)) < 2:
        return False
    if _clash(one, other):
        return False
    first, second = _vowels(one), _vowels(other)
    if len(first) == len(second) and first:
        return first[0] == second[0] and all(
            {a, b} != {"i", "a"} for a, b in zip(first[1:], second[1:], strict=True)
        )
    return True


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a word, those that spellings exchange made one."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    bare = _VOWELS.sub("", word)
    return "".join(c for i, c in enumerate(bare) if i == 0 or c != bare[i - 1])


def _vowels(word: str) -> list[str]:
    """Its vowels by quality; behind the first an unstressed e, o or u says as little as an a."""
    runs = [run.replace("y", "i") for run in re.findall(r"[aeiouy]+", word)]
    first = [_QUALITY.get(run, "ai" if run.endswith("i") and len(run) > 1 else run[0]) for run in runs[:1]]
    return first + [
        "i" if set(run) <= {"i"} else "e" if "e" in run or "i" in run else "a" for run in runs[1:]
    ]


_QUALITY = {"o": "u", "ou": "u", "oo": "u", "uo": "u", "ee": "i", "ii": "i", "ie": "i", "aa": "a"}


def _is_his(word: str, holding: Holding, forms: list[tuple[str, ...]], known: list[str]) -> bool:
    """Whether a given name can be one of the holder's.

    A spelling of the first name is taken as it comes. Where the record lists spellings, one of a later name
    that it doesn't list, with the first name left out, is another name ("Emin" for "Mehmet Amin").
    """
    listed = bool(holding.variants)
    for other in known:
        if word == other or alike(word, other) or other in _SHORT or word in _SHORT:
            return True
        mine, his = skeleton(word), skeleton(other)
        if mine == his:
            if (not listed or other == forms[0][0]) and not _clash(word, other):
                return True
        elif _short_of(word, other, mine, his) or _short_of(other, word, his, mine):
            return True
    return False


def _clash(one: str, other: str) -> bool:
    """Whether the first vowels tell two names of the same consonants apart ("Hassan", "Hussein")."""
    if (one[0] in "aeiouy") != (other[0] in "aeiouy"):
        return True  # "Ahmed", "Hamid"
    first, second = _vowels(one), _vowels(other)
    if len(first) != len(second) or not first:
        return False  # "Vladimir", "Volodymyr"
    return first[0] != second[0] and "e" not in (first[0], second[0])


def _short_of(short: str, long: str, bare: str, whole: str) -> bool:
    """Whether one is short for the other: "Joe" for "Joseph", "Steve" for "Stephen"."""
    if len(short) <= 4 and long.startswith(short[:2]):
        return True
    rest = iter(whole)
    return len(bare) > 1 and len(bare) < len(whole) and all(c in rest for c in bare)


def _nearly(word: str, other: str) -> bool:
    """Whether one was written where the other was meant."""
    if skeleton(word) == skeleton(other) and len(skeleton(word)) > 1:
        return True
    if word[0] != other[0]:
        return False
    close = SequenceMatcher(None, word, other, autojunk=False).ratio() >= 0.6
    return close and min(len(word), len(other)) >= 5 and abs(len(word) - len(other)) <= 1


def _family_first(form: tuple[str, ...]) -> bool:
    return len(form) > 1 and form[0] in _families()


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(settings("given_names")["east_asian_family"].casefold().split())


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    groups = settings("given_names")
    names = " ".join(text for key, text in groups.items() if key != "east_asian_family")
    return frozenset(word for name in names.split() for word in words(name))
