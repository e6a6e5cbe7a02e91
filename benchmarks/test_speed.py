"""How long things take, measured and not asserted: ``make benchmark``.

Meant to hold on a laptop: import under 0.5 s, ``dateline parse`` of one article under 2 s, parsing with
everything loaded, all DataFrames built, under 25 ms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import dateline

ARTICLE = Path(__file__).resolve().parents[1] / "data" / "articles" / "2011-04-25_ashraf_us-pakistan.txt"


@pytest.fixture(scope="module")
def article() -> dateline.Article:
    return dateline.read(ARTICLE)


def test_read(benchmark: BenchmarkFixture) -> None:
    benchmark(dateline.read, ARTICLE)


def test_parse_to_records(benchmark: BenchmarkFixture, article: dateline.Article) -> None:
    benchmark(dateline.parse, article)


def test_parse_to_frames(benchmark: BenchmarkFixture, article: dateline.Article) -> None:
    benchmark(lambda: dict(dateline.parse(article)))


@pytest.mark.parametrize("format", ["csv", "parquet", "json", "xlsx"])
def test_write(benchmark: BenchmarkFixture, article: dateline.Article, tmp_path: Path, format: str) -> None:
    tables = dateline.parse(article)
    benchmark(tables.write, tmp_path, format)


@pytest.mark.parametrize(
    "arguments",
    [
        ["-c", "import dateline"],
        ["-m", "dateline", "--help"],
        ["-m", "dateline", "show", str(ARTICLE), "events"],
        ["-m", "dateline", "parse", str(ARTICLE), "--out", "OUT"],
    ],
    ids=["import", "help", "show", "parse"],
)
def test_command(benchmark: BenchmarkFixture, tmp_path: Path, arguments: list[str]) -> None:
    command = [sys.executable, *(str(tmp_path) if part == "OUT" else part for part in arguments)]
    benchmark.pedantic(
        subprocess.run,
        args=(command,),
        kwargs={"check": True, "capture_output": True},
        rounds=5,
        warmup_rounds=1,
    )
