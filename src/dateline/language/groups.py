"""Noun groups of a tagged sentence: from the determiner to the head noun.

"At least two senior Pakistani officers" is one group; so is a possessive chain, in which each
possessor is the ``owner`` of what follows it. How groups hang together without a verb is read in
:mod:`dateline.language.attachment`.
"""

from __future__ import annotations

from dateline.language.document import NounGroup, Word
from dateline.language.lexicon import countries, phrase_list, readings, word_list
from dateline.language.spine import NAMES, NOUNS, Spine, is_by_the_time

_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "$"}
_DETERMINERS = frozenset({"DT", "PRP$"})
_STANDALONE = frozenset({"PRP", "EX"})
_OPENS_NONE = frozenset(
    [",", ".", ":", "IN", "TO", "CC", "MD", "VB", "VBD", "VBZ", "VBP", "POS", "WDT", "WP", "WRB"]
)
_AFTER_SUBJECT = frozenset({"IN", "TO", ",", "RB", "WP", "WDT", "VBN", "VBG"})
_COMMON = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset({'"', "'"})
_NOT_ALONE = frozenset({"the", "a", "an", "no", "every"})
_MAIN_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG"})
_AUXILIARIES = frozenset({"be", "have", "get"})
_BOUNDS = phrase_list("bounds")
_VAGUE_NUMBERS = word_list("vague_numbers")
_BEFORE_DAYS = word_list("before_days")
_TWO_OBJECTS = word_list("two_objects")
_OVER_VERBS = word_list("over_verbs")
_INTRODUCERS = word_list("introducers")
_TIMES = word_list("times")
_CALENDAR = word_list("calendar")
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
TAKING = frozenset({"take", "hold", "keep"})
_BEFORE_ARTICLE = frozenset({"all", "both", "half", "such"})
_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_ABOUT_DATES = frozenset({"last", "next", "this", "early", "late", "mid", "that", "each", "every", "same"})
_LONGEST_DATE = 8
_BEFORE_YEARS = frozenset({"in", "since", "until", "by", "before", "after", "during"})
_WEEKDAYS = frozenset(day.lower() for day in _CALENDAR if day.endswith("day"))


def find(line: Spine) -> list[NounGroup]:
    """The noun groups along ``line``, in order; a possessor is the ``owner`` of what follows it."""
    words, found = line.words, []
    k = 0
    while k < len(words):
        word = words[k]
        end = k if word.tag in _OPENS_NONE and word.lower not in _BOUNDS else _end(words, k)
        if end == k:
            k += 1
            continue
        first, last = words[k], words[end - 1]
        group = NounGroup(first.i, last.i, last.i)
        if first.tag == "PRP$" and end > k + 1:
            group.owner = NounGroup(first.i, first.i, first.i)
        k = _possess(words, group, end)
        found.append(group)
    return found


def _end(words: list[Word], k: int) -> int:
    """One past the last place of the noun group that starts at place ``k``; ``k`` if none does."""
    tag = words[k].tag
    if tag in _STANDALONE:
        return k + 1
    if tag in _OPENS_NONE and words[k].lower not in _BOUNDS:
        return k
    opened = _after_determiner(words, k)
    if k and words[k - 1].lower == "by" and is_by_the_time(words, k - 1):
        return k + 2
    end = _after_last_noun(words, k, opened)
    if end:
        return end
    if opened == k:
        return k
    if words[k].lower == "the" and opened < len(words) and words[opened].tag in ("JJ", "JJS", "VBN"):
        return opened + 1  # "the wounded", "the rich"
    return opened if tag == "DT" and words[k].lower not in _NOT_ALONE else k


def _after_determiner(words: list[Word], k: int) -> int:
    """The place after the bounds, quantifiers and determiner that open a group at ``k``."""
    at, size = k, len(words)
    if words[at].lower in _BOUNDS:
        at += _bound(words, at)
    if at + 1 < size and words[at].lower in _BEFORE_ARTICLE and words[at + 1].tag in _DETERMINERS:
        if k and words[at].lower == "half" and words[k - 1].lower == "by":
            return at  # "cut by *half* their missiles"
        at += 1
    if at < size and words[at].tag in _DETERMINERS:
        at += 1
        if at < size and words[at].lower in _BOUNDS:
            at += _bound(words, at)
    return at


def _bound(words: list[Word], k: int) -> int:
    """How many words of a numeric bound ("at least", "up to") stand at place ``k`` before a number."""
    if k and words[k].lower == "over" and words[k - 1].lemma in _OVER_VERBS:
        return 0  # "handed over two suspects"
    for phrase in _BOUNDS.get(words[k].lower, ()):
        after = k + len(phrase)
        if after >= len(words) or tuple(w.lower for w in words[k:after]) != phrase:
            continue
        word = words[after]
        is_money = after + 1 < len(words) and words[after + 1].tag == "$"  # "up to US$50 million"
        if word.tag in ("CD", "$") or is_money or (word.lower in _VAGUE_NUMBERS and phrase != ("over",)):
            return len(phrase)
    return 0


def _after_last_noun(words: list[Word], k: int, opened: int) -> int:
    """The place after the last noun or number of the group; 0 if it has none."""
    at, end = opened, 0
    while at < len(words):
        word = words[at]
        if end == at and at > k and word.lower in _BOUNDS and _bound(words, at):
            break  # "on Tuesday *more than* 2,000 villagers"
        if word.tag in NOUNS or word.tag == "CD":
            if end == at and at > k and _starts_another(words, at, k):
                break
            end = at + 1
        elif not _is_modifier(words, at, k, opened, end):
            break
        at += 1
    return end


def _is_modifier(words: list[Word], at: int, k: int, opened: int, end: int) -> bool:
    """Whether the word at ``at`` is inside a group from ``k`` whose last noun ends at ``end``."""
    word, tag = words[at], words[at].tag
    if end and word.lower in ("last", "next", "this"):
        return False  # "the raid *last* week"
    if tag in _INSIDE:
        if 0 < end == at and tag == "JJ" and word.text[0].isupper() and _is_thing(words[at - 1]):
            return False  # "According to a diplomat *Malaysian* police …"
        return not (0 < end == at and (_is_second_object(words, at, k) or _opens_behind_date(words, at, k)))
    following = words[at + 1].tag if at + 1 < len(words) else "."
    if tag in ("VBN", "VBG"):
        if 0 < end == at:
            return _is_behind_number(words, at, following)
        return following in _INSIDE and _precedes_noun(words, at, opened > k)
    if at + 2 >= len(words):
        return False
    if tag == "RB":
        begun = at > k or opened > k or (at == 0 and following == "VBN")
        return begun and following in ("JJ", "VBN", "VBG") and words[at + 2].tag in _INSIDE
    if tag in _QUOTES:
        return at > k and following in _INSIDE and any(w.tag in _QUOTES for w in words[at + 2 : at + 8])
    return (tag == "CC" or (tag == "," and not end)) and _joins_modifiers(words, at, k)


def _is_thing(word: Word) -> bool:
    """Whether the word is a common noun and no adjective ("an *official* Syrian newspaper")."""
    return word.tag in _COMMON and "JJ" not in readings(word.lower)


def _is_second_object(words: list[Word], at: int, k: int) -> bool:
    """Whether the modifier at ``at`` opens what somebody is given ("lent Tanzania *$50 million*")."""
    before = words[at - 1]
    if words[at].tag == "$":
        return before.end < words[at].start
    if k == 0 or words[k - 1].lemma not in _TWO_OBJECTS:
        return False
    is_country = at - 1 == k and before.text in countries() and words[at].text[0].islower()
    return is_country or before.tag in ("NNS", "NNPS")


def _opens_behind_date(words: list[Word], at: int, k: int) -> bool:
    """Whether a date ends before ``at`` and a subject begins there ("On 25 April 1974 *Portuguese* …")."""
    if not _is_of_date(words[at - 1]) or _is_of_date(words[at]) or at - k > _LONGEST_DATE:
        return False
    if words[at - 1].text.isdecimal() and not _ends_date(words, at - 1, k):
        return False
    if words[k].lower in _NOT_ALONE or not all(_is_of_date(word) for word in words[k:at]):
        return False
    after = at
    while after < len(words) and words[after].tag in _INSIDE:
        after += 1
    if after < len(words) and words[after].tag in _FINITE:
        return True
    is_day = at - k > 1 and (words[at - 1].text.isdecimal() or words[at - 2].text.isdecimal())
    is_month = k > 0 and words[k - 1].lower in _BEFORE_YEARS and words[at - 1].text in _CALENDAR
    is_full = is_day or is_month or words[at - 1].lemma in _WEEKDAYS or _is_year(words, at - 1)
    opens = all(word.tag in ("IN", "RB", "JJ", '"') for word in words[max(0, k - 4) : k]) and k < 4
    return is_full and opens and after < len(words) and words[after].tag in _AFTER_SUBJECT


def _ends_date(words: list[Word], at: int, k: int) -> bool:
    """Whether the number at ``at`` is a year behind "in", or the last part of a date."""
    if at > k:
        return words[at - 1].text in _CALENDAR or (at > k + 1 and words[at - 2].text in _CALENDAR)
    return k > 0 and words[k - 1].lower in _BEFORE_YEARS and _is_year(words, at)


def _is_of_date(word: Word) -> bool:
    if word.text in _CALENDAR or word.lower in _ABOUT_DATES:
        return True
    return word.text.isdecimal() or word.lemma in _TIMES or word.lower in _TIMES


def _precedes_noun(words: list[Word], at: int, after_determiner: bool) -> bool:
    """Whether the participle at ``at`` can modify the noun behind it ("the *besieged* town")."""
    if after_determiner:
        return True
    if words[at].tag != "VBN":
        return False
    if at == 0 or (at == 1 and words[0].tag == "RB"):
        return True  # "*Ousted* President X", "Newly *appointed* ministers"
    before = words[at - 1]
    is_verb = before.tag in _MAIN_VERBS and before.lemma not in _AUXILIARIES
    if before.tag == "VBN" and at > 1 and words[at - 2].lemma == "have":
        return True  # "had sent *masked* men"
    return is_verb or before.tag in ("JJ", "CD", "POS", "IN")  # "extradited *suspected* spies"


def _is_behind_number(words: list[Word], at: int, following: str) -> bool:
    """Whether the participle at ``at`` stands between a number and its noun ("two *looted* bronzes")."""
    if words[at - 1].tag != "CD" or _is_year(words, at - 1):
        return False
    if words[at].tag == "VBG":
        return following in _COMMON and "JJ" in readings(words[at].lower)
    return following in _INSIDE and following != "CD"


def _joins_modifiers(words: list[Word], at: int, k: int) -> bool:
    """Whether "and" or a comma joins two adjectives before a noun ("US *and* British forces")."""
    if at == 0:
        return False
    further = at + 1 + (words[at + 1].lower in _COMPASS and at + 3 < len(words))  # "U.S. and *South Korean*"
    if words[further].tag not in ("JJ", "JJR", "JJS") or words[further + 1].tag not in _INSIDE:
        return False
    before, joiner = words[at - 1], words[at].lower
    if before.tag == "JJ":
        return joiner in ("and", "or", ",", "but")
    is_acronym = at - 1 == k and before.tag == "NNP" and before.text.isupper() and len(before.text) < 5
    return is_acronym and joiner in ("and", "or") and not (k and words[k - 1].lower == "between")


def _starts_another(words: list[Word], at: int, k: int) -> bool:
    """Whether a name, or a number, after a common noun begins a new group ("the damage Lt-Gen X …")."""
    before, word, first = words[at - 1], words[at], words[k]
    if (word.lower in CAPTIVE or (before.lower in CAPTIVE and at - 1 == k)) and words[k - 1].lemma in TAKING:
        return k > 0  # "took three nuns *hostage*", "took hostage *three nuns*"
    if _is_second_object(words, at, k) or _opens_behind_date(words, at, k):
        return True
    if before.lower in _COMPASS:
        return False  # "west Belfast"
    if word.text in _CALENDAR and before.text not in _BEFORE_DAYS and before.text not in _CALENDAR:
        return before.text[0].isalpha()  # wire style: "in Tehran Monday"
    if before.lemma in _WEEKDAYS and k > 0 and at - 1 == k:
        is_day = at + 1 < len(words) and words[at + 1].text in _CALENDAR  # "on Wednesday 4 May"
        return (
            word.tag in NAMES or not is_day
        )  # "said on Wednesday *NATO* would", "freed on Sunday *four* men"
    if before.tag == "CD" and _is_year(words, at - 1) and word.tag in NAMES and word.text not in _CALENDAR:
        return True  # "in 1960 Cuba sent"
    if before.tag not in ("NN", "NNS"):
        return False
    if word.tag == "CD":
        return first.tag in _DETERMINERS
    if word.tag not in NAMES or not before.text[0].islower():
        return False
    if before.lemma in _TIMES:
        return True  # "last week President X"
    at_start = k == 0 or words[k - 1].tag == '"'  # "Human rights watchdog X said"
    return before.lemma not in _INTRODUCERS and not at_start


def _is_year(words: list[Word], at: int) -> bool:
    """Whether the number is a year behind a preposition ("in 1960") or the end of a date."""
    text = words[at].text
    if len(text) != 4 or not text.isdecimal() or not "1000" <= text <= "2199":
        return False
    return at == 0 or words[at - 1].tag == "IN" or words[at - 1].text in _CALENDAR


def _possess(words: list[Word], group: NounGroup, end: int) -> int:
    """Lets ``group`` own what follows while a possessive does; returns the place after it all."""
    while end < len(words) and _is_genitive(words, end):
        further = _end(words, end + 1) if end + 1 < len(words) else end + 1
        if further <= end + 1:
            return end + 1
        owner = NounGroup(group.first, group.last, group.head, owner=group.owner)
        last = words[further - 1].i
        group.owner, group.last, group.head = owner, last, last
        end = further
    return end


def _is_genitive(words: list[Word], at: int) -> bool:
    """Whether the mark at ``at`` is a genitive: 's, or the bare apostrophe of a plural."""
    mark = words[at]
    if mark.tag != "'":
        return mark.tag == "POS"
    before = words[at - 1]
    follows = at + 1 < len(words) and words[at + 1].tag in _INSIDE
    return follows and before.end == mark.start and before.lower.endswith("s")
