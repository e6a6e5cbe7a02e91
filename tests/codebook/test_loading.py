"""A user's entries in force: what they add, complete, replace and remove, and for whom they hold."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline import InputError, Tables, codebook
from dateline.codebook import loading, rows
from dateline.codebook.chapters import CHAPTERS

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def parsed(text: str, files: object = None) -> Tables:
    return dateline.parse(dateline.from_text(text), codebook=files)  # type: ignore[arg-type]


def events(text: str, files: object = None) -> list[str]:
    found = parsed(text, files).events
    return [
        f"{e.source_country} {e.event_type} {e.target_country}, {e.rule}"
        for e in found.itertuples(index=False)
    ]


def entity(tables: Tables, name: str) -> dict[str, object]:
    found = tables.entities[tables.entities["name"] == name]
    assert len(found) == 1, list(tables.entities["name"])
    return found.iloc[0].to_dict()


def refused(files: object) -> str:
    with pytest.raises(InputError) as error:
        loading.load(files)  # type: ignore[arg-type]
    return str(error.value)


def cells(chapter: str, name: str, files: object) -> dict[str, str]:
    """The row of a chapter by its key, with the files in force."""
    known = CHAPTERS[chapter]
    with loading.using(files):  # type: ignore[arg-type]
        return next(row for row in rows(chapter, known.columns) if row[known.key[0]] == name)


# -- what an entry changes ---------------------------------------------------------------------


def test_an_armed_group_is_somebody_of_its_country_and_sector(written: Written) -> None:
    mine = written(
        '[[organisations]]\nname = "Harbour Dawn"\naliases = ["HDW"]\nkind = "group"\nsector = "REB"\n'
        'country = "PER"'
    )
    told = entity(parsed("The HDW attacked a convoy near Lima on 3 May 1991.", mine), "Harbour Dawn")
    assert (told["kind"], told["country"], told["sector"]) == ("group", "PER", "REB")


def test_an_office_makes_its_bearer_a_person_of_its_sector(written: Written) -> None:
    mine = written('[[offices]]\ntitle = ["Margrave"]\nsector = "GOV"\nuse = "both"')
    told = entity(parsed("Margrave Otto Brandt met Danish envoys in Oslo.", mine), "Otto Brandt")
    assert (told["kind"], told["sector"], told["role"]) == ("person", "GOV", "Margrave")


@pytest.mark.parametrize("wording", ["doxxed", "has doxxed", "is doxxing", "doxxes"])
def test_a_verb_that_no_dictionary_has_is_coded_in_all_its_forms(written: Written, wording: str) -> None:
    mine = written(
        '[[verbs]]\nid = "my:doxx"\nlemma = ["doxx"]\nobject = ["!actor"]\ntarget = "object"\ncameo = "176"'
    )
    assert events(f"Brazil {wording} Chile.") == []
    assert events(f"Brazil {wording} Chile.", mine) == ["BRA COERCE CHL, my:doxx"]


def test_a_building_speaks_for_its_government(written: Written) -> None:
    mine = written(
        '[[metonyms]]\ntext = "Blue Pavilion"\ncountry = "CHL"\nsector = "GOV"\nname = "Blue Pavilion"\n'
        'use = "exclusive"'
    )
    assert events("The Blue Pavilion condemned Peru.", mine) == ["CHL ACCUSE PER, verb:condemn"]


def test_a_place_has_its_coordinates(written: Written) -> None:
    mine = written(
        '[[places]]\nname = "Zandoria Camp"\nkind = "site"\ncountry = "TCD"\nlatitude = 13.5\nlongitude = 22'
    )
    text = "Rebels attacked French troops in Zandoria Camp on 3 May 2008."
    found = parsed(text, mine).places
    assert found[["name", "country", "latitude"]].to_numpy().tolist() == [["Zandoria Camp", "TCD", 13.5]]
    assert parsed(text).places["latitude"].isna().tolist() == [True]


def test_a_noun_frame_and_an_agent_noun_are_added(written: Written) -> None:
    mine = written(
        '[[nouns]]\nid = "my:tollgate"\nlemma = "tollgrab"\nsource = ["owner", "by"]\ntarget = ["of"]\n'
        'cameo = "163"\nalone = true\n'
        '[[agents]]\nnoun = "tollmaster"\nkind = "person"\nsector = "BUS"'
    )
    text = "Peru's tollgrab of Chile began in May 1999. Peruvian tollmasters met in Lima."
    tables = parsed(text, mine)
    assert tables.events["rule"][0] == "my:tollgate"
    assert entity(tables, "Peruvian tollmasters")["sector"] == "BUS"


def test_a_word_of_time_is_read(written: Written) -> None:
    mine = written('[[times]]\nwords = ["brumaire"]\nclass = "MONTH"\nvalue = 11')
    times = parsed("The envoys met on 9 Brumaire 1999.", mine).times
    assert list(times["value"]) == ["1999-11-09"]


def test_a_reporting_verb_is_read(written: Written) -> None:
    mine = written('[[statements]]\ncue = "tweet"\nkind = "verb"\nshapes = ["clause"]\nspeech = "say"')
    text = "Ecuador's minister tweeted that Peru had withdrawn its troops."
    assert list(parsed(text, mine).statements["cue"]) == ["tweeted"]


@pytest.mark.parametrize(("wanted", "rule"), [('object = "+"', "my:condemn"), ("", "verb:condemn")])
def test_of_frames_of_as_many_constraints_the_users_goes_first(
    written: Written, wanted: str, rule: str
) -> None:
    mine = written(
        f'[[verbs]]\nid = "my:condemn"\nlemma = "condemn"\n{wanted}\ntarget = "object"\ncameo = "112"'
    )
    assert events("Kenya condemned Uganda.", mine) == [f"KEN ACCUSE UGA, {rule}"]


def test_a_code_without_a_type_has_the_one_that_it_is_converted_to(written: Written) -> None:
    mine = written('[[verbs]]\nid = "my:doxx"\nlemma = "doxx"\ntarget = "object"\ncameo = "0251"')
    (row,) = parsed("Brazil doxxed Chile.", mine).events.itertuples(index=False)
    assert (row.event_type, row.cameo) == ("REQUEST", "0251")


# -- entries that stand already ----------------------------------------------------------------


def test_an_entry_of_a_known_name_completes_it(written: Written) -> None:
    mine = written('[[organisations]]\nname = "Taliban"\naliases = ["Seekers of Kandahar"]')
    row = cells("organisations", "Taliban", mine)
    assert row["sector"] == "REB"
    assert row["aliases"].split("|")[-1] == "Seekers of Kandahar"


def test_words_are_added_to_a_packaged_frame_and_a_packaged_class(written: Written) -> None:
    mine = written(
        '[[verbs]]\nid = "verb:condemn"\nlemma = "tut"\n[[classes]]\nclass = "@diplomat"\nwords = ["nuncio"]'
    )
    assert events("France tutted Spain.", mine) == ["FRA ACCUSE ESP, verb:condemn"]
    assert cells("classes", "@diplomat", mine)["words"].endswith("|nuncio")


def test_a_contradiction_is_refused_with_both_entries(written: Written) -> None:
    mine = written('[[organisations]]\nname = "Taliban"\nsector = "GOV"', "mine.toml")
    assert refused(mine) == (
        f"{mine}: organisations 'Taliban': sector is 'REB' in the packaged codebook, and 'GOV' here; "
        "leave it out to complete that entry, or say replaces = true"
    )


def test_a_word_that_another_entry_has_is_refused(written: Written) -> None:
    mine = written(
        '[[organisations]]\nname = "United Nurses"\naliases = ["UN"]\nkind = "organisation"\nsector = "LAB"'
    )
    assert refused(mine) == (
        f"{mine}: organisations 'United Nurses': 'UN' is already among the aliases of 'United Nations' "
        "(organisations) in the packaged codebook; leave the word out, or say replaces = true to take it "
        "from there"
    )


def test_what_replaces_stands_in_the_place_of_the_other(written: Written) -> None:
    mine = written(
        '[[organisations]]\nname = "United Nurses"\naliases = ["UN"]\nkind = "organisation"\nsector = "LAB"\n'
        "replaces = true"
    )
    assert "UN" not in cells("organisations", "United Nations", mine)["aliases"].split("|")
    assert parsed("The UN condemned Peru.", mine).entities["sector"][0] == "LAB"


def test_a_frame_that_replaces_a_packaged_one_keeps_nothing_of_it(written: Written) -> None:
    mine = written(
        '[[verbs]]\nid = "verb:condemn"\nlemma = "condemn"\ntarget = "object"\ncameo = "110"\nreplaces = true'
    )
    assert cells("verbs", "verb:condemn", mine)["lemma"] == "condemn"


def test_a_removed_word_goes_and_the_others_of_its_row_stay(written: Written) -> None:
    mine = written('[[light_verbs]]\nlemma = "lodge"\nremoves = true')
    with loading.using(mine):
        listed = "|".join(row["lemma"] for row in rows("light_verbs", CHAPTERS["light_verbs"].columns)).split(
            "|"
        )
    assert "lodge" not in listed
    assert {"make", "hold"} <= set(listed)


@pytest.mark.parametrize("flag", ["removes", "replaces"])
def test_what_is_not_there_is_neither_removed_nor_replaced(written: Written, flag: str) -> None:
    mine = written(
        f'[[organisations]]\nname = "Talibans of Zo"\nkind = "group"\nsector = "REB"\n{flag} = true'
    )
    assert f"there is nothing of this name to {flag[:-1]}" in refused(mine)


def test_an_entry_is_named_by_all_of_its_key(written: Written) -> None:
    mine = written('[[places]]\nname = "Shamsi"\nremoves = true')
    assert refused(mine).endswith("named by name, kind, country, and there is Shamsi, site, PAK")


def test_an_entry_stands_once_in_a_file(written: Written) -> None:
    one = '[[verbs]]\nid = "my:x"\nlemma = "doxx"\ncameo = "176"\n'
    assert refused(written(one * 2)).endswith("verbs 'my:x': stands twice in this file")


def test_a_rule_has_one_name_among_verbs_and_nouns(written: Written) -> None:
    verb, noun = ('id = "my:x"\nlemma = "dox"\ncameo = "176"\n' for _ in "vn")
    told = refused(written(f"[[verbs]]\n{verb}[[nouns]]\n{noun}"))
    assert "nouns 'my:x': 'my:x' is already an entry of verbs in" in told


def test_two_files_are_merged_and_their_conflicts_named(written: Written) -> None:
    first = written('[[organisations]]\nname = "Harbour Dawn"\nkind = "group"\nsector = "REB"', "first.toml")
    second = written('[[organisations]]\nname = "Harbour Dawn"\naliases = ["HDW"]', "second.toml")
    third = written('[[organisations]]\nname = "Harbour Dawn"\nsector = "GOV"', "third.toml")
    assert cells("organisations", "Harbour Dawn", [first, second])["aliases"] == "HDW"
    assert f"sector is 'REB' in {first}, and 'GOV' here" in refused([first, third])


def test_bodies_of_different_countries_may_share_an_alias(written: Written) -> None:
    mine = written(
        '[[organisations]]\nname = "Harbour Dawn"\naliases = ["Taleban"]\nkind = "group"\nsector = "REB"\n'
        'country = "PER"'
    )
    assert cells("organisations", "Harbour Dawn", mine)["aliases"] == "Taleban"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            '[[areas]]\nname = "Zo"\nkind = "region"\ncountry = "PRU"',
            "unknown country 'PRU'; countries are ISO 3166-1",
        ),
        (
            '[[areas]]\nname = "Zo"\nkind = "region"\ncountry = "Peru"',
            "unknown country 'Peru'; did you mean 'PER'?",
        ),
        ('[[organisations]]\nname = "Zo"\nkind = "group"', "sector is missing"),
        ('[[verbs]]\nid = "my:x"\nlemma = "doxx"\ncameo = "9999"', "unknown CAMEO code '9999'; near are"),
        ('[[verbs]]\nid = "my:x"\nlemma = "doxx"\nobject = "@ships"\ncameo = "176"', "unknown class @ships"),
        (
            '[[verbs]]\nid = "my:x"\nlemma = "doxx"\nevent_type = "AID"\ncameo = "176"',
            "AID/ is not what 176 may be: COERCE/cyber",
        ),
        (
            '[[verbs]]\nid = "my:x"\nlemma = "doxx"\ntarget = "object.2"\ncameo = "176"',
            "unknown slot 'object.2'",
        ),
        (
            '[[compositions]]\nouter = "my:none"\ninner = "*"\ncameo = "110"',
            "outer is no frame, code or effect",
        ),
        (
            '[[classes]]\nclass = "@a"\nwords = ["@b"]\n[[classes]]\nclass = "@b"\nwords = ["@a"]',
            "is a part of itself",
        ),
    ],
)
def test_what_does_not_fit_the_rest_is_refused(written: Written, entry: str, told: str) -> None:
    mine = written(entry)
    assert told in refused(mine)
    assert refused(mine).startswith(str(mine))


def test_several_problems_are_counted(written: Written) -> None:
    mine = written('[[areas]]\nname = "Zo"\n[[areas]]\nname = "Za"')
    assert refused(mine).endswith("kind is missing (and 1 more: dateline codebook validate)")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        loading.load(tmp_path / "none.toml")


# -- for whom they hold ------------------------------------------------------------------------

GROUP = '[[organisations]]\nname = "{0}"\nkind = "group"\nsector = "REB"\ncountry = "{1}"'
TEXT = "The Harbour Dawn attacked Chile on 3 May 1991. The Evening Tide condemned Peru."


def test_they_hold_for_one_call(written: Written) -> None:
    mine = written(GROUP.format("Harbour Dawn", "PER"))
    before = parsed(TEXT)
    own = parsed(TEXT, mine)
    after = parsed(TEXT)
    assert own.events["source_country"][0] == "PER"
    for name in before.sizes():
        assert getattr(after, name).equals(getattr(before, name)), name


def test_they_hold_for_the_block_and_for_a_failing_one(written: Written) -> None:
    mine = written(GROUP.format("Harbour Dawn", "PER"))
    with pytest.raises(RuntimeError), codebook.activated(loading.load(mine)):
        assert events(TEXT)[0].startswith("PER ASSAULT")
        raise RuntimeError
    assert codebook.active() is None


def test_two_threads_each_have_their_own(written: Written) -> None:
    mine = written(GROUP.format("Harbour Dawn", "PER"), "mine.toml")
    yours = written(GROUP.format("Harbour Dawn", "BOL"), "yours.toml")
    found: dict[str, set[str]] = {"PER": set(), "BOL": set()}
    start = threading.Barrier(2)

    def work(country: str, file: Path) -> None:
        start.wait()
        for _ in range(5):
            found[country].add(events(TEXT, file)[0])

    threads = [threading.Thread(target=work, args=pair) for pair in (("PER", mine), ("BOL", yours))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(told) for told in found.values()] == [1, 1]
    assert all(told.pop().startswith(country) for country, told in found.items())


def test_a_changed_file_is_read_again(written: Written) -> None:
    assert events(TEXT, written(GROUP.format("Harbour Dawn", "PER")))[0].startswith("PER")
    assert events(TEXT, written(GROUP.format("Harbour Dawn", "BOL")))[0].startswith("BOL")


def test_only_a_few_codebooks_are_kept(written: Written) -> None:
    made = [
        loading.load(written(GROUP.format(f"Group {letter}", "PER"), f"{letter}.toml"))
        for letter in "abcdefg"
    ]
    assert len(loading._kept) <= 4
    assert loading.load(written(GROUP.format("Group g", "PER"), "g.toml")) is made[-1]


def test_a_long_file_takes_no_longer_an_entry(written: Written) -> None:
    entries = (
        f'[[organisations]]\nname = "Group {n}"\nkind = "group"\nsector = "REB"\n' for n in range(3000)
    )
    book = loading.load(written("".join(entries)))
    assert book is not None
    assert book.own == {"organisations": 3000}


def test_the_articles_table_names_the_files(written: Written, tmp_path: Path) -> None:
    mine = written(GROUP.format("Harbour Dawn", "PER"))
    (told,) = parsed(TEXT, mine).articles["codebook"]
    assert told.startswith("mine.toml@")
    assert len(told) == len("mine.toml@") + 12
    assert parsed(TEXT).articles["codebook"].isna().all()


def test_tables_written_and_read_back_are_valid(written: Written, tmp_path: Path) -> None:
    tables = parsed(TEXT, written(GROUP.format("Harbour Dawn", "PER")))
    tables.write(tmp_path / "out")
    again = Tables.read(tmp_path / "out")
    again.validate()
    assert again.articles["codebook"].equals(tables.articles["codebook"])


def test_the_same_files_give_the_same_tables(written: Written) -> None:
    mine = written(GROUP.format("Harbour Dawn", "PER"))
    one = parsed(TEXT, mine)
    loading._kept.clear()
    other = parsed(TEXT, [mine])
    for name in one.sizes():
        assert getattr(one, name).equals(getattr(other, name)), name
