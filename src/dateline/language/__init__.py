"""From text to sentences of tagged words, noun groups and clauses.

:func:`read` is the one way in. It needs no model and no download, and its result depends on the
text alone.
"""

from __future__ import annotations

from dateline.article import READ_ROLES, Article, Block
from dateline.ids import digest
from dateline.language import attachment, clauses, groups, tagging, tokens
from dateline.language.document import Doc, Sentence, Word
from dateline.language.lexicon import lemma
from dateline.language.pipeline import Pipeline, Tags, tags
from dateline.language.spine import spine


def read(article: Article, pipeline: Pipeline | None = None) -> Doc:
    """The sentences of ``article``; those of a role that is read for events are analysed in full.

    ``pipeline``: a trained spaCy pipeline, whose tags are taken (see :mod:`dateline.language.pipeline`).
    """
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for block in article.blocks:
        given: Tags = {}
        if pipeline is not None and block.role in READ_ROLES:
            given = tags(pipeline, article.text, block.start, block.end)
        for cut in tokens.sentences(article.text, block.start, block.end):
            found.append(_sentence(article.text, block, cut, len(found) + 1, seen, given))
    return Doc(article.text, found)


def _sentence(
    text: str, block: Block, cut: list[tokens.Token], position: int, seen: dict[str, int], given: Tags
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
        analyse(sentence, cut, given)
    return sentence


def analyse(sentence: Sentence, cut: list[tokens.Token], given: Tags) -> None:
    """Fills in the words, noun groups and clauses of ``sentence``; ``given`` tags go before our own."""
    texts, starts, ends = zip(*cut, strict=True)
    sentence.words = list(map(Word, range(len(texts)), texts, *tagging.tag(texts), starts, ends))
    if given:
        _retag(sentence.words, given)
    line = spine(sentence.words)
    sentence.groups = groups.find(line)
    governed = attachment.attach(sentence.words, line, sentence.groups)
    sentence.clauses = clauses.find(sentence.words, line, sentence.groups, governed)
    sentence.groups += attachment.brackets(sentence.words, sentence.groups)


def _retag(words: list[Word], given: Tags) -> None:
    for word in words:
        tag = given.get((word.start, word.end))
        if tag is not None and tag != word.tag:
            word.tag, word.lemma = tag, lemma(word.lower, tag)
