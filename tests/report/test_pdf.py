"""Printing: by a browser that is there, named or found, and ended when it hangs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dateline.report import pdf

PAGE = '<!DOCTYPE html><title>a</title><p><a href="02.html">b</a> <a href="#c">c</a> <a href="https://d.org">d</a>'


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path with nothing but what a test puts there, and the shell's own programs."""
    monkeypatch.delenv(pdf.VARIABLE, raising=False)
    monkeypatch.setattr(pdf, "_MAC", ())
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_browser_on_the_path_is_found(alone: Path) -> None:
    chrome = program(alone, "google-chrome", "exit 0")
    assert pdf.browser() == chrome


def test_the_one_that_is_named_comes_first(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(alone, "chromium", "exit 0")
    own = program(alone, "own", "exit 0")
    monkeypatch.setenv(pdf.VARIABLE, str(own))
    assert pdf.browser() == own


def test_without_one_the_error_says_what_to_install(alone: Path) -> None:
    with pytest.raises(pdf.NoBrowser, match=r"install Chromium or Chrome .*BROWSER_PATH"):
        pdf.browser()


def test_a_name_that_is_no_program_is_told(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pdf.VARIABLE, "/nowhere/chrome")
    with pytest.raises(pdf.NoBrowser, match="BROWSER_PATH names /nowhere/chrome, which is no program"):
        pdf.browser()


PRINTS = """for a in "$@"; do case "$a" in --print-to-pdf=*) to="${a#*=}";; esac; last="$a"; done
printf '%s ' "/CreationDate (D:20261124031500+00'00')" > "$to"; cat "${last#file://}" >> "$to" """


def test_each_page_is_printed_to_its_place_without_the_time(tmp_path: Path) -> None:
    report = tmp_path / "report"
    (report / "strait").mkdir(parents=True)
    page = report / "strait" / "01.html"
    page.write_text(PAGE, encoding="utf-8")
    made = pdf.write(program(tmp_path, "prints", PRINTS), [page], report, lambda _: None)
    assert made == [report / "pdf" / "strait" / "01.pdf"]
    assert made[0].read_text(encoding="utf-8").startswith("/CreationDate (D:20000101000000+00'00')")


def test_links_to_other_pages_are_not_printed_as_paths_of_this_machine() -> None:
    html = pdf.alone(PAGE)
    assert '<a>b</a> <a href="#c">c</a> <a href="https://d.org">d</a>' in html


def test_a_browser_that_prints_nothing_is_an_error(tmp_path: Path) -> None:
    page = tmp_path / "01.html"
    page.write_text(PAGE, encoding="utf-8")
    with pytest.raises(pdf.PrintingFailed, match="printed nothing: no display"):
        pdf.write(program(tmp_path, "fails", "echo no display >&2"), [page], tmp_path, lambda _: None)


def test_one_that_is_refused_its_sandbox_runs_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    page = tmp_path / "01.html"
    page.write_text(PAGE, encoding="utf-8")
    script = f'case "$*" in *--no-sandbox*) ;; *) echo No usable sandbox >&2; exit 1;; esac\n{PRINTS}'
    assert pdf.write(program(tmp_path, "refused", script), [page], tmp_path, lambda _: None)[0].is_file()


def test_one_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 0.5)
    page, child = tmp_path / "01.html", tmp_path / "child"
    page.write_text(PAGE, encoding="utf-8")
    hangs = program(tmp_path, "hangs", f"sleep 60 & echo $! > {child}; wait")
    with pytest.raises(pdf.PrintingFailed, match=r"more than 0\.5 seconds$"):
        pdf.write(hangs, [page], tmp_path, lambda _: None)
    number = int(child.read_text())
    for _ in range(50):
        state = Path(f"/proc/{number}/stat")
        if not state.is_file() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the browser's own process is still running")
