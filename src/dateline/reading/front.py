"""The lines above the body: title and genre, byline, publication line.

Each function judges one line by its form alone; :mod:`dateline.reading.layout` knows where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.codebook import settings
from dateline.reading import stated

#: A title or a byline is not longer.
LONGEST = 220
_STOPS = ".,;:"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|etc)\.$")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s|[-*•·]\s")
_SERIES = r"(?:No\.?|Number|Issue|Vol\.?|Volume) ?\d+(?:[/-]\d+)?"
_SERIES_LINE = re.compile(rf"(?:[\w.]+,? ){{0,4}}{_SERIES}(?:,? {_SERIES})?(?=[\s,.]|$)", re.IGNORECASE)
_TWO_SENTENCES = re.compile(r"[a-z]{4,}[.] [A-Z]")
_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s-\s|\s{3,}|\t")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_PLACE = re.compile(r"\s+(?:in|at|for|reporting from|special to)\s+(?:the\s+)?[A-Z].*$")
_AND = re.compile(r"\s+(?:and|AND|&)\s+")
_MARKUP = "#*_ \t\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Published:
    """A publication line: the day it states, if any; ``later`` where it is the day of a revision."""

    day: date | None
    later: bool


def plain(line: str) -> str:
    """A heading without the marks of Markdown around it."""
    return one_line(line.strip(_MARKUP) or line)


def one_line(text: str) -> str:
    """``text`` with its line breaks as spaces."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


def words(text: str) -> int:
    """How many words, near enough to tell a line from a paragraph."""
    return text.count(" ") + text.count("\n") + 1


def is_title(line: str) -> bool:
    """A short line without a final stop that is no item of a list."""
    text = plain(line)
    if len(text) > LONGEST or words(text) > 28 or _NUMBERED.match(line):
        return False
    if text[0].islower() or not any(map(str.isalpha, text)):
        return False
    last = text.rstrip("\"'”’)")[-1:]
    ended = last == "" or (last in _STOPS and not _ABBREVIATION.search(text))
    return not ended and not is_two_sentences(text)


def is_two_sentences(text: str) -> bool:
    return _TWO_SENTENCES.search(text) is not None


# --- genre -------------------------------------------------------------------------------------


@cache
def _genres() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    chapter = settings("layout")["genre"]
    names = sorted(chapter["names"], key=len, reverse=True)
    any_name = "|".join(map(re.escape, names))
    with_colon = "|".join(re.escape(name) for name in names if name not in chapter["not_before_colon"])
    alone = re.compile(rf"(?P<genre>{any_name}):?", re.IGNORECASE)
    # The dash of a suffix has a space before it, or "Washington-analysis" would have a genre.
    after = re.compile(
        rf"\s*(?:(?:\s[-–—]|—|\||\s:|/)\s*(?P<genre>{any_name})|[(\[](?P<closed>{any_name})[)\]])$",
        re.IGNORECASE,
    )
    before = re.compile(
        rf"(?:(?P<genre>{with_colon}):|(?P<barred>{any_name})(?:\s*[|—–]|\s-\s)|[(\[](?P<closed>{any_name})[)\]])\s*",
        re.IGNORECASE,
    )
    return alone, before, after


def genre_alone(line: str) -> str | None:
    """The genre, where the line names nothing else ("OPINION")."""
    found = _genres()[0].fullmatch(plain(line)) if len(line) < 40 else None
    return _worded(found["genre"]) if found else None


def title_and_genre(line: str) -> tuple[str, str | None]:
    """The title without the genre that the line names before or after it."""
    text = plain(line)
    alone, before, after = _genres()
    # A page's own title: "The Price of Oil | Opinion | The Herald".
    segments = text.split(" | ")
    named = [segment for segment in segments if alone.fullmatch(segment)]
    if named and len(named) < len(segments):
        return next(segment for segment in segments if segment not in named), _worded(named[0])
    tail = text[-40:]
    found = after.search(tail)
    if found and len(text) - len(tail) + found.start() > 0:
        return text[: len(text) - len(tail) + found.start()], _worded(found["genre"] or found["closed"])
    found = before.match(text)
    if found and found.end() < len(text):
        return text[found.end() :], _worded(found["genre"] or found["barred"] or found["closed"])
    return text, None


def _worded(genre: str) -> str:
    return genre.capitalize() if genre.isupper() or genre.islower() else genre


# --- byline ------------------------------------------------------------------------------------


@cache
def _byline_leads() -> re.Pattern[str]:
    leads = sorted(settings("layout")["byline"]["leads"], key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, leads)) + r")\s*:?\s+(?=\S)", re.IGNORECASE)


@cache
def _particles() -> frozenset[str]:
    return frozenset(settings("layout")["byline"]["particles"])


@cache
def _calendar() -> frozenset[str]:
    months = settings("layout")["publication"]["months"]
    return frozenset([*months, *(name[:3] for name in months), *settings("layout")["publication"]["days"]])


def is_name(text: str) -> bool:
    """One to six words that are each capitalised or a particle, none of them a date's."""
    parts = text.split()
    if not 1 <= len(parts) <= 6 or any(map(str.isdigit, text)) or parts[0].lower() in _calendar():
        return False
    if text[-1] in "?!:;" or (text[-1] == "." and not _ABBREVIATION.search(text)):
        return False
    names = [part for part in parts if part.lower() not in _particles()]
    # "ul-Haq", "d'Estaing": a particle may be tied to the name.
    return bool(names) and all(part[0].isupper() or part.partition("-")[2][:1].isupper() for part in names)


def byline(line: str, *, titled: bool = True) -> str | None:
    """The author or authors of a line "By NAME[ and NAME][, affiliation]", as it words them.

    ``titled``: the title is known; before it is, "By Land and Sea" may be one, and a name needs two words.
    """
    text = plain(line)
    if len(text) > LONGEST or words(text) > 30:
        return None
    lead = _byline_leads().match(text)
    named = authors(text[lead.end() :]) if lead else None
    return named if named and (titled or all(" " in name for name in _AND.split(named))) else None


def authors(text: str) -> str | None:
    """The names that ``text`` begins with, where all of it is names, affiliation and date."""
    head = _SEPARATOR.split(_ASIDE.sub("", text).strip(), maxsplit=1)[0].strip("*_ ")
    found = stated.pattern().search(head)
    if found:
        head = head[: found.start()].rstrip(" ,")
    head = _PLACE.sub("", head)
    if not head:
        return None
    pieces = head.split(",")
    last = max((n for n, piece in enumerate(pieces) if _AND.search(piece)), default=0)
    named = [name for piece in pieces[: last + 1] for name in _AND.split(f" {piece.strip()}") if name.strip()]
    if all(is_name(name.strip()) for name in named) and _is_affiliation(pieces[last + 1 :]):
        return ",".join(pieces[: last + 1]).strip()
    if is_name(pieces[0].strip()) and len(pieces) > 1 and _is_affiliation(pieces[1:]):
        return pieces[0].strip()
    return None


def _is_affiliation(pieces: list[str]) -> bool:
    """At most a dozen words that name something and do not end a sentence."""
    text = ",".join(pieces).strip()
    if not text:
        return True
    return words(text) <= 12 and text[-1] not in ".?!:;" and any(word[0].isupper() for word in text.split())


# --- publication line --------------------------------------------------------------------------


@cache
def _leads() -> tuple[re.Pattern[str], frozenset[str]]:
    chapter = settings("layout")["publication"]
    leads = sorted(chapter["leads"], key=len, reverse=True)
    lead = re.compile("(" + "|".join(map(re.escape, leads)) + r")\b(?: on| at| in)?\s*:?\s+", re.IGNORECASE)
    return lead, frozenset(chapter["later"])


def publication(line: str, *, alone: bool) -> Published | None:
    """The line as a publication line: "Published: 4 March 2009", "March 4, 2009", "Dawn, March 4th, 2009".

    ``alone``: names beside an unannounced date are not allowed, for the line may still be the title.
    """
    text = plain(line)
    if len(text) > 120 or words(text) > 18:
        return None
    lead = _leads()[0].match(text)
    stem = text[lead.end() :] if lead else text
    series = _SERIES_LINE.match(text)
    found = stated.pattern().search(stem)
    if found is None:
        return Published(None, False) if series and series.end() == len(text) and not alone else None
    rest = stated.leftover(stem, found)
    if rest is None or len(rest) > 8:
        return None
    if lead is None and series is None and not all(word.lower() in _calendar() for word in rest):
        at_edge = not stem[: found.start()].strip() or not stem[found.end() :].strip(" .,|)")
        place_only = bool(rest) and all(map(str.isupper, rest))
        if not place_only and (alone or not at_edge or stem[-1] in "?!:;"):
            return None
    return Published(stated.day(found), bool(lead) and lead[1].lower() in _leads()[1])


def dated_alone(line: str) -> date | None:
    """The day of a line that is a date and nothing else."""
    text = plain(line)
    found = stated.pattern().fullmatch(text.rstrip(".:")) if len(text) < 30 else None
    return stated.day(found) if found else None
