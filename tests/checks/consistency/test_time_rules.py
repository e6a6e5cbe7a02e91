"""What all rules that hold the article against itself in time have in common."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import parsing, reading
from dateline.checks.consistency import RULES
from dateline.checks.consistency.durations import duration_against_dates
from dateline.checks.consistency.firsts import first_against_earlier
from dateline.checks.consistency.foretold import published_before_narrated
from dateline.checks.consistency.impossible import impossible_date
from dateline.checks.consistency.orders import order_against_dates
from dateline.checks.consistency.terms import term_against_years
from dateline.checks.consistency.weekday import weekday_against_date
from dateline.checks.scene import Scene
from dateline.tables import Tables

OURS = (
    duration_against_dates,
    first_against_earlier,
    impossible_date,
    order_against_dates,
    published_before_narrated,
    term_against_years,
    weekday_against_date,
)

TEXT = """Indonesia expelled the Australian ambassador for the first time on Tuesday, 3 May 1999. Indonesia had expelled the Australian ambassador on 4 April 1995. It was cold on 31 April 1996.

His six-year term from 2004 to 2008 ended. On 5 June 1994 the army shelled Kigali. Later, on 3 May 1994, rebels attacked Butare. The next day, 9 May 1994, they left. Pakistan retaliated on 1 May 1999 after India bombed Lahore on 3 May 1999.

Hamid Khan, aged 45, was born in 1950. On 5 June 2012 Chinese troops attacked Vietnam. For 30 years, since 1991, it rained.
"""

FIELDS = [
    ("times", "start"), ("times", "end"), ("times", "earliest"), ("times", "latest"), ("times", "text"), ("times", "value"),
    ("times", "sentence_id"), ("times", "time_id"), ("times", "anchor"), ("times", "type"),
    ("sentences", "start"), ("sentences", "text"), ("sentences", "role"), ("sentences", "paragraph"), ("sentences", "position"),
    ("sentences", "sentence_id"),
    ("events", "start"), ("events", "trigger"), ("events", "trigger_start"), ("events", "trigger_end"), ("events", "text"),
    ("events", "time_id"), ("events", "sentence_id"), ("events", "date_start"), ("events", "date_end"), ("events", "cameo"),
    ("events", "source_id"), ("events", "target_id"), ("events", "status"), ("events", "date_basis"),
    ("entities", "name"), ("entities", "kind"), ("mentions", "entity_id"), ("links", "from_id"), ("links", "start"),
    ("articles", "published"), ("articles", "published_basis"),
]  # fmt: skip


def records():
    article = reading.from_text(TEXT, published="2011-04-25")
    return article, parsing.extract(article)


def all_of(scene):
    return [row for rule in OURS for row in rule(scene)]


def test_they_are_among_the_rules():
    assert set(OURS) <= set(RULES)


def test_each_finds_its_fault_and_points_at_its_words():
    scene = Scene(parsing.parse(records()[0]))
    found = {rule.__name__: [row for row in rule(scene) if row.verdict == "disagrees"] for rule in OURS}
    assert all(found.values()), {name: len(rows) for name, rows in found.items()}
    for row in (row for rows in found.values() for row in rows):
        assert scene.get(row.row_id) is not None
        assert row.start is not None and row.end is not None and 0 <= row.start < row.end <= len(scene.text)
        assert row.stated and row.found and row.source and row.citation and row.note


def test_the_same_article_gives_the_same_findings():
    tables = parsing.parse(records()[0])
    assert all_of(Scene(tables)) == all_of(Scene(tables))


@pytest.mark.parametrize("text", ["", "\n", "The", "31", "On Monday,", "— 12 April —"])
def test_an_article_with_nothing_in_it_has_no_findings(text):
    assert all_of(Scene(parsing.parse(reading.from_text(text)))) == []


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_a_missing_cell_stops_no_rule(table, field):
    article, rows = records()
    rows[table] = [replace(row, **{field: None}) for row in rows[table]]
    all_of(Scene(Tables.from_records(rows, article)))


@pytest.mark.parametrize(
    "table", ["times", "sentences", "events", "entities", "mentions", "links", "articles"]
)
def test_an_empty_table_stops_no_rule(table):
    article, rows = records()
    rows[table] = []
    all_of(Scene(Tables.from_records(rows, article)))
