"""``.dateline.json``: which version last wrote a project's files, and what it wrote."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dateline import __version__, files
from dateline.errors import InputError
from dateline.starting import blank

NAME = ".dateline.json"


@dataclass(frozen=True)
class Digest:
    """What a file says, in short; a notebook's parameters apart, for they are there to be changed."""

    body: str
    parameters: str = ""


Manifest = dict[str, Digest]


def digest(path: str, data: bytes) -> Digest:
    """Line ends count for nothing, and in a notebook only what its cells say: no output, no empty cell."""
    book = notebook(data) if path.endswith(".ipynb") else None
    if book is None:
        return Digest(_hash(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")))
    told: dict[bool, list[list[str]]] = {True: [], False: []}
    for cell in book["cells"]:
        text = "\n".join(blank.source(cell).splitlines())
        if text.strip() and "injected-parameters" not in blank.tags(cell):
            told["parameters" in blank.tags(cell)].append([cell["cell_type"], text])
    return Digest(*(_hash(json.dumps(told[which]).encode()) for which in (False, True)))


def notebook(data: bytes) -> dict[str, Any] | None:
    """The notebook in ``data``, or None where it is none any more."""
    try:
        book = json.loads(data)
        for cell in book["cells"]:
            _ = blank.source(cell), blank.tags(cell), cell["cell_type"]
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return book


def read(folder: Path) -> Manifest | None:
    """What was written into the project there; None where there is none.

    Raises InputError where a later version of dateline wrote it, or it is not what one wrote.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_bytes())
        version, known = told["version"], {name: Digest(**parts) for name, parts in told["files"].items()}
        later = _ordered(version) > _ordered(__version__)
    except (ValueError, TypeError, LookupError, AttributeError):
        raise InputError(
            path, "not as `dateline init` wrote it; restore it, or start in a new folder"
        ) from None
    if later:
        raise InputError(path, f"written by dateline {version}, and this is {__version__}: upgrade dateline")
    return known


def write(folder: Path, wanted: Mapping[str, bytes]) -> None:
    """Remember what each file is as this version of dateline has it."""
    parts = {path: asdict(digest(path, content)) for path, content in sorted(wanted.items())}
    files.write(folder / NAME, json.dumps({"version": __version__, "files": parts}, indent=2) + "\n")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _ordered(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version.split("+")[0])]
