"""A PDF file: its text as paragraphs, without running heads, page numbers and broken words.

PDFium reads the characters (:mod:`~dateline.reading.pdf_lines` makes lines of them); here lines become
paragraphs, words that were broken at a line's end are joined, footnotes are put behind the body, and what is
set larger than the body is a headline or a heading. ``article.text`` is the result.

Of the file's metadata, title and author count only where the text has them too, for they are as often the
file's name and its typist's. The day on which the file was made is never taken for the day of publication.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from dateline.article import Role
from dateline.reading import pdf_lines
from dateline.reading.pdf_lines import Line
from dateline.reading.rendered import Page, Rendering, clean
from dateline.reading.sidecar import Sidecar
from dateline.reading.text import DecodeError

#: In body sizes: a headline, a heading, a footnote.
_HEADLINE, _HEADING, _NOTE = 1.25, 1.08, 0.93
#: In leadings: the distance of two lines that are of two paragraphs.
_APART = 1.3
_TITLE_LEADING = 1.6
_INDENT = 0.8  # letters' heights
_SHORT = 0.7  # of the column's width; a line that ends before it, in no sentence's end, is one of its own
_FULL = 0.97  # at a column's end, where the next line tells less
_HEADING_LENGTH, _HEADLINE_LENGTH = 120, 300
_NOTE_MARK = re.compile(r"[\[(]?\d{1,3}[\]).]?\s?\S|[*†‡§]")
_MARKER = re.compile(r"[-–•·▪◦●*]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_BULLET = re.compile(r"[•·▪◦●■➢]\s+")
_STOPS = tuple(".?!:;”\"’')]…")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)([-‐\u00ad])$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def read(data: bytes) -> Page:
    """The text of the PDF in ``data``. Raises DecodeError where it is damaged, locked, or has no text."""
    from pypdfium2 import PdfDocument, PdfiumError  # here, for who reads a text need not load it

    if b"%PDF-" not in data[:1024]:
        raise DecodeError("not a PDF file, whatever its name says")
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "it is encrypted and needs a password" if locked else "it is damaged or cut off"
        raise DecodeError(f"the PDF cannot be read: {reason}") from None
    try:
        lines = [line for page in pdf_lines.pages(document) for line in page]
        told = document.get_metadata_dict()
    except PdfiumError:
        raise DecodeError("the PDF cannot be read: a page is damaged") from None
    finally:
        document.close()
    if not lines:
        raise DecodeError("no text in this PDF: its pages are pictures (a scan); it needs OCR first")
    return _page(lines, clean(told.get("Title", "")), clean(told.get("Author", "")))


def _page(lines: list[Line], title: str, author: str) -> Page:
    body_size = _body_size(lines)
    notes = _notes(lines, body_size)
    body = [line for line in lines if id(line) not in notes]
    rendering = Rendering()
    words = _vocabulary(lines)
    headline_open = True  # only the first line as large as that is the title
    for paragraph in _paragraphs(body, body_size):
        role = _role(paragraph, body_size, headline_open)
        headline_open = headline_open and role != "headline"
        text = _joined([line.text for line in paragraph], words)
        rendering.add(_BULLET.sub("", text), role, item=_BULLET.match(text) is not None)
    for paragraph in _note_paragraphs([line for line in lines if id(line) in notes]):
        rendering.add(_joined([line.text for line in paragraph], words), "note")
    text = rendering.text
    known = Sidecar(
        title=title if len(title.split()) > 1 and _has(text, title) else None,
        author=author if len(author.split()) > 1 and _has(text, author) else None,
    )
    return Page(text, None, known, tuple(rendering.pieces))


def _has(text: str, words: str) -> bool:
    return words.casefold() in text.replace("\n\n", " ").casefold()


# --- sizes and roles ---------------------------------------------------------------------------


def _body_size(lines: list[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _role(paragraph: list[Line], body_size: float, headline_open: bool) -> Role | None:
    """Headline or heading, where size or weight says so."""
    first = paragraph[0]
    length = sum(len(line.text) for line in paragraph)
    if (
        headline_open
        and first.page == 0
        and first.size >= _HEADLINE * body_size
        and length <= _HEADLINE_LENGTH
    ):
        return "headline"
    large = first.size >= _HEADING * body_size
    if (
        (large or first.bold)
        and length <= _HEADING_LENGTH
        and not paragraph[-1].text.endswith((".", ",", ";"))
    ):
        return "heading"
    return None


def _notes(lines: list[Line], body_size: float) -> set[int]:
    """The lines of footnotes: smaller than the body, under all of its lines in the column, from a mark on."""
    found: set[int] = set()
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    for column in columns.values():
        n = len(column)
        while n and column[n - 1].size < _NOTE * body_size:
            n -= 1
        tail = column[n:]
        if tail and _NOTE_MARK.match(tail[0].text):
            found.update(map(id, tail))
    return found


def _note_paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Footnotes one by one: each begins with its number; a longer one goes on on the next page."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or _NOTE_MARK.match(line.text):
            found.append([])
        found[-1].append(line)
    return found


# --- lines to paragraphs -----------------------------------------------------------------------


def _paragraphs(lines: list[Line], body_size: float) -> list[list[Line]]:
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    leading = _leading(lines, body_size)
    found: list[list[Line]] = []
    for line in lines:
        column = columns[line.column]
        own = columns[found[-1][-1].column] if found else column
        if found and (
            _is_title_line(found[-1][-1], line, body_size)
            or _continues(found[-1], line, own, column, leading)
        ):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _is_title_line(last: Line, line: Line, body_size: float) -> bool:
    """Whether both lines are of one title, the lines of which are short and centred."""
    same = abs(line.size - last.size) < 0.05 * last.size and line.bold == last.bold and line.page == last.page
    return (
        same and last.size >= _HEADLINE * body_size and last.bottom - line.bottom < _TITLE_LEADING * last.size
    )


def _leading(lines: list[Line], body_size: float) -> float:
    """The usual distance of two lines of the body, in body sizes."""
    steps = Counter(
        round((a.bottom - b.bottom) / a.size, 1)
        for a, b in pairwise(lines)
        if a.column == b.column and abs(a.size - body_size) < 0.1 * body_size and a.bottom > b.bottom
    )
    # Where paragraphs of one line are many, the smaller of two frequent distances is the leading.
    frequent = [step for step, times in steps.items() if times * 4 >= max(steps.values())]
    return min(frequent, default=1.2)


def _continues(
    paragraph: list[Line], line: Line, own: list[Line], column: list[Line], leading: float
) -> bool:
    """Whether ``line`` goes on with ``paragraph``, the last line of which stands in the column ``own``."""
    last = paragraph[-1]
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size):
        return False
    stopped = last.text.endswith(_STOPS)
    left, right = min(one.left for one in own), max(one.right for one in own)
    reach = (last.right - left) / max(right - left, 1.0)
    if last.column != line.column:
        indented = line.left - min(one.left for one in column) > _INDENT * line.size
        heading = last.bold and not line.bold
        return not heading and (not stopped or (reach >= _FULL and not indented))
    broken = _has_room(last, line, right)  # the line was ended before it was full
    if last.bold != line.bold and (stopped or (last.bold and broken)):
        return False
    if last.bottom - line.bottom > _APART * leading * last.size:
        return False
    if _BROKEN.search(last.text):
        return True
    if _MARKER.match(line.text) and (stopped or broken):
        return False
    if line.left - last.left > _INDENT * line.size and (stopped or broken):
        return bool(_MARKER.match(paragraph[0].text)) and not broken
    return not broken or (not stopped and (line.text[0].islower() or reach > _SHORT))


def _has_room(line: Line, following: Line, right: float) -> bool:
    """Whether the first word of ``following`` would have fitted on ``line``."""
    letter = (following.right - following.left) / len(following.text)
    word = following.text.split(maxsplit=1)[0]
    return line.right + (len(word) + 1) * 1.15 * letter < right


# --- broken words ------------------------------------------------------------------------------


def _vocabulary(lines: list[Line]) -> frozenset[str]:
    """The words that the document has unbroken, compounds with their hyphens."""
    found: set[str] = set()
    for line in lines:
        text = _BROKEN.sub("", clean(line.text)) if line.text[-1] in "-‐\u00ad" else clean(line.text)
        found.update(word.lower() for word in _WORD.findall(text))
    return frozenset(found)


@cache
def _dictionary() -> frozenset[str]:
    from dateline.language.lexicon import usual_tags

    return frozenset(map(str.lower, usual_tags()))


def _joined(lines: list[str], words: frozenset[str]) -> str:
    """The lines as one text; a word that was broken between two of them is whole again."""
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN.search(text)
        rest = _WORD.match(line)
        if broken is None or rest is None:
            text = f"{text}{line}" if text.endswith(("—", "/", "–")) else f"{text} {line}"
        elif _keeps_hyphen(broken[1], rest.group(), broken[2], words):
            text = f"{text[: broken.start(2)]}-{line}"
        else:
            text = text[: broken.start(2)] + line
    return text


def _keeps_hyphen(first: str, second: str, mark: str, words: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end is the word's own ("cease-fire") and not the printer's."""
    whole, compound = f"{first}{second}".lower(), f"{first}-{second}".lower()
    if not second[0].islower():
        return (
            not first.isupper() or not second.isupper() or compound in words or first.lower() in _dictionary()
        )
    if compound in words:
        return True
    if whole in words or whole in _dictionary():
        return False
    parts = (first.lower().rsplit("-", 1)[-1], second.lower())
    known = all(len(part) > 1 and (part in words or part in _dictionary()) for part in parts)
    return known or "-" in first
