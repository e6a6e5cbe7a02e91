"""Several articles side by side: what they are, which events more than one tells, and where they differ.

For notebook 04; each function takes a :class:`dateline.accounts.Comparison`. Where accounts differ, the words
at issue carry a sign as well as a colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dateline import wording
from dateline.accounts import Comparison, saying
from dateline.accounts.differing import DISAGREES, LESS_EXACT, OTHERWISE, TRAITS
from dateline.excerpts import each
from dateline.judged import how_many, judged
from dateline.ledger import arrow
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.evidence import evidence
from dateline.views.marks import corrected
from dateline.views.view import SOFT, Safe, View, join, lines, note, safe, small, table, tag
from dateline.wording import missing, text

_SIDE_BY_SIDE = 3  # more articles than a page is wide for stand one under the other
_GROUPS = {  # the facts that share a column then
    "article": ("title", "author", "about the author"),
    "published": ("publisher", "published", "length"),
    "statements checked": ("statements checked",),
    "rights": ("rights",),
}
_SIGNS = {DISAGREES: "≠", OTHERWISE: "~", LESS_EXACT: "≈"}
_LEGEND = "≠ they can't both be right; ~ told in other words; ≈ one is less exact than the other."
_VERDICTS = {DISAGREES: "disagrees", OTHERWISE: "contested", LESS_EXACT: "unverified"}


def articles(comparison: Comparison) -> View:
    """Who wrote each article, for whom and when, how long it is, and what checking made of it."""
    if not comparison.articles:
        return note("No article was read.")
    names = list(comparison.articles)
    found = {name: _card(comparison.articles[name]) for name in names}
    data = pd.DataFrame([{"article": name, **card} for name, card in found.items()])
    lead = saying.nothing_beside(comparison)
    lead += " Put another one beside it, and run this again." if lead else ""
    labels = [comparison.labels[name] for name in names]
    if len(names) <= _SIDE_BY_SIDE:
        rows = [[small(fact), *(found[name][fact] for name in names)] for fact in found[names[0]]]
        return table(
            ["", *labels], rows, data=data, lead=lead, widths=["7em"], tall=900, label="The articles"
        )
    rows = [
        [
            tag("b", label),
            *(lines([found[name].get(fact, "") for fact in group]) for group in _GROUPS.values()),
        ]
        for name, label in zip(names, labels, strict=True)
    ]
    widths = ["8em", "", "12em", "12em", "12em"]
    return table(["", *_GROUPS], rows, data=data, lead=lead, widths=widths, tall=900, label="The articles")


def _card(tables: Tables) -> dict[str, object]:
    if tables.articles.empty:
        return dict.fromkeys(("title", "author", "publisher", "published", "length", "events", "checked"), "")
    row = tables.articles.iloc[0]
    counts = how_many(judged(tables))
    said = [f"{n} {wording.verdicts(verdict, n)}" for verdict, n in counts.items() if n]
    return {
        "title": tag("b", text(row["title"])),
        "author": text(row["author"]),
        "about the author": text(row["author_note"]) or "nothing is said",
        "publisher": text(row["publisher"]) or "not known",
        "published": wording.day(row["published"]) or "not known",
        "length": wording.count(int(row["words"]), "word") if not missing(row["words"]) else "",
        "events": len(tables.events),
        "statements checked": wording.listing(said) or "none",
        "rights": text(row["rights"]),
    }


def accounts(comparison: Comparison) -> View:
    """The events that more than one article tells: each account with its words, what differs marked."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    data = comparison.accounts
    if data.empty:
        return note(saying.shared(comparison))
    signs = _signs(comparison.differences)
    lead = " ".join([saying.shared(comparison), saying.differing(comparison), _LEGEND])
    wide = len(comparison.articles) <= _SIDE_BY_SIDE
    rows: list[list[object]] = []
    for event, group in data.groupby("event"):
        told = {str(row.article): _account(comparison, row, signs) for row in each(group)}
        head = lines([tag("b", event), comparison.title(int(str(event)))])
        if wide:
            rows.append(
                [head, *(told.get(name, tag("span", "not told", SOFT)) for name in comparison.articles)]
            )
        else:
            rows += [
                [head if not i else "", tag("b", comparison.labels[name]), cell]
                for i, (name, cell) in enumerate(told.items())
            ]
    heads = ["event", *comparison.labels.values()] if wide else ["event", "article", "account"]
    widths = ["9em"] if wide else ["11em", "8em"]
    return table(heads, rows, data=data, lead=lead, widths=widths, tall=900, label="Accounts side by side")


def _signs(differences: pd.DataFrame) -> dict[tuple[int, str], str]:
    return {(int(row.event), str(row.trait)): str(row.kind) for row in each(differences)}


def _account(comparison: Comparison, row: Any, signs: Mapping[tuple[int, str], str]) -> Safe:
    tables = comparison.articles[row.article]
    killed = wording.span(row.killed_low, row.killed_high)
    injured = wording.span(row.injured_low, row.injured_high)
    who = join([_marked(row, "source", row.source, signs), _marked(row, "target", row.target, signs)], " → ")
    facts = [
        _marked(row, "date", row.when, signs),
        join([_marked(row, "killed", killed, signs), "killed" if killed else ""]),
        join([_marked(row, "injured", injured, signs), "injured" if injured else ""]),
        join(["in" if text(row.place) else "", _marked(row, "place", row.place, signs)]),
        _status(row, signs),
        join(["says" if text(row.voice) else "", _marked(row, "voice", row.voice, signs)]),
        join(corrected(tables, name) for name in text(row.event_ids).split("|")),
    ]
    words = evidence(tables, (row.start, row.end))
    number = small(f"no. {row.numbers}")
    return lines([tag("span", join(facts, ", ")), who, tag("small", join(["“", words, "”"], "")), number])


def _marked(row: Any, trait: str, value: object, signs: Mapping[tuple[int, str], str]) -> Safe:
    kind = signs.get((int(row.event), trait))
    if kind is None or not text(value) or value == "undated":
        return safe(text(value))
    style = f"border-bottom: 2px solid {colours.verdict(_VERDICTS[kind])}"
    return tag("span", f"{text(value)} {_SIGNS[kind]}", style)


def _status(row: Any, signs: Mapping[tuple[int, str], str]) -> Safe:
    plain = text(row.status) == "actual" and (int(row.event), "status") not in signs
    return Safe("") if plain else _marked(row, "status", wording.status(row.status), signs)


def differing(comparison: Comparison) -> View:
    """Each matter in which accounts of one event differ, and what each article says of it."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    data = comparison.differences
    if data.empty:
        return note(saying.differing(comparison) or saying.shared(comparison))
    names = [name for name in comparison.articles if (data["article"] == name).any()]
    rank = {DISAGREES: 0, OTHERWISE: 1, LESS_EXACT: 2}
    groups: list[tuple[Any, pd.DataFrame]] = list(data.groupby(["kind", "event", "trait"], sort=False))
    groups.sort(key=lambda item: (rank[item[0][0]], item[0][1]))
    rows = []
    for (kind, event, trait), part in groups:
        told = dict(zip(part["article"], part["told"], strict=True))
        style = f"color: {colours.verdict(_VERDICTS[kind])}"
        sign = join([tag("b", _SIGNS[kind], style), kind])
        cells = [told.get(name, "") for name in names]
        rows.append([sign, join([f"{event}:", comparison.title(int(event))]), TRAITS[trait], *cells])
    heads = ["", "event", "what differs", *(comparison.labels[name] for name in names)]
    lead = saying.differing(comparison)
    return table(heads, rows, data=data, lead=lead, widths=["8em", "14em", "7em"], label="What differs")


def kinds(comparison: Comparison) -> View:
    """How many events of each kind each article tells, and how many of them no other is seen to tell."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    counts = {
        name: tables.events["event_type"].value_counts() for name, tables in comparison.articles.items()
    }
    own = comparison.alone.groupby(["article", "type"]).size() if len(comparison.alone) else {}
    types = sorted(
        {str(kind) for found in counts.values() for kind in found.index},
        key=lambda kind: (-sum(int(found.get(kind, 0)) for found in counts.values()), kind),
    )
    if not types:
        return note("None of the articles reports an event.")
    rows, plain = [], []
    for kind in types:
        told = [int(found.get(kind, 0)) for found in counts.values()]
        only = [int(own.get((name, kind), 0)) for name in counts]
        cells = [
            join([n, small(f"({m} here only)" if m else "")]) if n else safe("")
            for n, m in zip(told, only, strict=True)
        ]
        rows.append([wording.noun(kind).capitalize(), *cells])
        plain.append((kind, *told, *only))
    names = list(counts)
    columns = ["type", *names, *(f"{name} only" for name in names)]
    heads = ["kind of event", *comparison.labels.values()]
    data = pd.DataFrame(plain, columns=columns)
    return table(heads, rows, data=data, lead=saying.alone(comparison), label="Kinds of event by article")


def alone(comparison: Comparison, article: str | None = None) -> View:
    """What one article tells and no other is seen to: each event with its words; of one article if named."""
    if said := saying.nothing_beside(comparison):
        return note(said)
    data = comparison.alone
    if article is not None:
        known = {label: name for name, label in comparison.labels.items()}
        data = data[data["article"] == known.get(article, article)]
    if data.empty:
        return note("Every event that is told is told by more than one article.")
    rows = [
        [
            comparison.labels[row["article"]],
            row["number"],
            row["when"],
            arrow(row),
            row["what"],
            wording.shorten(row["evidence"], 160),
        ]
        for _, row in data.iterrows()
    ]
    heads = ["article", "no.", "when", "who → whom", "what", "in its words"]
    return table(
        heads, rows, data=data, widths=["7em", "2em", "8em", "12em", "10em"], label="Told by one only"
    )


def cite_all(comparison: Comparison) -> View:
    """How to cite each of the articles, and what was made of them."""
    if not comparison.articles:
        return note("No article was read.")
    rows: list[Sequence[object]] = []
    for name, tables in comparison.articles.items():
        if tables.articles.empty:
            rows.append([comparison.labels[name], name, ""])
            continue
        row = tables.articles.iloc[0]
        parts = [text(row["author"]), f"“{text(row['title'])}”", text(row["publisher"]), text(row["series"])]
        parts += [wording.day(row["published"])]
        cited = ", ".join(part for part in parts if part and part != "“”")
        digest = text(row["sha256"])[:12]
        rows.append([comparison.labels[name], cited + ".", small(f"SHA-256 {digest}…" if digest else "")])
    lead = (
        "The tables: dateline (version as “dateline --version” prints it), from the texts with these digests."
    )
    return table(
        ["", "the article", "its text"], rows, lead=lead, widths=["8em", "", "12em"], label="How to cite"
    )
