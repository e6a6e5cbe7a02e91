"""New rows: from what a reviewer says of one, to the row with its receipt and all that follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline import ids, schema
from dateline.review.corrections import PLACE
from dateline.review.deriving import BY_REVIEW, derive
from dateline.review.words import Misfit, Row, Scene, Span, nearest, only

#: In this order, so that a new row may name another new one.
ORDER = (
    *("entities", "places", "mentions", "times", "statements", "events", "figures", "links"),
    "implications",
)

_PREFIXES = {
    "entities": "n",
    "places": "p",
    "mentions": "m",
    "times": "tim",
    "statements": "st",
    "events": "e",
    "figures": "fig",
    "links": "l",
    "implications": "im",
}
_OF_ITS_PARTS = {"statements": ("source", "cue", "content"), "links": ("from", "to", "cue")}
Said = Mapping[str, Any]


def new_row(table: str, name: str, said: Said, scene: Scene) -> Row:
    """The row that a sheet calls ``name``. Raises :class:`Misfit` where its words are not in the article."""
    row: Row = dict.fromkeys(schema.dtypes(table))
    own = {column: value for column, value in said.items() if column not in (*PLACE, "trigger")}
    span = _span(table, said, scene)
    if span is not None:
        row |= {"start": span[0], "end": span[1]}
    row |= derive(table, row, own, scene)
    if span is None:
        row |= _around_its_parts(table, row)
    return _finished(table, name, row, said, scene)


def _span(table: str, said: Said, scene: Scene) -> Span | None:
    """Where the row stands; nowhere yet where its parts say so."""
    whole = (0, len(scene.text))
    start, end, words = said.get("start"), said.get("end"), said.get("text")
    if start is not None and end is not None:
        if not 0 <= start < end <= len(scene.text):
            raise Misfit(f"{start} to {end} is no stretch of the article's {whole[1]} characters", "start")
        if words is not None:
            only(scene.text, words, (start, end), f"the article from {start} to {end}")
        return start, end
    if words is None:
        if table in _OF_ITS_PARTS:
            return None
        raise Misfit("a new row needs its words: text, or start and end")
    where = said.get("sentence_id")
    if where is None:
        return only(scene.text, words, whole, "the article")
    sentence = scene.get("sentences", where)
    if sentence is None:
        raise Misfit(f"{where} is no row of sentences", "sentence_id")
    return only(scene.text, words, (sentence["start"], sentence["end"]), "that sentence")


def _around_its_parts(table: str, row: Row) -> Row:
    """From the first of its parts to the last: a statement's source, cue and content, a link's two sides."""
    ends = [(row.get(f"{part}_start"), row.get(f"{part}_end")) for part in _OF_ITS_PARTS[table]]
    known = [(start, end) for start, end in ends if start is not None and end is not None]
    if not known:
        raise Misfit("a new row needs its words: text, or start and end")
    return {"start": min(start for start, _ in known), "end": max(end for _, end in known)}


def _finished(table: str, name: str, row: Row, said: Said, scene: Scene) -> Row:
    """With its id, its sentence, and what a row of that table has besides."""
    start, end = row["start"], row["end"]
    last = max(row.get("to_start") or 0, start) if table == "links" else start
    sentence = scene.sentence_at(last, max(last + 1, end) if table == "links" else end)
    if sentence is None and table == "links":
        sentence = scene.sentence_at(last, last + 1)
    if sentence is None:
        raise Misfit("the words reach over the end of a sentence; give those of one sentence", "text")
    if "sentence_id" in row:
        row["sentence_id"] = sentence["sentence_id"]
    base = sentence["start"]
    if "text" in row:
        row["text"] = scene.text[start:end]
    if "article_id" in row:
        row["article_id"] = next(iter(scene.rows["articles"]), None)
    if table == "events":
        row |= _event(row, said, scene)
    if table == "entities":
        row["mentions"] = 0  # counted when its first mention is put beside it
    key = schema.key(table)
    row[key] = ids.digest(
        _PREFIXES[table], sentence["sentence_id"], start - base, end - base, BY_REVIEW, name
    )
    return row


def _event(row: Row, said: Said, scene: Scene) -> Row:
    """Its trigger, who reports it, and that a reviewer is the rule that made it."""
    start, end = row["start"], row["end"]
    trigger = said.get("trigger")
    a, b = (start, end)
    if trigger is not None:
        a, b = nearest(scene.text, trigger, [(start, end), (start, end)], "trigger")
    found: Row = {"trigger": scene.text[a:b], "trigger_start": a, "trigger_end": b, "mentions": 1}
    if "statement_id" not in said:
        inside = [
            one
            for one in scene.rows["statements"].values()
            if one["content_start"] is not None
            and one["content_start"] <= start
            and end <= one["content_end"]
        ]
        narrowest = min(inside, key=lambda one: one["content_end"] - one["content_start"], default=None)
        found["statement_id"] = narrowest["statement_id"] if narrowest is not None else None
    return {**found, "rule": BY_REVIEW}


def first_mention(entity: Row, scene: Scene) -> Row | None:
    """The mention of a new entity where it is first named; none where there is one on those words."""
    start, end = entity["start"], entity["end"]
    taken = any((m["start"], m["end"]) == (start, end) for m in scene.rows["mentions"].values())
    sentence = scene.sentence_at(start, end)
    if taken or sentence is None:
        return None
    base = sentence["start"]
    name = ids.digest("m", sentence["sentence_id"], start - base, end - base, entity["entity_id"])
    return {
        "mention_id": name,
        "entity_id": entity["entity_id"],
        "sentence_id": sentence["sentence_id"],
        "start": start,
        "end": end,
        "text": scene.text[start:end],
        "form": "name",
    }
