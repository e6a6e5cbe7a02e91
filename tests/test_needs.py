"""Who needs what from whom, in sentences of several disputes."""

from __future__ import annotations

import pytest

import dateline
from dateline.needs import needs


def told(text: str, sides: tuple[str, str]) -> list[tuple[str, str, str]]:
    rows = needs(dateline.parse(dateline.from_text(text)), sides, None)
    return list(rows[["who", "whom", "kind"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("In the end India and Pakistan need each other.", ("IND", "PAK")),
        ("Mutual trust must be restored by Egypt and Israel.", ("EGY", "ISR")),
        ("A treaty between Iceland and Britain is necessary before the winter.", ("ISL", "GBR")),
    ],
)
def test_what_both_need_is_needed_of_each_other_where_the_words_say_so(
    text: str, sides: tuple[str, str]
) -> None:
    assert told(text, sides) == [("both sides", "each other", "need")]


def test_what_both_need_is_otherwise_needed_of_nobody_in_particular() -> None:
    said = told("Chile and Peru need a new court.", ("CHL", "PER"))
    assert said == [("both sides", "nobody named", "need")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenya demands that Somalia must withdraw its troops.", ("KEN", "SOM")),
        ("Argentina asked Britain to withdraw its fleet, which is necessary for peace.", ("ARG", "GBR")),
    ],
)
def test_what_is_demanded_is_no_need_as_well(text: str, sides: tuple[str, str]) -> None:
    assert [kind for _, _, kind in told(text, sides)] == ["demand"]
