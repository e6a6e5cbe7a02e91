"""Countries as data sets write them, to ISO 3166-1 alpha-3.

For the readers. Names of the codebook are known first, then what ISO 3166 itself lists, then the
conventions of data sets: a former name in brackets ("DR Congo (Zaire)") and "Government of ...".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pandas as pd
import pycountry

from dateline.extract import gazetteer

_BRACKETED = re.compile(r"^(?P<now>[^()]+?)\s*\((?P<then>[^()]+)\)$")
_GOVERNMENT = re.compile(r"^(?:Government|Military Forces|Police Forces) of (?P<state>.+)$")
#: UCDP's names that neither the codebook nor ISO 3166 has (https://ucdp.uu.se/downloads/, "country").
_OTHERS = {
    "Congo": "COG",  # the codebook thinks of the larger one, as newspapers do
    "Bosnia-Herzegovina": "BIH",
    "Kingdom of eSwatini": "SWZ",
    "Macedonia, FYR": "MKD",
    "Serbia": "SRB",
    "South Vietnam": "VNM",
    "North Vietnam": "VNM",
    "Vietnam": "VNM",
}


@cache
def country_code(name: str) -> str | None:
    """The code of a country's name: "Pakistan" and "Yemen (North Yemen)"; nothing where it is not known."""
    name = name.strip().removeprefix("the ")
    if code := _OTHERS.get(name) or gazetteer.country_of(name) or _listed(name):
        return code
    if bracketed := _BRACKETED.match(name):
        return country_code(bracketed["now"]) or country_code(bracketed["then"])
    return None


def _listed(name: str) -> str | None:
    try:
        return pycountry.countries.lookup(name).alpha_3
    except LookupError:
        return None


@cache
def government_code(name: str) -> str | None:
    """The state whose government or forces an actor is: "Government of Chad"; nothing for any other actor.

    ACLED puts years in brackets after the name ("Military Forces of Mali (2020-2021)").
    """
    found = _GOVERNMENT.match(name.strip())
    if found is None:
        return None
    return country_code(re.sub(r"\s*\(\d{4}-(\d{4})?\).*$", "", found["state"]))


def country_codes(names: pd.Series) -> pd.Series:
    """The code of each name, missing where it is not known. Each name is looked up once."""
    return _each(names, country_code)


def government_codes(names: pd.Series) -> pd.Series:
    """The state of each actor that is a government or its forces, missing for all others."""
    return _each(names, government_code)


def _each(names: pd.Series, look_up: Callable[[str], str | None]) -> pd.Series:
    codes = {name: look_up(name) for name in names.dropna().unique()}
    return names.map(codes).astype("string")
