"""The sheet that a reviewer fills in: every row with its evidence, and room for a decision beside it.

One line a row, because a reader goes through sentences, not cells; whoever corrects two cells of a row
copies the line. The workbook has a sheet a table and lists to choose from; the CSV has all tables below each
other in the very columns of ``reviews/NAME.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from dateline.errors import InputError
from dateline.files import write as write_file
from dateline.review import files, values
from dateline.review.applying import machine
from dateline.review.corrections import ACTIONS, CHANGEABLE, COLUMNS, NEEDED, Correction, addable
from dateline.review.files import Line
from dateline.review.reading import is_filled
from dateline.review.words import Scene
from dateline.storage import excel_text
from dateline.tables import Tables

Cells = dict[str, str]

#: What a sheet has unless tables are named: all but the mentions, of which there are too many to go through.
USUAL = tuple(name for name in CHANGEABLE if name != "mentions")

_DECISION = ("action", "column", "value", "reason", "reviewer", "date")
_WIDTHS = {"row_id": 16, "action": 9, "column": 15, "value": 18, "reason": 26, "reviewer": 12, "date": 11}
_SPARE = 200  # lines below the rows that have the lists too, for new rows and second corrections
_HELP = (
    "How to fill this in",
    "Each line is a row of the machine's tables, a sheet a table. A line you leave as it is says nothing.",
    "accept   The row is right. Nothing else to fill in but a reason.",
    "change   Choose the column, write the value; <NA> where there should be none. A second cell of the same "
    "row: copy the line below itself.",
    "drop     The row should not be there.",
    "add      A new row, on free lines at the end: the same name of your own (new1) as row_id on each, and "
    "column and value of a cell, first of all text: the words as the article has them.",
    "reason   Always, in a few words. reviewer and date may stay empty; dateline is told them once.",
    "Then: dateline review ARTICLE --apply THIS_FILE --reviewer NAME",
)


@dataclass(frozen=True)
class Sheet:
    """A table's lines, each with the machine's values by column, where there is such a row."""

    table: str
    lines: list[tuple[Cells, Cells]]


def fill(
    tables: Tables, corrections: Sequence[Correction], kept: Sequence[Line], names: Sequence[str]
) -> list[Sheet]:
    """The sheets of the tables, with the corrections in force and what somebody filled in before."""
    scene = Scene(tables)
    reviewed = {one.table for one in corrections} | {line.cells.get("table", "") for line in kept}
    wanted = [name for name in CHANGEABLE if name in names or name in reviewed]
    own = _decisions(corrections, kept)
    return [Sheet(name, list(_lines(scene, name, own, name in names))) for name in wanted]


def _decisions(corrections: Sequence[Correction], kept: Sequence[Line]) -> dict[tuple[str, str], list[Cells]]:
    """What was decided of each row, as cells; what a sheet has that is not in force yet comes after it."""
    found: dict[tuple[str, str], list[Cells]] = {}
    known = set()
    for one in corrections:
        cells = {name: str(value) for name in COLUMNS if (value := getattr(one, name)) is not None}
        found.setdefault((one.table, one.row_id), []).append(cells)
        known.add(tuple(cells.get(name, "") for name in NEEDED[:6]))
    for line in kept:
        if tuple(line.cells.get(name, "") for name in NEEDED[:6]) not in known:
            at = line.cells.get("table", ""), line.cells.get("row_id", "")
            found.setdefault(at, []).append(line.cells)
    return found


def _lines(
    scene: Scene, table: str, own: dict[tuple[str, str], list[Cells]], whole: bool
) -> Iterable[tuple[Cells, Cells]]:
    """The table's rows in text order, then what was decided of rows that are new or no longer there."""
    for row_id, row in scene.rows[table].items():
        decided = own.pop((table, row_id), [])
        if not decided and not whole:
            continue
        base = {"table": table, "row_id": row_id, "evidence": scene.evidence(table, row)}
        base["machine"] = machine(table, row)
        told = {c: scene.told(table, c, row[c]) for c in CHANGEABLE[table] if row[c] is not None}
        for cells in decided or [{}]:
            yield {**base, **cells}, told
    for (other, _), decided in own.items():
        if other == table:
            yield from ((cells, {}) for cells in decided)


def filled_before(path: Path) -> list[Line]:
    """The lines of an earlier sheet that somebody filled in. InputError where the file is no such sheet."""
    if not path.exists():
        return []
    try:
        return [line for line in files.lines(path) if is_filled(line)]
    except InputError as error:
        what = f"is there already, and is no sheet of a review ({error.reason}); name another file"
        raise InputError(path, what) from None


def as_csv(sheets: Sequence[Sheet]) -> bytes:
    """The sheets below each other, with the mark by which a spreadsheet knows UTF-8."""
    rows = [
        [files.guarded(cells.get(name, "")) if name == "value" else cells.get(name, "") for name in COLUMNS]
        for sheet in sheets
        for cells, _ in sheet.lines
    ]
    return files.as_csv([list(COLUMNS), *rows]).encode("utf-8-sig", "replace")


# -- the workbook --------------------------------------------------------------------------------


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """A workbook: how to fill it in, a sheet a table, and the lists that the cells offer."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    out = BytesIO()
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # the same rows give the same bytes
        looks = _Looks(book)
        guide = book.add_worksheet("how to")
        guide.set_column(0, 0, 110, looks.wrapped)
        for at, words in enumerate(_HELP):
            guide.write_string(at, 0, words, looks.head if at == 0 else looks.wrapped)
        guide.write_string(len(_HELP) + 1, 0, f"Sheets: {', '.join(one.table for one in sheets)}")
        lists = _Lists(book)
        for at, sheet in enumerate(sheets):
            page = book.add_worksheet(sheet.table)
            _table(book, page, sheet, looks, lists)
            if at == 0:
                page.activate()
        lists.write()
    return out.getvalue()


class _Looks:
    def __init__(self, book: Any) -> None:
        top = {"valign": "top", "num_format": "@"}
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self.wrapped = book.add_format({**top, "text_wrap": True})
        self.decision = book.add_format({**top, "text_wrap": True, "bg_color": "#FFF8E1", "border": 1,
                                         "border_color": "#D9D9D9"})  # fmt: skip
        self.quiet = book.add_format({**top, "font_color": "#666666"})


class _Lists:
    """What the cells offer, on a hidden sheet, a column a list."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[str, list[str]] = {}

    def add(self, name: str, words: Sequence[str]) -> str:
        """The reference to a list, which is kept under that name."""
        self.made.setdefault(name, list(words))
        at = list(self.made).index(name)
        from xlsxwriter.utility import xl_col_to_name

        column = xl_col_to_name(at)
        return f"=lists!${column}$1:${column}${len(self.made[name])}"

    def write(self) -> None:
        sheet = self.book.add_worksheet("lists")
        for at, words in enumerate(self.made.values()):
            for row, word in enumerate(words):
                sheet.write_string(row, at, word)
        sheet.hide()


def _table(book: Any, page: Any, sheet: Sheet, looks: _Looks, lists: _Lists) -> None:
    columns = CHANGEABLE[sheet.table]
    heads = ["row_id", *_DECISION, "evidence", *(f"machine: {name}" for name in columns), "machine"]
    page.write_row(0, 0, heads, looks.head)
    page.freeze_panes(1, 2)
    last = len(sheet.lines) + _SPARE
    for at, name in enumerate(heads):
        look = looks.decision if name in _DECISION else looks.quiet if name == "row_id" else looks.wrapped
        hidden = {"hidden": True} if name == "machine" else {}
        page.set_column(at, at, _WIDTHS.get(name, 60 if name == "evidence" else 15), look, hidden)
    for number, (cells, machine_has) in enumerate(sheet.lines, start=1):
        shown = {f"machine: {name}": words for name, words in machine_has.items()}
        for at, name in enumerate(heads):
            words = cells.get(name) or shown.get(name)
            if words:
                page.write_string(number, at, excel_text(words))
    page.autofilter(0, 0, max(1, len(sheet.lines)), len(heads) - 2)
    _choices(book, page, sheet.table, heads, last, lists)


def _choices(book: Any, page: Any, table: str, heads: list[str], last: int, lists: _Lists) -> None:
    """Lists for action and column, and for value the words of the column that was chosen."""
    action, column, value = (heads.index(name) for name in ("action", "column", "value"))
    actions = [one for one in ACTIONS if one != "add" or addable(table)]
    source = lists.add("actions" if addable(table) else "actions of findings", actions)
    page.data_validation(1, action, last, action, {"validate": "list", "source": source})
    columns = [*CHANGEABLE[table], *(name for name in addable(table) if name not in CHANGEABLE[table])]
    source = lists.add(f"columns of {table}", columns)
    page.data_validation(1, column, last, column, {"validate": "list", "source": source})
    for name in CHANGEABLE[table]:
        words = values.choices(table, name)
        if words:
            source = lists.add(f"{table} {name}", words)
            book.define_name(f"{table}_{name}", source)
    from xlsxwriter.utility import xl_col_to_name

    chosen = f'=INDIRECT("{table}_"&${xl_col_to_name(column)}2)'
    free = {"validate": "list", "source": chosen, "show_error": False, "ignore_blank": True}
    page.data_validation(1, value, last, value, free)


def write(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write the sheets to a file, a workbook or CSV by its name."""
    write_file(path, as_csv(sheets) if path.suffix.lower() == ".csv" else as_workbook(sheets))
