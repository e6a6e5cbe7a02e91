"""Which clause a word, a noun group or an offset of a sentence belongs to, looked up many times.

Clauses nest, so the innermost around each word is found once a sentence, in one sweep: a sentence
of a thousand clauses costs no more a word than one of three.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from heapq import heappop, heappush

from dateline.language.document import Clause, NounGroup, Prep, Sentence


class Scopes:
    """The clauses of a sentence, by the words in them and by the groups that they govern."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.clauses = sentence.clauses

    @cached_property
    def subjects(self) -> dict[int, list[Clause]]:
        """The clauses by the heads of their subjects' members."""
        return _by_head((clause.subject, clause) for clause in self.clauses)

    @cached_property
    def objects(self) -> dict[int, list[Clause]]:
        """The clauses by the heads of their objects' members."""
        return _by_head((clause.object, clause) for clause in self.clauses)

    @cached_property
    def phrases(self) -> dict[int, list[tuple[Prep, Clause]]]:
        """The prepositions of the clauses by the heads of their groups."""
        found: dict[int, list[tuple[Prep, Clause]]] = {}
        for clause in self.clauses:
            for prep in clause.preps:
                found.setdefault(prep.group.head, []).append((prep, clause))
        return found

    @cached_property
    def hangs_on(self) -> dict[int, NounGroup]:
        """By the head of a phrase's group the group that the phrase is on."""
        found: dict[int, NounGroup] = {}
        for group in self.sentence.groups:
            for prep in group.preps:
                found.setdefault(prep.group.head, group)
        return found

    @cached_property
    def around(self) -> list[Clause | None]:
        """The innermost clause of each word."""
        return _innermost(self.sentence)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts in the article."""
        return [word.start for word in self.sentence.words]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in the article."""
        return [word.end for word in self.sentence.words]

    @cached_property
    def by_verb(self) -> tuple[list[int], list[Clause]]:
        """The verbs in order, and their clauses."""
        ordered = sorted(self.clauses, key=lambda clause: clause.verb)
        return [clause.verb for clause in ordered], ordered

    def of(self, group: NounGroup) -> Clause | None:
        """The clause that the group is an argument of; else the one that it stands in."""
        if group.head in self.objects:
            return self.objects[group.head][0]
        if group.head in self.phrases:
            return self.phrases[group.head][0][1]
        if group.head in self.subjects:
            return self.subjects[group.head][-1]
        return self.around[group.head]

    def nearest(self, offset: int) -> Clause | None:
        """The innermost clause around an offset; else that of the last verb before it, or the first."""
        if not self.clauses:
            return None
        word = bisect_right(self.starts, offset) - 1
        if word >= 0 and offset < self.ends[word] and self.around[word] is not None:
            return self.around[word]
        verbs, ordered = self.by_verb
        before = bisect_right(verbs, word) - 1
        if before >= 0:
            return ordered[before]
        return next((clause for clause in self.clauses if clause.relation == "root"), self.clauses[0])

    def word_before(self, offset: int) -> int:
        """The last word that ends at or before an offset, -1 for none."""
        return bisect_right(self.ends, offset) - 1


def _by_head(pairs: Iterable[tuple[NounGroup | None, Clause]]) -> dict[int, list[Clause]]:
    found: dict[int, list[Clause]] = {}
    for group, clause in pairs:
        for member in group.members() if group is not None else ():
            found.setdefault(member.head, []).append(clause)
    return found


def _innermost(sentence: Sentence) -> list[Clause | None]:
    """For each word the clause around it with the last verb before it; if all follow, the first of them."""
    opening: dict[int, list[Clause]] = {}
    for clause in sentence.clauses:
        opening.setdefault(clause.first, []).append(clause)
    waiting: list[tuple[int, int, Clause]] = []  # opened, their verbs still ahead, the nearest first
    begun: list[tuple[int, int, Clause]] = []  # their verbs passed, the latest first
    found: list[Clause | None] = []
    count = 0
    for i in range(len(sentence.words)):
        for clause in opening.get(i, ()):
            count += 1
            heappush(waiting, (clause.verb, count, clause))
        while waiting and waiting[0][0] <= i:
            verb, n, clause = heappop(waiting)
            heappush(begun, (-verb, n, clause))
        while begun and begun[0][2].last < i:
            heappop(begun)
        while waiting and waiting[0][2].last < i:
            heappop(waiting)
        found.append(begun[0][2] if begun else waiting[0][2] if waiting else None)
    return found
