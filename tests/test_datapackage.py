"""The description of the CSV tables: that of the code, and valid for who reads data packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system, validate

import dateline
from dateline import datapackage, schema
from dateline.records import TABLES

TEXT = """Talks on the Strait

By Ana Reyes

On 3 May 1998 envoys of Spain and Morocco met in Rabat. "=SUM(A1)", said the ministry.
At least 12 fishermen had been arrested.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("Ana's tables")
    article = dateline.from_text(TEXT)
    tables = dateline.parse(article)
    tables.findings = dateline.check(tables)
    tables.write(folder)
    datapackage.write(tables, folder)
    return folder


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def field(told: dict[str, Any], table: str, column: str) -> dict[str, Any]:
    resource = next(resource for resource in told["resources"] if resource["name"] == table)
    return next(field for field in resource["schema"]["fields"] if field["name"] == column)


def test_it_is_valid_and_so_are_the_tables(folder: Path) -> None:
    with system.use_context(trusted=True):  # it is named by its absolute path
        report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    assert len(report.tasks) == len(TABLES)


def test_a_cell_that_breaks_the_schema_is_found(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    sentences = tmp_path / "sentences.csv"
    sentences.write_text(sentences.read_text(encoding="utf-8").replace(",headline,", ",title,"), "utf-8")
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    assert [row[:2] for row in report.flatten(["fieldName", "type"])] == [["role", "constraint-error"]]


def test_every_table_and_column_is_there_in_order(told: dict[str, Any]) -> None:
    found = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in told["resources"]
    }
    assert found == {table: list(schema.dtypes(table)) for table in TABLES}


def test_every_column_says_what_it_holds(told: dict[str, Any]) -> None:
    said = [field["description"] for resource in told["resources"] for field in resource["schema"]["fields"]]
    assert all(text.endswith(".") or text.endswith("…") for text in said)


def test_a_closed_vocabulary_is_an_enumeration(told: dict[str, Any]) -> None:
    assert field(told, "statements", "type") == {
        "name": "type",
        "type": "string",
        "description": "Whether all, some or none of it is quoted.",
        "constraints": {"enum": ["direct", "indirect", "mixed"]},
    }
    assert field(told, "events", "quad_class")["constraints"] == {"enum": [1, 2, 3, 4]}


def test_keys_name_the_rows_of_other_tables(told: dict[str, Any]) -> None:
    mentions = next(resource["schema"] for resource in told["resources"] if resource["name"] == "mentions")
    assert mentions["primaryKey"] == ["mention_id"]
    assert {
        "fields": ["entity_id"],
        "reference": {"resource": "entities", "fields": ["entity_id"]},
    } in mentions["foreignKeys"]


def test_a_column_that_may_name_rows_of_several_tables_says_so(told: dict[str, Any]) -> None:
    assert field(told, "times", "anchor_id")["description"].endswith("A row of times or events or articles.")


def test_it_names_the_article_and_whose_it_is(told: dict[str, Any]) -> None:
    assert told["title"] == "Talks on the Strait"
    assert told["sources"][0]["title"] == "Ana Reyes, “Talks on the Strait”"
    assert told["rights"] == "No rights notice was found in the article, which the tables quote."


def test_its_name_is_one_that_data_packages_may_have(told: dict[str, Any]) -> None:
    assert told["name"].startswith("ana-s-tables")


def test_the_same_tables_give_the_same_bytes(folder: Path) -> None:
    before = (folder / "datapackage.json").read_bytes()
    datapackage.write(dateline.Tables.read(folder), folder)
    assert (folder / "datapackage.json").read_bytes() == before


def test_it_is_a_package_as_it_stands(folder: Path) -> None:
    with system.use_context(trusted=True):
        events = Package(str(folder / "datapackage.json")).get_table_resource("events")
        assert events.schema.primary_key == ["event_id"]
