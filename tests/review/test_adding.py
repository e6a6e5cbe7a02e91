"""New rows: found by their words, with an id of their own and all that follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import dateline
from dateline import review
from dateline.review import Correction
from dateline.tables import Tables

Correct = Callable[..., Correction]
Cells = Callable[..., dict[str, Any]]
Find = Callable[[Tables, str], str]


def new(correct: Correct, table: str, name: str = "new1", /, **cells: str) -> list[Correction]:
    return [correct(table, name, "add", column, value) for column, value in cells.items()]


def added(tables: Tables, corrections: list[Correction], table: str) -> dict[str, Any]:
    """The one row more that there is, with all corrections in force."""
    done = review.apply(tables, corrections)
    assert done.unmatched == ()
    before = set(next(iter(tables.columns(table).values())))
    columns = done.tables.columns(table)
    (at,) = [i for i, row in enumerate(next(iter(columns.values()))) if row not in before]
    return {name: values[at] for name, values in columns.items()}


def refusal(tables: Tables, corrections: list[Correction]) -> str:
    done = review.apply(tables, corrections)
    assert len(done.unmatched) == len(corrections)
    assert done.tables == tables
    return done.unmatched[0].reason


DETAINED = {
    "text": "Bosnian Serb forces detained 33 British soldiers",
    "trigger": "detained",
    "cameo": "173",
    "status": "actual",
    "source_text": "Bosnian Serb forces",
    "target_text": "33 British soldiers",
}


def test_a_new_event_is_found_by_its_words(bosnia: Tables, correct: Correct) -> None:
    row = added(bosnia, new(correct, "events", **DETAINED), "events")
    assert bosnia.text[row["start"] : row["end"]] == row["text"] == DETAINED["text"]
    assert bosnia.text[row["trigger_start"] : row["trigger_end"]] == row["trigger"] == "detained"
    assert row["sentence_id"] == bosnia.columns("sentences")["sentence_id"][0]


def test_it_has_what_follows_from_its_code_and_actors(bosnia: Tables, correct: Correct) -> None:
    row = added(bosnia, new(correct, "events", **DETAINED), "events")
    told = ("event_type", "quad_class", "goldstein", "source_country", "source_sector", "rule", "mentions")
    assert [row[name] for name in told] == ["COERCE", 4, -5.0, "BIH", "MIL", "review", 1]


def test_it_stands_in_text_order(bosnia: Tables, correct: Correct) -> None:
    done = review.apply(bosnia, new(correct, "events", **DETAINED))
    starts = done.tables.columns("events")["start"]
    assert starts == sorted(starts)


def test_what_is_marked_has_the_id_of_the_table(bosnia: Tables, correct: Correct) -> None:
    done = review.apply(bosnia, new(correct, "events", **DETAINED))
    row = added(bosnia, new(correct, "events", **DETAINED), "events")
    assert {one.row_id for one in done.tables.corrections} == {row["event_id"]}
    assert {one.row_id for one in done.corrections} == {"new1"}


def test_its_id_survives_an_edit_elsewhere(bosnia: Tables, correct: Correct) -> None:
    edited = dateline.parse(dateline.from_text("A prelude. " + bosnia.text))
    corrections = new(correct, "events", **DETAINED)
    ids = [added(tables, corrections, "events")["event_id"] for tables in (bosnia, edited)]
    assert ids[0] == ids[1]


def test_it_is_told_by_whom_the_sentence_says(quito: Tables, correct: Correct) -> None:
    cells = {"text": "Ecuador expelled the Colombian ambassador", "cameo": "130", "status": "actual"}
    row = added(quito, new(correct, "events", **cells), "events")
    assert row["statement_id"] == quito.columns("statements")["statement_id"][0]


def test_it_may_be_placed_by_offsets(quito: Tables, correct: Correct) -> None:
    cells = {"start": "8", "end": "41", "cameo": "130", "status": "actual"}
    row = added(quito, new(correct, "events", **cells), "events")
    assert row["text"] == row["trigger"] == "expelled the Colombian ambassador"


def test_half_a_date_is_a_whole_day(quito: Tables, correct: Correct) -> None:
    cells = {"text": "expelled", "cameo": "130", "status": "actual", "date_start": "2008-03-03"}
    row = added(quito, new(correct, "events", **cells), "events")
    assert (row["date_end"], row["date_precision"]) == (date(2008, 3, 3), "day")


def test_words_that_are_not_there_have_no_place(quito: Tables, correct: Correct) -> None:
    cells = {"text": "Venezuela closed its embassy", "cameo": "130", "status": "actual"}
    assert refusal(quito, new(correct, "events", **cells)) == (
        "the words “Venezuela closed its embassy” do not stand in the article; copy them from the article"
    )


def test_words_that_stand_twice_have_no_place(bosnia: Tables, correct: Correct) -> None:
    cells = {"text": "soldiers", "cameo": "130", "status": "actual"}
    assert refusal(bosnia, new(correct, "events", **cells)) == (
        "the words “soldiers” stand 3 times in the article: "
        "give more of them, or the sentence_id, or start and end"
    )


def test_words_that_stand_twice_have_one_in_their_sentence(bosnia: Tables, correct: Correct) -> None:
    third = bosnia.columns("sentences")["sentence_id"][2]
    cells = {"text": "soldiers", "sentence_id": third, "cameo": "130", "status": "actual"}
    row = added(bosnia, new(correct, "events", **cells), "events")
    assert row["sentence_id"] == third


def test_a_part_of_a_word_is_no_word(bosnia: Tables, correct: Correct) -> None:
    cells = {"text": "soldier", "cameo": "130", "status": "actual"}
    assert "do not stand in the article" in refusal(bosnia, new(correct, "events", **cells))


def test_words_over_the_end_of_a_sentence_have_no_place(bosnia: Tables, correct: Correct) -> None:
    cells = {"text": "near Gorazde. Two days later", "cameo": "130", "status": "actual"}
    assert refusal(bosnia, new(correct, "events", **cells)) == (
        "the words reach over the end of a sentence; give those of one sentence"
    )


def test_offsets_outside_of_the_article_have_no_place(quito: Tables, correct: Correct) -> None:
    cells = {"start": "70", "end": "700", "cameo": "130", "status": "actual"}
    assert refusal(quito, new(correct, "events", **cells)) == (
        f"70 to 700 is no stretch of the article's {len(quito.text)} characters"
    )


def test_a_new_entity_is_mentioned_once(ussuri: Tables, correct: Correct, cells: Cells) -> None:
    text = "In the frontier villages, rumours ran."
    tables = dateline.parse(dateline.from_text(f"{ussuri.text} {text}"))
    own = {"text": "frontier villages", "name": "Ussuri villages", "kind": "place", "country": "CHN"}
    row = added(tables, new(correct, "entities", **own), "entities")
    mention = added(tables, new(correct, "entities", **own), "mentions")
    assert (row["mentions"], mention["entity_id"], mention["text"]) == (1, row["entity_id"], own["text"])


def test_a_new_row_may_name_another_new_one(bosnia: Tables, correct: Correct, event: Find) -> None:
    link = {"from_id": "new1", "to_id": event(bosnia, "bombed"), "kind": "response", "basis": "inferred"}
    corrections = [
        *new(correct, "links", "new2", **link),
        *new(correct, "events", "new1", **DETAINED),
    ]
    row = added(bosnia, corrections, "links")
    detained = added(bosnia, corrections, "events")
    assert row["from_id"] == detained["event_id"]
    assert (row["from_start"], row["start"]) == (detained["start"], detained["start"])
    assert row["sentence_id"] == bosnia.columns("sentences")["sentence_id"][1]


def test_a_new_statement_stands_where_its_parts_do(quito: Tables, correct: Correct) -> None:
    cells = {
        "source_text": "officials in Quito",
        "cue": "said",
        "content": "expelled the Colombian ambassador",
        "type": "indirect",
    }
    row = added(quito, new(correct, "statements", **cells), "statements")
    assert quito.text[row["start"] : row["end"]] == quito.text[8:-1]
    assert row["source_id"] is not None


def test_a_new_figure_and_a_new_time_have_their_words(bosnia: Tables, correct: Correct) -> None:
    figure = {"text": "33", "low": "33", "high": "33", "measure": "detained", "unit": "people"}
    time = {"text": "then", "type": "DATE", "value": "PRESENT_REF"}
    assert added(bosnia, new(correct, "figures", **figure), "figures")["low"] == 33.0
    assert added(bosnia, new(correct, "times", **time), "times")["text"] == "then"


def test_a_new_row_that_is_dropped_again_contradicts_itself(bosnia: Tables, correct: Correct) -> None:
    from dateline.review.reading import contradictions

    found = [*new(correct, "events", **DETAINED), correct("events", "new1", "drop")]
    assert len(list(contradictions(found))) == 1
