"""The finite verb of a clause that has none yet: the likeliest of its words that may be noun or verb.

For the tagger, after it has weighed each word by its neighbours. A clause has one finite verb for each
subject, so that where none is certain ("Unless the rebels *surrender*, …", "Haiti *claims* that …") one
of the doubtful words must be it.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.language.lexicon import lemma, word_list
from dateline.language.line import FINITE, NO_SUBJECT, NOUNS, OBJECT_FOLLOWS, TAKES_OBJECT, Line

_REPORTING = word_list("bare_content") | word_list("mandative")
_MANDATIVE = word_list("mandative")
_INTENDING = word_list("bare_content") | {"plan", "seek", "offer", "move", "demand", "attempt", "try"}
_PERSONS = word_list("introducers") | word_list("offices")
_PLURALS = frozenset({"police", "people", "many", "few", "others"})
_OPENERS = frozenset(
    ["that", "because", "although", "while", "if", "unless", "though", "whereas", "lest", "whether", "once"]
)
_AFTER_MAIN = _OPENERS | {"as", "after", "before", "since", "until", "when", "where"}
_NOT_MAIN = frozenset({"IN", "TO", "VBG", "VBN", "RB", '"', "WRB", "WP", "WDT", "MD", "CC"})
_CONTENT_STARTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD", "EX"})
_AFTER_VERB = OBJECT_FOLLOWS | {"JJ", "NNS", "NN", "IN", "RB", "VBG"}

_ANY_PAST = FINITE | {"VBN", "VBD"}

_Verb = tuple[int, str]


def finite_verbs(line: Line) -> None:
    """Gives a sentence, or a subordinate clause, without a verb the likeliest of its noun-or-verb words."""
    _make_verb(line, _verb_before_that(line) or _verb_before_content(line))
    for first, end in _clauses_without_verb(line):
        _make_verb(line, _likeliest(first, end, line))
    if line.has_finite():
        end = _main_without_verb(line)
        if end:
            _make_verb(line, _likeliest(0, end, line))
    else:
        _only_verb(line)
    if line.headline:
        _verbs_behind_commas(line)


def _only_verb(line: Line) -> None:
    """The verb of a sentence without one, unless a form in -ed may be it."""
    best = _likeliest(0, len(line.tags), line)
    if line.headline and (_has_future(line, best) or (_has_future(line, None) and not _intends(best, line))):
        return
    rival = next((i for i in range(len(line.tags)) if line.undecided(i)), None)
    is_reduced = line.tag(-1 if rival is None else rival + 1) == "IN" and line.tag((rival or 0) - 1) in NOUNS
    if rival is None or (is_reduced and best is not None and line.tag(best[0] - 1) in NOUNS):
        _make_verb(line, best or _progressive(line))


def _has_future(line: Line, best: _Verb | None) -> bool:
    """ "Kenya *to send* troops": a headline's infinitive behind its subject, before any other verb."""
    end = best[0] if best is not None else len(line.tags)
    return any(
        line.tags[i] == "TO" and line.tags[i - 1] in NOUNS and line.tag(i + 1) == "VB" for i in range(1, end)
    )


def _intends(best: _Verb | None, line: Line) -> bool:
    """Whether ``best`` is not right before the infinitive, or takes one ("Iran *plans* to sell oil")."""
    if best is None or line.tag(best[0] + 1) != "TO":
        return best is not None and not _has_future(line, best)
    return lemma(line.lowers[best[0]], best[1]) in _INTENDING


def _progressive(line: Line) -> _Verb | None:
    """ "U.S. *planning* invasion": the participle of a headline that leaves out its "is"."""
    for i in range(1, len(line.tags)):
        if "VBG" in line.choices[i] and line.tags[i - 1] in NOUNS and line.tag(i + 1) in TAKES_OBJECT:
            return (i, "VBG") if line.headline else None
    return None


def _verbs_behind_commas(line: Line) -> None:
    """ "…, India *protests*": headlines string clauses together without "and"."""
    cuts = [i for i, tag in enumerate(line.tags) if tag in (",", ":")]
    for at, end in pairwise([*cuts, len(line.tags)]):
        if not _ANY_PAST.isdisjoint(line.tags[at + 1 : end]):
            continue
        if _continues(at + 1, line):
            continue
        last = end - 1
        if last > at + 1 and line.tags[last - 1] == "NNP" and "VBZ" in line.choices[last]:
            line.tags[last] = "VBZ"


def _continues(at: int, line: Line) -> bool:
    """ "Farmers dump milk, *block* roads": makes the word at ``at`` a verb in the form of the first one."""
    form = next((tag for tag in line.tags[:at] if tag in FINITE), "")
    if form not in ("VBZ", "VBP") or at >= len(line.tags) or form not in line.choices[at]:
        return False
    if line.tag(at + 1) not in TAKES_OBJECT:
        return False
    line.tags[at] = form
    return True


def _verb_before_that(line: Line) -> _Verb | None:
    """The verb of saying at the head of a sentence that says what follows: "Iran *fears* that …"."""
    if "that" not in line.lowers:
        return None
    that = next((i for i, word in enumerate(line.lowers) if word == "that" and line.tags[i] == "IN"), 0)
    at, form = that - 1, "VBZ" if line.tag(that - 1) == "NNS" else "VBP"
    if at < 1 or form not in line.choices[at] or line.tag(at - 1) not in NOUNS or line.tags[0] == "IN":
        return None
    if any(t in FINITE or t in ("VBN", "VBD", ",") for t in line.tags[:at]) or not _agrees(form, at, 0, line):
        return None
    return (at, form) if lemma(line.lowers[at], form) in _REPORTING else None


def _verb_before_content(line: Line) -> _Verb | None:
    """The same where "that" is left out: "Aid agencies *fear* thousands may starve"."""
    for i in range(1, len(line.tags) - 2):
        tag = line.tags[i]
        if tag in FINITE or tag in ("VBN", ",", "IN", "TO", '"', "WP", "WDT", "WRB"):
            return None
        form = "VBZ" if tag == "NNS" else "VBP"
        if tag not in ("NN", "NNS") or form not in line.choices[i] or line.tags[i - 1] not in NOUNS:
            continue
        if line.tags[i + 1] in _CONTENT_STARTS and lemma(line.lowers[i], form) in _REPORTING:
            return (i, form) if _agrees(form, i, 0, line) and _goes_on_to_verb(i + 1, line) else None
    return None


def _goes_on_to_verb(at: int, line: Line) -> bool:
    """Whether the noun group at ``at`` is followed by a finite verb, phrases aside."""
    for tag in line.tags[at : at + 10]:
        if tag in FINITE:
            return True
        if tag in (",", ".", ":", "WP", "WDT", "TO", '"'):
            return False
    return False


def _make_verb(line: Line, verb: _Verb | None) -> None:
    if verb is not None:
        line.tags[verb[0]] = verb[1]


def _clauses_without_verb(line: Line) -> list[tuple[int, int]]:
    """The stretches behind "that", "because", "who" … that hold no finite verb."""
    tags = line.tags
    cuts = [
        i
        for i, (tag, opens) in enumerate(zip(tags, line.openers, strict=True))
        if opens or tag == "," or tag == "CC" or (tag == "IN" and line.lowers[i] == "once")
    ]
    found: list[tuple[int, int]] = []
    for at, end in pairwise([*cuts, len(tags)]):
        opens = tags[at] in ("WDT", "WP", "WRB") or (
            tags[at] == "IN" and line.lowers[at] in (_AFTER_MAIN if line.headline else _OPENERS)
        )
        if not opens:
            continue
        if line.lowers[at] == "what" and at == 0:
            end = _before_only_verb(at + 1, end, tags)  # "*What* Moscow fears is war": one verb for each
        if _ANY_PAST.isdisjoint(tags[at + 1 : end]):
            found.append((at + 1, end))
    return found


def _before_only_verb(first: int, end: int, tags: list[str]) -> int:
    """The place of the finite verb between ``first`` and ``end`` if there is just one, else ``end``."""
    verbs = [i for i in range(first, end) if tags[i] in FINITE]
    return verbs[0] if len(verbs) == 1 else end


def _main_without_verb(line: Line) -> int:
    """The end of the stretch before the first subordinate clause, if the main verb must be in it; else 0."""
    tags = line.tags
    if tags[0] in _NOT_MAIN:
        return 0
    for i in range(1, len(tags)):
        tag, word = tags[i], line.lowers[i]
        if tag in FINITE or tag in ("VBN", "VBD") or tag in ("WDT", "WP", '"', "-LRB-"):
            return 0
        if tag == "," and not line.headline and line.lowers[i + 1 : i + 2] != ["but"]:
            return 0
        if tag == "," or word == ";" or (tag in ("IN", "WRB") and word in _AFTER_MAIN):
            return i if word not in ("as", "after", "before", "since", "until") or _is_clause(i, line) else 0
        if tag == "CC" and line.tag(i + 1) in ("VBD", "VBZ"):
            return i
    return 0


def _is_clause(at: int, line: Line) -> bool:
    """Whether a finite verb follows the "as" or "after" at ``at`` before any mark."""
    for tag in line.tags[at + 1 : at + 12]:
        if tag in FINITE:
            return True
        if tag in (",", ":", ".", "CC", "IN", "TO"):
            return False
    return False


def _likeliest(first: int, end: int, line: Line) -> _Verb | None:
    """The word between ``first`` and ``end`` that is likeliest to be its verb, and as what."""
    opener = line.tag(first - 1)
    is_relative = opener in ("WDT", "WP")
    demanded = opener == "IN" and _demands(first - 1, line)
    for i in range(first + (not is_relative), end):
        finite = next((t for t in ("VBD", "VBZ", "VBP") if t in line.choices[i]), None)
        before, following = line.tag(i - 1) if i > first else ".", line.tag(i + 1)
        if finite is None or line.tags[i] == "VBG" or line.undecided(i):
            continue
        if line.tags[i] == "JJ" and not (finite == "VBD" and before in NOUNS and following in TAKES_OBJECT):
            continue
        if before in NO_SUBJECT and i > first:
            continue
        ends = i == end - 1 and first > 0 and (before in NOUNS or before == "VBG")
        if demanded and finite == "VBP" and before in NOUNS and _may_follow_base(following):
            return i, "VB"
        if not _agrees(finite, i, first, line):
            continue
        if following in _AFTER_VERB or ends:
            return _behind_compound(i, end, line) or (i, finite)
    return None


def _may_follow_base(following: str) -> bool:
    return following in TAKES_OBJECT or following in ("IN", "RB", ".", ",", "TO", "CC")


def _behind_compound(i: int, end: int, line: Line) -> _Verb | None:
    """ "Drone strikes *anger* tribes": a plural behind a thing, where the next word can be its verb."""
    if line.tags[i] != "NNS" or line.tags[i - 1] != "NN" or line.lowers[i - 1] in _PERSONS:
        return None
    further = i + 1
    if further >= end or "VBP" not in line.choices[further] or line.tags[further] == "JJ":
        return None
    is_verb = further == end - 1 or line.tag(further + 1) in TAKES_OBJECT
    return (further, "VBP") if is_verb else None


def _agrees(finite: str, i: int, first: int, line: Line) -> bool:
    """Whether the noun before ``i`` can be the subject of this form of the verb."""
    before = line.tag(i - 1) if i > first else "."
    if finite == "VBP":
        return before not in ("NN", "NNP") or line.lowers[i - 1] in _PLURALS or _lists(i - 1, first, line)
    if finite != "VBZ" or before not in ("NNS", "NNPS"):
        return True
    # "The request of the municipalities *results* from …": the plural stands in a phrase
    return any(line.tags[j] == "IN" and line.tag(j - 1) in ("NN", "NNP") for j in range(first + 1, i))


def _lists(at: int, first: int, line: Line) -> bool:
    """Whether the name at ``at`` is the last of several ("France, Mali *sign* pact")."""
    while at > first and (line.tags[at] in NOUNS or line.tags[at] == "JJ"):
        at -= 1
    return at > first and line.tags[at - 1] in NOUNS and line.lowers[at] in (",", "and", "&")


def _demands(at: int, line: Line) -> bool:
    """Whether the "that" at ``at`` follows a word of demanding ("insisted that Israel *ease* curbs")."""
    if line.lowers[at] != "that":
        return False
    return any(
        lemma(line.lowers[j], line.tags[j]) in _MANDATIVE or line.lowers[j] in _MANDATIVE
        for j in range(max(0, at - 5), at)
    )
