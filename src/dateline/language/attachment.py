"""How noun groups hang together without a verb: lists, descriptions beside names, phrases behind heads.

"Of" and its like hang a group on the one before (``preps``), lists are joined (``joined``), and a
description beside a name, or a name beside a description, is recognised (``apposed``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from dateline.codebook import settings
from dateline.language import groups as noun_groups
from dateline.language.document import NounGroup, Prep, Word
from dateline.language.lexicon import word_list
from dateline.language.spine import FINITE, NAMES, NOUNS, Spine, is_time, opens_clause, preposition

_JOINERS = frozenset(settings("language")["phrases"]["joiners"])
_JOINER_STARTS = frozenset(joiner.split()[0] for joiner in _JOINERS) | {","}
_LONGEST_JOINER = max(len(joiner.split()) for joiner in _JOINERS)
_UNJOINED = frozenset({"it", "he", "she", "they", "we", "i"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_PHRASE_TAGS = NOUNS | {"IN", "DT", "JJ", "CD", "PRP$", "RB"}
_CLOSING = frozenset({",", ".", ":", "WP", "WDT", '"', "VBN", "VBG"})
_GOVERNING = frozenset({"IN", "TO", "VB", "VBG", "VBN"})
_NOT_APPOSED = frozenset({"PRP", "EX", "CD"})
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "ant", "nurse", "spy", "judge")
_OFFICES = word_list("offices")
_INTRODUCERS = word_list("introducers")
_DOCUMENTS = word_list("documents")
_REPORTING = word_list("bare_content")
_BOUNDARIES = frozenset({"that", "because", "while", "if", "although"})


def attach(words: list[Word], line: Spine, groups: list[NounGroup]) -> dict[int, NounGroup]:
    """Joins lists, sets appositions and hangs prepositional phrases on the groups before them.

    Returns, by their ``first``, the groups that hang on another one (as its phrase, list member or
    apposition) with that one; they are no subject or object of their own.
    """
    work = _Attachment(words, line, groups, {group.first: group for group in groups})
    pairs = [(one, other) for one, other in pairwise(groups) if work.may_be_joined(one, other)]
    for one, other in reversed(pairs):
        work.join(one, other)
    for one, other in pairs:
        work.appose(one, other)
    for group in groups:
        work.hang(group)
    return work.governed


@dataclass(slots=True)
class _Attachment:
    words: list[Word]
    line: Spine
    groups: list[NounGroup]
    starts: dict[int, NounGroup]
    governed: dict[int, NounGroup] = field(default_factory=dict)

    def may_be_joined(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether a comma or "and" follows ``group``, and ``following`` soon after."""
        place = self.line.place
        first, end = place[group.last] + 1, place[following.first]
        return 0 < end - first <= _LONGEST_JOINER and self.line.words[first].lower in _JOINER_STARTS

    def between(self, group: NounGroup, following: NounGroup) -> str:
        """The words between two groups, in lower case."""
        place = self.line.place
        first, end = place[group.last] + 1, place[following.first]
        return " ".join(word.lower for word in self.line.words[first:end])

    # -- lists ---------------------------------------------------------------------------------

    def join(self, group: NounGroup, following: NounGroup) -> None:
        """Makes ``following``, and those joined to it, further members of the list that ``group`` opens."""
        joiner = self.between(group, following)
        if joiner not in _JOINERS and not (
            joiner == "," and (following.joined or self.are_two(group, following))
        ):
            return
        if not self.alike(group, following) or self.is_new_subject(group, following):
            return
        if joiner == "," and self.counts(group) and self.words[following.head].tag in NAMES:
            return  # "two officers, Diaz and Ruiz": the names say who the two are
        group.joined = [following, *following.joined]
        following.joined = []
        for member in group.joined:
            self.governed[member.first] = group

    def are_two(self, group: NounGroup, following: NounGroup) -> bool:
        """ "France, Mali sign pact": two names at the head of a headline, with a verb in the plural."""
        place = self.line.place
        if place[group.first]:
            return False
        are_names = self.words[group.head].tag == "NNP" == self.words[following.head].tag
        return are_names and self.line.tag(place[following.last] + 1) == "VBP"

    def counts(self, group: NounGroup) -> bool:
        """Whether the group is a number of things, and no name."""
        opens = self.words[group.first : group.head]
        return self.words[group.head].tag == "NNS" and any(word.tag == "CD" for word in opens)

    def alike(self, one: NounGroup, other: NounGroup) -> bool:
        """Members of a list are of one sort: no "it" beside a noun, no time beside an actor."""
        head, other_head = self.words[one.head], self.words[other.head]
        if "EX" in (head.tag, other_head.tag) or head.lower == "it" or other_head.lower in _UNJOINED:
            return False
        return is_time(self.words, one) == is_time(self.words, other)

    def is_new_subject(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether "and" begins a clause here: "Iran blamed Israel *and Syria left*"."""
        at = self.line.place[group.first]
        if (at and self.line.words[at - 1].lower in ("between", "both")) or not self.goes_on_to_verb(
            following
        ):
            return False
        is_comma = self.line.tag(self.line.place[group.last] + 1) == ","
        return self.has_verb_before(at) or (is_comma and self.is_fronted(group))

    def goes_on_to_verb(self, group: NounGroup) -> bool:
        """Whether a finite verb follows ``group``, phrases aside, so that it may be a subject."""
        last = group.joined[-1] if group.joined else group
        at = self.line.place[last.last] + 1
        for word in self.line.words[at : at + 7]:
            if word.tag not in _PHRASE_TAGS:
                return word.tag in FINITE
        return False

    def has_verb_before(self, at: int) -> bool:
        """Whether a finite verb, of which the group is not the reported subject, stands before ``at``."""
        for k in range(at - 1, -1, -1):
            word = self.line.words[k]
            if word.tag in FINITE:
                return not (k == at - 1 and word.lemma in _REPORTING)
            if word.tag in (".", ":", "WDT", "WP") or word.lower in _BOUNDARIES:
                return False
        return False

    # -- appositions ---------------------------------------------------------------------------

    def appose(self, group: NounGroup, following: NounGroup) -> None:
        """ "Juan Pérez, a farmer," and "the army chief, General X,": one is a name, one says what it is."""
        if (
            group.first in self.governed
            or following.first in self.governed
            or group.joined
            or following.joined
        ):
            return
        if self.between(group, following) != "," or not self.describes(group, following):
            return
        if self.is_closed(group, following):
            group.apposed = following
            self.governed[following.first] = group

    def describes(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether one of two neighbours is a name and the other a description."""
        head, other = self.words[group.head], self.words[following.head]
        if head.tag in _NOT_APPOSED or other.tag in _NOT_APPOSED:
            return False
        if is_time(self.words, group) or is_time(self.words, following):
            return False
        opener = self.words[following.first]
        if head.tag not in NAMES:
            return other.tag in NAMES and opener.tag not in _DETERMINERS and self.is_sort(group)
        if other.tag not in NAMES:
            return opener.tag in _DETERMINERS or opener.lower in _OFFICES
        is_office = following.first == following.head and other.lower in _OFFICES
        names_role = self.words[group.first].tag in _DETERMINERS and opener.tag == "NNP"
        return following.owner is not None or is_office or names_role

    def is_sort(self, group: NounGroup) -> bool:
        """Whether a common noun says what somebody or something is ("a contractor", "the capital")."""
        head = self.words[group.head]
        if head.lemma in _INTRODUCERS:
            return True
        is_indefinite = self.words[group.first].lower in ("a", "an")
        return is_indefinite and head.lemma.endswith(_PERSON_ENDINGS) and head.lemma not in _DOCUMENTS

    def is_closed(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether the apposition ends as one does: at a comma, a stop or a relative clause."""
        at = self.after_phrases(following)
        if self.line.tag(at) not in _CLOSING:
            return False
        if not self.is_fronted(group):
            return True
        # "In Kabul, the minister, an ally of X, said": it is no apposition unless another subject follows
        subject = self.starts.get(self.word_at(at + 1))
        return self.line.tag(at) == "," and subject is not None and self.goes_on_to_verb(subject)

    def after_phrases(self, group: NounGroup) -> int:
        """The place after ``group`` and the prepositional phrases behind it."""
        at = self.line.place[group.last] + 1
        while at < len(self.line.words):
            found = preposition(self.line, at)
            following = self.starts.get(self.word_at(at + found[0])) if found else None
            if following is None:
                return at
            at = self.line.place[following.last] + 1
        return at

    def word_at(self, k: int) -> int:
        return self.line.words[k].i if k < len(self.line.words) else -1

    def is_fronted(self, group: NounGroup) -> bool:
        """Whether ``group`` lies in a phrase or participle that opens its clause."""
        k = self.line.place[group.first]
        if self.line.tag(k - 1) not in _GOVERNING:
            return False
        while k > 0 and self.line.words[k - 1].tag not in (",", ".", ":", '"'):
            k -= 1
        return self.line.words[k].tag in ("IN", "TO", "VBG", "VBN")

    # -- phrases -------------------------------------------------------------------------------

    def hang(self, group: NounGroup) -> None:
        """Gives ``group`` the prepositional phrase right behind it (its list or apposition included)."""
        at, bearer = self.behind(group)
        found = preposition(self.line, at) if at < len(self.line.words) else None
        if found is None or self.words[group.head].tag == "EX":
            return
        start = at + found[0]
        start += self.line.tag(start) == '"'  # over "spying"
        target = self.starts.get(self.word_at(start))
        if target is None or found[1] == "as well as":
            return
        if found[0] == 1 and opens_clause(self.line, at, self.line.place[target.last] + 1):
            return
        bearer.preps.append(Prep(self.line.words[at].i, found[1], target))
        for member in target.members():
            self.governed[member.first] = bearer

    def behind(self, group: NounGroup) -> tuple[int, NounGroup]:
        """Where a phrase of ``group`` would start, and the group that it belongs to."""
        place, at = self.line.place, self.line.place[group.last] + 1
        if self.line.tag(at) in ('"', "'"):
            at += 1  # "the 'zone of peace' in the south"
        if group.apposed is not None:
            after = place[group.apposed.last] + 1
            if self.line.tag(after) == ",":
                # "the release of a pilot, X, from jail": from jail goes with the release
                return after + 1, self.governed.get(group.first, group)
        return at, group


def brackets(words: list[Word], groups: list[NounGroup]) -> list[NounGroup]:
    """The groups inside round brackets; a name that fills them is apposed to the group before."""
    found: list[NounGroup] = []
    at: dict[int, NounGroup] = {}
    start = -1
    for word in words:
        if word.tag == "-LRB-":
            start = word.i
        elif word.tag == "-RRB-" and start > 0:
            at = at or {i: group for group in groups for i in range(group.first, group.last + 1)}
            inside = noun_groups.find(Spine(words[start + 1 : word.i], []))
            before = at.get(start - 1)
            if before is not None and len(inside) == 1 and _fills(words, inside[0], start, word.i):
                before.apposed = before.apposed or inside[0]
            found.extend(inside)
            start = -1
    return found


def _fills(words: list[Word], group: NounGroup, start: int, end: int) -> bool:
    return group.first == start + 1 and group.last == end - 1 and words[group.head].tag in NAMES
