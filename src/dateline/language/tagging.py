"""Penn Treebank tags for a sentence: the usual tag of each word, corrected by its neighbours.

A word with one possible reading keeps it. A word that can be noun, verb or adjective is decided
by the words around it and, last, by whether its clause still lacks a finite verb ("Tribes protest
drone strikes" has one; it is not "strikes"). The rules follow Brill (1992), but choose among the
readings that the dictionary allows, so that no rule can produce an impossible one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.codebook import settings
from dateline.language.lexicon import closed_tags, lemma, readings, usual_tags
from dateline.language.tokens import Token

_VERB_FORMS = ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_BE = frozenset(["be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m", "get", "gets", "got"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve", "’ve"])
_DO = frozenset({"do", "does", "did"})
_AUXILIARIES = _BE | _HAVE | _DO
_ARTICLE_NAME = re.compile(r"(?:[ae]l|[au]l?[dnrstz]h?)[-'’][^\W\d_a-z]")  # "al-Assad", "el-Sisi", "as-Sadr"
_PARTICLES = frozenset(["bin", "ibn", "bint", "von", "van", "der", "den", "de", "del", "da", "dos", "du", "di", "ul", "al", "el"])
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WDT", "WP", "EX"})
_OPENS_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD"})
_OBJECT_FOLLOWS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "CD", "TO", "WP", "WRB", "WDT"})
_MONTHS = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)
_PUNCTUATION = {
    **dict.fromkeys(".?!…", "."), "...": ".", "....": ".", ",": ",",
    **dict.fromkeys(":;–—", ":"), "--": ":", "---": ":", "..": ":", "-": ":",
    **dict.fromkeys("([{", "-LRB-"), **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("\"“”‘«»", '"'), "’": "'", "'": "'",
    **dict.fromkeys("$€£¥₹", "$"), "%": "NN", "&": "CC",
}  # fmt: skip
_NOT_VERBS = frozenset({"n't", "n’t"})
_CLITICS = {"ll": "MD", "d": "MD", "re": "VBP", "m": "VBP", "ve": "VBP"}


class Tagged(NamedTuple):
    tag: str
    lemma: str


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(settings("language")[section][key].split())


@cache
def _known(form: str, is_first: bool, shouting: bool) -> tuple[str, frozenset[str]]:
    """The usual tag of a form, and all tags that it may have.

    ``shouting`` is a title-case or all-capitals sentence, where a capital says nothing.
    """
    if form in _PUNCTUATION:
        tag = _PUNCTUATION[form]
        return tag, frozenset({tag})
    lower = form.lower()
    if form[0] in "'’ʼ" and len(form) > 1:
        tag = _CLITICS.get(lower[1:], "POS")
        return tag, frozenset({tag})
    if lower in _NOT_VERBS:
        return "RB", frozenset({"RB"})
    if form[0].isdigit():
        tag = "JJ" if form.endswith(("st", "nd", "rd", "th")) or (form[-1].isalpha() and "-" in form) else "CD"
        return tag, frozenset({tag})
    if not form[0].isalpha():
        return "SYM", frozenset({"SYM"})
    capital = form[0].isupper()
    if lower in closed_tags() and not (form.isupper() and len(form) > 1 and not shouting):
        tag = "NNP" if form == "May" and not is_first else closed_tags()[lower]
        return tag, frozenset({tag, "NNP"} if form == "May" else {tag})
    if form in _MONTHS:
        return "NNP", frozenset({"NNP"})
    return _open(form, lower, capital, is_first, shouting)


def _open(form: str, lower: str, capital: bool, is_first: bool, shouting: bool) -> tuple[str, frozenset[str]]:
    if _ARTICLE_NAME.match(form):
        return "NNP", frozenset({"NNP"})
    usual = usual_tags()
    found = frozenset(readings(lower))
    exact = usual.get(form, "").split("|")[0]
    if capital and not is_first and not shouting:
        # Within a sentence a capital makes a name, except of a nationality ("Turkish jets").
        if exact in ("JJ", "NNPS", "NNS") and form not in ("General", "Major", "Chief", "Foreign", "Prime"):
            return ("JJ" if exact == "JJ" else "NNPS"), frozenset({"JJ" if exact == "JJ" else "NNPS"})
        return "NNP", frozenset({"NNP"})
    if capital and exact in ("NNP", "NNPS", "JJ") and (usual.get(lower, "NNP") == "NNP" or not found):
        return exact, frozenset({exact})
    if capital and form.isupper() and len(form) > 1 and not shouting:
        return "NNP", frozenset({"NNP"})
    tag = usual.get(lower, "").split("|")[0]
    if tag and tag in ("NNP", "NNPS", "FW", "UH", "SYM", "LS", "PRP") and found:
        tag = ""
    if not tag:
        tag = _guess(lower, found, capital)
    if tag in ("VBN", "VBD") and "VBN" in found:
        found |= {"VBD"} if "VBD" in found else frozenset()
    return tag, (found & _CHOICES) | {tag}


_CHOICES = frozenset({*_VERB_FORMS, "NN", "NNS", "JJ"})


def _guess(lower: str, found: frozenset[str], capital: bool) -> str:
    for tag in ("NNS", "NN", "JJ", "VBG", "VBN", "VBD", "VBZ", "VB", "RB"):
        if tag in found:
            return tag
    if capital:
        return "NNP"
    if "-" in lower:
        last = lower.rpartition("-")[2]
        tag = usual_tags().get(last, "")
        return tag if tag in ("NN", "NNS") else "JJ"
    for ending, tag in (("ly", "RB"), ("ing", "VBG"), ("ed", "VBN"), ("ous", "JJ"), ("ful", "JJ"), ("ic", "JJ"),
                        ("able", "JJ"), ("ible", "JJ"), ("ive", "JJ"), ("less", "JJ"), ("ish", "JJ")):  # fmt: skip
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return tag
    return "NNS" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "NN"


def _is_shouting(tokens: list[Token]) -> bool:
    """Whether capitals carry no information: a title-case headline or a line in capitals."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.8 * len(words)


def tag(tokens: list[Token]) -> list[Tagged]:
    """The tag and lemma of each token of one sentence."""
    shouting = _is_shouting(tokens)
    tags: list[str] = []
    choices: list[frozenset[str]] = []
    is_first = True
    for token in tokens:
        usual, possible = _known(token.text, is_first, shouting)
        tags.append(usual)
        choices.append(possible)
        is_first = (is_first and not token.text[0].isalnum()) or token.text in ("“", '"', ":")
    lowers = [token.text.lower() for token in tokens]
    _names_at_start(tokens, tags, choices)
    _particles(tokens, tags, choices)
    _function_words(lowers, tags, choices)
    for i in range(len(tags)):
        if len(choices[i]) > 1 or tags[i] == "VBG":
            tags[i] = _choose(i, lowers, tags, choices)
    _need_a_verb(lowers, tags, choices)
    _participles(lowers, tags, choices)
    return [Tagged(t, lemma(w, t)) for w, t in zip(lowers, tags, strict=True)]


def _particles(tokens: list[Token], tags: list[str], choices: list[frozenset[str]]) -> None:
    """Small words inside a person's name belong to it ("Osama bin Laden", "Ursula von der Leyen")."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].text in _PARTICLES and tags[i - 1] == "NNP" and tokens[i - 1].text[0].isalpha():
            following = next((t for t in tokens[i + 1 :] if t.text not in _PARTICLES), None)
            if following is not None and following.text[0].isupper():
                tags[i], choices[i] = "NNP", frozenset({"NNP"})


def _names_at_start(tokens: list[Token], tags: list[str], choices: list[frozenset[str]]) -> None:
    """A capitalised first noun before another name is part of it ("Prime Minister X")."""
    if (
        len(tags) > 1
        and tokens[0].text[0].isupper()
        and tags[1].startswith("NNP")
        and tags[0] in ("NN", "JJ", "VB")
    ):
        if tags[0] != "JJ" or tokens[0].text.lower() in (
            "prime",
            "foreign",
            "chief",
            "general",
            "major",
            "deputy",
        ):
            tags[0], choices[0] = "NNP", frozenset({"NNP"})


def _function_words(lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> None:
    """Words whose tag depends on what stands next to them: that, her, 's, there, no, like …"""
    last = len(tags) - 1
    for i, word in enumerate(lowers):
        following = tags[i + 1] if i < last else "."
        before = tags[i - 1] if i else "."
        if word == "that":
            tags[i] = _that(before, following, lowers, tags, i)
        elif word == "her":
            tags[i] = "PRP$" if following[0] in "NJ" or following in ("CD", "VBG", "VBN") else "PRP"
        elif tags[i] == "POS" and i:
            is_verb = before in ("PRP", "EX", "WP", "DT") or following in ("DT", "VBG", "RB", "IN", "TO")
            if is_verb and before not in ("NNP", "NNPS") and word[1:] == "s":
                tags[i] = "VBZ"
        elif (
            word == "there"
            and following not in ("VBZ", "VBD", "VBP", "MD", "VB", "RB")
            and not (following == "POS")
        ):
            tags[i] = "RB"
        elif word in ("before", "after", "since", "until", "as", "than", "like"):
            tags[i] = "IN"
        elif word in ("more", "less", "most", "least", "few", "several", "many", "such", "other", "own"):
            tags[i] = "JJ"
        elif word in ("who", "whom"):
            tags[i] = "WP"
        if (
            tags[i] == "RB"
            and before in ("DT", "POS")
            and following[0] not in "JRVN"
            and "NN" in readings(word)
        ):
            tags[i] = "NN"
        elif tags[i] == "RB" and before == "DT" and following[0] == "N":
            tags[i] = "JJ"  # "the northwest regions"
        if tags[i] in ("WDT", "WP", "WRB", "IN", "RB", "PRP", "PRP$"):
            choices[i] = frozenset({tags[i]})


def _that(before: str, following: str, lowers: list[str], tags: list[str], i: int) -> str:
    if before.startswith("N") and following in ("VBZ", "VBD", "VBP", "MD", "RB"):
        return "WDT"
    if before == "IN" or (following in ("NN",) and (i == 0 or not before.startswith("V"))):
        return "DT"
    return "IN"


def _previous(i: int, tags: list[str], lowers: list[str]) -> int:
    """The nearest word before ``i`` that is no adverb."""
    i -= 1
    while i >= 0 and tags[i] == "RB" and lowers[i] not in ("there",):
        i -= 1
    return i


def _choose(i: int, lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> str:
    possible, usual = choices[i], tags[i]
    nouns = [t for t in (("NNS", "NN") if lowers[i].endswith("s") else ("NN", "NNS")) if t in possible]
    p = _previous(i, tags, lowers)
    before, word = (tags[p], lowers[p]) if p >= 0 else (".", "")
    following = tags[i + 1] if i + 1 < len(tags) else "."
    if "VB" in possible:
        if before == "MD" or word in ("let", "help") or (word in _DO and "VBD" not in possible):
            return "VB"
        if before == "TO" and not (nouns and _preposition_to(p, lowers)):
            return "VB"
        if before == "CC" and p and tags[p - 1] == "VB" and following not in ("IN", "."):
            return "VB"
        if before == "CC" and p > 1 and _infinitive_before(p, tags) and following in _OBJECT_FOLLOWS:
            return "VB"
    if (before in ("DT", "PRP$", "POS") and i - 1 == p) or (before == "TO" and nouns):
        return _after_determiner(usual, possible, nouns, following)
    if (
        word in _HAVE
        and "VBN" in possible
        and not (nouns and usual in nouns and before != "RB" and following in ("IN", "."))
    ):
        return "VBN"
    if word in _BE and possible & {"VBN", "VBG"}:
        return "VBN" if "VBN" in possible else ("VBG" if "VBG" in possible else usual)
    if before in ("JJ", "JJR", "CD", "$") and nouns and i - 1 == p:
        return "JJ" if usual == "JJ" and following[0] == "N" else (usual if usual in nouns else nouns[0])
    if before == "IN" and nouns and i - 1 == p:
        if "VBG" in possible and following in _OBJECT_FOLLOWS | {"JJ", "NN", "NNS"}:
            return "VBG"
        return "JJ" if usual == "JJ" else (usual if usual in nouns else nouns[0])
    if (
        before in ("PRP", "WP", "WDT", "EX")
        and possible & {"VBD", "VBZ", "VBP"}
        and (usual != "JJ" or i - 1 == p)
    ):
        return next(t for t in ("VBD", "VBZ", "VBP") if t in possible)
    if usual == "VB":
        return _base_form(before, possible, nouns, following)
    if (
        usual == "NN"
        and "VBP" in possible
        and before in ("NNS", "NNPS")
        and following in _OBJECT_FOLLOWS - {"TO"}
    ):
        return "VBP"
    if usual == "JJ" and nouns and before in ("DT", "JJ", "NNP", "CC", ",") and following[0] not in "NJCR":
        return nouns[0] if before != "CC" or tags[p - 1][0] == "N" else usual
    return usual


def _infinitive_before(cc: int, tags: list[str]) -> bool:
    """Whether the words before "and" are an infinitive with its object ("to seize land and sell it")."""
    for j in range(cc - 1, max(0, cc - 7), -1):
        if tags[j] == "VB":
            return True
        if tags[j] in _FINITE or tags[j] in (",", ".", ":"):
            return False
    return False


def _after_determiner(usual: str, possible: frozenset[str], nouns: list[str], following: str) -> str:
    if usual == "JJ" and (following[0] in "NJ" or not nouns):
        return "JJ"
    if usual in ("VBN", "VBD", "VBG") and following[0] in "NJ":
        return "VBG" if usual == "VBG" else "VBN"
    if nouns:
        return usual if usual in nouns else nouns[0]
    if "VBG" in possible:
        return "NN"
    return "JJ" if "JJ" in possible else ("VBN" if "VBN" in possible else usual)


def _preposition_to(to: int, lowers: list[str]) -> bool:
    return to > 0 and lowers[to - 1] in _words("context", "prepositional_to")


def _base_form(before: str, possible: frozenset[str], nouns: list[str], following: str) -> str:
    """A base form that nothing before it demands: a noun, or the present tense of a plural."""
    if before in ("NNS", "NNPS") and "VBP" in possible:
        return "VBP"
    if before in ("NN", "NNP", "VBD", "VBZ", "VBP", "VBN", "VBG") and nouns:
        return nouns[0]
    return "VB"


def _boundaries(lowers: list[str], tags: list[str]) -> list[tuple[int, int]]:
    """Stretches that should hold at most one finite verb group: cut at stops and clause openers."""
    cuts = [0]
    for i, t in enumerate(tags):
        if t in (".", ":", '"', "WDT", "WP", "WRB") or t == "," or t == "CC" or (t == "IN" and lowers[i] in (
            "that",
            "because",
            "although",
            "though",
            "while",
            "whereas",
            "if",
            "unless",
            "whether",
        )):
            cuts.append(i + 1)
    cuts.append(len(tags))
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]


def _need_a_verb(lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> None:
    """Gives a sentence without a finite verb the likeliest of its noun-or-verb words."""
    if any(t in _FINITE for t in tags):
        _need_a_verb_locally(lowers, tags, choices)
        return
    if any(t in ("VBN",) and choices[i] & {"VBD"} for i, t in enumerate(tags)):
        return  # _participles decides between past tense and participle
    best = _best_verb(0, len(tags), lowers, tags, choices)
    if best is not None:
        tags[best[0]] = best[1]


def _need_a_verb_locally(lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> None:
    """The same for a subordinate or relative clause that has only a noun-or-verb word."""
    for first, end in _boundaries(lowers, tags):
        opened = first and (
            tags[first - 1] in ("WDT", "WP")
            or lowers[first - 1] in ("that", "because", "although", "while", "if")
        )
        if not opened or any(t in _FINITE or t in ("VBN", "VBD") for t in tags[first:end]):
            continue
        best = _best_verb(first, end, lowers, tags, choices, relative=tags[first - 1] in ("WDT", "WP"))
        if best is not None:
            tags[best[0]] = best[1]


def _best_verb(
    first: int,
    end: int,
    lowers: list[str],
    tags: list[str],
    choices: list[frozenset[str]],
    relative: bool = False,
) -> tuple[int, str] | None:
    for i in range(first, end):
        finite = next((t for t in ("VBD", "VBZ", "VBP") if t in choices[i]), None)
        if finite is None or tags[i] in ("VBG", "JJ"):
            continue
        before = tags[i - 1] if i > first else "."
        following = tags[i + 1] if i + 1 < len(tags) else "."
        if i == first and not relative:
            continue
        if before in ("DT", "JJ", "IN", "PRP$", "POS", "CD", "TO") and not (relative and i == first):
            continue
        if finite == "VBP" and before in ("NN", "NNP"):
            continue
        if finite == "VBZ" and before in ("NNS", "NNPS"):
            continue
        if following in _OBJECT_FOLLOWS or following in ("JJ", "NNS", "NN", "IN", "RB", "VBG"):
            return i, finite
    return None


def _participles(lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> None:
    """Past tense or past participle: by the auxiliary before, the agent behind, and the clause."""
    for i, t in enumerate(tags):
        if t not in ("VBN", "VBD") or not {"VBD", "VBN"} <= choices[i] | {t}:
            continue
        p = _previous(i, tags, lowers)
        before, word = (tags[p], lowers[p]) if p >= 0 else (".", "")
        following = tags[i + 1] if i + 1 < len(tags) else "."
        if word in _AUXILIARIES or (before == "VBN" and p > 0 and lowers[p - 1] in _AUXILIARIES) or (before in ("DT", "PRP$", "POS", "JJ", "IN", "CD", "TO") and following[0] in "NJ"):
            tags[i] = "VBN"
        elif before == "CC" and p > 0 and _joined_form(p, tags, lowers):
            tags[i] = _joined_form(p, tags, lowers) or t
        elif following == "IN" and lowers[i + 1] == "by" and tags[min(i + 2, len(tags) - 1)] != "VBG":
            tags[i] = "VBN"
        elif before in _NOMINAL or before in (
            "NNPS",
            ",",
            '"',
            "-RRB-",
            "RB",
            ".",
            "'",
            ":",
            "RP",
            "WDT",
            "CC",
        ):
            tags[i] = (
                "VBN"
                if _finite_verb_follows(i, lowers, tags, choices)
                else _without_auxiliary(before, p, t, choices[i])
            )


def _without_auxiliary(before: str, p: int, current: str, possible: frozenset[str]) -> str:
    if (before in (".", ",") and p < 1) or "VBD" not in possible:
        return current
    return "VBD"


def _joined_form(cc: int, tags: list[str], lowers: list[str]) -> str | None:
    """After "and": the form of the verb that stands on the other side, if one does nearby."""
    for j in range(cc - 1, max(-1, cc - 14), -1):
        if tags[j] in ("VBD", "VBN"):
            return tags[j] if j > 0 else None
        if (tags[j] in ("VBZ", "VBP", "MD") and lowers[j] not in _AUXILIARIES) or tags[j] in (".", ":"):
            return None
    return None


def _finite_verb_follows(i: int, lowers: list[str], tags: list[str], choices: list[frozenset[str]]) -> bool:
    """Whether the clause goes on to a finite verb that would lack a subject without this noun."""
    p = _previous(i, tags, lowers)
    if p < 0 or (tags[p] not in _NOMINAL and tags[p] != "NNPS") or tags[p] in ("PRP", "WDT", "WP"):
        return False
    for j in range(i + 1, len(tags)):
        t = tags[j]
        if t in (".", ":", ",", "CC", "WDT", "WP", "WRB", '"') or lowers[j] in (
            "that",
            "after",
            "before",
            "while",
            "because",
            "as",
            "when",
        ):
            return False
        if t in ("PRP",):
            return False
        if t in ("MD", "VBZ", "VBP") or (t == "VBD" and choices[j] == {"VBD"}):
            return tags[j - 1] in ("NN", "NNS", "NNP", "NNPS", "RB", "CD", "JJ") and not _new_subject(
                i, j, tags
            )
    return False


def _new_subject(i: int, j: int, tags: list[str]) -> bool:
    """Whether the nouns between ``i`` and ``j`` can be the subject of ``j``: an object without preposition."""
    return tags[i + 1] not in ("IN", "TO", "RB", "VBG") and i + 1 < j
