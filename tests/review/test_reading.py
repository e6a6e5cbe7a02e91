"""A review's file: what is read of it as people and spreadsheets save it, and every mistake told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dateline import review
from dateline.errors import InputError
from dateline.review import Correction
from dateline.review.reading import located, read_sheet

HEAD = "table,row_id,action,column,value,reason,reviewer,date"
LINE = "events,e_1,change,status,planned,only announced,Ana Kovač,2026-02-03"


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\n".join((HEAD, *lines, "")).encode(encoding))
    return path


def refused(tmp_path: Path, *lines: str) -> str:
    path = write(tmp_path / "quito.csv", *lines)
    with pytest.raises(InputError) as error:
        review.read(path)
    return str(error.value).removeprefix(f"{tmp_path}/")


def test_a_line_is_a_correction(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", LINE)
    assert review.read(path) == [
        Correction(
            "events", "e_1", "change", "status", "planned", "only announced", "Ana Kovač", date(2026, 2, 3)
        )
    ]


def test_it_knows_where_it_stands(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", "", LINE)
    (one,) = review.read(path)
    assert (one.path, one.line) == (str(path), 3)


def test_what_is_written_is_read_back(tmp_path: Path, correct: Callable[..., Correction]) -> None:
    corrections = [
        correct("events", "e_1", "change", "source_text", "-the “Army”, so to say"),
        correct("events", "e_2", "drop", evidence="=They [[met]]; “twice”.", machine="cameo=040"),
        correct("figures", "fig_1", "change", "low", "-2.5"),
        correct("figures", "fig_1", "change", "high", review.NOTHING),
    ]
    review.write(tmp_path / "quito.csv", corrections)
    assert review.read(tmp_path / "quito.csv") == corrections


def test_no_spreadsheet_runs_what_is_written(tmp_path: Path, correct: Callable[..., Correction]) -> None:
    review.write(tmp_path / "quito.csv", [correct("events", "e_1", "drop", reason="=1+1")])
    assert ",'=1+1," in (tmp_path / "quito.csv").read_text(encoding="utf-8")


def test_the_same_corrections_give_the_same_bytes(tmp_path: Path, correct: Callable[..., Correction]) -> None:
    one = correct("events", "e_1", "accept")
    assert review.write(tmp_path / "quito.csv", [one])
    assert not review.write(tmp_path / "quito.csv", [one])


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_other_separators_and_marks_are_read(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "quito.csv"
    text = "\r\n".join((HEAD, LINE, separator * 7)).replace(",", separator)
    path.write_bytes(text.encode(encoding))
    assert [one.reviewer for one in review.read(path)] == ["Ana Kovač"]


def test_excels_own_line_about_the_separator_is_read(tmp_path: Path) -> None:
    path = tmp_path / "quito.csv"
    path.write_text(f"sep=;\n{HEAD}\n{LINE}\n".replace(",", ";"), encoding="utf-8")
    (one,) = review.read(path)
    assert (one.value, one.line) == ("planned", 3)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", LINE, encoding="cp1250")
    with pytest.raises(InputError, match=r"line 2: is not UTF-8; save it as “CSV UTF-8”, or as a workbook"):
        review.read(path)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: there is no such file"):
        review.read(tmp_path / "none.csv")


def test_an_empty_file_is_told_what_belongs_into_it(tmp_path: Path) -> None:
    (tmp_path / "quito.csv").write_bytes(b"")
    with pytest.raises(InputError, match="is empty; expected the columns table, row_id, action"):
        review.read(tmp_path / "quito.csv")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "quito.csv"
    path.write_text(HEAD.replace("reason,", "") + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: column reason is missing"):
        review.read(path)


def test_a_column_that_would_be_lost_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quito.csv"
    path.write_text(f"{HEAD},remark\n{LINE},look again\n", encoding="utf-8")
    with pytest.raises(InputError, match="'remark' is no column of a review"):
        review.read(path)


def test_a_line_with_a_bare_separator_in_it_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, LINE.replace("only ", "only, as it seems, ")) == (
        "quito.csv, line 2: has 10 cells, and the header 8; a cell with a separator in it needs quotes"
    )


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("events,", "event,", "column table: 'event' is no table; expected one of events, statements"),
        ("events,", "articles,", "column table: what is said of the article itself is put right in its"),
        ("events,", "sentences,", "column table: sentences is how the text was cut"),
        ("e_1", "", "column row_id: is empty"),
        ("change", "modify", "column action: 'modify' is no action; expected one of accept, change, drop"),
        ("change", "", "column action: is empty"),
        ("status", "", "column column: is empty; expected one of cameo, event_type"),
        ("status", "state", "column column: 'state' is no column of events that can be corrected"),
        ("status", "goldstein", "column column: goldstein follows from cameo: change that"),
        ("status", "quad_class", "column column: quad_class follows from event_type: change that"),
        ("status", "start", "column column: start is the row's receipt and cannot be changed: drop the row"),
        ("status", "trigger_end", "column column: trigger_end is the row's receipt"),
        ("status", "event_id", "column column: event_id is the row's receipt"),
        ("planned", "soon", "'soon' is no status of events; expected one of actual, denied, hypothetical"),
        ("planned", "", "column value: is empty; give the status, or <NA> where there is none"),
        ("planned", "<NA>", "a row of events cannot be without status; drop the row if it should go"),
        ("status,planned", "cameo,251", "'251' is no CAMEO code; near are 0251 (spreadsheets take a leading"),
        ("status,planned", "cameo,9999", "'9999' is no CAMEO code; `dateline codebook show cameo` lists"),
        ("status,planned", "cameo,010", "010 (make statement) is no event in PLOVER"),
        ("status,planned", "deaths_low,some", "'some' is no whole number; write digits only, such as 45"),
        ("status,planned", "deaths_low,4.5", "'4.5' is no whole number"),
        ("status,planned", "date_start,May 2008", "'May 2008' is no day; write year-month-day"),
        ("status,planned", "date_start,2008-02-30", "'2008-02-30' is no day of the calendar"),
        ("status,planned", "date_start,3/4/2008", "'3/4/2008' may be two days; write 2008-03-04 or 2008-04"),
        ("status,planned", "source_country,Ecuador", "'Ecuador' is no country; write its three letters"),
        ("status,planned", "target_sector,ARM", "'ARM' is no sector; expected one of GOV, MIL"),
        ("status,planned", "event_mode,by sea", "'by sea' is no event_mode; expected one of"),
        ("only announced", "", "column reason: is empty; say in a few words why"),
        ("Ana Kovač", "", "column reviewer: is empty; say who decides"),
        ("2026-02-03", "", "column date: is empty; say when"),
        ("2026-02-03", "yesterday", "column date: 'yesterday' is no day"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_what_would_be_right(tmp_path: Path, was: str, now: str, told: str) -> None:
    assert refused(tmp_path, LINE.replace(was, now, 1)).startswith("quito.csv, line 2: ")
    assert told in refused(tmp_path, LINE.replace(was, now, 1))


def test_a_measure_takes_a_decimal_point(tmp_path: Path) -> None:
    line = 'figures,fig_1,change,low,"2,5",a half,Ana Kovač,2026-02-03'
    assert "'2,5' is no number; write a decimal point, no comma" in refused(tmp_path, line)


@pytest.mark.parametrize("action", ["accept", "drop"])
def test_a_word_on_a_row_takes_no_value(tmp_path: Path, action: str) -> None:
    line = LINE.replace("change", action)
    assert f"column value: {action} takes no value; to give another one, write change" in refused(
        tmp_path, line
    )


def test_a_row_is_dropped_whole(tmp_path: Path) -> None:
    line = LINE.replace("change", "drop").replace("planned", "")
    assert "drop takes no column; to empty a cell, write change and <NA>" in refused(tmp_path, line)


def test_a_finding_cannot_be_added(tmp_path: Path) -> None:
    line = "findings,new1,add,verdict,agrees,so it is,Ana Kovač,2026-02-03"
    assert "no row can be added to findings, which follow from the checks" in refused(tmp_path, line)


def test_a_new_row_says_what_makes_it_one(tmp_path: Path) -> None:
    line = "events,new1,add,status,actual,missed,Ana Kovač,2026-02-03"
    assert refused(tmp_path, line) == (
        "quito.csv, line 2: the new row new1 of events lacks text (the article's words), cameo: a line each"
    )


def test_a_new_row_stands_somewhere(tmp_path: Path) -> None:
    line = "events,new1,add,text,<NA>,missed,Ana Kovač,2026-02-03"
    assert "column value: is empty; a new row stands somewhere: give the text" in refused(tmp_path, line)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, LINE.replace("planned", "soon"), LINE, LINE.replace("2026", "206"))
    assert told.startswith("quito.csv: 2 mistakes\n  line 2: column value: 'soon'")
    assert "\n  line 4: column date: '206-02-03'" in told


# -- two corrections that cannot both hold -------------------------------------------------------


def test_two_reviewers_who_disagree_are_both_named(tmp_path: Path) -> None:
    other = LINE.replace("planned", "denied").replace("Ana Kovač", "Bo Ek")
    assert refused(tmp_path, LINE, other) == (
        "quito.csv, line 3: events e_1: change status → denied (Bo Ek, line 3) contradicts "
        "events e_1: change status → planned (Ana Kovač, line 2); one of the two must go"
    )


def test_two_reviewers_may_agree(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", LINE, LINE.replace("Ana Kovač", "Bo Ek"))
    assert len(review.read(path)) == 2


@pytest.mark.parametrize("action", ["accept,,", "change,cameo,161", "accept,status,"])
def test_a_dropped_row_cannot_be_kept(tmp_path: Path, action: str) -> None:
    other = "events,e_1,drop,,,not so,Bo Ek,2026-02-03"
    assert "contradicts" in refused(tmp_path, other, LINE.replace("change,status,planned", action))


def test_a_row_may_be_accepted_but_for_a_cell(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", LINE, LINE.replace("change,status,planned", "accept,,"))
    assert [one.action for one in review.read(path)] == ["change", "accept"]


def test_a_cell_cannot_be_accepted_and_changed(tmp_path: Path) -> None:
    assert "contradicts" in refused(tmp_path, LINE, LINE.replace("change,status,planned", "accept,status,"))


# -- values as spreadsheets write them ------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        ("date_start", "3.3.2008", "2008-03-03"),
        ("date_start", "03/03/2008", "2008-03-03"),
        ("date_start", "25/03/2008", "2008-03-25"),
        ("date_start", "03/25/2008", "2008-03-25"),
        ("date_start", "2008-03-25 00:00:00", "2008-03-25"),
        ("deaths_low", "12.0", "12"),
        ("cameo", "'0251", "0251"),
        ("source_text", "'-Army", "-Army"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_value_is_undone(
    tmp_path: Path, column: str, typed: str, kept: str
) -> None:
    path = write(tmp_path / "quito.csv", LINE.replace("status,planned", f"{column},{typed}"))
    assert [one.value for one in review.read(path)] == [kept]


def test_a_flag_is_read_in_capitals(tmp_path: Path) -> None:
    path = write(tmp_path / "quito.csv", "figures,f_1,change,approximate,TRUE,about,Ana Kovač,2026-02-03")
    assert [one.value for one in review.read(path)] == ["true"]


# -- sheets that were filled in -------------------------------------------------------------------


def test_of_a_sheet_only_what_is_filled_in_counts(tmp_path: Path) -> None:
    path = write(tmp_path / "sheet.csv", "events,e_0,,,,,,", "events,e_1,drop,,,not so,,")
    (one,) = read_sheet(path, "Ana Kovač", date(2026, 2, 3))
    assert (one.row_id, one.reviewer, one.date) == ("e_1", "Ana Kovač", date(2026, 2, 3))


def test_a_line_begun_and_not_finished_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "sheet.csv", "events,e_1,,,,not so,,")
    with pytest.raises(InputError, match="line 2: column action: is empty"):
        read_sheet(path, "Ana Kovač", date(2026, 2, 3))


def test_a_sheet_without_a_reviewer_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "sheet.csv", "events,e_1,drop,,,not so,,")
    with pytest.raises(InputError, match="no reviewer is named; say who decides with --reviewer NAME"):
        read_sheet(path, None, date(2026, 2, 3))


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.create_sheet("events")
    page.append(["row_id", "action", "column", "value", "reason", "machine: status"])
    page.append(["e_1", "change", "date_start", date(2008, 3, 3), "stated", "actual"])
    page.append(["e_1", "change", "deaths_low", 12.0, "stated", "actual"])
    book.save(tmp_path / "sheet.xlsx")
    found = read_sheet(tmp_path / "sheet.xlsx", "Ana Kovač", date(2026, 2, 3))
    assert [(one.table, one.value, one.line) for one in found] == [
        ("events", "2008-03-03", 2),
        ("events", "12", 3),
    ]


def test_a_mistake_in_a_workbook_names_its_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.create_sheet("times")
    page.append(["row_id", "action", "column", "value", "reason"])
    page.append(["tim_1", "change", "type", "YEAR", "so"])
    book.save(tmp_path / "sheet.xlsx")
    with pytest.raises(InputError, match="line 2: sheet times, column value: 'YEAR' is no type of times"):
        read_sheet(tmp_path / "sheet.xlsx", "Ana Kovač", date(2026, 2, 3))


def test_a_broken_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match="is no workbook that can be read"):
        read_sheet(tmp_path / "sheet.xlsx", None, None)


# -- where a review is ----------------------------------------------------------------------------


def test_the_review_of_a_projects_article_is_in_its_folder(project: Path) -> None:
    assert located("articles/bosnia.txt") == Path("reviews/bosnia.csv")
    assert located(project / "articles" / "bosnia.txt") == Path("reviews/bosnia.csv")


def test_the_review_of_another_article_stands_beside_it(tmp_path: Path) -> None:
    assert located(tmp_path / "quito.html") == tmp_path / "quito.review.csv"


def test_an_article_without_a_review_has_no_corrections(tmp_path: Path) -> None:
    assert review.of(tmp_path / "quito.txt") == []
