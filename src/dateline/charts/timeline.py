"""When did it happen, and how sure is each date? For notebook 02.

Every event is a bar from the first to the last day it can have happened on, in the lane of the side
that acted. Undated events are named at the foot of their lane, not dropped.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline import focus, wording
from dateline.charts import days, style
from dateline.charts.chart import Chart, Note
from dateline.ledger import arrow, dated, ledger, undated
from dateline.tables import Tables

_NAMED = 45  # events; more than that are drawn as bars without names
_ROW = 0.235  # inches
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
_PLAIN = frozenset({"actual", "ongoing"})


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
    return (
        f"{exact} of {wording.count(len(rows), 'event')} can be dated to a day, "
        f"{len(known) - exact} to a longer stretch, {len(rows) - len(known)} not at all"
    )


def _alt(title: str, rows: pd.DataFrame, lanes: list[str]) -> str:
    counts = wording.listing(f"{wording.country(lane)} {int((rows['side'] == lane).sum())}" for lane in lanes)
    return f"Timeline. {title}. Events by the side that acts: {counts}."


def _note(rows: pd.DataFrame) -> str:
    hollow = " Hollow: not actual (planned, asked for, imagined or denied)." if _open(rows).any() else ""
    return f"A bar runs over the days on which the event can have happened.{hollow} Numbers as in the ledger."


def _open(rows: pd.DataFrame) -> pd.Series:
    return ~rows["status"].isin(_PLAIN)


def _layout(rows: pd.DataFrame, lanes: list[str]) -> list[tuple[str, object]]:
    """What stands on each line from the top: a lane's name, an event's row, or a lane's undated ones."""
    lines: list[tuple[str, object]] = []
    for lane in lanes:
        mine = rows[rows["side"] == lane]
        lines.append(("lane", lane))
        known = dated(mine).sort_values(["date_start", "date_end", "number"])
        lines += [("event", row) for _, row in known.iterrows()]
        if not undated(mine).empty:
            lines.append(("undated", list(undated(mine)["number"])))
        lines.append(("gap", None))
    return lines[:-1]


def _named(tables: Tables, rows: pd.DataFrame, lanes: list[str], own: tuple[str, ...], title: str) -> Figure:
    lines = _layout(rows, lanes)
    height = _ROW * len(lines)
    figure, _ = style.headed(title, height + 0.92, note=_note(rows))
    total = figure.get_figheight()
    day = days.published(tables)
    panels = days.panels(dated(rows), day)
    labelled = max((i for i, (_, first, last) in enumerate(panels) if first <= day <= last), default=-1)
    left, gap = 4.05, 0.25
    room = style.WIDTH - left - 0.25 - gap * (len(panels) - 1)
    widths = [room] if len(panels) == 1 else [room * 0.36, room * 0.64]
    for i, (name, first, last) in enumerate(panels):
        x = left + sum(widths[:i]) + gap * i
        box = (x / style.WIDTH, 0.65 / total, widths[i] / style.WIDTH, height / total)
        axes = figure.add_axes(box)
        days.frame(axes, len(lines), first, last, 2 if len(panels) > 1 and i == 0 else 5)
        axes.set_title(name, size=style.SMALL, color=style.SOFT, loc="left", pad=3)
        for y, (kind, what) in enumerate(lines):
            if kind == "event":
                _bar(axes, y, what, widths[i], 0.62)  # type: ignore[arg-type]
        days.mark_published(axes, day, label=i == labelled)
        if i == 0:
            _labels(axes, lines, own, left)
    _key(figure, rows)
    return figure


def _key(figure: Figure, rows: pd.DataFrame) -> None:
    """The quad classes that occur, at the foot of the figure."""
    classes = [number for number in style.QUAD if (rows["quad_class"] == number).any()]
    style.key(figure, [(style.QUAD[number], wording.quad(number)) for number in classes])


def _bar(axes: Axes, y: float, row: pd.Series, width: float, height: float) -> None:
    """The bar of one event; a single day gets the width of a mark that can be seen."""
    low, high = axes.get_xlim()
    start, end = date2num(row["date_start"]), date2num(row["date_end"]) + 1
    least = (high - low) * 0.075 / width
    if end - start < least:
        start, end = (start + end - least) / 2, (start + end + least) / 2
    colour = style.quad_colour(row["quad_class"])
    hollow = row["status"] not in _PLAIN
    axes.barh(
        y,
        end - start,
        left=start,
        height=height,
        color=style.PAPER if hollow else colour,
        edgecolor=colour,
        linewidth=1.6 if hollow else 0.6,
        clip_on=True,
    )


def _labels(axes: Axes, lines: list[tuple[str, object]], own: tuple[str, ...], left: float) -> None:
    """Names of lanes and events to the left of the axes, at the lines they belong to."""
    transform = axes.get_yaxis_transform()
    width = axes.get_position().width * style.WIDTH
    edge = -(left - 0.16) / width
    for y, (kind, what) in enumerate(lines):
        if kind == "lane":
            colour = style.side_colour(str(what), own)
            words = "Others" if what == "other" else f"{wording.country(what)} acts"
            axes.text(
                edge, y, words, transform=transform, va="center", size=style.BODY, weight="bold", color=colour
            )
        elif kind == "event":
            row: pd.Series = what  # type: ignore[assignment]
            number = f"{row['number']}"
            axes.text(
                edge + 0.2 / width,
                y,
                number,
                transform=transform,
                va="center",
                ha="right",
                size=style.SMALL,
                color=style.SOFT,
            )
            words = wording.shorten(
                f"{arrow(row, 44)}: {wording.noun(row['type'])}", style.characters(left - 0.55)
            )
            axes.text(edge + 0.28 / width, y, words, transform=transform, va="center", size=style.SMALL)
        elif kind == "undated":
            numbers = list(what)  # type: ignore[call-overload]
            words = (
                f"{wording.count(len(numbers), 'event')} without a date: "
                f"{wording.listing(map(str, numbers), 14)}"
            )
            axes.text(
                edge + 0.28 / width,
                y,
                words,
                transform=transform,
                va="center",
                size=style.SMALL,
                style="italic",
                color=style.SOFT,
            )


def _packed(tables: Tables, rows: pd.DataFrame, lanes: list[str], own: tuple[str, ...], title: str) -> Figure:
    """Bars without names, each lane as many lines high as events overlap."""
    known = dated(rows)
    stacks = {lane: _stack(known[known["side"] == lane]) for lane in lanes}
    depth = {lane: max((y for y, _ in stack), default=0) + 1 for lane, stack in stacks.items()}
    height = min(11.0, max(0.09 * sum(depth.values()), 1.2) + 0.45 * len(lanes))
    note = _note(rows) + " Too many to name here: the ledger lists them."
    figure, axes = style.canvas(title, height, left=1.7, note=note, bottom=0.72)
    unit = 0.09 / (height / (sum(depth.values()) + 3 * len(lanes)))
    gap, y0 = 3.0, 1.0
    first, last = known["date_start"].min(), known["date_end"].max()
    days.frame(axes, int(sum(depth.values()) + gap * len(lanes)), first, last, 8)
    for lane in lanes:
        _lane_name(axes, lane, own, y0 + depth[lane] / 2, rows)
        for y, row in stacks[lane]:
            _bar(axes, y0 + y, row, style.WIDTH - 2, min(0.8, unit))
        y0 += depth[lane] + gap
    days.mark_published(axes, days.published(tables), label=True)
    _key(figure, rows)
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
    name = "Others" if lane == "other" else wording.country(lane)
    words = f"{name}\n{wording.count(len(mine), 'event')},\n{len(undated(mine))} undated"
    axes.text(
        -0.02,
        y,
        words,
        transform=axes.get_yaxis_transform(),
        ha="right",
        va="center",
        color=style.side_colour(lane, own),
    )
