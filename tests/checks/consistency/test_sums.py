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

#: A total and all its parts between commas, with or without what befell them in between.
LISTED = [
    ("Four people were killed, three marines and two civilians, in the ambush near Falluja.", "Four people", "3 + 2 = 5"),
    ("Sixteen people drowned in the Solent, ten women and seven children.", "Sixteen people", "10 + 7 = 17"),
    ("The mine in Mozambique killed four people, three soldiers and two civilians, and wounded 12.", "four people", "3 + 2 = 5"),
    ("The raid on Sétif killed 12 people, seven soldiers and nine civilians.", "12 people", "7 + 9 = 16"),
    ("The clash on the Tumen killed 11 soldiers, seven Russians and five Japanese.", "11 soldiers", "7 + 5 = 12"),
    ("Six people died in the crash at Smolensk, two pilots and three passengers.", "Six people", "2 + 3 = 5"),
    ("The blast in Derry left four people dead, three policemen and two bystanders.", "four people", "3 + 2 = 5"),
]  # fmt: skip

#: A total and its parts, each with a place or a day of its own.
ALLOTTED = [
    ("The brigade lost 29 men in two raids, 21 soldiers in November 2007 and six in March 2008.", "29 men", "21 + 6 = 27"),
    ("The company lost 40 miners in two blasts: 25 in May 1965 and 18 in June 1971.", "40 miners", "25 + 18 = 43"),
    ("The attacks of 2003 killed 29 people, 21 in Casablanca and ten in Fez.", "29 people", "21 + 10 = 31"),
    ("The IRA set off 12 bombs, seven in London and six in Belfast.", "12 bombs", "7 + 6 = 13"),
    ("The junta held 300 prisoners, 180 on Dawson Island and 150 in the stadium.", "300 prisoners", "180 + 150 = 330"),
    ("In two raids Biafra lost 29 men, 21 in May 1968 and six in June 1969.", "29 men", "21 + 6 = 27"),
    ("The regiment lost 300 men, 190 to fever and 120 to scurvy.", "300 men", "190 + 120 = 310"),
]  # fmt: skip

RIGHT = [
    ("Seven people - four militants and three policemen - were killed in Imphal.", "Seven people", "4 + 3 = 7"),
    ("Twelve people were killed: seven soldiers, including two officers, four civilians and a policeman.", "Twelve people", "7 + 4 + 1 = 12"),
    ("Of the 20 hostages, 12 were freed and eight died.", "20 hostages", "12 + 8 = 20"),
    ("The ferry drowned 40 people, 25 women and 15 children.", "40 people", "25 + 15 = 40"),
    ("Half the seats went to others. Some 50 per cent chose Mandela, 30 per cent chose de Klerk and the remaining 20 per cent chose neither.", "the remaining 20 per cent", "50 + 30 + 20 = 100 per cent"),
    ("Of the 60 per cent who voted, 70 per cent said yes and the remaining 30 per cent said no.", "the remaining 30 per cent", "70 + 30 = 100 per cent"),
    ("Four soldiers, two policemen and a driver - seven people in all - died in Derry.", "seven people", "4 + 2 + 1 = 7"),
    ("The force lost 29 men in two raids on Kunar, 21 in November 2007 and eight in March 2008.", "29 men", "21 + 8 = 29"),
    ("The strikes on Laos killed 50 people, 30 in the first raid and 20 in the second.", "50 people", "30 + 20 = 50"),
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

APART = [
    "The raid killed six men, three women and two children.",
    "The gunmen killed four policemen, three marines and two civilians.",
    "The storm killed 12 people, 40 cows and 100 sheep.",
    "Four people were killed, three soldiers and two policemen wounded.",
    "Twelve people were arrested in raids on a club, three bars and ten flats.",
    "The bombings of 1974 killed 28 people, seven in Monaghan alone.",
    "The army lost 40 men in 1916, 12 in May and nine in July.",
    "About 40 people died, 22 in Hama and 20 in Homs.",
    "The fires killed 29 people, 21 in Portugal and 15 in the village of Pedrogao.",
    "The police held 300 people, 180 in May and 150 in the stadium of Santiago.",
    "The party has 45 seats, up from 30 in 1998 and 20 in 1994.",
    "The party won 45 seats, 30 more than in 1998 and 20 more than in 1994.",
    "The attacks killed 29 people, 21 of them in Baghdad and ten of them children.",
    "The floods killed 29 villagers and 12 soldiers, 21 in Assam and 20 in Bihar.",
    "The unit fought in two wars and lost 300 men, 120 in Korea.",
    "Some 29 prisoners escaped from two jails, 21 in Lima and several in Cuzco.",
    "The crash killed 43 people, 12 Swedes, 11 Danes, seven Finns and several Norwegians.",
    "At least 29 people were killed, 21 in Basra and ten in Najaf.",
]


@pytest.mark.parametrize(("text", "stated", "sum_"), WRONG + LISTED + ALLOTTED)
def test_a_sum_that_is_not_the_total_disagrees(found, text, stated, sum_):
    assert [(f.verdict, f.stated, f.found) for f in found(sum_against_parts, text)] == [
        ("disagrees", stated, sum_)
    ]


@pytest.mark.parametrize(("text", "stated", "sum_"), RIGHT)
def test_parts_that_make_the_total_agree(found, text, stated, sum_):
    assert [(f.verdict, f.stated, f.found) for f in found(sum_against_parts, text)] == [
        ("agrees", stated, sum_)
    ]


@pytest.mark.parametrize("text", SILENT + APART)
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
