"""What matches inside each other are together: a request, a promise, a refusal *of* something.

An outer act and the event that it asks for, promises, refuses or charges compose to one code. The
inner one stays a row of its own only where it would be somebody else's act ("asked A *to
withdraw*"); what an actor says that it will do or not do is an act of words too. Aims ("marched *to
demand* reforms") and mere outcomes ("…, *killing six*") are no events of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook import derived, settings
from dateline.codebook.frames import Composition, Constraint, Frames, NounFrame, VerbFrame, load
from dateline.extract import status
from dateline.extract.cast import Cast
from dateline.extract.matching import Match, noun_frame, spelling_out, words
from dateline.extract.roles import chain, fits, head_of, measured, parties
from dateline.language.document import Clause, NounGroup, Sentence

_DECLARED = frozenset(
    {"ready", "willing", "prepared"}
)  # "declared itself *ready* to": read as the verb of its clause
_CONTENT = frozenset({"to", "that", "colon", "ing"})
WORDS_ONLY = frozenset({"AGREE", "THREATEN", "REJECT"})
TARGETS_WITHIN = WORDS_ONLY | {"PROTEST"}  # they are done to whom the act inside them would be done
_FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_RESTRAINT = "087"  # not to use force is to de-escalate (CAMEO 0356, 0256)
_CHARGED = frozenset({"ACCUSE", "COERCE", "SANCTION"})  # "accused of", "arrested for", "barred from"


def compose(
    sentence: Sentence, found: list[Match], by_clause: dict[int, Match], cast: Cast, frames: Frames
) -> list[Match]:
    """The matches that remain, in the order of their triggers."""
    if not found:
        return found
    composer = _Composer(sentence, found, by_clause, cast, frames)
    for match in reversed(found):  # what is inside comes first, for its own code counts
        composer.nest(match)
    matches = [one for match in found for one in composer.itemised(match)]
    for match in matches:
        composer.commit(match)
    matches = [m for m in matches if not _is_part(m)]
    kept = [m for m in composer.without_outcomes(matches) if m.event_type]
    return sorted(kept, key=lambda match: (match.first, match.last))


@derived
def _grounds() -> list[tuple[Constraint, str]]:
    classes = load().classes
    named = settings("events")["grounds"].items()
    return [(Constraint("match", False, False, classes[name]), figure) for name, figure in named]


class _Composer:
    def __init__(
        self,
        sentence: Sentence,
        found: list[Match],
        by_clause: dict[int, Match],
        cast: Cast,
        frames: Frames,
    ) -> None:
        self.sentence, self.by_clause, self.cast, self.frames = sentence, by_clause, cast, frames
        self.nouns = {
            match.group.head: match
            for match in found
            if match.is_noun and not match.light and match.group is not None
        }

    def nest(self, match: Match) -> None:
        """Composes ``match`` with the events that it asks for, promises, refuses or charges."""
        if match.clause is None:
            return
        bare = match.is_noun and not match.light
        others = self.spelt_out(match, match.group) if bare else self.governed(match, match.clause)
        if match.event_type == "REJECT" and not bare:
            others = (*others, *self.spelt_out(match, match.patient))  # "refused a plea *to free* them"
        for other in others:
            if other is not match and other.outer is None:
                other.outer = match
                match.inner.append(other)
        if not match.event_type:
            return
        if match.inner:
            first = match.inner[0]
            composed = self.of(match, first)
        else:
            composed = self.named(match)
        if composed is None:
            return
        mode = match.event_mode
        match.recode(composed)
        if (match.event_type, mode) in self.frames.codes[match.cameo].modes:
            match.event_mode = mode  # a strike for higher wages is a strike still

    def of(self, match: Match, inner: Match) -> Composition | None:
        """The code of an act of words about another act, done or left undone ("promised *not* to attack")."""
        clause, codes = inner.clause, self.frames
        is_noun = inner.is_noun and not inner.light
        if clause is None or is_noun or not clause.negated or clause is match.clause:
            return codes.compose(match.frame.id, match.cameo, inner.cameo, inner.event_type)
        by_force = inner.event_type in _FORCE
        if match.event_type == "REQUEST":
            return codes.compose("", match.cameo, _RESTRAINT, "RETREAT") if by_force else None
        if clause.relation != "to" or not self.pledges(match):
            return None
        if by_force:
            return codes.compose("", "030", _RESTRAINT, "RETREAT")
        outer = match.clause.lemma if match.clause is not None else ""
        if outer in words("vowing"):  # "vowed *not to sign*" is a refusal, "agreed not to sign" is none
            return codes.compose("refused", "", inner.cameo, inner.event_type)
        return codes.compose("", "030", "057", "SUPPORT")  # no more than an intent: 030

    def pledges(self, match: Match) -> bool:
        """Whether it binds the one who does it, however its frame is coded."""
        lemma = match.clause.lemma if match.clause is not None else ""
        return match.event_type == "AGREE" or (match.event_type == "THREATEN" and lemma in words("pledging"))

    def spelt_out(self, match: Match, group: NounGroup | None) -> Iterator[Match]:
        """ "Its *refusal to withdraw*": what a noun of saying is of."""
        if group is None or match.event_type not in WORDS_ONLY | {"REQUEST", "ACCUSE"}:
            return
        for clause in spelling_out(self.sentence, group):
            if id(clause) in self.by_clause:
                yield self.by_clause[id(clause)]

    def named(self, match: Match) -> Composition | None:
        """ "Offered *a loan*", "rejected a plea *for help*": the finer code of what the object names.

        The noun need be no event of its own, nor does it become one.
        """
        if match.event_type not in WORDS_ONLY | {"REQUEST"}:
            return None
        for group in self.objects(match):
            frame = noun_frame(self.sentence, group, self.frames)
            if frame is None or frame is match.frame or frame.event_type in ("", "AGREE", "REQUEST"):
                continue
            found = self.frames.compose(match.frame.id, match.cameo, frame.cameo, frame.event_type)
            if (
                found is not None
                and found.event_type == match.event_type
                and _is_finer(found.cameo, match.cameo)
            ):
                return found
        return None

    def objects(self, match: Match) -> Iterator[NounGroup]:
        """The object, what it measures, and what an offer or a plea is "of", "for" or "to"."""
        patient = match.patient if match.group is None else match.group
        spoken = self.frames.classes["@demand"] | self.frames.classes["@proposal"]
        for group in measured(self.sentence, patient):
            yield group
            if (match.is_noun and group is patient) or head_of(self.sentence, group) in spoken:
                phrases = (prep for prep in chain(group) if prep.word in ("of", "for"))
                yield from (one for prep in phrases for one in measured(self.sentence, prep.group))

    def governed(self, match: Match, clause: Clause) -> Iterator[Match]:
        effect = match.effect or match.light or match.event_type in _CHARGED | WORDS_ONLY
        if match.event_type == "PROTEST":
            yield from self.voiced(clause)
        for child in clause.children:
            if child.relation not in _CONTENT or child.verb <= clause.verb:
                continue
            if child.relation == "to" and self.is_beside(match, child):
                continue
            if child.relation == "ing" and child.marker in words("beside"):
                continue
            if child.relation == "ing" and not (effect and child.marker) and match.event_type != "PROTEST":
                continue
            for one in _with_conjuncts(child):
                if id(one) in self.by_clause:
                    yield self.by_clause[id(one)]
                elif self.is_helping(one):
                    deeper = (
                        c for c in one.children if c.relation in ("to", "ing") and id(c) in self.by_clause
                    )
                    yield from (self.by_clause[id(c)] for c in deeper)
        if not match.effect:
            return
        leading = (p.group for p in clause.preps if p.word in words("leading"))
        for group in (match.patient, clause.object, *leading):
            for member in group.members() if group is not None else ():
                if member.head in self.nouns:
                    yield self.nouns[member.head]

    def is_helping(self, clause: Clause) -> bool:
        """ "Urged it to *help* save them", "must be *ready* to mediate": what counts stands below."""
        predicate = clause.predicate
        if predicate is None:
            return clause.lemma in words("helping")
        return self.sentence.words[predicate].lemma in words("willing")

    def voiced(self, clause: Clause) -> Iterator[Match]:
        """ "Blocked roads in Oran *demanding* …": what protesters call for, wherever the participle hangs."""
        for other in self.sentence.clauses:
            if other.relation != "reduced" or other.form != "ing" or other.parent is not clause:
                continue
            inner = self.by_clause.get(id(other))
            who = other.antecedent
            if inner is None or inner.event_type != "REQUEST" or who is None:
                continue
            is_actor = any(e.kind not in ("place", "country") for e in self.cast.members(self.sentence, who))
            if not is_actor:
                yield inner

    def is_beside(self, match: Match, infinitive: Clause) -> bool:
        """ "Sought support *to persuade* them": an aim of the request, and not what is requested."""
        frame = match.frame
        complement = frame.complement if isinstance(frame, VerbFrame) else "to"
        if complement == "to" or match.event_type == "PROTEST":
            return False
        return bool(match.effect) and not status.is_named(infinitive, self.sentence)

    def commit(self, match: Match) -> None:
        """ "Will send troops", "is ready to talk", "will not sign": the code of the intent, not of the act.

        CAMEO and PLOVER code what an actor says it will do as agreeing, threatening or refusing.
        """
        clause = match.clause
        self.attempt(match)
        self.ground(match)
        self.cease(match)
        clause = match.clause
        within = match.outer is not None and match.outer.event_type
        if within or clause is None or clause.passive or (match.is_noun and not match.light):
            return
        if not parties(self.sentence, clause.subject, self.cast, strict=True):
            head = clause
            while head.relation == "conj" and head.parent is not None and head.form == "infinitive":
                head = head.parent
            if head.relation == "to" and head.parent is not None and head.parent.lemma in words("intend"):
                match.event_type = ""  # a plan or a resolution "aims to", but intends nothing
            return
        intent = self.intent(clause)
        composed = intent and self.frames.compose(intent, "", match.cameo, match.event_type)
        if not composed or (composed.event_type == "THREATEN" and not self.speaks_for_itself(clause)):
            return
        if any(child.marker == "unless" for child in clause.children):
            composed = self.frames.compose("", "130", match.cameo, match.event_type) or composed
        match.recode(composed)

    def cease(self, match: Match) -> None:
        """ "*Stopped* shelling the town", "*ceased* sending arms": the code of the ending, by its verb."""
        clause = match.clause
        parent = clause.parent if clause is not None else None
        if clause is None or parent is None or (match.is_noun and not match.light):
            return
        follows = clause.relation == "ing" and clause.marker is None and clause.verb == parent.verb_last + 1
        if not follows or id(parent) in self.by_clause or parent.passive:
            return
        if self.frames.light_verbs.get(parent.lemma) != "stopped":
            return
        composed = self.frames.compose("stopped", "", match.cameo, match.event_type)
        if composed is not None:
            match.recode(composed)
            match.clause, match.first, match.last = parent, parent.verb, parent.verb_last

    def ground(self, match: Match) -> None:
        """ "Marched *against the new tax*": the last figure of a protest's code tells what it is about."""
        if match.event_type != "PROTEST" or match.cameo[:2] != "14" or match.cameo == "140":
            return
        groups = list(self.grounds(match))
        for wanted, figure in _grounds():
            if len(match.cameo) > 3 and figure != "4":
                continue  # what its demand says is surer
            if any(fits(self.sentence, group, wanted, self.cast) for group in groups):
                match.cameo = match.cameo[:3] + figure
                return

    def grounds(self, match: Match) -> Iterator[NounGroup]:
        """The groups that may say what a protest is about."""
        after = words("grounds_after")
        if match.group is not None:
            yield from (prep.group for prep in match.group.preps if prep.word in after)
        clause = match.clause
        if clause is None or (match.is_noun and not match.light):
            return
        aims = [c for c in clause.children if c.relation in ("to", "ing")]
        if match.patient is not None:
            yield from (prep.group for prep in match.patient.preps if prep.word in after)
            if not match.frame.event_type or match.frame.id == "verb:protest":
                yield match.patient
        for one in (clause, *aims):
            if one is not clause and one.object is not None:
                yield one.object
            for phrase in one.preps:
                if phrase.word in after - {"of"} or phrase.word.startswith("in protest"):
                    yield phrase.group
                elif self.sentence.words[phrase.group.head].lemma in words("answering"):
                    yield from (prep.group for prep in phrase.group.preps)

    def attempt(self, match: Match) -> None:
        """ "Tried *to assassinate* him", "a plot *to kill* the premier": an attempt, whatever came of it."""
        clause = match.clause
        if match.cameo != "186" or clause is None or clause.relation != "to" or clause.parent is None:
            return
        over = [clause.parent.lemma]
        if clause.antecedent is not None:
            over.append(self.sentence.words[clause.antecedent.head].lemma)
        if any(word in words("attempting") for word in over):
            match.cameo = "185"

    def intent(self, clause: Clause) -> str | None:
        while clause.relation == "conj" and clause.parent is not None and clause.modal is None:
            if clause.verb_first != clause.verb:
                return None
            clause = clause.parent
        never = clause.modal == "would" and clause.negated and self.says_never(clause)
        if clause.modal in words("will") or never or (clause.modal == "would" and status.is_reported(clause)):
            return "refused" if clause.negated else "intended"
        parent = clause.parent
        if parent is not None and parent.lemma == "hint" and clause.modal in ("may", "might", "could"):
            return None if clause.negated else "intended"
        if clause.relation != "to" or parent is None or parent.negated or id(parent) in self.by_clause:
            return None
        predicate = self.sentence.words[parent.predicate].lemma if parent.predicate is not None else None
        if parent.lemma == "be" and predicate is None and not parent.preps and not parent.object:
            return "intended"  # "is *to visit* Paris"
        if predicate in words("willing") or (
            predicate is None and parent.lemma in words("intend") | _DECLARED
        ):
            return "intended"
        return "refused" if predicate in words("unwilling") else None

    def says_never(self, clause: Clause) -> bool:
        return any(w.lower == "never" for w in self.sentence.words[clause.verb_first : clause.verb + 1])

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
        items = [one for c in clause.children if c.relation == "colon" for one in _with_conjuncts(c)]
        return [self.item(match, item) for item in items] or [match]

    def item(self, match: Match, clause: Clause) -> Match:
        inner = self.by_clause.get(id(clause))
        frame = match.frame
        own = Match(
            self.sentence, match.scopes, frame, match.clause, match.group, None,
            clause.verb, clause.verb_last, frame.event_type, frame.event_mode, frame.cameo, light=match.light,
        )  # fmt: skip
        if inner is None:
            return own
        own.inner, inner.outer = [inner], own
        composed = self.frames.compose(frame.id, frame.cameo, inner.cameo, inner.event_type)
        if composed is not None:
            own.recode(composed)
        return own

    def without_outcomes(self, matches: list[Match]) -> list[Match]:
        """Folds "…, killing six" into the attack that it is the outcome of."""
        kept: list[Match] = []
        means = {id(self.by_clause.get(id(m.clause.parent))) for m in matches if m.clause and _is_means(m)}
        for match in matches:
            main = self.cause(match)
            if id(match) in means and match.frame.cameo == "190" and match.instrument is None:
                continue  # "retaliated *by bombing*": the bombing tells it
            if main is None:
                kept.append(match)
            elif match.instrument is not None:
                # It names an attack of its own: one of those told before, carried out in the same way.
                if not match.event_mode:
                    match.event_mode, match.cameo = main.event_mode, main.cameo
                    match.code_rule = main.code_rule or main.frame.id
                kept.append(match)
            elif match.clause is not None:
                main.results.append(match.clause)
        return kept

    def cause(self, match: Match) -> Match | None:
        clause = match.clause
        if match.is_noun or clause is None or clause.relation != "ing" or clause.marker:
            return None
        main = self.by_clause.get(id(clause.parent))
        if match.event_type != "ASSAULT" or main is None or main is match:
            return None
        if main.event_type == "PROTEST" and main.event_mode == "riot" and match.event_mode == "destroy":
            return main  # "rioted, *setting fire* to cars"
        return main if main.event_type == "ASSAULT" else None


def is_complete(match: Match, has_source: bool, has_target: bool) -> bool:
    """Whether an event noun inside a request is an act of its own: "demanded *the withdrawal* of A from B".

    "Asked for *talks*" is told by the code of the request already.
    """
    outer = match.outer
    if (
        outer is None
        or not (outer.event_type == "REQUEST" or outer.cameo == "113")
        or match.light
        or not isinstance(match.frame, NounFrame)
    ):
        return True
    return has_source and (has_target or match.frame.target == ("none",))


def _is_finer(code: str, than: str) -> bool:
    """Whether a CAMEO code says more of the same: 0331 more than 033 or 030."""
    return (
        len(code) > len(than.rstrip("0"))
        and code != than
        and code.startswith(than if than[-1] != "0" else than[:2])
    )


def _is_means(match: Match) -> bool:
    clause = match.clause
    return (
        match.event_type == "ASSAULT"
        and clause is not None
        and clause.relation == "ing"
        and clause.marker == "by"
    )


def _with_conjuncts(clause: Clause) -> Iterator[Clause]:
    waiting = [clause]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(child for child in reversed(one.children) if child.relation == "conj")


def _is_part(match: Match) -> bool:
    """Whether it, or what it stands in, is only an aim or belongs to another act."""
    around = (match, match.outer) if match.outer is not None else (match,)
    return any(status.is_aim(one) or _is_contained(one) for one in around)


def _is_contained(match: Match) -> bool:
    """Whether an outer act has taken this one into its code ("agreed *to withdraw*", "accused of *spying*").

    What somebody asks of another stays a row of its own: it would be that other's act.
    """
    outer = match.outer
    if outer is None:
        return False
    if outer.event_type == "PROTEST":
        return match.event_type == "REQUEST"  # "marched, *demanding* reforms"
    if outer.event_type == "MOBILIZE" and outer.effect:
        return True  # "prepared *to shell* the town"
    return outer.event_type in WORDS_ONLY or (outer.event_type in _CHARGED and not match.is_noun)
