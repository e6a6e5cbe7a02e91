"""Why a row is as it is: what is told of its rule, roles, status, date and place, in exact words."""

# ruff: noqa: E501 (lines are easier to read whole)

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dateline
from dateline.cli import main
from dateline.explaining import Explanation, NoRow, explain, listed, listing
from dateline.tables import Tables


def tables(text: str) -> Tables:
    return dateline.parse(dateline.from_text(text, published="2000-01-05"))


def told(text: str, trigger: str) -> dict[str, str]:
    """What is told of the first event with that trigger, by label; ``evidence`` is its sentences."""
    found = explanation(tables(text), trigger)
    return {"evidence": "\n".join(found.evidence), **dict(found.lines)}


def explanation(found: Tables, trigger: str) -> Explanation:
    return explain(found, next(row["event_id"] for row in listing(found) if row["trigger"] == trigger))


def test_an_event_is_told_in_full() -> None:
    found = explanation(tables("The Rwandan ambassador was summoned by Belgium on 3 May 1994."), "summoned")
    assert found.evidence == (
        "[target: The Rwandan ambassador] was [trigger: summoned] by [source: Belgium] on [date: 3 May 1994].",
    )
    assert found.lines == (
        (
            "code",
            "ACCUSE/disapprove; CAMEO 110 “Disapprove, not specified below”; Goldstein -2.0; quad class 3, verbal conflict",
        ),
        (
            "rule",
            "verbs.csv, verb:summon-diplomat (call in, summon): ACCUSE/disapprove 110; target: object.owner, object.mod, object.of, object",
        ),
        ("source", "“Belgium” (BEL); found as the phrase with “by”; entity Belgium (country)"),
        (
            "target",
            "“The Rwandan ambassador” (RWA GOV); found as the subject of the passive; a description of Rwandan ambassador (person)",
        ),
        ("status", "actual: nothing in the text takes it back"),
        ("date", "1994-05-03 (day), stated: “3 May 1994” (1994-05-03)"),
        ("place", "none: no phrase on it says where"),
        ("told by", "the author"),
    )


def test_a_noun_names_its_slots() -> None:
    found = told("The arrest of two Fijian ministers by the army on 4 May 1987 angered Australia.", "arrest")
    assert found["evidence"] == (
        "The [trigger: arrest] of [target: two Fijian ministers] by [source: the army] on [date: 4 May 1987] angered Australia."
    )
    assert found["rule"] == (
        "nouns.csv, noun:arrest (arrest, detention, imprisonment, incarceration, jailing, internment): COERCE/arrest 173; source: owner, by, mod; target: of"
    )
    assert found["source"] == (
        "“the army” (FJI MIL); found as the phrase with “by”; a description of Fijian army (organisation)"
    )
    assert found["target"].startswith("“two Fijian ministers” (FJI GOV); found as the phrase with “of”; ")


def test_a_pronoun_is_traced_to_the_name_before_it() -> None:
    found = told("President Julius Nyerere spoke in Dodoma. He condemned Uganda.", "condemned")
    assert found["evidence"] == "[source: He] [trigger: condemned] [target: Uganda]."
    assert found["source"] == (
        "“He” (TZA GOV); found as the subject; a pronoun of Julius Nyerere (person), named before as “Julius Nyerere” in sentence 1"
    )


def test_a_composed_act_names_both_entries_and_the_row_that_joins_them() -> None:
    found = told("Norway agreed to send aid to Sudan.", "agreed")
    assert found["code"].startswith("AGREE; CAMEO 033 ")
    assert found["rule"].startswith("verbs.csv, verb:agree-to (agree, consent, assent): AGREE 030; ")
    assert found["with"].startswith("verbs.csv, verb:provide-aid (")
    assert found["code by"] == "compositions.csv, row “03 + 07”"
    assert found["target"] == (
        "“Sudan” (SDN); found as the act inside it › the phrase with “to”; entity Sudan (country)"
    )


def test_what_is_asked_for_names_the_word_that_asks() -> None:
    found = told("India asked Nepal to expel three Chinese diplomats.", "expel")
    assert found["status"] == "requested, because of “ask”"
    assert found["source"] == "“Nepal” (NPL); found as the object of “ask”; entity Nepal (country)"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Greece could recall its ambassador from Turkey.", "recall", "hypothetical, because of “could”"),
        ("Chad did not attack Libya.", "attack", "denied, because of “not”"),
        ("Serbia continued to shell Sarajevo.", "shell", "ongoing, because of “continue”"),
        ("Ethiopia is bombing Eritrean towns.", "bombing", "ongoing, because of “is bombing”"),
        ("If Israel attacks Lebanon, Syria will retaliate.", "attacks", "hypothetical, because of “if”"),
        ("No country recognised Rhodesia.", "recognised", "denied, because of “no”"),
        ("Kenya managed to arrest the Somali envoy.", "arrest", "actual, because of “manage”"),
    ],
)
def test_the_word_that_sets_the_status_is_named(text: str, trigger: str, status: str) -> None:
    assert told(text, trigger)["status"] == status


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        (
            "Benin shelled Lomé on 4 May 1991.",
            "shelled",
            "1991-05-04 (day), stated: “4 May 1991” (1991-05-04)",
        ),
        (
            "On 3 May 1998 Eritrea bombed Mekele. The next day Ethiopia shelled Asmara.",
            "shelled",
            "1998-05-04 (day), resolved: “The next day” (1998-05-04), counted from “3 May 1998” (tim_f55f7a7b4881)",
        ),
        (
            "Bolivia arrested the Chilean consul yesterday.",
            "arrested",
            "2000-01-04 (day), resolved: “yesterday” (2000-01-04), counted from the publication date 2000-01-05",
        ),
        ("Bolivia arrested the Chilean consul.", "arrested", "none: the text gives none"),
    ],
)
def test_a_date_names_its_words_and_what_they_count_from(text: str, trigger: str, date: str) -> None:
    assert told(text, trigger)["date"] == date


def test_what_somebody_says_names_who_says_it() -> None:
    found = tables("Jordan said that Israeli jets had attacked Damascus.")
    own = found.columns("statements")["statement_id"][0]
    lines = dict(explanation(found, "attacked").lines)
    assert lines["told by"] == f"Jordan: “said”, indirect ({own})"
    assert lines["code by"] == "events.toml, instruments: it was carried out by one of @aircraft"


def test_casualties_and_the_place_are_told() -> None:
    found = told("A bomb killed 12 people in Karachi.", "killed")
    assert found["casualties"] == "killed 12 people (“12”)"
    assert found["place"] == "Karachi (city; Sindh, PAK, 24.861 67.01)"
    assert "[place: Karachi]" in found["evidence"]


def test_an_act_of_two_names_its_other_row() -> None:
    found = tables("Egypt and Libya met in Tripoli.")
    first, second = (row["event_id"] for row in listing(found))
    assert dict(explain(found, first).lines)["same act"] == f"{second} (Libya → Egypt)"


def test_a_role_that_nobody_fills_is_told_too() -> None:
    found = told("Two Peruvian ministers were arrested.", "arrested")
    assert found["source"] == "nobody: the text names none in a slot of the entry"


def test_a_role_carried_from_another_sentence_shows_that_sentence() -> None:
    found = told("Iraq shelled Abadan on 3 May 1986. Sweden condemned the attack.", "condemned")
    assert found["evidence"].splitlines() == [
        "[source: Sweden] [trigger: condemned] the attack.",
        "[target: Iraq] shelled Abadan on 3 May 1986.",
    ]
    assert found["target"] == (
        "“Iraq” (IRQ); found as the act told before › the subject; carried from sentence 1; entity Iraq (country)"
    )


def test_rows_of_other_tables_tell_their_cells_and_what_their_ids_name() -> None:
    found = tables("Sweden recalled its ambassador from Baghdad because Iraq had shelled Abadan.")
    link = explain(found, found.columns("links")["link_id"][0])
    shelled = next(row["event_id"] for row in listing(found) if row["trigger"] == "shelled")
    assert link.evidence == (
        "[to: Sweden recalled its ambassador from Baghdad] [cue: because] [from: Iraq had shelled Abadan].",
    )
    assert link.table == "links"
    assert link.lines[:2] == (("kind", "cause"), ("from_id", f"“shelled” ({shelled})"))


def test_every_row_of_every_table_can_be_explained() -> None:
    found = tables(
        "Talks\n\nBy A. Writer\n\nOn 3 May 1998 Peru's envoys met in Quito. They said 3 men could die because of this."
    )
    ids = [key for name, _ in found for key in next(iter(found.columns(name).values()))]
    assert [explain(found, key).row_id for key in ids] == ids


def test_the_beginning_of_an_id_is_enough_if_it_is_the_only_one() -> None:
    found = tables("Egypt and Libya met in Tripoli.")
    own = listing(found)[0]["event_id"]
    assert explain(found, own[:8]).row_id == own
    with pytest.raises(NoRow, match="'e_' may be 2 rows: e_"):
        explain(found, "e_")
    for missing in ("x_1", ""):
        with pytest.raises(NoRow):
            explain(found, missing)


def test_edited_and_stored_tables_are_explained_alike(tmp_path: Path) -> None:
    found = tables("Belgium expelled three Zairean diplomats on 3 May 1989.")
    before = explanation(found, "expelled")
    found.write(tmp_path)
    assert explanation(Tables.read(tmp_path), "expelled") == before
    assert explanation(found, "expelled") == before  # read from DataFrames by now


def test_it_is_wrapped_for_the_terminal_and_escaped_for_a_notebook() -> None:
    found = explanation(tables("Belgium expelled three Zairean diplomats & their wives."), "expelled")
    assert max(map(len, found.text(60).splitlines())) <= 60
    assert "diplomats] &amp; their wives" in found._repr_html_()


def test_the_events_are_listed_in_text_order() -> None:
    rows = listing(tables("Belgium expelled three Zairean diplomats. Chad attacked Libya."))
    lines = listed(rows).splitlines()
    assert [line.split(maxsplit=1)[1] for line in lines] == [
        "expelled  SANCTION/withdraw  actual  Belgium → three Zairean diplomats",
        "attacked  ASSAULT            actual  Chad → Libya",
    ]


# -- the command -------------------------------------------------------------------------------


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "zaire.txt"
    path.write_text("Belgium expelled three Zairean diplomats on 3 May 1989.\n", encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)])


def test_the_command_lists_and_explains(article: Path) -> None:
    listing = run(article, "--list")
    assert (listing.exit_code, run(article).stdout) == (0, listing.stdout)
    own = listing.stdout.split()[0]
    result = run(article, own[:6], "--width", "90")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        f"{own} of events\n\n  [source: Belgium] [trigger: expelled] [target: three"
    )


def test_the_command_gives_json(article: Path) -> None:
    own = json.loads(run(article, "--list", "--format", "json").stdout)[0]["event_id"]
    found = json.loads(run(article, own, "--format", "json").stdout)
    assert (found["table"], found["id"], found["lines"][0]["label"]) == ("events", own, "code")


def test_the_command_reads_stored_tables(article: Path, tmp_path: Path) -> None:
    dateline.parse(dateline.read(article)).write(tmp_path / "out")
    assert run(tmp_path / "out").stdout == run(article).stdout


def test_an_id_that_no_row_has_ends_with_2(article: Path) -> None:
    result = run(article, "e_nothing")
    assert result.exit_code == 2
    assert result.stderr == (
        f"dateline: {article}: no row has the id 'e_nothing'; --list shows those of the events\n"
    )
