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
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    chapter = settings("layout")
    callings = "|".join(map(re.escape, chapter["note"]["callings"]))
    return {
        "line": _any_of(chapter["boilerplate"]["line"]),
        "comments": _any_of(chapter["boilerplate"]["comments"]),
        "within": _any_of(chapter["boilerplate"]["within"]),
        "note": _any_of(chapter["note"]["line"]),
        "references": re.compile(chapter["note"]["references"] + r":?", re.IGNORECASE),
        "verb": re.compile(rf"(?P<name>[^\W\d_][^,;:()]{{1,60}}?)(?:, (?P<apposed>[^.]{{3,160}}),)? (?:{chapter['note']['verbs']})\b"),
        "calling": re.compile(rf"\b(?:{callings})s?\b", re.IGNORECASE),
    }


def is_furniture(text: str) -> bool:
    """A share bar, a link to other articles, a page number, a row of stars."""
    if len(text) > _LONGEST_LINE:
        return False
    bare = text.strip(_MARKS)
    return not bare or not any(map(str.isalnum, bare)) or bool(_forms()["line"].fullmatch(bare))


def opens_comments(text: str) -> bool:
    """The first line of a comment form or of the comments."""
    return len(text) <= _LONGEST_LINE and bool(_forms()["comments"].fullmatch(text.strip(_MARKS)))


def is_terms(text: str) -> bool:
    """A rights notice, terms of republication or a disclaimer."""
    return len(text) <= _LONGEST_TERMS and bool(_forms()["within"].search(text))


def is_source_line(text: str) -> bool:
    """"Source: Dawn": whence a page has the article."""
    return len(text) < 160 and bool(re.match(r"\W*(?:source|via|courtesy)(?: of)?: ?\S", text, re.IGNORECASE))


def opens_references(text: str) -> bool:
    return len(text) <= 40 and bool(_forms()["references"].fullmatch(text.strip("#*_ :")))


def is_reference(text: str) -> bool:
    """An item of a reference list: it begins with its number or mark."""
    return bool(re.match(r"[\[(]?\d{1,3}[\]).:]?\s|[*†‡¹²³^•-]|https?://", text))


def is_note(text: str) -> bool:
    """"The writer, a member of …", "The author is …", "About the author"."""
    return len(text) <= _LONGEST_NOTE and bool(_forms()["note"].fullmatch(text.strip("*_ ")))


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
