"""How many, by the article's own account? For notebook 02: every figure that counts people harmed."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from dateline import wording
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline, tally
from dateline.excerpts import each, sentence
from dateline.ledger import ledger
from dateline.tables import Tables
from dateline.wording import missing, text

MEASURES = ("killed", "injured", "missing", "detained", "displaced")
_COLOURS = {
    "killed": style.QUAD[4],
    "injured": style.QUAD[3],
    "missing": style.FAINT,
    "detained": style.SIDES[0],
    "displaced": style.QUAD[2],
}
_LEFT, _ROW = 3.9, 0.37  # inches
_MOST = 25


def casualties(tables: Tables) -> Chart | Note:
    """A mark for a number, a line for a range, an arrow where one end is open."""
    data = casualty_figures(tables)
    if data.empty:
        return Note("The article states no number of people killed, injured, missing, detained or displaced.")
    shown = data.head(_MOST)
    title = _title(data)
    note = "As the article states them, in text order, not added up: they may overlap."
    wide = _wide(shown)
    if wide:
        note += " Logarithmic: each line of the grid is ten times the one before."
    if len(shown) < len(data):
        rest = data.iloc[_MOST:]
        note += style.left_out(len(shown), len(data), "figures")
        values = pd.concat([rest["low"], rest["high"]]).dropna()
        if len(values):
            note += (
                f" The others lie between {wording.number(values.min())} and {wording.number(values.max())}."
            )
    said = [wording.span(row.low, row.high) for row in each(shown)]
    right = max(lettering.inches(words, style.SMALL, bold=True) for words in said) + 0.3
    right += 0.3 if shown["high"].isna().any() else 0.0
    with style.theme():
        figure, axes = style.canvas(
            title, _ROW * len(shown) + 0.05, left=_LEFT, right=right, note=note, bottom=0.33
        )
        _draw(axes, shown, wide=wide)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def casualty_figures(tables: Tables) -> pd.DataFrame:
    """``measure, stated, of, low, high, event, when, who, sentence``: the figures on people harmed, in text
    order."""
    rows = tables.figures[tables.figures["measure"].isin(MEASURES)]
    events = ledger(tables).set_index("event_id")
    found = []
    for row in each(rows):
        event = events.loc[row.event_id] if text(row.event_id) in events.index else None
        found.append(
            {
                "measure": text(row.measure),
                "stated": text(row.text),
                "of": text(row.of),
                "low": row.low,
                "high": row.high,
                "event": pd.NA if event is None else event["number"],
                "when": "" if event is None else event["when"],
                "who": "" if event is None else event["who"],
                "sentence": sentence(tables, row.sentence_id),
            }
        )
    columns = ["measure", "stated", "of", "low", "high", "event", "when", "who", "sentence"]
    return pd.DataFrame(found, columns=columns).astype(
        {"low": "Float64", "high": "Float64", "event": "Int64"}
    )


def _values(data: pd.DataFrame) -> pd.Series:
    return pd.concat([data["low"], data["high"]]).dropna().astype(float)


def _wide(data: pd.DataFrame) -> bool:
    """Whether the numbers lie too far apart to be seen on one even scale."""
    positive = _values(data)[lambda values: values > 0]
    return len(positive) > 1 and positive.max() / positive.min() > 30


def _draw(axes: Axes, data: pd.DataFrame, *, wide: bool) -> None:
    values = _values(data)
    if wide:
        positive = values[values > 0]
        axes.set_xscale("log")
        axes.set_xlim(positive.min() / 1.6, positive.max() * 1.8)
    else:
        axes.set_xlim(0, max(float(values.max()) if len(values) else 1.0, 1.0) * 1.08)
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    for y, row in enumerate(each(data)):
        _mark(axes, y, row)
        _label(axes, y, row)
    axes.set_ylim(len(data) - 0.45, -0.55)
    axes.set_yticks([])
    style.quiet(axes)
    axes.minorticks_off()
    axes.xaxis.set_major_formatter(lambda x, _: wording.number(x))


def _mark(axes: Axes, y: float, row) -> None:
    colour = _COLOURS[row.measure]
    ends = [float(v) for v in (row.low, row.high) if not missing(v)]
    if not ends:
        axes.annotate(
            "no number",
            (0, y),
            xycoords=("axes fraction", "data"),
            size=style.SMALL,
            color=style.SOFT,
            va="center",
            style="italic",
        )
        return
    low, high = min(ends), max(ends)
    axes.plot([low, high], [y, y], color=colour, linewidth=5, alpha=0.45, solid_capstyle="butt")
    axes.plot(ends, [y] * len(ends), "o", color=colour, markersize=8, linestyle="none")
    if len(ends) == 1:
        ahead = missing(row.high)
        tip = (30, 0) if ahead else (-30, 0)
        axes.annotate(
            "",
            (low, y),
            xytext=tip,
            textcoords="offset points",
            arrowprops={"arrowstyle": "<|-", "color": colour, "linewidth": 2},
        )
    gap = 36 if len(ends) == 1 and missing(row.high) else 9
    axes.annotate(
        wording.span(row.low, row.high),
        (high, y),
        xytext=(gap, 0),
        textcoords="offset points",
        va="center",
        size=style.SMALL,
        weight="bold",
        annotation_clip=False,
    )


def _label(axes: Axes, y: float, row) -> None:
    words = f"{row.measure}: {row.stated}" + (f" {row.of}" if row.of and row.of not in row.stated else "")
    number = "" if missing(row.event) else f"event {row.event}"
    below = ", ".join(part for part in (number, row.who, row.when) if part)
    for line, shift, ink in ((words, 6 if below else 0, style.INK), (below, -6, style.SOFT)):
        style.beside(axes, y, lettering.shorten(line, _LEFT - 0.3, style.SMALL), (-8, shift), ink=ink)


def _title(data: pd.DataFrame) -> str:
    counts = {measure: int((data["measure"] == measure).sum()) for measure in MEASURES}
    placed = int(data["event"].notna().sum())
    parts = tally(((n, measure, measure) for measure, n in counts.items()), len(data))
    say = counter(len(data), placed)
    figures = f"{say(len(data), 'stated figure')} on people: {parts}"
    if placed == len(data):
        return f"{headline(figures)}, {'each' if placed > 1 else 'and it is'} part of a coded event"
    if not placed:
        return f"{headline(figures)}, part of no coded event"
    return f"{headline(figures)}; {say(placed)} {'belongs' if placed == 1 else 'belong'} to a coded event"


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{row.measure} {wording.span(row.low, row.high)} {row.of}".strip() for row in each(data.head(20))
    )
    return f"Casualties as stated. {title}. {listed}."
