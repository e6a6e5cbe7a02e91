"""Which frames fire: verbs in both voices, nouns, light verbs, what governs what; and where none does."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest
from telling import events, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Iraq invaded Kuwait.", ["Iraq > ASSAULT 190 > Kuwait"]),
        (
            "Argentine troops seized the Falkland Islands.",
            ["Argentine troops > COERCE/seize 192 > the Falkland Islands"],
        ),
        ("Tanzania recognised Biafra.", ["Tanzania > SUPPORT 054 > Biafra"]),
        ("Soviet tanks shelled Budapest.", ["Soviet tanks > ASSAULT/heavy-weapons 194 > Budapest"]),
        ("Kenya arrested three Ugandan diplomats.", ["Kenya > COERCE/arrest 173 > three Ugandan diplomats"]),
        ("Ghana severed diplomatic relations with Britain.", ["Ghana > SANCTION/withdraw 161 > Britain"]),
        ("India tested a nuclear weapon.", ["India > MOBILIZE/weapons 150 > -"]),
        ("Tunisia granted amnesty to political prisoners.", ["Tunisia > CONCEDE 0833 > political prisoners"]),
        (
            "The South Korean president apologised to Vietnam.",
            ["The South Korean president > SUPPORT 055 > Vietnam"],
        ),
    ],
)
def test_an_active_verb_goes_from_its_subject_to_its_object(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Two Rhodesian officials were detained by Zambian police.",
            ["Zambian police > COERCE/arrest 173 > Two Rhodesian officials"],
        ),
        (
            "Hundreds of Hutu villagers were massacred by the Burundian army.",
            ["the Burundian army > ASSAULT 202 > Hutu villagers"],
        ),
        ("The embassy of Iran was stormed by students.", ["students > PROTEST/riot 145 > Iran"]),
        ("Syria was condemned by the Arab League.", ["the Arab League > ACCUSE/disapprove 111 > Syria"]),
    ],
)
def test_a_passive_verb_goes_from_its_agent_to_its_subject(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Twelve Portuguese soldiers were killed.", ["- > ASSAULT 190 > Twelve Portuguese soldiers"]),
        ("The Ethiopian emperor was deposed.", ["- > ASSAULT 190 > The Ethiopian emperor"]),
        ("Two Danish journalists have been arrested.", ["- > COERCE/arrest 173 > Two Danish journalists"]),
    ],
)
def test_a_passive_without_agent_has_no_source(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The arrest of three French journalists by Chad angered Paris.",
            ["Chad > COERCE/arrest 173 > three French journalists"],
        ),
        (
            "Turkey's invasion of Cyprus was condemned by Greece.",
            ["Turkey > ASSAULT 190 > Cyprus", "Greece > ACCUSE/disapprove 111 > Turkey"],
        ),
        (
            "Talks between Sudan and Ethiopia opened in Khartoum.",
            ["Sudan > CONSULT 040 > Ethiopia", "Ethiopia > CONSULT 040 > Sudan"],
        ),
        (
            "The expulsion of Russian diplomats by Bulgaria drew a protest.",
            ["Bulgaria > SANCTION/withdraw 161 > Russian diplomats"],
        ),
        (
            "A raid by South African commandos on Lesotho worried Botswana.",
            ["South African commandos > ASSAULT 190 > Lesotho"],
        ),
    ],
)
def test_an_event_noun_is_read_with_its_owner_its_by_and_its_of(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The crisis over the invasion dragged on in Vientiane.", []),
        ("The minister spoke of Danish aid in the cold war years.", []),
        ("Relations cooled after talks with Oman.", []),
        ("Peru has lived with the threat of violence.", []),
    ],
)
def test_a_noun_with_one_actor_told_in_passing_is_no_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("China lodged a protest with Japan.", ["China > ACCUSE/allege 114 > Japan"]),
        (
            "Brazil and Paraguay held talks.",
            ["Brazil > CONSULT 040 > Paraguay", "Paraguay > CONSULT 040 > Brazil"],
        ),
        ("Libya launched an attack on Chad.", ["Libya > ASSAULT 190 > Chad"]),
        (
            "The Dutch government gave its support to the Portuguese opposition.",
            ["The Dutch government > SUPPORT 051 > the Portuguese opposition"],
        ),
        (
            "Vietnam carried out a series of raids on Cambodian villages.",
            ["Vietnam > ASSAULT 190 > Cambodian"],
        ),
        ("The Saudi king paid a visit to Egypt.", ["The Saudi king > CONSULT/visit 042 > Egypt"]),
        ("Australia imposed sanctions on Fiji.", ["Australia > SANCTION/discontinue 163 > Fiji"]),
    ],
)
def test_a_light_verb_gives_its_subject_to_the_noun(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The United States suspended military aid to Pakistan.",
            ["The United States > SANCTION/discontinue 1622 > Pakistan"],
        ),
        ("Canada cancelled a visit to Haiti.", ["Canada > SANCTION/withdraw 161 > Haiti"]),
        ("Nigeria lifted sanctions against Niger.", ["Nigeria > RETREAT 085 > Niger"]),
        (
            "A halt in joint patrols by India and Bangladesh followed.",
            [
                "India > SANCTION/discontinue 160 > Bangladesh",
                "Bangladesh > SANCTION/discontinue 160 > India",
            ],
        ),
        ("Eritrea broke off talks with Ethiopia.", ["Eritrea > SANCTION/withdraw 164 > Ethiopia"]),
        ("Colombian miners called off their strike.", ["Colombian miners > CONCEDE 082 > -"]),
        (
            "The Sri Lankan army ended its siege of Jaffna.",
            ["The Sri Lankan army > RETREAT/withdraw 0872 > Jaffna"],
        ),
    ],
)
def test_to_end_something_is_an_act_of_another_kind(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Rebels backed by Rwanda captured Goma.",
            ["Rebels > ASSAULT 192 > Goma", "Rwanda > SUPPORT 051 > Rebels"],
        ),
        (
            "The general, who had ordered the arrest of the prime minister, fled Fiji.",
            ["The general > COERCE/arrest 173 > the prime minister"],
        ),
        (
            "Somalia denounced Ethiopia, recalling its ambassador.",
            ["Somalia > ACCUSE/disapprove 111 > Ethiopia", "Somalia > SANCTION/withdraw 161 > -"],
        ),
        (
            "Syria condemned the attack, which killed seven Lebanese policemen.",
            ["Syria > ACCUSE/disapprove 111 > -", "- > ASSAULT 190 > seven Lebanese policemen"],
        ),
    ],
)
def test_participles_and_relative_clauses_tell_events_of_their_own(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Armed men from Chad entered the market.", []),
        ("A firm based in Monaco makes the boats.", []),
        ("The officials involved in the talks left Baku.", []),
    ],
)
def test_a_participle_that_describes_tells_no_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Syrian jets bombed Aleppo, killing 40 civilians and wounding 100.",
            ["Syrian jets > ASSAULT/aerial 195 > Aleppo"],
        ),
        (
            "Renamo rebels attacked a bus in Mozambique, killing at least 20 passengers.",
            ["Renamo rebels > ASSAULT 190 > Mozambique"],
        ),
        (
            "Israel bombed Egyptian airfields, destroying the air force of Egypt.",
            ["Israel > ASSAULT/aerial 195 > Egyptian"],
        ),
    ],
)
def test_what_comes_of_an_attack_is_no_second_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Costa Rica asked Nicaragua to withdraw its troops.",
            [
                "Costa Rica > REQUEST/yield 0256 > Nicaragua",
                "Nicaragua > RETREAT/withdraw 0874 > Costa Rica (requested)",
            ],
        ),
        ("Thailand begged Japan for a loan.", ["Thailand > REQUEST/assist 023 > Japan"]),
        ("Poland called on Germany to recognise the border.", ["Poland > REQUEST 020 > Germany"]),
        (
            "The Vatican asked Poland to free the bishops.",
            [
                "The Vatican > REQUEST/yield 0253 > Poland",
                "Poland > RETREAT/release 0841 > the bishops (requested)",
            ],
        ),
        (
            "The Security Council urged Morocco and Algeria to hold talks.",
            [
                "The Security Council > REQUEST/meet 026 > Morocco",
                "The Security Council > REQUEST/meet 026 > Algeria",
                "Morocco > CONSULT 040 > Algeria (requested)",
                "Algeria > CONSULT 040 > Morocco (requested)",
            ],
        ),
    ],
)
def test_what_one_asks_for_is_coded_with_the_request(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Malawi promised to send troops to Mozambique.", ["Malawi > AGREE 030 > Mozambique"]),
        ("Libya threatened to expel Egyptian workers.", ["Libya > THREATEN/expel 132 > Egyptian workers"]),
        (
            "Angola refused to release the South African prisoners.",
            ["Angola > REJECT/yield 1243 > the South African prisoners"],
        ),
        ("Norway agreed to share intelligence with Sweden.", ["Norway > AGREE 0314 > Sweden"]),
        (
            "Hungary offered to mediate between Serbia and Croatia.",
            ["Hungary > AGREE 039 > Serbia", "Hungary > AGREE 039 > Croatia"],
        ),
        ("North Korea vowed to attack South Korea.", ["North Korea > THREATEN/violence 1384 > South Korea"]),
    ],
)
def test_what_one_promises_threatens_or_refuses_is_coded_with_the_words_alone(
    text: str, rows: list[str]
) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Protesters in Manila marched to demand reforms.", ["Protesters > PROTEST/demo 1412 > -"]),
        (
            "Police fired tear gas to disperse demonstrators in Seoul.",
            ["Police > ASSAULT/crowd-control 175 > demonstrators"],
        ),
        ("Somalia launched an effort to arm the Ogaden rebels.", []),
        ("The law aims at banning opposition parties in Gambia.", []),
        ("Cyprus opened a centre to train Greek officers.", []),
    ],
)
def test_an_aim_is_no_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Venezuela accused Colombia of bombing a village.", ["Venezuela > ACCUSE/allege 1123 > Colombia"]),
        ("Laos accused Thailand of having attacked border posts.", ["Laos > ACCUSE/allege 1123 > Thailand"]),
        ("Bahrain arrested a cleric for spying on the navy.", ["Bahrain > COERCE/arrest 173 > a cleric"]),
        ("Serbia accused Croatia of violating human rights.", ["Serbia > ACCUSE/allege 1122 > Croatia"]),
    ],
)
def test_what_somebody_is_charged_with_is_in_the_charge(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The German chancellor said that Greece should adopt reforms.",
            ["The German chancellor > REQUEST/change 024 > Greece", "Greece > CONCEDE 083 > - (requested)"],
        ),
        (
            "The Polish prime minister said the Soviet Union must withdraw its troops.",
            [
                "The Polish prime minister > REQUEST/yield 1056 > the Soviet Union",
                "the Soviet Union > RETREAT/withdraw 0874 > The Polish prime minister (requested)",
            ],
        ),
        (
            "Zambia said Rhodesia must release the nationalists.",
            [
                "Zambia > REQUEST/yield 1053 > Rhodesia",
                "Rhodesia > RETREAT/release 0841 > the nationalists (requested)",
            ],
        ),
        ("Egypt declared that Israel must respect the treaty.", ["Egypt > REQUEST 100 > Israel"]),
    ],
)
def test_what_a_speaker_says_another_must_do_is_a_request(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The Danish prime minister said Denmark must help Estonia.", []),
    ],
)
def test_an_actor_said_to_have_to_act_itself_asks_nobody(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Canada sent 20,000 tons of wheat to Ethiopia.", ["Canada > AID 073 > Ethiopia"]),
        ("Zaire arrested scores of Belgian citizens.", ["Zaire > COERCE/arrest 173 > Belgian citizens"]),
        ("Tens of thousands of refugees were expelled by Uganda.", ["Uganda > COERCE/deport 174 > refugees"]),
        ("Cuba handed over a consignment of medicine to Nicaragua.", ["Cuba > AID 070 > Nicaragua"]),
    ],
)
def test_nouns_that_measure_are_seen_through(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Israel is opposed to French mediation.", ["Israel > REJECT/meet 126 > French"]),
        ("Vietnam is committed to talks with China.", ["Vietnam > AGREE 036 > China"]),
    ],
)
def test_participles_that_commit_are_the_subjects_own(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The palace of the Chilean president was bombed by the air force.",
            ["the air force > ASSAULT/aerial 195 > the Chilean president"],
        ),
        ("Rockets from Lebanon hit Israel.", ["Rockets > ASSAULT/heavy-weapons 194 > Israel"]),
        ("US drones attacked a camp in Yemen.", ["US drones > ASSAULT/drone 1952 > Yemen"]),
    ],
)
def test_the_weapon_makes_the_kind_of_attack(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Somalia and Kenya signed a treaty.",
            ["Somalia > SUPPORT 057 > Kenya", "Kenya > SUPPORT 057 > Somalia"],
        ),
        (
            "Armenia and Azerbaijan exchanged fire.",
            ["Armenia > ASSAULT/firearms 193 > Azerbaijan", "Azerbaijan > ASSAULT/firearms 193 > Armenia"],
        ),
        (
            "US-Soviet talks resumed in Geneva.",
            ["US-Soviet > CONSULT 040 > US-Soviet", "US-Soviet > CONSULT 040 > US-Soviet"],
        ),
    ],
)
def test_an_act_done_to_each_other_is_told_both_ways(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Beirut came under attack from Israel.", ["Israel > ASSAULT 190 > Beirut"]),
        ("Zambia has been under pressure from South Africa.", ["South Africa > REQUEST 100 > Zambia"]),
    ],
)
def test_who_is_under_attack_or_pressure_suffers_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Colonel Rabuka made two demands: dissolve the Fijian parliament, and expel the Indian high commissioner.",
            [
                "Colonel Rabuka > REQUEST 100 > -",
                "Colonel Rabuka > REQUEST 100 > -",
                "- > SANCTION/withdraw 161 > the Indian high commissioner (requested)",
            ],
        ),
    ],
)
def test_a_list_behind_a_colon_is_one_demand_an_item(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Students marched in Warsaw, demanding the resignation of President Jaruzelski.",
            ["Students > PROTEST/demo 1411 > President Jaruzelski"],
        ),
        (
            "Miners went on strike to demand the resignation of the Bolivian president.",
            ["Miners > PROTEST/strike 1431 > the Bolivian president"],
        ),
        ("Monks in Rangoon staged a hunger strike to demand reforms.", ["Monks > PROTEST/hunger 1422 > -"]),
    ],
)
def test_what_a_protest_demands_is_part_of_the_protest(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Israel bombed Tunis in retaliation for the killing of three Israelis.",
            ["Israel > ASSAULT/aerial 195 > Tunis"],
        ),
        ("Thais marched in protest at the arrest of two Cambodian poets.", ["Thais > PROTEST/demo 1413 > -"]),
    ],
)
def test_a_noun_that_makes_a_preposition_is_no_event(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Serbia demanded a meeting of the Security Council.",
            [
                "Serbia > REQUEST/meet 106 > the Security Council",
                "the Security Council > CONSULT 040 > Serbia (requested)",
            ],
        ),
        (
            "Finland demanded the withdrawal of Soviet troops from Estonia.",
            [
                "Finland > REQUEST/yield 1056 > Soviet troops",
                "Soviet troops > RETREAT/withdraw 0874 > Estonia (requested)",
            ],
        ),
    ],
)
def test_an_event_noun_in_a_request_needs_both_its_actors(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Turkey's parliament voted against allowing American troops to use its bases.",
            ["Turkey's parliament > REJECT 120 > -"],
        ),
        (
            "The Danish parliament voted against joining the embargo on Libya.",
            ["The Danish parliament > REJECT 120 > Libya"],
        ),
    ],
)
def test_a_fixed_preposition_may_lead_to_a_gerund(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sudan retaliated by bombing Kampala.", ["Sudan > ASSAULT/aerial 195 > Kampala"]),
        (
            "Pakistan retaliated by shelling Indian villages.",
            ["Pakistan > ASSAULT/heavy-weapons 194 > Indian"],
        ),
    ],
)
def test_by_what_means_is_told_by_the_means(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Students marched in Lisbon against the new tuition law.", "1412"),
        ("Monks demonstrated in Lhasa for independence.", "1414"),
        ("Miners went on strike in Bolivia over the arrest of their leaders.", "1433"),
        ("Filipinos rallied to demand the resignation of President Estrada.", "1411"),
    ],
)
def test_a_protest_s_code_tells_what_it_is_about(text: str, code: str) -> None:
    assert [event.cameo for event in events(text)] == [code]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rioters burned down a school in Karachi.", ["Rioters > PROTEST/riot 145 > -"]),
        (
            "Demonstrators attacked the Danish embassy.",
            ["Demonstrators > PROTEST/riot 145 > the Danish embassy"],
        ),
        ("Protesters ransacked the Thai consulate.", ["Protesters > PROTEST/riot 145 > the Thai consulate"]),
    ],
)
def test_what_a_crowd_destroys_it_destroys_in_protest(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The government of Peru launched an attack on illiteracy.",
        "Mexico declared a war on corruption.",
        "Floods killed 40 people in Vietnam.",
        "Malaria kills a million Africans every year.",
        "The jet crashed into the sea, killing its Greek crew.",
        "Article 5 obliges Norway to defend Turkey.",
        "The Hague Convention prohibits the bombing of towns.",
        "Tourists invaded Venice for the carnival.",
        "The book describes the siege of Leningrad.",
        "Israel and Lebanon disagree over the talks on a withdrawal.",
    ],
)
def test_figures_of_speech_mishaps_norms_and_books_tell_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Syria called up its reserves.", ["Syria > MOBILIZE/troops 154 > -"]),
        (
            "Jakarta forced Portuguese teachers out of East Timor.",
            ["Jakarta > COERCE/deport 174 > Portuguese teachers"],
        ),
    ],
)
def test_a_phrasal_verb_is_a_verb_of_its_own(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Angola conceded to UNITA's demands to overhaul the judiciary.", "0834"),
        ("Peru gave Ecuador an ultimatum to halt attacks on the border.", "139"),
        ("Gambia's president will visit Senegal to mediate in the dispute.", "039"),
        ("The opposition tried to assassinate Chad's president.", "185"),
        ("Egypt urged Libya to help rescue the Tunisian sailors.", "0233"),
    ],
)
def test_two_acts_inside_each_other_have_the_finer_code(text: str, code: str) -> None:
    assert code in {event.cameo for event in events(text)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Argentina protested on Monday.", ["Argentina > ACCUSE/allege 114 > -"]),
        (
            "Finland protested to the Soviet Union over a missile.",
            ["Finland > ACCUSE/allege 114 > the Soviet Union"],
        ),
        ("Burmese students protested on Monday.", ["Burmese students > PROTEST/demo 141 > -"]),
    ],
)
def test_a_government_that_protests_complains(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "India and Nepal held a joint exercise.",
            ["India > COOPERATE 062 > Nepal", "Nepal > COOPERATE 062 > India"],
        ),
        (
            "Hungary and Austria promised to resume talks.",
            ["Hungary > AGREE 036 > Austria", "Austria > AGREE 036 > Hungary"],
        ),
        ("Sudan and Chad clashed on Sunday.", ["Sudan > ASSAULT 190 > Chad", "Chad > ASSAULT 190 > Sudan"]),
    ],
)
def test_what_two_do_together_goes_both_ways(text: str, rows: list[str]) -> None:
    assert told(text) == rows
