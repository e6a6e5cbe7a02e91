"""Options that several commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

if TYPE_CHECKING:
    from dateline.language.pipeline import Pipeline

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

with_pipeline: Decorator = click.option(
    "--pipeline",
    metavar="NAME",
    help="An installed spaCy pipeline of English, or its folder.",
)
with_width: Decorator = click.option(
    "--width", type=click.IntRange(min=40), help="Characters a line; the terminal's by default."
)


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
