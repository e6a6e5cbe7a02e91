"""Verb groups: the auxiliaries and the verb they belong to, and what they say of tense, voice and mood."""

from __future__ import annotations

from dateline.language.document import Clause, Word
from dateline.language.lexicon import word_list
from dateline.language.spine import FINITE, Spine

_VERBS = FINITE | {"VB", "VBN", "VBG"}
_AUXILIARIES = frozenset({"be", "have", "do", "get"})
_PASSIVE = frozenset({"be", "get"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither"})
_NEGATION_BEFORE = frozenset({"never", "not", "n't", "n’t", "neither"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}
_SPLITTERS = word_list("splitters")


def verb_group_end(line: Spine, k: int) -> int:
    """One past the verb group that starts at place ``k``; ``k`` if none does."""
    at = k
    if line.tag(at) == "TO":
        at += 1
        while line.tag(at) in ("RB", '"') or (at < len(line.words) and line.words[at].lower in _SPLITTERS):
            at += 1
        if line.tag(at) != "VB" and not (line.tag(at) == "VBP" and line.words[at].lemma in _AUXILIARIES):
            return k
    while line.tag(at) in _VERBS:
        auxiliary = line.words[at]
        at += 1
        if auxiliary.tag != "MD" and auxiliary.lemma not in _AUXILIARIES:
            return at
        ahead = at
        while line.tag(ahead) == "RB":
            ahead += 1
        if line.tag(ahead) not in _VERBS or not _continues(auxiliary, line.words[ahead]):
            return at
        at = ahead
    return at


def _continues(auxiliary: Word, verb: Word) -> bool:
    if auxiliary.tag == "MD":
        return verb.tag in ("VB", "VBP")
    if auxiliary.lemma == "do":
        return verb.tag in ("VB", "VBP")
    if auxiliary.lemma == "have":
        return verb.tag in ("VBN", "VBD")
    return verb.tag in ("VBN", "VBG", "VBD")


def clause_of(line: Spine, k: int, end: int) -> Clause:
    """The clause of the verb group from place ``k`` to ``end``, without what depends on it."""
    words = line.words[k:end]
    verbs = [w for w in words if w.tag in _VERBS]
    head, auxiliaries = verbs[-1], [word.lemma for word in verbs[:-1]]
    before = line.words[k - 1].lower if k else ""
    return Clause(
        first=words[0].i,
        last=head.i,
        verb=head.i,
        verb_first=words[0].i,
        verb_last=head.i,
        lemma=head.lemma,
        form=_form(words[0], verbs[0]),
        tense=_tense(verbs[0]),
        modal=verbs[0].lower if verbs[0].tag == "MD" else None,
        passive=head.tag in ("VBN", "VBD") and not _PASSIVE.isdisjoint(auxiliaries),
        perfect="have" in auxiliaries,
        progressive=head.tag == "VBG" and bool(auxiliaries),
        negated=before in _NEGATION_BEFORE or (len(words) > 1 and any(w.lower in NEGATIONS for w in words)),
    )


def _form(opener: Word, verb: Word) -> str:
    if opener.tag == "TO" or verb.tag == "VB":
        return "infinitive"
    if verb.tag in FINITE:
        return "finite"
    return "ing" if verb.tag == "VBG" else "participle"


def _tense(verb: Word) -> str:
    if verb.tag == "MD":
        return "future" if verb.lower in _FUTURE else "present"
    return _TENSES.get(verb.tag, "none")
