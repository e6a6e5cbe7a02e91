"""What holds for every chart: a picture or a sentence, words for who can't see it, a stable digest, and words
that can be read, for an article of no event, of three and of three hundred."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from inspect import signature

import layout
import pytest
from invented import LAST, RECORD, build, dispute

from dateline import charts
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.checks.reference import Reference
from dateline.tables import Tables

#: The charts of one article; those that hold several beside each other have tests of their own.
NAMES = [
    name
    for name in sorted(set(charts.__all__) - {"Chart", "Note"})
    if "tables" in signature(getattr(charts, name)).parameters
]
FEW, SOME, MANY = 3, 14, 300
_TALLEST = 1400  # pixels as shown: a screen and a half


def draw(name: str, tables: Tables, record: Reference = RECORD) -> Chart | Note:
    """The chart, held against an invented record where it shows one."""
    function = getattr(charts, name)
    return function(tables, record) if "record" in signature(function).parameters else function(tables)


@cache
def drawn(name: str, count: int) -> Chart:
    """The chart of so many events, drawn once for all tests."""
    chart = draw(name, dispute(count))
    assert isinstance(chart, Chart)
    return chart


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("count", [FEW, MANY])
def test_with_events_it_is_a_picture_with_data(name: str, count: int) -> None:
    assert len(drawn(name, count).data) > 0


def test_with_one_event_it_is_a_picture_or_a_sentence(name: str) -> None:
    chart = draw(name, dispute(1))
    assert len(chart.data) > 0 if isinstance(chart, Chart) else chart.text.endswith(".")


def test_with_nothing_to_show_it_is_a_sentence(name: str) -> None:
    chart = draw(name, dispute(0))
    assert isinstance(chart, Note)
    assert chart.text.endswith(".")
    assert "<img" not in chart._repr_html_()


@pytest.mark.parametrize("count", [FEW, SOME, MANY])
def test_its_words_stand_in_for_the_picture(name: str, count: int) -> None:
    chart = drawn(name, count)
    assert chart.title in chart.alt
    assert len(chart.alt) > len(chart.title)
    assert len(chart.alt) < 3000
    assert "Rosa Quispe" in chart.source
    assert chart.digest in repr(chart)


def test_the_title_is_a_sentence_without_its_full_stop(name: str) -> None:
    for count in (FEW, SOME, MANY):
        title = drawn(name, count).title
        assert title[0].isupper() or title[0].isdigit()
        assert not title.endswith(".")
        assert " 0 " not in title


@pytest.mark.parametrize("count", [FEW, MANY])
def test_no_word_is_cut_off(name: str, count: int) -> None:
    assert layout.cut(drawn(name, count).figure) == []


@pytest.mark.parametrize("count", [FEW, MANY])
def test_no_word_covers_another(name: str, count: int) -> None:
    assert layout.covered(drawn(name, count).figure) == []


@pytest.mark.parametrize("count", [FEW, MANY])
def test_no_type_is_smaller_than_can_be_read(name: str, count: int) -> None:
    assert layout.smallest(drawn(name, count).figure) >= style.SMALL - 0.5


@pytest.mark.parametrize("count", [FEW, MANY])
def test_it_fits_a_notebook_and_is_no_taller_than_sensible(name: str, count: int) -> None:
    wide, tall = (inches * style.DPI for inches in drawn(name, count).figure.get_size_inches())
    assert wide == 900
    assert tall <= _TALLEST


def test_as_html_it_gives_way_to_a_narrow_page_and_escapes_markup(name: str) -> None:
    chart = drawn(name, SOME)
    html = chart._repr_html_()
    assert f"data {chart.digest}</figcaption>" in html
    assert 'width="900" style="max-width: 100%' in html
    assert "<b>" not in html


def test_the_same_tables_give_the_same_words_and_digest(name: str) -> None:
    assert repr(drawn(name, SOME)) == repr(draw(name, build(SOME, LAST)))


def test_the_same_tables_give_the_same_picture() -> None:
    assert drawn("timeline", SOME).png() == draw("timeline", build(SOME, LAST)).png()  # type: ignore[union-attr]


def test_another_colour_leaves_the_digest(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "SIDES", ("#000000", "#777777"))
    monkeypatch.setattr(style, "INK", "#ff0000")
    assert repr(draw(name, dispute(SOME))) == repr(drawn(name, SOME))


def test_other_data_change_the_digest(name: str) -> None:
    other = build(9, LAST.replace("mediate", "arbitrate"))
    record = replace(RECORD, incidents=RECORD.incidents[1:], observations=RECORD.observations[1:])
    chart = draw(name, other, record)
    assert isinstance(chart, Chart)
    assert drawn(name, SOME).digest != chart.digest


def test_no_chart_touches_pyplot() -> None:
    assert "matplotlib.pyplot" not in sys.modules
