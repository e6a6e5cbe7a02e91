"""How many, by whose account? For notebook 04: the dead and injured of events that several articles count."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from dateline import wording
from dateline.accounts import Comparison, saying
from dateline.accounts.differing import DISAGREES
from dateline.charts import lettering, style
from dateline.charts.accounts import source
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.excerpts import each
from dateline.wording import missing

_MOST = 30  # lines
_LEFT, _RIGHT = 1.5, 0.9  # inches
_ROW = 0.27
_WIDE = 30  # a greatest figure so many times the least is drawn on a logarithmic scale
_DISAGREES, _AGREES = style.CONFLICT, style.RANGE


def figures_told(comparison: Comparison) -> Chart | Note:
    """A mark for each article's figure of the killed or injured in an event that another counts too."""
    if said := saying.nothing_beside(comparison):
        return Note(said)
    data = told_figures(comparison)
    if data.empty:
        return Note("No event is told with a number of killed or injured by more than one article.")
    shown = _whole(data)
    title = _title(data)
    note = (
        "A dot for a number, a line for a range, an arrow where one end is open. Red: not all can be right."
    )
    note += style.left_out(len(shown), len(data), "figures")
    heads = shown.drop_duplicates(["event", "measure"])
    lines = len(shown) + len(heads)
    with style.theme():
        figure, axes = style.canvas(
            title, _ROW * lines + 0.05, left=_LEFT, right=_RIGHT, note=note, bottom=0.36
        )
        _scale(axes, shown)
        axes.set_ylim(lines - 0.4, -0.6)
        y = 0
        for _, block in shown.groupby(["event", "measure"], sort=False):
            head = f"{block['event'].iloc[0]}  {block['what'].iloc[0]}, {block['measure'].iloc[0]}"
            room = style.WIDTH - 2 * style.MARGIN
            left = style.MARGIN - _LEFT
            words = lettering.shorten(head, room, style.SMALL, bold=True)
            style.beside(axes, y, words, (left * 72, 0), ha="left", weight="bold", bbox=_PATCH)
            for at, row in enumerate(each(block), y + 1):
                style.beside(axes, at, lettering.shorten(row.label, _LEFT - 0.3, style.SMALL))
                _mark(axes, at, row)
            y += len(block) + 1
    return Chart(figure, data, title, _alt(title, data, comparison), source(comparison))


_PATCH = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1.5}


def told_figures(comparison: Comparison) -> pd.DataFrame:
    """``event, what, measure, kind, article, label, low, high``: of the events that two articles count."""
    found = []
    kinds = {(int(row.event), str(row.trait)): str(row.kind) for row in each(comparison.differences)}
    for measure in ("killed", "injured"):
        rows = comparison.accounts[
            comparison.accounts[f"{measure}_low"].notna() | comparison.accounts[f"{measure}_high"].notna()
        ]
        for number, block in rows.groupby("event"):
            if block["article"].nunique() < 2:
                continue
            found += [
                {
                    "event": int(str(number)),
                    "what": comparison.title(int(str(number))),
                    "measure": measure,
                    "kind": kinds.get((int(str(number)), measure), "the same"),
                    "article": row.article,
                    "label": comparison.labels[row.article],
                    "low": getattr(row, f"{measure}_low"),
                    "high": getattr(row, f"{measure}_high"),
                }
                for row in each(block)
            ]
    columns = ["event", "what", "measure", "kind", "article", "label", "low", "high"]
    data = pd.DataFrame(found, columns=columns).astype({"low": "Float64", "high": "Float64"})
    return data.sort_values("event", kind="stable", ignore_index=True)


def _whole(data: pd.DataFrame) -> pd.DataFrame:
    """As many whole events as fit."""
    sizes = data.groupby("event", sort=False).size().cumsum()
    kept = [number for number, end in sizes.items() if end <= _MOST] or [sizes.index[0]]
    return data[data["event"].isin(kept)]


def _scale(axes: Axes, data: pd.DataFrame) -> None:
    values = pd.concat([data["low"], data["high"]]).dropna().astype(float)
    positive = values[values > 0]
    top = float(values.max()) if len(values) else 1.0
    if len(positive) > 1 and positive.max() / positive.min() > _WIDE:
        axes.set_xscale("log")
        axes.set_xlim(positive.min() / 1.6, positive.max() * 1.8)
    else:
        axes.set_xlim(0, max(top, 1.0) * 1.08)
    axes.set_yticks([])
    style.quiet(axes)
    axes.minorticks_off()
    axes.xaxis.set_major_formatter(lambda x, _: wording.number(x))


def _mark(axes: Axes, y: int, row: Any) -> None:
    colour = _DISAGREES if row.kind == DISAGREES else _AGREES
    ends = [float(value) for value in (row.low, row.high) if not missing(value)]
    low, high = min(ends), max(ends)
    axes.plot([low, high], [y, y], color=colour, linewidth=4, solid_capstyle="butt")
    axes.plot(ends, [y] * len(ends), "o", color=colour, markersize=7, linestyle="none")
    if len(ends) == 1:
        axes.annotate(
            "",
            (low, y),
            xytext=(26 if missing(row.high) else -26, 0),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<|-", "color": colour, "linewidth": 1.6},
        )
    axes.annotate(
        wording.span(row.low, row.high),
        (high, y),
        xytext=(31 if len(ends) == 1 and missing(row.high) else 8, 0),
        textcoords="offset points",
        va="center",
        size=style.SMALL,
        annotation_clip=False,
    )


def _title(data: pd.DataFrame) -> str:
    events = data["event"].nunique()
    clash = data.loc[data["kind"] == DISAGREES, "event"].nunique()
    say = counter(events, clash)
    said = f"{say(events, 'event is', 'events are')} counted by more than one article"
    return headline(f"{said}; {f'in {say(clash)} the' if clash else 'no'} numbers can't all be right")


def _alt(title: str, data: pd.DataFrame, comparison: Comparison) -> str:
    parts = []
    for (number, measure), rows in data.groupby(["event", "measure"], sort=False):
        told = wording.listing(f"{wording.span(row.low, row.high)} by {row.label}" for row in each(rows))
        parts.append(f"{comparison.title(int(str(number)))}, {measure} {told}")  # type: ignore[arg-type]
    return f"Figures as told. {title}. {wording.shorten('; '.join(parts), 1200)}."
