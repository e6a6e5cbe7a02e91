"""A piece of HTML for a notebook that also reads as plain text: cards, tables and lists that escape what
they show.

JupyterLab strips style sheets from notebooks it does not trust but keeps inline styles, so the styles
are inline; colours are translucent, so that they read on a light page and on a dark one. Each row stands
on a line of its own, so that the difference between two stored outputs shows which rows changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

import pandas as pd

from dateline import wording

RULE = "1px solid rgba(128,128,128,.35)"
SOFT = "opacity: .72"
_ROW = f"border-bottom: {RULE}"
_TABLE = "border-collapse: collapse"
_CELL = "text-align: left; vertical-align: top"


class Safe(str):
    """Text that is HTML already; everything else is escaped when it is shown."""

    __slots__ = ()


def safe(value: object) -> Safe:
    """The cell as HTML: escaped, unless it is :class:`Safe`; empty where it is missing."""
    if isinstance(value, Safe):
        return value
    return Safe("" if wording.missing(value) else escape(str(value)))


def tag(name: str, content: object, style: str = "") -> Safe:
    """``content`` in an element."""
    styled = f' style="{style}"' if style else ""
    return Safe(f"<{name}{styled}>{safe(content)}</{name}>")


def small(content: object) -> Safe:
    """Set small and soft: codes, ids, remarks."""
    return tag("small", content, SOFT)


def join(parts: Iterable[object], between: str = " ") -> Safe:
    """The parts that are not empty, as one piece of HTML."""
    return Safe(escape(between).join(piece for part in parts if (piece := safe(part))))


def lines(parts: Iterable[object]) -> Safe:
    """The parts that are not empty, one under the other."""
    return Safe("<br>".join(piece for part in parts if (piece := safe(part))))


@dataclass(frozen=True)
class View:
    """HTML with its plain-text twin; ``data`` is what it shows, as a frame, where it shows rows."""

    html: str
    plain: str
    data: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False, compare=False)

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.plain


def note(text: str) -> View:
    """A sentence where there is nothing to show."""
    return View(str(tag("p", tag("em", text))), text)


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    data: pd.DataFrame | None = None,
    lead: object = "",
    widths: Sequence[str] = (),
    tall: int = 460,
) -> View:
    """Rows under ``heads``, after the sentence ``lead``; longer than ``tall`` pixels, it scrolls."""
    sized = [*widths, *[""] * (len(heads) - len(widths))]
    head = "".join(
        tag("th", h, f"{_CELL}; font-weight: bold{f'; width: {w}' if w else ''}")
        for h, w in zip(heads, sized, strict=True)
    )
    body = "".join(
        f'\n<tr style="{_ROW}">{"".join(tag("td", cell, _CELL) for cell in row)}</tr>' for row in rows
    )
    html = (
        f"{tag('p', lead) if lead else ''}"
        f'<div style="max-height: {tall}px; overflow-y: auto; overflow-x: auto">'
        f'<table style="{_TABLE}; width: 100%; margin: 0; font-size: 90%">'
        f'<thead><tr style="{_ROW}">{head}</tr></thead><tbody>{body}\n</tbody></table></div>'
    )
    said = [plain(lead)] if lead else []
    listed = [" | ".join(plain(cell) for cell in row) for row in rows]
    return View(
        html, "\n".join([*said, " | ".join(heads), *listed]), pd.DataFrame() if data is None else data
    )


def facts(pairs: Iterable[tuple[str, object]], *, lead: object = "") -> View:
    """A card: names and what they are, without those that are missing."""
    kept = [(name, safe(value)) for name, value in pairs if safe(value)]
    cell = f"{_CELL}; padding: 2px 14px 2px 4px"
    body = "".join(
        f"\n<tr>{tag('th', name, cell + '; font-weight: normal; ' + SOFT)}{tag('td', value, cell)}</tr>"
        for name, value in kept
    )
    html = (
        f"{tag('p', lead) if lead else ''}"
        f'<table style="{_TABLE}; margin: 0; border-left: 3px solid rgba(128,128,128,.5)">'
        f"<tbody>{body}\n</tbody></table>"
    )
    said = [plain(lead)] if lead else []
    return View(html, "\n".join([*said, *(f"{name}: {plain(value)}" for name, value in kept)]))


def sentences(said: Iterable[str], *, data: pd.DataFrame | None = None) -> View:
    """A list of sentences."""
    kept = [text for text in said if text]
    html = "<ul>" + "".join(f"\n{tag('li', text)}" for text in kept) + "\n</ul>"
    return View(
        html, "\n".join(f"- {plain(text)}" for text in kept), pd.DataFrame() if data is None else data
    )


def plain(content: object) -> str:
    """A cell without its markup, on one line."""
    if not isinstance(content, Safe):
        return "" if wording.missing(content) else " ".join(str(content).split())
    out, inside = [], False
    for character in content.replace("<br>", "; "):
        inside = (inside or character == "<") and character != ">"
        if not inside and character != ">":
            out.append(character)
    text = (
        "".join(out).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#x27;", "'")
    )
    return " ".join(text.replace("&amp;", "&").split())
