"""Who says what: reported and quoted speech, and the words that report it.

For the table ``statements``, and for the events and implications, which ask whose voice a sentence is in.
A row is a cue with its source and its content; speech within speech is rows of its own. Words in
quotation marks that nobody is said to have uttered are no statement.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract import contents, quotes, reporting
from dateline.extract.cast import Cast
from dateline.extract.contents import Scene
from dateline.extract.reporting import Cue
from dateline.extract.roles import agent
from dateline.ids import digest
from dateline.language.document import Clause, Doc, NounGroup, Sentence
from dateline.records import Entity, Statement

_HEARSAY_PLURALS = frozenset({"NNS", "NNPS"})
_PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "over"})
_ORDINALS = frozenset({"first", "firstly", "second", "secondly", "third", "thirdly", "finally"})
_OWNING = frozenset({"by", "from"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by its words: the cue, the source, the content and the audience, as word indexes."""

    cue: tuple[int, int]
    source: NounGroup | None
    content: tuple[int, int] | None
    audience: NounGroup | None = None


class _Listener:
    """Reads the sentences in order; remembers whose a document is."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast, self.cues = doc, cast, reporting.load()
        self.quotes = quotes.find(doc)
        self.authors: dict[str, Entity] = {}  # "report" -> whose it was when it was first told of
        self.rows: list[Statement] = []
        self.latest: tuple[Sentence, Statement] | None = None  # who was quoted last

    def listen(self) -> list[Statement]:
        for sentence in self.doc.sentences:
            if not sentence.words:
                continue
            scene = Scene(sentence, self.quotes.get(sentence.position, []), self.cues, self.cast)
            found = [*self.verbs(scene), *self.quoted_as(scene), *self.phrases(scene)]
            found += self.nouns(scene, found)
            self.remember(sentence)
            # Two rules may see the same statement; the first one's reading stays.
            told = {(said.cue, said.content): said for said in reversed(found)}
            for said in sorted(told.values(), key=lambda s: (s.cue, s.content or (0, 0))):
                self.write(scene, said)
            if not found:
                self.carry_on(scene)
        return sorted(self.rows, key=lambda row: (row.start or 0, row.end or 0))

    # -- verbs ---------------------------------------------------------------------------------

    def verbs(self, scene: Scene) -> list[Said]:
        found: list[Said] = []
        for clause in scene.sentence.clauses:
            cue = self.cues.verbs.get(clause.lemma)
            if cue is None or not self.is_said(scene, clause):
                continue
            content = contents.of_verb(scene, clause, cue)
            if content is None:
                continue
            speaker = content.speaker or self.speaker(scene, clause)
            if speaker is None or not self.may_speak(scene, speaker, strict=cue.source == "strict"):
                continue
            audience = content.audience if content.audience is not speaker else None
            found.append(Said((clause.verb, clause.verb), speaker, (content.first, content.last), audience))
        return found

    def is_said(self, scene: Scene, clause: Clause) -> bool:
        """Whether the words were uttered: not denied, merely possible, wanted or asked for."""
        lists, steps = self.cues.lists, 0
        current: Clause | None = clause
        while current is not None and steps < 8:
            if current.negated or current.marker in lists["unsaid"] or current.marker == "without":
                return False
            if current.modal is not None and (
                current.modal not in ("would", "will") or current.relation != "that"
            ):
                return False
            if current.form != "infinitive" or current.relation not in ("to", "conj"):
                return True
            parent = current.parent
            if current.relation == "to" and (
                parent is None or self.governor(scene, parent) not in lists["said to"]
            ):
                return False
            current, steps = parent, steps + 1
        return True

    def governor(self, scene: Scene, clause: Clause) -> str:
        return clause.lemma if clause.predicate is None else scene.sentence.words[clause.predicate].lemma

    def speaker(self, scene: Scene, clause: Clause) -> NounGroup | None:
        """Who says it; a speaker inside a quotation is nobody's who stands outside."""
        clause, steps = self.told_from(scene, clause), 0
        group = agent(clause)
        outside = scene.quoted(clause.verb) is None
        parent = clause.parent
        while group is not None and outside and scene.quoted(group.head) is not None and steps < 8:
            group = agent(parent) if parent is not None else None
            parent, steps = (parent.parent if parent is not None else None), steps + 1
        return group

    def told_from(self, scene: Scene, clause: Clause) -> Clause:
        """Of ", adding that …" the finite clause whose subject goes on speaking; else the clause itself."""
        if clause.lemma in ("say", "add", "tell") and scene.sentence.words[clause.verb_first - 1].tag == "CC":
            above, steps = clause.parent, 0  # "said it had failed *and added* …"
            while above is not None and above.lemma not in self.cues.verbs and steps < 8:
                above, steps = above.parent, steps + 1
            if above is not None and above.form == "finite":
                return above
        if (
            clause.relation != "ing"
            or clause.marker is not None
            or scene.sentence.words[clause.verb_first - 1].tag != ","
        ):
            return clause
        current, steps = clause, 0
        while current.parent is not None and current.form != "finite" and steps < 8:
            current, steps = current.parent, steps + 1
        return current if current.form == "finite" and not current.passive else clause

    def quoted_as(self, scene: Scene) -> list[Said]:
        """ "was quoted by the paper as saying that …"."""
        words, found = scene.sentence.words, []
        for clause in scene.sentence.clauses:
            if not clause.passive or clause.lemma not in self.cues.lists["quoted"] or clause.subject is None:
                continue
            at = next((w.i for w in words[clause.verb_last + 1 : -1] if w.lower == "saying"), None)
            if at is None or words[at - 1].lower != "as":
                continue
            first = at + 1 + (words[at + 1].lower == "that")
            last = contents.trim(scene, first, len(words) - 1)[1]
            found.append(Said((at, at), clause.subject, (first, last)))
        return found

    def may_speak(self, scene: Scene, group: NounGroup, *, strict: bool) -> bool:
        word = scene.sentence.words[group.head]
        if word.lower in self.cues.lists["mute"] or word.tag == "EX":
            return False
        if not strict or self.cast.members(scene.sentence, group) or self.document(scene, group):
            return True
        return word.lemma in self.cues.lists["speaker"] or word.tag in ("NNP", "NNPS")

    def document(self, scene: Scene, group: NounGroup) -> Entity | None:
        """Whose report it is that says something."""
        sentence = scene.sentence
        lemma = sentence.words[group.head].lemma
        if lemma not in self.cues.lists["speaker"]:
            return None
        if (own := self.owner_of(sentence, group)) is not None:
            return own
        if (light := self.light(scene, group)) is not None and (giver := agent(light)) is not None:
            return self.cast.of(sentence, giver)
        definite = sentence.words[group.first].lower in ("the", "this", "that")
        return self.authors.get(lemma) if definite else None

    def owner_of(self, sentence: Sentence, group: NounGroup) -> Entity | None:
        if group.owner is not None and (own := self.cast.of(sentence, group.owner)) is not None:
            return own
        return next(
            (e for p in group.preps if p.word == "by" and (e := self.cast.of(sentence, p.group))), None
        )

    def remember(self, sentence: Sentence) -> None:
        for group in sentence.groups:
            word = sentence.words[group.head]
            document = word.tag == "NN" and word.lemma in self.cues.lists["speaker"]
            if document and (own := self.owner_of(sentence, group)) is not None:
                self.authors[word.lemma] = own

    # -- nouns ---------------------------------------------------------------------------------

    def nouns(self, scene: Scene, verbs: list[Said]) -> list[Said]:
        found: list[Said] = []
        words = scene.sentence.words
        for group in scene.sentence.groups:
            word = words[group.head]
            cue = self.cues.nouns.get(word.lemma)
            if cue is None or not word.tag.startswith("N") or words[group.first].lower in ("no", "any"):
                continue
            light = self.light(scene, group)
            if light is not None and any(said.cue[0] == light.verb for said in verbs):
                continue
            source = self.noun_source(scene, group, light)
            if source is None and (cue.source != "hearsay" or word.tag not in _HEARSAY_PLURALS):
                continue
            if cue.source == "light" and light is None:
                continue
            found.extend(self.noun(scene, group, cue, light, source))
        return found

    def noun(
        self, scene: Scene, group: NounGroup, cue: Cue, light: Clause | None, source: NounGroup | None
    ) -> list[Said]:
        """The rows of a noun that reports: one, or one for each of the demands behind a colon."""
        parts = self.listed(scene, group, light) if "colon" in cue.shapes else []
        if not parts and (content := self.noun_content(scene, group, cue)) is not None:
            parts = [content]
        if not parts and light is None:
            return []
        audience = None
        if light is not None:
            phrases = (p for p in (*group.preps, *light.preps) if p.word in cue.audience)
            audience = next((p.group for p in phrases if self.cast.of(scene.sentence, p.group)), None)
        if not parts and any(
            c.antecedent is group and c.lemma in self.cues.verbs for c in scene.sentence.clauses
        ):
            return []  # "issued a statement *saying* …": the participle has the row
        whole: list[tuple[int, int] | None] = [*parts] or [None]
        return [Said((group.head, group.head), source, part, audience) for part in whole]

    def light(self, scene: Scene, group: NounGroup) -> Clause | None:
        """The clause of "made a demand", whose subject is the speaker."""
        for clause in scene.sentence.clauses:
            if clause.object is None or clause.lemma not in self.cues.lists["light"]:
                continue
            if any(m is group for m in clause.object.members()) and self.is_said(scene, clause):
                return clause
        return None

    def noun_source(self, scene: Scene, group: NounGroup, light: Clause | None) -> NounGroup | None:
        """The owner, the one named in front ("US claims"), a "by" phrase, a light verb's subject."""
        sentence = scene.sentence
        if group.owner is not None:
            known = sentence.words[group.owner.head].lower in self.cues.lists["owner"]
            return group.owner if known or self.may_speak(scene, group.owner, strict=True) else None
        for i in range(group.first, group.head):
            if self.cast.at(sentence, i) is not None:
                return NounGroup(i, i, i)
        for phrase in group.preps:
            if phrase.word in _OWNING and self.may_speak(scene, phrase.group, strict=True):
                return phrase.group
        if light is not None:
            speaker = agent(light)
            listed = ":" in sentence.text  # "made two demands: …" is speech, whoever makes them
            if speaker is not None and self.may_speak(scene, speaker, strict=not listed):
                return speaker
        return None

    def noun_content(self, scene: Scene, group: NounGroup, cue: Cue) -> tuple[int, int] | None:
        sentence, after = scene.sentence, group.last + 1
        verb = next((c for c in sentence.clauses if c.subject is group and c.verb_first > group.last), None)
        for clause in sentence.clauses:
            if clause.verb_first < after:
                continue
            if clause.relation == "that" and clause.marker_at == after and "that" in cue.shapes:
                return self.up_to(scene, clause, after + 1, verb)
            if clause.relation == "to" and clause.verb_first == after and "to" in cue.shapes:
                return self.up_to(scene, clause, after, verb)
            if clause.relation == "ing" and clause.marker_at == after and clause.marker in cue.shapes:
                return self.up_to(scene, clause, clause.verb_first, verb)
        for phrase in group.preps:
            if phrase.word in _PREPOSITIONS and phrase.word in cue.shapes:
                if (
                    phrase.word == "of"
                    and self.cues.nouns[sentence.words[group.head].lemma].source == "hearsay"
                ):
                    return self.hearsay(scene, phrase.group, verb)
                return phrase.group.first, _reach(phrase.group)
        return None

    def hearsay(self, scene: Scene, group: NounGroup, verb: Clause | None) -> tuple[int, int]:
        """ "reports of *soldiers crossing the border*": the noun and the participle that tells of it."""
        for clause in scene.sentence.clauses:
            if clause.relation == "reduced" and clause.antecedent is group:
                return self.up_to(scene, clause, group.first, verb)
        return group.first, _reach(group)

    def up_to(self, scene: Scene, clause: Clause, first: int, verb: Clause | None) -> tuple[int, int]:
        """From ``first`` to the verb of which the noun is the subject, or to the end of what is said."""
        if verb is not None and verb.verb_first > first:
            return contents.trim(scene, first, verb.verb_first - 1)
        return first, max(first, contents.until(scene, clause, first))

    def listed(self, scene: Scene, group: NounGroup, light: Clause | None) -> list[tuple[int, int]]:
        """The items behind the colon of "made two demands: …"; one where they are no clauses."""
        words = scene.sentence.words
        colon = next((w.i for w in words[group.last + 1 :] if w.text == ":"), None)
        if colon is None or colon + 1 >= len(words) or (light is None and colon != group.last + 1):
            return []
        starts = [w.i + 1 for w in words[colon + 1 : -1] if w.lower in _ORDINALS]
        if not starts:
            heads = [c for c in scene.sentence.clauses if c.relation == "colon" and c.verb_first > colon]
            heads += [
                c for c in scene.sentence.clauses if heads and c.relation == "conj" and c.parent in heads
            ]
            starts = sorted(c.verb_first for c in heads) or [colon + 1]
        ends = [_before_item(scene, start) for start in starts[1:]] + [len(words) - 1]
        return [contents.trim(scene, a, b) for a, b in zip(starts, ends, strict=True)]

    # -- phrases -------------------------------------------------------------------------------

    def phrases(self, scene: Scene) -> list[Said]:
        """ "according to X", before, behind or within what X says."""
        lowers, found = [word.lower for word in scene.sentence.words], []
        for i, lower in enumerate(lowers):
            if lower not in self.cues.openings:
                continue
            pair = tuple(lowers[i : i + 2])
            for phrase in self.cues.phrases.get(pair, ()):
                end = i + len(phrase)
                if tuple(lowers[i:end]) != phrase:
                    continue
                group = next((g for g in scene.sentence.groups if g.first == end), None)
                if group is not None and (content := _told_by(scene, i, group)) is not None:
                    found.append(Said((i, end - 1), group, content))
        return found

    # -- rows ----------------------------------------------------------------------------------

    def write(self, scene: Scene, said: Said) -> None:
        sources: list[Entity | None] = [*self.sources(scene, said.source)] or [None]
        for n, source in enumerate(sources):
            self.rows.append(self.row(scene, said, source, n))
        row = self.rows[-1]
        goes_on = bool(scene.quotes) and scene.quotes[-1].last >= len(scene.sentence.words)
        if (row.type == "direct" or goes_on) and scene.quoted(said.cue[0]) is None:
            self.latest = scene.sentence, row
            if scene.quotes and scene.quotes[0].first < 0 and row.content_start == scene.sentence.start:
                self.carry_back(scene.sentence, row)

    def sources(self, scene: Scene, group: NounGroup | None) -> list[Entity]:
        if group is None:
            return []
        sentence, found = scene.sentence, []
        for member in group.members():
            if member is not group and sentence.words[member.first].lower in ("a", "an"):
                continue  # "Ann Lee, a doctor and a mother": one speaker
            own = self.cast.members(sentence, member)
            if not own and member.apposed is not None:
                own = self.cast.members(sentence, member.apposed)
            if not own and member.first == member.last and (entity := self.cast.at(sentence, member.head)):
                own = (entity,)
            if not own and (entity := self.document(scene, member)) is not None:
                own = (entity,)
            found.extend(entity for entity in own if entity not in found)
        return found

    def row(self, scene: Scene, said: Said, source: Entity | None, n: int) -> Statement:
        sentence, text = scene.sentence, self.doc.text
        cue_start, cue_end = sentence.span(*said.cue)
        source_start, source_end = _source_span(scene, said)
        start, end, form = self.content(scene, said)
        bounds = [cue_start, cue_end, *(b for b in (source_start, source_end, start, end) if b is not None)]
        audience = self.cast.of(sentence, said.audience) if said.audience is not None else None
        return Statement(
            statement_id=digest(
                "st",
                sentence.sentence_id,
                cue_start - sentence.start,
                cue_end - sentence.start,
                start - sentence.start if start is not None else "",
                n,
            ),
            sentence_id=sentence.sentence_id,
            start=min(bounds),
            end=max(bounds),
            source_id=source.entity_id if source else None,
            source_text=text[source_start:source_end] if source_start is not None else None,
            source_start=source_start,
            source_end=source_end,
            cue=text[cue_start:cue_end],
            cue_start=cue_start,
            cue_end=cue_end,
            content=text[start:end] if start is not None else None,
            content_start=start,
            content_end=end,
            type=form,
            audience_id=audience.entity_id if audience else None,
        )

    def content(self, scene: Scene, said: Said) -> tuple[int | None, int | None, str]:
        """The offsets of the content, and whether it is direct, indirect or mixed."""
        if said.content is None:
            return None, None, "indirect"
        words, (first, last) = scene.sentence.words, said.content
        if not scene.quotes:
            return (*scene.sentence.span(first, last), "indirect")
        cue = range(*_unit_words(scene, said))
        told = [w for w in words[first : last + 1] if w.text[0].isalnum() and w.i not in cue]
        inside = sum(scene.quoted(w.i) is not None for w in told)
        form = "indirect" if not inside else "direct" if inside == len(told) else "mixed"
        if form == "direct" and len(scene.quotes) and (quote := scene.quoted(first)) is not None:
            if first == quote.first:
                first += 1
            while last > first and (
                words[last].text in ("”", "’", '"', "'", ",", ".") and last >= quote.last - 1
            ):
                last -= 1
        start, end = scene.sentence.span(first, last)
        return start, end, form

    def carry_on(self, scene: Scene) -> None:
        """A quotation that goes on in the next sentence of the paragraph has the same speaker."""
        sentence = scene.sentence
        if self.latest is None or self.latest[0].paragraph != sentence.paragraph:
            return
        before, row = self.latest
        if before.position == sentence.position - 1 and self.carry(sentence, row):
            self.latest = sentence, self.rows[-1]

    def carry_back(self, sentence: Sentence, row: Statement) -> None:
        """The sentences before, where the quotation that ends in ``sentence`` began in them."""
        for earlier in reversed(self.doc.sentences[: sentence.position - 1]):
            quotes_there = self.quotes.get(earlier.position, [])
            if earlier.paragraph != sentence.paragraph or not self.carry(earlier, row):
                return
            if quotes_there[0].first >= 0:
                return

    def carry(self, sentence: Sentence, row: Statement) -> bool:
        """Adds a sentence that is quoted from end to end, said by the speaker of ``row``."""
        found = self.quotes.get(sentence.position, [])
        if not found or found[0].first > 0 or found[0].last < len(sentence.words) - 2:
            return False
        first, last = found[0].first + 1, min(found[0].last, len(sentence.words)) - 1
        while last > first and sentence.words[last].text == ".":
            last -= 1
        if last < first:
            return False
        start, end = sentence.span(first, last)
        self.rows.append(
            Statement(
                statement_id=digest(
                    "st", sentence.sentence_id, start - sentence.start, end - sentence.start, "on"
                ),
                sentence_id=sentence.sentence_id,
                start=start,
                end=end,
                source_id=row.source_id,
                source_text=None,
                source_start=None,
                source_end=None,
                cue=None,
                cue_start=None,
                cue_end=None,
                content=self.doc.text[start:end],
                content_start=start,
                content_end=end,
                type="direct",
                audience_id=row.audience_id,
            )
        )
        return True


def _reach(group: NounGroup) -> int:
    """The last word of a group with the phrases on it."""
    members = group.members()
    return max([members[-1].last, *(_reach(p.group) for m in members for p in m.preps)])


def _before_item(scene: Scene, start: int) -> int:
    """The last word of the item before the one whose verb is at ``start`` ("…, and second, identify")."""
    words, at = scene.sentence.words, start - 1
    while at > 0 and (words[at].tag in (",", "CC", ":") or words[at].lower in _ORDINALS):
        at -= 1
    return at


def _told_by(scene: Scene, cue: int, group: NounGroup) -> tuple[int, int] | None:
    """What stands before or behind "according to X"."""
    words, reach = scene.sentence.words, _reach(group)
    if group.apposed is not None:
        reach = max(reach, group.apposed.last)
    if cue == 0 or (words[cue - 1].tag in ("CC", '"') and cue == 1):
        commas = [w.i for w in words[reach + 1 :] if w.tag == ","]
        if len(commas) > 1 and all(w.tag in ("NNP", "NNPS") for w in words[commas[0] + 1 : commas[1]]):
            del commas[0]  # "the team's coach, Ann Lee, …"
        if not commas:
            commas = [reach]
        comma = commas[0]
        if any(reach < c.verb_first < comma and c.form == "finite" for c in scene.sentence.clauses):
            comma = reach  # no comma behind the source
        return contents.trim(scene, comma + 1, len(words) - 1)
    rest = [w for w in words[reach + 1 :] if w.text[0].isalnum()]
    first = next((w.i + 1 for w in reversed(words[:cue]) if w.text == ";"), 0)
    if rest and words[min(reach + 1, len(words) - 1)].tag == ",":
        return contents.trim(scene, first, len(words) - 1)
    return contents.trim(scene, first, cue - 1)


def _source_span(scene: Scene, said: Said) -> tuple[int | None, int | None]:
    """The source with the phrases right behind it ("officials in Manila")."""
    if said.source is None:
        return None, None
    last = said.source.last
    for phrase in said.source.preps:
        reach = _reach(phrase.group)
        inside = said.content is not None and phrase.first <= said.content[0] <= reach
        if phrase.first == last + 1 and not inside and not said.source.first <= said.cue[0] <= reach:
            last = reach
    return scene.sentence.span(said.source.first, last)


def _unit_words(scene: Scene, said: Said) -> tuple[int, int]:
    """The words from source to cue, which stand within a content that they interrupt."""
    if said.source is None:
        return said.cue[0], said.cue[1] + 1
    first, last = min(said.source.first, said.cue[0]), max(said.source.last, said.cue[1])
    if said.content is None or not said.content[0] < first <= last < said.content[1]:
        return said.cue[0], said.cue[1] + 1
    words = scene.sentence.words
    quoted_on = any(q.first > last for q in scene.quotes)
    ends = ('"',) if quoted_on else (",", ".", '"')
    while last + 1 < len(words) and words[last + 1].tag not in ends:
        last += 1
    return first, last + 1


def extract(doc: Doc, cast: Cast) -> list[Statement]:
    """The statements of an article, in text order."""
    return _Listener(doc, cast).listen()
