"""The series of the record around an article: which are shown, where, and what had passed at publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import LAST, RECORD, build, dispute
from records import incident, series, year

from dateline import charts
from dateline.charts.chart import Chart, Note
from dateline.charts.series import _apart
from dateline.checks.reference import FileRead, Observation, Reference, Series

WHERE = {"country": ("PER",), "actor_country": ("ECU",)}


def record(*held: tuple[Series, list[Observation]], **more: object) -> Reference:
    rows = tuple(row for _, observations in held for row in observations)
    return Reference(series=tuple(one for one, _ in held), observations=rows, **more)  # type: ignore[arg-type]


def one(*observations: Observation, **more: object) -> Reference:
    return record((series("s", "Raids", topic="Raids", **(WHERE | more)), list(observations)))


def over(start: str, end: str, best: float, **more: object) -> Observation:
    row = year("s", 1990, 0, 0)
    days = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    return replace(row, low=None, best=best, high=None, **days, **more)  # type: ignore[arg-type]


def drawn(held: Reference, **more: object) -> Chart:
    chart = charts.series(dispute(14), held, **more)  # type: ignore[arg-type]
    assert isinstance(chart, Chart)
    return chart


def test_a_value_is_known_whose_period_had_ended_at_publication() -> None:
    chart = drawn(RECORD)
    assert chart.data["known"].tolist() == [True, True, False, True]
    assert chart.title.startswith("One topic of the record around the article, 1993–1995: 3 of 4 values")
    assert "The record: Survey, Watch" in chart.source


def test_without_a_day_of_publication_nothing_is_called_known() -> None:
    tables = build(3, LAST)
    tables.articles["published"] = tables.articles["published_latest"] = None
    chart = charts.series(tables, RECORD)
    assert isinstance(chart, Chart)
    assert chart.data["known"].isna().all()
    assert chart.title == "One topic of the record around the article, 1993–1995"


def test_a_low_and_a_high_are_shown_round_their_middle() -> None:
    rows = drawn(one(year("s", 1993, 10, 20))).data
    assert rows[["level", "level_low", "level_high"]].to_numpy().tolist() == [[15, 10, 20]]


def test_each_source_is_a_line() -> None:
    rows = drawn(one(year("s", 1993, 1, 2), year("s", 1993, 3, 3, source="Watch"))).data
    assert rows["line"].tolist() == ["Survey", "Watch"]
    assert rows["panel"].tolist() == ["Raids", "Raids"]


def test_a_sum_over_several_years_is_spread_over_them() -> None:
    chart = drawn(one(over("1985-01-01", "1988-12-31", 400), over("1990-01-01", "1990-12-31", 90)))
    assert [round(float(level)) for level in chart.data["level"]] == [100, 90]
    words = " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())
    assert "A level stretch is a sum over several years" in words
    assert "400 in four years" in [t.get_text() for t in chart.figure.axes[0].texts]


@pytest.mark.parametrize("more", [{"measure": "troops"}, {"unit": "percent", "measure": "opinion"}])
def test_what_is_no_sum_is_not_spread(more: dict[str, str]) -> None:
    rows = drawn(one(over("1985-01-01", "1988-12-31", 40), **more)).data
    assert rows["level"].tolist() == [40]


def test_a_doubt_on_a_whole_line_is_dashed_and_one_on_a_value_hollow_and_both_are_said() -> None:
    doubted = [replace(year("s", n, 1, 1, source="Watch"), suspect="all arms together") for n in (1992, 1993)]
    partial = replace(year("s", 1994, 9, 9), suspect="not complete")
    words = [text.get_text() for text in drawn(one(*doubted, year("s", 1993, 2, 2), partial)).figure.texts]
    assert words[-1] == "Dashed: (a) all arms together.\nHollow: Survey 1994: not complete."


def test_series_of_one_topic_with_few_lines_share_a_panel() -> None:
    titles = {name: f"Peruvians with a {name} view of Ecuador" for name in ("good", "bad")}
    views = [series(name, name, title=title, topic="Views", **WHERE) for name, title in titles.items()]
    rows = drawn(record(*((view, [year(view.series_id, 1993, 5, 5)]) for view in views))).data
    assert set(rows["panel"]) == {"Views"}
    assert set(rows["line"]) == {"good", "bad"}


def test_series_of_one_topic_with_many_lines_have_a_panel_each() -> None:
    sources = ["A", "B", "C"]
    held = [
        (series(name, name, topic="Raids", **WHERE), [year(name, 1993, 1, 1, source=s) for s in sources])
        for name in ("soldiers", "villagers")
    ]
    rows = drawn(record(*held)).data
    assert sorted(set(rows["panel"])) == ["soldiers killed", "villagers killed"]
    assert set(rows["line"]) == set(sources)


def test_more_panels_than_can_be_read_are_counted() -> None:
    names = [f"topic {n:02}" for n in range(14)]
    chart = drawn(record(*((series(n, n, topic=n, **WHERE), [year(n, 1993, 1, 1)]) for n in names)))
    assert len(chart.figure.axes) == 12
    assert chart.data["panel"].nunique() == 14
    assert "Two more topics not shown." in " ".join(text.get_text() for text in chart.figure.texts)


def test_topics_between_two_countries_come_first() -> None:
    home = series("a", "a", topic="a", country=("PER",)), [year("a", 1993, 1, 1)]
    between = series("b", "b", topic="b", **WHERE), [year("b", 1993, 1, 1)]
    assert list(drawn(record(home, between)).data["panel"]) == ["b", "a"]


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"country": ("PER",), "actor_country": ()}, True),
        ({"country": ("COL",), "actor_country": ("ECU",)}, True),  # the focus and a side
        ({"country": ("PER",), "actor_country": ("CHL",)}, False),
        ({"country": (), "actor_country": ()}, False),
    ],
)
def test_a_series_concerns_the_article_by_all_of_its_countries(more: dict[str, tuple], shown: bool) -> None:
    assert isinstance(
        charts.series(dispute(14), one(year("s", 1993, 1, 1), **more)), Chart if shown else Note
    )


def test_the_sides_and_the_focus_can_be_given() -> None:
    held = one(year("s", 1993, 1, 1), country=("CHL",), actor_country=("BOL",))
    assert isinstance(charts.series(dispute(14), held), Note)
    assert isinstance(charts.series(dispute(14), held, ("CHL", "PER"), "BOL"), Chart)


def test_a_series_of_another_age_is_left_out() -> None:
    assert isinstance(charts.series(dispute(14), one(year("s", 1930, 1, 1))), Note)
    assert isinstance(charts.series(dispute(14), one(year("s", 2004, 1, 1))), Chart)


def test_without_a_series_a_sentence_says_so() -> None:
    note = charts.series(dispute(14), Reference())
    assert repr(note) == "The record here has no series on Ecuador, Peru and Colombia."
    assert repr(charts.series(dispute(0), Reference())) == (
        "The record here has no series on any country of this article."
    )


def downloaded(number: int, **more: object) -> object:
    values = {"incident": None, "country": ("PER",), "source": "Events"} | more
    return incident(f"i{number}", f"{1993 + number % 3}-05-0{number % 9 + 1}", **values)  # type: ignore[arg-type]


def test_incidents_of_a_downloaded_file_are_summed_by_year() -> None:
    rows = [downloaded(n, killed_low=n, killed_best=n + 1, killed_high=n + 2) for n in range(6)]
    chart = drawn(Reference(incidents=tuple(rows), files=(FileRead("events.csv", 6, ""),)))  # type: ignore[arg-type]
    assert set(chart.data["panel"]) == {"People killed in Peru: six incidents of events.csv"}
    assert chart.data[["low", "best", "high"]].to_numpy().tolist() == [[3, 5, 7], [5, 7, 9], [7, 9, 11]]
    assert "events.csv" in chart.source


def test_a_year_has_no_best_sum_where_an_incident_has_none() -> None:
    rows = [downloaded(0, killed_best=4), downloaded(3, killed_low=1, killed_high=3), downloaded(6)]
    data = drawn(Reference(incidents=tuple(rows))).data  # type: ignore[arg-type]
    assert data[["low", "high", "level"]].to_numpy().tolist() == [[5, 7, 6]]
    assert data["best"].isna().all()


def test_duplicates_and_other_countries_are_not_summed() -> None:
    rows = [
        downloaded(0, killed_best=4),
        downloaded(3, killed_best=4, duplicate_of="i0"),
        downloaded(6, killed_best=9, country=("CHL",)),
    ]
    data = drawn(Reference(incidents=tuple(rows))).data  # type: ignore[arg-type]
    assert data["best"].tolist() == [4]


def test_names_are_pushed_apart_and_stay_inside() -> None:
    assert _apart([10, 11, 80], [10, 10, 10], 86) == [10, 20, 80]
    assert _apart([84, 85], [10, 10], 86) == [71, 81]
