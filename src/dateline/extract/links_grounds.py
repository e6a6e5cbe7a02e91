"""What something is done about: "jailed *for* treason", "a row *over* fishing", "hurt *in* the blast".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_cues import Cue
from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import (
    before,
    begin,
    main_after,
    rest,
    trim,
    whole,
)
from dateline.language.document import Clause, NounGroup, Prep

_TIMES = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "weekend",
        "decade",
        "century",
        "time",
        "period",
        "night",
        "summer",
        "winter",
    ]
)
#: Words before "after" or "when" that make of it a time only: "two days after", "just when".
_LATER = frozenset(
    ["just", "soon", "shortly", "immediately", "long", "days", "hours", "minutes", "weeks", "months", "years"]
) | {"day", "week", "month", "year", "hour", "even", "only", "until", "about", "how", "said"}
_SUFFERING = frozenset({"die", "perish", "succumb", "bleed"})
_BEARING = frozenset({"sustain", "suffer", "receive", "have", "get", "bear"})


def grounds(scene: Scene) -> Iterator[Found]:
    """ "jailed *for* treason", "a march *against* the war", "a row *over* fishing"."""
    for clause in scene.sentence.clauses:
        yield from _of_verb(scene, clause)
        yield from _protested(scene, clause)
    yield from _deeds(scene)
    for group in scene.sentence.groups:
        yield from _of_noun(scene, group)


def _of_verb(scene: Scene, clause: Clause) -> Iterator[Found]:
    """The grounds in a phrase on a verb."""
    for phrase in clause.preps:
        if phrase.first <= clause.verb_last or not _is_ground(scene, phrase.group):
            continue
        kind = _ground_kind(scene, clause.lemma, phrase) or _over(scene, clause, phrase)
        target = before(scene.sentence, phrase.first)
        if kind is not None and target is not None:
            yield Found(kind, (phrase.first, phrase.first), whole(phrase.group), target)


def _of_noun(scene: Scene, group: NounGroup) -> Iterator[Found]:
    """The grounds in a phrase on a noun."""
    head = scene.sentence.words[group.head].lemma
    for phrase in group.preps:
        if phrase.word not in ("against", "over") or not _is_ground(scene, phrase.group):
            continue
        kind = _ground_kind(scene, head, phrase)
        if kind is not None:
            span = group.first, phrase.first - 1
            yield Found(kind, (phrase.first, phrase.first), whole(phrase.group), span)


def _ground_kind(scene: Scene, lemma: str, phrase: Prep) -> str | None:
    """The kind of link between a verb or noun of the codebook and the phrase on it."""
    frame = phrase.word if phrase.word in ("for", "against", "over") else "against"
    cue = scene.cues.of(frame, lemma)
    if cue is not None and (phrase.word in cue.takes if cue.takes else phrase.word == frame):
        return cue.kind
    return None


def _over(scene: Scene, clause: Clause, phrase: Prep) -> str | None:
    """A happening "over" which something is done is its ground, but not what one rules or watches over."""
    if phrase.word != "over" or not scene.is_happening(phrase.group):
        return None
    return None if scene.cues.verb("not over", clause) else "cause"


def _protested(scene: Scene, clause: Clause) -> Iterator[Found]:
    """ "protested the verdict": what is protested is the object."""
    cue, object_ = scene.cues.verb("protesting", clause), clause.object
    if cue is None or object_ is None or clause.passive or object_.first <= clause.verb_last:
        return
    target = trim(scene.sentence, begin(clause), object_.first - 1)
    if target is not None:
        yield Found(cue.kind, (clause.verb_first, clause.verb_last), (object_.first, object_.reach()), target)


def _deeds(scene: Scene) -> Iterator[Found]:
    """ "fined *for* not paying", "guilty *of* spying": the deed is the reason; not "a tool *for* digging"."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        at = clause.verb_first - 1
        while at > 0 and words[at].tag == "RB":
            at -= 1
        tried = words[at].lower == "of" and at and scene.cues.of("guilty", words[at - 1].lemma) is not None
        if clause.form != "ing" or at < 1 or at in scene.covered or (words[at].lower != "for" and not tried):
            continue
        if scene.cues.of("meant for", words[at - 1].lemma) is not None:
            continue
        source, target = rest(sentence, at + 1), before(sentence, at)
        if source is not None and target is not None:
            yield Found("cause", (at, at), source, target)


def outcomes(scene: Scene) -> Iterator[Found]:
    """ "injured *in* the blast", "arrested *after* the riot": what befell people, and in what."""
    for clause in scene.sentence.clauses:
        if not clause.negated and clause.form != "infinitive":
            yield from _in_what(scene, clause)
            yield from _when(scene, clause)
    yield from _there(scene)


def _in_what(scene: Scene, clause: Clause) -> Iterator[Found]:
    """ "hurt *in* the clashes", "resigned *after* the defeat": the phrase names what it follows from."""
    hurt, after = _hurt(scene, clause), scene.cues.verb("after", clause)
    if hurt is None and after is None:
        return
    for phrase in clause.preps:
        if phrase.first < clause.verb_last or not scene.is_happening(phrase.group):
            continue
        target = before(scene.sentence, phrase.first)
        if target is None or not target[0] <= clause.verb <= target[1]:
            continue
        at, span = (phrase.first, phrase.first), whole(phrase.group)
        if hurt is not None and phrase.word in hurt.takes:
            yield Found(hurt.kind, at, span, target)
        elif after is not None and phrase.word == "after":
            yield Found(after.kind, at, span, target)


def _when(scene: Scene, clause: Clause) -> Iterator[Found]:
    """ "fled *after* the army attacked", "died *when* the roof fell in", "began *when* a bus was stoned"."""
    sentence, cues = scene.sentence, scene.cues
    hurt, after, arises = _hurt(scene, clause), cues.verb("after", clause), cues.verb("arise", clause)
    for other in sentence.clauses:
        at = other.marker_at
        if at is None or other.marker not in ("after", "when") or other.negated or other.modal:
            continue
        main = None if at else main_after(sentence, 1)
        if (main is None and at == 0) or sentence.words[at - 1].lower in _LATER or other is clause:
            continue
        if other.marker == "when" and at > 1 and _is_dated(scene, at - 1):
            continue
        if main is None:
            source, target = rest(sentence, at + 1), before(sentence, at)
        else:
            source, target = trim(sentence, 1, main - 1), rest(sentence, main)
        if source is None or target is None or not target[0] <= clause.verb <= target[1]:
            continue
        if hurt is not None or (arises is not None and clause.modal is None):
            yield Found("cause", (at, at), source, target)
        elif clause.modal is None and other.marker == "after" and (after or _told(scene, clause, other)):
            yield Found("response", (at, at), source, target)


def _is_dated(scene: Scene, at: int) -> bool:
    """ "It began on 25 December, *when* …": the clause says what else happened on that day."""
    words = scene.sentence.words
    return words[at].tag == "," and words[at - 1].tag == "CD"


def _told(scene: Scene, clause: Clause, other: Clause) -> bool:
    """Whether a clause or the "after" clause behind it tells an event, which a mere time does not."""
    words = scene.sentence.words
    coded = any(scene.triggers(words[c.verb].start) for c in (clause, other))
    return coded and other.form == "finite"


def _there(scene: Scene) -> Iterator[Found]:
    """ "threw stones, *in which* three were hurt": what is told before the relative is what hurt them."""
    sentence = scene.sentence
    for clause in sentence.clauses:
        at = clause.marker_at
        if clause.relation != "relative" or at is None or at < 2 or sentence.words[at - 1].lower != "in":
            continue
        hurt, target = _hurt(scene, clause), rest(sentence, at + 1)
        source = before(sentence, at - 1)
        if hurt is not None and source is not None and target is not None:
            yield Found("cause", (at - 1, at), source, target)


def _hurt(scene: Scene, clause: Clause) -> Cue | None:
    """The cue of a verb that tells of harm to its subject: "were killed", "died", "suffered burns"."""
    cue = scene.cues.of("harm", clause.lemma)
    if cue is not None and (clause.passive or clause.lemma in _SUFFERING):
        return cue
    if clause.object is not None and not clause.passive and clause.lemma in _BEARING:
        return scene.cues.of("harm", scene.sentence.words[clause.object.head].lemma)
    return None


def _is_ground(scene: Scene, group: NounGroup) -> bool:
    """Whether the group is a matter: no number, no span of time."""
    sentence = scene.sentence
    words = sentence.words
    head = words[group.head]
    return not (head.tag in ("CD", "PRP") or words[group.first].tag == "CD" or head.lemma in _TIMES)
