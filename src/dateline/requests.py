"""Demands and answers: who asks what of whom, and what became of it as far as the article tells.

A request is an event of PLOVER's type REQUEST, or any event that is only asked for. An answer is the
event that a response link leads to, or a refusal or concession in the other direction in the same
sentence or the next.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dateline import wording
from dateline.excerpts import each, excerpt
from dateline.ledger import ledger
from dateline.schema import HAPPENED
from dateline.tables import Tables
from dateline.wording import missing, text

COLUMNS = [
    "number",
    "by",
    "of",
    "by_country",
    "of_country",
    "what",
    "when",
    "answer",
    "answered",
    "answer_number",
    "basis",
    "evidence",
]
_GRANTS = frozenset({"AGREE", "CONCEDE", "RETREAT", "AID", "COOPERATE", "SUPPORT"})
_REFUSES = frozenset({"REJECT"})


def requests(tables: Tables, sides: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a demand, in text order; columns in :data:`COLUMNS`.

    ``answered``: granted, refused, answered (something else was done in return) or open; ``answer``
    says it in words; ``basis``: explicit where the article links the two, else inferred.
    """
    rows = ledger(tables, sides)
    places = tables.events[
        ["event_id", "sentence_id", "start", "end", "trigger_start", "trigger_end", "statement_id"]
    ]
    rows = rows.merge(places, on="event_id", how="left")
    position = dict(zip(tables.sentences["sentence_id"], tables.sentences["position"], strict=True))
    rows["position"] = rows["sentence_id"].map(position)
    asked = rows[(rows["type"] == "REQUEST") & ~rows["status"].isin(["requested", "denied"])]
    wanted = rows[rows["status"] == "requested"]
    found = []
    for ask in each(asked):
        contents = _contents(ask, wanted, asked)
        found += [_row(tables, rows, ask, content) for content in contents] or [_row(tables, rows, ask, None)]
    covered = {row["id"] for row in found}
    for want in each(wanted):
        if want.event_id not in covered:
            found.append(_row(tables, rows, None, want))
    found.sort(key=lambda row: row["number"])
    return pd.DataFrame(found, columns=COLUMNS)


def _contents(ask, wanted: pd.DataFrame, asked: pd.DataFrame) -> list:
    """What is asked for: the events wanted in the same sentence, after this request and before the next."""
    later = asked[(asked["sentence_id"] == ask.sentence_id) & (asked["trigger_start"] > ask.trigger_start)]
    limit = later["trigger_start"].min() if len(later) else float("inf")
    inside = (wanted["sentence_id"] == ask.sentence_id) & wanted["trigger_start"].between(
        ask.trigger_start, limit
    )
    return list(each(wanted[inside]))


def _row(tables: Tables, rows: pd.DataFrame, ask: Any, content: Any) -> dict[str, Any]:
    main = content if ask is None else ask
    by, by_country = (content.speaker, "") if ask is None else (ask.who, ask.who_country)
    if ask is not None and (ask.whom or content is None):
        of, of_country = ask.whom, ask.whom_country
    else:  # whoever is to do it is asked
        of, of_country = content.who, content.who_country
    ids = {row.event_id for row in (ask, content) if row is not None}
    answer, basis = _answer(tables, rows, main, ids, by_country, of_country)
    return {
        "id": content.event_id if content is not None else main.event_id,
        "number": content.number if content is not None else main.number,
        "by": by or "nobody named",
        "of": of or "nobody named",
        "by_country": by_country,
        "of_country": of_country,
        "what": _wording(tables, main, rows) if content is None else content.evidence,
        "when": main.when,
        "answer": _said(answer),
        "answered": _kind(answer),
        "answer_number": pd.NA if answer is None else answer.number,
        "basis": basis,
        "evidence": main.evidence,
    }


def _wording(tables: Tables, ask: Any, rows: pd.DataFrame) -> str:
    """What a bare request asks for: from its trigger on, or its sentence where its words stop short.

    The next request in the sentence ends it.
    """
    ends = tables.sentences.loc[tables.sentences["sentence_id"] == ask.sentence_id, "end"]
    end = int(ends.iloc[0]) if ask.end - ask.trigger_end < 15 and len(ends) else int(ask.end)
    later = rows.loc[
        (rows["type"] == "REQUEST") & (rows["trigger_start"] >= ask.trigger_end), "trigger_start"
    ]
    end = min([end, *map(int, later)])
    return wording.shorten(excerpt(tables, ask.trigger_start, end), 120).rstrip(" ,;.")


def _answer(tables: Tables, rows: pd.DataFrame, main, ids: set[str], by: str, of: str) -> tuple:
    links = tables.links[(tables.links["kind"] == "response") & tables.links["from_id"].isin(ids)]
    for link in each(links):
        hit = rows[(rows["event_id"] == link.to_id).fillna(False)]
        if len(hit) and not missing(link.to_id):
            return next(each(hit)), text(link.basis)
    near = rows["position"].sub(main.position).between(0, 1) & (rows["number"] > main.number)
    back = (rows["who_country"] == of) & (rows["whom_country"] == by) & (of != "") & (by != "")
    hit = rows[
        near
        & back
        & rows["type"].isin(_REFUSES | _GRANTS)
        & ~rows["event_id"].isin(ids)
        & (rows["status"] != "requested")
    ]
    return (next(each(hit)), "inferred") if len(hit) else (None, "")


def _said(answer: Any) -> str:
    if answer is None:
        return ""
    return f"{answer.who or 'somebody'}: {answer.what.lower()} ({wording.status(answer.status)})"


def _kind(answer) -> str:
    if answer is None:
        return "open"
    if answer.status not in HAPPENED:
        return "open"  # what is only expected is no answer yet
    if answer.type in _REFUSES:
        return "refused"
    return "granted" if answer.type in _GRANTS else "answered"
