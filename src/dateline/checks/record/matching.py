"""Which incident or entry of the record an event of the article is: by kind, actors, place, day and dead.

A match is a sum of traits that agree, and nothing that contradicts. A trait is worth more the rarer it is: a
person's name or a town tells one incident from the next, a country hardly does. What traits are worth, and
how much of them is enough, holds too where two articles tell of one event (:mod:`dateline.accounts`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateline.checks.record.bounds import Bounds, bounds, holds
from dateline.checks.reference import Entry, Incident, Reference
from dateline.checks.scene import Scene, sure
from dateline.extract import gazetteer
from dateline.records import Event

Happening = Incident | Entry

#: What a trait is worth.
NAMED = 2  # a proper name of actor or target that is not just a country's
LOCAL = 2  # a town, district or site
DEAD = 1  # the number killed
CALLED = 1  # a common noun for actor or target
COUNTRY = 1  # a country, of actor or of target
MODE = 1  # PLOVER's mode

CLOSE = timedelta(days=3)  # a day given wrong by less is still that of the same meeting
_FAR = timedelta(days=400)  # a year given wrong is still the same event; beyond that it is another
SEASON = timedelta(days=62)  # an arrest or a release of somebody months away may be another
_WEEK, _MONTH = 7, 31  # days
_LIKELY = 2  # worth of what may be the event, so that no other can be said to be it
ENOUGH = 4  # worth of the traits by which an event is known again

_WHERE = ("in", "at", "near", "outside", "around")
LOCAL_KINDS = frozenset({"site", "city", "district"})
#: PLOVER modes of what is seldom done to the same person twice within a season.
ONCE = frozenset({"release", "arrest", "expel", "deport", "resign"})
MANY = 10  # dead; a smaller number is common to many incidents
MOST_OFF = 2.0  # how many times more dead, or fewer, can still be the same incident
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Group:
    """All that the record has on one happening: a row a source, and how well it fits the event."""

    name: str
    rows: tuple[Happening, ...]
    worth: int
    telling: int  # how many traits are telling: a proper name, a place, the dead
    named: int  # how many of the two parties are known by name

    @property
    def title(self) -> str:
        """What the record calls it; empty for what only a downloaded file has."""
        return next((row.name for row in self.rows if row.name), "")

    @property
    def start(self) -> date:
        return min(row.date_start for row in self.rows)

    @property
    def end(self) -> date:
        return max(row.date_end for row in self.rows)

    @property
    def days(self) -> tuple[date, date]:
        return self.start, self.end


def groups(scene: Scene, event: Event, reference: Reference, window: timedelta) -> list[Group]:
    """The happenings of the event's kind that nothing contradicts, within ``window`` of its date; best first.

    Several sources' rows on one happening are one group. A downloaded file knows no groups: each of its rows
    is one, unless a compiled happening of the same days takes it in.
    """
    if event.date_start is None or event.date_end is None:
        return []
    first, last = event.date_start - min(window, event.date_start - date.min), _later(event.date_end, window)
    held: dict[str, list[Happening]] = {}
    for row in (*reference.incidents, *reference.chronology):
        if row.date_start <= last and row.date_end >= first and _is_as_long(event, row):
            held.setdefault(_key(row), []).append(row)
    found = [group for name, rows in held.items() if (group := _fit(scene, event, name, rows))]
    return sorted(_joined(found), key=lambda group: (-group.worth, group.start, group.name))


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an event is in the record, and whether the record has it within the days told."""

    group: Group
    in_time: bool
    alone: bool  # a source says that there was none of its kind between the days told and this


def recognise(scene: Scene, event: Event, reference: Reference) -> Recognised | None:
    """The one happening of the record that the event is, on the days told or, known for sure, on others.

    On a single day kind and countries tell an event; over longer the traits must do it. An event that the
    record has on other days only must be known again by names, a town or the dead, and be just one; if it is
    of a kind that recurs (meetings, protests, statements), both parties must be named and the days be close.
    A date carried over from the context is never held against the record's.
    """
    found = groups(scene, event, reference, _FAR)
    same = [group for group in found if overlaps(event, group) and not deaths_differ(event, group)]
    known = [group for group in same if _agrees(event, group)]
    if known:
        return Recognised(known[0], in_time=True, alone=False)
    if not sure(event) or any(group.worth >= _LIKELY for group in same):
        return None
    again = [group for group in found if _is_known_again(event, group)]
    rivals = [group for group in again if group.worth == again[0].worth and group.days != again[0].days]
    if again and not rivals:
        return Recognised(again[0], in_time=False, alone=_none_between(event, again[0]))
    return None


def _agrees(event: Event, group: Group) -> bool:
    assert event.date_start is not None and event.date_end is not None
    return group.worth >= enough((event.date_end - event.date_start).days)


def enough(days: int) -> int:
    """What the traits of an event must be worth that can have been on any of so many days more than one."""
    return 2 if days == 0 else ENOUGH - 1 if days <= _MONTH else ENOUGH + 1


def _is_known_again(event: Event, group: Group) -> bool:
    if group.worth < ENOUGH or deaths_differ(event, group):
        return False
    return _none_between(event, group) or known_apart(event, group.telling, group.named, _gap(event, group))


def known_apart(event: Event, telling: int, named: int, gap: timedelta) -> bool:
    """Whether so many telling traits make it one event although the days told lie ``gap`` apart."""
    if event.event_type == "ASSAULT":
        return telling >= 2
    if event.event_mode in ONCE:
        return named >= 1 and telling >= 2 and gap <= SEASON
    return named == 2 and gap <= CLOSE


def _none_between(event: Event, group: Group) -> bool:
    assert event.date_start is not None and event.date_end is not None
    return any(
        isinstance(row, Incident)
        and row.none_since is not None
        and row.none_since <= event.date_start
        and event.date_end < row.date_start
        for row in group.rows
    )


def _gap(event: Event, group: Group) -> timedelta:
    assert event.date_start is not None and event.date_end is not None
    return max(group.start - event.date_end, event.date_start - group.end)


def overlaps(event: Event, row: Happening | Group) -> bool:
    """Whether the event's days and the record's have one in common."""
    start, end = row.days if isinstance(row, Group) else (row.date_start, row.date_end)
    assert event.date_start is not None and event.date_end is not None
    return event.date_start <= end and start <= event.date_end


def killed(row: Happening) -> Bounds:
    """The source's lowest and highest figure of people killed."""
    if not isinstance(row, Incident):
        return None, None
    return bounds(row.killed_low, row.killed_best, row.killed_high)


def deaths_differ(event: Event, group: Group) -> bool:
    """Whether the dead that the event states are far from what every source counts."""
    stated = event.deaths_low if event.deaths_low is not None else event.deaths_high
    known = [each for row in group.rows if (each := killed(row)) != (None, None)]
    if stated is None or not known:
        return False
    return not any(holds(each, stated / MOST_OFF, stated * MOST_OFF) for each in known)


def is_named(names: Iterable[str], words: str) -> str | None:
    """The first of ``names`` that stands in ``words`` and is a proper name, not just a country's."""
    return next((name for name in names if is_proper(name) and has_words(words, name)), None)


def party_words(scene: Scene, entity_id: str | None, words: str | None) -> str:
    """All that the article calls an actor: the event's words, the entity's name, aliases and office."""
    entity = scene.get(entity_id)
    parts = [words or ""]
    if entity is not None:
        parts += [entity.name or "", (entity.aliases or "").replace("; ", " / "), entity.role or ""]
    return " / ".join(parts)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:'s|s)?(?!\w)", re.IGNORECASE)


def has_words(words: str, name: str) -> bool:
    """Whether ``name`` stands in ``words`` as whole words, whatever the case."""
    return bool(name) and _LETTER.match(name) is not None and _pattern(name).search(words) is not None


def is_proper(name: str) -> bool:
    """Whether it names somebody or something other than a state or, by its capital, a government."""
    state = gazetteer.country_of(name) is not None or gazetteer.is_capital(name)
    return not state and any(letter.isupper() for letter in name)


def _key(row: Happening) -> str:
    if isinstance(row, Entry):
        return row.entry
    return row.incident or row.duplicate_of or row.incident_id


def _is_as_long(event: Event, row: Happening) -> bool:
    """A war's total neither dates nor counts one of its events: both must have lasted as long."""
    assert event.date_start is not None and event.date_end is not None
    recorded = (row.date_end - row.date_start).days
    return recorded <= _WEEK or 2 * (event.date_end - event.date_start).days >= recorded


def _later(day: date, by: timedelta) -> date:
    return day + min(by, date.max - day)


def _fit(scene: Scene, event: Event, name: str, rows: list[Happening]) -> Group | None:
    traits = [trait for row in rows if (trait := _traits(scene, event, row)) is not None]
    return Group(name, tuple(rows), *max(traits)) if len(traits) == len(rows) else None


def _traits(scene: Scene, event: Event, row: Happening) -> tuple[int, int, int] | None:
    """What agrees, how much is telling, how many parties are named; ``None`` where something contradicts."""
    other = _other_mode(event, row)
    if event.event_type not in row.event_type or (other and _is_loose(row)):
        return None
    source = _Party(event.source_id, event.source_text, event.source_country)
    if (actor := _party(scene, event, source, row.actor, row.actor_country)) is None:
        return None
    who_or_where = _is_loose(row) and not actor[0]  # a file lists all that happened anywhere
    if who_or_where and source.names_somebody:
        return None
    if (place := _placed(scene, event, row)) is None or (who_or_where and not place[1]):
        return None
    target = _Party(event.target_id, event.target_text, event.target_country)
    if (aim := _party(scene, event, target, row.target, row.target_country)) is None:
        return None
    dead = _dead(event, row)
    same = event.event_mode is not None and event.event_mode == row.event_mode
    mode = MODE if same else -MODE if other else 0
    named = actor[1] + aim[1]
    return mode + actor[0] + aim[0] + place[0] + dead[0], named + place[1] + dead[1], named


class _Party(NamedTuple):
    """One side of an event, as the article has it."""

    entity_id: str | None
    text: str | None
    country: str | None

    @property
    def names_somebody(self) -> bool:
        return self != (None, None, None)


def _other_mode(event: Event, row: Happening) -> bool:
    """Two means of attack speak for two events, if not surely so; elsewhere a mode is a matter of wording."""
    return (
        event.event_type == "ASSAULT"
        and event.event_mode is not None
        and row.event_mode is not None
        and event.event_mode != row.event_mode
    )


def _party(
    scene: Scene, event: Event, party: _Party, names: tuple[str, ...], countries: tuple[str, ...]
) -> tuple[int, int] | None:
    """What a party's names and country are worth, and whether it is named. A person must be.

    Where the event has no such party, a proper name anywhere in its words will do: "a bomb meant for Chun".
    """
    if party.country is not None and countries and party.country not in countries:
        return None
    worth = COUNTRY if party.country is not None and party.country in countries else 0
    words = party_words(scene, party.entity_id, party.text)
    if is_named(names, words if party.names_somebody else _telling(scene, event)):
        return worth + NAMED, 1
    called = any(has_words(words, name) for name in names if not any(map(str.isupper, name)))
    entity = scene.get(party.entity_id)
    if entity is not None and entity.kind == "person" and not called and any(map(is_proper, names)):
        return None
    return worth + (CALLED if called else 0), 0


def _placed(scene: Scene, event: Event, row: Happening) -> tuple[int, int] | None:
    place = scene.get(event.place_id)
    if place is None or place.name is None:
        return (LOCAL, 1) if stands_in(row.place, _telling(scene, event)) else (0, 0)
    if place.country is not None and row.country and place.country not in row.country:
        return None
    if any(has_words(known, place.name) or has_words(place.name, known) for known in row.place):
        return (LOCAL, 1) if place.kind in LOCAL_KINDS else (COUNTRY, 0)
    return None if place.kind in LOCAL_KINDS and row.place else (0, 0)


def _telling(scene: Scene, event: Event) -> str:
    """The words that tell the event: all of its sentence, where that tells nothing else."""
    tellings = {other.trigger_start for other in scene.beside(event, "events")}
    sentence = scene.sentence(event)
    return (sentence.text if sentence is not None and len(tellings) == 1 else event.text) or ""


def stands_in(names: tuple[str, ...], words: str) -> bool:
    """Whether the words put something in one of the places: "a bomb in Rangoon"; a state is none."""
    places = [name for name in names if gazetteer.country_of(name) is None]
    return any(has_words(words, f"{where} {name}") for name in places for where in _WHERE)


def _dead(event: Event, row: Happening) -> tuple[int, int]:
    if event.deaths_low is None or not holds(killed(row), event.deaths_low, event.deaths_low):
        return 0, 0
    return DEAD, int(event.deaths_low >= MANY)


def _joined(found: list[Group]) -> Iterator[Group]:
    """Rows of downloaded files joined to the compiled happening of the same days, where there is just one."""
    compiled = [group for group in found if not _is_loose(group.rows[0])]
    loose = [group for group in found if _is_loose(group.rows[0])]
    rivals = Counter((group.start, group.rows[0].source) for group in loose)
    joins: dict[str, list[Happening]] = {}
    for group in loose:
        same = [held for held in compiled if held.days == group.days]
        if len(same) == 1 and rivals[group.start, group.rows[0].source] == 1:
            joins.setdefault(same[0].name, []).extend(group.rows)
        else:
            yield group
    for group in compiled:
        newer = {row.source for row in joins.get(group.name, ())}
        rows = (*(row for row in group.rows if row.source not in newer), *joins.get(group.name, ()))
        yield replace(group, rows=rows)


def _is_loose(row: Happening) -> bool:
    """Whether the row is a downloaded file's, which has no incident of its own."""
    return isinstance(row, Incident) and row.incident is None
