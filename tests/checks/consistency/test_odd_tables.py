"""Rules over tables that lack what they look at: a column without values, no rows, an empty text."""

from __future__ import annotations

import pytest

from dateline import parsing, reading
from dateline.checks.consistency import (
    bounds,
    counts,
    names,
    offices,
    quotations,
    sums,
)
from dateline.checks.scene import Scene
from dateline.records import TABLES
from dateline.tables import Tables

RULES = [
    bounds.bounds_reversed,
    counts.figure_given_twice,
    names.name_spelt_twice,
    offices.office_held_twice,
    quotations.quote_without_speaker,
    sums.sum_against_parts,
]

TEXT = """Bomb kills 12 in Lahore

A bomb killed 14 people in Lahore on 3 May 2011: nine soldiers and six civilians. Reports said the city was
“a place of fear and of silence”. Prime Minister Yousaf Raza Gilani told Parliament on 4 May 2011 that between
50 and 40 men were held. On 5 May 2011 Prime Minister Yusuf Reza Gillani made two demands: first, peace,
second, bread, and third, work. The Tribal Areas Forum of Lahore met. Prime Minister Shaukat Aziz met the
army on 6 May 2011. The bomb of 3 May, which killed 20 people, was “the last one of all”, it was said.
"""


@pytest.fixture(scope="module")
def tables() -> Tables:
    return parsing.parse(reading.from_text(TEXT, published="2011-05-07"))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_something_to_find(rule, tables):
    assert list(rule(Scene(tables)))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("table", TABLES)
def test_a_column_without_values_is_no_error(rule, table, tables):
    columns = {name: tables.columns(name) for name in TABLES}
    for column, values in columns[table].items():
        blank = {**columns, table: {**columns[table], column: [None] * len(values)}}
        for one in rule(Scene(Tables(blank, tables.text))):
            assert one.stated


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_rows_is_no_error(rule, table, tables):
    columns = {name: tables.columns(name) for name in TABLES}
    empty = {**columns, table: {column: [] for column in columns[table]}}
    assert all(one.stated for one in rule(Scene(Tables(empty, tables.text))))


@pytest.mark.parametrize("rule", RULES)
def test_an_article_without_words_has_nothing_found(rule):
    assert list(rule(Scene(parsing.parse(reading.from_text(""))))) == []


@pytest.mark.parametrize("rule", RULES)
def test_ids_of_rows_that_are_not_there_are_no_error(rule, tables):
    columns = {name: tables.columns(name) for name in TABLES}
    for table, cells in columns.items():
        for column, values in cells.items():
            if column.endswith("_id"):
                lost = {**columns, table: {**cells, column: [f"x_{i}" for i in range(len(values))]}}
                assert all(one.stated for one in rule(Scene(Tables(lost, tables.text))))
