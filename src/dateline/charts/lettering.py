"""How wide words are when drawn, so that they are broken and shortened to the room there is.

Widths are summed from the font's own advances, which costs microseconds and needs no drawing.
"""

from __future__ import annotations

from functools import cache

from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

FONT = "DejaVu Sans"  # ships with matplotlib
_EM = 100.0  # points at which advances are read
_INCH = 72.0  # points


@cache
def _font(bold: bool) -> FT2Font:
    path = findfont(FontProperties(family=FONT, weight="bold" if bold else "normal"))
    font = FT2Font(path)
    font.set_size(_EM, 72)
    return font


@cache
def _advance(letter: str, bold: bool) -> float:
    font = _font(bold)
    glyph = font.get_char_index(ord(letter))  # 0, a box, where the font lacks the letter
    return font.load_glyph(glyph).linearHoriAdvance / 65536 / _EM


def inches(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of ``words`` in type of ``size`` points."""
    return sum(_advance(letter, bold) for letter in words) * size / _INCH


def widest(words: str, size: float, *, bold: bool = False) -> float:
    """The width of the widest line."""
    return max(inches(line, size, bold=bold) for line in words.split("\n"))


def shorten(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """``words`` on one line of at most ``room`` inches, cut between words where there are any."""
    plain = " ".join(words.split())
    if inches(plain, size, bold=bold) <= room:
        return plain
    return _cut(plain, room - inches("…", size, bold=bold), size, bold).rstrip(" ,;:–-") + "…"


def _cut(plain: str, room: float, size: float, bold: bool) -> str:
    """The longest beginning that fits: whole words if one fits, else letters."""
    used, end = 0.0, 0
    for end, letter in enumerate(plain):  # noqa: B007
        used += _advance(letter, bold) * size / _INCH
        if used > room:
            break
    return plain[:end].rsplit(" ", 1)[0] if " " in plain[:end] else plain[: max(end, 1)]


def wrap(words: str, room: float, size: float, lines: int | None = None, *, bold: bool = False) -> str:
    """``words`` broken into lines of ``room`` inches; what is past ``lines`` of them ends in an ellipsis."""
    rows: list[str] = []
    for word in _tokens(words):
        if rows and inches(f"{rows[-1]} {word}", size, bold=bold) <= room:
            rows[-1] += f" {word}"
        else:
            rows += _pieces(word, room, size, bold)
    if lines is not None and len(rows) > lines:
        rest = " ".join(rows[lines - 1 :])
        rows = [*rows[: lines - 1], shorten(rest, room, size, bold=bold)]
    return "\n".join(rows)


def _tokens(words: str) -> list[str]:
    """The words between which a line may end: not after an arrow."""
    found: list[str] = []
    for word in words.split():
        if found and found[-1].endswith("→"):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The word, broken by force where it is wider than a line."""
    pieces = []
    while inches(word, size, bold=bold) > room and len(word) > 1:
        head = _cut(word, room, size, bold)
        pieces.append(head)
        word = word[len(head) :].lstrip()
    return [*pieces, word]


def height(words: str, line: float) -> float:
    """The height of ``words`` with lines of ``line`` inches; none for no words."""
    return (words.count("\n") + 1) * line if words else 0.0
