"""Accounts of the same events in several articles, for readers who want to know where they differ.

>>> from dateline import accounts, notebooks
>>> articles, record = notebooks.load_all("data/articles/*")
>>> both = accounts.Comparison(articles)
>>> both.accounts, both.differences

Two articles are taken to tell of one event where kind, days, parties, place and dead agree well enough, and
nothing contradicts: see :mod:`dateline.accounts.same`. A pair that is missed costs a reader less than one
that is wrong.
"""

from dateline.accounts.comparison import Comparison

__all__ = ["Comparison"]
