"""Articles and corrections that the tests of the review share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.review import Correction
from dateline.tables import Tables

BOSNIA = (
    "On 28 May 1995 Bosnian Serb forces detained 33 British soldiers near Gorazde. "
    "Two days later NATO aircraft bombed an ammunition depot in Pale, killing 12 soldiers. "
    "Britain then sent 5,000 soldiers to Bosnia."
)
QUITO = "Ecuador expelled the Colombian ambassador on 3 March 2008, officials in Quito said."
USSURI = (
    "On 3 March 1969 China accused the Soviet Union of firing on its border guards. "
    "Moscow rejected the charge two days later."
)


def parsed(text: str) -> Tables:
    return dateline.parse(dateline.from_text(text))


@pytest.fixture
def bosnia() -> Tables:
    return parsed(BOSNIA)


@pytest.fixture
def quito() -> Tables:
    return parsed(QUITO)


@pytest.fixture
def ussuri() -> Tables:
    return parsed(USSURI)


@pytest.fixture
def correct() -> Callable[..., Correction]:
    """A correction with what every one has; the rest as named."""

    def make(table: str, row_id: str, action: str, column: str | None = None, value: str | None = None,
             **more: Any) -> Correction:  # fmt: skip
        own = {"reason": "as the sentence has it", "reviewer": "Ana Kovač", "date": date(2026, 2, 3), **more}
        return Correction(table, row_id, action, column, value, **own)

    return make


@pytest.fixture
def event() -> Callable[[Tables, str], str]:
    """The id of the event with that trigger."""

    def find(tables: Tables, trigger: str) -> str:
        columns = tables.columns("events")
        return columns["event_id"][columns["trigger"].index(trigger)]

    return find


@pytest.fixture
def cells() -> Callable[..., dict[str, Any]]:
    """The row of a table with that id, as plain values."""

    def find(tables: Tables, table: str, row_id: str) -> dict[str, Any]:
        columns = tables.columns(table)
        at = next(iter(columns.values())).index(row_id)
        return {name: values[at] for name, values in columns.items()}

    return find


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article on the Bosnian war, as the working folder."""
    for name in ("articles", "notebooks", "reviews"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "bosnia.txt").write_text(BOSNIA, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
