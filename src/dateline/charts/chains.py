"""Who answered whom? For notebook 02: actions to the left, what they led to on the right."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.boxes import Arrow, Box, boxes
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline, tally
from dateline.excerpts import each, excerpt
from dateline.ledger import arrow, ledger
from dateline.tables import Tables

_MOST = 20  # boxes


def chains(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """The links of kind response and cause as arrows: solid where a word says so, dashed where inferred."""
    links = tables.links[tables.links["kind"].isin(["response", "cause"])]
    if links.empty:
        return Note("The article links no action to an answer or an effect.")
    own = focus.sides(tables, sides)
    data, items = _data(tables, links, own)
    shown = _largest(data)
    kept = data[data["from_key"].isin(shown) & data["to_key"].isin(shown)]
    arrows = [
        Arrow(row.from_key, row.to_key, row.basis == "inferred", "leads to" if row.kind == "cause" else "")
        for row in each(kept)
    ]
    title = _title(data)
    note = "Solid: the article says so. Dashed: inferred from order and actors. Numbers as in the ledger."
    note += style.left_out(len(kept), len(data), "links", "The longest chains,")
    ordered = [items[key] for key in shown]
    with style.theme():
        figure = boxes(title, ordered, arrows, note=note, most=3)
    frame = data[["kind", "basis", "from", "to", "cue"]]
    return Chart(figure, frame, title, _alt(title, frame), style.source(tables))


def _place(key: str) -> int:
    return int(key.split(":")[0])


def _data(tables: Tables, links: pd.DataFrame, own: tuple[str, ...]) -> tuple[pd.DataFrame, dict[str, Box]]:
    """The links with the words of both ends, and a box for each end; keys start with the offset, to sort
    by."""
    events = ledger(tables, own).set_index("event_id")
    starts = tables.events.set_index("event_id")["start"]
    items: dict[str, Box] = {}
    found = []
    for link in each(links):
        ends = []
        for event, start, end in (
            (link.from_id, link.from_start, link.from_end),
            (link.to_id, link.to_start, link.to_end),
        ):
            if not wording.missing(event) and event in events.index:
                row = events.loc[event]
                box = Box(
                    f"{starts[event]}:{event}",
                    f"{row['number']}  {arrow(row)}",
                    str(row["evidence"]),
                    style.side_colour(row["side"], own),
                )
            else:
                words = excerpt(tables, start, end)
                box = Box(f"{start}:{end}", "", words, style.OTHER)
            items[box.key] = box
            ends.append(box)
        found.append(
            (
                link.kind,
                link.basis,
                *(f"{box.head} {box.words}".strip() for box in ends),
                wording.text(link.cue),
                ends[0].key,
                ends[1].key,
            )
        )
    columns = ["kind", "basis", "from", "to", "cue", "from_key", "to_key"]
    return pd.DataFrame(found, columns=columns), items


def _rank(chain: set[str]) -> tuple[int, int, int]:
    """The longest first, of those the ones with more coded events, of those the first in the text."""
    events = sum(":e_" in key for key in chain)
    return -len(chain), -events, min(map(_place, chain))


def _largest(data: pd.DataFrame) -> list[str]:
    """The keys of the longest chains, as many as there is room for; at least one. The longest comes first."""
    graph = nx.Graph(list(zip(data["from_key"], data["to_key"], strict=True)))
    chains = sorted(nx.connected_components(graph), key=_rank)
    kept: list[str] = []
    for chain in chains:
        if kept and len(kept) + len(chain) > _MOST:
            break
        kept += sorted(chain, key=_place)[:_MOST]
    return kept


def _title(data: pd.DataFrame) -> str:
    answers, effects = int((data["kind"] == "response").sum()), int((data["kind"] == "cause").sum())
    said, inferred = int((data["basis"] == "explicit").sum()), int((data["basis"] == "inferred").sum())
    numbers = answers, effects, said, inferred
    say = counter(*numbers)
    found = tally([(answers, "answer", "answers"), (effects, "effect", "effects")], *numbers)
    how = f"{say(said)} said by the article, {say(inferred)} inferred"
    if not said or not inferred:
        how = "said by the article" if said else "inferred from order and actors"
    return headline(f"{found}: {how}")


def _alt(title: str, data: pd.DataFrame) -> str:
    pairs = "; ".join(
        f"{wording.shorten(a, 60)} → {wording.shorten(b, 60)}"
        for a, b in zip(data["from"], data["to"], strict=True)
    )
    return f"Chains of action and answer. {title}. {wording.shorten(pairs, 900)}"
