"""Frames found in a sentence: which verb or noun reports which kind of event.

One frame, one match. A verb whose frame needs its object takes the object's own reading along
("impose restrictions"); a light verb gives its subject and object to the noun under it ("hold
talks"); a noun that a verb already tells is no second event ("killed 12 *in an attack*"). What
becomes of matches inside each other is decided in ``composing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.codebook import derived, settings
from dateline.codebook.frames import Composition, Constraint, Frames, NounFrame, VerbFrame, load
from dateline.extract.cast import Cast
from dateline.extract.roles import (
    agent,
    chain,
    fits,
    head_of,
    inside,
    leads,
    measured,
    modifiers,
    noun_slot,
    of_heads,
    parties,
    patient_of,
)
from dateline.extract.scopes import Scopes
from dateline.language.document import Clause, NounGroup, Sentence

_DEED_TYPES = frozenset({"ACCUSE", "PROTEST", "COERCE", "ASSAULT"})
_HOSTILE = frozenset({"ASSAULT", "THREATEN"})
_OF_ENDING = frozenset({"in", "of", "to", "on"})
_CLAUSES = {"must": "that", "should": "that", "subjunctive": "that"}  # complements that are content clauses
_NOUN_TAGS = frozenset({"NN", "NNS", "VBG", "NNP", "NNPS"})

# Nouns of saying, by what they are said of: one promises help, and charges with violence.
_HELP = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_HARM = frozenset({"THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "AID", "REJECT"})
_DEEDS = {"AGREE": _HELP, "REQUEST": _HELP | _HARM, "REJECT": _HELP, "THREATEN": _HARM, "ACCUSE": _HARM}


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the codebook chapter ``events.toml``."""
    return frozenset(settings("events")[name].split())


@derived
def _instruments() -> list[tuple[str, Constraint, str, str]]:
    classes = load().classes
    return [
        (name, Constraint("match", False, False, classes[name]), mode, code)
        for name, (mode, code) in settings("events")["instruments"].items()
    ]


@dataclass(slots=True)
class Match:
    """A frame that fired. ``clause`` is the verb's, or that in which the noun stands."""

    sentence: Sentence
    scopes: Scopes
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
    results: list[Clause] = field(default_factory=list)  # "…, killing six": they only say what came of it
    lone: bool = (
        False  # a noun with one actor only, told in passing: no event unless the text says when or where
    )
    instrument: NounGroup | None = None  # the noun event that did it ("the strikes killed …")
    code_rule: str | None = None  # the entry that gave the code, where it is not the frame's own

    @property
    def is_noun(self) -> bool:
        return isinstance(self.frame, NounFrame)

    def recode(self, composed: Composition) -> None:
        """Takes the code of what it is together with another event."""
        self.event_type, self.event_mode, self.cameo = (
            composed.event_type,
            composed.event_mode,
            composed.cameo,
        )
        self.code_rule = f"{composed.outer} + {composed.inner}"


def find(sentence: Sentence, cast: Cast, frames: Frames) -> tuple[list[Match], dict[int, Match]]:
    """The matches of a sentence, verbs before nouns, and the match of each clause."""
    finder = Finder(sentence, cast, frames)
    for clause in sentence.clauses:
        finder.read_clause(clause)
    finder.read_nouns()
    return finder.found, finder.by_clause


class Finder:
    def __init__(self, sentence: Sentence, cast: Cast, frames: Frames) -> None:
        self.sentence, self.cast, self.frames = sentence, cast, frames
        self.scopes = Scopes(sentence)
        self.used: set[int] = set()  # heads of noun groups that a match has taken
        self.by_clause: dict[int, Match] = {}
        self.found: list[Match] = []
        self.frame_of: dict[int, VerbFrame | None] = {}  # of clauses already asked for
        self.words = {word.lower for word in sentence.words} | {word.lemma for word in sentence.words}

    # -- verbs ---------------------------------------------------------------------------------

    def read_clause(self, clause: Clause) -> None:
        if is_state(clause) or is_legal(clause, self.sentence) or is_mishap(clause):
            return
        frame = self.verb_frame(clause)
        light = self.light(clause) if frame is None or (frame.weight == 0 and not frame.event_type) else None
        if frame is not None and light is None:
            if frame.event_type in _HOSTILE and self.is_idle(clause, frame):
                return
            match = self.from_verb(clause, frame)
        elif light is not None:
            match = light
        else:
            return
        self.found.append(match)
        self.by_clause[id(clause)] = match

    def verb_frame(self, clause: Clause) -> VerbFrame | None:
        frames = self.frames.verbs.get(clause.lemma)
        if frames is None:
            return None
        if id(clause) not in self.frame_of:
            if clause.particle is not None:  # "called up" is not "called"
                frames = sorted(frames, key=lambda frame: frame.particle != clause.particle)
            self.frame_of[id(clause)] = self.first_frame(clause, frames)
        return self.frame_of[id(clause)]

    def first_frame(self, clause: Clause, frames: Iterable[VerbFrame]) -> VerbFrame | None:
        """The first that holds; those that the sentence's words rule out are not tried."""
        relations = {child.relation for child in clause.children}
        for frame in frames:
            particle, wanted = frame.particle, frame.complement
            if particle is not None and particle.partition(" ")[0] not in self.words:
                continue
            lacks = wanted and wanted != "none" and _CLAUSES.get(wanted, wanted) not in relations
            if lacks and not (relations and frame.complement_types):
                continue
            if frame.preps and not any(self.has_word(word) for word, _ in frame.preps):
                continue
            if self.holds(clause, frame):
                return frame
        return None

    def has_word(self, preposition: str) -> bool:
        """Whether a phrase with that preposition can stand in the sentence."""
        if preposition == "subject" or preposition.partition(" ")[0] in self.words:
            return True
        return preposition == "from" and "out" in self.words  # "out of"

    def patient(self, clause: Clause, particle: str | None) -> NounGroup | None:
        """What the verb is done to: its object, or the one behind the preposition that belongs to it."""
        if particle is not None and clause.particle != particle:
            adverb, _, preposition = particle.rpartition(" ")
            for prep in clause.preps:
                if prep.first > clause.verb and (
                    prep.word == particle or (adverb == clause.particle and prep.word == preposition)
                ):
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
        is_gerund = frame.object.kind == "some" and self.has_gerund(clause, frame.particle)
        if not is_gerund and not fits(self.sentence, patient, frame.object, self.cast):
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
        phrases = clause.preps if patient is None else [*clause.preps, *chain(patient)]
        if any(leads(p, word) and fits(self.sentence, p.group, wanted, self.cast) for p in phrases):
            return True
        return any(
            child.relation == "ing" and child.marker == word and self.gerund_fits(child, wanted)
            for child in clause.children
        )

    def gerund_fits(self, clause: Clause, wanted: Constraint) -> bool:
        """Whether "of *torturing* them" or "of violating *human rights*" is what the codebook asks for."""
        if wanted.kind != "match":
            return wanted.kind != "none"
        return wanted.names(clause.lemma) or (
            clause.object is not None and fits(self.sentence, clause.object, wanted, self.cast)
        )

    def is_mutual(self, clause: Clause) -> bool:
        """Whether there is more than one to do it ("the ministers met", "A met with B")."""
        subject = clause.subject
        if any(prep.word in ("with", "between") for prep in clause.preps):
            return True
        return subject is not None and (
            bool(subject.joined) or self.sentence.words[subject.head].tag in ("NNS", "NNPS", "PRP")
        )

    def has_particle(self, clause: Clause, particle: str, patient: NounGroup | None) -> bool:
        if clause.particle == particle or any(
            prep.word == particle or prep.word == f"{particle} of" for prep in clause.preps
        ):
            return True
        adverb, _, preposition = particle.partition(" ")
        if preposition and clause.particle == adverb:  # "went *back on* its word"
            return any(prep.word == preposition for prep in clause.preps)
        if patient is not None and head_of(self.sentence, patient) == particle:
            return True
        if clause.object is not None and not clause.passive:  # "found him *guilty*"
            beyond = clause.object.last + 1
            if beyond < len(self.sentence.words) and self.sentence.words[beyond].lower == particle:
                return True
        following = clause.verb_last + 1
        line = self.sentence.words
        if following < len(line) and line[following].lower == particle:
            return True
        return self.has_gerund(clause, particle)

    def has_gerund(self, clause: Clause, particle: str | None) -> bool:
        """Whether the fixed preposition leads to a gerund ("voted *against allowing* it")."""
        return particle is not None and any(
            child.relation == "ing" and child.marker == particle for child in clause.children
        )

    def complement_holds(self, clause: Clause, frame: VerbFrame) -> bool:
        wanted = frame.complement
        if not wanted:
            return True
        children = [
            c for c in clause.children if c.relation in ("to", "that", "ing") and c.verb > clause.verb
        ]
        through = words("aspectual") | words("helping")
        begun = [deeper for c in children if c.lemma in through for deeper in c.children]
        if wanted == "none":
            return not any(c.relation in ("to", "that") for c in children)
        if wanted in ("must", "should"):
            return any(c.relation == "that" and self.is_called_for(c, clause, wanted) for c in children)
        if wanted == "subjunctive":
            return any(c.relation == "that" and is_mandative(c, clause) for c in children)
        fitting = [c for c in children if c.relation == wanted]
        if not frame.complement_types:
            return bool(fitting)
        fitting += [c for c in begun if c.relation in ("to", "ing")]  # "prepared to *resume shelling*"
        return any(
            inner is not None and inner.event_type in frame.complement_types
            for inner in map(self.verb_frame, fitting)
        )

    def is_called_for(self, clause: Clause, outer: Clause, modal: str) -> bool:
        """Whether the content clause says what somebody else ``must`` or ``should`` do."""
        needed = (
            clause.lemma == "need" and modal == "should" and any(c.relation == "to" for c in clause.children)
        )
        if (clause.modal not in words(modal) and not needed) or clause.negated:
            return False
        whom = [p.entity for p in parties(self.sentence, clause.subject, self.cast, strict=True)]
        who = [p.entity for p in parties(self.sentence, outer.subject, self.cast)]
        own = {speaker.entity_id for speaker in who}
        home = {speaker.country for speaker in who}  # "our country must …" asks nobody in particular
        return bool(whom) and not any(
            e.entity_id in own or (e.kind == "country" and e.country in home) for e in whom
        )

    def from_verb(self, clause: Clause, frame: VerbFrame) -> Match:
        patient = self.patient(clause, frame.particle)
        if patient is not None and frame.object.words and not frame.effect and not self.quotes(patient):
            self.used.update(member.head for member in measured(self.sentence, patient))
        for word, wanted in frame.preps:
            if wanted.words and word != "subject":
                fitting = (p.group for p in clause.preps if p.word == word)
                self.used.update(g.head for g in fitting if fits(self.sentence, g, wanted, self.cast))
        last = clause.verb_last
        line = self.sentence.words
        if frame.particle and last + 1 < len(line) and line[last + 1].lower == frame.particle:
            last += 1
        match = Match(
            self.sentence, self.scopes, frame, clause, None, patient, clause.verb, last,
            frame.event_type, frame.event_mode, frame.cameo, frame.effect,
        )  # fmt: skip
        if frame.event_mode in (None, "explosives") and frame.cameo in ("183", "190"):
            self.arm(match)
        self.riot(match)
        self.complain(match)
        return match

    def quotes(self, patient: NounGroup) -> bool:
        """ "Welcomed *Syria's offer to mediate*": besides what is done to it, somebody's words are told."""
        frame = self.noun_frame(patient) if patient.owner is not None else None
        return (
            frame is not None
            and frame.event_type in ("ACCUSE", "AGREE")
            and any(spelling_out(self.sentence, patient))
        )

    def light(self, clause: Clause) -> Match | None:
        """The noun event that a light verb, or one of ending, planning or asking, has for its object."""
        effect, particle = self.light_effect(clause)
        patient = self.patient(clause, particle)
        if patient is None or effect is None:
            return None
        for member in measured(self.sentence, patient):
            frame = self.noun_frame(member)
            if frame is None or not frame.event_type or self.is_figurative(member):
                continue
            match = Match(
                self.sentence, self.scopes, frame, clause, member, member, member.head, member.head,
                frame.event_type, frame.event_mode, frame.cameo, light=effect,
            )  # fmt: skip
            self.arm(match)
            if effect == "stopped" and not self.stopped(match):
                return None
            self.used.add(member.head)
            return match
        return None

    def complain(self, match: Match) -> None:
        """ "*Beijing* protested": a government that protests complains, and marches nowhere (CAMEO 114)."""
        clause = match.clause
        if (
            match.event_type != "PROTEST"
            or clause is None
            or clause.lemma != "protest"
            or match.cameo != "141"
        ):
            return
        who = parties(self.sentence, agent(clause), self.cast, strict=True)
        speaks = who and all(p.entity.kind == "country" or p.sector == "GOV" for p in who)
        if speaks or self.is_tag(clause):
            match.event_type, match.event_mode, match.cameo = "ACCUSE", "allege", "114"

    def is_tag(self, clause: Clause) -> bool:
        """ "The law is unjust, *the union protested*": what it said stands before it."""
        subject, first = clause.subject, clause.first
        if clause.relation != "root" or subject is None or clause.object is not None or clause.negated:
            return False
        before = min(first, subject.first) - 1
        if before < 0 or self.sentence.words[before].text not in (",", "”", '"', "’", "''"):
            return False
        earlier = (c for c in self.sentence.clauses if c is not clause and c.last <= before + 1)
        return any(c.relation == "root" and c.form == "finite" for c in earlier)

    def riot(self, match: Match) -> None:
        """ "*Rioters* burned down the embassy": what a crowd destroys, it destroys in protest."""
        if match.cameo not in words("riotous") and match.frame.id != "verb:attack-actor":
            return
        assert match.clause is not None
        doer = agent(match.clause)
        wanted = Constraint("match", False, False, self.frames.classes["@rioter"])
        if doer is not None and fits(self.sentence, doer, wanted, self.cast):
            match.event_type, match.event_mode, match.cameo = "PROTEST", "riot", "145"

    def arm(self, match: Match) -> None:
        """ "*Drones* made two attacks": an attack is of the kind of what carries it out."""
        doer = agent(match.clause) if match.clause is not None else None
        if match.event_type != "ASSAULT" or doer is None:
            return
        for name, wanted, mode, code in _instruments():
            if fits(self.sentence, doer, wanted, self.cast):
                match.event_mode, match.cameo, match.code_rule = mode, code, name
                return

    def light_effect(self, clause: Clause) -> tuple[str | None, str | None]:
        """What a light verb makes of its noun, and the particle or preposition that it needs for that."""
        lights = self.frames.light_verbs
        for particle in (clause.particle, *(prep.word for prep in clause.preps)):
            if particle and f"{clause.lemma} {particle}" in lights:
                return lights[f"{clause.lemma} {particle}"], particle
        return lights.get(clause.lemma), None

    def stopped(self, match: Match) -> bool:
        """To end talks is not to talk: gives it the code of the ending, if there is one."""
        composed = self.frames.compose("stopped", "", match.cameo, match.event_type)
        if composed is None or match.clause is None:
            return False
        match.first, match.last = match.clause.verb, match.clause.verb_last
        match.recode(composed)
        match.light = "actual"
        return True

    # -- nouns ---------------------------------------------------------------------------------

    def noun_frame(self, group: NounGroup) -> NounFrame | None:
        return noun_frame(self.sentence, group, self.frames)

    def read_nouns(self) -> None:
        pointing = words("pointing")
        for group in self.sentence.groups:
            if group.head in self.used or self.sentence.words[group.first].lower in pointing:
                continue
            match = self.ending(group) or self.from_noun(group)
            if match is not None and not self.absorbed(match) and self.stands(match):
                self.found.append(match)

    def from_noun(self, group: NounGroup) -> Match | None:
        frame = self.noun_frame(group)
        if frame is None or not frame.event_type or self.is_figurative(group):
            return None
        around = self.scopes.of(group)
        if around is not None and (is_legal(around, self.sentence) or around.lemma in words("retelling")):
            return None
        return Match(
            self.sentence, self.scopes, frame, self.scopes.of(group), group, None, group.head, group.head,
            frame.event_type, frame.event_mode, frame.cameo,
        )  # fmt: skip

    def is_idle(self, clause: Clause, frame: VerbFrame) -> bool:
        """ "Declared a war *on corruption*", "waged a campaign *against hunger*"."""
        patient = self.patient(clause, frame.particle)
        if patient is not None and self.is_figurative(patient):
            return True
        abstract = self.frames.classes["@abstract"]
        return any(
            prep.word in ("on", "against") and head_of(self.sentence, prep.group) in abstract
            for prep in clause.preps
        )

    def is_figurative(self, group: NounGroup) -> bool:
        """ "An attack *on poverty*", "the war *against drugs*": nobody is fought."""
        abstract = self.frames.classes["@abstract"]
        return any(
            prep.word in ("on", "against") and head_of(self.sentence, prep.group) in abstract
            for prep in group.preps
        )

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
            inner.recode(composed)
            return inner
        return None

    def stands(self, match: Match) -> bool:
        """Whether the noun by itself reports an event: it is of that kind, and says by whom or to whom.

        One of the two is enough where the sentence is about it: it is the subject or the object.
        Otherwise it needs a date or place of its own (``lone``).
        """
        frame, group = match.frame, match.group
        assert isinstance(frame, NounFrame) and group is not None
        if match.first != group.head:
            return True  # under a noun of ending
        if under(match) is not None or is_occasion(match) or is_answerable(match):
            return True
        if self.is_adverbial(group) or self.is_discussed(match):
            return False
        if self.is_within_deed(group) and not (
            self.any_slot(group, frame.source) and self.any_slot(group, frame.target)
        ):
            return False
        if self.sentence.role in ("headline", "heading") and not self.sentence.clauses:
            return False  # a title that is a noun phrase names its subject and tells no event
        doer = self.any_slot(group, frame.source)
        if not frame.alone:
            return doer and self.is_spelt_out(match)
        sufferer = self.any_slot(group, frame.target)
        if doer and (sufferer or frame.target == ("none",)):
            return True
        match.lone = not self.is_topic(match)
        return sufferer or (doer and not self.is_backdrop(group))

    def is_spelt_out(self, match: Match) -> bool:
        """ "Libya's *offer to mediate*", "a charge by Chad *that* …": whose words, and what they say."""
        group = match.group
        assert group is not None
        deeds = _DEEDS.get(match.event_type, frozenset())
        said = (self.by_clause.get(id(clause)) for clause in spelling_out(self.sentence, group))
        named = (self.noun_frame(prep.group) for prep in group.preps if prep.word == "of")
        if any(one is not None and one.event_type in deeds for one in (*said, *named)):
            return True
        states = (p.entity.kind == "country" for p in noun_slot(self.sentence, group, "owner", self.cast))
        return match.event_type == "AGREE" and any(states) and any(spelling_out(self.sentence, group))

    def is_adverbial(self, group: NounGroup) -> bool:
        """ "In retaliation for", "in protest at": a manner of doing something else."""
        line = self.sentence.words
        return (
            group.first == group.head
            and group.first > 0
            and line[group.first - 1].lower == "in"
            and any(prep.word in words("manner") for prep in group.preps[:1])
        )

    def is_discussed(self, match: Match) -> bool:
        """ "Negotiations *on a pullback*": what talks are about is still to come, or long past."""
        group = match.group
        assert group is not None
        for prep, clause in self.scopes.phrases.get(group.head, ()):
            if prep.word not in ("on", "about", "over"):
                continue
            verb = self.by_clause.get(id(clause))
            if verb is not None and verb.event_type == "CONSULT":
                return True
        above = self.scopes.hangs_on.get(group.head)
        if above is None or head_of(self.sentence, above) not in self.frames.classes["@meeting"]:
            return False
        return any(p.group is group and p.word in ("on", "about", "over") for p in above.preps)

    def is_within_deed(self, group: NounGroup) -> bool:
        """ "The suppression *of unrest*", "an inquiry *into sales*": half an event, and part of another."""
        above = self.scopes.hangs_on.get(group.head)
        if above is None or not any(p.group is group and p.word in ("of", "into") for p in above.preps):
            return False
        frame = noun_frame(self.sentence, above, self.frames)
        return frame is not None and frame.event_type in _DEED_TYPES

    def is_backdrop(self, group: NounGroup) -> bool:
        """ "*Since the* American *invasion*": half an event, named only to say when."""
        phrases = self.scopes.phrases.get(group.head, ())
        return any(prep.group is group and prep.word in words("backdrop") for prep, _ in phrases)

    def any_slot(self, group: NounGroup, names: tuple[str, ...]) -> bool:
        return any(
            noun_slot(self.sentence, group, name, self.cast)
            for name in names
            if name != "mod" or inside(self.sentence, group, self.cast)
        )

    def is_topic(self, match: Match) -> bool:
        """Whether the noun is the subject or the object of its clause, or of a verb that bears on events."""
        group, clause = match.group, match.clause
        assert group is not None
        if group.head in self.scopes.subjects or group.head in self.scopes.objects:
            return True
        verb = self.by_clause.get(id(clause))
        return verb is not None and bool(verb.effect or verb.event_type == "ACCUSE")

    def absorbed(self, match: Match) -> bool:
        """Whether a verb tells this noun's event: "killed 12 *in an attack*", "*the raid* killed 12"."""
        group = match.group
        assert group is not None
        for clause in self.tellers(group):
            verb = self.by_clause.get(id(clause))
            if verb is None or verb.is_noun or verb.event_type != match.event_type:
                continue
            verb.instrument = group
            is_finer = match.cameo[:2] == "19" and len(match.cameo) > len(verb.cameo)
            if is_finer or (match.event_mode and not verb.event_mode):
                verb.event_mode, verb.cameo, verb.code_rule = match.event_mode, match.cameo, match.frame.id
            return True
        return False

    def tellers(self, group: NounGroup) -> Iterator[Clause]:
        """The clauses whose verb may tell the noun's event: it is their subject or a phrase of theirs."""
        for prep, clause in self.scopes.phrases.get(group.head, ()):
            if prep.group is group and prep.word in words("merging"):
                yield clause
        for clause in self.scopes.subjects.get(group.head, ()):
            if not clause.passive:
                yield clause


def noun_frame(sentence: Sentence, group: NounGroup, frames: Frames) -> NounFrame | None:
    """What the codebook says that the noun reports."""
    word = sentence.words[group.head]
    found = frames.nouns.get(word.lemma if word.tag[:3] != "NNP" else word.lower)
    if not found or word.tag not in _NOUN_TAGS:
        return None
    before = {*modifiers(sentence, group), *of_heads(sentence, group)}
    return next((frame for frame in found if not frame.mods or not frame.mods.isdisjoint(before)), None)


def spelling_out(sentence: Sentence, group: NounGroup) -> Iterator[Clause]:
    """ "Its refusal *to leave*", "the charge *that* they had": the clauses that say what the noun is of."""
    for clause in sentence.clauses:
        if clause.verb <= group.last:
            continue
        if (clause.relation == "to" and clause.antecedent is group) or (
            clause.relation == "that" and clause.marker == "that" and clause.marker_at == group.last + 1
        ):
            yield clause


def is_mandative(clause: Clause, outer: Clause) -> bool:
    """ "Insisted that it *leave*", but not "that it *had left*": what is to be, and no fact."""
    if clause.modal in words("must") | words("should"):
        return True
    if clause.modal is not None or (clause.negated and clause.form == "finite"):
        return False
    return clause.form == "infinitive" or (
        outer.tense == "past" and clause.tense == "present" and not clause.perfect
    )


def is_state(clause: Clause) -> bool:
    """A participle that describes and tells nothing ("*armed* rebels", "men *armed* with machetes")."""
    return clause.passive and clause.form == "participle" and clause.lemma in words("states")


def is_mishap(clause: Clause) -> bool:
    """ "The jet crashed, *killing* its crew": nobody did it."""
    parent = clause.parent
    return clause.relation == "ing" and parent is not None and parent.lemma in words("mishaps")


def is_legal(clause: Clause, sentence: Sentence) -> bool:
    """ "Article 51 *permits* …", "the conventions *prohibit* …": a norm is quoted, and nothing happened."""
    subject = clause.subject
    if subject is None or clause.passive or clause.perfect or clause.tense not in ("present", "none"):
        return False
    word = sentence.words[subject.head]
    lower = word.lower if word.tag[:3] == "NNP" else word.lemma
    return lower in words("legal") or lower.removesuffix("s") in words("legal")


def teller(match: Match) -> Clause | None:
    """The clause that tells the event: its verb's, or that of a verb under which it begins or happens."""
    clause, group = match.clause, match.group
    if not match.is_noun or match.light:
        return clause
    if clause is None or group is None or clause.subject is None or clause.subject.head != group.head:
        return None
    return clause if clause.lemma in words("aspectual") else None


def under(match: Match) -> Clause | None:
    """The clause whose subject is "under" the noun ("has been *under pressure*", "came *under attack*")."""
    clause = match.clause
    if clause is None or not match.is_noun or clause.lemma not in words("undergoing"):
        return None
    return clause if any(p.word == "under" and p.group is match.group for p in clause.preps) else None


def is_answerable(match: Match) -> bool:
    """ "Is *responsible for the killings*": the subject is said to have done it."""
    clause = match.clause
    if clause is None or not match.is_noun or clause.predicate is None:
        return False
    if match.sentence.words[clause.predicate].lemma not in words("answerable"):
        return False
    return any(p.group is match.group and p.word in ("for", "of") for p in clause.preps)


def is_occasion(match: Match) -> bool:
    """ "Was in Oslo *on a visit*", "is *in talks*": the subject does what the noun says."""
    clause = match.clause
    if clause is None or clause.lemma != "be" or not match.is_noun:
        return False
    away = clause.predicate is None and any(p.word in ("in", "at") for p in clause.preps)
    return any(
        p.group is match.group
        and (p.word == "on" or (p.word == "in" and p.first == clause.verb + 1) or (p.word == "for" and away))
        for p in clause.preps
    )
