"""What the tables may hold: columns and types from the records, vocabularies, and which row names which.

Read by ``tables`` to type the columns, by ``validation`` to check them and by ``storage`` to read
them back. The columns themselves stand in :mod:`dateline.records` and nowhere else.
"""

from __future__ import annotations

from functools import cache
from typing import get_type_hints

from dateline.records import TABLES


@cache
def dtypes(table: str) -> dict[str, str]:
    """Column name to dtype, in the order of the columns."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


@cache
def descriptions(table: str) -> dict[str, str]:
    """Column name to what the column holds, in a sentence."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    return {name: hint.__metadata__[1] for name, hint in hints.items()}


def key(table: str) -> str:
    """The column that holds the table's own ids: always the first."""
    return next(iter(dtypes(table)))


_PLOVER_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
)
_PRECISIONS = "site city district province country region"

#: Closed vocabularies: (table, column) to the words allowed, as data-model.md lists them.
VOCABULARIES: dict[tuple[str, str], frozenset[str]] = {
    place: frozenset(words.split())
    for place, words in {
        ("articles", "published_basis"): "stated given inferred",
        ("sentences", "role"): "headline byline standfirst heading body note boilerplate",
        ("entities", "kind"): "person organisation group country place",
        ("mentions", "form"): "name acronym demonym description pronoun",
        ("places", "kind"): _PRECISIONS,
        ("places", "precision"): _PRECISIONS,
        ("times", "type"): "DATE TIME DURATION SET",
        ("times", "anchor"): "none publication time event",
        (
            "figures",
            "measure",
        ): "killed injured detained displaced missing count duration money share distance other",
        ("events", "event_type"): _PLOVER_TYPES,
        ("events", "quad_class"): "1 2 3 4",
        ("events", "status"): "actual ongoing planned requested hypothetical denied",
        ("events", "date_precision"): "day month year range",
        ("events", "date_basis"): "stated resolved context publication",
        ("statements", "type"): "direct indirect mixed",
        ("links", "kind"): "response cause purpose condition",
        ("links", "basis"): "explicit inferred",
        ("implications", "kind"): "consequence necessity prediction evaluation",
        ("implications", "modality"): "certain probable possible necessary",
        ("findings", "verdict"): "agrees disagrees contested unverified",
    }.items()
}

#: The statuses of what an event's sentence tells as having happened, or as going on.
HAPPENED = ("actual", "ongoing")

#: Columns whose words follow a pattern rather than a list: (table, column) to a regular expression.
PATTERNS: dict[tuple[str, str], str] = {
    ("entities", "country"): r"[A-Z]{3}",
    ("entities", "sector"): r"[A-Z]{3}",
    ("places", "country"): r"[A-Z]{3}",
    ("events", "source_country"): r"[A-Z]{3}",
    ("events", "target_country"): r"[A-Z]{3}",
    ("events", "source_sector"): r"[A-Z]{3}",
    ("events", "target_sector"): r"[A-Z]{3}",
    ("events", "cameo"): r"[0-9]{2,4}",
    ("articles", "sha256"): r"[0-9a-f]{64}",
}

#: Pairs of columns of which the first must not exceed the second.
BOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "articles": (("published_earliest", "published_latest"),),
    "times": (("earliest", "latest"),),
    "figures": (("low", "high"),),
    "events": (("date_start", "date_end"), ("deaths_low", "deaths_high"), ("injured_low", "injured_high")),
    "findings": (("found_low", "found_high"),),
}

_WHERE = {
    "article_id": ("articles",),
    "section_id": ("sections",),
    "sentence_id": ("sentences",),
    "entity_id": ("entities",),
    "parent_id": ("entities",),
    "source_id": ("entities",),
    "target_id": ("entities",),
    "audience_id": ("entities",),
    "anchor_id": ("times", "events", "articles"),
    "event_id": ("events",),
    "time_id": ("times",),
    "place_id": ("places",),
    "statement_id": ("statements",),
    "from_id": ("events",),
    "to_id": ("events",),
    "about_id": ("entities", "places", "events"),
    "row_id": tuple(TABLES),
}


def references(table: str) -> dict[str, tuple[str, ...]]:
    """Columns that name rows of other tables (or of this one), to the tables such a row may stand in."""
    own = key(table)
    return {column: _WHERE[column] for column in dtypes(table) if column in _WHERE and column != own}


def evidence(table: str) -> list[tuple[str, str, str]]:
    """``(column, start, end)`` for each column that must equal the text between its offsets."""
    columns = dtypes(table)
    found = [("text", "start", "end")] if "text" in columns and "start" in columns else []
    for column in columns:
        stem = column.removesuffix("_text")
        if f"{stem}_start" in columns and columns[column] == "string":
            found.append((column, f"{stem}_start", f"{stem}_end"))
    return found


def spans(table: str) -> list[tuple[str, str]]:
    """The pairs of offset columns: ``start``/``end`` and every ``*_start``/``*_end`` of whole numbers."""
    columns = dtypes(table)
    starts = [c for c in columns if (c == "start" or c.endswith("_start")) and columns[c] == "Int64"]
    return [(start, start.removesuffix("start") + "end") for start in starts]
