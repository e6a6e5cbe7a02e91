"""A folder for a user's own project: made by ``dateline init``, and brought up to date by it later.

What a user has changed is never overwritten. ``.dateline.json`` in the folder remembers what was written
there, so that a file he left alone can be told from one he worked on; a notebook that was only executed was
left alone. The new version of a changed file is written beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline import files
from dateline.starting import articles, contents, manifest, planning
from dateline.starting.planning import Step

__all__ = ["Step", "init"]


def init(folder: Path, brought: Sequence[Path] = (), *, dry_run: bool = False) -> list[Step]:
    """Make ``folder`` a project, or bring the one there up to date, with copies of the articles ``brought``.

    Returns what was done with each file, or would be with ``dry_run``. Each file is written whole, and what
    was interrupted is finished by calling it again. Raises :class:`dateline.InputError`, having written
    nothing, where something of the user's would be overwritten or an article cannot be read.
    """
    known = manifest.read(folder)
    wanted = contents.wanted()
    steps = planning.plan(folder, wanted, known) + articles.plan(folder, brought)
    if known is None:
        planning.refuse_to_overwrite(folder, steps)
    if dry_run:
        return steps
    for step in steps:
        if step.content is not None:
            files.write(folder / step.target, step.content)
    manifest.write(folder, wanted)
    return steps
