"""The argument: what, in the view of the author or of somebody cited, follows, must or will be, or is amiss.

For the table ``implications``. A row is a clause with its kind, how sure it is, whom it is about, whose
view it is, and the premise where the sentence states one. What is merely told as having happened is no
implication.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract import arguing
from dateline.extract.arguing import Cue
from dateline.extract.cast import Cast
from dateline.extract.links_spans import Span, begin, main_after, reach, rest, trim
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Sentence
from dateline.records import Entity, Implication, Statement

_ARGUED = frozenset({"standfirst", "body"})
_OPEN = frozenset({"if", "unless", "whether", "until", "lest", "so", "so that", "before"})
_ABOUT = ("for", "on", "to", "of", "in", "between", "among", "against", "with")
_SURENESS = {
    "will": "certain",
    "would": "probable",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
}


@dataclass(frozen=True, slots=True)
class Argued:
    """An implication by its words."""

    cue: Cue
    clause: Clause
    modality: str
    bearing: NounGroup | None = None  # what a consequence is for
    from_subject: bool = False  # the subject is the premise


class _Reasoner:
    """Reads the sentences in order, with the statements in each."""

    def __init__(self, doc: Doc, cast: Cast, statements: list[Statement]) -> None:
        self.doc, self.cast, self.cues = doc, cast, arguing.load()
        self.said: dict[str, list[Statement]] = {}
        for row in statements:
            if row.content_start is not None:
                self.said.setdefault(row.sentence_id or "", []).append(row)
        self.rows: list[Implication] = []
        self.stated: dict[tuple[str, str], list[tuple[int, int]]] = {}  # spans by kind and modality

    def reason(self) -> list[Implication]:
        for sentence in self.doc.sentences:
            if sentence.role not in _ARGUED or not sentence.words:
                continue
            taken: list[tuple[int, int]] = []
            for clause in sentence.clauses:
                argued = self.argued(sentence, clause)
                if argued is not None:
                    self.write(sentence, argued, taken)
            self.judgements(sentence, taken)
        return sorted(self.rows, key=lambda row: (row.start or 0, row.end or 0, row.implication_id or ""))

    # -- what a clause argues ------------------------------------------------------------------------

    def argued(self, sentence: Sentence, clause: Clause) -> Argued | None:
        """What the clause states, by the first frame of the codebook that holds."""
        if clause.form != "finite" or clause.marker in _OPEN or clause.marker == "what":
            return None
        voice = self.voice(sentence, clause)
        if clause.modal is None and clause.tense == "past" and voice is None:
            return self.verdict(sentence, clause)  # told, not argued
        return (
            self.consequence(sentence, clause)
            or self.predicate(sentence, clause)
            or self.need(sentence, clause)
            or self.modal(sentence, clause, voice)
        )

    def sureness(self, clause: Clause, cue: Cue) -> str:
        if clause.modal is None:
            return cue.modality
        return _SURENESS.get(clause.modal, cue.modality)

    def consequence(self, sentence: Sentence, clause: Clause) -> Argued | None:
        """ "has implications for", "means that", "could undermine"."""
        group, words = clause.object, sentence.words
        if group is not None and clause.lemma in self.cues["bears"] and not clause.passive:
            cue = self.cues["effect"].get(words[group.head].lemma)
            if cue is not None:
                bearing = next((p.group for p in group.preps if p.word in ("for", "on", "upon", "to")), None)
                return Argued(cue, clause, self.sureness(clause, cue), bearing, True)
        if clause.subject is not None and self.speaks(sentence, clause.subject):
            return None
        cue = self.cues["means"].get(clause.lemma)
        if cue is not None and not clause.passive and any(c.relation == "that" for c in clause.children):
            return Argued(cue, clause, self.sureness(clause, cue), None, True)
        cue = self.cues["result"].get(clause.lemma)
        if cue is not None and clause.modal in _SURENESS and not clause.passive and group is not None:
            return Argued(cue, clause, self.sureness(clause, cue), group, True)
        return None

    def speaks(self, sentence: Sentence, group: NounGroup) -> bool:
        entity = self.cast.of(sentence, group)
        return entity is not None and entity.kind in ("person", "organisation", "group")

    def predicate(self, sentence: Sentence, clause: Clause) -> Argued | None:
        """ "is crucial", "is unlikely to", "is a threat", "is at risk"."""
        words = sentence.words
        if clause.predicate is not None:
            cue = self.cues["adjective"].get(words[clause.predicate].lower)
            if words[clause.predicate].lower == "critical" and words[clause.predicate + 1].lower == "of":
                return None
            if cue is None or (
                words[clause.predicate].lower in ("due", "set") and clause.relation == "adverbial"
            ):
                return None
            if (
                cue.kind == "prediction"
                and words[clause.predicate].lower
                in (
                    "sure",
                    "certain",
                    "possible",
                    "due",
                )
                and (clause.subject is None or words[clause.subject.head].tag != "PRP")
            ):
                return None
            return Argued(
                cue, clause, cue.modality if cue.kind != "evaluation" else self.sureness(clause, cue)
            )
        if clause.passive:
            cue = self.cues["adjective"].get(words[clause.verb].lower)
            infinitive = any(
                c.relation == "to" and c.verb_first == clause.verb_last + 1 for c in clause.children
            )
            if cue is not None and cue.kind == "prediction" and infinitive and clause.tense == "present":
                return Argued(cue, clause, cue.modality)
            return None
        if clause.lemma not in ("be", "become", "remain", "pose", "present", "represent", "constitute"):
            return None
        if clause.object is not None and words[clause.object.first].lower in (
            "a",
            "an",
            "the",
            "no",
            "its",
            "their",
        ):
            cue = self.cues["noun"].get(words[clause.object.head].lemma)
            if cue is not None:
                return Argued(cue, clause, self.sureness(clause, cue))
        phrase = next((p for p in clause.preps if p.first == clause.verb_last + 1), None)
        if (
            phrase is not None
            and clause.lemma in ("be", "remain")
            and phrase.word in ("at", "on", "in", "under", "out of")
        ):
            cue = self.cues["state"].get(words[phrase.group.head].lemma)
            if cue is not None and phrase.group.owner is None:
                return Argued(cue, clause, self.sureness(clause, cue))
        return None

    def verdict(self, sentence: Sentence, clause: Clause) -> Argued | None:
        """ "was a mistake": what is called so is judged, whenever it was."""
        found = self.predicate(sentence, clause)
        judged = found is not None and found.cue.kind == "evaluation" and clause.predicate is None
        return found if judged and clause.object is not None else None

    def need(self, sentence: Sentence, clause: Clause) -> Argued | None:
        """ "need each other", "requires trust", "depends on", "have to leave"."""
        if clause.passive or clause.negated:
            return None
        cue = self.cues["verb"].get(clause.lemma)
        if cue is None:
            phrase = next((p for p in clause.preps if p.first == clause.verb_last + 1), None)
            cue = self.cues["verb"].get(f"{clause.lemma} {phrase.word}") if phrase is not None else None
        elif clause.object is None and not any(c.relation == "to" for c in clause.children):
            return None
        if cue is None:
            cue = self.cues["verb to"].get(f"{clause.lemma} to")
            after = clause.verb_last + 1
            if cue is None or not any(c.relation == "to" and c.verb_first == after for c in clause.children):
                return None
        return Argued(cue, clause, cue.modality)

    def modal(self, sentence: Sentence, clause: Clause, voice: Statement | None) -> Argued | None:
        """ "must leave", "will fail", "may collapse"; "would" only beside a condition."""
        if clause.modal is None or clause.perfect:
            return None
        cue = self.cues["modal"].get(clause.modal)
        if cue is None or (clause.modal == "could" and clause.negated and voice is None):
            return None  # "could not" tells of failure
        if cue.kind == "necessity":
            return Argued(cue, clause, cue.modality)
        conditional = self.condition(clause) is not None
        if clause.modal == "would" and not conditional:
            return None
        if clause.lemma in self.cues["scheduled"] or self.is_own_plan(sentence, clause, voice):
            return None
        if conditional:
            cue = Cue("consequence", cue.modality)
        return Argued(cue, clause, cue.modality)

    def is_own_plan(self, sentence: Sentence, clause: Clause, voice: Statement | None) -> bool:
        """Whether a speaker says what he himself will do: a plan, no forecast."""
        if voice is None or clause.subject is None:
            return False
        word = sentence.words[clause.subject.head]
        if word.lower in ("i", "we"):
            return True
        entity = self.cast.of(sentence, clause.subject)
        return (entity is not None and entity.entity_id == voice.source_id) or (
            word.tag == "PRP" and entity is None and word.lower in ("he", "she", "they")
        )

    # -- whose view, about whom, why -----------------------------------------------------------------

    def voice(self, sentence: Sentence, clause: Clause) -> Statement | None:
        """The innermost statement that the clause stands in."""
        at = sentence.words[clause.verb].start
        around = [
            s
            for s in self.said.get(sentence.sentence_id, ())
            if (s.content_start or 0) <= at < (s.content_end or 0)
        ]
        around = [s for s in around if s.cue_start is None or not (s.cue_start <= at < (s.cue_end or 0))]
        return min(around, key=lambda s: (s.content_end or 0) - (s.content_start or 0), default=None)

    def condition(self, clause: Clause) -> Clause | None:
        return next(
            (
                c
                for c in clause.children
                if c.relation == "adverbial" and c.marker in ("if", "unless", "provided")
            ),
            None,
        )

    def premise(self, sentence: Sentence, argued: Argued) -> Span | None:
        """The clause that tells why; of a consequence, its subject."""
        clause, words = argued.clause, sentence.words
        for child in clause.children:
            if (
                child.relation == "adverbial"
                and child.marker in self.cues["premise"]
                and child.marker_at is not None
            ):
                first = child.marker_at + 1
                if (
                    child.marker == "as"
                    and child.marker_at > clause.verb_first
                    and words[child.marker_at - 1].tag != ","
                ):
                    continue
                main = main_after(sentence, first) if first < clause.verb_first else None
                return trim(sentence, first, main - 1) if main is not None else rest(sentence, first)
        subject = clause.subject if argued.from_subject else None
        if subject is None or subject.first >= clause.verb_first or words[subject.head].tag in ("PRP", "DT"):
            return None
        return subject.first, min(reach(subject), clause.verb_first - 1)

    def gerund(self, sentence: Sentence, clause: Clause) -> Clause | None:
        """The participle that is the subject ("*restoring* trust is crucial")."""
        return next((c for c in sentence.clauses if c.relation == "subject" and c.parent is clause), None)

    def about(self, sentence: Sentence, argued: Argued) -> Entity | None:
        """What a consequence bears on, else the subject; of several, none but the first named there."""
        opening = self.gerund(sentence, argued.clause)
        subject = opening.object if opening is not None else argued.clause.subject
        for group in (argued.bearing, subject, argued.clause.object):
            if group is not None and (found := self.entity_in(sentence, group, 0)) is not None:
                return found
        return None

    def entity_in(self, sentence: Sentence, group: NounGroup, depth: int) -> Entity | None:
        if (own := self.cast.of(sentence, group)) is not None:
            return own
        if group.owner is not None and (own := self.cast.of(sentence, group.owner)) is not None:
            return own
        if depth < 4:
            for phrase in group.preps:
                if (
                    phrase.word in _ABOUT
                    and (found := self.entity_in(sentence, phrase.group, depth + 1)) is not None
                ):
                    return found
        return next(
            (e for i in range(group.first, group.head) if (e := self.cast.at(sentence, i)) is not None), None
        )

    # -- judgements of others ------------------------------------------------------------------------

    def judgements(self, sentence: Sentence, taken: list[tuple[int, int]]) -> None:
        """ "blamed the war *as a factor* in the decline": what a speaker makes of something."""
        for said in self.said.get(sentence.sentence_id, ()):
            words = [
                w for w in sentence.words if (said.content_start or 0) <= w.start < (said.content_end or 0)
            ]
            at = next((k for k, w in enumerate(words) if w.lower == "as"), None)
            if at is None or at == 0 or any(c.verb == words[0].i for c in sentence.clauses):
                continue
            head = [
                w
                for w in words[at + 1 :]
                if w.lemma in self.cues["noun"] or w.lower in self.cues["adjective"]
            ]
            if not head or head[0].i - words[at].i > 5:
                continue
            cue = self.cues["noun"].get(head[0].lemma) or self.cues["adjective"][head[0].lower]
            span = said.content_start or 0, said.content_end or 0
            if any(a < span[1] and span[0] < b for a, b in taken):
                continue
            group = next((g for g in sentence.groups if g.first == words[0].i), None)
            about = self.entity_in(sentence, group, 0) if group is not None else None
            self.add(sentence, span, cue.kind, cue.modality, about, said.source_id, None)

    # -- rows ----------------------------------------------------------------------------------------

    def span(self, sentence: Sentence, clause: Clause, voice: Statement | None) -> tuple[int, int]:
        """The clause with its subject; of what somebody says, all that he says, where the clause heads it."""
        start = begin(clause)
        gerund = self.gerund(sentence, clause)
        if gerund is not None:
            start = gerund.verb_first
        found = rest(sentence, start) or (start, clause.last)
        first, last = sentence.span(*found)
        if voice is None:
            return first, last
        low, high = voice.content_start or 0, voice.content_end or 0
        heads = clause.relation == "that" or not any(
            low <= sentence.words[c.verb].start < first for c in sentence.clauses if c.form == "finite"
        )
        return (low, min(last, high)) if heads else (max(first, low), min(last, high))

    def write(self, sentence: Sentence, argued: Argued, taken: list[tuple[int, int]]) -> None:
        voice = self.voice(sentence, argued.clause)
        span = self.span(sentence, argued.clause, voice)
        same = (argued.cue.kind, argued.modality)
        if span[0] >= span[1] or any(a <= span[0] and span[1] <= b for a, b in self.stated.get(same, ())):
            return  # the same thing is said of the whole
        self.stated.setdefault(same, []).append(span)
        taken.append(span)
        premise = self.premise(sentence, argued)
        because = sentence.span(*premise) if premise is not None else None
        about = self.about(sentence, argued)
        source = voice.source_id if voice is not None else None
        self.add(sentence, span, argued.cue.kind, argued.modality, about, source, because)

    def add(
        self,
        sentence: Sentence,
        span: tuple[int, int],
        kind: str,
        modality: str,
        about: Entity | None,
        source: str | None,
        because: tuple[int, int] | None,
    ) -> None:
        start, end = span
        name = digest(
            "im", sentence.sentence_id, kind, modality, start - sentence.start, end - sentence.start
        )
        self.rows.append(
            Implication(
                implication_id=name,
                sentence_id=sentence.sentence_id,
                start=start,
                end=end,
                text=self.doc.text[start:end],
                about_id=about.entity_id if about is not None else None,
                kind=kind,
                modality=modality,
                source_id=source,
                because_start=because[0] if because is not None else None,
                because_end=because[1] if because is not None else None,
            )
        )


def extract(doc: Doc, cast: Cast, statements: list[Statement]) -> list[Implication]:
    """The implications of an article, in text order."""
    return _Reasoner(doc, cast, statements).reason()
