"""What happened next, by the record: for notebook 03. All of it is marked as not in the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dateline import afterwards as later
from dateline import ahead, wording
from dateline.afterwards import Beside, Later
from dateline.checks.reference import Reference, load_reference
from dateline.focus import Sides
from dateline.surroundings import own_countries
from dateline.tables import Tables
from dateline.views.passages import by_offset
from dateline.views.view import Safe, View, join, lines, note, small, table, tag
from dateline.wording import missing

_MOST = 30  # happenings listed
_BESIDE = 4  # beside one implication: the first three and the last, where there are more
_CITED = 2  # citations shown in full; the other sources are named
UNDATED = "The day of publication is not known, so nothing in the record can be called later."


def afterwards(
    tables: Tables, record: Reference | None = None, sides: Sides = None, focus: str | None = None
) -> View:
    """What the record has after publication on the sides and the focus, a row a happening.

    ``record`` is what the article was held against; without it, the project's own reference tables.
    """
    record = load_reference() if record is None else record
    day, own = ahead.published(tables), own_countries(tables, sides, focus)
    if missing(day):
        return note(UNDATED)
    found = later.afterwards(tables, record, sides, focus)
    loose = later.loose(tables, record, sides, focus)
    if not found:
        return note(f"{_nothing(day, own)} {_loose(loose)}".strip())
    shown = later.nearest(found, {*own}, _MOST)
    rows = [[one.when, join([one.name, small(_killed(one))]), _sources(one)] for one in shown]
    said = [tag("b", "Not in the article."), _lead(found, shown, day, own), _loose(loose)]
    return table(
        ["when", "what the record has after publication", "who says so"],
        rows,
        data=_data(found),
        lead=join(said),
        widths=["10em", "36%"],
        label="What the record has after publication",
    )


def afterwards_for(
    tables: Tables, record: Reference | None = None, sides: Sides = None, focus: str | None = None
) -> View:
    """Beside each implication, those of one subject together: what of the later record bears on it.

    A happening bears on it that concerns the countries or actors named and is of a kind that the words speak
    of. None of them says whether the implication held.
    """
    record = load_reference() if record is None else record
    if tables.implications.empty:
        return note("The article draws no implication that was found, so nothing later can bear on one.")
    day = ahead.published(tables)
    if missing(day):
        return note(UNDATED)
    if not later.afterwards(tables, record, sides, focus):
        return note(_nothing(day, own_countries(tables, sides, focus)))
    found = later.beside(tables, record, sides, focus)
    at, starts = by_offset(tables), list(tables.implications["start"])
    rows = [
        [
            lines([tag("b", _numbers(one)), small(_places(at(starts[n - 1]) for n in one.numbers))]),
            lines(one.texts),
            _subject(one),
            _bearing(one),
        ]
        for one in found
    ]
    with_any = sum(len(one.numbers) for one in found if one.later)
    lead = [
        tag("b", "Not in the article:"),
        "what stands in the right column. After publication, the record has something that bears on "
        f"{with_any} of {len(tables.implications)} implications; whether it speaks for or against them is "
        "not for a table to say.",
    ]
    return table(
        ["no.", "what is said to follow", "names, and speaks of", "the record has, after publication"],
        rows,
        data=pd.DataFrame(_pairs(found), columns=["numbers", "date_start", "what"]),
        lead=join(lead),
        widths=["5em", "32%", "13em"],
        tall=620,
        label="Implications, and what the record has after publication",
    )


def _nothing(day: pd.Timestamp, own: Sequence[str]) -> str:
    named = wording.listing(map(wording.country, own)) or "any country of this article"
    return (
        f"The record here has nothing on {named} after {wording.day(day)}, which does not mean that nothing "
        "happened."
    )


def _loose(n: int) -> str:
    if not n:
        return ""
    return wording.sentence(
        f"downloaded files have {wording.count(n, 'incident')} after that day, not listed"
    )


def _lead(found: Sequence[Later], shown: Sequence[Later], day: pd.Timestamp, own: Sequence[str]) -> str:
    named = wording.listing(map(wording.country, own))
    many, last = wording.count(len(found), "happening"), found[-1].when
    concern = f"concerns {named}: of {last}" if len(found) == 1 else f"concern {named}, the last of {last}"
    said = f"The record has {many} after {wording.day(day)} that {concern}."
    left = len(found) - len(shown)
    return (
        f"{said} {wording.sentence(wording.count(left, 'more', 'more'))[:-1]} not listed." if left else said
    )


def _killed(one: Later) -> str:
    return f"({one.killed} killed)" if one.killed else ""


def _sources(one: Later) -> Safe:
    """Each source once: the first with their citations, the others by name."""
    cited = {row.source: row.citation for row in reversed(one.rows)}
    names = sorted(cited, key=str.casefold)
    rest = f"and {wording.listing(names[_CITED:])}" if len(names) > _CITED else ""
    doubts = dict.fromkeys(f"Doubtful: {row.suspect}" for row in one.rows if row.suspect)
    return small(lines([*(cited[name] for name in names[:_CITED]), rest, *doubts]))


def _data(found: Iterable[Later]) -> pd.DataFrame:
    columns = ["date_start", "date_end", "what", "countries", "killed", "sources"]
    rows = [
        (
            one.start,
            one.end,
            one.name,
            "|".join(sorted(one.countries)),
            one.killed,
            "|".join(sorted({row.source for row in one.rows})),
        )
        for one in found
    ]
    return pd.DataFrame(rows, columns=columns)


def _numbers(one: Beside) -> str:
    return ", ".join(map(str, one.numbers))


def _places(places: Iterable[Safe]) -> Safe:
    """Each place once; two sentences of a paragraph are one."""
    return join({place.partition(">")[2]: place for place in places}.values(), ", ")


def _subject(one: Beside) -> Safe:
    matters = wording.listing(map(later.matter, one.matters))
    return lines([wording.listing(map(wording.country, one.countries)), small(matters)])


def _bearing(one: Beside) -> Safe | str:
    if not one.later:
        return small(_why(one))
    said = [f"{happening.when}: {happening.name}" for happening in one.later]
    left = len(said) - _BESIDE
    if left > 0:
        said[_BESIDE - 1 : -1] = [small(f"and {wording.count(left, 'more', 'more')}, the last of them:")]
    return lines(said)


def _why(one: Beside) -> str:
    if not one.countries:
        return "It names no country that the record could be asked about."
    if not one.matters:
        return "None of its words says what kind of happening would bear on it."
    return "The record here has nothing later of that kind on whom it names."


def _pairs(found: Iterable[Beside]) -> list[tuple[str, object, str]]:
    return [(_numbers(one), happening.start, happening.name) for one in found for happening in one.later]
