"""The notebooks, executed, for any article; ``stored`` compares them with what is stored and renews it.

A notebook names what it works on in one cell tagged ``parameters``, of plain assignments. Executing it
for another article adds a cell that overrides them, as papermill does, but an unknown name is an error.
Kernels run the interpreter that runs dateline, in the notebook's folder, with no profile of the user's.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import nbformat
from nbformat import NotebookNode

from dateline import files
from dateline.errors import InputError
from dateline.project import in_project
from dateline.starting import blank

if TYPE_CHECKING:
    from dateline.checks.reference import Reference
    from dateline.tables import Tables

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_SECONDS = 300  # for one cell; they take less than two
# How a kernel is told of what the command line was given.
_CODEBOOKS, _PIPELINE = "DATELINE_CODEBOOKS", "DATELINE_PIPELINE"
_REFERENCE, _SOURCES = "DATELINE_REFERENCE", "DATELINE_SOURCES"
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
# What a kernel reports of itself, without its version, which would differ from one machine to the next.
_LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


class NotebookError(RuntimeError):
    """A notebook that failed, or that wrote to stderr; the message names the cell and what it said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def load(article: str | Path | None = None, sources: Sequence[str | Path] = ()) -> tuple[Tables, Reference]:
    """The tables of the article that a notebook's ``article`` parameter means, checked, and the record they
    were held against: the project's reference tables with the downloaded files in ``sources``.

    Without an article it is the project's first. The codebook files, the pipeline, the reference folder and
    the files that ``dateline run`` was given hold here too.
    """
    from dateline import analysis

    path = analysis.articles()[0] if article is None else in_project(article)
    return analysis.analyse(path, **_told(sources))


def load_all(
    articles: str | Path | Iterable[str | Path] | None = None, sources: Sequence[str | Path] = ()
) -> tuple[dict[str, Tables], Reference]:
    """The same for several articles, by the names of their files: those that ``articles`` names, a file, a
    pattern or a list of them, or else all in the project.
    """
    from dateline import analysis
    from dateline.checks.reference import load_reference

    told = _told(sources)
    record = load_reference(told["reference"])
    found: dict[str, Tables] = {}
    for path in analysis.articles(articles):
        if path.stem in found:
            raise InputError(path, "has the same name as another of the articles")
        found[path.stem] = analysis.analyse(path, **told)[0]
    return found, record


def _told(sources: Sequence[str | Path]) -> dict[str, Any]:
    """What the command line was given, as :func:`dateline.analysis.analyse` takes it."""
    from dateline.language import pipeline

    codebooks, tagger = os.environ.get(_CODEBOOKS), os.environ.get(_PIPELINE)
    more = [path for path in os.environ.get(_SOURCES, "").split(os.pathsep) if path]
    return {
        "codebook": codebooks.split(os.pathsep) if codebooks else None,
        "pipeline": pipeline.load(tagger) if tagger else None,
        "reference": os.environ.get(_REFERENCE) or None,
        "sources": [*map(in_project, sources), *more],
    }


def given(
    codebooks: Sequence[Path] = (),
    pipeline: str | None = None,
    reference: Path | None = None,
    sources: Sequence[Path] = (),
) -> dict[str, str]:
    """Variables by which notebooks know what the command line was given."""
    found = {_CODEBOOKS: _paths(codebooks), _SOURCES: _paths(sources), _REFERENCE: ""}
    if reference is not None:
        found[_REFERENCE] = str(reference.resolve())
    if pipeline is not None:
        folder = Path(pipeline)
        found[_PIPELINE] = str(folder.resolve()) if folder.is_dir() else pipeline
    return found


def _paths(paths: Sequence[Path]) -> str:
    return os.pathsep.join(str(path.resolve()) for path in paths)


def stored(folder: Path) -> list[Path]:
    """The notebooks in a folder, in their order. Raises InputError where there is none."""
    found = blank.paths(folder)
    if not found:
        raise InputError(folder, "there is no notebook here")
    return found


def read(path: Path) -> NotebookNode:
    """The notebook in the file. Raises :class:`InputError` where it is none."""
    try:
        book: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[assignment]
    except (ValueError, nbformat.ValidationError) as error:
        raise InputError(path, "damaged, or no notebook; put back a copy of it that Jupyter opens") from error
    return book


def execute(
    path: Path, parameters: Mapping[str, Any] | None = None, variables: Mapping[str, str] | None = None
) -> NotebookNode:
    """The notebook with its outputs, computed afresh; the file is left alone.

    ``variables`` are set in its environment (see :func:`given`).

    Raises :class:`NotebookError` where a cell fails or writes to stderr, and :class:`InputError`
    for a parameter that the notebook does not have.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    book = read(path)
    if parameters:
        _inject(path, book, parameters)
    with tempfile.TemporaryDirectory(prefix="dateline-") as profile:
        client = NotebookClient(
            book,
            km=_kernel_manager(Path(profile)),
            timeout=_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": str(path.parent)}},
        )
        try:
            client.execute(cleanup_kc=True, env=environment(profile, variables))
        except CellExecutionError as error:
            raise NotebookError(path, f"{error.ename}: {error.evalue}\n{error.traceback}") from None
    _refuse_stderr(path, book)
    _tidy(book)
    return book


def environment(profile: str, variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """Variables under which a notebook gives everybody the same output; ``profile`` is an empty folder."""
    return {
        **os.environ,
        **(given() if variables is None else variables),
        "IPYTHONDIR": profile,  # no start-up files of the user's
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # or the debugger warns of frozen modules, on stderr
        "PYTHONHASHSEED": "0",
    }


def save(book: NotebookNode, path: Path) -> bool:
    """Write the notebook in one step; whether that changed the file."""
    text = nbformat.writes(book, version=nbformat.NO_CONVERT)
    text = text.rstrip("\n") + "\n"
    return files.write(path, text)


def side_by_side(work: Callable[[_Job], _Result], jobs: Sequence[_Job]) -> list[_Result]:
    """The results in the jobs' order. A kernel is a process of its own, so a thread each is enough."""
    with ThreadPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1))) as pool:
        return list(pool.map(work, jobs))


def parameter_names(book: NotebookNode) -> list[str]:
    """The names that the ``parameters`` cell assigns."""
    cell = _tagged(book, "parameters")
    return list(blank.assignments(cell.source)) if cell else []


def _tagged(book: NotebookNode, tag: str) -> NotebookNode | None:
    return next((cell for cell in book.cells if tag in cell.metadata.get("tags", [])), None)


def _inject(path: Path, book: NotebookNode, parameters: Mapping[str, Any]) -> None:
    known = parameter_names(book)
    unknown = [name for name in parameters if name not in known]
    if unknown:
        has = f"it has {', '.join(known)}" if known else "it has none"
        raise InputError(path, f"the notebook has no parameter {unknown[0]}; {has}")
    book.cells = [c for c in book.cells if "injected-parameters" not in c.metadata.get("tags", [])]
    source = "\n".join(f"{name} = {parameters[name]!r}" for name in known if name in parameters)
    tags = {"tags": ["injected-parameters"]}
    cell = nbformat.v4.new_code_cell(source, metadata=tags, id="injected-parameters")
    at = next(i for i, c in enumerate(book.cells) if "parameters" in c.metadata.get("tags", []))
    book.cells.insert(at + 1, cell)


def _kernel_manager(folder: Path) -> Any:
    """A manager whose one kernel is this interpreter, whatever kernels the user has installed.

    Where there are Unix sockets the two talk through some in ``folder``, and open no port.
    """
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisInterpreter(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            return KernelSpec(resource_dir="", **get_kernel_dict())

    return AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=ThisInterpreter(),
        connection_file=str(folder / "kernel.json"),
        transport="ipc" if hasattr(socket, "AF_UNIX") else "tcp",
    )


def _refuse_stderr(path: Path, book: NotebookNode) -> None:
    for number, cell in enumerate(book.cells, start=1):
        for output in cell.get("outputs", ()):
            if output.get("name") == "stderr":
                raise NotebookError(path, f"cell {number} wrote to stderr: {output.text.strip()}")


def _tidy(book: NotebookNode) -> None:
    """Leave in the metadata only what is the same for everybody who executes the notebook."""
    book.metadata = nbformat.from_dict({"kernelspec": _KERNEL, "language_info": _LANGUAGE})
    for cell in book.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
