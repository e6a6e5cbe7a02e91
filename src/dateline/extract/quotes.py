"""Which words of an article stand in quotation marks.

For the statements. A quotation may run over several sentences of a paragraph; in each it is a span
of its own, open at the end where it goes on. A single mark that is an apostrophe opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.language.document import Doc, Sentence, Word

_OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "``": "''", "'": "'"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: ``first``/``last`` are the marks, or one outside the sentence where it has none."""

    first: int
    last: int


def find(doc: Doc) -> dict[int, list[Quote]]:
    """The quotations of each sentence that has any, by the sentence's position."""
    found: dict[int, list[Quote]] = {}
    closing, paragraph = "", -1
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            closing, paragraph = "", sentence.paragraph
        if closing or any(mark in sentence.text for mark in _OPENING):
            quotes, closing = _of(sentence, closing)
            if quotes:
                found[sentence.position] = quotes
    return found


def _of(sentence: Sentence, closing: str) -> tuple[list[Quote], str]:
    """The quotations of a sentence, and the mark that would close the last one where it goes on."""
    quotes: list[Quote] = []
    words = sentence.words
    first = -1
    for word in words:
        if closing:
            if word.text in closing and not _is_possessive(words, word, closing):
                quotes.append(Quote(first, word.i))
                closing = ""
        elif word.text in _OPENING and (word.text != "'" or _stands_before(words, word)):
            closing, first = _OPENING[word.text], word.i
    if closing in ("’", "'"):
        return quotes, ""  # an apostrophe after all
    if closing:
        quotes.append(Quote(first, len(words)))
    return quotes, closing


def _is_possessive(words: list[Word], word: Word, closing: str) -> bool:
    """ "the ‘rebels’ camp’": the mark behind a plural is an apostrophe where another one follows."""
    if closing not in ("’", "'") or not words[word.i - 1].lower.endswith("s") or word.tag != "POS":
        return False
    return any(later.text == word.text for later in words[word.i + 1 :])


def _stands_before(words: list[Word], word: Word) -> bool:
    after = words[word.i + 1] if word.i + 1 < len(words) else None
    before = words[word.i - 1] if word.i else None
    return after is not None and after.start == word.end and (before is None or before.end < word.start)
