"""The day and the order in which events are told against those of the record."""

from __future__ import annotations

import pytest
from records import day, entry, incident

from dateline.checks.record.dates import date_against_record, order_against_record
from dateline.checks.reference import Reference

FLIGHT = {
    "event_mode": "heavy-weapons",
    "actor": ("Soviet fighter", "Soviet Union"),
    "actor_country": ("SUN",),
    "target": ("Korean airliner", "KAL 007"),
    "target_country": ("KOR",),
}
RECALL = {
    "event_type": ("SANCTION", "PROTEST"),
    "actor": ("Turkey", "Ankara"),
    "actor_country": ("TUR",),
    "target": ("Israel",),
    "target_country": ("ISR",),
}
DAVIS = {
    "actor": ("Raymond Davis", "CIA contractor"),
    "actor_country": ("USA",),
    "target_country": ("PAK",),
    "country": ("PAK",),
    "place": ("Lahore", "Punjab"),
    "killed_best": 2,
}
MADRID = {
    "event_mode": "explosives",
    "actor": ("al-Qaeda",),
    "target": ("commuters",),
    "target_country": ("ESP",),
    "country": ("ESP",),
    "place": ("Madrid",),
    "killed_best": 191,
}


def results(found) -> list[tuple[str, str | None]]:
    return [(one.verdict, one.found) for one in found]


def test_the_day_told_is_the_day_recorded(held) -> None:
    rows = (incident("bombing of trains", "2004-03-11", **MADRID),)
    text = "Bombs of al-Qaeda killed 191 commuters in Madrid on 11 March 2004."
    found = held(date_against_record, text, Reference(incidents=rows))
    assert results(found) == [("agrees", "11 March 2004: bombing of trains")]


def test_a_month_told_holds_the_day_recorded(held) -> None:
    rows = (incident("bombing of trains", "2004-03-11", **MADRID),)
    text = "Bombs of al-Qaeda killed 191 commuters in Madrid in March 2004."
    assert results(held(date_against_record, text, Reference(incidents=rows)))[0][0] == "agrees"


def test_an_event_known_by_town_and_dead_is_told_in_another_month(held) -> None:
    rows = (incident("bombing of trains", "2004-03-11", **MADRID),)
    text = "Bombs of al-Qaeda killed 191 commuters in Madrid in May 2004."
    found = held(date_against_record, text, Reference(incidents=rows))
    assert results(found) == [("disagrees", "11 March 2004: bombing of trains")]


def test_the_words_at_issue_are_those_of_the_date(held) -> None:
    rows = (incident("bombing of trains", "2004-03-11", **MADRID),)
    text = "Bombs of al-Qaeda killed 191 commuters in Madrid in May 2004."
    found = held(date_against_record, text, Reference(incidents=rows))[0]
    assert text[found.start : found.end] == "May 2004"


def test_sources_that_differ_on_the_day_make_it_contested(held) -> None:
    rows = (
        incident("bombing of trains", "2004-03-11", source="Court", **MADRID),
        incident("bombing of trains", "2004-03-12", source="Daily", **MADRID),
    )
    text = "Bombs of al-Qaeda killed 191 commuters in Madrid on 11 March 2004."
    found = held(date_against_record, text, Reference(incidents=rows))
    assert {one.verdict for one in found} == {"contested"}


@pytest.mark.parametrize(
    "text",
    [
        "Bombs of al-Qaeda killed 191 commuters in London in May 2004.",  # another town
        "Bombs of al-Qaeda killed three commuters in Madrid in May 2004.",  # another number
        "Bombs of al-Qaeda killed 191 commuters in Madrid in May 2009.",  # years apart
        "Snipers killed 191 commuters in Moscow in May 2004.",  # another state
        "Bombs of al-Qaeda could kill 191 commuters in Madrid in May 2004.",  # did not happen
    ],
)
def test_what_may_be_another_event_is_left_alone(held, text: str) -> None:
    rows = (incident("bombing of trains", "2004-03-11", **MADRID),)
    found = held(date_against_record, text, Reference(incidents=rows))
    assert "disagrees" not in {one.verdict for one in found}


def test_what_the_record_does_not_have_is_unverified(held) -> None:
    text = "Peru closed its border with Ecuador on 27 January 1995."
    assert results(held(date_against_record, text, Reference())) == [("unverified", None)]


def test_an_undated_event_is_not_checked(held) -> None:
    assert held(date_against_record, "Peru closed its border with Ecuador.", Reference()) == []


# Events of a kind that recurs

SUMMIT = entry(
    "summit",
    "1986-10-11",
    actor=("Ronald Reagan",),
    actor_country=("USA",),
    target=("Mikhail Gorbachev",),
    target_country=("SUN",),
)


def test_a_meeting_months_away_is_another_meeting(held) -> None:
    text = "President Ronald Reagan met Mikhail Gorbachev on 19 November 1985."
    found = held(date_against_record, text, Reference(chronology=(SUMMIT,)))
    assert {one.verdict for one in found} == {"unverified"}


def test_a_meeting_told_a_day_off_disagrees(held) -> None:
    text = "President Ronald Reagan met the Soviet leader Mikhail Gorbachev on 10 October 1986."
    found = held(date_against_record, text, Reference(chronology=(SUMMIT,)))
    assert "disagrees" in {one.verdict for one in found}


def test_somebody_else_went_there_too(held) -> None:
    rows = (
        entry(
            "visit",
            "1986-10-11",
            until="1986-10-14",
            actor=("Steingrimur Hermannsson",),
            actor_country=("ISL",),
            target=("Denmark",),
            target_country=("DNK",),
        ),
    )
    text = "Foreign Minister Matthias Mathiesen of Iceland visited Denmark on 12 October 1986."
    found = held(date_against_record, text, Reference(chronology=rows))
    assert {one.verdict for one in found} == {"unverified"}


# Order

STRIKES = {
    "event_mode": "drone",
    "actor": ("US drones", "United States"),
    "actor_country": ("USA",),
    "target_country": ("YEM",),
    "country": ("YEM",),
}


def test_what_the_text_puts_before_a_meeting_came_after_it(held) -> None:
    record = Reference(
        incidents=(
            incident("strike at Rada", "2013-09-02", killed_best=40, **STRIKES),
            incident("strike at Azzan", "2013-09-20", killed_best=6, none_since=day("2013-09-02"), **STRIKES),
        ),
        chronology=(
            entry(
                "talks in Sana",
                "2013-09-15",
                actor=("John Brennan",),
                actor_country=("USA",),
                target=("Abd Rabbuh Mansur Hadi",),
                target_country=("YEM",),
            ),
        ),
    )
    text = (
        "On 2 September 2013 US drones killed 40 Yemenis. CIA Director John Brennan met President Abd Rabbuh "
        "Mansur Hadi on 15 September 2013. By that time US drones had made another attack on Yemen, killing "
        "six."
    )
    found = held(order_against_record, text, record)
    assert results(found) == [("disagrees", "20 September 2013: strike at Azzan")]
    assert found[0].note == (
        "the text has it before, and the record after: talks in Sana, 15 September 2013; "
        "a source says that there was no other of its kind in between"
    )


# Known again by what the sentence tells besides

RANGOON = {
    "event_mode": "explosives",
    "actor": ("North Korea",),
    "actor_country": ("PRK",),
    "target": ("Chun Doo-hwan", "South Korean ministers"),
    "target_country": ("KOR",),
    "country": ("MMR",),
    "place": ("Rangoon", "Yangon"),
    "killed_best": 21,
}
SADAT = {
    "actor": ("Islamic Jihad", "Khalid Islambouli"),
    "target": ("Anwar Sadat", "Sadat"),
    "target_country": ("EGY",),
    "country": ("EGY",),
    "place": ("Cairo",),
    "killed_best": 11,
}
RELEASE = {
    "event_type": ("RETREAT",),
    "event_mode": "release",
    "actor": ("Iran", "Iranian court"),
    "actor_country": ("IRN",),
    "target": ("Roxana Saberi",),
    "country": ("IRN",),
    "place": ("Tehran",),
}


BOMB = incident("bomb", "1983-10-09", **RANGOON)
MURDER = incident("murder", "1981-10-06", **SADAT)


def verdicts_of(held, text: str) -> set[str]:
    record = Reference(incidents=(BOMB, MURDER), chronology=(entry("release", "2009-05-11", **RELEASE),))
    return {one.verdict for one in held(date_against_record, text, record)}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A bomb in Rangoon killed 21 people in October 1983.", "agrees"),
        ("A bomb in Rangoon killed 21 people in October 1984.", "disagrees"),
        ("Anwar Sadat was murdered in Cairo in October 1982.", "disagrees"),
        ("Then came the murder of Anwar Sadat, in May 1981, in Cairo.", "disagrees"),
        ("Iran released the reporter Roxana Saberi in Tehran in June 2009.", "disagrees"),
    ],
)
def test_names_and_towns_anywhere_in_its_sentence_tell_an_event(held, text: str, verdict: str) -> None:
    assert verdicts_of(held, text) == {verdict}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in Rangoon killed three people in October 1984.",
        "A bomb in Mandalay killed 21 people in October 1984.",
        "Anwar Sadat was attacked in Jerusalem in October 1982.",
        "Two gunmen killed two men in Cairo in June 1982.",
        "Iran released the reporter Roxana Saberi in Tehran in June 2012.",
    ],
)
def test_what_shares_too_little_is_another_event(held, text: str) -> None:
    assert verdicts_of(held, text) == {"unverified"}


def test_a_sentence_that_tells_two_things_lends_its_date_to_neither(held) -> None:
    text = "In May 1999 a court tried the men who had murdered Anwar Sadat in Cairo."
    assert "disagrees" not in verdicts_of(held, text)
