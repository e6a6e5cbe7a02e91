"""What stands between a verb and its subject or object, and words that belong to a noun or to a verb.

Each expectation is ``relation marker: subject | lemma particle [modal] flags | object``, in text order.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Malaysia deported two suspected Abu Sayyaf members.",
            [
                "root: Malaysia | deport | two suspected Abu Sayyaf members",
            ],
        ),
        ("The museum returned three looted bronzes.", ["root: The museum | return | three looted bronzes"]),
        (
            "Sudan expelled six accused Eritrean agents.",
            ["root: Sudan | expel | six accused Eritrean agents"],
        ),
        ("Other developed nations cut their aid.", ["root: Other developed nations | cut | their aid"]),
        (
            "Several exiled Tibetan monks met the senator.",
            ["root: Several exiled Tibetan monks | meet | the senator"],
        ),
        ("Serbia had sent masked men.", ["root: Serbia | send perfect | masked men"]),
        ("Nasser received visiting King Saud.", ["root: Nasser | receive | visiting King Saud"]),
        ("In 1944 liberated Paris cheered.", ["root: liberated Paris | cheer | -"]),
    ],
)
def test_a_participle_between_number_and_noun_belongs_to_the_noun(
    clauses, text: str, expected: list[str]
) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor shortened by two hours the curfew in Srinagar.",
            ["root: The governor | shorten | the curfew"],
        ),
        (
            "The court postponed until June the trial of the admiral.",
            ["root: The court | postpone | the trial"],
        ),
        ("Rebels released on Sunday four Dutch hostages.", ["root: Rebels | release | four Dutch hostages"]),
        (
            "Serb police drove out on Tuesday more than 2,000 villagers.",
            [
                "root: Serb police | drive out | more than 2,000 villagers",
            ],
        ),
        ("Moscow cut by half its gas supplies.", ["root: Moscow | cut | its gas supplies"]),
        ("Syria moved to the border an entire division.", ["root: Syria | move | an entire division"]),
        (
            "The curfew imposed by two governors ended.",
            [
                "reduced: The curfew | impose passive | -",
                "root: The curfew | end | -",
            ],
        ),
        ("The delegation arrived in Quito the next day.", ["root: The delegation | arrive | -"]),
    ],
)
def test_an_object_may_stand_behind_a_phrase(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By the time the UN arrived, the militia had burned the village.",
            [
                "adverbial by the time: the UN | arrive | -",
                "root: the militia | burn perfect | the village",
            ],
        ),
        (
            "The rebels had fled by the time troops reached the camp.",
            [
                "root: The rebels | flee perfect | -",
                "adverbial by the time: troops | reach | the camp",
            ],
        ),
        (
            "Hanoi had freed the pilots by the time Carter took office.",
            [
                "root: Hanoi | free perfect | the pilots",
                "adverbial by the time: Carter | take | office",
            ],
        ),
        ("By the time of the coup, the king had left.", ["root: the king | leave perfect | -"]),
    ],
)
def test_by_the_time_opens_a_clause(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pope is due to visit Cuba.", ["root: The Pope | be | -", "to: The Pope | visit | Cuba"]),
        (
            "Mandela was due to address the OAU.",
            ["root: Mandela | be | -", "to: Mandela | address | the OAU"],
        ),
        ("Sanctions are due to end next month.", ["root: Sanctions | be | -", "to: Sanctions | end | -"]),
        ("The delay was due to fire.", ["root: The delay | be | -"]),
    ],
)
def test_what_is_due_to_happen_is_an_infinitive(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned by fax on Monday.", ["root: The minister | resign | -"]),
        ("The envoy protested by telegram.", ["root: The envoy | protest | -"]),
        ("The vote was lost by two ballots.", ["root: The vote | lose passive | -"]),
        (
            "Fighters led by Savimbi took Huambo.",
            [
                "reduced: Fighters | lead passive | -",
                "root: Fighters | take | Huambo",
            ],
        ),
    ],
)
def test_by_tells_the_means_or_the_measure_too(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel closed the Karni crossing.", ["root: Israel | close | the Karni crossing"]),
        (
            "Pakistan reopened the Torkham crossing on Sunday.",
            ["root: Pakistan | reopen | the Torkham crossing"],
        ),
        ("Britain condemned the Omagh bombing.", ["root: Britain | condemn | the Omagh bombing"]),
        ("The fleet remained on alert off Cyprus.", ["root: The fleet | remain | -"]),
        ("NATO put its forces on alert.", ["root: NATO | put | its forces"]),
        (
            "India and Pakistan each accused the other of shelling villages.",
            [
                "root: India + Pakistan | accuse | the other",
                "ing of: India + Pakistan | shell | villages",
            ],
        ),
    ],
)
def test_a_noun_that_looks_like_a_verb_and_a_verb_that_looks_like_a_noun(
    clauses, text: str, expected: list[str]
) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court found Milosevic guilty of genocide.", ["root: The court | find | Milosevic"]),
        ("Judges declared the vote void.", ["root: Judges | declare | the vote"]),
        ("Sweden held the minister responsible.", ["root: Sweden | hold | the minister"]),
        ("Gunmen took three nuns hostage in Jolo.", ["root: Gunmen | take hostage | three nuns"]),
        ("The gang took hostage three tourists.", ["root: The gang | take hostage | three tourists"]),
        (
            "Fijian soldiers held Prime Minister Chaudhry hostage.",
            [
                "root: Fijian soldiers | hold hostage | Prime Minister Chaudhry",
            ],
        ),
        (
            "Zaire forced the refugees to return home.",
            [
                "root: Zaire | force | the refugees",
                "to: the refugees | return | -",
            ],
        ),
    ],
)
def test_what_is_made_of_the_object_is_no_part_of_it(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The opposition says the count was flawed and demands a new poll.",
            [
                "root: The opposition | say | -",
                "that: the count | flaw passive | -",
                "conj: The opposition | demand | a new poll",
            ],
        ),
        (
            "Kabul believes the rebels crossed from Quetta and wants compensation.",
            [
                "root: Kabul | believe | -",
                "that: the rebels | cross | -",
                "conj: Kabul | want | compensation",
            ],
        ),
        (
            "Quito said the army crossed the river and burned a post.",
            [
                "root: Quito | say | -",
                "that: the army | cross | the river",
                "conj: the army | burn | a post",
            ],
        ),
    ],
)
def test_the_tense_tells_whose_verb_a_second_one_is(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Ki-moon met Aung San Suu Kyi in Yangon.", ["root: Ban Ki-moon | meet | Aung San Suu Kyi"]),
        ("Kim Jong Il received Kim Dae-jung in Pyongyang.", ["root: Kim Jong Il | receive | Kim Dae-jung"]),
        ("Lee Kuan Yew met Deng Xiaoping in Singapore.", ["root: Lee Kuan Yew | meet | Deng Xiaoping"]),
    ],
)
def test_a_sentence_of_names_is_no_headline(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel has not, and will not, sign the treaty.", "conj: Israel | sign [will] negated | the treaty"),
        (
            "Turkey should not, and will not, withdraw its troops.",
            "conj: Turkey | withdraw [will] negated | its troops",
        ),
        (
            "The Sandinistas freed the prisoners they had promised to release.",
            "to: they | release | the prisoners",
        ),
        (
            "U.S. and South Korean marines landed near Pohang.",
            "root: U.S. and South Korean marines | land | -",
        ),
        ("Gunmen on motorcycles shot and wounded an engineer.", "root: Gunmen | shoot | an engineer"),
        ("Four die in Karachi bus blast", "root: Four | die | -"),
        ("Poland banned the march, fearing clashes.", "root: Poland | ban | the march"),
        ("The king abdicated rather than sign the law.", "adverbial than: The king | sign | the law"),
        ("The rebels will not talk until Lagos frees the men.", "adverbial until: Lagos | free | the men"),
    ],
)
def test_a_clause_of_the_sentence(clauses, text: str, expected: str) -> None:
    assert expected in clauses(text)
