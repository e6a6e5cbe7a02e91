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
    rest,
    trim,
    whole,
)
from dateline.language.document import Clause

_MOVED_BY = frozenset({"by", "with", "at", "over", "about"})


def verbs(scene: Scene) -> Iterator[Found]:
    sentence = scene.sentence
    for clause in sentence.clauses:
        if clause.negated or (clause.form == "infinitive" and clause.relation in ("to", "colon")):
            continue
        if _is_mood(clause):
            continue
        if (found := _reversed(scene, clause)) is not None:
            yield found
            continue
        sides = _causing(scene, clause)
        if sides is not None:
            source, target = sides
            yield Found("cause", (clause.verb_first, _cue_end(scene, clause)), source, target)


def _is_mood(clause: Clause) -> bool:
    """Whether a participle stands before its subject, as in "*Provoked by* the raid, the crowd …"."""
    ahead = clause.subject is not None and clause.subject.first > clause.verb
    return ahead and clause.passive and clause.relation == "reduced"


def _cue_end(scene: Scene, clause: Clause) -> int:
    """The last word of the cue: with the words that belong to "bring *about*", "give *rise to*"."""
    return clause.verb_last + _more(scene, clause)


def _more(scene: Scene, clause: Clause) -> int:
    """How many words behind the verb belong to a cue of several words."""
    words = scene.sentence.words[clause.verb_last + 1 : clause.verb_last + 4]
    for width in (3, 2, 1):
        text = " ".join([clause.lemma, *(w.lower for w in words[:width])])
        if len(words) >= width and scene.cues.of("verb", text) is not None:
            return width
    return 0


def _reversed(scene: Scene, clause: Clause) -> Found | None:
    """ "stems from the war", "depends on the vote", "is aimed at ending it": the subject is the effect."""
    sentence = scene.sentence
    cue, subject, after = scene.cues.verb("reverse", clause), clause.subject, clause.verb_last + 1
    if cue is None or subject is None or ("passive" in cue.takes and not clause.passive):
        return None
    phrase = next((p for p in clause.preps if p.word in cue.takes and p.first == after), None)
    source = whole(phrase.group) if phrase is not None else None
    if source is None:
        deed = next((c for c in clause.children if c.marker in cue.takes and c.marker_at == after), None)
        source = rest(sentence, deed.verb_first) if deed is not None else None
    sides = pair(sentence, source, whole(subject))
    last = after if cue.kind != "cause" else clause.verb_last  # "depends on", but "stems"
    return Found(cue.kind, (clause.verb_first, last), *sides) if sides is not None else None


def _causing(scene: Scene, clause: Clause) -> tuple[Span, Span] | None:
    """The cause and the effect that a causative verb joins."""
    sentence = scene.sentence
    cues = scene.cues
    if (more := _more(scene, clause)) and not clause.passive:
        return pair(sentence, _cause(scene, clause), rest(sentence, clause.verb_last + more + 1))
    if (cue := cues.verb("verb", clause)) is not None and (sides := _effect(scene, clause, cue)):
        return sides
    explained = cues.verb("explain", clause) is not None and clause.object is not None
    if explained and not clause.passive and not _acts(scene, clause):
        return pair(sentence, _cause(scene, clause), rest(sentence, clause.verb_last + 1))
    if (cue := cues.verb("makes", clause)) is not None and clause.object is not None:
        child = next(
            (c for c in clause.children if c.relation == "to" and c.verb_first > clause.object.last), None
        )
        if child is not None and (source := _cause(scene, clause)) is not None:
            if _acts(scene, clause):
                return None
            return pair(sentence, source, rest(sentence, clause.object.first))
    if (cue := cues.verb("affect", clause)) is not None:
        return _affected(scene, clause, cue)
    if cues.verb("follow", clause) is not None and clause.object is not None and not clause.passive:
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
        return pair(sentence, (agent.group.first, agent.group.reach()), whole(clause.subject))
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
    if source is None:
        return None
    told = scene.event_in(source) or scene.event_in((clause.verb_first, clause.verb_last))
    if scene.cues.verb("harm", clause) is not None and told is not None:
        return None  # the harm that an event does stands in its own row
    relative = clause.relation == "relative"
    target = trim(sentence, clause.verb_first, clause.last) if relative else rest(sentence, clause.verb_first)
    return pair(sentence, source, target)


def _acts(scene: Scene, clause: Clause) -> bool:
    """Whether the subject is somebody, not something that happened."""
    sentence = scene.sentence
    subject = clause.subject
    if subject is None:
        return False
    previous = sentence.words[clause.verb_first - 1].tag
    if clause.relation == "ing":
        return previous != ","
    if clause.relation == "relative" and clause.antecedent is not None:
        subject = clause.antecedent
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
    if clause.relation == "relative" and clause.marker in ("which", "that") and clause.antecedent is not None:
        return whole(clause.antecedent)
    return whole(clause.subject) if clause.subject is not None else None


def moods(scene: Scene) -> Iterator[Found]:
    """ "*Angered by* the raid, the king recalled his envoy", "Miners, *unhappy with* the pay, walked out"."""
    sentence = scene.sentence
    words = sentence.words
    start = next((w.i + 1 for w in words[:6] if w.text in (":", "-", "–", "—")), 0)  # the wire's dateline
    for at in (start, *(w.i + 1 for w in words[start + 1 : -3] if w.tag == ",")):
        if words[min(at + 1, len(words) - 1)].lower not in _MOVED_BY or not _moves(scene, at, start):
            continue
        if at == start:
            main = main_after(sentence, at + 1)
            if main is None or words[main - 1].tag != ",":
                return
            source, target = trim(sentence, at + 2, main - 1), rest(sentence, main)
        else:
            end = next((w.i for w in words[at + 2 :] if w.tag == ","), None)
            held = end is not None and any(c.verb_first == end + 1 for c in sentence.clauses)
            if not held or end is None:
                continue
            source, target = trim(sentence, at + 2, end - 1), rest(sentence, end + 1)
        if source is not None and target is not None:
            yield Found("cause", (at, at + 1), source, target)


def _moves(scene: Scene, at: int, start: int) -> bool:
    """Whether the word tells a mood, or, where it opens the sentence, what something was caused by."""
    word = scene.sentence.words[at]
    if scene.cues.of("mood", word.lower) is not None:
        return True
    cue = scene.cues.of("verb", word.lemma)
    return at == start and cue is not None and not cue.takes  # "*Led by* its chairman" has no cause
