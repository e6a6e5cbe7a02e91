"""The report's pages as PDF, printed by a browser of the Chromium family that is there already.

The browser gets a profile of its own that is thrown away, and no network; that nothing runs in a page is the
page's own policy. It has its sandbox where the machine lets it, and is ended when it takes too long.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import lxml.html

from dateline import files

VARIABLE = "BROWSER_PATH"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_SECONDS = 120  # for one page, which takes two
_QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)
_MADE = re.compile(rb"/(CreationDate|ModDate) ?\(D:\d{14}")


class NoBrowser(ValueError):
    """There is no browser that could print."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"--to pdf needs a browser to print with, and {reason}: install Chromium or Chrome "
            f"(Debian: apt install chromium), or name one in the variable {VARIABLE}"
        )


def browser() -> Path:
    """The browser that ``BROWSER_PATH`` names, else the first of its family on the path."""
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoBrowser(f"{VARIABLE} names {named}, which is no program")
        return Path(found)
    installed = [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in _MAC]
    paths = [*map(shutil.which, _NAMES), *(str(path) for path in installed if path.is_file())]
    path = next((path for path in paths if path), None)
    if path is None:
        raise NoBrowser("there is none here")
    return Path(path)


def write(program: Path, pages: Iterable[Path], report: Path, progress: Callable[[str], None]) -> list[Path]:
    """Print each of the pages under ``report`` to the same place under ``report/pdf``; returns the files."""
    made = []
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as name:
        for page in pages:
            place = page.relative_to(report)
            progress(f"printing {place}")
            bare, printed = Path(name) / "page.html", Path(name) / "page.pdf"
            bare.write_text(alone(page.read_text(encoding="utf-8")), encoding="utf-8")
            printed.unlink(missing_ok=True)
            _print(program, bare, printed, Path(name) / "profile")
            path = report / "pdf" / place.with_suffix(".pdf")
            files.write(path, _undated(printed.read_bytes()))
            made.append(path)
    return made


def alone(html: str) -> str:
    """The page without links to its neighbours, which in a PDF would name folders of this machine."""
    root = lxml.html.document_fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for link in root.iter("a"):
        if not re.match(r"#|https?:|mailto:", link.get("href") or "#"):
            del link.attrib["href"]
    return str(lxml.html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def _print(program: Path, page: Path, to: Path, profile: Path) -> None:
    """One run of the browser; a second one without its sandbox where the machine refuses it one."""
    command = [str(program), *_QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={to}"]
    root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium has no sandbox for root
    said = ""
    for more in [["--no-sandbox"]] if root else [[], ["--no-sandbox"]]:
        said = _run([*command, *more, page.as_uri()])
        if to.is_file() and to.stat().st_size:
            return
        if "sandbox" not in said.lower():
            break
    last = said.strip().splitlines()[-1:] or ["it said nothing"]
    raise PrintingFailed(f"{program} printed nothing: {last[0]}")


class PrintingFailed(RuntimeError):
    """The browser ran and left no page."""


def _run(command: list[str]) -> str:
    """What the program said; it and whatever it started are ended when the time is over."""
    own_group = sys.platform != "win32"
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=own_group,
    )
    try:
        return process.communicate(timeout=_SECONDS)[1].decode("utf-8", "replace")
    except BaseException as error:
        if own_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()
        if isinstance(error, subprocess.TimeoutExpired):
            return f"it took more than {_SECONDS} seconds"
        raise


def _undated(pdf: bytes) -> bytes:
    """The same PDF without the time of printing, so that the same page gives the same file."""
    return _MADE.sub(rb"/\1 (D:20000101000000", pdf)
