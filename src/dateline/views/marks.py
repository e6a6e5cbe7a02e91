"""Which rows people put right: a sign beside each, a sentence above the table, and the list of all of them.

The sign is a word and a pencil, not a colour alone; it leads to the list in notebook 00, where the reason,
the reviewer and the day of each correction stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from dateline import wording
from dateline.review import NOTHING, Correction
from dateline.tables import Tables
from dateline.views.passages import anchor, link, passages
from dateline.views.view import Safe, View, join, lines, note, safe, small, table, tag, unseen
from dateline.wording import text

_WORDS = {"change": "corrected", "add": "added"}
_ONE_BY_ONE = {"change": "corrected", "add": "added", "drop": "dropped", "accept": "confirmed"}
_SIGN = "white-space: nowrap; border: 1px dashed rgba(128,128,128,.8); border-radius: 3px; padding: 0px 3px"
NONE = (
    "No correction is in force: the tables are as the rules made them. To put a row right, run "
    "“dateline review ARTICLE”, fill in the sheet that it writes, and let it apply the sheet."
)


def corrected(tables: Tables, row_id: object) -> Safe:
    """A sign for a row that a reviewer changed or added, with the reviewer, the day and the reason; else
    nothing."""
    own = [
        one
        for one in tables.corrections
        if one.action in _WORDS and text(row_id) and one.row_id == text(row_id)
    ]
    if not own:
        return Safe("")
    word = _WORDS["add" if any(one.action == "add" for one in own) else "change"]
    told = "; ".join(dict.fromkeys(f"{_by(one)}: {one.reason}" for one in own))
    sign = Safe(f"✎ {word}{unseen(f' by {told}')}")
    return tag("small", link(sign, name(row_id), told), _SIGN)


def name(row_id: object) -> str:
    """The anchor of a row's corrections in their list."""
    return f"corrections-{text(row_id)}"


def in_force(tables: Tables, *names: str) -> str:
    """How many rows of these tables people corrected, and who; nothing where nobody did.

    Without names, of all tables.
    """
    own = [one for one in tables.corrections if not names or one.table in names]
    if not own:
        return ""
    counts = [
        (len({one.row_id for one in own if one.action == action}), word)
        for action, word in _ONE_BY_ONE.items()
    ]
    said = wording.listing(
        f"{wording.count(n, 'row')} {word}" if not i else f"{wording.count(n, word, word)}"
        for i, (n, word) in enumerate((n, word) for n, word in counts if n)
    )
    by = wording.listing(dict.fromkeys(one.reviewer for one in own), 4)
    return wording.sentence(f"corrections in force (✎): {said}, by {by}")


def corrections(tables: Tables) -> View:
    """Every correction that is in force: which row, what was changed, why, by whom and when."""
    lost = len(tables.unmatched)
    left = (
        wording.sentence(
            f"{wording.count(lost, 'correction matches', 'corrections match')} no row any more and "
            f"{'waits' if lost == 1 else 'wait'} in the review"
        )
        if lost
        else ""
    )
    if not tables.corrections:
        return note(f"{NONE} {left}".strip())
    known, where = _sentences(tables), passages(tables)
    rows = [_row(known, where, own) for own in _by_row(tables.corrections)]
    return table(
        ["row", "in the article's words", "correction", "why", "who and when"],
        rows,
        data=_data(tables.corrections),
        lead=f"{in_force(tables)} {left}".strip(),
        widths=["8em", "30%", "26%"],
        label="Corrections in force",
    )


def _by_row(found: Iterable[Correction]) -> list[list[Correction]]:
    rows: dict[tuple[str, str], list[Correction]] = {}
    for one in found:
        rows.setdefault((one.table, one.row_id), []).append(one)
    return list(rows.values())


def _row(
    known: Mapping[str, tuple[str, str]], where: Mapping[str, Safe], own: list[Correction]
) -> list[object]:
    first = own[0]
    sentence_id, words = known.get(first.row_id, ("", ""))
    evidence = next((one.evidence for one in own if one.evidence), None)
    return [
        join(
            [
                anchor(tag("b", first.table), name(first.row_id)),
                where.get(sentence_id, ""),
                small(first.row_id),
            ]
        ),
        _evidence(evidence) if evidence else words,
        lines([_said(one) for one in own]),
        lines(dict.fromkeys(one.reason for one in own)),
        lines(dict.fromkeys(_by(one) for one in own)),
    ]


def _sentences(tables: Tables) -> dict[str, tuple[str, str]]:
    """Row id to its sentence and its words, where its table says them."""
    found: dict[str, tuple[str, str]] = {}
    for _, frame in tables:
        if {"sentence_id", "start", "end"} <= {*frame.columns} and len(frame):
            key = frame.columns[0]
            for row_id, sentence_id, start, end in zip(
                frame[key], frame["sentence_id"], frame["start"], frame["end"], strict=True
            ):
                words = "" if pd.isna(start) else " ".join(tables.text[int(start) : int(end)].split())
                found[str(row_id)] = (text(sentence_id), words)
    return found


def _evidence(marked: str) -> Safe:
    """The sentence that the reviewer had before him, the row's words bold."""
    pieces = re.split(r"(\[\[|\]\])", " ".join(marked.split()))
    tags = {"[[": "<b>", "]]": "</b>"}
    whole = pieces.count("[[") == pieces.count("]]")
    return Safe("".join(tags.get(piece, safe(piece)) if whole else safe(piece) for piece in pieces))


def _said(one: Correction) -> Safe:
    """What it does: a column from the old value to the new one, a row dropped, added or confirmed."""
    if one.action in ("drop", "accept"):
        return safe(_ONE_BY_ONE[one.action])
    value = "nothing" if one.value == NOTHING else one.value
    was = f"{one.machine} →" if one.action == "change" and one.machine else ""
    return join([tag("b", one.column), was, value]) if one.column else safe(value)


def _by(one: Correction) -> str:
    return f"{one.reviewer}, {wording.day(pd.Timestamp(one.date))}"


def _data(found: Iterable[Correction]) -> pd.DataFrame:
    columns = ["table", "row_id", "action", "column", "value", "reason", "reviewer", "date"]
    return pd.DataFrame([[getattr(one, column) for column in columns] for one in found], columns=columns)
