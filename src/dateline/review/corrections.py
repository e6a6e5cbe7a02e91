"""What a correction is, and what of each table people may correct.

A line of a review is one correction: it accepts a row, changes a cell, drops a row, or says one cell of a
new row. Ids and offsets are not among the columns, because a row's receipt is what they point to: who
finds a row in the wrong words drops it and adds another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dateline.errors import InputError
from dateline.records import TABLES

ACTIONS = ("accept", "change", "drop", "add")

#: The columns of ``reviews/NAME.csv``. The last two say what the reviewer had before him.
COLUMNS = (
    *("table", "row_id", "action", "column", "value", "reason", "reviewer", "date"),
    *("evidence", "machine"),
)
NEEDED = COLUMNS[:8]

#: How a cell is made missing: an empty one in a sheet may be one that was forgotten.
NOTHING = "<NA>"

_PARTIES = "source_text source_country source_sector target_text target_country target_sector"
_DATE = "date_start date_end date_precision date_basis"
_HARM = "deaths_low deaths_high deaths_of injured_low injured_high"

#: Table to the columns that may be changed, both in the order in which a reader asks for them.
CHANGEABLE: dict[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "events": f"cameo event_type event_mode status {_PARTIES} {_DATE} {_HARM} "
        "source_id target_id place_id time_id statement_id",
        "statements": "source_text cue content type source_id audience_id",
        "figures": "low high approximate unit measure of event_id",
        "times": "type value earliest latest anchor anchor_id",
        "places": "name kind country admin1 latitude longitude geoname_id precision entity_id",
        "entities": "name kind country sector role parent_id aliases",
        "mentions": "entity_id form",
        "links": "kind from_id to_id cue basis",
        "implications": "kind modality about_id source_id",
        "findings": "verdict note",
    }.items()
}

#: Table to the columns without which there is no such row.
REQUIRED: dict[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "entities": "name kind",
        "mentions": "entity_id form",
        "places": "name kind",
        "times": "type",
        "figures": "measure",
        "events": "cameo status",
        "statements": "cue content type",
        "links": "kind from_id to_id basis",
        "implications": "kind",
        "findings": "verdict",
    }.items()
}

#: Where a new row stands: its words, or their offsets; in which sentence, where they stand in several.
PLACE = ("text", "start", "end", "sentence_id")
#: Tables of which a row says itself where it stands, by its other columns.
PLACED = {"statements": ("source_text", "cue", "content"), "links": ("from_id", "to_id")}

_FOLLOWS = {
    ("events", "goldstein"): "follows from cameo: change that",
    ("events", "quad_class"): "follows from event_type: change that",
    ("entities", "mentions"): "counts the rows of mentions: add or drop one there",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of a review. ``value`` is text, as the file has it; :data:`NOTHING` makes a cell missing.

    ``evidence`` is the sentence with the row's words in ``[[ ]]`` and ``machine`` what the machine had,
    both when the reviewer looked. ``path`` and ``line`` say where the correction stands.
    """

    table: str
    row_id: str
    action: str
    column: str | None
    value: str | None
    reason: str
    reviewer: str
    date: date
    evidence: str | None = None
    machine: str | None = None
    path: str | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    @property
    def cell(self) -> tuple[str, str, str | None]:
        """What it speaks of: table, row and column; no column where it speaks of the row."""
        return self.table, self.row_id, self.column

    def says(self) -> tuple[str | None, ...]:
        """What it says and who says it, whenever that was."""
        return self.table, self.row_id, self.action, self.column, self.value, self.reason, self.reviewer


def addable(table: str) -> tuple[str, ...]:
    """The columns that lines of a new row may name; none where rows cannot be added."""
    if table not in CHANGEABLE or table == "findings":
        return ()
    trigger = ("trigger",) if table == "events" else ()
    return (*PLACE, *trigger, *CHANGEABLE[table])


def refusal(table: str, column: str) -> str:
    """Why that column of the table cannot be changed, and what would be right."""
    from dateline import schema

    known = CHANGEABLE[table]
    if (table, column) in _FOLLOWS:
        return f"{column} {_FOLLOWS[table, column]}"
    if column in schema.dtypes(table):
        receipt = column == schema.key(table) or column in ("text", "trigger", "sentence_id", "start", "end")
        if receipt or column.endswith(("_start", "_end")):
            return f"{column} is the row's receipt and cannot be changed: drop the row and add another"
    return f"{column!r} is no column of {table} that can be corrected; expected one of {', '.join(known)}"


def no_table(table: str) -> str:
    """Why rows of that table cannot be corrected, and what would be right."""
    if table == "articles":
        return "what is said of the article itself is put right in its sidecar file, NAME.toml"
    if table in TABLES:
        return f"{table} is how the text was cut, which cannot be corrected here"
    return f"{table!r} is no table; expected one of {', '.join(CHANGEABLE)}"


def mistakes(path: object, found: Iterable[tuple[int | None, str]]) -> InputError:
    """One error of all that is wrong with a file, as (line, what)."""
    wrong = list(found)
    if len(wrong) == 1:
        return InputError(str(path), wrong[0][1], wrong[0][0])
    told = [f"line {line}: {what}" if line else what for line, what in wrong]
    return InputError(str(path), "\n  ".join([f"{len(wrong)} mistakes", *told]))
