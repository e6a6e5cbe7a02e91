"""How many, by the sources' account? For notebook 02: each stated figure on the ranges that sources give."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from dateline import wording
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, tally
from dateline.excerpts import each
from dateline.judged import VERDICTS, Judged, judged
from dateline.ledger import ledger
from dateline.tables import Tables
from dateline.wording import missing, text

_CHECKS = frozenset({"deaths_against_record", "count_against_record"})
_MOST = 12  # figures drawn
_SOURCES = 8  # drawn a figure; the rest is one bar
_ROW, _HEAD, _FOOT = 0.2, 0.24, 0.34  # inches: a source, the figure's words, its scale
_LEFT, _RIGHT = 2.2, 1.65  # inches beside the scale: for the names and for the counts in words
_WIDE = 100  # times that the highest count exceeds the lowest before the scale is logarithmic
_COLUMNS = [
    "stated",
    "low",
    "high",
    "when",
    "event",
    "verdict",
    "source",
    "count",
    "found_low",
    "found_high",
]


@dataclass(frozen=True)
class _Panel:
    """A stated figure with the rows of ``data`` on it."""

    rows: pd.DataFrame
    height: float


def against_sources(tables: Tables) -> Chart | Note:
    """A panel a figure: its stated value as an upright line, and a bar for the range of each source."""
    held = [one for one in judged(tables) if one.check in _CHECKS]
    data = _data(tables, [one for one in held if one.sources])
    if not held:
        return Note("The article states no number that could be held against what sources count.")
    if data.empty:
        return Note(
            f"No source here counts what the article states: {wording.count(len(held), 'figure')} could be "
            "checked, and none is verified. That proves nothing either way."
        )
    groups = [rows for _, rows in data.groupby("figure", sort=False)]
    panels = [_Panel(rows, _height(rows)) for rows in groups[:_MOST]]
    title = _title(held)
    with style.theme():
        figure = _draw(panels, title, _note(held, len(groups)))
    names = wording.listing(dict.fromkeys(data["source"]))
    source = f"{style.source(tables)}; held against {names}"
    return Chart(figure, data.drop(columns="figure"), title, _alt(title, groups), source)


def _data(tables: Tables, held: list[Judged]) -> pd.DataFrame:
    """A row for each figure and source, in the order of the verdicts."""
    figures = tables.figures.set_index("figure_id")
    events = ledger(tables).set_index("event_id")
    rows = []
    for n, one in enumerate(held):
        figure = figures.loc[one.row_id] if one.row_id in figures.index else None
        event_id = None if figure is None else text(figure["event_id"])
        event = events.loc[event_id] if event_id in events.index else None
        about = {
            "figure": n,
            "stated": one.stated,
            "low": None if figure is None else figure["low"],
            "high": None if figure is None else figure["high"],
            "when": "" if event is None else event["when"],
            "event": pd.NA if event is None else event["number"],
            "verdict": one.verdict,
        }
        rows += [
            {
                **about,
                "source": text(source.source, "a source"),
                "count": text(source.found).partition(": ")[0],
                "found_low": source.low,
                "found_high": source.high,
            }
            for source in one.sources
        ]
    kinds = {
        "low": "Float64",
        "high": "Float64",
        "event": "Int64",
        "found_low": "Float64",
        "found_high": "Float64",
    }
    return pd.DataFrame(rows, columns=["figure", *_COLUMNS]).astype(kinds)


def _title(held: list[Judged]) -> str:
    words = {
        "disagrees": ("lies outside what every source counts", "lie outside what every source counts"),
        "contested": ("lies within what the sources span", "lie within what the sources span"),
        "agrees": ("lies in the range of each source", "lie in the range of each source"),
        "unverified": ("is not verified", "are not verified"),
    }
    counts = {verdict: sum(one.verdict == verdict for one in held) for verdict in VERDICTS}
    parts = tally(((n, *words[verdict]) for verdict, n in counts.items()), len(held))
    return f"Of {counter(len(held))(len(held), 'stated figure')}, {parts}"


def _note(held: list[Judged], shown: int) -> str:
    words = [
        "Upright line: what the article states. Bars: from the lowest to the highest count of each source; "
        "each figure has its own scale. Hollow: a count of all killed, where the article counts civilians."
    ]
    alone = sum(not one.sources for one in held)
    if alone:
        words.append(f"Not drawn, for no source here counts {'it' if alone == 1 else 'them'}: {alone}.")
    return " ".join(words) + style.left_out(min(shown, _MOST), shown, "figures", "The worst")


def _alt(title: str, groups: list[pd.DataFrame]) -> str:
    said = []
    for rows in groups[:20]:
        counts = wording.listing(
            (f"{row.source} {row.count_}" for row in each(rows.rename(columns={"count": "count_"}))), 12
        )
        said.append(f"{rows['stated'].iloc[0]}, {wording.verdict(rows['verdict'].iloc[0])}: {counts}")
    return f"Stated figures on the ranges of the sources. {title}. {'; '.join(said)}."


def _height(rows: pd.DataFrame) -> float:
    return _ROW * min(len(rows), _SOURCES + 1)


def _draw(panels: list[_Panel], title: str, note: str):
    total = sum(panel.height + _HEAD + _FOOT for panel in panels)
    figure, top = style.headed(title, total, note=note)
    whole = figure.get_figheight()
    left, right = _LEFT, _RIGHT
    y = top * whole
    for panel in panels:
        y -= _HEAD + panel.height
        box = (
            left / style.WIDTH,
            y / whole,
            (style.WIDTH - left - right) / style.WIDTH,
            panel.height / whole,
        )
        axes = figure.add_axes(box)
        _panel(axes, panel.rows)
        y -= _FOOT
    return figure


def _panel(axes: Axes, rows: pd.DataFrame) -> None:
    first = rows.iloc[0]
    bars = _bars(rows)
    colour = style.VERDICT[first["verdict"]]
    _scale(axes, rows)
    style.quiet(axes)
    for y, (name, count, low, high, hollow) in enumerate(bars):
        _bar(axes, y, low, high, hollow)
        style.beside(axes, y, lettering.shorten(name, _LEFT - 0.3, style.SMALL), ink=style.SOFT)
        style.beside(axes, y, lettering.shorten(count, _RIGHT - 0.2, style.SMALL), (8, 0), right=True)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_yticks([])
    _stated(axes, first, colour)
    when = "" if first["when"] in ("", "undated") else f" ({first['when']}, by the article)"
    verdict, top = wording.verdict(first["verdict"]), -0.5
    bold = {"size": style.BODY, "weight": "bold", "va": "bottom"}
    room = style.WIDTH - style.MARGIN - _RIGHT - 0.1
    head = lettering.shorten(f"{first['stated']}{when}", room, style.BODY, bold=True)
    style.beside(axes, top, head, (-(_LEFT - style.MARGIN) * 72, 5), ha="left", **bold)
    style.beside(axes, top, verdict, (8, 5), right=True, ink=colour, **bold)


def _bars(rows: pd.DataFrame) -> list[tuple[str, str, float | None, float | None, bool]]:
    """Name, count in words, low, high and whether hollow; past the most, the rest as one."""
    civil = "civilian" in rows["stated"].iloc[0]
    bars = []
    for _, row in rows.iterrows():
        low, high = (None if missing(row[name]) else float(row[name]) for name in ("found_low", "found_high"))
        bars.append(
            (row["source"], row["count"], low, high, civil and row["count"].endswith("killed in all"))
        )
    if len(bars) <= _SOURCES + 1:
        return bars
    rest = bars[_SOURCES:]
    ends = [end for bar in rest for end in bar[2:4] if end is not None]
    low, high = (min(ends), max(ends)) if ends else (None, None)
    return [*bars[:_SOURCES], (f"{len(rest)} more", wording.span(low, high), low, high, False)]


def _scale(axes: Axes, rows: pd.DataFrame) -> None:
    """From nought to the highest number; logarithmic where they lie too far apart to be seen together."""
    values = (
        pd.concat([rows[name] for name in ("low", "high", "found_low", "found_high")]).dropna().astype(float)
    )
    positive = values[values > 0]
    most = max(float(values.max()), 1.0) if len(values) else 1.0
    if len(positive) and most / positive.min() > _WIDE:
        axes.set_xscale("symlog", linthresh=max(1.0, float(positive.min())), linscale=0.6)
        axes.set_xlim(0, most * 1.3)
        axes.annotate(
            "logarithmic",
            (1, 0),
            xycoords="axes fraction",
            xytext=(8, -9),
            textcoords="offset points",
            va="center",
            size=style.SMALL,
            style="italic",
            color=style.SOFT,
        )
    else:
        axes.set_xlim(0, most * 1.06)
        axes.xaxis.get_major_locator().set_params(nbins=6, integer=True)  # type: ignore[attr-defined]
    axes.minorticks_off()
    axes.xaxis.set_major_formatter(lambda x, _: wording.number(x))


def _bar(axes: Axes, y: float, low: float | None, high: float | None, hollow: bool) -> None:
    """A range; a single number is a mark, and an arrow leads from it where the other end is open."""
    fill, edge = style.PAPER if hollow else style.RANGE, style.RANGE
    ends = [end for end in (low, high) if end is not None]
    if len(ends) == 2 and low != high:
        axes.barh(y, ends[1] - ends[0], left=ends[0], height=0.5, color=fill, edgecolor=edge, linewidth=1.2)
        return
    if len(ends) == 1:
        arrow = {"arrowstyle": "<|-", "color": edge, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
        tip = (22, 0) if high is None else (-22, 0)
        axes.annotate("", (ends[0], y), xytext=tip, textcoords="offset points", arrowprops=arrow)
    axes.plot(
        ends[:1],
        [y] * len(ends[:1]),
        "D",
        markersize=6,
        markerfacecolor=fill,
        markeredgecolor=edge,
        clip_on=False,
        zorder=5,
    )


def _stated(axes: Axes, first: pd.Series, colour: str) -> None:
    ends = [float(first[name]) for name in ("low", "high") if not missing(first[name])]
    if not ends:
        return
    if len(ends) == 2 and ends[0] != ends[1]:
        axes.axvspan(*ends, color=colour, alpha=0.25, linewidth=0)
    for end in sorted(set(ends)):
        axes.axvline(end, color=colour, linewidth=2, zorder=4, clip_on=False)
