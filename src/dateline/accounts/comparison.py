"""Several articles held beside each other: what notebook 04 shows, as frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from dateline import focus, wording
from dateline.accounts.differing import Names, differences, value
from dateline.accounts.grouping import groups
from dateline.accounts.hearing import Naming, Speaker, authors, namings, speakers
from dateline.accounts.told import Telling, is_local, tellings
from dateline.checks.scene import Scene
from dateline.ledger import ledger, names
from dateline.tables import Tables

COLUMNS = {
    "event": "Int64",  # 1, 2, … for each event that more than one article tells, by date
    "article": "string",
    "event_ids": "string",  # rows of the article's events table, separated by "|"
    "numbers": "string",  # their numbers in the article's ledger
    "when": "string",
    "date_start": "datetime64[us]",
    "date_end": "datetime64[us]",
    "date_precision": "string",
    "date_basis": "string",
    "killed_low": "Int64",
    "killed_high": "Int64",
    "injured_low": "Int64",
    "injured_high": "Int64",
    "place": "string",
    "source": "string",
    "target": "string",
    "what": "string",
    "status": "string",
    "voice": "string",  # who says so; missing for the author
    "start": "Int64",
    "end": "Int64",
    "text": "string",  # the event's own words
    "sentence": "string",
}


class Comparison:
    """Tables by the name of their article, in order of publication, and what several of them tell.

    ``accounts``, ``differences`` and ``alone`` are DataFrames; ``speakers`` and ``namings`` lists.
    """

    def __init__(self, articles: Mapping[str, Tables]) -> None:
        published = {name: _published(tables) for name, tables in articles.items()}
        order = sorted(articles, key=lambda name: (published[name], name))
        self.articles: dict[str, Tables] = {name: articles[name] for name in order}

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each article: the author's surname, with the date where two share it."""
        short = {name: _surname(tables) or name for name, tables in self.articles.items()}
        shared = Counter(short.values())
        return {
            name: f"{label} {_day(self.articles[name])}".strip() if shared[label] > 1 else label
            for name, label in _apart(short, shared, self.articles).items()
        }

    @cached_property
    def scenes(self) -> dict[str, Scene]:
        return {name: Scene(tables) for name, tables in self.articles.items()}

    @cached_property
    def names(self) -> Names:
        return {name: names(tables) for name, tables in self.articles.items()}

    @cached_property
    def groups(self) -> list[tuple[Telling, ...]]:
        """The tellings of each event that more than one article tells, by date; what is undated last."""
        every = [one for name, scene in self.scenes.items() for one in tellings(name, scene)]
        found = groups(every)
        rank = {name: at for at, name in enumerate(self.articles)}
        for at, group in enumerate(found):
            found[at] = tuple(sorted(group, key=lambda one: rank[one.article]))
        return sorted(found, key=_when)

    @cached_property
    def accounts(self) -> pd.DataFrame:
        """One row an event and article that tells it; columns in :data:`COLUMNS`."""
        rows = [
            self._row(number, telling) for number, group in enumerate(self.groups, 1) for telling in group
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)

    def _row(self, number: int, telling: Telling) -> dict[str, Any]:
        event = telling.event
        days = telling.days or (None, None)
        said = {trait: value(telling, trait, self.names) for trait in ("place", "source", "target")}
        return {
            "event": number,
            "article": telling.article,
            "event_ids": "|".join(row.event_id or "" for row in telling.rows),
            "numbers": wording.listing(map(str, telling.numbers)),
            "when": wording.when(*days, event.date_precision),
            "date_start": days[0],
            "date_end": days[1],
            "date_precision": event.date_precision,
            "date_basis": event.date_basis,
            "killed_low": telling.deaths[0],
            "killed_high": telling.deaths[1],
            "injured_low": telling.injured[0],
            "injured_high": telling.injured[1],
            **{trait: words or None for trait, words in said.items()},
            "what": wording.cameo(event.cameo) or wording.noun(event.event_type).capitalize(),
            "status": event.status,
            "voice": telling.speaker,
            "start": event.start,
            "end": event.end,
            "text": " ".join((event.text or "").split()),
            "sentence": telling.sentence,
        }

    @cached_property
    def differences(self) -> pd.DataFrame:
        """``event, trait, kind, article, told``: a row an article for each trait in which accounts differ.

        ``kind`` is ``disagrees``, ``told otherwise`` or ``less exact``; ``told`` is empty for silence.
        """
        rows = [
            (number, trait, kind, article, said)
            for number, group in enumerate(self.groups, 1)
            for trait, kind, told in differences(group, self.names)
            for article, said in told.items()
        ]
        return pd.DataFrame(rows, columns=["event", "trait", "kind", "article", "told"])

    @cached_property
    def alone(self) -> pd.DataFrame:
        """The ledger's rows of all articles that no other article is seen to tell too, with ``article``."""
        told = {row.event_id for group in self.groups for telling in group for row in telling.rows}
        parts = []
        for name, tables in self.articles.items():
            rows = ledger(tables)
            parts.append(rows[~rows["event_id"].isin(told)].assign(article=name))
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({"article": []})

    @cached_property
    def speakers(self) -> list[Speaker]:
        return speakers(self.scenes)

    @cached_property
    def namings(self) -> list[Naming]:
        return namings(self.scenes)

    def sides(self, given: tuple[str, str] | list[str] | None = None) -> tuple[str, ...]:
        """The two countries that most articles are about, or those given."""
        if given and self.articles:
            return focus.sides(next(iter(self.articles.values())), given)
        pairs = Counter(tuple(sorted(focus.sides(tables))) for tables in self.articles.values())
        whole = {pair: n for pair, n in pairs.items() if len(pair) == 2}
        if not whole:
            return ()
        best = min(whole, key=lambda pair: (-whole[pair], pair))
        first = next(own for t in self.articles.values() if set(own := focus.sides(t)) == set(best))
        return first

    def focus(self, given: str | None = None) -> str | None:
        """The country or place that most articles' argument is about, or the one given."""
        found = [focus.focus(tables, given) for tables in self.articles.values()]
        counts = Counter(code for code in found if code)
        return min(counts, key=lambda code: (-counts[code], code)) if counts else None

    def title(self, number: int) -> str:
        """What an event is, in a line: who, to whom, what, where, by the account that names both parties."""
        return self._titles[number]

    @cached_property
    def _titles(self) -> dict[int, str]:
        return {number: self._title(group) for number, group in enumerate(self.groups, 1)}

    def _title(self, group: tuple[Telling, ...]) -> str:
        parties = [
            (value(one, "source", self.names) or "somebody", value(one, "target", self.names))
            for one in group
        ]
        who, whom = max(parties, key=lambda pair: (pair[0] != "somebody") * 2 + bool(pair[1]))
        what = [wording.noun(group[0].event.event_type)]
        statuses = {one.event.status for one in group}
        if "actual" not in statuses:
            what.append(wording.listing(sorted(map(wording.status, statuses))))
        what += [one.place.name or "" for one in group if one.place is not None and is_local(one.place)][:1]
        return f"{f'{who} → {whom}' if whom else who} ({', '.join(what)})"


def _published(tables: Tables) -> str:
    """A key that sorts by day of publication; what is undated comes last."""
    if tables.articles.empty:
        return "~"
    row = tables.articles.iloc[0]
    day = row["published"] if not wording.missing(row["published"]) else row["published_latest"]
    return "~" if wording.missing(day) else f"{day:%Y-%m-%d}"


def _surname(tables: Tables) -> str:
    author = wording.text(tables.articles["author"].iloc[0]) if len(tables.articles) else ""
    first = authors(author)[0].split()
    return first[-1] if first else ""


def _day(tables: Tables) -> str:
    key = _published(tables)
    return "" if key == "~" else wording.short_day(key)


def _apart(short: dict[str, str], shared: Counter[str], articles: dict[str, Tables]) -> dict[str, str]:
    """Surnames, but the name of the file where surname and day are the same."""
    both = Counter((label, _day(articles[name])) for name, label in short.items())
    clash = {
        name for name, label in short.items() if shared[label] > 1 and both[label, _day(articles[name])] > 1
    }
    return {name: name if name in clash else label for name, label in short.items()}


def _when(group: tuple[Telling, ...]) -> tuple[int, str, str, int]:
    """By the most exact date that is told."""
    days = [one.days for one in group if one.days is not None]
    if not days:
        return 1, "", group[0].article, group[0].numbers[0]
    exact = min(days, key=lambda pair: (pair[1] - pair[0], pair[0]))
    return 0, exact[0].isoformat(), group[0].article, group[0].numbers[0]
