"""Why a row is as it is: its evidence, the entry that fired, and how each of its parts was found.

For reviewers, and for analysts who tune the codebook. A plain reading of the tables and of the codebook
in force: nothing is extracted again, so stored tables can be explained too.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline import schema
from dateline.codebook import derived, settings
from dateline.codebook.frames import NounFrame, VerbFrame, load
from dateline.records import TABLES
from dateline.review.deriving import BY_REVIEW
from dateline.review.telling import decision
from dateline.tables import Tables
from dateline.terminal import plain

Row = dict[str, Any]
Mark = tuple[int, int, str]  # start, end, what stands there

_SHOWN = 6  # words of an entry that has many
_LONGEST = 300  # characters shown of a row that is longer than a sentence


class NoRow(LookupError):
    """No row has that id, or several ids begin with it; the message says which."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a row is as it is. ``evidence``: its sentences with the parts marked; ``lines``: label and text."""

    table: str
    row_id: str
    evidence: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.text(100)

    def text(self, width: int) -> str:
        """The explanation in lines of at most ``width`` characters."""
        room = max((len(label) for label, _ in self.lines), default=0) + 2
        told = [f"{self.row_id} of {self.table}", ""]
        for words in self.evidence:
            told += textwrap.wrap(plain(words), width, initial_indent="  ", subsequent_indent="  ")
        told.append("")
        for label, words in self.lines:
            first, rest = f"{label:<{room}}", " " * room
            told += textwrap.wrap(plain(words), width, initial_indent=first, subsequent_indent=rest)
        return "\n".join(told)

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        lines = [{"label": label, "text": words} for label, words in self.lines]
        return {"table": self.table, "id": self.row_id, "evidence": [*self.evidence], "lines": lines}

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text(100))}</pre>"


def explain(tables: Tables, row_id: str) -> Explanation:
    """Why the row with that id is as it is: an event, or a row of any other table.

    ``row_id`` may be the beginning of an id, if only one begins so. Raises :class:`NoRow` (a LookupError)
    otherwise.
    """
    reader = _Reader(tables)
    table, found = reader.find(row_id)
    row = reader.rows(table)[found]
    lines = [*(_event(reader, row) if table == "events" else _other(reader, table, row))]
    own = [one for one in tables.corrections if (one.table, one.row_id) == (table, found)]
    lines += [("correction", decision(one)) for one in own]
    return Explanation(table, found, tuple(reader.evidence(row, _marks(reader, table, row))), tuple(lines))


def listing(tables: Tables) -> list[dict[str, str]]:
    """The events' ids with trigger, type and actors, in text order."""
    return [
        {
            "event_id": row["event_id"],
            "trigger": row["trigger"] or "",
            "event_type": _joined([row["event_type"], row["event_mode"]], "/"),
            "status": row["status"] or "",
            "source": row["source_text"] or "",
            "target": row["target_text"] or "",
        }
        for row in _Reader(tables).rows("events").values()
    ]


def listed(rows: Sequence[dict[str, str]]) -> str:
    """What :func:`listing` gave, a line an event."""
    shown = ("event_id", "trigger", "event_type", "status")
    cells = [[plain(row[name]) for name in shown] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    starts = ("  ".join(f"{cell:<{size}}" for cell, size in zip(line, widths, strict=True)) for line in cells)
    sides = (f"{row['source'] or '–'} → {row['target'] or '–'}" for row in rows)
    return "\n".join(f"{start}  {plain(side)}" for start, side in zip(starts, sides, strict=True))


class _Reader:
    """The tables as rows, found by their ids."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._rows: dict[str, dict[str, Row]] = {}

    def rows(self, table: str) -> dict[str, Row]:
        """The rows of a table by their ids, in text order."""
        if table not in self._rows:
            self._rows[table] = {row[schema.key(table)]: row for row in self.tables.rows(table)}
        return self._rows[table]

    def get(self, table: str, row_id: str | None) -> Row | None:
        return self.rows(table).get(row_id) if row_id is not None else None

    def find(self, row_id: str) -> tuple[str, str]:
        """The table and the full id of the row that is meant."""
        found = [(table, key) for table in TABLES for key in self.rows(table) if key.startswith(row_id)]
        exact = [one for one in found if one[1] == row_id]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found or not row_id:
            raise NoRow(f"no row has the id {row_id!r}; --list shows those of the events")
        several = ", ".join(key for _, key in found[:5]) + (", …" if len(found) > 5 else "")
        raise NoRow(f"{row_id!r} may be {len(found)} rows: {several}")

    def sentence_at(self, start: int) -> Row | None:
        return next((s for s in self.rows("sentences").values() if s["start"] <= start < s["end"]), None)

    def mentions(self, entity_id: str | None) -> list[Row]:
        return [m for m in self.rows("mentions").values() if m["entity_id"] == entity_id]

    def evidence(self, row: Row, marks: Sequence[Mark]) -> Iterator[str]:
        """The row's sentence, then others in which something of it stands, with the marks set."""
        first = self.get("sentences", row.get("sentence_id"))
        others = [self.sentence_at(start) for start, _, _ in marks]
        seen: set[str] = set()
        for sentence in (first, *others):
            if sentence is None or sentence["sentence_id"] in seen:
                continue
            seen.add(sentence["sentence_id"])
            inside = [m for m in marks if sentence["start"] <= m[0] and m[1] <= sentence["end"]]
            yield _marked(self.tables.text, sentence["start"], sentence["end"], inside)
        if not seen and row.get("start") is not None:
            yield textwrap.shorten(self.tables.text[row["start"] : row["end"]], _LONGEST, placeholder=" …")


def _marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """``text[start:end]`` with each mark as ``[label: words]``, nested where the spans are."""
    labels: dict[tuple[int, int], list[str]] = {}
    for first, last, label in marks:
        labels.setdefault((first, last), []).append(label)
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    for (first, last), names in sorted(labels.items(), key=lambda item: (item[0][0], -item[0][1])):
        opening.setdefault(first, []).append(f"[{' and '.join(dict.fromkeys(names))}: ")
        closing[last] = closing.get(last, 0) + 1
    cuts = sorted({start, end, *opening, *closing})
    told = []
    for at, following in zip(cuts, [*cuts[1:], end], strict=True):
        told += ["]" * closing.get(at, 0), *opening.get(at, ()), text[at:following]]
    return "".join(told)


# -- events ------------------------------------------------------------------------------------


def _marks(reader: _Reader, table: str, row: Row) -> list[Mark]:
    """The spans of a row, each with what it is; of an event those of its date, place and figures too."""
    if table != "events":
        inner = [(row[a], row[b], a.removesuffix("_start")) for a, b in schema.spans(table) if a != "start"]
        if "text" in row and table != "sentences":
            inner.append((row["start"], row["end"], "here"))
        return [mark for mark in inner if mark[0] is not None]
    found = [
        (row[f"{role}_start"], row[f"{role}_end"], role)
        for role in ("trigger", "source", "target")
        if row[f"{role}_start"] is not None
    ]
    if (time := reader.get("times", row["time_id"])) is not None:
        found.append((time["start"], time["end"], "date"))
    if (spoken := _place_mention(reader, row)) is not None:
        found.append((spoken["start"], spoken["end"], "place"))
    found += [(f["start"], f["end"], f["measure"]) for f in _figures(reader, row)]
    return found


def _event(reader: _Reader, row: Row) -> Iterator[tuple[str, str]]:
    yield "code", _code(row)
    yield from _rule(row)
    for role in ("source", "target"):
        yield role, "; ".join(_role(reader, row, role))
    yield "status", _status(row)
    yield "date", _date(reader, row)
    yield "place", _place(reader, row)
    if harm := _harm(reader, row):
        yield "casualties", harm
    yield "told by", _teller(reader, row)
    if others := list(_same_act(reader, row)):
        yield "same act", ", ".join(others)


def _same_act(reader: _Reader, row: Row) -> Iterator[str]:
    """The other rows of the act: of several sources or targets, each pair has its own."""
    for other in reader.rows("events").values():
        if other is row or any(other[name] != row[name] for name in ("trigger_start", "rule")):
            continue
        who, whom = (other[name] or "nobody named" for name in ("source_text", "target_text"))
        yield f"{other['event_id']} ({who} → {whom})"


def _code(row: Row) -> str:
    code = load().codes.get(row["cameo"])
    kind = _joined([row["event_type"], row["event_mode"]], "/")
    name = f" “{code.name}”" if code is not None else ""
    quad = settings("wording")["quads"].get(str(row["quad_class"]), "")
    numbers = f"Goldstein {row['goldstein']}; quad class {row['quad_class']}, {quad}"
    return f"{kind}; CAMEO {row['cameo']}{name}; {numbers}"


@derived
def _entries() -> dict[str, list[VerbFrame | NounFrame]]:
    """The frames of each codebook entry: one a lemma."""
    found: dict[str, list[VerbFrame | NounFrame]] = {}
    for frames in (*load().verbs.values(), *load().nouns.values()):
        for frame in frames:
            found.setdefault(frame.id, []).append(frame)
    return found


def _rule(row: Row) -> Iterator[tuple[str, str]]:
    """The codebook entries that fired, and what made its code of theirs."""
    outer, _, inner = (row["rule"] or "").partition(" + ")
    if outer:
        yield "rule", "none: a reviewer added the row" if outer == BY_REVIEW else _entry(outer)
    if inner:
        yield "with", _entry(inner)
    made = row["code_rule"]
    if made is None or outer == BY_REVIEW:
        return
    if " + " in made:
        yield "code by", f"compositions.csv, row “{made}”"
    elif made in load().classes:
        yield "code by", f"events.toml, instruments: it was carried out by one of {made}"
    elif made in _entries():
        yield "code by", f"{_entry(made)}, the noun of the same act, which is finer"
    else:
        yield "code by", made


def _entry(name: str) -> str:
    """A verb's or noun's entry in the codebook: its words, code and slots."""
    frames = _entries().get(name)
    if not frames:
        return f"{name}, which the codebook in force does not have"
    one = frames[0]
    if isinstance(one, VerbFrame):
        words = [_joined([f.verb, f.particle], " ") for f in frames if isinstance(f, VerbFrame)]
        slots = f"target: {', '.join(one.target) or '-'}"
    else:
        words = [_joined([min(f.mods) if len(f.mods) == 1 else None, f.noun], " ")
                 for f in frames if isinstance(f, NounFrame)]  # fmt: skip
        slots = f"source: {', '.join(one.source) or '-'}; target: {', '.join(one.target) or '-'}"
    chapter = "verbs.csv" if isinstance(one, VerbFrame) else "nouns.csv"
    code = _joined([_joined([one.event_type, one.event_mode], "/"), one.cameo], " ") or "no event"
    words = list(dict.fromkeys(words))
    shown = ", ".join(words[:_SHOWN]) + (f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else "")
    return f"{chapter}, {name} ({shown}): {code}; {slots}"


def _role(reader: _Reader, row: Row, role: str) -> Iterator[str]:
    """Who stands in the role, how he was found, and whom the words mean."""
    text, slot = row[f"{role}_text"], row[f"{role}_slot"]
    coded = _joined([row[f"{role}_country"], row[f"{role}_sector"]], " ")
    if text is None and not coded:
        yield "nobody: the text names none in a slot of the entry"
        return
    named = f"“{text}”" if text is not None else "nobody named"
    yield f"{named} ({coded})" if coded else named
    if slot is not None:
        yield f"found as {_slot(slot)}"
    start, sentence = row[f"{role}_start"], reader.get("sentences", row["sentence_id"])
    if start is not None and sentence is not None and not sentence["start"] <= start < sentence["end"]:
        told = reader.sentence_at(start)
        yield f"carried from sentence {told['position']}" if told else "carried from elsewhere"
    if (entity := reader.get("entities", row[f"{role}_id"])) is not None:
        yield _meant(reader, row, role, entity)


def _slot(path: str) -> str:
    """A slot in words: "subject.mod" is "the subject › a modifier in it"."""
    names: dict[str, str] = settings("wording")["slots"]
    told = []
    for part in path.split("."):
        first, of, word = part.partition(" of ")
        known = names.get(part) or (f"{names[first]} of “{word}”" if of and first in names else None)
        told.append(known or f"the phrase with “{part}”")
    return " › ".join(told)


def _meant(reader: _Reader, row: Row, role: str, entity: Row) -> str:
    """The entity that the words speak of, and where it was named if they do not name it."""
    start, end = row[f"{role}_start"], row[f"{role}_end"]
    known = reader.mentions(entity["entity_id"])
    here = [m for m in known if start is not None and start <= m["start"] and m["end"] <= end]
    form = here[0]["form"] if here else None
    words = row[f"{role}_text"] or ""
    if form in ("name", "acronym", None) or entity["name"].casefold() == words.casefold():
        return f"entity {entity['name']} ({entity['kind']})"
    named = [m for m in known if m["form"] in ("name", "acronym", "demonym") and m["start"] < start]
    if not named:
        return f"a {form} of {entity['name']} ({entity['kind']})"
    last = named[-1]
    told = reader.get("sentences", last["sentence_id"])
    where = f" in sentence {told['position']}" if told is not None else ""
    return f"a {form} of {entity['name']} ({entity['kind']}), named before as “{last['text']}”{where}"


def _status(row: Row) -> str:
    if row["status_cue"] is not None:
        return f"{row['status']}, because of “{row['status_cue']}”"
    return "actual: nothing in the text takes it back" if row["status"] == "actual" else row["status"]


def _date(reader: _Reader, row: Row) -> str:
    if row["date_start"] is None and row["date_end"] is None:
        return "none: the text gives none"
    days = dict.fromkeys(str(day) for day in (row["date_start"], row["date_end"]))
    told = f"{' to '.join(days)} ({row['date_precision']}), {row['date_basis']}"
    time = reader.get("times", row["time_id"])
    if time is None:
        basis = "from the day told before it in the paragraph to the next one that the article tells"
        return f"{told}: {basis}" if row["date_basis"] == "context" else told
    words = f"{told}: “{time['text']}” ({time['value']})"
    if row["date_basis"] == "context":
        words += ", the date of the clause that it is joined to"
    return words + _anchor(reader, time)


def _anchor(reader: _Reader, time: Row) -> str:
    """From what a time expression counts."""
    kind, name = time["anchor"], time["anchor_id"]
    if kind in (None, "none"):
        return ""
    if kind == "publication":
        published = next((row["published"] for row in reader.rows("articles").values()), None)
        return f", counted from the publication date {published or ''}".rstrip()
    if (other := reader.get("times", name)) is not None:
        return f", counted from “{other['text']}” ({other['time_id']})"
    if (event := reader.get("events", name)) is not None:
        return f", counted from the event “{event['trigger']}” ({name})"
    return f", counted from another {kind}"


def _place_mention(reader: _Reader, row: Row) -> Row | None:
    place = reader.get("places", row["place_id"])
    if place is None:
        return None
    spoken = [m for m in reader.mentions(place["entity_id"]) if m["sentence_id"] == row["sentence_id"]]
    return next((m for m in spoken if m["start"] >= row["trigger_end"]), spoken[0] if spoken else None)


def _place(reader: _Reader, row: Row) -> str:
    place = reader.get("places", row["place_id"])
    if place is None:
        return "none: no phrase on it says where"
    lies = _joined([place["admin1"], place["country"]], ", ")
    at = f", {place['latitude']} {place['longitude']}" if place["latitude"] is not None else ""
    return f"{place['name']} ({_joined([place['kind'], lies], '; ')}{at})"


def _figures(reader: _Reader, row: Row) -> list[Row]:
    return [f for f in reader.rows("figures").values() if f["event_id"] == row["event_id"]]


def _harm(reader: _Reader, row: Row) -> str:
    told = []
    for figure in _figures(reader, row):
        low, high = ("?" if n is None else f"{n:g}" for n in (figure["low"], figure["high"]))
        number = low if low == high else f"{low} to {high}"
        told.append(_joined([figure["measure"], number, figure["of"], f"(“{figure['text']}”)"], " "))
    return "; ".join(told)


def _teller(reader: _Reader, row: Row) -> str:
    said = reader.get("statements", row["statement_id"])
    if said is None:
        return "the author"
    return f"{said['source_text'] or 'somebody'}: “{said['cue']}”, {said['type']} ({said['statement_id']})"


# -- the other tables --------------------------------------------------------------------------


def _other(reader: _Reader, table: str, row: Row) -> Iterator[tuple[str, str]]:
    """Every cell that has something in it; ids with what the row says that they name."""
    skipped = {schema.key(table), "article_id", "sentence_id", "start", "end", "text"}
    skipped |= {name for span in schema.spans(table) for name in span}
    named = schema.references(table)
    for column, value in row.items():
        if column in skipped or value is None:
            continue
        yield column, _named(reader, named[column], value) if column in named else str(value)


def _named(reader: _Reader, tables: Sequence[str], row_id: str) -> str:
    for table in tables:
        if (row := reader.get(table, row_id)) is not None:
            telling = ("name", "trigger", "text", "cue", "heading", "title")
            words = next((row[name] for name in telling if row.get(name)), None)
            return f"“{words}” ({row_id})" if words else row_id
    return row_id


def _joined(parts: Iterable[object], between: str) -> str:
    return between.join(str(part) for part in parts if part not in (None, ""))
