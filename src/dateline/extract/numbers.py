"""The value of a number written in digits or words, for the time and figure extractors."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.scan import Scan, name_of

#: Classes of tokens that can be part of one number.
NUMERIC = ("dayno", "num", "year", "digit", "one", "tens", "scale")


class Amount(NamedTuple):
    """A number from ``first`` up to ``last`` (tokens, half open) and its value."""

    value: float
    first: int
    last: int


def amount(scan: Scan, first: int, last: int | None = None) -> Amount | None:
    """The longest number that starts with token ``first``: "1,500", "forty-five", "half a million"."""
    limit = len(scan.codes) if last is None else last
    if first >= limit:
        return None
    name = name_of(scan.codes[first])
    if name == "half":
        return _half(scan, first, limit)
    if name == "a":
        if scan.at(first + 1, "half"):
            return _half(scan, first + 1, limit)
        if first + 1 < limit and scan.at(first + 1, "scale"):
            return _spoken(scan, first + 1, limit, 1.0, first)
        return None
    if name in ("dayno", "num", "year"):
        return _digits(scan, first, limit)
    if name in ("digit", "one", "tens"):
        return _spoken(scan, first, limit, None, first)
    return None


def _half(scan: Scan, at: int, limit: int) -> Amount | None:
    if at + 2 < limit and scan.at(at + 1, "a") and scan.at(at + 2, "scale"):
        return Amount(float(scan.value(at + 2)) / 2, at, at + 3)
    if at + 1 < limit and scan.at(at + 1, "a"):
        return Amount(0.5, at, at + 2)
    return None


def _digits(scan: Scan, first: int, limit: int) -> Amount | None:
    if len(scan.words[first]) > 20:
        return None  # a serial number
    value, at = float(scan.words[first].replace(",", "")), first + 1
    while at < limit:
        step = at + 1 if scan.at(at, "hyphen") and at + 1 < limit else at
        if not scan.at(step, "scale"):
            break
        value, at = value * float(scan.value(step)), step + 1
    return Amount(round(value, 6), first, at)


def _spoken(scan: Scan, first: int, limit: int, start: float | None, begin: int) -> Amount:
    """Number words by the usual sum of products: "two hundred and forty-five thousand"."""
    total, group, at = 0.0, start or 0.0, first
    previous = ""
    while at < limit:
        name = name_of(scan.codes[at])
        if previous in ("digit", "one") and _and_a_half(scan, at, limit):
            group, at = group + 0.5, at + 3
            continue
        if name in ("tens", "digit", "one"):
            if previous in ("digit", "one") or (previous == "tens" and name == "tens"):
                break
            group += float(scan.value(at))
        elif name == "scale":
            scale = float(scan.value(at))
            if scale in (12, 20, 100):
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0.0
        elif (
            not (name == "hyphen" or (name == "and" and previous == "scale"))
            or not _goes_on(scan, at, limit)
            or (name == "hyphen" and previous not in ("tens", "digit"))
        ):
            break
        if name not in ("hyphen", "and"):
            previous = name
        at += 1
    return Amount(total + group, begin, at)


def _and_a_half(scan: Scan, at: int, limit: int) -> bool:
    """ "three *and a half* million"."""
    if at + 3 >= limit or not scan.at(at, "and") or not scan.at(at + 1, "a"):
        return False
    return scan.at(at + 2, "half") and scan.at(at + 3, "scale")


def _goes_on(scan: Scan, at: int, limit: int) -> bool:
    """Whether a hyphen or "and" joins two parts of one number and is not a range or a list."""
    if at + 1 >= limit:
        return False
    if scan.at(at, "hyphen"):
        return (scan.at(at - 1, "tens") and scan.at(at + 1, "digit", "one")) or scan.at(at + 1, "scale")
    # "two hundred and forty" is one number; "a hundred and two attacks" is not told apart from a list.
    return scan.at(at + 1, "tens", "digit", "one") and float(scan.value(at - 1)) in (100, 1000)
