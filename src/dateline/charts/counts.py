"""Numbers in titles: all in words where they are small, all in digits where one of them is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline import wording

_WORDS = 10  # the highest that is written as a word


def counter(*numbers: int) -> Callable[..., str]:
    """A function that says each of ``numbers`` in the same manner: ``say(3)``, ``say(3, "event")``."""
    spelt = max(numbers, default=0) <= _WORDS

    def say(n: int, one: str = "", many: str = "") -> str:
        words = (
            wording.count(n, "-").split()[0] if spelt and n else f"{n:,}" if n else "no" if one else "none"
        )
        return f"{words} {one if n == 1 else many or one + 's'}" if one else words

    return say


def tally(parts: Iterable[tuple[int, str, str]], *others: int) -> str:
    """``three persons and one group`` of (number, one, many); nothing is said of what there is none of.

    ``others`` are numbers that stand in the same title.
    """
    found = [part for part in parts if part[0]]
    say = counter(*(n for n, _, _ in found), *others)
    return wording.listing(say(n, one, many) for n, one, many in found)


def headline(words: str) -> str:
    """The sentence as a title: a capital, and no full stop."""
    return wording.sentence(words).rstrip(".")
