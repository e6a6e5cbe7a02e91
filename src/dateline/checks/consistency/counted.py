"""Where a sentence sets a length of time beside the dates it is counted between.

For `term_against_years` (years) and `duration_against_dates` (shorter units, and what lasts until
publication). Only what stands side by side is compared: "his five-year term from 2004 to 2008", "a decade
ago, in 1995", "in 1999, ten years after the revolution of 1979", "two days later, on 10 April".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from dateline.checks.consistency import days
from dateline.checks.consistency.days import Interval, interval
from dateline.checks.consistency.lengths import Held, Length, ends, held, lengths, span_of
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.records import SentenceRow, Time

_PART = re.compile(rf"\b(?:{days.any_of('part')})\s+(?:the\s+)?$", re.IGNORECASE)
_IN_IT = re.compile(r"\b(?:in|during|of|through|throughout|from)\s+(?:the|an?)\s*$", re.IGNORECASE)
_LASTS = re.compile(
    rf"\b(?:{days.any_of('lasts')})\s+(?:the\s+|all\s+|a\s+full\s+|exactly\s+)?$", re.IGNORECASE
)
_OF_NOUN = re.compile(
    rf"^\s(?:[\w’'-]+\s){{0,3}}?(?:{days.any_of('lasting')})(?:,?\s(?P<how>from|between|of|in)\s|\s\((?:from\s)?)$"
)
_DIRECT = re.compile(r"^(?:\sas\s[\w\s’'-]{1,40})?,?\s(?:(?P<how>from|between)\s|\((?:from\s)?)$")
_AFTER_RANGE = re.compile(r"^,\s(?:for\s|a\stotal\sof\s|all\sof\s)?$")
#: "From 1969 to 1979 and from 1985 to 1995": the length may be that of both.
_AGAIN = re.compile(
    r"^,?\s(?:and|then|or|plus)\s(?:(?:then|again|later|once more|also)\b\s?)?(?:from|between|in|after|\d)"
)
_CUT_SHORT = re.compile(rf"\b(?:{days.any_of('cut_short')})")
_ENDS = re.compile(r"\s*(?:[,.;:)\]!?—–”]|$)")

_APPOSED = re.compile(r"^,?\s\(?(?:in\s|on\s)?(?:the\s)?$")
_AGO = re.compile(r"^\sago\b")
_LATER = re.compile(r"^\s(?P<way>later|earlier|afterwards?)\b")
_AROUND = re.compile(
    r"^\s(?P<way>after|before)\s(?:(?:the|its|his|her|their|an?|that)\s)?(?:[\w’'-]+\s){0,4}?$"
)
_TAIL = re.compile(r"^(?:\s[\w’'-]+){0,3}(?=[,.;)])")
_CLAUSE = re.compile(rf"\b(?:{days.any_of('clause')})\b|[;:,(]")
_TOLD_ON = re.compile(rf"\b(?:{days.any_of('told_on')})\b|;")
_NEXT = re.compile(
    r"\b(?:the\s)(?:next|following)\s(?P<unit>day|year)\b(?=,?\s\(?(?:in\s|on\s)?)", re.IGNORECASE
)


class Counted(NamedTuple):
    """A length and the two dates that it is said to lie between."""

    length: Length
    sentence: SentenceRow
    time: Time  # the row that is judged
    first: Interval
    last: Interval
    end: int  # of the words in the sentence
    against: str  # the two dates, for a reader
    other: Time | None = None  # where the other date is told, if elsewhere
    only_excess: bool = False  # "for three years between 1990 and 1999" is within them
    only_agrees: bool = False
    both: bool = False  # the first and the last day are counted


def told(scene: Scene) -> Iterator[Counted]:
    """Every length that stands beside its dates, in text order."""
    for sentence in scene.sentences:
        if sentence.role not in READ or sentence.start is None or not sentence.text:
            continue
        rows = [
            row for row in scene.beside(sentence, "times")
            if row.start is not None and row.end is not None and interval(row) is not None
        ]  # fmt: skip
        for length in lengths(sentence.text):
            yield from _with_range(sentence, length, rows)
            yield from _ago(scene, sentence, length, rows)
            yield from _around(sentence, length, rows)
            yield from _later(scene, sentence, length, rows)
        yield from _next(scene, sentence, rows)


def judged(scene: Scene, counted: Counted, note: str) -> Found | None:
    """The finding; ``None`` where the words neither contradict nor bear out the dates."""
    result = held(counted.length, counted.first, counted.last, both=counted.both)
    if not result.fits and (counted.only_agrees or not _contradicts(scene, counted, result)):
        return None
    if result.fits and not result.telling:
        return None
    offset = counted.sentence.start or 0
    where = counted.other if counted.other is not None else counted.time
    text = counted.sentence.text or ""
    end = counted.end + text.startswith(")", counted.end)
    here = counted.time.sentence_id == counted.sentence.sentence_id
    start = min(counted.length.start, (counted.time.start or 0) - offset) if here else counted.length.start
    stated = " ".join(text[start:end].split())
    return Found(
        table="times",
        row_id=counted.time.time_id,
        start=offset + start,
        end=offset + end,
        verdict="agrees" if result.fits else "disagrees",
        stated=stated,
        found=_span(counted, result),
        found_low=round(result.low, 2),
        found_high=round(result.high, 2),
        source=ARTICLE,
        citation=scene.quote(where),
        note=None if result.fits else note + scene.quoted_for(counted.time),
    )


def _span(counted: Counted, result: Held) -> str:
    if counted.last.latest < counted.first.earliest:
        return f"in the wrong order ({counted.against})"
    return f"{span_of(result.low, result.high, counted.length.unit)} ({counted.against})"


def _contradicts(scene: Scene, counted: Counted, result: Held) -> bool:
    if counted.only_excess and counted.length.low <= result.high:
        return False
    short = counted.length.low > result.high
    return not (short and counted.both and _CUT_SHORT.search((counted.sentence.text or "").lower()))


def _between(sentence: SentenceRow, row: Time) -> tuple[int, int]:
    """The row's place in its sentence."""
    offset = sentence.start or 0
    return (row.start or 0) - offset, (row.end or 0) - offset


def _with_range(sentence: SentenceRow, length: Length, rows: list[Time]) -> Iterator[Counted]:
    """ "His five-year term from 2004 to 2008", "20 years, from 1969 to 1979", "siege (3-12 May)"."""
    text = sentence.text or ""
    for row in rows:
        pair = ends(row)
        if pair is None:
            continue
        start, end = _between(sentence, row)
        if end <= length.start and _AFTER_RANGE.match(text[end : length.start]):
            if _ENDS.match(text, length.end) and re.search(r"\b(?:from|between)\s$", text[:start]):
                yield Counted(
                    length, sentence, row, *pair, length.end, row.text or "", only_agrees=True, both=True
                )
            continue
        if start < length.end or _PART.search(text[: length.start]):
            continue
        how = _lasting(text, length, text[length.end : start])
        if how is not None and not _AGAIN.match(text[end:]) and (how != "(" or text[end:].startswith(")")):
            yield Counted(
                length, sentence, row, *pair, end, row.text or "",
                only_excess=how in ("between", "in"), both=True,
            )  # fmt: skip


def _lasting(text: str, length: Length, gap: str) -> str | None:
    """How the range is joined to the length; ``None`` where it is not."""
    before = text[: length.start]
    if length.attributive:
        match = _OF_NOUN.match(gap)
        if match is None or (match["how"] in ("from", "between", "in") and _IN_IT.search(before)):
            return None
        return match["how"] or "("
    match = _DIRECT.match(gap)
    modified = text[length.start : length.end].split()[0].lower() == "within"
    if match is None or not (modified or _LASTS.search(before)):
        return None
    return "within" if modified else match["how"] or "("


def _ago(scene: Scene, sentence: SentenceRow, length: Length, rows: list[Time]) -> Iterator[Counted]:
    """ "A decade ago, in 1995": counted back from publication, where its day is known."""
    text = sentence.text or ""
    low, high = scene.written
    if low is None or high is None or (after := _AGO.match(text[length.end :])) is None:
        return
    if scene.articles[0].published_basis == "inferred":
        return
    ago = length.end + after.end()
    for row in rows:
        start, end = _between(sentence, row)
        beside = start >= ago and _APPOSED.match(text[ago:start]) and text[ago:start].strip(" ")
        before = (
            end <= length.start
            and _ENDS.match(text, ago)
            and re.match(r"^,?\s\(?$", text[end : length.start])
        )
        if (beside or (before and "," in text[end : length.start])) and days.states_year(row):
            span = interval(row)
            assert span is not None
            yield Counted(
                length, sentence, row, span, Interval(low, high), end if beside else ago,
                f"from {row.text} to publication", only_agrees=scene.speaker(row) is not None,
            )  # fmt: skip


def _around(sentence: SentenceRow, length: Length, rows: list[Time]) -> Iterator[Counted]:
    """ "In 1999, ten years after the revolution of 1979", "ten years after the 1989 revolution, in 1995"."""
    text = sentence.text or ""
    for base in rows:
        start, end = _between(sentence, base)
        if start < length.end or not (way := _AROUND.match(text[length.end : start])):
            continue
        if (
            _CLAUSE.search(text[length.end : start])
            or not days.states_year(base)
            or "/" in (base.value or "")
        ):
            continue
        for row in rows:
            first, last = _between(sentence, row)
            ahead = last <= length.start and re.match(
                r"^,\s(?:exactly\s|just\s)?$", text[last : length.start]
            )
            tail = _TAIL.match(text[end:])
            behind = first >= end and re.match(r"^(?:\s[\w’'-]+){0,3},\s(?:in|on)\s$", text[end:first])
            if not ((ahead and tail) or behind) or interval(row) is None:
                continue
            if behind and _CLAUSE.search(text[end:first].replace(",", "")):
                continue
            if not days.states_year(row) or row is base:
                continue
            one, two = interval(base), interval(row)
            assert one is not None and two is not None
            pair = (one, two) if way["way"] == "after" else (two, one)
            stop = last if behind else end
            yield Counted(length, sentence, row, *pair, stop, f"{base.text} and {row.text}")


def _later(scene: Scene, sentence: SentenceRow, length: Length, rows: list[Time]) -> Iterator[Counted]:
    """ "Two days later, on 10 April": counted from the date told right before."""
    text = sentence.text or ""
    if (after := _LATER.match(text[length.end :])) is None:
        return
    yield from _from_last(scene, sentence, length, length.end + after.end(), rows, after["way"] == "earlier")


def _next(scene: Scene, sentence: SentenceRow, rows: list[Time]) -> Iterator[Counted]:
    """ "The next day, 14 April,": one day and no other."""
    text = sentence.text or ""
    for match in _NEXT.finditer(text):
        length = Length(match.start(), match.end(), 1, 1, 1, match["unit"].lower(), False, strict=True)
        yield from _from_last(scene, sentence, length, match.end(), rows, False)


def _from_last(
    scene: Scene, sentence: SentenceRow, length: Length, stop: int, rows: list[Time], back: bool
) -> Iterator[Counted]:
    text = sentence.text or ""
    for row in rows:
        start, end = _between(sentence, row)
        if start < stop or not (beside := _APPOSED.match(text[stop:start])) or "," not in beside[0] + "(":
            continue
        if not text[stop:start].strip() or "/" in (row.value or ""):
            continue
        base = last_told(scene, sentence, length.start, row)
        if base is None:
            return
        one, two = interval(base), interval(row)
        assert one is not None and two is not None
        if length.unit in ("day", "week") and not (_is_day(one) and _is_day(two)):
            return
        pair = (two, one) if back else (one, two)
        if not held(length, *pair).fits and _fits_another(scene, sentence, length, row, back):
            return
        yield Counted(length, sentence, row, *pair, end, f"{base.text} and {row.text}", base)
        return


def _fits_another(scene: Scene, sentence: SentenceRow, length: Length, row: Time, back: bool) -> bool:
    """Whether the length may be counted from any other date that the paragraph tells before it."""
    two = interval(row)
    for other in days.dated_before(scene, (sentence.start or 0) + length.start):
        there, one = scene.sentence(other), interval(other)
        if there is None or one is None or two is None or there.paragraph != sentence.paragraph:
            continue
        if held(length, *((two, one) if back else (one, two))).fits:
            return True
    return False


def _is_day(span: Interval) -> bool:
    return span.latest - span.earliest <= timedelta(0)


def last_told(scene: Scene, sentence: SentenceRow, before: int, row: Time) -> Time | None:
    """The date that "two days later" counts from: the last one told, with nothing undated told since."""
    offset = (sentence.start or 0) + before
    rows = days.dated_before(scene, offset)
    if not rows:
        return None
    base = rows[-1]
    there = scene.sentence(base)
    if there is None or there.role not in READ or there.paragraph != sentence.paragraph:
        return None
    if (
        (sentence.position or 0) - (there.position or 0) > 1
        or base.anchor == "event"
        or "/" in (base.value or "")
    ):
        return None
    gap = scene.text[base.end or 0 : offset]
    ahead = scene.text[there.start or 0 : base.start or 0]
    if _TOLD_ON.search(gap.strip(" ,;")) or re.search(r"\b(?:until|till|by|from)\s$", ahead):
        return None
    if _TOLD_ON.search(ahead):
        return None  # "the bloodiest day since protests began on 15 March"
    if not (days.states_year(base) and days.states_year(row)) and not _near(base, row):
        return None
    return base


def _near(base: Time, row: Time) -> bool:
    """Whether no other year could be meant: both lie within two months of one another."""
    one, two = interval(base), interval(row)
    return one is not None and two is not None and abs(two.earliest - one.earliest) <= timedelta(days=62)
