"""The common currency of the extractors: a Doc of sentences, words, noun groups and clauses.

Plain slotted classes, because every extractor walks them many times; nothing here has behaviour
beyond reading itself. Indexes into ``Sentence.words`` are written ``first``/``last`` and are
inclusive; offsets into ``article.text`` are written ``start``/``end`` and are half-open. Groups and
clauses are compared by identity: each is one place in the text, and they refer to one another.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """A token: its Penn Treebank ``tag``, lower-cased dictionary form ``lemma``, and offsets."""

    i: int  # position in the sentence
    text: str
    lower: str
    tag: str
    lemma: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class NounGroup:
    """A noun phrase without what follows its head ("the Army's *chief*" of "in Dublin").

    ``owner`` is the group before a possessive ("Pakistan" in "Pakistan's army", "his" in "his
    army"); the owner's words lie inside the owning group's span. ``joined`` are the further
    members of a coordination that starts with this group ("A, B and C": A.joined == [B, C]).
    ``preps`` are the prepositional phrases that follow the head and belong to it.
    ``apposed`` is a group set beside this one to say what it is ("Mary Robinson, *the president*").
    """

    first: int
    last: int
    head: int
    owner: NounGroup | None = None
    joined: list[NounGroup] = field(default_factory=list)
    preps: list[Prep] = field(default_factory=list)
    apposed: NounGroup | None = None

    def members(self) -> list[NounGroup]:
        """The group and those joined to it."""
        return [self, *self.joined]

    def reach(self) -> int:
        """The last word of the group with those joined to it and the phrases on them."""
        members = self.members()
        return max([members[-1].last, *(p.group.reach() for m in members for p in m.preps)])


@dataclass(slots=True, eq=False)
class Prep:
    """A preposition (``word``: its lower-cased text, "because of" as one) and its noun group."""

    first: int
    word: str
    group: NounGroup


@dataclass(slots=True, eq=False)
class Clause:
    """A verb with what depends on it.

    ``relation`` to ``parent``: root, conj (coordinated, shares the subject where it has none),
    that (content clause), to (infinitive), ing, relative, reduced (participle after a noun),
    subject (a participle that is the subject of its parent), adverbial (``marker`` is the
    subordinator: "if", "after", "because", …), colon (the bare verb that spells out what stands
    before a colon). Parents form a forest. ``preps`` are all prepositional phrases behind the verb,
    those that also hang on a noun group included. ``passive`` is grammatical voice; ``subject`` is
    the grammatical one (the patient, if passive), inherited over conj/to/ing/relative where the
    sentence leaves it out.
    """

    first: int
    last: int
    verb: int  # the head verb
    verb_first: int  # first word of the verb group ("had been" in "had been killed")
    verb_last: int
    lemma: str
    particle: str | None = None
    form: str = "finite"  # finite, infinitive, ing, participle
    tense: str = "past"  # past, present, future, none
    modal: str | None = None
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    subject: NounGroup | None = None
    object: NounGroup | None = None
    indirect: NounGroup | None = None
    preps: list[Prep] = field(default_factory=list)
    predicate: int | None = None  # the adjective after a copula ("is *unlikely* to agree")
    relation: str = "root"
    marker: str | None = None
    marker_at: int | None = None
    parent: Clause | None = field(default=None, repr=False)
    children: list[Clause] = field(default_factory=list, repr=False)
    antecedent: NounGroup | None = None  # of a relative or reduced clause


@dataclass(slots=True)
class Sentence:
    """A sentence of the article, in one block; ``words`` is empty where the role is not read."""

    sentence_id: str
    position: int  # 1-based, in the article
    role: str
    paragraph: int
    section: int
    start: int
    end: int
    text: str
    words: list[Word] = field(default_factory=list)
    groups: list[NounGroup] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The article offsets of the words ``first`` to ``last``, both included."""
        return self.words[first].start, self.words[last].end

    def cut(self, start: int, end: int) -> str:
        """The text between two article offsets."""
        return self.text[start - self.start : end - self.start]


@dataclass(slots=True)
class Doc:
    """An article's text and its sentences, in text order."""

    text: str
    sentences: list[Sentence]
