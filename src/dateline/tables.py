"""The tables of one article: a typed DataFrame for each kind of record, for analysts and notebooks.

Extractors return records; here, and only here, they become DataFrames. A column's type comes from the
record's annotation: text is ``string``, whole numbers ``Int64``, measures ``Float64``, dates
``datetime64[us]`` without a time zone, flags ``boolean``. Missing is ``<NA>`` (``NaT`` for dates).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.arrays import ArrowStringArray, BooleanArray, FloatingArray, IntegerArray

from dateline import schema
from dateline.article import Article
from dateline.records import TABLES

_EPOCH = 719_163  # date.toordinal() of 1970-01-01
_NAT = np.iinfo(np.int64).min
_LAST = 1 << 62  # sorts rows without offsets after those that have them


def _masked(kind: type, empty: object, array: Callable) -> Callable[[Sequence], Any]:
    """A converter to one of pandas' masked arrays; ``pd.array`` would guess the type from each value."""

    def convert(values: Sequence) -> Any:
        mask = np.fromiter((value is None for value in values), bool, len(values))
        filled = [empty if value is None else value for value in values]
        return array(np.array(filled, dtype=kind), mask)

    return convert


def _strings(values: Sequence) -> Any:
    return ArrowStringArray(pa.array(values, pa.large_string()))


def _days(values: Sequence) -> Any:
    days = [_NAT if value is None else value.toordinal() - _EPOCH for value in values]
    return np.array(days, dtype="int64").view("datetime64[D]").astype("datetime64[us]")


_CONVERT: dict[str, Callable[[Sequence], Any]] = {
    "string": _strings,
    "Int64": _masked(np.int64, 0, IntegerArray),
    "Float64": _masked(np.float64, 0.0, FloatingArray),
    "boolean": _masked(np.bool_, False, BooleanArray),
    "datetime64[us]": _days,
}


def frame(table: str, columns: Iterable[Sequence]) -> pd.DataFrame:
    """The DataFrame of ``table`` from its columns' values (``None`` for missing), in the schema's order."""
    types = schema.dtypes(table).items()
    typed = {name: _CONVERT[dtype](values) for (name, dtype), values in zip(types, columns, strict=True)}
    return pd.DataFrame(typed, copy=False)


def _in_text_order(row: Any) -> tuple[int, int]:
    return (_LAST, _LAST) if row.start is None else (row.start, row.end)


def _from_records(table: str, rows: Iterable[Any]) -> pd.DataFrame:
    names = schema.dtypes(table)
    rows = sorted(rows, key=_in_text_order) if "start" in names else list(rows)
    columns = zip(*map(attrgetter(*names), rows), strict=True) if rows else ([] for _ in names)
    return frame(table, columns)


class Tables:
    """One DataFrame for each table of the data model: ``tables.events`` or ``tables["events"]``.

    ``text`` is the article's text, into which every ``start`` and ``end`` points; ``article`` is the
    article itself, missing on tables read back from a folder. Iteration gives ``(name, DataFrame)`` pairs.
    """

    articles: pd.DataFrame
    sections: pd.DataFrame
    sentences: pd.DataFrame
    entities: pd.DataFrame
    mentions: pd.DataFrame
    places: pd.DataFrame
    times: pd.DataFrame
    figures: pd.DataFrame
    events: pd.DataFrame
    statements: pd.DataFrame
    links: pd.DataFrame
    implications: pd.DataFrame
    findings: pd.DataFrame

    def __init__(self, frames: Mapping[str, pd.DataFrame], text: str, article: Article | None = None) -> None:
        self.text = text
        self.article = article
        for name in TABLES:
            setattr(self, name, frames[name])

    @classmethod
    def from_records(cls, records: Mapping[str, Iterable[Any]], article: Article) -> Tables:
        """Tables of the records of each name, sorted by offsets; a name left out gives an empty table."""
        unknown = sorted(set(records) - set(TABLES))
        if unknown:
            raise KeyError(f"no such table: {', '.join(unknown)}; there are {', '.join(TABLES)}")
        frames = {name: _from_records(name, records.get(name, ())) for name in TABLES}
        return cls(frames, article.text, article)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(f"no such table: {name}; there are {', '.join(TABLES)}")
        return getattr(self, name)

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        return ((name, getattr(self, name)) for name in TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def __eq__(self, other: object) -> bool:
        """Whether the text and every cell and type are equal; ``article`` is not compared."""
        if not isinstance(other, Tables):
            return NotImplemented
        return self.text == other.text and all(rows.equals(other[name]) for name, rows in self)

    __hash__ = None  # type: ignore[assignment]  # DataFrames can change

    def __repr__(self) -> str:
        return f"Tables({', '.join(f'{name}={len(rows)}' for name, rows in self)})"

    def validate(self) -> None:
        """Raise :class:`dateline.validation.TableError` where a table breaks the data model's rules."""
        from dateline.validation import validate

        validate(self)

    def write(self, folder: str | Path, format: str = "csv") -> list[Path]:
        """Validate, write to ``folder`` as csv, parquet, json or xlsx, and return the files written."""
        from dateline.storage import write

        return write(self, Path(folder), format)

    @classmethod
    def read(cls, folder: str | Path, format: str | None = None) -> Tables:
        """The tables in ``folder``; without ``format``, the first there of parquet, csv, json, xlsx."""
        from dateline.storage import read

        return read(Path(folder), format)
