"""What answers, causes, serves or conditions what.

For the table ``links``. Explicit links hang on a cue of the codebook; the modules ``links_*`` say where
the two sides of each kind of cue stand. Links that only order and actors suggest are in
``links_inferred``, and are labelled so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract import (
    links_aims,
    links_answers,
    links_conditions,
    links_correlatives,
    links_cues,
    links_grounds,
    links_inferred,
    links_nouns,
    links_phrases,
    links_verbs,
)
from dateline.extract.links_scene import Earlier, Found, Scene
from dateline.extract.links_spans import Span, begin, rest, trim, whole
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Sentence
from dateline.records import Event, Link

#: In this order: a scene remembers the phrases, which the aims ask for.
_FRAMES = (
    links_phrases.phrases,
    links_verbs.verbs,
    links_verbs.moods,
    links_aims.aims,
    links_aims.means,
    links_grounds.grounds,
    links_grounds.outcomes,
    links_conditions.inverted,
    links_conditions.commanded,
    links_correlatives.degrees,
    links_correlatives.motives,
    links_nouns.reasons,
    links_nouns.blames,
    links_nouns.reactions,
)
_TOLD = frozenset({"actual", "ongoing", "planned"})
_BACK = 4  # sentences in which what "responded" answers is looked for

Side = tuple[str | None, int, int]  # event_id, start, end


class _Linker:
    """Reads the sentences in order, with the events of each."""

    def __init__(self, doc: Doc, events: list[Event]) -> None:
        self.doc, self.cues = doc, links_cues.load()
        self.events: dict[str, list[Event]] = {}
        for event in sorted(events, key=lambda e: (e.trigger_start or 0, e.event_id or "")):
            self.events.setdefault(event.sentence_id or "", []).append(event)
        self.rows: dict[str, Link] = {}

    def link(self) -> list[Link]:
        scenes = [Scene(s, self.of(s), self.cues, self.last(s)) for s in self.doc.sentences if s.words]
        named = links_answers.Answers(scenes)
        for scene in scenes:
            for frame in _FRAMES:
                for found in frame(scene):
                    self.write(scene, found)
            for found in (*self.answers(scene), *named.of(scene)):
                self.write(scene, found)
        for earlier, later in links_inferred.answers(self.doc, self.events, list(self.rows.values())):
            self.write_inferred(earlier, later)
        return sorted(self.rows.values(), key=lambda row: (row.start or 0, row.end or 0, row.link_id or ""))

    def of(self, sentence: Sentence) -> list[Event]:
        return self.events.get(sentence.sentence_id, [])

    def last(self, sentence: Sentence) -> Event | Earlier | None:
        """The last event of the sentence before, or all of it, where it is in the same paragraph."""
        earlier = self.doc.sentences[sentence.position - 2] if sentence.position > 1 else None
        if earlier is None or earlier.paragraph != sentence.paragraph or not earlier.words:
            return None
        events = self.of(earlier)
        if events:
            return events[-1]
        told = trim(earlier, 0, len(earlier.words) - 1)
        return Earlier(earlier.sentence_id, *earlier.span(*told)) if told is not None else None

    # -- answers -------------------------------------------------------------------------------------

    def answers(self, scene: Scene) -> Iterator[Found]:
        """ "responded to the raid by closing the border"; without "to", what is answered was told before."""
        for clause in scene.sentence.clauses:
            cue = self.cues.of("answer", clause.lemma)
            if cue is None or clause.negated or clause.passive or clause.modal is not None:
                continue
            behind = [p for p in clause.preps if p.first > clause.verb_last]
            to = next((p.group for p in behind if p.word in cue.takes), None)
            if to is None and "object" in cue.takes and clause.object is not None:
                to = clause.object if clause.object.first > clause.verb_last else None
            source = whole(to) if to is not None else None
            if to is not None and to is clause.object:
                source = to.first, to.last
            means = _means(clause, next((p.group for p in behind if p.word == "with"), None))
            if means is None and (source is None or "means" in cue.takes):
                continue
            if means is not None:
                target = rest(scene.sentence, means)
            else:
                target = trim(scene.sentence, begin(clause), source[0] - 2) if source else None
            answered = source or _told_here(scene, clause) or self.answered(scene)
            if answered is not None and target is not None:
                by = clause.verb_last + 1 < len(scene.sentence.words) and means == clause.verb_last + 2
                yield Found(cue.kind, (clause.verb, clause.verb_last + by), answered, target)

    def answered(self, scene: Scene) -> Event | None:
        """The last thing that others did before "The government responded by …"."""
        sentence = scene.sentence
        own = next((e.source_country for e in scene.events if e.source_country is not None), None)
        for earlier in reversed(
            self.doc.sentences[max(0, sentence.position - 1 - _BACK) : sentence.position - 1]
        ):
            if sentence.paragraph - earlier.paragraph > 1:
                return None
            for event in reversed(self.of(earlier)):
                if event.status in _TOLD and (own is None or event.source_country != own):
                    return event
        return None

    # -- rows ----------------------------------------------------------------------------------------

    def write(self, scene: Scene, found: Found) -> None:
        source, target = _side(scene, found.source), _side(scene, found.target)
        if max(source[1], target[1]) < min(source[2], target[2]):
            return  # one side within the other says nothing
        cue = scene.sentence.span(*found.cue)
        earlier = found.source.sentence_id if isinstance(found.source, Earlier) else source[0]
        self.add(scene.sentence, found.kind, source, target, cue, "explicit", earlier)

    def write_inferred(self, earlier: Event, later: Event) -> None:
        sentence = next(s for s in self.doc.sentences if s.sentence_id == later.sentence_id)
        source, target = ((e.event_id, e.start or 0, e.end or 0) for e in (earlier, later))
        self.add(sentence, "response", source, target, None, "inferred", source[0])

    def add(
        self,
        sentence: Sentence,
        kind: str,
        source: Side,
        target: Side,
        cue: Span | None,
        basis: str,
        earlier: str | None,
    ) -> None:
        base = sentence.start
        # what stands in an earlier sentence is named, because how far off it is is not this sentence's
        origin = (source[1] - base, source[2] - base) if source[1] >= base else (earlier,)
        name = digest("l", sentence.sentence_id, kind, target[1] - base, target[2] - base, *origin)
        bounds = [*source[1:], *target[1:], *(cue or ())]
        row = Link(
            link_id=name,
            sentence_id=sentence.sentence_id,
            kind=kind,
            from_id=source[0],
            from_start=source[1],
            from_end=source[2],
            to_id=target[0],
            to_start=target[1],
            to_end=target[2],
            cue=self.doc.text[cue[0] : cue[1]] if cue else None,
            cue_start=cue[0] if cue else None,
            cue_end=cue[1] if cue else None,
            basis=basis,
            start=min(bounds),
            end=max(bounds),
        )
        self.rows.setdefault(name, row)


def _means(clause: Clause, group: NounGroup | None) -> int | None:
    """Where what somebody answers with begins: "*by closing* the border", "with *fire*"."""
    by = next((c for c in clause.children if c.relation == "ing" and c.marker in ("by", "with")), None)
    if by is not None:
        return by.verb_first
    return group.first if group is not None else None


def _told_here(scene: Scene, clause: Clause) -> Event | None:
    """What was told before in the same sentence: "… cut the nets, and London *replied by sending* ships"."""
    at = scene.sentence.words[clause.verb].start
    before = [e for e in scene.events if (e.trigger_end or 0) < at and e.status in _TOLD]
    return before[-1] if before and clause.relation in ("root", "conj") else None


def _side(scene: Scene, side: Span | Event | Earlier) -> Side:
    if isinstance(side, Event):
        return side.event_id, side.start or 0, side.end or 0
    if isinstance(side, Earlier):
        return None, side.start, side.end
    event = scene.event_in(side)
    return (event.event_id if event else None, *scene.sentence.span(*side))


def extract(doc: Doc, events: list[Event]) -> list[Link]:
    """The links of an article, in text order."""
    return _Linker(doc, events).link()
