"""Everything that is wrong with the codebook in force, for ``dateline codebook validate`` and the tests.

What a reader of a chapter must refuse, and what it would not notice: entries that can never hold, words that
no text can have in that form, names that two entries claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from . import frames, rows, settings, values
from .chapters import CHAPTERS, Chapter, of_realm
from .entries import Constraint, NounFrame, VerbFrame
from .merging import may_share
from .user import Problem, wrong_value

#: Classes that rules of the extractors ask for by name.
_ASKED_FOR = frozenset({"@person", "@transparent", "@meeting", "@statement"})


def problems() -> list[Problem]:
    """What is wrong with the chapters in force, in their order."""
    found: list[Problem] = []
    for chapter in CHAPTERS.values():
        found += _cells(chapter)
        found += _repeated(chapter)
    for realm in dict.fromkeys(chapter.realm for chapter in CHAPTERS.values() if chapter.realm):
        found += _claimed_twice(of_realm(realm))
    errors = frames.errors()
    found += [Problem(f"{error.chapter}.csv", repr(error.key), error.reason) for error in errors]
    if not errors:
        found += [*_unreachable(), *_not_lemmas(), *_unused()]
    return found


def _problem(chapter: Chapter, cells: dict[str, str], reason: str) -> Problem:
    return Problem(f"{chapter.name}.csv", repr(cells[chapter.key[0]][:60]), reason)


def _cells(chapter: Chapter) -> Iterator[Problem]:
    """Cells that are missing or hold what their column cannot."""
    known = {row["iso3"] for row in rows("countries", CHAPTERS["countries"].columns)}
    for row in rows(chapter.name, chapter.columns):
        for column in chapter.needed:
            if not row[column]:
                yield _problem(chapter, row, f"{column} is missing")
        for column, value in row.items():
            if value and column not in chapter.closed:  # the packaged chapter says what these may hold
                for reason in wrong_value(chapter, column, value):
                    yield _problem(chapter, row, reason)
        if row.get("country") and row["country"] not in known:
            yield _problem(chapter, row, f"unknown country {row['country']!r}")


def _repeated(chapter: Chapter) -> Iterator[Problem]:
    """Entries that stand twice, and words that a cell has twice."""
    seen: set[tuple[str, ...]] = set()
    for row in rows(chapter.name, chapter.columns):
        key = chapter.key_of(row)
        if not chapter.many and key in seen:
            yield _problem(chapter, row, "stands twice")
        seen.add(key)
        for column in sorted(chapter.lists):
            words = values(row[column])
            for word in dict.fromkeys(word for word in words if words.count(word) > 1):
                yield _problem(chapter, row, f"{column} has {word!r} twice")


def _claimed_twice(chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Words by which two entries would be found; the second never is."""
    first: dict[str, tuple[Chapter, str, dict[str, str]]] = {}
    for chapter in chapters:
        for row in rows(chapter.name, chapter.columns):
            for form, column in dict.fromkeys(chapter.forms_of(row)):
                there, its_column, its = first.setdefault(form, (chapter, column, row))
                if its is not row and not may_share(chapter, column, row, there, its_column, its):
                    name = f"{its[there.key[0]][:60]!r} ({there.name})"
                    yield _problem(chapter, row, f"{form!r} is already among the {its_column} of {name}")


def _unreachable() -> Iterator[Problem]:
    """Frames before which another one always holds."""
    book = frames.load()
    for verb, found in book.verbs.items():
        for n, later in enumerate(found):
            for earlier in found[:n]:
                if _holds_before(earlier, later):
                    reason = f"{verb!r} never gets here: {earlier.id!r} holds before it"
                    yield Problem("verbs.csv", repr(later.id), reason)
                    break
    for noun, group in book.nouns.items():
        for n, later in enumerate(group):
            for earlier in group[:n]:
                if _hides(earlier, later):
                    reason = f"{noun!r} never gets here: {earlier.id!r} holds before it"
                    yield Problem("nouns.csv", repr(later.id), reason)
                    break


def _hides(earlier: NounFrame, later: NounFrame) -> bool:
    return not earlier.mods if not later.mods else later.mods <= earlier.mods


def _holds_before(earlier: VerbFrame, later: VerbFrame) -> bool:
    """Whether whatever the later frame asks for is enough for the earlier one."""
    if earlier.particle != later.particle or not _covers(earlier.object, later.object):
        return False
    if earlier.reciprocal and earlier.object.kind == "none" and not later.reciprocal:
        return False
    if earlier.preps and not (
        later.preps and all(any(p == q and _covers(a, b) for p, a in earlier.preps) for q, b in later.preps)
    ):
        return False
    if not earlier.complement:
        return True
    return earlier.complement == later.complement and (
        not earlier.complement_types
        or bool(later.complement_types and later.complement_types <= earlier.complement_types)
    )


def _covers(wide: Constraint, narrow: Constraint) -> bool:
    """Whether what fits the narrow constraint fits the wide one."""
    if wide.kind == "any":
        return True
    if wide.kind in ("none", "some") or narrow.kind != "match":
        return wide.kind == narrow.kind or (wide.kind == "some" and narrow.kind == "match")
    return (
        wide.words >= narrow.words
        and (wide.actor or not narrow.actor)
        and (wide.place or wide.actor or not narrow.place)
    )


def _not_lemmas() -> Iterator[Problem]:
    """Inflected words where lemmas are asked for: no text has them as its lemma."""
    from dateline.language.lexicon import readings

    def base(word: str, part: str) -> str | None:
        bases = {lemma for tag, lemma in readings(word).items() if tag[0] == part}
        return None if not bases or word in bases else min(bases)

    for name, part in (("verbs", "V"), ("light_verbs", "V"), ("nouns", "N")):
        chapter = CHAPTERS[name]
        for row in rows(name, chapter.columns):
            for lemma in values(row["lemma"]):
                word = lemma.partition(" ")[0] if part == "V" else lemma.rpartition(" ")[2]
                if meant := base(word, part):
                    yield _problem(chapter, row, f"{lemma!r} is a form of {meant!r}; lemma holds lemmas")


def _unused() -> Iterator[Problem]:
    """Classes that nothing asks for."""
    asked = {*_ASKED_FOR, *re.findall(r"@[\w-]+", repr(settings("events")))}
    for name, columns in (("verbs", ("object", "with")), ("nouns", ("mods",)), ("classes", ("words",))):
        for row in rows(name, CHAPTERS[name].columns):
            for column in columns:
                asked.update(
                    word for part in row[column].split(";") for word in values(part.rpartition(":")[2])
                )
    for row in rows("classes", CHAPTERS["classes"].columns):
        if row["class"] not in asked:
            yield _problem(CHAPTERS["classes"], row, "no frame and no class uses it")
