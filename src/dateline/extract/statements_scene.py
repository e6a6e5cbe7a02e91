"""What the readers of statements see: a sentence with its quotations and cues, and the content they find.

For ``statements`` and the modules beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.cast import Cast
from dateline.extract.quotes import Quote
from dateline.extract.reporting import Cues
from dateline.language.document import NounGroup, Sentence


@dataclass(slots=True)
class Scene:
    """A sentence with what is needed to read its statements."""

    sentence: Sentence
    quotes: list[Quote]
    cues: Cues
    cast: Cast

    def quoted(self, i: int) -> Quote | None:
        """The quotation that word ``i`` stands in."""
        return next((q for q in self.quotes if q.first <= i <= q.last), None)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content, the speaker where it stands beside the verb, and who is spoken to."""

    first: int
    last: int
    speaker: NounGroup | None = None
    audience: NounGroup | None = None
