"""Numbers as they are written: ranges, bounds, shares, sums of money, open numbers ("dozens"); for figures.

A :class:`Quantity` spans the number with all that belongs to it: bound words, percent sign, currency.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.numbers import Amount, amount
from dateline.extract.scan import Scan, name_of

_TIME_UNITS = {
    "D": "days", "W": "weeks", "2W": "fortnights", "M": "months", "Y": "years", "10Y": "decades",
    "100Y": "centuries", "TH": "hours", "TM": "minutes", "TS": "seconds",
}  # fmt: skip
_COUNTABLE = (
    "word",
    "person",
    "thing",
    "eventnoun",
    "name",
    "unit",
    "units",
    "of",
    "further",
    "hurtpp",
    "hurtadj",
    "hurtnoun",
)
_FRACTIONS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "quarter": 4}


class Quantity(NamedTuple):
    """A number over the tokens ``[first, last)``; ``unit`` and ``measure`` where the words themselves say."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    measure: str | None = None


def quantity_at(scan: Scan, at: int) -> Quantity | None:
    name = name_of(scan.codes[at])
    if name in ("symbol", "currencymark"):
        return _money(scan, at)
    if name in ("plural", "vague", "couple", "a"):
        open_number = _open(scan, at)
        if open_number or name != "a":
            return open_number
    if name in ("a", "half") and (share := _fraction(scan, at)):
        return share
    first = amount(scan, at)
    if first is None or _out_of_place(scan, first):
        return None
    return _share(scan, first) or _range(scan, first)


def _out_of_place(scan: Scan, number: Amount) -> bool:
    """List numbers ("1.", "(2)") and zero, which is mostly no count ("zero tolerance")."""
    if number.value == 0 or scan.at(number.first - 1, "slash") or scan.at(number.last, "slash"):
        return True
    if number.first == 0 and scan.at(0, "dayno") and scan.at(1, "dot", "close"):
        return len(scan.codes) > 2
    if scan.words[number.first - 1 : number.first] == ["#"] or _is_age(scan, number):
        return True
    return scan.at(number.first - 1, "open") and scan.at(number.last, "close") and number.value < 32


def _is_age(scan: Scan, number: Amount) -> bool:
    """ "Ahmed, 19, said", "when she was six"."""
    if not 0 < number.value < 115:
        return False
    closed = number.last >= len(scan.codes) or scan.at(number.last, "comma", "dot", "colon", "close")
    if scan.at(number.first - 1, "comma", "open") and scan.at(number.first - 2, "name"):
        return closed and not scan.at(number.last - 1, "scale")
    if number.first < 2 or scan.at(number.last, *_COUNTABLE):
        return False
    return scan.words[number.first - 1] in ("was", "is", "turned") and scan.words[number.first - 2] in (
        "he",
        "she",
        "who",
        "i",
    )


def _range(scan: Scan, first: Amount) -> Quantity:
    """One number, or two: "300-350", "between 20 and 30", "two or three", "2 to 3 million"."""
    at, joint = first.last, scan.at(first.last, "hyphen", "to", "or")
    if scan.at(at, "and"):
        joint = scan.at(first.first - 1, "between")
    if scan.at(at, "to") and scan.at(first.first - 1, "from"):
        # "rose from 20 to 30" are two numbers, "ranged from 20 to 30" is one range.
        joint = first.first > 1 and scan.words[first.first - 2].startswith(("rang", "vari", "vary"))
    second = amount(scan, at + 1) if scan.at(at, "hyphen", "to", "or", "and") else None
    plain = Quantity(first.first, first.last, first.value, first.value)
    if second and not joint and scan.at(at, "to") and scan.at(second.last, "percent", "percentword"):
        return plain._replace(unit="percent", measure="share")
    second = second if joint else None
    if second is None:
        return _unit_attached(scan, plain)
    low, high = first.value, second.value
    if scan.at(second.last - 1, "scale") and not scan.at(first.last - 1, "scale"):
        tail = float(scan.value(second.last - 1))
        low = low * tail if low * tail < high and tail > 100 and low < 1000 else low
    if low >= high or scan.at(second.last, "hyphen"):
        return _unit_attached(scan, plain)
    begin = first.first - 1 if scan.at(first.first - 1, "between") else first.first
    return _unit_attached(scan, Quantity(begin, second.last, low, high))


def _unit_attached(scan: Scan, quantity: Quantity) -> Quantity:
    """Takes in what belongs to the number itself: percent and currency."""
    at = quantity.last
    if scan.at(at, "percent", "percentword"):
        return quantity._replace(last=at + 1, unit="percent", measure="share")
    here = at + 1 if scan.at(at, "name") and scan.at(at + 1, "currency") else at
    if scan.words[at : at + 1] == ["us"] and scan.at(at + 1, "currency"):
        here = at + 1
    if scan.at(here, "hyphen") and scan.at(here + 1, "currency"):
        here += 1
    if scan.at(here, "currency"):
        return quantity._replace(
            last=here + 1, unit=_currency(scan.value(here), scan.words[here]), measure="money"
        )
    if scan.words[at : at + 1] == ["+"]:
        return quantity._replace(last=at + 1, high=None)
    return quantity


def _currency(code: str, word: str) -> str:
    """The ISO 4217 code, or the currency's name where several countries have one of that name."""
    return word if code == "other" else code


def _money(scan: Scan, at: int) -> Quantity | None:
    symbols = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
    code = symbols.get(scan.words[at]) or (scan.value(at) if scan.at(at, "currencymark") else None)
    number = amount(scan, at + 2 if scan.at(at + 1, "dot") else at + 1)
    if number is None or code is None:
        return None
    quantity = _range(scan, number)
    if scan.at(number.last, "hyphen", "to") and scan.at(number.last + 1, "symbol"):
        second = amount(scan, number.last + 2)
        if second and second.value > number.value:
            quantity = Quantity(at, second.last, number.value, second.value)
    return quantity._replace(first=at, unit=code, measure="money")


def _open(scan: Scan, at: int) -> Quantity | None:
    """ "dozens", "tens of thousands", "several hundred", "a few", "a couple of", "a dozen"."""
    first, at = at, at + 1 if scan.at(at, "a") else at
    if scan.at(at, "couple"):
        return Quantity(first, at + 1, 2.0, 2.0, True)
    if scan.at(at, "vague"):
        if scan.words[at] not in ("several", "few") or (
            scan.words[at] == "few" and at == first and not scan.at(at - 1, "the")
        ):
            return None
        scale = amount(scan, at, None) or (float(scan.value(at + 1)) if scan.at(at + 1, "scale") else None)
        if isinstance(scale, float):
            return Quantity(first, at + 2, scale, None, True)
        return Quantity(first, at + 1, None, None, True)
    if scan.at(at, "plural") and at == first:
        low, last = float(scan.value(at)), at + 1
        while scan.at(last, "of") and scan.at(last + 1, "plural"):
            low, last = low * float(scan.value(last + 1)), last + 2
        return Quantity(first, last, low, None, True) if scan.words[at] != "tens" or last > at + 1 else None
    return None


def _share(scan: Scan, first: Amount) -> Quantity | None:
    """ "one in five", "two-thirds", "three quarters of"."""
    at = first.last
    if scan.at(at, "in") and first.last == first.first + 1 and not scan.at(first.first, "year"):
        second = None if scan.at(at + 1, "year", "one") else amount(scan, at + 1)
        if (
            second
            and first.value < second.value <= 1000
            and scan.at(second.last, "word", "name", "person", "thing", "of", "dot", "comma")
        ):
            share = round(100 * first.value / second.value, 1)
            return Quantity(first.first, second.last, share, share, False, "percent", "share")
    step = at + 1 if scan.at(at, "hyphen") else at
    word = scan.words[step] if step < len(scan.words) else ""
    parts = _FRACTIONS.get(word.removesuffix("s"))
    if (
        parts
        and (scan.at(step, "fractions") or (first.value == 1 and scan.at(step + 1, "of")))
        and first.value < parts
    ):
        share = round(100 * first.value / parts, 1)
        return Quantity(first.first, step + 1, share, share, False, "percent", "share")
    return None


def _fraction(scan: Scan, at: int) -> Quantity | None:
    """ "half of the seats", "half the seats", "a third of", "a quarter of"."""
    if scan.at(at, "half") and scan.at(at + 1, "of", "the"):
        return Quantity(at, at + 1, 50.0, 50.0, False, "percent", "share")
    word = scan.words[at + 1] if at + 1 < len(scan.words) else ""
    if scan.at(at, "a") and word in _FRACTIONS and scan.at(at + 2, "of") and not scan.at(at + 3, "a"):
        share = round(100 / _FRACTIONS[word], 1)
        return Quantity(at, at + 2, share, share, False, "percent", "share")
    return None


def bounded(scan: Scan, quantity: Quantity) -> Quantity:
    """Takes in the words before and after the number that bound it."""
    low, high, approximate, first, last = (
        quantity.low,
        quantity.high,
        quantity.approximate,
        quantity.first,
        quantity.last,
    )
    while first > 0:
        name, word = name_of(scan.codes[first - 1]), scan.words[first - 1]
        if name in ("least", "more") or (name == "over" and not scan.at(first - 2, "and")):
            high = None
        elif name in ("most", "fewer"):
            low = None
        elif name == "approx" or (name == "vague" and word == "some"):
            approximate = True
        elif not ((name == "a" and scan.at(first, "approx")) or name == "exact"):
            break
        first -= 1
    if scan.at(last, "approx") and scan.words[last] in ("or so", "or more"):
        high, approximate, last = (
            (None, approximate, last + 1) if scan.words[last] == "or more" else (high, True, last + 1)
        )
    return quantity._replace(first=first, last=last, low=low, high=high, approximate=approximate)


def unit_after(scan: Scan, at: int) -> tuple[str | None, str | None]:
    """Unit and measure where a unit follows: time, distance, weight."""
    at = at + 1 if scan.at(at, "hyphen", "further") else at
    at = at + 1 if scan.at(at, "of") and scan.at(at + 1, "units") else at
    if scan.at(at, "whole"):
        at += 1
    if scan.at(at, "unit", "units"):
        return _TIME_UNITS[scan.value(at)], "duration"
    if scan.at(at, "distance"):
        return scan.value(at), "distance"
    if scan.at(at, "unitother"):
        return scan.value(at) or scan.words[at], "other"
    return None, None
