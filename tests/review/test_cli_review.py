"""`dateline review`: write the sheet, fill it in, apply it, and see what became of it."""

from __future__ import annotations

import csv
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner, Result

from dateline import review
from dateline.cli import main
from dateline.cli_review import review as command

ARTICLE = "articles/bosnia.txt"
KEPT = Path("reviews/bosnia.csv")


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    if "review" not in main.commands:
        monkeypatch.setitem(main.commands, "review", command)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["review", *map(str, arguments)])


def fill_in(path: Path, trigger: str, **cells: str) -> None:
    """Write a decision beside the event with that trigger, as somebody does in a text editor."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        separator = ";" if file.readline().count(";") else ","
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=separator))
    for row in rows:
        if f"[[{trigger}]]" in row["evidence"]:
            row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def apply(*more: str) -> Result:
    return run(ARTICLE, "--apply", "s.csv", "--reviewer", "Ana Kovač", "--date", "2026-02-03", *more)


@pytest.fixture
def sheet(project: Path) -> Path:
    assert run(ARTICLE, "--table", "events", "--out", "s.csv").exit_code == 0
    return Path("s.csv")


def test_the_sheet_stands_beside_the_review(project: Path) -> None:
    done = run(ARTICLE)
    assert done.exit_code == 0, done.output
    assert Path("reviews/bosnia.sheet.xlsx").is_file()
    assert (
        "Fill it in, then: dateline review articles/bosnia.txt --apply reviews/bosnia.sheet.xlsx"
        in done.output
    )
    assert "findings" in openpyxl.load_workbook("reviews/bosnia.sheet.xlsx").sheetnames


def test_the_command_that_is_told_can_be_copied_though_a_name_has_spaces(project: Path) -> None:
    Path(ARTICLE).rename("articles/Bosnia & after.txt")
    assert (
        "--apply 'reviews/Bosnia & after.sheet.xlsx' --reviewer NAME"
        in run("articles/Bosnia & after.txt").output
    )


def test_what_is_filled_in_is_kept_as_the_review(sheet: Path) -> None:
    fill_in(sheet, "sent", action="change", column="status", value="planned", reason="announced only")
    done = apply()
    assert done.output == "reviews/bosnia.csv: 1 correction added, 0 revised, 0 there already; 1 in force\n"
    (one,) = review.read(KEPT)
    assert (one.value, one.reviewer, one.machine, str(one.date)) == (
        "planned",
        "Ana Kovač",
        "actual",
        "2026-02-03",
    )


def test_a_mistake_leaves_the_review_as_it_was(sheet: Path) -> None:
    fill_in(sheet, "sent", action="drop", reason="told elsewhere")
    apply()
    before = KEPT.read_bytes()
    fill_in(sheet, "bombed", action="change", column="status", value="soon", reason="so")
    done = apply()
    assert (done.exit_code, KEPT.read_bytes()) == (2, before)
    assert "dateline: s.csv, line " in done.stderr


def test_a_sheet_with_nothing_in_it_is_told(sheet: Path) -> None:
    done = apply()
    assert done.exit_code == 2
    assert "nothing is filled in; write accept, change, drop or add beside a row" in done.stderr
    assert not KEPT.exists()


def test_a_new_sheet_has_the_corrections_and_keeps_what_was_begun(sheet: Path) -> None:
    fill_in(sheet, "sent", action="drop", reason="told elsewhere")
    apply()
    fill_in(sheet, "bombed", reason="look at the date")
    done = run(ARTICLE, "--table", "events", "--out", "s.csv")
    assert "Kept what was filled in there: 2 lines." in done.output
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["evidence"]: row for row in csv.DictReader(file) if row["reason"]}
    assert [row["reason"] for row in rows.values()] == ["look at the date", "told elsewhere"]


def test_the_status_of_a_review_in_order(sheet: Path) -> None:
    fill_in(sheet, "sent", action="change", column="status", value="planned", reason="announced only")
    apply()
    done = run(ARTICLE, "--status")
    assert done.exit_code == 0
    assert "1 correction by Ana Kovač; 1 in force, 0 to look at again" in done.output
    assert "change status to planned (was actual); Ana Kovač, 2026-02-03: announced only" in done.output


def test_the_status_after_the_article_was_edited(sheet: Path) -> None:
    fill_in(sheet, "sent", action="change", column="status", value="planned", reason="announced only")
    apply()
    article = Path(ARTICLE)
    article.write_text(article.read_text(encoding="utf-8").replace("5,000", "6,000"), encoding="utf-8")
    done = run(ARTICLE, "--status")
    assert done.exit_code == 1
    assert "Without a place (kept in the file, not in force):" in done.output
    assert "Britain then [[sent]] 5,000 soldiers to Bosnia." in done.output
    old, new = done.output.partition("--move ")[2].split()[:2]
    assert run(ARTICLE, "--move", old, new).exit_code == 0
    assert run(ARTICLE, "--status").exit_code == 0
    assert [one.row_id for one in review.read(KEPT)] == [new]


def test_the_status_without_a_review(project: Path) -> None:
    done = run(ARTICLE, "--status")
    assert (done.exit_code, done.output) == (0, "reviews/bosnia.csv: nobody has corrected anything yet\n")


def test_a_false_alarm_is_dropped(project: Path) -> None:
    text = "On Monday 3 March 2004 Chile recalled its ambassador from Bolivia."
    Path("articles/lapaz.txt").write_text(text, encoding="utf-8")
    run("articles/lapaz.txt", "--table", "findings", "--out", "f.csv")
    with Path("f.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    alarm = next(row for row in rows if "[[Monday 3 March 2004]]" in row["evidence"])
    line = f"findings,{alarm['row_id']},drop,,,the other calendar,Ana Kovač,2026-02-03\n"
    Path("s.csv").write_text(",".join(review.COLUMNS[:8]) + "\n" + line, encoding="utf-8")
    done = run("articles/lapaz.txt", "--apply", "s.csv")
    assert "1 correction added" in done.output
    assert run("articles/lapaz.txt", "--status").exit_code == 0


def test_another_review_may_be_named(sheet: Path) -> None:
    fill_in(sheet, "sent", action="drop", reason="told elsewhere")
    apply("--review", "mine.csv")
    assert len(review.read("mine.csv")) == 1
    assert not KEPT.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--apply", "s.csv", "--status"), "one after the other"),
        (("--out", "s.ods"), "should end in .xlsx or .csv"),
        (("--out", "s.csv", "--format", "xlsx"), "--out s.csv is no xlsx"),
        (("--table", "sentences"), "'sentences' is not one of"),
        (("--apply", "none.csv", "--reviewer", "A"), "none.csv: there is no such file"),
    ],
)
def test_usage_that_cannot_be_worked_with(project: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(ARTICLE, *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_broken_review_is_told_before_anything_is_done(project: Path) -> None:
    KEPT.write_text("table,row_id\n", encoding="utf-8")
    done = run(ARTICLE)
    assert done.exit_code == 2
    assert "reviews/bosnia.csv, line 1: column action is missing" in done.stderr


def test_help_says_how() -> None:
    done = run("--help")
    assert "accept, change, drop or add" in click.unstyle(done.output)


def test_what_is_read_afterwards_has_the_corrections_in_it(sheet: Path) -> None:
    from dateline import analysis

    cells = {"text": "near Gorazde", "cameo": "190", "status": "actual"}
    lines = [f"events,new1,add,{column},{value},missed" for column, value in cells.items()]
    Path("s.csv").write_text("\n".join([",".join(review.COLUMNS[:6]), *lines]), encoding="utf-8")
    apply()
    tables = analysis.code(ARTICLE)
    added = {one.row_id for one in tables.corrections}
    assert added <= set(tables.columns("events")["event_id"])
    assert len(added) == 1


def test_the_command_knows_every_table_that_is_corrected() -> None:
    (tables,) = (option.type for option in command.params if option.name == "names")
    assert isinstance(tables, click.Choice)
    assert list(tables.choices) == list(review.CHANGEABLE)
