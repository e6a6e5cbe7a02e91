"""The one frame that every reader of a downloaded file gives, and how its columns are made from text.

For the readers beside this module and for ``checks``, which compares an article's statements with the
rows. A reader gets a :class:`Chunk`, some rows of a file as text, asks it for numbers, days and text by
the name of the column, and hands them to :func:`frame`. What cannot be converted is told with the row as
a spreadsheet counts it (the header is row 1), the column, the cell and what is expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pandas as pd
import pyarrow as pa

from dateline.errors import InputError

#: Column to type. Low, best and high are the source's own figures; what it does not give is missing.
#: ``country`` is where it happened (ISO 3166-1 alpha-3) and ``place`` where there, narrowest first; several
#: are joined by ``|``. ``unknown_*`` are the killed of whom the source leaves open whether they were
#: civilians. ``duplicate_of`` is the earlier row of the same source that looks like the same incident: a mark
#: for the reader, both rows stay.
COLUMNS: dict[str, str] = {
    "incident_id": "string",
    "date_start": "datetime64[us]",
    "date_end": "datetime64[us]",
    "date_precision": "string",
    "country": "string",
    "place": "string",
    "latitude": "Float64",
    "longitude": "Float64",
    "actor": "string",
    "target": "string",
    "killed_low": "Int64",
    "killed_best": "Int64",
    "killed_high": "Int64",
    "civilians_low": "Int64",
    "civilians_best": "Int64",
    "civilians_high": "Int64",
    "source": "string",
    "citation": "string",
    "event_type": "string",
    "event_mode": "string",
    "actor_country": "string",
    "target_country": "string",
    "unknown_low": "Int64",
    "unknown_high": "Int64",
    "duplicate_of": "string",
}


def plain(name: str) -> str:
    """A column's name as columns are compared: case, spaces and a byte order mark do not count."""
    return " ".join(name.lstrip("\ufeff").split()).casefold()


#: What programmes write into the cells of a column of numbers that are missing.
_NO_NUMBER = ["NA", "NaN", "nan", "NULL", "<NA>"]


class Chunk:
    """Some rows of a file as text: ``row_numbers`` as a spreadsheet counts, ``columns`` by name.

    ``path`` is what the user gave, ``where`` the sheet of a workbook. An empty cell is missing, and
    blanks around a cell's text are not part of it.
    """

    def __init__(
        self,
        path: str,
        row_numbers: Sequence[int],
        columns: Mapping[str, Iterable[str | None]],
        where: str | None = None,
    ) -> None:
        self.path, self.where = path, where
        self.index = pd.Index(np.asarray(row_numbers, dtype="int64"))
        self._columns = {plain(name): cells for name, cells in columns.items()}

    def __len__(self) -> int:
        return len(self.index)

    @property
    def file(self) -> str:
        """The file's name, for the citation: its folder is nobody else's business."""
        return Path(self.path).name

    def __contains__(self, column: str) -> bool:
        return plain(column) in self._columns

    def fail(self, column: str, bad: pd.Series, expected: str) -> NoReturn:
        """Raise for the first row that ``bad`` marks."""
        row = _first(bad)
        cell = self.text(column)[row]
        told = "empty" if pd.isna(cell) else repr(cell)
        sheet = f"sheet {self.where!r}, " if self.where else ""
        raise InputError(self.path, f"{sheet}row {row}, column {column}: {told}, expected {expected}")

    def text(self, column: str, *, needed: str = "") -> pd.Series:
        """The column's text; missing throughout where there is no such column.

        ``needed`` says what is expected where a cell may not be empty, as it does in the other methods.
        """
        name = plain(column)
        if name not in self._columns:
            return pd.Series(pd.NA, index=self.index, dtype="string")
        cells = self._columns[name]
        if not isinstance(cells, pd.Series):
            series = pd.Series(pd.array(list(cells), dtype="string"), index=self.index).str.strip()
            self._columns[name] = cells = series.mask(series.eq("").fillna(False))
        missing = cells.isna()
        if needed and bool(missing.any()):
            self.fail(column, missing, needed)
        return cells

    def integers(
        self, column: str, *, low: int = 0, high: int | None = None, needed: bool = False
    ) -> pd.Series:
        """Whole numbers ("7", "7.0") from ``low`` to ``high``."""
        numbers = self._numeric(column, _span("a whole number", low, high), low, high, needed)
        whole = numbers.isna() | numbers.mod(1).eq(0)
        if not whole.all():
            self.fail(column, ~whole, _span("a whole number", low, high))
        return numbers.astype("Int64")

    def numbers(self, column: str, *, low: float | None = None, high: float | None = None) -> pd.Series:
        """Measures such as degrees."""
        return self._numeric(column, _span("a number", low, high), low, high, False).astype("Float64")

    def _numeric(
        self, column: str, expected: str, low: float | None, high: float | None, needed: bool
    ) -> pd.Series:
        cells = self.text(column, needed=expected if needed else "")
        numbers = _as_floats(cells)
        wrong = (numbers.isna() & cells.notna()) | np.isinf(numbers)
        if not needed and bool(wrong.any()):
            wrong &= ~cells.isin(_NO_NUMBER)
        if low is not None:
            wrong |= numbers < low
        if high is not None:
            wrong |= numbers > high
        if wrong.any():
            self.fail(column, wrong, expected)
        return numbers

    def dates(self, column: str, formats: Sequence[str], *, expected: str, needed: bool = True) -> pd.Series:
        """Days, each in one of ``formats`` (as for ``strptime``); a time of day is cut off."""
        cells = self.text(column, needed=expected if needed else "")
        days = pd.Series(pd.NaT, index=cells.index, dtype="datetime64[us]")
        for form in formats:
            left = days.isna() & cells.notna()
            if not left.any():
                break
            found = pd.to_datetime(cells[left].astype(object), format=form, errors="coerce")
            days[left] = found.dt.normalize().astype("datetime64[us]")
        wrong = days.isna() & cells.notna()
        if wrong.any():
            self.fail(column, wrong, expected)
        return days

    def words(self, column: str, meanings: Mapping[str, str], *, expected: str) -> pd.Series:
        """What each cell means by a closed list; case does not count."""
        cells = self.text(column)
        known = {word.casefold(): meaning for word, meaning in meanings.items()}
        found = cells.str.casefold().map(known).astype("string")
        wrong = found.isna() & cells.notna()
        if wrong.any():
            self.fail(column, wrong, expected)
        return found

    def ordered(self, low: pd.Series, high: pd.Series, columns: tuple[str, str]) -> None:
        """Raise where ``low`` exceeds ``high``: dates that end before they start, bounds reversed."""
        reversed_ = (low > high).fillna(False).astype(bool)
        if reversed_.any():
            least = self.text(columns[0])[_first(reversed_)]
            self.fail(columns[1], reversed_, f"no less than {columns[0]} ({least})")


@dataclass(frozen=True, slots=True)
class Format:
    """What a reader's module offers as ``FORMAT``: how its file is known, what is read of it, and how.

    Columns are named as published; case, order and further columns do not matter. ``convert`` gets the
    columns of ``needed``, which have to be there, and those of ``optional`` that are. The rows that it gives
    are some or all of the chunk's, with the chunk's index.
    """

    name: str
    #: Where the columns are described.
    codebook: str
    needed: tuple[str, ...]
    convert: Callable[[Chunk], pd.DataFrame]
    optional: tuple[str, ...] = ()
    #: Columns that no other format has together: a file with all of them is of this format.
    signs: frozenset[str] = frozenset()
    #: Names in older releases, to what they are called now.
    renamed: Mapping[str, str] = field(default_factory=dict)
    #: For files without a header: the first row's cells to the columns, or nothing if it is not this format.
    headerless: Callable[[Sequence[str]], Sequence[str] | None] | None = None
    #: The source has no record numbers: the ids are of our making, and one that recurs gets "-2", "-3".
    numbered: bool = False

    def columns(self, header: Sequence[str]) -> list[str]:
        """The header's names as the readers know them."""
        now = {plain(old): plain(new) for old, new in self.renamed.items()}
        return [now.get(plain(name), plain(name)) for name in header]

    def matches(self, header: Sequence[str]) -> bool:
        """Whether a file with this header row is of the format, though a needed column may be missing."""
        return {plain(name) for name in self.signs} <= set(self.columns(header))


def frame(chunk: Chunk, columns: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of ``chunk`` with every column of :data:`COLUMNS`; the index is the row in the file.

    A column may be given as one value for all rows; one that is left out is missing throughout.
    """
    unknown = sorted(set(columns) - set(COLUMNS))
    if unknown:
        raise KeyError(f"no column of the frame: {', '.join(unknown)}")
    made = {
        name: pd.Series(columns.get(name, pd.NaT if "date" in dtype else pd.NA), chunk.index, dtype=dtype)
        for name, dtype in COLUMNS.items()
    }
    return pd.DataFrame(made, index=chunk.index)


_NOWHERE = frozenset({"unknown", "unclear", "unspecified", "not known", "n/a", "na", "various", "-", "?"})


def places(*columns: pd.Series) -> pd.Series:
    """``place`` of columns from the narrowest to the widest, without what is empty, unknown or said twice."""
    rows = zip(*(column.astype(object).tolist() for column in columns), strict=True)
    return pd.Series([_place(cells) for cells in rows], columns[0].index, dtype="string")


@cache
def _place(cells: tuple[object, ...]) -> str | None:
    parts: dict[str, str] = {}
    for cell in cells:
        name = cell.replace("|", "/").strip() if isinstance(cell, str) else ""
        if name and name.casefold() not in _NOWHERE:
            parts.setdefault(name.casefold(), name)
    return "|".join(parts.values()) or None


def empty() -> pd.DataFrame:
    """The frame without a row."""
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in COLUMNS.items()})


def _as_floats(cells: pd.Series) -> pd.Series:
    try:
        return cells.astype("float64[pyarrow]").astype("float64")
    except (ValueError, pa.ArrowInvalid):  # one of them is no number: slower, but the others are told from it
        return pd.Series(pd.to_numeric(cells.astype(object), errors="coerce"), cells.index, "float64")


def _first(bad: pd.Series) -> int:
    """The number of the first row that is marked."""
    return int(bad.index.to_numpy()[bad.to_numpy(dtype=bool)][0])


def _span(kind: str, low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return kind
    if high is None:
        return f"{kind}, {low:g} or more"
    return f"{kind} from {low:g} to {high:g}" if low is not None else f"{kind}, {high:g} or less"
