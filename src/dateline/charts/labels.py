"""Names beside points without covering each other, tried at eight places round each point, in order; and
numbered rows left of an axes."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from dateline.charts import lettering, style

# Where a name may stand: offset in points, and which of its corners stands there.
_ROUND = [
    (7, 0, "left", "center"),
    (-7, 0, "right", "center"),
    (0, 8, "center", "bottom"),
    (0, -8, "center", "top"),
    (6, 6, "left", "bottom"),
    (6, -6, "left", "top"),
    (-6, 6, "right", "bottom"),
    (-6, -6, "right", "top"),
]

_CROWDED = 1.5  # points of its height that a name may share with others
Extent = tuple[float, float, float, float]  # left, low, right, high in points


def _box(x: float, y: float, words: str, place: tuple[float, float, str, str]) -> Extent:
    """The name's extent in points."""
    width, height = lettering.inches(words, style.SMALL) * 72, style.SMALL * 1.3
    dx, dy, across, up = place
    left = x + dx - {"left": 0.0, "center": width / 2, "right": width}[across]
    low = y + dy - {"bottom": 0.0, "center": height / 2, "top": height}[up]
    return left, low, left + width, low + height


def around(
    axes: Axes, at: tuple[float, float], wide: float, tall: float, shift: tuple[float, float] = (0, 0)
) -> Extent:
    """A box of so many points round a point of the data, or ``shift`` points away from it."""
    scale = 72 / axes.figure.dpi  # type: ignore[union-attr]
    x, y = (value * scale + move for value, move in zip(axes.transData.transform(at), shift, strict=True))
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def overlap(a: Extent, b: Extent) -> float:
    """The area that two boxes share, in square points."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def outside(a: Extent, frame: Extent) -> float:
    """The area of a box that lies outside of another."""
    return (a[2] - a[0]) * (a[3] - a[1]) - overlap(a, frame)


def name_points(
    axes: Axes,
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    sizes: Sequence[float],
    taken: Sequence[Extent] = (),
) -> list[Extent]:
    """Write each name beside its point (in data), the first names first; what has no room is not written.

    ``sizes`` are the radii of the marks in points; ``taken`` is where nothing may stand. The axes' limits
    must be final. Returns what is taken then.
    """
    scale = 72 / axes.figure.dpi  # type: ignore[union-attr]
    at = [tuple(value * scale for value in axes.transData.transform(point)) for point in points]
    corners = axes.transAxes.transform([(0, 0), (1, 1)]) * scale
    frame = (*corners[0], *corners[1])
    taken = [*taken, *((x - r, y - r, x + r, y + r) for (x, y), r in zip(at, sizes, strict=True))]
    for (x, y), point, words, radius in zip(at, points, names, sizes, strict=True):
        tries = [(dx + _sign(dx) * radius, dy + _sign(dy) * radius, a, u) for dx, dy, a, u in _ROUND]
        boxes = [_box(x, y, words, place) for place in tries]
        costs = [sum(overlap(box, other) for other in taken) + 3 * outside(box, frame) for box in boxes]
        best = costs.index(min(costs))
        if costs[best] > _CROWDED * (boxes[best][2] - boxes[best][0]):
            continue
        dx, dy, across, up = tries[best]
        taken.append(boxes[best])
        axes.annotate(
            words,
            point,
            xytext=(dx, dy),
            textcoords="offset points",
            ha=across,
            va=up,
            size=style.SMALL,
            color=style.INK,
            zorder=6,
        )
    return list(taken)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def numbered(
    axes: Axes,
    y: float,
    left: float,
    number: object,
    words: str,
    below: tuple[str, str] = ("", style.SOFT),
    **more: object,
) -> None:
    """A row's number and words, flush left where the axes begin ``left`` inches from the edge.

    ``below`` is a second line and its colour; what is too long for the room is shortened.
    """
    at, room = -(left - style.MARGIN) * 72 + 17, left - style.MARGIN - 0.42
    up = 6 if below[0] else 0
    style.beside(axes, y, str(number), (at, up), ink=style.SOFT)
    bold = more.get("weight") == "bold"
    words = lettering.shorten(words, room, style.SMALL, bold=bold)
    style.beside(axes, y, words, (at + 5, up), ha="left", **more)  # type: ignore[arg-type]
    if below[0]:
        fitted = lettering.shorten(below[0], room, style.SMALL)
        style.beside(axes, y, fitted, (at + 5, -6), ha="left", ink=below[1])
