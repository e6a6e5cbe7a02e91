"""Kinds of sentence that news is written in, each with sentences of several countries and decades.

Each expectation is ``relation marker: subject | lemma particle [modal] flags | object``, in text order.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 21 August 1968 Soviet tanks entered Prague.", ["root: Soviet tanks | enter | Prague"]),
        ("In 1979 students stormed the embassy in Tehran.", ["root: students | storm | the embassy"]),
        ("Last week Kenyan police raided the camp.", ["root: Kenyan police | raid | the camp"]),
        ("On Monday rebels freed two nuns near Goma.", ["root: rebels | free | two nuns"]),
        (
            "Early on Friday gunmen loyal to the ex-president took the airport.",
            ["root: gunmen | take | the airport"],
        ),
        ("In 2003 people fled.", ["root: people | flee | -"]),
    ],
)
def test_a_date_without_a_comma_is_no_part_of_the_subject(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad accused neighboring Sudan of arming rebels.", [
            "root: Chad | accuse | neighboring Sudan",
            "ing of: neighboring Sudan | arm | rebels",
        ]),
        ("Visiting President Tito praised the plan.", ["root: Visiting President Tito | praise | the plan"]),
        ("Outgoing Prime Minister Koirala signed the truce.", [
            "root: Outgoing Prime Minister Koirala | sign | the truce",
        ]),
        ("Visiting Havana, Trudeau praised Castro.", [
            "ing: Trudeau | visit | Havana",
            "root: Trudeau | praise | Castro",
        ]),
    ],
)  # fmt: skip
def test_a_participle_before_a_name_says_which(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cuba will neither sign nor ratify the treaty.",
            ["root: Cuba | sign [will] negated | the treaty", "conj: Cuba | ratify negated | the treaty"],
        ),
        (
            "The regime has neither freed the priests nor closed the camp.",
            [
                "root: The regime | free negated perfect | the priests",
                "conj: The regime | close negated perfect | the camp",
            ],
        ),
        (
            "The tsar's heirs must either return or sell the palace.",
            ["root: The tsar's heirs | return [must] | -", "conj: The tsar's heirs | sell | the palace"],
        ),
        ("Ottawa will no longer fund the rebels.", ["root: Ottawa | fund [will] negated | the rebels"]),
        (
            "Ghana not only closed the border but also expelled the traders.",
            ["root: Ghana | close | the border", "conj: Ghana | expel | the traders"],
        ),
    ],
)
def test_words_that_join_in_pairs_part_no_auxiliary_from_its_verb(
    clauses, text: str, expected: list[str]
) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Honduras claims that Salvadoran troops crossed the river.",
            ["root: Honduras | claim | -", "that that: Salvadoran troops | cross | the river"],
        ),
        (
            "Moscow fears the shah will fall.",
            ["root: Moscow | fear | -", "that: the shah | fall [will] | -"],
        ),
        (
            "Doctors fear hundreds may die.",
            ["root: Doctors | fear | -", "that: hundreds | die [may] | -"],
        ),
        (
            "Unless the strikers return, the mine will close.",
            ["adverbial unless: the strikers | return | -", "root: the mine | close [will] | -"],
        ),
        (
            "Iraq demands compensation before it signs.",
            ["root: Iraq | demand | compensation", "adverbial before: it | sign | -"],
        ),
        (
            "What Bonn wants is a treaty.",
            ["adverbial what: Bonn | want | -", "root: - | be | a treaty"],
        ),
        ("Embargoes rarely work.", ["root: Embargoes | work | -"]),
        ("Russia now claims the islands.", ["root: Russia | claim | the islands"]),
    ],
)
def test_a_clause_without_another_verb_makes_one_of_a_noun(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers shot dead two monks.", ["root: Soldiers | shoot | two monks"]),
        ("Two monks were shot dead in Lhasa.", ["root: Two monks | shoot passive | -"]),
        ("Police shot dead a Basque councillor on Friday.", ["root: Police | shoot | a Basque councillor"]),
    ],
)
def test_what_the_verb_makes_of_its_object_may_stand_between_them(
    clauses, text: str, expected: list[str]
) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked and burned the mission.",
            ["root: Gunmen | attack | the mission", "conj: Gunmen | burn | the mission"],
        ),
        (
            "The navy chased, boarded and sank the trawler.",
            [
                "root: The navy | chase | the trawler",
                "conj: The navy | board | the trawler",
                "conj: The navy | sink | the trawler",
            ],
        ),
        (
            "The column advanced and took the bridge.",
            ["root: The column | advance | -", "conj: The column | take | the bridge"],
        ),
        (
            "Sofia reneged on the pact and recalled its envoy.",
            ["root: Sofia | renege | -", "conj: Sofia | recall | its envoy"],
        ),
    ],
)
def test_verbs_in_a_row_share_the_object_behind_the_last(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The tapes seized last month were played in court.",
            ["reduced: The tapes | seize passive | -", "root: The tapes | play passive | -"],
        ),
        (
            "Five men thought to belong to the group were held.",
            [
                "reduced: Five men | think passive | -",
                "to: Five men | belong | -",
                "root: Five men | hold passive | -",
            ],
        ),
        ("The fears expressed are genuine.", [
            "reduced: The fears | express passive | -",
            "root: The fears | be | -",
        ]),
        (
            "Two hundred died, according to a study published in Geneva.",
            ["root: Two hundred | die | -", "reduced: a study | publish passive | -"],
        ),
        ("Around 90 dockers protested in Santos.", ["root: Around 90 dockers | protest | -"]),
        ("This angered Rabat.", ["root: This | anger | Rabat"]),
    ],
)  # fmt: skip
def test_participle_or_past_tense(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate will on Thursday ratify the pact.", "root: The Senate | ratify [will] | the pact"),
        (
            "The cabinet could in theory dissolve parliament.",
            "root: The cabinet | dissolve [could] | parliament",
        ),
        ("The mullahs will themselves choose the judge.", "root: The mullahs | choose [will] | the judge"),
        ("Paris let the deposed emperor land in Lyon.", "root: Paris | let | the deposed emperor"),
        ("Ankara called it murder.", "root: Ankara | call | it"),
    ],
)
def test_a_verb_keeps_what_belongs_to_it(clauses, text: str, expected: str) -> None:
    assert clauses(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It is time for Spain to recognise Kosovo.", "Spain"),
        ("Lima left it to Brasilia to mediate.", "Brasilia"),
        ("Nyerere called for Britain to act.", "Britain"),
    ],
)
def test_an_infinitive_is_of_whom_it_is_for(clauses, text: str, subject: str) -> None:
    assert clauses(text)[-1].startswith(f"to: {subject} |")


def test_the_two_objects_of_giving_stand_apart_behind_the_name_of_a_country(doc) -> None:
    (clause,) = doc("Prague sold Ethiopia rifles in 1947.").sentences[0].clauses
    words = doc("Prague sold Ethiopia rifles in 1947.").sentences[0].words
    assert clause.indirect is not None and words[clause.indirect.head].text == "Ethiopia"
    assert clause.object is not None and words[clause.object.head].text == "rifles"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Once the snow melts, the pass will open.",
            ["adverbial once: the snow | melt | -", "root: the pass | open [will] | -"],
        ),
        ("Nyerere first met Obote in Mbale.", ["root: Nyerere | meet | Obote"]),
        (
            "Building the dam angered Sudan.",
            ["subject: - | build | the dam", "root: - | anger | Sudan"],
        ),
        (
            "The court indicted the colonel for ordering the raid.",
            ["root: The court | indict | the colonel", "ing for: the colonel | order | the raid"],
        ),
        (
            "Dublin accused Shell of polluting the bay and muzzling the press.",
            [
                "root: Dublin | accuse | Shell",
                "ing of: Shell | pollute | the bay",
                "conj: Shell | muzzle | the press",
            ],
        ),
        ("Somalia's warring clans signed a truce.", ["root: Somalia's warring clans | sign | a truce"]),
        (
            "No minister said that would happen.",
            ["root: No minister | say | -", "that: that | happen [would] | -"],
        ),
    ],
)
def test_small_words_are_read_by_their_place(clauses, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected
