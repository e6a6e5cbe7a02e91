"""What is said without a verb of saying that has its speaker for subject.

"It is believed that", "is said to have fled", "word came that", "in Delhi's view", "as Nyerere put it",
"the minister's view is that", "made it clear that", "Minister: no talks". For the statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.contents_ends import trim, until
from dateline.extract.speakers import Speakers
from dateline.extract.statements_phrases import told_by
from dateline.extract.statements_rows import Said
from dateline.extract.statements_scene import Scene
from dateline.language.document import Clause, NounGroup

_AHEAD = 4  # words a speaker in front of a headline's colon may have


def _believed(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "It is believed that …", "is said to have fled"."""
    if not clause.passive or clause.negated or clause.modal or clause.subject is None:
        return None
    if clause.lemma not in scene.cues.lists["hearsay verb"] or any(p.word == "by" for p in clause.preps):
        return None
    it = scene.sentence.words[clause.subject.head].lower == "it"
    for child in clause.children:
        if it and child.relation == "that" and child.marker_at is not None:
            first = child.marker_at + 1
        elif not it and child.relation == "to" and child.verb_first == clause.verb_last + 1:
            first = child.verb_first
        else:
            continue
        return Said((clause.verb, clause.verb), None, (first, until(scene, child, first)))
    return None


def _put(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "As Nyerere put it, Africa must unite"."""
    words = scene.sentence.words
    group, at = clause.subject, clause.marker_at
    it = clause.verb_last + 1 < len(words) and words[clause.verb_last + 1].lower == "it"
    if clause.lemma != "put" or clause.marker != "as" or not it or group is None or at is None:
        return None
    end = clause.verb_last + 1
    if at == 0:
        content = trim(scene, end + 1, len(words) - 1)
    elif end + 2 < len(words) and words[end + 1].tag == ",":
        content = trim(scene, 0, len(words) - 1)
    else:
        content = trim(scene, 0, at - 1)
    return Said((clause.verb, clause.verb), group, content)


def _made_known(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "made it clear that", "let it be known that"."""
    words = scene.sentence.words
    if clause.lemma not in scene.cues.lists["makes known"] or clause.subject is None:
        return None
    at = next((w.i for w in words[clause.verb_last + 1 :][:5] if w.lower == "that"), None)
    told = " ".join(w.lower for w in words[clause.verb_last + 1 : at]) if at is not None else ""
    if at is None or told not in scene.cues.lists["made known"] or not speakers.is_said(scene, clause):
        return None
    return Said((clause.verb, at - 1), clause.subject, (at + 1, until(scene, clause, at + 1)))


def _held(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "The minister's *view* is that the dam is safe"."""
    group = clause.subject
    if clause.lemma != "be" or group is None or clause.negated:
        return None
    word = scene.sentence.words[group.head]
    if word.lemma not in scene.cues.nouns and word.lemma not in scene.cues.lists["held"]:
        return None
    child = next((c for c in clause.children if c.relation == "that" and c.marker_at is not None), None)
    source = group.owner or next((p.group for p in group.preps if p.word in ("of", "from", "in")), None)
    if child is None or child.marker_at is None or source is None:
        return None
    known = scene.sentence.words[source.head].lower in scene.cues.lists["owner"]
    if not known and not speakers.may_speak(scene, source, strict=True):
        return None
    first = child.marker_at + 1
    return Said((group.head, group.head), source, (first, until(scene, child, first)))


def _came(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "*Word* came from Kigali that …", "*Rumours* that the queen was dead swept the city"."""
    group, words = clause.subject, scene.sentence.words
    if group is None or clause.lemma not in scene.cues.lists["spreading"]:
        return None
    cue = scene.cues.nouns.get(words[group.head].lemma)
    if cue is None or cue.source != "hearsay" or group.first > clause.verb:
        return None
    at = next((w.i for w in words[clause.verb_last + 1 :] if w.lower == "that" and w.tag == "IN"), None)
    if at is None or any(clause.verb < c.verb_first < at for c in scene.sentence.clauses):
        return None
    return Said((group.head, group.head), group, (at + 1, until(scene, clause, at + 1)))


def _interrupting(scene: Scene, speakers: Speakers, clause: Clause) -> Said | None:
    """ "Trucks, *the officer observed drily*, do not swim": a verb in commas that looks like a participle."""
    words, group = scene.sentence.words, clause.antecedent
    if clause.relation != "reduced" or group is None or clause.lemma not in scene.cues.verbs:
        return None
    end = clause.verb_last + 1
    while end < len(words) - 1 and words[end].tag == "RB":
        end += 1
    inside = group.first > 1 and words[group.first - 1].tag == "," and group.last + 1 == clause.verb_first
    if not inside or end + 2 >= len(words) or words[end].tag != ",":
        return None
    told = any(c.verb_first > end and c.form == "finite" for c in scene.sentence.clauses)
    if not told or not speakers.may_speak(scene, group, strict=True):
        return None
    return Said((clause.verb, clause.verb), group, trim(scene, 0, len(words) - 1))


def _viewed(scene: Scene) -> Iterator[Said]:
    """ "In Delhi's *view*, the line is no border"."""
    words = scene.sentence.words
    for group in scene.sentence.groups:
        owned = group.owner is not None and words[group.head].lemma in scene.cues.lists["viewed"]
        if not owned or group.first == 0 or words[group.first - 1].lower not in ("in", "to", "by"):
            continue
        content = told_by(scene, group.first - 1, group)
        if content is not None and content[0] < content[1] and group.owner is not None:
            yield Said((group.head, group.head), group.owner, content)


def _standpoint(scene: Scene) -> Iterator[Said]:
    """ "*For* Tito, the pact was a trap": whose judgement it is."""
    words = scene.sentence.words
    if len(words) < 5 or words[0].lower not in ("for", "to"):
        return
    group = next((g for g in scene.sentence.groups if g.first == 1), None)
    if group is None or scene.cast.of(scene.sentence, group) is None:
        return
    end = group.reach()
    clause = next((c for c in scene.sentence.clauses if c.verb > end), None)
    if clause is None or words[end + 1].tag != "," or clause.lemma not in ("be", "mean", "seem", "represent"):
        return
    if clause.passive or (clause.object is None and clause.predicate is None):
        return
    yield Said((0, 0), group, trim(scene, end + 2, len(words) - 1))


def _headline(scene: Scene) -> Iterator[Said]:
    """ "Minister: no talks with rebels"."""
    words = scene.sentence.words
    if scene.sentence.role != "headline":
        return
    colon = next((w.i for w in words[1:_AHEAD] if w.text == ":"), None)
    if colon is None or colon + 2 > len(words):
        return
    group = NounGroup(0, colon - 1, colon - 1)
    entity = scene.cast.at(scene.sentence, colon - 1)
    lemma, lists = words[colon - 1].lemma, scene.cues.lists
    named = entity is not None and entity.kind == "person"
    if named or (lemma in lists["speaker"] and lemma not in lists["document"]):
        yield Said((colon, colon), group, trim(scene, colon + 1, len(words) - 1))


_READERS = (_believed, _put, _made_known, _held, _came, _interrupting)


def hearsay(scene: Scene, speakers: Speakers) -> list[Said]:
    """The statements of a sentence that no verb of saying tells by its subject."""
    found = [*_headline(scene), *_viewed(scene), *_standpoint(scene)]
    for clause in scene.sentence.clauses:
        told = (read(scene, speakers, clause) for read in _READERS)
        found.extend(said for said in told if said is not None)
    return found
