"""The argument as a reader follows it: what is said to follow, from which premise, in whose voice."""

from __future__ import annotations

import pandas as pd

from dateline import wording
from dateline.excerpts import each, excerpt, sentence
from dateline.ledger import names, numbers
from dateline.tables import Tables
from dateline.wording import missing, text

COLUMNS = ["number", "kind", "modality", "voice", "about", "text", "premise", "events", "sentence"]


def arguments(tables: Tables) -> pd.DataFrame:
    """One row an implication, in text order.

    ``voice`` is empty for the author; ``premises`` the stated premises (the clause beside it, and what
    links of kind cause or condition lead to it), ``premise`` the same as one text; ``events`` the
    numbers of the events reported inside a premise; ``sentence`` the whole sentence.
    """
    known = names(tables)
    rows = []
    for n, row in enumerate(each(tables.implications), 1):
        spans = _premises(tables, row)
        premises = [excerpt(tables, start, end) for start, end in spans]
        rows.append(
            {
                "number": n,
                "kind": text(row.kind),
                "modality": text(row.modality),
                "voice": known.get(text(row.source_id), ""),
                "about": known.get(text(row.about_id), ""),
                "text": " ".join(text(row.text).split()),
                "premise": "; ".join(premises),
                "events": wording.listing(str(number) for number in _events(tables, spans)),
                "sentence": sentence(tables, row.sentence_id),
                "premises": premises,
            }
        )
    return pd.DataFrame(rows, columns=[*COLUMNS, "premises"])


def _premises(tables: Tables, row) -> list[tuple[int, int]]:
    spans = [] if missing(row.because_start) else [(int(row.because_start), int(row.because_end))]
    links = tables.links[tables.links["kind"].isin(["cause", "condition"])]
    for link in each(links):
        leads = link.to_start < row.end and link.to_end > row.start
        span = (int(link.from_start), int(link.from_end))
        inside = link.from_start >= row.start and link.from_end <= row.end
        if leads and not inside and not any(span[0] < end and start < span[1] for start, end in spans):
            spans.append(span)
    return sorted(spans)


def _events(tables: Tables, spans: list[tuple[int, int]]) -> list[int]:
    events = tables.events
    number = numbers(tables)
    found = [
        number[name]
        for name, start in zip(events["event_id"], events["trigger_start"], strict=True)
        if any(first <= start < last for first, last in spans)
    ]
    return sorted(found)
