"""Gold files: which fields are read, and what is said of lines that cannot be scored."""

# ruff: noqa: E501 (messages are easier to read on one line)

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import InputError
from dateline.evaluation.gold import Actor, Expression, Gold, Pair, read

TEXT = "Chad expelled two Libyan diplomats in June 1984 because they had spied."


def gold(folder: Path, *lines: dict[str, Any] | str) -> Path:
    path = folder / "gold.jsonl"
    words = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(words) + "\n", encoding="utf-8")
    return path


def one(folder: Path, **fields: Any) -> Gold:
    return read(gold(folder, {"text": TEXT, **fields}))[0]


def refusal(folder: Path, *lines: dict[str, Any] | str) -> str:
    with pytest.raises(InputError) as caught:
        read(gold(folder, *lines))
    return str(caught.value).removeprefix(str(folder / "gold.jsonl"))


def test_an_event_sentence(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        id="x1",
        event_type=["SANCTION"],
        event_mode="expel",
        event_text="expelled",
        cameo="161",
        source=[{"text": "Chad", "country": "TCD", "sector": None}],
        target=[{"text": "two Libyan diplomats", "country": "LBY", "sector": "GOVdip"}],
        status="actual",
        dead="2",
        injured=3,
        eventLoc={"name": "N'Djamena", "country code": "TD"},
        published="1984-06-20",
        remark="fields that are not known are left alone",
    )
    assert (found.id, found.types, found.mode, found.words) == ("x1", ("SANCTION",), "expel", "expelled")
    assert (found.cameo, found.status, found.dead, found.injured) == (("161",), "actual", 2, 3)
    assert (found.place, found.published) == ("N'Djamena", date(1984, 6, 20))
    assert found.sources == (Actor("Chad", "TCD"),)
    assert found.targets == (Actor("two Libyan diplomats", "LBY", "GOV"),)


def test_what_is_not_coded_is_missing_and_no_event_is_a_coding(tmp_path: Path) -> None:
    assert one(tmp_path, cameo="161").types is None
    assert one(tmp_path, event_type=[]).types == ()


def test_an_id_may_be_a_number(tmp_path: Path) -> None:
    assert one(tmp_path, id=12, event_type=[]).id == "12"


def test_a_single_type_needs_no_list(tmp_path: Path) -> None:
    assert one(tmp_path, event_type="SANCTION").types == ("SANCTION",)


def test_what_no_row_can_have_is_not_scored(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        event_type=["PROTEST"],
        event_mode="strike-hun",  # a mode of the older manual
        source=[{"text": "the UN", "country": "IGO", "sector": "***"}],  # no country, no sector
    )
    assert (found.mode, found.sources) == (None, (Actor("the UN"),))


def test_a_causal_sentence(tmp_path: Path) -> None:
    pair = {"cause": ["they had spied"], "effect": ["Chad expelled two"], "cue": ["because"]}
    found = one(tmp_path, causal=True, pairs=[pair])
    assert found.causal is True
    assert found.pairs == (Pair(((56, 70),), ((0, 17),), ((48, 55),)),)


def test_a_dated_article(tmp_path: Path) -> None:
    when = {"start": 38, "end": 47, "text": "June 1984", "earliest": "1984-06-01", "latest": "1984-06-30"}
    open_ended = {"start": 38, "end": 47, "earliest": None, "latest": None}
    found = one(tmp_path, published="1984-07-01", times=[when, open_ended])
    days = date(1984, 6, 1), date(1984, 6, 30)
    assert found.times == (Expression(38, 47, *days), Expression(38, 47, None, None))


def test_blank_lines_a_byte_order_mark_and_carriage_returns_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = json.dumps({"text": TEXT, "event_type": []}).encode()
    path.write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\r\n" + line + b"\r\n")
    assert [found.line for found in read(path)] == [1, 3]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{'text': 1}", "is not JSON; expected one JSON object a line"),
        ("[" * 100_000, "is not JSON; expected one JSON object a line"),
        ("[]", "is no JSON object; expected fields such as text and event_type"),
        (
            {"text": TEXT},
            "there is nothing to score; expected one of the fields event_type, cameo, causal, times",
        ),
        ({"event_type": []}, "text is missing; expected the sentence or article that was coded"),
        ({"text": " ", "causal": True}, "text is missing; expected the sentence or article that was coded"),
        (
            {"text": TEXT, "event_type": ["YIELD"]},
            'unknown event_type "YIELD"; expected one of ACCUSE, AGREE, AID, ASSAULT, COERCE, CONCEDE, CONSULT, '
            "COOPERATE, MOBILIZE, PROTEST, REJECT, REQUEST, RETREAT, SANCTION, SUPPORT, THREATEN",
        ),
        ({"text": TEXT, "event_type": 3}, "event_type is 3; expected a list of PLOVER types"),
        ({"text": TEXT, "cameo": 161}, 'cameo is 161; expected a code as text, such as "0251"'),
        (
            {"text": TEXT, "cameo": "999"},
            'unknown cameo "999"; expected a CAMEO code as text, such as "0251"',
        ),
        (
            {"text": TEXT, "event_type": [], "source": ["Chad"]},
            'source is ["Chad"]; expected a list of objects with text, country and sector',
        ),
        (
            {"text": TEXT, "event_type": [], "target": [{"text": "Libya", "country": "Libya"}]},
            'target has the country "Libya"; expected three capital letters (ISO 3166-1)',
        ),
        (
            {"text": TEXT, "event_type": [], "status": "past"},
            'unknown status "past"; expected one of actual, denied, hypothetical, ongoing, planned, requested',
        ),
        ({"text": TEXT, "event_type": [], "dead": "many"}, 'dead is "many"; expected a whole number'),
        ({"text": TEXT, "event_type": [], "dead": True}, "dead is true; expected a whole number"),
        ({"text": TEXT, "event_type": [], "id": [1]}, "id is [1]; expected text or a number"),
        ({"text": TEXT, "causal": "yes"}, 'causal is "yes"; expected true or false'),
        (
            {"text": TEXT, "causal": True, "pairs": [{"cause": ["rain"], "effect": []}]},
            'the cause "rain" is not in the text; expected its very words',
        ),
        (
            {"text": TEXT, "times": [], "published": "June 1984"},
            'published is "June 1984"; expected a date such as 2009-03-04',
        ),
        (
            {"text": TEXT, "times": [{"start": 38, "end": 99}]},
            "a time is at 38 to 99; expected offsets into the text",
        ),
        (
            {"text": TEXT, "times": [{"start": 38, "end": 47, "text": "1984"}]},
            'a time is worded "1984", but the text has "June 1984" there',
        ),
        (
            {
                "text": TEXT,
                "times": [{"start": 0, "end": 4, "earliest": "1984-02-01", "latest": "1984-01-01"}],
            },
            "a time begins on 1984-02-01 and ends on 1984-01-01; expected earliest before latest",
        ),
    ],
)
def test_a_line_that_cannot_be_scored_is_named(
    tmp_path: Path, line: dict[str, Any] | str, reason: str
) -> None:
    fine = {"text": TEXT, "event_type": []}
    assert refusal(tmp_path, fine, line) == f", line 2: {reason}"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "") == ": there is no line in it; expected one JSON object a line"


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xff\xfe{\x00}\x00")
    with pytest.raises(InputError, match="line 1: is not UTF-8"):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: no such file or directory"):
        read(tmp_path / "none.jsonl")
