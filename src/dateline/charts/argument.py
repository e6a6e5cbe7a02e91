"""How does the argument run? For notebook 03: premises to the left, what is said to follow on the right."""

from __future__ import annotations

import pandas as pd

from dateline import wording
from dateline.arguments import COLUMNS, arguments
from dateline.charts import style
from dateline.charts.boxes import Arrow, Box, boxes
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.excerpts import each
from dateline.tables import Tables

_MOST = 14
_COLOURS = {
    "consequence": style.COOPERATION,
    "prediction": style.SIDES[0],
    "necessity": style.SIDES[1],
    "evaluation": "#8a7a5c",
}


def argument(tables: Tables) -> Chart | Note:
    """Each implication as a box, with an arrow from its premise where the article states one."""
    data = arguments(tables)
    if data.empty:
        return Note("The article draws no implication that was found, so there is no argument to map.")
    shown = data.head(_MOST)
    items, arrows = _boxes(shown)
    tied = {end for arrow in arrows for end in (arrow.start, arrow.end)}
    title = _title(data)
    note = "Solid frame: the author's own voice. Dashed frame: attributed to somebody else."
    note += style.left_out(len(shown), len(data), "implications")
    mapped, alone = ([box for box in items if (box.key in tied) == wanted] for wanted in (True, False))
    heads = ("Because …", "… it follows") if mapped else ()
    with style.theme():
        figure = boxes(
            title, mapped, arrows, note=note, most=5, heads=heads, loose=("Said without a premise", alone)
        )
    return Chart(figure, data[list(COLUMNS)], title, _alt(title, data), style.source(tables))


def _boxes(rows: pd.DataFrame) -> tuple[list[Box], list[Arrow]]:
    """A box for each implication and for each premise that is not an implication itself.

    Premises of the same words are one box, but for a "this" or "such a step", which can mean anything.
    """
    items: dict[str, Box] = {}
    arrows = []
    shown = set(rows["number"])
    for row in each(rows):
        head = f"{str(row.kind).capitalize()}, {row.modality}"
        head = "Necessity" if row.kind == "necessity" and row.modality == "necessary" else head
        if row.voice:
            head += f" ({row.voice})"
        column = 0 if row.premise_of and not row.premises else 1
        colour = _COLOURS.get(str(row.kind), style.OTHER)
        follows = Box(f"i{row.number}", head, str(row.text), colour, bool(row.voice), column)
        for words, number in row.premises:
            own = row.number if len(words.split()) < 4 else ""
            key = f"i{number}" if number in shown else f"p{own}{words}"
            if number not in shown:
                items.setdefault(key, Box(key, "", words, style.OTHER))
            arrows.append(Arrow(key, follows.key))
        items[follows.key] = follows
    return list(items.values()), arrows


def _title(data: pd.DataFrame) -> str:
    own, others = int((data["voice"] == "").sum()), int((data["voice"] != "").sum())
    based = int((data["premise"] != "").sum())
    say = counter(len(data), own, others, based)
    of = f"{say(len(data), 'implication')}" if len(data) > 1 else "The one implication"
    if len(data) == 1:
        rests = "rests on a stated premise" if based else "has no stated premise"
        return f"{of} {rests}; {'the author draws it' if own else 'it is attributed to somebody else'}"
    many = "Both implications rest" if len(data) == 2 else f"All {of} rest"
    few = f"{say(based)} of {of} {'rests' if based == 1 else 'rest'} on a stated premise"
    rests = f"{many} on a stated premise" if based == len(data) else few
    voice = f"the author draws {say(own)}, and attributes {say(others)} to somebody else"
    if not own or not others:
        voice = "the author draws them all" if own else "all are attributed to somebody else"
    return headline(f"{rests}; {voice}")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{k} ({m}): {wording.shorten(t, 90)}"
        for k, m, t in zip(data["kind"], data["modality"], data["text"], strict=True)
    )
    return f"Map of the argument. {title}. {wording.shorten(listed, 900)}"
