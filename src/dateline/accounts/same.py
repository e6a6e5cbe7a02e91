"""Whether two articles tell of one event: what agrees, and that nothing contradicts.

The traits, their worth and how much of them is enough are those by which an event is known in the record
(:mod:`dateline.checks.record.matching`). A commentary however is no list of incidents: what it leaves
undated is matched by more than its kind, and only in an article on the same affair.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from dateline.accounts.told import Party, Telling, is_local
from dateline.checks.record.bounds import holds
from dateline.checks.record.matching import (
    CALLED,
    COUNTRY,
    DEAD,
    ENOUGH,
    LOCAL,
    MANY,
    MODE,
    MOST_OFF,
    NAMED,
    ONCE,
    SEASON,
    enough,
    has_words,
    known_apart,
    stands_in,
)
from dateline.records import Place
from dateline.schema import HAPPENED

_WORDS = 1  # the same words for what was done
_BESIDE = 1  # what stands beside it is the same event in both articles
_STATUS = 1  # both only plan, ask for or deny it
_SHARED = 2  # words that must be the same; of what is told in the same code, and is no violence, one
_ROUGHLY = 1.5  # how many times more dead, or fewer, many dead can be told of one day
_NEAR = 60.0  # kilometres; two names for places so near may mean the same
_YEAR = timedelta(days=400)
_OUGHT = ({*HAPPENED, "planned"}, {*HAPPENED, "denied"})  # what two articles can say of one event


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two tellings agree."""

    worth: int
    telling: int  # how many traits are telling: a proper name, a town, many dead
    named: int  # how many of the two parties are known by name
    gap: timedelta | None  # between the days told; negative where they overlap, missing without a date
    shared: int  # words for it that are the same

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The better the higher."""
        apart = 0 if self.gap is None else max(self.gap.days, 0)
        return self.worth, self.telling, -apart, self.shared


class _Agreement(NamedTuple):
    """What one trait adds to a :class:`Fit`; the greater, the better."""

    worth: int = 0
    telling: int = 0
    named: int = 0

    def __add__(self, other: object) -> _Agreement:  # type: ignore[override]
        if not isinstance(other, _Agreement):
            return NotImplemented
        return _Agreement(*(a + b for a, b in zip(self, other, strict=True)))


_NOTHING = _Agreement()  # nothing agrees, and nothing contradicts


def fit(one: Telling, other: Telling, *, beside: bool = False) -> Fit | None:
    """What agrees in two tellings; ``None`` where something contradicts.

    ``beside``: another event is known to be the same, and stands beside this one in both articles.
    """
    if one.event.event_type != other.event.event_type or not _can_be_one(one, other):
        return None
    place = _placed(one, other)
    if place is None:
        return None
    there = place.telling > 0 and one.event.event_type == "ASSAULT" and _is_of_a_day(one, other)
    parties = _parties(one, other, any_target=there)
    if parties is None:
        return None
    if parties.named == 0 and _is_beside(one, other):
        parties += _Agreement(NAMED, 1, 1)
    dead = _dead(one, other, known=parties.named == 2 or place.telling > 0)
    if dead is None:
        return None
    shared = len(one.stems & other.stems)
    coded = bool(one.codes & other.codes)
    alike = shared >= _SHARED or (shared and coded and one.event.event_type != "ASSAULT")
    found = parties + place + dead
    worth = found.worth + (_WORDS if alike else 0) + (MODE if coded else 0)
    worth += _STATUS if one.event.status == other.event.status not in HAPPENED else 0
    if beside:
        found += _Agreement(telling=1)
        worth += _BESIDE
    return Fit(worth, found.telling, found.named, gap(one, other), shared)


def gap(one: Telling, other: Telling) -> timedelta | None:
    """The days between those told; zero or less where they overlap, missing where one is undated."""
    if one.days is None or other.days is None:
        return None
    return max(one.days[0] - other.days[1], other.days[0] - one.days[1])


def is_one_dated(one: Telling, other: Telling, fitted: Fit) -> bool:
    """Whether the days told, or very good reasons against them, make the two one event."""
    if fitted.gap is None or one.days is None or other.days is None:
        return False
    if fitted.gap > timedelta(0):
        return one.sure and other.sure and _is_known_apart(one, fitted)
    if one.event.event_mode in ONCE and fitted.named == 0 and (_persons(one) or _persons(other)):
        return False  # somebody was released, but nothing says that it was the same person
    alike = one.codes & other.codes or fitted.shared
    if one.event.event_type != "ASSAULT" and fitted.worth < ENOUGH and not alike:
        return False  # a party does more than one thing on a day
    longest = max((end - start).days for start, end in (one.days, other.days))
    once = one.event.event_mode in ONCE and fitted.named > 0
    carried = 0 if once else int(not one.sure) + int(not other.sure)
    return fitted.worth >= min(enough(longest) + carried, ENOUGH + 1)


def is_one_undated(one: Telling, other: Telling, fitted: Fit) -> bool:
    """Whether what one of them leaves undated is the other's event: in an article on the same affair.

    A date that is only carried over from the context counts as none, where it is not far off.
    """
    if fitted.worth <= ENOUGH or fitted.telling < 2:
        return False
    if fitted.gap is not None:
        return not (one.sure and other.sure) and _is_known_apart(one, fitted)
    return all(
        later.published is None
        or told.days is None
        or told.event.status not in HAPPENED
        or timedelta(0) <= later.published - told.days[0] <= _YEAR
        for told, later in ((one, other), (other, one))
    )


def _is_known_apart(telling: Telling, fitted: Fit) -> bool:
    if fitted.gap is None or fitted.gap > SEASON or fitted.worth < ENOUGH:
        return False
    return known_apart(telling.event, fitted.telling, fitted.named, fitted.gap)


def _can_be_one(one: Telling, other: Telling) -> bool:
    said = {one.event.status, other.event.status}
    return len(said) == 1 or any(said <= pair for pair in _OUGHT)


def _is_of_a_day(one: Telling, other: Telling) -> bool:
    return one.days is not None and one.days == other.days and one.days[0] == one.days[1]


def _parties(one: Telling, other: Telling, *, any_target: bool) -> _Agreement | None:
    """What agrees in both sides; the sides may be swapped where both act.

    ``any_target``: whom an attack hit contradicts nothing. On one day in one town one account has the embassy
    hit, another the passers-by.
    """
    straight = _both(one.sources, one.targets, other.sources, other.targets)
    if straight is None and any_target:
        return _best(one.sources, other.sources, acts=True)
    if not (one.mutual or other.mutual):
        return straight
    swapped = _both(one.sources, one.targets, other.targets, other.sources)
    return max((each for each in (straight, swapped) if each is not None), default=None)


def _is_beside(one: Telling, other: Telling) -> bool:
    """Whether both sentences name a person who is a party to one event at most: "the shooting by Princip"."""
    pairs = [(name, called) for name in one.beside for called in other.beside | _persons(other)]
    pairs += [(name, called) for name in _persons(one) for called in other.beside]
    if any(is_one_person(*pair) for pair in pairs):
        return True
    return any(
        " " in name
        and has_words(there.sentence, name)
        and not any(is_one_person(name, n) for n in there.busy)
        for here, there in ((one, other), (other, one))
        for name in here.beside | _persons(here)
    )


def _persons(telling: Telling) -> frozenset[str]:
    parties = (*telling.sources, *telling.targets)
    return frozenset(party.person for party in parties if party.person is not None)


def _both(
    sources: tuple[Party, ...],
    targets: tuple[Party, ...],
    other_sources: tuple[Party, ...],
    other_targets: tuple[Party, ...],
) -> _Agreement | None:
    source = _best(sources, other_sources, acts=True)
    target = _best(targets, other_targets, acts=False)
    return None if source is None or target is None else source + target


def _best(ones: tuple[Party, ...], others: tuple[Party, ...], *, acts: bool) -> _Agreement | None:
    if not ones or not others:
        return _NOTHING
    return max(
        (found for one in ones for other in others if (found := _party(one, other, acts=acts)) is not None),
        default=None,
    )


def _party(one: Party, other: Party, *, acts: bool) -> _Agreement | None:
    """What two namings of a party are worth, whether they are telling, whether both are names.

    What was read into one of them from another sentence contradicts nothing.
    """
    found = _named(one, other, acts=acts)
    return _NOTHING if found is None and (one.carried or other.carried) else found


def _named(one: Party, other: Party, *, acts: bool) -> _Agreement | None:
    if one.country is not None and other.country is not None and one.country != other.country:
        return None
    worth = COUNTRY if one.country is not None and one.country == other.country else 0
    if one.person is not None and other.person is not None:
        return _Agreement(worth + NAMED, 1, 1) if is_one_person(one.person, other.person) else None
    if one.names & other.names:
        return _Agreement(worth + NAMED, 0 if one.of_state and other.of_state else 1, 1)
    differ = one.sector is not None and other.sector is not None and one.sector != other.sector
    if acts and differ and not (one.somebody or other.somebody):
        return None  # what the army does the ministry does not
    return _Agreement(worth + (CALLED if one.callings & other.callings else 0))


def is_one_person(one: str, other: str) -> bool:
    """Whether two names can be a person's: the same surname, and given names that go together."""
    first, second = _name(one), _name(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    given, others = first[:-1], second[:-1]
    if not given or not others or given[0][0] == others[0][0]:
        return True
    return any(a == b or (len(a) == len(b) > 3 and a[0] == b[0]) for a in given for b in others)


def _name(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return plain.casefold().replace(".", " ").split()


def _placed(one: Telling, other: Telling) -> _Agreement | None:
    here, there = one.place, other.place
    if here is None or there is None:
        placed, words = (here, other.sentence) if there is None else (there, one.sentence)
        said = placed is not None and is_local(placed) and stands_in((placed.name or "",), words)
        return _Agreement(LOCAL, 1) if said else _NOTHING
    if here.country is not None and there.country is not None and here.country != there.country:
        return None
    name, called = here.name or "", there.name or ""
    if has_words(name, called) or has_words(called, name):
        return _Agreement(LOCAL, 1) if is_local(here) and is_local(there) else _Agreement(COUNTRY)
    if is_local(here) and is_local(there):
        return _NOTHING if _kilometres(here, there) <= _NEAR else None
    return None if here.kind == there.kind else _NOTHING


def _kilometres(here: Place, there: Place) -> float:
    """About how far apart two places lie; without end where that is not known."""
    if None in (here.latitude, here.longitude, there.latitude, there.longitude):
        return math.inf
    north = (here.latitude - there.latitude) * 111.2  # type: ignore[operator]
    east = (here.longitude - there.longitude) * 111.2  # type: ignore[operator]
    return math.hypot(north, east * math.cos(math.radians(here.latitude or 0.0)))


def _dead(one: Telling, other: Telling, *, known: bool) -> _Agreement | None:
    """What the same number killed is worth; numbers far apart contradict, unless all else is ``known``."""
    if (None, None) in (one.deaths, other.deaths):
        return _NOTHING
    low = other.deaths[0] if other.deaths[0] is not None else 0
    high = other.deaths[1] if other.deaths[1] is not None else math.inf
    if holds(one.deaths, low, high):
        return _Agreement(DEAD, int(min(_least(one), _least(other)) >= MANY))
    if min(_least(one), _least(other)) >= MANY and holds(one.deaths, low / _ROUGHLY, high * _ROUGHLY):
        return _Agreement(DEAD)
    if holds(one.deaths, low / MOST_OFF, high * MOST_OFF):
        return _NOTHING
    return _NOTHING if known else None


def _least(telling: Telling) -> int:
    low, high = telling.deaths
    return low if low is not None else high if high is not None else 0
