"""Whose dispute an article tells, and which place its argument is about.

Both are found in the tables, so that a notebook works for any article, and both can be given: a
country by its ISO 3166-1 alpha-3 code or its name, a place by its name.
"""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

import pandas as pd

from dateline.excerpts import each
from dateline.ledger import country_of
from dateline.tables import Tables
from dateline.wording import country, text

Sides: TypeAlias = tuple[str, str] | None  # what a notebook's ``sides`` may be; without any they are found


def _code(tables: Tables, name: str) -> str:
    """The country code for what a reader typed: a code, or the name of an entity or country."""
    if len(name) == 3 and name.isupper():
        return name
    entities = tables.entities
    named = entities[(entities["kind"] == "country") & entities["country"].notna()]
    for row in each(named):
        if name.casefold() in {text(row.name).casefold(), country(row.country).casefold()}:
            return str(row.country)
    return name


def sides(tables: Tables, given: tuple[str, str] | list[str] | None = None) -> tuple[str, ...]:
    """The two countries that most events run between, as codes, the one that acts more often first.

    Where no event runs between two countries, the two most spoken of; fewer where fewer are named.
    """
    if given:
        return tuple(_code(tables, name) for name in given)
    pairs: Counter[tuple[str, str]] = Counter()
    acts: Counter[str] = Counter()
    events = tables.events.dropna(subset=["source_country", "target_country"])
    for source, target in zip(events["source_country"], events["target_country"], strict=True):
        acts[source] += 1
        if source != target:
            pairs[(min(source, target), max(source, target))] += 1
    if pairs:
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        return tuple(sorted(best, key=lambda code: (-acts[code], code)))
    entities = tables.entities.dropna(subset=["country"])
    spoken = (
        entities.groupby("country", sort=True)["mentions"].sum().sort_values(ascending=False, kind="stable")
    )
    return tuple(str(code) for code in spoken.index[:2])


def focus(tables: Tables, given: str | None = None, sides_given: tuple[str, ...] | None = None) -> str | None:
    """The country (as its code) that title and implications are about, other than the two sides.

    Mentions count by where they stand: in the title and standfirst three times, beside an implication
    twice, elsewhere once. Where no third country is spoken of, the side that more is done to.
    """
    if given:
        return _code(tables, given)
    own = sides_given or sides(tables)
    third = {code: weight for code, weight in _weights(tables).items() if code not in own}
    if third:
        return min(third, key=lambda code: (-third[code], code))
    targets = Counter(code for code in tables.events["target_country"].dropna() if code in own)
    return min(own, key=lambda code: (-targets[code], code)) if own else None


def _weights(tables: Tables) -> Counter[str]:
    roles = tables.sentences.set_index("sentence_id")["role"].to_dict()
    argued = set(tables.implications["sentence_id"].dropna())
    countries = country_of(tables)
    kinds = dict(zip(tables.entities["entity_id"], tables.entities["kind"], strict=True))
    weights: Counter[str] = Counter()
    for entity, sentence in zip(tables.mentions["entity_id"], tables.mentions["sentence_id"], strict=True):
        code, role = countries.get(entity), roles.get(sentence)
        if (
            pd.isna(code)
            or kinds.get(entity) not in {"country", "place"}
            or role in {"note", "boilerplate", "byline"}
        ):
            continue
        weights[str(code)] += 3 if role in {"headline", "standfirst"} else 2 if sentence in argued else 1
    for about in tables.implications["about_id"].dropna():
        if pd.notna(countries.get(about)):
            weights[str(countries[about])] += 2
    return weights


def sentences_on(tables: Tables, code: str | None) -> list[str]:
    """The ids of the sentences that speak of the country or of anything in it, in text order."""
    of = set(tables.entities.loc[(tables.entities["country"] == code).fillna(False), "entity_id"])
    spoken = set(tables.mentions.loc[tables.mentions["entity_id"].isin(of), "sentence_id"])
    read = tables.sentences[tables.sentences["role"].isin(["headline", "standfirst", "body"])]
    return [name for name in read["sentence_id"] if name in spoken]
