"""Joins the two ends of a range of dates into one candidate, and completes "two days after" a date."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.extract import calendar as cal
from dateline.extract.scan import Scan, name_of
from dateline.extract.timing import Candidate, Narrative


def merge(found: list[Candidate], scan: Scan, narrative: Narrative) -> list[Candidate]:
    """``found`` in text order, with a row more for each range; its ends stay, as TIMEX3 has them."""
    joined: list[Candidate] = []
    for candidate in found:
        before = joined[-1] if joined else None
        if before and before.shift and before.last == candidate.first and candidate.earliest:
            _complete(before, candidate)
        elif before and _is_range(before, candidate, scan) and (span := _join(before, candidate)):
            in_play = narrative.forget(before, candidate)
            narrative.tell(span, scan, in_play=in_play)
            joined.append(span)
        elif before and not candidate.month_day:
            _share_year(joined, candidate, scan)
        joined.append(candidate)
    return joined


def _is_range(first: Candidate, last: Candidate, scan: Scan) -> bool:
    if (
        last.first != first.last + 1
        or first.type != "DATE"
        or last.type != "DATE"
        or not first.value
        or not last.value
    ):
        return False
    if scan.at(last.first, "this", "last", "next"):
        return False  # "6 February - this year"
    between = name_of(scan.codes[first.last])
    if between in ("and",):
        return scan.at(first.first - 1, "between")
    return between in ("to", "hyphen", "until", "through")


def _join(first: Candidate, last: Candidate) -> Candidate | None:
    """From ``first`` to ``last``; an end without a year takes it from the other."""
    if first.month_day and last.earliest:
        year = last.earliest.year
        if not last.month_day:
            _place(first, year if first.month_day <= (last.earliest.month, last.earliest.day) else year - 1)
            first.anchor, first.anchor_id = last.anchor, last.anchor_id
        elif last.latest and first.earliest and first.earliest > last.latest:
            _place(last, first.earliest.year + (last.month_day < first.month_day))
    if first.earliest and last.latest and timedelta(0) < first.earliest - last.latest < timedelta(7):
        # "Monday to Friday": each was read as the nearest, so that the first may be a week late.
        first.earliest = first.latest = first.earliest - timedelta(7)
        first.value = first.earliest.isoformat()
    start, end = first.earliest, last.latest
    if (start is None) != (end is None) or (start and end and start > end):
        return None
    owner = last if last.anchor != "none" else first
    return Candidate(
        first.first, last.last, "DATE", f"{first.value}/{last.value}", start, end,
        owner.anchor, owner.anchor_id, until=last.until,
    )  # fmt: skip


def _share_year(before: list[Candidate], dated: Candidate, scan: Scan) -> None:
    """ "in June, July and August 1990": a list takes the year of its last."""
    first = dated.first
    for candidate in reversed(before):
        between = {name_of(code) for code in scan.codes[candidate.last : first]}
        if not candidate.month_day or not dated.earliest or not between or between - {"comma", "and", "or"}:
            return
        _place(candidate, dated.earliest.year)
        candidate.anchor, candidate.anchor_id, first = dated.anchor, dated.anchor_id, candidate.first


def _place(candidate: Candidate, year: int) -> None:
    """Gives a day or month its year."""
    assert candidate.month_day is not None
    month, day = candidate.month_day
    try:
        span = cal.day(date(year, month, day)) if day else cal.month(year, month)
    except ValueError:  # 29 February
        return
    candidate.value, candidate.earliest, candidate.latest = span.value, span.earliest, span.latest


def _complete(relative: Candidate, on: Candidate) -> None:
    """ "two days after 17 March": the date that follows is the anchor."""
    assert relative.shift is not None and on.earliest is not None
    count, unit = relative.shift
    span = cal.unit_of(cal.shift(on.earliest, count, unit), cal.coarser(unit))
    relative.value, relative.earliest, relative.latest = span.value, span.earliest, span.latest
    relative.type, relative.until, relative.shift = "DATE", None, None
    relative.anchor, relative.anchor_id = "time", on.time_id
