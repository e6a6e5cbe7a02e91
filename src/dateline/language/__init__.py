"""From text to sentences of tagged words, noun groups and clauses.

:func:`read` is the one way in. It needs no model and no download, and its result depends on the
text alone.
"""

from __future__ import annotations

from dateline.article import READ_ROLES, Article, Block
from dateline.ids import digest
from dateline.language import attachment, clauses, groups, tagging, tokens
from dateline.language.document import Doc, Sentence, Word
from dateline.language.spine import spine


def read(article: Article) -> Doc:
    """The sentences of ``article``; those of a role that is read for events are analysed in full."""
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for block in article.blocks:
        for cut in tokens.sentences(article.text, block.start, block.end):
            found.append(_sentence(article.text, block, cut, len(found) + 1, seen))
    return Doc(article.text, found)


def _sentence(
    text: str, block: Block, cut: list[tokens.Token], position: int, seen: dict[str, int]
) -> Sentence:
    start, end = cut[0].start, cut[-1].end
    words = text[start:end]
    occurrence = seen.get(words, 0)
    seen[words] = occurrence + 1
    sentence = Sentence(
        sentence_id=digest("s", words, occurrence),
        position=position,
        role=block.role,
        paragraph=block.paragraph,
        section=block.section,
        start=start,
        end=end,
        text=words,
    )
    if block.role in READ_ROLES:
        analyse(sentence, cut)
    return sentence


def analyse(sentence: Sentence, cut: list[tokens.Token]) -> None:
    """Fills in the words, noun groups and clauses of ``sentence``."""
    sentence.words = [
        Word(i, text, lower, tag, lemma, start, end)
        for i, ((text, start, end), (lower, tag, lemma)) in enumerate(zip(cut, tagging.tag(cut), strict=True))
    ]
    line = spine(sentence.words)
    sentence.groups = groups.find(line)
    governed = attachment.attach(sentence.words, line, sentence.groups)
    sentence.clauses = clauses.find(sentence.words, line, sentence.groups, governed)
    sentence.groups += attachment.brackets(sentence.words, sentence.groups)
