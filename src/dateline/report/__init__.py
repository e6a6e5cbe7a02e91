"""The report: each notebook as a page, and an index of what was found, to be read without Jupyter.

Pages hold all they need, fetch nothing and run nothing, whatever an article says. The same input gives the
same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from dateline import files, notebooks
from dateline.report import pages
from dateline.report.site import INDEX, Site
from dateline.report.subject import Subject

__all__ = ["Subject", "write"]


def write(
    books: Sequence[Path],
    subjects: Sequence[Subject],
    out: Path,
    progress: Callable[[str], None],
    variables: Mapping[str, str] | None = None,
) -> list[Path]:
    """Execute the notebooks for each article and write all pages; returns their paths, the index first.

    A notebook whose parameters have ``articles`` is executed once, for all where there are several.
    ``out/notebooks/ARTICLE`` gets the executed notebooks, ``out/report/ARTICLE`` their pages; what is on all
    articles stands beside those folders. ``variables`` are set for the notebooks
    (see :func:`dateline.notebooks.given`).
    """
    from matplotlib import font_manager  # noqa: F401  # lists the fonts once, before the kernels all do

    jobs = list(_jobs(books, subjects))

    def work(job: _Job) -> NotebookNode:
        progress(f"executing {job.path.name} for {job.name or 'all articles'}")
        book = notebooks.execute(job.path, job.parameters, variables)
        notebooks.save(book, out / "notebooks" / job.name / job.path.name)
        return book

    done = notebooks.side_by_side(work, jobs)
    site = Site(subjects, {(job.name, job.path.stem): book for job, book in zip(jobs, done, strict=True)})
    written = []
    for place, html in pages.pages(site):  # the index comes last: it never leads to what is not there
        files.write(out / "report" / place, html)
        written.append(out / "report" / place)
    return sorted(written, key=lambda path: path != out / "report" / INDEX)


@dataclass(frozen=True)
class _Job:
    """A notebook to execute, for the article of that name, or for all where the name is empty."""

    path: Path
    name: str
    parameters: Mapping[str, object]


def _jobs(books: Sequence[Path], subjects: Sequence[Subject]) -> Iterator[_Job]:
    common = [path for path in books if "articles" in _parameters(path)]
    compared = common if len(subjects) > 1 else []  # one article has nothing to be compared with
    for subject in subjects:
        for path in books:
            if path not in common:
                yield _Job(path, subject.name, {"article": str(subject.path.resolve())})
    for path in compared:
        yield _Job(path, "", {"articles": [str(subject.path.resolve()) for subject in subjects]})


def _parameters(path: Path) -> list[str]:
    return notebooks.parameter_names(notebooks.read(path))
