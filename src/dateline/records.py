"""What the extractors return: one frozen dataclass a table, one field a column.

These classes are the schema. ``tables`` derives each DataFrame's columns, their order and their
types from the annotations here, so a column is named in one place only. ``None`` means missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

# The annotation's second part is the column's dtype.
Text = Annotated[str | None, "string"]
Whole = Annotated[int | None, "Int64"]
Measure = Annotated[float | None, "Float64"]
Day = Annotated[date | None, "datetime64[us]"]
Flag = Annotated[bool | None, "boolean"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article_id: Text
    title: Text
    standfirst: Text
    author: Text
    author_note: Text
    publisher: Text
    series: Text
    genre: Text
    language: Text
    published: Day
    published_basis: Text
    published_earliest: Day
    published_latest: Day
    source: Text
    encoding: Text
    sha256: Text
    words: Whole
    rights: Text
    codebook: Text = None  # which of the user's files were used; missing where none was


@dataclass(frozen=True, slots=True)
class SectionRow:
    section_id: Text
    article_id: Text
    position: Whole
    heading: Text
    start: Whole
    end: Whole


@dataclass(frozen=True, slots=True)
class SentenceRow:
    sentence_id: Text
    article_id: Text
    section_id: Text
    paragraph: Whole
    position: Whole
    role: Text
    start: Whole
    end: Whole
    text: Text


@dataclass(frozen=True, slots=True)
class Entity:
    entity_id: Text
    article_id: Text
    name: Text
    kind: Text  # person, organisation, group, country, place
    country: Text  # ISO 3166-1 alpha-3
    sector: Text  # PLOVER actor sector
    role: Text  # the office, as worded
    parent_id: Text
    aliases: Text  # separated by "; "
    mentions: Whole
    start: Whole
    end: Whole


@dataclass(frozen=True, slots=True)
class Mention:
    mention_id: Text
    entity_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    text: Text
    form: Text  # name, acronym, demonym, description, pronoun


@dataclass(frozen=True, slots=True)
class Place:
    place_id: Text
    entity_id: Text
    name: Text
    kind: Text  # site, city, district, province, country, region
    country: Text
    admin1: Text
    latitude: Measure
    longitude: Measure
    geoname_id: Text
    precision: Text
    start: Whole  # the first mention
    end: Whole


@dataclass(frozen=True, slots=True)
class Time:
    time_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    text: Text
    type: Text  # DATE, TIME, DURATION, SET
    value: Text  # TIMEX3
    earliest: Day
    latest: Day
    anchor: Text  # none, publication, time, event
    anchor_id: Text


@dataclass(frozen=True, slots=True)
class Figure:
    figure_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    text: Text
    low: Measure
    high: Measure
    approximate: Flag
    unit: Text
    measure: Text  # killed, injured, detained, displaced, missing, count, duration, money, …
    of: Text
    event_id: Text


@dataclass(frozen=True, slots=True)
class Event:
    event_id: Text
    article_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    text: Text
    trigger: Text
    trigger_start: Whole
    trigger_end: Whole
    source_id: Text
    source_text: Text
    source_country: Text
    source_sector: Text
    target_id: Text
    target_text: Text
    target_country: Text
    target_sector: Text
    event_type: Text
    event_mode: Text
    cameo: Text
    goldstein: Measure
    quad_class: Whole
    status: Text  # actual, ongoing, planned, requested, hypothetical, denied
    date_start: Day
    date_end: Day
    date_precision: Text  # day, month, year, range
    date_basis: Text  # stated, resolved, context, publication
    time_id: Text
    place_id: Text
    deaths_low: Whole
    deaths_high: Whole
    deaths_of: Text
    injured_low: Whole
    injured_high: Whole
    statement_id: Text
    rule: Text
    # How the row came about (docs/explain.md): what `dateline explain` reads.
    source_start: Whole = None  # where `source_text` stands; another sentence's words if carried from there
    source_end: Whole = None
    source_slot: Text = None  # subject, by, owner, mod, of, …: the slot that yielded it
    target_start: Whole = None
    target_end: Whole = None
    target_slot: Text = None
    status_cue: Text = None  # the words that set the status; missing where nothing takes the event back
    mentions: Whole = 1  # how often the article tells of it
    evidence: Text = (
        None  # where else it does: "start:end|start:end"; extract/repeats.py says when two are one
    )
    code_rule: Text = None  # what gave the code where it is not the frame's own: "OUTER + INNER", or a word


@dataclass(frozen=True, slots=True)
class Statement:
    statement_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    source_id: Text
    source_text: Text
    source_start: Whole
    source_end: Whole
    cue: Text
    cue_start: Whole
    cue_end: Whole
    content: Text
    content_start: Whole
    content_end: Whole
    type: Text  # direct, indirect, mixed
    audience_id: Text


@dataclass(frozen=True, slots=True)
class Link:
    link_id: Text
    sentence_id: Text
    kind: Text  # response, cause, purpose, condition
    from_id: Text
    from_start: Whole
    from_end: Whole
    to_id: Text
    to_start: Whole
    to_end: Whole
    cue: Text
    cue_start: Whole
    cue_end: Whole
    basis: Text  # explicit, inferred
    start: Whole  # both spans and the cue
    end: Whole


@dataclass(frozen=True, slots=True)
class Implication:
    implication_id: Text
    sentence_id: Text
    start: Whole
    end: Whole
    text: Text
    about_id: Text
    kind: Text  # consequence, necessity, prediction, evaluation
    modality: Text  # certain, probable, possible, necessary
    source_id: Text
    because_start: Whole
    because_end: Whole


@dataclass(frozen=True, slots=True)
class Finding:
    finding_id: Text
    article_id: Text
    table: Text
    row_id: Text
    start: Whole
    end: Whole
    check: Text
    verdict: Text  # agrees, disagrees, contested, unverified
    stated: Text
    found: Text
    found_low: Measure
    found_high: Measure
    source: Text
    citation: Text
    note: Text


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
