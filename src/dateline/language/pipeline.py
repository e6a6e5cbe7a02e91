"""Tags from a trained pipeline in place of those of the word list, for analysts who have one.

A pipeline is what spaCy calls so: a callable from a text to tokens with ``idx``, ``text`` and
``tag_``. Sentences, words and lemmas stay dateline's own, because ids, offsets and the codebook
rest on them; a word takes the pipeline's tag where the pipeline has a token of the same bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from dateline.errors import InputError

#: The Penn Treebank's tags of words (Marcus et al. 1993); those of punctuation are of no use here.
PENN = frozenset(
    {
        *(
            "CC",
            "CD",
            "DT",
            "EX",
            "FW",
            "IN",
            "JJ",
            "JJR",
            "JJS",
            "LS",
            "MD",
            "NN",
            "NNP",
            "NNPS",
            "NNS",
            "PDT",
        ),
        *(
            "POS",
            "PRP",
            "PRP$",
            "RB",
            "RBR",
            "RBS",
            "RP",
            "TO",
            "UH",
            "VB",
            "VBD",
            "VBG",
            "VBN",
            "VBP",
            "VBZ",
        ),
        *("WDT", "WP", "WP$", "WRB"),
    }
)
# Of the corpora that spaCy's English pipelines are trained on: affixes and what stands between words.
_NO_WORDS = frozenset({"ADD", "AFX", "HYPH", "NFP", "SYM", "XX", "_SP", "SP", "GW"})


class SpacyToken(Protocol):
    """What is read of a pipeline's token."""

    @property
    def idx(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def tag_(self) -> str: ...


Pipeline = Callable[[str], Iterable[SpacyToken]]
Tags = dict[tuple[int, int], str]


def load(name: str) -> Pipeline:
    """The installed spaCy pipeline ``name``, or the one in a folder of that name. Nothing is downloaded.

    Raises InputError where spaCy or the pipeline is not installed, or is not of English.
    """
    try:
        import spacy
    except ModuleNotFoundError:
        raise InputError(name, "a pipeline needs spaCy: pip install 'dateline[pipeline]'") from None
    try:
        found = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise InputError(name, f"no such spaCy pipeline is installed here ({_first(error)})") from error
    if found.lang != "en":
        raise InputError(name, f"a pipeline of language {found.lang!r}; what is read here is English (en)")
    return found


def tags(pipeline: Pipeline, text: str, start: int, end: int) -> Tags:
    """The tags that ``pipeline`` gives to the words of ``text[start:end]``, by the bounds of its tokens.

    Raises InputError where it tags nothing, or with other tags than the Penn Treebank's.
    """
    found: Tags = {}
    untagged = False
    for token in pipeline(text[start:end]):
        untagged = untagged or (token.text.isalpha() and not token.tag_)
        if token.tag_ in PENN:
            found[start + token.idx, start + token.idx + len(token.text)] = token.tag_
        elif token.tag_.isalpha() and token.tag_ not in _NO_WORDS:
            reason = f"{token.tag_!r} is no Penn Treebank tag (token {token.text!r})"
            raise InputError(_name(pipeline), reason)
    if untagged and not found:
        raise InputError(_name(pipeline), "it gives no tags: a trained pipeline with a tagger is needed")
    return found


def _name(pipeline: Pipeline) -> str:
    meta = getattr(pipeline, "meta", None)
    return f"{meta['lang']}_{meta['name']}" if meta else type(pipeline).__name__


def _first(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
