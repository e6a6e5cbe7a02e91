"""Where the project's own folders are: articles, reference tables, notebooks."""

from __future__ import annotations

import site
import sysconfig
from pathlib import Path

from dateline.errors import InputError


def project_root(start: Path | None = None) -> Path:
    """The nearest folder, upward from the working one, with ``notebooks`` and ``data/articles`` in it.

    From elsewhere it is the folder that dateline was installed from, if that one has them.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[2]):
        if (folder / "notebooks").is_dir() and (folder / "data" / "articles").is_dir():
            return folder
    raise InputError(here, "neither this folder nor one above it is the project (notebooks, data/articles)")


def reference_folder() -> Path | None:
    """The reference tables that count where none are named: the project's, else the ones installed.

    ``None`` where the project has none of its own.
    """
    try:
        folder = project_root() / "data" / "reference"
    except InputError:
        prefixes = (sysconfig.get_path("data"), site.getuserbase())
        folders = [Path(prefix) / "share" / "dateline" / "reference" for prefix in prefixes]
        return next((folder for folder in folders if folder.is_dir()), None)
    return folder if folder.is_dir() else None


def in_project(name: str | Path) -> Path:
    """The file or folder that a name means: from the working folder, or else from the project's."""
    path = Path(name)
    return path if path.is_absolute() or path.exists() else project_root() / path
