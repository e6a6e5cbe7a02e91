"""Who asked what of whom, and was it answered? For notebook 02."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from dateline import focus, wording
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline, tally
from dateline.excerpts import each
from dateline.requests import requests
from dateline.tables import Tables

_MOST = 20
_LINE, _PAD, _HEAD = style.LINE + 0.005, 0.1, 0.26
# Inches: who asks, the arrow, of whom and what, the mark, the answer; and where nothing is answered.
_ANSWERED, _OPEN = (0.45, 1.85, 2.2, 5.15, 5.5), (0.45, 1.85, 2.2, 6.9, 7.25)
_MARKS = {
    "granted": ("o", style.COOPERATION),
    "refused": ("X", style.CONFLICT),
    "answered": ("s", style.QUAD[3]),
    "open": ("o", style.PAPER),
}
_WAYS = {"granted": "granted", "refused": "refused", "answered": "answered otherwise", "open": "left open"}


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
    note += style.left_out(len(shown), len(data), "demands")
    with style.theme():
        at = _ANSWERED if shown["answer"].ne("").any() else _OPEN
        texts = [_words(row, at) for row in each(shown)]
        heights = [2 * _PAD + max(lettering.height(text, _LINE) for text in row) for row in texts]
        figure, axes = style.sheet(title, sum(heights) + _HEAD + 0.1, note=note)
        for x, words in ((at[0], "who asks"), (at[2], "of whom, and what"), (at[4], "answer")):
            axes.text(x, _HEAD - 0.1, words, size=style.SMALL, color=style.SOFT)
        y = _HEAD
        for row, words, height in zip(each(shown), texts, heights, strict=True):
            _draw(axes, row, words, (y, height), at, own)
            y += height
    return Chart(figure, data.drop(columns="evidence"), title, _alt(title, data), style.source(tables))


def _words(row, at: Sequence[float]) -> tuple[str, str, str]:
    what = f"{row.of}: {row.what}"
    answer = row.answer or "open"
    if row.basis == "inferred":
        answer += " (inferred)"
    return (
        lettering.wrap(row.by, at[1] - at[0] - 0.08, style.SMALL, 3, bold=True),
        lettering.wrap(what, at[3] - at[2] - 0.1, style.SMALL, 4),
        lettering.wrap(answer, style.WIDTH - style.MARGIN - at[4], style.SMALL, 4),
    )


def _draw(
    axes: Axes,
    row,
    words: tuple[str, str, str],
    place: tuple[float, float],
    at: Sequence[float],
    own: tuple[str, ...],
) -> None:
    y, middle = place[0], place[0] + place[1] / 2
    style.rule(axes, y)
    for x, text, colour in (
        (at[0], words[0], style.side_colour(row.by_country, own)),
        (at[2], words[1], style.INK),
        (at[4], words[2], style.INK if row.answer else style.SOFT),
    ):
        axes.text(
            x,
            middle,
            text,
            size=style.SMALL,
            va="center",
            color=style.ink(colour),
            linespacing=1.25,
            weight="bold" if x == at[0] else "normal",
        )
    axes.text(
        at[0] - 0.1, middle, str(row.number), size=style.SMALL, color=style.SOFT, va="center", ha="right"
    )
    axes.annotate(
        "",
        (at[2] - 0.08, middle),
        (at[1], middle),
        arrowprops={"arrowstyle": "-|>", "color": style.FAINT, "linewidth": 1.1},
    )
    marker, colour = _MARKS[row.answered]
    edge = style.SOFT if colour == style.PAPER else style.ink(colour)
    axes.plot(
        at[3] + 0.12, middle, marker, markersize=9, color=colour, markeredgecolor=edge, markeredgewidth=1.3
    )


def _title(data: pd.DataFrame) -> str:
    counts = {kind: int((data["answered"] == kind).sum()) for kind in _MARKS}
    if counts["open"] == len(data):
        say = counter(len(data))
        none = {1: "The only demand", 2: "Neither of two demands"}.get(
            len(data), f"None of {say(len(data))} demands"
        )
        return f"{none} is answered" if len(data) > 1 else f"{none} is left open"
    say = counter(len(data))
    parts = ((n, f"is {_WAYS[k]}", f"are {_WAYS[k]}") for k, n in counts.items())
    if len(data) == 1:
        return f"The only demand {tally(parts).removeprefix('one ')}"
    return headline(f"of {say(len(data), 'demand')} {tally(parts, len(data))}")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{row.by} of {row.of}: {wording.shorten(str(row.what), 70)} ({row.answered})" for row in each(data)
    )
    return f"Demands and answers. {title}. {wording.shorten(listed, 900)}"
