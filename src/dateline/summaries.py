"""What a notebook found, in sentences computed from the tables: its last section, "What this shows".

Each function takes the article's tables and returns a list of sentences to show; a step for which
the article has nothing gets a sentence that says so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd

from dateline import afterwards, ahead, arguments, balance, focus, surroundings, voices, wording
from dateline.accounts import Comparison, saying
from dateline.excerpts import each
from dateline.focus import Sides
from dateline.judged import judged
from dateline.ledger import arrow, dated, ledger
from dateline.needs import needs, said
from dateline.requests import requests
from dateline.schema import HAPPENED
from dateline.tables import Tables
from dateline.views.author import standing
from dateline.views.findings import sources, tally, values
from dateline.views.marks import in_force
from dateline.views.view import View, sentences

if TYPE_CHECKING:
    from dateline.checks.reference import Reference

_HARMED = ["killed", "injured", "missing", "detained", "displaced"]


def article(tables: Tables) -> View:
    """For notebook 00: how much was found, how well it is dated, how much was read."""
    rows = ledger(tables)
    read, _, _ = voices.sentences(tables)
    counts = [
        ("events", "event"),
        ("statements", "statement"),
        ("figures", "figure"),
        ("times", "date or duration"),
    ]
    taken = [
        wording.count(len(tables[name]), word, "dates or durations" if name == "times" else None)
        for name, word in counts
    ]
    words: Any = tables.articles["words"].iloc[0] if len(tables.articles) else pd.NA
    length = "" if wording.missing(words) else f" ({wording.count(int(words), 'word')})"
    return _list(
        f"{wording.count(read, 'sentence')}{length} were read, and gave {wording.listing(taken)}",
        _dates(rows),
        _named(tables),
        _linked(tables, rows),
        _author(tables),
        in_force(tables),
    )


def _author(tables: Tables) -> str:
    """From which side the author looks at it, where the note on him or her tells."""
    own = focus.sides(tables)
    said = standing(tables, own, focus.focus(tables, None, own))
    return f"the author {said}" if said else ""


def context(tables: Tables, sides: Sides = None, record: Reference | None = None) -> View:
    """For notebook 01: between whom, in whose voice, where, how it changed, and what the ``record`` has."""
    own = focus.sides(tables, sides)
    rows = ledger(tables, own)
    return _list(
        _between(rows, own),
        _heard(tables, own),
        _extremes(rows),
        _placed(rows),
        _turn(tables, rows),
        _around(tables, record, sides) if record is not None else "",
    )


def incidents(tables: Tables, sides: Sides = None) -> View:
    """For notebook 02: what happened, who answered whom, what was asked, who was harmed, how it adds up,
    and what of it holds."""
    own = focus.sides(tables, sides)
    rows = ledger(tables, own)
    return _list(
        _dates(rows),
        _chain(tables, rows),
        _demands(tables, own),
        _harmed(tables),
        balance.leaning(tables, own),
        _checked(tables),
    )


def implications(
    tables: Tables, sides: Sides = None, about: str | None = None, record: Reference | None = None
) -> View:
    """For notebook 03: what is said of the focus, on what it rests, what lies ahead, who needs whom, and what
    the ``record`` has after publication."""
    own = focus.sides(tables, sides)
    place = focus.focus(tables, about, own)
    return _list(
        _of(tables, place),
        _argued(tables),
        _ahead(tables),
        _needed(tables, own, place),
        _at_home(tables, own),
        _later(tables, record, sides, about) if record is not None else "",
    )


def comparison(comparison: Comparison, sides: Sides = None) -> View:
    """For notebook 04: what several articles tell alike, where they differ, whom they hear, what follows."""
    if said := saying.nothing_beside(comparison):
        return _list(said)
    return _list(
        saying.shared(comparison),
        saying.differing(comparison),
        *saying.disagreements(comparison),
        saying.alone(comparison),
        saying.heard(comparison),
        saying.named(comparison),
        saying.leaning(comparison, comparison.sides(sides)),
        saying.argued(comparison),
    )


def _list(*said: str) -> View:
    return sentences([wording.sentence(text) for text in said if text])


def _share(n: int, total: int) -> str:
    return f"{n} of {total}"


def _dates(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "no event is reported"
    happened = rows["status"].isin(HAPPENED)
    known = dated(rows)
    exact = int((known["date_start"] == known["date_end"]).sum())
    return (
        f"{_share(int(happened.sum()), len(rows))} events are told as having happened or under way; "
        f"{len(known)} have a date, "
        f"{exact} of these to the day"
    )


def _named(tables: Tables) -> str:
    kinds = tables.entities["kind"].value_counts()
    parts = [
        ("person", "people"),
        ("organisation", None),
        ("group", None),
        ("country", "countries"),
        ("place", None),
    ]
    listed = [wording.count(int(kinds.get(kind, 0)), kind, many) for kind, many in parts]
    return f"it names {wording.listing(listed)}" if len(tables.entities) else "it names nobody and no place"


def _linked(tables: Tables, rows: pd.DataFrame) -> str:
    counts = Counter([*tables.links["from_id"].dropna(), *tables.links["to_id"].dropna()])
    linked = {name: n for name, n in counts.items() if name in set(rows["event_id"])}
    if not linked:
        return "no event is linked to another"
    best = min(linked, key=lambda name: (-linked[name], list(rows["event_id"]).index(name)))
    row = rows.set_index("event_id").loc[best]
    return (
        f"the event that most others hang on is no. {row['number']} ({arrow(row)}), in "
        f"{wording.count(linked[best], 'link')}"
    )


def _between(rows: pd.DataFrame, own: tuple[str, ...]) -> str:
    if len(own) < 2:
        return "fewer than two countries are named, so there are no two sides"
    across = rows[
        (rows["who_country"] != rows["whom_country"])
        & rows["who_country"].isin(own)
        & rows["whom_country"].isin(own)
    ]
    first, second = (wording.country(code) for code in own)
    acts = [int((across["who_country"] == code).sum()) for code in own]
    return (
        f"{_share(len(across), len(rows))} events run between {first} and {second}: {first} acts in "
        f"{acts[0]}, {second} in {acts[1]}"
    )


def _heard(tables: Tables, own: tuple[str, ...]) -> str:
    heard = voices.speakers(tables)
    read, spoken, _ = voices.sentences(tables)
    if heard.empty:
        return (
            f"nobody is quoted or reported in {wording.count(read, 'sentence')}: the reader hears the "
            "author alone"
        )
    by = [
        f"{int(heard.loc[heard['country'] == code, 'total'].sum())} from {wording.country(code)}"
        for code in own
    ]
    unnamed = int(heard.loc[~heard["named"].astype(bool), "total"].sum())
    total = int(heard["total"].sum())
    return (
        f"{wording.count(total, 'statement')}: {wording.listing([*by, f'{unnamed} of nobody named'])}; in "
        f"{_share(read - spoken, read)} "
        "sentences the author alone speaks"
    )


def _extremes(rows: pd.DataFrame) -> str:
    kept = rows[rows["status"].isin(HAPPENED) & (rows["who"] != "") & (rows["whom"] != "")]
    kept = kept[kept["who"] != kept["whom"]]
    pairs = kept["who"] + " → " + kept["whom"]
    sums = kept["goldstein"].astype(float).groupby(pairs).sum()
    if sums.empty:
        return "no event that happened has both an actor and a target"
    said = []
    if sums.min() < 0:
        said.append(f"the most conflictual relation is {sums.idxmin()} ({wording.signed(sums.min())})")
    if sums.max() > 0:
        said.append(f"the most cooperative {sums.idxmax()} ({wording.signed(sums.max())})")
    return "by the sum of Goldstein values " + ", ".join(said) if said else "no relation has a sign"


def _placed(rows: pd.DataFrame) -> str:
    places = rows.loc[rows["place"] != "", "place"].value_counts()
    if places.empty:
        return "no event is placed more closely than by the parties to it"
    best = min(places.index, key=lambda name: (-places[name], name))
    return f"{_share(int(places.sum()), len(rows))} events have a place, most of them {best} ({places[best]})"


def _turn(tables: Tables, rows: pd.DataFrame) -> str:
    day = ahead.published(tables)
    known = dated(rows[rows["status"].isin(HAPPENED) & rows["quad_class"].notna()])
    if wording.missing(day) or known.empty:
        return "too little is dated to tell a before from a now"
    middle = known["date_start"] + (known["date_end"] - known["date_start"]) / 2
    recent = middle > day - pd.Timedelta(days=92)
    said = []
    for name, part in (
        ("in the three months before publication", known[recent]),
        ("before that", known[~recent]),
    ):
        good = int((part["quad_class"] <= 2).sum())
        said.append(
            f"{name} {_share(good, len(part))} dated events are cooperation"
            if len(part)
            else f"{name} no event is dated"
        )
    return "; ".join(said)


def _chain(tables: Tables, rows: pd.DataFrame) -> str:
    links = tables.links[tables.links["kind"].isin(["response", "cause"])]
    number = dict(zip(rows["event_id"], rows["number"], strict=True))
    graph = nx.DiGraph()
    for start, end in zip(links["from_id"], links["to_id"], strict=True):
        if (
            start in number
            and end in number
            and start != end
            and not (graph.has_node(start) and graph.has_node(end) and nx.has_path(graph, end, start))
        ):
            graph.add_edge(start, end)
    if not graph:
        return (
            f"{wording.count(len(links), 'link')} of action and answer, none of them between two coded events"
        )
    longest = nx.dag_longest_path(graph)
    explicit = int((links["basis"] == "explicit").sum())
    return (
        f"{wording.count(len(links), 'link')} of action and answer, {explicit} of them said by the "
        "article; the longest chain runs " + " → ".join(f"no. {number[name]}" for name in longest)
    )


def _demands(tables: Tables, own: tuple[str, ...]) -> str:
    found = requests(tables, own)
    if found.empty:
        return "no demand is reported"
    counts = found["answered"].value_counts()
    parts = [
        f"{int(counts[kind])} {kind}"
        for kind in ("granted", "refused", "answered", "open")
        if kind in counts.index
    ]
    return f"{wording.count(len(found), 'demand')}: {wording.listing(parts)} as far as the article tells"


def _harmed(tables: Tables) -> str:
    rows = tables.figures[tables.figures["measure"].isin(_HARMED)]
    if rows.empty:
        return "no number of people harmed is stated"
    killed = rows[rows["measure"] == "killed"]
    text = f"{wording.count(len(rows), 'figure')} of people harmed, {len(killed)} of them of people killed"
    if len(killed):
        top = killed["high"].fillna(killed["low"]).astype(float)
        if top.notna().any():
            row: Any = killed.loc[top.idxmax()]  # type: ignore[index]
            text += (
                f"; the largest is {wording.span(row['low'], row['high'])} {wording.text(row['of'])}".rstrip()
            )
    return text


def _checked(tables: Tables) -> str:
    """What checking made of the statements, and the one that most sources contradict."""
    found = judged(tables)
    if not found:
        return "nothing in it could be held against itself or the record"
    gravest = max(found, key=lambda one: (one.verdict == "disagrees", len(one.sources)))
    if gravest.verdict != "disagrees":
        return tally(found)
    name, said = values(gravest)
    against = [f"{sources(by, 4)}: {value}" for value, by in said.items()][:2]
    about = f" for {name}" if name else ""
    most = f"most is said against “{gravest.stated}” ({'; '.join(against)}{about})"
    return f"{tally(found).rstrip('.')}; {most}" if against else tally(found)


def _of(tables: Tables, place: str | None) -> str:
    ids = focus.sentences_on(tables, place)
    about = tables.implications["sentence_id"].isin(ids).sum()
    if not ids:
        return "no country or place stands out as what the argument is about"
    carried = wording.count(int(about), "implication") if about else "no implication"
    speak = "speaks" if len(ids) == 1 else "speak"
    return f"{wording.count(len(ids), 'sentence')} {speak} of {wording.country(place)}, with {carried}"


def _argued(tables: Tables) -> str:
    found = arguments.arguments(tables)
    if found.empty:
        return "no implication was found"
    counts = found["modality"].value_counts()
    sure = wording.listing(f"{n} {modality}" for modality, n in counts.items())
    own = int((found["voice"] == "").sum())
    backed = int((found["events"] != "").sum())
    return (
        f"{wording.count(len(found), 'implication')} ({sure}), {own} in the author's own voice; "
        f"{int((found['premise'] != '').sum())} come with a premise, and {backed} of these rest on a "
        "coded event"
    )


def _ahead(tables: Tables) -> str:
    day = ahead.published(tables)
    found, undated = ahead.ahead(tables)
    rest = (
        f"{wording.count(len(undated), 'event')} planned, asked for or imagined "
        f"{'has' if len(undated) == 1 else 'have'} no date"
    )
    if wording.missing(day) or found.empty:
        return f"nothing is dated after publication; {rest}"
    first = found.iloc[0]
    days = max((first["earliest"] - day).days, 0)
    return (
        f"the nearest date ahead begins {wording.count(days, 'day')} after publication "
        f"({first['when']}); {rest}"
    )


def _needed(tables: Tables, own: tuple[str, ...], place: str | None) -> str:
    found = needs(tables, own, place)
    return f"stated between the parties: {said(found)}" if len(found) else "no demand, need or aim is stated"


def _at_home(tables: Tables, own: tuple[str, ...]) -> str:
    rows = ledger(tables, own)
    parts = rows[
        rows["who_country"].isin(own)
        & (rows["who_sector"] != "")
        & (rows["who_country"] != rows["whom_country"])
    ]
    found: dict[str, float] = {}
    for row in each(parts):
        name = f"{wording.possessive(wording.country(row.who_country))} {wording.sector(row.who_sector)}"
        found[name] = found.get(name, 0.0) + (0.0 if wording.missing(row.goldstein) else float(row.goldstein))
    against = sorted(name for name, value in found.items() if value < 0)
    if not against:
        return "no part of either side acts against the other more than it cooperates"
    return f"more in conflict than in cooperation abroad: {wording.listing(against)}"


def _around(tables: Tables, record: Reference, sides: Sides) -> str:
    data = surroundings.surroundings(tables, record, sides)
    if data.empty:
        return "the record here has no series on the countries of this article"
    first, last = data["start"].min().year, data["end"].max().year
    held = wording.count(data["counted"].nunique(), "series", "series")
    said = f"the record has {held} around it, {first}–{last}"
    stood = surroundings.standing(data)
    if wording.missing(ahead.published(tables)) or not stood:
        return f"{said}; none of its years can be said to have passed when the article was published"
    return f"{said}; in the last period that had passed at publication: {'; '.join(stood)}"


def _later(tables: Tables, record: Reference, sides: Sides, about: str | None) -> str:
    day = ahead.published(tables)
    if wording.missing(day):
        return "the day of publication is not known, so nothing in the record can be called later"
    found = afterwards.afterwards(tables, record, sides, about)
    if not found:
        return f"the record here has nothing on these countries after {wording.day(day)}"
    held = sum(len(one.numbers) for one in afterwards.beside(tables, record, sides, about) if one.later)
    many = wording.count(len(found), "happening")
    return (
        f"not in the article: after {wording.day(day)} the record has {many}; "
        f"{_share(held, len(tables.implications))} implications have one that bears on them, and none is "
        "settled by it"
    )
