"""Clauses whose subject stands behind their verb, or between its parts.

Questions, conditions without "if" ("Had it happened, …"), what follows a negative adverb ("Never has a
minister …", "nor did it"), and speakers named behind their verb ("…, said the minister, …").
"""

from __future__ import annotations

from dateline.language import finite
from dateline.language.document import Clause, NounGroup, Word
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory
from dateline.language.spine import FINITE
from dateline.language.verb_groups import clause_of, verb_group_end

_AUXILIARIES = frozenset({"be", "have", "do"})
_CONDITIONAL = frozenset({"had", "were", "should"})
_NEGATIVE = frozenset({"never", "nor", "neither", "nowhere"})
_OPENERS = word_list("negative_openers")
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "we", "it", "i"})
_PERSONS = word_list("introducers")
_REPORTING = word_list("bare_content")
_AFTER_SPEAKER = frozenset([",", ".", '"', ":"])


def read_inverted(m: Memory, k: int) -> tuple[Clause, int] | None:
    """The clause whose auxiliary stands at place ``k`` before its subject, and the place after its verb."""
    line, auxiliary = m.line, m.line.words[k]
    if auxiliary.tag not in FINITE or not (auxiliary.tag == "MD" or auxiliary.lemma in _AUXILIARIES):
        return None
    group = m.starts.get(line.words[k + 1].i) if k + 1 < len(line.words) else None
    if group is None or not _changes_places(m, k, auxiliary, group):
        return None
    at = line.place[m.end_of(group)] + 1
    while line.tag(at) == "RB":
        at += 1
    end = verb_group_end(line, at)
    if end == at or not _completes(auxiliary, line.words[at], line.tag(end - 1)):
        return None
    clause = _joined(clause_of(line, k, k + 1), clause_of(line, at, end))
    clause.negated = clause.negated or _is_negative(m, k)
    _place(m, clause, auxiliary, group, k)
    m.last_group = m.last_thing = group
    return clause, end


def _changes_places(m: Memory, k: int, auxiliary: Word, group: NounGroup) -> bool:
    is_pronoun = group.first == group.last and m.words[group.head].lower in _SUBJECT_PRONOUNS
    if m.waiting and not is_pronoun:
        return False
    if auxiliary.tag == "MD" or auxiliary.lemma == "do" or is_pronoun or k == 0:
        return True
    before = m.line.words[k - 1]
    return before.tag in ('"', "WRB", "WP") or before.lower in _OPENERS or _is_fronted_negative(m, k)


def _is_fronted_negative(m: Memory, k: int) -> bool:
    """Whether a negative adverb opens the sentence, which has no verb before ``k``."""
    words = m.line.words
    return words[0].lower in _OPENERS and not any(word.tag in FINITE for word in words[:k])


def _is_negative(m: Memory, k: int) -> bool:
    before = m.line.words[k - 1].lower if k else ""
    return before in _NEGATIVE or (m.line.words[0].lower in _NEGATIVE and _is_fronted_negative(m, k))


def _completes(auxiliary: Word, verb: Word, last: str) -> bool:
    if auxiliary.tag == "MD" or auxiliary.lemma == "do":
        return verb.tag in ("VB", "VBP")
    if auxiliary.lemma == "have":
        return verb.tag in ("VBN", "VBD")
    return verb.tag in ("VBN", "VBG") or (verb.tag == "TO" and last == "VB")


def _joined(clause: Clause, further: Clause) -> Clause:
    """``clause`` of the auxiliary with the rest of its verb."""
    is_be = clause.lemma == "be"
    clause.verb, clause.verb_last, clause.last = further.verb, further.verb_last, further.verb_last
    clause.passive = further.passive or (is_be and further.form == "participle")
    clause.progressive = further.progressive or (is_be and further.form == "ing")
    clause.perfect = clause.lemma == "have"
    clause.negated = clause.negated or further.negated
    clause.lemma = further.lemma
    return clause


def _place(m: Memory, clause: Clause, auxiliary: Word, group: NounGroup, k: int) -> None:
    before = m.open or m.recent
    clause.subject = group
    is_question = m.words[-1].text == "?"
    if auxiliary.lower in _CONDITIONAL and not is_question and not _is_fronted_negative(m, k):
        clause.relation, clause.marker, clause.marker_at = "adverbial", "if", auxiliary.i
        if m.waiting:
            m.suspend()
        if before is None or k == 0:
            m.fronted.append(clause)
        else:
            clause.parent = before
    elif m.joiner and before is not None:
        clause.relation, clause.parent = "conj", before
    else:
        finite.main_clause(m, clause, before)
    if clause.parent is not None:
        clause.parent.children.append(clause)


def is_speaker_behind(m: Memory, clause: Clause) -> bool:
    """Whether the subject of the verb of saying ``clause`` stands behind it ("…, *said* the minister")."""
    if clause.form != "finite" or clause.lemma not in _REPORTING or clause.verb_first != clause.verb:
        return False
    at = m.line.place[clause.verb]
    if m.joiner or m.line.tag(at - 1) not in (",", '"', "'") or m.relation is not None:
        return False
    group = m.starts.get(m.line.words[at + 1].i) if at + 1 < len(m.line.words) else None
    if group is None or m.line.tag(m.line.place[m.end_of(group)] + 1) not in _AFTER_SPEAKER:
        return False
    head = m.words[group.head]
    can_speak = head.tag in ("NNP", "NNPS") or head.lemma in _PERSONS
    return clause.lemma == "say" or (can_speak and m.line.tag(at - 1) != ",")
