"""Where the content of a reporting verb stands: behind it, around it, or in the quotation beside it.

For the statements. A *shape* of the codebook names a place in the syntax; the content runs from there
to the end of the sentence, unless something comes in between that the speaker does not say.
"""

from __future__ import annotations

from dateline.extract.contents_beside import beside
from dateline.extract.contents_ends import until
from dateline.extract.reporting import Cue
from dateline.extract.statements_scene import Content, Scene
from dateline.language.document import Clause, NounGroup

_PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "at", "with", "over"})
_INDIRECT_QUESTIONS = frozenset({"whether", "how", "why", "what"})
_CONCESSIONS = frozenset({"although", "though", "if", "unless", "while"})  # "said *although* it rained, …"
_NOUNLIKE = frozenset({"object", "matter", "told", "as", "name", "object.of", *_PREPOSITIONS})


def of_verb(scene: Scene, clause: Clause, cue: Cue) -> Content | None:
    """The content of the reporting verb of ``clause``."""
    for shape in cue.shapes:
        open_ = shape == "clause" and _clause(scene, clause, marked=False) is None
        if (open_ or shape == "quote") and (found := beside(scene, clause, shape == "quote")):
            return found
        start, audience = _start(scene, clause, cue, shape) if shape != "quote" else (None, None)
        if start is None:
            continue
        last = until(scene, clause, start, nounlike=shape in _NOUNLIKE)
        if last >= start:
            return Content(start, last, None, audience or _audience(scene, clause, cue, start))
    return None


def _start(scene: Scene, clause: Clause, cue: Cue, shape: str) -> tuple[int | None, NounGroup | None]:
    """The first word of the content in the place that ``shape`` names; the audience that place implies."""
    if shape in ("clause", "that"):
        return _clause(scene, clause, marked=shape == "that"), None
    if shape in ("to", "ing", "on.to"):
        return _infinitive(scene, clause, shape)
    if shape in _PREPOSITIONS or shape == "prep.to":
        return _phrase(clause, shape.removeprefix("prep."), cue.audience), None
    return _object(scene, clause, shape), None


def _clause(scene: Scene, clause: Clause, *, marked: bool) -> int | None:
    """The first word of the content clause: behind "that", or behind the verb and whom it speaks to."""
    words, after = scene.sentence.words, clause.verb_last + 1
    told = clause.indirect or clause.object
    spoken_to = told is not None and told.first == after and _takes_listener(scene, clause)
    behind = told.last + 1 if told is not None and spoken_to else after
    behind = _behind_listener(scene, clause, behind)
    if behind + 1 < len(words) and words[behind].lower == "that" and words[behind].tag in ("IN", "WDT"):
        return behind + 1
    child = next(
        (c for c in clause.children if c.relation == "that" and c.verb_first > clause.verb_last), None
    )
    if child is not None and child.marker_at is not None:
        return child.marker_at + 1
    if marked or behind >= len(words) or words[behind].tag in (",", ":", '"'):
        return None
    if words[behind].lower in _INDIRECT_QUESTIONS or (child is None and words[behind].lower in _CONCESSIONS):
        return behind
    if child is not None:
        start = min(child.first, child.subject.first if child.subject else child.first)
        return start if start >= behind else behind if behind < child.verb_first else child.verb_first
    return behind if not spoken_to and _opens_clause(scene, clause, behind) else None


def _takes_listener(scene: Scene, clause: Clause) -> bool:
    cue = scene.cues.verbs.get(clause.lemma)
    return cue is not None and "object" in cue.audience


def _behind_listener(scene: Scene, clause: Clause, at: int) -> int:
    """Behind the phrase that names the listener, where "that" follows it: "wrote *to Nehru* that …"."""
    cue, words = scene.cues.verbs.get(clause.lemma), scene.sentence.words
    for phrase in clause.preps:
        end = phrase.group.reach() + 1
        told = cue is not None and phrase.word in cue.audience and phrase.first == at
        if told and end < len(words) and words[end].lower == "that":
            return end
    return at


def _opens_clause(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether the noun group behind the verb is the subject of the next finite verb, not an object."""
    if clause.object is None or clause.object.first != at:
        return False
    if scene.sentence.words[at].lower in scene.cues.lists["wordless"]:
        return False
    following = (c for c in scene.sentence.clauses if c.verb_first > at and c.form == "finite")
    other = next((c for c in following if c.relation not in ("relative", "adverbial")), None)
    return other is not None and other.relation == "root" and other.subject in (clause.object, clause.subject)


def _infinitive(scene: Scene, clause: Clause, shape: str) -> tuple[int | None, NounGroup | None]:
    relation = "ing" if shape == "ing" else "to"
    for child in clause.children:
        if child.relation != relation or child.verb_first <= clause.verb_last or child.marker is not None:
            continue
        if shape == "on.to":
            phrase = next((p for p in clause.preps if p.word in ("on", "upon")), None)
            return (child.verb_first, phrase.group) if phrase else (None, None)
        negated = scene.sentence.words[child.verb_first - 1].lower in ("not", "never")
        return child.verb_first - negated, None
    return None, None


def _phrase(clause: Clause, word: str, audience: tuple[str, ...]) -> int | None:
    """The words behind a preposition that follows the verb, or those who are spoken to."""
    before = clause.verb_last
    if "object" in audience and clause.object is not None and clause.object.first == before + 1:
        before = clause.object.last
    for phrase in clause.preps:
        if phrase.first != before + 1:
            continue
        if phrase.word == word:
            return phrase.group.first
        if phrase.word in audience:
            before = phrase.group.last
    for child in clause.children:
        if child.relation == "ing" and child.marker == word and child.marker_at == before + 1:
            return child.verb_first
    return None


def _object(scene: Scene, clause: Clause, shape: str) -> int | None:
    group, words = clause.object, scene.sentence.words
    if group is None or clause.passive or group.first <= clause.verb_last:
        return None
    if words[group.head].tag == "PRP" and shape in ("object", "matter"):
        return None
    start = group.first
    if words[start - 1].tag == '"':
        start -= 1
    entity = scene.cast.of(scene.sentence, group)
    if shape == "matter" and entity is not None:
        return None
    if shape == "told" and words[group.head].lemma not in scene.cues.nouns:
        return None
    after = [w.lower for w in words[group.last + 1 : clause.last + 4]]
    if shape == "as" and "as" not in after:
        return None
    if shape == "object.of" and "of" not in after:
        return None
    if shape == "name" and (not after or after[0] not in ("a", "an", "“", '"', "‘", "'")):
        return None
    return start


def _audience(scene: Scene, clause: Clause, cue: Cue, start: int) -> NounGroup | None:
    for slot in cue.audience:
        if slot == "object":
            group = clause.object
            if group is not None and clause.verb_last < group.first < start and not clause.passive:
                return group
            if clause.passive:
                return clause.subject
        else:
            for phrase in clause.preps:
                if phrase.word == slot and scene.cast.of(scene.sentence, phrase.group) is not None:
                    return phrase.group
    return None
