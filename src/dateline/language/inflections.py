"""lemminflect, imported without spaCy.

It hooks into spaCy where that is installed, and so imports it: twice the time of a whole parse, for nothing
that is used here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from types import ModuleType


class _NoSpacy(MetaPathFinder):
    """Tells an import of spaCy that it is not there; one that is imported already stays."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if fullname == "spacy":
            raise ModuleNotFoundError("not needed by lemminflect", name="spacy")


@cache
def lemminflect() -> ModuleType:
    """The module, imported at the first call."""
    blocker = _NoSpacy()
    sys.meta_path.insert(0, blocker)
    try:
        import lemminflect
    finally:
        sys.meta_path.remove(blocker)
    return lemminflect
