"""A past or a future holder told as acting in the office, and family names misspelt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.checks.found import Found
from dateline.checks.record import persons
from dateline.checks.record.holders import name_of_office_holder, office_at_date
from dateline.checks.reference import Holding, Office, Reference, span
from dateline.checks.scene import Scene


def office(office_id: str, name: str, titles: str, country: str) -> Office:
    return Office(office_id, name, tuple(titles.split("|")), country, None, "GOV")


def holding(office_id: str, holder: str, start: str, end: str | None, *variants: str) -> Holding:
    until = span(end) if end else None
    key = f"{office_id}-{start}"
    return Holding(key, office_id, holder, variants, span(start), until, "Almanac", "Almanac")


RECORD = Reference(
    offices=(
        office("gbr", "Prime Minister of the United Kingdom", "British Prime Minister|Prime Minister", "GBR"),
        office("deu", "Chancellor of Germany", "German Chancellor|West German Chancellor|Chancellor", "DEU"),
        office("fra", "President of France", "French President|President", "FRA"),
        office("ind", "Prime Minister of India", "Indian Prime Minister|Prime Minister", "IND"),
        office("irn", "President of Iran", "Iranian President|President", "IRN"),
        office("isr", "Prime Minister of Israel", "Israeli Prime Minister|Prime Minister", "ISR"),
        office("kor", "President of South Korea", "South Korean President|President", "KOR"),
        office("rus", "President of Russia", "Russian President|President", "RUS"),
        office("usd", "Secretary of Defense", "Defense Secretary|Defence Secretary", "USA"),
        office("pak", "President of Pakistan", "Pakistani President|President", "PAK"),
    ),
    holders=(
        holding("gbr", "Harold Wilson", "1974-03-04", "1976-04-05"),
        holding("gbr", "Margaret Thatcher", "1979-05-04", "1990-11-28"),
        holding("gbr", "Tony Blair", "1997-05-02", "2007-06-27"),
        holding("gbr", "Gordon Brown", "2007-06-27", "2010-05-11"),
        holding("gbr", "David Cameron", "2010-05-11", "2016-07-13"),
        holding("deu", "Willy Brandt", "1969-10-21", "1974-05-16"),
        holding("deu", "Helmut Schmidt", "1974-05-16", "1982-10-01"),
        holding("deu", "Helmut Kohl", "1982-10-01", "1998-10-27"),
        holding("deu", "Gerhard Schröder", "1998-10-27", "2005-11-22"),
        holding("fra", "Valéry Giscard d'Estaing", "1974-05-27", "1981-05-21"),
        holding("fra", "François Mitterrand", "1981-05-21", "1995-05-17"),
        holding("fra", "Jacques Chirac", "1995-05-17", "2007-05-16"),
        holding("fra", "Nicolas Sarkozy", "2007-05-16", "2012-05-15"),
        holding("ind", "Indira Gandhi", "1980-01-14", "1984-10-31"),
        holding("ind", "Rajiv Gandhi", "1984-10-31", "1989-12-02"),
        holding("irn", "Mohammad Khatami", "1997-08-03", "2005-08-03"),
        holding("irn", "Mahmoud Ahmadinejad", "2005-08-03", "2013-08-03", "Mahmud Ahmadi-Nejad"),
        holding("irn", "Hassan Rouhani", "2013-08-03", "2021-08-03"),
        holding("isr", "Menachem Begin", "1977-06-21", "1983-10-10"),
        holding("isr", "Ehud Barak", "1999-07-06", "2001-03-07"),
        holding("isr", "Ariel Sharon", "2001-03-07", "2006-04-14"),
        holding("kor", "Kim Dae-jung", "1998-02-25", "2003-02-25"),
        holding("kor", "Roh Moo-hyun", "2003-02-25", "2008-02-25"),
        holding("kor", "Lee Myung-bak", "2008-02-25", "2013-02-25"),
        holding("rus", "Boris Yeltsin", "1991-07-10", "1999-12-31"),
        holding("rus", "Vladimir Putin", "1999-12-31", "2008-05-07"),
        holding("usd", "Donald Rumsfeld", "2001-01-20", "2006-12-18"),
        holding("usd", "Robert Gates", "2006-12-18", "2011-07-01"),
        holding("usd", "Leon Panetta", "2011-07-01", "2013-02-26"),
        holding("pak", "Zia-ul-Haq", "1978-09-16", "1988-08-17"),
        holding("pak", "Pervez Musharraf", "2001-06-20", "2008-08-18"),
        holding("pak", "Asif Ali Zardari", "2008-09-09", "2013-09-08"),
    ),
)
Judge = Callable[[str, str | None], list[tuple[str, str | None]]]


@pytest.fixture
def wrong() -> Judge:
    """Who is told wrongly, and who it was."""

    def run(text: str, published: str | None) -> list[tuple[str, str | None]]:
        article = dateline.from_text(text, published=published) if published else dateline.from_text(text)
        scene = Scene(dateline.parse(article))
        found: list[Found] = [
            one for rule in (name_of_office_holder, office_at_date) for one in rule(scene, RECORD)
        ]
        return [(one.stated, one.found) for one in found if one.verdict == "disagrees"]

    return run


@pytest.mark.parametrize(
    ("published", "text", "stated", "holder"),
    [
        (
            "2011-12-12",
            "Defence Secretary Robert Gates said the alliance would keep its bases.",
            "Defence Secretary Robert Gates",
            "Leon Panetta",
        ),
        (
            "1985-06-12",
            "Indian Prime Minister Indira Gandhi told parliament that the talks would go on.",
            "Indian Prime Minister Indira Gandhi",
            "Rajiv Gandhi",
        ),
        (
            "1999-08-14",
            "The German Chancellor, Helmut Kohl, welcomed the ceasefire.",
            "German Chancellor, Helmut Kohl",
            "Gerhard Schröder",
        ),
        (
            "2009-09-15",
            "Pakistani President Pervez Musharraf has rejected the allegations.",
            "Pakistani President Pervez Musharraf",
            "Asif Ali Zardari",
        ),
        (
            "1996-09-01",
            "French President François Mitterrand is expected to meet the envoy next week.",
            "French President François Mitterrand",
            "Jacques Chirac",
        ),
        (
            "2014-02-20",
            "“We will respond,” Iranian President Mahmoud Ahmadinejad warned on Wednesday.",
            "Iranian President Mahmoud Ahmadinejad",
            "Hassan Rouhani",
        ),
    ],
)
def test_a_past_holder_who_speaks_today_is_wrong(
    wrong: Judge, published: str, text: str, stated: str, holder: str
) -> None:
    assert wrong(text, published) == [(stated, holder)]


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2011-12-12", "Former Defence Secretary Robert Gates said the alliance would keep its bases."),
        ("2011-12-12", "Under Defence Secretary Robert Gates the alliance kept its bases."),
        ("2011-08-12", "Defence Secretary Robert Gates said the alliance would keep its bases."),
        (None, "Defence Secretary Robert Gates said the alliance would keep its bases."),
        (
            "1985-06-12",
            "The then Indian Prime Minister Indira Gandhi told parliament that talks would go on.",
        ),
        ("2014-02-20", "Iranian President Mahmoud Ahmadinejad had warned that Tehran would respond."),
        ("1999-08-14", "In 1990 German Chancellor Helmut Kohl said that the border would stand."),
        ("2003-05-10", "Russian President Boris Yeltsin said that the army would shell the parliament."),
        ("1992-01-10", "Prime Minister Thatcher said there was no such thing as society."),
        (
            "2008-06-01",
            "The troops went in on 20 March 2003. British Prime Minister Tony Blair said they would stay.",
        ),
        (
            "2008-06-01",
            "Tony Blair, the former prime minister, was in Rome. British Prime Minister Tony Blair said so.",
        ),
    ],
)
def test_a_past_holder_of_a_story_of_the_past_is_left_alone(
    wrong: Judge, published: str | None, text: str
) -> None:
    assert wrong(text, published) == []


def test_the_title_is_kept_for_the_dead(wrong: Judge) -> None:
    assert wrong("Israeli Prime Minister Ariel Sharon died on Saturday.", "2014-01-13") == []


@pytest.mark.parametrize(
    ("published", "text", "stated", "holder"),
    [
        (
            "2009-04-10",
            "President Roh Moo-hyun flew to the North in June 2000.",
            "President Roh Moo-hyun",
            "Kim Dae-jung",
        ),
        (
            "2006-10-10",
            "President Roh Moo-hyun flew to the North in June 2000.",
            "President Roh Moo-hyun",
            "Kim Dae-jung",
        ),
        (
            "2011-04-10",
            "Prime Minister Tony Blair sent the fleet to the Falklands in April 1982.",
            "Prime Minister Tony Blair",
            "Margaret Thatcher",
        ),
        (
            "2010-05-10",
            "On 7 October 1981 Pakistani President Pervez Musharraf received the American delegation.",
            "Pakistani President Pervez Musharraf",
            "Zia-ul-Haq",
        ),
        (
            "2003-01-10",
            "The accord was reached on 17 September 1978. Israeli Prime Minister Ehud Barak signed that day.",
            "Israeli Prime Minister Ehud Barak",
            "Menachem Begin",
        ),
        (
            "2001-01-10",
            "German Chancellor Helmut Kohl travelled to Warsaw in December 1970.",
            "German Chancellor Helmut Kohl",
            "Willy Brandt",
        ),
    ],
)
def test_a_deed_before_the_office_is_another_s(
    wrong: Judge, published: str, text: str, stated: str, holder: str
) -> None:
    assert wrong(text, published) == [(stated, holder)]


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2009-04-10", "President Kim Dae-jung flew to the North in June 2000."),
        ("2009-04-10", "President Roh Moo-hyun was a lawyer in June 1987."),
        ("2009-04-10", "President Roh Moo-hyun, who as a lawyer had protested in June 1987, flew north."),
        ("2004-05-10", "Prime Minister Tony Blair visited Washington in April 1982."),
        ("2011-05-10", "Prime Minister Blair, then in opposition, criticised the deal in 1995."),
        ("2011-05-10", "British Prime Minister Tony Blair recalled the treaty of 1972."),
        ("2010-05-10", "Pakistani President Pervez Musharraf fought in the war in December 1971."),
        ("2012-03-10", "British Prime Minister David Cameron apologised for the killings of January 1972."),
        ("2010-05-10", "Prime Minister Ariel Sharon led a division in October 1973."),
    ],
)
def test_a_life_before_the_office_may_be_told_by_the_title(wrong: Judge, published: str, text: str) -> None:
    assert wrong(text, published) == []


@pytest.mark.parametrize(
    ("published", "text", "stated", "holder"),
    [
        ("2009-03-10", "British Prime Minister Gordon Braun said so.", "Gordon Braun", "Gordon Brown"),
        (
            "2009-03-10",
            "Iranian President Mahmud Ahmadinejat said so.",
            "Mahmud Ahmadinejat",
            "Mahmoud Ahmad",
        ),
        ("2006-03-10", "Defense Secretary Donald Rumsfield said so.", "Donald Rumsfield", "Donald Rumsfeld"),
        ("1999-03-10", "French President Jacques Chirak said so.", "Jacques Chirak", "Jacques Chirac"),
        ("1993-03-10", "German Chancellor Helmut Kohn said so.", "Helmut Kohn", "Helmut Kohl"),
        (
            "1985-03-10",
            "British Prime Minister Margaret Thacher said so.",
            "Margaret Thacher",
            "Margaret That",
        ),
    ],
)
def test_a_family_name_misspelt_is_wrong(
    wrong: Judge, published: str, text: str, stated: str, holder: str
) -> None:
    [(words, found)] = wrong(text, published)
    assert words.endswith(stated)
    assert found is not None
    assert found.startswith(holder)


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2009-03-10", "Iranian President Mahmud Ahmadi-Nejad said so."),
        ("2009-03-10", "Iranian President Mahmoud Ahmadinezhad said so."),
        ("1995-03-10", "Russian President Boris Jelzin said so."),
        ("2003-03-10", "Russian President Vladimir Poutine said so."),
        ("2003-03-10", "German Chancellor Gerhard Schroeder said so."),
        ("1990-03-10", "French President Francois Mitterand said so."),
        ("2003-03-10", "Iranian President Mohammed Khatemi said so."),
        ("2003-03-10", "Israeli Prime Minister Ariel Sheron said so."),
        ("2006-03-10", "South Korean President Roh Mu-hyon said so."),
    ],
)
def test_another_transliteration_is_no_misspelling(wrong: Judge, published: str, text: str) -> None:
    assert wrong(text, published) == []


@pytest.mark.parametrize(
    ("name", "holder", "country", "likeness"),
    [
        ("Gordon Braun", "Gordon Brown", "GBR", "misspelt"),
        ("Gordon Braun", "Gordon Brown", None, None),
        ("Gordon Brown", "George Browne", "GBR", None),
        ("Geir Hallgrimsson", "Geir Hallgrímsson", "ISL", "same"),
        ("Li Pong", "Li Peng", "CHN", None),
        ("Muammar Qadhafi", "Muammar Gaddafi", "LBY", "same"),
    ],
)
def test_names_by_the_letters_of_their_country(
    name: str, holder: str, country: str | None, likeness: str | None
) -> None:
    assert persons.compare(name, holding("x", holder, "2000", None), country) == likeness
