"""Lengths of wars as an article tells them: "six years of war in …", "the ten-year war", "in its tenth year".

For the rule over the lengths of wars. A part of a war, a supposition or what is to come is no length of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.checks.record import told_wars, wars_around
from dateline.checks.record.told_wars import Meant, choice
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene
from dateline.codebook import settings
from dateline.records import SentenceRow, Time

_WORDS = settings("checks_wars")
_NUMBERS = {word: number for number, word in enumerate(_WORDS["numbers"], start=1)}
_ORDINALS = {word: number for number, word in enumerate(_WORDS["ordinals"], start=1)}
_NTH = re.compile(
    r"\b(?P<now>(?:is|are|now|has|have|enters?|entered|entering)\s+(?:now\s+|just\s+)?)?"
    r"(?:in|into|entering|entered|enters)?\s*(?:its|the|their)\s+"
    rf"(?P<nth>{choice('ordinals')}|\d{{1,2}}(?:st|nd|rd|th))\s+year\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"\b(?P<number>[\w-]+?)[\s-]year-old\s+", re.IGNORECASE)

# Words before a length that say how it is meant.
_MORE, _LESS, _ABOUT = (
    re.compile(rf"\b(?:{choice(chapter)})\s+(?:a\s+)?$", re.IGNORECASE)
    for chapter in ("more", "less", "about")
)
_OF_A_PART = re.compile(rf"\b(?:{choice('part')})\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_SUPPOSED = re.compile(rf"\b(?:{choice('supposed')}|If|Unless|Should)\b")  # "May" is a month
_PAST = re.compile(rf"\b(?:{choice('past')})\b", re.IGNORECASE)
_LASTED = re.compile(rf"\b(?:{choice('lasted')})\s*(?:for\s+)?(?:now\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|despite|following)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"[,;:]|\b(?:and|but|who|while)\b")
_NEAR = 300  # characters
_NAME = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2}"
_FOUGHT_FOR = re.compile(
    rf"(?P<who>{_NAME})\s+(?:troops\s+|forces\s+|soldiers\s+)?(?:has|have)\s+been\s+"
    rf"(?:fighting|at\s+war|waging\s+war|involved|engaged)\s+in\s+(?P<where>{_NAME})\s+for\s+$"
)
_BEGAN = re.compile(rf"\s+(?:{choice('began')})\b")
_SINCE = re.compile(
    rf"\s+(?P<link>after|into|since)\s+(?:the\s+)?(?P<begun>(?:{choice('beginning')})\s+of\s+)?"
)

Reach = Literal["whole", "least", "most", "about", "nth"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length in years as stated: the number, how it is meant, and where it stands."""

    years: float
    reach: Reach
    decades: bool  # told in decades, which are never meant to the year
    partial: bool  # whether the war may have gone on longer ("after six years of war")
    from_start: bool  # whether it is counted from the beginning, whatever came after
    present: bool  # whether the words say that the war is going on
    start: int
    end: int
    row: Time | None


@dataclass(frozen=True, slots=True)
class _Told:
    """The wars whose length it is, and what the words say of it."""

    meant: Meant
    partial: bool = False
    from_start: bool = False
    present: bool = False


def lengths(scene: Scene, sentence: SentenceRow, reference: Reference) -> Iterator[tuple[Length, Meant]]:
    """Every length of a war that a sentence tells, and the wars that it can be of."""
    for time in scene.beside(sentence, "times"):
        yield from _durations(scene, sentence, time, reference)
    yield from _ages(scene, sentence, reference)
    yield from _nth_years(scene, sentence, reference)


def _durations(
    scene: Scene, sentence: SentenceRow, time: Time, reference: Reference
) -> Iterator[tuple[Length, Meant]]:
    """ "After six years of war in Syria", "the ten-year war": durations that the tables have."""
    years = _years(time)
    if years is None or time.start is None or time.end is None:
        return
    start, end = time.start, _end_of_length(scene, time)
    left, right = _around(scene, sentence, start, end)
    if _OF_A_PART.search(left) or _is_supposed(left, right):
        return
    told = _governed(left, right, reference)
    if told is None and (around := wars_around.meant(scene, sentence, left, right, reference)):
        told = _Told(around[0], partial=not around[1])
    if told is not None:
        decades = "decade" in scene.text[start:end].lower()
        reach = _reach(left)
        yield (
            Length(years, reach, decades, told.partial, told.from_start, told.present, start, end, time),
            told.meant,
        )


def _ages(scene: Scene, sentence: SentenceRow, reference: Reference) -> Iterator[tuple[Length, Meant]]:
    """ "The twelve-year-old war in Chechnya", of which the tables have no duration."""
    assert sentence.start is not None and sentence.end is not None
    for match in _OLD.finditer(scene.text, sentence.start, sentence.end):
        left, right = _around(scene, sentence, match.start(), match.end())
        number, meant = _number(match["number"]), told_wars.at(right, reference)
        if number and meant is not None and not _is_supposed(left, right):
            reach = _reach(left)
            yield Length(number, reach, False, False, False, True, match.start(), match.end(), None), meant


def _nth_years(scene: Scene, sentence: SentenceRow, reference: Reference) -> Iterator[tuple[Length, Meant]]:
    """ "The war in Afghanistan is in its tenth year", "its ninth year of war in Iraq"."""
    assert sentence.start is not None and sentence.end is not None
    for match in _NTH.finditer(scene.text, sentence.start, sentence.end):
        number = _ORDINALS.get(match["nth"].lower()) or int(re.sub(r"\D", "", match["nth"]) or 0)
        left, right = _around(scene, sentence, match.start(), match.end())
        if number < 2 or _is_supposed(left, right):
            continue
        if behind := re.match(r"\s+of\b\s*", right):
            meant = told_wars.at(right[behind.end() :], reference)
        else:
            meant = told_wars.subject(left, reference)
            if meant is not None and _BROKEN_OFF.search(left, meant.end):
                meant = None
        if meant is not None:
            present = bool(match["now"]) and not _PAST.search(left + match["now"])
            start, end = match.start("nth"), match.end()
            yield Length(float(number), "nth", False, not present, False, present, start, end, None), meant


def _around(scene: Scene, sentence: SentenceRow, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and behind, as far as they can matter."""
    assert sentence.start is not None and sentence.end is not None
    return (
        scene.text[max(sentence.start, start - _NEAR) : start],
        scene.text[end : min(sentence.end, end + _NEAR)],
    )


def _is_supposed(left: str, right: str) -> bool:
    """Whether the length is one that may come to be; "after six years" is one that has."""
    before = re.split(r"[,;:—]", left)[-1]
    if _AFTER.search(left):
        return bool(re.search(r"\b(?:[Ii]f|[Uu]nless)\b", before))
    return bool(_SUPPOSED.search(before) or _SUPPOSED.search(re.split(r"[,;:—]", right)[0]))


def _years(time: Time) -> float | None:
    """The length in years, if it is told in years or decades."""
    if time.type != "DURATION" or not (match := re.fullmatch(r"P(\d+(?:\.\d+)?)Y", time.value or "")):
        return None
    years = float(match[1])
    return years if years >= 1 else None


def _end_of_length(scene: Scene, time: Time) -> int:
    """Where the length itself ends: the row may run on to what it is counted from ("… after the war")."""
    assert time.start is not None and time.end is not None
    match = re.match(r"[^.;]*?(?:years?|decades?)\b(?:['’])?", scene.text[time.start : time.end])
    return time.start + match.end() if match else time.end


def _governed(left: str, right: str, reference: Reference) -> _Told | None:
    """The wars whose length it is that stands between ``left`` and ``right``."""
    if behind := re.match(r"\s+of\s+", right):
        meant = told_wars.at(right[behind.end() :], reference)
        return _Told(meant, partial=True) if meant is not None else None
    if since := _SINCE.match(right):
        return _since(since, right, reference)
    bare = _without_reach(left)
    if lasted := _LASTED.search(bare):
        meant = told_wars.subject(bare[: lasted.start()], reference)
        if meant is None or not _ASIDE.fullmatch(bare, meant.end, lasted.start()):
            return None
        return _Told(meant, present=lasted[0].lstrip().lower().startswith("has"))
    if fought := _FOUGHT_FOR.search(bare):
        who = re.sub(r"^The\s+", "", fought["who"])
        meant = told_wars.at(f"{who} involvement in {fought['where']}", reference)
        return _Told(meant, present=True) if meant is not None else None
    return _adjectival(left, right, reference)


#: Nothing between a war and its verb, or an aside of its own.
_ASIDE = re.compile(r"\s*(?:,[^,;]*,\s*)?")


def _adjectival(left: str, right: str, reference: Reference) -> _Told | None:
    """ "the ten-year war in Iraq", "Angola's 27-year civil war"; "a ten-year war" may be any."""
    if not re.match(r"\s+(?!ago\b|after\b|later\b|earlier\b|before\b)", right):
        return None
    if owner := re.search(r"(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2}?)['’]s?\s+$", left):
        meant = told_wars.of_owner(owner["name"], right, reference)
        return _Told(meant) if meant is not None else None
    if not re.search(r"\b(?:the|its|their|this|his|her)\s+(?:[a-z-]+\s+){0,2}$", left, re.IGNORECASE):
        return None
    meant = told_wars.at(right, reference)
    return _Told(meant) if meant is not None else None


def _since(match: re.Match[str], right: str, reference: Reference) -> _Told | None:
    """ "two decades after the invasion of Iraq", "nine years into the war": from the beginning on."""
    rest = right[match.end() :]
    meant = told_wars.at(rest, reference)
    if meant is None:
        return None
    began = _BEGAN.match(rest, meant.end)
    entry = re.search(r"\b(?:invasion|intervention)\b", rest[: meant.end])
    if match["link"] == "into":
        return _Told(meant)
    if match["begun"] or began or entry:
        return _Told(meant, from_start=True)
    return None  # after a war is after its end


def _without_reach(left: str) -> str:
    for pattern in (_MORE, _LESS, _ABOUT):
        left = pattern.sub("", left)
    return left


def _reach(left: str) -> Reach:
    if _ABOUT.search(left):
        return "about"
    if _MORE.search(left):
        return "least"
    return "most" if _LESS.search(left) else "whole"


def _number(word: str) -> float | None:
    """ "12", "twelve", "twenty-six"; ``None`` for any other word."""
    if word.isdigit():
        return float(word)
    first, _, second = word.lower().partition("-")
    if first in _WORDS["tens"] and (not second or second in _NUMBERS):
        return float(_WORDS["tens"][first] + _NUMBERS.get(second, 0))
    return float(_NUMBERS[first]) if first in _NUMBERS and not second else None
