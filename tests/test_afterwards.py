"""What the record has after publication: what of it concerns an article, what bears on an implication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from invented import LAST, RECORD, build, dispute
from records import entry, incident

from dateline import views
from dateline.afterwards import afterwards, beside, loose, nearest
from dateline.checks.reference import Reference

BETWEEN = {"actor_country": ("PER",), "target_country": ("ECU",)}


def happening(name: str, when: str, **more: Any):
    return entry(name, when, **(BETWEEN | more))


def names(*rows: Any) -> list[str]:
    held = Reference(chronology=tuple(rows))
    return [one.name for one in afterwards(dispute(14), held)]


def test_only_what_came_after_the_day_of_publication_is_later() -> None:
    rows = [happening(day, day) for day in ("1995-03-19", "1995-03-20", "1995-03-21")]
    assert names(*rows) == ["1995-03-21"]


def test_what_began_before_is_not_later_whatever_another_source_says() -> None:
    assert names(happening("siege", "1995-03-01"), happening("siege", "1995-04-01", source="Star")) == []


def test_the_sources_on_one_happening_are_one() -> None:
    (one,) = afterwards(dispute(14), Reference(incidents=RECORD.incidents))
    assert (one.name, one.when, one.killed, len(one.rows)) == ("Attack on a patrol", "2 May 1995", "3–5", 2)


@pytest.mark.parametrize(
    ("more", "concerns"),
    [
        ({}, True),
        ({"actor_country": ("PER",), "target_country": ("COL",)}, True),  # a side and the focus
        (
            {"actor_country": ("COL",), "target_country": ("COL",), "country": ("COL",)},
            True,
        ),  # the focus alone
        ({"actor_country": ("PER",), "target_country": ("PER",)}, False),  # a side alone
        ({"actor_country": ("PER",), "target_country": ("CHL",)}, False),
        ({"actor_country": (), "target_country": ("CHL",)}, False),
        ({"actor_country": (), "target_country": ()}, False),
    ],
)
def test_it_concerns_two_of_sides_and_focus_or_the_focus_alone(more: dict, concerns: bool) -> None:
    assert names(happening("h", "1995-06-01", **more)) == (["h"] if concerns else [])


def test_within_one_side_it_concerns_the_article_where_the_article_names_who_took_part() -> None:
    home = {"actor_country": ("PER",), "target_country": ("PER",)}
    assert names(happening("h", "1995-06-01", actor=("Alberto Fujimori",), **home)) == ["h"]
    assert names(happening("h", "1995-06-01", actor=("Alan Garcia",), **home)) == []


def test_without_a_day_of_publication_nothing_is_later() -> None:
    tables = build(
        3, "Because of this the talks could fail, and Colombia must mediate by June 1995, they say."
    )
    tables.articles["published"] = tables.articles["published_latest"] = None
    assert afterwards(tables, RECORD) == []
    for view in (views.afterwards, views.afterwards_for):
        assert repr(view(tables, RECORD)) == (
            "The day of publication is not known, so nothing in the record can be called later."
        )


def test_the_nearest_are_between_two_of_them_and_the_soonest() -> None:
    home = {"actor_country": ("COL",), "target_country": ("COL",)}
    rows = [
        happening("home", "1995-04-01", **home),
        happening("b", "1996-01-01"),
        happening("a", "1995-06-01"),
    ]
    found = afterwards(dispute(14), Reference(chronology=tuple(rows)))
    assert [one.name for one in nearest(found, {"PER", "ECU", "COL"}, 2)] == ["a", "b"]
    assert [one.name for one in nearest(found, {"PER", "ECU", "COL"}, 3)] == ["home", "a", "b"]


def test_incidents_of_a_downloaded_file_are_counted_not_listed() -> None:
    rows = [incident(str(n), f"1995-0{n}-01", incident=None, country=("PER",)) for n in range(2, 7)]
    held = replace(RECORD, incidents=(*RECORD.incidents, *rows))
    assert loose(dispute(14), held) == 3
    said = repr(views.afterwards(dispute(14), held))
    assert "The record has two happenings after 20 March 1995" in said
    assert "Downloaded files have three incidents after that day, not listed." in said


def test_what_bears_on_an_implication_is_of_a_kind_that_its_words_speak_of() -> None:
    """ "The talks could fail": talks bear on it, an attack does not."""
    first = next(one for one in beside(dispute(3), RECORD) if 1 in one.numbers)
    assert first.matters == ("dealings",)
    assert [one.name for one in first.later] == ["Talks in <b>Bogota</b>"]


def test_it_concerns_two_of_the_countries_that_the_implication_names() -> None:
    """Colombia is named in the same sentence, so what concerns Colombia bears on it."""
    rows = (happening("with", "1995-06-01", country=("COL",)), happening("without", "1995-06-02"))
    first = beside(dispute(3), Reference(chronology=rows))[0]
    assert first.countries == ("COL",)
    assert [one.name for one in first.later] == ["with"]


def test_the_event_told_in_an_implication_tells_its_kind() -> None:
    tables = build(3, LAST)
    shelling = tables.events.loc[0, ["start", "end"]].tolist()
    tables.implications.loc[0, ["start", "end", "about_id"]] = [*shelling, "peru"]
    attack = happening("attack", "1995-06-01", event_type=("ASSAULT",))
    first = beside(tables, Reference(chronology=(attack,)))[0]
    assert "force" in first.matters
    assert [later.name for later in first.later] == ["attack"]


def test_later_happenings_are_marked_as_not_in_the_article() -> None:
    view = views.afterwards(dispute(14), RECORD)
    assert repr(view).startswith("Not in the article. The record has two happenings after 20 March 1995")
    assert view.data["what"].tolist() == ["Attack on a patrol", "Talks in <b>Bogota</b>"]
    assert view.data["sources"].tolist() == ["Archive|Tribune", "Gazette"]
    assert view.data["date_start"].tolist() == [date(1995, 5, 2), date(1995, 7, 1)]
    assert "2 May 1995 | Attack on a patrol (3–5 killed) | Archive, record of 1995-05-02; Tribune" in repr(
        view
    )


def test_a_doubtful_row_is_called_so() -> None:
    said = repr(
        views.afterwards(
            dispute(14), Reference(chronology=(happening("h", "1995-06-01", suspect="a draft"),))
        )
    )
    assert "Doubtful: a draft" in said


def test_more_than_can_be_read_is_counted() -> None:
    rows = tuple(happening(f"h{n}", f"1996-01-{n:02}") for n in range(1, 32))
    view = views.afterwards(dispute(14), Reference(chronology=rows))
    assert len(view.data) == 31
    assert "One more not listed." in repr(view)
    assert "h31" not in repr(view)


def test_beside_an_implication_the_first_three_and_the_last_are_named() -> None:
    rows = tuple(happening(f"h{n}", f"1996-01-{n:02}", country=("COL",)) for n in range(1, 8))
    said = repr(views.afterwards_for(dispute(3), Reference(chronology=rows)))
    assert "3 January 1996: h3; and three more, the last of them:; 7 January 1996: h7" in said
    assert "h4" not in said


def test_with_no_record_it_says_that_this_means_nothing() -> None:
    for view in (views.afterwards, views.afterwards_for):
        said = repr(view(dispute(14), Reference()))
        assert said.startswith(
            "The record here has nothing on Ecuador, Peru and Colombia after 20 March 1995"
        )
        assert said.endswith("which does not mean that nothing happened.")


def test_where_nothing_bears_on_an_implication_it_says_why() -> None:
    attack = happening("attack", "1995-06-01", event_type=("ASSAULT",))
    said = repr(views.afterwards_for(dispute(3), Reference(chronology=(attack,))))
    assert "something that bears on 0 of 2 implications" in said
    assert "The record here has nothing later of that kind on whom it names." in said


def test_without_an_implication_nothing_can_bear_on_one() -> None:
    assert repr(views.afterwards_for(dispute(0), RECORD)) == (
        "The article draws no implication that was found, so nothing later can bear on one."
    )
