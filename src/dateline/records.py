"""What the extractors return: one frozen dataclass a table, one field a column.

These classes are the schema. ``tables`` derives each DataFrame's columns, their order and their
types from the annotations here, so a column is named and described in one place only. ``None`` means
missing. The words that a column may hold, where they are few, stand in :mod:`dateline.schema`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

# The annotation's second part is the column's dtype, a third says what the column holds.
Text = Annotated[str | None, "string"]
Whole = Annotated[int | None, "Int64"]
Measure = Annotated[float | None, "Float64"]
Day = Annotated[date | None, "datetime64[us]"]
Flag = Annotated[bool | None, "boolean"]
# Columns that many tables have.
Id = Annotated[Text, "The row's own id: it stays the same as long as its sentence does."]
InArticle = Annotated[Text, "The article it is from."]
InSentence = Annotated[Text, "The sentence it stands in."]
Start = Annotated[Whole, "Where the words begin in the article's text, in code points from 0."]
End = Annotated[Whole, "Where they end: one past the last code point."]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """The article."""

    article_id: Annotated[Text, "The row's own id, from the article's text."]
    title: Annotated[Text, "The headline."]
    standfirst: Annotated[Text, "The sentences that sum it up above the text."]
    author: Annotated[Text, "Who wrote it."]
    author_note: Annotated[Text, "What it says of its author."]
    publisher: Annotated[Text, "Who published it."]
    series: Annotated[Text, "The series it is part of, with its number there."]
    genre: Annotated[Text, "What kind of text it says it is."]
    language: Annotated[Text, "The language it is in, ISO 639-1."]
    published: Annotated[Day, "The day of publication."]
    published_basis: Annotated[
        Text, "How that day is known: from the text, from the file beside it, or bounded by the dates in it."
    ]
    published_earliest: Annotated[Day, "The first day on which it can have been published."]
    published_latest: Annotated[Day, "The last such day."]
    source: Annotated[Text, "The file it was read from."]
    encoding: Annotated[Text, "How that file is encoded."]
    sha256: Annotated[Text, "The digest of that file's bytes."]
    words: Annotated[Whole, "Words in headline, standfirst, headings and body."]
    rights: Annotated[Text, "The rights notice."]
    codebook: Annotated[
        Text, "Which of the user's codebook files were used, with digests; missing where none was."
    ] = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """Its sections."""

    section_id: Id
    article_id: InArticle
    position: Annotated[Whole, "Its place in the article, from 1."]
    heading: Annotated[Text, "Its heading; missing for what stands before the first."]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """Its sentences; what is no part of the argument is labelled, not left out."""

    sentence_id: Id
    article_id: InArticle
    section_id: Annotated[Text, "The section it stands in."]
    paragraph: Annotated[Whole, "Its paragraph, from 1."]
    position: Annotated[Whole, "Its place in the article, from 1."]
    role: Annotated[
        Text, "What part of the page it is; only headline, standfirst, heading and body are read for events."
    ]
    start: Start
    end: End
    text: Annotated[Text, "Its words."]


@dataclass(frozen=True, slots=True)
class Entity:
    """Who and what is named."""

    entity_id: Id
    article_id: InArticle
    name: Annotated[Text, "The fullest name it is given."]
    kind: Annotated[Text, "Who or what it is."]
    country: Annotated[Text, "The country it belongs to, ISO 3166-1 alpha-3."]
    sector: Annotated[
        Text, "What it is in its society, as PLOVER abbreviates it: GOV, MIL, SPY, LEG, REB, CVL, …"
    ]
    role: Annotated[Text, "The office held, as the text words it."]
    parent_id: Annotated[Text, "The entity that it belongs to."]
    aliases: Annotated[Text, 'Other names it is given, separated by "; ".']
    mentions: Annotated[Whole, "How often it is spoken of."]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class Mention:
    """Every spot where an entity is spoken of."""

    mention_id: Id
    entity_id: Annotated[Text, "Who or what is spoken of."]
    sentence_id: InSentence
    start: Start
    end: End
    text: Annotated[Text, "The words."]
    form: Annotated[Text, "By what kind of words."]


@dataclass(frozen=True, slots=True)
class Place:
    """Places, with coordinates."""

    place_id: Id
    entity_id: Annotated[Text, "The place among the entities."]
    name: Annotated[Text, "Its name."]
    kind: Annotated[Text, "What kind of place it is."]
    country: Annotated[Text, "The country it lies in, ISO 3166-1 alpha-3."]
    admin1: Annotated[Text, "The province or state it lies in."]
    latitude: Annotated[Measure, "Degrees north."]
    longitude: Annotated[Measure, "Degrees east."]
    geoname_id: Annotated[Text, "Its number in GeoNames."]
    precision: Annotated[Text, "How near the coordinates come: to the middle of what."]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class Time:
    """Time expressions and the days they stand for."""

    time_id: Id
    sentence_id: InSentence
    start: Start
    end: End
    text: Annotated[Text, "The words."]
    type: Annotated[Text, "TIMEX3's type."]
    value: Annotated[Text, "TIMEX3's value: 2011-03-17, 2010-12, 2011-W11, P12Y, PRESENT_REF, …"]
    earliest: Annotated[Day, "The first day it can mean; missing for a bare duration."]
    latest: Annotated[Day, "The last such day."]
    anchor: Annotated[Text, "What a relative expression was counted from."]
    anchor_id: Annotated[Text, "The row it was counted from."]


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers and what they count."""

    figure_id: Id
    sentence_id: InSentence
    start: Start
    end: End
    text: Annotated[Text, "The words."]
    low: Annotated[
        Measure,
        "The least it means; equal to high for an exact number, missing where nothing bounds it below.",
    ]
    high: Annotated[Measure, 'The most it means; missing for "at least 40".']
    approximate: Annotated[Flag, "Whether the words leave it rough."]
    unit: Annotated[Text, "What one of it is: people, events, years, USD, percent, …"]
    measure: Annotated[Text, "What it measures."]
    of: Annotated[Text, "Who or what is counted, in the article's words."]
    event_id: Annotated[Text, "The event it belongs to."]


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where."""

    event_id: Id
    article_id: InArticle
    sentence_id: InSentence
    start: Start
    end: End
    text: Annotated[Text, "The clause that tells of it."]
    trigger: Annotated[Text, "The words that name the deed."]
    trigger_start: Start
    trigger_end: End
    source_id: Annotated[Text, "Who does it."]
    source_text: Annotated[Text, "Who does it, in the article's words."]
    source_country: Annotated[Text, "The doer's country, ISO 3166-1 alpha-3."]
    source_sector: Annotated[Text, "The doer's sector, as in entities."]
    target_id: Annotated[Text, "To whom it is done."]
    target_text: Annotated[Text, "To whom it is done, in the article's words."]
    target_country: Annotated[Text, "Their country, ISO 3166-1 alpha-3."]
    target_sector: Annotated[Text, "Their sector, as in entities."]
    event_type: Annotated[Text, "PLOVER's type."]
    event_mode: Annotated[Text, "PLOVER's mode, where the type has modes."]
    cameo: Annotated[Text, "CAMEO's code, as text."]
    goldstein: Annotated[
        Measure, "The code's value on Goldstein's scale, from -10 (conflict) to +10 (cooperation)."
    ]
    quad_class: Annotated[
        Whole, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."
    ]
    status: Annotated[Text, "Whether it happened; what is asked for, denied or feared is never actual."]
    date_start: Annotated[Day, "The first day on which it can have happened."]
    date_end: Annotated[Day, "The last such day."]
    date_precision: Annotated[Text, "How precise the date is."]
    date_basis: Annotated[
        Text,
        "How the date is known: stated, worked out from another, from sentences near by, or the article's.",
    ]
    time_id: Annotated[Text, "The time expression that dates it."]
    place_id: Annotated[Text, "Where it happened."]
    deaths_low: Annotated[Whole, "The least number of dead it tells of."]
    deaths_high: Annotated[Whole, "The greatest."]
    deaths_of: Annotated[Text, "Who died, in the article's words."]
    injured_low: Annotated[Whole, "The least number of injured it tells of."]
    injured_high: Annotated[Whole, "The greatest."]
    statement_id: Annotated[Text, "The statement that reports it; missing where the author says so himself."]
    rule: Annotated[Text, "The codebook entry that recognised it."]
    # How the row came about (docs/explain.md): what `dateline explain` reads.
    source_start: Start = None
    source_end: End = None
    source_slot: Annotated[Text, "The part of the sentence that yielded the doer: subject, by, owner, …"] = (
        None
    )
    target_start: Start = None
    target_end: End = None
    target_slot: Annotated[Text, "The part of the sentence that yielded the target."] = None
    status_cue: Annotated[
        Text, "The words that set the status; missing where nothing takes the event back."
    ] = None
    mentions: Annotated[Whole, "How often the article tells of it."] = 1
    evidence: Annotated[Text, 'Where else it does: "start:end|start:end".'] = None
    code_rule: Annotated[Text, "What gave the code where it is not the codebook entry's own."] = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what."""

    statement_id: Id
    sentence_id: InSentence
    start: Start
    end: End
    source_id: Annotated[Text, "Who says it; missing for a source that is no entity."]
    source_text: Annotated[Text, "Who says it, in the article's words."]
    source_start: Start
    source_end: End
    cue: Annotated[Text, "The words that say it is said."]
    cue_start: Start
    cue_end: End
    content: Annotated[Text, "What is said."]
    content_start: Start
    content_end: End
    type: Annotated[Text, "Whether all, some or none of it is quoted."]
    audience_id: Annotated[Text, "To whom it is said."]


@dataclass(frozen=True, slots=True)
class Link:
    """What answers, causes or serves what."""

    link_id: Id
    sentence_id: InSentence
    kind: Annotated[
        Text, "Whether the second answers the first, is caused by it, serves it, or depends on it."
    ]
    from_id: Annotated[Text, "The event that is the cause, what was answered, the aim or the condition."]
    from_start: Start
    from_end: End
    to_id: Annotated[
        Text, "The event that is the effect, the answer, what is done for the aim, or what would follow."
    ]
    to_start: Start
    to_end: End
    cue: Annotated[Text, "The words that link the two."]
    cue_start: Start
    cue_end: End
    basis: Annotated[Text, "Whether words say so, or order and actors suggest it."]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class Implication:
    """What is said to follow."""

    implication_id: Id
    sentence_id: InSentence
    start: Start
    end: End
    text: Annotated[Text, "The words."]
    about_id: Annotated[Text, "What it is about."]
    kind: Annotated[Text, "What kind of conclusion it is."]
    modality: Annotated[Text, "How sure it is by its own words."]
    source_id: Annotated[Text, "Whose conclusion it is; missing for the author's own."]
    because_start: Start
    because_end: End


@dataclass(frozen=True, slots=True)
class Finding:
    """What disagrees with the article itself or with the public record, and what holds."""

    finding_id: Id
    article_id: InArticle
    table: Annotated[Text, "The table of the row at issue."]
    row_id: Annotated[Text, "The row at issue."]
    start: Start
    end: End
    check: Annotated[Text, "The rule that was applied."]
    verdict: Annotated[
        Text,
        "What came of it; contested: the sources differ, and the stated value lies within what they span.",
    ]
    stated: Annotated[Text, "What the article says."]
    found: Annotated[Text, "What the source says."]
    found_low: Annotated[Measure, "The least the source gives."]
    found_high: Annotated[Measure, "The most the source gives."]
    source: Annotated[Text, "Whose figure or date it is."]
    citation: Annotated[Text, "Where it can be read."]
    note: Annotated[Text, "What else to know of it."]


#: Table name to record class, in the order in which the tables are written.
TABLES: dict[str, type] = {
    "articles": ArticleRow,
    "sections": SectionRow,
    "sentences": SentenceRow,
    "entities": Entity,
    "mentions": Mention,
    "places": Place,
    "times": Time,
    "figures": Figure,
    "events": Event,
    "statements": Statement,
    "links": Link,
    "implications": Implication,
    "findings": Finding,
}
