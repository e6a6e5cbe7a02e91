"""Implications: what follows, must be, will be or is amiss; for whom, in whose view, and why."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.article import Article, Block, Section
from dateline.extract import actors, implications, statements
from dateline.records import Implication

Row = tuple[str | None, str | None, str | None]


def found(text: str, role: str = "body") -> tuple[list[Implication], dict[str | None, str | None]]:
    block = Block(0, len(text), role, 1, 0)  # type: ignore[arg-type]
    read = language.read(Article(text, (block,), (Section(None, 0, len(text)),)))
    cast = actors.extract(read, "a")
    names = {entity.entity_id: entity.name for entity in cast.entities}
    return implications.extract(read, cast, statements.extract(read, cast)), names


def rows(text: str) -> list[Row]:
    return [(row.kind, row.modality, row.text) for row in found(text)[0]]


ARGUED = [
    ("The collapse of the peso has implications for Brazil.", "consequence", "certain"),
    ("The coup could undermine the peace process in Sudan.", "consequence", "possible"),
    ("The sanctions mean that Iraq cannot import medicine.", "consequence", "certain"),
    ("Japan and China must restore trust.", "necessity", "necessary"),
    ("NATO needs Turkey to guard the strait.", "necessity", "necessary"),
    ("The recovery of Bosnia depends on foreign aid.", "necessity", "necessary"),
    ("Rebuilding confidence between Seoul and Tokyo is essential.", "necessity", "necessary"),
    ("The treaty is unlikely to survive the election.", "prediction", "probable"),
    ("The junta will fall.", "prediction", "certain"),
    ("The price of oil may double.", "prediction", "possible"),
    ("The reform has been unpopular in Greece.", "evaluation", "certain"),
    ("The occupation of Angola was a mistake.", "evaluation", "certain"),
    ("The annexation is a threat to Poland.", "evaluation", "certain"),
    ("The truce in Yemen is in danger.", "evaluation", "certain"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), ARGUED)
def test_kind_and_modality(text: str, kind: str, modality: str) -> None:
    assert rows(text) == [(kind, modality, text.rstrip("."))]


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        ("If the rains fail, Kenya will import maize.", "consequence", "the rains fail"),
        (
            "Japan and China must restore trust because both depend on trade.",
            "necessity",
            "both depend on trade",
        ),
        (
            "As both sides need the canal, keeping the peace is vital.",
            "necessity",
            "both sides need the canal",
        ),
        ("The collapse of the peso has implications for Brazil.", "consequence", "The collapse of the peso"),
    ],
)
def test_the_premise_is_the_clause_that_tells_why(text: str, kind: str, because: str) -> None:
    premises = [
        (row.kind, text[row.because_start : row.because_end])
        for row in found(text)[0]
        if row.because_start is not None
    ]
    assert premises == [(kind, because)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The collapse of the peso has implications for Brazil.", "Brazil"),
        ("NATO must reform.", "NATO"),
        ("Restoring trust between Canada and Cuba is crucial.", "Canada"),
        ("The price of oil may double.", None),
    ],
)
def test_whom_it_is_about(text: str, about: str | None) -> None:
    (row,), names = found(text)
    name = names.get(row.about_id)
    assert name == about or (about == "NATO" and name == "North Atlantic Treaty Organization")


def test_within_a_statement_it_is_the_speakers_view() -> None:
    text = "Angela Merkel warned that the euro may fail."
    (row,), names = found(text)
    assert (names[row.source_id], row.text) == ("Angela Merkel", "the euro may fail")


def test_the_authors_own_view_has_no_source() -> None:
    (row,), _ = found("The euro may fail.")
    assert row.source_id is None


def test_what_a_speaker_makes_of_something_is_his_judgement() -> None:
    text = "Jomo Kenyatta described the accord as a disaster for the farmers."
    (row,), names = found(text)
    assert (row.kind, names[row.source_id]) == ("evaluation", "Jomo Kenyatta")
    assert row.text == "the accord as a disaster for the farmers"


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town on Monday.",
        "The president said that the army would attack.",
        "Helmut Kohl said he will visit Moscow.",
        "The summit will be held in Geneva on 3 May.",
        "The envoy could not enter the city.",
        "The crops were destroyed in 1921.",
        "The bishops are critical of the king.",
    ],
)
def test_what_is_told_or_planned_is_no_implication(text: str) -> None:
    assert rows(text) == []


def test_what_is_said_once_of_the_whole_is_one_row() -> None:
    assert rows("Schools will close and teachers will leave.") == [
        ("prediction", "certain", "Schools will close and teachers will leave")
    ]


def test_headings_argue_nothing() -> None:
    assert found("Kenya must act", role="heading")[0] == []


def test_every_row_points_at_its_evidence() -> None:
    text = "If the rains fail, Kenya will import maize. The minister said aid was crucial."
    for row in found(text)[0]:
        assert text[row.start : row.end] == row.text
