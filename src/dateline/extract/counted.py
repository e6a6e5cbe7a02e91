"""What a number counts: the noun group after it, as worded; for the figure extractor.

The head is the first plural (of one, what stands before a verb or preposition). Word lists are
``codebook/figures.csv``.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.numbers import amount
from dateline.extract.scan import Scan, name_of
from dateline.language.document import Sentence

NOUNS = ("person", "eventnoun", "thing", "hurtnoun")
IN_GROUP = (
    *NOUNS,
    "word",
    "name",
    "hyphen",
    "often",
    "daypart",
    "season",
    "poss",
    "code",
    "past",
    "label",
    "distance",
    "whole",
    "ordinal",
)


class Counted(NamedTuple):
    """The noun group counted, the class of its head, and the tokens it ends before."""

    text: str | None
    head: str | None
    measure: str | None  # where the group itself says ("45 deaths", "12 wounded soldiers")
    last: int


def counted(
    scan: Scan, sentence: Sentence, at: int, *, singular: bool, share: bool = False, purpose: bool = False
) -> Counted:
    """The noun group after token ``at``: "CIA operatives"; of a sum of money, what it is for ("in aid")."""
    measure = None
    if purpose:
        if not scan.at(at, "in", "of") or not scan.at(at + 1, "word"):
            return Counted(None, None, None, at)
        at += 1
    elif scan.at(at, "of"):
        at += 1
        while scan.at(at, "the", "that", "these", "those") or scan.words[at : at + 1] in (
            ["his"],
            ["its"],
            ["their"],
            ["her"],
            ["our"],
            ["all"],
        ):
            at += 1
        at = number.last if (number := amount(scan, at)) else at  # "100 of the 450 hostages"
        singular = singular or share
    elif share and not scan.at(at, "the"):
        return Counted(None, None, None, at)
    elif share:
        at += 1
    while scan.at(at, "further"):
        at += 1
    if scan.at(at, "hurtpp", "hurtadj") and scan.at(at + 1, "person"):
        measure, at = scan.value(at), at + 1
    first, last, head = _group(scan, sentence, at, singular)
    if last <= first:
        return Counted(None, None, measure, at)
    text = sentence.text[scan.starts[first] : scan.ends[last - 1]]
    if head is None and scan.at(last, "and", "or") and (number := amount(scan, last + 1)):
        # "twelve Argentine and 30 British soldiers" share their head.
        shared = counted(scan, sentence, number.last, singular=False)
        if shared.head is not None:
            return Counted(text, shared.head, shared.measure, shared.last)
    elif head is None and scan.at(last, "and", "or") and scan.at(last + 1, "name"):
        _, end, head = _group(scan, sentence, last + 1, singular)  # "scores of Hutu and Tutsi refugees"
        if head is not None:
            text, last = sentence.text[scan.starts[first] : scan.ends[end - 1]], end
    if head == "hurtnoun" and scan.at(last - 1, "hurtnoun", "hurting"):  # a lone one may be read too far
        measure = scan.value(last - 1)
    return Counted(text, head, measure, last)


def _group(scan: Scan, sentence: Sentence, first: int, singular: bool) -> tuple[int, int, str | None]:
    """From ``first`` to the head: the first plural, or what stands before a verb or preposition."""
    tags = {word.start - sentence.start: word.tag for word in sentence.words}
    last, head, at = first, None, first
    while at < min(len(scan.codes), first + 8):
        name = name_of(scan.codes[at])
        if name == "hyphen" and at == first:
            break
        if name not in IN_GROUP and not (name == "hurting" and scan.words[at] == "arrests"):
            break
        tag = tags.get(scan.starts[at], "")
        if (
            name == "word"
            and tag[:2] in ("VB", "MD", "IN", "DT", "RB", "CC", "WD", "WP", "PR", "TO")
            and tag not in ("VBN", "VBG")
        ):
            break
        if name == "hurting":
            return first, at + 1, "hurtnoun"
        noun = name in NOUNS or _plural(scan.words[at], tag)
        if head is not None and not noun:
            break
        if noun and not (singular and name == "word"):
            head, last = name, at + 1
        elif singular and name not in ("hyphen", "poss"):
            last = at + 1
        at += 1
    if head is None and not singular:
        return first, _names(scan, first), None
    return first, last, head


def _names(scan: Scan, first: int) -> int:
    """A counted group without a plural can only be names ("killed 45 Taliban")."""
    last = first
    while scan.at(last, "name"):
        last += 1
    return last


def _plural(word: str, tag: str) -> bool:
    if tag:
        return tag in ("NNS", "NNPS")
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
