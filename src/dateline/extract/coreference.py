"""Whom "he", "it", "they", "the ministry" and "the two countries" mean, where the text makes it clear.

For the actor extractor. Where two readings are open the answer is none: a missing link costs less than a
wrong one.
"""

from __future__ import annotations

from dateline.codebook import settings
from dateline.extract import discourse
from dateline.extract.cast import Draft, Registry
from dateline.extract.discourse import Frame
from dateline.extract.nouns import Agent
from dateline.language.document import NounGroup, Word

_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_EARLY = 3  # a pronoun among the first words may look back to the sentence before
_LONG_AGO_MANY = 9  # "the militants" may be taken up later: there is mostly one such group in a text
_HOLDER = 10  # sentences within which "the president" is the one named before
_LONG_AGO = 4  # sentences after which "the army" need not be the army spoken of before
_EXPLETIVE = frozenset(
    {"be", "seem", "appear", "become", "remain", "take", "follow", "happen", "emerge", "turn", "rain"}
)


def pronoun(frames: list[Frame], here: int, group: NounGroup) -> tuple[Draft, ...]:
    """The antecedent of a personal or possessive pronoun; empty where it is not clear."""
    frame = frames[here]
    word = frame.sentence.words[group.head]
    if word.lower in _PERSON:
        found = _person(frames, here, group)
    elif word.lower in _THING and _may_act(frame, group, word) and not _expletive(frame, group):
        found = _subject(frames, here, group, plural=False)
    elif word.lower in _MANY:
        found = _subject(frames, here, group, plural=True)
    else:
        return ()
    for draft in found:
        draft.say(frame.sentence, word.start, word.end, "pronoun")
    return found


def _may_act(frame: Frame, group: NounGroup, word: Word) -> bool:
    """ "It" as an object is mostly a thing; as a subject, an owner or itself it may be an actor."""
    return word.lower != "it" or frame.role(group).subject_of is not None


def _expletive(frame: Frame, group: NounGroup) -> bool:
    clause = frame.role(group).subject_of
    if clause is None or clause.lemma not in _EXPLETIVE or clause.subject is not group or group.first > 4:
        return False
    felt = frame.sentence.words[clause.predicate].lower if clause.predicate is not None else None
    moods = settings("actors")["moods"]  # "Syria says *it* is willing"
    return felt not in moods or felt in settings("actors")["impersonal"]


def _person(frames: list[Frame], here: int, group: NounGroup) -> tuple[Draft, ...]:
    """The person of greatest weight before the pronoun, in this sentence or the two before it."""
    for back in range(3):
        if back > here:
            break
        frame = frames[here - back]
        if back > 1 and frame.sentence.paragraph != frames[here].sentence.paragraph:
            break
        best = _heaviest(frame, group.first if back == 0 else None)
        if best is not None:
            return best
    return ()


def _heaviest(frame: Frame, before: int | None) -> tuple[Draft, ...] | None:
    """The person of most weight in a sentence; empty where two weigh the same, None where there is none."""
    weights: dict[int, tuple[float, Draft]] = {}
    for group in frame.sentence.groups:
        if before is not None and group.last >= before:
            continue
        for draft in frame.meant.get(id(group), ()):
            if draft.kind == "person":
                weight = max(frame.role(group).weight, weights.get(id(draft), (0.0, draft))[0])
                weights[id(draft)] = (weight, draft)
    ranked = sorted(weights.values(), key=lambda item: -item[0])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][0] <= ranked[1][0]:
        return ()
    return (ranked[0][1],)


def _subject(frames: list[Frame], here: int, group: NounGroup, plural: bool) -> tuple[Draft, ...]:
    """The subject before the pronoun, if it is a body, a state or (for "they") a group; near ones first."""
    frame = frames[here]
    own = frame.role(group).subject_of
    subjects = _subjects(frame, group, own)
    first = group.first <= _EARLY
    if not subjects and first and here and frames[here - 1].sentence.paragraph == frame.sentence.paragraph:
        frame = frames[here - 1]
        subjects = _subjects(frame, None, None)[:1]
    for subject in subjects:
        found = frame.meant.get(id(subject), ())
        if not found:
            if _agrees(frame, subject, plural):
                return ()  # something that is no actor fits as well
            continue
        fits = [d for d in found if _fits(frame, subject, d, plural)]
        if fits and len(fits) == len(found) and (plural or len(found) == 1):
            return found
    return ()


def _subjects(frame: Frame, group: NounGroup | None, own: object) -> list[NounGroup]:
    """The subjects before a group, that of the main clause first; not the one of its own clause."""
    found: list[tuple[float, int, NounGroup]] = []
    seen: set[int] = set()
    for clause in frame.sentence.clauses:
        subject = clause.subject
        if subject is None or id(subject) in seen or subject is group or (clause is own and subject is group):
            continue
        if group is not None and subject.last >= group.first:
            continue
        if frame.sentence.words[subject.head].tag == "EX":
            continue
        seen.add(id(subject))
        found.append((-frame.role(subject).weight, subject.first, subject))
    return [subject for _, _, subject in sorted(found, key=lambda item: item[:2])]


def _agrees(frame: Frame, group: NounGroup, plural: bool) -> bool:
    word = frame.sentence.words[group.head]
    if word.tag in ("PRP", "WP", "WDT", "DT"):
        return False
    return (word.tag in ("NNS", "NNPS") or bool(group.joined)) == plural


def _fits(frame: Frame, group: NounGroup, draft: Draft, plural: bool) -> bool:
    if draft.kind in ("person", "place"):
        return False
    spot = frame.at.get(group.head)
    one = draft.kind == "country" and spot is not None and spot.entry.kind == "country"  # "the United States"
    many = draft.kind == "group" or (frame.sentence.words[group.head].tag in ("NNS", "NNPS") and not one)
    if plural:
        return many or draft.kind == "organisation"
    return draft.kind in ("country", "organisation") and not many


def unplaced(frames: list[Frame], here: int, group: NounGroup, country: str | None) -> Draft | None:
    """The one person named just before whose office the text has not told yet.

    In English prose a name is followed by what its bearer is ("Abiy Ahmed won … The Ethiopian prime minister
    …"). Not where his own clause has a pronoun for somebody else beside it, nor where the country
    of the office was spoken of beside the name: then it is likely to be the other side's.
    """
    frame = frames[here]
    clause = frame.role(group).subject_of
    if clause is None or any(
        frame.sentence.words[other.head].lower in ("him", "her") for other in frame.sentence.groups
    ):
        return None
    before = frames[here - 1] if here else None
    if before is None or before.sentence.paragraph != frame.sentence.paragraph:
        return None
    if any(
        member.kind == "person"
        for g in frame.sentence.groups
        if g.last < group.first
        for member in frame.meant.get(id(g), ())
    ):
        return None
    found = {id(d): d for meant in before.meant.values() for d in meant if d.kind == "person"}
    if len(found) != 1:
        return None
    person = next(iter(found.values()))
    named = any(
        form == "name" and sentence is before.sentence and " " in sentence.cut(a, b)
        for sentence, a, b, form in person.said
    )
    if not named or person.role or person.sector or person.country not in (None, country):
        return None
    if country and any(spot.entry.country == country for spot in before.spots):
        return None
    return person


def taken_up(frames: list[Frame], here: int, group: NounGroup, registry: Registry) -> Draft | None:
    """The body that "the group" or "the agency" takes up: the last one of its sort that was named."""
    frame = frames[here]
    words = frame.sentence.words
    head = words[group.head]
    sorts = settings("actors")["taken_up"].get(head.lemma)
    if sorts is None or words[group.first].lower not in ("the", "this") or head.tag not in ("NN", "NNS"):
        return None
    rebels = head.lemma != head.lower  # many, whatever the tag
    if (
        rebels != ("REB" in sorts and head.lemma in settings("actors")["rebels"])
        or group.joined
        or group.preps
    ):
        return None
    if any(words[i].tag not in ("JJ", "NN", "VBN") for i in range(group.first + 1, group.head)):
        return None
    if any(i in frame.at for i in range(group.first, group.head + 1)):
        return None
    for back in range(3):
        if back > here:
            break
        earlier = frames[here - back]
        found: dict[int, Draft] = {}
        for other in earlier.sentence.groups:
            if back or other.last < group.first:
                for draft in earlier.meant.get(id(other), ()):
                    fits = draft.sector in sorts or head.lemma in draft.name.lower().split()
                    if draft.kind in ("organisation", "group") and fits and _is_name(draft):
                        found[id(draft)] = draft
        called = [d for d in found.values() if head.lemma in d.name.lower()]
        if len(called) == 1:
            return called[0]
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _is_name(draft: Draft) -> bool:
    """Whether a body goes by a proper name, not by its function."""
    return (draft.noun is None and draft.name[:1].isupper()) or any(
        form == "acronym" for *_, form in draft.said
    )


def short_form(frame: Frame, group: NounGroup, first: int, registry: Registry) -> Draft | None:
    """The body met before of whose name "the Tigers" or "the Front" is a word."""
    words = frame.sentence.words
    word = words[group.head]
    if first != group.head or words[group.first].lower != "the" or word.tag not in ("NNP", "NNPS"):
        return None
    if len(word.text) < 4 or not word.text[0].isupper():
        return None
    found = registry.of_word(word.text)
    return found if found is not None and found.said else None


def function(
    frames: list[Frame], here: int, group: NounGroup, agent: Agent, plural: bool, registry: Registry
) -> Draft | None:
    """The actor met before that "the NOUN" takes up again: "the Pakistani military … the military"."""
    if agent.kind == "person" and not plural:
        return _holder(frames, here, group, agent)
    wanted = "group" if plural and agent.kind == "person" else agent.kind
    same = registry.by_noun(agent.noun, wanted)
    if not same:
        return None
    country = discourse.in_play(frames, here, group.first)
    position = frames[here].sentence.position
    ago = _LONG_AGO_MANY if wanted == "group" and plural else _LONG_AGO
    near = [d for d in same if position - d.said[-1][0].position <= ago]
    if len(near) == 1 and (country in (None, near[0].country) or len(same) == 1):
        return near[0]
    if len(same) == 1 and len(same[0].said) > 1 and country in (None, same[0].country):
        return same[0]  # the only one of its kind, and spoken of before more than in passing
    paragraph = frames[here].sentence.paragraph
    nearest = [d for d in near if d.said[-1][0].paragraph == paragraph]
    if len(nearest) == 1:
        return nearest[0]
    chosen = [d for d in same if country is not None and d.country == country]
    return chosen[0] if len(chosen) == 1 else None


def _holder(frames: list[Frame], here: int, group: NounGroup, agent: Agent) -> Draft | None:
    """The one person met in the last sentences who holds the office that "the president" names.

    Who holds just that office comes before who holds one of its kind ("the minister"). He is not who
    is the subject just before in the same sentence: that would be taken up by a pronoun, or by nothing.
    """
    if not agent.noun:
        return None
    last = agent.noun.rsplit(" ", 1)[-1]
    just: dict[int, Draft] = {}
    alike: dict[int, Draft] = {}
    for frame in frames[max(0, here - _HOLDER) : here + 1]:
        for meant in frame.meant.values():
            for draft in meant:
                if draft.kind == "person" and draft.noun and draft.noun.rsplit(" ", 1)[-1] == last:
                    alike[id(draft)] = draft
                    if draft.noun == agent.noun:
                        just[id(draft)] = draft
    found = just or alike
    one = next(iter(found.values())) if len(found) == 1 else None
    return None if one is not None and _acted_just_before(frames[here], group, one) else one


def _acted_just_before(frame: Frame, group: NounGroup, draft: Draft) -> bool:
    """Whether a person is the subject of the clause that the group's own is joined to."""
    clause = frame.role(group).subject_of
    above = clause.parent if clause is not None and clause.relation == "conj" else None
    subject = above.subject if above is not None else None
    return subject is not None and subject is not group and draft in frame.meant.get(id(subject), ())
