"""What worked, what stopped, since when? For notebook 01: cooperation and conflict by period, as the article
tells it."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from dateline import focus, wording
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.excerpts import each
from dateline.ledger import dated, ledger
from dateline.schema import HAPPENED
from dateline.tables import Tables

_UNIT = 0.27  # inches a square
_SMALL = 0.12  # the same where there are too many for numbers
_NUMBERED = 150  # squares that can hold their number
_LEFT = 1.55  # inches for the names of the periods
#: Periods by days before publication, from far to near; then what lies ahead, then what has no date.
_PERIODS = (
    ("more than a year before", 366, None),
    ("in the year before", 92, 366),
    ("in the three months before", 31, 92),
    ("in the last month", 0, 31),
    ("ahead of publication", None, 0),
)
_UNDATED = "without a date"


def before_now(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """Every event as a square with its number: conflict to the left, cooperation to the right, a row a
    period."""
    own = focus.sides(tables, sides)
    rows = ledger(tables, own)
    rows = rows[rows["quad_class"].notna()]
    if rows.empty:
        return Note("The article reports no event that can be called cooperation or conflict.")
    data = _data(rows, _anchor(tables, rows))
    title = _title(data)
    numbered = len(data) <= _NUMBERED
    what = "an event, numbered as in the ledger" if numbered else "an event"
    note = (
        f"Each square is {what}; hollow: not actual. By the middle of the stretch in which it can have "
        "happened, counted back from publication."
    )
    with style.theme():
        figure = _draw(data, title, note, numbered=numbered)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _anchor(tables: Tables, rows: pd.DataFrame) -> pd.Timestamp:
    """The day of publication; the last day it can have been, or the last event's, where that is not known."""
    if len(tables.articles):
        article = tables.articles.iloc[0]
        for name in ("published", "published_latest"):
            if not wording.missing(article[name]):
                return article[name]
    return rows["date_end"].max()


def _data(rows: pd.DataFrame, anchor: pd.Timestamp) -> pd.DataFrame:
    known = dated(rows)
    middle = known["date_start"] + (known["date_end"] - known["date_start"]) / 2
    before = (anchor - middle.dt.normalize()).dt.days
    period = pd.Series(_UNDATED, index=rows.index)
    for name, nearest, farthest in _PERIODS:
        inside = (before >= nearest if nearest is not None else before < 0) & (
            before < farthest if farthest is not None else True
        )
        period[before[inside].index] = name
    data = rows[["number", "who", "whom", "what", "quad_class", "status", "when"]].copy()
    data.insert(0, "period", period)
    order = {name: i for i, name in enumerate([*(p[0] for p in _PERIODS), _UNDATED])}
    return data.sort_values(
        ["period", "number"], key=lambda c: c.map(order) if c.name == "period" else c, ignore_index=True
    )


def _draw(data: pd.DataFrame, title: str, note: str, *, numbered: bool) -> Figure:
    unit = _UNIT if numbered else _SMALL
    periods = list(dict.fromkeys(data["period"]))
    sides = [(data["quad_class"] >= 3, -1), (data["quad_class"] <= 2, 1)]
    across = _across(data, sides, unit)
    halves = list(zip(sides, across, strict=True))
    heights = [
        max(0.31, unit * max(-(-int((mask & (data["period"] == p)).sum()) // n) for (mask, _), n in halves))
        for p in periods
    ]
    height = sum(heights) + 0.2 * len(periods) + 0.3
    figure, axes = style.canvas(title, height, left=0.0, right=0.0, note=note, bottom=0.36)
    axes.set(xlim=(0, style.WIDTH), ylim=(height, 0))
    style.bare(axes)
    middle = _LEFT + across[0] * unit + 0.1
    heads = {"size": style.BODY, "weight": "bold"}
    axes.text(middle - 0.1, 0.1, "← conflict", ha="right", color=style.CONFLICT, **heads)
    axes.text(middle + 0.1, 0.1, "cooperation →", color=style.COOPERATION, **heads)
    y = 0.3
    for period, tall in zip(periods, heights, strict=True):
        style.rule(axes, y - 0.1)
        name = lettering.wrap(period, _LEFT - 0.3, style.SMALL)
        axes.text(style.MARGIN, y + tall / 2, name, size=style.SMALL, va="center", linespacing=1.25)
        for (mask, sign), n in halves:
            mine = data[mask & (data["period"] == period)].sort_values(
                ["quad_class", "number"], ascending=[sign > 0, True]
            )
            _squares(axes, mine, (middle, y, unit), sign, n, numbered=numbered)
        y += tall + 0.2
    axes.plot([middle, middle], [0.2, y - 0.1], color=style.FAINT, linewidth=1)
    style.quad_key(figure, data["quad_class"])
    return figure


def _across(data: pd.DataFrame, sides: list[tuple[pd.Series, int]], unit: float) -> list[int]:
    """How many squares stand beside each other on each side: the room shared as the fullest periods ask."""
    most = [int(data[mask].groupby("period").size().max()) if mask.any() else 0 for mask, _ in sides]
    room = int((style.WIDTH - _LEFT - style.MARGIN - 0.25) / unit)
    least = math.ceil(1.1 / unit)  # the heading stands over them
    share = min(max(round(room * most[0] / sum(most)), least), room - least)
    return [share, room - share]


def _squares(
    axes: Axes,
    rows: pd.DataFrame,
    place: tuple[float, float, float],
    sign: int,
    across: int,
    *,
    numbered: bool,
) -> None:
    middle, y, unit = place
    for i, row in enumerate(each(rows)):
        column, line = i % across, i // across
        x = middle + sign * (0.06 + column * unit) - (unit if sign < 0 else 0)
        colour, hollow = style.quad_colour(row.quad_class), row.status not in HAPPENED
        gap = unit * 0.06
        axes.add_patch(
            Rectangle(
                (x + gap, y + line * unit + gap),
                unit - 2 * gap,
                unit - 2 * gap,
                facecolor=style.PAPER if hollow else colour,
                edgecolor=style.ink(colour),
                linewidth=1.3 if hollow else 0.7,
            )
        )
        if numbered:
            axes.text(
                x + unit / 2,
                y + (line + 0.5) * unit,
                str(row.number),
                size=style.SMALL - (0.5 if row.number > 99 else 0),
                ha="center",
                va="center_baseline",
                color=style.INK if hollow else style.on(colour),
            )


def _title(data: pd.DataFrame) -> str:
    """Conflict and cooperation up to three months before publication, and since."""
    happened = data[data["status"].isin(HAPPENED) & (data["period"] != _UNDATED)]
    ahead = happened["period"] == _PERIODS[-1][0]
    recent = happened["period"].isin([p[0] for p in _PERIODS[2:4]])
    parts = [
        ("in the three months before publication", happened[recent]),
        ("earlier", happened[~recent & ~ahead]),
    ]
    sums = [((rows["quad_class"] >= 3).sum(), (rows["quad_class"] <= 2).sum()) for _, rows in parts]
    say = counter(*(int(n) for pair in sums for n in pair))
    if not any(map(sum, sums)):
        return "None of the acts that happened has a date before publication"
    said = [
        f"{name} {say(int(bad), 'act')} of conflict and {say(int(good)) if good else 'none'} of cooperation"
        if bad or good
        else f"{name} no act"
        for (name, _), (bad, good) in zip(parts, sums, strict=True)
    ]
    return headline("; ".join(said))


def _alt(title: str, data: pd.DataFrame) -> str:
    parts = []
    for period, rows in data.groupby("period", sort=False):
        good = int((rows["quad_class"] <= 2).sum())
        parts.append(f"{period}: {good} cooperation, {len(rows) - good} conflict")
    return f"Events by period. {title}. {'; '.join(parts)}."
