"""New America's "Counterterrorism Wars" data on strikes in Pakistan, as downloaded (CSV).

For ``sources.read``. Columns as in the public sheet that
https://www.newamerica.org/international-security/reports/americas-counterterrorism-wars/ links to; the
remarks in its last ones have no names of their own and are not read. There are no record numbers: an id is
made of day and village, which stay when rows are added.
"""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from .frame import Chunk, Format, frame, places

_NAME = "New America"

_DAYS = ("%m/%d/%Y", "%Y-%m-%d")
#: In the sheet until 2018, what a strike aimed at where nobody knows.
_UNCLEAR = {"unclear", "unknown"}
#: Not certain to be a drone's.
_DRONE_OR_AIR = "drone or air strike"


def _convert(chunk: Chunk) -> pd.DataFrame:
    day = chunk.dates("date", _DAYS, expected="a day as 3/17/2011 (month first)")
    place = places(chunk.text("village"), chunk.text("region"), chunk.text("province"))
    target = chunk.text("target_organization_name")
    mode = pd.Series("drone", index=day.index, dtype="string")
    stamp = day.dt.strftime("%Y-%m-%d").astype("string")
    return frame(
        chunk,
        {
            "incident_id": "na-" + stamp + place.map(_slug).astype("string").fillna(""),
            "date_start": day,
            "date_end": day,
            "date_precision": "day",
            "country": "PAK",
            "place": place,
            "latitude": chunk.numbers("geo_lat", low=-90, high=90),
            "longitude": chunk.numbers("geo_lon", low=-180, high=180),
            "actor": "United States",
            "target": target.mask(target.str.casefold().isin(_UNCLEAR)),
            "killed_low": chunk.integers("total_low"),
            "killed_high": chunk.integers("total_high"),
            "civilians_low": chunk.integers("civilians_low"),
            "civilians_high": chunk.integers("civilians_high"),
            "source": _NAME,
            "citation": "New America, Counterterrorism Wars: Pakistan, strike of "
            + stamp
            + f" ({chunk.file})",
            "event_type": "ASSAULT",
            "event_mode": mode.mask(chunk.text("strike_type").str.casefold().eq(_DRONE_OR_AIR).fillna(False)),
            "actor_country": "USA",
            "unknown_low": chunk.integers("unknown_low"),
            "unknown_high": chunk.integers("unknown_high"),
        },
    )


def _slug(place: str) -> str:
    name = unicodedata.normalize("NFKD", place.split("|")[0]).encode("ascii", "ignore").decode()
    return "-" + re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


FORMAT = Format(
    name=_NAME,
    codebook="https://www.newamerica.org/international-security/reports/americas-counterterrorism-wars/",
    needed=(
        *("date", "village", "region", "total_low", "total_high", "civilians_low", "civilians_high"),
        *("unknown_low", "unknown_high", "geo_lat", "geo_lon"),
    ),
    optional=("province", "target_organization_name", "strike_type"),
    signs=frozenset({"date", "village", "total_low", "target_organization_name"}),
    convert=_convert,
    numbered=True,
)
