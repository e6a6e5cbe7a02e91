"""Clauses of a sentence: which verb has which subject, object and phrases, and what hangs on what.

One pass from left to right with a little memory: the groups that wait for a verb, the clause that
still takes objects, the subjects that a relative clause interrupts ("The army, which has suffered
losses, *felt* …"), and the subordinator read last. It does not try to be a full parser: a phrase
that could belong to a noun or to the verb is given to both, and the codebook's frames choose.
"""

from __future__ import annotations

from functools import cache

from dateline.codebook import settings
from dateline.language.document import Clause, NounGroup, Prep, Word
from dateline.language.groups import ALSO_PREPOSITIONS, SUBORDINATORS, opens_clause, preposition

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_PARTICLES = frozenset(
    [
        "up",
        "down",
        "out",
        "off",
        "back",
        "away",
        "over",
        "on",
        "in",
        "apart",
        "forward",
        "through",
        "aside",
        "along",
        "around",
        "by",
        "ahead",
        "together",
    ]
)
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "look", "feel", "stay", "get"})
_AFTER_OBJECT = frozenset({"up", "down", "out", "off", "back", "away", "over", "apart"})
_HAVE = frozenset({"have"})
_BE = frozenset({"be", "get"})


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(settings("language")["context"][name].split())


def is_time(words: list[Word], group: NounGroup) -> bool:
    """Whether the group says when ("the next day", "last December") and so is no subject or object."""
    head = words[group.head]
    return head.lemma in _list("times") or head.lower in _list("times")


class _Builder:
    """The memory of one pass over one sentence."""

    def __init__(
        self, words: list[Word], line: list[int], groups: list[NounGroup], governed: dict[int, NounGroup]
    ) -> None:
        self.words, self.line = words, line
        self.starts = {g.first: g for g in groups}
        self.governed = governed
        self.place = {i: k for k, i in enumerate(line)}
        self.clauses: list[Clause] = []
        self.open: Clause | None = None  # takes objects and phrases
        self.recent: Clause | None = None  # the last clause with a verb of its own level
        self.waiting: list[NounGroup] = []
        self.suspended: list[tuple[NounGroup, Clause | None]] = []
        self.fronted: list[Clause] = []  # subordinate clauses and participles before their main clause
        self.relation: tuple[str, str, int] | None = None  # relation, marker, its index
        self.antecedent: NounGroup | None = None
        self.accepting = False
        self.has_main = False  # the sentence's main verb has been read
        self.joiner = False  # "and" since the last verb or group
        self.comma = False
        self.colon = False
        self.loose: list[Prep] = []  # phrases before the verb
        self.last_group: NounGroup | None = None

    # -- reading -------------------------------------------------------------------------------

    def run(self) -> list[Clause]:
        k, size = 0, len(self.line)
        while k < size:
            k = self.step(k)
        for clause in self.fronted:
            if clause.parent is None and self.recent is not None and clause is not self.recent:
                self.adopt(clause, self.recent)
        self.finish()
        return self.clauses

    def step(self, k: int) -> int:
        """Reads what stands at place ``k``; returns the place after it."""
        word = self.words[self.line[k]]
        group = self.starts.get(word.i)
        if group is not None:
            if word.i not in self.governed:
                self.read_group(group)
            return self.after_group(group)
        if word.tag in ("WDT", "WP") or (word.tag == "WRB" and word.lower in ("where", "when")):
            return self.read_wh(k, word)
        verb_end = self.verb_group_end(k)
        if verb_end > k:
            self.read_verb(k, verb_end)
            return verb_end
        if word.tag in ("IN", "TO", "WRB") or word.lower in ("so", "because"):
            return self.read_preposition_or_marker(k, word)
        self.read_mark(word)
        return k + 1

    def after_group(self, group: NounGroup) -> int:
        """Remembers ``group`` as the last one read; the place after its list or apposition."""
        members = group.members()
        self.last_group = group if len(members) == 1 else members[-1]
        after = self.place[members[-1].last] + 1
        if group.apposed is not None and group.apposed.first in self.place:
            after = self.place[group.apposed.last] + 1
            if not group.apposed.preps and after < len(self.line) and self.words[self.line[after]].tag == ",":
                after += 1
        return after

    def read_mark(self, word: Word) -> None:
        if word.tag == ",":
            self.comma = True
            self.accepting = False
        elif word.tag == "CC":
            self.joiner = True
            self.accepting = False
        elif word.tag == ":":
            self.accepting = False
            if word.lower in (":", ";"):
                self.colon = word.lower == ":"
                self.waiting.clear()
                self.suspended.clear()
                self.relation = None
                self.open = None
            else:
                self.comma = True
        elif word.tag == '"':
            self.accepting = False
        elif word.tag.startswith("JJ") and self.open is not None:
            if (
                self.open.predicate is None
                and self.open.lemma in _COPULAS
                and (self.open.object is None or self.open.relation == "relative")
            ):
                self.open.predicate = word.i
                self.extend(self.open, word.i)
        elif word.tag == "RB" and word.lower in _PARTICLES:
            self.read_particle(word)

    def read_particle(self, word: Word) -> None:
        """ "shot *down* the jet", "called the talks *off*": an adverb right behind the verb or its object."""
        clause = self.open
        if clause is None or clause.particle is not None or word.i - clause.last != 1:
            return
        if clause.last == clause.verb or word.lower in _AFTER_OBJECT:
            clause.particle = word.lower
            self.extend(clause, word.i)

    def read_group(self, group: NounGroup) -> None:
        if is_time(self.words, group) and (self.open is not None or not self.followed_by_verb(group)):
            if self.open is not None:
                self.extend(self.open, group.last)
            return
        clause = self.open
        if clause is not None and self.accepting and not (self.joiner and self.followed_by_verb(group)):
            if clause.object is None:
                clause.object = group
                self.extend(clause, self.end_of(group))
                return
            if (
                clause.indirect is None
                and clause.lemma in _list("two_objects")
                and self.last_group is clause.object
            ):
                clause.indirect, clause.object = clause.object, group
                self.extend(clause, self.end_of(group))
                return
        self.waiting.append(group)

    def end_of(self, group: NounGroup) -> int:
        return max(
            [group.last, *(m.last for m in group.joined), *(self.end_of(p.group) for p in group.preps)]
        )

    def followed_by_verb(self, group: NounGroup) -> bool:
        """Whether a finite verb comes next, adverbs, phrases and appositions aside."""
        at = self.place[self.end_of(group)] + 1
        for i in self.line[at : at + 3]:
            tag = self.words[i].tag
            if tag in _FINITE:
                return True
            if tag != "RB":
                return False
        return False

    def read_wh(self, k: int, word: Word) -> int:
        before = self.words[self.line[k - 1]] if k else None
        after_noun = before is not None and (
            before.tag.startswith("N") or before.tag in (",", "IN", "POS", "CD", "PRP")
        )
        if (word.tag == "WRB" and not after_noun) or before is None:
            self.mark_subordinate("adverbial", word)
            return k + 1
        self.suspend()
        self.relation = ("relative", word.lower, word.i)
        self.antecedent = self.last_group
        return k + 1

    def suspend(self) -> None:
        """A subject without its verb is set aside until the inserted clause is over."""
        if self.waiting:
            self.suspended.append((self.waiting[0], self.recent))
            self.waiting.clear()

    def mark_subordinate(self, relation: str, word: Word) -> None:
        self.suspend()
        self.relation = (relation, word.lower, word.i)
        self.antecedent = None
        self.accepting = False

    def read_preposition_or_marker(self, k: int, word: Word) -> int:
        if word.lower == "that" and word.tag == "IN":
            return self.read_that(k, word)
        found = preposition(self.words, self.line, k)
        size, text = found if found else (1, word.lower)
        following = self.line[k + size] if k + size < len(self.line) else None
        group = self.starts.get(following) if following is not None else None
        if (
            size == 1
            and word.lower in SUBORDINATORS
            and (group is None or opens_clause(self.words, self.line, k, self.place[self.end_of(group)] + 1))
        ):
            next_tag = self.words[following].tag if following is not None else "."
            if next_tag not in ("VBG", "VBN") or word.lower not in ALSO_PREPOSITIONS | {
                "while",
                "when",
                "if",
                "once",
            }:
                if not (word.lower in ("as", "so") and next_tag in ("JJ", "RB", "IN", '"')):
                    self.mark_subordinate("adverbial", word)
                return k + 1
        if group is None:
            if following is not None and self.words[following].tag == "VBG":
                self.relation = ("ing", text, word.i)
            elif word.lower in _PARTICLES:
                self.read_particle(word)
            return k + size
        self.read_phrase(Prep(word.i, text, group))
        return self.after_group(group)

    def read_that(self, k: int, word: Word) -> int:
        before = self.words[self.line[k - 1]] if k else None
        if (
            before is not None
            and before.tag.startswith("N")
            and before.lemma not in _list("content_nouns")
            and not (self.open is not None and self.open.lemma in _list("bare_content"))
        ):
            self.suspend()
            self.relation = ("relative", "that", word.i)
            self.antecedent = self.last_group
        else:
            self.mark_subordinate("that", word)
        return k + 1

    def read_phrase(self, phrase: Prep) -> None:
        if self.open is not None and not self.waiting:
            self.open.preps.append(phrase)
            self.extend(self.open, self.end_of(phrase.group))
            self.accepting = False
        elif not self.waiting:
            self.loose.append(phrase)

    # -- verbs ---------------------------------------------------------------------------------

    def verb_group_end(self, k: int) -> int:
        """One past the verb group that starts at place ``k``; ``k`` if none does."""
        words, line, size = self.words, self.line, len(self.line)
        at = k
        if words[line[at]].tag == "TO":
            at += 1
            while (at < size and words[line[at]].tag == "RB") or (
                at < size and words[line[at]].lower in ("first", "better")
            ):
                at += 1
            if at >= size or words[line[at]].tag != "VB":
                return k
        if at >= size or words[line[at]].tag not in _VERBS:
            return k
        while at < size:
            word = words[line[at]]
            if word.tag not in _VERBS:
                return at
            at += 1
            if not self.is_auxiliary(word):
                return at
            ahead = at
            while ahead < size and words[line[ahead]].tag == "RB":
                ahead += 1
            if (
                ahead >= size
                or words[line[ahead]].tag not in _VERBS
                or not self.continues(word, words[line[ahead]])
            ):
                return at
            at = ahead
        return at

    def is_auxiliary(self, word: Word) -> bool:
        return word.tag == "MD" or word.lemma in ("be", "have", "do", "get")

    def continues(self, auxiliary: Word, verb: Word) -> bool:
        if auxiliary.tag == "MD" or auxiliary.lemma == "do":
            return verb.tag in ("VB", "VBP") and (auxiliary.tag == "MD" or auxiliary.lemma == "do")
        if auxiliary.lemma == "have":
            return verb.tag in ("VBN", "VBD")
        return (verb.tag in ("VBN", "VBG", "VBD") and verb.tag != "VBD") or verb.tag == "VBD"

    def read_verb(self, k: int, end: int) -> None:
        words = [self.words[i] for i in self.line[k:end]]
        verbs = [w for w in words if w.tag in _VERBS]
        head = verbs[-1]
        if self.merges(verbs):
            return
        clause = Clause(
            first=words[0].i, last=head.i, verb=head.i, verb_first=words[0].i, verb_last=head.i, lemma=head.lemma,
            form=_form(words, verbs), tense=_tense(verbs), modal=next((w.lower for w in verbs if w.tag == "MD"), None),
            passive=head.tag in ("VBN", "VBD") and any(w.lemma in _BE for w in verbs[:-1]),
            perfect=any(w.lemma in _HAVE for w in verbs[:-1]), progressive=head.tag == "VBG" and len(verbs) > 1,
            negated=any(w.lower in ("not", "n't", "n’t", "never", "no") for w in words) or self.negated_before(k, end),
        )  # fmt: skip
        self.place_clause(clause, head, len(verbs) == 1)
        self.clauses.append(clause)
        clause.preps.extend(self.loose)
        self.loose = []
        self.waiting.clear()
        self.open = clause
        self.accepting = True
        self.joiner = self.comma = self.colon = False
        self.relation = None
        self.antecedent = None

    def negated_before(self, k: int, end: int) -> bool:
        before = self.words[self.line[k - 1]].lower if k else ""
        return before in ("never", "not", "n't", "n’t")

    def merges(self, verbs: list[Word]) -> bool:
        """ "has in private *hinted*": joins a participle to an auxiliary that a phrase parts from it."""
        clause = self.open
        if clause is None or self.waiting or len(verbs) != 1 or verbs[0].tag not in ("VBN", "VBD", "VBG"):
            return False
        if (
            clause.object is not None
            or clause.predicate is not None
            or clause.lemma not in ("have", "be")
            or clause.form != "finite"
        ):
            return False
        if self.words[clause.verb].tag == "VBN" or self.joiner or self.relation is not None:
            return False
        head = verbs[0]
        if (clause.lemma == "have" and head.tag == "VBG") or (clause.lemma == "be" and self.comma):
            return False
        clause.perfect = clause.perfect or clause.lemma == "have"
        if clause.lemma == "be" and head.tag == "VBD":
            return False
        clause.passive = clause.lemma == "be" and head.tag == "VBN"
        clause.progressive = clause.lemma == "be" and head.tag == "VBG"
        clause.verb, clause.verb_last, clause.lemma = head.i, head.i, head.lemma
        self.extend(clause, head.i)
        self.accepting = True
        return True

    def place_clause(self, clause: Clause, head: Word, bare: bool) -> None:
        """Finds the clause's subject, its relation and its parent."""
        if clause.form == "finite" or (
            clause.form == "infinitive" and head.tag == "VB" and bare and not self.is_to(clause)
        ):
            self.place_finite(clause)
        elif clause.form == "infinitive":
            self.place_infinitive(clause)
        else:
            self.place_participle(clause)
        if clause.parent is not None:
            clause.parent.children.append(clause)
        if clause.subject is not None and clause.relation in ("root", "conj", "that", "adverbial"):
            clause.first = (
                min(clause.first, clause.subject.first) if clause.relation != "conj" else clause.first
            )
        if clause.marker_at is not None:
            clause.first = min(clause.first, clause.marker_at)
        if clause.relation in ("root", "conj", "that", "adverbial", "colon"):
            self.recent = clause

    def is_to(self, clause: Clause) -> bool:
        return self.words[clause.verb_first].tag == "TO"

    def place_finite(self, clause: Clause) -> None:
        before = self.open or self.recent
        if before is not None and before in self.fronted and not self.joiner:
            before = None  # a subordinate clause in front is no partner; it waits for its main clause
        if self.relation is not None and self.relation[0] == "relative":
            _, clause.marker, clause.marker_at = self.relation
            clause.relation, clause.antecedent, clause.parent = "relative", self.antecedent, before
            clause.subject = self.waiting[-1] if self.waiting else self.antecedent
            if (
                self.waiting
                and self.antecedent is not None
                and clause.marker in ("which", "that", "whom", "who")
            ):
                clause.object = self.antecedent
            return
        if self.relation is not None and self.relation[0] in ("that", "adverbial"):
            clause.relation, clause.marker, clause.marker_at = self.relation
            clause.parent = before
            clause.subject = self.waiting[-1] if self.waiting else (before.subject if before else None)
            if before is None or (self.suspended and clause.relation == "adverbial"):
                self.fronted.append(clause)
            return
        if self.waiting:
            clause.subject = self.waiting[0]
            self.main_clause(clause, before)
        elif self.colon and clause.form == "infinitive":
            clause.relation, clause.parent = "colon", before
        elif self.gerund_is_subject(clause):
            assert self.open is not None
            self.main_clause(clause, None)
            self.open.relation, self.open.parent = "subject", clause
        elif before is not None and before is self.open and self.object_is_subject(before, clause):
            clause.subject, before.object = before.object, before.indirect
            before.indirect = None
            clause.relation, clause.parent = "that", before
        elif self.suspended:
            clause.subject, level = self.suspended.pop()
            self.main_clause(clause, level)
        elif before is not None and (self.joiner or self.comma):
            clause.relation, clause.parent = "conj", self.coordinate(before, clause)
            clause.subject = clause.parent.subject
        else:
            self.main_clause(clause, before)

    def gerund_is_subject(self, clause: Clause) -> bool:
        """ "*Restoring trust* is crucial": the participle that opens the sentence is the subject."""
        first = self.open
        return (
            first is not None and first.form == "ing" and first.marker is None and first in self.fronted
            and not self.comma and not self.joiner and clause.form == "finite"
        )  # fmt: skip

    def main_clause(self, clause: Clause, before: Clause | None) -> None:
        clause.relation = "root"
        self.has_main = True
        if before is not None and (self.joiner or self.colon):
            clause.relation, clause.parent = ("conj" if self.joiner else "colon"), before
            if self.colon and clause.form == "finite":
                clause.relation = "root"
        for waiting in self.fronted:
            if waiting.parent is None:
                self.adopt(waiting, clause)
        self.fronted.clear()

    def adopt(self, child: Clause, parent: Clause) -> None:
        child.parent = parent
        parent.children.append(child)
        if child.subject is None:
            child.subject = parent.subject

    def object_is_subject(self, before: Clause, clause: Clause) -> bool:
        """ "said Pasha *had made*": the group taken for an object stands right before a finite verb."""
        group = before.object
        if group is None or clause.form != "finite" or self.joiner:
            return False
        if self.suspended and before.lemma not in _list("bare_content"):
            return False
        gap = self.line[self.place[self.end_of(group)] + 1 : self.place[clause.verb_first]]
        return all(self.words[i].tag == "RB" for i in gap)

    def coordinate(self, before: Clause, clause: Clause) -> Clause:
        """The clause that "and" joins a verb to: the nearest of the same form, else the main one."""
        candidate: Clause | None = before
        while candidate is not None:
            if (candidate.form == clause.form or (candidate.modal and clause.form == "infinitive")) and (
                candidate.relation != "relative" or candidate is before
            ):
                return candidate
            candidate = candidate.parent
        return before

    def place_infinitive(self, clause: Clause) -> None:
        parent = self.open or (self.clauses[-1] if self.clauses and not self.waiting else None)
        if (self.waiting and self.open is None) or parent is None:
            if self.waiting and not self.loose:
                clause.antecedent = self.waiting[-1]
                self.suspend()
            clause.relation = "to"
            self.fronted.append(clause)
            return
        clause.relation, clause.parent = "to", parent
        if self.joiner and parent.form == "infinitive":
            clause.relation, clause.subject = "conj", parent.subject
            return
        before = self.words[self.line[self.place[clause.verb_first] - 1]]
        nearest = self.last_group
        if nearest is not None and before.i == nearest.last:
            clause.antecedent = nearest
        controls = parent.lemma in _list("object_control")
        if controls and not parent.passive and parent.object is not None:
            clause.subject = parent.object
        elif (
            controls
            and parent.object is None
            and parent.preps
            and parent.preps[-1].word in ("on", "to", "for", "upon", "with")
        ):
            clause.subject = parent.preps[-1].group
        else:
            clause.subject = parent.subject

    def place_participle(self, clause: Clause) -> None:
        before = (
            self.words[self.line[self.place[clause.verb_first] - 1]]
            if self.place[clause.verb_first]
            else None
        )
        clause.passive = clause.form == "participle"
        if self.relation is not None and self.relation[0] == "ing":
            clause.relation, clause.marker, clause.marker_at = self.relation
            self.hang_participle(clause)
            return
        if self.joiner and self.open is not None and self.joins(clause):
            clause.relation, clause.parent, clause.subject = "conj", self.open, self.open.subject
            if (
                self.open.perfect
                and clause.form == "participle"
                and not self.open.passive
                and self.group_follows(clause)
            ):
                clause.passive, clause.perfect, clause.form = False, True, "finite"
            elif self.open.form == "finite" and (self.open.passive or self.open.progressive):
                clause.form, clause.passive = "finite", clause.form == "participle"
            return
        if before is not None and before.tag != "," and self.last_group is not None and self.adjacent(clause):
            clause.relation, clause.antecedent = "reduced", self.described(clause, self.last_group)
            clause.subject, clause.parent = clause.antecedent, self.open
            self.suspend()
            return
        clause.relation = "ing" if clause.form == "ing" else "reduced"
        self.hang_participle(clause)

    def described(self, clause: Clause, nearest: NounGroup) -> NounGroup:
        """The noun that a participle describes: the nearest, or the document it hangs on ("a report to
        Congress questioning the policy")."""
        above = self.governed.get(nearest.first)
        if clause.form == "ing" and above is not None and self.words[above.head].lemma in _list("documents"):
            if any(p.group is nearest and p.word in ("to", "by", "from") for p in above.preps):
                return above
        return nearest

    def group_follows(self, clause: Clause) -> bool:
        after = self.place[clause.verb_last] + 1
        return after < len(self.line) and self.line[after] in self.starts

    def joins(self, clause: Clause) -> bool:
        assert self.open is not None
        if clause.form == "ing":
            return self.open.form == "ing" or self.open.progressive
        return self.open.passive or self.open.perfect or self.open.form == "participle"

    def adjacent(self, clause: Clause) -> bool:
        assert self.last_group is not None
        gap = self.line[self.place[self.last_group.last] + 1 : self.place[clause.verb_first]]
        return all(self.words[i].tag == "RB" for i in gap)

    def hang_participle(self, clause: Clause) -> None:
        if self.open is not None and not self.waiting and (clause.marker or self.has_main):
            clause.parent = self.open
            clause.subject = self.open.subject
        elif self.waiting:
            clause.subject = self.waiting[0]
            clause.antecedent = self.waiting[0]
            self.suspend()
        else:
            self.fronted.append(clause)

    # -- the end -------------------------------------------------------------------------------

    def extend(self, clause: Clause, last: int) -> None:
        clause.last = max(clause.last, last)

    def finish(self) -> None:
        for clause in self.clauses:
            if (
                clause.subject is None
                and clause.parent is not None
                and clause.relation in ("to", "ing", "conj", "reduced")
            ):
                clause.subject = clause.parent.subject
            if clause.subject is None and clause.object is not None and clause.lemma in _list("bare_content"):
                before = self.words[clause.verb_first - 1] if clause.verb_first else None
                if before is not None and before.tag in ('"', ",", "'"):
                    clause.subject, clause.object = clause.object, None  # "…", said the minister


def _form(words: list[Word], verbs: list[Word]) -> str:
    first = verbs[0]
    if words[0].tag == "TO" or first.tag == "VB":
        return "infinitive"
    if first.tag in _FINITE:
        return "finite"
    return "ing" if first.tag == "VBG" else "participle"


def _tense(verbs: list[Word]) -> str:
    first = verbs[0]
    if first.tag == "MD":
        return "future" if first.lower in ("will", "'ll", "’ll", "shall", "wo") else "present"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(first.tag, "none")


def find(
    words: list[Word], line: list[int], groups: list[NounGroup], governed: dict[int, NounGroup]
) -> list[Clause]:
    """The clauses of a sentence whose noun groups are found and attached."""
    return _Builder(words, line, groups, governed).run()
