"""Noun groups whose head is a form of the codebook: countries, capitals, bodies, peoples.

For the actor extractor. A capital or a building is its government only where the sentence makes it act.
"""

from __future__ import annotations

import re

from dateline.codebook import settings
from dateline.extract import gazetteer, names
from dateline.extract.cast import Draft
from dateline.extract.discourse import Frame
from dateline.extract.reader import (
    PROPER,
    Reader,
    adjective,
    behind,
    form_of,
    modifiers,
    skip_inside,
    take_in,
    words_of,
)
from dateline.language.document import NounGroup, Word

_YEAR = re.compile(r"(?:19|20)\d\d")


def known_name(reader: Reader, group: NounGroup, first: int, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A group whose head is a form of the codebook: "the US Congress", "Moscow", "two Iraqis"."""
    frame = reader.frame
    words = frame.sentence.words
    spot = frame.at.get(group.head)
    if spot is None or not spot.whole or spot.entry.kind == "title" or spot.first < group.first:
        return _introduced(reader, group, first)
    if spot.first > first and goes_before_surname(frame, words[spot.first - 1], spot):
        take_in(frame, spot.first, spot.last)
        return ()
    draft = _spot_meaning(reader, group, spot)
    if (
        draft is not None
        and spot.first > first
        and words[spot.first - 1].lower == "ethnic"
        and draft.kind == "country"
    ):
        # ethnic Albanians are hardly ever of Albania
        draft = reader.registry.get(
            "group", _living_in(reader, group, {"in", "of"}), f"ethnic {words[spot.last].text}", "CVL"
        )
    elif draft is not None and spot.entry.kind == "demonym":
        home = _living_in(reader, group, {"of"})
        if home is not None and home != draft.country:
            name = f"{words[spot.last].text} of {names.index().countries[home]}"
            draft = reader.registry.get("group", home, name, "CVL")
    if draft is None:
        return ()
    if spot.last > group.head:
        skip_inside(frame, group, spot.last)
    before = modifiers(reader, first, spot.first - 1)
    if draft.kind == "organisation" and (draft.country or spot.entry.use == "open"):
        others = [d for d in (*before, *owners) if d.kind == "country" and d.country != draft.country]
        if others:
            return _compose_name(reader, others[0], spot)
    take_in(frame, first, spot.last)
    draft.say(frame.sentence, spot.start, spot.end, form_of(spot))
    if draft.kind == "country":
        key = (frame.sentence.position, group.first, group.head)
        if spot.entry.kind in ("capital", "metonym"):
            reader.sectors[key] = "GOV"
        elif spot.entry.kind == "demonym" and _are_people(frame, group, spot):
            reader.sectors[key] = "CVL"
    return (draft,)


def _are_people(frame: Frame, group: NounGroup, spot: names.Spot) -> bool:
    """Whether a demonym means some people, not the state: "168 Liberians", "young Algerians"."""
    words = frame.sentence.words
    plain = words[group.first].lower in ("the", "these", "those") and group.first + 1 == spot.first
    return not plain


def _introduced(reader: Reader, group: NounGroup, first: int) -> tuple[Draft, ...]:
    """A name or acronym that the article itself has introduced."""
    sentence = reader.frame.sentence
    text = sentence.cut(*sentence.span(first, group.head))
    draft = reader.registry.named.get(text)
    if draft is None:
        return ()
    start, end = sentence.span(first, group.head)
    draft.say(sentence, start, end, "acronym" if text.isupper() else "name")
    take_in(reader.frame, first, group.head)
    return (draft,)


def goes_before_surname(frame: Frame, before: Word, spot: names.Spot) -> bool:
    """Whether the word before a place's name makes it a surname ("Mr Kashmiri", "Michael Jordan")."""
    if spot.entry.kind not in ("country", "capital", "area") or spot.first != spot.last:
        return False
    other = frame.at.get(before.i)
    if other is not None:
        return other.entry.kind == "title" and other.entry.use in ("prefix", "both")
    return (
        before.tag in PROPER
        and before.text not in words_of("before_places")
        and before.text.isalpha()
        and len(before.text) > 2
    )


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
            return (
                registry.state(entry.country)
                if entry.country and entry.sector is None
                else registry.entry(entry)
            )
        return None
    if entry.kind == "people":
        word = reader.frame.sentence.words[spot.last]
        if word.tag not in ("NNPS", "NNS") and not word.text.endswith("s"):
            return None
        states = [d for d in modifiers(reader, group.first, spot.first - 1) if d.kind == "country"]
        name = reader.frame.sentence.cut(spot.start, spot.end)
        if states:
            return registry.get("group", states[0].country, f"{adjective(states[0])} {name}", "CVL")
        home = entry.country or _living_in(reader, group, {"in", "of"})
        return registry.get("group", home, name, "CVL")
    if entry.kind == "area" and entry.sort == "place":
        return registry.get("place", entry.country, entry.name)
    if entry.kind == "area" and not _with_article(reader, group):
        return None
    return registry.entry(entry)


def _living_in(reader: Reader, group: NounGroup, prepositions: set[str]) -> str | None:
    """The country that a people is said to live in ("ethnic Turks in Bulgaria", "the Kurds of Iran")."""
    found = {draft.country for draft in behind(reader, group, prepositions) if draft.country}
    return found.pop() if len(found) == 1 else None


def _with_article(reader: Reader, group: NounGroup) -> bool:
    return reader.frame.sentence.words[group.first].lower == "the" or group.head > group.first


def _acts_for_government(reader: Reader, group: NounGroup) -> bool:
    """Whether a capital or a building is made to act, is spoken to, or has dealings."""
    role = reader.frame.role(group)
    words = reader.frame.sentence.words
    clause = role.subject_of
    if clause is not None and not clause.passive:
        at = clause.predicate
        felt = at is not None and words[at].lower in words_of("moods")
        if felt or clause.lemma not in words_of("towns"):
            return True
        if clause.lemma == "have" and clause.object is None:
            return True  # "Moscow will have to help"
    if clause is not None and clause.passive and words[clause.verb].lower in words_of("moods"):
        return True  # "Oslo is prepared"
    if role.owns is not None and words[role.owns.head].lemma in words_of("granted"):
        return True  # "Hanoi's threats"
    if role.object_of is not None and role.object_of.lemma in words_of("addressing"):
        return True
    if (
        role.subject_of is not None
        and role.subject_of.passive
        and role.subject_of.lemma in words_of("addressing")
    ):
        return True
    if role.preposition == "by":
        return True
    if role.preposition == "of" and role.governor in words_of("granted"):
        return True
    if clause is not None and not clause.passive and clause.lemma != "be" and _partnered(reader, group):
        return True
    return role.preposition in settings("actors")["toward"] and role.governor in words_of("dealings")


def _partnered(reader: Reader, group: NounGroup) -> bool:
    """Whether another country's capital is joined to this one ("Dublin and London have to agree")."""
    frame = reader.frame
    own = frame.at.get(group.head)
    for other in frame.sentence.groups:
        members = other.members()
        if len(members) == 2 and any(member is group for member in members):
            spots = [frame.at.get(member.head) for member in members]
            return all(
                spot is not None and spot.entry.kind in ("capital", "country") for spot in spots
            ) and any(spot and own and spot.entry.country != own.entry.country for spot in spots)
    return False


def _compose_name(reader: Reader, state: Draft, spot: names.Spot) -> tuple[Draft, ...]:
    """A body of the codebook that is another country's here: "the Peruvian Congress"."""
    frame = reader.frame
    text = frame.sentence.cut(spot.start, spot.end)
    draft = reader.registry.get(
        spot.entry.sort, state.country, f"{adjective(state)} {text}", spot.entry.sector
    )
    start = min([s.start for s in frame.spots if s.last == spot.first - 1] or [spot.start])
    draft.say(frame.sentence, start, spot.end, "name")
    take_in(frame, spot.first - 1, spot.last)
    return (draft,)


def settle_capitals(frames: list[Frame]) -> None:
    """A town that was several states' capital is that of the one which the article names."""
    capitals = names.index().capitals_of
    named = {
        s.entry.name for f in frames for s in f.spots if s.entry.kind in ("country", "adjective", "demonym")
    }
    codes: set[str | None] = {
        s.entry.country
        for f in frames
        for s in f.spots
        if s.entry.country and s.entry.kind in ("country", "adjective", "demonym")
    }
    for frame in frames:
        for spot in frame.spots:
            if spot.entry.kind != "capital":
                continue
            if len(states := capitals[spot.entry.name]) == 1:
                _settle_namesake(frame, spot, codes)
                continue
            fitting = [entry for entry in states if entry.parent in named] or _of_its_time(frames, states)
            if fitting and fitting[0] is not spot.entry:
                old, spot.entry = spot.entry, fitting[0]
                frame.weights = [
                    (
                        at,
                        spot.entry.country or code if at == spot.first and code == old.country else code,
                        weight,
                    )
                    for at, code, weight in frame.weights
                ]


def _of_its_time(frames: list[Frame], states: tuple[names.Entry, ...]) -> list[names.Entry]:
    """The state that had a capital in the years that an article tells of: Moscow was the Soviet Union's."""
    years = [
        int(word.text) for frame in frames for word in frame.sentence.words if _YEAR.fullmatch(word.text)
    ]
    ended = settings("actors")["ended"]
    return [e for e in states if years and e.country in ended and max(years) <= ended[e.country]]


def _settle_namesake(frame: Frame, spot: names.Spot, codes: set[str | None]) -> None:
    """A town that goes by a capital's name, where only its own country is spoken of (Tripoli in Lebanon)."""
    entry = spot.entry
    if entry.country in codes:
        return
    namesakes = {place.country for place in gazetteer.lookup(entry.name)} & codes
    if len(namesakes) == 1:
        spot.entry = names.Entry("area", entry.name, namesakes.pop(), sort="place")
        frame.weights = [item for item in frame.weights if item[:2] != (spot.first, entry.country)]
