"""What lies ahead, and how soon? For notebook 03: everything the article dates after its publication, to
scale."""

from __future__ import annotations

import pandas as pd
from matplotlib.dates import date2num

from dateline import wording
from dateline.ahead import ahead, published
from dateline.charts import days, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.charts.labels import numbered
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 20
_LEFT, _ROW = 4.0, 0.37  # inches
_COLOURS = {
    "planned": style.SIDES[0],
    "asked for": style.SIDES[1],
    "only imagined": style.OTHER,
    "date": style.COOPERATION,
}


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
    note += style.left_out(len(shown), len(data), "dates")
    with style.theme():
        figure, axes = style.canvas(
            title, _ROW * len(shown) + 0.05, left=_LEFT, right=0.35, note=note, bottom=0.36, above=0.2
        )
        last = shown["latest"].max()
        pad = max((last - day) * 0.04, pd.Timedelta(days=1))
        days.frame(axes, len(shown), day - pad, last + pad, 5)
        for y, row in enumerate(each(shown)):
            _bar(axes, y, row)
        days.mark_published(axes, day, label=True)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _bar(axes, y: float, row) -> None:
    low, high = axes.get_xlim()
    start, end = date2num(row.earliest), date2num(row.latest) + 1
    least = (high - low) * 0.02
    start, end = (
        (start, end) if end - start >= least else ((start + end - least) / 2, (start + end + least) / 2)
    )
    axes.barh(y, end - start, left=start, height=0.5, color=_COLOURS.get(row.kind, style.OTHER))
    number = "" if wording.missing(row.number) else row.number
    words, below = (row.sentence, row.when) if row.kind == "date" else (row.what, f"{row.when}, {row.kind}")
    numbered(axes, y, _LEFT, number, str(words), (str(below), style.SOFT))


def _title(data: pd.DataFrame, day: pd.Timestamp) -> str:
    first = max((data.iloc[0]["earliest"] - day).days, 0)
    say = counter(len(data), first)
    begins = f"begins {say(first, 'day')} after publication" if first else "begins with publication"
    if len(data) == 1:
        return f"One date lies ahead; it {begins}"
    return headline(f"{say(len(data), 'date')} lie ahead; the nearest {begins}")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(f"{row.when}: {wording.shorten(str(row.what), 80)}" for row in each(data))
    return f"Calendar ahead. {title}. {wording.shorten(listed, 900)}"
