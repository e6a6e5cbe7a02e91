"""A saved web page: its article, without what the site puts around it.

trafilatura finds the main text. What it is given is the parsed page without scripts, without what is marked
as advertising, sharing or comments, and without reference marks; what it returns is rendered as paragraphs
that know what the markup says they are (:mod:`~dateline.reading.rendered`). ``article.text`` is that
rendering, the headline first. A table of data is boilerplate, for its cells are no sentences; one that lays
out the page is read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from dateline.article import Role
from dateline.codebook import settings
from dateline.reading import page_metadata
from dateline.reading.rendered import Page, Rendering, clean
from dateline.reading.text import DecodeError, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 4096  # bytes in which a page declares its encoding; the standard says 1024
_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE)
_NAMES = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1254": "windows-1254",
}
_STRAY = 500  # of so many characters one may be damaged
#: What XML cannot hold, by itself or as a reference.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
_XML = re.compile(rb"""^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:.-]{2,30})""")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?>")
_PARAGRAPHS = re.compile(r"<p>(?:\s*<p>)+")


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_KEPT = _tags("html head title meta link body p h1 h2 h3 h4 h5 h6 li br script style noscript time")
_INLINE = _tags("a abbr b bdi big cite code em font i ins mark q s small span strong sub sup tt u")
_DROPPED = (
    "style",
    "noscript",
    "template",
    "iframe",
    "svg",
    "form",
    "button",
    "dialog",
    "nav",
    "object",
    "select",
)
#: The attributes by which sites call the parts of a page.
_MARKING = ("class", "id", "itemprop", "data-component", "data-testid", "data-gu-name")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§¶#↩^]{1,2})[\])]?")
#: A cell with more characters holds prose.
_LONG_CELL = 100
_STANDFIRST_WORDS = 70
_OPENING = 3  # paragraphs under the headline among which a standfirst may be
_SHORT = 200  # characters; where the main text has so few, the page may have more

# Elements by what they are, HTML's and trafilatura's ("head", "item", "lb", "row", "cell").
_HEADINGS = _tags("head h1 h2 h3 h4 h5 h6")
_ITEMS = _tags("item li dt dd")
_CELLS = _tags("cell td th")
_BREAKS = _tags("br lb")
_TABLES = _tags("table")
_SKIPPED = _tags("script style title figure figcaption graphic footer nav aside")
_BOXES = _HEADINGS | _ITEMS | _CELLS | _TABLES | _SKIPPED
_BOXES |= _tags("body main article section div p list ul ol dl quote blockquote pre header address center hr")
_BREAK = "\x1c"
_PARAGRAPH_BREAK = re.compile(rf"(?:\s*{_BREAK}){{2,}}|(?<=[.?!”\"]){_BREAK}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def read(data: bytes) -> Page:
    """The article of the page in ``data``. Raises DecodeError where there is no text in it."""
    source, encoding = _decoded(data)
    root = _parsed(_CONTROL.sub(" ", source))
    for element in list(root.iter(*_DROPPED)):
        element.drop_tree()
    known = page_metadata.read(root)
    standfirsts = _marked_texts(root, "standfirst")
    _strip(root)
    rendering = _render(root, known.title, standfirsts)
    if not rendering.pieces:
        raise DecodeError("no article in this page: it has no text outside of scripts, menus and forms")
    return Page(rendering.text, encoding, known, tuple(rendering.pieces))


# --- bytes to a tree ---------------------------------------------------------------------------


def _decoded(data: bytes) -> tuple[str, str]:
    """The page's source: by byte order mark, then by what it declares, then as any text is decoded.

    A stray byte, as in a comment that was pasted in, is replaced: it is hardly ever in the article.
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = None if marked else _declared(data)
    if declared:
        try:
            return data.decode(declared), _NAMES.get(declared, declared)
        except UnicodeDecodeError:
            pass
    try:
        decoded = decode(data)
        return decoded.text, decoded.encoding
    except DecodeError:
        text = data.decode(declared or "utf-8", "replace")
        if b"\0" in data or text.count("\ufffd") * _STRAY > len(text):
            raise
        return text, _NAMES.get(declared or "utf-8", declared or "utf-8")


def _declared(data: bytes) -> str | None:
    """The codec that the page says it is encoded with."""
    found = _XML.search(data[:_HEAD]) or _CHARSET.search(data[:_HEAD])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None
    if name is None or not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None  # "rot13", "base64"
    # What calls itself Latin-1 is Windows-1252, as every browser reads it; a UTF-16 in which the declaration
    # could be read is none.
    return "cp1252" if name in ("iso8859-1", "ascii") else "utf-8" if name.startswith("utf-16") else name


def _parsed(source: str) -> HtmlElement:
    from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]  (compiled)

    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
        if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
            flat = _flattened(source).encode("utf-8", "replace")
            root = html.document_fromstring(flat, parser=html.HTMLParser(encoding="utf-8", remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise DecodeError("no article in this page: it has no text") from None
    return root


def _flattened(source: str) -> str:
    """``source`` with paragraphs where there were boxes in boxes, for libxml2 reads but 256 of them."""

    def flat(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        return tag.group() if name in _KEPT else "" if name in _INLINE else "<p>"

    return _PARAGRAPHS.sub("<p>", _TAG.sub(flat, source))


# --- the tree without what is no article -------------------------------------------------------


@cache
def _classes(key: str) -> frozenset[str]:
    return frozenset(settings("layout")["page"][key])


def _is_marked(element: HtmlElement, key: str) -> bool:
    marks = " ".join(element.get(name) or "" for name in _MARKING)
    return marks.strip() != "" and not _classes(key).isdisjoint(marks.lower().split())


def _marked_texts(root: HtmlElement, key: str) -> frozenset[str]:
    found = root.iter("p", "div", "h2", "h3", "h4", "span", "section")
    return frozenset(clean(element.text_content()) for element in found if _is_marked(element, key))


def _strip(root: HtmlElement) -> None:
    """Removes scripts, marks of footnotes, pull quotes, and what its class says is no part of the article."""
    whole = len(root.text_content())
    for element in list(root.iter("script")):
        element.drop_tree()
    _part_preformatted(root)
    for element in list(root.iter("sup", "a")):
        if _is_reference_mark(element):
            element.drop_tree()
    for element in list(
        root.iter("div", "section", "aside", "ul", "ol", "p", "span", "a", "footer", "blockquote", "figure")
    ):
        if element.getparent() is None:
            continue  # it went with what it was in
        chrome = _is_marked(element, "chrome") or _is_marked(element, "pull_quotes")
        # Some sites have "social" or "subscription" on the box that holds everything.
        if chrome and len(element.text_content()) * 3 < whole:
            element.drop_tree()


def _part_preformatted(root: HtmlElement) -> None:
    """Makes paragraphs of preformatted text, as archives of mail have it: blank lines part them there."""
    from lxml.html import builder

    for element in list(root.iter("pre")):
        texts = _BLANK_LINE.split(element.text_content())
        if len(texts) > 1:
            tail = element.tail
            element.clear()
            element.tag, element.tail = "div", tail
            element.extend(builder.P(text) for text in texts if text.strip())


def _is_reference_mark(element: HtmlElement) -> bool:
    """A raised number, or a link within the page, that points at a footnote and says nothing."""
    text = clean(element.text_content())
    if element.getparent() is None or not _MARK.fullmatch(text):
        return False
    if element.tag == "a":
        return "#" in (element.get("href") or "")
    before = element.getprevious()
    told = (before.tail if before is not None else element.getparent().text) or ""
    power = told[-1:].isdigit() or not text.strip("[]()").isdigit()
    return element.find(".//a") is not None or not power


# --- the tree to paragraphs --------------------------------------------------------------------


def _render(root: HtmlElement, title: str | None, standfirsts: frozenset[str]) -> Rendering:
    rendering = _rendered(_main_text(root), title, standfirsts)
    if len(rendering.pieces) <= bool(title) or rendering.length < _SHORT:
        whole = _rendered(root.find("body"), title, standfirsts)
        return whole if whole.length > rendering.length else rendering
    return rendering


def _rendered(body: HtmlElement | None, title: str | None, standfirsts: frozenset[str]) -> Rendering:
    rendering = Rendering()
    if title:
        rendering.add(title, "headline")
    told = [text for text in standfirsts if 3 < len(text.split()) <= _STANDFIRST_WORDS]
    if body is not None and len(told) == 1 and told[0] not in clean(" ".join(body.itertext())):
        rendering.add(
            told[0], "standfirst"
        )  # it stands in the page's head, where the main text is not looked for
    _Renderer(rendering, clean(title or "").casefold(), standfirsts).walk(body)
    return rendering


def _main_text(root: HtmlElement) -> HtmlElement | None:
    """The article's elements, as trafilatura names them; None where it finds none."""
    from copy import deepcopy

    import trafilatura

    found = trafilatura.bare_extraction(
        deepcopy(root), include_comments=False, include_tables=True, include_images=False, with_metadata=False
    )
    return getattr(found, "body", None)


class _Renderer:
    """Walks a tree of elements, HTML's or trafilatura's, and adds a paragraph for each box of text.

    It keeps its own stack, because pages nest deeper than Python recurses.
    """

    def __init__(self, rendering: Rendering, title: str, standfirsts: frozenset[str]) -> None:
        self.rendering = rendering
        self.title = title
        self.standfirsts = standfirsts
        self.words: list[str] = []
        self.items = 0  # how many items of lists are open

    def walk(self, tree: HtmlElement | None) -> None:
        if tree is None:
            return
        from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  (compiled)

        steps = etree.iterwalk(tree, events=("start", "end"))
        for event, element in steps:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self._open(tag, element)
                if not tag or tag in _SKIPPED or tag in _TABLES:
                    steps.skip_subtree()
            else:
                self._close(tag)
                if element is not tree:
                    self.words.append(element.tail or "")
        self._flush()

    def _open(self, tag: str, element: HtmlElement) -> None:
        if tag in _BOXES:
            self._flush()
        if tag in _ITEMS:
            self.items += 1
        elif tag == "table":
            self._table(element)
        if tag in _BREAKS:
            self.words.append(_BREAK)
        elif tag and tag not in _SKIPPED and tag not in _TABLES:
            self.words.append(element.text or "")

    def _close(self, tag: str) -> None:
        if tag in _BOXES:
            self._flush("heading" if tag in _HEADINGS else None)
        if tag in _ITEMS:
            self.items -= 1

    def _flush(self, role: Role | None = None) -> None:
        """Adds the words since the last box, parted where two line breaks are, or one ends a sentence."""
        text = "".join(self.words)
        self.words.clear()
        for line in _PARAGRAPH_BREAK.split(text):
            words = clean(line)
            opening = len(self.rendering.pieces) <= _OPENING
            if opening and words.casefold() == self.title:
                continue  # the headline is there already
            own_role = "standfirst" if opening and words in self.standfirsts else role
            self.rendering.add(words, own_role, item=self.items > 0)

    def _table(self, table: HtmlElement) -> None:
        """A table of data as boilerplate, a row a line; one that lays out a page cell by cell."""
        rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("row", "tr")]
        texts = [[clean(" ".join(cell.itertext())) for cell in row] for row in rows]
        if any(len(text) > _LONG_CELL for row in texts for text in row):
            self._laid_out(cell for row in rows for cell in row)
            return
        for row in texts:
            self.rendering.add(" | ".join(text for text in row if text), "boilerplate")

    def _laid_out(self, cells: Iterable[HtmlElement]) -> None:
        """The cells that hold prose; the short ones around them are menus."""
        for cell in cells:
            text = clean(" ".join(cell.itertext()))
            inner = cell.find(".//row") is not None or cell.find(".//tr") is not None
            if not inner and (len(text) > _LONG_CELL or text.endswith((".", "?", "!", "”", '"'))):
                cell.tail = None
                self.walk(cell)
