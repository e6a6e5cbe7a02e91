"""Tables as people read them, for notebooks: each function takes the article's tables and returns a
:class:`View`.

>>> from dateline import views
>>> views.ledger(tables)

A view is HTML in a notebook and plain text elsewhere; everything the article says is escaped in it.
"""

from dateline.views.accounts import accounts, alone, articles, cite_all, differing, kinds
from dateline.views.across import argued, heard, namings, said_by_same
from dateline.views.afterwards import afterwards, afterwards_for
from dateline.views.argument import open_events, premises, said_of, sides_of
from dateline.views.cards import card, cite, found, unread
from dateline.views.events import ledger, requests, row, weights
from dateline.views.findings import findings
from dateline.views.marked import marked
from dateline.views.marks import corrections
from dateline.views.people import people, statements
from dateline.views.view import View

__all__ = [
    "View",
    "accounts",
    "afterwards",
    "afterwards_for",
    "alone",
    "argued",
    "articles",
    "card",
    "cite",
    "cite_all",
    "corrections",
    "differing",
    "findings",
    "found",
    "heard",
    "kinds",
    "ledger",
    "marked",
    "namings",
    "open_events",
    "people",
    "premises",
    "requests",
    "row",
    "said_by_same",
    "said_of",
    "sides_of",
    "statements",
    "unread",
    "weights",
]
