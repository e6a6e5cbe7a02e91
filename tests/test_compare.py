"""What changed between two sets of tables: just that, and nothing that only follows from it."""

from __future__ import annotations

from functools import cache
from time import perf_counter

import pytest

from dateline import compare as comparing
from dateline import from_text
from dateline.compare import Comparison, compare
from dateline.parsing import parse
from dateline.tables import Tables

TEXT = """Fishing Grounds And Gunboats: Iceland's Quarrel With Britain

By Ada Thorne

On 5 March 1976 the Icelandic gunboat Tyr rammed the British frigate Juno, injuring two sailors. Britain \
condemned the attack. Iceland broke off diplomatic relations with Britain on 19 February 1976.

The frigates left in June. Prime Minister Geir Hallgrimsson said that Iceland would not give in to threats. \
NATO asked Britain to withdraw its frigates.
"""


@cache
def tables(text: str) -> Tables:
    return parse(from_text(text, published="1976-07-01"))


def after(*edits: tuple[str, str], text: str = TEXT) -> Comparison:
    """What an edit of the text changes."""
    new = text
    for old, by in edits:
        assert new.count(old) == 1, old
        new = new.replace(old, by)
    return compare(tables(text), tables(new))


def changed(found: Comparison) -> list[str]:
    """A line a cell: table, column, old and new; rows that came or went have a sign."""
    signs = {"added": "+", "removed": "-", "changed": ""}
    return [
        f"{signs[row.change]}{row.table} {cell.column}: {cell.old} > {cell.new}"
        for row in found.rows
        for cell in row.cells or (comparing.Cell("", row.label_old, row.label_new),)
    ]


# Equal


def test_the_same_tables_do_not_differ() -> None:
    found = compare(tables(TEXT), tables(TEXT))
    assert not found and found.rows == () and list(found.frame.columns) == list(comparing.COLUMNS)


def test_lines_broken_elsewhere_are_no_change() -> None:
    assert changed(after(("left in June. Prime Minister", "left in June.\nPrime Minister"))) == []


def test_the_name_of_the_file_is_no_change() -> None:
    old, new = parse(from_text(TEXT, source="a.txt")), parse(from_text(TEXT, source="b.txt"))
    assert not compare(old, new)


# Just what was changed


def test_one_date_changes_its_sentence_its_time_and_the_event_of_that_day() -> None:
    assert changed(after(("5 March 1976", "7 March 1976")))[1:] == [
        "times text: 5 March 1976 > 7 March 1976",
        "times value: 1976-03-05 > 1976-03-07",
        "times earliest: 1976-03-05 > 1976-03-07",
        "times latest: 1976-03-05 > 1976-03-07",
        "events date_start: 1976-03-05 > 1976-03-07",
        "events date_end: 1976-03-05 > 1976-03-07",
        "events date_start: 1976-03-05 > 1976-03-07",
    ]


def test_one_number_changes_its_figure_and_the_toll_of_its_event() -> None:
    found = after(("injuring two sailors", "injuring nine sailors"))
    assert changed(found)[1:] == [
        "figures text: two > nine",
        "figures low: 2 > 9",
        "figures high: 2 > 9",
        "events target_text: two sailors > nine sailors",
        "events injured_low: 2 > 9",
        "events injured_high: 2 > 9",
    ]


def test_a_name_changes_the_actor_and_not_the_rows_that_name_him() -> None:
    found = after(("Geir Hallgrimsson", "Olafur Johannesson"))
    assert {row.table for row in found.rows} == {"sentences", "entities", "mentions", "statements"}
    assert all(row.change == "changed" for row in found.rows)
    assert "entities name: Geir Hallgrimsson > Olafur Johannesson" in changed(found)
    assert not any("source_id" in line for line in changed(found))


def test_another_actor_of_the_article_in_his_place_is_a_change_of_who_it_is() -> None:
    lines = changed(after(("NATO asked Britain", "Iceland asked Britain")))
    assert "events source_id: NATO (organisation) > Iceland (country)" in lines
    assert not any(line.startswith(("+events", "-events")) for line in lines)


def test_a_new_sentence_adds_its_rows_and_shifts_none() -> None:
    found = after(("The frigates left in June.", "The frigates left in June. Norway offered to mediate."))
    assert {row.change for row in found.rows if row.table in ("sentences", "mentions", "events")} == {"added"}
    assert [row.label_new for row in found.rows if row.table == "sentences"] == ["Norway offered to mediate."]


def test_a_sentence_that_went_takes_its_rows_along() -> None:
    found = after((" NATO asked Britain to withdraw its frigates.", ""))
    assert {row.change for row in found.rows if row.table in ("sentences", "mentions", "events")} == {
        "removed"
    }


def test_a_sentence_cut_in_two_keeps_its_rows() -> None:
    found = after(("Juno, injuring two sailors.", "Juno. It injured two sailors."))
    figures = [row for row in found.rows if row.table == "figures"]
    assert [(row.change, row.label_new) for row in figures] == [("changed", "two sailors")]


def test_a_sentence_that_moved_is_a_change_of_its_position_alone() -> None:
    moved = " NATO asked Britain to withdraw its frigates."
    found = after((moved, ""), ("The frigates left in June.", f"{moved.strip()} The frigates left in June."))
    assert changed(found) == ["sentences position: 8 > 6"]


def test_a_sentence_that_was_said_otherwise_is_one_that_went_and_one_that_came() -> None:
    found = after(("The frigates left in June.", "Nobody expected a war over fish."))
    rows = [(row.change, row.label_old or row.label_new) for row in found.rows if row.table == "sentences"]
    assert rows == [
        ("removed", "The frigates left in June."),
        ("added", "Nobody expected a war over fish."),
    ]


def test_two_articles_on_other_matters_have_but_parties_in_common() -> None:
    other = """Oil In The Delta

By Obi Eze

On 10 November 1995 Nigeria executed nine activists. The Commonwealth suspended it two days later, and Britain
recalled its envoy.
"""
    found = compare(tables(TEXT), tables(other))
    both = {row.table for row in found.rows if row.change == "changed"}
    assert both <= {"articles", "sections", "entities", "mentions"}


def test_another_sentence_after_every_one_changes_no_row_of_the_others() -> None:
    filled = TEXT.replace(". ", ". Nobody was surprised. ")
    found = compare(tables(TEXT), tables(filled))
    assert {row.change for row in found.rows if row.table == "sentences"} == {"added"}
    assert not [row for row in found.rows if row.table in ("times", "figures", "statements")]


# Where the same text is read otherwise


def edited(table: str, **cells: object) -> Tables:
    """The tables, with other cells in the first row of one."""
    made = parse(from_text(TEXT, published="1976-07-01"))
    rows = made[table].copy()
    for column, value in cells.items():
        rows.loc[0, column] = value
    setattr(made, table, rows)
    return made


def test_a_cell_that_is_coded_otherwise_is_told_with_its_sentence() -> None:
    (row,) = compare(tables(TEXT), edited("events", status="denied")).rows
    assert row.cells == (comparing.Cell("status", "actual", "denied"),)
    assert (row.table, row.change, row.row_id) == ("events", "changed", row.old_id)
    assert "[" in str(row.evidence_new) and str(row.evidence_new) == str(row.evidence_old)


def test_a_cell_that_went_missing_is_told_as_missing() -> None:
    (row,) = compare(edited("events", cameo="190"), edited("events", cameo=None)).rows
    assert row.cells == (comparing.Cell("cameo", "190", None),)


def test_where_a_clause_ends_is_told_by_its_words() -> None:
    end = int(tables(TEXT).events.loc[0, "end"]) - len(" frigate")
    text = TEXT[int(tables(TEXT).events.loc[0, "start"]) : end]
    (row,) = compare(tables(TEXT), edited("events", end=end, text=text)).rows
    assert row.cells == (comparing.Cell("text", f"{text} frigate", text),)


def test_aliases_in_another_order_are_no_change() -> None:
    assert not compare(
        edited("entities", aliases="Iceland; the island"), edited("entities", aliases="the island; Iceland")
    )


# How it is given


def test_the_frame_has_a_row_a_cell() -> None:
    frame = after(("injuring two sailors", "injuring nine sailors")).frame
    figures = frame[frame["table"] == "figures"]
    assert list(figures["column"]) == ["text", "low", "high"]
    assert list(figures["new"]) == ["nine", "9", "9"]
    assert figures["evidence_old"].str.contains(r"injuring \[two\] sailors").all()
    assert figures["evidence_new"].str.contains(r"injuring \[nine\] sailors").all()


def test_a_row_that_came_is_told_in_a_few_words() -> None:
    frame = after(
        ("The frigates left in June.", "The frigates left in June. Norway condemned Iceland.")
    ).frame
    row = frame[frame["table"] == "events"].iloc[0]
    assert (row["change"], row["new"]) == ("added", "Norway | condemned | Iceland (ACCUSE)")
    assert frame.isna().loc[row.name, ["column", "old", "evidence_old"]].all()


def test_only_some_tables() -> None:
    found = after(("5 March 1976", "7 March 1976")).only(["times"])
    assert found.counts() == {"times": {"added": 0, "removed": 0, "changed": 1}}


def test_rows_stand_in_text_order_with_what_went_where_it_stood() -> None:
    found = after(
        ("5 March 1976", "7 March 1976"), (" Britain condemned the attack.", ""), ("in June", "in July")
    )
    changes = [row.change for row in found.rows if row.table == "sentences"]
    assert changes == ["changed", "removed", "changed"]


def test_a_pair_with_another_id_can_be_looked_up() -> None:
    new = tables(TEXT.replace("5 March 1976", "7 March 1976"))
    pairs = comparing.pair(tables(TEXT), new)
    assert pairs.ids[tables(TEXT).events["event_id"][0]] == new.events["event_id"][0]


@pytest.mark.parametrize("every", [True, False])
def test_long_articles_are_compared_in_a_time_in_proportion(every: bool) -> None:
    lines = [
        f"On {n % 28 + 1} May 1990 Chad accused Libya of raid number {n} near well {n * 7}."
        for n in range(900)
    ]
    text = "A Chronicle\n\n" + "\n\n".join(lines) + "\n"
    old = tables(text)
    new = tables(text.replace("accused", "blamed") if every else text.replace("number 450 ", "number 9999 "))
    begun = perf_counter()
    found = compare(old, new)
    assert perf_counter() - begun < 20
    assert {row.change for row in found.rows} == {"changed"}
    assert found.counts()["sentences"]["changed"] == (900 if every else 1)
