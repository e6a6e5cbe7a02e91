"""Figures whose bounds the text gives in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.checks.consistency.amounts import listed, number, words_of
from dateline.checks.found import ARTICLE, Found
from dateline.checks.scene import READ, Scene
from dateline.extract import scan as scanning
from dateline.extract.numbers import Amount, amount
from dateline.extract.scan import Scan
from dateline.records import Figure, SentenceRow

#: What a range counts right behind it, if not persons.
_UNITS = (
    *("thing", "eventnoun", "unit", "units", "distance", "unitother"),
    *("currency", "percent", "percentword"),
)
_HOURS = 24
_BEFORE = 5  # words before "between" that say what is between
_TOKENS = 4  # words of a noun group behind the number: "300 heavily armed CIA operatives"
_LEAST = 10  # of both bounds of "350-300 troops"; what is less may be a score
#: "At least A and at most B", without a noun between the two.
_LEAST_CUE = re.compile(
    r"\b(?:at (?:the )?least|(?:no|not) (?:fewer|less) than|a minimum of|as (?:few|little) as) $", re.I
)
_MOST_CUE = re.compile(
    r",? (?:and|but|or|to),?"
    r" (?:at (?:the )?(?:very )?most|(?:no|not) more than|a maximum of|as (?:many|much) as) "
)
_APART = re.compile(
    r",? (?:were|was|others?|more)\b"
    r"|(?: [\w-]+)?,? (?:wounded|injured|hurt|missing|arrested|of (?:them|whom|these|those))\b"
)
_GUESS = re.compile(
    r"\b(?:estimates?|tolls?|figures|numbers?|dead|deaths|casualties|fatalities|losses)\b", re.I
)
_RANGE_OF = re.compile(r"\b(?:a|the) range of $", re.I)
_CLOCK = re.compile(r"\s*(?:o['’]clock|[ap]\.?m\b|GMT|noon|°|degrees|years? old)", re.IGNORECASE)


class Pair(NamedTuple):
    """Two numbers as bounds of one."""

    first: Amount
    second: Amount
    begin: int  # the token with which the range begins


def bounds_reversed(scene: Scene) -> Iterator[Found]:
    """A range of which the first bound is the higher one ("between 350 and 300", "350-300 troops").

    "Between A and B" is a range except after nouns of two sides ("the difference between 10 and 5").
    "From A to B" is one only after "range", "estimates", "killed" or "left" and before what is counted:
    after any other verb it tells a change ("fell from 40 to 30"). "A-B" and "A to B" are only where persons
    are counted right behind, both are 10 or more, and no vote, score or odds are told. "At least A and at
    most B" is one where nothing but the two bounds is told. Not looked at: what
    overlaps a date, hours, years, coordinates, numbers after a label, and what may be shortened ("2010-11",
    "120-30 people", "two to three million", where the second number lends its scale to the first).
    """
    for sentence in scene.sentences:
        if sentence.role not in READ or not sentence.text or sentence.start is None:
            continue
        scan = scanning.scan(sentence.text)
        for at in range(len(scan.codes)):
            pair = _bounded(scan, at) or _pair(scan, at)
            if pair is None or not _is_reversed(scan, pair) or _is_dated(scene, sentence, scan, pair):
                continue
            yield _found(scene, sentence, scan, pair)


def _pair(scan: Scan, at: int) -> Pair | None:
    """The range whose first number is token ``at``."""
    first = amount(scan, at)
    if first is None or (
        amount(scan, at - 1) is not None and at > 0 and scan.at(at - 1, "digit", "tens", "num", "dayno")
    ):
        return None
    skipped = 1 if scan.at(first.last, "percent", "percentword", "currency") else 0
    joint = first.last + skipped
    other = joint + 2 if scan.at(joint + 1, "symbol", "currencymark") else joint + 1
    second = amount(scan, other)
    if second is None:
        return None
    word = scan.words[joint]
    lead = scan.words[at - 1] if at else ""
    mark = at - 2 if scan.at(at - 1, "symbol", "currencymark") else at - 1
    opener = scan.words[mark] if mark >= 0 else ""
    pair = Pair(first, second, at)
    if _RANGE_OF.search(scan.text[: scan.starts[at]]) and word == "to" and not skipped:
        return pair if _is_amount(scan, pair) else None
    if opener == "between" and word == "and":
        spoken = set(words_of(scan.text[: scan.starts[mark]])[-_BEFORE:])
        if spoken & listed("pairs", "between") or not _is_amount(scan, pair):
            return None
        return pair._replace(begin=mark)
    if opener == "from" and word == "to":
        before = scan.words[mark - 1] if mark else ""
        told = before in listed("pairs", "ranging") and _counts(scan, second.last)
        told = told or (before in listed("pairs", "estimated") and _is_guess(scan, pair, mark))
        return pair._replace(begin=mark) if told else None
    if skipped or not (scan.at(joint, "hyphen") or word == "to") or opener in ("from", "by", "voted", "vote"):
        return None
    if min(first.value, second.value) < _LEAST or not _counts(scan, second.last):
        return None
    if word == "to" and lead != "some" and not scan.at(at - 1, "approx", "hurting", "hurtpp"):
        return None
    return pair


def _bounded(scan: Scan, at: int) -> Pair | None:
    """The bounds of "at least A and at most B", "no fewer than A but no more than B", said of one thing."""
    first = amount(scan, at)
    lead = _LEAST_CUE.search(scan.text[: scan.starts[at]]) if first else None
    if lead is None or first is None:
        return None
    behind = scan.ends[first.last - 1]
    cue = _MOST_CUE.match(scan.text, behind)
    other = next((i for i in range(first.last, len(scan.codes)) if cue and scan.starts[i] == cue.end()), None)
    second = amount(scan, other) if other is not None else None
    if second is None or _APART.match(scan.text, scan.ends[second.last - 1]):
        return None
    begin = next(i for i in range(at + 1) if scan.starts[i] >= lead.start())
    return Pair(first, second, begin)


def _is_guess(scan: Scan, pair: Pair, mark: int) -> bool:
    """Whether "from A to B" ends what estimates are said to range over, rather than a change or a scale."""
    behind = pair.second.last
    ends = behind >= len(scan.codes) or scan.at(behind, "dot", "comma", "colon", "punct", "close")
    low = min(pair.first.value, pair.second.value)
    return ends and low > _HOURS and _GUESS.search(scan.text[: scan.starts[mark]]) is not None


def _is_amount(scan: Scan, pair: Pair) -> bool:
    """Whether "between A and B" gives an amount: what is counted follows, or both are above any hour."""
    behind = pair.second.last
    if scan.at(pair.second.first - 1, "symbol", "currencymark"):
        return True
    if scan.at(behind, *_UNITS) or _counts(scan, behind):
        return not {"ago", "bc", "bce", "earlier"} & set(scan.words[behind : behind + 2])
    ends = behind >= len(scan.codes) or scan.at(behind, "dot", "comma", "colon", "punct", "close")
    return ends and min(pair.first.value, pair.second.value) > _HOURS


def _counts(scan: Scan, at: int) -> bool:
    """Whether persons are counted, who stand behind the number, and no vote or score does."""
    behind = scan.words[at : at + _TOKENS]
    if set(behind) & listed("pairs", "scores"):
        return False
    for here in range(at, min(at + _TOKENS, len(scan.codes))):
        if scan.at(here, "person", "hurtpp", "hurtadj", "hurtnoun"):
            return True
        if not scan.at(here, "word", "name", "of", "further"):
            return False
    return False


def _is_reversed(scan: Scan, pair: Pair) -> bool:
    first, second = pair.first, pair.second
    if first.value <= second.value:
        return False
    one, other = scan.words[first.first], scan.words[second.first]
    scaled = scan.at(second.last - 1, "scale"), scan.at(first.last - 1, "scale")
    if scaled[0] and not scaled[1] and first.value < 1000:
        return False  # "between 1.5 and 1 million" has no reading; "between 500 and 1 million" has
    if scaled[1] and not scaled[0] and second.value < 1000:
        return False  # "between two million and three"
    if one.isdecimal() and other.isdecimal() and len(other) < len(one) and scan.at(first.last, "hyphen"):
        return int(one[: -len(other)] + other) < int(one)  # "2010-11", "120-30"
    return True


def _is_dated(scene: Scene, sentence: SentenceRow, scan: Scan, pair: Pair) -> bool:
    """Whether the numbers are hours, years, days or part of a name."""
    start, end = scan.starts[pair.first.first], scan.ends[pair.second.last - 1]
    if _CLOCK.match(scan.text[end:]) or scan.at(pair.first.first - 1, "label"):
        return True
    if scan.at(pair.second.last, "ord", "ordinal", "percentword", "month", "MONTH") and pair.first.value < 32:
        return not scan.at(pair.second.last, "percentword")
    if all(1000 < one.value < 2100 and scan.at(one.first, "year") for one in (pair.first, pair.second)):
        return True
    base = sentence.start or 0
    return any(
        time.type != "DURATION"
        and time.start is not None
        and time.end is not None
        and time.start < base + end
        and base + start < time.end
        for time in scene.beside(sentence, "times")
    )


def _found(scene: Scene, sentence: SentenceRow, scan: Scan, pair: Pair) -> Found:
    base = sentence.start or 0
    start, end = base + scan.starts[pair.begin], base + scan.ends[pair.second.last - 1]
    row = _figure(scene, sentence, start, end)
    low, high = pair.second.value, pair.first.value
    speaker = scene.speaker(row) if row else None
    note = "The first bound of the range is above the second"
    return Found(
        "figures" if row else "sentences", row.figure_id if row else sentence.sentence_id, start, end,
        "disagrees", scene.words(start, end), f"{number(low)} to {number(high)}", low, high, ARTICLE,
        scene.quote(sentence), f"{note}, as told by {speaker}." if speaker else f"{note}.",
    )  # fmt: skip


def _figure(scene: Scene, sentence: SentenceRow, start: int, end: int) -> Figure | None:
    """The figure that stands for the range: the last in it, which has the noun."""
    inside = [
        row
        for row in scene.beside(sentence, "figures")
        if row.start is not None and row.end is not None and start <= row.start < end
    ]
    return inside[-1] if inside else None
