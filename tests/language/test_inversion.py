"""Subjects behind their verb: conditions without "if", questions, negative openings, speakers."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Had the coup succeeded, Spain would have left the alliance.",
            [
                "adverbial if: the coup | succeed perfect | -",
                "root: Spain | leave [would] perfect | the alliance",
            ],
        ),
        (
            "Should Ethiopia fill the dam, Egypt may appeal to the Council.",
            ["adverbial if: Ethiopia | fill [should] | the dam", "root: Egypt | appeal [may] | -"],
        ),
        (
            "Were Taiwan to declare independence, Beijing would respond.",
            ["adverbial if: Taiwan | declare | independence", "root: Beijing | respond [would] | -"],
        ),
        (
            "The strike would have spread had it lasted another week.",
            ["root: The strike | spread [would] perfect | -", "adverbial if: it | last perfect | -"],
        ),
        (
            "The king, had he lived, would have opposed the pact.",
            ["adverbial if: he | live perfect | -", "root: The king | oppose [would] perfect | the pact"],
        ),
    ],
)
def test_an_auxiliary_before_its_subject_is_a_condition(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did Libya order the bombing?", ["root: Libya | order | the bombing"]),
        ("Will Finland join the alliance?", ["root: Finland | join [will] | the alliance"]),
        ("Was the minister forced to resign?", [
            "root: the minister | force passive | -",
            "to: the minister | resign | -",
        ]),
    ],
)  # fmt: skip
def test_a_question_has_its_subject_behind_the_auxiliary(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Never before had a pope visited Havana.", ["root: a pope | visit negated perfect | Havana"]),
        ("Only after the flood did Burma admit foreign doctors.", ["root: Burma | admit | foreign doctors"]),
        ("Not until 1971 did Britain leave the Gulf.", ["root: Britain | leave | the Gulf"]),
        ("Under no circumstances will Malta lease the port.", ["root: Malta | lease [will] | the port"]),
        (
            "Uganda did not reply, nor did Kenya recall its envoy.",
            ["root: Uganda | reply negated | -", "conj: Kenya | recall negated | its envoy"],
        ),
    ],
)
def test_a_negative_opening_turns_subject_and_auxiliary_round(
    clauses, text: str, expected: list[str]
) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks have failed, said the minister.",
            ["root: The talks | fail perfect | -", "root: the minister | say | -"],
        ),
        (
            "The talks, said a Norwegian envoy, were near collapse.",
            ["root: a Norwegian envoy | say | -", "root: The talks | be | -"],
        ),
        (
            "The guerrillas, sources in Bogota said, had crossed the Orinoco.",
            ["root: sources | say | -", "root: The guerrillas | cross perfect | the Orinoco"],
        ),
        (
            "The raid, the colonel added, cost two lives.",
            ["root: the colonel | add | -", "root: The raid | cost | two lives"],
        ),
        (
            "“We are at war,” declared President Habyarimana.",
            ["root: We | be | -", "root: President Habyarimana | declare | -"],
        ),
    ],
)
def test_who_says_it_may_stand_behind_or_inside_what_is_said(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_what_is_may_stand_behind_be(clauses) -> None:
    assert clauses("Among the hostages was the ambassador.") == ["root: the ambassador | be | -"]
