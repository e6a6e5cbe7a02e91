"""Reads a sentence as a string of word classes, one character a token, for times and figures.

Rules about expressions are then short regular expressions over classes ("a day, a month, a year"),
kept as data in the codebook, and matching them takes a few microseconds a sentence. Word lists are
the codebook's ``numbers``, ``times`` and ``figures``; a word has one class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import codebook

#: Classes given by form, not by list: numbers, dates in digits, punctuation, other words.
FORMS: tuple[str, ...] = (
    "year", "dayno", "num", "ord", "decade", "shortyear", "iso", "slashed", "clock", "code", "ratio",
    "comma", "dot", "hyphen", "dash", "open", "close", "slash", "poss", "quote", "colon", "percent",
    "symbol", "punct", "quarterno", "name", "word",
)  # fmt: skip
_MARKED = {
    "comma": ",", "dot": ".", "hyphen": "- – ‑", "dash": "—", "open": "( [", "close": ") ]", "slash": "/",
    "quote": "\" “ ” ‘ ' ’", "colon": ": ;", "percent": "%", "symbol": "$ € £ ¥ ₹", "poss": "'s ’s",
    "punct": "! ? …",
}  # fmt: skip
_MARKS = {mark: name for name, marks in _MARKED.items() for mark in marks.split()}
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?!\d)"
    r"|\d{1,2}/\d{1,2}/\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}:\d\d(?!\d)"
    r"|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)"
    r"|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th|s)\b"
    r"|\d+"
    r"|['’]\d\ds?\b"
    r"|['’](?:s|ll)\b"
    r"|[^\s\w]|_"
)
_CHAPTERS = ("numbers", "times", "figures")
_COLUMNS = ("words", "class", "value")
_POOL = [chr(n) for n in range(0x30, 0x250) if chr(n).isalnum()]
_SPLITTABLE = frozenset(
    ["mid", "pre", "post", "early", "late", "non", "fy", "us", "rs", "a", "c", "hk", "nz"]
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words``: lower-cased word or phrase to (class character, value); ``heads``: phrases by first word."""

    words: dict[str, tuple[str, str]]
    capital: frozenset[str]
    heads: dict[str, tuple[str, ...]]
    chars: dict[str, str]


@dataclass(slots=True)
class Scan:
    """A sentence's tokens: class string ``codes``, lower-cased ``words``, offsets inside the sentence."""

    text: str
    codes: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, index: int, *classes: str) -> bool:
        """Whether the token at ``index`` exists and has one of ``classes``."""
        return 0 <= index < len(self.codes) and name_of(self.codes[index]) in classes

    def value(self, index: int) -> str:
        """The codebook's value of the token at ``index``."""
        return lexicon().words[self.words[index]][1]

    def find(self, first: int, last: int, *classes: str) -> int | None:
        """The first token of ``[first, last)`` with one of ``classes``."""
        wanted = [char_of(c) for c in classes]
        return next((i for i in range(first, last) if self.codes[i] in wanted), None)

    def capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()


@cache
def _chars() -> dict[str, str]:
    """The character of each class: the rules are compiled once with them, so no codebook changes them."""
    chars = dict(zip(FORMS, _POOL, strict=False))
    for chapter in _CHAPTERS:
        for row in codebook.packaged(chapter, _COLUMNS):
            chars.setdefault(row["class"], _POOL[len(chars)])
    return chars


@codebook.derived
def lexicon() -> Lexicon:
    """All word lists as one table. Raises CodebookError where a word stands in two classes."""
    words: dict[str, tuple[str, str]] = {}
    chars = _chars()
    capital: set[str] = set()
    for chapter in _CHAPTERS:
        for row in codebook.rows(chapter, _COLUMNS):
            name = row["class"]
            char = chars[name]
            for word in codebook.values(row["words"]):
                if word in words:
                    raise codebook.CodebookError(f"{chapter}.csv: {word!r} has two classes, expected one")
                words[word] = (char, row["value"])
                if name.isupper():
                    capital.add(word)
    heads: dict[str, list[str]] = {}
    for phrase in words:
        first = _TOKEN.match(phrase)
        if first and first.end() < len(phrase):
            heads.setdefault(first.group(), []).append(phrase)
    ordered = {head: tuple(sorted(found, key=len, reverse=True)) for head, found in heads.items()}
    return Lexicon(words, frozenset(capital), ordered, chars)


def char_of(name: str) -> str:
    """The character of a class."""
    return _chars()[name]


@cache
def _names() -> dict[str, str]:
    return {char: name for name, char in _chars().items()}


def name_of(char: str) -> str:
    """The class of a character."""
    return _names()[char]


def pattern(rule: str, macros: dict[str, str]) -> str:
    """A rule over class names as a regular expression over class characters.

    ``COUNT`` (capitals that name a macro) is replaced first; class names then become characters,
    and white space goes. Everything else is regular-expression syntax.
    """
    for _ in range(4):  # macros may use macros
        rule = re.sub(r"<(\w+)>", lambda m: f"(?:{macros[m[1]]})", rule)
    unknown = sorted(set(re.findall(r"[A-Za-z]+", rule)) - _chars().keys())
    if unknown:
        raise codebook.CodebookError(f"rule {rule!r}: no word list has the classes {', '.join(unknown)}")
    return re.sub(r"[A-Za-z]+", lambda m: char_of(m[0]), rule).replace(" ", "")


def starts(regex: str) -> frozenset[str]:
    """The characters a compiled rule can start with, so that only rules that may match are tried.

    Understands what rules are written in: characters, groups, ``|``, ``?`` and ``*``.
    """
    return frozenset(_starts(regex, 0)[0])


def _starts(regex: str, at: int) -> tuple[set[str], bool, int]:
    """First characters of the alternatives from ``at``, whether they can be empty, and where they end."""
    found: set[str] = set()
    empty, still = False, True  # still: all items so far can be empty
    while at < len(regex) and regex[at] != ")":
        if regex[at] == "|":
            empty, still, at = empty or still, True, at + 1
            continue
        if regex[at] == "(":
            inner, optional, at = _starts(regex, at + (3 if regex.startswith("(?:", at) else 1))
            at += 1
        else:
            inner, optional, at = {regex[at]}, False, at + 1
        if at < len(regex) and regex[at] in "?*":
            optional, at = True, at + 1
        if still:
            found |= inner
            still = optional
    return found, empty or still, at


@codebook.derived_last(256)
def scan(text: str) -> Scan:
    """The tokens of a sentence and their classes."""
    table = lexicon()
    listed, capital, heads, chars = table.words, table.capital, table.heads, table.chars
    plain, name, stop, marks = chars["word"], chars["name"], chars["stop"], _mark_codes()
    codes: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow ("İ"); offsets must not
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue  # inside a phrase
        lower = lowered[start:end]
        if lower in heads and (phrase := _phrase(lowered, start, heads[lower])):
            lower, end = phrase, start + len(phrase)
        if lower in listed and (lower not in capital or text[start].isupper()):
            code = listed[lower][0]
            if code == stop and end - start > 1 and text[start:end].isupper():
                code = name  # "US", "WHO", "IT"
        elif text[start].isalpha():
            code = name if text[start].isupper() else plain
        else:
            code = marks.get(lower) or chars[_number_class(lower, text, start, words, ends)]
        codes.append(code)
        words.append(lower)
        starts.append(start)
        ends.append(end)
        position = end
    return Scan(text, "".join(codes), words, starts, ends)


@cache
def _mark_codes() -> dict[str, str]:
    return {mark: char_of(name) for mark, name in _MARKS.items()}


def _phrase(lowered: str, start: int, phrases: tuple[str, ...]) -> str | None:
    for phrase in phrases:
        if lowered.startswith(phrase, start):
            end = start + len(phrase)
            if not phrase[-1].isalnum() or not lowered[end : end + 1].isalnum():
                return phrase
    return None


def _number_class(token: str, text: str, start: int, words: list[str], ends: list[int]) -> str:
    """The class of a token in digits; a number that is part of a name ("F-16", "G20") is a code."""
    if not token[-1].isdecimal():
        if token[0] in "'’":
            return "decade" if token[-1] == "s" else "punct"
        return "punct" if not token[0].isdecimal() else "decade" if token[-1] == "s" else "ord"
    if token[0] in "'’":
        return "shortyear"
    if _in_name(text, start, words, ends):
        return "quarterno" if words[-1] == "q" and token in "1234" else "code"
    if "/" in token:
        return "slashed" if token.count("/") == 2 else "ratio"
    if ":" in token:
        return "clock"
    if "-" in token:
        return "iso"
    if token.count(".") == 2:
        return "slashed"
    if token.isdecimal():
        if len(token) == 4 and 1400 <= int(token) <= 2199:
            return "year"
        if len(token) <= 2 and 1 <= int(token) <= 31:
            return "dayno"
    return "num"


def _in_name(text: str, start: int, words: list[str], ends: list[int]) -> bool:
    if not ends or ends[-1] != start:
        return False
    last = words[-1]
    if last in ("-", "–", "‑") and len(words) > 1 and ends[-2] == start - 1:
        # "F-16", "Su-27", "AK-47": a short name in capitals; "mid-2010" and "June-2010" are not.
        head = text[ends[-2] - len(words[-2]) : ends[-2]]
        if not head[0].isupper() or head.lower() in _SPLITTABLE or head.lower() in lexicon().words:
            return False
        return head.isupper() or len(head) < 4
    return last[-1].isalpha() and last not in _SPLITTABLE
