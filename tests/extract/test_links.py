"""Links: what causes, answers, serves or conditions what; and what is no link."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

from dataclasses import fields

import pytest

from dateline import language, parsing
from dateline.article import Article, Block, Section
from dateline.extract import links
from dateline.language.document import Doc
from dateline.reading import from_text
from dateline.records import Event, Link

Row = tuple[str | None, str | None, str, str]


def doc(*paragraphs: str) -> Doc:
    text, blocks = "", []
    for n, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(len(text), len(text) + len(paragraph), "body", n, 0))
        text += paragraph + "\n\n"
    return language.read(Article(text, tuple(blocks), (Section(None, 0, len(text)),)))


def event(
    read: Doc, trigger: str, kind: str, source: str | None, target: str | None, status: str = "actual"
) -> Event:
    """An event with its trigger's words for its span."""
    start = read.text.index(trigger)
    sentence = next(s for s in read.sentences if s.start <= start < s.end)
    values = dict.fromkeys((f.name for f in fields(Event)), None)
    values |= {
        "event_id": f"e_{trigger}", "sentence_id": sentence.sentence_id, "start": start, "end": start + len(trigger),
        "trigger": trigger, "trigger_start": start, "trigger_end": start + len(trigger), "event_type": kind,
        "source_country": source, "target_country": target, "status": status,
    }  # fmt: skip
    return Event(**values)


def rows(text: str, found: list[Link] | None = None) -> list[Row]:
    read = doc(text)
    found = links.extract(read, []) if found is None else found
    return [(r.kind, r.cue, text[r.from_start : r.from_end], text[r.to_start : r.to_end]) for r in found]


EXPLICIT = [
    (
        "Because the harvest failed, the Soviet Union bought grain from Canada.",
        "cause",
        "Because",
        "the harvest failed",
        "the Soviet Union bought grain from Canada",
    ),
    (
        "The flights were cancelled due to the strike.",
        "cause",
        "due to",
        "the strike",
        "The flights were cancelled",
    ),
    ("The embargo caused shortages in Havana.", "cause", "caused", "The embargo", "shortages in Havana"),
    (
        "The assassination led to the invasion of Serbia.",
        "cause",
        "led",
        "The assassination",
        "the invasion of Serbia",
    ),
    (
        "The crisis stems from the collapse of the peso.",
        "cause",
        "stems",
        "the collapse of the peso",
        "The crisis",
    ),
    (
        "Russia cut gas supplies, prompting Ukraine to appeal to Brussels.",
        "cause",
        "prompting",
        "Russia cut gas supplies",
        "Ukraine to appeal to Brussels",
    ),
    (
        "Angered by the arrest of its consul, Turkey recalled its ambassador.",
        "cause",
        "Angered by",
        "the arrest of its consul",
        "Turkey recalled its ambassador",
    ),
    (
        "The general was jailed for ordering the massacre.",
        "cause",
        "for",
        "ordering the massacre",
        "The general was jailed",
    ),
    (
        "Egypt closed the strait in response to the Israeli raid.",
        "response",
        "in response to",
        "the Israeli raid",
        "Egypt closed the strait",
    ),
    ("The students marched against the war.", "response", "against", "the war", "The students marched"),
    (
        "China fired missiles to intimidate Taiwan.",
        "purpose",
        "to",
        "intimidate Taiwan",
        "China fired missiles",
    ),
    (
        "In an effort to save the talks, Annan flew to Damascus.",
        "purpose",
        "In an effort to",
        "save the talks",
        "Annan flew to Damascus",
    ),
    (
        "The junta freed the hostages so that talks could begin.",
        "purpose",
        "so that",
        "talks could begin",
        "The junta freed the hostages",
    ),
    (
        "India eased the tension by releasing the pilots.",
        "purpose",
        "by",
        "India eased the tension",
        "releasing the pilots",
    ),
    (
        "If Iran stops enrichment, the EU will lift sanctions.",
        "condition",
        "If",
        "Iran stops enrichment",
        "the EU will lift sanctions",
    ),
    (
        "The drought has alarmed the ministry in Addis Ababa.",
        "cause",
        "has alarmed",
        "The drought",
        "has alarmed the ministry in Addis Ababa",
    ),
    (
        "Unhappy with the offer, the Polish miners walked out.",
        "cause",
        "Unhappy with",
        "the offer",
        "the Polish miners walked out",
    ),
    (
        "TUNIS: Stunned by the vote, the Islamists called for calm.",
        "cause",
        "Stunned by",
        "the vote",
        "the Islamists called for calm",
    ),
    (
        "Two Turkish sailors were killed when the ferry struck a mine.",
        "cause",
        "when",
        "the ferry struck a mine",
        "Two Turkish sailors were killed",
    ),
    (
        "The sailors suffered burns in the explosion.",
        "cause",
        "in",
        "the explosion",
        "The sailors suffered burns",
    ),
    (
        "Militants fired rockets at the airport, in which two guards were injured.",
        "cause",
        "in which",
        "Militants fired rockets at the airport",
        "two guards were injured",
    ),
    (
        "Riots erupted when the price of bread doubled in Cairo.",
        "cause",
        "when",
        "the price of bread doubled in Cairo",
        "Riots erupted",
    ),
    (
        "Peru recalled its ambassador after Ecuador seized a patrol boat.",
        "response",
        "after",
        "Ecuador seized a patrol boat",
        "Peru recalled its ambassador",
    ),
    (
        "Police detained three monks in Rangoon for distributing leaflets.",
        "cause",
        "for",
        "distributing leaflets",
        "Police detained three monks in Rangoon",
    ),
    (
        "The talks continued for a week to settle the border.",
        "purpose",
        "to",
        "settle the border",
        "The talks continued for a week",
    ),
    (
        "The dockers marched through Gdansk, demanding a pay rise.",
        "purpose",
        "demanding",
        "a pay rise",
        "The dockers marched through Gdansk",
    ),
    ("Chile summoned the envoy over the raid.", "cause", "over", "the raid", "Chile summoned the envoy"),
    (
        "The storm that destroyed the harbour had passed.",
        "cause",
        "destroyed",
        "The storm",
        "destroyed the harbour",
    ),
    ("Nurses marched for higher wages.", "purpose", "for", "higher wages", "Nurses marched"),
    (
        "Soldiers fled as the rebels were closing in.",
        "cause",
        "as",
        "the rebels were closing in",
        "Soldiers fled",
    ),
    (
        "Thanks to a Swiss loan, the railway in Peru reopened.",
        "cause",
        "Thanks to",
        "a Swiss loan",
        "the railway in Peru reopened",
    ),
    ("Owing to the fog, the convoy turned back.", "cause", "Owing to", "the fog", "the convoy turned back"),
    (
        "For want of fuel, the fleet stayed in Odessa.",
        "cause",
        "For want of",
        "fuel",
        "the fleet stayed in Odessa",
    ),
    (
        "For lack of evidence, the court freed the banker.",
        "cause",
        "For lack of",
        "evidence",
        "the court freed the banker",
    ),
    (
        "That is why Austria stayed out of the bloc.",
        "cause",
        "That is why",
        "That",
        "Austria stayed out of the bloc",
    ),
    ("This is why the miners walked out.", "cause", "This is why", "This", "the miners walked out"),
    (
        "The dam burst. Therefore the town was evacuated.",
        "cause",
        "Therefore",
        "The dam burst",
        "the town was evacuated",
    ),
    (
        "The bridge had gone; hence the delay at the border.",
        "cause",
        "hence",
        "The bridge had gone",
        "the delay at the border",
    ),
    (
        "The fire was so hot that the mosque collapsed.",
        "cause",
        "so",
        "The fire was so hot",
        "the mosque collapsed",
    ),
    (
        "There was such anger that the minister resigned.",
        "cause",
        "such",
        "There was such anger",
        "the minister resigned",
    ),
    (
        "The drought was so severe that farmers sold their seed.",
        "cause",
        "so",
        "The drought was so severe",
        "farmers sold their seed",
    ),
    (
        "The army cut the road, with the result that Kunduz starved.",
        "cause",
        "with the result that",
        "The army cut the road",
        "Kunduz starved",
    ),
    (
        "The blockade explains the rise in bread prices.",
        "cause",
        "explains",
        "The blockade",
        "the rise in bread prices",
    ),
    (
        "The crash brought about the fall of the cabinet.",
        "cause",
        "brought about",
        "The crash",
        "the fall of the cabinet",
    ),
    ("Officials blamed the shortage on hoarders.", "cause", "blamed", "hoarders", "the shortage"),
    ("Analysts attributed the defeat to poor supply.", "cause", "attributed", "poor supply", "the defeat"),
    ("The king ascribed the revolt to foreign gold.", "cause", "ascribed", "foreign gold", "the revolt"),
    (
        "The flood is due to the felling of the forest.",
        "cause",
        "due to",
        "the felling of the forest",
        "The flood is",
    ),
    (
        "The tax angered the weavers, and so they burned the mill.",
        "cause",
        "and so",
        "The tax angered the weavers",
        "they burned the mill",
    ),
    (
        "Fearing a coup, the sultan dismissed his bodyguard.",
        "cause",
        "Fearing",
        "a coup",
        "the sultan dismissed his bodyguard",
    ),
    (
        "Knowing that the raid was near, the monks hid the relics.",
        "cause",
        "Knowing",
        "that the raid was near",
        "the monks hid the relics",
    ),
    (
        "The decree closed the port, thereby ruining the merchants.",
        "cause",
        "thereby",
        "The decree closed the port",
        "ruining the merchants",
    ),
    ("The war left thousands homeless.", "cause", "left", "The war", "left thousands homeless"),
    ("The reason for the strike was the cut in pay.", "cause", "reason", "the cut in pay", "the strike"),
    ("The cause of the riot was a rumour.", "cause", "cause", "a rumour", "the riot"),
    ("The riots were the result of a rumour.", "cause", "result", "a rumour", "The riots"),
    ("The pact gave rise to fears in Warsaw.", "cause", "gave rise to", "The pact", "fears in Warsaw"),
    ("He resigned over the loan.", "cause", "over", "the loan", "He resigned"),
    (
        "Out of fear of reprisals, the villagers kept silent.",
        "cause",
        "Out of fear of",
        "reprisals",
        "the villagers kept silent",
    ),
    ("The minister was sacked for his remarks.", "cause", "for", "his remarks", "The minister was sacked"),
    (
        "Crowds gathered because bread had run out.",
        "cause",
        "because",
        "bread had run out",
        "Crowds gathered",
    ),
    (
        "In as much as both are poor, neither can pay.",
        "cause",
        "In as much as",
        "both are poor",
        "neither can pay",
    ),
    (
        "Seeing that the ford was held, the column halted.",
        "cause",
        "Seeing that",
        "the ford was held",
        "the column halted",
    ),
    (
        "The soldiers mutinied on account of their pay.",
        "cause",
        "on account of",
        "their pay",
        "The soldiers mutinied",
    ),
    ("The uprising was born of hunger.", "cause", "was born", "hunger", "The uprising"),
    ("The panic is rooted in the crash of 1929.", "cause", "is rooted", "the crash of 1929", "The panic"),
    ("The ban stems from an old feud.", "cause", "stems", "an old feud", "The ban"),
    (
        "Provoked by the cartoon, a crowd burned the embassy.",
        "cause",
        "Provoked by",
        "the cartoon",
        "a crowd burned the embassy",
    ),
    (
        "Deaths from cholera rose because of the flood.",
        "cause",
        "because of",
        "the flood",
        "Deaths from cholera rose",
    ),
    ("The mayor fled for fear of arrest.", "cause", "for fear of", "arrest", "The mayor fled"),
    (
        "Were Greece to default, banks in Cyprus would fail.",
        "condition",
        "Were",
        "Greece to default",
        "banks in Cyprus would fail",
    ),
    (
        "Should the truce collapse, Kenya would send troops.",
        "condition",
        "Should",
        "the truce collapse",
        "Kenya would send troops",
    ),
    (
        "Had Warsaw not fallen, the front would have held.",
        "condition",
        "Had",
        "Warsaw not fallen",
        "the front would have held",
    ),
    (
        "Aid depends on the release of the two nurses.",
        "condition",
        "depends on",
        "the release of the two nurses",
        "Aid",
    ),
    (
        "Norway will sell the rig on condition that the crew is paid.",
        "condition",
        "on condition that",
        "the crew is paid",
        "Norway will sell the rig",
    ),
    (
        "The rebels will disarm provided that the army leaves.",
        "condition",
        "provided that",
        "the army leaves",
        "The rebels will disarm",
    ),
    (
        "Pay the ransom, or the hostages will die.",
        "condition",
        "or",
        "Pay the ransom",
        "the hostages will die",
    ),
    ("Withdraw now or face sanctions.", "condition", "or", "Withdraw now", "face sanctions"),
    (
        "The army must withdraw; otherwise talks will end.",
        "condition",
        "otherwise",
        "The army must withdraw",
        "talks will end",
    ),
    (
        "Only if the wall falls will Germany unite.",
        "condition",
        "Only if",
        "the wall falls",
        "will Germany unite",
    ),
    (
        "Unless the rains come, the herds will die.",
        "condition",
        "Unless",
        "the rains come",
        "the herds will die",
    ),
    (
        "As long as the embargo lasts, Haiti will starve.",
        "condition",
        "As long as",
        "the embargo lasts",
        "Haiti will starve",
    ),
    (
        "In case of an attack, the bridge will be blown.",
        "condition",
        "In case of",
        "an attack",
        "the bridge will be blown",
    ),
    (
        "In the event of war, Switzerland will mobilise.",
        "condition",
        "In the event of",
        "war",
        "Switzerland will mobilise",
    ),
    ("Without American aid, Saigon will fall.", "condition", "Without", "American aid", "Saigon will fall"),
    (
        "But for the snow, the army would have reached Moscow.",
        "condition",
        "But for",
        "the snow",
        "the army would have reached Moscow",
    ),
    (
        "Membership hinges on reform of the courts.",
        "condition",
        "hinges on",
        "reform of the courts",
        "Membership",
    ),
    (
        "The ceasefire is conditional on the release of prisoners.",
        "condition",
        "conditional on",
        "the release of prisoners",
        "The ceasefire is",
    ),
    (
        "The loan is subject to approval by the Diet.",
        "condition",
        "subject to",
        "approval by the Diet",
        "The loan",
    ),
    (
        "Only after the prisoners were freed did talks begin.",
        "condition",
        "Only after",
        "the prisoners were freed",
        "did talks begin",
    ),
    (
        "Not until the tanks left would the students go home.",
        "condition",
        "Not until",
        "the tanks left",
        "would the students go home",
    ),
    (
        "The visit will go ahead, barring a change of heart.",
        "condition",
        "barring",
        "a change of heart",
        "The visit will go ahead",
    ),
    (
        "In exchange for grain, Moscow sold oil to Bonn.",
        "response",
        "In exchange for",
        "grain",
        "Moscow sold oil to Bonn",
    ),
    (
        "In return for the base, Manila got loans.",
        "response",
        "In return for",
        "the base",
        "Manila got loans",
    ),
    ("Syria answered the raid with rockets.", "response", "answered", "the raid", "rockets"),
    (
        "Spain replied to the ban by closing the border.",
        "response",
        "replied",
        "the ban",
        "closing the border",
    ),
    (
        "Thousands marched in protest at the verdict.",
        "response",
        "in protest at",
        "the verdict",
        "Thousands marched",
    ),
    ("The bombing drew a protest from Sofia.", "response", "drew", "The bombing", "a protest from Sofia"),
    (
        "The envoy was recalled in response to the arrest of the priest.",
        "response",
        "in response to",
        "the arrest of the priest",
        "The envoy was recalled",
    ),
    (
        "The ships sailed in order to break the blockade.",
        "purpose",
        "in order to",
        "break the blockade",
        "The ships sailed",
    ),
    (
        "The king flew to Rome to sign the treaty.",
        "purpose",
        "to",
        "sign the treaty",
        "The king flew to Rome",
    ),
    (
        "With a view to ending the war, Lisbon opened talks.",
        "purpose",
        "With a view to",
        "ending the war",
        "Lisbon opened talks",
    ),
    (
        "Troops were sent so that the vote could be held.",
        "purpose",
        "so that",
        "the vote could be held",
        "Troops were sent",
    ),
    (
        "The priest hid the boy lest the soldiers find him.",
        "purpose",
        "lest",
        "the soldiers find him",
        "The priest hid the boy",
    ),
    (
        "The convoy left for the purpose of feeding Sarajevo.",
        "purpose",
        "for the purpose of",
        "feeding Sarajevo",
        "The convoy left",
    ),
    (
        "Malta raised wages with the aim of ending the strike.",
        "purpose",
        "with the aim of",
        "ending the strike",
        "Malta raised wages",
    ),
    (
        "To end the siege, the mayor offered himself.",
        "purpose",
        "To",
        "end the siege",
        "the mayor offered himself",
    ),
    ("The law is designed to curb the press.", "purpose", "to", "curb the press", "The law is designed"),
    ("The talks were aimed at ending the feud.", "purpose", "were aimed at", "ending the feud", "The talks"),
    (
        "The junta closed the schools so as to prevent protests.",
        "purpose",
        "so as to",
        "prevent protests",
        "The junta closed the schools",
    ),
]


@pytest.mark.parametrize(("text", "kind", "cue", "source", "target"), EXPLICIT)
def test_a_cue_joins_what_stands_around_it(text: str, kind: str, cue: str, source: str, target: str) -> None:
    assert rows(text) == [(kind, cue, source, target)]
    assert [row.basis for row in links.extract(doc(text), [])] == ["explicit"]


def test_a_reason_in_front_ends_where_the_main_clause_begins() -> None:
    text = "Nevertheless, as both states share the canal, keeping the peace is vital."
    assert rows(text) == [("cause", "as", "both states share the canal", "keeping the peace is vital")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister agreed to sign the treaty.",
        "Norway asked Sweden to open the border.",
        "The decision to leave surprised London.",
        "The soldier led a patrol to the river.",
        "The patrol was led by a sergeant.",
        "As chairman, he opened the session.",
        "The talks are due to begin in Oslo.",
        "The two presidents met in Reykjavik in 1986.",
        "The envoy did not cause the quarrel.",
        "The plane flew over the island.",
        "In the following days the fleet reached Manila.",
        "The company had to close its mine.",
        "The figures to be published today concern Spain.",
        "The ministry published a plan for building dams.",
        "The court sat over the weekend.",
        "The minister presided over the session.",
        "The train arrived two days after the war ended.",
        "As the president put it, peace was near.",
        "Speaking in Rome, the envoy described the treaty.",
        "As the convoy reached Lukavac, snipers opened fire.",
        "As night fell, the guns opened up.",
        "As dawn broke, paratroopers landed in Suez.",
        "The king died as he was leaving the church.",
        "Since 1990 the party has lost every election.",
        "As president, he signed the treaty.",
        "The convoy arrived before the snow fell.",
        "He has been in jail since he was nineteen.",
        "The mayor met the envoy, and the talks went on.",
        "The town, as the bishop said, was quiet.",
        "While the talks went on, the guns were silent.",
        "The minister asked if the bridge was open.",
        "They wondered whether the dam would hold.",
        "The war lasted so long.",
        "The soldiers stayed for two weeks.",
        "The road to Lhasa was closed.",
        "The troops are due on Monday.",
        "The cause of the fire is unknown.",
        "Why were the bishops arrested?",
        "Led by its chairman, the union met in Leeds.",
        "The council must act without delay.",
    ],
)
def test_what_only_looks_like_a_cue_joins_nothing(text: str) -> None:
    assert rows(text) == []


def test_what_both_need_each_other_for_is_their_aim() -> None:
    text = "The two kingdoms need each other to hold the border."
    assert rows(text) == [("purpose", "to", "hold the border", "The two kingdoms need each other")]


def test_a_side_names_the_first_event_that_lies_in_it() -> None:
    text = "Egypt closed the strait in response to the Israeli raid."
    read = doc(text)
    events = [event(read, "closed", "SANCTION", "EGY", "ISR"), event(read, "raid", "ASSAULT", "ISR", "EGY")]
    (row,) = links.extract(read, events)
    assert (row.from_id, row.to_id) == ("e_raid", "e_closed")


def test_who_responds_answers_what_others_did_before() -> None:
    read = doc("Georgia shelled the enclave. Russia responded by sending tanks across the border.")
    events = [
        event(read, "shelled", "ASSAULT", "GEO", "RUS"),
        event(read, "sending", "ASSAULT", "RUS", "GEO"),
    ]
    (row,) = links.extract(read, events)
    assert (row.kind, row.basis, row.cue) == ("response", "explicit", "responded by")
    assert (row.from_id, row.to_id) == ("e_shelled", "e_sending")


def test_a_hostile_answer_by_the_side_that_was_hit_is_inferred() -> None:
    read = doc("Israel shelled a school in Gaza. Jordan condemned Israel.")
    events = [
        event(read, "shelled", "ASSAULT", "ISR", None),
        event(read, "condemned", "ACCUSE", "JOR", "ISR"),
    ]
    (row,) = links.extract(read, events)
    assert (row.kind, row.basis, row.cue) == ("response", "inferred", None)
    assert (row.from_id, row.to_id) == ("e_shelled", "e_condemned")


@pytest.mark.parametrize(
    ("text", "source", "target", "status"),
    [
        ("Israel shelled a school in Gaza. Chile condemned the coup.", "CHL", "MMR", "actual"),
        (
            "Israel shelled a school in Gaza. Jordan may have condemned the attack.",
            "JOR",
            "ISR",
            "hypothetical",
        ),
        ("Israel shelled a school in Gaza. Israel condemned the rockets.", "ISR", "PSE", "actual"),
    ],
)
def test_nothing_is_inferred_where_actors_or_status_do_not_fit(
    text: str, source: str, target: str, status: str
) -> None:
    read = doc(text)
    events = [
        event(read, "shelled", "ASSAULT", "ISR", "PSE"),
        event(read, "condemned", "ACCUSE", source, target, status),
    ]
    assert links.extract(read, events) == []


def test_nothing_is_inferred_across_paragraphs() -> None:
    read = doc("Israel shelled a school in Gaza.", "Jordan condemned Israel.")
    events = [
        event(read, "shelled", "ASSAULT", "ISR", None),
        event(read, "condemned", "ACCUSE", "JOR", "ISR"),
    ]
    assert links.extract(read, events) == []


def test_every_row_points_at_its_evidence() -> None:
    text = "Because of the drought, farmers left Mali to find work. If it rains, they will return."
    for row in links.extract(doc(text), []):
        assert text[row.cue_start : row.cue_end] == row.cue
        assert (row.start, row.end) == (
            min(row.from_start, row.to_start, row.cue_start),
            max(row.from_end, row.to_end, row.cue_end),
        )  # type: ignore[type-var]


def test_an_edit_in_one_paragraph_leaves_the_ids_of_the_others() -> None:
    first = links.extract(doc("The peso fell due to the war.", "The embargo caused shortages in Havana."), [])
    second = links.extract(
        doc("The franc fell due to the war.", "The embargo caused shortages in Havana."), []
    )
    assert first[1].link_id == second[1].link_id
    assert first[0].link_id != second[0].link_id


def joined(text: str) -> list[tuple[str | None, str, str, str | None]]:
    """The responses of a text as it is coded in full: cue, what is answered, the answer, basis."""
    found = parsing.extract(from_text(text))
    triggers = {event.event_id: event.trigger for event in found["events"]}
    return [
        (
            row.cue,
            triggers.get(row.from_id) or text[row.from_start : row.from_end],
            triggers.get(row.to_id) or text[row.to_start : row.to_end],
            row.basis,
        )
        for row in found["links"]
        if row.kind == "response"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pakistan proposed talks on Kashmir. India accepted the proposal.",
            [("accepted", "proposed", "accepted", "explicit")],
        ),
        (
            "China accused India of crossing the border. Delhi denied the charge.",
            [("denied", "accused", "Delhi denied the charge", "explicit")],
        ),
        (
            "Cairo asked for $2 billion in aid. Washington declined the request the next day.",
            [("declined", "asked for", "declined", "explicit")],
        ),
        (
            "Norway offered a catch of 40,000 tons. Denmark turned the offer down.",
            [("turned", "Norway offered a catch of 40,000 tons", "turned", "explicit")],
        ),
        (
            "Cyprus demanded the return of the town. The demand was refused.",
            [("refused", "demanded", "refused", "explicit")],
        ),
        (
            "Israel demanded the release of two soldiers. Hezbollah refused.",
            [("refused", "demanded", "Hezbollah refused", "explicit")],
        ),
        (
            "Moscow demanded an apology. Ankara declined to give one.",
            [("declined", "demanded", "Ankara declined", "explicit")],
        ),
        (
            "Ethiopia offered Eritrea talks. Eritrea replied that it would not talk.",
            [("replied", "offered", "Eritrea replied", "explicit")],
        ),
        (
            "Serb gunners shelled Gorazde. The alliance bombed a command post in response.",
            [("in response", "shelled", "bombed", "explicit")],
        ),
    ],
)
def test_an_answer_names_what_it_answers(text, expected):
    assert joined(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkey asked the United States for Patriot missiles. Washington agreed to send two batteries.",
            [(None, "asked", "agreed", "inferred")],
        ),
        (
            "Vietnam threatened to invade Cambodia. Cambodia withdrew its troops from the border.",
            [(None, "threatened", "withdrew", "inferred")],
        ),
        (
            "Peru accused Ecuador of an incursion. Ecuador accused Peru of shelling its posts.",
            [(None, "accused", "accused", "inferred")],
        ),
        (
            "The United States imposed sanctions on Iran. Tehran expelled three American diplomats.",
            [(None, "imposed", "expelled", "inferred")],
        ),
        (
            "Students protested in Rangoon. Soldiers shot dead hundreds of demonstrators.",
            [(None, "protested", "shot dead", "inferred")],
        ),
    ],
)
def test_an_answer_is_inferred_from_types_and_sides(text, expected):
    assert joined(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile asked Bolivia for gas. Peru rejected the budget.",
        "France accused Libya of arming rebels. Libya signed a treaty with Chad.",
        "Iran demanded an apology. Iran refused the offer of Oman.",
        "India offered talks.\n\nWeather delayed the summit.\n\nNobody accepted the offer.",
        "Students protested in Seoul. Japanese police arrested a smuggler.",
    ],
)
def test_what_another_did_about_something_else_is_no_answer(text):
    assert joined(text) == []
