"""What the actor extractor knows while it reads, and what its parts share: modifiers, owners, offices.

For ``known``, ``persons``, ``functions`` and ``actors``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.codebook import settings
from dateline.extract import discourse, names, nouns
from dateline.extract.cast import Draft, Registry
from dateline.extract.discourse import Frame
from dateline.language.document import NounGroup, Word

IsPlace = Callable[[str], Any]


PROPER = frozenset({"NNP", "NNPS"})


#: Tags of what stands before the body of a group.
_OPENING = frozenset(["DT", "PDT", "PRP$", "CD", "IN", "RB", "JJR", "JJS", '"', "'"])


DEFINITE = frozenset({"the", "this", "that", "these", "those"})


#: What a former holder of an office is of: PLOVER counts former officials among the elites.
FORMER = "ELI"


#: Sectors of a body that tell more of its people than what they are called ("Mossad agent").
_GENERAL = frozenset({"GOV", "CVL", "SPY", "EDU", "BUS", "ELI", "UAF", "MED"})


_ARMED = frozenset(["SPY", "COP", "REB", "UAF", "CRM"])
STATE = frozenset(["GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP", "PTY", "ELI"])


OF = frozenset({"of", "in", "from", "at", "for", "to"})


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(settings("actors")[name])


@dataclass(slots=True)
class Reader:
    """Reads one article: its frames, what it has met so far, and where."""

    frames: list[Frame]
    is_place: IsPlace | None
    meaning: Callable[[Reader, NounGroup], tuple[Draft, ...]]  # whom a group speaks of
    evidence: frozenset[str]  # names and surnames that something in the article shows to be persons'
    dateline: str | None = None  # the country whose capital the report is dated from
    registry: Registry = field(default_factory=Registry)
    here: int = 0
    frame: Frame = field(init=False)  # the sentence being read: that of ``here``
    countries: set[str] | None = None
    groups: dict[tuple[int, int, int], tuple[Draft, ...]] = field(default_factory=dict)
    sectors: dict[tuple[int, int, int], str] = field(default_factory=dict)

    def names_country(self, code: str) -> bool:
        """Whether anything in the article is of a country."""
        if self.countries is None:
            self.countries = {country for frame in self.frames for _, country, _ in frame.weights}
        return code in self.countries


def body_start(group: NounGroup, words: list[Word]) -> int:
    """The first word behind the owner, the determiner and the number."""
    first = group.first
    if group.owner is not None:
        first = group.owner.last + 1
        if first <= group.last and words[first].tag == "POS":
            first += 1
    while first < group.head and words[first].tag in _OPENING:
        first += 1
    return min(first, group.head)


def take_in(frame: Frame, first: int, last: int) -> None:
    """Marks the forms between two words as part of a longer name."""
    for i in range(first, last + 1):
        spot = frame.at.get(i)
        if spot is not None and spot.whole:
            frame.used.add(id(spot))


def form_of(spot: names.Spot) -> str:
    if spot.entry.kind in ("demonym", "people", "adjective"):
        return "acronym" if spot.entry.acronym else "demonym"
    return "acronym" if spot.entry.acronym else "name"


def adjective(state: Draft) -> str:
    index = names.index()
    return index.adjectives.get(state.name, state.name)


def modifiers(reader: Reader, first: int, last: int) -> list[Draft]:
    """The countries and bodies that stand as modifiers between two words, in order."""
    found: list[Draft] = []
    frame = reader.frame
    words = frame.sentence.words
    for spot in frame.spots if first <= last else ():
        if first <= spot.first and spot.last <= last and (spot.whole or _leads(frame, spot)):
            if spot.first and words[spot.first - 1].lower == "ethnic":
                continue
            if spot.entry.kind == "capital" and spot.entry.country:
                found.append(reader.registry.state(spot.entry.country, spot.entry.parent))
            elif spot.entry.kind in ("country", "adjective", "demonym", "organisation"):
                found.append(reader.registry.entry(spot.entry))
    return found


def _leads(frame: Frame, spot: names.Spot) -> bool:
    """Whether a country leads what it stands before ("US-led forces")."""
    return frame.sentence.words[spot.last].text.endswith("-led")


def behind(reader: Reader, group: NounGroup, prepositions: frozenset[str] | set[str]) -> list[Draft]:
    """The countries and bodies behind the head: "the government of Peru", "tribes in Yemen"."""
    found: list[Draft] = []
    for prep in group.preps:
        if prep.word not in prepositions or prep.first < group.head:
            continue
        if prep.word == "to":  # "ambassador to Kenya" is not Kenya's
            continue
        for member in prep.group.members():
            for draft in reader.meaning(reader, member):
                if draft.kind in ("country", "organisation") or (
                    draft.kind == "group" and prep.word in ("of", "for")
                ):
                    found.append(draft)
                elif draft.kind == "place" and draft.country:
                    found.append(reader.registry.state(draft.country))
        if found:
            break
    return found


def skip_inside(frame: Frame, group: NounGroup, last: int) -> None:
    """Groups inside a longer agent noun ("defence" of "ministry of defence") mean nothing of their own."""
    for other in frame.sentence.groups:
        if other is not group and group.head < other.first and other.last <= last:
            frame.meant.setdefault(id(other), ())


def goes_on(frame: Frame, head: int) -> tuple[int, nouns.Agent] | None:
    """A title or agent noun that goes on behind its head ("Secretary of State"): its end, what it is."""
    spot = frame.at.get(head)
    if spot is not None and spot.entry.kind == "title" and spot.last > head:
        return spot.last, nouns.agents().get(spot.entry.name.lower()) or nouns.Agent(
            "", "person", spot.entry.sector, False, False
        )
    return nouns.starting_at(frame.sentence.words, head, head)


def sector_of(agent: nouns.Agent, body: Draft | None) -> str | None:
    """A body's sector is its people's, unless what they are called says more ("NATO troops")."""
    if body is None or body.sector is None or agent.noun in words_of("own_sector"):
        return agent.sector
    if body.sector == "IGO":
        return "IGO" if agent.sector in _GENERAL or agent.sector in (None, "COP", "NGO") else agent.sector
    if body.sector in _ARMED and agent.sector == "MIL":
        return body.sector  # a KGB officer is a spy, a Taliban commander a rebel
    return body.sector if agent.sector in _GENERAL or agent.sector is None else agent.sector


def is_former(words: list[Word], first: int, last: int) -> bool:
    """Whether somebody held the office before: "former Chilean president", "the ousted Thai premier"."""
    return any(
        word.lower in words_of("former") or word.lower.startswith("ex-") for word in words[first : last + 1]
    )


def is_former_role(role: str) -> bool:
    """The same of an office as the text words it."""
    return any(w in words_of("former") or w.startswith("ex-") for w in role.lower().split())


def home_of(reader: Reader, group: NounGroup, agent: nouns.Agent) -> str | None:
    """The country of an office holder whom the text names without one.

    Not one that has no such office, nor one whose holder the article has named already.
    """
    if (few := settings("actors")["only"].get(agent.noun)) is not None:
        return next((c for c in few if len(few) == 1 or reader.names_country(c)), None)
    if (place := _where(reader.frame, group)) is not None:
        return place
    elsewhere = _without(agent.noun) | reader.registry.seats.get(agent.noun, frozenset())
    found = _home_of(reader, group, agent, elsewhere)
    return None if found in elsewhere else found


def _where(frame: Frame, group: NounGroup) -> str | None:
    """The country of the town that a clause with "where" tells of ("Cairo, where President Sadat …")."""
    words = frame.sentence.words
    for i in range(group.first - 1, max(0, group.first - 4), -1):
        if words[i].lower == "where":
            before = i - 2 if words[i - 1].text == "," else i - 1
            spot = frame.at.get(before)
            return spot.entry.country if spot is not None and spot.entry.sort != "organisation" else None
    return None


def _without(noun: str) -> frozenset[str]:
    """The countries that have no such office."""
    for office, countries in settings("actors")["without"].items():
        if noun == office or noun.endswith(f" {office}"):
            return frozenset(countries)
    return frozenset()


def _home_of(
    reader: Reader, group: NounGroup, agent: nouns.Agent, elsewhere: frozenset[str] | set[str]
) -> str | None:
    frame = reader.frame
    role = frame.role(_beside(frame, group))
    clause = role.subject_of
    if agent.noun.endswith(tuple(words_of("abroad"))):
        return None
    if role.object_of is not None and role.object_of.lemma in words_of("meeting"):
        return None
    if frame.scene is not None:
        main = clause is not None and (clause.parent is None or clause.relation == "conj")
        guest = clause is not None and clause.lemma in words_of("visiting")
        held = agent.noun not in settings("actors")["unheld"].get(frame.scene, ())
        return frame.scene if main and held and not guest and frame.scene not in frame.others else None
    met = role.preposition in ("with", "to", "against", "from", "for")
    found = discourse.home(
        reader.frames, reader.here, group.first, foreign=met, acts=clause is not None, elsewhere=elsewhere
    )
    if found is None and clause is not None and reader.dateline and reader.dateline not in frame.others:
        return reader.dateline if discourse.at_home(reader.frames, reader.here, reader.dateline) else None
    return found


def _beside(frame: Frame, group: NounGroup) -> NounGroup:
    """The group that a name is set beside, which has the role in the sentence ("the *chief*, Gen. Musa")."""
    return next((other for other in frame.sentence.groups if other.apposed is group), group)
