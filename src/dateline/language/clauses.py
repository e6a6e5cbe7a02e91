"""Clauses of a sentence: which verb has which subject, object and phrases, and what hangs on what.

One pass from left to right with a little memory: the groups that wait for a verb, the clause that
still takes objects, the subjects that a relative clause interrupts ("The army, which has suffered
losses, *felt* …"), and the subordinator read last. It does not try to be a full parser: a phrase
that could belong to a noun or to the verb is given to both, and the codebook's frames choose.

A verb is read into a Clause by :mod:`dateline.language.verb_groups`; this module finds its place.
"""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup, Prep, Word
from dateline.language.lexicon import word_list
from dateline.language.spine import (
    ALSO_PREPOSITIONS,
    FINITE,
    SUBORDINATORS,
    Spine,
    is_time,
    opens_clause,
    preposition,
)
from dateline.language.verb_groups import clause_of, verb_group_end

_PARTICLES = word_list("particles")
_PARTICLES_BEFORE = word_list("particles_before")
_PARTICLES_BEHIND = word_list("particles_behind")
_OVER_VERBS, _GOING = word_list("over_verbs"), word_list("going")
_COPULAS = word_list("copulas")
_REPORTING = word_list("bare_content")
_OBJECT_PARTICIPLE = word_list("object_participle")
_OF_ANOTHER = frozenset({"of", "for", "from", "into"})
_NAMING = word_list("naming")
_TWO_OBJECTS = word_list("two_objects")
_OBJECT_CONTROL = word_list("object_control")
_BARE_INFINITIVE = word_list("bare_infinitive")
_MANDATIVE = word_list("mandative")
_CONTENT_NOUNS = word_list("content_nouns")
_IN_GAP = word_list("splitters") | word_list("times")  # "refugees *a day* are crossing"
_DOCUMENTS = word_list("documents")
_BEFORE_PARTICIPLE = ALSO_PREPOSITIONS | {"while", "when", "if", "once"}
_ADDRESSING = frozenset({"on", "to", "for", "upon", "with"})  # "called *on* X to stop"
_AUTHORING = frozenset({"by", "from", "to", "in"})
_OBJECT_GAPS = frozenset({"which", "that", "whom", "who"})
_ASKING = frozenset({"who", "what", "which", "whoever", "whatever"})
_OWN_LEVEL = frozenset({"root", "conj", "that", "adverbial", "colon"})
_INSERTED = frozenset({"reduced", "relative", "to", "ing"})
_BEFORE_RELATIVE = frozenset({",", "IN", "POS", "CD", "PRP"})


def find(
    words: list[Word], line: Spine, groups: list[NounGroup], governed: dict[int, NounGroup]
) -> list[Clause]:
    """The clauses of a sentence whose noun groups are found and attached."""
    return _Builder(words, line, groups, governed).run()


_Relation = tuple[str, str, int]


class _Builder:
    """The memory of one pass over one sentence."""

    def __init__(
        self, words: list[Word], line: Spine, groups: list[NounGroup], governed: dict[int, NounGroup]
    ) -> None:
        self.words, self.line, self.governed = words, line, governed
        self.starts = {g.first: g for g in groups}
        self.clauses: list[Clause] = []
        self.open: Clause | None = None  # takes objects and phrases
        self.recent: Clause | None = None  # the last clause with a verb of its own level
        self.waiting: list[NounGroup] = []
        self.suspended: list[tuple[NounGroup, Clause | None, _Relation | None]] = []
        self.held: tuple[_Relation, Clause | None] | None = None  # "that" before a fronted "if" clause
        self.fronted: list[Clause] = []  # subordinate clauses and participles before their main clause
        self.relation: _Relation | None = None  # relation, marker, its index
        self.antecedent: NounGroup | None = None
        self.accepting = False
        self.has_main = False  # the sentence's main verb has been read
        self.joiner = False  # "and" since the last verb or group
        self.comma = False
        self.colon = False
        self.loose: list[Prep] = []  # phrases before the verb
        self.last_group: NounGroup | None = None
        self.last_thing: NounGroup | None = None  # the same, but never one that says when

    def run(self) -> list[Clause]:
        k, size = 0, len(self.line.words)
        while k < size:
            k = self.step(k)
        for clause in self.fronted:
            if clause.parent is None and self.recent is not None:
                self.attach(clause, self.recent)
        self.finish()
        return self.clauses

    def step(self, k: int) -> int:
        """Reads what stands at place ``k``; returns the place after it."""
        word = self.line.words[k]
        group = self.starts.get(word.i)
        if group is not None:
            if word.lower == "whose" and k:
                self.mark_relative(word)
            if word.i not in self.governed:
                self.read_group(group)
            return self.after_group(group)
        if word.tag in ("WDT", "WP") or (word.tag == "WRB" and word.lower in ("where", "when")):
            return self.read_wh(k, word)
        if word.tag[0] in "VMT":
            verb_end = verb_group_end(self.line, k)
            if verb_end > k:
                self.read_verb(k, verb_end)
                return verb_end
        if word.tag in ("IN", "TO", "WRB") or word.lower in ("so", "because"):
            return self.read_preposition_or_marker(k, word)
        self.read_mark(word)
        return k + 1

    # -- groups --------------------------------------------------------------------------------

    def after_group(self, group: NounGroup) -> int:
        """Remembers ``group`` as the last one read; the place after its list or apposition."""
        last = group.joined[-1] if group.joined else group
        self.last_group = last
        if self.last_thing is None or not is_time(self.words, last):
            self.last_thing = last
        after = self.line.place[last.last] + 1
        if group.apposed is not None and self.line.place[group.apposed.first] >= 0:
            after = self.line.place[group.apposed.last] + 1
            if not group.apposed.preps and self.line.tag(after) == ",":
                after += 1
        return after

    def read_group(self, group: NounGroup) -> None:
        clause = self.open
        if is_time(self.words, group) and (clause is not None or not self.followed_by_verb(group)):
            if clause is not None:
                self.extend(clause, group.last)
            return
        if clause is not None and self.accepting and not (self.joiner and self.followed_by_verb(group)):
            if clause.object is None:
                clause.object = group
                self.extend(clause, self.end_of(group))
                return
            if clause.lemma in _NAMING and self.last_group is clause.object:
                self.extend(clause, self.end_of(group))  # "called the vote *a farce*"
                return
            takes_two = clause.indirect is None and clause.lemma in _TWO_OBJECTS
            if takes_two and self.last_group is clause.object:
                clause.indirect, clause.object = clause.object, group
                self.extend(clause, self.end_of(group))
                return
        self.waiting.append(group)

    def end_of(self, group: NounGroup) -> int:
        """The last word of ``group`` with its list and phrases."""
        end, pending = group.last, [group]
        while pending:
            at = pending.pop()
            end = max(end, at.last)
            pending += at.joined
            pending += [phrase.group for phrase in at.preps]
        return end

    def followed_by_verb(self, group: NounGroup) -> bool:
        """Whether a finite verb comes next, adverbs, phrases and appositions aside."""
        at = self.line.place[self.end_of(group)] + 1
        for word in self.line.words[at : at + 3]:
            if word.tag in FINITE:
                return True
            if word.tag != "RB":
                return False
        return False

    # -- marks and small words -----------------------------------------------------------------

    def read_mark(self, word: Word) -> None:
        clause = self.open
        if word.tag == ",":
            self.comma, self.accepting = True, False
        elif word.tag == "CC":
            self.joiner, self.accepting = True, False
        elif word.tag == '"':
            self.accepting = False
        elif word.tag == ":":
            self.read_stop(word)
        elif word.tag.startswith("JJ") and clause is not None:
            may_have = clause.object is None or clause.relation == "relative"
            if clause.predicate is None and clause.lemma in _COPULAS and may_have:
                clause.predicate = word.i
                self.extend(clause, word.i)
        elif word.tag == "RB" and word.lower in _PARTICLES:
            self.read_particle(word)

    def read_stop(self, word: Word) -> None:
        """A colon or semicolon starts anew; a dash is a strong comma."""
        self.accepting = False
        if word.lower not in (":", ";"):
            self.comma = True
            return
        self.colon = word.lower == ":"
        self.waiting.clear()
        self.suspended.clear()
        self.relation = self.open = None

    def read_particle(self, word: Word) -> None:
        """ "shot *down* the jet", "called the talks *off*": an adverb right behind the verb or its object."""
        clause = self.open
        if clause is None or clause.particle is not None or word.i - clause.last != 1:
            return
        if clause.last == clause.verb or word.lower in _PARTICLES_BEHIND:
            clause.particle = word.lower
            self.extend(clause, word.i)

    def is_particle(self, word: Word) -> bool:
        """Whether a preposition between verb and noun belongs to the verb ("set *up* a base")."""
        clause = self.open
        if clause is None or clause.particle is not None or word.i != clause.verb + 1 or clause.passive:
            return False
        if word.lower == "over":
            return clause.lemma in _OVER_VERBS
        return word.lower in _PARTICLES_BEFORE and clause.lemma not in _GOING

    def read_wh(self, k: int, word: Word) -> int:
        before = self.line.tag(k - 1)
        after_noun = k > 0 and (before[0] == "N" or before in _BEFORE_RELATIVE)
        if k == 0 or (word.tag == "WRB" and not after_noun):
            self.mark_subordinate("adverbial", word)
            return k + 1
        if before[0] in "VJ":
            self.mark_subordinate("that", word)  # "unclear *who* fired"
            return k + 1
        self.mark_relative(word, self.line.words[k - 1].lower if before in ("IN", "TO") else "")
        return k + 1

    def mark_relative(self, word: Word, preposition: str = "") -> None:
        self.suspend()
        self.accepting = False
        self.relation = ("relative", f"{preposition} {word.lower}".strip(), word.i)
        self.antecedent = None if word.lower == "what" else self.last_thing

    def suspend(self) -> None:
        """A subject without its verb is set aside until the inserted clause is over."""
        if self.waiting:
            pending = self.relation if self.relation is not None and self.relation[0] == "that" else None
            self.suspended.append((self.waiting[0], self.open or self.recent, pending))
            self.waiting.clear()

    def mark_subordinate(self, relation: str, word: Word) -> None:
        if (
            relation == "adverbial"
            and self.relation is not None
            and self.relation[0] == "that"
            and not self.waiting
        ):
            self.held = self.relation, self.open or self.recent
        self.suspend()
        self.relation = (relation, word.lower, word.i)
        self.antecedent = None
        self.accepting = False

    def read_preposition_or_marker(self, k: int, word: Word) -> int:
        if word.lower == "that" and word.tag == "IN":
            return self.read_that(k, word)
        size, text = preposition(self.line, k) or (1, word.lower)
        following = self.line.words[k + size] if k + size < len(self.line.words) else None
        group = self.starts.get(following.i) if following is not None else None
        if size == 1 and self.is_subordinator(k, word, following, group):
            is_degree = word.lower in ("as", "so") and self.line.tag(k + 1) in ("JJ", "RB", "IN", '"')
            if not is_degree:
                self.mark_subordinate("adverbial", word)
            return k + 1
        if group is None:
            if following is not None and following.tag == "VBG":
                self.relation = ("ing", text, word.i)
            elif word.lower in _PARTICLES:
                self.read_particle(word)
            return k + size
        if size == 1 and self.accepting and self.is_particle(word):
            self.read_particle(word)
            return k + 1
        self.read_phrase(Prep(word.i, text, group))
        return self.after_group(group)

    def is_subordinator(self, k: int, word: Word, following: Word | None, group: NounGroup | None) -> bool:
        if word.lower not in SUBORDINATORS:
            return False
        if group is not None and not opens_clause(self.line, k, self.line.place[self.end_of(group)] + 1):
            return False
        tag = following.tag if following is not None else "."
        if tag == "IN" and word.lower in _BEFORE_PARTICIPLE:
            return False  # "while in exile"
        return not (tag in ("VBG", "VBN") and word.lower in _BEFORE_PARTICIPLE)  # "after killing"

    def read_that(self, k: int, word: Word) -> int:
        before = self.line.words[k - 1] if k else None
        if before is not None and before.tag.startswith("N") and not self.has_content(k, before):
            self.mark_relative(word)
        else:
            self.mark_subordinate("that", word)
        return k + 1

    def has_content(self, k: int, before: Word) -> bool:
        """Whether the "that" at ``k`` says what is said, and does not describe the noun ``before``."""
        if before.lemma in _CONTENT_NOUNS or self.is_authored_content():
            return True
        if before.lemma in _MANDATIVE:
            verbs = (
                word.tag for word in self.line.words[k : k + 12] if word.tag in FINITE or word.tag == "VB"
            )
            return next(verbs, "") == "VB"  # "its request that Syria *leave*"
        verb = self.open.lemma if self.open is not None else ""
        is_day = self.last_group is not None and is_time(self.words, self.last_group)
        has_object = self.open is None or self.last_thing is not self.open.subject
        return verb in _REPORTING or (is_day and (verb in _MANDATIVE or not has_object))

    def is_authored_content(self) -> bool:
        """ "an admission by Moscow *that* …": the noun before only says whose words they are."""
        author = self.last_group
        above = self.governed.get(author.first) if author is not None else None
        if above is None or self.words[above.head].lemma not in _CONTENT_NOUNS:
            return False
        return any(p.group is author and p.word in _AUTHORING for p in above.preps)

    def read_phrase(self, phrase: Prep) -> None:
        if self.open is not None and not self.waiting:
            self.open.preps.append(phrase)
            self.extend(self.open, self.end_of(phrase.group))
            self.accepting = self.comma = False
        elif not self.waiting:
            self.loose.append(phrase)

    # -- verbs ---------------------------------------------------------------------------------

    def read_verb(self, k: int, end: int) -> None:
        clause = clause_of(self.line, k, end)
        if self.merges(clause):
            return
        self.place_clause(clause)
        self.clauses.append(clause)
        clause.preps.extend(self.loose)
        self.loose = []
        self.waiting.clear()
        self.open = clause
        self.accepting = True
        self.joiner = self.comma = self.colon = False
        self.relation = self.antecedent = None

    def merges(self, further: Clause) -> bool:
        """ "has in private *hinted*": joins a participle to an auxiliary that a phrase parts from it."""
        clause, head = self.open, self.words[further.verb]
        if clause is None or self.waiting or self.joiner or self.relation is not None:
            return False
        if further.verb_first != further.verb or head.tag not in ("VBN", "VBD", "VBG"):
            return False
        if (
            clause.lemma not in ("have", "be")
            or clause.form != "finite"
            or self.words[clause.verb].tag == "VBN"
        ):
            return False
        if clause.object is not None or clause.predicate is not None:
            return False
        is_have = clause.lemma == "have"
        if head.tag == "VBG" if is_have else (self.comma or head.tag == "VBD"):
            return False
        clause.perfect = clause.perfect or is_have
        clause.passive = not is_have and head.tag == "VBN"
        clause.progressive = not is_have and head.tag == "VBG"
        clause.verb = clause.verb_last = head.i
        clause.lemma = head.lemma
        self.extend(clause, head.i)
        self.accepting = True
        return True

    def place_clause(self, clause: Clause) -> None:
        """Finds the clause's subject, its relation and its parent."""
        has_to = self.words[clause.verb_first].tag == "TO"
        if self.is_own_past(clause):
            clause.form, clause.tense, clause.passive = "finite", "past", False
        if clause.form == "finite" or (clause.form == "infinitive" and not has_to and not self.is_helped()):
            self.place_finite(clause)
        elif clause.form == "infinitive":
            self.place_infinitive(clause)
        else:
            self.place_participle(clause)
        if clause.parent is not None:
            clause.parent.children.append(clause)
        if clause.relation in _OWN_LEVEL:
            if clause.subject is not None and clause.relation not in ("conj", "colon"):
                clause.first = min(clause.first, clause.subject.first)
            self.recent = clause
        if clause.marker_at is not None:
            clause.first = min(clause.first, clause.marker_at)

    def is_own_past(self, clause: Clause) -> bool:
        """ "was alarmed and *urged* Iran to stop": with an object it shares no passive auxiliary."""
        before = self.open
        return (
            clause.form == "participle"
            and self.joiner
            and before is not None
            and before.form == "finite"
            and before.passive
            and self.has_object(clause)
        )

    def is_helped(self) -> bool:
        """ "to help *support* the claim", "let them *go*": a bare infinitive behind its verb."""
        return (
            self.open is not None
            and self.open.lemma in _BARE_INFINITIVE
            and not (self.waiting or self.joiner)
        )

    # -- finite verbs --------------------------------------------------------------------------

    def place_finite(self, clause: Clause) -> None:
        before = self.open or self.recent
        if before is not None and not self.joiner and any(c is before for c in self.fronted[-1:]):
            before = None  # a subordinate clause in front is no partner; it waits for its main clause
        placed = (
            self.as_relative(clause, before)
            or self.as_subordinate(clause, before)
            or self.as_shared_gap(clause, before)
            or self.as_reported(clause, before)
            or self.as_subject_of_own(clause, before)
            or self.as_colon(clause, before)
            or self.as_predicate_of_gerund(clause)
            or self.as_content_of_object(clause, before)
            or self.as_resumed(clause)
            or self.as_conjunct(clause, before)
        )
        if not placed:
            self.main_clause(clause, before)

    def as_relative(self, clause: Clause, before: Clause | None) -> bool:
        if self.relation is None or self.relation[0] != "relative":
            return False
        clause.relation, clause.marker, clause.marker_at = self.relation
        clause.antecedent, clause.parent = self.antecedent, before
        clause.subject = self.waiting[-1] if self.waiting else self.antecedent
        if self.waiting and clause.marker in _OBJECT_GAPS:
            clause.object = self.antecedent
        return True

    def as_subordinate(self, clause: Clause, before: Clause | None) -> bool:
        if self.relation is None or self.relation[0] not in ("that", "adverbial"):
            return False
        clause.relation, clause.marker, clause.marker_at = self.relation
        clause.parent = before
        if self.waiting:
            clause.subject = self.waiting[-1]
        elif before is not None and clause.marker not in _ASKING:
            clause.subject = before.subject
        if self.held is not None and clause.relation == "adverbial":
            clause.parent = None
        if clause.parent is None or (self.suspended and clause.relation == "adverbial"):
            self.fronted.append(clause)
        return True

    def as_shared_gap(self, clause: Clause, before: Clause | None) -> bool:
        """ "…, which he said *would help*": the relative pronoun is the subject of what is said."""
        if before is None or before.relation != "relative" or before.lemma not in _REPORTING:
            return False
        if self.waiting or self.joiner or self.comma or before.antecedent is None:
            return False
        if before.marker not in _OBJECT_GAPS:
            return False
        clause.relation, clause.parent, clause.subject = "that", before, before.antecedent
        if before.object is before.antecedent:
            before.object = None
        return True

    def as_reported(self, clause: Clause, before: Clause | None) -> bool:
        """ "told Parliament the army *had won*", "weapons they *hold*": a clause without its "that"."""
        if before is None or before is not self.open or not self.waiting:
            return False
        if self.joiner or self.comma or self.colon or clause.form != "finite":
            return False
        reporter = self.reporter(before)
        if reporter is not None:
            clause.relation, clause.parent, clause.subject = "that", reporter, self.waiting[0]
            return True
        subject, thing = self.waiting[0], self.last_before(self.waiting[0])
        if self.words[subject.head].tag != "PRP" or thing is None or clause.lemma in _REPORTING:
            return False
        is_content = self.words[thing.head].lemma in _CONTENT_NOUNS  # "fears they would attack"
        clause.relation, clause.parent = "that" if is_content else "relative", before
        clause.subject, clause.antecedent = subject, thing
        return True

    def reporter(self, before: Clause) -> Clause | None:
        """The verb of saying whose content has not come yet: ``before``, or what it is inserted in."""
        at: Clause | None = before
        while at is not None:
            if at.lemma in _REPORTING and not any(c.relation == "that" for c in at.children):
                return at
            if at.relation not in _INSERTED:
                return None
            at = at.parent
        return None

    def last_before(self, group: NounGroup) -> NounGroup | None:
        """The thing named right before ``group``, nothing between."""
        at = self.line.place[group.first] - 1
        for k in range(at, max(-1, at - 12), -1):
            before = self.starts.get(self.line.words[k].i)
            if before is not None:
                is_next = self.line.place[before.last] == at and not is_time(self.words, before)
                return before if is_next else None
        return None

    def as_subject_of_own(self, clause: Clause, before: Clause | None) -> bool:
        if not self.waiting:
            return False
        subject = self.waiting[0]
        if self.is_contact_relative():
            clause.relation, clause.antecedent, clause.subject = "relative", subject, self.waiting[-1]
            clause.parent = before
            self.suspended.append((subject, self.recent, None))
            return True
        clause.subject = subject
        self.main_clause(clause, before)
        return True

    def is_contact_relative(self) -> bool:
        """ "The weapons *they seized* were shown": a pronoun right behind the noun that waits."""
        last = self.waiting[-1]
        if len(self.waiting) < 2 or self.joiner or self.words[last.head].tag != "PRP":
            return False
        return self.line.place[self.end_of(self.waiting[-2])] + 1 == self.line.place[last.first]

    def as_colon(self, clause: Clause, before: Clause | None) -> bool:
        if not self.colon or clause.form != "infinitive":
            return False
        clause.relation, clause.parent = "colon", before
        return True

    def as_predicate_of_gerund(self, clause: Clause) -> bool:
        """ "*Restoring trust* is crucial": the participle that opens the sentence is the subject."""
        first = self.open
        if first is None or first.form != "ing" or first.marker is not None or first.parent is not None:
            return False
        if self.comma or self.joiner or clause.form != "finite" or not any(c is first for c in self.fronted):
            return False
        self.main_clause(clause, None)
        first.relation = "subject"
        return True

    def as_content_of_object(self, clause: Clause, before: Clause | None) -> bool:
        """ "said Castro *had left*": the group taken for an object stands before a finite verb."""
        if before is None or before is not self.open or self.joiner or clause.form != "finite":
            return False
        owner = before if self.is_right_behind_object(before, clause) else self.interrupted(before)
        if owner is None or (self.suspended and owner.lemma not in _REPORTING):
            return False
        clause.subject, owner.object, owner.indirect = owner.object, owner.indirect, None
        clause.relation, clause.parent = "that", owner
        return True

    def is_right_behind_object(self, before: Clause, clause: Clause) -> bool:
        if before.object is None:
            return False
        start = self.line.place[self.end_of(before.object)] + 1
        gap = self.line.words[start : self.line.place[clause.verb_first]]
        return all(word.tag in ("RB", "DT") or word.lower in _IN_GAP for word in gap)

    def interrupted(self, inserted: Clause) -> Clause | None:
        """The reporting verb whose object ``inserted`` describes: "believes the men *found* there fled"."""
        owner = inserted.parent
        if owner is None or self.suspended or owner.lemma not in _REPORTING:
            return None
        return owner if inserted.antecedent is not None and owner.object is inserted.antecedent else None

    def as_resumed(self, clause: Clause) -> bool:
        if not self.suspended:
            return False
        clause.subject, level, pending = self.suspended.pop()
        self.main_clause(clause, level)
        if pending is not None and level is not None and level is not clause.parent:
            clause.relation, clause.marker, clause.marker_at = pending
            clause.parent = level
        return True

    def as_conjunct(self, clause: Clause, before: Clause | None) -> bool:
        if before is None or not (self.joiner or self.comma) or self.is_quoted_before(clause):
            return False
        partner = self.partner(before, clause)
        clause.relation, clause.parent, clause.subject = "conj", partner, partner.subject
        return True

    def is_quoted_before(self, clause: Clause) -> bool:
        """ "…", *said* X: a verb of saying right behind a quotation has its subject behind it."""
        at = self.line.place[clause.verb_first]
        near = (self.line.tag(at - 1), self.line.tag(at - 2))
        return clause.lemma in _REPORTING and not self.joiner and '"' in near

    def partner(self, before: Clause, clause: Clause) -> Clause:
        """The clause that "and" joins a verb to: the nearest of the same form, else the main one."""
        candidate: Clause | None = before
        while candidate is not None:
            is_like = candidate.form == clause.form or (candidate.modal and clause.form == "infinitive")
            if is_like and (candidate.relation != "relative" or candidate is before):
                return candidate
            candidate = candidate.parent
        return before

    def main_clause(self, clause: Clause, before: Clause | None) -> None:
        clause.relation = "root"
        self.has_main = True
        if before is not None and self.joiner:
            clause.relation, clause.parent = "conj", before
        elif before is not None and self.colon:
            clause.relation, clause.parent = "root" if clause.form == "finite" else "colon", before
        if self.held is not None and self.held[1] is not None:
            (clause.relation, clause.marker, clause.marker_at), clause.parent = self.held
        self.held = None
        for waiting in self.fronted:
            if waiting.parent is None:
                self.attach(waiting, clause)
        self.fronted.clear()

    def attach(self, child: Clause, parent: Clause) -> None:
        """Hangs ``child`` on ``parent``, unless that would close a circle."""
        above: Clause | None = parent
        while above is not None:
            if above is child:
                return
            above = above.parent
        child.parent = parent
        parent.children.append(child)
        if child.subject is None:
            child.subject = parent.subject

    # -- infinitives and participles -------------------------------------------------------------

    def place_infinitive(self, clause: Clause) -> None:
        clause.relation = "to"
        parent = self.open or (self.clauses[-1] if self.clauses and not self.waiting else None)
        if parent is None:
            if self.waiting and not self.loose:
                clause.antecedent = self.waiting[-1]
                self.suspend()
            self.fronted.append(clause)
            return
        clause.parent = parent
        if self.joiner and parent.form == "infinitive":
            clause.relation, clause.subject = "conj", parent.subject
            return
        nearest, before = self.last_group, self.line.words[self.line.place[clause.verb_first] - 1]
        if nearest is not None and before.i == nearest.last and not is_time(self.words, nearest):
            clause.antecedent = nearest
        clause.subject = self.controller(parent)

    def controller(self, parent: Clause) -> NounGroup | None:
        """Who is to do it: whoever is asked or made to, else the subject of the verb before."""
        if parent.lemma in _OBJECT_CONTROL and not parent.passive:
            if parent.object is not None:
                return parent.object
            addressee = parent.preps[-1] if parent.preps else None
            if addressee is not None and addressee.word in _ADDRESSING:
                return addressee.group
        return parent.subject

    def place_participle(self, clause: Clause) -> None:
        clause.passive = clause.form == "participle"
        if self.relation is not None and self.relation[0] == "ing":
            clause.relation, clause.marker, clause.marker_at = self.relation
            self.hang_participle(clause)
        elif self.joiner and self.open is not None and self.joins(clause, self.open):
            self.join_participle(clause, self.open)
        elif self.last_group is not None and self.is_adjacent(clause, self.last_group):
            clause.relation, clause.antecedent = "reduced", self.described(clause, self.last_group)
            clause.subject, clause.parent = clause.antecedent, self.open
            self.suspend()
        else:
            clause.relation = "ing" if clause.form == "ing" else "reduced"
            self.hang_participle(clause)

    def joins(self, clause: Clause, before: Clause) -> bool:
        if clause.form == "ing":
            return before.form == "ing" or before.progressive
        return before.passive or before.perfect or before.form == "participle"

    def has_object(self, clause: Clause) -> bool:
        """Whether a noun group that says no time stands right behind the verb."""
        after = self.line.place[clause.verb_last] + 1
        group = self.starts.get(self.line.words[after].i) if after < len(self.line.words) else None
        return group is not None and not is_time(self.words, group)

    def join_participle(self, clause: Clause, before: Clause) -> None:
        """ "was seized *and beaten*", "has closed the port *and expelled* X": shares the auxiliary."""
        clause.relation, clause.parent, clause.subject = "conj", before, before.subject
        if before.perfect and clause.form == "participle" and not before.passive and self.has_object(clause):
            clause.passive, clause.perfect, clause.form = False, True, "finite"
        elif before.form == "finite" and (before.passive or before.progressive):
            clause.form, clause.passive = "finite", clause.form == "participle"

    def described(self, clause: Clause, nearest: NounGroup) -> NounGroup:
        """The noun that a participle describes: the nearest, or the document it hangs on ("a report to
        Congress questioning the policy")."""
        above = self.governed.get(nearest.first)
        if clause.form != "ing" or above is None or self.words[above.head].lemma not in _DOCUMENTS:
            return nearest
        is_addressee = any(p.group is nearest and p.word in ("to", "by", "from") for p in above.preps)
        return above if is_addressee else nearest

    def is_adjacent(self, clause: Clause, group: NounGroup) -> bool:
        """Whether a participle stands right behind a thing, adverbs aside."""
        if is_time(self.words, group):
            return False
        start, end = self.line.place[group.last] + 1, self.line.place[clause.verb_first]
        return all(word.tag == "RB" for word in self.line.words[start:end])

    def hang_participle(self, clause: Clause) -> None:
        if self.open is not None and not self.waiting and (clause.marker or self.has_main):
            clause.parent, clause.subject = self.open, self.open.subject
            is_others = clause.marker in _OF_ANOTHER and self.open.lemma in _OBJECT_PARTICIPLE
            patient = self.open.object
            if is_others and patient is not None and not self.open.passive and not self.is_mutual(patient):
                clause.subject = patient  # "accused Serbia *of shelling* the town"
            if clause.passive and self.open.lemma in _REPORTING and self.open.object is not None:
                clause.antecedent = clause.subject = self.open.object  # "said the bomb, *hidden* in a van, …"
        elif self.waiting:
            clause.subject = clause.antecedent = self.waiting[0]
            self.suspend()
        else:
            self.fronted.append(clause)

    def is_mutual(self, group: NounGroup) -> bool:
        return self.words[group.head].lower in ("other", "another") and group.first < group.head

    # -- the end -------------------------------------------------------------------------------

    def extend(self, clause: Clause, last: int) -> None:
        clause.last = max(clause.last, last)

    def finish(self) -> None:
        """Fills in what only the whole sentence shows: subjects shared late, gaps, inverted quotation."""
        for clause in self.clauses:
            inherits = clause.relation in ("to", "ing", "conj", "reduced")
            if clause.subject is None and clause.parent is not None and inherits:
                clause.subject = clause.parent.subject
            is_contact = clause.relation == "relative" and clause.marker is None
            if is_contact and clause.object is None and not clause.passive:
                clause.object = clause.antecedent
            if clause.relation == "conj" and self.is_gapped(clause):
                clause.passive = True
            if self.is_inverted(clause):
                clause.subject, clause.object = clause.object, None

    def is_gapped(self, clause: Clause) -> bool:
        """ "Two men were killed and nine *wounded*": the second passive leaves its auxiliary out."""
        partner, subject = clause.parent, clause.subject
        if partner is None or subject is None or not partner.passive or clause.object is not None:
            return False
        return clause.verb_first == clause.verb and self.words[subject.head].tag == "CD"

    def is_inverted(self, clause: Clause) -> bool:
        """ "…", *said* the minister: the speaker stands behind the verb."""
        if clause.subject is not None or clause.object is None or clause.lemma not in _REPORTING:
            return False
        return clause.verb_first > 0 and self.words[clause.verb_first - 1].tag in ('"', ",", "'")
