"""Time expressions: what is one, its TIMEX3 value, the days it stands for, and what it hangs on."""

from __future__ import annotations

from datetime import date

import pytest

from dateline import language
from dateline.article import Article, Block, Section
from dateline.extract import times
from dateline.records import Time

PUBLISHED = date(2011, 4, 25)  # a Monday


def read(text: str, published: date | None = PUBLISHED, role: str = "body") -> list[Time]:
    """The times of a text whose lines are paragraphs of one role."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block(start, start + len(line), role, number, 0))  # type: ignore[arg-type]
        start += len(line) + 1
    article = Article(text, tuple(blocks), (Section(None, 0, len(text)),))
    return times.extract(language.read(article), published)


def one(text: str, published: date | None = PUBLISHED) -> Time:
    found = read(text, published)
    assert len(found) == 1, [row.text for row in found]
    return found[0]


def days(row: Time) -> str:
    """The interval as ``first/last``, one day as itself, ``-`` where there is none."""
    if row.earliest is None:
        return "-"
    return str(row.earliest) if row.earliest == row.latest else f"{row.earliest}/{row.latest}"


# Full dates


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("Sadat flew to Jerusalem on 19 November 1977.", "19 November 1977", "1977-11-19"),
        ("The wall fell on November 9, 1989, to cheers.", "November 9, 1989", "1989-11-09"),
        ("The treaty was signed on 26th of March, 1979.", "26th of March, 1979", "1979-03-26"),
        ("Shelling resumed on Friday, 8 August 2008.", "Friday, 8 August 2008", "2008-08-08"),
        ("Kim died on Dec. 17, 2011.", "Dec. 17, 2011", "2011-12-17"),
        ("The convoy left on 2003-03-20.", "2003-03-20", "2003-03-20"),
        ("It was filed on 25/12/1991.", "25/12/1991", "1991-12-25"),
        ("The envoy came on 10 April 11 for talks.", "10 April 11", "2011-04-10"),
        ("The marines left on 3 June 68 at dawn.", "3 June 68", "1968-06-03"),
        ("The Fifth of May 1821 was a Saturday.", "The Fifth of May 1821", "1821-05-05"),
    ],
)
def test_a_full_date_in_any_order_is_that_day(sentence, text, value):
    row = read(sentence)[0]
    assert (row.text, row.type, row.value, days(row), row.anchor) == (text, "DATE", value, value, "none")


def test_day_and_month_in_digits_are_read_only_where_one_cannot_be_a_month():
    assert read("The note is dated 03/04/2011 in the file.") == []


def test_a_number_that_counts_what_follows_is_no_two_digit_year():
    assert read("On 10 April 11 people died in Deraa.")[0].value == "2011-04-10"


@pytest.mark.parametrize(
    ("sentence", "text", "value", "interval"),
    [
        ("Talks began in October 1962.", "October 1962", "1962-10", "1962-10-01/1962-10-31"),
        ("Suez was closed in 1956.", "1956", "1956", "1956-01-01/1956-12-31"),
        ("The 1967 borders are disputed.", "1967", "1967", "1967-01-01/1967-12-31"),
        ("In '68 the tanks came.", "'68", "1968", "1968-01-01/1968-12-31"),
        ("The 1990s were lost to Somalia.", "The 1990s", "199", "1990-01-01/1999-12-31"),
        ("Chile changed in the '70s.", "the '70s", "197", "1970-01-01/1979-12-31"),
        ("Sudan split in the late 1980s.", "the late 1980s", "198", "1986-09-01/1989-12-31"),
        ("The 19th century map was wrong.", "The 19th century", "18", "1800-01-01/1899-12-31"),
        ("It is a twenty-first century war.", "twenty-first century", "20", "2000-01-01/2099-12-31"),
        (
            "The first quarter of 2012 was calm.",
            "The first quarter of 2012",
            "2012-Q1",
            "2012-01-01/2012-03-31",
        ),
        ("Exports fell in Q3 2009.", "Q3 2009", "2009-Q3", "2009-07-01/2009-09-30"),
        (
            "It rose in the second half of 1998.",
            "the second half of 1998",
            "1998-H2",
            "1998-07-01/1998-12-31",
        ),
        ("Baghdad fell in spring 2003.", "spring 2003", "2003-SP", "2003-03-01/2003-05-31"),
        ("Mid-2008 was calmer.", "Mid-2008", "2008", "2008-05-01/2008-08-31"),
        ("Troops left in early March 1991.", "early March 1991", "1991-03", "1991-03-01/1991-03-10"),
        ("The mandate ends at the end of 2014.", "the end of 2014", "2014", "2014-09-01/2014-12-31"),
        (
            "Nepal voted in the first week of April 2008.",
            "the first week of April 2008",
            "2008-04",
            "2008-04-01/2008-04-07",
        ),
    ],
)
def test_a_longer_stretch_stands_for_all_its_days(sentence, text, value, interval):
    row = one(sentence)
    assert (row.text, row.value, days(row), row.anchor) == (text, value, interval, "none")


def test_a_fiscal_year_has_no_days_because_countries_differ():
    row = one("Aid grew in FY2010.")
    assert (row.value, days(row)) == ("FY2010", "-")


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("The treaty stands since Christmas 1991.", "Christmas 1991", "1991-12-25"),
        ("Security changed after 9/11 everywhere.", "9/11", "2001-09-11"),
        ("The September 11 attacks changed it.", "September 11 attacks", "2001-09-11"),
    ],
)
def test_named_days_are_dates(sentence, text, value):
    row = one(sentence)
    assert (row.text, row.value, days(row)) == (text, value, value)


def test_a_feast_that_moves_has_no_days():
    assert days(one("The raids stop for Ramadan, as ever.")) == "-"


# Ranges


@pytest.mark.parametrize(
    ("sentence", "text", "value", "interval"),
    [
        ("He served there from 2004 to 2008.", "2004 to 2008", "2004/2008", "2004-01-01/2008-12-31"),
        ("Between 1975 and 1990 Lebanon burned.", "1975 and 1990", "1975/1990", "1975-01-01/1990-12-31"),
        ("The 1980-88 war killed many.", "1980-88", "1980/1988", "1980-01-01/1988-12-31"),
        ("The 1998–99 war in Kosovo ended it.", "1998–99", "1998/1999", "1998-01-01/1999-12-31"),
        (
            "They met on 17-19 March 2011 in Doha.",
            "17-19 March 2011",
            "2011-03-17/2011-03-19",
            "2011-03-17/2011-03-19",
        ),
        (
            "From 2 April to 14 June 1982 it raged.",
            "2 April to 14 June 1982",
            "1982-04-02/1982-06-14",
            "1982-04-02/1982-06-14",
        ),
        (
            "Between June and September 1982 Beirut held out.",
            "June and September 1982",
            "1982-06/1982-09",
            "1982-06-01/1982-09-30",
        ),
    ],
)
def test_a_range_is_one_row_from_its_first_to_its_last_day(sentence, text, value, interval):
    (row,) = times.outermost(read(sentence))
    assert (row.text, row.value, days(row)) == (text, value, interval)


def test_the_ends_of_a_range_are_rows_of_their_own_in_text_order():
    assert [row.text for row in read("It lasted from 2004 to 2008.")] == ["2004", "2004 to 2008", "2008"]


def test_two_years_joined_by_and_are_two_dates():
    assert [days(row) for row in read("Wars came in 1967 and 1973.")] == [
        "1967-01-01/1967-12-31",
        "1973-01-01/1973-12-31",
    ]


def test_a_list_of_months_takes_the_year_of_its_last():
    found = read("In June, July and August 1990 the crisis over Kuwait grew.")
    assert [row.value for row in found] == ["1990-06", "1990-07", "1990-08"]


# Dates without a year


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("On 17 March jets struck Benghazi.", "2011-03-17"),
        ("On 30 June the mandate lapsed.", "2010-06-30"),
        ("The vote will be held on 30 June.", "2011-06-30"),
        ("Elections are due in September.", "2011-09"),
        ("The minister resigned in February.", "2011-02"),
        ("The vote was scheduled for November.", "2010-11"),
        ("On Monday, 4 January the army moved.", "2010-01-04"),
        ("It happened on 12 December last year in Oslo.", "2010-12-12"),
    ],
)
def test_the_year_is_the_nearest_before_publication_and_after_it_in_the_future_tense(sentence, value):
    row = read(sentence)[0]
    assert (row.value, row.anchor) == (value, "publication")


def test_a_year_far_ahead_is_not_the_one_that_the_story_has_come_to():
    told = read(
        "On 24 January 1976 they spoke. Cod would be gone by 1980. It ended on 7 February.", date(1976, 5, 11)
    )
    assert days(told[-1]) == "1976-02-07"


def test_some_weeks_ahead_are_meant_before_a_year_ago_where_nothing_is_narrated():
    assert (
        days(one("Unless ministers meet on 20 May, the base will close.", date(1976, 5, 11))) == "1976-05-20"
    )
    assert days(one("Ministers met on 20 May.", date(1976, 5, 11))) == "1975-05-20"


def test_the_same_year_is_that_of_the_date_told_last():
    told = read("In March 1999 it rained. In August of the same year it froze.")
    assert [days(row) for row in told[:2]] == ["1999-03-01/1999-03-31", "1999-08-01/1999-08-31"]


def test_a_month_before_a_name_is_one_behind_a_preposition_of_time():
    assert days(one("In August Delhi froze.", date(2020, 6, 24))) == "2019-08-01/2019-08-31"


def test_a_date_narrated_in_the_paragraph_lends_its_year():
    year, austria, germany = read("In 1914, Austria declared war on 28 July, and Germany on 1 August.")
    assert (austria.value, austria.anchor, austria.anchor_id) == ("1914-07-28", "time", year.time_id)
    assert germany.value == "1914-08-01"


def test_a_date_that_only_bounds_lends_nothing():
    assert read("Since 2001 little had changed. On 20 April it did.")[1].value == "2011-04-20"


def test_without_publication_a_date_keeps_what_it_says():
    row = one("On 17 March jets struck Benghazi.", None)
    assert (row.value, days(row)) == ("XXXX-03-17", "-")


# Relative to publication


@pytest.mark.parametrize(
    ("sentence", "text", "value", "interval"),
    [
        ("Two agents died in Lahore last December.", "last December", "2010-12", "2010-12-01/2010-12-31"),
        ("Zagreb votes next December.", "next December", "2011-12", "2011-12-01/2011-12-31"),
        ("The cabinet fell last summer.", "last summer", "2010-SU", "2010-06-01/2010-08-31"),
        ("Yesterday Hanoi protested.", "Yesterday", "2011-04-24", "2011-04-24"),
        ("The day after tomorrow they vote.", "The day after tomorrow", "2011-04-27", "2011-04-27"),
        ("This month prices rose.", "This month", "2011-04", "2011-04-01/2011-04-30"),
        ("Earlier this month prices rose.", "Earlier this month", "2011-04", "2011-04-01/2011-04-25"),
        ("Last week's vote failed.", "Last week", "2011-W16", "2011-04-18/2011-04-24"),
        ("Riots broke out late last year.", "late last year", "2010", "2010-09-01/2010-12-31"),
        ("Two years ago Madagascar had a coup.", "Two years ago", "2009", "2009-01-01/2009-12-31"),
        ("Three months ago Mubarak fell.", "Three months ago", "2011-01", "2011-01-01/2011-01-31"),
        ("Ten days ago Juba voted.", "Ten days ago", "2011-04-15", "2011-04-15"),
        ("A decade ago Kabul fell.", "A decade ago", "2001", "2001-01-01/2001-12-31"),
        ("Half a century ago Cuba was invaded.", "Half a century ago", "1961", "1961-01-01/1961-12-31"),
        ("Six months from now it will be over.", "Six months from now", "2011-10", "2011-10-01/2011-10-31"),
        ("Aid doubled over the last five years.", "the last five years", "P5Y", "2006-04-25/2011-04-25"),
        ("Aid may halve in the next decade.", "the next decade", "P10Y", "2011-04-25/2021-04-25"),
    ],
)
def test_publication_anchors(sentence, text, value, interval):
    row = one(sentence)
    assert (row.text, row.value, days(row), row.anchor) == (text, value, interval, "publication")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On Thursday Hamas fired rockets.", "2011-04-21"),
        ("On Monday Hamas fired rockets.", "2011-04-25"),
        ("Last Monday it had stopped.", "2011-04-18"),
        ("The envoy will arrive on Thursday.", "2011-04-28"),
        ("The envoy returns next Friday.", "2011-04-29"),
    ],
)
def test_a_weekday_is_the_nearest_before_publication_and_after_it_in_the_future_tense(sentence, day):
    assert days(one(sentence)) == day


def test_a_weekday_in_the_story_of_another_time_is_the_nearest_to_the_day_narrated():
    assert days(read("The truce began on 26 February 1991. On Thursday it collapsed.")[1]) == "1991-02-28"
    assert days(read("Quito, 8 March 2008: On Friday the summit ended.")[1]) == "2008-03-07"


def test_a_night_is_a_time_of_its_day():
    row = one("Police raided a mosque on Saturday night.")
    assert (row.text, row.type, row.value, days(row)) == (
        "Saturday night",
        "TIME",
        "2011-04-23TNI",
        "2011-04-23",
    )


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("In recent months Ankara has turned away.", "PAST_REF"),
        ("Peru has recently voted.", "PAST_REF"),
        ("Visas are now required.", "PRESENT_REF"),
        ("They will soon meet.", "FUTURE_REF"),
    ],
)
def test_vague_references_have_a_direction_and_no_days(sentence, value):
    row = one(sentence)
    assert (row.value, days(row), row.anchor) == (value, "-", "publication")


def test_a_time_beyond_the_calendar_is_a_duration_without_days():
    row = one("It rained 90000 months ago.")
    assert (row.type, row.value, days(row)) == ("DURATION", "P90000M", "-")


def test_without_publication_nothing_relative_has_days():
    found = read("Yesterday, last week, two years ago and on Friday they met.", None)
    assert [days(row) for row in found] == ["-"] * 4


# Relative to a narrated date


@pytest.mark.parametrize(
    ("sentence", "value", "interval"),
    [
        ("The next day he left for Turkey.", "2011-04-11", "2011-04-11"),
        ("Three days later he was back.", "2011-04-13", "2011-04-13"),
        ("Two weeks earlier he had refused.", "2011-W12", "2011-03-21/2011-03-27"),
        ("The following week talks began.", "2011-W15", "2011-04-11/2011-04-17"),
        ("The previous year he had won.", "2010", "2010-01-01/2010-12-31"),
        ("The same month oil rose.", "2011-04", "2011-04-01/2011-04-30"),
        ("By that time Turkey had acted.", "2011-04-10", "2011-04-10"),
        ("Nothing has moved since then.", "2011-04-10", "2011-04-10"),
        ("The day before, he had spoken.", "2011-04-09", "2011-04-09"),
    ],
)
def test_the_date_in_play_anchors(sentence, value, interval):
    told, row = read(f"The general met him on 10 April 2011. {sentence}", date(2011, 6, 20))
    assert (row.value, days(row), row.anchor, row.anchor_id) == (value, interval, "time", told.time_id)


def test_the_next_day_without_a_date_in_play_has_no_days():
    row = one("He escaped. The next day he was caught.")
    assert (days(row), row.anchor, row.anchor_id) == ("-", "time", None)


def test_a_distance_from_a_date_is_counted_from_it():
    row, told = read("Two days after 17 March 2011 the strikes resumed.")
    assert (row.value, row.anchor, row.anchor_id) == ("2011-03-19", "time", told.time_id)


# Relative to an event


def test_a_distance_from_an_event_waits_for_the_event():
    row = one("Three months before the election, the party split.")
    assert row.text == "Three months before the election"
    assert (row.type, row.value, days(row), row.anchor, row.anchor_id) == (
        "DURATION",
        "P3M",
        "-",
        "event",
        None,
    )


def test_set_beside_a_date_it_is_that_date():
    _, row = read("He was shot on 2 May 1998, a week after the release of the hostages.")
    assert row.text == "a week after the release"
    assert (row.type, row.value, days(row), row.anchor) == ("DATE", "1998-05-02", "1998-05-02", "event")


def test_the_eve_of_a_date_is_the_day_before_it():
    assert days(read("On the eve of 1 September 1939 the border was calm.")[0]) == "1939-08-31"


# Durations, sets, times of day


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("He served for 36 years.", "36 years", "P36Y"),
        ("After 12 years of war patience wore thin.", "12 years", "P12Y"),
        ("It has been under pressure for several months.", "several months", "PXM"),
        ("A 28-day pause followed.", "28-day", "P28D"),
        ("Hostages must be freed within 48 hours.", "48 hours", "PT48H"),
        ("The siege lasted nearly two decades.", "two decades", "P20Y"),
        ("It was half a century of misrule.", "half a century", "P50Y"),
        ("Colombia endured decades of war.", "decades", "PXDE"),
        ("The month-long siege ended.", "month-long", "P1M"),
        ("Talks took a year and a half.", "a year and a half", "P18M"),
    ],
)
def test_a_duration_has_a_length_and_no_days(sentence, text, value):
    row = one(sentence)
    assert (row.text, row.type, row.value, days(row)) == (text, "DURATION", value, "-")


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("Every Friday they march in Sanaa.", "Every Friday", "XXXX-WXX-5"),
        ("Envoys meet twice a year.", "twice a year", "P1Y"),
        ("The annual report is out.", "annual", "P1Y"),
        ("The bi-annual report is out.", "bi-annual", "P6M"),
        ("Delegates meet every two years.", "every two years", "P2Y"),
    ],
)
def test_what_recurs_is_a_set(sentence, text, value):
    row = one(sentence)
    assert (row.text, row.type, row.value) == (text, "SET", value)


def test_a_time_of_day_hangs_on_the_day_of_its_sentence():
    day, clock = read("On 21 August 1968 the first tanks arrived at 5 am.")
    assert (clock.type, clock.value, clock.anchor_id) == ("TIME", "1968-08-21T05:00", day.time_id)


# What is no time


@pytest.mark.parametrize(
    "sentence",
    [
        "The march on the capital began.",
        "They march on, and may win.",
        "May they live in peace.",
        "The UN passed Resolution 1973, invoking Article 42.",
        "F-16 jets and a Boeing 747 met the G20.",
        "Some 2000 soldiers and 1,500 policemen were deployed.",
        "A convoy of 2000 soldiers arrived.",
        "The 36-year-old had been 45 years old in spirit.",
        "He came second, and they spring to arms.",
        "The Good Friday Agreement holds.",
        "A reporter of the Friday Times was held.",
        "The then president fell.",
    ],
)
def test_no_time(sentence):
    assert read(sentence) == []


# Rows


def test_evidence_is_the_text_between_the_offsets():
    text = "Envoys met on 3 May 1998 in Geneva.\nA week later, they met again in spring 1999."
    assert all(text[row.start : row.end] == row.text for row in read(text))


def test_an_author_note_is_read_and_boilerplate_is_not():
    note = "The writer was ambassador from 1999 to 2003."
    assert [row.text for row in read(note, role="note")] == ["1999", "1999 to 2003", "2003"]
    assert read(note, role="boilerplate") == []


def test_an_edit_in_one_sentence_leaves_the_ids_of_others_alone():
    first = read("In 1956 Suez closed.\nIn 1967 it closed again.")
    edited = read("In late 1957 Suez was closed.\nIn 1967 it closed again.")
    assert first[1].time_id == edited[1].time_id
    assert first[0].time_id != edited[0].time_id


@pytest.mark.parametrize("text", ["➂ March", "The ⓼ men left", "In ⁰ years", "٣ March 2011"])
def test_digits_of_other_kinds_are_read_without_harm(text: str) -> None:
    for row in read(text):
        assert row.text in text


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("At 4 a.m. on 20 July 1974 the landing began.", "1974-07-20T04:00"),
        ("Crowds gathered on the night of 9 November 1989.", "1989-11-09TNI"),
        ("At 3:40 p.m. on 6 October 1981 shots rang out in Cairo.", "1981-10-06T15:40"),
    ],
)
def test_an_hour_belongs_to_the_day_behind_it(sentence: str, value: str) -> None:
    hour, day = read(sentence)
    assert (hour.value, hour.anchor, hour.anchor_id) == (value, "time", day.time_id)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The premier leaves for Ankara on Thursday.", "2011-04-28"),
        ("The envoy flies to Doha on Tuesday.", "2011-04-26"),
        ("The fleet sails for Aden on Friday.", "2011-04-29"),
    ],
)
def test_travel_in_the_present_tense_is_ahead(sentence: str, value: str) -> None:
    assert one(sentence).value == value


@pytest.mark.parametrize(
    "sentence",
    ["The band played the 1812 Overture.", "The Tet offensive failed.", "The Easter rising failed."],
)
def test_a_day_or_year_in_a_name_is_no_time(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("In late January 1968 the crew was seized. Eleven weeks later Seoul protested.", (4, 1), (4, 21)),
        ("In May 1999 Kargil was shelled. Six weeks later the pass was retaken.", (6, 7), (7, 18)),
        ("Between 2 and 20 April 1982 ships sailed. Two weeks later they landed.", (4, 12), (5, 9)),
    ],
)
def test_what_is_counted_from_a_stretch_is_as_uncertain_as_that(
    text: str, earliest: tuple[int, int], latest: tuple[int, int]
) -> None:
    year = int(next(word for word in text.replace(".", "").split() if word.isdecimal() and len(word) == 4))
    row = next(row for row in read(text) if row.text.endswith("later"))
    assert (row.earliest, row.latest) == (date(year, *earliest), date(year, *latest))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The truce began on 3 May 1999. Two weeks later, on 17 May, rebels shelled the town.", "1999-05-17"),
        ("On 3 July 1988 a cruiser fired. Four days later, on 7 July 1988, Tehran protested.", "1988-07-07"),
        ("Envoys met on 3 May 1999. A year later, in June 2000, Eritrea signed.", "2000-06"),
        ("Envoys met on 3 May 1999. Two years later, Eritrea signed.", "2001"),
    ],
)
def test_the_date_beside_what_is_counted_says_which_days_are_meant(text: str, value: str) -> None:
    assert next(row.value for row in read(text) if row.text.endswith("later")) == value
