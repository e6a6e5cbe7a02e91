"""How the language tests write down what was read: one short line a clause, group or word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.article import Article, Block, Section
from dateline.language import read
from dateline.language.document import Clause, Doc, NounGroup, Sentence


def _doc(text: str) -> Doc:
    block, section = Block(0, len(text), "body", 1, 0), Section(None, 0, len(text))
    return read(Article(text=text, blocks=(block,), sections=(section,)))


def _cut(sentence: Sentence, group: NounGroup | None) -> str:
    if group is None:
        return "-"
    members = (sentence.cut(*sentence.span(m.first, m.last)) for m in group.members())
    return " + ".join(members)


def _clause(sentence: Sentence, clause: Clause) -> str:
    flags = [flag for flag in ("negated", "passive", "perfect", "progressive") if getattr(clause, flag)]
    verb = " ".join(
        filter(None, [clause.lemma, clause.particle, clause.modal and f"[{clause.modal}]", *flags])
    )
    relation = clause.relation + (f" {clause.marker}" if clause.marker else "")
    return f"{relation}: {_cut(sentence, clause.subject)} | {verb} | {_cut(sentence, clause.object)}"


def _group(sentence: Sentence, group: NounGroup) -> str:
    text = _cut(sentence, group)
    if group.apposed is not None:
        text += f" = {_cut(sentence, group.apposed)}"
    for prep in group.preps:
        text += f" <{prep.word} {_group(sentence, prep.group)}>"
    return text


@pytest.fixture(scope="session")
def doc() -> Callable[[str], Doc]:
    """The Doc of a text that is one paragraph."""
    return _doc


@pytest.fixture(scope="session")
def clauses() -> Callable[[str], list[str]]:
    """``relation marker: subject | lemma particle [modal] flags | object``, a line a clause."""
    return lambda text: [_clause(s, c) for s in _doc(text).sentences for c in s.clauses]


@pytest.fixture(scope="session")
def groups() -> Callable[[str], list[str]]:
    """The noun groups that hang on no other, with what hangs on them."""

    def of(text: str) -> list[str]:
        found = []
        for s in _doc(text).sentences:
            hung = {id(g) for h in s.groups for g in (*h.joined, h.apposed, *(p.group for p in h.preps)) if g}
            found += [_group(s, g) for g in s.groups if id(g) not in hung]
        return found

    return of


@pytest.fixture(scope="session")
def tags() -> Callable[[str], str]:
    """``word/tag`` for every word."""
    return lambda text: " ".join(f"{w.text}/{w.tag}" for s in _doc(text).sentences for w in s.words)
