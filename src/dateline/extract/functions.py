"""Actors called by function: composed with a country or body, taken up again, or of a kind.

For the actor extractor. "Pakistani" and "military" make the Pakistani military; "the military" is it again;
"masked gunmen" are a group that belongs to nobody.
"""

from __future__ import annotations

from functools import cache

from dateline.extract import coreference, discourse, gazetteer, names, nouns
from dateline.extract.cast import Draft
from dateline.extract.discourse import Frame
from dateline.extract.nouns import bodies_inside
from dateline.extract.reader import (
    DEFINITE,
    FORMER,
    OF,
    PROPER,
    STATE,
    Reader,
    adjective,
    behind,
    body_start,
    form_of,
    goes_on,
    is_former,
    modifiers,
    sector_of,
    skip_inside,
    take_in,
    words_of,
)
from dateline.language.document import NounGroup, Word

#: Sectors whose bodies are somebody also where the text does not say which ("a human rights group said").
_ACTING = frozenset(["REB", "UAF", "NGO", "CRM", "OPP", "LAB"])

#: Sectors of people who act as a group of no name ("a firing squad", "a rescue team").
_GATHERED = frozenset(["MIL", "COP", "CVL", "REF", "HLH"])

#: Sectors whose bodies are mostly spoken of as places ("the hotel", "the hospital").
_BUILDINGS = frozenset(["BUS", "EDU", "HLH"])


def by_function(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A group whose head is an agent noun: "the Pakistani military", "its army", "gunmen"."""
    frame = reader.frame
    words = frame.sentence.words
    found = nouns.ending_at(words, first, group.head)
    if found is None:
        return ()
    begin, agent = found
    last = group.head
    if longer := goes_on(frame, group.head):
        last, agent = longer
        skip_inside(frame, group, last)
    holders = _holders(reader, owners, modifiers(reader, first, begin - 1), agent)
    if not holders and agent.noun not in words_of("relational"):
        holders = behind(reader, group, _owning(agent))
    if not _spread(reader, group, holders, agent, begin, last):
        holders = _sharing(reader, group, holders)
    if agent.noun in words_of("homelands") and owners:
        return _homeland(reader, owners[0], begin, last)
    if agent.instrument:
        return _instrument(reader, group, holders, first, begin)
    if not holders and (whose := _whose_government(reader, group, owners, agent)):
        if whose.country is None:
            return _under(reader, group, whose, agent, last)
        holders = [reader.registry.state(whose.country)]
    if holders:
        take_in(frame, first, last)
        return _compose(reader, group, first, begin, last, agent, holders)
    return _bare_function(reader, group, first, begin, last, agent)


def _owning(agent: nouns.Agent) -> frozenset[str]:
    """The prepositions behind which an actor's country or body stands."""
    if agent.noun.endswith(tuple(words_of("speaks_for"))):
        return frozenset({"of", "for", "at", "from", "in"})
    if agent.kind == "person" and agent.sector == "GOV" and agent.noun not in words_of("on_the_spot"):
        return frozenset({"of", "from"})
    abroad = agent.sector == "REF" or agent.noun.endswith(tuple(words_of("guests")))
    return OF - {"in", "at"} if abroad else OF


def _holders(
    reader: Reader, owners: tuple[Draft, ...], before: list[Draft], agent: nouns.Agent
) -> list[Draft]:
    """Whose the actor is: what modifies it first, then its owner; a person's government is his country's."""
    found = list(before)
    if agent.noun in words_of("relational"):
        return found
    for owner in owners:
        if owner.kind == "person" or (
            owner.noun and owner.kind == "organisation" and agent.kind == "organisation"
        ):
            if owner.country and agent.sector in STATE and agent.sector not in ("OPP", "PTY"):
                found.append(reader.registry.state(owner.country))
        elif owner.kind == "country" or (owner.kind != "place" and agent.kind == "person"):
            found.append(owner)
        elif owner.kind == "group" and agent.sector in ("MIL", "UAF", "REB"):
            found.append(owner)  # "their forces"
        elif owner.kind == "place" and owner.country:
            found.append(reader.registry.state(owner.country))  # "Tokyo's defence minister"
    return found


def _sharing(reader: Reader, group: NounGroup, holders: list[Draft]) -> list[Draft]:
    """Adds the country before the group: "*Iraqi* and Syrian officials", "*Chad*'s and Mali's leaders"."""
    frame = reader.frame
    words = frame.sentence.words
    at = group.first - 1
    if len(holders) != 1 or holders[0].kind != "country" or at < 1 or words[at].lower not in ("and", "or"):
        return holders
    owned = group.owner is not None and words[at - 1].tag == "POS"
    spot = frame.at.get(at - 2 if owned else at - 1)
    fits = spot is not None and spot.whole and spot.entry.kind in (("country",) if owned else ("adjective",))
    if spot is None or not fits or (other := reader.registry.entry(spot.entry)) is holders[0]:
        return holders
    if not owned:
        take_in(frame, spot.first, spot.last)
    return [other, *holders]


def _spread(
    reader: Reader, group: NounGroup, holders: list[Draft], agent: nouns.Agent, begin: int, last: int
) -> bool:
    """Reads the adjectives that are joined before a group as the same of others: "*American* and North
    Korean diplomats"; whether there are any."""
    frame = reader.frame
    if not holders or agent.instrument or any(holder.kind != "country" for holder in holders):
        return False
    lead = next((g for g in frame.sentence.groups if any(m is group for m in g.joined)), None)
    found = False
    for member in lead.members() if lead is not None else ():
        spot = frame.at.get(member.head)
        if member is group or spot is None or not spot.whole or spot.entry.kind != "adjective":
            continue
        if (spot.first, spot.last) != (member.first, member.last) or member.first > group.first:
            continue
        state = reader.registry.entry(spot.entry)
        if state.said and state.said[-1][1] == spot.start:
            state.said.pop()  # it has been read as the state
        draft = _part(reader, state, agent, begin, last, group.head)
        draft.say(frame.sentence, spot.start, spot.end, "description")
        frame.meant[id(member)] = (draft,)
        reader.groups[frame.sentence.position, member.first, member.head] = (draft,)
        found = True
    return found


def _whose_government(
    reader: Reader, group: NounGroup, owners: tuple[Draft, ...], agent: nouns.Agent
) -> Draft | None:
    """The person whose government it is ("*Mobutu*'s regime"); a name that only this shows to be one too."""
    if agent.kind != "organisation" or agent.noun not in words_of("governments"):
        return None
    for prep in group.preps:
        if prep.word == "of" and prep.first == group.last + 1:
            heads = reader.meaning(reader, prep.group)
            return heads[0] if len(heads) == 1 and heads[0].kind == "person" else None
    if group.owner is None:
        return None
    if owners:
        return owners[0] if owners[0].kind == "person" else None
    frame = reader.frame
    words = frame.sentence.words
    owner = group.owner
    if any(words[i].tag not in PROPER or i in frame.at for i in range(owner.first, owner.last + 1)):
        return None
    name = frame.sentence.cut(*frame.sentence.span(owner.first, owner.last))
    place = reader.is_place is not None and reader.is_place(name)
    if place or gazetteer.lookup(name) or nouns.may_end(words[owner.head]):
        return None
    person = reader.registry.person(name)
    person.say(frame.sentence, words[owner.first].start, words[owner.last].end, "name")
    return person


def _under(
    reader: Reader, group: NounGroup, person: Draft, agent: nouns.Agent, last: int
) -> tuple[Draft, ...]:
    """A government that goes by its head."""
    sentence = reader.frame.sentence
    name = f"{person.name.split()[-1]} {agent.noun}"
    draft = reader.registry.get("organisation", person.country, name, agent.sector)
    draft.noun = draft.noun or agent.noun
    draft.say(sentence, sentence.words[group.first].start, sentence.words[last].end, "description")
    return (reader.registry.note(draft),)


def _homeland(reader: Reader, owner: Draft, begin: int, last: int) -> tuple[Draft, ...]:
    """ "His country": the one that he is of."""
    if owner.kind == "country" or not owner.country:
        return ()
    state = reader.registry.state(owner.country)
    start, end = reader.frame.sentence.span(begin, last)
    state.say(reader.frame.sentence, start, end, "description")
    return (state,)


def _instrument(
    reader: Reader, group: NounGroup, holders: list[Draft], first: int, begin: int
) -> tuple[Draft, ...]:
    """Weapons and vehicles act for whoever they belong to, in the military's sector."""
    frame = reader.frame
    key = (frame.sentence.position, group.first, group.head)
    noun = frame.sentence.words[group.head].lemma
    if holders:
        for spot in frame.spots:
            if (
                first <= spot.first
                and spot.last < begin
                and id(spot) not in frame.used
                and spot.entry.country
            ):
                for draft in modifiers(reader, spot.first, spot.last):
                    draft.say(frame.sentence, spot.start, spot.end, form_of(spot))
                frame.used.add(id(spot))
        reader.registry.named[f"the {noun}"] = holders[0]
        reader.sectors[key] = "MIL"
        states = tuple(dict.fromkeys(d for d in holders if d.kind == "country"))
        return states if len(states) == len(holders) else (holders[0],)
    if frame.sentence.words[group.first].lower in DEFINITE and (
        known := reader.registry.named.get(f"the {noun}")
    ):
        reader.sectors[key] = "MIL"
        return (known,)
    return ()


def _compose(
    reader: Reader,
    group: NounGroup,
    first: int,
    begin: int,
    last: int,
    agent: nouns.Agent,
    holders: list[Draft],
) -> tuple[Draft, ...]:
    """Actors made of a country or body and an agent noun, one for each of several countries."""
    frame = reader.frame
    words = frame.sentence.words
    begin = _proper_start(reader, first, begin, last)
    several = [d for d in holders if d.kind == "country"]
    chosen = several if len(several) > 1 and holders == several else holders[:1]
    if len(holders) > 1 and holders[0].kind == "country" and holders[1].kind != "country":
        chosen = holders[1:2]  # "Iran's Revolutionary Guard commanders"
    start = min([s.first for s in frame.spots if s.whole and first <= s.first < begin], default=begin)
    if several and frame.at.get(start) and frame.at[start].entry.country != several[0].country:
        start = max([s.first for s in frame.spots if s.last < start], default=start)  # shared from before
    made = []
    for holder in dict.fromkeys(chosen):
        draft = _epithet(reader, group, agent, begin, last, holder) or _part(
            reader, holder, agent, begin, last, group.head
        )
        proper = words[begin].text[0].isupper() and agent.kind != "person"
        draft.say(frame.sentence, words[start].start, words[last].end, "name" if proper else "description")
        made.append(draft)
    return tuple(made)


def _epithet(
    reader: Reader, group: NounGroup, agent: nouns.Agent, begin: int, last: int, holder: Draft | None
) -> Draft | None:
    """The person just named of whom "the Spanish judge" tells for the first time what he is."""
    frame = reader.frame
    words = frame.sentence.words
    if agent.kind != "person" or nouns.is_plural(words[group.head], agent):
        return None
    owned = group.owner is not None and words[group.owner.head].tag in PROPER
    if (words[group.first].lower != "the" and not owned) or group.apposed is not None:
        return None
    if any(other.apposed is group for other in frame.sentence.groups) or _names_follows(frame, last):
        return None
    person = coreference.unplaced(reader.frames, reader.here, group, holder.country if holder else None)
    if person is None:
        return None
    body = holder if holder is not None and holder.kind in ("organisation", "group") else None
    former = is_former(words, group.first, begin)
    person.noun, person.belongs = agent.noun, bodies_inside(agent.noun)
    reader.registry.note(person)
    person.sector = FORMER if former else sector_of(agent, body)
    start = group.first + 1 if words[group.first].lower == "the" else group.first
    person.role = frame.sentence.cut(words[start].start, words[last].end)
    person.parent = body or person.parent
    if holder is not None:
        person.country = holder.country
    elif not former and _state_body(agent, plural=False):
        person.country = person.country or discourse.in_play(reader.frames, reader.here, group.first)
    return person


def _names_follows(frame: Frame, last: int) -> bool:
    """Whether a name is set behind a description ("the Spanish judge, Baltasar Garzón")."""
    words = frame.sentence.words
    after = next((w for w in words[last + 1 : last + 3] if w.text != ","), None)
    return after is not None and after.tag in PROPER and after.text[0].isupper()


def _proper_start(reader: Reader, first: int, begin: int, last: int) -> int:
    """Where a body's name begins behind the country: "the Nicaraguan *Democratic* Force" drops nothing."""
    frame = reader.frame
    words = frame.sentence.words
    proper = words[last].tag in PROPER and words[last].text[0].isupper()
    start = begin
    while start > first and start - 1 not in frame.at and words[start - 1].text[0].isupper():
        if not proper and words[start - 1].tag not in PROPER:
            break
        start -= 1
    return start


def _part(reader: Reader, holder: Draft, agent: nouns.Agent, begin: int, last: int, head: int) -> Draft:
    """The part of a country or body that an agent noun names, in its normal form ("Pakistani military")."""
    sentence = reader.frame.sentence
    words = sentence.words
    plural = nouns.is_plural(words[head], agent)
    noun = sentence.cut(words[begin].start, words[last].end)
    if begin == 0 and words[0].tag not in PROPER and 0 not in reader.frame.at:
        noun = noun[0].lower() + noun[1:]  # the capital is the sentence's
    if holder.kind == "country":
        name = f"{adjective(holder)} {noun}"
    else:
        before = reader.frame.at.get(begin - 1)
        name = f"{sentence.cut(before.start, before.end) if before else holder.name} {noun}"
    kind = "group" if plural and agent.kind == "person" else agent.kind
    body = holder if holder.kind in ("organisation", "group") else None
    sector = sector_of(agent, body)
    said = agent.sector == FORMER  # "the deposed king"
    if agent.kind == "person" and not said and sector in STATE and is_former(words, max(0, begin - 4), begin):
        sector, name = FORMER, f"former {name}" if not name.startswith("former") else name
    draft = reader.registry.get(kind, holder.country, name, sector)
    draft.noun = draft.noun or agent.noun
    draft.belongs = bodies_inside(agent.noun)
    if kind == "person" and agent.sector != "CVL":
        draft.role = draft.role or name
    if body is not None:
        draft.parent = body
    return reader.registry.note(draft)


def _bare_function(
    reader: Reader, group: NounGroup, first: int, begin: int, last: int, agent: nouns.Agent
) -> tuple[Draft, ...]:
    """An agent noun that says not whose: from the context, or a kind of people."""
    frame = reader.frame
    words = frame.sentence.words
    plural = nouns.is_plural(words[group.head], agent)
    definite = _definite(frame, group, begin, plural)
    named = any(words[i].tag in PROPER and i not in frame.at for i in range(first, begin))
    found = None
    if definite and not named:
        found = coreference.function(reader.frames, reader.here, group, agent, plural, reader.registry)
        found = found or _epithet(reader, group, agent, begin, last, None)
    if found:
        draft = found
    elif not plural and agent.sector in STATE and (place := _located(reader, group, agent.sector)):
        draft = _local_body(reader, group, agent, begin, place)
    elif definite and not named and not _anothers(words, group) and _state_body(agent, plural):
        state = discourse.in_play(reader.frames, reader.here, group.first)
        if state is None:
            draft = _generic(reader, first, begin, last, group, agent, plural)
        else:
            draft = _of_state(reader, group, state, agent, begin, last)
    elif _names_people(frame, group, agent, plural, definite):
        draft = _generic(reader, first, begin, last, group, agent, plural)
    else:
        return ()
    if draft is None:
        return ()
    whole = named or (draft.country is None and draft.kind == "group")
    start = words[_first_modifier(words, first, begin) if whole else begin].start
    proper = words[begin].text[0].isupper() and begin > 0 and draft.kind == "organisation"
    draft.say(frame.sentence, start, words[last].end, "name" if proper else "description")
    take_in(frame, first, last)
    return (draft,)


def _local_body(reader: Reader, group: NounGroup, agent: nouns.Agent, begin: int, state: str) -> Draft:
    """The body or office of a part of a state: "the government of Sindh province"."""
    sentence = reader.frame.sentence
    end = max(prep.group.last for prep in group.preps if prep.word in ("in", "of", "from"))
    name = sentence.cut(sentence.words[begin].start, sentence.words[end].end)
    if begin == 0 and sentence.words[0].tag not in PROPER:
        name = name[0].lower() + name[1:]
    draft = reader.registry.get(agent.kind, state, name, agent.sector)
    draft.noun = draft.noun or agent.noun
    if agent.kind == "person":
        draft.role = draft.role or name
    return reader.registry.note(draft)


def _of_state(
    reader: Reader, group: NounGroup, state: str, agent: nouns.Agent, begin: int, last: int
) -> Draft | None:
    """A state's body or office holder; not where its holder was met before and is not taken up."""
    holders = reader.registry.by_noun(agent.noun, "person") if agent.kind == "person" else []
    if any(d.country == state for d in holders):
        return None
    return _part(reader, reader.registry.state(state), agent, begin, last, group.head)


def _anothers(words: list[Word], group: NounGroup) -> bool:
    """Whether a named owner has it, of whatever country: "the settlers' government" is not the state's."""
    return group.owner is not None and words[group.owner.head].tag not in ("PRP", "PRP$")


def _state_body(agent: nouns.Agent, plural: bool) -> bool:
    """Whether every state has one, so that the country in play tells which is meant."""
    if not agent.refers or agent.kind == "group" or (plural and agent.noun not in words_of("many_as_one")):
        return False
    if agent.sector not in ("GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP"):
        return False
    if agent.noun in words_of("not_everywhere"):
        return False
    return agent.kind == "organisation" or (agent.kind == "person" and _heads_state(agent.noun))


@cache
def _heads_state(noun: str) -> bool:
    return noun.endswith(tuple(words_of("heads")))


def _definite(frame: Frame, group: NounGroup, begin: int, plural: bool) -> bool:
    """Whether a group points to somebody: "the army", "Parliament", "the public, government" too."""
    words = frame.sentence.words
    if words[group.first].lower in DEFINITE:
        return True
    for other in frame.sentence.groups:
        if any(member is group for member in other.joined):
            return words[other.first].lower in DEFINITE
    return not plural and words[begin].tag in PROPER and begin > 0 and words[begin].text[0].isupper()


def _names_people(frame: Frame, group: NounGroup, agent: nouns.Agent, plural: bool, definite: bool) -> bool:
    """Whether an agent noun without a country is somebody: "gunmen", "police", but not "a government"."""
    words = frame.sentence.words
    if plural:
        return True
    if not agent.refers:  # "a man" is somebody where something is done by or to him
        role = frame.role(group)
        done = role.subject_of or role.object_of
        done = done is not None and done.lemma not in words_of("copulas")
        return agent.kind == "person" and done and words[group.first].lower in ("a", "an", "one", "another")
    if agent.kind == "person":
        return group.first < group.head
    if agent.sector in _BUILDINGS:
        return False
    acting = agent.sector in _ACTING or (agent.kind == "group" and agent.sector in _GATHERED)
    if group.preps and agent.sector in _GATHERED and not definite:
        return False  # "a crowd of students" are students
    if not definite and acting and words[group.first].lower in ("a", "an", "one", "another"):
        role = frame.role(group)
        return role.subject_of is not None or role.object_of is not None or role.preposition == "by"
    return definite or words[group.head].lower in ("police", "people")


def _generic(
    reader: Reader, first: int, begin: int, last: int, group: NounGroup, agent: nouns.Agent, plural: bool
) -> Draft:
    """People of a kind that the text does not name further: "masked gunmen", "friendly countries"."""
    sentence = reader.frame.sentence
    words = sentence.words
    first = _first_modifier(words, first, begin)
    name = sentence.cut(words[first].start, words[last].end)
    if first == 0 and words[0].tag not in PROPER and 0 not in reader.frame.at:
        name = name[0].lower() + name[1:]
    kind = "group" if plural and agent.kind == "person" else agent.kind
    country = _of_people(reader, first, begin)
    if country is None and not _is_guest(words, first, begin, agent):
        country = _located(reader, group, agent.sector)
    sector = agent.sector
    if kind == "person" and sector in STATE and is_former(words, first, begin):
        sector = FORMER
    if agent.noun in words_of("chiefs") and _of_a_people(reader, first, begin):
        sector = FORMER  # leaders of a people, of no state
    draft = reader.registry.get(kind, country, name, sector)
    if first < begin and kind == "group":
        draft.noun = draft.noun or agent.noun  # "Islamist militants": "the militants" are they
        reader.registry.note(draft)
    return draft


def _is_guest(words: list[Word], first: int, begin: int, agent: nouns.Agent) -> bool:
    """Whether the place where somebody is does not tell of where he is ("Western diplomats in Kabul")."""
    if agent.noun.endswith((*words_of("abroad"), *words_of("guests"))):
        return True
    return any(word.lower in words_of("foreign") for word in words[first:begin])


def _of_a_people(reader: Reader, first: int, begin: int) -> bool:
    spots = (reader.frame.at.get(i) for i in range(first, begin))
    return any(
        spot is not None and spot.entry.kind == "people" and spot.entry.use != "region" for spot in spots
    )


def _of_people(reader: Reader, first: int, begin: int) -> str | None:
    """The state whose people a kind of people is of: "Yoruba leaders", "Chechen fighters"."""
    spots = (reader.frame.at.get(i) for i in range(first, begin))
    return next((s.entry.country for s in spots if s and s.entry.kind == "people" and s.entry.country), None)


def _first_modifier(words: list[Word], first: int, begin: int) -> int:
    """Where the words that belong to a kind of people begin; a verb read as its participle is left out."""
    for i in range(begin - 1, first - 1, -1):
        if words[i].tag not in ("JJ", "VBN", "NN", "NNP", "NNPS", "VBG"):
            return i + 1
        if words[i].tag == "VBN" and i + 1 < begin and words[i + 1].tag in ("NNP", "JJ", "CD"):
            return i + 1
    return first


def _located(reader: Reader, group: NounGroup, sector: str | None) -> str | None:
    """The country of the place that a group is said to be in, where only one has a place of that name."""
    words = reader.frame.sentence.words
    prepositions = ("from",) if sector == "REF" else ("in", "of", "from")  # refugees are abroad
    based = (
        prep
        for clause in reader.frame.sentence.clauses
        if clause.antecedent is group and clause.lemma in words_of("based")
        for prep in clause.preps
        if prep.word in ("in", "at", "near", "outside")
    )
    for prep in (*group.preps, *based):
        if prep.word not in prepositions and prep in group.preps:
            continue
        first, last = body_start(prep.group, words), prep.group.last
        while last > first and words[last].tag not in PROPER:
            last -= 1  # "of Sindh province"
        spot = reader.frame.at.get(last)
        if spot is not None and spot.whole and spot.entry.kind == "country" and prep not in group.preps:
            return spot.entry.country
        if words[last].tag in PROPER:
            text = reader.frame.sentence.cut(*reader.frame.sentence.span(first, last))
            found = {place.country for place in gazetteer.lookup(text)}
            return found.pop() if len(found) == 1 else None
    return None


def body_inside(reader: Reader, spot: names.Spot) -> bool:
    """Reads a body that modifies something else: "Israeli army bulldozers", "French police custody"."""
    frame = reader.frame
    words = frame.sentence.words
    if not spot.whole or spot.entry.kind not in ("country", "adjective") or not spot.entry.country:
        return False
    for last in range(min(spot.last + 3, len(words) - 2), spot.last, -1):
        if not words[last].tag.startswith("NN") or not words[last + 1].tag.startswith("NN"):
            continue
        found = nouns.ending_at(words, spot.last + 1, last)
        if found is not None and found[0] == spot.last + 1 and found[1].kind == "organisation":
            draft = _part(reader, reader.registry.entry(spot.entry), found[1], spot.last + 1, last, last)
            draft.say(frame.sentence, spot.start, words[last].end, "description")
            return True
    return False
