"""Why a row is as it is, where people put it right."""

from __future__ import annotations

from collections.abc import Callable

import dateline
from dateline import review
from dateline.review import Correction
from dateline.tables import Tables

Correct = Callable[..., Correction]
Find = Callable[[Tables, str], str]


def test_a_corrected_event_tells_who_says_so(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    corrections = [
        correct("events", sent, "change", "cameo", "073"),
        correct("events", sent, "change", "source_text", "NATO aircraft"),
    ]
    told = dict(dateline.explain(review.apply(bosnia, corrections).tables, sent).lines)
    assert told["code by"] == "review"
    assert "found as a reviewer has it" in told["source"]
    assert told["correction"] == (
        "change source_text to NATO aircraft (was Britain); Ana Kovač, 2026-02-03: as the sentence has it"
    )


def test_an_added_event_has_no_rule_of_the_codebooks(bosnia: Tables, correct: Correct) -> None:
    cells = {"text": "killing 12 soldiers", "cameo": "190", "status": "actual"}
    done = review.apply(bosnia, [correct("events", "new1", "add", *cell) for cell in cells.items()])
    told = dict(dateline.explain(done.tables, done.tables.corrections[0].row_id).lines)
    assert told["rule"] == "none: a reviewer added the row"
