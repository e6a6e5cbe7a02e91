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
    to_read: list[tuple[Sentence, list[tokens.Token], Tags]] = []
    seen: dict[str, int] = {}
    for block in article.blocks:
        given: Tags = {}
        if pipeline is not None and block.role in READ_ROLES:
            given = tags(pipeline, article.text, block.start, block.end)
        for cut in tokens.sentences(article.text, block.start, block.end):
            sentence = _sentence(article.text, block, cut, len(found) + 1, seen)
            found.append(sentence)
            if block.role in READ_ROLES:
                to_read.append((sentence, cut, given))
    _analyse(to_read)
    return Doc(article.text, found)


def _sentence(
    text: str, block: Block, cut: list[tokens.Token], position: int, seen: dict[str, int]
) -> Sentence:
    start, end = cut[0].start, cut[-1].end
    words = text[start:end]
    occurrence = seen.get(words, 0)
    seen[words] = occurrence + 1
    return Sentence(
        sentence_id=digest("s", words, occurrence),
        position=position,
        role=block.role,
        paragraph=block.paragraph,
        section=block.section,
        start=start,
        end=end,
        text=words,
    )


def _analyse(to_read: list[tuple[Sentence, list[tokens.Token], Tags]]) -> None:
    """Fills in the words, noun groups and clauses of sentences; the tags given with one go before our own.

    Step by step and not sentence by sentence: that takes an eighth less time, because each step's code stays
    in the processor's cache.
    """
    for sentence, cut, given in to_read:
        texts, starts, ends = zip(*cut, strict=True)
        sentence.words = list(map(Word, range(len(texts)), texts, *tagging.tag(texts), starts, ends))
        if given:
            _retag(sentence.words, given)
    lines = [(sentence, spine(sentence.words)) for sentence, _, _ in to_read]
    for sentence, line in lines:
        sentence.groups = groups.find(line)
    attached = [
        (sentence, line, attachment.attach(sentence.words, line, sentence.groups)) for sentence, line in lines
    ]
    for sentence, line, governed in attached:
        sentence.clauses = clauses.find(sentence.words, line, sentence.groups, governed)
        sentence.groups += attachment.brackets(sentence.words, sentence.groups)


def _retag(words: list[Word], given: Tags) -> None:
    for word in words:
        tag = given.get((word.start, word.end))
        if tag is not None and tag != word.tag:
            word.tag, word.lemma = tag, lemma(word.lower, tag)
