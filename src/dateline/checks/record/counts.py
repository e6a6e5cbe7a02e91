"""What is counted a year but the dead, troops and strikes, held against the series of that name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline import wording
from dateline.checks.found import Found
from dateline.checks.record.bounds import Bounds, bounds, lowest, verdict
from dateline.checks.reference import Observation, Reference, Series
from dateline.checks.scene import Scene
from dateline.records import Figure, SentenceRow

#: Measures of series to the nouns by which texts count the same. Aid and opinion are not here: an amount or a
#: share is of some programme or question, which one number in a sentence does not tell.
_NOUNS = {
    "count": frozenset({"strike", "strikes", "attack", "attacks"}),
    "troops": frozenset({"troops", "soldiers", "servicemen"}),
}


def count_against_record(scene: Scene, reference: Reference) -> Iterator[Found]:
    """A stated number of strikes or troops in a year against what each source counts for it.

    The sentence must name one year, the series' country and its actor (or nobody else, where the article is
    about these two), and the figure must be whole: "118 drone strikes in Pakistan in 2010" is checked, "three
    strikes in May" and "30,000 more troops" are not. Troops are counted on one day of a year, so that those
    of the years beside it bound what can be said.
    """
    for figure in scene.figures:
        if figure.measure == "count" and figure.of and scene.is_read(figure) and not _is_more(scene, figure):
            series = next((row for row in reference.series if _is_meant(scene, figure, row)), None)
            year = _year(scene, figure)
            if series is not None and year is not None:
                yield from _judged(scene, figure, series, _values(reference, series, year))


def _is_meant(scene: Scene, figure: Figure, series: Series) -> bool:
    nouns = _NOUNS.get(series.measure)
    words = (figure.of or "").lower().split()
    if nouns is None or not words or words[-1] not in nouns:
        return False
    around = scene.sentence(figure)
    told = (around.text or "").lower() if around else ""
    if series.event_mode is not None and series.event_mode not in told + _paragraph(scene, around):
        return False
    entities = (scene.get(mention.entity_id) for mention in scene.beside(figure, "mentions"))
    named = {entity.country for entity in entities if entity is not None and entity.country is not None}
    if series.event_mode is not None and not named.difference((*series.actor_country, *series.country)):
        named |= _spoken_of(scene, 2)  # "There were 132 strikes in 2010": those that the article is about
    return bool(named.intersection(series.country)) and bool(named.intersection(series.actor_country))


def _paragraph(scene: Scene, around: SentenceRow | None) -> str:
    """The words of the sentences before it in its paragraph."""
    if around is None or around.paragraph is None:
        return ""
    rows = [row for row in scene.sentences if row.paragraph == around.paragraph]
    return " ".join((row.text or "").lower() for row in rows if (row.start or 0) < (around.start or 0))


def _spoken_of(scene: Scene, most: int) -> set[str]:
    """The countries that the article speaks of most."""
    spoken = scene.spoken_of
    return set(sorted(spoken, key=lambda country: (-spoken[country], country))[:most])


def _is_more(scene: Scene, figure: Figure) -> bool:
    """Whether it counts a change or a part rather than the whole: "30,000 more troops"."""
    assert figure.start is not None and figure.end is not None
    around = scene.text[max(0, figure.start - 24) : figure.end + 12].lower().split()
    return bool(
        {"more", "additional", "extra", "further", "another", "withdraw", "first"}.intersection(around)
    )


def _year(scene: Scene, figure: Figure) -> int | None:
    times = [time for time in scene.beside(figure, "times") if time.type == "DATE"]
    years = {time.value for time in times}
    only = years.pop() if len(years) == 1 else ""
    return int(only) if only and only.isdecimal() and len(only) == 4 else None


def _values(reference: Reference, series: Series, year: int) -> dict[str, list[Observation]]:
    """Each source's rows for the year; of what is counted on a day, also the years beside it."""
    reach = 1 if series.measure == "troops" else 0
    found: dict[str, list[Observation]] = {}
    for row in reference.observations:
        whole = (row.start.month, row.start.day, row.end.month, row.end.day) == (1, 1, 12, 31)
        near = whole and row.start.year == row.end.year and abs(row.start.year - year) <= reach
        if row.series_id == series.series_id and near and row.suspect is None:
            found.setdefault(row.source, []).append(row)
    return {source: rows for source, rows in found.items() if any(row.start.year == year for row in rows)}


def _judged(
    scene: Scene, figure: Figure, series: Series, values: dict[str, list[Observation]]
) -> Iterator[Found]:
    known = {source: _bounds(rows) for source, rows in values.items()}
    if not known or figure.low is None:
        return
    told = Found(
        table="figures",
        row_id=figure.figure_id,
        start=figure.start,
        end=figure.end,
        verdict=verdict(figure, list(known.values())),
        stated=f"{scene.words(figure.start, figure.end)} {figure.of}",
        note=scene.said_by(figure),
    )
    for source, (low, high) in sorted(known.items()):
        citation = values[source][len(values[source]) // 2].citation
        found = f"{wording.span(low, high)}: {series.title}"
        yield replace(told, found=found, found_low=low, found_high=high, source=source, citation=citation)


def _bounds(rows: list[Observation]) -> Bounds:
    ends = [bounds(row.low, row.best, row.high) for row in rows]
    open_top = any(high is None for _, high in ends)
    return lowest(ends), None if open_top else max(high or 0.0 for _, high in ends)
