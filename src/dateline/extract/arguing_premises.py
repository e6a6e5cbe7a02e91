"""Why something is argued: the clause or phrase that states the premise, or the subject of a consequence.

For the implications.
"""

from __future__ import annotations

from dateline.extract.arguing_scene import Argued, Scene
from dateline.extract.links_spans import Span, before, main_after, rest, trim
from dateline.language.document import Clause

_DEPTH = 3  # how far below the argued verb the clause that tells why may hang


def premise(scene: Scene, argued: Argued) -> Span | None:
    """What the sentence gives as the reason, in words."""
    return (
        _told_by_clause(scene, argued.clause)
        or _told_by_phrase(scene, argued.clause)
        or _told_before(scene, argued.clause)
        or _subject(scene, argued)
    )


def _told_by_clause(scene: Scene, clause: Clause) -> Span | None:
    """ "because both depend on it"."""
    sentence = scene.sentence
    for child in sentence.clauses:
        at = child.marker_at
        if child.relation != "adverbial" or at is None or child.marker not in scene.cues["premise"]:
            continue
        if not _hangs_on(child, clause):
            continue
        first = at + 1
        if child.marker == "as" and at > clause.verb_first and sentence.words[at - 1].tag != ",":
            continue
        main = main_after(sentence, first) if first < clause.verb_first else None
        return trim(sentence, first, main - 1) if main is not None else rest(sentence, first)
    return None


def _hangs_on(clause: Clause, above: Clause) -> bool:
    """Whether a clause hangs on another, or on the infinitives under it."""
    for _ in range(_DEPTH):
        if clause.parent is None:
            return False
        if clause.parent is above:
            return True
        if clause.parent.relation not in ("to", "that", "ing", "reduced"):
            return False
        clause = clause.parent
    return False


def _told_by_phrase(scene: Scene, clause: Clause) -> Span | None:
    """ "because of the drought", "given its debts", "without the port"."""
    known, words = scene.cues["premise phrase"], scene.sentence.words
    for phrase in clause.preps:
        long = " ".join(w.lower for w in words[max(0, phrase.first - 2) : phrase.first + 1])
        if phrase.word in known or long in known:  # "because of", "in view of"
            return phrase.group.first, phrase.group.reach()
    for child in clause.children:
        given = child.relation == "reduced" and words[child.verb].lower in known
        if given and child.object is not None and child.verb < clause.verb:
            return child.object.first, child.object.reach()
    return None


def _told_before(scene: Scene, clause: Clause) -> Span | None:
    """ "The rains failed, *so* Kenya must import maize"."""
    words = scene.sentence.words
    if clause.marker == "so" and clause.marker_at is not None and clause.marker_at > 2:
        return before(scene.sentence, clause.marker_at - (words[clause.marker_at - 1].lower == "and"))
    at = clause.subject.first if clause.subject is not None else clause.verb_first
    if 3 < at < clause.verb and words[at - 1].lower == "so" and words[at - 2].text in (",", ";", "and"):
        return before(scene.sentence, at - 2)
    return None


def _subject(scene: Scene, argued: Argued) -> Span | None:
    subject, clause = argued.clause.subject if argued.from_subject else None, argued.clause
    if subject is None or subject.first >= clause.verb_first:
        return None
    if scene.sentence.words[subject.head].tag in ("PRP", "DT"):
        return None
    return subject.first, min(subject.reach(), clause.verb_first - 1)
