"""How long a war has lasted, as an article has it and as the record does."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from dateline import wording
from dateline.checks.found import Found, Verdict
from dateline.checks.record import told_wars
from dateline.checks.record.told_lengths import Length, lengths
from dateline.checks.record.told_wars import Meant, part
from dateline.checks.reference import Reference, Span, War
from dateline.checks.scene import Scene
from dateline.records import SentenceRow

_YEAR = 365.2425


def length_of_war(scene: Scene, reference: Reference) -> Iterator[Found]:
    """A number of years of a war against its beginning and, where it was over by then, its end.

    Years are counted from the beginning to the day of the article, or to a date that the sentence states; a
    number agrees between the full years and the next. "After six years of war" may tell of a time past: there
    only a length greater than the war's is wrong. Of several wars in one country all must be missed.
    """
    if not reference.wars:
        return
    for sentence in scene.sentences:
        if not scene.is_read(sentence) or sentence.start is None or sentence.end is None:
            continue
        for length, meant in lengths(scene, sentence, reference):
            yield from _held_against(scene, sentence, length, meant, reference)


def _held_against(
    scene: Scene, sentence: SentenceRow, length: Length, meant: Meant, reference: Reference
) -> Iterator[Found]:
    days = _days(scene, sentence)
    if not days:
        return
    groups = [rows for group in meant.groups if (rows := _begun(group, days))]
    if length.present:
        groups = [tuple(war for war in rows if _goes_on(war, days[0])) or rows for rows in groups]
    going_on = [rows for rows in groups if any(_is_news(war, days[0]) for war in rows)]
    groups = going_on if length.present and going_on else groups
    if not groups:
        return
    fits: list[Verdict] = [_fit(length, rows, days) for rows in groups]
    best = _foremost(groups, days)
    current = [fit for rows, fit in zip(groups, fits, strict=True) if rows in going_on]
    verdict: Verdict = "unverified"
    if len(groups) == 1 or (fits[best] == "agrees" and groups[best] in going_on and len(current) == 1):
        verdict = fits[best]
    elif all(fit == "disagrees" for fit in fits):
        verdict = "disagrees"
    if verdict != "agrees" and length.partial and _is_part_of(length, groups, days, verdict):
        return
    if verdict == "disagrees" and _fits_otherwise(length, meant, groups, days, reference):
        verdict = "unverified"
    note = (
        None
        if len(groups) == 1
        else "also in the record: " + ", ".join(rows[0].war for i, rows in enumerate(groups) if i != best)
    )
    yield from _rows(scene, sentence, length, verdict, groups[best], days, note)


def _days(scene: Scene, sentence: SentenceRow) -> list[Span]:
    """The days up to which the length may be counted: the article's, and dates that the sentence states."""
    first, last = scene.written
    days: list[Span] = [(first, last)] if first is not None and last is not None else []
    for time in scene.beside(sentence, "times"):
        if time.type == "DATE" and time.earliest and time.latest and days and time.latest < days[0][1]:
            days.append((time.earliest, time.latest))
    return days


def _begun(group: tuple[War, ...], days: list[Span]) -> tuple[War, ...]:
    """The rows of a war that had begun by the article's day; those of the war as a whole, if any."""
    rows = [war for war in group if war.start[0] <= days[0][1]]
    whole = [war for war in rows if war.party is None]
    return tuple(whole or rows)


def _foremost(groups: list[tuple[War, ...]], days: list[Span]) -> int:
    """The war that is meant first of all: one still going on, the latest."""

    def rank(i: int) -> tuple[bool, date]:
        return any(_is_news(war, days[0]) for war in groups[i]), max(war.start[0] for war in groups[i])

    return max(range(len(groups)), key=rank)


def _is_news(war: War, day: Span) -> bool:
    """Whether it goes on, or ended within the year."""
    return war.end is None or (day[0] - war.end[1]).days <= _YEAR


def _goes_on(war: War, day: Span) -> bool:
    return war.end is None or war.end[1] >= day[0]


def _span_of(war: War, day: Span, from_start: bool = False) -> tuple[float, float]:
    """The shortest and the longest it can have lasted by a day, in years."""
    last_low, last_high = day
    if war.end is not None and not from_start:
        last_low, last_high = min(last_low, war.end[0]), min(last_high, war.end[1])
    low = (last_low - war.start[1]).days / _YEAR
    return max(low, 0.0), max((last_high - war.start[0]).days / _YEAR, 0.0)


def _fit(length: Length, rows: tuple[War, ...], days: list[Span]) -> Verdict:
    results = [_fits(length, war, days) for war in rows]
    if all(results):
        return "agrees"
    if any(results):
        return "contested"
    spans = [_span_of(war, days[0], length.from_start) for war in rows]
    between = min(low for low, _ in spans) <= length.years <= max(high for _, high in spans)
    return "contested" if between and len(rows) > 1 else "disagrees"


def _fits(length: Length, war: War, days: list[Span]) -> bool:
    return any(_within(length, *_span_of(war, day, length.from_start)) for day in days)


def _within(length: Length, low: float, high: float) -> bool:
    years, slack = length.years, 0.1
    if length.reach == "nth":
        return math.floor(low - slack) + 1 <= years <= math.floor(high + slack) + 1
    if length.reach == "least":
        return high >= years - (1.0 if length.decades else 0.25)
    if length.reach == "most":
        return low <= years + 0.25 and high >= years * 0.5
    if length.decades:
        return years * 0.8 <= high and low <= years * 1.3 + 1
    if length.reach == "about" or (years >= 10 and years % 5 == 0):
        give = max(1.0, years * (0.15 if length.reach == "about" else 0.1))
        return high >= years - give - slack and low <= years + give + slack
    return math.floor(low - slack) <= years <= math.ceil(high + slack)


def _is_part_of(length: Length, groups: list[tuple[War, ...]], days: list[Span], verdict: Verdict) -> bool:
    """Whether it may be told of a time when the war had lasted so long, and no longer."""
    spans = [_span_of(war, days[0]) for rows in groups for war in rows]
    if verdict == "disagrees":
        return length.years <= max(high for _, high in spans)
    return length.years < min(low for low, _ in spans)


def _fits_otherwise(
    length: Length, meant: Meant, groups: list[tuple[War, ...]], days: list[Span], reference: Reference
) -> bool:
    """Whether the length would be right of one party's part in it, or across several wars of the country."""
    names = {rows[0].war for rows in groups}
    parties = {war.party for rows in groups for war in rows if war.party}
    if not parties:
        parts = [war for war in reference.wars if war.war in names and war.start[0] <= days[0][1]]
        if any(_fits(length, war, days) for war in parts):
            return True
    if meant.own:
        return False
    countries = frozenset(country for rows in groups for war in rows for country in war.country)
    wars = [war for war in told_wars.fought_in(reference, countries) if not parties or war.party in parties]
    ends = list(days)
    if not length.present:
        ends += [war.end for war in wars if war.end is not None and war.end[1] <= days[0][1]]
    for war in wars:
        for end in ends:
            low, high = (end[0] - war.start[1]).days / _YEAR, (end[1] - war.start[0]).days / _YEAR
            if low > 0 and (_within(length, low, high) or (length.partial and length.years <= high)):
                return True
    return False


def _rows(
    scene: Scene,
    sentence: SentenceRow,
    length: Length,
    verdict: Verdict,
    rows: tuple[War, ...],
    days: list[Span],
    note: str | None,
) -> Iterator[Found]:
    said = scene.said_by(length.row) if length.row is not None else None
    kept: set[str] = set()
    for war in rows:
        if war.source in kept:
            continue
        kept.add(war.source)
        low, high = _span_of(war, days[0], length.from_start)
        yield Found(
            table="times" if length.row is not None else "sentences",
            row_id=length.row.time_id if length.row is not None else sentence.sentence_id,
            start=length.start,
            end=length.end,
            verdict=verdict,
            stated=scene.words(length.start, length.end),
            found=(
                f"{war.war}{part(war)}: {_told_span(war, days[0], length.from_start)}: "
                f"{_told_years(low, high)}"
            ),
            found_low=round(low, 1),
            found_high=round(high, 1),
            source=war.source,
            citation=war.citation,
            note="; ".join(part for part in (said, note) if part) or None,
        )


def _told_span(war: War, day: Span, from_start: bool) -> str:
    if from_start or _goes_on(war, day):
        return f"since {wording.when(*war.start)}"
    assert war.end is not None
    return f"{wording.when(*war.start)} to {wording.when(*war.end)}"


def _told_years(low: float, high: float) -> str:
    if round(low, 1) == round(high, 1):
        return f"{high:.1f} years"
    return f"{low:.1f} to {high:.1f} years"
