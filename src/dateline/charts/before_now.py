"""What worked, what stopped, since when? For notebook 01: cooperation and conflict by period, as the article
tells it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.ledger import dated, ledger
from dateline.tables import Tables

_UNIT = 0.27  # inches a square
_PLAIN = frozenset({"actual", "ongoing"})
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
    note = (
        "Each square an event, numbered as in the ledger; hollow: not actual. By the middle of the "
        "stretch in which it "
        "can have happened, counted back from publication."
    )
    with style.theme():
        figure = _draw(data, title, note)
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


def _draw(data: pd.DataFrame, title: str, note: str):
    periods = list(dict.fromkeys(data["period"]))
    half = (style.WIDTH - 2.1) / 2
    across = int(half / _UNIT) - 1
    sides = [(data["quad_class"] >= 3, -1), (data["quad_class"] <= 2, 1)]
    rows_of = [
        max(-(-int((mask & (data["period"] == p)).sum()) // across) for mask, _ in sides) or 1
        for p in periods
    ]
    height = sum(rows_of) * _UNIT + 0.2 * len(periods)
    figure, axes = style.canvas(title, height + 0.3, left=0.0, right=0.0, note=note, bottom=0.36)
    axes.set(xlim=(0, style.WIDTH), ylim=(height + 0.3, 0))
    style.bare(axes)
    middle = 1.95 + half
    axes.text(
        middle - 0.1, 0.1, "← conflict", ha="right", size=style.BODY, weight="bold", color=style.CONFLICT
    )
    axes.text(middle + 0.1, 0.1, "cooperation →", size=style.BODY, weight="bold", color=style.COOPERATION)
    y = 0.3
    for period, lines in zip(periods, rows_of, strict=True):
        axes.plot([0.16, style.WIDTH - 0.16], [y - 0.1, y - 0.1], color=style.RULE, linewidth=0.8)
        axes.text(0.16, y + lines * _UNIT / 2, wording.wrap(period, 24), size=style.SMALL, va="center")
        for mask, sign in sides:
            mine = data[mask & (data["period"] == period)].sort_values(
                ["quad_class", "number"], ascending=[sign > 0, True]
            )
            _squares(axes, mine, middle, y, sign, across)
        y += lines * _UNIT + 0.2
    axes.plot([middle, middle], [0.2, y - 0.1], color=style.FAINT, linewidth=1)
    classes = [number for number in style.QUAD if (data["quad_class"] == number).any()]
    style.key(figure, [(style.QUAD[number], wording.quad(number)) for number in classes])
    return figure


def _squares(axes: Axes, rows: pd.DataFrame, middle: float, y: float, sign: int, across: int) -> None:
    for i, row in enumerate(each(rows)):
        column, line = i % across, i // across
        x = middle + sign * (0.06 + column * _UNIT) - (_UNIT if sign < 0 else 0)
        colour, hollow = style.quad_colour(row.quad_class), row.status not in _PLAIN
        axes.add_patch(
            Rectangle(
                (x + 0.015, y + line * _UNIT + 0.015),
                _UNIT - 0.03,
                _UNIT - 0.03,
                facecolor=style.PAPER if hollow else colour,
                edgecolor=colour,
                linewidth=1.5,
            )
        )
        ink = style.INK if hollow else style.on(colour)
        axes.text(
            x + _UNIT / 2,
            y + (line + 0.5) * _UNIT,
            str(row.number),
            size=6.5,
            ha="center",
            va="center_baseline",
            color=ink,
        )


def _title(data: pd.DataFrame) -> str:
    happened = data[data["status"].isin(_PLAIN) & (data["period"] != _UNDATED)]
    ahead = happened["period"] == _PERIODS[-1][0]
    recent = happened["period"].isin([p[0] for p in _PERIODS[2:4]])
    parts = []
    for name, rows in (
        ("up to three months before publication", happened[~recent & ~ahead]),
        ("since then", happened[recent]),
    ):
        good = int((rows["quad_class"] <= 2).sum())
        parts.append(f"{name} {good} of cooperation and {len(rows) - good} of conflict")
    return wording.sentence("dated events: " + "; ".join(parts)).rstrip(".")


def _alt(title: str, data: pd.DataFrame) -> str:
    parts = []
    for period, rows in data.groupby("period", sort=False):
        good = int((rows["quad_class"] <= 2).sum())
        parts.append(f"{period}: {good} cooperation, {len(rows) - good} conflict")
    return f"Events by period. {title}. {'; '.join(parts)}."
