"""Readers of dates that are stated: full dates, months, years, decades, centuries, parts of them.

A day or month without its year is settled here too: by the date narrated in its paragraph, else by
tense from the day of publication.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract import calendar as cal
from dateline.extract.calendar import Span
from dateline.extract.scan import name_of
from dateline.extract.timing import Candidate, Reader, View


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
            return undated_month(view)
        return view.make(view.narrowed(cal.month(year, month)))
    if scan.at(view.first, "ordinal") and not view.has("of") and not scan.capital(view.first):
        return None
    day = view.ordinal_at(at)
    if year is None:
        return undated_day(view, month, day)
    when = _safe(year, month, day)
    return view.make(cal.day(when)) if when else None


def _twodigit(view: View) -> Candidate | None:
    """ "10 April 11": the second number is a year unless it counts what follows."""
    last = view.scan.words[view.last - 1]
    if (
        len(last) != 2
        or not last.isdecimal()
        or view.after("word", "person", "thing", "eventnoun", "units", "percent", "scale")
    ):
        return None
    at = view.scan.find(view.first, view.last, "dayno", "ord")
    when = _safe(view.long_year(int(last)), view.month(), view.ordinal_at(at)) if at is not None else None
    return view.make(cal.day(when)) if when else None


def _days(view: View) -> Candidate | None:
    """ "17-19 March 2011", "March 17 and 18": one row from the first to the last day."""
    at = [
        i for i in range(view.first, view.last) if name_of(view.scan.codes[i]) in ("dayno", "ord", "ordinal")
    ]
    first, last = view.ordinal_at(at[0]), view.ordinal_at(at[-1])
    year = view.year()
    if not first < last <= 31:
        return None
    whole = undated_day(view, view.month(), last) if year is None else None
    end = whole.latest if whole else _safe(year or 0, view.month(), last) if year else None
    if whole and not end:
        return view.bare(
            f"XXXX-{view.month():02}-{first:02}/XXXX-{view.month():02}-{last:02}", anchor=whole.anchor
        )
    start = _safe(end.year, end.month, first) if end else None
    if not start or not end:
        return None
    found = view.make(cal.join(cal.day(start), cal.day(end)))
    return replace(found, anchor=whole.anchor, anchor_id=whole.anchor_id) if whole else found


def undated_day(view: View, month: int, day: int) -> Candidate | None:
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


def undated_month(view: View) -> Candidate | None:
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
    if (
        view.after("word", "eventnoun")
        and view.scan.at(view.last + 1, "of", "in")
        and view.scan.at(view.last + 2, "year")
    ):
        return view.year_at(view.last + 2)  # "the October war of 1973"
    at = view.last + (1 if view.after("comma", "of", "hyphen", "in") else 0)
    if view.scan.at(at, "the") and view.scan.at(at + 1, "same"):  # "August of the same year"
        told = view.narrative.last("Y")
        return told.earliest.year if told is not None and told.earliest is not None else None
    relative = view.scan.at(at, "this", "last", "next") and view.scan.at(at + 1, "unit")
    if view.published and relative and view.scan.value(at + 1) == "Y":
        return view.published.year + int(view.scan.value(at))
    return None


def _settle(view: View, candidate: Candidate, options: list[Span]) -> Candidate:
    """Chooses among the years: near the date narrated in this paragraph, else by tense from publication."""
    published, tense = view.published, view.tense()
    told = view.narrative.last("Y", paragraph=published is not None)
    if not options:
        return candidate
    if (
        told
        and told.earliest
        and told.latest
        and (published is None or (abs((published - told.latest).days) > 300 and tense != "future"))
    ):
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
        return min(
            options, key=lambda s: min(abs((s.earliest - published).days), abs((s.latest - published).days))
        )
    # "on 20 May", told on the 11th: a day some weeks ahead is meant before one of a year ago.
    is_near = bool(ahead) and (ahead[0].earliest - published).days <= 60
    is_told = any(word.tag == "VBD" for word in view.sentence.words)
    if tense is None and not is_told and is_near and (published - past[-1].latest).days > 270:
        return ahead[0]
    return past[-1]


def _month(view: View) -> Candidate | None:
    """A month alone, where a preposition, an article or another month shows that it is one."""
    scan, first = view.scan, view.first
    in_list = view.before("and", "or", "comma", "to", "hyphen", "through") and scan.at(first - 2, "MONTH")
    heads_list = view.after("to", "hyphen", "through", "and", "comma") and scan.at(view.last + 1, "MONTH")
    placed = view.before(
        "in", "since", "until", "by", "from", "during", "of", "for", "between", "through", "before", "after"
    )
    modifies = view.before("the", "a") and view.after("word", "eventnoun", "planned")
    surely = view.before("in", "since", "during", "until")  # "in August Delhi …", but "by April Smith"
    if not (in_list or heads_list or modifies or surely or (placed and not view.after("name"))):
        return None
    return undated_month(view)


#: What a number before it counts, so that "by 2000 soldiers" has no year.
_COUNTED = (
    "person", "currency", "percent", "percentword", "distance", "unitother", "scale", "units", "thing",
    "eventnoun",
)  # fmt: skip
_OF_TIME = (
    "until", "by", "of", "from", "to", "through", "between", "before", "after", "over", "for", "on", "than",
)  # fmt: skip
_BOUNDS = ("least", "more", "most", "fewer", "approx", "code", "vague")
_NOT_OF_TIME = ("label", "symbol", "currencymark", "slash")


_WORKS = frozenset({"overture", "symphony", "suite", "sonata"})


def _year(view: View) -> Candidate | None:
    """A year alone, where what stands around it says that it is one."""
    scan, first = view.scan, view.first
    if view.last < len(scan.codes) and scan.words[view.last].lower() in _WORKS:
        return None  # "the 1812 Overture"
    if scan.at(first, "shortyear"):
        placed = view.before("in", "since", "of", "by", "until")
        return view.make(cal.year(view.year_at(first))) if placed else None
    return view.make(cal.year(int(scan.words[first]))) if _is_year(view) else None


def _is_year(view: View) -> bool:
    """After a preposition, beside another year, in brackets, after a name, between article and noun."""
    scan, first = view.scan, view.first
    number, counted = int(scan.words[first]), view.after(*_COUNTED)
    linked = view.before("to", "hyphen", "and", "until", "or", "comma") and scan.at(first - 2, "year")
    links = view.after("to", "hyphen", "until", "through", "and", "or", "comma") and scan.at(
        view.last + 1, "year"
    )
    if (view.before(*_NOT_OF_TIME) and not linked) or (view.before(*_BOUNDS) and number % 50 == 0):
        return False
    if view.before("in", "since", "during"):
        return True
    if linked or links:
        return not counted
    if view.before("the", "poss", "a", "that") or (
        first and scan.words[first - 1] in ("its", "his", "their")
    ):
        nouns = (
            "word",
            "name",
            "eventnoun",
            "thing",
            "person",
            "comma",
            "dot",
            "hyphen",
            "daypart",
            "season",
        )
        return number > 1700 and view.after(*nouns)
    round_number = number % 100 == 0
    if view.before(*_OF_TIME) or (view.before("word") and not round_number):
        plural = view.after("word") and scan.words[view.last].endswith("s")
        return not counted and not (plural and round_number and not view.before("of"))
    if first == 0 or view.before(
        "open", "name", "comma", "close", "part", "season", "hyphen", "eventnoun", "dash"
    ):
        return not (counted or view.after("word")) or (first == 0 and not round_number and view.after("word"))
    return False


def _nth(view: View) -> Candidate | None:
    """ "the first week of March 2011", "the last day of 2009"."""
    unit, year = view.value("unit"), view.year()
    at = view.scan.find(view.first, view.last, "ordinal", "ord", "last")
    if unit not in ("D", "W", "M") or at is None:
        return None
    whole: Candidate | None
    if view.has("MONTH"):
        whole = view.make(cal.month(year, view.month())) if year else undated_month(view)
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


def decade_of(view: View) -> Span | None:
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
        if len(digits) == 2 and not (
            view.has("the", "part") or view.before("the", "poss") or view.scan.words[at][0] in "'’"
        ):
            return None
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return cal.decade(first)


READERS: dict[str, Reader] = {
    "named": _named,
    "digits": _digits,
    "date": _date,
    "twodigit": _twodigit,
    "days": _days,
    "month": _month,
    "year": _year,
    "nth": _nth,
    "months": _months,
    "academic": _academic,
    "fiscal": _fiscal,
    "quarter": _quarter,
    "century": _century,
}
