"""Word lists of the codebook as patterns, for the rules that read words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def any_spaced(words: Iterable[str]) -> str:
    """The same, where white space in them may be broken otherwise in the text."""
    return any_of(words).replace(r"\ ", r"\s+")
