"""Who is told as holding an office, against who held it in the record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.checks.found import Found
from dateline.checks.record import persons
from dateline.checks.record.holders import name_of_office_holder, office_at_date
from dateline.checks.reference import Holding, Office, Reference, span
from dateline.checks.scene import Scene


def office(office_id: str, name: str, titles: str, country: str | None, body: str | None = None) -> Office:
    return Office(office_id, name, tuple(titles.split("|")), country, body, "GOV")


def holding(office_id: str, holder: str, start: str, end: str | None, *variants: str) -> Holding:
    return Holding(
        f"{office_id}-{start}",
        office_id,
        holder,
        variants,
        span(start),
        span(end) if end else None,
        "Almanac",
        f"Almanac: {holder}, since {start}",
    )


RECORD = Reference(
    offices=(
        office("gbr", "Prime Minister of the United Kingdom", "Prime Minister|British Prime Minister", "GBR"),
        office("usa", "President of the United States", "President|US President|U.S. President", "USA"),
        office("egy", "President of Egypt", "President|Egyptian President", "EGY"),
        office("cia", "Director of the CIA", "CIA director|Director of the CIA|CIA chief", "USA", "CIA"),
        office("arg", "President of Argentina", "President|Argentine President", "ARG"),
        office("tur", "Chief of the General Staff of Turkey", "Chief of the General Staff|army chief", "TUR"),
        office("chn", "Premier of China", "Premier|Chinese Premier", "CHN"),
        office("un", "Secretary-General of the United Nations", "UN Secretary-General", None, "UN"),
    ),
    holders=(
        holding("gbr", "Harold Wilson", "1974-03-04", "1976-04-05", "Wilson"),
        holding("gbr", "James Callaghan", "1976-04-05", "1979-05-04", "Jim Callaghan", "Callaghan"),
        holding("gbr", "Margaret Thatcher", "1979-05-04", "1990-11-28", "Thatcher"),
        holding("gbr", "John Major", "1990-11-28", "1997-05-02", "Major"),
        holding("usa", "Jimmy Carter", "1977-01-20", "1981-01-20"),
        holding("usa", "Ronald Reagan", "1981-01-20", "1989-01-20"),
        holding("usa", "George H. W. Bush", "1989-01-20", "1993-01-20", "George Bush"),
        holding("usa", "William Jefferson Clinton", "1993-01-20", "2001-01-20"),
        holding("egy", "Gamal Abdel Nasser", "1956-06", "1970-09-28", "Nasser"),
        holding("egy", "Muhammad Anwar Sadat", "1970-10", "1981-10-06", "Anwar al-Sadat", "Anwar Sadat"),
        holding("egy", "Hosni Mubarak", "1981-10-14", "2011-02-11", "Husni Mubarak", "Mubarak"),
        holding("cia", "William Casey", "1981-01-28", "1987-01-29", "William J. Casey"),
        holding("cia", "William Webster", "1987-05-26", "1991-08-31"),
        holding("arg", "Leopoldo Galtieri", "1981-12-22", "1982-06-18", "Galtieri"),
        holding(
            "tur", "Mehmet Amin Karadayi", "1994-08-30", "1998-08-30", "Mehmet Amin Karadayı", "Karadayi"
        ),
        holding("chn", "Zhou Enlai", "1949-10-01", "1976-01-08", "Chou En-lai"),
        holding("un", "Javier Pérez de Cuéllar", "1982-01-01", "1991-12-31", "Perez de Cuellar"),
    ),
)
Judge = Callable[..., list[Found]]


@pytest.fixture
def judge() -> Judge:
    def run(text: str, published: str, rule=name_of_office_holder, record: Reference = RECORD) -> list[Found]:
        return list(rule(Scene(dateline.parse(dateline.from_text(text, published=published))), record))

    return run


def told(found: list[Found]) -> list[tuple[str, str, str | None]]:
    return [(one.verdict, one.stated, one.found) for one in found]


@pytest.mark.parametrize(
    ("text", "published", "stated", "holder"),
    [
        (
            "British Prime Minister Margaret Thatcher rejected the plan.",
            "1982-05-20",
            "British Prime Minister Margaret Thatcher",
            "Margaret Thatcher",
        ),
        (
            "William Casey, the CIA director, flew to Riyadh.",
            "1984-02-01",
            "William Casey, the CIA director",
            "William Casey",
        ),
        (
            "Egyptian President Husni Mubarak met the envoy.",
            "1990-08-20",
            "Egyptian President Husni Mubarak",
            "Hosni Mubarak",
        ),
        (
            "U.S. President Bill Clinton met the envoy.",
            "1994-08-20",
            "U.S. President Bill Clinton",
            "William Jefferson Clinton",
        ),
        (
            "U.S. President George Bush met the envoy.",
            "1990-08-20",
            "U.S. President George Bush",
            "George H. W. Bush",
        ),
        (
            "UN Secretary-General Javier Perez de Cuellar called for a truce.",
            "1987-07-20",
            "UN Secretary-General Javier Perez de Cuellar",
            "Javier Pérez de Cuéllar",
        ),
        (
            "Chinese Premier Chou En-lai received the guests.",
            "1960-04-20",
            "Chinese Premier Chou En-lai",
            "Zhou Enlai",
        ),
    ],
)
def test_the_holder_of_the_day_agrees(judge, text: str, published: str, stated: str, holder: str) -> None:
    found = judge(text, published)
    assert told(found) == [("agrees", stated, holder)]
    assert found[0].source == "Almanac"
    assert found[0].citation is not None


def test_a_surname_without_a_country_is_the_one_of_that_name(judge) -> None:
    assert told(judge("President Reagan met the envoy.", "1984-02-01")) == [
        ("agrees", "President Reagan", "Ronald Reagan")
    ]


@pytest.mark.parametrize(
    ("text", "published", "stated", "holder"),
    [
        (
            "The Argentine President, General Leonardo Galtieri, refused.",
            "1982-05-01",
            "General Leonardo Galtieri",
            "Leopoldo Galtieri",
        ),
        (
            "Turkish army chief General Emin Karadayi warned the government.",
            "1997-03-01",
            "Turkish army chief General Emin Karadayi",
            "Mehmet Amin Karadayi",
        ),
        (
            "British Prime Minister Marcus Thatcher met the envoy on 3 May 1982.",
            "1982-05-10",
            "British Prime Minister Marcus Thatcher",
            "Margaret Thatcher",
        ),
    ],
)
def test_another_given_name_disagrees(judge, text: str, published: str, stated: str, holder: str) -> None:
    found = judge(text, published)
    assert told(found) == [("disagrees", stated, holder)]
    assert found[0].note is not None
    assert "another given name" in found[0].note


def test_quite_another_given_name_without_a_date_is_not_judged(judge) -> None:
    """It may be another of the family, at another time."""
    text = "British Prime Minister Edward Thatcher met the envoy."
    assert [one.verdict for one in judge(text, "1982-05-10")] == ["unverified"]


def test_an_office_before_its_holder_had_it_disagrees(judge) -> None:
    found = judge("British Prime Minister John Major met the envoy.", "1984-02-01")
    assert told(found) == [("disagrees", "British Prime Minister John Major", "Margaret Thatcher")]
    assert found[0].note is not None
    assert "John Major from 28 November 1990 to 2 May 1997" in found[0].note


def test_a_holder_of_the_past_may_be_told_of_the_past(judge) -> None:
    text = "Egyptian President Anwar Sadat went to Jerusalem."
    assert [one.verdict for one in judge(text, "1990-08-20")] == ["unverified"]


def test_a_holder_of_the_past_agrees_at_the_stated_time(judge) -> None:
    text = "In November 1977 Egyptian President Anwar Sadat went to Jerusalem."
    assert told(judge(text, "1990-08-20")) == [
        ("agrees", "Egyptian President Anwar Sadat", "Muhammad Anwar Sadat")
    ]


def test_news_of_a_holder_of_the_past_disagrees(judge) -> None:
    text = "CIA director William Casey met the king on 2 March 1990."
    assert told(judge(text, "1990-03-10")) == [("disagrees", "CIA director William Casey", "William Webster")]


def test_a_name_that_the_record_has_not_is_unverified(judge) -> None:
    found = judge("CIA director Robert Gates met the king.", "1986-03-10")
    assert told(found) == [("unverified", "CIA director Robert Gates", "William Casey")]


def test_a_day_that_the_record_has_not_is_unverified(judge) -> None:
    found = judge("Argentine President Raul Alfonsin met the envoy.", "1985-03-10")
    assert told(found) == [("unverified", "Argentine President Raul Alfonsin", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Former British Prime Minister James Callaghan criticised the plan.",
        "The then deputy CIA director William Webster met the king.",
        "Acting CIA director John Casey met the king.",
        "President-elect Edward Bush met the envoy.",
        "Senate President Harold Reagan met the envoy.",
        "Bundesbank President Karl Reagan met the envoy.",
        "Ronald Reagan, president from 1971 to 1975 of the club, met the envoy.",
        "Mr. Thatcher met the envoy.",
    ],
)
def test_who_is_not_in_that_office_is_left_alone(judge, text: str) -> None:
    assert judge(text, "1982-05-20") == []


def test_a_title_behind_a_comma_is_the_next_name_s(judge) -> None:
    found = judge("Sheikh Zayed, President Reagan and Lord Cockfield met.", "1984-02-01")
    assert {one.stated for one in found} <= {"President Reagan"}


def test_the_first_name_of_several_mentions_is_judged_once(judge) -> None:
    text = "CIA director William Casey flew to Riyadh. Later CIA director Casey met the king."
    assert [one.verdict for one in judge(text, "1984-02-01")] == ["agrees"]


def test_an_order_after_the_term_disagrees(judge) -> None:
    found = judge("In 1992 President Reagan ordered troops to Somalia.", "1999-03-10", office_at_date)
    assert told(found) == [("disagrees", "President Reagan", "George H. W. Bush")]


def test_an_order_within_the_term_agrees(judge) -> None:
    found = judge("In 1983 President Reagan ordered troops to Grenada.", "1999-03-10", office_at_date)
    assert told(found) == [("agrees", "President Reagan", "Ronald Reagan")]


def test_what_a_former_president_does_may_bear_the_title(judge) -> None:
    text = "In 1994 President Carter travelled to Pyongyang and met Kim Il-sung."
    assert judge(text, "1999-03-10", office_at_date) == []
    assert [one for one in judge(text, "1999-03-10") if one.verdict == "disagrees"] == []


def test_who_holds_the_office_today_may_bear_the_title_in_retrospect(judge) -> None:
    text = "In 1973 Egyptian President Hosni Mubarak ordered the air force into battle."
    assert judge(text, "1990-03-10", office_at_date) == []


def test_then_says_that_it_was_so_at_the_time(judge) -> None:
    text = "In 1979 then President Ronald Reagan met the shah."
    found = judge(text, "1999-03-10", office_at_date)
    assert told(found) == [("disagrees", "President Ronald Reagan", "Jimmy Carter")]


@pytest.mark.parametrize("rule", [name_of_office_holder, office_at_date])
def test_an_empty_record_says_nothing(judge, rule) -> None:
    text = "In 1992 British Prime Minister John Major met President Reagan."
    assert judge(text, "1999-03-10", rule, Reference()) == []
    assert judge(text, "1999-03-10", rule, Reference(offices=RECORD.offices)) == []


@pytest.mark.parametrize(
    ("name", "holder", "likeness"),
    [
        ("Muhammad Mursi", "Mohamed Morsi", "same"),
        ("Sergey Kiriyenko", "Sergei Kiriyenko", "same"),
        ("V. P. Singh", "Vishwanath Pratap Singh", "same"),
        ("Jintao Hu", "Hu Jintao", "same"),
        ("Tony Blair", "Anthony Blair", "same"),
        ("Geir Hallgrimsson", "Geir Hallgrímsson", "same"),
        ("Bashar Assad", "Bashar al-Assad", "same"),
        ("Hafez al-Assad", "Bashar al-Assad", "other"),
        ("Hassan Rouhani", "Hussein Rouhani", "slip"),
        ("Vladimir Zelensky", "Volodymyr Zelensky", "same"),
        ("Fahd", "Abdurrahman Wahid", None),
        ("Gordon Brown", "George Browne", None),
        ("", "George Browne", None),
    ],
)
def test_names(name: str, holder: str, likeness: str | None) -> None:
    assert persons.compare(name, holding("x", holder, "2000", None)) == likeness


def test_todays_holder_is_not_borne_out_for_a_day_before_his_term(judge) -> None:
    text = "The pact was drafted on 12 June 1984. British Prime Minister John Major spoke for it that day."
    assert judge(text, "1992-08-14") == []
