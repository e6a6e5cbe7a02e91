"""Are the dates right? For notebook 02: the days that the article tells beside those that the record has."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline import wording
from dateline.charts import days, style
from dateline.charts.chart import Chart, Note
from dateline.checks.record.dates import recorded as known_days
from dateline.checks.reference import Reference, load_reference
from dateline.excerpts import each
from dateline.judged import VERDICTS
from dateline.ledger import arrow, dated, ledger
from dateline.tables import Tables
from dateline.wording import text

_ROW = 0.4  # inches
_LEFT = 4.6
_MOST = 25
_COLUMNS = [
    "number",
    "what",
    "name",
    "stated_start",
    "stated_end",
    "recorded_start",
    "recorded_end",
    "verdict",
    "sources",
]


def recorded(tables: Tables, record: Reference | None = None) -> Chart | Note:
    """Each event that the record knows: a line for the days told, a mark for the days recorded.

    ``record`` is what the article was held against; without it, the project's own reference tables.
    """
    data = _data(tables, load_reference() if record is None else record)
    told = len(dated(ledger(tables)))
    if data.empty:
        return Note(
            f"The record here knows none of the events that the article dates ({told}), "
            "so no date can be compared."
            if told
            else "The article dates no event, so there is no date to hold against the record's."
        )
    shown = _worst(data)
    title = _title(data, told)
    with style.theme():
        figure = _draw(tables, shown, title, len(data))
    return Chart(
        figure, data, title, _alt(title, data), f"{style.source(tables)}; held against {_sources(data)}"
    )


def _data(tables: Tables, record: Reference) -> pd.DataFrame:
    """The events by the day recorded, named and numbered as in the ledger."""
    events = ledger(tables).set_index("event_id")
    found = known_days(tables, record)
    rows = [events.loc[name] for name in found["event_id"]]
    data = found.assign(
        number=[row["number"] for row in rows],
        what=[f"{arrow(row, 44)}: {wording.noun(row['type'])}" for row in rows],
    )
    return data.sort_values(["recorded_start", "number"])[_COLUMNS].reset_index(drop=True)


def _worst(data: pd.DataFrame) -> pd.DataFrame:
    """As many rows as can be drawn, in order: those that disagree before those that don't."""
    first = data["verdict"].map(VERDICTS.index).sort_values(kind="stable").index[:_MOST]
    return data.loc[sorted(first)]


def _title(data: pd.DataFrame, told: int) -> str:
    wrong = int((data["verdict"] == "disagrees").sum())
    apart = int((data["verdict"] == "contested").sum())
    right = len(data) - wrong - apart
    parts = [f"{right} on the days told"] if right else []
    parts += [f"{apart} on days over which sources differ"] if apart else []
    parts += [f"{wrong} on others"] if wrong else []
    return f"Of {wording.count(told, 'dated event')} the record knows {len(data)}: {wording.listing(parts)}"


def _alt(title: str, data: pd.DataFrame) -> str:
    said = [f"no. {row.number}, {_days(row)}" for row in each(data.head(20))]
    return f"Dates told and recorded. {title}. {'; '.join(said)}."


def _days(row) -> str:
    """Both dates where they differ; one where they are the same."""
    told, known = _brief(row.stated_start, row.stated_end), _brief(row.recorded_start, row.recorded_end)
    return f"told {told}, " + ("as recorded" if told == known else f"recorded {known}")


def _brief(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """``11 April 2011``, ``April 2011``, ``11 Apr – 2 May 2011``."""
    words = wording.when(start, end)
    if " – " not in words:
        return words
    first, last = wording.short_day(start), wording.short_day(end)
    return f"{first.removesuffix(last[-5:])} – {last}"


def _sources(data: pd.DataFrame) -> str:
    names = sorted({name for cell in data["sources"] for name in text(cell).split(", ") if name})
    return wording.listing(names, 12)


def _draw(tables: Tables, shown: pd.DataFrame, title: str, of: int) -> Figure:
    note = (
        "Line: the days that the article tells. Diamond: those of the record. The two are joined where they "
        "have no day in common. By the day recorded; numbers as in the ledger."
    )
    if of > len(shown):
        note += f" {len(shown)} of {of}, those that disagree first of all."
    height = _ROW * len(shown)
    figure, _ = style.headed(title, height + 0.72, note=note)
    total = figure.get_figheight()
    panels = days.panels(_ends(shown), days.published(tables))
    gap = 0.25
    room = style.WIDTH - _LEFT - 0.3 - gap * (len(panels) - 1)
    widths = [room] if len(panels) == 1 else [room * 0.36, room * 0.64]
    for i, (name, first, last) in enumerate(panels):
        x = _LEFT + sum(widths[:i]) + gap * i
        axes = figure.add_axes((x / style.WIDTH, 0.48 / total, widths[i] / style.WIDTH, height / total))
        days.frame(axes, len(shown), first, last, 2 if len(panels) > 1 and i == 0 else 5)
        axes.spines["left"].set(visible=i > 0, color=style.RULE)
        axes.set_title(name, size=style.SMALL, color=style.SOFT, loc="left", pad=3)
        for y, row in enumerate(each(shown)):
            _mark(axes, y, row)
            if i == 0:
                _label(axes, y, row)
    return figure


def _ends(shown: pd.DataFrame) -> pd.DataFrame:
    """All dates of the picture, as the timeline's window wants them."""
    told = shown[["stated_start", "stated_end"]].set_axis(["date_start", "date_end"], axis=1)
    days = shown[["recorded_start", "recorded_end"]].set_axis(["date_start", "date_end"], axis=1)
    return pd.concat([told, days], ignore_index=True)


def _mark(axes: Axes, y: int, row) -> None:
    colour = style.VERDICT[row.verdict]
    told = date2num(row.stated_start), date2num(row.stated_end) + 1
    known = date2num(row.recorded_start), date2num(row.recorded_end) + 1
    middle = (known[0] + known[1]) / 2
    quiet = style.lighter(colour, 0.45) if row.verdict == "agrees" else colour
    axes.plot(told, [y, y], color=quiet, linewidth=5, solid_capstyle="butt")
    if row.verdict == "disagrees":
        near = told[1] if middle > told[1] else told[0]
        axes.plot([near, middle], [y, y], color=colour, linewidth=1.2, linestyle=(0, (2, 2)))
    axes.plot(known, [y, y], color=colour, linewidth=1.4)
    axes.plot([middle], [y], "D", color=colour, markersize=6, zorder=4)


def _label(axes: Axes, y: int, row) -> None:
    width = axes.get_position().width * style.WIDTH
    edge = -(_LEFT - 0.16) / width
    letters = style.characters(_LEFT - 0.6)
    name = wording.shorten(text(row.name) or row.what, letters)
    wrong = row.verdict != "agrees"
    _write(axes, edge + 0.22 / width, y, str(row.number), 5, style.SOFT, align="right")
    _write(axes, edge + 0.3 / width, y, name, 6, style.INK, weight="bold" if wrong else "normal")
    colour = style.VERDICT[row.verdict] if wrong else style.SOFT
    said = f"{wording.verdict(row.verdict)}: {_days(row)}" if wrong else _days(row)
    _write(axes, edge + 0.3 / width, y, wording.shorten(said, letters), -6, colour)


def _write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    shift: float,
    colour: str,
    *,
    align: str = "left",
    weight: str = "normal",
) -> None:
    axes.annotate(
        words,
        (x, y),
        xycoords=("axes fraction", "data"),
        xytext=(0, shift),
        textcoords="offset points",
        ha=align,
        va="center",
        size=style.SMALL,
        color=colour,
        weight=weight,
        annotation_clip=False,
    )
