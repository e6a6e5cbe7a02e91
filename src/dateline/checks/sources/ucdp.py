"""UCDP Georeferenced Event Dataset: yearly releases, candidate events, and the form of the HDX.

For ``sources.read``. Columns after the GED codebook (https://ucdp.uu.se/downloads/, "UCDP Georeferenced
Event Dataset Codebook"). UCDP gives three figures for all killed, but one for the civilians among them and
one for those of whom nobody knows: they are ``civilians_best`` and both ``unknown`` columns; the civilians'
bounds stay missing. In some rows low exceeds best, or best high: the figures stay as published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from . import countries
from .frame import Chunk, Format, frame, places

_NAME = "UCDP GED"

#: The 49 columns of releases 20.1 to 25.1, in their order, for files published without a header row.
POSITIONS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id"),
    *("side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude"),
    *("longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity"),
    *("date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)

#: What cells of those columns look like; only a row of GED has all of them in these places.
_LOOKS = {
    "id": r"\d+",
    "year": r"(19|20)\d\d",
    "active_year": r"[01]",
    "type_of_violence": r"[123]",
    "latitude": r"-?\d{1,2}(\.\d+)?",
    "longitude": r"-?\d{1,3}(\.\d+)?",
    "date_prec": r"[1-5]",
    "date_start": r"(19|20)\d\d-\d\d-\d\d.*",
    "date_end": r"(19|20)\d\d-\d\d-\d\d.*",
    "best": r"\d+",
}

_DAYS = ("%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")
_DAY = "a day as 2011-03-17"
_PRECISIONS = "1 (the day), 2 or 3 (days, a week), 4 (a month) or 5 (a year)"
_VIOLENCE = "1 (state-based), 2 (non-state) or 3 (one-sided)"
#: Releases as their files are called: GEDEvent_v23_1.csv, ged231-csv.zip, GEDEvent_v24_0_3.csv (candidate).
_RELEASE = re.compile(r"ged(?:event)?_?v(\d{1,2}(?:_\d{1,2}){1,4})|ged(\d\d)(\d)(?!\d)", re.IGNORECASE)


def _convert(chunk: Chunk) -> pd.DataFrame:
    start = chunk.dates("date_start", _DAYS, expected=_DAY)
    end = chunk.dates("date_end", _DAYS, expected=_DAY)
    chunk.ordered(start, end, ("date_start", "date_end"))
    actor = chunk.text("side_a", needed="the name of side A")
    target = chunk.text("side_b", needed="the name of side B")
    one_sided = chunk.integers("type_of_violence", low=1, high=3, needed=True).eq(3)
    unknown = chunk.integers("deaths_unknown")
    return frame(
        chunk,
        {
            "incident_id": "ucdp-" + chunk.integers("id", needed=True).astype("string"),
            "date_start": start,
            "date_end": end,
            "date_precision": _precision(chunk, start, end),
            "country": _country(chunk),
            "place": places(chunk.text("where_coordinates"), chunk.text("adm_2"), chunk.text("adm_1")),
            "latitude": chunk.numbers("latitude", low=-90, high=90),
            "longitude": chunk.numbers("longitude", low=-180, high=180),
            "actor": actor,
            "target": target.mask(one_sided, "civilians"),
            "killed_low": chunk.integers("low"),
            "killed_best": chunk.integers("best", needed=True),
            "killed_high": chunk.integers("high"),
            "civilians_best": chunk.integers("deaths_civilians"),
            "source": _NAME,
            "citation": _citation(chunk),
            "event_type": "ASSAULT",
            "actor_country": countries.government_codes(actor),
            "target_country": countries.government_codes(target),
            "unknown_low": unknown,
            "unknown_high": unknown,
        },
    )


def _precision(chunk: Chunk, start: pd.Series, end: pd.Series) -> pd.Series:
    """``date_prec`` 4 and 5 say "month" and "year", but most such rows give narrower or other bounds."""
    stated = chunk.integers("date_prec", low=1, high=5, needed=True)
    month = start.dt.is_month_start & end.eq(start + pd.offsets.MonthEnd(0))
    year = start.dt.is_year_start & end.dt.is_year_end & start.dt.year.eq(end.dt.year)
    precision = pd.Series("range", index=start.index, dtype="string")
    precision[stated.le(1) & start.eq(end)] = "day"
    precision[stated.eq(4) & month] = "month"
    precision[stated.eq(5) & year] = "year"
    return precision


def _country(chunk: Chunk) -> pd.Series:
    names = chunk.text("country", needed="the name of a country")
    codes = chunk.text("iso3").fillna(countries.country_codes(names))
    if codes.isna().any():
        chunk.fail("country", codes.isna(), "the name of a country")
    return codes


def _citation(chunk: Chunk) -> pd.Series:
    """With the status where UCDP has not cleared an event yet, as it is with many candidates."""
    found = _RELEASE.search(chunk.file)
    release = f" {found[1].replace('_', '.') if found[1] else f'{found[2]}.{found[3]}'}" if found else ""
    status = chunk.text("code_status")
    remark = (", status: " + status).mask(status.str.casefold().eq("clear").fillna(True), "").fillna("")
    opening = f"UCDP Georeferenced Event Dataset{release}, event "
    return opening + chunk.text("id") + remark + f" ({chunk.file})"


def _headerless(cells: Sequence[str]) -> Sequence[str] | None:
    if len(cells) != len(POSITIONS):
        return None
    row = dict(zip(POSITIONS, cells, strict=True))
    looks = all(re.fullmatch(pattern, row[name].strip()) for name, pattern in _LOOKS.items())
    return POSITIONS if looks else None


FORMAT = Format(
    name=_NAME,
    codebook="https://ucdp.uu.se/downloads/",
    needed=(
        *("id", "type_of_violence", "side_a", "side_b", "adm_1", "latitude", "longitude", "country"),
        *("date_prec", "date_start", "date_end", "deaths_civilians", "deaths_unknown", "best", "high"),
        "low",
    ),
    optional=("where_coordinates", "adm_2", "code_status", "iso3"),
    signs=frozenset({"type_of_violence", "side_a", "side_b", "deaths_civilians"}),
    # As the releases up to 5.0 called them.
    renamed={"best_est": "best", "high_est": "high", "low_est": "low"},
    convert=_convert,
    headerless=_headerless,
)
