"""Findings as a reader follows them: one judgement a statement, the worst first."""

from __future__ import annotations

from dataclasses import replace

import dateline
from dateline.checks.found import Found
from dateline.judged import how_many, judged
from dateline.tables import Tables, frame

TEXT = "On 3 May 1998 Japan killed 12 whales. On 5 June 1998 Norway killed 30."
ROW = Found("figures", "f1", 27, 29, "agrees", "12 whales", "12", 12, 12, "Register", "Register 1999")


def tables(*found: tuple[str, Found]) -> Tables:
    made = dateline.parse(dateline.from_text(TEXT))
    rows = [replace(one.row(None, check), row_id=None) for check, one in found]
    made.findings = frame("findings", rows)
    return made


def test_the_sources_on_one_statement_are_one_judgement() -> None:
    found = judged(tables(("deaths", ROW), ("deaths", replace(ROW, source="Log", found="13"))))
    assert [[held.source for held in one.sources] for one in found] == [["Register", "Log"]]


def test_the_worst_come_first() -> None:
    rows = [
        ("a", ROW),
        ("b", replace(ROW, verdict="unverified", found=None)),
        ("c", replace(ROW, verdict="contested")),
        ("d", replace(ROW, verdict="disagrees")),
    ]
    assert [one.check for one in judged(tables(*rows))] == ["d", "c", "a", "b"]


def test_of_one_verdict_the_first_in_the_text_comes_first() -> None:
    later = replace(ROW, start=62, end=64, stated="30")
    assert [one.stated for one in judged(tables(("a", later), ("a", ROW)))] == ["12 whales", "30"]


def test_a_judgement_knows_its_sentence() -> None:
    one = judged(tables(("a", ROW)))[0]
    assert TEXT[one.sentence_start : one.sentence_end] == "On 3 May 1998 Japan killed 12 whales."


def test_a_note_that_all_sources_share_is_told_once() -> None:
    noted = replace(ROW, note="said by a minister")
    found = judged(tables(("a", noted), ("a", replace(noted, source="Log"))))
    assert found[0].notes == ("said by a minister",)


def test_every_verdict_is_counted() -> None:
    assert how_many(judged(tables(("a", ROW)))) == {
        "disagrees": 0,
        "contested": 0,
        "agrees": 1,
        "unverified": 0,
    }
