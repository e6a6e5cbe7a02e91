"""Tags: noun, verb or adjective by the words around, names by their capitals, -ed forms by their clause."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The police want to bring suspects to trial.",
            "The/DT police/NN want/VBP to/TO bring/VB suspects/NNS to/TO trial/NN ./.",
        ),
        (
            "Serbia cancelled plans to sell grain.",
            "Serbia/NNP cancelled/VBD plans/NNS to/TO sell/VB grain/NN ./.",
        ),
        ("Oslo rejected calls for a boycott.", "Oslo/NNP rejected/VBD calls/NNS for/IN a/DT boycott/NN ./."),
        ("Tribes protest the drone strikes.", "Tribes/NNS protest/VBP the/DT drone/NN strikes/NNS ./."),
        (
            "The agreed plan failed because parliament opposed it.",
            "The/DT agreed/VBN plan/NN failed/VBD because/IN parliament/NN opposed/VBD it/PRP ./.",
        ),
        (
            "Moscow's will to agree was doubted.",
            "Moscow/NNP 's/POS will/NN to/TO agree/VB was/VBD doubted/VBN ./.",
        ),
        ("The deal may fail in May.", "The/DT deal/NN may/MD fail/VB in/IN May/NNP ./."),
        ("Troops will march in March.", "Troops/NNS will/MD march/VB in/IN March/NNP ./."),
        ("It's Iran's oil.", "It/PRP 's/VBZ Iran/NNP 's/POS oil/NN ./."),
        ("Her father told her.", "Her/PRP$ father/NN told/VBD her/PRP ./."),
        ("There was no one there.", "There/EX was/VBD no/DT one/CD there/RB ./."),
        ("Villagers said that that man fled.", "Villagers/NNS said/VBD that/IN that/DT man/NN fled/VBD ./."),
        (
            "Like Mali, Chad has asked for aid like tents.",
            "Like/IN Mali/NNP ,/, Chad/NNP has/VBZ asked/VBN for/IN aid/NN like/IN tents/NNS ./.",
        ),
        ("A vote that divided Iceland ended.", "A/DT vote/NN that/WDT divided/VBD Iceland/NNP ended/VBD ./."),
        ("They agreed to major cuts.", "They/PRP agreed/VBD to/TO major/JJ cuts/NNS ./."),
        ("The Pan Am jet crashed.", "The/DT Pan/NNP Am/NNP jet/NN crashed/VBD ./."),
        (
            "Mark Thatcher vanished in the Sahara.",
            "Mark/NNP Thatcher/NNP vanished/VBD in/IN the/DT Sahara/NNP ./.",
        ),
        ("United Nations staff left.", "United/NNP Nations/NNPS staff/NN left/VBD ./."),
        (
            "Ursula von der Leyen met Osama bin Laden.",
            "Ursula/NNP von/NNP der/NNP Leyen/NNP met/VBD Osama/NNP bin/NNP Laden/NNP ./.",
        ),
        ("Muammar al-Gaddafi ruled Libya.", "Muammar/NNP al-Gaddafi/NNP ruled/VBD Libya/NNP ./."),
        ("TROOPS SEIZE RADIO STATION", "TROOPS/NNS SEIZE/VBP RADIO/NN STATION/NN"),
        ("Troops Seize Radio Station In Accra", "Troops/NNS Seize/VBP Radio/NN Station/NN In/IN Accra/NNP"),
        ("The shelling wounded five.", "The/DT shelling/NN wounded/VBD five/CD ./."),
        (
            "Police shot dead two armed men.",
            "Police/NN shot/VBD dead/RP two/CD armed/VBN men/NNS ./.",
        ),
        (
            "Rebels shot two men in Bangui; a third fled.",
            "Rebels/NNS shot/VBD two/CD men/NNS in/IN Bangui/NNP ;/: a/DT third/JJ fled/VBD ./.",
        ),
        ("Five wounded men were shot.", "Five/CD wounded/VBN men/NNS were/VBD shot/VBN ./."),
        (
            "Turkish jets bombed the Kurdish town.",
            "Turkish/JJ jets/NNS bombed/VBD the/DT Kurdish/JJ town/NN ./.",
        ),
        ("Hungary has long opposed the dam.", "Hungary/NNP has/VBZ long/JJ opposed/VBN the/DT dam/NN ./."),
        ("Sanctions hurt Iraq.", "Sanctions/NNS hurt/VBD Iraq/NNP ./."),
        ("Half a million fled.", "Half/NN a/DT million/CD fled/VBD ./."),
    ],
)
def test_neighbours_decide_between_the_readings_of_a_word(tags, text: str, expected: str) -> None:
    assert tags(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Troops fled.", "fled", "flee"),
        ("The cities burned.", "cities", "city"),
        ("Air-strikes killed 12.", "Air-strikes", "air-strike"),
        ("The police have sworn.", "sworn", "swear"),
        ("Two wives left.", "wives", "wife"),
        ("Hanoi vowed revenge.", "Hanoi", "hanoi"),
    ],
)
def test_a_word_has_its_dictionary_form(doc, text: str, word: str, lemma: str) -> None:
    assert [w.lemma for s in doc(text).sentences for w in s.words if w.text == word] == [lemma]
