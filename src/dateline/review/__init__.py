"""What people put right: corrections in `reviews/NAME.csv`, laid over the machine's tables.

>>> from dateline import review
>>> found = review.apply(tables, review.read("data/reviews/2011-04-25_ashraf_us-pakistan.csv"))
>>> found.tables.events, found.unmatched

`docs/review.md` says what can be corrected, and how.
"""

from dateline.review.applying import CODED, JUDGED, apply, machine, overlay, where_judged
from dateline.review.corrections import ACTIONS, CHANGEABLE, COLUMNS, NOTHING, Correction
from dateline.review.files import write
from dateline.review.reading import kept, located, of, read
from dateline.review.results import Applied, Cleared, Stale, Unmatched

__all__ = [
    "ACTIONS",
    "CHANGEABLE",
    "CODED",
    "COLUMNS",
    "JUDGED",
    "NOTHING",
    "Applied",
    "Cleared",
    "Correction",
    "Stale",
    "Unmatched",
    "apply",
    "kept",
    "located",
    "machine",
    "of",
    "overlay",
    "read",
    "where_judged",
    "write",
]
