"""What is plotted of several articles: dates and numbers as each tells them, and the mean of its events."""

from __future__ import annotations

from functools import cache

import layout
import pytest

import dateline
from dateline import charts
from dateline.accounts import Comparison
from dateline.charts.chart import Chart, Note

NAMES = ("dates_told", "figures_told", "balances")
_FIRST = (
    "On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors. "
    "Alexander Haig met Leopoldo Galtieri in Buenos Aires on 10 April 1982. "
    "Argentina condemned Britain on 1 May 1982."
)
_SECOND = (
    "Argentina attacked the Sheffield on 4 May, killing at least 22 sailors. "
    "On 11 April 1982 the Secretary of State, Alexander Haig, met General Galtieri. "
    "Britain thanked Argentina on 3 March 1982 and <b>met</b> it."
)


@cache
def articles(*texts: str) -> Comparison:
    return Comparison(
        {
            f"{n}": dateline.parse(
                dateline.from_text(
                    text, published=f"1982-06-{n:02}", author=f"Hugh Cavendish{'abcdefghij'[n]}"
                )
            )
            for n, text in enumerate(texts, 1)
        }
    )


def draw(name: str, comparison: Comparison) -> Chart | Note:
    return getattr(charts, name)(comparison)


def drawn(name: str) -> Chart:
    chart = draw(name, articles(_FIRST, _SECOND))
    assert isinstance(chart, Chart)
    return chart


def test_the_dates_that_accounts_differ_on_are_drawn_as_each_tells_them() -> None:
    chart = drawn("dates_told")
    assert list(chart.data["when"]) == ["10 April 1982", "11 April 1982"]
    assert set(chart.data["kind"]) == {"disagrees"}
    assert chart.title == "One event is dated differently; in one the dates can't both be right"


def test_the_numbers_of_an_event_that_two_articles_count_are_drawn() -> None:
    chart = drawn("figures_told")
    assert chart.data[["measure", "low", "high"]].fillna(-1).values.tolist() == [
        ["killed", 20.0, 20.0],
        ["killed", 22.0, -1.0],
    ]


def test_the_balance_is_a_mean_for_each_article_and_direction() -> None:
    data = drawn("balances").data
    assert (data["low"] <= data["mean"]).all() and (data["mean"] <= data["high"]).all()
    assert data["mean"].between(-10, 10).all()
    assert (data["events"] > 0).all()


@pytest.mark.parametrize("name", NAMES)
def test_one_article_gives_a_sentence_and_no_empty_picture(name: str) -> None:
    chart = draw(name, articles(_FIRST))
    assert isinstance(chart, Note)
    assert chart.text == "There is only one article (Cavendishb), so nothing to compare."


@pytest.mark.parametrize("name", NAMES)
def test_articles_that_share_nothing_give_a_sentence(name: str) -> None:
    chart = draw(name, articles("It rained.", "The sun shone."))
    assert isinstance(chart, Note)
    assert chart.text.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_in_for_the_picture_and_name_every_article(name: str) -> None:
    chart = drawn(name)
    assert chart.title in chart.alt
    assert "Cavendishb" in chart.source and "Cavendishc" in chart.source
    assert "<b>" not in chart._repr_html_()
    assert repr(chart) == repr(draw(name, articles(_FIRST, _SECOND)))


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_cut_off_or_covers_another(name: str) -> None:
    figure = drawn(name).figure
    assert layout.cut(figure) == []
    assert layout.covered(figure) == []


def test_other_numbers_change_the_digest() -> None:
    other = draw("figures_told", articles(_FIRST, _SECOND.replace("22", "24")))
    assert isinstance(other, Chart)
    assert other.digest != drawn("figures_told").digest


def test_many_articles_and_events_stay_on_the_page() -> None:
    texts = [
        " ".join(
            f"On {1 + (day + n % 2)} May 1982 Alexander Haig met Leopoldo Galtieri in Buenos Aires."
            f" On {day} April 1982 Argentine aircraft bombed the Sheffield, killing {20 + n + day} sailors."
            for day in range(1, 28, 9)
        )
        for n in range(9)
    ]
    for name in NAMES:
        chart = draw(name, articles(*texts))
        if isinstance(chart, Chart):
            assert layout.cut(chart.figure) == []
