"""What only the whole sentence shows: subjects shared late, gaps, inverted quotation."""

from __future__ import annotations

from dateline.language.document import Clause
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory

_REPORTING = word_list("bare_content")


def finish(m: Memory) -> None:
    """Fills in what only the whole sentence shows: subjects shared late, gaps, inverted quotation."""
    for clause in m.clauses:
        inherits = clause.relation in ("to", "ing", "conj", "reduced")
        if clause.subject is None and clause.parent is not None and inherits:
            clause.subject = clause.parent.subject
        is_contact = clause.relation == "relative" and clause.marker is None
        if is_contact and clause.object is None and not clause.passive:
            clause.object = clause.antecedent
        if clause.relation == "conj" and _is_gapped(m, clause):
            clause.passive = True
        if _is_inverted(m, clause):
            clause.subject, clause.object = clause.object, None


def _is_gapped(m: Memory, clause: Clause) -> bool:
    """ "Two men were killed and nine *wounded*": the second passive leaves its auxiliary out."""
    partner, subject = clause.parent, clause.subject
    if partner is None or subject is None or not partner.passive or clause.object is not None:
        return False
    return clause.verb_first == clause.verb and m.words[subject.head].tag == "CD"


def _is_inverted(m: Memory, clause: Clause) -> bool:
    """ "…", *said* the minister: the speaker stands behind the verb."""
    if clause.subject is not None or clause.object is None or clause.lemma not in _REPORTING:
        return False
    return clause.verb_first > 0 and m.words[clause.verb_first - 1].tag in ('"', ",", "'")
