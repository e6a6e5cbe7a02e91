"""What becomes of each file of a project, decided before anything is written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from dateline.errors import InputError
from dateline.starting import blank
from dateline.starting.manifest import Digest, Manifest, digest, notebook

Action = Literal["new", "upgraded", "as it was", "kept", "left out", "outdated"]


@dataclass(frozen=True)
class Step:
    """What is done with one file. ``target`` is where ``content`` goes: to ``path``, or beside it."""

    path: str
    action: Action
    target: str
    content: bytes | None = None
    note: str = ""


def plan(folder: Path, wanted: Mapping[str, bytes], known: Manifest | None) -> list[Step]:
    """A step for each file that is wanted, and for each that once was."""
    known = known or {}
    steps = [_step(folder, path, content, known.get(path)) for path, content in wanted.items()]
    steps = _record_as_a_whole(folder, steps)
    for path in sorted(known.keys() - wanted.keys()):
        if (folder / path).exists():
            note = "no longer comes with dateline; delete it unless you use it"
            steps.append(Step(path, "outdated", path, note=note))
    return steps


def refuse_to_overwrite(folder: Path, steps: Sequence[Step]) -> None:
    """A folder that is no project yet may hold the user's own files, but none where ours have to go."""
    for step in steps:
        if step.action == "kept":
            raise InputError(
                folder, f"is not empty, and its {step.path} is not dateline's; name a new or empty folder"
            )


def _step(folder: Path, path: str, content: bytes, old: Digest | None) -> Step:
    file = folder / path
    if not file.exists():
        _refuse_what_is_in_the_way(folder, path)
        if old is not None:
            return Step(path, "left out", path, note="you deleted it")
        return Step(path, "new", path, content)
    if not file.is_file():
        raise InputError(file, "is not a file, and a file of that name has to go there")
    data = file.read_bytes()
    now, new = digest(path, data), digest(path, content)
    if now.body not in (new.body, old and old.body):
        return _beside(folder, path, content, new == old)
    note = ""
    if now.parameters not in (new.parameters, old and old.parameters):
        merged = _with_parameters(content, data)
        if merged is None:
            return _beside(folder, path, content, new == old)
        content, note = merged, "with your parameters"
    if digest(path, content) == now:
        return Step(path, "as it was", path)
    return Step(path, "upgraded", path, content, note)


def _record_as_a_whole(folder: Path, steps: list[Step]) -> list[Step]:
    """Tables of the record refer to each other: where one waits for its user, those beside it wait too."""
    tables = [step for step in steps if PurePosixPath(step.path).match("reference/*.[cj]s*")]
    if not any(step.content and step.action == "kept" for step in tables):
        return steps
    return [
        _beside(folder, step.path, step.content, False, "goes with the others")
        if step in tables and step.action == "upgraded" and step.content
        else step
        for step in steps
    ]


def _beside(folder: Path, path: str, content: bytes, seen: bool, why: str = "yours") -> Step:
    """The file stays; a new version that has not been offered yet is put beside it."""
    if seen:
        return Step(path, "kept", path, note=why)
    wanted = digest(path, content)
    for number in range(1, 1000):
        target = _new_name(path, number)
        file = folder / target
        if not file.exists():
            return Step(path, "kept", target, content, f"{why}; the new version is {target}")
        if file.is_file() and digest(path, file.read_bytes()) == wanted:
            break
    return Step(path, "kept", target, note=f"{why}; the new version is {target}")


def _new_name(path: str, number: int) -> str:
    """``Makefile.new``, ``notebooks/01_context.new.ipynb``; the second one, ``01_context.2.new.ipynb``."""
    place = PurePosixPath(path)
    mark = ".new" if number == 1 else f".{number}.new"
    return place.with_name(f"{place.stem}{mark}{place.suffix}").as_posix()


def _with_parameters(content: bytes, data: bytes) -> bytes | None:
    """The notebook ``content`` with the parameters that the user set in ``data``, and the new ones.

    None where there is not one cell of parameters in each.
    """
    book, mine = json.loads(content), notebook(data)
    new, chosen = (
        [cell for cell in (one or {}).get("cells", ()) if "parameters" in blank.tags(cell)]
        for one in (book, mine)
    )
    if len(new) != 1 or len(chosen) != 1:
        return None
    text = _merged(blank.source(chosen[0]), blank.source(new[0]))
    new[0]["source"] = text.splitlines(keepends=True)
    return blank.written(book).encode()


def _merged(mine: str, theirs: str) -> str:
    try:
        has = blank.assignments(mine)
    except SyntaxError:
        return mine
    added = [line for name, line in blank.assignments(theirs).items() if name not in has]
    return "\n".join([mine.rstrip("\n"), *added])


def _refuse_what_is_in_the_way(folder: Path, path: str) -> None:
    for parent in (folder / path).parents:
        if parent.exists() and not parent.is_dir():
            raise InputError(parent, "is a file, and a folder of that name has to be there")
        if parent == folder:
            return
