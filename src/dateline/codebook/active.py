"""Which codebook is in force, and what was worked out from it, for everything that reads chapters.

The packaged codebook holds unless a parse is given files of its own. What is derived from chapters is kept
once for each codebook, so that two parses with different ones never see each other's words: one after
another, or at once in two threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from os import PathLike
from typing import Any, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: A user's codebook files: one, several, or none.
Files: TypeAlias = "str | PathLike[str] | Iterable[str | PathLike[str]] | None"


@dataclass(slots=True, eq=False)
class Codebook:
    """The packaged codebook with a user's entries: the chapters that they change, merged.

    ``digest`` says which files they are from, ``own`` how many entries of a chapter.
    ``derived`` has what functions under :func:`derived` made of it, and goes when the codebook goes.
    """

    chapters: dict[str, list[dict[str, str]]]
    digest: str = ""
    own: dict[str, int] = field(default_factory=dict)
    derived: dict[Callable[..., Any], Callable[..., Any]] = field(default_factory=dict)


_ACTIVE: ContextVar[Codebook | None] = ContextVar("dateline_codebook", default=None)


def active() -> Codebook | None:
    """The user's codebook that is in force here; None where the packaged one is."""
    return _ACTIVE.get()


@contextmanager
def activated(codebook: Codebook | None) -> Iterator[None]:
    """Puts a codebook in force for what runs inside the ``with``, in this thread (or task) only."""
    token = _ACTIVE.set(codebook)
    try:
        yield
    finally:
        _ACTIVE.reset(token)


def derived(function: Callable[P, R]) -> Callable[P, R]:
    """``functools.cache`` for what depends on chapters: one memory for each codebook.

    Arguments are given by position.
    """
    return _remembering(function, cache)


def derived_last(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """``functools.lru_cache(most)`` for what depends on chapters: one memory for each codebook."""
    return lambda function: _remembering(function, lru_cache(most))


def _remembering(function: Callable[P, R], remember: Callable[..., Any]) -> Callable[P, R]:
    packaged, get = remember(function), _ACTIVE.get

    def own(codebook: Codebook) -> Callable[..., R]:
        memory = codebook.derived.get(function)
        return memory or codebook.derived.setdefault(function, remember(function))

    def without() -> R:
        codebook = get()
        return packaged() if codebook is None else own(codebook)()

    def with_arguments(*args: Any) -> R:
        codebook = get()
        return packaged(*args) if codebook is None else own(codebook)(*args)

    # These are asked thousands of times a second: a call without arguments packs none.
    current = with_arguments if function.__code__.co_argcount else without
    return wraps(function)(current)  # type: ignore[return-value]
