"""Which entry of the codebook codes a phrase, which come near, and which have its words: for analysts.

"Which frame codes 'summoned the ambassador'?" is answered by coding it: the phrase is put into small
sentences with two countries for its actors, and these are parsed like any text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline import parsing
from dateline.codebook import frames, rows, values
from dateline.codebook.chapters import CHAPTERS, PLACES, Chapter
from dateline.codebook.entries import Frames, NounFrame, VerbFrame
from dateline.extract import actors as cast
from dateline.extract import gazetteer, places
from dateline.extract.matching import Finder
from dateline.extract.nouns import agents
from dateline.extract.roles import fits, modifiers, of_heads
from dateline.language import read as read_language
from dateline.language.document import Clause, NounGroup, Sentence
from dateline.language.inflections import lemminflect
from dateline.language.lexicon import closed_tags, lemma, readings
from dateline.reading import from_text
from dateline.records import Event

#: Who does it to whom in the sentences that are tried, and what they are called as adjectives.
SOURCE, TARGET, ADJECTIVE = "Brazil", "Chile", "Chilean"
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ")
_TAILS = (f" {TARGET}", "", f" with {TARGET}", f" against {TARGET}", f" on {TARGET}", f" to {TARGET}",
          f" from {TARGET}", f" for {TARGET}", f" in {TARGET}")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Other:
    """An entry that might have coded the phrase, and why it did not."""

    rule: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coding:
    """How the phrase is coded in one sentence: the entry that fired, its code, and those that did not."""

    sentence: str
    rule: str
    code: str
    name: str  # of the CAMEO code
    goldstein: float | None
    status: str
    source: str
    target: str
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that has words of the phrase: chapter, its name, the words and their column."""

    chapter: str
    entry: str
    column: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the codebook in force makes of a phrase; ``near`` are the entries that failed where none fired."""

    phrase: str
    codings: tuple[Coding, ...]
    near: tuple[Other, ...]
    mentions: tuple[Mention, ...]


def search(phrase: str) -> Answer:
    """What codes ``phrase`` in the codebook in force, what nearly does, and where its words stand."""
    phrase = " ".join(phrase.split()).rstrip(".?!")
    codings: dict[str, Coding] = {}
    near: list[Other] = []
    for some in (verbal(phrase), nominal(phrase)):
        for text, at in some:
            trial = _Trial(text)
            for event in trial.events:
                if event.rule and (event.trigger_end or 0) > at:
                    codings.setdefault(event.rule, trial.coding(event))
            near = near or list(trial.near(at))
        if codings and " " in phrase:
            break  # a single word may be a verb and a noun; a phrase is one of the two
    return Answer(phrase, tuple(codings.values()), () if codings else tuple(near), tuple(mentions(phrase)))


def verbal(phrase: str) -> Iterator[tuple[str, int]]:
    """Sentences in which the phrase is what somebody does or suffers, and where in them it begins."""
    plain = phrase.removeprefix("to ")
    first = plain.partition(" ")[0].lower()
    found = readings(first)
    if first in _BE:
        by = "" if " by " in plain else f" {SOURCE}" if plain.endswith(" by") else f" by {SOURCE}"
        yield f"{TARGET} {plain}{by}.", len(TARGET)
        yield f"{TARGET} officials {plain}{by}.", len(TARGET)
    is_verb = plain[:1].islower() and any(tag[0] == "V" for tag in found)
    if is_verb:
        yield from ((f"{SOURCE} {words}.", len(SOURCE)) for words in _with_object(_past(plain, found)))
    if not is_verb and len(plain.split()) > 1:
        yield f"{plain[:1].upper()}{plain[1:]}.", 0


def _past(phrase: str, found: dict[str, str]) -> str:
    """The phrase with its verb in the past tense."""
    verb, space, rest = phrase.partition(" ")
    if "VBD" in found:
        return phrase
    lemma = next(lemma for tag, lemma in found.items() if tag[0] == "V")
    return f"{(lemminflect().getInflection(lemma, 'VBD') or (verb,))[0]}{space}{rest}"


def _with_object(phrase: str) -> Iterator[str]:
    """The phrase with the other country as its object, beside the object that it has, or as its owner."""
    if " " not in phrase:
        yield from (phrase + tail for tail in _TAILS)
        return
    verb, _, rest = phrase.partition(" ")
    if closed_tags().get(phrase.rpartition(" ")[2].lower()) in ("IN", "TO"):
        yield f"{phrase} {TARGET}"
        return
    if lemma(phrase.rpartition(" ")[2].lower(), "NNS") in agents():  # "the ambassador" is the other country's
        bare = next((rest[len(a) :] for a in _ARTICLES if rest.startswith(a)), rest)
        yield f"{verb} the {ADJECTIVE} {bare}"
    yield phrase
    yield from (phrase + tail for tail in _TAILS if tail)


def nominal(phrase: str) -> Iterator[tuple[str, int]]:
    """Sentences in which the phrase is the name of an act, and where in them it begins."""
    if not any(tag[0] == "N" for tag in readings(phrase.rpartition(" ")[2].lower())):
        return
    noun = next((phrase[len(a) :] for a in _ARTICLES if phrase.startswith(a)), phrase)
    for preposition in ("on", "against", "of", "with", "to", "in"):
        yield f"{SOURCE}'s {noun} {preposition} {TARGET} began on Monday.", len(SOURCE)


@dataclass(slots=True)
class _Trial:
    """A sentence that was parsed, with what is needed to ask why a frame does not hold in it."""

    text: str
    events: list[Event] = field(init=False)
    sentence: Sentence = field(init=False)
    finder: Finder = field(init=False)
    book: Frames = field(init=False)

    def __post_init__(self) -> None:
        article = from_text(self.text)
        doc = read_language(article)
        self.events = parsing.extract(article)["events"]
        self.sentence = next((s for s in doc.sentences if s.words), doc.sentences[0])
        self.book = frames.load()
        self.finder = Finder(
            self.sentence, cast.extract(doc, parsing.article_id(article), places.lookup), self.book
        )

    def coding(self, event: Event) -> Coding:
        code = self.book.codes.get(event.cameo or "")
        return Coding(
            self.text,
            event.rule or "",
            _code(event.event_type, event.event_mode, event.cameo),
            _name(code.name if code else ""),
            event.goldstein,
            event.status or "",
            event.source_text or "",
            event.target_text or "",
            tuple(self.near(event.trigger_start or 0, tuple((event.rule or "").split(" + ")))),
        )

    def near(self, at: int, fired: tuple[str, ...] = ()) -> Iterator[Other]:
        """The other frames of the verb or noun at ``at`` or next behind it, and why they did not hold.

        Where a frame fired, only those of its kind.
        """
        for clause in self.sentence.clauses:
            if self.sentence.words[clause.verb].end > at:
                found = self.book.verbs.get(clause.lemma, ())
                if not fired or any(frame.id in fired for frame in found):
                    for frame in found:
                        if frame.id not in fired:
                            yield _other_frame(frame, self.why_not_verb(clause, frame))
                break
        for group in self.sentence.groups:
            if self.sentence.words[group.head].end > at:
                nouns = self.book.nouns.get(self.sentence.words[group.head].lemma, ())
                if not fired or any(frame.id in fired for frame in nouns):
                    for noun in nouns:
                        if noun.id not in fired:
                            yield _other_frame(noun, self.why_not_noun(group, noun))
                break

    def why_not_verb(self, clause: Clause, frame: VerbFrame) -> str:
        """The first constraint of a verb frame that the clause does not meet; empty where it meets all."""
        finder, patient = self.finder, self.finder.patient(clause, frame.particle)
        cells = _row("verbs", frame.id)
        if frame.particle is not None and not finder.has_particle(clause, frame.particle, patient):
            return f"asks for “{frame.verb} {frame.particle}”"
        gerund = frame.object.kind == "some" and finder.has_gerund(clause, frame.particle)
        if not gerund and not fits(self.sentence, patient, frame.object, finder.cast):
            wanted = {"none": "no object", "some": "an object"}.get(frame.object.kind)
            return f"asks for {wanted or 'an object of ' + cells['object']}"
        if frame.preps and not any(finder.phrase_fits(clause, patient, *prep) for prep in frame.preps):
            return f"asks for the phrase {cells['with']}"
        if frame.reciprocal and frame.object.kind == "none" and not finder.is_mutual(clause):
            return "asks for two sides that do it to each other"
        if not finder.complement_holds(clause, frame):
            return f"asks for the complement {cells['complement']}"
        return ""

    def why_not_noun(self, group: NounGroup, frame: NounFrame) -> str:
        """What a noun frame asks for that the group does not have; empty where it has all."""
        before = {*modifiers(self.sentence, group), *of_heads(self.sentence, group)}
        if frame.mods and frame.mods.isdisjoint(before):
            return f"asks for one of {', '.join(sorted(frame.mods)[:6])} before it"
        return "" if frame.alone else "asks for a light verb over it, or for who did it"


def _other_frame(frame: VerbFrame | NounFrame, reason: str) -> Other:
    code = _code(frame.event_type, frame.event_mode, frame.cameo) or "no event"
    return Other(
        frame.id, code, reason or "holds too, but one that asks for more, or stands before it, goes first"
    )


def _row(chapter: str, name: str) -> dict[str, str]:
    return next(row for row in rows(chapter, CHAPTERS[chapter].columns) if row["id"] == name)


def _code(event_type: str | None, mode: str | None, cameo: str | None) -> str:
    kind = "/".join(part for part in (event_type, mode) if part)
    return f"{kind} {cameo}".strip() if cameo else kind


def _name(name: str) -> str:
    return name[:1].upper() + name[1:].lower() if name.isupper() else name


def mentions(phrase: str) -> Iterator[Mention]:
    """The entries that have the phrase, in the order of the chapters, else those that have its words."""
    plain = phrase.lower().split()
    words = [word for word in plain if word not in closed_tags() and word not in _BE] or plain
    forms = [{word, *readings(word).values()} for word in words]
    for wanted in (_of_all(forms), set().union(*forms)):
        if found := list(_mentions(wanted)):
            yield from found
            break
    else:
        yield from _mentions(set().union(*forms), inside=True)
    for name in dict.fromkeys((phrase, phrase.title())):
        for place in gazetteer.lookup(name):
            where = tuple(part for part in (place.admin1, place.country) if part)
            yield Mention(PLACES.name, place.name, place.kind or "place", where)


def _of_all(forms: list[set[str]]) -> set[str]:
    """The phrase in every combination of its words' forms ("air strikes": "air strike")."""
    found = {""}
    for some in forms[:6]:
        found = {f"{begun} {word}".strip() for begun in found for word in some}
    return found


def _mentions(wanted: set[str], inside: bool = False) -> Iterator[Mention]:
    for chapter in CHAPTERS.values():
        for row in rows(chapter.name, chapter.columns):
            for column in _worded(chapter):
                words = [value for value in _words(row[column]) if _is(value.lower(), wanted, inside)]
                if words:
                    name = values(row[chapter.key[0]])[0]
                    yield Mention(chapter.name, name, column, tuple(dict.fromkeys(words)))


def _words(cell: str) -> Iterator[str]:
    """The words of a cell; of "to:death|prison;for:life" without the prepositions."""
    for part in cell.split(";"):
        yield from values(part.partition(":")[2] or part)


def _is(value: str, wanted: set[str], inside: bool) -> bool:
    return value in wanted or (inside and not wanted.isdisjoint(value.split()))


def _worded(chapter: Chapter) -> list[str]:
    """The columns that hold words of texts, and not names of slots or codes."""
    text = {"name", "noun", "text", "class", "mods", "object", "with", *chapter.forms, *chapter.lists}
    return [
        c for c in chapter.columns if c in text - {"target", "source", "shapes", "audience", "also", "id"}
    ]


def as_dict(answer: Answer) -> dict[str, Any]:
    """The answer for JSON."""
    from dataclasses import asdict

    return asdict(answer)


def told(answer: Answer, most: int = 8) -> str:
    """The answer as text; of many entries of a chapter ``most`` are shown."""
    lines: list[str] = []
    for coding in answer.codings:
        score = "" if coding.goldstein is None else f", Goldstein {coding.goldstein:+g}"
        lines += [
            f"{coding.rule}: {coding.code} {coding.name}{score}",
            f"  in “{coding.sentence}”: {coding.source or '–'} → {coding.target or '–'}, {coding.status}",
            *(f"  not {_other(other)}" for other in coding.others[:most]),
            "",
        ]
    if not answer.codings:
        lines += [f"No entry codes “{answer.phrase}”."]
        lines += [f"  not {_other(other)}" for other in answer.near[:most]] + [""]
    lines += ["Entries with these words:" if answer.mentions else "No entry has these words."]
    for chapter in dict.fromkeys(mention.chapter for mention in answer.mentions):
        own = [mention for mention in answer.mentions if mention.chapter == chapter]
        lines += [f"  {chapter:<13} {_mention(mention)}" for mention in own[:most]]
        if len(own) > most:
            lines.append(f"  {chapter:<13} … and {len(own) - most} more")
    return "\n".join(lines)


def _other(other: Other) -> str:
    return f"{other.rule} ({other.code}): {other.reason}"


def _mention(mention: Mention) -> str:
    shown = ", ".join(mention.words[:6]) + (" …" if len(mention.words) > 6 else "")
    same = mention.words == (mention.entry,)
    return mention.entry if same else f"{mention.entry}: {mention.column} {shown}"
