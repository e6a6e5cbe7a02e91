"""Who is named in an article, and every place where they are spoken of.

For the extractors behind it, and for the tables ``entities`` and ``mentions``. Names come from the
codebook; what is called by function is composed ("Pakistani" + "military"); persons are known by title,
description or what they do, never by a list; what is left to the context is resolved where the context
is clear, and left open where it is not.
"""

from __future__ import annotations

from operator import attrgetter

from dateline.codebook import settings
from dateline.extract import coreference, discourse, nouns, pairs, quoted
from dateline.extract.cast import Cast, Draft, build
from dateline.extract.functions import body_inside, by_function
from dateline.extract.known import known_name, settle_capitals
from dateline.extract.persons import (
    by_title,
    description_behind,
    end_of,
    evidence,
    hold_office,
    is_describing,
    name_behind,
    person_across,
    read_byline,
)
from dateline.extract.reader import (
    PROPER,
    STATE,
    IsPlace,
    Reader,
    behind,
    body_start,
    form_of,
    home_of,
    modifiers,
    skip_inside,
    take_in,
    words_of,
)
from dateline.language.document import Doc, NounGroup, Word

__all__ = ["Cast", "extract"]

_IN_ORDER = attrgetter("first", "last")


def extract(doc: Doc, article_id: str, is_place: IsPlace | None = None) -> Cast:
    """The cast of an article; ``is_place`` says whether a name that no list has is a known place's."""
    frames = discourse.frames_of(doc.sentences)
    settle_capitals(frames)
    discourse.settle_homonyms(frames)
    reader = Reader(frames, is_place, meaning, evidence(frames, is_place), discourse.dateline(frames))
    read_byline(reader, doc)
    for reader.here, reader.frame in enumerate(frames):
        for group in sorted(reader.frame.sentence.groups, key=_IN_ORDER):
            meaning(reader, group)
        _loose_names(reader)
    return build(article_id, reader.registry.drafts.values(), reader.groups, reader.sectors)


def meaning(reader: Reader, group: NounGroup) -> tuple[Draft, ...]:
    """Whom the group speaks of; each group is read once."""
    frame = reader.frame
    meant = frame.meant
    if (known := meant.get(id(group))) is not None:
        return known
    meant[id(group)] = ()
    owners = meaning(reader, group.owner) if group.owner is not None else ()
    found = _read(reader, group, owners)
    meant[id(group)] = found
    beside = group.apposed
    if beside is None and len(found) == 1 and found[0].kind == "person":
        beside = _name_beside(reader, group) or _described_behind(reader, group, found[0])
    if beside is not None:
        found = _apposed(reader, group, beside, found)
    if found:
        meant[id(group)] = found
        reader.groups[frame.sentence.position, group.first, group.head] = found
        _remember(reader, group, found)
    return found


def _remember(reader: Reader, group: NounGroup, found: tuple[Draft, ...]) -> None:
    """Adds what the context told to what is in mind; what a codebook form told is there already."""
    frame = reader.frame
    of_states = [(draft, draft.country) for draft in found if draft.country]
    if not of_states:
        return
    weight = frame.role(group).weight
    told = [frame.at[at].entry.country for at in range(group.first, group.last + 1) if at in frame.at]
    if not any(told):
        for _, country in of_states:
            frame.bring(group.first, country, weight)
    for draft, country in of_states:
        if (
            draft.kind in ("organisation", "person")
            and draft.sector in STATE
            and draft.noun not in words_of("missions")
            and draft.noun not in words_of("abroad")
        ):
            frame.homes.append((group.first, country, weight))


def _read(reader: Reader, group: NounGroup, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    frame = reader.frame
    words = frame.sentence.words
    head = words[group.head]
    if head.tag in ("PRP", "PRP$"):
        return coreference.pronoun(reader.frames, reader.here, group) or quoted.side(reader, group)
    if two := pairs.pair(reader.frames, reader.here, group, reader.registry):
        return two
    if head.tag not in PROPER and group.head not in frame.at and not nouns.may_end(head):
        return _taken_up(reader, group)  # most groups are things
    first = body_start(group, words)
    return (
        known_name(reader, group, first, owners)
        or person_across(reader, group, first, owners)
        or by_title(reader, group, first, owners)
        or _taken_up(reader, group)
        or by_function(reader, group, first, owners)
        or _unknown_name(reader, group, first)
        or _short_form(reader, group, first)
    )


def _taken_up(reader: Reader, group: NounGroup) -> tuple[Draft, ...]:
    draft = coreference.taken_up(reader.frames, reader.here, group, reader.registry)
    if draft is None:
        return ()
    sentence = reader.frame.sentence
    draft.say(sentence, sentence.words[group.head].start, sentence.words[group.head].end, "description")
    return (draft,)


def _short_form(reader: Reader, group: NounGroup, first: int) -> tuple[Draft, ...]:
    draft = coreference.short_form(reader.frame, group, first, reader.registry)
    if draft is None:
        return ()
    sentence = reader.frame.sentence
    draft.say(sentence, sentence.words[group.head].start, sentence.words[group.head].end, "name")
    take_in(reader.frame, group.head, group.head)
    return (draft,)


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
    if sector is not None and (last := _name_goes_on(reader, group)) is not None:
        return _long_name(reader, group, start, last, sector)
    if sector is None or start == group.head:
        return ()
    draft = _body_named(reader, group, start, name, sector)
    if any(
        i in frame.at and frame.at[i].whole and frame.at[i].first < start for i in range(start, group.head)
    ):
        return ()
    take_in(frame, start, group.head)
    draft.say(sentence, words[start].start, words[group.head].end, "name")
    return (draft,)


def _name_goes_on(reader: Reader, group: NounGroup) -> int | None:
    """Where the name of a body ends that goes on with "of" or "for" ("Association of African Jurists")."""
    words = reader.frame.sentence.words
    last, current = None, group
    for _ in range(3):
        following = next(
            (p for p in current.preps if p.word in ("of", "for") and p.first == current.last + 1), None
        )
        if following is None or words[following.group.head].tag not in PROPER or following.group.joined:
            break
        if not words[following.group.head].text[0].isupper() or following.group.head in reader.frame.at:
            break
        current, last = following.group, following.group.last
    return last


def _long_name(reader: Reader, group: NounGroup, start: int, last: int, sector: str) -> tuple[Draft, ...]:
    sentence = reader.frame.sentence
    words = sentence.words
    name = sentence.cut(words[start].start, words[last].end)
    states = [d for d in modifiers(reader, start, last) if d.country]
    draft = reader.registry.get("organisation", states[0].country if len(states) == 1 else None, name, sector)
    reader.registry.named.setdefault(name, draft)
    draft.say(sentence, words[start].start, words[last].end, "name")
    skip_inside(reader.frame, group, last)
    take_in(reader.frame, start, last)
    return (draft,)


def _run_start(words: list[Word], first: int, head: int) -> int | None:
    """Where the run of capitalised words that ends at the head begins, if it is a run of names."""
    if words[head].tag not in PROPER:
        return None
    start = head
    while (
        start > first and words[start - 1].text[0].isupper() and words[start - 1].tag in (*PROPER, "JJ", "NN")
    ):
        start -= 1
    return start


def _body_named(reader: Reader, group: NounGroup, start: int, name: str, sector: str) -> Draft:
    """A body by its proper name; its country is the one in the name, before it or behind it."""
    states = [d for d in modifiers(reader, start, group.head) if d.country]
    states += [d for d in behind(reader, group, {"of"}) if d.country]
    draft = reader.registry.get("organisation", states[0].country if states else None, name, sector)
    reader.registry.named.setdefault(name, draft)
    return draft


def _name_beside(reader: Reader, group: NounGroup) -> NounGroup | None:
    """The name that a person's description stands beside without being set so by the commas alone."""
    if not is_describing(reader.frame, group):
        return None
    other = name_behind(reader.frame, group)
    if other is None:
        return None
    name = reader.frame.sentence.cut(*reader.frame.sentence.span(other.first, other.last))
    return None if reader.is_place is not None and reader.is_place(name) else other


def _described_behind(reader: Reader, group: NounGroup, person: Draft) -> NounGroup | None:
    """The description behind a name in a list: "…, and Dhlakama, the rebel leader, signed"."""
    if not person.said or person.said[-1][3] != "name":
        return None
    return description_behind(reader.frame, group)


def _apposed(
    reader: Reader, group: NounGroup, other: NounGroup, found: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """Joins a group with the one beside it: a description with its name, a name with its acronym."""
    frame = reader.frame
    words = frame.sentence.words
    if _is_acronym(words, other) and found:
        found = _better_known(reader, other, found)
        frame.meant[id(other)] = found
        start, end = frame.sentence.span(other.first, other.last)
        found[0].say(frame.sentence, start, end, "acronym")
        reader.registry.named.setdefault(words[other.head].text, found[0])
        take_in(frame, other.first, other.last)
        return found
    name = _bare_person(reader, other)
    if name is not None:
        return _described_person(reader, group, other, found, name)
    if len(found) == 1 and found[0].kind == "person":
        return _describe_after(reader, other, found[0])
    return found


def _better_known(reader: Reader, acronym: NounGroup, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """ "The UN refugee agency (UNHCR)": a description of what the codebook knows by its acronym."""
    spot = reader.frame.at.get(acronym.head)
    if spot is None or spot.entry.kind != "organisation" or not found[0].noun or not found[0].said:
        return found
    known = reader.registry.entry(spot.entry)
    known.say(*found[0].said.pop()[:3], "description")
    return (known,)


def _is_acronym(words: list[Word], group: NounGroup) -> bool:
    text = words[group.head].text
    bracketed = group.first > 0 and words[group.first - 1].tag == "-LRB-"
    return bracketed and group.first == group.last and text.isalnum() and sum(c.isupper() for c in text) >= 2


def _bare_person(reader: Reader, group: NounGroup) -> Draft | None:
    """The person whose name the group is."""
    meant = meaning(reader, group)
    return (
        meant[0] if len(meant) == 1 and meant[0].kind == "person" and meant[0].said[-1][3] == "name" else None
    )


def _described_person(
    reader: Reader, group: NounGroup, other: NounGroup, found: tuple[Draft, ...], person: Draft
) -> tuple[Draft, ...]:
    """ "A KGB officer, Oleg Penkov": what the description says is the person's."""
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
    reader.registry.note(person)
    person.sector = described.sector or person.sector
    person.country = described.country or person.country
    person.parent = described.parent or person.parent
    person.belongs = described.belongs or person.belongs


def _describe_after(reader: Reader, other: NounGroup, person: Draft) -> tuple[Draft, ...]:
    """ "Gen. Vo Nguyen Giap, head of the army": an office set behind a name."""
    frame = reader.frame
    words = frame.sentence.words
    first = body_start(other, words)
    agent = nouns.ending_at(words, first, other.head)
    if agent is None or agent[1].kind != "person" or words[other.head].tag in ("NNS", "NNPS"):
        return (person,)
    for draft in frame.meant.get(id(other), ()):
        if draft.kind == "person" and draft is not person and draft.said:
            draft.said.pop()
    owners = meaning(reader, other.owner) if other.owner is not None else ()
    holders = [
        *owners,
        *modifiers(reader, first, agent[0] - 1),
        *behind(reader, other, {"of", "for", "at"}),
    ]
    owned = any(p.word in ("of", "for") and p.first > other.head for p in other.preps)
    last = end_of(frame, other) if owned else other.last
    for spot in frame.spots:
        if first <= spot.first <= other.head:
            frame.used.add(id(spot))
    start = words[other.owner.first if other.owner is not None else first].start
    role = frame.sentence.cut(start, words[last].end)
    person.role = None
    hold_office(reader, person, agent[1], holders, role)
    definite = words[other.first].lower == "the" and agent[1].sector in ("GOV", "MIL")
    definite = definite and (agent[1].refers or agent[1].noun in settings("actors")["only"])
    if person.country is None and definite and person.sector == agent[1].sector and not holders:
        person.country = home_of(reader, other, agent[1])
    person.say(frame.sentence, words[first].start, words[last].end, "description")
    frame.meant[id(other)] = (person,)
    return (person,)


def _loose_names(reader: Reader) -> None:
    """Mentions of codebook names that stand in no longer name: "US pressure", "a Nairobi court"."""
    frame = reader.frame
    sentence = frame.sentence
    for spot in frame.spots:
        if (
            id(spot) in frame.used
            or spot.entry.kind in ("title", "metonym", "people")
            or body_inside(reader, spot)
        ):
            continue
        if spot.entry.kind == "area":
            if spot.entry.sort == "group":
                continue
            draft = reader.registry.get("place", spot.entry.country, spot.entry.name)
        elif spot.entry.kind == "capital":
            draft = reader.registry.get("place", spot.entry.country, spot.entry.name)
        else:
            draft = reader.registry.entry(spot.entry)
        draft.say(sentence, spot.start, spot.end, form_of(spot))
