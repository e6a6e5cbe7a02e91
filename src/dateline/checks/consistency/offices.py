"""Offices that the article gives to two persons at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from dateline import codebook
from dateline.checks.consistency.amounts import listed, words_of
from dateline.checks.found import ARTICLE, Found, Verdict
from dateline.checks.scene import READ, Scene, sure
from dateline.records import Entity, Mention, SentenceRow
from dateline.schema import HAPPENED

_APART = timedelta(days=31)  # between two dates at which both hold the office
_RECENT = timedelta(days=366)  # before the article: what it tells beside what has no date
_ALIKE = 70  # of 100: names that may be one person's
_BODIES = frozenset({"SPY", "MIL", "IGO"})  # whose bodies have one head, unlike parties and police forces
_NEAR = 4  # words before an office that tell whose turn it was
_BEFORE = 60  # characters before a name in which its office stands


class Held(NamedTuple):
    """A person named with an office in a sentence, and the days that the sentence is about."""

    entity: Entity
    mention: Mention
    sentence: SentenceRow
    office: str
    days: tuple[date, date] | None


def office_held_twice(scene: Scene) -> Iterator[Found]:
    """Two persons told as holding, within a month, an office of which there is one at a time.

    Only offices of one holder count, of the same state or of a body known to be the same, and only where
    the person is named with the title and acts or speaks. Any word of change, rank or claim beside
    either ("former", "then", "deputy", "elected", "rival"), a past with "was" or "had", an event of
    resigning or appointing, a name that may be the other's, and states that have had two holders at
    once excuse it. `disagrees` where both sentences are dated within a month of each other; where one
    or both have no date of their own, they may be of two times: `unverified`.
    """
    persons: dict[tuple[str, str], list[Held]] = {}
    for held, seat in _holders(scene):
        persons.setdefault((held.office, seat), []).append(held)
    for (office, _), holders in persons.items():
        done: set[frozenset[str | None]] = set()
        for one, other in combinations(holders, 2):
            pair = frozenset({one.entity.entity_id, other.entity.entity_id})
            if len(pair) < 2 or pair in done or _may_be_one(one.entity, other.entity):
                continue
            if not _same_words(one.entity, other.entity):
                continue
            verdict = _verdict(scene, one, other)
            if verdict is None or _is_excused(scene, one, other):
                continue
            done.add(pair)
            yield _found(scene, one, other, office, verdict)


def _holders(scene: Scene) -> Iterator[tuple[Held, str]]:
    """Who is named with an office of one holder, and of which state or body."""
    for mention in scene.mentions:
        entity, sentence = scene.get(mention.entity_id), scene.sentence(mention)
        if not isinstance(entity, Entity) or entity.kind != "person" or mention.form != "name":
            continue
        if sentence is None or sentence.role not in READ or sentence.start is None or mention.start is None:
            continue
        office, seat = _office(scene, entity)
        if office is None or seat is None or not _acts(scene, entity, mention):
            continue
        lead = scene.text[max(sentence.start, mention.start - _BEFORE) : mention.end]
        if office.split()[-1] not in words_of(lead):
            continue
        yield Held(entity, mention, sentence, office, _days(scene, mention)), seat


def _office(scene: Scene, entity: Entity) -> tuple[str | None, str | None]:
    """The office of one holder that a person has, and whose it is; missing where that is not clear."""
    office = office_of(entity.role)
    if office in listed("one_holder", "state"):
        state = entity.country or _only_state(scene)
        if state is None or state in listed("one_holder", "twice"):
            return None, None
        return (None, None) if office == "secretary of state" and state != "USA" else (office, state)
    words = words_of(entity.role or "")
    named = next((word for word in words if word in listed("one_holder", "body")), None)
    if named is None or entity.sector not in _BODIES:
        return None, None
    parent = scene.get(entity.parent_id)
    if isinstance(parent, Entity) and parent.kind == "organisation":
        return named, parent.entity_id
    return (named, " ".join(words)) if len(words) > 1 and entity.country else (None, None)


def _only_state(scene: Scene) -> str | None:
    """The one state that the article speaks of, whose an office without a country must be."""
    states = {entity.country for entity in scene.entities if entity.country}
    return next(iter(states)) if len(states) == 1 else None


def _acts(scene: Scene, entity: Entity, mention: Mention) -> bool:
    """Whether the person does or says something in the sentence."""
    said = any(s.source_id == entity.entity_id for s in scene.beside(mention, "statements"))
    return said or any(
        entity.entity_id in (e.source_id, e.target_id) and e.status in HAPPENED
        for e in scene.beside(mention, "events")
    )


def _days(scene: Scene, mention: Mention) -> tuple[date, date] | None:
    """The days that a sentence is about, by its own dates."""
    found = [(e.date_start, e.date_end) for e in scene.beside(mention, "events") if sure(e)]
    found += [
        (t.earliest, t.latest)
        for t in scene.beside(mention, "times")
        if t.type in ("DATE", "TIME") and t.earliest and t.latest
    ]
    if not found:
        return None
    return min(start for start, _ in found), max(end for _, end in found)


def _verdict(scene: Scene, one: Held, other: Held) -> Verdict | None:
    """What two tellings with their days amount to; without days, both may be of the article's own time."""
    if one.days and other.days:
        start, end = min(one.days[0], other.days[0]), max(one.days[1], other.days[1])
        return "disagrees" if end - start <= _APART else None
    told, written = one.days or other.days, scene.written[1]
    recent = told is None or (written is not None and written - told[1] <= _RECENT)
    return "unverified" if recent else None


def _is_excused(scene: Scene, one: Held, other: Held) -> bool:
    """Whether anything tells one after the other, or two offices."""
    own = {one.entity.entity_id, other.entity.entity_id}
    last = one.office.split()[-1]
    for sentence in scene.sentences:
        if sentence.role not in READ:
            continue
        words = words_of(sentence.text or "")
        if last not in words and own.isdisjoint(m.entity_id for m in scene.beside(sentence, "mentions")):
            continue
        if listed("one_holder", "excuse").intersection(words) or _is_past(words, last):
            return True
    return False


def _is_past(words: list[str], office: str) -> bool:
    """Whether a word right before the office tells another holder, or another time."""
    beside = listed("one_holder", "beside")
    return any(
        word == office and beside.intersection(words[max(0, i - _NEAR) : i]) for i, word in enumerate(words)
    )


def _same_words(one: Entity, other: Entity) -> bool:
    """Whether one role is the other, perhaps with a word more ("Pakistani Army Chief", "Army Chief")."""
    mine, its = set(words_of(one.role or "")), set(words_of(other.role or ""))
    return mine <= its or its <= mine


def _may_be_one(one: Entity, other: Entity) -> bool:
    mine, its = words_of(one.name or ""), words_of(other.name or "")
    return bool(set(mine) & set(its)) or any(fuzz.ratio(a, b) >= _ALIKE for a in mine[-1:] for b in its[-1:])


def _found(scene: Scene, one: Held, other: Held, office: str, verdict: Verdict) -> Found:
    certain = verdict == "disagrees"
    note = "Within a month both hold an office of which there is one" if certain else (
        "The office has one holder; the text does not say that one followed the other"
    )  # fmt: skip
    return Found(
        "mentions", other.mention.mention_id, other.mention.start, other.mention.end, verdict,
        f"{other.entity.name}, {other.entity.role or office}",
        f"{one.entity.name}, {one.entity.role or office}",
        None, None, ARTICLE, scene.quote(one.mention), f"{note}.",
    )  # fmt: skip


@cache
def _titles() -> tuple[dict[str, str], frozenset[str]]:
    """Each title's form to its first form, lower-cased, and the titles that are no office."""
    forms: dict[str, str] = {}
    prefixes: set[str] = set()
    for row in codebook.packaged("offices", ("title", "sector", "use")):
        titles = codebook.values(row["title"])
        for title in titles:
            forms[title.lower()] = titles[0].lower()
        if row["use"] == "prefix":
            prefixes |= {title.lower() for title in titles}
    return forms, frozenset(prefixes)


def office_of(role: str | None) -> str | None:
    """The office in a role as worded ("Turkish Prime Minister": "prime minister"); a rank is none."""
    if not role:
        return None
    forms, prefixes = _titles()
    words = re.sub(r"\s+", " ", role.strip().lower()).split(" ")
    for start in range(len(words)):
        title = " ".join(words[start:])
        if title in forms:
            return None if title in prefixes else forms[title]
    return None
