"""Readers of the files of incidents that analysts download, each giving the same frame.

For ``checks``, and for whoever wants to look at such a file:

>>> from dateline.checks import sources
>>> sources.read("GEDEvent_v23_1.csv", countries=["PAK"], since="2011-01-01", until="2011-12-31")

A file is known by its columns, never by its name. :mod:`.frame` has the columns of what is given, and a
module for each data set says how it comes about. All errors are :class:`dateline.errors.InputError`.
"""

from __future__ import annotations

from .reading import FORMATS, read

__all__ = ["FORMATS", "read"]
