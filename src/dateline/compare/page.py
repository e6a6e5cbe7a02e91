"""A comparison as a page: a section a table, each change with its sentence, what went struck out and what
came marked.
"""

from __future__ import annotations

from html import escape

from dateline.compare import Cell, Comparison, words
from dateline.compare.told import Told, counted, tally, told

_STYLE = """
del, ins, mark { padding: 0 .1em; border-radius: 2px; color: inherit; }
del { background: rgba(190, 60, 40, .18); } ins { background: rgba(40, 120, 60, .2); text-decoration: none; }
mark { background: rgba(200, 160, 40, .3); } blockquote { margin: .3rem 0 .3rem 1rem; }
.id { font: 12px ui-monospace, monospace; color: #555; } .changes td:first-child { white-space: nowrap; }
"""


def html(comparison: Comparison, old: str, new: str) -> str:
    """The page, which holds all it needs and fetches nothing."""
    from dateline import report

    return report._page("What changed", body(comparison, old, new))


def body(comparison: Comparison, old: str, new: str) -> str:
    """The page's main part."""
    head = (
        f"<h1>What changed</h1>\n<p>From <b>{escape(old)}</b> to <b>{escape(new)}</b>. "
        f"{escape(tally(comparison))}</p>"
    )
    if not comparison:
        return head
    links = "".join(
        f'<li><a href="#{table}">{table}</a>: {escape(said)}</li>'
        for table, said in counted(comparison).items()
    )
    sections = "\n".join(_section(table, rows) for table, rows in told(comparison).items())
    return f"<style>{_STYLE}</style>\n{head}\n<ul>{links}</ul>\n{sections}"


def _section(table: str, rows: list[Told]) -> str:
    lines = "\n".join(_row(one) for one in rows)
    head = '<thead><tr><th scope="col">change</th><th scope="col">row</th></tr></thead>'
    return (
        f'<section id="{table}">\n<h2>{table}</h2>\n<table class="changes">{head}<tbody>\n'
        f"{lines}\n</tbody></table>\n</section>"
    )


def _row(one: Told) -> str:
    row = one.row
    parts = []
    if row.table != "sentences":
        whose = f": {escape(', '.join(one.sources))}" if one.sources else ""
        label = row.label_old if row.label_new is None else row.label_new
        parts.append(f"<b>{escape(label or '')}</b>{whose}")
        evidence = row.evidence_old if row.change == "removed" else row.evidence_new
        parts += [f"<br>{_cell(cell)}" for cell in row.cells]
        parts += [f"<blockquote>{_marked(evidence)}</blockquote>"] if evidence else []
    elif row.cells:
        parts += [_cell(cell, named=cell.column != "text") for cell in row.cells]
    else:
        sign = "del" if row.change == "removed" else "ins"
        parts.append(f"<{sign}>{escape(row.evidence_old or row.evidence_new or '')}</{sign}>")
    cell = f'{"".join(parts)} <span class="id">{escape(row.row_id)}</span>'
    return f"<tr><td>{row.change}</td><td>{cell}</td></tr>"


def _cell(cell: Cell, named: bool = True) -> str:
    """The old and the new value, the words marked in which they differ."""
    name = f"{escape(cell.column)}: " if named else ""
    if cell.old is None or cell.new is None:
        gone = f"<del>{escape(cell.old)}</del> → " if cell.old is not None else ""
        came = f"<ins>{escape(cell.new)}</ins>" if cell.new is not None else "—"
        return f"{name}{gone}{came}"
    old, _ = words.marked(cell.old, cell.new, lambda gone: f"<del>{escape(gone)}</del>", escape)
    _, new = words.marked(cell.old, cell.new, lambda came: f"<ins>{escape(came)}</ins>", escape)
    return f"{name}{old}{' → ' if named else '<br>'}{new}"


def _marked(evidence: str) -> str:
    """The sentence, the words in its brackets marked."""
    before, bracket, rest = evidence.partition("[")
    said, closing, after = rest.rpartition("]") if bracket else ("", "", "")
    if not closing:
        return escape(evidence)
    return f"{escape(before)}<mark>{escape(said)}</mark>{escape(after)}"
