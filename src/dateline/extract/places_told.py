"""Places that no list has: a name that the words beside it tell to be a place's.

For ``places``. "The village of Kfar Tibnit", "Enguri dam", "40 km from Tera", "shelled Ilok": whatever has
such a name is a place. Its kind is that of the noun beside it, its state the one that the text says it is in
or near, or that the article is about; it has a point where the list of small towns has one of the name there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.codebook import settings
from dateline.extract.gazetteer import Candidate, country_of, lookup, regions, towns
from dateline.language.document import Sentence, Word
from dateline.language.lexicon import usual_tags, word_list

_NAME = ("NNP", "NNPS")
_NAMING = frozenset([*_NAME, "NN", "NNS", "JJ"])  # tags that a word of a name may have
_ARTICLES = ("al-", "el-", "ad-", "as-", "an-")
_PARTICLES = frozenset(["el", "al", "de", "del", "la", "ad", "as", "ash", "az", "es", "e", "i"])
_CLEARLY_LARGEST = 5  # times the next town of the name
_MOSTLY = 3  # times as often as any other is the state spoken of that an article is about
_AT_LEAST = 3  # times that it is spoken of
_TIME_BETWEEN = frozenset(["DT", "JJ", "NN", "CD", "CC", ",", "RB", "IN"])
_FURTHEST = 7  # words between two places that were taken one after the other


@dataclass(frozen=True, slots=True)
class Told:
    """A name that must be a place's, with the states in which it lies by the words beside it."""

    first: int
    last: int
    text: str
    kind: str | None
    states: frozenset[str]


def find(
    sentence: Sentence, taken: Collection[int], placed: Collection[int], somebody: Collection[int]
) -> list[Told]:
    """The unlisted places of a sentence.

    ``taken``: words of listed names; ``placed``: of those that govern nobody; ``somebody``: of actors' names.
    """
    found: list[Told] = []
    known, placed = set(taken), set(placed)
    for first, last in _runs(sentence, taken, somebody):
        if told := _told(sentence, first, last, known, placed):
            found.append(told)
            known.update(range(told.first, told.last + 1))
            placed.update(range(told.first, told.last + 1))
    return found


def candidate(told: Told, in_play: Counter[str]) -> Candidate:
    """The small town of that name in a state that is spoken of, else a place without a point."""
    if told.kind in (None, "city"):
        named = towns(told.text)
        near = told.states or {state for state, said in in_play.items() if said}
        homes = [town for town in named if town.country in near]
        if not homes and not told.states and len(named) == 1 and _is_neighbour(named[0], in_play):
            homes = list(named)
        if homes and _leads(homes):
            return homes[0]
    state = next(iter(told.states)) if len(told.states) == 1 else None if told.states else _only(in_play)
    return Candidate(told.text, told.kind, state, None, None, None, None, None)


def _is_neighbour(town: Candidate, in_play: Counter[str]) -> bool:
    """Whether the only town of a name lies in the part of the world that the article speaks of."""
    parts = regions()
    own = parts.get(town.country or "")
    return own is not None and any(parts.get(state) == own for state, said in in_play.items() if said)


def _leads(homes: list[Candidate]) -> bool:
    largest, *others = homes
    return all((largest.population or 0) >= _CLEARLY_LARGEST * (town.population or 0) for town in others)


def _only(in_play: Counter[str]) -> str | None:
    (state, most), (_, second) = (*in_play.most_common(2), ("", 0), ("", 0))[:2]
    return state if most >= max(_AT_LEAST, _MOSTLY * second) else None


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(settings("places")["told"]["lists"][name])


@cache
def _nouns() -> dict[str, str]:
    return {noun: kind for kind, nouns in settings("places")["told"]["nouns"].items() for noun in nouns}


@cache
def _openings() -> dict[str, str]:
    lists = settings("places")["told"]["lists"]
    return dict(zip(lists["opening"], lists["opening_kinds"], strict=True))


def _runs(sentence: Sentence, taken: Collection[int], somebody: Collection[int]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words that are nobody's name and no listed place's."""
    words, i = sentence.words, 0
    while i < len(words):
        if i in taken or i in somebody or not _opens(words[i]):
            i += 1
            continue
        last = i
        while last + 1 < len(words) and last + 1 not in taken and last + 1 not in somebody:
            following = words[last + 1]
            if _opens(following) or following.text.startswith(_ARTICLES):
                last += 1
            elif following.lower in _PARTICLES and last + 2 < len(words) and _opens(words[last + 2]):
                last += 2
            else:
                break
        joined = any(j in somebody for j in (i - 1, last + 1))
        if not joined:
            yield i, last
        i = last + 1


def _opens(word: Word) -> bool:
    if not word.text[0].isupper() or word.tag not in _NAMING:
        return False
    return word.text not in word_list("calendar") and not country_of(word.text)


def _told(
    sentence: Sentence, first: int, last: int, known: Collection[int], placed: Collection[int]
) -> Told | None:
    words = sentence.words
    begins = words[first].tag in _NAME or words[first].lower in _openings()
    if not begins and (last == first or words[last].lower not in _nouns()):
        return None
    after = words[last + 1] if last + 1 < len(words) else None
    if words[last].lower in _list("no_place") or (after and after.lower in _list("no_place")):
        return None
    own = _by_its_words(sentence, first, last) or _by_noun_behind(sentence, first, last)
    own = own or _by_noun_before(sentence, first, last)
    if own is None and (kind := _by_context(sentence, first, last, known, placed)):
        own = first, last, None if kind == "-" else kind
    if own is None:
        return None
    first, last, kind = own
    text = " ".join(sentence.cut(*sentence.span(first, last)).split())
    return Told(first, last, text, kind, _states(sentence, first, last, known))


def _by_its_words(sentence: Sentence, first: int, last: int) -> tuple[int, int, str | None] | None:
    """ "Kodori *Gorge*", "*Lake* Assad", "*Bay* of Kotor": the noun is part of the name."""
    words = sentence.words
    start = first
    if words[start].lower in ("the", "a"):
        start += 1
    if last > start and words[last].lower in _nouns() and words[start].tag in (*_NAME, "JJ", "NN"):
        return start, last, _nouns()[words[last].lower]
    if last > start and (kind := _openings().get(words[start].lower)) and not _is_common(words[start + 1]):
        return start, last, kind
    before = words[first - 2] if first >= 2 and words[first - 1].lower == "of" else None
    if before is not None and before.text[0].isupper() and before.i and (kind := _nouns().get(before.lower)):
        return before.i, last, kind
    return None


def _by_noun_behind(sentence: Sentence, first: int, last: int) -> tuple[int, int, str | None] | None:
    """ "Enguri *dam*", "Shamozai *district*"."""
    words = sentence.words
    if last + 1 >= len(words) or words[last + 1].text[0].isupper() or words[last + 1].tag == "POS":
        return None
    if all(_is_common(word) for word in words[first : last + 1]):
        return None
    for length in (2, 1):
        end = last + length
        if end < len(words):
            noun = " ".join(word.lower for word in words[last + 1 : end + 1])
            kind = _nouns().get(noun)
            ahead = words[end + 1] if end + 1 < len(words) else None
            if kind and not (ahead and ahead.tag in ("NN", "NNS") and ahead.text[0].islower()):
                return first, end if noun in _list("named_with") else last, kind
    return None


def _by_noun_before(sentence: Sentence, first: int, last: int) -> tuple[int, int, str | None] | None:
    """ "the *village* of Kfar Tibnit"; "Ilok, a *town* on the Danube"."""
    words = sentence.words
    if first >= 2 and words[first - 1].lower == "of" and (kind := _nouns().get(words[first - 2].lower)):
        return None if all(_is_common(word) for word in words[first : last + 1]) else (first, last, kind)
    for group in sentence.groups:
        beside = group.apposed
        if beside is None or group.head != last or words[beside.head].tag != "NN":
            continue
        if kind := _nouns().get(words[beside.head].lower):
            return first, last, kind
    return None


def _by_context(
    sentence: Sentence, first: int, last: int, known: Collection[int], placed: Collection[int]
) -> str | None:
    """The kind that the words around the name tell, "-" where they tell only that it is a place."""
    words = sentence.words
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and (after.tag == "POS" or after.tag in ("NN", "NNS", "NNP", "JJ", "CD")):
        return None
    if all(_is_common(word) for word in words[first : last + 1]) or words[first].text in _list("not_in"):
        return None
    if first == last and (words[first].text.isupper() or words[first].lower.endswith("ism")):
        return None  # an acronym, a doctrine
    at = first - 1
    while at >= 0 and words[at].lower in _list("between"):
        at -= 1
    if at < 0:
        return None
    word, before = words[at], words[at - 1] if at else None
    if word.lower in ("of", "from") and _is_distance(words, at):
        return "city"
    if word.lower == "of" and before is not None and before.lower in _list("of"):
        return "city"
    if word.lower in _list("where"):
        if before is not None and before.lemma in _list("in_mind"):
            return None
        return "city" if _followed_by_place(words, last, known) else "-"
    if word.lower == "at" and any(w.lemma in _list("at") for w in words[max(0, at - 5) : at]):
        return "-"
    if word.tag.startswith("VB") and word.lemma in _list("taken"):
        # Men are captured too.
        text = sentence.cut(*sentence.span(first, last))
        return "city" if word.lemma not in _list("seized") or towns(text) else None
    if word.lower in ("at", "from", "to") and _followed_by_place(words, last, known):
        return "city"
    return "-" if _is_listed(words, first, last, placed) else None


def _is_distance(words: list[Word], at: int) -> bool:
    """ "40 km (north) *from* Tera", "30 miles west *of* Ilok"."""
    return any(word.lower in _list("distance") for word in words[max(0, at - 2) : at])


def _followed_by_place(words: list[Word], last: int, known: Collection[int]) -> bool:
    """ "Dabola*, Guinea*", "Soma*, in Manisa* province"."""
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return False
    return last + 2 in known or (
        words[last + 2].lower in ("in", "near") and any(i in known for i in range(last + 3, last + 6))
    )


def _is_listed(words: list[Word], first: int, last: int, known: Collection[int]) -> bool:
    """Whether a place stands beside it in a list ("in Hull *and* Grimsby"), or was taken before it."""
    before = words[first - 1].lower if first else ""
    if last + 1 < len(words) and words[last + 1].lower in _list("where"):
        return False  # "Nixon in Rome and Brandt *in* Bonn"
    if before in ("and", "or", ",") and first - 2 in known:
        return True
    if last + 2 < len(words) and words[last + 1].lower in ("and", "or") and last + 2 in known:
        return True
    if before != "and":
        return False
    i = first - 1
    while i > first - 1 - _FURTHEST and i >= 0 and i not in known:
        if words[i].tag not in _TIME_BETWEEN or words[i].text[0].isupper():
            return False
        i -= 1
    return i in known


@cache
def _common(lower: str) -> bool:
    return usual_tags().get(lower, "NNP") not in _NAME


def _is_common(word: Word) -> bool:
    """Whether the word, without its capital, is one of the language."""
    return _common(word.lower)


def _states(sentence: Sentence, first: int, last: int, known: Collection[int]) -> frozenset[str]:
    """The states that the words behind the name, or a place that it is near to, say it is in."""
    words = sentence.words
    for i in range(last + 1, min(last + 9, len(words))):
        if words[i].tag.startswith(("VB", "W")) or words[i].text in (";", "and"):
            break
        if i in known and words[i - 1].lower not in ("from", "to", "with"):
            end = i
            while end + 1 < len(words) and end + 1 in known:
                end += 1
            listed = lookup(sentence.cut(*sentence.span(i, end)))
            homes = {c.country for c in listed if c.kind == "country"} or {c.country for c in listed}
            if len(homes) == 1:
                return frozenset(home for home in homes if home)
            break
    return frozenset()
