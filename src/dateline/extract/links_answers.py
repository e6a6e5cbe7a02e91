"""Answers that name what they answer: "turned *the offer* down", "denied *the charge*", "accepted *it*".

For the links. What is answered was told before by another side, in this sentence or one shortly before: as an
event, or by a verb of asking, offering, blaming, saying. A noun of a deed ("condemned the raid") goes back to
an event of that type only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.links_scene import Earlier, Found, Scene
from dateline.extract.links_spans import Span, begin, trim
from dateline.language.document import Clause, NounGroup, Sentence, Word
from dateline.records import Event

_BACK = 4  # sentences in which what is named is looked for
_POINTING = frozenset(
    ["the", "this", "that", "these", "those", "both", "all", "his", "her", "its", "their", "such"]
)
_PRONOUNS = frozenset(["it", "them", "this", "that", "these"])
_SPEECH = frozenset(["AGREE", "REQUEST", "ACCUSE", "THREATEN", "SAY"])
_TOLD = frozenset({"actual", "ongoing", "denied"})


@dataclass(frozen=True, slots=True)
class Act:
    """Something told that can be answered: what sort, by whom, and where it stands."""

    sorts: frozenset[str]
    sentence: Sentence
    verb: int
    country: str | None
    subject: str
    side: Event | Earlier


class Answers:
    """Reads the sentences of an article for what is answered by name."""

    def __init__(self, scenes: list[Scene]) -> None:
        self.scenes = {scene.sentence.position: scene for scene in scenes}
        self.told: dict[int, list[Act]] = {}

    def of(self, scene: Scene) -> Iterator[Found]:
        """The answers of one sentence."""
        for clause in scene.sentence.clauses:
            if clause.negated or clause.form not in ("finite", "participle") or clause.modal is not None:
                continue
            if clause.relation in ("adverbial", "reduced"):
                continue
            if clause.relation == "relative":
                found = _taken_here(scene, clause)
            else:
                found = self._taken(scene, clause) or self._replied(scene, clause)
            if found is not None:
                yield found

    def _taken(self, scene: Scene, clause: Clause) -> Found | None:
        cue = scene.cues.verb("taking", clause)
        words = scene.sentence.words
        group = None
        if cue is not None:
            group = clause.subject if clause.passive else _object(clause)
        if cue is not None and group is not None:
            head = words[group.head]
            if head.lower in _PRONOUNS and group.first == group.last:
                act = self._before(scene, clause, _SPEECH - {"SAY"}, back=1)
            elif (sorts := _sorts(scene, group)) and words[group.first].lower in _POINTING:
                act = self._before(scene, clause, sorts, back=_BACK)
            else:
                return None
            return _found(scene, clause, cue.kind, act, max(group.reach(), clause.verb_last))
        alone = scene.cues.verb("taking alone", clause)
        if alone is None or clause.object is not None or clause.passive:
            return None
        if any(child.relation == "to" for child in clause.children) and scene.cues.of(
            "taking to", clause.lemma
        ):
            act = self._before(scene, clause, frozenset({"REQUEST"}), back=1)
            return _found(scene, clause, alone.kind, act, clause.last)
        if clause.children or _goes_on(words, clause):
            return None
        act = self._before(scene, clause, frozenset({"REQUEST", "AGREE"}), back=1)
        return _found(scene, clause, alone.kind, act, clause.verb_last)

    def _replied(self, scene: Scene, clause: Clause) -> Found | None:
        """ "London *replied* that …": the last that another side said or did in the sentence before."""
        cue = scene.cues.verb("replying", clause)
        if cue is None or clause.subject is None or clause.object is not None:
            return None
        if any(prep.word in ("to", "by", "with", "for") for prep in clause.preps):
            return None
        if not any(child.relation == "that" for child in clause.children):
            return None
        act = self._before(scene, clause, _SPEECH | {"ANY"}, back=1)
        return _found(scene, clause, cue.kind, act, clause.last)

    def _before(self, scene: Scene, clause: Clause, sorts: frozenset[str], back: int) -> Act | None:
        """The last act of these sorts that another side is told to have done."""
        here = scene.sentence
        own = next((e.source_country for e in scene.events if _is_of(e, here, clause)), None)
        subject = _doer(here, clause)
        for position in range(here.position, max(0, here.position - back - 1), -1):
            earlier = self.scenes.get(position)
            if earlier is None or here.paragraph - earlier.sentence.paragraph > 1:
                continue
            for act in reversed(self._acts(earlier)):
                if act.sentence is here and act.verb >= clause.verb_first:
                    continue
                if act.sorts & sorts and _is_another(act, own, subject):
                    return act
        return None

    def _acts(self, scene: Scene) -> list[Act]:
        """What a sentence tells that can be answered, in text order."""
        position = scene.sentence.position
        if position not in self.told:
            self.told[position] = sorted(_acts(scene), key=lambda act: act.verb)
        return self.told[position]


def _acts(scene: Scene) -> Iterator[Act]:
    sentence, seen = scene.sentence, set[int]()
    for event in scene.events:
        word = next((w.i for w in sentence.words if w.start >= (event.trigger_start or 0)), None)
        if word is None or word in seen or event.status not in _TOLD:
            continue
        seen.add(word)
        clause = next((c for c in sentence.clauses if c.verb_first <= word <= c.verb_last), None)
        sorts = frozenset({str(event.event_type), "ANY"})
        subject = _subject(sentence, clause) if clause is not None else event.source_text or ""
        yield Act(sorts, sentence, word, event.source_country, subject, event)
    for clause in sentence.clauses:
        cue = scene.cues.verb("acts", clause)
        if cue is None or clause.verb in seen or clause.subject is None or clause.negated or clause.modal:
            continue
        if clause.form != "finite" or clause.passive:
            continue
        span = sentence.span(begin(clause), max(clause.last, clause.verb_last))
        side = Earlier(sentence.sentence_id, *span)
        yield Act(frozenset(cue.takes), sentence, clause.verb, None, _subject(sentence, clause), side)


def _object(clause: Clause) -> NounGroup | None:
    """What is taken up: the object, or what stands behind the verb's fixed preposition ("comply *with*")."""
    if clause.object is not None:
        return clause.object
    return next(
        (
            p.group
            for p in clause.preps
            if p.word in ("with", "to", "out", "in") and p.first > clause.verb_last
        ),
        None,
    )


def _sorts(scene: Scene, group: NounGroup) -> frozenset[str]:
    words = scene.sentence.words
    cue = scene.cues.of("answered", words[group.head].lemma)
    return frozenset(cue.takes) if cue is not None else frozenset()


def _goes_on(words: list[Word], clause: Clause) -> bool:
    """Whether the verb has a complement that is not what was asked ("agreed *on* a date")."""
    following = words[clause.verb_last + 1] if clause.verb_last + 1 < len(words) else None
    return (
        following is not None
        and following.tag in ("IN", "TO")
        and following.lower not in ("on", "in", "at", "after")
    )


def _is_of(event: Event, sentence: Sentence, clause: Clause) -> bool:
    start, end = sentence.span(clause.verb_first, clause.verb_last)
    return start <= (event.trigger_start or 0) < end


def _subject(sentence: Sentence, clause: Clause | None) -> str:
    if clause is None or clause.subject is None:
        return ""
    return sentence.words[clause.subject.head].lower


def _doer(sentence: Sentence, clause: Clause) -> str:
    """The head of what a clause is done by; of a passive that does not say, the verb, which nobody is."""
    if not clause.passive:
        return _subject(sentence, clause)
    by = next((p.group for p in clause.preps if p.word == "by"), None)
    return sentence.words[by.head if by is not None else clause.verb].lower


def _taken_here(scene: Scene, clause: Clause) -> Found | None:
    """ "an offer that Luanda *rejected*", "a charge Delhi *denies*"."""
    cue, group = scene.cues.verb("taking", clause), clause.antecedent
    if cue is None or group is None or clause.subject is None or clause.object not in (None, group):
        return None
    if clause.passive or clause.subject is group or not _sorts(scene, group):
        return None
    event = next((e for e in scene.events if _is_of(e, scene.sentence, clause)), None)
    target = event or trim(scene.sentence, begin(clause), clause.verb_last)
    return Found(cue.kind, (clause.verb, clause.verb), (group.first, group.last), target) if target else None


def _is_another(act: Act, country: str | None, subject: str) -> bool:
    if act.country is not None and country is not None:
        return act.country != country
    return bool(subject) and act.subject != subject and subject not in ("it", "he", "she", "they", "who")


def _found(scene: Scene, clause: Clause, kind: str, act: Act | None, end: int) -> Found | None:
    if act is None:
        return None
    event = next((e for e in scene.events if _is_of(e, scene.sentence, clause)), None)
    target: Span | Event | None = event or trim(scene.sentence, begin(clause), end)
    if target is None:
        return None
    return Found(kind, (clause.verb, clause.verb), act.side, target)
