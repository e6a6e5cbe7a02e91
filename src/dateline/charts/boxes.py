"""Boxes of text with arrows between them, drawn left to right: for chains of events and for arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from dateline import wording
from dateline.charts import style

_LINE, _PAD, _GAP, _BETWEEN = 0.16, 0.1, 0.16, 0.2  # inches
_COLUMNS = 4  # a longer chain goes on in the last column, downwards


@dataclass(frozen=True, slots=True)
class Box:
    """``key`` names it for arrows; ``head`` is written small and bold above ``words``."""

    key: str
    head: str
    words: str
    colour: str
    dashed: bool = False
    column: int = 0  # the first in which it may stand


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another; dashed where it is inferred; ``words`` stand on it."""

    start: str
    end: str
    dashed: bool = False
    words: str = ""


def boxes(
    title: str,
    items: Sequence[Box],
    arrows: Sequence[Arrow],
    *,
    note: str = "",
    most: int = 4,
    heads: Sequence[str] = (),
) -> Figure:
    """Draw every chain of connected boxes in a band of its own, causes to the left; ``most`` lines of words
    a box."""
    columns = _columns(items, arrows)
    count = max(columns.values(), default=0) + 1
    gap = 0.75 if count < 4 else 0.5
    width = min((style.WIDTH - 0.4 - gap * (count - 1)) / count, 3.9)
    texts = {box.key: _words(box, width, most) for box in items}
    places, height = _places(items, arrows, columns, texts)
    top_room = 0.3 if heads else 0.1
    figure, top = style.headed(title, height + top_room + 0.1, note=note)
    axes = figure.add_axes((0, 0, 1, top))
    axes.set(xlim=(0, style.WIDTH), ylim=(top * figure.get_figheight(), 0))
    style.bare(axes)
    for c, head in enumerate(heads[:count]):
        axes.text(
            0.2 + c * (width + gap), 0.12, head, size=style.BODY, color=style.SOFT, weight="bold", va="center"
        )
    drawn = {key: (0.2 + c * (width + gap), y + top_room, width, h) for key, (c, y, h) in places.items()}
    for arrow in arrows:
        _arrow(axes, drawn[arrow.start], drawn[arrow.end], arrow)
    for box in items:
        _box(axes, drawn[box.key], box, texts[box.key])
    return figure


def _words(box: Box, width: float, most: int) -> tuple[str, str]:
    head = wording.wrap(box.head, style.characters(width - 0.2, style.SMALL * 1.14), 2) if box.head else ""
    return head, wording.wrap(box.words, style.characters(width - 0.2), most)


def _columns(items: Sequence[Box], arrows: Sequence[Arrow]) -> dict[str, int]:
    """The column of each box: one to the right of the last that points at it. Arrows that close a circle
    don't count."""
    graph = nx.DiGraph()
    graph.add_nodes_from(box.key for box in items)
    for arrow in arrows:
        if arrow.start != arrow.end and not nx.has_path(graph, arrow.end, arrow.start):
            graph.add_edge(arrow.start, arrow.end)
    least = {box.key: box.column for box in items}
    columns: dict[str, int] = {}
    for key in nx.lexicographical_topological_sort(graph):
        columns[key] = max((columns[before] + 1 for before in graph.predecessors(key)), default=least[key])
    return {key: min(column, _COLUMNS - 1) for key, column in columns.items()}


def _height(texts: tuple[str, str]) -> float:
    lines = sum(text.count("\n") + 1 for text in texts if text)
    return 2 * _PAD + _LINE * lines


def _places(
    items: Sequence[Box], arrows: Sequence[Arrow], columns: dict[str, int], texts: dict[str, tuple[str, str]]
) -> tuple[dict[str, tuple[int, float, float]], float]:
    """Column, top and height of each box, one band a chain in the order of their first boxes; and the sum of
    heights."""
    graph = nx.Graph()
    graph.add_nodes_from(box.key for box in items)
    graph.add_edges_from((arrow.start, arrow.end) for arrow in arrows)
    order = {box.key: i for i, box in enumerate(items)}
    places: dict[str, tuple[int, float, float]] = {}
    top = 0.0
    for chain in sorted(nx.connected_components(graph), key=lambda keys: min(order[key] for key in keys)):
        stacks: dict[int, list[str]] = {}
        for key in sorted(chain, key=lambda key: order[key]):
            stacks.setdefault(columns[key], []).append(key)
        tall = {
            c: sum(_height(texts[k]) for k in keys) + _GAP * (len(keys) - 1) for c, keys in stacks.items()
        }
        band = max(tall.values())
        for c, keys in stacks.items():
            y = top + (band - tall[c]) / 2
            for key in keys:
                places[key] = (c, y, _height(texts[key]))
                y += _height(texts[key]) + _GAP
        top += band + _BETWEEN
    return places, top - _BETWEEN if places else 0.0


def _box(axes: Axes, place: tuple[float, float, float, float], box: Box, texts: tuple[str, str]) -> None:
    x, y, width, height = place
    axes.add_patch(
        FancyBboxPatch(
            (x + 0.05, y + 0.05),
            width - 0.1,
            height - 0.1,
            boxstyle="round,pad=0.05,rounding_size=0.06",
            facecolor=style.PAPER,
            edgecolor=box.colour,
            linewidth=1.2,
            linestyle=(0, (3, 2)) if box.dashed else "-",
            zorder=3,
        )
    )
    axes.add_patch(
        FancyBboxPatch(
            (x + 0.05, y + 0.05),
            0.02,
            height - 0.1,
            boxstyle="round,pad=0.05,rounding_size=0.04",
            facecolor=box.colour,
            edgecolor="none",
            zorder=4,
        )
    )
    head, words = texts
    y += _PAD
    if head:
        axes.text(
            x + 0.19,
            y,
            head,
            size=style.SMALL,
            weight="bold",
            color=style.INK,
            va="top",
            linespacing=1.2,
            zorder=5,
        )
        y += _LINE * (head.count("\n") + 1)
    axes.text(x + 0.19, y, words, size=style.SMALL, color=style.INK, va="top", linespacing=1.25, zorder=5)


def _arrow(axes: Axes, start: tuple, end: tuple, arrow: Arrow) -> None:
    forward = end[0] > start[0]
    tail = (
        (start[0] + start[2], start[1] + start[3] / 2)
        if forward
        else (start[0] + start[2] / 2, start[1] + start[3])
    )
    head = (end[0], end[1] + end[3] / 2) if forward else (end[0] + end[2] / 2, end[1])
    if not forward and end[1] < start[1]:
        tail, head = (tail[0], start[1]), (head[0], end[1] + end[3])
    axes.add_patch(
        FancyArrowPatch(
            tail,
            head,
            arrowstyle="-|>,head_width=3,head_length=5",
            color=style.SOFT,
            linewidth=1.1,
            shrinkA=1,
            shrinkB=1,
            linestyle=(0, (3, 2)) if arrow.dashed else "-",
            zorder=2,
            mutation_scale=1,
        )
    )
    if arrow.words:
        middle = ((tail[0] + head[0]) / 2, (tail[1] + head[1]) / 2)
        axes.text(
            *middle, arrow.words, size=style.SMALL - 1, color=style.SOFT, ha="center", va="bottom", zorder=6
        )
