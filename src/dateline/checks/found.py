"""What a rule yields: something that checking brought to light, before it is a row of `findings`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline import ids
from dateline.records import Finding

Verdict = Literal["agrees", "disagrees", "contested", "unverified"]


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict on a row of the article's tables, and on the words of it that are at issue.

    ``stated`` is what the article says and ``found`` what stands against it, both in a few words that can
    be read alone; ``found_low``/``found_high`` are its bounds where it is a number. ``source`` says whose
    it is (a short name; :data:`ARTICLE` for the article itself), ``citation`` where it can be read.
    """

    table: str
    row_id: str | None
    start: int | None
    end: int | None
    verdict: Verdict
    stated: str
    found: str | None = None
    found_low: float | None = None
    found_high: float | None = None
    source: str | None = None
    citation: str | None = None
    note: str | None = None

    def row(self, article_id: str | None, check: str) -> Finding:
        """The row of the table; its id depends on the row judged and what is found, not on its place."""
        return Finding(
            finding_id=ids.digest(
                "f", check, self.row_id, self.stated, self.source, self.found, self.citation
            ),
            article_id=article_id,
            table=self.table,
            row_id=self.row_id,
            start=self.start,
            end=self.end,
            check=check,
            verdict=self.verdict,
            stated=self.stated,
            found=self.found,
            found_low=self.found_low,
            found_high=self.found_high,
            source=self.source,
            citation=self.citation,
            note=self.note,
        )


#: The `source` of a finding that holds the article against itself; its citation quotes the other words.
ARTICLE = "the article itself"
