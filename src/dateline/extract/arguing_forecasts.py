"""What is said with a modal verb: necessities and forecasts, told from plans and permissions.

For the implications. "Millions will starve" is a forecast; "the king will visit Oslo on Monday" is a plan,
and "he said the ship would sail" is one that was reported.
"""

from __future__ import annotations

from dateline.extract.arguing import Cue
from dateline.extract.arguing_scene import Argued, Scene, condition
from dateline.language.document import Clause
from dateline.records import Statement

_AHEAD = frozenset(["next", "later", "within"])
_SPANS = frozenset(["week", "month", "year", "weekend", "session", "days", "weeks", "months", "hours"])
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_WITHOUT = frozenset({"without"})


def modal(scene: Scene, clause: Clause, voice: Statement | None) -> Argued | None:
    """ "must leave", "will fail", "may collapse", "cannot last", "would ruin the banks"."""
    word = clause.modal
    if word is None or not _is_modal(scene, clause):
        return None
    cue = scene.cues["modal"].get(word)
    if clause.perfect:
        return _perfect(scene, clause, cue, voice)
    if word in ("cannot", "can") or (word in scene.cues["modal"] and _only(scene, clause)):
        return _cannot(scene, clause)
    if cue is None or (word == "could" and clause.negated and voice is None):
        return None  # "could not" tells of failure
    if cue.kind == "necessity":
        return Argued(cue, clause, cue.modality)
    conditional = condition(clause) is not None or _lacking(clause)
    if _is_own_plan(scene, clause, voice):
        return None
    sure = _adverb(scene, clause)
    if conditional:
        return Argued(Cue("consequence", cue.modality), clause, sure or cue.modality)
    if clause.lemma in scene.cues["scheduled"] and sure is None:
        return None
    if word == "would":
        return _would(scene, clause, voice, cue)
    if word == "could" and clause.passive and clause.lemma in scene.cues["perceived"]:
        return None
    if word in ("will", "shall") and sure is None and _is_intended(scene, clause, voice):
        return None
    return Argued(cue, clause, sure or cue.modality)


def _is_modal(scene: Scene, clause: Clause) -> bool:
    """Whether what looks like a modal verb is one: "the minister of *will* power" is not."""
    if clause.lemma == clause.modal:
        return False  # "*Might* is not right"
    plain = not (clause.passive or clause.perfect or clause.progressive)
    return not plain or scene.sentence.words[clause.verb].tag not in ("VBD", "VBZ")


def _perfect(scene: Scene, clause: Clause, cue: Cue | None, voice: Statement | None) -> Argued | None:
    """ "should have warned", "may have lost it", and "would have been spared" beside its condition."""
    if cue is None:
        return None
    if cue.kind == "necessity" and clause.modal in ("should", "ought"):
        return Argued(cue, clause, cue.modality)
    if clause.modal in ("would", "might", "could") and condition(clause) is not None:
        return Argued(Cue("consequence", cue.modality), clause, cue.modality)
    weighed = voice is None or voice.type == "direct" or scene.cue_of(voice) in scene.cues["foresaid"]
    return Argued(cue, clause, cue.modality) if weighed and clause.modal in ("may", "might") else None


def _only(scene: Scene, clause: Clause) -> bool:
    """ "*Only* a referendum can settle it"."""
    group = clause.subject
    if group is None:
        return False
    words = scene.sentence.words
    return words[group.first].lower == "only" or (group.first > 0 and words[group.first - 1].lower == "only")


def _cannot(scene: Scene, clause: Clause) -> Argued | None:
    """ "cannot afford a war", "cannot last", "without the port, it cannot export"."""
    if _only(scene, clause):
        return Argued(Cue("necessity", "necessary"), clause, "necessary")
    words = scene.sentence.words[clause.verb_first : clause.verb]
    if any(w.lower in _HARDLY for w in words):
        return Argued(Cue("evaluation", "certain"), clause, "certain")
    if not (clause.negated or clause.modal == "cannot"):
        return None
    if condition(clause) is not None or _lacking(clause):
        return Argued(Cue("consequence", "certain"), clause, "certain")
    cue = scene.cues["cannot"].get(clause.lemma)
    return Argued(cue, clause, cue.modality) if cue is not None else None


def _lacking(clause: Clause) -> bool:
    """ "*Without* American help, Saigon will fall": a condition in a phrase."""
    lacked = any(p.word in _WITHOUT for p in clause.preps)
    return lacked or any(c.marker in _WITHOUT for c in clause.children)


def _would(scene: Scene, clause: Clause, voice: Statement | None, cue: Cue) -> Argued | None:
    """ "warned that the famine would spread", "a second default would ruin the banks"."""
    if voice is not None:
        foreseen = scene.cue_of(voice) in scene.cues["foresaid"]
        harmed = clause.lemma in scene.cues["result"]
        return Argued(cue, clause, cue.modality) if foreseen or harmed else None
    if scene.acts(clause.subject) or clause.passive or clause.relation not in ("root", "conj", "relative"):
        return None
    if clause.object is None and clause.lemma not in ("be", "lead", "result", "amount"):
        return None
    if _is_dated(scene) or any(c.tense == "past" and c.form == "finite" for c in scene.sentence.clauses):
        return None  # what was yet to come then: "The war would last six years"
    return Argued(Cue("consequence", "probable"), clause, "probable", clause.object, True)


def _adverb(scene: Scene, clause: Clause) -> str | None:
    """How sure an adverb within the verb or before it makes a forecast; None where there is none."""
    words = scene.sentence.words
    near = words[max(0, clause.verb_first - 1) : clause.verb_last]
    found = (scene.cues["adverb"].get(w.lower) for w in (*near, words[0]))
    return next((cue.modality for cue in found if cue is not None), None)


def _is_own_plan(scene: Scene, clause: Clause, voice: Statement | None) -> bool:
    """Whether a speaker says what he himself will do: a plan, no forecast."""
    if voice is None or clause.subject is None:
        return False
    word = scene.sentence.words[clause.subject.head]
    if word.lower in ("i", "we"):
        return True
    entity = scene.cast.of(scene.sentence, clause.subject)
    return (entity is not None and entity.entity_id == voice.source_id) or (
        word.tag == "PRP" and entity is None and word.lower in ("he", "she", "they")
    )


def _is_intended(scene: Scene, clause: Clause, voice: Statement | None) -> bool:
    """Whether "will" tells what somebody means to do: an act with its day or number, or a planned one."""
    if clause.negated or clause.lemma in scene.cues["befalling"]:
        return False
    if voice is not None and scene.cue_of(voice) in scene.cues["foresaid"]:
        return False
    if not (clause.passive or scene.acts(clause.subject)):
        return False
    return clause.lemma in scene.cues["planned"] or _is_dated(scene) or _has_number(scene, clause)


def _is_dated(scene: Scene) -> bool:
    words = scene.sentence.words
    for word in words:
        if word.lower in scene.cues["calendar"] or (
            word.tag == "CD" and len(word.text) == 4 and word.text.isdigit()
        ):
            return True
        if word.lower in _AHEAD and any(w.lower in _SPANS for w in words[word.i + 1 : word.i + 3]):
            return True
    return False


def _has_number(scene: Scene, clause: Clause) -> bool:
    group = clause.object
    return group is not None and any(
        w.tag in ("CD", "$") for w in scene.sentence.words[group.first : group.last + 1]
    )
