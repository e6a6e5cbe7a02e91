"""Every case of this folder is met, or listed in ``open.toml`` with what is wrong: and then it is not met."""

from __future__ import annotations

import pytest
from extraction.cases import Case, load, still_open
from extraction.comparing import compare
from extraction.score import told

CASES = load()
OPEN = still_open()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_text_yields_what_its_reader_found(case: Case) -> None:
    verdict = compare(case)
    if case.key in OPEN:
        assert not verdict.right, "met now: take it off open.toml (python -m tests.extraction.score --close)"
    else:
        assert verdict.right, told(case, verdict)


def test_no_two_cases_share_a_key() -> None:
    assert len({case.key for case in CASES}) == len(CASES)


def test_what_is_open_is_a_case() -> None:
    assert OPEN.keys() <= {case.key for case in CASES}
