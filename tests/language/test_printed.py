"""Words in a text that still has the printer's marks: the tokens are words, the offsets those of the text."""

from __future__ import annotations

import pytest

from dateline.language import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Colom\u00adbian army", ["The", "Colombian", "army"]),
        ("The oﬃcers ﬁred", ["The", "officers", "fired"]),
        ("The zero\u200bwidth space", ["The", "zerowidth", "space"]),
        ("A gov-\nernment fell", ["A", "government", "fell"]),
        ("A gov-\r\n  ernment fell", ["A", "government", "fell"]),
        ("A gov\u00ad\nernment fell", ["A", "government", "fell"]),
        ("A state-\nowned bank", ["A", "state-owned", "bank"]),
        ("The Anglo-\nAmerican war", ["The", "Anglo", "-", "American", "war"]),
        ("They met -\nand left", ["They", "met", "-", "and", "left"]),
    ],
)
def test_marks_and_breaks_are_no_part_of_a_word(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens.tokenize(text, 0, len(text))] == words


@pytest.mark.parametrize("text", ["Of Colom\u00adbian oﬃcers", "Of gov-\nernment men"])
def test_offsets_are_those_of_the_text(text: str) -> None:
    padded = f"Before. {text} after."
    found = tokens.tokenize(padded, 8, 8 + len(text))
    assert [padded[token.start : token.end] for token in found] == [*text.split(" ")]
