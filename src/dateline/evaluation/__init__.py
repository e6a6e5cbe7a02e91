"""How well the coder codes: scores against sentences and articles that people have coded.

>>> import dateline
>>> scores = dateline.evaluate("gold.jsonl")
>>> print(scores.text(misses=True))

For analysts who must know what to trust, and who tune a codebook. ``docs/evaluation.md`` documents the gold
format, and how each figure counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline import parsing, reading
from dateline.article import Article
from dateline.evaluation import events, gold, misses, passages, report
from dateline.evaluation.measures import Counts
from dateline.evaluation.misses import Miss
from dateline.evaluation.sheets import Case, Sheet

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Case", "Evaluation", "Miss", "Sheet", "evaluate", "score"]

Extract = Callable[[Article], dict[str, list[Any]]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores. ``sheets`` are tables of figures by name, ``f1`` the one figure of each kind of gold."""

    sheets: dict[str, Sheet]
    f1: dict[str, float]
    misses: tuple[Miss, ...] = field(repr=False)

    def frame(self, name: str) -> pd.DataFrame:
        """A sheet as a DataFrame."""
        import pandas as pd

        sheet = self.sheets[name]
        return pd.DataFrame(sheet.rows, columns=list(sheet.columns))

    def text(self, misses: bool = False) -> str:
        """The sheets to be read, with the misses if they are wanted."""
        return report.text(self.sheets, self.misses if misses else None)

    def json(self, misses: bool = False) -> str:
        """An object with the rows of each sheet."""
        return report.as_json(self.sheets, self.misses if misses else None)

    def csv(self, misses: bool = False) -> str:
        """A long table: sheet, row, column, value."""
        return report.as_csv(self.sheets, self.misses if misses else None)


def evaluate(
    paths: str | Path | Iterable[str | Path],
    *,
    extract: Extract = parsing.extract,
    progress: Callable[[str], None] | None = None,
) -> Evaluation:
    """Parse the texts of one or several gold files, and score what comes out.

    ``extract`` makes the records of an article, with a codebook of your own perhaps. ``progress`` is told
    what is being done. Raises :class:`dateline.InputError` where a line cannot be scored.
    """
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    lines = {Path(file): gold.read(Path(file)) for file in files}
    cases = []
    for path, coded in lines.items():
        if progress is not None:
            progress(f"evaluating {path}: {len(coded)} texts")
        for one in coded:
            article = reading.from_text(one.text, published=one.published)
            cases.append(Case(one, extract(article)))
    return score(cases)


def score(cases: Sequence[Case]) -> Evaluation:
    """The scores of coded texts and what was emitted for them; sheets for what is coded only."""
    kinds = {
        "types": any(case.gold.types is not None for case in cases),
        "cameo": any(case.gold.cameo for case in cases),
        "times": any(case.gold.times is not None for case in cases),
        "causes": any(case.gold.causal is not None for case in cases),
    }
    made: dict[str, Sheet] = {}
    if kinds["types"]:
        made |= {
            "types": events.types(cases),
            "sentences": events.sentences(cases),
            "confusion": events.confusion(cases),
        }
    made |= {"actors": events.actors(cases), "codes": events.codes(cases)}
    if kinds["cameo"]:
        made["cameo"] = events.roots(cases)
    if kinds["times"]:
        made["times"] = passages.times(cases)
    if kinds["causes"]:
        made |= {"causes": passages.causes(cases), "pairs": passages.pairs(cases)}
    counts = {
        "types": sum(events.counts(cases).values(), Counts()),
        "cameo": sum(events.root_counts(cases).values(), Counts()),
        "times": passages.time_counts(cases),
        "causes": passages.cause_counts(cases),
    }
    f1 = {kind: value for kind, one in counts.items() if kinds[kind] and (value := one.f1) is not None}
    return Evaluation({n: s for n, s in made.items() if s.rows}, f1, tuple(misses.find(cases)))
