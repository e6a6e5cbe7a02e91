"""What is called a first against the record of earlier ones."""

from __future__ import annotations

import pytest
from records import entry

from dateline.checks.record.firsts import first_against_record
from dateline.checks.reference import Reference

PROTEST = {
    "event_type": ("ACCUSE", "PROTEST"),
    "actor": ("Foreign Ministry", "Japan"),
    "actor_country": ("JPN",),
    "target": ("Chinese ambassador", "China"),
    "target_country": ("CHN",),
}
TEXT = (
    "On 12 September 2012 the Japanese Foreign Ministry for the first time lodged a protest with the Chinese "
    "ambassador."
)


def record(*rows) -> Reference:
    return Reference(chronology=rows)


def test_there_was_an_earlier_one(held) -> None:
    found = held(first_against_record, TEXT, record(entry("protest of 2010", "2010-09-08", **PROTEST)))
    assert [(one.verdict, one.found) for one in found] == [
        ("disagrees", "an earlier one: protest of 2010, 8 September 2010")
    ]


def test_a_source_calls_it_the_first(held) -> None:
    found = held(first_against_record, TEXT, record(entry("protest", "2012-09-12", first=True, **PROTEST)))
    assert [one.verdict for one in found] == ["agrees"]


def test_a_source_says_it_was_not(held) -> None:
    found = held(first_against_record, TEXT, record(entry("protest", "2012-09-12", first=False, **PROTEST)))
    assert [one.verdict for one in found] == ["disagrees"]


def test_one_calls_it_the_first_and_another_has_one_before(held) -> None:
    rows = (
        entry("protest", "2012-09-12", first=True, **PROTEST),
        entry("protest of 2010", "2010-09-08", source="Daily", **PROTEST),
    )
    assert {one.verdict for one in held(first_against_record, TEXT, record(*rows))} == {"contested"}


@pytest.mark.parametrize(
    "row",
    [
        entry("later", "2013-02-05", **PROTEST),
        entry("army's", "2010-09-08", **(PROTEST | {"actor": ("Self-Defence Forces",)})),
        entry(
            "to Moscow",
            "2010-09-08",
            **(PROTEST | {"target": ("Russian ambassador",), "target_country": ("RUS",)}),
        ),
        entry("talks", "2010-09-08", **(PROTEST | {"event_type": ("CONSULT",)})),
    ],
    ids=lambda row: row.name,
)
def test_what_is_no_earlier_one_of_its_kind(held, row) -> None:
    assert held(first_against_record, TEXT, record(row)) == []


@pytest.mark.parametrize("words", ["for the first time since 2005", "first", "at first", "on the first day"])
def test_what_claims_no_first(held, words: str) -> None:
    text = TEXT.replace("for the first time", words)
    rows = record(entry("protest of 2010", "2010-09-08", **PROTEST))
    assert held(first_against_record, text, rows) == []


def test_an_undated_event_has_no_earlier_one(held) -> None:
    text = TEXT.removeprefix("On 12 September 2012 ").replace("the Jap", "The Jap")
    assert held(first_against_record, text, record(entry("protest of 2010", "2010-09-08", **PROTEST))) == []
