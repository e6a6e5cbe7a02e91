"""``dateline codebook``: what the codebook holds, what it codes, and whether it is in order."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli_options import Decorator, File, as_json, with_codebook

if TYPE_CHECKING:
    from dateline.codebook.chapters import Chapter

_as: Decorator = click.option(
    "--format", type=click.Choice(("text", "json", "csv")), default="text", show_default=True
)


@click.group()
def codebook() -> None:
    """What words mean: look entries up, find what codes a phrase, check files of your own.

    \b
    Example:
      dateline codebook search "summoned the ambassador"
    """


@codebook.command("list")
@with_codebook
@_as
def list_(format: str) -> None:
    """The chapters, how many entries each has, and how many of them are yours.

    \b
    Example:
      dateline codebook list --codebook my_actors.toml
    """
    from dateline.codebook import active
    from dateline.codebook.chapters import CHAPTERS, PLACES

    own = active()
    found = [
        {
            "chapter": chapter.name,
            "entries": _size(chapter),
            "yours": own.own.get(chapter.name, 0) if own else 0,
            "about": chapter.about,
        }
        for chapter in (*CHAPTERS.values(), PLACES)
    ]
    if format != "text":
        _dump(found, format)
        return
    for row in found:
        yours = f"{row['yours']} yours" if row["yours"] else ""
        click.echo(f"{row['chapter']:<13}{row['entries']:>6}  {yours:<9}{row['about']}")


@codebook.command()
@click.argument("chapter")
@click.argument("key", required=False)
@with_codebook
@_as
def show(chapter: str, key: str | None, format: str) -> None:
    """The entries of a CHAPTER, or those that go by KEY: an id, a name, an alias, any of the words.

    \b
    Example:
      dateline codebook show organisations Taliban
    """
    from dateline import terminal
    from dateline.codebook import rows
    from dateline.codebook.chapters import CHAPTERS, PLACES
    from dateline.codebook.user import suggestion

    chapters = {**CHAPTERS, PLACES.name: PLACES}
    if chapter not in chapters:
        raise click.UsageError(f"there is no chapter {chapter!r}; {suggestion(chapter, tuple(chapters))}")
    asked = chapters[chapter]
    found = [row for row in rows(chapter, asked.columns) if key is None or _goes_by(row, key.lower())]
    if not found:
        raise click.UsageError(f"nothing in {chapter} goes by {key!r}; try dateline codebook search {key!r}")
    if format != "text":
        _dump(found, format)
    elif key is None:
        width = terminal.screen()
        for row in found:
            click.echo(_short(row, asked)[:width])
    else:
        click.echo("\n\n".join(_in_full(row) for row in found))


@codebook.command()
@click.argument("words", nargs=-1, required=True)
@with_codebook
@click.option("--format", type=click.Choice(("text", "json")), default="text", show_default=True)
def search(words: Sequence[str], format: str) -> None:
    """Which entry codes these WORDS, which come near, and which entries have them.

    The words are put into small sentences about Brazil and Chile, and these are parsed.

    \b
    Example:
      dateline codebook search "summoned the ambassador"
    """
    from dateline import searching
    from dateline.terminal import plain

    answer = searching.search(plain(" ".join(words)))
    if format == "json":
        click.echo(as_json(searching.as_dict(answer)))
    else:
        click.echo(searching.told(answer))


@codebook.command()
@click.argument("files", nargs=-1, metavar="[FILE...]", type=File)
def validate(files: Sequence[Path]) -> None:
    """Check the codebook with your FILEs in it; exit code 1 with everything that is wrong.

    \b
    Example:
      dateline codebook validate my_actors.toml
    """
    from dateline.codebook import activated, loading, validation
    from dateline.codebook.chapters import CHAPTERS

    own, found = loading.examine(files)
    if not found:
        with activated(own):
            found = validation.problems()
    for problem in found:
        click.echo(str(problem))
    if found:
        click.echo(f"dateline: {len(found)} {'problem' if len(found) == 1 else 'problems'}", err=True)
        raise click.exceptions.Exit(1)
    with activated(own):
        entries = sum(_size(chapter) for chapter in CHAPTERS.values())
    yours = sum(own.own.values()) if own else 0
    click.echo(f"{entries} entries in {len(CHAPTERS)} chapters, {yours} of them yours: nothing wrong")


def _size(chapter: Chapter) -> int:
    """The entries of a chapter: its rows, or where every word is one, its words."""
    from dateline.codebook import rows

    found = rows(chapter.name, chapter.columns)
    return sum(len(chapter.words_of(row)) for row in found) if chapter.many else len(found)


def _goes_by(row: dict[str, str], key: str) -> bool:
    return any(key == value.strip().lower() for cell in row.values() for value in cell.split("|"))


def _short(row: dict[str, str], chapter: Chapter) -> str:
    """An entry on one line: what names it, then the rest."""
    rest = (row[c] for c in chapter.columns if c != chapter.key[0] and c != "reference" and row[c])
    return f"{row[chapter.key[0]]}  {'  '.join(rest)}"


def _in_full(row: dict[str, str]) -> str:
    """An entry with a line a column."""
    width = max(map(len, row)) + 2
    return "\n".join(
        f"{column:<{width}}{value.replace('|', ' | ')}" for column, value in row.items() if value
    )


def _dump(found: Iterable[dict[str, Any]], format: str) -> None:
    found = list(found)
    if format == "json":
        click.echo(as_json(found))
    else:
        writer = csv.DictWriter(sys.stdout, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
