"""Offices: who held what when, as an article has it and as the record does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from dateline import wording
from dateline.checks.found import Found, Verdict
from dateline.checks.record import in_office, persons
from dateline.checks.record.persons import Likeness
from dateline.checks.record.told_offices import Told, told
from dateline.checks.reference import Holding, Reference, Span
from dateline.checks.scene import Scene
from dateline.codebook import settings
from dateline.records import Event

_FROM_TEXT = frozenset({"stated", "resolved"})
_HANDOVER = timedelta(days=92)  # between an election or a nomination and the office, and after it
# What only who is in office does; who meets, visits or says something may bear the title as a courtesy.
_ACTS_OF_OFFICE = frozenset({"MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "RETREAT"})
_ORDERED = re.compile(
    r"\s+(?:(?:had|has|then|formally|personally|publicly|secretly)\s+)?"
    rf"(?:{'|'.join(settings('checks_offices')['official_acts'])})\b"
)


def name_of_office_holder(scene: Scene, reference: Reference) -> Iterator[Found]:
    """A person told with an office against who held it then.

    The day is that of the sentence, where one is stated, and of the article. A spelling, a short form or part
    of the name is the same name. ``disagrees`` takes the same office and family name with a given name of
    nobody who held it, or an office told before its holder first had it; another name is ``unverified``.
    """
    seen: dict[tuple[str | None, str], list[list[Found]]] = {}
    for case in _known(scene, reference):
        rows = _rows_of(case, reference)
        if rows and (found := list(_judge(scene, case, rows))):
            seen.setdefault((case.entity.entity_id, case.office.office_id), []).append(found)
    for results in seen.values():
        yield from min(results, key=lambda rows: _ORDER.index(rows[0].verdict))


_ORDER: tuple[Verdict, ...] = ("disagrees", "contested", "agrees", "unverified")


def _known(scene: Scene, reference: Reference) -> Iterator[Told]:
    """Who is told with an office; where no country is, only one whom the record has in one office.

    "President Carter" is the one Carter among all presidents of the record, "President Khan" several.
    """
    unsure: dict[str | None, list[Told]] = {}
    for case in told(scene, reference.offices):
        if case.sure:
            yield case
        elif any(_likeness(case, row) in ("same", "misspelt") for row in _rows_of(case, reference)):
            unsure.setdefault(case.mention.mention_id, []).append(case)
    for cases in unsure.values():
        if len(cases) == 1:
            yield cases[0]


def _likeness(case: Told, row: Holding) -> Likeness | None:
    return persons.compare(case.mention.text or "", row, case.office.country)


def _rows_of(case: Told, reference: Reference) -> list[Holding]:
    return [row for row in reference.holders if row.office_id == case.office.office_id]


def _judge(scene: Scene, case: Told, rows: list[Holding]) -> Iterator[Found]:
    likeness = {row.holding_id: _likeness(case, row) for row in rows}
    stated = _dated(scene, case)
    days = [*stated, *_published(scene)]
    if not days:
        return

    def of_kind(kind: Likeness | None, spans: list[Span]) -> list[Holding]:
        return [r for r in rows if likeness[r.holding_id] == kind and any(_may_hold(r, s) for s in spans)]

    if same := of_kind("same", days):
        if not stated or of_kind(
            "same", stated
        ):  # else he is told with it of a day on which he did not hold it
            yield from _rows(scene, case, "agrees", same, "")
        return
    if his := [r for r in rows if likeness[r.holding_id] == "same"]:
        yield from _at_another_time(scene, case, his, rows, stated)
        return
    if misspelt := of_kind("misspelt", days):
        yield from _rows(scene, case, "disagrees", misspelt, "another spelling of the family name")
        return
    if not case.sure:
        return
    slips = of_kind("slip", days)
    others = of_kind("other", stated) if persons.is_plain_given(case.mention.text or "") else []
    if slips or others:
        yield from _rows(scene, case, "disagrees", slips or others, "another given name")
        return
    if case.named:
        yield from _unknown(scene, case, rows, days[0])


def _at_another_time(
    scene: Scene, case: Told, his: list[Holding], rows: list[Holding], stated: list[Span]
) -> Iterator[Found]:
    """A holder told with the office when he did not hold it.

    Before he first did, it is wrong. After, it may be a courtesy or an old story: it is wrong only of a day
    shortly before the article, where the office is said of him rather than to him, and of what he says or is
    about to do as the article appears.
    """
    published = _published(scene)
    incumbents = [row for row in rows if published and _surely_holds(row, published[0])]
    if not incumbents:
        return
    day = published[0]
    if not any(row.start[0] <= day[1] + _HANDOVER for row in his):
        if not case.sure and len(persons.words(case.mention.text or "")) < 2:
            return  # another of that name, in a country that the record has not
        yield from _rows(scene, case, "disagrees", incumbents, _terms(his))
    elif any(row.start[0] > day[1] for row in his):
        return  # on his way into office
    elif _is_told_as_news(scene, case, his, stated) or (
        in_office.acts_now(scene, case, his)
        and not any(_may_hold(row, (day[0] - _HANDOVER, day[1])) for row in his)
    ):
        yield from _rows(scene, case, "disagrees", incumbents, _terms(his))
    elif case.sure:
        note = f"not in office then, and may be told of another time; {_terms(his)}"
        for row in _one_a_source(his):
            yield _found(case, scene, "unverified", row, note)


def _is_told_as_news(scene: Scene, case: Told, his: list[Holding], stated: list[Span]) -> bool:
    """Whether the office is said of him of a day shortly before the article, long after he left it."""
    day = _published(scene)[0]
    return (
        case.described
        and bool(stated)
        and not in_office.is_at_his_end(scene, case)
        and all(day[0] - in_office.NEWS <= span[0] and span[1] <= day[1] for span in stated)
        and not any(_may_hold(row, (day[0] - in_office.NEWS - _HANDOVER, day[1])) for row in his)
    )


def _unknown(scene: Scene, case: Told, rows: list[Holding], day: Span) -> Iterator[Found]:
    """Somebody whom the record does not have in this office."""
    then = [row for row in rows if _may_hold(row, day)]
    if then:
        for row in _one_a_source(then):
            yield _found(
                case, scene, "unverified", row, f"no holder of that name in the record; {_term(row)}"
            )
    else:
        note = f"the record has no holder of “{case.office.office}” for {wording.when(*day)}"
        yield Found(
            "entities", case.entity.entity_id, case.start, case.end, "unverified",
            scene.words(case.start, case.end), note=note,
        )  # fmt: skip


def office_at_date(scene: Scene, reference: Reference) -> Iterator[Found]:
    """An act of office at a stated past date against who held the office on that day.

    A title lasts as a courtesy and is given in retrospect: only what takes the office (an order, a decree),
    or a "then" before the title, is judged, and never of one who holds it as the article appears.
    """
    seen: set[tuple[str | None, str]] = set()
    for case in _known(scene, reference):
        key = case.entity.entity_id, case.office.office_id
        rows = _rows_of(case, reference)
        his = [row for row in rows if _likeness(case, row) == "same"]
        deed = _deed(scene, case, his, reference)
        days = [day for day in ([deed] if deed else _dated(scene, case)) if _is_past(scene, day)]
        if key in seen or len(days) != 1 or not his:
            continue
        if not deed and not case.then and not _acts(scene, case, days[0]):
            continue
        if now := [row for row in his if _may_hold(row, days[0])]:
            found = list(_rows(scene, case, "agrees", now, ""))
        else:
            found = list(_out_of_office(scene, case, his, rows, days[0], deed is not None))
        if found:
            seen.add(key)
            yield from found


def _deed(scene: Scene, case: Told, his: list[Holding], reference: Reference) -> Span | None:
    """The day of a deed that only who is in office does, where it is the sentence's only day."""
    day = in_office.acted_on(scene, case) if his else None
    if day is None or in_office.is_elsewhere(case, day, reference.holders):
        return None
    return None if in_office.may_be_of_another(scene, case, day, his) else day


def _out_of_office(
    scene: Scene, case: Told, his: list[Holding], rows: list[Holding], day: Span, judged: bool
) -> Iterator[Found]:
    """``judged`` says that the deed can be nobody's but who held the office, whoever holds it today."""
    incumbents = [row for row in rows if _surely_holds(row, day)]
    wide = day[0] - _HANDOVER, day[1] + _HANDOVER
    current = any(_may_hold(row, span) for row in his for span in _published(scene))
    if incumbents and (judged or not current) and not any(_may_hold(row, wide) for row in his):
        yield from _rows(scene, case, "disagrees", incumbents, _terms(his))


def _acts(scene: Scene, case: Told, day: Span) -> bool:
    """Whether the person does on that day what only a holder of an office does."""
    if case.mention.end is not None and _ORDERED.match(scene.text[case.mention.end : case.mention.end + 60]):
        rest = scene.text[case.mention.end :]
        times = [t for t in scene.beside(case.mention, "times") if t.earliest is not None]
        return len(times) == 1 and not re.match(r"[^.]*\b(?:who|which|that|whose|where)\b", rest[:80])
    return any(
        event.source_id == case.entity.entity_id
        and event.event_type in _ACTS_OF_OFFICE
        and event.date_start == day[0]
        for event in scene.beside(case.mention, "events")
    )


def _dated(scene: Scene, case: Told) -> list[Span]:
    """The days that the sentence states for what the person does in it."""
    spans: list[Span] = [
        (event.date_start, event.date_end)
        for event in scene.beside(case.mention, "events")
        if _his(event, case) and event.date_basis in _FROM_TEXT and event.date_start and event.date_end
    ]
    times = [
        time
        for time in scene.beside(case.mention, "times")
        if time.type == "DATE" and time.earliest and time.latest
    ]
    if not spans and len(times) == 1:
        spans = [(times[0].earliest, times[0].latest)]
    return list(dict.fromkeys(spans))


def _his(event: Event, case: Told) -> bool:
    return case.entity.entity_id in (event.source_id, event.target_id)


def _published(scene: Scene) -> list[Span]:
    first, last = scene.written
    return [(first, last)] if first is not None and last is not None else []


def _is_past(scene: Scene, day: Span) -> bool:
    published = _published(scene)
    return not published or day[1] < published[0][0]


def _may_hold(row: Holding, span: Span) -> bool:
    """Whether he can have held the office on one of the days, however imprecise the record is."""
    return row.start[0] <= span[1] and (row.end is None or span[0] <= row.end[1])


def _surely_holds(row: Holding, span: Span) -> bool:
    """Whether he held it on all of the days for certain."""
    return row.start[1] <= span[0] and (row.end is None or span[1] <= row.end[0])


def _one_a_source(rows: Iterable[Holding]) -> list[Holding]:
    return list({(row.source, row.holder): row for row in rows}.values())


def _rows(scene: Scene, case: Told, verdict: Verdict, rows: list[Holding], note: str) -> Iterator[Found]:
    for row in _one_a_source(rows):
        yield _found(case, scene, verdict, row, "; ".join(part for part in (note, _term(row)) if part))


def _found(case: Told, scene: Scene, verdict: Verdict, row: Holding, note: str) -> Found:
    return Found(
        table="entities",
        row_id=case.entity.entity_id,
        start=case.start,
        end=case.end,
        verdict=verdict,
        stated=scene.words(case.start, case.end),
        found=row.holder,
        source=row.source,
        citation=row.citation,
        note=f"{case.office.office}: {note}",
    )


def _term(row: Holding) -> str:
    return f"{row.holder} from {wording.when(*row.start)}" + (
        f" to {wording.when(*row.end)}" if row.end else ""
    )


def _terms(rows: list[Holding]) -> str:
    return ", ".join(dict.fromkeys(map(_term, rows)))
