"""Several articles side by side, as people read them: complete, marked where they differ, safe to show."""

from __future__ import annotations

import re
from functools import cache

import pytest

import dateline
from dateline import summaries, views
from dateline.accounts import Comparison
from dateline.views import View

NAMES = (
    *("accounts", "alone", "argued", "articles", "cite_all"),
    *("differing", "heard", "kinds", "namings", "said_by_same"),
)
_FIRST = (
    "On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors. "
    "Margaret Thatcher said that Britain would not negotiate. Britain must win. India condemned Portugal."
)
_SECOND = (
    "Argentina attacked the Sheffield on 4 May, killing 22 British sailors. "
    "Mrs Thatcher told Parliament that the junta had <script>alert(1)</script> lied. "
    "Rosa Quispe believes that Britain must win. Argentina could lose."
)


@cache
def articles(*texts: str) -> Comparison:
    names = ("Rosa Quispe (staff)", "Hugh <b>Cavendish</b>", "Ana Lobo", "Ben Okoro", "Cai Wu")
    return Comparison(
        {
            f"file{n}": dateline.parse(
                dateline.from_text(text, published=f"1982-06-{n + 1:02}", author=names[n])
            )
            for n, text in enumerate(texts)
        }
    )


def show(name: str, *texts: str) -> View:
    return getattr(views, name)(articles(*texts))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "texts", [(), (_FIRST,), (_FIRST, _SECOND), (_FIRST, _SECOND, "It rained.", _FIRST, "")]
)
def test_it_is_html_and_plain_text_for_any_number_of_articles(name: str, texts: tuple[str, ...]) -> None:
    view = show(name, *texts)
    assert isinstance(view, View)
    assert repr(view).strip()
    html = view._repr_html_().replace("<br>", "")
    assert sorted(re.findall(r"<([a-z]+)", html)) == sorted(re.findall(r"</([a-z]+)", html))


@pytest.mark.parametrize("name", NAMES)
def test_what_the_articles_say_is_escaped(name: str) -> None:
    html = show(name, _FIRST, _SECOND)._repr_html_()
    assert "<script" not in html
    assert "<b>Cavendish</b>" not in html


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"articles", "cite_all"}))
def test_with_one_article_it_says_that_there_is_nothing_to_compare(name: str) -> None:
    assert repr(show(name, _FIRST)) == "There is only one article (Quispe), so nothing to compare."


def test_the_cards_stand_side_by_side_with_author_date_and_length() -> None:
    lines = repr(show("articles", _FIRST, _SECOND)).splitlines()
    assert lines[0].startswith(" | Quispe | ")
    assert any(line.startswith("published | 1 June 1982 | 2 June 1982") for line in lines)


def test_an_account_shows_its_words_and_marks_what_differs() -> None:
    said = repr(show("accounts", _FIRST, _SECOND))
    assert "20 ≠ killed" in said and "22 ≠ killed" in said
    assert "“On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors.”" in said
    assert "≠ they can't both be right" in said


def test_an_article_that_is_silent_is_said_to_be() -> None:
    assert "not told" in repr(show("accounts", _FIRST, _SECOND, "It rained."))


def test_many_articles_stand_one_under_the_other() -> None:
    lines = repr(show("accounts", _FIRST, _SECOND, "It rained.", "It rained again.")).splitlines()
    assert "event | article | account" in lines


def test_each_difference_has_a_line_with_what_each_article_says() -> None:
    lines = repr(show("differing", _FIRST, _SECOND)).splitlines()
    assert any("the number killed | 20 | 22" in line for line in lines)


def test_what_one_alone_tells_is_listed_with_its_words() -> None:
    assert "India condemned Portugal" in repr(show("alone", _FIRST, _SECOND))
    assert "attacked the Sheffield" not in repr(show("alone", _FIRST, _SECOND))


def test_the_events_of_one_article_can_be_asked_for() -> None:
    assert set(views.alone(articles(_FIRST, _SECOND), "Quispe").data["article"]) == {"file0"}


def test_the_kinds_of_events_are_counted_by_article() -> None:
    lines = repr(show("kinds", _FIRST, _SECOND)).splitlines()
    assert "Attack | 2 | 1" in lines
    assert "Criticism | 1 (1 here only) |" in [line.rstrip() for line in lines]


def test_a_speaker_has_a_line_and_a_count_by_article() -> None:
    lines = repr(show("heard", _FIRST, _SECOND)).splitlines()
    assert any(line.startswith("Margaret Thatcher | 1 | 1") for line in lines)


def test_what_the_same_speaker_is_made_to_say_stands_together() -> None:
    said = repr(show("said_by_same", _FIRST, _SECOND))
    assert "Britain would not negotiate" in said and "the junta had" in said


def test_a_sentence_that_names_another_author_is_shown() -> None:
    assert "Rosa Quispe believes that Britain must win." in repr(show("namings", _FIRST, _SECOND))


def test_implications_stand_by_kind_and_article() -> None:
    said = repr(show("argued", _FIRST, _SECOND))
    assert "“Britain must win” necessary" in said
    assert "“Argentina could lose” possible" in said


def test_the_summary_says_what_is_shared_and_what_cannot_both_be_right() -> None:
    said = repr(summaries.comparison(articles(_FIRST, _SECOND)))
    assert "One event is told by more than one of the two articles." in said
    assert "the number killed is 20 in Quispe and 22 in" in said


def test_the_summary_of_one_article_says_that_there_is_nothing_to_compare() -> None:
    said = repr(summaries.comparison(articles(_FIRST)))
    assert said == "- There is only one article (Quispe), so nothing to compare."
