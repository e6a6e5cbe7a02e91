"""Whatever the text, it is read, in time in proportion to its length, and the result hangs together."""

from __future__ import annotations

import time

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


@pytest.mark.parametrize(
    "piece",
    ["the army said that rebels fled ", ", ", "( ", "(the army ", "the army of ", "while X fled, ",
     "army and ", "big ", "after the army ", "he asked him to ask ", "the army which ", "Iran's ", "killed and the rebels, "],
)  # fmt: skip
def test_text_without_a_stop_takes_time_in_proportion_to_it(doc, piece: str) -> None:
    def seconds(count: int) -> float:
        begun = time.perf_counter()
        doc(piece * count)
        return time.perf_counter() - begun

    seconds(500)
    # Work that grew with the square would take 16 times as long; the floor allows for a busy machine.
    assert seconds(4000) < 10 * max(seconds(1000), 0.05)
