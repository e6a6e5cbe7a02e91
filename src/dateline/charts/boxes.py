"""Boxes of text with arrows between them, drawn left to right: for chains of events and for arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from dateline.charts import lettering, style

_LINE, _PAD, _GAP, _BETWEEN = style.LINE, 0.1, 0.14, 0.2  # inches
_COLUMNS = 4  # a longer chain goes on in the last column, downwards
_WIDEST, _EDGE = 3.6, 0.18
Place = tuple[float, float, float, float]  # left, top, width and height in inches


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
    loose: tuple[str, Sequence[Box]] = ("", ()),
) -> Figure:
    """Draw every chain of connected boxes in a band of its own, causes to the left; ``most`` lines of words
    a box. ``loose`` are a heading and boxes that stand alone, two beside each other under all chains."""
    texts: dict[str, tuple[str, str]] = {}
    places: dict[str, Place] = {}
    y = top_room = 0.3 if heads and items else 0.1
    lefts, y = _bands(items, arrows, (y, most, len(heads)), texts, places)
    spoken = [(head, x, top_room - 0.15) for head, x in zip(heads, lefts, strict=False) if items]
    if loose[1]:
        y += 0.25 if items else 0.2
        spoken.append((loose[0], _EDGE, y - 0.15))
        y = _rows(loose[1], y, most, texts, places)
    figure, axes = style.sheet(title, y - _BETWEEN + 0.1, note=note)
    for head, x, at in spoken:
        axes.text(x, at, head, size=style.BODY, color=style.SOFT, weight="bold", va="center")
    for arrow in arrows:
        _arrow(axes, places[arrow.start], places[arrow.end], arrow)
    for box in (*items, *loose[1]):
        _box(axes, places[box.key], box, texts[box.key])
    return figure


def _bands(
    items: Sequence[Box],
    arrows: Sequence[Arrow],
    layout: tuple[float, int, int],
    texts: dict[str, tuple[str, str]],
    places: dict[str, Place],
) -> tuple[list[float], float]:
    """Place every chain in a band of its own from the top of ``layout`` on; where columns begin, and where
    the last band ends. Chains share their columns where these have headings, and else fill the width."""
    y, most, heads = layout
    columns = _columns(items, arrows)
    lefts: list[float] = []
    for chain in _chains(items, arrows):
        last = max(columns.values()) if heads else max(columns[box.key] for box in chain)
        count = max(heads, last + 1)
        gap = 0.7 if count < 4 else 0.45
        width = min((style.WIDTH - 2 * _EDGE - gap * (count - 1)) / count, _WIDEST)
        lefts = [_EDGE + c * (width + gap) for c in range(count)]
        texts |= {box.key: _words(box, width, most) for box in chain}
        found, tall = _stacked(chain, columns, texts)
        places |= {key: (lefts[c], y + below, width, height) for key, (c, below, height) in found.items()}
        y += tall + _BETWEEN
    return lefts, y


def _rows(
    loose: Sequence[Box],
    y: float,
    most: int,
    texts: dict[str, tuple[str, str]],
    places: dict[str, Place],
) -> float:
    """Place boxes that no arrow touches, two a row; where the last row ends."""
    width = (style.WIDTH - 2 * _EDGE - 0.2) / 2
    texts |= {box.key: _words(box, width, most) for box in loose}
    for i in range(0, len(loose), 2):
        pair = loose[i : i + 2]
        tall = max(_height(texts[box.key]) for box in pair)
        places |= {box.key: (_EDGE + c * (width + 0.2), y, width, tall) for c, box in enumerate(pair)}
        y += tall + _GAP
    return y - _GAP + _BETWEEN


def _words(box: Box, width: float, most: int) -> tuple[str, str]:
    room = width - 0.28
    head = lettering.wrap(box.head, room, style.SMALL, 2, bold=True)
    return head, lettering.wrap(box.words, room, style.SMALL, most)


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
    return 2 * _PAD + sum(lettering.height(text, _LINE) for text in texts)


def _chains(items: Sequence[Box], arrows: Sequence[Arrow]) -> list[list[Box]]:
    """The boxes that arrows connect, each chain with its boxes in order, the chain of the first box first."""
    graph = nx.Graph()
    graph.add_nodes_from(box.key for box in items)
    graph.add_edges_from((arrow.start, arrow.end) for arrow in arrows)
    found: dict[str, list[Box]] = {}
    member = {key: min(chain) for chain in nx.connected_components(graph) for key in chain}
    for box in items:
        found.setdefault(member[box.key], []).append(box)
    return list(found.values())


def _stacked(
    chain: Sequence[Box], columns: dict[str, int], texts: dict[str, tuple[str, str]]
) -> tuple[dict[str, tuple[int, float, float]], float]:
    """Column, top and height of each box of a chain, each column in the middle; and the chain's height."""
    stacks: dict[int, list[str]] = {}
    for box in chain:
        stacks.setdefault(columns[box.key], []).append(box.key)
    tall = {c: sum(_height(texts[k]) for k in keys) + _GAP * (len(keys) - 1) for c, keys in stacks.items()}
    band = max(tall.values())
    places: dict[str, tuple[int, float, float]] = {}
    for c, keys in stacks.items():
        y = (band - tall[c]) / 2
        for key in keys:
            places[key] = (c, y, _height(texts[key]))
            y += _height(texts[key]) + _GAP
    return places, band


def _box(axes: Axes, place: Place, box: Box, texts: tuple[str, str]) -> None:
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
        y += lettering.height(head, _LINE)
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
            *middle, arrow.words, size=style.SMALL, color=style.SOFT, ha="center", va="bottom", zorder=6
        )
