"""What the readers of time expressions share: tokens they see, candidates they return, dates in play.

A reader sees the tokens a rule of ``codebook/times.toml`` matched (a :class:`View`) and returns a
:class:`Candidate`, or ``None`` where the words are no time after all ("2000 soldiers", "May" the verb); the
next rule is then tried. The readers are in ``times_absolute``, ``times_relative`` and ``times_lengths``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.extract import calendar as cal
from dateline.extract.calendar import Span
from dateline.extract.numbers import Amount, amount
from dateline.extract.scan import Scan, name_of
from dateline.ids import digest
from dateline.language.document import Sentence
from dateline.records import Time


@dataclass(slots=True)
class Candidate:
    """A time expression over the tokens ``[first, last)`` before it becomes a row."""

    first: int
    last: int
    type: str
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    anchor: str = "none"
    anchor_id: str | None = None
    month_day: tuple[int, int] | None = None  # stated without its year; day 0: the month alone
    shift: tuple[int, str] | None = None  # "two days after": completed if a date follows
    until: int | None = None  # an end in the sentence's text beyond the last token
    time_id: str = ""

    def row(self, sentence: Sentence, scan: Scan) -> Time:
        start, end = scan.starts[self.first], self.until or scan.ends[self.last - 1]
        return Time(
            self.time_id or identity(self, sentence, scan), sentence.sentence_id, sentence.start + start,
            sentence.start + end, sentence.text[start:end], self.type, self.value, self.earliest, self.latest,
            self.anchor, self.anchor_id,
        )  # fmt: skip


def identity(candidate: Candidate, sentence: Sentence, scan: Scan) -> str:
    """The row's id: it hangs on the words' place in the sentence, never on what they resolve to."""
    end = candidate.until or scan.ends[candidate.last - 1]
    return digest("tim", sentence.sentence_id, scan.starts[candidate.first], end)


#: How many dates back an expression can reach; nobody means the fiftieth by "the next day".
_MEMORY = 20


#: Days after publication up to which a date may be one of the story's ("meet on 20 May").
_AHEAD = 366


@dataclass(slots=True)
class Narrative:
    """What a relative expression can hang on: publication, and the dates narrated so far."""

    published: date | None
    told: list[tuple[int, Candidate]] = field(default_factory=list)  # paragraph, date
    sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        self.sentence = sentence

    def tell(self, candidate: Candidate, scan: Scan, *, in_play: bool) -> None:
        """Names the candidate and puts a date in play, unless it only bounds another ("since 2001")."""
        assert self.sentence is not None
        candidate.time_id = identity(candidate, self.sentence, scan)
        bound = scan.at(candidate.first - 1, "since", "until", "from", "before", "than")
        if self.published and candidate.earliest and (candidate.earliest - self.published).days > _AHEAD:
            bound = True  # "would be gone by 1980": nothing is narrated there
        if (
            in_play
            and candidate.type in ("DATE", "TIME")
            and candidate.earliest
            and candidate.latest
            and not bound
        ):
            self.told.append((self.sentence.paragraph, candidate))

    def forget(self, *ends: Candidate) -> bool:
        """Takes the ends of a range out of play; says whether one was in."""
        tail = self.told[-_MEMORY:]
        kept = [(where, told) for where, told in tail if not any(told is end for end in ends)]
        self.told[-_MEMORY:] = kept
        return len(kept) < len(tail)

    def last(self, unit: str = "Y", *, paragraph: bool = False) -> Candidate | None:
        """The last date narrated that is no longer than ``unit``; of this paragraph only, if asked."""
        longest = {"D": 1, "W": 7, "2W": 14, "M": 31, "3M": 92, "Y": 366}.get(unit, 3700)
        for where, candidate in self.told[: -_MEMORY - 1 : -1]:
            if paragraph and self.sentence and where != self.sentence.paragraph:
                return None
            if (
                candidate.earliest
                and candidate.latest
                and (candidate.latest - candidate.earliest).days < longest
            ):
                return candidate
        return None


@dataclass(slots=True)
class View:
    """The tokens ``[first, last)`` a rule matched, and what stands around them."""

    scan: Scan
    first: int
    last: int
    narrative: Narrative
    found: list[Candidate]
    sentence: Sentence

    @property
    def published(self) -> date | None:
        return self.narrative.published

    def has(self, *classes: str) -> bool:
        return self.scan.find(self.first, self.last, *classes) is not None

    def value(self, *classes: str) -> str | None:
        at = self.scan.find(self.first, self.last, *classes)
        return None if at is None else self.scan.value(at)

    def month(self) -> int:
        return int(self.value("MONTH", "ABBR") or 0)

    def year(self) -> int | None:
        at = self.scan.find(self.first, self.last, "year", "shortyear")
        return None if at is None else self.year_at(at)

    def year_at(self, at: int) -> int:
        word = self.scan.words[at].lstrip("'’")
        return int(word) if len(word) == 4 else self.long_year(int(word))

    def long_year(self, two: int) -> int:
        """A two-digit year in the century in which it is nearest, not more than ten years ahead."""
        now = self.published.year if self.published else 2030
        century = now // 100 * 100
        return century + two if century + two <= now + 10 else century - 100 + two

    def ordinal_at(self, at: int) -> int:
        """The number of a day or an ordinal: 17, 17th, seventeenth."""
        word = self.scan.words[at]
        return int(self.scan.value(at)) if word.isalpha() else int(word.rstrip("stndrh"))

    def before(self, *classes: str) -> bool:
        return self.scan.at(self.first - 1, *classes)

    def after(self, *classes: str) -> bool:
        return self.scan.at(self.last, *classes)

    def count(self) -> Amount | None:
        for at in range(self.first, self.last):
            if number := amount(self.scan, at, self.last):
                return number
        at = self.scan.find(self.first, self.last, "a")
        return None if at is None else Amount(1.0, at, at + 1)

    def tense(self) -> str | None:
        """``future``, ``past`` or unknown, by the auxiliary nearest to the expression."""
        for at in (
            *range(self.first - 1, max(-1, self.first - 16), -1),
            *range(self.last, min(len(self.scan.codes), self.last + 12)),
        ):
            name = name_of(self.scan.codes[at])
            if name == "future":
                return "future"
            if name == "planned":
                return "past" if self.scan.at(at - 1, "was") else "future"
            if name == "was":
                return "past"
        return None

    def make(
        self, span: Span, anchor: str = "none", *, type: str = "DATE", on: Candidate | None = None
    ) -> Candidate:
        return Candidate(
            self.first, self.last, type, span.value, span.earliest, span.latest,
            "time" if on else anchor, on.time_id if on else None,
        )  # fmt: skip

    def bare(self, value: str | None, type: str = "DATE", anchor: str = "none") -> Candidate:
        return Candidate(self.first, self.last, type, value, None, None, anchor)

    def narrowed(self, span: Span) -> Span:
        """The span cut to what stands before it: "late", "the end of", "the second half of"."""
        which = self.value("part", "edge")
        if (
            self.has("half", "quarter")
            and (at := self.scan.find(self.first, self.last, "ordinal", "ord", "last")) is not None
        ):
            of = 2 if self.has("half") else 4
            number = of if self.scan.at(at, "last") else self.ordinal_at(at)
            if number <= of and span.unit.endswith("Y"):
                span = cal.portion(span, number, of)
        return cal.part(span, which) if which else span


Reader = Callable[[View], Candidate | None]
