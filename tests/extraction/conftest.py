"""Says at the end of a run how many cases are open, so that nobody takes a green suite for a full mark."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    from extraction.cases import load, still_open

    terminalreporter.write_line(f"tests/extraction: {len(still_open())} of {len(load())} cases are open")
