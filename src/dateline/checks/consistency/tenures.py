"""How long somebody has been in power, against the beginning that a neighbouring sentence gives for him.

For `term_against_years`: "Paul Biya, in power since November 1982, … After thirty-two years in office" in a
text of 2008. Counted up to publication, since he may have gone before: more years than that are wrong, fewer
only where he is said to be in power still.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency import counted, days
from dateline.checks.consistency.days import Interval, interval
from dateline.checks.consistency.lengths import Length, held, lengths
from dateline.checks.scene import READ, Scene
from dateline.records import SentenceRow, Time

_IN_POWER = re.compile(
    rf"\b(?:{days.any_of('in_power')}|{days.any_of('posts')})\b[^.;:()]{{0,50}}?\bsince\s(?:early\s|late\s|mid-)?$",
    re.I,
)
_SINCE_OPENS = re.compile(r"(?:^|[,;]\s)since\s$", re.I)
_WHEN_HE_CAME = re.compile(
    rf"^,?\s(?:when|the year)\s[^.;:()]{{0,40}}?\b(?:{days.any_of('came_to_power')})\b"
)
_CAME = re.compile(rf"\b(?:{days.any_of('came_to_power')})\b[^.;:()]{{0,50}}?\b(?:in|on)\s$", re.I)
_IN_OFFICE = re.compile(rf"^\s(?:{days.any_of('of_power')})\b")
_LONG_RULE = re.compile(rf"^(?:-long)?\s(?:[a-z-]+\s){{0,2}}?(?:{days.any_of('ruling')})\b")
_FOR = re.compile(
    rf"\b(?:(?:{days.any_of('in_power')})(?:\s[\w’'-]+){{0,4}}?\sfor|(?:{days.any_of('ruling')})\s(?:of|has\slasted|lasted))\s(?:the\s(?:past|last)\s)?$",
    re.I,
)
_PART = re.compile(
    r"\b(?:first|last|next|final|another|further|second|third|remaining|early|previous|combined|joint)\s$",
    re.I,
)
_NOT_YET = re.compile(
    rf"\b(?:{days.any_of('ahead_of_it')}|together|between them|family|dynasty)\b"
    r"|\b(?:party|father|brother|combined)\b|[’'](?:ll|d)\b",
)
_OVER = re.compile(rf"\b(?:{days.any_of('over')}|after)\b", re.I)
_PERFECT = re.compile(r"\bha(?:s|ve)\s(?:now\s)?(?:ruled|been|governed|led|reigned|held)\b")
#: "President since 1990", "became king in 1999": he may have held power under another title before.
_POST = re.compile(
    rf"\b(?:became|office|{days.any_of('posts')}|again|back|returned|second|once more)\b", re.I
)
_NEAR = 2  # sentences


def tenures(scene: Scene) -> Iterator[counted.Counted]:
    """Every length of somebody's time in power that stands near its only beginning."""
    low, high = scene.written
    if low is None or high is None or scene.articles[0].published_basis == "inferred":
        return
    begun = list(_begun(scene))
    if not begun:
        return
    for sentence in scene.sentences:
        if sentence.role not in READ or sentence.start is None or not sentence.text:
            continue
        for length in lengths(sentence.text):
            if length.unit != "year" or not _is_of_power(sentence.text, length):
                continue
            starts = [one for one in begun if _is_his(scene, sentence, one[1])]
            if len({interval(row) for row, _, _ in starts}) == 1:
                yield from _held(scene, sentence, length, starts[0], Interval(low, high))


def _begun(scene: Scene) -> Iterator[tuple[Time, SentenceRow, bool]]:
    """The dates on which somebody came to power, and whether he is said to be in power still."""
    for row in scene.times:
        sentence = scene.sentence(row)
        if sentence is None or sentence.role not in READ or row.start is None or row.end is None:
            continue
        span, high = interval(row), scene.written[1]
        if (
            span is None
            or high is None
            or span.earliest > high
            or not days.states_year(row)
            or "/" in (row.value or "")
        ):
            continue
        text, offset = sentence.text or "", sentence.start or 0
        before, after = text[: row.start - offset], text[row.end - offset :]
        opens = _SINCE_OPENS.search(before) and _WHEN_HE_CAME.match(after)
        if _IN_POWER.search(before) or opens:
            yield row, sentence, not re.search(r"\bhad\b", before)
        elif _CAME.search(before):
            yield row, sentence, False


def _is_of_power(text: str, length: Length) -> bool:
    before, after = text[: length.start], text[length.end :]
    if _PART.search(before):
        return False
    return bool(
        _IN_OFFICE.match(after)
        or (length.attributive and _LONG_RULE.match(after))
        or (_FOR.search(before) and re.match(r"\s*(?:[,.;:)!?—–]|$|(?:and|with|as|by|in)\b)", after))
    )


def _is_his(scene: Scene, sentence: SentenceRow, there: SentenceRow) -> bool:
    """Whether both sentences speak of one person and of no other, a few sentences apart at most."""
    apart = abs((sentence.position or 0) - (there.position or 0))
    who, here = _persons(scene, there), _persons(scene, sentence)
    if len(who) != 1 or apart > _NEAR:
        return False
    return here == who or (not here and apart == 1 and sentence.paragraph == there.paragraph)


def _persons(scene: Scene, sentence: SentenceRow) -> set[str]:
    """Those named or meant by a pronoun; "the president" is nobody else."""
    return {
        mention.entity_id
        for mention in scene.beside(sentence, "mentions")
        if (entity := scene.get(mention.entity_id)) is not None
        and entity.kind == "person"
        and (entity.name or "")[:1].isupper()
    }


def _held(
    scene: Scene, sentence: SentenceRow, length: Length, start: tuple[Time, SentenceRow, bool], now: Interval
) -> Iterator[counted.Counted]:
    row, there, still = start
    first = interval(row)
    text = sentence.text or ""
    offset = sentence.start or 0
    if first is None or _NOT_YET.search(days.uncapitalised(text)):
        return
    if there is sentence and re.match(
        r"^,?\s(?:now\s)?since\s$", text[length.end : (row.start or 0) - offset]
    ):
        return  # side by side: told by another rule
    other_title = _POST.search((there.text or "")[: (row.start or 0) - (there.start or 0)]) is not None
    result = held(length, first, now)
    if not result.fits:
        if any(_fits_else(length, year, now.latest.year) for year in _years(scene, row)):
            return
        if length.high < result.low and (not still or _is_past(scene, sentence, row)):
            return
    yield counted.Counted(
        length, sentence, row, first, now, length.end, f"in power from {row.text} to publication", row,
        only_agrees=other_title or scene.speaker(row) is not None,
    )  # fmt: skip


def _fits_else(length: Length, year: int, until: int) -> bool:
    """Whether it may be counted from another year that the article tells."""
    return length.low - 1 <= until - year <= length.high + 1


def _years(scene: Scene, row: Time) -> set[int]:
    spans = [interval(other) for other in days.dated(scene) if other is not row]
    mine = interval(row)
    return {day.year for span in spans if span is not None and span != mine for day in span}


def _is_past(scene: Scene, sentence: SentenceRow, row: Time) -> bool:
    """Whether it may tell of a time past, when he had been in power for so long."""
    others = [
        time for time in scene.beside(sentence, "times") if time is not row and interval(time) is not None
    ]
    text = sentence.text or ""
    return bool(others) or _OVER.search(text) is not None or _PERFECT.search(text) is None
