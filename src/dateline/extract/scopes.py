"""Which clause a word, a noun group or an offset of a sentence belongs to, looked up many times.

Clauses nest, so the innermost around each word is found once a sentence, in one sweep: a sentence
of a thousand clauses costs no more a word than one of three.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import heappop, heappush

from dateline.language.document import Clause, NounGroup, Prep, Sentence


class Scopes:
    """The clauses of a sentence, by the words in them and by the groups that they govern."""

    def __init__(self, sentence: Sentence) -> None:
        self.clauses = sentence.clauses
        self.starts = [word.start for word in sentence.words]
        self.ends = [word.end for word in sentence.words]
        self.subjects: dict[int, list[Clause]] = {}  # head of a member of the subject
        self.objects: dict[int, list[Clause]] = {}
        self.phrases: dict[int, list[tuple[Prep, Clause]]] = {}  # head of a phrase's group
        for clause in sentence.clauses:
            for group, index in ((clause.subject, self.subjects), (clause.object, self.objects)):
                for member in group.members() if group is not None else ():
                    index.setdefault(member.head, []).append(clause)
            for prep in clause.preps:
                self.phrases.setdefault(prep.group.head, []).append((prep, clause))
        self.hangs_on: dict[int, NounGroup] = {}  # a group's head: the group whose phrase it is
        for group in sentence.groups:
            for prep in group.preps:
                self.hangs_on.setdefault(prep.group.head, group)
        self.around = _innermost(sentence)
        self.by_verb = sorted(sentence.clauses, key=lambda clause: clause.verb)
        self.verbs = [clause.verb for clause in self.by_verb]

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
        before = bisect_right(self.verbs, word) - 1
        if before >= 0:
            return self.by_verb[before]
        return next((clause for clause in self.clauses if clause.relation == "root"), self.clauses[0])

    def word_before(self, offset: int) -> int:
        """The last word that ends at or before an offset, -1 for none."""
        return bisect_right(self.ends, offset) - 1

    def word_at(self, offset: int) -> int:
        """The first word that starts at or behind an offset."""
        return bisect_left(self.starts, offset)


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
