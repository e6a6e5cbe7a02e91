"""What stood around it, by the record? For notebook 01: the series of the article's countries, year by year.

A small panel a topic, all on one axis of years. What the author could not know, because the period had not
passed when the article was published, is lighter; what a source or a compiler doubts is hollow or dashed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from dateline import ahead, wording
from dateline.charts import days, lettering, style
from dateline.charts.chart import Chart, Note
from dateline.checks.reference import Reference, load_reference
from dateline.excerpts import each
from dateline.surroundings import countries, downloaded, surroundings

if TYPE_CHECKING:
    from dateline.tables import Tables

_MOST = 12  # panels
_ACROSS = 2
_CELL, _HEIGHT, _HEAD, _FOOT = 3.97, 1.15, 0.55, 0.34  # inches: a cell's width, and the parts of its height
_LEFT, _RIGHT = 0.53, 1.38  # inches beside the axes, for the numbers and for the names of the lines
_LONG = 1.5  # years
_LATER = 0.45  # how much of its colour is left to what came after publication
_COLOURS = ("#1b5e7a", "#b3541e", "#5b3a8c", "#3f7d3a", "#8f2d56", "#6b6b6b")
_MARKS = "osD^vP"
_DASHES = (0, (2.5, 1.8))


def series(
    tables: Tables,
    record: Reference | None = None,
    sides: tuple[str, str] | None = None,
    focus: str | None = None,
) -> Chart | Note:
    """The record's series that concern the article (see :mod:`dateline.surroundings`), a panel a topic.

    ``record`` is what the article was held against; without it, the project's own reference tables.
    """
    record = load_reference() if record is None else record
    data, day = surroundings(tables, record, sides, focus), ahead.published(tables)
    if data.empty:
        named = [wording.country(code) for code in countries(tables, sides, focus)]
        return Note(
            f"The record here has no series on {wording.listing(named) or 'any country of this article'}."
        )
    panels = list(dict.fromkeys(data["panel"]))
    shown = data[data["panel"].isin(panels[:_MOST])]
    title, caveats = _title(data, day), _caveats(shown)
    with style.theme():
        figure = _draw(shown, day, title, _note(shown, day, len(panels) - _MOST), caveats)
    sources = sorted({str(name) for name in shown["source"]}, key=str.casefold)
    said = f"{style.source(tables)}. The record: {', '.join([*sources, *downloaded(record)])}"
    return Chart(figure, data.drop(columns="topic"), title, _alt(title, data), said)


def _title(data: pd.DataFrame, day: pd.Timestamp) -> str:
    first, last = data["start"].min().year, data["end"].max().year
    topics = wording.count(data["topic"].nunique(), "topic").capitalize()
    title = f"{topics} of the record around the article, {first}–{last}"
    if wording.missing(day):
        return title
    known = int(data["known"].sum())
    return f"{title}: {known} of {len(data)} values are of periods that had ended when it was published"


def _note(data: pd.DataFrame, day: pd.Timestamp, more: int) -> str:
    parts = ["A value a year, each source a line; bands and bars run from its lowest to its highest figure."]
    if (data["years"] > _LONG).any():
        parts.append("A level stretch is a sum over several years, spread over them.")
    if wording.missing(day):
        parts.append("The day of publication is not known.")
    else:
        parts.append("Lighter: periods not over when the article was published.")
    if more > 0:
        parts.append(f"{wording.sentence(wording.count(more, 'more topic'))[:-1]} not shown.")
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class _Caveat:
    """A remark on a whole line (with its letter), or on some values of it."""

    panel: str
    line: str
    letter: str
    words: str


def _caveats(data: pd.DataFrame) -> list[_Caveat]:
    """What is doubted, in the order of the panels; the same remark on whole lines has one letter."""
    letters: dict[str, str] = {}
    found = []
    for (panel, line), rows in data.groupby(["panel", "line"], sort=False):
        whole = rows["suspect"].notna().all() and rows["suspect"].nunique() == 1
        for suspect, doubted in rows.dropna(subset="suspect").groupby("suspect", sort=False):
            if whole:
                letter = letters.setdefault(str(suspect), "abcdefghijklmnopqrstuvwxyz"[len(letters) % 26])
                found.append(_Caveat(str(panel), str(line), letter, str(suspect)))
            else:
                years = wording.listing(sorted({str(end.year) for end in doubted["end"]}))
                found.append(_Caveat(str(panel), str(line), "", f"{line} {years}: {suspect}"))
    return found


def _footnotes(caveats: list[_Caveat]) -> list[str]:
    lettered = dict.fromkeys(f"({one.letter}) {one.words}" for one in caveats if one.letter)
    single = dict.fromkeys(one.words for one in caveats if not one.letter)
    whole = f"Dashed: {'; '.join(lettered)}." if lettered else ""
    return [text for text in (whole, f"Hollow: {'; '.join(single)}." if single else "") if text]


def _draw(data: pd.DataFrame, day: pd.Timestamp, title: str, note: str, caveats: list[_Caveat]) -> Figure:
    panels = list(dict.fromkeys(data["panel"]))
    across = min(_ACROSS, len(panels))
    wide = _CELL * _ACROSS / across
    rows = -(-len(panels) // across)
    remarks = [
        lettering.wrap(text, style.WIDTH - 2 * style.MARGIN, style.SMALL) for text in _footnotes(caveats)
    ]
    foot = sum(lettering.height(text, style.LINE + 0.005) for text in remarks) + (0.1 if remarks else 0)
    cell = _HEAD + _HEIGHT + _FOOT
    figure, _ = style.headed(title, rows * cell + foot - 0.1, note=note)
    total = figure.get_figheight()
    span, inks = (date2num(data["start"].min()), date2num(data["end"].max())), _inks(data)
    for i, panel in enumerate(panels):
        left, row = (i % across) * wide + _LEFT, rows - 1 - i // across
        bottom, width = foot + row * cell + _FOOT, wide - _LEFT - _RIGHT
        axes = figure.add_axes((left / style.WIDTH, bottom / total, width / style.WIDTH, _HEIGHT / total))
        own = {one.line: one.letter for one in caveats if one.panel == panel and one.letter}
        _panel(axes, data[data["panel"] == panel], span, inks, own, wide)
        if not wording.missing(day):
            days.mark_published(axes, day, label=i < across)
    if remarks:
        words = "\n".join(remarks)
        figure.text(
            0.16 / style.WIDTH,
            0.06 / total,
            words,
            size=style.SMALL,
            color=style.SOFT,
            va="bottom",
            linespacing=1.3,
        )
    return figure


def _inks(data: pd.DataFrame) -> dict[str, int]:
    """Each line's colour and mark: the same in every panel, and no two alike in one."""
    beside: dict[str, set[str]] = {}
    for _, rows in data.groupby("panel", sort=False):
        lines = {str(line) for line in rows["line"]}
        for line in lines:
            beside.setdefault(line, set()).update(lines - {line})
    found: dict[str, int] = {}
    for line in sorted(beside, key=lambda line: (-len(beside[line]), line)):
        used = {found[other] for other in beside[line] if other in found}
        found[line] = next(n for n in range(len(used) + 1) if n not in used)
    return found


def _panel(
    axes: Axes,
    rows: pd.DataFrame,
    span: tuple[float, float],
    inks: dict[str, int],
    letters: dict[str, str],
    wide: float,
) -> None:
    pad = (span[1] - span[0]) * 0.02
    axes.set_xlim(span[0] - pad, span[1] + pad)
    top = float(max(rows["level_high"].max(), rows["level"].max()))
    axes.set_ylim(0, (top or 1) * 1.12)
    if float(rows["level_low"].min()) < 0:
        axes.set_ylim(float(rows["level_low"].min()) * 1.12, (top or 1) * 1.12)
    _heading(axes, str(rows["panel"].iloc[0]), _unit(rows), wide)
    style.quiet(axes, grid="y")
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.number(value)))
    axes.tick_params(axis="y", labelcolor=style.SOFT)
    axes.tick_params(axis="x", pad=5)
    style.date_axis(axes, 6)
    names, ends, colours = [], [], []
    for name, own in rows.groupby("line", sort=False):
        line, i = str(name), inks[str(name)]
        colour, mark = _COLOURS[i % len(_COLOURS)], _MARKS[i % len(_MARKS)]
        ends.append(_line(axes, own.sort_values(["start", "end"]), colour, mark, dashed=line in letters))
        names.append(f"{line} ({letters[line]})" if line in letters else line)
        colours.append(colour)
    _names(axes, names, ends, colours)


def _unit(rows: pd.DataFrame) -> str:
    unit = str(rows["unit"].iloc[0])
    several = (rows["years"] > _LONG).all()
    return f"{unit} a year, on average" if several and (rows["level"] != rows["best"]).any() else unit


def _heading(axes: Axes, panel: str, unit: str, wide: float) -> None:
    large = style.SMALL + 0.5
    heading = lettering.wrap(panel, wide - 0.3, large, 2, bold=True)
    x = -(_LEFT - style.MARGIN) / (wide - _LEFT - _RIGHT)
    for words, above, size, colour, weight in (
        (heading, 16, large, style.INK, "bold"),
        (unit, 5, style.SMALL, style.SOFT, "normal"),
    ):
        axes.annotate(
            words,
            (x, 1),
            xycoords="axes fraction",
            xytext=(0, above),
            textcoords="offset points",
            size=size,
            color=colour,
            weight=weight,
            va="bottom",
            linespacing=1.1,
        )


def _line(axes: Axes, rows: pd.DataFrame, colour: str, mark: str, *, dashed: bool) -> tuple[float, float]:
    """One source's values; where the last of them stands."""
    style_of = _DASHES if dashed else "-"
    points = [_Point.of(row) for row in each(rows)]
    for before, after in pairwise(points):
        if not before.long and not after.long and after.x - before.x < 2 * 366:
            ink = style.lighter(colour, 1 if after.known else _LATER)
            axes.plot([before.x, after.x], [before.y, after.y], color=ink, linewidth=1.3, linestyle=style_of)
            if before.ranged or after.ranged:
                bounds = [before.low, after.low], [before.high, after.high]
                shade = 0.22 if after.known else 0.1
                axes.fill_between([before.x, after.x], *bounds, color=colour, alpha=shade, linewidth=0)
    for i, point in enumerate(points):
        ink = style.lighter(colour, 1 if point.known else _LATER)
        if point.long:
            axes.plot(
                [point.start, point.end], [point.y, point.y], color=ink, linewidth=2.4, linestyle=style_of
            )
            _sum(axes, point, colour)
            continue
        alone = all(
            abs(point.x - other.x) >= 2 * 366 for other in points[max(i - 1, 0) : i + 2] if other != point
        )
        if point.ranged and alone:
            axes.plot([point.x, point.x], [point.low, point.high], color=ink, linewidth=2)
        hollow = point.suspect and not dashed
        axes.plot(
            [point.x],
            [point.y],
            marker=mark,
            markersize=4.2 if hollow else 3.2,
            color=ink,
            markerfacecolor=style.PAPER if hollow else ink,
            markeredgewidth=1.1,
            zorder=4,
        )
    last = points[-1]
    return (last.end if last.long else last.x), last.y


def _sum(axes: Axes, point: _Point, colour: str) -> None:
    """What was counted over the years of a level stretch: under it, or above it where it lies too low."""
    if point.total:
        below = point.y > axes.get_ylim()[1] * 0.2
        axes.annotate(
            point.total,
            (point.start, point.y),
            xytext=(1, -4 if below else 3),
            textcoords="offset points",
            size=style.SMALL,
            color=colour,
            va="top" if below else "bottom",
            zorder=3.5,
            bbox={"facecolor": style.PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 0.3},
        )


@dataclass(frozen=True, slots=True)
class _Point:
    x: float
    start: float
    end: float
    y: float
    low: float
    high: float
    long: bool
    known: bool
    suspect: bool
    total: str

    @property
    def ranged(self) -> bool:
        return self.high > self.low

    @classmethod
    def of(cls, row: Any) -> _Point:
        start, end = float(date2num(row.start)), float(date2num(row.end)) + 1
        low, high = (row.best if wording.missing(bound) else bound for bound in (row.low, row.high))
        spread = float(row.years) > _LONG and row.level_high != high
        return cls(
            x=(start + end) / 2,
            start=start,
            end=end,
            y=float(row.level),
            low=float(row.level_low),
            high=float(row.level_high),
            long=float(row.years) > _LONG,
            known=wording.missing(row.known) or bool(row.known),
            suspect=not wording.missing(row.suspect),
            total=f"{wording.span(low, high)} in {wording.count(round(float(row.years)), 'year')}"
            if spread
            else "",
        )


def _names(
    axes: Axes, names: Sequence[str], ends: Sequence[tuple[float, float]], inks: Sequence[str]
) -> None:
    """The names of the lines at the right of the panel, pushed apart, each with a thin line to its end."""
    low, high = axes.get_ylim()
    tall, size = _HEIGHT * 72, style.SMALL
    wrapped = [lettering.wrap(name, _RIGHT - 0.22, size, 3) for name in names]
    heights = [(text.count("\n") + 1) * size * 1.15 + 2 for text in wrapped]
    wanted = [(y - low) / (high - low) * tall for _, y in ends]
    order = sorted(range(len(names)), key=lambda i: (wanted[i], i))
    at = _apart([wanted[i] for i in order], [heights[i] for i in order], tall)
    for i, y in zip(order, at, strict=True):
        axes.annotate(
            wrapped[i],
            ends[i],
            xycoords="data",
            xytext=(1.06, y / tall),
            textcoords="axes fraction",
            size=size,
            color=inks[i],
            va="center",
            linespacing=1.1,
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": style.lighter(inks[i], 0.4),
                "linewidth": 0.6,
                "shrinkA": 1,
            },
        )


def _apart(wanted: list[float], heights: list[float], tall: float) -> list[float]:
    """Middles of boxes near ``wanted`` (ascending), so that none touches another or ends above ``tall``."""
    at: list[float] = []
    for y, height in zip(wanted, heights, strict=True):
        least = at[-1] + (heights[len(at) - 1] + height) / 2 if at else 0.0
        at.append(max(y, least))
    limit = tall
    for i in range(len(at) - 1, -1, -1):
        at[i] = min(at[i], limit - heights[i] / 2 if i == len(at) - 1 else limit)
        limit = at[i] - (heights[i] + heights[i - 1]) / 2 if i else limit
    return at


def _alt(title: str, data: pd.DataFrame) -> str:
    parts = []
    for (panel, line), rows in data.groupby(["panel", "line"], sort=False):
        low, high = rows["level_low"].min(), rows["level_high"].max()
        years = wording.when(rows["start"].min(), rows["end"].max())
        parts.append(f"{panel}, {line}, {years}: {wording.span(low, high)}")
    return f"Series of the record. {title}. {wording.shorten('; '.join(parts), 1500)}"
