"""How each kind of time expression is read: one function a kind, named by the rules in ``codebook/times.toml``.

A reader sees the tokens a rule matched (a :class:`View`) and returns a :class:`Candidate`, or ``None``
where the words are no time after all ("2000 soldiers", "May" the verb); the next rule is then tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

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


@dataclass(slots=True)
class Narrative:
    """What a relative expression can hang on: publication, and the dates narrated so far."""

    published: date | None
    told: list[tuple[int, Candidate]] = field(default_factory=list)  # paragraph, date
    sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        self.sentence = sentence

    def tell(self, candidate: Candidate, scan: Scan) -> None:
        """Puts a date in play, unless it only bounds another ("since 2001", "until May")."""
        assert self.sentence is not None
        candidate.time_id = identity(candidate, self.sentence, scan)
        bound = scan.at(candidate.first - 1, "since", "until", "from", "before", "than")
        if candidate.type in ("DATE", "TIME") and candidate.earliest and candidate.latest and not bound:
            self.told.append((self.sentence.paragraph, candidate))

    def last(self, unit: str = "Y", *, paragraph: bool = False) -> Candidate | None:
        """The last date narrated that is no longer than ``unit``; of this paragraph only, if asked."""
        longest = {"D": 1, "W": 7, "2W": 14, "M": 31, "3M": 92, "Y": 366}.get(unit, 3700)
        for where, candidate in reversed(self.told):
            if paragraph and self.sentence and where != self.sentence.paragraph:
                return None
            if candidate.earliest and candidate.latest and (candidate.latest - candidate.earliest).days < longest:
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
        for at in (*range(self.first - 1, max(-1, self.first - 16), -1), *range(self.last, min(len(self.scan.codes), self.last + 12))):
            name = name_of(self.scan.codes[at])
            if name == "future":
                return "future"
            if name == "planned":
                return "past" if self.scan.at(at - 1, "was") else "future"
            if name == "was":
                return "past"
        return None

    def make(self, span: Span, anchor: str = "none", *, type: str = "DATE", on: Candidate | None = None) -> Candidate:
        return Candidate(
            self.first, self.last, type, span.value, span.earliest, span.latest,
            "time" if on else anchor, on.time_id if on else None,
        )  # fmt: skip

    def bare(self, value: str | None, type: str = "DATE", anchor: str = "none") -> Candidate:
        return Candidate(self.first, self.last, type, value, None, None, anchor)

    def narrowed(self, span: Span) -> Span:
        """The span cut to what stands before it: "late", "the end of", "the second half of"."""
        which = self.value("part", "edge")
        if self.has("half", "quarter") and (at := self.scan.find(self.first, self.last, "ordinal", "ord", "last")) is not None:
            of = 2 if self.has("half") else 4
            number = of if self.scan.at(at, "last") else self.ordinal_at(at)
            if number <= of and span.unit.endswith("Y"):
                span = cal.portion(span, number, of)
        return cal.part(span, which) if which else span


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Absolute dates


def _named(view: View) -> Candidate:
    return view.make(cal.day(date.fromisoformat(view.scan.value(view.first))))


def _digits(view: View) -> Candidate | None:
    """ISO dates; day and month in digits only where one of them cannot be a month."""
    word = view.scan.words[view.first]
    if "-" in word:
        year, month, day = map(int, word.split("-"))
    else:
        left, right, year = map(int, word.replace(".", "/").split("/"))
        if left <= 12 and right <= 12 and left != right and "." not in word:
            return None
        month, day = (left, right) if right > 12 else (right, left)
    when = _safe(year, month, day)
    return view.make(cal.day(when)) if when else None


def _date(view: View) -> Candidate | None:
    """A date with a month: with or without day, year, weekday or "early"."""
    scan, month, year = view.scan, view.month(), view.year()
    at = scan.find(view.first, view.last, "dayno", "ord", "ordinal")
    if at is None:
        if year is None:
            return _undated_month(view)
        return view.make(view.narrowed(cal.month(year, month)))
    if scan.at(view.first, "ordinal") and not view.has("of") and not scan.capital(view.first):
        return None
    day = view.ordinal_at(at)
    if year is None:
        return _undated_day(view, month, day)
    when = _safe(year, month, day)
    return view.make(cal.day(when)) if when else None


def _twodigit(view: View) -> Candidate | None:
    """ "10 April 11": the second number is a year unless it counts what follows."""
    last = view.scan.words[view.last - 1]
    if len(last) != 2 or not last.isdigit() or view.after("word", "person", "thing", "eventnoun", "units", "percent", "scale"):
        return None
    at = view.scan.find(view.first, view.last, "dayno", "ord")
    when = _safe(view.long_year(int(last)), view.month(), view.ordinal_at(at)) if at is not None else None
    return view.make(cal.day(when)) if when else None


def _days(view: View) -> Candidate | None:
    """ "17-19 March 2011", "March 17 and 18": one row from the first to the last day."""
    at = [i for i in range(view.first, view.last) if name_of(view.scan.codes[i]) in ("dayno", "ord", "ordinal")]
    first, last = view.ordinal_at(at[0]), view.ordinal_at(at[-1])
    year = view.year()
    if not first < last <= 31:
        return None
    whole = _undated_day(view, view.month(), last) if year is None else None
    end = whole.latest if whole else _safe(year or 0, view.month(), last) if year else None
    if whole and not end:
        return view.bare(f"XXXX-{view.month():02}-{first:02}/XXXX-{view.month():02}-{last:02}", anchor=whole.anchor)
    start = _safe(end.year, end.month, first) if end else None
    if not start or not end:
        return None
    found = view.make(cal.join(cal.day(start), cal.day(end)))
    return replace(found, anchor=whole.anchor, anchor_id=whole.anchor_id) if whole else found


def _undated_day(view: View, month: int, day: int) -> Candidate | None:
    """A day and month whose year is the nearest that fits."""
    if not _safe(2000, month, day):
        return None
    weekday = view.value("WEEKDAY")
    candidate = view.bare(f"XXXX-{month:02}-{day:02}")
    candidate.month_day = (month, day)
    year = _hinted_year(view)
    options = [d for d in (_safe(y, month, day) for y in _near_years(view, year)) if d]
    if weekday is not None:
        options = [d for d in options if d.weekday() == int(weekday)] or options
    return _settle(view, candidate, [cal.day(d) for d in options])


def _undated_month(view: View) -> Candidate | None:
    month = view.month()
    candidate = view.bare(f"XXXX-{month:02}")
    candidate.month_day = (month, 0)
    options = [cal.month(year, month) for year in _near_years(view, _hinted_year(view))]
    settled = _settle(view, candidate, options)
    if view.has("part", "edge") and settled.earliest and settled.latest:
        cut = view.narrowed(Span(settled.value or "", settled.earliest, settled.latest, "M"))
        settled.earliest, settled.latest = cut.earliest, cut.latest
    return settled


def _near_years(view: View, hinted: int | None) -> list[int]:
    if hinted:
        return [hinted]
    told = view.narrative.last("Y", paragraph=view.published is not None)
    around = told.earliest if told and told.earliest else view.published
    if around is None:
        return []
    base = {around.year, view.published.year if view.published else around.year}
    return sorted({year + step for year in base for step in (-1, 0, 1)})


def _hinted_year(view: View) -> int | None:
    """The year of "March 11 this year", "December of last year"."""
    if view.after("word", "eventnoun") and view.scan.at(view.last + 1, "of", "in") and view.scan.at(view.last + 2, "year"):
        return view.year_at(view.last + 2)  # "the October war of 1973"
    at = view.last + (1 if view.after("comma", "of", "hyphen", "in") else 0)
    if view.published and view.scan.at(at, "this", "last", "next") and view.scan.at(at + 1, "unit"):
        if view.scan.value(at + 1) == "Y":
            return view.published.year + int(view.scan.value(at))
    return None


def _settle(view: View, candidate: Candidate, options: list[Span]) -> Candidate:
    """Chooses among the years: near the date narrated in this paragraph, else by tense from publication."""
    published, tense = view.published, view.tense()
    told = view.narrative.last("Y", paragraph=published is not None)
    if not options:
        return candidate
    if told and told.earliest and told.latest and (published is None or abs((published - told.latest).days) > 300 and tense != "future"):
        middle = told.earliest + (told.latest - told.earliest) / 2
        within = [s for s in options if told.earliest <= s.earliest <= told.latest]
        span = (within or sorted(options, key=lambda s: abs((s.earliest - middle).days)))[0]
        candidate.anchor, candidate.anchor_id = "time", told.time_id
    elif published is None:
        return candidate
    else:
        span = _from_publication(view, options, published, tense)
        candidate.anchor = "publication"
    candidate.value, candidate.earliest, candidate.latest = span.value, span.earliest, span.latest
    return candidate


def _from_publication(view: View, options: list[Span], published: date, tense: str | None) -> Span:
    past = [s for s in options if s.earliest <= published]
    ahead = [s for s in options if s.latest >= published]
    if tense == "future" and ahead:
        return ahead[0]
    # A deadline without a tense ("by May", "runs through 11 March") is as likely ahead as behind.
    if (tense is None and view.before("by", "until", "through", "to", "before")) or not past:
        return min(options, key=lambda s: min(abs((s.earliest - published).days), abs((s.latest - published).days)))
    return past[-1]


def _month(view: View) -> Candidate | None:
    """A month alone, where a preposition, an article or another month shows that it is one."""
    scan, first = view.scan, view.first
    in_list = view.before("and", "or", "comma", "to", "hyphen", "through") and scan.at(first - 2, "MONTH")
    heads_list = view.after("to", "hyphen", "through", "and", "comma") and scan.at(view.last + 1, "MONTH")
    placed = view.before("in", "since", "until", "by", "from", "during", "of", "for", "between", "through", "before", "after")
    modifies = view.before("the", "a") and view.after("word", "eventnoun", "planned")
    if not (in_list or heads_list or modifies or (placed and not view.after("name"))):
        return None
    return _undated_month(view)


def _year(view: View) -> Candidate | None:
    """A year alone: after a preposition, in brackets, after a name, or between article and noun."""
    scan, first = view.scan, view.first
    if scan.at(first, "shortyear"):
        return view.make(cal.year(view.long_year(int(scan.words[first][1:])))) if view.before("in", "since", "of", "by", "until") else None
    number = int(scan.words[first])
    counted = view.after("person", "currency", "percent", "percentword", "distance", "unitother", "scale", "units", "thing", "eventnoun")
    linked = view.before("to", "hyphen", "and", "until", "or", "comma") and scan.at(first - 2, "year")
    links = view.after("to", "hyphen", "until", "through", "and", "or", "comma") and scan.at(view.last + 1, "year")
    if view.before("label", "symbol", "currencymark", "slash") and not linked:
        return None
    if view.before("least", "more", "most", "fewer", "approx", "code", "vague") and number % 50 == 0:
        return None
    if view.before("in", "since", "during"):
        certain = True
    elif linked or links:
        certain = not counted
    elif view.before("the", "poss", "a") or (first and scan.words[first - 1] in ("its", "his", "their", "that")):
        certain = view.after("word", "name", "eventnoun", "thing", "person", "comma", "dot", "hyphen", "daypart", "season") and number > 1700
    elif view.before("until", "by", "of", "from", "to", "through", "between", "before", "after", "over", "for", "on", "than", "word" if number % 100 else "until"):
        certain = not counted and not (view.after("word") and scan.words[view.last].endswith("s") and number % 100 == 0 and not view.before("of", "since"))
    elif view.before("open", "name", "comma", "close", "part", "season", "hyphen", "eventnoun", "dash") or first == 0:
        certain = not counted and not view.after("word") or (view.after("word") and number % 100 != 0 and first == 0)
    else:
        certain = False
    return view.make(cal.year(number)) if certain else None


def _nth(view: View) -> Candidate | None:
    """ "the first week of March 2011", "the last day of 2009"."""
    unit, year = view.value("unit"), view.year()
    at = view.scan.find(view.first, view.last, "ordinal", "ord", "last")
    if unit not in ("D", "W", "M") or at is None:
        return None
    whole: Candidate | None
    if view.has("MONTH"):
        whole = view.make(cal.month(year, view.month())) if year else _undated_month(view)
    else:
        whole = view.make(cal.year(year)) if year else None
    if not whole or not whole.earliest or not whole.latest:
        return whole
    if view.scan.at(at, "last"):
        last = whole.latest
        first = cal.shift(last + timedelta(1), -1, unit)
    else:
        first = cal.shift(whole.earliest, view.ordinal_at(at) - 1, unit)
        last = min(cal.shift(first, 1, unit) - timedelta(1), whole.latest)
    if first > whole.latest or first < whole.earliest:
        return None
    value = cal.unit_of(first, unit).value if unit != "W" else whole.value
    return replace(whole, value=value, earliest=first, latest=last, month_day=None)


def _months(view: View) -> Candidate | None:
    """ "the first three months of 2011"."""
    year, number, unit = view.year(), view.count(), view.value("units")
    if not year or not number or unit not in ("D", "W", "M"):
        return None
    whole = cal.year(year)
    if view.has("last"):
        first, last = cal.shift(whole.latest + timedelta(1), -int(number.value), unit), whole.latest
    elif view.value("ordinal") == "1":
        first, last = whole.earliest, cal.shift(whole.earliest, int(number.value), unit) - timedelta(1)
    else:
        return None
    return view.make(Span(f"{cal.unit_of(first, unit).value}/{cal.unit_of(last, unit).value}", first, last))


def _academic(view: View) -> Candidate | None:
    """ "2010-11", "1939–45", "2004/05": from one year to the other."""
    first, two = int(view.scan.words[view.first]), view.scan.words[view.last - 1]
    last = first // 100 * 100 + int(two) if len(two) == 2 else 0
    if last == first // 100 * 100 and first % 100 == 99:
        last += 100
    if not first < last or view.after("hyphen"):
        return None
    return view.make(cal.join(cal.year(first), cal.year(last)))


def _fiscal(view: View) -> Candidate | None:
    """A fiscal year: which days it has depends on whose it is, so it gets none."""
    at = view.scan.find(view.first, view.last, "year", "dayno")
    return None if at is None else view.bare(f"FY{view.year_at(at)}")


def _quarter(view: View) -> Candidate:
    view.first -= 1  # the Q
    return view.make(cal.quarter(view.year() or 0, int(view.scan.words[view.first + 1])))


def _century(view: View) -> Candidate | None:
    at = view.scan.find(view.first, view.last, "unit")
    if at is None or view.scan.value(at) != "100Y":
        return None
    number = view.ordinal_at(at - 1 if not view.scan.at(at - 1, "hyphen") else at - 2)
    if view.scan.at(at - 3, "tens") and view.scan.at(at - 2, "hyphen"):
        number += int(view.scan.value(at - 3))
    elif number < 2 or number > 22:
        return None
    return view.make(view.narrowed(cal.century(number)))


def _decade_of(view: View) -> Span | None:
    word = view.value("decadeword")
    if word is not None:
        if not (view.has("the", "part") or view.before("the", "in")):
            return None
        first = 1900 + int(word)
    else:
        at = view.scan.find(view.first, view.last, "decade")
        digits = view.scan.words[at or 0].strip("'’s")
        if at is None or len(digits) not in (2, 4) or digits[-1] != "0":
            return None
        if len(digits) == 2 and not (view.has("the", "part") or view.before("the", "poss") or view.scan.words[at][0] in "'’"):
            return None
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return cal.decade(first)


def _feast(view: View) -> Candidate | None:
    """A named day; one that moves from year to year gets no days."""
    day, year = view.value("FEAST"), view.year()
    if view.after("name") or view.before("name"):
        return None  # part of a name: "Good Friday Agreement", "Christmas Island"
    if not day:
        return view.bare(None)
    month, number = map(int, day.split("-"))
    if year:
        return view.make(cal.day(date(year, month, number)))
    step = view.scan.value(view.first) if view.has("last", "next", "this") else None
    if view.published is None or step is None:
        return _undated_day(view, month, number)
    options = [cal.day(date(view.published.year + y, month, number)) for y in (-1, 0, 1)]
    return view.make(_stepped(options, view.published, int(step)), "publication")


# Relative to publication


def _stepped(options: list[Span], now: date, step: int) -> Span:
    """The last span that ended before ``now``, the one of this year, or the next to begin."""
    if step < 0:
        return [s for s in options if s.latest < now][-1]
    if step > 0:
        return next(s for s in options if s.earliest > now)
    return next(s for s in options if s.earliest.year == now.year)


def _span(view: View) -> Candidate | None:
    """Months, seasons, units, decades and years with "last", "late", "the end of", "the first half of"."""
    if view.has("decade", "decadeword"):
        span = _decade_of(view)
        return view.make(view.narrowed(span)) if span else None
    year = view.year()
    if view.has("season"):
        return _season(view, year)
    if year is not None:
        return view.make(view.narrowed(cal.year(year)))
    if view.has("MONTH"):
        return _relative_month(view)
    if (at := view.scan.find(view.first, view.last, "unit")) is None:
        return None
    unit = view.scan.value(at)
    if unit.startswith("T") or (unit == "D" and not view.has("edge", "part")):
        return None
    step, told = _step_and_told(view, unit)
    around = told.earliest if told else view.published
    if step is None and view.has("part") and not view.has("edge"):
        return None  # "the late century", "early day"
    if around is None or unit == "D":
        return view.bare(f"P1{unit}" if unit == "X" else None, anchor="publication") if unit != "D" else None
    span = view.narrowed(cal.unit_of(cal.shift(around, step or 0, unit), unit))
    return view.make(span, "publication", on=told)


def _step_and_told(view: View, unit: str) -> tuple[int | None, Candidate | None]:
    """By how many units to move, and the narrated date to move from (publication, if none)."""
    at = view.scan.find(view.first, view.last, "this", "last", "next", "same", "following", "previous", "coming", "past", "that")
    if at is None:
        return None, None
    name = name_of(view.scan.codes[at])
    step = 0 if name == "that" else int(view.scan.value(at))
    narrated = name in ("same", "following", "previous", "that") or (name == "next" and view.scan.at(at - 1, "the"))
    return step, view.narrative.last(unit) if narrated else None


def _season(view: View, year: int | None) -> Candidate | None:
    name = view.value("season") or "SP"
    if year is not None:
        return view.make(view.narrowed(cal.season(year, name)))
    step, told = _step_and_told(view, "Y")
    around = told.latest if told else view.published
    if around is None or step is None:
        return view.bare(f"XXXX-{name}", anchor="publication") if step is not None else None
    options = [cal.season(around.year + y, name) for y in (-2, -1, 0, 1, 2)]
    return view.make(view.narrowed(_stepped(options, around, step)), "publication", on=told)


def _relative_month(view: View) -> Candidate | None:
    number = view.month()
    step, told = _step_and_told(view, "Y")
    around = told.latest if told else view.published
    if around is None or step is None:
        return view.bare(f"XXXX-{number:02}", anchor="publication")
    options = [cal.month(around.year + y, number) for y in (-2, -1, 0, 1, 2)]
    return view.make(view.narrowed(_stepped(options, around, step)), "publication", on=told)


def _weekday(view: View) -> Candidate | None:
    """The nearest such day before publication (news style), or after it in the future tense."""
    scan, part = view.scan, view.value("daypart")
    wanted = int(view.value("WEEKDAY") or 0)
    if scan.at(view.first - 1, "the") and view.last < len(scan.codes) and scan.capital(view.last):
        return None  # "the Friday Times"
    step, told = _step_and_told(view, "D")
    if step is None and (near := view.narrative.last("D", paragraph=True)) and near.latest:
        if view.published is None or abs((view.published - near.latest).days) > 14:
            told = near
    around = told.latest if told else view.published
    if around is None:
        return view.bare(f"XXXX-WXX-{wanted + 1}", anchor="publication")
    back, ahead = (around.weekday() - wanted) % 7, (wanted - around.weekday()) % 7
    if step is None or step == 0:
        forward = told is not None or view.tense() == "future"
        when = around + timedelta(ahead if forward else -back)
    else:
        when = around + timedelta((ahead or 7) if step > 0 else -(back or 7))
    span = cal.day(when)
    if part:
        return view.make(span._replace(value=f"{span.value}T{part}"), "publication", type="TIME", on=told)
    return view.make(span, "publication", on=told)


def _deictic(view: View) -> Candidate | None:
    word, part = view.value("deictic") or "0", view.value("daypart")
    if word == "NI":
        word, part = "0", "NI"
    kind = "TIME" if part else "DATE"
    if view.published is None:
        return view.bare("XXXX-XX-XX", kind, "publication")
    span = cal.day(view.published + timedelta(int(word)))
    return view.make(span._replace(value=f"{span.value}T{part}") if part else span, "publication", type=kind)


def _relative(view: View) -> Candidate | None:
    """ "this week", "last year", "last night", "earlier this month", "next quarter"."""
    scan, published = view.scan, view.published
    step = int(view.value("this", "last", "past", "next") or 0)
    if view.has("units") and not (step == 0 and view.value("units") == "Y" and view.after("word", "eventnoun")):
        return None
    part = view.value("daypart")
    if view.has("past"):
        return _window(view)
    unit = view.value("unit", "units")
    if unit and (unit.startswith("T") or (unit == "D" and step != 0)):
        return None
    if published is None:
        return view.bare(None, "TIME" if part else "DATE", "publication")
    if part:
        span = cal.day(published + timedelta(step if part == "NI" or step == 0 else step))
        return view.make(span._replace(value=f"{span.value}T{part}"), "publication", type="TIME")
    if view.has("weekend"):
        return view.make(_weekend_from(view, published, step), "publication")
    unit = unit or "3M"
    if unit == "D":
        return view.make(cal.day(published), "publication")
    span = cal.unit_of(cal.shift(published, step, unit), unit)
    if scan.at(view.first, "earlier"):
        span = span._replace(latest=max(span.earliest, min(span.latest, published)))
    elif scan.at(view.first, "later"):
        span = span._replace(earliest=min(span.latest, max(span.earliest, published)))
    return view.make(span, "publication")


def _weekend_from(view: View, published: date, step: int) -> Span:
    """Up to Thursday, "this weekend" in the past tense is the one that is over."""
    if step == 0 and published.weekday() < 4 and view.tense() != "future":
        step = -1
    return cal.weekend(published + timedelta(7 * step))


def _weekend(view: View) -> Candidate | None:
    if view.published is None:
        return view.bare(None, anchor="publication")
    return view.make(_weekend_from(view, view.published, 0), "publication")


def _yearend(view: View) -> Candidate | None:
    if view.published is None:
        return view.bare(None, anchor="publication")
    return view.make(cal.day(date(view.published.year, 12, 31)), "publication")


def _ago(view: View) -> Candidate | None:
    """ "two years ago" is as precise as its unit: a year; "two days ago" is a day."""
    unit, number = view.value("unit", "units", "weekend"), view.count()
    if unit is None or view.has("vague", "couple", "plural") or number is None:
        return view.bare("PAST_REF", anchor="publication")
    if view.published is None:
        return view.bare(None, anchor="publication")
    unit = "W" if unit == "WE" else unit
    if view.has("half") and unit in ("10Y", "100Y"):
        number, unit = number._replace(value=number.value * int(unit[:-1])), "Y"
    if number.value != int(number.value) or unit in ("TM", "TS"):
        return view.bare("PAST_REF", anchor="publication")
    if number.value * {"100Y": 100, "10Y": 10, "Y": 1}.get(unit, 0) >= view.published.year:
        return view.bare("PAST_REF", anchor="publication")
    span = cal.unit_of(cal.shift(view.published, -int(number.value), unit), cal.coarser(unit))
    return view.make(span, "publication")


def _window(view: View) -> Candidate | None:
    """ "the past two years", "the next few weeks": a duration that ends or begins at publication."""
    unit = view.value("unit", "units")
    number = view.count() if view.has("dayno", "digit", "one", "tens", "num", "year") else None
    if unit is None:
        return None
    if view.has("vague", "couple"):
        return view.bare(_duration_value(None, unit), "DURATION", "publication")
    step, told = _step_and_told(view, unit)
    around = told.latest if told else view.published
    amount_ = number.value if number else 1.0
    candidate = view.bare(_duration_value(amount_, unit), "DURATION", "publication")
    if around is None or step in (None, 0) or amount_ != int(amount_) or unit.startswith("T"):
        return candidate
    other = cal.shift(around, (step or 0) * int(amount_), unit)
    candidate.earliest, candidate.latest = min(around, other), max(around, other)
    if told:
        candidate.anchor, candidate.anchor_id = "time", told.time_id
    return candidate


def _vaguewindow(view: View) -> Candidate | None:
    if view.has("recent") or view.has("past"):
        return view.bare("PAST_REF", anchor="publication")
    if view.has("coming"):
        return view.bare("FUTURE_REF", anchor="publication")
    return None


def _reference(view: View) -> Candidate | None:
    name = name_of(view.scan.codes[view.last - 1])
    if view.scan.words[view.first] == "now" and view.after("hyphen"):
        return None  # "the now-defunct"
    if name == "soon" and (view.after("after") or view.scan.words[view.last - 1 : view.last + 1] == ["soon", "as"]):
        return None
    if name == "past":
        ends = view.last >= len(view.scan.codes) or view.after("comma", "dot", "colon", "dash", "close", "quote", "and")
        return view.bare("PAST_REF", anchor="publication") if ends and view.before("in") else None
    return view.bare(view.scan.value(view.first), anchor="publication")


# Relative to a narrated date or an event


def _distant(view: View) -> Candidate | None:
    """ "two days earlier", "a day after the release", "three months before"."""
    scan = view.scan
    unit, number = view.value("unit", "units"), view.count()
    direction = scan.value(view.last - 1)
    if unit is None:
        return None
    step = None
    if number and not view.has("vague", "couple", "plural", "half") and number.value == int(number.value):
        step = int(direction) * int(number.value)
    if scan.at(view.last - 1, "before", "after") and not view.after("comma", "dot", "colon", "close", "and", "quote", "dash") and view.last < len(scan.codes):
        return _after_event(view, step, unit)
    if scan.words[view.last - 1] in ("hence", "from now"):
        if view.published is None or step is None:
            return view.bare("FUTURE_REF", anchor="publication")
        return view.make(cal.unit_of(cal.shift(view.published, step, unit), cal.coarser(unit)), "publication")
    return _moved(view, step, unit)


def _eve(view: View) -> Candidate:
    """ "the eve of X": the day before it."""
    return _after_event(view, -1, "D")


def _moved(view: View, step: int | None, unit: str) -> Candidate:
    """A number of units from the last narrated date."""
    told = view.narrative.last("M" if unit == "W" else unit)
    if told is None or told.earliest is None or step is None or unit.startswith("T"):
        candidate = view.bare(None, anchor="time")
        candidate.anchor_id = told.time_id if told else None
        return candidate
    return view.make(cal.unit_of(cal.shift(told.earliest, step, unit), cal.coarser(unit)), on=told)


def _after_event(view: View, step: int | None, unit: str) -> Candidate:
    """A distance from an event ("P3M"), which has no days until the event has; set beside a date ("17 March, a day after X") it is that same date."""
    distance = _duration_value(float(abs(step)) if step is not None else None, unit)
    candidate = view.bare(distance, "DURATION", "event")
    candidate.shift = (step, unit) if step is not None else None
    candidate.until = _end_of_noun_group(view)
    scan, found = view.scan, view.found
    if found and view.before("comma", "open", "dash") and found[-1].last == view.first - 1 and found[-1].type == "DATE":
        same = found[-1]
        candidate.type = "DATE"
        candidate.value, candidate.earliest, candidate.latest = same.value, same.earliest, same.latest
        candidate.shift = None
    if scan.at(view.last, "deictic") and view.published and step is not None:
        view.last += 1
        when = cal.shift(view.published, int(scan.value(view.last - 1)) + step, unit)
        return view.make(cal.day(when), "publication")
    return candidate


def _end_of_noun_group(view: View) -> int | None:
    """Where the noun group after "before" or "after" ends, unless it is the subject of a clause."""
    sentence, at = view.sentence, view.sentence.start + view.scan.ends[view.last - 1]
    for group in sentence.groups:
        first = sentence.words[group.first]
        if at <= first.start <= at + 1:
            following = group.last + 1
            if following < len(sentence.words) and sentence.words[following].tag[:2] in ("VB", "MD"):
                return None
            return sentence.words[group.last].end - sentence.start
    return None


def _nextunit(view: View) -> Candidate | None:
    """ "the next day", "the previous year", "the same month", "the year before", "the day after"."""
    scan = view.scan
    if scan.at(view.last - 1, "before", "after"):
        unit = view.value("unit", "weekend") or "D"
        step = int(scan.value(view.last - 1))
        if view.last < len(scan.codes) and not view.after("comma", "dot", "colon", "close", "and", "quote", "dash"):
            return _after_event(view, step, "W" if unit == "WE" else unit)
        return _moved_or_published(view, step, "W" if unit == "WE" else unit)
    step, _ = _step_and_told(view, "Y")
    part = view.value("daypart")
    unit = view.value("unit", "weekend") or "D"
    if unit.startswith("T") or view.has("next", "coming") and not view.has("the"):
        if view.has("next", "coming") and not unit.startswith("T") and not part:
            return _relative(view) if view.has("next") else None
        return None
    if view.has("next") and unit in ("W", "M", "Y", "10Y", "100Y", "WE") and view.tense() == "future" and view.published:
        return _relative(view) if unit != "WE" else view.make(_weekend_from(view, view.published, 1), "publication")
    if part:
        moved = _moved(view, step, "D")
        return replace(moved, type="TIME", value=f"{moved.value}T{part}" if moved.value else f"T{part}")
    if unit == "WE":
        moved = _moved(view, step, "W")
        return view.make(cal.weekend(moved.earliest), on=view.narrative.last("M")) if moved.earliest else moved
    return _moved_or_published(view, step or 0, unit)


def _moved_or_published(view: View, step: int, unit: str) -> Candidate:
    """From the narrated date; longer units fall back on publication, days do not."""
    if view.narrative.last("M" if unit == "W" else unit) is None and unit != "D" and view.published:
        return view.make(cal.unit_of(cal.shift(view.published, step, unit), unit), "publication")
    return _moved(view, step, unit)


def _that(view: View) -> Candidate | None:
    unit, part = view.value("unit"), view.value("daypart")
    if view.has("moment"):
        return _then(view)
    if unit and unit.startswith("T"):
        return None
    if view.has("weekend"):
        return None
    moved = _moved(view, 0, unit or "D")
    if part:
        return replace(moved, type="TIME", value=f"{moved.value}T{part}" if moved.value else f"T{part}")
    return moved


def _then(view: View) -> Candidate | None:
    """ "by that time", "at the time", "since then": the narrated date."""
    if not view.before("at", "by", "since", "until", "from") or view.after("of", "when"):
        return None
    if view.has("the") and not view.before("at", "by"):
        return None
    told = view.narrative.last("10Y")
    if told is None or told.earliest is None or told.latest is None:
        return view.bare(None, anchor="time")
    return view.make(Span(told.value or "", told.earliest, told.latest), on=told)


# Times of day, sets, durations


def _day_in_sentence(view: View) -> Candidate | None:
    return next((c for c in reversed(view.found) if c.type == "DATE" and c.earliest and c.earliest == c.latest), None)


def _clock(view: View) -> Candidate | None:
    scan = view.scan
    zoned = view.has("ampm", "zone")
    if not zoned and not view.before("at", "by", "around", "until", "from", "approx"):
        return None
    word = scan.words[view.first].replace(":", "")
    hour, minute = (int(word[:-2]), int(word[-2:])) if len(word) > 2 and word.isdigit() else (int(float(word)), 0)
    half = scan.words[view.last - 1] if scan.at(view.last - 1, "ampm") else scan.words[view.first + 1] if view.has("ampm") else ""
    if half.startswith("p") and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        return None
    return _on_day(view, f"T{hour:02}:{minute:02}")


def _on_day(view: View, time: str) -> Candidate:
    day = _day_in_sentence(view)
    if day and day.earliest and day.latest:
        return view.make(Span(f"{day.value}{time}", day.earliest, day.latest), type="TIME", on=day)
    return view.bare(time, "TIME")


def _dayword(view: View) -> Candidate | None:
    scan = view.scan
    name = name_of(scan.codes[view.last - 1])
    if name == "daypart" and not view.before("in", "at", "during", "by", "on"):
        return None
    if name == "daypart" and not view.has("the") and not view.before("at", "by", "in"):
        return None
    return _on_day(view, f"T{scan.value(view.last - 1)}")


def _set(view: View) -> Candidate | None:
    scan = view.scan
    unit = view.value("unit", "units")
    if weekday := view.value("WEEKDAY"):
        return view.bare(f"XXXX-WXX-{int(weekday) + 1}", "SET")
    if season := view.value("season"):
        return view.bare(f"XXXX-{season}", "SET")
    if month := view.value("MONTH"):
        return view.bare(f"XXXX-{int(month):02}", "SET")
    if view.has("weekend"):
        return view.bare("XXXX-WXX-WE", "SET")
    if view.has("daypart"):
        return view.bare(f"XXXX-XX-XXT{view.value('daypart')}", "SET")
    if unit is None or (unit == "TS" and view.has("per")):
        return None
    number = amount(scan, view.first + 1, view.last) if scan.at(view.first, "every") else None
    if ordinal := view.value("ordinal"):
        return view.bare(_duration_value(float(ordinal), unit), "SET")
    return view.bare(_duration_value(number.value if number else 1.0, unit), "SET")


def _often(view: View) -> Candidate | None:
    scan, at = view.scan, view.last - 1
    if scan.capital(at) and (view.after("name") or at > 0):
        return None  # "Daily Times", "the Weekly"
    value = scan.value(at)
    if not view.has("twofold"):
        return view.bare(value, "SET")
    # "Biweekly" is every two weeks to some and twice a week to others.
    return view.bare("P6M" if value == "P1Y" else None, "SET")


def _duration_value(number: float | None, unit: str) -> str:
    """A TIMEX3 duration; X stands for a number that is not told ("several months": PXM)."""
    time, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit[-1])
    if number is None:
        return f"P{time}X{'DE' if unit == '10Y' else 'CE' if unit == '100Y' else letter}"
    total = number * (int(unit[:-1]) if unit[:-1].isdigit() else 1)
    if letter == "Y" and total != int(total):
        total, letter = total * 12, "M"
    if letter == "H" and total != int(total):
        total, letter = total * 60, "M"
    return f"P{time}{int(total) if total == int(total) else total}{letter}"


def _duration(view: View) -> Candidate | None:
    scan = view.scan
    unit = view.value("unit", "units") or "D"
    ends = view.last
    if scan.at(ends, "age") or (scan.at(ends, "hyphen") and scan.at(ends + 1, "age")) or (scan.at(ends, "of") and scan.at(ends + 1, "age")):
        return None
    if view.before("age") or view.before("label"):
        return None
    if scan.at(view.first, "units") or (scan.at(view.first, "unit") and view.has("long")):
        return _open_duration(view, unit)
    if view.has("vague", "couple", "plural"):
        return view.bare(_duration_value(2.0 if view.has("couple") else None, unit), "DURATION")
    number = view.count()
    if number is None:
        return None
    if scan.at(view.first, "a") and number.last == view.first + 1 and not _measured(view, unit):
        return None
    value = number.value
    if view.has("half") and value == int(value) and view.has("and"):
        value += 0.5
    return view.bare(_duration_value(value, unit), "DURATION")


def _measured(view: View, unit: str) -> bool:
    """Whether "a year" is a length: "for a year", "less than a year", "a decade of war"."""
    if view.has("whole", "long", "half"):
        return True
    if view.before("for", "within", "in", "over", "after", "than", "least", "more", "most", "fewer", "approx", "during"):
        return True
    if view.before("lasting"):
        return True
    return view.after("of") and unit not in ("D",) and not unit.startswith("T")


def _open_duration(view: View, unit: str) -> Candidate | None:
    """ "for years", "decades of war", "months-long"."""
    last = view.last - 1
    if view.has("long"):
        return view.bare(_duration_value(1.0 if view.scan.at(view.first, "unit") else None, unit), "DURATION")
    if view.scan.at(last, "of", "hyphen"):
        view.last = last
        if view.scan.at(last, "hyphen"):
            return None
        return view.bare(_duration_value(None, unit), "DURATION")
    if not view.before("for", "within", "in", "over", "after"):
        return None
    return view.bare(_duration_value(None, unit), "DURATION")


READERS: dict[str, Callable[[View], Candidate | None]] = {
    "named": _named, "digits": _digits, "date": _date, "twodigit": _twodigit, "days": _days, "month": _month,
    "year": _year, "nth": _nth, "months": _months, "academic": _academic, "fiscal": _fiscal, "quarter": _quarter,
    "century": _century, "feast": _feast, "span": _span, "weekday": _weekday, "deictic": _deictic,
    "relative": _relative, "weekend": _weekend, "yearend": _yearend, "ago": _ago, "window": _window,
    "vaguewindow": _vaguewindow, "reference": _reference, "distant": _distant, "nextunit": _nextunit,
    "that": _that, "then": _then, "clock": _clock, "dayword": _dayword, "set": _set, "often": _often,
    "duration": _duration, "eve": _eve,
}  # fmt: skip
