"""Links that a verb states between its subject and its object: "caused", "stems from", "angered".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_cues import Cue
from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import (
    Span,
    begin,
    main_after,
    pair,
    reach,
    rest,
    trim,
    whole,
)
from dateline.language.document import Clause


def verbs(scene: Scene) -> Iterator[Found]:
    sentence = scene.sentence
    for clause in sentence.clauses:
        if clause.negated or (clause.form == "infinitive" and clause.relation in ("to", "colon")):
            continue
        sides = _causing(scene, clause)
        if sides is not None:
            source, target = sides
            yield Found("cause", (clause.verb_first, clause.verb_last), source, target)


def _causing(scene: Scene, clause: Clause) -> tuple[Span, Span] | None:
    """The cause and the effect that a causative verb joins."""
    sentence = scene.sentence
    lemma, cues = clause.lemma, scene.cues
    if (cue := cues.of("reverse", lemma)) is not None:
        phrase = next((p for p in clause.preps if p.word in cue.takes), None)
        if phrase is not None and clause.subject is not None and phrase.first == clause.verb_last + 1:
            return pair(sentence, (phrase.group.first, reach(phrase.group)), whole(clause.subject))
    if (cue := cues.of("verb", lemma)) is not None and (sides := _effect(scene, clause, cue)):
        return sides
    if (cue := cues.of("makes", lemma)) is not None and clause.object is not None:
        child = next(
            (c for c in clause.children if c.relation == "to" and c.verb_first > clause.object.last), None
        )
        if child is not None and (source := _cause(scene, clause)) is not None:
            if _acts(scene, clause):
                return None
            return pair(sentence, source, rest(sentence, clause.object.first))
    if (cue := cues.of("affect", lemma)) is not None:
        return _affected(scene, clause, cue)
    if cues.of("follow", lemma) is not None and clause.object is not None and not clause.passive:
        sides = (whole(clause.object), whole(clause.subject)) if clause.subject is not None else None
        if sides is not None and all(scene.event_in(side) is not None for side in sides):
            return pair(sentence, *sides)
    return None


def _effect(scene: Scene, clause: Clause, cue: Cue) -> tuple[Span, Span] | None:
    """Subject and object of "caused" and "led to"; the other way round in the passive."""
    sentence = scene.sentence
    if clause.passive and cue.takes:
        return None  # "led by" names a leader
    if clause.passive:
        agent = next((p for p in clause.preps if p.word == "by"), None)
        if agent is None or clause.subject is None:
            return None
        return pair(sentence, (agent.group.first, reach(agent.group)), whole(clause.subject))
    if cue.takes:
        after = clause.verb_last + 1
        phrase = next((p for p in clause.preps if p.word in cue.takes and p.first <= after + 1), None)
        first = phrase.group.first if phrase else None
        if first is None and after + 1 < len(sentence.words) and sentence.words[after].lower in cue.takes:
            first = after + 1
    else:
        first = clause.object.first if clause.object is not None else None
    if first is None or (source := _cause(scene, clause)) is None:
        return None
    target = rest(sentence, first)
    return pair(sentence, source, target)


def _affected(scene: Scene, clause: Clause, cue: Cue) -> tuple[Span, Span] | None:
    """ "The raids angered the villagers": only what is no actor affects by what it is."""
    sentence = scene.sentence
    if clause.passive or clause.object is None or _acts(scene, clause):
        return None
    if cue.takes and not any(p.word in cue.takes for p in clause.preps):
        return None
    source = _cause(scene, clause)
    return pair(sentence, source, rest(sentence, clause.verb_first)) if source is not None else None


def _acts(scene: Scene, clause: Clause) -> bool:
    """Whether the subject is somebody, not something that happened."""
    sentence = scene.sentence
    subject = clause.subject
    if subject is None:
        return False
    if clause.relation == "ing" and sentence.words[clause.verb_first - 1].tag == ",":
        return False
    return not scene.is_happening(subject)


def _cause(scene: Scene, clause: Clause) -> Span | None:
    """The subject; of ", forcing …" the clause that it comments on."""
    sentence = scene.sentence
    if (
        clause.relation == "ing"
        and clause.parent is not None
        and sentence.words[clause.verb_first - 1].tag == ","
    ):
        return trim(sentence, begin(clause.parent), clause.verb_first - 1)
    if clause.relation == "relative" and clause.marker == "which" and clause.antecedent is not None:
        return whole(clause.antecedent)
    return whole(clause.subject) if clause.subject is not None else None


def moods(scene: Scene) -> Iterator[Found]:
    """ "*Angered by* the raid, the king recalled his envoy"."""
    sentence = scene.sentence
    words = sentence.words
    clause = sentence.clauses[0] if sentence.clauses else None
    if clause is None or clause.form != "participle" or clause.verb_first > 1:
        return
    phrase = next((p for p in clause.preps if p.word in ("by", "with", "at", "over")), None)
    main = main_after(sentence, clause.verb_last + 1)
    if phrase is None or main is None or words[main - 1].tag != "," or phrase.first != clause.verb_last + 1:
        return
    source, target = trim(sentence, phrase.group.first, main - 1), rest(sentence, main)
    if source is not None and target is not None and scene.cues.of("aim", clause.lemma) is None:
        yield Found("cause", (clause.verb_first, phrase.first), source, target)
