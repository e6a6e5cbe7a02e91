"""What a name or a pattern means, and that tables come checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import analysis
from dateline.checks.reference import Reference
from dateline.errors import InputError

HORMUZ = "On 3 July 1988 a US cruiser shot down an Iranian airliner over the Strait of Hormuz."


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a user's own, with two articles in it, as the working folder."""
    for name in ("articles", "notebooks"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "b.txt").write_text(HORMUZ)
    (tmp_path / "articles" / "a.md").write_text("# Hormuz\n\n" + HORMUZ)
    (tmp_path / "articles" / "b.toml").write_text('author = "A. Reader"\n')
    (tmp_path / "articles" / "README.md").write_text("Put articles here.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(found: list[Path]) -> list[str]:
    return [path.name for path in found]


def test_without_a_name_all_articles_of_the_project_are_meant(own: Path) -> None:
    assert names(analysis.articles()) == ["a.md", "b.txt"]


def test_a_pattern_means_what_it_matches_and_can_be_read(own: Path) -> None:
    assert names(analysis.articles("articles/*")) == ["a.md", "b.txt"]


def test_a_pattern_holds_from_the_projects_folder_too(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own / "notebooks")
    assert names(analysis.articles("articles/*.txt")) == ["b.txt"]


def test_a_pattern_can_be_absolute(own: Path) -> None:
    assert names(analysis.articles(str(own / "articles" / "*.md"))) == ["a.md"]


def test_a_list_keeps_its_order_and_names_each_once(own: Path) -> None:
    assert names(analysis.articles(["articles/b.txt", "articles/*"])) == ["b.txt", "a.md"]


def test_a_pattern_that_matches_nothing_is_an_error(own: Path) -> None:
    with pytest.raises(InputError, match=r"articles/\*\.pdf: there is no article here"):
        analysis.articles("articles/*.pdf")


def test_a_file_that_is_not_there_is_named_also_outside_of_any_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^hormuz\.txt: no such file"):
        analysis.analyse(*analysis.articles("hormuz.txt"), reference=Reference())
    with pytest.raises(InputError, match=r"^\*\.txt: there is no article here"):
        analysis.articles("*.txt")


def test_a_project_without_an_article_says_where_it_looked(own: Path) -> None:
    for path in (own / "articles").iterdir():
        path.unlink()
    with pytest.raises(InputError, match="articles: there is no article here"):
        analysis.articles()


def test_what_is_analysed_comes_checked(own: Path) -> None:
    (own / "articles" / "b.txt").write_text(
        "On Monday, 3 July 1988, a US cruiser shot down an Iranian airliner."
    )
    tables, record = analysis.analyse("articles/b.txt", reference=Reference())
    verdicts = dict(zip(tables.findings["check"], tables.findings["verdict"], strict=True))
    assert verdicts == {"weekday_against_date": "disagrees", "date_against_record": "unverified"}
    assert record == Reference()


REVIEW = """table,row_id,action,column,value,reason,reviewer,date
{rows}
"""


def reviewed(own: Path, *rows: str) -> None:
    (own / "reviews").mkdir()
    (own / "reviews" / "b.csv").write_text(REVIEW.format(rows="\n".join(rows)))


def test_what_a_reviewer_put_right_is_in_force(own: Path) -> None:
    event = analysis.code("articles/b.txt").events["event_id"].item()
    reviewed(own, f"events,{event},change,deaths_low,290,counted later,A. Reader,2020-01-02")
    tables, _ = analysis.analyse("articles/b.txt", reference=Reference())
    assert tables.events["deaths_low"].item() == 290
    assert [one.row_id for one in tables.corrections] == [event]


def test_findings_are_of_the_corrected_tables_and_can_be_corrected(own: Path) -> None:
    tables, _ = analysis.analyse("articles/b.txt", reference=Reference())
    finding = tables.findings["finding_id"].item()
    reviewed(own, f"findings,{finding},drop,,,not of interest,A. Reader,2020-01-02")
    tables, _ = analysis.analyse("articles/b.txt", reference=Reference())
    assert len(tables.findings) == 0


def test_a_correction_that_matches_nothing_is_told(own: Path) -> None:
    reviewed(own, "events,e_0000,drop,,,no event,A. Reader,2020-01-02")
    tables, _ = analysis.analyse("articles/b.txt", reference=Reference())
    assert [one.correction.row_id for one in tables.unmatched] == ["e_0000"]
