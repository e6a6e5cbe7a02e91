"""What of a large downloaded file is read for an article: its countries, and whole years round its dates."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline import checks
from dateline.checks.reference import Reference


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch):
    """What a file would be asked for, for an article of those words."""
    monkeypatch.setattr(checks, "with_sources", lambda reference, paths, **limits: limits)

    def ask(text: str):
        return checks.concerning(dateline.parse(dateline.from_text(text)), Reference(), ["events.csv"])

    return ask


def test_only_the_countries_of_the_article_are_read(limits) -> None:
    assert limits("On 3 May 1998 Eritrea attacked Ethiopia.")["countries"] == ["ERI", "ETH"]


def test_whole_years_are_read_so_that_totals_by_year_are_complete(limits) -> None:
    asked = limits(
        "On 3 May 1998 Eritrea attacked Ethiopia. On 18 June 2000 Eritrea and Ethiopia signed a truce."
    )
    assert (asked["since"], asked["until"]) == (date(1997, 1, 1), date(2001, 12, 31))


def test_without_a_date_all_years_are_read(limits) -> None:
    asked = limits("Eritrea attacked Ethiopia.")
    assert (asked["since"], asked["until"]) == (None, None)


def test_without_a_file_the_record_stays_as_it_is() -> None:
    record = Reference()
    assert checks.concerning(dateline.parse(dateline.from_text("It rained.")), record, []) is record
