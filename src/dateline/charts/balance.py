"""Which way does the balance between the two sides move? For notebook 02.

Goldstein values by the side that acts, cumulated by day, inside the band that other ways of counting span.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from dateline import balance as counting
from dateline import focus, wording
from dateline.charts import days, lettering, style
from dateline.charts.chart import Chart, Note
from dateline.ledger import dated, undated
from dateline.tables import Tables


def balance(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """One curve a direction, with its sensitivity band; undated events are counted in the note."""
    own = focus.sides(tables, sides)
    if len(own) < 2:
        return Note("The article names fewer than two countries, so there is no balance between sides.")
    rows = counting.between(tables, own)
    rows = rows[counting.counted(rows)]
    shown, left_out = dated(rows), undated(rows)
    names = wording.listing(wording.country(code) for code in own)
    if shown.empty:
        return Note(f"No dated event runs between {names}, so there is no balance to draw over time.")
    if len(shown) == 1:
        return Note(f"One dated event runs between {names}, too few for a balance that moves over time.")
    data = counting.balance(tables, own)
    sums = counting.totals(tables, own)
    title = _title(data, sums)
    note = (
        "Goldstein values of actual and ongoing events, added up by day; an event of uncertain date "
        "counts evenly "
        "over its days. The band, and the numbers in brackets, span the other ways of counting."
    )
    if len(left_out):
        known = sums[sums["variant"] == counting.VARIANTS[0].name].set_index("direction")["total"]
        whole = wording.listing(f"{_names(name)} {wording.signed(total)}" for name, total in known.items())
        events = wording.count(len(left_out), "undated event")
        note += f" {wording.sentence(f'{events} cannot be shown; with them the sums are {whole}')}"
    with style.theme():
        figure, axes = style.canvas(title, 3.4, left=0.7, right=1.65, note=note, bottom=0.42, above=0.2)
        _draw(axes, data, own)
        days.mark_published(axes, days.published(tables), label=True)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _ends(data: pd.DataFrame) -> pd.DataFrame:
    return data.groupby("direction", sort=False).last()


def _title(data: pd.DataFrame, sums: pd.DataFrame) -> str:
    """Which way each sum lies, how far, and whether the other ways of counting leave its sign.

    Among these is to count the undated events too.
    """
    ends = _ends(data)[["value", "low", "high"]].round(1)
    values = wording.listing(
        f"{_names(name)} {wording.signed(row['value'])}" for name, row in ends.iterrows()
    )
    signs = {(value > 0) - (value < 0) for value in ends["value"]}
    ways = {
        frozenset({-1}): "Conflict outweighs cooperation both ways",
        frozenset({1}): "Cooperation outweighs conflict both ways",
        frozenset({0}): "Neither conflict nor cooperation prevails",
        frozenset({-1, 0}): "Conflict outweighs cooperation one way",
        frozenset({0, 1}): "Cooperation outweighs conflict one way",
    }.get(frozenset(signs), "Conflict prevails one way, cooperation the other")
    turned = []
    for name, row in ends.iterrows():
        whole = sums.loc[sums["direction"] == name, "total"].round(1)
        if min(row["low"], whole.min()) < 0 < max(row["high"], whole.max()):
            turned.append(_names(name))
    held = "no other count turns a sign"
    if turned:
        which = "either" if len(turned) == 2 else turned[0]
        held = f"other counts can turn the sign of {which}"
    return f"{ways}: {values}; {held}"


def _names(direction: object) -> str:
    return " → ".join(wording.country(code) for code in str(direction).split(" → "))


def _alt(title: str, data: pd.DataFrame) -> str:
    span = f"{wording.day(data['day'].min())} to {wording.day(data['day'].max())}"
    bands = wording.listing(
        f"{direction} {wording.signed(row['low'])} to {wording.signed(row['high'])}"
        for direction, row in _ends(data).iterrows()
    )
    return f"Cumulated Goldstein values, {span}. {title}. Other ways of counting span: {bands}."


def _draw(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    for i, (direction, rows) in enumerate(data.groupby("direction", sort=False)):
        colour = style.side_colour(str(direction)[:3], own)
        axes.fill_between(rows["day"], rows["low"], rows["high"], color=colour, alpha=0.16, linewidth=0)
        for edge in ("low", "high"):
            axes.plot(rows["day"], rows[edge], color=style.lighter(colour, 0.45), linewidth=0.7)
        dashes = "-" if i == 0 else (0, (6, 2))
        axes.plot(rows["day"], rows["value"], color=colour, linewidth=2.2, linestyle=dashes, zorder=3)
    axes.axhline(0, color=style.FAINT, linewidth=0.9)
    style.quiet(axes, grid="both")
    axes.margins(x=0)
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:+.0f}".replace("-", "−") if y else "0")
    style.date_axis(axes, 7)
    axes.set_ylabel("← conflict     cooperation →", size=style.SMALL)
    _end_labels(axes, data, own)


def _end_labels(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    """Direction, sum and band at the end of each curve, pushed apart where two ends meet."""
    ends = _ends(data).sort_values("value")
    low, high = axes.get_ylim()
    least, y = (high - low) * 0.2, None
    for direction, row in ends.iterrows():
        y = row["value"] if y is None else max(row["value"], y + least)
        source, target = (
            lettering.shorten(wording.country(code), 1.35, style.SMALL, bold=True)
            for code in str(direction).split(" → ")
        )
        band = f"{wording.signed(row['low'])} to {wording.signed(row['high'])}"
        ink = style.ink(style.side_colour(str(direction)[:3], own))
        middle = min(y, high - least / 2)
        more = {"linespacing": 1.2, "ink": ink}
        words = f"{source}\n→ {target} {wording.signed(row['value'])}"
        style.beside(axes, middle, words, (6, 5), right=True, weight="bold", **more)
        style.beside(axes, middle, f"({band})", (6, -13), right=True, **more)
