"""The command line: parse articles, look at a table, run everything, keep the notebooks true.

Exit codes: 0; 1 where something was found wrong (a notebook differs or fails, a table breaks a rule);
2 for input or usage that cannot be worked with. Results go to stdout, progress and errors to stderr.
Imports stand inside the commands, because pandas takes longer to import than ``--help`` may take.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline import __version__
from dateline.cli_codebook import codebook
from dateline.cli_compare import compare
from dateline.cli_init import init
from dateline.cli_notebooks import refresh, verify
from dateline.cli_options import (
    as_json,
    given_codebooks,
    progress,
    tagger,
    with_codebook,
    with_pipeline,
    with_reference,
    with_width,
)
from dateline.cli_review import review
from dateline.errors import InputError
from dateline.project import around, installed, project
from dateline.records import TABLES

if TYPE_CHECKING:
    from dateline.article import Article as Given
    from dateline.report import Subject
    from dateline.tables import Tables

_FORMATS = ("csv", "parquet", "json", "xlsx")
Article = click.Path(path_type=Path)  # its absence is for dateline.read to tell
_STDIN = Path("-")
_TELLING = 40  # words; in fewer, a language is not known for sure


class _Commands(click.Group):
    """Turns what a user can mend into one line on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InputError as error:
            self._fail(ctx, error, 2)
        except OSError as error:
            if error.filename is None:
                raise
            self._fail(ctx, f"{error.filename}: {error.strerror}", 2)
        except (ValueError, RuntimeError) as error:
            if not type(error).__module__.startswith("dateline."):
                raise
            self._fail(ctx, error, 1)

    def _fail(self, ctx: click.Context, reason: object, code: int) -> None:
        click.echo(f"dateline: {reason}", err=True)
        ctx.exit(code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """From a policy commentary to tables that can be audited.

    \b
    Example:
      dateline run data/articles/2011-04-25_ashraf_us-pakistan.txt
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # an article's dashes and quotes are no reason to fail in a terminal without them
            reconfigure(errors="replace")


@main.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", type=Article)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--format", type=click.Choice(_FORMATS), default="csv", show_default=True, help="File format.")
@with_codebook
@with_pipeline
def parse(articles: Sequence[Path], out: Path, format: str, pipeline: str | None) -> None:
    """Write the tables of each ARTICLE.

    An ARTICLE is a .txt, .md, .html or .pdf file, or "-" for standard input, where PDF and HTML are known by
    their beginning and all else is plain text. One article's tables go to --out itself, those of several to a
    folder each, named after the file.

    \b
    Example:
      dateline parse article.txt --out tables --format xlsx
    """
    folders = _folders(articles, out) if len(articles) > 1 else [out]
    for path, folder in zip(articles, folders, strict=True):
        progress(f"reading {path}")
        tables = _tables(path, pipeline)
        tables.write(folder, format)
        click.echo(f"{folder}: {_counts(tables)}")


@main.command()
@click.argument("article", type=Article)
@click.argument("table", required=False, metavar="[TABLE]", type=click.Choice(list(TABLES)))
@with_width
@with_codebook
@with_pipeline
def show(article: Path, table: str | None, width: int | None, pipeline: str | None) -> None:
    """Print a TABLE of an ARTICLE ("-": standard input), or an overview of all of them.

    \b
    Example:
      dateline show article.txt events
    """
    from dateline import terminal

    tables = _tables(article, pipeline)
    width = width or terminal.screen()
    click.echo(terminal.table(tables, table, width) if table else terminal.overview(tables, width))


@main.command()
@click.argument("article", type=Article)
@click.argument("event_id", required=False)
@click.option("--list", "listed", is_flag=True, help="Print the events' ids with trigger, type and actors.")
@click.option("--format", type=click.Choice(("text", "json")), default="text", show_default=True)
@with_width
@with_codebook
@with_pipeline
def explain(
    article: Path, event_id: str | None, listed: bool, format: str, width: int | None, pipeline: str | None
) -> None:
    """Tell why an event of ARTICLE is as it is: rule, roles, status, date and place.

    ARTICLE is a file, or a folder of tables that `dateline parse` wrote. EVENT_ID may be the beginning of an
    id, and an id of any other table. Without it, the events are listed.

    \b
    Example:
      dateline explain article.txt e_3f2a
    """
    from dateline import explaining, terminal

    tables = _stored_or_parsed(article, pipeline)
    width = width or terminal.screen()
    if listed or event_id is None:
        rows = explaining.listing(tables)
        click.echo(as_json(rows) if format == "json" else explaining.listed(rows))
        return
    try:
        told = explaining.explain(tables, event_id)
    except explaining.NoRow as error:
        raise InputError(article, str(error)) from error
    click.echo(as_json(told.as_dict()) if format == "json" else told.text(width))


@main.command()
@click.argument("article", type=Article)
@with_reference
@click.option(
    "--fail-on",
    type=click.Choice(("disagrees", "contested", "never")),
    default="disagrees",
    show_default=True,
    help="Exit with 1 when there is such a finding, or a worse one.",
)
@click.option("--format", type=click.Choice(("text", "json")), default="text", show_default=True)
@with_width
@with_codebook
@with_pipeline
def check(
    article: Path,
    reference: Path | None,
    sources: Sequence[Path],
    fail_on: str,
    format: str,
    width: int | None,
    pipeline: str | None,
) -> None:
    """Hold ARTICLE against itself and against the public record.

    ARTICLE is a file, "-" for standard input, or a folder of tables from `dateline parse`. A finding shows
    the sentence, the words at issue in brackets, the verdict, and whose figure or date says so.

    \b
    Example:
      dateline check article.txt --source GEDEvent_v24_1.csv
    """
    from dateline import analysis, terminal

    if article.is_dir():
        tables = _stored_or_parsed(article, pipeline)
        analysis.hold(tables, reference, sources)
    else:
        held = {"reference": reference, "sources": sources, "pipeline": tagger(pipeline)}
        tables, _ = analysis.analyse(_given(article), **held)
        _tell_doubts(article, tables)
    if format == "json":
        click.echo(as_json(tables.rows("findings")))
    else:
        click.echo(terminal.findings(tables, width or terminal.screen()))
    failing = {"disagrees": {"disagrees"}, "contested": {"disagrees", "contested"}, "never": set()}[fail_on]
    if failing.intersection(tables.columns("findings")["verdict"]):
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("gold", nargs=-1, required=True, metavar="GOLD.jsonl...", type=Article)
@click.option("--misses", is_flag=True, help="Print each text that came out wrong, with the rule that fired.")
@click.option("--format", type=click.Choice(("text", "json", "csv")), default="text", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write to.")
@click.option("--fail-under", type=click.FloatRange(0, 1), metavar="F1", help="Exit with 1 below this F1.")
@with_codebook
@with_pipeline
def evaluate(
    gold: Sequence[Path],
    misses: bool,
    format: str,
    out: Path | None,
    fail_under: float | None,
    pipeline: str | None,
) -> None:
    """Score what is extracted from sentences and articles that people have coded.

    docs/evaluation.md documents the format of GOLD.jsonl and how each figure counts.

    \b
    Example:
      dateline evaluate gold.jsonl --misses
    """
    from dateline import evaluation, files, parsing

    extract = partial(parsing.extract, pipeline=tagger(pipeline))
    found = evaluation.evaluate(gold, extract=extract, progress=progress)
    told = getattr(found, format)(misses=misses)
    if out is None:
        click.echo(told)
    else:
        files.write(out, f"{told}\n".encode("utf-8", "replace"))
    low = [f"{kind} {f1:.3f}" for kind, f1 in found.f1.items() if fail_under is not None and f1 < fail_under]
    if low:
        click.echo(f"dateline: F1 under {fail_under:g}: {', '.join(low)}", err=True)
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", type=Article)
@click.option(
    "--out", default="build", show_default=True, type=click.Path(path_type=Path), help="Folder to write to."
)
@click.option(
    "--to",
    "forms",
    type=click.Choice(("html", "pdf")),
    multiple=True,
    help="Form of the report; html is always written, pdf needs Chromium or Chrome.",
)
@with_reference
@with_codebook
@with_pipeline
def run(
    articles: Sequence[Path],
    out: Path,
    forms: Sequence[str],
    reference: Path | None,
    sources: Sequence[Path],
    pipeline: str | None,
) -> None:
    """Tables, findings, executed notebooks and a report for each ARTICLE (by default, all of the project).

    \b
    Example:
      dateline run article.txt --out build
    """
    if _STDIN in articles:
        raise click.UsageError("run executes notebooks, which need a file to read: save the article first")
    from dateline import notebooks, report
    from dateline.report import pdf

    browser = _browser() if "pdf" in forms else None
    here = around()
    templates = here.notebooks if here else installed("notebooks")
    books = notebooks.stored(templates or project().notebooks)
    subjects = _subjects(articles, out / "tables", reference, sources, pipeline)
    told = notebooks.given(given_codebooks(), pipeline, reference, sources)
    index, *pages = report.write(books, subjects, out, progress, told)
    printed = pdf.write(browser, [index, *pages], index.parent, progress) if browser else []
    for subject in subjects:
        click.echo(f"{subject.name}: {_counts(subject.tables)}")
    also = f" (to print: {printed[0]})" if printed else ""
    click.echo(
        f"\nOpen {index}{also}\nTables are in {out / 'tables'}, executed notebooks in {out / 'notebooks'}."
    )


main.add_command(codebook)
main.add_command(compare)
main.add_command(init)
main.add_command(review)
main.add_command(verify)
main.add_command(refresh)


def _tables(path: Path, pipeline: str | None) -> Tables:
    """The tables of the article at ``path``, or on standard input where that is "-"."""
    from dateline import analysis

    tables = analysis.code(_given(path), pipeline=tagger(pipeline))
    _tell_doubts(path, tables)
    return tables


def _given(path: Path) -> Given | Path:
    """What ``path`` means: standard input where it is "-"."""
    from dateline.reading import from_bytes

    return from_bytes(sys.stdin.buffer.read()) if path == _STDIN else path


def _tell_doubts(path: Path, tables: Tables) -> None:
    """Say when the text is hardly English, and when corrections fit no row any more and are not in force."""
    told = tables.rows("articles")[0]
    language = told["language"] or ""
    if not language.startswith("en") and (language or told["words"] >= _TELLING):
        progress(f"{path}: does not look like English, the one language that is read; expect little of it")
    if tables.unmatched:
        left = len(tables.unmatched)
        many = "1 correction matches" if left == 1 else f"{left} corrections match"
        progress(f"{path}: {many} no row any more; see `dateline review {path} --status`")


def _browser() -> Path:
    """What prints the report; without it nothing is begun."""
    from dateline.report import pdf

    try:
        return pdf.browser()
    except pdf.NoBrowser as error:
        raise click.UsageError(str(error)) from None


def _subjects(
    articles: Sequence[Path],
    out: Path,
    reference: Path | None,
    sources: Sequence[Path],
    pipeline: str | None,
) -> list[Subject]:
    """The articles, or all of the project, read and checked; the tables of each go to a folder in ``out``."""
    from dateline import analysis, report

    paths = analysis.articles(articles or None)
    held = {"reference": reference, "sources": sources, "pipeline": tagger(pipeline)}
    found = []
    for path, folder in zip(paths, _folders(paths, out), strict=True):
        progress(f"reading {path}")
        tables, record = analysis.analyse(path, **held)
        _tell_doubts(path, tables)
        _write_tables(tables, folder)
        found.append(report.Subject(path, tables, record))
    return found


def _write_tables(tables: Tables, folder: Path) -> None:
    """An article's tables in every form that people go on with, and what describes them."""
    from dateline import datapackage

    for format in ("csv", "parquet", "xlsx"):
        tables.write(folder, format)
    datapackage.write(tables, folder)


def _stored_or_parsed(path: Path, pipeline: str | None) -> Tables:
    """The tables in a folder that `dateline parse` wrote, or those of the article at ``path``."""
    from dateline.tables import Tables

    return Tables.read(path) if path.is_dir() else _tables(path, pipeline)


def _folders(articles: Sequence[Path], out: Path) -> list[Path]:
    """A folder for each article, named after its file; two of a name would overwrite each other."""
    seen: dict[str, Path] = {}
    for path in articles:
        if path.stem in seen:
            raise InputError(
                path, f"has the same name as {seen[path.stem]}, and so the same folder under {out}"
            )
        seen[path.stem] = path
    return [out / path.stem for path in articles]


def _counts(tables: Tables) -> str:
    shown = ("events", "statements", "times", "figures", "entities", "links", "implications")
    sizes = tables.sizes()
    return ", ".join(f"{sizes[name]} {name}" for name in shown)
