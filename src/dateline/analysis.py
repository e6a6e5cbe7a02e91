"""From an article's file to its tables, checked: what the notebooks and the command line work on.

Read, parse, overlay what reviewers corrected, check: one way for all who need it.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.project import around, in_project, project

if TYPE_CHECKING:
    import pandas as pd

    from dateline.article import Article
    from dateline.checks.reference import Reference
    from dateline.codebook import Files
    from dateline.language.pipeline import Pipeline
    from dateline.review import Correction
    from dateline.tables import Tables


def analyse(
    article: Article | str | Path,
    *,
    reference: Reference | str | Path | None = None,
    sources: Sequence[str | Path] = (),
    codebook: Files = None,
    pipeline: Pipeline | None = None,
) -> tuple[Tables, Reference]:
    """The article's tables with their findings, and the record that they were held against.

    Corrections of a file's article (``reviews/NAME.csv``, see :mod:`dateline.review`) are in force.
    ``reference`` is a folder of reference tables, the project's own by default; ``sources`` are downloaded
    files. Raises :class:`dateline.InputError` for a file that cannot be used.
    """
    from dateline import review

    held: list[Reference] = []

    def findings(tables: Tables) -> pd.DataFrame:
        held.append(hold(tables, reference, sources))
        return tables.findings

    done = review.overlay(_parsed(article, codebook, pipeline), _corrections(article), findings)
    return done.tables, held[0]


def code(
    article: Article | str | Path, *, codebook: Files = None, pipeline: Pipeline | None = None
) -> Tables:
    """The article's tables, before any checking."""
    from dateline import review

    parsed = _parsed(article, codebook, pipeline)
    return review.apply(parsed, _corrections(article), only=review.CODED).tables


def _parsed(article: Article | str | Path, codebook: Files, pipeline: Pipeline | None) -> Tables:
    from dateline.parsing import parse
    from dateline.reading import read

    read_one = read(article) if isinstance(article, (str, Path)) else article
    return parse(read_one, codebook=codebook, pipeline=pipeline)


def _corrections(article: Article | str | Path) -> list[Correction]:
    """What reviewers put right in the article of a file; a text from elsewhere has no review."""
    from dateline import review

    return review.of(Path(article)) if isinstance(article, (str, Path)) else []


def hold(
    tables: Tables,
    reference: Reference | str | Path | None = None,
    sources: Sequence[str | Path] = (),
) -> Reference:
    """Fill the ``findings`` of the tables; returns the record they were held against."""
    from dateline.checks import check, concerning
    from dateline.checks.reference import Reference, load_reference

    record = reference if isinstance(reference, Reference) else load_reference(reference)
    record = concerning(tables, record, sources)
    tables.findings = check(tables, record)
    return record


def articles(names: str | Path | Iterable[str | Path] | None = None) -> list[Path]:
    """The files that names and patterns (``articles/*.html``) mean, in the project; by default, all it has.

    What a pattern finds and cannot be read (a sidecar, a picture) is left out; a file that is named is not.
    Raises :class:`dateline.InputError` where there is none.
    """
    from dateline.reading import stored

    if names is None:
        folder = project().articles
        return stored(folder) or _none(folder, ": put one in, as .txt, .md, .html or .pdf")
    found: dict[Path, None] = {}
    for name in [names] if isinstance(names, (str, Path)) else names:
        found.update(dict.fromkeys(_matching(str(name))))
    return list(found)


def _matching(name: str) -> list[Path]:
    from dateline.reading import readable

    if not glob.has_magic(name) or in_project(name).exists():
        return [in_project(name)]
    pattern = Path(name)
    if pattern.is_absolute():
        found = Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))
    else:
        here = around()
        found = [*Path().glob(name)] or (here.root.glob(name) if here else [])
    return sorted(filter(readable, found)) or _none(name)


def _none(place: str | Path, advice: str = "") -> list[Path]:
    raise InputError(place, f"there is no article here{advice}")
