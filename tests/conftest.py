"""What many tests share: where the project is, and the bundled article."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def bundled() -> Path:
    """The bundled article's file."""
    return ROOT / "data" / "articles" / "2011-04-25_ashraf_us-pakistan.txt"
