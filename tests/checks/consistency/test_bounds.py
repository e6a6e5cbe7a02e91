"""Bounds of a range in the wrong order, and pairs of numbers that are no range."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.bounds import bounds_reversed

WRONG = [
    ("Between 350 and 300 troops crossed the Shatt al-Arab.", "Between 350 and 300", 300, 350),
    ("Zaire sent 350-300 soldiers to Kolwezi.", "350-300", 300, 350),
    ("Shelling of Vukovar left from 40 to 30 dead.", "from 40 to 30", 30, 40),
    ("Estimates of the dead range from 40,000 to 30,000 people.", "from 40,000 to 30,000", 30_000, 40_000),
    ("They put the dead of Hama at between 25,000 and 10,000.", "between 25,000 and 10,000", 10_000, 25_000),
    ("Between fifty and forty villagers were arrested in Chiapas.", "Between fifty and forty", 40, 50),
    ("The dam cost between $30 million and $20 million.", "between $30 million and $20 million", 2e7, 3e7),
    ("Between 3 million and 500,000 people fled Bengal.", "Between 3 million and 500,000", 500_000, 3_000_000),
    ("Some 60 to 50 demonstrators were arrested in Minsk.", "60 to 50", 50, 60),
    ("Turnout was between 45 per cent and 40 per cent.", "between 45 per cent and 40", 40, 45),
    ("Between 1,200 and 900 fighters are holed up in Tora Bora.", "Between 1,200 and 900", 900, 1200),
    ("Some 3,000-2,000 refugees cross from Kosovo each day.", "3,000-2,000", 2000, 3000),
    ("Talks in Oslo lasted between ten and eight hours.", "between ten and eight", 8, 10),
    ("Estimates of the dead in Halabja range from 5,000 to 3,200.", "from 5,000 to 3,200", 3200, 5000),
    ("The toll in Jaffna was put at anywhere from 500 to 300 villagers.", "from 500 to 300", 300, 500),
    ("No fewer than 500 and no more than 300 villagers died at My Lai.", "No fewer than 500 and no more than 300", 300, 500),
    ("At least 500 but at most 300 villagers fled Darfur.", "At least 500 but at most 300", 300, 500),
    ("A minimum of 50 and a maximum of 30 rebels were held in Medellin.", "A minimum of 50 and a maximum of 30", 30, 50),
    ("As few as 500 or as many as 300 people drowned off Lampedusa.", "As few as 500 or as many as 300", 300, 500),
    ("The missile has a range of 900 to 600 kilometres.", "900 to 600", 600, 900),
]  # fmt: skip

SILENT = [
    "The number of soldiers in Cyprus went from 60 down to 40.",
    "At least 300 but at most 500 villagers fled Darfur.",
    "The bombs in Bali left at least 200 dead and as many as 100 wounded.",
    "At least 500 and at most 300 of them soldiers died at Verdun.",
    "At least 12 soldiers and no more than five civilians died in Aden.",
    "The gaol in Robben Island holds at least 500, and no more than 300 were tried.",
    "Prices ranged from 300 to 120 over the years.",
    "Temperatures in Yakutsk range from 30 to minus 40.",
    "Estimates of the dead in Halabja range from 3,200 to 5,000.",
    "The force in Korea shrank from 40,000 to 28,500 men.",
    "The missile has a range of 600 to 900 kilometres.",
    "Between 300 and 350 troops crossed the river.",
    "Zaire sent 300-350 soldiers to Kolwezi.",
    "The number of soldiers fell from 40 to 30.",
    "The plan would cut the force from 40,000 to 30,000 soldiers.",
    "The Senate voted 52-48 to ratify the treaty.",
    "Deputies backed him by 60 votes to 40.",
    "The bill passed by a 75-20 vote of members.",
    "In 2010-11 students marched in London.",
    "About 120-30 people died in Delhi.",
    "The war of 1914-18 killed soldiers by the million.",
    "Between 10 and 6 nobody moved in Algiers.",
    "Between 10 p.m. and 6 a.m. troops patrol the streets.",
    "The difference between 10 and 5 seats is small.",
    "The fight between 300 and 200 men lasted an hour.",
    "Between 500 and 1 million people fled.",
    "Between two million and three fled Rwanda.",
    "Between 500 and 300 years ago Turks ruled the Morea.",
    "The line runs between 49 and 38 degrees north.",
    "Between Resolutions 338 and 242 there is no conflict.",
    "Iceland won 14-10 and two players were hurt.",
    "They were outnumbered by 20 to 10 soldiers.",
    "Call 555-300 for help.",
    "From 40 to 30 metres deep, the wreck is out of reach.",
    "He ruled from 1990 to 1985 in exile.",
    "Between 20 and 15 September troops moved.",
    "The treaty between 27 states and 15 members of the bloc lapsed.",
    "He won 60-40 among voters.",
    "The army seized between 200 and 300 million lire.",
    "",
]


@pytest.mark.parametrize(("text", "stated", "low", "high"), WRONG)
def test_a_range_with_the_higher_bound_first_disagrees(found, text, stated, low, high):
    assert [(f.verdict, f.stated, f.found_low, f.found_high) for f in found(bounds_reversed, text)] == [
        ("disagrees", stated, low, high)
    ]


@pytest.mark.parametrize("text", SILENT)
def test_other_pairs_are_left_alone(found, text):
    assert found(bounds_reversed, text) == []


def test_the_finding_belongs_to_the_figure_and_names_who_says_so(found):
    text = "The rebels said that between 350 and 300 troops had left Asmara."
    (one,) = found(bounds_reversed, text)
    assert one.table == "figures"
    assert text[one.start : one.end] == "between 350 and 300"
    assert one.note == "The first bound of the range is above the second, as told by The rebels."
