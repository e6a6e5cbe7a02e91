"""Whole articles against what a careful human coder finds in them: every table, at the floors its key names.

A failure lists each missed, surplus and wrong row with its words. `python -m tests.articles.score`
prints the same for all tables at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import score

import dateline

KEYS = sorted(Path(__file__).parent.glob("*.toml"))
NAMES = [path.stem for path in KEYS]


@cache
def scores(path: Path) -> dict[str, score.Score]:
    return score.scores_of(path)


@pytest.mark.parametrize("path", KEYS, ids=NAMES)
def test_every_row_of_a_key_stands_in_its_article(path: Path) -> None:
    key = score.load(path)
    assert score.problems(key, dateline.read(score.article_path(key)).text) == []


@pytest.mark.parametrize(
    ("path", "table"),
    [
        pytest.param(path, table, id=f"{path.stem}-{table}")
        for path in KEYS
        for table in score.load(path)["floors"]
    ],
)
def test_an_article_is_coded_at_least_as_well_as_its_key_asks(path: Path, table: str) -> None:
    result = scores(path)[table]
    below = result.below(score.load(path)["floors"][table])
    shown = ", ".join(f"{name} {reached:.2f} < {floor:.2f}" for name, (reached, floor) in below.items())
    assert not below, f"{shown}\n{score.report([result])}"
