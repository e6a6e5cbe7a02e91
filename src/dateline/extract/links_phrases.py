"""Links that a word or phrase between the two sides states: "because", "in response to", "as a result".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract import reporting
from dateline.extract.links_cues import Cue
from dateline.extract.links_scene import Earlier, Found, Scene
from dateline.extract.links_spans import (
    Span,
    before,
    begin,
    group_at,
    main_after,
    rest,
    trim,
)
from dateline.language.document import Clause
from dateline.records import Event

_SUPPOSED = frozenset({"will", "would", "could", "can", "cannot", "may", "might"})
_ONE = frozenset({"he", "she", "it"})


def phrases(scene: Scene) -> Iterator[Found]:
    """The links of all linking words and phrases, the longest first; notes which words they are."""
    lowers = [word.lower for word in scene.sentence.words]
    known, after = scene.cues.phrases, 0
    for i, lower in enumerate(lowers):
        if lower not in scene.cues.openings or i < after:
            continue
        pair_ = tuple(lowers[i : i + 2])
        for parts, cue in (*known.get(pair_, ()), *known.get(pair_[:1], ())):
            end = i + len(parts)
            if end < len(lowers) and tuple(lowers[i:end]) == parts:
                if i and scene.sentence.words[i - 1].tag in ("DT", "PRP$"):
                    continue  # "the following days"
                scene.covered.update(range(i, end))
                if (found := _phrase(scene, cue, i, end)) is not None:
                    after = end
                    yield found
                    break


def _phrase(scene: Scene, cue: Cue, first: int, end: int) -> Found | None:
    """The link of the cue that stands at the words ``first`` to ``end`` - 1."""
    if cue.frame == "adverb":
        return _adverb(scene, cue, first, end)
    if cue.frame == "clause":
        if not _opens_clause(scene, first, end):
            return None
    elif not _opens_phrase(scene, cue, end) or ("modal" in cue.takes and not _is_supposed(scene, first)):
        return None
    sides = _around(scene, first, end, clause=cue.frame == "clause")
    return Found(cue.kind, (first, end - 1), *sides) if sides is not None else None


def _opens_clause(scene: Scene, first: int, end: int) -> bool:
    """Whether a clause hangs on the cue as its subordinator, unlike that of "as chairman" or "as he ran"."""
    sentence = scene.sentence
    word = sentence.words[first].lower
    for clause in sentence.clauses:
        if clause.verb_first < end or clause.form != "finite":
            continue
        if clause.marker_at is not None and clause.marker_at not in range(first, end):
            continue
        if end - first == 1 and clause.marker_at != first:
            return False
        if word == "as":
            return _gives_reason(scene, clause, first)
        if word == "once":
            return clause.tense == "present" and _is_supposed(scene, first)
        if word == "if":
            return not _is_question(scene, clause, first)
        if word == "since":
            return clause.tense == "present" or first == 0
        return True
    return False


def _is_question(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether "if" asks: "wondered *if* the dam would hold"."""
    parent = clause.parent
    if parent is None or scene.cues.of("inquire", parent.lemma) is None or parent.verb > at:
        return False
    told = parent.object
    return at == parent.verb_last + 1 or (told is not None and at == told.last + 1)


def _gives_reason(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether an "as" clause tells why, not when, how or "as he said"."""
    sentence = scene.sentence
    reports = clause.lemma in reporting.load().verbs and clause.object is None
    said = reports and all(child.lemma == "do" for child in clause.children)  # "as they promised to do"
    quoting = said or (clause.lemma in ("put", "have") and clause.verb_last + 2 >= clause.last)
    when = not (
        clause.negated
        or clause.modal
        or clause.perfect
        or clause.tense == "present"
        or scene.cues.of("stative", clause.lemma) is not None
    )
    subject = scene.sentence.words[clause.subject.head].lower if clause.subject is not None else ""
    if clause.progressive and (at == 0 or subject in _ONE):
        return False  # "died *as* he was leaving"
    if when and at == 0:
        return False  # "*as* night fell"
    return not (
        quoting
        or sentence.words[at - 1].lower
        in ("even", "just", "such", "same", "far", "soon", "long", "well", "much", "many")
    )


def _opens_phrase(scene: Scene, cue: Cue, end: int) -> bool:
    """Whether what the cue takes stands behind it: a noun group, a participle, an infinitive."""
    sentence = scene.sentence
    word = sentence.words[end]
    before = sentence.words[end - 2] if end > 1 else None
    if sentence.words[end - 1].lower == "given" and before is not None and before.tag.startswith(("V", "M")):
        return False
    if word.tag == "VBG" and "ing" in cue.takes:
        return True
    if word.tag in ("VB", "VBP", "VBD", "VBZ"):
        return "inf" in cue.takes
    if "np" in cue.takes and (group_at(sentence, end) is not None or word.tag in ('"', "'", "VBN", "JJ")):
        return True
    return "clause" in cue.takes


def _is_supposed(scene: Scene, first: int) -> bool:
    """Whether what hangs on the phrase is not told but supposed: "*without* aid, it would fall"."""
    finite = [c for c in scene.sentence.clauses if c.form == "finite"]
    before_it = [c for c in finite if c.verb_first < first]
    held = before_it[-1] if before_it else finite[0] if finite else None
    return held is not None and held.modal in _SUPPOSED


def _around(scene: Scene, first: int, end: int, *, clause: bool) -> tuple[Span, Span] | None:
    """What follows the cue, and what the cue hangs on: before it, or behind its comma where it opens."""
    sentence = scene.sentence
    fronted = not any(c.verb_first < first for c in sentence.clauses)
    if fronted:
        main = main_after(sentence, end) or _behind_comma(scene, end)
        if main is None:
            return None
        source, target = trim(sentence, end, main - 1), rest(sentence, main)
    else:
        source, target = _extent(scene, end, clause=clause), before(sentence, first)
    return (source, target) if source is not None and target is not None else None


def _behind_comma(scene: Scene, at: int) -> int | None:
    """Where the main clause begins whose subject was taken to begin in the phrase before its comma."""
    sentence = scene.sentence
    verb = next((c.verb_first for c in sentence.clauses if c.form == "finite" and c.verb_first > at), 0)
    commas = [w.i for w in sentence.words[at:verb] if w.tag == ","]
    return commas[-1] + 1 if commas else None


def _extent(scene: Scene, at: int, *, clause: bool) -> Span | None:
    """The words behind a cue that belong to it."""
    sentence = scene.sentence
    group = None if clause else group_at(sentence, at)
    if group is None:
        return rest(sentence, at)
    last = group.reach()
    for reduced in sentence.clauses:
        if reduced.relation in ("reduced", "relative", "ing") and reduced.verb_first in range(
            last + 1, last + 4
        ):
            last = max(last, reduced.last)
    return trim(sentence, at, last)


def _adverb(scene: Scene, cue: Cue, first: int, end: int) -> Found | None:
    """ "…; as a result, …": what was said before, in this sentence or the last, is the cause."""
    sentence = scene.sentence
    words = sentence.words
    if words[end].lower in ("of", "to", "for", "from", "against") or not _stands_alone(
        scene, cue, first, end
    ):
        return None
    if words[end].tag == "." and isinstance(said := _closing(scene, cue, first), Found):
        return Found(cue.kind, (first, end - 1), said.source, said.target)
    own = next((c for c in sentence.clauses if c.verb_first <= first <= c.verb or _opens(c, first)), None)
    told = any(c.verb < first and c is not own for c in sentence.clauses)
    source: Span | Event | Earlier | None = before(sentence, first) if told else scene.last
    at = end if own is None or told or own.verb_first > end else begin(own)
    if source is None and words[first].lower in ("that", "this"):
        source = (first, first)
    target = rest(sentence, at)
    if source is None or target is None:
        return None
    return Found(cue.kind, (first, end - 1), source, target)


def _closing(scene: Scene, cue: Cue, first: int) -> Found | None:
    """ "Turkish jets struck the camp *in response*.": what was said before this clause."""
    clauses = [c for c in scene.sentence.clauses if c.verb_first < first and c.form == "finite"]
    last = max(clauses, key=lambda c: c.verb_first, default=None)
    if last is None:
        return None
    source: Span | Event | Earlier | None = scene.last
    if len(clauses) > 1:
        source = before(scene.sentence, begin(last))
    target = trim(scene.sentence, begin(last), first - 1)
    return Found(cue.kind, (first, first), source, target) if source and target else None


def _opens(clause: Clause, at: int) -> bool:
    """Whether a word stands between a clause's subject and its verb."""
    return clause.subject is not None and clause.subject.last < at < clause.verb_first


def _stands_alone(scene: Scene, cue: Cue, first: int, end: int) -> bool:
    """Whether an adverb that is also another word joins clauses here: "…, *so* they fled", not "so far"."""
    if "start" not in cue.takes:
        return True
    words = scene.sentence.words
    joined = first == 0 or words[first - 1].tag in (",", ":", ".", "CC") or words[first - 1].text == ";"
    follows = words[end].tag
    if "ing" in cue.takes and follows == "VBG":
        return True
    return joined and follows[:2] in ("DT", "NN", "PR", "EX", "JJ", "CD", "VB") and words[end].lower != "that"
