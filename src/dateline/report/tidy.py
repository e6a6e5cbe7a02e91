"""What a notebook's HTML needs to stand on a page of its own: nothing that runs, and order for all readers.

Scripts, forms and frames go, and links other than those of the web, of the page and of the report lose
their target. Tables and figures that are wider than a phone scroll by themselves and can be reached with the
keyboard; headings are in order, ids are there once, and header cells say what they head.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement
from lxml_html_clean import Cleaner

#: Where a link to a notebook leads: its path without ``.ipynb``, and the id in it; ``None`` for nowhere.
Resolve: TypeAlias = Callable[[str, str], str | None]

SCROLL = "dateline-scroll"
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML can hold these
_SCROLLS = re.compile(r"overflow(-[xy])?: ?(auto|scroll)")
_WEB = frozenset({"http", "https", "mailto"})
_WIDE = 4  # columns from which a table needs more than a phone's width
_CLEANER = Cleaner(
    scripts=True,
    javascript=True,
    comments=True,
    style=True,
    inline_style=False,
    links=True,
    meta=True,
    page_structure=True,
    processing_instructions=True,
    embedded=True,
    frames=True,
    forms=True,
    annoying_tags=True,
    remove_unknown_tags=False,
    safe_attrs_only=False,
    kill_tags=("svg", "math", "noscript", "template"),
)


@dataclass(frozen=True)
class Tidied:
    """HTML for a page's main part, without its first heading, and the headings of the second order."""

    html: str
    heading: str
    contents: tuple[tuple[str, str], ...]


def tidy(html: str, resolve: Resolve | None = None) -> Tidied:
    """The cells of a notebook, fit for a page."""
    root = _parsed(html)
    _CLEANER(root)
    _links(root, resolve or (lambda _path, _id: None))
    _tables(root)
    _figures(root)
    contents = _headings(root)
    _ids(root)
    heading = next(root.iter("h1"), None)
    text = "" if heading is None else heading.text_content()
    if heading is not None:
        heading.drop_tree()
    return Tidied(_inner(root), text, contents)


def fragment(html: str, resolve: Resolve | None = None) -> str:
    """A piece of a view, for a page that has its own headings."""
    return tidy(html, resolve).html


def _parsed(html: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.fragment_fromstring(
        _UNREADABLE.sub("\ufffd", html).encode("utf-8"), create_parent=True, parser=parser
    )


def _inner(root: HtmlElement) -> str:
    found = str(lxml.html.tostring(root, encoding="unicode"))
    return found.removeprefix("<div>").removesuffix("</div>").strip()


def _links(root: HtmlElement, resolve: Resolve) -> None:
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        to = _target(href, resolve)
        link.attrib.pop("target", None)
        if to is None:
            link.attrib.pop("href", None)
        else:
            link.set("href", to)


def _target(href: str, resolve: Resolve) -> str | None:
    if href.startswith("#"):
        return href
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme in _WEB:
        return href
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path.endswith(".ipynb"):
        return None
    return resolve(path.removesuffix(".ipynb"), parts.fragment)


def _tables(root: HtmlElement) -> None:
    for table in list(root.iter("table")):
        rows = list(table.iter("tr"))
        columns = max((len(row) for row in rows), default=0)
        if columns >= _WIDE:
            table.classes.add("wide")
        table.attrib.pop("border", None)
        for row in rows:
            heads = [cell for cell in row if cell.tag == "th"]
            scope = "col" if row.getparent().tag == "thead" or len(heads) == len(row) > 1 else "row"
            for cell in heads:
                _head(cell, scope)
        box = next((above for above in table.iterancestors() if _scrolls(above)), None)
        _reachable(_wrap(table) if box is None else box, "table", table)


def _head(cell: HtmlElement, scope: str) -> None:
    if cell.text_content().strip():
        cell.set("scope", scope)
    else:  # a corner, which heads nothing
        cell.tag = "td"
        cell.attrib.pop("scope", None)


def _scrolls(element: HtmlElement) -> bool:
    return SCROLL in element.classes or bool(_SCROLLS.search(element.get("style") or ""))


def _figures(root: HtmlElement) -> None:
    for picture in list(root.iter("img")):
        if not (picture.get("src") or "").startswith("data:image/"):
            picture.drop_tree()
            continue
        if picture.get("alt") is None:
            picture.set("alt", "")
        if not any(_scrolls(above) for above in picture.iterancestors()):
            _reachable(_wrap(picture), "figure", picture)


def _wrap(element: HtmlElement) -> HtmlElement:
    """Put the element into a box that scrolls."""
    box = lxml.html.Element("div", {"class": SCROLL})
    parent: Any = element.getparent()
    box.tail, element.tail = element.tail, None
    parent.replace(element, box)
    box.append(element)
    return box


def _reachable(box: HtmlElement, kind: str, element: HtmlElement) -> None:
    """What scrolls takes the keyboard's focus, and has a name for those who hear the page."""
    box.classes.add(SCROLL)
    box.set("tabindex", "0")
    box.set("role", "group")
    if box.get("aria-label") is None:
        box.set("aria-label", _named(kind, element))


def _named(kind: str, element: HtmlElement) -> str:
    before = element.xpath("(preceding::h2|preceding::h3|preceding::h1)[last()]")
    heading = " ".join(before[0].text_content().split()) if before else ""
    return f"{kind.capitalize()}: {heading}" if heading else kind.capitalize()


def _headings(root: HtmlElement) -> tuple[tuple[str, str], ...]:
    """One first heading, no order left out; the ids and texts of the second order."""
    contents, last, seen = [], 0, False
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        order = int(heading.tag[1])
        order = 2 if order == 1 and seen else order
        order = min(order, last + 1) if seen else 1
        seen, last = True, order
        heading.tag = f"h{order}"
        if order == 2:
            text = " ".join(heading.text_content().split())
            heading.set("id", heading.get("id") or f"part-{len(contents) + 1}")
            contents.append((heading.get("id") or "", text))
    return tuple(contents)


def _ids(root: HtmlElement) -> None:
    seen: set[str] = set()
    elements: Sequence[HtmlElement] = [element for element in root.iter() if element.get("id")]
    for element in elements:
        if (name := element.get("id") or "") in seen or name == "main":
            del element.attrib["id"]
        seen.add(name)
