"""The days along a chart: which stretch to show, in how many panels, and where publication falls."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.tables import Tables

Panel = tuple[str, pd.Timestamp, pd.Timestamp]  # name, first and last day


def window(known: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The stretch that most day-exact dates fall in: an end is dropped if that halves it for a few events."""
    exact = known[known["date_start"] == known["date_end"]]
    days = sorted(
        exact["date_start"] if len(exact) > 1 else pd.concat([known["date_start"], known["date_end"]])
    )
    spare = len(days) // 5
    while spare and len(days) > 2:
        whole = days[-1] - days[0]
        without_first, without_last = days[-1] - days[1], days[-2] - days[0]
        if min(without_first, without_last) > whole / 2:
            break
        days = days[1:] if without_first <= without_last else days[:-1]
        spare -= 1
    first, last = days[0], days[-1]
    short = known[(known["date_end"] - known["date_start"]).dt.days <= 31]
    beside = short[(short["date_end"] >= first) & (short["date_start"] <= last)]
    return min(first, beside["date_start"].min()), max(last, beside["date_end"].max())


def panels(known: pd.DataFrame, published: pd.Timestamp) -> list[Panel]:
    """Name, first and last day of each panel: the whole stretch and, where that is long, a close-up."""
    first, last = known["date_start"].min(), known["date_end"].max()
    near, far = window(known)
    if pd.notna(published) and far < published <= far + (far - near):
        far = published
    pad = max((far - near) * 0.12, pd.Timedelta(days=4))
    whole = ("whole stretch", first - pd.Timedelta(days=8), last + pd.Timedelta(days=8))
    close = ("close-up", near - pad, far + pad)
    if (close[2] - close[1]) * 2.5 > whole[2] - whole[1]:
        return [("", whole[1], whole[2])]
    return [whole, close]


def frame(axes: Axes, lines: int, first: pd.Timestamp, last: pd.Timestamp, ticks: int) -> None:
    """``lines`` rows over the days from ``first`` to ``last``."""
    axes.set_xlim(date2num(first), date2num(last))
    axes.set_ylim(lines - 0.5, -0.5)
    axes.set_yticks([])
    style.quiet(axes)
    style.date_axis(axes, ticks)


def published(tables: Tables) -> Any:
    """The day of publication; missing where it is not known."""
    return tables.articles["published"].iloc[0] if len(tables.articles) else pd.NaT


def mark_published(axes: Axes, day: pd.Timestamp, *, label: bool) -> None:
    """A dashed line on the day of publication, where the panel holds it."""
    low, high = axes.get_xlim()
    if pd.isna(day) or not low <= date2num(day) <= high:
        return
    axes.axvline(date2num(day), color=style.INK, linewidth=0.9, linestyle=(0, (4, 3)), zorder=3)
    share = (date2num(day) - low) / (high - low)
    if label:
        axes.annotate(
            "published",
            (date2num(day), 1),
            xycoords=("data", "axes fraction"),
            xytext=(3 if share > 0.9 else 0, 3),
            color=style.SOFT,
            textcoords="offset points",
            ha="right" if share > 0.9 else "center",
            size=style.SMALL,
        )


def shade(axes: Axes, panels: list[Panel]) -> None:
    """In the panel of the whole stretch, the part that the close-up beside it shows."""
    if len(panels) > 1:
        axes.axvspan(date2num(panels[1][1]), date2num(panels[1][2]), color="#f1f1f1", linewidth=0, zorder=0)


def side_by_side(
    figure: Figure, panels: list[Panel], left: float, bottom: float, height: float, lines: int
) -> list[Axes]:
    """An axes for each panel, right of ``left`` inches; with a close-up, that is the wider one."""
    gap, total = 0.25, figure.get_figheight()
    room = style.WIDTH - left - 0.3 - gap * (len(panels) - 1)
    shares = [1.0] if len(panels) == 1 else [0.36, 0.64]
    found = []
    for i, (name, first, last) in enumerate(panels):
        x = left + room * sum(shares[:i]) + gap * i
        axes = figure.add_axes(
            (x / style.WIDTH, bottom / total, room * shares[i] / style.WIDTH, height / total)
        )
        frame(axes, lines, first, last, max(2, int(room * shares[i] / 0.45)))
        axes.set_title(name, size=style.SMALL, color=style.SOFT, loc="left", pad=3)
        found.append(axes)
    shade(found[0], panels)
    return found
