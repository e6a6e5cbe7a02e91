"""Penn Treebank tags for a sentence: the usual tag of each word, corrected by its neighbours.

A word with one possible reading keeps it. A word that can be noun, verb or adjective is decided
by the words around it and, last, by whether its clause still lacks a finite verb (see
:mod:`dateline.language.main_verbs`). The rules follow Brill (1992), but choose among the readings that
the dictionary allows, so that no rule can produce an impossible one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.codebook import derived
from dateline.language.forms import Form, known
from dateline.language.lexicon import closed_tags, lemma, nationalities, usual_tags, word_list
from dateline.language.line import FINITE, Line
from dateline.language.main_verbs import finite_verbs
from dateline.language.open_words import reading
from dateline.language.participles import participles
from dateline.language.small_words import small_words

_PROPER = frozenset({"NNP", "NNPS"})
_NAME = frozenset({"NNP"})
_COMPASS = frozenset({"north", "south", "east", "west", "central", "latin"})
_LONGEST_HEADLINE = 16
_QUOTES = frozenset("\"'”’")
_PARTICLES = word_list("name_particles")
_REOPENS = frozenset({"“", '"', ":"})
_OPENS_GROUP = frozenset({"DT", "CD", "PRP$", "JJ"})
_AFTER_HEAD = frozenset([",", ".", "IN", "TO", "CC", "WP", "WDT", "POS", "RB", ":", '"', *FINITE])


class Tagged(NamedTuple):
    """The words of a sentence in columns: lower case, Penn Treebank tag and dictionary form."""

    lowers: list[str]
    tags: list[str]
    lemmas: list[str]


def tag(texts: Sequence[str]) -> Tagged:
    """What the words of one sentence are."""
    memory = _memory()
    line = _look_up(texts, memory)
    _names_at_start(texts, line)
    if not _PARTICLES.isdisjoint(line.lowers):
        _name_particles(texts, line)
    _nationalities(texts, line)
    small_words(line)
    line.find_openers()
    for i, possible in enumerate(line.choices):
        if len(possible) > 1 or line.tags[i] == "VBG":
            line.tags[i] = reading(i, line)
    finite_verbs(line)
    participles(line)
    lemmas = map(memory.lemmas.__getitem__, zip(line.lowers, line.tags, strict=True))
    return Tagged(line.lowers, line.tags, list(lemmas))


class _Forms(dict[str, Form]):
    """Forms that were looked up before, in one kind of place; a new one is looked up when it is asked for."""

    def __init__(self, is_first: bool, shouting: bool) -> None:
        self.place = is_first, shouting

    def __missing__(self, text: str) -> Form:
        form = self[text] = known(text, *self.place)
        return form


class _Lemmas(dict[tuple[str, str], str]):
    """The same for lemmas, by form and tag."""

    def __missing__(self, key: tuple[str, str]) -> str:
        word = self[key] = lemma(*key)
        return word


class _Memory(NamedTuple):
    forms: tuple[_Forms, _Forms]  # inside a sentence, by whether the line is shouting
    first: tuple[_Forms, _Forms]
    lemmas: _Lemmas


@derived
def _memory() -> _Memory:
    inside, first = ((_Forms(at, False), _Forms(at, True)) for at in (False, True))
    return _Memory(inside, first, _Lemmas())


def _look_up(texts: Sequence[str], memory: _Memory) -> Line:
    shouting = _is_shouting(texts)
    found = list(map(memory.forms[shouting].__getitem__, texts))
    for i in _first_words(texts):
        found[i] = memory.first[shouting][texts[i]]
    lowers, tags, choices = map(list, zip(*found, strict=True))
    return Line(lowers, tags, choices, headline=_is_headline(texts))


def _first_words(texts: Sequence[str]) -> list[int]:
    """Where a capital is due to the place: the first word of the sentence and of what is quoted in it."""
    starts = [0]
    if not _REOPENS.isdisjoint(texts):
        starts += [i + 1 for i, text in enumerate(texts) if text in _REOPENS]
    found = []
    for start in starts:
        for i in range(start, len(texts)):
            found.append(i)
            if texts[i][0].isalnum():
                break
    return found


def _is_shouting(texts: Sequence[str]) -> bool:
    """Whether capitals carry no information: a title-case headline or a line in capitals."""
    words = [text for text in texts if len(text) > 3 and text[0].isalpha()]
    if len(words) < 3 or sum(word[0].isupper() for word in words) <= 0.8 * len(words):
        return False
    # "Ban Ki-moon met Aung San Suu Kyi": in a headline only small words have no capital.
    return not any(text.islower() and text.isalpha() and text not in closed_tags() for text in texts)


def _is_headline(texts: Sequence[str]) -> bool:
    """Whether the line is short and ends without a stop, as headlines do."""
    return len(texts) < _LONGEST_HEADLINE and (texts[-1][-1].isalnum() or texts[-1] in _QUOTES)


# -- names ---------------------------------------------------------------------------------------


def _names_at_start(texts: Sequence[str], line: Line) -> None:
    """A capitalised word at the start and before a name is part of it ("United States")."""
    tags = line.tags
    for i in range(len(tags) - 1):
        if tags[i] in _PROPER or not texts[i][0].isupper():
            continue
        if line.lowers[i] in _COMPASS and texts[i + 1] in nationalities():
            tags[i], line.choices[i] = "NNP", _NAME  # "*North* Korean soldiers"
            continue
        if tags[i + 1] not in _PROPER:
            continue
        if i and texts[i - 1][0].isalnum():
            continue
        is_title = tags[i] in ("NN", "VB") or line.lowers[i] in word_list("title_openers")
        if is_title or usual_tags().get(texts[i]) == "NNP":
            tags[i], line.choices[i] = "NNP", _NAME


def _name_particles(texts: Sequence[str], line: Line) -> None:
    """Small words inside a person's name belong to it ("Osama bin Laden", "Ursula von der Leyen")."""
    particles = _PARTICLES
    for i in range(1, len(texts) - 1):
        if texts[i] not in particles or line.tags[i - 1] in ("CD", "DT"):
            continue
        end = next((j for j in range(i + 1, min(i + 4, len(texts))) if texts[j] not in particles), i)
        if texts[end][0].isupper():
            for j in (i, end):
                line.tags[j], line.choices[j] = "NNP", _NAME


def _nationalities(texts: Sequence[str], line: Line) -> None:
    """A nationality before a noun is an adjective, and by itself a name ("*Thai* troops", "two *Iraqis*")."""
    known, tags = nationalities(), line.tags
    for i, usual in enumerate(tags):
        if (usual != "NNP" and usual != "JJ") or not texts[i][0].isupper():
            continue
        following = line.tag(i + 1)
        if texts[i] not in known:
            if tags[i] == "JJ" and i and tags[i - 1] == "IN" and following in _AFTER_HEAD:
                tags[i], line.choices[i] = "NNP", _NAME  # "off *Zanzibar*"
            continue
        if tags[i] == "JJ":
            alone = i == 0 or tags[i - 1] in _OPENS_GROUP or tags[i - 1] == "IN"
            tag = "NNP" if alone and following in _AFTER_HEAD and not _lists_another(texts, i) else "JJ"
        else:
            is_modifier = following in ("NN", "NNS", "JJ") or _lists_another(texts, i)
            tag = "JJ" if is_modifier else "NNP"
        tags[i], line.choices[i] = tag, frozenset({tag})


def _lists_another(texts: Sequence[str], i: int) -> bool:
    """Whether another nationality before a noun is joined on ("*Cambodian* and Thai soldiers")."""
    if i + 3 >= len(texts) or texts[i + 1] not in ("and", "or", ",", "&"):
        return False
    further = texts[i + 2].split("-")[-1]
    return further in nationalities() and (texts[i + 3][0].islower() or texts[i + 1] == ",")
