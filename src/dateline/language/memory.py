"""What is remembered while the clauses of a sentence are read from left to right.

The groups that wait for a verb, the clause that still takes objects, the subjects that an inserted
clause interrupts ("The army, which has suffered losses, *felt* …"), the subordinator read last.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.language.document import Clause, NounGroup, Prep, Word
from dateline.language.spine import FINITE, Spine, is_time

Relation = tuple[str, str, int]  # what the next clause will be: relation, marker, its index


@dataclass(slots=True)
class Memory:
    """The state of one pass over one sentence."""

    words: list[Word]
    line: Spine
    starts: dict[int, NounGroup]
    governed: dict[int, NounGroup]
    clauses: list[Clause] = field(default_factory=list)
    open: Clause | None = None  # takes objects and phrases
    recent: Clause | None = None  # the last clause with a verb of its own level
    waiting: list[NounGroup] = field(default_factory=list)
    suspended: list[tuple[NounGroup, Clause | None, Relation | None]] = field(default_factory=list)
    held: tuple[Relation, Clause | None] | None = None  # "that" before a fronted "if" clause
    fronted: list[Clause] = field(default_factory=list)  # clauses before their main clause
    relation: Relation | None = None
    antecedent: NounGroup | None = None
    accepting: bool = False
    has_main: bool = False  # the sentence's main verb has been read
    joiner: bool = False  # "and" since the last verb or group
    nor: bool = False  # the same, where it was "nor"
    comma: bool = False
    colon: bool = False
    loose: list[Prep] = field(default_factory=list)  # phrases before the verb
    last_group: NounGroup | None = None
    last_thing: NounGroup | None = None  # the same, but never one that says when

    def extend(self, clause: Clause, last: int) -> None:
        clause.last = max(clause.last, last)

    def end_of(self, group: NounGroup) -> int:
        """The last word of ``group`` with its list and phrases."""
        if not group.joined and not group.preps:
            return group.last
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

    def suspend(self) -> None:
        """A subject without its verb is set aside until the inserted clause is over."""
        if self.waiting and not self.drop_name(self.open or self.recent):
            pending = self.relation if self.relation is not None and self.relation[0] == "that" else None
            self.suspended.append((self.waiting[0], self.open or self.recent, pending))
            self.waiting.clear()

    def drop_name(self, before: Clause | None) -> bool:
        """ "The man, whom they called *a diplomat*, killed two": that waits for no verb, and is let go."""
        if not self.suspended or before is None or before.relation != "relative":
            return False
        place = self.line.place
        is_behind = place[self.waiting[0].first] == place[before.verb_last] + 1
        if not is_behind or before.object is None or before.object is not before.antecedent:
            return False
        self.waiting.clear()
        return True

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

    def has_object(self, clause: Clause) -> bool:
        """Whether a noun group that says no time stands right behind the verb."""
        after = self.line.place[clause.verb_last] + 1
        group = self.starts.get(self.line.words[after].i) if after < len(self.line.words) else None
        return group is not None and not is_time(self.words, group)
