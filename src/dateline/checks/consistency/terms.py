"""Terms, ages, reigns and anniversaries against the years that the article gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.checks.consistency import counted, days
from dateline.checks.consistency.days import Interval, interval
from dateline.checks.consistency.lengths import held, lengths, span_of
from dateline.checks.consistency.spans import spans
from dateline.checks.consistency.tenures import tenures
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.codebook import settings
from dateline.extract import numbers, scan
from dateline.records import SentenceRow, Time

_NAME = r"[A-Z][\w’'-]+"
_PLACE = rf"(?:in\s{_NAME}(?:\s{_NAME})?,?\s)?"
_BORN_AFTER = re.compile(
    r"(?:(?<![\w.,$€£-])aged?\s(?P<aged>\d{2})|(?<![\w.,$€£-])(?P<old>\d{2})-year-old|(?<=[a-z],\s)(?P<bare>\d{2}))"
    rf"(?P<gap>,?[^.;:()\d]{{0,50}}?)\bborn\s{_PLACE}(?:(?:in|on)\s)?$"
)
_BORN_BEFORE = re.compile(
    rf"^(?P<gap>(?:\sin\s{_NAME})?(?:,\s|\sand\snow\s)"
    rf"(?:the\s|now\s|he\sis\s|she\sis\s|{_NAME}(?:\s{_NAME})?,\s)?"
    r"(?:now\s)?)(?:aged?\s)?(?P<age>\d{2})(?:-year-old\b|(?=[,.]|\syears\sold))"
)
_BORN = re.compile(rf"\b[Bb]orn\s{_PLACE}(?:in|on)\s$")
_SOMEBODY_ELSE = re.compile(rf"\b(?:{days.any_of('somebody_else')})\b")
_AT_THE_TIME = re.compile(rf"\b(?:{days.any_of('at_the_time')}|(?!(?:{days.any_of('no_past')})\b)[a-z]+ed)\b")
_AHEAD = re.compile(rf"\b(?:{days.any_of('ahead')})\b")

_ANNIVERSARY = re.compile(
    r"(?<![\w-])(?P<count>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s(?P<word>anniversary)\sof\s"
    r"(?:(?:the|its|his|her|their|a|an)\s)?(?P<what>(?:[^\W\d][\w’'-]*\s){0,5}?)$",
    re.IGNORECASE,
)

_RULES = re.compile(rf"\b(?:{days.any_of('in_power')})(?:\s[\w’'-]+){{0,4}}?\sfor\s(?:the\s)?$")
_ENDED = re.compile(r"^(?:\s[\w’'-]+){0,3}?,?\s(?:until|till|before)\s[^.;:()]{0,60}?\b(?:in|on)\s$")
_CAME = re.compile(rf"\b(?:{days.any_of('came_to_power')})\b[^.;:()]{{0,50}}?\b(?:in|on)\s$", re.IGNORECASE)
_TERM = "Either the length or one of the years is wrong."


def term_against_years(scene: Scene) -> Iterator[Found]:
    """An age, term, tenure or anniversary counted in years against the years told for it.

    A length counts only beside its own dates ("five-year term from 2004 to 2008", "a decade ago, in 1995",
    "in 1999, ten years after the revolution of 1979"); an age beside the same person's birth; a rule that
    ended in one year where the same person, the only one in both sentences, came to power in another; an
    anniversary beside the year of what it recalls. Counting may be out by a year either way, a decade by
    three, "nearly", "about" and "more than" as far as they reach. An age or anniversary that fits any year
    told in its paragraph is left alone, and so is what was cut short or is part of a longer time.
    """
    for one in counted.told(scene):
        if one.length.unit == "year" and (found := counted.judged(scene, one, _TERM)) is not None:
            yield found
    for sentence in scene.sentences:
        if sentence.role in READ and sentence.start is not None and sentence.text:
            yield from _ages(scene, sentence)
            yield from _anniversaries(scene, sentence)
    yield from _reigns(scene)
    of_years = [one for one in spans(scene) if one.length.unit == "year"]
    for one in (*tenures(scene), *of_years):
        if (found := counted.judged(scene, one, _TERM)) is not None:
            yield found


class _Stated(NamedTuple):
    """A number of years and the year it is counted from, at ``[start, end)`` of the sentence."""

    count: int
    row: Time
    start: int
    end: int
    what: str  # the event of that year, for a reader


def _rows(scene: Scene, sentence: SentenceRow) -> Iterator[tuple[Time, int, int]]:
    """The sentence's dates with a year of their own, and where they stand in it."""
    offset = sentence.start or 0
    for row in scene.beside(sentence, "times"):
        if row.start is None or row.end is None or "/" in (row.value or ""):
            continue
        if interval(row) is not None and days.states_year(row):
            yield row, row.start - offset, row.end - offset


def _ages(scene: Scene, sentence: SentenceRow) -> Iterator[Found]:
    """ "Aged 45, was born in 1950"; "born in 1950, the 45-year-old"."""
    text = sentence.text or ""
    for row, start, end in _rows(scene, sentence):
        stated: _Stated | None = None
        if (match := _BORN_AFTER.search(text[:start])) is not None:
            age = int(match["aged"] or match["old"] or match["bare"])
            stated = _Stated(age, row, match.start(), end, "from birth in")
        elif (born := _BORN.search(text[:start])) and (match := _BORN_BEFORE.match(text[end:])):
            stated = _Stated(int(match["age"]), row, born.start(), end + match.end(), "from birth in")
        if match is None or stated is None or _SOMEBODY_ELSE.search(match["gap"]):
            continue
        elsewhere = text[: stated.start] + text[stated.end :]
        found = _since_year(scene, sentence, stated, (1, 0))
        if found is not None and (found.verdict == "agrees" or not _AT_THE_TIME.search(elsewhere)):
            yield found


def _anniversaries(scene: Scene, sentence: SentenceRow) -> Iterator[Found]:
    """ "The 30th anniversary of the 1979 revolution", in a text of another year than 2009."""
    text = sentence.text or ""
    for row, start, end in _rows(scene, sentence):
        if (match := _ANNIVERSARY.search(text[:start])) is None:
            continue
        count = _ordinal(match["count"])
        if count is not None:
            noun = re.match(r"\s[a-z]+(?=[\s,.;)])", text[end:]) if text[:start].endswith("the ") else None
            stated = _Stated(count, row, match.start(), end + (noun.end() if noun else 0), "from")
            found = _since_year(scene, sentence, stated, (0, 0))
            if found is not None and (found.verdict == "agrees" or not _AHEAD.search(text)):
                yield found


def _ordinal(word: str) -> int | None:
    """ "30th", "thirtieth", "twenty-fifth"."""
    if word[0].isdecimal():
        return int(word[:-2])
    if (round_number := settings("checks_time")["tens"].get(word.lower())) is not None:
        return int(round_number)
    tens, _, ones = word.lower().rpartition("-")
    lexicon = scan.lexicon().words
    if ones not in lexicon or scan.name_of(lexicon[ones][0]) != "ordinal":
        return None
    if not tens:
        return int(float(lexicon[ones][1]))
    found = numbers.amount(scan.scan(tens), 0)
    return int(found.value + float(lexicon[ones][1])) if found is not None else None


def _since_year(scene: Scene, sentence: SentenceRow, stated: _Stated, fewer: tuple[int, int]) -> Found | None:
    """A count of years from a year up to publication, or up to any other year that the article tells.

    ``fewer``: by how many years the count may lag behind or run ahead and still be borne out (an age lags
    until the birthday). One year either way is never wrong.
    """
    low, high = scene.written
    span = interval(stated.row)
    if low is None or high is None or span is None or scene.articles[0].published_basis == "inferred":
        return None
    since = span.earliest.year
    least, most = low.year - since, high.year - since
    fits = least - fewer[0] <= stated.count <= most + fewer[1]
    told = {low.year, high.year} | _years(scene)
    if not fits and any(abs(year - since - stated.count) <= 1 for year in told):
        return None
    if not fits and (scene.speaker(stated.row) is not None or low.year != high.year):
        return None
    offset = sentence.start or 0
    return Found(
        table="times",
        row_id=stated.row.time_id,
        start=offset + stated.start,
        end=offset + stated.end,
        verdict="agrees" if fits else "disagrees",
        stated=" ".join((sentence.text or "")[stated.start : stated.end].split()),
        found=f"{span_of(least, most, 'year')} {stated.what} {since} to publication",
        found_low=float(least),
        found_high=float(most),
        source=ARTICLE,
        citation=f"published {days.written(high) if low == high else high.year}",
        note=None if fits else "No other year told in the article fits the count either.",
    )


def _years(scene: Scene) -> set[int]:
    """The years of all that the article dates."""
    spans = [span for row in days.dated(scene) if (span := interval(row)) is not None]
    return {day.year for span in spans for day in span}


def _reigns(scene: Scene) -> Iterator[Found]:
    """ "Ruled for 20 years until he fell in 1979", of one who "came to power in 1969"."""
    began = [(row, sentence) for sentence, row in _dated(scene, _CAME)]
    if not began:
        return
    for sentence in scene.sentences:
        if sentence.role not in READ or not sentence.text:
            continue
        for length in lengths(sentence.text):
            if length.unit != "year" or not _RULES.search(sentence.text[: length.start]):
                continue
            for row, start, end in _rows(scene, sentence):
                if start < length.end or not _ENDED.match(sentence.text[length.end : start]):
                    continue
                who = _only_person(scene, sentence)
                starts = [(time, there) for time, there in began if who and _only_person(scene, there) == who]
                if len(starts) == 1:
                    first, last = interval(starts[0][0]), interval(row)
                    assert first is not None and last is not None
                    one = counted.Counted(
                        length, sentence, row, Interval(*first), last, end,
                        f"power from {starts[0][0].text} to {row.text}", starts[0][0],
                    )  # fmt: skip
                    found = counted.judged(scene, one, _TERM)
                    if found is not None and held(length, first, last).high > 0:
                        yield found


def _dated(scene: Scene, pattern: re.Pattern[str]) -> Iterator[tuple[SentenceRow, Time]]:
    for sentence in scene.sentences:
        if sentence.role not in READ or not sentence.text:
            continue
        for row, start, _ in _rows(scene, sentence):
            if pattern.search(sentence.text[:start]):
                yield sentence, row


def _only_person(scene: Scene, sentence: SentenceRow) -> str | None:
    """The entity that is the only person spoken of in the sentence."""
    persons = {
        mention.entity_id for mention in scene.beside(sentence, "mentions")
        if (entity := scene.get(mention.entity_id)) is not None and entity.kind == "person"
    }  # fmt: skip
    return persons.pop() if len(persons) == 1 else None
