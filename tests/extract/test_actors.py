"""Actors: who is named, as what, of which country and sector, and every place where they are spoken of."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.article import Article, Block, Section
from dateline.extract import actors
from dateline.extract.cast import Cast
from dateline.language.document import Doc, NounGroup, Sentence
from dateline.records import Entity


def doc(*paragraphs: str) -> Doc:
    """A document with a block a paragraph."""
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(at, at + len(paragraph), "body", number, 0))
        at += len(paragraph) + 1
    return language.read(Article(text, tuple(blocks), (Section(None, 0, len(text)),)))


def cast(*paragraphs: str) -> Cast:
    return actors.extract(doc(*paragraphs), "a")


def entity(found: Cast, name: str) -> Entity:
    """The entity of that name; fails, with what there is, where there is none or more than one."""
    matching = [e for e in found.entities if e.name == name]
    assert len(matching) == 1, [(e.name, e.kind, e.country) for e in found.entities]
    return matching[0]


def brief(found: Cast, name: str) -> tuple[str | None, str | None, str | None]:
    one = entity(found, name)
    return one.kind, one.country, one.sector


def said(found: Cast, name: str) -> list[tuple[str | None, str | None]]:
    """The words and form of every mention of an entity, in text order."""
    own = entity(found, name).entity_id
    return [(m.text, m.form) for m in found.mentions if m.entity_id == own]


def names(found: Cast) -> list[str | None]:
    return [e.name for e in found.entities]


def group(sentence: Sentence, words: str) -> NounGroup:
    """The noun group that reads so."""
    for one in sentence.groups:
        if sentence.cut(*sentence.span(one.first, one.last)) == words:
            return one
    raise AssertionError([sentence.cut(*sentence.span(g.first, g.last)) for g in sentence.groups])


# --- countries ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Pakistan condemned the raid.", "Pakistan", "PAK"),
        ("The U.S. has lifted the embargo.", "United States", "USA"),
        ("America withdrew its offer.", "United States", "USA"),
        ("Great Britain joined the talks.", "United Kingdom", "GBR"),
        ("The Soviet Union invaded Hungary in 1956.", "Soviet Union", "SUN"),
        ("Yugoslavia closed the border.", "Yugoslavia", "YUG"),
        ("Zaire expelled the envoy.", "Congo", "COD"),
        ("Burma freed the prisoners.", "Myanmar", "MMR"),
        ("Côte d’Ivoire recalled its ambassador.", "Ivory Coast", "CIV"),
        ("West Germany signed the treaty.", "West Germany", "DEU"),
        ("Kosovo declared independence in 2008.", "Kosovo", "XKX"),
    ],
)
def test_a_country_is_known_by_any_of_its_names(text: str, name: str, country: str) -> None:
    assert brief(cast(text), name) == ("country", country, None)


def test_names_set_in_capitals_or_joined_by_a_hyphen_are_read() -> None:
    found = cast("UNITED STATES-CUBA relations have thawed, and the US-Russian treaty lapsed.")
    assert said(found, "United States") == [("UNITED STATES", "name"), ("US", "acronym")]
    assert said(found, "Cuba") == [("CUBA", "name")]
    assert said(found, "Russia") == [("Russian", "demonym")]


def test_an_adjective_before_what_is_no_actor_speaks_of_the_country() -> None:
    assert said(cast("The raid violated Ethiopian sovereignty."), "Ethiopia") == [("Ethiopian", "demonym")]


@pytest.mark.parametrize(
    "text",
    [
        "The South China Sea is calm.",
        "Latin American economies grew.",
        "The Niger Delta is polluted.",
        "New Mexico held a referendum.",
        "Mr Jordan resigned.",
    ],
)
def test_a_country_inside_another_name_is_not_named(text: str) -> None:
    assert [e for e in cast(text).entities if e.kind == "country"] == []


def test_ethnic_groups_are_not_the_country_their_name_comes_from() -> None:
    found = cast("Ethnic Albanians demonstrated in Skopje.", "The ethnic Albanians want schools.")
    assert "Albania" not in names(found)
    assert brief(found, "ethnic Albanians") == ("group", None, "CVL")


# --- capitals and buildings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Tehran rejected the offer.", "IRN"),
        ("The report accused Pyongyang of forging banknotes.", "PRK"),
        ("Relations between Hanoi and Beijing have soured.", "VNM"),
        ("The plan was vetoed by Paris.", "FRA"),
    ],
)
def test_a_capital_that_acts_is_its_country(text: str, country: str) -> None:
    assert country in [e.country for e in cast(text).entities if e.kind == "country"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoys met in Geneva and Vienna.", "Vienna"),
        ("Rebels shelled Kinshasa.", "Kinshasa"),
        ("Kabul fell in August.", "Kabul"),
        ("She flew to Nairobi.", "Nairobi"),
    ],
)
def test_a_capital_that_does_nothing_is_a_place(text: str, name: str) -> None:
    assert entity(cast(text), name).kind == "place"


def test_a_capital_belongs_to_the_state_that_the_article_is_about() -> None:
    found = cast("The Soviet Union cancelled the summit. Moscow blamed the blockade.")
    assert said(found, "Soviet Union") == [("Soviet Union", "name"), ("Moscow", "name")]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The White House denied the story.", "White House", "USA", "GOV"),
        ("The Pentagon has ordered an inquiry.", "Pentagon", "USA", "MIL"),
        ("The Kremlin praised the vote.", "Kremlin", "RUS", "GOV"),
        ("Rawalpindi opposed the deal.", "Pakistani military", "PAK", "MIL"),
        ("The Elysée announced a visit.", "Élysée Palace", "FRA", "GOV"),
    ],
)
def test_a_building_that_acts_is_who_works_in_it(text: str, name: str, country: str, sector: str) -> None:
    assert brief(cast(text), name) == ("organisation", country, sector)


# --- organisations and groups ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Liberation Tigers of Tamil Eelam freed ten soldiers.", "LTTE", ("group", "LKA", "REB")),
        ("The IMF approved the loan.", "International Monetary Fund", ("organisation", None, "IGO")),
        ("The Knesset passed the law.", "Knesset", ("organisation", "ISR", "LEG")),
        ("Human Rights Watch documented the killings.", "Human Rights Watch", ("organisation", None, "NGO")),
        ("Mossad agents were arrested. Mossad denied it.", "Mossad", ("organisation", "ISR", "SPY")),
        ("The Sandinistas lost the election.", "Sandinistas", ("organisation", "NIC", "PTY")),
        ("The Bank of England raised rates.", "Bank of England", ("organisation", "GBR", "GOV")),
    ],
)
def test_a_body_of_the_codebook_is_known(text: str, name: str, expected: tuple[str, ...]) -> None:
    assert brief(cast(text), name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Turkish military staged a coup.", "Turkish military", ("organisation", "TUR", "MIL")),
        ("Japan's Foreign Ministry protested.", "Japanese Foreign Ministry", ("organisation", "JPN", "GOV")),
        ("The government of Peru resigned.", "Peruvian government", ("organisation", "PER", "GOV")),
        ("French police arrested him.", "French police", ("organisation", "FRA", "COP")),
        ("The US administration hesitated.", "US administration", ("organisation", "USA", "GOV")),
        (
            "The Latvian Constitutional Court ruled.",
            "Latvian Constitutional Court",
            ("organisation", "LVA", "JUD"),
        ),
        ("Chadian rebels attacked Abeche.", "Chadian rebels", ("group", "TCD", "REB")),
        ("Two Somali journalists fled.", "Somali journalists", ("group", "SOM", "MED")),
    ],
)
def test_country_and_function_make_an_actor(text: str, name: str, expected: tuple[str, ...]) -> None:
    assert brief(cast(text), name) == expected


def test_two_countries_before_one_noun_make_two_actors() -> None:
    read = doc("Hungarian and Romanian officials agreed to cooperate.")
    found = actors.extract(read, "a")
    sentence = read.sentences[0]
    officials = group(sentence, "Hungarian and Romanian officials")
    assert [e.country for e in found.members(sentence, officials)] == ["HUN", "ROU"]
    assert found.of(sentence, officials) is None


def test_a_name_that_many_states_use_goes_to_the_state_that_stands_before_it() -> None:
    found = cast("Peru's Congress ousted him. The Peruvian Congress then adjourned.")
    assert brief(found, "Peruvian Congress") == ("organisation", "PER", "LEG")
    assert "US Congress" not in names(found)


def test_weapons_act_for_their_country_in_the_sector_of_the_military() -> None:
    read = doc("Israeli jets bombed the airport.")
    found = actors.extract(read, "a")
    jets = group(read.sentences[0], "Israeli jets")
    assert entity(found, "Israel") == found.of(read.sentences[0], jets)
    assert found.sector(read.sentences[0], jets) == "MIL"


def test_people_of_a_kind_that_belong_to_nobody_are_a_group() -> None:
    found = cast("Two masked gunmen stormed the hotel, and protesters blocked the road.")
    assert brief(found, "masked gunmen") == ("group", None, "UAF")
    assert brief(found, "protesters") == ("group", None, "CVL")


def test_partners_and_neighbours_are_not_of_the_country_whose_they_are() -> None:
    found = cast("Denmark quarrelled with its neighbours.")
    assert brief(found, "neighbours")[:2] == ("group", None)


def test_a_body_that_no_list_has_is_known_by_its_last_word() -> None:
    found = cast("The Kenya Farmers Association called a strike.")
    assert brief(found, "Kenya Farmers Association") == ("organisation", "KEN", "NGO")


def test_a_body_that_modifies_a_thing_is_spoken_of() -> None:
    assert said(cast("Israeli army bulldozers razed the orchard."), "Israeli army") == [
        ("Israeli army", "description")
    ]


# --- persons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country", "sector", "role"),
    [
        (
            "Egyptian President Anwar Sadat flew to Jerusalem.",
            "Anwar Sadat",
            "EGY",
            "GOV",
            "Egyptian President",
        ),
        ("U.S. Secretary of State Dean Rusk agreed.", "Dean Rusk", "USA", "GOV", "U.S. Secretary of State"),
        ("British Defence Secretary Michael Heseltine resigned.", "Michael Heseltine", "GBR", "MIL", None),
        ("CIA Director William Colby testified.", "William Colby", "USA", "SPY", "CIA Director"),
        ("FARC leader Manuel Marulanda died.", "Manuel Marulanda", "COL", "REB", "FARC leader"),
        ("King Hassan of Morocco hosted the summit.", "Hassan", "MAR", "GOV", "King"),
        ("Syrian President Hafez al-Assad left.", "Hafez al-Assad", "SYR", "GOV", "Syrian President"),
        ("Gen. Augusto Pinochet seized power.", "Augusto Pinochet", None, "MIL", "Gen."),
        ("Mr Tanaka disagreed.", "Tanaka", None, None, None),
    ],
)
def test_a_title_makes_a_person(
    text: str, name: str, country: str | None, sector: str | None, role: str | None
) -> None:
    found = entity(cast(text), name)
    assert (found.kind, found.country, found.sector) == ("person", country, sector)
    if role is not None:
        assert found.role == role


def test_a_description_beside_a_name_is_the_persons() -> None:
    found = cast("Lt-Gen Jamil Mahmud, head of the Mossad, resigned. A KGB officer, Oleg Penkov, was shot.")
    assert entity(found, "Oleg Penkov").role == "KGB officer"
    assert brief(found, "Oleg Penkov") == ("person", "SUN", "SPY")
    assert entity(found, "Jamil Mahmud").role == "head of the Mossad"
    assert entity(found, "Jamil Mahmud").parent_id == entity(found, "Mossad").entity_id


def test_short_forms_go_to_the_person_named_before() -> None:
    found = cast(
        "Indian Prime Minister Indira Gandhi met Yasser Arafat, a guerrilla leader. Gandhi spoke first.",
        "Mrs Gandhi left for Moscow. Arafat stayed.",
    )
    assert said(found, "Indira Gandhi") == [("Indira Gandhi", "name"), ("Gandhi", "name"), ("Gandhi", "name")]
    assert [text for text, form in said(found, "Yasser Arafat") if form == "name"] == [
        "Yasser Arafat",
        "Arafat",
    ]


def test_a_name_that_speaks_is_a_person_and_one_that_does_nothing_is_left_out() -> None:
    found = cast("Ravi Menon said that the dam would burst. The road to Puerto Largo is closed.")
    assert names(found) == ["Ravi Menon"]


def test_an_office_holder_named_without_a_country_is_of_the_one_whose_bodies_acted() -> None:
    found = cast("The Kenyan army has sealed the border. Prime Minister Joseph Otieno thanked the troops.")
    assert entity(found, "Joseph Otieno").country == "KEN"


def test_an_office_holder_is_not_of_the_country_he_condemns() -> None:
    found = cast("The Soviet Union invaded Afghanistan, and President Jimmy Carter condemned the invasion.")
    assert entity(found, "Jimmy Carter").country is None


# --- reference to what was named before -----------------------------------------------------------


def test_the_noun_alone_takes_up_the_actor_named_before() -> None:
    found = cast("The Thai military took over. Students protested. The military closed the universities.")
    assert said(found, "Thai military") == [("Thai military", "description"), ("military", "description")]


def test_the_government_is_that_of_the_country_in_play() -> None:
    found = cast("Greece has run out of money. The government closed the banks.")
    assert brief(found, "Greek government") == ("organisation", "GRC", "GOV")


def test_the_government_is_left_open_between_two_countries() -> None:
    found = cast("Iran and Iraq went to war. The government fell.")
    assert [e.country for e in found.entities if e.sector == "GOV"] == [None]


def test_an_acronym_in_brackets_names_its_body_from_then_on() -> None:
    found = cast("The Bodo Peasants League (BPL) marched on Dispur. The BPL wants land.")
    assert said(found, "Bodo Peasants League") == [
        ("Bodo Peasants League", "name"),
        ("BPL", "acronym"),
        ("BPL", "acronym"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("President Nelson Mandela retired. He moved to Qunu.", "Nelson Mandela", "He"),
        ("Bolivia said it would nationalise the mines.", "Bolivia", "it"),
        ("The Polish army maintained that they were ready.", "Polish army", "they"),
        ("Ghana recalled its ambassador.", "Ghana", "its"),
    ],
)
def test_a_pronoun_goes_to_the_subject_before_it(text: str, name: str, pronoun: str) -> None:
    assert (pronoun, "pronoun") in said(cast(text), name)


@pytest.mark.parametrize(
    "text",
    [
        "The report angered Chile. It was withdrawn.",
        "It is clear that Norway will vote.",
        "The bombs fell on Serbia, and they killed ten.",
    ],
)
def test_a_pronoun_that_may_mean_a_thing_is_left_open(text: str) -> None:
    assert [m for m in cast(text).mentions if m.form == "pronoun"] == []


def test_the_two_countries_are_both_of_them() -> None:
    found = cast("Argentina seized the islands. Britain sent ships. The two countries had been negotiating.")
    assert said(found, "Argentina")[-1] == ("The two countries", "description")
    assert said(found, "United Kingdom")[-1] == ("The two countries", "description")


def test_the_two_leaders_are_the_two_persons_before() -> None:
    found = cast(
        "President Ronald Reagan met General Secretary Mikhail Gorbachev. The two leaders shook hands."
    )
    assert ("The two leaders", "description") in said(found, "Ronald Reagan")
    assert ("The two leaders", "description") in said(found, "Mikhail Gorbachev")


# --- the records ----------------------------------------------------------------------------------

ARTICLE = (
    "The Nigerian army fought Boko Haram near Maiduguri. The army lost ten men.",
    "Nigerian President Muhammadu Buhari said the army would win. He thanked Chad, and flew to Abuja.",
)


def test_every_mention_is_the_words_it_points_at() -> None:
    read = doc(*ARTICLE)
    found = actors.extract(read, "a")
    assert found.mentions
    assert [m for m in found.mentions if read.text[m.start : m.end] != m.text] == []


def test_entities_count_their_mentions_and_start_at_the_first() -> None:
    found = cast(*ARTICLE)
    for one in found.entities:
        own = [m for m in found.mentions if m.entity_id == one.entity_id]
        assert (one.mentions, one.start, one.end) == (len(own), own[0].start, own[0].end)


def test_rows_stand_in_text_order_and_parents_exist() -> None:
    found = cast(*ARTICLE)
    starts = [e.start for e in found.entities]
    assert starts == sorted(starts, key=lambda start: start or 0)
    known = {e.entity_id for e in found.entities}
    assert {e.parent_id for e in found.entities if e.parent_id} <= known


def test_ids_are_unique_and_survive_an_edit_elsewhere() -> None:
    first, second = cast(*ARTICLE), cast("Something else happened first.", *ARTICLE)
    assert len({e.entity_id for e in first.entities}) == len(first.entities)
    assert len({m.mention_id for m in first.mentions}) == len(first.mentions)
    assert [e.entity_id for e in first.entities] == [e.entity_id for e in second.entities]
    assert [m.mention_id for m in first.mentions] == [m.mention_id for m in second.mentions]


def test_a_word_leads_to_the_entity_whose_mention_covers_it() -> None:
    read = doc("The Nigerian army fought Boko Haram.")
    found = actors.extract(read, "a")
    words = [w.text for w in read.sentences[0].words]
    assert found.at(read.sentences[0], words.index("Haram")) == entity(found, "Boko Haram")
    assert found.at(read.sentences[0], words.index("fought")) is None


def test_aliases_are_the_other_words_used_in_order() -> None:
    found = cast(
        "The Tehrik-i-Taliban Pakistan (TTP) struck again. The TTP and the Pakistani Taliban are one."
    )
    assert entity(found, "Pakistani Taliban").aliases == "Tehrik-i-Taliban Pakistan; TTP"


def test_the_author_is_read_from_the_byline() -> None:
    text = "By Amina Diallo\nSenegal voted."
    blocks = (Block(0, 15, "byline", 1, 0), Block(16, len(text), "body", 2, 0))
    found = actors.extract(language.read(Article(text, blocks, (Section(None, 0, len(text)),))), "a")
    assert said(found, "Amina Diallo") == [("Amina Diallo", "name")]


def test_both_countries_are_those_that_a_subject_has_just_joined() -> None:
    found = cast("China built the reef. Vietnam and Malaysia are neighbours; both countries objected.")
    assert ("both countries", "description") in said(found, "Vietnam")
    assert ("both countries", "description") in said(found, "Malaysia")


def test_his_country_is_the_one_he_is_of() -> None:
    found = cast("Nigerien President Hamani Diori said his country was starving.")
    assert said(found, "Niger") == [("country", "description")]


def test_who_is_met_is_not_taken_for_a_compatriot() -> None:
    found = cast("The Bolivian army struck. Foreign Minister Juan Rojas met Treasury Secretary Alan Cole.")
    assert entity(found, "Juan Rojas").country == "BOL"
    assert entity(found, "Alan Cole").country is None


def test_a_capital_before_an_office_tells_the_country() -> None:
    assert entity(cast("Tokyo's defence minister, Gen Nakatani, resigned."), "Nakatani").country == "JPN"


# --- where a report is, and whose its office holders are ------------------------------------------


def test_an_office_holder_in_a_capital_that_opens_the_sentence_is_of_its_state() -> None:
    found = cast(
        "India's government banned the maps. In Washington, Secretary of State Ann Lowe welcomed the ban.",
        "The Irish parliament rose. In Nairobi, Prime Minister Raila Ouma resigned.",
    )
    assert entity(found, "Ann Lowe").country == "USA"
    assert entity(found, "Raila Ouma").country == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish army struck. In Washington, Prime Minister Kemal Oz said he would wait.",
        "The Turkish army struck. In Vienna, Foreign Minister Kemal Oz met the envoys.",
        "The Turkish army struck. In Paris, reporters heard that President Kemal Oz had fled.",
    ],
)
def test_a_guest_in_a_capital_is_not_of_its_state(text: str) -> None:
    assert entity(cast(text), "Kemal Oz").country is None


def test_what_a_sentence_set_abroad_tells_holds_for_it_alone() -> None:
    found = cast(
        "The Chilean army was ready. In Lima, Interior Minister Jorge Ruiz laughed. "
        "Defence Minister Luis Rojas wept."
    )
    assert entity(found, "Jorge Ruiz").country == "PER"
    assert entity(found, "Luis Rojas").country is None


def test_an_office_holder_is_of_the_capital_that_a_report_is_dated_from() -> None:
    found = cast(
        "BOGOTA, March 4 (Reuters) - Gunmen killed 12 people. Interior Minister Raul Prada blamed bandits.",
        "The U.S. ambassador in Bogota, Anne Wells, was abroad. Ambassador Pierre Roux stayed.",
    )
    assert entity(found, "Raul Prada").country == "COL"
    assert entity(found, "Anne Wells").country == "USA"
    assert entity(found, "Pierre Roux").country is None
    assert brief(found, "Gunmen") == ("group", None, "UAF")


def test_a_dateline_does_not_make_the_foreigners_of_a_report_its_own() -> None:
    found = cast(
        "NAIROBI, May 2 (AP) - Somalia's parliament met on Monday. Prime Minister Ali Yusuf resigned."
    )
    assert entity(found, "Ali Yusuf").country != "KEN"


def test_who_has_a_foreign_counterpart_is_not_of_that_country() -> None:
    found = cast("The Kremlin hesitated. Foreign Minister Aino Laine wrote to her Russian counterpart.")
    assert entity(found, "Aino Laine").country is None


def test_the_office_is_somebody_elses_when_its_holder_has_just_acted() -> None:
    found = cast("Iain Todd, the Maltese prime minister, refused, and the prime minister returned to London.")
    assert [text for text, _ in said(found, "Iain Todd")] == ["Iain Todd", "Maltese prime minister"]


def test_a_name_behind_the_phrase_of_a_description_is_who_is_described() -> None:
    found = cast("The mayor of Tarma, Rosa Quispe, fled. The former UN envoy Jan Smit followed.")
    assert [form for _, form in said(found, "Rosa Quispe")] == ["description", "name"]
    assert entity(found, "Jan Smit").kind == "person"


def test_the_government_of_a_group_and_the_armies_of_several_are_not_the_states_in_play() -> None:
    found = cast("Rhodesia was quiet. The settlers' government met. The armies waited.")
    assert [e.country for e in found.entities if e.sector in ("GOV", "MIL")] == [None, None]


def test_a_capital_with_a_mood_is_its_country() -> None:
    assert brief(cast("Khartoum is angry about the dam."), "Sudan") == ("country", "SDN", None)


def test_countries_that_share_a_noun_make_an_actor_each() -> None:
    found = cast("Egyptian and Sudanese diplomats watched. Chad's and Mali's leaders left.")
    assert said(found, "Egyptian diplomats") == [("Egyptian and Sudanese diplomats", "description")]
    assert {"Chadian leaders", "Malian leaders"} <= set(names(found))


def test_a_people_of_one_state_is_of_it_and_one_of_several_is_not() -> None:
    found = cast("Yoruba leaders met. Chechens demonstrated. Kurds fled.")
    assert brief(found, "Yoruba leaders") == ("group", "NGA", "ELI")
    assert brief(found, "Chechens") == ("group", "RUS", "CVL")
    assert brief(found, "Kurds") == ("group", None, "CVL")


def test_a_part_of_a_country_is_a_place_in_it() -> None:
    assert brief(cast("Troops entered Darfur."), "Darfur") == ("place", "SDN", None)
    assert brief(cast("Troops entered Kashmir."), "Kashmir") == ("place", None, None)


def test_a_man_is_somebody_where_something_is_done_to_him() -> None:
    assert brief(cast("Police shot a man."), "man") == ("person", None, "CVL")
    assert names(cast("Brezhnev was a man of habit.")) == []


# --- names that several bodies have ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Labour won the election in Norway.", "Norwegian Labour Party", "NOR"),
        ("Britain voted, and Labour lost.", "Labour Party", "GBR"),
        ("The Socialists lost in Portugal.", "Portuguese Socialist Party", "PRT"),
        ("Malaysia's National Front won again.", "Barisan Nasional", "MYS"),
        ("France voted, and the National Front gained seats.", "National Front", "FRA"),
        ("The Muslim Brotherhood boycotted the vote in Jordan.", "Jordanian Muslim Brotherhood", "JOR"),
        ("Congress impeached the president of Peru.", "Peruvian Congress", "PER"),
    ],
)
def test_a_name_that_bodies_of_several_countries_have_goes_to_the_country_that_is_spoken_of(
    text: str, name: str, country: str
) -> None:
    assert entity(cast(text), name).country == country


def test_such_a_name_is_left_open_where_no_country_of_its_is_spoken_of() -> None:
    assert brief(cast("The Socialists walked out."), "Socialists") == ("organisation", None, "PTY")


def test_such_a_name_beside_another_country_is_that_country_s() -> None:
    assert (
        entity(cast("The Estonian Social Democrats resigned."), "Estonian Social Democrats").country == "EST"
    )


def test_congress_is_the_american_one_where_no_other_is_spoken_of() -> None:
    assert entity(cast("Congress cut aid to Egypt."), "US Congress").country == "USA"


# --- bodies of every region ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Sendero Luminoso bombed the power lines.", "Shining Path", "PER", "REB"),
        ("The Provos called a truce.", "IRA", "GBR", "REB"),
        ("The MNLF stormed Zamboanga.", "Moro National Liberation Front", "PHL", "REB"),
        ("Ansar Allah seized Sanaa.", "Houthis", "YEM", "REB"),
        ("Cosatu called a strike.", "COSATU", "ZAF", "LAB"),
        ("Cumhuriyet and TASS reported the visit.", "Tass", "RUS", "MED"),
        ("The Savak tortured its prisoners.", "SAVAK", "IRN", "SPY"),
        ("INEC postponed the vote.", "Independent National Electoral Commission", "NGA", "GOV"),
        ("The Nixon administration bombed Cambodia.", "Nixon administration", "USA", "GOV"),
    ],
)
def test_bodies_of_world_politics_are_known_by_their_names(
    text: str, name: str, country: str, sector: str
) -> None:
    found = entity(cast(text), name)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The Association of Zambian Teachers struck.", "Association of Zambian Teachers", "NGO"),
        ("The Front for National Salvation attacked.", "Front for National Salvation", "REB"),
    ],
)
def test_the_name_of_a_body_goes_on_behind_of_and_for(text: str, name: str, sector: str) -> None:
    assert entity(cast(text), name).sector == sector


# --- persons by the form of their names -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jimmy Carter went to Pyongyang.", "Jimmy Carter"),
        ("B.J. Habibie gave way.", "B.J. Habibie"),
        ("Bashar al-Assad won.", "Bashar al-Assad"),
        ("Osama bin Laden escaped.", "Osama bin Laden"),
        ("Maaouya Ould Taya fell in a coup.", "Maaouya Ould Taya"),
        ("Roh Tae-woo won the vote.", "Roh Tae-woo"),
        ("Zhou Enlai flew to Bandung.", "Zhou Enlai"),
        ("Nguyen Van Thieu left Saigon.", "Nguyen Van Thieu"),
        ("Felipe Gonzalez Marquez lost.", "Felipe Gonzalez Marquez"),
        ("Mikhail Sergeyevich Gorbachev fell.", "Mikhail Sergeyevich Gorbachev"),
        ("Meles Zenawi went to war.", "Meles Zenawi"),
        ("In October Robert Gallucci signed.", "Robert Gallucci"),
        ("John Major was slower.", "John Major"),
        ("Since then Robert Mugabe's men have gone to work.", "Robert Mugabe"),
    ],
)
def test_a_person_is_known_by_the_form_of_the_name(text: str, name: str) -> None:
    assert entity(cast(text), name).kind == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Andrew struck Florida.",
        "Operation Desert Storm began.",
        "The Hindu doubted the figures.",
        "The Rainbow Warrior sank.",
        "The Charles Taylor trial began.",
        "Heydar Aliyev airport was closed.",
        "Deir al-Zour fell.",
        "The Jackson Amendment passed.",
    ],
)
def test_names_of_things_are_no_persons(text: str) -> None:
    assert [e.name for e in cast(text).entities if e.kind == "person"] == []


# --- who holds an office, and whose it is ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("South Korea's Kim Young-sam objected.", "Kim Young-sam", "KOR", None),
        ("Egypt's Mubarak said no.", "Mubarak", "EGY", None),
        ("They arrested Isaias Afwerki, Eritrea's president, in 1970.", "Isaias Afwerki", "ERI", "GOV"),
        ("Chissano and Afonso Dhlakama, the leader of Renamo, signed.", "Afonso Dhlakama", "MOZ", "REB"),
        ("Nur Misuari, the founder of the MNLF, fled.", "Nur Misuari", "PHL", "REB"),
        ("Ian Paisley of the DUP spoke of treachery.", "Ian Paisley", "GBR", "PTY"),
        ("Augusto Pinochet, the former Chilean dictator, slept.", "Augusto Pinochet", "CHL", "ELI"),
        ("Kofi Annan, the UN secretary-general, waited.", "Kofi Annan", None, "IGO"),
        ("Garret FitzGerald, the Taoiseach, agreed.", "Garret FitzGerald", "IRL", "GOV"),
    ],
)
def test_what_stands_beside_a_name_tells_whose_he_is(
    text: str, name: str, country: str | None, sector: str | None
) -> None:
    found = entity(cast(text), name)
    assert (found.country, found.sector) == (country, sector)


def test_an_epithet_tells_of_the_one_just_named_what_he_is() -> None:
    found = cast("Abiy Ahmed won the prize. A year later the Ethiopian prime minister went to war.")
    assert brief(found, "Abiy Ahmed") == ("person", "ETH", "GOV")
    assert said(found, "Abiy Ahmed")[1] == ("Ethiopian prime minister", "description")


def test_no_epithet_where_the_country_was_the_other_side() -> None:
    found = cast("Abiy Ahmed made up with Eritrea. The Eritrean president came to visit.")
    assert entity(found, "Abiy Ahmed").country is None


def test_a_description_is_his_who_is_named_after_it() -> None:
    found = cast("The Peruvian president refused. President Alan Garcia of Peru signed the decree.")
    assert said(found, "Alan Garcia") == [("Peruvian president", "description"), ("Alan Garcia", "name")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway mediated. President Mahinda Rajapaksa listened.",
        "Britain wavered. President Clinton gave Adams a visa.",
        "Zambia's President Levy Mwanawasa protested. President Thabo Mbeki saw no crisis.",
    ],
)
def test_an_office_is_of_no_state_that_does_not_have_it_or_whose_holder_is_known(text: str) -> None:
    found = next(e for e in cast(text).entities if e.kind == "person" and "Levy" not in (e.name or ""))
    assert found.country is None


def test_where_tells_whose_an_office_holder_is() -> None:
    found = cast("The Shah fled to Cairo, where President Anwar el-Sadat received him.")
    assert entity(found, "Anwar el-Sadat").country == "EGY"


def test_officials_are_of_where_they_are_and_diplomats_are_not() -> None:
    found = cast("Officials in Baghdad confirmed it. Western diplomats in Kabul doubted it.")
    assert brief(found, "Iraqi officials") == ("group", "IRQ", "GOV")
    assert brief(found, "Western diplomats") == ("group", None, "GOV")


def test_bodies_of_a_place_are_of_its_country_but_not_the_state_s() -> None:
    found = cast("The government of Sindh province ordered patrols.")
    assert brief(found, "government of Sindh province") == ("organisation", "PAK", "GOV")


# --- taken up again ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The PKK declared a truce. The group wants talks.", "PKK", "group"),
        (
            "Amnesty International protested. The organisation sent observers.",
            "Amnesty International",
            "organisation",
        ),
        ("Cosatu met the ministers. The federation refused.", "COSATU", "federation"),
        (
            "The IAEA warned of this. The agency had seen the plant.",
            "International Atomic Energy Agency",
            "agency",
        ),
        ("Renamo agreed. The rebels will disarm.", "RENAMO", "rebels"),
        ("The Liberation Tigers of Tamil Eelam struck. The Tigers denied it.", "LTTE", "Tigers"),
    ],
)
def test_a_body_is_taken_up_by_its_sort_or_a_word_of_its_name(text: str, name: str, words: str) -> None:
    assert said(cast(text), name)[-1][0] == words


def test_of_two_groups_neither_is_the_group() -> None:
    found = cast("Hamas and Hezbollah met in secret. The group denied it.")
    assert "group" not in [text for name in ("Hamas", "Hezbollah") for text, _ in said(found, name)]


# --- capitals and peoples ---------------------------------------------------------------------------


def test_two_capitals_side_by_side_are_their_governments() -> None:
    found = cast("Dublin and London have drafted a framework.")
    assert {(e.name, e.kind) for e in found.entities} == {
        ("Ireland", "country"),
        ("United Kingdom", "country"),
    }


def test_a_capital_of_two_states_is_that_of_the_years_that_are_told_of() -> None:
    assert entity(cast("In 1956 Moscow threatened Paris."), "Soviet Union").country == "SUN"
    assert entity(cast("In 2014 Moscow threatened Paris."), "Russia").country == "RUS"


def test_a_town_with_a_capital_s_name_is_in_the_country_that_is_spoken_of() -> None:
    assert entity(cast("The Lebanese army shelled Tripoli."), "Tripoli").country == "LBN"


def test_people_by_their_demonym_act_as_civilians_and_a_capital_as_a_government() -> None:
    read = doc("Ghana deported 168 Liberians. Washington protested.")
    found = actors.extract(read, "a")
    first, second = read.sentences
    assert found.sector(first, group(first, "168 Liberians")) == "CVL"
    assert found.sector(second, group(second, "Washington")) == "GOV"


def test_ethnic_albanians_fight_for_nobody_s_albania() -> None:
    assert "ALB" not in [e.country for e in cast("Ethnic Albanian guerrillas took the village.").entities]


@pytest.mark.parametrize(
    "text",
    [
        "Vojislav Kostunica met Zurab Zhvania.",
        "Two generals, Harinder Singh and Liu Lin, met.",
        "Ahmet Davutoglu flew home.",
    ],
)
def test_a_family_name_shows_a_person(text: str) -> None:
    assert [e.kind for e in cast(text).entities if e.name and e.name[0].isupper()][:1] == ["person"]


def test_reporters_are_not_of_the_town_in_which_they_are_told() -> None:
    assert brief(cast("Ouattara told reporters in Abidjan."), "reporters") == ("group", None, "MED")


def test_a_people_lives_where_it_is_said_to_live() -> None:
    found = cast("The Albanians of southern Serbia want autonomy. Kurds in Turkey want it too.")
    assert brief(found, "Albanians of Serbia") == ("group", "SRB", "CVL")
    assert brief(found, "Kurds") == ("group", "TUR", "CVL")


# --- people by what they are called -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Saboteurs cut the railway outside Maputo in 1985.", "saboteurs", "REB"),
        ("In 2004 pensioners filled the squares of Perm.", "pensioners", "CVL"),
        ("A firing squad shot the three colonels.", "firing squad", "MIL"),
        ("The garbage collectors of Naples walked out in 2008.", "garbage collectors", "LAB"),
        ("A former premier was jailed for graft.", "former premier", "ELI"),
        ("Sharecroppers occupied the estate in 1964.", "sharecroppers", "AGR"),
    ],
)
def test_people_without_a_country_have_the_sector_of_what_they_are_called(
    text: str, name: str, sector: str
) -> None:
    assert entity(cast(text), name).sector == sector


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Nagas signed a truce in 1997.", "Nagas", "IND"),
        ("Crimean Tatars marched for the right of return.", "Crimean Tatars", "UKR"),
        ("Afars raided a convoy of salt.", "Afars", None),
    ],
)
def test_a_people_has_a_country_only_where_it_is_of_one(text: str, name: str, country: str | None) -> None:
    assert entity(cast(text), name).country == country


# --- two that are spoken of as two ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bolivia and Paraguay signed a truce in 1935. Both sides kept their forts.", "Both sides"),
        ("Bolivia and Paraguay shelled the fort. Each blamed the other.", "Each"),
        ("Bolivia met with Paraguay in 1935. The two promised to free their captives.", "The two"),
        ("Bolivia and Paraguay recalled their envoys. The rivals moved troops.", "The rivals"),
    ],
)
def test_both_each_and_the_rivals_are_the_two_that_were_named_together(text: str, words: str) -> None:
    found = cast(text)
    assert all(words in [said_ for said_, _ in said(found, name)] for name in ("Bolivia", "Paraguay"))


def test_each_blames_the_same_two() -> None:
    found = cast("Bolivia and Paraguay shelled the fort. Each blamed the other.")
    assert said(found, "Bolivia")[-1] == said(found, "Paraguay")[-1] == ("the other", "description")


def test_both_is_nobody_where_nothing_is_named_together() -> None:
    found = cast("Bolivia sent a note. Both said it was late.")
    assert "Both" not in [m.text for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The two Koreas signed an accord in 1991.", {"KOR", "PRK"}),
        ("Both Yemens claimed the wells.", {"YEM", "YMD"}),
        ("The two Germanys exchanged envoys in 1974.", {"DEU", "DDR"}),
    ],
)
def test_states_of_one_name_are_two(text: str, codes: set[str]) -> None:
    assert {e.country for e in cast(text).entities if e.kind == "country"} == codes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senegal says it is willing to leave the Gambia.", "Senegal"),
        ("The United States announced on Friday it would lift the ban.", "United States"),
        ("Iceland insists it is ready to talk.", "Iceland"),
    ],
)
def test_it_is_the_state_that_speaks(text: str, name: str) -> None:
    assert ("it", "pronoun") in said(cast(text), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We will not disarm," the Angolan foreign minister said.', "Angola"),
        ('"We have sunk the ship," the Sri Lankan navy said.', "Sri Lankan navy"),
        ('"We demand his return," said a spokesman for the Bolivian government.', "Bolivian government"),
    ],
)
def test_we_in_a_quotation_is_the_side_of_who_speaks(text: str, name: str) -> None:
    assert ("We", "pronoun") in said(cast(text), name)


def test_we_is_nobody_where_the_speaker_has_no_side() -> None:
    assert "We" not in [m.text for m in cast('"We are hungry," a woman said.').mentions]


# --- governments by their capital and by their head ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Oslo is prepared to mediate.", "Norway"),
        ("Hanoi's threats alarmed its neighbours.", "Vietnam"),
        ("Manila accepted the offer.", "Philippines"),
    ],
)
def test_a_capital_that_wills_is_its_government(text: str, state: str) -> None:
    assert entity(cast(text), state).kind == "country"


def test_a_capital_that_owns_a_thing_is_the_town() -> None:
    assert entity(cast("Hanoi's lakes froze."), "Hanoi").kind == "place"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Mobutu's government closed the port.", "Mobutu government", None),
        ("Salazar's regime jailed the writers.", "Salazar regime", None),
        (
            "The government of President Rafael Correa of Ecuador closed the base.",
            "Ecuadorian government",
            "ECU",
        ),
    ],
)
def test_a_government_goes_by_its_head(text: str, name: str, country: str | None) -> None:
    assert brief(cast(text), name) == ("organisation", country, "GOV")


# --- several countries before one noun -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("American and North Korean diplomats met in Berlin.", {"US diplomats", "North Korean diplomats"}),
        ("South African and Namibian officials met.", {"South African officials", "Namibian officials"}),
        ("Envoys from Chad and Libya met in Bamako.", {"Chadian envoys", "Libyan envoys"}),
        ("North Korean soldiers crossed the line.", {"North Korean soldiers"}),
    ],
)
def test_each_of_several_countries_has_its_people(text: str, expected: set[str]) -> None:
    assert {e.name for e in cast(text).entities if e.kind == "group"} == expected


def test_a_group_is_of_the_country_that_it_is_based_in() -> None:
    assert brief(cast("A terror group based in Trinidad threatened the bank."), "terror group") == (
        "group",
        "TTO",
        "REB",
    )
