"""A table of short texts drawn as a chart: rows, columns, and a few lines with a dot in each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from dateline.charts import lettering, style

_LINE = style.LINE + 0.005  # inches
_PAD = 0.1
_HEAD = 0.3


class Item(NamedTuple):
    """A line in a cell: its words, and the mark before it: radius in points, colour and shape."""

    words: str
    radius: float = 0.0
    colour: str = style.OTHER
    marker: str = "o"


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
    widths = _widths(cells, columns, style.WIDTH - 2 * style.MARGIN - first, most)
    texts = {place: _lines(items, widths[place[1]] - 0.36, most, lines) for place, items in cells.items()}
    names = [lettering.wrap(name, first - 0.12, style.SMALL) for name in rows]
    heights = [
        _height(name, [texts.get((r, c), []) for c in range(len(columns))]) for r, name in enumerate(names)
    ]
    labels = [
        lettering.wrap(name, wide - 0.08, style.BODY, 2, bold=True)
        for (name, _), wide in zip(columns, widths, strict=True)
    ]
    head = _HEAD + max(lettering.height(label, 0.16) for label in labels) - 0.16
    figure, axes = style.sheet(title, sum(heights) + head + 0.12, note=note)
    lefts = [style.MARGIN + first + sum(widths[:c]) for c in range(len(columns))]
    for (_, colour), x, label in zip(columns, lefts, labels, strict=True):
        for i, line in enumerate(reversed(label.split("\n"))):  # on one base line, whatever their letters
            more = {"size": style.BODY, "weight": "bold", "color": style.ink(colour)}
            axes.text(x, head - 0.1 - 0.16 * i, line, **more)
    y = head
    for r, name in enumerate(names):
        style.rule(axes, y)
        more = {"size": style.SMALL, "va": "top", "color": style.SOFT, "linespacing": 1.25}
        axes.text(style.MARGIN, y + _PAD + 0.02, name, **more)
        for c, x in enumerate(lefts):
            _cell(axes, x, y + _PAD, texts.get((r, c), []))
        y += heights[r]
    return figure


def _height(name: str, row: Sequence[Sequence[tuple[Item, float]]]) -> float:
    """The height of a row: of its name, or of its fullest cell."""
    return 2 * _PAD + max(lettering.height(name, _LINE), *(sum(tall for _, tall in cell) for cell in row))


def _widths(
    cells: Mapping[tuple[int, int], Sequence[Item]],
    columns: Sequence[tuple[str, str]],
    room: float,
    most: int,
) -> list[float]:
    """The columns' widths in inches: the more words a column holds, the wider, but none narrower than the
    longest word of its heading."""
    words = [
        sum(
            lettering.inches(item.words, style.SMALL)
            for (_, column), items in cells.items()
            for item in items[:most]
            if column == n
        )
        for n in range(len(columns))
    ]
    least = [
        max(lettering.inches(word, style.BODY, bold=True) for word in name.split() or [""]) + 0.12
        for name, _ in columns
    ]
    least = [min(wide, room / len(columns)) for wide in least]
    spare = room - sum(least)
    weights = [amount**0.5 for amount in words]
    return [
        width + spare * weight / (sum(weights) or 1) for width, weight in zip(least, weights, strict=True)
    ]


def _lines(items: Sequence[Item], room: float, most: int, lines: int) -> list[tuple[Item, float]]:
    """The items with their words wrapped and the height of each; past ``most`` the rest is counted."""
    shown = (
        list(items) if len(items) <= most else [*items[: most - 1], Item(f"and {len(items) - most + 1} more")]
    )
    wrapped = [item._replace(words=lettering.wrap(item.words, room, style.SMALL, lines)) for item in shown]
    return [(item, lettering.height(item.words, _LINE)) for item in wrapped]


def _cell(axes, x: float, y: float, items: Sequence[tuple[Item, float]]) -> None:
    for item, height in items:
        if item.radius:
            axes.plot(
                x + 0.1,
                y + _LINE * 0.52,
                item.marker,
                markersize=2 * item.radius,
                color=item.colour,
                markeredgewidth=0,
            )
        axes.text(x + 0.24, y + 0.02, item.words, size=style.SMALL, va="top", linespacing=1.28)
        y += height
