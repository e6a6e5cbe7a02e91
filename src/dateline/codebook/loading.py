"""A user's codebook files made ready for parsing, for ``parse`` and the command line.

A few are kept, by what their files say, since one codebook is used for many articles: the second parse
with the same files costs nothing more than one without.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from threading import Lock

from dateline.errors import InputError

from . import Codebook, CodebookError, Files, activated, frames
from .merging import PACKAGED, Merged, merge
from .user import Entry, Problem, read

_KEPT = 4
_kept: OrderedDict[tuple[tuple[str, str], ...], Codebook] = OrderedDict()
_lock = Lock()


@contextmanager
def using(files: Files) -> Iterator[Codebook | None]:
    """Puts the packaged codebook with the entries of ``files`` in force inside the ``with``.

    Raises :class:`dateline.InputError` where an entry cannot be used; the packaged one holds without files.
    """
    codebook = load(files)
    with activated(codebook):
        yield codebook


def paths(files: Files) -> list[Path]:
    """The files as a list of paths."""
    if files is None:
        return []
    return [Path(files)] if isinstance(files, (str, PathLike)) else [Path(file) for file in files]


def load(files: Files) -> Codebook | None:
    """The codebook of ``files``; None without any. Raises InputError that names file, entry and reason."""
    contents = [(path, path.read_bytes()) for path in paths(files)]
    if not contents:
        return None
    key = tuple((str(path), hashlib.sha256(content).hexdigest()) for path, content in contents)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    codebook, problems = _merged(contents)
    if problems:
        more = f" (and {len(problems) - 1} more: dateline codebook validate)" if len(problems) > 1 else ""
        first = problems[0]
        raise InputError(first.file, f"{first.entry}: {first.reason}{more}" if first.entry else first.reason)
    with _lock:
        _kept[key] = codebook
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return codebook


def examine(files: Files) -> tuple[Codebook | None, list[Problem]]:
    """The codebook of the files (None without any), and everything that is wrong with them."""
    contents = [(path, path.read_bytes()) for path in paths(files)]
    return _merged(contents) if contents else (None, [])


def _merged(contents: list[tuple[Path, bytes]]) -> tuple[Codebook, list[Problem]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path, content in contents:
        found, wrong = read(path, content)
        entries += found
        problems += wrong
    merged = merge(entries)
    codebook = Codebook(merged.cells(), _said(contents), merged.own())
    return codebook, [*problems, *merged.problems, *_contradictions(codebook, merged, contents)]


def _said(contents: list[tuple[Path, bytes]]) -> str:
    """Which files these are: name and the first figures of their digest, the same wherever they lie."""
    digests = ((path.name, hashlib.sha256(content).hexdigest()) for path, content in contents)
    return " ".join(f"{name}@{digest[:12]}" for name, digest in digests)


def _contradictions(codebook: Codebook, merged: Merged, contents: list[tuple[Path, bytes]]) -> list[Problem]:
    """Frames, codes and classes that do not agree with each other once the files are merged."""
    with activated(codebook):
        try:
            frames.load()
        except CodebookError:
            named = ", ".join(str(path) for path, _ in contents)
            return [_problem(error, merged, named) for error in frames.errors()]
    return []


def _problem(error: CodebookError, merged: Merged, files: str) -> Problem:
    """The error with the file that the row is from; a packaged row no longer holds for all of the files."""
    for row in merged.chapters.get(error.chapter, ()):
        names = (*row.cells.values(), f"{row.cells.get('outer')} + {row.cells.get('inner')}")
        if row.touched != PACKAGED and error.key in names:
            return Problem(row.touched, f"{error.chapter} {error.key!r}", error.reason)
    return Problem(files, f"{error.chapter} {error.key!r}", error.reason)
