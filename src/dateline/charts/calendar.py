"""What lies ahead, and how soon? For notebook 03: everything the article dates after its publication, to
scale."""

from __future__ import annotations

import pandas as pd
from matplotlib.dates import date2num

from dateline import wording
from dateline.ahead import ahead, published
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 20
_COLOURS = {"planned": "#1f3f7a", "asked for": "#c2659b", "only imagined": "#8c8c8c", "date": "#2a8c93"}


def calendar(tables: Tables) -> Chart | Note:
    """A bar for each date ahead, from publication on; open events without a date are counted."""
    day = published(tables)
    if wording.missing(day):
        return Note("The day of publication is not known, so nothing can be said to lie ahead of it.")
    data, undated = ahead(tables)
    if data.empty:
        tail = (
            f" {wording.sentence(wording.count(len(undated), 'open event') + ' without a date')}"
            if len(undated)
            else ""
        )
        return Note(f"The article dates nothing after its publication on {wording.day(day)}.{tail}")
    shown = data.head(_MOST)
    title = _title(data, day)
    note = "From the day of publication on, to scale; a bar runs over the days that a date can mean."
    if len(undated):
        left_out = wording.count(len(undated), "event")
        note += f" {wording.sentence(left_out)[:-1]} planned, asked for or imagined without a date not shown."
    with style.theme():
        figure, axes = style.canvas(
            title, 0.46 * len(shown) + 0.2, left=4.45, right=0.35, note=note, bottom=0.4
        )
        last = shown["latest"].max()
        pad = max((last - day) * 0.04, pd.Timedelta(days=1))
        axes.set_xlim(date2num(day - pad), date2num(last + pad))
        for y, row in enumerate(each(shown)):
            _bar(axes, y, row)
        axes.axvline(date2num(day), color=style.INK, linewidth=0.9, linestyle=(0, (4, 3)))
        axes.annotate(
            "published",
            (date2num(day), 1),
            xycoords=("data", "axes fraction"),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            size=style.SMALL - 0.5,
            color=style.SOFT,
        )
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.set_yticks([])
        style.quiet(axes)
        style.date_axis(axes, 5)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _bar(axes, y: float, row) -> None:
    low, high = axes.get_xlim()
    start, end = date2num(row.earliest), date2num(row.latest) + 1
    least = (high - low) * 0.02
    start, end = (
        (start, end) if end - start >= least else ((start + end - least) / 2, (start + end + least) / 2)
    )
    axes.barh(y, end - start, left=start, height=0.5, color=_COLOURS.get(row.kind, style.OTHER))
    number = "" if wording.missing(row.number) else f"{row.number}  "
    below = f"{row.when}, {row.kind}" if row.kind != "date" else f"{row.when}: {row.sentence}"
    width = style.characters(4.2)
    for words, shift, colour in ((number + row.what, 6, style.INK), (below, -6, style.SOFT)):
        axes.annotate(
            wording.shorten(words, width),
            (0, y),
            xycoords=("axes fraction", "data"),
            xytext=(-8, shift),
            color=colour,
            textcoords="offset points",
            ha="right",
            va="center",
            size=style.SMALL,
        )


def _title(data: pd.DataFrame, day: pd.Timestamp) -> str:
    first = data.iloc[0]
    days = max((first["earliest"] - day).days, 0)
    return (
        f"{wording.count(len(data), 'date').capitalize()} ahead; the nearest begins "
        f"{wording.count(days, 'day')} after publication"
    )


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(f"{row.when}: {wording.shorten(str(row.what), 80)}" for row in each(data))
    return f"Calendar ahead. {title}. {wording.shorten(listed, 900)}"
