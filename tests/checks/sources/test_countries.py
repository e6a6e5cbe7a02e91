"""Countries as data sets write them."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.checks.sources.countries import (
    country_code,
    country_codes,
    government_code,
    government_codes,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAK"),
        ("United States of America", "USA"),
        ("Viet Nam", "VNM"),
        ("Cambodia (Kampuchea)", "KHM"),
        ("Serbia (Yugoslavia)", "SRB"),
        ("Madagascar (Malagasy)", "MDG"),
        ("Congo", "COG"),
        (" Ivory Coast ", "CIV"),
        ("Atlantis", None),
    ],
)
def test_names(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        ("Government of Peru", "PER"),
        ("Government of Yemen (North Yemen)", "YEM"),
        ("Military Forces of Mali (2020-2021)", "MLI"),
        ("Military Forces of Niger (2021-)", "NER"),
        ("Peru", None),
        ("National Liberation Front of Chad", None),
    ],
)
def test_governments_and_their_forces(actor: str, code: str | None) -> None:
    assert government_code(actor) == code


def test_columns() -> None:
    names = pd.Series(["Chad", None, "Atlantis"], index=[4, 5, 6], dtype="string")
    assert country_codes(names).tolist() == ["TCD", pd.NA, pd.NA]
    assert country_codes(names).index.tolist() == [4, 5, 6]
    assert government_codes("Government of " + names).tolist() == ["TCD", pd.NA, pd.NA]
