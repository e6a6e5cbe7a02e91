"""One number that the article gives twice: of one event, or announced and then counted out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from dateline.checks.consistency.amounts import Told, listed, number, spread, told, words_of
from dateline.checks.consistency.headcounts import told_twice
from dateline.checks.consistency.items import items_announced
from dateline.checks.found import ARTICLE, Found, Verdict
from dateline.checks.scene import Scene, sure
from dateline.records import Entity, Event

_MEASURES = frozenset({"killed", "injured", "detained", "displaced", "missing"})
_ABOVE = frozenset({"headline", "standfirst"})
_LEAD = 3  # sentences of the body in which the headline's event is told
_WIDE = frozenset({"country", "region", "province"})  # where several things happen in one day
_INTRODUCED = re.compile(r"\b[Aa]n? (?:[\w'’-]+ ){1,3}")  # "a car bomb": perhaps another than before
_TAKEN_UP = re.compile(r"\bthe\s*$", re.IGNORECASE)


class Telling(NamedTuple):
    """A figure of casualties with what it is of."""

    count: Told
    event: Event | None
    days: tuple[date, date] | None
    place: str | None


def figure_given_twice(scene: Scene) -> Iterator[Found]:
    """One number given twice: the casualties of one event, or a count announced and then told one by one.

    Two tellings are of one event where the headline and one of the first sentences give one figure each of
    the same measure and share an actor or a place; where both are of the same day (or of the same actor and
    period) and one takes the other up ("the strike of 17 March", "the 45 killed on 17 March"), or both
    name the same town. Nothing may tell two: words like "another" or "later", tolls that rise, other
    nouns ("41 militants"), another place. Numbers that may both hold are no contradiction: "about 40" and
    41, "dozens" and 30, 12 soldiers of 20 people. Where the two have different speakers, the
    figure is contested between them; where one is the author's, likewise. The people of a ship, a town or a
    unit that is named are held against each other wherever they are told (:mod:`headcounts`).

    A count announced ("two demands: first …") is held against ordinals, numerals, bullets, or names set
    behind a colon. Fewer items than announced only count where the list is closed.
    """
    yield from items_announced(scene)
    tellings = list(_tellings(scene))
    yield from _headline(scene, tellings)
    done: set[str | None] = set()
    for one, other in combinations(tellings, 2):
        if one.count.sentence.role in _ABOVE or other.count.figure.figure_id in done:
            continue
        if one.count.figure.measure != other.count.figure.measure or not _is_one_event(scene, one, other):
            continue
        if found := _held(scene, one, other):
            done.add(other.count.figure.figure_id)
            yield found
    for first, then in told_twice(scene):
        if then.figure.figure_id not in done:
            done.add(then.figure.figure_id)
            yield _told(scene, first, then, conflict=(first.low, first.high) != (then.low, then.high))


def _tellings(scene: Scene) -> Iterator[Telling]:
    for one in told(scene):
        if one.figure.measure not in _MEASURES:
            continue
        event = scene.get(one.figure.event_id)
        event = event if isinstance(event, Event) else None
        yield Telling(one, event, _days(scene, one, event), _place(scene, one, event))


def _days(scene: Scene, one: Told, event: Event | None) -> tuple[date, date] | None:
    """The days of what is counted: the event's own, or the only date of the sentence."""
    if event is not None and sure(event) and event.date_start and event.date_end:
        return event.date_start, event.date_end
    if event is not None and event.date_start is not None and event.date_basis != "context":
        return None
    dated = [t for t in scene.beside(one.figure, "times") if t.type in ("DATE", "TIME")]
    if len(dated) == 1 and dated[0].earliest and dated[0].earliest == dated[0].latest:
        return dated[0].earliest, dated[0].latest
    return None


def _place(scene: Scene, one: Told, event: Event | None) -> str | None:
    """The event's place; of a figure without an event, the only one that the sentence names."""
    if event is not None:
        return event.place_id
    named = {m.entity_id for m in scene.beside(one.figure, "mentions")}
    found = [p for p in scene.places if p.entity_id in named and p.kind not in _WIDE]
    return found[0].place_id if len(found) == 1 else None


def _headline(scene: Scene, tellings: list[Telling]) -> Iterator[Found]:
    """The headline's figure, or the standfirst's, against the first sentences'."""
    body = [s.sentence_id for s in scene.sentences if s.role == "body"][:_LEAD]
    above = [t for t in tellings if t.count.sentence.role in _ABOVE]
    lead = [t for t in tellings if t.count.sentence.sentence_id in body]
    for measure in sorted(_MEASURES):
        mine = [t for t in above if t.count.figure.measure == measure]
        its = [t for t in lead if t.count.figure.measure == measure]
        if len(mine) != 1 or len(its) != 1 or _tells_another(its[0], scene):
            continue
        if _shared(scene, mine[0], its[0]) and (found := _held(scene, mine[0], its[0])):
            # A headline has no speaker; what it gives is the body's figure, whoever tells that.
            yield replace(found, verdict="disagrees") if found.verdict == "contested" else found


def _shared(scene: Scene, one: Telling, other: Telling) -> bool:
    """Whether both sentences name the same actor or place, apart from whom they count."""
    mine, its = (
        {m.entity_id for m in scene.beside(t.count.figure, "mentions") if _is_named(scene, m.entity_id)}
        for t in (one, other)
    )
    return bool(mine & its)


def _is_named(scene: Scene, entity_id: str | None) -> bool:
    entity = scene.get(entity_id)
    return isinstance(entity, Entity) and (entity.kind != "group" or entity.sector != "CVL")


def _is_one_event(scene: Scene, one: Telling, other: Telling) -> bool:
    if one.count.sentence.sentence_id == other.count.sentence.sentence_id:
        return False
    if one.days is None or one.days != other.days:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    if _tells_another(one, scene) or _tells_another(other, scene) or _differ(one.event, other.event):
        return False
    if one.days[0] != one.days[1]:
        return _same_actor(one.event, other.event) and one.count.noun == other.count.noun is not None
    town = one.place is not None and one.place == other.place and getattr(scene.get(one.place), "kind", None)
    if town and town not in _WIDE and not _INTRODUCED.search(other.count.sentence.text or ""):
        return True
    return _takes_up(scene, one) or _takes_up(scene, other)


def _differ(one: Event | None, other: Event | None) -> bool:
    """Whether actors, targets or the kind of deed tell two events."""
    if one is None or other is None:
        return False
    if one.event_type != other.event_type or one.status != other.status:
        return True
    pairs = ((one.source_id, other.source_id), (one.place_id, other.place_id))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _same_actor(one: Event | None, other: Event | None) -> bool:
    if one is None or other is None or one.source_id is None or one.source_id != other.source_id:
        return False
    return (one.cameo or "")[:2] == (other.cameo or "")[:2] and one.place_id == other.place_id


def _takes_up(scene: Scene, telling: Telling) -> bool:
    """ "*The strike* of 17 March, which killed 41", "*the* 45 killed on 17 March"."""
    sentence = telling.count.sentence
    lead = scene.text[sentence.start or 0 : telling.count.start]
    if _TAKEN_UP.search(lead):
        return True
    return _definite().search(lead) is not None


@cache
def _definite() -> re.Pattern[str]:
    """ "The attack", "that second drone strike", but not "the army said an attack"."""
    deeds = "|".join(sorted(listed("another", "deeds")))
    return re.compile(rf"\b(?:the|that|this)\s+(?:(?!an?\s)[\w'’-]+\s+){{0,4}}?(?:{deeds})\b", re.IGNORECASE)


def _tells_another(telling: Telling, scene: Scene) -> bool:
    """Whether the sentence tells of another event, or of a toll that changes."""
    return bool(listed("another", "words").intersection(words_of(telling.count.sentence.text or "")))


def _held(scene: Scene, one: Telling, other: Telling) -> Found | None:
    """The later figure against the earlier one."""
    first, then = one.count, other.count
    conflict = _conflict(first, then)
    return None if conflict is None else _told(scene, first, then, conflict=conflict)


def _told(scene: Scene, first: Told, then: Told, *, conflict: bool) -> Found:
    speakers = scene.speaker(first.figure), scene.speaker(then.figure)
    verdict: Verdict = "agrees"
    note = "The figure is the same in both places."
    if conflict:
        verdict = "disagrees" if speakers[0] == speakers[1] else "contested"
        toll = first.figure.measure == then.figure.measure != "count"
        note = "Two figures for one event." if toll else "Two figures for the same people."
    names = [name for name in dict.fromkeys(speakers) if name]
    if names:
        note = f"{note[:-1]}, as told by {' and '.join(names)}."
    return Found(
        "figures", then.figure.figure_id, then.figure.start, then.figure.end, verdict,
        _worded(scene, then), _worded(scene, first), first.figure.low, first.figure.high, ARTICLE,
        scene.quote(first.figure), note,
    )  # fmt: skip


def _conflict(one: Told, other: Told) -> bool | None:
    """Whether two counts cannot both hold; ``None`` where they may be of different things or nearly agree."""
    (low, high), (least, most) = spread(one), spread(other)
    generic = listed("generic")
    mine, its = one.noun in generic or one.noun is None, other.noun in generic or other.noun is None
    if one.low == other.low and one.high == other.high:
        alike = one.noun == other.noun or mine == its or None in (one.noun, other.noun)
        return False if one.exact and alike else None
    if (mine and its) or (one.noun == other.noun):
        return True if high < least or most < low else None
    if mine and not its:
        return True if least > high else None
    if its and not mine:
        return True if low > most else None
    return None


def _worded(scene: Scene, one: Told) -> str:
    words = " ".join(scene.text[one.start : one.end].split())
    measure = one.figure.measure or ""
    if measure not in _MEASURES:
        return words
    return words if measure in words.lower() else f"{words or number(one.low)} {measure}".strip()
