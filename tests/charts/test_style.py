"""The look that charts share: colours that hold without colour vision and in grey, dates without a locale,
text that is only text."""

import itertools
from collections.abc import Iterable

import numpy as np
import pytest
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from pandas import Timestamp

from dateline.charts import style

#: What is left of red, green and blue light for an eye without one kind of cone: Machado, Oliveira and
#: Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
#: Visualization and Computer Graphics 15(6), 2009, table 1, severity 1.0.
SIGHTS = {
    "full": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
# Linear sRGB to CIE XYZ, and the white of D65 (IEC 61966-2-1).
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _XYZ.sum(axis=1)
APART = 20  # in CIELAB, where 2.3 is a difference that is just seen


def light(colour: str) -> np.ndarray:
    """The linear red, green and blue of a colour."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, sight: str) -> np.ndarray:
    """CIELAB of a colour as that eye sees it."""
    share = _XYZ @ np.clip(SIGHTS[sight] @ light(colour), 0, 1) / _WHITE
    x, y, z = np.where(share > (6 / 29) ** 3, np.cbrt(share), share * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def nearest(colours: Iterable[str], sight: str) -> float:
    """The least difference between two of the colours."""
    seen = [lab(colour, sight) for colour in colours]
    return min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(seen, 2))


def grey(colour: str) -> float:
    """How light the colour is on a grey print, 0 to 100."""
    return float(lab(colour, "full")[0])


def contrast(colour: str, other: str = style.PAPER) -> float:
    """The contrast of WCAG 2.2: 4.5 is what small type needs, 3 what a mark needs."""
    low, high = sorted(float(_XYZ[1] @ light(one)) for one in (colour, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", [style.QUAD.values(), (*style.SIDES, style.OTHER)])
def test_quad_classes_and_sides_are_told_apart_by_every_eye(palette: Iterable[str], sight: str) -> None:
    assert nearest(palette, sight) > APART


def test_quad_classes_are_told_apart_in_grey() -> None:
    shades = [grey(colour) for colour in style.QUAD.values()]
    assert min(abs(a - b) for a, b in itertools.combinations(shades, 2)) > 12


def test_the_sides_and_the_others_are_told_apart_in_grey() -> None:
    first, second, other = (grey(colour) for colour in (*style.SIDES, style.OTHER))
    assert second - first > 25
    assert other - second > 12


def test_cooperation_and_conflict_are_told_apart_by_more_than_colour() -> None:
    assert abs(grey(style.COOPERATION) - grey(style.CONFLICT)) > 15


@pytest.mark.parametrize("colour", [*style.SIDES, style.OTHER, *style.VERDICT.values(), *style.QUAD.values()])
def test_every_mark_and_its_outline_stand_out_from_paper(colour: str) -> None:
    assert contrast(style.ink(colour)) > 3


@pytest.mark.parametrize(
    "colour", [*style.SIDES, style.OTHER, *style.VERDICT.values(), style.COOPERATION, style.CONFLICT]
)
def test_colours_of_type_can_be_read(colour: str) -> None:
    assert contrast(style.ink(colour)) > 4.5


@pytest.mark.parametrize("colour", style.QUAD.values())
def test_a_number_can_be_read_on_every_quad_class(colour: str) -> None:
    assert contrast(style.on(colour), colour) > 4.5


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


def test_a_figure_is_as_wide_as_a_notebook_shows_it_and_as_fine_as_print_asks() -> None:
    assert round(style.WIDTH * style.DPI) == style.PIXELS == 900
    assert style.SHARP * style.PIXELS / 6.7 > 200  # dots an inch on a page with margins of 2 cm


def test_what_is_left_out_is_said() -> None:
    assert style.left_out(12, 30, "events") == " The first 12 of 30 events are drawn."
    assert style.left_out(30, 30, "events") == ""
