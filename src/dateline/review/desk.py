"""Going through the rows of a table one by one and deciding: what the JupyterLab panel does, without it.

A decision is taken over at once, the same way as a filled-in sheet: checked against the tables and against
what others decided, then kept in the file of the review.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline import schema
from dateline.errors import InputError
from dateline.project import in_project
from dateline.review import values
from dateline.review.applying import CODED, apply, where_judged
from dateline.review.corrections import CHANGEABLE, Correction, no_table
from dateline.review.files import Line
from dateline.review.files import write as write_review
from dateline.review.merging import Taken, take
from dateline.review.reading import kept, located, read_lines
from dateline.review.results import Applied
from dateline.review.words import Scene, called, folded
from dateline.tables import Tables

_NAMED = ("entities", "places", "times", "events", "statements")  # whose rows can be chosen by their words


class Desk:
    """The rows of one table of an article, what was decided of each, and the way to decide more."""

    def __init__(
        self,
        article: str | Path | None,
        table: str = "events",
        *,
        reviewer: str = "",
        day: date | None = None,
    ) -> None:
        """``article`` is what a notebook's parameter names: a file, or by None the project's first article.

        Raises InputError for what cannot be reviewed.
        """
        if table not in CHANGEABLE:
            raise InputError(str(article or "the article"), no_table(table))
        from dateline.analysis import articles
        from dateline.parsing import parse
        from dateline.reading import read as read_article

        path = in_project(article) if article is not None else articles()[0]
        self.article, self.path, self.table = path, located(path), table
        self.reviewer, self.day = reviewer, day
        self.tables: Tables = parse(read_article(path))
        self.corrections: list[Correction] = kept(self.path)
        if table == "findings":
            coded = apply(self.tables, self.corrections, only=CODED)
            self.tables.findings = _check(coded.tables)
        self.scene = Scene(self.tables)
        self.ids = list(self.scene.rows[table])
        self.at = 0
        self._applied: Applied | None = None
        self._now: Scene | None = None

    # -- the row that is looked at ---------------------------------------------------------------

    @property
    def row_id(self) -> str:
        return self.ids[self.at]

    @property
    def row(self) -> dict[str, Any]:
        """The row as the machine has it."""
        return self.scene.rows[self.table][self.row_id]

    def step(self, by: int) -> None:
        """Go on or back, and round at the ends."""
        self.at = (self.at + by) % len(self.ids)

    def evidence(self) -> tuple[str, str, str]:
        """The row's sentence: before its words, its words, behind them."""
        before, _, rest = self.scene.evidence(self.table, self.row).partition("[[")
        words, _, behind = rest.partition("]]")
        return before, words, behind

    def cells(self) -> list[tuple[str, str, str]]:
        """Column, the machine's value, and what it is with the corrections in force, where that differs."""
        if self._now is None:
            self._now = Scene(self.applied.tables)
        row = self._now.rows[self.table].get(self.row_id, self.row)
        found = []
        for column in CHANGEABLE[self.table]:
            was = self.scene.told(self.table, column, self.row[column])
            is_now = self._now.told(self.table, column, row[column])
            found.append((column, was, "" if is_now == was else is_now))
        return found

    def decided(self, row_id: str | None = None) -> list[Correction]:
        """What was decided of a row, by whomever."""
        own = row_id or self.row_id
        return [one for one in self.corrections if (one.table, one.row_id) == (self.table, own)]

    @property
    def applied(self) -> Applied:
        """The tables with the corrections in them; findings are taken as they are."""
        if self._applied is None:
            self._applied = apply(self.tables, self.corrections)
        return self._applied

    # -- what can be chosen ----------------------------------------------------------------------

    @property
    def columns(self) -> tuple[str, ...]:
        return CHANGEABLE[self.table]

    def choices(self, column: str) -> list[tuple[str, str]]:
        """What a column may hold, as (what is shown, value), where that is known; else nothing."""
        if column == "cameo":
            known = [code for code, entry in values.codes().items() if entry.modes]
            return [(f"{code} {values.meaning(code)}", code) for code in known]
        words = values.choices(self.table, column)
        if words:
            return [(word, word) for word in words]
        tables = schema.references(self.table).get(column, ())
        named = [
            (f"{called(row)} ({row_id})", row_id)
            for table in tables
            if table in _NAMED
            for row_id, row in self.scene.rows[table].items()
        ]
        return named if len(tables) <= len(_NAMED) else []

    # -- deciding --------------------------------------------------------------------------------

    def decide(self, action: str, reason: str, column: str = "", value: str = "") -> Taken:
        """Take a decision on the row over into the review. Raises InputError with what would be right."""
        cells = {
            "table": self.table,
            "row_id": self.row_id,
            "action": action,
            "column": column if action in ("change", "accept") else "",
            "value": folded(value) if action == "change" else "",
            "reason": folded(reason),
            "reviewer": folded(self.reviewer),
            "date": (self.day or datetime.now().date()).isoformat(),
        }
        line = Line(0, {name: cell for name, cell in cells.items() if cell})
        new = read_lines(self.path, [line])
        stored = kept(self.path)  # somebody may have been at it meanwhile
        taken = take(self.tables, stored, new, where_judged([*stored, *new], _check))
        write_review(self.path, taken.corrections)
        self.corrections, self._applied, self._now = list(taken.corrections), None, None
        return taken


def _check(tables: Tables) -> Any:
    from dateline.analysis import hold

    hold(tables)
    return tables.findings
