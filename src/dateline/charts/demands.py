"""Who asked what of whom, and was it answered? For notebook 02."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.requests import requests
from dateline.tables import Tables

_MOST = 20
_LINE, _PAD = 0.165, 0.13
_X = (0.45, 1.95, 2.35, 5.75, 6.25)  # inches: who asks, the arrow, of whom and what, the mark, the answer
_MARKS = {
    "granted": ("o", style.COOPERATION),
    "refused": ("X", style.CONFLICT),
    "answered": ("s", "#f0a860"),
    "open": ("o", style.PAPER),
}


def demands(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """One line a demand: who asks, whom, what, and a mark for the answer; open ones are hollow."""
    own = focus.sides(tables, sides)
    data = requests(tables, own)
    if data.empty:
        return Note("The article reports no request or demand.")
    shown = data.head(_MOST)
    title = _title(data)
    note = (
        "Filled circle: granted; cross: refused; square: answered otherwise; hollow: open as far as "
        "the article tells."
    )
    if len(shown) < len(data):
        note += f" The first {len(shown)} of {len(data)}."
    with style.theme():
        texts = [_words(row) for row in each(shown)]
        heights = [2 * _PAD + _LINE * max(text.count("\n") + 1 for text in row) for row in texts]
        figure, top = style.headed(title, sum(heights) + 0.1, note=note)
        axes = figure.add_axes((0, 0, 1, top))
        axes.set(xlim=(0, style.WIDTH), ylim=(top * figure.get_figheight(), 0))
        style.bare(axes)
        y = 0.0
        for row, words, height in zip(each(shown), texts, heights, strict=True):
            _draw(axes, row, words, y, height, own)
            y += height
    return Chart(figure, data.drop(columns="evidence"), title, _alt(title, data), style.source(tables))


def _words(row) -> tuple[str, str, str]:
    what = f"{row.of}: {row.what}"
    answer = row.answer or "open"
    if row.basis == "inferred":
        answer += " (inferred)"
    return (
        wording.wrap(row.by, style.characters(1.4), 3),
        wording.wrap(what, style.characters(_X[3] - _X[2] - 0.25), 4),
        wording.wrap(answer, style.characters(style.WIDTH - _X[4] - 0.2), 4),
    )


def _draw(
    axes: Axes, row, words: tuple[str, str, str], y: float, height: float, own: tuple[str, ...]
) -> None:
    middle = y + height / 2
    axes.plot([0.16, style.WIDTH - 0.16], [y, y], color=style.RULE, linewidth=0.8)
    for x, text, colour in (
        (_X[0], words[0], style.side_colour(row.by_country, own)),
        (_X[2], words[1], style.INK),
        (_X[4], words[2], style.INK if row.answer else style.SOFT),
    ):
        colour = style.SOFT if colour == style.OTHER else colour
        axes.text(
            x,
            middle,
            text,
            size=style.SMALL,
            va="center",
            color=colour,
            linespacing=1.25,
            weight="bold" if x == _X[0] else "normal",
        )
    axes.text(
        _X[0] - 0.1, middle, str(row.number), size=style.SMALL, color=style.SOFT, va="center", ha="right"
    )
    axes.annotate(
        "",
        (_X[2] - 0.08, middle),
        (_X[1], middle),
        arrowprops={"arrowstyle": "-|>", "color": style.FAINT, "linewidth": 1.1},
    )
    marker, colour = _MARKS[row.answered]
    edge = style.SOFT if colour == style.PAPER else colour
    axes.plot(
        _X[3] + 0.2, middle, marker, markersize=9, color=colour, markeredgecolor=edge, markeredgewidth=1.3
    )


def _title(data: pd.DataFrame) -> str:
    counts = data["answered"].value_counts()
    parts = [f"{int(counts[kind])} {kind}" for kind in _MARKS if kind in counts.index]
    return wording.sentence(f"{wording.count(len(data), 'demand')}: {wording.listing(parts)}").rstrip(".")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{row.by} of {row.of}: {wording.shorten(str(row.what), 70)} ({row.answered})" for row in each(data)
    )
    return f"Demands and answers. {title}. {wording.shorten(listed, 900)}"
