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
from dateline.charts import lettering
from dateline.tables import Tables

PIXELS = 900  # as wide as a figure is shown: what a cell's output has in JupyterLab on a screen of 1280
WIDTH = 8.0  # inches, a little more than a printed page has, so that type keeps its size on paper
DPI = PIXELS / WIDTH
SHARP = 1.6  # dots of the stored picture for each one shown: for fine screens, and 215 an inch in print
SMALL, BODY, TITLE = 8.0, 9.0, 11.5  # points; nothing is set smaller than the first
LINE, MARGIN = 0.155, 0.16  # inches: a line of small type, and the room at either edge

INK, SOFT, FAINT, RULE, PAPER = "#222222", "#555555", "#8a8a8a", "#d9d9d9", "#ffffff"
SIDES = ("#1f3f7a", "#c2659b")
OTHER = "#bebebe"
QUAD = {1: "#b9e0d8", 2: "#1f7f87", 3: "#ea9c4c", 4: "#8c1c13"}
UNCLASSED = OTHER
COOPERATION, CONFLICT = QUAD[2], QUAD[4]
VERDICT = {"disagrees": QUAD[4], "contested": "#a85a0c", "agrees": "#1f7a80", "unverified": "#6f6f6f"}
RANGE = "#7d97b8"  # what a source counts

# Fills that are too light to be read as type or to stand out from paper, with the ink used instead.
_INKS = {SIDES[1]: "#a3437c", OTHER: SOFT, QUAD[1]: "#4f9a90", QUAD[3]: "#b8681a"}

_RC = {
    "font.family": [lettering.FONT],
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


def ink(colour: str) -> str:
    """``colour`` for type and outlines: darker where the fill is too light to stand out from paper."""
    return _INKS.get(colour, colour)


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
    above: float = 0.0,
) -> tuple[Figure, Axes]:
    """A figure whose title and note stand flush left, and one axes; ``height`` is that of the axes, ``above``
    the room over them.

    All lengths are inches, so that type and marks keep their size whatever a chart's height.
    """
    figure, _ = headed(title, height + bottom + above, note=note)
    total = figure.get_figheight()
    axes = figure.add_axes((left / WIDTH, bottom / total, (WIDTH - left - right) / WIDTH, height / total))
    return figure, axes


def headed(title: str, below: float, *, note: str = "") -> tuple[Figure, float]:
    """A figure with title and note and ``below`` inches of room under them; the room's top as a fraction."""
    room = WIDTH - 2 * MARGIN
    heading = lettering.wrap(title, room, TITLE, bold=True)
    remark = lettering.wrap(note, room, SMALL)
    tall = lettering.height(heading, 0.2), lettering.height(remark, LINE)
    head = 0.13 + tall[0] + (0.07 + tall[1] if remark else 0) + 0.14
    total = below + head
    figure = Figure(figsize=(WIDTH, total), dpi=DPI, facecolor=PAPER)
    figure.text(
        MARGIN / WIDTH, 1 - 0.13 / total, heading, size=TITLE, weight="bold", va="top", linespacing=1.15
    )
    y = 1 - (0.2 + tall[0]) / total
    figure.text(MARGIN / WIDTH, y, remark, size=SMALL, color=SOFT, va="top", linespacing=1.25)
    return figure, below / total


def sheet(title: str, height: float, *, note: str = "") -> tuple[Figure, Axes]:
    """A figure with one bare axes over all of its width, in inches from the note down: for what is written
    rather than measured."""
    figure, top = headed(title, height, note=note)
    axes = figure.add_axes((0, 0, 1, top))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    bare(axes)
    return figure, axes


def rule(axes: Axes, y: float) -> None:
    """A thin line across a sheet."""
    axes.plot([MARGIN, WIDTH - MARGIN], [y, y], color=RULE, linewidth=0.8)


def left_out(shown: int, total: int, what: str, which: str = "The first") -> str:
    """What a chart that can't hold all says of the rest: `` The first 12 of 30 events are drawn.``"""
    return f" {which} {shown} of {total} {what} are drawn." if shown < total else ""


def bare(axes: Axes) -> None:
    """No spines, no ticks: for drawings whose positions are no measure."""
    axes.set_axis_off()


def quiet(axes: Axes, *, grid: str = "x") -> None:
    """Only a light grid along one axis, and no frame."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)
    axes.grid(axis=grid, color=RULE, linewidth=0.7)  # type: ignore[arg-type]


def key(figure: Figure, entries: Sequence[tuple[str, ...]], x: float = 0.21, y: float = 0.17) -> None:
    """A line of marks with their words at the foot of the figure, of (colour, words) or (colour, words,
    shape); ``x`` and ``y`` in inches."""
    width, height = figure.get_size_inches()
    for colour, words, *shape in entries:
        swatch = Line2D([x / width], [y / height], marker=(*shape, "s")[0], markersize=7, linestyle="none")
        swatch.set(color=colour, markeredgecolor=ink(colour), markeredgewidth=0.8)
        figure.add_artist(swatch)
        figure.text((x + 0.1) / width, y / height, words, size=SMALL, color=SOFT, va="center_baseline")
        x += 0.34 + lettering.inches(words, SMALL)


def quad_key(figure: Figure, classes: pd.Series) -> None:
    """The swatches of the quad classes that occur."""
    key(figure, [(QUAD[number], wording.quad(number)) for number in QUAD if (classes == number).any()])


def beside(
    axes: Axes,
    y: float,
    words: str,
    shift: tuple[float, float] = (-8, 0),
    *,
    right: bool = False,
    ink: str = INK,
    **more: object,
) -> None:
    """Words left of the axes (or ``right``) on the line ``y``, ``shift`` points away: a row's label."""
    axes.annotate(
        words,
        (1 if right else 0, y),
        xycoords=("axes fraction", "data"),
        xytext=shift,
        textcoords="offset points",
        annotation_clip=False,
        color=ink,
        **{"ha": "left" if right else "right", "va": "center", "size": SMALL, **more},  # type: ignore[arg-type]
    )


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


def _fits(step: str, number: int, most: int) -> bool:
    """Whether so many labels have room where ``most`` of days have; a month's is wider, with its year."""
    return number * (1.35 if step.endswith("MS") else 1) <= most or step == _STEPS[-1]


def date_axis(axes: Axes, most: int = 7) -> None:
    """At most ``most`` dates along x, in English whatever the locale: days, months or years as the span asks
    for."""
    first, last = (pd.Timestamp(num2date(x).date()) for x in axes.get_xlim())
    step, days = next(
        (step, days)
        for step in _STEPS
        if _fits(step, len(days := pd.date_range(first, last, freq=step)), most)
    )
    if step.endswith("D"):
        labels = [wording.short_day(day)[:-5] for day in days]
        labels[:1] = [f"{label}\n{day.year}" for label, day in zip(labels[:1], days[:1], strict=True)]
    elif step.endswith("MS"):
        labels = [f"{wording.month(day)[:3]} {day.year}" for day in days]
    else:
        labels = [str(day.year) for day in days]
    axes.set_xticks(date2num(days), labels)
    _keep_inside(axes, [float(x) for x in date2num(days)])


def _keep_inside(axes: Axes, ticks: list[float]) -> None:
    """At an edge a label stays inside, clear of the next panel's; at the left one if the next label is far
    enough."""
    low, high = axes.get_xlim()
    shares = [(tick - low) / (high - low) for tick in ticks]
    for label, share, after in zip(axes.get_xticklabels(), shares, [*shares[1:], 1.0], strict=True):
        roomy = after - share > 0.25
        label.set_horizontalalignment(
            "right" if share > 0.92 else "left" if share < 0.05 and roomy else "center"
        )
