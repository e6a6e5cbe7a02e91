"""Where a frame's slots lie in a sentence, and which actors stand there.

A slot is a place in the syntax (``object``, ``object.owner``, ``with``, ``mod`` …; the codebook's
README lists them); a role is filled by the first slot that yields an actor. Nothing is guessed:
where no slot yields one, the role is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.codebook import derived, settings
from dateline.codebook.frames import Constraint, load
from dateline.extract.cast import Cast
from dateline.extract.stage import Stage
from dateline.language.document import Clause, NounGroup, Prep, Sentence
from dateline.records import Entity

_HOMES = frozenset({"in", "from", "of", "at", "throughout", "across", "near", "around"})
_REST = frozenset({"in", "at", "near", "outside", "around", "along"})
_SAME = {"from": ("out of", "away from"), "to": ("up to",)}  # prepositions of one kind
_REACH = 24  # phrases; what hangs on a noun farther away than that is no part of it any more
_DEPTH = 6  # nouns between a group and the actor that it belongs to


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role: the entity, and the group of words that names it there."""

    entity: Entity
    group: NounGroup
    text: str  # as worded, without the phrases behind it
    sector: str | None = None  # in which it acts there
    country: str | None = None  # its own, or that in which a group of people is said to be
    start: int | None = None  # where ``text`` stands in the article
    end: int | None = None
    slot: str = ""  # how the role was filled: the slot, with what led from its group to the actor


def chain(group: NounGroup) -> list[Prep]:
    """The phrases on ``group``, then those on the groups inside them ("withdrawal of men *from Iraq*")."""
    found = list(group.preps)
    for prep in found:  # grows while it is read
        if len(found) >= _REACH:
            break
        for member in prep.group.members():
            found.extend(member.preps)
    return found


def bearer(sentence: Sentence, group: NounGroup) -> NounGroup | None:
    """The noun that ``group`` hangs on as a phrase."""
    return next((g for g in sentence.groups if any(prep.group is group for prep in g.preps)), None)


def phrases_on(group: NounGroup) -> list[Prep]:
    """The phrases on a noun; those behind a list go with all of it ("arrests and killings *of rebels*")."""
    return chain(group) or [prep for member in group.joined[-1:] for prep in chain(member)]


@derived
def _transparent() -> frozenset[str]:
    return load().classes["@transparent"]


def contents(sentence: Sentence, group: NounGroup) -> list[NounGroup]:
    """What a noun that only measures is made of ("25,000 tons of *grain*", "scores of *refugees*")."""
    head = head_of(sentence, group)
    if head in _sharing():  # "for his *part in* atrocities"
        return [m for prep in group.preps if prep.word in ("in", "of") for m in prep.group.members()]
    if head not in _transparent() and sentence.words[group.head].tag != "CD":
        return []
    return [member for prep in group.preps if prep.word == "of" for member in prep.group.members()]


@derived
def _between_two() -> frozenset[str]:
    classes = load().classes
    return classes["@border"] | classes["@relations"]


@derived
def _sharing() -> frozenset[str]:
    return frozenset(settings("events")["sharing"].split())


def measured(sentence: Sentence, group: NounGroup | None) -> Iterator[NounGroup]:
    """The members of a group, each followed by what it is made of, if it only measures."""
    for member in group.members() if group is not None else ():
        yield member
        for inner in contents(sentence, member):
            yield inner
            yield from contents(sentence, inner)


def head_of(sentence: Sentence, group: NounGroup) -> str:
    """The lemma of the group's head."""
    return sentence.words[group.head].lemma


def modifiers(sentence: Sentence, group: NounGroup) -> list[str]:
    """The lemmas before the head, the possessor's aside."""
    first = group.owner.last + 1 if group.owner is not None and group.owner.last < group.head else group.first
    return [word.lemma for word in sentence.words[first : group.head]]


def fits(sentence: Sentence, group: NounGroup | None, constraint: Constraint, cast: Cast) -> bool:
    """Whether ``group`` (None: nothing stands there) is what the codebook asks for."""
    if constraint.kind == "any":
        return True
    if group is None:
        return constraint.kind == "none"
    if constraint.kind in ("none", "some"):
        return constraint.kind == "some"
    if not constraint.words.isdisjoint(_words_of(sentence, group, cast)):
        return True
    if not (constraint.place or constraint.actor):
        return False
    return any(_is_someone(sentence, member, constraint, cast) for member in measured(sentence, group))


def _words_of(sentence: Sentence, group: NounGroup, cast: Cast) -> frozenset[str]:
    """All by which ``Constraint.names`` knows a group, its list's members and what they measure."""
    known = cast.words_of if isinstance(cast, Stage) else {}
    if (found := known.get(group)) is not None:
        return found
    words: set[str] = set()
    for member in measured(sentence, group):
        before = modifiers(sentence, member)
        words.update(before)
        words.update(f"{a} {b}" for a, b in pairwise(before))
        after = of_heads(sentence, member)
        for head in _heads(sentence, member):
            words.add(head)
            words.update(f"{word} {head}" for word in before)
            words.update(f"{head} of {word}" for word in after)
    known[group] = frozenset(words)
    return known[group]


def of_heads(sentence: Sentence, group: NounGroup) -> list[str]:
    """The heads of the "of" phrases on a group ("suspension of *aid*")."""
    return [head_of(sentence, m) for prep in group.preps if prep.word == "of" for m in prep.group.members()]


def _is_someone(sentence: Sentence, group: NounGroup, constraint: Constraint, cast: Cast) -> bool:
    if constraint.place and any(e.kind in ("place", "country") for e in cast.members(sentence, group)):
        return True
    if not constraint.actor:
        return False
    is_name = sentence.words[group.head].tag in ("NNP", "NNPS")  # of somebody, even if nobody knows him
    return is_name or bool(parties(sentence, group, cast, strict=True))


def _heads(sentence: Sentence, group: NounGroup) -> tuple[str, ...]:
    """The lemma of the head; of a proper name also its last word as a common noun ("Defence *Forces*")."""
    word = sentence.words[group.head]
    if word.tag not in ("NNP", "NNPS"):
        return (word.lemma,)
    return word.lemma, word.lower, word.lower.removesuffix("s")


def parties(
    sentence: Sentence, group: NounGroup | None, cast: Cast, *, strict: bool = False, depth: int = 0
) -> list[Party]:
    """The actors that ``group`` names, one a list member.

    With ``strict`` only what a member itself is, or is a number or part of; otherwise a member that
    is no actor gives the one it belongs to ("the *Serb* positions", "the action of *a contractor*").
    """
    found: list[Party] = []
    if group is None or depth > _DEPTH:
        return found
    for member in group.members():
        if own := cast.members(sentence, member):
            start, end = sentence.span(member.first, member.last)
            text, sector = sentence.cut(start, end), cast.sector(sentence, member)
            found.extend(
                Party(
                    e, member, text, sector or e.sector,
                    e.country or _home(sentence, member, e, cast), start, end,
                )
                for e in own
            )  # fmt: skip
        elif inner := contents(sentence, member):
            for one in inner:
                found.extend(within("of", _alone(sentence, one, cast, strict, depth + 1)))
        elif not strict:
            found.extend(_behind(sentence, member, cast, depth + 1))
    return found


def _home(sentence: Sentence, group: NounGroup, entity: Entity, cast: Cast) -> str | None:
    """ "Students *in Indonesia*": the country where people are that have none of their own."""
    if entity.kind != "group":
        return None
    for word in sentence.words[group.first : group.head]:
        if word.lower.endswith("-based") and (named := cast.within(word.start, word.end)):
            return named[0].country  # "*Pakistan-based* militants"
    for prep in chain(group):
        if prep.word in _HOMES:
            for member in prep.group.members():
                for place in cast.members(sentence, member):
                    if place.kind in ("country", "place") and place.country:
                        return place.country
    return None


def _alone(sentence: Sentence, group: NounGroup, cast: Cast, strict: bool, depth: int) -> list[Party]:
    """The actors of one member of a list, without those joined to it."""
    own = NounGroup(group.first, group.last, group.head, group.owner, [], group.preps)
    return parties(sentence, own, cast, strict=strict, depth=depth)


def _behind(sentence: Sentence, group: NounGroup, cast: Cast, depth: int) -> list[Party]:
    if group.owner is not None and (own := parties(sentence, group.owner, cast, depth=depth)):
        return within("owner", own)
    if named := inside(sentence, group, cast):
        return within("mod", named)
    shared = ("with",) if head_of(sentence, group) in _between_two() else ()
    for name in ("by", "of", "between", *shared):
        for prep in group.preps:
            if prep.word == name:
                return within(name, parties(sentence, prep.group, cast, depth=depth))
    return []


def within(slot: str, found: list[Party]) -> list[Party]:
    """Notes by which slot the actors were found, before what led on from its group ("subject.mod")."""
    slots = [f"{slot}.{p.slot}" if p.slot else slot for p in found]
    return [
        Party(p.entity, p.group, p.text, p.sector, p.country, p.start, p.end, led)
        for p, led in zip(found, slots, strict=True)
    ]


def inside(sentence: Sentence, group: NounGroup, cast: Cast) -> list[Party]:
    """The actors named among the modifiers of ``group`` ("*US* strikes", "*Turkish* jets")."""
    first = group.owner.last + 1 if group.owner is not None and group.owner.last < group.head else group.first
    found: list[Party] = []
    own = cast.members(sentence, group)
    for i in range(first, group.head):
        for entity in _named_by(sentence, i, cast):
            if entity in own or any(party.entity is entity for party in found):
                continue
            last = i
            while last + 1 < group.head and cast.at(sentence, last + 1) is entity:
                last += 1
            start, end = sentence.span(i, last)
            name, text = NounGroup(i, last, last), sentence.cut(start, end)
            found.append(Party(entity, name, text, entity.sector, entity.country, start, end))
    return found


def _named_by(sentence: Sentence, i: int, cast: Cast) -> list[Entity]:
    """The entities in one word: one, or the two of a pair ("*US-Pakistan* relations")."""
    word = sentence.words[i]
    if "-" in word.text or "–" in word.text:
        pair = cast.within(word.start, word.end)
        if len(pair) > 1:
            return pair
    entity = cast.at(sentence, i)
    return [entity] if entity is not None else []


def slot(
    sentence: Sentence, clause: Clause, name: str, cast: Cast, patient: NounGroup | None = None
) -> list[Party]:
    """The actors in the slot ``name`` of a verb's clause; ``patient`` where it is not the plain object."""
    if name == "none":
        return []
    if name == "subject":
        return parties(sentence, agent(clause), cast)
    patient = patient or patient_of(clause)
    if name == "object":
        return parties(sentence, patient, cast, strict=True)
    if name == "indirect":
        return parties(sentence, clause.indirect, cast, strict=True)
    if name == "complement":
        return _complement(sentence, clause, cast)
    first, _, rest = name.partition(".")
    if first == "object" and rest:
        if rest not in ("owner", "mod"):
            return _behind_preposition(sentence, _phrases(patient, rest) if patient else [], rest, cast)
        return noun_slot(sentence, patient, rest, cast)
    return _behind_preposition(sentence, clause.preps, name, cast)


def _phrases(group: NounGroup, name: str) -> list[Prep]:
    """The phrases on a noun that may fill its slot ``name``; "of" reaches no farther than "of" does."""
    if name != "of":
        return phrases_on(group)
    found = [
        prep for prep in (group.preps or [p for m in group.joined[-1:] for p in m.preps]) if prep.word == "of"
    ]
    for prep in found:  # grows while it is read
        if len(found) >= _REACH:
            break
        found.extend(inner for member in prep.group.members() for inner in member.preps if inner.word == "of")
    return found


def _behind_preposition(sentence: Sentence, phrases: list[Prep], name: str, cast: Cast) -> list[Party]:
    """The actors behind the preposition ``name``; what talks are *on* is their topic and nobody's harm."""
    for prep in phrases:
        if not leads(prep, name) or (name in ("on", "about", "over") and _is_topic(sentence, prep)):
            continue
        if found := parties(sentence, prep.group, cast):
            return found
    return []


def leads(prep: Prep, name: str) -> bool:
    """Whether it is the preposition ``name``, which "from" also is in "out of" and "away from"."""
    return prep.word == name or prep.word in _SAME.get(name, ())


def _is_topic(sentence: Sentence, phrase: Prep) -> bool:
    """Whether the phrase says what a meeting or a statement is about ("a conference *on Syria*")."""
    above = bearer(sentence, phrase.group)
    return above is not None and head_of(sentence, above) in _with_topic()


@derived
def _with_topic() -> frozenset[str]:
    classes = load().classes
    return classes["@meeting"] | classes["@statement"]


def noun_slot(sentence: Sentence, group: NounGroup | None, name: str, cast: Cast) -> list[Party]:
    """The actors in the slot ``name`` of a noun: its owner, a modifier, or a phrase on it."""
    if group is None or name == "none":
        return []
    if name == "owner":
        return parties(sentence, group.owner, cast)
    if name == "mod":
        return inside(sentence, group, cast)
    return but_places(name, _behind_preposition(sentence, _phrases(group, name), name, cast))


def but_places(preposition: str, found: list[Party]) -> list[Party]:
    """Without the towns *in* which a noun's event happened: they are its place, and nobody's harm."""
    return [p for p in found if preposition not in _REST or p.entity.kind != "place"]


def _complement(sentence: Sentence, clause: Clause, cast: Cast) -> list[Party]:
    for child in clause.children:
        if child.relation in ("to", "that") and child.subject is not clause.subject:
            return parties(sentence, child.subject, cast)
    return []


@cache
def _reflexive() -> frozenset[str]:
    return frozenset(settings("events")["reflexive"].split())


def agent(clause: Clause) -> NounGroup | None:
    """Who does it: the subject of the active, the "by" phrase of the passive."""
    if not clause.passive:
        return clause.subject
    by = next((prep.group for prep in clause.preps if prep.word == "by"), None)
    return by or (clause.subject if clause.lemma in _reflexive() else None)


def agent_slot(clause: Clause) -> str:
    """Where :func:`agent` stands: "subject", "by", or whose subject or object it is as well."""
    doer = clause.subject
    if clause.passive and agent(clause) is not doer:
        return "by"
    parent = clause.parent
    if doer is not None and doer is clause.antecedent and clause.relation in ("relative", "reduced"):
        return "antecedent"
    if doer is not None and parent is not None:
        if doer is parent.subject:
            return f"subject of {parent.lemma}"
        if doer is parent.object or doer is parent.indirect:
            return f"object of {parent.lemma}"
    return "antecedent" if doer is not None and doer is clause.antecedent else "subject"


def patient_of(clause: Clause) -> NounGroup | None:
    """To whom or what it is done: the object of the active, the subject of the passive."""
    if clause.passive and clause.object is None and clause.lemma not in _reflexive():
        return clause.subject
    return clause.object
