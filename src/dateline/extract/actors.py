"""Who is named in an article, and every place where they are spoken of.

For the extractors behind it, and for the tables ``entities`` and ``mentions``. Names come from the
codebook; what is called by function is composed ("Pakistani" + "military"); persons are known by title,
description or what they do, never by a list; what is left to the context is resolved where the context
is clear, and left open where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.codebook import settings
from dateline.extract import coreference, discourse, gazetteer, names, nouns
from dateline.extract.cast import Cast, Draft, Registry, build
from dateline.extract.discourse import Frame
from dateline.language.document import Doc, NounGroup, Word

__all__ = ["Cast", "extract"]

IsPlace = Callable[[str], Any]

_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+((?:[^\W\d_a-z][\w.'’-]*)(?:\s+[\w.'’-]+){1,4})")
_PROPER = frozenset({"NNP", "NNPS"})
_PARTICLES = frozenset(
    ["al", "bin", "ibn", "bint", "von", "van", "de", "der", "den", "del", "da", "dos", "du", "la", "le", "el", "ul", "ur", "ud", "ter", "zu", "y", "abu"]
)  # fmt: skip
_DIRECTIONS = frozenset(
    ["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower", "Greater", "Inner", "Outer", "New", "Northwest", "Northeast", "Southwest", "Southeast", "Mainland", "Communist", "Nazi", "Fascist", "Imperial", "Tsarist", "Revolutionary", "Modern", "Old", "Free"]
)  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: Sectors of a body that tell more of its people than what they are called ("CIA contractor").
_GENERAL = frozenset({"GOV", "CVL", "SPY", "EDU", "BUS", "ELI", "UAF", "MED"})
_STATE = frozenset(["GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP", "PTY", "ELI"])
_OF = frozenset({"of", "in", "from", "at", "for", "to"})


@cache
def _verbs(name: str) -> frozenset[str]:
    return frozenset(settings("actors")[name])


@dataclass(slots=True)
class Reader:
    """Reads one article: its frames, what it has met so far, and where."""

    frames: list[Frame]
    is_place: IsPlace | None
    evidence: frozenset[str]  # names and surnames that something in the article shows to be persons'
    registry: Registry = field(default_factory=Registry)
    here: int = 0
    groups: dict[tuple[int, int, int], tuple[Draft, ...]] = field(default_factory=dict)
    sectors: dict[tuple[int, int, int], str] = field(default_factory=dict)

    @property
    def frame(self) -> Frame:
        """The sentence being read."""
        return self.frames[self.here]


def extract(doc: Doc, article_id: str, is_place: IsPlace | None = None) -> Cast:
    """The cast of an article; ``is_place`` says whether a name that no list has is a known place's."""
    frames = [discourse.frame(sentence) for sentence in doc.sentences if sentence.words]
    _settle_capitals(frames)
    reader = Reader(frames, is_place, _evidence(frames, is_place))
    _byline(reader, doc)
    for here, frame in enumerate(frames):
        reader.here = here
        for group in sorted(frame.sentence.groups, key=lambda g: (g.first, g.last)):
            _meaning(reader, group)
        _loose_names(reader)
    return build(article_id, reader.registry.drafts.values(), reader.groups, reader.sectors)


def _settle_capitals(frames: list[Frame]) -> None:
    """A town that was several states' capital is that of the one which the article names."""
    capitals = names.index().capitals_of
    named = {s.entry.name for f in frames for s in f.spots if s.entry.kind in ("country", "adjective", "demonym")}
    for frame in frames:
        for spot in frame.spots:
            if spot.entry.kind != "capital" or len(states := capitals[spot.entry.name]) == 1:
                continue
            fitting = [entry for entry in states if entry.parent in named]
            if fitting and fitting[0] is not spot.entry:
                old, spot.entry = spot.entry, fitting[0]
                frame.weights = [
                    (at, spot.entry.country or code if at == spot.first and code == old.country else code, weight)
                    for at, code, weight in frame.weights
                ]


def _byline(reader: Reader, doc: Doc) -> None:
    """The author, whom the line over the text names and nothing in it describes."""
    for sentence in doc.sentences:
        if sentence.role == "byline" and (match := _BYLINE.fullmatch(sentence.text)):
            start = sentence.start + match.start(1)
            reader.registry.person(match[1]).say(sentence, start, sentence.start + match.end(1), "name")


def _meaning(reader: Reader, group: NounGroup) -> tuple[Draft, ...]:
    """Whom the group speaks of; each group is read once."""
    meant = reader.frame.meant
    if id(group) in meant:
        return meant[id(group)]
    meant[id(group)] = ()
    owners = _meaning(reader, group.owner) if group.owner is not None else ()
    found = _read(reader, group, owners)
    meant[id(group)] = found
    if group.apposed is not None:
        found = _apposed(reader, group, found)
    if found:
        meant[id(group)] = found
        reader.groups[reader.frame.sentence.position, group.first, group.head] = found
        _remember(reader, group, found)
    return found


def _remember(reader: Reader, group: NounGroup, found: tuple[Draft, ...]) -> None:
    """Adds what the context told to what is in mind; what a codebook form told is there already."""
    frame = reader.frame
    if not any(at in frame.at and frame.at[at].entry.country for at in range(group.first, group.last + 1)):
        weight = frame.role(group).weight
        frame.weights += [(group.first, draft.country, weight) for draft in found if draft.country]
    frame.homes += [
        (group.first, draft.country, frame.role(group).weight)
        for draft in found
        if draft.country and draft.kind in ("organisation", "person") and draft.sector in _STATE
    ]


def _read(reader: Reader, group: NounGroup, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    frame = reader.frame
    words = frame.sentence.words
    head = words[group.head]
    if head.tag in ("PRP", "PRP$"):
        return coreference.pronoun(reader.frames, reader.here, group)
    if head.tag not in _PROPER and group.head not in frame.at and not nouns.may_end(head):
        return ()  # most groups are things
    if pair := coreference.pair(reader.frames, reader.here, group, reader.registry):
        return pair
    first = _body(group, words)
    return (
        _known_name(reader, group, first, owners)
        or _person_across(reader, group, first, owners)
        or _person(reader, group, first, owners)
        or _by_function(reader, group, first, owners)
        or _unknown_name(reader, group, first)
    )


def _body(group: NounGroup, words: list[Word]) -> int:
    """The first word behind the owner, the determiner and the number."""
    first = group.first
    if group.owner is not None:
        first = group.owner.last + 1
        if first <= group.last and words[first].tag == "POS":
            first += 1
    while first < group.head and words[first].tag in ("DT", "PDT", "PRP$", "CD", "IN", "RB", "JJR", "JJS", '"', "'"):
        first += 1
    return min(first, group.head)


# --- names of the codebook ------------------------------------------------------------------------


def _known_name(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A group whose head is a form of the codebook: "the US Congress", "Moscow", "two Iraqis"."""
    frame = reader.frame
    words = frame.sentence.words
    spot = frame.at.get(group.head)
    if spot is None or not spot.whole or spot.entry.kind == "title" or spot.first < group.first:
        return _introduced(reader, group, first)
    if spot.first > first and _goes_before_surname(frame, words[spot.first - 1], spot):
        _use(frame, spot.first, spot.last)
        return ()
    draft = _spot_meaning(reader, group, spot)
    if draft is None:
        return ()
    if spot.last > group.head:
        _skip_inside(frame, group, spot.last)
    before = _countries(reader, first, spot.first - 1)
    if draft.kind == "organisation" and draft.country:
        others = [d for d in (*before, *owners) if d.kind == "country" and d.country != draft.country]
        if others:
            return _compose_name(reader, others[0], spot)
    _use(frame, first, spot.last)
    draft.say(frame.sentence, spot.start, spot.end, _form(spot))
    return (draft,)


def _introduced(reader: Reader, group: NounGroup, first: int) -> tuple[Draft, ...]:
    """A name or acronym that the article itself has introduced."""
    sentence = reader.frame.sentence
    text = sentence.cut(*sentence.span(first, group.head))
    draft = reader.registry.named.get(text)
    if draft is None:
        return ()
    start, end = sentence.span(first, group.head)
    draft.say(sentence, start, end, "acronym" if text.isupper() else "name")
    _use(reader.frame, first, group.head)
    return (draft,)


def _goes_before_surname(frame: Frame, before: Word, spot: names.Spot) -> bool:
    """Whether the word before a place's name makes it a surname ("Mr Kashmiri", "Michael Jordan")."""
    if spot.entry.kind not in ("country", "capital", "area") or spot.first != spot.last:
        return False
    other = frame.at.get(before.i)
    if other is not None:
        return other.entry.kind == "title" and other.entry.use in ("prefix", "both")
    return before.tag in _PROPER and before.text not in _DIRECTIONS and before.text.isalpha() and len(before.text) > 2


def _spot_meaning(reader: Reader, group: NounGroup, spot: names.Spot) -> Draft | None:
    entry = spot.entry
    registry = reader.registry
    if entry.kind == "capital" and entry.country:
        if _acts_for_government(reader, group):
            return registry.state(entry.country, entry.parent)
        return registry.get("place", entry.country, entry.name)
    if entry.kind == "metonym":
        if entry.use == "exclusive" or _acts_for_government(reader, group):
            known = names.index().organisations.get(entry.name)
            if known:
                return registry.entry(known)
            return registry.state(entry.country) if entry.country and entry.sector is None else registry.entry(entry)
        return None
    if entry.kind == "people":
        word = reader.frame.sentence.words[spot.last]
        return registry.get("group", None, entry.name, "CVL") if word.tag == "NNPS" else None
    if entry.kind == "area" and entry.sort == "place":
        return registry.get("place", None, entry.name)
    if entry.kind == "area" and not _with_article(reader, group):
        return None
    return registry.entry(entry)


def _with_article(reader: Reader, group: NounGroup) -> bool:
    return reader.frame.sentence.words[group.first].lower == "the" or group.head > group.first


def _acts_for_government(reader: Reader, group: NounGroup) -> bool:
    """Whether a capital or a building is made to act, is spoken to, or has dealings."""
    role = reader.frame.role(group)
    if role.subject_of is not None and not role.subject_of.passive and role.subject_of.lemma not in _verbs("towns"):
        return True
    if role.object_of is not None and role.object_of.lemma in _verbs("addressing"):
        return True
    if role.subject_of is not None and role.subject_of.passive and role.subject_of.lemma in _verbs("addressing"):
        return True
    return role.preposition in settings("actors")["toward"] and role.governor in _verbs("dealings")


def _compose_name(reader: Reader, state: Draft, spot: names.Spot) -> tuple[Draft, ...]:
    """A body of the codebook that is another country's here: "the Peruvian Congress"."""
    frame = reader.frame
    text = frame.sentence.cut(spot.start, spot.end)
    draft = reader.registry.get(
        spot.entry.sort, state.country, f"{_adjective(state)} {text}", spot.entry.sector
    )
    start = min([s.start for s in frame.spots if s.last == spot.first - 1] or [spot.start])
    draft.say(frame.sentence, start, spot.end, "name")
    _use(frame, spot.first - 1, spot.last)
    return (draft,)


def _form(spot: names.Spot) -> str:
    if spot.entry.kind in ("demonym", "people", "adjective"):
        return "acronym" if spot.entry.acronym else "demonym"
    return "acronym" if spot.entry.acronym else "name"


def _use(frame: Frame, first: int, last: int) -> None:
    """Marks the forms between two words as part of a longer name."""
    frame.used.update(id(frame.at[i]) for i in range(first, last + 1) if i in frame.at and frame.at[i].whole)


def _adjective(state: Draft) -> str:
    index = names.index()
    return index.adjectives.get(state.name, state.name)


def _countries(reader: Reader, first: int, last: int) -> list[Draft]:
    """The countries and bodies that stand as modifiers between two words, in order."""
    found: list[Draft] = []
    for spot in reader.frame.spots:
        if spot.whole and first <= spot.first and spot.last <= last:
            if spot.entry.kind == "capital" and spot.entry.country:
                found.append(reader.registry.state(spot.entry.country, spot.entry.parent))
            elif spot.entry.kind in ("country", "adjective", "demonym", "organisation"):
                found.append(reader.registry.entry(spot.entry))
    return found


# --- persons --------------------------------------------------------------------------------------


def _person(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A name behind a title or a description: "General Kayani", "CIA Director Leon Panetta"."""
    frame = reader.frame
    words = frame.sentence.words
    start = _name_start(frame, first, group.head)
    if start is None:
        return ()
    name = frame.sentence.cut(*frame.sentence.span(start, group.head))
    titled = _title_before(frame, first, start - 1)
    if titled is None:
        draft = _untitled(reader, group, first, start, name)
    else:
        draft = reader.registry.person(name)
        _describe(reader, group, draft, first, titled, owners)
    if draft is None:
        return ()
    _use(frame, first, group.head)
    draft.say(frame.sentence, words[start].start, words[group.head].end, "name")
    return (draft,)


def _person_across(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A name behind a title that goes on behind its head: "US Secretary of State Dean Rusk"."""
    frame = reader.frame
    words = frame.sentence.words
    longer = _goes_on(frame, group.head)
    if longer is None:
        return ()
    start = end = longer[0] + 1
    while start < len(words) and start in frame.at and frame.at[start].entry.kind == "title":
        start = end = frame.at[start].last + 1
    while end < len(words) and words[end].tag.startswith("NN") and (words[end].text[0].isupper() or _is_name(words[end])):
        end += 1
    if end == start or start in frame.at:
        return ()
    draft = reader.registry.person(frame.sentence.cut(words[start].start, words[end - 1].end))
    holders = [*_countries(reader, first, group.head - 1), *owners]
    begin = min([s.first for s in frame.spots if s.whole and first <= s.first < group.head], default=group.head)
    _hold_office(reader, draft, longer[1], holders, frame.sentence.cut(words[begin].start, words[start - 1].end))
    if draft.country is None:
        draft.country = discourse.home(reader.frames, reader.here, group.first)
    draft.say(frame.sentence, words[start].start, words[end - 1].end, "name")
    _use(frame, first, end - 1)
    for other in frame.sentence.groups:
        if group.head < other.first and other.last < end:
            frame.meant[id(other)] = (draft,)
            reader.groups[frame.sentence.position, other.first, other.head] = (draft,)
    return (draft,)


def _goes_on(frame: Frame, head: int) -> tuple[int, nouns.Agent] | None:
    """A title or agent noun that goes on behind its head ("Secretary of State"): its last word, and what it is."""
    spot = frame.at.get(head)
    if spot is not None and spot.entry.kind == "title" and spot.last > head:
        return spot.last, nouns.agents().get(spot.entry.name.lower()) or nouns.Agent("", "person", spot.entry.sector, False, False)
    return nouns.starting_at(frame.sentence.words, head, head)


def _name_start(frame: Frame, first: int, head: int) -> int | None:
    """Where the run of name words that ends at the head begins; None where the head is no name."""
    words = frame.sentence.words
    if not _is_name(words[head]):
        return None
    start = head
    for i in range(head, first - 1, -1):
        word = words[i]
        spot = frame.at.get(i)
        if i < head and spot is not None and spot.whole and spot.entry.kind not in ("capital", "area"):
            break
        if _is_name(word):
            if i < head and nouns.ending_at(words, i, i) and not nouns.ending_at(words, head, head):
                break
            start = i
        elif not (word.lower in _PARTICLES and i < head):
            break
    return start


def _is_name(word: Word) -> bool:
    """Whether a word can be part of a person's name ("Assad", "al-Assad", "d'Estaing")."""
    return word.tag in _PROPER and (word.text[0].isupper() or any(c.isupper() for c in word.text[2:5]))


def _title_before(frame: Frame, first: int, last: int) -> tuple[int, nouns.Agent] | None:
    """The title or agent noun that ends at word ``last``, and where it begins."""
    if last < first:
        return None
    words = frame.sentence.words
    found = nouns.ending_at(words, first, last)
    if found is not None and found[1].kind == "person":
        return found
    spot = frame.at.get(last)
    if spot is not None and spot.entry.kind == "title" and spot.last == last:
        return spot.first, nouns.Agent("", "person", spot.entry.sector, False, False)
    return None


def _describe(
    reader: Reader, group: NounGroup, draft: Draft, first: int, titled: tuple[int, nouns.Agent], owners: tuple[Draft, ...]
) -> None:
    """Fills in office, sector, country and body of a person from the words before the name."""
    frame = reader.frame
    begin, agent = titled
    holders = [*owners, *_countries(reader, first, begin - 1), *_behind(reader, group, {"of"})]
    start = min([s.first for s in frame.spots if s.whole and first <= s.first < begin], default=begin)
    words = frame.sentence.words
    end = _name_start(frame, first, group.head) or group.head
    role = frame.sentence.cut(words[start].start, words[end - 1].end)
    spot = frame.at.get(begin)
    polite = spot is not None and spot.entry.kind == "title" and spot.entry.sector is None
    _hold_office(reader, draft, agent, holders, None if polite else role)
    if draft.country is None and agent.sector and not polite:
        draft.country = discourse.home(reader.frames, reader.here, group.first)


def _hold_office(
    reader: Reader, draft: Draft, agent: nouns.Agent, holders: list[Draft], role: str | None
) -> None:
    """What an office tells of its holder; what is known already stays."""
    body = next((d for d in holders if d.kind in ("organisation", "group")), None)
    state = next((d for d in holders if d.country), None)
    if draft.role is None or (draft.noun in _ranks() and role):
        draft.role = role or draft.role
        draft.noun = agent.noun or None
        draft.sector = _sector(agent, body) or draft.sector
        draft.belongs = _bodies(agent.noun)
    draft.country = draft.country or (state.country if state else None)
    if body is not None and draft.parent is None:
        draft.parent = body


@cache
def _ranks() -> frozenset[str | None]:
    """Titles that are no office yet: a general may still turn out to be the army chief."""
    rows = names.index()
    return frozenset({None, "general", "colonel", "admiral", "major", "captain", "lieutenant", "officer", "minister"}) if rows else frozenset()


@cache
def _bodies(noun: str) -> tuple[str, ...]:
    """The bodies inside an office's name ("army" of "army chief"), and the government for its offices."""
    words = noun.split()
    table = nouns.agents()
    inside = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    found = [body for body in inside if body in table and table[body].kind == "organisation"]
    agent = table.get(noun)
    if agent is not None and agent.sector == "MIL" and noun not in ("military", "armed force"):
        found += ["military"] if agent.kind == "organisation" else ["army", "military"]
    elif agent is not None and agent.sector == "GOV" and agent.kind == "organisation":
        found += [] if noun in ("government", "administration", "regime", "state") else ["government", "administration"]
    return tuple(dict.fromkeys(found))


def _sector(agent: nouns.Agent, body: Draft | None) -> str | None:
    """A body's sector is its people's, unless what they are called says more ("NATO troops")."""
    if body is None or body.sector in (None, "IGO"):
        return agent.sector
    return body.sector if agent.sector in _GENERAL or agent.sector is None else agent.sector


def _untitled(reader: Reader, group: NounGroup, first: int, start: int, name: str) -> Draft | None:
    """A bare name that is known to be a person's, or shown to be one somewhere in the article."""
    frame = reader.frame
    if start > first and not frame.at.get(start - 1):
        words = frame.sentence.words
        if any(words[i].tag in ("NN", "NNS") for i in range(first, start)):
            return None
    if any(i in frame.at and frame.at[i].entry.kind != "capital" for i in range(start, group.head)):
        return None
    known = reader.registry.known_person(name)
    if known is not None:
        return known
    return reader.registry.person(name) if name in reader.evidence or _shown(name, reader.evidence) else None


def _shown(name: str, evidence: frozenset[str]) -> bool:
    tokens = name.split()
    return 1 < len(tokens) < 5 and f"*{tokens[-1]}" in evidence and tokens[-1].lower() not in settings("actors")["bodies"]


def _evidence(frames: list[Frame], is_place: IsPlace | None) -> frozenset[str]:
    """Names shown to be persons' anywhere: subject of a verb of speaking, set beside a description."""
    found: set[str] = set()
    for frame in frames:
        words = frame.sentence.words
        for group in frame.sentence.groups:
            first = _body(group, words)
            start = _name_start(frame, first, group.head)
            if start is None:
                continue
            titled = _title_before(frame, first, start - 1)
            if titled is not None:
                found.add(f"*{words[group.head].text}")
            elif start == first and group.head > start and _bare(frame, start, group.head):
                name = frame.sentence.cut(*frame.sentence.span(start, group.head))
                if _is_described(frame, group) or (
                    _speaks(frame, group) and not (is_place is not None and is_place(name))
                ):
                    found.add(name)
    return frozenset(found)


def _bare(frame: Frame, start: int, head: int) -> bool:
    """Whether no codebook form and no body's last word is in the run of names."""
    words = frame.sentence.words
    return (
        head - start < 4
        and not any(i in frame.at for i in range(start, head))
        and (head not in frame.at or _goes_before_surname(frame, words[head - 1], frame.at[head]))
        and words[head].lower not in settings("actors")["bodies"]
        and nouns.ending_at(words, start, head) is None
    )


def _speaks(frame: Frame, group: NounGroup) -> bool:
    clause = frame.role(group).subject_of
    return clause is not None and not clause.passive and clause.lemma in _verbs("speaking")


def _is_described(frame: Frame, group: NounGroup) -> bool:
    """Whether a person's description stands beside the name, before it or after it."""
    words = frame.sentence.words

    def describes(other: NounGroup | None) -> bool:
        if other is None or other is group:
            return False
        agent = nouns.ending_at(words, _body(other, words), other.head)
        return agent is not None and agent[1].kind == "person" and words[other.head].tag not in ("NNS", "NNPS")

    if describes(group.apposed):
        return True
    return any(other.apposed is group and describes(other) for other in frame.sentence.groups)


# --- actors called by function --------------------------------------------------------------------


def _by_function(
    reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """A group whose head is an agent noun: "the Pakistani military", "its army", "gunmen"."""
    frame = reader.frame
    words = frame.sentence.words
    found = nouns.ending_at(words, first, group.head)
    if found is None:
        return ()
    begin, agent = found
    last = group.head
    if longer := _goes_on(frame, group.head):
        last, agent = longer
        _skip_inside(frame, group, last)
    modifiers = _countries(reader, first, begin - 1)
    holders = _holders(reader, owners, modifiers, agent)
    if not holders:
        holders = _behind(reader, group, {"of"} if agent.kind == "person" and agent.sector == "GOV" else _OF)
    if agent.instrument:
        return _instrument(reader, group, holders, modifiers, first, begin)
    if holders:
        _use(frame, first, last)
        return _compose(reader, group, first, begin, last, agent, holders)
    return _bare_function(reader, group, first, begin, last, agent)


def _holders(
    reader: Reader, owners: tuple[Draft, ...], modifiers: list[Draft], agent: nouns.Agent
) -> list[Draft]:
    """Whose the actor is: what modifies it first, then its owner; a person's government is his country's."""
    found = list(modifiers)
    for owner in owners:
        if owner.kind == "person" or (owner.noun and owner.kind == "organisation" and agent.kind == "organisation"):
            if owner.country and agent.sector in _STATE and agent.sector not in ("OPP", "PTY"):
                found.append(reader.registry.state(owner.country))
        elif owner.kind != "place":
            found.append(owner)
    return found


def _skip_inside(frame: Frame, group: NounGroup, last: int) -> None:
    """Groups inside a longer agent noun ("defence" of "ministry of defence") mean nothing of their own."""
    for other in frame.sentence.groups:
        if other is not group and group.head < other.first and other.last <= last:
            frame.meant.setdefault(id(other), ())


def _behind(reader: Reader, group: NounGroup, prepositions: frozenset[str] | set[str]) -> list[Draft]:
    """The countries and bodies behind the head: "the government of Peru", "tribes in Yemen"."""
    found: list[Draft] = []
    for prep in group.preps:
        if prep.word not in prepositions or prep.first < group.head:
            continue
        if prep.word == "to":  # "ambassador to Kenya" is not Kenya's
            continue
        for member in prep.group.members():
            for draft in _meaning(reader, member):
                if draft.kind in ("country", "organisation") or (draft.kind == "group" and prep.word == "of"):
                    found.append(draft)
                elif draft.kind == "place" and draft.country:
                    found.append(reader.registry.state(draft.country))
        if found:
            break
    return found


def _instrument(
    reader: Reader, group: NounGroup, holders: list[Draft], modifiers: list[Draft], first: int, begin: int
) -> tuple[Draft, ...]:
    """Weapons and vehicles act for whoever they belong to, in the military's sector."""
    frame = reader.frame
    key = (frame.sentence.position, group.first, group.head)
    noun = frame.sentence.words[group.head].lemma
    if holders:
        owner = holders[0]
        for spot in frame.spots:
            if modifiers and first <= spot.first and spot.last < begin and id(spot) not in frame.used:
                modifiers[0].say(frame.sentence, spot.start, spot.end, _form(spot))
                frame.used.add(id(spot))
        reader.registry.named[f"the {noun}"] = owner
        reader.sectors[key] = "MIL"
        return (owner,)
    if frame.sentence.words[group.first].lower in _DEFINITE and (known := reader.registry.named.get(f"the {noun}")):
        reader.sectors[key] = "MIL"
        return (known,)
    return ()


def _compose(
    reader: Reader, group: NounGroup, first: int, begin: int, last: int, agent: nouns.Agent, holders: list[Draft]
) -> tuple[Draft, ...]:
    """Actors made of a country or body and an agent noun, one for each of several countries."""
    frame = reader.frame
    words = frame.sentence.words
    several = [d for d in holders if d.kind == "country"]
    chosen = several if len(several) > 1 and holders == several else holders[:1]
    if len(holders) > 1 and holders[0].kind == "country" and holders[1].kind != "country":
        chosen = holders[1:2]  # "Iran's Revolutionary Guard commanders"
    start = min([s.first for s in frame.spots if s.whole and first <= s.first < begin], default=begin)
    made = []
    for holder in dict.fromkeys(chosen):
        draft = _part(reader, holder, agent, begin, last, group.head)
        proper = words[begin].text[0].isupper() and agent.kind != "person"
        draft.say(frame.sentence, words[start].start, words[last].end, "name" if proper else "description")
        made.append(draft)
    return tuple(made)


def _part(reader: Reader, holder: Draft, agent: nouns.Agent, begin: int, last: int, head: int) -> Draft:
    """The part of a country or body that an agent noun names, in its normal form ("Pakistani military")."""
    sentence = reader.frame.sentence
    words = sentence.words
    plural = words[head].tag in ("NNS", "NNPS")
    noun = sentence.cut(words[begin].start, words[last].end)
    if begin == 0 and words[0].tag not in _PROPER:
        noun = noun[0].lower() + noun[1:]  # the capital is the sentence's
    if holder.kind == "country":
        name = f"{_adjective(holder)} {noun}"
    else:
        short = min((text for s, a, b, _ in holder.said if (text := s.cut(a, b))), key=len, default=holder.name)
        name = f"{short if short.isupper() else holder.name} {noun}"
    kind = "group" if plural and agent.kind == "person" else agent.kind
    body = holder if holder.kind in ("organisation", "group") else None
    draft = reader.registry.get(kind, holder.country, name, _sector(agent, body))
    draft.noun = draft.noun or agent.noun
    draft.belongs = _bodies(agent.noun)
    if kind == "person":
        draft.role = draft.role or name
    if body is not None:
        draft.parent = body
    return draft


def _bare_function(
    reader: Reader, group: NounGroup, first: int, begin: int, last: int, agent: nouns.Agent
) -> tuple[Draft, ...]:
    """An agent noun that says not whose: from the context, or a kind of people."""
    frame = reader.frame
    words = frame.sentence.words
    plural = words[group.head].tag in ("NNS", "NNPS")
    definite = _definite(frame, group, begin, plural)
    if definite and (found := coreference.function(reader.frames, reader.here, group, agent, plural, reader.registry)):
        draft = found
    elif definite and agent.refers and agent.kind != "group" and _state_body(agent, plural):
        state = discourse.in_play(reader.frames, reader.here, group.first)
        if state is None:
            draft = _generic(reader, first, begin, last, group, agent, plural)
        else:
            draft = _part(reader, reader.registry.state(state), agent, begin, last, group.head)
    elif _names_people(frame, group, agent, plural, definite):
        draft = _generic(reader, first, begin, last, group, agent, plural)
    else:
        return ()
    if draft is None:
        return ()
    start = words[first if draft.country is None and draft.kind == "group" else begin].start
    proper = words[begin].text[0].isupper() and begin > 0 and draft.kind == "organisation"
    draft.say(frame.sentence, start, words[last].end, "name" if proper else "description")
    _use(frame, first, last)
    return (draft,)


def _state_body(agent: nouns.Agent, plural: bool) -> bool:
    """Whether every state has one, so that the country in play tells which is meant."""
    if agent.sector not in ("GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP"):
        return False
    return agent.kind == "organisation" or (not plural and agent.kind == "person" and _heads_state(agent.noun))


@cache
def _heads_state(noun: str) -> bool:
    return any(
        noun.endswith(tail)
        for tail in ("president", "minister", "premier", "chancellor", "chief", "chief of staff", "secretary of state", "king", "queen")
    )


def _definite(frame: Frame, group: NounGroup, begin: int, plural: bool) -> bool:
    """Whether a group points to somebody: "the army", "Parliament", "the public, *government* and military"."""
    words = frame.sentence.words
    if words[group.first].lower in _DEFINITE:
        return True
    for other in frame.sentence.groups:
        if any(member is group for member in other.joined):
            return words[other.first].lower in _DEFINITE
    return not plural and words[begin].tag in _PROPER and begin > 0 and words[begin].text[0].isupper()


def _names_people(frame: Frame, group: NounGroup, agent: nouns.Agent, plural: bool, definite: bool) -> bool:
    """Whether an agent noun without a country is somebody: "gunmen", "the public", "police", but not "a government"."""
    words = frame.sentence.words
    if plural:
        return True
    if not agent.refers:
        return False
    if agent.kind == "person":
        return group.first < group.head
    return definite or words[group.head].lower in ("police", "people")


def _generic(
    reader: Reader, first: int, begin: int, last: int, group: NounGroup, agent: nouns.Agent, plural: bool
) -> Draft:
    """People of a kind that the text does not name further: "masked gunmen", "friendly countries"."""
    sentence = reader.frame.sentence
    words = sentence.words
    while first < begin and words[first].tag not in ("JJ", "VBN", "NN", "NNP", "NNPS", "VBG"):
        first += 1
    name = sentence.cut(words[first].start, words[last].end)
    if first == 0 and words[0].tag not in _PROPER:
        name = name[0].lower() + name[1:]
    kind = "group" if plural and agent.kind == "person" else agent.kind
    return reader.registry.get(kind, _located(reader, group), name, agent.sector)


def _located(reader: Reader, group: NounGroup) -> str | None:
    """The country of the place that a group is said to be in, where only one has a place of that name."""
    words = reader.frame.sentence.words
    for prep in group.preps:
        if prep.word in ("in", "of", "from") and words[prep.group.head].tag in _PROPER:
            text = reader.frame.sentence.cut(*reader.frame.sentence.span(_body(prep.group, words), prep.group.last))
            found = {place.country for place in gazetteer.lookup(text)}
            return found.pop() if len(found) == 1 else None
    return None


# --- names that no list has -----------------------------------------------------------------------


def _unknown_name(reader: Reader, group: NounGroup, first: int) -> tuple[Draft, ...]:
    """An unknown proper name: a body by its last word. Places are left to those who know where they are."""
    frame = reader.frame
    sentence = frame.sentence
    words = sentence.words
    start = _run_start(words, first, group.head)
    if start is None:
        return ()
    name = sentence.cut(*sentence.span(start, group.head))
    sector = settings("actors")["bodies"].get(words[group.head].lower)
    if sector is None or start == group.head:
        return ()
    draft = _body_named(reader, group, start, name, sector)
    if any(i in frame.at and frame.at[i].whole and frame.at[i].first < start for i in range(start, group.head)):
        return ()
    _use(frame, start, group.head)
    draft.say(sentence, words[start].start, words[group.head].end, "name")
    return (draft,)


def _run_start(words: list[Word], first: int, head: int) -> int | None:
    """Where the run of capitalised words that ends at the head begins, if it is a run of names."""
    if words[head].tag not in _PROPER:
        return None
    start = head
    while start > first and words[start - 1].text[0].isupper() and words[start - 1].tag in (*_PROPER, "JJ", "NN"):
        start -= 1
    return start


def _body_named(reader: Reader, group: NounGroup, start: int, name: str, sector: str) -> Draft:
    """A body by its proper name; its country is the one in the name, before it or behind it."""
    states = [d for d in _countries(reader, start, group.head) if d.country]
    states += [d for d in _behind(reader, group, {"of"}) if d.country]
    draft = reader.registry.get("organisation", states[0].country if states else None, name, sector)
    reader.registry.named.setdefault(name, draft)
    return draft


# --- apposition and what is left ------------------------------------------------------------------


def _apposed(reader: Reader, group: NounGroup, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Joins a group with the one beside it: a description with its name, a name with its acronym."""
    other = group.apposed
    if other is None:
        return found
    frame = reader.frame
    words = frame.sentence.words
    if _is_acronym(words, other) and found:
        frame.meant[id(other)] = found
        start, end = frame.sentence.span(other.first, other.last)
        found[0].say(frame.sentence, start, end, "acronym")
        reader.registry.named.setdefault(words[other.head].text, found[0])
        _use(frame, other.first, other.last)
        return found
    name = _bare_person(reader, other)
    if name is not None:
        return _described_person(reader, group, other, found, name)
    if len(found) == 1 and found[0].kind == "person":
        return _describe_after(reader, other, found[0])
    return found


def _is_acronym(words: list[Word], group: NounGroup) -> bool:
    text = words[group.head].text
    bracketed = group.first > 0 and words[group.first - 1].tag == "-LRB-"
    return bracketed and group.first == group.last and text.isalnum() and sum(c.isupper() for c in text) >= 2


def _bare_person(reader: Reader, group: NounGroup) -> Draft | None:
    """The person whose name the group is."""
    meant = _meaning(reader, group)
    return meant[0] if len(meant) == 1 and meant[0].kind == "person" and meant[0].said[-1][3] == "name" else None


def _described_person(
    reader: Reader, group: NounGroup, other: NounGroup, found: tuple[Draft, ...], person: Draft
) -> tuple[Draft, ...]:
    """ "A CIA contractor, Raymond Davis": what the description says is the person's."""
    if len(found) != 1 or found[0].kind != "person" or found[0] is person:
        return found
    described = found[0]
    _take_over(reader, person, described)
    return (person,)


def _take_over(reader: Reader, person: Draft, described: Draft) -> None:
    """Makes the last mention of a description one of the person, with all that it tells."""
    if not described.said:
        return
    sentence, start, end, _ = described.said.pop()
    person.say(sentence, start, end, "description")
    if described.role or described.noun:
        person.role = described.role or sentence.cut(start, end)
    person.noun = described.noun or person.noun
    person.sector = described.sector or person.sector
    person.country = person.country or described.country
    person.parent = described.parent or person.parent
    person.belongs = described.belongs or person.belongs


def _describe_after(reader: Reader, other: NounGroup, person: Draft) -> tuple[Draft, ...]:
    """ "Lt-Gen Pasha, Chief of ISI": an office set behind a name."""
    frame = reader.frame
    words = frame.sentence.words
    first = _body(other, words)
    agent = nouns.ending_at(words, first, other.head)
    if agent is None or agent[1].kind != "person" or words[other.head].tag in ("NNS", "NNPS"):
        return (person,)
    for draft in frame.meant.get(id(other), ()):
        if draft.kind == "person" and draft is not person and draft.said:
            draft.said.pop()
    owners = _meaning(reader, other.owner) if other.owner is not None else ()
    holders = [*owners, *_countries(reader, first, agent[0] - 1), *_behind(reader, other, {"of", "for", "at"})]
    last = max([p.group.last for p in other.preps if p.word == "of" and p.first > other.head] or [other.last])
    for spot in frame.spots:
        if first <= spot.first <= other.head:
            frame.used.add(id(spot))
    start = words[other.owner.first if other.owner is not None else first].start
    role = frame.sentence.cut(start, words[last].end)
    person.role = None
    _hold_office(reader, person, agent[1], holders, role)
    person.say(frame.sentence, words[first].start, words[last].end, "description")
    frame.meant[id(other)] = (person,)
    return (person,)


def _loose_names(reader: Reader) -> None:
    """Mentions of codebook names that stand in no longer name: "US pressure", "a Lahore prison"."""
    frame = reader.frame
    sentence = frame.sentence
    for spot in frame.spots:
        if id(spot) in frame.used or spot.entry.kind in ("title", "metonym", "people"):
            continue
        if spot.entry.kind == "area":
            if spot.entry.sort == "group":
                continue
            draft = reader.registry.get("place", None, spot.entry.name)
        elif spot.entry.kind == "capital":
            draft = reader.registry.get("place", spot.entry.country, spot.entry.name)
        else:
            draft = reader.registry.entry(spot.entry)
        draft.say(sentence, spot.start, spot.end, _form(spot))
