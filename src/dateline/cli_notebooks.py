"""``dateline verify`` and ``dateline refresh``: whether the stored notebooks are true, and making them so."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli_options import progress
from dateline.project import project

if TYPE_CHECKING:
    from dateline.project import Project

_Notebook = click.Path(path_type=Path, exists=True, dir_okay=False)
_MOST = 40  # lines of what changed in the tables


@click.command()
@click.argument("notebooks", nargs=-1, metavar="[NOTEBOOK...]", type=_Notebook)
def verify(notebooks: Sequence[Path]) -> None:
    """Execute the stored notebooks and compare every output; exit code 1 if one differs.

    Of each output that differs it tells the cell, and the lines as they are stored (-) and as they come out
    now (+), the words that differ in brackets.

    \b
    Example:
      dateline verify notebooks/02_incidents.ipynb
    """
    from dateline import outputs, stored
    from dateline.notebooks import stored as stored_in

    here = project()
    paths = list(notebooks) or stored_in(here.notebooks)
    progress(f"executing {', '.join(path.name for path in paths)}")
    held = stored.verify(here.root, paths)
    for one in held:
        path = _shown(one.path, here)
        if one.differences:
            click.echo(outputs.told(path, one.differences, "no longer as stored"))
        else:
            click.echo(f"{path}: as stored")
    differing = [one for one in held if one.differences]
    if differing:
        progress(
            "dateline: stored outputs no longer follow from article, reference, review and code; read what "
            "differs above, and `make refresh` (dateline refresh) accepts it"
        )
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("notebooks", nargs=-1, metavar="[NOTEBOOK...]", type=_Notebook)
def refresh(notebooks: Sequence[Path]) -> None:
    """Execute the stored notebooks in place, and tell which outputs changed.

    Where an earlier run left tables in build/tables, it also tells which of their rows differ now.

    \b
    Example:
      dateline refresh
    """
    from dateline import outputs, stored
    from dateline.notebooks import stored as stored_in

    here = project()
    paths = list(notebooks) or stored_in(here.notebooks)
    progress(f"executing {', '.join(path.name for path in paths)}")
    for one in stored.refresh(paths):
        path = _shown(one.path, here)
        if one.first:
            click.echo(f"{path}: has its outputs now, {len(one.differences)} of them")
        elif one.differences:
            click.echo(outputs.told(path, one.differences, "changed"))
        else:
            click.echo(f"{path}: {'rewritten, no output changed' if one.rewritten else 'as it was'}")
    _tables(here)


def _tables(here: Project) -> None:
    """What changed in the tables since the last run, for articles of which it left any."""
    from dateline import analysis
    from dateline.checks.reference import load_reference
    from dateline.compare import compare, told
    from dateline.reading import stored as stored_articles
    from dateline.tables import Tables
    from dateline.terminal import screen

    kept = {path: here.root / "build" / "tables" / path.stem for path in stored_articles(here.articles)}
    kept = {path: folder for path, folder in kept.items() if folder.is_dir()}
    record = load_reference() if kept else None
    for path, folder in kept.items():
        found = compare(Tables.read(folder), analysis.analyse(path, reference=record)[0])
        if not found:
            continue
        names = [str(_shown(side, here)) for side in (folder, path)]
        lines = told.text(found, screen(), *names).splitlines()
        whole = shlex.join(["dateline", "compare", *names])
        more = [f"… {whole} lists the rest"] if len(lines) > _MOST else []
        click.echo("\n".join(["", *lines[:_MOST], *more]))


def _shown(path: Path, here: Project) -> Path:
    """The path from the project's folder on, where it is in there."""
    whole = path.resolve()
    return whole.relative_to(here.root) if whole.is_relative_to(here.root) else path
