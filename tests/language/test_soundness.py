"""Whatever the text, it is read, with work in proportion to its length, and the result hangs together."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.document import Doc

_WORDS = st.sampled_from(
    [
        "the",
        "army",
        "which",
        "that",
        "who",
        "whose",
        "said",
        "killed",
        "fled",
        "to",
        "of",
        "and",
        "or",
        ",",
        ";",
        ":",
        ".",
        "(",
        ")",
        "[",
        '"',
        "“",
        "”",
        "'",
        "'s",
        "Iran",
        "Monday",
        "after",
        "while",
        "because",
        "as",
        "not",
        "has",
        "been",
        "was",
        "will",
        "killing",
        "led",
        "by",
        "40",
        "more",
        "than",
        "up",
        "over",
        "let",
        "help",
        "stop",
        "–",
        "—",
        "?",
        "because",
        "of",
    ]
)


def _assert_sound(doc: Doc) -> None:
    """What holds of every Doc: parents form a forest, and every index lies in its sentence."""
    for sentence in doc.sentences:
        size = len(sentence.words)
        for clause in sentence.clauses:
            above, steps = clause, 0
            while above is not None:
                above, steps = above.parent, steps + 1
                assert steps <= len(sentence.clauses)
            assert all(child.parent is clause for child in clause.children)
            assert clause.parent is None or sum(c is clause for c in clause.parent.children) == 1
            assert (
                0
                <= clause.first
                <= clause.verb_first
                <= clause.verb
                <= clause.verb_last
                <= clause.last
                < size
            )
        for group in sentence.groups:
            assert 0 <= group.first <= group.head <= group.last < size
            assert all(prep.first > group.first for prep in group.preps)


@given(st.lists(_WORDS, max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_jumble_of_words_is_read_and_its_parents_form_a_forest(doc, words: list[str]) -> None:
    _assert_sound(doc(" ".join(words)))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(doc, text: str) -> None:
    _assert_sound(doc(text))


@given(st.text(alphabet="()[]{}\"'“”‘’.,;:!?-–—…$%& ", max_size=200))
@settings(max_examples=200, deadline=None)
def test_punctuation_alone_is_read(doc, text: str) -> None:
    _assert_sound(doc(text))


_PIECES = [
    "the army said that rebels fled ", ", ", "( ", "(the army ", "the army of ", "while X fled, ",
    "big ", "army and ", "after the army ", "he asked him to ask ", "the army which ", "Iran's ",
    "killed and the rebels, ",
]  # fmt: skip


@pytest.mark.parametrize("piece", _PIECES)
def test_text_without_a_stop_takes_work_in_proportion_to_it(doc, piece: str) -> None:
    """Counted in lines of Python run, because a clock would measure the machine's other work too."""

    def lines(count: int) -> int:
        run = 0

        def trace(frame: FrameType, event: str, argument: object) -> object:
            nonlocal run
            run += event == "line"
            return trace

        text = piece * count
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            doc(text)
        finally:
            sys.settrace(before)
        return run

    assert lines(4 * 400) < 5 * lines(400)
