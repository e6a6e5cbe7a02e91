"""Writing files: whole or not at all, and only where something changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dateline import files


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    assert files.write(tmp_path / "new" / "a.txt", "Łódź\r\n1939\n")
    assert (tmp_path / "new" / "a.txt").read_bytes() == "Łódź\r\n1939\n".encode()


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    files.write(tmp_path / "a.csv", b"1\n")
    files.write(tmp_path / "a.csv", b"2\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_says_the_same_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    files.write(path, "1\n")
    os.utime(path, (0, 0))
    assert not files.write(path, "1\n")
    assert path.stat().st_mtime == 0


def test_a_link_leads_on_to_its_file(tmp_path: Path) -> None:
    shared, link = tmp_path / "shared" / "a.csv", tmp_path / "a.csv"
    files.write(shared, "1\n")
    link.symlink_to(shared)
    files.write(link, "2\n")
    assert link.is_symlink()
    assert shared.read_text("utf-8") == "2\n"


@pytest.mark.parametrize("name", ["a.csv", "b.csv"])
def test_what_cannot_be_written_raises_and_changes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.csv").mkdir()
    (tmp_path / ".b.csv.part").mkdir()
    (tmp_path / "b.csv").write_text("1\n", encoding="utf-8")
    with pytest.raises(OSError, match=name):
        files.write(tmp_path / name, "2\n")
    assert (tmp_path / "b.csv").read_text("utf-8") == "1\n"


if sys.platform != "win32":

    def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            files.write(pipe, "1\n")
            assert os.read(reader, 9) == b"1\n"
        finally:
            os.close(reader)
        assert pipe.is_fifo()
