"""Where a finite verb belongs: its subject, and what its clause is to the one before."""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory
from dateline.language.spine import is_time

_REPORTING = word_list("bare_content")
_MANDATIVE = word_list("mandative")
_CONTENT_NOUNS = word_list("content_nouns")
_IN_GAP = word_list("splitters") | word_list("times")  # "refugees *a day* are crossing"
_OBJECT_GAPS = frozenset({"which", "that", "whom", "who"})
_ASKING = frozenset({"who", "what", "which", "whoever", "whatever"})
_INSERTED = frozenset({"reduced", "relative", "to", "ing"})


def place_finite(m: Memory, clause: Clause) -> None:
    before = m.open or m.recent
    if before is not None and not m.joiner and any(c is before for c in m.fronted[-1:]):
        before = None  # a subordinate clause in front is no partner; it waits for its main clause
    placed = (
        _as_relative(m, clause, before)
        or _as_subordinate(m, clause, before)
        or _as_shared_gap(m, clause, before)
        or _as_reported(m, clause, before)
        or _as_subject_of_own(m, clause, before)
        or _as_colon(m, clause, before)
        or _as_predicate_of_gerund(m, clause)
        or _as_content_of_object(m, clause, before)
        or _as_resumed(m, clause)
        or _as_conjunct(m, clause, before)
    )
    if not placed:
        main_clause(m, clause, before)


def _as_relative(m: Memory, clause: Clause, before: Clause | None) -> bool:
    if m.relation is None or m.relation[0] != "relative":
        return False
    clause.relation, clause.marker, clause.marker_at = m.relation
    clause.antecedent, clause.parent = m.antecedent, before
    clause.subject = m.waiting[-1] if m.waiting else m.antecedent
    if m.waiting and clause.marker in _OBJECT_GAPS:
        clause.object = m.antecedent
    return True


def _as_subordinate(m: Memory, clause: Clause, before: Clause | None) -> bool:
    if m.relation is None or m.relation[0] not in ("that", "adverbial"):
        return False
    clause.relation, clause.marker, clause.marker_at = m.relation
    clause.parent = before
    if m.waiting:
        clause.subject = m.waiting[-1]
    elif before is not None and clause.marker not in _ASKING:
        clause.subject = before.subject
    if m.held is not None and clause.relation == "adverbial":
        clause.parent = None
    if clause.parent is None or (m.suspended and clause.relation == "adverbial"):
        m.fronted.append(clause)
    return True


def _as_shared_gap(m: Memory, clause: Clause, before: Clause | None) -> bool:
    """ "…, which he said *would help*": the relative pronoun is the subject of what is said."""
    if before is None or before.relation != "relative" or before.lemma not in _REPORTING:
        return False
    if m.waiting or m.joiner or m.comma or before.antecedent is None:
        return False
    if before.marker not in _OBJECT_GAPS:
        return False
    clause.relation, clause.parent, clause.subject = "that", before, before.antecedent
    if before.object is before.antecedent:
        before.object = None
    return True


def _as_reported(m: Memory, clause: Clause, before: Clause | None) -> bool:
    """ "told Parliament the army *had won*", "weapons they *hold*": a clause without its "that"."""
    if before is None or before is not m.open or not m.waiting:
        return False
    if m.joiner or m.comma or m.colon or clause.form != "finite":
        return False
    reporter = _reporter(m, before)
    if reporter is not None:
        clause.relation, clause.parent, clause.subject = "that", reporter, m.waiting[0]
        return True
    subject, thing = m.waiting[0], _last_before(m, m.waiting[0])
    if m.words[subject.head].tag != "PRP" or thing is None:
        return False
    if clause.lemma in _REPORTING and m.line.tag(m.line.place[clause.verb_last] + 1) != "TO":
        return False
    is_content = m.words[thing.head].lemma in _CONTENT_NOUNS  # "fears they would attack"
    clause.relation, clause.parent = "that" if is_content else "relative", before
    clause.subject, clause.antecedent = subject, thing
    return True


def _reporter(m: Memory, before: Clause) -> Clause | None:
    """The verb of saying whose content has not come yet: ``before``, or what it is inserted in."""
    at: Clause | None = before
    while at is not None:
        if at.lemma in _REPORTING and not any(c.relation == "that" for c in at.children):
            return at
        if at.relation not in _INSERTED:
            return None
        at = at.parent
    return None


def _last_before(m: Memory, group: NounGroup) -> NounGroup | None:
    """The thing named right before ``group``, nothing between."""
    at = m.line.place[group.first] - 1
    for k in range(at, max(-1, at - 12), -1):
        before = m.starts.get(m.line.words[k].i)
        if before is not None:
            is_next = m.line.place[before.last] == at and not is_time(m.words, before)
            return before if is_next else None
    return None


def _as_subject_of_own(m: Memory, clause: Clause, before: Clause | None) -> bool:
    if not m.waiting:
        return False
    subject = m.waiting[0]
    if m.drop_name(before):
        return False
    if _is_inserted_saying(m, clause):
        clause.subject = m.waiting[-1]
        m.suspended.append((subject, m.recent, None))
        main_clause(m, clause, before)
        return True
    if _is_contact_relative(m):
        clause.relation, clause.antecedent, clause.subject = "relative", subject, m.waiting[-1]
        clause.parent = before
        m.suspended.append((subject, m.recent, None))
        return True
    clause.subject = subject
    main_clause(m, clause, before)
    return True


def _is_inserted_saying(m: Memory, clause: Clause) -> bool:
    """ "The rebels, officials in Khartoum *said*, had …": who says it stands between two commas."""
    if len(m.waiting) < 2 or m.joiner or clause.lemma not in _REPORTING:
        return False
    place = m.line.place
    is_closed = m.line.tag(place[clause.verb_last] + 1) == ","
    return is_closed and m.line.tag(place[m.waiting[-1].first] - 1) == ","


def _is_contact_relative(m: Memory) -> bool:
    """ "The weapons *they seized* were shown": a pronoun right behind the noun that waits."""
    last = m.waiting[-1]
    if len(m.waiting) < 2 or m.joiner or m.words[last.head].tag != "PRP":
        return False
    return m.line.place[m.end_of(m.waiting[-2])] + 1 == m.line.place[last.first]


def _as_colon(m: Memory, clause: Clause, before: Clause | None) -> bool:
    if not m.colon or clause.form != "infinitive":
        return False
    clause.relation, clause.parent = "colon", before
    return True


def _as_predicate_of_gerund(m: Memory, clause: Clause) -> bool:
    """ "*Restoring trust* is crucial": the participle that opens the sentence is the subject."""
    first = m.open
    if first is None or first.form != "ing" or first.marker is not None or first.parent is not None:
        return False
    if m.comma or m.joiner or clause.form != "finite" or not any(c is first for c in m.fronted):
        return False
    main_clause(m, clause, None)
    first.relation = "subject"
    return True


def _as_content_of_object(m: Memory, clause: Clause, before: Clause | None) -> bool:
    """ "said Castro *had left*": the group taken for an object stands before a finite verb."""
    if before is None or before is not m.open or m.joiner:
        return False
    if clause.form != "finite" and before.lemma not in _MANDATIVE:
        return False  # "demanded the state *postpone* the vote"
    owner = before if _is_right_behind_object(m, before, clause) else _interrupted(m, before)
    if owner is None or (m.suspended and owner.lemma not in _REPORTING):
        return False
    clause.subject, owner.object, owner.indirect = owner.object, owner.indirect, None
    clause.relation, clause.parent = "that", owner
    return True


def _is_right_behind_object(m: Memory, before: Clause, clause: Clause) -> bool:
    if before.object is None:
        return False
    start = m.line.place[m.end_of(before.object)] + 1
    gap = m.line.words[start : m.line.place[clause.verb_first]]
    return all(word.tag in ("RB", "DT", '"') or word.lower in _IN_GAP for word in gap)


def _interrupted(m: Memory, inserted: Clause) -> Clause | None:
    """The reporting verb whose object ``inserted`` describes: "believes the men *found* there fled"."""
    owner = inserted.parent
    if owner is None or m.suspended or owner.lemma not in _REPORTING:
        return None
    return owner if inserted.antecedent is not None and owner.object is inserted.antecedent else None


def _as_resumed(m: Memory, clause: Clause) -> bool:
    if not m.suspended:
        return False
    clause.subject, level, pending = m.suspended.pop()
    main_clause(m, clause, level)
    if pending is not None and level is not None and level is not clause.parent:
        clause.relation, clause.marker, clause.marker_at = pending
        clause.parent = level
    return True


def _as_conjunct(m: Memory, clause: Clause, before: Clause | None) -> bool:
    if before is None or not (m.joiner or m.comma) or _is_quoted_before(m, clause):
        return False
    partner = _partner(m, before, clause)
    clause.relation, clause.parent, clause.subject = "conj", partner, partner.subject
    return True


def _is_quoted_before(m: Memory, clause: Clause) -> bool:
    """ "…", *said* X: a verb of saying right behind a quotation has its subject behind it."""
    at = m.line.place[clause.verb_first]
    near = (m.line.tag(at - 1), m.line.tag(at - 2))
    return clause.lemma in _REPORTING and not m.joiner and '"' in near


def _partner(m: Memory, before: Clause, clause: Clause) -> Clause:
    """The clause that "and" joins a verb to: the nearest of the same form, else the main one."""
    outer = before.parent
    if before.relation == "that" and outer is not None and outer.form == "finite" == clause.form:
        # "says the vote was rigged and *wants* a new one": the tense tells whose verb it is
        is_outer = outer.tense == clause.tense != before.tense and clause.modal is None
        if is_outer and outer.lemma in _REPORTING and before.tense in ("past", "present"):
            return outer
    candidate: Clause | None = before
    while candidate is not None:
        is_like = candidate.form == clause.form or (candidate.modal and clause.form == "infinitive")
        if is_like and (candidate.relation != "relative" or candidate is before):
            return candidate
        candidate = candidate.parent
    return before


def main_clause(m: Memory, clause: Clause, before: Clause | None) -> None:
    clause.relation = "root"
    m.has_main = True
    if before is not None and m.joiner:
        clause.relation, clause.parent = "conj", before
    elif before is not None and m.colon:
        clause.relation, clause.parent = "root" if clause.form == "finite" else "colon", before
    if m.held is not None and m.held[1] is not None:
        (clause.relation, clause.marker, clause.marker_at), clause.parent = m.held
    m.held = None
    for waiting in m.fronted:
        if waiting.parent is None:
            m.attach(waiting, clause)
    m.fronted.clear()
