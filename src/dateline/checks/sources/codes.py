"""The codes of event data: CAMEO to PLOVER, and the codes of countries that are not ISO's.

For the readers of ACLED, GDELT and ICEWS. What a code means is data: the codebook's chapter ``cameo``, and
``country_codes.csv`` and ``acled_types.csv`` beside this module.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from importlib import resources

import pandas as pd

from dateline.codebook import frames

from .countries import country_code

_UNSPECIFIED = ", not specified below"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.csv`` beside this module; a line that starts with ``#`` is a note."""
    text = resources.files("dateline.checks.sources").joinpath(f"{name}.csv").read_text("utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def scheme(name: str) -> dict[str, str]:
    """Code to ISO 3166-1 alpha-3, of one scheme of ``country_codes.csv``."""
    return {row["code"]: row["iso3"] for row in table("country_codes") if row["scheme"] == name}


def fips_countries(codes: pd.Series) -> pd.Series:
    """The states of FIPS 10-4 codes; missing for the sea and for areas that no state is agreed to own."""
    return codes.str.upper().map(scheme("fips")).astype("string")


def cameo_countries(codes: pd.Series) -> pd.Series:
    """The states of CAMEO's country codes; missing for its regions ("AFR", "WST")."""
    return mapped(codes, _cameo_country)


def named_countries(names: pd.Series) -> pd.Series:
    """The states of names as ICEWS and ACLED write them; missing where a name is none of a state."""
    return mapped(names, named_country)


@cache
def named_country(name: str) -> str | None:
    # Letters alone are an abbreviation, which ISO 3166 would find too: "(PA)" is no Panama.
    return scheme("name").get(name) or (country_code(name) if len(name) > 3 else None)


def _cameo_country(code: str) -> str | None:
    return scheme("cameo").get(code) or (country_code(code) if len(code) == 3 else None)


def cameo_code(cell: str) -> str | None:
    """The code of CAMEO that a cell has: the code itself, or the class above it that CAMEO knows.

    Files hold a few codes that no version of CAMEO lists ("13y"); their first digits say what they are.
    """
    known = frames.load().codes
    for length in range(len(cell), 1, -1):
        if cell[:length] in known:
            return cell[:length]
    return None


def cameo_named(name: str) -> str | None:
    """The code of CAMEO's name for an event ("Consider policy option"), as ICEWS writes it."""
    return _cameo_names().get(_bare(name))


@cache
def _cameo_names() -> dict[str, str]:
    # "Appeal" is the class 02 and its unspecified member 020: they convert alike, and the member is meant.
    return {_bare(code.name): key for key, code in sorted(frames.load().codes.items())}


def _bare(name: str) -> str:
    return " ".join(name.casefold().strip(' "').removesuffix(_UNSPECIFIED).split())


def plover(codes: pd.Series) -> tuple[pd.Series, pd.Series]:
    """PLOVER's types and modes of known CAMEO codes; missing for comments, which PLOVER leaves out."""
    known = frames.load().codes
    types = mapped(codes, lambda code: known[code].event_type or None)
    modes = mapped(codes, lambda code: known[code].event_mode or None)
    return types, modes


def mapped(cells: pd.Series, look_up: Callable[[str], str | None]) -> pd.Series:
    """``look_up`` of every cell, done once for each text."""
    return cells.map({cell: look_up(cell) for cell in cells.dropna().unique()}).astype("string")
