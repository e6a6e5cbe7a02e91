"""The report: pages that stand alone, and in which an article's words are nothing but words."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import dateline
from dateline import analysis, report, views
from dateline.cli import main
from dateline.report import Subject
from dateline.report.pages import pages as pages_of
from dateline.report.site import Site
from dateline.tables import Tables

HOSTILE = """Talks <script>alert(1)</script> on the Strait

By <a href="javascript:alert(2)">A</a> Reyes

Envoys & <img src=x onerror=alert(3)> met on 3 May 1998. They left <b>again</b> on Monday, 5 May 1998.
"""
SIDECAR = """publisher = '"><script>alert(4)</script>'
rights = "<svg onload=alert(5)>"
"""
RAW = """
from IPython.display import HTML
HTML("<script>alert(6)</script><a href='javascript:alert(7)' onclick='alert(8)'>there</a>" + tables.text)
"""


def notebook(path: Path, *last: str, parameters: str = 'article = "data/articles/strait.txt"') -> None:
    cells = [
        new_markdown_cell("# Who met & when?\n\nWhat the article says.", id="title"),
        new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}),
        new_code_cell("from dateline import notebooks, views", id="import"),
        *(new_code_cell(source.strip(), id=f"show-{number}") for number, source in enumerate(last)),
        new_markdown_cell("## What this shows", id="shows"),
        new_code_cell("views.view.sentences(['Two envoys < three.'])", id="sentences"),
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
    (folder / "data" / "articles" / "strait.toml").write_text(SIDECAR, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def build(project: Path) -> Path:
    load = "tables, _ = notebooks.load(article)"
    books = project / "notebooks"
    notebook(books / "00_article.ipynb", load, "print(tables.text)\ntables.sentences[['role', 'text']]", RAW)
    notebook(books / "02_incidents.ipynb", load, "views.card(tables)")
    every = "len(notebooks.load_all(articles)[0])"
    notebook(books / "04_comparison.ipynb", every, parameters="articles = None")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 0, result.output
    assert "Open build/report/index.html\n" in result.stdout
    return project / "build"


def pages(build: Path) -> dict[str, str]:
    report = build / "report"
    paths = sorted(report.rglob("*.html"))
    return {path.relative_to(report).as_posix(): path.read_text(encoding="utf-8") for path in paths}


class Outline(HTMLParser):
    """What a page is made of, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value is not None]


def test_there_is_an_index_and_a_page_for_each_notebook_on_the_article(build: Path) -> None:
    assert list(pages(build)) == [
        "index.html",
        "strait/00_article.html",
        "strait/02_incidents.html",
    ]


def test_the_tables_are_there_as_csv_parquet_and_a_workbook_and_described(build: Path) -> None:
    folder = build / "tables" / "strait"
    assert Tables.read(folder, "csv") == Tables.read(folder, "parquet") == Tables.read(folder, "xlsx")
    assert json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["name"] == "strait"


def test_the_executed_notebook_names_the_article(build: Path) -> None:
    book = nbformat.read(build / "notebooks" / "strait" / "00_article.ipynb", as_version=4)
    assert book.cells[2].source.endswith("data/articles/strait.txt'")


def test_a_notebook_that_compares_articles_is_executed_once_for_all(build: Path, tmp_path: Path) -> None:
    book = build.parent / "notebooks" / "04_comparison.ipynb"
    (tmp_path / "canal.txt").write_text("Envoys met in Suez.\n", encoding="utf-8")
    articles = [build.parent / "data" / "articles" / "strait.txt", tmp_path / "canal.txt"]
    subjects = [Subject(path, *analysis.analyse(path)) for path in articles]
    report.write([book], subjects, tmp_path / "build", progress=lambda _: None)
    done = nbformat.read(tmp_path / "build" / "notebooks" / book.name, as_version=4)
    assert re.fullmatch(r"articles = \['.*data/articles/strait.txt', '.*/canal.txt'\]", done.cells[2].source)
    assert (tmp_path / "build" / "report" / "04_comparison.html").is_file()


def test_one_article_is_not_compared(build: Path) -> None:
    assert not (build / "notebooks" / "04_comparison.ipynb").exists()


def test_every_link_leads_somewhere(build: Path) -> None:
    for place, html in pages(build).items():
        page, outline = build / "report" / place, Outline(html)
        for link in outline.links:
            file, _, name = link.partition("#")
            assert (page.parent / file).is_file() if file else name in outline.ids, (place, link)


def test_the_pages_of_an_article_lead_to_each_other_and_to_the_index(build: Path) -> None:
    assert Outline(pages(build)["strait/00_article.html"]).links[:4] == [
        "#main",
        "../index.html",
        "00_article.html",
        "02_incidents.html",
    ]


def test_what_the_article_says_is_nothing_but_words(build: Path) -> None:
    for place, html in pages(build).items():
        outline = Outline(html)
        assert {"script", "img", "svg", "iframe", "base", "form"}.isdisjoint({*outline.tags} - {"img"}), place
        assert not [name for name, _ in outline.attributes if name.startswith("on")], place
        assert not [link for link in outline.links if "script" in link.lower()], place
    index = pages(build)["index.html"]
    assert "<h1>Talks &lt;script&gt;" in index
    assert "&gt;&lt;script&gt;alert(4)" in index


def test_pages_fetch_nothing_and_run_nothing(build: Path) -> None:
    for page in pages(build).values():
        assert "Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'uns" in page
        assert not re.search(r"""(src|href)=["'](https?:)?//|@import|url\(""", page)


def test_pages_have_landmarks_and_one_first_heading(build: Path) -> None:
    for place, html in pages(build).items():
        tags = Outline(html).tags
        assert [tags.count(name) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1], place
        orders = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert all(later <= earlier + 1 for earlier, later in pairwise(orders)), place
        assert '<a class="skip" href="#main">' in html


def test_the_index_opens_with_the_findings(build: Path) -> None:
    index = pages(build)["index.html"]
    assert (
        "held against the article itself and the record, one disagrees and one is not verified.</p>" in index
    )
    assert re.search(
        r"<li>They left &lt;b&gt;again&lt;/b&gt; on <b style=[^>]*>Monday, 5 May 1998</b>\.<br>", index
    )
    assert ">disagrees</b> · the weekday, against the date · " in index
    assert "<b>5 May 1998 was a Tuesday</b> (calendar)" in index
    headings = re.findall(r"<h2 id=\"\w+\">([^<]+)", index)
    assert headings == [
        "Findings",
        "What it says",
        "Key figures",
        "How to cite",
        "Corrections",
        "What was read",
        "The tables",
        "Versions",
    ]


def test_the_index_has_what_each_part_arrives_at(build: Path) -> None:
    index = pages(build)["index.html"]
    part = index[index.index('id="parts"') : index.index('id="figures"')]
    assert "<li>Two envoys &lt; three.</li>" in part
    assert '<a href="strait/02_incidents.html">Who met &amp; when?</a>' in part


def test_the_findings_lead_to_the_page_that_has_them_in_full(build: Path) -> None:
    assert '<a href="strait/02_incidents.html">All of them, with citations</a>' in pages(build)["index.html"]


def test_the_index_names_every_file_that_was_read(build: Path, project: Path) -> None:
    index = pages(build)["index.html"]
    for name in ("strait.txt", "strait.toml", "incidents.csv"):
        assert re.search(rf"<td>{name}<br>.*class=\"digest\">[0-9a-f]{{64}}<", index), name


def test_the_index_names_the_versions(build: Path) -> None:
    assert f"<td>dateline</td><td>{dateline.__version__}</td>" in pages(build)["index.html"]


def test_the_code_is_behind_a_switch_that_needs_no_script(build: Path) -> None:
    page = pages(build)["strait/00_article.html"]
    assert re.search(r'<input type="checkbox" id="code"><label class="switch" for="code">Show the code', page)
    assert ".code { display: none;" in page
    assert "#code:checked ~ .cells .code { display: block; }" in page
    assert page.index('id="code"') < page.index('<div class="cells">') < page.index('<div class="code">')


def test_the_code_shows_the_article_without_the_folders_of_this_machine(build: Path, project: Path) -> None:
    for html in pages(build).values():
        assert str(project) not in html


def test_a_page_has_the_notebooks_title_and_the_articles(build: Path) -> None:
    page = pages(build)["strait/00_article.html"]
    assert "<title>Who met &amp; when? – Talks &lt;script&gt;" in page
    assert "<h1>Who met &amp; when?</h1>" in page


def test_a_failing_notebook_ends_with_1_and_leaves_the_pages_that_were(
    build: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    before = pages(build)
    books = project / "notebooks"
    stored = {path: path.read_bytes() for path in books.iterdir()}
    notebook(books / "00_article.ipynb", "notebooks.load(article)[0].evens")
    for other in ("02_incidents", "04_comparison"):
        (books / f"{other}.ipynb").unlink()
    result = CliRunner().invoke(main, ["run"])
    for path, data in stored.items():
        path.write_bytes(data)
    assert result.exit_code == 1
    assert "dateline: " in result.stderr and "no such table: evens" in result.stderr
    assert pages(build) == before


def test_without_a_browser_pdf_is_refused_before_any_work(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    result = CliRunner().invoke(main, ["run", "--out", str(tmp_path / "out"), "--to", "pdf"])
    assert result.exit_code == 2
    assert "apt install chromium" in result.stderr
    assert not (tmp_path / "out").exists()


def executed(title: str, *outputs: str) -> nbformat.NotebookNode:
    """A notebook as it is after its execution, without the execution."""
    cells = [new_markdown_cell(f"# {title}")]
    for html in outputs:
        shown = new_output("execute_result", {"text/html": html, "text/plain": ""}, execution_count=1)
        cells.append(new_code_cell("show()", outputs=[shown], execution_count=1))
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a report on two articles, one of them with a name that links have to spell out."""
    folder = tmp_path_factory.mktemp("two")
    subjects, books = [], {}
    for name, place in (("the strait", "Rabat"), ("canal", "Suez")):
        path = folder / f"{name}.txt"
        path.write_text(
            f"Talks in {place}\n\nEnvoys met in {place} on Monday, 5 May 1998.\n", encoding="utf-8"
        )
        subjects.append(Subject(path, *analysis.analyse(path)))
        row = f'<p id="s_{place}">{place}</p>'
        books[name, "00_article"] = executed("The article: what?", row)
        link = f'<a href="00_article.ipynb#s_{place}">there</a> <a href="09_none.ipynb">nowhere</a>'
        books[name, "02_incidents"] = executed("Incidents: what happened?", link)
    rows = '<a href="00_article.ipynb#s_Rabat">1</a> <a href="canal/02_incidents.ipynb">2</a>'
    books["", "04_comparison"] = executed("The accounts: who differs?", rows)
    return dict(pages_of(Site(subjects, books)))


def test_several_articles_have_a_first_page_each_and_one_on_all(two: dict[str, str]) -> None:
    assert [place for place in two if place.endswith("index.html")] == [
        "the strait/index.html",
        "canal/index.html",
        "index.html",
    ]


def test_the_first_page_on_all_opens_with_the_findings_of_each(two: dict[str, str]) -> None:
    index = two["index.html"]
    first = re.search(r'<tr><td><a href="the%20strait/index.html">Talks in Rabat</a>.*?</tr>', index)
    assert first and first[0].count('<td class="number">1</td>') >= 1
    assert index.index("<h1>What was found in two articles</h1>") < index.index(first[0])


def test_links_between_notebooks_lead_to_pages(two: dict[str, str]) -> None:
    assert '<a href="00_article.html#s_Rabat">there</a> <a>nowhere</a>' in two["the strait/02_incidents.html"]
    assert 'href="../04_comparison.html"' in two["canal/02_incidents.html"]


def test_a_page_on_all_articles_leads_to_the_article_that_is_meant(two: dict[str, str]) -> None:
    assert (
        '<a href="the%20strait/00_article.html#s_Rabat">1</a> <a href="canal/02_incidents.html">2</a>'
        in two["04_comparison.html"]
    )


def test_the_same_input_gives_the_same_pages(tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "here", tmp_path / "elsewhere"):
        folder.mkdir()
        path = folder / "strait.txt"
        path.write_text(HOSTILE, encoding="utf-8")
        subject = Subject(path, *analysis.analyse(path))
        book = executed("The article: what?", views.card(subject.tables)._repr_html_())
        made.append(dict(pages_of(Site([subject], {("strait", "00_article"): book}))))
    assert made[0] == made[1]
