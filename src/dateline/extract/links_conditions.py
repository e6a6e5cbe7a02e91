"""Conditions without a subordinator: "*Were* Greece *to* default, …", "Pay, *or* they die".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import begin, main_after, rest, trim
from dateline.language.document import Clause

_INVERTED = frozenset({"were", "should", "had", "was", "did"})
_BIDDEN = frozenset({"must", "should", "ought", "shall"})


def inverted(scene: Scene) -> Iterator[Found]:
    """ "*Had* Warsaw held, …", "Banks would fail *should* Greece default"."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        if clause.marker != "if" or clause.subject is None:
            continue
        at = clause.subject.first - 1
        if at < 0 or words[at].lower not in _INVERTED or words[-1].text == "?":
            continue
        if at and words[at - 1].tag.startswith("W"):
            continue  # "why *were* they killed"
        main = main_after(sentence, at + 1) if clause.parent and clause.parent.verb_first > at else None
        if main is not None:
            source, target = trim(sentence, at + 1, main - 1), rest(sentence, main)
        elif clause.parent is not None and clause.parent.verb_first < at:
            source, target = rest(sentence, at + 1), trim(sentence, begin(clause.parent), at - 1)
        else:
            continue
        if source is not None and target is not None:
            yield Found("condition", (at, at), source, target)


def commanded(scene: Scene) -> Iterator[Found]:
    """ "Pay the ransom, *or* the hostages will die", "must leave *or* face arrest"."""
    sentence = scene.sentence
    words = sentence.words
    if not any(w.lower == "or" for w in words):
        return
    for clause in sentence.clauses:
        if not _bids(scene, clause):
            continue
        at = next((w.i for w in words[clause.verb_last + 1 :] if w.lower == "or"), None)
        if at is None or at + 1 >= len(words):
            return
        end = at + (words[at + 1].lower == "else")
        after = next((c for c in sentence.clauses if c.verb_first > end), None)
        if after is None or not (after.modal in ("will", "would") or scene.cues.of("or", after.lemma)):
            return
        source, target = trim(sentence, begin(clause), at - 1), rest(sentence, end + 1)
        if source is not None and target is not None:
            yield Found("condition", (at, end), source, target)
        return


def _bids(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is an imperative, or says what somebody must do."""
    if clause.form == "finite":
        return clause.modal in _BIDDEN
    word = scene.sentence.words[clause.verb_first]
    opens = clause.verb_first == 0 or scene.sentence.words[clause.verb_first - 1].tag in ('"', ":", ",", "RB")
    return clause.form == "infinitive" and clause.relation == "root" and word.tag == "VB" and opens
