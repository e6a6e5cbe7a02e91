"""The dates and the order in which the article tells events, held against the record's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline import wording
from dateline.checks.found import Found, Verdict
from dateline.checks.record import matching
from dateline.checks.record.matching import Group, Recognised
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene, sure
from dateline.records import Event

if TYPE_CHECKING:
    import pandas as pd

    from dateline.tables import Tables

_TOLD = frozenset({"actual", "ongoing", "planned"})


def date_against_record(scene: Scene, reference: Reference) -> Iterator[Found]:
    """The day on which an event is told to have happened against the days the sources give.

    `agrees` where the days told and all days recorded have one in common, `contested` where only some
    sources' have. `disagrees` where the record knows the event for sure (:func:`matching.recognise`)
    and none of its sources has it within the days told. What the text dates by another event is
    `order_against_record`.
    """
    for event in _dated(scene):
        found = matching.recognise(scene, event, reference)
        if found is None and sure(event) and event.date_precision in ("day", "month"):
            yield _told(scene, event, "unverified")
        elif found is not None and not _is_order(scene, event, found):
            yield from _rows(_told(scene, event, _verdict(event, found)), found)


def order_against_record(scene: Scene, reference: Reference) -> Iterator[Found]:
    """What the text dates by another event ("by that time", "before the visit") against the record's order.

    The reasoning is that of `date_against_record`; what it adds is the event in between: one that the article
    tells later and the record dates earlier. A source that reports no other of the kind since an earlier day
    settles that the article cannot mean another one.
    """
    for event in _dated(scene):
        found = matching.recognise(scene, event, reference)
        if found is not None and _is_order(scene, event, found):
            between = _between(scene, reference, event, found.group)
            yield from _rows(_told(scene, event, "disagrees", _order_note(found, between)), found)


def _dated(scene: Scene) -> Iterator[Event]:
    for event in scene.events:
        if event.status in _TOLD and scene.is_read(event):
            told = event if event.date_start is not None else _by_sentence(scene, event)
            if told.date_start is not None and told.date_end is not None:
                yield told


def _by_sentence(scene: Scene, event: Event) -> Event:
    """An undated event, by the one date of a sentence that tells nothing else: "Then he died, in May"."""
    days = [time for time in scene.beside(event, "times") if time.type == "DATE"]
    tellings = {(other.trigger_start, other.trigger_end) for other in scene.beside(event, "events")}
    if len(days) != 1 or len(tellings) != 1 or days[0].earliest is None or days[0].latest is None:
        return event
    time = days[0]
    length = (time.latest - time.earliest).days
    return replace(
        event,
        date_start=time.earliest,
        date_end=time.latest,
        date_precision="day" if length == 0 else "month" if length <= 31 else "year",
        date_basis="resolved",
        time_id=time.time_id,
    )


def _verdict(event: Event, found: Recognised) -> Verdict:
    if not found.in_time:
        return "disagrees"
    return "agrees" if all(matching.overlaps(event, row) for row in found.group.rows) else "contested"


def _is_order(scene: Scene, event: Event, found: Recognised) -> bool:
    """Whether a date that the record contradicts hangs on another event or date of the text."""
    time = scene.get(event.time_id)
    resolved = event.date_basis == "resolved" and time is not None and time.anchor in ("time", "event")
    return resolved and not found.in_time


def _between(scene: Scene, reference: Reference, event: Event, group: Group) -> Group | None:
    """What the same paragraph tells after the event, or with it, and the record dates before it."""
    assert event.date_end is not None
    own = scene.sentence(event)
    for other in scene.events:
        there = scene.sentence(other)
        if own is None or there is None or other is event or own.paragraph != there.paragraph:
            continue
        for found in matching.groups(scene, other, reference, matching.CLOSE):
            if found.named == 2 and event.date_end <= found.end < group.start:
                return found
    return None


def _order_note(found: Recognised, between: Group | None) -> str | None:
    notes = []
    if between is not None:
        notes.append(f"the text has it before, and the record after: {_named(between)}")
    if found.alone:
        notes.append("a source says that there was no other of its kind in between")
    return "; ".join(notes) or None


def _told(scene: Scene, event: Event, verdict: Verdict, note: str | None = None) -> Found:
    time = scene.get(event.time_id)
    words = time if time is not None and verdict == "disagrees" else event
    return Found(
        table="events",
        row_id=event.event_id,
        start=words.start,
        end=words.end,
        verdict=verdict,
        stated=f"{event.trigger}: {wording.when(event.date_start, event.date_end, event.date_precision)}",
        note="; ".join(filter(None, (scene.said_by(event), note))) or None,
    )


def _rows(told: Found, found: Recognised) -> Iterator[Found]:
    for row in sorted(found.group.rows, key=lambda row: (row.source, row.citation)):
        when = wording.when(row.date_start, row.date_end, row.date_precision)
        recorded = f"{when}: {found.group.title}" if found.group.title else when
        yield replace(told, found=recorded, source=row.source, citation=row.citation)


def _named(group: Group) -> str:
    return f"{group.title}, {wording.when(group.start, group.end, group.rows[0].date_precision)}"


#: The columns of :func:`recorded`.
RECORDED = (
    "event_id",
    "name",
    "stated_start",
    "stated_end",
    "recorded_start",
    "recorded_end",
    "verdict",
    "sources",
)


def recorded(tables: Tables, record: Reference) -> pd.DataFrame:
    """The events that the record knows, with the days told and the days recorded: a row an event, in text
    order. ``verdict`` is that of the finding on its date or its order.
    """
    import pandas as pd

    scene, rows = Scene(tables), []
    for event in _dated(scene):
        found = matching.recognise(scene, event, record)
        if found is None:
            continue
        group, told = found.group, (event.date_start, event.date_end)
        sources = ", ".join(dict.fromkeys(row.source for row in group.rows))
        name, verdict = group.title or None, _verdict(event, found)
        rows.append((event.event_id, name, *told, *group.days, verdict, sources))
    kinds = {name: "datetime64[us]" for name in RECORDED if name.endswith(("_start", "_end"))}
    return pd.DataFrame(rows, columns=list(RECORDED)).astype({**dict.fromkeys(RECORDED, "string"), **kinds})
