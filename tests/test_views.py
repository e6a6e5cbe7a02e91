"""Tables as people read them: complete, marked, and safe to show whatever the article says."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from inspect import signature

import pytest
from invented import LAST, RECORD, build, dispute

from dateline import from_text, records, views
from dateline.review import Correction, Unmatched
from dateline.tables import Tables
from dateline.views import View
from dateline.views.evidence import evidence
from dateline.views.marks import corrected
from dateline.views.view import Safe, facts, plain, safe, table

#: The views of one article; those of several accounts have their own tests.
NAMES = sorted(
    name for name in set(views.__all__) - {"View"} if "tables" in signature(getattr(views, name)).parameters
)


def show(name: str, tables: Tables) -> View:
    """The view, held against an invented record where it shows one."""
    function = getattr(views, name)
    return function(tables, RECORD) if "record" in signature(function).parameters else function(tables)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [0, 3, 14, 300])
def test_every_view_has_html_and_plain_text(name: str, count: int) -> None:
    view = show(name, dispute(count))
    assert isinstance(view, View)
    assert repr(view).strip()
    assert view._repr_html_().startswith("<")


@pytest.mark.parametrize("name", NAMES)
def test_what_the_article_says_is_escaped(name: str) -> None:
    tables = build(14, LAST.replace("mediate", "<script>alert(1)</script>"))
    html = show(name, tables)._repr_html_()
    assert "<script" not in html
    assert "<b>Peru</b>" not in html


@pytest.mark.parametrize("name", NAMES)
def test_a_view_needs_no_style_sheet(name: str) -> None:
    html = show(name, dispute(14))._repr_html_()
    assert "<style" not in html
    assert set(re.findall(r'class="([^"]*)"', html)) <= {"dateline-scroll", "dateline-more"}


@pytest.mark.parametrize("name", NAMES)
def test_what_scrolls_is_reached_by_keyboard_and_says_what_it_is(name: str) -> None:
    for box in re.findall(r"<div[^>]*overflow-y: auto[^>]*>", show(name, dispute(14)).html):
        assert 'class="dateline-scroll" role="group" aria-label="' in box
        assert 'tabindex="0"' in box


@pytest.mark.parametrize("name", NAMES)
def test_every_head_says_what_it_heads(name: str) -> None:
    for head in re.findall(r"<th\b[^>]*>", show(name, dispute(14)).html):
        assert re.search(r'scope="(col|row)"', head)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("section", [None, 1, "all"])
def test_every_link_leads_to_a_sentence_of_the_marked_copy(name: str, section: int | str | None) -> None:
    tables = dispute(14)
    goals = set(re.findall(r' id="([^"]*)" data-jupyter-id="\1"', views.marked(tables, section).html))
    links = re.findall(r'href="([^"]*)"', show(name, tables).html)
    assert {link.partition("#")[0] for link in links} <= {"00_article.ipynb"}
    assert {link.partition("#")[2] for link in links} <= goals


@pytest.mark.parametrize("name", NAMES)
def test_every_element_is_closed(name: str) -> None:
    html = show(name, dispute(14))._repr_html_().replace("<br>", "")
    opened = re.findall(r"<([a-z]+)", html)
    assert sorted(opened) == sorted(re.findall(r"</([a-z]+)", html))


def test_views_need_no_matplotlib() -> None:
    code = "import sys; from dateline import views, summaries; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_ledger_marks_the_trigger_and_says_the_date_as_it_is() -> None:
    view = views.ledger(dispute(14))
    assert re.search(r"The Peruvian Navy <b style=[^>]*>shelled</b> Ecuadorian posts", view.html)
    for when in ("26 January 1995", "February 1995", "1994", "undated"):
        assert when in repr(view)
    assert "14 events: 10 happened" in repr(view)


def test_the_ledger_sets_apart_what_did_not_happen() -> None:
    assert set(views.ledger(dispute(14), happened=True).data["status"]) == {"actual"}
    assert set(views.ledger(dispute(14), happened=False).data["status"]) == {"planned", "hypothetical"}
    assert (
        repr(views.ledger(dispute(3), happened=False)) == "The article reports no event that did not happen."
    )


def test_the_marked_copy_numbers_events_and_names_speakers() -> None:
    html = views.marked(dispute(3)).html
    assert re.search(r"shelled</span><b style=\"vertical-align: super[^>]*>1</b>", html)
    assert re.search(r"<span style=\"vertical-align: super[^>]*>Ecuadorian Army: </span>", html)
    assert re.search(r"<b[^>]*>2</b> people", html)


def test_the_marked_copy_changes_no_word() -> None:
    tables = dispute(3)
    copy = views.marked(tables, "all").html.partition('<div style="margin-left: 2.8em">')[2]
    copy = re.sub(r'<(small|span|b) style="(vertical-align: super|display: inline-block).*?</\1>', "", copy)
    assert plain(Safe(copy.replace("</p>", " </p>"))) == " ".join(tables.text.split())


def test_what_is_not_shown_is_listed_with_its_first_words() -> None:
    said = plain(Safe(views.marked(two_sections(), 2).html.partition("a line a paragraph")[2]))
    assert said == "¶ 1 Peru shelled Ecuadorian posts on Monday, … (nothing taken)"


def two_sections() -> Tables:
    """A text of two sections."""
    tables = from_text("Peru shelled Ecuadorian posts on Monday, near the river.\n\nEcuador did not answer.")
    rows = {name: [] for name in records.TABLES}
    for n, (start, end) in enumerate([(0, 56), (58, len(tables.text))], 1):
        rows["sections"].append(records.SectionRow(f"sec_{n}", "a_1", n, None, start, end))
        words = tables.text[start:end]
        rows["sentences"].append(
            records.SentenceRow(f"s_{n}", "a_1", f"sec_{n}", n, n, "body", start, end, words)
        )
    return Tables.from_records(rows, tables)


def test_an_unknown_section_is_a_sentence() -> None:
    assert repr(views.marked(dispute(3), 9)) == "The article has no section of that position or heading."
    assert repr(views.marked(dispute(3), "No such heading")).startswith("The article has no section")


def test_a_row_is_followed_to_words_rule_code_and_links() -> None:
    said = repr(views.row(dispute(14), "e_1"))
    assert "what fired: condemned by the codebook entry verb:condemned" in said
    assert "111 Criticize or denounce (CAMEO)" in said
    assert "February 1995 worked out from another date" in said
    assert "answers no. 1: The Peruvian Navy shelled Ecuadorian posts" in said
    assert repr(views.row(dispute(3), "e_99")) == "There is no event of that id."


def test_what_was_found_names_the_empty_tables() -> None:
    assert "nothing was found for entities, mentions, places" in repr(views.found(dispute(0)))


def test_what_was_not_read_lists_idle_sentences() -> None:
    view = views.unread(dispute(3))
    assert "4 of five sentences (80%)" in repr(view)
    assert view.data["sentence"].tolist() == ["Peru and Ecuador: What the Dispute Means for Colombia"]


def test_premises_tell_asserted_from_stated() -> None:
    said = repr(views.premises(dispute(3)))
    assert "Of two implications, 1 come with a premise" in said
    assert "asserted: no premise, no event beside it" in said


def test_premises_tell_what_checking_found_on_their_sentences() -> None:
    tables = build(3, LAST)
    assert set(views.premises(tables).data["record"]) == {""}
    assert repr(views.premises(tables)).count("not in the record") == 2
    last = tables.sentences.iloc[-1]
    tables.findings.loc[0, ["start", "end"]] = [last["start"], last["end"]]
    view = views.premises(tables)
    assert view.data["record"].tolist() == ["agrees: 2 people killed"] * 2
    assert "Checking found something on the sentences of 2." in repr(view)
    assert "borne out 2 people killed Shelling no. 0: 0–2 killed in all (Red <b>Cross</b>)" in repr(view)


def test_sentences_on_the_focus_have_a_voice() -> None:
    assert "Two sentences on Colombia" in repr(views.said_of(dispute(3)))
    assert "No sentence speaks of Chile." in repr(views.said_of(dispute(3), "CHL"))


def test_the_weights_list_every_way_of_counting() -> None:
    view = views.weights(dispute(14))
    assert view.data["variant"].nunique() == 6
    assert "Goldstein values" in repr(view)


def test_cells_are_escaped_unless_they_are_html() -> None:
    assert safe("<i> & 'x'") == "&lt;i&gt; &amp; &#x27;x&#x27;"
    assert safe(Safe("<i>x</i>")) == "<i>x</i>"
    assert safe(None) == ""
    assert "&lt;i&gt;" in table(["a"], [["<i>"]]).html


def test_a_card_leaves_out_what_is_missing() -> None:
    assert repr(facts([("title", "T"), ("author", None)])) == "title: T"


def test_findings_are_summed_up_the_worst_first() -> None:
    said = repr(views.findings(dispute(14)))
    assert said.startswith(
        "Of 14 statements held against the article itself and the record, "
        "three disagree, four are contested, four are borne out and three are not verified."
    )
    assert said.index("disagrees;") < said.index("contested;") < said.index("borne out |")
    assert said.index("borne out |") < said.index("not verified: nothing here speaks of it |")


def test_a_finding_has_its_sentence_with_the_words_at_issue_marked() -> None:
    html = views.findings(dispute(3)).html
    assert re.search(r"killing <b style=\"border-bottom: 3px solid rgb\(178,58,46\)\">4</b> people\.", html)
    assert re.search(
        r"<b style=[^>]*>disagrees</b><br><small[^>]*>how many died, against the record</small>", html
    )


def test_each_source_stands_with_its_value_and_where_it_can_be_read() -> None:
    said = repr(views.findings(dispute(3), ["contested"]))
    assert (
        "Shelling no. 1; 1–1 killed in all (Red <b>Cross</b>); 4–301 killed in all (Navy archive); " in said
    )
    assert (
        "Where it can be read (2); Red <b>Cross</b>: Lima, 1996, p. 7; Navy archive: Lima, 1996, p. 7" in said
    )


def test_only_the_verdicts_asked_for_are_shown() -> None:
    view = views.findings(dispute(14), ["agrees"])
    assert set(view.data["verdict"]) == {"agrees"}
    assert "Red <b>Cross</b> and Navy archive" in repr(view)
    assert "disagree" not in repr(view)
    assert repr(views.findings(dispute(1), ["disagrees", "contested"])) == (
        "No statement of the article is in disagreement or contested."
    )


def test_an_article_in_which_nothing_was_checked_says_so() -> None:
    assert repr(views.findings(dispute(0))).startswith("Nothing in this article could be checked")


def test_an_article_that_no_record_speaks_of_says_so() -> None:
    tables = build(4, LAST)
    tables.findings = tables.findings[tables.findings["verdict"] == "unverified"]
    assert repr(views.findings(tables)).startswith(
        "The record here does not speak of this article. "
        "One statement could be held against it, and none is verified."
    )


def test_what_was_found_lists_the_findings() -> None:
    assert "findings | 5 | agrees, 2 people killed, Red <b>Cross</b>" in repr(views.found(dispute(3)))


def test_a_row_says_in_which_paragraph_it_stands_and_leads_there() -> None:
    html = views.ledger(dispute(3)).html
    assert re.search(
        '<a href="00_article[.]ipynb#s_1" title="Paragraph 1, in the marked copy">¶\u00a01</a>', html
    )


def test_words_in_a_long_sentence_stand_with_what_is_near_them() -> None:
    long = (
        "Peru, which had "
        + "said so again and again, " * 8
        + "shelled the posts, and then it "
        + "waited " * 20
    )
    article = from_text(long.strip() + ".")
    rows = {name: [] for name in records.TABLES}
    rows["sentences"].append(
        records.SentenceRow("s_1", "a_1", "sec_1", 1, 1, "body", 0, len(article.text), article.text)
    )
    tables, at = Tables.from_records(rows, article), article.text.index("shelled")
    shown = evidence(tables, (at, at + 17), (at, at + 7), "")
    assert "<b>shelled</b> the posts" in shown
    said = plain(shown)
    assert said.startswith("… ") and said.endswith(" …")
    assert len(said) < 180


def test_an_author_who_held_office_for_a_side_is_said_to_have() -> None:
    tables = build(3, LAST)
    for told, side in [
        ("The writer teaches in Lima.", ""),
        ("A former Peruvian ambassador to Chile.", "Peru"),
        ("The writer was ambassador to Ecuador.", ""),
        ("He served as foreign minister of Ecuador.", "Ecuador"),
        ("A retired officer of 30 years in Peru’s foreign service.", "Peru"),
        ("She is a historian of the Peruvian navy.", ""),
        ("He is professor of Peruvian politics and a former mayor of Lyon.", ""),
    ]:
        tables.articles["author_note"] = told
        said = repr(views.card(tables))
        assert (f"has held office for {side}, one of the two sides" in said) == bool(side), told
        assert ("has held office" in said) == bool(side), told
    tables.articles["author_note"] = "The writer was an adviser in the Colombian Foreign Ministry."
    assert "has held office for Colombia, which the argument is about." in repr(views.card(tables))


def reviewed() -> Tables:
    """The dispute with a changed event, a dropped one and an added statement."""
    tables = build(3, LAST)
    day = date(2026, 5, 3)
    tables.corrections = (
        Correction("events", "e_1", "change", "date_start", "1995-01-27", "as in the <log>", "R. Lopez", day,
                   "The Peruvian Navy [[shelled]] posts.", "1995-01-26"),
        Correction("events", "e_9", "drop", None, None, "a rumour", "M. Diaz", day, "It [[fell]]."),
    )  # fmt: skip
    return tables


@pytest.mark.parametrize("name", ["ledger", "marked", "row"])
def test_a_corrected_row_has_a_sign_with_reviewer_day_and_reason(name: str) -> None:
    tables = reviewed()
    html = (views.row(tables, "e_1") if name == "row" else getattr(views, name)(tables)).html
    told = "R. Lopez, 3 May 2026: as in the &lt;log&gt;"
    assert html.count("✎ corrected") == 1
    assert f'href="00_article.ipynb#corrections-e_1" title="{told}"' in html
    assert f"> by {told}</span>" in html


def test_a_row_that_nobody_touched_has_no_sign() -> None:
    assert corrected(reviewed(), "e_2") == ""
    assert corrected(reviewed(), None) == ""
    assert corrected(dispute(3), "e_1") == ""


def test_corrections_are_counted_above_the_table_the_dropped_ones_too() -> None:
    assert "Corrections in force (✎): one row corrected and one dropped, by R. Lopez and M. Diaz." in repr(
        views.ledger(reviewed())
    )
    assert "Corrections in force" not in repr(views.statements(reviewed()))


def test_the_list_of_corrections_says_what_was_changed_and_why() -> None:
    view = views.corrections(reviewed())
    said = repr(view)
    assert "date_start 1995-01-26 → 1995-01-27 | as in the <log> | R. Lopez, 3 May 2026" in said
    assert "The Peruvian Navy <b>shelled</b> posts." in view.html
    assert 'id="corrections-e_1"' in view.html
    assert view.data["action"].tolist() == ["change", "drop"]


def test_without_corrections_it_says_how_to_make_one() -> None:
    said = repr(views.corrections(dispute(3)))
    assert said.startswith("No correction is in force: the tables are as the rules made them.")
    assert "dateline review" in said


def test_corrections_that_match_nothing_any_more_are_counted() -> None:
    tables = build(3, LAST)
    tables.unmatched = (Unmatched(reviewed().corrections[1], "no such row"),)
    assert "One correction matches no row any more and waits in the review." in repr(
        views.corrections(tables)
    )
