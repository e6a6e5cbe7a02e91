"""The articles that a user brings to his new project: copied with their sidecars, once they can be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.errors import InputError
from dateline.reading import read, stored
from dateline.starting.planning import Step

_FOLDER = "articles"


def plan(folder: Path, brought: Sequence[Path]) -> list[Step]:
    """A step for each article and each sidecar.

    Raises InputError where one cannot be read, or another of that name is there already.
    """
    steps: list[Step] = []
    there = {path.stem: path for path in stored(folder / _FOLDER)}
    for article in brought:
        read(article)
        other = there.setdefault(article.stem, article)
        if other.name != article.name or other.read_bytes() != article.read_bytes():
            raise InputError(article, f"would have the same name as {other}, and so the same report")
        sidecar = article.with_suffix(".toml")
        steps += [_copy(folder, path) for path in (article, sidecar) if path.is_file()]
    return steps


def _copy(folder: Path, file: Path) -> Step:
    path = f"{_FOLDER}/{file.name}"
    data = file.read_bytes()
    if not (folder / path).exists():
        return Step(path, "new", path, data)
    if (folder / path).read_bytes() != data:
        raise InputError(folder / path, f"is there already, and differs from {file}")
    return Step(path, "as it was", path)
