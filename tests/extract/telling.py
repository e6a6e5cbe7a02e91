"""What the tests of the event extractor share: the events of a text, written so that they can be read."""

from __future__ import annotations

from datetime import date

from dateline import parsing
from dateline.reading import from_text
from dateline.records import Event

PUBLISHED = date(2000, 1, 5)


def events(text: str) -> list[Event]:
    """The events of a text that was published on 5 January 2000."""
    return parsing.extract(from_text(text, published=PUBLISHED))["events"]


def told(text: str) -> list[str]:
    """Who did what to whom: "Libya > THREATEN/expel 132 > Egyptian workers", the status if not actual."""
    return [_act(event) for event in events(text)]


def dated(text: str) -> list[str]:
    """What happened when: "invaded 1974-07-01..1974-07-31 month stated", "-" for no date."""
    return [
        f"{e.trigger} {e.date_start}..{e.date_end} {e.date_precision} {e.date_basis}"
        if e.date_start
        else f"{e.trigger} -"
        for e in events(text)
    ]


def counted(text: str) -> list[tuple[str | None, int | None, int | None]]:
    """The killed and the injured of each event."""
    return [(e.trigger, e.deaths_low, e.injured_low) for e in events(text)]


def placed(text: str) -> list[tuple[str | None, str | None]]:
    """Where each event happened, by the place's name."""
    records = parsing.extract(from_text(text, published=PUBLISHED))
    names = {place.place_id: place.name for place in records["places"]}
    return [(e.trigger, names.get(e.place_id)) for e in records["events"]]


def _act(event: Event) -> str:
    kind = f"{event.event_type}/{event.event_mode}" if event.event_mode else event.event_type
    act = f"{event.source_text or '-'} > {kind} {event.cameo} > {event.target_text or '-'}"
    return act if event.status == "actual" else f"{act} ({event.status})"
