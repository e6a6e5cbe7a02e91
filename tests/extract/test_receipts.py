"""What an event row remembers of how it came about: the slots of its roles and what gave its code.

``status_cue`` is tested with ``dateline explain``, which tells it.
"""

from __future__ import annotations

import pytest
from telling import events


def slots(text: str) -> list[str]:
    """How source and target were found: "summoned: by > passive subject", "-" where there is none."""
    return [f"{e.trigger}: {e.source_slot or '-'} > {e.target_slot or '-'}" for e in events(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Chad attacked Libya.", ["attacked: subject > object"]),
        ("The Iraqi envoy was summoned by Spain.", ["summoned: by > passive subject"]),
        ("Zambian villages were shelled by Rhodesia.", ["shelled: by > passive subject.mod"]),
        ("Cuba recalled its ambassador from Peru.", ["recalled: subject > from"]),
        ("Britain seized Iran's tanker.", ["seized: subject > object.owner"]),
        ("Denmark gave Latvia a loan.", ["gave: subject > indirect"]),
    ],
)
def test_the_slots_of_a_verb(text: str, rows: list[str]) -> None:
    assert slots(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The arrest of two Fijian ministers by the army angered Australia.", ["arrest: by > of"]),
        ("Uganda's invasion of Tanzania shocked Africa.", ["invasion: owner > of"]),
        ("The French withdrawal from Algeria began in 1962.", ["withdrawal: mod > from"]),
    ],
)
def test_the_slots_of_a_noun(text: str, rows: list[str]) -> None:
    assert slots(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "India invaded Goa and annexed Sikkim.",
            ["invaded: subject > object", "annexed: subject of invade > object"],
        ),
        ("Rebels who had attacked Mali wept.", ["attacked: antecedent > object"]),
        (
            "India asked Nepal to expel three Chinese diplomats.",
            ["asked: subject > object", "expel: object of ask > object"],
        ),
        ("Kenya managed to arrest the Somali envoy.", ["arrest: subject of manage > object"]),
    ],
)
def test_a_subject_that_another_clause_has(text: str, rows: list[str]) -> None:
    assert slots(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Saudi jets bombed Sanaa.", ["bombed: subject > object"]),
        ("Norway agreed to send aid to Sudan.", ["agreed: subject > inner.to"]),
        (
            "Iraq shelled Abadan on 3 May 1986. Sweden condemned the attack.",
            ["shelled: subject > object", "condemned: subject > told.subject"],
        ),
    ],
)
def test_what_leads_on_from_a_slot_to_the_actor(text: str, rows: list[str]) -> None:
    assert slots(text) == rows


def test_both_rows_of_a_mutual_act_keep_the_slot_of_their_side() -> None:
    assert slots("Egypt met with Libya in Tripoli.") == [
        "met with: subject > object",
        "met with: object > subject",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's president accused Togo, Benin and the rebels of treachery.",
        "Iraq shelled Abadan on 3 May 1986. Sweden condemned the attack.",
        "He condemned the US-Soviet talks. Nobody listened to the Greek minister, who attacked Turkey.",
    ],
)
def test_the_words_of_a_role_stand_where_it_says(text: str) -> None:
    found = [
        (getattr(e, f"{side}_text"), getattr(e, f"{side}_start"), getattr(e, f"{side}_end"))
        for e in events(text)
        for side in ("source", "target")
    ]
    assert [words for words, _, _ in found if words]
    assert all((start is None) == (words is None) for words, start, _ in found)
    assert all(text[start:end] == words for words, start, end in found if words)


@pytest.mark.parametrize(
    ("text", "trigger", "code_rule"),
    [
        ("Chad attacked Libya.", "attacked", None),
        ("Norway agreed to send aid to Sudan.", "agreed", "03 + 07"),
        ("Greece will withdraw its troops from Cyprus.", "withdraw", "intended + 087"),
        ("The halt in joint patrols by Togo and Ghana worried traders.", "halt", "stopped + 062"),
        ("Turkish jets attacked Kurdish rebels.", "attacked", "@aircraft"),
        ("Iraq attacked Kurdish rebels in air raids.", "attacked", "noun:air-attack"),
    ],
)
def test_what_gave_the_code_where_it_is_not_the_frames_own(
    text: str, trigger: str, code_rule: str | None
) -> None:
    assert [e.code_rule for e in events(text) if e.trigger == trigger][:1] == [code_rule]
