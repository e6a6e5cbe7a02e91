"""Marks and small words between clauses: commas, "and", relative pronouns, subordinators, "that".

They decide what the next verb will be to the one before; the verb's own module reads it from there.
"""

from __future__ import annotations

from dateline.language import arguments
from dateline.language.document import NounGroup, Prep, Word
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory
from dateline.language.spine import (
    ALSO_PREPOSITIONS,
    FINITE,
    SUBORDINATORS,
    is_by_the_time,
    is_time,
    opens_clause,
    preposition,
)

_PARTICLES = word_list("particles")
_COPULAS = word_list("copulas")
_REPORTING = word_list("bare_content")
_MANDATIVE = word_list("mandative")
_CONTENT_NOUNS = word_list("content_nouns")
_BEFORE_PARTICIPLE = ALSO_PREPOSITIONS | {"while", "when", "if", "once"}
_AUTHORING = frozenset({"by", "from", "to", "in"})
_BEFORE_RELATIVE = frozenset({",", "IN", "POS", "CD", "PRP"})


def read_mark(m: Memory, word: Word) -> None:
    clause = m.open
    if word.tag == ",":
        m.comma, m.accepting = True, False
    elif word.tag == "CC":
        m.joiner, m.nor, m.accepting = True, word.lower == "nor", False
    elif word.tag == '"':
        m.accepting = False
    elif word.tag == ":":
        _read_stop(m, word)
    elif word.tag.startswith("JJ") and clause is not None:
        may_have = clause.object is None or clause.relation == "relative"
        if clause.predicate is None and clause.lemma in _COPULAS and may_have:
            clause.predicate = word.i
            m.extend(clause, word.i)
    elif word.tag == "RB" and word.lower in _PARTICLES:
        arguments.read_particle(m, word)


def _read_stop(m: Memory, word: Word) -> None:
    """A colon or semicolon starts anew; a dash is a strong comma."""
    m.accepting = False
    if word.lower not in (":", ";"):
        m.comma = True
        return
    m.colon = word.lower == ":"
    m.waiting.clear()
    m.suspended.clear()
    m.relation = m.open = None


def read_wh(m: Memory, k: int, word: Word) -> int:
    before = m.line.tag(k - 1)
    after_noun = k > 0 and (before[0] == "N" or before in _BEFORE_RELATIVE)
    if word.lower == "when" and (m.last_group is None or not _is_date(m, m.last_group)):
        after_noun = False  # "lifts the embargo *when* it has …"
    if k == 0 or (word.tag == "WRB" and not after_noun):
        _mark_subordinate(m, "adverbial", word)
        return k + 1
    if before[0] in "VJ":
        _mark_subordinate(m, "that", word)  # "unclear *who* fired"
        return k + 1
    mark_relative(m, word, m.line.words[k - 1].lower if before in ("IN", "TO") else "")
    return k + 1


def _is_date(m: Memory, group: NounGroup) -> bool:
    return is_time(m.words, group) or m.words[group.head].tag == "CD"


def mark_relative(m: Memory, word: Word, preposition: str = "") -> None:
    m.suspend()
    m.accepting = False
    m.relation = ("relative", f"{preposition} {word.lower}".strip(), word.i)
    m.antecedent = None if word.lower == "what" else _shared_antecedent(m, word) or m.last_thing


def _shared_antecedent(m: Memory, word: Word) -> NounGroup | None:
    """ "The general, who led the coup and *who* banned the party": both describe the general."""
    if m.line.tag(m.line.place[word.i] - 1) != "CC":
        return None
    before = m.open or m.recent
    while before is not None and before.relation != "relative":
        before = before.parent
    return before.antecedent if before is not None else None


def _mark_subordinate(m: Memory, relation: str, word: Word, marker: str = "") -> None:
    if relation == "adverbial" and m.relation is not None and m.relation[0] == "that" and not m.waiting:
        m.held = m.relation, m.open or m.recent
    m.suspend()
    m.relation = (relation, marker or word.lower, word.i)
    m.antecedent = None
    m.accepting = False


def read_preposition_or_marker(m: Memory, k: int, word: Word) -> int:
    if word.lower == "that" and word.tag == "IN":
        return _read_that(m, k, word)
    if word.lower == "by" and is_by_the_time(m.line.words, k):
        _mark_subordinate(m, "adverbial", word, "by the time")
        return k + 3
    size, text = preposition(m.line, k) or (1, word.lower)
    if m.line.tag(k + size) == '"' and m.line.tag(k + size + 1)[0] in "NJDC":
        size += 1  # over "spying"
    following = m.line.words[k + size] if k + size < len(m.line.words) else None
    group = m.starts.get(following.i) if following is not None else None
    if size == 1 and _is_subordinator(m, k, word, following, group):
        is_degree = word.lower in ("as", "so") and m.line.tag(k + 1) in ("JJ", "RB", "IN", '"')
        if not is_degree:
            _mark_subordinate(m, "adverbial", word)
        return k + 1
    if group is None:
        if following is not None and following.tag == "VBG":
            m.relation = ("ing", text, word.i)
        elif word.lower in _PARTICLES:
            arguments.read_particle(m, word)
        return k + size
    if size == 1 and m.accepting and arguments.is_particle(m, word):
        arguments.read_particle(m, word)
        return k + 1
    arguments.read_phrase(m, Prep(word.i, text, group))
    return arguments.after_group(m, group)


def _is_subordinator(m: Memory, k: int, word: Word, following: Word | None, group: NounGroup | None) -> bool:
    if word.lower not in SUBORDINATORS:
        return False
    if group is not None and not opens_clause(m.line, k, m.line.place[m.end_of(group)] + 1):
        return False
    tag = following.tag if following is not None else "."
    if word.lower in ALSO_PREPOSITIONS and tag in FINITE:
        return False  # "Never *before* had a minister"
    if tag == "IN" and word.lower in _BEFORE_PARTICIPLE:
        return False  # "while in exile"
    return not (tag in ("VBG", "VBN") and word.lower in _BEFORE_PARTICIPLE)  # "after killing"


def _read_that(m: Memory, k: int, word: Word) -> int:
    before = m.line.words[k - 1] if k else None
    if before is not None and before.tag.startswith("N") and not _has_content(m, k, before):
        mark_relative(m, word)
    else:
        _mark_subordinate(m, "that", word)
    return k + 1


def _has_content(m: Memory, k: int, before: Word) -> bool:
    """Whether the "that" at ``k`` says what is said, and does not describe the noun ``before``."""
    if before.lemma in _CONTENT_NOUNS or _is_authored_content(m):
        return True
    if before.lemma in _MANDATIVE:
        verbs = (word.tag for word in m.line.words[k : k + 12] if word.tag in FINITE or word.tag == "VB")
        return next(verbs, "") == "VB"  # "its request that Syria *leave*"
    verb = m.open.lemma if m.open is not None else ""
    is_day = m.last_group is not None and is_time(m.words, m.last_group)
    has_object = m.open is None or m.last_thing is not m.open.subject
    return verb in _REPORTING or (is_day and (verb in _MANDATIVE or not has_object))


def _is_authored_content(m: Memory) -> bool:
    """ "an admission by Moscow *that* …": the noun before only says whose words they are."""
    author = m.last_group
    above = m.governed.get(author.first) if author is not None else None
    if above is None or m.words[above.head].lemma not in _CONTENT_NOUNS:
        return False
    return any(p.group is author and p.word in _AUTHORING for p in above.preps)
