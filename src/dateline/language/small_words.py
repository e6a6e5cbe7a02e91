"""Tags of the words that others decide: that, her, 's, there, will, no, neither, first, once …

For the tagger. A rule a word, or a tag, looks at what stands on either side.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.language.lexicon import readings, word_list
from dateline.language.line import BE, DO, FINITE, HAVE, OBJECT_FOLLOWS, PRONOMINAL, Line

_AFTER_BOUND = frozenset({"DT", "PRP$", "POS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PREPOSITIONS = frozenset({"before", "after", "since", "until", "as", "than", "like"})
_QUANTIFIERS = frozenset({"more", "less", "most", "least", "few", "several", "many", "such", "other", "own"})
_GROUP_STARTS = frozenset({"DT", "CD", "PRP$", "JJ", "NN", "NNS", "NNP"})
_NOUN_MODALS = frozenset({"will", "might", "must", "can"})
_REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves"})
_ALONE = frozenset({"few", "many", "several", "most"})
_CLAUSE_STARTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS"})
_CORRELATIVES = frozenset({"neither", "either", "both"})
_FRACTIONS = frozenset({"third", "quarter", "fifth", "half"})


def small_words(line: Line) -> None:
    """Words whose tag depends on what stands next to them: that, her, 's, there, like, will …"""
    tags, last = line.tags, len(line.tags) - 1
    for i, word in enumerate(line.lowers):
        rule = _BY_WORD.get(word) or _BY_TAG.get(tags[i])
        if rule is None:
            continue
        before = tags[i - 1] if i else "."
        following = tags[i + 1] if i < last else "."
        tags[i] = rule(i, before, following, line)
        if tags[i] != "JJ":  # an adjective may still be a noun ("many fled")
            line.choices[i] = frozenset({tags[i]})


def _that(i: int, before: str, following: str, line: Line) -> str:
    if before[0] == "N" and following in ("VBZ", "VBD", "VBP", "MD", "RB"):
        return "WDT"
    if before[0] == "N" and following == "VBN" and line.tag(i + 2) in OBJECT_FOLLOWS:
        return "WDT"  # "a vote *that* divided Iceland"
    if before[0] == "V" and following in ("MD", "VBZ", "VBD"):
        return "DT"  # "said *that* would end"
    if before == "IN" or (following == "NN" and (i == 0 or before[0] != "V")):
        return "DT"
    return "IN"


def _her(i: int, before: str, following: str, line: Line) -> str:
    return "PRP$" if following[0] in "NJ" or following in ("CD", "VBG", "VBN") else "PRP"


def _there(i: int, before: str, following: str, line: Line) -> str:
    return "EX" if following in ("VBZ", "VBD", "VBP", "MD", "VB", "RB", "POS") else "RB"


def _fraction(i: int, before: str, following: str, line: Line) -> str:
    is_part = (before == "CD" or line.lowers[i - 1 : i] == ["a"]) and line.lowers[i + 1 : i + 2] == ["of"]
    return "NN" if is_part else line.tags[i]


def _clitic(i: int, before: str, following: str, line: Line) -> str:
    """ "It's over" and "Iran's army": a verb behind a pronoun or before an article, else a genitive."""
    if line.lowers[i][1:] != "s":
        return "POS"
    if before in ("PRP", "EX", "WP") or following == "DT" or line.lowers[i + 1 : i + 2] == ["not"]:
        return "VBZ"
    if before in ("NNP", "NNPS"):
        return "VBZ" if following == "VBG" and not line.has_finite() else "POS"
    return "VBZ" if before == "DT" or following in ("VBG", "RB", "IN", "TO") else "POS"


def _modal(i: int, before: str, following: str, line: Line) -> str:
    is_bound = (
        before in _AFTER_BOUND and line.lowers[i - 1] not in PRONOMINAL and line.lowers[i] in _NOUN_MODALS
    )
    if is_bound or (before == "JJ" and following in ("TO", "IN")):
        return "NN"  # "Moscow's will to agree"
    return "NNP" if line.lowers[i] == "may" and following == "CD" else "MD"


def _adverb(i: int, before: str, following: str, line: Line) -> str:
    if before == "DT" and following[0] == "N":
        return "JJ"  # "the northwest regions"
    if before in ("DT", "POS") and following[0] not in "JRN" and "NN" in readings(line.lowers[i]):
        return "NN"
    return "RB"


def _quantifier(i: int, before: str, following: str, line: Line) -> str:
    if line.lowers[i] in _ALONE and (following in FINITE or following == "WP") and before[0] not in "NVR":
        return "NNS"  # "*Many* fled"
    return "NN" if line.lowers[i - 1 : i + 1] == ["each", "other"] else "JJ"


def _no(i: int, before: str, following: str, line: Line) -> str:
    return "RB" if line.lowers[i + 1 : i + 2] in (["longer"], ["sooner"]) else "DT"


def _correlative(i: int, before: str, following: str, line: Line) -> str:
    """ "will *neither* pay nor …": between auxiliary and verb it is an adverb, before a noun a determiner."""
    possible = line.choices[i + 1] if i + 1 < len(line.choices) else frozenset()
    word = line.lowers[i - 1] if i else ""
    if before in ("MD", "TO") or word in DO:
        return "RB" if "VB" in possible else "DT"
    if word == "" and line.lowers[i] == "either" and following in ("DT", "PRP$", "PRP"):
        return "RB"  # "*Either* the militias disarm or …"
    is_participle = "VBN" in possible or "VBG" in possible
    if word in HAVE or word in BE:
        return "RB" if is_participle and following[0] != "J" else "DT"
    return "RB" if before in ("NN", "NNS", "NNP", "PRP") and "VBD" in possible else "DT"


def _reflexive(i: int, before: str, following: str, line: Line) -> str:
    """ "will *itself* declare": between auxiliary and verb it only stresses the subject."""
    return "RB" if before == "MD" or (i and line.lowers[i - 1] in HAVE and following[0] == "V") else "PRP"


def _resultative(i: int, before: str, following: str, line: Line) -> str:
    """ "shot *dead* three men", "set *free* the crew": it belongs to the verb and not to what follows."""
    possible = readings(line.lowers[i - 1]) if i else {}
    verb = possible.get("VBD") or possible.get("VB") or possible.get("VBZ")
    belongs = verb in word_list("resultative_verbs") and line.tag(i - 2) not in _AFTER_BOUND
    return "RP" if belongs and following in _GROUP_STARTS else line.tags[i]


def _first(i: int, before: str, following: str, line: Line) -> str:
    """ "Zhou *first* met Nehru": between subject and verb it says when."""
    is_verb = following in FINITE or following == "VBN"
    return "RB" if is_verb and before in (*_NOUNS, "PRP") else line.tags[i]


def _once(i: int, before: str, following: str, line: Line) -> str:
    """ "*Once* the monsoon ends, …": it opens a clause if a verb may come before the next comma."""
    if following not in _CLAUSE_STARTS or (i and before != ","):
        return "RB"
    for j in range(i + 2, min(i + 12, len(line.tags))):
        if line.tags[j] in (",", "."):
            return "RB"
        if line.tags[j] in FINITE or "VBZ" in line.choices[j]:
            return "IN"
    return "RB"


def _always(tag: str) -> Callable[[int, str, str, Line], str]:
    return lambda i, before, following, line: tag


_BY_WORD: dict[str, Callable[[int, str, str, Line], str]] = {
    "that": _that,
    "her": _her,
    "there": _there,
    "another": lambda i, before, following, line: "NN" if line.lowers[i - 1 : i] == ["one"] else "DT",
    "bound": lambda i, before, following, line: (
        "JJ" if line.lowers[i + 1 : i + 2] == ["for"] else line.tags[i]
    ),
    **dict.fromkeys(word_list("resultatives"), _resultative),
    "chief": lambda i, before, following, line: "NN" if before in _NOUNS else line.tags[i],
    "am": lambda i, before, following, line: "RB" if before == "CD" else line.tags[i],
    "first": _first,
    "once": _once,
    "no": _no,
    **dict.fromkeys(_CORRELATIVES, _correlative),
    **dict.fromkeys(_REFLEXIVES, _reflexive),
    **dict.fromkeys(_FRACTIONS, _fraction),
    **dict.fromkeys(_PREPOSITIONS, _always("IN")),
    **dict.fromkeys(_QUANTIFIERS, _quantifier),
    **dict.fromkeys(("who", "whom"), _always("WP")),
    "according": lambda i, before, following, line: "IN" if following == "TO" else "VBG",
}
_BY_TAG = {"POS": _clitic, "MD": _modal, "RB": _adverb}
