"""``dateline codebook`` and the option ``--codebook``: what they print, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import notebooks
from dateline.cli import main
from dateline.tables import Tables

GROUP = '[[organisations]]\nname = "Harbour Dawn"\nkind = "group"\nsector = "REB"\ncountry = "PER"\n'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(GROUP, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "port.txt"
    path.write_text("The Harbour Dawn attacked Chile on 3 May 1991.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [[], ["list"], ["show"], ["search"], ["validate"]])
def test_help_has_an_example(command: list[str]) -> None:
    result = run("codebook", *command, "--help")
    assert result.exit_code == 0
    assert "Example:\n    dateline codebook " in result.output


def test_list_has_every_chapter_and_the_users_entries(mine: Path) -> None:
    result = run("codebook", "list", "--codebook", mine)
    lines = result.output.splitlines()
    assert len(lines) == 23
    assert [line.split()[0] for line in lines if " 1 yours " in line] == ["organisations"]


def test_show_prints_an_entry_by_any_of_its_words() -> None:
    result = run("codebook", "show", "organisations", "taleban")
    assert "name       Taliban\n" in result.output
    assert "sector     REB\n" in result.output


def test_show_prints_a_chapter_that_can_be_edited() -> None:
    result = run("codebook", "show", "light_verbs", "--format", "csv")
    header, *rows = csv.reader(io.StringIO(result.output))
    assert header == ["lemma", "effect", "reference"]
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("organisation",), "there is no chapter 'organisation'; did you mean 'organisations'?"),
        (("offices", "Zo"), "nothing in offices goes by 'Zo'"),
    ],
)
def test_show_tells_what_there_is_not(arguments: tuple[str, ...], told: str) -> None:
    result = run("codebook", "show", *arguments)
    assert result.exit_code == 2
    assert told in result.output


def test_search_tells_the_entry_its_code_and_the_sentence() -> None:
    result = run("codebook", "search", "condemned")
    assert result.output.startswith(
        "verb:condemn: ACCUSE/disapprove 111 Criticize or denounce, Goldstein -2\n"
    )
    assert "in “Brazil condemned Chile.”: Brazil → Chile, actual" in result.output


def test_search_prints_json() -> None:
    answer = json.loads(run("codebook", "search", "--format", "json", "condemned").output)
    assert answer["codings"][0]["rule"] == "verb:condemn"


def test_validate_prints_every_problem_and_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[areas]]\nname = "Zo"\ncolour = "red"\n[[offices]]\ntitle = "Doge"\nuse = "rarely"\n', "utf-8"
    )
    result = run("codebook", "validate", path)
    assert result.exit_code == 1
    assert result.stdout.count(f"{path}: ") == 2
    assert result.stderr == "dateline: 2 problems\n"


def test_validate_ends_with_0_where_nothing_is_wrong(mine: Path) -> None:
    result = run("codebook", "validate", mine)
    assert result.exit_code == 0, result.output
    assert result.output.endswith("1 of them yours: nothing wrong\n")


def test_parse_writes_what_the_users_entries_change(article: Path, mine: Path, tmp_path: Path) -> None:
    result = run("parse", article, "--out", tmp_path / "out", "--codebook", mine)
    assert result.exit_code == 0, result.output
    tables = Tables.read(tmp_path / "out")
    assert list(tables.events["source_country"]) == ["PER"]
    assert tables.articles["codebook"][0].startswith("mine.toml@")


def test_show_and_explain_take_the_users_entries(article: Path, mine: Path) -> None:
    assert "PER" in run("show", article, "entities", "--codebook", mine).output
    assert "PER REB" in run("explain", article, "e_", "--codebook", mine).output


def test_a_mistake_in_a_file_ends_with_2_before_anything_is_written(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[organisation]]\nname = "Zo"', encoding="utf-8")
    result = run("parse", article, "--out", tmp_path / "out", "--codebook", path)
    assert result.exit_code == 2
    told = f"dateline: {path}: organisation: there is no such chapter; did you mean 'organisations'?\n"
    assert result.stderr == told
    assert not (tmp_path / "out").exists()


def test_notebooks_are_told_of_the_files(article: Path, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in notebooks.environment("profile", notebooks.given([mine])).items():
        monkeypatch.setenv(name, value)
    assert list(notebooks.load(article)[0].events["source_country"]) == ["PER"]


def test_notebooks_know_of_no_file_but_those_they_are_told_of(mine: Path) -> None:
    told = notebooks.environment("profile", notebooks.given([mine]))
    silent = notebooks.environment("profile")
    assert [name for name in told if told[name] != silent[name]] == ["DATELINE_CODEBOOKS"]
    assert not silent["DATELINE_CODEBOOKS"]
