"""The argument cues of the codebook (``implications.csv``), ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.codebook import CodebookError, derived, rows, values

_KINDS = frozenset({"consequence", "necessity", "prediction", "evaluation", ""})
_MODALITIES = frozenset({"certain", "probable", "possible", "necessary", ""})


@dataclass(frozen=True, slots=True)
class Cue:
    """What kind of implication a word states, and how sure it is."""

    kind: str
    modality: str


@derived
def load() -> dict[str, dict[str, Cue]]:
    """The cues by frame, then by word."""
    found: dict[str, dict[str, Cue]] = {}
    for row in rows("implications", ("cue", "kind", "modality", "frame", "reference")):
        if row["kind"] not in _KINDS or row["modality"] not in _MODALITIES:
            raise CodebookError(f"implications.csv, row {row['cue']!r}: no such kind or modality")
        for word in values(row["cue"]):
            found.setdefault(row["frame"], {}).setdefault(word, Cue(row["kind"], row["modality"]))
    return found
