"""Whose side "we" is in quoted words: that of who is quoted, where the sentence itself tells who that is.

For the actor extractor. A minister's "we" is his state, a spokesman's the body he speaks for, an army's
that army; what somebody without a known side calls "we" stays open.
"""

from __future__ import annotations

from dateline.extract.cast import Draft
from dateline.extract.reader import Reader, words_of
from dateline.language.document import NounGroup, Word

_WE = frozenset(["we", "us", "our", "ours", "ourselves"])
_OPENS, _CLOSES, _TURNS = frozenset("“"), frozenset("”"), frozenset('"')
_OF_STATE = frozenset(["GOV", "MIL", "LEG", "COP", "SPY", "JUD"])


def side(reader: Reader, group: NounGroup) -> tuple[Draft, ...]:
    """Whom a "we" in quoted words speaks of; empty where it is not quoted or the speaker has no side."""
    sentence = reader.frame.sentence
    words = sentence.words
    head = words[group.head]
    if head.lower not in _WE:
        return ()
    inside = _quoted(words)
    if group.head not in inside:
        return ()
    speakers = [
        clause.subject
        for clause in sentence.clauses
        if clause.subject is not None
        and clause.lemma in words_of("speaking")
        and not clause.passive
        and clause.verb not in inside
        and clause.subject.head not in inside
    ]
    found = reader.meaning(reader, speakers[0]) if len({id(s) for s in speakers}) == 1 else ()
    meant = _side_of(reader, found[0]) if len(found) == 1 else None
    if meant is None:
        return ()
    meant.say(sentence, head.start, head.end, "pronoun")
    return (meant,)


def _side_of(reader: Reader, speaker: Draft) -> Draft | None:
    if speaker.kind == "place":
        return None
    if speaker.kind != "person" and (speaker.kind != "group" or speaker.sector not in _OF_STATE):
        return speaker
    if speaker.parent is not None:
        return speaker.parent
    official = speaker.sector in _OF_STATE and speaker.country
    return reader.registry.state(speaker.country) if official and speaker.country else None


def _quoted(words: list[Word]) -> frozenset[int]:
    """The words between quotation marks."""
    found: set[int] = set()
    inside = False
    for word in words:
        if word.text in _OPENS:
            inside = True
        elif word.text in _CLOSES:
            inside = False
        elif word.text in _TURNS:
            inside = not inside
        elif inside:
            found.add(word.i)
    return frozenset(found)
