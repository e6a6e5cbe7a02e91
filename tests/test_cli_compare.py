"""`dateline compare`: what it takes, what it prints, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main

TEXT = """Grain And Guns: What Odessa's Blockade Cost

By Mira Dahl

On 14 May 1993 the Malian army shelled Kidal, killing 12 civilians. France condemned the attack. The Zorani \
Brigade attacked Gao.
"""
CODEBOOK = """[[organisations]]
name = "Zorani Brigade"
kind = "group"
country = "MLI"
sector = "REB"
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An article."""
    return written(tmp_path / "old.txt", TEXT)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The same with another number."""
    return written(tmp_path / "new.txt", TEXT.replace("12 civilians", "21 civilians"))


@pytest.fixture
def record(tmp_path: Path, root: Path) -> Path:
    """A record with no row in any table."""
    source, folder = root / "data" / "reference", tmp_path / "record"
    folder.mkdir()
    (folder / "datapackage.json").write_bytes((source / "datapackage.json").read_bytes())
    for path in source.glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        (folder / path.name).write_text(header + "\n", encoding="utf-8")
    return folder


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def folder(article: Path) -> Path:
    """The tables of an article, as `dateline parse` writes them."""
    out = article.with_suffix("")
    assert run("parse", article, "--out", out).exit_code == 0
    return out


def test_two_articles_that_differ_end_with_1_and_the_words_in_brackets(
    old: Path, new: Path, record: Path
) -> None:
    result = run("compare", old, new, "--reference", record, "--table", "figures", "--width", 90)
    assert result.exit_code == 1
    assert "1 row changed, in 1 table." in result.stdout
    assert "  low: 12 → 21\n" in result.stdout
    assert "killing [21] civilians" in result.stdout


def test_two_that_are_equal_end_with_0(old: Path) -> None:
    result = run("compare", folder(old), folder(old))
    assert result.exit_code == 0
    assert result.stdout.endswith("No row differs.\n")


def test_a_folder_and_an_article_are_compared_without_findings_where_it_has_none(
    old: Path, new: Path
) -> None:
    tables = folder(old)
    assert run("compare", tables, old).exit_code == 0
    result = run("compare", tables, new)
    assert result.exit_code == 1
    assert "has no findings" in result.stderr
    assert "findings" not in result.stdout


def test_a_codebook_against_the_one_that_comes_with_dateline(old: Path, tmp_path: Path, record: Path) -> None:
    mine = written(tmp_path / "mine.toml", CODEBOOK)
    result = run("compare", "-", mine, "--article", old, "--reference", record, "--format", "json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert any(row["table"] == "events" and row["column"] == "source_sector" for row in rows), rows


def test_a_codebook_that_says_nothing_of_the_article_changes_nothing(
    old: Path, tmp_path: Path, record: Path
) -> None:
    mine = written(tmp_path / "mine.toml", CODEBOOK.replace("Zorani", "Kamori"))
    assert run("compare", "-", mine, "--article", old, "--reference", record).exit_code == 0


def test_csv_is_safe_to_open_in_a_spreadsheet(old: Path, new: Path, record: Path) -> None:
    written(new, TEXT.replace("Kidal, killing", "=HYPERLINK(1), killing"))
    result = run("compare", folder(old), new, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0])[:4] == ["table", "row_id", "change", "column"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_html_goes_to_a_file_and_runs_nothing(old: Path, new: Path, tmp_path: Path) -> None:
    written(new, TEXT.replace("Kidal, killing", "<script>alert(1)</script> Kidal, killing"))
    out = tmp_path / "deep" / "changes.html"
    result = run("compare", folder(old), new, "--format", "html", "--out", out)
    page = out.read_text(encoding="utf-8")
    assert result.stdout.startswith(f"{out}: ")
    assert "default-src 'none'" in page and "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_sidecar_on_one_side_only_is_told(old: Path, new: Path, record: Path) -> None:
    written(new.with_suffix(".toml"), 'published = "1993-06-01"\n')
    result = run("compare", old, new, "--reference", record, "--table", "times")
    assert "new.toml beside it, and" in result.stderr


def test_what_is_not_there_ends_with_2(old: Path, tmp_path: Path) -> None:
    assert run("compare", old, tmp_path / "none.txt").exit_code == 2
    result = run("compare", tmp_path / "none.toml", "-", "--article", old)
    assert result.exit_code == 2
    assert "none.toml: no such file" in result.stderr


def test_a_folder_without_tables_ends_with_2(old: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("compare", tmp_path / "empty", old)
    assert result.exit_code == 2
    assert "there are no tables here" in result.stderr
