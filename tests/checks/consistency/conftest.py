"""What the tests of the rules share: a short text, read as an article, and what a rule says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline import parsing, reading
from dateline.checks.found import Found
from dateline.checks.scene import Scene

Rule = Callable[[Scene], Iterator[Found]]


@pytest.fixture
def found() -> Callable[..., list[Found]]:
    """What ``rule`` finds in ``text``, published on the day given."""

    def look(rule: Rule, text: str, published: str | None = "2011-04-25") -> list[Found]:
        return list(rule(Scene(parsing.parse(reading.from_text(text, published=published)))))

    return look
