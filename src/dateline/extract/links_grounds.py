"""What something is done about: "jailed *for* treason", "a row *over* fishing", "hurt *in* the blast".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import (
    before,
    begin,
    reach,
    rest,
    trim,
    whole,
)
from dateline.language.document import NounGroup

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


def grounds(scene: Scene) -> Iterator[Found]:
    """ "jailed *for* treason", "a march *against* the war", "a row *over* fishing"."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        for phrase in clause.preps:
            frame = phrase.word if phrase.word in ("for", "against", "over") else "against"
            cue = scene.cues.of(frame, clause.lemma)
            if (
                cue is not None
                and phrase.first > clause.verb_last
                and (not cue.takes or phrase.word in cue.takes)
            ) and (
                phrase.word == frame
                and _is_ground(scene, phrase.group)
                and (target := before(sentence, phrase.first))
            ):
                yield Found(cue.kind, (phrase.first, phrase.first), whole(phrase.group), target)
        if (cue := scene.cues.of("protesting", clause.lemma)) is not None and clause.object is not None:
            target = trim(sentence, begin(clause), clause.object.first - 1)
            if not clause.passive and target is not None and clause.object.first > clause.verb_last:
                cue_span = (clause.verb_first, clause.verb_last)
                yield Found(cue.kind, cue_span, (clause.object.first, reach(clause.object)), target)
    yield from _deeds(scene)
    for group in sentence.groups:
        for phrase in group.preps:
            if (
                phrase.word in ("against", "over")
                and (cue := scene.cues.of(phrase.word, words[group.head].lemma))
                and _is_ground(scene, phrase.group)
            ):
                yield Found(
                    cue.kind,
                    (phrase.first, phrase.first),
                    whole(phrase.group),
                    (group.first, phrase.first - 1),
                )


def _deeds(scene: Scene) -> Iterator[Found]:
    """ "fined *for* not paying": the participle is the reason."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        at = clause.verb_first - 1
        while at > 0 and words[at].tag == "RB":
            at -= 1
        if clause.form != "ing" or at < 1 or words[at].lower != "for":
            continue
        holder = max(
            (c for c in sentence.clauses if c.verb_first < at), key=lambda c: c.verb_first, default=None
        )
        if holder is None or scene.cues.of("for", holder.lemma) is None:
            continue
        source, target = rest(sentence, at + 1), before(sentence, at)
        if source is not None and target is not None:
            yield Found("cause", (at, at), source, target)


def outcomes(scene: Scene) -> Iterator[Found]:
    """ "injured *in* the blast", "arrested *after* the riot": what befell people, and in what."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        harm, after = scene.cues.of("harm", clause.lemma), scene.cues.of("after", clause.lemma)
        if (harm is None and after is None) or clause.negated or clause.form == "infinitive":
            continue
        hurt = harm is not None and (clause.passive or clause.lemma in ("die", "perish"))
        for phrase in clause.preps:
            if phrase.first < clause.verb_last or not scene.is_happening(phrase.group):
                continue
            target = before(sentence, phrase.first)
            if target is None or not target[0] <= clause.verb <= target[1]:
                continue
            span = whole(phrase.group)
            if hurt and harm is not None and phrase.word in harm.takes:
                yield Found("cause", (phrase.first, phrase.first), span, target)
            elif after is not None and phrase.word == "after":
                yield Found(after.kind, (phrase.first, phrase.first), span, target)
        for other in sentence.clauses:
            at = other.marker_at
            if at is None or other.marker not in ("after", "when") or other.negated or at == 0:
                continue
            target = before(sentence, at)
            if (
                target is None
                or not target[0] <= clause.verb <= target[1]
                or words[at - 1].lower in ("just", "days")
            ):
                continue
            source = rest(sentence, at + 1)
            if source is None:
                continue
            if hurt and harm is not None:
                yield Found("cause", (at, at), source, target)
            elif after is not None and other.marker == "after" and clause.modal is None:
                yield Found(after.kind, (at, at), source, target)


def _is_ground(scene: Scene, group: NounGroup) -> bool:
    """Whether the group is a matter: no number, no span of time."""
    sentence = scene.sentence
    words = sentence.words
    head = words[group.head]
    return not (head.tag in ("CD", "PRP") or words[group.first].tag == "CD" or head.lemma in _TIMES)
