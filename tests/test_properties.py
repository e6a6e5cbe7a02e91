"""What holds for any text: evidence for every row, types, unique ids, and ids that survive what is added."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline import parsing, schema
from dateline.records import TABLES

ACTORS = [
    "Norway",
    "the Kenyan army",
    "President Sukarno",
    "rebels in Chad",
    "the UN Security Council",
    "Bolivia and Peru",
    "al-Shabaab",
    "the foreign minister, Indira Rao,",
    "Moscow",
    "they",
    "protesters",
    "U.S. officials",
    "the two countries",
]
ACTS = [
    "condemned",
    "shelled",
    "signed a treaty with",
    "will meet",
    "refused to talk to",
    "was expelled by",
    "has not attacked",
    "demanded that troops be withdrawn from",
    "may impose sanctions on",
    "denied bombing",
    "held talks with",
    "sent aid to",
]
WHEN = [
    "on 3 May 1982",
    "last week",
    "in the 1990s",
    "two days later",
    "between March and June 1975",
    "on Tuesday",
    "",
    "since December",
    "within 48 hours",
    "in late 2004",
]
WHAT = [
    "killing at least 12 people",
    "after the raid",
    "because the harvest failed",
    "to press for reforms",
    "\u201cwithout delay\u201d",
    "in Nairobi",
    "costing $3.5 million",
    "according to the ministry",
    "if the truce fails",
    "despite protests",
    "",
]

sentences = st.tuples(*map(st.sampled_from, (ACTORS, ACTS, ACTORS, WHEN, WHAT))).map(
    lambda parts: " ".join(" ".join(part for part in parts if part).split()) + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
prose = st.lists(paragraphs, min_size=1, max_size=4).map("\n\n".join)
jumbles = st.lists(
    st.one_of(
        sentences,
        st.text(max_size=20),
        st.sampled_from(["\n", "\n\n", "\t", "\u00ad", "\u00a0", "“", "(", "1.", "#"]),
    ),
    max_size=12,
).map("".join)
texts = st.one_of(prose, jumbles, st.text(max_size=200))

relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
SPANNED = [name for name, record in TABLES.items() if {"start", "end"} <= {f.name for f in fields(record)}]


@given(texts)
@relaxed
def test_any_text_gives_tables_that_keep_the_contract(text: str) -> None:
    dateline.parse(dateline.from_text(text, published="1999-06-30")).validate()


@given(texts)
@relaxed
def test_every_row_points_at_words_of_the_text(text: str) -> None:
    found = parsing.extract(dateline.from_text(text))
    for name in SPANNED:
        for row in found[name]:
            if row.start is not None:
                assert 0 <= row.start <= row.end <= len(text)
                assert text[row.start : row.end].strip() or name == "sections"


@given(texts)
@relaxed
def test_every_pair_of_offsets_encloses_its_words(text: str) -> None:
    found = parsing.extract(dateline.from_text(text))
    for row in found["events"]:
        assert text[row.trigger_start : row.trigger_end] == row.trigger
    for row in found["statements"]:
        assert row.source_start is None or text[row.source_start : row.source_end] == row.source_text
        assert row.content_start is None or text[row.content_start : row.content_end] == row.content
    for name in ("mentions", "times", "figures", "sentences"):
        assert all(text[row.start : row.end] == row.text for row in found[name])


@given(texts)
@relaxed
def test_ids_are_unique_and_the_same_on_every_run(text: str) -> None:
    first, second = (parsing.extract(dateline.from_text(text)) for _ in range(2))
    assert first == second
    for name in TABLES:
        ids = [getattr(row, schema.key(name)) for row in first[name]]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize(
    "name", ["sentences", "events", "times", "figures", "statements", "links", "mentions"]
)
@given(body=st.lists(paragraphs, min_size=2, max_size=4), more=paragraphs)
@relaxed
def test_a_paragraph_added_at_the_end_leaves_the_ids_of_earlier_rows(
    name: str, body: list[str], more: str
) -> None:
    text = "\n\n".join(["Strains on the border", *body])
    before = ids_of(text, name, len(text))
    assert before == ids_of(f"{text}\n\n{more}", name, len(text))


def ids_of(text: str, name: str, end: int) -> list[str]:
    """The ids of the rows of a table that lie before ``end``."""
    found = parsing.extract(dateline.from_text(text))
    return [getattr(row, schema.key(name)) for row in found[name] if row.end <= end]
