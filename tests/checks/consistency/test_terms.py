"""Terms, ages, reigns and anniversaries: what the years bear out, what they refute, what stays open."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline.checks.consistency.terms import term_against_years

RIGHT = [
    ("Mandela served one five-year term from 1994 to 1999.", "five-year term from 1994 to 1999", "4 to 6 years"),
    ("A thirty-six-year conflict (1960-1996) ruined Guatemala.", "thirty-six-year conflict (1960-1996)", "35 to 37 years"),
    ("His five-year term from 2004 to 2008 ended in scandal.", "five-year term from 2004 to 2008", "3 to 5 years"),
    ("The eight-year war (1980-88) cost a million lives.", "eight-year war (1980-88)", "7 to 9 years"),
    ("Franco reigned for nearly four decades, from 1939 to 1975.", "nearly four decades, from 1939 to 1975", "35 to 37 years"),
    ("It was signed two decades ago, in 1991.", "two decades ago, in 1991", "19 to 20 years"),
    ("In 1989, ten years after the 1979 revolution, he fled.", "1989, ten years after the 1979", "9 to 11 years"),
    ("In 1980 Iraq invaded Iran. Ten years later, in 1990, it invaded Kuwait.", "Ten years later, in 1990", "9 to 11 years"),
    ("Hamid Khan, aged 60, was born in Lahore in 1950.", "aged 60, was born in Lahore in 1950", "61 years"),
    ("Iran marks the thirty-second anniversary of the revolution of 1979.", "thirty-second anniversary of the revolution of 1979", "32 years"),
    ("Mengistu Haile ruled for 14 years until he was overthrown in 1991. Mengistu came to power in 1977.", "14 years until he was overthrown in 1991", "13 to 15 years"),
]  # fmt: skip

WRONG = [
    ("His six-year term from 2004 to 2008 ended in scandal.", "six-year term from 2004 to 2008", "3 to 5 years (2004 to 2008)"),
    ("The ten-year war of 1980 to 1988 cost a million lives.", "ten-year war of 1980 to 1988", "7 to 9 years (1980 to 1988)"),
    ("He ruled for 20 years, from 1969 to 1979, and fled.", "20 years, from 1969 to 1979", "9 to 11 years (1969 to 1979)"),
    ("A decade ago, in 1995, Bosnia was at war.", "A decade ago, in 1995", "15 to 16 years (from 1995 to publication)"),
    ("In 1999, ten years after the revolution of 1979, he fled.", "1999, ten years after the revolution of 1979", "19 to 21 years (1979 and 1999)"),
    ("Ten years after the 1989 revolution, in 1995, Prague joined.", "Ten years after the 1989 revolution, in 1995", "5 to 7 years (1989 and 1995)"),
    ("In 1980 Iraq invaded Iran. Twelve years later, in 1990, it invaded Kuwait.", "Twelve years later, in 1990", "9 to 11 years (1980 and 1990)"),
    ("The 45-year-old lawyer, born in Lahore in 1950, is its leader.", "45-year-old lawyer, born in Lahore in 1950", "61 years from birth in 1950 to publication"),
    ("Born in 1950, the 45-year-old leads the party.", "Born in 1950, the 45-year-old", "61 years from birth in 1950 to publication"),
    ("Iran is marking the 30th anniversary of the 1979 revolution.", "30th anniversary of the 1979 revolution", "32 years from 1979 to publication"),
    ("Mengistu Haile ruled for 20 years until he was overthrown in 1991. Mengistu came to power in 1977.", "20 years until he was overthrown in 1991", "13 to 15 years (power from 1977 to 1991)"),
]  # fmt: skip

SILENT = [
    "He fought in the ten-year war from 1985 to 1988.",  # a part of it
    "He led the rebels for three years between 1969 and 1979.",
    "His six-year term from 2004 to 2007 was cut short by a coup.",
    "Life expectancy fell ten years from 1990 to 1994.",
    "The five-year plan of 1980-82 was never carried out.",
    "It was the first five years of his rule from 1990 to 2005 that counted.",
    "She was sentenced to 20 years from 2004 to 2008.",
    "The treaty has been signed every four years from 1990 to 2002.",
    "Yields on ten-year bonds from 1990 to 1993 rose.",
    "More than ten years ago, in 1961, the wall went up.",  # no contradiction, and hardly a confirmation
    "In 1980 Iraq invaded Iran and was thrown back. Ten years later, in 1995, peace came.",  # counted from when?
    "The 1979 treaty held. The sides met often, and in 1988 they quarrelled, when talks failed. Ten years later, in 2003, it lapsed.",
    "The wall fell on 9 November 1989, long after it was built in 1961. Less than a year later, on 3 October 1990, Germany was united.",
    "He ruled for 20 years, from 1969 to 1979 and from 1985 to 1995.",
    "He ruled for 20 years (1969-79, 1985-95).",
    "His 20-year reign (1990-95 as regent) was long.",
    "Kim Jong Soo, 45, whose father was born in 1920, leads the party.",
    "Khan, aged 17, born in 1950, joined the army.",
    "He was 45 when he died; born in 1950, he never left Peru.",
    "Iran marked the 30th anniversary of the 1979 revolution in February 2009.",
    "Europe will mark the 100th anniversary of the war of 1914.",
    "Chad marked the fiftieth anniversary of its independence in 1960.",  # a year out
    "Mengistu Haile ruled for 20 years until he was overthrown in 1991. Haile Selassie came to power in 1930.",
    "Mengistu Haile ruled for 20 years until he was overthrown. Mengistu came to power in 1977.",
    "The 12-year-old was hurt in the 1980-88 war.",
    "“Twenty years ago, in 1979, we were free,” said the old man.",
]


@pytest.mark.parametrize(("text", "stated", "against"), RIGHT)
def test_years_that_fit_bear_the_count_out(found, text, stated, against):
    (row,) = found(term_against_years, text)
    assert (row.verdict, row.stated, row.note) == ("agrees", stated, None)
    assert row.found.startswith(against)
    assert text[row.start : row.end] == stated


@pytest.mark.parametrize(("text", "stated", "against"), WRONG)
def test_years_that_do_not_fit_refute_it(found, text, stated, against):
    (row,) = found(term_against_years, text)
    assert (row.verdict, row.stated, row.found) == ("disagrees", stated, against)
    assert (row.table, row.source) == ("times", "the article itself")
    assert row.citation and row.note


@pytest.mark.parametrize("text", SILENT)
def test_what_the_years_leave_open_is_left_alone(found, text):
    assert found(term_against_years, text) == []


def test_the_years_of_a_rule_may_stand_in_two_sentences(found):
    text = "Mengistu Haile came to power in 1977. The war went on.\n\nMengistu ruled for 20 years until he fled in 1991."
    (row,) = found(term_against_years, text)
    assert row.verdict == "disagrees"
    assert row.citation == "“Mengistu Haile came to power in 1977.”"


def test_without_a_day_of_publication_nothing_is_counted_to_it(found):
    assert found(term_against_years, "A decade ago, in 1995, Bosnia was at war.", None) == []
    assert found(term_against_years, "Hamid Khan, aged 45, was born in 1950.", None) == []


IN_POWER = [
    (
        "disagrees",
        "thirty-two years",
        "Paul Biya, in power since November 1982, has clung on. After thirty-two years in office, he wants more.",
    ),
    (
        "disagrees",
        "thirty-two-year",
        "Paul Biya, in power since November 1982, wants another term. His thirty-two-year rule has made Cameroon poor.",
    ),
    (
        "disagrees",
        "thirty-eight years",
        "Robert Mugabe came to power in 1980. Mugabe has ruled Zimbabwe for thirty-eight years.",
    ),
    (
        "disagrees",
        "fifty years",
        "Since 1969, when he seized power, Muammar Gaddafi has made few friends. He has been in power for fifty years.",
    ),
    (
        "disagrees",
        "forty-nine years",
        "Omar Bongo has ruled Gabon since December 1967. He is proud of his forty-nine years in power.",
    ),
    ("disagrees", "nine years", "Islam Karimov has ruled since 1990. He has been in power for nine years."),
    (
        "agrees",
        "twenty-five years",
        "Paul Biya, in power since November 1982, has clung on. After twenty-five years in office, he wants more.",
    ),
    (
        "agrees",
        "forty-nine years",
        "Fidel Castro took power in 1959. After forty-nine years in power, he stepped down this week.",
    ),
]

OTHER_TIMES = [
    "Paul Biya, in power since November 1982, fired him in 2002 after twenty years in office.",
    "Paul Biya, in power since November 1982, wants more. If he wins he will have thirty-two years in power.",
    "Paul Biya was prime minister from 1975. In power since November 1982, Biya has had thirty-two years in office.",
    "Robert Mugabe came to power in 1980. Ian Smith ruled Rhodesia for fifteen years.",
    "Omar Bongo has ruled Gabon since 1967. Gnassingbé Eyadéma died after thirty-eight years in power.",
    "Islam Karimov has ruled since 1990. After nine years in power he turned to Moscow.",
    "Islam Karimov has ruled since 1990. His first nine years in power were calm.",
    "Ali Abdullah Saleh has been president of a united Yemen since 1990. He has been in power for thirty years.",
    "Daniel Ortega came back to power in 2007. He is in power for twelve years in all.",
]


@pytest.mark.parametrize(("verdict", "words", "text"), IN_POWER)
def test_years_in_power_are_counted_from_where_a_sentence_near_by_begins_them(found, verdict, words, text):
    (row,) = found(term_against_years, text, "2008-02-22")
    assert row.verdict == verdict
    assert words in text[row.start : row.end]


@pytest.mark.parametrize("text", OTHER_TIMES)
def test_years_in_power_of_another_time_title_or_person_are_left_alone(found, text):
    assert found(term_against_years, text, "2008-02-22") == []
