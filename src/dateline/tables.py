"""The tables of one article: a typed DataFrame for each kind of record, for analysts and notebooks.

Extractors return records; here, and only here, they become DataFrames. A column's type comes from the
record's annotation: text is ``string``, whole numbers ``Int64``, measures ``Float64``, dates
``datetime64[us]`` without a time zone, flags ``boolean``. Missing is ``<NA>`` (``NaT`` for dates).

A DataFrame is built when it is first asked for. Until then a table is plain columns, which are enough to
validate and to write it, so that the command line need not wait for pandas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline import schema
from dateline.article import Article
from dateline.records import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from dateline.review import Correction, Unmatched

#: Column name to its values: str, int, float, bool, date, and ``None`` for missing.
Columns = dict[str, list[Any]]

_EPOCH = 719_163  # date.toordinal() of 1970-01-01
_NAT = -(1 << 63)  # how NumPy writes a missing date
_LAST = 1 << 62  # sorts rows without offsets after those that have them


class Tables:
    """One DataFrame for each table of the data model: ``tables.events`` or ``tables["events"]``.

    ``text`` is the article's text, into which every ``start`` and ``end`` points; ``article`` is the
    article itself, missing on tables read back from a folder. ``corrections`` are those of reviewers that are
    in force in the tables, ``unmatched`` those that match no row any more. Iteration gives
    ``(name, DataFrame)`` pairs.
    A DataFrame may be edited or replaced (``tables.events = ...``); ``validate`` and ``write`` see that.
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

    def __init__(self, columns: Mapping[str, Columns], text: str, article: Article | None = None) -> None:
        self.text = text
        self.article = article
        self.corrections: tuple[Correction, ...] = ()
        self.unmatched: tuple[Unmatched, ...] = ()
        self._columns = {name: columns[name] for name in TABLES if name in columns}

    @classmethod
    def from_records(cls, records: Mapping[str, Iterable[Any]], article: Article) -> Tables:
        """Tables of the records of each name, sorted by offsets; a name left out gives an empty table."""
        unknown = sorted(set(records) - set(TABLES))
        if unknown:
            raise KeyError(_no_table(unknown[0]))
        return cls(
            {name: _from_records(name, records.get(name, ())) for name in TABLES}, article.text, article
        )

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise AttributeError(_no_table(name))
        built = _frame(name, self._columns.pop(name))
        setattr(self, name, built)
        return built

    def __setattr__(self, name: str, value: Any) -> None:
        if name in TABLES:
            self._columns.pop(name, None)  # a DataFrame put in its place is what counts from now on
        super().__setattr__(name, value)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(_no_table(name))
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
        return f"Tables({', '.join(f'{name}={size}' for name, size in self.sizes().items())})"

    def columns(self, name: str) -> Columns:
        """A table as plain values, without pandas where its DataFrame was not asked for yet."""
        if name in self._columns:
            return self._columns[name]
        return _plain(self[name])

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A table as one dictionary a row, of plain values by column."""
        columns = self.columns(name)
        return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]

    def sizes(self) -> dict[str, int]:
        """The number of rows of each table."""
        plain = {name: len(next(iter(columns.values()))) for name, columns in self._columns.items()}
        return {name: plain[name] if name in plain else len(self[name]) for name in TABLES}

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


def _no_table(name: str) -> str:
    return f"no such table: {name}; there are {', '.join(TABLES)}"


def _in_text_order(row: Any) -> tuple[int, int]:
    return (_LAST, _LAST) if row.start is None else (row.start, row.end)


def frame(table: str, rows: Iterable[Any]) -> pd.DataFrame:
    """The DataFrame of a table's records, in text order."""
    return _frame(table, _from_records(table, rows))


def _from_records(table: str, rows: Iterable[Any]) -> Columns:
    names = schema.dtypes(table)
    rows = sorted(rows, key=_in_text_order) if "start" in names else list(rows)
    cells = zip(*map(attrgetter(*names), rows), strict=True) if rows else ((),) * len(names)
    return {name: list(values) for name, values in zip(names, cells, strict=True)}


def _frame(table: str, columns: Columns) -> pd.DataFrame:
    """The DataFrame of plain columns, a block each: pandas would look at every value, and at each array."""
    import numpy as np
    import pandas as pd
    from pandas.api.internals import create_dataframe_from_blocks  # type: ignore[import-not-found]

    types, makers = schema.dtypes(table), _makers()
    arrays = [makers[dtype](columns[name]) for name, dtype in types.items()]
    blocks = [(array, np.array([i])) for i, array in enumerate(arrays)]
    rows = pd.RangeIndex(len(columns[next(iter(types))]))
    return create_dataframe_from_blocks(blocks, index=rows, columns=_labels(table).view())


@cache
def _labels(table: str) -> pd.Index:
    import pandas as pd

    return pd.Index(list(schema.dtypes(table)))


@cache
def _makers() -> dict[str, Callable[[Sequence[Any]], Any]]:
    """What makes the array of a column of each type."""
    import numpy as np
    import pyarrow as pa
    from pandas.arrays import ArrowStringArray, BooleanArray, FloatingArray, IntegerArray

    text = pa.large_string()

    def days(values: Sequence[Any]) -> Any:
        since = [_NAT if value is None else value.toordinal() - _EPOCH for value in values]
        return np.array([since], dtype="int64").view("datetime64[D]").astype("datetime64[us]")

    def masked(array: Callable[..., Any], kind: str) -> Callable[[Sequence[Any]], Any]:
        def make(values: Sequence[Any]) -> Any:
            if None not in values:
                return array(np.array(values, dtype=kind), np.zeros(len(values), bool))
            missing = np.array([value is None for value in values])
            return array(np.array([0 if value is None else value for value in values], dtype=kind), missing)

        return make

    return {
        "string": lambda values: ArrowStringArray(pa.array(values, text)),
        "datetime64[us]": days,
        "Int64": masked(IntegerArray, "int64"),
        "Float64": masked(FloatingArray, "float64"),
        "boolean": masked(BooleanArray, "bool"),
    }


def _plain(rows: pd.DataFrame) -> Columns:
    columns = {}
    for name in rows.columns:
        column = rows[name]
        values = column.dt.date if column.dtype.kind == "M" else column
        missing = column.isna().tolist()
        columns[name] = [None if gone else v for v, gone in zip(values.tolist(), missing, strict=True)]
    return columns
