"""What the readers of arguments see: a sentence with what is said in it, and what they find.

For ``implications`` and the modules beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract import reporting
from dateline.extract.arguing import Cue, Cues
from dateline.extract.cast import Cast
from dateline.language.document import Clause, NounGroup, Sentence
from dateline.records import Statement

_ACTING = frozenset({"person", "organisation", "group"})
_STATES = frozenset({"country"})


@dataclass(frozen=True, slots=True)
class Argued:
    """An implication by its words."""

    cue: Cue
    clause: Clause
    modality: str
    bearing: NounGroup | None = None  # what a consequence is for
    from_subject: bool = False  # the subject is the premise
    content: Clause | None = None  # the content clause that is argued, where the clause only says so


@dataclass(slots=True)
class Scene:
    """A sentence with its statements; ``settled`` are content clauses that another row speaks for."""

    sentence: Sentence
    said: list[Statement]
    cast: Cast
    cues: Cues
    settled: set[int] = field(default_factory=set)

    def voice(self, clause: Clause) -> Statement | None:
        """The innermost statement that the clause stands in."""
        at = self.sentence.words[clause.verb].start
        around = [
            s
            for s in self.said
            if (s.content_start or 0) <= at < (s.content_end or 0)
            and (s.cue_start is None or not s.cue_start <= at < (s.cue_end or 0))
        ]
        return min(around, key=lambda s: (s.content_end or 0) - (s.content_start or 0), default=None)

    def cue_of(self, said: Statement) -> str:
        """The word by which a statement reports, as the codebook has it."""
        at = said.cue_start
        return next((w.lemma for w in self.sentence.words if w.start == at), "")

    def speaks(self, group: NounGroup) -> bool:
        entity = self.cast.of(self.sentence, group)
        return entity is not None and entity.kind in _ACTING

    def acts(self, group: NounGroup | None) -> bool:
        """Whether the group is somebody who can mean to do things."""
        if group is None:
            return True
        word = self.sentence.words[group.head]
        if word.tag == "PRP":
            return word.lower != "it"
        entity = self.cast.of(self.sentence, group)
        if entity is not None and entity.kind in _ACTING | _STATES:
            return True
        lists = reporting.load().lists
        named = word.tag in ("NNP", "NNPS")
        return named or (word.lemma in lists["speaker"] and word.lemma not in lists["document"])

    def after(self, at: int) -> int:
        """The next word from ``at`` on that is no adverb."""
        words = self.sentence.words
        while at < len(words) - 1 and words[at].tag.startswith("RB"):
            at += 1
        return at


def condition(clause: Clause) -> Clause | None:
    """The "if" clause on a clause."""
    return next(
        (
            c
            for c in clause.children
            if c.relation == "adverbial" and c.marker in ("if", "unless", "provided")
        ),
        None,
    )


def content_of(clause: Clause) -> Clause | None:
    """The "that" clause on a clause."""
    return next((c for c in clause.children if c.relation == "that" and c.verb > clause.verb), None)


def infinitive_of(clause: Clause) -> Clause | None:
    return next((c for c in clause.children if c.relation == "to" and c.verb > clause.verb), None)
