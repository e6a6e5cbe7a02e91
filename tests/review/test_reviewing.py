"""The panel in JupyterLab: rows gone through, decisions kept, and a table where it cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline import review, reviewing
from dateline.errors import InputError
from dateline.review.desk import Desk

ARTICLE = "articles/bosnia.txt"
KEPT = Path("reviews/bosnia.csv")


@pytest.fixture
def desk(project: Path) -> Desk:
    return Desk(ARTICLE, reviewer="Ana Kovač", day=date(2026, 2, 3))


@pytest.fixture
def panel(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[reviewing.Panel]:
    monkeypatch.setattr(reviewing, "_last_reviewer", "")
    shown = reviewing.review(ARTICLE)
    assert isinstance(shown, reviewing.Panel)
    yield shown
    shown.close_all()


def go_to(desk: Desk, trigger: str) -> None:
    while desk.row["trigger"] != trigger:
        desk.step(1)


def test_the_rows_are_gone_through_and_round(desk: Desk) -> None:
    first = desk.row_id
    desk.step(-1)
    assert desk.row_id == desk.ids[-1]
    desk.step(1)
    assert desk.row_id == first


def test_the_evidence_falls_into_three(desk: Desk) -> None:
    go_to(desk, "sent")
    assert desk.evidence() == ("Britain then ", "sent", " 5,000 soldiers to Bosnia.")


def test_a_closed_vocabulary_is_offered(desk: Desk) -> None:
    assert ("planned", "planned") in desk.choices("status")
    assert desk.choices("source_text") == []


def test_without_an_article_it_is_the_projects_first(project: Path) -> None:
    assert Desk(None).path == KEPT


def test_codes_are_offered_with_what_they_mean(desk: Desk) -> None:
    assert ("161 reduce or break diplomatic relations", "161") in desk.choices("cameo")
    assert "010" not in dict(desk.choices("cameo")).values()
    go_to(desk, "bombed")
    assert desk.cells()[0] == ("cameo", "195 (employ aerial weapons)", "")


def test_rows_are_offered_by_what_they_are_called(desk: Desk) -> None:
    shown, value = desk.choices("place_id")[0]
    assert shown == f"Gorazde ({value})"


def test_a_decision_is_kept_at_once(desk: Desk) -> None:
    go_to(desk, "sent")
    taken = desk.decide("change", "announced only", "status", "planned")
    assert taken.added == 1
    (one,) = review.read(KEPT)
    assert (one.row_id, one.value, one.reviewer, one.date) == (
        desk.row_id,
        "planned",
        "Ana Kovač",
        date(2026, 2, 3),
    )


def test_the_row_shows_the_value_before_and_after(desk: Desk) -> None:
    go_to(desk, "sent")
    desk.decide("change", "announced only", "status", "planned")
    assert ("status", "actual", "planned") in desk.cells()
    assert [one.value for one in desk.decided()] == ["planned"]


def test_what_somebody_else_saved_meanwhile_is_kept(desk: Desk) -> None:
    other = Desk(ARTICLE, reviewer="Bo Ek", day=date(2026, 2, 4))
    go_to(desk, "sent")
    go_to(other, "bombed")
    desk.decide("drop", "told elsewhere")
    other.decide("accept", "as it says")
    assert [one.reviewer for one in review.read(KEPT)] == ["Ana Kovač", "Bo Ek"]


@pytest.mark.parametrize(
    ("action", "reason", "column", "value", "told"),
    [
        ("drop", " ", "", "", "column reason: is empty"),
        ("change", "so", "status", "", "column value: is empty"),
        ("change", "so", "status", "soon", "'soon' is no status of events"),
        ("change", "so", "source_text", "Downing Street", "do not stand in the article"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(
    desk: Desk, action: str, reason: str, column: str, value: str, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        desk.decide(action, reason, column, value)
    assert not KEPT.exists()


def test_a_table_that_people_do_not_correct_is_refused(project: Path) -> None:
    with pytest.raises(InputError, match="sentences is how the text was cut"):
        Desk(ARTICLE, "sentences")


# -- the panel --------------------------------------------------------------------------------------


def test_the_panel_shows_the_row_with_its_words_marked(panel: reviewing.Panel) -> None:
    assert "<mark>detained</mark>" in panel.row.value
    panel.back.click()
    assert "Britain then <mark>sent</mark>" in panel.row.value
    assert panel.place.value == f"3 of 3 events: {panel.desk.ids[2]}"


def test_saving_writes_the_review_and_says_so(panel: reviewing.Panel) -> None:
    panel.reviewer.value, panel.reason.value = "Ana Kovač", "as it says"
    panel.save.click()
    assert panel.message.value == (
        '<p role="status"><b>Saved.</b> reviews/bosnia.csv holds 1 correction.</p>'
    )
    assert [one.action for one in review.read(KEPT)] == ["accept"]


def test_a_choice_from_the_list_is_saved(panel: reviewing.Panel) -> None:
    panel.reviewer.value, panel.reason.value = "Ana Kovač", "a threat"
    panel.action.value, panel.column.value = "change", "status"
    panel.chosen.value = "planned"
    panel.save.click()
    assert [(one.column, one.value) for one in review.read(KEPT)] == [("status", "planned")]


def test_words_are_typed_where_there_is_no_list(panel: reviewing.Panel) -> None:
    panel.reviewer.value, panel.reason.value = "Ana Kovač", "shorter"
    panel.action.value, panel.column.value = "change", "source_text"
    assert (panel.chosen.layout.display, panel.typed.layout.display) == ("none", "")
    panel.typed.value = "NATO"
    panel.save.click()
    assert [one.value for one in review.read(KEPT)] == ["NATO"]


def test_what_is_wrong_is_said_and_nothing_saved(panel: reviewing.Panel) -> None:
    panel.reason.value = "as it says"
    panel.save.click()
    assert '<p role="alert"><b>Not saved.</b> column reviewer: is empty' in panel.message.value
    assert not KEPT.exists()


def test_the_reviewer_is_asked_once(panel: reviewing.Panel) -> None:
    panel.reviewer.value, panel.reason.value = "Ana Kovač", "as it says"
    panel.save.click()
    again = reviewing.review(ARTICLE, "figures")
    assert isinstance(again, reviewing.Panel)
    assert again.reviewer.value == "Ana Kovač"


def test_where_no_panel_can_be_shown_the_rows_stand_in_a_table(panel: reviewing.Panel) -> None:
    bundle = panel._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "<b>sent</b>" in bundle["text/html"]
    assert "Britain then sent 5,000 soldiers" in bundle["text/plain"]


def test_the_articles_text_is_escaped(project: Path) -> None:
    text = 'On 3 March 1969 <img src=x onerror="alert(1)"> China accused the Soviet Union of <b>lies</b>.'
    Path("articles/ussuri.txt").write_text(text, encoding="utf-8")
    panel = reviewing.review("articles/ussuri.txt")
    assert isinstance(panel, reviewing.Panel)
    for html in (panel.row.value, panel._repr_mimebundle_()["text/html"]):
        assert "<img" not in html
        assert "&lt;img" in html


def test_a_table_without_rows_is_shown_as_such(project: Path) -> None:
    assert "0 rows of implications to review" in repr(reviewing.review(ARTICLE, "implications"))
