"""Verbs that report: "said that", "accused Iran of", "was quoted as saying".

For the statements.
"""

from __future__ import annotations

from dateline.extract import contents
from dateline.extract.contents_ends import trim
from dateline.extract.speakers import Speakers
from dateline.extract.statements_rows import Said
from dateline.extract.statements_scene import Scene
from dateline.language.document import Clause


def verbs(scene: Scene, speakers: Speakers) -> list[Said]:
    found: list[Said] = []
    for clause in scene.sentence.clauses:
        cue = scene.cues.verbs.get(clause.lemma)
        if cue is None or not speakers.is_said(scene, clause) or _is_quoted_as(scene, clause):
            continue
        content = contents.of_verb(scene, clause, cue)
        if content is None:
            continue
        speaker = content.speaker or speakers.speaker(scene, clause)
        if speaker is None or not speakers.may_speak(scene, speaker, strict=cue.source == "strict"):
            continue
        if (speaker.first, speaker.last) == (content.first, content.last):
            continue
        audience = content.audience if content.audience is not speaker else None
        found.append(Said((clause.verb, clause.verb), speaker, (content.first, content.last), audience))
    return found


def quoted_as(scene: Scene) -> list[Said]:
    """ "was quoted by the paper as saying that …"."""
    words, found = scene.sentence.words, []
    for clause in scene.sentence.clauses:
        speaker = clause.subject if clause.passive else clause.object
        if clause.lemma not in scene.cues.lists["quoted"] or speaker is None:
            continue
        at = next((w.i for w in words[clause.verb_last + 1 : -1] if w.lower == "saying"), None)
        if at is None or words[at - 1].lower != "as":
            continue
        first = at + 1 + (words[at + 1].lower == "that")
        last = trim(scene, first, len(words) - 1)[1]
        found.append(Said((at, at), speaker, (first, last)))
    return found


def _is_quoted_as(scene: Scene, clause: Clause) -> bool:
    """ "quoted a colonel *as saying*": the one who says it is not the subject."""
    return clause.lemma == "say" and scene.sentence.words[clause.verb_first - 1].lower == "as"
