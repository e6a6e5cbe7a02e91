"""A total against its parts, where the text says that they are its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.checks.consistency.allotted import allotted
from dateline.checks.consistency.amounts import (
    Parts,
    Told,
    by_sentence,
    listed,
    number,
    spread,
    words_of,
)
from dateline.checks.found import ARTICLE, Found, Verdict
from dateline.checks.scene import Scene
from dateline.codebook import settings

#: What a total is followed by where all its parts follow.
_ALL = re.compile(
    r"(?:[:(—–]|\s--?|,? namely,?|,? both|\b(?:compris(?:ed|ing|es)|consist(?:ed|ing|s) of|made up of))\s*$"
)
_WERE = re.compile(r"^(?: dead| killed| victims)? (?:were|are)(?: all)? $")
#: Where some of it follow.
_SOME = re.compile(
    r"(?:\binclud(?:ing|ed|es)|\bamong (?:them|whom|those (?:killed|arrested|dead))"
    r"|\bof (?:them|whom|which|these))"
    r"(?: (?:the|both|only|just))?\s*$"
)
_OF = re.compile(
    r"(?:^|[,;:—–“\"(] ?|\b(?:and|but) )(?:of|out of|among) (?:the |its |those |these |their |all )?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|whom|these|those)\b")
_SHORT = re.compile(r"(?: [\w ]{0,30}\w)?, ")
_NESTED = re.compile(r"\b(?:including|of (?:them|whom|which|these)|among (?:them|whom)) $")
#: What stands between two parts: a few words of the first, then a comma or "and".
_LISTED = re.compile(
    r"[^.:;()“”\"?!—]{0,70}?(?:[,;]|,? and|,? plus|,? as well as|,? but|,? while)"
    r"(?: (?:the )?(?:remaining|rest|other))?\s*$"
)
_CLAUSE = re.compile(
    r"\b(?:was|had|have|has|is|are|that|which|who|when|after|before|while|because"
    r"|wounding|killing|injuring)\b"
)
_MORE = re.compile(
    r"(?:\band\b|\bplus\b|\bas well as\b)\s+\w"
    r"|,\s+(?:an?|one|some|several|many|others?|his|her|their|the|its|at least|dozens|hundreds)\b",
    re.IGNORECASE,
)
#: What goes on with another clause rather than with another part.
_ANOTHER_DEED = re.compile(
    r"^,? and (?:wound|injur|captur|destroy|damag|wreck|hurt|forc|arrest|detain|displac|seiz|took|left|burn)"
    r"\w* (?:an?|the|its|their|some|about|at least|more than|up to|several|dozens|hundreds|many|\w+)\b"
)
_ONE_MORE = re.compile(r"^\s*,?\s*(?:and|plus) (?:a|an) [\w-]+(?: [\w-]+)?\s*(?:[.,;)—–]|$)")
_TOTAL = re.compile(r"^\s*(?:people |persons |dead )?(?:in all|in total|altogether|all told)\b")
_MAKING = re.compile(r"(?:,|—|–|-|\()\s*(?:for |making |giving )?(?:a|the) (?:combined |grand )?total of\s*$")
_ELLIPSIS = re.compile(
    r"\s+(?:(?:of (?:them|those|the (?:dead|victims|killed|casualties)) )?(?:was|were)|of them|of the dead)\b"
)
_OF_THESE = re.compile(r"(?:Of|Among) (?:these|them|those|the (?:dead|victims|wounded))(?: \w+)?,? ")
_REST = re.compile(r"\b(?:the )?(?:remaining|rest|other)(?:,| of)?\s*$", re.IGNORECASE)
_SHARE_OF = re.compile(r"^\s+of (?:the|that|this|those|these)?\s*(?:\d|remain|rest)")
_RISE = re.compile(r"\b(?:by|rose|fell|grew|up|down|at|to|from)(?: \w+)? $")
_FRACTIONS = re.compile(r"\b(?:half|third|quarter|fifth|tenth|most|majority|rest|minority)\b")
_CLOSE = 0.1  # of a total by which a list that may be of others as well may miss it
_APART = 0.3  # the same for parts of days or places, of which one may lie in another
_FAR_OFF = 0.5  # the same where the parts exclude each other ("soldiers and civilians") and are people's
_NEAR = 0.6  # of a total that a complete list adds up to at least; less is a list of some


def sum_against_parts(scene: Scene) -> Iterator[Found]:
    """A total against the parts that the text sets beside it.

    Only where the words say so is a number another's part: behind a colon, a dash or in brackets ("12
    people: seven soldiers and five civilians"), after "including" or "among them", in "of the 20 hostages,
    12 were freed", before "in all", and in a next sentence that goes on without a noun ("Seven were
    soldiers"). A list that is complete must add up; one of some parts must not hold a part, or parts
    that exclude each other (the dead and the freed, soldiers and civilians), above the total. Bounds are
    kept ("at least 12", "about 40"), numbers of other units and of nested lists are left out, and a
    list with a member that is not counted is only held against the total from above. Shares of a whole
    are added where the last is "the remaining".
    """
    sentences = by_sentence(scene)
    for figures in sentences.values():
        skipped = False
        for i, total in enumerate(figures):
            if total.figure.measure == "share" or total.high < 2:
                continue
            if (apart := allotted(scene, total, figures)) is not None:
                if found := _apart(scene, total, *apart):
                    yield found
                skipped = True  # "two blasts" has no parts: the dead of the blasts are told behind it
                continue
            if skipped and total.figure.unit != "people":
                continue
            found = _behind(scene, total, figures[i + 1 :], figures[:i])
            found = found or _in_all(scene, total, figures[:i])
            if found:
                yield found
        yield from _shares(scene, figures)
    yield from _goes_on(scene, sentences)


def _behind(scene: Scene, total: Told, others: list[Told], before: list[Told]) -> Found | None:
    """The parts that follow a total in its sentence."""
    others = [one for one in others if one.start >= total.end]
    if not others:
        return None
    text = scene.text
    gap = text[total.end : others[0].start]
    if _OF.search(text[total.sentence.start or 0 : total.start]):
        if not re.fullmatch(r",?\s*(?:[^\W\d_]+ ){0,4}?(?:only |just )?", gap):
            return None
        return _some(scene, total, _gather(scene, others, fates=True))
    if len(gap) > 90 or (_CLAUSE.search(gap) and not _SOME.search(gap)):
        return None
    if _SOME.search(gap):
        if any(_fits(one, others[:1]) and one.high >= others[0].low for one in before):
            return None  # "freed 1,027 prisoners for two soldiers, among them 280 …"
        return _some(scene, total, _gather(scene, others, fates=True))
    if total.figure.measure == "killed" and _WERE.match(gap) and text[: total.start].lower().endswith("the "):
        return _all(scene, total, _gather(scene, others))
    if _OF_THEM.match(text[others[0].figure.end or others[0].end :]) and _SHORT.fullmatch(gap):
        return _some(scene, total, _gather(scene, others, fates=True))
    if _ALL.search(gap) and "," not in gap.rstrip(", "):
        return _all(scene, total, _gather(scene, others))
    if _APPOSED.fullmatch(gap) and (gap == ", " or not _goes_on_with(scene, others)):
        return _beside(scene, total, _gather(scene, others))
    return None


def _goes_on_with(scene: Scene, others: list[Told]) -> bool:
    """Whether a verb stands behind the list, which is then its subject ("killed, three men hurt")."""
    return _ENDS.match(scene.text, _gather(scene, others).parts[-1].end) is None


def _gather(scene: Scene, others: list[Told], *, fates: bool = False) -> Parts:
    """The list that begins with the first of ``others``."""
    parts = [others[0]]
    last = others[0]
    for one in others[1:]:
        gap = scene.text[last.end : one.start]
        if _NESTED.search(gap):
            last = one
            continue
        if not _LISTED.fullmatch(gap) or (not fates and _CLAUSE.search(gap)):
            break
        parts.append(one)
        last = one
    behind = scene.text[last.end : last.sentence.end or last.end]
    behind = re.split(r"[.;)—–:]", behind, maxsplit=1)[0]
    if _ANOTHER_DEED.match(behind):
        return Parts(parts)
    unread = any(one.start >= last.end for one in others) and scene.text[last.end :].find(behind) == 0
    if _ONE_MORE.search(behind):
        return Parts(parts, 1, not _MORE.search(behind[_ONE_MORE.search(behind).end() :]))  # type: ignore[union-attr]
    return Parts(parts, 0, not _MORE.search(behind) and not (unread and any(ch.isdigit() for ch in behind)))


def _fits(total: Told, parts: list[Told]) -> bool:
    """Whether the parts can be parts of the total: of its unit, and not of another fate."""
    own = total.figure
    for part in (one.figure for one in parts):
        if part.measure in ("share", "duration", "distance") and part.measure != own.measure:
            return False
        if part.unit is not None and own.unit is not None and part.unit != own.unit:
            return False
        if own.unit is None and part.unit is not None and own.of is not None:
            return False
        if own.unit == "people" and part.unit is None and part.of is not None and part.measure == "count":
            return False
        if own.measure in _FATES and part.measure in _FATES and part.measure != own.measure:
            return False
    return True


#: What stands between a total and a list of its parts between commas: nothing, or what befell them.
_APPOSED = re.compile(
    r"(?: (?:were|was|have been|had been))?"
    r"(?: (?:killed|dead|died|drowned|perished|shot|slain|executed|arrested"
    r"|detained|wounded|injured|hurt|kidnapped|abducted|captured|freed|released|missing))?"
    r"(?: (?:in|on|at|near|off|outside) [^,;:()“”\"—–]{1,50})?, "
)
_ENDS = re.compile(r"\s*(?:[.,;)—–]|$|\b(?:in|on|at|near|off|outside|when|after|as)\b)")
_NATIONS = re.compile(r"[A-Z]\w+$")

_FATES = frozenset({"killed", "injured", "detained", "displaced", "missing"})


def _added(parts: list[Told], single: int = 0) -> tuple[float, float]:
    bounds = [spread(part) for part in parts]
    return sum(low for low, _ in bounds) + single, sum(high for _, high in bounds) + single


def _all(scene: Scene, total: Told, listing: Parts) -> Found | None:
    """A complete list against its total."""
    parts, single, closed = listing
    if len(parts) + single < 2 or not _fits(total, parts):
        return None
    low, high = _added(parts, single)
    least, most = spread(total)
    if low > most:
        return _found(scene, total, parts, single, "disagrees", "more than the total")
    if not closed:
        return None
    if high < least and high >= _NEAR * least:
        return _found(scene, total, parts, single, "disagrees", "fewer than the total")
    if low == high == total.low and total.exact:
        return _found(scene, total, parts, single, "agrees", "the total")
    return None


def _apart(scene: Scene, total: Told, listing: Parts, announced: bool) -> Found | None:
    """Parts of days or places against their total; all are told for sure only where their number is."""
    low, high = _added(listing.parts)
    least, most = spread(total)
    if high < least and not announced and least - high > max(2, least * _CLOSE):
        return None
    if low > most * (1 + _APART) and not announced:
        return None
    if not announced and least > high and scene.text[total.end : listing.parts[0].start][:1] not in ",:;—–":
        return None  # "lost 29 men in 2007, 21 in January and six in March": there were other months
    return _all(scene, total, listing)


def _beside(scene: Scene, total: Told, listing: Parts) -> Found | None:
    """A list between commas, perhaps of others as well: what comes near the total is meant as its parts."""
    parts, single, closed = listing
    nouns = [part.noun or _fate(part) for part in parts]
    if not closed or len(parts) < 2 or None in nouns or len(set(nouns)) < len(nouns) or total.noun in nouns:
        return None
    if not _fits(total, parts) or not total.exact or not all(part.exact for part in parts):
        return None
    people = total.noun in listed("generic") | listed("wholes") or total.figure.of is None
    if not people and not all(_NATIONS.search(part.figure.of or "") for part in parts):
        return None
    low, _ = _added(parts, single)
    if low == total.low:
        return _found(scene, total, parts, single, "agrees", "the total")
    off = _FAR_OFF if people and _exclude(scene, parts) else _CLOSE
    if abs(low - total.low) <= max(2, total.low * off) and max(part.high for part in parts) < total.low:
        return _found(scene, total, parts, single, "disagrees", "not the total")
    return None


def _fate(part: Told) -> str | None:
    return part.figure.measure if part.figure.measure in _FATES else None


def _some(scene: Scene, total: Told, listing: Parts) -> Found | None:
    """Some parts, of which none is above the total, nor are those together that exclude each other."""
    parts = listing.parts
    if not _fits(total, parts[:1]):
        return None
    most = spread(total)[1]
    if parts[0].low > most and spread(parts[0])[0] > most:
        return _found(scene, total, parts[:1], 0, "disagrees", "more than the whole")
    parts = [part for part in parts if _fits(total, [part])]
    if len(parts) != len(listing.parts) or len(parts) < 2 or not _exclude(scene, parts):
        return None
    low, high = _added(parts)
    if high < spread(total)[0] and _is_rest(scene, parts):
        return _found(scene, total, parts, 0, "disagrees", "fewer than the whole")
    if low > most:
        return _found(scene, total, parts, 0, "disagrees", "more than the whole")
    if low == high == total.low and total.exact:
        return _found(scene, total, parts, 0, "agrees", "the whole")
    return None


def _exclude(scene: Scene, parts: list[Told]) -> bool:
    """Whether no one can be of two of the parts: "12 were freed and nine died", "the remaining nine"."""
    ends = [part.start for part in parts[1:]] + [parts[-1].sentence.end or parts[-1].end]
    said = [set(words_of(scene.text[part.start : end])) for part, end in zip(parts, ends, strict=True)]
    if _is_rest(scene, parts):
        return True
    for categories in settings("checks")["exclusive"].values():
        kinds = [[i for i, words in enumerate(categories) if spoken.intersection(words)] for spoken in said]
        if all(len(kind) == 1 for kind in kinds) and len({kind[0] for kind in kinds}) == len(kinds):
            return True
    return False


def _is_rest(scene: Scene, parts: list[Told]) -> bool:
    return _REST.search(scene.text[parts[-2].end : parts[-1].start]) is not None


def _in_all(scene: Scene, total: Told, before: list[Told]) -> Found | None:
    """ "Seven soldiers and six civilians died, 13 in all"."""
    text = scene.text
    lead = text[total.sentence.start or 0 : total.start]
    spoken = _TOTAL.search(text[total.figure.end or total.start :]) and re.search(r"(?:,|—|–|-|\()\s*$", lead)
    worded = (total.figure.text or "").lower().startswith("a total of") and re.search(
        r"(?:,|—|–|\()\s*(?:for |making |giving )?$", lead
    )
    if not before or not (spoken or worded or _MAKING.search(lead)):
        return None
    parts = [before[-1]]
    for one, behind in reversed(list(pairwise(before))):
        if not _LISTED.fullmatch(text[one.end : behind.start]):
            break
        parts.insert(0, one)
    if len(parts) < 2 or len(parts) != len(before) or not _fits(total, parts):
        return None
    behind = text[parts[-1].end : total.start].rstrip("—–-( ")
    single = 1 if _ONE_MORE.search(behind) else 0
    if not single and _MORE.search(behind):
        return None
    low, high = _added(parts, single)
    least, most = spread(total)
    if low > most or high < least:
        return _found(scene, total, parts, single, "disagrees", "not the total")
    if low == high == total.low and total.exact:
        return _found(scene, total, parts, single, "agrees", "the total")
    return None


def _goes_on(scene: Scene, sentences: dict[str, list[Told]]) -> Iterator[Found]:
    """ "The attack killed 12 people. Seven were soldiers and six were civilians."."""
    for one, following in pairwise(scene.sentences):
        first, then = sentences.get(one.sentence_id or "", []), sentences.get(following.sentence_id or "", [])
        counts = [f for f in first if f.figure.unit == "people"]
        if len(counts) != 1 or len(then) < 2 or one.paragraph != following.paragraph:
            continue
        total, part = counts[0], then[0]
        opening = scene.text[following.start or 0 : part.start]
        behind = scene.text[part.figure.end or part.end :][:60]
        if not _OF_THESE.fullmatch(opening) and (
            opening.strip() or part.figure.of is not None or not _ELLIPSIS.match(behind)
        ):
            continue
        listing = _gather(scene, then, fates=True)
        if found := _some(scene, total, listing):
            yield found


def _shares(scene: Scene, figures: list[Told]) -> Iterator[Found]:
    """ "60 per cent … 30 per cent … the remaining 10 per cent" make a whole."""
    shares = [one for one in figures if one.figure.unit == "percent" and not _is_base(scene, one)]
    for i, last in enumerate(shares):
        lead = scene.text[last.sentence.start or 0 : last.start]
        if i == 0 or not _REST.search(lead):
            continue
        for first in range(i, -1, -1):  # what stands before may be a share of something else
            parts = shares[first : i + 1]
            low, high = _added(parts)
            slack = len(parts) / 2  # each may be rounded
            if low - slack <= 100 <= high + slack:
                yield _whole(scene, parts, "agrees")
                break
        else:
            if not _FRACTIONS.search(lead) and len(shares) == i + 1:
                yield _whole(scene, shares, "disagrees")


def _is_base(scene: Scene, one: Told) -> bool:
    """Whether a share is what others are shares of ("of the 60 per cent who voted"), or a rise."""
    before = scene.text[one.sentence.start or 0 : one.start]
    behind = scene.text[one.figure.end or one.end :][:30]
    return bool(_OF.search(before) or _RISE.search(before) or _SHARE_OF.match(behind))


def _whole(scene: Scene, parts: list[Told], verdict: Verdict) -> Found:
    last = parts[-1].figure
    said = " + ".join(number(part.low) for part in parts)
    return Found(
        "figures", last.figure_id, last.start, last.end, verdict,
        f"the remaining {last.text}", f"{said} = {number(sum(p.low for p in parts))} per cent",
        100, 100, ARTICLE, scene.quote(last),
        _note(scene, parts[-1], parts, "The shares are told as a whole, which is 100 per cent."),
    )  # fmt: skip


def _found(scene: Scene, total: Told, parts: list[Told], single: int, verdict: Verdict, than: str) -> Found:
    terms = [number(p.low) if p.low == p.high else (p.figure.text or "") for p in parts] + ["1"] * single
    low, high = sum(p.low for p in parts) + single, sum(p.high for p in parts) + single
    summed = number(low) if low == high else f"at least {number(low)}" if high == float("inf") else (
        f"{number(low)} to {number(high)}"
    )  # fmt: skip
    found = f"{' + '.join(terms)} = {summed}" if len(terms) > 1 else f"{terms[0]} in a part"
    doubted = verdict == "disagrees" and _other_speaker(scene, total, parts)
    makes = f"The parts make {summed}" if len(terms) > 1 else f"A part has {summed}"
    note = f"{makes}, {than}." if verdict == "disagrees" else "The parts make the total."
    return Found(
        "figures", total.figure.figure_id, total.figure.start, total.figure.end,
        "contested" if doubted else verdict,
        " ".join(scene.text[total.start : total.end].split()), found, low,
        None if high == float("inf") else high, ARTICLE, scene.quote(parts[0].figure),
        _note(scene, total, parts, note),
    )  # fmt: skip


def _other_speaker(scene: Scene, total: Told, parts: list[Told]) -> bool:
    """Whether two who are named give total and parts; the author beside one of them goes on with his."""
    own = scene.speaker(total.figure)
    return own is not None and any(scene.speaker(part.figure) not in (None, own) for part in parts)


def _note(scene: Scene, total: Told, parts: list[Told], note: str) -> str:
    """The note with whose figures they are, where they are not the author's."""
    said = dict.fromkeys(scene.speaker(one.figure) for one in (total, *parts))
    names = [name for name in said if name and not name[0].isdigit()]
    return f"{note[:-1]}, as told by {' and '.join(names)}." if names else note
