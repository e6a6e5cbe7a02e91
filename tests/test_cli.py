"""The command line: what it writes, what it prints where, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import __version__
from dateline.cli import main
from dateline.records import TABLES
from dateline.tables import Tables

TEXT = "Talks on the Strait\n\nBy A. Writer\n\nOn 3 May 1998 envoys met in Geneva. They will meet again.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "strait.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_tells_its_version() -> None:
    assert run("--version").output == f"dateline, version {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["parse"],
        ["show"],
        ["check"],
        ["explain"],
        ["evaluate"],
        ["run"],
        ["compare"],
        ["verify"],
        ["refresh"],
    ],
)
def test_help_has_an_example(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example:\n    dateline " in result.output


def test_python_runs_it_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"dateline, version {__version__}\n")


@pytest.mark.parametrize("format", ["csv", "parquet", "json"])
def test_parse_writes_a_file_for_each_table(article: Path, tmp_path: Path, format: str) -> None:
    result = run("parse", article, "--out", tmp_path / "out", "--format", format)
    assert result.exit_code == 0, result.output
    files = {path.name for path in (tmp_path / "out").iterdir()}
    assert files == {"article.txt", *(f"{name}.{format}" for name in TABLES)}


def test_parse_writes_one_workbook(article: Path, tmp_path: Path) -> None:
    assert run("parse", article, "--out", tmp_path / "out", "--format", "xlsx").exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"article.txt", "tables.xlsx"}


def test_several_articles_get_a_folder_each(article: Path, tmp_path: Path) -> None:
    other = article.with_name("canal.txt")
    other.write_text(TEXT.replace("Strait", "Canal"), encoding="utf-8")
    assert run("parse", article, other, "--out", tmp_path / "out").exit_code == 0
    assert Tables.read(tmp_path / "out" / "canal").text.startswith("Talks on the Canal")
    assert Tables.read(tmp_path / "out" / "strait").text.startswith("Talks on the Strait")


def test_two_articles_of_one_name_are_refused(article: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / article.name
    other.write_text(TEXT, encoding="utf-8")
    result = run("parse", article, other, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert f"dateline: {other}: has the same name as {article}" in result.stderr


def test_progress_goes_to_stderr_and_results_to_stdout(article: Path, tmp_path: Path) -> None:
    result = run("parse", article, "--out", tmp_path / "out")
    assert result.stderr == f"reading {article}\n"
    assert result.stdout.startswith(f"{tmp_path / 'out'}: ")


def test_an_article_that_is_not_there_ends_with_2_and_its_name(tmp_path: Path) -> None:
    result = run("parse", tmp_path / "none.txt", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert f"dateline: {tmp_path / 'none.txt'}: " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 400])
def test_an_empty_or_binary_article_ends_with_2(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    result = run("show", path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"dateline: {path}: ")


def test_a_malformed_sidecar_ends_with_2(article: Path) -> None:
    article.with_suffix(".toml").write_text("published = \n", encoding="utf-8")
    result = run("show", article)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"dateline: {article.with_suffix('.toml')}")


def test_a_folder_that_is_a_file_ends_with_2(article: Path, tmp_path: Path) -> None:
    result = run("parse", article, "--out", article)
    assert result.exit_code == 2
    assert f"dateline: {article}" in result.stderr


@pytest.mark.parametrize("arguments", [["parse"], ["show"], ["nonsense"], ["parse", "a.txt"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_show_gives_an_overview(article: Path) -> None:
    result = run("show", article)
    assert result.exit_code == 0
    assert "Talks on the Strait" in result.stdout
    assert all(f"\n{name} " in result.stdout for name in TABLES if name != "articles")


@pytest.mark.parametrize("table", TABLES)
def test_show_keeps_to_the_width(article: Path, table: str) -> None:
    result = run("show", article, table, "--width", "100")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_show_prints_the_evidence_in_full(article: Path) -> None:
    result = run("show", article, "sentences", "--width", "120")
    assert "On 3 May 1998 envoys met in Geneva." in result.stdout


def test_an_unknown_table_ends_with_2_and_the_tables_there_are(article: Path) -> None:
    result = run("show", article, "event")
    assert result.exit_code == 2
    assert "'events'" in result.stderr


def test_nothing_in_an_article_steers_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "steering.txt"
    path.write_text(
        "Talks\n\nThe envoy \x1b[2Jleft\u202e on 3 May 1998.\x9b31m He came back.\n", encoding="utf-8"
    )
    for table in ("sentences", "times"):
        output = run("show", path, table).stdout
        assert not set(output) & {"\x1b", "\u202e", "\x9b"}


@pytest.mark.parametrize("command", ["verify", "refresh"])
def test_a_notebook_that_is_not_there_ends_with_2(tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path / "none.ipynb")
    assert result.exit_code == 2
    assert "none.ipynb' does not exist" in result.stderr


@pytest.mark.parametrize("command", ["verify", "refresh", "run"])
def test_a_project_without_notebooks_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    result = run(command)
    assert result.exit_code == 2
    assert "there is no" in result.stderr


def test_a_text_that_is_not_in_english_is_told(tmp_path: Path, article: Path) -> None:
    path = tmp_path / "rhin.txt"
    path.write_text("La Chine a condamné les manœuvres de Taïwan et rappelé son ambassadeur. " * 5)
    done = run("show", path)
    assert done.exit_code == 0
    assert "rhin.txt: does not look like English, the one language that is read" in done.stderr
    assert run("show", article).stderr == ""
