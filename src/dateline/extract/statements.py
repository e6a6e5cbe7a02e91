"""Who says what: reported and quoted speech, and the words that report it.

For the table ``statements``, and for the events and implications, which ask whose voice a sentence is in.
A row is a cue with its source and its content; speech within speech is rows of its own. Words in
quotation marks that nobody is said to have uttered are no statement.
"""

from __future__ import annotations

from dateline.extract import quotes, reporting
from dateline.extract.cast import Cast
from dateline.extract.speakers import Speakers
from dateline.extract.statements_hearsay import hearsay
from dateline.extract.statements_nouns import nouns
from dateline.extract.statements_phrases import phrases
from dateline.extract.statements_rows import Said, row
from dateline.extract.statements_scene import Scene
from dateline.extract.statements_verbs import quoted_as, verbs
from dateline.ids import digest
from dateline.language.document import Doc, Sentence
from dateline.records import Entity, Statement


class _Listener:
    """Reads the sentences in order; remembers who was quoted last."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast, self.cues = doc, cast, reporting.load()
        self.speakers = Speakers(cast, self.cues)
        self.quotes = quotes.find(doc)
        self.rows: dict[str | None, Statement] = {}  # by id; of two readings of one, the first
        self.latest: tuple[Sentence, Statement] | None = None  # who was quoted last

    def listen(self) -> list[Statement]:
        for sentence in self.doc.sentences:
            if not sentence.words:
                continue
            scene = Scene(sentence, self.quotes.get(sentence.position, []), self.cues, self.cast)
            found = [*quoted_as(scene), *verbs(scene, self.speakers), *phrases(scene)]
            found += nouns(scene, self.speakers, found)
            known = {said.cue for said in found}
            found += [said for said in hearsay(scene, self.speakers) if said.cue not in known]
            self.speakers.remember(sentence)
            # Two rules may see the same statement; the first one's reading stays.
            told = {(said.cue, said.content): said for said in reversed(found)}
            for said in sorted(told.values(), key=lambda s: (s.cue, s.content or (0, 0))):
                self.write(scene, said)
            if not found:
                self.carry_on(scene)
        return sorted(self.rows.values(), key=lambda row: (row.start or 0, row.end or 0))

    def write(self, scene: Scene, said: Said) -> None:
        sources: list[Entity | None] = [*self.speakers.sources(scene, said.source)] or [None]
        last = [self.add(row(self.doc.text, scene, said, source, n)) for n, source in enumerate(sources)][-1]
        goes_on = bool(scene.quotes) and scene.quotes[-1].last >= len(scene.sentence.words)
        if (last.type == "direct" or goes_on) and scene.quoted(said.cue[0]) is None:
            self.latest = scene.sentence, last
            if scene.quotes and scene.quotes[0].first < 0 and last.content_start == scene.sentence.start:
                self.carry_back(scene.sentence, last)

    def add(self, row: Statement) -> Statement:
        return self.rows.setdefault(row.statement_id, row)

    def carry_on(self, scene: Scene) -> None:
        """A quotation that goes on in the next sentence of the paragraph has the same speaker."""
        sentence = scene.sentence
        if self.latest is None or self.latest[0].paragraph != sentence.paragraph:
            return
        before, row = self.latest
        if before.position == sentence.position - 1 and (carried := self.carry(sentence, row)) is not None:
            self.latest = sentence, carried

    def carry_back(self, sentence: Sentence, row: Statement) -> None:
        """The sentences before, where the quotation that ends in ``sentence`` began in them."""
        for earlier in reversed(self.doc.sentences[: sentence.position - 1]):
            quotes_there = self.quotes.get(earlier.position, [])
            if earlier.paragraph != sentence.paragraph or self.carry(earlier, row) is None:
                return
            if quotes_there[0].first >= 0:
                return

    def carry(self, sentence: Sentence, row: Statement) -> Statement | None:
        """Adds a sentence that is quoted from end to end, said by the speaker of ``row``."""
        found = self.quotes.get(sentence.position, [])
        if not found or found[0].first > 0 or found[0].last < len(sentence.words) - 2:
            return None
        first, last = found[0].first + 1, min(found[0].last, len(sentence.words)) - 1
        while last > first and sentence.words[last].text == ".":
            last -= 1
        if last < first:
            return None
        start, end = sentence.span(first, last)
        return self.add(
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


def extract(doc: Doc, cast: Cast) -> list[Statement]:
    """The statements of an article, in text order."""
    return _Listener(doc, cast).listen()
