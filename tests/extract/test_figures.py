"""Figures: the number with its bounds, its unit and measure, and the words for what it counts."""

from __future__ import annotations

from datetime import date

import pytest

from dateline import language, parsing
from dateline.article import Article, Block, Section
from dateline.extract import figures, times
from dateline.reading import from_text
from dateline.records import Figure


def read(text: str, role: str = "body") -> list[Figure]:
    """The figures of a text whose lines are paragraphs of one role."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block(start, start + len(line), role, number, 0))  # type: ignore[arg-type]
        start += len(line) + 1
    doc = language.read(Article(text, tuple(blocks), (Section(None, 0, len(text)),)))
    return figures.extract(doc, times.extract(doc, date(2011, 4, 25)))


def one(text: str) -> Figure:
    found = read(text)
    assert len(found) == 1, [row.text for row in found]
    return found[0]


# How much


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high", "approximate"),
    [
        ("The treaty bound 45 states.", "45", 45, 45, False),
        ("Beijing sent 1,500 troops.", "1,500", 1500, 1500, False),
        ("India counts 1,20,000 refugees.", "1,20,000", 120000, 120000, False),
        ("Some forty-five delegates came.", "Some forty-five", 45, 45, True),
        ("Two hundred and forty-five members voted.", "Two hundred and forty-five", 245, 245, False),
        ("Twenty-five thousand demonstrators came.", "Twenty-five thousand", 25000, 25000, False),
        ("Half a million refugees returned.", "Half a million", 500000, 500000, False),
        ("Dhaka sheltered 1.5 million people.", "1.5 million", 1500000, 1500000, False),
        ("Police held a dozen journalists.", "a dozen", 12, 12, False),
        ("He asked for 300-350 visas.", "300-350", 300, 350, False),
        ("Between 20 and 30 ships sailed.", "Between 20 and 30", 20, 30, False),
        ("It has 10,000 to 15,000 members.", "10,000 to 15,000", 10000, 15000, False),
        ("Some put it at 2-3 million people.", "2-3 million", 2000000, 3000000, False),
        ("Two or three ships came.", "Two or three", 2, 3, False),
        ("At least 40 villages burned.", "At least 40", 40, None, False),
        ("More than two dozen villages burned.", "More than two dozen", 24, None, False),
        ("Over 700 migrants were rescued.", "Over 700", 700, None, False),
        ("It holds 107 or more prisoners.", "107 or more", 107, None, False),
        ("As many as 300 villages burned.", "As many as 300", None, 300, False),
        ("Up to 60 ships waited.", "Up to 60", None, 60, False),
        ("Fewer than 100 tigers are left.", "Fewer than 100", None, 100, False),
        ("Nearly 90 nations signed.", "Nearly 90", 90, 90, True),
        ("An estimated 2,400 tanks remain.", "An estimated 2,400", 2400, 2400, True),
        ("Dozens of villages burned.", "Dozens", 12, None, True),
        ("Scores of villagers came.", "Scores", 20, None, True),
        ("Tens of thousands of Syrians came.", "Tens of thousands", 10000, None, True),
        ("Several hundred monks came.", "Several hundred", 100, None, True),
        ("A couple of tanks stood there.", "A couple", 2, 2, True),
        ("Several villages burned.", "Several", None, None, True),
    ],
)
def test_a_number_and_its_bounds(sentence, text, low, high, approximate):
    row = one(sentence)
    assert (row.text, row.low, row.high, row.approximate) == (text, low, high, approximate)


@pytest.mark.parametrize(
    ("sentence", "text", "low", "unit", "measure", "of"),
    [
        ("Washington gave $1.5 billion in aid.", "$1.5 billion", 1.5e9, "USD", "money", "aid"),
        ("Delhi set aside Rs 20 crore.", "Rs 20 crore", 2e8, "rupees", "money", None),
        ("Berlin lent 500 million euros.", "500 million euros", 5e8, "EUR", "money", None),
        ("London owes £3bn.", "£3bn", 3e9, "GBP", "money", None),
        ("He won 53 per cent of the vote.", "53 per cent", 53, "percent", "share", "vote"),
        ("Turnout reached 62.5%.", "62.5%", 62.5, "percent", "share", None),
        ("One in five Afghans is literate.", "One in five", 20, "percent", "share", "Afghans"),
        ("Two-thirds of voters stayed away.", "Two-thirds", 66.7, "percent", "share", "voters"),
        ("A third of the army deserted.", "A third", 33.3, "percent", "share", "army"),
        ("The missile flew 1,300 km.", "1,300", 1300, "km", "distance", None),
        ("The 1,600-mile border is open.", "1,600", 1600, "miles", "distance", None),
        ("Tehran exports 900,000 barrels.", "900,000", 900000, "barrels", "other", None),
        ("He served for 36 years.", "36", 36, "years", "duration", None),
        ("A 28-day pause followed.", "28", 28, "days", "duration", None),
        ("They left three months before the vote.", "three", 3, "months", "duration", None),
        ("Two years ago they left.", "Two", 2, "years", "duration", None),
    ],
)
def test_units_measures_and_what_is_shared_out(sentence, text, low, unit, measure, of):
    row = one(sentence)
    assert (row.text, row.low, row.unit, row.measure, row.of) == (text, low, unit, measure, of)


@pytest.mark.parametrize(
    ("sentence", "of", "unit"),
    [
        ("He wants the withdrawal of 300 CIA operatives.", "CIA operatives", "people"),
        ("Jets made two more missile attacks on Gaza.", "missile attacks", "events"),
        ("Thousands of casualties were feared in Grozny.", "casualties", "people"),
        ("Pasha had made two demands: stop, and leave.", "demands", None),
        ("The two countries need each other.", "countries", None),
        ("One attack shook Mumbai.", "attack", "events"),
        ("Fewer than 100 of the hostages returned.", "hostages", "people"),
    ],
)
def test_what_is_counted_is_worded_as_in_the_text(sentence, of, unit):
    row = one(sentence)
    assert (row.of, row.unit, row.measure) == (of, unit, "count")


# What befell them


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Drones struck a market, killing 45 civilians.", [("45", "killed", "civilians")]),
        ("At least 40 people were killed in Baghdad.", [("At least 40", "killed", "people")]),
        ("The drones had killed 940 civilians.", [("940", "killed", "civilians")]),
        ("The blast left 12 dead and 30 wounded.", [("12", "killed", None), ("30", "injured", None)]),
        ("The ambush killed 12 and injured 30 others.", [("12", "killed", None), ("30", "injured", None)]),
        ("Jets hit Tripoli, killing six.", [("six", "killed", None)]),
        ("The death toll of 45 shocked Oslo.", [("45", "killed", None)]),
        ("The death toll rose to at least 1,200.", [("at least 1,200", "killed", None)]),
        ("Floods claimed 45 lives in Sindh.", [("45", "killed", "lives")]),
        ("The hospital counted 45 deaths.", [("45", "killed", "deaths")]),
        ("The deaths of 16 sailors ended it.", [("16", "killed", "sailors")]),
        ("Two dozen soldiers died near Kirkuk.", [("Two dozen", "killed", "soldiers")]),
        (
            "The bomb killed two soldiers and six clerics.",
            [("two", "killed", "soldiers"), ("six", "killed", "clerics")],
        ),
        (
            "Eighteen people, including three children, were killed.",
            [("Eighteen", "killed", "people"), ("three", "killed", "children")],
        ),
        ("Three soldiers killed two gunmen.", [("Three", "count", "soldiers"), ("two", "killed", "gunmen")]),
        ("Three soldiers killed in Beslan were buried.", [("Three", "killed", "soldiers")]),
        ("A bomb in Bali in 2002 killed 202 people.", [("202", "killed", "people")]),
        ("The bombs of 7 July 2005 injured 700 commuters.", [("700", "injured", "commuters")]),
        ("The raid of May 1981 wounded nine guards.", [("nine", "injured", "guards")]),
        ("He was killed by two gunmen.", [("two", "count", "gunmen")]),
        ("Two attacks killed 45 people.", [("Two", "count", "attacks"), ("45", "killed", "people")]),
        ("Shelling wounded 15 villagers.", [("15", "injured", "villagers")]),
        (
            "Twelve Argentine and 30 British soldiers were wounded.",
            [("Twelve", "injured", "Argentine"), ("30", "injured", "British soldiers")],
        ),
        ("Minsk arrested 30 protesters.", [("30", "detained", "protesters")]),
        ("The arrest of 30 officers followed.", [("30", "detained", "officers")]),
        ("Fifty-two Americans were taken hostage.", [("Fifty-two", "detained", "Americans")]),
        ("The floods displaced 20,000 families.", [("20,000", "displaced", "families")]),
        ("Scores of villagers fled.", [("Scores", "displaced", "villagers")]),
        ("Up to 300 sailors are missing.", [("Up to 300", "missing", "sailors")]),
        ("The massacre of 23 villagers shocked Kashmir.", [("23", "killed", "villagers")]),
        ("Six nurses and a driver were killed in Aden.", [("Six", "killed", "nurses")]),
        ("Eleven residents of the town were arrested.", [("Eleven", "detained", "residents")]),
        (
            "Rabat held six men over the murder and eight others confessed.",
            [("six", "count", "men"), ("eight", "other", None)],
        ),
        ("Two men said officials were killed.", [("Two", "count", "men")]),
        ("The blast wounded three US servicemen.", [("three", "injured", "US servicemen")]),
        ("Guards killed one U.S. soldier in Samarra.", [("one", "killed", "U.S. soldier")]),
        (
            "They wounded scores of Hutu and Tutsi refugees.",
            [("scores", "injured", "Hutu and Tutsi refugees")],
        ),
        ("The raid left one dead.", [("one", "killed", None)]),
    ],
)
def test_the_clause_says_what_befell_those_counted(sentence, found):
    assert [(row.text, row.measure, row.of) for row in read(sentence)] == found


def test_casualties_are_people_even_where_nobody_is_named():
    assert one("Jets hit Tripoli, killing six.").unit == "people"


# What is no figure


@pytest.mark.parametrize(
    "sentence",
    [
        "The war began on 17 March 2011 and ended in 2012.",
        "It was the third meeting of the 21st century.",
        "He left at 5 pm.",
        "He left at 12 noon.",
        "The UN invoked Resolution 1973 and Article 42.",
        "Resolutions 242 and 338 bind Israel.",
        "F-16s and a Boeing 747 met the G20 and the Group of 77.",
        "The Five Eyes met.",
        "The six-party talks seek a two-state solution.",
        "The 36-year-old fled.",
        "Ahmed, 19, fled.",
        "One must not forget.",
        "One of the generals resigned.",
        "Both sides agreed.",
        "No one knows.",
        "There is zero tolerance.",
        "Resistance goes on 24/7.",
    ],
)
def test_no_figure(sentence):
    assert read(sentence) == []


# Rows


def test_evidence_is_the_text_between_the_offsets():
    text = "At least 40 people died.\nHe asked for 300-350 visas, worth $2 million."
    assert all(text[row.start : row.end] == row.text for row in read(text))


def test_the_event_is_left_to_the_event_extractor():
    assert one("Drones struck a market, killing 45 civilians.").event_id is None


def test_an_author_note_is_read_and_boilerplate_is_not():
    assert [row.text for row in read("The writer served for 36 years.", role="note")] == ["36"]
    assert read("Read 36 more articles.", role="boilerplate") == []


def test_an_edit_in_one_paragraph_leaves_the_ids_of_others_alone():
    first = read("Forty people died.\nTwo ships sank.")
    edited = read("At least forty people have died.\nTwo ships sank.")
    assert first[1].figure_id == edited[1].figure_id
    assert first[0].figure_id != edited[0].figure_id


@pytest.mark.parametrize(
    ("text", "low", "measure"),
    [
        ("Three and a half million Bengalis crossed the border.", 3_500_000, "count"),
        ("Two and a half thousand miners struck.", 2_500, "count"),
        ("One and a half billion dollars was spent.", 1_500_000_000, "money"),
        ("The number of dead rose to 117.", 117, "killed"),
        ("The number of injured climbed to 64.", 64, "injured"),
        ("The number of people killed rose to 19.", 19, "killed"),
    ],
)
def test_halves_of_a_scale_and_numbers_of_victims(text: str, low: float, measure: str) -> None:
    assert (one(text).low, one(text).measure) == (low, measure)


def test_a_lone_number_whose_noun_runs_on_is_read_without_fail() -> None:
    found = parsing.extract(from_text("He had one causing death forces Rome to act."))["figures"]
    assert [(figure.text, figure.measure) for figure in found] == [("one", "count")]
