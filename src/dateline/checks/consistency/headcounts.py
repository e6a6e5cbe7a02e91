"""The people of a named thing, counted in two places: a ship's dead, its crew, a town's inhabitants."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from dateline.checks.consistency.amounts import Told, listed, spread, told, words_of
from dateline.checks.scene import Scene
from dateline.extract import gazetteer

_TITLED = (
    r"[“\"]?(?P<name>(?:\d+(?:st|nd|rd|th) )?[A-Z][\w’'-]*[\w-]"
    r"(?:(?: of| de| al)? [A-Z][\w-]+){0,3}(?: \d{1,4})?)[”\"]?"
)
_NAME = rf"(?:[Tt]he )?{_TITLED}"
#: Nouns that take a name before them ("Bata province", "the Kursk disaster"), which is then not the whole.
_ALONE = r"(?=\s*(?:[.,;:)—–?!]|$)|\s(?!(?:ATTRIBUTED)\b)[a-z])"
_OF = (
    r"(?: (?:dead|victims|fatalities))?(?: (?:who|that) (?:died|perished|drowned|were (?:lost|killed)))?"
    rf" (?P<how>of|aboard|on board|on|in|with) {_NAME}{_ALONE}"
)
_OWN = re.compile(rf"(?:^|[\s“\"(]){_NAME}[’']s? (?:own |some |about )?$")
_LIVE = rf" (?:who )?(?:live|lived|living|dwell|reside) (?:in|on) {_NAME}{_ALONE}"
_HAS = re.compile(
    rf"(?:^|[\s“\"(]){_NAME}(?:,[^,.;]{{1,60}},)?(?: which)?"
    r" (?:has|had|counts|counted|is home to|was home to)"
    r"(?: (?:some|about|nearly|almost))?\s$"
)
_TOWN = re.compile(
    rf"(?:^|[\s“\"(]){_NAME}(?:,| is| was) (?:an?|the) (?:[\w-]+ ){{1,4}}of (?:some |about )?$"
)
_POPULATIONS = tuple(
    re.compile(pattern + r" (?:some |about )?$")
    for pattern in (
        rf"[Pp]opulation of {_NAME}(?:,? (?:is|was|stood at|stands at|numbers|numbered|of))",
        rf"(?:^|[\s“\"(]){_NAME}[’']s population(?: of| is| was| numbers|,)",
        rf"(?:^|[\s“\"(]){_NAME}(?: has| had|, with|, which has) a population of",
    )
)
_SUNK = re.compile(
    rf"\b(?:sinking|loss|wreck|wrecking|foundering|torpedoing|capsizing|downing|shooting down|massacre)"
    rf" (?:of|at|in) {_NAME}"
)
_WENT_DOWN = re.compile(
    rf"\b[Tt]he {_TITLED} (?:sank|went down|foundered|capsized|was (?:sunk|torpedoed|wrecked))\b"
)
_LOST = re.compile(
    r"\b(?:loss|lives|deaths?|cost|claimed|drowned|drowning|killed)(?: of)?(?: the| all| its)*\s$"
)
_PREFIX = re.compile(r"^(?:USS|HMS|HMAS|HMCS|ARA|INS|RMS|SS|MV|MS|ROKS|KRI|PNS) ")
#: What picks some of them out ("the 20 men of the Black Watch who held the bridge").
_SUCH = re.compile(
    r"\s(?:(?:who|that)\s(?!(?:had )?(?:died|drowned|perished)\b|(?:were|was) (?:killed|lost)\b|lost their)"
    r"|whose|whom|to|with|under|killed|captured|taken|sent|held|stationed|on|in|at|from)\b"
)
_DEFINITE = re.compile(r"\b(?:the|The|all|All|its|Its|those|Those)(?: the| those)? (?:\w+ )?$")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Oo]ff|[Oo]utside) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w-]+){0,2})"
)
_LEADING = re.compile(r"^(?:The|All|Of|In|On|At|But|And|Some|When|After|As|Its|Only|For|If|Those) ")


class Headcount(NamedTuple):
    """A figure of the people of a named thing: whose, of what fate, whether it is all of them."""

    count: Told
    name: str
    fate: str  # dead, whole, inhabitants
    kind: str  # anyone, or a kind of them
    entire: bool


@cache
def _followed(pattern: str) -> re.Pattern[str]:
    """A pattern with a name in it that stands alone."""
    nouns = sorted(listed("headcounts", "attributed") | listed("another", "deeds"))
    return re.compile(pattern.replace("ATTRIBUTED", "|".join(nouns)))


def told_twice(scene: Scene) -> Iterator[tuple[Told, Told]]:
    """Two counts of the same people of the same named thing, in text order.

    Only where name, fate and kind of people agree, one of the two speaks of all of them ("the 46 sailors of",
    "the sinking of"), and no word tells of some, of others, of another day or of a number that has changed.
    """
    groups: dict[tuple[str, str], list[Headcount]] = defaultdict(list)
    for one in told(scene):
        if (head := _headcount(scene, one)) is not None:
            groups[head.name.split()[-1], head.fate].append(head)  # "the General Belgrano", "the Belgrano"
    for heads in groups.values():
        for one, other in combinations(heads, 2):
            if one.count.sentence.sentence_id == other.count.sentence.sentence_id:
                continue
            if _are_same(scene, one, other):
                yield one.count, other.count


def _headcount(scene: Scene, one: Told) -> Headcount | None:
    """What a figure counts, if it is the people of a named thing and its sentence tells of nothing else."""
    words = set(words_of(one.sentence.text or ""))
    if (
        one.figure.unit not in ("people", None)
        or one.high == float("inf")
        or words & listed("headcounts", "some")
    ):
        return None
    if words & listed("another", "words") or one.low < 2:
        return None
    return _inhabitants(scene, one, words) or _crew(scene, one, words)


def _inhabitants(scene: Scene, one: Told, words: set[str]) -> Headcount | None:
    """ "Bata's 200,000 inhabitants", "300,000 people live in Bata", "the population of Bata is 300,000"."""
    if words & listed("headcounts", "changed"):
        return None
    before, behind = _around(scene, one)
    if one.noun is None or one.noun in _people():
        for pattern in _POPULATIONS:
            if match := pattern.search(before):
                return _entire(one, _named(match))
    if one.noun not in _people():
        return None
    settled = one.noun != "people"  # "the 40 people of the town" may be some of them
    own = _OWN.search(before) if settled or one.low >= _MANY else None
    of = _followed(_OF).match(behind) if settled or _DEFINITE.search(before) else None
    of = of if of and of["how"] in ("of", "in", "on") and one.low >= _MANY else None
    has = _HAS.search(before) if settled or before.rstrip().endswith(("home to", "home to some")) else None
    return _entire(one, _named(_followed(_LIVE).match(behind) or _TOWN.search(before) or own or of or has))


def _entire(one: Told, name: str | None) -> Headcount | None:
    return None if name is None else Headcount(one, name, "inhabitants", "anyone", True)


@cache
def _people() -> frozenset[str]:
    return listed("headcounts", "inhabitants") | {"people"}


_MANY = 500  # "the town's 40 people" may be some of them
_ROUND = 50  # a number of the dead that is a multiple of it may be a round one
_UNLIKE = 0.1  # of the larger count, by which two that are rounded differ


def _crew(scene: Scene, one: Told, words: set[str]) -> Headcount | None:
    """ "The 46 sailors of the Cheonan", "the sinking of the Belgrano killed 323"."""
    before, behind = _around(scene, one)
    dead = one.figure.measure == "killed" or bool(words & listed("headcounts", "dead"))
    of = _followed(_OF).match(behind)
    own = _OWN.search(before)
    entire = (_DEFINITE.search(before) is not None or own is not None) and not (
        of and _SUCH.match(behind, of.end())
    )
    name = None
    if one.noun in _persons() or (one.noun is None and one.figure.measure == "killed"):
        name = _named(of if of and of["how"] != "in" else None) or _named(own)
    toll = one.figure.measure == "killed" or _LOST.search(before)
    if name is None and toll and _is_only_toll(scene, one):
        text = one.sentence.text or ""
        name, entire = _named(_SUNK.search(text) or _WENT_DOWN.search(text)), True
    if name is None or not (dead or entire) or _is_wide(name, one.sentence.text or ""):
        return None
    return Headcount(one, name, "dead" if dead else "whole", _kind(one), entire)


def _is_wide(name: str, text: str) -> bool:
    """Whether the name is a country's or a region's, where many die of many things (but "the Kursk")."""
    if f"the {name}" in text or f"The {name}" in text:
        return False
    return any(
        place.kind in ("country", "region", "province", "state") for place in gazetteer.lookup(name)[:1]
    )


def _is_only_toll(scene: Scene, one: Told) -> bool:
    return sum(row.unit == "people" for row in scene.beside(one.figure, "figures")) == 1


@cache
def _persons() -> frozenset[str]:
    return frozenset().union(*(listed("headcounts", kind) for kind in ("anyone", "crew", "passengers")))


def _kind(one: Told) -> str:
    if one.noun is None:
        return "anyone"
    kinds = [kind for kind in ("anyone", "crew", "passengers") if one.noun in listed("headcounts", kind)]
    return kinds[0] if kinds else one.noun


def _around(scene: Scene, one: Told) -> tuple[str, str]:
    """The sentence before and behind a figure with its noun, without "some" and "about"."""
    return scene.text[one.sentence.start or 0 : one.start], scene.text[one.end : one.sentence.end or one.end]


def _named(match: re.Match[str] | None) -> str | None:
    """The name without a ship's prefix and the word with which a sentence opens."""
    if match is None:
        return None
    name = match["name"] or match.groupdict().get("owner") or ""
    name = _PREFIX.sub("", _LEADING.sub("", name)).removesuffix("’s").removesuffix("'s")
    return None if name.lower() in listed("headcounts", "nameless") else name


def _are_same(scene: Scene, one: Headcount, other: Headcount) -> bool:
    """Whether nothing sets the two apart: kind of people, day, place, or what rounding allows."""
    if not (one.entire or other.entire) or not _are_comparable(one, other):
        return False
    mine, its = _dates(scene, one), _dates(scene, other)
    if one.fate == "inhabitants" and (mine or its):
        return False
    if mine and its and not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in its):
        return False
    places, others = _elsewhere(scene, one), _elsewhere(scene, other)
    return not (places and others and not places & others)


def _are_comparable(one: Headcount, other: Headcount) -> bool:
    """Whether both count the same kind, and are equal or no rounding of each other."""
    if one.name != other.name and (one.fate == "inhabitants" or not _is_longer(one.name, other.name)):
        return False
    (low, high), (least, most) = spread(one.count), spread(other.count)
    if (low, high) == (least, most):
        return one.kind == other.kind and one.count.exact and other.count.exact
    if one.kind != other.kind:
        whole, part = (one, other) if one.kind == "anyone" else (other, one)
        return whole.kind == "anyone" and spread(part.count)[0] > spread(whole.count)[1] * (1 + _UNLIKE)
    near, far = (high, least) if high < least else (most, low)
    if one.fate == "inhabitants" or any(head.count.low % _ROUND == 0 for head in (one, other)):
        near *= 1 + _UNLIKE
    return near < far


def _is_longer(one: str, other: str) -> bool:
    """Whether one of two names is the other with a word before it."""
    return one.endswith(f" {other}") or other.endswith(f" {one}")


def _dates(scene: Scene, head: Headcount) -> list[tuple[date, date]]:
    return [
        (row.earliest, row.latest)
        for row in scene.beside(head.count.figure, "times")
        if row.type in ("DATE", "TIME") and row.earliest is not None and row.latest is not None
    ]


def _elsewhere(scene: Scene, head: Headcount) -> set[str]:
    """The places of a sentence, but for the thing itself."""
    text = head.count.sentence.text or ""
    found = {match[1] for match in _PLACE.finditer(text)}
    return {name for name in found if name not in head.name and head.name not in name}
