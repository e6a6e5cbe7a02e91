"""Who needs what from whom? For notebook 03: demands, needs and aims as a matrix of the parties."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from dateline import focus as central
from dateline import needs as wanted
from dateline import wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.charts.grid import Item, grid
from dateline.excerpts import each
from dateline.tables import Tables

_MARKS = {"demand": (style.QUAD[4], "s"), "need": (style.SIDES[0], "o"), "aim": (style.QUAD[2], "^")}


def needs(tables: Tables, sides: tuple[str, str] | None = None, focus: str | None = None) -> Chart | Note:
    """Rows want, columns are wanted from; the mark's colour and shape tell demand, need and aim apart."""
    own = central.sides(tables, sides)
    place = central.focus(tables, focus, own)
    data = wanted.needs(tables, own, place)
    if data.empty:
        return Note("The article states no demand, need or aim, so there is no matrix of needs.")
    parties = [
        *own,
        *([place] if place and place not in own else []),
        wanted.BOTH,
        wanted.EACH,
        wanted.OTHERS,
        wanted.NOBODY,
    ]
    rows = [party for party in parties if (data["who"] == party).any()]
    columns = [party for party in parties if (data["whom"] == party).any()]
    cells: dict[tuple[int, int], list[Item]] = {}
    for row in each(data):
        words = str(row.what) + ("" if wording.missing(row.number) else f" [{row.number}]")
        item = Item(words, 3.2, *_MARKS[str(row.kind)])
        cells.setdefault((rows.index(row.who), columns.index(row.whom)), []).append(item)
    title = _title(data)
    heads = [
        (f"from {_name(code)}", style.side_colour(code, own) if code in own else style.SOFT)
        for code in columns
    ]
    note = "Rows want, columns are wanted from. Numbers as in the ledger."
    with style.theme():
        figure = grid(
            title,
            [f"{_name(code)} {'want' if code in (wanted.BOTH, wanted.OTHERS) else 'wants'}" for code in rows],
            heads,
            cells,
            note=note,
            lines=4,
        )
        _key(figure, data)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _name(code: str) -> str:
    return wording.country(code) if len(code) == 3 and code.isupper() else code


def _key(figure: Figure, data: pd.DataFrame) -> None:
    """The kinds that occur, right of the note."""
    kinds = [(colour, kind, mark) for kind, (colour, mark) in _MARKS.items() if (data["kind"] == kind).any()]
    style.key(figure, kinds, x=5.4, y=figure.get_figheight() - 0.46)


def _title(data: pd.DataFrame) -> str:
    return wording.sentence(wanted.said(data)).rstrip(".") + ", by who wants and from whom"


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{_name(str(row.who))} from {_name(str(row.whom))}: {wording.shorten(str(row.what), 60)}"
        for row in each(data)
    )
    return f"Matrix of needs. {title}. {wording.shorten(listed, 900)}"
