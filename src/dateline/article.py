"""An article as it was read: its text, the blocks the text falls into, and what is known about it.

An :class:`Article` is made by :func:`dateline.read` (from a file) or :func:`dateline.from_text`
(from a string) and never changed afterwards. Every offset in the project indexes ``article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["headline", "byline", "standfirst", "heading", "body", "note", "boilerplate"]
Basis = Literal["stated", "given", "inferred"]

#: The roles whose text is read for times, figures, statements and events.
READ_ROLES: frozenset[str] = frozenset({"headline", "standfirst", "heading", "body"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line of one role: ``text[start:end]``, without outer white space."""

    start: int
    end: int
    role: Role
    paragraph: int  # 1-based, counted over all blocks of the article
    section: int  # index into Article.sections


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; the first one, before any heading, has no heading."""

    heading: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded text, its layout, and its metadata.

    ``published_basis`` says where the date comes from: ``stated`` in the text, ``given`` by the
    sidecar file, or ``inferred`` from the dates in the text, which then only bound it
    (``published`` is ``None``, ``published_earliest`` and ``published_latest`` are set).
    """

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    series: str | None = None
    genre: str | None = None
    language: str | None = None
    published: date | None = None
    published_basis: Basis | None = None
    published_earliest: date | None = None
    published_latest: date | None = None
    source: str | None = None  # the address it was published under, or the file's name
    encoding: str | None = None
    sha256: str = ""  # of the bytes that were read
    rights: str | None = None
