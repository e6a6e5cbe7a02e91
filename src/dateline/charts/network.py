"""Who does what to whom? For notebook 01: actors as points, what they do to each other as arrows."""

from __future__ import annotations

import math

import networkx as nx
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.ledger import ledger
from dateline.tables import Tables

_MOST = 16  # actors
_PLAIN = frozenset({"actual", "ongoing"})


def network(tables: Tables, sides: tuple[str, str] | None = None, *, fold: bool = False) -> Chart | Note:
    """Arrows from who acts to whom it is done to, signed and weighted by Goldstein values.

    ``fold`` puts the parts of a state into one point. The sides stand left and right, others between them.
    """
    own = focus.sides(tables, sides)
    data, left_out = _edges(tables, own, fold)
    if data.empty:
        return Note("No event that happened has both an actor and a target, so there is no network to draw.")
    graph = _graph(data)
    shown = sorted(graph, key=lambda name: (-graph.degree(name, weight="events"), name))[:_MOST]
    shown = [name for name in shown if any(other in shown for other in nx.all_neighbors(graph, name))]
    title = _title(data)
    note = (
        "Teal: cooperation, dark red and dashed: conflict, by the sum of Goldstein values (written on "
        "the arrow, with the number of events). The wider, the more events."
    )
    if left_out:
        without = wording.count(left_out, "event").capitalize()
        note += f" {without} without a target or not actual left out."
    if len(shown) < len(graph):
        note += f" The {len(shown)} busiest of {len(graph)} actors."
    with style.theme():
        height = min(5.2, 1.9 + 0.3 * len(shown))
        figure, axes = style.canvas(title, height, left=0.1, right=0.1, note=note, bottom=0.1)
        _draw(axes, graph.subgraph(shown), own)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _edges(tables: Tables, own: tuple[str, ...], fold: bool) -> tuple[pd.DataFrame, int]:
    rows = ledger(tables, own)
    kept = rows[rows["status"].isin(_PLAIN) & (rows["whom"] != "") & (rows["who"] != "")].copy()
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


def _positions(graph: nx.DiGraph, own: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """One side in an arc on the left, the other on the right, the rest in rows above and below.

    Each arc is ordered by the height of whom its members deal with, so that fewer arrows cross.
    """
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for name in sorted(graph, key=lambda name: (-graph.degree(name, weight="events"), name)):
        code = graph.nodes[name]["country"]
        groups[own.index(code) if code in own else 2].append(name)
    found: dict[str, tuple[float, float]] = {}
    for row, y in ((groups[2][::2], -2.05), (groups[2][1::2], 2.05)):
        for i, name in enumerate(row):
            found[name] = ((i - (len(row) - 1) / 2) * min(2.2, 4.4 / max(len(row) - 1, 1)), y)
    for group in (0, 1, 0, 1):
        order = sorted(groups[group], key=lambda name: (-_partners(graph, name, found), name))
        found.update(_arc(order, -1 if group == 0 else 1))
    return found


def _partners(graph: nx.DiGraph, name: str, found: dict[str, tuple[float, float]]) -> float:
    """The mean height of those that the actor deals with, as far as they are placed."""
    heights = [found[other][1] for other in nx.all_neighbors(graph, name) if other in found]
    return round(sum(heights) / len(heights), 6) if heights else 0.0


def _arc(names: list[str], side: int) -> dict[str, tuple[float, float]]:
    """The names from the top down along an arc that bulges to ``side``."""
    spread = min(0.95, 0.3 * (len(names) - 1))
    angles = [spread - 2 * spread * i / max(len(names) - 1, 1) for i in range(len(names))]
    return {
        name: (side * 2.4 * math.cos(a), 1.85 * math.sin(a)) for name, a in zip(names, angles, strict=True)
    }


def _draw(axes: Axes, graph: nx.DiGraph, own: tuple[str, ...]) -> None:
    style.bare(axes)
    axes.set(xlim=(-4.4, 4.4), ylim=(-2.35, 2.35))
    places = _positions(graph, own)
    for source, target, edge in sorted(graph.edges(data=True), key=lambda e: (-e[2]["events"], e[0], e[1])):
        _edge(axes, places[source], places[target], edge, named=graph.number_of_edges() <= 24)
    for name, (x, y) in places.items():
        colour = style.side_colour(graph.nodes[name]["country"], own)
        size = 6 + 3 * min(graph.degree(name, weight="events"), 16) ** 0.5
        axes.plot(x, y, "o", markersize=size, color=colour, markeredgecolor=style.PAPER, zorder=4)
        _name(axes, name, x, y, size, colour)


def _name(axes: Axes, name: str, x: float, y: float, size: float, colour: str) -> None:
    words = wording.wrap(name, 24, 2)
    away = size / 2 + 4
    if abs(x) < 0.8:
        dx, dy, across, up = (0, away, "center", "bottom") if y >= 0 else (0, -away, "center", "top")
    else:
        dx, dy, across, up = (away if x > 0 else -away), 0, "left" if x > 0 else "right", "center"
    axes.annotate(
        words,
        (x, y),
        xytext=(dx, dy),
        textcoords="offset points",
        ha=across,
        va=up,
        size=style.SMALL + 0.5,
        weight="bold",
        color=colour if colour != style.OTHER else style.SOFT,
        zorder=6,
        bbox={"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.75, "pad": 0.8},
    )


def _edge(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], edge: dict, *, named: bool
) -> None:
    value, events = edge["goldstein"], edge["events"]
    colour = style.COOPERATION if value > 0 else style.CONFLICT if value < 0 else style.OTHER
    bend = 0.16
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            connectionstyle=f"arc3,rad={bend}",
            arrowstyle="-|>,head_width=3.2,head_length=6",
            color=colour,
            linewidth=0.9 + 0.8 * min(events, 16) ** 0.5,
            linestyle="-" if value >= 0 else (0, (4, 1.6)),
            shrinkA=8,
            shrinkB=9,
            zorder=2,
            mutation_scale=1,
            alpha=0.9,
        )
    )
    if named:
        x, y = _along(start, end, bend, 0.36)
        words = wording.signed(value) + (f" ({events})" if events > 1 else "")
        axes.text(
            x,
            y,
            words,
            size=style.SMALL - 1,
            color=colour,
            ha="center",
            va="center",
            zorder=5,
            bbox={"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.85, "pad": 0.6},
        )


def _along(
    start: tuple[float, float], end: tuple[float, float], bend: float, share: float
) -> tuple[float, float]:
    """The point at ``share`` of the way along matplotlib's ``arc3``: a quadratic curve over one control
    point."""
    middle = (
        (start[0] + end[0]) / 2 + bend * (end[1] - start[1]),
        (start[1] + end[1]) / 2 - bend * (end[0] - start[0]),
    )
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * start[0] + b * middle[0] + c * end[0], a * start[1] + b * middle[1] + c * end[1]


def _title(data: pd.DataFrame) -> str:
    good, bad = data[data["goldstein"] > 0], data[data["goldstein"] < 0]
    actors = len({*data["who"], *data["whom"]})
    relations = f"{wording.count(len(bad), 'relation')} of conflict, {len(good)} of cooperation"
    words = f"{wording.count(actors, 'actor')}: {relations}"
    worst = data.sort_values(["goldstein", "who", "whom"]).iloc[0]
    if worst["goldstein"] < 0:
        words += f"; the most hostile is {worst['who']} → {worst['whom']}"
    return wording.sentence(words).rstrip(".")


def _alt(title: str, data: pd.DataFrame) -> str:
    ordered = data.sort_values(["goldstein", "who", "whom"])
    listed = wording.listing(
        (f"{row.who} → {row.whom} {wording.signed(float(row.goldstein))}" for row in each(ordered)),
        12,  # type: ignore[arg-type]
    )
    return f"Network of actors. {title}. Sums of Goldstein values: {listed}."
