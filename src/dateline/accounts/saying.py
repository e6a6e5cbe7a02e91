"""What a comparison comes to, in sentences computed from it: for the leads of its tables and its summary."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dateline import balance, voices, wording
from dateline.accounts.comparison import Comparison
from dateline.accounts.differing import DISAGREES, KINDS, LESS_EXACT, OTHERWISE, TRAITS
from dateline.arguments import arguments
from dateline.excerpts import each

_MODALITIES = ("certain", "probable", "possible", "necessary")


def nothing_beside(comparison: Comparison) -> str:
    """Why there is nothing to compare; empty where there is."""
    labels = list(comparison.labels.values())
    if len(labels) > 1:
        return ""
    return f"There is {f'only one article ({labels[0]})' if labels else 'no article'}, so nothing to compare."


def shared(comparison: Comparison) -> str:
    """How many events are told by more than one article, and by all of them."""
    told = comparison.accounts.groupby("event")["article"].nunique()
    if told.empty:
        none = "Neither" if len(comparison.articles) == 2 else "None"
        return f"{none} of the {_articles(comparison)} is seen to tell an event that another one tells too."
    many = len(comparison.articles)
    said = f"{wording.count(len(told), 'event is', 'events are')} told by more than one of the "
    said += _articles(comparison)
    every = int((told == many).sum())
    if many > 2:
        said += f", {wording.count(every, 'of them', 'of them')} by all" if every else ", none of them by all"
    return wording.sentence(said)


def differing(comparison: Comparison) -> str:
    """In how many events the accounts differ, and by what, the gravest kind first."""
    found = comparison.differences
    events = comparison.accounts["event"].nunique()
    if not events:
        return ""
    if found.empty:
        return "Wherever two articles tell of one event they say the same."
    said = []
    for kind in KINDS:
        traits = found[found["kind"] == kind].drop_duplicates(["event", "trait"])["trait"]
        counts = Counter(traits)
        parts = [f"{TRAITS[trait]} ({counts[trait]})" for trait in TRAITS if counts[trait]]
        if parts:
            said.append(f"{_BY_KIND[kind]} {wording.listing(parts)}")
    number = found["event"].nunique()
    where = "each" if number == events else wording.count(number, "of them", "of them")
    return wording.sentence(f"in {where} the accounts differ: {'; '.join(said)}")


_BY_KIND = {
    DISAGREES: "they can't both be right on",
    OTHERWISE: "they say in other words",
    LESS_EXACT: "one is less exact than another on",
}


def disagreements(comparison: Comparison) -> list[str]:
    """Each matter on which two articles can't both be right, with what each says."""
    found = comparison.differences
    said = []
    for (event, trait), rows in found[found["kind"] == DISAGREES].groupby(["event", "trait"], sort=False):
        told: dict[str, list[str]] = {}
        for article, value in zip(rows["article"], rows["told"], strict=True):
            if value:
                told.setdefault(value, []).append(comparison.labels[article])
        values = wording.listing(f"{value} in {wording.listing(by)}" for value, by in told.items())
        title = comparison.title(int(str(event)))
        said.append(wording.sentence(f"{title}: {TRAITS[str(trait)]} is {values}"))
    return said


def alone(comparison: Comparison) -> str:
    """How much each article tells that no other is seen to tell."""
    counts = comparison.alone["article"].value_counts()
    parts = [
        f"{label} {int(counts.get(name, 0))} of {len(comparison.articles[name].events)}"
        for name, label in comparison.labels.items()
    ]
    return wording.sentence(f"events that no other article is seen to tell: {wording.listing(parts)}")


def heard(comparison: Comparison) -> str:
    """Who is heard in more than one article, and how much each author says himself."""
    common = [one.name for one in comparison.speakers if len(one.articles) > 1]
    who = (
        f"heard in more than one: {wording.listing(common, 5)}"
        if common
        else "nobody is heard in more than one"
    )
    own = []
    for name, label in comparison.labels.items():
        read, spoken, _ = voices.sentences(comparison.articles[name])
        own.append(f"{label} {read - spoken} of {read}")
    return wording.sentence(f"{who}; sentences in the author's own voice: {wording.listing(own)}")


def named(comparison: Comparison) -> str:
    """Which article speaks of which."""
    pairs: dict[str, dict[str, None]] = {}
    for one in comparison.namings:
        pairs.setdefault(comparison.labels[one.article], {})[comparison.labels[one.other]] = None
    if not pairs:
        return "None of the articles names another one's author or publisher."
    said = [f"{by} names {wording.listing(others)}" for by, others in pairs.items()]
    return wording.sentence("; ".join(said))


def leaning(comparison: Comparison, sides: tuple[str, ...]) -> str:
    """Whether the articles agree on the sign of what one side does to the other."""
    data = averages(comparison, sides)
    if data.empty:
        return "No article has an event between two sides, so there is no balance to compare."
    said = []
    for direction, rows in data.groupby("direction", sort=False):
        source, target = (wording.country(code) for code in str(direction).split(" → "))
        signs = {_sign(row.low, row.high) for row in each(rows)}
        alike = len(signs) == 1 and len(rows) == len(comparison.articles)
        word = f"{signs.pop()} in every article" if alike else _by_sign(rows)
        said.append(f"what {source} does to {target} is {word}")
    return wording.sentence("; ".join(said))


def averages(comparison: Comparison, sides: tuple[str, ...]) -> pd.DataFrame:
    """``article, label, direction, events, mean, low, high``: the mean value of an event by article and
    direction, by Goldstein, and what the other ways of counting span.

    Means, since a longer article has more events to add up.
    """
    rows = []
    for name, label in comparison.labels.items():
        sums = balance.totals(comparison.articles[name], sides)
        for direction, part in sums.groupby("direction", sort=False):
            counted = part[part["events"] > 0]
            if counted.empty or not int(part["events"].iloc[0]):
                continue
            means = counted["total"] / counted["events"]
            first = int(part["events"].iloc[0])
            ends = float(means.min()), float(means.max())
            rows.append((name, label, direction, first, round(float(means.iloc[0]), 2), *ends))
    columns = ["article", "label", "direction", "events", "mean", "low", "high"]
    return pd.DataFrame(rows, columns=columns).round({"low": 2, "high": 2})


def _sign(low: float, high: float) -> str:
    return "conflictual" if high < 0 else "cooperative" if low > 0 else "of no certain sign"


def _by_sign(rows: pd.DataFrame) -> str:
    held: dict[str, list[str]] = {}
    for row in each(rows):
        held.setdefault(_sign(row.low, row.high), []).append(row.label)
    return wording.listing(f"{sign} in {wording.listing(labels)}" for sign, labels in held.items())


def argued(comparison: Comparison) -> str:
    """How many implications each article has, and how sure they are."""
    parts = []
    for name, label in comparison.labels.items():
        counts = arguments(comparison.articles[name])["modality"].value_counts()
        sure = wording.listing(f"{int(counts[m])} {m}" for m in _MODALITIES if m in counts.index)
        parts.append(
            f"{label} has {wording.count(int(counts.sum()), 'implication')}{f' ({sure})' if sure else ''}"
        )
    return wording.sentence("; ".join(parts))


def _articles(comparison: Comparison) -> str:
    return wording.count(len(comparison.articles), "article")
