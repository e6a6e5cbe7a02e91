"""What answers, causes, serves or conditions what.

For the table ``links``. Explicit links hang on a cue of the codebook; each frame of the chapter is a
function here that says where the two sides stand. Links that only order and actors suggest are in
``inferring``, and are labelled so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.extract import inferring, linking, reporting
from dateline.extract.linking import Cue
from dateline.extract.linkspans import Span, before, begin, group_at, main_after, reach, rest, trim
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Sentence
from dateline.records import Event, Link


@dataclass(frozen=True, slots=True)
class Found:
    """A link by its words: the cue and both sides; a side may be an event of an earlier sentence."""

    kind: str
    cue: Span
    source: Span | Event
    target: Span | Event


class _Linker:
    """Reads the sentences in order, with the events of each."""

    def __init__(self, doc: Doc, events: list[Event]) -> None:
        self.doc, self.cues = doc, linking.load()
        self.events: dict[str, list[Event]] = {}
        for event in events:
            self.events.setdefault(event.sentence_id or "", []).append(event)
        self.rows: dict[str, Link] = {}

    def link(self) -> list[Link]:
        frames: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
            self.phrases, self.verbs, self.aims, self.answers, self.grounds,
            self.outcomes, self.means, self.moods,
        )  # fmt: skip
        for sentence in self.doc.sentences:
            if not sentence.words:
                continue
            for frame in frames:
                for found in frame(sentence):
                    self.write(sentence, found)
        for earlier, later in inferring.answers(self.doc, self.events, list(self.rows.values())):
            self.write_inferred(earlier, later)
        return sorted(self.rows.values(), key=lambda row: (row.start or 0, row.end or 0, row.link_id or ""))

    # -- words that stand between the two sides ------------------------------------------------------

    def phrases(self, sentence: Sentence) -> Iterator[Found]:
        words, after = sentence.words, 0
        for word in words:
            if word.i < after or word.lower not in self.cues.phrases:
                continue
            for parts, cue in self.cues.phrases[word.lower]:
                end = word.i + len(parts)
                if end < len(words) and all(words[word.i + k].lower == p for k, p in enumerate(parts)):
                    found = self.phrase(sentence, cue, word.i, end)
                    if found is not None:
                        after = end
                        yield found
                        break

    def phrase(self, sentence: Sentence, cue: Cue, first: int, end: int) -> Found | None:
        """The link of the cue that stands at the words ``first`` to ``end`` - 1."""
        if cue.frame == "adverb":
            return self.adverb(sentence, cue, first, end)
        if cue.frame == "clause":
            if not self.opens_clause(sentence, first, end):
                return None
        elif not self.opens_phrase(sentence, cue, end):
            return None
        sides = self.around(sentence, first, end, clause=cue.frame == "clause")
        return Found(cue.kind, (first, end - 1), *sides) if sides is not None else None

    def opens_clause(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether a clause hangs on the word as its subordinator, and not "as" in "as a result" or "as he ran"."""
        word = sentence.words[first].lower
        for clause in sentence.clauses:
            if clause.verb_first < end or clause.form != "finite":
                continue
            if clause.marker_at is not None and clause.marker_at not in range(first, end):
                continue
            if end - first == 1 and clause.marker_at != first:
                return False
            if word == "as":
                return self.gives_reason(sentence, clause, first)
            if word == "since":
                return clause.tense == "present" or first == 0
            return True
        return False

    def gives_reason(self, sentence: Sentence, clause: Clause, at: int) -> bool:
        """Whether an "as" clause tells why, not when, how or "as he said"."""
        if (
            clause.progressive
            or self.is_reporting(clause)
            or sentence.words[at - 1].lower
            in ("even", "just", "such", "same", "far", "soon", "long", "well", "much", "many")
        ):
            return False
        return True

    def is_reporting(self, clause: Clause) -> bool:
        return clause.lemma in reporting.load().verbs

    def opens_phrase(self, sentence: Sentence, cue: Cue, end: int) -> bool:
        """Whether what the cue takes stands behind it: a noun group, a participle, an infinitive."""
        word = sentence.words[end]
        before = sentence.words[end - 2] if end > 1 else None
        if (
            sentence.words[end - 1].lower == "given"
            and before is not None
            and before.tag.startswith(("V", "M"))
        ):
            return False
        if word.tag in ("VBG",) and "ing" in cue.takes:
            return True
        if word.tag.startswith("VB"):
            return "inf" in cue.takes
        if "np" in cue.takes and (group_at(sentence, end) is not None or word.tag in ('"', "'")):
            return True
        return "clause" in cue.takes

    def around(self, sentence: Sentence, first: int, end: int, *, clause: bool) -> tuple[Span, Span] | None:
        """What follows the cue, and what the cue hangs on: before it, or behind its comma where it opens."""
        fronted = not any(c.verb_first < first for c in sentence.clauses)
        if fronted:
            main = main_after(sentence, end)
            if main is None:
                return None
            source, target = trim(sentence, end, main - 1), rest(sentence, main)
        else:
            source, target = self.extent(sentence, end, clause=clause), before(sentence, first)
        return (source, target) if source is not None and target is not None else None

    def extent(self, sentence: Sentence, at: int, *, clause: bool) -> Span | None:
        """The words behind a cue that belong to it."""
        group = None if clause else group_at(sentence, at)
        if group is None:
            return rest(sentence, at)
        last = reach(group)
        for reduced in sentence.clauses:
            if reduced.relation in ("reduced", "relative", "ing") and reduced.verb_first in range(
                last + 1, last + 4
            ):
                last = max(last, reduced.last)
        return trim(sentence, at, last)

    def adverb(self, sentence: Sentence, cue: Cue, first: int, end: int) -> Found | None:
        """ "…; as a result, …": what was said before, in this sentence or the last, is the cause."""
        words = sentence.words
        if words[end].lower in ("of", "to", "for", "from", "against"):
            return None
        target = rest(sentence, end)
        source: Span | Event | None = before(sentence, first) if first > 2 else None
        if source is None and first <= 2:
            source = self.last_event(sentence)
        if source is None or target is None:
            return None
        return Found(cue.kind, (first, end - 1), source, target)

    def last_event(self, sentence: Sentence) -> Event | None:
        """The last event of the sentence before, where it is in the same paragraph."""
        earlier = self.doc.sentences[sentence.position - 2] if sentence.position > 1 else None
        if earlier is None or earlier.paragraph != sentence.paragraph:
            return None
        return max(self.events.get(earlier.sentence_id, ()), key=lambda e: e.trigger_start or 0, default=None)

    # -- verbs that link their subject and their object ----------------------------------------------

    def verbs(self, sentence: Sentence) -> Iterator[Found]:
        for clause in sentence.clauses:
            if clause.negated or (clause.form == "infinitive" and clause.relation in ("to", "colon")):
                continue
            sides = self.causing(sentence, clause)
            if sides is not None:
                source, target = sides
                yield Found("cause", (clause.verb_first, clause.verb_last), source, target)

    def causing(self, sentence: Sentence, clause: Clause) -> tuple[Span, Span] | None:
        """The cause and the effect that a causative verb joins."""
        lemma, cues = clause.lemma, self.cues
        if (cue := cues.of("reverse", lemma)) is not None:
            phrase = next((p for p in clause.preps if p.word in cue.takes), None)
            if phrase is not None and clause.subject is not None and phrase.first == clause.verb_last + 1:
                return self.pair(
                    sentence, (phrase.group.first, reach(phrase.group)), self.whole(clause.subject)
                )
        if (cue := cues.of("verb", lemma)) is not None and (sides := self.effect(sentence, clause, cue)):
            return sides
        if (cue := cues.of("makes", lemma)) is not None and clause.object is not None:
            child = next(
                (c for c in clause.children if c.relation == "to" and c.verb_first > clause.object.last), None
            )
            if child is not None and (source := self.cause(sentence, clause)) is not None:
                if self.acts(sentence, clause):
                    return None
                return self.pair(sentence, source, rest(sentence, clause.object.first))
        if (cue := cues.of("affect", lemma)) is not None:
            return self.affected(sentence, clause, cue)
        if cues.of("follow", lemma) is not None and clause.object is not None and not clause.passive:
            if clause.subject is not None and self.event_in(sentence, self.whole(clause.object)):
                if self.event_in(sentence, self.whole(clause.subject)) is not None:
                    return self.pair(sentence, self.whole(clause.object), self.whole(clause.subject))
        return None

    def effect(self, sentence: Sentence, clause: Clause, cue: Cue) -> tuple[Span, Span] | None:
        """Subject and object of "caused" and "led to"; the other way round in the passive."""
        if clause.passive and cue.takes:
            return None  # "led by" names a leader
        if clause.passive:
            agent = next((p for p in clause.preps if p.word == "by"), None)
            if agent is None or clause.subject is None:
                return None
            return self.pair(sentence, (agent.group.first, reach(agent.group)), self.whole(clause.subject))
        if cue.takes:
            after = clause.verb_last + 1
            phrase = next((p for p in clause.preps if p.word in cue.takes and p.first <= after + 1), None)
            first = phrase.group.first if phrase else None
            if first is None and after + 1 < len(sentence.words) and sentence.words[after].lower in cue.takes:
                first = after + 1
        else:
            first = clause.object.first if clause.object is not None else None
        if first is None or (source := self.cause(sentence, clause)) is None:
            return None
        target = rest(sentence, first)
        return self.pair(sentence, source, target)

    def affected(self, sentence: Sentence, clause: Clause, cue: Cue) -> tuple[Span, Span] | None:
        """ "The raids angered the villagers": only what is no actor affects by what it is."""
        if clause.passive or clause.object is None or self.acts(sentence, clause):
            return None
        if cue.takes and not any(p.word in cue.takes for p in clause.preps):
            return None
        source = self.cause(sentence, clause)
        return self.pair(sentence, source, rest(sentence, clause.verb_first)) if source is not None else None

    def acts(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the subject is somebody, not something that happened."""
        subject = clause.subject
        if subject is None:
            return False
        if clause.relation == "ing" and sentence.words[clause.verb_first - 1].tag == ",":
            return False
        return not self.is_happening(sentence, subject)

    def is_happening(self, sentence: Sentence, group: NounGroup) -> bool:
        """Whether the group names an event: by a row of the events, or by the form of its head."""
        head = sentence.words[group.head]
        for event in self.events.get(sentence.sentence_id, ()):
            if (event.trigger_start or 0) <= head.start < (event.trigger_end or 0):
                return True
        return head.lemma.endswith(("tion", "sion", "ment", "ing", "ism", "ity", "ness", "ance", "ence")) or (
            head.lemma in _HAPPENINGS
        )

    def cause(self, sentence: Sentence, clause: Clause) -> Span | None:
        """The subject; of ", forcing …" the clause that it comments on."""
        if (
            clause.relation == "ing"
            and clause.parent is not None
            and sentence.words[clause.verb_first - 1].tag == ","
        ):
            return trim(sentence, begin(clause.parent), clause.verb_first - 1)
        if clause.relation == "relative" and clause.marker == "which" and clause.antecedent is not None:
            return self.whole(clause.antecedent)
        return self.whole(clause.subject) if clause.subject is not None else None

    def whole(self, group: NounGroup) -> Span:
        return group.first, reach(group)

    def pair(self, sentence: Sentence, source: Span | None, target: Span | None) -> tuple[Span, Span] | None:
        """Both sides, without what reaches from one into the other."""
        if source is None or target is None:
            return None
        if source[0] < target[0] <= source[1]:
            source = trim(sentence, source[0], target[0] - 1) or source
        if target[0] < source[0] <= target[1]:
            target = trim(sentence, target[0], source[0] - 1) or target
        return source, target

    # -- what something is done for ------------------------------------------------------------------

    def aims(self, sentence: Sentence) -> Iterator[Found]:
        """ "went to Paris *to sign* the treaty", "marched, *demanding* bread"."""
        words = sentence.words
        for clause in sentence.clauses:
            if (
                clause.relation == "to"
                and words[clause.verb_first].tag == "TO"
                and self.is_purpose(sentence, clause)
            ):
                yield from self.aim(
                    sentence, clause, (clause.verb_first, clause.verb_first), clause.verb_first + 1
                )
            elif clause.relation in ("ing", "reduced") and clause.form == "ing" and clause.marker is None:
                if self.cues.of("aim", clause.lemma) is not None and self.has_aim(sentence, clause):
                    yield from self.aim(
                        sentence, clause, (clause.verb_first, clause.verb_first), clause.verb_first + 1
                    )

    def aim(self, sentence: Sentence, clause: Clause, cue: Span, start: int) -> Iterator[Found]:
        if before(sentence, clause.verb_first) is None:
            main = main_after(sentence, start)
            if main is None:
                return
            source, target = trim(sentence, start, main - 1), rest(sentence, main)
        else:
            source, target = rest(sentence, start), before(sentence, clause.verb_first)
        if source is not None and target is not None:
            yield Found("purpose", cue, source, target)

    def is_purpose(self, sentence: Sentence, clause: Clause) -> bool:
        words, at = sentence.words, clause.verb_first
        previous = words[at - 1] if at else None
        if previous is not None and (
            previous.tag.startswith("JJ")
            or previous.lower
            in (
                "how",
                "what",
                "where",
                "whether",
                "when",
                "order",
                "as",
                "not",
                "enough",
                "than",
                "or",
                "and",
            )
        ):
            return False
        if (
            previous is not None
            and previous.tag.startswith("N")
            and self.cues.of("complement noun", previous.lemma)
        ):
            return False
        if previous is not None and self.in_phrase(sentence, at):
            return False
        parent = clause.parent
        if parent is None:
            return False
        if at == 0 or (previous is not None and previous.tag in (",", "CC", '"')):
            return parent.verb_first > at
        if parent.predicate is not None and parent.predicate == at - 1:
            return False
        if parent.lemma == "go" and at - 1 == parent.verb_last:
            return False
        held = parent.object is not None and parent.object.first > parent.verb_last
        return (
            self.cues.of("complement object" if held or parent.passive else "complement", parent.lemma)
            is None
        )

    def in_phrase(self, sentence: Sentence, at: int) -> bool:
        """Whether "to" is the end of "in order to"."""
        words = sentence.words
        for size in (2, 3, 4, 5):
            first = at - size + 1
            if first >= 0:
                for parts, _ in self.cues.phrases.get(words[first].lower, ()):
                    if len(parts) == size and all(words[first + k].lower == p for k, p in enumerate(parts)):
                        return True
        return False

    def has_aim(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether what stands before "demanding …" is an act that has a demand for its aim."""
        span = before(sentence, clause.verb_first)
        if span is None:
            return clause.parent is not None and clause.parent.verb_first > clause.verb_first
        return any(self.cues.of("aimed", w.lemma) is not None for w in sentence.words[: span[1] + 1])

    # -- answers -------------------------------------------------------------------------------------

    def answers(self, sentence: Sentence) -> Iterator[Found]:
        """ "responded to the raid by closing the border"; without "to", what is answered was told before."""
        for clause in sentence.clauses:
            cue = self.cues.of("answer", clause.lemma)
            if cue is None or clause.negated or clause.passive or clause.modal is not None:
                continue
            by = next(
                (c for c in clause.children if c.relation == "ing" and c.marker in ("by", "with")), None
            )
            phrase = next(
                (p for p in clause.preps if p.word in cue.takes and p.first > clause.verb_last), None
            )
            with_ = next((p for p in clause.preps if p.word == "with" and p.first > clause.verb_last), None)
            start = by.verb_first if by else with_.group.first if with_ else begin(clause)
            target = rest(sentence, start)
            if by is None and with_ is None and phrase is not None:
                target = trim(sentence, begin(clause), phrase.first - 1)
            source: Span | Event | None = None
            if phrase is not None:
                source = self.whole(phrase.group)
            elif by is not None or with_ is not None:
                source = self.answered(sentence, clause)
            if source is not None and target is not None:
                yield Found(
                    cue.kind,
                    (clause.verb, clause.verb + (by is not None and by.marker_at == clause.verb + 1)),
                    source,
                    target,
                )

    def answered(self, sentence: Sentence, clause: Clause) -> Event | None:
        """The last thing that others did before "The US responded by …"."""
        own = self.country_of(sentence, clause)
        for earlier in reversed(self.doc.sentences[max(0, sentence.position - 5) : sentence.position - 1]):
            if not 0 <= sentence.paragraph - earlier.paragraph <= 1:
                continue
            for event in reversed(
                sorted(self.events.get(earlier.sentence_id, ()), key=lambda e: e.trigger_start or 0)
            ):
                if event.status in ("actual", "ongoing", "planned") and (
                    event.source_country != own or own is None
                ):
                    return event
        return None

    def country_of(self, sentence: Sentence, clause: Clause) -> str | None:
        """The country of those who answer, as the events of the sentence know it."""
        return next(
            (
                e.source_country
                for e in self.events.get(sentence.sentence_id, ())
                if e.source_country is not None
            ),
            None,
        )

    # -- for, against, over --------------------------------------------------------------------------

    def grounds(self, sentence: Sentence) -> Iterator[Found]:
        """ "jailed *for* treason", "a march *against* the war", "a row *over* fishing"."""
        words = sentence.words
        for clause in sentence.clauses:
            for phrase in clause.preps:
                frame = phrase.word if phrase.word in ("for", "against", "over") else "against"
                cue = self.cues.of(frame, clause.lemma)
                if (
                    cue is not None
                    and phrase.first > clause.verb_last
                    and (not cue.takes or phrase.word in cue.takes)
                ):
                    if (
                        phrase.word == frame
                        and self.is_ground(sentence, phrase.group)
                        and (target := before(sentence, phrase.first))
                    ):
                        yield Found(cue.kind, (phrase.first, phrase.first), self.whole(phrase.group), target)
            if (cue := self.cues.of("protesting", clause.lemma)) is not None and clause.object is not None:
                target = trim(sentence, begin(clause), clause.object.first - 1)
                if not clause.passive and target is not None and clause.object.first > clause.verb_last:
                    cue_span = (clause.verb_first, clause.verb_last)
                    yield Found(cue.kind, cue_span, (clause.object.first, reach(clause.object)), target)
        yield from self.deeds(sentence)
        for group in sentence.groups:
            for phrase in group.preps:
                if phrase.word in ("against", "over") and (
                    cue := self.cues.of(phrase.word, words[group.head].lemma)
                ):
                    if self.is_ground(sentence, phrase.group):
                        yield Found(
                            cue.kind,
                            (phrase.first, phrase.first),
                            self.whole(phrase.group),
                            (group.first, phrase.first - 1),
                        )

    def deeds(self, sentence: Sentence) -> Iterator[Found]:
        """ "fined *for* not paying": the participle is the reason."""
        words = sentence.words
        for clause in sentence.clauses:
            at = clause.verb_first - 1
            while at > 0 and words[at].tag == "RB":
                at -= 1
            if clause.form != "ing" or at < 1 or words[at].lower != "for":
                continue
            holder = max(
                (c for c in sentence.clauses if c.verb_first < at), key=lambda c: c.verb_first, default=None
            )
            if holder is None or self.cues.of("for", holder.lemma) is None:
                continue
            source, target = rest(sentence, at + 1), before(sentence, at)
            if source is not None and target is not None:
                yield Found("cause", (at, at), source, target)

    def outcomes(self, sentence: Sentence) -> Iterator[Found]:
        """ "injured *in* the blast", "arrested *after* the riot": what befell people, and in what."""
        words = sentence.words
        for clause in sentence.clauses:
            harm, after = self.cues.of("harm", clause.lemma), self.cues.of("after", clause.lemma)
            if (harm is None and after is None) or clause.negated or clause.form == "infinitive":
                continue
            hurt = harm is not None and (clause.passive or clause.lemma in ("die", "perish"))
            for phrase in clause.preps:
                if phrase.first < clause.verb_last or not self.is_happening(sentence, phrase.group):
                    continue
                target = before(sentence, phrase.first)
                if target is None or not target[0] <= clause.verb <= target[1]:
                    continue
                span = self.whole(phrase.group)
                if hurt and harm is not None and phrase.word in harm.takes:
                    yield Found("cause", (phrase.first, phrase.first), span, target)
                elif after is not None and phrase.word == "after":
                    yield Found(after.kind, (phrase.first, phrase.first), span, target)
            for other in sentence.clauses:
                at = other.marker_at
                if at is None or other.marker not in ("after", "when") or other.negated or at == 0:
                    continue
                target = before(sentence, at)
                if (
                    target is None
                    or not target[0] <= clause.verb <= target[1]
                    or words[at - 1].lower in ("just", "days")
                ):
                    continue
                source = rest(sentence, at + 1)
                if source is None:
                    continue
                if hurt and harm is not None:
                    yield Found("cause", (at, at), source, target)
                elif after is not None and other.marker == "after" and clause.modal is None:
                    yield Found(after.kind, (at, at), source, target)

    def means(self, sentence: Sentence) -> Iterator[Found]:
        """ "eased the tension *by* opening the border": the one is done for the other."""
        words = sentence.words
        for clause in sentence.clauses:
            if clause.form != "ing" or clause.marker != "by" or clause.marker_at is None:
                continue
            holder = clause.parent
            if holder is None or holder.passive or self.cues.of("answer", holder.lemma) is not None:
                continue
            at = clause.marker_at
            if at == 0:
                main = main_after(sentence, at + 1)
                source = rest(sentence, main) if main is not None else None
                target = trim(sentence, 1, main - 1) if main is not None else None
            else:
                source, target = before(sentence, at), rest(sentence, at + 1)
            if source is not None and target is not None and words[at - 1].tag != "CC":
                yield Found("purpose", (at, at), source, target)

    def moods(self, sentence: Sentence) -> Iterator[Found]:
        """ "*Angered by* the raid, the king recalled his envoy"."""
        words = sentence.words
        clause = sentence.clauses[0] if sentence.clauses else None
        if clause is None or clause.form != "participle" or clause.verb_first > 1:
            return
        phrase = next((p for p in clause.preps if p.word in ("by", "with", "at", "over")), None)
        main = main_after(sentence, clause.verb_last + 1)
        if (
            phrase is None
            or main is None
            or words[main - 1].tag != ","
            or phrase.first != clause.verb_last + 1
        ):
            return
        source, target = trim(sentence, phrase.group.first, main - 1), rest(sentence, main)
        if source is not None and target is not None and self.cues.of("aim", clause.lemma) is None:
            yield Found("cause", (clause.verb_first, phrase.first), source, target)

    def is_ground(self, sentence: Sentence, group: NounGroup) -> bool:
        """Whether the group is a matter: no number, no span of time."""
        words = sentence.words
        head = words[group.head]
        if head.tag in ("CD", "PRP") or words[group.first].tag == "CD" or head.lemma in _TIMES:
            return False
        return True

    # -- rows ----------------------------------------------------------------------------------------

    def event_in(self, sentence: Sentence, span: Span) -> Event | None:
        """The first event whose trigger lies in the span."""
        start, end = sentence.span(*span)
        inside = (
            e
            for e in self.events.get(sentence.sentence_id, ())
            if start <= (e.trigger_start or 0) and (e.trigger_end or 0) <= end
        )
        return min(inside, key=lambda e: e.trigger_start or 0, default=None)

    def side(self, sentence: Sentence, side: Span | Event) -> tuple[str | None, int, int]:
        if isinstance(side, Event):
            return side.event_id, side.start or 0, side.end or 0
        event = self.event_in(sentence, side)
        return (event.event_id if event else None, *sentence.span(*side))

    def write(self, sentence: Sentence, found: Found) -> None:
        cue_start, cue_end = sentence.span(*found.cue)
        source, target = self.side(sentence, found.source), self.side(sentence, found.target)
        if max(source[1], target[1]) < min(source[2], target[2]):
            return  # one side within the other says nothing
        self.add(sentence, found.kind, source, target, (cue_start, cue_end), "explicit")

    def write_inferred(self, earlier: Event, later: Event) -> None:
        sentence = next(s for s in self.doc.sentences if s.sentence_id == later.sentence_id)
        sides = [(e.event_id, e.start or 0, e.end or 0) for e in (earlier, later)]
        self.add(sentence, "response", sides[0], sides[1], None, "inferred")

    def add(
        self,
        sentence: Sentence,
        kind: str,
        source: tuple[str | None, int, int],
        target: tuple[str | None, int, int],
        cue: tuple[int, int] | None,
        basis: str,
    ) -> None:
        base = sentence.start
        bounds = [source[1], source[2], target[1], target[2], *(cue or ())]
        inside = source[1] >= base
        name = digest(
            "l", sentence.sentence_id, kind, target[1] - base, target[2] - base,
            *((source[1] - base, source[2] - base) if inside else (source[0],)),
        )  # fmt: skip
        row = Link(
            link_id=name,
            sentence_id=sentence.sentence_id,
            kind=kind,
            from_id=source[0], from_start=source[1], from_end=source[2],
            to_id=target[0], to_start=target[1], to_end=target[2],
            cue=self.doc.text[cue[0] : cue[1]] if cue else None,
            cue_start=cue[0] if cue else None,
            cue_end=cue[1] if cue else None,
            basis=basis,
            start=min(bounds),
            end=max(bounds),
        )  # fmt: skip
        self.rows.setdefault(name, row)


_TIMES = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "weekend",
        "decade",
        "century",
        "time",
        "period",
        "night",
        "summer",
        "winter",
    ]
)
_HAPPENINGS = frozenset(
    [
        "attack",
        "strike",
        "war",
        "raid",
        "coup",
        "crisis",
        "dispute",
        "row",
        "death",
        "loss",
        "defeat",
        "victory",
        "murder",
        "killing",
        "arrest",
        "influx",
        "exodus",
        "flood",
        "drought",
        "famine",
        "earthquake",
        "election",
        "vote",
        "protest",
        "march",
        "riot",
        "threat",
        "demand",
        "refusal",
        "failure",
        "success",
        "collapse",
        "fall",
        "rise",
        "increase",
        "drop",
        "decline",
        "cut",
        "move",
        "step",
        "decision",
        "plan",
        "visit",
        "speech",
        "remark",
        "comment",
        "report",
        "news",
        "rumour",
        "rumor",
        "scandal",
        "deal",
        "treaty",
        "agreement",
        "law",
        "bill",
        "order",
        "ban",
        "sanction",
        "embargo",
        "blockade",
        "siege",
        "invasion",
        "bombing",
        "shooting",
        "explosion",
        "blast",
        "clash",
        "violence",
        "unrest",
        "tension",
        "this",
        "that",
        "it",
        "which",
        "policy",
        "presence",
        "lack",
        "absence",
        "shortage",
        "price",
        "cost",
        "delay",
        "change",
        "shift",
        "split",
    ]
)


def extract(doc: Doc, events: list[Event]) -> list[Link]:
    """The links of an article, in text order."""
    return _Linker(doc, events).link()
