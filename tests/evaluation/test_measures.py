"""Precision, recall, F1 and Matthews' correlation, by hand."""

from __future__ import annotations

import pytest

from dateline.evaluation.measures import Counts, share


def test_precision_is_of_the_emitted_and_recall_of_the_coded() -> None:
    counts = Counts(right=6, extra=2, missed=4)
    assert (counts.emitted, counts.support) == (8, 10)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_right_is_zero_and_nothing_asked_is_undefined() -> None:
    wrong, empty = Counts(extra=3, missed=2), Counts(neither=5)
    assert (wrong.precision, wrong.recall, wrong.f1) == (0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1, empty.matthews) == (None, None, None, None)
    assert share(0, 0) is None


@pytest.mark.parametrize(
    ("counts", "matthews"),
    [
        (Counts(right=5, neither=5), 1),
        (Counts(extra=5, missed=5), -1),
        (Counts(right=5, extra=5, missed=5, neither=5), 0),
        (Counts(right=6, extra=1, missed=2, neither=3), (6 * 3 - 1 * 2) / (7 * 8 * 4 * 5) ** 0.5),
    ],
)
def test_matthews_weighs_what_was_left_out_too(counts: Counts, matthews: float) -> None:
    assert counts.matthews == pytest.approx(matthews)


def test_always_saying_yes_has_no_correlation() -> None:
    assert Counts(right=5, extra=5).f1 == pytest.approx(2 / 3)
    assert Counts(right=5, extra=5).matthews is None


def test_a_case_counts_once() -> None:
    counts = Counts()
    for is_there, is_found in [(True, True), (True, False), (False, True), (False, False), (True, True)]:
        counts.note(is_there, is_found)
    assert counts == Counts(right=2, extra=1, missed=1, neither=1)


def test_counts_add_up() -> None:
    assert sum([Counts(1, 2, 3, 4), Counts(10, 20, 30, 40)], Counts()) == Counts(11, 22, 33, 44)
