"""When was it, by whose account? For notebook 04: the events that articles date differently, each to its own
scale."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline import wording
from dateline.accounts import Comparison, saying
from dateline.accounts.differing import DISAGREES
from dateline.charts import days, lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.excerpts import each

_MOST = 12  # events
_LEFT, _RIGHT = 1.3, 1.9  # inches
_HEAD, _ROW, _AXIS = 0.27, 0.25, 0.46
_DISAGREES, _AGREES = style.CONFLICT, style.RANGE


def dates_told(comparison: Comparison) -> Chart | Note:
    """A line for each account of an event that is dated differently, a bar over the days of its date."""
    if said := saying.nothing_beside(comparison):
        return Note(said)
    data = told_dates(comparison)
    if data.empty:
        return Note(
            "No event that more than one article tells is dated differently by them."
            if len(comparison.accounts)
            else saying.shared(comparison)
        )
    blocks = [block for _, block in data.groupby("event", sort=False)]
    shown = blocks[:_MOST]
    title = _title(blocks)
    note = (
        "Each event to its own scale; a bar runs over the days that a date can mean. Red where two accounts "
        "can't both be right, blue where one is only less exact."
    ) + style.left_out(len(shown), len(blocks), "events")
    with style.theme():
        tall = [_HEAD + _ROW * len(block) + _AXIS for block in shown]
        figure, top = style.headed(title, sum(tall) + 0.05, note=note)
        y = top * figure.get_figheight()
        for block, height in zip(shown, tall, strict=True):
            _block(figure, block, y, height)
            y -= height
    return Chart(figure, data, title, _alt(title, data, comparison), source(comparison))


def told_dates(comparison: Comparison) -> pd.DataFrame:
    """``event, what, kind, article, label, when, date_start, date_end``: accounts of events that are dated
    differently; first where they disagree."""
    kinds = {
        int(row.event): str(row.kind)
        for row in each(comparison.differences[comparison.differences["trait"] == "date"])
    }
    rows = comparison.accounts[comparison.accounts["event"].isin(list(kinds))]
    data = pd.DataFrame(
        {
            "event": rows["event"],
            "what": [comparison.title(int(number)) for number in rows["event"]],
            "kind": [kinds[int(number)] for number in rows["event"]],
            "article": rows["article"],
            "label": [comparison.labels[name] for name in rows["article"]],
            "when": rows["when"],
            "date_start": rows["date_start"],
            "date_end": rows["date_end"],
        }
    )
    first = data["kind"] == DISAGREES
    return pd.concat([data[first], data[~first]], ignore_index=True)


def source(comparison: Comparison) -> str:
    """The line under every chart of several articles: whose they are."""
    parts = []
    for tables in comparison.articles.values():
        row = tables.articles.iloc[0] if len(tables.articles) else None
        if row is None:
            continue
        known = [wording.text(row["author"]), wording.text(row["publisher"]), wording.day(row["published"])]
        parts.append(", ".join(part for part in known if part))
    return "Sources: " + "; ".join(part for part in parts if part) if parts else "Sources: not known"


def _block(figure: Figure, block: pd.DataFrame, y: float, height: float) -> None:
    total = figure.get_figheight()
    disagrees = block["kind"].iloc[0] == DISAGREES
    room = style.WIDTH - 2 * style.MARGIN
    head = f"{block['event'].iloc[0]}  {block['what'].iloc[0]}"
    figure.text(
        style.MARGIN / style.WIDTH,
        (y - 0.06) / total,
        lettering.shorten(head, room, style.SMALL, bold=True),
        size=style.SMALL,
        weight="bold",
        va="top",
    )
    bottom, tall = y - height + _AXIS, _ROW * len(block)
    wide = style.WIDTH - _LEFT - _RIGHT
    axes = figure.add_axes((_LEFT / style.WIDTH, bottom / total, wide / style.WIDTH, tall / total))
    known = block.dropna(subset=["date_start", "date_end"])
    first, last = known["date_start"].min(), known["date_end"].max()
    pad = max((last - first) * 0.12, pd.Timedelta(days=2))
    days.frame(axes, len(block), first - pad, last + pad, 4)
    for at, row in enumerate(each(block)):
        _line(axes, at, row, _DISAGREES if disagrees else _AGREES)


def _line(axes: Axes, y: int, row: Any, colour: str) -> None:
    style.beside(axes, y, lettering.shorten(row.label, _LEFT - 0.3, style.SMALL))
    undated = wording.missing(row.date_start)
    ink = style.SOFT if undated else style.INK
    words = lettering.shorten(row.when if undated else _short(row), _RIGHT - 0.25, style.SMALL)
    style.beside(axes, y, words, (8, 0), right=True, ink=ink)
    if undated:
        return
    start, end = date2num(row.date_start), date2num(row.date_end) + 1
    low, high = axes.get_xlim()
    least = (high - low) * 0.012
    if end - start < least:
        start, end = (start + end - least) / 2, (start + end + least) / 2
    axes.barh(y, end - start, left=start, height=0.5, color=colour)


def _short(row: Any) -> str:
    """The date in little room: ``21–31 Jan 2011``."""
    first, last = row.date_start, row.date_end
    if "–" not in row.when:
        return row.when
    begin, end = wording.short_day(first), wording.short_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{begin[:-5] if first.year == last.year else begin} – {end}"


def _title(blocks: list[pd.DataFrame]) -> str:
    clash = sum(block["kind"].iloc[0] == DISAGREES for block in blocks)
    say = counter(len(blocks), clash)
    said = f"{say(len(blocks), 'event is', 'events are')} dated differently"
    return headline(f"{said}; {f'in {say(clash)} the' if clash else 'no'} dates can't both be right")


def _alt(title: str, data: pd.DataFrame, comparison: Comparison) -> str:
    parts = []
    for number, rows in data.groupby("event", sort=False):
        told = wording.listing(f"{row.when} by {row.label}" for row in each(rows))
        parts.append(f"{comparison.title(int(str(number)))}, {told}")
    return f"Dates as told. {title}. {wording.shorten('; '.join(parts), 1200)}."
