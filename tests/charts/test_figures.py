"""What each figure plots, by its data."""

from __future__ import annotations

import pandas as pd
from invented import PUBLISHED, dispute

from dateline import charts
from dateline.charts.boxes import Arrow, Box, _columns
from dateline.charts.casualties import casualty_figures
from dateline.charts.days import window
from dateline.charts.places import _region
from dateline.tables import Tables


def test_the_timeline_keeps_undated_events(few: Tables) -> None:
    chart = charts.timeline(dispute(14))
    undated = chart.data[chart.data["date_start"].isna()]
    assert len(chart.data) == 14
    assert list(undated["number"]) == [5, 10]
    assert chart.title == "3 of 14 events can be dated to a day, 9 to a longer stretch, 2 not at all"
    assert charts.timeline(few).data["when"].tolist() == ["26 January 1995", "February 1995", "February 1995"]


def test_the_timeline_has_a_lane_for_each_side_and_one_for_others() -> None:
    data = charts.timeline(dispute(14)).data
    assert data["side"].value_counts().to_dict() == {"PER": 6, "ECU": 6, "other": 2}
    given = charts.timeline(dispute(14), ["Peru", "COL"]).data
    assert set(given["side"]) == {"PER", "COL", "other"}


def test_the_close_up_leaves_out_a_far_day() -> None:
    days = pd.to_datetime(["1990-01-01", "1995-01-26", "1995-01-28", "1995-02-01", "1995-02-03"])
    first, last = window(pd.DataFrame({"date_start": days, "date_end": days}))
    assert (str(first.date()), str(last.date())) == ("1995-01-26", "1995-02-03")


def test_the_balance_has_a_curve_for_each_direction_inside_its_band() -> None:
    data = charts.balance(dispute(14)).data
    assert set(data["direction"]) == {"ECU → PER", "PER → ECU"}
    assert (data["low"] <= data["value"]).all()
    assert (data["value"] <= data["high"]).all()


def test_the_balance_needs_two_sides_and_a_date() -> None:
    assert "fewer than two countries" in repr(charts.balance(dispute(0)))
    assert "No dated event runs between Chile and Bolivia" in repr(charts.balance(dispute(3), ["CHL", "BOL"]))


def test_the_network_sums_what_happened_between_two_actors() -> None:
    data = charts.network(dispute(14)).data.set_index(["who", "whom"])
    assert data.loc[("Peruvian Navy", "Ecuador"), "goldstein"] == -20
    assert data.loc[("Peruvian Navy", "Ecuador"), "events"] == 2
    assert ("Colombia", "Peru") not in data.index  # only imagined


def test_the_network_folds_parts_into_their_state() -> None:
    data = charts.network(dispute(14), fold=True).data
    assert set(data["who"]) == {"Peru", "Ecuador"}


def test_the_cast_names_office_and_sector() -> None:
    row = charts.cast(dispute(14)).data.set_index("name").loc["Alberto Fujimori"]
    assert (row["country"], row["sector"], row["role"]) == ("PER", "GOV", "President")


def test_voices_tell_named_from_unnamed() -> None:
    chart = charts.voices(dispute(14))
    data = chart.data.set_index("speaker")
    assert data.loc["reports", "total"] == 2
    assert not data.loc["reports", "named"]
    assert data.loc["Ecuadorian Army", "indirect"] == 1
    assert chart.title == "Of four statements Ecuador makes two; two have no named source"


def test_places_count_their_events() -> None:
    data = charts.places(dispute(14)).data.set_index("place")
    assert data["events"].to_dict() == {"Quito": 4, "Tiwintza": 4}


def test_the_region_is_where_most_events_are_near_each_other() -> None:
    rows = [("Quito", -78.5, -0.2, 3), ("Loja", -79.2, -4.0, 0), ("Geneva", 6.1, 46.2, 2)]
    data = pd.DataFrame(rows, columns=["place", "longitude", "latitude", "events"])
    assert _region(data) == [True, True, False]


def test_periods_count_back_from_publication() -> None:
    data = charts.before_now(dispute(14)).data
    assert data.loc[data["number"] == 1, "period"].item() == "in the three months before"
    assert data.loc[data["number"] == 12, "period"].item() == "in the year before"
    assert data.loc[data["number"] == 4, "period"].item() == "ahead of publication"
    assert data.loc[data["number"] == 5, "period"].item() == "without a date"


def test_chains_tell_said_from_inferred() -> None:
    chart = charts.chains(dispute(14))
    assert chart.data["basis"].tolist() == ["explicit", "inferred"] * 3 + ["explicit"]
    assert chart.data["from"].iloc[0].startswith("1  Peruvian Navy → Ecuador")
    assert chart.title == "Four answers and three effects: four said by the article, three inferred"


def test_boxes_stand_right_of_what_leads_to_them_and_circles_do_not_hang() -> None:
    items = [Box(key, "", key, "#000000") for key in "abc"]
    arrows = [Arrow("a", "b"), Arrow("b", "c"), Arrow("c", "a")]
    assert _columns(items, arrows) == {"a": 0, "b": 1, "c": 2}


def test_demands_are_open_until_answered() -> None:
    data = charts.demands(dispute(14)).data
    assert data["by"].tolist() == ["Ecuador", "Ecuador"]
    assert data["answered"].tolist() == ["open", "open"]


def test_casualties_keep_ranges() -> None:
    data = charts.casualties(dispute(3)).data
    assert data[["low", "high"]].to_numpy().tolist() == [[2, 2], [3, 5], [4, 6]]
    assert data["event"].tolist() == [1, 2, 3]
    assert casualty_figures(dispute(0)).empty


def test_the_argument_sets_premise_and_voice_apart() -> None:
    data = charts.argument(dispute(3)).data
    assert data["premise"].tolist() == ["Because of this", ""]
    assert data["voice"].tolist() == ["", "Peru"]


def test_the_calendar_begins_at_publication() -> None:
    chart = charts.calendar(dispute(14))
    assert (chart.data["latest"] > pd.Timestamp(PUBLISHED)).all()
    assert chart.data["when"].unique().tolist() == ["June 1995"]
    assert "73 days after publication" in chart.title


def test_the_calendar_shows_a_date_that_no_event_has() -> None:
    data = charts.calendar(dispute(3)).data
    assert data[["what", "kind"]].to_numpy().tolist() == [["“June 1995”", "date"]]


def test_needs_cross_who_wants_with_from_whom() -> None:
    data = charts.needs(dispute(3)).data
    assert data[["who", "whom", "kind"]].to_numpy().tolist() == [
        ["ECU", "PER", "demand"],
        ["COL", "nobody named", "need"],
    ]


def test_stances_are_by_part_of_a_side() -> None:
    data = charts.stance(dispute(14)).data.set_index(["country", "sector", "toward"])
    assert data.loc[("ECU", "CVL", "the other side"), "goldstein"] == -13
    assert data.loc[("PER", "MIL", "the other side"), "events"] == 2
