"""Noun groups: where they begin and end, and what hangs on what.

Each expectation lists the groups that hang on no other: list members joined by ``+``, an apposition
behind ``=``, a prepositional phrase in ``<>``.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The besieged town of Huambo fell.", ["The besieged town <of Huambo>"]),
        ("At least two senior Pakistani officers died.", ["At least two senior Pakistani officers"]),
        ("More than 300,000 Rohingya refugees fled.", ["More than 300,000 Rohingya refugees"]),
        ("Nearly one third of the city's homes burned.", ["Nearly one third <of the city's homes>"]),
        ("The ministry spent up to US$50 million on it.", ["The ministry", "up to US$50 million <on it>"]),
        ("The rich fled and the wounded stayed.", ["The rich", "the wounded"]),
        ("Iran's Revolutionary Guards' commander spoke.", ["Iran's Revolutionary Guards' commander"]),
        ("The rebels’ camp burned.", ["The rebels’ camp"]),
        ("His brother's army won.", ["His brother's army"]),
        (
            "President Sukarno met Foreign Minister Subandrio.",
            ["President Sukarno", "Foreign Minister Subandrio"],
        ),
        ("Army spokesman Col. Mahmud denied it.", ["Army spokesman Col. Mahmud", "it"]),
        ("France, Britain and Israel attacked Egypt.", ["France + Britain + Israel", "Egypt"]),
        ("Talks between Greece and Turkey failed.", ["Talks <between Greece + Turkey>"]),
        (
            "An accord between the army and the rebels of the north was signed.",
            ["An accord <between the army + the rebels>"],
        ),
        ("Juan Pérez, a farmer, was shot.", ["Juan Pérez = a farmer"]),
        ("A British nurse, Lucy Parr, was freed.", ["A British nurse = Lucy Parr"]),
        ("The army chief, General Gowon, resigned.", ["The army chief = General Gowon"]),
        ("Mobutu Sese Seko, President of Zaire, fell ill.", ["Mobutu Sese Seko = President"]),
        ("The African Union (AU) force left.", ["The African Union (AU) force = AU"]),
        ("The Irish Republican Army (IRA) denied it.", ["The Irish Republican Army = IRA", "it"]),
        ("To repair the damage Lt-Gen Soares flew to Luanda.", ["the damage", "Lt-Gen Soares", "Luanda"]),
        ("Crowds gathered in Tehran Monday.", ["Crowds", "Tehran", "Monday"]),
        ("He died in Lima last Friday.", ["He", "Lima", "last Friday"]),
        ("The attack on Black Friday shocked them.", ["The attack <on Black Friday>", "them"]),
        (
            "In Kabul, the minister, an ally of the king, resigned.",
            ["Kabul", "the minister", "an ally <of the king>"],
        ),
        (
            "In a speech to the nation, President Carter condemned the raid.",
            ["a speech <to the nation>", "President Carter", "the raid"],
        ),
        (
            "The murder of a journalist, Anna Petrova, in Moscow angered Europe.",
            ["The murder <of a journalist = Anna Petrova> <in Moscow>", "Europe"],
        ),
        ("US and British forces landed.", ["US and British forces"]),
        (
            "They fired because of the curfew in response to the raid.",
            ["They", "the curfew <in response to the raid>", "response <to the raid>"],
        ),
        ("Ousted president Milton Obote returned.", ["Ousted president Milton Obote"]),
        ('The "zone of peace" in the south held.', ['The "zone <of peace <in the south>>']),
        ("Soldiers, police and party officials from Hanoi arrived.", ["Soldiers + police + party officials"]),
        ("Human rights group Amnesty International protested.", ["Human rights group Amnesty International"]),
        (
            "The widely criticised law and the new, tougher rules passed.",
            ["The widely criticised law + the new, tougher rules"],
        ),
        (
            "Chad's call for the withdrawal of Libyan troops from the Aouzou Strip failed.",
            ["Chad's call <for the withdrawal <of Libyan troops <from the Aouzou Strip>>>"],
        ),
    ],
)
def test_groups_and_what_hangs_on_them(groups, text: str, expected: list[str]) -> None:
    assert groups(text) == expected


def test_a_possessor_owns_what_follows_it(doc) -> None:
    sentence = doc("Chad's president's guards fled.").sentences[0]
    guards = sentence.groups[0]
    chain = []
    while guards is not None:
        chain.append(sentence.words[guards.head].text)
        guards = guards.owner
    assert chain == ["guards", "president", "Chad"]


def test_a_possessive_pronoun_is_an_owner(doc) -> None:
    sentence = doc("The king praised his army.").sentences[0]
    owner = sentence.groups[1].owner
    assert owner is not None and sentence.words[owner.head].text == "his"


def test_a_sentence_in_brackets_is_read_like_any_other(groups) -> None:
    assert groups("(The minister later resigned.)") == ["The minister"]


def test_a_bracket_that_never_closes_hides_nothing(groups) -> None:
    assert groups("The rebels (and their allies left.") == ["The rebels + their allies"]
