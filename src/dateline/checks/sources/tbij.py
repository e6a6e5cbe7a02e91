"""The Bureau of Investigative Journalism's strikes: the workbook, or its sheet as CSV.

For ``sources.read``. Columns as published at https://www.thebureauinvestigates.com/projects/drone-war/.
The workbook's sheet of yearly sums is formulas whose results are lost in most copies; the strikes
themselves are read, and the sums are for whoever wants them. Days are written 17/03/2011 in CSV exports
and 2011-03-17 in those made with other programmes.
"""

from __future__ import annotations

import re

import pandas as pd

from .frame import Chunk, Format, frame, places

_NAME = "TBIJ"

#: The country is in the strike's code only: in Pakistan B (under Bush), Ob (Obama), T (Trump).
_COUNTRIES = {"b": "PAK", "ob": "PAK", "t": "PAK", "yem": "YEM", "som": "SOM", "afg": "AFG"}
_CODE = re.compile(r"([A-Za-z]+)")

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S")


def _convert(chunk: Chunk) -> pd.DataFrame:
    code = chunk.text("Strike ID", needed="the strike's code, such as Ob202")
    day = chunk.dates("Date", _DAYS, expected="a day as 17/03/2011 or 2011-03-17")
    country = code.str.extract(_CODE, expand=False).str.casefold().map(_COUNTRIES).astype("string")
    in_pakistan = country.eq("PAK").fillna(False)
    actor = pd.Series("United States", index=code.index, dtype="string")
    mode = pd.Series(pd.NA, index=code.index, dtype="string")
    return frame(
        chunk,
        {
            "incident_id": "tbij-" + code,
            "date_start": day,
            "date_end": day,
            "date_precision": "day",
            "country": country,
            "place": places(chunk.text("Location"), chunk.text("Area")),
            # The sheets of other countries have air raids, ground raids and strikes by others, too.
            "actor": actor.mask(in_pakistan, "United States|CIA drones"),
            "event_mode": mode.mask(in_pakistan, "drone"),
            "killed_low": chunk.integers("Minimum total people killed"),
            "killed_high": chunk.integers("Maximum total people killed"),
            "civilians_low": chunk.integers("Minimum civilians reported killed"),
            "civilians_high": chunk.integers("Maximum civilians reported killed"),
            "source": _NAME,
            "citation": "The Bureau of Investigative Journalism, US strikes, " + code + f" ({chunk.file})",
            "event_type": "ASSAULT",
            "actor_country": "USA",
        },
    )


FORMAT = Format(
    name=_NAME,
    codebook="https://www.thebureauinvestigates.com/projects/drone-war/",
    needed=(
        "Strike ID",
        "Date",
        "Location",
        "Minimum total people killed",
        "Maximum total people killed",
        "Minimum civilians reported killed",
        "Maximum civilians reported killed",
    ),
    optional=("Area",),
    signs=frozenset({"Strike ID", "Date", "Minimum total people killed"}),
    convert=_convert,
)
