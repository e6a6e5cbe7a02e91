"""An article in one sentence, held against a record that the test makes up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import dateline
from dateline.checks.found import Found
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene

Rule = Callable[[Scene, Reference], Iterator[Found]]


@pytest.fixture
def held() -> Callable[[Rule, str, Reference], list[Found]]:
    """What a rule finds in a text, held against the record."""

    def run(rule: Rule, text: str, reference: Reference) -> list[Found]:
        return list(rule(Scene(dateline.parse(dateline.from_text(text))), reference))

    return run
