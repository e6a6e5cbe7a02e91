"""Stated figures on the ranges of the sources: which are drawn, in which order, and what the title counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import dispute

from dateline import charts
from dateline.charts.chart import Chart, Note
from dateline.records import TABLES, Finding
from dateline.tables import Tables, frame

RED_CROSS, NAVY = "Red <b>Cross</b>", "Navy archive"


def held(tables: Tables, *rows: Finding) -> Tables:
    """A copy of the tables, with other findings."""
    kept = {
        name: [TABLES[name](*row) for row in zip(*tables.columns(name).values(), strict=True)]
        for name in TABLES
    }
    assert tables.article is not None
    return Tables.from_records({**kept, "findings": rows}, tables.article)


def found(source: str, words: str, low: float | None, high: float | None) -> Finding:
    """What a source counts of the first figure of the dispute."""
    figure = dispute(3).figures.iloc[0]
    return Finding(
        finding_id=f"f_{source}",
        article_id="a_1",
        table="figures",
        row_id=figure["figure_id"],
        start=int(figure["start"]),
        end=int(figure["end"]),
        check="deaths_against_record",
        verdict="contested",
        stated="2 civilians killed",
        found=f"{words}: Shelling of Quito",
        found_low=low,
        found_high=high,
        source=source,
        citation="Lima, 1996",
        note=None,
    )


def drawn(tables: Tables) -> Chart:
    chart = charts.against_sources(tables)
    assert isinstance(chart, Chart)
    return chart


def test_a_row_for_each_figure_and_source_the_worst_first() -> None:
    data = drawn(dispute(3)).data
    assert data["stated"].tolist() == [
        "4 people killed",
        "3 people killed",
        "3 people killed",
        "2 people killed",
        "2 people killed",
    ]
    assert data["verdict"].tolist() == ["disagrees", "contested", "contested", "agrees", "agrees"]
    assert data["source"].tolist() == [RED_CROSS, RED_CROSS, NAVY, RED_CROSS, NAVY]


def test_what_is_stated_and_what_each_source_counts_are_plotted() -> None:
    data = drawn(dispute(3)).data.set_index(["stated", "source"])
    row = data.loc[("3 people killed", NAVY)]
    assert (row["low"], row["high"]) == (3, 5)
    assert (row["found_low"], row["found_high"]) == (4, 301)
    assert row["when"] == "February 1995"


def test_the_title_counts_the_verdicts() -> None:
    assert drawn(dispute(14)).title == (
        "Of 14 stated figures, 3 lie outside what every source counts, "
        "4 lie within what the sources span, 4 lie in the range of each source "
        "and 3 are not verified"
    )


def test_the_sources_are_named_below_the_picture() -> None:
    assert drawn(dispute(3)).source.endswith("; held against Red <b>Cross</b> and Navy archive")


def test_each_figure_has_a_panel_of_its_own_scale() -> None:
    axes = drawn(dispute(3)).figure.axes
    assert [axis.get_xscale() for axis in axes] == ["linear", "symlog", "linear"]


def test_only_the_worst_are_drawn_where_there_are_many() -> None:
    chart = drawn(dispute(300))
    assert len(chart.figure.axes) == 12
    assert chart.data["stated"].nunique() == 225
    words = " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())
    assert "The worst 12 of 225 figures are drawn." in words


def test_a_count_of_all_is_hollow_beside_one_of_civilians() -> None:
    tables = held(dispute(3), found("A", "5 killed in all", 5, 5), found("B", "3 civilians killed", 3, 3))
    marks = [line for line in drawn(tables).figure.axes[0].lines if line.get_marker() == "D"]
    assert [line.get_markerfacecolor() == "#ffffff" for line in marks] == [True, False]


@pytest.mark.parametrize(("low", "high"), [(8.0, None), (None, 8.0)])
def test_an_open_end_is_no_zero_width_range(low: float | None, high: float | None) -> None:
    axes = drawn(held(dispute(3), found("A", "8 killed in all", low, high))).figure.axes[0]
    assert len(axes.patches) == 0
    assert [line.get_xdata()[0] for line in axes.lines if line.get_marker() == "D"] == [8.0]


def test_many_sources_on_one_figure_end_in_one_bar_for_the_rest() -> None:
    rows = [found(f"Source {n:02}", f"{n}–{n + 4} civilians killed", n, n + 4) for n in range(1, 21)]
    axes = drawn(held(dispute(3), *rows)).figure.axes[0]
    assert len(axes.patches) == 9
    assert "12 more" in [text.get_text() for text in axes.texts]


def test_with_no_source_it_says_that_this_proves_nothing() -> None:
    alone = replace(found("A", "", None, None), verdict="unverified", found=None, source=None, citation=None)
    assert repr(charts.against_sources(held(dispute(3), alone))) == (
        "No source here counts what the article states: one figure could be checked, and none is verified. "
        "That proves nothing either way."
    )


def test_with_nothing_checked_it_says_so() -> None:
    tables = held(dispute(3))
    assert len(tables.findings) == len(frame("findings", []))
    assert isinstance(charts.against_sources(tables), Note)
