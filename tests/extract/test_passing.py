"""What a sentence tells only in passing is no row of its own, unless it says who, when or with what result."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Niger shortened the curfew imposed in Agadez.", ["Niger > CONCEDE 0813 > -"]),
        ("Chad praised the inspectors probing the depots.", ["Chad > SUPPORT 051 > the inspectors"]),
        (
            "A bomb left at a school in Nairobi killed two teachers.",
            ["- > ASSAULT/explosives 183 > two teachers"],
        ),
        ("Iceland called the sanctions on Burma a failure.", []),
        ("Norway keeps radars there under a defence pact with Washington.", []),
        (
            "Greeks demanded a United Nations force to protect them.",
            ["Greeks > REQUEST/assist 1034 > a United Nations force"],
        ),
        (
            "Uruguay resented Chile's refusal to accept the independence of Belize.",
            ["Chile > REJECT 120 > Belize"],
        ),
    ],
)
def test_what_only_says_which_one_is_meant_is_no_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Niger shortened the curfew imposed in Agadez on 3 May 1990.",
            ["Niger > CONCEDE 0813 > -", "- > COERCE/curfew 1723 > Agadez"],
        ),
        (
            "Senegal freed the pilots captured by Guinea.",
            ["Senegal > RETREAT/release 0841 > the pilots", "Guinea > COERCE/arrest 173 > the pilots"],
        ),
        (
            "Talks between Togo and Benin angered Ghana.",
            ["Togo > CONSULT 040 > Benin", "Benin > CONSULT 040 > Togo"],
        ),
        ("Sanctions on Libya hurt Malta.", ["- > SANCTION/discontinue 163 > Libya"]),
    ],
)
def test_what_says_who_did_it_or_when_is_one(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_a_noun_under_a_condition_is_supposed() -> None:
    assert told("Peru will gain if the talks lead to the withdrawal of Chilean troops from Arica.") == [
        "Chilean troops > RETREAT/withdraw 0874 > Arica (hypothetical)"
    ]


def test_a_protest_behind_what_it_says_is_a_complaint() -> None:
    assert told("The verdict was unjust, the Ghanaian miners protested.") == [
        "the Ghanaian miners > ACCUSE/allege 114 > -"
    ]
    assert told("When the verdict came, Ghanaian miners protested.") == [
        "Ghanaian miners > PROTEST/demo 141 > -"
    ]
