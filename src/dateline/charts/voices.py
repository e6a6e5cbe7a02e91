"""Whose voice is it? For notebook 01: statements by speaker, quoted or reported, beside the author's own."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from dateline import focus, wording
from dateline import voices as heard
from dateline.charts import lettering, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 20
_LEFT, _ROW = 2.75, 0.235  # inches
_FORMS = (("direct", 1.0, ""), ("mixed", 0.75, "////"), ("indirect", 0.38, ""))
_UNNAMED = "no named source"


def voices(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """One bar a speaker, by side and in its colour; darker what is quoted, lighter what is reported."""
    data = heard.speakers(tables)
    read, spoken, _ = heard.sentences(tables)
    if data.empty:
        return Note(
            f"Nobody is quoted or reported in the {wording.count(read, 'sentence')}: the article speaks "
            "in one voice."
        )
    own = focus.sides(tables, sides)
    data = _grouped(data, own)
    title = _title(data, own)
    alone = "one" if read == 1 else str(read)
    note = (
        f"In {read - spoken} of {alone} sentences only the author speaks. Dark: quoted word for word; "
        "hatched: partly; light: reported."
    )
    shown = data.loc[sorted(data["total"].sort_values(ascending=False, kind="stable").index[:_MOST])]
    if len(shown) < len(data):
        rest = data.drop(shown.index)
        speakers = wording.count(len(rest), "speaker has", "speakers have")
        said = wording.count(int(rest["total"].sum()), "statement")
        note += f" Not drawn: {speakers} {said} in all."
    lines = _lines(shown, data, own)
    with style.theme():
        figure, axes = style.canvas(title, _ROW * len(lines), left=_LEFT, right=0.5, note=note, bottom=0.33)
        _draw(axes, lines, own, int(data["total"].max()))
    return Chart(figure, data, title, _alt(title, data, note), style.source(tables))


def _grouped(data: pd.DataFrame, own: tuple[str, ...]) -> pd.DataFrame:
    """The speakers by side, then those of neither, then what has no named source."""
    groups = [*own, "other", _UNNAMED]
    side = data["country"].where(data["country"].isin(own), "other").where(data["named"], _UNNAMED)
    return data.assign(side=side).sort_values(
        "side", key=lambda column: column.map(groups.index), kind="stable", ignore_index=True
    )


def _lines(shown: pd.DataFrame, data: pd.DataFrame, own: tuple[str, ...]) -> list[tuple[str, Any]]:
    """What stands on each line: a group's name with its sum, or a speaker's row."""
    lines: list[tuple[str, Any]] = []
    for side, rows in shown.groupby("side", sort=False):
        total = int(data.loc[data["side"] == side, "total"].sum())
        lines += [("gap", None)] if lines else []
        lines.append(("group", (str(side), total)))
        lines += [("speaker", row) for row in each(rows)]
    return lines


def _group(side: str) -> str:
    return {"other": "Others", _UNNAMED: _UNNAMED.capitalize()}.get(side, wording.country(side))


def _draw(axes: Axes, lines: list[tuple[str, Any]], own: tuple[str, ...], most: int) -> None:
    edge = -(_LEFT - style.MARGIN) * 72
    for y, (kind, what) in enumerate(lines):
        if kind == "group":
            words = f"{_group(what[0])}: {wording.count(what[1], 'statement')}"
            ink = style.ink(style.side_colour(what[0], own))
            style.beside(axes, y, words, (edge, 0), ha="left", size=style.BODY, weight="bold", ink=ink)
        elif kind == "speaker":
            _bar(axes, y, what, style.side_colour(str(what.country), own))
            name = lettering.shorten(str(what.speaker), _LEFT - 0.5, style.SMALL)
            quoted = name if what.named or name == heard.NOBODY else f"“{name}”"
            style.beside(axes, y, quoted, (-6, 0), style="normal" if what.named else "italic")
    axes.set_ylim(len(lines) - 0.4, -0.6)
    axes.set_yticks([])
    axes.set_xlim(0, max(3, most) * 1.06)
    axes.set_xticks(range(0, max(3, most) + 1, max(1, round(most / 6))))
    style.quiet(axes)


def _bar(axes: Axes, y: int, row: Any, colour: str) -> None:
    """One speaker's statements, by how they are told, with their sum at the end."""
    left = 0
    for form, share, hatch in _FORMS:
        n = int(getattr(row, form))
        axes.barh(
            y,
            n,
            left=left,
            height=0.7,
            color=style.lighter(colour, share),
            hatch=hatch,
            edgecolor=style.PAPER,
            linewidth=0.8,
        )
        left += n
    axes.annotate(
        str(row.total),
        (left, y),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        size=style.SMALL,
        color=style.SOFT,
    )


def _title(data: pd.DataFrame, own: tuple[str, ...]) -> str:
    sums = data.groupby("side")["total"].sum()
    total, unnamed = int(sums.sum()), int(sums.get(_UNNAMED, 0))
    say = counter(total)
    if total == 1 and not unnamed:
        return headline(f"the only statement is by {data['speaker'].iloc[0]}")
    if unnamed == total:
        return headline(f"{say(total, 'statement')}, none of a named source")
    named = [
        f"others make {say(int(sums[side]))}"
        if side == "other"
        else f"{wording.country(side)} makes {say(int(sums[side]))}"
        for side in (*own, "other")
        if side in sums.index
    ]
    tail = f"; {say(unnamed)} {'has' if unnamed == 1 else 'have'} no named source" if unnamed else ""
    return headline(f"of {say(total, 'statement')} {wording.listing(named)}{tail}")


def _alt(title: str, data: pd.DataFrame, note: str) -> str:
    listed = wording.listing((f"{s} {n}" for s, n in zip(data["speaker"], data["total"], strict=True)), 15)
    return f"Statements by speaker. {title}. {listed}. {note}"
