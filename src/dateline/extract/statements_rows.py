"""The rows of the statements: cue, source and content as offsets, and whether the content is quoted.

For the table ``statements``.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.statements_scene import Scene
from dateline.ids import digest
from dateline.language.document import NounGroup
from dateline.records import Entity, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by its words: the cue, the source, the content and the audience, as word indexes."""

    cue: tuple[int, int]
    source: NounGroup | None
    content: tuple[int, int] | None
    audience: NounGroup | None = None


def row(text: str, scene: Scene, said: Said, source: Entity | None, n: int) -> Statement:
    sentence = scene.sentence
    cue_start, cue_end = sentence.span(*said.cue)
    source_start, source_end = _source_span(scene, said)
    start, end, form = content(scene, said)
    bounds = [cue_start, cue_end, *(b for b in (source_start, source_end, start, end) if b is not None)]
    audience = scene.cast.of(sentence, said.audience) if said.audience is not None else None
    return Statement(
        statement_id=digest(
            "st",
            sentence.sentence_id,
            cue_start - sentence.start,
            cue_end - sentence.start,
            start - sentence.start if start is not None else "",
            n,
        ),
        sentence_id=sentence.sentence_id,
        start=min(bounds),
        end=max(bounds),
        source_id=source.entity_id if source else None,
        source_text=text[source_start:source_end] if source_start is not None else None,
        source_start=source_start,
        source_end=source_end,
        cue=text[cue_start:cue_end],
        cue_start=cue_start,
        cue_end=cue_end,
        content=text[start:end] if start is not None else None,
        content_start=start,
        content_end=end,
        type=form,
        audience_id=audience.entity_id if audience else None,
    )


def content(scene: Scene, said: Said) -> tuple[int | None, int | None, str]:
    """The offsets of the content, and whether it is direct, indirect or mixed."""
    if said.content is None:
        return None, None, "indirect"
    words, (first, last) = scene.sentence.words, said.content
    if not scene.quotes:
        return (*scene.sentence.span(first, last), "indirect")
    cue = range(*_unit_words(scene, said))
    told = [w for w in words[first : last + 1] if w.text[0].isalnum() and w.i not in cue]
    inside = sum(scene.quoted(w.i) is not None for w in told)
    form = "indirect" if not inside else "direct" if inside == len(told) else "mixed"
    if form == "direct" and len(scene.quotes) and (quote := scene.quoted(first)) is not None:
        if first == quote.first:
            first += 1
        while last > first and (
            words[last].text in ("”", "’", '"', "'", ",", ".") and last >= quote.last - 1
        ):
            last -= 1
    start, end = scene.sentence.span(first, last)
    return start, end, form


def _source_span(scene: Scene, said: Said) -> tuple[int | None, int | None]:
    """The source with the phrases right behind it ("officials in Manila")."""
    if said.source is None:
        return None, None
    last = said.source.last
    for phrase in said.source.preps:
        end = phrase.group.reach()
        inside = said.content is not None and phrase.first <= said.content[0] <= end
        if phrase.first == last + 1 and not inside and not said.source.first <= said.cue[0] <= end:
            last = end
    return scene.sentence.span(said.source.first, last)


def _unit_words(scene: Scene, said: Said) -> tuple[int, int]:
    """The words from source to cue, which stand within a content that they interrupt."""
    if said.source is None:
        return said.cue[0], said.cue[1] + 1
    first, last = min(said.source.first, said.cue[0]), max(said.source.last, said.cue[1])
    if said.content is None or not said.content[0] < first <= last < said.content[1]:
        return said.cue[0], said.cue[1] + 1
    words = scene.sentence.words
    quoted_on = any(q.first > last for q in scene.quotes)
    ends = ('"',) if quoted_on else (",", ".", '"')
    while last + 1 < len(words) and words[last + 1].tag not in ends:
        last += 1
    return first, last + 1
