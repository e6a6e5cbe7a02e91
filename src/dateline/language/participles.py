"""Past tense or participle: what each -ed form of a tagged line is, by its auxiliary, agent and clause.

For the tagger. An -ed form behind a noun that already is somebody's object is a participle ("used" in
"opened a hearing into the *techniques used* …"), behind one that lacks a verb it is the verb.
"""

from __future__ import annotations

from dateline.language.lexicon import lemma, word_list
from dateline.language.line import (
    AUXILIARIES,
    BE,
    FINITE,
    NO_SUBJECT,
    NOMINAL,
    NOUNS,
    PRONOMINAL,
    TAKES_OBJECT,
    Line,
    inverted_auxiliary,
)

_SUBJECT_ENDS = NOUNS | {"PRP", "EX"}
_AGENT_STARTS = NOMINAL | {"DT", "JJ", "JJR", "JJS", "PRP$", "RB", "WP", "WDT", "VBN", "-LRB-", '"', "$"}
_BEFORE_VERB = NOMINAL | {"RB", "JJ", "RP"}
_NOT_IN_HEADLINE = FINITE | {"DT", "PRP"}
_COPULAS = word_list("copulas")
_BOUNDS = frozenset({"around", "about", "over", "under", "nearly", "some"})
_IN_PHRASES = NOMINAL | {"DT", "JJ", "POS", "PRP$", "IN", "TO"}
_MAY_OPEN = word_list("subordinating_prepositions")
_IN_GROUP = frozenset({"DT", "JJ", "CD", "PRP$"})
_MEANS = word_list("means")
_RELATIVES = frozenset({"WDT", "WP", "WRB"})
_TIMES = word_list("times")
_CALENDAR = frozenset(name.lower() for name in word_list("calendar"))
_REPORTING = word_list("bare_content")
_SAID_OF = word_list("said_of")
_NEVER_REDUCED = word_list("never_reduced")
_INTRANSITIVE = word_list("often_intransitive")
_WITHOUT_OBJECT = _NEVER_REDUCED | _INTRANSITIVE


def participles(line: Line) -> None:
    """Decides each -ed form: by the auxiliary before, the agent behind, and the clause around it."""
    for i, tag in enumerate(line.tags):
        if tag in ("VBN", "VBD") and line.undecided(i):
            line.tags[i] = _past_or_participle(i, line)


def _past_or_participle(i: int, line: Line) -> str:
    p = line.previous(i)
    before, word = line.tag(p), line.lowers[p] if p >= 0 else ""
    following = line.tag(i + 1)
    auxiliary = inverted_auxiliary(p, line) if before in _SUBJECT_ENDS else None
    if auxiliary is not None and line.lowers[auxiliary] in AUXILIARIES:
        return "VBN"  # "Had it *happened*"
    if line.headline and _is_headline_passive(i, p, line):
        return "VBN"
    if before in FINITE and lemma(word, before) in _COPULAS and following not in TAKES_OBJECT:
        return "VBN"  # "if the port stays *closed*"
    if word in AUXILIARIES or (before == "VBN" and p > 0 and line.lowers[p - 1] in AUXILIARIES):
        return "VBN"
    if before == "DT" and word in PRONOMINAL:
        has_verb = any(tag in FINITE for j, tag in enumerate(line.tags) if j != i)
        return "VBN" if has_verb and (following[0] in "NJ" or word in ("those", "all")) else "VBD"
    if before in NO_SUBJECT and following[0] in "NJ":
        is_subject = before == "CD" and following == "NNP" and i == 1 and not line.has_finite()
        return "VBD" if is_subject else "VBN"  # "Two *accused* Israel"
    if before == "CC" and p > 0:
        joined = _joined_form(p, i, line)
        if joined is not None:
            return joined
    if following == "IN" and line.lowers[i + 1] == "by" and _is_agent(i, line):
        return "VBN"
    if before in NOUNS or before == "CD":
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


def _is_agent(i: int, line: Line) -> bool:
    """Whether the "by" behind ``i`` tells who did it, not by how much or how ("by two hours", "by fax")."""
    if line.tag(i + 2) not in _AGENT_STARTS:
        return False
    if line.lowers[i + 2] == "half" and line.tag(i + 3) in ("DT", "PRP$"):
        return False  # "*cut* by half its imports"
    if line.tag(i + 2) == "CD" and line.tag(i + 3) in ("NN", "NNS"):
        return line.tag(i + 4) not in ("DT", "PRP$")  # "*shortened* by two hours the curfew"
    return line.lowers[i + 2] not in _MEANS or lemma(line.lowers[i], "VBD") not in _WITHOUT_OBJECT


def _joined_form(cc: int, i: int, line: Line) -> str | None:
    """After "and": the form of the verb that stands on the other side, if one does nearby."""
    for j in range(cc - 1, max(-1, cc - 14), -1):
        if line.tags[j] in ("VBD", "VBN"):
            if line.lowers[j - 1] in BE and lemma(line.lowers[i], "VBD") in _NEVER_REDUCED:
                return "VBD"  # "was placed on alert and *remained* there"
            return line.tags[j] if j > 0 else None
        if (line.tags[j] in ("VBZ", "VBP", "MD") and line.lowers[j] not in AUXILIARIES) or line.tags[
            j
        ] in ".:":
            return None
    return None


def _behind_noun(i: int, p: int, line: Line) -> str:
    """ "the army *killed* …" or "men *killed* in …": whether the noun is a subject that lacks a verb."""
    verb = lemma(line.lowers[i], "VBD")
    is_believed = line.tag(i + 1) == "TO" and line.tag(i + 2) == "VB" and verb in _SAID_OF
    if verb in _NEVER_REDUCED and not is_believed:
        return "VBD"
    if _finite_verb_follows(i, line):
        return "VBN"
    if line.tag(i + 1) not in TAKES_OBJECT and _in_trailing_phrase(p, line):
        return "VBN"
    if _in_fronted_phrase(p, line):
        return "VBN"
    governor = _governor(p, line)
    if governor is None or _main_verb_pending(governor, line) or _is_gerund_subject(governor, i, line):
        return "VBD"
    is_reporting = lemma(line.lowers[governor], line.tags[governor]) in _REPORTING
    return "VBD" if is_reporting and _subject_starts_behind(governor, line) else "VBN"


def _is_gerund_subject(verb: int, i: int, line: Line) -> bool:
    """ "Building the dam *angered* Sudan": the participle that opens a sentence without another verb."""
    if verb != 0 or line.tags[0] != "VBG" or "," in line.tags[:i]:
        return False
    return not any(tag in FINITE for j, tag in enumerate(line.tags) if j != i)


def _subject_starts_behind(verb: int, line: Line) -> bool:
    """Whether a noun follows the verb of saying, as the subject of what is said ("said rebels fled")."""
    at = verb + 1
    while line.tag(at) == "RB" or (
        line.tag(at) == "IN" and line.tag(at + 1) in ("NNP", "CD") and line.tag(at + 2) != "IN"
    ):
        at += 1 if line.tag(at) == "RB" else 2
    return line.tag(at) in TAKES_OBJECT


def _governor(p: int, line: Line) -> int | None:
    """The verb before the noun at ``p`` in its clause, of which the noun is (part of) the object.

    None where the clause has a subject that still waits for its verb: an infinitive or participle
    in between ("Soldiers *guarding* the palace fired") takes nothing from it.
    """
    bare: int | None = None
    has_subject = False
    for j in range(p, -1, -1):
        tag = line.tags[j]
        if tag in FINITE:
            return j
        if tag in (",", "CC") or line.opens_clause(j):
            break
        if has_subject:
            continue
        modifies = line.tag(j + 1) in NOUNS and (j == 0 or line.tag(j - 1) in NO_SUBJECT)
        modifies = modifies or (tag == "VBN" and line.tag(j + 1) == "JJ" and line.tag(j - 1) in _IN_GROUP)
        if tag in ("VB", "VBN", "VBG") and not modifies:
            bare = j
        elif tag in NOMINAL and bare is not None:
            has_subject = True
    return None if has_subject else bare


def _main_verb_pending(at: int, line: Line) -> bool:
    """Whether the verb at ``at`` is in a relative clause whose noun still waits for a verb of its own."""
    opener = next((j for j in range(at, 0, -1) if line.tags[j] in _RELATIVES or line.lowers[j] == "that"), 0)
    if not opener or line.tag(opener - 1) not in NOUNS:
        return False
    for j in range(opener - 1, -1, -1):
        if line.tags[j] in FINITE:
            return False
        if line.tags[j] in (".", ":", '"'):
            break
    return True


def _in_trailing_phrase(p: int, line: Line) -> bool:
    """Whether the noun at ``p`` lies in a phrase behind the main clause (", in a note *posted* on …")."""
    j = p
    while (
        j > 0
        and line.tags[j] in _IN_PHRASES
        and not (line.tags[j] in ("DT", "PRP$") and line.tags[j - 1] in NOMINAL)
    ):
        j -= 1
    if line.tags[j] != "," or line.tags[j + 1] != "IN" or line.lowers[j + 1] in _MAY_OPEN:
        return False
    return not FINITE.isdisjoint(line.tags[:j])


def _in_fronted_phrase(p: int, line: Line) -> bool:
    """Whether the noun at ``p`` ends a phrase before the main clause ("In a letter *sent* to X, Iran …")."""
    j = p
    while j >= 0 and line.tags[j] in (*NOMINAL, "JJ", "DT", "POS", "PRP$"):
        j -= 1
    if (
        j < 0
        or line.tags[j] != "IN"
        or line.lowers[j] in _MAY_OPEN
        or (j > 0 and line.tags[j - 1] not in (".", ",", '"', ":"))
        or (line.tags[j + 1] == "CD" and line.lowers[j] in _BOUNDS)
        or _names_day(j + 1, p, line)
    ):
        return False
    ends = (c for c in range(p, len(line.tags)) if line.tags[c] == "," or line.lowers[c] == ";")
    comma = next(ends, len(line.tags))
    if line.lowers[comma : comma + 1] == [";"]:
        return False  # "On 5 May rebels *shot* two men; a third, who fled, …": the clause was the main one
    return any(tag in FINITE or tag == "VBN" for tag in line.tags[comma:])


def _names_day(first: int, p: int, line: Line) -> bool:
    """Whether a date stands before the noun at ``p``, which then is a subject: "On 18 March *Tehran* …"."""
    if line.lowers[p] in _CALENDAR or line.tags[p] == "CD":
        return False
    opens = first + (line.tags[first] == "CD")
    return opens < p and line.lowers[opens] in _CALENDAR and line.tags[opens] == "NNP"


def _finite_verb_follows(i: int, line: Line) -> bool:
    """Whether the clause goes on to a finite verb that would lack a subject without the noun before ``i``."""
    # "*shot* dead two armed men": the object stands behind the particle
    start = _after_time(i + 2 if line.tag(i + 1) == "RP" else i + 1, line)
    for j in range(start, len(line.tags)):
        tag = line.tags[j]
        if line.lowers[j] == ";":
            return False  # "rebels *shot* two men; a third fled"
        if tag == "," or tag == "PRP" or line.opens_clause(j):
            if j == i + 1 and lemma(line.lowers[i], "VBD") in _REPORTING:
                return False  # "The raid, the colonel *added*, cost …"
            return tag == "," and _apposed(i, line) and _verb_at(j + 1, line)
        if tag == "CC" and (_verb_at(j + 1, line) or line.tag(j + 1) not in ("DT", "JJ", *NOUNS)):
            return False
        if j == i + 1 and tag in FINITE and not line.undecided(j) and not _in_inserted(i, line):
            return True  # "The views *expressed* are …"
        if line.tag(j - 1) not in _BEFORE_VERB or (start < j and line.tag(start) in TAKES_OBJECT):
            continue
        if line.undecided(j):
            return _yields(i, j, line)
        if tag in FINITE:
            return True
    return False


def _in_inserted(i: int, line: Line) -> bool:
    """Whether the noun before ``i`` is the subject of a relative clause ("where the monks *lived*")."""
    j = i - 1
    while j > 0 and line.tags[j] in _IN_PHRASES and line.tags[j] != "IN":
        j -= 1
    return line.opens_clause(j)


def _after_time(at: int, line: Line) -> int:
    """The place after a phrase at ``at`` that says when without a preposition ("seized *last year*")."""
    end, size = at, len(line.tags)
    while end < size and line.tags[end] in ("DT", "JJ", "CD", "RB"):
        end += 1
    while end < size and line.lowers[end].removesuffix("s") in _TIMES:
        end += 1
    if end == at or line.lowers[end - 1].removesuffix("s") not in _TIMES:
        return at
    return at if line.tag(end) in NOUNS else end


def _is_headline_passive(i: int, p: int, line: Line) -> bool:
    """ "Minister *arrested* over leak": newspapers tell what has just happened in the present tense."""
    if line.tag(p) not in NOUNS and line.tag(p) != "CD":
        return False
    if line.tag(_after_time(i + 1, line)) in TAKES_OBJECT:
        return False
    verb = lemma(line.lowers[i], "VBD")
    if verb in _NEVER_REDUCED or verb in _INTRANSITIVE:
        return False
    for j in range(i):
        if (
            line.tags[j] in ("VBZ", "VBP")
            and i == len(line.tags) - 1
            and lemma(line.lowers[j], "VBZ") in _REPORTING
        ):
            continue  # "Army says 12 rebels *killed*"
        if line.tags[j] in _NOT_IN_HEADLINE or line.opens_clause(j) or line.lowers[j] in _TIMES:
            return False
    for j in range(i + 1, len(line.tags)):
        if line.opens_clause(j) or line.tags[j] in (",", "CC"):
            return True
        if line.tags[j] in FINITE and not line.undecided(j):
            return False
    return True


def _yields(i: int, j: int, line: Line) -> bool:
    """Of two -ed forms in one clause, whether the first is the participle and the second the verb."""
    if line.lowers[j + 1 : j + 2] == ["by"] or line.tag(i + 1) in TAKES_OBJECT:
        return False
    if line.tag(j + 1) in TAKES_OBJECT or lemma(line.lowers[j], "VBD") in _NEVER_REDUCED:
        return True
    return line.tags[i] == "VBN" and line.tags[j] == "VBD"


def _verb_at(j: int, line: Line) -> bool:
    while line.tag(j) == "RB":
        j += 1
    return line.tag(j) in FINITE or (j < len(line.tags) and line.undecided(j))


def _apposed(i: int, line: Line) -> bool:
    """Whether the noun before ``i`` starts behind a comma ("X, a body linked to Y, investigated")."""
    j = i - 1
    while j >= 0 and line.tags[j] in (*NOMINAL, "JJ", "DT", "RB"):
        j -= 1
    return j > 0 and line.tags[j] == ","


def _behind_comma(i: int, p: int, line: Line) -> str:
    """ ", *accused* of spying," or ", *killed* three": a phrase behind it speaks for the participle."""
    if lemma(line.lowers[i], "VBD") in _NEVER_REDUCED:
        return "VBD"
    has_verb = any(
        (line.tags[j] in FINITE and not line.undecided(j)) or line.tags[j] == "VBD" for j in range(p)
    )
    if has_verb:
        return "VBN" if line.tag(i + 1) in ("IN", "TO") and line.tags[i] == "VBN" else "VBD"
    if line.tag(i + 1) in TAKES_OBJECT:
        return "VBD"
    later = range(i + 1, len(line.tags))
    if any(line.tags[j] == "," and _verb_at(j + 1, line) for j in later):
        return "VBN"
    if "," in line.tags[: max(p, 0)]:
        return "VBD"  # "X, a member of Y, *resigned*"
    return "VBN" if any(line.tags[j] in FINITE for j in later) else "VBD"


def _at_start(i: int, line: Line) -> str:
    """The -ed form that opens the sentence: "*Started* in 1990, the festival …"."""
    return "VBN" if not FINITE.isdisjoint(line.tags[i + 1 :]) else line.tags[i]
