"""Checking what an article says: against itself, and against the public record.

>>> import dateline
>>> tables = dateline.parse(dateline.read("data/articles/2011-04-25_ashraf_us-pakistan.txt"))
>>> dateline.check(tables)

A verdict is never more certain than what it is held against. ``disagrees`` says that every source which
speaks of the matter says otherwise; ``contested`` that the sources differ and the article's value lies within
what they span; ``agrees`` that they bear it out; ``unverified``, the default, that nothing here speaks of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.checks import consistency, record
from dateline.checks.reference import Reference, load_reference, with_sources
from dateline.checks.scene import Scene
from dateline.records import Finding

if TYPE_CHECKING:
    import pandas as pd

    from dateline.tables import Tables

_BESIDE = 1  # years; a date that is wrong by less is looked for in a downloaded file


def check(
    tables: Tables,
    reference: Reference | str | Path | None = None,
    sources: Sequence[str | Path] = (),
) -> pd.DataFrame:
    """The ``findings`` table: what is wrong, contested or borne out, where it stands, and who says so.

    ``reference`` is a folder of reference tables or what :func:`load_reference` returned; without it, the
    project's own. ``sources`` are downloaded files, of which only what concerns the article is read.
    Raises :class:`dateline.InputError` for a file that cannot be used.
    """
    from dateline.tables import frame

    held = reference if isinstance(reference, Reference) else load_reference(reference)
    return frame("findings", findings(Scene(tables), concerning(tables, held, sources)))


def concerning(tables: Tables, reference: Reference, sources: Sequence[str | Path]) -> Reference:
    """The reference with what of the downloaded files in ``sources`` can concern the article."""
    if not sources:
        return reference
    return with_sources(reference, sources, **_concerned(Scene(tables)))


def findings(scene: Scene, reference: Reference) -> list[Finding]:
    """The findings of all rules, in text order; of two that say the same of one row, one."""
    found: dict[str | None, Finding] = {}
    for rule in consistency.RULES:
        for one in rule(scene):
            row = one.row(scene.article_id, rule.__name__)
            found.setdefault(row.finding_id, row)
    for against in record.RULES:
        for one in against(scene, reference):
            row = one.row(scene.article_id, against.__name__)
            found.setdefault(row.finding_id, row)
    return sorted(found.values(), key=_in_text_order)


def _in_text_order(row: Finding) -> tuple[int, int, str, str, str]:
    far = 1 << 62
    start, end = (far, far) if row.start is None or row.end is None else (row.start, row.end)
    return start, end, row.check or "", row.source or "", row.finding_id or ""


def _concerned(scene: Scene) -> dict[str, Any]:
    """What of a large file can concern the article: the countries it names, the years it dates.

    Whole years, so that what is summed by year is complete.
    """
    named = {entity.country for entity in scene.entities} | {place.country for place in scene.places}
    days = [day for event in scene.events for day in (event.date_start, event.date_end) if day]
    days += [day for time in scene.times for day in (time.earliest, time.latest) if day]
    return {
        "countries": sorted(country for country in named if country),
        "since": date(max(min(days).year - _BESIDE, date.min.year), 1, 1) if days else None,
        "until": date(min(max(days).year + _BESIDE, date.max.year), 12, 31) if days else None,
    }
