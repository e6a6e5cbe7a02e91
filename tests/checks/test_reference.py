"""The reference: read as it is described, and refused with file, row, column and what is expected."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.checks.reference import Reference, load_reference, span
from dateline.errors import InputError

FOLDER = Path(__file__).parents[2] / "data" / "reference"
WAR = "falklands-1982,Falklands War,Falklands conflict,FLK,,1982-04-02,1982-06-14,Britannica,Britannica 2020"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reference of the project's description, with tables of a header only."""
    shutil.copy(FOLDER / "datapackage.json", tmp_path)
    for path in FOLDER.glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / path.name).write_text(header + "\n", encoding="utf-8")
    return tmp_path


def put(folder: Path, table: str, *rows: str) -> None:
    path = folder / f"{table}.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def refused(folder: Path) -> str:
    with pytest.raises(InputError) as error:
        load_reference(folder)
    return str(error.value).replace(f"{folder}/", "")


INCIDENT = (
    "pueblo-1968,pueblo-1968,Seizure of the Pueblo,1968-01-23,1968-01-23,day,ASSAULT|COERCE,seize,North "
    "Korea,PRK,USS Pueblo,USA,PRK,Wonsan,39.2,127.6,1,,1,,,,,,,Navy,Navy history 2010,"
)
OBSERVATION = "deaths-1990,deaths,1990-01-01,1990-12-31,10,12,15,Survey,Survey 1991,"
SERIES = "deaths,People killed,people,killed,people,ASSAULT,,,LKA,Deaths"


# What is read


def test_cells_of_several_values_are_tuples(folder: Path) -> None:
    put(folder, "incidents", INCIDENT)
    row = load_reference(folder).incidents[0]
    assert (row.event_type, row.actor, row.killed_low, row.killed_best) == (
        ("ASSAULT", "COERCE"),
        ("North Korea",),
        1,
        None,
    )


def test_a_date_stands_for_all_the_days_it_can_mean(folder: Path) -> None:
    put(folder, "wars", WAR.replace("1982-04-02", "1982-04").replace("1982-06-14", ""))
    row = load_reference(folder).wars[0]
    assert (row.start, row.end) == ((date(1982, 4, 1), date(1982, 4, 30)), None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2012", (date(2012, 1, 1), date(2012, 12, 31))),
        ("2012-02", (date(2012, 2, 1), date(2012, 2, 29))),
        ("2012-02-29", (date(2012, 2, 29), date(2012, 2, 29))),
    ],
)
def test_a_partial_date(text: str, days: tuple[date, date]) -> None:
    assert span(text) == days


def test_a_table_that_is_not_described_is_left_alone(folder: Path) -> None:
    (folder / "notes.csv").write_text("whatever\n")
    assert load_reference(folder) == Reference()


def test_what_was_read_is_listed_with_rows_and_digest(folder: Path) -> None:
    put(folder, "wars", WAR)
    read = {file.name: file for file in load_reference(folder).files}
    assert read["wars.csv"].rows == 1
    assert len(read["wars.csv"].sha256) == 64


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    put(folder, "wars", WAR)
    assert len(load_reference(folder).wars) == 1
    put(folder, "wars")
    assert load_reference(folder).wars == ()


def test_a_table_is_given_as_a_frame(folder: Path) -> None:
    put(folder, "incidents", INCIDENT)
    rows = load_reference(folder).frame("incidents")
    assert rows.loc[0, "event_type"] == "ASSAULT|COERCE"
    assert rows["killed_low"].dtype == "Int64"


def test_the_projects_own_reference_is_valid_and_cites_every_row() -> None:
    record = dateline.load_reference()
    for table in ("wars", "holders", "incidents", "chronology", "observations"):
        rows = getattr(record, table)
        assert rows, table
        assert all(row.source and row.citation for row in rows), table


def test_the_projects_own_figures_are_those_of_the_sources() -> None:
    record = dateline.load_reference()
    tbij = {
        (row.series_id, row.start.year): (row.low, row.high)
        for row in record.observations
        if row.source == "TBIJ"
    }
    assert tbij["us-drone-strikes-pakistan-killed", 2010] == (755, 1108)
    assert tbij["us-drone-strikes-pakistan-civilians", 2010] == (89, 197)


# What is refused


def test_a_missing_column(folder: Path) -> None:
    path = folder / "wars.csv"
    path.write_text(path.read_text().replace(",citation", ""))
    assert refused(folder) == "wars.csv: column citation: is missing"


def test_text_where_a_number_belongs(folder: Path) -> None:
    put(folder, "incidents", INCIDENT.replace("Wonsan,39.2,127.6,1,", "Wonsan,39.2,127.6,several,"))
    assert refused(folder) == "incidents.csv: row 2, column killed_low: 'several' is no whole number"


def test_a_date_that_is_none(folder: Path) -> None:
    put(folder, "incidents", INCIDENT.replace("1968-01-23,day", "23.1.1968,day"))
    assert refused(folder) == "incidents.csv: row 2, column date_end: '23.1.1968' is no date (YYYY-MM-DD)"


def test_a_day_that_no_calendar_has(folder: Path) -> None:
    put(folder, "wars", WAR.replace("1982-06-14", "1982-06-31"))
    assert refused(folder) == "wars.csv: row 2, column end: '1982-06-31' is no date"


def test_an_end_before_the_start(folder: Path) -> None:
    put(folder, "wars", WAR.replace("1982-06-14", "1982-03-14"))
    assert refused(folder) == "wars.csv: row 2: start 1982-04-02 exceeds end 1982-03-14"


def test_a_year_may_end_in_itself(folder: Path) -> None:
    put(folder, "wars", WAR.replace("1982-06-14", "1982"))
    assert len(load_reference(folder).wars) == 1


def test_a_low_above_the_high(folder: Path) -> None:
    put(folder, "series", SERIES)
    put(folder, "observations", OBSERVATION.replace("10,12,15", "10,12,9"))
    assert refused(folder) == "observations.csv: row 2: best 12 exceeds high 9"


def test_an_id_that_occurs_twice(folder: Path) -> None:
    put(folder, "wars", WAR, WAR)
    assert refused(folder) == "wars.csv: row 3: another row has this war_id already; it must be unique"


def test_a_row_that_names_none_of_the_other_table(folder: Path) -> None:
    put(folder, "observations", OBSERVATION)
    assert refused(folder) == "observations.csv: row 2: series_id is no row of series.csv"


def test_a_row_without_a_citation(folder: Path) -> None:
    put(folder, "wars", WAR.replace("Britannica 2020", ""))
    assert refused(folder) == "wars.csv: row 2, column citation: is empty, and must be given"


def test_a_word_outside_the_vocabulary(folder: Path) -> None:
    put(folder, "incidents", INCIDENT.replace(",day,", ",hour,"))
    expected = "incidents.csv: row 2, column date_precision: 'hour' is none of day, month, year, range"
    assert refused(folder) == expected


def test_a_number_out_of_bounds(folder: Path) -> None:
    put(folder, "incidents", INCIDENT.replace("39.2", "139.2"))
    assert refused(folder) == "incidents.csv: row 2, column latitude: '139.2' is not within -90 to 90"


def test_another_encoding(folder: Path) -> None:
    path = folder / "wars.csv"
    path.write_bytes(
        path.read_bytes() + WAR.replace("Falklands conflict", "Guerre des Malouines à").encode("latin-1")
    )
    assert refused(folder).startswith("wars.csv: is not UTF-8 text")


def test_an_empty_file(folder: Path) -> None:
    (folder / "wars.csv").write_text("")
    assert refused(folder).startswith("wars.csv: is empty, and needs a header: war_id, war, names")


def test_a_missing_file(folder: Path) -> None:
    (folder / "wars.csv").unlink()
    assert refused(folder) == "wars.csv: there is no such file"


def test_a_folder_without_a_description(tmp_path: Path) -> None:
    assert refused(tmp_path) == "datapackage.json: there is no such file, and it says what the tables hold"


def test_a_description_that_is_no_json(folder: Path) -> None:
    (folder / "datapackage.json").write_text("{")
    assert refused(folder).startswith("datapackage.json: ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere").endswith("nowhere: there is no such folder")


def test_a_project_without_a_reference_has_an_empty_one(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert load_reference() == Reference()


def test_more_than_one_mistake_is_counted(folder: Path) -> None:
    put(
        folder,
        "wars",
        WAR.replace("Britannica 2020", ""),
        WAR.replace("Britannica 2020", "").replace("-1982,", "-82,"),
    )
    assert refused(folder) == "wars.csv: row 2, column citation: is empty, and must be given (and 1 more)"


def test_the_description_names_every_column_that_is_read() -> None:
    described = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"]), resource["name"]
