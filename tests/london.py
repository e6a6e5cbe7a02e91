"""A folder of reference tables with one incident, as two sources have it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path


def write(source: Path, folder: Path) -> None:
    """The tables of ``source``, emptied but for that incident."""
    shutil.copy(source / "datapackage.json", folder)
    for path in source.glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        (folder / path.name).write_text(header + "\n", encoding="utf-8")
    with (folder / "incidents.csv").open("a", encoding="utf-8", newline="") as file:
        header = (source / "incidents.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        csv.DictWriter(file, header, lineterminator="\n").writerows([_row("Coroner", 52), _row("Daily", 56)])


def _row(source: str, killed: int) -> dict[str, object]:
    return {
        "incident_id": f"london-2005-{source.lower()}",
        "incident": "london-2005",
        "name": "Bombs in London",
        "date_start": "2005-07-07",
        "date_end": "2005-07-07",
        "date_precision": "day",
        "event_type": "ASSAULT",
        "actor": "al-Qaeda",
        "target": "commuters",
        "country": "GBR",
        "place": "London",
        "killed_best": killed,
        "source": source,
        "citation": f"{source}, 2011: {killed} killed",
    }
