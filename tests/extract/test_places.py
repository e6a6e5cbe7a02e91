"""Places: named where something happens, and told from persons, governments and words."""

from __future__ import annotations

import pytest

from dateline import language, parsing
from dateline.article import Article, Block, Section
from dateline.extract import places
from dateline.language.document import Doc, Sentence
from dateline.reading import from_text
from dateline.records import Entity


def doc(text: str, role: str = "body") -> Doc:
    block = Block(0, len(text), role, 1, 0)  # type: ignore[arg-type]
    return language.read(Article(text, (block,), (Section(None, 0, len(text)),)))


def named(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(row.name, row.kind, row.country) for row in places.extract(doc(text), None, "a").rows]


def person(name: str, kind: str, country: str | None) -> Entity:
    return Entity("n_1", "a", name, kind, country, None, None, None, None, 1, 0, len(name))


class Cast:
    """Actors by the words of their names."""

    def __init__(self, *entities: Entity) -> None:
        self.entities = list(entities)
        self.words = {word: entity for entity in entities for word in str(entity.name).split()}

    def at(self, sentence: Sentence, word: int) -> Entity | None:
        return self.words.get(sentence.words[word].text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soviet tanks rolled into Prague.", [("Prague", "city", "CZE")]),
        ("Saigon fell on 30 April 1975.", [("Saigon", "city", "VNM")]),
        (
            "The IRA bombed Omagh in Northern Ireland.",
            [("Omagh", "city", "GBR"), ("Northern Ireland", "province", "GBR")],
        ),
        (
            "Rebels seized Baga, in Borno State.",
            [("Baga", "district", "NGA"), ("Borno State", "province", "NGA")],
        ),
        ("Ships were harassed in the Strait of Hormuz.", [("Strait of Hormuz", "region", None)]),
        ("Prisoners went on hunger strike at Guantanamo Bay.", [("Guantanamo Bay", "site", "CUB")]),
        ("KABUL: A bomb killed two.", [("Kabul", "city", "AFG")]),
        ("Sana'a was shelled by rebels.", [("Sana'a", "city", "YEM")]),
        ("Sana’a was shelled by rebels.", [("Sana’a", "city", "YEM")]),
        ("A judge freed him from a Rawalpindi prison.", [("Rawalpindi", "city", "PAK")]),
        ("Kabul's airport reopened.", [("Kabul", "city", "AFG")]),
    ],
)
def test_a_named_place_is_found(text, expected):
    assert named(text) == expected


def test_every_member_of_a_list_is_a_place():
    assert [name for name, _, _ in named("Bombs exploded in Karachi, Lahore and Peshawar.")] == [
        "Karachi",
        "Lahore",
        "Peshawar",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Washington rejected the offer and Moscow accused Kyiv of bad faith.",
        "Talks between Tehran and Washington collapsed.",
        "The Kabul government denied it.",
        "Islamabad's decision angered the army.",
    ],
)
def test_a_capital_that_acts_is_a_government(text):
    assert named(text) == []


def test_a_capital_that_is_gone_to_is_a_place():
    assert named("The envoy flew to Moscow.") == [("Moscow", "city", "RUS")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war in Afghanistan went on.", [("Afghanistan", "country", "AFG")]),
        ("The president visited Turkey.", [("Turkey", "country", "TUR")]),
        ("US aircraft bombed Cambodia in 1969.", [("Cambodia", "country", "KHM")]),
        ("Refugees fled from Rwanda.", [("Rwanda", "country", "RWA")]),
        ("Turkey condemned the raid.", []),
        ("A meeting on Afghanistan was cancelled.", []),
        ("Relations with Iran soured.", []),
        ("Egypt's parliament voted.", []),
    ],
)
def test_a_state_is_a_place_only_where_something_is_in_it(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "Mr Sydney Jackson resigned.",
        "General Washington crossed the river.",
        "The Lahore High Court ruled.",
        "The Jordan Times reported it.",
        "The Camp David accords held.",
        "The Geneva conventions apply.",
    ],
)
def test_a_part_of_another_name_is_no_place(text):
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A nice turkey was roasted in March.",
        "Mobile phones were seized.",
        "Nice words were spoken, and Man of the match was Khan.",
        "Reading the report took a day.",
        "Split opinions delayed it.",
    ],
)
def test_a_word_is_no_place(text):
    assert named(text) == []


def test_a_word_is_a_place_after_a_preposition_of_place():
    assert named("A lorry killed 86 people in Nice.") == [("Nice", "city", "FRA")]


def test_the_province_is_told_from_the_town_by_the_word_beside_it():
    assert named("Fighting in Kandahar province spread to the city of Kandahar.") == [
        ("Kandahar", "province", "AFG"),
        ("Kandahar", "city", "AFG"),
    ]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen killed twelve people in Hyderabad, India.", "IND"),
        ("Indian police said two men died in Hyderabad.", "IND"),
        ("Pakistani police said two men died in Hyderabad.", "PAK"),
        ("Clashes spread in Tripoli, Lebanon.", "LBN"),
        ("Militias fought in Tripoli, the Libyan capital.", "LBY"),
    ],
)
def test_the_states_that_are_spoken_of_tell_namesakes_apart(text, country):
    assert [row[2] for row in named(text)] == [country]


def test_namesakes_that_nothing_tells_apart_are_left_out():
    assert named("He spoke in Hyderabad.") == []
    assert named("She was born in Springfield.") == []


def test_a_state_that_only_says_which_town_is_no_further_place():
    assert named("The plant outside Atlanta, Georgia, closed.") == [("Atlanta", "city", "USA")]


def test_an_older_name_is_the_same_place():
    rows = places.extract(doc("Riots in Bombay. Later, trains were bombed in Mumbai."), None, "a").rows
    assert [(row.name, row.latitude, row.longitude) for row in rows] == [("Bombay", 19.073, 72.883)]


def test_a_person_or_body_of_the_cast_is_no_place():
    text = "Havel met Sofia in Sofia."
    assert places.extract(doc(text), Cast(person("Sofia", "person", None)), "a").rows == []


def test_a_capital_that_the_cast_reads_as_its_state_is_no_place():
    cast = Cast(person("Baghdad", "country", "IRQ"))
    assert places.extract(doc("Inspectors were sent to Baghdad."), cast, "a").rows == []


def test_the_row_belongs_to_the_entity_of_the_cast():
    cast = Cast(person("Lahore", "place", "PAK"))
    assert [row.entity_id for row in places.extract(doc("A bomb exploded in Lahore."), cast, "a").rows] == [
        "n_1"
    ]


def test_a_longer_name_is_not_the_state_inside_it():
    cast = Cast(person("Georgia", "country", "GEO"))
    rows = places.extract(doc("Argentina seized South Georgia."), cast, "a").rows
    assert [(row.name, row.country) for row in rows] == [("South Georgia", "SGS")]


def test_a_place_that_the_cast_lacks_comes_with_its_entity_and_mentions():
    found = places.extract(doc("A bomb exploded in Bombay. Trains stood still in Mumbai."), Cast(), "a")
    (entity,) = found.entities
    assert (entity.name, entity.kind, entity.aliases, entity.mentions) == ("Bombay", "place", "Mumbai", 2)
    assert [row.entity_id for row in found.rows] == [entity.entity_id]
    assert [(mention.entity_id, mention.text) for mention in found.mentions] == [
        (entity.entity_id, "Bombay"),
        (entity.entity_id, "Mumbai"),
    ]


def test_a_place_of_the_cast_comes_without_another_entity():
    cast = Cast(person("Lahore", "place", "PAK"))
    assert places.extract(doc("A bomb exploded in Lahore."), cast, "a").entities == []


def test_the_offsets_are_the_evidence_of_the_first_mention():
    text = "In Grozny, shells fell. Grozny burned."
    (row,) = places.extract(doc(text), None, "a").rows
    assert text[row.start : row.end] == "Grozny"
    assert row.start == 3


def test_a_word_and_a_group_give_their_place():
    read = doc("Rebels shelled the outskirts of Khan Younis.")
    (sentence,) = read.sentences
    found = places.extract(read, None, "a")
    assert found.at(sentence, 0) is None
    at = [word.text for word in sentence.words if found.at(sentence, word.i)]
    assert at == ["Khan", "Younis"]
    outskirts = next(group for group in sentence.groups if sentence.words[group.head].text == "outskirts")
    place = found.of(sentence, outskirts)
    assert place is not None
    assert place.name == "Khan Younis"


def test_a_note_is_not_read():
    assert places.extract(doc("The writer lives in Singapore.", "note"), None, "a").rows == []


def test_the_same_text_gives_the_same_ids():
    text = "Bombs exploded in Karachi, Lahore and Peshawar."
    first, second = (places.extract(doc(text), None, "a").rows for _ in range(2))
    assert first == second
    later = places.extract(doc("Nobody knew why. " + text), None, "a").rows
    assert [row.place_id for row in later] == [row.place_id for row in first]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli guns shelled the village of Kfar Tibnit.", [("Kfar Tibnit", "city", None)]),
        ("A patrol vanished in the district of Shamulzayi.", [("Shamulzayi", "district", None)]),
        ("Engineers mined the Peruca dam in 1993.", [("Peruca dam", "site", None)]),
        ("Refugees crossed the Evros River in dinghies.", [("Evros River", "region", None)]),
        ("Two trawlers collided off Tenpo Island.", [("Tenpo Island", "region", None)]),
        ("Monitors were turned back at the Trebnik crossing.", [("Trebnik crossing", "site", None)]),
        ("The convoy stopped 40 km from Terekty.", [("Terekty", "city", None)]),
        ("The mayor of Knezlaz resigned.", [("Knezlaz", "city", None)]),
        ("Guerrillas overran Cuito Cuanavale.", [("Cuito Cuanavale", "city", "AGO")]),
        ("A convoy was ambushed near Talatumba.", [("Talatumba", None, None)]),
        ("The delegations met at Zvarovka in 1921.", [("Zvarovka", None, None)]),
    ],
)
def test_a_name_that_no_list_has_is_a_place_by_the_words_beside_it(text, expected):
    assert named(text) == expected


def test_an_unlisted_place_has_no_point():
    (row,) = places.extract(doc("Israeli guns shelled the village of Kfar Tibnit."), None, "a").rows
    assert (row.latitude, row.longitude, row.geoname_id) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army took the village of Kfar Tibnit in southern Lebanon.", "LBN"),
        ("Gunmen attacked a mosque in Zarqun, Mali.", "MLI"),
        ("Ethiopia and Kenya disagree over the village of Gadaduma.", None),
    ],
)
def test_an_unlisted_place_is_in_the_state_that_the_text_says(text, expected):
    assert named(text)[0][2] == expected


def test_a_small_town_of_a_state_in_play_has_its_point():
    rows = places.extract(doc("Eritrean forces left. Ethiopian tanks captured Barentu."), None, "a").rows
    assert [(row.name, row.country, row.latitude) for row in rows] == [("Barentu", "ERI", 15.11)]


def test_a_place_that_was_told_once_is_one_wherever_it_stands_again():
    rows = places.extract(doc("They held the town of Vrlikovac. Vrlikovac fell in May."), Cast(), "a")
    assert [mention.text for mention in rows.mentions] == ["Vrlikovac", "Vrlikovac"]


@pytest.mark.parametrize(
    "text",
    [
        "Faith in Gorbachev was shaken.",
        "Belief in Marxism waned, and in Zionism too.",
        "The commandos captured Zawahiri.",
        "Protesters shouted at Bolsonaro.",
        "He was fluent in Pashto and taught at Sandhurst.",
        "The bill was debated in Parliament in July.",
        "In Schuman's view it had failed.",
        "The Trump camp denied it.",
        "The Dayton Peace Accords and the Minsk Agreements failed.",
    ],
)
def test_an_unlisted_name_that_is_somebody_or_something_is_no_place(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hué fell in 1968.", [("Hué", "city", "VNM")]),
        ("Soldiers patrol the Swat valley.", [("Swat", "district", "PAK")]),
        ("Cairo, Illinois, was flooded.", [("Cairo", "city", "USA")]),
        ("Police in Paris, Texas, arrested two men.", [("Paris", "city", "USA")]),
        ("Peking was quiet.", [("Peking", "city", "CHN")]),
    ],
)
def test_spellings_and_namesakes(text, expected):
    assert [row for row in named(text) if row[1] != "province"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KABUL, March 4 (Reuters) - A bomb went off.", ("Kabul", "AFG", "KABUL")),
        ("TRIPOLI, Lebanon, May 2 (AP) - A minister said no.", ("Tripoli", "LBN", "TRIPOLI")),
        ("GOMA, Congo - Rebels shelled an airport on Tuesday.", ("Goma", "COD", "GOMA")),
    ],
)
def test_a_dateline_says_where_it_was_filed(text, expected):
    found = parsing.extract(from_text(text))["places"][0]
    assert (found.name, found.country, text[found.start : found.end]) == expected
