"""The reporting cues of the codebook (``statements.csv``), ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.codebook import CodebookError, derived, rows, values

_COLUMNS = ("cue", "kind", "shapes", "source", "audience", "speech", "reference")
_SHAPES = frozenset(
    [
        "clause",
        "that",
        "quote",
        "to",
        "ing",
        "on.to",
        "prep.to",
        "object",
        "matter",
        "told",
        "as",
        "name",
        "object.of",
        "colon",
        "of",
        "on",
        "for",
        "at",
        "about",
        "against",
        "over",
    ]
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that reports: where its content stands, who may speak, who is spoken to."""

    shapes: tuple[str, ...]
    source: str  # verbs: "strict"; nouns: "light", "hearsay"; README.md has what they mean
    audience: tuple[str, ...]
    speech: str


@dataclass(slots=True)
class Cues:
    """The chapter by kind of cue."""

    verbs: dict[str, Cue] = field(default_factory=dict)
    nouns: dict[str, Cue] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], list[tuple[str, ...]]] = field(default_factory=dict)  # by two words
    openings: set[str] = field(default_factory=set)  # first words of phrases
    lists: dict[str, frozenset[str]] = field(default_factory=dict)


@derived
def load() -> Cues:
    """The reporting cues; a word with several rows has the shapes of all of them, in their order."""
    cues = Cues()
    for row in rows("statements", _COLUMNS):
        words, kind = values(row["cue"]), row["kind"]
        if kind in ("verb", "noun"):
            cue = Cue(values(row["shapes"]), row["source"], values(row["audience"]), row["speech"])
            if unknown := set(cue.shapes) - _SHAPES:
                raise CodebookError(f"statements.csv, row {row['cue']!r}: no such shape: {sorted(unknown)}")
            table = cues.verbs if kind == "verb" else cues.nouns
            for word in words:
                table[word] = _joined(table[word], cue) if word in table else cue
        elif kind == "phrase":
            for phrase in words:
                parts = tuple(phrase.split())
                cues.openings.add(parts[0])
                cues.phrases.setdefault(parts[:2], []).append(parts)
        else:
            for name in (kind, "speaker") if kind == "document" else (kind,):
                cues.lists[name] = cues.lists.get(name, frozenset()) | frozenset(words)
    return cues


def _joined(one: Cue, other: Cue) -> Cue:
    shapes = tuple(dict.fromkeys(one.shapes + other.shapes))
    audience = tuple(dict.fromkeys(one.audience + other.audience))
    return Cue(shapes, one.source or other.source, audience, one.speech)
