"""Persons, places and organisations that the article spells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dateline.checks.consistency.amounts import listed, words_of
from dateline.checks.consistency.offices import office_of
from dateline.checks.consistency.spelling import (
    SHORT,
    differing,
    given_names,
    initials,
    is_close,
    is_inflected,
    is_known,
    is_style,
    parts,
    without_article,
)
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.records import Entity, Mention

_ALIKE = 80  # of 100, for whole names
_LONG = 8  # letters above which a misprint may have two
_BODY_ALIKE = 88
_EXPANDED = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|the|for|and|de|du|des|del|on|in) ){0,2}){2,8})\(([A-Z][A-Za-z]{2,9})\)"
)
_CAPITAL = re.compile(r"[A-Z][a-z]{5,}\b")
_BESIDE = re.compile(r"([A-Z][\w.'’]*)[ -]$")
_NEXT = re.compile(r"^[ -]([A-Z][\w.'’]*)")
_RUN = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|the|for|and|de|du|des|del|on|in) ){0,2}[A-Z][\w’'-]+){2,8}")


class Spelt(NamedTuple):
    """A spelling: how it reads, where first and how often; whose it is, where an entity has it."""

    text: str
    first: Mention
    times: int
    entity: Entity


def name_spelt_twice(scene: Scene) -> Iterator[Found]:
    """One name in two spellings ("Moammar Gadhafi", "Muammar Gaddafi"; "Srebrenica", "Srebenica").

    Two spellings are one name where the codebook knows both as one body; where a person's names differ part
    by part in a letter or two and either the office is the same or one of the differing parts is no
    given name of its own (Maria and Mario Soares may be two); where a place that no gazetteer has is spelt
    almost as one that it has; where an acronym is expanded in two ways. Not counted are accents, hyphens,
    capitals and British or American spelling, endings that make another word (Iranian, Karimi, Ivanova),
    parts of up to four letters, two places or two countries that are both known, and persons beside whom
    the text speaks of brothers or a family.
    """
    seen: set[frozenset[str]] = set()
    found = (_bodies(scene), _persons(scene), _places(scene), _expanded(scene), _unread(scene))
    for one, other, why in chain.from_iterable(found):
        pair = frozenset({one.text.casefold(), other.text.casefold()})
        if pair in seen:
            continue
        seen.add(pair)
        rare, usual = sorted((one, other), key=lambda s: (s.times, -(s.first.start or 0)))
        yield Found(
            "mentions" if rare.first.mention_id else "sentences",
            rare.first.mention_id or rare.first.sentence_id, rare.first.start, rare.first.end, "disagrees",
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
        mine, its = parts(one.text), parts(other.text)
        unlike = differing(mine, its)
        if not unlike or is_style(one.text, other.text):
            continue
        if not any(is_inflected(a, b) for a, b in unlike):
            yield one, other, "Two spellings of one name."


def _persons(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    named = [(spelt, parts(spelt.text)) for spelt in _spellings(scene, ("person",))]
    for (one, mine), (other, its) in combinations(named, 2):
        if one.entity.entity_id == other.entity.entity_id or not mine or not its:
            continue
        if len(mine) > 1 and len(its) > 1:
            alike = _is_same_person(one, other, mine, its)
            why = "The names differ in a letter or two only, and nothing tells two persons apart."
        else:
            alike = _is_same_surname(one, other, mine, its)
            why = "Nobody of this surname is introduced; it differs in a letter from the other."
        if not alike or is_style(one.text, other.text):
            continue
        if not _conflict(one.entity, other.entity) and not _of_a_family(scene, one, other):
            yield one, other, why


def _is_same_person(one: Spelt, other: Spelt, mine: list[str], its: list[str]) -> bool:
    if len(mine) != len(its):
        return False
    if fuzz.ratio(" ".join(mine), " ".join(its)) < _ALIKE or not (unlike := differing(mine, its)):
        return False
    office = office_of(one.entity.role)
    same_office = office is not None and office == office_of(other.entity.role)
    if not all(is_close(a, b, short=same_office) for a, b in unlike):
        return False
    if mine[-1] != its[-1] and is_inflected(mine[-1], its[-1]) and not same_office:
        return False
    if same_office:
        return True
    if (mine[-1][-1] == "a") != (its[-1][-1] == "a"):
        return False  # Ivanov and Ivanova
    known = given_names()
    return any(not (a in known and b in known) and not is_inflected(a, b) for a, b in unlike)


def _is_same_surname(one: Spelt, other: Spelt, mine: list[str], its: list[str]) -> bool:
    """ "Nicolas Sarkozy" and, later, a "Sarkosy" of whom nothing else is said."""
    (short, alone), (long, full) = sorted(((mine, one), (its, other)), key=lambda pair: len(pair[0]))
    if len(short) != 1 or len(long) < 2 or (alone.first.start or 0) < (full.first.start or 0):
        return False
    a, b = short[0], long[-1]
    if a == b or min(len(a), len(b)) <= SHORT + 1 or a[0] != b[0] or OSA.distance(a, b) > 1:
        return False
    return not is_inflected(a, b) and a not in given_names() and parts(alone.entity.name or "") == short


def _places(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    known = {place.entity_id: place.latitude is not None for place in scene.places}
    for one, other in combinations(_spellings(scene, ("place",)), 2):
        if one.entity.entity_id == other.entity.entity_id or is_style(one.text, other.text):
            continue
        located = [known.get(one.entity.entity_id, False), known.get(other.entity.entity_id, False)]
        mine, its = parts(one.text), parts(other.text)
        if all(located) or not any(located) or len(mine) != len(its):
            continue
        unlike = differing(mine, its)
        if len(unlike) != 1:
            continue
        a, b = unlike[0]
        if min(len(a), len(b)) > SHORT + 1 and is_close(a, b) and not is_inflected(a, b) and a[0] == b[0]:
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
            text = without_article(match[1].strip())
            if initials(text) == match[2].casefold():
                names.setdefault(text, (match[2], sentence.start + match.start() + match[1].index(text)))
        runs += [(m[0], sentence.start + m.start()) for m in _RUN.finditer(sentence.text)]
    for name, (acronym, at) in names.items():
        for run, start in runs:
            text = without_article(run)
            start += len(run) - len(text)
            mine, its = parts(name), parts(text)
            if len(mine) != len(its) or initials(text) != acronym.casefold() or is_style(name, text):
                continue
            if fuzz.ratio(name, text) >= _BODY_ALIKE and differing(mine, its):
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


def _unread(scene: Scene) -> Iterator[tuple[Spelt, Spelt, str]]:
    """A capitalised word that stands for nothing known, one letter off a name of the article."""
    names = [
        (part, spelt)
        for spelt in _spellings(scene, ("person", "place", "group", "organisation"))
        for part in re.findall(r"[A-Z][a-z]{5,}", spelt.text)
        if spelt.entity.kind != "person" or (spelt.text.endswith(part) and part.lower() not in given_names())
    ]
    for sentence in scene.sentences:
        if sentence.role not in ("standfirst", "body") or not sentence.text or sentence.start is None:
            continue
        spans = [(m.start or 0, m.end or 0) for m in scene.beside(sentence, "mentions")]
        for match in _CAPITAL.finditer(sentence.text):
            start, word = sentence.start + match.start(), match[0]
            if any(low <= start < high for low, high in spans) or is_known(word):
                continue
            before, after = sentence.text[: match.start()], sentence.text[match.end() :]
            beside = (*_BESIDE.findall(before), *_NEXT.findall(after))
            if not all(map(is_known, beside)):
                continue  # part of a longer name
            like = next((spelt for part, spelt in names if _is_misprint(word, part)), None)
            if like is not None:
                yield _spelt(scene, word, start), like, "Nothing of this name is known or introduced."


def _is_misprint(word: str, name: str) -> bool:
    """Whether a word is a name but for one letter inside it."""
    if word == name or word[0] != name[0] or word[-1] != name[-1]:
        return False
    most = 2 if min(len(word), len(name)) > _LONG else 1
    return OSA.distance(word, name) <= most and not is_inflected(word.lower(), name.lower())


def _conflict(one: Entity, other: Entity) -> bool:
    """Whether country or office tells two persons apart."""
    if one.country and other.country and one.country != other.country:
        return True
    mine, its = office_of(one.role), office_of(other.role)
    if mine is not None and its is not None and mine != its:
        return True
    sectors = one.sector and other.sector and one.sector != other.sector
    roles = set(words_of(one.role or "")), set(words_of(other.role or ""))
    return bool(sectors and all(roles) and not roles[0] & roles[1])


def _of_a_family(scene: Scene, one: Spelt, other: Spelt) -> bool:
    for spelt in (one, other):
        sentence = scene.sentence(spelt.first)
        if sentence is None or listed("family", "words").intersection(words_of(sentence.text or "")):
            return True
    # told apart where both are named: "Rashid Rauf met Rashad Rauf"
    return one.first.sentence_id == other.first.sentence_id
