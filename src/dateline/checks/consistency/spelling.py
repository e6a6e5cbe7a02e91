"""How two spellings of a name compare: part by part, in letters, in sound, in endings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import OSA

from dateline.checks.consistency.amounts import listed
from dateline.codebook import settings
from dateline.extract import gazetteer
from dateline.extract.names import index
from dateline.language.lexicon import usual_tags

#: Letters up to which a part of a name must be the same ("il", "un"; "Wei", "Wen").
SHORT = 4
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STYLE = (
    ("iz", "is"),
    ("yz", "ys"),
    ("our", "or"),
    ("centre", "center"),
    ("defence", "defense"),
    ("programme", "program"),
)
_SMALL = frozenset({"the", "of", "and", "for", "de", "du", "des", "on", "in", "to", "al", "el", "la", "le"})
#: First letters that stand for one sound in another script.
_SOUNDS = ("ckqg", "iyje", "uwov", "sz", "ei", "td", "bp")


def without_article(text: str) -> str:
    """A run of capitalised words without what opens a sentence."""
    return re.sub(r"^(?:The|A|An|In|On|At|But|And) ", "", text)


def initials(text: str) -> str:
    """The first letters of the capitalised words, lower-cased."""
    return "".join(word[0] for word in text.split() if word[0].isupper()).casefold()


def parts(text: str) -> list[str]:
    """The parts of a name, lower-cased and without accents; small words are left out."""
    return [part for part in map(_plain, _TOKEN.findall(text)) if part not in _SMALL]


@cache
def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c) and c != "'")


def differing(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    """The pairs of parts that are not the same; empty for names of different lengths."""
    return [(a, b) for a, b in zip(one, other, strict=True) if a != b] if len(one) == len(other) else []


def is_style(one: str, other: str) -> bool:
    """Whether two spellings differ in accents, hyphens, capitals or British and American habits only."""
    return _styled(one) == _styled(other)


def _styled(text: str) -> str:
    plain = "".join(parts(text))
    for british, american in _STYLE:
        plain = plain.replace(british, american)
    return plain


def is_close(one: str, other: str, *, short: bool = False) -> bool:
    """Whether two parts of names differ in a letter or two and may sound alike."""
    length = min(len(one), len(other))
    if length < (SHORT if short else SHORT + 1) or not _may_sound(one[0], other[0]):
        return False
    most = 2 if length > 7 or (short and length > SHORT) else 1
    return OSA.distance(one, other) <= most


def _may_sound(one: str, other: str) -> bool:
    return one == other or any(one in sound and other in sound for sound in _SOUNDS)


def is_inflected(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or both are one word with two."""
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    endings = listed("spelling", "endings")
    return common > 2 and one[common:] in endings and other[common:] in endings


@cache
def given_names() -> frozenset[str]:
    """The codebook's given names, as :func:`parts` has them."""
    return frozenset(_plain(name) for group in settings("given_names").values() for name in group.split())


def is_known(word: str) -> bool:
    """Whether a capitalised word is one of the language, a place's, a given name, or the codebook's."""
    tags = usual_tags()
    if word in tags or word.lower() in tags or _plain(word) in given_names() or word in index().firsts:
        return True
    return bool(gazetteer.lookup(word) or gazetteer.towns(word))
