"""What an article's CSV tables hold, for programs: a Frictionless Data Package beside them.

Column types, meanings, closed vocabularies and keys come from :mod:`dateline.records` and
:mod:`dateline.schema`, so that the description is that of the code (https://datapackage.org).
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

from dateline import __version__, files, schema, wording
from dateline.records import TABLES
from dateline.tables import Tables

NAME = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/1.0/datapackage.json"
_TYPES = {
    "string": "string",
    "Int64": "integer",
    "Float64": "number",
    "boolean": "boolean",
    "datetime64[us]": "date",
}
_ABOUT = (
    "What dateline {version} read in one article, a table a file. Rows point at the words they came from: "
    "start and end are code points in article.txt. An empty cell is a missing value. "
    "Text that a spreadsheet would run as a formula has an apostrophe before it."
)


def write(tables: Tables, folder: Path) -> Path:
    """Describe the CSV files that ``tables.write(folder)`` wrote; returns the descriptor's path."""
    path = folder / NAME
    text = json.dumps(descriptor(tables, folder.name), ensure_ascii=False, indent=1)
    files.write(path, text + "\n")
    return path


def descriptor(tables: Tables, name: str) -> dict[str, Any]:
    """The data package of one article's tables; ``name`` becomes its short name."""
    row = _row(tables)
    return {
        "$schema": _PROFILE,
        "name": re.sub(r"[^a-z0-9._-]+", "-", name.casefold()).strip("-.") or "article",
        "title": row.get("title") or name,
        "description": _ABOUT.format(version=__version__),
        "sources": [{"title": cited(tables) or name, "sha256": row.get("sha256") or ""}],
        "rights": row.get("rights") or "No rights notice was found in the article, which the tables quote.",
        "resources": [_resource(table) for table in TABLES],
    }


def cited(tables: Tables) -> str:
    """The article as one would cite it."""
    row = _row(tables)
    parts = [row.get("author"), f"“{row['title']}”" if row.get("title") else None]
    parts += [row.get("publisher"), row.get("series"), wording.day(row.get("published"))]
    return ", ".join(str(part) for part in parts if part)


def _row(tables: Tables) -> dict[str, Any]:
    return next(iter(tables.rows("articles")), {})


def _resource(table: str) -> dict[str, Any]:
    return {
        "name": table,
        "path": f"{table}.csv",
        "description": inspect.getdoc(TABLES[table]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table, column) for column in schema.dtypes(table)],
            "missingValues": [""],
            "primaryKey": [schema.key(table)],
            "foreignKeys": _keys(table),
        },
    }


def _field(table: str, column: str) -> dict[str, Any]:
    type = _TYPES[schema.dtypes(table)[column]]
    constraints: dict[str, Any] = {"required": True, "unique": True} if column == schema.key(table) else {}
    words = sorted(schema.VOCABULARIES.get((table, column), ()))
    if words:
        constraints["enum"] = [int(word) for word in words] if type == "integer" else words
    if (table, column) in schema.PATTERNS:
        constraints["pattern"] = schema.PATTERNS[table, column]
    said = schema.descriptions(table)[column]
    several = schema.references(table).get(column, ())
    if 1 < len(several) < len(TABLES):
        said += f" A row of {' or '.join(several)}."
    field: dict[str, Any] = {"name": column, "type": type, "description": said}
    return {**field, "constraints": constraints} if constraints else field


def _keys(table: str) -> list[dict[str, Any]]:
    """Columns that name rows of one table; a column that may name rows of several has no key to declare."""
    return [
        {"fields": [column], "reference": {"resource": "" if to == table else to, "fields": [schema.key(to)]}}
        for column, (to, *others) in schema.references(table).items()
        if not others
    ]
