"""What words mean: word lists and rules as data, and the one way to read them.

Every ``NAME.csv`` beside this file is a chapter; ``README.md`` documents the columns of each. A
cell that holds several values separates them with ``|``. A line that starts with ``#`` is a note.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from .active import Codebook, Files, activated, active, derived, derived_last

__all__ = [
    "Codebook",
    "CodebookError",
    "Files",
    "activated",
    "active",
    "derived",
    "derived_last",
    "packaged",
    "rows",
    "settings",
    "values",
]

_FOLDER = resources.files(__name__)


class CodebookError(ValueError):
    """A codebook chapter is malformed; the message names file, row and what would be right.

    ``chapter`` and ``key`` say which row that is, where it is one.
    """

    def __init__(self, message: str, chapter: str = "", key: str = "", reason: str = "") -> None:
        super().__init__(message)
        self.chapter, self.key, self.reason = chapter, key, reason or message


def rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of chapter ``name`` in the codebook that is in force, each with exactly ``columns``.

    What is made of them must be kept under :func:`derived`, never under ``functools.cache``.
    """
    codebook = active()
    if codebook is not None and name in codebook.chapters:
        return codebook.chapters[name]
    return packaged(name, columns)


def packaged(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of the packaged chapter ``name`` (without ``.csv``), each with exactly ``columns``.

    Raises CodebookError where the header differs or a row has too many or too few cells.
    """
    lines = _FOLDER.joinpath(f"{name}.csv").read_text("utf-8").splitlines()
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    reader = csv.reader(line for _, line in numbered)
    header = next(reader, [])
    if tuple(header) != columns:
        raise CodebookError(
            f"{name}.csv, row {numbered[0][0] if numbered else 1}: expected columns {columns}"
        )
    found: list[dict[str, str]] = []
    for (number, _), cells in zip(numbered[1:], reader, strict=True):
        if len(cells) != len(columns):
            raise CodebookError(f"{name}.csv, row {number}: {len(cells)} cells, expected {len(columns)}")
        found.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    return found


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that separates them with ``|``."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


@cache
def settings(name: str) -> dict[str, Any]:
    """The small chapter ``name`` (without ``.toml``)."""
    return tomllib.loads(_FOLDER.joinpath(f"{name}.toml").read_text("utf-8"))
