"""The sheet to fill in: what it shows, what it offers, and that nothing in it is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from dateline import review
from dateline.errors import InputError
from dateline.review import Correction, sheets
from dateline.tables import Tables

Correct = Callable[..., Correction]
Find = Callable[[Tables, str], str]


def lines(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def book(tmp_path: Path, data: bytes) -> openpyxl.Workbook:
    (tmp_path / "sheet.xlsx").write_bytes(data)
    return openpyxl.load_workbook(tmp_path / "sheet.xlsx")


def test_each_row_has_a_line_with_its_sentence_and_values(bosnia: Tables, event: Find) -> None:
    found = lines(sheets.as_csv(sheets.fill(bosnia, [], [], ["events"])))
    assert [line["row_id"] for line in found] == bosnia.columns("events")["event_id"]
    sent = next(line for line in found if line["row_id"] == event(bosnia, "sent"))
    assert sent["evidence"] == "Britain then [[sent]] 5,000 soldiers to Bosnia."
    assert sent["machine"].startswith("cameo=154; event_type=MOBILIZE; event_mode=troops; status=actual")
    assert {sent[name] for name in ("action", "column", "value", "reason", "reviewer", "date")} == {""}


def test_corrections_in_force_are_filled_in(bosnia: Tables, event: Find, correct: Correct) -> None:
    sent = event(bosnia, "sent")
    force = [
        correct("events", sent, "change", "cameo", "073"),
        correct("events", sent, "change", "status", "planned"),
    ]
    found = lines(sheets.as_csv(sheets.fill(bosnia, force, [], ["events"])))
    own = [(line["column"], line["value"], line["reviewer"]) for line in found if line["row_id"] == sent]
    assert own == [("cameo", "'073", "Ana Kovač"), ("status", "planned", "Ana Kovač")]


def test_a_correction_without_a_place_stands_at_the_end(bosnia: Tables, correct: Correct) -> None:
    lost = correct("events", "e_0", "drop", evidence="They [[left]].")
    found = lines(sheets.as_csv(sheets.fill(bosnia, [lost], [], ["events"])))
    assert (found[-1]["row_id"], found[-1]["evidence"]) == ("e_0", "They [[left]].")


def test_a_sheet_as_it_was_written_says_nothing_new(
    bosnia: Tables, event: Find, correct: Correct, tmp_path: Path
) -> None:
    from dateline.review.reading import read_sheet

    force = [correct("events", event(bosnia, "sent"), "change", "cameo", "073")]
    filled = sheets.fill(bosnia, force, [], sheets.USUAL)
    for name, data in (("s.csv", sheets.as_csv(filled)), ("s.xlsx", sheets.as_workbook(filled))):
        (tmp_path / name).write_bytes(data)
        assert read_sheet(tmp_path / name, None, None, force) == force


def test_the_same_rows_give_the_same_bytes(bosnia: Tables) -> None:
    filled = sheets.fill(bosnia, [], [], sheets.USUAL)
    assert sheets.as_workbook(filled) == sheets.as_workbook(filled)
    assert sheets.as_csv(filled) == sheets.as_csv(filled)


def test_the_workbook_has_a_sheet_a_table_with_a_frozen_header(bosnia: Tables, tmp_path: Path) -> None:
    found = book(tmp_path, sheets.as_workbook(sheets.fill(bosnia, [], [], ["events", "times"])))
    assert found.sheetnames == ["how to", "events", "times", "lists"]
    assert found["events"].freeze_panes == "C2"
    assert found["lists"].sheet_state == "hidden"


def test_its_cells_offer_what_can_be_chosen(bosnia: Tables, tmp_path: Path) -> None:
    found = book(tmp_path, sheets.as_workbook(sheets.fill(bosnia, [], [], ["events"])))
    offered = {
        str(one.sqref).partition("2:")[0]: one.formula1
        for one in found["events"].data_validations.dataValidation
    }
    assert set(offered) == {"B", "C", "D"}
    assert offered["D"] == 'INDIRECT("events_"&$C2)'
    assert "events_status" in found.defined_names
    column = found.defined_names["events_status"].attr_text.partition("!")[2].split("$")[1]
    words = [cell.value for cell in found["lists"][column] if cell.value]
    assert words == ["actual", "denied", "hypothetical", "ongoing", "planned", "requested"]


def test_findings_cannot_be_added_from_the_list(bosnia: Tables, tmp_path: Path) -> None:
    found = book(tmp_path, sheets.as_workbook(sheets.fill(bosnia, [], [], ["findings"])))
    words = [cell.value for cell in found["lists"]["A"] if cell.value]
    assert words == ["accept", "change", "drop"]


def test_the_articles_text_is_no_formula(tmp_path: Path) -> None:
    import dateline

    text = "=HYPERLINK said so. On 3 March 1969 China accused the Soviet Union of lies."
    tables = dateline.parse(dateline.from_text(text))
    data = sheets.as_workbook(sheets.fill(tables, [], [], ["entities", "events"]))
    cells = [cell for page in book(tmp_path, data) for row in page.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert not any(str(cell.value).startswith("=") for cell in cells)


def test_what_was_filled_in_before_is_kept(bosnia: Tables, event: Find, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(sheets.as_csv(sheets.fill(bosnia, [], [], ["events"])))
    sent = event(bosnia, "sent")
    text = path.read_text(encoding="utf-8").replace(f"events,{sent},,", f"events,{sent},drop,")
    path.write_text(f"{text}events,new1,add,text,,begun only,,,,\n", encoding="utf-8")
    kept = sheets.filled_before(path)
    found = lines(sheets.as_csv(sheets.fill(bosnia, [], kept, ["events"])))
    assert [line["action"] for line in found if line["row_id"] == sent] == ["drop"]
    assert (found[-1]["row_id"], found[-1]["reason"]) == ("new1", "begun only")


def test_what_was_filled_in_of_another_table_is_kept_too(bosnia: Tables, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(
        "table,row_id,action,column,value,reason\nplaces,p_0,drop,,,none there\n", encoding="utf-8"
    )
    found = lines(sheets.as_csv(sheets.fill(bosnia, [], sheets.filled_before(path), ["events"])))
    assert [line["row_id"] for line in found if line["table"] == "places"] == ["p_0"]


def test_a_file_that_is_no_sheet_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("name,score\nAna,3\n", encoding="utf-8")
    with pytest.raises(InputError, match="is there already, and is no sheet of a review"):
        sheets.filled_before(path)


def test_all_tables_that_people_correct_are_there_but_the_mentions() -> None:
    assert set(review.CHANGEABLE) - set(sheets.USUAL) == {"mentions"}
