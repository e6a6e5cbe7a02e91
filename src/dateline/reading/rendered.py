"""A text put together from the pieces that a format's markup tells apart: for pages, Markdown and PDF.

Such a file's bytes are not what its reader sees, so ``article.text`` is what he does see: a paragraph a
piece, a blank line between two, no markup. White space is single, and what is invisible (soft hyphens,
zero-width spaces) or but a way of printing (the ligature of f and i) is undone, so that words are words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.article import Role
from dateline.reading.sidecar import Sidecar

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\x00-\x08\x0e-\x1b\x7f]")
_SPACE = re.compile(r"\s+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_JOINT = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the rendered text; ``role`` where the markup tells it, ``item``: it is a list's."""

    start: int
    end: int
    role: Role | None = None
    item: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a format yields: the text that offsets will index, and what the file itself says about it.

    ``known`` holds metadata outside the text, such as a page's ``<meta>`` tags; the sidecar overrules it.
    ``pieces`` are the paragraphs, where the format tells them apart; without any, layout finds them.
    """

    text: str
    encoding: str | None = None
    known: Sidecar = field(default_factory=Sidecar)
    pieces: tuple[Piece, ...] = ()


@dataclass(slots=True)
class Rendering:
    """The text in the making."""

    words: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, role: Role | None = None, *, item: bool = False) -> None:
        """One more paragraph; of no words, it is none."""
        text = clean(text)
        if not text:
            return
        start = self.length + (len(_JOINT) if self.pieces else 0)
        self.words.append(text)
        self.length = start + len(text)
        self.pieces.append(Piece(start, self.length, role, item))

    @property
    def text(self) -> str:
        return _JOINT.join(self.words)


def clean(text: str) -> str:
    """``text`` as it is seen: single spaces, nothing invisible, no ligatures."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text).translate(_LIGATURES)).strip()
