"""The argument cues of the codebook (``implications.csv``), ready to be looked up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dateline.codebook import CodebookError, derived, rows, values

_KINDS = frozenset({"consequence", "necessity", "prediction", "evaluation", ""})
_MODALITIES = frozenset({"certain", "probable", "possible", "necessary", ""})


@dataclass(frozen=True, slots=True)
class Cue:
    """What kind of implication a word states, and how sure it is."""

    kind: str
    modality: str


@dataclass(slots=True)
class Cues:
    """The chapter by frame, then by word; phrases by their first two words, the longest first."""

    words: dict[str, dict[str, Cue]] = field(default_factory=lambda: defaultdict(dict))
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Cue]]]] = field(default_factory=dict)

    def __getitem__(self, frame: str) -> dict[str, Cue]:
        return self.words[frame]


@derived
def load() -> Cues:
    """The argument cues."""
    cues = Cues()
    for row in rows("implications", ("cue", "kind", "modality", "frame", "reference")):
        if row["kind"] not in _KINDS or row["modality"] not in _MODALITIES:
            raise CodebookError(f"implications.csv, row {row['cue']!r}: no such kind or modality")
        cue = Cue(row["kind"], row["modality"])
        for word in values(row["cue"]):
            if row["frame"] == "phrase":
                first, *rest = word.split()
                second = rest[0] if rest else ""
                cues.phrases.setdefault(first, {}).setdefault(second, []).append(((first, *rest), cue))
            else:
                cues.words[row["frame"]].setdefault(word, cue)
    for seconds in cues.phrases.values():
        for found in seconds.values():
            found.sort(key=lambda item: -len(item[0]))
    return cues
