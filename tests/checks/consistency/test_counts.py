"""One number given twice: of one event, in the headline, or announced and then told one by one."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.counts import figure_given_twice

TWICE = [
    ("The strike of 17 March 2011 in Datta Khel killed 45 civilians. The strike of 17 March, which killed 41 civilians, angered the tribes.", "disagrees", "41 civilians killed", "45 civilians killed"),
    ("The strike of 17 March 2011 in Datta Khel killed 45 civilians. The army kept silent. The 45 killed on 17 March were buried.", "agrees", "45 killed", "45 civilians killed"),
    ("Bomb kills 12 in Lahore\n\nA bomb killed 14 people in Lahore on Tuesday. The police left.", "disagrees", "14 people killed", "12 killed"),
    ("Shelling in Kargil on 3 May 1999 killed 12 soldiers. The rebels said the shelling of 3 May killed 40 soldiers.", "contested", "40 soldiers killed", "12 soldiers killed"),
    ("On 21 March 1960 police in Sharpeville killed 69 people. The shooting of 21 March 1960, in which 72 people were killed, shocked the world.", "disagrees", "72 people killed", "69 people killed"),
    ("In 2010 US drones killed 940 civilians. US drones killed 607 civilians in 2010.", "disagrees", "607 civilians killed", "940 civilians killed"),
    ("Gunmen killed 12 tourists in Luxor on 17 November 1997. The police said that the attack of 17 November killed 62 tourists.", "contested", "62 tourists killed", "12 tourists killed"),
    ("Soviet troops killed 14 people in Vilnius on 13 January 1991. The assault of 13 January killed 15 people.", "disagrees", "15 people killed", "14 people killed"),
]  # fmt: skip

#: The people of a ship, a unit or a town that is named, told far apart.
NAMED = [
    ("The 46 sailors of the Cheonan were mourned across the country.\n\nSeoul blamed a torpedo. Forty-four men of the Cheonan died in the cold water.", "disagrees", "Forty-four men", "46 sailors"),
    ("The Kursk sank in August 2000 with the loss of 118 men.\n\nThe widows of the 108 sailors of the Kursk were paid late.", "disagrees", "108 sailors", "118 men"),
    ("The sinking of the Belgrano killed 323 men.\n\nLondon kept silent. The 368 sailors of the General Belgrano who died are mourned in May.", "disagrees", "368 sailors", "323 men killed"),
    ("The massacre at Sharpeville killed 69 people.\n\nThe 96 dead of Sharpeville were buried in rows.", "disagrees", "96 killed", "69 people killed"),
    ("The downing of Flight 007 killed 269 people.\n\nThe 259 dead of Flight 007 have no grave.", "disagrees", "259 killed", "269 people"),
    ("The 600 men of the Light Brigade rode out at dawn.\n\nRaglan's order was vague. The Light Brigade's 450 men had sabres.", "disagrees", "450 men", "600 men"),
    ("Some 300,000 people live in Bata.\n\nThe port is poor. Bata's 200,000 inhabitants have no clean water.", "disagrees", "200,000 inhabitants", "Some 300,000 people"),
    ("The town of Ghadames has 10,000 inhabitants.\n\nNobody asked the 17,000 residents of Ghadames.", "disagrees", "17,000 residents", "10,000 inhabitants"),
    ("The population of Tuvalu is 11,000.\n\nThe sea rises. Tuvalu's 18,000 people have nowhere to go.", "disagrees", "18,000 people", "11,000"),
    ("Crimea, a peninsula of 2 million people, is dry.\n\nThe 3.5 million inhabitants of Crimea lack water.", "disagrees", "3.5 million inhabitants", "2 million people"),
    ("Goma is home to 600,000 people.\n\nThe volcano smokes. Goma has a population of 900,000.", "disagrees", "900,000", "600,000 people"),
    ("The 118 men of the Kursk died in the Barents Sea.\n\nTheir widows wrote. Nobody came for the 118 sailors of the Kursk who perished.", "agrees", "118 sailors", "118 men"),
]  # fmt: skip

UNLIKE = [
    "The 104 sailors of the Cheonan were at dinner.\n\nForty-six men of the Cheonan died in the cold water.",
    "The 46 sailors of the Cheonan were mourned.\n\nThe bodies of 40 sailors of the Cheonan were recovered by May.",
    "About 46 sailors of the Cheonan died.\n\nThe 44 dead of the Cheonan were mourned.",
    "Twelve men of the Black Watch died near Basra.\n\nForty men of the Black Watch died at Ticonderoga.",
    "The 20 men of the Black Watch who held the bridge were cut off.\n\nThe 600 men of the Black Watch wore the kilt.",
    "The sinking of the Lusitania killed 1,198 people.\n\nThe sinking of the Lusitania killed 128 Americans.",
    "The 200 passengers of the Estonia slept.\n\nThe 186 crew of the Estonia died.",
    "On 3 May 1982 12 men of the Sheffield died.\n\nThe 20 men of the Sheffield died on 4 May 1982.",
    "In 1990 Sarajevo had 500,000 inhabitants.\n\nSarajevo's 300,000 inhabitants live under fire.",
    "Some 300,000 people live in Bata.\n\nBata's 290,000 inhabitants have no clean water.",
    "More than 200,000 people live in Bata.\n\nBata's 300,000 inhabitants have no clean water.",
    "Two million people live in Gaza.\n\nA third of the people, 700,000 residents of Gaza, are refugees.",
    "Ten thousand people live in Ghadames.\n\nGhadames district has 17,000 inhabitants.",
    "Greater Beirut has two million inhabitants.\n\nBeirut's 400,000 inhabitants vote in October.",
    "Vilnius once had 200,000 inhabitants.\n\nVilnius has 500,000 inhabitants.",
    "The 300 dead of Gaza were counted.\n\nThe 500 dead of Lebanon were not.",
]


ITEMS = [
    ("He made two demands: first, stop the attacks, second, free the men, and third, pay.", "disagrees", "two demands", "3: first … second …"),
    ("He made three demands: first, stop the attacks, and second, free the men.", "disagrees", "three demands", "2: first … second …"),
    ("There are three reasons. First, the army is weak. Second, the state is poor. Third, nobody cares. Fourth, it rains.", "disagrees", "three reasons", "4: first … second …"),
    ("There are three reasons. First, the army is weak. Second, the state is poor. Finally, nobody cares.", "agrees", "three reasons", "3: first … second …"),
    ("Curfews hold in three cities: Lahore, Karachi, Quetta and Multan.", "disagrees", "three cities", "4: Lahore, Karachi, Quetta and Multan"),
    ("Curfews hold in three cities (Gdansk, Gdynia and Sopot).", "agrees", "three cities", "3: Gdansk, Gdynia and Sopot"),
    ("The king set three conditions:\n\n- Free the prisoners.\n- Open the border.\n\nThe rebels refused.", "disagrees", "three conditions", "2: the items listed"),
    ("The plan has two phases: (1) a truce, (2) an exchange and (3) a vote.", "disagrees", "two phases", "3: (1) … (2) …"),
    ("The accord rests on two pillars. First, arms are laid down. Secondly, land is shared. Thirdly, exiles return.", "disagrees", "two pillars", "3: first … second …"),
    ("The two leaders met: Begin and Sadat.", "agrees", "two leaders", "2: Begin and Sadat"),
    ("The Baltic states met. The three Baltic states (Estonia, Latvia, Lithuania and Finland) agreed.", "disagrees", "three Baltic states", "4: Estonia, Latvia, Lithuania and Finland"),
]  # fmt: skip

SILENT = [
    "On 4 June 1989 a bomb killed 12 people in Colombo. On 4 June 1989 a second bomb killed 20 people in Colombo.",
    "The strike of 17 March 2011 in Datta Khel killed about 40 people. The strike of 17 March, which killed 41 people, angered the tribes.",
    "The strike of 17 March 2011 in Datta Khel killed dozens of people. The strike of 17 March, which killed 41 people, angered the tribes.",
    "The strike of 17 March 2011 in Datta Khel killed 45 people. The strike of 17 March, which killed 19 civilians, angered the tribes.",
    "The strike of 17 March 2011 in Datta Khel killed 45 civilians. The strike of 18 March, which killed 41 civilians, angered the tribes.",
    "The attack in Beslan on 1 September 2004 killed 12 people. By evening the toll of the attack on 1 September rose to 20 dead.",
    "A bomb in Baghdad on 4 June 2004 killed 12 people. On 4 June 2004 a car bomb in Baghdad killed 20 people.",
    "The raid on Entebbe on 4 July 1976 killed three hostages. The raid on 4 July killed 45 soldiers.",
    "Bomb kills 12 in Lahore\n\nA bomb killed 12 people in Karachi on Tuesday. In Lahore people waited.",
    "Storm kills 12 in Manila\n\nThe storm killed nine people in Manila and three in Cebu.",
    "There are three reasons. First, the army is weak. Second, the state is poor. Another is that nobody cares.",
    "He has two demands. The first world war killed millions. The second killed more, and a third may come.",
    "Curfews hold in three cities, and Lahore, Karachi, Quetta and Multan are tense.",
    "It trades with two neighbours: Trinidad and Tobago and Guyana.",
    "The three leaders of the revolt fled. First, the army came.",
    "It has two parts: Bosnia and Herzegovina.",
    "Three villages in the provinces: Helmand and Kandahar.",
    "Two cities: Washington, D.C., and London.",
    "He spoke in two towns: Paris, Texas and Rome.",
    "Four ministers (Interior, Defence and Health) resigned.",
    "There are two options. One is war. The other is peace.",
    "Their answer had four points; the first, second and third were lies.",
    "The fighting on 5 May 2000 in Freetown killed 20 people. The clash on 5 May 2000 in Makeni killed 7 people.",
    "A bomb killed 12 people on 5 May 2000. The army said an attack on 5 May 2000 killed 30 people.",
    "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict", "stated", "other"), [*TWICE, *NAMED, *ITEMS])
def test_a_number_given_twice(found, text, verdict, stated, other):
    assert [(f.verdict, f.stated, f.found) for f in found(figure_given_twice, text)] == [
        (verdict, stated, other)
    ]


@pytest.mark.parametrize("text", SILENT + UNLIKE)
def test_numbers_that_may_both_hold_or_are_of_two_things(found, text):
    assert [f for f in found(figure_given_twice, text) if f.verdict != "agrees"] == []


def test_the_citation_is_the_other_sentence(found):
    text = (
        "The strike of 17 March 2011 in Datta Khel killed 45 civilians. "
        "The strike of 17 March, which killed 41 civilians, angered the tribes."
    )
    (one,) = found(figure_given_twice, text)
    assert text[one.start : one.end] == "41"
    assert one.citation == "“The strike of 17 March 2011 in Datta Khel killed 45 civilians.”"
    assert (one.found_low, one.found_high) == (45, 45)
