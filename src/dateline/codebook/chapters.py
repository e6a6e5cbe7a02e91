"""What the chapters look like from outside: columns, what names an entry, what a cell may hold.

For user codebooks, ``dateline codebook`` and the validation of both. README.md says what each column means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from . import packaged, settings, values

#: A user's entry may say that it stands in the place of what is there, or takes it away.
FLAGS = ("replaces", "removes")


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """One chapter.

    ``key``: the columns that together name an entry. Where ``many``, each word of the first is an entry by
    itself (a row of ``cues`` has many), and the others say in which of its readings. ``forms``: the columns
    by whose words the entry is found in a text; no two entries of a ``realm`` share one. ``lists``: columns
    of several values. ``closed``: columns that hold what the packaged chapter holds, and nothing else.
    """

    name: str
    about: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    many: bool = False
    forms: tuple[str, ...] = ()
    realm: str = ""
    lists: frozenset[str] = frozenset()
    needed: tuple[str, ...] = ()
    closed: frozenset[str] = frozenset()
    usual: dict[str, str] = field(default_factory=dict)  # what a missing key stands for

    def key_of(self, cells: dict[str, str]) -> tuple[str, ...]:
        return tuple(cells.get(column, "") for column in self.key)

    def words_of(self, cells: dict[str, str]) -> list[str]:
        """The words of a row in which each is an entry."""
        return list(values(cells.get(self.key[0], "")))

    def forms_of(self, cells: dict[str, str]) -> list[tuple[str, str]]:
        """The words by which an entry is found, each with its column."""
        return [
            (form.replace("’", "'"), column)
            for column in self.forms
            for form in values(cells.get(column, ""))
        ]


def _chapter(name: str, about: str, columns: str, key: str, **rest: object) -> Chapter:
    split = {
        what: kind(str(rest.pop(what)).split())
        for what, kind in (("forms", tuple), ("lists", frozenset), ("needed", tuple), ("closed", frozenset))
        if what in rest
    }
    return Chapter(name, about, tuple(columns.split()), tuple(key.split()), **split, **rest)  # type: ignore[arg-type]


_NAMES = "names of actors"
_RULES = "rules"
_NUMBERS = "words of times and figures"
_FLAGS = {"coref": "no", "instrument": "no"}

CHAPTERS: dict[str, Chapter] = {
    chapter.name: chapter
    for chapter in (
        _chapter(
            "countries", "states and territories",
            "iso3 name aliases adjectives demonyms capital region", "name",
            forms="name aliases adjectives demonyms capital", realm=_NAMES,
            lists="aliases adjectives demonyms capital", needed="iso3 name",
        ),
        _chapter(
            "areas", "what is larger or smaller than a country",
            "name aliases adjectives kind country", "name",
            forms="name aliases adjectives", realm=_NAMES, lists="aliases adjectives", needed="name kind",
            closed="kind",
        ),
        _chapter(
            "organisations", "bodies by proper name", "name aliases kind country sector parent reference",
            "name", forms="name aliases", realm=_NAMES, lists="aliases", needed="name kind sector",
            closed="kind",
        ),
        _chapter(
            "metonyms", "buildings that speak", "text country sector name use", "text", forms="text",
            realm=_NAMES, needed="text name use", closed="use",
        ),
        _chapter(
            "offices", "titles and offices", "title sector use", "title", many=True, forms="title",
            realm=_NAMES, lists="title", needed="title use", closed="use",
        ),
        _chapter(
            "agents", "what actors are called by function", "noun kind sector coref instrument", "noun",
            needed="noun kind sector", closed="kind coref instrument", usual=_FLAGS,
        ),
        _chapter(
            "cameo", "CAMEO codes with their scores",
            "code name goldstein quad_class event_type event_mode also reference", "code", lists="also",
            needed="code name goldstein quad_class", closed="quad_class event_type",
        ),
        _chapter(
            "plover", "PLOVER types and modes", "event_type event_mode quad_class score reference",
            "event_type event_mode", needed="event_type quad_class",
            closed="event_type quad_class",
        ),
        _chapter(
            "classes", "word classes for constraints", "class words reference", "class", lists="words",
            needed="class words",
        ),
        _chapter(
            "verbs", "what a verb reports",
            "id lemma object with target complement event_type event_mode cameo effect reciprocal reference",
            "id", forms="id", realm=_RULES, lists="lemma object target", needed="id lemma",
            closed="event_type effect reciprocal",
        ),
        _chapter(
            "nouns", "what a noun reports",
            "id lemma mods source target event_type event_mode cameo alone reciprocal reference", "id",
            forms="id", realm=_RULES, lists="lemma mods source target", needed="id lemma",
            closed="event_type alone reciprocal", usual={"alone": "no"},
        ),
        _chapter(
            "light_verbs", "verbs under which a noun becomes the event", "lemma effect reference", "lemma",
            many=True, lists="lemma", needed="lemma effect", closed="effect",
        ),
        _chapter(
            "compositions", "two frames that are one event",
            "outer inner event_type event_mode cameo reference",
            "outer inner", needed="outer inner", closed="event_type",
        ),
        _chapter(
            "cues", "words that set the status of an event", "cue kind status reference", "cue kind",
            many=True, lists="cue", needed="cue kind status", closed="kind status",
        ),
        _chapter(
            "statements", "words that report what somebody says",
            "cue kind shapes source audience speech reference", "cue kind", many=True,
            lists="cue shapes audience", needed="cue kind", closed="kind shapes source speech",
        ),
        _chapter(
            "links", "words that say what causes or answers what", "cue kind frame with reference",
            "cue frame", many=True, lists="cue with", needed="cue frame", closed="kind frame",
        ),
        _chapter(
            "implications", "words in which an argument states what follows",
            "cue kind modality frame reference", "cue frame",
            many=True, lists="cue", needed="cue frame", closed="kind modality frame",
        ),
        _chapter(
            "regions", "places by hand", "name kind country admin1 latitude longitude aliases reference",
            "name kind country", lists="aliases", needed="name kind latitude longitude", closed="kind",
        ),
        _chapter(
            "homonyms", "names of places that are also something else", "name reading other", "name",
            many=True, forms="name", realm="homonyms", lists="name", needed="name reading",
            closed="reading other",
        ),
        *(
            _chapter(
                name, about, "words class value", "words", many=True, forms="words", realm=_NUMBERS,
                lists="words", needed="words class", closed="class",
            )
            for name, about in (
                ("times", "words of time expressions"),
                ("numbers", "number words"),
                ("figures", "units, bounds, and what is counted"),
            )
        ),
    )
}  # fmt: skip

#: The gazetteer: too large to be merged, so that a user's places go to ``regions``, which outranks it.
PLACES = Chapter(
    "places",
    "states, provinces and towns of GeoNames",
    ("name", "aliases", "kind", "country", "admin1", "latitude", "longitude", "geoname_id", "population"),
    ("name", "kind", "country"),
)

#: Columns to which another entry of the same name adds; in the others its value would be another one.
GROWING = frozenset({"aliases", "adjectives", "demonyms", "capital", "words", "lemma", "mods", "also"})

#: What a user may call a chapter: towns go with the places by hand, which outrank those of GeoNames.
CALLED = {**{name: name for name in CHAPTERS}, "places": "regions"}

#: The chapters whose entries a user's outrank: his come first, and of equals the first holds.
FRAMES = frozenset({"verbs", "nouns"})


#: What a closed column may hold although no packaged entry has it.
_UNUSED = {("offices", "use"): "office", ("verbs", "effect"): "actual ongoing"}


def of_realm(realm: str) -> list[Chapter]:
    """The chapters whose forms must not meet."""
    return [chapter for chapter in CHAPTERS.values() if realm and chapter.realm == realm]


@cache
def vocabulary(chapter: Chapter, column: str) -> list[str]:
    """What a closed column may hold, in alphabetical order; "" is for leaving it out."""
    found = set(_UNUSED.get((chapter.name, column), "").split())
    for row in packaged(chapter.name, chapter.columns):
        found.update(values(row[column]) or [""])
    return sorted(found)


def sectors() -> Iterable[str]:
    """PLOVER's actor sectors with those that CAMEO adds."""
    return settings("wording")["sectors"]
