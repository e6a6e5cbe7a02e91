"""One event told more than once in an article is one row: for the tables, after all extractors have run.

Two rows tell the same event only where nothing speaks against it and something says so. Nothing
against: type, CAMEO root and status are the same, roles, dates, places and casualties are equal or
missing on one side, and one role at least is the same actor. And one of these says so:

- the headline or standfirst has it, and one of the first sentences of the body tells it again;
- a singular "the attack", "this visit" follows within three sentences, and no other event of the
  type stands between;
- both actors and the stated day are the same.

The row that stays is the first in the body; it counts its ``mentions``, holds the spans of the
others as ``evidence``, and takes from them what it lacks. Ids of what stays do not change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.language.document import Doc, Sentence
from dateline.records import Event, Figure, Link, Time

_ABOVE = frozenset({"headline", "standfirst"})
_LEAD = 3  # sentences of the body in which the headline's event is told again
_REACH = 3  # sentences over which "the attack" refers back
_POINTING = frozenset({"the", "this", "that"})
_ON_THE_DAY = frozenset({"stated", "resolved"})
_FILLED = (
    *("date_start", "date_end", "date_precision", "date_basis", "time_id"),
    *("place_id", "deaths_low", "deaths_high", "deaths_of", "injured_low", "injured_high"),
)
_AGREEING = ("source_id", "target_id", "place_id", "deaths_low", "injured_low")


def merge(events: Sequence[Event], doc: Doc) -> tuple[list[Event], dict[str, str]]:
    """The rows with what is told again folded in, and the ids that became another's."""
    where = {sentence.sentence_id: sentence for sentence in doc.sentences}
    lead = _lead(doc)
    kept: list[Event] = []
    renamed: dict[str, str] = {}
    for event in events:
        first = _told_before(event, kept, where, lead)
        if first is None:
            kept.append(event)
            continue
        i = next(n for n, row in enumerate(kept) if row is first)
        staying, leaving = (event, first) if _is_above(first, where) else (first, event)
        kept[i] = _fold(staying, leaving)
        renamed[leaving.event_id or ""] = staying.event_id or ""
    return sorted(kept, key=lambda e: (e.start or 0, e.end or 0)), _settled(renamed)


def rename(
    renamed: dict[str, str], links: list[Link], figures: list[Figure], times: list[Time]
) -> tuple[list[Link], list[Figure], list[Time]]:
    """The rows of other tables with the ids of the events that stayed; no event is linked to itself."""
    if not renamed:
        return links, figures, times
    turned = [
        replace(
            link,
            from_id=renamed.get(link.from_id or "", link.from_id),
            to_id=renamed.get(link.to_id or "", link.to_id),
        )
        for link in links
    ]
    return (
        [link for link in turned if link.from_id is None or link.from_id != link.to_id],
        [replace(f, event_id=renamed.get(f.event_id or "", f.event_id)) for f in figures],
        [replace(t, anchor_id=renamed.get(t.anchor_id or "", t.anchor_id)) for t in times],
    )


def _told_before(
    event: Event, kept: list[Event], where: dict[str, Sentence], lead: frozenset[str]
) -> Event | None:
    own = where[event.sentence_id or ""]
    for before in reversed(kept):
        there = where[before.sentence_id or ""]
        if before.event_type != event.event_type or there is own:
            continue
        if not _agree(before, event):
            if there.role not in _ABOVE and own.position - there.position <= _REACH:
                return None  # another event of the kind lies between
            continue
        if there.role in _ABOVE and own.sentence_id in lead:
            return before
        if own.position - there.position <= _REACH and there.role not in _ABOVE and _points_back(event, own):
            return before
        if _is_same_day(before, event):
            return before
    return None


def _agree(before: Event, event: Event) -> bool:
    """Whether nothing in two rows speaks against their being one event."""
    if (before.cameo or "")[:2] != (event.cameo or "")[:2] or before.status != event.status:
        return False
    for name in _AGREEING:
        one, other = getattr(before, name), getattr(event, name)
        if one is not None and other is not None and one != other:
            return False
    if not any(
        one is not None and one == other
        for one, other in ((before.source_id, event.source_id), (before.target_id, event.target_id))
    ):
        return False
    if None in (before.date_start, event.date_start) or "context" in (before.date_basis, event.date_basis):
        return True
    return (before.date_start, before.date_end) == (event.date_start, event.date_end)


def _points_back(event: Event, own: Sentence) -> bool:
    """ "*The attack*": one noun with a determiner that points to what was told before."""
    if not (event.rule or "").startswith("noun:"):
        return False
    trigger = next((word for word in own.words if word.start == event.trigger_start), None)
    first = next((word for word in own.words if word.start == event.start), None)
    return trigger is not None and trigger.tag == "NN" and first is not None and first.lower in _POINTING


def _is_same_day(before: Event, event: Event) -> bool:
    both = before.source_id is not None and before.target_id is not None
    dated = before.date_basis in _ON_THE_DAY and event.date_basis in _ON_THE_DAY
    same = (before.source_id, before.target_id, before.cameo) == (
        event.source_id,
        event.target_id,
        event.cameo,
    )
    return both and dated and same and before.date_precision == event.date_precision == "day"


def _is_above(event: Event, where: dict[str, Sentence]) -> bool:
    return where[event.sentence_id or ""].role in _ABOVE


def _lead(doc: Doc) -> frozenset[str]:
    body = [sentence.sentence_id for sentence in doc.sentences if sentence.role == "body"]
    return frozenset(body[:_LEAD])


def _fold(staying: Event, leaving: Event) -> Event:
    """The row that stays, with the other's evidence and what only the other says."""
    spans = [span for row in (staying, leaving) for span in (row.evidence or "").split("|") if span]
    spans.append(f"{leaving.start}:{leaving.end}")
    lacking = {name: getattr(leaving, name) for name in _FILLED if getattr(staying, name) is None}
    if staying.date_start is not None:
        lacking = {name: value for name, value in lacking.items() if not name.startswith(("date_", "time_"))}
    return replace(
        staying,
        mentions=(staying.mentions or 1) + (leaving.mentions or 1),
        evidence="|".join(sorted(spans, key=lambda span: int(span.partition(":")[0]))),
        **lacking,
    )


def _settled(renamed: dict[str, str]) -> dict[str, str]:
    """What became another's that became a third's is the third's."""
    found: dict[str, str] = {}
    for name, other in renamed.items():
        while other in renamed:
            other = renamed[other]
        found[name] = other
    return found
