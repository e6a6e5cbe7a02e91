"""Nouns that report: "the claim that", "issued a condemnation", "demands: first, …".

For the statements.
"""

from __future__ import annotations

from dateline.extract.contents_ends import trim, until
from dateline.extract.reporting import Cue
from dateline.extract.roles import agent
from dateline.extract.speakers import Speakers
from dateline.extract.statements_rows import Said
from dateline.extract.statements_scene import Scene
from dateline.language.document import Clause, NounGroup

_HEARSAY_PLURALS = frozenset({"NNS", "NNPS"})
_PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "over"})
_ORDINALS = frozenset({"first", "firstly", "second", "secondly", "third", "thirdly", "finally"})
_OWNING = frozenset({"by", "from"})


def nouns(scene: Scene, speakers: Speakers, verbs: list[Said]) -> list[Said]:
    found: list[Said] = []
    words = scene.sentence.words
    for group in scene.sentence.groups:
        word = words[group.head]
        cue = scene.cues.nouns.get(word.lemma)
        if cue is None or not word.tag.startswith("N") or words[group.first].lower in ("no", "any"):
            continue
        light = speakers.light(scene, group)
        if light is not None and any(said.cue[0] == light.verb for said in verbs):
            continue
        if any(said.cue[0] <= group.head <= said.cue[1] for said in verbs):
            continue  # "in the *words* of"
        source = _noun_source(scene, speakers, group, light)
        if source is None and (cue.source != "hearsay" or word.tag not in _HEARSAY_PLURALS):
            continue
        if cue.source == "light" and light is None:
            continue
        found.extend(_noun(scene, speakers, group, cue, light, source))
    return found


def _noun(
    scene: Scene,
    speakers: Speakers,
    group: NounGroup,
    cue: Cue,
    light: Clause | None,
    source: NounGroup | None,
) -> list[Said]:
    """The rows of a noun that reports: one, or one for each of the demands behind a colon."""
    parts = _listed(scene, group, light) if "colon" in cue.shapes else []
    if not parts and (content := _noun_content(scene, group, cue)) is not None:
        parts = [content]
    if not parts and light is None:
        return []
    audience = None
    if light is not None:
        phrases = (p for p in (*group.preps, *light.preps) if p.word in cue.audience)
        audience = next((p.group for p in phrases if scene.cast.of(scene.sentence, p.group)), None)
    if not parts and any(
        c.antecedent is group and c.lemma in scene.cues.verbs for c in scene.sentence.clauses
    ):
        return []  # "issued a statement *saying* …": the participle has the row
    whole: list[tuple[int, int] | None] = [*parts] or [None]
    return [Said((group.head, group.head), source, part, audience) for part in whole]


def _noun_source(
    scene: Scene, speakers: Speakers, group: NounGroup, light: Clause | None
) -> NounGroup | None:
    """The owner, the one named in front ("US claims"), a "by" phrase, a light verb's subject."""
    sentence = scene.sentence
    if group.owner is not None:
        known = sentence.words[group.owner.head].lower in scene.cues.lists["owner"]
        return group.owner if known or speakers.may_speak(scene, group.owner, strict=True) else None
    for i in range(group.first, group.head):
        if scene.cast.at(sentence, i) is not None:
            return NounGroup(i, i, i)
    for phrase in group.preps:
        if phrase.word in _OWNING and speakers.may_speak(scene, phrase.group, strict=True):
            return phrase.group
    if light is not None:
        speaker = agent(light)
        listed = ":" in sentence.text  # "made two demands: …" is speech, whoever makes them
        if speaker is not None and speakers.may_speak(scene, speaker, strict=not listed):
            return speaker
    return None


def _noun_content(scene: Scene, group: NounGroup, cue: Cue) -> tuple[int, int] | None:
    sentence, after = scene.sentence, group.last + 1
    if group.preps and group.preps[0].word in ("by", "from", "in") and group.preps[0].first == after:
        after = group.preps[0].group.reach() + 1  # "the claim *by Athens* that …"
    verb = next((c for c in sentence.clauses if c.subject is group and c.verb_first > group.last), None)
    for clause in sentence.clauses:
        if clause.verb_first < after:
            continue
        if clause.relation == "that" and clause.marker_at == after and "that" in cue.shapes:
            return _up_to(scene, clause, after + 1, verb)
        if clause.relation == "to" and clause.verb_first == after and "to" in cue.shapes:
            return _up_to(scene, clause, after, verb)
        if clause.relation == "ing" and clause.marker_at == after and clause.marker in cue.shapes:
            return _up_to(scene, clause, clause.verb_first, verb)
    for phrase in group.preps:
        if phrase.word in _PREPOSITIONS and phrase.word in cue.shapes:
            if phrase.word == "of" and scene.cues.nouns[sentence.words[group.head].lemma].source == "hearsay":
                return _hearsay(scene, phrase.group, verb)
            return phrase.group.first, phrase.group.reach()
    return None


def _hearsay(scene: Scene, group: NounGroup, verb: Clause | None) -> tuple[int, int]:
    """ "reports of *soldiers crossing the border*": the noun and the participle that tells of it."""
    for clause in scene.sentence.clauses:
        if clause.relation == "reduced" and clause.antecedent is group:
            return _up_to(scene, clause, group.first, verb)
    return group.first, group.reach()


def _up_to(scene: Scene, clause: Clause, first: int, verb: Clause | None) -> tuple[int, int]:
    """From ``first`` to the verb of which the noun is the subject, or to the end of what is said."""
    if verb is not None and verb.verb_first > first:
        return trim(scene, first, verb.verb_first - 1)
    last = max(first, until(scene, clause, first))
    ended = _second_verb(scene, clause, last)
    return (first, ended - 1) if ended is not None else (first, last)


def _second_verb(scene: Scene, clause: Clause, last: int) -> int | None:
    """The verb of the noun itself, right behind the content: "Rumours that he was dead *swept* Brussels"."""
    at = clause.verb_last if clause.predicate is None else clause.predicate
    behind = (c for c in scene.sentence.clauses if c.verb_first == at + 1 <= last and c is not clause)
    other = next((c for c in behind if c.relation in ("reduced", "root") and c.form != "ing"), None)
    word = scene.sentence.words[at + 1] if other is not None else None
    return at + 1 if word is not None and word.tag in ("VBD", "VBZ", "VBN", "VBP") else None


def _listed(scene: Scene, group: NounGroup, light: Clause | None) -> list[tuple[int, int]]:
    """The items behind the colon of "made two demands: …"; one where they are no clauses."""
    words = scene.sentence.words
    colon = next((w.i for w in words[group.last + 1 :] if w.text == ":"), None)
    if colon is None or colon + 1 >= len(words) or (light is None and colon != group.last + 1):
        return []
    starts = [w.i + 1 for w in words[colon + 1 : -1] if w.lower in _ORDINALS]
    if not starts:
        heads = [c for c in scene.sentence.clauses if c.relation == "colon" and c.verb_first > colon]
        heads += [c for c in scene.sentence.clauses if heads and c.relation == "conj" and c.parent in heads]
        starts = sorted(c.verb_first for c in heads) or [colon + 1]
    ends = [_before_item(scene, start) for start in starts[1:]] + [len(words) - 1]
    return [trim(scene, a, b) for a, b in zip(starts, ends, strict=True)]


def _before_item(scene: Scene, start: int) -> int:
    """The last word of the item before the one whose verb is at ``start`` ("…, and second, identify")."""
    words, at = scene.sentence.words, start - 1
    while at > 0 and (words[at].tag in (",", "CC", ":") or words[at].lower in _ORDINALS):
        at -= 1
    return at
