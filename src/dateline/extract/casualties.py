"""What befell those a number counts: killed, injured, detained, displaced, missing; for the figure extractor.

The nearest casualty word that governs the number says: a participle or noun after it ("45 civilians were
killed", "45 deaths") or a verb or noun before it ("killing 45", "a death toll of 45"). Word lists are
``codebook/figures.csv``.
"""

from __future__ import annotations

import re

from dateline.extract.counted import IN_GROUP, NOUNS, Counted
from dateline.extract.numbers import NUMERIC
from dateline.extract.scan import Scan, name_of
from dateline.language.document import Sentence

_PASSIVE = frozenset(
    ("was", "were", "been", "being", "be", "is", "are", "was being", "were being", "get", "got")
)
_CASUALTIES = ("killed", "injured", "detained", "displaced", "missing")
#: Words a clause can have between a casualty verb and a number it governs.
_SPANNED = frozenset(
    (*NOUNS, *NUMERIC, "word", "name", "and", "or", "comma", "the", "a", "open", "hyphen", "including")
) | {"least", "more", "most", "fewer", "approx", "exact", "over", "than", "between", "through"}
_SPANNED |= {"vague", "couple", "plural", "hurtadj", "further"}
#: Words a subject can have between a number and the verb of its clause.
_CARRIED = frozenset(
    (*NOUNS, *NUMERIC, "word", "name", "and", "of", "in", "from", "at", "the", "a", "hyphen", "further")
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")  # "a bomb in Bali in 2002 killed 202 people"
_OPENS_OBJECT = ("the", "a", "name", "word", "person", "least", "more", "plural", "approx")


def measure_of(
    scan: Scan, sentence: Sentence, first: int, last: int, found: Counted
) -> tuple[str, str | None]:
    """Measure and unit of a number over the tokens ``[first, last)``."""
    about_people = found.head in ("person", "hurtnoun", None)
    measure = found.measure
    if measure is None and (about_people or found.head == "word" or found.head == "name"):
        ends = max(found.last, last)
        measure = (
            _after(scan, ends, first, elliptical=found.text is None)
            or _before(scan, first)
            or (_later(scan, sentence, ends) if found.text else None)
        )
        if measure == "lives":
            measure = "killed" if found.head == "hurtnoun" else None
    if measure in _CASUALTIES and (about_people or found.head in ("name", "word")):
        return measure, "people"
    units = {"person": "people", "eventnoun": "events", "hurtnoun": "people"}
    if found.text is None and not scan.at(last, *IN_GROUP):
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
    has_object = scan.at(at + 1, *NUMERIC, *_OPENS_OBJECT)
    return None if has_object or at > begin else scan.value(at)


def _later(scan: Scan, sentence: Sentence, at: int) -> str | None:
    """ "six policemen and a villager were killed", "eleven residents of the town were arrested"."""
    if not scan.at(at, "and", "of", "in", "from", "at"):
        return None
    verbs = {word.start - sentence.start for word in sentence.words if word.tag[:2] in ("VB", "MD")}
    for here in range(at, min(len(scan.codes), at + 14)):
        if scan.words[here] in ("were", "are", "have"):
            while scan.at(here, "was", "aux"):
                here += 1
            return scan.value(here) if scan.at(here, "hurtpp", "hurtdie") else None
        if name_of(scan.codes[here]) not in _CARRIED or scan.starts[here] in verbs:
            return None
    return None


def _before(scan: Scan, first: int) -> str | None:
    """ "killing 45", "killed two soldiers and six civilians", "the deaths of 45", "the toll rose to 45"."""
    at, joined = first - 1, False
    for _ in range(16):
        if at < 0:
            return None
        name = name_of(scan.codes[at])
        if name in ("hurting", "claiming"):
            if scan.at(at - 1, "the", "a", "poss"):
                return None  # a noun: "in connection with the murder"
            return "lives" if name == "claiming" else scan.value(at)
        if name == "hurtpp":
            before = scan.words[at - 1] if at else ""
            # "30 wounded, among them three children" does not say which of the three were wounded.
            counted = scan.at(at - 1, *NUMERIC) and not _YEAR.fullmatch(before)
            return None if before in _PASSIVE or counted else scan.value(at)
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
