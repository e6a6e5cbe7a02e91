"""A Markdown file: its words as a reader of the rendered page sees them.

``article.text`` is the rendered text and not the source, as it is for web pages: an address in a link or the
dashes of a table are no words of the author, and a receipt that is shown to a reader should look like the
article. markdown-it-py (CommonMark, tables, footnotes) tells what is heading, item, note and code; a header
of "key: value" lines is metadata. Code and tables of data are boilerplate, for they are no sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.article import Role
from dateline.codebook import settings
from dateline.reading import stated
from dateline.reading.rendered import Page, Rendering, clean
from dateline.reading.sidecar import Sidecar
from dateline.reading.text import decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEADER = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.{0,5000}?\n)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z][\w -]{0,30}?)\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_LONG_CELL = 100  # characters; a cell with more holds prose
_BOLD_LINE = 90


def read(data: bytes) -> Page:
    """The rendered text of the Markdown in ``data``. Raises DecodeError for what is no text."""
    decoded = decode(data)
    source = _LINE_ENDS.sub("\n", decoded.text)
    found = _HEADER.match(source)
    keys = _keys(found[2]) if found else {}
    body = source[found.end() :] if found and keys else source
    known = _known(keys)
    tokens = _parser().parse(body)
    rendering = Rendering()
    title = known.title or _title(tokens)
    if title:
        rendering.add(title, "headline")
    if known.standfirst:
        rendering.add(known.standfirst, "standfirst")
    for text, role, item in _blocks(tokens):
        # A title that the header has too is one line of the page.
        again = (
            len(rendering.pieces) == bool(title) and role == "heading" and clean(text) == clean(title or "")
        )
        if not again:
            rendering.add(text, role, item=item)
    return Page(rendering.text, decoded.encoding, known, tuple(rendering.pieces))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # here, for who reads a text need not load it
    from mdit_py_plugins.footnote import footnote_plugin

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


# --- the header --------------------------------------------------------------------------------


def _keys(header: str) -> dict[str, str]:
    """The header's keys in small letters; nothing where a line is neither a key nor one of its items."""
    found: dict[str, str] = {}
    key = ""
    for line in header.splitlines():
        pair, item = _KEY.match(line), _ITEM.match(line)
        if pair:
            key = pair[1].strip().lower()
            found[key] = pair[2].strip().strip("\"'[]")
        elif item and key:
            found[key] = f"{found[key]}, {item[1]}".strip(" ,").replace('"', "")
        elif line.strip() and not line[0].isspace() and line[0] not in "#[":
            return {}  # an article between two rules
    return found


def _known(keys: dict[str, str]) -> Sidecar:
    names = settings("layout")["header"]

    def told(key: str) -> str | None:
        return next((clean(keys[name]) for name in names[key] if keys.get(name)), None)

    day = stated.pattern().search(told("published") or "")
    author = told("author")
    return Sidecar(
        title=told("title"),
        standfirst=told("standfirst"),
        author=author.replace("name: ", "") if author else None,
        publisher=told("publisher"),
        language=told("language"),
        published=stated.day(day) if day else None,
        source=told("source"),
    )


# --- the body ----------------------------------------------------------------------------------


def _title(tokens: Sequence[Token]) -> str | None:
    """The heading that opens the text, if it is the only one so high."""
    if not tokens or tokens[0].type != "heading_open":
        return None
    same = sum(token.type == "heading_open" and token.tag == tokens[0].tag for token in tokens)
    return _words(tokens[1]) if tokens[0].tag == "h1" or same == 1 else None


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, Role | None, bool]]:
    """Each paragraph's words, its role if the markup tells it, and whether it is of a list."""
    lists, heading, note = 0, False, False
    row: list[str] | None = None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type in ("heading_open", "heading_close"):
            heading = token.nesting > 0
        elif token.type in ("footnote_block_open", "footnote_block_close"):
            note = token.nesting > 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield from _row(row or [])
            row = None
        elif token.type in ("fence", "code_block"):
            yield token.content, "boilerplate", False
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content), None, False
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type == "inline":
            role: Role | None = (
                "heading" if heading or _is_bold_line(token, lists) else "note" if note else None
            )
            yield _words(token), role, lists > 0


def _row(cells: list[str]) -> Iterator[tuple[str, Role | None, bool]]:
    if any(len(cell) > _LONG_CELL for cell in cells):
        yield from ((cell, None, False) for cell in cells)
    else:
        yield " | ".join(cell for cell in cells if cell), "boilerplate", False


def _is_bold_line(token: Token, lists: int) -> bool:
    """A paragraph that is all bold and no sentence, which is how many write headings."""
    parts = [part for part in token.children or [] if part.content or part.nesting]
    if lists or len(parts) < 3 or parts[0].type != "strong_open" or parts[-1].type != "strong_close":
        return False
    words = _words(token)
    one = sum(part.type == "strong_open" for part in parts) == 1
    return one and len(words) <= _BOLD_LINE and not words.endswith((".", ",", ";", "!", "”", '"'))


def _words(token: Token) -> str:
    """The words of a paragraph: no addresses of links, no pictures, no marks of footnotes."""
    words: list[str] = []
    for part in token.children or []:
        if part.type in ("text", "code_inline", "text_special"):
            words.append(part.content)
        elif part.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return clean("".join(words))
