"""A pytest plugin for ``dateline verify``: writes down what nbval found, cell by cell, in a file of JSON.

nbval compares; its own message shows whole outputs. ``dateline.stored`` tells from this file which cells
failed and what they gave.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

OPTION = "--dateline-outputs"
_failed = pytest.StashKey[list[dict[str, Any]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(OPTION, metavar="FILE", help="Write what failed to this file.")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_failed] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    report = yield
    if report.failed and call.excinfo is not None:
        cells = item.parent.nb.cells
        item.config.stash[_failed].append(
            {
                "index": next(index for index, cell in enumerate(cells) if cell is item.cell),
                "outputs": item.test_outputs,  # None where the kernel did not get that far
                "reason": str(call.excinfo.value),
            }
        )
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    path = Path(str(session.config.getoption(OPTION)))
    path.write_text(json.dumps(session.config.stash[_failed]), encoding="utf-8")
