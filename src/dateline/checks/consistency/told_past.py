"""Dates after the publication that a verb in the past tells as done, whether or not an event was read there.

For `published_before_narrated`. The sentence is read once more for its clauses: a date in front of it is that
of its main verb; one behind a verb is the verb's own unless a promise, a plan or a noun such as "election"
may take it. "Has been … since" a day to come is as impossible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from dateline.article import Article, Block, Section
from dateline.checks.consistency import days
from dateline.checks.consistency.days import interval
from dateline.checks.scene import READ, Scene
from dateline.codebook import settings
from dateline.language import read
from dateline.language.document import Clause, Sentence, Word
from dateline.records import SentenceRow, Time

_AHEAD = re.compile(rf"\b(?:{days.any_of('ahead_of_it')})\b|[’'](?:ll|d)\b")
_FRONT = re.compile(
    r"^[“\"]?(?:(?:then|later|finally|again|but|and|so|yet|meanwhile|only|early|late),?\s)*(?:on|in)\s(?:the\s)?$",
    re.I,
)
_BEHIND = re.compile(r"\s(?P<how>on|in|since)\s(?:the\s)?$")
#: "The government was to meet", "were supposed to": what was to be need not have been.
_TO_BE = re.compile(
    r"\s*(?:(?:still|also|then|only|now|officially|originally)\s)?(?:to|due|about|likely|set|meant|certain|sure|bound|ready|going)\b"
)
_NO_YEAR = re.compile(
    rf"(?:\d{{1,2}}(?:{days.ORDINAL})?\s(?:{days.MONTH})|(?:{days.MONTH})\s\d{{1,2}}(?:{days.ORDINAL})?)"
)
_ANOTHER_YEAR = re.compile(r"\b(?:last|previous|earlier|ago|year|same|that)\b|\bhad\b", re.I)
_NEXT_DAY = timedelta(days=1)  # it may be tomorrow already where it happened
_FOLLOWING = timedelta(days=100)  # how far a day without a year may lie behind the one told before it


class Done(NamedTuple):
    """A date told with a verb in the past, though it lies ahead."""

    time: Time
    verb: str


def done(scene: Scene) -> Iterator[Done]:
    """Every such date, in text order."""
    high = scene.written[1]
    if high is None:
        return
    for row in scene.times:
        sentence = scene.sentence(row)
        if sentence is None or sentence.role not in READ or row.type != "DATE" or "/" in (row.value or ""):
            continue
        if row.start is None or row.end is None or len(row.value or "") < len("2000-01"):
            continue
        if _lies_ahead(scene, sentence, row) and (verb := _told_by(sentence, row)) is not None:
            yield Done(row, verb)


def _lies_ahead(scene: Scene, sentence: SentenceRow, row: Time) -> bool:
    high, span = scene.written[1], interval(row)
    assert high is not None
    if span is None:
        return False
    if days.states_year(row):
        return span.earliest > high + _NEXT_DAY
    return _NO_YEAR.fullmatch(row.text or "") is not None and _follows(scene, sentence, row)


def _follows(scene: Scene, sentence: SentenceRow, row: Time) -> bool:
    """Whether a day without a year is of the year told right before it, and lies ahead in that year.

    "On 3 November 2010 the army attacked. On 28 December the two sides met", published in between.
    """
    high, span = scene.written[1], interval(row)
    before = days.dated_before(scene, row.start or 0)
    if not before or span is None or high is None or _ANOTHER_YEAR.search(sentence.text or ""):
        return False
    base, there = interval(before[-1]), scene.sentence(before[-1])
    if there is None or base is None or there.paragraph != sentence.paragraph or there is sentence:
        return False
    if (sentence.position or 0) - (there.position or 0) > 1 or not days.states_year(before[-1]):
        return False
    if (base.latest - base.earliest).days or span.earliest.year > base.latest.year or base.latest > high:
        return False
    try:
        day = span.earliest.replace(year=base.latest.year)
    except ValueError:
        return False
    return high + _NEXT_DAY < day and timedelta(0) < day - base.latest <= _FOLLOWING


def _told_by(sentence: SentenceRow, row: Time) -> str | None:
    """The verb in the past that the date belongs to."""
    text = sentence.text or ""
    start = (row.start or 0) - (sentence.start or 0)
    before = text[:start]
    if (before.count("“") > before.count("”")) or before.count('"') % 2:
        return None
    reading = _read(text)
    if reading is None:
        return None
    at = next((word.i for word in reading.words if word.start >= start), None)
    if at is None:
        return None
    if _FRONT.match(before):
        return _in_front(reading, text, at, (row.end or 0) - (sentence.start or 0))
    how = _BEHIND.search(before)
    if how is None or _AHEAD.search(days.uncapitalised(text)):
        return None
    return _behind(reading, text, at, how["how"])


def _read(text: str) -> Sentence | None:
    whole = len(text)
    article = Article(text=text, blocks=(Block(0, whole, "body", 1, 0),), sections=(Section(None, 0, whole),))
    return max(read(article).sentences, key=lambda sentence: len(sentence.words), default=None)


def _in_front(reading: Sentence, text: str, at: int, stop: int) -> str | None:
    """ "On 19 January 2011 the two sides met": the main verb, if it is the first finite one."""
    finite = [c for c in reading.clauses if c.form == "finite" and c.verb > at and c.relation != "relative"]
    first = min(finite, key=lambda clause: clause.verb, default=None)
    if first is None or first.relation != "root" or not _is_told_past(reading, first):
        return None
    ahead = reading.words[first.verb_last].end
    if re.match(r"\s(?:and|or|to)\s|\s?[–-]\s?\d", text[stop:]) or _AHEAD.search(
        days.uncapitalised(text[:ahead])
    ):
        return None
    if (first.lemma == "be" and _TO_BE.match(text[ahead:])) or _AHEAD.search(
        " ".join(text[ahead:].split()[:4])
    ):
        return None
    if (first.passive and _AHEAD.search(text[ahead:])) or _is_reduced(reading, first):
        return None
    return _words(reading, text, first)


def _behind(reading: Sentence, text: str, at: int, how: str) -> str | None:
    """ "The envoy arrived in Abidjan on 23 January 2011": the last verb before, if the date is its own."""
    owner = max((c for c in reading.clauses if c.verb < at), key=lambda clause: clause.verb, default=None)
    if owner is None or owner.form != "finite" or owner.relation not in ("root", "conjunct", "coordinate"):
        return None
    between = reading.words[owner.verb_last + 1 : at]
    if how == "since":
        is_perfect = owner.perfect and owner.tense == "present" and not owner.negated
        return _words(reading, text, owner) if is_perfect else None
    if not _is_told_past(reading, owner) or (owner.lemma in _looking_ahead() and not _is_done(owner)):
        return None
    if any(map(_takes_it, between)):
        return None
    return _words(reading, text, owner)


def _is_told_past(reading: Sentence, clause: Clause) -> bool:
    if clause.modal or clause.negated or clause.progressive:
        return False
    if clause.tense == "present":
        return clause.perfect
    head = reading.words[clause.verb]
    auxiliary = reading.words[clause.verb_first].lower in ("was", "were", "had", "did")
    return clause.tense == "past" and (auxiliary or days.is_past(head.lower))


def _is_reduced(reading: Sentence, clause: Clause) -> bool:
    """ "Troops stationed in Kosovo leave": a participle, and the verb in the present is still to come."""
    if clause.passive or clause.object is not None or clause.verb_last != clause.verb_first:
        return False
    rest = reading.words[clause.verb + 1 :]
    if not rest or rest[0].tag != "IN":
        return False
    return any(
        (word.tag in ("VB", "VBP", "VBZ") and prior.lower != "to")
        or (word.tag == "NN" and prior.tag == "NNP" and _is_bare_verb(word.lower))
        for prior, word in pairwise(rest)
    )


def _is_bare_verb(word: str) -> bool:
    import lemminflect

    return word in lemminflect.getLemma(word, "VERB", lemmatize_oov=False)


def _is_done(clause: Clause) -> bool:
    """ "Was appointed", "was signed into law": passives tell of the day on which it was done."""
    return clause.passive and clause.lemma in (
        "elect",
        "appoint",
        "name",
        "adopt",
        "pass",
        "approve",
        "award",
    )


def _takes_it(word: Word) -> bool:
    """Whether a word between the verb and the date may have the date for its own."""
    return (
        word.lower in settings("checks_time")["held_ahead"]
        or word.lower in ("to", "that", "which", "who", "as", "until", "till", "by-election", "from", "than")
        or word.text in (",", ";", ":", "—", "–", "(")
        or word.lower.endswith(("ing", "tion", "ment"))
    )


def is_held_ahead(text: str) -> bool:
    """ "Boycotted the vote on": the date that follows is the vote's."""
    words = text.lower().split()[:-1]
    return bool(words) and words[-1] in settings("checks_time")["held_ahead"]


def _looking_ahead() -> list[str]:
    return settings("checks_time")["looking_ahead"]


def _words(reading: Sentence, text: str, clause: Clause) -> str:
    first, last = reading.words[clause.verb_first], reading.words[clause.verb_last]
    return " ".join(text[first.start : last.end].split())
