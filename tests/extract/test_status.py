"""Whether it happened: actual, ongoing, planned, requested, hypothetical, denied."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest
from telling import events, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Mali has expelled three diplomats from Senegal.",
            ["Mali > SANCTION/withdraw 161 > three diplomats"],
        ),
        (
            "Nigeria had arrested the South African ambassador.",
            ["Nigeria > COERCE/arrest 173 > the South African ambassador"],
        ),
    ],
)
def test_what_is_told_as_done_is_actual(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Kenya managed to arrest the leader of the Ugandan rebels.",
            ["Kenya > COERCE/arrest 173 > the leader"],
        ),
        (
            "Liberia was forced to release the Guinean prisoners.",
            ["Liberia > RETREAT/release 0841 > the Guinean prisoners"],
        ),
        ("Iceland was the first country to recognise Lithuania.", ["Iceland > SUPPORT 054 > Lithuania"]),
    ],
)
def test_what_was_brought_about_is_actual(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ethiopia is bombing Eritrean towns.", ["Ethiopia > ASSAULT/aerial 195 > Eritrean (ongoing)"]),
        ("Serbia continued to shell Sarajevo.", ["Serbia > ASSAULT/heavy-weapons 194 > Sarajevo (ongoing)"]),
        (
            "Russian troops are still occupying Georgian villages.",
            ["Russian troops > COERCE/seize 192 > Georgian (ongoing)"],
        ),
    ],
)
def test_what_goes_on_is_ongoing(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Bolivia did not attack Chile.", ["Bolivia > ASSAULT 190 > Chile (denied)"]),
        ("Romania never invaded Czechoslovakia.", ["Romania > ASSAULT 190 > Czechoslovakia (denied)"]),
        (
            "Burundi failed to arrest the Rwandan general.",
            ["Burundi > COERCE/arrest 173 > the Rwandan general (denied)"],
        ),
        ("Hungary did not condemn Russia.", ["Hungary > ACCUSE/disapprove 111 > Russia (denied)"]),
        ("No country condemned Indonesia.", ["- > ACCUSE/disapprove 111 > Indonesia (denied)"]),
        (
            "Egypt closed the canal without consulting Britain.",
            ["Egypt > COERCE/restrict 191 > -", "Egypt > CONSULT 040 > Britain (denied)"],
        ),
    ],
)
def test_what_did_not_happen_is_denied(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Nigeria dismissed reports that its soldiers had massacred civilians.",
            ["its soldiers > ASSAULT 202 > civilians (denied)"],
        ),
        ("Laos denied that it had attacked Thailand.", ["it > ASSAULT 190 > Thailand (denied)"]),
        (
            "Rhodesia prevented an attack by guerrillas from Mozambique.",
            ["guerrillas > ASSAULT 190 > - (denied)"],
        ),
    ],
)
def test_what_somebody_denies_is_denied(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The United States may bomb Libya.",
            ["The United States > ASSAULT/aerial 195 > Libya (hypothetical)"],
        ),
        ("South Africa could invade Angola.", ["South Africa > ASSAULT 190 > Angola (hypothetical)"]),
        ("France might recognise Palestine.", ["France > SUPPORT 054 > Palestine (hypothetical)"]),
        (
            "Botswana may impose sanctions on Rhodesia.",
            ["Botswana > SANCTION/discontinue 163 > Rhodesia (hypothetical)"],
        ),
        (
            "Israel and Syria could hold talks in Washington.",
            ["Israel > CONSULT 040 > Syria (hypothetical)", "Syria > CONSULT 040 > Israel (hypothetical)"],
        ),
        (
            "Britain should expel the Syrian ambassador.",
            ["Britain > SANCTION/withdraw 161 > the Syrian ambassador (requested)"],
        ),
        (
            "Pakistan must arrest the Afghan rebels.",
            ["Pakistan > COERCE/arrest 173 > the Afghan rebels (requested)"],
        ),
    ],
)
def test_modals_make_it_possible_or_asked_for(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "If Israel attacks Lebanon, Syria will retaliate.",
            [
                "Israel > ASSAULT 190 > Lebanon (hypothetical)",
                "Syria > THREATEN/violence 1384 > Israel (planned)",
            ],
        ),
        (
            "Unless Turkey withdraws its troops, Greece will recall its ambassador.",
            [
                "Turkey > RETREAT/withdraw 0874 > - (hypothetical)",
                "Greece > THREATEN/relations 1313 > Turkey (planned)",
            ],
        ),
    ],
)
def test_a_condition_is_hypothetical(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kuwait fears an attack by Iraq.", ["Iraq > ASSAULT 190 > - (hypothetical)"]),
        ("Diplomats feared that China would invade Taiwan.", ["China > ASSAULT 190 > Taiwan (hypothetical)"]),
        (
            "Ireland is considering an embargo on South African fruit.",
            ["Ireland > SANCTION/discontinue 163 > South African (hypothetical)"],
        ),
        (
            "A possible attack by Iran on Bahrain worries Washington.",
            ["Iran > ASSAULT 190 > Bahrain (hypothetical)"],
        ),
        (
            "Peru tried to arrest the Bolivian senator.",
            ["Peru > COERCE/arrest 173 > the Bolivian senator (hypothetical)"],
        ),
    ],
)
def test_what_is_feared_or_weighed_is_hypothetical(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sweden will send medicine to Biafra.", ["Sweden > AGREE 0333 > Biafra (planned)"]),
        (
            "The Soviet Union will withdraw its troops from Afghanistan.",
            ["The Soviet Union > AGREE 0356 > Afghanistan (planned)"],
        ),
        ("The president said Tunisia would recognise Israel.", ["Tunisia > AGREE 032 > Israel (planned)"]),
        (
            "Uruguay is ready to mediate between Peru and Ecuador.",
            ["Uruguay > AGREE 039 > Peru (planned)", "Uruguay > AGREE 039 > Ecuador (planned)"],
        ),
        (
            "Japan plans to lift sanctions against South Africa.",
            ["Japan > AGREE 0354 > South Africa (planned)"],
        ),
    ],
)
def test_what_an_actor_will_do_is_agreed(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Kosovo's government said it would declare independence from Serbia.",
            ["it > THREATEN 130 > Serbia (planned)"],
        ),
        (
            "Spain announced that it would expel the Chilean ambassador.",
            ["it > THREATEN/relations 1313 > the Chilean ambassador (planned)"],
        ),
        ("Tanzania intends to invade Uganda.", ["Tanzania > THREATEN/violence 1384 > Uganda (planned)"]),
        (
            "Albania warned that it would arrest Serbian agents if they entered the country.",
            ["it > THREATEN/arrest 132 > Serbian agents (planned)"],
        ),
        (
            "Nigeria will withdraw its peacekeepers from Chad unless the rebels stop fighting.",
            [
                "Nigeria > THREATEN/expel 136 > Chad (planned)",
                "the rebels > RETREAT/disarm 087 > - (hypothetical)",
            ],
        ),
    ],
)
def test_what_hostile_act_an_actor_will_do_is_threatened(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Cuba will not release the prisoners of Brigade 2506.",
            ["Cuba > REJECT/yield 1243 > the prisoners (denied)"],
        ),
        (
            "The rebels will not negotiate until the government releases the prisoners.",
            [
                "The rebels > REJECT/meet 125 > - (denied)",
                "the government > RETREAT/release 0841 > the prisoners (planned)",
            ],
        ),
        ("Hamas rejected a ceasefire with Israel.", ["Hamas > REJECT/yield 1246 > Israel"]),
    ],
)
def test_what_an_actor_will_not_do_is_refused(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kenya said Uganda would attack Sudan.", ["Uganda > ASSAULT 190 > Sudan (planned)"]),
    ],
)
def test_a_hostile_act_foretold_by_another_is_no_threat(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sudan plans an attack on rebels in Darfur.", ["Sudan > ASSAULT 190 > rebels (planned)"]),
        (
            "The planned withdrawal of Cuban troops from Angola was delayed.",
            ["Cuban troops > RETREAT/withdraw 0874 > Angola (planned)"],
        ),
    ],
)
def test_a_plan_is_planned(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The opposition demanded the resignation of the Bulgarian prime minister.",
            [
                "The opposition > REQUEST/change 1041 > the Bulgarian prime minister",
                "the Bulgarian prime minister > RETREAT/resign 0831 > - (requested)",
            ],
        ),
        (
            "Yemen asked Oman to extradite the rebels.",
            ["Yemen > REQUEST/assist 0213 > Oman", "Oman > COOPERATE 063 > Yemen (requested)"],
        ),
        (
            "Protesters called for the withdrawal of French troops from Chad.",
            [
                "Protesters > REQUEST/yield 0256 > French troops",
                "French troops > RETREAT/withdraw 0874 > Chad (requested)",
            ],
        ),
    ],
)
def test_what_is_asked_for_is_requested(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Radio Kabul said Soviet troops had bombed Herat.", ["Soviet troops > ASSAULT/aerial 195 > Herat"]),
        (
            "According to Amnesty International, Guatemala executed twelve prisoners.",
            ["Guatemala > ASSAULT 190 > twelve prisoners"],
        ),
        (
            "The Angolan army killed forty rebels, the defence ministry said.",
            ["The Angolan army > ASSAULT 190 > forty rebels"],
        ),
    ],
)
def test_what_is_reported_keeps_its_status(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "South Korea will lift the embargo when North Korea releases the sailors.",
            [
                "South Korea > AGREE 0354 > - (planned)",
                "North Korea > RETREAT/release 0841 > the sailors (planned)",
            ],
        ),
    ],
)
def test_what_is_to_happen_first_has_not_happened(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The raid prompted Uganda to break off diplomatic relations with Sudan.",
            ["Uganda > SANCTION/withdraw 161 > Sudan"],
        ),
        (
            "The riots led Malaysia to recall its ambassador from Jakarta.",
            ["Malaysia > SANCTION/withdraw 161 > Jakarta"],
        ),
    ],
)
def test_what_somebody_was_led_to_do_is_actual(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Thai government's decision to withdraw its ambassador from Phnom Penh followed a series of border clashes.",
            ["The Thai government > SANCTION/withdraw 161 > Phnom Penh (planned)"],
        ),
    ],
)
def test_what_was_decided_is_planned(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pakistan denied shelling Indian villages.", "denied"),
        ("Russia is considering sending troops to Tajikistan.", "hypothetical"),
        ("Syria stopped shelling Beirut.", "actual"),  # it ended it: RETREAT
        ("Iraq began shelling Abadan.", "actual"),
        ("Iraq kept bombing Abadan.", "ongoing"),
    ],
)
def test_a_gerund_shares_the_fate_of_the_verb_before_it(text: str, status: str) -> None:
    assert events(text)[-1].status == status


@pytest.mark.parametrize(
    "text",
    [
        "Hackers attacked nearly 300 Danish websites.",
        "Ghana arrested almost 90 Nigerian traders.",
        "Zaire expelled barely 20 Belgian priests.",
    ],
)
def test_an_adverb_of_degree_behind_the_verb_belongs_to_the_number(text: str) -> None:
    assert events(text)[0].status == "actual"
