"""Who did what to whom, when and where: the event rows.

Takes the frames that fired (``matching``), fills their roles (``roles``), weighs whether they
happened (``status``) and when (``dating``), and writes one row a pair of actors. The same act told
of two sources or two targets is two rows with one trigger; casualties stand on the first only.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.codebook.frames import Frames, NounFrame, VerbFrame, load
from dateline.extract import composing, matching, stage, status
from dateline.extract.cast import Cast
from dateline.extract.dating import Calendar, Dated
from dateline.extract.matching import Match
from dateline.extract.places import Places
from dateline.extract.roles import (
    Party,
    agent,
    but_places,
    chain,
    noun_slot,
    parties,
    patient_of,
    phrases_on,
    slot,
)
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Prep, Sentence
from dateline.language.lexicon import word_list
from dateline.records import Event, Figure, Place, Statement, Time

_CASUALTIES = ("killed", "injured")
_REVERSED = {"042": "043", "043": "042"}  # a visit, and hosting it
_MAX_PAIRS = 16


class _Teller:
    """Reads the matches in text order; remembers what later ones refer back to."""

    def __init__(
        self,
        doc: Doc,
        article_id: str,
        cast: Cast,
        places: Places,
        times: list[Time],
        figures: list[Figure],
        statements: list[Statement],
        published: date | None,
    ) -> None:
        self.doc, self.article_id, self.cast, self.places = doc, article_id, cast, places
        self.frames: Frames = load()
        self.calendar = Calendar(doc, times, published)
        self.figures: dict[str, list[Figure]] = {}
        for figure in figures:
            self.figures.setdefault(figure.sentence_id or "", []).append(figure)
        self.statements = statements
        self.rows: list[Event] = []
        self.figure_events: dict[str, str] = {}
        self.event_of: dict[int, str] = {}  # match -> its first row
        self.owners: dict[int, list[Figure]] = {}  # of the sentence being read
        self.taken: dict[int, Match] = {}
        self.latest: dict[str, tuple[int, list[Party]]] = {}  # type of event -> sentence, who did it
        self.authors: dict[str, list[Party]] = {}  # "report" -> whose it was when it was first told of

    def tell(self) -> None:
        for sentence in self.doc.sentences:
            if not sentence.words:
                continue
            found, by_clause = matching.find(sentence, self.cast, self.frames)
            matches = composing.compose(sentence, found, by_clause, self.cast, self.frames)
            if matches:
                self.calendar.enter(sentence, matches)
                self.owners = self.casualty_owners(sentence, matches)
                self.taken = self.taken_phrases(matches)
            for match in matches:
                self.tell_one(match)
            self.remember_documents(sentence)
            self.calendar.leave(sentence)

    def tell_one(self, match: Match) -> None:
        state = status.of(match)
        sources, targets = self.roles(match)
        dated = self.calendar.date(match, state)
        if not sources and (not targets or (match.inner and match.event_type == "COERCE")):
            return  # "was forced to …": by whom, the text does not say
        if not sources and self.is_without_actor(match):
            return
        if not composing.is_complete(match, bool(sources), bool(targets)):
            return
        if match.lone and (dated is None or dated.basis == "context") and self.place(match, set()) is None:
            return
        rows = self.pairs(match, sources, targets)
        start, end = self.span(match)
        casualties = self.casualties(match)
        place = self.place(match, {id(party.group) for party in sources})
        for n, (source, target, cameo) in enumerate(rows):
            self.rows.append(
                self.row(
                    match,
                    n,
                    source,
                    target,
                    cameo,
                    state,
                    dated,
                    place,
                    casualties if n == 0 else {},
                    start,
                    end,
                )
            )
        for figure in casualties.values():
            self.figure_events[figure.figure_id or ""] = self.rows[-len(rows)].event_id or ""
        self.event_of[id(match)] = self.rows[-len(rows)].event_id or ""
        if sources:
            self.latest[match.event_type] = (match.sentence.position, sources)

    def is_without_actor(self, match: Match) -> bool:
        """ "Backed *by tanks*", "hit *by inflation*": done by a thing, which only violence can be."""
        clause = match.clause
        if match.is_noun or clause is None or not clause.passive or match.event_type == "ASSAULT":
            return False
        doer = agent(clause)
        if doer is None or match.sentence.words[doer.head].tag not in ("NN", "NNS"):
            return False
        return match.sentence.words[doer.head].lemma not in self.frames.classes["@person"]

    # -- roles ---------------------------------------------------------------------------------

    def roles(self, match: Match) -> tuple[list[Party], list[Party]]:
        if isinstance(match.frame, NounFrame):
            sources, targets = self.noun_roles(match, match.frame)
        else:
            sources, targets = self.verb_roles(match, match.frame)
        if not targets and match.outer is not None and match.outer.effect == "requested":
            targets = self.asker(match.outer, match.frame, sources)
        if not targets and match.event_type in composing.TARGETS_WITHIN:
            targets = self.affected(match)
        if not targets and match.event_type in ("CONCEDE", "REJECT") and match.patient is not None:
            targets = self.asked_before(match)
        own = {party.entity.entity_id for party in sources}
        targets = [party for party in targets if party.entity.entity_id not in own]
        return _distinct(sources), _distinct(targets)

    def affected(self, match: Match) -> list[Party]:
        """To whom is done what somebody promises, threatens or refuses to do, or whose fall is demanded."""
        if match.event_type == "PROTEST" and match.cameo[-1] != "1":
            return []
        return next((found for inner in match.inner if (found := self.roles(inner)[1])), [])

    def asker(self, outer: Match, inner: VerbFrame | NounFrame, sources: list[Party]) -> list[Party]:
        """What one asks another to do, it asks for itself ("asked Cuba *to share* its data")."""
        if (inner.reciprocal and len(sources) > 1) or inner.target == ("none",):
            return []  # they would do it to each other, or to nobody
        who, whom = self.roles(outer)
        asked = {party.entity.entity_id for party in whom}
        return who if sources and asked & {party.entity.entity_id for party in sources} else []

    def asked_before(self, match: Match) -> list[Party]:
        """ "A request that it will not grant": whose the request was."""
        assert match.patient is not None
        noun = match.sentence.words[match.patient.head].lemma
        if not any(frame.event_type == "REQUEST" for frame in self.frames.nouns.get(noun, ())):
            return []
        position, found = self.latest.get("REQUEST", (-9, []))
        return found if match.sentence.position - position <= 1 else []

    def verb_roles(self, match: Match, frame: VerbFrame) -> tuple[list[Party], list[Party]]:
        sentence, clause = match.sentence, match.clause
        assert clause is not None
        sources = [p for p in self.doers(sentence, match, agent(clause)) if p.entity.kind != "place"]
        targets = self.first_slot(sentence, clause, frame.target, match.patient)
        if not targets and frame.event_type == "ACCUSE":
            targets = self.doers_of_told(sentence, [clause.object, *(p.group for p in clause.preps)])
        return sources, targets

    def first_slot(
        self, sentence: Sentence, clause: Clause, names: tuple[str, ...], patient: NounGroup | None
    ) -> list[Party]:
        for name in names:
            if found := slot(sentence, clause, name, self.cast, patient):
                return found
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
            sources = self.doers(sentence, match, agent(match.clause))
        for name in () if sources else frame.source:
            if sources := noun_slot(sentence, group, name, self.cast):
                break
        targets: list[Party] = []
        taken = {id(p.group) for p in sources}
        for name in frame.target:
            found = noun_slot(sentence, group, name, self.cast)
            if not found and match.clause is not None and match.light:
                found = [] if name in ("owner", "mod") else slot(sentence, match.clause, name, self.cast)
                found = but_places(name, found)
            targets = [p for p in found if id(p.group) not in taken]
            if targets:
                break
        if not targets and (clause := matching.under(match)) is not None:
            targets = parties(sentence, clause.subject, self.cast)
        if not targets and frame.event_type == "ACCUSE":
            targets = self.doers_of_told(sentence, [prep.group for prep in chain(group)])
        if not sources and match.clause is not None and matching.is_occasion(match):
            sources = self.doers(sentence, match, match.clause.subject)
            targets = targets or self.there(sentence, match.clause, group)
        return [p for p in sources if p.entity.kind != "place"], targets

    def there(self, sentence: Sentence, clause: Clause, group: NounGroup) -> list[Party]:
        """ "Was *in Malaysia* on a visit"; "a visit *there*": the country or place named last before it."""
        for prep in clause.preps:
            if prep.word in ("in", "to") and (found := parties(sentence, prep.group, self.cast)):
                return found
        following = group.last + 1
        if following >= len(sentence.words) or sentence.words[following].lower != "there":
            return []
        for i in range(group.first - 1, -1, -1):
            entity = self.cast.at(sentence, i)
            if entity is not None and entity.kind in ("country", "place"):
                return [Party(entity, NounGroup(i, i, i), sentence.words[i].text)]
        return []

    def doers(self, sentence: Sentence, match: Match, group: NounGroup | None) -> list[Party]:
        """The actors of a subject; of an attack those who made it, of a document those who wrote it."""
        if group is not None and group is match.instrument:
            own = parties(sentence, group, self.cast, strict=True)
            return own or self.doers_of_noun(sentence, group)
        found = parties(sentence, group, self.cast)
        if not found and group is not None:
            lemma = sentence.words[group.head].lemma
            return self.publishers(sentence, group, lemma) or self.authors.get(lemma, [])
        return found

    def publishers(self, sentence: Sentence, group: NounGroup, lemma: str) -> list[Party]:
        """ "France issued *a statement* condemning …", "*a letter* sent by Cuba": who puts a document out."""
        if lemma not in word_list("documents"):
            return []
        for clause in sentence.clauses:
            if clause.lemma not in matching.words("publishing"):
                continue
            patient = patient_of(clause)
            if patient is not None and patient.head == group.head:
                return parties(sentence, agent(clause), self.cast)
        return []

    def doers_of_noun(self, sentence: Sentence, group: NounGroup) -> list[Party]:
        """ "*The bombing* of Cambodia by the air force killed …": who its frame says."""
        for frame in self.frames.nouns.get(sentence.words[group.head].lemma, ()):
            for name in frame.source:
                if found := noun_slot(sentence, group, name, self.cast):
                    return found
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
                    return found
        return []

    def remember_documents(self, sentence: Sentence) -> None:
        for group in sentence.groups:
            if sentence.words[group.head].tag != "NN":
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
        mutual = match.frame.reciprocal or (not targets and _is_mutual(match))
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

    # -- the rest of a row ---------------------------------------------------------------------

    def span(self, match: Match) -> tuple[int, int]:
        sentence, clause, group = match.sentence, match.clause, match.group
        first, last = match.first, match.last
        if group is not None:
            ends = [group.last, *(p.group.last for p in chain(group))]
            first, last = min(first, group.first), max(last, *ends)
        if clause is not None and (group is None or match.light):
            subject = clause.subject
            if (
                subject is not None
                and clause.relation in ("root", "that", "adverbial")
                and subject.first < clause.verb
            ):
                first = min(first, subject.first)
            first, last = min(first, clause.first), max(last, clause.last)
            for child in match.results:
                last = max(last, child.last)
        return sentence.span(first, last)

    def casualty_owners(self, sentence: Sentence, matches: list[Match]) -> dict[int, list[Figure]]:
        """The killed and injured of a sentence by the event they belong to, not by the nearest verb."""
        violent = [m for m in matches if m.event_type == "ASSAULT"]
        by_clause: dict[int, list[Match]] = {}
        for match in violent:
            for clause in (match.clause, *match.results):
                by_clause.setdefault(id(clause), []).append(match)
        found: dict[int, list[Figure]] = {}
        for figure in self.figures.get(sentence.sentence_id, ()):
            if figure.measure not in _CASUALTIES or not violent:
                continue
            near = by_clause.get(id(violent[0].scopes.nearest(figure.start or 0)), [])
            owners = [m for m in near if not m.is_noun or m.light] or near or violent
            if near or len(violent) == 1:
                found.setdefault(id(owners[0]), []).append(figure)
        return found

    def casualties(self, match: Match) -> dict[str, Figure]:
        found: dict[str, Figure] = {}
        for figure in self.owners.get(id(match), ()):
            found.setdefault(figure.measure or "", figure)
        return found

    def taken_phrases(self, matches: list[Match]) -> dict[int, Match]:
        """The groups of phrases that belong to the noun of an event."""
        return {
            id(p.group): match
            for match in matches
            if match.is_noun and match.group is not None
            for p in chain(match.group)
        }

    def place(self, match: Match, doers: set[int]) -> Place | None:
        """Where: a phrase of place on the event's noun or verb that does not say by whom."""
        nouns = [group for group in (match.group, match.instrument) if group is not None]
        own = [phrase for group in nouns for phrase in phrases_on(group)]
        loose: list[Prep] = []
        clause = matching.teller(match)
        if clause is not None:
            loose += clause.preps
            if clause.object is not None:
                loose += chain(clause.object)
            if clause.relation == "conj" and clause.parent is not None:
                loose += clause.parent.preps
        phrases = own + [p for p in loose if self.taken.get(id(p.group), match) is match]
        for kind in ("rest", "motion"):
            for prep in phrases:
                if prep.word not in matching.words(kind) or id(prep.group) in doers:
                    continue
                if (place := self.places.of(match.sentence, prep.group)) is not None:
                    return place
        return None

    def statement(self, match: Match) -> Statement | None:
        """The statement that reports the event; not the event's own, where it is an act of speech."""
        at = match.sentence.words[match.first].start
        own = match.sentence.words[match.group.head].start if match.group is not None else -1
        around = [
            s
            for s in self.statements
            if (s.content_start or 0) <= at < (s.content_end or 0)
            and not (s.cue_start or 0) <= own < (s.cue_end or 0)
        ]
        return min(around, key=lambda s: (s.content_end or 0) - (s.content_start or 0), default=None)

    def row(
        self,
        match: Match,
        n: int,
        source: Party | None,
        target: Party | None,
        cameo: str,
        state: str,
        dated: Dated | None,
        place: Place | None,
        casualties: dict[str, Figure],
        start: int,
        end: int,
    ) -> Event:
        sentence = match.sentence
        trigger_start, trigger_end = sentence.span(match.first, match.last)
        code = self.frames.codes[cameo]
        killed, injured = casualties.get("killed"), casualties.get("injured")
        statement = self.statement(match)
        inner = match.inner[0].frame.id if match.inner else None
        return Event(
            event_id=digest(
                "e",
                sentence.sentence_id,
                trigger_start - sentence.start,
                trigger_end - sentence.start,
                match.frame.id,
                n,
            ),
            article_id=self.article_id,
            sentence_id=sentence.sentence_id,
            start=start,
            end=end,
            text=sentence.cut(start, end),
            trigger=sentence.cut(trigger_start, trigger_end),
            trigger_start=trigger_start,
            trigger_end=trigger_end,
            source_id=source.entity.entity_id if source else None,
            source_text=source.text if source else None,
            source_country=source.country if source else None,
            source_sector=source.sector if source else None,
            target_id=target.entity.entity_id if target else None,
            target_text=target.text if target else None,
            target_country=target.country if target else None,
            target_sector=target.sector if target else None,
            event_type=match.event_type,
            event_mode=match.event_mode or None,
            cameo=cameo,
            goldstein=code.goldstein,
            quad_class=self.frames.modes[match.event_type, match.event_mode or ""].quad_class,
            status=state,
            date_start=dated.start if dated else None,
            date_end=dated.end if dated else None,
            date_precision=dated.precision if dated else None,
            date_basis=dated.basis if dated else None,
            time_id=dated.time_id if dated else None,
            place_id=place.place_id if place else None,
            deaths_low=_whole(killed.low) if killed else None,
            deaths_high=_whole(killed.high) if killed else None,
            deaths_of=killed.of if killed else None,
            injured_low=_whole(injured.low) if injured else None,
            injured_high=_whole(injured.high) if injured else None,
            statement_id=statement.statement_id if statement else None,
            rule=f"{match.frame.id} + {inner}" if inner else match.frame.id,
        )


def _is_mutual(match: Match) -> bool:
    """Whether its actors do it to each other ("A and B agreed to …", "blamed *each other*")."""
    if isinstance(match.frame, VerbFrame) and match.frame.verb == "agree":
        return True
    group = match.patient
    return group is not None and match.sentence.cut(
        *match.sentence.span(group.first, group.last)
    ).lower() in ("each other", "one another")


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _distinct(found: list[Party]) -> list[Party]:
    seen: dict[str | None, Party] = {}
    for party in found:
        seen.setdefault(party.entity.entity_id, party)
    return list(seen.values())


def extract(
    doc: Doc,
    article_id: str,
    cast: Cast,
    places: Places,
    times: list[Time],
    figures: list[Figure],
    statements: list[Statement],
    published: date | None,
) -> tuple[list[Event], list[Figure], list[Time]]:
    """The events in text order, and the figures and times with the events they belong to or count from."""
    teller = _Teller(
        doc, article_id, stage.build(cast, places), places, times, figures, statements, published
    )
    teller.tell()
    linked = [replace(f, event_id=teller.figure_events.get(f.figure_id or "")) for f in figures]
    anchors = {name: teller.event_of.get(id(match)) for name, match in teller.calendar.anchors.items()}
    dated = [replace(t, anchor_id=anchor) if (anchor := anchors.get(t.time_id or "")) else t for t in times]
    return sorted(teller.rows, key=lambda e: (e.start or 0, e.end or 0)), linked, dated
