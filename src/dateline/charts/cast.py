"""Who is in this? For notebook 01: everybody named, by country and by the part they play in it."""

from __future__ import annotations

import pandas as pd

from dateline import focus, wording
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline, tally
from dateline.charts.grid import Item, grid
from dateline.excerpts import each
from dateline.ledger import short_name
from dateline.tables import Tables
from dateline.wording import text

_COUNTRIES = 3  # columns of their own; the rest share one


def cast(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """Countries across, sectors down, names with a dot as large as the number of mentions."""
    data = _data(tables)
    if data.empty:
        return Note("The article names no person, organisation or group.")
    own = focus.sides(tables, sides)
    columns = _columns(data, own)
    rows = [sector for sector, _ in _order(data)]
    cells: dict[tuple[int, int], list[Item]] = {}
    codes = [code for code, _ in columns]
    for row in each(data):
        c = codes.index(row.country) if row.country in codes else len(codes) - 1
        known = not row.role or str(row.role).casefold() in str(row.name).casefold()
        name = str(row.name) if known else f"{row.name}, {row.role}"
        colour = style.side_colour(str(row.country), own)
        cells.setdefault((rows.index(row.sector), c), []).append(
            Item(name, _radius(int(row.mentions)), colour)
        )
    title = _title(data)
    heads = [(name, style.side_colour(code, own) if code in own else style.SOFT) for code, name in columns]
    names = [wording.sector(sector).capitalize() if sector else "No sector" for sector in rows]
    with style.theme():
        figure = grid(
            title,
            names,
            heads,
            cells,
            note="By country and part played. The larger the dot, the more often the article speaks of them.",
        )
    return Chart(figure, data, title, _alt(title, data), style.source(tables))


def _data(tables: Tables) -> pd.DataFrame:
    rows = tables.entities[tables.entities["kind"].isin(["person", "organisation", "group"])]
    data = pd.DataFrame(
        {
            "name": [short_name(text(n), a) for n, a in zip(rows["name"], rows["aliases"], strict=True)],
            "kind": rows["kind"].map(text).to_list(),
            "country": rows["country"].map(text).to_list(),
            "sector": rows["sector"].map(text).to_list(),
            "role": rows["role"].map(text).to_list(),
            "mentions": rows["mentions"].fillna(1).astype(int).to_list(),
        }
    )
    return data.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def _columns(data: pd.DataFrame, own: tuple[str, ...]) -> list[tuple[str, str]]:
    totals = data[data["country"] != ""].groupby("country")["mentions"].sum()
    rest = sorted((code for code in totals.index if code not in own), key=lambda code: (-totals[code], code))
    named = [code for code in (*own, *rest) if code in totals.index][:_COUNTRIES]
    columns = [(code, wording.country(code)) for code in named]
    return columns if data["country"].isin(named).all() else [*columns, ("", "Others")]


def _order(data: pd.DataFrame) -> list[tuple[str, int]]:
    totals = data.groupby("sector")["mentions"].sum()
    return sorted(
        ((str(s), int(n)) for s, n in totals.items()), key=lambda pair: (pair[0] == "", -pair[1], pair[0])
    )


def _radius(mentions: int) -> float:
    return min(1.6 + 1.15 * mentions**0.5, 6.5)


def _title(data: pd.DataFrame) -> str:
    first = data.iloc[0]
    counts = {kind: int((data["kind"] == kind).sum()) for kind in ("person", "organisation", "group")}
    many = {"person": "people"}
    parts = ((n, kind, many.get(kind, kind + "s")) for kind, n in counts.items())
    times = int(first["mentions"])
    cast = tally(parts, times)
    if len(data) == 1 or (data["mentions"] == times).sum() > 1:
        return headline(f"{cast} are named" if len(data) > 1 else f"only {first['name']} is named")
    return headline(
        f"{cast}; most is said of {first['name']} ({counter(*counts.values(), times)(times, 'mention')})"
    )


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = wording.listing((f"{n} {m}" for n, m in zip(data["name"], data["mentions"], strict=True)), 15)
    return f"The cast by country and sector. {title}. Mentions: {listed}."
