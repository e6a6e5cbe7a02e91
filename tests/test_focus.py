"""Whose dispute it is, and what the argument is about."""

from invented import dispute

from dateline import focus


def test_the_sides_are_the_two_countries_that_most_events_run_between() -> None:
    assert focus.sides(dispute(14)) == ("ECU", "PER")


def test_the_side_that_acts_more_often_comes_first() -> None:
    assert focus.sides(dispute(4)) == ("ECU", "PER")
    assert focus.sides(dispute(5)) == ("PER", "ECU")


def test_sides_can_be_given_by_code_or_name() -> None:
    assert focus.sides(dispute(14), ["Colombia", "PER"]) == ("COL", "PER")


def test_without_countries_there_are_no_sides_and_no_focus() -> None:
    assert focus.sides(dispute(0)) == ()
    assert focus.focus(dispute(0)) is None


def test_the_focus_is_the_third_country_that_title_and_implications_are_about() -> None:
    assert focus.focus(dispute(14)) == "COL"
    assert focus.focus(dispute(14), "Ecuador") == "ECU"


def test_where_no_third_country_is_named_it_is_the_side_that_more_is_done_to() -> None:
    tables = dispute(14)
    assert focus.focus(tables, None, ("COL", "ECU", "PER")) == "PER"


def test_sentences_on_a_country_speak_of_it_or_of_anything_in_it() -> None:
    tables = dispute(3)
    assert focus.sentences_on(tables, "COL") == ["s_0", "s_4"]
    assert focus.sentences_on(tables, "CHL") == []
