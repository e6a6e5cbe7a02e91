"""``dateline review``: the sheet in which people correct the machine, and what became of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli_options import tagger, with_codebook, with_pipeline, with_reference
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.review import Correction
    from dateline.tables import Tables

_TABLES = (
    *("events", "statements", "figures", "times", "places", "entities", "mentions", "links"),
    *("implications", "findings"),
)
File = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("article", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--out", type=File, help="Sheet to write; reviews/NAME.sheet.xlsx by default.")
@click.option("--format", type=click.Choice(("xlsx", "csv")), help="Of the sheet; a workbook by default.")
@click.option(
    "--table",
    "names",
    multiple=True,
    type=click.Choice(_TABLES),
    help="Only this table; may be repeated. By default all but mentions.",
)
@click.option("--apply", "sheet", type=File, help="Take over what is filled in in this sheet.")
@click.option("--reviewer", metavar="NAME", help="Who decides, where a line of the sheet does not say.")
@click.option(
    "--date", "day", type=click.DateTime(("%Y-%m-%d",)), help="When; today by default.", metavar="YYYY-MM-DD"
)
@click.option("--status", is_flag=True, help="List what is in force; exit code 1 if something has no place.")
@click.option(
    "--move",
    "moved",
    nargs=2,
    metavar="OLD NEW",
    help="Give the corrections of row OLD, which is there no more, to row NEW.",
)
@click.option("--review", "file", type=File, help="Where corrections are kept; reviews/NAME.csv by default.")
@with_reference
@with_codebook
@with_pipeline
def review(
    article: Path,
    out: Path | None,
    format: str | None,
    names: Sequence[str],
    sheet: Path | None,
    reviewer: str | None,
    day: datetime | None,
    status: bool,
    moved: tuple[str, str] | None,
    file: Path | None,
    reference: Path | None,
    sources: Sequence[Path],
    pipeline: str | None,
) -> None:
    """Correct what the machine found in ARTICLE: write a sheet, fill it in, apply it.

    The sheet has one line for each row of the tables, with its sentence, the row's words in [[ ]]. Beside it,
    write accept, change, drop or add, and a reason; docs/review.md (in a project: reviews/README.md) tells
    all of it. Corrections in force are filled in already, and what you filled in before in the same file is
    kept.

    --apply takes all corrections of the sheet or, if one is wrong, none; they are kept in reviews/NAME.csv of
    the project (or NAME.review.csv beside an article of none), and every report and notebook follows them.

    \b
    Example:
      dateline review article.txt
      dateline review article.txt --apply article.sheet.xlsx --reviewer "A. Reader"
      dateline review article.txt --status
    """
    from dateline import review as reviews
    from dateline.parsing import parse
    from dateline.reading import read

    if (sheet is not None) + status + (moved is not None) > 1:
        raise click.UsageError("--apply, --move and --status are different things to do: one after the other")
    path = file or reviews.located(article)
    stored = reviews.kept(path)
    tables = parse(read(article), pipeline=tagger(pipeline))  # as the machine has them
    check = partial(_findings, reference=reference, sources=sources)
    if sheet is not None:
        _apply(tables, path, stored, sheet, reviewer, day.date() if day else _today(), check)
    elif moved is not None:
        _move(tables, path, stored, moved, check)
    elif status:
        _status(tables, path, stored, check)
    else:
        out = _sheet_path(path, article, out, format)
        _write(tables, stored, names, out, check)
        told = shlex.join(["dateline", "review", str(article), "--apply", str(out), "--reviewer", "NAME"])
        click.echo(f"Fill it in, then: {told}")


def _findings(tables: Tables, *, reference: Path | None, sources: Sequence[Path]) -> Any:
    from dateline.analysis import hold

    hold(tables, reference, sources)
    return tables.findings


def _today() -> date:
    return datetime.now().date()


def _apply(
    tables: Tables,
    path: Path,
    stored: Sequence[Correction],
    sheet: Path,
    reviewer: str | None,
    day: date,
    check: Callable[[Tables], Any],
) -> None:
    from dateline.review import files, merging, reading, telling, where_judged

    new = reading.read_sheet(sheet, reviewer, day, stored)
    if not new:
        raise InputError(sheet, "nothing is filled in; write accept, change, drop or add beside a row")
    taken = merging.take(tables, stored, new, where_judged([*stored, *new], check))
    files.write(path, taken.corrections)
    click.echo(
        f"{path}: {telling.count(taken.added, 'correction')} added, {taken.revised} revised, "
        f"{taken.known} there already; {len(taken.applied.corrections)} in force"
    )
    for one in taken.otherwise:
        click.echo(f"  {one.table} {one.row_id}: the row has changed since the sheet was written; look again")
    for line in (*telling.emptied(taken.applied.cleared), *telling.lost(taken.applied.unmatched)):
        click.echo(line)


def _move(
    tables: Tables,
    path: Path,
    stored: Sequence[Correction],
    moved: tuple[str, str],
    check: Callable[[Tables], Any],
) -> None:
    from dateline.review import files, merging, telling, where_judged

    told, done = merging.move(tables, stored, *moved, where_judged(stored, check))
    files.write(path, told)
    click.echo(
        f"{path}: the corrections of {moved[0]} are of {moved[1]} now; {len(done.corrections)} in force"
    )
    for line in telling.lost(done.unmatched):
        click.echo(line)


def _status(tables: Tables, path: Path, stored: Sequence[Correction], check: Callable[[Tables], Any]) -> None:
    from dateline.review import overlay, telling, where_judged

    done = overlay(tables, stored, where_judged(stored, check))
    for line in telling.status(path, stored, done):
        click.echo(line)
    if done.unmatched:
        raise click.exceptions.Exit(1)


def _write(
    tables: Tables,
    stored: Sequence[Correction],
    names: Sequence[str],
    out: Path,
    check: Callable[[Tables], Any],
) -> None:
    from dateline.review import CODED, apply, sheets

    kept = sheets.filled_before(out)
    wanted = [*(names or sheets.USUAL), *(line.cells.get("table", "") for line in kept)]
    if "findings" in wanted or any(one.table == "findings" for one in stored):
        tables.findings = check(apply(tables, stored, only=CODED).tables)
    filled = sheets.fill(tables, stored, kept, names or sheets.USUAL)
    sheets.write(out, filled)
    counts = ", ".join(f"{len(one.lines)} {one.table}" for one in filled)
    click.echo(f"{out}: {counts}")
    if kept:
        click.echo(f"Kept what was filled in there: {len(kept)} {'line' if len(kept) == 1 else 'lines'}.")


def _sheet_path(path: Path, article: Path, out: Path | None, format: str | None) -> Path:
    """Where the sheet goes, as a workbook or CSV by the file's name."""
    if out is None:
        return path.with_name(f"{article.stem}.sheet.{format or 'xlsx'}")
    suffix = out.suffix.lower().removeprefix(".")
    if suffix not in ("xlsx", "csv"):
        raise click.UsageError(f"--out {out} should end in .xlsx or .csv")
    if format not in (None, suffix):
        raise click.UsageError(f"--out {out} is no {format}; leave --format out")
    return out
