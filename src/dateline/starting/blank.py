"""Notebooks as a new project gets them, and as they are packaged: no outputs, and no article named.

The build imports this file by its path, before anything is installed: nothing but the standard library here.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

#: The repository's folders, as prose and parameters call them, and what they are called in a user's project.
_FOLDERS = {f"data/{name}": name for name in ("articles", "reference", "reviews")}
#: A notebook that is named after what the bundled article is about.
_NAMES = {"03_afghanistan.ipynb": "03_implications.ipynb"}
#: Parameters that say which articles are read; without a value it is the project's first, or all of them.
_ARTICLES = ("article", "articles")


def notebooks(folder: Path) -> dict[str, str]:
    """The notebooks of a folder by the names they have in a new project, each as its file's text."""
    return {
        _NAMES.get(path.name, path.name): blank(path.read_text(encoding="utf-8")) for path in paths(folder)
    }


def paths(folder: Path) -> list[Path]:
    """The notebooks in a folder, in their order; what `dateline init` put beside one is not used."""
    return sorted(path for path in folder.glob("*.ipynb") if ".new" not in path.suffixes)


def blank(text: str) -> str:
    """The notebook without outputs and articles; a blank one comes back as it is."""
    for folder, name in _FOLDERS.items():
        text = text.replace(folder, name)
    book = json.loads(text)
    book["cells"] = [_emptied(cell) for cell in book["cells"] if "injected-parameters" not in tags(cell)]
    return written(book)


def written(book: dict[str, Any]) -> str:
    """The notebook as its file's text, in the form that Jupyter gives it."""
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def tags(cell: dict[str, Any]) -> list[str]:
    return cell.get("metadata", {}).get("tags", [])


def source(cell: dict[str, Any]) -> str:
    """The cell's text, which a file may hold as one string or as its lines."""
    return "".join(cell.get("source", ""))


def _emptied(cell: dict[str, Any]) -> dict[str, Any]:
    cell = cell | {"metadata": {"tags": tags(cell)} if tags(cell) else {}}
    if cell["cell_type"] == "code":
        cell |= {"outputs": [], "execution_count": None}
    if "parameters" in tags(cell):
        cell |= {"source": _without_articles(source(cell)).splitlines(keepends=True)}
    return cell


def _without_articles(parameters: str) -> str:
    for name, value in assignments(parameters).items():
        if name in _ARTICLES:
            parameters = parameters.replace(value, f"{name} = None")
    return parameters


def assignments(parameters: str) -> dict[str, str]:
    """The names that a cell of plain assignments sets, each with its statement as written."""
    return {
        target.id: ast.get_source_segment(parameters, statement) or ""
        for statement in ast.parse(parameters).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
