"""Whom "the two countries", "both sides", "each" and "the neighbours" speak of, where two are clearly meant.

For the actor extractor. Words that any two of anything may be called by ("both", "each") need two that
have just been named together; "the two countries" may also be the two that the article is about.
"""

from __future__ import annotations

from dateline.codebook import derived, settings
from dateline.extract import discourse
from dateline.extract.cast import Draft, Registry
from dateline.extract.discourse import Frame
from dateline.language.document import NounGroup, Word

_DETERMINERS = frozenset(["the", "these", "those", "both", "two", "of"])
_EACH = frozenset(["both", "each", "neither", "either"])
_ALONE = _EACH | {"two", "other"}
_CALLED = ("countries", "loose", "persons", "opposed")


@derived
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in settings("actors")["pairs"].items()}


@derived
def _heads() -> frozenset[str]:
    known = _words()
    twins = frozenset(settings("actors")["twins"])
    return frozenset().union(*(known[name] for name in _CALLED)) | _ALONE | twins


def may_pair(word: Word) -> bool:
    """Whether a group with this head may speak of two."""
    heads = _heads()
    return word.lemma in heads or word.lower in heads or word.text in heads


def pair(frames: list[Frame], here: int, group: NounGroup, registry: Registry) -> tuple[Draft, ...]:
    """The two that a group speaks of; empty where it speaks of something else or it is not clear."""
    frame = frames[here]
    words = frame.sentence.words
    head = words[group.head]
    if group.owner is not None or not may_pair(head):
        return ()
    found = _meant(frames, here, group, head, registry)
    start, end = frame.sentence.span(group.first, group.head)
    for draft in found:
        draft.say(frame.sentence, start, end, "description")
    return found


def _meant(
    frames: list[Frame], here: int, group: NounGroup, head: Word, registry: Registry
) -> tuple[Draft, ...]:
    known = _words()
    words = frames[here].sentence.words
    inside = [word.lower for word in words[group.first : group.head]]
    if twins := settings("actors")["twins"].get(head.text):
        both = "both" in inside or "two" in inside
        return tuple(registry.state(*state.split(" ", 1)) for state in twins) if both else ()
    if head.lower in _ALONE or inside in (["each"], ["either"], ["neither"]):
        return _by_itself(frames, here, group, head, inside)
    if head.tag != "NNS":
        return ()
    plain = [word for word in inside if word not in known["epithets"]]
    if not _DETERMINERS.issuperset(plain) or not inside:
        return ()
    if "both" not in plain and ("two" not in plain or plain[0] == "two"):
        return _together(frames, here, group) if head.lemma in known["opposed"] and plain == ["the"] else ()
    if head.lemma in known["persons"]:
        return _last_two_persons(frames, here, group)
    is_state = head.lemma in known["countries"]
    if (named := _together(frames, here, group, far=is_state)) or not is_state:
        return named
    codes = discourse.pair_in_play(frames, here, group.first)
    return (registry.state(codes[0]), registry.state(codes[1])) if codes else ()


def _by_itself(
    frames: list[Frame], here: int, group: NounGroup, head: Word, inside: list[str]
) -> tuple[Draft, ...]:
    """ "Both", "each", "the two", "neither side"; and "the other", where each does something to it."""
    frame = frames[here]
    if group.joined or any(prep.word == "of" and prep.first == group.last + 1 for prep in group.preps):
        return ()
    if head.lower == "other":
        return _each_to(frame, group) if inside == ["the"] else ()
    if head.lower in _ALONE and inside != (["the"] if head.lower == "two" else []):
        return ()
    if head.lower not in _ALONE and head.lemma not in _words()["countries"] | _words()["loose"]:
        return ()
    if head.lower in _ALONE and frame.role(group).subject_of is None:
        return ()
    return _together(frames, here, group)


def _each_to(frame: Frame, group: NounGroup) -> tuple[Draft, ...]:
    """ "Each blamed *the other*": the same two."""
    clause = frame.role(group).object_of
    if clause is None or clause.subject is None:
        return ()
    subject = frame.sentence.words[clause.subject.first].lower
    found = frame.meant.get(id(clause.subject), ())
    return found if subject in _EACH and len(found) == 2 else ()


def _together(frames: list[Frame], here: int, group: NounGroup, *, far: bool = False) -> tuple[Draft, ...]:
    """The two of a kind that are joined just before: "Chile and Peru are allies; both countries …".

    In the sentence itself, or in the one before it; ``far``: also where that is in another paragraph.
    """
    for back in (0, 1):
        if back > here:
            break
        frame = frames[here - back]
        if back and not far and frame.sentence.paragraph != frames[here].sentence.paragraph:
            break
        found: dict[frozenset[int], tuple[Draft, ...]] = {}
        for other in frame.sentence.groups:
            if (back or other.last < group.first) and (two := _two(frame, other)):
                found.setdefault(frozenset(map(id, two)), two)
        if found:
            return next(iter(found.values())) if len(found) == 1 else ()
    return ()


def _two(frame: Frame, group: NounGroup) -> tuple[Draft, ...]:
    """Two of a kind that a subject, or what is behind "between", joins, or whom a verb brings together."""
    role = frame.role(group)
    if role.subject_of is None and role.preposition != "between":
        return ()
    found = tuple(d for member in group.members() for d in frame.meant.get(id(member), ()))
    clause = role.subject_of
    if len(found) == 1 and clause is not None and clause.lemma in _words()["meeting"]:
        found += tuple(d for p in clause.preps if p.word == "with" for d in frame.meant.get(id(p.group), ()))
    if len(found) != 2 or found[0] is found[1]:
        return ()
    kinds = {"person" if draft.kind == "person" else draft.kind == "place" for draft in found}
    return found if kinds in ({False}, {"person"}) else ()


def _last_two_persons(frames: list[Frame], here: int, group: NounGroup) -> tuple[Draft, ...]:
    found: dict[int, Draft] = {}
    for frame in frames[max(0, here - 1) : here + 1]:
        for other in frame.sentence.groups:
            if frame is frames[here] and other.first >= group.first:
                continue
            for draft in frame.meant.get(id(other), ()):
                if draft.kind == "person":
                    found[id(draft)] = draft
    return tuple(found.values()) if len(found) == 2 else ()
