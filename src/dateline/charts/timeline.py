"""When did it happen, and how sure is each date? For notebook 02.

Every event is a bar from the first to the last day it can have happened on, in the lane of the side
that acted. Undated events are named at the foot of their lane, not dropped.
"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline import focus, wording
from dateline.charts import days, lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.charts.labels import numbered
from dateline.ledger import arrow, dated, ledger, undated
from dateline.schema import HAPPENED
from dateline.tables import Tables

_NAMED = 45  # events; more than that are drawn as bars without names
_ROW, _LEFT = 0.225, 3.6  # inches: a line, and the labels left of the axes
_COLUMNS = [
    "number",
    "side",
    "who",
    "whom",
    "type",
    "status",
    "when",
    "date_start",
    "date_end",
    "basis",
    "quad_class",
]


def timeline(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """Bars as long as each date is uncertain, lanes by side, colour by quad class."""
    own = focus.sides(tables, sides)
    rows = ledger(tables, own)[_COLUMNS]
    known = dated(rows)
    if rows.empty:
        return Note("The article reports no events, so there is nothing to place in time.")
    if known.empty:
        return Note(f"None of the {wording.count(len(rows), 'event')} has a date, so there is no timeline.")
    lanes = [lane for lane in (*own, "other") if (rows["side"] == lane).any()]
    title = _title(rows, known)
    with style.theme():
        draw = _named if len(known) <= _NAMED else _packed
        figure = draw(tables, rows, lanes, own, title)
    return Chart(figure, rows, title, _alt(title, rows, lanes), style.source(tables))


def _title(rows: pd.DataFrame, known: pd.DataFrame) -> str:
    exact = int((known["date_start"] == known["date_end"]).sum())
    parts = [
        (exact, "to a day"),
        (len(known) - exact, "to a longer stretch"),
        (len(rows) - len(known), "not at all"),
    ]
    say = counter(len(rows), *(n for n, _ in parts))
    if len(rows) in (exact, len(known) - exact):
        way = "to a day" if exact else "to a longer stretch, none to a day"
        every = {1: "The only event", 2: "Both events"}.get(len(rows), f"All {say(len(rows), 'event')}")
        return f"{every} can be dated {way}"
    said = [f"{say(n)} {words}" for n, words in parts[1:] if n]
    return headline(f"{say(exact)} of {say(len(rows), 'event')} can be dated to a day, {', '.join(said)}")


def _alt(title: str, rows: pd.DataFrame, lanes: list[str]) -> str:
    counts = wording.listing(f"{wording.country(lane)} {int((rows['side'] == lane).sum())}" for lane in lanes)
    return f"Timeline. {title}. Events by the side that acts: {counts}."


def _note(rows: pd.DataFrame) -> str:
    hollow = " Hollow: not actual (planned, asked for, imagined or denied)." if _open(rows).any() else ""
    return f"A bar runs over the days on which the event can have happened.{hollow} Numbers as in the ledger."


def _open(rows: pd.DataFrame) -> pd.Series:
    return ~rows["status"].isin(HAPPENED)


def _layout(rows: pd.DataFrame, lanes: list[str]) -> list[tuple[str, Any]]:
    """What stands on each line from the top: a lane's name, an event's row, or words on the undated ones."""
    lines: list[tuple[str, Any]] = []
    for lane in lanes:
        mine = rows[rows["side"] == lane]
        lines.append(("lane", lane))
        known = dated(mine).sort_values(["date_start", "date_end", "number"])
        lines += [("event", row) for _, row in known.iterrows()]
        if not undated(mine).empty:
            words = _undated(undated(mine))
            tall = math.ceil(lettering.height(words, style.LINE) / _ROW)
            lines += [("undated", words), *[("gap", None)] * (tall - 1)]
        lines.append(("gap", None))
    return lines[:-1]


def _undated(rows: pd.DataFrame) -> str:
    """The undated events of a lane by their numbers, in lines as wide as the labels."""
    words = f"{wording.count(len(rows), 'event')} without a date: {wording.listing(map(str, rows['number']))}"
    return lettering.wrap(wording.sentence(words)[:-1], _LEFT - 0.65, style.SMALL, 4)


def _named(tables: Tables, rows: pd.DataFrame, lanes: list[str], own: tuple[str, ...], title: str) -> Figure:
    lines = _layout(rows, lanes)
    height = _ROW * len(lines)
    figure, _ = style.headed(title, height + 0.9, note=_note(rows))
    day = days.published(tables)
    panels = days.panels(dated(rows), day)
    axes = days.side_by_side(figure, panels, _LEFT, 0.68, height, len(lines))
    for one in axes:
        room = one.get_position().width * style.WIDTH
        for y, (kind, what) in enumerate(lines):
            if kind == "event":
                _bar(one, y, what, room, 0.62)
        days.mark_published(one, day, label=one is axes[-1])
    _labels(axes[0], lines, own)
    style.quad_key(figure, rows["quad_class"])
    return figure


def _bar(axes: Axes, y: float, row: pd.Series, width: float, height: float) -> None:
    """The bar of one event; a single day gets the width of a mark that can be seen."""
    low, high = axes.get_xlim()
    start, end = date2num(row["date_start"]), date2num(row["date_end"]) + 1
    least = (high - low) * 0.075 / width
    if end - start < least:
        start, end = (start + end - least) / 2, (start + end + least) / 2
    colour = style.quad_colour(row["quad_class"])
    hollow = row["status"] not in HAPPENED
    axes.barh(
        y,
        end - start,
        left=start,
        height=height,
        color=style.PAPER if hollow else colour,
        edgecolor=style.ink(colour),
        linewidth=1.5 if hollow else 0.7,
    )


def _labels(axes: Axes, lines: list[tuple[str, Any]], own: tuple[str, ...]) -> None:
    """Names of lanes and events to the left of the axes, at the lines they belong to."""
    edge = -(_LEFT - style.MARGIN) * 72
    for y, (kind, what) in enumerate(lines):
        if kind == "lane":
            words = "Others act" if what == "other" else f"{wording.country(what)} acts"
            ink = style.ink(style.side_colour(str(what), own))
            style.beside(axes, y, words, (edge, 0), ha="left", size=style.BODY, weight="bold", ink=ink)
        elif kind == "event":
            words = f"{arrow(what, 44)}: {wording.noun(what['type'])}"
            numbered(axes, y, _LEFT, what["number"], words)
        elif kind == "undated":
            more = {"va": "top", "linespacing": 1.25, "style": "italic"}
            style.beside(axes, y - 0.35, what, (edge + 22, 0), ha="left", ink=style.SOFT, **more)


def _packed(tables: Tables, rows: pd.DataFrame, lanes: list[str], own: tuple[str, ...], title: str) -> Figure:
    """Bars without names, each lane as many lines high as events overlap."""
    known = dated(rows)
    stacks = {lane: _stack(known[known["side"] == lane]) for lane in lanes}
    depth = {lane: max([6, *(y + 1 for y, _ in stack)]) for lane, stack in stacks.items()}
    lines, gap = sum(depth.values()) + 3 * len(lanes), 3
    height = min(8.0, 0.085 * lines)
    note = _note(rows) + " Too many to name here: the ledger lists them."
    figure, axes = style.canvas(title, height, left=1.55, note=note, bottom=0.6, above=0.2)
    first, last = known["date_start"].min(), known["date_end"].max()
    pad = max((last - first) * 0.015, pd.Timedelta(days=2))
    days.frame(axes, lines, first - pad, last + pad, 8)
    y0 = 1
    for lane in lanes:
        _lane_name(axes, lane, own, y0 + depth[lane] / 2 - 0.5, rows)
        for y, row in stacks[lane]:
            _bar(axes, y0 + y, row, style.WIDTH - 1.85, 0.8)
        y0 += depth[lane] + gap
    days.mark_published(axes, days.published(tables), label=True)
    style.quad_key(figure, rows["quad_class"])
    return figure


def _stack(rows: pd.DataFrame) -> list[tuple[int, pd.Series]]:
    """Each event with the first line on which it overlaps none before it."""
    ends: list[pd.Timestamp] = []
    placed = []
    for _, row in rows.sort_values(["date_start", "date_end", "number"]).iterrows():
        free = next((y for y, end in enumerate(ends) if end < row["date_start"]), len(ends))
        ends[free:] = [row["date_end"], *ends[free + 1 :]]
        placed.append((free, row))
    return placed


def _lane_name(axes: Axes, lane: str, own: tuple[str, ...], y: float, rows: pd.DataFrame) -> None:
    mine = rows[rows["side"] == lane]
    name = "Others act" if lane == "other" else f"{wording.country(lane)} acts"
    name = lettering.wrap(name, 1.2, style.SMALL, 2)
    words = f"{name}\n{len(mine)} events,\n{len(undated(mine))} undated"
    style.beside(axes, y, words, ink=style.ink(style.side_colour(lane, own)), linespacing=1.3)
