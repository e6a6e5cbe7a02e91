"""Persons, places and organisations that the article spells in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dateline.checks.consistency.amounts import listed, words_of
from dateline.checks.consistency.offices import office_of
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.codebook import settings
from dateline.records import Entity, Mention

_SHORT = 4  # letters up to which a part of a name must be the same ("il", "un"; "Wei", "Wen")
_ALIKE = 80  # of 100, for whole names
_BODY_ALIKE = 88
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STYLE = (("z", "s"), ("our", "or"), ("centre", "center"), ("defence", "defense"), ("programme", "program"))
_SMALL = frozenset({"the", "of", "and", "for", "de", "du", "des", "on", "in", "to", "al", "el", "la", "le"})
#: First letters that stand for one sound in another script.
_SOUNDS = ("ckqg", "iyje", "uwov", "sz", "ei", "td", "bp")
#: What turns a name into another word: inhabitants, plurals, women's names, "al-Karim" and "al-Karimi".
_ENDINGS = frozenset(
    {
        "",
        "s",
        "es",
        "i",
        "is",
        "n",
        "ns",
        "an",
        "ans",
        "ian",
        "ians",
        "a",
        "as",
        "e",
        "ese",
        "y",
        "ish",
        "o",
        "os",
        "h",
        "ov",
        "ev",
    }
)
_EXPANDED = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|the|for|and|de|du|des|del|on|in) ){0,2}){2,8})\(([A-Z][A-Za-z]{2,9})\)"
)
_RUN = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|the|for|and|de|du|des|del|on|in) ){0,2}[A-Z][\w’'-]+){2,8}")


class Spelt(NamedTuple):
    """A spelling: how it reads, where first and how often; whose it is, where an entity has it."""

    text: str
    first: Mention
    times: int
    entity: Entity


def name_spelt_twice(scene: Scene) -> Iterator[Found]:
    """One name in two spellings ("Yousaf Raza Gilani", "Yusuf Reza Gillani"; "Waziristan", "Wazirstan").

    Two spellings are one name where the codebook knows both as one body; where a person's names differ part
    by part in a letter or two and either the office is the same or one of the differing parts is no
    given name of its own (Rashid and Rashad Rauf may be two); where a place that no gazetteer has is spelt
    almost as one that it has; where an acronym is expanded in two ways. Not counted are accents, hyphens,
    capitals and British or American spelling, endings that make another word (Iranian, Karimi, Ivanova),
    parts of up to four letters, two places or two countries that are both known, and persons beside whom
    the text speaks of brothers or a family.
    """
    seen: set[frozenset[str]] = set()
    for one, other, why in (*_bodies(scene), *_persons(scene), *_places(scene), *_expanded(scene)):
        pair = frozenset({one.text.casefold(), other.text.casefold()})
        if pair in seen:
            continue
        seen.add(pair)
        rare, usual = sorted((one, other), key=lambda s: (s.times, -(s.first.start or 0)))
        yield Found(
            "mentions", rare.first.mention_id, rare.first.start, rare.first.end, "disagrees",
            rare.text, usual.text, None, None, ARTICLE, scene.quote(usual.first), why,
        )  # fmt: skip


def _spellings(scene: Scene, kinds: tuple[str, ...]) -> list[Spelt]:
    """The spellings by name of entities of the kinds, in text order."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in scene.mentions:
        if mention.form == "name" and mention.text and mention.start is not None and scene.is_read(mention):
            text = re.sub(r"['’]s?$", "", " ".join(mention.text.split()))
            found.setdefault((mention.entity_id or "", text), []).append(mention)
    rows = []
    for (own, text), mentions in found.items():
        entity = scene.get(own)
        if isinstance(entity, Entity) and entity.kind in kinds:
            rows.append(Spelt(text, mentions[0], len(mentions), entity))
    return rows


def _bodies(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    """Two spellings of what the codebook or the text makes one body or place."""
    for one, other in combinations(_spellings(scene, ("organisation", "group", "place")), 2):
        if one.entity.entity_id != other.entity.entity_id or fuzz.ratio(one.text, other.text) < _ALIKE:
            continue
        mine, its = _parts(one.text), _parts(other.text)
        differing = _differing(mine, its)
        if not differing or _is_style(one.text, other.text):
            continue
        if len(mine) > 2 or not any(_is_inflected(a, b) for a, b in differing):
            yield one, other, "Two spellings of one name."


def _persons(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    for one, other in combinations(_spellings(scene, ("person",)), 2):
        if one.entity.entity_id == other.entity.entity_id or _is_style(one.text, other.text):
            continue
        if _conflict(one.entity, other.entity) or _of_a_family(scene, one, other):
            continue
        mine, its = _parts(one.text), _parts(other.text)
        if len(mine) > 1 and len(its) > 1 and _is_same_person(one, other, mine, its):
            yield one, other, "The names differ in a letter or two only, and nothing tells two persons apart."
        elif _is_same_surname(one, other, mine, its):
            yield (
                one,
                other,
                "Nobody of the one surname is introduced; it differs in a letter from the other.",
            )


def _is_same_person(one: Spelt, other: Spelt, mine: list[str], its: list[str]) -> bool:
    if len(mine) != len(its):
        return False
    differing = _differing(mine, its)
    if not differing or fuzz.ratio(" ".join(mine), " ".join(its)) < _ALIKE:
        return False
    office = office_of(one.entity.role)
    same_office = office is not None and office == office_of(other.entity.role)
    if not all(_is_close(a, b, short=same_office) for a, b in differing):
        return False
    if mine[-1] != its[-1] and _is_inflected(mine[-1], its[-1]) and not same_office:
        return False
    if (mine[-1][-1] == "a") != (its[-1][-1] == "a"):
        return False  # Ivanov and Ivanova
    if same_office:
        return True
    known = _given_names()
    return any(not (a in known and b in known) and not _is_inflected(a, b) for a, b in differing)


def _is_same_surname(one: Spelt, other: Spelt, mine: list[str], its: list[str]) -> bool:
    """ "Nicolas Sarkozy" and, later, a "Sarkosy" of whom nothing else is said."""
    (short, alone), (long, full) = sorted(((mine, one), (its, other)), key=lambda pair: len(pair[0]))
    if len(short) != 1 or len(long) < 2 or (alone.first.start or 0) < (full.first.start or 0):
        return False
    a, b = short[0], long[-1]
    if a == b or min(len(a), len(b)) <= _SHORT + 1 or a[0] != b[0] or OSA.distance(a, b) > 1:
        return False
    return not _is_inflected(a, b) and a not in _given_names() and _parts(alone.entity.name or "") == short


def _places(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    known = {place.entity_id: place.latitude is not None for place in scene.places}
    for one, other in combinations(_spellings(scene, ("place",)), 2):
        if one.entity.entity_id == other.entity.entity_id or _is_style(one.text, other.text):
            continue
        located = [known.get(one.entity.entity_id, False), known.get(other.entity.entity_id, False)]
        mine, its = _parts(one.text), _parts(other.text)
        if all(located) or not any(located) or len(mine) != len(its):
            continue
        differing = _differing(mine, its)
        if len(differing) != 1:
            continue
        a, b = differing[0]
        if min(len(a), len(b)) > _SHORT + 1 and _is_close(a, b) and not _is_inflected(a, b) and a[0] == b[0]:
            yield (
                one,
                other,
                "No gazetteer has the one name, which differs in a letter or two from the other.",
            )


def _expanded(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    """An acronym's words against words that begin with the same letters and are almost the same."""
    names: dict[str, tuple[str, int]] = {}
    runs: list[tuple[str, int]] = []
    for sentence in scene.sentences:
        if sentence.role not in READ or not sentence.text or sentence.start is None:
            continue
        for match in _EXPANDED.finditer(sentence.text):
            text = _without_article(match[1].strip())
            if _initials(text) == match[2].casefold():
                names.setdefault(text, (match[2], sentence.start + match.start() + match[1].index(text)))
        runs += [(m[0], sentence.start + m.start()) for m in _RUN.finditer(sentence.text)]
    for name, (acronym, at) in names.items():
        for run, start in runs:
            text = _without_article(run)
            start += len(run) - len(text)
            mine, its = _parts(name), _parts(text)
            if len(mine) != len(its) or _initials(text) != acronym.casefold() or _is_style(name, text):
                continue
            if fuzz.ratio(name, text) >= _BODY_ALIKE and _differing(mine, its):
                one, other = _spelt(scene, name, at), _spelt(scene, text, start)
                yield one, other, f"Both stand for {acronym}."


def _spelt(scene: Scene, text: str, start: int) -> Spelt:
    """A spelling without an entity of its own, as a mention at its place."""
    sentence = next(
        (
            s
            for s in scene.sentences
            if s.start is not None and s.end is not None and s.start <= start < s.end
        ),
        None,
    )
    own = next((m for m in scene.mentions if m.start == start), None)
    mention = Mention(
        own.mention_id if own else None, own.entity_id if own else None,
        sentence.sentence_id if sentence else None, start, start + len(text), text, "name",
    )  # fmt: skip
    return Spelt(text, mention, scene.text.count(text), Entity(*(None,) * 12))


def _without_article(text: str) -> str:
    return re.sub(r"^(?:The|A|An|In|On|At|But|And) ", "", text)


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper()).casefold()


def _parts(text: str) -> list[str]:
    """The parts of a name, lower-cased and without accents; small words are left out."""
    return [part for part in map(_plain, _TOKEN.findall(text)) if part not in _SMALL]


@cache
def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c) and c != "'")


def _differing(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(one, other, strict=True) if a != b] if len(one) == len(other) else []


def _is_style(one: str, other: str) -> bool:
    """Whether two spellings differ in accents, hyphens, capitals or British and American habits only."""
    return _styled(one) == _styled(other)


def _styled(text: str) -> str:
    plain = "".join(_parts(text))
    for british, american in _STYLE:
        plain = plain.replace(british, american)
    return plain


def _is_close(one: str, other: str, *, short: bool = False) -> bool:
    """Whether two parts of names differ in a letter or two and may sound alike."""
    length = min(len(one), len(other))
    if length < (_SHORT if short else _SHORT + 1) or not _may_sound(one[0], other[0]):
        return False
    most = 2 if length > 7 or (short and length > _SHORT) else 1
    return OSA.distance(one, other) <= most


def _may_sound(one: str, other: str) -> bool:
    return one == other or any(one in sound and other in sound for sound in _SOUNDS)


def _is_inflected(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or both are one word with two."""
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    return common > 2 and one[common:] in _ENDINGS and other[common:] in _ENDINGS


def _conflict(one: Entity, other: Entity) -> bool:
    """Whether country or office tells two persons apart."""
    if one.country and other.country and one.country != other.country:
        return True
    mine, its = office_of(one.role), office_of(other.role)
    return mine is not None and its is not None and mine != its


def _of_a_family(scene: Scene, one: Spelt, other: Spelt) -> bool:
    for spelt in (one, other):
        sentence = scene.sentence(spelt.first)
        if sentence is None or listed("family", "words").intersection(words_of(sentence.text or "")):
            return True
    # told apart where both are named: "Rashid Rauf met Rashad Rauf"
    return one.first.sentence_id == other.first.sentence_id


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_plain(name) for group in settings("given_names").values() for name in group.split())
