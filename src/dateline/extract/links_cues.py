"""The linking cues of the codebook (``links.csv``), ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.codebook import CodebookError, derived, rows, values
from dateline.language.document import Clause

_KINDS = frozenset({"cause", "response", "purpose", "condition", ""})
_FRAMES = frozenset(
    [
        "clause",
        "phrase",
        "adverb",
        "verb",
        "makes",
        "affect",
        "reverse",
        "follow",
        "answer",
        "for",
        "against",
        "over",
        "aim",
        "aimed",
        "complement",
        "protesting",
        "harm",
        "after",
        "arise",
        "mood",
        "guilty",
        "happening",
        "explain",
        "blame",
        "draw",
        "reaction",
        "reason",
        "outcome",
        "answerable",
        "motive",
        "inquire",
        "or",
        "stative",
    ]
) | {"complement noun", "complement object", "meant for", "not over"}
_FRAMES |= {"taking", "taking alone", "taking to", "replying", "answered", "acts"}


@dataclass(frozen=True, slots=True)
class Cue:
    """What a linking word says, and what stands with it (README.md)."""

    kind: str
    frame: str
    takes: tuple[str, ...]


@dataclass(slots=True)
class Cues:
    """The chapter: phrases by their first two words (or the only one), the longest first; words by frame."""

    phrases: dict[tuple[str, ...], list[tuple[tuple[str, ...], Cue]]] = field(default_factory=dict)
    openings: set[str] = field(default_factory=set)  # first words of phrases
    words: dict[str, dict[str, Cue]] = field(default_factory=dict)

    def of(self, frame: str, word: str) -> Cue | None:
        return self.words.get(frame, {}).get(word)

    def verb(self, frame: str, clause: Clause) -> Cue | None:
        """The cue of a clause's verb: with its particle ("break out"), or without."""
        known = self.words.get(frame, {})
        if clause.particle and (cue := known.get(f"{clause.lemma} {clause.particle}")):
            return cue
        return known.get(clause.lemma)


@derived
def load() -> Cues:
    """The linking cues."""
    cues = Cues()
    for row in rows("links", ("cue", "kind", "frame", "with", "reference")):
        if row["kind"] not in _KINDS or row["frame"] not in _FRAMES:
            raise CodebookError(f"links.csv, row {row['cue']!r}: no such kind or frame")
        cue = Cue(row["kind"], row["frame"], values(row["with"]))
        for word in values(row["cue"]):
            if cue.frame in ("clause", "phrase", "adverb"):
                parts = tuple(word.split())
                cues.openings.add(parts[0])
                cues.phrases.setdefault(parts[:2], []).append((parts, cue))
            else:
                known = cues.words.setdefault(cue.frame, {})
                if cue.frame == "answered" and word in known:
                    cue_of = known[word]
                    known[word] = Cue(cue.kind, cue.frame, (*cue_of.takes, *cue.takes))
                else:
                    known.setdefault(word, cue)
    for found in cues.phrases.values():
        found.sort(key=lambda item: -len(item[0]))
    return cues
