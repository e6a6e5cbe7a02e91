"""Where accounts of one event differ: by date, number, place, parties, status, and who says so.

Three kinds of difference are told apart. What two articles say ``disagrees`` where it can't both be true,
one is only ``less exact`` where it takes in what the other says, and is ``told otherwise`` where the words
differ and nothing says whether they mean the same. What an article leaves out is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline import wording
from dateline.accounts.same import gap, is_one_person
from dateline.accounts.told import Party, Telling, is_local
from dateline.checks.record.matching import has_words
from dateline.ledger import party

DISAGREES, LESS_EXACT, OTHERWISE = "disagrees", "less exact", "told otherwise"
#: The kinds of difference, the gravest first.
KINDS = (DISAGREES, OTHERWISE, LESS_EXACT)

#: What is compared, with the words for it.
TRAITS = {
    "date": "the date",
    "killed": "the number killed",
    "injured": "the number injured",
    "place": "the place",
    "source": "who did it",
    "target": "to whom",
    "status": "whether it happened",
    "voice": "who says so",
}

Names = Mapping[str, Mapping[str, str]]  # article to the names of its entities, by id


def differences(group: Sequence[Telling], names: Names) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each trait in which the accounts differ: its name, the kind of difference, what each article has."""
    for trait, compare in _COMPARED.items():
        told = {telling.article: value(telling, trait, names) for telling in group}
        pairs = [
            (one, other) for one, other in combinations(group, 2) if told[one.article] and told[other.article]
        ]
        found = {kind for pair in pairs if (kind := compare(*pair)) is not None}
        if found:
            yield trait, min(found, key=KINDS.index), told


def value(telling: Telling, trait: str, names: Names) -> str:
    """What the article says of the trait, in words; empty where it says nothing."""
    event = telling.event
    if trait == "date":
        return wording.when(*telling.days, event.date_precision) if telling.days else ""
    if trait in ("killed", "injured"):
        return wording.span(*(telling.deaths if trait == "killed" else telling.injured))
    if trait == "place":
        return telling.place.name or "" if telling.place is not None else ""
    if trait in ("source", "target"):
        rows = [row for row in telling.rows if row.trigger_start == event.trigger_start]
        rows = rows[:1] if telling.mutual else rows
        known = dict(names.get(telling.article, {}))
        parts = [getattr(row, f"{trait}_{part}") for row in rows for part in ("id", "text", "country")]
        named = [party(known, *parts[i : i + 3]) for i in range(0, len(parts), 3)]
        return wording.listing(name for name in dict.fromkeys(named) if name)
    if trait == "status":
        return wording.status(event.status)
    return telling.speaker or "the author"


def _date(one: Telling, other: Telling) -> str | None:
    between = gap(one, other)
    if between is None or one.days == other.days:
        return None
    return DISAGREES if between.days > 0 else LESS_EXACT


def _counts(what: str) -> Callable[[Telling, Telling], str | None]:
    def compare(one: Telling, other: Telling) -> str | None:
        first, second = getattr(one, what), getattr(other, what)
        if first == second:
            return None
        (low, high), (least, most) = first, second
        apart = (high is not None and least is not None and high < least) or (
            most is not None and low is not None and most < low
        )
        return DISAGREES if apart else LESS_EXACT

    return compare


def _place(one: Telling, other: Telling) -> str | None:
    here, there = one.place, other.place
    if here is None or there is None or here.name == there.name:
        return None
    if has_words(here.name or "", there.name or "") or has_words(there.name or "", here.name or ""):
        return None
    return OTHERWISE if is_local(here) == is_local(there) else LESS_EXACT


def _parties(side: str) -> Callable[[Telling, Telling], str | None]:
    def compare(one: Telling, other: Telling) -> str | None:
        ones, others = (
            [party for party in getattr(each, side) if not party.carried] for each in (one, other)
        )
        if one.mutual or other.mutual or not ones or not others:
            return None
        if any(_is_called_alike(a, b) for a in ones for b in others):
            return None
        return (
            LESS_EXACT if any(_is_part(a, b) or _is_part(b, a) for a in ones for b in others) else OTHERWISE
        )

    return compare


def _is_part(one: Party, other: Party) -> bool:
    """Whether one is a state and the other a body or people of it."""
    return _is_state(one) and not _is_state(other) and one.country == other.country


def _is_state(party: Party) -> bool:
    return party.country is not None and not (party.person or party.names or party.callings or party.sector)


def _is_called_alike(one: Party, other: Party) -> bool:
    if one.person is not None and other.person is not None:
        names = one.person.casefold().split(), other.person.casefold().split()
        short = min(names, key=len)  # "Rabin" is "Yitzhak Rabin"; "Isaac Rabin" is spelt otherwise
        return is_one_person(one.person, other.person) and set(short) <= set(max(names, key=len))
    if one.names & other.names or one.callings & other.callings:
        return True
    if _is_state(one) and _is_state(other):
        return one.country == other.country
    return not any(each.person or each.names or each.callings or _is_state(each) for each in (one, other))


def _status(one: Telling, other: Telling) -> str | None:
    first, second = one.event.status, other.event.status
    if first == second:
        return None
    return DISAGREES if "denied" in (first, second) else OTHERWISE


def _voice(one: Telling, other: Telling) -> str | None:
    return None if (one.speaker is None) == (other.speaker is None) else OTHERWISE


_COMPARED: dict[str, Callable[[Telling, Telling], str | None]] = {
    "date": _date,
    "killed": _counts("deaths"),
    "injured": _counts("injured"),
    "place": _place,
    "source": _parties("sources"),
    "target": _parties("targets"),
    "status": _status,
    "voice": _voice,
}
