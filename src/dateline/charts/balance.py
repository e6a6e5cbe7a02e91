"""Which way does the balance between the two sides move? For notebook 02.

Goldstein values by the side that acts, cumulated by day, inside the band that other ways of counting span.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline import balance as counting
from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.ledger import undated
from dateline.tables import Tables


def balance(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """One curve a direction, with its sensitivity band; undated events are counted in the note."""
    own = focus.sides(tables, sides)
    if len(own) < 2:
        return Note("The article names fewer than two countries, so there is no balance between sides.")
    data = counting.balance(tables, own)
    if data.empty:
        names = wording.listing(wording.country(code) for code in own)
        return Note(f"No dated event runs between {names}, so there is no balance to draw over time.")
    left_out = undated(counting.between(tables, own))
    title = _title(data, own)
    note = (
        "Goldstein values of actual and ongoing events, added up by day; an event of uncertain date "
        "counts evenly "
        "over its days. The band spans the other ways of counting."
    )
    if len(left_out):
        note += f" {wording.sentence(wording.count(len(left_out), 'undated event') + ' cannot be shown')}"
    with style.theme():
        figure, axes = style.canvas(title, 3.7, left=0.75, right=1.75, note=note, bottom=0.45)
        _draw(axes, data, own)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _ends(data: pd.DataFrame) -> pd.DataFrame:
    return data.groupby("direction", sort=False).last()


def _title(data: pd.DataFrame, own: tuple[str, ...]) -> str:
    parts = []
    for direction, row in _ends(data).iterrows():
        source, target = (wording.country(code) for code in str(direction).split(" → "))
        parts.append(f"from {source} toward {target} {wording.signed(row['value'])}")
    return wording.sentence("by the last dated event the sum is " + wording.listing(parts)).rstrip(".")


def _alt(title: str, data: pd.DataFrame) -> str:
    days = f"{wording.day(data['day'].min())} to {wording.day(data['day'].max())}"
    bands = wording.listing(
        f"{direction} {wording.signed(row['low'])} to {wording.signed(row['high'])}"
        for direction, row in _ends(data).iterrows()
    )
    return f"Cumulated Goldstein values, {days}. {title}. Other ways of counting span: {bands}."


def _draw(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    for i, (direction, rows) in enumerate(data.groupby("direction", sort=False)):
        colour = style.side_colour(str(direction)[:3], own)
        dashes = "-" if i == 0 else (0, (6, 2))
        axes.fill_between(rows["day"], rows["low"], rows["high"], color=colour, alpha=0.18, linewidth=0)
        axes.plot(rows["day"], rows["value"], color=colour, linewidth=2, linestyle=dashes)
    axes.axhline(0, color=style.FAINT, linewidth=0.8)
    style.quiet(axes, grid="both")
    axes.margins(x=0)
    style.date_axis(axes, 7)
    axes.set_ylabel("↓ conflict     cooperation ↑", size=style.SMALL)
    _end_labels(axes, data, own)


def _end_labels(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    """The direction's name at the end of its curve, pushed apart where two ends meet."""
    ends = _ends(data).sort_values("value")
    low, high = axes.get_ylim()
    least, y = (high - low) * 0.13, None
    for direction, row in ends.iterrows():
        y = row["value"] if y is None else max(row["value"], y + least)
        source, target = (wording.shorten(wording.country(code), 18) for code in str(direction).split(" → "))
        colour = style.side_colour(str(direction)[:3], own)
        axes.annotate(
            f"{source}\n→ {target}",
            (1, y),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            color=colour,
            textcoords="offset points",
            va="center",
            size=style.BODY,
            weight="bold",
            annotation_clip=False,
        )
