"""Days, weeks and months against the dates they lie between, and what has lasted until publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency import counted, days
from dateline.checks.consistency.days import Interval, interval
from dateline.checks.consistency.lengths import Length, lengths
from dateline.checks.consistency.spans import spans
from dateline.checks.found import Found
from dateline.checks.scene import READ, Scene
from dateline.records import SentenceRow, Time

_SINCE = re.compile(r"^(?:\s(?:now|already|so far|in all))?,?\ssince\s(?:the\s)?(?:[\w’'-]+\s(?:of|in)\s)?$")
_FOR = re.compile(
    r"\b(?:for|in|over|during|these|those|than)\s(?:the\s)?(?:past\s|last\s)?$"
    r"|^(?:the|these)\s(?:past\s|last\s)?$",
    re.IGNORECASE,
)
_SINCE_FIRST = re.compile(r"\bsince\s(?:the\s)?(?:[\w’'-]+\s(?:of|in)\s)?$", re.IGNORECASE)
_THEN_FOR = re.compile(
    r"^(?:,\s|\s\(|\s[–—-]\s)(?:that is,?\s|or\s)?(?:now\s)?(?:for\s)?(?:the\s)?(?:past\s|last\s)?$"
)
_CLOSED = re.compile(r"\s*(?:[,.;:)\]!?—–”]|$|(?:in|during) which\b)")
#: Words by which the span ends before the article is written.
_OVER = re.compile(rf"\b(?:{days.any_of('over')})\b", re.IGNORECASE)
_NOTE = "Either the length or one of the dates is wrong."


def duration_against_dates(scene: Scene) -> Iterator[Found]:
    """A stated duration against the two dates it lies between, or from a dated beginning to publication.

    "Within three days, between 3 and 12 May", "two days later, on 10 April", "the next day, 14 May", "for
    30 years, since 1991" in a text of 2011. Only lengths that stand side by side with their dates count, and
    "two days later" only where nothing else is told between it and the date before. What had lasted by some
    other time ("had ruled for ten years, since 1961") is held against publication only if it fits.
    Counting may be out by one unit either way; "the next day" is one day.
    """
    for one in (*counted.told(scene), *spans(scene)):
        if one.length.unit != "year" and (found := counted.judged(scene, one, _NOTE)) is not None:
            yield found
    for sentence in scene.sentences:
        if sentence.role in READ and sentence.start is not None and sentence.text:
            for one in _until_now(scene, sentence):
                if (found := counted.judged(scene, one, _NOTE)) is not None:
                    yield found


def _until_now(scene: Scene, sentence: SentenceRow) -> Iterator[counted.Counted]:
    """ "For 30 years, since 1991"; "since 1991, for 30 years"."""
    low, high = scene.written
    if low is None or high is None or scene.articles[0].published_basis == "inferred":
        return
    text, offset = sentence.text or "", sentence.start or 0
    for length in lengths(text):
        for row in scene.beside(sentence, "times"):
            if row.start is None or row.end is None or not days.states_year(row) or "/" in (row.value or ""):
                continue
            span, start, end = interval(row), row.start - offset, row.end - offset
            if span is None or span.earliest > high:
                continue
            stop = _joined(text, length, start, end)
            if stop is not None:
                yield counted.Counted(
                    length, sentence, row, span, Interval(low, high), stop, f"from {row.text} to publication",
                    only_agrees=_may_be_over(scene, row, text),
                )  # fmt: skip


def _joined(text: str, length: Length, start: int, end: int) -> int | None:
    """Where the words end, if the length and the date at ``[start, end)`` are one statement."""
    before = text[: length.start]
    if start >= length.end:
        inside = _SINCE.match(text[length.end : start]) and _FOR.search(before)
        return end if inside and not length.attributive else None
    since = _SINCE_FIRST.search(text[:start]) and _THEN_FOR.match(text[end : length.start])
    return length.end if since and _CLOSED.match(text, length.end) else None


def _may_be_over(scene: Scene, row: Time, text: str) -> bool:
    """Whether the span may have ended before publication, or is counted by somebody else at another time."""
    return _OVER.search(text) is not None or scene.speaker(row) is not None
