"""Corrections laid over the machine's tables, which stay as they are.

Nothing is lost and nothing is forced: what no longer fits, because the article or the code has changed, is
left out and told, with the row that it may mean now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline import schema
from dateline.records import TABLES
from dateline.review import adding, values
from dateline.review.corrections import CHANGEABLE, NOTHING, Correction
from dateline.review.deriving import derive, precision
from dateline.review.finding import meant
from dateline.review.results import Applied, Cleared, Stale, Unmatched, gone
from dateline.review.words import Misfit, Row, Scene, folded
from dateline.tables import Columns, Tables
from dateline.validation import Problem, TableError

if TYPE_CHECKING:
    import pandas as pd

#: The tables that are corrected before checking, and those that are corrected after it.
CODED = tuple(name for name in CHANGEABLE if name != "findings")
JUDGED = ("findings",)

_PLACES = frozenset({"start", "end", "text", "trigger", "sentence_id"})  # of new rows
_LAST = 1 << 62


def apply(
    tables: Tables, corrections: Iterable[Correction], *, only: Collection[str] | None = None
) -> Applied:
    """The tables with the corrections in them; ``tables`` itself is left as it is.

    ``only``: of corrections to these tables (:data:`CODED`, :data:`JUDGED`); the others are left aside.
    The result keeps the data model's rules. A correction that would break one is among the ``unmatched``.
    """
    asked = [one for one in corrections if only is None or one.table in only]
    if not asked:
        return Applied(tables)
    refused: dict[int, str] = {}
    while True:
        work = _Work(tables, asked, refused)
        work.do()
        result = work.result()
        try:
            result.tables.validate()
        except TableError as error:
            blamed = work.blamed(error.problem)
            if not blamed:  # the tables were so before
                raise
            refused |= blamed
            continue
        return result


def overlay(
    tables: Tables, corrections: Sequence[Correction], check: Callable[[Tables], pd.DataFrame]
) -> Applied:
    """The corrected tables with their findings: corrected, checked with ``check``, the findings corrected."""
    coded = apply(_copy(tables, {}), corrections, only=CODED)
    coded.tables.findings = check(coded.tables)
    judged = apply(coded.tables, corrections, only=JUDGED)
    return Applied(
        judged.tables,
        *(
            getattr(coded, name) + getattr(judged, name)
            for name in ("corrections", "unmatched", "stale", "needless", "cleared")
        ),
    )


def where_judged(
    corrections: Iterable[Correction], check: Callable[[Tables], pd.DataFrame]
) -> Callable[[Tables], pd.DataFrame]:
    """``check`` where somebody has a word on findings; else they stay as they are: checking takes longest."""
    judged = any(one.table in JUDGED for one in corrections)
    return check if judged else lambda tables: tables.findings


class _Work:
    """One pass over the corrections. ``refused`` says of some, by position, why they are left out."""

    def __init__(self, tables: Tables, asked: Sequence[Correction], refused: dict[int, str]) -> None:
        self.tables, self.asked = tables, asked
        self.before, self.scene = Scene(tables), Scene(tables)
        self.left = dict(refused)  # position to reason
        self.ids: dict[tuple[str, str], str] = {}  # of new rows: table and name to id
        self.added: dict[str, Row] = {}
        self.touched: set[str] = set()
        self.stale: list[Stale] = []
        self.needless: list[Correction] = []
        self.cleared: list[Cleared] = []
        self.set: set[tuple[str, str, str]] = set()  # cells that a reviewer gave

    def do(self) -> None:
        self.add()
        self.change()
        self.follow()
        self.look()
        self.drop()
        self.count()

    def rows_of(self, *actions: str) -> dict[tuple[str, str], list[int]]:
        """Positions of the corrections with these actions, by table and row."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(self.asked):
            if one.action in actions and at not in self.left:
                found[one.table, self.ids.get((one.table, one.row_id), one.row_id)].append(at)
        return found

    # -- new rows --------------------------------------------------------------------------------

    def add(self) -> None:
        groups = self.rows_of("add")
        if any(self.asked[at].action == "add" for at in self.left):  # half a row is no row
            names = {(self.asked[at].table, self.asked[at].row_id): why for at, why in self.left.items()}
            for name in names.keys() & groups.keys():
                self.left |= dict.fromkeys(groups.pop(name), names[name])
        for (table, name), at in sorted(groups.items(), key=lambda group: adding.ORDER.index(group[0][0])):
            try:
                said = {self.asked[i].column or "": self.said(self.asked[i]) for i in at}
                row = adding.new_row(table, name, said, self.scene)
            except Misfit as error:
                self.left |= dict.fromkeys(at, str(error))
                continue
            self.ids[table, name] = row[schema.key(table)]
            self.added[row[schema.key(table)]] = row
            self.put(table, row)
            if table == "entities" and (mention := adding.first_mention(row, self.scene)):
                self.put("mentions", mention)

    def put(self, table: str, row: Row) -> None:
        self.scene.rows[table][row[schema.key(table)]] = row
        self.touched.add(table)

    def said(self, one: Correction) -> Any:
        """The typed value of a correction, names of rows resolved to ids. Raises :class:`Misfit`."""
        column, value = one.column or "", one.value or ""
        try:
            if column in ("start", "end"):
                return values.parse("events", column, value)
            typed = value if column in _PLACES else values.parse(one.table, column, value)
        except values.Wrong as error:
            raise Misfit(str(error), column) from None
        tables = schema.references(one.table).get(column)
        if typed is None or tables is None or column in _PLACES:
            return typed
        return self.named(tables, typed, column)

    def named(self, tables: Sequence[str], value: str, column: str) -> str:
        """The id of the row that is meant: by its id, a new row's name, or a name that only one row has."""
        for table in tables:
            if (table, value) in self.ids or value in self.scene.rows[table]:
                return self.ids.get((table, value), value)
        called = [
            key
            for table in tables
            for key, row in self.scene.rows[table].items()
            if value in (row.get("name"), row.get("text"))
        ]
        if len(called) == 1:
            return called[0]
        if called:
            some = ", ".join(called[:4])
            raise Misfit(f"{len(called)} rows are called {value!r}; expected the id of one: {some}", column)
        where = "any table" if len(tables) == len(TABLES) else " or ".join(tables)
        raise Misfit(f"{value!r} is no row of {where}; expected an id, or a name that one row has", column)

    # -- changes ---------------------------------------------------------------------------------

    def change(self) -> None:
        for (table, row_id), at in self.rows_of("change").items():
            row = self.scene.get(table, row_id)
            if row is None:
                self.left |= dict.fromkeys(at, gone(table))
                continue
            self.touched.add(table)
            row |= self.changed(table, row, at)
            self.set |= {(table, row_id, self.asked[i].column or "") for i in at if i not in self.left}

    def changed(self, table: str, row: Row, at: Sequence[int]) -> Row:
        """The changed columns of a row; what does not fit is left out, and the rest tried again."""
        kept = list(at)
        while kept:
            said: Row = {}
            try:
                for i in kept:
                    said[self.asked[i].column or ""] = self.said(self.asked[i])
                return derive(table, row, said, self.scene)
            except Misfit as error:
                wrong = [i for i in kept if self.asked[i].column == error.column] or kept
                self.left |= dict.fromkeys(wrong, str(error))
                kept = [i for i in kept if i not in wrong]
        return {}

    # -- what else changes with them -------------------------------------------------------------

    def follow(self) -> None:
        """Events that had a trait from a row which was corrected get the corrected one."""
        changed = sorted({cell[:2] for cell in self.set if cell[0] in ("entities", "times", "figures")})
        for table, row_id in changed:
            old, new = self.before.get(table, row_id), self.scene.get(table, row_id)
            if old is None or new is None:
                continue
            for event_id, event in self.scene.rows["events"].items():
                for column, was, now in _followers(table, old, new, event):
                    if event[column] == was and was != now and ("events", event_id, column) not in self.set:
                        event[column] = now
                        self.touched.add("events")
                        if column in ("date_start", "date_end"):
                            event["date_precision"] = precision(event["date_start"], event["date_end"])

    def count(self) -> None:
        """Entities count their mentions anew where some came or went."""
        if "mentions" not in self.touched:
            return
        more: dict[str, int] = defaultdict(int)
        for sign, scene in ((1, self.scene), (-1, self.before)):
            for mention in scene.rows["mentions"].values():
                if mention["entity_id"] is not None:
                    more[mention["entity_id"]] += sign
        for entity_id, number in more.items():
            entity = self.scene.get("entities", entity_id)
            if number and entity is not None and entity["mentions"] is not None:
                entity["mentions"] = max(0, entity["mentions"] + number)
                self.touched.add("entities")

    # -- what the reviewer looked at, and what there is now ----------------------------------------

    def look(self) -> None:
        """Notes the corrections whose row or value the machine has otherwise than when they were made."""
        for at, one in enumerate(self.asked):
            if at in self.left or one.action == "add" or (one.table, one.row_id) in self.ids:
                continue
            row = self.before.get(one.table, one.row_id)
            if row is None:
                self.left[at] = gone(one.table)
                continue
            now = machine(one.table, row, one.column)
            if one.action == "change" and now == self.now(one):
                self.needless.append(one)
            elif one.machine is not None and now != one.machine:
                self.stale.append(Stale(one, now))

    def now(self, one: Correction) -> str:
        row = self.scene.get(one.table, one.row_id)
        return "" if row is None else folded(values.text(row[one.column or ""]))

    # -- rows that go ----------------------------------------------------------------------------

    def drop(self) -> None:
        for table, row_id in self.rows_of("drop"):
            if self.scene.rows[table].pop(row_id, None) is not None:
                self.touched.add(table)
                self.clear(table, row_id)

    def clear(self, table: str, row_id: str) -> None:
        """Empties the cells that name a row which is gone."""
        for other in TABLES:
            columns = [c for c, tables in schema.references(other).items() if table in tables]
            for key, row in self.scene.rows[other].items():
                for column in columns:
                    if row[column] == row_id:
                        row[column] = None
                        self.touched.add(other)
                        self.cleared.append(Cleared(other, key, column, row_id))

    # -- the result ------------------------------------------------------------------------------

    def result(self) -> Applied:
        left = [Unmatched(self.asked[at], why, self.suggested(at)) for at, why in sorted(self.left.items())]
        force = tuple(self.completed(one) for at, one in enumerate(self.asked) if at not in self.left)
        return Applied(
            self.corrected(force, left),
            force,
            tuple(left),
            tuple(self.stale),
            tuple(self.needless),
            tuple(one for one in self.cleared if one.row_id in self.scene.rows[one.table]),
        )

    def completed(self, one: Correction) -> Correction:
        """The correction with what the reviewer had before him, where the file does not say."""
        if one.evidence is not None and (one.machine is not None or one.action == "add"):
            return one
        row_id = self.ids.get((one.table, one.row_id))
        row = self.before.get(one.table, one.row_id) if row_id is None else self.added[row_id]
        if row is None:
            return one
        told = None if row_id is not None else machine(one.table, row, one.column)
        evidence = one.evidence or self.before.evidence(one.table, row) or None
        return replace(one, evidence=evidence, machine=one.machine or told)

    def suggested(self, at: int) -> str | None:
        one = self.asked[at]
        if one.action == "add" or one.row_id in self.before.rows[one.table]:
            return None
        return meant(one, self.before, {(c.table, c.row_id) for c in self.asked})

    def corrected(self, force: Sequence[Correction], left: Sequence[Unmatched]) -> Tables:
        """New tables of the rows; those that no correction reached are taken as they were."""
        made = _copy(self.tables, {name: self.columns(name) for name in TABLES if name in self.touched})
        now = (replace(one, row_id=self.ids.get((one.table, one.row_id), one.row_id)) for one in force)
        made.corrections = (*made.corrections, *now)
        made.unmatched = (*made.unmatched, *left)
        return made

    def columns(self, table: str) -> Columns:
        rows = list(self.scene.rows[table].values())
        if "start" in schema.dtypes(table):
            rows.sort(key=lambda row: (_LAST, _LAST) if row["start"] is None else (row["start"], row["end"]))
        return {column: [row[column] for row in rows] for column in schema.dtypes(table)}

    def blamed(self, problem: Problem) -> dict[int, str]:
        """The corrections by which a rule is broken, with the reason."""
        table = problem.table
        if problem.row is None or table not in self.touched:
            return {}
        row_id = self.columns(table)[schema.key(table)][problem.row]
        own = self.rows_of("change", "add").get((table, row_id), [])
        pairs = [pair for pair in schema.BOUNDS.get(table, ()) if problem.column in pair]
        near = {problem.column, *(column for pair in pairs for column in pair)}
        chosen = [at for at in own if self.asked[at].column in near] or own
        return dict.fromkeys(chosen, f"{problem.column} {problem.reason}")


def _copy(tables: Tables, instead: Mapping[str, Columns]) -> Tables:
    """Tables of their own with the same rows, but for those of the tables in ``instead``."""
    made = Tables(
        {name: instead[name] if name in instead else tables.columns(name) for name in TABLES},
        tables.text,
        tables.article,
    )
    for name in TABLES:
        if name not in instead and name in vars(tables):  # somebody may have put columns of his own into it
            setattr(made, name, tables[name].copy())
    made.corrections, made.unmatched = tables.corrections, tables.unmatched
    return made


def _followers(table: str, old: Row, new: Row, event: Row) -> Iterator[tuple[str, Any, Any]]:
    """Columns of an event that were filled from a row, with what that row had and has."""
    if table == "entities":
        for role in ("source", "target"):
            if event[f"{role}_id"] == old["entity_id"]:
                for trait in ("country", "sector"):
                    yield f"{role}_{trait}", old[trait], new[trait]
    elif table == "times" and event["time_id"] == old["time_id"]:
        yield "date_start", old["earliest"], new["earliest"]
        yield "date_end", old["latest"], new["latest"]
    elif table == "figures" and event["event_id"] == old["event_id"] and old["measure"] == new["measure"]:
        stem = {"killed": "deaths", "injured": "injured"}.get(old["measure"])
        if stem is not None:
            yield f"{stem}_low", _whole(old["low"]), _whole(new["low"])
            yield f"{stem}_high", _whole(old["high"]), _whole(new["high"])
        if stem == "deaths":
            yield "deaths_of", old["of"], new["of"]


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def machine(table: str, row: Row, column: str | None = None) -> str:
    """What the machine has in a cell, or in all cells of a row that people may correct."""
    if column is not None:
        return folded(values.text(row[column]))
    filled = [(name, row[name]) for name in CHANGEABLE[table] if row[name] is not None]
    return "; ".join(f"{name}={folded(values.text(value))}" for name, value in filled) or NOTHING
