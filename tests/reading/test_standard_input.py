"""An article that comes from no file: through a pipe, on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import cli
from dateline.errors import InputError
from dateline.reading import LARGEST, from_bytes

TEXT = "Iran and Iraq met in Geneva on 4 May 1989 and agreed on nothing."
PAGE = f"<!DOCTYPE html><html><body><p>{TEXT}</p><script>JUNK</script></body></html>"


def dateline(*arguments: str, given: bytes) -> Result:
    return CliRunner().invoke(cli.main, list(arguments), input=given)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        PAGE.encode(),
        ("\ufeff\n" + PAGE).encode(),
        PAGE.encode("utf-16"),
        f"<?xml version='1.0'?>\n<html><body><p>{TEXT}</p></body></html>".encode(),
        f"<!-- saved -->\n<HTML><BODY><P>{TEXT}</BODY></HTML>".encode(),
    ],
)
def test_the_format_is_known_by_how_it_begins(data: bytes) -> None:
    article = from_bytes(data)
    assert (article.text.strip(), article.source) == (TEXT, None)


@pytest.mark.parametrize(
    "text", ["<Iran> and Iraq met.", "< 5 dead in Basra, says radio.", "<!-- a note --> They met."]
)
def test_an_angle_bracket_makes_no_page(text: str) -> None:
    assert from_bytes(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "standard input: empty: there are no bytes in it"),
        (b" \n", "standard input: empty: there is no text in it"),
        (b"a\0b\0\0", "standard input: a binary file, not text"),
        (b"%PDF-1.4 nothing", "standard input: the PDF cannot be read: it is damaged or cut off"),
        (b"a" * (LARGEST + 1), "standard input: too large: 10,000,001 bytes"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        from_bytes(data)
    assert str(caught.value).startswith(reason)


def test_parse_writes_the_tables(tmp_path: Path) -> None:
    found = dateline("parse", "-", "--out", str(tmp_path / "tables"), given=PAGE.encode())
    assert found.exit_code == 0
    assert TEXT in (tmp_path / "tables" / "sentences.csv").read_text("utf-8")


def test_show_prints_a_table() -> None:
    found = dateline("show", "-", "times", given=TEXT.encode())
    assert found.exit_code == 0
    assert "1989-05-04" in found.stdout


def test_nothing_on_standard_input_is_an_error() -> None:
    found = dateline("show", "-", given=b"")
    assert (found.exit_code, found.stderr) == (
        2,
        "dateline: standard input: empty: there are no bytes in it\n",
    )


def test_run_needs_a_file() -> None:
    found = dateline("run", "-", given=TEXT.encode())
    assert found.exit_code == 2
    assert "run executes notebooks, which need a file to read" in found.stderr


def test_a_text_does_not_load_what_reads_other_formats(root: Path) -> None:
    code = "import sys; from dateline.reading import from_text; from_text('They met.\\n\\nThey left.'); "
    code += "print(sorted({'lxml', 'trafilatura', 'pypdfium2', 'markdown_it', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "[]\n"
