"""Who did it and to whom, for each event: the actors in the roles that its frame asks for.

``roles`` knows where the slots of one clause or noun lie; here they are filled for a match as a
whole, with what was told before it: the attack that is condemned, the request that is refused, the
report that criticises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.codebook import derived, settings
from dateline.codebook.frames import Frames, NounFrame, VerbFrame
from dateline.extract import composing, matching
from dateline.extract.cast import Cast
from dateline.extract.matching import Match
from dateline.extract.roles import (
    Party,
    agent,
    agent_slot,
    but_places,
    chain,
    modifiers,
    noun_slot,
    parties,
    patient_of,
    slot,
    within,
)
from dateline.language.document import Clause, NounGroup, Sentence
from dateline.language.lexicon import word_list

_REVERSED = {"042": "043", "043": "042"}  # a visit, and hosting it
_MAX_PAIRS = 16
_BETWEEN_STATES = frozenset({"CONSULT", "SANCTION", "THREATEN", "SUPPORT", "AGREE"})
_BLAMING = frozenset({"ACCUSE", "PROTEST"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my"})


@derived
def _fallbacks() -> dict[str, tuple[str, ...]]:
    """By event type the slots in which the other side of such an act stands."""
    return {kind: tuple(slots.split("|")) for kind, slots in settings("events")["fallback"].items()}


class Casting:
    """Fills the roles of the matches in text order; remembers what later ones refer back to."""

    def __init__(self, cast: Cast, frames: Frames) -> None:
        self.cast, self.frames = cast, frames
        self.latest: dict[str, tuple[int, list[Party]]] = {}  # type of event -> sentence, who did it
        self.authors: dict[str, list[Party]] = {}  # "report" -> whose it was when it was first told of

    def remember(self, match: Match, sources: list[Party]) -> None:
        """Notes who did what has just been told."""
        if sources:
            self.latest[match.event_type] = (match.sentence.position, sources)

    def is_without_actor(self, match: Match) -> bool:
        """ "Backed *by tanks*", "hit *by inflation*": done by a thing, which only violence can be."""
        clause = match.clause
        if clause is None or not isinstance(match.frame, VerbFrame) or match.frame.suffered:
            return False
        doer = agent(clause)
        if doer is None or match.sentence.words[doer.head].tag not in ("NN", "NNS"):
            return False
        head, classes = match.sentence.words[doer.head].lemma, self.frames.classes
        if head in classes["@person"] or match.sentence.words[doer.first].lower in matching.words("nobody"):
            return False
        if clause.passive:
            return match.event_type != "ASSAULT"
        if match.event_type in _BETWEEN_STATES and clause.form == "finite" and not match.outer:
            return True  # "the *orchestra* cancelled its tour of Japan"
        if match.instrument is doer or match.event_type != "ASSAULT" or clause.form != "finite":
            return False
        before = {*modifiers(match.sentence, doer), head}
        return not any(before & classes[name] for name in matching.words("armed"))

    def roles(self, match: Match) -> tuple[list[Party], list[Party]]:
        """Who did it and to whom; either may be empty."""
        if isinstance(match.frame, NounFrame):
            sources, targets = self.noun_roles(match, match.frame)
        else:
            sources, targets = self.verb_roles(match, match.frame)
        if not targets and match.outer is not None and match.outer.effect == "requested":
            targets = self.asker(match.outer, match.frame, sources)
        if not targets and match.event_type in composing.TARGETS_WITHIN:
            targets = self.affected(match)
        if not targets and match.event_type == "ACCUSE" and match.is_noun and match.inner:
            # "The charge that *it* had shelled them".
            targets = within("inner", self.roles(match.inner[0])[0])
        if not targets and match.event_type in ("CONCEDE", "REJECT") and match.patient is not None:
            targets = self.asked_before(match)
        own = {party.entity.entity_id for party in sources}
        targets = [party for party in targets if party.entity.entity_id not in own]
        if sources and not targets and not (match.frame.reciprocal or _is_mutual(match)):
            targets = within("fallback", self.fallback(match, own))
        return _distinct(sources), _distinct(targets)

    def fallback(self, match: Match, own: set[str | None]) -> list[Party]:
        """Whom an act of this kind is done to where its frame's own slots name nobody.

        First what the object belongs to or stands beside, then who is behind the prepositions that
        lead to the other side in acts of the kind, then the same for the act inside this one.
        """
        names = _fallbacks().get(match.event_type, ())
        clause = match.clause
        if match.is_noun and not match.light:
            nouns = (name.removeprefix("object.") for name in names if name.startswith("object."))
            return self.others((noun_slot(match.sentence, match.group, n, self.cast) for n in nouns), own)
        assert clause is not None
        if match.event_type in _BLAMING:
            return self.others(self.blamed(match, clause, names), own)
        if match.event_type == "THREATEN" and (found := self.others(self.conditioned(match), own)):
            return found
        if found := self.others(self.around(match, clause, names), own):
            return found
        inner = (c for c in clause.children if c.relation == "to" and c.subject is clause.subject)
        return self.others((slot(match.sentence, c, name, self.cast) for c in inner for name in names), own)

    def around(self, match: Match, clause: Clause, names: tuple[str, ...]) -> Iterator[list[Party]]:
        """The actors in the slots ``names`` of a verb; the towns of an act are its place and no actors."""
        for name in names:
            if name == "object":
                yield within(name, parties(match.sentence, match.patient, self.cast))
                yield from self.whose(match)
            else:
                found = slot(match.sentence, clause, name, self.cast, match.patient)
                yield within(name, but_places(name.removeprefix("object."), found))

    def whose(self, match: Match) -> Iterator[list[Party]]:
        """ "Seized farms *owned by Britons*", "ships *belonging to Iran*": what is said of whose it is."""
        patient = match.patient
        members = patient.members() if patient is not None else []
        for clause in match.sentence.clauses:
            if clause.relation != "reduced" or not any(clause.antecedent is member for member in members):
                continue
            if clause.passive:
                yield parties(match.sentence, agent(clause), self.cast)
            elif clause.lemma == "belong":
                yield slot(match.sentence, clause, "to", self.cast)

    def blamed(self, match: Match, clause: Clause, names: tuple[str, ...]) -> Iterator[list[Party]]:
        """ "Protested against *Sweden's* decision", "at crimes *by the army*": whose doing it was."""
        groups = [match.patient, *(p.group for p in clause.preps if p.word in names)]
        for phrase in clause.preps:
            if match.sentence.words[phrase.group.head].lemma in matching.words("answering"):
                groups += [p.group for p in phrase.group.preps]  # "in protest *of the arrests*"
        for group in groups:
            yield parties(match.sentence, group, self.cast, strict=True)
            for name in ("owner", "mod", "by"):
                yield noun_slot(match.sentence, group, name, self.cast)
        for child in clause.children:
            if child.relation in ("to", "ing"):
                yield from self.blamed_in(match.sentence, child, names)

    def blamed_in(self, sentence: Sentence, child: Clause, names: tuple[str, ...]) -> Iterator[list[Party]]:
        """The same in "to show their anger at *Israeli* policies"."""
        groups = [child.object, *(p.group for p in child.preps if p.word in names)]
        for group in groups:
            for name in ("owner", "mod", "by", "at", "against", "over", "for", "from"):
                yield noun_slot(sentence, group, name, self.cast)

    def conditioned(self, match: Match) -> Iterator[list[Party]]:
        """ "Will leave *unless Paris* pays": a threat is made to whoever must meet its condition."""
        assert match.clause is not None
        around = [match.clause, *(c for c in match.clause.children if c.relation == "to")]
        for clause in around:
            for child in clause.children:
                if child.relation == "adverbial" and child.marker in ("unless", "if"):
                    yield parties(match.sentence, child.subject, self.cast)

    def others(self, options: Iterable[list[Party]], own: set[str | None]) -> list[Party]:
        """The first of the options in which somebody else stands than those who do it."""
        for found in options:
            if kept := [p for p in found if p.entity.entity_id not in own and not _is_ones_own(p)]:
                return kept
        return []

    def affected(self, match: Match) -> list[Party]:
        """To whom is done what somebody promises, threatens or refuses to do, or whose fall is demanded."""
        if match.event_type == "PROTEST" and match.cameo[-1] != "1":
            return []
        found = next((found for inner in match.inner if (found := self.roles(inner)[1])), [])
        return within("inner", found)

    def asker(self, outer: Match, inner: VerbFrame | NounFrame, sources: list[Party]) -> list[Party]:
        """What one asks another to do, it asks for itself ("asked Cuba *to share* its data")."""
        if (inner.reciprocal and len(sources) > 1) or inner.target == ("none",):
            return []  # they would do it to each other, or to nobody
        who, whom = self.roles(outer)
        asked = {party.entity.entity_id for party in whom}
        mutual = sources and asked & {party.entity.entity_id for party in sources}
        return within("asker", who) if mutual else []

    def asked_before(self, match: Match) -> list[Party]:
        """ "A request that it will not grant": whose the request was."""
        assert match.patient is not None
        noun = match.sentence.words[match.patient.head].lemma
        if not any(frame.event_type == "REQUEST" for frame in self.frames.nouns.get(noun, ())):
            return []
        position, found = self.latest.get("REQUEST", (-9, []))
        return within("told", found) if match.sentence.position - position <= 1 else []

    def verb_roles(self, match: Match, frame: VerbFrame) -> tuple[list[Party], list[Party]]:
        sentence, clause = match.sentence, match.clause
        assert clause is not None
        doers = within(agent_slot(clause), self.doers(sentence, match, agent(clause)))
        if frame.suffered:
            by = self.first_slot(sentence, clause, frame.target[1:], match.patient)
            return [p for p in by if p.entity.kind != "place"], doers
        sources = [p for p in doers if p.entity.kind != "place"]
        targets = self.first_slot(sentence, clause, frame.target, match.patient)
        if not targets and frame.event_type == "ACCUSE":
            targets = self.doers_of_told(sentence, [clause.object, *(p.group for p in clause.preps)])
        return sources, targets

    def first_slot(
        self, sentence: Sentence, clause: Clause, names: tuple[str, ...], patient: NounGroup | None
    ) -> list[Party]:
        for name in names:
            if found := slot(sentence, clause, name, self.cast, patient):
                moved = clause.passive and name.startswith("object") and (patient or patient_of(clause))
                is_subject = moved is not False and moved is clause.subject
                return within(name.replace("object", "passive subject", 1) if is_subject else name, found)
        return []

    def noun_roles(self, match: Match, frame: NounFrame) -> tuple[list[Party], list[Party]]:
        sentence, group = match.sentence, match.group
        assert group is not None
        sources: list[Party] = []
        if (
            match.light
            and match.clause is not None
            and match.clause.lemma not in matching.words("bystanders")
        ):
            doers = self.doers(sentence, match, agent(match.clause))
            sources = within(agent_slot(match.clause), doers)
        for name in () if sources else frame.source:
            if sources := within(name, noun_slot(sentence, group, name, self.cast)):
                break
        targets: list[Party] = []
        taken = {id(p.group) for p in sources}
        for name in frame.target:
            found = noun_slot(sentence, group, name, self.cast)
            if not found and match.clause is not None and match.light:
                found = [] if name in ("owner", "mod") else slot(sentence, match.clause, name, self.cast)
                found = but_places(name, found)
            targets = within(name, [p for p in found if id(p.group) not in taken])
            if targets:
                break
        if not targets and (clause := matching.under(match)) is not None:
            targets = within(f"subject of {clause.lemma}", parties(sentence, clause.subject, self.cast))
        if not targets and frame.event_type == "ACCUSE":
            targets = self.doers_of_told(sentence, [prep.group for prep in chain(group)])
        if not sources and targets and match.event_type == "CONSULT":
            sources = self.attending(match)
        if match.clause is not None and matching.is_answerable(match):
            sources = self.doers(sentence, match, match.clause.subject)
        if not sources and match.clause is not None and matching.is_occasion(match):
            sources = within("subject of be", self.doers(sentence, match, match.clause.subject))
            targets = targets or self.there(sentence, match.clause, group)
        return [p for p in sources if p.entity.kind != "place"], targets

    def attending(self, match: Match) -> list[Party]:
        """ "He spoke *after talks with* Oslo", "flew in *for talks with* him": the subject took part."""
        clause = match.clause
        if clause is None or clause.passive or clause.subject is None:
            return []
        phrase = next((p for p in clause.preps if p.group is match.group), None)
        if phrase is None or phrase.word not in matching.words("attending"):
            return []
        return self.doers(match.sentence, match, clause.subject)

    def there(self, sentence: Sentence, clause: Clause, group: NounGroup) -> list[Party]:
        """ "Was *in Malaysia* on a visit"; "a visit *there*": the country or place named last before it."""
        for prep in clause.preps:
            if prep.word in ("in", "to") and (found := parties(sentence, prep.group, self.cast)):
                return within(prep.word, found)
        following = group.last + 1
        if following >= len(sentence.words) or sentence.words[following].lower != "there":
            return []
        for i in range(group.first - 1, -1, -1):
            entity = self.cast.at(sentence, i)
            if entity is not None and entity.kind in ("country", "place"):
                name = sentence.words[i]
                group = NounGroup(i, i, i)
                return [Party(entity, group, name.text, start=name.start, end=name.end, slot="there")]
        return []

    def doers(self, sentence: Sentence, match: Match, group: NounGroup | None) -> list[Party]:
        """The actors of a subject; of an attack those who made it, of a document those who wrote it."""
        if group is not None and group is match.instrument:
            own = parties(sentence, group, self.cast, strict=True)
            return own or self.doers_of_noun(sentence, group)
        found = parties(sentence, group, self.cast)
        if not found and group is not None:
            lemma = sentence.words[group.head].lemma
            put_out = within("publisher", self.publishers(match, group, lemma))
            return put_out or within("author", self.authors.get(lemma, []))
        return found

    def publishers(self, match: Match, group: NounGroup, lemma: str) -> list[Party]:
        """ "France issued *a statement* condemning …", "*a letter* sent by Cuba": who puts a document out."""
        if lemma not in word_list("documents"):
            return []
        scopes = match.scopes
        for clause in (*scopes.objects.get(group.head, ()), *scopes.subjects.get(group.head, ())):
            if clause.lemma not in matching.words("publishing"):
                continue
            patient = patient_of(clause)
            if patient is not None and patient.head == group.head:
                return parties(match.sentence, agent(clause), self.cast)
        return []

    def doers_of_noun(self, sentence: Sentence, group: NounGroup) -> list[Party]:
        """ "*The bombing* of Cambodia by the air force killed …": who its frame says."""
        for frame in self.frames.nouns.get(sentence.words[group.head].lemma, ()):
            for name in frame.source:
                if found := noun_slot(sentence, group, name, self.cast):
                    return within(name, found)
        return []

    def doers_of_told(self, sentence: Sentence, groups: list[NounGroup | None]) -> list[Party]:
        """ "Condemned *the attack*": who carried out the one told just before."""
        for group in groups:
            if group is None or sentence.words[group.first].lower not in (
                "the",
                "this",
                "these",
                "those",
                "such",
            ):
                continue
            for frame in self.frames.nouns.get(sentence.words[group.head].lemma, ()):
                position, found = self.latest.get(frame.event_type, (-9, []))
                if found and sentence.position - position <= 2:
                    return within("told", found)
        return []

    def remember_documents(self, sentence: Sentence) -> None:
        """Notes whose the reports and letters of a sentence are."""
        for group in sentence.groups:
            if sentence.words[group.head].tag != "NN" or not (group.owner or group.preps):
                continue
            writers = [
                group.owner,
                *(prep.group for prep in group.preps if prep.word in ("by", "of", "from")),
            ]
            for writer in writers:
                if found := parties(sentence, writer, self.cast):
                    self.authors[sentence.words[group.head].lemma] = found
                    break

    def pairs(
        self, match: Match, sources: list[Party], targets: list[Party]
    ) -> list[tuple[Party | None, Party | None, str]]:
        """Who to whom, one a row; an act done to each other is told in both directions."""
        alone = match.event_type == "REJECT" and match.frame.event_type != "REJECT"  # "will not talk to A"
        if match.event_type == "AGREE" and targets and targets[0].slot.startswith("inner"):
            alone = True  # "agreed to meet *A*": what A has to say to that, the text does not tell
        mutual = (match.frame.reciprocal and not alone) or (not targets and _is_mutual(match))
        mutual = mutual or (match.event_type == "AGREE" and not targets and _is_shared(match))
        if mutual and (not match.outer or not targets):
            sides = sources or targets
            if len(sides) > 1 and not (sources and targets):
                both = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
            else:
                both = [(a, b) for a in sources for b in targets]
            if both:
                reverse = _REVERSED.get(match.cameo, match.cameo)
                return [row for a, b in both[:_MAX_PAIRS] for row in ((a, b, match.cameo), (b, a, reverse))]
        options_a: list[Party | None] = [*sources] or [None]
        options_b: list[Party | None] = [*targets] or [None]
        return [(a, b, match.cameo) for a in options_a for b in options_b][:_MAX_PAIRS]


def _is_mutual(match: Match) -> bool:
    """Whether its actors do it to each other ("A and B agreed to …", "blamed *each other*")."""
    if isinstance(match.frame, VerbFrame) and match.frame.verb == "agree":
        return True
    group = match.patient
    return group is not None and match.sentence.cut(
        *match.sentence.span(group.first, group.last)
    ).lower() in ("each other", "one another")


def _is_shared(match: Match) -> bool:
    """ "A and B promised *to resume talks*": what they will do, they will do with each other."""
    return any(inner.frame.reciprocal for inner in match.inner)


def _is_ones_own(party: Party) -> bool:
    """ "*Its* ambassador", "*their* troops": of the one who does it."""
    owner = party.group.owner
    return owner is not None and owner.first == owner.last and party.text.split()[0].lower() in _OWNERS


def _distinct(found: list[Party]) -> list[Party]:
    seen: dict[str | None, Party] = {}
    for party in found:
        seen.setdefault(party.entity.entity_id, party)
    return list(seen.values())
