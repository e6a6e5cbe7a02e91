"""Frames found in a sentence: which verb or noun reports which kind of event.

One frame, one match. A verb whose frame needs its object takes the object's own reading along
("impose restrictions"); a light verb gives its subject and object to the noun under it ("hold
talks"); what a verb of asking, promising, refusing or ending governs composes with it to one code
and stays a match of its own where it is an act of its own ("asked A *to withdraw*").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.codebook import settings
from dateline.codebook.frames import Constraint, Frames, NounFrame, VerbFrame
from dateline.extract.cast import Cast
from dateline.extract.roles import (
    agent,
    chain,
    fits,
    head_of,
    inside,
    modifiers,
    noun_slot,
    of_heads,
    patient_of,
)
from dateline.language.document import Clause, NounGroup, Sentence

_OF_ENDING = frozenset({"in", "of", "to", "on"})


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the codebook chapter ``events.toml``."""
    return frozenset(settings("events")[name].split())


@dataclass(slots=True)
class Match:
    """A frame that fired. ``clause`` is the verb's, or that in which the noun stands."""

    sentence: Sentence
    frame: VerbFrame | NounFrame
    clause: Clause | None
    group: NounGroup | None  # the noun, or the noun under the light verb
    patient: NounGroup | None  # the verb's object, or the object of its fixed preposition ("call for …")
    first: int  # trigger words
    last: int
    event_type: str
    event_mode: str | None
    cameo: str
    effect: str = ""  # what it makes of the matches inside it
    light: str = ""  # the status that a light verb gives
    outer: Match | None = None
    inner: list[Match] = field(default_factory=list)
    results: list[Clause] = field(
        default_factory=list
    )  # "…, killing six": clauses that only say what came of it
    instrument: NounGroup | None = None  # the noun event that did it ("the strikes killed …")

    @property
    def is_noun(self) -> bool:
        return isinstance(self.frame, NounFrame)


def find(sentence: Sentence, cast: Cast, frames: Frames) -> list[Match]:
    """The matches of a sentence, in the order of their triggers."""
    finder = _Finder(sentence, cast, frames)
    return finder.run()


class _Finder:
    def __init__(self, sentence: Sentence, cast: Cast, frames: Frames) -> None:
        self.sentence, self.cast, self.frames = sentence, cast, frames
        self.used: set[int] = set()  # heads of noun groups that a match has taken
        self.by_clause: dict[int, Match] = {}
        self.found: list[Match] = []

    def run(self) -> list[Match]:
        for clause in self.sentence.clauses:
            self.read_clause(clause)
        self.read_nouns()
        for match in list(self.found):
            self.nest(match)
        self.found = [one for match in self.found for one in self.itemised(match)]
        for match in self.found:
            self.commit(match)
        self.found = [match for match in self.found if not _is_contained(match)]
        self.results()
        kept = [match for match in self.found if match.event_type]
        return sorted(kept, key=lambda match: (match.first, match.last))

    # -- verbs ---------------------------------------------------------------------------------

    def read_clause(self, clause: Clause) -> None:
        frame = self.verb_frame(clause)
        light = self.light(clause) if frame is None or (frame.weight == 0 and not frame.event_type) else None
        if frame is not None and light is None:
            match = self.from_verb(clause, frame)
        elif light is not None:
            match = light
        else:
            return
        self.found.append(match)
        self.by_clause[id(clause)] = match

    def verb_frame(self, clause: Clause) -> VerbFrame | None:
        for frame in self.frames.verbs.get(clause.lemma, ()):
            if self.holds(clause, frame):
                return frame
        return None

    def patient(self, clause: Clause, particle: str | None) -> NounGroup | None:
        """What the verb is done to: its object, or the one behind the preposition that belongs to it."""
        if particle is not None and clause.particle != particle:
            for prep in clause.preps:
                if prep.word == particle and prep.first > clause.verb:
                    return prep.group
        patient, parent = patient_of(clause), clause.parent
        if (
            patient is None
            and clause.relation == "to"
            and parent is not None
            and parent.relation == "relative"
        ):
            return parent.object if parent.object is parent.antecedent else None
        return patient

    def holds(self, clause: Clause, frame: VerbFrame) -> bool:
        patient = self.patient(clause, frame.particle)
        if frame.particle is not None and not self.has_particle(clause, frame.particle, patient):
            return False
        if not fits(self.sentence, patient, frame.object, self.cast):
            return False
        if frame.preps and not any(
            self.phrase_fits(clause, patient, word, wanted) for word, wanted in frame.preps
        ):
            return False
        if frame.reciprocal and frame.object.kind == "none" and not self.is_mutual(clause):
            return False
        return self.complement_holds(clause, frame)

    def phrase_fits(self, clause: Clause, patient: NounGroup | None, word: str, wanted: Constraint) -> bool:
        if word == "subject":
            doer = agent(clause)
            return doer is not None and fits(self.sentence, doer, wanted, self.cast)
        phrases = (*clause.preps, *(chain(patient) if patient is not None else ()))
        return any(p.word == word and fits(self.sentence, p.group, wanted, self.cast) for p in phrases)

    def is_mutual(self, clause: Clause) -> bool:
        """Whether there is more than one to do it ("the ministers met", "A met with B")."""
        subject = clause.subject
        if any(prep.word in ("with", "between") for prep in clause.preps):
            return True
        return subject is not None and (
            len(subject.members()) > 1 or self.sentence.words[subject.head].tag in ("NNS", "NNPS", "PRP")
        )

    def has_particle(self, clause: Clause, particle: str, patient: NounGroup | None) -> bool:
        if clause.particle == particle or any(prep.word == particle for prep in clause.preps):
            return True
        if patient is not None and head_of(self.sentence, patient) == particle:
            return True
        following = clause.verb_last + 1
        line = self.sentence.words
        return following < len(line) and line[following].lower == particle

    def complement_holds(self, clause: Clause, frame: VerbFrame) -> bool:
        if not frame.complement:
            return True
        children = [
            c for c in clause.children if c.relation in ("to", "that", "ing") and c.verb > clause.verb
        ]
        if frame.complement == "none":
            return not any(c.relation in ("to", "that") for c in children)
        fitting = [c for c in children if c.relation == frame.complement]
        if not frame.complement_types:
            return bool(fitting)
        return any(
            inner is not None and inner.event_type in frame.complement_types
            for inner in map(self.verb_frame, fitting)
        )

    def from_verb(self, clause: Clause, frame: VerbFrame) -> Match:
        patient = self.patient(clause, frame.particle)
        if patient is not None and frame.object.words and not frame.effect:
            self.used.update(member.head for member in patient.members())
        last = clause.verb_last
        line = self.sentence.words
        if frame.particle and last + 1 < len(line) and line[last + 1].lower == frame.particle:
            last += 1
        return Match(
            self.sentence, frame, clause, None, patient, clause.verb, last,
            frame.event_type, frame.event_mode, frame.cameo, frame.effect,
        )  # fmt: skip

    def light(self, clause: Clause) -> Match | None:
        """The noun event that a light verb, or one of ending, planning or asking, has for its object."""
        effect, particle = self.light_effect(clause)
        patient = self.patient(clause, particle)
        if patient is None or effect is None:
            return None
        for member in patient.members():
            frame = self.noun_frame(member)
            if frame is None or not frame.event_type:
                continue
            self.used.add(member.head)
            match = Match(
                self.sentence, frame, clause, member, member, member.head, member.head,
                frame.event_type, frame.event_mode, frame.cameo, light=effect,
            )  # fmt: skip
            self.arm(match)
            return self.stopped(match) if effect == "stopped" else match
        return None

    def arm(self, match: Match) -> None:
        """ "*Drones* made two attacks": an attack is of the kind of what carries it out."""
        doer = agent(match.clause) if match.clause is not None else None
        if match.event_type != "ASSAULT" or doer is None:
            return
        for name, (mode, code) in settings("events")["instruments"].items():
            if head_of(self.sentence, doer) in self.frames.classes[name]:
                match.event_mode, match.cameo = mode, code
                return

    def light_effect(self, clause: Clause) -> tuple[str | None, str | None]:
        """What a light verb makes of its noun, and the particle or preposition that it needs for that."""
        lights = self.frames.light_verbs
        for particle in (clause.particle, *(prep.word for prep in clause.preps)):
            if particle and f"{clause.lemma} {particle}" in lights:
                return lights[f"{clause.lemma} {particle}"], particle
        return lights.get(clause.lemma), None

    def stopped(self, match: Match) -> Match | None:
        """To end talks is not to talk: the code of the ending, or no event where none is known."""
        composed = self.frames.compose("stopped", "", match.cameo, match.event_type)
        if composed is None:
            return None
        assert match.clause is not None
        match.first, match.last = match.clause.verb, match.clause.verb_last
        match.event_type, match.event_mode, match.cameo = (
            composed.event_type,
            composed.event_mode,
            composed.cameo,
        )
        match.light = "actual"
        return match

    # -- nouns ---------------------------------------------------------------------------------

    def noun_frame(self, group: NounGroup) -> NounFrame | None:
        before = [*modifiers(self.sentence, group), *of_heads(self.sentence, group)]
        word = self.sentence.words[group.head]
        if word.tag not in ("NN", "NNS", "VBG", "NNP", "NNPS"):
            return None
        for frame in self.frames.nouns.get(word.lemma if word.tag[:3] != "NNP" else word.lower, ()):
            if not frame.mods or any(one in frame.mods for one in before):
                return frame
        return None

    def read_nouns(self) -> None:
        for group in self.sentence.groups:
            if group.head in self.used or self.sentence.words[group.first].lower in words("pointing"):
                continue
            match = self.ending(group) or self.from_noun(group)
            if match is not None and not self.absorbed(match) and self.stands(match):
                self.found.append(match)

    def from_noun(self, group: NounGroup) -> Match | None:
        frame = self.noun_frame(group)
        if frame is None or not frame.event_type:
            return None
        return Match(
            self.sentence, frame, self.clause_of(group), group, None, group.head, group.head,
            frame.event_type, frame.event_mode, frame.cameo,
        )  # fmt: skip

    def ending(self, group: NounGroup) -> Match | None:
        """ "A halt in joint patrols": the noun behind the noun of ending, with the code of its ending."""
        if self.sentence.words[group.head].lemma not in words("endings"):
            return None
        for prep in group.preps:
            inner = self.from_noun(prep.group) if prep.word in _OF_ENDING else None
            composed = inner and self.frames.compose("stopped", "", inner.cameo, inner.event_type)
            if inner is None or composed is None:
                continue
            self.used.add(prep.group.head)
            inner.first = inner.last = group.head
            inner.event_type, inner.event_mode, inner.cameo = (
                composed.event_type,
                composed.event_mode,
                composed.cameo,
            )
            return inner
        return None

    def stands(self, match: Match) -> bool:
        """Whether the noun by itself reports an event: it is of that kind, and says by whom or to whom."""
        frame, group = match.frame, match.group
        assert isinstance(frame, NounFrame) and group is not None
        if match.first != group.head:
            return True  # under a noun of ending
        if under(match) is not None or is_occasion(match):
            return True
        if not frame.alone or (self.sentence.role in ("headline", "heading") and not self.sentence.clauses):
            return False  # a title that is a noun phrase names its subject and tells no event
        return any(
            noun_slot(self.sentence, group, name, self.cast)
            for name in (*frame.source, *frame.target)
            if name not in ("mod",) or inside(self.sentence, group, self.cast)
        )

    def clause_of(self, group: NounGroup) -> Clause | None:
        """The clause that the group stands in: the one it is an argument of, else the nearest around it."""
        best: Clause | None = None
        for clause in self.sentence.clauses:
            if group.head == _head(clause.object) or any(p.group.head == group.head for p in clause.preps):
                return clause
            if clause.first <= group.head <= clause.last or group.head == _head(clause.subject):
                best = clause
        return best

    def absorbed(self, match: Match) -> bool:
        """Whether a verb already tells this noun's event: "killed 12 *in an attack*", "*the raid* killed 12"."""
        group = match.group
        assert group is not None
        for clause in self.sentence.clauses:
            verb = self.by_clause.get(id(clause))
            if verb is None or verb.is_noun or verb.event_type != match.event_type:
                continue
            is_phrase = any(p.group is group and p.word in words("merging") for p in clause.preps)
            subjects = clause.subject.members() if clause.subject is not None and not clause.passive else []
            if is_phrase or any(member.head == group.head for member in subjects):
                self.absorb(verb, match)
                return True
        return False

    def absorb(self, verb: Match, match: Match) -> None:
        group = match.group
        verb.instrument = group
        is_finer = match.cameo[:2] == "19" and len(match.cameo) > len(verb.cameo)
        if is_finer or (match.event_mode and not verb.event_mode):
            verb.event_mode, verb.cameo = match.event_mode, match.cameo

    # -- what governs what ---------------------------------------------------------------------

    def nest(self, match: Match) -> None:
        """Composes ``match`` with the events it asks for, promises, refuses or fears."""
        if (match.is_noun and not match.light) or match.clause is None:
            return
        inner = list(self.governed(match))
        for other in inner:
            if other is not match and other.outer is None:
                other.outer = match
                match.inner.append(other)
        if not match.event_type or not match.inner:
            return
        first = match.inner[0]
        composed = self.frames.compose(match.frame.id, match.cameo, first.cameo, first.event_type)
        if composed is not None:
            match.event_type, match.event_mode, match.cameo = (
                composed.event_type,
                composed.event_mode,
                composed.cameo,
            )

    def governed(self, match: Match) -> Iterator[Match]:
        clause = match.clause
        assert clause is not None
        effect = match.effect or match.light
        for child in clause.children:
            if child.relation in ("to", "that", "colon", "ing") and child.verb > clause.verb:
                if child.relation == "ing" and not (effect and child.marker):
                    continue
                for one in self.with_conjuncts(child):
                    if id(one) in self.by_clause:
                        yield self.by_clause[id(one)]
        if not match.effect:
            return
        objects = [match.patient, clause.object, *(prep.group for prep in clause.preps)]
        heads = {member.head for group in objects if group is not None for member in group.members()}
        for other in self.found:
            if other.is_noun and not other.light and other.group is not None and other.group.head in heads:
                yield other

    def with_conjuncts(self, clause: Clause) -> Iterator[Clause]:
        yield clause
        for child in clause.children:
            if child.relation == "conj":
                yield from self.with_conjuncts(child)

    def commit(self, match: Match) -> None:
        """ "Will send troops", "is ready to talk", "will not sign": the code of the intent, not of the act.

        CAMEO and PLOVER code what an actor says it will do as agreeing, threatening or refusing.
        """
        clause = match.clause
        if match.outer is not None or clause is None or clause.passive or (match.is_noun and not match.light):
            return
        intent = self.intent(clause)
        composed = intent and self.frames.compose(intent, "", match.cameo, match.event_type)
        if not composed or (composed.event_type == "THREATEN" and not self.speaks_for_itself(clause)):
            return
        match.event_type, match.event_mode, match.cameo = (
            composed.event_type,
            composed.event_mode,
            composed.cameo,
        )

    def intent(self, clause: Clause) -> str | None:
        if clause.modal in words("will") or (clause.modal == "would" and clause.relation == "that"):
            return "refused" if clause.negated else "intended"
        parent = clause.parent
        if (
            clause.relation == "to"
            and parent is not None
            and not parent.negated
            and id(parent) not in self.by_clause
        ):
            predicate = self.sentence.words[parent.predicate].lemma if parent.predicate is not None else None
            if predicate in words("willing") or (predicate is None and parent.lemma in words("intend")):
                return "intended"
        return None

    def speaks_for_itself(self, clause: Clause) -> bool:
        """Whether the one who will do it is the one who says so, and not foretold by another."""
        above = clause.parent
        while above is not None and above.relation in ("to", "conj"):
            above = above.parent
        if above is None or above.subject is None:
            return True
        own = self.cast.members(self.sentence, clause.subject) if clause.subject is not None else ()
        return clause.subject is above.subject or own == self.cast.members(self.sentence, above.subject)

    def itemised(self, match: Match) -> list[Match]:
        """ "Made two demands: stop the strikes, and name the agents": one match a demand."""
        clause = match.clause
        if clause is None or not match.is_noun or not match.light:
            return [match]
        items = [one for c in clause.children if c.relation == "colon" for one in self.with_conjuncts(c)]
        return [self.item(match, item) for item in items] or [match]

    def item(self, match: Match, clause: Clause) -> Match:
        inner = self.by_clause.get(id(clause))
        composed = inner and self.frames.compose(
            match.frame.id, match.frame.cameo, inner.cameo, inner.event_type
        )
        code = (composed.event_type, composed.event_mode, composed.cameo) if composed else (
            match.frame.event_type, match.frame.event_mode, match.frame.cameo
        )  # fmt: skip
        own = Match(
            self.sentence, match.frame, match.clause, match.group, None, clause.verb, clause.verb_last, *code,
            light=match.light, inner=[inner] if inner else [],
        )  # fmt: skip
        if inner is not None:
            inner.outer = own
        return own

    def results(self) -> None:
        """Folds "…, killing six" into the attack that it is the outcome of."""
        for match in list(self.found):
            clause = match.clause
            if (
                match.is_noun
                or clause is None
                or clause.relation != "ing"
                or clause.marker
                or match.event_type != "ASSAULT"
            ):
                continue
            main = self.by_clause.get(id(clause.parent))
            if main is None or main.event_type != "ASSAULT" or main is match:
                continue
            if match.instrument is not None:
                # It names an attack of its own: one of those told before, carried out in the same way.
                if not match.event_mode:
                    match.event_mode, match.cameo = main.event_mode, main.cameo
                continue
            main.results.append(clause)
            self.found.remove(match)


def _is_contained(match: Match) -> bool:
    """Whether an outer act of the same actor has taken this one into its code ("agreed *to withdraw*").

    What somebody asks of another stays a row of its own: it would be that other's act.
    """
    outer = match.outer
    return outer is not None and outer.event_type in ("AGREE", "THREATEN", "REJECT")


def under(match: Match) -> Clause | None:
    """The clause whose subject is "under" the noun ("has been *under pressure*", "came *under attack*")."""
    clause = match.clause
    if (
        clause is None
        or not match.is_noun
        or clause.lemma not in ("be", "come", "remain", "stay", "put", "keep")
    ):
        return None
    return clause if any(p.word == "under" and p.group is match.group for p in clause.preps) else None


def is_occasion(match: Match) -> bool:
    """ "Was *on a visit*", "is *in talks*": the subject does what the noun says."""
    clause = match.clause
    if clause is None or clause.lemma != "be" or not match.is_noun:
        return False
    return any(
        p.word in ("on", "in") and p.group is match.group and p.first == clause.verb + 1 for p in clause.preps
    )


def _head(group: NounGroup | None) -> int:
    return group.head if group is not None else -1
