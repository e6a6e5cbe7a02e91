"""The look that charts share: colours that hold in grey, dates without a locale, text that is only text."""

import itertools

import pytest
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from pandas import Timestamp

from dateline.charts import style


def grey(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_quad_classes_differ_in_grey() -> None:
    shades = [grey(colour) for colour in style.QUAD.values()]
    assert min(abs(a - b) for a, b in itertools.combinations(shades, 2)) > 30


def test_sides_differ_in_grey() -> None:
    assert abs(grey(style.SIDES[0]) - grey(style.SIDES[1])) > 50


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2011-03-11", "2011-04-02", ["11 Mar\n2011", "16 Mar", "21 Mar", "26 Mar", "31 Mar"]),
        ("2010-11-20", "2011-03-10", ["Dec 2010", "Jan 2011", "Feb 2011", "Mar 2011"]),
        ("1989-06-01", "2003-02-01", ["1990", "1995", "2000"]),
    ],
)
def test_dates_are_labelled_as_finely_as_the_span_allows(first: str, last: str, labels: list[str]) -> None:
    axes = Figure().add_subplot()
    axes.set_xlim(date2num(Timestamp(first)), date2num(Timestamp(last)))
    style.date_axis(axes, 6)
    assert [label.get_text() for label in axes.get_xticklabels()] == labels


def test_a_dollar_sign_is_a_dollar_sign() -> None:
    with style.theme():
        text = Figure().text(0, 0, "$5 to $7 million")
    assert not text.get_parse_math()


def test_ink_reads_on_light_and_paper_on_dark() -> None:
    assert style.on("#ffffff") == style.INK
    assert style.on("#000000") == style.PAPER
