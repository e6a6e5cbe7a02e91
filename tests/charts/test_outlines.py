"""Country outlines: what a map needs to draw the states an article names."""

import itertools

import pytest

from dateline import codebook
from dateline.charts import outlines

COLUMNS = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")


def holds(country: str, longitude: float, latitude: float) -> bool:
    """Whether the point lies in one of the country's rings, by ray casting."""
    inside = False
    for ring in outlines.load()[country]:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            if (ay > latitude) != (by > latitude):
                inside ^= longitude < ax + (latitude - ay) * (bx - ax) / (by - ay)
    return inside


@pytest.mark.parametrize(
    ("country", "longitude", "latitude"),
    [
        ("PAK", 73.1, 33.7),  # Islamabad
        ("AFG", 69.2, 34.5),  # Kabul
        ("USA", -98.6, 39.8),  # Kansas
        ("RUS", -178.0, 67.5),  # Chukotka, east of the date line
        ("RUS", 37.6, 55.8),  # Moscow
        ("FJI", 178.0, -17.8),  # Viti Levu
        ("XKX", 21.0, 42.6),  # Kosovo
        ("PSE", 35.2, 32.2),  # Nablus
    ],
)
def test_a_town_lies_inside_its_country(country, longitude, latitude):
    assert holds(country, longitude, latitude)


def test_a_town_lies_outside_the_neighbour():
    assert not holds("IND", 74.3, 31.5)  # Lahore


def test_every_ring_is_closed_and_on_the_globe():
    for rings in outlines.load().values():
        for ring in rings:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_ring_is_drawn_right_across_the_map():
    steps = [
        abs(b[0] - a[0])
        for rings in outlines.load().values()
        for ring in rings
        for a, b in itertools.pairwise(ring)
    ]
    assert max(steps) < 90


def test_keys_are_iso_codes():
    known = {row["iso3"] for row in codebook.rows("countries", COLUMNS)}
    assert set(outlines.load()) <= known
