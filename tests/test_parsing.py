"""From an article to its tables: what the shared rows say, and what holds for every row of every table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import dateline
from dateline import schema
from dateline.parsing import published_between
from dateline.records import TABLES, Event
from dateline.validation import problems

TEXT = """Cod Wars: Why Reykjavik Would Not Yield

By J. Halldorsson

On 1 September 1958 Iceland extended its fishing limits. Britain sent four frigates the next day.

The Boats

In May 1973 an Icelandic gunboat fired on a British trawler. London protested on 28 May 1973.
"""


def parse(text: str) -> dateline.Tables:
    return dateline.parse(dateline.from_text(text))


@pytest.fixture(scope="module")
def tables() -> dateline.Tables:
    return parse(TEXT)


@pytest.fixture(scope="module")
def ashraf(bundled: Path) -> dateline.Tables:
    return dateline.parse(dateline.read(bundled))


def test_there_is_one_article_row(tables: dateline.Tables) -> None:
    row = tables.articles.iloc[0]
    assert len(tables.articles) == 1
    assert row["title"] == "Cod Wars: Why Reykjavik Would Not Yield"
    assert row["author"] == "J. Halldorsson"


def test_words_are_those_that_are_read(tables: dateline.Tables) -> None:
    read = TEXT.replace("By J. Halldorsson", "")
    assert tables.articles["words"].tolist() == [len(read.split())]


def test_sections_have_their_headings_and_places(tables: dateline.Tables) -> None:
    assert tables.sections["position"].tolist() == [1, 2]
    assert tables.sections["heading"].tolist() == [pd.NA, "The Boats"]


def test_every_sentence_stands_in_a_section_of_the_article(tables: dateline.Tables) -> None:
    assert set(tables.sentences["section_id"]) == set(tables.sections["section_id"])
    assert tables.sentences["position"].tolist() == list(range(1, len(tables.sentences) + 1))


@pytest.mark.parametrize("name", ["tables", "ashraf"])
def test_every_character_but_white_space_lies_in_one_sentence(
    name: str, request: pytest.FixtureRequest
) -> None:
    found: dateline.Tables = request.getfixturevalue(name)
    covered = [0] * len(found.text)
    for start, end in zip(found.sentences["start"], found.sentences["end"], strict=True):
        for at in range(start, end):
            covered[at] += 1
    assert [at for at, mark in enumerate(found.text) if not mark.isspace() and covered[at] != 1] == []


@pytest.mark.parametrize("name", ["tables", "ashraf"])
def test_every_row_keeps_the_data_models_rules(name: str, request: pytest.FixtureRequest) -> None:
    assert [str(problem) for problem in problems(request.getfixturevalue(name))] == []


@pytest.mark.parametrize("table", TABLES)
def test_the_text_between_the_offsets_is_the_evidence(ashraf: dateline.Tables, table: str) -> None:
    rows = ashraf[table]
    for column, start, end in schema.evidence(table):
        known = rows[rows[column].notna() & rows[start].notna()]
        there = [ashraf.text[a:b] for a, b in zip(known[start], known[end], strict=True)]
        assert known[column].tolist() == there


@pytest.mark.parametrize("table", [name for name in TABLES if "start" in schema.dtypes(name)])
def test_rows_are_in_text_order(ashraf: dateline.Tables, table: str) -> None:
    offsets = list(zip(ashraf[table]["start"], ashraf[table]["end"], strict=True))
    assert offsets == sorted(offsets)


def test_an_edit_leaves_the_ids_of_other_paragraphs_alone(tables: dateline.Tables) -> None:
    edited = parse(TEXT.replace("four frigates", "four well-armed frigates"))
    changed = TEXT.index("Britain sent"), TEXT.index("The Boats")
    for name in ("sections", "sentences", "times", "figures", "events", "statements"):
        rows, key = tables[name], schema.key(name)
        elsewhere = rows[(rows["start"] >= changed[1]) | (rows["end"] <= changed[0])]
        assert set(elsewhere[key]) <= set(edited[name][key]), name


def test_a_date_from_the_sidecar_is_given(ashraf: dateline.Tables) -> None:
    row = ashraf.articles.iloc[0]
    assert (row["published"], row["published_basis"]) == (pd.Timestamp(2011, 4, 25), "given")
    assert row["published_earliest"] is pd.NaT


def test_an_empty_article_has_empty_tables() -> None:
    empty = dateline.parse(dateline.Article("", (), ()))
    assert empty.sizes() == {name: int(name == "articles") for name in TABLES}
    empty.validate()


def event(status: str, start: date, end: date, **more: object) -> Event:
    row = Event(*[None] * len(schema.dtypes("events")))
    return replace(
        row, status=status, date_start=start, date_end=end, date_precision="day", date_basis="stated", **more
    )


def test_an_undated_article_is_no_older_than_the_last_thing_it_reports() -> None:
    days = [date(1973, 5, 28), date(1958, 9, 1)]
    assert published_between([event("actual", day, day) for day in days]) == (date(1973, 5, 28), None)


def test_an_undated_article_is_no_younger_than_what_it_still_expects() -> None:
    past, ahead = date(1973, 5, 28), date(1973, 10, 1)
    found = published_between([event("actual", past, past), event("planned", ahead, ahead)])
    assert found == (past, ahead)


def test_only_stated_dates_bound_an_undated_article() -> None:
    day = date(1973, 5, 28)
    assert published_between([event("actual", day, day)]) == (day, None)
    carried = replace(event("actual", day, day), date_basis="context")
    assert published_between([carried]) == (None, None)


def test_bounds_from_its_dates_are_labelled_as_inferred(tables: dateline.Tables) -> None:
    row = tables.articles.iloc[0]
    assert row["published"] is pd.NaT
    assert row["published_earliest"] is pd.NaT or row["published_basis"] == "inferred"
