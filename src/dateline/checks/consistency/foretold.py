"""What is told as done although it lies after the day on which the article was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.checks.consistency import days, told_past
from dateline.checks.consistency.days import interval
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import Scene
from dateline.records import Event, SentenceRow, Time

#: Small letters only, because May is a month.
_NOT_YET = re.compile(rf"\b(?:{days.any_of('not_yet')})\b|[’'](?:ll|d)\b|\bto\s+[a-z]+\b")
_NOTE = "It is told as done, and lies after the day of publication."
_ON = re.compile(r"(?:^|\s|[“\"(])(?:on|in)\s$", re.IGNORECASE)


def published_before_narrated(scene: Scene) -> Iterator[Found]:
    """An event told as having happened that begins after the article was published.

    What a verb in the past tells, with a date of its own whose year is written ("on 5 June 2012") and a
    sentence in which nothing else is dated earlier and nothing is planned, expected, due, conditional or up
    to somebody to do: "elections on 5 June" and "agreed to meet in 2012" lie ahead and are right. Notes and
    the furniture of pages are not read, and a day of publication that was itself inferred proves nothing. A
    month or day that a past verb tells beyond doubt (`told_past.py`) counts even where no event was read.
    """
    low, high = scene.written
    if low is None or high is None or scene.articles[0].published_basis == "inferred":
        return
    seen: set[int | None] = set()  # what two do to each other is one event told once
    dated: set[str | None] = set()
    for event in scene.events:
        if (
            event.trigger_start in seen
            or event.status != "actual"
            or event.date_basis != "stated"
            or event.date_start is None
        ):
            continue
        sentence, time = scene.sentence(event), scene.get(event.time_id)
        if event.date_start <= high or sentence is None or not scene.is_read(event):
            continue
        if isinstance(time, Time) and _told_as_done(scene, sentence, event, time):
            seen.add(event.trigger_start)
            dated.add(time.time_id)
            yield _found(scene, event, time, event.trigger, high)
    for time, verb in told_past.done(scene):
        if time.time_id not in dated:
            yield _found(scene, time, time, verb, high)


def _told_as_done(scene: Scene, sentence: SentenceRow, event: Event, time: Time) -> bool:
    """Whether the sentence says that the event took place on the date."""
    text, offset = sentence.text or "", sentence.start or 0
    if time.sentence_id != sentence.sentence_id or time.start is None or not days.states_year(time):
        return False
    before = text[: time.start - offset]
    if not _ON.search(before) or told_past.is_held_ahead(before) or _NOT_YET.search(days.uncapitalised(text)):
        return False
    spans = [interval(row) for row in scene.beside(sentence, "times")]
    high = scene.written[1]
    if any(span is not None and high is not None and span.earliest <= high for span in spans):
        return False
    return days.is_past(event.trigger)


def _found(scene: Scene, row: Event | Time, time: Time, verb: str | None, high: date) -> Found:
    """The finding on what the date is told of: an event, or the date itself."""
    on_event = isinstance(row, Event)
    return Found(
        table="events" if on_event else "times",
        row_id=row.event_id if on_event else row.time_id,
        start=time.start,
        end=time.end,
        verdict="disagrees",
        stated=f"{verb}, {time.text}",
        found=f"published {days.written(high)}",
        source=ARTICLE,
        citation=scene.quote(row),
        note=_NOTE + scene.quoted_for(row),
    )
