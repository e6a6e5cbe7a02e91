"""The article against itself: rules over its tables, one function each named as in `findings.check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.found import Found
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene], Iterator[Found]], ...] = ()
