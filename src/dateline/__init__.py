"""Policy commentary to auditable tables: who did what to whom, when, where, how many, who says so.

>>> import dateline
>>> tables = dateline.parse(dateline.read("data/articles/2011-04-25_ashraf_us-pakistan.txt"))
>>> tables.events

Names are imported when they are first used: ``import dateline`` and ``dateline --help`` need no pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article import Article as Article
    from dateline.checks import check as check
    from dateline.checks.reference import Reference as Reference
    from dateline.checks.reference import load_reference as load_reference
    from dateline.errors import InputError as InputError
    from dateline.evaluation import evaluate as evaluate
    from dateline.explaining import explain as explain
    from dateline.parsing import parse as parse
    from dateline.reading import from_text as from_text
    from dateline.reading import read as read
    from dateline.tables import Tables as Tables
    from dateline.validation import TableError as TableError

__version__ = "0.1.0"

_HOME = {
    "Article": "dateline.article",
    "InputError": "dateline.errors",
    "Reference": "dateline.checks.reference",
    "TableError": "dateline.validation",
    "Tables": "dateline.tables",
    "check": "dateline.checks",
    "evaluate": "dateline.evaluation",
    "explain": "dateline.explaining",
    "from_text": "dateline.reading",
    "load_reference": "dateline.checks.reference",
    "parse": "dateline.parsing",
    "read": "dateline.reading",
}

__all__ = [
    "Article",
    "InputError",
    "Reference",
    "TableError",
    "Tables",
    "__version__",
    "check",
    "evaluate",
    "explain",
    "from_text",
    "load_reference",
    "parse",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
