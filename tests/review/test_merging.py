"""New corrections among those that are kept: all or none, and nobody's line is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from dateline.errors import InputError
from dateline.review import Correction
from dateline.review.merging import Taken, move, take
from dateline.tables import Tables

Correct = Callable[..., Correction]
Find = Callable[[Tables, str], str]


def unchecked(tables: Tables) -> Any:
    return tables.findings


def taken(tables: Tables, stored: Sequence[Correction], *new: Correction) -> Taken:
    return take(tables, stored, new, unchecked)


def test_new_corrections_come_after_those_that_are_there(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    stored = [correct("events", event(bosnia, "sent"), "accept", evidence="e", machine="m")]
    found = taken(bosnia, stored, correct("events", event(bosnia, "bombed"), "drop"))
    assert found.corrections[0] is stored[0]
    assert [one.action for one in found.corrections] == ["accept", "drop"]
    assert (found.added, found.revised, found.known) == (1, 0, 0)


def test_they_keep_what_the_reviewer_saw(bosnia: Tables, event: Find, correct: Correct) -> None:
    (one,) = taken(
        bosnia, [], correct("events", event(bosnia, "sent"), "change", "status", "planned")
    ).corrections
    assert (one.machine, one.evidence) == ("actual", "Britain then [[sent]] 5,000 soldiers to Bosnia.")


def test_the_same_again_changes_nothing(bosnia: Tables, event: Find, correct: Correct) -> None:
    stored = [correct("events", event(bosnia, "sent"), "drop", evidence="e", machine="m")]
    found = taken(bosnia, stored, correct("events", event(bosnia, "sent"), "drop", date=date(2027, 1, 1)))
    assert list(found.corrections) == stored
    assert (found.added, found.known) == (0, 1)


def test_a_reviewer_may_think_again(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    stored = [correct("events", sent, "change", "status", "planned")]
    found = taken(bosnia, stored, correct("events", sent, "change", "status", "denied"))
    assert [one.value for one in found.corrections] == ["denied"]
    assert (found.added, found.revised) == (0, 1)


def test_a_dropped_row_may_be_accepted_after_all(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    found = taken(bosnia, [correct("events", sent, "drop")], correct("events", sent, "accept"))
    assert [one.action for one in found.corrections] == ["accept"]


def test_a_word_against_another_reviewers_is_refused(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    stored = [correct("events", sent, "change", "status", "planned")]
    with pytest.raises(InputError, match=r"denied \(Bo Ek\) contradicts .* planned \(Ana Kovač\)"):
        taken(bosnia, stored, correct("events", sent, "change", "status", "denied", reviewer="Bo Ek"))


def test_a_row_that_is_not_there_is_refused(bosnia: Tables, correct: Correct) -> None:
    one = correct("events", "e_0", "drop", path="sheet.csv", line=7)
    with pytest.raises(InputError, match=r"sheet.csv, line 7: column row_id: no row of events has this id"):
        taken(bosnia, [], one)


def test_a_correction_that_does_not_fit_is_refused(bosnia: Tables, event: Find, correct: Correct) -> None:
    one = correct("events", event(bosnia, "bombed"), "change", "deaths_low", "20")
    with pytest.raises(InputError, match="column value: deaths_low 20 exceeds deaths_high 12"):
        taken(bosnia, [], one)


def test_an_old_correction_without_a_place_stands_in_nobodys_way(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    stored = [correct("events", "e_0", "drop")]
    found = taken(bosnia, stored, correct("events", event(bosnia, "sent"), "drop"))
    assert found.corrections[0] is stored[0]
    assert [one.correction for one in found.applied.unmatched] == stored


def test_a_new_row_cannot_take_the_name_of_another(bosnia: Tables, correct: Correct) -> None:
    cells = {"text": "Pale", "cameo": "130", "status": "actual"}
    stored = [correct("events", "new1", "add", column, value) for column, value in cells.items()]
    other = {**cells, "text": "Bosnia."}
    new = [correct("events", "new1", "add", column, value) for column, value in other.items()]
    with pytest.raises(InputError, match="new1 is the new row of “Pale” already; take another name"):
        taken(bosnia, stored, *new)


def test_a_row_that_has_changed_since_the_sheet_was_written_is_told(
    bosnia: Tables, event: Find, correct: Correct
) -> None:
    seen = correct("events", event(bosnia, "sent"), "drop", machine="cameo=073; status=actual")
    assert [one.row_id for one in taken(bosnia, [], seen).otherwise] == [seen.row_id]


def test_corrections_move_to_the_row_that_is_meant_now(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    stored = [correct("events", "e_0", "change", "status", "planned", evidence="old", machine="denied")]
    (one,), done = move(bosnia, stored, "e_0", sent, unchecked)
    assert (one.row_id, one.machine) == (sent, "actual")
    assert done.unmatched == ()


def test_they_do_not_move_to_a_row_that_is_not_there(bosnia: Tables, correct: Correct) -> None:
    with pytest.raises(InputError, match="no row of events has this id"):
        move(bosnia, [correct("events", "e_0", "drop")], "e_0", "e_1", unchecked)


def test_what_nobody_corrected_does_not_move(bosnia: Tables) -> None:
    with pytest.raises(InputError, match="there is no correction of a row e_0"):
        move(bosnia, [], "e_0", "e_1", unchecked)
