"""The invented dispute, told in no event, in three and in three hundred."""

from __future__ import annotations

import pytest
from invented import dispute

from dateline.tables import Tables


@pytest.fixture
def none() -> Tables:
    return dispute(0)


@pytest.fixture
def few() -> Tables:
    return dispute(3)


@pytest.fixture
def many() -> Tables:
    return dispute(300)
