"""Penn Treebank tags for a sentence: the usual tag of each word, corrected by its neighbours.

A word with one possible reading keeps it. A word that can be noun, verb or adjective is decided
by the words around it and, last, by whether its clause still lacks a finite verb (see
:mod:`dateline.language.main_verbs`). The rules follow Brill (1992), but choose among the readings that
the dictionary allows, so that no rule can produce an impossible one.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.codebook import derived
from dateline.language.forms import Form, known
from dateline.language.lexicon import closed_tags, lemma, nationalities, readings, usual_tags, word_list
from dateline.language.line import (
    BE,
    DO,
    FINITE,
    HAVE,
    OBJECT_FOLLOWS,
    PRONOMINAL,
    Line,
    inverted_auxiliary,
)
from dateline.language.main_verbs import finite_verbs
from dateline.language.participles import participles
from dateline.language.tokens import Token

_NAME = frozenset({"NNP"})
_AFTER_BOUND = frozenset({"DT", "PRP$", "POS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_MAIN_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_PREPOSITIONS = frozenset({"before", "after", "since", "until", "as", "than", "like"})
_QUANTIFIERS = frozenset({"more", "less", "most", "least", "few", "several", "many", "such", "other", "own"})
_LET = frozenset({"let", "lets", "letting"})
_GROUP_STARTS = frozenset({"DT", "CD", "PRP$", "JJ", "NN", "NNS", "NNP"})
_LETTING = _LET | {"help", "helps", "helped", "helping"}
_AFTER_LET = OBJECT_FOLLOWS | {"IN", ".", ",", "RB", "CC", "JJ"}
_IN_OBJECT = frozenset({"DT", "JJ", "PRP$", "PRP", "CD", *_NOUNS})
_IN_LET = _IN_OBJECT | {"VBN", "VBG"}
_LONGEST_HEADLINE = 16
_QUOTES = frozenset("\"'”’")
_NOUN_MODALS = frozenset({"will", "might", "must", "can"})
_REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves"})
_INTENDING = word_list("bare_content") | {"plan", "seek", "offer", "move", "demand", "attempt"}
_ALONE = frozenset({"few", "many", "several", "most"})
_BEFORE_GERUND = frozenset({"NN", "NNP", "JJ", "CC", "IN", "POS", "PRP$"})
_ADJECTIVES_TO = frozenset({"close", "subject", "open"})
_PARTICLES = word_list("name_particles")
_REOPENS = frozenset({"“", '"', ":"})
_CLAUSE_STARTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS"})
_CORRELATIVES = frozenset({"neither", "either", "both"})
_OPENS_GROUP = frozenset({"DT", "CD", "PRP$", "JJ"})
_AFTER_HEAD = frozenset([",", ".", "IN", "TO", "CC", "WP", "WDT", "POS", "RB", ":", '"', *FINITE])
_BEHIND_PREDICATE = frozenset({"IN", "TO", "CC", ",", "."})
_BEHIND_ALONE = _AFTER_HEAD - {"CC"}
_BEHIND_NAMED = frozenset({"IN", "CC", ",", ".", *FINITE})
_AIMS = frozenset({"into", "toward", "towards", "to", "from", "through", "against", "onto"})
_MAY_OPEN = word_list("subordinating_prepositions")
_FRACTIONS = frozenset({"third", "quarter", "fifth", "half"})


def tag(tokens: list[Token]) -> list[tuple[str, str, str]]:
    """The lower case, tag and lemma of each token of one sentence."""
    line = _look_up(tokens)
    _names_at_start(tokens, line)
    if not _PARTICLES.isdisjoint(line.lowers):
        _name_particles(tokens, line)
    _nationalities(tokens, line)
    _function_words(line)
    for i, possible in enumerate(line.choices):
        if len(possible) > 1 or line.tags[i] == "VBG":
            line.tags[i] = _choose(i, line)
    finite_verbs(line)
    participles(line)
    return list(zip(line.lowers, line.tags, _lemmas(line), strict=True))


@derived
def _memory() -> tuple[tuple[dict[str, Form], ...], dict[tuple[str, str], str]]:
    """What was looked up before: forms by place and kind of line, lemmas by form and tag."""
    return ({}, {}, {}, {}), {}


def _lemmas(line: Line) -> list[str]:
    known_lemmas, found = _memory()[1], []
    for key in zip(line.lowers, line.tags, strict=True):
        word = known_lemmas.get(key)
        if word is None:
            word = known_lemmas[key] = lemma(*key)
        found.append(word)
    return found


def _look_up(tokens: list[Token]) -> Line:
    shouting, is_first = _is_shouting(tokens), True
    line = Line([], [], [], headline=_is_headline(tokens))
    lowers, tags, choices = line.lowers, line.tags, line.choices
    memory = _memory()[0]
    for token in tokens:
        text = token.text
        seen = memory[2 * is_first + shouting]
        form = seen.get(text)
        if form is None:
            form = seen[text] = known(text, is_first, shouting)
        lowers.append(form.lower)
        tags.append(form.usual)
        choices.append(form.possible)
        is_first = (is_first and not text[0].isalnum()) or text in _REOPENS
    return line


def _is_shouting(tokens: list[Token]) -> bool:
    """Whether capitals carry no information: a title-case headline or a line in capitals."""
    words = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    if len(words) < 3 or sum(w[0].isupper() for w in words) <= 0.8 * len(words):
        return False
    # "Ban Ki-moon met Aung San Suu Kyi": in a headline only small words have no capital.
    return not any(t.text.islower() and t.text.isalpha() and t.text not in closed_tags() for t in tokens)


def _is_headline(tokens: list[Token]) -> bool:
    """Whether the line is short and ends without a stop, as headlines do."""
    return len(tokens) < _LONGEST_HEADLINE and (tokens[-1].text[-1].isalnum() or tokens[-1].text in _QUOTES)


# -- words that others decide ------------------------------------------------------------------


def _names_at_start(tokens: list[Token], line: Line) -> None:
    """A capitalised word at the start and before a name is part of it ("United States")."""
    tags = line.tags
    for i in range(len(tags) - 1):
        if tags[i + 1][:3] != "NNP" or not tokens[i].text[0].isupper() or tags[i][:3] == "NNP":
            continue
        if i and tokens[i - 1].text[0].isalnum():
            continue
        is_title = tags[i] in ("NN", "VB") or line.lowers[i] in word_list("title_openers")
        if is_title or usual_tags().get(tokens[i].text) == "NNP":
            tags[i], line.choices[i] = "NNP", _NAME


def _name_particles(tokens: list[Token], line: Line) -> None:
    """Small words inside a person's name belong to it ("Osama bin Laden", "Ursula von der Leyen")."""
    particles = _PARTICLES
    for i in range(1, len(tokens) - 1):
        if tokens[i].text not in particles or line.tags[i - 1] in ("CD", "DT"):
            continue
        end = next((j for j in range(i + 1, min(i + 4, len(tokens))) if tokens[j].text not in particles), i)
        if tokens[end].text[0].isupper():
            for j in (i, end):
                line.tags[j], line.choices[j] = "NNP", _NAME


def _nationalities(tokens: list[Token], line: Line) -> None:
    """A nationality before a noun is an adjective, and by itself a name ("*Thai* troops", "two *Iraqis*")."""
    known, tags = nationalities(), line.tags
    for i, token in enumerate(tokens):
        if not token.text[0].isupper() or tags[i] not in ("JJ", "NNP"):
            continue
        following = line.tag(i + 1)
        if token.text not in known:
            if tags[i] == "JJ" and i and tags[i - 1] == "IN" and following in _AFTER_HEAD:
                tags[i], line.choices[i] = "NNP", _NAME  # "off *Zanzibar*"
            continue
        if tags[i] == "JJ":
            alone = i == 0 or tags[i - 1] in _OPENS_GROUP or tags[i - 1] == "IN"
            tag = "NNP" if alone and following in _AFTER_HEAD and not _lists_another(tokens, i) else "JJ"
        else:
            is_modifier = following in ("NN", "NNS", "JJ") or _lists_another(tokens, i)
            tag = "JJ" if is_modifier else "NNP"
        tags[i], line.choices[i] = tag, frozenset({tag})


def _lists_another(tokens: list[Token], i: int) -> bool:
    """Whether another nationality before a noun is joined on ("*Cambodian* and Thai soldiers")."""
    if i + 3 >= len(tokens) or tokens[i + 1].text not in ("and", "or", ",", "&"):
        return False
    further = tokens[i + 2].text.split("-")[-1]
    return further in nationalities() and (tokens[i + 3].text[0].islower() or tokens[i + 1].text == ",")


def _function_words(line: Line) -> None:
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
        return "VBZ" if following == "VBG" and not any(t in FINITE for t in line.tags) else "POS"
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


# -- noun, verb or adjective -------------------------------------------------------------------


def _choose(i: int, line: Line) -> str:
    """The reading of an open-class word that its neighbours ask for."""
    possible, usual = line.choices[i], line.tags[i]
    nouns = [t for t in (("NNS", "NN") if line.lowers[i].endswith("s") else ("NN", "NNS")) if t in possible]
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
    )


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
        is_aim = line.headline and following in _NOUNS and not any(t in FINITE for t in line.tags)
        if is_aim or not (has_noun and p > 0 and line.lowers[p - 1] in word_list("prepositional_to")):
            return True
        is_plan = line.lowers[p - 1] == "due" and p > 1 and line.lowers[line.previous(p - 1)] in BE
        return is_plan and (following in OBJECT_FOLLOWS or following == "RB" or _is_day(p + 2, line))
    if before == "," and line.tag(p - 1) in ("RB", "MD") and line.tag(line.previous(p)) == "MD":
        return following in OBJECT_FOLLOWS  # "should not, and will not, *sign* it"
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
    p: int, possible: frozenset[str], usual: str, nouns: list[str], following: str, line: Line
) -> str | None:
    """A participle behind have or be."""
    word = line.lowers[p] if p >= 0 else ""
    if word in HAVE and "VBN" in possible:
        return None if usual in nouns and following in ("IN", ".") else "VBN"
    if word in BE:
        return "VBN" if "VBN" in possible else "VBG" if "VBG" in possible else None
    return None


def _in_noun_group(
    i: int, p: int, possible: frozenset[str], usual: str, nouns: list[str], following: str, line: Line
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
    if before == "CD" and p == 0 and usual == "VB" and "VBP" in possible and following == "IN":
        return "VBP"  # "Four *die* in blast"
    if before == "CD" and usual in ("VBN", "VBD"):
        if following in ("IN", ".", ","):
            return usual  # "Five *hurt* in blast"
        if following in ("JJ", "NN", "NNS"):
            return "VBN"  # "six *accused* officers"
    if before in ("JJ", "JJR", "CD", "$"):
        return "JJ" if usual == "JJ" and following[0] in "NJ" else noun
    if (
        before in _MAIN_VERBS
        and "VBG" in possible
        and following in OBJECT_FOLLOWS
        and line.lowers[p] not in BE
    ):
        return "VBG"  # "began *bombing* Serbia"
    if before == "IN":
        if "VBG" in possible and (following in OBJECT_FOLLOWS or following in ("JJ", "NN", "NNS")):
            return "VBG"
        is_alone = following in _BEHIND_ALONE and line.lowers[p] not in _PREPOSITIONS  # "on *alert*"
        return "JJ" if usual == "JJ" and not is_alone else noun
    if (
        before in _MAIN_VERBS
        and usual in ("VBZ", "VBP", "VB")
        and line.lowers[p] not in word_list("bare_infinitive")
    ):
        return "JJ" if "JJ" in possible and following[0] == "N" else noun  # "bring suspects to trial"
    return None


def _after_determiner(usual: str, possible: frozenset[str], nouns: list[str], following: str) -> str:
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
    i: int, p: int, possible: frozenset[str], usual: str, nouns: list[str], following: str, line: Line
) -> str:
    """The reading behind a subject, or where nothing decides."""
    before = line.tag(p)
    finite = next((t for t in ("VBD", "VBZ", "VBP") if t in possible), None)
    if (
        finite
        and before in _PRONOUNS
        and (usual != "JJ" or i - 1 == p)
        and not (nouns and following in FINITE)
    ):
        if before != "PRP" or not _is_object(p, line):
            return finite
        return nouns[0] if nouns else usual  # "called them *murder*"
    takes_object = following in OBJECT_FOLLOWS and following != "TO"
    is_intent = finite == "VBZ" and following == "TO" and before == "NNP"
    if is_intent and lemma(line.lowers[i], "VBZ") in _INTENDING and _may_be_main(i, line):
        return "VBZ"  # "A group based in Trinidad *claims* to make arms"
    if "JJ" in possible and following == "TO" and before in _NOUNS and line.lowers[i] in _ADJECTIVES_TO:
        return "JJ"  # "a diplomat *close* to the talks"
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
    if "JJ" in possible and following in _BEHIND_PREDICATE and usual != "IN" and _is_of_object(i, line):
        return "JJ"
    if usual == "JJ" and "VBN" in possible and line.lowers[i + 1 : i + 2] == ["by"]:
        return "VBN"  # "a truce *brokered* by Norway"
    if usual == "VB":
        is_verb_before = "VBZ" in line.choices[p] and line.tag(p - 1) in ("NN", "NNP")
        if line.headline and nouns and is_verb_before and following != "IN":
            return nouns[0]  # "Army chief orders *halt*"
        return _base_form(before, possible, nouns)
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


def _base_form(before: str, possible: frozenset[str], nouns: list[str]) -> str:
    """A base form that nothing before it demands: a noun, or the present tense of a plural."""
    if before in ("NNS", "NNPS") and "VBP" in possible:
        return "VBP"
    if nouns and before in ("NN", "NNP", "VBD", "VBZ", "VBP", "VBN", "VBG"):
        return nouns[0]
    return "VB"
