"""Compare what was extracted from a case's text with what the case expects.

``compare(case)`` gives a :class:`Verdict`: what is missed, surplus or wrong, and a count for every attribute.
A row is recognised by what it is about (an event by its type, a time by its words); its other attributes are
then compared one by one, those only that the case names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dateline import parsing
from dateline.reading import from_text

from .cases import PARTIAL, Case
from .checks import CHECKS, KEYS, Found, agrees


@dataclass
class Verdict:
    """How a case came out; ``faults`` are (class, detail) pairs, and none where it is met."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    attributes: Counter[tuple[str, str, bool]] = field(default_factory=Counter)  # table, attribute, right
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)  # table, found | missed | surplus
    got: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        return not self.faults


def compare(case: Case) -> Verdict:
    """What is missed, surplus and wrong in the tables that the case names."""
    found = _read(case)
    verdict = Verdict()
    for table, expected in case.expected.items():
        _table(table, expected, found, case.maybe, verdict)
    return verdict


def _read(case: Case) -> Found:
    article = from_text(case.text, published=case.published)
    tables = parsing.extract(article)
    said = {
        row.entity_id: [row.name, *(row.aliases or "").split("; ")] for row in tables["entities"] if row.name
    }
    triggers = {row.event_id: row.trigger or "" for row in tables["events"]}
    return Found(article.text, tables, said, triggers)


def _table(
    table: str, expected: list[dict[str, Any]], found: Found, maybe: frozenset[str], verdict: Verdict
) -> None:
    rows = list(found.tables[table])
    pairs = _pair(table, expected, rows, found)
    for index, wanted in enumerate(expected):
        if index not in pairs:
            verdict.rows[table, "missed"] += 1
            verdict.faults.append((f"{table}: missed{_head(table, wanted)}", _shown(wanted)))
            continue
        verdict.rows[table, "found"] += 1
        row = rows[pairs[index]]
        for attribute, value in wanted.items():
            right = agrees(table, attribute, value, row, found)
            verdict.attributes[table, attribute, right] += 1
            if not right:
                detail = f"{_shown(wanted)}, not {_got(table, row, found)}"
                verdict.faults.append((f"{table}: wrong {attribute}", detail))
    if table in PARTIAL:
        return
    for number, row in enumerate(rows):
        forgiven = table in maybe or (table == "events" and ("*" in maybe or row.event_type in maybe))
        if number not in pairs.values() and not forgiven:
            verdict.rows[table, "surplus"] += 1
            kind = f" {row.event_type}" if table == "events" else ""
            verdict.faults.append((f"{table}: surplus{kind}", _got(table, row, found)))
    verdict.got += [f"{table}: {_got(table, row, found)}" for row in rows]


def _pair(table: str, expected: list[dict[str, Any]], rows: list[Any], found: Found) -> dict[int, int]:
    """Each expected row's number to that of the row that agrees best with it."""
    by = KEYS[table]
    offers = []
    for index, wanted in enumerate(expected):
        for number, row in enumerate(rows):
            if all(agrees(table, name, wanted[name], row, found) for name in by if name in wanted):
                agreeing = sum(agrees(table, name, value, row, found) for name, value in wanted.items())
                offers.append((-agreeing, index, number))
    pairs: dict[int, int] = {}
    for _, index, number in sorted(offers):
        if index not in pairs and number not in pairs.values():
            pairs[index] = number
    return pairs


def _head(table: str, wanted: dict[str, Any]) -> str:
    value = wanted.get({"events": "type", "links": "kind"}.get(table, ""), "")
    return " " + ("|".join(value) if isinstance(value, list) else value) if value else ""


def _shown(wanted: dict[str, Any]) -> str:
    return ", ".join(f"{k} {'|'.join(map(str, v)) if isinstance(v, list) else v}" for k, v in wanted.items())


def _got(table: str, row: Any, found: Found) -> str:
    if table == "events":
        source = f"{row.source_text} ({row.source_country}/{row.source_sector})"
        target = f"{row.target_text} ({row.target_country}/{row.target_sector})"
        when = f"{row.date_start}..{row.date_end}" if row.date_start else "undated"
        what = f"{row.event_type} {row.event_mode} {row.cameo} {row.status}"
        return f"{what}: {source} > {target}, {when}, deaths {row.deaths_low} [{row.trigger}]"
    if table == "links":
        first, then = found.words(row.from_start, row.from_end), found.words(row.to_start, row.to_end)
        return f"{row.kind}: {first!r} -> {then!r} [{row.cue}]"
    names = {"number": ("low", "high"), "days": ("earliest", "latest"), "near": ("latitude", "longitude")}
    columns = [column for name in CHECKS[table] for column in names.get(name, (name,))]
    columns += ["source_text", "event_id"]
    return ", ".join(f"{column} {getattr(row, column)}" for column in columns if hasattr(row, column))
