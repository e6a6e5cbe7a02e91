"""Event rows as a whole: casualties, places, repeated mentions, attributed acts, and what is no event."""

from __future__ import annotations

import pytest
from telling import counted, events, placed, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A Palestinian suicide bomber killed 12 people and wounded 40 in Haifa.", [("killed", 12, 40)]),
        (
            "Ethiopian aircraft bombed Hargeisa, killing 300 civilians, and shelled Berbera.",
            [("bombed", 300, None), ("shelled", None, None)],
        ),
        (
            "Renamo rebels attacked a bus in Mozambique, killing at least 20 passengers.",
            [("attacked", 20, None)],
        ),
        ("Indian troops killed 25 militants in Srinagar; 4 soldiers died.", [("killed", 25, None)]),
        (
            "Syria condemned the attack, which killed seven Lebanese policemen.",
            [("condemned", None, None), ("killed", 7, None)],
        ),
        (
            "Israel condemned Iran after a bomb killed three Argentine rabbis.",
            [("condemned", None, None), ("killed", 3, None)],
        ),
    ],
)
def test_the_dead_and_injured_belong_to_their_own_event(
    text: str, rows: list[tuple[str, int | None, int | None]]
) -> None:
    assert counted(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Egypt and Libya held talks in Tripoli.", [("held", "Tripoli"), ("held", "Tripoli")]),
        ("Ugandan rebels kidnapped two Italian priests near Gulu.", [("kidnapped", "Gulu")]),
        (
            "The Chinese navy attacked Vietnamese ships off the Paracel Islands.",
            [("attacked", "Paracel Islands")],
        ),
        ("US-Soviet talks resumed in Geneva.", [("talks", "Geneva"), ("talks", "Geneva")]),
        ("Belgian troops evacuated Europeans from Stanleyville.", [("evacuated", "Stanleyville")]),
        ("Mauritanian police dispersed demonstrators in Nouakchott.", [("dispersed", "Nouakchott")]),
    ],
)
def test_the_place_is_where_it_happened(text: str, rows: list[tuple[str, str | None]]) -> None:
    assert placed(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Beirut came under attack from Israel.", [("attack", None)]),
    ],
)
def test_where_it_came_from_is_not_where_it_happened(text: str, rows: list[tuple[str, str | None]]) -> None:
    assert placed(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Zambia arrested the Rhodesian envoy. The arrest angered Salisbury.",
            ["Zambia > COERCE/arrest 173 > the Rhodesian envoy"],
        ),
        ("Israel raided Tunis on 1 October 1985. The raid shocked Italy.", ["Israel > ASSAULT 190 > Tunis"]),
    ],
)
def test_an_event_told_again_with_the_definite_article_adds_no_row(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Tanzania said that Ugandan troops had attacked Kagera.", ["Ugandan troops > ASSAULT 190 > Kagera"]),
        (
            "The Zairean ambassador told reporters that Angola had released the pilots.",
            ["Angola > RETREAT/release 0841 > the pilots"],
        ),
    ],
)
def test_what_somebody_says_happened_is_an_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Striking miners blocked roads in Bolivia.", ["Striking miners > PROTEST/obstruct 144 > -"]),
        (
            "Bulgarian courts sentenced a Turkish activist to ten years in prison.",
            ["Bulgarian courts > SANCTION/convict 116 > a Turkish activist"],
        ),
        (
            "The Iranian government banned two newspapers.",
            ["The Iranian government > COERCE/censor 1721 > two newspapers"],
        ),
        ("Sierra Leone declared a state of emergency.", ["Sierra Leone > COERCE/martial-law 1724 > -"]),
        ("Burmese monks protested against the junta.", ["Burmese monks > PROTEST/demo 141 > the junta"]),
        (
            "Venezuelan officers staged a coup against President Perez.",
            ["Venezuelan officers > ASSAULT 190 > President Perez"],
        ),
    ],
)
def test_acts_inside_a_state_are_events_too(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("China gave arms and money to the Khmer Rouge.", ["China > AID 072 > the Khmer Rouge"]),
        ("Denmark donated 5,000 tents to Pakistan.", ["Denmark > AID 073 > Pakistan"]),
        (
            "Belgium and Zaire signed a trade agreement.",
            ["Belgium > SUPPORT 057 > Zaire", "Zaire > SUPPORT 057 > Belgium"],
        ),
        (
            "Cuban doctors vaccinated thousands of Angolan children.",
            ["Cuban doctors > AID 073 > Angolan children"],
        ),
    ],
)
def test_help_and_trade_are_events(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the problem of poverty.",
        "The two parties struck a balance in Lisbon.",
        "Chile was hit by inflation.",
        "Arsenal fired their coach.",
        "Brazil beat Italy in the final.",
        "A storm hit Bangladesh.",
        "The Swedish economy grew last year.",
        "Shares in Tokyo fell after the budget.",
        "The film shot in Morocco won a prize.",
        "India launched a satellite.",
        "The king opened a hospital in Rabat.",
        "Japan faces a difficult choice.",
        "The government of Peru will meet its targets.",
        "France is fighting inflation.",
        "A fire destroyed a warehouse in Lagos.",
        "The war on drugs has cost Mexico dearly.",
        "The book explores the history of Vietnam.",
        "Germany scored a late goal against Spain.",
        "The press release came from Oslo.",
        "Kenya celebrated its independence day.",
        "Doctors in Havana performed a heart operation.",
        "Bolivia exports tin.",
        "Rising prices killed hopes of a recovery in Ghana.",
        "The battle against malaria goes on in Uganda.",
        "Nasser was born in Alexandria.",
    ],
)
def test_figures_of_speech_sport_business_and_weather_are_no_events(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The United States issued a statement condemning the arrests in Niger.",
            ["The United States > ACCUSE/disapprove 111 > -"],
        ),
        (
            "In 1960, Cuba sent a letter accusing Guatemala of aggression.",
            ["Cuba > ACCUSE/allege 1123 > Guatemala"],
        ),
        (
            "A statement issued by the Foreign Ministry in Ankara criticised Greece.",
            ["the Foreign Ministry > ACCUSE/disapprove 111 > Greece"],
        ),
    ],
)
def test_what_a_document_does_is_done_by_who_puts_it_out(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Iran announced a boycott of a conference on Syria.", ["Iran > SANCTION/discontinue 163 > -"]),
        (
            "Cuba suspended talks on Angola with South Africa.",
            ["Cuba > SANCTION/withdraw 164 > South Africa"],
        ),
        ("The EU imposed sanctions on Zimbabwe.", ["The EU > SANCTION/discontinue 163 > Zimbabwe"]),
    ],
)
def test_what_a_meeting_is_about_is_not_its_target(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_to_retaliate_by_other_means_is_no_attack() -> None:
    assert told("India retaliated by banning Chinese companies.") == [
        "India > COERCE/restrict 172 > Chinese companies"
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Japan offered India a loan.", ["Japan > AGREE 0331 > India"]),
        ("The Kremlin offered Cairo fighter jets.", ["The Kremlin > AGREE 0332 > Cairo"]),
        ("Russia agreed to restore gas deliveries to Ukraine.", ["Russia > AGREE 0311 > Ukraine"]),
        ("Poland rejected a Danish plea for humanitarian aid.", ["Poland > REJECT/assist 1223 > Danish"]),
        ("The Shah refused a plea to free the prisoners.", ["The Shah > REJECT/yield 1243 > the prisoners"]),
        (
            "The rebels said that they were willing to accept mediation by Togo.",
            ["they > AGREE 038 > Togo (planned)"],
        ),
    ],
)
def test_what_is_offered_or_refused_makes_the_code_finer(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Spain's refusal to withdraw from Ceuta angered Morocco.", ["Spain > REJECT/yield 1246 > Ceuta"]),
        ("Sweden's offer of mediation surprised Finland.", ["Sweden > AGREE 039 > -"]),
        ("Poland's pledge to dismantle the smelter came late.", ["Poland > AGREE 030 > -"]),
        (
            "Vietnam's accusation that China had shelled Lao Cai was old.",
            ["Vietnam > ACCUSE/allege 1123 > China"],
        ),
        ("The tenor's refusal to sing annoyed Vienna.", []),
        ("The manager's promise to win the cup delighted the fans.", []),
    ],
)
def test_a_noun_of_saying_tells_an_event_where_it_says_whose_and_what(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Libya promised not to attack Chad.", ["Libya > AGREE 0356 > Chad"]),
        ("Syria vowed not to withdraw from Lebanon.", ["Syria > REJECT/yield 1246 > Lebanon"]),
        ("Iran vowed to attack Iraq.", ["Iran > THREATEN/violence 1384 > Iraq"]),
        ("Hanoi will not talk to Saigon.", ["Hanoi > REJECT/meet 125 > Saigon (denied)"]),
        ("Syria would never accept an Israeli presence.", ["Syria > REJECT 120 > Israeli (denied)"]),
    ],
)
def test_what_one_binds_oneself_not_to_do(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Costa Rica insisted that Nicaragua pay.", ["Costa Rica > REQUEST 100 > Nicaragua"]),
        ("Israel proposed that Jordan share the water.", ["Israel > REQUEST 020 > Jordan"]),
        ("Britain insisted that the islands had been quiet.", []),
        ("Hanoi insisted it would not negotiate with Saigon.", ["it > REJECT/meet 125 > Saigon (denied)"]),
    ],
)
def test_to_insist_on_a_fact_asks_for_nothing(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Angola went back on its promise to Zambia.", ["Angola > REJECT 120 > Zambia"]),
        ("France said no to the British proposal.", ["France > REJECT 120 > British"]),
        ("Taiwan turned a deaf ear to China's offer.", ["Taiwan > REJECT 120 > China"]),
        ("The Netherlands threw its weight behind Britain.", ["The Netherlands > SUPPORT 051 > Britain"]),
        ("Nepal's king gave in to the demonstrators.", ["Nepal's king > CONCEDE 080 > the demonstrators"]),
        ("Kenya gave Somali traders 48 hours to leave.", ["Kenya > THREATEN/relations 139 > Somali traders"]),
        ("Serbia pointed the finger at Albania.", ["Serbia > ACCUSE/disapprove 112 > Albania"]),
        ("Iceland reacted angrily to Norway's decision.", ["Iceland > ACCUSE/disapprove 110 > Norway"]),
        ("Algeria brought Iran to the negotiating table.", ["Algeria > CONSULT 045 > Iran"]),
        ("Miners in Chile threatened a strike.", ["Miners > THREATEN/relations 133 > -"]),
        ("The roof of the stadium in Milan gave in after the storm.", []),
        ("Rain gave way to sunshine over England.", []),
        ("Fans of Turin said yes to the new coach.", []),
        ("Snow threatens northern England.", []),
    ],
)
def test_set_phrases_are_read_as_a_whole(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The two companies got together to build a car.",
        "The scientists exchanged notes on the fossil.",
        "The patient accepted help from the nurse.",
    ],
)
def test_private_people_deal_with_each_other_in_private(text: str) -> None:
    assert told(text) == []


def test_who_agrees_to_meet_another_does_not_make_him_agree() -> None:
    assert told("Cuba agreed to meet Chilean diplomats.") == ["Cuba > AGREE 036 > Chilean diplomats"]
    assert told("Chile and Peru agreed to meet.") == ["Chile > AGREE 036 > Peru", "Peru > AGREE 036 > Chile"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The Danish premier is to visit Oslo.", ["The Danish premier > AGREE 036 > Oslo (planned)"]),
        ("The aim of the minister is to visit Oslo.", []),
        (
            "Washington hinted that it might impose sanctions on Burma.",
            ["it > THREATEN/restrict 1312 > Burma (hypothetical)"],
        ),
        (
            "Analysts hinted that Iran might attack Israel.",
            ["Iran > ASSAULT 190 > Israel (hypothetical)"],
        ),
    ],
)
def test_what_is_scheduled_or_hinted_at_is_the_intent_of_who_will_do_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Vietnamese marines occupied the reef.", ["Vietnamese marines > COERCE/seize 192 > -"]),
        ("French students occupied the university.", ["French students > PROTEST/obstruct 144 > -"]),
        ("Peruvian farmers blocked the highway.", ["Peruvian farmers > PROTEST/obstruct 144 > -"]),
        ("Portuguese police picked up 40 students.", ["Portuguese police > COERCE/arrest 173 > 40 students"]),
        (
            "Ukrainian soldiers took 20 Russians prisoner.",
            ["Ukrainian soldiers > COERCE/arrest 173 > 20 Russians"],
        ),
        ("Russian hackers broke into German servers.", ["Russian hackers > COERCE/cyber 176 > German"]),
        ("Syrian warplanes struck a bakery in Aleppo.", ["Syrian warplanes > ASSAULT/aerial 195 > Aleppo"]),
        ("A car bomb tore through a market in Baghdad.", ["- > ASSAULT/explosives 1832 > Baghdad"]),
        (
            "A Greek mob sacked the Turkish consulate.",
            ["A Greek mob > PROTEST/riot 145 > the Turkish consulate"],
        ),
        ("British dockers struck in Liverpool.", ["British dockers > PROTEST/strike 143 > -"]),
        ("The tenor captured the hearts of Milan.", []),
        ("A thought occupied the minister of Japan.", []),
        ("The Conservatives occupied 40 seats in Scotland.", []),
        ("A Swiss plane hit a tree near Zurich.", []),
        ("A storm tore through the Philippines.", []),
        ("The Australian bowlers ripped through England.", []),
        ("The Russian ballet conquered New York.", []),
        ("Fans filled the streets of Naples.", []),
        ("The Italian shops closed early.", []),
    ],
)
def test_who_does_it_decides_what_kind_of_force_it_is(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Saigon fell to the North Vietnamese army.",
            ["the North Vietnamese army > COERCE/seize 192 > Saigon"],
        ),
        (
            "Indian posts came under Pakistani mortar fire.",
            ["Pakistani > ASSAULT/heavy-weapons 194 > Indian"],
        ),
        ("A British engineer walked free in Iran.", ["- > RETREAT/release 0841 > A British engineer"]),
        ("The shares of Nokia came under fire for their price.", []),
        ("The minister survived a heart attack in Oslo.", []),
    ],
)
def test_some_verbs_tell_what_happens_to_their_subject(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Fighting broke out between Ethiopia and Eritrea.",
            ["Ethiopia > ASSAULT 190 > Eritrea", "Eritrea > ASSAULT 190 > Ethiopia"],
        ),
        (
            "China and Vietnam went to war.",
            ["China > ASSAULT 190 > Vietnam", "Vietnam > ASSAULT 190 > China"],
        ),
        ("The Soviet Union shipped tanks to Ethiopia.", ["The Soviet Union > AID 072 > Ethiopia"]),
        ("Cuba sent military instructors to Angola.", ["Cuba > AID 072 > Angola"]),
        ("The Dutch air force dropped food to villagers.", ["The Dutch air force > AID 073 > villagers"]),
        ("India rushed reinforcements to Ladakh.", ["India > MOBILIZE/troops 154 > Ladakh"]),
        ("Turkish tanks massed along the Syrian border.", ["Turkish tanks > MOBILIZE/troops 154 > Syrian"]),
        ("India exploded a nuclear device.", ["India > MOBILIZE/weapons 150 > -"]),
        ("Egypt pulled its men out of Yemen.", ["Egypt > RETREAT/withdraw 0874 > Yemen"]),
        ("French soldiers left Algeria.", ["French soldiers > RETREAT/withdraw 0874 > Algeria"]),
        ("Portugal returned Macau to China.", ["Portugal > RETREAT/disarm 0874 > China"]),
        ("Belgium called its ambassador home from Kinshasa.", ["Belgium > SANCTION/withdraw 161 > Kinshasa"]),
        ("The United States walked out of UNESCO.", ["The United States > SANCTION 160 > UNESCO"]),
        (
            "The ouster of Prince Sihanouk by General Lon Nol angered China.",
            ["General Lon Nol > ASSAULT 190 > Prince Sihanouk"],
        ),
        ("The pianist left Poland.", []),
        ("The German team returned to its camp.", []),
        ("The Danish couple bought time.", []),
        ("The French museum returned the key to its guard.", []),
        ("The bank blew up the photograph of its founder in Zurich.", []),
    ],
)
def test_what_states_and_armies_do(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_the_town_of_a_name_is_a_place_and_a_people_is_of_where_it_marches() -> None:
    (killed,) = events("Gunmen killed one soldier near the town of Samarra.")
    assert (killed.place_id is not None, killed.target_country) == (True, "IRQ")
    (marched,) = events("Ethnic Albanians demonstrated in Serbia.")
    assert (marched.source_country, marched.source_slot) == ("SRB", "subject.place")


@pytest.mark.parametrize(
    "text",
    [
        "Thailand and Cambodia have stopped shooting at Preah Vihear.",
        "Ethiopia and Somalia have stopped shooting at Jijiga.",
        "India and Pakistan have stopped shooting at Kargil.",
    ],
)
def test_who_lays_down_arms_at_home_does_not_do_so_to_itself(text: str) -> None:
    first, second = events(text)
    assert first.source_country != first.target_country
    assert second.source_country != second.target_country
