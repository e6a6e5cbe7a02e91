"""What only the whole sentence shows: subjects shared late, gaps, inverted quotation."""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory

_PROMOTED = {"to": "future", "reduced": "past", "ing": "present"}
_LONGEST_JOINER = 4
_WITHOUT_OBJECT = word_list("often_intransitive") | word_list("never_reduced") | word_list("copulas")
_INTENDING = word_list("bare_content") | {
    "plan",
    "want",
    "try",
    "seek",
    "refuse",
    "fail",
    "hope",
    "mean",
    "have",
    "use",
}
_REPORTING = word_list("bare_content")


def finish(m: Memory) -> None:
    """Fills in what only the whole sentence shows: what is shared late or left out, inverted quotation."""
    _promote(m)
    for clause in m.clauses:
        inherits = clause.relation in ("to", "ing", "conj", "reduced")
        if clause.subject is None and clause.parent is not None and inherits:
            clause.subject = clause.parent.subject
        is_contact = clause.relation == "relative" and clause.marker is None
        if is_contact and clause.object is None and not clause.passive:
            _fill_gap(clause)
        if clause.relation == "conj" and _is_gapped(m, clause):
            clause.passive = True
        if _is_inverted(m, clause):
            clause.subject, clause.object = clause.object, None

    for clause in reversed(m.clauses):
        _share_object(m, clause)


def _fill_gap(clause: Clause) -> None:
    """ "the men they held", "the men they *promised to free*": the noun is the object of the last verb."""
    aims = [child for child in clause.children if child.relation == "to" and child.object is None]
    gap = aims[0] if aims and clause.lemma in _INTENDING else clause
    gap.object = clause.antecedent


def _promote(m: Memory) -> None:
    """Makes a headline's participle or infinitive its verb: "Kenya *to send* troops", "Three *killed*"."""
    if not m.clauses or m.words[-1].tag == "." or any(c.relation == "root" for c in m.clauses):
        return
    first = m.clauses[0]
    subject = first.antecedent or first.subject
    is_free = first.relation in _PROMOTED and first.marker is None and first.parent is None
    if not is_free or subject is None or not _opens_line(m, subject):
        return
    first.tense, first.progressive = _PROMOTED[first.relation], first.form == "ing"
    if first.form != "infinitive" and first.relation == "reduced":
        first.tense = "present" if first.form == "ing" else "past"
    first.form, first.relation, first.subject, first.antecedent = "finite", "root", subject, None


def _opens_line(m: Memory, group: NounGroup) -> bool:
    place = m.line.place[group.first]
    return place == 0 or m.line.tag(place - 1) == ":"


def _share_object(m: Memory, clause: Clause) -> None:
    """ "*shelled* and looted the village": the object behind the last of several verbs is that of all."""
    partner = clause.parent
    if clause.relation != "conj" or clause.object is None or partner is None or clause.passive:
        return
    if partner.object is not None or partner.passive or partner.predicate is not None or partner.preps:
        return
    is_alike = partner.form == clause.form or (partner.modal and clause.form == "infinitive")
    if partner.lemma in _WITHOUT_OBJECT or partner.lemma in _REPORTING or not is_alike:
        return
    place = m.line.place
    between = m.line.words[place[partner.last] + 1 : place[clause.verb_first]]
    if between and len(between) < _LONGEST_JOINER and all(w.tag in ("CC", ",", "RB") for w in between):
        partner.object = clause.object


def _is_subject(clause: Clause) -> bool:
    """Whether the clause is the subject of its parent ("*What Bonn wants* is a treaty")."""
    return clause.relation == "subject" or clause.marker in ("what", "whatever", "that", "whether", "how")


def _is_gapped(m: Memory, clause: Clause) -> bool:
    """ "Two men were killed and nine *wounded*": the second passive leaves its auxiliary out."""
    partner, subject = clause.parent, clause.subject
    if partner is None or subject is None or not partner.passive or clause.object is not None:
        return False
    return clause.verb_first == clause.verb and m.words[subject.head].tag == "CD"


def _is_inverted(m: Memory, clause: Clause) -> bool:
    """ "…", *said* the minister: the speaker stands behind the verb."""
    if clause.subject is not None or clause.object is None or clause.form != "finite":
        return False
    if clause.lemma == "be" and not any(_is_subject(child) for child in clause.children):
        return True  # "Among the dead *was* the governor"
    if clause.lemma not in _REPORTING:
        return False
    return clause.verb_first > 0 and m.words[clause.verb_first - 1].tag in ('"', ",", "'")
