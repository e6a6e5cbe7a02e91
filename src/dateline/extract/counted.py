"""What a number counts, and what befell those counted: for the figure extractor.

The counted noun is read from the words after the number; the measure from the nearest casualty word
that governs them: a participle or noun after ("45 civilians were killed", "45 deaths") or a verb or noun
before ("killing 45", "a death toll of 45"). Word lists are ``codebook/figures.csv``.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.numbers import NUMERIC, amount
from dateline.extract.scan import Scan, name_of
from dateline.language.document import Sentence

_NOUNS = ("person", "eventnoun", "thing", "hurtnoun")
_IN_GROUP = (
    *_NOUNS,
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
_PASSIVE = frozenset(
    ("was", "were", "been", "being", "be", "is", "are", "was being", "were being", "get", "got")
)
_CASUALTIES = ("killed", "injured", "detained", "displaced", "missing")
#: Words a clause can have between a casualty verb and a number it governs.
_SPANNED = frozenset(
    (*_NOUNS, *NUMERIC, "word", "name", "and", "or", "comma", "the", "a", "open", "hyphen", "including")
) | {"least", "more", "most", "fewer", "approx", "exact", "over", "than", "between", "through"}
_SPANNED |= {"vague", "couple", "plural", "hurtadj", "further"}


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
    if head == "hurtnoun":
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
        if name not in _IN_GROUP and not (name == "hurting" and scan.words[at] == "arrests"):
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
        noun = name in _NOUNS or _plural(scan.words[at], tag)
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


def measure_of(scan: Scan, first: int, last: int, found: Counted) -> tuple[str, str | None]:
    """Measure and unit of a number over the tokens ``[first, last)``."""
    about_people = found.head in ("person", "hurtnoun", None)
    measure = found.measure
    if measure is None and (about_people or found.head == "word" or found.head == "name"):
        measure = _after(scan, max(found.last, last), first, elliptical=found.text is None) or _before(
            scan, first
        )
        if measure == "lives":
            measure = "killed" if found.head == "hurtnoun" else None
    if measure in _CASUALTIES and (about_people or found.head in ("name", "word")):
        return measure, "people"
    units = {"person": "people", "eventnoun": "events", "hurtnoun": "people"}
    if found.text is None and not scan.at(last, *_IN_GROUP):
        return "count" if scan.at(last, "of") else "other", None
    return "count", units.get(found.head or "")


def _after(scan: Scan, at: int, first: int, *, elliptical: bool) -> str | None:
    """ "… were killed", "… died", "… dead", "… who were injured", "…, including a child, were killed"."""
    if scan.at(at, "comma") and scan.at(at + 1, "including"):
        close = scan.find(at + 1, min(len(scan.codes), at + 12), "comma")
        if close is None:
            return None
        at = close + 1
    elif (
        scan.at(at, "comma") and scan.at(first - 1, "including") and scan.at(at + 1, "was", "aux", "hurtdie")
    ):
        at += 1
    if scan.words[at : at + 1] == ["who"]:
        at += 1
    begin = at
    while scan.at(at, "was", "aux") and at < begin + 5:
        at += 1
    if scan.at(at, "hurtadj", "hurtdie"):
        return scan.value(at)
    if not scan.at(at, "hurtpp"):
        return None
    passive = any(word in _PASSIVE for word in scan.words[begin:at])
    if passive or (elliptical and at == begin):
        return scan.value(at)
    # "three soldiers killed in a blast" suffered, "three soldiers killed two men" did it.
    has_object = scan.at(
        at + 1,
        "the",
        "a",
        "dayno",
        "num",
        "digit",
        "one",
        "tens",
        "name",
        "word",
        "person",
        "least",
        "more",
        "plural",
        "approx",
    )
    return None if has_object or at > begin else scan.value(at)


def _before(scan: Scan, first: int) -> str | None:
    """ "killing 45", "killed two soldiers and six civilians", "the deaths of 45", "the toll rose to 45"."""
    at, joined = first - 1, False
    for _ in range(16):
        if at < 0:
            return None
        name = name_of(scan.codes[at])
        if name in ("hurting", "claiming"):
            return "lives" if name == "claiming" else scan.value(at)
        if name == "hurtpp":
            before = scan.words[at - 1] if at else ""
            # "30 wounded, among them three children" does not say which of the three were wounded.
            return None if before in _PASSIVE or scan.at(at - 1, *NUMERIC) else scan.value(at)
        if name in ("of", "to", "at", "was", "aux", "by"):
            return _noun_before(scan, at)
        if name in ("and", "comma"):
            joined = True
        elif name == "in" and joined and scan.at(at + 1, "name"):
            pass  # "killing 12 in Lahore and three in Karachi"
        elif name not in _SPANNED:
            return None
        at -= 1
    return None


def _noun_before(scan: Scan, at: int) -> str | None:
    """The casualty noun before "of", or the toll before "rose to" and its like."""
    if scan.at(at, "of"):
        if scan.at(at - 1, "hurtnoun", "hurting", "toll"):
            return scan.value(at - 1)
        return None
    for back in range(at - 1, max(-1, at - 6), -1):
        if scan.at(back, "toll"):
            return scan.value(back)
        if not scan.at(back, *NUMERIC, "least", "word", "was", "aux", "of", "in", "the", "name", "from"):
            return None
    return None
