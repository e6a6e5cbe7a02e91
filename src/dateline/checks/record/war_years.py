"""When a war began and ended, as an article has it and as the record does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline import wording
from dateline.checks.found import Found, Verdict
from dateline.checks.record import told_wars
from dateline.checks.record.told_wars import Meant, choice, part
from dateline.checks.reference import Reference, Span, War
from dateline.checks.scene import Scene
from dateline.records import Time

_YEAR = 365.2425
_IN = r"\s+(?:in|on)\s+(?:early\s+|late\s+|mid-)?$"
_VERBS = {
    edge: re.compile(rf"\s*(?:,\s*)?(?:which\s+|that\s+)?(?:had\s+)?(?:{choice(chapter)}){_IN}")
    for edge, chapter in (("start", "began"), ("end", "ended"))
}
_EDGE_OF = re.compile(
    rf"\b(?:(?P<start>{choice('beginning')})|(?:{choice('end')}))\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_OWNER = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}$")  # "Britain's six-year war": not the whole of it
_DEFINITE = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_NEAR = 300  # characters
_SAME = 31  # days: first shots, declarations and last retreats are dated differently
_SLIP = 2  # years: how far off a year that belongs to a name can be and still mean that war
_NEAR_MISS = 10  # years: a date farther off is that of another war of the name


def year_of_war(scene: Scene, reference: Reference) -> Iterator[Found]:
    """The year or day in which a war is said to have begun or ended, against the record.

    "The Iraq war, which began in 2003", "the end of the Korean War in 1953". Beginnings are often disputed:
    what lies between two sources' dates is contested, what is far off all of them belongs to another war.
    """
    if not reference.wars:
        return
    for time in scene.times:
        if (
            time.type != "DATE"
            or not time.earliest
            or not time.latest
            or time.start is None
            or time.end is None
        ):
            continue
        sentence = scene.sentence(time)
        if (
            sentence is None
            or sentence.start is None
            or not scene.is_read(time)
            or time.anchor == "publication"
        ):
            continue
        left = scene.text[max(sentence.start, time.start - _NEAR) : time.start]
        if (told := _edge(left, reference)) is not None:
            edge, meant = told
            yield from _dated(scene, time, edge, meant)
        elif sentence.end is not None:
            yield from _attribute(
                scene, time, left, scene.text[time.end : min(sentence.end, time.end + _NEAR)], reference
            )


def _edge(left: str, reference: Reference) -> tuple[str, Meant] | None:
    """Whether the date that follows is that of a war's beginning or end, and of which wars."""
    for edge, pattern in _VERBS.items():
        if match := pattern.search(left):
            meant = told_wars.subject(left[: match.start()], reference)
            if meant is None or meant.end != match.start() or _OWNER.search(left[: meant.start]):
                return None
            return edge, meant
    if match := re.search(_IN, left):
        meant = told_wars.before(left[: match.start()], reference)
        named = _EDGE_OF.search(left[: meant.start]) if meant is not None else None
        if meant is not None and named is not None and meant.end == match.start():
            return ("start" if named["start"] else "end"), meant
    return None


def _attribute(scene: Scene, time: Time, left: str, right: str, reference: Reference) -> Iterator[Found]:
    """ "The 2003 invasion of Iraq": a year that belongs to the name; off by a year or two it is wrong."""
    if not re.fullmatch(r"\d{4}", time.text or "") or not _DEFINITE.search(left):
        return
    meant = told_wars.at(right, reference)
    if meant is None or not right[:1].isspace():
        return
    words = right[meant.start : meant.end]
    if not meant.own and not re.search(r"\b(?:invasion|intervention)\b", words):
        return
    stated: Span = (time.earliest, time.latest)  # type: ignore[assignment]
    rows = [war for group in meant.groups for war in group]
    if any(_lasted_into(war, stated) for war in rows):
        rows = [war for war in rows if _lasted_into(war, stated)]
        verdict: Verdict = "agrees"
    elif len(meant.groups) == 1 and any(_apart(stated, war.start) <= _SLIP for war in rows):
        verdict = "disagrees"
    else:
        return
    whole = [war for war in rows if war.party is None] or rows
    for war in {war.source: war for war in whole}.values():
        yield Found(
            table="times",
            row_id=time.time_id,
            start=time.start,
            end=time.end,
            verdict=verdict,
            stated=scene.words(time.start, time.end) + " " + " ".join(words.split()),
            found=f"{war.war}{part(war)}: from {wording.when(*war.start)}",
            source=war.source,
            citation=war.citation,
        )


def _lasted_into(war: War, stated: Span) -> bool:
    return war.start[0] <= stated[1] and (war.end is None or stated[0] <= war.end[1])


def _dated(scene: Scene, time: Time, edge: str, meant: Meant) -> Iterator[Found]:
    stated: Span = (time.earliest, time.latest)  # type: ignore[assignment]
    groups = [rows for group in meant.groups if (rows := _edges(group, edge, stated))]
    verdicts: list[Verdict] = [_of_dates(stated, rows) for rows in groups]
    agreeing = [i for i, verdict in enumerate(verdicts) if verdict != "disagrees"]
    if not groups or (len(groups) > 1 and not agreeing):
        return
    chosen = agreeing[0] if agreeing else 0
    rows = [(war, day) for war, day in groups[chosen] if war.party is None] or groups[chosen]
    if verdicts[chosen] == "contested":
        rows = groups[chosen]
    kept: set[tuple[str, str]] = set()
    for war, day in rows:
        told = f"{war.war}{part(war)}: {'from' if edge == 'start' else 'until'} {wording.when(*day)}"
        if (war.source, told) not in kept:
            kept.add((war.source, told))
            yield Found(
                table="times",
                row_id=time.time_id,
                start=time.start,
                end=time.end,
                verdict=verdicts[chosen],
                stated=scene.words(time.start, time.end),
                found=told,
                source=war.source,
                citation=war.citation,
            )


def _edges(group: tuple[War, ...], edge: str, stated: Span) -> list[tuple[War, Span]]:
    """The rows of a war with the date asked for; none where all are too far off to be the one meant."""
    rows = [(war, war.start if edge == "start" else war.end) for war in group]
    dated = [(war, day) for war, day in rows if day is not None]
    return dated if any(_apart(stated, day) <= _NEAR_MISS for _, day in dated) else []


def _of_dates(stated: Span, rows: list[tuple[War, Span]]) -> Verdict:
    """Against those of the war as a whole; the parts of parties only widen what is contested."""
    whole = [day for war, day in rows if war.party is None] or [day for _, day in rows]
    hits = [_meets(stated, day) for day in whole]
    if any(hits):
        return "agrees" if all(hits) else "contested"
    days = [day for _, day in rows]
    within = min(day[0] for day in days) <= stated[1] and stated[0] <= max(day[1] for day in days)
    return "contested" if within else "disagrees"


def _meets(one: Span, other: Span) -> bool:
    """Whether two dates can be one; days and months, not years, may lie a little apart."""
    both_close = all((day[1] - day[0]).days < 2 * _SAME for day in (one, other))
    return _apart(one, other) * _YEAR <= (_SAME if both_close else 0)


def _apart(one: Span, other: Span) -> float:
    """How many years lie between two dates."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0) / _YEAR
