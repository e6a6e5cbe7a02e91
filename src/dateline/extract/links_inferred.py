"""Answers that no word names: B is struck, and the next thing told is what B did about it.

For the links. What answers what is a matter of type: hostile acts are met by hostile ones, requests and
offers are granted or refused, charges returned, threats defied or bowed to, crowds put down or given in to.
It counts only where the one who answers is the one who was dealt with, or aims back at who did it, or where
both are the two sides of what the article is about; and only for what is told in one paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.language.document import Doc, Sentence
from dateline.records import Event, Link

_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_STRIKING_BACK = frozenset({"ACCUSE", "REJECT", "PROTEST", "THREATEN", "SANCTION", "COERCE", "ASSAULT"})
#: An act's type to the types of what may answer it.
_MET_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_HOSTILE, _STRIKING_BACK),
    "MOBILIZE": _STRIKING_BACK | {"MOBILIZE"},
    "REQUEST": frozenset({"REJECT", "AGREE", "CONCEDE", "RETREAT", "AID"}),
    "AGREE": frozenset({"REJECT", "AGREE"}),
    "ACCUSE": frozenset({"REJECT", "ACCUSE"}),
    "THREATEN": frozenset({"REJECT", "THREATEN", "RETREAT", "CONCEDE"}),
    "REJECT": frozenset({"SANCTION", "COERCE", "THREATEN"}),
}
_PUTTING_DOWN = frozenset({"COERCE", "ASSAULT", "CONCEDE"})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_PEOPLE = frozenset({None, "CVL", "OPP", "EDU", "LAB", "PTY", "AGR"})
_MEASURES = frozenset({"REJECT", "PROTEST", "SANCTION"})  # without words of their own on whom they hit
_TOLD = frozenset({"actual", "ongoing"})
_WITHIN = 3  # sentences
_SIDES = 3  # times that each side of a dispute is spoken of, at least


@dataclass(slots=True)
class _Recent:
    """What was told last: the acts with their sentences, and the last answer."""

    acts: list[tuple[Sentence, Event]] = field(default_factory=list)
    answering: tuple[Sentence, str | None, Event] | None = None  # the last answer: where, whose, to what


def answers(doc: Doc, events: dict[str, list[Event]], links: list[Link]) -> Iterator[tuple[Event, Event]]:
    """Pairs of an act and its answer that no explicit link joins already."""
    joined = {(link.from_id, link.to_id) for link in links}
    answered = {link.to_id for link in links if link.kind == "response"}
    pair = _pair(events)
    recent = _Recent()
    paragraph = -1
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            recent.answering, paragraph = None, sentence.paragraph
        here = sorted(
            events.get(sentence.sentence_id, ()), key=lambda e: (e.trigger_start or 0, e.event_id or "")
        )
        seen: set[tuple[int | None, int | None]] = set()
        for event in here:
            at = (event.trigger_start, event.trigger_end)
            if (
                at in seen
                or event.status not in _TOLD
                or event.event_id in answered
                or _is_mutual(event, here)
            ):
                continue
            act = _act(recent, sentence, event, pair) or _also(recent.answering, sentence, event)
            if act is not None and (act.event_id, event.event_id) not in joined:
                seen.add(at)
                recent.answering = sentence, event.source_country, act
                yield act, event
        recent.acts.extend((sentence, e) for e in here if e.status in _TOLD)


def _is_mutual(event: Event, here: list[Event]) -> bool:
    """Whether both sides do it to each other at once, so that it is nobody's answer."""
    return event.source_country is not None and any(
        other.trigger_start == event.trigger_start
        and (other.source_country, other.target_country) == (event.target_country, event.source_country)
        for other in here
    )


def _pair(events: dict[str, list[Event]]) -> frozenset[str]:
    """The two states that the article is about, where it is about two."""
    said: Counter[str] = Counter()
    for told in events.values():
        for event in told:
            said.update({c for c in (event.source_country, event.target_country) if c is not None})
    ranked = said.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < _SIDES or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return frozenset()
    return frozenset({ranked[0][0], ranked[1][0]})


def _act(recent: _Recent, sentence: Sentence, answer: Event, pair: frozenset[str]) -> Event | None:
    """The last act told before that ``answer`` may be the answer to."""
    for told, act in reversed(recent.acts):
        apart = sentence.position - told.position
        if apart > _WITHIN or apart < 1:
            if apart > _WITHIN:
                return None
            continue
        if told.paragraph != sentence.paragraph:
            return None
        if _put_down(act, answer):
            return act
        if answer.event_type not in _MET_BY.get(str(act.event_type), ()):
            continue
        if _fits(act, answer) or (apart == 1 and _of_the_pair(act, answer, pair)):
            return act
    return None


def _also(
    answering: tuple[Sentence, str | None, Event] | None, sentence: Sentence, event: Event
) -> Event | None:
    """What the same side has just answered, where the next sentence goes on with what it did against it."""
    if answering is None or event.event_type not in _MEASURES:
        return None
    told, country, act = answering
    goes_on = (
        sentence.position - told.position == 1 and country is not None and event.source_country == country
    )
    return act if goes_on and event.source_country != act.source_country else None


def _fits(act: Event, answer: Event) -> bool:
    """Whether the one answers who was hit, and what is answered was done by whom it is aimed at."""
    if act.source_country is None or answer.source_country in (None, act.source_country):
        return False
    aimed_back = answer.target_country == act.source_country
    was_hit = act.target_country == answer.source_country
    if answer.target_country is None:
        return was_hit and answer.target_text is None
    return aimed_back and (was_hit or act.target_country is None)


def _of_the_pair(act: Event, answer: Event, pair: frozenset[str]) -> bool:
    """Whether each is done by one side of the dispute, and to nobody else."""
    sides = {act.source_country, answer.source_country}
    if sides != pair or act.event_type == answer.event_type:
        return False
    nobody_else = all(e.target_country in pair or e.target_text is None for e in (act, answer))
    return nobody_else and act.target_country != act.source_country


def _put_down(act: Event, answer: Event) -> bool:
    """Whether a state puts down the protest of its own people, or gives in to it."""
    if act.event_type != "PROTEST" or answer.event_type not in _PUTTING_DOWN:
        return False
    at_home = answer.source_country is None or act.source_country in (None, answer.source_country)
    by_state = answer.source_sector in _STATE and act.source_sector in _PEOPLE
    return at_home and by_state and answer.target_sector in _PEOPLE
