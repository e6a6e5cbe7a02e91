"""The report: pages that stand alone, and in which an article's words are nothing but words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from dateline.cli import main
from dateline.tables import Tables

HOSTILE = """Talks <script>alert(1)</script> on the Strait

Envoys & <img src=x onerror=alert(1)> met on 3 May 1998. They left <b>again</b> on Monday, 5 May 1998.
"""


def notebook(path: Path, last: str) -> None:
    cells = [
        new_markdown_cell("# Who met & when?\n\nWhat the article says.", id="title"),
        new_code_cell(
            'article = "data/articles/strait.txt"', id="parameters", metadata={"tags": ["parameters"]}
        ),
        new_code_cell("import dateline\ntables = dateline.parse(dateline.read(article))", id="read"),
        new_code_cell(last, id="show"),
    ]
    nbformat.write(new_notebook(cells=cells), path)


def reference(folder: Path, described: Path) -> None:
    """A record that has a table of incidents, and none in it."""
    folder.mkdir(parents=True)
    package = json.loads((described / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [resource for resource in package["resources"] if resource["name"] == "incidents"]
    names = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "incidents.csv").write_text(",".join(names) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "data" / "articles").mkdir(parents=True)
    (folder / "notebooks").mkdir()
    reference(folder / "data" / "reference", root / "data" / "reference")
    (folder / "data" / "articles" / "strait.txt").write_text(HOSTILE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def build(project: Path) -> Path:
    notebook(
        project / "notebooks" / "00_article.ipynb", 'print(tables.text)\ntables.sentences[["role", "text"]]'
    )
    notebook(project / "notebooks" / "02_incidents.ipynb", "len(tables.events)")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 0, result.output
    assert "Open build/report/index.html" in result.stdout
    return project / "build"


def pages(build: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((build / "report").rglob("*.html"))]


def test_there_is_an_index_and_a_page_for_each_notebook(build: Path) -> None:
    found = sorted(
        path.relative_to(build / "report").as_posix() for path in (build / "report").rglob("*.html")
    )
    assert found == ["index.html", "strait/00_article.html", "strait/02_incidents.html"]


def test_the_tables_are_there_as_csv_and_parquet(build: Path) -> None:
    folder = build / "tables" / "strait"
    assert Tables.read(folder, "csv") == Tables.read(folder, "parquet")


def test_the_executed_notebook_names_the_article(build: Path) -> None:
    book = nbformat.read(build / "notebooks" / "strait" / "00_article.ipynb", as_version=4)
    assert book.cells[2].source.endswith("data/articles/strait.txt'")


def test_every_link_of_the_index_leads_somewhere(build: Path) -> None:
    index = build / "report" / "index.html"
    links = re.findall(r'href="([^"]+)"', index.read_text(encoding="utf-8"))
    assert len(links) == 16
    assert [link for link in links if not (index.parent / link).is_file()] == []


def test_what_the_article_says_is_escaped(build: Path) -> None:
    for page in pages(build):
        assert "<script" not in page
        assert "<img" not in page
    assert "Talks &lt;script&gt;" in pages(build)[0]


def test_the_index_opens_with_the_findings(build: Path) -> None:
    index = pages(build)[0]
    assert (
        "held against the article itself and the record, one disagrees and one is not verified.</p>" in index
    )
    assert re.search(
        r"<li>They left &lt;b&gt;again&lt;/b&gt; on <b style=[^>]*>Monday, 5 May 1998</b>\.<br>", index
    )
    assert ">disagrees</b> · the weekday, against the date · " in index
    assert "<b>5 May 1998 was a Tuesday</b> (calendar)" in index
    assert index.index(">disagrees</b>") < index.index("<dt>words</dt>")


def test_the_findings_lead_to_the_page_that_has_them_in_full(build: Path) -> None:
    assert '<a href="strait/02_incidents.html">All of them, with citations</a>' in pages(build)[0]


def test_pages_fetch_nothing(build: Path) -> None:
    for page in pages(build):
        assert "Content-Security-Policy\" content=\"default-src 'none'" in page
        assert not re.search(r"""(src|href)=["'](https?:)?//|@import|url\(""", page)


def test_pages_show_no_code(build: Path) -> None:
    assert "dateline.parse" not in pages(build)[1]


def test_a_page_has_the_notebooks_title(build: Path) -> None:
    assert "<title>Who met &amp; when?</title>" in pages(build)[1]


def test_a_failing_notebook_ends_with_1(build: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    notebook(project / "notebooks" / "00_article.ipynb", "tables.evens")
    result = CliRunner().invoke(main, ["run", "--out", "other"])
    assert result.exit_code == 1
    assert "dateline: " in result.stderr and "no such table: evens" in result.stderr
