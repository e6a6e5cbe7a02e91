"""Which wars of the record a phrase means: "the war in Iraq", "US involvement in Afghanistan", "Biafran War".

For the rules over the length and the dates of wars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline import wording
from dateline.checks.reference import Reference, War
from dateline.checks.words import any_spaced
from dateline.codebook import settings
from dateline.extract import gazetteer

_WORDS = settings("checks_wars")


def choice(chapter: str) -> str:
    """A pattern of the words listed under ``chapter`` of `checks_wars.toml`, the longest first."""
    return any_spaced(_WORDS[chapter])


_WAR, _PART, _PLAIN = choice("wars"), choice("shares"), choice("plain")
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:and\s+|of\s+)?(?:the\s+)?[A-Z][\w.’'-]*){0,3}"
_PHRASE = re.compile(
    rf"\s*(?:(?:the|its|their|this|his|her|our|a)\s+)?(?:(?:{_PLAIN}),?\s+)*"
    rf"(?P<party>{_NAME}(?:-led)?\s+)??(?:(?:{_PLAIN}),?\s+)*(?P<noun>{_WAR}|{_PART})\b"
    rf"(?:\s+(?P<link>in|of|inside|with|against|over|on|between)\s+(?:the\s+)?(?P<country>{_NAME}))?"
)
_NEXT = re.compile(rf"\s*(?:and|or|,)\s+(?:in\s+)?(?:the\s+)?(?P<next>{_NAME})")
_GENERIC = re.compile(rf"(?:{_WAR}|{_PART})\b")
_PARTS = re.compile(_PART)


@dataclass(frozen=True, slots=True)
class Meant:
    """The wars that a phrase can mean; the rows of each share the war's name."""

    groups: tuple[tuple[War, ...], ...]
    own: bool  # whether by a name of its own ("the Biafran War"), rather than as a war in some country
    start: int  # of the phrase, in the text given
    end: int


def at(text: str, reference: Reference) -> Meant | None:
    """The wars meant by the phrase with which ``text`` begins."""
    if (found := _by_name(text, reference)) is not None:
        return found
    return _by_country(text, reference)


def before(text: str, reference: Reference) -> Meant | None:
    """The wars meant by the last phrase in ``text`` that names one."""
    best: Meant | None = None
    for match in re.finditer(r"(?<![\w-])(?=[\w])", text):
        found = at(text[match.start() :], reference)
        if found is not None:
            best = Meant(found.groups, found.own, match.start() + found.start, match.start() + found.end)
            if _by_name(text[match.start() :], reference) is not None:
                return best
    return best


_PREPOSITION = re.compile(
    r"\b(?:on|of|in|for|about|against|to|over|during|from|by|into|under|around|through|despite|concerning|at)"
    r"\s+(?:(?:the|its|their|this)\s+)?$",
    re.IGNORECASE,
)


def subject(text: str, reference: Reference) -> Meant | None:
    """The wars that the words before a verb mean: "the talks on the war in Iraq" are none."""
    found = before(text, reference)
    return None if found is not None and _PREPOSITION.search(text[: found.start]) else found


def _by_name(text: str, reference: Reference) -> Meant | None:
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    first = _FIRST.match(text, start)
    hits: dict[str, int] = {}
    for name, war in _index(reference.wars).get(first[0].casefold(), ()) if first else ():
        match = _pattern(name).match(text, start)
        if match and len(match[0]) > hits.get(war, 0):
            hits[war] = len(match[0])
    if not hits:
        return None
    longest = max(hits.values())
    names = {war for war, length in hits.items() if length == longest}
    end = start + longest
    if _goes_on(text, end):
        return None
    own = _GENERIC.match(text, start) is None
    return Meant(_grouped([war for war in reference.wars if war.war in names]), own, start, end)


_LEAD = re.compile(rf"\s*(?:(?:the|its|their|this|a)\s+)?(?:(?:{_PLAIN}),?\s+)*")
_FIRST = re.compile(r"\w+")


@lru_cache(maxsize=8)
def _index(wars: tuple[War, ...]) -> dict[str, list[tuple[str, str]]]:
    """The names of wars by their first word, each with the war's usual name."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for war in wars:
        for name in (war.war, *war.names):
            bare = _ARTICLE.sub("", name)
            if first := _FIRST.match(bare):
                found.setdefault(first[0].casefold(), {})[bare, war.war] = None
    return {word: list(pairs) for word, pairs in found.items()}


_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def _goes_on(text: str, end: int) -> bool:
    """Whether another country follows: "the wars in Iraq and Afghanistan" are two."""
    following = _NEXT.match(text, end)
    if following is None:
        return False
    words = following["next"].split()
    return any(_state(" ".join(words[:last])) for last in range(len(words), 0, -1))


@lru_cache(maxsize=2048)
def _pattern(name: str) -> re.Pattern[str]:
    words = re.split(r"[\s–-]+", name)
    loose = r"[\s–-]+".join(re.escape(word).replace("'", "[’']") for word in words)
    return re.compile(rf"{loose}(?![\w-])", re.IGNORECASE)


def _by_country(text: str, reference: Reference) -> Meant | None:
    match = _PHRASE.match(text)
    if match is None or _goes_on(text, match.end()):
        return None
    party, country = _state(match["party"]), _state(match["country"])
    if match["party"] and party is None:
        return None  # somebody's whom the record knows not by country
    is_part = _PARTS.fullmatch(match["noun"]) is not None
    if country is None and not is_part and match["country"] is None:
        country, party = party, None  # "the Afghan war"
    if country is None or match["link"] in ("on", "over"):
        return None
    if match["link"] in ("with", "against", "between"):
        return None
    rows = [war for war in reference.wars if country in war.country]
    if party is None or party == country:
        if is_part:
            return None  # nobody's "presence"
        rows = [war for war in rows if war.war in {row.war for row in rows if row.party is None}]
    else:
        mine = {war.war for war in rows if war.party == party}
        rows = [war for war in rows if war.war in mine and war.party == party]
    return Meant(_grouped(rows), False, match.start(), match.end()) if rows else None


def _grouped(rows: list[War]) -> tuple[tuple[War, ...], ...]:
    groups: dict[str, list[War]] = {}
    for row in rows:
        groups.setdefault(row.war, []).append(row)
    return tuple(map(tuple, groups.values()))


def _state(name: str | None) -> str | None:
    if not name:
        return None
    plain = re.sub(r"(?:-led)?(?:['’]s?)?$", "", name.strip())
    return gazetteer.country_of(plain) or gazetteer.country_of(plain.rstrip("."))


def fought_in(reference: Reference, countries: frozenset[str]) -> list[War]:
    """All that the record has of wars fought in one of these countries."""
    return [war for war in reference.wars if countries & set(war.country)]


def of_owner(owner: str, text: str, reference: Reference) -> Meant | None:
    """The wars meant by "Angola's … civil war", "Canada's … war in Iraq", ``text`` being what follows."""
    if _state(owner) is None:
        return None
    match = _PHRASE.match(text)
    if match is None or match["party"]:
        return None
    if match["country"]:
        return at(f"{owner} {text.lstrip()}", reference)
    return at(f"{match['noun']} in {owner}", reference)


def part(war: War) -> str:
    """Whose part in the war the row is for, as it is shown behind the war's name."""
    return f" ({wording.country(war.party)})" if war.party else ""
