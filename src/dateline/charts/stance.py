"""Who stands where at home? For notebook 03: what the public, government, military and parliament of each
side do
toward the other side, and toward each other.
"""

from __future__ import annotations

import pandas as pd

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.charts.grid import Item, grid
from dateline.excerpts import each
from dateline.ledger import ledger
from dateline.schema import HAPPENED
from dateline.tables import Tables

SECTORS = ("GOV", "MIL", "SPY", "LEG", "CVL")


def stance(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """A row for each part of each side; its events toward the other side, toward its own country, toward
    others."""
    own = focus.sides(tables, sides)
    data = stances(tables, own)
    if data.empty:
        return Note(
            "No event is done by a known part of either side, so there is nothing to say of stances at home."
        )
    rows = list(dict.fromkeys(zip(data["country"], data["sector"], strict=True)))
    columns = [name for name in ("the other side", "at home", "others") if (data["toward"] == name).any()]
    cells: dict[tuple[int, int], list[Item]] = {}
    for row in each(data):
        place = rows.index((row.country, row.sector)), columns.index(str(row.toward))
        value = float(row.goldstein) / int(row.events)  # type: ignore[arg-type]
        colour = style.COOPERATION if value > 0 else style.CONFLICT if value < 0 else style.OTHER
        radius = min(2.5 + 1.3 * int(row.events) ** 0.5, 6.5)  # type: ignore[arg-type]
        words = (
            f"{wording.signed(value)} in {wording.count(int(row.events), 'event')}: {row.does} "
            f"[{row.numbers}]"
        )  # type: ignore[arg-type]
        cells.setdefault(place, []).append(Item(words, radius, colour))
    title = _title(data)
    heads = [(f"toward {name}" if name != "at home" else name, style.SOFT) for name in columns]
    names = [f"{wording.country(code)}: {wording.sector(sector)}" for code, sector in rows]
    note = (
        "Mean Goldstein value of what each part does: dark red is conflict, teal cooperation. The larger the "
        "dot, the more events; numbers in brackets as in the ledger."
    )
    with style.theme():
        figure = grid(title, names, heads, cells, note=note, first=1.9, lines=4)
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def stances(tables: Tables, sides: tuple[str, ...]) -> pd.DataFrame:
    """``country, sector, toward, events, goldstein, does, numbers``: sums by part of a side and by whom it
    acts toward."""
    rows = ledger(tables, sides)
    rows = rows[
        rows["who_country"].isin(sides) & rows["who_sector"].isin(SECTORS) & rows["status"].isin(HAPPENED)
    ].copy()
    rows = rows[rows["goldstein"].notna()]
    rows["toward"] = [
        _toward(who, whom, sides) for who, whom in zip(rows["who_country"], rows["whom_country"], strict=True)
    ]
    found = []
    for code in sides:
        for sector in SECTORS:
            for toward in ("the other side", "at home", "others"):
                mine = rows[
                    (rows["who_country"] == code)
                    & (rows["who_sector"] == sector)
                    & (rows["toward"] == toward)
                ]
                if len(mine):
                    kinds = mine["type"].map(wording.noun).value_counts()
                    does = wording.listing(sorted(kinds.index, key=lambda kind: (-kinds[kind], kind)), 3)
                    numbers = wording.listing((str(n) for n in mine["number"]), 8)
                    found.append(
                        (
                            code,
                            sector,
                            toward,
                            len(mine),
                            round(float(mine["goldstein"].sum()), 2),
                            does,
                            numbers,
                        )
                    )
    return pd.DataFrame(
        found, columns=["country", "sector", "toward", "events", "goldstein", "does", "numbers"]
    )


def _toward(who: str, whom: str, sides: tuple[str, ...]) -> str:
    return "at home" if who == whom else "the other side" if whom in sides else "others"


def _title(data: pd.DataFrame) -> str:
    across = data[data["toward"] == "the other side"]
    against = int((across["goldstein"] < 0).sum())
    if across.empty:
        return "No part of either side acts toward the other"
    say = counter(len(across), against)
    if len(across) == 1:
        way = "conflict than in cooperation" if against else "cooperation than in conflict"
        only = across.iloc[0]
        who = f"{wording.possessive(wording.country(only['country']))} {wording.sector(only['sector'])}"
        return f"Only {who} acts toward the other side, more in {way}"
    many = {0: f"None of {say(len(across))}", len(across): f"All {say(len(across))}"}
    many = {**many, 2: "Both"} if len(across) == 2 else many
    parts = many.get(against, f"{say(against)} of {say(len(across))}")
    return headline(f"{parts} parts of the two sides that act toward the other do so more in conflict")


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{wording.country(row.country)} {wording.sector(row.sector)} toward {row.toward}: "
        f"{wording.signed(float(row.goldstein))} in {row.events}"  # type: ignore[arg-type]
        for row in each(data)
    )
    return f"Stances by part of each side. {title}. {wording.shorten(listed, 900)}"
