"""Reads an export of the Armed Conflict Location & Event Data Project (ACLED).

For ``checks``. Columns after the ACLED codebook (https://acleddata.com/methodology/acled-codebook) and its
guide to the columns of 2023 (https://acleddata.com/methodology/guide-2023-acled-column-changes). ACLED gives
one number of killed and none of civilians, and says that its two actors are in no order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd
import pycountry

from .codes import mapped, named_countries, named_country, table
from .countries import government_code
from .frame import Chunk, Format, frame, places

#: The columns of an export since March 2023.
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes"),
    *("fatalities", "tags", "timestamp"),
)
#: Columns of exports "with population": people living within 1, 2 or 5 km, and ACLED's choice of them.
POPULATION = ("population_1km", "population_2km", "population_5km", "population_best")
_DATES = ("%d %B %Y", "%d-%B-%Y", "%Y-%m-%d", "%d-%b-%Y", "%d %b %Y")
_DATE = "a day such as 17 March 2011 or 2011-03-17"
#: Actor types as they were numbered until 2024, and as they are written since.
_INTER = {
    "0": "",
    "1": "State forces",
    "2": "Rebel group",
    "3": "Political militia",
    "4": "Identity militia",
    "5": "Rioters",
    "6": "Protesters",
    "7": "Civilians",
    "8": "External/Other forces",
}
_WORDED = {"Other forces": _INTER["8"], "External forces": _INTER["8"], "Rebel forces": _INTER["2"]}
_STATES = (_INTER["1"], _INTER["8"])
_WHOSE = re.compile(r"\((?P<state>[^()\d]+)\)")


def convert(chunk: Chunk) -> pd.DataFrame:
    """The frame of some rows of an export; raises InputError for the first cell that is not understood."""
    start, end, precision = _days(chunk)
    ids = chunk.text("event_id_cnty", needed="ACLED's id of the event")
    types, modes = _types(chunk)
    killed = chunk.integers("fatalities", needed=True)
    regions = [chunk.text(f"admin{level}") for level in "321"]
    # At level 3 no more than the region is known, and its capital or middle stands for it.
    located = chunk.integers("geo_precision", low=1, high=3).ne(3).fillna(True)
    # Whoever was killed in an attack on civilians, of them no more than all were civilians.
    targeted = chunk.text("civilian_targeting").notna() | _against_civilians(chunk)
    return frame(
        chunk,
        {
            "incident_id": "acled-" + ids,
            "date_start": start,
            "date_end": end,
            "date_precision": precision,
            "country": _countries(chunk),
            "place": places(chunk.text("location").where(located), *regions),
            "latitude": chunk.numbers("latitude", low=-90, high=90).where(located),
            "longitude": chunk.numbers("longitude", low=-180, high=180).where(located),
            "actor": chunk.text("actor1"),
            "target": chunk.text("actor2"),
            "killed_best": killed,
            "civilians_high": killed.where(targeted),
            "source": "ACLED",
            "citation": _citations(chunk, ids),
            "event_type": types,
            "event_mode": modes,
            "actor_country": _actor_countries(chunk, "1"),
            "target_country": _actor_countries(chunk, "2"),
        },
    )


def _days(chunk: Chunk) -> tuple[pd.Series, pd.Series, pd.Series]:
    """First day, last day and precision: 1 the day itself, 2 the week around it, 3 its month."""
    day = chunk.dates("event_date", _DATES, expected=_DATE)
    level = chunk.integers("time_precision", low=1, high=3, needed=True)
    week, month = level.eq(2), level.eq(3)
    around = pd.Timedelta(days=3)
    first = day.mask(week, day - around).mask(month, day - pd.to_timedelta(day.dt.day - 1, unit="D"))
    last = day.mask(week, day + around).mask(month, day + pd.offsets.MonthEnd(0))
    precision = level.map({1: "day", 2: "range", 3: "month"})
    return first, last, precision


def _types(chunk: Chunk) -> tuple[pd.Series, pd.Series]:
    """PLOVER's type and mode; a sub-event type that is not listed has those of its event type."""
    listed = _plover()
    expected = "an event type of ACLED: " + ", ".join(sorted({kind for kind, _ in listed}))
    general = chunk.text("event_type", needed=expected).str.casefold()
    names = {kind.casefold(): kind for kind, _ in listed}
    unknown = ~general.isin(list(names))
    if unknown.any():
        chunk.fail("event_type", unknown, expected)
    pairs = list(zip(general, chunk.text("sub_event_type").fillna("").str.casefold(), strict=True))
    folded = {(kind.casefold(), sub.casefold()): both for (kind, sub), both in listed.items()}
    found = [folded.get(pair) or folded[pair[0], ""] for pair in pairs]
    index = chunk.index
    types = pd.Series([kind or None for kind, _ in found], index, dtype="string")
    return types, pd.Series([mode or None for _, mode in found], index, dtype="string")


def _against_civilians(chunk: Chunk) -> pd.Series:
    """What exports before March 2023, which lack ``civilian_targeting``, say of it."""
    return chunk.text("event_type").str.casefold().eq("violence against civilians").fillna(False)


@cache
def _plover() -> Mapping[tuple[str, str], tuple[str, str]]:
    return {
        (row["event_type"], row["sub_event_type"]): (row["plover_type"], row["plover_mode"])
        for row in table("acled_types")
    }


def _countries(chunk: Chunk) -> pd.Series:
    """The state of ISO's number; where ACLED has none (0), that of the country's name."""
    numbers = chunk.integers("iso", needed=True)
    codes = numbers.map(_numbered()).astype("string")
    unknown = codes.isna() & numbers.ne(0)
    if unknown.any():
        chunk.fail("iso", unknown, "a number of ISO 3166-1 such as 586, or 0")
    return codes.fillna(named_countries(chunk.text("country")))


@cache
def _numbered() -> dict[int, str]:
    # Kosovo has no number in ISO 3166; 383 is its telephone code, which data sets use for one.
    return {int(state.numeric): state.alpha_3 for state in pycountry.countries} | {383: "XKX"}


def _actor_countries(chunk: Chunk, which: str) -> pd.Series:
    """The state of a government's forces, or of people with a state in brackets ("Protesters (Chad)")."""
    meanings = _INTER | {word: word for word in _INTER.values() if word} | _WORDED
    expected = "an actor type of ACLED: 0 to 8, or " + ", ".join(word for word in _INTER.values() if word)
    kinds = chunk.words(f"inter{which}", meanings, expected=expected)
    names = chunk.text(f"actor{which}")
    own = mapped(names, government_code)
    # Rebels may call themselves a government; what ACLED does not count among the states is none.
    governing = kinds.isna() | kinds.isin(_STATES)
    return own.where(governing).fillna(mapped(names, _whose))


def _whose(name: str) -> str | None:
    brackets = [found["state"] for found in _WHOSE.finditer(name)]
    return named_country(brackets[-1]) if brackets else None


def _citations(chunk: Chunk, ids: pd.Series) -> pd.Series:
    """The event, the day of its version (ACLED revises events), and who reported it."""
    stamps = chunk.integers("timestamp")
    days = pd.to_datetime(stamps.astype("float64"), unit="s").dt.strftime("%Y-%m-%d").astype("string")
    versions = (", version of " + days).fillna("")
    reporters = ("; " + chunk.text("source")).fillna("")
    return "ACLED, event " + ids + versions + reporters + f" ({chunk.file})"


FORMAT = Format(
    name="ACLED",
    codebook="https://acleddata.com/methodology/acled-codebook",
    needed=(
        *("event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1"),
        *("actor2", "iso", "country", "location", "latitude", "longitude", "fatalities"),
    ),
    optional=(
        *("inter1", "inter2", "civilian_targeting", "admin1", "admin2", "admin3", "geo_precision"),
        *("source", "timestamp"),
    ),
    signs=frozenset({"event_id_cnty", "sub_event_type"}),
    convert=convert,
)


def matches(header: Sequence[str]) -> bool:
    """Whether a file with this header is an export of ACLED, complete or not."""
    return FORMAT.matches(header)
