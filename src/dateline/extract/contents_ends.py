"""Where the content of a statement ends: with the quotation, or where the speaker says no more.

For the statements.
"""

from __future__ import annotations

from dateline.extract.quotes import Quote
from dateline.extract.statements_scene import Scene
from dateline.language.document import Clause

_DEEDS = frozenset({"move", "step", "view"})


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
