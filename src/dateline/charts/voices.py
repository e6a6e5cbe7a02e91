"""Whose voice is it? For notebook 01: statements by speaker, quoted or reported, beside the author's own."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from dateline import focus, wording
from dateline import voices as heard
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 18
_FORMS = (("direct", 1.0, ""), ("mixed", 0.75, "////"), ("indirect", 0.38, ""))


def voices(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """One bar a speaker, in the colour of the side; darker what is quoted, lighter what is reported."""
    data = heard.speakers(tables)
    read, spoken, _ = heard.sentences(tables)
    if data.empty:
        return Note(
            f"Nobody is quoted or reported in the {wording.count(read, 'sentence')}: the article speaks "
            "in one voice."
        )
    own = focus.sides(tables, sides)
    title = _title(data)
    note = (
        f"In {read - spoken} of {wording.count(read, 'sentence')} only the author speaks. Dark: quoted "
        "word for word; "
        "hatched: partly; light: reported. Grey: neither side's."
    )
    shown = data.head(_MOST)
    if len(shown) < len(data):
        note += (
            " "
            f"{wording.sentence(wording.count(len(data) - len(shown), 'further speaker') + ' left out here')}"
        )
    with style.theme():
        figure, axes = style.canvas(
            title, 0.27 * len(shown) + 0.25, left=2.7, right=0.6, note=note, bottom=0.35
        )
        _draw(axes, shown, own)
    return Chart(figure, data, title, _alt(title, data, note), style.source(tables))


def _draw(axes: Axes, data: pd.DataFrame, own: tuple[str, ...]) -> None:
    for y, row in enumerate(each(data)):
        left, colour = 0, style.side_colour(str(row.country), own)
        for form, share, hatch in _FORMS:
            n = int(getattr(row, form))
            axes.barh(
                y,
                n,
                left=left,
                height=0.66,
                color=style.lighter(colour, share),
                hatch=hatch,
                edgecolor=style.PAPER,
                linewidth=0.8,
            )
            left += n
        axes.text(left + 0.06, y, str(row.total), va="center", size=style.SMALL, color=style.SOFT)
        name = wording.shorten(str(row.speaker), 40)
        axes.annotate(
            name if row.named or name == heard.NOBODY else f"“{name}”",
            (0, y),
            xytext=(-6, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            size=style.SMALL,
            style="normal" if row.named else "italic",
        )
    axes.set_ylim(len(data) - 0.4, -0.6)
    axes.set_yticks([])
    most = int(data["total"].max())
    axes.set_xlim(0, max(4, most + 0.5))
    step = max(1, round(most / 6))
    axes.set_xticks(range(0, max(4, most) + 1, step))
    style.quiet(axes)


def _title(data: pd.DataFrame) -> str:
    total, named = int(data["total"].sum()), data[data["named"]]
    if named.empty:
        return f"{wording.count(total, 'statement').capitalize()}, none of a named source"
    first = named.iloc[0]
    rest = total - int(named["total"].sum())
    tail = f"; {wording.count(rest, 'statement')} of nobody named" if rest else ""
    alone = len(named) == 1 or first["total"] == named.iloc[1]["total"]
    most = "" if alone else f", most of {first['speaker']} ({first['total']})"
    words = (
        f"{wording.count(total, 'statement')}, by {wording.count(len(named), 'named speaker')}{most}{tail}"
    )
    return wording.sentence(words).rstrip(".")


def _alt(title: str, data: pd.DataFrame, note: str) -> str:
    listed = wording.listing((f"{s} {n}" for s, n in zip(data["speaker"], data["total"], strict=True)), 15)
    return f"Statements by speaker. {title}. {listed}. {note}"
