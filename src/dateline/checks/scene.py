"""The tables of one article as rules look at them: typed records, looked up by id, by sentence, by words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from dateline import schema
from dateline.records import (
    TABLES,
    ArticleRow,
    Entity,
    Event,
    Figure,
    Implication,
    Link,
    Mention,
    Place,
    SentenceRow,
    Statement,
    Time,
)
from dateline.schema import HAPPENED
from dateline.tables import Tables

#: Roles of the sentences that are read for events; the rest is notes and the furniture of pages.
READ = frozenset({"headline", "standfirst", "heading", "body"})
_IN_SENTENCES = ("times", "figures", "events", "statements", "mentions", "links", "implications")
_NAMED = ("sentences", "entities", "places", *_IN_SENTENCES)
_SURE = frozenset({"stated", "resolved"})


class Scene:
    """What a rule may look at. Rows are the dataclasses of :mod:`dateline.records`, in text order."""

    def __init__(self, tables: Tables) -> None:
        self.text = tables.text
        self._tables = tables

    def _rows(self, table: str) -> tuple[Any, ...]:
        columns = self._tables.columns(table)
        names = schema.dtypes(table)
        cells = zip(*(columns[name] for name in names), strict=True)
        return tuple(TABLES[table](*row) for row in cells)

    @cached_property
    def articles(self) -> tuple[ArticleRow, ...]:
        return self._rows("articles")

    @cached_property
    def sentences(self) -> tuple[SentenceRow, ...]:
        return self._rows("sentences")

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        return self._rows("entities")

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return self._rows("mentions")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return self._rows("places")

    @cached_property
    def times(self) -> tuple[Time, ...]:
        return self._rows("times")

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return self._rows("figures")

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return self._rows("events")

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return self._rows("statements")

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return self._rows("links")

    @cached_property
    def implications(self) -> tuple[Implication, ...]:
        return self._rows("implications")

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {getattr(row, schema.key(name)): row for name in _NAMED for row in getattr(self, name)}

    def get(self, row_id: str | None) -> Any:
        """The row with that id, of whatever table; ``None`` where there is none."""
        return None if row_id is None else self._by_id.get(row_id)

    @cached_property
    def article_id(self) -> str | None:
        return self.articles[0].article_id if self.articles else None

    @cached_property
    def published(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return self.articles[0].published if self.articles else None

    @cached_property
    def written(self) -> tuple[date | None, date | None]:
        """The first and the last day on which the article can have been published."""
        if not self.articles:
            return None, None
        row = self.articles[0]
        return row.published or row.published_earliest, row.published or row.published_latest

    def words(self, start: int | None, end: int | None) -> str:
        """``text[start:end]`` on one line; empty where an offset is missing."""
        return "" if start is None or end is None else " ".join(self.text[start:end].split())

    def sentence(self, row: Any) -> SentenceRow | None:
        """The sentence that a row stands in."""
        return self.get(getattr(row, "sentence_id", None))

    def is_read(self, row: Any) -> bool:
        """Whether the row stands in the article proper rather than in a note or a page's furniture."""
        sentence = self.sentence(row)
        return sentence is not None and sentence.role in READ

    @cached_property
    def _in_sentence(self) -> dict[tuple[str, str], list[Any]]:
        found: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for name in _IN_SENTENCES:
            for row in getattr(self, name):
                if row.sentence_id is not None:
                    found[name, row.sentence_id].append(row)
        return found

    def beside(self, row: Any, table: str) -> list[Any]:
        """The rows of ``table`` in the same sentence, in text order."""
        return self._in_sentence.get((table, row.sentence_id), []) if row.sentence_id else []

    def happened(self) -> Iterator[Event]:
        """The events that are told as having happened or as going on."""
        return (event for event in self.events if event.status in HAPPENED)

    def speaker(self, event: Event | Figure | Time | Implication) -> str | None:
        """Who says so, in the article's words; ``None`` where it is the author himself."""
        statement = self.get(getattr(event, "statement_id", None))
        if statement is None:
            inside = [
                said
                for said in self.beside(event, "statements")
                if _within(event.start, event.end, said.content_start, said.content_end)
            ]
            statement = min(inside, key=lambda said: said.content_end - said.content_start, default=None)
        return (statement.source_text or statement.cue) if statement is not None else None

    def said_by(self, row: Event | Figure | Time) -> str | None:
        """The remark that somebody else says so; ``None`` where it is the author himself."""
        speaker = self.speaker(row)
        return f"said by {speaker}" if speaker else None

    def quoted_for(self, row: Event | Figure | Time) -> str:
        """The same as a sentence behind another one; empty where it is the author himself."""
        speaker = self.speaker(row)
        return f" {speaker} is quoted for it." if speaker else ""

    @cached_property
    def spoken_of(self) -> Counter[str]:
        """How often the article speaks of each country, of its people and bodies included."""
        spoken: Counter[str] = Counter()
        for entity in self.entities:
            if entity.country is not None:
                spoken[entity.country] += entity.mentions or 0
        return spoken

    def quote(self, row: Any) -> str:
        """The row's sentence in quotation marks, as the citation of a finding about the article itself."""
        sentence = self.sentence(row)
        return f"“{self.words(sentence.start, sentence.end)}”" if sentence else ""


def sure(event: Event) -> bool:
    """Whether the event's date is the text's own, stated or worked out from another, rather than context."""
    return event.date_basis in _SURE and event.date_start is not None and event.date_end is not None


def _within(start: int | None, end: int | None, low: int | None, high: int | None) -> bool:
    if start is None or end is None or low is None or high is None:
        return False
    return low <= start and end <= high
