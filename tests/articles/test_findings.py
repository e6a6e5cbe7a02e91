"""Whole articles held against themselves and the project's reference: nothing wrong is missed that the key
names, and nothing is called wrong or contested that it does not name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import score

import dateline
from dateline.judged import Judged, judged

KEYS = sorted(Path(__file__).parent.glob("*.toml"))
NAMES = [path.stem for path in KEYS]
ROWS = [
    pytest.param(path, row, id=f"{path.stem}-{row['words']}")
    for path in KEYS
    for row in score.load(path).get("findings", [])
]


@cache
def found(path: Path) -> tuple[str, tuple[Judged, ...]]:
    tables = dateline.parse(dateline.read(score.article_path(score.load(path))))
    tables.findings = dateline.check(tables)
    return tables.text, tuple(judged(tables))


def is_meant(text: str, one: Judged, row: dict[str, Any]) -> bool:
    start, end = score.find(text, row["words"])
    return (one.check, one.verdict) == (row["check"], row["verdict"]) and (
        one.start is not None and one.end is not None and one.start < end and start < one.end
    )


@pytest.mark.parametrize(("path", "row"), ROWS)
def test_what_a_key_names_is_found_with_its_citation(path: Path, row: dict[str, Any]) -> None:
    text, results = found(path)
    meant = [one for one in results if is_meant(text, one, row)]
    assert meant
    assert all(held.source and held.citation for one in meant for held in one.sources)


@pytest.mark.parametrize("path", KEYS, ids=NAMES)
def test_nothing_else_is_called_wrong_or_contested(path: Path) -> None:
    text, results = found(path)
    key = score.load(path).get("findings", [])
    alarms = [one for one in results if one.verdict in ("disagrees", "contested")]
    assert [one for one in alarms if not any(is_meant(text, one, row) for row in key)] == []
