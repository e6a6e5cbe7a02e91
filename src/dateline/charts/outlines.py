"""Country outlines, for the maps of the notebooks.

Natural Earth 1:50m (public domain), through the npm package world-atlas; simplified by
``tools/compile_outlines.py``. They show who holds the ground as Natural Earth draws it, and say
nothing on who should.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

Ring = list[tuple[float, float]]


@cache
def load() -> dict[str, list[Ring]]:
    """ISO 3166-1 alpha-3 code to closed rings of (longitude, latitude), the largest ring first.

    Lakes and enclaves are not cut out; Kosovo is XKX.
    """
    text = resources.files("dateline.charts").joinpath("outlines.json").read_text("utf-8")
    return {country: [_ring(flat) for flat in rings] for country, rings in json.loads(text).items()}


def _ring(flat: list[int]) -> Ring:
    return [(x / 100, y / 100) for x, y in zip(flat[::2], flat[1::2], strict=True)]
