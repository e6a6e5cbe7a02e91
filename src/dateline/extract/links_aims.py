"""What something is done for: "went to Paris *to sign* it", "marched, *demanding* bread", "*by* leaving".

For ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract import reporting
from dateline.extract.links_scene import Found, Scene
from dateline.extract.links_spans import before, main_after, rest, trim
from dateline.language.document import Clause

#: Words before an infinitive that is then no aim ("how to", "not to", "enough to").
_NO_AIM = frozenset(
    ["about", "how", "what", "where", "whether", "when", "order", "as", "not", "enough", "than", "or", "and"]
)


def aims(scene: Scene) -> Iterator[Found]:
    """ "went to Paris *to sign* the treaty", "marched, *demanding* bread"."""
    words = scene.sentence.words
    for clause in scene.sentence.clauses:
        infinitive = clause.relation == "to" and words[clause.verb_first].tag == "TO"
        participle = clause.relation in ("ing", "reduced") and clause.form == "ing" and clause.marker is None
        demands = participle and scene.cues.verb("aim", clause) is not None
        if (infinitive and _is_purpose(scene, clause)) or (demands and _has_aim(scene, clause)):
            yield from _aim(scene, clause)


def _aim(scene: Scene, clause: Clause) -> Iterator[Found]:
    """The link whose cue is the first word of ``clause``, and whose aim is what follows it."""
    sentence, at = scene.sentence, clause.verb_first
    target = before(sentence, at)
    source = rest(sentence, at + 1)
    if target is None:
        main = main_after(sentence, at + 1)
        if main is None:
            return
        source, target = trim(sentence, at + 1, main - 1), rest(sentence, main)
    if source is not None and target is not None:
        yield Found("purpose", (at, at), source, target)


def _is_purpose(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive is neither the complement of its verb, its noun or its adjective."""
    words, at, parent = scene.sentence.words, clause.verb_first, clause.parent
    if parent is None or at in scene.covered:
        return False
    if at == 0:
        return parent.verb_first > at
    previous = words[at - 1]
    if previous.tag.startswith("JJ") or previous.lower in _NO_AIM:
        return False
    if previous.tag.startswith("N") and scene.cues.of("complement noun", previous.lemma):
        return False
    if previous.tag in (",", "CC", '"'):
        return parent.verb_first > at
    if parent.predicate == at - 1 or (parent.lemma == "go" and at - 1 == parent.verb_last):
        return False
    if previous.tag.startswith("N") and words[at + 1].lower == "be":
        return False  # "figures *to be published* today"
    group = parent.object
    held = parent.passive or (group is not None and group.first > parent.verb_last)
    if group is not None and held and words[group.first].lower == "each":
        return True  # "they need each other *to survive*": what both do it for
    if not held and _apart(scene, parent, at):
        return True
    return scene.cues.of("complement object" if held else "complement", parent.lemma) is None


def _apart(scene: Scene, parent: Clause, at: int) -> bool:
    """Whether a phrase parts the verb from the infinitive, which is then no complement of the verb.

    "continued *to strike*", but "continued for a week *to press their demands*".
    """
    words = scene.sentence.words
    between = words[parent.verb_last + 1 : at]
    return parent.predicate is None and any(word.tag in ("IN", "NNP") for word in between)


def _has_aim(scene: Scene, clause: Clause) -> bool:
    """Whether "demanding …" tells the aim of an act: on its verb, or on a noun that has such aims."""
    sentence = scene.sentence
    span = before(sentence, clause.verb_first)
    if span is None:
        return clause.parent is not None and clause.parent.verb_first > clause.verb_first
    if clause.relation == "ing" and clause.parent is not None:
        return clause.parent.lemma not in reporting.load().verbs
    return any(scene.cues.of("aimed", w.lemma) is not None for w in sentence.words[: span[1] + 1])


def means(scene: Scene) -> Iterator[Found]:
    """ "eased the tension *by* opening the border": the one is done for the other."""
    sentence = scene.sentence
    words = sentence.words
    for clause in sentence.clauses:
        if clause.form != "ing" or clause.marker != "by" or clause.marker_at is None:
            continue
        holder = clause.parent
        if holder is None or holder.passive or holder.negated or _nothing(scene, holder):
            continue
        if scene.cues.of("answer", holder.lemma) is not None:
            continue
        at = clause.marker_at
        if at == 0:
            main = main_after(sentence, at + 1)
            source = rest(sentence, main) if main is not None else None
            target = trim(sentence, 1, main - 1) if main is not None else None
        else:
            source, target = before(sentence, at), rest(sentence, at + 1)
        if source is not None and target is not None and words[at - 1].tag != "CC":
            yield Found("purpose", (at, at), source, target)


def _nothing(scene: Scene, clause: Clause) -> bool:
    """ "gains *nothing* by leaving"."""
    group = clause.object
    return group is not None and scene.sentence.words[group.head].lower in ("nothing", "little")
