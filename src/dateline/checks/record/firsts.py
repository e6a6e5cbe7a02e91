"""What the article calls a first, held against the record of earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline import wording
from dateline.checks.found import Found
from dateline.checks.record import matching
from dateline.checks.reference import Entry, Reference
from dateline.checks.scene import Scene
from dateline.extract import gazetteer
from dateline.records import Event

#: Ways to call an event the first of its kind. Limits of scope ("the first since 1999") are read beside it.
_FIRST = re.compile(
    r"\bfor the (?:very )?first time\b(?! since\b| in\b)|\b(?:in|as) (?:a|another|yet another) first\b|"
    r"\bfirst[- ]ever\b|\bnever before\b|\bunprecedented(?:ly)?\b|\ba first\b(?=[,.;:])",
    re.IGNORECASE,
)


def first_against_record(scene: Scene, reference: Reference) -> Iterator[Found]:
    """An event told as the first of its kind against earlier ones of the same actor on the same target.

    An earlier entry of the same kind counts only if actor and target are known by more than their countries,
    so that a protest of the foreign ministry to an ambassador is not held against one of the army. `agrees`
    where a source itself calls the event a first; `contested` where one does and another has an earlier one.
    """
    for sentence in scene.sentences:
        if sentence.start is None or sentence.end is None or sentence.role not in ("standfirst", "body"):
            continue
        for cue in _FIRST.finditer(scene.text, sentence.start, sentence.end):
            event = _meant(scene, sentence.sentence_id, cue.start())
            if event is not None:
                yield from _judged(scene, reference, event, cue)


def _meant(scene: Scene, sentence_id: str | None, at: int) -> Event | None:
    """The event that the cue is said of: the one told next to it, of those that happened."""
    here = [event for event in scene.happened() if event.sentence_id == sentence_id]
    near = [event for event in here if event.trigger_start is not None and event.start is not None]
    after = [event for event in near if (event.trigger_start or 0) >= at]
    before = [event for event in near if (event.trigger_start or 0) < at]
    if after:
        return min(after, key=lambda event: event.trigger_start or 0)
    return max(before, key=lambda event: event.trigger_start or 0, default=None)


def _judged(scene: Scene, reference: Reference, event: Event, cue: re.Match[str]) -> Iterator[Found]:
    alike = [row for row in reference.chronology if _same_kind(scene, event, row)]
    until = event.date_end or scene.written[1]
    earlier = [row for row in alike if _is_earlier(event, row)]
    meant = [row for row in alike if row not in earlier and until is not None and row.date_start <= until]
    firsts = [row for row in meant if row.first is True]
    denied = [row for row in meant if row.first is False]
    if not (earlier or firsts or denied):
        return
    against = [*earlier, *denied]
    told = Found(
        table="events",
        row_id=event.event_id,
        start=cue.start(),
        end=cue.end(),
        verdict="contested" if against and firsts else "disagrees" if against else "agrees",
        stated=f"{event.trigger}: {cue.group()}",
        note=scene.said_by(event),
    )
    for row in sorted((*against, *firsts), key=lambda row: (row.date_start, row.source, row.citation)):
        when = wording.when(row.date_start, row.date_end, row.date_precision)
        which = (
            "calls it a first" if row in firsts else "an earlier one" if row in earlier else "not the first"
        )
        yield replace(told, found=f"{which}: {row.name}, {when}", source=row.source, citation=row.citation)


def _same_kind(scene: Scene, event: Event, row: Entry) -> bool:
    """The same kind of act, by the same actor on the same target."""
    if event.event_type not in row.event_type:
        return False
    actor = _is_party(scene, event.source_id, event.source_text, event.source_country, row.actor)
    return actor and _is_party(scene, event.target_id, event.target_text, event.target_country, row.target)


def _is_party(
    scene: Scene, entity_id: str | None, text: str | None, country: str | None, names: tuple[str, ...]
) -> bool:
    """Known by a name of its own; or it is a state as such, and the entry names that state."""
    if matching.is_named(names, matching.party_words(scene, entity_id, text)):
        return True
    entity = scene.get(entity_id)
    state = entity is not None and entity.kind == "country"
    return state and country is not None and any(gazetteer.country_of(name) == country for name in names)


def _is_earlier(event: Event, row: Entry) -> bool:
    return event.date_start is not None and row.date_end < event.date_start
