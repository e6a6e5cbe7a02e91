"""Headlines: the present tense, infinitives for the future, "be" and articles left out, capitals."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops fire on marchers in Gdansk", ["root: Troops | fire | -"]),
        ("Police clash with miners in Oruro", ["root: Police | clash | -"]),
        ("Army chief orders halt to raids", ["root: Army chief | order | halt"]),
        ("Bread prices spark riots in Khartoum", ["root: Bread prices | spark | riots"]),
        ("Oil workers strike in Abadan", ["root: Oil workers | strike | -"]),
        ("Nasser seizes canal", ["root: Nasser | seize | canal"]),
        ("Japan, Soviet Union sign fish accord", ["root: Japan + Soviet Union | sign | fish accord"]),
        ("India test-fires rocket, Pakistan protests", [
            "root: India | test-fire | rocket",
            "root: Pakistan | protest | -",
        ]),
        ("Thousands protest as Athens cuts pensions", [
            "root: Thousands | protest | -",
            "adverbial as: Athens | cut | pensions",
        ]),
    ],
)  # fmt: skip
def test_the_present_tense_of_a_headline_is_its_verb(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bishop arrested in Managua", ["root: Bishop | arrest passive | -"]),
        ("Five hurt in Tbilisi blast", ["root: Five | hurt passive | -"]),
        ("Editor jailed for bribing judge", [
            "root: Editor | jail passive | -",
            "ing for: Editor | bribe | judge",
        ]),
        ("Dutch envoy recalled over flag row", ["root: Dutch envoy | recall passive | -"]),
        ("Dozens killed as ferry sinks off Zanzibar", [
            "root: Dozens | kill passive | -",
            "adverbial as: ferry | sink | -",
        ]),
        ("Sweden urged to extradite banker", [
            "root: Sweden | urge passive | -",
            "to: Sweden | extradite | banker",
        ]),
    ],
)  # fmt: skip
def test_a_headline_leaves_out_the_auxiliary_of_a_passive(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_verbs_without_an_object_are_no_passives_of_headlines(clauses) -> None:
    assert clauses("Two armies clashed near Asmara") == ["root: Two armies | clash | -"]


def test_a_sentence_with_a_stop_is_no_headline(clauses) -> None:
    assert clauses("Cuban pilots trained in Minsk.") == ["root: Cuban pilots | train | -"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zambia to expel Rhodesian envoys", "Zambia | expel | Rhodesian envoys"),
        ("Tamil rebels to free soldiers", "Tamil rebels | free | soldiers"),
        ("Queen to open Lagos parliament", "Queen | open | Lagos parliament"),
    ],
)
def test_the_infinitive_of_a_headline_is_its_future(doc, clauses, text: str, expected: str) -> None:
    assert clauses(text) == [f"root: {expected}"]
    assert [c.tense for s in doc(text).sentences for c in s.clauses] == ["future"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels storming Monrovia barracks", "root: Rebels | storm progressive | Monrovia barracks"),
        ("Khrushchev: West planning war", "root: West | plan progressive | war"),
    ],
)
def test_a_participle_of_a_headline_is_what_is_going_on(clauses, text: str, expected: str) -> None:
    assert clauses(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO JETS ATTACKED OVER BOSNIA", ["root: NATO JETS | attack passive | -"]),
        ("BOLIVIA EXPELS AMBASSADOR", ["root: BOLIVIA | expel | AMBASSADOR"]),
        ("Workers Occupy Shipyard In Szczecin", ["root: Workers | occupy | Shipyard"]),
    ],
)
def test_capitals_throughout_say_nothing(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected
