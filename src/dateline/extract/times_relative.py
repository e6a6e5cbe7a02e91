"""Readers of dates that hang on something: publication, a narrated date, an event.

"Last week" hangs on publication, "the next day" on the last date narrated.
A date that an event anchors ("a day after the release") keeps its distance as the value ("P1D") until the
event extractor knows the event's day; set beside a date it is that date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract import calendar as cal
from dateline.extract.calendar import Span
from dateline.extract.scan import name_of
from dateline.extract.times_absolute import decade_of, undated_day
from dateline.extract.times_lengths import duration_value
from dateline.extract.timing import Candidate, Reader, View

# Relative to publication


_NAMED_AFTER = frozenset({"offensive", "rising", "uprising", "rebellion", "revolution", "agreement", "truce"})


def _stepped(options: list[Span], now: date, step: int) -> Span:
    """The last span that ended before ``now``, the one of this year, or the next to begin."""
    if step < 0:
        return [s for s in options if s.latest < now][-1]
    if step > 0:
        return next(s for s in options if s.earliest > now)
    return next(s for s in options if s.earliest.year == now.year)


def _feast(view: View) -> Candidate | None:
    """A named day; one that moves from year to year gets no days."""
    day, year = view.value("FEAST"), view.year()
    if view.after("name") or view.before("name"):
        return None  # part of a name: "Good Friday Agreement", "Christmas Island"
    if view.last < len(view.scan.codes) and view.scan.words[view.last].lower() in _NAMED_AFTER:
        return None  # "the Tet offensive"
    if not day:
        return view.bare(None)
    month, number = map(int, day.split("-"))
    if year:
        return view.make(cal.day(date(year, month, number)))
    step = view.scan.value(view.first) if view.has("last", "next", "this") else None
    if view.published is None or step is None:
        return undated_day(view, month, number)
    options = [cal.day(date(view.published.year + y, month, number)) for y in (-1, 0, 1)]
    return view.make(_stepped(options, view.published, int(step)), "publication")


def _span(view: View) -> Candidate | None:
    """Months, seasons, units, decades and years with "last", "late", "the end of", "the first half of"."""
    if view.has("decade", "decadeword"):
        span = decade_of(view)
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
    at = view.scan.find(
        view.first,
        view.last,
        "this",
        "last",
        "next",
        "same",
        "following",
        "previous",
        "coming",
        "past",
        "that",
    )
    if at is None:
        return None, None
    name = name_of(view.scan.codes[at])
    step = 0 if name == "that" else int(view.scan.value(at))
    narrated = name in ("same", "following", "previous", "that") or (
        name == "next" and view.scan.at(at - 1, "the")
    )
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
    if view.before("ordinal", "ord"):
        return None
    step, told = _step_and_told(view, "D")
    near = view.narrative.last("D", paragraph=True) if step is None else None
    if near and near.latest and (not view.published or abs((view.published - near.latest).days) > 14):
        told = near  # the news of another time: the weekday nearest to the date narrated
    around = told.latest if told else view.published
    if around is None:
        return view.bare(f"XXXX-WXX-{wanted + 1}", anchor="publication")
    back, ahead = (around.weekday() - wanted) % 7, (wanted - around.weekday()) % 7
    if step is None or step == 0:
        forward = ahead <= back if told else view.tense() == "future"
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
    if view.has("units") and not (
        step == 0 and view.value("units") == "Y" and view.after("word", "eventnoun")
    ):
        return None
    part = view.value("daypart")
    unit = view.value("unit", "units")
    if view.has("past") or unit in ("10Y", "100Y"):
        return _window(view)  # "the last decade" is ten years, not the 1990s
    if unit and (unit.startswith("T") or (unit == "D" and step != 0)):
        return None
    if published is None:
        return view.bare(None, "TIME" if part else "DATE", "publication")
    if part:
        span = cal.day(published + timedelta(step))
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
        return view.bare(duration_value(None, unit), "DURATION", "publication")
    step, told = _step_and_told(view, unit)
    if view.tense() == "future":
        told = None
    around = told.latest if told else view.published
    amount_ = number.value if number else 1.0
    candidate = view.bare(duration_value(amount_, unit), "DURATION", "publication")
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
    if name == "soon" and (
        view.after("after") or view.scan.words[view.last - 1 : view.last + 1] == ["soon", "as"]
    ):
        return None
    if name == "past":
        ends = view.last >= len(view.scan.codes) or view.after(
            "comma", "dot", "colon", "dash", "close", "quote", "and"
        )
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
    if (
        scan.at(view.last - 1, "before", "after")
        and not view.after("comma", "dot", "colon", "close", "and", "quote", "dash")
        and view.last < len(scan.codes)
    ):
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
    ends = (told.earliest, told.latest or told.earliest)
    first, last = (cal.unit_of(cal.shift(end, step, unit), cal.coarser(unit)) for end in ends)
    if first != last:  # "In late January … Seven weeks later": as uncertain as what it is counted from
        first = first._replace(value=f"{first.value}/{last.value}", latest=last.latest)
    return view.make(first, on=told)


def _after_event(view: View, step: int | None, unit: str) -> Candidate:
    """A distance from an event ("P3M"), without days until the event has some.

    Set beside a date ("17 March, a day after X") it is that same date.
    """
    distance = duration_value(float(abs(step)) if step is not None else None, unit)
    candidate = view.bare(distance, "DURATION", "event")
    candidate.shift = (step, unit) if step is not None else None
    candidate.until = _end_of_noun_group(view)
    scan, found = view.scan, view.found
    if (
        found
        and view.before("comma", "open", "dash")
        and found[-1].last == view.first - 1
        and found[-1].type == "DATE"
    ):
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
        if view.last < len(scan.codes) and not view.after(
            "comma", "dot", "colon", "close", "and", "quote", "dash"
        ):
            return _after_event(view, step, "W" if unit == "WE" else unit)
        return _moved_or_published(view, step, "W" if unit == "WE" else unit)
    step, _ = _step_and_told(view, "Y")
    part = view.value("daypart")
    unit = view.value("unit", "weekend") or "D"
    if unit.startswith("T") or (view.has("next", "coming") and not view.has("the")):
        if view.has("next", "coming") and not unit.startswith("T") and not part:
            return _relative(view) if view.has("next") else None
        return None
    if view.has("next") and unit in ("10Y", "100Y"):
        return _window(view)
    if (
        view.has("next")
        and unit in ("W", "M", "Y", "10Y", "100Y", "WE")
        and view.tense() == "future"
        and view.published
    ):
        return (
            _relative(view)
            if unit != "WE"
            else view.make(_weekend_from(view, view.published, 1), "publication")
        )
    if part:
        moved = _moved(view, step, "D")
        return replace(moved, type="TIME", value=f"{moved.value}T{part}" if moved.value else f"T{part}")
    if unit == "WE":
        moved = _moved(view, step, "W")
        return (
            view.make(cal.weekend(moved.earliest), on=view.narrative.last("M")) if moved.earliest else moved
        )
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


READERS: dict[str, Reader] = {
    "feast": _feast,
    "span": _span,
    "weekday": _weekday,
    "deictic": _deictic,
    "relative": _relative,
    "weekend": _weekend,
    "yearend": _yearend,
    "ago": _ago,
    "window": _window,
    "vaguewindow": _vaguewindow,
    "reference": _reference,
    "distant": _distant,
    "eve": _eve,
    "nextunit": _nextunit,
    "that": _that,
    "then": _then,
}
