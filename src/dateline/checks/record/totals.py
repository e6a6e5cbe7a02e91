"""What the sources count over a longer time: from the series, and summed from the incidents of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline import wording
from dateline.checks.record.bounds import bounds
from dateline.checks.reference import Incident, Observation, Reference, Series
from dateline.checks.scene import Scene
from dateline.records import Event


@dataclass(frozen=True, slots=True)
class Count:
    """What one source counts in the category stated, and in all; bounds are missing where it doesn't say.

    ``sure`` is the highest figure of those it calls civilians outright, without those it leaves open.
    """

    source: str
    citation: str
    low: float | None = None
    high: float | None = None
    sure: float | None = None
    all_low: float | None = None
    all_high: float | None = None

    @property
    def says(self) -> bool:
        """Whether it counts the category stated."""
        return self.low is not None or self.high is not None


def of_period(scene: Scene, reference: Reference, event: Event, category: str) -> tuple[str, list[Count]]:
    fitting = [row for row in reference.series if row.measure == "killed" and _is_meant(scene, event, row)]
    series = {row.of: row for row in fitting}
    mine = series.get("civilians" if category == "civilians" else "people")
    if mine is None:
        return "", []
    summed = _summed(reference, event, mine, category)
    newer = {count.source for count in summed}
    kept = [count for count in _compiled(reference, event, series, mine) if count.source not in newer]
    return f"{mine.topic}, {wording.when(event.date_start, event.date_end)}", [*kept, *summed]


def _compiled(reference: Reference, event: Event, series: dict[str, Series], mine: Series) -> list[Count]:
    """The series' values, a count a source."""
    totals = _values(reference, series.get("people"), event)
    if mine.of != "civilians":
        return [_of_total(row) for row in totals.values()]
    own, left_open = (
        _values(reference, mine, event),
        _values(reference, series.get("of unknown status"), event),
    )
    counts = []
    for source in dict.fromkeys((*own, *totals)):
        count = _of_total(totals[source]) if source in totals else Count(source, own[source].citation)
        count = replace(count, low=None, high=None)
        if source in own:
            low, sure = _bounds(own[source])
            open_ones = _bounds(left_open[source])[1] if source in left_open else None
            most = None if sure is None else sure + (open_ones or 0)
            count = replace(count, citation=own[source].citation, low=low, high=most, sure=sure)
        counts.append(count)
    return counts


def _summed(reference: Reference, event: Event, series: Series, category: str) -> list[Count]:
    """Each downloaded file's incidents of the days told, summed, where it tells by what means they were done.

    A year counts only if the file goes on after it: one that ends in its course has not counted it yet.
    """
    assert event.date_start is not None and event.date_end is not None
    files: dict[str, list[Incident]] = {}
    for row in reference.incidents:
        by_means = row.event_mode is not None and row.event_mode == series.event_mode
        parties = set(row.actor_country) & set(series.actor_country) and set(row.country) & set(
            series.country
        )
        if row.incident is None and by_means and parties:
            files.setdefault(row.source, []).append(row)
    found = []
    for source, rows in sorted(files.items()):
        told = [row for row in rows if event.date_start <= row.date_start and row.date_end <= event.date_end]
        if told and max(row.date_start for row in rows) > event.date_end:
            found.append(_sum(source, told, category))
    return found


def _sum(source: str, rows: list[Incident], category: str) -> Count:
    first, last = rows[0].citation, rows[-1].citation
    citation = f"{wording.count(len(rows), 'record')} summed, from {first} to {last}"
    low, high = _ends((row.killed_low, row.killed_best, row.killed_high) for row in rows)
    if category != "civilians":
        return Count(source, citation, low, high, None, low, high)
    known, sure = _ends((row.civilians_low, row.civilians_best, row.civilians_high) for row in rows)
    left_open = sum(row.unknown_high or 0 for row in rows)
    return Count(source, citation, known, sure + left_open, sure, low, high)


def _ends(figures: Iterable[tuple[int | None, int | None, int | None]]) -> tuple[float, float]:
    ends = [bounds(*each) for each in figures]
    return sum(low or 0 for low, _ in ends), sum(high or low or 0 for low, high in ends)


def _of_total(row: Observation) -> Count:
    low, high = _bounds(row)
    return Count(row.source, row.citation, low, high, None, low, high)


def _bounds(row: Observation) -> tuple[float | None, float | None]:
    return bounds(row.low, row.best, row.high)


def _values(reference: Reference, series: Series | None, event: Event) -> dict[str, Observation]:
    """The sources' values for just the days that the event is told over; suspect ones are left out."""
    return {
        row.source: row
        for row in reference.observations
        if series is not None
        and row.series_id == series.series_id
        and (row.start, row.end) == (event.date_start, event.date_end)
        and row.suspect is None
    }


def _is_meant(scene: Scene, event: Event, series: Series) -> bool:
    """Whether the series counts events of this kind, by this actor, in the country that the text is about."""
    if series.event_type != event.event_type or series.event_mode not in (None, event.event_mode):
        return False
    if series.actor_country and event.source_country not in series.actor_country:
        return False
    place = scene.get(event.place_id)
    told = place.country if place is not None else event.target_country
    return not series.country or (told or _likely_country(scene, event)) in series.country


def _likely_country(scene: Scene, event: Event) -> str | None:
    """The country that the article speaks of most, but for the actor's: where what names none took place."""
    others = {code: n for code, n in scene.spoken_of.items() if code != event.source_country}
    most = Counter(others).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None
