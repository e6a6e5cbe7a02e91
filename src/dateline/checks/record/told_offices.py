"""Where an article tells a person with an office: "the army chief, General X", "X, the CIA director".

For the rules over offices. Only a title that stands right before or right behind the name counts, with the
country or the body that it is of; a former, deputy, acting or future holder is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.checks.reference import Office
from dateline.checks.scene import Scene
from dateline.codebook import settings
from dateline.extract import gazetteer
from dateline.records import Entity, Mention

_RANK = (
    r"(?:(?:Lt\.?|Lieut\.?|Lieutenant|Major|Maj\.?|Brigadier|Brig\.?|Air|Air Chief|Vice|Rear|Field)[\s-]*)?"
    r"(?:General|Gen\.?|Colonel|Col\.?|Admiral|Adm\.?|Marshal|Brigadier|Brig\.?|Captain|Capt\.?|Major|Maj\.?)"
    r"|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Lord|Dame|Baroness|Syed|Sheikh|Shaikh|Professor|Prof\.?"
)
_WORDS = settings("checks_offices")
_NOT_IN = frozenset(_WORDS["not_in_office"]) | frozenset(settings("actors")["former"])
_OPENING = frozenset(_WORDS["opening"])
_LEADING = frozenset(_WORDS["leading"])
_COMMON = frozenset(_WORDS["common"])
_RANKS = re.compile(rf"(?:(?:{_RANK})\s+)+$")
_NOT_IN_BEHIND = re.compile(
    r"[\s-]*(?:elect|designate|in[\s-]waiting|in[\s-]exile|candidate|nominee|hopeful|aspirant|emeritus)\b",
    re.I,
)
# "…, president from 2001 to 2008" is a term of its own, and nothing of today.
_TERM_BEHIND = re.compile(
    r"[\s,]*\(?\s*(?:(?:from|until|till|since|between|during|when|before|after|at\s+th[ea]t?\s+time|who\s+(?:was|had))\b"
    r"|(?:in\s+|of\s+)?\d{4})",
    re.I,
)
_ANOTHERS = re.compile(r"\s+[^\W\d_a-z]")  # "King Fahd, President Mubarak": the next one's title
_THEN = re.compile(r"\bthen\b[\s-]*$", re.I)
_SAME_STATE = (frozenset({"SUN", "RUS"}), frozenset({"YUG", "SRB"}))
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s?){1,3}")
_NEAR = 160  # characters before and behind the name that are looked at


@dataclass(frozen=True, slots=True)
class Told:
    """A person with an office, as told in one place of the text."""

    entity: Entity
    mention: Mention
    office: Office
    start: int  # of the words at issue: title or rank, and name
    end: int
    sure: bool  # whether it is told, here or elsewhere, of which country or body the office is
    named: bool  # whether it is told here
    described: bool  # whether it describes him rather than being a form of address
    then: bool  # whether the words say that it was so at the time
    many_words: bool  # whether the title is longer than one word ("Foreign Minister")


@dataclass(frozen=True, slots=True)
class _Place:
    """A title beside a name: what leads up to it, and where its words begin and end."""

    lead: str
    title: str
    of: str
    start: int
    end: int
    apart: bool  # whether it describes the person ("X, the president") rather than being part of the name


def told(scene: Scene, offices: tuple[Office, ...]) -> Iterator[Told]:
    """Every mention by name that has a title of one of the offices beside it."""
    for mention in scene.mentions:
        entity, sentence = scene.get(mention.entity_id), scene.sentence(mention)
        if mention.form != "name" or not isinstance(entity, Entity) or entity.kind != "person":
            continue
        if mention.start is None or mention.end is None or not scene.is_read(mention):
            continue
        if sentence is None or sentence.start is None or sentence.end is None:
            continue
        left = scene.text[sentence.start : mention.start]
        right = scene.text[mention.end : sentence.end]
        for office, places in _beside(left, right, offices).items():
            for place in places:
                if (sure := _settled(place, office, entity)) is not None:
                    named = bool(
                        _is_names_own(place.title)
                        or _names_body(place.title, office)
                        or _state_in(place.of)
                        or _state_before(place.lead)
                    )
                    yield Told(
                        entity,
                        mention,
                        office,
                        mention.start + place.start,
                        mention.end + place.end,
                        sure,
                        named,
                        place.apart or named,
                        bool(_THEN.search(_without_state(place.lead))),
                        len(_plain_words(place.title)) > 1,
                    )
                    break


def _beside(left: str, right: str, offices: tuple[Office, ...]) -> dict[Office, list[_Place]]:
    """The offices of which a title stands beside a name, each with where its longest ones do."""
    near, following = left[-_NEAR:], right[:_NEAR]
    around = frozenset(_plain_words(f"{near} {following}"))
    found: dict[Office, list[_Place]] = {}
    titles = _titles(offices)
    for word in sorted(around & titles.keys()):
        for title, words, holders in titles[word]:
            if words <= around and (places := list(_places(left, right, title))):
                for office in holders:
                    found.setdefault(office, []).extend(places)
    for places in found.values():
        places.sort(key=lambda place: (-len(place.title), place.start))
    return found


@lru_cache(maxsize=8)
def _titles(
    offices: tuple[Office, ...],
) -> dict[str, list[tuple[str, frozenset[str], tuple[Office, ...]]]]:
    """The titles by their last words, each with its words and the offices that go by it."""
    held: dict[str, dict[Office, None]] = {}
    for office in offices:
        for title in (office.office, *office.titles):
            held.setdefault(title, {})[office] = None
    found: dict[str, list[tuple[str, frozenset[str], tuple[Office, ...]]]] = {}
    for title, those in held.items():
        if words := _plain_words(title):
            found.setdefault(words[-1], []).append((title, frozenset(words) - {"the"}, tuple(those)))
    return found


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _places(left: str, right: str, title: str) -> Iterator[_Place]:
    """Where a title stands beside a name; ``start`` and ``end`` count from the two ends of the name."""
    near, following = left[-_NEAR:], right[:_NEAR]
    before, behind = _patterns(title)
    hit = before.search(near)
    if hit is not None and not _NOT_IN_BEHIND.match(right):
        apart = "," in hit["gap"]
        lead = left[: len(left) - len(near) + hit.start("title")]
        whole = hit.start("title") - (len(lead) - len(_without_state(lead)))
        start = hit.start("rank") if apart and hit["rank"] else whole
        of = hit["of"] or (found[0] if (found := _OF_STATE.match(right)) else "")
        yield _Place(lead, hit["title"], of, start - len(near), 0, apart)
    hit = behind.match(following)
    if hit is not None:
        rest = right[hit.end() :]
        told = not (_TERM_BEHIND.match(rest) or _NOT_IN_BEHIND.match(rest) or _ANOTHERS.match(rest))
        if told and _may_lead(hit["lead"]):
            rank = _RANKS.search(near)
            start = rank.start() - len(near) if rank else 0
            yield _Place(hit["lead"], hit["title"], hit["of"] or "", start, hit.end(), True)


def _may_lead(lead: str) -> bool:
    """Whether nothing but an article, a state and the like stands between a comma and the title."""
    words = re.findall(r"[\w’'-]+", _without_state(lead))
    return all(word.casefold() in _LEADING for word in words)


@lru_cache(maxsize=4096)
def _patterns(title: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A title before a name and behind it."""
    words = _loose(title)
    of = r"(?P<of>\s+(?:of|for|to|in)\s+(?:the\s+)?[^\W\d_][\w.'’ -]{1,40}?)?"
    return (
        re.compile(rf"(?<![\w-])(?P<title>{words}){of}(?P<gap>\s*,?\s+)(?P<rank>(?:(?:{_RANK})\s+)*)$", re.I),
        re.compile(
            rf"\s*[,(–—]\s*(?P<lead>(?:[\w.’'-]+\s+){{0,4}}?)(?P<title>{words})\b"
            r"(?P<of>\s+(?:of|for|to|in)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s?)+)?",
            re.I,
        ),
    )


def _loose(name: str) -> str:
    """A title as texts write it: with or without article and hyphen, of any case and apostrophe."""
    parts = re.split(r"[\s-]+", name.strip())
    return r"(?:\s+|\s*-\s*)(?:the\s+)?".join(
        re.escape(part).replace("'", "['’]") for part in parts if part != "the"
    )


def _settled(place: _Place, office: Office, entity: Entity) -> bool | None:
    """Whether the office is surely this one; ``None`` where it is another's."""
    if _is_not_in(_THEN.sub("", _without_state(place.lead))):
        return None
    country = _state_before(place.lead) or _state_in(place.of)
    if country is not None and office.country is not None and not _is_names_own(place.title):
        return True if _same_state(country, office.country) else None
    if _is_names_own(place.title) or _names_body(place.title, office):
        return True
    if place.title.casefold() in _COMMON or _led_by_name(place.lead) or office.country is None:
        return None
    if place.of:
        return None  # of a body or a country that is not known
    return entity.country is not None and _same_state(entity.country, office.country)


def _is_not_in(lead: str) -> bool:
    words = re.findall(r"[\w’'.-]+", lead)[-2:]
    plain = [word.casefold().strip(".") for word in words]
    if any(word in ("former", "ex", "late", "onetime", "one-time") for word in plain):
        return True
    return bool(plain) and (plain[-1] in _NOT_IN or plain[-1].startswith(("ex-", "vice-", "then-ex")))


def _led_by_name(lead: str) -> bool:
    """Whether a name that is no country's stands before the title ("Bundesbank President …")."""
    words = re.findall(r"[\w’'.&-]+|[,;:—–(“\"]", lead)
    if not words or not words[-1][0].isupper():
        return False
    return words[-1].casefold() not in _OPENING


def _state_before(lead: str) -> str | None:
    """The state whose name or adjective stands right before: "Pakistani", "South Korea's", "the U.S."."""
    words = re.findall(r"[\w.-]+(?:['’]s?\b)?", lead)[-3:]
    for first in range(len(words)):
        name = re.sub(r"['’]s?$", "", " ".join(words[first:]))
        if found := gazetteer.country_of(name) or gazetteer.country_of(name.rstrip(".")):
            return found
    return None


def _without_state(lead: str) -> str:
    """What stands before the state's name, if one leads up to the title."""
    words = list(re.finditer(r"[\w.-]+(?:['’]s?\b)?", lead))[-3:]
    for first in words:
        name = re.sub(r"['’]s?$", "", lead[first.start() :].strip())
        if gazetteer.country_of(name) or gazetteer.country_of(name.rstrip(".")):
            return lead[: first.start()]
    return lead


def _state_in(of: str) -> str | None:
    words = re.sub(r"^\s*(?:of|for|to|in)\s+(?:the\s+)?", "", of).strip(" ,").split()
    for last in range(len(words), 0, -1):
        name = re.sub(r"['’]s?$", "", " ".join(words[:last]))
        if found := gazetteer.country_of(name) or gazetteer.country_of(name.rstrip(".")):
            return found
    return None


@lru_cache(maxsize=1024)
def _is_names_own(title: str) -> bool:
    """Whether the title itself names a state ("Pakistani army chief")."""
    words = re.findall(r"[\w.]+", re.sub(r"['’]s\b", "", title))
    pairs = [*words, *(" ".join(words[i : i + 2]) for i in range(len(words) - 1))]
    return any(gazetteer.country_of(word) for word in pairs if word[0].isupper())


def _names_body(title: str, office: Office) -> bool:
    """Whether the title itself names the body by an acronym or its own name ("CIA director")."""
    if re.search(r"\b[A-Z]{2,}\b", title) and " " in title:
        return True
    body = (office.organisation or "").casefold()
    return len(body) > 3 and body in title.casefold() and " " in body


def _same_state(one: str, other: str) -> bool:
    return one == other or any(one in pair and other in pair for pair in _SAME_STATE)
