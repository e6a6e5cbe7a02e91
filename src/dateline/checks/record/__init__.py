"""The article against the public record: rules over its tables and the reference, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.checks.found import Found
from dateline.checks.reference import Reference
from dateline.checks.scene import Scene

RULES: tuple[Callable[[Scene, Reference], Iterator[Found]], ...] = ()
