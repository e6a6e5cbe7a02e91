"""The event codebook: which words report which event, for the event extractor and the tests.

``load()`` reads the chapters ``cameo``, ``plover``, ``classes``, ``verbs``, ``nouns``,
``light_verbs``, ``compositions`` and ``cues``, checks that they agree with each other, and gives
them indexed for matching. What each column means stands in ``README.md`` beside the chapters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import CodebookError, derived, rows, values
from .codes import Refusals, read_classes, read_code_of, read_codes, read_modes, refusal, words_of
from .entries import ANY, NONE, SOME, Code, Composition, Constraint, Cue, Frames, Mode, NounFrame, VerbFrame

__all__ = [
    "Code",
    "Composition",
    "Constraint",
    "Cue",
    "Frames",
    "Mode",
    "NounFrame",
    "VerbFrame",
    "load",
]

EFFECTS = frozenset({"", "actual", "ongoing", "planned", "requested", "hypothetical", "denied"})
LIGHT_EFFECTS = EFFECTS | {"stopped"}
STATUSES = EFFECTS - {""}
CUE_KINDS = ("modal", "verb", "adverb", "noun", "subordinator", "negation")
OUTER_WORDS = frozenset({"stopped", "intended", "refused"})
COMPLEMENTS = frozenset({"", "to", "that", "ing", "must", "should", "subjunctive", "none"})

_VERBS = (
    *("id", "lemma", "object", "with", "target", "complement"),
    *("event_type", "event_mode", "cameo", "effect", "reciprocal", "reference"),
)
_NOUNS = (
    *("id", "lemma", "mods", "source", "target", "event_type", "event_mode"),
    *("cameo", "alone", "reciprocal", "reference"),
)
_COMPOSITIONS = ("outer", "inner", "event_type", "event_mode", "cameo", "reference")


@derived
def load() -> Frames:
    """The event codebook; raises CodebookError where its chapters contradict each other."""
    return _read(Refusals())


def errors() -> list[CodebookError]:
    """All in which the chapters in force contradict each other, and not only the first."""
    refusals = Refusals(collect=True)
    _read(refusals)
    return refusals.found


def _read(refusals: Refusals) -> Frames:
    modes = read_modes(refusals)
    codes = read_codes(modes, refusals)
    classes = read_classes(refusals)
    verbs = _verbs(codes, classes, refusals)
    frame_ids = {frame.id for frames in verbs.values() for frame in frames}
    types = {event_type for event_type, _ in modes}
    return Frames(
        codes=codes,
        modes=modes,
        classes=classes,
        verbs=verbs,
        nouns=_nouns(codes, classes, refusals),
        light_verbs=_light_verbs(refusals),
        compositions=_compositions(codes, frame_ids, types, refusals),
        cues=_cues(refusals),
    )


class _Cells:
    """Reads the cells of one chapter, each distinct one once: many rows share theirs."""

    def __init__(self, chapter: str, classes: dict[str, frozenset[str]]) -> None:
        self.chapter = chapter
        self.classes = classes
        self._constraints: dict[str, Constraint] = {"": ANY, "-": NONE, "+": SOME}
        self._slots: dict[str, tuple[str, ...]] = {}
        self._seen: set[str] = set()

    def new_id(self, key: str) -> None:
        if key in self._seen:
            raise refusal(self.chapter, key, "stands twice")
        self._seen.add(key)

    def constraint(self, cell: str, key: str) -> Constraint:
        if cell not in self._constraints:
            parts = values(cell)
            plain = [word for word in parts if word not in ("!actor", "!place")]
            words = words_of(plain, self.classes, self.chapter, key)
            self._constraints[cell] = Constraint("match", "!actor" in parts, "!place" in parts, words)
        return self._constraints[cell]

    def preps(self, cell: str, key: str) -> tuple[tuple[str, Constraint], ...]:
        parts = (part.strip().partition(":") for part in cell.split(";") if part.strip())
        return tuple((preposition, self.constraint(words or "+", key)) for preposition, _, words in parts)

    def slots(self, cell: str, key: str) -> tuple[str, ...]:
        """A slot is one lower-case word (preposition or role), alone or after "object."."""
        if cell not in self._slots:
            found = values(cell)
            for slot in found:
                if not slot.removeprefix("object.").replace(" ", "").isalpha():
                    raise refusal(self.chapter, key, f"unknown slot {slot!r}")
            self._slots[cell] = found
        return self._slots[cell]


def _verbs(
    codes: dict[str, Code], classes: dict[str, frozenset[str]], refusals: Refusals
) -> dict[str, tuple[VerbFrame, ...]]:
    found: dict[str, list[VerbFrame]] = {}
    cells = _Cells("verbs", classes)
    for position, row in enumerate(rows("verbs", _VERBS)):
        with refusals:
            cells.new_id(row["id"])
            for frame in _verb_frames(position, row, cells, codes):
                found.setdefault(frame.verb, []).append(frame)
    for frames in found.values():
        frames.sort(key=_preference)
    return {verb: tuple(frames) for verb, frames in found.items()}


def _preference(frame: VerbFrame) -> tuple[int, bool, int]:
    """Most constraints first; of as many, one that names words before one that wants any or none."""
    return -frame.weight, frame.object.kind in ("some", "none"), frame.row


def _verb_frames(
    position: int, row: dict[str, str], cells: _Cells, codes: dict[str, Code]
) -> Iterator[VerbFrame]:
    key = row["id"]
    complement, _, types = row["complement"].partition(":")
    if complement not in COMPLEMENTS or row["effect"] not in EFFECTS:
        raise refusal("verbs", key, f"complement {complement!r} or effect {row['effect']!r} is unknown")
    constraint = cells.constraint(row["object"], key)
    preps = cells.preps(row["with"], key)
    targets = cells.slots(row["target"], key)
    coded = read_code_of(row, codes, "verbs", key)
    wanted = frozenset(values(types))
    weight = (constraint is not ANY) + bool(preps) + bool(complement) + bool(wanted)
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


def _nouns(
    codes: dict[str, Code], classes: dict[str, frozenset[str]], refusals: Refusals
) -> dict[str, tuple[NounFrame, ...]]:
    found: dict[str, list[NounFrame]] = {}
    cells = _Cells("nouns", classes)
    for position, row in enumerate(rows("nouns", _NOUNS)):
        with refusals:
            cells.new_id(row["id"])
            for frame in _noun_frames(position, row, cells, codes):
                found.setdefault(frame.noun, []).append(frame)
    for frames in found.values():
        frames.sort(key=lambda frame: (not frame.mods, frame.row))
    return {noun: tuple(frames) for noun, frames in found.items()}


def _noun_frames(
    position: int, row: dict[str, str], cells: _Cells, codes: dict[str, Code]
) -> Iterator[NounFrame]:
    key = row["id"]
    if row["alone"] not in ("yes", "no"):
        raise refusal("nouns", key, "alone is neither yes nor no")
    if row["mods"] and " " in row["lemma"]:
        raise refusal("nouns", key, "a lemma of two words is its own modifier")
    mods = cells.constraint(row["mods"], key).words
    roles = cells.slots(row["source"], key), cells.slots(row["target"], key)
    coded = read_code_of(row, codes, "nouns", key)
    flags = row["alone"] == "yes", row["reciprocal"] == "yes"
    for lemma in values(row["lemma"]):
        modifier, _, noun = lemma.rpartition(" ")
        wanted = frozenset((modifier,)) if modifier else mods
        yield NounFrame(key, noun, wanted, *roles, *coded, *flags, position)


def _light_verbs(refusals: Refusals) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("light_verbs", ("lemma", "effect", "reference")):
        for lemma in values(row["lemma"]):
            with refusals:
                if lemma in found or row["effect"] not in LIGHT_EFFECTS:
                    raise refusal("light_verbs", lemma, "stands twice, or its effect is unknown")
                found[lemma] = row["effect"]
    return found


def _compositions(
    codes: dict[str, Code], frame_ids: Iterable[str], types: Iterable[str], refusals: Refusals
) -> dict[tuple[str, str], Composition]:
    outers = {*frame_ids, *codes, *OUTER_WORDS}
    inners = {*types, *codes, "*"}
    found: dict[tuple[str, str], Composition] = {}
    for row in rows("compositions", _COMPOSITIONS):
        outer, inner = row["outer"], row["inner"]
        key = f"{outer} + {inner}"
        with refusals:
            if outer not in outers or inner not in inners:
                raise refusal(
                    "compositions", key, "outer is no frame, code or effect, or inner no code or type"
                )
            if (outer, inner) in found:
                raise refusal("compositions", key, "stands twice")
            coded = read_code_of(row, codes, "compositions", key)
            found[outer, inner] = Composition(outer, inner, *coded)
    return found


def _cues(refusals: Refusals) -> dict[str, dict[str, Cue]]:
    found: dict[str, dict[str, Cue]] = {kind: {} for kind in CUE_KINDS}
    for row in rows("cues", ("cue", "kind", "status", "reference")):
        kind, status = row["kind"], row["status"]
        for cue in values(row["cue"]):
            with refusals:
                if kind not in found or status not in STATUSES:
                    raise refusal("cues", cue, f"unknown kind {kind!r} or status {status!r}")
                if cue in found[kind]:
                    raise refusal("cues", cue, f"stands twice as {kind}")
                found[kind][cue] = Cue(cue, kind, status)
    return found
