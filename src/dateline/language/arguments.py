"""Objects and phrases of a clause: what becomes of a group, particle or preposition behind a verb."""

from __future__ import annotations

from dateline.language.document import Clause, NounGroup, Prep, Word
from dateline.language.groups import CAPTIVE, TAKING
from dateline.language.lexicon import word_list
from dateline.language.memory import Memory
from dateline.language.spine import FINITE, is_time

_PARTICLES_BEFORE = word_list("particles_before")
_PARTICLES_BEHIND = word_list("particles_behind")
_NAMING = word_list("naming")
_TWO_OBJECTS = word_list("two_objects")
_OVER_VERBS = word_list("over_verbs")
_GOING = word_list("going")
_WITHOUT_OBJECT = word_list("never_reduced") | word_list("copulas") | word_list("bare_content")
_HOMEWARD = _GOING | {
    "return",
    "send",
    "bring",
    "take",
    "stay",
    "head",
    "arrive",
    "call",
    "order",
    "leave",
    "flee",
}
_ENDS_OBJECT = frozenset({",", ".", ":", "WDT", "WP", "TO", "VBG", "VBN", "CC", '"'})


def read_group(m: Memory, group: NounGroup) -> None:
    clause = m.open
    if clause is not None and group.first == group.last and _completes_verb(m, clause, group):
        return
    if is_time(m.words, group) and (clause is not None or not m.followed_by_verb(group)):
        if clause is not None:
            m.extend(clause, group.last)
        return
    if clause is not None and m.accepting and not (m.joiner and m.followed_by_verb(group)):
        if clause.object is None:
            clause.object = group
            m.extend(clause, m.end_of(group))
            return
        if clause.lemma in _NAMING and m.last_group is clause.object:
            m.extend(clause, m.end_of(group))  # "called the vote *a farce*"
            return
        takes_two = clause.indirect is None and clause.lemma in _TWO_OBJECTS
        if takes_two and m.last_group is clause.object:
            clause.indirect, clause.object = clause.object, group
            m.extend(clause, m.end_of(group))
            return
    if clause is not None and _is_object_behind_phrase(m, clause, group):
        clause.object = group
        m.extend(clause, m.end_of(group))
        return
    m.waiting.append(group)


def _completes_verb(m: Memory, clause: Clause, group: NounGroup) -> bool:
    """Whether a bare noun belongs to the verb ("took three nuns *hostage*", "sent them *home*")."""
    word = m.words[group.head]
    if word.lower == "home" and clause.lemma in _HOMEWARD:
        m.extend(clause, word.i)
        return True
    if word.lower not in CAPTIVE or clause.lemma not in TAKING or clause.particle is not None:
        return False
    clause.particle = word.lower
    m.extend(clause, word.i)
    return True


def _is_object_behind_phrase(m: Memory, clause: Clause, group: NounGroup) -> bool:
    """ "released on Sunday *four hostages*": a phrase stands between the verb and its object."""
    if clause.object is not None or clause.passive or clause.predicate is not None or not clause.preps:
        return False
    if m.comma or m.joiner or m.waiting or m.relation is not None or clause.lemma in _WITHOUT_OBJECT:
        return False
    phrase, place = clause.preps[-1], m.line.place
    if place[m.end_of(phrase.group)] + 1 != place[group.first] or phrase.first > clause.verb_last + 2:
        return False
    return clause.preps[0] is phrase and not _verb_follows(m, group)


def _verb_follows(m: Memory, group: NounGroup) -> bool:
    """Whether a finite verb, of which the group may be the subject, follows before the next mark."""
    for word in m.line.words[m.line.place[group.last] + 1 :]:
        if word.tag in FINITE:
            return True
        if word.tag in _ENDS_OBJECT:
            return word.tag in ("VBN", ",")
    return False


def after_group(m: Memory, group: NounGroup) -> int:
    """Remembers ``group`` as the last one read; the place after its list or apposition."""
    last = group.joined[-1] if group.joined else group
    m.last_group = last
    if m.last_thing is None or not is_time(m.words, last):
        m.last_thing = last
    after = m.line.place[last.last] + 1
    if group.apposed is not None and m.line.place[group.apposed.first] >= 0:
        after = m.line.place[group.apposed.last] + 1
        if not group.apposed.preps and m.line.tag(after) == ",":
            after += 1
    return after


def read_particle(m: Memory, word: Word) -> None:
    """ "shot *down* the jet", "called the talks *off*": an adverb right behind the verb or its object."""
    clause = m.open
    if clause is None or clause.particle is not None or word.i - clause.last != 1:
        return
    if clause.last == clause.verb or word.lower in _PARTICLES_BEHIND:
        clause.particle = word.lower
        m.extend(clause, word.i)


def is_particle(m: Memory, word: Word) -> bool:
    """Whether a preposition between verb and noun belongs to the verb ("set *up* a base")."""
    clause = m.open
    if clause is None or clause.particle is not None or word.i != clause.verb + 1 or clause.passive:
        return False
    if word.lower == "over":
        return clause.lemma in _OVER_VERBS
    return word.lower in _PARTICLES_BEFORE and clause.lemma not in _GOING


def read_phrase(m: Memory, phrase: Prep) -> None:
    if m.open is not None and not m.waiting:
        m.open.preps.append(phrase)
        m.extend(m.open, m.end_of(phrase.group))
        m.accepting = m.comma = False
    elif not m.waiting:
        m.loose.append(phrase)
