"""How long things take, measured and not asserted: ``make benchmark``.

Meant to hold on a laptop: import under 0.5 s, ``dateline parse`` of one article under 2 s, parsing with
everything loaded under 15 ms to records and 30 ms to DataFrames, and time in proportion to the text.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import dateline
from dateline import parsing

ARTICLE = Path(__file__).resolve().parents[1] / "data" / "articles" / "2011-04-25_ashraf_us-pakistan.txt"


@pytest.fixture(scope="module")
def article() -> dateline.Article:
    return dateline.read(ARTICLE)


def test_read(benchmark: BenchmarkFixture) -> None:
    benchmark(dateline.read, ARTICLE)


def test_parse_to_records(benchmark: BenchmarkFixture, article: dateline.Article) -> None:
    benchmark(parsing.extract, article)


def test_parse_to_frames(benchmark: BenchmarkFixture, article: dateline.Article) -> None:
    benchmark(lambda: dict(dateline.parse(article)))


@pytest.mark.parametrize("words", [1_250, 2_500, 5_000, 10_000])
def test_parse_grows_with_the_text(benchmark: BenchmarkFixture, words: int) -> None:
    """The articles of the tests one after another, up to so many words."""
    paths = [ARTICLE, *sorted((ARTICLE.parents[2] / "tests" / "articles" / "texts").glob("*.txt"))]
    together = "\n\n".join(path.read_text("utf-8") for path in paths).split(" ")
    text = " ".join((together * (words // len(together) + 1))[:words])
    benchmark.pedantic(parsing.extract, args=(dateline.from_text(text),), rounds=5, warmup_rounds=1)


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
