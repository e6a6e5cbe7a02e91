"""What follows from a correction, so that a row stays of one piece: a code's type and weight, an actor's
country, a date's precision.

What the reviewer says himself always counts before what follows from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dateline.review.values import codes, modes
from dateline.review.words import Misfit, Row, Scene, nearest

Said = Mapping[str, Any]  # column to typed value, as the reviewer has it

#: What stands in columns that say how the machine came to a value, where a reviewer gave it.
BY_REVIEW = "review"
_WORDED = {"events": ("source", "target"), "statements": ("source",)}


def derive(table: str, row: Row, said: Said, scene: Scene) -> Row:
    """The columns that change with those in ``said``, themselves included. Raises :class:`Misfit`."""
    found = dict(said)
    found |= _places(table, row, said, scene)
    for role in _WORDED.get(table, ()):
        found |= _party(table, role, found, said, scene)
    if table == "events":
        found |= _code(row, said)
        found |= _date(row, said, scene)
        if "status" in said:
            found["status_cue"] = None  # the machine's reason for another status
    if table == "links":
        found |= _ends(row, said, scene)
    return found


# -- words and their offsets ---------------------------------------------------------------------


def _places(table: str, row: Row, said: Said, scene: Scene) -> Row:
    """The offsets of what is worded, and the article's own wording."""
    from dateline import schema

    found: Row = {}
    for column, start, end in schema.evidence(table):
        if column == "text" or column not in said:
            continue
        if said[column] is None:
            found |= {column: None, start: None, end: None}
            continue
        a, b = nearest(scene.text, said[column], scene.around(row), column)
        found |= {column: scene.text[a:b], start: a, end: b}
    return found


def _party(table: str, role: str, known: Row, said: Said, scene: Scene) -> Row:
    """Who the source or target is, by the words that name him, and of which country and sector he is."""
    name, worded = f"{role}_id", f"{role}_text"
    if name not in said and worded not in said:
        return {}
    found: Row = {}
    if worded in said and name not in said:
        found[name] = _named_at(known.get(f"{role}_start"), known.get(f"{role}_end"), scene)
    entity = scene.get("entities", found.get(name, said.get(name)))
    if table == "events":
        if entity is not None or said.get(worded, "") is None:
            for trait in ("country", "sector"):
                if f"{role}_{trait}" not in said:
                    found[f"{role}_{trait}"] = entity[trait] if entity is not None else None
        gone = worded in said and said[worded] is None
        found[f"{role}_slot"] = None if gone else BY_REVIEW
    return found


def _named_at(start: int | None, end: int | None, scene: Scene) -> str | None:
    """The entity of the mention on these words, or of the one that ends with them ("the *Army*")."""
    if start is None or end is None:
        return None
    ending = [m for m in scene.rows["mentions"].values() if m["end"] == end]
    exact = [m for m in ending if m["start"] == start]
    named = {m["entity_id"] for m in exact or ending}
    return named.pop() if len(named) == 1 else None


def _ends(row: Row, said: Said, scene: Scene) -> Row:
    """Where the two sides of a link stand, and so the link: from the first of them to the last."""
    found: Row = {}
    for side in ("from", "to"):
        event = scene.get("events", said.get(f"{side}_id"))
        if event is not None:
            found |= {f"{side}_start": event["start"], f"{side}_end": event["end"]}
    if found:
        now = {**row, **found}
        whole = [now[f"{part}_{at}"] for part in ("from", "to", "cue") for at in ("start", "end")]
        offsets = [offset for offset in whole if offset is not None]
        found |= {"start": min(offsets), "end": max(offsets)}
    return found


# -- an event's code -----------------------------------------------------------------------------


def _code(row: Row, said: Said) -> Row:
    """Type, mode, Goldstein value and quad class by the CAMEO code, as the codebook in force has them."""
    if not {"cameo", "event_type", "event_mode"} & set(said):
        return {}
    cameo = said.get("cameo", row.get("cameo"))
    if cameo not in codes():
        raise Misfit(f"the codebook has no CAMEO code {cameo}", "cameo")
    code = codes()[cameo]
    event_type, mode = _pair(row, said, code.modes, (code.event_type, code.event_mode), cameo)
    return {
        "cameo": cameo,
        "event_type": event_type,
        "event_mode": mode or None,
        "goldstein": code.goldstein,
        "quad_class": modes()[event_type, mode].quad_class,
        "code_rule": BY_REVIEW,
    }


def _pair(
    row: Row, said: Said, allowed: frozenset[tuple[str, str]], usual: tuple[str, str], cameo: str
) -> tuple[str, str]:
    """The type and mode: the reviewer's; else the row's own, if they go with the code; else the code's."""
    event_type, mode = said.get("event_type"), said.get("event_mode", row.get("event_mode")) or ""
    if event_type is None:
        own = (row.get("event_type") or "", mode)
        if own in allowed:
            return own
        if "event_mode" not in said and usual in allowed:
            return usual
    elif (event_type, mode) in allowed:
        return event_type, mode
    elif "event_mode" not in said:
        fitting = sorted(pair for pair in allowed if pair[0] == event_type)
        if len(fitting) == 1 or (event_type, "") in fitting:
            return (event_type, "") if (event_type, "") in fitting else fitting[0]
    named = "/".join(filter(None, (event_type or row.get("event_type"), mode)))
    may = ", ".join("/".join(filter(None, pair)) for pair in sorted(allowed)) or "no event"
    column = next(name for name in ("event_type", "event_mode", "cameo") if name in said)
    raise Misfit(f"CAMEO {cameo} is not {named}, but {may}: change cameo and event_type together", column)


# -- an event's date -----------------------------------------------------------------------------


def _date(row: Row, said: Said, scene: Scene) -> Row:
    """The whole date by the part that the reviewer gave.

    A day alone is that day. A date of the reviewer's own is `resolved`, and no longer what the time
    expression said; with a `time_id` it is that expression's interval.
    """
    if "time_id" in said and not {"date_start", "date_end"} & set(said):
        return _by_expression(said, scene)
    if not {"date_start", "date_end"} & set(said):
        return {}
    start, end = _interval(row, said)
    if start is None and end is None:
        return dict.fromkeys(("date_start", "date_end", "date_precision", "date_basis", "time_id"))
    found: Row = {"date_start": start, "date_end": end}
    if "date_precision" not in said:
        found["date_precision"] = precision(start, end)
    if "date_basis" not in said:
        found["date_basis"] = "resolved"
    if "time_id" not in said:
        found["time_id"] = None
    return found


def _interval(row: Row, said: Said) -> tuple[date | None, date | None]:
    start, end = (said.get(name, row.get(name)) for name in ("date_start", "date_end"))
    a_day = row.get("date_start") == row.get("date_end")  # or neither was there
    if a_day and "date_end" not in said:
        end = start
    elif a_day and "date_start" not in said:
        start = end
    if start is not None and end is not None and start > end:
        column = "date_start" if "date_start" in said else "date_end"
        raise Misfit(f"date_start {start} is later than date_end {end}; change both", column)
    return start, end


def _by_expression(said: Said, scene: Scene) -> Row:
    time = scene.get("times", said["time_id"])
    if time is None:
        return {}
    start, end = time["earliest"], time["latest"]
    if start is None and end is None:
        raise Misfit(f"the time expression “{time['text']}” stands for no days; give date_start", "time_id")
    stated = time["anchor"] in (None, "none")
    found: Row = {"date_start": start, "date_end": end}
    if "date_precision" not in said:
        found["date_precision"] = precision(start, end)
    if "date_basis" not in said:
        found["date_basis"] = "stated" if stated else "resolved"
    return found


def precision(start: date | None, end: date | None) -> str:
    """How precise an interval is: a day, a calendar month or year, or another range."""
    if start is None or end is None:
        return "range"
    if start == end:
        return "day"
    behind = end + timedelta(days=1) if end < date.max else end
    if start.day == 1 and behind.day == 1:
        months = 12 * (behind.year - start.year) + behind.month - start.month
        if months == 1:
            return "month"
        if months == 12 and start.month == 1:
            return "year"
    return "range"
