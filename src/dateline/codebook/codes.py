"""The codes that frames may give (CAMEO, PLOVER) and the word classes their constraints use."""

from __future__ import annotations

from collections.abc import Iterable

from . import CodebookError, rows, values
from .entries import Code, Mode

_CODES = ("code", "name", "goldstein", "quad_class", "event_type", "event_mode", "also", "reference")


def refusal(chapter: str, key: str, message: str) -> CodebookError:
    """The error for the row of ``chapter`` that ``key`` names."""
    return CodebookError(f"{chapter}.csv, row {key!r}: {message}")


def read_modes() -> dict[tuple[str, str], Mode]:
    """PLOVER's (type, mode) pairs; the mode "" is the type itself."""
    found: dict[tuple[str, str], Mode] = {}
    for row in rows("plover", ("event_type", "event_mode", "quad_class", "score", "reference")):
        pair = (row["event_type"], row["event_mode"])
        if pair in found:
            raise refusal("plover", "/".join(pair), "stands twice")
        score = float(row["score"]) if row["score"] else None
        found[pair] = Mode(*pair, int(row["quad_class"]), score)
    return found


def read_codes(modes: dict[tuple[str, str], Mode]) -> dict[str, Code]:
    """The CAMEO codes, each with the (type, mode) pairs that a frame may give with it."""
    found: dict[str, Code] = {}
    for row in rows("cameo", _CODES):
        code, own = row["code"], (row["event_type"], row["event_mode"])
        if code in found:
            raise refusal("cameo", code, "stands twice")
        pairs = [own] if own[0] else []
        for value in values(row["also"]):
            event_type, _, event_mode = value.partition("/")
            pairs.append((event_type, event_mode))
        for pair in pairs:
            if pair not in modes:
                raise refusal("cameo", code, f"{'/'.join(pair)} is no type and mode of plover.csv")
        numbers = float(row["goldstein"]), int(row["quad_class"])
        found[code] = Code(code, row["name"], *numbers, *own, frozenset(pairs))
    return found


def read_classes() -> dict[str, frozenset[str]]:
    """The word classes; a class may use those above it, so there are no circles."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("classes", ("class", "words", "reference")):
        name = row["class"]
        if name in found or not name.startswith("@"):
            raise refusal("classes", name, "a class starts with @ and stands once")
        found[name] = words_of(values(row["words"]), found, "classes", name)
    return found


def words_of(
    words: Iterable[str], classes: dict[str, frozenset[str]], chapter: str, key: str
) -> frozenset[str]:
    """The words, with the members of a class in the place of the class."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            found.add(word)
        elif word in classes:
            found |= classes[word]
        else:
            raise refusal(chapter, key, f"unknown class {word}")
    return frozenset(found)


def read_code_of(
    row: dict[str, str], codes: dict[str, Code], chapter: str, key: str
) -> tuple[str, str | None, str]:
    """The type, mode and code of a row, which must agree; all empty says: no event."""
    event_type, event_mode, cameo = row["event_type"], row["event_mode"], row["cameo"]
    if not (event_type or event_mode or cameo):
        return "", None, ""
    if cameo not in codes:
        raise refusal(chapter, key, f"unknown CAMEO code {cameo!r}")
    if (event_type, event_mode) not in codes[cameo].modes:
        allowed = ", ".join(sorted("/".join(pair) for pair in codes[cameo].modes))
        raise refusal(chapter, key, f"{event_type}/{event_mode} is not what {cameo} may be: {allowed}")
    return event_type, event_mode or None, cameo
