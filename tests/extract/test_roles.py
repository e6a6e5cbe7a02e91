"""Who did it and to whom: owners, nationalities, phrases, pronouns, lists, and what was told before."""

from __future__ import annotations

import pytest
from telling import events, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Indonesian warships attacked a Malaysian patrol boat.",
            ["Indonesian warships > ASSAULT 190 > a Malaysian patrol boat"],
        ),
        ("Somali pirates released a Danish ship.", ["Somali pirates > RETREAT/release 0842 > Danish"]),
        (
            "Iranian students seized the American embassy in Tehran.",
            ["Iranian students > COERCE/seize 171 > the American embassy"],
        ),
    ],
)
def test_an_adjective_of_nationality_names_whose_it_is(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Israel shelled the PLO's positions in Lebanon.", ["Israel > ASSAULT/heavy-weapons 194 > the PLO"]),
        (
            "The army of Guatemala killed dozens of Mayan villagers.",
            ["The army > ASSAULT 190 > Mayan villagers"],
        ),
        (
            "Chad's president accused Libya's leader of treachery.",
            ["Chad's president > ACCUSE/disapprove 112 > Libya's leader"],
        ),
    ],
)
def test_what_belongs_to_an_actor_stands_for_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "An attack on the Turkish embassy by Armenian gunmen was condemned by Portugal.",
            [
                "Armenian gunmen > ASSAULT 190 > the Turkish embassy",
                "Portugal > ACCUSE/disapprove 111 > Armenian gunmen",
            ],
        ),
        (
            "The occupation of East Timor by Indonesia lasted for years.",
            ["Indonesia > COERCE/seize 192 > East Timor"],
        ),
        (
            "The bombing of Cambodia by the United States killed 500 people.",
            ["the United States > ASSAULT/explosives 183 > 500 people"],
        ),
        ("The raid on Entebbe killed 45 Ugandan soldiers.", ["- > ASSAULT 190 > 45 Ugandan soldiers"]),
    ],
)
def test_phrases_on_an_event_noun_say_by_whom_and_to_whom(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Zambia closed its border. It accused Rhodesia of aggression.",
            ["Zambia > COERCE/restrict 191 > -", "It > ACCUSE/allege 1123 > Rhodesia"],
        ),
        (
            "President Sukarno visited Cairo. He criticised the Netherlands.",
            ["President Sukarno > CONSULT/visit 042 > Cairo", "He > ACCUSE/disapprove 111 > the Netherlands"],
        ),
        ("Norway said it would recognise Palestine.", ["it > AGREE 032 > Palestine (planned)"]),
    ],
)
def test_a_pronoun_stands_for_the_actor_before_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Uganda expelled its Asians. The government also seized their property.",
            ["Uganda > COERCE/deport 174 > its Asians", "The government > COERCE/seize 1711 > -"],
        ),
        (
            "Iran and Iraq signed an agreement. The two countries exchanged ambassadors.",
            [
                "Iran > SUPPORT 057 > Iraq",
                "Iraq > SUPPORT 057 > Iran",
                "The two countries > SUPPORT 054 > The two countries",
                "The two countries > SUPPORT 054 > The two countries",
            ],
        ),
    ],
)
def test_a_description_stands_for_the_actor_before_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Israel attacked Beirut. Sweden condemned the attack.",
            ["Israel > ASSAULT 190 > Beirut", "Sweden > ACCUSE/disapprove 111 > Israel"],
        ),
        (
            "Libyan troops invaded Chad. France condemned the invasion.",
            ["Libyan troops > ASSAULT 190 > Chad", "France > ACCUSE/disapprove 111 > Libyan troops"],
        ),
        (
            "India shelled Lahore. China criticised the shelling.",
            ["India > ASSAULT/heavy-weapons 194 > Lahore", "China > ACCUSE/disapprove 111 > India"],
        ),
    ],
)
def test_who_did_what_was_told_before_is_whom_one_condemns(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Amnesty International's report appeared on Monday. The report criticised Paraguay.",
            ["Amnesty International > ACCUSE/disapprove 111 > Paraguay"],
        ),
        ("A United Nations report criticised Rwanda.", ["United Nations > ACCUSE/disapprove 111 > Rwanda"]),
    ],
)
def test_a_document_speaks_for_those_who_wrote_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "General Augusto Pinochet arrested hundreds of socialists.",
            ["General Augusto Pinochet > COERCE/arrest 173 > socialists"],
        ),
        (
            "Foreign Minister Abba Eban met UN Secretary-General U Thant in New York.",
            [
                "Foreign Minister Abba Eban > CONSULT 040 > UN Secretary-General U Thant",
                "UN Secretary-General U Thant > CONSULT 040 > Foreign Minister Abba Eban",
            ],
        ),
    ],
)
def test_names_with_titles_are_actors(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "President Kenneth Kaunda flew to Tanzania on Monday.",
            ["President Kenneth Kaunda > CONSULT/visit 042 > Tanzania"],
        ),
        (
            "President Suharto was in Malaysia on a visit.",
            ["President Suharto > CONSULT/visit 042 > Malaysia"],
        ),
    ],
)
def test_a_visit_there_goes_to_the_country_named_before(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Cyprus asked Greece to send troops.",
            ["Cyprus > REQUEST 020 > Greece", "Greece > MOBILIZE/troops 154 > Cyprus (requested)"],
        ),
        (
            "The Cuban foreign minister asked Canada to share its data.",
            [
                "The Cuban foreign minister > REQUEST/assist 0214 > Canada",
                "Canada > COOPERATE 064 > The Cuban foreign minister (requested)",
            ],
        ),
    ],
)
def test_what_one_asks_for_one_asks_for_oneself(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Botswana's request was rejected by South Africa.", ["South Africa > REJECT 120 > Botswana"]),
        (
            "Ghana demanded an apology. Togo rejected the demand.",
            ["Ghana > REQUEST 100 > -", "Togo > REJECT 120 > Ghana"],
        ),
    ],
)
def test_a_demand_is_rejected_to_the_one_who_made_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Saudi Arabia gave Yemen a loan.", ["Saudi Arabia > AID 071 > Yemen"]),
        ("Austria granted the Czech dissidents asylum.", ["Austria > AID 075 > the Czech dissidents"]),
    ],
)
def test_the_indirect_object_receives(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Burma withdrew its troops from Laos.", ["Burma > RETREAT/withdraw 0874 > Laos"]),
        ("Italy recalled its ambassador from Brazil.", ["Italy > SANCTION/withdraw 161 > Brazil"]),
        (
            "Thousands of Filipinos marched against President Ferdinand Marcos.",
            ["Filipinos > PROTEST/demo 141 > President Ferdinand Marcos"],
        ),
        ("Togo closed its border with Ghana.", ["Togo > COERCE/restrict 191 > Ghana"]),
    ],
)
def test_a_preposition_leads_to_the_target(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "France and Britain attacked Egypt.",
            ["France > ASSAULT 190 > Egypt", "Britain > ASSAULT 190 > Egypt"],
        ),
        (
            "The Czechs, the Poles and the Hungarians condemned the Soviet Union.",
            [
                "The Czechs > ACCUSE/disapprove 111 > the Soviet Union",
                "the Poles > ACCUSE/disapprove 111 > the Soviet Union",
                "the Hungarians > ACCUSE/disapprove 111 > the Soviet Union",
            ],
        ),
        (
            "The Soviet Union condemned Israel and the United States.",
            [
                "The Soviet Union > ACCUSE/disapprove 111 > Israel",
                "The Soviet Union > ACCUSE/disapprove 111 > the United States",
            ],
        ),
        (
            "Jordan condemned Israel and recalled its ambassador.",
            ["Jordan > ACCUSE/disapprove 111 > Israel", "Jordan > SANCTION/withdraw 161 > -"],
        ),
    ],
)
def test_each_member_of_a_list_does_it_or_suffers_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Burmese soldiers shot two monks in Mandalay.",
            ["Burmese soldiers > ASSAULT/firearms 193 > two monks"],
        ),
        (
            "Gunmen killed two British soldiers in Belfast.",
            ["Gunmen > ASSAULT/firearms 193 > two British soldiers"],
        ),
    ],
)
def test_a_town_in_which_it_happens_is_no_target(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Portuguese jets bombed Luanda.", ["Portuguese jets > ASSAULT/aerial 195 > Luanda"]),
        ("Eritrean forces shelled Massawa.", ["Eritrean forces > ASSAULT/heavy-weapons 194 > Massawa"]),
        ("Khmer Rouge troops captured Battambang.", ["Khmer Rouge troops > ASSAULT 192 > Battambang"]),
    ],
)
def test_a_place_that_is_attacked_is_the_target(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Ivorian government and the rebels blamed each other for the breakdown of the ceasefire.",
            [
                "The Ivorian government > ACCUSE/disapprove 112 > the rebels",
                "the rebels > ACCUSE/disapprove 112 > The Ivorian government",
            ],
        ),
        (
            "India and Pakistan agreed to reopen the rail link between Munabao and Khokhrapar.",
            ["India > AGREE 0311 > Pakistan", "Pakistan > AGREE 0311 > India"],
        ),
        (
            "Honduras and El Salvador accused each other of aggression.",
            ["Honduras > ACCUSE/allege 1123 > El Salvador", "El Salvador > ACCUSE/allege 1123 > Honduras"],
        ),
    ],
)
def test_each_other_and_agreeing_join_the_members_of_the_subject(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The Lebanese army, backed by tanks, entered Tyre.", []),
        ("The Danish economy was supported by oil.", []),
    ],
)
def test_a_thing_that_does_it_is_no_actor(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Portuguese officers overthrew Marcelo Caetano.",
            ["Portuguese officers > ASSAULT 190 > Marcelo Caetano"],
        ),
        ("Greek police arrested Abu Ziyad.", ["Greek police > COERCE/arrest 173 > -"]),
        ("Laotian rebels attacked Muong Kassy.", ["Laotian rebels > ASSAULT 190 > -"]),
    ],
)
def test_a_name_that_nobody_knows_is_somebody_still(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Dutch dockers demonstrated against Chile's arrest of union leaders.",
            ["Dutch dockers > PROTEST/demo 1413 > Chile", "Chile > COERCE/arrest 173 > union leaders"],
        ),
        (
            "Kurdish exiles in Paris marched in protest at Turkish shelling of villages.",
            ["Kurdish exiles > PROTEST/demo 141 > Turkish"],
        ),
        ("Botswana rejected a plan by Zambia.", ["Botswana > REJECT/meet 127 > Zambia"]),
    ],
)
def test_who_is_behind_the_object_or_its_grounds_is_the_other_side(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Libya will expel its envoys unless Malta apologises.", "Malta"),
        ("Iran threatened to stop oil exports if Kuwait reflagged its tankers.", "Kuwait"),
        ("Colombia will recall its ambassador unless Nicaragua withdraws the claim.", "Nicaragua"),
    ],
)
def test_a_threat_is_made_to_whoever_must_meet_its_condition(text: str, row: str) -> None:
    assert events(text)[0].target_text == row or row in {event.target_text for event in events(text)}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen killed 12 villagers in Algeria on Friday.", "DZA"),
        ("Rebels kidnapped six engineers near Kirkuk.", "IRQ"),
        ("Police fired tear gas at demonstrators in Nairobi.", "KEN"),
    ],
)
def test_people_without_a_country_are_of_where_it_happened(text: str, country: str) -> None:
    event = events(text)[0]
    assert event.target_country == country


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Gunmen killed 12 Spanish nuns in Algeria.", "ESP"),
        ("A mob attacked the United Nations in Kabul.", None),
    ],
)
def test_whoever_has_a_country_keeps_it(text: str, slot: str | None) -> None:
    assert events(text)[0].target_country == slot


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Serb militiamen were responsible for the massacre of Bosnian villagers.",
            ["Serb militiamen > ASSAULT 202 > Bosnian villagers"],
        ),
        (
            "Guatemala's army is guilty of torturing Mexican refugees.",
            ["Guatemala's army > ASSAULT/torture 1822 > Mexican refugees"],
        ),
    ],
)
def test_whoever_is_responsible_for_it_did_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Zambian President Kaunda left Pretoria after talks with South African officials.",
            [
                "Zambian President Kaunda > CONSULT 040 > South African officials",
                "South African officials > CONSULT 040 > Zambian President Kaunda",
            ],
        ),
    ],
)
def test_who_speaks_after_talks_took_part_in_them(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Tanzania seized farms owned by British settlers.", "British settlers"),
        ("Peru confiscated ships belonging to Japan.", "Japan"),
        ("Indonesia burned boats owned by Vietnamese fishermen.", "Vietnamese fishermen"),
    ],
)
def test_what_is_taken_is_taken_from_its_owner(text: str, target: str) -> None:
    assert events(text)[0].target_text == target
