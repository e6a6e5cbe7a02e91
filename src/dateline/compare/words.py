"""Which words of two texts differ: for whoever shows an old text beside a new one.

Used by the comparison of tables and by ``dateline verify``, which shows how an output changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MOST = 3000  # tokens of a text up to which each differing word is looked for; above, only the ends
_AROUND = 60  # characters kept on either side of what differs

#: ``(tag, old start, old end, new start, new end)`` as difflib has them, in tokens.
Step = tuple[str, int, int, int, int]
Mark = Callable[[str], str]


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """The words and signs of ``text[start:end]``, with their offsets into ``text``."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [(match[0], match.start(), match.end()) for match in found]


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How the old tokens become the new ones.

    difflib takes quadratic time, so that of long texts only what differs between a common beginning and a
    common end is told.
    """
    if len(old) + len(new) <= _MOST:
        return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    a, b = len(old) - tail, len(new) - tail
    inner: Step = ("replace", head, a, head, b)
    return [("equal", 0, head, 0, head), inner, ("equal", a, len(old), b, len(new))]


def bracketed(words: str) -> str:
    return f"[{words}]"


def marked(
    old: str, new: str, mark: Mark = bracketed, keep: Mark = str, around: int | None = None
) -> tuple[str, str]:
    """Both texts with the words marked in which they differ; the rest goes through ``keep``.

    Where ``around`` is given, what is the same is cut to so many characters beside the marks.
    """
    left, right = tokens(old), tokens(new)
    found = _joined(steps([token for token, *_ in left], [token for token, *_ in right]))
    if not found:  # nothing but white space, or signs that are no token
        found = [("replace", 0, len(left), 0, len(right))] if old != new else []
    sides = ((old, left, [step[1:3] for step in found]), (new, right, [step[3:5] for step in found]))
    before, after = (_marked(*side, mark, keep, around) for side in sides)
    return before, after


def clipped(old: str, new: str) -> tuple[str, str]:
    """Both texts with the differing words in brackets, without most of what is the same."""
    return marked(old, new, around=_AROUND)


def _joined(found: Sequence[Step]) -> list[Step]:
    """The differing steps; those with nothing but one short sign between them are one ("2011-[03]-[19]")."""
    out: list[Step] = []
    for step in found:
        if step[0] == "equal":
            continue
        if out and step[1] - out[-1][2] <= 1 and step[3] - out[-1][4] <= 1:
            out[-1] = ("replace", out[-1][1], step[2], out[-1][3], step[4])
        else:
            out.append(step)
    return out


def _marked(
    text: str,
    cut: Sequence[tuple[str, int, int]],
    spans: Sequence[tuple[int, int]],
    mark: Mark,
    keep: Mark,
    around: int | None,
) -> str:
    parts: list[str] = []
    at = 0
    for first, last in spans:
        # where nothing stands that the other text has, what is the same is still cut around that place
        start = cut[first][1] if first < len(cut) else len(text)
        end = cut[last - 1][2] if last > first else start
        parts.append(keep(_short(text[at:start], around, bool(parts), True)))
        parts.append(mark(text[start:end]) if end > start else "")
        at = end
    parts.append(keep(_short(text[at:], around, bool(parts), False)))
    return "".join(parts)


def _short(text: str, around: int | None, left: bool, right: bool) -> str:
    """What stands between two marks, without its middle; ``left`` and ``right`` say where there is one."""
    if around is None or len(text) <= around * (left + right or 2) + 3:
        return text
    if not left and not right:
        return f"{text[: 2 * around]}…"
    return f"{text[:around] if left else ''}…{text[-around:] if right else ''}"
