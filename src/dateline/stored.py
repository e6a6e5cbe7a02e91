"""The notebooks as they are stored: whether their outputs still follow from article, reference, review and
code, and how to renew them.

Both tell a reviewer what is different: the notebook, the cell, and the lines of its output.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbformat import NotebookNode

from dateline import nbval_outputs, notebooks, outputs
from dateline.outputs import Difference, Place
from dateline.terminal import plain

_DIFFER = "Cell outputs differ"  # nbval's words


class Held(NamedTuple):
    """A notebook held against what is stored, or renewed."""

    path: Path
    differences: list[Difference]
    rewritten: bool = False  # of a renewed one: whether the file changed
    first: bool = False  # of a renewed one: whether nothing was stored before


def verify(root: Path, paths: Iterable[Path]) -> list[Held]:
    """Execute the stored notebooks and compare every output with the stored one.

    The comparison is nbval's, strict: only the pixels of pictures are left out, whose data is compared by the
    digest in their captions. Raises :class:`dateline.notebooks.NotebookError` where nbval cannot do it.
    """
    return notebooks.side_by_side(partial(_verify, root), list(paths))


def _verify(root: Path, path: Path) -> Held:
    if unrun := _unrun(path):
        return Held(path, unrun)
    with tempfile.TemporaryDirectory(prefix="dateline-") as name:
        folder = Path(name)
        found, profile = folder / "found.json", folder / "profile"
        profile.mkdir()
        strict = ["--nbval", "--nbval-current-env", "--nbval-sanitize-with", str(_pixels(root, folder))]
        plugin = ["-p", nbval_outputs.__name__, nbval_outputs.OPTION, str(found)]
        quiet = ["-q", "-p", "no:cacheprovider", "--rootdir", str(root)]
        command = [sys.executable, "-m", "pytest", *strict, *plugin, *quiet, str(path.resolve())]
        environment = notebooks.environment(str(profile))
        done = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, text=True)
        failed = json.loads(found.read_text("utf-8")) if found.is_file() else []
    if done.returncode and not failed:
        said = (done.stdout + done.stderr).strip()
        raise notebooks.NotebookError(path, f"nbval could not compare it:\n{said}")
    return Held(path, _told(notebooks.read(path), failed))


def _unrun(path: Path) -> list[Difference]:
    """That cells were never executed, as in a new project: nbval lets them pass, whatever comes out."""
    try:
        book = notebooks.read(path)
    except (ValueError, nbformat.ValidationError):
        return []  # no notebook, of which nbval tells
    cells = ((place, book.cells[index]) for index, place in outputs.places(book).items())
    never = [place for place, cell in cells if cell.source.strip() and cell.execution_count is None]
    if not never:
        return []
    like = {1: "", 2: ", like 1 more cell"}.get(len(never), f", like {len(never) - 1} more cells")
    return [Difference(never[0], (f"never executed{like}: nothing is stored to compare with",))]


def _pixels(root: Path, folder: Path) -> Path:
    """What nbval leaves out: the project's own file, or else one with the pixels."""
    own = root / "tests" / "sanitize.cfg"
    if own.is_file():
        return own
    path = folder / "sanitize.cfg"
    regex, replace = outputs.PIXELS
    path.write_text(f"[pixels]\nregex: {regex}\nreplace: {replace}\n", encoding="utf-8")
    return path


def _told(book: NotebookNode, failed: Sequence[dict[str, Any]]) -> list[Difference]:
    """What nbval found, in lines. After a cell that fails those that follow tell nothing of their own."""
    where = outputs.places(book)
    found: list[Difference] = []
    for at, one in enumerate(failed, start=1):
        place = where[one["index"]]
        fresh: list[Any] = [nbformat.from_dict(output) for output in one["outputs"] or []]
        error = next((output for output in fresh if output.output_type == "error"), None)
        if error is not None:
            lines = [f"the cell fails: {error.ename}: {error.evalue}"]
            rest = len(failed) - at
            more = {0: [], 1: ["and 1 cell after it differs or fails"]}
            lines += more.get(rest, [f"and {rest} cells after it differ or fail"])
            return [*found, Difference(place, tuple(lines))]
        found.append(_one(place, book.cells[one["index"]], fresh, one["reason"]))
    return found


def _one(place: Place, cell: NotebookNode, fresh: Sequence[Any], reason: str) -> Difference:
    """What differs, or why nbval complains where no output does: a cell that was never run, a lost kernel."""
    lines = outputs.difference(cell.outputs, fresh) if reason == _DIFFER else []
    return Difference(place, tuple(lines) or (plain(reason),))


def refresh(paths: Sequence[Path]) -> list[Held]:
    """Execute stored notebooks in place, all or none; of each, which outputs changed."""
    fresh = notebooks.side_by_side(notebooks.execute, paths)
    before = [notebooks.read(path) for path in paths]
    return [
        Held(path, outputs.differences(old, new), notebooks.save(new, path), _bare(old))
        for path, old, new in zip(paths, before, fresh, strict=True)
    ]


def _bare(book: NotebookNode) -> bool:
    return not any(cell.get("outputs") for cell in book.cells)
