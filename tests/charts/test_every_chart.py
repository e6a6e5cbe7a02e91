"""What holds for every chart: a picture or a sentence, words for who can't see it, a stable digest."""

from __future__ import annotations

import sys
from dataclasses import replace
from inspect import signature

import pytest
from invented import LAST, RECORD, build, dispute

from dateline import charts
from dateline.charts import style
from dateline.charts.chart import Chart, Note
from dateline.checks.reference import Reference
from dateline.tables import Tables

NAMES = sorted(set(charts.__all__) - {"Chart", "Note"})


def draw(name: str, tables: Tables, record: Reference = RECORD) -> Chart | Note:
    """The chart, held against an invented record where it shows one."""
    function = getattr(charts, name)
    return function(tables, record) if "record" in signature(function).parameters else function(tables)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("count", [1, 3, 300])
def test_with_events_it_is_a_picture_with_data_or_a_sentence(name: str, count: int) -> None:
    chart = draw(name, dispute(count))
    if isinstance(chart, Chart):
        assert len(chart.data) > 0
        assert chart.png().startswith(b"\x89PNG")
    else:
        assert count == 1
        assert chart.text.endswith(".")


def test_with_nothing_to_show_it_is_a_sentence(name: str) -> None:
    chart = draw(name, dispute(0))
    assert isinstance(chart, Note)
    assert chart.text.endswith(".")
    assert "<img" not in chart._repr_html_()


def test_its_words_stand_in_for_the_picture(name: str) -> None:
    chart = draw(name, dispute(14))
    assert chart.title in chart.alt
    assert len(chart.alt) > len(chart.title)
    assert "Rosa Quispe" in chart.source
    assert chart.digest in repr(chart)
    assert f"data {chart.digest}</figcaption>" in chart._repr_html_()


def test_markup_in_the_article_is_escaped(name: str) -> None:
    html = draw(name, dispute(14))._repr_html_()
    assert "<b>" not in html


def test_the_same_tables_give_the_same_output(name: str) -> None:
    assert draw(name, dispute(14))._repr_html_() == draw(name, build(14, LAST))._repr_html_()


def test_another_colour_leaves_the_digest(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = draw(name, dispute(14))
    monkeypatch.setattr(style, "SIDES", ("#000000", "#777777"))
    monkeypatch.setattr(style, "INK", "#ff0000")
    after = draw(name, dispute(14))
    assert after.digest == before.digest
    assert repr(after) == repr(before)


def test_other_data_change_the_digest(name: str) -> None:
    other = build(9, LAST.replace("mediate", "arbitrate"))
    record = replace(RECORD, incidents=RECORD.incidents[1:], observations=RECORD.observations[1:])
    assert draw(name, dispute(14)).digest != draw(name, other, record).digest


def test_no_chart_touches_pyplot() -> None:
    for name in NAMES:
        draw(name, dispute(3))
    assert "matplotlib.pyplot" not in sys.modules
