"""How long a full UCDP GED file takes, and how much memory: ``make benchmark``.

The file is generated, as long and about as large as a release of these years (400,000 events, 49 columns,
more than 200 MB), with headlines and sources that are read past. Each reading has a process of its own, for a
process only knows the most memory it ever held; that is asserted, time is measured.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from dateline.checks.sources.ucdp import POSITIONS

EVENTS = 400_000
_FIRST = date(1989, 1, 1)
_STATES = ("Afghanistan", "Colombia", "DR Congo (Zaire)", "Pakistan", "Sri Lanka", "Yemen (North Yemen)")
_HEADLINE = "Officials say that fighting went on near the town; residents and hospitals give other numbers"
_READ = """
import json, resource, sys
from dateline.checks import sources
rows = sources.read(sys.argv[1], **json.loads(sys.argv[2]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": len(rows), "peak_mb": peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)}))
"""


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ged") / "events.csv"
    draw = random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, POSITIONS, restval="")
        writer.writeheader()
        writer.writerows(_event(number, draw) for number in range(EVENTS))
    assert path.stat().st_size > 200_000_000
    return path


@pytest.mark.parametrize(
    "wanted",
    [{}, {"countries": ["PAK"]}, {"countries": ["PAK"], "since": "2011-01-01", "until": "2011-12-31"}],
    ids=["whole", "country", "country-and-year"],
)
def test_full_ged_file(benchmark: BenchmarkFixture, full_file: Path, wanted: dict[str, object]) -> None:
    command = [sys.executable, "-c", _READ, str(full_file), json.dumps(wanted)]
    told = benchmark.pedantic(
        subprocess.run,
        args=(command,),
        kwargs={"check": True, "capture_output": True, "text": True},
        rounds=1,
    )
    found = json.loads(told.stdout)
    benchmark.extra_info.update(found)
    print(f"\n{found['rows']} rows, {found['peak_mb']:.0f} MB at most")
    assert found["rows"] == EVENTS if not wanted else 0 < found["rows"] < EVENTS / 4
    assert found["peak_mb"] < 600


def _event(number: int, draw: random.Random) -> dict[str, object]:
    day = _FIRST + timedelta(days=number * 13_000 // EVENTS)
    state, killed = draw.choice(_STATES), draw.randrange(30)
    town, group = draw.randrange(3_000), draw.randrange(60)
    north, east = 5 + town / 100, 40 + town / 90
    return {
        "id": number + 1,
        "relid": f"XXX-{day.year}-1-{group}-{number}",
        "year": day.year,
        "active_year": 1,
        "code_status": "Clear",
        "type_of_violence": 3 if killed % 7 == 0 else 1,
        "conflict_name": f"{state}: Government",
        "dyad_name": f"Government of {state} - Front {group}",
        "side_a": f"Government of {state}",
        "side_b": f"Front {group}",
        "number_of_sources": 2,
        "source_article": f'"Agency,{day},{_HEADLINE}";"Daily,{day},{_HEADLINE}"',
        "source_headline": f"{_HEADLINE};{_HEADLINE}",
        "source_date": f"{day};{day}",
        "where_prec": 1,
        "where_coordinates": f"Town {town}",
        "where_description": f"Near town {town}",
        "adm_1": f"Province {town // 100}",
        "adm_2": f"District {town // 10}",
        "latitude": f"{north:.6f}",
        "longitude": f"{east:.6f}",
        "geom_wkt": f"POINT ({east:.6f} {north:.6f})",
        "country": state,
        "date_prec": 1,
        "date_start": f"{day} 00:00:00.000",
        "date_end": f"{day} 00:00:00.000",
        "deaths_a": 0,
        "deaths_b": killed,
        "deaths_civilians": 0,
        "deaths_unknown": 0,
        "best": killed,
        "high": killed + 2,
        "low": killed,
    }
