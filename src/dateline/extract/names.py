"""Where the names of the codebook stand in a sentence: countries, peoples, capitals, bodies, titles.

For the actor extractor. The codebook's forms are matched as they are written, the longest first, so
that "South China Sea" is no China and "US Congress" no United States. Matching is on characters, not
on tokens: a hyphened pair ("US-Pakistan") yields two names, and no tokeniser has to agree with us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from dateline import codebook
from dateline.language.document import Sentence, Word

COUNTRY_COLUMNS = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")
AREA_COLUMNS = ("name", "aliases", "adjectives", "kind", "country")
METONYM_COLUMNS = ("text", "country", "sector", "name", "use")
ORGANISATION_COLUMNS = ("name", "aliases", "kind", "country", "sector", "parent", "reference")
OFFICE_COLUMNS = ("title", "sector", "use")

#: A country's name before one of these is part of the name of a place ("Niger River", "Jordan Valley").
_LANDFORMS = re.compile(
    r"(?:Sea|Ocean|River|Valley|Delta|Canal|Peninsula|Strait|Straits|Islands?|Bay|Gulf|Mountains?|Desert|Trench)\b"
)
_LONGEST_ACRONYM = 16  # with its points and strokes
_SHORTEST_SHOUT = 3  # shorter words set in capitals are mostly acronyms
_RUN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form of the codebook stands for.

    ``kind``: country, adjective, demonym, capital, area, people (of an area), metonym, organisation,
    title. ``sort`` is the kind of the entity: country, organisation, group, place or person.
    """

    kind: str
    name: str
    country: str | None
    sector: str | None = None
    sort: str = "country"
    parent: str | None = None
    use: str | None = None
    acronym: bool = False


@dataclass(slots=True)
class Spot:
    """A form found in a sentence: its words (inclusive), its offsets, and what it stands for.

    ``whole`` is false where the form is only part of a hyphened word ("US-backed").
    """

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    whole: bool = True


#: Forms by their first run of letters and then by their second, the longest first, those of one run last.
#: Under "" are those of one run alone.
Forms: TypeAlias = dict[str, dict[str, tuple[tuple[str, Entry], ...]]]


@dataclass(frozen=True, slots=True)
class Index:
    """The forms of the codebook, as they are looked up."""

    forms: Forms
    shouted: Forms  # for words set in capitals throughout
    firsts: frozenset[str]  # with what any of either begins
    organisations: dict[str, Entry]  # by canonical name
    countries: dict[str, str]  # ISO3 to name
    adjectives: dict[str, str]  # a country's name to the adjective that composes names
    capitals_of: dict[str, tuple[Entry, ...]]  # a capital to its country and those that had it before
    homonyms: dict[str, tuple[Entry, ...]]  # names that bodies of several countries have ("Labour Party")


@codebook.derived
def index() -> Index:
    """The index over the codebook's chapters on actors, built once."""
    entries: dict[str, Entry] = {}
    shouted: dict[str, Entry] = {}
    names, adjectives, capitals = _countries(entries)
    for form, entry in entries.items():
        if " " in form or len(form) > _SHORTEST_SHOUT:
            shouted.setdefault(form.upper(), entry)
    _areas(entries)
    organisations, homonyms = _organisations(entries)
    _metonyms(entries)
    _titles(entries)
    forms, loud = _by_first(entries), _by_first(shouted)
    firsts = frozenset(forms.keys() | loud.keys())
    return Index(forms, loud, firsts, organisations, names, adjectives, capitals, homonyms)


def _countries(
    entries: dict[str, Entry],
) -> tuple[dict[str, str], dict[str, str], dict[str, tuple[Entry, ...]]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    rows = codebook.rows("countries", COUNTRY_COLUMNS)
    for row in rows:
        code, name = row["iso3"], row["name"]
        for form in (name, *codebook.values(row["aliases"])):
            entries.setdefault(form, Entry("country", name, code, acronym=_is_acronym(form)))
    for row in rows:
        code, name = row["iso3"], row["name"]
        words = codebook.values(row["adjectives"])
        # West Germany and its like share a code with the state that is meant by it today
        names.setdefault(code, name)
        adjectives[name] = next((w for w in words if _is_acronym(w)), words[0] if words else name)
        for form in words:
            entries.setdefault(form, Entry("adjective", name, code, acronym=_is_acronym(form)))
        for form in codebook.values(row["demonyms"]):
            entries.setdefault(form, Entry("demonym", name, code))
    capitals: dict[str, tuple[Entry, ...]] = {}
    for row in rows:
        for form in codebook.values(row["capital"]):
            # the country's name, not the town's, tells West Germany's Bonn from Germany's
            entry = Entry("capital", form, row["iso3"], sort="place", parent=row["name"])
            capitals[form] = (*capitals.get(form, ()), entry)
            entries.setdefault(form, entry)
    return names, adjectives, capitals


def _areas(entries: dict[str, Entry]) -> None:
    for row in codebook.rows("areas", AREA_COLUMNS):
        sort = "group" if row["kind"] == "group" else "place"
        state = row["country"] or None
        if row["kind"] != "people":
            for form in (row["name"], *codebook.values(row["aliases"])):
                entries.setdefault(form, Entry("area", row["name"], state, sort=sort))
        for form in codebook.values(row["adjectives"]):
            entries.setdefault(form, Entry("people", row["name"], state, sort="group", use=row["kind"]))


def _organisations(entries: dict[str, Entry]) -> tuple[dict[str, Entry], dict[str, tuple[Entry, ...]]]:
    """The bodies by canonical name, and the names that several of them have."""
    found: dict[str, Entry] = {}
    homonyms: dict[str, tuple[Entry, ...]] = {}
    for row in codebook.rows("organisations", ORGANISATION_COLUMNS):
        plain, short = _of_row(row, acronym=False), None
        for form in (row["name"], *codebook.values(row["aliases"])):
            entry = plain
            if _is_acronym(form):
                entry = short = short or _of_row(row, acronym=True)
            found.setdefault(row["name"], entry)
            form = form.replace("’", "'")
            known = entries.setdefault(form, entry)
            if known.kind == "organisation" and known.name != entry.name:
                homonyms[form] = (*homonyms.get(form, (known,)), entry)
    for form, several in homonyms.items():
        entries[form] = _open(form, several)
    return found, homonyms


def _of_row(row: dict[str, str], *, acronym: bool) -> Entry:
    country, parent = row["country"] or None, row["parent"] or None
    return Entry("organisation", row["name"], country, row["sector"], row["kind"], parent, acronym=acronym)


def _open(form: str, several: tuple[Entry, ...]) -> Entry:
    """What is known of a name that bodies of several countries have, before the country is."""
    sectors, sorts = {entry.sector for entry in several}, {entry.sort for entry in several}
    return Entry(
        "organisation",
        form,
        None,
        sectors.pop() if len(sectors) == 1 else None,
        sorts.pop() if len(sorts) == 1 else "organisation",
        use="open",
        acronym=_is_acronym(form),
    )


def _metonyms(entries: dict[str, Entry]) -> None:
    for row in codebook.rows("metonyms", METONYM_COLUMNS):
        entry = Entry(
            "metonym",
            row["name"],
            row["country"] or None,
            row["sector"] or None,
            "organisation",
            None,
            row["use"],
        )
        entries.setdefault(row["text"].replace("’", "'"), entry)


def _titles(entries: dict[str, Entry]) -> None:
    for row in codebook.rows("offices", OFFICE_COLUMNS):
        for form in codebook.values(row["title"]):
            entry = Entry("title", form, None, row["sector"] or None, "person", None, row["use"])
            entries.setdefault(form.replace("’", "'"), entry)


def _by_first(entries: dict[str, Entry]) -> Forms:
    grouped: dict[str, dict[str, list[tuple[str, Entry]]]] = {}
    for form, entry in entries.items():
        if runs := _RUN.findall(form):
            second = runs[1] if len(runs) > 1 else ""
            grouped.setdefault(runs[0], {}).setdefault(second, []).append((form, entry))
    by_first: Forms = {}
    for first, by_second in grouped.items():
        for found in by_second.values():
            found.sort(key=lambda f: (-len(f[0]), f[0]))
        alone = by_second.get("", [])
        by_first[first] = {
            second: (*found, *alone) if second else tuple(alone) for second, found in by_second.items()
        }
    return by_first


def _is_acronym(form: str) -> bool:
    if " " in form or len(form) > _LONGEST_ACRONYM:
        return False
    letters = [c for c in form if c.isalpha()]
    return 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) * 2 > len(letters)


def spots(sentence: Sentence) -> list[Spot]:
    """The forms in ``sentence``, from left to right; none overlaps another."""
    words = sentence.words
    if not words:
        return []
    table = index()
    text = sentence.text.replace("’", "'")
    base = sentence.start
    found: list[Spot] = []
    done = 0
    for word in words:
        run = word.text
        if not run.isalnum():
            run = _first_run(run) if len(run) > 1 else ""
        if run in table.firsts and (at := word.start - base) >= done:
            done = _match(text, at, word.i, table, sentence, found)
            # the second half of "US-Pakistan"; where there is none, the rest of the word is passed over
            while done and text[done : done + 1] == "-":
                done = _match(text, done + 1, word.i, table, sentence, found)
    return found


def _first_run(text: str) -> str:
    run = _RUN.search(text)
    return run[0] if run else ""


def _candidates(text: str, run: re.Match[str], table: Index) -> tuple[tuple[str, Entry], ...]:
    """The forms that go on like the text."""
    first = run[0]
    following = _RUN.search(text, run.end())
    second = following[0] if following else ""
    found: tuple[tuple[str, Entry], ...] = ()
    for forms in (table.forms, table.shouted) if first.isupper() else (table.forms,):
        if by_second := forms.get(first):
            found += by_second.get(second) or by_second.get("", ())
    return found


def _last_word(words: list[Word], i: int, end: int) -> int | None:
    """The word from ``i`` on that ends at an offset of the article; None where none does."""
    while i + 1 < len(words) and words[i].end < end:
        i += 1
    return i if words[i].end == end else None


def _match(text: str, at: int, word: int, table: Index, sentence: Sentence, found: list[Spot]) -> int:
    """Appends the longest form that starts at ``at``; returns where it ends, or 0."""
    run = _RUN.match(text, at)
    if not run:
        return 0
    base = sentence.start
    for form, entry in _candidates(text, run, table):
        if not text.startswith(form, at):
            continue
        end = at + len(form)
        last = _last_word(sentence.words, word, base + end)
        if last is None and not (end < len(text) and text[end] == "-"):
            continue
        if entry.kind == "country" and text[end : end + 1] == " " and _LANDFORMS.match(text, end + 1):
            return 0
        whole = last is not None and (found == [] or found[-1].end - base < at - 1 or text[at - 1] != "-")
        found.append(Spot(word, last if last is not None else word, base + at, base + end, entry, whole))
        return end
    return 0
