"""The findings as a reader follows them: a judgement a statement, worst first, with what each source says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.tables import Tables

#: Verdicts in the order in which they are shown.
VERDICTS = ("disagrees", "contested", "agrees", "unverified")
_FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Held:
    """What one source says against, or for, a statement."""

    found: str | None
    low: float | None
    high: float | None
    source: str | None
    citation: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of the article and what checking made of it; ``start``:``end`` are the words at issue."""

    check: str
    verdict: str
    stated: str
    table: str | None
    row_id: str | None
    start: int | None
    end: int | None
    sentence_start: int | None
    sentence_end: int | None
    held: tuple[Held, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks on the statement, each once."""
        return tuple(dict.fromkeys(held.note for held in self.held if held.note))

    @property
    def sources(self) -> tuple[Held, ...]:
        """Those that say something; a statement that nothing speaks of has none."""
        return tuple(held for held in self.held if held.found)


def judged(tables: Tables) -> list[Judged]:
    """The judgements of the ``findings`` table, by verdict and then in text order."""
    sentences = list(zip(*(tables.columns("sentences")[name] for name in ("start", "end")), strict=True))
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in tables.rows("findings"):
        key = tuple(row[name] for name in ("check", "verdict", "stated", "table", "row_id", "start", "end"))
        groups.setdefault(key, []).append(row)
    found = [_judged(key, rows, sentences) for key, rows in groups.items()]
    return sorted(
        found,
        key=lambda one: (VERDICTS.index(one.verdict), _FAR if one.start is None else one.start, one.check),
    )


def how_many(found: list[Judged]) -> dict[str, int]:
    """The number of judgements of each verdict, in the order in which they are shown."""
    return {verdict: sum(one.verdict == verdict for one in found) for verdict in VERDICTS}


def _judged(key: tuple[Any, ...], rows: list[dict[str, Any]], sentences: list[tuple[int, int]]) -> Judged:
    check, verdict, stated, table, row_id, start, end = key
    around = next(((a, b) for a, b in sentences if start is not None and a <= start < b), (None, None))
    held = tuple(
        Held(*(row[name] for name in ("found", "found_low", "found_high", "source", "citation", "note")))
        for row in rows
    )
    return Judged(check, verdict, stated, table, row_id, start, end, *around, held)
