"""The cast of an article while it is read, and as it is handed on.

A :class:`Draft` gathers what is said of one entity; a :class:`Registry` keeps them apart and joins
what is the same; :class:`Cast` is the result, with the way back from a noun group to its entity.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import attrgetter, itemgetter

from dateline import ids
from dateline.extract import names
from dateline.language.document import NounGroup, Sentence
from dateline.records import Entity, Mention

_END = attrgetter("end")
_PLACE = itemgetter(1, 2)  # of what is said


@dataclass(slots=True, eq=False)
class Draft:
    """An entity in the making."""

    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    parent: Draft | None = None
    noun: str | None = None  # the agent noun it was composed with
    belongs: tuple[str, ...] = ()  # nouns of the bodies it may belong to, the nearest first
    said: list[tuple[Sentence, int, int, str]] = field(default_factory=list)
    same: Draft | None = None  # who turned out to be meant

    def say(self, sentence: Sentence, start: int, end: int, form: str) -> None:
        """Notes that ``sentence`` speaks of the entity between two offsets."""
        for known, first, last, _ in self.said[-4:]:
            if first == start and last == end and known is sentence:
                return
        self.said.append((sentence, start, end, form))


class Registry:
    """The drafts of an article, found again by what they are, by their noun, and by their surname."""

    def __init__(self) -> None:
        self.drafts: dict[tuple[str, str, str], Draft] = {}
        self.persons: dict[str, list[Draft]] = {}
        self.named: dict[str, Draft] = {}  # names and acronyms that the article itself introduced
        self.called: dict[str, dict[int, Draft]] = {}  # by agent noun
        self.firsts: dict[str, list[Draft]] = {}  # persons by the first word of their name
        self.seats: dict[str, set[str]] = {}  # an office to the countries whose holder has been named

    def get(self, kind: str, country: str | None, name: str, sector: str | None = None) -> Draft:
        """The draft of that kind, country and name, new if there is none."""
        key = (kind, country or "", name.casefold())
        if (draft := self.drafts.get(key)) is None:
            draft = self.drafts[key] = Draft(kind, name, country, sector)
        return draft

    def state(self, code: str, name: str | None = None) -> Draft:
        """The country with an ISO3 code; ``name`` tells those apart that share one."""
        return self.get("country", code, name or names.index().countries[code])

    def entry(self, entry: names.Entry) -> Draft:
        """What a codebook entry stands for."""
        if entry.kind in ("country", "adjective", "demonym") and entry.country:
            return self.state(entry.country, entry.name)
        draft = self.get(entry.sort, entry.country, entry.name, entry.sector)
        if (
            entry.parent
            and draft.parent is None
            and (parent := names.index().organisations.get(entry.parent))
        ):
            draft.parent = self.entry(parent)
        return draft

    def person(self, name: str) -> Draft:
        """The person of that name, or one met before whose name it shortens or completes."""
        tokens = name.split()
        known = self.persons.setdefault(surname(tokens), [])
        for draft in reversed(known):
            other = draft.name.split()
            short, long = sorted((tokens, other), key=len)
            if all(token in long for token in short) or _initials_agree(short, long):
                if len(tokens) > len(other):
                    self._rename(draft, name)
                return draft
        if len(tokens) == 1 and (draft := self._first_name(tokens[0])) is not None:
            return draft
        draft = Draft("person", name)
        self._rename(draft, name)
        known.append(draft)
        self.drafts["person", "", f"{name.casefold()} {len(known)}"] = draft
        return draft

    def note(self, draft: Draft) -> Draft:
        """Keeps a draft under its agent noun, by which it may be taken up again."""
        if draft.noun:
            self.called.setdefault(draft.noun, {}).setdefault(id(draft), draft)
        return draft

    def by_noun(self, noun: str, kind: str) -> list[Draft]:
        """The drafts of a kind that go by an agent noun and have been spoken of."""
        return [d for d in self.called.get(noun, {}).values() if d.noun == noun and d.kind == kind and d.said]

    def of_word(self, word: str) -> Draft | None:
        """The one body spoken of in whose name ``word`` stands, if it is one."""
        found = [
            draft
            for draft in self.drafts.values()
            if draft.kind in ("organisation", "group")
            and draft.said
            and draft.noun is None
            and any(word in s.cut(a, b).split() for s, a, b, form in draft.said[:2] if form == "name")
        ]
        return found[0] if len(found) == 1 else None

    def known_person(self, name: str) -> Draft | None:
        """A person met before whose surname is ``name``, or whose full name ends so."""
        tokens = name.split()
        for draft in reversed(self.persons.get(surname(tokens), [])):
            other = draft.name.split()
            if all(token in other for token in tokens):
                return draft
            if all(token in tokens for token in other):  # "Ms Suu Kyi" was named before "Aung San Suu Kyi"
                self._rename(draft, name)
                return draft
        return self._first_name(name) if len(tokens) == 1 else None

    def _first_name(self, token: str) -> Draft | None:
        # Korean, Chinese and Vietnamese names go by their first part
        found = [d for d in self.firsts.get(token, ()) if d.name.startswith(f"{token} ")]
        return found[-1] if len(found) == 1 else None

    def _rename(self, draft: Draft, name: str) -> None:
        draft.name = name
        self.firsts.setdefault(name.split()[0], []).append(draft)


def surname(tokens: list[str]) -> str:
    """The part of a name that stands for its bearer later, without an article ("al-Bashir": "Bashir")."""
    last = tokens[-1]
    for prefix in ("al-", "Al-", "el-", "El-"):
        last = last.removeprefix(prefix)
    return last


def _initials_agree(short: list[str], long: list[str]) -> bool:
    """Whether "Y. Arafat" may be "Yasser Arafat"."""
    return (
        len(short) == len(long)
        and short[-1] == long[-1]
        and all(
            a == b or a.rstrip(".") == b[0] or b.rstrip(".") == a[0] for a, b in zip(short, long, strict=True)
        )
    )


@dataclass(slots=True)
class Cast:
    """The entities of an article, their mentions, and which noun groups and words speak of them."""

    entities: list[Entity]
    mentions: list[Mention]
    groups: dict[tuple[int, int, int], tuple[Entity, ...]]  # by sentence position, first word and head
    words: dict[tuple[int, int], Entity]  # by sentence position and word
    sectors: dict[tuple[int, int, int], str]  # of groups that act in a sector other than their entity's

    def of(self, sentence: Sentence, group: NounGroup) -> Entity | None:
        """The entity that the group as a whole, its head, speaks of."""
        found = self.groups.get((sentence.position, group.first, group.head))
        return found[0] if found and len(found) == 1 else None

    def members(self, sentence: Sentence, group: NounGroup) -> tuple[Entity, ...]:
        """All entities that the group's head speaks of: two for "the two countries", none for none."""
        return self.groups.get((sentence.position, group.first, group.head), ())

    def sector(self, sentence: Sentence, group: NounGroup) -> str | None:
        """The sector in which the group acts: MIL for "US drones", otherwise that of its entity."""
        own = self.sectors.get((sentence.position, group.first, group.head))
        entity = self.of(sentence, group)
        return own or (entity.sector if entity else None)

    def at(self, sentence: Sentence, word: int) -> Entity | None:
        """The entity whose mention covers the word; the narrowest, where mentions are nested."""
        return self.words.get((sentence.position, word))

    def within(self, start: int, end: int) -> list[Entity]:
        """The entities mentioned between two offsets of the article, in order."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start or 0)
        named = takewhile(lambda mention: (mention.start or 0) < end, islice(self.mentions, first, None))
        known = {entity.entity_id: entity for entity in self.entities}
        return [known[m.entity_id] for m in named if (m.end or 0) <= end and m.entity_id in known]


def build(
    article_id: str,
    drafts: Iterable[Draft],
    groups: dict[tuple[int, int, int], tuple[Draft, ...]],
    sectors: dict[tuple[int, int, int], str],
) -> Cast:
    """Turns drafts into records, in text order."""
    spoken = [draft for draft in drafts if draft.said]
    for draft in spoken:
        if draft.same is not None:
            draft.same.said += [said for said in draft.said if said not in draft.same.said]
    identity = {id(draft): _identity(draft.same or draft) for draft in spoken}
    spoken = [draft for draft in spoken if draft.same is None]
    kept = _merge(spoken, identity)
    _settle_parents(kept)
    entities = {identity[id(draft)]: _entity(draft, article_id, identity) for draft in kept}
    said = [
        (start, end, identity[id(d)], form, sentence) for d in kept for sentence, start, end, form in d.said
    ]
    mentions: list[tuple[Mention, Sentence]] = []
    seen: dict[tuple[int, int], int] = {}
    for start, end, own, form, sentence in sorted(said, key=itemgetter(0, 1, 2, 3)):
        # not of its entity: whom the words mean may turn out later in the text
        before = seen.get((start, end), 0)
        seen[start, end] = before + 1
        own_id, base = sentence.sentence_id, sentence.start
        name = ids.digest("m", own_id, start - base, end - base, before)
        mentions.append((Mention(name, own, own_id, start, end, sentence.cut(start, end), form), sentence))
    return Cast(
        list(entities.values()),
        [mention for mention, _ in mentions],
        {
            key: tuple([entities[own] for own in dict.fromkeys([identity[id(draft)] for draft in members])])
            for key, members in groups.items()
            if members and all(id(draft) in identity for draft in members)
        },
        _covered(mentions, entities),
        sectors,
    )


def _identity(draft: Draft) -> str:
    """The id of an entity: by kind, name and country, but of a person with a name whatever his country is."""
    named = draft.kind == "person" and any(form == "name" for *_, form in draft.said)
    return ids.digest("n", draft.kind, "" if named else draft.country or "", draft.name)


def _merge(drafts: list[Draft], identity: dict[int, str]) -> list[Draft]:
    """The drafts in text order; those that turned out to be the same, by name and country, are one."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        known = first.setdefault(identity[id(draft)], draft)
        if known is not draft:
            known.said += [said for said in draft.said if said not in known.said]
            known.country = known.country or draft.country
            known.role, known.sector = known.role or draft.role, known.sector or draft.sector
            known.parent = known.parent or draft.parent
    return sorted(first.values(), key=lambda d: (min(map(_PLACE, d.said)), d.kind, d.country or "", d.name))


def _settle_parents(drafts: list[Draft]) -> None:
    """Gives a part of a state its parent: the nearest body that the article speaks of, else the state."""
    by_noun = {(d.country, d.noun): d for d in drafts if d.noun and d.kind == "organisation"}
    states = {d.country: d for d in reversed(drafts) if d.kind == "country"}
    spoken = {id(d) for d in drafts}
    for draft in drafts:
        if draft.parent is not None and id(draft.parent) not in spoken:
            draft.parent = None
        if draft.parent is not None or draft.country is None or draft.kind in ("country", "place"):
            continue
        near = (by_noun.get((draft.country, noun)) for noun in draft.belongs)
        draft.parent = next((body for body in near if body and body is not draft), states.get(draft.country))


def _entity(draft: Draft, article_id: str, identity: dict[int, str]) -> Entity:
    said = sorted(draft.said, key=_PLACE)
    aliases = dict.fromkeys([s.cut(a, b) for s, a, b, form in said if form != "pronoun"])
    aliases.pop(draft.name, None)
    return Entity(
        entity_id=identity[id(draft)],
        article_id=article_id,
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        sector=draft.sector,
        role=draft.role,
        parent_id=identity[id(draft.parent)] if draft.parent is not None else None,
        aliases="; ".join(aliases) or None,
        mentions=len(said),
        start=said[0][1],
        end=said[0][2],
    )


def _covered(
    mentions: list[tuple[Mention, Sentence]], entities: dict[str, Entity]
) -> dict[tuple[int, int], Entity]:
    """Which entity each mentioned word speaks of."""
    found: dict[tuple[int, int], Entity] = {}
    wide_first = sorted(mentions, key=lambda m: (m[0].start or 0) - (m[0].end or 0))
    for mention, sentence in wide_first:
        start, end = mention.start or 0, mention.end or 0
        entity = entities[mention.entity_id or ""]
        words = sentence.words
        i = bisect_right(words, start, key=_END)
        while i < len(words) and words[i].start < end:
            found[sentence.position, i] = entity
            i += 1
    return found
