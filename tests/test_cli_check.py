"""`dateline check`: what it prints, what it is held against, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import london
import pytest
from click.testing import CliRunner, Result

from dateline.cli import main

FOLDER = Path(__file__).parents[1] / "data" / "reference"
RIGHT = "On 7 July 2005 al-Qaeda killed 52 commuters in London."
DISPUTED = "On 7 July 2005 al-Qaeda killed 54 commuters in London."
WRONG = "On 7 July 2005 al-Qaeda killed 520 commuters in London."


def run(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A record of one incident, as two sources have it."""
    folder = tmp_path / "record"
    folder.mkdir()
    london.write(FOLDER, folder)
    return folder


def article(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "london.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    return path


def check(tmp_path: Path, text: str, reference: Path, *more: object) -> Result:
    return run("check", article(tmp_path, text), "--reference", reference, *more)


def test_the_sentence_comes_first_then_the_verdict_then_who_says_so(tmp_path: Path, reference: Path) -> None:
    shown = check(tmp_path, WRONG, reference, "--width", 100).output
    sentence, verdict, source = (
        shown.index("killed [520] commuters"),
        shown.index("DISAGREES: 520 commuters killed"),
        shown.index("Coroner: 52 killed in all: Bombs in London"),
    )
    assert sentence < verdict < source
    assert "Coroner, 2011: 52 killed" in shown


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        (WRONG, (), 1),
        (WRONG, ("--fail-on", "never"), 0),
        (DISPUTED, (), 0),
        (DISPUTED, ("--fail-on", "contested"), 1),
        (RIGHT.replace("52", "at least 52"), ("--fail-on", "contested"), 0),
    ],
)
def test_it_ends_with_1_where_a_finding_is_as_bad_as_asked(
    tmp_path: Path, reference: Path, text: str, more: tuple[str, ...], code: int
) -> None:
    assert check(tmp_path, text, reference, *more).exit_code == code


def test_what_the_record_bears_out_is_told_in_a_line(tmp_path: Path, reference: Path) -> None:
    shown = check(tmp_path, RIGHT.replace("52", "at least 52"), reference).output
    assert "1 contested" not in shown
    assert "Borne out:\n  killed: 7 July 2005 (date against record): Coroner, Daily\n" in shown


def test_an_article_that_the_record_does_not_speak_of(tmp_path: Path, reference: Path) -> None:
    shown = check(tmp_path, "Peru closed its border with Ecuador on 27 January 1995.", reference).output
    assert "Not verified, since nothing here speaks of it:\n  closed: 27 January 1995" in shown


def test_an_article_without_anything_to_check(tmp_path: Path, reference: Path) -> None:
    result = check(tmp_path, "Trust is hard to win.", reference)
    assert (result.exit_code, result.output) == (0, "Nothing in this article could be checked.\n")


def test_it_reads_standard_input(reference: Path) -> None:
    assert run("check", "-", "--reference", reference, input=WRONG).exit_code == 1


def test_it_reads_a_folder_of_tables(tmp_path: Path, reference: Path) -> None:
    out = tmp_path / "out"
    assert run("parse", article(tmp_path, WRONG), "--out", out).exit_code == 0
    assert run("check", out, "--reference", reference).exit_code == 1


def test_as_json_every_finding_has_its_citation(tmp_path: Path, reference: Path) -> None:
    found = json.loads(check(tmp_path, WRONG, reference, "--format", "json").stdout)
    assert {row["citation"] for row in found if row["verdict"] == "disagrees"} == {
        "Coroner, 2011: 52 killed",
        "Daily, 2011: 56 killed",
    }


def test_a_mistake_in_the_reference_ends_with_2_and_its_row(tmp_path: Path, reference: Path) -> None:
    path = reference / "incidents.csv"
    path.write_text(path.read_text().replace(",52,", ",many,"), encoding="utf-8")
    result = check(tmp_path, RIGHT, reference)
    assert result.exit_code == 2
    assert result.stderr == f"dateline: {path}: row 2, column killed_best: 'many' is no whole number\n"


def test_a_source_that_is_not_there_ends_with_2(tmp_path: Path, reference: Path) -> None:
    result = check(tmp_path, RIGHT, reference, "--source", tmp_path / "ged.csv")
    assert result.exit_code == 2
    assert "ged.csv" in result.stderr


def test_another_number_in_the_reference_is_another_verdict(tmp_path: Path, reference: Path) -> None:
    assert check(tmp_path, WRONG, reference).exit_code == 1
    path = reference / "incidents.csv"
    path.write_text(path.read_text().replace(",56,", ",520,").replace(",52,", ",520,"), encoding="utf-8")
    assert check(tmp_path, WRONG, reference).exit_code == 0


def test_a_downloaded_file_adds_its_figure(tmp_path: Path, reference: Path) -> None:
    file = tmp_path / "export.csv"
    columns = (
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
        "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
        "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
    )
    cells = (
        "GBR1,07 July 2005,2005,1,Political violence,Explosions/Remote violence,Suicide bomb,al-Qaeda,,"
        "Rebel group,Civilians (United Kingdom),,Civilians,Rebel group-Civilians,Civilian targeting,826,"
        "Europe,United Kingdom,England,,,London,51.5074,-0.1278,1,Times,National,notes,520,,1700000000"
    )
    file.write_text(f"{columns}\n{cells}\n", encoding="utf-8")
    result = check(tmp_path, WRONG, reference, "--source", file)
    assert result.exit_code == 0, result.output
    assert "CONTESTED: 520 commuters killed" in result.output
    assert "ACLED: 520 killed in all: Bombs in London" in " ".join(result.output.split())


def test_nothing_in_the_reference_steers_the_terminal(tmp_path: Path, reference: Path) -> None:
    path = reference / "incidents.csv"
    path.write_text(path.read_text().replace("Coroner,", "Coroner\x1b[31m,"), encoding="utf-8")
    assert "\x1b" not in check(tmp_path, WRONG, reference).output
