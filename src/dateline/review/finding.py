"""The row that a correction may mean, after the article or the code has changed its id."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher

from dateline.review.corrections import Correction
from dateline.review.words import Scene, marked

_ALIKE = 0.6  # of a sentence that was edited around the same words


def meant(one: Correction, scene: Scene, taken: Collection[tuple[str, str]]) -> str | None:
    """The id of the row with the same evidence, or with the same words in a sentence that was edited.

    ``None`` where there is no such row, or there are several. ``taken`` rows have corrections already.
    """
    if not one.evidence:
        return None
    told = {
        row_id: scene.evidence(one.table, row)
        for row_id, row in scene.rows[one.table].items()
        if (one.table, row_id) not in taken
    }
    same = [row_id for row_id, evidence in told.items() if evidence == one.evidence]
    if same:
        return same[0] if len(same) == 1 else None
    sentence, words = marked(one.evidence)
    if not words:
        return None
    alike = []
    for row_id, evidence in told.items():
        other, others = marked(evidence)
        if others == words:
            likeness = SequenceMatcher(None, sentence.split(), other.split(), autojunk=False).ratio()
            alike += [(likeness, row_id)] if likeness >= _ALIKE else []
    alike.sort(reverse=True)
    unclear = len(alike) > 1 and alike[0][0] == alike[1][0]
    return alike[0][1] if alike and not unclear else None
