"""Numbers in titles: all words or all digits."""

from dateline.charts.counts import counter, headline, tally


def test_small_numbers_are_words_and_with_a_large_one_all_are_digits() -> None:
    assert counter(3, 10)(3, "event") == "three events"
    assert counter(3, 11)(3, "event") == "3 events"
    assert counter(1200)(1200) == "1,200"


def test_one_is_singular_and_there_can_be_none() -> None:
    say = counter(0, 1)
    assert say(1, "event") == "one event"
    assert say(1, "person", "people") == "one person"
    assert say(0, "event") == "no events"
    assert say(0) == "none"


def test_what_there_is_none_of_is_not_told() -> None:
    parts = [(2, "person", "people"), (0, "group", "groups"), (1, "country", "countries")]
    assert tally(parts) == "two people and one country"
    assert tally(parts, 40) == "2 people and 1 country"


def test_a_title_has_a_capital_and_no_full_stop() -> None:
    assert headline("no demand is open.") == "No demand is open"
