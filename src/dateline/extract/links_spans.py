"""Stretches of a sentence that a link joins: a clause, what follows a word, what a word hangs on.

For the links. All are word indexes, both included.
"""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup, Sentence

Span = tuple[int, int]
_EDGES = frozenset({",", ".", ":"})
_COORDINATORS = frozenset({"and", "but", "or", "nor"})


def trim(sentence: Sentence, first: int, last: int) -> Span | None:
    """Without the punctuation and joiners on either side; None where nothing is left."""
    words = sentence.words
    last = min(last, len(words) - 1)
    while first <= last and (words[first].tag in _EDGES or words[first].lower in _COORDINATORS):
        first += 1
    while last >= first and (words[last].tag in _EDGES or words[last].lower in _COORDINATORS):
        last -= 1
    return (first, last) if first <= last else None


def begin(clause: Clause) -> int:
    """The first word of a clause: its subject's, where that stands before its verb."""
    subject = clause.subject
    if clause.relation == "relative" and subject is not None and clause.marker_at is not None:
        return subject.first if clause.marker_at < subject.first < clause.verb_first else clause.verb_first
    own = clause.form == "finite" and clause.relation not in ("conj", "relative")
    return min(subject.first, clause.verb_first) if own and subject is not None else clause.verb_first


def before(sentence: Sentence, at: int) -> Span | None:
    """What a word hangs on: the nearest clause before it, up to the word."""
    holder: Clause | None = None
    for clause in sentence.clauses:
        if clause.verb_first < at and (holder is None or clause.verb_first > holder.verb_first):
            holder = clause
    if holder is None:
        return None
    return trim(sentence, begin(holder), at - 1)


def rest(sentence: Sentence, at: int, *, whole: bool = False) -> Span | None:
    """From a word to the end of what belongs to it: the sentence, or up to a new main clause."""
    words, end = sentence.words, len(sentence.words)
    fronted = not any(c.relation == "root" and c.verb_first <= at for c in sentence.clauses)
    for clause in sentence.clauses:
        start = begin(clause)
        if start <= at or start >= end:
            continue
        if clause.relation == "subject" or (fronted and clause.relation == "root"):
            if words[start - 1].tag == ",":
                end = start
            continue
        if clause.form != "finite":
            continue
        marked = clause.marker_at if clause.marker_at is not None and clause.marker_at > at else start
        previous = words[marked - 1]
        joined = previous.lower in _COORDINATORS and words[marked - 2].tag == "," and not whole
        if joined or (
            clause.relation == "adverbial" and previous.tag == "," and clause.marker in ("while", "whereas")
        ):
            end = min(end, marked)
    for word in words[at + 1 : end]:
        if word.text == ";" or (word.tag == "," and _sums_up(sentence, word.i + 1, end)):
            end = word.i
            break
    return trim(sentence, at, end - 1)


def _sums_up(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a noun that sums up what was said begins here: "…, *a step that* nobody expected"."""
    words = sentence.words
    if at >= end or words[at].lower not in ("a", "an"):
        return False
    group = group_at(sentence, at)
    return group is not None and group.last + 1 < end and words[group.last + 1].lower in ("that", "which")


def main_after(sentence: Sentence, at: int) -> int | None:
    """Where the main clause begins that an opening clause or phrase belongs to: behind its comma."""
    words = sentence.words
    first = next((c for c in sentence.clauses if c.verb_last >= at), None)
    for clause in sentence.clauses:
        start = begin(clause)
        if clause.relation == "subject" and clause.parent is not None:
            start = clause.verb_first
        elif clause.form != "finite" or clause.relation not in ("root", "conj"):
            continue
        if start <= at or start == 0 or (clause is first and words[start - 1].tag != ","):
            continue
        if words[start - 1].tag in (",", '"') or clause.relation == "root":
            return start
    return None


def group_at(sentence: Sentence, at: int) -> NounGroup | None:
    """The noun group that starts at a word."""
    return next((g for g in sentence.groups if g.first == at), None)


def whole(group: NounGroup) -> Span:
    """The group with the phrases on it."""
    return group.first, group.reach()


def pair(sentence: Sentence, source: Span | None, target: Span | None) -> tuple[Span, Span] | None:
    """Both sides, without what reaches from one into the other."""
    if source is None or target is None:
        return None
    if source[0] < target[0] <= source[1]:
        source = trim(sentence, source[0], target[0] - 1) or source
    if target[0] < source[0] <= target[1]:
        target = trim(sentence, target[0], source[0] - 1) or target
    return source, target
