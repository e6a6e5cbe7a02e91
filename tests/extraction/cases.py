"""The cases of this folder: a text, and what a careful reader finds in it, read from TOML.

For the tests, the scores and whoever writes a case; ``README.md`` shows the notation.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
#: The cases that are not met yet, by chapter: ``"id" = "reason"``.
OPEN = HERE / "open.toml"

#: Which attributes a row of a table may be given.
ATTRIBUTES = {
    "events": {
        "type",
        "cameo",
        "mode",
        "source",
        "target",
        "status",
        "date",
        "deaths",
        "injured",
        "place",
        "said",
        "trigger",
        "precision",
        "basis",
    },
    "times": {"text", "value", "type", "days", "anchor"},
    "figures": {"text", "number", "measure", "of", "unit", "approximate", "event"},
    "statements": {"source", "cue", "content", "type", "audience"},
    "links": {"kind", "from", "to", "cue", "basis"},
    "implications": {"kind", "modality", "text", "source", "because"},
    "places": {"name", "country", "kind", "near"},
    "entities": {"name", "kind", "country", "sector", "role", "parent"},
    "mentions": {"text", "entity", "form"},
}
#: Tables of which a case need not name every row.
PARTIAL = frozenset({"entities", "mentions"})


@dataclass(frozen=True)
class Case:
    """One text; ``expected`` has the rows of each table that is compared."""

    chapter: str
    text: str
    published: date | None
    expected: dict[str, list[dict[str, Any]]]
    maybe: frozenset[str]  # event types, or tables, of which more rows are no fault

    @property
    def key(self) -> str:
        """Six figures that stand for the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:6]

    @property
    def name(self) -> str:
        """A readable test id: chapter, first words, key."""
        words = "-".join(re.findall(r"\w+", self.text)[:5]).lower()
        return f"{self.chapter}-{words}-{self.key}"


def load(folder: Path = HERE) -> list[Case]:
    """Every case of the TOML files in ``folder``, chapters by name, cases in their order."""
    files = sorted(file for file in folder.glob("*.toml") if file.name != OPEN.name)
    return [case for file in files for case in _chapter(file)]


def _chapter(file: Path) -> Iterator[Case]:
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
        expected = {name: rows for name, rows in entry.items() if name not in {"text", "published", "maybe"}}
        for table, rows in expected.items():
            for row in rows:
                if strange := sorted(row.keys() - ATTRIBUTES[table]):
                    raise ValueError(f"{file.name}: {entry['text']!r}: {table} have no {strange}")
        maybe = frozenset(entry.get("maybe", []))
        yield Case(file.stem, entry["text"], entry.get("published"), expected, maybe)


def still_open(file: Path = OPEN) -> dict[str, str]:
    """The cases that are known not to be met: key to reason."""
    if not file.exists():
        return {}
    chapters = tomllib.loads(file.read_text(encoding="utf-8"))
    return {key: reason for chapter in chapters.values() for key, reason in chapter.items()}
