"""The tags a single word form can have, before its neighbours are looked at.

For the tagger: which reading of a form is the usual one, and which others the dictionary allows.
A capital inside a sentence makes a name, unless the whole line is capitalised.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.codebook import derived
from dateline.language.lexicon import closed_tags, countries, nationalities, readings, usual_tags, word_list

_VERB_FORMS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
_OPEN_CHOICES = _VERB_FORMS | {"NN", "NNS", "JJ"}
_GUESSES = ("NNS", "NN", "JJ", "VBG", "VBN", "VBD", "VBZ", "VB", "RB")
_ENDINGS = {
    "ly": "RB", "ing": "VBG", "ed": "VBN", "ous": "JJ", "ful": "JJ", "ic": "JJ", "able": "JJ", "ible": "JJ",
    "ive": "JJ", "less": "JJ", "ish": "JJ",
}  # fmt: skip
_SHORTEST_PREFIXED = 6
_PUNCTUATION = {
    **dict.fromkeys(".?!…", "."), "...": ".", "....": ".", ",": ",",
    **dict.fromkeys(":;–—", ":"), "--": ":", "---": ":", "..": ":", "-": ":",
    **dict.fromkeys("([{", "-LRB-"), **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("\"“”‘«»`", '"'), "’": "'", "'": "'",
    **dict.fromkeys("$€£¥₹", "$"), "%": "NN", "&": "CC",
}  # fmt: skip
_CLITICS = {"ll": "MD", "d": "MD", "re": "VBP", "m": "VBP", "ve": "VBP"}
_ARTICLE_NAME = re.compile(r"(?:[ae]l|[au]l?[dnrstz]h?)[-'’][^\W\d_a-z]")  # "al-Assad", "el-Sisi", "as-Sadr"


class Form(NamedTuple):
    """A word form: its lower case, its usual tag, and every tag it may take."""

    lower: str
    usual: str
    possible: frozenset[str]


@derived
def known(form: str, is_first: bool, shouting: bool) -> Form:
    """What the dictionary says of a form.

    ``is_first`` says that a capital is due to the place, at the start of a sentence or quotation;
    ``shouting`` that the whole line is in title case or capitals, where a capital says nothing.
    """
    lower = form.lower()
    fixed = _fixed(form, lower, is_first, shouting)
    if fixed is not None:
        return Form(lower, fixed, frozenset({fixed}))
    usual, possible = _open(form, lower, is_first, shouting)
    if lower in word_list("never_verbs") or (lower[-1:] == "s" and lower[:-1] in word_list("never_verbs")):
        possible = frozenset(possible - _VERB_FORMS) or frozenset({"NN"})
        usual = usual if usual in possible else min(possible)
    return Form(lower, usual, possible)


def _fixed(form: str, lower: str, is_first: bool, shouting: bool) -> str | None:
    """The tag of a form that has but one: marks, numbers, function words, months."""
    if form in _PUNCTUATION:
        return _PUNCTUATION[form]
    if form[0] in "'’ʼ" and len(form) > 1:
        return _CLITICS.get(lower[1:], "POS")
    if lower in ("n't", "n’t"):
        return "RB"
    if form[0].isdecimal():
        return (
            "JJ" if lower.endswith(("st", "nd", "rd", "th")) or (form[-1].isalpha() and "-" in form) else "CD"
        )
    if not form[0].isalpha():
        return "SYM"
    if form[-1] == "-":
        return "JJ"
    closed = closed_tags().get(lower)
    if closed is not None and not (form.isupper() and len(form) > 1 and not shouting):
        is_name = form[0].isupper() and not is_first and not shouting and (closed[0] == "V" or closed == "MD")
        return "NNP" if is_name else closed  # "in May", "Pan Am", "Will"
    return "NNP" if form in word_list("calendar") or _ARTICLE_NAME.match(form) else None


def _open(form: str, lower: str, is_first: bool, shouting: bool) -> tuple[str, frozenset[str]]:
    usual, found = usual_tags(), frozenset(readings(lower)) or _hyphenated(lower)
    capital = form[0].isupper()
    exact = usual.get(form, "").split("|")[0] if capital else ""
    if capital and not is_first and not shouting:
        # Within a sentence a capital makes a name, except of a nationality ("Turkish jets").
        is_adjective = exact == "JJ" and lower not in word_list("title_openers")
        name = "JJ" if is_adjective else "NNPS" if exact in ("NNPS", "NNS") else "NNP"
        return name, frozenset({name})
    if capital and exact in ("NNP", "NNPS", "JJ") and (usual.get(lower, "NNP") == "NNP" or not found):
        return exact, frozenset({exact})
    if exact == "NNP" and form in countries():
        return "NNP", frozenset({"NNP"})  # "*Manila* accepted"
    if capital and form in nationalities():
        return "JJ", frozenset({"JJ"})  # "*Polish* police"
    if capital and form.isupper() and len(form) > 1 and not shouting:
        return "NNP", frozenset({"NNP"})
    tag = usual.get(lower, "").split("|")[0]
    foreign = capital and tag == "FW"  # "Santos said"
    if foreign or not tag or (found and tag in ("NNP", "NNPS", "FW", "UH", "SYM", "LS", "PRP")):
        tag = _guess(lower, found, capital)
    return tag, (found & _OPEN_CHOICES) | {tag}


def _hyphenated(lower: str) -> frozenset[str]:
    """The readings of a word with a prefix that the dictionary has without it ("test-fires", "reburied")."""
    prefix, _, rest = lower.rpartition("-")
    if prefix in word_list("verb_prefixes"):
        return frozenset(readings(rest))
    if "-" not in lower and lower[:2] in ("re", "un") and len(lower) > _SHORTEST_PREFIXED:
        return frozenset(readings(lower[2:]))
    return frozenset()


def _guess(lower: str, found: frozenset[str], capital: bool) -> str:
    """The tag of a form that the word list does not have: a reading it can have, else by its ending."""
    reading = next((tag for tag in _GUESSES if tag in found), None)
    if reading is not None:
        return reading
    last = usual_tags().get(lower.rpartition("-")[2], "") if "-" in lower else ""
    if last in ("NN", "NNS"):
        return last  # "Air-strikes"
    if capital:
        return "NNP"
    if last or "-" in lower:
        return "JJ"
    for ending, tag in _ENDINGS.items():
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return tag
    return "NNS" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "NN"
