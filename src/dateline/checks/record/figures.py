"""The figures of people killed that the article states, held against what the sources count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dateline import wording
from dateline.checks.found import Found, Verdict
from dateline.checks.record import matching, totals
from dateline.checks.record.bounds import bounds, lowest, reach, verdict
from dateline.checks.record.matching import Group
from dateline.checks.record.totals import Count
from dateline.checks.reference import Incident, Reference
from dateline.checks.scene import Scene
from dateline.records import Event, Figure
from dateline.schema import HAPPENED

#: Words for people who took no part in the fighting; what they count is a part of all killed.
_CIVILIANS = frozenset(
    {"civilian", "civilians", "noncombatants", "non-combatants", "bystanders", "innocents"}
)
#: Words that count everybody killed.
_PEOPLE = frozenset(
    {"people", "persons", "person", "lives", "dead", "deaths", "fatalities", "victims", "casualties"}
)
_SOME = 2  # worth: kind and day alone make no incident
_MONTH = 31  # days; what is told over more is a total
_CLOSE = 0.01  # a count of another category is recognised within this share


def deaths_against_record(scene: Scene, reference: Reference) -> Iterator[Found]:
    """A stated number of people killed against what each source counts.

    A figure belongs to an event; that event's kind, actors, place and days lead to an incident of the record
    (or, where it is told over a longer time, to a series). The sources are kept apart: it `agrees`
    where every source's range holds the stated number, `contested` where it lies within what they span, and
    `disagrees` only outside of all. People whom a source calls neither civilian nor combatant may be either.
    A part of the dead ("12 soldiers") is not refuted by a larger total. A number of civilians that is
    a source's number of all killed is recognised, which is the commonest slip of this kind.
    """
    for figure in scene.figures:
        event = scene.get(figure.event_id)
        if figure.measure == "killed" and event is not None and scene.is_read(figure) and _is_told(event):
            yield from _judged(scene, reference, figure, event)


def _is_told(event: Event) -> bool:
    return event.status in HAPPENED and event.date_start is not None and event.date_end is not None


def _judged(scene: Scene, reference: Reference, figure: Figure, event: Event) -> Iterator[Found]:
    category = _category(figure)
    name, counts = _counted(scene, reference, event, category)
    own = [count for count in counts if count.says]
    said = scene.said_by(figure)
    found = Found(
        table="figures",
        row_id=figure.figure_id,
        start=figure.start,
        end=figure.end,
        verdict=_verdict(figure, category, own) if own else "unverified",
        stated=_stated(scene, figure),
        note=said,
    )
    shown = [count for count in counts if count.says or _is_total(figure, category, count)]
    if not shown:
        yield found
    for count in sorted(shown, key=lambda count: (count.source, count.citation)):
        whom = "civilians killed" if category == "civilians" and count.says else "killed in all"
        low, high = (count.low, count.high) if count.says else (count.all_low, count.all_high)
        slip = _is_total(figure, category, count)
        yield replace(
            found,
            found=f"{wording.span(low, high)} {whom}: {name}",
            found_low=low,
            found_high=high,
            source=count.source,
            citation=count.citation,
            note="; ".join(filter(None, (said, _slip(count) if slip else None))) or None,
        )


def _category(figure: Figure) -> str:
    """``civilians``, ``people`` (everybody) or ``some``: soldiers, villagers, whoever else is a part."""
    words = {word.strip(".,;:").lower() for word in (figure.of or "").split()}
    if words & _CIVILIANS:
        return "civilians"
    return "people" if not words or words & _PEOPLE else "some"


def _stated(scene: Scene, figure: Figure) -> str:
    number = scene.words(figure.start, figure.end)
    return f"{number} {figure.of} killed" if figure.of and figure.of not in number else f"{number} killed"


def _verdict(figure: Figure, category: str, counts: list[Count]) -> Verdict:
    known = [(count.low, count.high) for count in counts]
    if category == "some" and reach(figure)[1] < lowest(known):
        return "unverified"
    return verdict(figure, known)


def _is_total(figure: Figure, category: str, count: Count) -> bool:
    """Whether the stated number of civilians is this source's number of all killed, civilian or not."""
    stated = figure.low
    if category != "civilians" or stated is None or stated != figure.high:
        return False
    totals = {total for total in (count.all_low, count.all_high) if total}
    if count.sure is not None and any(count.sure >= total for total in totals):
        return False  # all whom it counts are civilians: no slip
    return any(abs(total - stated) <= _CLOSE * total for total in totals)


def _slip(count: Count) -> str:
    total = wording.span(count.all_low, count.all_high)
    known = "" if count.sure is None else f", {wording.number(count.sure)} of them known as civilians"
    return f"the stated number is what {count.source} counts of all people killed: {total}{known}"


def _counted(scene: Scene, reference: Reference, event: Event, category: str) -> tuple[str, list[Count]]:
    """What it was, by the record's name, and the sources' counts of it."""
    assert event.date_start is not None and event.date_end is not None
    if (event.date_end - event.date_start).days > _MONTH:
        return totals.of_period(scene, reference, event, category)
    return _of_incident(scene, reference, event, category)


def _of_incident(scene: Scene, reference: Reference, event: Event, category: str) -> tuple[str, list[Count]]:
    group = _incident(scene, reference, event)
    if group is None:
        return "", []
    rows = [row for row in group.rows if isinstance(row, Incident) and row.suspect is None]
    return group.title or wording.when(*group.days), [_count(row, category) for row in rows]


def _incident(scene: Scene, reference: Reference, event: Event) -> Group | None:
    """The one incident of the days told, however many it killed; else what the event is known to be."""
    here = [
        group
        for group in matching.groups(scene, event, reference, timedelta(0))
        if group.worth >= _SOME and isinstance(group.rows[0], Incident)
    ]
    best = [group for group in here if (group.worth, group.telling) == (here[0].worth, here[0].telling)]
    if len(best) == 1 and not matching.deaths_differ(event, best[0]):
        return best[0]
    found = matching.recognise(scene, event, reference)
    if found is not None:
        return found.group
    exact = event.date_start == event.date_end
    return best[0] if len(best) == 1 and exact else None


def _count(row: Incident, category: str) -> Count:
    low, high = matching.killed(row)
    if category != "civilians":
        return Count(row.source, row.citation, low, high, None, low, high)
    known = bounds(row.civilians_low, row.civilians_best, row.civilians_high)
    most = None if known[1] is None else known[1] + (row.unknown_high or 0)
    return Count(row.source, row.citation, known[0], most, known[1], low, high)
