"""Tables as people read them: complete, marked, and safe to show whatever the article says."""

from __future__ import annotations

import re
import subprocess
import sys
from inspect import signature

import pytest
from invented import LAST, RECORD, build, dispute

from dateline import views
from dateline.tables import Tables
from dateline.views import View
from dateline.views.view import Safe, facts, plain, safe, table

NAMES = sorted(set(views.__all__) - {"View"})


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
    assert "class=" not in html


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
    assert re.search(r"shelled</span><sup><b>1</b></sup>", html)
    assert "<sup>Ecuadorian Army: </sup>" in html
    assert re.search(r"<b[^>]*>2</b> people", html)


def test_the_marked_copy_changes_no_word() -> None:
    tables = dispute(3)
    text = re.sub(r"<sup>.*?</sup>", "", views.marked(tables, "all").html)
    words = plain(Safe(text.partition("</small></p>")[2].replace("</p>", " </p>")))
    assert words.removesuffix("</div>").strip() == " ".join(tables.text.split())


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
    assert view.data["variant"].nunique() == 7
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
        "Shelling no. 1; 1–1 killed in all (Red <b>Cross</b>); Red <b>Cross</b>: Lima, 1996, p. 7; " in said
    )
    assert "4–301 killed in all (Navy archive); Navy archive: Lima, 1996, p. 7" in said


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
