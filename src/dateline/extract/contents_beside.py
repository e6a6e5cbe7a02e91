"""The content beside or around its verb: "“…,” he said", "the talks, he said, had failed".

For the statements.
"""

from __future__ import annotations

from dateline.extract.contents_ends import trim, until
from dateline.extract.quotes import Quote
from dateline.extract.statements_scene import Content, Scene
from dateline.language.document import Clause, NounGroup

_PUNCTUATION = frozenset({",", ":", "."})


def beside(scene: Scene, clause: Clause, only_quoted: bool) -> Content | None:
    """The content of "“…,” he said", "the talks, he said, had failed", "he said: “…”"."""
    if clause.passive:
        return None
    quote = _following(scene, clause)
    words = scene.sentence.words
    unit_first, unit_last, speaker = _unit(scene, clause)
    if unit_first is None or clause.form != "finite":
        return _behind_verb(scene, clause, quote)
    before = next((q for q in scene.quotes if unit_first - 2 <= q.last < unit_first), None)
    later = next((q for q in scene.quotes if unit_last < q.first <= unit_last + 2), None)
    if before is not None:
        # a quoted phrase is no speech: "The ‘moderates’ said nothing"
        last = later.last if later is not None else before.last
        return Content(max(before.first, 0), min(last, len(words) - 1), speaker, clause.object)
    if only_quoted or words[unit_first - 1].tag != "," or quote is not None:
        return _behind_verb(scene, clause, quote)
    return _around(scene, clause, unit_first, unit_last, speaker)


def _behind_verb(scene: Scene, clause: Clause, quote: Quote | None) -> Content | None:
    if quote is None:
        return None
    last = until(scene, clause, quote.first)
    return Content(quote.first, last, None, _audience_before(clause, quote.first))


def _audience_before(clause: Clause, start: int) -> NounGroup | None:
    group = clause.object
    return group if group is not None and clause.verb_last < group.first < start else None


def _following(scene: Scene, clause: Clause) -> Quote | None:
    """The quotation that the verb introduces: no other verb in between."""
    for quote in scene.quotes:
        if quote.first > clause.verb_last:
            before = scene.sentence.words[quote.first - 1]
            told = clause.object is not None and clause.object.last == before.i
            if not told and before.tag not in (",", ":", "RB") and before.i != clause.verb_last:
                return None
            between = (c for c in scene.sentence.clauses if clause.verb_last < c.verb_first < quote.first)
            return quote if next(between, None) is None else None
    return None


def _unit(scene: Scene, clause: Clause) -> tuple[int | None, int, NounGroup | None]:
    """The words "he said" or "said the minister" where a comma or a mark sets them apart."""
    words = scene.sentence.words
    before = clause.verb_first - 1
    starts = {g.first: g for g in scene.sentence.groups}
    if before >= 0 and words[before].tag in (",", '"', "'"):
        group = starts.get(clause.verb_last + 1)
        if group is None:
            subject = clause.subject
            if subject is None or subject.first == 0 or words[subject.first - 1].tag not in ('"', "'"):
                return None, 0, None
            return subject.first, _to_mark(scene, clause.verb_last), subject
        last = group.apposed.last + 1 if group.apposed is not None else group.last
        return clause.verb_first, _to_mark(scene, last), group
    while before > 0 and words[before].tag not in (",", '"', "'") and clause.verb_first - before < 14:
        before -= 1
    group = starts.get(before + 1)
    if group is None and words[before + 1].lower == "as":
        group = starts.get(before + 2)
    if before <= 0 or group is None or not _alone(scene, before + 1, clause.verb_first):
        return None, 0, None
    return before + 1, _to_mark(scene, clause.verb_last), group


def _alone(scene: Scene, first: int, last: int) -> bool:
    return all(not first <= c.verb_first < last for c in scene.sentence.clauses)


def _to_mark(scene: Scene, at: int) -> int:
    """The word before the next comma, stop or quotation mark."""
    words = scene.sentence.words
    while at + 1 < len(words) and words[at + 1].tag not in (",", ".", ":", '"', "'"):
        at += 1
    return at


def _around(
    scene: Scene, clause: Clause, unit_first: int, unit_last: int, speaker: NounGroup | None
) -> Content | None:
    """What is said around a parenthesis without quotation marks."""
    words = scene.sentence.words
    ends = all(w.text in _PUNCTUATION or w.tag == '"' for w in words[unit_last + 1 :])
    if not ends and (words[unit_last + 1].tag != "," or unit_last + 2 >= len(words)):
        return None
    if any(unit_first <= c.verb_first <= unit_last for c in scene.sentence.clauses if c is not clause):
        return None
    told = clause.object if clause.object is not speaker else None
    if told is not None and told.first > clause.verb_last and scene.cast.of(scene.sentence, told) is None:
        return None
    if not any(c.verb_first < unit_first or c.verb_first > unit_last for c in scene.sentence.clauses):
        return None
    inside = [c for c in scene.sentence.clauses if c.verb_first < unit_first and c.form == "finite"]
    if ends and not inside:
        return None
    if (
        not ends
        and not inside
        and not any(c.form == "finite" and c.verb_first > unit_last for c in scene.sentence.clauses)
    ):
        return None
    last = unit_first - 1 if ends else len(words) - 1
    first, last = trim(scene, 0, last)
    return Content(first, last, speaker)
