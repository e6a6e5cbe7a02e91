"""Whether a sentence has a person act in an office, as the article appears or on a day that it states.

For the rules over offices. A title outlasts the office: it is kept as a courtesy, given in retrospect, used
in any story of the past. What is left is read narrowly: the office described in full, and words that can only
mean the office of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from dateline.checks.record import persons
from dateline.checks.record.told_offices import Told
from dateline.checks.reference import Holding, Span
from dateline.checks.scene import Scene
from dateline.checks.words import any_spaced
from dateline.codebook import settings
from dateline.records import Mention, SentenceRow, Statement, Time

NEWS = timedelta(days=60)  # what is dated no longer ago is told as news
_FRESH = timedelta(days=3 * 365)  # a slip takes who held the office lately; who held it long ago is history
_MONTH = timedelta(days=31)
_RISE = timedelta(days=900)  # before an office many have another: a minister becomes the head of government
_PARAGRAPHS = 2  # before the person's own: how far back a past date sets the time of the story
_WORDS = settings("checks_offices")


def _any_of(key: str) -> str:
    return any_spaced(_WORDS[key])


_RETROSPECT = re.compile(rf"\b(?:{_any_of('retrospect')})\b", re.I)
_END = re.compile(rf"\b(?:{_any_of('end')})\b", re.I)
_NOT_HIS_NOW = re.compile(rf"\b(?:{_any_of('no_longer')})\b[\s\w’'.-]{{0,60}}$", re.I)
_PERFECT = re.compile(r"\b(?:had|has\s+previously|once|later|earlier)\b(?:\s+\w+ly)?\s*$", re.I)
_PRESENT = re.compile(
    r"[\s,]*(?:(?:on|this|next|last)\s+\w+\s+)?(?:has|will|is\s+(?:expected|due|set|scheduled|to)|plans|says)\b",
    re.I,
)
_PASSIVE = re.compile(r"[\s,]*(?:has|will)\s+(?:be|been|become|always|long)\b", re.I)
_AS = re.compile(rf"\bas\s+(?:\w+\s+){{0,3}}?(?:{_any_of('posts')})\b", re.I)
_DEED = re.compile(rf"[\s,]+(?:(?:then|also|personally|secretly|formally)\s+)?(?:{_any_of('deeds')})\b", re.I)
_DEED_OF_STATE = re.compile(rf"[\s,]+(?:{_any_of('deeds_of_state')})\b", re.I)
_WHEN = re.compile(
    r"(?:^|[\s,(—–])(?:in|on|during|(?:early|late|mid)(?:[\s-]+in)?)\s+(?:early\s+|late\s+|mid-?\s*)?$", re.I
)
_POINTING = re.compile(r"(?:that|the\s+same)\s", re.I)


def acts_now(scene: Scene, case: Told, his: list[Holding]) -> bool:
    """Whether he speaks or is about to act in the office as the article appears, who held it before."""
    day, sentence = scene.published, scene.sentence(case.mention)
    if day is None or sentence is None or not _in_full(case) or case.then:
        return False
    if _looks_back(scene, sentence) or _is_gone(scene, case):
        return False
    if _is_told_of_the_past(scene, case, sentence, his):
        return False
    if _will_act(scene, case) or _does_news(scene, case, sentence):
        return True
    if not any(
        _is_his(said, case) and _is_new(scene, said) for said in scene.beside(case.mention, "statements")
    ):
        return False
    ends = [row.end[1] for row in his if row.end is not None]
    recent = bool(ends) and max(ends) >= day - _FRESH
    return recent or _is_dated_as_news(scene, sentence) or _is_present(scene, case)


def _looks_back(scene: Scene, sentence: SentenceRow) -> bool:
    words = scene.text[sentence.start : sentence.end]
    return _RETROSPECT.search(words) is not None or _AS.search(words) is not None


def is_at_his_end(scene: Scene, case: Told) -> bool:
    """Whether the sentence is of his death, for which a title is kept."""
    sentence = scene.sentence(case.mention)
    return sentence is not None and _END.search(scene.text[sentence.start : sentence.end]) is not None


def acted_on(scene: Scene, case: Told) -> Span | None:
    """The past day on which the sentence has him act in the office, where that is all that it dates."""
    sentence = scene.sentence(case.mention)
    if sentence is None or case.mention.end is None or len(persons.words(case.mention.text or "")) < 2:
        return None
    times = [time for time in scene.beside(case.mention, "times") if time.type == "DATE"]
    if len(times) != 1 or _looks_back(scene, sentence):
        return None
    time = times[0]
    if time.earliest is None or time.latest is None or not _is_adverbial(scene, time, sentence):
        return None
    if _is_inside_a_quotation(scene, case):
        return None
    behind = scene.text[case.mention.end : case.mention.end + 60]
    return (time.earliest, time.latest) if _DEED.match(behind) else None


def may_be_of_another(scene: Scene, case: Told, day: Span, his: list[Holding]) -> bool:
    """Whether the deed of a day when he was not in office may be his, and the title of another time.

    One in office today is told by the title in any story of his life; only a deed of state, of a month or a
    day long before he rose, is then no such story. One out of office keeps the title of a head of state.
    """
    first = min(row.start[0] for row in his)
    if first <= day[1]:
        return not _in_full(case) or case.office.office.startswith("President")
    published = scene.written[1] or scene.written[0]
    if published is not None and not any(row.end is None or row.end[0] >= published for row in his):
        return False
    end = case.mention.end or 0
    state = _DEED_OF_STATE.match(scene.text[end : end + 60]) is not None
    return not (state and day[1] - day[0] <= _MONTH and first > day[1] + _RISE)


def is_elsewhere(case: Told, day: Span, holders: Iterable[Holding]) -> bool:
    """Whether the record has that name in another office on the day: the deed may be of that one."""
    name = case.mention.text or ""
    return any(
        row.office_id != case.office.office_id
        and row.start[0] <= day[1]
        and (row.end is None or day[0] <= row.end[1])
        and persons.compare(name, row) == "same"
        for row in holders
    )


def _in_full(case: Told) -> bool:
    """Whether the words describe an office rather than being a form of address ("President Carter")."""
    name = persons.words(case.mention.text or "")
    return len(name) > 1 and (case.described or case.many_words)


def _is_his(said: Statement, case: Told) -> bool:
    return said.source_id == case.entity.entity_id


def _is_new(scene: Scene, said: Statement) -> bool:
    """Whether the words that introduce it tell of it as new, rather than of what was said before."""
    if said.cue_start is None:
        return False
    return not _PERFECT.search(scene.text[max(0, said.cue_start - 30) : said.cue_start])


def _is_present(scene: Scene, case: Told) -> bool:
    end = case.mention.end
    return end is not None and _PRESENT.match(scene.text[end : end + 60]) is not None


def _will_act(scene: Scene, case: Told) -> bool:
    return any(
        event.source_id == case.entity.entity_id and event.status == "planned"
        for event in scene.beside(case.mention, "events")
    ) and _is_present(scene, case)


def _does_news(scene: Scene, case: Told, sentence: SentenceRow) -> bool:
    """Whether a deed of his, or what he is about to do, is dated of these days."""
    end = case.mention.end or 0
    behind = scene.text[end : end + 60]
    does = _DEED.match(behind) or (_PRESENT.match(behind) and not _PASSIVE.match(behind))
    return bool(does) and _is_dated_as_news(scene, sentence)


def _is_dated_as_news(scene: Scene, sentence: SentenceRow) -> bool:
    days = list(_days(scene, sentence))
    return bool(days) and not any(_is_old(scene, span) for span in days)


def _is_old(scene: Scene, span: Span) -> bool:
    return scene.published is not None and span[0] < scene.published - NEWS


def _days(scene: Scene, row: SentenceRow) -> Iterator[Span]:
    for time in scene.beside(row, "times"):
        if time.type in ("DATE", "TIME") and time.earliest is not None and time.latest is not None:
            yield time.earliest, time.latest


def _is_told_of_the_past(scene: Scene, case: Told, sentence: SentenceRow, his: list[Holding]) -> bool:
    """Whether it is a story of his time: a day of it in the paragraph, or as the last day told before."""
    if any(_is_old(scene, day) for day in _days(scene, sentence)) or _is_inside_a_quotation(scene, case):
        return True
    if any(
        event.source_id == case.entity.entity_id
        and event.date_basis in ("stated", "resolved")
        and event.date_start is not None
        and _is_old(scene, (event.date_start, event.date_start))
        for event in scene.events
    ):
        return True
    beside = (row for row in scene.sentences if row.paragraph == sentence.paragraph)
    if any(_is_of_his_term(scene, day, his) for row in beside for day in _days(scene, row)):
        return True
    for row in _before(scene, sentence):
        if days := list(_days(scene, row)):
            return any(_is_of_his_term(scene, day, his) for day in days)
    return False


def _is_of_his_term(scene: Scene, day: Span, his: list[Holding]) -> bool:
    return _is_old(scene, day) and any(
        row.start[0] <= day[1] and (row.end is None or day[0] <= row.end[1]) for row in his
    )


def _before(scene: Scene, sentence: SentenceRow) -> Iterator[SentenceRow]:
    """The sentences before, of this paragraph and of those right before it, the nearest first."""
    rows = scene.sentences
    place = next(i for i, row in enumerate(rows) if row.sentence_id == sentence.sentence_id)
    for row in reversed(rows[:place]):
        if row.paragraph is None or sentence.paragraph is None:
            return
        if sentence.paragraph - row.paragraph > _PARAGRAPHS:
            return
        yield row


def _is_gone(scene: Scene, case: Told) -> bool:
    """Whether the article says anywhere that he is out of office, or dead."""
    return any(
        _NOT_HIS_NOW.search(scene.text[max(0, mention.start - 80) : mention.start])
        for mention in _mentions(scene, case)
        if mention.start is not None
    )


def _mentions(scene: Scene, case: Told) -> list[Mention]:
    return [row for row in scene.mentions if row.entity_id == case.entity.entity_id]


def _is_inside_a_quotation(scene: Scene, case: Told) -> bool:
    """Whether somebody else says it."""
    start, end = case.mention.start, case.mention.end
    return any(
        said.content_start is not None
        and said.content_end is not None
        and said.content_start <= (start or 0)
        and (end or 0) <= said.content_end
        for said in scene.beside(case.mention, "statements")
    )


def _is_adverbial(scene: Scene, time: Time, sentence: SentenceRow) -> bool:
    """Whether a time dates the sentence ("in June 2000") rather than a noun ("the treaty of 1972")."""
    if time.start is None or sentence.start is None:
        return False
    if _POINTING.match(scene.text[time.start : time.start + 12]):
        return True
    lead = scene.text[sentence.start : time.start]
    return bool(_WHEN.search(lead)) or (
        not lead.strip() and bool(re.match(r"(?:in|on)\s", time.text or "", re.I))
    )
