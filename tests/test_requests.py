"""Demands and what became of them."""

from __future__ import annotations

import dataclasses

import pytest
from invented import dispute

from dateline import records
from dateline.excerpts import each
from dateline.requests import requests
from dateline.tables import Tables


def with_event(tables: Tables, **changes: object) -> Tables:
    """The three events with a fourth: what Peru does to Ecuador in the sentence of Ecuador's demand."""
    rows = {name: [] for name in records.TABLES}
    for name, record in records.TABLES.items():
        fields = [field.name for field in dataclasses.fields(record)]
        for row in each(tables[name].astype(object).where(tables[name].notna(), None)):
            rows[name].append(record(**{field: getattr(row, field) for field in fields}))
    demand = rows["events"][2]
    turned = {"source_id": "peru", "source_country": "PER", "target_id": "ecuador", "target_country": "ECU"}
    answer = dataclasses.replace(demand, event_id="e_9", start=demand.start + 1, **turned, **changes)
    rows["events"].append(answer)
    assert tables.article is not None
    return Tables.from_records(rows, tables.article)


def test_a_demand_has_who_asks_whom_and_the_words() -> None:
    row = requests(dispute(3), ("ECU", "PER")).iloc[0]
    assert (row["by"], row["of"], row["answered"]) == ("Ecuador", "Peru", "open")
    assert row["what"].startswith("demanded that Peru withdraw")


@pytest.mark.parametrize(
    ("event_type", "status", "answered"),
    [
        ("REJECT", "actual", "refused"),
        ("CONCEDE", "actual", "granted"),
        ("CONCEDE", "hypothetical", "open"),  # what is only expected is no answer
    ],
)
def test_an_answer_is_what_comes_back_in_the_same_sentence(
    event_type: str, status: str, answered: str
) -> None:
    tables = with_event(dispute(3), event_type=event_type, status=status)
    row = requests(tables, ("ECU", "PER")).iloc[0]
    assert (row["answered"], row["basis"]) == (answered, "inferred")


def test_what_is_wanted_stands_under_its_request() -> None:
    tables = with_event(dispute(3), event_type="RETREAT", status="requested")
    rows = requests(tables, ("ECU", "PER"))
    assert len(rows) == 1
    assert (rows["by"].item(), rows["of"].item(), rows["number"].item()) == ("Ecuador", "Peru", 4)


def test_without_requests_the_table_is_empty() -> None:
    assert requests(dispute(2)).empty
