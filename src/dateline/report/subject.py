"""An article of the report: its file, its tables and the record they were held against."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import wording
from dateline.checks.reference import Reference
from dateline.review import located
from dateline.tables import Tables


@dataclass(frozen=True)
class Subject:
    """What the report is on."""

    path: Path
    tables: Tables
    record: Reference

    @property
    def name(self) -> str:
        """The name of its folders."""
        return self.path.stem

    @property
    def row(self) -> Any:
        """Its row in the table of articles."""
        return self.tables.articles.iloc[0]

    @property
    def review(self) -> Path | None:
        """The file of its corrections, if it has been reviewed."""
        path = located(self.path)
        return path if path.is_file() else None

    @property
    def title(self) -> str:
        return wording.text(self.row["title"]) or self.name

    @property
    def byline(self) -> str:
        """Who wrote it, who published it and when, as far as it is known."""
        row = self.row
        parts = [wording.text(row[name]) for name in ("author", "publisher", "series")]
        day = wording.day(row["published"]) or wording.when(
            row["published_earliest"], row["published_latest"]
        )
        return ", ".join(part for part in [*parts, "" if day == "undated" else day] if part)
