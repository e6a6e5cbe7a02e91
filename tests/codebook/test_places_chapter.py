"""The gazetteer: places.csv, regions.csv and homonyms.csv."""

import pytest

from dateline import codebook
from dateline.extract.gazetteer import country_of, is_wary, lookup

PLACES = ("name", "aliases", "kind", "country", "admin1", "latitude", "longitude", "geoname_id", "population")
REGIONS = ("name", "kind", "country", "admin1", "latitude", "longitude", "aliases", "reference")
KINDS = {"site", "city", "district", "province", "country", "region"}
COUNTRIES = ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region")


@pytest.mark.parametrize(("chapter", "columns"), [("places", PLACES), ("regions", REGIONS)])
def test_every_row_has_a_name_a_kind_and_a_point_on_the_globe(chapter, columns):
    for row in codebook.rows(chapter, columns):
        assert row["name"], row
        assert row["kind"] in KINDS, row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row


def test_every_region_has_a_reference_that_the_chapter_explains():
    references = {row["reference"] for row in codebook.rows("regions", REGIONS)}
    assert references <= {"ISO", "IHO", "M49", "WFB", "GN", "UCDP", "EB"}


def test_regions_are_of_known_states():
    known = {row["iso3"] for row in codebook.rows("countries", COUNTRIES)} | {""}
    assert {row["country"] for row in codebook.rows("regions", REGIONS)} <= known


def test_no_region_stands_twice():
    keys = [(row["name"], row["kind"], row["country"]) for row in codebook.rows("regions", REGIONS)]
    assert sorted(keys) == sorted(set(keys))


def test_cells_of_the_compiled_chapter_are_never_quoted():
    assert not any('"' in cell for row in codebook.rows("places", PLACES) for cell in row.values())


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kiev", "city", "UKR"),
        ("Kyiv", "city", "UKR"),
        ("Rangoon", "city", "MMR"),
        ("Mazar-i-Sharif", "city", "AFG"),
        ("Falluja", "city", "IRQ"),
        ("Peking", "city", "CHN"),
        ("Bogotá", "city", "COL"),
        ("Bogota", "city", "COL"),
        ("Sana’a", "city", "YEM"),
        ("Helmand", "province", "AFG"),
        ("North-West Frontier Province", "province", "PAK"),
        ("Anbar", "province", "IRQ"),
        ("Rakhine", "province", "MMR"),
        ("Tigray", "province", "ETH"),
        ("Bihar", "province", "IND"),
        ("Antioquia", "province", "COL"),
        ("North Waziristan", "district", "PAK"),
        ("FATA", "region", "PAK"),
        ("Donbas", "region", "UKR"),
        ("West Bank", "region", "PSE"),
        ("South China Sea", "region", None),
        ("Panmunjom", "site", None),
        ("Burma", "country", "MMR"),
        ("Soviet Union", "country", "SUN"),
    ],
)
def test_a_name_leads_to_its_place(name, kind, country):
    assert (kind, country) in [(c.kind, c.country) for c in lookup(name)]


def test_a_name_in_capitals_is_the_same_name():
    assert lookup("KABUL") == lookup("Kabul")


def test_namesakes_are_all_kept():
    assert {c.country for c in lookup("Hyderabad") if c.kind == "city"} == {"IND", "PAK"}


def test_a_capital_is_known_as_one():
    assert [c.country for c in lookup("Tripoli") if c.capital] == ["LBY"]


@pytest.mark.parametrize("name", ["March", "Of", "Most", "turkey", "nice", "Sharif", "Parliament", ""])
def test_what_is_never_a_place_has_no_candidate(name):
    assert lookup(name) == ()


def test_a_word_or_surname_is_wary():
    assert is_wary("Reading")
    assert is_wary("Jackson")
    assert not is_wary("Karachi")


@pytest.mark.parametrize(("word", "country"), [("Afghan", "AFG"), ("Iraq", "IRQ"), ("Tuesday", None)])
def test_a_word_for_a_state_or_its_people_points_to_it(word, country):
    assert country_of(word) == country
