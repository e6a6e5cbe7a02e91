"""The article against the public record: rules over its tables and the reference, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.found import Found
from dateline.checks.record.counts import count_against_record
from dateline.checks.record.dates import date_against_record, order_against_record
from dateline.checks.record.figures import deaths_against_record
from dateline.checks.record.firsts import first_against_record
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene, Reference], Iterator[Found]], ...] = (
    deaths_against_record,
    count_against_record,
    date_against_record,
    order_against_record,
    first_against_record,
)
