"""Numbers and what they count, for the event extractor and the checks.

A figure is a number with its bounds ("at least 40", "300-350", "more than two dozen"). Bounds are taken
as the words set them, a strict bound like the other ("more than 24" has ``low`` 24); an open number has the
lowest value it can mean ("dozens": 12, "thousands": 1000); "several" has no bounds. Shares are in percent
("one in five" is 20). Dates, ordinals, ages and numbers in names are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from dateline.extract import scan as scanning
from dateline.extract.casualties import measure_of
from dateline.extract.counted import Counted, counted
from dateline.extract.quantities import Quantity, bounded, quantity_at, unit_after
from dateline.extract.scan import Scan, char_of
from dateline.extract.times import outermost
from dateline.ids import digest
from dateline.language.document import Doc, Sentence
from dateline.records import Figure, Time

_STARTS = (
    "dayno",
    "num",
    "year",
    "digit",
    "one",
    "tens",
    "a",
    "half",
    "plural",
    "vague",
    "couple",
    "symbol",
    "currencymark",
)

#: Where the dates of a sentence start and end, in text order, none inside another.
_Spans = list[tuple[int, int]]


@cache
def _start() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(char_of, _STARTS))}]")


def extract(doc: Doc, times: list[Time]) -> list[Figure]:
    """The article's figures in text order; ``event_id`` is left to the event extractor."""
    dated: dict[str | None, _Spans] = {}
    for time in outermost([time for time in times if time.type != "DURATION"]):
        if time.start is not None and time.end is not None:
            dated.setdefault(time.sentence_id, []).append((time.start, time.end))
    rows: list[Figure] = []
    for sentence in doc.sentences:
        if sentence.words or sentence.role == "note":
            rows += _sentence(sentence, dated.get(sentence.sentence_id, []))
    return rows


def _sentence(sentence: Sentence, dates: _Spans) -> list[Figure]:
    scan = scanning.scan(sentence.text)
    rows: list[Figure] = []
    position = 0
    while start := _start().search(scan.codes, position):
        quantity = quantity_at(scan, start.start())
        if quantity is None:
            position = start.end()
            continue
        position = max(quantity.last, start.end())
        if row := _figure(sentence, scan, quantity, dates):
            rows.append(row)
    return rows


def _figure(sentence: Sentence, scan: Scan, quantity: Quantity, dates: _Spans) -> Figure | None:
    headline = sentence.role in ("headline", "heading")
    if _is_name(scan, quantity, headline) or _is_compound(scan, quantity):
        return None
    quantity = bounded(scan, quantity)
    unit, measure = quantity.unit, quantity.measure
    found = Counted(None, None, None, quantity.last)
    if measure is None:
        unit, measure = unit_after(scan, quantity.last)
    if measure is None or measure == "share":
        found = counted(
            scan,
            sentence,
            quantity.last,
            singular=quantity.low == quantity.high == 1,
            share=measure is not None and not scan.find(quantity.first, quantity.last, "in"),
        )
    if measure is None:
        measure, unit = measure_of(scan, sentence, quantity.first, quantity.last, found)
    elif measure == "money":
        found = counted(scan, sentence, quantity.last, singular=True, purpose=True)
    if measure != "duration" and _is_date(sentence, scan, quantity, dates):
        return None
    if (
        quantity.low == quantity.high == 1
        and scan.at(quantity.last - 1, "one")
        and _is_pronoun(scan, quantity, measure, found)
    ):
        return None
    start, end = scan.starts[quantity.first], scan.ends[quantity.last - 1]
    return Figure(
        figure_id=digest("fig", sentence.sentence_id, start, end),
        sentence_id=sentence.sentence_id,
        start=sentence.start + start,
        end=sentence.start + end,
        text=sentence.text[start:end],
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        unit=unit,
        measure=measure,
        of=found.text,
        event_id=None,
    )


def _is_date(sentence: Sentence, scan: Scan, quantity: Quantity, dates: _Spans) -> bool:
    start, end = sentence.start + scan.starts[quantity.first], sentence.start + scan.ends[quantity.last - 1]
    at = bisect_left(dates, (end, 0))
    return at > 0 and start < dates[at - 1][1]


def _is_name(scan: Scan, quantity: Quantity, headline: bool) -> bool:
    """ "Resolution 1973", "Boeing 747", "Five Eyes", "Group of Seven"."""
    first = quantity.first
    if quantity.measure in ("money", "share"):
        return False
    before = first - 2 if scan.at(first - 1, "dot") and scan.at(first - 2, "label") else first - 1
    digits = scan.words[first][0].isdecimal()
    if scan.at(before, "label") and (digits or scan.capital(before)) and not scan.at(quantity.last, "person"):
        return True
    if scan.at(first - 1, "of") and scan.at(first - 2, "label") and scan.capital(first - 2):
        return True
    if (
        scan.at(first - 1, "and", "comma")
        and scan.at(first - 2, "dayno", "num", "year")
        and scan.at(first - 3, "label")
    ):
        return True
    if digits:
        alone = quantity.last == first + 1 and not scan.at(
            quantity.last, "word", "person", "thing", "eventnoun", "unit", "units", "distance", "unitother",
            "hyphen", "further", "hurtpp", "hurtadj", "hurtdie", "hurtnoun", "was", "of",
        )  # fmt: skip
        return (
            alone
            and first > 1
            and scan.at(first - 1, "name")
            and scan.ends[first - 1] + 1 == scan.starts[first]
        )
    return (
        first > 0
        and not headline
        and scan.capital(first)
        and not scan.at(first - 1, "quote", "colon", "dot", "dash", "punct")
    )


def _is_compound(scan: Scan, quantity: Quantity) -> bool:
    """ "two-state", "six-party", "36-year-old": the number is part of a word; "28-day" is a duration."""
    at = quantity.last
    if scan.at(at, "dayword"):
        return True  # "12 noon"
    if (
        scan.at(at, "hyphen")
        and at + 1 < len(scan.codes)
        and scan.starts[at + 1] == scan.ends[at]
        and scan.starts[at] == scan.ends[at - 1]
    ):
        if scan.at(at + 2, "hyphen") and scan.at(at + 3, "age"):
            return True
        return not scan.at(at + 1, "unit", "units", "distance", "unitother")
    if scan.at(at, "unit", "units") and (
        scan.at(at + 1, "age") or (scan.at(at + 1, "hyphen") and scan.at(at + 2, "age"))
    ):
        return True
    first = quantity.first
    return scan.at(first - 1, "age") or (
        scan.at(first - 1, "hyphen") and first > 1 and scan.ends[first - 1] == scan.starts[first]
    )


def _is_pronoun(scan: Scan, quantity: Quantity, measure: str, found: Counted) -> bool:
    """ "one of the", "the one", "one must": not a count, unless it is what a casualty verb takes."""
    if measure not in ("count", "other"):
        return measure not in ("duration", "share", "distance", "money") and scan.at(
            quantity.first - 1, "the"
        )
    if scan.at(quantity.last, "of") or found.text is None:
        return True
    return scan.at(quantity.first - 1, "the", "this", "that", "every", "poss") or scan.words[
        quantity.first - 1 : quantity.first
    ] in (["no"], ["any"])
