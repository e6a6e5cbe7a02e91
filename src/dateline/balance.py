"""Conflict and cooperation between two countries, added up over time, with what the choice of weights
changes.

The Goldstein scale (Goldstein 1992) gives every kind of event one value from -10 (attack) to +10
(aid). Adding the values up is a convention, so the sum is computed under several defensible
conventions at once, and what they span is shown with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline import wording
from dateline.ledger import dated, ledger
from dateline.schema import HAPPENED
from dateline.tables import Tables

_MOST_DAYS = 400  # points of the curve; a longer stretch is sampled


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to add events up: which count (``keep``), how heavily (``weigh``), and when (``spread``)."""

    name: str
    keep: Callable[[pd.DataFrame], pd.Series]
    weigh: Callable[[pd.DataFrame], pd.Series]
    spread: str  # even, first or last: where in its interval an event of uncertain date counts


def counted(rows: pd.DataFrame) -> pd.Series:
    """Which rows tell of what happened or goes on."""
    return rows["status"].isin(HAPPENED)


def _goldstein(rows: pd.DataFrame) -> pd.Series:
    return rows["goldstein"].astype(float)


def _plover(rows: pd.DataFrame) -> pd.Series:
    return rows["score"].astype(float)


def _plain(rows: pd.DataFrame) -> pd.Series:
    """Every event as heavy as the average one, with its sign."""
    values = _goldstein(rows)
    return values.map(np.sign) * values.abs().mean()


#: The first is the curve, the others span the band around it.
VARIANTS = (
    Variant("Goldstein values", counted, _goldstein, "even"),
    Variant("PLOVER scores", counted, _plover, "even"),
    Variant("every event weighs the same", counted, _plain, "even"),
    Variant("finished events only", lambda rows: rows["status"] == "actual", _goldstein, "even"),
    Variant(
        "the author's own voice only",
        lambda rows: counted(rows) & (rows["speaker"] == ""),
        _goldstein,
        "even",
    ),
    Variant("uncertain dates at their first day", counted, _goldstein, "first"),
    Variant("uncertain dates at their last day", counted, _goldstein, "last"),
)

#: What the end of the curve leaves out: an event without a date has no place on it.
_AS_DRAWN = Variant(
    "dated events only, as drawn",
    lambda rows: counted(rows) & (rows["date_start"].notna() | rows["date_end"].notna()),
    _goldstein,
    "even",
)


def between(tables: Tables, sides: tuple[str, ...]) -> pd.DataFrame:
    """The ledger's rows of which one side is source and the other target, with ``direction``."""
    rows = ledger(tables, sides)
    if len(sides) < 2:
        return rows.iloc[:0].assign(direction=pd.Series(dtype="object"))
    there = (rows["who_country"] == sides[0]) & (rows["whom_country"] == sides[1])
    back = (rows["who_country"] == sides[1]) & (rows["whom_country"] == sides[0])
    kept = rows[(there | back) & rows["goldstein"].notna()].copy()
    kept["direction"] = kept["who_country"] + " → " + kept["whom_country"]
    return kept


def totals(tables: Tables, sides: tuple[str, ...]) -> pd.DataFrame:
    """``variant, direction, events, total``: the sum at the end under each variant, dated or not.

    Where in its interval an event counts makes no difference at the end.
    """
    rows = between(tables, sides)
    found = []
    for variant in (*(one for one in VARIANTS if one.spread == "even"), _AS_DRAWN):
        for direction in _directions(sides):
            mine = rows[variant.keep(rows) & (rows["direction"] == direction)]
            found.append((variant.name, direction, len(mine), round(float(variant.weigh(mine).sum()), 2)))
    return pd.DataFrame(found, columns=["variant", "direction", "events", "total"])


def balance(tables: Tables, sides: tuple[str, ...]) -> pd.DataFrame:
    """``day, direction, value, low, high``: the cumulated sum, and what all variants span. Dated events
    only."""
    rows = dated(between(tables, sides))
    rows = rows[counted(rows)]
    if rows.empty:
        return pd.DataFrame({"day": [], "direction": [], "value": [], "low": [], "high": []})
    first, last = rows["date_start"].min() - pd.Timedelta(days=1), rows["date_end"].max()
    step = max(1, (last - first).days // _MOST_DAYS)
    days = pd.date_range(first, last + pd.Timedelta(days=step - 1), freq=f"{step}D")
    parts = []
    for direction in _directions(sides):
        mine = rows[rows["direction"] == direction]
        curves = np.array([_curve(mine[variant.keep(mine)], variant, days) for variant in VARIANTS])
        low, high = curves.min(axis=0), curves.max(axis=0)
        part = {"day": days, "direction": direction, "value": curves[0], "low": low, "high": high}
        parts.append(pd.DataFrame(part))
    return pd.concat(parts, ignore_index=True).round({"value": 4, "low": 4, "high": 4})


def _directions(sides: tuple[str, ...]) -> list[str]:
    return [f"{sides[0]} → {sides[1]}", f"{sides[1]} → {sides[0]}"] if len(sides) == 2 else []


def _curve(rows: pd.DataFrame, variant: Variant, days: pd.DatetimeIndex) -> np.ndarray:
    """The cumulated weight on each day: an event counts by how much of its interval has passed."""
    if rows.empty:
        return np.zeros(len(days))
    weights = variant.weigh(rows).to_numpy()[:, None]
    start = _ordinal(rows["date_start" if variant.spread != "last" else "date_end"])
    end = _ordinal(rows["date_end" if variant.spread != "first" else "date_start"])
    today = _ordinal(days)[None, :]
    passed = (today - start[:, None] + 1) / (end - start + 1)[:, None]
    return (weights * passed.clip(0, 1)).sum(axis=0)


def _ordinal(days: pd.Series | pd.DatetimeIndex) -> np.ndarray:
    return days.to_numpy().astype("datetime64[D]").astype(float)


def leaning(tables: Tables, sides: tuple[str, ...]) -> str:
    """What the variants agree on, in a sentence."""
    sums = totals(tables, sides)
    if sums["events"].sum() == 0:
        return "No event runs from one side to the other, so there is no balance to draw."
    said = []
    for direction in _directions(sides):
        mine = sums[sums["direction"] == direction]
        low, high = float(mine["total"].min()), float(mine["total"].max())
        source, target = (wording.country(code) for code in direction.split(" → "))
        word = "conflictual" if high < 0 else "cooperative" if low > 0 else "of no certain sign"
        said.append(
            f"what {source} does to {target} is {word} ({wording.signed(low)} to {wording.signed(high)} "
            "over the ways of counting)"
        )
    return wording.sentence("; ".join(said))
