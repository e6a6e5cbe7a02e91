"""A count of items that the text announces, against the items that it goes on to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.checks.consistency.amounts import Told, listed, number, told
from dateline.checks.found import ARTICLE, Found, Verdict
from dateline.checks.scene import READ, Scene
from dateline.extract import gazetteer

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    r"(?:(?<=[:;,(—–.!?\n] )|(?<=[:;(—–\n])|^|(?<=\band ))"
    rf"(?:(?:the )?({'|'.join(_ORDINALS)})(?:ly(?:,|:| )|[,:]| (?:is|was|of these|of them|demand|reason)\b)"
    r"|(finally|lastly|last),)",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?:^|(?<=[\s:;,]))\(?(\d{1,2}|[a-j])\)(?=\s)")
_BULLET = re.compile(r"^[ \t]*(?:[•*·▪‣–—-]|\d{1,2}[.)]|\([a-z0-9]\))[ \t]+\S")
_NAME = r"(?:the )?[A-Z][\w.'’-]*(?: (?:of |al |de |la )?[A-Z][\w.'’-]*){0,3}"
_NAMES = re.compile(
    rf"(?: \(|( [\w ]{{1,24}})?(?::| —| –)) ?({_NAME}(?:, {_NAME})*,? and {_NAME})\s*(?=[.;)—–]|$)"
)
_PHRASE = re.compile(r"\b(?:of|in|from|between|among|with|on|at|by|for|to|over)\b|\w{3,}s\b")
_SHORTENED = re.compile(r"\b[A-Z]\.[A-Z]\.|\b[A-Z]{2}\b")
_TWO_IN_ONE = re.compile(
    r"Herzegovina|Tobago|Barbuda|Nevis|Grenadines|Pr[ií]ncipe|Kashmir|Wales|Montenegro|Nagar Haveli|Labrador"
)
_REACH = 12  # sentences over which what is announced is told
_MOST = 10


def items_announced(scene: Scene) -> Iterator[Found]:
    """ "Two demands: first …, second …" against the items; also "two cities: Lahore and Multan"."""
    for one in told(scene):
        if not one.exact or not 2 <= one.low <= _MOST or one.figure.measure != "count":
            continue
        listing = _names(scene, one)
        if listing is None and one.noun in listed("announced", "items"):
            listing = _bullets(scene, one) or _numbered(scene, one) or _ordinals(scene, one)
        if listing is None:
            continue
        count, closed, shown = listing
        if count == one.low or count > one.low or closed:
            yield _found(scene, one, count, shown)


def _ordinals(scene: Scene, one: Told) -> tuple[int, bool, str] | None:
    """The last of "first … second …", whether the list is closed, and how it begins."""
    text, own = _following(scene, one)
    count, last, within = 0, 0, False
    for match in _ORDINAL.finditer(text):
        if match[1] and _ORDINALS.index(match[1].lower()) == count:
            count, last, within = count + 1, match.start(), match.end() <= own
        elif match[2] and count > 1:
            count, last, within = count + 1, match.start(), match.end() <= own
            break
        elif match[1]:
            break
        if count == 1 and match.start() > own + 200:
            return None
    if count < 2:
        return None
    closed = within and ":" in text[:own] and re.search(r"\band\s*$", text[:last]) is not None
    return count, closed, "first … second …"


def _numbered(scene: Scene, one: Told) -> tuple[int, bool, str] | None:
    """ "(1) … (2) …", "a) … b) …" in the sentence."""
    text, own = _following(scene, one)
    count, last = 0, 0
    for match in _NUMERAL.finditer(text[:own]):
        place = int(match[1]) if match[1].isdecimal() else ord(match[1]) - ord("a") + 1
        if place == count + 1:
            count, last = place, match.start()
    if count < 2:
        return None
    return count, re.search(r"\b(?:and|or)\s*$", text[:last]) is not None, "(1) … (2) …"


def _bullets(scene: Scene, one: Told) -> tuple[int, bool, str] | None:
    """The lines with a bullet that follow the sentence's colon."""
    end = one.sentence.end or one.end
    if not scene.text[one.end : end].rstrip().endswith(":") or len(scene.text) < end:
        return None
    count = 0
    for line in scene.text[end:].splitlines():
        if _BULLET.match(line):
            count += 1
        elif line.strip() and count == 0:
            return None
        elif line.strip() and not line.startswith((" ", "\t")):
            break
    return (count, True, "the items listed") if count > 1 else None


def _names(scene: Scene, one: Told) -> tuple[int, bool, str] | None:
    """The names behind "three cities:", where nothing but names stands there."""
    if one.noun is None:
        return None
    match = _NAMES.match(scene.text[one.end : one.sentence.end or one.end])
    if match is None or _TWO_IN_ONE.search(match[2]) or _PHRASE.search(match[1] or ""):
        return None
    names = re.split(r",? and |, ", match[2].rstrip("."))
    if len(names) != one.low and (_SHORTENED.search(match[2]) or not _of_one_kind(names)):
        return None
    return len(names), ":" in match[0], match[2].rstrip(".")


def _of_one_kind(names: list[str]) -> bool:
    """Whether the names are of one kind of place, so that none tells where another is ("Paris, Texas")."""
    kinds = {place.kind for name in names for place in gazetteer.lookup(name.removeprefix("the "))[:1]}
    return len(kinds) < 2


def _following(scene: Scene, one: Told) -> tuple[str, int]:
    """The text behind an announcement, up to the next of its kind or section, and its own sentence's part."""
    own = (one.sentence.end or one.end) - one.end
    end, count = one.sentence.end or one.end, 0
    for sentence in scene.sentences:
        if sentence.start is None or sentence.end is None or sentence.start < end:
            continue
        if sentence.role not in READ or sentence.role == "heading" or count >= _REACH:
            break
        if sentence.section_id != one.sentence.section_id:
            break
        end, count = sentence.end, count + 1
    return scene.text[one.end : end], own


def _found(scene: Scene, one: Told, count: int, shown: str) -> Found:
    verdict: Verdict = "agrees" if count == one.low else "disagrees"
    speaker = scene.speaker(one.figure)
    note = "As many are told as are announced." if verdict == "agrees" else (
        f"Announced are {number(one.low)}, told are {count}."
    )  # fmt: skip
    return Found(
        "figures", one.figure.figure_id, one.figure.start, one.figure.end, verdict,
        " ".join(scene.text[one.start : one.end].split()), f"{count}: {shown}", count, count, ARTICLE,
        scene.quote(one.figure), f"{note[:-1]}, as told by {speaker}." if speaker else note,
    )  # fmt: skip
