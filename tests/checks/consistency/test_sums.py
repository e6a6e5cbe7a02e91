"""Totals against their parts: what adds up, what does not, and numbers that are no parts at all."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.sums import sum_against_parts

WRONG = [
    ("The bomb killed 12 people: seven soldiers and six civilians.", "12 people", "7 + 6 = 13"),
    ("A mine in Angola killed 12 people, seven soldiers and six civilians.", "12 people", "7 + 6 = 13"),
    ("Of the 20 hostages, 12 were freed and nine died.", "20 hostages", "12 + 9 = 21"),
    ("Of the 52 prisoners, 30 were released and the remaining 20 were tried in Lima.", "52 prisoners", "30 + 20 = 50"),
    ("The raid on Sabra left 14 dead, including 16 children.", "14", "16 in a part"),
    ("The quake of 1976 killed 300 villagers, among them at least 400 children.", "300 villagers", "at least 400 in a part"),
    ("Shells fell on Grozny. The attack killed 12 people. Seven were soldiers and six were civilians.", "12 people", "7 + 6 = 13"),
    ("Seven soldiers and six civilians died in the shelling of Quneitra, 12 in all.", "12", "7 + 6 = 13"),
    ("The police in Soweto arrested 30 people: ten students, 12 teachers and a priest.", "30 people", "10 + 12 + 1 = 23"),
    ("Congress voted $10 million in aid: $6 million for arms and $5 million for food.", "$10 million in aid", "6,000,000 + 5,000,000 = 11,000,000"),
    ("In Cyprus 60 per cent voted for the accord and 30 per cent against; the remaining 20 per cent abstained.", "the remaining 20 per cent", "60 + 30 + 20 = 110 per cent"),
    ("Eleven people (five policemen and four gunmen) died in Medellin.", "Eleven people", "5 + 4 = 9"),
    ("The death toll of 30 in Bam included 18 women and 15 men.", "30", "18 + 15 = 33"),
    ("In total 45 people died in Gaza, 30 of them civilians and 20 of them soldiers.", "45 people", "30 + 20 = 50"),
    ("There were 100 casualties, 40 dead and 70 wounded.", "100 casualties", "40 + 70 = 110"),
    ("The 45 dead were 30 men, 10 women and 6 children.", "45", "30 + 10 + 6 = 46"),
    ("Two hundred villagers were held in Guatemala. Of these, 120 were released and 90 were executed.", "Two hundred villagers", "120 + 90 = 210"),
    ("Eight people died in Kigali, ten of them children.", "Eight people", "10 in a part"),
    ("The clash left 22 dead: 14 on the Indian side and nine on the Chinese side.", "22", "14 + 9 = 23"),
    ("The Knesset has 120 seats: 61 for the coalition, 50 for the opposition and 10 for the Arab parties.", "120 seats", "61 + 50 + 10 = 121"),
    ("The raid killed two soldiers and five rebels, a total of eight.", "a total of eight", "2 + 5 = 7"),
]  # fmt: skip

RIGHT = [
    ("Seven people - four militants and three policemen - were killed in Imphal.", "Seven people", "4 + 3 = 7"),
    ("Twelve people were killed: seven soldiers, including two officers, four civilians and a policeman.", "Twelve people", "7 + 4 + 1 = 12"),
    ("Of the 20 hostages, 12 were freed and eight died.", "20 hostages", "12 + 8 = 20"),
    ("The ferry drowned 40 people, 25 women and 15 children.", "40 people", "25 + 15 = 40"),
    ("Half the seats went to others. Some 50 per cent chose Mandela, 30 per cent chose de Klerk and the remaining 20 per cent chose neither.", "the remaining 20 per cent", "50 + 30 + 20 = 100 per cent"),
    ("Of the 60 per cent who voted, 70 per cent said yes and the remaining 30 per cent said no.", "the remaining 30 per cent", "70 + 30 = 100 per cent"),
    ("Four soldiers, two policemen and a driver - seven people in all - died in Derry.", "seven people", "4 + 2 + 1 = 7"),
    ("South Sudan earns 98 per cent of its revenue from oil; the remaining 2 per cent comes from aid.", "the remaining 2 per cent", "98 + 2 = 100 per cent"),
]  # fmt: skip

SILENT = [
    "The raid left 14 dead, among them 3 children.",
    "At least 12 people (seven soldiers and six civilians) were killed.",
    "The court in Ankara tried 14 officers, among them three colonels and two majors.",
    "The cabinet of Mali has 14 ministers: three from the north and two from the south.",
    "The army killed 5 rebels and lost 7 soldiers.",
    "The bomb killed five people and wounded 17.",
    "Of the 300 prisoners, 120 were women and 200 were under 30.",
    "The blast in Oslo killed eight people, injuring 209 and wrecking three ministries.",
    "Of the 12 tanks, two were lost and 500 soldiers fled.",
    "About 40 people died: 20 soldiers and 22 rebels.",
    "The war of 1982 lasted ten weeks: 649 Argentines and 255 Britons died in it.",
    "Twelve people were killed: two gunmen had opened fire on a crowd of 300 people.",
    "The treaty has 12 articles: article 7 and article 8 are disputed.",
    "The shelling killed 12 people. Twenty were wounded and six were missing.",
    "Turnout was 60 per cent in the city, 30 per cent in the hills and 80 per cent on the coast.",
    "Prices rose by 60 per cent in May and 50 per cent in June; wages by 20 per cent.",
    "The envoy met 20 deputies, including five of the 40 who had fled.",
    "Six people were killed, two weeks after 12 soldiers died there.",
    "The convoy had 30 trucks, 400 men and two guns.",
    "The action of one officer in killing two agents angered the army.",
    "Israel freed 1,027 prisoners for one soldier, among them 280 serving life.",
    "The mission has 15 observers: ten Swedes, three Finns and several Danes.",
    "Police held 40 people, among them 25 students and 20 women.",
    "In 1989 the party won 99 of the 100 seats, and in 1991 it won 120 of 300 seats.",
    "Eight people were killed, three of them soldiers, and 12 wounded.",
    "Four soldiers, two policemen and their drivers - nine people in all - died.",
    "Of the 350,000 barrels a day, 60,000 came from Heglig.",
    "The earthquake killed 525 people; the tsunami that followed killed 156 of them.",
    "The blast killed twelve people, including four policemen, seven civilians and two children.",
    "A third of the 90 deputies, 40 in all, voted no.",
    "Entry fell by 60 per cent in the north; the remaining 50 per cent of the camps are in the south.",
    "",
]


@pytest.mark.parametrize(("text", "stated", "sum_"), WRONG)
def test_a_sum_that_is_not_the_total_disagrees(found, text, stated, sum_):
    assert [(f.verdict, f.stated, f.found) for f in found(sum_against_parts, text)] == [
        ("disagrees", stated, sum_)
    ]


@pytest.mark.parametrize(("text", "stated", "sum_"), RIGHT)
def test_parts_that_make_the_total_agree(found, text, stated, sum_):
    assert [(f.verdict, f.stated, f.found) for f in found(sum_against_parts, text)] == [
        ("agrees", stated, sum_)
    ]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_of_numbers_that_need_not_add_up(found, text):
    assert found(sum_against_parts, text) == []


def test_the_finding_stands_on_the_total_and_cites_the_parts(found):
    text = "It was quiet in Jaffna. The mine killed 12 people. Seven were soldiers and six were civilians."
    (one,) = found(sum_against_parts, text)
    assert text[one.start : one.end] == "12"
    assert (one.found_low, one.found_high, one.source) == (13, 13, "the article itself")
    assert one.citation == "“Seven were soldiers and six were civilians.”"


def test_the_author_goes_on_with_whose_total_he_told(found):
    text = "The army said the raid killed 12 people. Seven were soldiers and six were civilians."
    (one,) = found(sum_against_parts, text)
    assert one.verdict == "disagrees"
    assert one.note == "The parts make 13, more than the whole, as told by The army."


def test_a_total_and_parts_of_two_speakers_are_contested(found):
    text = (
        "The army said the raid killed 12 people. "
        "Seven were soldiers and six were civilians, according to the Red Cross."
    )
    (one,) = found(sum_against_parts, text)
    assert one.verdict == "contested"
