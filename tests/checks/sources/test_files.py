"""How rows come out of files: encodings, delimiters, packed files, and how rows are counted."""

from __future__ import annotations

import gzip
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from dateline.checks.sources import files
from dateline.errors import InputError

TEXT = "town,killed\nAbéché,3\nOum Hadjer,4\n"
ROWS = [(1, ["town", "killed"]), (2, ["Abéché", "3"]), (3, ["Oum Hadjer", "4"])]


def rows_of(path: Path) -> list[files.Row]:
    with files.sheets(path) as sheets:
        [sheet] = sheets
        return list(sheet.rows)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "download"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(path: Path, encoding: str) -> None:
    path.write_bytes(TEXT.encode(encoding))
    assert rows_of(path) == ROWS


def test_an_accent_after_a_megabyte_of_ascii(path: Path) -> None:
    path.write_bytes(b"town,killed\n" + b"Mao,1\n" * 300_000 + "Abéché,3\n".encode("latin-1"))
    assert rows_of(path)[-1] == (300_002, ["Abéché", "3"])


def test_damaged_utf_8_is_refused(path: Path) -> None:
    path.write_bytes("town,killed\nAbéché,3\nN’Djaména,4\n".encode() + b"Ab\xc3,5\n")
    with pytest.raises(InputError, match="damaged UTF-8"):
        rows_of(path)


def test_a_binary_file_is_refused(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(40))
    with pytest.raises(InputError, match="a binary file, not text"):
        rows_of(path)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", "\ufeff".encode("utf-16-le")])
def test_an_empty_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match="the file is empty, or its first row is"):
        rows_of(path)


def test_a_file_that_is_not_there(path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        rows_of(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(path: Path, delimiter: str) -> None:
    path.write_text(TEXT.replace(",", delimiter), "utf-8")
    assert rows_of(path) == ROWS


def test_a_delimiter_inside_quotation_marks_is_none(path: Path) -> None:
    path.write_text('town,"killed; injured; missing"\nMao,3\n', "utf-8")
    assert rows_of(path) == [(1, ["town", "killed; injured; missing"]), (2, ["Mao", "3"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(path: Path, end: str) -> None:
    path.write_bytes(TEXT.replace("\n", end).encode())
    assert rows_of(path) == ROWS


def test_a_cell_of_several_lines_is_one_row(path: Path) -> None:
    path.write_text('town,note\nMao,"first\nsecond\nthird"\nAti,none\n', "utf-8")
    assert rows_of(path)[1:] == [(2, ["Mao", "first\nsecond\nthird"]), (3, ["Ati", "none"])]


def test_an_empty_line_counts_and_gives_nothing(path: Path) -> None:
    path.write_text("town,killed\n\n,\nMao,3\n\n", "utf-8")
    assert rows_of(path) == [(1, ["town", "killed"]), (4, ["Mao", "3"])]


def test_a_quotation_mark_that_never_closes(path: Path) -> None:
    path.write_text('town,killed\nMao,1\n"Ati,3\n' + "Bol,3\n" * 30_000, "utf-8")
    with pytest.raises(InputError, match="row 3: field larger than field limit"):
        rows_of(path)


def test_a_quotation_mark_between_tabs_is_a_character(path: Path) -> None:
    path.write_text('town\tsaid\nMao\t"Stay" he said\nAti\tso "it" was\nBol\t"5\n', "utf-8")
    assert [cells[1] for _, cells in rows_of(path)] == ["said", '"Stay" he said', 'so "it" was', '"5']


def test_a_cell_between_tabs_that_a_spreadsheet_quoted(path: Path) -> None:
    path.write_text('town\tsaid\nMao\t"a ""big"" one"\n', "utf-8")
    assert rows_of(path)[1] == (2, ["Mao", 'a "big" one'])


def test_a_gzipped_file(path: Path) -> None:
    path.write_bytes(gzip.compress(TEXT.encode("latin-1")))
    assert rows_of(path) == ROWS


def test_a_zipped_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("__MACOSX/._data.csv", "resource fork")
        archive.writestr("data.csv", TEXT)
    assert rows_of(path) == ROWS


def test_an_archive_of_two_files_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", TEXT)
        archive.writestr("b.csv", TEXT)
    with pytest.raises(InputError, match="an archive of 2 files, expected one"):
        rows_of(path)


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04" + b"torn" * 9, gzip.compress(TEXT.encode() * 99)[:60], b"\x1f\x8b\x08\0" + b"torn" * 9],
)
def test_a_packed_file_that_is_torn(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match="cannot be read"):
        rows_of(path)


def test_a_workbook_of_the_old_kind_is_refused(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    with pytest.raises(InputError, match="a workbook of the old kind"):
        rows_of(path)


def test_a_workbook_with_a_torn_sheet(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["town", "killed"])
    book.worksheets[0].append(["Mao", 3])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet[: sheet.index(b'r="A2"')] + b"<<"
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(InputError, match="sheet 'Sheet', row 2: damaged"):
        rows_of(path)


def test_a_workbook_that_is_none(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(InputError, match="cannot be read: File contains no valid workbook part"):
        rows_of(path)


def test_the_sheets_of_a_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a note"])
    data = book.create_sheet("Data")
    data.append(["day", "killed", "mean", "sum"])
    data.append([])
    data.append([datetime(2031, 3, 17), 3, 2.0, "=SUM(B:B)"])
    data.append(["17/03/2031", None, 2.5, True])
    book.save(path)
    with files.sheets(path) as sheets:
        found = {sheet.name: list(sheet.rows) for sheet in sheets}
    assert found == {
        "Sheet": [(1, ["a note"])],
        "Data": [
            (1, ["day", "killed", "mean", "sum"]),
            (3, ["2031-03-17", "3", "2", ""]),
            (4, ["17/03/2031", "", "2.5", "True"]),
        ],
    }
