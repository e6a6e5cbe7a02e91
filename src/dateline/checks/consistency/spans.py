"""How long something lasted, against the days on which neighbouring sentences have it begin and end.

"The siege began on 5 April 1992. … It lasted 44 months, until 29 February 1996." For `term_against_years`
and `duration_against_dates`. Beginning and end must be told of one and the same thing in one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.checks.consistency import counted, days
from dateline.checks.consistency.days import interval
from dateline.checks.consistency.lengths import Length, lengths
from dateline.checks.scene import READ, Scene
from dateline.records import SentenceRow, Time

_NOUN = re.compile(rf"\b(?:{days.any_of('lasting')})s?\b")
_BEGAN, _ENDED = (
    re.compile(rf"\b(?:{days.any_of(chapter)})\b[^.;:()\d]{{0,40}}?\b(?:in|on)\s(?:early\s|late\s)?$")
    for chapter in ("begins", "ends")
)
_UNTIL = re.compile(
    rf"^,?\s(?:(?:and|before|when)\s)?(?:[a-z]+\s){{0,2}}?(?:until|till|ending|{days.any_of('ends')})\b"
    r"[^.;:()\d]{0,30}?\s$"
)
_LASTED = re.compile(
    r"\b(?:lasted|lasting|went on|dragged on|raged|continued)\s(?:for\s)?(?:a\sfull\s|exactly\s)?$"
)
_AFTER = re.compile(rf"\b(?:{days.any_of('ends')})\b[^.;:()]{{0,50}}?,?\safter\s$")
_CLOSED = re.compile(r"\s*(?:[,.;:)!?—–]|$|(?:until|till|and|before|when|later)\b)")
_AGAIN = re.compile(
    rf"\b(?:{days.any_of('ahead_of_it')}|resumed|again|interrupted|broken off|suspended"
    r"|renewed|second|first|"
    r"last|next|another|previous|each|every|part)\b"
)
_NEAR = 2  # sentences


class _Edge(NamedTuple):
    row: Time
    sentence: SentenceRow
    noun: str | None  # what began or ended, if it is said by name


def spans(scene: Scene) -> Iterator[counted.Counted]:
    """Every length of something whose beginning and end are told beside it."""
    paragraphs: dict[object, list[SentenceRow]] = {}
    for sentence in scene.sentences:
        if sentence.role in READ and sentence.text and sentence.start is not None:
            paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for sentences in paragraphs.values():
        begun = [edge for sentence in sentences for edge in _edges(scene, sentence, _BEGAN)]
        if len(begun) == 1:  # of several things begun, any may be meant
            yield from _lasting(scene, sentences, begun[0])


def _edges(scene: Scene, sentence: SentenceRow, pattern: re.Pattern[str]) -> Iterator[_Edge]:
    text, offset = sentence.text or "", sentence.start or 0
    for row in scene.beside(sentence, "times"):
        if (
            row.start is None
            or interval(row) is None
            or "/" in (row.value or "")
            or not days.states_year(row)
        ):
            continue
        before = text[: row.start - offset]
        if (match := pattern.search(before)) is None:
            continue
        nouns = _NOUN.findall(before[: match.start()])
        yield _Edge(row, sentence, nouns[-1].rstrip("s") if nouns else None)


def _lasting(scene: Scene, sentences: list[SentenceRow], begun: _Edge) -> Iterator[counted.Counted]:
    at = sentences.index(begun.sentence)
    near = sentences[at : at + _NEAR + 1]
    if begun.noun is None or any(_other_thing(sentence, begun.noun) for sentence in near):
        near = []
    ended = [
        edge for sentence in near for edge in _edges(scene, sentence, _ENDED) if edge.row is not begun.row
    ]
    for sentence in near:
        text = sentence.text or ""
        for length in lengths(text):
            lasted = _LASTED.search(text[: length.start]) is not None and _CLOSED.match(text, length.end)
            after = _AFTER.search(text[: length.start]) is not None and _CLOSED.match(text, length.end)
            if length.attributive or not (lasted or after) or _AGAIN.search(days.uncapitalised(text)):
                continue
            until = [*_until(scene, sentence, length), *ended]
            if len({interval(edge.row) for edge in until}) == 1:
                yield from _between(length, sentence, begun.row, until[0].row)


def _other_thing(sentence: SentenceRow, noun: str) -> bool:
    """Whether anything else that lasts is told of, or somebody who may be "it"."""
    others = {word.rstrip("s") for word in _NOUN.findall(sentence.text or "")} - {noun}
    return bool(others)


def _until(scene: Scene, sentence: SentenceRow, length: Length) -> Iterator[_Edge]:
    text, offset = sentence.text or "", sentence.start or 0
    for row in scene.beside(sentence, "times"):
        start = (row.start or 0) - offset
        if interval(row) is None or start < length.end or not days.states_year(row):
            continue
        if _UNTIL.match(text[length.end : start]) and "/" not in (row.value or ""):
            yield _Edge(row, sentence, None)


def _between(length: Length, sentence: SentenceRow, first: Time, last: Time) -> Iterator[counted.Counted]:
    one, two = interval(first), interval(last)
    if one is None or two is None or one.earliest > two.latest:
        return
    inside = last.sentence_id == sentence.sentence_id
    end = max(length.end, (last.end or 0) - (sentence.start or 0)) if inside else length.end
    yield counted.Counted(
        length, sentence, last, one, two, end, f"{first.text} to {last.text}", first, both=True
    )
