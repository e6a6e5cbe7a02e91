"""Which words of a tagged line are its verbs: the finite verb a clause needs, past tense or participle.

For the tagger, after it has weighed each word by its neighbours. Two facts do most of the work: a
clause has one finite verb for each subject, and an -ed form behind a noun that already is somebody's
object is a participle ("used" in "opened a hearing into the *techniques used* …").
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.language.lexicon import lemma, word_list

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
BE = frozenset(["be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m",
                "get", "gets", "got"])  # fmt: skip
HAVE = frozenset(["have", "has", "had", "having", "'ve", "’ve"])
DO = frozenset({"do", "does", "did"})
OBJECT_FOLLOWS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "CD", "TO", "WP", "WRB", "WDT"})
_AUXILIARIES = BE | HAVE
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NOMINAL = _NOUNS | {"PRP", "CD", "EX"}
_NO_SUBJECT = frozenset({"DT", "JJ", "IN", "PRP$", "POS", "CD", "TO"})
_STOPS = frozenset({".", ":", '"', "WDT", "WP", "WRB"})
_MAY_OPEN = word_list("subordinating_prepositions")
_RELATIVES = frozenset({"WDT", "WP", "WRB"})
_TAKES_OBJECT = _NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "$"}


@dataclass(slots=True)
class Line:
    """The words of one sentence while they are being tagged."""

    lowers: list[str]
    tags: list[str]
    choices: list[frozenset[str]]

    def tag(self, i: int) -> str:
        """The tag at ``i``, a full stop outside the line."""
        return self.tags[i] if 0 <= i < len(self.tags) else "."

    def previous(self, i: int) -> int:
        """The nearest word before ``i`` that is no adverb; -1 if there is none."""
        i -= 1
        while i >= 0 and self.tags[i] == "RB":
            i -= 1
        return i

    def opens_clause(self, i: int) -> bool:
        return self.tags[i] in _STOPS or self.lowers[i] in word_list("clause_openers")

    def undecided(self, i: int) -> bool:
        """Whether ``i`` may be past tense as well as past participle."""
        return self.tags[i] in ("VBN", "VBD") and {"VBD", "VBN"} <= self.choices[i] | {self.tags[i]}


# -- the finite verb ---------------------------------------------------------------------------


def finite_verbs(line: Line) -> None:
    """Gives a sentence, or a subordinate clause, without a verb the likeliest of its noun-or-verb words."""
    if any(t in FINITE for t in line.tags):
        _make_verb(line, _verb_before_that(line))
        for first, end in _clauses_without_verb(line):
            _make_verb(line, _likeliest(first, end, line))
        return
    best = _likeliest(0, len(line.tags), line)
    rival = next((i for i in range(len(line.tags)) if line.undecided(i)), None)
    if rival is None or (best is not None and line.tag(rival + 1) == "IN" and line.tag(rival - 1) in _NOUNS):
        _make_verb(line, best)


def _verb_before_that(line: Line) -> tuple[int, str] | None:
    """The verb of saying at the head of a sentence that says what follows: "Iran *fears* that …"."""
    that = next((i for i, word in enumerate(line.lowers) if word == "that" and line.tags[i] == "IN"), 0)
    at, form = that - 1, "VBZ" if line.tag(that - 1) == "NNS" else "VBP"
    if at < 1 or form not in line.choices[at] or line.tag(at - 1) not in _NOUNS or line.tags[0] == "IN":
        return None
    if any(t in FINITE or t in ("VBN", "VBD", ",") for t in line.tags[:at]) or not _agrees(form, at, 0, line):
        return None
    is_saying = lemma(line.lowers[at], form) in word_list("bare_content") | word_list("mandative")
    return (at, form) if is_saying else None


def _make_verb(line: Line, verb: tuple[int, str] | None) -> None:
    if verb is not None:
        line.tags[verb[0]] = verb[1]


def _clauses_without_verb(line: Line) -> list[tuple[int, int]]:
    """The stretches behind "that", "because", "who" … that hold no finite verb."""
    cuts = [i for i in range(len(line.tags)) if line.opens_clause(i) or line.tags[i] in (",", "CC")]
    found: list[tuple[int, int]] = []
    for at, end in pairwise([*cuts, len(line.tags)]):
        opener, word = line.tags[at], line.lowers[at]
        opens = opener in ("WDT", "WP") or (
            opener == "IN" and word in ("that", "because", "although", "while", "if")
        )
        if opens and not any(t in FINITE or t in ("VBN", "VBD") for t in line.tags[at + 1 : end]):
            found.append((at + 1, end))
    return found


def _likeliest(first: int, end: int, line: Line) -> tuple[int, str] | None:
    """The word between ``first`` and ``end`` that is likeliest to be its verb, and as what."""
    opener = line.tag(first - 1)
    is_relative = opener in ("WDT", "WP")
    demanded = opener == "IN" and _demands(first - 1, line)
    for i in range(first, end):
        possible = line.choices[i]
        finite = next((t for t in ("VBD", "VBZ", "VBP") if t in possible), None)
        if finite is None or line.tags[i] in ("VBG", "JJ") or line.undecided(i):
            continue
        before, following = line.tag(i - 1) if i > first else ".", line.tag(i + 1)
        if i == first and not is_relative:
            continue
        if before in _NO_SUBJECT and not (is_relative and i == first):
            continue
        if (
            demanded
            and finite == "VBP"
            and before in _NOUNS
            and (following in _TAKES_OBJECT or following == "IN")
        ):
            return i, "VB"
        if not _agrees(finite, i, first, line):
            continue
        if following in OBJECT_FOLLOWS or following in ("JJ", "NNS", "NN", "IN", "RB", "VBG"):
            return i, finite
    return None


def _agrees(finite: str, i: int, first: int, line: Line) -> bool:
    """Whether the noun before ``i`` can be the subject of this form of the verb."""
    before = line.tag(i - 1) if i > first else "."
    if finite == "VBP":
        return before not in ("NN", "NNP")
    if finite != "VBZ" or before not in ("NNS", "NNPS"):
        return True
    # "The request of the municipalities *results* from …": the plural stands in a phrase
    return any(line.tags[j] == "IN" and line.tag(j - 1) in ("NN", "NNP") for j in range(first + 1, i))


def _demands(at: int, line: Line) -> bool:
    """Whether the "that" at ``at`` follows a word of demanding ("insisted that Israel *ease* curbs")."""
    if line.lowers[at] != "that":
        return False
    words = word_list("mandative")
    return any(
        lemma(line.lowers[j], line.tags[j]) in words or line.lowers[j] in words
        for j in range(max(0, at - 5), at)
    )


# -- past tense or participle ------------------------------------------------------------------


def participles(line: Line) -> None:
    """Decides each -ed form: by the auxiliary before, the agent behind, and the clause around it."""
    for i in range(len(line.tags)):
        if line.undecided(i):
            line.tags[i] = _past_or_participle(i, line)


def _past_or_participle(i: int, line: Line) -> str:
    p = line.previous(i)
    before, word = line.tag(p), line.lowers[p] if p >= 0 else ""
    following = line.tag(i + 1)
    if word in _AUXILIARIES or (before == "VBN" and p > 0 and line.lowers[p - 1] in _AUXILIARIES):
        return "VBN"
    if before in _NO_SUBJECT and following[0] in "NJ":
        return "VBN"
    if before == "CC" and p > 0:
        joined = _joined_form(p, line)
        if joined is not None:
            return joined
    if following == "IN" and line.lowers[i + 1] == "by" and line.tag(i + 2) != "VBG":
        return "VBN"
    if before in _NOUNS or before == "CD":
        return _behind_noun(i, p, line)
    if before == ",":
        return _behind_comma(i, p, line)
    if before == "VBD" and _main_verb_pending(p, line):
        return "VBD"  # "The bridge that the rebels destroyed *linked* …"
    if p < 0:
        return _at_start(i, line)
    if before in ("PRP", "EX", "WDT", "WP", '"', "'", "-RRB-", ":", "CC", "RP", "."):
        return "VBD"
    return line.tags[i]


def _joined_form(cc: int, line: Line) -> str | None:
    """After "and": the form of the verb that stands on the other side, if one does nearby."""
    for j in range(cc - 1, max(-1, cc - 14), -1):
        if line.tags[j] in ("VBD", "VBN"):
            return line.tags[j] if j > 0 else None
        if (line.tags[j] in ("VBZ", "VBP", "MD") and line.lowers[j] not in _AUXILIARIES) or line.tags[
            j
        ] in ".:":
            return None
    return None


def _behind_noun(i: int, p: int, line: Line) -> str:
    """ "the army *killed* …" or "men *killed* in …": whether the noun is a subject that lacks a verb."""
    if lemma(line.lowers[i], "VBD") in word_list("never_reduced"):
        return "VBD"
    if _finite_verb_follows(i, line):
        return "VBN"
    if _in_fronted_phrase(p, line):
        return "VBN"
    governor = _governor(p, line)
    if governor is None or _main_verb_pending(governor, line):
        return "VBD"
    is_reporting = lemma(line.lowers[governor], line.tags[governor]) in word_list("bare_content")
    return "VBD" if is_reporting and _subject_starts_behind(governor, line) else "VBN"


def _subject_starts_behind(verb: int, line: Line) -> bool:
    """Whether a noun follows the verb of saying, as the subject of what is said ("said rebels fled")."""
    at = verb + 1
    while line.tag(at) == "RB" or (
        line.tag(at) == "IN" and line.tag(at + 1) in ("NNP", "CD") and line.tag(at + 2) != "IN"
    ):
        at += 1 if line.tag(at) == "RB" else 2
    return line.tag(at) in _TAKES_OBJECT


def _governor(p: int, line: Line) -> int | None:
    """The verb before the noun at ``p`` in its clause, of which the noun is (part of) the object.

    None where the clause has a subject that still waits for its verb: an infinitive or participle
    in between ("Soldiers *guarding* the palace fired") takes nothing from it.
    """
    bare: int | None = None
    for j in range(p, -1, -1):
        tag = line.tags[j]
        if tag in FINITE:
            return j
        if tag in (",", "CC") or line.opens_clause(j):
            break
        modifies = line.tag(j + 1) in _NOUNS and (j == 0 or line.tag(j - 1) in _NO_SUBJECT)
        if tag in ("VB", "VBN", "VBG") and not modifies:
            bare = j
        elif tag in _NOMINAL and bare is not None:
            return None
    return bare


def _main_verb_pending(at: int, line: Line) -> bool:
    """Whether the verb at ``at`` is in a relative clause whose noun still waits for a verb of its own."""
    opener = next((j for j in range(at, 0, -1) if line.tags[j] in _RELATIVES or line.lowers[j] == "that"), 0)
    if not opener or line.tag(opener - 1) not in _NOUNS:
        return False
    for j in range(opener - 1, -1, -1):
        if line.tags[j] in FINITE:
            return False
        if line.tags[j] in (".", ":", '"'):
            break
    return True


def _in_fronted_phrase(p: int, line: Line) -> bool:
    """Whether the noun at ``p`` ends a phrase before the main clause ("In a letter *sent* to X, Iran …")."""
    j = p
    while j >= 0 and line.tags[j] in (*_NOMINAL, "JJ", "DT", "POS", "PRP$"):
        j -= 1
    if (
        j < 0
        or line.tags[j] != "IN"
        or line.lowers[j] in _MAY_OPEN
        or (j > 0 and line.tags[j - 1] not in (".", ",", '"', ":"))
    ):
        return False
    comma = next((c for c in range(p, len(line.tags)) if line.tags[c] == ","), len(line.tags))
    return any(tag in FINITE or tag == "VBN" for tag in line.tags[comma:])


def _finite_verb_follows(i: int, line: Line) -> bool:
    """Whether the clause goes on to a finite verb that would lack a subject without the noun before ``i``."""
    for j in range(i + 1, len(line.tags)):
        tag = line.tags[j]
        if tag == "," or tag == "PRP" or line.opens_clause(j):
            return tag == "," and _apposed(i, line) and _verb_at(j + 1, line)
        if tag == "CC" and (_verb_at(j + 1, line) or line.tag(j + 1) not in ("DT", "JJ", *_NOUNS)):
            return False
        if line.tag(j - 1) not in (*_NOMINAL, "RB", "JJ", "RP") or (i + 1 < j and _takes_object(i, line)):
            continue
        if line.undecided(j):
            return _yields(i, j, line)
        if tag in FINITE:
            return True
    return False


def _takes_object(i: int, line: Line) -> bool:
    """Whether nouns follow ``i`` directly, which would be the subject of a later verb."""
    return line.tag(i + 1) in _TAKES_OBJECT


def _yields(i: int, j: int, line: Line) -> bool:
    """Of two -ed forms in one clause, whether the first is the participle and the second the verb."""
    if line.lowers[j + 1 : j + 2] == ["by"] or line.tag(i + 1) in _TAKES_OBJECT:
        return False
    if line.tag(j + 1) in _TAKES_OBJECT or lemma(line.lowers[j], "VBD") in word_list("never_reduced"):
        return True
    return line.tags[i] == "VBN" and line.tags[j] == "VBD"


def _verb_at(j: int, line: Line) -> bool:
    while line.tag(j) == "RB":
        j += 1
    return line.tag(j) in FINITE or (j < len(line.tags) and line.undecided(j))


def _apposed(i: int, line: Line) -> bool:
    """Whether the noun before ``i`` starts behind a comma ("X, a body linked to Y, investigated")."""
    j = i - 1
    while j >= 0 and line.tags[j] in (*_NOMINAL, "JJ", "DT", "RB"):
        j -= 1
    return j > 0 and line.tags[j] == ","


def _behind_comma(i: int, p: int, line: Line) -> str:
    """ ", *accused* of spying," or ", *killed* three": a phrase behind it speaks for the participle."""
    if lemma(line.lowers[i], "VBD") in word_list("never_reduced"):
        return "VBD"
    has_verb = any(
        (line.tags[j] in FINITE and not line.undecided(j)) or line.tags[j] == "VBD" for j in range(p)
    )
    if has_verb:
        return "VBN" if line.tag(i + 1) in ("IN", "TO") and line.tags[i] == "VBN" else "VBD"
    if line.tag(i + 1) in _TAKES_OBJECT:
        return "VBD"
    later = range(i + 1, len(line.tags))
    if any(line.tags[j] == "," and _verb_at(j + 1, line) for j in later):
        return "VBN"
    if "," in line.tags[: max(p, 0)]:
        return "VBD"  # "X, a member of Y, *resigned*"
    return "VBN" if any(line.tags[j] in FINITE for j in later) else "VBD"


def _at_start(i: int, line: Line) -> str:
    """The -ed form that opens the sentence: "*Started* in 1990, the festival …"."""
    return "VBN" if any(t in FINITE for t in line.tags[i + 1 :]) else line.tags[i]
