"""Implications: what follows, must be, will be or is amiss; for whom, in whose view, and why."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.article import Article, Block, Section
from dateline.extract import actors, implications, statements
from dateline.records import Implication

Row = tuple[str | None, str | None, str | None]


def found(text: str, role: str = "body") -> tuple[list[Implication], dict[str | None, str | None]]:
    block = Block(0, len(text), role, 1, 0)  # type: ignore[arg-type]
    read = language.read(Article(text, (block,), (Section(None, 0, len(text)),)))
    cast = actors.extract(read, "a")
    names = {entity.entity_id: entity.name for entity in cast.entities}
    return implications.extract(read, cast, statements.extract(read, cast)), names


def rows(text: str) -> list[Row]:
    return [(row.kind, row.modality, row.text) for row in found(text)[0]]


ARGUED = [
    ("The collapse of the peso has implications for Brazil.", "consequence", "certain"),
    ("The coup could undermine the peace process in Sudan.", "consequence", "possible"),
    ("The sanctions mean that Iraq cannot import medicine.", "consequence", "certain"),
    ("Japan and China must restore trust.", "necessity", "necessary"),
    ("NATO needs Turkey to guard the strait.", "necessity", "necessary"),
    ("The recovery of Bosnia depends on foreign aid.", "necessity", "necessary"),
    ("Rebuilding confidence between Seoul and Tokyo is essential.", "necessity", "necessary"),
    ("The treaty is unlikely to survive the election.", "prediction", "probable"),
    ("The junta will fall.", "prediction", "certain"),
    ("The price of oil may double.", "prediction", "possible"),
    ("The reform has been unpopular in Greece.", "evaluation", "certain"),
    ("The occupation of Angola was a mistake.", "evaluation", "certain"),
    ("The annexation is a threat to Poland.", "evaluation", "certain"),
    ("The truce in Yemen is in danger.", "evaluation", "certain"),
    ("Sweden cannot afford another war in the Baltic.", "necessity", "necessary"),
    ("It is time to lift the embargo on Vietnam.", "necessity", "necessary"),
    ("It is time that Chile faced its past.", "necessity", "necessary"),
    ("The opposition had better accept the result.", "necessity", "necessary"),
    ("Ghana needs a new constitution.", "necessity", "necessary"),
    ("There is no alternative to direct talks with Hanoi.", "necessity", "necessary"),
    ("There is an urgent need for aid in Biafra.", "necessity", "necessary"),
    ("The Council has no choice but to act.", "necessity", "necessary"),
    ("It is up to Cairo to reopen the canal.", "necessity", "necessary"),
    ("The time has come to recognise Bangladesh.", "necessity", "necessary"),
    ("Any settlement must include the Kurds.", "necessity", "necessary"),
    ("Washington would do well to listen to Ankara.", "necessity", "necessary"),
    ("Delhi has to decide by June.", "necessity", "necessary"),
    ("The mission deserves support.", "necessity", "necessary"),
    ("Peace requires that both sides disarm.", "necessity", "necessary"),
    ("Nothing less than a full withdrawal will do.", "necessity", "necessary"),
    ("Britain should have warned the islanders.", "necessity", "necessary"),
    ("Europe dare not ignore the Balkans.", "necessity", "necessary"),
    ("The government is obliged to publish the report.", "necessity", "necessary"),
    ("Only a referendum can settle the question of Kashmir.", "necessity", "necessary"),
    ("Rhodesia risks isolation.", "prediction", "possible"),
    ("The revolt is likely to spread.", "prediction", "probable"),
    ("Inflation will probably rise.", "prediction", "probable"),
    ("The dinar is set to fall further.", "prediction", "probable"),
    ("The colonels are bound to lose.", "prediction", "certain"),
    ("There is little chance of a settlement in Cyprus.", "prediction", "probable"),
    ("There is a danger that the war will spread to Zambia.", "prediction", "possible"),
    ("Chances are that the coalition falls apart.", "prediction", "probable"),
    ("The odds are against a Somali settlement.", "prediction", "probable"),
    ("The regime is about to collapse.", "prediction", "probable"),
    ("The sanctions are going to hurt the poor.", "prediction", "probable"),
    ("The junta seems likely to cling to power.", "prediction", "probable"),
    ("The war could drag on for years.", "prediction", "possible"),
    ("The treaty looks set to fail.", "prediction", "probable"),
    ("It is only a matter of time before the dam breaks.", "prediction", "probable"),
    ("The famine might have been avoided.", "prediction", "possible"),
    ("The pact is sure to be challenged in Athens.", "prediction", "certain"),
    ("It remains to be seen whether the truce holds.", "prediction", "probable"),
    ("The king appears doomed.", "prediction", "probable"),
    ("The defeat means that the party is finished.", "consequence", "certain"),
    ("The deal spells the end of apartheid.", "consequence", "certain"),
    ("The coup bodes ill for Fiji.", "consequence", "certain"),
    ("A devaluation would amount to an admission of defeat.", "consequence", "probable"),
    ("The lesson of Munich is that weakness invites war.", "consequence", "certain"),
    ("The upshot is that Poland has no allies.", "consequence", "certain"),
    ("It follows that the sanctions have failed.", "consequence", "certain"),
    ("The ruling makes a compromise impossible.", "consequence", "certain"),
    ("The withdrawal leaves Namibia exposed.", "consequence", "certain"),
    ("This suggests that the army is split.", "consequence", "probable"),
    ("The vote shows that Quebec is divided.", "consequence", "certain"),
    ("A new war would destroy Lebanon.", "consequence", "probable"),
    ("Such a step would isolate Greece.", "consequence", "probable"),
    ("The blockade puts the city at risk.", "consequence", "certain"),
    ("The oil price has implications for Nigeria.", "consequence", "certain"),
    ("The scandal casts doubt on the verdict.", "consequence", "certain"),
    ("The crisis paves the way for a coup.", "consequence", "certain"),
    ("The strike calls into question the whole reform.", "consequence", "certain"),
    ("The conclusion is that force has failed in Algeria.", "consequence", "certain"),
    ("The moral is that small states need friends.", "consequence", "certain"),
    ("The result would be chaos.", "consequence", "probable"),
    ("The raid makes war more likely.", "consequence", "probable"),
    ("Failure to pay would bankrupt the island.", "consequence", "probable"),
    ("The embargo is a failure.", "evaluation", "certain"),
    ("The annexation was wrong.", "evaluation", "certain"),
    ("The plan is deeply flawed.", "evaluation", "certain"),
    ("It is dangerous to arm the militias.", "evaluation", "certain"),
    ("It would be foolish to ignore Beijing.", "evaluation", "probable"),
    ("The invasion of Egypt was a blunder.", "evaluation", "certain"),
    ("The president deserves credit for the treaty.", "evaluation", "certain"),
    ("The trial is a travesty.", "evaluation", "certain"),
    ("The reform has proved a disaster.", "evaluation", "certain"),
    ("The truce marks a turning point for Burundi.", "evaluation", "certain"),
    ("The decision makes little sense.", "evaluation", "certain"),
    ("The treaty is good for Denmark.", "evaluation", "certain"),
    ("The policy has failed.", "evaluation", "certain"),
    ("The treaty is the best hope for Sudan.", "evaluation", "certain"),
    ("The new law is a step backwards.", "evaluation", "certain"),
    ("Bucharest was right to refuse.", "evaluation", "certain"),
    ("The army is to blame for the massacre.", "evaluation", "certain"),
    ("The election was neither free nor fair.", "evaluation", "certain"),
    ("The bombing of Guernica was unforgivable.", "evaluation", "certain"),
    ("It is absurd that Taiwan has no seat.", "evaluation", "certain"),
    ("The peace is worth little.", "evaluation", "certain"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), ARGUED)
def test_kind_and_modality(text: str, kind: str, modality: str) -> None:
    assert rows(text) == [(kind, modality, text.rstrip("."))]


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        ("If the rains fail, Kenya will import maize.", "consequence", "the rains fail"),
        (
            "Japan and China must restore trust because both depend on trade.",
            "necessity",
            "both depend on trade",
        ),
        (
            "As both sides need the canal, keeping the peace is vital.",
            "necessity",
            "both sides need the canal",
        ),
        ("The collapse of the peso has implications for Brazil.", "consequence", "The collapse of the peso"),
        (
            "The league is likely to split, because no member trusts Cairo.",
            "prediction",
            "no member trusts Cairo",
        ),
        ("Without the ferry, Gozo will starve.", "consequence", "the ferry"),
        ("Because of the drought, Niger will starve.", "prediction", "the drought"),
        ("In view of its debts, Ghana must devalue.", "necessity", "its debts"),
        ("Given its debts, Zaire will default.", "prediction", "its debts"),
        ("The wells ran dry, so Mauritania must import water.", "necessity", "The wells ran dry"),
    ],
)
def test_the_premise_is_the_clause_that_tells_why(text: str, kind: str, because: str) -> None:
    premises = [
        (row.kind, text[row.because_start : row.because_end])
        for row in found(text)[0]
        if row.because_start is not None
    ]
    assert premises == [(kind, because)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The collapse of the peso has implications for Brazil.", "Brazil"),
        ("NATO must reform.", "NATO"),
        ("Restoring trust between Canada and Cuba is crucial.", "Canada"),
        ("The price of oil may double.", None),
    ],
)
def test_whom_it_is_about(text: str, about: str | None) -> None:
    (row,), names = found(text)
    name = names.get(row.about_id)
    assert name == about or (about == "NATO" and name == "North Atlantic Treaty Organization")


def test_within_a_statement_it_is_the_speakers_view() -> None:
    text = "Angela Merkel warned that the euro may fail."
    (row,), names = found(text)
    assert (names[row.source_id], row.text) == ("Angela Merkel", "the euro may fail")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kissinger warned that the war would spread to Laos.", "the war would spread to Laos"),
        ("Economists predicted that the franc would fall.", "the franc would fall"),
        ("Analysts fear that the drought would ruin Mali.", "the drought would ruin Mali"),
    ],
)
def test_under_a_warning_would_tells_a_forecast(text: str, expected: str) -> None:
    assert rows(text) == [("prediction", "probable", expected)]


def test_the_authors_own_view_has_no_source() -> None:
    (row,), _ = found("The euro may fail.")
    assert row.source_id is None


def test_what_a_speaker_makes_of_something_is_his_judgement() -> None:
    text = "Jomo Kenyatta described the accord as a disaster for the farmers."
    (row,), names = found(text)
    assert (row.kind, names[row.source_id]) == ("evaluation", "Jomo Kenyatta")
    assert row.text == "the accord as a disaster for the farmers"


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town on Monday.",
        "The president said that the army would attack.",
        "Helmut Kohl said he will visit Moscow.",
        "The summit will be held in Geneva on 3 May.",
        "The envoy could not enter the city.",
        "The crops were destroyed in 1921.",
        "The bishops are critical of the king.",
        "The ministers will meet in Geneva on Tuesday.",
        "The summit will be held in Rio in June.",
        "The king will visit Norway next week.",
        "The trial will open on Monday.",
        "The court found him guilty.",
        "Talks are to resume in Paris.",
        "He said he would attend the funeral.",
        "The envoy is due in Kabul on Friday.",
        "The parliament will vote on the budget on 3 May.",
        "The factory made 300 tractors last month.",
        "The frigate sank off Norway.",
        "The troops left the island in 1974.",
        "Police said they would question the driver.",
        "The company will build a dam in Laos.",
        "The prime minister will fly to Tokyo on Sunday.",
        "Two shops were looted in Lima.",
        "The rebels held the town for a week.",
        "Soldiers could be seen on the bridge.",
        "The bank will lend Kenya $40 million.",
        "The delegation will include two generals.",
        "New elections will take place in September.",
        "The army will send 300 men to the border.",
        "May Day was quiet in Havana.",
        "The ship was due at noon.",
        "The judge said the case would be heard in March.",
        "It was prepared to impose a curfew.",
        "The gunmen also threatened to poison the wells.",
        "Norway was an important partner for Iceland.",
    ],
)
def test_what_is_told_or_planned_is_no_implication(text: str) -> None:
    assert rows(text) == []


def test_what_is_said_once_of_the_whole_is_one_row() -> None:
    assert rows("Schools will close and teachers will leave.") == [
        ("prediction", "certain", "Schools will close and teachers will leave")
    ]


def test_headings_argue_nothing() -> None:
    assert found("Kenya must act", role="heading")[0] == []


def test_every_row_points_at_its_evidence() -> None:
    text = "If the rains fail, Kenya will import maize. The minister said aid was crucial."
    for row in found(text)[0]:
        assert text[row.start : row.end] == row.text
