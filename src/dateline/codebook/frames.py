"""The event codebook: which words report which event, for the event extractor and the tests.

``load()`` reads the chapters ``cameo``, ``plover``, ``classes``, ``verbs``, ``nouns``,
``light_verbs``, ``compositions`` and ``cues``, checks that they agree with each other, and gives
them indexed for matching. What each column means stands in ``README.md`` beside the chapters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from . import CodebookError, rows, values

EFFECTS = frozenset({"", "actual", "ongoing", "planned", "requested", "hypothetical", "denied"})
LIGHT_EFFECTS = EFFECTS | {"stopped"}
STATUSES = EFFECTS - {""}
CUE_KINDS = frozenset({"modal", "verb", "adverb", "noun", "subordinator", "negation"})
COMPLEMENTS = frozenset({"", "to", "that", "ing", "none"})
OBJECT_SLOTS = frozenset({"object", "indirect", "complement", "none"})
NOUN_SLOTS = frozenset({"owner", "mod", "none"})


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code; ``modes`` are the PLOVER (type, mode) pairs a frame may give with it."""

    code: str
    name: str
    goldstein: float
    quad_class: int
    event_type: str
    event_mode: str
    modes: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mode:
    """A PLOVER type with its mode ("" for the type itself)."""

    event_type: str
    event_mode: str
    quad_class: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a noun group must be.

    ``kind``: any (no constraint), none (there must be no group), some (there must be one), match:
    its head lemma or the lemma of a modifier in it is in ``words``, or ``actor`` is set and it is
    an actor. Words of several parts ("air strike") match as head with its modifier before it.
    """

    kind: str
    actor: bool
    words: frozenset[str]


ANY = Constraint("any", False, frozenset())
NONE = Constraint("none", False, frozenset())
SOME = Constraint("some", False, frozenset())


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """One verb of a row of ``verbs.csv``; ``event_type`` is "" where the row says: no event."""

    id: str
    verb: str
    particle: str | None  # second word of the lemma: a particle or a fixed preposition
    object: Constraint
    preps: tuple[tuple[str, Constraint], ...]  # alternatives: one of them must hold; () = no constraint
    target: tuple[str, ...]
    complement: str  # "", to, that, ing, none
    complement_types: frozenset[str]
    event_type: str
    event_mode: str | None
    cameo: str
    effect: str
    reciprocal: bool
    weight: int  # how many constraint columns are filled
    row: int  # position in the chapter, from 0


@dataclass(frozen=True, slots=True)
class NounFrame:
    """One noun of a row of ``nouns.csv``; ``mods`` is () or the words one modifier must be among."""

    id: str
    noun: str
    mods: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    event_type: str
    event_mode: str | None
    cameo: str
    alone: bool
    reciprocal: bool
    row: int


@dataclass(frozen=True, slots=True)
class Composition:
    """What an outer frame and the event inside it are together."""

    outer: str
    inner: str
    event_type: str
    event_mode: str | None
    cameo: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that sets the status of what stands in its scope."""

    cue: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The event codebook, indexed for matching; every tuple is in order of preference.

    ``verbs`` and ``nouns`` are keyed by verb and by head lemma ("hunger strike" under "strike",
    with "hunger" in its ``mods``), ``light_verbs`` by lemma with its particle, ``compositions`` by
    (outer, inner), ``cues`` by kind and then by the cue.
    """

    codes: dict[str, Code]
    modes: dict[tuple[str, str], Mode]
    classes: dict[str, frozenset[str]]
    verbs: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[NounFrame, ...]]
    light_verbs: dict[str, str]
    compositions: dict[tuple[str, str], Composition]
    cues: dict[str, dict[str, Cue]]

    def compose(self, outer_id: str, outer_code: str, inner_code: str, inner_type: str) -> Composition | None:
        """The composition for an outer frame and an inner event; the longest match wins.

        ``outer_id`` is a verb frame's id, or "stopped" for a light verb of that effect.
        """
        outers = (outer_id, *(outer_code[:n] for n in range(len(outer_code), 1, -1)))
        inners = (*(inner_code[:n] for n in range(len(inner_code), 1, -1)), inner_type, "*")
        for outer in outers:
            for inner in inners:
                found = self.compositions.get((outer, inner))
                if found is not None:
                    return found
        return None


@cache
def load() -> Frames:
    """The event codebook; raises CodebookError where its chapters contradict each other."""
    modes = _modes()
    codes = _codes(modes)
    classes = _classes()
    verbs = _verbs(codes, classes)
    nouns = _nouns(codes, classes)
    ids = {frame.id for frames in verbs.values() for frame in frames}
    return Frames(
        codes,
        modes,
        classes,
        verbs,
        nouns,
        _light_verbs(),
        _compositions(codes, ids, {event_type for event_type, _ in modes}),
        _cues(),
    )


def _fail(chapter: str, key: str, message: str) -> CodebookError:
    return CodebookError(f"{chapter}.csv, row {key!r}: {message}")


def _modes() -> dict[tuple[str, str], Mode]:
    found: dict[tuple[str, str], Mode] = {}
    for row in rows("plover", ("event_type", "event_mode", "quad_class", "score", "reference")):
        pair = (row["event_type"], row["event_mode"])
        if pair in found:
            raise _fail("plover", "/".join(pair), "stands twice")
        score = float(row["score"]) if row["score"] else None
        found[pair] = Mode(*pair, int(row["quad_class"]), score)
    return found


def _codes(modes: dict[tuple[str, str], Mode]) -> dict[str, Code]:
    columns = ("code", "name", "goldstein", "quad_class", "event_type", "event_mode", "also", "reference")
    found: dict[str, Code] = {}
    for row in rows("cameo", columns):
        code, own = row["code"], (row["event_type"], row["event_mode"])
        if code in found:
            raise _fail("cameo", code, "stands twice")
        pairs = [own] if own[0] else []
        for value in values(row["also"]):
            event_type, _, event_mode = value.partition("/")
            pairs.append((event_type, event_mode))
        unknown = [pair for pair in pairs if pair not in modes]
        if unknown:
            raise _fail("cameo", code, f"{unknown[0]} is no type and mode of plover.csv")
        numbers = float(row["goldstein"]), int(row["quad_class"])
        found[code] = Code(code, row["name"], *numbers, *own, frozenset(pairs))
    return found


def _classes() -> dict[str, frozenset[str]]:
    raw: dict[str, tuple[str, ...]] = {}
    for row in rows("classes", ("class", "words", "reference")):
        if row["class"] in raw or not row["class"].startswith("@"):
            raise _fail("classes", row["class"], "a class starts with @ and stands once")
        raw[row["class"]] = values(row["words"])
    found: dict[str, frozenset[str]] = {}

    def expand(name: str, user: str) -> frozenset[str]:
        if name in found:
            return found[name]
        if name not in raw or name == user:
            raise _fail("classes", user, f"unknown class {name}")
        words: set[str] = set()
        for word in raw[name]:
            words.update(expand(word, name) if word.startswith("@") else (word,))
        found[name] = frozenset(words)
        return found[name]

    for name in raw:
        expand(name, "")
    return found


def _expand(words: Iterable[str], classes: dict[str, frozenset[str]], chapter: str, key: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            found.add(word)
        elif word in classes:
            found |= classes[word]
        else:
            raise _fail(chapter, key, f"unknown class {word}")
    return frozenset(found)


def _constraint(cell: str, classes: dict[str, frozenset[str]], key: str) -> Constraint:
    if cell in ("", "-", "+"):
        return {"": ANY, "-": NONE, "+": SOME}[cell]
    words = values(cell)
    plain = [word for word in words if word != "!actor"]
    return Constraint("match", len(plain) < len(words), _expand(plain, classes, "verbs", key))


def _preps(cell: str, classes: dict[str, frozenset[str]], key: str) -> tuple[tuple[str, Constraint], ...]:
    found: list[tuple[str, Constraint]] = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        preposition, _, words = part.partition(":")
        found.append((preposition, _constraint(words or "+", classes, key)))
    return tuple(found)


def _coded(row: dict[str, str], codes: dict[str, Code], chapter: str, key: str) -> tuple[str, str | None, str]:
    """The type, mode and code of a row, which must agree; all empty says: no event."""
    event_type, event_mode, cameo = row["event_type"], row["event_mode"], row["cameo"]
    if not (event_type or event_mode or cameo):
        return "", None, ""
    if cameo not in codes:
        raise _fail(chapter, key, f"unknown CAMEO code {cameo!r}")
    if (event_type, event_mode) not in codes[cameo].modes:
        allowed = sorted("/".join(pair) for pair in codes[cameo].modes)
        raise _fail(chapter, key, f"{event_type}/{event_mode} is not what {cameo} may be: {allowed}")
    return event_type, event_mode or None, cameo


_VERBS = (
    *("id", "lemma", "object", "with", "target", "complement"),
    *("event_type", "event_mode", "cameo", "effect", "reciprocal", "reference"),
)


def _verbs(codes: dict[str, Code], classes: dict[str, frozenset[str]]) -> dict[str, tuple[VerbFrame, ...]]:
    found: dict[str, list[VerbFrame]] = {}
    seen: set[str] = set()
    for position, row in enumerate(rows("verbs", _VERBS)):
        if row["id"] in seen:
            raise _fail("verbs", row["id"], "stands twice")
        seen.add(row["id"])
        for frame in _verb_row(position, row, codes, classes):
            found.setdefault(frame.verb, []).append(frame)
    return {verb: tuple(sorted(frames, key=_preference)) for verb, frames in found.items()}


def _preference(frame: VerbFrame) -> tuple[int, int]:
    return -frame.weight, frame.row


def _verb_row(
    position: int, row: dict[str, str], codes: dict[str, Code], classes: dict[str, frozenset[str]]
) -> Iterator[VerbFrame]:
    key = row["id"]
    complement, _, types = row["complement"].partition(":")
    targets = values(row["target"])
    _check_slots("verbs", key, targets, OBJECT_SLOTS)
    if complement not in COMPLEMENTS or row["effect"] not in EFFECTS:
        raise _fail("verbs", key, f"complement {complement!r} or effect {row['effect']!r} is unknown")
    constraint = _constraint(row["object"], classes, key)
    preps = _preps(row["with"], classes, key)
    coded = _coded(row, codes, "verbs", key)
    wanted = frozenset(values(types))
    weight = (constraint is not ANY) + bool(preps) + bool(complement)
    for lemma in values(row["lemma"]):
        verb, _, particle = lemma.partition(" ")
        yield VerbFrame(
            key,
            verb,
            particle or None,
            constraint,
            preps,
            targets,
            complement,
            wanted,
            *coded,
            row["effect"],
            row["reciprocal"] == "yes",
            weight + bool(particle),
            position,
        )


def _check_slots(chapter: str, key: str, slots: Iterable[str], known: frozenset[str]) -> None:
    """A slot is a known word or a preposition, alone or after "object."."""
    for slot in slots:
        plain = slot.removeprefix("object.")
        if slot not in known and not plain.replace(" ", "").isalpha():
            raise _fail(chapter, key, f"unknown slot {slot!r}")


def _nouns(codes: dict[str, Code], classes: dict[str, frozenset[str]]) -> dict[str, tuple[NounFrame, ...]]:
    columns = (
        *("id", "lemma", "mods", "source", "target", "event_type", "event_mode"),
        *("cameo", "alone", "reciprocal", "reference"),
    )
    found: dict[str, list[NounFrame]] = {}
    seen: set[str] = set()
    for position, row in enumerate(rows("nouns", columns)):
        key = row["id"]
        if key in seen or row["alone"] not in ("yes", "no"):
            raise _fail("nouns", key, "stands twice, or its alone is neither yes nor no")
        seen.add(key)
        sources, targets = values(row["source"]), values(row["target"])
        _check_slots("nouns", key, (*sources, *targets), NOUN_SLOTS)
        mods = _expand(values(row["mods"]), classes, "nouns", key)
        coded = _coded(row, codes, "nouns", key)
        flags = row["alone"] == "yes", row["reciprocal"] == "yes"
        for noun in values(row["lemma"]):
            found.setdefault(noun, []).append(
                NounFrame(key, noun, mods, sources, targets, *coded, *flags, position)
            )
    return {noun: tuple(sorted(frames, key=lambda f: (not f.mods, f.row))) for noun, frames in found.items()}


def _light_verbs() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("light_verbs", ("lemma", "effect", "reference")):
        for lemma in values(row["lemma"]):
            if lemma in found or row["effect"] not in LIGHT_EFFECTS:
                raise _fail("light_verbs", lemma, "stands twice, or its effect is unknown")
            found[lemma] = row["effect"]
    return found


def _compositions(
    codes: dict[str, Code], frame_ids: set[str], types: set[str]
) -> dict[tuple[str, str], Composition]:
    columns = ("outer", "inner", "event_type", "event_mode", "cameo", "reference")
    found: dict[tuple[str, str], Composition] = {}
    for row in rows("compositions", columns):
        outer, inner = row["outer"], row["inner"]
        key = f"{outer} + {inner}"
        if outer not in frame_ids and outer not in codes and outer != "stopped":
            raise _fail("compositions", key, "the outer side is no verb frame, code or effect")
        if inner not in codes and inner not in types and inner != "*":
            raise _fail("compositions", key, "the inner side is no code and no type")
        if (outer, inner) in found:
            raise _fail("compositions", key, "stands twice")
        found[outer, inner] = Composition(outer, inner, *_coded(row, codes, "compositions", key))
    return found


def _cues() -> dict[str, dict[str, Cue]]:
    found: dict[str, dict[str, Cue]] = {kind: {} for kind in sorted(CUE_KINDS)}
    for row in rows("cues", ("cue", "kind", "status", "reference")):
        kind, status = row["kind"], row["status"]
        if kind not in CUE_KINDS or status not in STATUSES:
            raise _fail("cues", row["cue"], f"unknown kind {kind!r} or status {status!r}")
        for cue in values(row["cue"]):
            if cue in found[kind]:
                raise _fail("cues", cue, f"stands twice as {kind}")
            found[kind][cue] = Cue(cue, kind, status)
    return found
