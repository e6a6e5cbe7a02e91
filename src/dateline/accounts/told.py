"""One article's tellings: each event with all by which another article's readers would know it again.

Rows of one verb ("asked the officers, contractors and soldiers to leave", "A met B") are one telling, and so
are an attack and the count of its dead in the sentence behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dateline.checks.record.matching import LOCAL_KINDS, is_proper
from dateline.checks.scene import Scene, sure
from dateline.extract import gazetteer
from dateline.records import Entity, Event, Place

#: Bodies of a state: "the Army" is known by its country, not by its name.
_STATE = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})
_STEM = 6  # letters that tell "postpone" from "protest" and not from "postponed"
_ENDING = re.compile(r"(?<=[^\W\d_]{4})(?:ing|ed|es|s|e)$")
_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words that any report of violence or diplomacy has, and those that only join or date.
_JOINING = """
about after against among another around because before being between both could during each first from
have into just least many more most only other over people said some such than that their them then there
these they this those three through under until were what when where which while whom will with would
year years month months week weeks days later last next january february march april june july august
september october november december
"""
_COMMON = frozenset(word[:_STEM] for word in _JOINING.split())


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event, by all that its article calls it."""

    country: str | None
    sector: str | None
    person: str | None = None  # a person's name
    names: frozenset[str] = frozenset()  # other proper names, in small letters
    callings: frozenset[str] = frozenset()  # common nouns: "militants"
    of_state: bool = False
    somebody: bool = False  # a person who is only described: "a diplomat"
    carried: bool = False  # read into the event from another sentence


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One event as one article tells it."""

    article: str
    rows: tuple[Event, ...]  # the first tells it best
    numbers: tuple[int, ...]  # their numbers in the article's ledger
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    beside: frozenset[str]  # persons named in the sentence who take no part in anything else it tells
    busy: frozenset[str]  # persons who do
    place: Place | None
    days: tuple[date, date] | None
    sure: bool  # the date is the text's own
    deaths: tuple[int | None, int | None]
    injured: tuple[int | None, int | None]
    stems: frozenset[str]
    sentence: str
    position: int  # of its sentence in the article
    published: date | None
    speaker: str | None  # who says so; missing for the author

    @property
    def event(self) -> Event:
        return self.rows[0]

    @property
    def mutual(self) -> bool:
        """Whether the rows say that each party did it to the other: a meeting, an agreement."""
        return _is_mutual(self.rows)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(row.cameo for row in self.rows if row.cameo)


def tellings(article: str, scene: Scene) -> list[Telling]:
    """The article's tellings in text order."""
    known = _known(scene)
    written = scene.written[1]
    found: list[Telling] = []
    for rows in _by_verb(scene):
        telling = _telling(article, scene, rows, known, written)
        if found and _goes_on(found[-1], telling):
            found[-1] = _joined(found[-1], telling)
        else:
            found.append(telling)
    return found


def _by_verb(scene: Scene) -> Iterator[list[tuple[int, Event]]]:
    """The numbered rows of each verb; those of a mutual act stay in the order in which they stand."""
    held: dict[tuple[int | None, str | None], list[tuple[int, Event]]] = {}
    for number, event in enumerate(scene.events, 1):
        held.setdefault((event.trigger_start, event.event_type), []).append((number, event))
    return iter(held.values())


def _telling(
    article: str,
    scene: Scene,
    rows: list[tuple[int, Event]],
    known: _Known,
    written: date | None,
) -> Telling:
    event = rows[0][1]
    sentence = scene.sentence(event)
    words = sentence.text or "" if sentence is not None else event.text or ""
    place = next((scene.get(row.place_id) for _, row in rows if row.place_id), None)
    days = None
    if event.date_start is not None or event.date_end is not None:
        days = (event.date_start or event.date_end, event.date_end or event.date_start)
    beside, busy = _persons(scene, [row for _, row in rows])
    return Telling(
        article=article,
        rows=tuple(row for _, row in rows),
        numbers=tuple(number for number, _ in rows),
        sources=_parties(scene, [row for _, row in rows], "source", known),
        targets=_parties(scene, [row for _, row in rows], "target", known),
        beside=beside,
        busy=busy,
        place=place,
        days=days,  # type: ignore[arg-type]
        sure=sure(event),
        deaths=_most(rows, "deaths"),
        injured=_most(rows, "injured"),
        stems=_stems(event.text or ""),
        sentence=" ".join(words.split()),
        position=(sentence.position or 0) if sentence is not None else 0,
        published=written,
        speaker=scene.speaker(event),
    )


def _persons(scene: Scene, rows: Sequence[Event]) -> tuple[frozenset[str], frozenset[str]]:
    """Persons named in the sentence: those who are no more than named, and those who speak in it, or act or
    are acted on in another event.
    """
    event = rows[0]
    busy = {said.source_id for said in scene.beside(event, "statements")}
    for other in scene.beside(event, "events"):
        if other.trigger_start != event.trigger_start:
            busy |= {other.source_id, other.target_id}
    named = {mention.entity_id for mention in scene.beside(event, "mentions") if mention.form == "name"}
    return _person_names(scene, named - busy), _person_names(scene, busy)


def _person_names(scene: Scene, ids: Iterable[str | None]) -> frozenset[str]:
    found = [entity for entity in map(scene.get, ids) if isinstance(entity, Entity)]
    return frozenset(e.name for e in found if e.kind == "person" and e.name and is_proper(e.name))


def _most(rows: list[tuple[int, Event]], what: str) -> tuple[int | None, int | None]:
    """The first figure that the rows of one verb have."""
    for _, row in rows:
        low, high = getattr(row, f"{what}_low"), getattr(row, f"{what}_high")
        if (low, high) != (None, None):
            return low, high
    return None, None


def _goes_on(before: Telling, telling: Telling) -> bool:
    """Whether it counts the dead of the attack just told.

    "Missiles hit the camp. Officials said that 40 were killed"; "they attacked the camp and killed 40".
    """
    first, event = before.event, telling.event
    if not first.event_type == event.event_type == "ASSAULT" or first.status != event.status:
        return False
    if before.deaths != (None, None) or telling.deaths == (None, None):
        return False
    if telling.position == before.position:
        return telling.sources == before.sources and telling.days in (None, before.days)
    own = telling.sure or telling.place is not None or bool(telling.sources)
    return telling.position - before.position == 1 and not own


def _joined(before: Telling, telling: Telling) -> Telling:
    return replace(
        before,
        rows=before.rows + telling.rows,
        numbers=before.numbers + telling.numbers,
        targets=before.targets + telling.targets,
        deaths=telling.deaths,
        injured=telling.injured if before.injured == (None, None) else before.injured,
        stems=before.stems | telling.stems,
    )


def _is_mutual(rows: Sequence[Event]) -> bool:
    return any(row.source_id is not None and row.source_id == rows[0].target_id for row in rows[1:])


class _Known(NamedTuple):
    """What the article's entities go by."""

    by_role: dict[str, Entity]  # the person whom an office or calling means, where it is one person's alone
    named: frozenset[str | None]  # those with a name; "Gunmen", at the head of a sentence, have none


def _known(scene: Scene) -> _Known:
    held: dict[str, list[Entity]] = {}
    for entity in scene.entities:
        if entity.kind == "person" and entity.role and is_proper(entity.name or ""):
            held.setdefault(entity.role.casefold(), []).append(entity)
    by_role = {role: persons[0] for role, persons in held.items() if len(persons) == 1}
    forms = ("name", "acronym", "demonym")
    return _Known(by_role, frozenset(one.entity_id for one in scene.mentions if one.form in forms))


def _parties(scene: Scene, rows: Sequence[Event], side: str, known: _Known) -> tuple[Party, ...]:
    found: dict[Party, None] = {}
    for row in rows[:1] if _is_mutual(rows) else rows:
        entity, words = scene.get(getattr(row, f"{side}_id")), getattr(row, f"{side}_text")
        country, sector = getattr(row, f"{side}_country"), getattr(row, f"{side}_sector")
        if (entity, words, country) != (None, None, None):
            party = _party(entity, words, country, sector, known)
            found[replace(party, carried=_is_carried(scene, row, getattr(row, f"{side}_start")))] = None
    return tuple(found)


def _is_carried(scene: Scene, row: Event, start: int | None) -> bool:
    sentence = scene.sentence(row)
    if sentence is None or sentence.start is None or sentence.end is None or start is None:
        return False
    return not sentence.start <= start < sentence.end


def _party(
    entity: Entity | None,
    words: str | None,
    country: str | None,
    sector: str | None,
    known: _Known,
) -> Party:
    if entity is None:
        return Party(country, sector, callings=_callings([words or ""]))
    name = entity.name or ""
    named = known.by_role.get(name.casefold()) if entity.kind in {"person", "group"} else None
    if named is not None:
        entity, name = named, named.name or ""
    country, sector = country or entity.country, sector or entity.sector
    if entity.kind == "country":
        return Party(country, sector)
    if entity.entity_id not in known.named:
        somebody = entity.kind == "person"
        return Party(country, sector, callings=_callings([name.lower()]), somebody=somebody)
    if entity.kind == "person" and _kernel(name) == name and any(map(str.isupper, name)):
        return Party(country, sector, person=name)
    called = [name] if entity.kind == "person" else [name, *(entity.aliases or "").split("; ")]
    kernels = [_kernel(each) for each in called if not gazetteer.is_capital(each)]
    names = frozenset(kernel.casefold() for kernel in kernels if any(map(str.isupper, kernel)))
    acronyms = any(each.isupper() and gazetteer.country_of(each) is None for each in called)
    return Party(
        country,
        sector,
        names=names,
        callings=_callings([name]),
        of_state=entity.kind != "person" and sector in _STATE and not acronyms,
        somebody=entity.kind == "person",
    )


def _kernel(name: str) -> str:
    """The name without states and peoples: "Pakistani Army" is an army of Pakistan's."""
    words = [word for word in name.split() if gazetteer.country_of(word) is None and word.casefold() != "the"]
    return "" if gazetteer.country_of(name) is not None else " ".join(words)


def _callings(names: Iterable[str]) -> frozenset[str]:
    """The common noun at the end of each name: "suspected militants" are militants."""
    last = [words[-1] for name in names if (words := _kernel(name).split())]
    return frozenset(word.casefold() for word in last if word.islower() and word[:_STEM] not in _COMMON)


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that are no names."""
    words = {_ENDING.sub("", word)[:_STEM] for word in _WORD.findall(text) if word.islower()}
    return frozenset(words - _COMMON)


def is_local(place: Place | None) -> bool:
    """Whether it is a town, district or site, which tells one event from the next."""
    return place is not None and place.kind in LOCAL_KINDS
