"""Names beside points without covering each other: tried at eight places round each point, in order."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from dateline.charts import style

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

Box = tuple[float, float, float, float]


def _box(x: float, y: float, words: str, place: tuple[float, float, str, str]) -> Box:
    """The name's extent in points, from the number of its letters."""
    width, height = len(words) * style.SMALL * 0.6, style.SMALL * 1.3
    dx, dy, across, up = place
    left = x + dx - {"left": 0.0, "center": width / 2, "right": width}[across]
    low = y + dy - {"bottom": 0.0, "center": height / 2, "top": height}[up]
    return left, low, left + width, low + height


def _overlap(a: Box, b: Box) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _outside(a: Box, frame: Box) -> float:
    return (a[2] - a[0]) * (a[3] - a[1]) - _overlap(a, frame)


def name_points(
    axes: Axes, points: Sequence[tuple[float, float]], names: Sequence[str], sizes: Sequence[float]
) -> None:
    """Write each name beside its point (in data), the first names first; a crowded name goes where it covers
    least.

    ``sizes`` are the radii of the marks in points. The axes' limits must be final.
    """
    scale = 72 / axes.figure.dpi  # type: ignore[union-attr]
    at = [tuple(value * scale for value in axes.transData.transform(point)) for point in points]
    corners = axes.transAxes.transform([(0, 0), (1, 1)]) * scale
    frame = (*corners[0], *corners[1])
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(at, sizes, strict=True)]
    for (x, y), point, words, radius in zip(at, points, names, sizes, strict=True):
        tries = [(dx + _sign(dx) * radius, dy + _sign(dy) * radius, a, u) for dx, dy, a, u in _ROUND]
        boxes = [_box(x, y, words, place) for place in tries]
        costs = [sum(_overlap(box, other) for other in taken) + 3 * _outside(box, frame) for box in boxes]
        best = costs.index(min(costs))
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


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
