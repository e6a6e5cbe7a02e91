"""Compare the tables of an article with what a careful human coder found in it.

For whoever changes an extractor. ``python -m tests.articles.score [KEY…] [TABLE…] [--brief]``, from the
project's root, prints recall and precision a table, what was missed, what is surplus, and what was found
but filled wrongly. A key is a TOML file; ``ashraf_us_pakistan.toml`` opens with how to read and write one.

Rows are matched one to one by the words that they stand on (events and links also by their type); what
else they say is then compared cell by cell, and reported apart.
"""

from __future__ import annotations

import re
import sys
import tomllib
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
MISSING = "-"  # TOML has no null
Span = tuple[int, int]


# --- where the coder's words stand in the article -------------------------------------------------


@cache
def find(text: str, words: str) -> Span:
    """The offsets of ``words``: all of them, or the part in braces; "[…]" stands for what is between.

    Raises ``ValueError`` where they are not in the text, or there more than once.
    """
    before, marked, after = re.fullmatch(r"([^{]*)\{?([^}]*)\}?(.*)", words, re.S).groups()  # type: ignore[union-attr]
    if "{" not in words:
        before, marked, after = "", words, ""
    whole = before + marked + after
    no_word_before = r"(?<!\w)" if whole[0].isalnum() else ""
    no_word_after = r"(?!\w)" if whole[-1].isalnum() else ""
    pattern = f"{no_word_before}{_pattern(before)}({_pattern(marked)}){_pattern(after)}{no_word_after}"
    hits = list(re.finditer(pattern, text, re.S))
    if len(hits) != 1:
        raise ValueError(f"{words!r} stands {len(hits)} times in the article, not once: mark it with context")
    return hits[0].span(1)


def _pattern(words: str) -> str:
    """A regex for the words, with any white space for white space."""
    parts = [r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in words.split("[…]")]
    return ".*?".join(parts)


def shared(one: Span, other: Span) -> float:
    """The share of the union of two spans that lies in both (0: they do not touch)."""
    inside = min(one[1], other[1]) - max(one[0], other[0])
    return max(inside, 0) / max(max(one[1], other[1]) - min(one[0], other[0]), 1)


# --- comparing one cell ---------------------------------------------------------------------------


def either(expected: Any) -> list[Any]:
    """The codings that are defensible: a list stands for alternatives."""
    return expected if isinstance(expected, list) else [expected]


def plain(value: Any) -> Any:
    """A cell as a plain Python value, with ``None`` for missing, dates as dates, words as lower case."""
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)) or value == MISSING:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return re.sub(r"\s+", " ", re.sub(r"^(the|a|an)\s+", "", value.strip().lower()))
    return value


def interval(words: str) -> tuple[date, date]:
    """The first and last day of "2011-03-17", "2010-12", "2010" or "2011-03-17/2011-04-10"."""
    first, _, last = words.partition("/")
    begin, end = (re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part) for part in (first, last or first))
    if not begin or not end:
        raise ValueError(f"{words!r} is no date: 2011-03-17, 2010-12, 2010, or two of them with a /")
    year, month = int(end[1]), int(end[2] or 12)
    return (
        date(int(begin[1]), int(begin[2] or 1), int(begin[3] or 1)),
        date(year, month, int(end[3] or monthrange(year, month)[1])),
    )


def same_days(expected: str, start: Any, end: Any) -> bool:
    """Whether two cells hold the days that the coder gave; "~" asks only to lie inside them."""
    start, end = plain(start), plain(end)
    if expected == MISSING or start is None or end is None:
        return expected == MISSING and start is None and end is None
    first, last = interval(expected.removeprefix("~"))
    return first <= start <= end <= last if expected.startswith("~") else (first, last) == (start, end)


@dataclass
class Context:
    """What the cells of one article refer to."""

    text: str
    entity_of: dict[str, str]  # a parsed entity's id to the key's id
    said: dict[str, set[Any]]  # the key's id to the words it is spoken of with
    entities: dict[str, dict[str, Any]]  # the key's id to its row
    spans: dict[str, Span]  # a parsed time's, event's or statement's id to its words
    place_of: dict[str, str]  # a parsed place's id to its entity's


Check = Callable[[Any, Any, Context], bool]  # expected alternative, parsed row, context


def same(column: str) -> Check:
    """The cell equals what the coder wrote."""
    return lambda expected, row, _: plain(row[column]) == plain(expected)


def alike(column: str) -> Check:
    """One of the two phrases holds the other ("civilians", "45 civilians")."""

    def check(expected: Any, row: Any, _: Context) -> bool:
        found, wanted = plain(row[column]), plain(expected)
        return found == wanted or (bool(found and wanted) and (found in wanted or wanted in found))

    return check


def entity(column: str, words: str | None = None) -> Check:
    """The cell's id names the coder's entity; where it is missing, the words beside it do."""

    def check(expected: Any, row: Any, context: Context) -> bool:
        found = plain(row[column])
        if found is not None:
            return context.entity_of.get(row[column]) == expected
        said = plain(row[words]) if words else None
        return said in context.said[expected] if expected != MISSING and said else expected == MISSING

    return check


def actor(side: str, what: str) -> Check:
    """The country or sector beside an event's source or target is that of the coder's entity."""

    def check(expected: Any, row: Any, context: Context) -> bool:
        wanted = MISSING if expected == MISSING else context.entities[expected].get(what, MISSING)
        found = plain(row[f"{side}_{what}"])
        return any(found == plain(one) for one in either(wanted))

    return check


def days(start: str, end: str) -> Check:
    return lambda expected, row, _: same_days(expected, row[start], row[end])


def span(start: str, end: str, least: float = 0.0) -> Check:
    """The cells' span and the coder's words share more than ``least`` of their union."""

    def check(expected: Any, row: Any, context: Context) -> bool:
        if expected == MISSING or pd.isna(row[start]):
            return expected == MISSING and bool(pd.isna(row[start]))
        return shared(find(context.text, expected), (row[start], row[end])) > least

    return check


def refers(column: str) -> Check:
    """The row that the cell names stands on the coder's words."""

    def check(expected: Any, row: Any, context: Context) -> bool:
        at = context.spans.get(row[column]) if plain(row[column]) is not None else None
        if expected == MISSING or at is None:
            return expected == MISSING and at is None
        return shared(find(context.text, expected), at) > 0

    return check


def place(expected: Any, row: Any, context: Context) -> bool:
    found = None if plain(row["place_id"]) is None else context.place_of.get(row["place_id"])
    return expected == MISSING if found is None else context.entity_of.get(found) == expected


def deaths(expected: Any, row: Any, _: Context) -> bool:
    """An exact number, or the two bounds: "3/-" for at least three."""
    low, bounds, high = str(expected).partition("/")
    found = (plain(row["deaths_low"]), plain(row["deaths_high"]))
    return found == tuple(None if n == MISSING else int(n) for n in (low, high if bounds else low))


def near(expected: str, row: Any, _: Context) -> bool:
    """Within a degree and a half of "latitude longitude"; five for a country: where is its centre?"""
    latitude, longitude = map(float, expected.split())
    if plain(row["latitude"]) is None:
        return False
    most = 5 if plain(row["kind"]) == "country" else 1.5
    return abs(row["latitude"] - latitude) <= most and abs(row["longitude"] - longitude) <= most


# --- the tables -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Table:
    """How rows of one table are matched: by which spans, which fields, and what is then compared."""

    spans: dict[str, tuple[str, str]]  # the key's field to the columns of its span; all must touch
    checks: dict[str, Check]
    must: tuple[str, ...] = ()  # checks that a match has to pass
    least: float = 0.0  # share of the union that the spans must exceed
    assumed: dict[str, Any] = field(default_factory=dict)  # what a row that is silent says


TABLES: dict[str, Table] = {
    "sections": Table({"words": ("start", "end")}, {"heading": same("heading")}, least=0.5),
    "sentences": Table({"words": ("start", "end")}, {"role": same("role")}, least=0.9),
    "mentions": Table(
        {"words": ("start", "end")}, {"entity": entity("entity_id"), "form": same("form")}, least=0.3
    ),
    "places": Table(
        {"words": ("start", "end")},
        {c: same(c) for c in ("kind", "country")} | {"entity": entity("entity_id"), "near": near},
        least=0.3,
    ),
    "times": Table(
        {"words": ("start", "end")},
        {c: same(c) for c in ("type", "value", "anchor")}
        | {"days": days("earliest", "latest"), "earliest": same("earliest"), "latest": same("latest")}
        | {"anchored_to": refers("anchor_id")},
    ),
    "figures": Table(
        {"words": ("start", "end")},
        {c: same(c) for c in ("low", "high", "approximate", "unit", "measure")}
        | {"of": alike("of"), "event": refers("event_id")},
    ),
    "events": Table(
        {"trigger": ("trigger_start", "trigger_end")},
        {
            "type": same("event_type"),
            "mode": same("event_mode"),
            "cameo": same("cameo"),
            "source": entity("source_id", "source_text"),
            "source_country": actor("source", "country"),
            "source_sector": actor("source", "sector"),
            "target": entity("target_id", "target_text"),
            "target_country": actor("target", "country"),
            "target_sector": actor("target", "sector"),
            "status": same("status"),
            "date": days("date_start", "date_end"),
            "date_precision": same("date_precision"),
            "date_basis": same("date_basis"),
            "place": place,
            "deaths": deaths,
            "deaths_of": alike("deaths_of"),
            "statement": refers("statement_id"),
        },
        must=("type",),
        assumed={"deaths": MISSING},
    ),
    "statements": Table(
        {"cue": ("cue_start", "cue_end")},
        {
            "source": entity("source_id", "source_text"),
            "source_words": span("source_start", "source_end"),
            "content": span("content_start", "content_end", 0.5),
            "type": same("type"),
            "audience": entity("audience_id"),
        },
    ),
    "links": Table(
        {"from": ("from_start", "from_end"), "to": ("to_start", "to_end")},
        {"kind": same("kind"), "cue": span("cue_start", "cue_end"), "basis": same("basis")},
        must=("kind",),
    ),
    "implications": Table(
        {"words": ("start", "end")},
        {
            "kind": same("kind"),
            "modality": same("modality"),
            "source": entity("source_id"),
            "about": entity("about_id"),
            "because": span("because_start", "because_end"),
        },
        least=0.3,
        assumed={"source": MISSING},
    ),
}
# Fields that follow from another: counted, not listed as wrong a second time.
FOLLOWING = {f"{side}_{what}" for side in ("source", "target") for what in ("country", "sector")}
ENTITY_CHECKS: dict[str, Check] = {c: same(c) for c in ("kind", "country", "sector")} | {
    "role": alike("role"),
    "parent": entity("parent_id"),
}


@dataclass
class Wanted:
    """A row of the key."""

    fields: dict[str, Any]
    optional: bool = False
    core: bool = False

    def __str__(self) -> str:
        shown = {k: v for k, v in self.fields.items() if k != "near"}
        return ", ".join(f"{k} {'|'.join(map(str, either(v)))}" for k, v in shown.items())


@dataclass
class Score:
    """How one table compares: what was found, missed and is surplus, and which cells are right."""

    table: str
    found: int = 0
    wanted: int = 0
    core_found: int = 0
    core: int = 0
    missed: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    cells: dict[str, list[bool]] = field(default_factory=dict)

    def measures(self) -> dict[str, float]:
        """Recall, precision, recall of the core, and the share right of each field of what was matched."""
        rows = {
            "recall": _share(self.found, self.wanted),
            "precision": _share(self.found, self.found + len(self.surplus)),
            "core": _share(self.core_found, self.core),
        }
        return rows | {name: _share(sum(right), len(right)) for name, right in self.cells.items()}

    def below(self, floors: dict[str, float]) -> dict[str, tuple[float, float]]:
        """The measures that do not reach their floor: what was reached, and the floor."""
        measures = self.measures()
        return {n: (measures.get(n, 1.0), f) for n, f in floors.items() if round(measures.get(n, 1.0), 4) < f}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


# --- reading a key --------------------------------------------------------------------------------


def load(path: Path) -> dict[str, Any]:
    """A key as it was written, with reciprocal events and the entities' mentions made into rows."""
    key = tomllib.loads(path.read_text("utf-8"))
    return key | {"events": list(_directions(key.get("events", []))), "mentions": list(_mentions(key))}


def _directions(events: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        reverse = event.get("reciprocal")
        one = {k: v for k, v in event.items() if k != "reciprocal"}
        yield one
        if reverse:
            other = {k: v for k, v in one.items() if k not in ("deaths", "deaths_of")}
            optional = one.get("optional", False) or reverse == "optional"
            other |= {"source": one["target"], "target": one["source"], "optional": optional}
            if "reverse_cameo" in one:
                other["cameo"] = one["reverse_cameo"]
            yield other | ({"core": False} if optional else {})


def _mentions(key: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for row in key.get("entities", []):
        for form, places in row.get("said", {}).items():
            for words in places:
                optional = form == "maybe" or row.get("optional", False)
                mention = {"words": words, "entity": row["id"], "optional": optional}
                yield mention if form == "maybe" else mention | {"form": form.split("|")}


# What steers the comparison, and is no cell of the table.
STEERING = {"optional", "core", "reverse_cameo", "said"}


def wanted(rows: Iterable[dict[str, Any]], table: Table | None = None) -> list[Wanted]:
    """The key's rows, with what a silent row says."""
    return [
        Wanted(
            (table.assumed if table else {}) | {k: v for k, v in row.items() if k not in STEERING},
            row.get("optional", False),
            row.get("core", False),
        )
        for row in rows
    ]


# --- matching -------------------------------------------------------------------------------------


def match(
    key: list[Wanted], found: list[Any], weigh: Callable[[Wanted, Any], float]
) -> list[tuple[int, int]]:
    """Pairs of row numbers, one to one, the heaviest first; a pair of weight 0 is no pair."""
    pairs = [
        (weight, not one.optional, -i, -j)
        for i, one in enumerate(key)
        for j, other in enumerate(found)
        if (weight := weigh(one, other)) > 0
    ]
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(pairs, reverse=True):
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return sorted(taken.items())


def graded(one: Wanted, row: Any, checks: dict[str, Check], context: Context) -> dict[str, bool]:
    """Which of the fields that the coder filled are right."""
    expected = dict(one.fields)
    for side in ("source", "target"):
        if side in expected:
            expected |= {f"{side}_country": expected[side], f"{side}_sector": expected[side]}
    return {
        name: any(check(alternative, row, context) for alternative in either(expected[name]))
        for name, check in checks.items()
        if name in expected
    }


def compare(name: str, rows: list[dict[str, Any]], frame: pd.DataFrame, context: Context) -> Score:
    """Score a table whose rows stand on spans of the text."""
    table = TABLES[name]
    key, found = wanted(rows, table), frame.to_dict("records")
    spots = {(w, s) for one in key for s in table.spans for w in either(one.fields[s])}
    at = {words: find(context.text, words) for words, _ in spots}

    def weigh(one: Wanted, row: Any) -> float:
        overlap = 1.0
        for spot, (start, end) in table.spans.items():
            if pd.isna(row[start]):
                return 0.0
            here = (row[start], row[end])
            overlap = min(overlap, max(shared(at[w], here) for w in either(one.fields[spot])))
        if overlap <= table.least:
            return 0.0
        right = graded(one, row, table.checks, context)
        if not all(right.get(m, True) for m in table.must):
            return 0.0
        return overlap + _share(sum(right.values()), len(right))

    return tally(name, key, found, match(key, found, weigh), table.checks, context)


def tally(
    name: str,
    key: list[Wanted],
    found: list[Any],
    pairs: list[tuple[int, int]],
    checks: dict[str, Check],
    context: Context,
) -> Score:
    """Count what the pairs come to. An optional row counts for nothing, found or not."""
    score, by_key = Score(name), dict(pairs)
    for i, one in enumerate(key):
        row = found[by_key[i]] if i in by_key else None
        if not one.optional:
            score.wanted, score.found = score.wanted + 1, score.found + (row is not None)
            score.core, score.core_found = (
                score.core + one.core,
                score.core_found + (one.core and row is not None),
            )
        if row is None:
            if not one.optional:
                score.missed.append(("core: " if one.core else "") + str(one))
            continue
        if one.optional:
            continue
        for field_name, right in graded(one, row, checks, context).items():
            score.cells.setdefault(field_name, []).append(right)
            if not right and field_name not in FOLLOWING:
                score.wrong.append(f"{field_name} of [{one}]: {shown(row, context.text)}")
    matched = {j for _, j in pairs}
    score.surplus = [shown(row, context.text) for j, row in enumerate(found) if j not in matched]
    return score


HIDDEN = re.compile(r"(^|_)(id|start|end|text)$|^(trigger|words)$")


def shown(row: Any, text: str) -> str:
    """A parsed row in one line: its words in their context, then its cells without ids and offsets."""
    start, end = row.get("trigger_start", row.get("start")), row.get("trigger_end", row.get("end"))
    words = ""
    if plain(start) is not None:
        words = f"{text[max(start - 30, 0) : start]}{{{text[start:end]}}}{text[end : end + 30]}"
    cells = [
        f"{name} {cell}"
        for name, cell in row.items()
        if plain(cell) is not None and (name.startswith("date_") or not HIDDEN.search(name))
    ]
    return re.sub(r"\s+", " ", f"“{words}” {', '.join(cells)}")


# --- a whole article ------------------------------------------------------------------------------


def entity_links(key: dict[str, Any], tables: Any, text: str) -> Counter[tuple[str, str]]:
    """How well each of the key's entities and each parsed one go together: shared mentions, and the name."""
    together: Counter[tuple[str, str]] = Counter()
    found = tables.mentions.to_dict("records")
    for mention in key["mentions"]:
        at = find(text, mention["words"])
        for row in found:
            if shared(at, (row["start"], row["end"])) > 0.5:
                together[mention["entity"], row["entity_id"]] += 1
    for one in key.get("entities", []):
        names = {plain(name) for name in [one["name"], *one.get("aliases", [])]}
        for row in tables.entities.to_dict("records"):
            if plain(row["name"]) in names:
                together[one["id"], row["entity_id"]] += 3
    return together


def entity_pairs(key: dict[str, Any], tables: Any, text: str) -> list[tuple[int, int]]:
    """Which row of the key is which parsed entity, one to one: an entity that was split costs."""
    together = entity_links(key, tables, text)
    rows, found = wanted(key.get("entities", [])), tables.entities.to_dict("records")
    return match(rows, found, lambda one, row: together[one.fields["id"], row["entity_id"]])


def context_of(key: dict[str, Any], tables: Any, text: str) -> Context:
    """What the ids of these tables and of this key stand for."""
    said: dict[str, set[Any]] = {one["id"]: {plain(one["name"])} for one in key.get("entities", [])}
    for mention in key["mentions"]:
        start, end = find(text, mention["words"])
        said[mention["entity"]].add(plain(text[start:end]))
    spans = {
        row[ident]: (row[first], row[last])
        for frame, ident, first, last in (
            (tables.times, "time_id", "start", "end"),
            (tables.events, "event_id", "trigger_start", "trigger_end"),
            (tables.statements, "statement_id", "cue_start", "cue_end"),
        )
        for row in frame.to_dict("records")
        if not pd.isna(row[first])
    }
    places = {row["place_id"]: row["entity_id"] for row in tables.places.to_dict("records")}
    rows, found = key.get("entities", []), tables.entities.to_dict("records")
    same_entity = {found[j]["entity_id"]: rows[i]["id"] for i, j in entity_pairs(key, tables, text)}
    return Context(text, same_entity, said, {one["id"]: one for one in rows}, spans, places)


def compare_entities(key: dict[str, Any], tables: Any, context: Context) -> Score:
    """Score the entities, which stand on many spans: by the mentions that they share, and their names."""
    rows, found = wanted(key.get("entities", [])), tables.entities.to_dict("records")
    return tally("entities", rows, found, entity_pairs(key, tables, context.text), ENTITY_CHECKS, context)


def compare_article(key: dict[str, Any], tables: Any, text: str) -> Score:
    """Score the article's own row, cell by cell."""
    expected, row = key.get("metadata", {}), tables.articles.to_dict("records")[0]
    score = Score("articles", wanted=len(expected))
    for name, value in expected.items():
        cells = [text[slice(*find(text, v))] if "[…]" in str(v) else v for v in either(value)]
        right = any(plain(row[name]) == plain(cell) for cell in cells)
        score.found += right
        if not right:
            score.missed.append(f"{name}: {row[name]!r}, not {'|'.join(map(repr, cells))}")
    return score


def score(key: dict[str, Any], tables: Any, text: str) -> dict[str, Score]:
    """Every table that the key codes, scored. ``tables`` has a DataFrame attribute a table."""
    context = context_of(key, tables, text)
    named = {
        one["id"]: [
            words for form, said in one.get("said", {}).items() if form != "pronoun" for words in said
        ]
        for one in key.get("entities", [])
    }
    key = key | {"places": [{"words": named[row["entity"]]} | row for row in key.get("places", [])]}
    scores = {
        "articles": compare_article(key, tables, text),
        "entities": compare_entities(key, tables, context),
    }
    for name in TABLES:
        if name in key:
            scores[name] = compare(name, key[name], getattr(tables, name), context)
    return scores


WORD_FIELDS = {"words", "trigger", "cue", "content", "source_words", "from", "to", "because"}
WORD_FIELDS |= {"anchored_to", "event", "statement"}
ENTITY_FIELDS = {"source", "target", "place", "about", "audience", "entity", "parent"}


def problems(key: dict[str, Any], text: str) -> list[str]:
    """What is wrong with a key: words that are not in its article, names that nothing bears."""
    bad: list[str] = []
    ids = {MISSING, *(one["id"] for one in key.get("entities", []))}
    for name in ("entities", *TABLES):
        checks = TABLES[name].checks if name in TABLES else ENTITY_CHECKS
        known = {*checks, *STEERING, *(TABLES[name].spans if name in TABLES else ("id", "name", "aliases"))}
        asked = key.get("floors", {}).get(name, {}).keys() - checks.keys() - {"recall", "precision", "core"}
        bad += [f"{name}: no measure {one!r} for a floor" for one in sorted(asked)]
        for row in key.get(name, []):
            bad += [f"{name}: no field {one!r}: {row}" for one in sorted(row.keys() - known)]
            named = [v for f in sorted(ENTITY_FIELDS & row.keys()) for v in either(row[f])]
            bad += [f"{name}: no entity {one!r}: {row}" for one in named if one not in ids]
            bad += _misplaced(name, row, text)
    return bad


def _misplaced(name: str, row: dict[str, Any], text: str) -> Iterator[str]:
    for field_name in sorted(row.keys() & (WORD_FIELDS | {"date", "days"})):
        for words in either(row[field_name]):
            try:
                if words != MISSING and field_name in WORD_FIELDS:
                    find(text, words)
                elif words != MISSING:
                    interval(words.removeprefix("~"))
            except ValueError as error:
                yield f"{name}: {error}"


def report(scores: Iterable[Score], detail: bool = True) -> str:
    """The scores as lines to read: one a table, and under it what to mend."""
    lines: list[str] = []
    for one in scores:
        measures = one.measures()
        rows = f"recall {measures['recall']:.2f} ({one.found}/{one.wanted})"
        rows += f"  precision {measures['precision']:.2f}  core {one.core_found}/{one.core}"
        lines.append("  ".join([f"{one.table:13} {rows}", *(f"{n} {measures[n]:.2f}" for n in one.cells)]))
        if detail:
            for title, listed in (("missed", one.missed), ("surplus", one.surplus), ("wrong", one.wrong)):
                lines += [f"  {title:8} {row}" for row in listed]
    return "\n".join(lines)


# The bundled article, and those that were written for the keys.
SHELVES = (ROOT / "data" / "articles", Path(__file__).parent / "texts")


def article_path(key: dict[str, Any]) -> Path:
    return next(path for shelf in SHELVES if (path := shelf / key["article"]).exists())


def scores_of(path: Path) -> dict[str, Score]:
    """Parse the article of a key and score its tables."""
    import dateline  # here, so that scoring tables made by hand needs no extractor

    key = load(path)
    article = dateline.read(article_path(key))
    return score(key, dateline.parse(article), article.text)


def main(names: list[str]) -> None:
    here = Path(__file__).parent
    brief = "--brief" in names
    chosen = [n for n in names if n != "--brief"]
    only = [n for n in chosen if n in TABLES or n in ("articles", "entities")]
    keys = [n for n in chosen if n not in only]
    for path in [here / f"{name}.toml" for name in keys] if keys else sorted(here.glob("*.toml")):
        scores = scores_of(path)
        print(f"\n{path.stem}\n{report([s for n, s in scores.items() if not only or n in only], not brief)}")


if __name__ == "__main__":
    main(sys.argv[1:])
