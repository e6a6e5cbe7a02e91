"""Who says something, and whether it was said: subjects that speak, documents and whose they are.

For the statements.
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.extract.reporting import Cues
from dateline.extract.roles import agent
from dateline.extract.statements_scene import Scene
from dateline.language.document import Clause, NounGroup, Sentence
from dateline.records import Entity


class Speakers:
    """Reads the sentences in order; remembers whose a document is."""

    def __init__(self, cast: Cast, cues: Cues) -> None:
        self.cast, self.cues = cast, cues
        self.authors: dict[str, Entity] = {}  # "report" -> whose it was when it was first told of

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

    def light(self, scene: Scene, group: NounGroup) -> Clause | None:
        """The clause of "made a demand", whose subject is the speaker."""
        for clause in scene.sentence.clauses:
            if clause.object is None or clause.lemma not in self.cues.lists["light"]:
                continue
            if any(m is group for m in clause.object.members()) and self.is_said(scene, clause):
                return clause
        return None
