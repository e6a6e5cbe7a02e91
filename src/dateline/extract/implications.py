"""The argument: what, in the view of the author or of somebody cited, follows, must or will be, or is amiss.

For the table ``implications``. A row is a clause with its kind, how sure it is, whom it is about, whose
view it is, and the premise where the sentence states one. What is merely told as having happened is no
implication. What a clause argues is read by the modules ``arguing_*``.
"""

from __future__ import annotations

from dateline.extract import arguing, arguing_forecasts, arguing_frames
from dateline.extract.arguing import Cue
from dateline.extract.arguing_premises import premise
from dateline.extract.arguing_scene import Argued, Scene
from dateline.extract.cast import Cast
from dateline.extract.links_spans import begin, rest
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Sentence, Word
from dateline.records import Entity, Implication, Statement

_ARGUED = frozenset({"standfirst", "body"})
_OPEN = frozenset({"if", "unless", "whether", "until", "lest", "so that", "before", "what"})
_ABOUT = ("for", "on", "to", "of", "in", "between", "among", "against", "with")


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
            said = self.said.get(sentence.sentence_id, [])
            scene = Scene(sentence, said, self.cast, self.cues)
            phrases = arguing_frames.phrases(scene)
            found = [a for c in sentence.clauses if (a := argued(scene, c, phrases)) is not None]
            taken: list[tuple[int, int]] = []
            for one in found:
                if id(one.clause) not in scene.settled:
                    self.write(scene, one, taken)
            self.judgements(sentence, taken)
        return sorted(self.rows, key=lambda row: (row.start or 0, row.end or 0, row.implication_id or ""))

    # -- judgements of others ------------------------------------------------------------------------

    def judgements(self, sentence: Sentence, taken: list[tuple[int, int]]) -> None:
        """ "blamed the war *as a factor* in the decline": what a speaker makes of something."""
        for said in self.said.get(sentence.sentence_id, ()):
            span = said.content_start or 0, said.content_end or 0
            words = [w for w in sentence.words if span[0] <= w.start < span[1]]
            cue = self.judged_as(sentence, words)
            if cue is None or any(a < span[1] and span[0] < b for a, b in taken):
                continue
            group = next((g for g in sentence.groups if g.first == words[0].i), None)
            about = self.entity_in(sentence, group, 0) if group is not None else None
            self.add(sentence, span, cue.kind, cue.modality, about, said.source_id, None)

    def judged_as(self, sentence: Sentence, words: list[Word]) -> Cue | None:
        """The judgement behind the "as" of a content that is no clause."""
        at = next((k for k, w in enumerate(words) if w.lower == "as"), 0)
        if at == 0 or any(c.verb == words[0].i or c.marker_at == words[at].i for c in sentence.clauses):
            return None
        nouns, adjectives = self.cues["noun"], self.cues["adjective"]
        found = (nouns.get(w.lemma) or adjectives.get(w.lower) for w in words[at + 1 : at + 6])
        cue = next((cue for cue in found if cue is not None), None)
        return cue if cue is not None and cue.kind == "evaluation" else None

    # -- about whom ----------------------------------------------------------------------------------

    def about(self, sentence: Sentence, argued: Argued) -> Entity | None:
        """What a consequence bears on, else the subject; of several, none but the first named there."""
        opening = _gerund(sentence, argued.clause)
        subject = opening.object if opening is not None else argued.clause.subject
        inner = argued.content.subject if argued.content is not None else None
        for group in (argued.bearing, subject, argued.clause.object, inner):
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

    # -- rows ----------------------------------------------------------------------------------------

    def write(self, scene: Scene, argued: Argued, taken: list[tuple[int, int]]) -> None:
        sentence = scene.sentence
        voice = scene.voice(argued.clause)
        span = _span(sentence, argued.clause, voice)
        same = (argued.cue.kind, argued.modality)
        if span[0] >= span[1] or any(a <= span[0] and span[1] <= b for a, b in self.stated.get(same, ())):
            return  # the same thing is said of the whole
        self.stated.setdefault(same, []).append(span)
        taken.append(span)
        why = premise(scene, argued)
        because = sentence.span(*why) if why is not None else None
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


def argued(scene: Scene, clause: Clause, phrases: dict[int, Argued]) -> Argued | None:
    """What the clause states, by the first frame of the codebook that holds."""
    if clause.form != "finite" or clause.marker in _OPEN or id(clause) in scene.settled:
        return None
    voice = scene.voice(clause)
    if clause.modal is None and clause.tense == "past" and voice is None:
        held = phrases.get(id(clause))
        if held is not None and (clause.lemma == "have" or held.cue.kind == "evaluation"):
            return held  # "had better" is past in form only
        return arguing_frames.verdict(scene, clause)  # told, not argued
    found = phrases.get(id(clause)) or (
        arguing_frames.topic(scene, clause)
        or arguing_frames.consequence(scene, clause)
        or arguing_frames.predicate(scene, clause)
        or arguing_frames.need(scene, clause)
        or arguing_forecasts.modal(scene, clause, voice)
    )
    if found is not None and found.content is not None:
        scene.settled.add(id(found.content))
    return found


def _gerund(sentence: Sentence, clause: Clause) -> Clause | None:
    """The participle that is the subject ("*restoring* trust is crucial")."""
    return next((c for c in sentence.clauses if c.relation == "subject" and c.parent is clause), None)


def _span(sentence: Sentence, clause: Clause, voice: Statement | None) -> tuple[int, int]:
    """The clause with its subject; of what somebody says, all that he says, where the clause heads it."""
    start = begin(clause)
    gerund = _gerund(sentence, clause)
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


def extract(doc: Doc, cast: Cast, statements: list[Statement]) -> list[Implication]:
    """The implications of an article, in text order."""
    return _Reasoner(doc, cast, statements).reason()
