"""Causes and answers told by a noun: "the reason for the strike was …", "drew a protest".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import Span, begin, pair, rest, trim, whole
from dateline.language.document import Clause, NounGroup

_ARTICLES = frozenset({"the", "a", "an", "one", "another", "its", "their", "main", "not"})


def reasons(scene: Scene) -> Iterator[Found]:
    """ "The *reason* for the strike was a cut", "the riot was the *result* of a rumour"."""
    for clause in scene.sentence.clauses:
        if clause.lemma not in ("be", "become", "remain") or clause.subject is None or clause.negated:
            continue
        found = _reason(scene, clause) or _predicated(scene, clause) or _answerable(scene, clause)
        if found is not None:
            yield found


def _reason(scene: Scene, clause: Clause) -> Found | None:
    """ "The *cause* of the riot was a rumour": the subject names the effect in a phrase or a clause."""
    sentence, subject = scene.sentence, clause.subject
    if subject is None:
        return None
    cue = scene.cues.of("reason", sentence.words[subject.head].lemma)
    if cue is None:
        return None
    phrase = next((p for p in subject.preps if p.word in cue.takes), None)
    effect = whole(phrase.group) if phrase is not None else None
    if effect is None:
        inside = (c for c in sentence.clauses if subject.last < c.verb_first < clause.verb_first)
        told = next((c for c in inside if c.form == "finite"), None)
        effect = trim(sentence, begin(told), clause.verb_first - 1) if told is not None else None
    named = clause.object is not None or any(c.verb_first > clause.verb_last for c in clause.children)
    source = rest(sentence, clause.verb_last + 1) if named else None  # "is unknown" names none
    sides = pair(sentence, source, effect)
    if sides is None or sides[0] == sides[1]:
        return None
    source_, target = (sides[1], sides[0]) if cue.kind == "purpose" else sides
    return Found(
        "cause" if cue.kind != "condition" else "condition", (subject.head, subject.head), source_, target
    )


def _predicated(scene: Scene, clause: Clause) -> Found | None:
    """ "The riots were the *result* of a rumour", "the pact is the *cause* of the war"."""
    sentence, group = scene.sentence, clause.object
    if group is None or group.first <= clause.verb or clause.subject is None:
        return None
    if sentence.words[group.first].lower not in _ARTICLES:
        return None
    lemma = sentence.words[group.head].lemma
    result, reason = scene.cues.of("outcome", lemma), scene.cues.of("reason", lemma)
    cue = result or reason
    phrase = next((p for p in group.preps if cue is not None and p.word in cue.takes), None)
    if cue is None or phrase is None:
        return None
    spans = (whole(phrase.group), whole(clause.subject))
    sides = pair(sentence, *(spans if result is not None else spans[::-1]))
    return Found(cue.kind, (group.head, group.head), *sides) if sides is not None else None


def _answerable(scene: Scene, clause: Clause) -> Found | None:
    """ "The bomb was *responsible* for the panic", "the loan is *conditional* on reform"."""
    sentence, at = scene.sentence, clause.predicate
    if at is None and clause.object is not None:
        at = clause.object.head  # "is *subject* to approval" looks like a noun
    cue = scene.cues.of("answerable", sentence.words[at].lower) if at is not None else None
    phrase = next((p for p in clause.preps if cue is not None and p.word in cue.takes), None)
    if cue is None or phrase is None or at is None or phrase.first != at + 1 or clause.subject is None:
        return None
    if clause.object is not None and clause.object.first != at:
        return None
    spans: tuple[Span, Span] = (whole(phrase.group), whole(clause.subject))
    if cue.kind == "cause" and "for" in cue.takes:
        if not (scene.is_happening(phrase.group) and scene.is_happening(clause.subject)):
            return None  # "the minister responsible for the budget", "the gang responsible for the raid"
        spans = (spans[1], spans[0])
    sides = pair(sentence, *spans)
    return Found(cue.kind, (at, phrase.first), *sides) if sides is not None else None


def blames(scene: Scene) -> Iterator[Found]:
    """ "*blamed* the war on a telegram", "*attributed* the defeat to poor supply"."""
    sentence = scene.sentence
    for clause in sentence.clauses:
        cue = scene.cues.verb("blame", clause)
        effect: NounGroup | None = clause.subject if clause.passive else clause.object
        if cue is None or effect is None or clause.negated:
            continue
        if not clause.passive and _is_somebody(scene, clause, effect):
            continue  # somebody is blamed "on three counts"
        phrase = next((p for p in clause.preps if p.word in cue.takes and p.first > clause.verb_last), None)
        if phrase is None or phrase.first < (clause.verb_last if clause.passive else effect.head):
            continue
        target = (
            trim(sentence, effect.first, min(whole(effect)[1], phrase.first - 1))
            if not clause.passive
            else whole(effect)
        )
        sides = pair(sentence, whole(phrase.group), target)
        if sides is not None:
            yield Found(cue.kind, (clause.verb_first, clause.verb_last), *sides)


def _is_somebody(scene: Scene, clause: Clause, group: NounGroup) -> bool:
    """Whether the group behind a verb is a name or a pronoun, or stands before the verb."""
    return group.first < clause.verb or scene.sentence.words[group.head].tag in ("NNP", "NNPS", "PRP")


def reactions(scene: Scene) -> Iterator[Found]:
    """ "The bombing *drew* a protest from Sofia"."""
    sentence = scene.sentence
    for clause in sentence.clauses:
        cue, group = scene.cues.verb("draw", clause), clause.object
        if (
            cue is None
            or group is None
            or clause.passive
            or clause.subject is None
            or group.first < clause.verb
        ):
            continue
        if scene.cues.of("reaction", sentence.words[group.head].lemma) is None:
            continue
        sides = pair(sentence, whole(clause.subject), rest(sentence, group.first))
        if sides is not None:
            yield Found(cue.kind, (clause.verb_first, clause.verb_last), *sides)
