"""Where the folders of a project are: articles, reference tables, reviews, notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Project:
    """A folder with ``notebooks``, and with ``articles``, ``reference``, ``reviews`` in it or in ``data``."""

    root: Path

    @property
    def data(self) -> Path:
        """What holds the folders of data."""
        inner = self.root / "data"
        return inner if (inner / "articles").is_dir() else self.root

    @property
    def articles(self) -> Path:
        return self.data / "articles"

    @property
    def reference(self) -> Path:
        return self.data / "reference"

    @property
    def reviews(self) -> Path:
        return self.data / "reviews"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"


def project(start: Path | None = None) -> Project:
    """The project that ``start``, by default the working folder, lies in; InputError where in none."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        found = Project(folder)
        if found.notebooks.is_dir() and found.articles.is_dir():
            return found
    raise InputError(here, "no folder from here upward has notebooks and articles; `dateline init` makes one")


def around(start: Path | None = None) -> Project | None:
    """The same, or ``None``."""
    try:
        return project(start)
    except InputError:
        return None


def installed(name: str) -> Path | None:
    """The folder of that name (``reference``, ``notebooks``) that came with dateline."""
    if _HERE.parent.name == "src":  # an editable installation has them in the repository
        source = Project(_HERE.parents[1])
        places = [source.data / name, source.root / name]
    else:
        places = [_HERE / "shared" / name]  # where setup.py puts them
    return next((folder for folder in places if folder.is_dir()), None)


def reference_folder() -> Path | None:
    """The reference tables that count where none are named: the project's, else the ones installed.

    ``None`` where the project has none of its own.
    """
    here = around()
    if here is None:
        return installed("reference")
    return here.reference if here.reference.is_dir() else None


def in_project(name: str | Path) -> Path:
    """The file or folder that a name means: from the working folder, or else from the project's."""
    path = Path(name)
    here = None if path.is_absolute() or path.exists() else around()
    return here.root / path if here else path
