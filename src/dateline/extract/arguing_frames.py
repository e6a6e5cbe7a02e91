"""What a clause argues by its words: "has implications for", "is crucial", "the lesson is that".

For the implications. Each reader gets a clause and returns what it states, or None.
"""

from __future__ import annotations

from itertools import chain

from dateline.extract import reporting
from dateline.extract.arguing import Cue
from dateline.extract.arguing_scene import Argued, Scene, content_of, infinitive_of
from dateline.language.document import Clause, NounGroup, Word

SURENESS = {
    "will": "certain",
    "would": "probable",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
}
_DETERMINERS = frozenset({"a", "an", "the", "no", "its", "their", "his", "her", "another", "one", "not"})
_OF_STATE = frozenset({"at", "on", "in", "under", "out of", "beyond"})
_BEARING = frozenset({"for", "on", "upon", "to"})
_NEEDING_SOMEBODY = frozenset({"sure", "certain", "possible", "due"})


def sureness(clause: Clause, cue: Cue) -> str:
    if clause.modal is None:
        return cue.modality
    return SURENESS.get(clause.modal, cue.modality)


def phrases(scene: Scene) -> dict[int, Argued]:
    """The clauses with a set phrase ("had better", "no choice but"), by the clause's identity."""
    found: dict[int, Argued] = {}
    words, known = scene.sentence.words, scene.cues.phrases
    for word in words:
        seconds = known.get(word.lower)
        if seconds is None:
            continue
        following = words[word.i + 1].lower if word.i + 1 < len(words) else ""
        for parts, cue in chain.from_iterable(seconds.get(second, ()) for second in (following, "VB", "")):
            end = word.i + len(parts)
            if end <= len(words) and all(_is(words[word.i + k], p) for k, p in enumerate(parts)):
                clause = _holder(scene, word.i, end)
                told = clause is not None and clause.relation == "relative" and cue.kind == "prediction"
                if clause is not None and not told:
                    found.setdefault(id(clause), Argued(cue, clause, cue.modality))
                break
    return found


def _is(word: Word, part: str) -> bool:
    """Whether a word is the part of a phrase; "VB" stands for any plain verb."""
    return word.tag in ("VB", "VBP") if part == "VB" else word.lower == part


def _holder(scene: Scene, first: int, end: int) -> Clause | None:
    """The finite clause whose verb the phrase holds, else the last one before it."""
    finite = [c for c in scene.sentence.clauses if c.form == "finite"]
    inside = next((c for c in finite if first <= c.verb_first < end or c.verb_first <= first <= c.verb), None)
    inside = inside or next(
        (c for c in finite if c.subject is not None and c.subject.first <= first < c.verb), None
    )
    if inside is not None:
        return inside
    return max((c for c in finite if c.verb_first < first), key=lambda c: c.verb_first, default=None)


def consequence(scene: Scene, clause: Clause) -> Argued | None:
    """ "has implications for", "means that", "could undermine", "makes peace impossible"."""
    group, cues, words = clause.object, scene.cues, scene.sentence.words
    if clause.passive:
        return None
    if group is not None and clause.lemma in cues["bears"]:
        cue = cues["effect"].get(words[group.head].lemma)
        if cue is not None and group.first > clause.verb:
            bearing = next((p.group for p in group.preps if p.word in _BEARING), None)
            return Argued(cue, clause, sureness(clause, cue), bearing, True)
    if clause.subject is not None and scene.speaks(clause.subject):
        return None
    return _means(scene, clause) or _changes(scene, clause) or _makes(scene, clause)


def _means(scene: Scene, clause: Clause) -> Argued | None:
    """ "means that", "it follows that", "that suggests Tehran has no bomb"."""
    cue = scene.cues["means"].get(clause.lemma)
    if cue is None or clause.negated:
        return None
    content = content_of(clause)
    if content is None and clause.relation == "that" and clause.parent is not None and clause.first == 0:
        content = clause.parent  # "*That suggests* Tehran has no bomb", taken for the subject of "has"
    spelt = clause.object is not None and clause.lemma in scene.cues["spells"]
    if content is None and not spelt:
        return None
    if clause.lemma == "follow" and (clause.subject is None or not _is_it(scene, clause.subject)):
        return None
    return Argued(cue, clause, sureness(clause, cue), None, True, content)


def _is_it(scene: Scene, group: NounGroup) -> bool:
    return scene.sentence.words[group.head].lower in ("it", "this", "that")


def _changes(scene: Scene, clause: Clause) -> Argued | None:
    """ "could undermine the truce", "bodes ill for", "amounts to", "paves the way for"."""
    cues, group = scene.cues, clause.object
    words = scene.sentence.words
    cue = cues["result"].get(clause.lemma)
    if cue is not None and clause.modal in SURENESS and group is not None:
        return Argued(cue, clause, sureness(clause, cue), group, True)
    for width in (1, 2):
        key = " ".join([clause.lemma, *(w.lower for w in words[clause.verb_last + 1 :][:width])])
        if (cue := cues["outcome"].get(key)) is not None:
            bearing = next((p.group for p in clause.preps if p.word in _BEARING), None)
            return Argued(cue, clause, sureness(clause, cue), bearing, True)
    return None


def _makes(scene: Scene, clause: Clause) -> Argued | None:
    """ "makes war *more likely*", "leaves Namibia *exposed*", "puts the city *at risk*"."""
    group, words, cues = clause.object, scene.sentence.words, scene.cues
    cue = cues["makes"].get(clause.lemma)
    if cue is None or group is None or group.first <= clause.verb or scene.acts(clause.subject):
        return None
    last = clause.last
    phrase = next((p for p in group.preps if p.word in _OF_STATE), None)
    state = phrase is not None and words[phrase.group.head].lemma in cues["state"]
    reach = range(group.head + 1, min(max(last, group.last) + 6, len(words)))
    told = (words[i] for i in reach if words[i].tag in ("JJ", "JJR", "VBN", "NN", "VBD"))
    made = next((w for w in told if w.lower in cues["adjective"] or w.lower in cues["state made"]), None)
    if made is None and not state:
        return None
    known = cues["adjective"].get(made.lower) if made is not None else None
    modality = known.modality if known is not None and known.kind == "prediction" else cue.modality
    return Argued(cue, clause, SURENESS.get(clause.modal or "", modality), group, True)


def predicate(scene: Scene, clause: Clause) -> Argued | None:
    """ "is crucial", "is unlikely to", "appears doomed", "is a threat", "is at risk"."""
    if clause.lemma not in scene.cues["copula"] and not clause.passive and clause.predicate is None:
        return None
    if clause.modal in ("can", "cannot"):
        return None
    return _adjective(scene, clause) or _noun(scene, clause) or _state(scene, clause)


def _adjective(scene: Scene, clause: Clause) -> Argued | None:
    words, cues = scene.sentence.words, scene.cues
    at = clause.predicate if clause.predicate is not None else scene.after(clause.verb_last + 1)
    if clause.passive:
        at = clause.verb
    if at >= len(words):
        return None
    word, behind = words[at].lower, words[at + 1].lower if at + 1 < len(words) else ""
    infinitive = behind == "to" and any(c.relation == "to" and c.verb_first == at + 1 for c in _below(clause))
    cue = cues["adjective to"].get(word) if infinitive else None
    group = clause.object
    held = (
        group is not None and group.first > clause.verb and not clause.passive
    )  # "was *right* to refuse" looks like a noun
    if cue is None and (held or words[at].tag[0] not in "JV"):
        return None
    cue = cue or cues["adjective"].get(word)
    if cue is None or (word == "critical" and behind == "of"):
        return None
    if word in ("due", "set") and clause.relation == "adverbial":
        return None
    if clause.passive and not _is_view(clause, cue, infinitive=infinitive):
        return None
    if cue.kind == "prediction":
        nobody = clause.subject is None or words[clause.subject.head].tag != "PRP"
        if word in _NEEDING_SOMEBODY and nobody and not infinitive:
            return None
        if infinitive and word in ("due", "expected", "set") and _is_fixed(scene, at):
            return None
    return Argued(cue, clause, sureness(clause, cue) if cue.kind == "evaluation" else cue.modality)


def _below(clause: Clause) -> list[Clause]:
    return [*clause.children, *(c for child in clause.children for c in child.children)]


def _is_view(clause: Clause, cue: Cue, *, infinitive: bool) -> bool:
    """Whether a participle tells how things are ("is flawed"), not what was done to them."""
    if clause.tense != "present" or any(p.word == "by" for p in clause.preps):
        return False
    return infinitive or cue.kind in ("evaluation", "necessity")


def _is_fixed(scene: Scene, at: int) -> bool:
    """Whether what is "set to" or "due to" happen stands in a calendar."""
    verb = next((c for c in scene.sentence.clauses if c.relation == "to" and c.verb_first == at + 1), None)
    return verb is not None and verb.lemma in scene.cues["scheduled"]


def _noun(scene: Scene, clause: Clause) -> Argued | None:
    """ "is a threat", "marks a turning point", "is a dangerous game"."""
    words, group, cues = scene.sentence.words, clause.object, scene.cues
    if group is None or clause.passive or group.first <= clause.verb or clause.lemma not in cues["copula"]:
        return None
    if clause.subject is not None and words[clause.subject.head].tag == "EX":
        return None
    head = words[group.head].lemma
    two = f"{words[group.head - 1].lower} {head}" if group.head else ""
    cue = cues["noun"].get(two) or cues["noun"].get(head)
    if cue is None and head in cues["neutral"]:
        judged = (cues["judging"].get(w.lower) for w in words[group.first : group.head])
        plain = (cues["adjective"].get(w.lower) for w in words[group.first : group.head])
        cue = next((c for c in (*judged, *plain) if c is not None and c.kind == "evaluation"), None)
    if cue is None or words[group.first].lower not in _DETERMINERS:
        return None
    return Argued(cue, clause, sureness(clause, cue) if cue.kind == "evaluation" else cue.modality)


def _state(scene: Scene, clause: Clause) -> Argued | None:
    phrase = next((p for p in clause.preps if p.first == clause.verb_last + 1), None)
    if phrase is None or phrase.word not in _OF_STATE or clause.lemma not in ("be", "remain"):
        return None
    cue = scene.cues["state"].get(scene.sentence.words[phrase.group.head].lemma)
    if cue is None or phrase.group.owner is not None:
        return None
    return Argued(cue, clause, sureness(clause, cue))


def verdict(scene: Scene, clause: Clause) -> Argued | None:
    """ "was a mistake", "was wrong": what is called so is judged, whenever it was."""
    found = predicate(scene, clause)
    if found is None or found.cue.kind != "evaluation" or clause.passive:
        return None
    if clause.object is not None:
        return found
    at = clause.predicate
    return found if at is not None and scene.sentence.words[at].lower in scene.cues["judged"] else None


def topic(scene: Scene, clause: Clause) -> Argued | None:
    """ "The lesson is that …", "There is a danger that …", "The only solution is …", "What it needs is …"."""
    words, group = scene.sentence.words, clause.subject
    if clause.lemma != "be" or clause.negated:
        return None
    if group is None:
        free = next((c for c in clause.children if c.marker == "what" and c.verb < clause.verb), None)
        cue = scene.cues["verb"].get(free.lemma) if free is not None else None
        return Argued(cue, clause, cue.modality) if cue is not None else None
    there = words[group.head].tag == "EX"
    held = clause.object if there else group
    if held is None:
        return None
    frame = scene.cues["exists" if there else "topic"]
    mods = (f"{w.lower} {words[held.head].lemma}" for w in words[held.first : held.head])
    cue = next((frame[m] for m in mods if m in frame), None) or frame.get(words[held.head].lemma)
    if cue is None:
        return None
    content = content_of(clause)
    if not there and content is None and infinitive_of(clause) is None and clause.object is None:
        return None
    if not there and content is None and cue.kind in ("consequence", "prediction"):
        return None
    return Argued(cue, clause, cue.modality, content=content)


def need(scene: Scene, clause: Clause) -> Argued | None:
    """ "need each other", "requires trust", "depends on", "have to leave", "risks war"."""
    cues = scene.cues
    if clause.passive or clause.negated:
        return None
    if clause.lemma in reporting.load().verbs and scene.acts(clause.subject):
        return None  # what somebody "demands" is said, not argued
    cue = cues["verb"].get(clause.lemma)
    if cue is not None and cue.kind != "necessity" and clause.tense == "past":
        return None  # "it also threatened to poison them": told, whoever tells it
    if cue is None:
        phrase = next((p for p in clause.preps if p.first == clause.verb_last + 1), None)
        cue = cues["verb"].get(f"{clause.lemma} {phrase.word}") if phrase is not None else None
    elif clause.object is None and not any(c.relation in ("to", "that", "ing") for c in clause.children):
        cue = None
    if cue is None:
        cue = cues["verb to"].get(f"{clause.lemma} to")
        after = clause.verb_last + 1
        told = cue is not None and cue.kind != "necessity" and clause.tense == "past"
        if (
            cue is None
            or told
            or not any(c.relation == "to" and c.verb_first == after for c in clause.children)
        ):
            return _has_failed(scene, clause)
    return Argued(cue, clause, cue.modality)


def _has_failed(scene: Scene, clause: Clause) -> Argued | None:
    """ "The policy has failed": what became of a thing that is judged by its success."""
    cue = scene.cues["failed"].get(clause.lemma)
    if cue is None or not clause.perfect or clause.tense == "past" or clause.subject is None:
        return None
    if infinitive_of(clause) is not None or scene.acts(clause.subject):
        return None
    return Argued(cue, clause, cue.modality)
