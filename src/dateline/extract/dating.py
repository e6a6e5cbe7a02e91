"""When an event happened: its own date, one counted from another, or the narrative around it.

In this order: a date in the event's own phrase or clause (``stated``; ``resolved`` where the
expression itself was relative, or the day is counted from another event's), the date of the clause
it is joined to, and last, for a simple past, the date told before it in the same paragraph
(``context``: not before that date, and not after the next one the article tells). Never a guess
from the publication date.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.extract import calendar, numbers, scan
from dateline.extract.matching import Match, teller
from dateline.extract.roles import bearer, chain
from dateline.extract.scopes import Scopes
from dateline.extract.times import outermost
from dateline.language.document import Clause, Doc, NounGroup, Prep, Sentence
from dateline.records import Time

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_AFTER = frozenset({"after", "following", "since"})
_BEFORE = frozenset({"before", "ahead"})
_UNTIL = frozenset({"by", "until", "till", "before"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A day interval, how precise it is, and where it comes from."""

    start: date
    end: date
    precision: str  # day, month, year, range
    basis: str  # stated, resolved, context
    time_id: str | None = None


class Calendar:
    """The article's dates, and the date of each event told so far."""

    def __init__(self, doc: Doc, times: list[Time], published: date | None) -> None:
        self.published = published
        self.times: dict[str, list[Time]] = {}
        for time in outermost(times):
            self.times.setdefault(time.sentence_id or "", []).append(time)
        told = [t for t in times if t.earliest is not None and t.earliest == t.latest and t.type == "DATE"]
        self.told = [(t.start or 0, t.earliest) for t in told if t.earliest is not None]
        self.narrated: tuple[int, date] | None = None  # paragraph, the last day told in it
        self.by_type: dict[str, Dated] = {}
        self.by_clause: dict[int, Dated] = {}
        self.days: dict[str, date] = {}  # noun -> the day it was last given ("the clash *on 15 June*")
        self.anchors: dict[str, Match] = {}  # time_id -> the event that the expression counts from
        self.here: dict[int, list[Time]] = {}  # the sentence's times by the clause nearest to them

    def date(self, match: Match, status: str) -> Dated | None:
        """The event's date, None where the text does not give one; to be asked in text order."""
        found = self._own(match) or self._from_anchor(match) or self._from_noun(match) or self._heading(match)
        if found is None and not self._is_bounded(match):
            if status in ("actual", "ongoing", "denied"):
                found = self._joined(match)
            if found is None and status in ("actual", "ongoing"):
                found = self._context(match)
        if found is not None:
            if match.clause is not None:
                self.by_clause.setdefault(id(match.clause), found)
            if status == "actual":
                self.by_type[match.event_type] = found
        return found

    # -- the event's own date ------------------------------------------------------------------

    def _own(self, match: Match) -> Dated | None:
        return self._first(match, self._candidates(match))

    def _first(self, match: Match, times: Iterable[Time]) -> Dated | None:
        """The first of the times that dates the event."""
        for time in times:
            if time.earliest is None or time.latest is None or time.anchor == "event":
                continue
            if time.type not in ("DATE", "TIME") or time.value in ("PRESENT_REF", "FUTURE_REF"):
                continue
            if (dated := self._by_signal(match, time)) is not None:
                return dated
        return None

    def _heading(self, match: Match) -> Dated | None:
        """ "*On 6 May 1998*, when soldiers fired", "*In 1990* it was freed, and Chad protested".

        A day that opens the sentence is also that of what is joined to its first verb; one right
        before "when" is that of the clause behind it.
        """
        clause, at = match.clause, match.sentence.words[match.first].start
        if (
            clause is None
            or (match.is_noun and not match.light)
            or clause.perfect
            or clause.modal is not None
        ):
            return None
        if clause.marker == "when" and clause.marker_at is not None:
            at = match.sentence.words[clause.marker_at].start
            times = self.times.get(match.sentence.sentence_id, ())
            return self._first(match, [t for t in times if 0 <= at - (t.end or 0) <= 2])
        while clause.relation == "conj" and clause.parent is not None:
            clause = clause.parent
            opening = match.sentence.words[clause.verb].start
            times = [t for t in self.here.get(id(clause), ()) if _start(t) < opening]
            if found := self._first(match, times):
                return found
        return None

    def _is_bounded(self, match: Match) -> bool:
        """ "*By May 1992* Iraq had …": when it was over is told, which is not when others happened."""
        own = self.here.get(id(teller(match)), ())
        return any(time.latest is not None and _word_before(match, time) in _UNTIL for time in own)

    def _candidates(self, match: Match) -> list[Time]:
        """The times in the event's own phrase, and those in its clause, in text order."""
        found = [t for group in (match.group, match.instrument) if group for t in self._in(match, group)]
        for clause in (teller(match), *match.results):
            if clause is not None:
                found += self.here.get(id(clause), [])
        return sorted({id(t): t for t in found}.values(), key=lambda t: t.start or 0)

    def _in(self, match: Match, group: NounGroup) -> list[Time]:
        """The times in the group's own phrase ("the attack *on 17 March*", "*last week's* raid")."""
        words = match.sentence.words
        spans = [(group.first, group.last), *((p.group.first, p.group.last) for p in chain(group))]
        times = self.times.get(match.sentence.sentence_id, [])
        found: list[Time] = []
        for first, last in spans:
            at = bisect_left(times, words[first].start, key=_start)
            found += times[at : bisect_left(times, words[last].end, key=_start)]
        return found

    def _by_signal(self, match: Match, time: Time) -> Dated | None:
        assert time.earliest is not None and time.latest is not None
        signal = _word_before(match, time)
        basis = "stated" if time.anchor == "none" else "resolved"
        if signal == "since":
            end = self.published or time.latest
            return Dated(time.earliest, max(end, time.latest), "range", basis, time.time_id)
        if signal in _UNTIL:
            before = self.by_type.get(match.event_type)
            if before is None and signal == "by" and match.clause is not None:
                return self._by_then(match, match.clause, time)
            if before is None or before.start > time.latest:
                return None
            return Dated(before.start, time.latest, "range", "resolved", time.time_id)
        if signal == "after":
            return None
        return Dated(time.earliest, time.latest, precision(time.earliest, time.latest), basis, time.time_id)

    def _by_then(self, match: Match, clause: Clause, time: Time) -> Dated | None:
        """ "*By 30 January* ships were circling": between the day told last and that one."""
        assert time.latest is not None
        if self.narrated is None or self.narrated[0] != match.sentence.paragraph or clause.tense != "past":
            return None
        start = self.narrated[1]
        return Dated(start, time.latest, "range", "resolved", time.time_id) if start < time.latest else None

    # -- counted from another date -------------------------------------------------------------

    def _from_anchor(self, match: Match) -> Dated | None:
        """ "17 March, a day after *the release*"; "three months before *the withdrawal* is due"."""
        for time in self.times.get(match.sentence.sentence_id, ()):
            if time.anchor != "event" or not _anchored_on(match, time):
                continue
            self.anchors.setdefault(time.time_id or "", match)
            distance = _distance(time.text or "")
            if distance is None:
                continue
            count, unit, direction = distance
            reference = time.earliest or (self.published if _is_present(match, time) else None)
            if reference is None:
                continue
            day = calendar.shift(reference, -count * direction, unit)
            if time.earliest is not None and unit == "D":
                return Dated(day, day, "day", "resolved", time.time_id)
            span = calendar.unit_of(day, calendar.coarser(unit) if unit == "Y" else unit)
            return Dated(
                span.earliest, span.latest, precision(span.earliest, span.latest), "resolved", time.time_id
            )
        return None

    def _from_noun(self, match: Match) -> Dated | None:
        """ "*Three days after the clash* …", where the day of the clash was told before."""
        for time in self._candidates(match):
            distance = (
                _distance(time.text or "") if time.anchor == "event" and time.earliest is None else None
            )
            noun = next((w for w in match.sentence.words if w.end == time.end), None)
            told = self.days.get(noun.lemma) if noun is not None else None
            if distance is None or told is None:
                continue
            count, unit, direction = distance
            day = calendar.shift(told, count * direction, unit)
            if unit == "D":
                return Dated(day, day, "day", "resolved", time.time_id)
            span = calendar.unit_of(day, unit)
            return Dated(
                span.earliest, span.latest, precision(span.earliest, span.latest), "resolved", time.time_id
            )
        return None

    # -- the narrative -------------------------------------------------------------------------

    def _joined(self, match: Match) -> Dated | None:
        clause, climbs = match.clause, False
        while clause is not None:
            climbs = climbs or _is_backdrop(clause)
            if clause.relation not in ("conj", "ing") and not climbs:
                return None
            clause = clause.parent
            found = self.by_clause.get(id(clause))
            if found is not None:
                return Dated(found.start, found.end, found.precision, "context", found.time_id)
        return None

    def _context(self, match: Match) -> Dated | None:
        clause, sentence = match.clause, match.sentence
        if clause is None or self.narrated is None or self.narrated[0] != sentence.paragraph:
            return None
        if not _is_narrated(clause) or (match.is_noun and not match.light):
            return None
        start = self.narrated[1]
        after = bisect_right(self.told, sentence.words[match.first].start, key=_place_of)
        end = next((day for _, day in self.told[after:] if day > start), self.published)
        if end is None or end < start:
            return None
        return Dated(start, end, precision(start, end), "context")

    def enter(self, sentence: Sentence, matches: list[Match]) -> None:
        """To be called before a sentence's events are dated."""
        if self.narrated is not None and self.narrated[0] != sentence.paragraph:
            self.narrated = None
        self.here = {}
        nouns = [m for m in matches if m.is_noun and not m.light and m.group is not None]
        own = {id(t) for m in nouns if m.group is not None for t in self._in(m, m.group)}
        scopes = matches[0].scopes
        joined = [c for c in reversed(sentence.clauses) if c.relation == "conj" and c.subject is not None]
        opened = {sentence.words[c.subject.first].start: c for c in joined if c.subject is not None}
        for time in self.times.get(sentence.sentence_id, ()):
            if id(time) not in own:
                # "…, and by 30 January ships were circling": it belongs to what follows
                near = opened.get((time.end or 0) + 1) if _is_after_and(sentence, scopes, time) else None
                near = near or scopes.nearest(time.start or 0)
                self.here.setdefault(id(near), []).append(time)

    def leave(self, sentence: Sentence) -> None:
        """To be called after a sentence: its last day is where the narrative stands."""
        exact = [t for t in self.times.get(sentence.sentence_id, ()) if t.earliest and t.earliest == t.latest]
        if not exact:
            return
        self.narrated = (sentence.paragraph, exact[-1].earliest or date.min)
        for group in sentence.groups:
            day = next((t.earliest for p in group.preps for t in exact if _covers(sentence, p, t)), None)
            if day is None:
                continue
            # "the clash in the valley on 15 June": the day is also that of what the place is of
            for noun in (group, bearer(sentence, group)):
                if noun is not None:
                    self.days[sentence.words[noun.head].lemma] = day


def _covers(sentence: Sentence, phrase: Prep, time: Time) -> bool:
    """Whether the day is what the phrase says ("*on 15 June*")."""
    if phrase.word != "on":
        return False
    first, last = sentence.words[phrase.group.first], sentence.words[phrase.group.last]
    return first.start <= (time.start or 0) < last.end


def precision(start: date, end: date) -> str:
    """day, month or year where the interval is just that; else range."""
    if start == end:
        return "day"
    if start.day == 1 and (end + timedelta(1)).day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return "month"
        if start.year == end.year and start.month == 1 and end.month == 12:
            return "year"
    return "range"


def _is_backdrop(clause: Clause) -> bool:
    """A state at the time of the main verb ("…, who *was* on a visit there")."""
    is_past = clause.tense == "past" and not clause.perfect
    return clause.relation == "relative" and clause.lemma == "be" and is_past


def _is_narrated(clause: Clause) -> bool:
    """A simple past of the story line: no perfect, no relative clause, nothing merely quoted."""
    if clause.perfect or clause.relation in ("relative", "reduced", "that"):
        return False
    if (
        clause.relation in ("to", "conj", "ing", "adverbial")
        and clause.parent is not None
        and clause.tense != "past"
    ):
        return _is_narrated(clause.parent)
    return clause.tense == "past"


def _is_after_and(sentence: Sentence, scopes: Scopes, time: Time) -> bool:
    """Whether the time, or its preposition, stands behind a conjunction."""
    before = scopes.word_before(time.start or 0)
    if before >= 0 and sentence.words[before].tag == "IN":
        before -= 1
    return before >= 0 and sentence.words[before].tag == "CC"


def _place_of(told: tuple[int, date]) -> int:
    return told[0]


def _start(time: Time) -> int:
    return time.start or 0


def _word_before(match: Match, time: Time) -> str:
    before = match.scopes.word_before(time.start or 0)
    return match.sentence.words[before].lower if before >= 0 else ""


def _anchored_on(match: Match, time: Time) -> bool:
    """Whether the expression counts from the event: its trigger stands in it or right behind it."""
    words = match.sentence.words
    at = words[match.first].start
    start, end = time.start or 0, time.end or 0
    if start <= at < end:
        return True
    if match.group is not None and match.is_noun:
        return words[match.group.first].start <= end + 1 and at >= start
    return match.clause is not None and words[match.clause.first].start <= end + 1 <= at


def _distance(text: str) -> tuple[int, str, int] | None:
    """Count, unit and direction (1: after, -1: before) of "two weeks before the vote"."""
    words = text.lower().split()
    unit = next(
        (code for word in words[:5] for name, code in _UNITS.items() if word.rstrip("s") == name), None
    )
    direction = 1 if _AFTER & set(words) else (-1 if _BEFORE & set(words) else 0)
    if unit is None or not direction:
        return None
    amount = numbers.amount(scan.scan(text), 0)
    if amount is None:
        return (1, unit, direction) if words[0] in ("a", "an", "one", "the") else None
    return (int(amount.value), unit, direction) if amount.value == int(amount.value) else None


def _is_present(match: Match, time: Time) -> bool:
    clause = match.scopes.nearest((time.start or 0) - 1)
    return clause is not None and clause.tense == "present"
