"""Causes told by how the sentence is built: "so hot that …", "*Fearing* a coup, …".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import before, begin, main_after, rest, trim

_DEGREES = frozenset({"so", "such"})
_REACH = 12  # words between "so" and its "that"


def degrees(scene: Scene) -> Iterator[Found]:
    """ "*so* great was the hunger *that* villagers ate seed corn", "*such* anger *that* he resigned"."""
    sentence = scene.sentence
    words = sentence.words
    for word in words:
        follows = words[word.i + 1] if word.i + 1 < len(words) else None
        if word.lower not in _DEGREES or follows is None or follows.lower in ("that", "as", "far"):
            continue
        at = next((w.i for w in words[word.i + 2 : word.i + _REACH] if w.lower == "that"), None)
        if at is None or any(w.tag in (",", ".", ":") for w in words[word.i : at]):
            continue
        held = any(c.verb_first > at and c.form == "finite" for c in sentence.clauses)
        own = next((c for c in reversed(sentence.clauses) if c.verb_first < at and c.form == "finite"), None)
        if not held or own is None:
            continue
        source = trim(sentence, min(begin(own), word.i), at - 1)
        target = rest(sentence, at + 1)
        if source is not None and target is not None:
            yield Found("cause", (word.i, word.i), source, target)


def motives(scene: Scene) -> Iterator[Found]:
    """ "*Fearing* a coup, the sultan fled", "He fled, *fearing* a coup"."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        if clause.relation not in ("ing", "reduced") or clause.form != "ing" or clause.marker is not None:
            continue
        at = clause.verb_first
        if scene.cues.verb("motive", clause) is None:
            continue
        if at == 0:
            main = main_after(sentence, 1)
            if main is None:
                continue
            source, target = trim(sentence, 1, main - 1), rest(sentence, main)
        elif words[at - 1].tag == ",":
            source, target = rest(sentence, at + 1), before(sentence, at)
        else:
            continue
        if source is not None and target is not None:
            yield Found("cause", (at, at), source, target)
