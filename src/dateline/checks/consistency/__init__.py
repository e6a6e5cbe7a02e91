"""The article against itself: rules over its tables, one function each named as in `findings.check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.consistency.durations import duration_against_dates
from dateline.checks.consistency.impossible import impossible_date
from dateline.checks.consistency.terms import term_against_years
from dateline.checks.consistency.weekday import weekday_against_date
from dateline.checks.found import Found
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene], Iterator[Found]], ...] = (
    impossible_date,
    duration_against_dates,
    term_against_years,
    weekday_against_date,
)
