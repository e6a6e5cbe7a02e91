"""Where in the article a row stands, as a link to the marked copy of notebook 00: for all tables.

Every sentence of the article proper has an anchor there, its id: in the section that is shown at the sentence
itself, elsewhere at the line of its paragraph. So the links hold whichever section the copy shows. In a
report's pages they end in ``.html``; that is for the report to change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dateline.excerpts import each, holding
from dateline.tables import Tables
from dateline.views.view import Safe, safe, tag
from dateline.wording import text

COPY = "00_article.ipynb"
_NAMED = {"headline": "title"}
#: The roles of what the marked copy shows or lists; what stands elsewhere has no anchor there.
SHOWN = ("headline", "standfirst", "heading", "body")


def anchor(content: object, name: str, style: str = "", element: str = "span") -> Safe:
    """``content`` as the goal of links to ``name``.

    JupyterLab renames the ids of what it does not trust and looks for the new name; elsewhere it is the id.
    """
    return tag(element, content, style, id=name, data_jupyter_id=name)


def link(label: object, name: str, title: str = "") -> Safe:
    """A link to what :func:`anchor` named in the marked copy's notebook."""
    told = {"title": title} if title else {}
    return tag("a", label, href=f"{COPY}#{name}", **told)


def passages(tables: Tables) -> Mapping[str, Safe]:
    """Sentence id to a link that says where it stands: ``¶ 4``, ``title``, ``heading``."""
    headings = dict(zip(tables.sections["section_id"], tables.sections["heading"], strict=True))
    number = numbered(tables)
    found: dict[str, Safe] = {}
    for row in each(tables.sentences):
        label = place(row, number)
        if row.role not in SHOWN:
            found[str(row.sentence_id)] = safe(label)
            continue
        under = text(headings.get(row.section_id))
        title = label.replace("¶\u00a0", "Paragraph ")
        title += f", under “{under}”, in the marked copy" if under else ", in the marked copy"
        found[str(row.sentence_id)] = link(label, row.sentence_id, title[0].upper() + title[1:])
    return found


def numbered(tables: Tables) -> dict[Any, int]:
    """The paragraphs of the article's body, counted as a reader counts: without title and headings."""
    body = tables.sentences.loc[tables.sentences["role"] == "body", "paragraph"]
    return {paragraph: n for n, paragraph in enumerate(dict.fromkeys(body), 1)}


def place(row: Any, number: Mapping[Any, int]) -> str:
    """Where a sentence stands, in a word."""
    if row.role == "body" and row.paragraph in number:
        return f"¶\u00a0{number[row.paragraph]}"  # never parted at the end of a line
    return _NAMED.get(text(row.role), text(row.role))


def by_offset(tables: Tables) -> Callable[[object], Safe]:
    """What says, of an offset into the text, where it stands; nothing outside of every sentence."""
    known = passages(tables)

    def at(start: object) -> Safe:
        row = holding(tables, start)
        return Safe("") if row is None else known[str(row["sentence_id"])]

    return at
