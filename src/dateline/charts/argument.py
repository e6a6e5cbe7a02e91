"""How does the argument run? For notebook 03: premises to the left, what is said to follow on the right."""

from __future__ import annotations

import pandas as pd

from dateline import wording
from dateline.arguments import COLUMNS, arguments
from dateline.charts import style
from dateline.charts.boxes import Arrow, Box, boxes
from dateline.charts.chart import Chart, Note
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 14
_COLOURS = {
    "consequence": "#2a8c93",
    "prediction": "#1f3f7a",
    "necessity": "#c2659b",
    "evaluation": "#8c8c8c",
}


def argument(tables: Tables) -> Chart | Note:
    """Each implication as a box, with an arrow from its premise where the article states one."""
    data = arguments(tables)
    if data.empty:
        return Note("The article draws no implication that was found, so there is no argument to map.")
    shown = data.head(_MOST)
    items, arrows = _boxes(shown)
    title = _title(data)
    note = (
        "Solid frame: the author's own voice. Dashed frame: attributed to somebody else. Grey, left: "
        "the stated premise."
    )
    if len(shown) < len(data):
        note += f" The first {len(shown)} of {len(data)}."
    with style.theme():
        figure = boxes(title, items, arrows, note=note, most=5, heads=("Because …", "… it follows"))
    return Chart(figure, data[list(COLUMNS)], title, _alt(title, data), style.source(tables))


def _boxes(rows: pd.DataFrame) -> tuple[list[Box], list[Arrow]]:
    """A box for each implication and for each premise that is not an implication itself."""
    items: dict[str, Box] = {}
    arrows = []
    shown = set(rows["number"])
    for row in each(rows):
        head = f"{str(row.kind).capitalize()}: {row.modality}"
        if row.voice:
            head += f" ({row.voice})"
        column = 0 if row.premise_of and not row.premises else 1
        colour = _COLOURS.get(str(row.kind), style.OTHER)
        follows = Box(f"i{row.number}", head, str(row.text), colour, bool(row.voice), column)
        for words, number in row.premises:
            key = f"i{number}" if number in shown else f"p{words}"
            if number not in shown:
                items.setdefault(key, Box(key, "", words, style.OTHER))
            arrows.append(Arrow(key, follows.key))
        items[follows.key] = follows
    return list(items.values()), arrows


def _title(data: pd.DataFrame) -> str:
    own, others = int((data["voice"] == "").sum()), int((data["voice"] != "").sum())
    based = int((data["premise"] != "").sum())
    return wording.sentence(
        f"{wording.count(len(data), 'implication')}, {own} in the author's own voice and {others} "
        "attributed; "
        f"{based} with a stated premise"
    ).rstrip(".")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{k} ({m}): {wording.shorten(t, 90)}"
        for k, m, t in zip(data["kind"], data["modality"], data["text"], strict=True)
    )
    return f"Map of the argument. {title}. {wording.shorten(listed, 900)}"
