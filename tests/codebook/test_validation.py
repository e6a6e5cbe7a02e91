"""The validation of the whole codebook: the packaged one is in order, and what is wrong is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook import activated, loading, validation
from dateline.codebook.chapters import CHAPTERS, vocabulary

HERE = Path(__file__).parents[2]


def told(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with the codebook that has these entries, but for what is wrong without them."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    own, problems = loading.examine(path)
    assert problems == []
    with activated(own):
        return [str(problem) for problem in validation.problems()]


def test_nothing_is_wrong_with_the_packaged_codebook() -> None:
    assert [str(problem) for problem in validation.problems()] == []


@pytest.mark.parametrize("readme", ["README.md", "src/dateline/codebook/README.md"])
def test_the_examples_of_the_documentation_are_in_order(readme: str, tmp_path: Path) -> None:
    text = (HERE / readme).read_text("utf-8")
    examples = [block.partition("```")[0] for block in text.split("```toml\n")[1:]]
    assert len(examples) == 1
    assert told(tmp_path, examples[0]) == []


def test_every_chapter_that_a_user_can_extend_is_documented() -> None:
    text = (HERE / "src/dateline/codebook/README.md").read_text("utf-8")
    assert [name for name in CHAPTERS if name not in text] == []
    files = {path.stem for path in (HERE / "src/dateline/codebook").glob("*.csv")}
    assert files == {*CHAPTERS, "places", "towns"}


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            '[[verbs]]\nid = "my:x"\nlemma = "condemn"\nobject = "+"\ntarget = "object"\ncameo = "112"',
            "verbs.csv: 'verb:condemn': 'condemn' never gets here: 'my:x' holds before it",
        ),
        (
            '[[nouns]]\nid = "my:x"\nlemma = "airstrike"\ntarget = "on"\ncameo = "195"',
            "nouns.csv: 'noun:airstrike': 'airstrike' never gets here: 'my:x' holds before it",
        ),
        (
            '[[verbs]]\nid = "my:x"\nlemma = "attacked"\ncameo = "190"',
            "verbs.csv: 'my:x': 'attacked' is a form of 'attack'; lemma holds lemmas",
        ),
        (
            '[[classes]]\nclass = "@boat"\nwords = ["boat", "boat"]',
            "classes.csv: '@boat': words has 'boat' twice",
        ),
        (
            '[[classes]]\nclass = "@boat"\nwords = ["boat"]',
            "classes.csv: '@boat': no frame and no class uses it",
        ),
    ],
)
def test_what_parses_but_can_never_work_is_found(tmp_path: Path, entry: str, problem: str) -> None:
    assert problem in told(tmp_path, entry)


def test_a_closed_column_holds_what_the_packaged_chapter_holds() -> None:
    assert vocabulary(CHAPTERS["offices"], "use") == ["both", "office", "prefix"]
    assert vocabulary(CHAPTERS["metonyms"], "use") == ["agent", "exclusive"]
