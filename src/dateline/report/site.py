"""Which pages a report has, and how they link to each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from nbformat import NotebookNode

from dateline.report import cells
from dateline.report.page import Link
from dateline.report.subject import Subject
from dateline.report.tidy import Resolve

INDEX = "index.html"
_ALL = ""  # stands for an article's name where a notebook is on all of them
_ID = re.compile(r"""\sid=["']([^"'>]+)["']""")


@dataclass(frozen=True)
class Part:
    """A notebook's page: its place under the report's folder, its title, and as HTML what it arrives at and
    its first picture."""

    stem: str
    place: str
    title: str
    shows: str
    picture: str

    @property
    def short(self) -> str:
        """The title's first words, before the colon."""
        return self.title.partition(":")[0].strip()


@dataclass(frozen=True)
class Site:
    """The executed notebooks by article's name (empty: on all articles) and file stem, in their order."""

    subjects: Sequence[Subject]
    books: Mapping[tuple[str, str], NotebookNode]
    parts: dict[tuple[str, str], Part] = field(init=False, repr=False)
    _ids: dict[str, tuple[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        made = {key: _part(*key, book) for key, book in self.books.items()}
        object.__setattr__(self, "parts", made)
        ids = {name: key for key, book in self.books.items() if key[0] for name in _ids(book)}
        object.__setattr__(self, "_ids", ids)

    @property
    def several(self) -> bool:
        """Whether there is a first page on all articles, beside that of each."""
        return len(self.subjects) > 1

    def own(self, subject: Subject | None) -> list[Part]:
        """The pages on one article, or those on all."""
        name = subject.name if subject else _ALL
        return [part for key, part in self.parts.items() if key[0] == name]

    def first(self, subject: Subject | None) -> str:
        """The place of an article's first page, or of the report's."""
        return f"{subject.name}/{INDEX}" if subject and self.several else INDEX

    def links(self, here: str, subject: Subject | None) -> list[Link]:
        """What a page's navigation has: the pages on its article, in reading order, and those on all."""
        places = [(INDEX, "All articles")] if self.several else []
        if subject:
            places += [(self.first(subject), "Summary")]
            places += [(part.place, part.short) for part in self.own(subject)]
        places += [(part.place, part.short) for part in self.own(None)]
        return [Link(href(here, place), text, place == here) for place, text in places]

    def resolve(self, here: str, subject: Subject | None) -> Resolve:
        """Where links to notebooks lead from the page at ``here``: ``00_article`` or ``NAME/00_article``."""

        def to(path: str, name: str) -> str | None:
            folder, _, stem = path.rpartition("/")
            named = self._ids.get(name, ("", ""))[0]
            owners = [folder, subject.name if subject else named, named, _ALL]
            if not self.several:
                owners.append(self.subjects[0].name)
            part = next((self.parts[one, stem] for one in owners if (one, stem) in self.parts), None)
            if part is None:
                return None
            return href(here, part.place) + (f"#{quote(name)}" if name else "")

        return to


def href(here: str, place: str) -> str:
    """The way from one page to another file of the report."""
    return quote(posixpath.relpath(place, posixpath.dirname(here) or "."))


def _part(name: str, stem: str, book: NotebookNode) -> Part:
    place = posixpath.join(name, f"{stem}.html")
    return Part(stem, place, cells.title(book, stem), cells.shows(book), cells.picture(book))


def _ids(book: NotebookNode) -> list[str]:
    """The ids in what a notebook shows."""
    return [name for html in cells.shown(book) for name in _ID.findall(html)]
