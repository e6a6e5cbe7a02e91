"""Noun, verb or adjective: the reading of an open-class word that its neighbours ask for.

For the tagger. The rules follow Brill (1992), but choose among the readings that the dictionary allows,
so that none can produce an impossible one.
"""

from __future__ import annotations

from functools import cache

from dateline.language.lexicon import lemma, word_list
from dateline.language.line import BE, DO, FINITE, HAVE, OBJECT_FOLLOWS, PRONOMINAL, Line, inverted_auxiliary

_NAME = frozenset({"NNP"})
_AFTER_BOUND = frozenset({"DT", "PRP$", "POS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_MAIN_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_PREPOSITIONS = frozenset({"before", "after", "since", "until", "as", "than", "like"})
_LET = frozenset({"let", "lets", "letting"})
_LETTING = _LET | {"help", "helps", "helped", "helping"}
_AFTER_LET = OBJECT_FOLLOWS | {"IN", ".", ",", "RB", "CC", "JJ"}
_IN_OBJECT = frozenset({"DT", "JJ", "PRP$", "PRP", "CD", *_NOUNS})
_IN_LET = _IN_OBJECT | {"VBN", "VBG"}
_INTENDING = word_list("bare_content") | {"plan", "seek", "offer", "move", "demand", "attempt"}
_BEFORE_GERUND = frozenset({"NN", "NNP", "JJ", "CC", "IN", "POS", "PRP$"})
_ADJECTIVES_TO = frozenset({"close", "subject", "open"})
_AFTER_HEAD = frozenset([",", ".", "IN", "TO", "CC", "WP", "WDT", "POS", "RB", ":", '"', *FINITE])
_BEHIND_PREDICATE = frozenset({"IN", "TO", "CC", ",", "."})
_BEHIND_ALONE = _AFTER_HEAD - {"CC"}
_BEHIND_NAMED = frozenset({"IN", "CC", ",", ".", *FINITE})
_AIMS = frozenset({"into", "toward", "towards", "to", "from", "through", "against", "onto"})
_MAY_OPEN = word_list("subordinating_prepositions")


def reading(i: int, line: Line) -> str:
    """The reading of an open-class word that its neighbours ask for."""
    possible, usual = line.choices[i], line.tags[i]
    nouns = _nouns(possible, line.lowers[i][-1] == "s")
    p = line.previous(i)
    following = line.tag(i + 1)
    if "VBG" in possible:
        noun = _as_gerund(i, p, following, line)
        if noun is not None:
            return noun
    if "VB" in possible and _wants_base_form(p, bool(nouns), following, line):
        return "VB"
    return (
        _after_auxiliary(p, possible, usual, nouns, following, line)
        or _in_noun_group(i, p, possible, usual, nouns, following, line)
        or _as_verb(i, p, possible, usual, nouns, following, line)
        or _undecided(i, p, possible, usual, nouns, following, line)
    )


@cache
def _nouns(possible: frozenset[str], in_s: bool) -> tuple[str, ...]:
    """The tags of a noun among ``possible``, the likelier one first."""
    return tuple(tag for tag in (("NNS", "NN") if in_s else ("NN", "NNS")) if tag in possible)


@cache
def _finite(possible: frozenset[str]) -> str | None:
    """The tag of a finite verb among ``possible``."""
    return next((tag for tag in ("VBD", "VBZ", "VBP") if tag in possible), None)


def _as_gerund(i: int, p: int, following: str, line: Line) -> str | None:
    """The -ing form that is a noun or adjective for certain."""
    word, before = line.lowers[i], line.tag(p)
    if following in ("DT", "PRP$") and line.tags[i] in ("JJ", "NN"):
        return "VBG"  # "*muzzling* the press": no adjective stands before an article
    after_be = line.lowers[p] in BE and before != "POS"
    if i == 0 and following in FINITE | {"VBN"} and word not in HAVE and word not in BE:
        return "NN"  # "*Fighting* continued"
    if following in ("MD", "VBZ", "VBD") and before in _BEFORE_GERUND and i - 1 == p and word not in HAVE:
        return "NN"  # "as *fighting* spread"
    if word in word_list("adjectival_participles") and following[0] in "NJ" and not after_be:
        return "JJ"  # "*neighbouring* Chad"
    if (word == "visiting" or i == 0) and _is_title(i + 1, line) and not after_be:
        return "JJ"  # "*visiting* King Hussein"
    if before in _NAME and following in _BEHIND_NAMED and _is_named_thing(i, p, line):
        return "NN"
    if line.lowers[i + 1 : i + 2] == ["of"]:
        is_noun = before not in _NOUNS and not after_be
        return "NN" if is_noun and lemma(word, "VBG") not in word_list("of_verbs") else None
    if following in (",", ".") and before == "IN" and line.lowers[p] == "of":
        is_time = line.lowers[p - 1].removesuffix("s") in word_list("times")
        return "NN" if is_time else None  # "weeks of *shelling*,"
    if before == '"' and following == '"' and line.tag(p - 1) == "IN":
        return "NN"
    return None


def _is_named_thing(i: int, p: int, line: Line) -> bool:
    """Whether the -ing form at ``i`` is a thing with a name before it ("the Karni *crossing*")."""
    is_noun = line.tags[i] == "NN" or "NN" in line.choices[i]
    if not is_noun or i - 1 != p or not _AIMS.isdisjoint(line.lowers[i + 1 : i + 2]):
        return False  # "the Taliban *crossing* into Pakistan"
    while p > 0 and line.tags[p] in _NAME:
        p -= 1
    return line.tags[p] == "DT"


def _is_title(i: int, line: Line) -> bool:
    """Whether a title before a name stands at ``i``, with no comma before the verb that follows."""
    if line.tag(i) != "NNP" or line.tag(i + 1) != "NNP":
        return False
    if line.lowers[i] not in word_list("introducers") | word_list("title_openers") | word_list("offices"):
        return False
    ahead = (tag for tag in line.tags[i + 1 : i + 12] if tag in FINITE or tag in (",", "."))
    return next(ahead, ".") != ","


def _wants_base_form(p: int, has_noun: bool, following: str, line: Line) -> bool:
    """Whether what stands before asks for an infinitive."""
    before, word = line.tag(p), line.lowers[p] if p >= 0 else ""
    if before == "MD" or word in ("let", "help") or word in DO:
        return True
    if word in word_list("splitters") and line.tag(p - 1) == "TO":
        return True  # "to further *isolate* Pretoria"
    if before in _NOUNS or before == "PRP":
        if following in OBJECT_FOLLOWS and _is_let(p, line, _LETTING):
            return True
        if following in _AFTER_LET and _is_let(p, line, _LET):
            return True
        if following in _AFTER_LET and _interrupts_modal(p, line):
            return True
        auxiliary = inverted_auxiliary(p, line)
        if auxiliary is not None and (line.tags[auxiliary] == "MD" or line.lowers[auxiliary] in DO):
            return True  # "Should Israel *strike* the reactor"
    if before == "TO":
        is_aim = line.headline and following in _NOUNS and not line.has_finite()
        if is_aim or not (has_noun and p > 0 and line.lowers[p - 1] in word_list("prepositional_to")):
            return True
        is_plan = line.lowers[p - 1] == "due" and p > 1 and line.lowers[line.previous(p - 1)] in BE
        return is_plan and (following in OBJECT_FOLLOWS or following == "RB" or _is_day(p + 2, line))
    if before == "," and line.tag(p - 1) in ("RB", "MD") and line.tag(line.previous(p)) == "MD":
        return following in OBJECT_FOLLOWS  # "should not, and will not, *sign* it"
    if word == "than" and line.lowers[p - 1] == "rather":
        return True  # "rather than *face* trial"
    if before != "CC" or p == 0:
        return False
    if word == "nor" and _infinitive_before(p, line):
        return True
    if line.tags[p - 1] == "VB" and following not in ("IN", "."):
        return True
    return following in OBJECT_FOLLOWS and _infinitive_before(p, line)


def _is_day(i: int, line: Line) -> bool:
    """Whether what follows at ``i`` says when, with or without a preposition ("on Monday", "next week")."""
    ahead = range(i, min(i + 3, len(line.lowers)))
    return any(line.lowers[j].removesuffix("s") in word_list("times") for j in ahead)


def _interrupts_modal(p: int, line: Line) -> bool:
    """Whether a phrase that ends at ``p`` parts a modal from its verb ("will on Tuesday *vote*")."""
    for j in range(p, max(0, p - 5), -1):
        if line.tags[j] == "IN":
            return line.tags[j - 1] == "MD"
        if line.tags[j] not in _IN_OBJECT:
            return False
    return False


def _is_let(p: int, line: Line, verbs: frozenset[str]) -> bool:
    """Whether the noun that ends at ``p`` is let or helped to do something ("let the company *keep* it")."""
    while p >= 0 and (line.tags[p] in _IN_LET or line.lowers[p] in ("of", "and")):
        p -= 1
    return p >= 0 and line.lowers[p] in verbs


def _infinitive_before(cc: int, line: Line) -> bool:
    """Whether the words before "and" are an infinitive with its object ("to seize land and sell it")."""
    for j in range(cc - 1, max(0, cc - 7), -1):
        if line.tags[j] == "VB":
            return True
        if line.tags[j] in FINITE or line.tags[j] in (",", ".", ":"):
            return False
    return False


def _after_auxiliary(
    p: int, possible: frozenset[str], usual: str, nouns: tuple[str, ...], following: str, line: Line
) -> str | None:
    """A participle behind have or be."""
    word = line.lowers[p] if p >= 0 else ""
    if word in HAVE and "VBN" in possible:
        return None if usual in nouns and following in ("IN", ".") else "VBN"
    if word in BE:
        return "VBN" if "VBN" in possible else "VBG" if "VBG" in possible else None
    return None


def _in_noun_group(
    i: int, p: int, possible: frozenset[str], usual: str, nouns: tuple[str, ...], following: str, line: Line
) -> str | None:
    """The reading behind a determiner, adjective, number or preposition."""
    before, is_next = line.tag(p), i - 1 == p
    is_verb = "VBD" in possible and following in ("DT", "PRP$", "PRP")
    if is_verb and before == "DT" and is_next and line.lowers[p] in PRONOMINAL:
        return "VBD"  # "each *blamed* the other"
    if (before in _AFTER_BOUND and is_next) or (before == "TO" and nouns):
        if "JJ" in possible and following == "JJ" and len(line.choices[i + 1]) == 1:
            return "JJ"  # "an *official* Syrian newspaper"
        return _after_determiner(usual, possible, nouns, following)
    if not nouns or not is_next:
        return None
    noun = usual if usual in nouns else nouns[0]
    verb = _behind_number(p, possible, usual, following) if before == "CD" else None
    if verb is not None:
        return verb
    if before in ("JJ", "JJR", "CD", "$"):
        return "JJ" if usual == "JJ" and following[0] in "NJ" else noun
    if before == "IN":
        if "VBG" in possible and (following in OBJECT_FOLLOWS or following in ("JJ", "NN", "NNS")):
            return "VBG"
        is_alone = following in _BEHIND_ALONE and line.lowers[p] not in _PREPOSITIONS  # "on *alert*"
        return "JJ" if usual == "JJ" and not is_alone else noun
    if before not in _MAIN_VERBS:
        return None
    if "VBG" in possible and following in OBJECT_FOLLOWS and line.lowers[p] not in BE:
        return "VBG"  # "began *bombing* Serbia"
    if usual in ("VBZ", "VBP", "VB") and line.lowers[p] not in word_list("bare_infinitive"):
        return "JJ" if "JJ" in possible and following[0] == "N" else noun  # "bring suspects to trial"
    return None


def _behind_number(p: int, possible: frozenset[str], usual: str, following: str) -> str | None:
    """The verb, or the participle, right behind a number."""
    if p == 0 and usual == "VB" and "VBP" in possible and following == "IN":
        return "VBP"  # "Four *die* in blast"
    if usual in ("VBN", "VBD"):
        if following in ("IN", ".", ","):
            return usual  # "Five *hurt* in blast"
        if following in ("JJ", "NN", "NNS"):
            return "VBN"  # "six *accused* officers"
    return None


def _after_determiner(usual: str, possible: frozenset[str], nouns: tuple[str, ...], following: str) -> str:
    if usual == "JJ" and (following[0] in "NJ" or not nouns):
        return "JJ"
    if usual in ("VBN", "VBD", "VBG") and following[0] in "NJ":
        return "VBG" if usual == "VBG" else "VBN"
    if nouns:
        return usual if usual in nouns else nouns[0]
    if "VBG" in possible:
        return "NN"
    return "JJ" if "JJ" in possible else "VBN" if "VBN" in possible else usual


def _as_verb(
    i: int, p: int, possible: frozenset[str], usual: str, nouns: tuple[str, ...], following: str, line: Line
) -> str | None:
    """The finite verb behind a subject."""
    before = line.tag(p)
    finite = _finite(possible)
    if finite is None:
        return None
    if before in _PRONOUNS and (usual != "JJ" or i - 1 == p) and not (nouns and following in FINITE):
        if before != "PRP" or not _is_object(p, line):
            return finite
        return nouns[0] if nouns else usual  # "called them *murder*"
    takes_object = following in OBJECT_FOLLOWS and following != "TO"
    is_intent = finite == "VBZ" and following == "TO" and before == "NNP"
    if is_intent and lemma(line.lowers[i], "VBZ") in _INTENDING and _may_be_main(i, line):
        return "VBZ"  # "A group based in Trinidad *claims* to make arms"
    if _is_close_to(i, before, possible, following, line):
        return None
    if finite in ("VBZ", "VBP") and i - 1 > p and before in _NOUNS and usual in (*nouns, "VB"):
        plural = before in ("NNS", "NNPS")
        if plural == (finite == "VBP"):
            return finite  # "Sanctions rarely *work*"
    if "VBD" in possible and _is_past(i, p, usual, takes_object, line):
        return "VBD"
    if finite == "VBZ" and before == "CC" and following in ("DT", "PRP$") and "VBZ" in line.tags[:p]:
        return "VBZ"  # "says the vote was rigged and *demands* a new one"
    if finite == "VBZ" and usual == "NNS" and following in ("DT", "PRP$") and _lacks_verb(p, line):
        return "VBZ"  # "until Bonn *releases* the men"
    return None


def _is_close_to(i: int, before: str, possible: frozenset[str], following: str, line: Line) -> bool:
    """ "a diplomat *close* to the talks": an adjective that could be a verb."""
    is_adjective = "JJ" in possible and line.lowers[i] in _ADJECTIVES_TO
    return is_adjective and following == "TO" and before in _NOUNS


def _undecided(
    i: int, p: int, possible: frozenset[str], usual: str, nouns: tuple[str, ...], following: str, line: Line
) -> str:
    """The reading where the words before ask for none."""
    before = line.tag(p)
    if _is_close_to(i, before, possible, following, line):
        return "JJ"
    if "JJ" in possible and following in _BEHIND_PREDICATE and usual != "IN" and _is_of_object(i, line):
        return "JJ"
    if usual == "JJ" and "VBN" in possible and line.lowers[i + 1 : i + 2] == ["by"]:
        return "VBN"  # "a truce *brokered* by Norway"
    if usual == "VB":
        is_verb_before = "VBZ" in line.choices[p] and line.tag(p - 1) in ("NN", "NNP")
        if line.headline and nouns and is_verb_before and following != "IN":
            return nouns[0]  # "Army chief orders *halt*"
        return _base_form(before, possible, nouns)
    takes_object = following in OBJECT_FOLLOWS and following != "TO"
    if usual == "NN" and "VBP" in possible and before in ("NNS", "NNPS") and takes_object:
        return "VBP" if not _in_singular(p, line) else "NN"
    if (
        usual == "JJ"
        and nouns
        and following[0] not in "NJCR"
        and (before in ("DT", "JJ", "NN", "NNP", "CC", ",") or _in_named(p, line))
    ):
        return nouns[0] if before != "CC" or line.tag(p - 1)[0] == "N" else usual
    return usual


def _lacks_verb(p: int, line: Line) -> bool:
    """Whether the noun at ``p`` stands alone behind a word that may open a clause ("*until* Bonn …")."""
    if line.tag(p) not in ("NN", "NNP"):
        return False
    while p > 0 and line.tags[p] in _IN_OBJECT:
        p -= 1
    return line.tag(p) == "IN" and line.lowers[p] in _MAY_OPEN


def _is_of_object(i: int, line: Line) -> bool:
    """Whether an adjective at ``i`` says what the object is found to be ("held X *responsible*")."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if line.tags[j] in ("VBD", "VBZ", "VBP", "VB", "VBN"):
            return j < i - 1 and lemma(line.lowers[j], line.tags[j]) in word_list("object_predicate")
        if line.tags[j] not in _IN_OBJECT:
            return False
    return False


def _may_be_main(i: int, line: Line) -> bool:
    """Whether an infinitive follows ``i`` and no verb that is certain to be finite stands before."""
    if line.tag(i + 2) != "VB" or line.tags[0] in ("IN", "TO"):
        return False
    return not any(tag in FINITE and not line.undecided(j) for j, tag in enumerate(line.tags[:i]))


def _in_singular(p: int, line: Line) -> bool:
    """Whether the plural at ``p`` is only part of a group that "a" opens ("a *media* report")."""
    while p >= 0 and line.tags[p] in ("JJ", *_NOUNS):
        p -= 1
    return p >= 0 and line.lowers[p] in ("a", "an")


def _is_past(i: int, p: int, usual: str, takes_object: bool, line: Line) -> bool:
    """Whether a form that is also a base form or noun is the past tense."""
    before = line.tag(p)
    if line.lowers[i + 1 : i + 2] == ["dead"]:
        return True  # "*shot* dead three men"
    if (
        usual == "NN"
        and before in ("NNS", "NNP", "CD")
        and line.tag(i + 1) == "CC"
        and _is_past_of(i + 2, line)
    ):
        return True  # "*shot* and wounded a man"
    if before == "," and takes_object and (usual == "VB" or _closes_remark(p, line)):
        return True  # "X, a former general, *beat* Y"
    is_behind = before in _NOUNS or before == "CD"
    return is_behind and (usual == "VB" or (usual == "NN" and takes_object))  # "the army *shot* two miners"


def _is_past_of(i: int, line: Line) -> bool:
    """Whether a form at ``i`` that is no noun may be a past tense."""
    return i < len(line.tags) and "VBD" in line.choices[i] and "NN" not in line.choices[i]


def _closes_remark(p: int, line: Line) -> bool:
    """Whether the comma at ``p`` is the second of a pair ("The raid, a priest added, *cost* two lives")."""
    return line.tags[:p].count(",") == 1


def _is_object(p: int, line: Line) -> bool:
    """Whether the pronoun at ``p`` is an object, as "them" or as in "called *it* murder"."""
    if line.lowers[p] in word_list("object_pronouns"):
        return True
    return line.tag(p - 1)[0] == "V" and lemma(line.lowers[p - 1], line.tags[p - 1]) in word_list("naming")


def _in_named(p: int, line: Line) -> bool:
    """Whether the participle at ``p`` opens a group ("a *retired* general")."""
    return line.tag(p) == "VBN" and line.tag(p - 1) in ("DT", "PRP$", "CD")


def _base_form(before: str, possible: frozenset[str], nouns: tuple[str, ...]) -> str:
    """A base form that nothing before it demands: a noun, or the present tense of a plural."""
    if before in ("NNS", "NNPS") and "VBP" in possible:
        return "VBP"
    if nouns and before in ("NN", "NNP", "VBD", "VBZ", "VBP", "VBN", "VBG"):
        return nouns[0]
    return "VB"
