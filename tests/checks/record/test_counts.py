"""Strikes and troops of a year against the series that count them."""

from __future__ import annotations

import pytest
from records import series, year

from dateline.checks.record.counts import count_against_record
from dateline.checks.reference import Reference

STRIKES = {"unit": "events", "measure": "count", "event_mode": "drone", "actor_country": ("USA",)}
TROOPS = {"measure": "troops", "event_type": None, "actor_country": ("SUN",), "country": ("AFG",)}
RECORD = Reference(
    series=(
        series("strikes", "drone strikes", **STRIKES, country=("YEM",)),
        series("troops", "troops", **TROOPS),
    ),
    observations=(
        year("strikes", 2012, 41, 41),
        year("strikes", 2012, 52, 60, source="Monitor"),
        year("troops", 1985, 95_000, 95_000),
        year("troops", 1986, 118_000, 118_000),
        year("troops", 1987, 110_000, 110_000),
    ),
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The CIA carried out 54 drone strikes in Yemen in 2012.", "contested"),
        ("In 2012 there were some 50 US drone strikes in Yemen.", "contested"),
        ("In 2012 the United States made 140 drone strikes in Yemen.", "disagrees"),
        ("In 1986 the Soviet Union had 100,000 troops in Afghanistan.", "agrees"),
        ("In 1986 the Soviet Union had about 115,000 soldiers in Afghanistan.", "agrees"),
        ("In 1986 the Soviet Union had 400,000 troops in Afghanistan.", "disagrees"),
    ],
)
def test_a_years_count(held, text: str, verdict: str) -> None:
    assert {one.verdict for one in held(count_against_record, text, RECORD)} == {verdict}


def test_each_source_has_its_row(held) -> None:
    text = "The CIA carried out 54 drone strikes in Yemen in 2012."
    assert [
        (one.source, one.found_low, one.found_high) for one in held(count_against_record, text, RECORD)
    ] == [
        ("Monitor", 52, 60),
        ("Survey", 41, 41),
    ]


def test_where_the_article_is_about_the_two_the_sentence_need_not_name_them(held) -> None:
    text = (
        "Yemen and the United States are at odds. The United States sends its drones over Yemen daily. "
        "There were 54 strikes in 2012."
    )
    assert {one.verdict for one in held(count_against_record, text, RECORD)} == {"contested"}


@pytest.mark.parametrize(
    "text",
    [
        "The CIA carried out 140 drone strikes in Somalia in 2012.",  # another country
        "The CIA carried out 140 drone strikes in Yemen in May 2012.",  # a month
        "The CIA carried out 140 drone strikes in Yemen in 2010 and 2012.",  # two years
        "In 2012 Houthi fighters made 140 attacks in Yemen.",  # others, without drones
        "In 1986 the Soviet Union sent 400,000 more troops to Afghanistan.",  # a change
        "In 1986 Afghanistan had 400,000 troops.",  # another army
    ],
)
def test_what_the_series_does_not_count(held, text: str) -> None:
    assert held(count_against_record, text, RECORD) == []
