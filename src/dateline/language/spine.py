"""The words of a sentence without what stands in brackets, and what can be read off them directly.

Groups and clauses are found along this line, so that "the African Union (AU) force" is one group
and an inserted remark parts no verb from its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.document import NounGroup, Word
from dateline.language.lexicon import phrases_by_opening, word_list

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})
_COMPARING = frozenset({"than"})
ALSO_PREPOSITIONS = word_list("subordinating_prepositions") | word_list("also_prepositions")
SUBORDINATORS = word_list("subordinators") | word_list("subordinating_prepositions") | _COMPARING
_ONLY_SUBORDINATORS = SUBORDINATORS - ALSO_PREPOSITIONS
_PREPOSITIONS = phrases_by_opening("prepositions")
_PREPOSITION_TAGS = frozenset({"IN", "TO"})
_NEGATIVE_OPENERS = word_list("negative_openers")
_SUBJECT_STARTS = NOUNS | {"DT", "PRP", "PRP$", "JJ", "CD", "EX"}
_TIMES = word_list("times")
_CALENDAR = frozenset(word.lower() for word in word_list("calendar"))
_DASHES = frozenset({"-", "–", "—", "--"})
_IN_DATELINE = frozenset({",", ".", "(", ")", "/", "and", "de", "of"})
_LONGEST_DATELINE = 16
_ENDS_SEARCH = frozenset([",", ".", ":", "CC", "WDT", "WP", "VBG", "VBN", "TO", '"', "EX", "PRP"])


@dataclass(slots=True)
class Spine:
    """``words`` in order, and the ``place`` of each word of the sentence among them (-1 in brackets)."""

    words: list[Word]
    place: list[int]

    def tag(self, k: int) -> str:
        """The tag at place ``k``, a full stop outside the line."""
        return self.words[k].tag if 0 <= k < len(self.words) else "."


def spine(words: list[Word]) -> Spine:
    """The line of ``words`` outside brackets; a sentence that stands in brackets is no remark.

    The dateline of wire copy ("BOGOTA, March 4 (Agency) -") is no part of its sentence either.
    """
    hidden = _remarks(words)
    line: list[Word] = []
    place = [-1] * len(words)
    for word in words[_dateline(words) :]:
        if word.tag not in ("-LRB-", "-RRB-") and not (hidden and hidden[word.i]):
            place[word.i] = len(line)
            line.append(word)
    return Spine(line, place)


def _dateline(words: list[Word]) -> int:
    """How many words the dateline takes: a town in capitals, then names, a day and an agency, then a dash."""
    if not words or len(words[0].text) < 3 or not words[0].text.isupper() or words[0].tag not in NAMES:
        return 0
    for word in words[1:_LONGEST_DATELINE]:
        if word.text in _DASHES and words[word.i - 1].end < word.start:
            return word.i + 1
        if not (word.text[0].isupper() or word.text[0].isdecimal() or word.text in _IN_DATELINE):
            return 0
    return 0


def _remarks(words: list[Word]) -> list[bool]:
    """For each word whether it lies between matching brackets; empty where there are none."""
    hidden: list[bool] = []
    opened: list[int] = []
    for word in words:
        if word.tag == "-LRB-":
            opened.append(word.i)
        elif word.tag == "-RRB-" and opened:
            start = opened.pop()
            hidden = hidden or [False] * len(words)
            if start > 0 and not hidden[start]:
                hidden[start : word.i + 1] = [True] * (word.i + 1 - start)
    return hidden


def is_time(words: Sequence[Word], group: NounGroup) -> bool:
    """Whether the group says when ("the next day", "last December") and so is no subject or object."""
    head = words[group.head]
    if head.lemma not in _TIMES and head.lower not in _TIMES:
        return False
    return head.lower not in _CALENDAR or head.text[0].isupper()  # "banned the *march*"


def is_by_the_time(words: list[Word], k: int) -> bool:
    """Whether the "by" at place ``k`` opens a clause ("*by the time* troops arrived")."""
    if k < 0 or k + 3 >= len(words) or words[k].lower != "by" or words[k + 2].lower != "time":
        return False
    return words[k + 1].lower == "the" and words[k + 3].tag in _SUBJECT_STARTS


def preposition(line: Spine, k: int) -> tuple[int, str] | None:
    """The preposition at place ``k``: how many words it takes and its text, or None."""
    words, word = line.words, line.words[k]
    if word.tag not in _PREPOSITION_TAGS and word.lower not in _PREPOSITIONS:
        return None
    if word.lower in _PREPOSITIONS and k + 1 < len(words):
        for phrase in _PREPOSITIONS[word.lower].get(words[k + 1].lower, ()):
            if phrase[-1] == "to" and line.tag(k + len(phrase)) == "VB":
                continue  # "is *due to* visit Cuba"
            if all(w.lower == part for w, part in zip(words[k : k + len(phrase)], phrase, strict=False)):
                return len(phrase), " ".join(phrase)
    if word.tag in _PREPOSITION_TAGS and word.lower not in _ONLY_SUBORDINATORS:
        return 1, word.lower
    return None


def opens_clause(line: Spine, k: int, after: int) -> bool:
    """Whether the word at place ``k``, before a group that ends before ``after``, is a subordinator.

    "After", "since", "until", "as" … are prepositions too; a finite verb behind the group decides.
    """
    word = line.words[k].lower
    if word not in SUBORDINATORS or word not in ALSO_PREPOSITIONS:
        return word in SUBORDINATORS
    in_phrase = False
    is_negative = line.words[0].lower in _NEGATIVE_OPENERS
    for at, follower in enumerate(line.words[after : after + 12], after):
        if follower.tag in FINITE:
            # "Only after the raid *did* Spain close the border"
            return not (is_negative and line.tag(at + 1) in _SUBJECT_STARTS)
        in_phrase = in_phrase or follower.tag == "IN"
        if follower.tag in _ENDS_SEARCH or follower.lower == "ago":
            return False
        if follower.tag in ("DT", "NNP") and not in_phrase:
            return False  # a second group without a preposition: the subject of the main clause
    return False
