"""What checking made of the article's statements, worst first: for notebook 02 and the report's first page.

What disagrees or is contested is shown in full, with what each source says; what is borne out or could not
be verified takes a line each.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dateline import wording
from dateline.judged import VERDICTS, Held, Judged, how_many, judged
from dateline.tables import Tables
from dateline.views import colours
from dateline.views.marks import corrected, in_force
from dateline.views.passages import by_offset
from dateline.views.view import Safe, View, join, lines, more, note, safe, small, table, tag

NOTHING = "Nothing in this article could be checked: no rule found a statement that it knows how to check."
NO_RECORD = "The record here does not speak of this article."
_FULL = ("disagrees", "contested")
# Checks that say a value and then, behind a colon, of what in the record.
_NAMING = frozenset(
    {"deaths_against_record", "count_against_record", "date_against_record", "order_against_record"}
)
_DATA = ["check", "verdict", "stated", "found", "source", "citation", "note"]


def findings(tables: Tables, verdicts: Sequence[str] | None = None) -> View:
    """Each statement that was checked, its words at issue marked, with the verdict and who says so.

    ``verdicts``: only those of ``disagrees``, ``contested``, ``agrees`` and ``unverified`` that are named.
    """
    every = judged(tables)
    if not every:
        return note(NOTHING)
    wanted = VERDICTS if verdicts is None else tuple(verdicts)
    found = [one for one in every if one.verdict in wanted]
    if not found:
        return note(f"No statement of the article is {_either(wanted)}.")
    parts = []
    full = [one for one in found if one.verdict in _FULL]
    if full:
        parts.append(_in_full(tables, full))
    short = {
        verdict: [one for one in found if one.verdict == verdict] for verdict in ("agrees", "unverified")
    }
    parts += [_in_short(tables, rows, verdict) for verdict, rows in short.items() if rows]
    lead = " ".join(filter(None, [tally(every), in_force(tables)])) if verdicts is None else ""
    return _together(lead, parts, _data(found))


def tally(found: Sequence[Judged]) -> str:
    """How many statements there are of each verdict; where nothing speaks of any, a sentence that says so."""
    counts = {verdict: n for verdict, n in how_many(list(found)).items() if n}
    if set(counts) == {"unverified"}:
        held = wording.count(len(found), "statement")
        return f"{NO_RECORD} {wording.sentence(f'{held} could be held against it, and none is verified')}"
    said = [
        wording.count(n, wording.verdicts(verdict, 1), wording.verdicts(verdict, 2))
        for verdict, n in counts.items()
    ]
    held = wording.count(len(found), "statement")
    return f"Of {held} held against the article itself and the record, {wording.listing(said)}."


def marked(tables: Tables, one: Judged) -> Safe:
    """The sentence, the words at issue bold and underlined in the colour of the verdict."""
    if None in (one.start, one.end, one.sentence_start, one.sentence_end):
        return safe(one.stated)
    text, last = tables.text, max(one.end or 0, one.sentence_end or 0)
    style = f"border-bottom: 3px solid {colours.verdict(one.verdict)}"
    return Safe(
        safe(text[one.sentence_start : one.start])
        + tag("b", text[one.start : one.end], style)
        + safe(text[one.end : last])
    )


def verdict(one: Judged) -> Safe:
    """The verdict as a word in its colour."""
    style = f"border-left: 4px solid {colours.verdict(one.verdict)}; padding-left: 4px"
    return tag("b", wording.verdict(one.verdict), style)


def brief(tables: Tables, one: Judged) -> Safe:
    """The sentence, and below it the verdict and who says so, without citations: for the report."""
    name, said = values(one)
    held = [join([tag("b", value), f"({sources(by)})"]) for value, by in said.items()]
    parts = [verdict(one), wording.check(one.check), tag("i", name) if name else "", *held]
    return lines([marked(tables, one), tag("small", join(parts, " · "))])


def values(one: Judged) -> tuple[str, dict[str, list[Held]]]:
    """What all sources speak of, where they name the same, and each value with those that give it."""
    split = [(held, *(held.found or "").partition(": ")[::2]) for held in one.sources]
    names = {name for _, _, name in split}
    name = names.pop() if one.check in _NAMING and len(names) == 1 else ""
    said: dict[str, list[Held]] = {}
    for held, value, _ in split:
        said.setdefault(value if name else held.found or "", []).append(held)
    return name, said


def sources(held: Sequence[Held], most: int | None = None) -> str:
    """Whose value it is: each source once, past ``most`` only counted."""
    return wording.listing(dict.fromkeys(wording.text(one.source, "a source") for one in held), most)


def _either(wanted: Sequence[str]) -> str:
    words = ["in disagreement" if name == "disagrees" else wording.verdict(name) for name in wanted]
    return " or ".join(words)


def _in_full(tables: Tables, found: Sequence[Judged]) -> View:
    at = by_offset(tables)
    rows = [
        [lines([marked(tables, one), small(at(one.start))]), _judgement(tables, one), _held(one)]
        for one in found
    ]
    heads = ["in the article's words", "verdict", "who says what"]
    return table(heads, rows, widths=["34%", "19%"], tall=2000, label="What disagrees or is contested")


def _judgement(tables: Tables, one: Judged) -> Safe:
    said = join([verdict(one), *_signs(tables, one)])
    return lines([said, small(wording.check(one.check)), join([small("read as"), one.stated])])


def _signs(tables: Tables, one: Judged) -> list[Safe]:
    """The signs of a corrected row that was checked, and of a corrected verdict, each once."""
    rows = tables.findings
    same = (rows["check"] == one.check) & (rows["verdict"] == one.verdict) & (rows["stated"] == one.stated)
    ids = [one.row_id, *rows.loc[(same & (rows["start"] == one.start)).fillna(False), "finding_id"]]
    return list(dict.fromkeys(corrected(tables, row_id) for row_id in ids))


def _held(one: Judged) -> Safe:
    """Each value with whose it is; where that can be read is a click away."""
    name, said = values(one)
    parts: list[object] = [tag("i", name)] if name else []
    parts += [join([tag("b", value), f"({sources(held)})"]) for value, held in said.items()]
    parts += [join([tag("i", "Note:"), remark]) for remark in one.notes]
    cited = [_citation(held) for by in said.values() for held in by if held.citation]
    return join([lines(parts), more("Where it can be read", cited)], "")


def _citation(held: Held) -> str:
    """Where it can be read; with the source's name, unless it begins with it."""
    name, citation = wording.text(held.source), wording.text(held.citation)
    known = citation.casefold().removeprefix("the ").startswith(name.casefold().removeprefix("the "))
    return citation if known else f"{name}: {citation}"


def _in_short(tables: Tables, found: Sequence[Judged], verdict: str) -> View:
    """The words at issue alone, and whose record bears them out."""
    head = "borne out" if verdict == "agrees" else "not verified: nothing here speaks of it"
    heads = [head, "read as"]
    at = by_offset(tables)
    rows = [
        [
            join([_words(tables, one), small(at(one.start))]),
            join([one.stated, small(f"({wording.check(one.check)})"), *_signs(tables, one)]),
        ]
        for one in found
    ]
    if verdict == "agrees":
        heads.append("by")
        rows = [[*cells, _by(one)] for cells, one in zip(rows, found, strict=True)]
    return table(heads, rows, widths=["36%", "32%"], tall=620, label=f"Statements {head.partition(':')[0]}")


def _words(tables: Tables, one: Judged) -> Safe:
    style = f"border-bottom: 2px solid {colours.verdict(one.verdict)}"
    words = tables.text[one.start : one.end] if one.start is not None and one.end is not None else one.stated
    return tag("span", wording.shorten(words, 120), style)


def _by(one: Judged) -> Safe:
    return join([sources(one.sources), *(small(remark) for remark in one.notes)])


def _data(found: Sequence[Judged]) -> pd.DataFrame:
    """A row a source, and one for a statement that none speaks of."""
    rows = [
        [one.check, one.verdict, one.stated, held.found, held.source, held.citation, held.note]
        for one in found
        for held in one.held
    ]
    return pd.DataFrame(rows, columns=_DATA).convert_dtypes()


def _together(lead: str, parts: Sequence[View], data: pd.DataFrame) -> View:
    pieces = [str(tag("div", Safe(part.html), "margin-bottom: 1.2em")) for part in parts]
    html = "\n".join([*([str(tag("p", lead))] if lead else []), *pieces])
    return View(html, "\n\n".join(filter(None, [lead, *(part.plain for part in parts)])), data)
