"""A piece of HTML for a notebook that also reads as plain text: cards, tables and lists that escape what
they show.

JupyterLab strips style sheets from notebooks it does not trust but keeps inline styles, so the styles
are inline; colours are translucent, so that they read on a light page and on a dark one. A class names what
a page may want to show otherwise when it is printed: ``dateline-scroll``, what scrolls on a screen, and
``dateline-more``, what is folded there. Each row stands on a line of its own, so that the difference between
two stored outputs shows which rows changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape, unescape

import pandas as pd

from dateline import wording

RULE = "1px solid rgba(128,128,128,.35)"
SOFT = "opacity: .76"  # 4.5 to 1 and better on light and dark pages, on the rows that are striped too
_ROW = f"border-bottom: {RULE}"
_TABLE = "border-collapse: collapse"
_CELL = "text-align: left; vertical-align: top"
# The head stays in sight where rows scroll under it, in the colour of the page: JupyterLab's, an editor's, or
# the report's. A notebook that is not trusted yet loses both, and scrolls head and all.
_PAGE = "var(--jp-layout-color0, var(--vscode-editor-background, var(--dateline-paper, Canvas)))"
_HEAD = (
    f"{_CELL}; font-weight: bold; position: sticky; top: 0; z-index: 1; background: {_PAGE}; "
    "box-shadow: inset 0 -1px rgba(128,128,128,.6)"
)
_UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0px,0px,0px,0px)"
SCROLL, MORE = "dateline-scroll", "dateline-more"


class Safe(str):
    """Text that is HTML already; everything else is escaped when it is shown."""

    __slots__ = ()


def safe(value: object) -> Safe:
    """The cell as HTML: escaped, unless it is :class:`Safe`; empty where it is missing."""
    if isinstance(value, Safe):
        return value
    return Safe("" if wording.missing(value) else escape(str(value)))


def tag(name: str, content: object, style: str = "", **attributes: object) -> Safe:
    """``content`` in an element, with its style and attributes; ``aria_label`` is ``aria-label``."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    given = "".join(f' {key}="{escape(str(value))}"' for key, value in named.items())
    styled = f' style="{style}"' if style else ""
    return Safe(f"<{name}{given}{styled}>{safe(content)}</{name}>")


def small(content: object) -> Safe:
    """Set small and soft: codes, ids, remarks; nothing where there is nothing to set.

    A link stays as strong as it is: softened it would have too little contrast.
    """
    shown = safe(content)
    return tag("small", shown, "" if "<a " in shown else SOFT) if shown else Safe("")


def unseen(content: object) -> Safe:
    """Words for those who hear the page rather than see it."""
    return tag("span", content, _UNSEEN)


def scrolling(content: object, label: str, tall: int) -> Safe:
    """``content`` in a box that scrolls past ``tall`` pixels, with the keyboard too; print opens it."""
    style = f"max-height: {tall}px; overflow-y: auto; overflow-x: auto"
    return tag("div", content, style, class_=SCROLL, role="group", aria_label=label, tabindex=0)


def more(label: str, parts: Sequence[object]) -> Safe:
    """The parts, folded under a label that opens them, in small type; nothing where there are none."""
    if not parts:
        return Safe("")
    shown = tag("summary", f"{label} ({len(parts)})", "cursor: pointer")
    return tag("details", Safe(shown + lines(parts)), f"font-size: 85%; {SOFT}", class_=MORE)


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
    label: str = "",
) -> View:
    """Rows under ``heads``, after the sentence ``lead``; longer than ``tall`` pixels, it scrolls.

    ``label`` says what the table holds, to those who don't see it.
    """
    sized = [*widths, *[""] * (len(heads) - len(widths))]
    head = "".join(
        tag("th", h, f"{_HEAD}{f'; width: {w}' if w else ''}", scope="col")
        for h, w in zip(heads, sized, strict=True)
    )
    body = "".join(
        f'\n<tr style="{_ROW}">{"".join(tag("td", cell, _CELL) for cell in row)}</tr>' for row in rows
    )
    grid = Safe(
        f'<table style="{_TABLE}; width: 100%; margin: 0; font-size: 90%">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}\n</tbody></table>"
    )
    html = (tag("p", lead) if lead else "") + scrolling(grid, label or f"Table: {', '.join(heads)}", tall)
    said = [plain(lead)] if lead else []
    listed = [" | ".join(plain(cell) for cell in row) for row in rows]
    return View(
        str(html), "\n".join([*said, " | ".join(heads), *listed]), pd.DataFrame() if data is None else data
    )


def facts(pairs: Iterable[tuple[str, object]], *, lead: object = "") -> View:
    """A card: names and what they are, without those that are missing."""
    kept = [(name, safe(value)) for name, value in pairs if safe(value)]
    cell = f"{_CELL}; padding: 2px 14px 2px 4px"
    head = f"{cell}; font-weight: normal; white-space: nowrap; {SOFT}"
    body = "".join(
        f"\n<tr>{tag('th', name, head, scope='row')}{tag('td', value, cell)}</tr>" for name, value in kept
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
    for character in _parted(content):
        inside = (inside or character == "<") and character != ">"
        if not inside and character != ">":
            out.append(character)
    return " ".join(unescape("".join(out)).split())


def _parted(content: str) -> str:
    """What stands on lines of its own, parted by semicolons; what is folded as well."""
    for mark in ("<br>", "<details", "</summary>"):
        content = content.replace(mark, f"; {mark if mark != '<br>' else ''}")
    return content
