"""A table of short texts drawn as a chart: rows, columns, and a few lines with a dot in each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from dateline import wording
from dateline.charts import style

_LINE = 0.165  # inches
_PAD = 0.1
_HEAD = 0.3


class Item(NamedTuple):
    """A line in a cell: its words, the dot's radius in points, and the dot's colour."""

    words: str
    radius: float = 0.0
    colour: str = style.OTHER


def grid(
    title: str,
    rows: Sequence[str],
    columns: Sequence[tuple[str, str]],
    cells: Mapping[tuple[int, int], Sequence[Item]],
    *,
    note: str = "",
    first: float = 1.25,
    most: int = 6,
    lines: int = 2,
) -> Figure:
    """Draw ``cells[(row, column)]``; ``columns`` are (name, colour). Past ``most`` items a cell counts the
    rest."""
    wide = (style.WIDTH - 0.32 - first) / max(len(columns), 1)
    width = style.characters(wide - 0.42)
    texts = {place: _lines(items, width, most, lines) for place, items in cells.items()}
    heights = [
        2 * _PAD + _LINE * max([1, *(sum(n for _, n in texts.get((r, c), [])) for c in range(len(columns)))])
        for r in range(len(rows))
    ]
    figure, top = style.headed(title, sum(heights) + _HEAD + 0.12, note=note)
    total = figure.get_figheight()
    axes = figure.add_axes((0, 0, 1, top))
    axes.set(xlim=(0, style.WIDTH), ylim=(top * total, 0))
    style.bare(axes)
    for c, (name, colour) in enumerate(columns):
        label = wording.shorten(name, style.characters(wide, style.BODY))
        axes.text(0.16 + first + c * wide, _HEAD - 0.1, label, size=style.BODY, weight="bold", color=colour)
    y = _HEAD
    for r, name in enumerate(rows):
        axes.plot([0.16, style.WIDTH - 0.16], [y, y], color=style.RULE, linewidth=0.8)
        words = wording.wrap(name, style.characters(first - 0.1, style.SMALL))
        axes.text(
            0.16, y + _PAD + 0.02, words, size=style.SMALL, va="top", color=style.SOFT, linespacing=1.25
        )
        for c in range(len(columns)):
            _cell(axes, 0.16 + first + c * wide, y + _PAD, texts.get((r, c), []))
        y += heights[r]
    return figure


def _lines(items: Sequence[Item], width: int, most: int, lines: int) -> list[tuple[Item, int]]:
    shown = (
        list(items) if len(items) <= most else [*items[: most - 1], Item(f"and {len(items) - most + 1} more")]
    )
    wrapped = [item._replace(words=wording.wrap(item.words, width, lines)) for item in shown]
    return [(item, item.words.count("\n") + 1) for item in wrapped]


def _cell(axes, x: float, y: float, items: Sequence[tuple[Item, int]]) -> None:
    for item, height in items:
        if item.radius:
            axes.plot(
                x + 0.1,
                y + _LINE * 0.52,
                "o",
                markersize=2 * item.radius,
                color=item.colour,
                markeredgewidth=0,
            )
        axes.text(x + 0.24, y + 0.02, item.words, size=style.SMALL, va="top", linespacing=1.28)
        y += _LINE * height
