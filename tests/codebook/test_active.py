"""What is worked out from chapters is kept apart for each codebook, and nothing else remembers it."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

import dateline
from dateline.codebook import Codebook, activated, active, derived, packaged
from dateline.codebook.chapters import CHAPTERS

TEXT = (
    "LIMA, May 4 (Wire) - Peru's Foreign Minister Ana Torres said on Monday that Chilean troops had attacked "
    "a village near Arequipa, killing at least twelve civilians. The UN condemned the attack a day later. "
    "Chile must withdraw its forces, she said, because the two countries signed a treaty in 1883. "
    "He will meet her if the army's offensive ends."
)


def test_what_is_derived_is_worked_out_once_for_each_codebook() -> None:
    calls: list[Codebook | None] = []

    @derived
    def name() -> str:
        calls.append(active())
        book = active()
        return book.digest if book else "packaged"

    one, other = Codebook({}, "one"), Codebook({}, "other")
    told = []
    for book in (None, one, None, other, one):
        with activated(book):
            told += [name(), name()]
    assert told == ["packaged"] * 2 + ["one"] * 2 + ["packaged"] * 2 + ["other"] * 2 + ["one"] * 2
    assert calls == [None, one, other]


def test_what_was_derived_goes_with_its_codebook() -> None:
    @derived
    def something() -> list[int]:
        return [1]

    book = Codebook({}, "mine")
    with activated(book):
        kept = something()
    assert kept is not something()
    assert len(book.derived) == 1


class _Watched(dict[Any, Any]):
    """A codebook's memory that tells when a function of ``functools.cache`` looks into it."""

    inside: list[str] = []  # noqa: RUF012  # one for all, emptied by each test
    caught: set[str] = set()  # noqa: RUF012

    def get(self, key: Any, default: Any = None) -> Any:
        if self.inside:
            self.caught.add(f"{self.inside[-1]} remembers what depends on the codebook")
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        if self.inside:
            self.caught.add(f"{self.inside[-1]} remembers the chapter {key}")
        return super().__contains__(key)


def _modules() -> list[ModuleType]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("dateline.")]


@contextmanager
def _watching(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Empties every memory of ``functools.cache``, and notes which function is being worked out."""

    def watched(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            _Watched.inside.append(function.__qualname__)
            try:
                return function.__wrapped__(*args, **kwargs)  # type: ignore[attr-defined]
            finally:
                _Watched.inside.pop()

        return functools.cache(call)

    remembering = type(functools.cache(lambda: None))
    for module in _modules():
        for name, value in list(vars(module).items()):
            if isinstance(value, remembering):
                monkeypatch.setattr(module, name, watched(value))
    yield
    monkeypatch.undo()


def test_no_other_memory_holds_what_a_codebook_says(monkeypatch: pytest.MonkeyPatch) -> None:
    article = dateline.from_text(TEXT)
    dateline.parse(article)  # loads every module
    chapters = {c.name: packaged(c.name, c.columns) for c in CHAPTERS.values()}
    book = Codebook(_Watched(chapters), "mine", {}, _Watched())
    _Watched.caught.clear()
    with _watching(monkeypatch), activated(book):
        tables = dateline.parse(article)
    assert sorted(_Watched.caught) == []
    assert len(book.derived) > 10
    assert tables.events.equals(dateline.parse(article).events)
