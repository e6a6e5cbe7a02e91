"""When it happened: stated, resolved, from the narrative around it, or not known."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest
from telling import dated


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Iraq invaded Iran on 22 September 1980.", ["invaded 1980-09-22..1980-09-22 day stated"]),
        ("Turkish troops invaded Cyprus in July 1974.", ["invaded 1974-07-01..1974-07-31 month stated"]),
        ("France tested a nuclear weapon in 1960.", ["tested 1960-01-01..1960-12-31 year stated"]),
        (
            "Between 1975 and 1979 the Khmer Rouge killed thousands of Vietnamese.",
            ["killed 1975-01-01..1979-12-31 range stated"],
        ),
    ],
)
def test_a_date_in_the_clause_is_stated(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The arrest of the French ambassador by Zaire on 3 May 1988 angered Paris.",
            ["arrest 1988-05-03..1988-05-03 day stated"],
        ),
        (
            "Canada suspended aid to Uganda after the invasion of Tanzania by Ugandan troops in October 1978.",
            ["suspended -", "invasion 1978-10-01..1978-10-31 month stated"],
        ),
        (
            "The two sides had met before the signing of the treaty between Egypt and Israel on 26 March 1979.",
            ["signing 1979-03-26..1979-03-26 day stated", "signing 1979-03-26..1979-03-26 day stated"],
        ),
    ],
)
def test_a_date_on_the_noun_is_its_own(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Talks between Chad and Libya began in May 1987.",
            ["Talks 1987-05-01..1987-05-31 month stated", "Talks 1987-05-01..1987-05-31 month stated"],
        ),
    ],
)
def test_talks_take_the_date_of_the_verb_under_which_they_begin(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Fijian army arrested the prime minister on 14 May 1987. Two weeks later Australia suspended aid to Fiji.",
            ["arrested 1987-05-14..1987-05-14 day stated", "suspended 1987-05-25..1987-05-31 range resolved"],
        ),
        (
            "Libya attacked Chad on 10 June 1983. The next day France condemned the attack.",
            ["attacked 1983-06-10..1983-06-10 day stated", "condemned 1983-06-11..1983-06-11 day resolved"],
        ),
        (
            "Last month Kenya expelled two Somali diplomats.",
            ["expelled 1999-12-01..1999-12-31 month resolved"],
        ),
        ("Chad expelled the Libyan ambassador yesterday.", ["expelled 2000-01-04..2000-01-04 day resolved"]),
    ],
)
def test_a_date_counted_from_another_is_resolved(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Spain signed a treaty with Portugal on 12 June 1985, a day after the release of the Basque prisoners by France.",
            [
                "signed 1985-06-12..1985-06-12 day stated",
                "signed 1985-06-12..1985-06-12 day stated",
                "release 1985-06-11..1985-06-11 day resolved",
            ],
        ),
    ],
)
def test_an_event_from_which_a_date_is_counted_is_dated_by_it(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Gunmen attacked a Swiss bank on 7 October 1985 and killed an American tourist.",
            ["attacked 1985-10-07..1985-10-07 day stated", "killed 1985-10-07..1985-10-07 day context"],
        ),
    ],
)
def test_what_is_joined_to_a_dated_act_shares_its_date(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "On 1 September 1969, officers overthrew King Idris of Libya. They expelled the British garrison. On 5 November, Libya arrested twelve Americans.",
            [
                "overthrew 1969-09-01..1969-09-01 day stated",
                "expelled 1969-09-01..1969-11-05 range context",
                "arrested 1969-11-05..1969-11-05 day resolved",
            ],
        ),
    ],
)
def test_the_narrative_bounds_what_has_no_date(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sudan has bombed Ugandan villages since 1996.", ["bombed 1996-01-01..2000-01-05 range stated"]),
    ],
)
def test_since_makes_a_range_up_to_the_day_of_publication(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Portugal has recognised Angola.", ["recognised -"]),
        ("Portugal will recognise Angola.", ["recognise -"]),
        ("Ecuador expelled the Peruvian consul after the war.", ["expelled -"]),
        ("South Africa released the leader of the Namibian rebels after 20 years.", ["released -"]),
    ],
)
def test_without_a_date_there_is_none(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The clash in the valley on 15 June 2020 shocked Delhi. Three days after the clash India accused China of murder.",
            ["accused 2020-06-18..2020-06-18 day resolved"],
        ),
        (
            "The vote on 4 May 1979 was close. A week before the vote Iran had recalled its ambassador to London.",
            ["recalled 1979-04-23..1979-04-29 range resolved"],
        ),
        ("Two days after the verdict Chile condemned Spain.", ["condemned -"]),
    ],
)
def test_a_date_is_counted_from_an_event_that_was_dated_before(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "In August 1990 the king left for Taif, and Yemen protested.",
            [
                "left 1990-08-01..1990-08-31 month stated",
                "protested 1990-08-01..1990-08-31 month stated",
            ],
        ),
        (
            "The war began on 6 May 1998, when Eritrean soldiers attacked Badme.",
            ["attacked 1998-05-06..1998-05-06 day stated"],
        ),
        (
            "On 26 January 1995 the truce ended. Envoys left, and by 30 January 1995 Ecuador was shelling Peru.",
            ["shelling 1995-01-26..1995-01-30 range resolved"],
        ),
    ],
)
def test_a_day_before_several_verbs_is_that_of_those_it_governs(text: str, rows: list[str]) -> None:
    assert dated(text) == rows


def test_what_is_asked_for_does_not_take_the_day_of_the_asking() -> None:
    text = (
        "On 3 May 1990 Chad accused Libya of murder and demanded the withdrawal of Libyan troops from Aouzou."
    )
    assert dated(text)[-1] == "withdrawal -"


def test_the_story_ends_for_a_row_with_the_next_day_in_its_own_sentence() -> None:
    text = "Iran shelled Basra on 3 May 1982. Iraq accused it of murder, and on 9 May 1982 Kuwait closed the border."
    assert dated(text)[1] == "accused 1982-05-03..1982-05-09 range context"
