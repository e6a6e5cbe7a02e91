"""A user's codebook file, read: what may stand in it, and how a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.user import Entry, read


def entries(text: str, name: str = "mine.toml") -> list[Entry]:
    found, problems = read(Path(name), text.encode())
    assert [str(problem) for problem in problems] == []
    return found


def problems(text: str, name: str = "mine.toml") -> list[str]:
    return [str(problem) for problem in read(Path(name), text.encode())[1]]


def test_a_table_is_an_entry_with_lists_for_cells_of_several_values() -> None:
    (entry,) = entries(
        '[[organisations]]\nname = "Free Fishers"\naliases = ["FF", "Fishers"]\nsector = "LAB"'
    )
    assert entry.chapter.name == "organisations"
    assert entry.cells == {"name": "Free Fishers", "aliases": "FF|Fishers", "sector": "LAB"}


def test_a_csv_is_named_after_its_chapter() -> None:
    text = "# bodies\nname,sector,kind,removes\nFree Fishers,LAB,group,\nHarbour Guard,,,yes\n"
    first, second = entries(text, "organisations.csv")
    assert first.cells == {"name": "Free Fishers", "sector": "LAB", "kind": "group"}
    assert (first.removes, second.removes) == (False, True)


def test_the_phrases_of_a_verb_may_be_a_table() -> None:
    (entry,) = entries('[[verbs]]\nid = "my:x"\nlemma = "x"\nwith = {to = ["death", "prison"], for = "life"}')
    assert entry.cells["with"] == "to:death|prison;for:life"


def test_numbers_and_flags_are_written_as_such() -> None:
    (place, verb) = entries(
        '[[places]]\nname = "Zo"\nkind = "site"\nlatitude = -3.5\nlongitude = 12\n'
        '[[verbs]]\nid = "my:x"\nlemma = "x"\nreciprocal = true'
    )
    assert (place.cells["latitude"], place.cells["longitude"]) == ("-3.5", "12")
    assert verb.cells["reciprocal"] == "yes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[[organizations]]\nname = "X"',
            "mine.toml: organizations: there is no such chapter; did you mean 'organisations'?",
        ),
        (
            '[organisations]\nname = "X"',
            "mine.toml: organisations: is not a list of entries; open each with [[organisations]]",
        ),
        (
            '[[organisations]]\nname = "X"\nalias = ["Y"]',
            "mine.toml: organisations 'X': unknown key 'alias'; did you mean 'aliases'?",
        ),
        (
            '[[organisations]]\naliases = ["Y"]',
            "mine.toml: organisations entry 1: name is missing: it names the entry",
        ),
        (
            '[[organisations]]\nname = ["X"]',
            "mine.toml: organisations entry 1: name has one value, not a list",
        ),
        (
            '[[verbs]]\nid = "my:x"\nlemma = "x"\ncameo = 111',
            "mine.toml: verbs 'my:x': cameo is a word in quotes: \"111\"",
        ),
        (
            '[[verbs]]\nid = "my:x"\nlemma = "x"\nevent_type = "ASSULT"',
            "mine.toml: verbs 'my:x': unknown event_type 'ASSULT'; did you mean 'ASSAULT'?",
        ),
        (
            '[[offices]]\ntitle = "Margrave"\nuse = "always"',
            "mine.toml: offices 'Margrave': unknown use 'always'; known are 'both', 'office', 'prefix'",
        ),
        (
            '[[places]]\nname = "Zo"\nlatitude = 95',
            "mine.toml: regions 'Zo': latitude '95' is not a number from -90 to 90",
        ),
        (
            '[[countries]]\nname = "Zo"\niso3 = "zo"',
            "mine.toml: countries 'Zo': iso3 'zo' is not three capital letters",
        ),
        (
            '[[classes]]\nclass = "boat"\nwords = ["boat"]',
            "mine.toml: classes 'boat': a class starts with @: '@boat'",
        ),
        (
            '[[organisations]]\nname = "X"\nreplaces = "yes"',
            "mine.toml: organisations 'X': replaces is true or false, not 'yes'",
        ),
        (
            '[[times]]\nwords = ["ramadan"]\nclass = "MOON"\n',
            "mine.toml: times 'ramadan': unknown class 'MOON'; did you mean 'MONTH'?",
        ),
    ],
)
def test_a_mistake_is_told_with_file_entry_and_what_would_be_right(text: str, told: str) -> None:
    assert problems(text) == [told]


def test_a_word_of_a_class_of_numbers_is_worth_a_number() -> None:
    (told,) = problems('[[numbers]]\nwords = "zillion"\nclass = "scale"\nvalue = "lots"')
    assert (
        told
        == "mine.toml: numbers 'zillion': value is a number in the class 'scale', as '12', and not 'lots'"
    )


def test_an_unknown_sector_is_told_with_those_that_there_are() -> None:
    (told,) = problems('[[organisations]]\nname = "X"\nsector = "ARMY"')
    assert told.startswith(
        "mine.toml: organisations 'X': unknown sector 'ARMY'; known are 'AGR', 'BUS', 'COP'"
    )


def test_every_mistake_of_a_file_is_told() -> None:
    found = problems('[[organisations]]\nname = "X"\nalias = "Y"\nsort = "group"\n[[nonsense]]\na = 1')
    assert len(found) == 3


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"[[organisations]\n", "mine.toml", "mine.toml: is not TOML"),
        (b'[[organisations]]\nname = "Caf\xe9"', "mine.toml", "mine.toml: byte 29 is not UTF-8"),
        (
            b"name\nX\n",
            "bodies.csv",
            "bodies.csv: a CSV is named after its chapter, and there is no 'bodies'",
        ),
        (b"name,kind\nX\n", "areas.csv", "areas.csv: row 2: 1 cells, and the first row has 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(content: bytes, name: str, told: str) -> None:
    (problem,) = read(Path(name), content)[1]
    assert str(problem).startswith(told)
