"""What a report was made from, and with what: files with their digests, and versions.

Nothing here tells when the report was made or where: the same input gives the same page.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dateline import __version__, wording
from dateline.checks.reference import Reference
from dateline.files import sha256
from dateline.report.subject import Subject
from dateline.views.view import Safe, join, lines, small, tag

_NARROW = 5  # columns of numbers and words that a phone still has room for
_BASES = {"given": "given beside the text", "stated": "stated in the text", "inferred": "inferred"}


def read(subjects: Sequence[Subject]) -> str:
    """The files that went into the report, as a table."""
    rows = [row for subject in subjects for row in _files(subject)]
    rows += _record([subject.record for subject in subjects])
    return grid(
        "Files, with the SHA-256 of their bytes",
        ["file", "published, or years covered", "SHA-256"],
        rows,
    )


def versions() -> str:
    """The programs and the codebook that made the report."""
    made = [
        ("dateline", __version__),
        ("codebook", join(["SHA-256", _short(_codebook())])),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in ("pandas", "matplotlib", "nbconvert")),
    ]
    return grid("What made this report", ["program", "version"], [[name, told] for name, told in made])


def grid(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table under its caption; numbers stand to the right."""
    rows = list(rows)
    numbers = [isinstance(value, int) for value in rows[0]] if rows else []
    kinds = [' class="number"' if number else "" for number in numbers] or [""] * len(heads)
    head = "".join(f'<th scope="col"{kind}>{text}</th>' for text, kind in zip(heads, kinds, strict=True))
    body = "".join(f"\n<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    wide = ' class="wide"' if len(heads) > _NARROW else ""
    keep = " keep" if body.count("<tr>") < 10 else ""
    return (
        f'<p class="caption">{caption}</p>\n'
        f'<div class="dateline-scroll{keep}" tabindex="0" role="group" aria-label="{caption}"><table{wide}>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}\n</tbody>\n</table></div>"
    )


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f'<td class="number">{value}</td>'
    return str(tag("td", value))


def _files(subject: Subject) -> list[list[object]]:
    row = subject.row
    basis = _BASES.get(wording.text(row["published_basis"]), "")
    when = join([wording.day(row["published"]), small(f"({basis})" if basis else "")])
    rows: list[list[object]] = [[_file(subject.path.name, "article"), when, _digest(subject.path)]]
    aside = subject.path.with_suffix(".toml")
    if aside.is_file():
        rows.append([_file(aside.name, "what the article does not say of itself"), "", _digest(aside)])
    if subject.review is not None:
        rows.append([_file(subject.review.name, "review"), "", _digest(subject.review)])
    words = wording.text(row.get("codebook"))
    return [*rows, *([[_file(words, "codebook entries of the user's"), "", ""]] if words else [])]


def _file(name: str, what: str) -> Safe:
    return lines([name, small(what)])


def _record(records: Iterable[Reference]) -> list[list[object]]:
    """The files of the public record, each once, and the years they speak of."""
    rows: dict[tuple[str, str], list[object]] = {}
    for record in records:
        for file in record.files:
            own = getattr(record, Path(file.name).stem, ()) if file.name.endswith(".csv") else ()
            told = [_file(file.name, "public record"), _years(own), _short(file.sha256)]
            rows.setdefault((file.name, file.sha256), told)
    return [rows[key] for key in sorted(rows)]


def _years(rows: Iterable[Any]) -> str:
    """From the first to the last year that the rows of a reference table speak of."""
    days = [day for row in rows for day in (_day(row, "start", 0), _day(row, "end", 1)) if day is not None]
    years = sorted({day.year for day in days})
    return "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _day(row: Any, name: str, at: int) -> Any:
    day = getattr(row, f"date_{name}", None) or getattr(row, name, None)
    return day[at] if isinstance(day, tuple) else day


def _digest(path: Path) -> Safe:
    return _short(sha256(path))


def _short(digest: str) -> Safe:
    return Safe(f'<span class="digest">{digest}</span>')


@cache
def _codebook() -> str:
    """A digest of the packaged codebook's files: their names and bytes, in the order of the names."""
    digest = hashlib.sha256()
    folder = resources.files("dateline.codebook")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".csv", ".toml")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
