"""Statements: who says what, in whose words, to whom; and what is no statement."""

# ruff: noqa: E501 (sentences are easier to read on one line)

from __future__ import annotations

import pytest

from dateline import language, parsing
from dateline.article import Article, Block, Section
from dateline.extract import actors, statements
from dateline.language.document import Doc
from dateline.reading import from_text
from dateline.records import Statement

Row = tuple[str | None, str | None, str | None]


def doc(*paragraphs: str) -> Doc:
    text, blocks = "", []
    for n, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(len(text), len(text) + len(paragraph), "body", n, 0))
        text += paragraph + "\n\n"
    return language.read(Article(text, tuple(blocks), (Section(None, 0, len(text)),)))


def found(*paragraphs: str) -> list[Statement]:
    read = doc(*paragraphs)
    return statements.extract(read, actors.extract(read, "a"))


def rows(*paragraphs: str) -> list[Row]:
    return [(row.source_text, row.cue, row.content) for row in found(*paragraphs)]


INDIRECT = [
    (
        "Kenya's government denied that its troops had entered Somalia.",
        "Kenya's government",
        "denied",
        "its troops had entered Somalia",
    ),
    (
        "Sources in Nairobi hinted that the ceasefire might not hold.",
        "Sources in Nairobi",
        "hinted",
        "the ceasefire might not hold",
    ),
    (
        "The Soviet Union announced the withdrawal of its missiles from Cuba.",
        "The Soviet Union",
        "announced",
        "the withdrawal of its missiles from Cuba",
    ),
    (
        "Analysts say that the coup, which surprised many, was planned in Bamako.",
        "Analysts",
        "say",
        "the coup, which surprised many, was planned in Bamako",
    ),
    (
        "The minister, who said the talks had failed, resigned on Monday.",
        "The minister",
        "said",
        "the talks had failed",
    ),
    ("Ethiopia accused Eritrea of arming the rebels.", "Ethiopia", "accused", "Eritrea of arming the rebels"),
    (
        "India blamed Pakistan for the attack on its parliament.",
        "India",
        "blamed",
        "Pakistan for the attack on its parliament",
    ),
    (
        "Amnesty International called for an inquiry into the killings.",
        "Amnesty International",
        "called",
        "an inquiry into the killings",
    ),
    (
        "Mexico demanded the release of the fishermen and an apology.",
        "Mexico",
        "demanded",
        "the release of the fishermen and an apology",
    ),
    (
        "The Taliban claimed responsibility for the bombing.",
        "The Taliban",
        "claimed",
        "responsibility for the bombing",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_a_verb_reports_what_follows_it(text: str, source: str, cue: str, content: str) -> None:
    assert rows(text) == [(source, cue, content)]
    assert found(text)[0].type == "indirect"


AROUND = [
    ("The talks had failed, the minister said.", "the minister", "The talks had failed"),
    (
        "Nigeria, the ministry said on Monday, will not withdraw.",
        "the ministry",
        "Nigeria, the ministry said on Monday, will not withdraw",
    ),
    (
        "Iran has enriched uranium to 20 percent, according to the IAEA.",
        "the IAEA",
        "Iran has enriched uranium to 20 percent",
    ),
    (
        "According to the United Nations, 800,000 people were killed in Rwanda.",
        "the United Nations",
        "800,000 people were killed in Rwanda",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), AROUND)
def test_the_cue_may_stand_behind_or_within_what_is_said(text: str, source: str, content: str) -> None:
    assert [(row.source_text, row.content) for row in found(text)] == [(source, content)]


DIRECT = [
    (
        "“We will not negotiate with terrorists,” Prime Minister Margaret Thatcher told the BBC.",
        "Prime Minister Margaret Thatcher",
        "We will not negotiate with terrorists",
    ),
    (
        "“We will fight,” said the Polish leader Lech Walesa.",
        "the Polish leader Lech Walesa",
        "We will fight",
    ),
    ('The general replied: "The war is lost."', "The general", "The war is lost"),
]


@pytest.mark.parametrize(("text", "source", "content"), DIRECT)
def test_direct_speech_is_told_without_its_marks(text: str, source: str, content: str) -> None:
    assert [(row.source_text, row.content, row.type) for row in found(text)] == [(source, content, "direct")]


def test_direct_speech_around_its_speaker_is_one_statement() -> None:
    (row,) = found("“It was a mistake,” said Brazil's foreign minister, “and we regret it.”")
    assert row.type == "direct"
    assert row.content == "It was a mistake,” said Brazil's foreign minister, “and we regret it"


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = "“The war is over. We have won,” said President Mahinda Rajapaksa. “Nobody will be punished.”"
    said = found(text)
    assert [row.content for row in said] == ["The war is over", "We have won", "Nobody will be punished"]
    assert len({row.source_id for row in said}) == 1
    assert [row.cue for row in said] == [None, "said", None]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Kremlin described the expulsion as “a provocation”.", "the expulsion as “a provocation”"),
        ("Robert Mugabe called Tony Blair “a liar” and left the hall.", "Tony Blair “a liar”"),
        (
            "He said that ‘the game is up’ and that he would leave.",
            "‘the game is up’ and that he would leave",
        ),
    ],
)
def test_words_quoted_within_the_content_make_it_mixed(text: str, content: str) -> None:
    assert [(row.content, row.type) for row in found(text)] == [(content, "mixed")]


def test_each_speaker_of_a_sentence_has_a_row() -> None:
    assert rows(
        "Officials in Manila said China had built a runway, while Beijing insisted the work was civilian."
    ) == [
        ("Officials in Manila", "said", "China had built a runway"),
        ("Beijing", "insisted", "the work was civilian"),
    ]
    assert rows(
        "Colombia's president urged Venezuela to close the camps, adding that patience was running out."
    ) == [
        ("Colombia's president", "urged", "to close the camps"),
        ("Colombia's president", "adding", "patience was running out"),
    ]


def test_speech_within_speech_is_a_row_of_its_own() -> None:
    assert rows("Witnesses said the mayor had warned that the dam would burst.") == [
        ("Witnesses", "said", "the mayor had warned that the dam would burst"),
        ("the mayor", "warned", "the dam would burst"),
    ]


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Moscow warned Ukraine not to join the alliance.", "Ukraine"),
        ("The European Commission called on Hungary to repeal the law.", "Hungary"),
        ("Japan apologised to China for its wartime conduct.", "China"),
    ],
)
def test_who_is_spoken_to(text: str, audience: str) -> None:
    read = doc(text)
    cast = actors.extract(read, "a")
    names = {entity.entity_id: entity.name for entity in cast.entities}
    assert [names.get(row.audience_id) for row in statements.extract(read, cast)] == [audience]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Her claim that Turkey had armed the rebels was rejected by Ankara.",
            ("Her", "claim", "Turkey had armed the rebels"),
        ),
        (
            "There were rumours that the general had fled to Paris.",
            (None, "rumours", "the general had fled to Paris"),
        ),
        (
            "China's claims of sovereignty over the reefs worry Hanoi.",
            ("China", "claims", "sovereignty over the reefs"),
        ),
        (
            "The pope issued a strong condemnation of the war in Biafra.",
            ("The pope", "condemnation", "the war in Biafra"),
        ),
        (
            "For years there were reports of trawlers landing arms in Ireland.",
            (None, "reports", "trawlers landing arms in Ireland"),
        ),
    ],
)
def test_a_noun_reports_too(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


def test_demands_behind_a_colon_are_a_row_each() -> None:
    assert rows(
        "The hostage takers made two demands: first, release the prisoners, and second, provide a plane to Cuba."
    ) == [
        ("The hostage takers", "demands", "release the prisoners"),
        ("The hostage takers", "demands", "provide a plane to Cuba"),
    ]


def test_a_source_that_is_no_entity_keeps_its_words() -> None:
    (row,) = found("Earlier reports from Lhasa said the monks had been released.")
    assert (row.source_id, row.source_text) == (None, "reports from Lhasa")


def test_a_document_speaks_for_those_whose_it_is() -> None:
    said = found(
        "The IAEA's report to the board questioned Syria's account. The report also criticised the delays."
    )
    assert [row.source_text for row in said] == ["The IAEA's report to the board", "The report"]
    assert len({row.source_id for row in said}) == 1
    assert said[0].source_id is not None


@pytest.mark.parametrize(
    "text",
    [
        "The ‘moderates’ in Tehran lost the vote.",
        "Vietnam has not said whether it will attend.",
        "The foreign ministry refused to say why the envoy had left.",
        "If Greece says no, the euro may fall.",
        "I believe the treaty will fail.",
        "The figures suggest that debt is rising.",
        "Police questioned the suspect in Oslo.",
        "The two armies met at Waterloo in 1815.",
        "Workers staged protests in Santiago against the reform.",
    ],
)
def test_what_nobody_is_said_to_have_uttered_is_no_statement(text: str) -> None:
    assert rows(text) == []


def test_every_row_points_at_its_evidence() -> None:
    text = (
        "The opposition, the daily wrote, had accused the king of fraud. “Nonsense,” a courtier told Reuters."
    )
    for row in found(text):
        for words, start, end in (
            (row.cue, row.cue_start, row.cue_end),
            (row.source_text, row.source_start, row.source_end),
            (row.content, row.content_start, row.content_end),
        ):
            assert words is None or (
                text[start:end] == words and (row.start or 0) <= (start or 0) < (end or 0) <= (row.end or 0)
            )


def test_an_edit_in_one_sentence_leaves_the_ids_of_the_others() -> None:
    first = found("Peru said the border was open.", "Chile denied that its ships had sailed.")
    second = found("Yesterday Peru said the border was shut.", "Chile denied that its ships had sailed.")
    assert first[1].statement_id == second[1].statement_id
    assert first[0].statement_id != second[0].statement_id


def test_a_second_verb_of_saying_has_the_first_ones_speaker() -> None:
    assert rows("Yvette Cooper said her party had backed the idea, and said it was late.") == [
        ("Yvette Cooper", "said", "her party had backed the idea"),
        ("Yvette Cooper", "said", "it was late"),
    ]


def test_quoted_as_saying_is_one_statement() -> None:
    assert rows("King Hussein of Jordan was quoted as saying he would be ready to talk.") == [
        ("King Hussein of Jordan", "saying", "he would be ready to talk")
    ]


WITHOUT_A_VERB_OF_SAYING = [
    (
        "Reports from Mandalay that monks had been shot reached Bangkok.",
        "Mandalay",
        "Reports",
        "monks had been shot",
    ),
    (
        "It is believed in Kampala that the colonel fled to Juba.",
        None,
        "believed",
        "the colonel fled to Juba",
    ),
    ("It is reported that the king has died.", None, "reported", "the king has died"),
    ("It was claimed that the votes were counted twice.", None, "claimed", "the votes were counted twice"),
    ("The colonel is said to have fled to Juba.", None, "said", "to have fled to Juba"),
    ("Rebels were reported to have taken Huambo.", None, "reported", "to have taken Huambo"),
    ("As Nyerere put it, Africa must unite.", "Nyerere", "put", "Africa must unite"),
    ("In the words of Attlee, the plan was doomed.", "Attlee", "In the words of", "the plan was doomed"),
    ("In Nasser's words, the canal was Egypt's.", "Nasser", "words", "the canal was Egypt's"),
    ("In Delhi's view, the line is not a border.", "Delhi", "view", "the line is not a border"),
    ("In the view of the Vatican, the law is unjust.", "the Vatican", "In the view of", "the law is unjust"),
    ("To the Kurds, the treaty was a betrayal.", "the Kurds", "To", "the treaty was a betrayal"),
    (
        "The Tass agency quoted Brezhnev as saying that détente was irreversible.",
        "Brezhnev",
        "saying",
        "détente was irreversible",
    ),
    (
        "The paper quoted a colonel as saying the bridge would hold.",
        "a colonel",
        "saying",
        "the bridge would hold",
    ),
    ("U Nu wrote to Nehru that Burma would stay neutral.", "U Nu", "wrote", "Burma would stay neutral"),
    ("The minister's view is that the dam is safe.", "The minister", "view", "the dam is safe"),
    ("Norway's position is that the islands are its own.", "Norway", "position", "the islands are its own"),
    ("The fear in Paris is that the franc will fall.", "Paris", "fear", "the franc will fall"),
    ("Prague's argument was that the treaty had lapsed.", "Prague", "argument", "the treaty had lapsed"),
    (
        "The envoy informed the court that the ship had sailed.",
        "The envoy",
        "informed",
        "the ship had sailed",
    ),
    (
        "The union notified the company that its men would strike.",
        "The union",
        "notified",
        "its men would strike",
    ),
    (
        "The ministry let it be known that the talks had failed.",
        "The ministry",
        "let it be known",
        "the talks had failed",
    ),
    (
        "The bishop made it clear that he would not resign.",
        "The bishop",
        "made it clear",
        "he would not resign",
    ),
    ("The court held that the law was void.", "The court", "held", "the law was void"),
    ("The inquiry found that the pilot was drunk.", "The inquiry", "found", "the pilot was drunk"),
    (
        "The paper speculated that the dinar would be devalued.",
        "The paper",
        "speculated",
        "the dinar would be devalued",
    ),
    ("The archbishop preached that war is a sin.", "The archbishop", "preached", "war is a sin"),
    ("Lenin taught that the state would wither.", "Lenin", "taught", "the state would wither"),
    ("Word came from Kigali that the airport had fallen.", "Word", "Word", "the airport had fallen"),
    (
        "News reached Lisbon that the garrison had surrendered.",
        "News",
        "News",
        "the garrison had surrendered",
    ),
    (
        "The claim by Athens that the frigate had fired was denied.",
        "Athens",
        "claim",
        "the frigate had fired",
    ),
    ("The warning from Tokyo that it would cut aid was ignored.", "Tokyo", "warning", "it would cut aid"),
    ("His message was that the strike would go on.", "His", "message", "the strike would go on"),
    ("The pope prayed that the war would end.", "The pope", "prayed", "the war would end"),
    ("Banners demanded bread.", "Banners", "demanded", "bread"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), WITHOUT_A_VERB_OF_SAYING)
def test_what_is_held_put_known_or_heard(text: str, source: str | None, cue: str, content: str) -> None:
    assert rows(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Having said goodbye, the consul left Aden.",
        "He said nothing.",
        "They said farewell at the station.",
        "The baker told stories.",
        "The judge found the key under the mat.",
        "The minister did not say whether he would go.",
        "The old bridge held.",
        "The priest said Mass in Dili.",
        "The child said a prayer.",
        "The clock said noon.",
        "The word of the day was rain.",
        "For Peru, the striker scored twice.",
        "To the north, the army advanced.",
        "For two weeks, the road was shut.",
    ],
)
def test_words_that_tell_nothing_are_no_statement(text: str) -> None:
    assert rows(text) == []


def reported(text: str) -> list[tuple[str | None, str | None]]:
    """Each event's trigger with the cue of the statement that reports it."""
    found = parsing.extract(from_text(text))
    cues = {row.statement_id: row.cue for row in found["statements"]}
    return [(event.trigger, cues.get(event.statement_id)) for event in found["events"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscow said Belgrade had agreed to talks with Zagreb.",
            [("agreed to", "said")],
        ),
        ("Turkey accused Greece of violating its airspace.", [("accused", None)]),
        ("Ankara alleged that Greek jets had bombed its positions.", [("alleged", "alleged")]),
        ("Israel denied that it had shelled the school.", [("shelled", "denied")]),
        (
            "Officials said the envoy, who met Assad on Monday, had offered a truce.",
            [("offered", "said"), ("met", "said")],
        ),
    ],
)
def test_an_event_belongs_to_the_innermost_statement_that_tells_it(text, expected):
    assert sorted(reported(text)) == sorted(expected)
