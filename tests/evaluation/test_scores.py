"""How rows count against gold, by hand: the emitted rows are written down here, nothing is extracted."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluation import Case, Evaluation, score
from dateline.evaluation.gold import Actor, Expression, Gold, Pair
from dateline.records import Event, Link, Place, SentenceRow, Time


def row(record: type, /, **values: object) -> Any:
    return record(**{**dict.fromkeys(f.name for f in fields(record)), **values})


def event(event_type: str, cameo: str = "", **more: object) -> Event:
    values = {"trigger": "did", "trigger_start": 0, "trigger_end": 3, "status": "actual", "rule": "verb:do"}
    return row(Event, **{**values, "event_type": event_type, "cameo": cameo, **more})


def case(
    *events: Event, text: str = "did it", found: dict[str, list[Any]] | None = None, **gold: Any
) -> Case:
    """A coded text with the rows that were emitted for it: events, and ``found`` of other tables."""
    records = {"events": [*events], "links": [], "places": [], "sentences": [], "times": [], **(found or {})}
    return Case(Gold(Path("gold.jsonl"), 7, "x7", text, None, **gold), records)


def sheet(scores: Evaluation, name: str) -> dict[str, dict[str, Any]]:
    """The rows of a sheet by their first cell."""
    found = scores.sheets[name]
    return {one[found.columns[0]]: one for one in found.as_dicts()}


def test_a_sentence_counts_by_its_set_of_types() -> None:
    twice = case(event("CONSULT"), event("CONSULT"), types=("CONSULT",))
    found = sheet(score([twice]), "types")["CONSULT"]
    assert (found["support"], found["emitted"], found["right"]) == (1, 1, 1)


def test_precision_recall_and_f1_of_each_type_and_of_all() -> None:
    scores = score(
        [
            case(event("ASSAULT"), types=("ASSAULT",)),
            case(event("ASSAULT"), event("COERCE"), types=("ASSAULT",)),
            case(event("ASSAULT"), types=("AID",)),
            case(types=("AID",)),
        ]
    )
    types = sheet(scores, "types")
    assert list(types) == ["AID", "ASSAULT", "COERCE", "micro", "macro"]
    figures = ("support", "emitted", "right", "precision", "recall", "f1")
    assert [types["ASSAULT"][f] for f in figures] == [2, 3, 2, pytest.approx(2 / 3), 1, pytest.approx(0.8)]
    assert [types["AID"][f] for f in figures] == [2, 0, 0, None, 0, 0]
    assert [types["COERCE"][f] for f in figures] == [0, 1, 0, 0, None, 0]
    assert [types["micro"][f] for f in figures] == [4, 4, 2, 0.5, 0.5, 0.5]
    macro = [types["macro"][f] for f in ("precision", "recall", "f1")]
    assert macro == [pytest.approx(1 / 3), 0.5, pytest.approx(0.4)]  # of ASSAULT and AID, which are coded
    assert scores.f1 == {"types": 0.5}


def test_what_is_only_asked_for_imagined_or_denied_is_left_out_of_the_second_figure() -> None:
    asked = [event("RETREAT", status=status) for status in ("requested", "hypothetical", "denied")]
    still = [event("AID", status=status) for status in ("ongoing", "planned")]
    types = sheet(score([case(event("REQUEST"), *asked, *still, types=("REQUEST", "AID"))]), "types")
    assert (types["micro"]["emitted"], types["micro"]["reported"]) == (3, 2)
    assert (types["micro"]["precision"], types["micro"]["reported_precision"]) == (pytest.approx(2 / 3), 1)
    assert types["RETREAT"]["reported_precision"] is None


def test_a_sentence_coded_as_without_an_event_counts_what_is_emitted_against_precision() -> None:
    scores = score([case(event("AID"), types=()), case(types=())])
    assert sheet(scores, "types")["AID"]["precision"] == 0
    assert scores.sheets["sentences"].rows == [("without an event, and nothing is emitted", 1, 2, 0.5)]


def test_how_many_sentences_came_out_right() -> None:
    scores = score(
        [
            case(event("AID"), types=("AID", "AGREE")),
            case(event("AID"), event("AGREE"), types=("AID", "AGREE")),
            case(event("REJECT"), types=("AID",)),
            case(types=("AID",)),
        ]
    )
    assert [row[:3] for row in scores.sheets["sentences"].rows] == [
        ("a coded type is among the emitted", 2, 4),
        ("every coded type is among the emitted", 1, 4),
        ("the emitted types are just the coded", 1, 4),
        ("nothing is emitted", 1, 4),
    ]


def test_the_confusion_table_tells_what_is_emitted_beside_and_instead() -> None:
    scores = score(
        [
            case(event("AID"), event("AGREE"), types=("AID",)),
            case(event("AGREE"), types=("AID",)),
            case(event("AID"), event("AGREE"), types=("AID", "AGREE")),
            case(types=("AID",)),
            case(event("REJECT"), types=()),
        ]
    )
    assert scores.sheets["confusion"].columns == ("coded", "AGREE", "AID", "REJECT", "none")
    assert scores.sheets["confusion"].rows == [
        ("AGREE", 1, 0, 0, 0),
        ("AID", 2, 2, 0, 1),
        ("none", 0, 0, 1, 0),
    ]


def test_an_actor_is_right_where_a_row_has_its_country_in_its_role() -> None:
    gold = (Actor("Norway", "NOR", "GOV"), Actor("Sweden", "SWE"), Actor("somebody"))
    rows = [
        event("AID", source_country="NOR", source_sector="MIL", target_country="SWE"),
        event("AGREE", source_country="SWE"),
    ]
    scores = score([case(*rows, types=("AID",), sources=gold)])
    assert scores.sheets["actors"].rows == [
        # any row, of how many, share; in a row of a coded type, share
        ("source country, a sentence", 1, 1, 1, 1, 1),
        ("source country, an actor", 2, 2, 1, 1, 0.5),
        ("source sector, an actor", 0, 1, 0, 0, 0),
    ]


def test_both_directions_of_a_mutual_act_are_right() -> None:
    rows = [
        event("CONSULT", source_country="EGY", target_country="LBY"),
        event("CONSULT", source_country="LBY", target_country="EGY"),
    ]
    sides = {"sources": (Actor("Libya", "LBY"),), "targets": (Actor("Egypt", "EGY"),)}
    scores = score([case(*rows, types=("CONSULT",), **sides)])
    assert [one[3] for one in scores.sheets["actors"].rows] == [1, 1, 1, 1]
    assert scores.misses == ()


def test_a_sector_goes_with_its_country() -> None:
    rows = [event("AID", target_country="PER", target_sector="GOV"), event("AID", target_country="CHL")]
    scores = score([case(*rows, types=("AID",), targets=(Actor("Santiago", "CHL", "GOV"),))])
    assert sheet(scores, "actors")["target sector, an actor"]["right"] == 0


def test_cameo_counts_by_root_and_by_code() -> None:
    scores = score(
        [
            case(event("AID", "0733"), cameo=("073",)),
            case(event("AID", "071"), event("ACCUSE", "111"), cameo=("071",)),
            case(cameo=("111",)),
        ]
    )
    assert scores.sheets["codes"].rows == [("CAMEO root", 2, 3, 2 / 3), ("CAMEO code", 1, 3, 1 / 3)]
    cameo = sheet(scores, "cameo")
    figures = ("support", "emitted", "right", "precision", "recall", "exact")
    assert [cameo["07"][f] for f in figures] == [2, 2, 2, 1, 1, 0.5]
    assert [cameo["11"][f] for f in figures] == [1, 1, 0, 0, 0, 0]
    assert scores.f1 == {"cameo": pytest.approx(4 / 6)}


def test_modes_status_casualties_and_places_are_asked_where_they_are_coded() -> None:
    where = row(Place, place_id="p", name="Goma")
    hit = event("ASSAULT", event_mode="aerial", place_id="p", deaths_low=40, deaths_high=None)
    gold = {
        "types": ("ASSAULT",),
        "mode": "aerial",
        "status": "denied",
        "dead": 40,
        "injured": 2,
        "place": "GOMA",
    }
    scores = score([case(hit, found={"places": [where]}, **gold), case(hit, types=("ASSAULT",))])
    assert scores.sheets["codes"].rows == [
        ("event mode", 1, 1, 1),
        ("status", 0, 1, 0),
        ("deaths", 1, 1, 1),
        ("injured", 0, 1, 0),
        ("place", 1, 1, 1),
    ]


def time(start: int, end: int, value: str, *days: date | None) -> Time:
    return row(
        Time, start=start, end=end, text=value, value=value, earliest=days[0], latest=days[1], anchor="none"
    )


def test_a_time_is_found_where_words_are_shared_and_right_where_the_days_are_the_same() -> None:
    may, june = date(1999, 5, 1), date(1999, 6, 1)
    gold = [Expression(0, 5, may, may), Expression(10, 15, may, may), Expression(20, 25, may, may)]
    gold += [Expression(30, 35, may, may), Expression(40, 45, None, None)]
    found = [
        time(0, 5, "1999-05-01", may, may),
        time(12, 18, "1999-06-01", june, june),
        time(20, 29, "1999-05-01/1999-06-01", may, june),
        time(41, 44, "PAST_REF", None, None),
        time(50, 55, "1999-06-01", june, june),
        time(56, 59, "P3D", None, None),
    ]
    scores = score([case(text="." * 60, found={"times": found}, times=tuple(gold))])
    assert scores.sheets["times"].rows == [
        ("expression found", 4, 5, 0.8),
        ("interval right", 1, 4, 0.25),
        ("interval right, or one end of a range", 2, 4, 0.5),
        ("emitted interval coded so", 2, 4, 0.5),  # wrong: the second, and the one that nobody coded
    ]
    assert scores.f1 == {"times": 0.5}


def test_an_article_coded_as_without_dates_counts_what_is_emitted_against_precision() -> None:
    found = {"times": [time(0, 5, "1999-05-01", date(1999, 5, 1), date(1999, 5, 1))]}
    scores = score([case(found=found, times=())])
    assert scores.sheets["times"].rows == [("emitted interval coded so", 0, 1, 0)]
    assert [miss.wrong for miss in scores.misses] == [("extra time",)]


def link(kind: str, *spans: int) -> Link:
    names = ("from_start", "from_end", "to_start", "to_end")
    return row(Link, kind=kind, basis="explicit", **dict(zip(names, spans, strict=True)))


def test_a_text_states_a_cause_where_a_link_is_emitted() -> None:
    def told(causal: bool, *links: Link) -> Case:
        return case(causal=causal, found={"links": [*links]})

    because, so_that = link("cause", 0, 2, 3, 5), link("purpose", 0, 2, 3, 5)
    scores = score([told(True, because), told(True), told(False, so_that), told(False)])
    causes = sheet(scores, "causes")
    figures = ("support", "emitted", "right", "precision", "recall", "f1", "matthews")
    assert [causes["any"][f] for f in figures] == [2, 2, 1, 0.5, 0.5, 0.5, 0]
    assert [causes["cause"][f] for f in figures[:4]] == [2, 1, 1, 1]
    assert [causes["purpose"][f] for f in figures[:4]] == [2, 1, 0, 0]
    assert scores.f1 == {"causes": 0.5}


def test_cause_and_effect_are_told_apart() -> None:
    pair = Pair(((0, 4),), ((10, 14),), ())
    right, turned, beside = (
        link("cause", 2, 6, 10, 11),
        link("cause", 10, 14, 0, 4),
        link("cause", 5, 9, 10, 14),
    )
    scores = score(
        [case(causal=True, pairs=(pair,), found={"links": [one]}) for one in (right, turned, beside)]
    )
    assert [one[:3] for one in scores.sheets["pairs"].rows] == [
        ("cause and effect joined by a link", 1, 3),
        ("joined the other way round only", 1, 3),
    ]


def test_a_miss_tells_what_was_expected_and_which_rule_fired() -> None:
    text = "Peru backed Chile, and hit Bolivia."
    hit = event(
        "ASSAULT",
        "190",
        trigger="hit",
        trigger_start=23,
        trigger_end=26,
        source_text="Peru",
        source_country="PER",
        rule="verb:hit",
        code_rule="@drone",
    )
    sides = {"sources": (Actor("Peru", "PER"),), "targets": (Actor("Chile", "CHL"),)}
    scores = score([case(hit, text=text, types=("SUPPORT",), words="backed", cameo=("051",), **sides)])
    assert scores.text(misses=True).endswith(
        "Misses: 1\n\n"
        "gold.jsonl, line 7 x7: missing SUPPORT; extra ASSAULT; CAMEO 051; target country CHL\n"
        "  Peru «backed» Chile, and [hit] Bolivia.\n"
        "    expected: SUPPORT 051: Peru (PER) → Chile (CHL)\n"
        "    emitted: hit: ASSAULT 190 Peru (PER) → nobody, actual, by verb:hit, @drone"
    )


def test_a_miss_of_a_time_shows_its_sentence() -> None:
    text = "It rained. They met in May."
    sentence = row(SentenceRow, start=11, end=27)
    may = Expression(23, 26, date(1999, 5, 1), date(1999, 5, 31))
    scores = score([case(text=text, found={"sentences": [sentence]}, times=(may,))])
    assert scores.text(misses=True).endswith(
        "gold.jsonl, line 7 x7: missing time\n"
        "  They met in «May».\n"
        "    expected: 1999-05-01 to 1999-05-31\n"
        "    emitted: nothing"
    )


def test_a_miss_of_a_cause_shows_the_cue() -> None:
    made = row(Link, kind="cause", basis="explicit", cue="over", cue_start=9, cue_end=13,
               from_start=14, from_end=17, to_start=0, to_end=8)  # fmt: skip
    scores = score([case(text="They met over tea.", causal=False, found={"links": [made]})])
    assert scores.text(misses=True).endswith(
        "gold.jsonl, line 7 x7: extra cause\n"
        "  They met [over] tea.\n"
        "    expected: no cause\n"
        "    emitted: over: cause, explicit, from “tea” to “They met”"
    )


def test_the_scores_as_json_and_csv() -> None:
    scores = score([case(event("AID"), types=("AID",)), case(event("AID"), types=("AGREE",))])
    told = json.loads(scores.json(misses=True))
    assert told["types"][0] == {
        "type": "AGREE", "support": 1, "emitted": 0, "right": 0, "precision": None, "recall": 0.0, "f1": 0.0,
        "reported": 0, "reported_precision": None, "reported_recall": 0.0, "reported_f1": 0.0,
    }  # fmt: skip
    assert told["misses"][0]["wrong"] == ["missing AGREE", "extra AID"]
    lines = scores.csv().splitlines()
    assert lines[:4] == [
        "sheet,row,column,value",
        "types,AGREE,support,1",
        "types,AGREE,emitted,0",
        "types,AGREE,right,0",
    ]
    assert "types,micro,f1,0.5" in lines


def test_a_sheet_as_a_data_frame() -> None:
    frame = score([case(event("AID"), types=("AID",))]).frame("types")
    assert frame.loc[frame["type"] == "AID", "f1"].tolist() == [1]
