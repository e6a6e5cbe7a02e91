"""What a name may be the name of: states, provinces, regions, sites and towns of the codebook.

For the extractors. Nothing here looks at a text; whether a name is spoken of as a place is for
``places``. The chapters are indexed once by name, and a row is read only when its name is looked up.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from dateline import codebook

_CITIES = (
    "name",
    "aliases",
    "kind",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "geoname_id",
    "population",
)
_REGIONS = ("name", "kind", "country", "admin1", "latitude", "longitude", "aliases", "reference")
_COUNTRIES = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
#: Longest name that is tried, in words.
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean. ``country`` is missing where several states share it."""

    name: str
    kind: str | None  # site, city, district, province, country, region; missing where only the name is told
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geoname_id: str | None
    population: int | None
    capital: bool = False


@codebook.derived
def lookup(name: str) -> tuple[Candidate, ...]:
    """The places that go by ``name``, as it is written; names in capitals as if they were not.

    Towns and provinces come largest first, after what the hand-made chapter lists. A name that is
    as good as never a place ("March") has none.
    """
    plain = name.translate(_APOSTROPHES)
    by_hand, listed = _names(), _towns().names
    if plain.isupper() and len(plain) > 4 and plain not in by_hand and plain not in listed:
        plain = plain.title()
    if plain in _homonyms()["never"]:
        return ()
    found = [_candidate(line) for line in (*by_hand.get(plain, ()), *listed.get(plain, ()))]
    if not found and not plain.isascii():
        return lookup(_without_accents(plain))
    ours = {(c.kind, c.country) for c in found if c.population is None}
    kept = [c for c in found if c.population is None or (c.kind, c.country) not in ours]
    return tuple(sorted(kept, key=lambda c: (c.population is not None, -(c.population or 0), c.name)))


@cache
def towns(name: str) -> tuple[Candidate, ...]:
    """The towns of that name too small for :func:`lookup`, largest first.

    For names that the text itself tells to be a place's.
    """
    plain, lines = name.translate(_APOSTROPHES), _small_towns()
    if plain.isupper() and len(plain) > 4:
        plain = plain.title()
    opening = f"{plain},".encode()
    at = bisect_left(lines, opening)
    found = []
    while at < len(lines) and lines[at].startswith(opening):
        name, country, admin1, latitude, longitude, own, people = lines[at].decode().split(",")
        point = float(latitude), float(longitude)
        found.append(Candidate(name, "city", country, admin1 or None, *point, own, int(people)))
        at += 1
    return tuple(sorted(found, key=lambda c: -(c.population or 0)))


def is_wary(name: str) -> bool:
    """Whether ``name`` is also a word, a person's or a people's name: a place only by context."""
    return name in _homonyms()["wary"]


def country_of(name: str) -> str | None:
    """The state that a country's name, adjective or demonym points to ("Afghan": AFG)."""
    return _country_words().get(name)


def is_capital(name: str) -> bool:
    """Whether a state's capital goes by ``name``, and so perhaps the state itself."""
    return name in _capital_names()


@codebook.derived
def _capital_names() -> frozenset[str]:
    return frozenset(city for _, city in _capitals())


@codebook.derived
def country_openings() -> frozenset[str]:
    """The first words of the names, adjectives and demonyms of several words ("South" of "South Korea")."""
    return frozenset(name.split(" ", 1)[0] for name in _country_words() if " " in name)


@codebook.derived
def regions() -> dict[str, str]:
    """The part of the world in which each state lies."""
    return {row["iso3"]: row["region"] for row in _states()}


@codebook.derived
def _homonyms() -> dict[str, frozenset[str]]:
    rows = codebook.rows("homonyms", ("name", "reading", "other"))
    return {
        reading: frozenset(
            n for row in rows if row["reading"] == reading for n in codebook.values(row["name"])
        )
        for reading in ("wary", "never")
    }


@codebook.derived
def _states() -> tuple[dict[str, str], ...]:
    return tuple(codebook.rows("countries", _COUNTRIES))


@codebook.derived
def _country_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for row in _states():
        for column in ("name", "aliases", "adjectives", "demonyms"):
            for word in codebook.values(row[column]):
                plain = word.translate(_APOSTROPHES)
                for mark in "'’‘ʼ`" if "'" in plain else "'":  # each word of a text is asked for as it is
                    words.setdefault(plain.replace("'", mark), row["iso3"])
    return words


@codebook.derived
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((row["iso3"], city) for row in _states() for city in codebook.values(row["capital"]))


class _Towns(NamedTuple):
    """The lines of places.csv, unread: those of towns and provinces by name, those of states by code."""

    names: dict[str, list[str]]
    states: dict[str, list[str]]


@cache
def _towns() -> _Towns:
    # Not codebook.rows: sixteen thousand rows would take ten times as long as their names alone. Nor does
    # a user change them: his places go before them.
    lines = resources.files(codebook).joinpath("places.csv").read_text("utf-8").split("\n")
    towns = _Towns({}, {})
    for line in lines[3:-1]:
        name, aliases, rest = line.split(",", 2)
        if rest.startswith("country,"):
            towns.states[rest[8:11]] = line.split(",")
            continue
        towns.names.setdefault(name, []).append(line)
        if aliases:
            for alias in aliases.split("|"):
                towns.names.setdefault(alias, []).append(line)
    return towns


@cache
def _small_towns() -> list[bytes]:
    # Sorted, and halved until the name is found: most texts ask for none, or for a few.
    return resources.files(codebook).joinpath("towns.csv").read_bytes().splitlines()


def _without_accents(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


@codebook.derived
def _names() -> dict[str, list[tuple[str, ...]]]:
    """Name to the cells of regions.csv, and for states, under all their names, to those of places.csv."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for row in codebook.rows("regions", _REGIONS):
        cells = tuple(row[column] for column in _REGIONS)
        for name in (row["name"], *codebook.values(row["aliases"])):
            names.setdefault(name.translate(_APOSTROPHES), []).append(cells)
    for row in _states():
        if point := _towns().states.get(row["iso3"]):
            cells = (row["name"], *point[1:])
            for name in (row["name"], *codebook.values(row["aliases"])):
                names.setdefault(name.translate(_APOSTROPHES), []).append(cells)
    return names


def _candidate(line: str | tuple[str, ...]) -> Candidate:
    if len(cells := line.split(",") if isinstance(line, str) else line) == len(_CITIES):
        name, _, kind, country, admin1, latitude, longitude, geoname_id, population = cells
    else:
        name, kind, country, admin1, latitude, longitude, _, _ = cells
        geoname_id = population = ""
    return Candidate(
        name,
        kind,
        country or None,
        admin1 or None,
        float(latitude),
        float(longitude),
        geoname_id or None,
        int(population) if population else None,
        kind == "city" and (country, name) in _capitals(),
    )
