"""The argument as a reader follows it: what is said to follow, from which premise, in whose voice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dateline.excerpts import each, excerpt, sentence
from dateline.ledger import names, numbers
from dateline.tables import Tables
from dateline.wording import listing, missing, text

COLUMNS = [
    "number",
    "kind",
    "modality",
    "voice",
    "about",
    "text",
    "premise",
    "premise_of",
    "events",
    "own_events",
    "sentence",
]

Span = tuple[int, int]


def arguments(tables: Tables) -> pd.DataFrame:
    """One row an implication, in text order.

    ``voice`` is empty for the author. ``premise`` holds the stated premises (the clause beside it, and
    what links of kind cause or condition lead to it); ``premise_of`` the numbers of the implications that
    it is itself a premise of; ``events`` the numbers of the events reported inside a premise and
    ``own_events`` of those in the implication's sentence. ``premises`` are (words, the number of the
    implication that the words are, or None).
    """
    known, rows = names(tables), list(each(tables.implications))
    spans = [(int(row.start), int(row.end)) for row in rows]
    found = []
    for n, row in enumerate(rows, 1):
        stated = _premises(tables, row)
        premises = [(excerpt(tables, *span), _same(span, spans, n)) for span in stated]
        found.append(
            {
                "number": n,
                "kind": text(row.kind),
                "modality": text(row.modality),
                "voice": known.get(text(row.source_id), ""),
                "about": known.get(text(row.about_id), ""),
                "text": " ".join(text(row.text).split()),
                "premise": "; ".join(words for words, _ in premises),
                "events": listing(map(str, _within(tables, stated))),
                "own_events": listing(map(str, _within(tables, [_sentence_span(tables, row.sentence_id)]))),
                "sentence": sentence(tables, row.sentence_id),
                "premises": premises,
            }
        )
    for row in found:
        own = row["number"]
        later = [other["number"] for other in found if own in {number for _, number in other["premises"]}]
        row["premise_of"] = listing(map(str, later))
    return pd.DataFrame(found, columns=[*COLUMNS, "premises"])


def premise_spans(tables: Tables) -> list[tuple[Any, list[Span]]]:
    """Each implication's row with the spans of its stated premises, in text order."""
    return [(row, _premises(tables, row)) for row in each(tables.implications)]


def _premises(tables: Tables, row: Any) -> list[Span]:
    spans = [] if missing(row.because_start) else [(int(row.because_start), int(row.because_end))]
    for link in each(tables.links[tables.links["kind"].isin(["cause", "condition"])]):
        span = int(link.from_start), int(link.from_end)
        leads = link.to_start < row.end and link.to_end > row.start
        inside = span[0] >= row.start and span[1] <= row.end
        if leads and not inside and not any(span[0] < end and start < span[1] for start, end in spans):
            spans.append(span)
    return sorted(spans)


def _same(span: Span, spans: list[Span], own: int) -> int | None:
    """The number of the implication whose words are mostly those of ``span``."""
    for n, (start, end) in enumerate(spans, 1):
        shared = min(end, span[1]) - max(start, span[0])
        if n != own and shared > 0.7 * max(end - start, span[1] - span[0]):
            return n
    return None


def _sentence_span(tables: Tables, sentence_id: object) -> Span:
    rows = tables.sentences[(tables.sentences["sentence_id"] == sentence_id).fillna(False)]
    return (int(rows["start"].iloc[0]), int(rows["end"].iloc[0])) if len(rows) else (0, 0)


def _within(tables: Tables, spans: list[Span]) -> list[int]:
    """The numbers of the events whose trigger lies in one of the spans."""
    events, number = tables.events, numbers(tables)
    pairs = zip(events["event_id"], events["trigger_start"], strict=True)
    return sorted(number[name] for name, at in pairs if any(first <= at < last for first, last in spans))
