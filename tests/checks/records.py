"""Rows of the record for tests: what a test leaves out is empty."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from dateline.checks.reference import Entry, Incident, Observation, Series


def _row(kind: type, values: dict[str, Any]) -> Any:
    empty = {item.name: () if item.type == "Names" else None for item in fields(kind)}
    return kind(**{**empty, **values})


def day(text: str) -> date:
    return date.fromisoformat(text)


def incident(
    name: str, when: str, *, source: str = "Survey", until: str | None = None, **more: Any
) -> Incident:
    values = {
        "incident_id": f"{name} {source}",
        "incident": name,
        "name": name,
        "date_start": day(when),
        "date_end": day(until or when),
        "date_precision": "range" if until else "day",
        "event_type": ("ASSAULT",),
        "source": source,
        "citation": f"{source}, record of {when}",
    }
    return _row(Incident, values | more)


def entry(name: str, when: str, *, source: str = "Gazette", until: str | None = None, **more: Any) -> Entry:
    values = {
        "entry_id": f"{name} {source}",
        "entry": name,
        "name": name,
        "date_start": day(when),
        "date_end": day(until or when),
        "date_precision": "range" if until else "day",
        "event_type": ("CONSULT",),
        "source": source,
        "citation": f"{source}, {when}",
    }
    return _row(Entry, values | more)


def series(series_id: str, of: str, **more: Any) -> Series:
    values = {
        "series_id": series_id,
        "title": f"{of} killed",
        "unit": "people",
        "measure": "killed",
        "of": of,
        "event_type": "ASSAULT",
        "topic": "killed",
    }
    return _row(Series, values | more)


def year(series_id: str, number: int, low: float, high: float, *, source: str = "Survey") -> Observation:
    return Observation(
        f"{series_id} {number} {source}",
        series_id,
        date(number, 1, 1),
        date(number, 12, 31),
        low,
        None,
        high,
        source,
        f"{source}, {number}",
    )
