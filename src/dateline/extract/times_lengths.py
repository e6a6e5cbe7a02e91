"""Readers of times of day, of what recurs ("every Friday", "annual"), and of durations ("for 36 years")."""

from __future__ import annotations

from dateline.extract.calendar import Span
from dateline.extract.numbers import amount
from dateline.extract.scan import name_of
from dateline.extract.timing import Candidate, Reader, View


def _day_in_sentence(view: View) -> Candidate | None:
    return next(
        (c for c in view.found[:-6:-1] if c.type == "DATE" and c.earliest and c.earliest == c.latest), None
    )


def _clock(view: View) -> Candidate | None:
    scan = view.scan
    zoned = view.has("ampm", "zone")
    if not zoned and not view.before("at", "by", "around", "until", "from", "approx"):
        return None
    word = scan.words[view.first].replace(":", "")
    hour, minute = (
        (int(word[:-2]), int(word[-2:])) if len(word) > 2 and word.isdecimal() else (int(float(word)), 0)
    )
    half = (
        scan.words[view.last - 1]
        if scan.at(view.last - 1, "ampm")
        else scan.words[view.first + 1]
        if view.has("ampm")
        else ""
    )
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
        return view.bare(duration_value(float(ordinal), unit), "SET")
    return view.bare(duration_value(number.value if number else 1.0, unit), "SET")


def _often(view: View) -> Candidate | None:
    scan, at = view.scan, view.last - 1
    if scan.capital(at) and (view.after("name") or at > 0):
        return None  # "Daily Times", "the Weekly"
    value = scan.value(at)
    if not view.has("twofold"):
        return view.bare(value, "SET")
    # "Biweekly" is every two weeks to some and twice a week to others.
    return view.bare("P6M" if value == "P1Y" else None, "SET")


def duration_value(number: float | None, unit: str) -> str:
    """A TIMEX3 duration; X stands for a number that is not told ("several months": PXM)."""
    time, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit[-1])
    if number is None:
        return f"P{time}X{'DE' if unit == '10Y' else 'CE' if unit == '100Y' else letter}"
    total = number * (int(unit[:-1]) if unit[:-1].isdecimal() else 1)
    if letter == "Y" and total != int(total):
        total, letter = total * 12, "M"
    if letter == "H" and total != int(total):
        total, letter = total * 60, "M"
    return f"P{time}{int(total) if total == int(total) else total}{letter}"


def _duration(view: View) -> Candidate | None:
    scan = view.scan
    unit = view.value("unit", "units") or "D"
    ends = view.last
    if (
        scan.at(ends, "age")
        or (scan.at(ends, "hyphen") and scan.at(ends + 1, "age"))
        or (scan.at(ends, "of") and scan.at(ends + 1, "age"))
    ):
        return None
    if view.before("age") or view.before("label"):
        return None
    if scan.at(view.first, "units") or (scan.at(view.first, "unit") and view.has("long")):
        return _open_duration(view, unit)
    if view.has("vague", "couple", "plural"):
        return view.bare(duration_value(2.0 if view.has("couple") else None, unit), "DURATION")
    number = view.count()
    if number is None:
        return None
    if scan.at(view.first, "a") and number.last == view.first + 1 and not _measured(view, unit):
        return None
    value = number.value
    if view.has("half") and value == int(value) and view.has("and"):
        value += 0.5
    return view.bare(duration_value(value, unit), "DURATION")


def _measured(view: View, unit: str) -> bool:
    """Whether "a year" is a length: "for a year", "less than a year", "a decade of war"."""
    if view.has("whole", "long", "half"):
        return True
    if view.before(
        "for", "within", "in", "over", "after", "than", "least", "more", "most", "fewer", "approx", "during"
    ):
        return True
    if view.before("lasting"):
        return True
    return view.after("of") and unit not in ("D",) and not unit.startswith("T")


def _open_duration(view: View, unit: str) -> Candidate | None:
    """ "for years", "decades of war", "months-long"."""
    last = view.last - 1
    if view.has("long"):
        return view.bare(duration_value(1.0 if view.scan.at(view.first, "unit") else None, unit), "DURATION")
    if view.scan.at(last, "of", "hyphen"):
        view.last = last
        if view.scan.at(last, "hyphen"):
            return None
        return view.bare(duration_value(None, unit), "DURATION")
    if not view.before("for", "within", "in", "over", "after"):
        return None
    return view.bare(duration_value(None, unit), "DURATION")


READERS: dict[str, Reader] = {
    "clock": _clock,
    "dayword": _dayword,
    "set": _set,
    "often": _often,
    "duration": _duration,
}
