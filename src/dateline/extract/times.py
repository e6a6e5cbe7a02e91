"""Time expressions with their TIMEX3 values, and the days they stand for, for every later extractor.

An expression is one row. A range ("2004 to 2008") is a DATE with the value ``2004/2008``, and each of its
ends that is a date by itself is a row too, as in TIMEX3; :func:`outermost` leaves out rows inside another.
Signals ("since", "by", "until", "from") stay outside. What a relative expression is resolved against depends
on its kind: the last narrated date ("the next day"), the day of publication
("last December", "on Friday"), or an event ("a day after the release"), which the event extractor completes.
What cannot be resolved keeps its row without days. The rules are ``codebook/times.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dateline import codebook
from dateline.extract import scan as scanning
from dateline.extract import times_absolute, times_lengths, times_relative
from dateline.extract.ranges import merge
from dateline.extract.timing import Candidate, Narrative, Reader, View
from dateline.language.document import Doc, Sentence
from dateline.records import Time

_READERS = times_absolute.READERS | times_relative.READERS | times_lengths.READERS

#: A date line and an author note hold dates, although no events are read from them.
_ALSO_READ = ("byline", "note")


class _Rule(NamedTuple):
    matches: re.Pattern[str]
    read: Reader


class _Rules(NamedTuple):
    """``start`` finds a token that can open an expression, ``by_start`` the rules that may, in order."""

    start: re.Pattern[str]
    by_start: dict[str, tuple[re.Pattern[str], tuple[_Rule, ...]]]


@cache
def _rules() -> _Rules:
    chapter = codebook.settings("times")
    by_start: dict[str, list[tuple[str, _Rule]]] = {}
    for rule in chapter["rule"]:
        source = scanning.pattern(rule["pattern"], chapter["macros"])
        read = _Rule(re.compile(source), _READERS[rule["read"]])
        for char in sorted(scanning.starts(source)):
            by_start.setdefault(char, []).append((source, read))
    compiled = {
        char: (re.compile("|".join(f"(?:{source})" for source, _ in rules)), tuple(rule for _, rule in rules))
        for char, rules in by_start.items()
    }
    # Most "the" and "a" stand before a word that is in no rule: those positions need no trying.
    alone = "".join(c for c in sorted(compiled) if any(r.matches.fullmatch(c) for r in compiled[c][1]))
    used = "".join(sorted({c for c in "".join(some.pattern for some, _ in compiled.values()) if c.isalnum()}))
    return _Rules(re.compile(f"[{alone}]|[{''.join(sorted(compiled))}](?=[{used}])"), compiled)


def extract(doc: Doc, published: date | None) -> list[Time]:
    """The article's time expressions in text order.

    Without ``published`` only absolute dates and what hangs on them get days.
    """
    narrative = Narrative(published)
    rows: list[Time] = []
    for sentence in doc.sentences:
        if sentence.words or sentence.role in _ALSO_READ:
            rows += _sentence(sentence, narrative)
    return rows


def _sentence(sentence: Sentence, narrative: Narrative) -> list[Time]:
    scan = scanning.scan(sentence.text)
    narrative.enter(sentence)
    rules = _rules()
    found: list[Candidate] = []
    position = 0
    while start := rules.start.search(scan.codes, position):
        first = start.start()
        some, each = rules.by_start[scan.codes[first]]
        candidate = None
        for rule in each if some.match(scan.codes, first) else ():
            here = rule.matches.match(scan.codes, first)
            if here and (candidate := _read(rule, View(scan, first, here.end(), narrative, found, sentence))):
                break
        if candidate is None:
            position = first + 1
            continue
        found.append(candidate)
        narrative.tell(candidate, scan, in_play=bool(sentence.words))
        position = max(candidate.last, first + 1)
    rows = [c.row(sentence, scan) for c in merge(found, scan, narrative)]
    return _hours_of_days(_told_twice(sorted(rows, key=lambda row: (row.start, row.end)), sentence), sentence)


def _told_twice(rows: list[Time], sentence: Sentence) -> list[Time]:
    """ "*Two weeks later*, on 17 May": the date beside it says which days are meant."""
    for n, (counted, date_) in enumerate(pairwise(rows)):
        if counted.type != "DATE" or counted.anchor != "time" or date_.type != "DATE":
            continue
        beside = sentence.cut(counted.end or 0, date_.start or 0).split() in ([","], [",", "on"], [",", "in"])
        if beside and date_.earliest is not None:
            told = {"value": date_.value, "earliest": date_.earliest, "latest": date_.latest}
            rows[n] = replace(counted, **told, anchor_id=date_.time_id)
    return rows


def _hours_of_days(rows: list[Time], sentence: Sentence) -> list[Time]:
    """ "At *5:40 a.m.* on 6 June 1982", "the *night* of 30 January": the day that follows is the hour's."""
    for n, (hour, day) in enumerate(pairwise(rows)):
        if hour.type != "TIME" or hour.earliest is not None or not (hour.value or "").startswith("T"):
            continue
        whole = day.type == "DATE" and day.earliest is not None and day.earliest == day.latest
        if whole and sentence.cut(hour.end or 0, day.start or 0).strip(" ,") in ("", "on", "of"):
            rows[n] = replace(
                hour,
                value=f"{day.earliest}{hour.value}",
                earliest=day.earliest,
                latest=day.latest,
                anchor="time",
                anchor_id=day.time_id,
            )
    return rows


def _read(rule: _Rule, view: View) -> Candidate | None:
    try:
        return rule.read(view)
    except (ValueError, OverflowError):  # beyond the calendar: "9000 years ago"
        return None


def outermost(times: list[Time]) -> list[Time]:
    """The rows that do not lie inside another: a range without its ends, in text order."""
    kept: list[Time] = []
    reached = -1
    for time in sorted(times, key=lambda row: (row.start or 0, -(row.end or 0))):
        if (time.end or 0) > reached:
            kept.append(time)
            reached = time.end or 0
    return kept
