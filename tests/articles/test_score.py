"""The scorer itself, on tables made by hand: what counts as found, as missed, as surplus, as wrong."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import score

from dateline import records

TEXT = (
    "Norway and Russia on Tuesday signed a treaty in Oslo. Its navy seized 3 trawlers. "
    "A minister condemned the seizure; the minister said it was piracy. Norway protested in May 1998."
)


def tables(**rows: list[dict[str, Any]]) -> SimpleNamespace:
    """All tables with their columns, filled with what is given; spans are found from the words."""
    made = {}
    for name, record in records.TABLES.items():
        cells = [{c: one.get(c) for c in record.__annotations__} for one in rows.get(name, [])]
        made[name] = pd.DataFrame(cells, columns=list(record.__annotations__))
    return SimpleNamespace(**made)


def at(words: str, prefix: str = "") -> dict[str, int]:
    start, end = score.find(TEXT, words)
    return {f"{prefix}start": start, f"{prefix}end": end}


KEY: dict[str, Any] = {
    "entities": [
        {"id": "norway", "name": "Norway", "kind": "country", "country": "NOR", "sector": "GOV"},
        {"id": "russia", "name": "Russia", "kind": "country", "country": "RUS", "sector": ["GOV", "-"]},
        {"id": "minister", "name": "minister", "kind": "person", "optional": True},
    ],
    "mentions": [
        {"words": "{Norway} and", "entity": "norway", "form": ["name"]},
        {"words": "{Russia} on", "entity": "russia", "form": ["name"]},
        {"words": "{Norway} protested", "entity": "norway", "form": ["name"]},
        {"words": "{Its} navy", "entity": "russia", "optional": True},
    ],
}
ENTITIES = [{"entity_id": "ent_1", "name": "Norway", "kind": "country", "country": "NOR", "sector": "GOV"}]
MENTIONS = [{"mention_id": "men_1", "entity_id": "ent_1", "form": "name", **at("{Norway} and")}]


def scored(table: str, wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> score.Score:
    given = tables(**({"entities": ENTITIES, "mentions": MENTIONS} | {table: found}))
    context = score.context_of(KEY, given, TEXT)
    return score.compare(table, wanted, getattr(given, table), context)


def event(trigger: str, **cells: Any) -> dict[str, Any]:
    return {"event_id": f"eve_{trigger}", **at(trigger, "trigger_"), **at(trigger), **cells}


# --- words


def test_words_in_braces_are_found_by_their_context() -> None:
    start, end = score.find(TEXT, "the {minister} said")
    assert TEXT[start:end] == "minister" and TEXT[end : end + 5] == " said"


def test_an_ellipsis_in_brackets_stands_for_what_is_between() -> None:
    start, end = score.find(TEXT, "Its navy[…]trawlers.")
    assert TEXT[start:end] == "Its navy seized 3 trawlers."


def test_white_space_in_the_key_is_any_white_space_in_the_article() -> None:
    assert score.find("By\n\nLine", "By Line") == (0, 8)


@pytest.mark.parametrize(("words", "times"), [("minister", 2), ("Sweden", 0), ("eat", 0)])
def test_words_that_do_not_stand_once_are_an_error_that_says_how_often(words: str, times: int) -> None:
    with pytest.raises(ValueError, match=f"stands {times} times"):
        score.find(TEXT, words)


# --- dates


@pytest.mark.parametrize(
    ("expected", "first", "last"),
    [
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1998-05-04", date(1998, 5, 4), date(1998, 5, 4)),
        ("1996/1998-03", date(1996, 1, 1), date(1998, 3, 31)),
    ],
)
def test_a_date_of_the_key_is_the_days_it_spans(expected: str, first: date, last: date) -> None:
    assert score.interval(expected) == (first, last)


@pytest.mark.parametrize(
    ("expected", "right"),
    [("1998-05", True), ("1998", False), ("~1998", True), ("-", False), ("~1998-05-02/1998-06", False)],
)
def test_days_are_equal_or_where_the_key_says_so_inside(expected: str, right: bool) -> None:
    assert score.same_days(expected, pd.Timestamp(1998, 5, 1), pd.Timestamp(1998, 5, 31)) is right


def test_a_missing_date_is_right_only_where_the_key_says_missing() -> None:
    assert score.same_days("-", pd.NaT, pd.NaT)
    assert not score.same_days("~1998", pd.NaT, pd.NaT)


# --- events


def test_an_event_is_found_where_trigger_and_type_agree() -> None:
    result = scored("events", [{"trigger": "signed", "type": "AGREE"}], [event("signed", event_type="AGREE")])
    assert result.measures()["recall"] == result.measures()["precision"] == 1.0


def test_another_type_on_the_same_trigger_is_a_miss_and_a_surplus() -> None:
    result = scored(
        "events", [{"trigger": "signed", "type": "AGREE"}], [event("signed", event_type="CONSULT")]
    )
    assert (result.found, len(result.missed), len(result.surplus)) == (0, 1, 1)


def test_any_of_the_alternatives_is_right() -> None:
    key = [{"trigger": ["treaty", "signed"], "type": ["AGREE", "SUPPORT"], "cameo": ["057", "030"]}]
    result = scored("events", key, [event("signed", event_type="SUPPORT", cameo="057")])
    assert result.cells["cameo"] == [True]


def test_a_second_event_on_one_row_of_the_key_is_surplus() -> None:
    key = [{"trigger": ["treaty", "signed"], "type": "AGREE"}]
    found = [event("signed", event_type="AGREE"), event("treaty", event_type="AGREE")]
    assert len(scored("events", key, found).surplus) == 1


def test_of_two_rows_on_one_trigger_each_goes_to_the_one_it_resembles() -> None:
    key = list(
        score._directions(
            [{"trigger": "signed", "type": "AGREE", "source": "norway", "target": "-", "reciprocal": True}]
        )
    )
    found = [
        event("signed", event_type="AGREE", target_id="ent_1"),
        event("signed", event_type="AGREE", source_id="ent_1"),
    ]
    result = scored("events", key, found)
    assert result.cells["source"] == result.cells["target"] == [True, True]


def test_the_second_row_of_a_reciprocal_event_bears_no_deaths() -> None:
    first, second = score._directions([{"source": "a", "target": "b", "reciprocal": True, "deaths": 4}])
    assert first["deaths"] == 4
    assert second == {"source": "b", "target": "a", "optional": False}


def test_deaths_may_be_bounds() -> None:
    key = [{"trigger": "signed", "type": "AGREE", "deaths": "3/-"}]
    for high, right in ((None, True), (3, False)):
        found = [event("signed", event_type="AGREE", deaths_low=3, deaths_high=high)]
        assert scored("events", key, found).cells["deaths"] == [right]


def test_deaths_that_the_key_does_not_name_are_wrong() -> None:
    found = [event("signed", event_type="AGREE", deaths_low=3, deaths_high=3)]
    assert scored("events", [{"trigger": "signed", "type": "AGREE"}], found).cells["deaths"] == [False]


def test_country_and_sector_of_a_side_are_those_of_its_entity() -> None:
    key = [{"trigger": "protested", "type": "ACCUSE", "source": "norway"}]
    found = [
        event("protested", event_type="ACCUSE", source_id="ent_1", source_country="NOR", source_sector="MIL")
    ]
    cells = scored("events", key, found).cells
    assert (cells["source"], cells["source_country"], cells["source_sector"]) == ([True], [True], [False])


def test_a_side_without_an_entity_is_right_by_its_words() -> None:
    key = [{"trigger": "condemned", "type": "ACCUSE", "source": "minister"}]
    assert scored("events", key, [event("condemned", event_type="ACCUSE", source_text="A minister")]).cells[
        "source"
    ] == [True]


def test_an_optional_row_is_neither_missed_nor_surplus() -> None:
    key = [
        {"trigger": "signed", "type": "AGREE"},
        {"trigger": "protested", "type": "ACCUSE", "optional": True},
    ]
    without = scored("events", key, [event("signed", event_type="AGREE")])
    both = scored(
        "events", key, [event("signed", event_type="AGREE"), event("protested", event_type="ACCUSE")]
    )
    assert without.measures() == both.measures()


def test_the_core_has_a_recall_of_its_own() -> None:
    key = [{"trigger": "signed", "type": "AGREE"}, {"trigger": "protested", "type": "ACCUSE", "core": True}]
    result = scored("events", key, [event("signed", event_type="AGREE")])
    assert (result.measures()["recall"], result.measures()["core"]) == (0.5, 0.0)
    assert result.missed[0].startswith("core: ")


def test_a_floor_that_is_not_reached_is_named_with_what_was_reached() -> None:
    result = scored("events", [{"trigger": "signed", "type": "AGREE"}], [])
    assert result.below({"recall": 0.5, "precision": 0.5}) == {"recall": (0.0, 0.5)}


# --- the other tables


def test_entities_are_the_same_by_shared_mentions_or_by_name() -> None:
    found = [*ENTITIES, {"entity_id": "ent_2", "name": "the Kremlin", "kind": "country", "country": "RUS"}]
    mentions = [*MENTIONS, {"mention_id": "men_2", "entity_id": "ent_2", **at("{Russia} on")}]
    given = tables(entities=found, mentions=mentions)
    result = score.compare_entities(KEY, given, score.context_of(KEY, given, TEXT))
    assert (result.found, result.wanted, result.surplus) == (2, 2, [])
    assert result.cells["country"] == [True, True]


def test_a_mention_of_another_entity_is_found_but_wrong() -> None:
    wrong = {"mention_id": "men_3", "entity_id": "ent_2", "form": "name", **at("{Norway} protested")}
    given = tables(entities=ENTITIES, mentions=[*MENTIONS, wrong])
    result = score.compare("mentions", KEY["mentions"], given.mentions, score.context_of(KEY, given, TEXT))
    assert (result.found, result.wanted) == (2, 3)
    assert sorted(result.cells["entity"]) == [False, True]


def test_a_time_is_compared_by_value_and_days() -> None:
    found = [
        {
            "time_id": "tim_1",
            **at("May 1998"),
            "type": "DATE",
            "value": "1998-05",
            "earliest": date(1998, 5, 1),
        }
    ]
    cells = scored("times", [{"words": "in {May 1998}", "value": "1998-05", "days": "1998-05"}], found).cells
    assert (cells["value"], cells["days"]) == ([True], [False])


def test_a_figure_is_tied_to_its_event_by_the_trigger() -> None:
    number = {"figure_id": "fig_1", **at("3 trawlers"), "low": 3.0, "high": 3.0, "event_id": "eve_seized"}
    given = tables(figures=[number], events=[event("seized")])
    result = score.compare(
        "figures",
        [{"words": "3", "low": 3, "event": "seized"}],
        given.figures,
        score.context_of({"mentions": []}, given, TEXT),
    )
    assert (result.cells["low"], result.cells["event"]) == ([True], [True])


def test_a_statement_is_found_by_its_cue_and_compared_by_its_content() -> None:
    found = [
        {
            "statement_id": "sta_1",
            **at("minister {said}", "cue_"),
            **at("it was piracy", "content_"),
            "type": "indirect",
        }
    ]
    cells = scored("statements", [{"cue": "{said} it", "content": "piracy", "type": "indirect"}], found).cells
    assert (cells["content"], cells["type"]) == ([False], [True])


def test_a_link_needs_both_ends_and_its_kind() -> None:
    ends = {**at("seized", "from_"), **at("condemned", "to_")}
    key = [{"kind": "response", "from": "Its navy seized 3", "to": "condemned the seizure", "cue": "-"}]
    assert scored("links", key, [{"link_id": "lin_1", "kind": "response", **ends}]).cells["cue"] == [True]
    assert scored("links", key, [{"link_id": "lin_1", "kind": "purpose", **ends}]).found == 0


def test_a_place_is_near_where_the_coder_puts_it() -> None:
    found = [{"place_id": "pla_1", **at("Oslo"), "kind": "city", "latitude": 59.9, "longitude": 10.7}]
    key = [{"words": ["Oslo"], "near": "59.9 10.8", "kind": "city"}]
    assert scored("places", key, found).cells["near"] == [True]
    assert scored("places", [{"words": ["Oslo"], "near": "51.5 -0.1"}], found).cells["near"] == [False]


# --- the key


def test_a_key_is_told_what_is_wrong_with_it() -> None:
    key = {
        "floors": {"events": {"recal": 1.0}},
        "entities": KEY["entities"],
        "events": [{"trigger": "invaded", "typ": "ASSAULT", "source": "sweden", "date": "May"}],
    }
    told = "\n".join(score.problems(key, TEXT))
    assert all(name in told for name in ("'recal'", "'typ'", "'sweden'", "'invaded'", "'May'"))


def test_the_report_shows_the_words_of_what_is_surplus() -> None:
    result = scored("events", [], [event("seized", event_type="COERCE", event_id="eve_1")])
    assert "surplus  “ed a treaty in Oslo. Its navy {seized} 3 trawlers." in score.report([result])
    assert "event_type COERCE" in score.report([result])
