"""Noun groups of a tagged sentence, and how they hang together without a verb.

A group runs from its determiner to its head noun ("at least two senior Pakistani officers"). What
stands in round brackets is set aside while the line is read, so that "the African Union (AU) force"
is one group; a name in brackets is apposed to the group before it. Possessives are chained
(``owner``), "of" and its like attached (``preps``), lists joined (``joined``), and a description
beside a name recognised (``apposed``).
"""

from __future__ import annotations

from functools import cache

from dateline.codebook import settings
from dateline.language.document import NounGroup, Prep, Word

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INSIDE = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "$"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_STANDALONE = frozenset({"PRP", "EX"})
_QUOTES = frozenset({'"', "'"})
_BOUNDS = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"),
    ("as", "many", "as"), ("as", "few", "as"), ("no", "more", "than"), ("no", "fewer", "than"),
    ("nearly",), ("about",), ("around",), ("some",), ("almost",), ("roughly",), ("approximately",), ("over",),
    ("only",), ("barely",), ("just",), ("an", "estimated"), ("another",),
)  # fmt: skip
_BOUNDS_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _parts in _BOUNDS:
    _BOUNDS_BY_FIRST.setdefault(_parts[0], []).append(_parts)
_VAGUE_NUMBERS = frozenset({"a", "half", "scores", "dozens", "hundreds", "thousands"})
_COMPLEX_PREPOSITIONS = {
    ("because", "of"), ("in", "response", "to"), ("in", "exchange", "for"), ("in", "return", "for"), ("in", "spite", "of"),
    ("on", "behalf", "of"), ("ahead", "of"), ("instead", "of"), ("as", "well", "as"), ("due", "to"), ("owing", "to"),
    ("thanks", "to"), ("according", "to"), ("as", "part", "of"), ("along", "with"), ("together", "with"), ("in", "front", "of"),
    ("such", "as"), ("out", "of"), ("close", "to"), ("next", "to"), ("prior", "to"), ("as", "a", "result", "of"),
    ("in", "retaliation", "for"), ("in", "reaction", "to"), ("in", "protest", "at"), ("in", "protest", "against"),
    ("in", "the", "wake", "of"), ("in", "the", "aftermath", "of"), ("on", "the", "eve", "of"), ("in", "addition", "to"),
    ("away", "from"), ("up", "to"), ("rather", "than"), ("as", "of"), ("in", "favour", "of"), ("in", "favor", "of"),
    ("in", "light", "of"), ("on", "account", "of"), ("on", "suspicion", "of"), ("on", "charges", "of"), ("by", "means", "of"),
    ("with", "respect", "to"), ("with", "regard", "to"), ("as", "to"), ("in", "line", "with"), ("in", "accordance", "with"),
}  # fmt: skip
_CALENDAR = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
_BEFORE_DAYS = frozenset(
    [
        "Black",
        "Bloody",
        "Good",
        "Holy",
        "Palm",
        "Easter",
        "Ash",
        "Boxing",
        "Shrove",
        "Super",
        "Long",
        "Maundy",
        "Whit",
    ]
)
_FIRST_OF_COMPLEX = frozenset(parts[0] for parts in _COMPLEX_PREPOSITIONS)


SUBORDINATORS = frozenset(
    [
        "because",
        "although",
        "though",
        "while",
        "whereas",
        "if",
        "unless",
        "since",
        "until",
        "till",
        "as",
        "before",
        "after",
        "whether",
        "once",
        "lest",
        "that",
        "when",
        "whenever",
        "where",
        "wherever",
        "why",
        "how",
        "so",
    ]
)
ALSO_PREPOSITIONS = frozenset({"since", "until", "till", "as", "before", "after", "than", "like"})
ONLY_SUBORDINATORS = SUBORDINATORS - ALSO_PREPOSITIONS


def spine(words: list[Word]) -> list[int]:
    """The indexes of the words outside round brackets."""
    kept: list[int] = []
    depth = 0
    for word in words:
        if word.tag == "-LRB-":
            depth += 1
        elif word.tag == "-RRB-":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(word.i)
    return kept


def preposition(words: list[Word], line: list[int], k: int) -> tuple[int, str] | None:
    """The preposition at ``line[k]``: how many words it takes and its text, or None."""
    word = words[line[k]]
    if word.lower in _FIRST_OF_COMPLEX:
        for size in (4, 3, 2):
            parts = tuple(words[i].lower for i in line[k : k + size])
            if len(parts) == size and parts in _COMPLEX_PREPOSITIONS:
                return size, " ".join(parts)
    if word.tag in ("IN", "TO") and word.lower not in ONLY_SUBORDINATORS:
        return 1, word.lower
    return None


def opens_clause(words: list[Word], line: list[int], k: int, after: int) -> bool:
    """Whether the word at ``line[k]``, before a group that ends before ``line[after]``, is a subordinator.

    "After", "since", "until", "as" … are prepositions too; a finite verb behind the group decides.
    """
    if words[line[k]].lower not in SUBORDINATORS & ALSO_PREPOSITIONS:
        return words[line[k]].lower in SUBORDINATORS
    depth = 0
    for i in line[after : after + 12]:
        word = words[i]
        if word.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        depth += word.tag == "IN"
        if (
            word.tag in (",", ".", ":", "CC", "WDT", "WP", "VBG", "VBN", "TO", '"', "EX", "PRP")
            or word.lower == "ago"
        ):
            return False
        if word.tag in ("DT", "NNP") and not depth:
            return False  # a second group without a preposition: the subject of the main clause
    return False


def _bound(words: list[Word], line: list[int], k: int) -> int:
    """How many words of a numeric bound ("at least", "up to") stand at ``line[k]`` before a number."""
    for parts in _BOUNDS_BY_FIRST.get(words[line[k]].lower, ()):
        after = k + len(parts)
        if after < len(line) and tuple(words[i].lower for i in line[k:after]) == parts:
            word = words[line[after]]
            if word.tag in ("CD", "$") or (word.lower in _VAGUE_NUMBERS and parts != ("over",)):
                return len(parts)
    return 0


def _end(words: list[Word], line: list[int], k: int) -> int:
    """One past the last place in ``line`` of the noun group that starts at ``line[k]``; ``k`` if none does."""
    at, size = k, len(line)
    first = words[line[k]]
    if first.tag in _STANDALONE:
        return k + 1
    at += _bound(words, line, k)
    if (
        at < size
        and words[line[at]].lower in ("all", "both", "half", "such")
        and words[line[at]].tag in ("DT", "JJ", "NN")
    ):
        after = words[line[at + 1]] if at + 1 < size else None
        if after is not None and after.tag in _DETERMINERS:
            at += 1
    if at < size and words[line[at]].tag in _DETERMINERS:
        at += 1
        at += _bound(words, line, at) if at < size else 0
    start_of_modifiers = at
    last_noun = -1
    while at < size:
        word = words[line[at]]
        if word.tag in _NOUNS or word.tag == "CD":
            if last_noun == at - 1 and at > k and _starts_another(words[line[at - 1]], word, words[line[k]]):
                break
            last_noun = at
            at += 1
        elif last_noun >= 0 and word.lower in ("last", "next", "this"):
            break
        elif (
            word.tag in _INSIDE
            or (word.tag in ("VBN", "VBG", "VBD") and _modifies(words, line, at, start_of_modifiers > k))
            or (
                word.tag == "RB"
                and at + 1 < size
                and words[line[at + 1]].tag in ("JJ", "VBN", "VBG")
                and at + 2 < size
                and (words[line[at + 2]].tag in _INSIDE and (at > k or start_of_modifiers > k))
            )
            or (
                word.tag in _QUOTES
                and at > k
                and at + 1 < size
                and words[line[at + 1]].tag in _INSIDE
                and _closes(words, line, at)
            )
            or (word.tag == "CC" and _joins_modifiers(words, line, at))
            or (word.tag == "," and last_noun < 0 and _joins_modifiers(words, line, at))
        ):
            at += 1
        else:
            break
    if last_noun >= 0:
        end = last_noun + 1
        # "the wounded", "300 dead": adjectives that stand for people end the group.
        return end
    if start_of_modifiers > k:  # "the rich", "both", "this"
        adjective = start_of_modifiers
        if (
            adjective < size
            and words[line[adjective]].tag in ("JJ", "JJS", "VBN")
            and words[line[k]].lower == "the"
        ):
            return adjective + 1
        return (
            start_of_modifiers
            if words[line[k]].tag == "DT" and words[line[k]].lower not in ("the", "a", "an", "no", "every")
            else k
        )
    return k


def _starts_another(before: Word, word: Word, first: Word) -> bool:
    """Whether a name, or a number, after a common noun begins a new group ("repaired the damage Lt-Gen X …")."""
    if word.text in _CALENDAR and before.text not in _BEFORE_DAYS and before.text not in _CALENDAR:
        return before.text[0].isalpha()  # wire style: "in Tehran Monday"
    if word.tag == "CD":
        return before.tag in ("NN", "NNS") and first.tag in _DETERMINERS
    return (
        word.tag in ("NNP", "NNPS")
        and before.tag in ("NN", "NNS")
        and before.text[0].islower()
        and before.lemma not in introducers()
    )


@cache
def introducers() -> frozenset[str]:
    """Common nouns that may stand before a name in one group."""
    return frozenset(settings("language")["context"]["introducers"].split())


def _modifies(words: list[Word], line: list[int], at: int, after_determiner: bool) -> bool:
    """Whether the participle at ``line[at]`` stands before its noun ("the besieged town")."""
    if at + 1 >= len(line):
        return False
    following = words[line[at + 1]].tag
    if following not in _INSIDE or words[line[at]].tag == "VBD":
        return False
    if after_determiner:
        return True
    if not at or words[line[at]].tag != "VBN":
        return False
    before = words[line[at - 1]]
    is_verb = before.tag in ("VBD", "VBZ", "VBP", "VB", "VBG") and before.lemma not in ("be", "have", "get")
    return is_verb or before.tag in ("JJ", "CD", "POS", "IN")  # "extradited *suspected* spies"


def _closes(words: list[Word], line: list[int], at: int) -> bool:
    """Whether the quotation mark at ``line[at]`` is closed within the next six words."""
    return any(words[i].tag in _QUOTES for i in line[at + 2 : at + 8])


def _joins_modifiers(words: list[Word], line: list[int], at: int) -> bool:
    """Whether "and" or a comma joins two adjectives, or two numbers, before a noun."""
    if at == 0 or at + 2 >= len(line):
        return False
    before, after, beyond = words[line[at - 1]].tag, words[line[at + 1]].tag, words[line[at + 2]].tag
    return (
        before == after == "JJ" and beyond in _INSIDE and words[line[at]].lower in ("and", "or", ",", "but")
    )


def find(words: list[Word], line: list[int]) -> list[NounGroup]:
    """The noun groups along ``line``, in order; a possessor is the ``owner`` of what follows it."""
    found: list[NounGroup] = []
    k = 0
    while k < len(line):
        end = _end(words, line, k)
        if end == k:
            k += 1
            continue
        group = NounGroup(line[k], line[end - 1], line[end - 1])
        first = words[line[k]]
        if first.tag == "PRP$" and end > k + 1:
            group.owner = NounGroup(first.i, first.i, first.i)
        end = _possess(words, line, group, end)
        found.append(group)
        k = end
    return found


def _possess(words: list[Word], line: list[int], group: NounGroup, end: int) -> int:
    """Lets ``group`` own what follows while a possessive does; returns the place after it all."""
    while end < len(line) and words[line[end]].tag in ("POS", "'") and _possessive(words, line, end):
        further = _end(words, line, end + 1) if end + 1 < len(line) else end + 1
        if further <= end + 1:
            return end + 1
        owner = NounGroup(group.first, group.last, group.head, owner=group.owner)
        group.owner, group.last, group.head = owner, line[further - 1], line[further - 1]
        end = further
    return end


def _possessive(words: list[Word], line: list[int], at: int) -> bool:
    """Whether the mark at ``line[at]`` is a genitive: 's, or the bare apostrophe of a plural."""
    mark = words[line[at]]
    if mark.tag == "POS":
        return True
    before = words[line[at - 1]]
    return (
        before.end == mark.start
        and before.lower.endswith("s")
        and at + 1 < len(line)
        and (words[line[at + 1]].tag in _INSIDE)
    )


def attach(words: list[Word], line: list[int], groups: list[NounGroup]) -> dict[int, NounGroup]:
    """Joins lists, sets appositions and hangs prepositional phrases on the groups before them.

    Returns, by their ``first``, the groups that hang on another one (as its phrase, list member or
    apposition) with that one; they are no subject or object of their own.
    """
    place = {i: k for k, i in enumerate(line)}
    governed: dict[int, NounGroup] = {}
    for n in range(len(groups) - 1, -1, -1):
        _join_list(words, line, place, groups, n, governed)
    for n in range(len(groups)):
        if groups[n].first not in governed:
            _appose(words, line, place, groups, n, governed)
    for group in groups:
        _hang(words, line, place, groups, group, governed)
    return governed


def _join_list(
    words: list[Word],
    line: list[int],
    place: dict[int, int],
    groups: list[NounGroup],
    n: int,
    governed: dict[int, NounGroup],
) -> None:
    group = groups[n]
    if group.first in governed or n + 1 >= len(groups):
        return
    after = place[group.last] + 1
    following = groups[n + 1]
    between = line[after : place[following.first]]
    texts = [words[i].lower for i in between]
    is_list = texts in (
        ["and"],
        ["or"],
        ["nor"],
        [",", "and"],
        [",", "or"],
        ["&"],
        ["as", "well", "as"],
        [",", "as", "well", "as"],
    )
    is_comma = texts == [","] and bool(following.joined)
    if not (is_list or is_comma) or not _alike(words, group, following):
        return
    if (
        not _after_between(words, line, place[group.first])
        and _starts_a_clause(words, line, place, following)
        and _verb_before(words, line, place[group.first])
    ):
        return
    group.joined = [following, *following.joined]
    following.joined = []
    for member in group.joined:
        governed[member.first] = group


def _after_between(words: list[Word], line: list[int], at: int) -> bool:
    return at > 0 and words[line[at - 1]].lower in ("between", "both")


def _alike(words: list[Word], one: NounGroup, other: NounGroup) -> bool:
    """Members of a list are of one sort: no pronoun "it" beside a noun, no time beside an actor."""
    tags = words[one.head].tag, words[other.head].tag
    if "EX" in tags:
        return False
    return not (
        words[one.head].lower in ("it",) or words[other.head].lower in ("it", "he", "she", "they", "we", "i")
    )


def _starts_a_clause(words: list[Word], line: list[int], place: dict[int, int], group: NounGroup) -> bool:
    """Whether a finite verb follows ``group`` directly, so that it may be a subject."""
    last = group.joined[-1] if group.joined else group
    for i in line[place[last.last] + 1 : place[last.last] + 8]:
        word = words[i]
        if word.tag in ("RB",):
            continue
        if word.tag in ("IN", "NNP", "NN", "NNS", "DT", "JJ", "CD", "NNPS", "PRP$"):
            continue  # "A and the army of B said"
        return word.tag in ("VBD", "VBZ", "VBP", "MD")
    return False


def _verb_before(words: list[Word], line: list[int], at: int) -> bool:
    """Whether a finite verb stands before ``line[at]`` in the same clause."""
    for i in reversed(line[:at]):
        word = words[i]
        if word.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if word.tag in (".", ":", "WDT", "WP") or word.lower in (
            "that",
            "because",
            "while",
            "if",
            "although",
        ):
            return False
    return False


def _appose(
    words: list[Word],
    line: list[int],
    place: dict[int, int],
    groups: list[NounGroup],
    n: int,
    governed: dict[int, NounGroup],
) -> None:
    """ "Juan Pérez, a farmer," and "the army chief, General X,": one is a name, the other says what it is."""
    group = groups[n]
    if n + 1 >= len(groups) or group.joined:
        return
    following = groups[n + 1]
    texts = [words[i].lower for i in line[place[group.last] + 1 : place[following.first]]]
    if texts != [","] or following.first in governed or following.joined:
        return
    is_name, other_is_name = (words[g.head].tag in ("NNP", "NNPS") for g in (group, following))
    describes = words[following.first].tag in ("DT", "PRP$") or words[following.first].lower in (
        "head",
        "chief",
        "leader",
    )
    if words[group.head].tag in ("PRP", "EX", "CD") or words[following.head].tag in ("PRP", "EX", "CD"):
        return
    end = place[following.last] + 1
    closes = (
        end >= len(line)
        or words[line[end]].tag in (",", ".", "IN", ":", "WP", "WDT", '"', "VBN", "VBG", "TO")
        or (words[line[end]].tag in ("VBD", "VBZ") and not _verb_before(words, line, place[group.first]))
    )
    if closes and ((is_name and describes and not other_is_name) or (other_is_name and not is_name) or (
        is_name and other_is_name and (
            following.owner is not None or _is_office(words, following)
            or (words[group.first].tag in ("DT", "PRP$") and words[following.first].tag.startswith("NNP"))
        )
    )):  # fmt: skip
        group.apposed = following
        governed[following.first] = group


def _is_office(words: list[Word], group: NounGroup) -> bool:
    """ "X, Chief of Y": an office without an article."""
    return group.first == group.head and words[group.head].lower in (
        "chief", "head", "director", "president", "chairman", "minister", "secretary", "commander", "leader", "spokesman",
        "spokeswoman", "ambassador", "commissioner", "governor", "mayor", "professor", "author", "editor",
    )  # fmt: skip


def _hang(
    words: list[Word],
    line: list[int],
    place: dict[int, int],
    groups: list[NounGroup],
    group: NounGroup,
    governed: dict[int, NounGroup],
) -> None:
    """Gives ``group`` the prepositional phrase right behind it (its list or apposition included)."""
    at = place[group.last] + 1
    if at < len(line) and words[line[at]].tag in _QUOTES:
        at += 1  # "the 'zone of peace' in the south"
    bearer = group
    if group.apposed is not None and group.apposed.first in place:
        after = place[group.apposed.last] + 1
        if after < len(line) and words[line[after]].tag == ",":
            # "the release of a pilot, X, from jail": from jail goes with the release
            at, bearer = after + 1, governed.get(group.first, group)
    if at >= len(line) or words[group.head].tag == "EX":
        return
    found = preposition(words, line, at)
    if found is None or at + found[0] >= len(line):
        return
    size, text = found
    target = next((g for g in groups if g.first == line[at + size]), None)
    if (
        target is None
        or text == "as well as"
        or (size == 1 and opens_clause(words, line, at, place[target.last] + 1))
        or (text == "to" and words[line[at + 1]].tag == "VB")
    ):
        return
    bearer.preps.append(Prep(line[at], text, target))
    for member in target.members():
        governed[member.first] = bearer


def brackets(words: list[Word], groups: list[NounGroup]) -> list[NounGroup]:
    """The groups inside round brackets; one that fills them is apposed to the group before."""
    found: list[NounGroup] = []
    start = -1
    for word in words:
        if word.tag == "-LRB-":
            start = word.i
        elif word.tag == "-RRB-" and start >= 0:
            inner = list(range(start + 1, word.i))
            inside = find(words, inner)
            if len(inside) == 1 and inside[0].first == start + 1 and inside[0].last == word.i - 1:
                before = next((g for g in groups if g.last == start - 1 or g.first < start <= g.last), None)
                if (
                    before is not None
                    and before.apposed is None
                    and words[inside[0].head].tag.startswith("NNP")
                ):
                    before.apposed = inside[0]
            found.extend(inside)
            start = -1
    return found
