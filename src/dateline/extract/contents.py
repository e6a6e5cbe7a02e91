"""Where the content of a reporting verb stands: behind it, around it, or in the quotation beside it.

For the statements. A *shape* of the codebook names a place in the syntax; the content runs from there
to the end of the sentence, unless something comes in between that the speaker does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.cast import Cast
from dateline.extract.quotes import Quote
from dateline.extract.reporting import Cue, Cues
from dateline.language.document import Clause, NounGroup, Sentence

_PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "at", "with", "over"})
_INDIRECT_QUESTIONS = frozenset({"whether", "how", "why", "what"})
_CONCESSIONS = frozenset({"although", "though", "if", "unless", "while"})  # "said *although* it rained, …"
_NOUNLIKE = frozenset({"object", "matter", "told", "as", "name", "object.of", *_PREPOSITIONS})
_DEEDS = frozenset({"move", "step", "view"})
_PUNCTUATION = frozenset({",", ":", "."})


@dataclass(slots=True)
class Scene:
    """A sentence with what is needed to read its statements."""

    sentence: Sentence
    quotes: list[Quote]
    cues: Cues
    cast: Cast

    def quoted(self, i: int) -> Quote | None:
        """The quotation that word ``i`` stands in."""
        return next((q for q in self.quotes if q.first <= i <= q.last), None)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content, the speaker where it stands beside the verb, and who is spoken to."""

    first: int
    last: int
    speaker: NounGroup | None = None
    audience: NounGroup | None = None


def of_verb(scene: Scene, clause: Clause, cue: Cue) -> Content | None:
    """The content of the reporting verb of ``clause``."""
    for shape in cue.shapes:
        if shape in ("clause", "quote") and (found := _beside(scene, clause, shape == "quote")):
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


def _opens_clause(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether the noun group behind the verb is the subject of the next finite verb, not an object."""
    if clause.object is None or clause.object.first != at:
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


# -- where it ends -------------------------------------------------------------------------------


def until(scene: Scene, clause: Clause, start: int, *, nounlike: bool = False) -> int:
    """The last word of the content that starts at ``start``."""
    words = scene.sentence.words
    quote = scene.quoted(start)
    if quote is not None and quote.first == start and _ends_there(scene, quote):
        return min(quote.last, len(words) - 1)
    end = len(words)
    for other in scene.sentence.clauses:
        if other is clause or other.verb_first <= start:
            continue
        begin = _begin(scene, other, start)
        if (
            begin < end
            and scene.quoted(begin) is None
            and _cuts(scene, other, begin, clause, start, nounlike)
        ):
            end = begin
    for word in words[start:end]:
        if word.text == ";" and scene.quoted(word.i) is None:
            end = word.i
            break
    end = min(end, _summed_up(scene, start, end))
    return trim(scene, start, end - 1)[1]


def _ends_there(scene: Scene, quote: Quote) -> bool:
    """Whether the content is over with the quotation: nothing but a stop, a comma or a speaker follows."""
    words = scene.sentence.words
    after = words[quote.last + 1] if quote.last + 1 < len(words) else None
    return after is None or after.tag in (".", ",") or words[quote.last - 1].text in ",.!?"


def trim(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Without the commas, stops and joiners on either side."""
    words = scene.sentence.words
    while last > first and (
        words[last].text in (",", ".", ":", ";", "–", "—", "-") or words[last].tag == "CC"
    ):
        last -= 1
    while first < last and words[first].text in (",", ":", "–", "—"):
        first += 1
    return first, last


def _begin(scene: Scene, clause: Clause, after: int) -> int:
    if scene.sentence.words[clause.verb_first - 1].tag == "CC":
        return clause.verb_first
    if clause.marker_at is not None and clause.marker_at > after:
        return clause.marker_at
    if (
        clause.subject is not None
        and after < clause.subject.first < clause.verb_first
        and clause.form == "finite"
    ):
        return clause.subject.first
    return clause.verb_first


def _cuts(scene: Scene, other: Clause, begin: int, clause: Clause, start: int, nounlike: bool) -> bool:
    """Whether the clause ``other``, which begins behind ``start``, is no longer what is said."""
    words = scene.sentence.words
    joined = words[begin - 1].tag == "CC"
    comma = words[begin - 1].tag == "," or (joined and words[begin - 2].tag == ",")
    reports = other.lemma in scene.cues.verbs and other.form == "finite"
    if other.relation == "adverbial" and other.marker in scene.cues.lists["contrast"] and comma:
        return True
    if other.parent is clause:
        if other.relation == "conj":
            return True
        if other.relation == "ing" and comma and (nounlike or other.lemma in scene.cues.verbs):
            return True
        return nounlike and other.relation == "adverbial"
    if joined and comma and reports:
        return True
    if other.relation == "ing" and words[begin - 1].tag == "," and other.lemma in scene.cues.verbs:
        return True  # ", adding that …" has a row of its own
    if _is_under(clause, other):
        return True
    if _is_under(other, clause):
        return False
    if joined and reports:
        return True
    inserted = clause.relation in ("relative", "reduced")  # "those who said so *were fired*"
    return (comma or inserted) and (other.subject is None or other.subject.first < clause.verb_first)


def _is_under(clause: Clause, above: Clause) -> bool:
    steps = 0
    while clause.parent is not None and steps < 40:
        if clause.parent is above:
            return True
        clause, steps = clause.parent, steps + 1
    return False


def _summed_up(scene: Scene, start: int, end: int) -> int:
    """The comma before a noun that sums up what was said: "…, *a request that* nobody granted"."""
    words, nouns = scene.sentence.words, scene.cues.nouns
    for group in scene.sentence.groups:
        if not start < group.first < end or group.last + 1 >= end or words[group.first - 1].tag != ",":
            continue
        sums_up = words[group.first].lower in ("a", "an") and words[group.last + 1].lower in ("that", "which")
        if sums_up and (words[group.head].lemma in nouns or words[group.head].lemma in _DEEDS):
            return group.first - 1
    return end


# -- beside a quotation, or in the middle of it --------------------------------------------------


def _beside(scene: Scene, clause: Clause, only_quoted: bool) -> Content | None:
    """The content of "“…,” he said", "the talks, he said, had failed", "he said: “…”"."""
    if clause.passive or (not only_quoted and _clause(scene, clause, marked=False) is not None):
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
