"""The figures of the article proper as rules compare them: bounds, what is counted, what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from dateline.checks.scene import Scene
from dateline.codebook import settings
from dateline.records import Figure, SentenceRow

_FAR = 60  # characters behind a number within which its noun stands
_ROUNDED = 0.1  # how far from "about 40" a count may be
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Told(NamedTuple):
    """A figure with its sentence. ``end`` is behind its noun, where the noun follows it."""

    figure: Figure
    sentence: SentenceRow
    start: int
    end: int
    low: float
    high: float  # infinite where the text leaves it open

    @property
    def exact(self) -> bool:
        """Whether the text gives one number, without "about" or "at least"."""
        return self.low == self.high and not self.figure.approximate

    @property
    def noun(self) -> str | None:
        """The last word of what is counted, lower-cased; missing for a bare number."""
        found = _WORD.findall(self.figure.of or "")
        return found[-1].lower() if found else None


class Parts(NamedTuple):
    """The parts of a list and how many ("a policeman") stand in it without a number.

    ``closed`` says that nothing follows which may be another part.
    """

    parts: list[Told]
    single: int = 0
    closed: bool = True


@cache
def listed(chapter: str, name: str | None = None) -> Any:
    """A word list of the codebook's ``checks``."""
    found = settings("checks")[chapter]
    return frozenset(found if name is None else found[name])


def told(scene: Scene) -> Iterator[Told]:
    """The figures of the article proper, in text order."""
    for figure in scene.figures:
        sentence = scene.sentence(figure)
        if sentence is None or not scene.is_read(figure):
            continue
        start, end, last = figure.start, figure.end, sentence.end
        if start is None or end is None or last is None or sentence.start is None:
            continue
        if figure.low is None and figure.high is None:
            continue
        behind = end
        if figure.of:
            at = scene.text.find(figure.of, end, min(last, end + _FAR + len(figure.of)))
            behind = at + len(figure.of) if at >= 0 else end
        low = figure.low if figure.low is not None else 0.0
        high = figure.high if figure.high is not None else float("inf")
        if low <= high:
            yield Told(figure, sentence, start, behind, low, high)


def by_sentence(scene: Scene) -> dict[str, list[Told]]:
    """The figures of each sentence of the article proper, in text order."""
    found: dict[str, list[Told]] = {}
    for one in told(scene):
        found.setdefault(one.sentence.sentence_id or "", []).append(one)
    return found


def spread(one: Told) -> tuple[float, float]:
    """The bounds with what "about" allows."""
    if not one.figure.approximate:
        return one.low, one.high
    return one.low * (1 - _ROUNDED), one.high * (1 + _ROUNDED)


def number(value: float) -> str:
    """A number as one writes it: "12", "1,500", "2.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def words_of(text: str) -> list[str]:
    """The words of a stretch of text, lower-cased."""
    return [word.lower() for word in _WORD.findall(text)]
