"""``dateline compare``: what changed between two articles, two sets of tables, or under another codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli_options import (
    given_codebooks,
    progress,
    tagger,
    with_codebook,
    with_pipeline,
    with_reference,
    with_width,
)
from dateline.errors import InputError
from dateline.records import TABLES

if TYPE_CHECKING:
    from dateline.checks.reference import Reference
    from dateline.compare import Comparison
    from dateline.tables import Tables

_DEFAULT = Path("-")


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--article",
    type=click.Path(path_type=Path),
    help="Read this article with OLD and with NEW, which are then codebook files or reference folders.",
)
@click.option(
    "--table",
    "only",
    metavar="TABLE",
    multiple=True,
    type=click.Choice(list(TABLES)),
    help="Compare this table only; may be repeated.",
)
@click.option(
    "--format", type=click.Choice(("text", "csv", "html", "json")), default="text", show_default=True
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write to.")
@with_reference
@with_width
@with_codebook
@with_pipeline
def compare(
    old: Path,
    new: Path,
    article: Path | None,
    only: Sequence[str],
    format: str,
    out: Path | None,
    reference: Path | None,
    sources: Sequence[Path],
    width: int | None,
    pipeline: str | None,
) -> None:
    """List the rows added, removed and changed from OLD to NEW.

    OLD and NEW are articles, or folders of tables that `dateline parse` or `dateline run` wrote. With
    --article they are two codebook files, or two reference folders, and "-" is what holds without one.
    Words that differ are in brackets. Exit code 1 when a row differs.

    \b
    Example:
      dateline compare before/article.txt article.txt
      dateline compare build/tables/article article.txt --table events
      dateline compare - my_actors.toml --article article.txt
      dateline compare old_tables new_tables --format html --out changes.html
    """
    from dateline import compare as comparing

    reader = _Reader(reference, sources, pipeline)
    if article is None:
        tables = _tables(old, new, reader)
    else:
        tables = [_read_with(side, article, reader) for side in (old, new)]
    sides = dict(zip((old, new), tables, strict=True)) if article is None else {}
    found = comparing.compare(*tables).only(only or _comparable(sides))
    names = [_name(side, article) for side in (old, new)]
    _write(found, format, out, names, width)
    if found:
        raise click.exceptions.Exit(1)


class _Reader:
    """Reads articles, and holds them against a record that is loaded once."""

    def __init__(self, reference: Path | None, sources: Sequence[Path], pipeline: str | None) -> None:
        self.reference, self.sources, self.pipeline = reference, sources, tagger(pipeline)
        self.record: Reference | None = None

    def code(self, article: Path) -> Tables:
        """The article's tables, without findings."""
        from dateline import analysis

        return analysis.code(article, pipeline=self.pipeline)

    def analyse(self, article: Path, reference: Path | None = None) -> Tables:
        """The article's tables, held against ``reference`` or else what the command was given."""
        from dateline import analysis
        from dateline.checks.reference import load_reference

        if reference is None:
            self.record = self.record or load_reference(self.reference)
        against = reference or self.record
        return analysis.analyse(article, reference=against, sources=self.sources, pipeline=self.pipeline)[0]


def _tables(old: Path, new: Path, reader: _Reader) -> list[Tables]:
    """The tables of both sides. Articles are checked, unless the other side is tables that were not."""
    from dateline.tables import Tables

    folders = {side: Tables.read(side) for side in (old, new) if side.is_dir()}
    checked = all(tables.sizes()["findings"] for tables in folders.values())
    found = []
    for side in (old, new):
        if side not in folders:
            progress(f"reading {side}")
        found.append(folders.get(side) or (reader.analyse(side) if checked else reader.code(side)))
    _warn_of_sidecar(old, new)
    return found


def _read_with(side: Path, article: Path, reader: _Reader) -> Tables:
    """The article's tables with a codebook file, or held against a folder of reference tables."""
    from dateline.codebook import loading

    if side != _DEFAULT and not side.exists():
        raise InputError(side, "no such file")
    progress(f"reading {article} with {_name(side, article)}")
    if side.is_dir():
        return reader.analyse(article, side)
    if side == _DEFAULT:
        return reader.analyse(article)
    with loading.using([*given_codebooks(), side]):
        return reader.analyse(article)


def _comparable(sides: Mapping[Path, Tables]) -> list[str]:
    """All tables; but not the findings where one side was never checked."""
    for side, tables in sides.items():
        if side.is_dir() and not tables.sizes()["findings"]:
            progress(f"{side} has no findings (dateline parse writes none), so they are not compared")
            return [name for name in TABLES if name != "findings"]
    return list(TABLES)


def _warn_of_sidecar(old: Path, new: Path) -> None:
    """An article copied without what is known beside its text seems to have lost all of that."""
    if old.is_dir() or new.is_dir():
        return
    for one, other in ((old, new), (new, old)):
        if other.with_suffix(".toml").is_file() and not one.with_suffix(".toml").is_file():
            progress(f"note: {other} has {other.with_suffix('.toml').name} beside it, and {one} has none")


def _name(side: Path, article: Path | None) -> str:
    if article is None or side != _DEFAULT:
        return str(side)
    return "what comes with dateline"


def _write(found: Comparison, format: str, out: Path | None, names: Sequence[str], width: int | None) -> None:
    from dateline import files, terminal
    from dateline.compare import page, told

    if format == "text":
        said = told.text(found, width or terminal.screen(), *names)
    elif format == "html":
        said = page.html(found, *names)
    else:
        said = {"csv": told.csv, "json": told.json}[format](found)
    if out is None:
        click.echo(said)
    else:
        files.write(out, said.rstrip("\n") + "\n")
        click.echo(f"{out}: {told.tally(found)}")
