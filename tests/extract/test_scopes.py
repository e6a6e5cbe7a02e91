"""Which clause a word belongs to, also in sentences that no editor would pass."""

from __future__ import annotations

from telling import told

from dateline import language
from dateline.article import Article, Block, Section
from dateline.extract.scopes import Scopes
from dateline.language.document import Sentence


def sentence(text: str) -> Sentence:
    article = Article(text, (Block(0, len(text), "body", 1, 0),), (Section(None, 0, len(text)),))
    return language.read(article).sentences[0]


def nearest(text: str, word: str) -> str | None:
    """The verb of the clause nearest to a word."""
    clause = Scopes(sentence(text)).nearest(text.index(word))
    return clause.lemma if clause is not None else None


def test_a_phrase_belongs_to_the_last_verb_before_it() -> None:
    text = "Ghana arrested a spy on Monday and expelled him on Friday."
    assert (nearest(text, "Monday"), nearest(text, "Friday")) == ("arrest", "expel")


def test_what_stands_before_all_verbs_belongs_to_the_first() -> None:
    assert nearest("On Monday Ghana arrested a spy and expelled him.", "Monday") == "arrest"


def test_a_sentence_without_a_verb_has_no_clause() -> None:
    assert nearest("Talks in Oslo.", "Oslo") is None


def test_dozens_of_clauses_are_told_one_by_one() -> None:
    text = " and ".join(["Iraq attacked Kuwait"] * 80) + "."
    assert told(text) == ["Iraq > ASSAULT 190 > Kuwait"] * 80


def test_a_noun_on_a_noun_on_a_noun_does_not_end_in_an_error() -> None:
    assert told("Iraq condemned the attack" + " of the attack" * 1500 + ".") != []
