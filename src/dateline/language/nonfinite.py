"""Where infinitives and participles belong: what they hang on, and who does what they say."""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory
from dateline.language.spine import is_time

_REPORTING = word_list("bare_content")
_OBJECT_PARTICIPLE = word_list("object_participle")
_OF_ANOTHER = frozenset({"of", "for", "from", "into"})
_OBJECT_CONTROL = word_list("object_control")
_BARE_INFINITIVE = word_list("bare_infinitive")
_DOCUMENTS = word_list("documents")
_ADDRESSING = frozenset({"on", "to", "for", "upon", "with"})  # "called *on* X to stop"


def is_own_past(m: Memory, clause: Clause) -> bool:
    """ "was alarmed and *urged* Iran to stop": with an object it shares no passive auxiliary."""
    before = m.open
    return (
        clause.form == "participle"
        and m.joiner
        and before is not None
        and before.form == "finite"
        and before.passive
        and m.has_object(clause)
    )


def is_helped(m: Memory) -> bool:
    """ "to help *support* the claim", "let them *go*": a bare infinitive behind its verb."""
    return m.open is not None and m.open.lemma in _BARE_INFINITIVE and not (m.waiting or m.joiner)


def place_infinitive(m: Memory, clause: Clause) -> None:
    clause.relation = "to"
    parent = m.open or (m.clauses[-1] if m.clauses and not m.waiting else None)
    if parent is None:
        if m.waiting and not m.loose:
            clause.antecedent = m.waiting[-1]
            m.suspend()
        m.fronted.append(clause)
        return
    clause.parent = parent
    if m.joiner and parent.form == "infinitive":
        clause.relation, clause.subject = "conj", parent.subject
        return
    nearest, before = m.last_group, m.line.words[m.line.place[clause.verb_first] - 1]
    if nearest is not None and before.i == nearest.last and not is_time(m.words, nearest):
        clause.antecedent = nearest
    clause.subject = _controller(m, parent)


def _controller(m: Memory, parent: Clause) -> NounGroup | None:
    """Who is to do it: whoever is asked or made to, else the subject of the verb before."""
    for_whom = parent.preps[-1] if parent.preps else None
    if for_whom is not None and for_whom.group is m.last_group and not is_time(m.words, for_whom.group):
        object_ = parent.object
        left_to = for_whom.word == "to" and object_ is not None and m.words[object_.head].lower == "it"
        if for_whom.word == "for" or left_to:
            return for_whom.group  # "It is time *for Iran* to …", "left it *to Italy* to …"
    if parent.lemma in _OBJECT_CONTROL and not parent.passive:
        if parent.object is not None:
            return parent.object
        addressee = parent.preps[-1] if parent.preps else None
        if addressee is not None and addressee.word in _ADDRESSING:
            return addressee.group
    return parent.subject


def place_participle(m: Memory, clause: Clause) -> None:
    clause.passive = clause.form == "participle"
    if m.relation is not None and m.relation[0] == "ing":
        clause.relation, clause.marker, clause.marker_at = m.relation
        _hang_participle(m, clause)
    elif m.joiner and m.open is not None and _joins(m, clause, m.open):
        _join_participle(m, clause, m.open)
    elif m.last_group is not None and _is_adjacent(m, clause, m.last_group):
        clause.relation, clause.antecedent = "reduced", _described(m, clause, m.last_group)
        clause.subject, clause.parent = clause.antecedent, m.open
        m.suspend()
    else:
        clause.relation = "ing" if clause.form == "ing" else "reduced"
        _hang_participle(m, clause)


def _joins(m: Memory, clause: Clause, before: Clause) -> bool:
    if clause.form == "ing":
        return before.form == "ing" or before.progressive
    return before.passive or before.perfect or before.form == "participle"


def _join_participle(m: Memory, clause: Clause, before: Clause) -> None:
    """ "was seized *and beaten*", "has closed the port *and expelled* X": shares the auxiliary."""
    clause.relation, clause.parent, clause.subject = "conj", before, before.subject
    if before.perfect and clause.form == "participle" and not before.passive and m.has_object(clause):
        clause.passive, clause.perfect, clause.form = False, True, "finite"
    elif before.form == "finite" and (before.passive or before.progressive):
        clause.form, clause.passive = "finite", clause.form == "participle"


def _described(m: Memory, clause: Clause, nearest: NounGroup) -> NounGroup:
    """The noun that a participle describes: the nearest, or the document it hangs on ("a report to
    Congress questioning the policy")."""
    above = m.governed.get(nearest.first)
    if clause.form != "ing" or above is None or m.words[above.head].lemma not in _DOCUMENTS:
        return nearest
    is_addressee = any(p.group is nearest and p.word in ("to", "by", "from") for p in above.preps)
    return above if is_addressee else nearest


def _is_adjacent(m: Memory, clause: Clause, group: NounGroup) -> bool:
    """Whether a participle stands right behind a thing, adverbs aside."""
    if is_time(m.words, group):
        return False
    start, end = m.line.place[group.last] + 1, m.line.place[clause.verb_first]
    return all(word.tag == "RB" for word in m.line.words[start:end])


def _hang_participle(m: Memory, clause: Clause) -> None:
    if m.open is not None and not m.waiting and (clause.marker or m.has_main):
        clause.parent, clause.subject = m.open, m.open.subject
        is_others = clause.marker in _OF_ANOTHER and m.open.lemma in _OBJECT_PARTICIPLE
        patient = m.open.object
        if is_others and patient is not None and not m.open.passive and not _is_mutual(m, patient):
            clause.subject = patient  # "accused Serbia *of shelling* the town"
        if clause.passive and m.open.lemma in _REPORTING and m.open.object is not None:
            clause.antecedent = clause.subject = m.open.object  # "said the bomb, *hidden* in a van, …"
    elif m.waiting:
        clause.subject = clause.antecedent = m.waiting[0]
        m.suspend()
    else:
        m.fronted.append(clause)


def _is_mutual(m: Memory, group: NounGroup) -> bool:
    return m.words[group.head].lower in ("other", "another") and group.first < group.head
