"""What several commands have in common: options, progress on stderr, JSON as it is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

if TYPE_CHECKING:
    from dateline.language.pipeline import Pipeline

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]
File = click.Path(path_type=Path, exists=True, dir_okay=False)

_codebook: Decorator = click.option(
    "--codebook",
    "codebooks",
    multiple=True,
    type=File,
    help="A codebook file of your own, TOML or CSV; may be given several times.",
)
with_pipeline: Decorator = click.option(
    "--pipeline",
    metavar="NAME",
    help="An installed spaCy pipeline of English, or its folder.",
)
with_width: Decorator = click.option(
    "--width", type=click.IntRange(min=40), help="Characters a line; the terminal's by default."
)


def with_codebook(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--codebook`` for a command: what it does is done with these files in force."""

    @wraps(command)
    def done(*args: Any, codebooks: tuple[Path, ...], **kwargs: Any) -> Any:
        if not codebooks:
            return command(*args, **kwargs)
        from dateline.codebook import loading

        with loading.using(codebooks):
            return command(*args, **kwargs)

    return _codebook(done)


def given_codebooks() -> tuple[Path, ...]:
    """The files that the running command was given."""
    return click.get_current_context().params.get("codebooks", ())


def with_reference(command: Callable[..., None]) -> Callable[..., None]:
    """Options for what an article is held against."""
    folder = click.option(
        "--reference",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Folder of reference tables; the project's own by default.",
    )
    files = click.option(
        "--source",
        "sources",
        metavar="FILE",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A downloaded file of UCDP GED, ACLED, TBIJ, New America, GDELT or ICEWS; may be repeated.",
    )
    return folder(files(command))


@cache
def tagger(pipeline: str | None) -> Pipeline | None:
    """The spaCy pipeline of that name, loaded once for all articles of a command."""
    from dateline.language.pipeline import load

    return load(pipeline) if pipeline is not None else None


def progress(message: str) -> None:
    """Tell how far a command is, apart from its results."""
    click.echo(message, err=True)


def as_json(value: object) -> str:
    """``value`` as commands print JSON: indented, and every script's letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)
