"""Answers that no word names: B is struck, and the next thing told is what B did about it.

For the links. Only hostile answers to hostile acts, in one paragraph, by the side that was hit, count;
of these the next few sentences only, and only what the order of telling allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.language.document import Doc
from dateline.records import Event, Link

_PROVOKING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_ANSWERING = frozenset({"ACCUSE", "REJECT", "PROTEST", "THREATEN", "SANCTION", "COERCE", "ASSAULT"})
_MEASURES = frozenset({"REJECT", "PROTEST", "SANCTION"})  # without words of their own on whom they hit
_TOLD = frozenset({"actual", "ongoing"})
_WITHIN = 3  # sentences


def answers(doc: Doc, events: dict[str, list[Event]], links: list[Link]) -> Iterator[tuple[Event, Event]]:
    """Pairs of an act and its answer that no explicit link joins already."""
    joined = {(link.from_id, link.to_id) for link in links}
    answered = {link.to_id for link in links if link.kind == "response"}
    recent: list[tuple[int, Event]] = []
    answering: tuple[int, str | None, Event] | None = None  # the last answer: where, whose, to what
    paragraph = -1
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            recent, answering, paragraph = [], None, sentence.paragraph
        here = sorted(
            events.get(sentence.sentence_id, ()), key=lambda e: (e.trigger_start or 0, e.event_id or "")
        )
        seen: set[tuple[int | None, int | None]] = set()
        for event in here:
            at = (event.trigger_start, event.trigger_end)
            if at in seen or event.event_type not in _ANSWERING or event.status not in _TOLD:
                continue
            if event.event_id in answered:
                continue
            act = _act(recent, event, sentence.position) or _also(answering, event, sentence.position)
            if act is not None and (act.event_id, event.event_id) not in joined:
                seen.add(at)
                answering = sentence.position, event.source_country, act
                yield act, event
        recent.extend(
            (sentence.position, e) for e in here if e.event_type in _PROVOKING and e.status in _TOLD
        )


def _act(recent: list[tuple[int, Event]], answer: Event, position: int) -> Event | None:
    """The last act told before that ``answer`` may be the answer to."""
    for told, act in reversed(recent):
        if position - told <= _WITHIN and told < position and _fits(act, answer):
            return act
    return None


def _also(answering: tuple[int, str | None, Event] | None, event: Event, position: int) -> Event | None:
    """What the same side has just answered, where the next sentence goes on with what it did against it."""
    if answering is None or event.event_type not in _MEASURES:
        return None
    told, country, act = answering
    goes_on = position - told == 1 and country is not None and event.source_country == country
    return act if goes_on and event.source_country != act.source_country else None


def _fits(act: Event, answer: Event) -> bool:
    """Whether the one answers who was hit, and what is answered was done by whom it is aimed at."""
    if act.source_country is None or answer.source_country in (None, act.source_country):
        return False
    aimed_back = answer.target_country == act.source_country
    was_hit = act.target_country == answer.source_country
    if answer.target_country is None:
        return was_hit
    return aimed_back and (was_hit or act.target_country is None)
