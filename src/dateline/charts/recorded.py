"""Are the dates right? For notebook 02: the days that the article tells beside those that the record has."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from dateline import wording
from dateline.charts import days, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter
from dateline.charts.labels import numbered
from dateline.checks.record.dates import recorded as known_days
from dateline.checks.reference import Reference, load_reference
from dateline.excerpts import each
from dateline.judged import VERDICTS
from dateline.ledger import arrow, dated, ledger
from dateline.tables import Tables
from dateline.wording import text

_ROW, _LEFT = 0.38, 4.15  # inches: a row, and the labels left of the axes
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
    say = counter(told, len(data), right, apart, wrong)
    parts = [f"{say(right)} on the days told"] if right else []
    parts += [f"{say(apart)} on days over which sources differ"] if apart else []
    parts += [f"{say(wrong)} on others"] if wrong else []
    return f"Of {say(told, 'dated event')} the record knows {say(len(data))}: {wording.listing(parts)}"


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
    note += style.left_out(len(shown), of, "events", "The worst")
    height = _ROW * len(shown)
    figure, _ = style.headed(title, height + 0.68, note=note)
    day = days.published(tables)
    panels = days.panels(_ends(shown), day)
    drawn = days.side_by_side(figure, panels, _LEFT, 0.45, height, len(shown))
    for axes in drawn:
        for y, row in enumerate(each(shown)):
            _mark(axes, y, row)
        days.mark_published(axes, day, label=axes is drawn[-1])
    for y, row in enumerate(each(shown)):
        _label(drawn[0], y, row)
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
    wrong = row.verdict != "agrees"
    said = f"{wording.verdict(row.verdict)}: {_days(row)}" if wrong else _days(row)
    below = said, style.VERDICT[row.verdict] if wrong else style.SOFT
    weight = "bold" if wrong else "normal"
    numbered(axes, y, _LEFT, row.number, text(row.name) or row.what, below, weight=weight)
