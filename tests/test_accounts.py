"""The same event known again in another article, and what is not: invented commentaries of many disputes."""

from __future__ import annotations

import pytest

import dateline
from dateline.accounts import Comparison, saying
from dateline.accounts.same import is_one_person

Dated = tuple[str, str]


def compared(*articles: Dated, author: str | None = None) -> Comparison:
    """Articles of (day of publication, text), called a, b, c."""
    return Comparison(
        {
            name: dateline.parse(dateline.from_text(text, published=day, author=author))
            for name, (day, text) in zip("abc", articles, strict=False)
        }
    )


def shared(*articles: Dated) -> list[tuple[str | None, ...]]:
    """The verbs under which each event is told by more than one article."""
    return [tuple(one.event.trigger for one in group) for group in compared(*articles).groups]


def differing(*articles: Dated) -> dict[str, str]:
    """Trait to kind of difference."""
    rows = compared(*articles).differences
    return dict(zip(rows["trait"], rows["kind"], strict=True))


# -- what is known again --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            ("1982-05-20", "On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors."),
            ("1982-06-01", "Argentina attacked the Sheffield on 4 May, killing 22 British sailors."),
            id="day and parties",
        ),
        pytest.param(
            ("1999-07-20", "India bombed Pakistani positions near Kargil on 26 May 1999."),
            ("1999-08-01", "On 26 May Indian aircraft bombed Pakistani posts near Kargil."),
            id="day, place and parties",
        ),
        pytest.param(
            ("1983-09-20", "A Soviet fighter shot down an airliner on 1 September 1983, killing 269 people."),
            (
                "1983-10-01",
                "On 1 September the Soviet Union shot down an airliner. All 269 people were killed.",
            ),
            id="the dead told in the next sentence",
        ),
        pytest.param(
            ("1998-09-01", "The Real IRA killed 29 people in Omagh on 15 August 1998."),
            ("1998-09-20", "A bomb killed 31 people in Omagh on 15 August."),
            id="day and town, other numbers",
        ),
        pytest.param(
            ("1960-04-05", "South African police killed 69 people at Sharpeville on 21 March 1960."),
            ("1960-05-01", "At Sharpeville in March the police shot dead at least 67 demonstrators."),
            id="a day within the other's month",
        ),
        pytest.param(
            ("1981-11-01", "Islamist soldiers killed President Anwar Sadat in Cairo on 6 October 1981."),
            ("1982-01-01", "Anwar Sadat was killed in Cairo in October 1981."),
            id="a person and a town",
        ),
        pytest.param(
            ("1982-05-20", "Lord Carrington resigned on 5 April 1982."),
            ("1982-06-01", "In early April Lord Carrington resigned as Foreign Secretary."),
            id="what somebody does once",
        ),
        pytest.param(
            ("1999-07-20", "Nawaz Sharif met Bill Clinton in Washington on 4 July 1999."),
            ("1999-08-01", "On 4 July President Clinton met Prime Minister Nawaz Sharif at Blair House."),
            id="a meeting, told from either side",
        ),
    ],
)
def test_one_event_is_known_again(first: Dated, second: Dated) -> None:
    assert len(shared(first, second)) == 1
    assert len(shared(second, first)) == 1


def test_a_meeting_of_two_named_persons_is_known_a_day_off() -> None:
    first = "1982-05-20", "Alexander Haig met Leopoldo Galtieri in Buenos Aires on 10 April 1982."
    second = "1982-06-01", "On 11 April 1982 the Secretary of State, Alexander Haig, met General Galtieri."
    assert shared(first, second) == [("met", "met")]
    assert differing(first, second)["date"] == "disagrees"


def test_a_killing_by_a_named_man_in_a_named_town_is_known_weeks_off() -> None:
    first = "1978-05-20", "Raul Ortega killed two men in Managua on 3 January 1978."
    second = "1978-06-01", "In late January 1978 Raul Ortega killed two men in Managua."
    assert shared(first, second) == [("killed", "killed")]


def test_an_undated_event_is_known_by_names_and_place_in_an_article_on_the_same_affair() -> None:
    meeting = "General Jaruzelski met Leonid Brezhnev in Moscow on 1 March 1982."
    first = "1982-06-01", f"{meeting} Lech Walesa flew to Gdansk on 14 November 1981."
    second = "1982-07-01", f"Lech Walesa flew to Gdansk. {meeting}"
    assert ("flew", "flew") in shared(first, second)
    assert shared(("1982-06-01", "Lech Walesa flew to Gdansk."), second) == []


# -- what is not ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            ("2011-05-01", "On 17 March 2011 American drones struck Datta Khel and killed 40 people."),
            ("2011-06-01", "On 22 April 2011 American drones struck Spinwam and killed 25 people."),
            id="two strikes",
        ),
        pytest.param(
            ("1982-05-20", "Argentina condemned Britain on 3 April 1982."),
            ("1982-09-01", "Argentina condemned Britain on 20 August 1982."),
            id="months apart",
        ),
        pytest.param(
            ("1982-05-20", "Argentina condemned Britain on 3 April 1982."),
            ("1982-09-01", "Argentina condemned Britain."),
            id="undated, and only of the kind",
        ),
        pytest.param(
            ("1999-07-20", "The Pakistani Army condemned India on 26 May 1999."),
            ("1999-08-01", "The Pakistani Foreign Ministry condemned India on 26 May 1999."),
            id="another body of the state",
        ),
        pytest.param(
            ("1999-07-20", "Nawaz Sharif visited Beijing on 28 June 1999."),
            ("1999-08-01", "Shahbaz Sharif visited Beijing on 28 June 1999."),
            id="a brother",
        ),
        pytest.param(
            ("1999-07-20", "India released Abdul Malik on 5 June 1999."),
            ("1999-10-01", "India released eight fishermen on 5 June 1999."),
            id="other prisoners",
        ),
        pytest.param(
            ("2002-07-20", "Gunmen killed two people in Karachi on 3 March 2002."),
            ("2002-10-01", "Gunmen killed two people in Karachi on 28 March 2002."),
            id="the same town, weeks later",
        ),
        pytest.param(
            ("2003-06-20", "Colin Powell visited Damascus on 3 May 2003."),
            ("2003-07-01", "Colin Powell visited Beirut on 3 May 2003."),
            id="another town on the day",
        ),
        pytest.param(
            ("1972-07-20", "Henry Kissinger flew to Beijing on 9 July 1971."),
            ("1972-10-01", "Henry Kissinger flew to Beijing in October 1971."),
            id="a second visit",
        ),
        pytest.param(
            ("1988-06-20", "The Soviet Union will withdraw its troops from Afghanistan by February 1989."),
            ("1988-07-01", "The Soviet Union withdrew its troops from Mongolia in January 1989."),
            id="another withdrawal",
        ),
    ],
)
def test_two_events_stay_two(first: Dated, second: Dated) -> None:
    assert shared(first, second) == []


def test_of_two_that_fit_as_well_none_is_taken() -> None:
    first = "1972-09-20", "On 21 July 1972 the IRA bombed Belfast."
    second = (
        "1972-10-01",
        "On 21 July 1972 the IRA bombed Belfast. On 21 July 1972 the IRA also bombed Belfast.",
    )
    found = shared(first, second)
    assert len(found) <= 1


def test_an_article_tells_an_event_once() -> None:
    text = "1999-07-20", "Nawaz Sharif met Bill Clinton in Washington on 4 July 1999. India bombed Kargil."
    found = compared(text, text, text)
    assert [sorted(one.article for one in group) for group in found.groups] == [["a", "b", "c"]] * len(
        found.groups
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ashfaq Parvez Kayani", "Kayani", True),
        ("Ashfaq Parvez Kayani", "Ashraf Kayani", True),
        ("Yousuf Raza Gilani", "Reza Gilani", True),
        ("Nawaz Sharif", "Shahbaz Sharif", False),
        ("Indira Gandhi", "Rajiv Gandhi", False),
        ("José María Aznar", "Jose Maria Aznar", True),
        ("Ahmad Shah", "Ahmad Khan", False),
    ],
)
def test_a_person_has_one_surname_and_given_names_that_go_together(one: str, other: str, same: bool) -> None:
    assert is_one_person(one, other) is same


# -- what differs ---------------------------------------------------------------------------------------


def test_another_number_disagrees_and_an_open_one_is_less_exact() -> None:
    first = "1998-09-01", "The Real IRA killed 29 people in Omagh on 15 August 1998."
    other = "1998-09-20", "The Real IRA killed 31 people in Omagh on 15 August 1998."
    open_ended = "1998-09-20", "The Real IRA killed at least 28 people in Omagh on 15 August 1998."
    assert differing(first, other) == {"killed": "disagrees"}
    assert differing(first, open_ended) == {"killed": "less exact"}


def test_a_month_that_holds_the_day_is_less_exact() -> None:
    first = "1981-11-01", "Islamist soldiers killed Anwar Sadat in Cairo on 6 October 1981."
    second = "1982-01-01", "Islamist soldiers killed Anwar Sadat in Cairo in October 1981."
    assert differing(first, second) == {"date": "less exact"}


def test_a_state_and_its_army_are_told_more_or_less_exactly() -> None:
    first = "2008-09-20", "Georgian forces shelled Tskhinvali on 7 August 2008."
    second = "2008-10-01", "Georgia shelled Tskhinvali on 7 August 2008."
    assert differing(first, second) == {"source": "less exact"}


def test_silence_is_no_difference() -> None:
    first = "1998-09-01", "The Real IRA killed 29 people in Omagh on 15 August 1998."
    second = "1998-09-20", "The Real IRA killed Irish civilians in Omagh on 15 August 1998."
    assert "killed" not in differing(first, second)


def test_who_says_so_is_told() -> None:
    first = "1999-07-20", "India bombed Kargil on 26 May 1999."
    second = "1999-08-01", "Officials in Delhi said that India bombed Kargil on 26 May 1999."
    assert differing(first, second) == {"voice": "told otherwise"}


# -- the frame ------------------------------------------------------------------------------------------


def test_each_account_has_its_article_date_parties_and_evidence() -> None:
    first = "1982-05-20", "On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors."
    second = "1982-06-01", "Argentina attacked the Sheffield on 4 May, killing 22 British sailors."
    rows = compared(second, first).accounts
    assert list(rows["event"]) == [1, 1]
    assert list(rows["article"]) == ["b", "a"]  # by day of publication
    assert [str(day.date()) for day in rows["date_start"]] == ["1982-05-04", "1982-05-04"]
    assert sorted(rows["killed_low"].dropna()) == [20, 22]
    assert all(words in sentence for words, sentence in zip(rows["text"], rows["sentence"], strict=True))


def test_what_is_told_by_one_only_is_the_rest() -> None:
    meeting = "Nawaz Sharif met Bill Clinton in Washington on 4 July 1999."
    found = compared(
        ("1999-07-20", f"{meeting} India bombed Kargil on 26 May 1999."), ("1999-08-01", meeting)
    )
    assert list(found.alone["trigger"]) == ["bombed"]
    assert list(found.alone["article"]) == ["a"]


def test_with_one_article_or_none_there_is_nothing_to_compare() -> None:
    one = compared(("1999-07-20", "India bombed Kargil on 26 May 1999."))
    assert one.accounts.empty and one.differences.empty
    assert saying.nothing_beside(one) == "There is only one article (a), so nothing to compare."
    assert saying.nothing_beside(Comparison({})) == "There is no article, so nothing to compare."


def test_the_same_articles_give_the_same_frame_in_whatever_order_they_come() -> None:
    first = "1982-05-20", "On 4 May 1982 Argentine aircraft attacked the Sheffield and killed 20 sailors."
    second = "1982-06-01", "Argentina attacked the Sheffield on 4 May, killing 22 British sailors."
    articles = compared(first, second).articles
    turned = Comparison(dict(reversed(articles.items())))
    assert turned.accounts.equals(Comparison(articles).accounts)


# -- voices ---------------------------------------------------------------------------------------------


def test_a_speaker_is_one_in_several_articles() -> None:
    first = "1982-05-20", "Margaret Thatcher said that Britain would not negotiate."
    second = "1982-06-01", "Mrs Thatcher told Parliament that the junta had lied."
    speaker = compared(first, second).speakers[0]
    assert speaker.name == "Margaret Thatcher"
    assert speaker.articles == ("a", "b")


def test_an_article_that_names_anothers_author_is_found() -> None:
    first = dateline.parse(
        dateline.from_text("Britain will win.", published="1982-05-20", author="Hugh Cavendish (staff)")
    )
    second = dateline.parse(
        dateline.from_text("Hugh Cavendish believes that Britain will win.", published="1982-06-01")
    )
    found = Comparison({"a": first, "b": second}).namings
    assert [(one.article, one.other, one.name) for one in found] == [("b", "a", "Hugh Cavendish")]


def test_a_surname_alone_names_no_author() -> None:
    first = dateline.parse(
        dateline.from_text("Pakistan erred.", published="1999-07-20", author="Sajjad Ashraf")
    )
    second = dateline.parse(dateline.from_text("General Ashraf Kayani spoke.", published="1999-08-01"))
    assert Comparison({"a": first, "b": second}).namings == []


def test_articles_go_by_their_authors_surname_and_by_the_day_where_two_share_it() -> None:
    texts = [("1982-05-20", "Britain will win."), ("1982-06-01", "Britain has won.")]
    assert compared(*texts, author="Hugh Cavendish (staff)").labels == {
        "a": "Cavendish 20 May 1982",
        "b": "Cavendish 1 Jun 1982",
    }


def test_several_disputes_share_nothing(root) -> None:
    folder = root / "tests" / "articles" / "texts"
    files = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md", ".html"))
    articles = {path.stem: dateline.parse(dateline.read(path)) for path in files}
    assert len(articles) > 5
    assert Comparison(articles).groups == []


def test_the_bundled_articles_tell_some_of_the_same_events(root) -> None:
    files = sorted((root / "data" / "articles").glob("*.txt"))
    found = Comparison({path.stem: dateline.parse(dateline.read(path)) for path in files})
    titles = [found.title(number) for number in range(1, len(found.groups) + 1)]
    assert len(titles) >= 5
    assert any("Datta Khel" in title for title in titles)
    assert any("Panetta" in title for title in titles)


def test_what_leans_one_way_in_every_article_is_told_in_each_of_them() -> None:
    attack = "Argentine aircraft attacked British ships on 4 May 1982."
    both = compared(("1982-05-20", attack), ("1982-06-01", attack))
    assert "Argentina does to United Kingdom is conflictual in every article" in saying.leaning(
        both, ("ARG", "GBR")
    )
    one = compared(("1982-05-20", attack), ("1987-04-01", "Greece and Turkey held talks in March 1987."))
    said = saying.leaning(one, ("ARG", "GBR"))
    assert said == f"What Argentina does to United Kingdom is conflictual in {one.labels['a']}."
