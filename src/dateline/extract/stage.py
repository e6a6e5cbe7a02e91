"""Whom an event can be done to or by: the actors, and the places that are invaded, shelled or visited.

The cast knows who is named; a place that names no actor ("Goma fell") is known to the places only.
The event extractor asks this one for both.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.cast import Cast
from dateline.extract.places import Places
from dateline.language.document import NounGroup, Sentence
from dateline.records import Entity


@dataclass(slots=True)
class Stage(Cast):
    """The cast, with the places on which no actor stands."""

    places: Places
    known: dict[str, Entity]
    words_of: dict[NounGroup, frozenset[str]] = field(
        default_factory=dict
    )  # what constraints may ask for, once a group

    def members(self, sentence: Sentence, group: NounGroup) -> tuple[Entity, ...]:
        """The entities that the group's head speaks of; a place if it is the head's own name."""
        own = self.groups.get((sentence.position, group.first, group.head), ())
        if own:
            return own
        place = self.places.at(sentence, group.head)
        entity = self.known.get(place.entity_id or "") if place is not None else None
        if entity is None and (named := self.at(sentence, group.head)) is not None:
            entity = named if named.kind == "country" else None  # "the Falkland *Islands*"
        return (entity,) if entity is not None else ()


def build(cast: Cast, places: Places) -> Stage:
    """Joins the cast of an article and its places."""
    known = {e.entity_id: e for e in (*cast.entities, *places.entities) if e.entity_id is not None}
    return Stage(cast.entities, cast.mentions, cast.groups, cast.words, cast.sectors, places, known)
