"""What the record holds around an article: the series of its countries, year by year, and what of them had
passed when it was published.

For the chart of series, and the sentence that sums it up. A series concerns an article when every country
that it is about is one of the two sides, the focus, or named often, and when it has a value within ten years
of publication. Incidents of downloaded files, which belong to no series, are summed by country and year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from dateline import ahead, focus, wording
from dateline.focus import Sides

if TYPE_CHECKING:
    from dateline.checks.reference import Incident, Observation, Reference, Series
    from dateline.tables import Tables

COLUMNS = [
    "topic",
    "panel",
    "counted",
    "unit",
    "line",
    "source",
    "start",
    "end",
    "low",
    "best",
    "high",
    "years",
    "level",
    "level_low",
    "level_high",
    "suspect",
    "known",
]
_OFTEN, _LEAST = 0.05, 3  # share and number of the mentions of countries from which one is named often
_NEAR = 10  # years
_TOGETHER = 4  # as many lines can be told apart in one panel
_LONG = 1.5  # years: a value for longer is no value of a year
_STOCKS = frozenset({"troops", "opinion"})  # what is there at a time, rather than what happened in it
_PLAIN = frozenset({"events", "people"})  # units that the title says already
_TABLES = frozenset({"wars", "offices", "holders", "incidents", "chronology", "series", "observations"})


def own_countries(tables: Tables, sides: Sides = None, about: str | None = None) -> tuple[str, ...]:
    """The two sides and the focus, each once."""
    own = focus.sides(tables, sides)
    place = focus.focus(tables, about, own)
    return tuple(dict.fromkeys([*own, *([place] if place else [])]))


def countries(tables: Tables, sides: Sides = None, about: str | None = None) -> tuple[str, ...]:
    """The sides, the focus, and what other countries the article names often."""
    own = own_countries(tables, sides, about)
    named = tables.entities.dropna(subset=["country", "mentions"])
    totals = named.groupby("country", sort=True)["mentions"].sum()
    least = max(_LEAST, _OFTEN * float(totals.sum()))
    return tuple(dict.fromkeys([*own, *(str(code) for code, n in totals.items() if n >= least)]))


def surroundings(
    tables: Tables, record: Reference, sides: Sides = None, about: str | None = None
) -> pd.DataFrame:
    """The values of the series that concern the article, a row a source and period; columns in
    :data:`COLUMNS`.

    ``panel`` and ``line`` say where a value is shown, ``counted`` what is counted; topics between two
    countries come first. ``level`` and its bounds are a year's: a sum over several ``years`` is spread over
    them. ``known`` tells whether the period had passed at publication, and is missing where the day is not
    known.
    """
    day, near = ahead.published(tables), countries(tables, sides, about)
    published = None if wording.missing(day) else day.date()
    rows = [*_of_series(record, near, published), *_of_files(record, near)]
    data = pd.DataFrame(rows, columns=COLUMNS[:-1])
    data["known"] = pd.array(
        [pd.NA if published is None else end <= published for end in data["end"]], dtype="boolean"
    )
    dates = {"start": "datetime64[us]", "end": "datetime64[us]"}
    measures = dict.fromkeys(["low", "best", "high", "years", "level", "level_low", "level_high"], "Float64")
    return data.astype({**dates, **measures})


def standing(data: pd.DataFrame, most: int = 3) -> list[str]:
    """How each of the first ``most`` topics stood in the last period before publication, in words.

    By its first series, without the values that are marked as suspect where there are others.
    """
    said = []
    before = data[data["known"].fillna(False) & (data["years"] < _LONG)]
    for _, rows in before.groupby("topic", sort=False):
        one = rows[rows["counted"] == rows["counted"].iloc[0]]
        sound = one[one["suspect"].isna()]
        kept = sound if len(sound) else one
        last = kept[kept["end"] == kept["end"].max()]
        sources, low, high = last["source"].nunique(), last["level_low"].min(), last["level_high"].max()
        by = f" by {wording.count(sources, 'source')}" if sources > 1 and low != high else ""
        when = wording.when(last["start"].iloc[0], last["end"].iloc[0])
        counted = last["counted"].iloc[0]
        said.append(f"{counted} {_amount(low, high, last['unit'].iloc[0])}{by} ({when})")
    left = len(said) - most
    return [*said[:most], f"and {wording.count(left, 'more', 'more')}"] if left > 0 else said


def _amount(low: float, high: float, unit: str) -> str:
    """``107–132``, ``59 percent``, ``USD 4,504 million``."""
    currency, _, scale = unit.partition(" ")
    if len(currency) == 3 and currency.isupper():
        return f"{currency} {wording.span(low, high)} {scale}".rstrip()
    return wording.span(low, high) + ("" if unit in _PLAIN else f" {unit}")


def _of_series(record: Reference, near: Sequence[str], published: date | None) -> Iterator[tuple[Any, ...]]:
    held: dict[str, list[Observation]] = {}
    for row in record.observations:
        held.setdefault(row.series_id, []).append(row)
    kept = [
        one for one in record.series if _concerns(one, near) and _is_near(held.get(one.series_id), published)
    ]
    topics: dict[str, list[Series]] = {}
    for one in kept:
        topics.setdefault(one.topic, []).append(one)
    for topic in sorted(topics, key=lambda name: (-_breadth(topics[name]), name)):
        yield from _topic(topic, topics[topic], held)


def _breadth(kept: list[Series]) -> int:
    return max(len({*one.country, *one.actor_country}) for one in kept)


def _concerns(one: Series, near: Sequence[str]) -> bool:
    about = {*one.country, *one.actor_country}
    return bool(about) and about <= set(near)


def _is_near(rows: Sequence[Observation] | None, published: date | None) -> bool:
    if not rows or published is None:
        return bool(rows)
    return any(row.start.year - _NEAR <= published.year <= row.end.year + _NEAR for row in rows)


def _topic(topic: str, kept: list[Series], held: dict[str, list[Observation]]) -> Iterator[tuple[Any, ...]]:
    """One panel for a topic; one for each of its series where their sources would make too many lines."""
    lines = {(one.series_id, row.source) for one in kept for row in held[one.series_id]}
    apart = len(kept) > 1 and len(lines) > _TOGETHER
    short = _short([one.title for one in kept])
    sources = {source for _, source in lines}
    for one, words in zip(kept, short, strict=True):
        for row in sorted(held[one.series_id], key=lambda row: (row.source, row.start, row.observation_id)):
            several = [words, *([row.source] if len(sources) > 1 else [])]
            line = row.source if apart or len(kept) == 1 else ", ".join(several)
            yield _value(one.title if apart else topic, one, line, row)


def _value(panel: str, one: Series, line: str, row: Observation) -> tuple[Any, ...]:
    years = ((row.end - row.start).days + 1) / 365.25
    stock = one.measure in _STOCKS or one.unit == "percent"
    spread = years if years > _LONG and not stock else 1.0
    known = [value for value in (row.low, row.best, row.high) if value is not None]
    low, high = (min(known), max(known)) if known else (None, None)
    best = row.best if row.best is not None else None if low is None or high is None else (low + high) / 2
    levels = [None if value is None else value / spread for value in (best, low, high)]
    return (
        one.topic, panel, one.title, one.unit, line, row.source, row.start, row.end,
        row.low, row.best, row.high, years, *levels, row.suspect,
    )  # fmt: skip


def _short(titles: list[str]) -> list[str]:
    """The titles without the words that all begin and end with."""
    if len(titles) < 2:
        return titles
    words = [title.split() for title in titles]
    room = min(map(len, words)) - 1
    first = next((i for i in range(room) if len({tuple(w[: i + 1]) for w in words}) > 1), room)
    last = next(
        (i for i in range(room - first) if len({tuple(w[-i - 1 :]) for w in words}) > 1), room - first
    )
    return [" ".join(w[first : len(w) - last]) for w in words]


def downloaded(record: Reference) -> list[str]:
    """The names of the files that were added to the reference tables."""
    return [file.name for file in record.files if file.name.partition(".")[0] not in _TABLES]


def _of_files(record: Reference, near: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yearly totals of people killed in each country, by source, of the incidents in downloaded files."""
    loose = [row for row in record.incidents if row.incident is None and row.duplicate_of is None]
    for code in near:
        years: dict[tuple[str, int], list[Incident]] = {}
        for row in loose:
            if code in row.country:
                years.setdefault((row.source, row.date_start.year), []).append(row)
        n = sum(map(len, years.values()))
        files = downloaded(record)
        of = files[0] if len(files) == 1 else "downloaded files"
        killed = f"People killed in {wording.country(code)}"
        panel = f"{killed}: {wording.count(n, 'incident')} of {of}"
        for (source, year), rows in sorted(years.items()):
            low, best, high = _total(rows)
            level = best if best is not None else (low + high) / 2
            span = date(year, 1, 1), date(year, 12, 31)
            lowest, highest = min(low, level), max(high, level)
            yield (
                killed, panel, killed, "people", source, source, *span,
                low, best, high, 1.0, level, lowest, highest, None,
            )  # fmt: skip


def _total(rows: Iterable[Incident]) -> tuple[float, float | None, float]:
    """The sums of the lowest, best and highest figures; no best where an incident with a figure has none."""
    low, best, high, whole = 0.0, 0.0, 0.0, True
    for row in rows:
        known = [value for value in (row.killed_low, row.killed_best, row.killed_high) if value is not None]
        if known:
            low, high = low + min(known), high + max(known)
            best, whole = best + (row.killed_best or 0), whole and row.killed_best is not None
    return low, best if whole else None, high
