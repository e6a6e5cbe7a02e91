"""The article against the public record: rules over its tables and the reference, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.found import Found
from dateline.checks.record.counts import count_against_record
from dateline.checks.record.dates import date_against_record, order_against_record
from dateline.checks.record.figures import deaths_against_record
from dateline.checks.record.firsts import first_against_record
from dateline.checks.record.holders import name_of_office_holder, office_at_date
from dateline.checks.record.war_years import year_of_war
from dateline.checks.record.wars import length_of_war
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene, Reference], Iterator[Found]], ...] = (
    deaths_against_record,
    count_against_record,
    date_against_record,
    order_against_record,
    first_against_record,
    name_of_office_holder,
    office_at_date,
    length_of_war,
    year_of_war,
)
