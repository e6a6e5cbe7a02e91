"""Reads the event files of the Integrated Crisis Early Warning System (ICEWS).

For ``checks``. Columns after the description of the data at Harvard Dataverse
(https://doi.org/10.7910/DVN/28075): separated by tabs, named, "NULL" where there is nothing. ICEWS codes
what newspapers report and counts no dead, so no figure can be held against it.

What the files are known for: a number of an event is used again on other days; the file of 2017 writes days
as month/day/year and came without a column of codes, which the names of the events replace; some codes are
none of CAMEO's ("13y").
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .codes import cameo_code, cameo_named, mapped, named_countries, plover
from .frame import Chunk, Format, frame, places

COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text"),
    *("CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID"),
    *("Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude"),
)

_NULL = "null"
_DATES = ("%Y-%m-%d", "%m/%d/%Y")
_DATE = "a day such as 2011-03-17 or 3/17/2011"


def convert(chunk: Chunk) -> pd.DataFrame:
    """The frame of some events; raises InputError for the first cell that is not understood."""
    chunk = _told(chunk)
    ids = chunk.text("Event ID", needed="ICEWS's number of the event")
    day = chunk.dates("Event Date", _DATES, expected=_DATE)
    codes = _codes(chunk)
    types, modes = plover(codes)
    city = chunk.text("City")
    return frame(
        chunk,
        {
            "incident_id": "icews-" + ids + "-" + day.dt.strftime("%Y%m%d").astype("string"),
            "date_start": day,
            "date_end": day,
            "date_precision": "day",
            "country": named_countries(chunk.text("Country")),
            "place": places(city, chunk.text("District"), chunk.text("Province")),
            # Without a city the point is the middle of a province or a country.
            "latitude": chunk.numbers("Latitude", low=-90, high=90).where(city.notna()),
            "longitude": chunk.numbers("Longitude", low=-180, high=180).where(city.notna()),
            "actor": chunk.text("Source Name"),
            "target": chunk.text("Target Name"),
            "source": "ICEWS",
            "citation": _citations(chunk, ids, codes),
            "event_type": types,
            "event_mode": modes,
            "actor_country": named_countries(chunk.text("Source Country")),
            "target_country": named_countries(chunk.text("Target Country")),
        },
    )


def _told(chunk: Chunk) -> Chunk:
    """The rows with nothing where ICEWS writes that there is nothing, and without stray quotation marks."""
    cells = {name: chunk.text(name).str.strip('" ') for name in COLUMNS if name in chunk}
    cells = {name: told.mask(told.str.casefold().eq(_NULL).fillna(False)) for name, told in cells.items()}
    return Chunk(chunk.path, chunk.index.to_list(), cells, chunk.where)


def _codes(chunk: Chunk) -> pd.Series:
    """The CAMEO codes; where there is none, or its leading zero may be lost, that of the event's name."""
    cells = chunk.text("CAMEO Code")
    named = mapped(chunk.text("Event Text"), cameo_named)
    # "14" is the class of protests, or 014, "Consider policy option", without its zero.
    unsure = cells.str.fullmatch(r"[1-9]\d?").fillna(True)
    codes = named.where(unsure & named.notna(), mapped(cells, cameo_code)).fillna(named)
    unknown = codes.isna() & cells.notna()
    if unknown.any():
        chunk.fail("CAMEO Code", unknown, "a CAMEO code with its leading zero, such as 042 or 190")
    return codes


def _citations(chunk: Chunk, ids: pd.Series, codes: pd.Series) -> pd.Series:
    told = "ICEWS, event " + ids
    for name, cells in (
        ("CAMEO ", codes),
        ("story ", chunk.text("Story ID")),
        ("sentence ", chunk.text("Sentence Number")),
        ("", chunk.text("Publisher")),
    ):
        told += (f", {name}" + cells).fillna("")
    return told + f" ({chunk.file})"


FORMAT = Format(
    name="ICEWS",
    codebook="https://doi.org/10.7910/DVN/28075",
    needed=(
        *("Event ID", "Event Date", "Source Name", "Source Country", "Event Text", "Target Name"),
        *("Target Country", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    ),
    optional=("CAMEO Code", "Story ID", "Sentence Number", "Publisher"),
    signs=frozenset({"Event ID", "Source Name", "Event Text"}),
    convert=convert,
)


def matches(header: Sequence[str]) -> bool:
    """Whether a file with this header is one of ICEWS, complete or not."""
    return FORMAT.matches(header)
