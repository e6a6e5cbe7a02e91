"""How hostile is it, by whose account? For notebook 04: the mean value of an event in each article."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from dateline import wording
from dateline.accounts import Comparison, saying
from dateline.charts import lettering, style
from dateline.charts.accounts import source
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import headline
from dateline.excerpts import each

_MOST = 20  # lines
_LEFT, _RIGHT = 2.6, 0.5  # inches
_ROW = 0.3


def balances(comparison: Comparison, sides: tuple[str, str] | None = None) -> Chart | Note:
    """A dot for the mean Goldstein value in each article, from one side to the other and back; a bar for the
    other ways of counting."""
    if said := saying.nothing_beside(comparison):
        return Note(said)
    own = comparison.sides(sides)
    data = saying.averages(comparison, own)
    if data.empty:
        return Note(saying.leaning(comparison, own))
    data = data.sort_values(
        "direction", key=lambda column: column != _first(own), kind="stable", ignore_index=True
    )
    shown = data.head(_MOST)
    title = headline(saying.leaning(comparison, own))
    note = (
        "The mean of the events between the two, on Goldstein's scale from −10 (attack) to +10 (aid); a bar "
        "spans other ways of counting. Means of few events say little."
    ) + style.left_out(len(shown), len(data), "lines")
    groups = shown["direction"].nunique()
    with style.theme():
        height = _ROW * (len(shown) + groups) + 0.05
        figure, axes = style.canvas(title, height, left=_LEFT, right=_RIGHT, note=note, bottom=0.4)
        axes.set_xlim(-11, 11)
        axes.set_ylim(len(shown) + groups - 0.4, -0.6)
        axes.axvline(0, color=style.FAINT, linewidth=0.8)
        _draw(axes, shown, own)
        axes.set_yticks([])
        style.quiet(axes)
        axes.set_xticks([-10, -5, 0, 5, 10], ["−10\nconflict", "−5", "0", "+5", "+10\ncooperation"])
    return Chart(figure, data, title, _alt(title, data), source(comparison))


def _first(own: tuple[str, ...]) -> str:
    return " → ".join(own)


def _draw(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    y = 0
    for direction, block in data.groupby("direction", sort=False):
        code = str(direction)[:3]
        words = " → ".join(wording.country(part) for part in str(direction).split(" → "))
        head = lettering.shorten(words, style.WIDTH - 0.4, style.SMALL, bold=True)
        shift = ((style.MARGIN - _LEFT) * 72, 0)
        style.beside(
            axes, y, head, shift, ha="left", weight="bold", ink=style.ink(style.side_colour(code, own))
        )
        for at, row in enumerate(each(block), y + 1):
            _line(axes, at, row, style.side_colour(code, own))
        y += len(block) + 1


def _line(axes: Axes, y: int, row: Any, colour: str) -> None:
    label = f"{row.label}, {wording.count(int(row.events), 'event')}"
    style.beside(axes, y, lettering.shorten(label, _LEFT - 0.3, style.SMALL))
    axes.barh(y, row.high - row.low, left=row.low, height=0.34, color=style.lighter(colour, 0.3))
    axes.plot(row.mean, y, "o", color=colour, markersize=7, markeredgecolor=style.ink(colour))
    axes.annotate(
        wording.signed(row.mean),
        (min(row.mean, row.low), y),
        xytext=(-9, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        size=style.SMALL,
        bbox={"facecolor": style.PAPER, "edgecolor": "none", "pad": 1},
        annotation_clip=False,
    )


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{row.direction} in {row.label} {wording.signed(row.mean)} "
        f"({wording.signed(row.low)} to {wording.signed(row.high)})"
        for row in each(data)
    )
    return f"Mean Goldstein values by article. {title}. {wording.shorten(listed, 1000)}."
