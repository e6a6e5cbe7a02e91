"""Row ids that survive edits elsewhere in the article.

A sentence's id is a digest of its own words and of how many sentences with the same words stand
before it. A row's id is a digest of its sentence's id, its place *inside* that sentence and what
tells it from its neighbours. No offset into the article, row number or time goes in.
"""

from __future__ import annotations

import hashlib


def digest(prefix: str, *parts: object) -> str:
    """``prefix`` and twelve hexadecimal digits that depend on ``parts`` alone."""
    joined = "\x1f".join(map(str, parts))
    return f"{prefix}_{hashlib.blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
