"""The article against itself: rules over its tables, one function each named as in `findings.check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.consistency.bounds import bounds_reversed
from dateline.checks.consistency.counts import figure_given_twice
from dateline.checks.consistency.durations import duration_against_dates
from dateline.checks.consistency.firsts import first_against_earlier
from dateline.checks.consistency.foretold import published_before_narrated
from dateline.checks.consistency.impossible import impossible_date
from dateline.checks.consistency.names import name_spelt_twice
from dateline.checks.consistency.offices import office_held_twice
from dateline.checks.consistency.orders import order_against_dates
from dateline.checks.consistency.quotations import quote_without_speaker
from dateline.checks.consistency.sums import sum_against_parts
from dateline.checks.consistency.terms import term_against_years
from dateline.checks.consistency.weekday import weekday_against_date
from dateline.checks.found import Found
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene], Iterator[Found]], ...] = (
    impossible_date,
    duration_against_dates,
    first_against_earlier,
    order_against_dates,
    published_before_narrated,
    term_against_years,
    weekday_against_date,
    sum_against_parts,
    figure_given_twice,
    bounds_reversed,
    name_spelt_twice,
    office_held_twice,
    quote_without_speaker,
)
