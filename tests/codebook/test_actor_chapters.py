"""The chapters on who can act hold together: no form means two things, every code exists."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.codebook import rows, values

COLUMNS = {
    "countries": ("iso3", "name", "aliases", "adjectives", "demonyms", "capital", "region"),
    "areas": ("name", "aliases", "adjectives", "kind", "country"),
    "metonyms": ("text", "country", "sector", "name", "use"),
    "organisations": ("name", "aliases", "kind", "country", "sector", "parent", "reference"),
    "agents": ("noun", "kind", "sector", "coref", "instrument"),
    "offices": ("title", "sector", "use"),
}

#: PLOVER's actor sectors, with the four of CAMEO that commentaries need.
_SECTORS = "GOV MIL SPY LEG JUD COP REB UAF OPP PTY CVL ELI MED EDU BUS LAB NGO IGO CRM AGR HLH REF REL"
SECTORS = frozenset(_SECTORS.split())


def chapter(name: str) -> list[dict[str, str]]:
    return rows(name, COLUMNS[name])


def named(name: str) -> list[str]:
    """Every name and alias of a chapter."""
    return [form for row in chapter(name) for form in (row["name"], *values(row["aliases"]))]


def repeated(forms: list[str]) -> list[str]:
    return sorted(form for form, count in Counter(forms).items() if count > 1)


CODES = frozenset(row["iso3"] for row in chapter("countries"))


def test_every_state_of_the_united_nations_and_the_disputed_ones_are_listed() -> None:
    wanted = "AFG BRA CHN COD DEU EGY ETH FRA GBR IND IRN IRQ ISR JPN KOR MEX PAK PRK PSE RUS TWN USA XKX ZAF"
    assert set(wanted.split()) <= CODES
    assert len(CODES) > 240


@pytest.mark.parametrize("code", ["SUN", "YUG", "CSK", "DDR"])
def test_states_that_no_longer_exist_keep_their_own_code(code: str) -> None:
    assert code in CODES


def test_country_codes_are_three_capital_letters() -> None:
    assert [code for code in CODES if not (len(code) == 3 and code.isalpha() and code.isupper())] == []


@pytest.mark.parametrize("column", ["adjectives", "demonyms"])
def test_a_word_for_a_people_means_one_country(column: str) -> None:
    assert repeated([form for row in chapter("countries") for form in values(row[column])]) == []


def test_a_country_name_means_one_country() -> None:
    assert repeated(named("countries")) == []


def test_every_country_lies_in_a_region() -> None:
    assert [row["name"] for row in chapter("countries") if not row["region"]] == []


def test_the_name_of_an_organisation_is_that_of_no_other() -> None:
    assert repeated([row["name"] for row in chapter("organisations")]) == []


def test_only_bodies_of_different_countries_share_an_alias() -> None:
    having: dict[str, list[str]] = {}
    for row in chapter("organisations"):
        for form in (row["name"], *values(row["aliases"])):
            having.setdefault(form, []).append(row["country"])
    shared = {form: countries for form, countries in having.items() if len(countries) > 1}
    assert sorted(form for form, found in shared.items() if "" in found or repeated(found)) == []
    assert {"Labour Party", "Socialist Party", "Islamic Jihad", "Muslim Brotherhood"} <= set(shared)


def test_organisations_are_of_a_known_kind_country_and_sector() -> None:
    for row in chapter("organisations"):
        assert row["kind"] in {"organisation", "group"}, row
        assert row["country"] in CODES | {""}, row
        assert row["sector"] in SECTORS, row
        assert row["reference"], row


def test_a_parent_is_an_organisation_of_the_chapter() -> None:
    names = {row["name"] for row in chapter("organisations")}
    assert [row for row in chapter("organisations") if row["parent"] and row["parent"] not in names] == []


def test_metonyms_stand_for_a_known_country_and_sector() -> None:
    found = chapter("metonyms")
    assert repeated([row["text"] for row in found]) == []
    for row in found:
        assert row["country"] in CODES | {""}, row
        assert row["sector"] in SECTORS | {""}, row
        assert row["use"] in {"exclusive", "agent"}, row


def test_areas_are_no_countries() -> None:
    countries = {form for row in chapter("countries") for form in (row["name"], *values(row["adjectives"]))}
    found = named("areas")
    assert repeated(found) == []
    assert sorted(countries.intersection(found)) == []


def test_an_agent_noun_has_one_meaning() -> None:
    found = chapter("agents")
    assert repeated([row["noun"] for row in found]) == []
    for row in found:
        assert row["kind"] in {"person", "organisation", "group"}, row
        assert row["sector"] in SECTORS, row
        assert row["coref"] in {"yes", "no"}, row
        assert row["instrument"] in {"yes", "no"}, row


def test_a_title_has_one_meaning() -> None:
    found = chapter("offices")
    assert repeated([title for row in found for title in values(row["title"])]) == []
    for row in found:
        assert row["sector"] in SECTORS | {""}, row
        assert row["use"] in {"prefix", "office", "both"}, row
