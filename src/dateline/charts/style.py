"""The look that all charts share: sizes, type, and colours that hold without colour vision and in grey.

The four quad classes differ in lightness (cooperation cool, conflict warm; verbal light, material
dark), and so do the two sides; where colour carries meaning, a label or a shape carries it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from dateline import wording
from dateline.tables import Tables

DPI = 110
WIDTH = 9.0  # inches; a notebook's column
SMALL, BODY, TITLE = 8.0, 9.0, 11.5  # points

INK, SOFT, FAINT, RULE, PAPER = "#222222", "#555555", "#8a8a8a", "#d9d9d9", "#ffffff"
SIDES = ("#1f3f7a", "#c2659b")
OTHER = "#8c8c8c"
QUAD = {1: "#b9e0d8", 2: "#2a8c93", 3: "#ea9c4c", 4: "#8c1c13"}
UNCLASSED = "#bdbdbd"
COOPERATION, CONFLICT = QUAD[2], QUAD[4]
VERDICT = {"disagrees": QUAD[4], "contested": "#c26a12", "agrees": "#1f7a80", "unverified": "#6f6f6f"}
RANGE = "#7d97b8"  # what a source counts

_RC = {
    "font.family": ["DejaVu Sans"],
    "font.size": BODY,
    "text.parse_math": False,  # a dollar sign in an article is a dollar sign
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "hatch.linewidth": 0.6,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
}


@contextmanager
def theme() -> Iterator[None]:
    """matplotlib's defaults with the settings above, whatever the user's own say."""
    defaults = {key: value for key, value in mpl.rcParamsDefault.items() if key not in _SETUP}
    with mpl.rc_context(rc={**defaults, **_RC}):  # type: ignore[arg-type]
        yield


# What belongs to the session rather than to the look: touching these would switch the backend or warn.
_SETUP = frozenset(
    key
    for key in mpl.rcParamsDefault
    if key.startswith(("backend", "interactive", "toolbar", "webagg", "date.epoch"))
)


def side_colour(code: str, sides: Sequence[str]) -> str:
    """The colour of a country: of its side, else grey."""
    return dict(zip(sides, SIDES, strict=False)).get(code, OTHER)


def quad_colour(number: object) -> str:
    return UNCLASSED if wording.missing(number) else QUAD.get(int(number), UNCLASSED)  # type: ignore[call-overload]


def lighter(colour: str, share: float) -> str:
    """``colour`` mixed with paper; unlike transparency, it lets no grid line through."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def on(colour: str) -> str:
    """Ink or paper, whichever reads better on ``colour``."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 0.55 else PAPER


def source(tables: Tables) -> str:
    """The line under every chart: whose article it shows."""
    if tables.articles.empty:
        return "Source: an article without details"
    row = tables.articles.iloc[0]
    parts = [wording.text(row[name]) for name in ("author", "title", "publisher")] + [
        wording.day(row["published"])
    ]
    return "Source: " + ", ".join(part for part in parts if part)


def canvas(
    title: str,
    height: float,
    *,
    left: float = 0.3,
    right: float = 0.3,
    bottom: float = 0.55,
    note: str = "",
    width: float = WIDTH,
) -> tuple[Figure, Axes]:
    """A figure whose title and note stand flush left, and one axes; ``height`` is that of the axes.

    All lengths are inches, so that type and marks keep their size whatever a chart's height.
    """
    figure, _ = headed(title, height + bottom, note=note, width=width)
    total = figure.get_figheight()
    axes = figure.add_axes((left / width, bottom / total, (width - left - right) / width, height / total))
    return figure, axes


def headed(title: str, below: float, *, note: str = "", width: float = WIDTH) -> tuple[Figure, float]:
    """A figure with title and note and ``below`` inches of room under them; the room's top as a fraction."""
    heading = wording.wrap(title, int(width * 9.8))
    remark = wording.wrap(note, int(width * 15)) if note else ""
    lines = heading.count("\n") + 1, remark.count("\n") + 1 if remark else 0
    head = 0.2 + 0.21 * lines[0] + 0.165 * lines[1] + (0.2 if note else 0.14)
    total = below + head
    figure = Figure(figsize=(width, total), dpi=DPI, facecolor=PAPER)
    figure.text(
        0.16 / width, 1 - 0.13 / total, heading, size=TITLE, weight="bold", va="top", linespacing=1.15
    )
    if remark:
        y = 1 - (0.19 + 0.21 * lines[0]) / total
        figure.text(0.16 / width, y, remark, size=SMALL, color=SOFT, va="top", linespacing=1.3)
    return figure, below / total


def bare(axes: Axes) -> None:
    """No spines, no ticks: for drawings whose positions are no measure."""
    axes.set_axis_off()


def quiet(axes: Axes, *, grid: str = "x") -> None:
    """Only a light grid along one axis, and no frame."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)
    axes.grid(axis=grid, color=RULE, linewidth=0.7)  # type: ignore[arg-type]


def characters(inches: float, size: float = SMALL) -> int:
    """About how many letters of ``size`` points fit in ``inches``."""
    return max(4, int(inches * 72 / (size * 0.56)))


def key(figure: Figure, entries: Sequence[tuple[str, str]], x: float = 0.16, y: float = 0.17) -> None:
    """A line of swatches with their words at the foot of the figure; ``x`` and ``y`` in inches."""
    width, height = figure.get_size_inches()
    for colour, words in entries:
        figure.add_artist(
            Line2D([x / width], [y / height], marker="s", markersize=7, color=colour, linestyle="none")
        )
        figure.text((x + 0.1) / width, y / height, words, size=SMALL, color=SOFT, va="center_baseline")
        x += 0.3 + 0.072 * len(words)


_STEPS = (
    "D",
    "2D",
    "5D",
    "10D",
    "MS",
    "2MS",
    "3MS",
    "6MS",
    "YS",
    "2YS",
    "5YS",
    "10YS",
    "20YS",
    "50YS",
    "100YS",
)


def date_axis(axes: Axes, most: int = 7) -> None:
    """At most ``most`` dates along x, in English whatever the locale: days, months or years as the span asks
    for."""
    first, last = (pd.Timestamp(num2date(x).date()) for x in axes.get_xlim())
    step, days = next(
        (step, days)
        for step in _STEPS
        if len(days := pd.date_range(first, last, freq=step)) <= most or step == _STEPS[-1]
    )
    if step.endswith("D"):
        labels = [wording.short_day(day)[:-5] for day in days]
        labels[:1] = [f"{label}\n{day.year}" for label, day in zip(labels[:1], days[:1], strict=True)]
    elif step.endswith("MS"):
        labels = [f"{wording.month(day)[:3]} {day.year}" for day in days]
    else:
        labels = [str(day.year) for day in days]
    axes.set_xticks(date2num(days), labels)
    low, high = axes.get_xlim()
    for label, day in zip(axes.get_xticklabels(), date2num(days), strict=True):
        share = (day - low) / (high - low)  # at the edge a label stays inside, clear of the next panel's
        label.set_horizontalalignment("right" if share > 0.9 else "center")
