"""A comparison as a page: a section a table, each change with its sentence, what went struck out and what
came marked.
"""

from __future__ import annotations

from html import escape

from dateline.compare import Cell, Comparison, words
from dateline.compare.cells import Evidence
from dateline.compare.told import Told, counted, tally, told

_GONE = '<del style="background: rgba(190, 60, 40, .2)">{}</del>'
_CAME = '<ins style="background: rgba(40, 130, 60, .22); text-decoration: none">{}</ins>'
_MARK = '<mark style="background: rgba(200, 160, 40, .32); color: inherit">{}</mark>'


def html(comparison: Comparison, old: str, new: str) -> str:
    """The page, which holds all it needs and fetches nothing."""
    from dateline.report.page import page

    contents = [(table, f"{table}: {said}") for table, said in counted(comparison).items()]
    shown = body(comparison, old, new)
    return page("What changed", "What changed", shown, site="dateline compare", contents=contents)


def body(comparison: Comparison, old: str, new: str) -> str:
    """What stands under the page's heading."""
    head = f"<p>From <b>{escape(old)}</b> to <b>{escape(new)}</b>. {escape(tally(comparison))}</p>"
    return "\n".join([head, *(_section(table, rows) for table, rows in told(comparison).items())])


def _section(table: str, rows: list[Told]) -> str:
    lines = "\n".join(_row(one) for one in rows)
    head = '<th scope="col" style="width: 5.5rem">change</th><th scope="col">row</th>'
    return (
        f'<section id="{table}">\n<h2>{table}</h2>\n<table style="width: 100%"><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{lines}\n</tbody></table>\n</section>"
    )


def _row(one: Told) -> str:
    row = one.row
    name = f"<small>{escape(row.row_id)}</small>"
    if row.table != "sentences":
        whose = f": {escape(', '.join(one.sources))}" if one.sources else ""
        label = row.label_old if row.label_new is None else row.label_new
        evidence = row.evidence_old if row.change == "removed" else row.evidence_new
        parts = [f"<b>{escape(label or '')}</b>{whose} {name}", *map(_cell, row.cells)]
        parts += [f"“{_marked(evidence)}”"] if evidence else []
    elif row.cells:
        parts = [*(_cell(cell, named=cell.column != "text") for cell in row.cells), name]
    else:
        said = str(row.evidence_old or row.evidence_new)
        parts = [_gone(said) if row.change == "removed" else _came(said), name]
    return f"<tr><td>{row.change}</td><td>{'<br>'.join(parts)}</td></tr>"


def _cell(cell: Cell, named: bool = True) -> str:
    """The old and the new value, the words marked in which they differ."""
    name = f"{escape(cell.column)}: " if named else ""
    if cell.old is None or cell.new is None:
        gone = "—" if cell.old is None else _gone(cell.old)
        return f"{name}{gone} → {'—' if cell.new is None else _came(cell.new)}"
    old, _ = words.marked(cell.old, cell.new, _gone, escape)
    _, new = words.marked(cell.old, cell.new, _came, escape)
    return f"{name}{old}{' → ' if named else '<br>'}{new}"


def _marked(evidence: Evidence) -> str:
    words = _MARK.format(escape(evidence.words)) if evidence.words else ""
    return f"{escape(evidence.before)}{words}{escape(evidence.after)}"


def _gone(text: str) -> str:
    return _GONE.format(escape(text))


def _came(text: str) -> str:
    return _CAME.format(escape(text))
