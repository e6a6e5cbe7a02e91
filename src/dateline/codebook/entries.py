"""What the chapters of the event codebook hold, one dataclass a kind of row, for loader and matcher.

The meaning of each column stands in ``README.md`` beside the chapters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code; ``modes`` are the PLOVER (type, mode) pairs a frame may give with it."""

    code: str
    name: str
    goldstein: float
    quad_class: int
    event_type: str
    event_mode: str
    modes: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mode:
    """A PLOVER type with its mode ("" for the type itself)."""

    event_type: str
    event_mode: str
    quad_class: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a noun group must be.

    ``kind``: any (no constraint), none (there must be no group), some (there must be one), match:
    one of ``words`` names it, or ``actor`` is set and it is an actor or place, or ``place`` is set
    and it is a place or country.
    """

    kind: str
    actor: bool
    place: bool
    words: frozenset[str]

    def names(self, head: str, modifiers: Iterable[str] = (), of: Iterable[str] = ()) -> bool:
        """Whether a word is the head's lemma, or a modifier's, or is made of both ("air strike").

        ``of`` are the heads of the group's "of" phrases ("state of emergency").
        """
        words, modifiers = self.words, list(modifiers)
        return (
            head in words
            or any(m in words or f"{m} {head}" in words for m in modifiers)
            or any(f"{a} {b}" in words for a, b in pairwise(modifiers))
            or any(f"{head} of {o}" in words for o in of)
        )


ANY = Constraint("any", False, False, frozenset())
NONE = Constraint("none", False, False, frozenset())
SOME = Constraint("some", False, False, frozenset())


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """One verb of a row of ``verbs.csv``; ``event_type`` is "" where the row says: no event."""

    id: str
    verb: str
    particle: str | None  # second word of the lemma: a particle or a fixed preposition
    object: Constraint
    preps: tuple[tuple[str, Constraint], ...]  # alternatives: one of them must hold; () = no constraint
    target: tuple[str, ...]
    complement: str  # "", to, that, ing, must, should, none
    complement_types: frozenset[str]
    event_type: str
    event_mode: str | None
    cameo: str
    effect: str
    reciprocal: bool
    weight: int  # how many constraint columns are filled
    row: int  # position in the chapter, from 0

    @property
    def suffered(self) -> bool:
        """Whether it is done to the subject of the active ("*came* under fire from …", "*fell* to …")."""
        return self.target[:1] == ("subject",)


@dataclass(frozen=True, slots=True)
class NounFrame:
    """One noun of a row of ``nouns.csv``; one modifier must be in ``mods``, unless that is empty."""

    id: str
    noun: str
    mods: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    event_type: str
    event_mode: str | None
    cameo: str
    alone: bool
    reciprocal: bool
    row: int


@dataclass(frozen=True, slots=True)
class Composition:
    """What an outer frame and the event inside it are together."""

    outer: str
    inner: str
    event_type: str
    event_mode: str | None
    cameo: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that sets the status of what stands in its scope."""

    cue: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The event codebook, indexed for matching; every tuple is in order of preference.

    ``verbs`` is keyed by the verb without its particle, ``nouns`` by the head lemma ("air
    strike" under "strike", with "air" in ``mods``), ``light_verbs`` by lemma with its particle,
    ``compositions`` by (outer, inner), ``cues`` by kind and then by the cue.
    """

    codes: dict[str, Code]
    modes: dict[tuple[str, str], Mode]
    classes: dict[str, frozenset[str]]
    verbs: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[NounFrame, ...]]
    light_verbs: dict[str, str]
    compositions: dict[tuple[str, str], Composition]
    cues: dict[str, dict[str, Cue]]

    def compose(self, outer_id: str, outer_code: str, inner_code: str, inner_type: str) -> Composition | None:
        """The composition for an outer frame and an inner event; the longest match wins.

        ``outer_id`` is a verb frame's id, or one of the words stopped, intended, refused.
        """
        outers = (outer_id, *(outer_code[:n] for n in range(len(outer_code), 1, -1)))
        inners = (*(inner_code[:n] for n in range(len(inner_code), 1, -1)), inner_type, "*")
        for outer in outers:
            for inner in inners:
                found = self.compositions.get((outer, inner))
                if found is not None:
                    return found
        return None
