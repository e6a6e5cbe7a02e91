"""Clauses of a sentence: which verb has which subject, object and phrases, and what hangs on what.

One pass from left to right with a little memory (:mod:`dateline.language.memory`). It does not try
to be a full parser: a phrase that could belong to a noun or to the verb is given to both, and the
codebook's frames choose. A verb is read into a Clause by :mod:`dateline.language.verb_groups`, and
its place is found by :mod:`dateline.language.finite` and :mod:`dateline.language.nonfinite`.
"""

from __future__ import annotations

from dateline.language import arguments, finite, inheritance, inversion, markers, nonfinite
from dateline.language.document import Clause, NounGroup, Word
from dateline.language.memory import Memory
from dateline.language.spine import Spine
from dateline.language.verb_groups import NEGATIONS, clause_of, verb_group_end

_OWN_LEVEL = frozenset({"root", "conj", "that", "adverbial", "colon"})


def find(
    words: list[Word], line: Spine, groups: list[NounGroup], governed: dict[int, NounGroup]
) -> list[Clause]:
    """The clauses of a sentence whose noun groups are found and attached."""
    return _run(Memory(words, line, {g.first: g for g in groups}, governed))


def _run(m: Memory) -> list[Clause]:
    k, size = 0, len(m.line.words)
    while k < size:
        k = _step(m, k)
    for clause in m.fronted:
        if clause.parent is None and m.recent is not None:
            m.attach(clause, m.recent)
    inheritance.finish(m)
    return m.clauses


def _step(m: Memory, k: int) -> int:
    """Reads what stands at place ``k``; returns the place after it."""
    word = m.line.words[k]
    group = m.starts.get(word.i)
    if group is not None:
        if word.lower == "whose" and k:
            markers.mark_relative(m, word)
        if word.i not in m.governed:
            arguments.read_group(m, group)
        return arguments.after_group(m, group)
    if word.tag in ("WDT", "WP") or (word.tag == "WRB" and word.lower in ("where", "when")):
        return markers.read_wh(m, k, word)
    if word.tag[0] in "VMT":
        inverted = inversion.read_inverted(m, k)
        if inverted is not None:
            _take_over(m, inverted[0])
            return inverted[1]
        verb_end = verb_group_end(m.line, k)
        if verb_end > k:
            _read_verb(m, k, verb_end)
            return verb_end
    if word.tag in ("IN", "TO", "WRB") or word.lower in ("so", "because"):
        return markers.read_preposition_or_marker(m, k, word)
    markers.read_mark(m, word)
    return k + 1


def _read_verb(m: Memory, k: int, end: int) -> None:
    clause = clause_of(m.line, k, end)
    if _merges(m, clause):
        return
    clause.negated = clause.negated or m.nor
    if inversion.is_speaker_behind(m, clause):
        m.suspend()  # its subject comes next
        finite.main_clause(m, clause, m.recent)
    else:
        _place_clause(m, clause)
    _take_over(m, clause)


def _take_over(m: Memory, clause: Clause) -> None:
    """Makes ``clause``, whose place is found, the one that what follows belongs to."""
    if clause.relation in _OWN_LEVEL:
        m.recent = clause
    m.clauses.append(clause)
    clause.preps.extend(m.loose)
    m.loose = []
    m.waiting.clear()
    m.open = clause
    m.accepting = True
    m.joiner = m.nor = m.comma = m.colon = False
    m.relation = m.antecedent = None


def _merges(m: Memory, further: Clause) -> bool:
    """ "has in private *hinted*": joins a participle to an auxiliary that a phrase parts from it."""
    clause, head = m.open, m.words[further.verb]
    if clause is None or m.waiting or m.joiner or m.relation is not None:
        return False
    if m.words[clause.verb].tag == "MD":
        return _completes_modal(m, clause, further)
    if further.verb_first != further.verb or head.tag not in ("VBN", "VBD", "VBG"):
        return False
    if clause.lemma not in ("have", "be") or clause.form != "finite" or m.words[clause.verb].tag == "VBN":
        return False
    if clause.object is not None or clause.predicate is not None:
        return False
    is_have = clause.lemma == "have"
    if head.tag == "VBG" if is_have else (m.comma or head.tag == "VBD"):
        return False
    clause.perfect = clause.perfect or is_have
    clause.passive = not is_have and head.tag == "VBN"
    clause.progressive = not is_have and head.tag == "VBG"
    clause.verb = clause.verb_last = head.i
    clause.lemma = head.lemma
    m.extend(clause, head.i)
    m.accepting = True
    return True


def _completes_modal(m: Memory, clause: Clause, further: Clause) -> bool:
    """ "will on Tuesday *vote*": a phrase may part the modal from its verb."""
    if further.form != "infinitive" or m.words[further.verb_first].tag == "TO" or clause.object is not None:
        return False
    between = m.words[clause.verb : further.verb]  # "will *not*, he said, sign"
    clause.negated = clause.negated or any(word.lower in NEGATIONS for word in between)
    clause.verb = clause.verb_last = further.verb
    clause.lemma, clause.passive, clause.perfect = further.lemma, further.passive, further.perfect
    clause.progressive = further.progressive
    clause.negated = clause.negated or further.negated
    m.extend(clause, further.verb)
    m.accepting = True
    return True


def _place_clause(m: Memory, clause: Clause) -> None:
    """Finds the clause's subject, its relation and its parent."""
    has_to = m.words[clause.verb_first].tag == "TO"
    if nonfinite.is_own_past(m, clause):
        clause.form, clause.tense, clause.passive = "finite", "past", False
    if clause.form == "finite" or (clause.form == "infinitive" and not has_to and not nonfinite.is_helped(m)):
        finite.place_finite(m, clause)
    elif clause.form == "infinitive":
        nonfinite.place_infinitive(m, clause)
    else:
        nonfinite.place_participle(m, clause)
    if clause.parent is not None:
        clause.parent.children.append(clause)
    if clause.subject is not None and clause.relation in ("root", "that", "adverbial"):
        clause.first = min(clause.first, clause.subject.first)
    if clause.marker_at is not None:
        clause.first = min(clause.first, clause.marker_at)
