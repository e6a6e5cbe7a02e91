"""From an article to its tables: reads the language, runs the extractors in order, assembles the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline import ids
from dateline.article import READ_ROLES, Article
from dateline.codebook import Files, active
from dateline.extract import actors, events, figures, implications, links, places, repeats, statements, times
from dateline.language import read as read_language
from dateline.language.document import Doc
from dateline.language.pipeline import Pipeline
from dateline.records import ArticleRow, Event, SectionRow, SentenceRow
from dateline.tables import Tables

_WORD = re.compile(r"\w[\w'’.,-]*")


def parse(article: Article, *, codebook: Files = None, pipeline: Pipeline | None = None) -> Tables:
    """All tables of the data model for one article; those of which it has nothing are empty.

    ``codebook``: a file with entries of your own for this parse, or several (codebook/README.md).
    ``pipeline``: a trained spaCy pipeline (``spacy.load("en_core_web_sm")``), whose tags are then taken.

    The tables are in text order and the same on every run. They are not validated here, because every
    writing and reading of them is; ``tables.validate()`` does it on demand.
    """
    return Tables.from_records(extract(article, codebook=codebook, pipeline=pipeline), article)


def extract(
    article: Article, *, codebook: Files = None, pipeline: Pipeline | None = None
) -> dict[str, list[Any]]:
    """The records of every table by its name; ``codebook`` and ``pipeline`` as in :func:`parse`."""
    if codebook is None:
        return _extract(article, pipeline)
    from dateline.codebook import loading  # merging and its checks, which few need

    with loading.using(codebook):
        return _extract(article, pipeline)


def _extract(article: Article, pipeline: Pipeline | None) -> dict[str, list[Any]]:
    """Each extractor in turn, given the layers before it."""
    doc = read_language(article, pipeline)
    own = article_id(article)
    dates = times.extract(doc, article.published)
    cast = actors.extract(doc, own, places.lookup)
    where = places.extract(doc, cast, own)
    said = statements.extract(doc, cast)
    counted = figures.extract(doc, dates)
    sections = section_rows(article, own)
    told, counted, dates = events.extract(doc, own, cast, where, dates, counted, said, article.published)
    linked = links.extract(doc, told)
    done, renamed = repeats.merge(told, doc)
    linked, counted, dates = repeats.rename(renamed, linked, counted, dates)
    return {
        "articles": [article_row(article, own, doc, done)],
        "sections": sections,
        "sentences": sentence_rows(doc, own, sections),
        "entities": [*cast.entities, *where.entities],
        "mentions": [*cast.mentions, *where.mentions],
        "places": where.rows,
        "times": dates,
        "figures": counted,
        "events": done,
        "statements": said,
        "links": linked,
        "implications": implications.extract(doc, cast, said),
        "findings": [],
    }


def article_id(article: Article) -> str:
    """The id of the article's row: a digest of its text."""
    return ids.digest("a", article.text)


def article_row(article: Article, own: str, doc: Doc, events: Sequence[Event]) -> ArticleRow:
    """The article's own row; ``words`` counts what is read: headline, standfirst, headings and body."""
    earliest, latest = article.published_earliest, article.published_latest
    basis = article.published_basis
    if article.published is None and earliest is None and latest is None:
        earliest, latest = published_between(events)
        basis = "inferred" if earliest or latest else None
    own_words = active()
    read = [sentence.text for sentence in doc.sentences if sentence.role in READ_ROLES]
    return ArticleRow(
        article_id=own,
        title=article.title,
        standfirst=article.standfirst,
        author=article.author,
        author_note=article.author_note,
        publisher=article.publisher,
        series=article.series,
        genre=article.genre,
        language=article.language,
        published=article.published,
        published_basis=basis,
        published_earliest=earliest,
        published_latest=latest,
        source=article.source,
        encoding=article.encoding,
        sha256=article.sha256 or None,
        words=sum(len(_WORD.findall(text)) for text in read),
        rights=article.rights,
        codebook=own_words.digest if own_words else None,
    )


def published_between(events: Sequence[Event]) -> tuple[date | None, date | None]:
    """Bounds for the day of an undated article, from the dates that it states itself.

    It cannot be older than the last thing it reports as done, nor younger than the first it still expects.
    """
    stated = [event for event in events if event.date_basis == "stated" and event.date_precision != "range"]
    done = [event.date_start for event in stated if event.status == "actual" and event.date_start]
    ahead = [event.date_end for event in stated if event.status == "planned" and event.date_end]
    earliest = max(done, default=None)
    latest = min((day for day in ahead if earliest is None or day >= earliest), default=None)
    return earliest, latest


def section_rows(article: Article, own: str) -> list[SectionRow]:
    """One row a section. Its id depends on its heading, and on how many of that wording came before."""
    seen: Counter[str | None] = Counter()
    rows = []
    for position, section in enumerate(article.sections, start=1):
        seen[section.heading] += 1
        name = ids.digest("sec", section.heading, seen[section.heading])
        rows.append(SectionRow(name, own, position, section.heading, section.start, section.end))
    return rows


def sentence_rows(doc: Doc, own: str, sections: Sequence[SectionRow]) -> list[SentenceRow]:
    """One row a sentence, of every role."""
    return [
        SentenceRow(
            sentence_id=sentence.sentence_id,
            article_id=own,
            section_id=sections[sentence.section].section_id,
            paragraph=sentence.paragraph,
            position=sentence.position,
            role=sentence.role,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
        )
        for sentence in doc.sentences
    ]
