"""What this version of dateline puts into a project: templates, blank notebooks, the reference tables."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline import __version__
from dateline.errors import InputError
from dateline.project import installed
from dateline.starting import blank

#: In the package a file whose name begins with a dot would be hidden from those who look for it.
_HIDDEN = {"gitignore": ".gitignore"}
_VERSION = b"{{version}}"


def wanted() -> dict[str, bytes]:
    """Each file's content by its path in a project, with slashes."""
    found = {
        _HIDDEN.get(path, path): content.replace(_VERSION, __version__.encode())
        for path, content in _below(files("dateline").joinpath("templates"))
    }
    for name, text in blank.notebooks(_folder("notebooks")).items():
        found[f"notebooks/{name}"] = text.encode()
    for path in sorted(_folder("reference").iterdir()):
        if path.suffix in (".csv", ".json"):
            found[f"reference/{path.name}"] = path.read_bytes()
    found["reviews/README.md"] = (_folder("docs") / "review.md").read_bytes()
    return dict(sorted(found.items()))


def _folder(name: str) -> Path:
    found = installed(name)
    if found is None:
        raise InputError(name, "this folder is missing from the installation: install dateline again")
    return found


def _below(folder: Traversable, before: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _below(entry, f"{before}{entry.name}/")
        else:
            found.append((before + entry.name, entry.read_bytes()))
    return found
