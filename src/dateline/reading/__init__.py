"""The reading room: from a file or a string to an :class:`~dateline.article.Article`.

A format is one function from bytes to :class:`Page`, listed in ``FORMATS`` by file suffix; layout,
sidecar and metadata are the same for all.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from datetime import date
from os import PathLike
from pathlib import Path

from dateline.article import Article, Basis
from dateline.errors import InputError
from dateline.reading import sidecar, text
from dateline.reading.english import language
from dateline.reading.layout import lay_out
from dateline.reading.rendered import Page
from dateline.reading.sidecar import Sidecar

__all__ = ["FORMATS", "LARGEST", "Page", "from_bytes", "from_text", "read", "readable", "stored"]

#: Bytes; a commentary has some ten thousand.
LARGEST = 10_000_000
_TOO_LARGE = "too large: {:,} bytes, at most 10 MB are read"
_OPENING = 2048  # bytes in which a page says that it is one
#: Characters; a text so long shows its language.
_TELLING = 300


def _plain_text(data: bytes) -> Page:
    decoded = text.decode(data)
    return Page(decoded.text, decoded.encoding)


def _markdown(data: bytes) -> Page:
    from dateline.reading import markdown

    return markdown.read(data)


def _web_page(data: bytes) -> Page:
    from dateline.reading import html  # here, for who reads a text need not load what reads pages

    return html.read(data)


def _pdf(data: bytes) -> Page:
    from dateline.reading import pdf

    return pdf.read(data)


#: File suffix to the function that reads it. It raises ``text.DecodeError`` with the reason where it can't.
FORMATS: dict[str, Callable[[bytes], Page]] = {
    ".txt": _plain_text,
    ".md": _markdown,
    ".html": _web_page,
    ".htm": _web_page,
    ".xhtml": _web_page,
    ".pdf": _pdf,
}


def read(path: str | PathLike[str]) -> Article:
    """The article in the file at ``path``, with what ``NAME.toml`` beside it says.

    Raises InputError, naming file and reason, where the file is missing, a directory, of an unknown format,
    empty, binary, undecodable or over 10 MB, or its sidecar is malformed.
    """
    file = Path(path)
    data = _bytes(file)
    page = _page(FORMATS[file.suffix.lower()], data, file)
    return _article(page, data, sidecar.beside(file), default_source=file.name)


def stored(folder: Path) -> list[Path]:
    """The files in ``folder`` that can be read, by name; neither an article's sidecar nor a README is one."""
    return sorted(filter(readable, folder.glob("*")))


def readable(path: Path) -> bool:
    """Whether a file found in a folder is taken for an article, by its name."""
    return path.suffix.lower() in FORMATS and path.stem.lower() != "readme"


def from_bytes(data: bytes, *, name: str = "standard input") -> Article:
    """The article in ``data``, which came from no file: PDF and HTML by how they begin, else plain text.

    Raises InputError, naming ``name`` and reason, where it is empty, binary, undecodable or over 10 MB.
    """
    if not data:
        raise InputError(name, "empty: there are no bytes in it")
    if len(data) > LARGEST:
        raise InputError(name, _TOO_LARGE.format(len(data)))
    return _article(_page(_format(data), data, name), data, Sidecar(), default_source=None)


def _format(data: bytes) -> Callable[[bytes], Page]:
    opening = data[:_OPENING].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"").lower()
    if opening.startswith(b"%pdf-"):
        return _pdf
    declared = opening.startswith((b"<?xml", b"<!--")) and b"<html" in opening
    page = declared or opening.startswith((b"<!doctype html", b"<html"))
    return _web_page if page else _plain_text


def _page(read_format: Callable[[bytes], Page], data: bytes, name: str | PathLike[str]) -> Page:
    try:
        page = read_format(data)
    except text.DecodeError as error:
        raise InputError(name, str(error)) from error
    if not page.text.strip("\ufeff\u200b \t\r\n"):
        raise InputError(name, "empty: there is no text in it")
    return page


def from_text(
    text: str,
    *,
    title: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    publisher: str | None = None,
    source: str | None = None,
) -> Article:
    """The article in ``text``; what is given overrules what the text says.

    ``published`` is a date or an ISO date ("2009-03-04"); ValueError where it is neither.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    given = Sidecar(title=title, author=author, published=day, publisher=publisher, source=source)
    return _article(Page(text), text.encode("utf-8", "surrogatepass"), given, default_source=None)


def _bytes(file: Path) -> bytes:
    """The file's bytes, once it is clear that they are few enough and of a format that is read."""
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(file, "a directory, not a file")
        if file.suffix.lower() not in FORMATS:
            named = f"unknown format {file.suffix}" if file.suffix else "no file suffix"
            raise InputError(file, f"{named}; files that can be read: {', '.join(FORMATS)}")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(file, "not a regular file")
        if status.st_size > LARGEST:
            raise InputError(file, _TOO_LARGE.format(status.st_size))
        data = file.read_bytes()
    except FileNotFoundError:
        raise InputError(file, "no such file") from None
    except OSError as error:
        raise InputError(file, (error.strerror or "cannot be read").lower()) from error
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(file, str(error)) from error  # a NUL in the name
    if not data:
        raise InputError(file, "empty: the file has no bytes")
    return data


def _article(page: Page, data: bytes, given: Sidecar, *, default_source: str | None) -> Article:
    """The article of ``page``; ``given`` overrules what the file says of itself, and that the text."""
    known = page.known
    found = lay_out(page.text, given.author or known.author, page.pieces)
    stated = known.published or found.published
    basis: Basis = "given" if given.published else "stated" if stated else "inferred"
    return Article(
        text=page.text,
        blocks=found.blocks,
        sections=found.sections,
        title=given.title or found.title or known.title,
        standfirst=given.standfirst or found.standfirst,
        author=given.author or known.author or found.author,
        author_note=given.author_note or found.author_note or known.author_note,
        publisher=given.publisher or known.publisher,
        series=given.series,
        genre=given.genre or found.genre or known.genre,
        language=given.language or _language(page),
        published=given.published or stated,
        published_basis=basis,
        source=given.source or known.source or default_source,
        encoding=page.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        rights=given.rights or known.rights,
    )


def _language(page: Page) -> str | None:
    """What the words say, and where they do not say English, what the page does.

    Pages in many languages are declared English by the theme they use; of a short text that is believed.
    """
    declared = page.known.language
    doubtful = declared == "en" and len(page.text) > _TELLING
    return language(page.text) or (None if doubtful else declared)
