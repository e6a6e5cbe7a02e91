"""Gold files through the whole pipeline, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import dateline
from dateline import parsing
from dateline.article import Article
from dateline.cli import main

EVENTS = [
    {
        "id": "chad",
        "text": "Chad expelled two Libyan diplomats.",
        "event_type": ["SANCTION"],
        "event_text": "expelled",
        "source": [{"text": "Chad", "country": "TCD", "sector": None}],
        "target": [{"text": "two Libyan diplomats", "country": "LBY", "sector": "GOV"}],
    },
    {"id": "paint", "text": "The old mill was painted green.", "event_type": []},
    {"id": "iceland", "text": "Iceland bombed Norway.", "event_type": ["AID"], "event_text": "bombed"},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written(tmp_path / "events.jsonl", EVENTS)


def written(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_each_line_is_parsed_and_scored(gold: Path) -> None:
    scores = dateline.evaluate(gold)
    assert scores.f1 == {"types": 0.5}
    assert [(miss.id, miss.wrong) for miss in scores.misses] == [
        ("iceland", ("missing AID", "extra ASSAULT"))
    ]


def test_several_files_are_scored_together(gold: Path, tmp_path: Path) -> None:
    causes = [
        {"text": "Because it rained, the talks were put off.", "causal": True},
        {"text": "The talks were held in Accra.", "causal": False},
    ]
    scores = dateline.evaluate([gold, written(tmp_path / "causes.jsonl", causes)])
    assert scores.f1 == {"types": 0.5, "causes": 1}


def test_times_are_counted_from_the_day_of_publication(tmp_path: Path) -> None:
    when = {"start": 19, "end": 28, "earliest": "1992-03-09", "latest": "1992-03-09"}
    line = {
        "text": "The envoys met here yesterday.",
        "published": "1992-03-10",
        "times": [when | {"start": 20, "end": 29}],
    }
    assert dateline.evaluate(written(tmp_path / "times.jsonl", [line])).f1 == {"times": 1}


def test_the_extraction_can_be_another(gold: Path) -> None:
    def nothing(article: Article) -> dict[str, list[Any]]:
        return parsing.extract(article) | {"events": []}

    assert dateline.evaluate(str(gold), extract=nothing).f1 == {"types": 0}


def test_it_is_the_same_on_every_run(gold: Path) -> None:
    assert dateline.evaluate(gold).json(misses=True) == dateline.evaluate(gold).json(misses=True)


def test_the_command_prints_the_scores_and_tells_what_it_does(gold: Path) -> None:
    result = run(gold)
    assert result.exit_code == 0
    assert result.stderr == f"evaluating {gold}: 3 texts\n"
    assert result.stdout.startswith("Event types\n\ntype      support  emitted  right      P      R     F1")
    assert "Misses" not in result.stdout


def test_misses_name_line_rule_and_words(gold: Path) -> None:
    told = run(gold, "--misses").stdout
    assert f"{gold}, line 3 iceland: missing AID; extra ASSAULT\n  Iceland «[bombed]» Norway.\n" in told
    assert "emitted: bombed: ASSAULT/aerial 195 Iceland (ISL) → Norway (NOR), actual, by verb:bomb" in told


def test_json_has_every_sheet(gold: Path) -> None:
    told = json.loads(run(gold, "--format", "json").stdout)
    assert list(told) == ["types", "sentences", "confusion", "actors"]


def test_csv_is_one_long_table(gold: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(gold, "--format", "csv", "--misses").stdout)))
    assert {"sheet": "types", "row": "micro", "column": "support", "value": "2"} in rows
    assert {"sheet": "misses", "row": "1", "column": "wrong", "value": "missing AID; extra ASSAULT"} in rows


def test_the_scores_may_go_to_a_file(gold: Path, tmp_path: Path) -> None:
    result = run(gold, "--out", tmp_path / "scores.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "scores.txt").read_text("utf-8").startswith("Event types\n")


@pytest.mark.parametrize(("floor", "code"), [("0.5", 0), ("0.51", 1)])
def test_an_f1_under_the_floor_ends_with_1(gold: Path, floor: str, code: int) -> None:
    result = run(gold, "--fail-under", floor)
    assert result.exit_code == code
    assert ("dateline: F1 under 0.51: types 0.500" in result.stderr) == bool(code)


def test_a_line_that_cannot_be_scored_ends_with_2(gold: Path) -> None:
    gold.write_text(gold.read_text("utf-8") + "no json\n", encoding="utf-8")
    result = run(gold)
    assert result.exit_code == 2
    assert result.stderr == f"dateline: {gold}, line 4: is not JSON; expected one JSON object a line\n"


@pytest.mark.parametrize("arguments", [[], ["none.jsonl"], ["none.jsonl", "--fail-under", "2"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_examples_of_the_documentation_are_gold(tmp_path: Path) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "evaluation.md"
    example = page.read_text("utf-8").partition("```json\n")[2].partition("```")[0]
    path = tmp_path / "gold.jsonl"
    path.write_text(example, encoding="utf-8")
    scores = dateline.evaluate(path)
    assert scores.f1 == {"types": 1, "cameo": 1, "times": 1, "causes": 1}
    assert scores.misses == ()
