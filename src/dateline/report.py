"""The report: each notebook as a page, and an index of what was found, to be read without Jupyter.

Pages hold all they need and fetch nothing; a content policy in each keeps it so, whatever an article says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import pandas as pd
from nbformat import NotebookNode

from dateline import notebooks
from dateline.judged import judged
from dateline.tables import Tables
from dateline.views.findings import NOTHING, brief, tally

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
body { font: 16px/1.55 Georgia, serif; color: #222; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; } a { color: #1a4f7a; } a.anchor-link { display: none; }
table { border-collapse: collapse; font: 13px/1.4 system-ui, sans-serif; margin: 1rem 0; }
th, td { border-bottom: 1px solid #ddd; padding: .25rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.output_subarea, .output_html { overflow-x: auto; } pre { white-space: pre-wrap; font-size: 13px; }
figure { margin: 1rem 0; } img { max-width: 100%; height: auto; } figcaption { font-size: 13px; color: #555; }
ul.findings { list-style: none; padding-left: 0; } ul.findings li { margin: 0 0 .8rem 0; }
.prompt { display: none; } dt { font-weight: bold; } dd { margin: 0 0 .4rem 0; }
"""
_CARD = ("author", "author_note", "publisher", "published", "words", "rights")
_FINDINGS = "02_incidents"  # the notebook that shows them in full
_MOST = 12  # findings on an article's card


def write(
    books: Sequence[Path],
    found: Mapping[Path, Tables],
    out: Path,
    progress: Callable[[str], None],
    variables: Mapping[str, str] | None = None,
) -> Path:
    """Execute the notebooks for each article and write all pages; returns the index.

    ``out/notebooks/ARTICLE`` gets the executed notebooks, ``out/report`` the pages. ``variables`` are set for
    the notebooks (see :func:`dateline.notebooks.given`).
    """
    from matplotlib import font_manager  # noqa: F401  # lists the fonts once, before the kernels all do

    jobs = [(article, path) for article in found for path in books]

    def work(job: tuple[Path, Path]) -> str:
        article, path = job
        progress(f"executing {path.name} for {article.stem}")
        book = notebooks.execute(path, {"article": str(article.resolve())}, variables)
        notebooks.save(book, out / "notebooks" / article.stem / path.name)
        title = _title(book, path)
        _save(out / "report" / article.stem / f"{path.stem}.html", _page(title, _body(book)))
        return title

    titles = dict(zip(jobs, notebooks.side_by_side(work, jobs), strict=True))
    cards = []
    for article, tables in found.items():
        pages = [(path, titles[article, path]) for path in books]
        cards.append(_card(article, tables, pages))
    index = out / "report" / "index.html"
    _save(index, _page("What was found", "<h1>What was found</h1>\n" + "\n".join(cards)))
    return index


def _body(book: NotebookNode) -> str:
    """The notebook's prose and outputs; its code is in the notebook."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="basic", exclude_input=True, exclude_output_prompt=True)
    return exporter.from_notebook_node(book)[0]


def _title(book: NotebookNode, path: Path) -> str:
    lines = [line for cell in book.cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), path.stem)


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _card(article: Path, tables: Tables, pages: list[tuple[Path, str]]) -> str:
    """One article on the index: what it is, its pages, and its tables with their sizes."""
    row = tables.articles.iloc[0]
    title = article.stem if pd.isna(row["title"]) else row["title"]
    known = [(name, row[name]) for name in _CARD if not pd.isna(row[name])]
    facts = "".join(
        f"<dt>{name.replace('_', ' ')}</dt><dd>{escape(_shown(value))}</dd>" for name, value in known
    )
    stem = quote(article.stem)
    links = "".join(
        f'<li><a href="{stem}/{quote(path.stem)}.html">{escape(name)}</a></li>' for path, name in pages
    )
    sizes = "".join(
        f'<tr><td><a href="../tables/{stem}/{name}.csv">{name}</a></td><td class="number">{size}</td></tr>'
        for name, size in tables.sizes().items()
    )
    return (
        f"<section>\n<h2>{escape(title)}</h2>\n{_found(tables, _findings_page(stem, pages))}\n"
        f"<dl>{facts}</dl>\n<ul>{links}</ul>\n<p>{escape(_summary(tables))}</p>\n"
        f"<table><thead><tr><th>table</th><th>rows</th></tr></thead><tbody>{sizes}</tbody></table>\n</section>"
    )


def _findings_page(stem: str, pages: list[tuple[Path, str]]) -> str:
    """The page that shows the findings in full, where the project has it."""
    found = next((path.stem for path, _ in pages if path.stem == _FINDINGS), "")
    return f"{stem}/{quote(found)}.html" if found else ""


def _found(tables: Tables, page: str) -> str:
    """What disagrees and what is contested, each with who says so."""
    found = judged(tables)
    if not found:
        return f"<p>{escape(NOTHING)}</p>"
    worst = [one for one in found if one.verdict in ("disagrees", "contested")]
    shown = "".join(f"\n<li>{brief(tables, one)}</li>" for one in worst[:_MOST])
    listed = f'\n<ul class="findings">{shown}\n</ul>' if shown else ""
    more = (
        f"{len(worst) - _MOST} more, and the citations"
        if len(worst) > _MOST
        else "All of them, with citations"
    )
    link = f'\n<p><a href="{page}">{more}</a></p>' if page else ""
    return f"<p>{escape(tally(found))}</p>{listed}{link}"


def _summary(tables: Tables) -> str:
    """The key figures in a sentence or two."""
    events = tables.events
    actual = int((events["status"] == "actual").sum())
    dated = int(events["date_start"].notna().sum())
    direct = int((tables.statements["type"] == "direct").sum())
    return (
        f"{len(events)} events, {actual} of them reported as having happened, {dated} with a date; "
        f"{len(tables.statements)} statements, {direct} of them word for word; "
        f"{len(tables.entities)} actors and places."
    )


def _shown(value: object) -> str:
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
