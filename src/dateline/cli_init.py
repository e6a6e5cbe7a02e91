"""``dateline init``: a folder for a project of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dateline.starting import Step


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be written, and write nothing.")
def init(folder: Path, articles: Sequence[Path], dry_run: bool) -> None:
    """Make DIR a project of your own, or bring the one there up to date.

    It gets notebooks, the record, a Makefile, and copies of each ARTICLE and its NAME.toml. In a project
    that is there already, what you changed is kept, and the new version of it is put beside.

    \b
    Example:
      dateline init my-project article.html
    """
    from dateline import starting

    steps = starting.init(folder, articles, dry_run=dry_run)
    click.echo(_told(steps))
    if dry_run:
        click.echo("Nothing was written.")
    elif all(step.action in ("new", "as it was") for step in steps):
        click.echo(_next(folder, steps))


def _told(steps: Sequence[Step]) -> str:
    """A line for each file with which something was done, and how many were left as they were."""
    lines = [
        f"{step.action:<10}{step.path}{f' ({step.note})' if step.note else ''}"
        for step in steps
        if step.action != "as it was"
    ]
    same = len(steps) - len(lines)
    return "\n".join([*lines, f"as it was {same} files"] if same else lines)


def _next(folder: Path, steps: Sequence[Step]) -> str:
    from dateline.reading import stored

    to_do = [] if folder.resolve() == Path.cwd() else [f"  cd {_quoted(folder)}"]
    if not stored(folder / "articles"):
        to_do.append("  put an article into articles/: .txt, .md, .html or .pdf")
    return "\n".join(["", "Next:", *to_do, "  make run       (or: dateline run)"])


def _quoted(folder: Path) -> str:
    import shlex

    return shlex.quote(str(folder))
