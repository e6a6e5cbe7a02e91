"""The lines of a PDF page in reading order, from the places of its characters.

A PDF has no lines, columns or running heads, only characters on a sheet. PDFium (with which Chrome reads
PDFs) gives their order and boxes; here they become lines, columns are told by the white between them, and
what stands at the same place of several pages is a running head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from dateline.reading import front
from dateline.reading.rendered import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

#: In heights of a letter: white that parts two columns, and white that parts two words where no space is.
_GUTTER, _WORD_GAP = 1.3, 0.28
_WIDEST_GAP = 5  # in a line of justified text
_RAISED = 0.82  # a reference mark is so much smaller than its line, or less
_FEW = 4  # lines that do not make a column
_SMALL, _AWAY = 0.93, 0.8  # a running head by itself, in sizes of the page's lines
_FULL = 0.75  # of the page's width
_EDGE = 3  # lines at the top and bottom among which running heads and page numbers are looked for
_HYPHENS = "\x02\ufffe\xad"  # how PDFium gives the hyphen of a broken word, and the soft hyphen itself
_PAGE_NUMBER = re.compile(r"\W*(?:page )?(?:\d{1,4}|[ivxl]{1,6})(?: (?:of|/) \d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Letter:
    """A character with its box; ``y`` grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Line:
    """A line of one column; ``column`` counts through the whole document."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    page: int
    column: int = 0


def pages(document: PdfDocument) -> list[list[Line]]:
    """The lines of each page in reading order, without running heads and page numbers."""
    found = []
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        found.append(list(_lines(textpage, number)))
        textpage.close()
        page.close()
    column = 0
    ordered = []
    for lines in _without_heads(found):
        ordered.append(_in_order(lines, column))
        column = max((line.column for line in ordered[-1]), default=column) + 1
    return ordered


# --- characters to lines -----------------------------------------------------------------------


def _lines(textpage: PdfTextPage, page: int) -> Iterable[Line]:
    run: list[Letter] = []
    first = 0
    for number, letter in _letters(textpage):
        if run and (letter is None or not _follows(run, letter)):
            if line := _line(run, _is_bold(textpage, first), page):
                yield line
            run = []
        if letter is None or (not run and letter.text.isspace()):
            continue
        if not run:
            first = number
        run.append(letter)
    if run and (line := _line(run, _is_bold(textpage, first), page)):
        yield line


def _letters(textpage: PdfTextPage) -> Iterable[tuple[int, Letter | None]]:
    """Each upright character with its number; None for a line break."""
    from ctypes import byref

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for number in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, number)
        if code in (10, 13):
            yield number, None
        elif code and raw.FPDFText_GetLooseCharBox(textpage, number, byref(box)):
            angle = raw.FPDFText_GetCharAngle(textpage, number)
            if 0.1 < angle < 6.18:
                continue  # a watermark, or the label of an axis
            yield (
                number,
                Letter(
                    chr(code) if code < 0xD800 or code > 0xDFFF else "",
                    box.left,
                    box.bottom,
                    box.right,
                    box.top,
                ),
            )


def _follows(run: Sequence[Letter], letter: Letter) -> bool:
    """Whether ``letter`` stands on the line of ``run``, and in its column."""
    last = next((one for one in reversed(run) if not one.text.isspace()), run[-1])
    if letter.text.isspace():
        return True
    height = min(last.size, letter.size) or 1.0
    shared = min(last.top, letter.top) - max(last.bottom, letter.bottom)
    if shared < 0.4 * height:
        return False
    largest = max(last.size, letter.size)
    return -largest < letter.left - last.right < _GUTTER * largest


def _line(run: list[Letter], bold: bool, page: int) -> Line | None:
    shown = [letter for letter in run if not letter.text.isspace()]
    if not shown:
        return None
    size = median(letter.size for letter in shown)
    words: list[str] = []
    before: Letter | None = None
    for letter in run:
        if _is_mark(letter, size, words):
            continue
        if before is not None and not letter.text.isspace() and letter.left - before.right > _WORD_GAP * size:
            words.append(" ")
        words.append("\u00ad" if letter.text in _HYPHENS else letter.text)
        before = None if letter.text.isspace() else letter
    text = "".join(words).strip()
    if not text:
        return None
    bottom, top = median(one.bottom for one in shown), median(one.top for one in shown)
    return Line(text, shown[0].left, bottom, max(one.right for one in shown), top, size, bold, page)


def _is_mark(letter: Letter, size: float, before: list[str]) -> bool:
    """A raised number that points at a footnote; at the beginning of a line it is the footnote's own."""
    small = letter.size < _RAISED * size and (letter.text.isdigit() or letter.text in "*†‡,")
    return small and bool(before) and not before[-1].isdigit()


def _is_bold(textpage: PdfTextPage, number: int) -> bool:
    from ctypes import byref, c_int, create_string_buffer

    from pypdfium2 import raw

    name = create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(textpage, number, name, 128, byref(c_int()))
    return bool(length) and b"bold" in name.value.lower()


# --- lines to columns --------------------------------------------------------------------------


def _in_order(lines: list[Line], column: int) -> list[Line]:
    """``lines`` column by column; a line across several columns parts what is above it from what is below."""
    gutters = _gutters(lines)
    bands: list[list[Line]] = [[]]
    for line in sorted(lines, key=lambda one: -one.top):
        if any(line.left < gutter < line.right for gutter in gutters):
            bands += [[line], []]
        else:
            bands[-1].append(line)
    ordered: list[Line] = []
    for band in bands:
        for number in range(len(gutters) + 1):
            own = [line for line in band if sum(gutter < line.left for gutter in gutters) == number]
            column += bool(own)
            for line in own:
                line.column = column
            ordered += _by_rows(own)
    return ordered


def _by_rows(lines: list[Line]) -> list[Line]:
    """From top to bottom; what stands side by side in one column is one line."""
    ordered: list[Line] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if row and line.top < row[0].bottom + 0.5 * row[0].size:
            ordered += _merged(row)
            row = []
        row.append(line)
    return ordered + _merged(row)


def _merged(row: list[Line]) -> list[Line]:
    """The lines of a row as one, unless wide white parts them: a justified line may have gaps."""
    found: list[Line] = []
    for line in sorted(row, key=lambda one: one.left):
        if found and line.left - found[-1].right < _WIDEST_GAP * line.size:
            last = found[-1]
            found[-1] = replace(last, text=f"{last.text} {line.text}", right=max(last.right, line.right))
        else:
            found.append(line)
    return found


def _gutters(lines: list[Line]) -> list[float]:
    """The middles of the white strips that have at least a few lines side by side on both sides."""
    if len(lines) < 2 * _FEW:
        return []
    width = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sorted(
        (line for line in lines if line.right - line.left < 0.62 * width), key=lambda one: one.left
    )
    strips: list[list[Line]] = []
    reach = float("-inf")
    for line in narrow:
        if not strips or line.left > reach + 0.5 * line.size:
            strips.append([])
        strips[-1].append(line)
        reach = max(reach, line.right)
    strips = [strip for strip in strips if len(strip) >= _FEW]
    found = []
    for left, right in pairwise(strips):
        if min(_top(left), _top(right)) - max(_bottom(left), _bottom(right)) > _FEW * left[0].size:
            found.append((max(line.right for line in left) + min(line.left for line in right)) / 2)
    return found


def _top(lines: list[Line]) -> float:
    return max(line.top for line in lines)


def _bottom(lines: list[Line]) -> float:
    return min(line.bottom for line in lines)


# --- running heads -----------------------------------------------------------------------------


def _without_heads(found: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without lines that several have at their top or bottom."""
    edges = [_edge_lines(lines) for lines in found]
    seen = Counter(key for lines in edges for key in {_head_key(line) for line in lines})
    kept = []
    for lines, edge in zip(found, edges, strict=True):
        heads = _lone(lines)
        heads |= {
            id(line) for line in edge if seen[_head_key(line)] > 1 or _PAGE_NUMBER.fullmatch(clean(line.text))
        }
        kept.append([line for line in lines if id(line) not in heads])
    return kept


def _edge_lines(lines: list[Line]) -> list[Line]:
    """The outermost lines, as far as they are no full lines of the body: these may repeat by chance."""
    by_height = sorted(lines, key=lambda one: -one.top)
    edge = by_height[:_EDGE] + by_height[max(_EDGE, len(by_height) - _EDGE) :]
    size = median(line.size for line in lines) if lines else 0
    width = max((line.right - line.left for line in lines), default=0)
    return [line for line in edge if line.size < _SMALL * size or line.right - line.left < _FULL * width]


def _lone(lines: list[Line]) -> set[int]:
    """A line at the edge that is small and far from the rest: a head that stands but on one page.

    Over the first page it stays where it tells the date, the author or the kind of article.
    """
    by_height = sorted(lines, key=lambda one: -one.top)
    if len(by_height) < _FEW:
        return set()
    size = median(line.size for line in lines)
    found: set[int] = set()
    for line, following in ((by_height[0], by_height[1]), (by_height[-1], by_height[-2])):
        away = max(following.bottom - line.top, line.bottom - following.top)
        stays = line is by_height[0] and line.page == 0 and _tells(clean(line.text))
        small = line.size < _SMALL * size and not line.text.endswith((".", "?", "!", "”"))
        if small and away > _AWAY * size and not stays:
            found.add(id(line))
    return found


def _tells(text: str) -> bool:
    told = front.publication(text, alone=False) or front.genre_alone(text) or front.byline(text)
    return told is not None


def _head_key(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its words without the number, and its height."""
    return _DIGITS.sub("#", clean(line.text).lower()), round(line.bottom / 4)
