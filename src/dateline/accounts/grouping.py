"""Which tellings of which articles are one event: candidates by kind and day or by name, the best ones kept.

The number of comparisons grows with the number of tellings of one kind within a season, not with the
square of all tellings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from dateline.accounts.same import Fit, fit, is_one_dated, is_one_undated
from dateline.accounts.told import Telling
from dateline.checks.record.matching import SEASON

_BESIDE = 3  # sentences within which two events stand beside each other

Pair = tuple[int, int]  # positions in the list of tellings, the lower first


def groups(tellings: Sequence[Telling]) -> list[tuple[Telling, ...]]:
    """The tellings that are one event, of two articles or more, each article's once."""
    dated = _best(tellings, _dated(tellings))
    affair = {_articles(tellings, pair) for pair in dated}
    undated = _best(tellings, _undated(tellings, affair, set(dated)))
    held = _clusters(tellings, [*_ranked(dated), *_ranked(undated)])
    return [tuple(tellings[i] for i in members) for members in held]


def _dated(tellings: Sequence[Telling]) -> Iterator[tuple[Pair, Fit]]:
    for i, j in _near(tellings):
        found = fit(tellings[i], tellings[j])
        if found is not None and is_one_dated(tellings[i], tellings[j], found):
            yield (min(i, j), max(i, j)), found


def _near(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of one kind in two articles whose days overlap or lie within a season."""
    kinds: dict[str | None, list[tuple[date, date, int]]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        if telling.days is not None:
            kinds[telling.event.event_type].append((*telling.days, i))
    for rows in kinds.values():
        rows.sort()
        starts = [row[0] for row in rows]
        for at, (_, end, i) in enumerate(rows):
            last = end + min(SEASON, date.max - end)
            for _, _, j in rows[at + 1 : bisect_right(starts, last)]:
                if tellings[i].article != tellings[j].article:
                    yield i, j


def _undated(
    tellings: Sequence[Telling], affair: set[tuple[str, str]], dated: set[Pair]
) -> Iterator[tuple[Pair, Fit]]:
    """Pairs without a date in one or both, of articles that share an event, and that share a name."""
    where: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(dated):
        pair = _articles(tellings, (i, j))
        first, second = (i, j) if tellings[i].article == pair[0] else (j, i)
        where[pair].append((tellings[first].position, tellings[second].position))
    for known in where.values():
        known.sort()
    for i, j in _sharing_a_name(tellings):
        one, other = tellings[i], tellings[j]
        pair = _articles(tellings, (i, j))
        if (i, j) in dated or (one.sure and other.sure) or pair not in affair or pair[0] == pair[1]:
            continue
        first, second = (one, other) if one.article == pair[0] else (other, one)
        found = fit(one, other, beside=_is_beside(where[pair], first.position, second.position))
        if found is not None and is_one_undated(one, other, found):
            yield (i, j), found


def _sharing_a_name(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of one kind with a name in common, each once."""
    named: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for i, telling in enumerate(tellings):
        for name in _names(telling):
            named[telling.event.event_type, name].add(i)
    seen: set[Pair] = set()
    for key in sorted(named, key=str):
        for pair in combinations(sorted(named[key]), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _is_beside(known: Sequence[tuple[int, int]], first: int, second: int) -> bool:
    """Whether an event near both, in the sorted ``known``, is told by both articles."""
    at = bisect_left(known, (first - _BESIDE, 0))
    return any(abs(a - first) <= _BESIDE and abs(b - second) <= _BESIDE for a, b in known[at:])


def _names(telling: Telling) -> set[str]:
    found = {telling.place.name.casefold()} if telling.place is not None and telling.place.name else set()
    found |= {name.casefold().split()[-1] for name in telling.beside}
    for party in (*telling.sources, *telling.targets):
        found |= party.names
        if party.person is not None:
            found.add(party.person.casefold().split()[-1])
    return found


def _articles(tellings: Sequence[Telling], pair: Pair) -> tuple[str, str]:
    one, other = tellings[pair[0]].article, tellings[pair[1]].article
    return min(one, other), max(one, other)


def _best(tellings: Sequence[Telling], found: Iterator[tuple[Pair, Fit]]) -> dict[Pair, Fit]:
    """The pairs of which each is the other's best in that article, and no other is as good."""
    fits = dict(found)
    choices: dict[tuple[int, str], list[tuple[tuple[int, ...], int]]] = defaultdict(list)
    for (i, j), fitted in fits.items():
        choices[i, tellings[j].article].append((fitted.rank, j))
        choices[j, tellings[i].article].append((fitted.rank, i))
    best: dict[tuple[int, str], int] = {}
    for key, rivals in choices.items():
        rivals.sort(reverse=True)
        if len(rivals) == 1 or rivals[0][0] > rivals[1][0]:
            best[key] = rivals[0][1]
    return {
        (i, j): fitted
        for (i, j), fitted in fits.items()
        if best.get((i, tellings[j].article)) == j and best.get((j, tellings[i].article)) == i
    }


def _ranked(pairs: dict[Pair, Fit]) -> list[Pair]:
    """The best first."""
    return sorted(pairs, key=lambda pair: (tuple(-n for n in pairs[pair].rank), pair))


def _clusters(tellings: Sequence[Telling], pairs: Sequence[Pair]) -> list[list[int]]:
    """Pairs joined into groups, in their order; none holds an article twice, or two that contradict."""
    member: dict[int, list[int]] = {}
    for i, j in pairs:
        one, other = member.get(i, [i]), member.get(j, [j])
        if one is other or {tellings[a].article for a in one} & {tellings[b].article for b in other}:
            continue
        if any(_contradict(tellings[a], tellings[b]) for a in one for b in other):
            continue
        joined = sorted(one + other)
        member.update(dict.fromkeys(joined, joined))
    return [found for i, found in sorted(member.items()) if found[0] == i]


def _contradict(one: Telling, other: Telling) -> bool:
    found = fit(one, other)
    return found is None or (found.gap is not None and found.gap > SEASON)
