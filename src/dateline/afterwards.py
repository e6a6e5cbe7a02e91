"""What the record has after an article was published, and what of it bears on what the article argues.

For notebook 03. None of it is in the article, and nothing here judges: a later happening is set beside an
implication because it concerns the countries named there and is of a kind that its words speak of
(``codebook/bearing.toml``). Whether it bears the argument out is for the reader to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline import ahead, focus, wording
from dateline.arguments import premise_spans
from dateline.checks.record.matching import is_named, killed
from dateline.codebook import settings
from dateline.excerpts import each, excerpt
from dateline.focus import Sides
from dateline.surroundings import own_countries
from dateline.wording import missing, text

if TYPE_CHECKING:
    from dateline.checks.reference import Entry, Incident, Reference
    from dateline.tables import Tables

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Later:
    """Something that the record has after publication: a row a source."""

    name: str
    start: date
    end: date
    precision: str
    types: frozenset[str]
    countries: frozenset[str]  # of those who take part, and where it happened
    rows: tuple[Incident | Entry, ...]

    @property
    def when(self) -> str:
        return wording.when(self.start, self.end, self.precision)

    @property
    def killed(self) -> str:
        """The lowest and the highest number of people killed that a source gives; empty where none does."""
        known = [bound for row in self.rows for bound in killed(row) if bound is not None]
        return wording.span(min(known), max(known)) if known else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Implications of one subject, and the later happenings that bear on it, soonest first."""

    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    countries: tuple[str, ...]
    matters: tuple[str, ...]
    later: tuple[Later, ...]


def afterwards(
    tables: Tables, record: Reference, sides: Sides = None, about: str | None = None
) -> list[Later]:
    """The happenings after publication that concern the article, in time's order.

    Those between two of the sides and the focus; those within the focus alone; and those within one of the
    sides, where the article names who took part. Empty where the day of publication is not known. Incidents
    of downloaded files are not among them.
    """
    day, own = ahead.published(tables), own_countries(tables, sides, about)
    if missing(day):
        return []
    place = focus.focus(tables, about, focus.sides(tables, sides))
    held: dict[str, list[Incident | Entry]] = {}
    for row in _dated(record):
        held.setdefault(_key(row), []).append(row)
    found = [_later(rows) for rows in held.values() if min(row.date_start for row in rows) > day.date()]
    kept = (one for one in found if _concerns(one, {*own}, place, tables.text))
    return sorted(kept, key=lambda one: (one.start, one.end, one.name))


def matter(name: str) -> str:
    """What an implication's words speak of, as a reader would say it."""
    return settings("bearing")[name]["said"]


def loose(tables: Tables, record: Reference, sides: Sides = None, about: str | None = None) -> int:
    """How many incidents of downloaded files happened after publication in the sides and the focus."""
    day, own = ahead.published(tables), set(own_countries(tables, sides, about))
    rows = (row for row in record.incidents if row.incident is None and row.duplicate_of is None)
    return (
        0 if missing(day) else sum(row.date_start > day.date() and bool(own & {*row.country}) for row in rows)
    )


def nearest(found: list[Later], own: set[str], most: int) -> list[Later]:
    """At most ``most``: those between two of ``own`` before those within one, the soonest first; in time's
    order."""
    ranked = sorted(found, key=lambda one: (len(one.countries & own) < 2, one.start, one.name))
    return sorted(ranked[:most], key=lambda one: (one.start, one.end, one.name))


def beside(tables: Tables, record: Reference, sides: Sides = None, about: str | None = None) -> list[Beside]:
    """The article's implications, those of one subject together, each with what bears on it later."""
    later = afterwards(tables, record, sides, about)
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[int, str]]] = {}
    events = _types(tables)
    for n, (row, spans) in enumerate(premise_spans(tables), 1):
        spoken = [(int(row.start), int(row.end)), *spans]
        words = " ".join(excerpt(tables, *span) for span in spoken)
        own = {kind for kind, at in events if any(start <= at < end for start, end in spoken)}
        subject = _countries(tables, row, spoken), _matters(words, own)
        groups.setdefault(subject, []).append((n, " ".join(text(row.text).split())))
    return [
        Beside(
            tuple(n for n, _ in said), tuple(words for _, words in said), countries, matters,
            tuple(one for one in later if _bears(one, countries, matters, said)),
        )
        for (countries, matters), said in groups.items()
    ]  # fmt: skip


def _dated(record: Reference) -> Iterator[Incident | Entry]:
    yield from record.chronology
    yield from (row for row in record.incidents if row.incident is not None and row.duplicate_of is None)


def _key(row: Incident | Entry) -> str:
    return str(getattr(row, "entry", None) or getattr(row, "incident", None))


def _later(rows: list[Incident | Entry]) -> Later:
    first = min(rows, key=lambda row: (row.date_start, row.date_end))
    return Later(
        name=str(rows[0].name),
        start=first.date_start,
        end=first.date_end,
        precision=first.date_precision,
        types=frozenset(kind for row in rows for kind in row.event_type),
        countries=frozenset(code for row in rows for code in (*_parties(row), *row.country)),
        rows=tuple(rows),
    )


def _parties(row: Incident | Entry) -> tuple[str, ...]:
    return (*row.actor_country, *row.target_country)


def _concerns(one: Later, own: set[str], place: str | None, words: str) -> bool:
    if len(one.countries & own) >= 2:
        return True
    within = len(one.countries) == 1 and one.countries <= own
    return within and (place in one.countries or _is_named(one, words))


def _is_named(one: Later, words: str) -> bool:
    return any(is_named((*row.actor, *row.target), words) for row in one.rows)


def _bears(
    one: Later, countries: tuple[str, ...], matters: tuple[str, ...], said: list[tuple[int, str]]
) -> bool:
    """Of a kind that the words speak of, and between two of the countries named, or with the one named."""
    shared = len(one.countries & set(countries))
    named = any(_is_named(one, words) for _, words in said)
    kinds = {kind for matter in matters for kind in settings("bearing")[matter]["types"]}
    return bool(kinds & one.types) and (named or shared >= min(2, len(countries) or 1))


def _countries(tables: Tables, row: object, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    """The countries of whoever and whatever is named in the spans, or else in the implication's sentence."""
    of = {
        str(name): text(code)
        for name, code in zip(tables.entities["entity_id"], tables.entities["country"], strict=True)
    }
    about = of.get(text(getattr(row, "about_id", None)), "")
    sentence, inside, around = getattr(row, "sentence_id", None), {about}, set()
    for mention in each(tables.mentions):
        code = of.get(text(mention.entity_id), "")
        if any(start <= mention.start < end for start, end in spans):
            inside.add(code)
        elif text(mention.sentence_id) == text(sentence):
            around.add(code)
    return tuple(sorted(inside - {""} or around - {""}))


def _types(tables: Tables) -> list[tuple[str, int]]:
    """Each event's type, and where its trigger stands."""
    rows = tables.events
    return [(text(kind), int(at)) for kind, at in zip(rows["event_type"], rows["trigger_start"], strict=True)]


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {name: frozenset(matter["words"]) for name, matter in settings("bearing").items()}


def _matters(words: str, events: set[str]) -> tuple[str, ...]:
    """What the words speak of (see :func:`matter`), by themselves and by the types of the events in them."""
    found = {form for word in _WORD.findall(words.casefold()) for form in (word, word.removesuffix("s"))}
    return tuple(
        name
        for name, known in _vocabulary().items()
        if found & known or events & set(settings("bearing")[name]["types"])
    )
