"""How long wars lasted and when they began and ended, as told and as the record has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.checks.found import Found
from dateline.checks.record.war_years import year_of_war
from dateline.checks.record.wars import length_of_war
from dateline.checks.reference import Reference, War, span
from dateline.checks.scene import Scene


def war(
    name: str,
    names: str,
    country: str,
    start: str,
    end: str | None = None,
    party: str | None = None,
    source: str = "Atlas",
) -> War:
    return War(
        f"{name}-{party}-{source}",
        name,
        tuple(names.split("|")),
        tuple(country.split("|")),
        party,
        span(start),
        span(end) if end else None,
        source,
        f"{source}: {name}, since {start}",
    )


RECORD = Reference(
    wars=(
        war(
            "Algerian War", "war in Algeria|Algeria's war of independence", "DZA", "1954-11-01", "1962-03-19"
        ),
        war("Vietnam War", "war in Vietnam", "VNM", "1955-11-01", "1975-04-30"),
        war("Vietnam War", "war in Vietnam", "VNM", "1965-03-08", "1973-01-27", "USA"),
        war("Vietnam War", "war in Vietnam", "VNM", "1961", "1973-01-27", "USA", "Gazette"),
        war("Iran-Iraq War", "war between Iran and Iraq", "IRN|IRQ", "1980-09-22", "1988-08-20"),
        war("Iraq War", "war in Iraq|invasion of Iraq", "IRQ", "2003-03-20", "2011-12-18"),
        war("Iraq War", "war in Iraq|invasion of Iraq", "IRQ", "2003-03-20", "2009-04-30", "GBR"),
        war("Mozambican Civil War", "civil war in Mozambique", "MOZ", "1977", "1992-10-04"),
        war("Falklands War", "Falklands conflict", "FLK|ARG", "1982-04-02", "1982-06-14"),
        war("Salvadoran Civil War", "civil war in El Salvador", "SLV", "1979", "1992-01-16"),
        war("Salvadoran Civil War", "civil war in El Salvador", "SLV", "1982", "1992-01-16", None, "Gazette"),
        war("First Liberian Civil War", "civil war in Liberia", "LBR", "1989-12-24", "1997-08-02"),
        war("Second Liberian Civil War", "civil war in Liberia", "LBR", "1999-04", "2003-08-18"),
        war("Syrian Civil War", "civil war in Syria|war in Syria", "SYR", "2011-03"),
    )
)
Judge = Callable[..., list[Found]]


@pytest.fixture
def judge() -> Judge:
    def run(text: str, published: str, rule=length_of_war, record: Reference = RECORD) -> list[Found]:
        return list(rule(Scene(dateline.parse(dateline.from_text(text, published=published))), record))

    return run


def told(found: list[Found]) -> list[tuple[str, str, str | None]]:
    return [(one.verdict, one.stated, one.found) for one in found]


@pytest.mark.parametrize(
    ("text", "published", "stated"),
    [
        ("The war in Syria has lasted for seven years.", "2018-05-01", "seven years"),
        ("The war in Syria is in its eighth year.", "2018-05-01", "eighth year"),
        ("The seven-year-old war in Syria goes on.", "2018-05-01", "seven-year-old"),
        ("Seven years into the war in Syria, Aleppo is in ruins.", "2018-05-01", "Seven years"),
        ("After more than seven years of war in Syria, Aleppo is in ruins.", "2018-05-01", "seven years"),
        ("Nearly a decade of war in Syria has emptied Aleppo.", "2020-02-01", "a decade"),
        ("The eight-year Iran-Iraq War killed half a million.", "1999-02-01", "eight-year"),
        ("Algeria's seven-year war of independence made him a hero.", "1985-02-01", "seven-year"),
        ("A decade after the invasion of Iraq, Baghdad is tense.", "2013-03-01", "A decade"),
        ("Ten years after the start of the Iran-Iraq War, he gave it all back.", "1990-09-01", "Ten years"),
    ],
)
def test_a_length_between_the_full_years_and_the_next_agrees(judge, text, published, stated) -> None:
    assert [(one.verdict, one.stated) for one in judge(text, published)] == [("agrees", stated)]


@pytest.mark.parametrize(
    ("text", "published", "stated", "found"),
    [
        (
            "After twelve years of war in Syria, Aleppo is in ruins.",
            "2018-05-01",
            "twelve years",
            "Syrian Civil War: since March 2011: 7.1 to 7.2 years",
        ),
        (
            "The war in Syria is in its fifth year.",
            "2018-05-01",
            "fifth year",
            "Syrian Civil War: since March 2011: 7.1 to 7.2 years",
        ),
        (
            "The ten-year Iran-Iraq War killed half a million.",
            "1999-02-01",
            "ten-year",
            "Iran-Iraq War: 22 September 1980 to 20 August 1988: 7.9 years",
        ),
        (
            "Britain's nine-year war in Iraq is over.",
            "2010-02-01",
            "nine-year",
            "Iraq War (United Kingdom): 20 March 2003 to 30 April 2009: 6.1 years",
        ),
    ],
)
def test_a_length_outside_what_the_record_has_disagrees(judge, text, published, stated, found) -> None:
    assert told(judge(text, published)) == [("disagrees", stated, found)]


def test_the_bounds_are_years_and_the_speaker_is_named(judge) -> None:
    text = "President Macron said that after twelve years of war in Syria everybody was tired."
    [one] = judge(text, "2018-05-01")
    assert (one.found_low, one.found_high) == (7.1, 7.2)
    assert one.note == "said by President Macron"
    assert one.citation == "Atlas: Syrian Civil War, since 2011-03"


def test_a_party_is_held_to_its_own_part(judge) -> None:
    found = judge("After three years of American involvement in Vietnam, he resigned.", "1968-03-01")
    assert [(one.verdict, one.source) for one in found] == [("contested", "Atlas"), ("contested", "Gazette")]


def test_sources_that_differ_make_it_contested(judge) -> None:
    found = judge("The 12-year civil war in El Salvador is over.", "1993-02-01")
    assert [(one.verdict, one.source, one.found_low, one.found_high) for one in found] == [
        ("contested", "Atlas", 12.0, 13.0),
        ("contested", "Gazette", 9.0, 10.0),
    ]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The first five years of war in Syria were the worst.", "2018-05-01"),
        ("A twelve-year war in Syria would ruin them all.", "2018-05-01"),
        ("Another twelve years of war in Syria are feared.", "2018-05-01"),
        ("After four years of the Iran-Iraq War the treasury was empty.", "1999-02-01"),
        ("Twelve years after the Iran-Iraq War the border was open.", "1995-02-01"),
        ("The twelve-year trade war in Syria is over.", "2018-05-01"),
        ("After twelve years of exile in Syria, he came home.", "2018-05-01"),
        ("Twelve years of war in Iraq and Syria have cost trillions.", "2018-05-01"),
        ("The twelve-year war is over.", "2018-05-01"),
        ("The protests against the war in Syria have lasted for twelve years.", "2018-05-01"),
    ],
)
def test_what_is_no_length_of_a_war_as_it_is_is_left_alone(judge, text: str, published: str) -> None:
    assert judge(text, published) == []


def test_a_length_across_several_wars_of_a_country_is_not_judged(judge) -> None:
    found = judge("The 14-year civil war in Liberia is over.", "2003-10-01")
    assert {one.verdict for one in found} == {"unverified"}


def test_a_part_of_a_party_is_not_held_against_the_whole(judge) -> None:
    """In 1970 the fifth year is America's."""
    assert {one.verdict for one in judge("The Vietnam War is in its fifth year.", "1970-02-01")} == {
        "unverified"
    }


def test_a_length_up_to_a_stated_date_agrees(judge) -> None:
    text = "By September 1985, after five years of the Iran-Iraq War, Basra was in ruins."
    assert [one.verdict for one in judge(text, "1999-02-01")] == ["agrees"]


@pytest.mark.parametrize(
    ("text", "verdict", "stated"),
    [
        ("The Iran-Iraq War, which began in 1980, changed the region.", "agrees", "1980"),
        ("The Iran-Iraq War ended in August 1988.", "agrees", "August 1988"),
        ("The end of the Iran-Iraq War in 1990 changed the region.", "disagrees", "1990"),
        ("The war in Iraq, which began in 2002, divided Europe.", "disagrees", "2002"),
        ("The Falklands War broke out in April 1982.", "agrees", "April 1982"),
        ("The 1983 Falklands War made her popular.", "disagrees", "1983 Falklands War"),
        ("The 2003 invasion of Iraq divided Europe.", "agrees", "2003 invasion of Iraq"),
    ],
)
def test_the_year_of_a_war(judge, text: str, verdict: str, stated: str) -> None:
    assert [(one.verdict, one.stated) for one in judge(text, "2012-05-01", year_of_war)] == [
        (verdict, stated)
    ]


def test_a_year_between_two_sources_is_contested(judge) -> None:
    found = judge("The civil war in El Salvador began in 1980.", "1995-05-01", year_of_war)
    assert {(one.verdict, one.source) for one in found} == {("contested", "Atlas"), ("contested", "Gazette")}


@pytest.mark.parametrize(
    "text",
    [
        "Britain's war in Iraq ended in 2009.",
        "The war in Iraq began in 1961.",
        "The talks on the war in Iraq began in 2002.",
        "The war began in 2002.",
    ],
)
def test_a_year_of_something_else_is_left_alone(judge, text: str) -> None:
    assert judge(text, "2012-05-01", year_of_war) == []


@pytest.mark.parametrize("rule", [length_of_war, year_of_war])
def test_an_empty_record_says_nothing(judge, rule) -> None:
    text = "After twelve years the war in Syria, which began in 2011, is in its fifth year."
    assert judge(text, "2018-05-01", rule, Reference()) == []


def test_an_article_whose_day_is_open_at_one_end_has_no_length_to_count() -> None:
    text = (
        "US jets bombed Kabul on 7 October 2001. After 12 years of US involvement in Afghanistan, it goes on."
    )
    scene = Scene(dateline.parse(dateline.from_text(text)))
    assert scene.written[0] is not None and scene.written[1] is None
    assert list(length_of_war(scene, RECORD)) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The Falklands War was over by June, after three years of fighting.", "three years"),
        ("The Iran-Iraq War bled both countries white. It lasted twelve years.", "twelve years"),
        ("The Iran-Iraq War was a draw. Twelve years of slaughter settled nothing.", "Twelve years"),
        ("The Algerian War felled the Republic: twelve years of killing wore it out.", "twelve years"),
        ("The Algerian War ended in 1962 after twelve years.", "twelve years"),
        ("The war that began in September 1980 was a draw. Iran fought twelve years of war.", "twelve years"),
    ],
)
def test_a_length_is_that_of_the_only_war_around_it(judge, text, stated) -> None:
    assert [(one.verdict, one.stated) for one in judge(text, "2008-02-01")] == [("disagrees", stated)]


@pytest.mark.parametrize(
    "text",
    [
        "The Falklands War was short. The general knew better: he had seen ten years of fighting.",
        "The Falklands War was short. Lebanon faced ten years of slaughter.",
        "The Falklands War was short. In Lebanon, ten years of fighting followed.",
        "The Falklands War was over. After ten years of struggle within the party, the leader fell.",
        "The Falklands War could have become ten years of fighting.",
        "The Iran-Iraq War ended in a truce. It lasted sixteen years.",
        "The Iran-Iraq War and the Algerian War were ruinous. Forty years of war had emptied the plains.",
        "The Algerian War began in 1954, after nine years of bloodshed since 1945.",
        "The Algerian War was cruel. Another twelve years of killing lay ahead.",
        "The Falklands War was short.\n\nTen years of fighting had emptied the hills.",
        "The Second Liberian Civil War had begun. Fourteen years of fighting emptied the coast.",
    ],
)
def test_the_length_of_another_fight_or_of_several_is_left_alone(judge, text) -> None:
    assert judge(text, "2008-02-01") == []


def test_a_length_that_fits_the_war_around_it_agrees(judge) -> None:
    text = "The Algerian War brought the Republic down: seven years of killing had worn it out."
    assert [one.verdict for one in judge(text, "2008-02-01")] == ["agrees"]
