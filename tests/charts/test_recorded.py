"""Dates told and dates recorded: which events the record knows, and what the picture makes of them."""

from __future__ import annotations

from datetime import date

import pandas as pd
from invented import RECORD, dispute

from dateline import charts
from dateline.charts.chart import Chart
from dateline.checks.record.dates import RECORDED, recorded
from dateline.checks.reference import Reference


def drawn(count: int) -> Chart:
    chart = charts.recorded(dispute(count), RECORD)
    assert isinstance(chart, Chart)
    return chart


def test_the_record_gives_both_dates_and_the_verdict() -> None:
    rows = recorded(dispute(14), RECORD)
    assert rows["event_id"].tolist() == ["e_0", "e_7"]
    assert rows["verdict"].tolist() == ["agrees", "disagrees"]
    assert rows["sources"].tolist() == ["Archive, Tribune", "Archive"]
    late = rows.iloc[1]
    assert (late["stated_start"].date(), late["stated_end"].date()) == (date(1995, 2, 1), date(1995, 2, 28))
    assert (late["recorded_start"].date(), late["recorded_end"].date()) == (date(1995, 3, 3),) * 2


def test_an_empty_record_gives_the_same_columns() -> None:
    rows = recorded(dispute(3), Reference())
    assert list(rows.columns) == list(RECORDED)
    assert rows.empty
    assert rows["stated_start"].dtype == recorded(dispute(3), RECORD)["stated_start"].dtype


def test_events_are_numbered_as_in_the_ledger() -> None:
    assert drawn(14).data["number"].tolist() == [1, 8]


def test_the_title_counts_what_the_record_knows() -> None:
    assert drawn(14).title == "Of 12 dated events the record knows 2: 1 on the days told and 1 on others"
    assert drawn(1).title == "Of one dated event the record knows one: one on the days told"


def test_both_dates_are_written_where_they_differ() -> None:
    words = [text.get_text() for text in drawn(14).figure.axes[0].texts]
    assert "told 26 January 1995, as recorded" in words
    assert "disagrees: told February 1995, recorded 3 March 1995" in words


def test_days_that_do_not_meet_are_joined_by_a_line() -> None:
    dashed = [line for line in drawn(14).figure.axes[0].lines if line.get_linestyle() == "--"]
    assert len(dashed) == 1
    ends = pd.to_datetime(["1995-03-01", "1995-03-03"])
    first, last = (pd.Timestamp("1970-01-01") + pd.Timedelta(days=float(x)) for x in dashed[0].get_xdata())
    assert (first, last.normalize()) == (ends[0], ends[1])


def test_a_record_that_knows_none_of_the_events_says_so() -> None:
    assert repr(charts.recorded(dispute(3), Reference())) == (
        "The record here knows none of the events that the article dates (3), so no date can be compared."
    )
    assert "dates no event" in repr(charts.recorded(dispute(0), RECORD))


def test_without_a_record_the_projects_own_is_taken() -> None:
    assert "knows none" in repr(charts.recorded(dispute(3)))
