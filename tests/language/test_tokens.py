"""Tokens and sentences: every character in one token, and sentences that end where they end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.printed import undone
from dateline.language.tokens import LONGEST, sentences, tokenize


def _texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text, 0, len(text))]


def _sentences(text: str) -> list[str]:
    return [text[cut[0].start : cut[-1].end] for cut in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran's army", ["Iran", "'s", "army"]),
        ("the rebels’ camp", ["the", "rebels", "’", "camp"]),
        ("They didn't leave", ["They", "did", "n't", "leave"]),
        ("We've won; he’ll go", ["We", "'ve", "won", ";", "he", "’ll", "go"]),
        ("at 9.30 a.m. in the U.S. zone", ["at", "9.30", "a.m.", "in", "the", "U.S.", "zone"]),
        ("Lt-Gen. Okello and Brig. Ojok", ["Lt-Gen.", "Okello", "and", "Brig.", "Ojok"]),
        ("S. Rajaratnam of Singapore", ["S.", "Rajaratnam", "of", "Singapore"]),
        ("1,250,000 refugees", ["1,250,000", "refugees"]),
        ("300-350 men, 1982-84", ["300-350", "men", ",", "1982-84"]),
        ("the 21st, a 10-year-old boy", ["the", "21st", ",", "a", "10-year-old", "boy"]),
        ("$50 million (£30m)", ["$", "50", "million", "(", "£", "30m", ")"]),
        ("O'Neill and al-Qaida", ["O'Neill", "and", "al-Qaida"]),
        ("see https://un.org/a?b=1 now", ["see", "https://un.org/a?b=1", "now"]),
        ("war—or peace…", ["war", "—", "or", "peace", "…"]),
        ("AT&T and R&D", ["AT&T", "and", "R&D"]),
        ("U.N.-backed troops", ["U.N.", "-", "backed", "troops"]),
        ("naïve São Tomé", ["naïve", "São", "Tomé"]),
    ],
)
def test_text_is_cut_into_tokens(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Troops left Kabul.", "The war went on."],
        ["Gen. Park seized power in 1961.", "He ruled until 1979."],
        ["He met Lt-Gen. Wiranto and Mr. Alatas in Jakarta.", "They did not agree."],
        ["The U.S. Senate voted.", "It was close."],
        ["Talks were held in the U.S.", "The Soviets walked out."],
        ["J. William Fulbright opposed the war.", "So did others."],
        ['"We shall fight," he said.', '"We shall win."', "Nobody laughed."],
        ["Is it war?", "No!", "It is peace."],
        ["Inflation rose by 3.5 per cent.", "Wages fell."],
        ["The sentence (passed in May) was harsh.", "He appealed."],
        ["It ended on Dec. 12 in Lusaka.", "Few mourned."],
        ["They asked for No. 5 and vol. 2 of the report.", "None came."],
        ["“It is over.”", "The crowd dispersed."],
        ["Prices rose … and fell.", "“Nobody knew.”"],
        ["He spoke at 9 a.m.", "The hall was full."],
        ["Botha resigned.", "5 ministers followed."],
    ],
)
def test_a_text_is_cut_where_its_sentences_end(expected: list[str]) -> None:
    assert _sentences(" ".join(expected)) == expected


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert len(_sentences("The firm (est. in 1901) and its rivals, e.g. shell companies, paid.")) == 1


@given(st.text(max_size=400))
def test_every_character_but_white_space_lies_in_exactly_one_token(text: str) -> None:
    spans = [range(token.start, token.end) for token in tokenize(text, 0, len(text))]
    covered = [i for span in spans for i in span if not text[i].isspace()]  # it may go on on a new line
    assert covered == [i for i, character in enumerate(text) if not character.isspace()]


@given(st.text(alphabet="Aa .,!?\"'’()[]-–—0$U.S\n", max_size=200))
def test_sentences_are_the_tokens_in_order(text: str) -> None:
    assert [t for cut in sentences(text, 0, len(text)) for t in cut] == tokenize(text, 0, len(text))


@given(st.text(max_size=100), st.text(max_size=100))
def test_offsets_index_the_whole_text(before: str, text: str) -> None:
    whole = before + "\n" + text
    start = len(before) + 1
    assert all(undone(whole[t.start : t.end])[0] == t.text for t in tokenize(whole, start, len(whole)))


def test_what_runs_on_without_a_stop_is_cut() -> None:
    assert max(len(cut) for cut in sentences("army " * 5000, 0, 25000)) <= LONGEST + 1


@pytest.mark.parametrize("piece", ["a", "a-", "1,", "A.", "'", "a'", "(", "n't", "..", "http://", "1-"])
def test_cutting_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        begun = time.perf_counter()
        sentences(text, 0, len(text))
        return time.perf_counter() - begun

    seconds(1000)
    # A quadratic cutter would take minutes; the floor keeps a busy machine from failing it.
    assert seconds(200_000) < 100 * max(seconds(20_000), 0.01)
