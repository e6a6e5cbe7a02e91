"""The codes that frames may give (CAMEO, PLOVER) and the word classes their constraints use."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from . import CodebookError, rows, values
from .entries import Code, Mode

_CODES = ("code", "name", "goldstein", "quad_class", "event_type", "event_mode", "also", "reference")


def refusal(chapter: str, key: str, message: str) -> CodebookError:
    """The error for the row of ``chapter`` that ``key`` names."""
    return CodebookError(f"{chapter}.csv, row {key!r}: {message}", chapter, key, message)


class Refusals:
    """Stands around the reading of a row: lets its error out, or, to tell all of them, collects it."""

    def __init__(self, collect: bool = False) -> None:
        self.collect = collect
        self.found: list[CodebookError] = []

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if self.collect and isinstance(error, CodebookError):
            self.found.append(error)
            return True
        return False


def read_modes(refusals: Refusals) -> dict[tuple[str, str], Mode]:
    """PLOVER's (type, mode) pairs; the mode "" is the type itself."""
    found: dict[tuple[str, str], Mode] = {}
    for row in rows("plover", ("event_type", "event_mode", "quad_class", "score", "reference")):
        pair = (row["event_type"], row["event_mode"])
        with refusals:
            if pair in found:
                raise refusal("plover", "/".join(pair), "stands twice")
            score = float(row["score"]) if row["score"] else None
            found[pair] = Mode(*pair, int(row["quad_class"]), score)
    return found


def read_codes(modes: dict[tuple[str, str], Mode], refusals: Refusals) -> dict[str, Code]:
    """The CAMEO codes, each with the (type, mode) pairs that a frame may give with it."""
    found: dict[str, Code] = {}
    for row in rows("cameo", _CODES):
        with refusals:
            if row["code"] in found:
                raise refusal("cameo", row["code"], "stands twice")
            found[row["code"]] = _code(row, modes)
    return found


def _code(row: dict[str, str], modes: dict[tuple[str, str], Mode]) -> Code:
    code, own = row["code"], (row["event_type"], row["event_mode"])
    pairs = [own] if own[0] else []
    for value in values(row["also"]):
        event_type, _, event_mode = value.partition("/")
        pairs.append((event_type, event_mode))
    for pair in pairs:
        if pair not in modes:
            raise refusal("cameo", code, f"{'/'.join(pair)} is no type and mode of plover.csv")
    numbers = float(row["goldstein"]), int(row["quad_class"])
    return Code(code, row["name"], *numbers, *own, frozenset(pairs))


def read_classes(refusals: Refusals) -> dict[str, frozenset[str]]:
    """The word classes, each with the words of those that it uses; a circle of classes is refused."""
    listed: dict[str, tuple[str, ...]] = {}
    for row in rows("classes", ("class", "words", "reference")):
        with refusals:
            if row["class"] in listed or not row["class"].startswith("@"):
                raise refusal("classes", row["class"], "a class starts with @ and stands once")
            listed[row["class"]] = values(row["words"])
    found: dict[str, frozenset[str]] = {}
    for name in listed:
        with refusals:
            _class(name, listed, found, ())
    return found


def _class(
    name: str, listed: dict[str, tuple[str, ...]], found: dict[str, frozenset[str]], inside: tuple[str, ...]
) -> None:
    """Reads a class after those that it uses; ``inside`` are the classes that are being read."""
    if name in found:
        return
    if name in inside:
        raise refusal("classes", name, f"is a part of itself, through {', '.join(inside)}")
    for word in listed[name]:
        if word in listed:
            _class(word, listed, found, (*inside, name))
    found[name] = words_of(listed[name], found, "classes", name)


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
    """The type, mode and code of a row, which must agree; all empty says: no event.

    A code without a type has the one that it is converted to.
    """
    event_type, event_mode, cameo = row["event_type"], row["event_mode"], row["cameo"]
    if not (event_type or event_mode or cameo):
        return "", None, ""
    if cameo not in codes:
        close = get_close_matches(cameo, codes, 3, 0.5)
        raise refusal(chapter, key, f"unknown CAMEO code {cameo!r}; near are {', '.join(close) or 'none'}")
    if not (event_type or event_mode) and codes[cameo].event_type:
        event_type, event_mode = codes[cameo].event_type, codes[cameo].event_mode
    if (event_type, event_mode) not in codes[cameo].modes:
        allowed = ", ".join(sorted("/".join(pair) for pair in codes[cameo].modes)) or "no event"
        raise refusal(chapter, key, f"{event_type}/{event_mode} is not what {cameo} may be: {allowed}")
    return event_type, event_mode or None, cameo
