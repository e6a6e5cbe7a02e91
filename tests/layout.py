"""Where the words of a figure stand once it is drawn: for tests that nothing is cut off or covered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from dateline.charts import style


def words(figure: Figure) -> list[tuple[Text, Bbox]]:
    """Every text that is drawn, with the room it takes in pixels."""
    canvas = FigureCanvasAgg(figure)
    with style.theme():
        figure.draw_without_rendering()
        renderer = canvas.get_renderer()
        unseen = {id(label) for axes in figure.axes for label in _unseen(axes)}
        found = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
        return [(text, Text.get_window_extent(text, renderer)) for text in found if id(text) not in unseen]


def _unseen(axes: Axes) -> Iterator[Text]:
    """The labels of ticks that are not drawn: those of a bare axes, and those beyond its limits."""
    for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
        for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
            if not axes.axison or not min(limits) <= tick.get_loc() <= max(limits):
                yield from (tick.label1, tick.label2)


def cut(figure: Figure, spare: float = 1.0) -> list[str]:
    """The texts that reach over the figure's edge."""
    frame = figure.bbox
    return [
        text.get_text()
        for text, box in words(figure)
        if box.x0 < frame.x0 - spare
        or box.x1 > frame.x1 + spare
        or box.y0 < frame.y0 - spare
        or box.y1 > frame.y1 + spare
    ]


def covered(figure: Figure, share: float = 0.12) -> list[tuple[str, str]]:
    """Pairs of texts that share more than so much of the smaller one's room."""
    return [
        (a.get_text(), b.get_text())
        for (a, one), (b, other) in combinations(words(figure), 2)
        if _shared(one, other) > share * min(one.width * one.height, other.width * other.height)
    ]


def _shared(a: Bbox, b: Bbox) -> float:
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    up = min(a.y1, b.y1) - max(a.y0, b.y0)
    return across * up if across > 0 and up > 0 else 0.0


def smallest(figure: Figure) -> float:
    """The smallest type in points."""
    return min(float(text.get_fontsize()) for text, _ in words(figure))
