"""Who did what to whom, when and where: the event rows.

Takes the frames that fired (``matching``, ``composing``), fills their roles (``casting``), weighs
whether they happened (``status``) and when (``dating``), and writes one row a pair of actors. The
same act told of two sources or two targets is two rows with one trigger; casualties stand on the
first only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.codebook.entries import VerbFrame
from dateline.codebook.frames import Frames, load
from dateline.extract import composing, matching, stage, status
from dateline.extract.cast import Cast
from dateline.extract.casting import Casting
from dateline.extract.dating import Calendar, Dated
from dateline.extract.matching import Match
from dateline.extract.passing import is_anybody, is_in_passing
from dateline.extract.places import Places
from dateline.extract.roles import Party, chain, phrases_on
from dateline.extract.status import Status
from dateline.ids import digest
from dateline.language.document import Doc, NounGroup, Prep, Sentence
from dateline.records import Event, Figure, Place, Statement, Time

_NESTED = 32  # statements that may stand around one another
_CASUALTIES = ("killed", "injured")


_PUBLIC = frozenset({"AGREE", "CONSULT", "SUPPORT"})  # told of states and of those who act for many


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
        self.casting = Casting(cast, self.frames)
        self.calendar = Calendar(doc, times, published)
        self.figures: dict[str, list[Figure]] = {}
        for figure in figures:
            self.figures.setdefault(figure.sentence_id or "", []).append(figure)
        self.statements = sorted(statements, key=_content_start)
        self.contents = [_content_start(statement) for statement in self.statements]
        self.rows: list[Event] = []
        self.figure_events: dict[str, str] = {}
        self.event_of: dict[int, str] = {}  # match -> its first row
        self.owners: dict[int, list[Figure]] = {}  # of the sentence being read
        self.taken: dict[int, Match] = {}

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
            self.casting.remember_documents(sentence)
            self.calendar.leave(sentence)

    def tell_one(self, match: Match) -> None:
        state = status.of(match)
        sources, targets = self.casting.roles(match)
        dated = self.calendar.date(match, state.state)
        if not self.is_event(match, sources, targets, dated):
            return
        place = self.place(match, {id(party.group) for party in sources})
        casualties = self.casualties(match)
        rows = self.casting.pairs(match, sources, targets)
        common = self.common(match, state, dated, place)
        for n, (source, target, cameo) in enumerate(rows):
            own = {**common, **_code(self.frames, match, cameo), **_harm(casualties if n == 0 else {})}
            name = self.name(match, n)
            roles = {**_party("source", source), **_party("target", target)}
            self.rows.append(Event(name, **own, **{**roles, **located(match, source, target, place)}))
        first = self.rows[-len(rows)].event_id or ""
        for figure in casualties.values():
            self.figure_events[figure.figure_id or ""] = first
        self.event_of[id(match)] = first
        self.casting.remember(match, sources)

    def is_event(self, match: Match, sources: list[Party], targets: list[Party], dated: Dated | None) -> bool:
        """Whether the text says enough of it to be a row."""
        if not sources and (not targets or (match.inner and match.event_type == "COERCE")):
            return False  # "was forced to …": by whom, the text does not say
        if not sources and self.casting.is_without_actor(match):
            return False
        if is_in_passing(match, sources, targets, dated, bool(self.owners.get(id(match)))):
            return False
        if not composing.is_complete(match, bool(sources), bool(targets)):
            return False
        if match.event_type in _PUBLIC and all(_is_private(party) for party in (*sources, *targets)):
            return False  # "the *scientists* exchanged notes"
        if not match.lone or (sources and targets) or (dated is not None and dated.basis != "context"):
            return True
        return self.place(match, set()) is not None

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
                if (place := self.place_named(match.sentence, prep.group)) is not None:
                    return place
        return None

    def place_named(self, sentence: Sentence, group: NounGroup) -> Place | None:
        """The place that a group names, or, "near *the town of* Samarra", what it says that it is."""
        place = self.places.of(sentence, group)
        if place is not None or sentence.words[group.head].lemma not in matching.words("settlements"):
            return place
        named = (self.places.of(sentence, p.group) for p in group.preps if p.word == "of")
        return next((one for one in named if one is not None), None)

    def statement(self, match: Match) -> Statement | None:
        """The statement that reports the event; not the event's own, where it is an act of speech."""
        at = match.sentence.words[match.first].start
        own = match.sentence.words[match.group.head].start if match.group is not None else -1
        begun = bisect_right(self.contents, at)  # what is told inside each other begins close together
        around = [
            s
            for s in self.statements[max(0, begun - _NESTED) : begun]
            if at < (s.content_end or 0) and not (s.cue_start or 0) <= own < (s.cue_end or 0)
        ]
        frame = match.frame
        by_content = isinstance(frame, VerbFrame) and bool(frame.complement_types)
        if not around and by_content and frame.event_type == "ACCUSE":
            # "claimed that jets had bombed it": what is claimed is the accusation, not the verb.
            around = [s for s in self.statements if (s.cue_start or 0) <= at < (s.cue_end or 0)]
        return min(around, key=lambda s: (s.content_end or 0) - (s.content_start or 0), default=None)

    def name(self, match: Match, n: int) -> str:
        """The id of the match's row ``n``."""
        sentence = match.sentence
        start, end = sentence.span(match.first, match.last)
        own = start - sentence.start, end - sentence.start
        return digest("e", sentence.sentence_id, *own, match.frame.id, n)

    def common(self, match: Match, state: Status, dated: Dated | None, place: Place | None) -> dict[str, Any]:
        """The columns that all rows of a match share."""
        sentence = match.sentence
        start, end = self.span(match)
        trigger_start, trigger_end = sentence.span(match.first, match.last)
        statement = self.statement(match)
        inner = match.inner[0].frame.id if match.inner else None
        return {
            "article_id": self.article_id,
            "sentence_id": sentence.sentence_id,
            "start": start,
            "end": end,
            "text": sentence.cut(start, end),
            "trigger": sentence.cut(trigger_start, trigger_end),
            "trigger_start": trigger_start,
            "trigger_end": trigger_end,
            "status": state.state,
            "status_cue": state.cue,
            "date_start": dated.start if dated else None,
            "date_end": dated.end if dated else None,
            "date_precision": dated.precision if dated else None,
            "date_basis": dated.basis if dated else None,
            "time_id": dated.time_id if dated else None,
            "place_id": place.place_id if place else None,
            "statement_id": statement.statement_id if statement else None,
            "rule": f"{match.frame.id} + {inner}" if inner else match.frame.id,
        }


def _code(frames: Frames, match: Match, cameo: str) -> dict[str, Any]:
    """The columns that say what kind of event it is."""
    mode = match.event_mode or ""
    return {
        "event_type": match.event_type,
        "event_mode": mode or None,
        "cameo": cameo,
        "goldstein": frames.codes[cameo].goldstein,
        "quad_class": frames.modes[match.event_type, mode].quad_class,
        "code_rule": match.code_rule if cameo == match.cameo else f"{match.cameo} reversed",
    }


def _party(role: str, party: Party | None) -> dict[str, Any]:
    """The columns of the source or the target."""
    return {
        f"{role}_id": party.entity.entity_id if party else None,
        f"{role}_text": party.text if party else None,
        f"{role}_country": party.country if party else None,
        f"{role}_sector": party.sector if party else None,
        f"{role}_start": party.start if party else None,
        f"{role}_end": party.end if party else None,
        f"{role}_slot": (party.slot or None) if party else None,
    }


def located(match: Match, source: Party | None, target: Party | None, place: Place | None) -> dict[str, Any]:
    """The country of a side that has none of its own, by where it happened; its slot is then "place".

    An attack in a country hits that country's people, and those who march there are of it.
    """
    if place is None or place.country is None:
        return {}
    found: dict[str, Any] = {}
    at_home = source is not None and source.country == place.country
    aimed = not (at_home and match.event_type in matching.words("outward"))
    if aimed and match.event_type in matching.words("located_target") and _is_local(match, target):
        found = {"target_country": place.country, "target_slot": _by_place(target)}
    is_own = source is not None and match.event_type in matching.words("located_source")
    if is_own and (_is_local(match, source) or _is_people(source)):
        found |= {"source_country": place.country, "source_slot": _by_place(source)}
    return found


def _is_people(party: Party | None) -> bool:
    """ "*Ethnic Albanians* marched in Skopje": a people of several states is of that where it marches."""
    return (
        party is not None and party.country is None and party.sector == "CVL" and party.entity.kind == "group"
    )


def _by_place(party: Party | None) -> str:
    return f"{party.slot}.place" if party is not None and party.slot else "place"


def _is_local(match: Match, party: Party | None) -> bool:
    """Whether nobody is named, or people without a country of their own ("12 villagers")."""
    if party is None:
        return match.frame.target != ("none",) or match.event_type not in ("CONCEDE", "RETREAT")
    return is_anybody(match, party)


def _is_private(party: Party) -> bool:
    """Of no country and no calling that deals with states: "companies", "the players"."""
    return party.country is None and party.sector in matching.words("private")


def _harm(casualties: dict[str, Figure]) -> dict[str, Any]:
    """The columns of the killed and the injured."""
    killed, injured = casualties.get("killed"), casualties.get("injured")
    return {
        "deaths_low": _whole(killed.low) if killed else None,
        "deaths_high": _whole(killed.high) if killed else None,
        "deaths_of": killed.of if killed else None,
        "injured_low": _whole(injured.low) if injured else None,
        "injured_high": _whole(injured.high) if injured else None,
    }


def _content_start(statement: Statement) -> int:
    return statement.content_start or 0


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


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
