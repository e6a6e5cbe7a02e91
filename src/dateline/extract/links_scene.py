"""What the frames of the links see: a sentence, its events, the cues, and what they find.

For ``links`` and the modules beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.links_cues import Cues
from dateline.extract.links_spans import Span
from dateline.language.document import NounGroup, Sentence
from dateline.records import Event

_ABSTRACT = ("tion", "sion", "ment", "ing", "ism", "ity", "ness", "ance", "ence")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier sentence as a whole, where none of its events is what a link goes back to."""

    sentence_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A link by its words: the cue and both sides; a side may be an event of an earlier sentence."""

    kind: str
    cue: Span
    source: Span | Event | Earlier
    target: Span | Event


@dataclass(slots=True)
class Scene:
    """A sentence with its events; ``last`` is what the sentence before told, in its paragraph."""

    sentence: Sentence
    events: list[Event]
    cues: Cues
    last: Event | Earlier | None = None
    covered: set[int] = field(default_factory=set)  # words of linking phrases

    def event_in(self, span: Span) -> Event | None:
        """The first event whose trigger lies in the span."""
        if not self.events:
            return None
        start, end = self.sentence.span(*span)
        inside = (e for e in self.events if start <= (e.trigger_start or 0) and (e.trigger_end or 0) <= end)
        return min(inside, key=lambda e: e.trigger_start or 0, default=None)

    def triggers(self, start: int) -> bool:
        """Whether the word that begins at an offset of the article triggers an event."""
        return any((e.trigger_start or 0) <= start < (e.trigger_end or 0) for e in self.events)

    def is_happening(self, group: NounGroup) -> bool:
        """Whether the group names an event: by a row of the events, or by the form of its head."""
        head = self.sentence.words[group.head]
        if self.triggers(head.start):
            return True
        return head.lemma.endswith(_ABSTRACT) or self.cues.of("happening", head.lemma) is not None
