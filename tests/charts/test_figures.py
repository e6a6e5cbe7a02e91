"""What each figure plots, by its data."""

from __future__ import annotations

from itertools import combinations
from math import dist

import networkx as nx
import pandas as pd
from invented import PUBLISHED, dispute
from matplotlib.text import Text

from dateline import charts, wording
from dateline.charts.boxes import Arrow, Box, _columns
from dateline.charts.casualties import casualty_figures
from dateline.charts.chart import Chart, Note
from dateline.charts.days import window
from dateline.charts.network import _busiest, _positions
from dateline.charts.places import _region, _worth
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


def words(chart: Chart | Note) -> list[str]:
    """Everything written in the picture."""
    assert isinstance(chart, Chart)
    return [" ".join(text.get_text().split()) for text in chart.figure.findobj(Text)]


def test_the_timeline_names_lanes_undated_events_and_publication(few: Tables) -> None:
    said = words(charts.timeline(dispute(14)))
    assert {"Peru acts", "Ecuador acts", "Others act", "One event without a date: 5", "published"} <= set(
        said
    )
    assert charts.timeline(few).title == "One of three events can be dated to a day, two to a longer stretch"


def test_a_timeline_of_many_events_counts_them_by_lane(many: Tables) -> None:
    said = words(charts.timeline(many))
    assert "Peru acts 129 events, 26 undated" in said
    assert any(line.endswith("Too many to name here: the ledger lists them.") for line in said)


def test_a_hollow_bar_is_an_event_that_did_not_happen() -> None:
    axes = charts.timeline(dispute(14)).figure.axes[-1]
    hollow = [bar for bar in axes.patches if bar.get_facecolor()[:3] == (1, 1, 1)]
    data = charts.timeline(dispute(14)).data
    expected = data["date_start"].notna() & ~data["status"].isin(["actual", "ongoing"])
    assert len(hollow) == expected.sum() > 0


def test_a_dense_network_shows_its_busiest_relations_and_says_so() -> None:
    rows = [(f"a{i:02}", "", f"a{j:02}", "", i + j, -1.0) for i in range(12) for j in range(i)]
    columns = ["who", "who_country", "whom", "whom_country", "events", "goldstein"]
    kept = _busiest(pd.DataFrame(rows, columns=columns))
    assert len(kept) == 24
    assert kept["events"].min() > 10


def test_actors_of_a_network_stand_apart() -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from([f"p{i}" for i in range(7)], country="PER")
    graph.add_nodes_from([f"e{i}" for i in range(7)], country="ECU")
    graph.add_nodes_from(["x", "y"], country="")
    places = _positions(graph, ("PER", "ECU"))
    assert all(x < 0 for name, (x, _) in places.items() if name.startswith("p"))
    assert all(x > 0 for name, (x, _) in places.items() if name.startswith("e"))
    assert min(dist(a, b) for a, b in combinations(places.values(), 2)) > 0.5


def test_premises_stand_left_and_what_has_none_below() -> None:
    said = words(charts.argument(dispute(3)))
    assert {"Because …", "… it follows", "Said without a premise"} <= set(said)
    assert "Necessity (Peru)" in said
    assert charts.argument(dispute(3)).title == (
        "One of two implications rests on a stated premise; the author draws one, and attributes one to "
        "somebody else"
    )


def test_the_balance_says_whether_another_count_turns_its_sign() -> None:
    chart = charts.balance(dispute(14))
    ends = chart.data.groupby("direction").last()
    turned = [name for name, row in ends.iterrows() if row["low"] < 0 < row["high"]]
    assert ("no other count turns a sign" in chart.title) == (not turned)
    for name, row in ends.iterrows():
        source, target = (wording.country(code) for code in str(name).split(" → "))
        assert f"→ {target} {wording.signed(row['value'])}" in chart.title
        assert f"{source} → {target} {wording.signed(row['value'])}" in words(chart)


def test_voices_stand_by_side_with_the_sum_of_each() -> None:
    chart = charts.voices(dispute(14))
    assert chart.data.set_index("speaker")["side"]["reports"] == "no named source"
    assert {"Ecuador: two statements", "No named source: two statements"} <= set(words(chart))


def test_squares_have_their_numbers_unless_there_are_too_many(many: Tables) -> None:
    assert {"1", "14"} <= set(words(charts.before_now(dispute(14))))
    assert "1" not in words(charts.before_now(many))


def test_a_place_that_lies_alone_is_no_region() -> None:
    rows = [("Geneva", 6.1, 46.2, 5), ("Quito", -78.5, -0.2, 1), ("Loja", -79.2, -4.0, 1)]
    data = pd.DataFrame(rows, columns=["place", "longitude", "latitude", "events"])
    assert not _worth(data, data.iloc[:1])
    assert _worth(data.assign(events=1), data.iloc[1:])


def test_the_map_names_the_source_of_its_outlines() -> None:
    assert charts.places(dispute(3)).source.endswith("Outlines as of today: Natural Earth")


def test_more_figures_than_can_be_drawn_are_counted_with_what_they_span(many: Tables) -> None:
    said = " ".join(words(charts.casualties(many)))
    assert "The first 25 of 300 figures are drawn. The others lie between 27 and 303." in said
