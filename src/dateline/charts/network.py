"""Who does what to whom? For notebook 01: actors as points, what they do to each other as arrows."""

from __future__ import annotations

import math

import networkx as nx
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from dateline import focus, wording
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter
from dateline.charts.labels import Extent, around, overlap
from dateline.excerpts import each
from dateline.ledger import ledger
from dateline.schema import HAPPENED
from dateline.tables import Tables

_ACTORS, _RELATIONS = 16, 24  # as many as can be told apart
_ACROSS, _UP = 4.4, 2.35  # half the drawing's width and height, in its own units
_RING = (2.55, 1.75)  # half the width and height of the ellipse on which the actors stand
_WIDEST = 2.4  # radians over which one side stands, so that the two keep apart above and below
_BEND = 0.16
Point = tuple[float, float]


def network(tables: Tables, sides: tuple[str, str] | None = None, *, fold: bool = False) -> Chart | Note:
    """Arrows from who acts to whom it is done to, signed and weighted by Goldstein values.

    ``fold`` puts the parts of a state into one point. The sides stand left and right, others between them.
    """
    own = focus.sides(tables, sides)
    data, left_out = _edges(tables, own, fold)
    if data.empty:
        return Note("No event that happened has both an actor and a target, so there is no network to draw.")
    shown = _busiest(data)
    graph = _graph(shown)
    title = _title(data)
    note = (
        "Teal: cooperation; dark red and dashed: conflict, by the sum of Goldstein values, which is written "
        "on the arrow, with the number of events where it is not one. The wider, the more events."
    )
    if left_out:
        without = (
            "event has no target or did not happen"
            if left_out == 1
            else ("events have no target or did not happen")
        )
        note += f" Not drawn: {left_out} {without}."
    note += style.left_out(len(shown), len(data), "relations", "The busiest")
    with style.theme():
        height = min(5.3, 1.6 + 0.3 * len(graph))
        figure, axes = style.canvas(title, height, left=0.05, right=0.05, note=note, bottom=0.05)
        _draw(axes, graph, own)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _busiest(data: pd.DataFrame) -> pd.DataFrame:
    """The relations with most events, then with the strongest, among as many actors as there is room for."""
    weight = data.assign(strength=data["goldstein"].abs())
    order = weight.sort_values(
        ["events", "strength", "who", "whom"], ascending=[False, False, True, True]
    ).index
    actors: set[str] = set()
    kept = []
    for i in order:
        ends = {str(data.loc[i, "who"]), str(data.loc[i, "whom"])}
        if len(kept) < _RELATIONS and len(actors | ends) <= _ACTORS:
            actors |= ends
            kept.append(i)
    return data.loc[sorted(kept)]


def _edges(tables: Tables, own: tuple[str, ...], fold: bool) -> tuple[pd.DataFrame, int]:
    rows = ledger(tables, own)
    kept = rows[rows["status"].isin(HAPPENED) & (rows["whom"] != "") & (rows["who"] != "")].copy()
    if fold:
        for role in ("who", "whom"):
            known = kept[f"{role}_country"] != ""
            kept[role] = kept[role].where(~known, kept[f"{role}_country"].map(wording.country))
    kept = kept[kept["who"] != kept["whom"]]
    grouped = kept.groupby(["who", "who_country", "whom", "whom_country"], sort=True)
    data = grouped.agg(events=("number", "size"), goldstein=("goldstein", "sum")).reset_index()
    return data.round({"goldstein": 2}), len(rows) - len(kept)


def _graph(data: pd.DataFrame) -> nx.DiGraph:
    graph = nx.DiGraph()
    for row in each(data):
        graph.add_node(row.who, country=row.who_country)
        graph.add_node(row.whom, country=row.whom_country)
        before = graph.get_edge_data(row.who, row.whom, {"events": 0, "goldstein": 0.0})
        graph.add_edge(
            row.who,
            row.whom,
            events=before["events"] + row.events,
            goldstein=before["goldstein"] + float(row.goldstein),
        )
    return graph


def _positions(graph: nx.DiGraph, own: tuple[str, ...]) -> dict[str, Point]:
    """All actors round an ellipse: one side to the left, the other to the right, the rest above and below.

    Each side is ordered by the height of whom its members deal with, so that fewer arrows cross.
    """
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for name in sorted(graph, key=lambda name: (-graph.degree(name, weight="events"), name)):
        code = graph.nodes[name]["country"]
        groups[own.index(code) if code in own else 2].append(name)
    step = 2 * math.pi / len(graph)
    above, below = groups[2][::2], groups[2][1::2]
    middle = {0: math.pi, 1: 0.0}
    tilt = step * (len(above) - len(below)) / 4  # one more above than below moves both sides down
    found: dict[str, Point] = {}
    found.update(_arc(above, math.pi / 2 + step * (len(groups[1]) - len(groups[0])) / 4, step))
    found.update(_arc(below, -math.pi / 2 - step * (len(groups[1]) - len(groups[0])) / 4, step))
    for side in (0, 1, 0, 1):
        order = sorted(groups[side], key=lambda name: (-_partners(graph, name, found), name))
        centre = middle[side] + (tilt if side == 0 else -tilt)
        near = min(step, _WIDEST / max(len(order) - 1, 1))
        found.update(_arc(order if side == 0 else order[::-1], centre, near))
    return found


def _partners(graph: nx.DiGraph, name: str, found: dict[str, Point]) -> float:
    """The mean height of those that the actor deals with, as far as they are placed."""
    heights = [found[other][1] for other in nx.all_neighbors(graph, name) if other in found]
    return round(sum(heights) / len(heights), 6) if heights else 0.0


def _arc(names: list[str], middle: float, step: float) -> dict[str, Point]:
    """The names along the ellipse, ``step`` apart round the angle ``middle``."""
    angles = [middle + step * (i - (len(names) - 1) / 2) for i in range(len(names))]
    return {
        name: (_RING[0] * math.cos(a), _RING[1] * math.sin(a)) for name, a in zip(names, angles, strict=True)
    }


def _draw(axes: Axes, graph: nx.DiGraph, own: tuple[str, ...]) -> None:
    style.bare(axes)
    axes.set(xlim=(-_ACROSS, _ACROSS), ylim=(-_UP, _UP))
    places = _positions(graph, own)
    edges = sorted(graph.edges(data=True), key=lambda e: (-e[2]["events"], e[0], e[1]))
    for source, target, edge in edges:
        _edge(axes, places[source], places[target], edge)
    taken: list[Extent] = []
    for name, (x, y) in places.items():
        colour = style.side_colour(graph.nodes[name]["country"], own)
        size = 6 + 3 * min(graph.degree(name, weight="events"), 16) ** 0.5
        axes.plot(x, y, "o", markersize=size, color=colour, markeredgecolor=style.PAPER, zorder=4)
        taken += [around(axes, (x, y), size, size), _name(axes, name, (x, y), size, style.ink(colour))]
    for source, target, edge in edges:
        taken.append(_value(axes, places[source], places[target], edge, taken))


def _name(axes: Axes, name: str, at: Point, size: float, colour: str) -> Extent:
    """The name outside the ellipse, wrapped to the room there is to the edge."""
    x, y = at
    away, bold = size / 2 + 3, {"size": style.SMALL, "bold": True}
    upright = abs(x) < 0.42 * _RING[0]
    room = 0.95 if upright else (_ACROSS - abs(x)) * style.WIDTH / (2 * _ACROSS) - away / 72 - 0.1
    words = lettering.wrap(name, room, style.SMALL, 3, bold=True)
    wide = lettering.widest(words, **bold) * 72
    tall = lettering.height(words, 11.5)
    up, right = math.copysign(1, y), math.copysign(1, x)
    dx, dy = (0, up * away) if upright else (right * away, 0)
    across, vertical = (
        ("center", "bottom" if y >= 0 else "top") if upright else ("left" if x > 0 else "right", "center")
    )
    axes.annotate(
        words,
        at,
        xytext=(dx, dy),
        textcoords="offset points",
        ha=across,
        va=vertical,
        size=style.SMALL,
        weight="bold",
        linespacing=1.1,
        color=colour,
        zorder=6,
        bbox={"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 0.6},
    )
    middle = (0, up * (away + tall / 2)) if upright else (right * (away + wide / 2), 0)
    return around(axes, at, wide, tall, middle)


def _edge(axes: Axes, start: Point, end: Point, edge: dict) -> None:
    value, events = edge["goldstein"], edge["events"]
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            connectionstyle=f"arc3,rad={_BEND}",
            arrowstyle="-|>,head_width=3.2,head_length=6",
            color=_colour(value),
            linewidth=0.9 + 0.8 * min(events, 16) ** 0.5,
            linestyle="-" if value >= 0 else (0, (4, 1.6)),
            shrinkA=8,
            shrinkB=9,
            zorder=2,
            mutation_scale=1,
        )
    )


def _colour(value: float) -> str:
    return style.COOPERATION if value > 0 else style.CONFLICT if value < 0 else style.SOFT


def _value(axes: Axes, start: Point, end: Point, edge: dict, taken: list[Extent]) -> Extent:
    """What the arrow sums up to, written where on its way it covers least of what is ``taken``."""
    words = wording.signed(edge["goldstein"]) + (f" ({edge['events']})" if edge["events"] > 1 else "")
    wide = lettering.inches(words, style.SMALL) * 72 + 2
    best = min(
        (_along(axes, start, end, share) for share in (0.4, 0.5, 0.32, 0.6, 0.25, 0.68, 0.2, 0.75)),
        key=lambda at: sum(overlap(around(axes, at, wide, 11), other) for other in taken),
    )
    axes.text(
        *best,
        words,
        size=style.SMALL,
        color=_colour(edge["goldstein"]),
        ha="center",
        va="center",
        zorder=5,
        bbox={"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.9, "pad": 0.4},
    )
    return around(axes, best, wide, 11)


def _along(axes: Axes, start: Point, end: Point, share: float) -> Point:
    """The point at ``share`` of the way along matplotlib's ``arc3``: a quadratic curve over one control
    point, which is bent on the page, where a unit up is not as long as one across."""
    box = axes.bbox
    shape = (box.height / _UP) / (box.width / _ACROSS)
    middle = (
        (start[0] + end[0]) / 2 + _BEND * (end[1] - start[1]) * shape,
        (start[1] + end[1]) / 2 - _BEND * (end[0] - start[0]) / shape,
    )
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * start[0] + b * middle[0] + c * end[0], a * start[1] + b * middle[1] + c * end[1]


def _title(data: pd.DataFrame) -> str:
    bad, good = (data["goldstein"] < 0).sum(), (data["goldstein"] > 0).sum()
    actors = len({*data["who"], *data["whom"]})
    say = counter(actors, int(bad), int(good))
    relations = [f"{say(int(n))} of {kind}" for n, kind in ((bad, "conflict"), (good, "cooperation")) if n]
    words = f"Between {say(actors, 'actor')} run relations, {wording.listing(relations)}"
    worst = data.sort_values(["goldstein", "who", "whom"]).iloc[0]
    if worst["goldstein"] < 0:
        words += f"; the most hostile is that of {worst['who']} to {worst['whom']}"
    return words


def _alt(title: str, data: pd.DataFrame) -> str:
    ordered = data.sort_values(["goldstein", "who", "whom"])
    listed = wording.listing(
        (f"{row.who} → {row.whom} {wording.signed(float(row.goldstein))}" for row in each(ordered)),
        12,  # type: ignore[arg-type]
    )
    return f"Network of actors. {title}. Sums of Goldstein values: {listed}."
