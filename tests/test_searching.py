"""Which entry codes a phrase, which come near, and which have its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook import loading
from dateline.searching import Answer, mentions, search, told


def rules(phrase: str) -> list[str]:
    return [f"{coding.rule} {coding.code}" for coding in search(phrase).codings]


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("summoned the ambassador", "verb:summon-diplomat ACCUSE/disapprove 110"),
        ("summon the ambassador", "verb:summon-diplomat ACCUSE/disapprove 110"),
        ("to summon the ambassador", "verb:summon-diplomat ACCUSE/disapprove 110"),
        ("was arrested", "verb:arrest COERCE/arrest 173"),
        ("condemn", "verb:condemn ACCUSE/disapprove 111"),
        ("air strikes", "noun:air-attack ASSAULT/aerial 195"),
        ("launched air strikes", "verb:launch-air-strike ASSAULT/aerial 195"),
        ("launched a strike", "verb:stage-strike PROTEST/strike 143"),
        ("the arrest of dissidents", "noun:arrest COERCE/arrest 173"),
    ],
)
def test_a_phrase_is_coded_as_a_sentence_of_it_would_be(phrase: str, first: str) -> None:
    assert rules(phrase)[0] == first


def test_a_word_is_coded_as_a_verb_and_as_a_noun() -> None:
    assert {rule.partition(":")[0] for rule in rules("attack")} == {"verb", "noun"}


def test_a_sentence_keeps_its_own_actors() -> None:
    (coding, *_) = search("Kenya condemned Uganda").codings
    assert (coding.source, coding.target) == ("Kenya", "Uganda")


def test_the_answer_tells_the_score_and_the_sentence_that_was_tried() -> None:
    (coding, *_) = search("condemn").codings
    assert coding.sentence == "Brazil condemned Chile."
    assert (coding.source, coding.target, coding.status) == ("Brazil", "Chile", "actual")
    assert coding.goldstein == -2.0


def test_the_frames_that_did_not_fire_say_what_they_ask_for() -> None:
    reasons = {other.rule: other.reason for other in search("attack").codings[0].others}
    assert reasons["verb:attack-actor-with-drone"].startswith("asks for the phrase with:@drone")


def test_where_nothing_fires_the_near_ones_are_told() -> None:
    answer = search("froze over")
    assert answer.codings == ()
    assert any(other.reason.startswith("asks for an object of") for other in answer.near)


def entries(phrase: str) -> set[tuple[str, str]]:
    return {(mention.chapter, mention.entry) for mention in mentions(phrase)}


def test_entries_are_found_by_the_lemmas_of_the_words() -> None:
    found = entries("summoned the ambassadors")
    assert {("verbs", "verb:summon-diplomat"), ("agents", "ambassador"), ("classes", "@diplomat")} <= found


def test_a_whole_phrase_goes_before_its_words() -> None:
    assert ("classes", "@airstrike") in entries("air strikes")
    assert not any(chapter == "agents" for chapter, _ in entries("air strikes"))


def test_names_and_towns_are_found() -> None:
    assert ("organisations", "Taliban") in entries("Taleban")
    assert ("places", "Dhaka") in entries("dhaka")


@pytest.mark.parametrize("phrase", ["", " ", "?", "wug", "the", "“", "12", "a | b", "x" * 500, "of of of"])
def test_any_words_have_an_answer(phrase: str) -> None:
    assert isinstance(told(search(phrase)), str)


def test_an_entry_of_the_users_is_found(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[verbs]]\nid = "my:doxx"\nlemma = "doxx"\ntarget = "object"\ncameo = "176"', "utf-8")
    assert rules("doxx") == []
    with loading.using(mine):
        assert rules("doxx") == ["my:doxx COERCE/cyber 176"]


def test_the_answer_is_the_same_each_time() -> None:
    one, other = search("lodged a protest"), search("lodged a protest")
    assert isinstance(one, Answer)
    assert one == other
