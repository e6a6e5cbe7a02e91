"""A stated number of people killed against what each source counts."""

from __future__ import annotations

import pytest
from records import incident, series, year

from dateline.checks.record.figures import deaths_against_record
from dateline.checks.reference import Reference

BALI = {"actor": ("Jemaah Islamiyah",), "country": ("IDN",), "place": ("Bali",)}
SALALA = {
    "actor": ("NATO", "NATO helicopters"),
    "actor_country": ("USA",),
    "target": ("Pakistani soldiers",),
    "target_country": ("PAK",),
    "country": ("PAK",),
    "place": ("Salala", "Mohmand"),
}
QANA = {
    "actor": ("Israel", "Israeli aircraft"),
    "actor_country": ("ISR",),
    "target_country": ("LBN",),
    "country": ("LBN",),
    "place": ("Qana",),
}
QANA_TEXT = "Israeli aircraft killed 54 civilians in the Lebanese village of Qana on 30 July 2006."


def record(*incidents) -> Reference:
    return Reference(incidents=incidents)


def verdicts(found) -> set[str]:
    return {one.verdict for one in found}


def test_every_source_has_the_number(held) -> None:
    rows = (
        incident("salala", "2011-11-26", source="AP", killed_best=24, **SALALA),
        incident("salala", "2011-11-26", source="UCDP GED", killed_low=24, killed_high=28, **SALALA),
    )
    text = "NATO helicopters killed 24 Pakistani soldiers at Salala on 26 November 2011."
    found = held(deaths_against_record, text, record(*rows))
    assert [(one.verdict, one.source, one.found) for one in found] == [
        ("agrees", "AP", "24 killed in all: salala"),
        ("agrees", "UCDP GED", "24–28 killed in all: salala"),
    ]


def test_the_sources_differ_and_span_the_number(held) -> None:
    rows = (
        incident("salala", "2011-11-26", source="AP", killed_best=24, **SALALA),
        incident("salala", "2011-11-26", source="UPI", killed_best=28, **SALALA),
    )
    text = "NATO helicopters killed 26 Pakistani soldiers at Salala on 26 November 2011."
    assert verdicts(held(deaths_against_record, text, record(*rows))) == {"contested"}


def test_no_source_comes_near_it(held) -> None:
    rows = (
        incident("qana", "2006-07-30", source="HRW", killed_best=28, civilians_best=28, **QANA),
        incident(
            "qana", "2006-07-30", source="BTselem", killed_low=28, killed_high=30, civilians_best=28, **QANA
        ),
    )
    found = held(deaths_against_record, QANA_TEXT, record(*rows))
    assert [(one.verdict, one.stated, one.found_low, one.found_high) for one in found] == [
        ("disagrees", "54 civilians killed", 28, 28),
        ("disagrees", "54 civilians killed", 28, 28),
    ]


def test_civilians_that_are_all_who_were_killed(held) -> None:
    row = incident("qana", "2006-07-30", killed_best=54, civilians_low=20, civilians_high=30, **QANA)
    found = held(deaths_against_record, QANA_TEXT, record(row))
    assert [one.note for one in found] == [
        "the stated number is what Survey counts of all people killed: 54, 30 of them known as civilians"
    ]


def test_people_of_unknown_status_may_be_civilians(held) -> None:
    row = incident(
        "qana", "2006-07-30", killed_best=60, civilians_best=40, unknown_low=15, unknown_high=20, **QANA
    )
    found = held(deaths_against_record, QANA_TEXT, record(row))
    assert [(one.verdict, one.found_low, one.found_high) for one in found] == [("agrees", 40, 60)]


def test_a_part_of_the_dead_is_not_refuted_by_all_of_them(held) -> None:
    row = incident("salala", "2011-11-26", killed_low=24, killed_high=28, **SALALA)
    text = "NATO helicopters killed two Pakistani officers at Salala on 26 November 2011."
    assert verdicts(held(deaths_against_record, text, record(row))) == {"unverified"}


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("at least 20", "agrees"),
        ("more than 40", "disagrees"),
        ("up to 30", "agrees"),
        ("about 26", "agrees"),
        ("about 50", "disagrees"),
    ],
)
def test_bounds_are_held_as_they_are_meant(held, words: str, verdict: str) -> None:
    row = incident("salala", "2011-11-26", killed_low=24, killed_high=28, **SALALA)
    text = f"NATO helicopters killed {words} Pakistanis at Salala on 26 November 2011."
    assert verdicts(held(deaths_against_record, text, record(row))) == {verdict}


def test_a_source_that_says_at_least_leaves_the_top_open(held) -> None:
    row = incident("qana", "2006-07-30", killed_low=28, civilians_low=28, **QANA)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"agrees"}


def test_another_place_is_another_incident(held) -> None:
    row = incident("tyre", "2006-07-30", killed_best=8, **(QANA | {"place": ("Tyre",)}))
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"unverified"}


def test_another_day_is_another_incident(held) -> None:
    row = incident("qana", "1996-04-18", killed_best=106, civilians_best=106, **QANA)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"unverified"}


def test_a_wars_total_counts_none_of_its_battles(held) -> None:
    row = incident("war", "2006-07-12", until="2006-08-14", killed_best=1191, **QANA)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"unverified"}


def test_two_incidents_that_fit_alike_decide_nothing(held) -> None:
    rows = (
        incident("first", "2006-07-30", killed_best=5, **QANA),
        incident("second", "2006-07-30", killed_best=9, **QANA),
    )
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(*rows))) == {"unverified"}


def test_a_row_that_is_marked_suspect_has_no_say(held) -> None:
    row = incident("qana", "2006-07-30", killed_best=28, suspect="counts the wounded", **QANA)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"unverified"}


def test_what_is_feared_is_not_checked(held) -> None:
    row = incident("qana", "2006-07-30", killed_best=28, **QANA)
    text = "Israeli aircraft could kill 54 civilians in Qana on 30 July 2006, Beirut warned."
    assert held(deaths_against_record, text, record(row)) == []


def test_somebody_elses_number_is_said_to_be_his(held) -> None:
    row = incident("qana", "2006-07-30", killed_best=28, civilians_best=28, **QANA)
    text = "Lebanon's health minister said Israeli aircraft killed 54 civilians in Qana on 30 July 2006."
    assert [one.note for one in held(deaths_against_record, text, record(row))] == [
        "said by Lebanon's health minister"
    ]


# Totals of a year

DRONES = {"event_mode": "drone", "actor_country": ("USA",), "country": ("YEM",)}
TOTALS = Reference(
    series=(
        series("killed", "people", **DRONES),
        series("civilians", "civilians", **DRONES),
        series("unknown", "of unknown status", **DRONES),
    ),
    observations=(
        year("killed", 2012, 200, 240),
        year("civilians", 2012, 10, 30),
        year("unknown", 2012, 5, 12),
        year("killed", 2012, 228, 228, source="Monitor"),
        year("killed", 2013, 90, 100),
        year("civilians", 2013, 20, 30),
    ),
)


def test_a_years_total_is_held_against_a_series(held) -> None:
    text = "US drones killed 228 civilians in Yemen in 2012."
    found = held(deaths_against_record, text, TOTALS)
    assert [(one.verdict, one.source, one.found_low, one.found_high, one.note) for one in found] == [
        (
            "disagrees",
            "Monitor",
            228,
            228,
            "the stated number is what Monitor counts of all people killed: 228",
        ),
        ("disagrees", "Survey", 10, 42, None),
    ]


def test_another_year_has_another_total(held) -> None:
    text = "US drones killed 25 civilians in Yemen in 2013."
    assert verdicts(held(deaths_against_record, text, TOTALS)) == {"agrees"}


def test_another_country_has_no_series(held) -> None:
    text = "US drones killed 228 civilians in Somalia in 2012."
    assert verdicts(held(deaths_against_record, text, TOTALS)) == {"unverified"}


def test_a_month_is_no_year(held) -> None:
    text = "US drones killed 228 civilians in Yemen in May 2012."
    assert verdicts(held(deaths_against_record, text, TOTALS)) == {"unverified"}


def strike(number: int, when: str, low: int, high: int, **more):
    return incident(
        f"mob-{number}",
        when,
        incident=None,
        source="Monitor",
        citation=f"Monitor, row {number} (strikes.csv)",
        killed_low=low,
        killed_high=high,
        civilians_low=0,
        civilians_high=1,
        **DRONES,
        **more,
    )


FILE = (strike(1, "2012-02-03", 4, 6), strike(2, "2012-11-30", 2, 2), strike(3, "2013-01-04", 9, 9))


def test_the_incidents_of_a_downloaded_file_are_summed_over_the_year(held) -> None:
    record = Reference(incidents=FILE, series=TOTALS.series, observations=TOTALS.observations)
    found = held(deaths_against_record, "US drones killed 300 people in Yemen in 2012.", record)
    assert [(one.source, one.found_low, one.found_high, one.citation) for one in found] == [
        (
            "Monitor",
            6,
            8,
            "two records summed, from Monitor, row 1 (strikes.csv) to Monitor, row 2 (strikes.csv)",
        ),
        ("Survey", 200, 240, "Survey, 2012"),
    ]


def test_a_file_that_ends_in_the_year_does_not_count_it(held) -> None:
    record = Reference(incidents=FILE[:2], series=TOTALS.series, observations=TOTALS.observations)
    found = held(deaths_against_record, "US drones killed 228 people in Yemen in 2012.", record)
    assert [(one.source, one.found_low) for one in found] == [("Monitor", 228), ("Survey", 200)]


def test_a_file_s_row_of_the_day_joins_the_compiled_incident(held) -> None:
    row = incident(
        "mob-7", "2006-07-30", incident=None, source="GED", killed_best=29, civilians_best=28, **QANA
    )
    compiled = incident("qana", "2006-07-30", killed_best=28, civilians_best=28, **QANA)
    found = held(deaths_against_record, QANA_TEXT, record(compiled, row))
    assert [(one.source, one.found) for one in found] == [
        ("GED", "28 civilians killed: qana"),
        ("Survey", "28 civilians killed: qana"),
    ]


def test_a_file_s_row_takes_the_place_of_its_source_s_compiled_one(held) -> None:
    row = incident("mob-7", "2006-07-30", incident=None, killed_best=54, civilians_best=54, **QANA)
    compiled = incident("qana", "2006-07-30", killed_best=28, civilians_best=28, **QANA)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(compiled, row))) == {"agrees"}


def test_a_file_s_row_of_other_parties_is_another_incident(held) -> None:
    other = QANA | {"actor": ("Hezbollah",), "actor_country": (), "place": ("Qana",)}
    row = incident("mob-7", "2006-07-30", incident=None, source="GED", killed_best=54, **other)
    assert verdicts(held(deaths_against_record, QANA_TEXT, record(row))) == {"unverified"}
