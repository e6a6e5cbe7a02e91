"""One event told more than once is one row with all its evidence; what may be another stays one of its own."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

from datetime import date

import pytest

from dateline import parsing
from dateline.reading import from_text


def rows(text: str) -> list[tuple[str | None, str | None, int | None]]:
    """The trigger, the further evidence as worded and the number of mentions of each event."""
    events = parsing.extract(from_text(text, published=date(1981, 6, 8)))["events"]
    return [(e.trigger, _words(text, e.evidence), e.mentions) for e in events]


def _words(text: str, evidence: str | None) -> str | None:
    if evidence is None:
        return None
    spans = [span.split(":") for span in evidence.split("|")]
    return " … ".join(text[int(start) : int(end)] for start, end in spans)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Israeli jets bomb Iraqi reactor\n\nIsraeli jets bombed an Iraqi reactor on Sunday.",
            ("bombed", "Israeli jets bomb Iraqi reactor", 2),
        ),
        (
            "Libya expels Tunisian workers\n\nLibya expelled 200 Tunisian workers on Friday.",
            ("expelled", "Libya expels Tunisian workers", 2),
        ),
        (
            "France recalls its ambassador to Zaire\n\nFrance has recalled its ambassador to Zaire.",
            ("recalled", "France recalls its ambassador to Zaire", 2),
        ),
    ],
)
def test_the_headline_s_event_is_the_lead_s(text: str, told: tuple[str, str, int]) -> None:
    assert rows(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Israel bombs Iraq\n\nIran bombed Iraq on Sunday.",  # another did it
        "Libya expels Tunisians\n\nLibya expelled 200 Egyptians on Friday.",  # to others
        "France recalls its ambassador\n\nFrance will recall its ambassador to Zaire.",  # not yet
    ],
)
def test_what_differs_is_another_event(text: str) -> None:
    assert all(mentions == 1 for _, _, mentions in rows(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam shelled Thailand on 3 May 1983. Thailand denounced it. On 3 May 1983 Vietnam shelled Thailand.",
        "Chad expelled two Libyan diplomats on 4 May 1981. On 4 May 1981 Chad expelled two Libyan diplomats.",
    ],
)
def test_the_same_act_on_the_same_day_is_one(text: str) -> None:
    first = rows(text)[0]
    assert first[2] == 2


def test_other_days_are_other_events() -> None:
    text = "Vietnam shelled Thailand on 3 May 1983. On 9 May 1983 Vietnam shelled Thailand."
    assert [row[2] for row in rows(text)] == [1, 1]


def test_links_and_figures_keep_to_the_row_that_stays() -> None:
    text = "Iraqi jets bomb Iran\n\nIraqi jets bombed an Iranian town on Sunday, killing 30 people."
    records = parsing.extract(from_text(text, published=date(1986, 6, 8)))
    known = {event.event_id for event in records["events"]}
    pointed = {f.event_id for f in records["figures"]} | {
        x for ln in records["links"] for x in (ln.from_id, ln.to_id)
    }
    assert pointed - {None} <= known
