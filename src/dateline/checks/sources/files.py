"""The rows of a downloaded file, one after another: text in any usual encoding, packed or not, or a workbook.

For ``sources.read``. A file is never held whole, for a data set may be larger than memory. Rows are numbered
as a spreadsheet numbers them: the header is row 1, an empty line counts, and a cell of several lines does not
make several rows.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

from dateline.errors import InputError
from dateline.reading.text import DecodeError, decode

_BLOCK = 1 << 20
#: What charset detection gets to see: lines that are not ASCII, for only they differ.
_SAMPLE = 1 << 16
_CELL = 1 << 17  # characters a cell holds; more is a quotation mark that never closes
_QUOTED = re.compile(r'"[^"]*"')
_DELIMITERS = ",;\t|"
_GZIP, _ZIP, _OLD_WORKBOOK = b"\x1f\x8b", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

#: A row's number and its cells.
Row = tuple[int, list[str]]


class Sheet:
    """The rows of a text file, or of one sheet of a workbook (its ``name``), read once from the start."""

    def __init__(self, name: str | None, rows: Iterable[Row]) -> None:
        self.name, self.rows = name, iter(rows)


@contextmanager
def sheets(path: Path) -> Iterator[Iterator[Sheet]]:
    """The sheets of the file at ``path``: each sheet of a workbook, or the one of a text file."""
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
            stream.seek(0)
            if start == _ZIP and _is_workbook(path):
                with _workbook(path, stream) as found:
                    yield found
            elif start == _OLD_WORKBOOK:
                raise InputError(path, "a workbook of the old kind (.xls); save it as .xlsx or as CSV")
            elif start[:2] == _GZIP:
                with gzip.open(stream) as packed:
                    yield iter([_text(path, cast(IO[bytes], packed))])
            elif start == _ZIP:
                with _member(path) as packed:
                    yield iter([_text(path, packed)])
            else:
                yield iter([_text(path, stream)])
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(path, f"cannot be read: {reason}") from None


def _text(path: Path, stream: IO[bytes]) -> Sheet:
    encoding = _encoding(path, stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    return Sheet(None, _records(path, text))


def _records(path: Path, text: IO[str]) -> Iterator[Row]:
    first = text.readline()
    if not first.strip("\ufeff\0 \t\r\n"):
        raise InputError(path, "the file is empty, or its first row is")
    delimiter = max(_DELIMITERS, key=_QUOTED.sub("", first).count)
    lines, number = chain([first.removeprefix("\ufeff")], text), 0
    try:
        for number, cells in enumerate(_split(lines, delimiter), 1):
            if any(cells):
                yield number, cells
    except csv.Error as error:
        # Above all a quotation mark that never closes: the cell then swallows the rest of the file.
        raise InputError(path, f"row {number + 1}: {error}") from None
    except UnicodeDecodeError as error:
        raise InputError(path, f"row {number + 1}: cannot be decoded as {error.encoding}") from None


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL)  # other packages raise it, and it is one for all
    if delimiter != "\t":
        return csv.reader(lines, delimiter=delimiter)
    # In tab-separated files a quotation mark is mostly a character like any other, now and then one that
    # stands alone; but a spreadsheet quotes whole cells.
    rows = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return ([_unquoted(cell) if cell[:1] == '"' else cell for cell in cells] for cells in rows)


def _unquoted(cell: str) -> str:
    whole = len(cell) > 1 and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if whole else cell


def _encoding(path: Path, stream: IO[bytes]) -> str:
    """The encoding of the whole file, found without holding it.

    Nearly all are UTF-8, and that only reading to the end can say: a thousand rows of ASCII may come before
    the first accent.
    """
    head = stream.read(_SAMPLE)
    try:
        if b"\0" in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            # Cut between two characters, and not in one of four bytes.
            end = head.rfind(b"\n") if len(head) == _SAMPLE else len(head)
            return decode(head[: end // 2 * 2]).encoding
        stream.seek(0)
        if _is_utf8(stream):
            return "utf-8"
        stream.seek(0)
        return decode(_not_ascii(stream)).encoding
    except DecodeError as error:
        raise InputError(path, str(error)) from None


def _is_utf8(stream: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := stream.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _not_ascii(stream: IO[bytes]) -> bytes:
    found, size = [], 0
    for line in stream:
        if not line.isascii():
            found.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"".join(found)


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return "[Content_Types].xml" in archive.namelist()


@contextmanager
def _member(path: Path) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/") and "__MACOSX" not in name]
        if len(names) != 1:
            raise InputError(
                path, f"an archive of {len(names)} files, expected one; unpack it and name the one"
            )
        with archive.open(names[0]) as stream:
            yield stream


@contextmanager
def _workbook(path: Path, stream: IO[bytes]) -> Iterator[Iterator[Sheet]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # The stream, for of a path openpyxl would believe the ending.
        # Values, not formulas: of a formula whose result was lost nothing is left, which is the truth.
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except (KeyError, ValueError, SyntaxError, InvalidFileException) as error:
        raise InputError(path, f"not a workbook that can be read: {error}") from None
    try:
        yield (Sheet(sheet.title, _cells(path, sheet)) for sheet in book.worksheets)
    finally:
        book.close()


def _cells(path: Path, sheet: Any) -> Iterator[Row]:
    number = 0
    try:
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_as_text(value) for value in values]
            if any(cells):
                yield number, cells
    except SyntaxError as error:  # what XML parsers raise where a sheet is torn
        raise InputError(path, f"sheet {sheet.title!r}, row {number + 1}: damaged ({error})") from None


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return value.isoformat()[:10]
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
