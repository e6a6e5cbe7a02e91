"""The guard over the stored notebooks, and how notebooks are executed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from dateline import notebooks
from dateline.errors import InputError
from dateline.project import project as find_project

BOOKS = notebooks.stored(Path(__file__).resolve().parents[1] / "notebooks")


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.stem)
def book(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    return nbformat.read(request.param, as_version=4)


def code(book: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in book.cells if cell.cell_type == "code"]


def test_the_four_notebooks_are_there() -> None:
    assert [path.stem for path in BOOKS][:4] == ["00_article", "01_context", "02_incidents", "03_afghanistan"]


def test_a_notebook_is_valid(book: nbformat.NotebookNode) -> None:
    nbformat.validate(book)


def test_it_was_executed_from_top_to_bottom(book: nbformat.NotebookNode) -> None:
    assert [cell.execution_count for cell in code(book)] == list(range(1, len(code(book)) + 1))


def test_its_kernel_is_whatever_python_runs_it(book: nbformat.NotebookNode) -> None:
    assert book.metadata.kernelspec.name == "python3"
    assert book.metadata.language_info.name == "python"


def test_nothing_failed_or_complained(book: nbformat.NotebookNode) -> None:
    outputs = [output for cell in code(book) for output in cell.outputs]
    assert [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"] == []


def test_outputs_are_stored(book: nbformat.NotebookNode) -> None:
    assert sum(bool(cell.outputs) for cell in code(book)) >= len(code(book)) / 2


def test_cells_are_few_and_short(book: nbformat.NotebookNode) -> None:
    assert len(code(book)) <= 25
    assert [cell.source for cell in code(book) if len(cell.source.splitlines()) > 10] == []


def test_it_has_one_cell_of_parameters(book: nbformat.NotebookNode) -> None:
    tagged = [cell for cell in book.cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    assert {"article", "articles"}.intersection(notebooks.parameter_names(book))
    assert all(isinstance(statement, ast.Assign) for statement in ast.parse(tagged[0].source).body)


def test_all_work_is_in_the_library(book: nbformat.NotebookNode) -> None:
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    nodes = [node for cell in code(book) for node in ast.walk(ast.parse(cell.source))]
    assert [ast.unparse(node) for node in nodes if isinstance(node, defined)] == []


def test_it_opens_with_a_title(book: nbformat.NotebookNode) -> None:
    assert book.cells[0].cell_type == "markdown"
    assert book.cells[0].source.startswith("# ")


def test_it_names_no_place_on_a_machine(book: nbformat.NotebookNode, root: Path) -> None:
    text = nbformat.writes(book)
    assert str(root) not in text
    assert "/home/" not in text and "/Users/" not in text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an empty article folder and room for notebooks."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    return tmp_path


def notebook(project: Path, *sources: str) -> Path:
    cells = [new_markdown_cell("# A question", id="title")]
    cells += [new_code_cell(source, id=f"cell-{at}") for at, source in enumerate(sources)]
    cells[1].metadata["tags"] = ["parameters"]
    path = project / "notebooks" / "00_small.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def printed(book: nbformat.NotebookNode) -> str:
    return "".join(output.get("text", "") for cell in code(book) for output in cell.outputs)


def test_executing_gives_outputs_and_leaves_the_file_alone(project: Path) -> None:
    path = notebook(project, "number = 20", "print(number + 1)")
    before = path.read_bytes()
    assert printed(notebooks.execute(path)) == "21\n"
    assert path.read_bytes() == before


def test_parameters_override_the_stored_ones(project: Path) -> None:
    path = notebook(project, "number = 20\nword = 'at'", "print(word, number)")
    book = notebooks.execute(path, {"number": 41})
    assert printed(book) == "at 41\n"
    assert [cell.source for cell in book.cells if "injected-parameters" in cell.metadata.get("tags", [])] == [
        "number = 41"
    ]


def test_an_unknown_parameter_is_an_error(project: Path) -> None:
    path = notebook(project, "number = 20")
    with pytest.raises(InputError, match="the notebook has no parameter numbr; it has number"):
        notebooks.execute(path, {"numbr": 41})


def test_a_failing_cell_is_named_with_its_error(project: Path) -> None:
    path = notebook(project, "number = 20", "number / 0")
    with pytest.raises(notebooks.NotebookError, match="ZeroDivisionError: division by zero"):
        notebooks.execute(path)


def test_a_warning_is_a_failure(project: Path) -> None:
    path = notebook(project, "number = 20", "import warnings\nwarnings.warn('beware')")
    with pytest.raises(notebooks.NotebookError, match=r"cell 3 wrote to stderr: .*beware"):
        notebooks.execute(path)


def test_the_kernel_is_the_interpreter_that_runs_dateline(project: Path) -> None:
    path = notebook(project, "number = 20", "import sys\nprint(sys.executable)")
    assert printed(notebooks.execute(path)) == f"{sys.executable}\n"


def test_the_projects_root_is_found_from_a_folder_below(project: Path) -> None:
    assert find_project(project / "data" / "articles").root == project


def test_a_damaged_notebook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "02_incidents.ipynb"
    path.write_text('{"cells": [')
    with pytest.raises(InputError, match=r"02_incidents\.ipynb: damaged, or no notebook; put back a copy"):
        notebooks.read(path)
