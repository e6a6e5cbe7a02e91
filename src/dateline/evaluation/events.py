"""Events against gold: types, their confusion, actors, codes, status, casualties and places.

A sentence counts by its *set* of types: one that is told twice counts once, and so does an act of two on
each other. What ``reported`` figures leave out are the events that the sentence only asks for, imagines or
denies: gold codes "A asked B to withdraw" as the request alone, while the tables have the withdrawal too,
with the status ``requested``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.codebook.frames import load
from dateline.evaluation.gold import TYPES, Actor
from dateline.evaluation.measures import Counts, share
from dateline.evaluation.sheets import NONE, Case, Sheet, Tally

REPORTED = frozenset({"actual", "ongoing", "planned"})
_SIDES = ("source", "target")


def coded(cases: Iterable[Case]) -> list[Case]:
    """Those whose event types are coded."""
    return [case for case in cases if case.gold.types is not None]


def counts(cases: Sequence[Case], statuses: frozenset[str] | None = None) -> dict[str, Counts]:
    """Sentences by type: coded and emitted; with ``statuses`` only events of these count as emitted."""
    found = {one: Counts() for one in TYPES}
    for case in coded(cases):
        rows = (e for e in case.events if statuses is None or e.status in statuses)
        emitted = {event.event_type for event in rows}
        for one in TYPES:
            found[one].note(one in (case.gold.types or ()), one in emitted)
    return found


def types(cases: Sequence[Case]) -> Sheet:
    """Precision, recall and F1 a type, over all rows and over what the sentences report."""
    every, reported = counts(cases), counts(cases, REPORTED)
    rows = [
        (one, *_scores(every[one]), reported[one].emitted, *_three(reported[one]))
        for one in TYPES
        if every[one].support or every[one].emitted
    ]
    micro, micro_reported = (sum(found.values(), Counts()) for found in (every, reported))
    sums, emitted = (micro.support, micro.emitted, micro.right), micro_reported.emitted
    rows.append(("micro", *sums, *_three(micro), emitted, *_three(micro_reported)))
    rows.append(("macro", *sums, *_macro(every), emitted, *_macro(reported)))
    columns = (
        *("type", "support", "emitted", "right", "precision", "recall", "f1"),
        *("reported", "reported_precision", "reported_recall", "reported_f1"),
    )
    note = (
        "Distinct types a sentence, all rows counted. With *: without what the sentence only asks for, "
        "imagines or denies. macro: the mean of the types that are in the gold."
    )
    return Sheet("Event types", columns, rows, note)


def _three(found: Counts) -> tuple[float | None, float | None, float | None]:
    return found.precision, found.recall, found.f1


def _scores(found: Counts) -> tuple[Any, ...]:
    return found.support, found.emitted, found.right, *_three(found)


def _macro(found: dict[str, Counts]) -> tuple[float | None, float | None, float | None]:
    """The means over the types in the gold; a type that is never emitted has precision 0."""
    there = [_three(one) for one in found.values() if one.support]
    if not there:
        return None, None, None
    precision, recall, f1 = (
        sum(value or 0 for value in values) / len(there) for values in zip(*there, strict=True)
    )
    return precision, recall, f1


def sentences(cases: Sequence[Case]) -> Sheet:
    """How many sentences came out right."""
    tally = Tally()
    for case in coded(cases):
        gold, emitted = set(case.gold.types or ()), case.emitted
        if gold:
            tally.note("a coded type is among the emitted", bool(gold & emitted))
            tally.note("every coded type is among the emitted", gold <= emitted)
            tally.note("the emitted types are just the coded", gold == emitted)
            tally.note("nothing is emitted", not emitted)
        else:
            tally.note("without an event, and nothing is emitted", not emitted)
    return Sheet("Sentences", ("figure", "right", "of", "share"), tally.rows())


def confusion(cases: Sequence[Case]) -> Sheet:
    """Coded type by emitted type: sentences with the one for which the other is emitted."""
    table: dict[str, dict[str, int]] = {}
    for case in coded(cases):
        gold, emitted = case.gold.types or (NONE,), case.emitted or {NONE}
        for one in gold:
            row = table.setdefault(one, {})
            for other in emitted:
                if other == one or other not in gold:
                    row[other] = row.get(other, 0) + 1
    order = (*TYPES, NONE)
    columns = [one for one in order if any(one in row for row in table.values())]
    rows = [(one, *(table[one].get(other, 0) for other in columns)) for one in order if one in table]
    note = "Rows: coded; columns: emitted beside or instead of it; none: nothing emitted, or no event coded."
    return Sheet("Confusion", ("coded", *columns), rows, note)


# -- actors ------------------------------------------------------------------------------------


def actors(cases: Sequence[Case]) -> Sheet:
    """Whether the coded actors stand in their roles: in any row, and in a row of a coded type."""
    found: dict[str, list[int]] = {}
    for case in cases:
        rows = case.events
        typed = [e for e in rows if case.gold.types is None or e.event_type in case.gold.types]
        for side, coded_actors in zip(_SIDES, (case.gold.sources, case.gold.targets), strict=True):
            for figure, is_right, is_right_typed in _actor_cases(side, coded_actors, rows, typed):
                right = found.setdefault(figure, [0, 0, 0])
                right[0] += is_right
                right[1] += is_right_typed
                right[2] += 1
    rows = [
        (f, any_row, of, share(any_row, of), same, share(same, of))
        for f, (any_row, same, of) in found.items()
    ]
    rows.sort(key=lambda row: _ACTOR_FIGURES.index(row[0]))
    note = "Of the actors that are coded with a country (sector); the last two ask for a row of a coded type."
    return Sheet("Actors", ("figure", "right", "of", "share", "right_in_type", "share_in_type"), rows, note)


_ACTOR_FIGURES = [
    f"{side} {what}"
    for side in _SIDES
    for what in ("country, a sentence", "country, an actor", "sector, an actor")
]


def _actor_cases(
    side: str, gold: Sequence[Actor], rows: Sequence[Any], typed: Sequence[Any]
) -> Iterable[tuple[str, bool, bool]]:
    if any(actor.country for actor in gold):
        own = [actor for actor in gold if actor.country]
        anyone, anyone_typed = (any(_has(side, a.country, None, some) for a in own) for some in (rows, typed))
        yield f"{side} country, a sentence", anyone, anyone_typed
        for actor in own:
            right, right_typed = (_has(side, actor.country, None, some) for some in (rows, typed))
            yield f"{side} country, an actor", right, right_typed
    for actor in gold:
        if actor.sector:
            right, right_typed = (_has(side, actor.country, actor.sector, some) for some in (rows, typed))
            yield f"{side} sector, an actor", right, right_typed


def _has(side: str, country: str | None, sector: str | None, rows: Iterable[Any]) -> bool:
    """Whether a row has somebody of that country and sector in that role."""
    return any(
        (country is None or getattr(row, f"{side}_country") == country)
        and (sector is None or getattr(row, f"{side}_sector") == sector)
        for row in rows
    )


def wrong_sides(case: Case) -> list[tuple[str, list[str]]]:
    """The roles in which no coded country stands, with the countries that should."""
    found = []
    for side, gold in zip(_SIDES, (case.gold.sources, case.gold.targets), strict=True):
        countries = list(dict.fromkeys(actor.country for actor in gold if actor.country))
        if countries and not any(_has(side, country, None, case.events) for country in countries):
            found.append((side, countries))
    return found


# -- codes and the rest ------------------------------------------------------------------------


def codes(cases: Sequence[Case]) -> Sheet:
    """Modes, CAMEO codes, status, casualties and places, each of the texts that are coded with one."""
    tally = Tally()
    for case in cases:
        gold = case.gold
        typed = [e for e in case.events if gold.types is None or e.event_type in gold.types]
        if gold.mode is not None:
            tally.note("event mode", any(e.event_mode == gold.mode for e in typed))
        if gold.cameo:
            emitted = {e.cameo for e in case.events}
            roots = {code[:2] for code in gold.cameo}
            tally.note("CAMEO root", bool(roots & {code[:2] for code in emitted}))
            tally.note("CAMEO code", not emitted.isdisjoint(gold.cameo))
        if gold.status is not None:
            tally.note("status", any(e.status == gold.status for e in typed))
        for name, wanted in (("deaths", gold.dead), ("injured", gold.injured)):
            if wanted is not None:
                bounds = ((getattr(e, f"{name}_low"), getattr(e, f"{name}_high")) for e in case.events)
                tally.note(name, any(wanted in pair for pair in bounds))
        if gold.place is not None:
            tally.note("place", gold.place.casefold() in _places(case))
    return Sheet("Codes, status, casualties, places", ("figure", "right", "of", "share"), tally.rows())


def _places(case: Case) -> set[str]:
    """The names of the places of the events, folded."""
    named = {place.place_id: (place.name or "").casefold() for place in case.records["places"]}
    return {named.get(event.place_id, "") for event in case.events}


def root_counts(cases: Sequence[Case]) -> dict[str, Counts]:
    """Sentences by CAMEO root: coded and emitted."""
    found: dict[str, Counts] = {}
    for case in cases:
        if not case.gold.cameo:
            continue
        gold, emitted = {code[:2] for code in case.gold.cameo}, {e.cameo[:2] for e in case.events}
        for root in sorted(gold | emitted):
            found.setdefault(root, Counts()).note(root in gold, root in emitted)
    return found


def roots(cases: Sequence[Case]) -> Sheet:
    """Precision, recall and F1 a CAMEO root, with the share of exact codes."""
    exact: dict[str, Counts] = {}
    for case in cases:
        emitted = {e.cameo for e in case.events}
        for code in case.gold.cameo or ():
            exact.setdefault(code[:2], Counts()).note(True, code in emitted)
    found = root_counts(cases)
    names = load().codes
    rows = [
        (root, names[root].name.capitalize(), *_scores(found[root]), exact.get(root, Counts()).recall)
        for root in sorted(found)
    ]
    micro, all_exact = sum(found.values(), Counts()), sum(exact.values(), Counts())
    rows.append(("micro", "", *_scores(micro), all_exact.recall))
    columns = ("root", "name", "support", "emitted", "right", "precision", "recall", "f1", "exact")
    return Sheet(
        "CAMEO", columns, rows, "By root, the code's first two digits; exact: the whole code is emitted."
    )
