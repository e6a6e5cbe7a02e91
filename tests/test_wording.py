"""Codes, dates and counts as a person would say them."""

import pandas as pd
import pytest

from dateline import wording


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2011-03-17", "2011-03-17", "day", "17 March 2011"),
        ("2011-03-01", "2011-03-31", "month", "March 2011"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("1998-01-01", "1998-12-31", "year", "1998"),
        ("1990-01-01", "1999-12-31", "range", "1990–1999"),
        ("2011-01-01", "2011-03-31", "range", "January 2011 – March 2011"),
        ("2011-03-17", "2011-04-10", "range", "17 March 2011 – 10 April 2011"),
        (None, "2011-04-10", "range", "until 10 April 2011"),
        ("2011-04-10", None, "range", "from 10 April 2011"),
        (None, None, None, "undated"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(start, end, precision, said: str) -> None:
    assert (
        wording.when(
            pd.Timestamp(start) if start else pd.NaT, pd.Timestamp(end) if end else pd.NaT, precision
        )
        == said
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (45, 45, "45"),
        (300, 350, "300–350"),
        (40, None, "at least 40"),
        (None, 12, "up to 12"),
        (None, None, ""),
        (2000, 2000, "2,000"),
    ],
)
def test_a_number_keeps_its_bounds(low, high, said: str) -> None:
    assert wording.span(low, high) == said


def test_codes_have_names() -> None:
    assert wording.country("PER") == "Peru"
    assert wording.country("ZZZ") == "ZZZ"
    assert wording.cameo("0251") != ""
    assert wording.cameo("190") == "Use conventional military force"
    assert wording.quad(4) == "material conflict"
    assert wording.quad(pd.NA) == "not classed"


def test_a_country_has_its_article_in_a_sentence() -> None:
    named = [wording.the_country(code) for code in ("PER", "USA", "NLD", "PHL", "CZE", "IND", "ARE")]
    assert named == [
        "Peru", "the United States", "the Netherlands", "the Philippines", "the Czech Republic", "India",
        "the United Arab Emirates",
    ]  # fmt: skip


def test_every_event_type_of_the_codebook_has_words() -> None:
    for event_type, _ in wording.scores():
        assert wording.definition(event_type), event_type


def test_counts_agree_with_their_noun() -> None:
    assert [wording.count(n, "event") for n in (0, 1, 2, 12, 1200)] == [
        "no events", "one event", "two events", "12 events", "1,200 events",
    ]  # fmt: skip


def test_signs_are_minus_signs() -> None:
    assert [wording.signed(value) for value in (3.44, -10, 0, -0.04)] == ["+3.4", "−10.0", "0.0", "0.0"]


def test_lists_are_cut_by_counting_the_rest() -> None:
    assert wording.listing(["a"]) == "a"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
    assert wording.listing("abcde", 3) == "a, b and 3 more"


def test_text_is_shortened_between_words() -> None:
    assert wording.shorten("the Foreign Ministry lodged a protest", 22) == "the Foreign Ministry…"
    assert wording.wrap("one two three four", 9, 1) == "one two…"
