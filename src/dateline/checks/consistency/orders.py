"""The order in which things are told to have happened against the dates that are told for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency import counted, days
from dateline.checks.consistency.days import Interval, interval
from dateline.checks.found import ARTICLE, Found, Verdict
from dateline.checks.scene import READ, Scene, sure
from dateline.codebook import settings
from dateline.records import Event, Link, SentenceRow, Time

_TELLING = frozenset({"response", "cause"})
#: Small letters only, because May is a month.
_NOT_YET = re.compile(
    rf"\b(?!(?:before|for|from|by|when|ahead)\b)(?:{days.any_of('not_yet')})\b|[’'](?:ll|d)\b|\bto\s+[a-z]+\b"
)
_WAY = r"(?P<way>after|following|before|prior\sto|ahead\sof)"
_NOUNS = r"(?:(?:the|its|his|her|their|an?|that)\s)?(?:[^\W\d][\w’'-]*\s){0,4}?(?:of\s|on\s|in\s)?"
#: "On 3 May he fled after the vote of 5 June": what stands between the two dates ends with this.
_BEHIND = re.compile(rf"\b{_WAY}\s{_NOUNS}$")
_OPENS_ON = re.compile(r"^[“\"(]?(?:On|In)\s$")
_OPENS_WAY = re.compile(rf"^[“\"(]?{_WAY}\s{_NOUNS}$", re.IGNORECASE)
_CLAUSE = re.compile(rf"\b(?:{days.any_of('clause')}|said|says)\b|[;:()]")
_SEQUENCE = re.compile(
    rf"^[“\"(]?(?:(?P<later>{days.any_of('later')})|(?P<earlier>{days.any_of('earlier')})),?\s(?:on|in)\s$",
    re.IGNORECASE,
)
_AFTER = frozenset({"after", "following"})
_NOTE = "The dates as told run the other way."


def order_against_dates(scene: Scene) -> Iterator[Found]:
    """An order told by a link or a word against the dates told for both sides, where it is surely reversed.

    An answer and what it answers, an effect and its cause: only where the text itself joins them, both are
    told as done and each has its own date in its own sentence. "On 3 May he fled after the vote of 5 June",
    "After the vote of 5 June he fled on 3 May": only where nothing is planned or reported between them.
    "Later, on 3 May" against the date told right before. Reversed means that the last day of what should
    come first lies after, and the two do not touch; a date of the context is never used.
    """
    for link in scene.links:
        if (found := _linked(scene, link)) is not None:
            yield found
    for sentence in scene.sentences:
        if sentence.role in READ and sentence.start is not None and sentence.text:
            yield from _worded(scene, sentence)
            yield from _sequence(scene, sentence)


# -- links -----------------------------------------------------------------------------------------


def _linked(scene: Scene, link: Link) -> Found | None:
    """ "In response to the raid of 3 May it closed the border on 1 May"."""
    if link.kind not in _TELLING or link.basis != "explicit" or link.from_id == link.to_id:
        return None
    first, second = scene.get(link.from_id), scene.get(link.to_id)
    if not isinstance(first, Event) or not isinstance(second, Event):
        return None
    one, two = _own(scene, first), _own(scene, second)
    if one is None or two is None or one is two:
        return None
    earlier, later = interval(one), interval(two)
    if earlier is None or later is None or later.latest >= earlier.earliest or not _sure_years(one, two):
        return None
    told = "answer to" if link.kind == "response" else "effect of"
    return Found(
        table="links",
        row_id=link.link_id,
        start=link.start,
        end=link.end,
        verdict="disagrees",
        stated=f"{second.trigger} ({two.text}) as the {told} {first.trigger} ({one.text})",
        found=f"{days.spelt(later)} comes before {days.spelt(earlier)}",
        source=ARTICLE,
        citation=scene.quote(first),
        note=_note(scene, second),
    )


def _own(scene: Scene, event: Event) -> Time | None:
    """The date that the event has of its own: the one nearest to its verb, in its own sentence."""
    time = scene.get(event.time_id)
    if (
        event.status != "actual"
        or not sure(event)
        or not isinstance(time, Time)
        or event.trigger_start is None
    ):
        return None
    if time.sentence_id != event.sentence_id or interval(time) is None or not scene.is_read(event):
        return None
    if (time.earliest, time.latest) != (event.date_start, event.date_end) or time.anchor == "event":
        return None
    at = event.trigger_start
    rows = [
        row for row in scene.beside(event, "times")
        if interval(row) is not None and row.start is not None and "/" not in (row.value or "")
    ]  # fmt: skip
    nearest = min(rows, key=lambda row: abs((row.start or 0) - at), default=None)
    return time if nearest is time else None


def _sure_years(one: Time, two: Time) -> bool:
    """Whether no other year could be meant: both are written, or they lie within two months."""
    first, second = interval(one), interval(two)
    if first is None or second is None:
        return False
    if days.states_year(one) and days.states_year(two):
        return True
    return abs((second.earliest - first.earliest).days) <= 62


def _note(scene: Scene, row: Event | Time) -> str:
    return _NOTE + scene.quoted_for(row)


# -- words -----------------------------------------------------------------------------------------


def _worded(scene: Scene, sentence: SentenceRow) -> Iterator[Found]:
    """Two dates of one sentence, joined by "after" or "before"."""
    text, offset = sentence.text or "", sentence.start or 0
    rows = [
        row for row in scene.beside(sentence, "times")
        if row.start is not None and row.end is not None and interval(row) is not None
        and row.type == "DATE" and "/" not in (row.value or "") and row.anchor != "event"
    ]  # fmt: skip
    if len(rows) != 2 or not _sure_years(*rows) or _NOT_YET.search(days.uncapitalised(text)):
        return
    one, two = rows
    ahead, between = text[: one.start - offset], text[one.end - offset : two.start - offset]
    if _OPENS_ON.match(ahead) and (way := _BEHIND.search(between)) is not None:
        gap = between[: way.start()]
        if not _CLAUSE.search(gap) and _done(scene, sentence, one.end, one.end + way.start(), one):
            yield from _compared(scene, one, two, way["way"], one.start, two.end)
    elif (way := _OPENS_WAY.match(ahead)) is not None:
        gap = between.removesuffix(" on ")
        if between.endswith(" on ") and not _CLAUSE.search(gap) and _main(scene, sentence, one, two):
            yield from _compared(scene, two, one, way["way"], one.start, two.end)


def _done(scene: Scene, sentence: SentenceRow, start: int, end: int, time: Time) -> bool:
    """Whether one thing is told between the offsets, by a verb in the past, and it is done and not said."""
    here = {
        event.trigger_start: event for event in scene.beside(sentence, "events")
        if event.trigger_start is not None and start <= event.trigger_start < end
    }  # fmt: skip
    if len(here) != 1:
        return False
    event = next(iter(here.values()))
    return (
        event.status == "actual"
        and event.event_type in settings("checks_time")["done"]
        and event.time_id == time.time_id
        and days.is_past(event.trigger)
    )


def _main(scene: Scene, sentence: SentenceRow, opening: Time, own: Time) -> bool:
    """Whether the second date is that of the main clause: in commas, or right behind its verb."""
    text, offset = sentence.text or "", sentence.start or 0
    start, end = (own.start or 0) - offset, (own.end or 0) - offset
    between = text[(opening.end or 0) - offset : start]
    if "," not in between:
        return False
    if text[:start].endswith(", on ") and text[end:].startswith(","):
        return True
    return any(
        event.status == "actual" and event.trigger_end is not None and days.is_past(event.trigger)
        and text[event.trigger_end - offset : start] == " on "
        for event in scene.beside(sentence, "events")
    )  # fmt: skip


def _compared(scene: Scene, own: Time, other: Time, way: str, start: int, end: int) -> Iterator[Found]:
    """The date of what happened against that of what it came after or before."""
    mine, theirs = interval(own), interval(other)
    if mine is None or theirs is None:
        return
    after = way.lower() in _AFTER
    first, second = (theirs, mine) if after else (mine, theirs)
    if (verdict := _verdict(first, second)) is None:
        return
    yield Found(
        table="times",
        row_id=own.time_id,
        start=start,
        end=end,
        verdict=verdict,
        stated=f"{own.text} told as {'after' if after else 'before'} {other.text}",
        found=f"{days.spelt(min(first, second))} comes before {days.spelt(max(first, second))}",
        source=ARTICLE,
        citation=scene.quote(other),
        note=None if verdict == "agrees" else _note(scene, own),
    )


def _verdict(first: Interval, second: Interval) -> Verdict | None:
    if second.latest < first.earliest:
        return "disagrees"
    return "agrees" if first.latest < second.earliest else None


def _sequence(scene: Scene, sentence: SentenceRow) -> Iterator[Found]:
    """ "Later, on 3 May 1994, …", after a sentence of another date."""
    text, offset = sentence.text or "", sentence.start or 0
    for row in scene.beside(sentence, "times"):
        if row.start is None or row.end is None or interval(row) is None or "/" in (row.value or ""):
            continue
        if (match := _SEQUENCE.match(text[: row.start - offset])) is None:
            continue
        base = counted.last_told(scene, sentence, match.start(), row)
        if base is not None:
            yield from _compared(scene, row, base, "after" if match["later"] else "before", offset, row.end)
        return
