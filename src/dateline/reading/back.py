"""What stands around and behind the body: page furniture, comment forms, rights, notes on the author.

Each function judges one paragraph by its form; :mod:`dateline.reading.layout` knows where it stands.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import settings
from dateline.reading.front import is_name

#: Furniture is short; a long paragraph is never searched for it.
_LONGEST_LINE = 400
_LONGEST_TERMS = 2500
_LONGEST_NOTE = 900
_MARKS = "*_[]()†‡ \t\ufeff\u200b"


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern for small letters: the texts are lowered, which costs a tenth of IGNORECASE.

    It begins at the beginning of a word, so that a search need not try every letter.
    """
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + ")", re.DOTALL)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    chapter = settings("layout")
    callings = "|".join(map(re.escape, chapter["note"]["callings"]))
    verbs = chapter["note"]["verbs"]
    return {
        "line": _any_of(chapter["boilerplate"]["line"]),
        "comments": _any_of(chapter["boilerplate"]["comments"]),
        "within": _any_of(chapter["boilerplate"]["within"]),
        "links": _any_of(chapter["boilerplate"]["links"]),
        "opens": _any_of(chapter["boilerplate"]["opens"]),
        "note": _any_of(chapter["note"]["line"]),
        "references": re.compile(chapter["note"]["references"] + r":?", re.IGNORECASE),
        "verb": re.compile(rf"(?P<name>[^\W\d_][^,;:()]{{1,60}}?)(?:, [^.]{{3,160}},)? (?:{verbs})\b"),
        "calling": re.compile(rf"\b(?:{callings})s?\b", re.IGNORECASE),
    }


def is_furniture(text: str) -> bool:
    """A share bar, a link to other articles, a page number, a row of stars."""
    if len(text) > _LONGEST_LINE:
        return False
    bare = text.strip(_MARKS)
    return not bare or not any(map(str.isalnum, bare)) or bool(_forms()["line"].fullmatch(bare.lower()))


def opens_comments(text: str) -> bool:
    """The first line of a comment form or of the comments."""
    return len(text) <= _LONGEST_LINE and bool(_forms()["comments"].fullmatch(text.strip(_MARKS).lower()))


def is_terms(text: str) -> bool:
    """A rights notice, terms of republication or a disclaimer."""
    if len(text) > _LONGEST_TERMS:
        return False
    lowered = text.strip(_MARKS).lower()
    return bool(_forms()["within"].search(lowered) or _forms()["opens"].match(lowered))


def is_source_line(text: str) -> bool:
    """Whether it says whence a page has the article ("Source: Dawn")."""
    return len(text) < 160 and bool(re.match(r"\W*(?:source|via|courtesy)(?: of)?: ?\S", text, re.IGNORECASE))


def opens_references(text: str) -> bool:
    return len(text) <= 40 and bool(_forms()["references"].fullmatch(text.strip("#*_ :")))


def is_reference(text: str) -> bool:
    """An item of a reference list: it begins with its number or mark."""
    return bool(re.match(r"[\[(]?\d{1,3}[\]).:]?\s|[*†‡¹²³^•-]|https?://", text))


def opens_links(text: str) -> bool:
    """The line above a list of other articles."""
    return len(text) <= 60 and bool(_forms()["links"].fullmatch(text.strip(_MARKS + "#:").lower()))


def opens_note(text: str) -> bool:
    """The line "About the author"."""
    return len(text) <= 60 and text[-1] not in ".!?" and is_note(text)


def is_note(text: str) -> bool:
    """Whether it opens like "The writer, a member of …", "The author is …", "About the author"."""
    return len(text) <= _LONGEST_NOTE and bool(_forms()["note"].fullmatch(text.strip("*_ ").lower()))


def noted_name(text: str) -> str | None:
    """The name N of a paragraph "N is …", "N, who …, teaches …"."""
    if len(text) > _LONGEST_NOTE:
        return None
    found = _forms()["verb"].match(text.lstrip("*_[( †‡"))
    name = re.split(r"\s+(?:and|&)\s+", found["name"].strip("*_ "))[0] if found else ""
    return name if len(name.split()) > 1 and is_name(name) else None


def has_calling(text: str) -> bool:
    """Whether it says that somebody is a fellow, a columnist or the like, early on."""
    return bool(_forms()["calling"].search(text[:160]))
