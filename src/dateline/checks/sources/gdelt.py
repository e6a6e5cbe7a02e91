"""Reads the event files of GDELT, version 1.0 as well as 2.0.

For ``checks``. Columns after GDELT's codebooks (http://data.gdeltproject.org/documentation/), which the files
themselves do not name: 57 until March 2013, 58 with SOURCEURL since, 61 in version 2.0, separated by tabs.
GDELT codes what newspapers report and counts no dead, so no figure can be held against it. Actors are of
CAMEO's countries, places of FIPS 10-4's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from .codes import cameo_code, cameo_countries, fips_countries, mapped, plover
from .frame import Chunk, Format, frame

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")


def _columns(geo: Sequence[str]) -> tuple[str, ...]:
    return (
        *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
        *(f"Actor{which}{part}" for which in "12" for part in _ACTOR),
        *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
        *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
        *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in geo),
        *("DATEADDED", "SOURCEURL"),
    )


#: Version 1.0 from April 2013 on; the files of the years before lack the last column.
COLUMNS = _columns(_GEO)
#: Version 2.0 has the second administrative level too.
COLUMNS_2 = _columns((*_GEO[:4], "ADM2Code", *_GEO[4:]))

_WIDTHS = (COLUMNS[:-1], COLUMNS, COLUMNS_2)

#: What ``ActionGeo_Type`` calls a place that is a town or the like; all others are a country or a province,
#: whose middle is nowhere that something happened.
_TOWNS = (3, 4)
_COUNTRY = 1
#: How GDELT writes that no code was found.
_NO_CODE = "---"


def headerless(cells: Sequence[str]) -> Sequence[str] | None:
    """The columns of a file whose first row is an event; nothing where it is none of GDELT's."""
    columns = next((names for names in _WIDTHS if len(names) == len(cells)), None)
    looks_right = columns and cells[0].isdecimal() and re.fullmatch(r"(1[89]|20)\d{6}", cells[1])
    return columns if looks_right else None


def convert(chunk: Chunk) -> pd.DataFrame:
    """The frame of some events; raises InputError for the first cell that is not understood."""
    ids = chunk.text("GLOBALEVENTID", needed="GDELT's number of the event")
    day = chunk.dates("SQLDATE", ["%Y%m%d"], expected="a day as YYYYMMDD")
    codes = _codes(chunk)
    types, modes = plover(codes)
    kind = chunk.integers("ActionGeo_Type", low=0, high=5)
    town = kind.isin(_TOWNS)
    return frame(
        chunk,
        {
            "incident_id": "gdelt-" + ids,
            "date_start": day,
            "date_end": day,
            "date_precision": "day",
            "country": fips_countries(_letters(chunk, "ActionGeo_CountryCode", 2, "FIPS 10-4")),
            "place": mapped(chunk.text("ActionGeo_FullName").mask(kind.eq(_COUNTRY).fillna(False)), _place),
            "latitude": chunk.numbers("ActionGeo_Lat", low=-90, high=90).where(town),
            "longitude": chunk.numbers("ActionGeo_Long", low=-180, high=180).where(town),
            "actor": chunk.text("Actor1Name"),
            "target": chunk.text("Actor2Name"),
            "source": "GDELT",
            "citation": _citations(chunk, ids, codes),
            "event_type": types,
            "event_mode": modes,
            "actor_country": cameo_countries(_letters(chunk, "Actor1CountryCode", 3, "CAMEO")),
            "target_country": cameo_countries(_letters(chunk, "Actor2CountryCode", 3, "CAMEO")),
        },
    )


def _codes(chunk: Chunk) -> pd.Series:
    """The CAMEO codes. Programs that take a code for a number cut its zero: 14 may then be 014."""
    expected = "a CAMEO code with its leading zero, such as 042 or 190"
    roots = chunk.text("EventRootCode")
    cut = roots.notna() & roots.str.len().ne(2).fillna(False)
    if cut.any():
        chunk.fail("EventRootCode", cut, "two digits from 01 to 20; a leading zero may have been lost")
    cells = chunk.text("EventCode", needed=expected)
    cells = cells.mask(cells.eq(_NO_CODE))
    codes = mapped(cells, cameo_code)
    unknown = codes.isna() & cells.notna()
    if unknown.any():
        chunk.fail("EventCode", unknown, expected)
    return codes


def _letters(chunk: Chunk, column: str, length: int, scheme: str) -> pd.Series:
    cells = chunk.text(column)
    wrong = cells.notna() & ~cells.str.fullmatch("[A-Za-z]" * length).fillna(True)
    if wrong.any():
        chunk.fail(column, wrong, f"a code of {length} letters ({scheme})")
    return cells


def _citations(chunk: Chunk, ids: pd.Series, codes: pd.Series) -> pd.Series:
    """The event, its code, and the page that told it, which only files since April 2013 name."""
    coded = (", CAMEO " + codes).fillna("")
    page = (": " + chunk.text("SOURCEURL")).fillna("")
    return "GDELT, event " + ids + coded + page + f" ({chunk.file})"


def _place(name: str) -> str | None:
    """ "Ganta, Nimba, Liberia" without the country, the narrowest first."""
    parts = [part.strip() for part in name.split(",")]
    return "|".join(dict.fromkeys(part for part in parts[:-1] if part)) or None


FORMAT = Format(
    name="GDELT",
    codebook="http://data.gdeltproject.org/documentation/GDELT-Data_Format_Codebook.pdf",
    needed=(
        *("GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor1CountryCode", "Actor2Name", "Actor2CountryCode"),
        *("EventCode", "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode"),
        *("ActionGeo_Lat", "ActionGeo_Long"),
    ),
    optional=("EventRootCode", "SOURCEURL"),
    signs=frozenset({"GLOBALEVENTID", "SQLDATE"}),
    headerless=headerless,
    convert=convert,
)


def matches(header: Sequence[str]) -> bool:
    """Whether a file with this first row, names or an event, is one of GDELT's."""
    return FORMAT.matches(header) or headerless(header) is not None
